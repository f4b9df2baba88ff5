# Просьбы о помощи: спросить, ответить, понять, помогло ли; как быстро отвечают в школе.
# keys: assist-state-*, assist-item-*, assist-reason-*, audit-act-*

menu-help = 🆘 Нужна помощь
menu-help-mentor = 🆘 Просят помочь
menu-help-desk = 🆘 Просьбы о помощи

assist-to-help = ‹ К просьбам
assist-title = <b>Помощь наставника</b>
assist-choose = Спросить можно в любое время, даже о мелочи. Кого спросим?
assist-no-mentors = Сейчас в школе нет наставников, которых можно спросить. Обратитесь к куратору; как только наставник появится, здесь будет кнопка.
assist-nobody-waits = Сейчас вашего ответа никто не ждёт. Когда вас попросят о помощи, мы сразу напишем.
assist-ask-own = ✍️ Спросить: { $who }
assist-ask-all = 📣 Спросить всех наставников
assist-ask-at = { $ask } · { $school }
assist-all = Все просьбы
assist-list = <b>Все просьбы</b>
    Сначала новые. Нажмите, чтобы открыть.
assist-list-empty = <b>Все просьбы</b>
    Пока ни одной.
assist-item-open = ⏳ { $day } · { $who } · { $topic }
assist-item-answered = 💬 { $day } · { $who } · { $topic }
assist-item-closed = ✓ { $day } · { $who } · { $topic }
assist-item-taken-back = ✕ { $day } · { $who } · { $topic }
assist-your-request = вы
assist-without-topic = без темы
assist-all-mentors = все наставники школы
assist-you = вы

assist-own = <b>Ваша просьба о помощи</b>
    Кому: { $to }
    { $when }
assist-of = <b>Просьба о помощи: { $who }</b>
    Кому: { $to }
    { $when }
assist-topic = Тема: { $topic }
assist-question = «{ $text }»
assist-earlier = Более ранних сообщений: { $count }.
assist-answer = 💬 <b>{ $who }</b>, { $when }:
    { $text }
assist-further = ❓ <b>{ $who }</b>, { $when }:
    { $text }

assist-state-open = Просьба уже у наставника. Если ответа не будет { $hours } ч., её увидит куратор.
assist-state-later = У наставника сейчас тихие часы: просьбу он получит { $when }. Если ответа не будет { $hours } ч., её увидит куратор.
assist-state-curator = Просьбу получит куратор: наставнику нельзя написать в Телеграм. Куратор ответит сам или передаст просьбу.
assist-state-waits-for-you = Ждёт ответа.
assist-state-answered = Ответ есть.
assist-state-closed = Помогло, вопрос закрыт.
assist-state-taken-back = Вы забрали эту просьбу. Её больше никто не увидит.

assist-ask-head = <b>Просьба о помощи</b>
    Кому: { $to }
assist-choose-topic = Выберите тему или сразу напишите вопрос одним сообщением.
assist-skip-topic = Без темы
assist-type-question = Напишите вопрос одним сообщением, до 1000 знаков. Отправим сразу.
assist-who-reads-own = <i>Прочитает { $who }. Если ответа не будет { $hours } ч., просьбу смогут прочитать куратор и руководитель школы и передать её другим наставникам. Не пишите телефоны, адреса и номера документов.</i>
assist-who-reads-all = <i>Прочитают все наставники школы. Если ответа не будет { $hours } ч., просьбу смогут прочитать куратор и руководитель. Не пишите телефоны, адреса и номера документов.</i>
assist-who-reads-curator = <i>{ $who }: написать в Телеграм нельзя, поэтому просьбу сразу смогут прочитать куратор и руководитель школы. Они ответят или передадут её. Не пишите телефоны, адреса и номера документов.</i>
assist-stop = Отмена
assist-stopped = Хорошо, ничего не отправлено.
assist-sent = ✅ Просьба отправлена.
assist-take-back = Забрать просьбу

