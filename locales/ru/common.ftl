# Общее для всех разделов.
# keys: role-*
# keys: language-*
# keys: name-code-*

role-mentee = наставляемый
role-mentor = наставник
role-curator = куратор
role-head = руководитель
role-council = член совета наставников
role-psychologist = педагог-психолог
role-tutor = тьютор
role-parent = законный представитель
role-editor = редактор сайта
role-coordinator = муниципальный координатор
role-operator = региональный оператор

language-ru = Русский
language-tt = Татарча
language-en = English

name-code-mentee = М-{ $code }
name-code-mentor = Н-{ $code }
name-code-curator = К-{ $code }
name-code-head = Р-{ $code }
name-code-council = СН-{ $code }
name-code-psychologist = П-{ $code }
name-code-tutor = Т-{ $code }
name-code-parent = ЗП-{ $code }
name-code-editor = С-{ $code }
name-code-coordinator = МК-{ $code }
name-code-operator = РО-{ $code }
name-without-telegram = { $name } · без Telegram

button-menu = ☰ Меню
button-help = ❓ Помощь
button-back = ‹ Назад
button-done = Готово
button-skip = Пропустить
button-later = Продолжить позже
button-continue = Продолжить анкету
page-of = { $page } / { $pages }

hint-text-expected = Здесь нужен ответ текстом. Напишите его обычным сообщением или вернитесь в /menu — введённое раньше сохранено.
hint-unknown = Не понял вас. Всё, что можно сделать, — в меню. Команда /help подскажет подробнее.
hint-not-text = Этот файл или вложение я не использую и не храню. Документы и фотографии людей сюда отправлять не нужно. Что можно сделать, подскажет меню.

notice-late = <i>Сообщение пришло с опозданием: бот был недоступен.</i>
notice-repeat = <i>Возможно, вы уже получили это сообщение.</i>
notice-resume = Связь прерывалась. Ваше последнее действие сохранено — продолжайте отсюда.
