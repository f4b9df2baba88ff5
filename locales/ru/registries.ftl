# Реестры наставников и наставляемых: загрузка списка, выгрузка, утверждение приказом, подбор под программу.
# keys: audit-act-*

menu-registries = 📇 Реестры

registries-desk =
    <b>Реестры</b>
    { $name }
registries-desk-territory =
    <b>Реестры школ</b>
    { $name }. Здесь данные всех школ территории вместе.
registries-grades-full = Полные списки с именами видят только кураторы и руководитель школы. Для сайта и отчётов возьмите обезличенный список или числа.
registries-grades = Имён здесь нет: вам доступны обезличенные списки (номера вместо имён) и числа.
registries-import = 📥 Загрузить список сотрудников
registries-snapshots = 📜 Утверждённые реестры
registries-shortlists = 🔎 Подбор под программу
registries-elsewhere = 🏫 { $name }
registries-to-desk = ‹ Реестры
registries-counted = { $name } · { $count }

registries-name-mentor-teacher = Реестр наставников: педагоги
registries-name-mentor-pupil = Реестр наставников: обучающиеся
registries-name-mentee-teacher = Реестр наставляемых: педагоги
registries-name-mentee-pupil = Реестр наставляемых: обучающиеся
registries-short-mentor-teacher = Наставники, педагоги
registries-short-mentor-pupil = Наставники, ученики
registries-short-mentee-teacher = Наставляемые, педагоги
registries-short-mentee-pupil = Наставляемые, ученики

registries-one =
    <b>{ $name }</b>
    { $place }
registries-full-on-server = Полный список здесь не выдаётся: в настройках школы документы с именами через чат отключены. Его делает администратор на сервере.
registries-about-full = <b>Полный</b> — имена, пары, приказы, номера согласий. Только для кураторов и руководителя.
registries-about-anonymous = <b>Обезличенный</b> — номера вместо имён; признаки, общие меньше чем для пяти человек, скрыты.
registries-about-numbers = <b>Числа</b> — сколько человек по предметам, категориям и затруднениям; группы меньше пяти не показаны.
registries-take-full = ⬇️ Полный .xlsx
registries-take-anonymous = ⬇️ Обезличенный .xlsx
registries-take-numbers = ⬇️ Числа .xlsx
registries-approve = ✍️ Утвердить приказом
registries-sent-full =
    { $name }: { $grade }, { $day }.
    В файле персональные данные: не пересылайте его тем, кому он не нужен по работе. Выдача записана в журнал доступа.
registries-sent = { $name }: { $grade }, { $day }.

# ---- файлы

registries-grade-full = полный
registries-grade-anonymous = обезличенный
registries-grade-numbers = числа
registries-file-made = На { $day }, { $grade }
registries-file-hidden = Признаки и группы меньше пяти человек не показаны
registries-hidden = скрыто
registries-few = меньше 5
registries-waits = да
registries-without-telegram = без Telegram
registries-order = № { $number } от { $day }
registries-status-active = участвует
registries-status-paused = приостановлено
registries-status-left = завершил(а) участие
registries-column-number = №
registries-column-school = Школа
registries-column-name = ФИО
registries-column-code = Номер участника
registries-column-status = Участие
registries-column-workplace = Место работы
registries-column-class = Класс
registries-column-subject = Предмет
registries-column-category = Категория
registries-column-experience = Стаж, лет
registries-column-difficulties = Основной запрос (затруднения)
registries-column-strengths = Компетенции и сильные стороны
registries-column-achievements = Достижения
registries-column-interests = Интересы
registries-column-desired = Кого готов(а) сопровождать
registries-column-times = Ресурс времени
registries-column-capacity = Мест для наставляемых
registries-column-entered = Дата включения
registries-column-mentors = Наставник
registries-column-mentees = Наставляемые
registries-column-form = Форма наставничества
registries-column-their-workplace = Место работы второй стороны
registries-column-order = Приказ о закреплении
registries-column-completed = Дата завершения
registries-column-result = Отметка о прохождении
registries-column-consents = Согласия (номера записей)
registries-column-waiting = Без наставника с
registries-pairing-paired = работает в паре
registries-pairing-completed = работа пары завершена
registries-pairing-unpaired = пока не в паре
registries-consent = { $kind }: № { $record }
registries-consent-paper = { $kind }: № { $record } (на бумаге № { $original })
registries-consent-personal-data = обработка данных
registries-consent-parental = родитель
registries-consent-assent = ученик
registries-consent-mentor = быть наставником
registries-consent-extra-duties = дополнительная работа
registries-consent-helper = помощь паре
registries-consent-amendment = изменение программы
registries-consent-publication = публикация
registries-numbers-what = Показатель
registries-numbers-value = Значение
registries-numbers-count = Человек
registries-numbers-total = Всего
registries-what-status = Участие
registries-what-school = Школа
registries-what-class = Класс
registries-what-category = Категория
registries-what-experience = Стаж, лет
registries-what-subject = Предмет
registries-what-difficulties = Затруднение
registries-what-strengths = Сильная сторона
registries-what-form = Форма наставничества
registries-what-pairing = Работа в паре