assist-own-words = ✍️ Ответить своими словами
assist-write = ✍️ Написать ответ
assist-add = ✍️ Дополнить ответ
assist-type-answer = Напишите ответ одним сообщением, до 1000 знаков. Его прочитают { $who } и те, кому отправлена просьба.
assist-type-answer-curator = Напишите ответ одним сообщением, до 1000 знаков. Его прочитают { $who } и те, кому отправлена просьба; они увидят, что ответили вы.
assist-type-further = Напишите, что ещё неясно, одним сообщением, до 1000 знаков. Сообщение получат те, кто вам ответил; прочитать его смогут все, кому отправлена просьба.
assist-sent-answer = ✅ Ответ отправлен: { $who }.
assist-sent-further = ✅ Отправлено тем, кто вам ответил.
assist-answered-meanwhile = Пока вы читали, на просьбу уже ответили. Ваш ответ не отправлен; при желании дополните.
assist-helped = 👍 Помогло
assist-more = Нужно ещё
assist-plan = 🗓 Запланировать встречу
assist-glad = 👍 Рады, что помогло. Мы передадим это тем, кто ответил.
assist-remind = 🔔 Напомнить наставнику
assist-remind-all = 🔔 Напомнить наставникам
assist-pass-on = 📣 Передать всем наставникам
assist-passed-on = ✅ Просьба передана всем наставникам школы.
assist-reminded = ✅ Напомнили. Если ответа снова не будет, просьба вернётся к вам.
assist-read-and-answer = Прочитать и ответить
assist-find-mentor = Подобрать наставника

assist-notice-asked = 🆘 <b>Вас просят о помощи.</b> Ответить можно одним нажатием.
assist-notice-further = ❓ <b>Вас спрашивают ещё раз.</b>
assist-notice-further-curator = ❓ Вы отвечали на просьбу о помощи, и нужно ещё: { $who }.
assist-notice-answered = 💬 <b>Вам ответили.</b>
assist-notice-passed-on = 📣 Куратор передал вашу просьбу всем наставникам школы.
assist-notice-helped = 👍 Ваш ответ помог: { $who }. Спасибо!
assist-notice-without-mentor = 🆘 О помощи просит участник без наставника: { $who }. Просьбу получили все наставники школы. Возможно, пора подобрать пару.

assist-alert = <b>Просьба о помощи ждёт ответа</b>
    Кто просит: { $who }
    Кого: { $to }
assist-reason-waits = Наставник получил просьбу и пока не ответил. Напомните, ответьте сами или передайте её всем наставникам.
assist-reason-no-telegram = Написать наставнику в Телеграм нельзя. Передайте просьбу лично, ответьте сами или отправьте её всем наставникам.
assist-reason-away = Того, кого просят, сейчас нет: наставник приостановил участие, выбыл или пара завершена. Ответьте сами или передайте просьбу всем наставникам.

assist-desk = <b>Просьбы о помощи</b> · за { $days } дн.
assist-desk-nothing = За это время о помощи никто не просил.
assist-desk-asked = Просьб: { $asked }, с ответом: { $answered }.
assist-desk-times = Обычно первый ответ приходит через { $time }. В течение суток ответили на { $soon } ({ $share } %).
assist-desk-open = Ждут ответа: { $count }. Сначала самые давние; о чём просят, видно только там, где ответа нет слишком долго.
assist-desk-none = Без ответа просьб нет.
assist-desk-line = • { $who } → { $whom }, ждёт { $time }
assist-desk-line-climbed = • ❗ { $who } → { $whom }, ждёт { $time }
assist-desk-read = Открыть: { $who }
assist-to-desk = ‹ Просьбы о помощи
assist-scope-own = свой наставник
assist-scope-all = все наставники
assist-minutes = { $minutes } мин.
assist-hours = { $hours } ч. { $minutes } мин.
assist-days = { $days } дн.

error-too-many-open-requests = У вас уже { $limit } просьб без ответа. Дождитесь ответа или заберите лишние.
error-no-mentor-to-ask = Сейчас спросить некого: наставников, которые могут ответить, нет. Обратитесь к куратору.
error-help-talk-too-long = В этой просьбе уже { $limit } сообщений. Лучше встретьтесь или задайте новый вопрос.
error-help-with-private-data = Похоже, здесь номер документа, телефон или почта. Такое здесь не хранят: напишите то же без них.

audit-act-help-seen = прочитал(а) просьбу о помощи без ответа
audit-act-help-desk-seen = посмотрел(а), как отвечают на просьбы о помощи
audit-act-help-answered = ответил(а) на просьбу о помощи вместо наставника
audit-act-help-passed-on = передал(а) просьбу о помощи всем наставникам
audit-act-help-reminded = напомнил(а) наставникам о просьбе о помощи