# ---- список сотрудников

registries-ask-file =
    <b>Список сотрудников</b>
    Пришлите файл .xlsx: одна строка — один человек. Подойдёт и ваш список: столбцы я узнаю по названиям. Обязательны имя и роль (наставник или наставляемый). До { $rows } строк, до 5 МБ.

    • Есть номер и дата бумажного согласия — внесу человека без Telegram.
    • Согласия нет — ничего не сохраню, а дам личную ссылку, чтобы передать её человеку.

    Сначала покажу, что понял. Внесённых увидят кураторы и руководитель.
registries-template = 📄 Взять образец
registries-template-sent = Образец: заполните и пришлите сюда. Строку с пометкой «Пример» я пропускаю.
registries-import-on-server =
    В настройках школы документы с персональными данными через чат отключены, поэтому список загружают на сервере. Попросите администратора выполнить:
    <i>python -m bot registry import ФАЙЛ.xlsx --organization { $id } --links ССЫЛКИ.xlsx</i>
registries-hint-file = Жду файл .xlsx. Отправьте его как файл, не фотографией.
registries-progress = Читаю файл: прочитано { $done } из { $total } строк…
registries-refused-next = Ничего не сохранено. Исправьте файл и пришлите снова или возьмите образец.
registries-preview =
    <b>Проверьте список</b>
    { $name } · строк: { $total }
registries-preview-entered = ✅ Внесу по бумажному согласию: наставляемых — { $mentees }, наставников — { $mentors }.
registries-preview-links = { $count ->
        [one] 🔗 Без согласия: { $count } человек. Его данные не сохраню, дам личную ссылку в файле.
        [few] 🔗 Без согласия: { $count } человека. Их данные не сохраню, дам личные ссылки в файле.
       *[many] 🔗 Без согласия: { $count } человек. Их данные не сохраню, дам личные ссылки в файле.
    }
registries-preview-wrong =
    ❗ С ошибками: { $count }. Эти строки пропущу.
    { $lines }
registries-preview-line = • { $line }
registries-preview-more = …и ещё { $count }. Все — в файле с ошибками.
registries-preview-left-out = <i>Эти столбцы не нужны, пропускаю: { $heads }</i>
registries-preview-ask = Пока ничего не сохранено. Внести?
registries-preview-nothing = Вносить нечего. Исправьте файл и пришлите его снова.
registries-confirm = ✅ Внести: { $count }
registries-wrong-take = 📄 Все ошибки файлом
registries-cancel = ✖️ Не вносить
registries-wrong-sent = Строки с ошибками: { $count }. Исправьте их в своём файле и пришлите его снова — внесённые повторно не появятся.
registries-wrong-sheet = Ошибки
registries-wrong-title = Строки с ошибками: { $count }
registries-wrong-sheet-head = Лист
registries-wrong-number = Строка
registries-wrong-reason = Что исправить
registries-wrong-row = Строка { $number }: { $flaws }
registries-wrong-row-of-sheet = «{ $sheet }», строка { $number }: { $flaws }
registries-imported =
    <b>Готово</b>
    { $name }. Внесено без Telegram: { $count }. Личную ссылку каждому можно взять в его карточке («Люди»).
registries-imported-links = { $count ->
        [one] Файл с личной ссылкой отправлен выше. Ссылка на одного человека, действует 30 дней.
       *[other] Файл с личными ссылками ({ $count }) отправлен выше. Каждая на одного человека, действует 30 дней.
    }
registries-imported-wrong = Строк с ошибками пропущено: { $count }.
registries-links-sent = Личные ссылки: { $count }. Имена есть только в этом файле, у меня они не сохранены. Передайте каждому его ссылку и удалите файл.
registries-links-sheet = Ссылки
registries-links-title = Личные ссылки для входа: каждая на одного человека, действует 30 дней
registries-links-number = Строка
registries-links-last = Фамилия
registries-links-first = Имя
registries-links-patronymic = Отчество
registries-links-role = Роль
registries-links-link = Ссылка

registries-flaw-name-missing = нет имени
registries-flaw-name-incomplete = нужны фамилия и имя полностью, без инициалов
registries-flaw-name-odd = в имени лишние знаки
registries-flaw-name-long = часть имени длиннее { $limit } знаков
registries-flaw-role-missing = нет роли: наставник или наставляемый
registries-flaw-role-unknown = непонятная роль «{ $value }»: нужно «наставник» или «наставляемый»
registries-flaw-role-by-link = роль «{ $value }» дают ссылкой-приглашением, не списком
registries-flaw-experience = стаж «{ $value }»: нужно число лет от 0 до { $limit }
registries-flaw-capacity = число наставляемых «{ $value }»: нужно целое от 1 до { $limit }
registries-flaw-subject-long = предмет длиннее { $limit } знаков
registries-flaw-difficulties-long = затруднения своими словами длиннее { $limit } знаков
registries-flaw-strengths-long = сильные стороны своими словами длиннее { $limit } знаков
registries-flaw-consent-no-date = у согласия «{ $value }» нет даты
registries-flaw-consent-no-number = у согласия от «{ $value }» нет номера
registries-flaw-consent-number-long = номер согласия длиннее { $limit } знаков
registries-flaw-consent-date = непонятная дата согласия «{ $value }»: нужно, например, 01.09.2026
registries-flaw-consent-later = дата согласия «{ $value }» ещё не наступила
registries-flaw-consent-earlier = дата согласия «{ $value }» слишком давняя
registries-flaw-repeated = этот человек уже есть в строке { $other }
registries-flaw-known = этот человек уже участвует в школе; вторую роль дают ссылкой
registries-flaw-formula = в ячейке формула без значения: впишите само значение
registries-flaw-cell-long = в ячейке слишком длинный текст

registries-template-sheet = Список
registries-template-help-sheet = Как заполнять
registries-field-number = №
registries-field-last = Фамилия
registries-field-first = Имя
registries-field-patronymic = Отчество
registries-field-role = Роль
registries-field-subject = Предмет
registries-field-experience = Стаж, лет
registries-field-category = Категория наставляемого
registries-field-difficulties = Затруднения
registries-field-strengths = Сильные стороны
registries-field-capacity = Сколько наставляемых
registries-field-consent-number = Согласие №
registries-field-consent-date = Дата согласия
registries-example = Пример
registries-example-last = Фамилия
registries-example-first = Имя
registries-example-patronymic = Отчество
registries-example-consent = 15-пд
registries-template-help =
    Одна строка — один человек. Строка с пометкой «Пример» пропускается, её можно удалить.
    Обязательны фамилия, имя и роль: наставник или наставляемый. Остальное можно дополнить позже.
    Затруднения заполняйте наставляемым, сильные стороны и число наставляемых — наставникам. Несколько значений разделяйте точкой с запятой.
    Номер и дата согласия — с бумаги, которую человек подписал. Без них данные не сохраняются: для человека будет сделана личная ссылка.
    Телефоны, адреса, даты рождения и сведения о здоровье не вносите.
    Затруднения и сильные стороны из списка (можно и своими словами):
    { $topics }

# ---- приказ

registries-ask-number =
    <b>{ $name }</b>
    В реестре { $count ->
        [one] { $count } человек
        [few] { $count } человека
       *[many] { $count } человек
    }. Напишите номер приказа об утверждении.

    Приказ появится в реестре локальных актов, его видят кураторы и руководитель.
registries-ask-date = Приказ № { $number }. От какого числа? Напишите дату, например 01.09.2026.
registries-today = Сегодня
registries-order-title = Об утверждении: { $name }
registries-approved = ✅ Реестр утверждён.
registries-approved-file =
    { $line }. Полный список на день утверждения: сохраните его вместе с приказом, у меня он не остаётся.
    Контрольная сумма файла (SHA-256): { $digest }
registries-no-snapshots-yet =
    <b>Утверждённые реестры</b>
    { $name }. Пока ни один реестр не утверждён приказом. Откройте нужный реестр и нажмите «Утвердить приказом».
registries-no-snapshots =
    <b>Утверждённые реестры</b>
    { $name }. Пока ни один реестр не утверждён приказом.
registries-snapshots-title =
    <b>Утверждённые реестры</b>
    { $name }
registries-snapshot-line = { $name }: № { $number } от { $day }
registries-snapshot =
    <b>{ $name }</b>
    { $place }
    Утверждён приказом № { $number } от { $day }. Состав на { $taken }, человек: { $count }.
    <i>Контрольная сумма полного файла (SHA-256): { $digest }</i>
registries-snapshot-take = ⬇️ Обезличенный список
registries-snapshot-act = 📚 Приказ
registries-snapshot-sent = { $line }. Обезличенный список, каким он был утверждён.
registries-yearly =
    <b>Сентябрь: реестры на новый учебный год</b>
    { $name }. Проверьте списки наставников и наставляемых и утвердите их приказом.
registries-yearly-open = Открыть реестры

# ---- подбор под программу

registries-lists =
    <b>Подбор под программу</b>
    { $name }. Списки видят кураторы и руководитель.
registries-lists-none =
    <b>Подбор под программу</b>
    { $name }. Выберите, что нужно программе, — покажу подходящих наставников по порядку. Отмеченных можно сохранить списком; его увидят кураторы и руководитель.
registries-list-new = ➕ Подобрать наставников
registries-list-line = { $title } · { $count }
registries-wish-form = Для какой формы наставничества подбираем?
registries-wish-any-form = Любая форма
registries-wish-subject = Какой предмет важен?
registries-wish-any-subject = Любой предмет
registries-wish-topics = С чем наставник должен помочь? Отметьте одно или несколько, потом нажмите «Показать наставников».
registries-wish-next = Показать наставников
registries-wish-anything = без особых условий
registries-ticked = ☑️ { $name }
registries-unticked = ▫️ { $name }
registries-fitting =
    <b>Кто подходит</b>
    <i>{ $wish }</i>
    Отметьте наставников, чтобы сохранить список.
registries-fitting-none = Действующих наставников пока нет. Пригласите их или загрузите список сотрудников.
registries-mentor = <b>{ $name }</b>
    { $reasons }
registries-mentor-picked = ☑️ <b>{ $name }</b>
    { $reasons }
registries-reason-subject = • нужный предмет: { $subject }
registries-reason-topics = • может помочь: { $topics }
registries-reason-partner = • работает в организации-партнёре
registries-reason-places = { $count ->
        [0] • свободных мест нет
       *[other] • свободных мест: { $count }
    }
registries-reason-unreachable = • ⚠️ бот у наставника заблокирован, свяжитесь лично
registries-list-name = 💾 Сохранить список: { $count }
registries-ask-title = Отмечено наставников: { $count }. Как назвать список? Название увидят кураторы и руководитель.
registries-list-saved = ✅ Список сохранён.
registries-shortlist =
    <b>{ $title }</b>
    <i>{ $wish }</i>
registries-shortlist-absent = Сейчас не участвуют и не показаны: { $count }.
registries-shortlist-more = …и ещё { $count }.
registries-list-remove = 🗑 Удалить список
registries-list-remove-ask = Удалить список «{ $title }»? Наставники и пары останутся как есть.
registries-list-remove-yes = Да, удалить
registries-list-removed = Список удалён.

# ---- командная строка

registry-cli = реестры: загрузка списка сотрудников и выгрузка
registry-cli-import = внести сотрудников из файла .xlsx
registry-cli-export = выгрузить реестр в файл .xlsx
registry-cli-file = файл .xlsx
registry-cli-organization = номер организации (см. organizations)
registry-cli-dry-run = только показать, ничего не сохранять
registry-cli-json = напечатать результат как JSON
registry-cli-links = файл .xlsx для личных ссылок тем, у кого нет согласия на бумаге
registry-cli-registry = mentors — наставники, mentees — наставляемые
registry-cli-pupils = реестр обучающихся (без ключа — педагогов)
registry-cli-grade = full — полный, anonymous — обезличенный, numbers — числа
registry-cli-organization-wrong = Школы или партнёра с номером { $value } нет.
registry-cli-export-organization-wrong = Организации с номером { $value } нет.
registry-cli-full-of-one = Полный реестр выгружается только по одной школе. Для муниципалитета и региона есть --grade anonymous и numbers.
registry-cli-file-wrong = Файл { $file } не открывается: { $reason }
registry-cli-file-not-written = Файл { $file } не записывается: { $reason }
registry-cli-links-missing = Без согласия на бумаге: { $count }. Их данные не сохраняются; чтобы сделать для них личные ссылки, добавьте --links ФАЙЛ.xlsx.
registry-cli-about = { $name }. Строк: { $total }. По бумажному согласию: наставляемых — { $mentees }, наставников — { $mentors }. Без согласия: { $links }. С ошибками: { $wrong }.
registry-cli-entered = Внесено: { $count }.
registry-cli-links-made = Личные ссылки ({ $count }) записаны в { $file }. Имена есть только там.
registry-cli-nothing-stored = Ничего не сохранено.
registry-cli-exported = { $name }: записано в { $file }, человек: { $count }.
registry-cli-exported-few = { $name }: записано в { $file }.

# ---- журнал доступа

audit-act-registry-full = взял(а) полный реестр
audit-act-registry-anonymous = взял(а) обезличенный реестр
audit-act-registry-numbers = взял(а) реестр в числах
audit-act-registry-imported = внёс(ла) список сотрудников
audit-act-registry-approved = утвердил(а) реестр приказом
audit-act-registry-snapshot-taken = взял(а) утверждённый реестр
audit-act-mentors-ranked = подбирал(а) наставников под программу
audit-act-shortlist-saved = сохранил(а) список наставников
audit-act-shortlist-seen = посмотрел(а) список наставников
audit-act-shortlist-removed = удалил(а) список наставников

# ---- отказы

error-registry-file-refused = { $reason ->
        [empty] Файл пустой. Проверьте, тот ли файл вы отправили.
        [large] Файл больше 5 МБ. Уберите из него картинки и лишние листы.
        [kind] Нужен файл .xlsx. Откройте список в Excel или другой программе и сохраните его как .xlsx.
        [locked] Файл защищён паролем. Снимите пароль и отправьте файл ещё раз.
        [macros] В файле есть макросы, такие файлы я не открываю. Сохраните его как .xlsx без макросов.
        [bomb] Файл устроен необычно: после распаковки он слишком велик. Скопируйте список в новую книгу и отправьте её.
        [long] В файле слишком много строк, столбцов или листов (принимаю до { $limit }). Разделите его на части.
        [heads] В файле не видно столбца с именами. Назовите столбцы, например «ФИО» и «Роль», или возьмите образец.
       *[damaged] Файл повреждён или загружен не полностью. Откройте его, сохраните заново и отправьте ещё раз.
    }
error-registry-on-server-only = В настройках школы документы с персональными данными через чат отключены. Их делает администратор на сервере.
error-registry-changed = Состав реестра только что изменился. Откройте реестр и утвердите его ещё раз.
error-nothing-to-import = Вносить нечего: в файле нет подходящих строк или все эти люди уже участвуют.
error-too-many-shortlists = Списков уже { $limit }. Удалите ненужные и сохраните снова.
error-too-many-chosen = В одном списке не больше { $limit } наставников. Снимите лишние отметки.
