# Вход в программу: язык, согласие, анкета, решение куратора, приглашения.
# keys: joining-invite-*
# keys: audit-act-*

joining-language = Выберите язык · Телне сайлагыз · Choose a language
language-changed = Готово, дальше — на русском.
joining-consent =
    <b>{ $title }</b>
    Вас приглашают в программу наставничества, роль: { $role }.

    { $body }

    <i>Редакция { $version }. До вашего согласия ничего о вас не записывается.</i>
joining-consent-own-wish =
    <b>{ $title }</b>
    Вы хотите участвовать в программе наставничества, роль: { $role }. Анкету увидит куратор этой школы.

    { $body }

    <i>Редакция { $version }. До вашего согласия ничего о вас не записывается.</i>
button-agree = Даю согласие
button-disagree = Не даю согласия
joining-refused = Хорошо, ничего о вас не записано. Участвовать можно и без бота, на бумаге: обратитесь к куратору ({ $organization }). Передумаете — документ можно прочитать ещё раз.
button-read-again = Прочитать ещё раз
joining-start-young = Здравствуйте! Ваш родитель уже дал согласие, и вас ждут в программе наставничества ({ $organization }). Нажмите «Начать», чтобы продолжить здесь. Если не хотите — просто ничего не нажимайте.
button-begin = Начать
joining-linked = Готово: теперь вы получаете сообщения здесь. Всё, что было внесено раньше, на месте.

joining-find-other = 🔎 Найти свою школу
joining-find-ask = Напишите название школы или его часть, можно только номер: «гимназия 7», «Ершова». Искать нужно школу, а не человека: имена сюда писать не нужно. Написанное не сохраняется.
joining-find-found = По запросу «{ $query }» найдено: { $total }. Выберите свою школу.
joining-find-none = По запросу «{ $query }» ничего не нашлось. Напишите название иначе, короче или только номер. Если школы здесь нет, она ещё не подключилась: попросите ссылку у её руководителя.
joining-find-line = { $name } · { $above }
joining-find-again = 🔎 Искать ещё раз
joining-find-roles =
    <b>{ $organization }</b>
    Как вы хотите участвовать? Анкету увидит и решит о ней куратор этой школы.
joining-find-mentee = Я педагог, мне нужен наставник
joining-find-mentor = Я педагог, готов быть наставником
joining-find-pupil = Я ученик
joining-find-parent = Я родитель ученика
joining-find-family =
    <b>{ $organization }</b>
    Ученики и их родители входят по личной ссылке. Попросите её у куратора или классного руководителя: сначала согласие даёт родитель. О вас ничего не записано.
error-nothing-to-find = Напишите название школы буквами или её номер цифрами.
error-invitation-revoked = Эту ссылку отозвали. Попросите у куратора новую или найдите школу сами: /start

menu-invitations = ✉️ Пригласить коллег
joining-invitations =
    <b>Пригласить коллег</b>
    { $organization }
    Кого приглашаете? Получите ссылку и отправьте её коллегам.
joining-load = { $pairs ->
        [0] Кураторов: { $curators }. Действующих пар пока нет.
       *[other] Кураторов: { $curators }. Действующих пар: { $pairs }, на одного куратора — до { $each }.
    }
joining-elsewhere = Другая организация: { $organization }
joining-live-open = 🔗 Действующие ссылки · { $count }
joining-invite-mentee = Наставляемых
joining-invite-mentor = Наставников
joining-invite-curator = Куратора
joining-invite-council = В совет наставников
joining-invite-psychologist = Психолога
joining-invite-tutor = Тьютора
joining-invite-editor = Редактора сайта
joining-invite-coordinator = Координатора
joining-invite-operator = Оператора
joining-invitation =
    Ссылка-приглашение, роль: <b>{ $role }</b>
    { $organization }

    { $url }

    Осталось мест: { $places }. Действует до: { $until }.
    Ссылку может открыть любой, у кого она есть: отправляйте её только своим. Каждую анкету одобряете вы.
joining-invitation-for-one =
    Ссылка-приглашение, роль: <b>{ $role }</b>
    { $organization }

    { $url }

    Осталось мест: { $places }. Действует до: { $until }.
    Кто войдёт по этой ссылке, сразу получит эту роль: отправляйте её только тому, кому она предназначена.
joining-affiliation = Для сотрудников партнёра: { $partner }
joining-qr = ▦ QR-код
joining-sheet = 🖨 Лист для учительской
joining-another = ➕ Ещё одна ссылка
button-revoke = Отозвать ссылку
joining-ask-affiliation = Для кого ссылка: для сотрудников вашей организации или партнёра?
joining-own-people = Наша организация
joining-ask-places = Сколько человек смогут войти по ссылке? Выберите или напишите число от 1 до { $limit }.
joining-ask-term = Сколько времени будет действовать ссылка?
joining-ask-term-for-one = Ссылка будет на одного человека: он сразу получит роль. Сколько времени ей действовать?
joining-days = { $count } дней
joining-live =
    <b>Действующие ссылки</b>
    { $organization }
    Нажмите на ссылку, чтобы показать её, распечатать или отозвать.
joining-live-none =
    <b>Действующие ссылки</b>
    { $organization }
    Сейчас ни одной: все использованы, отозваны или просрочены.
joining-live-of = { $role } ({ $partner })
joining-live-line = { $role } · мест: { $places } · до { $until }
joining-ask-revoke = Отозвать эту ссылку (роль: { $role })? По ней больше никто не войдёт. Те, кто уже вошёл, останутся.
joining-revoked = Ссылка больше не действует. Новую можно получить в разделе «Пригласить коллег».
joining-qr-caption = QR-код приглашения: { $organization }, роль — { $role }, до { $until }. Наведите на него камеру телефона.
joining-sheet-title = Приглашение в программу наставничества
joining-sheet-about = Приглашаем коллег. Роль: { $role }.
joining-sheet-step-open = 1. Наведите камеру телефона на код и откройте ссылку: она ведёт в Telegram. Нажмите «Начать».
joining-sheet-step-search = 2. Нет камеры — найдите в Telegram бота { $bot }, нажмите «Начать» и найдите свою школу по названию.
joining-sheet-step-consent = 3. Выберите язык и прочитайте согласие. До согласия о вас ничего не записывается.
joining-sheet-step-form = 4. Ответьте на вопросы анкеты: их можно отложить и продолжить позже.
joining-sheet-until = Мест по этому коду: { $places }. Код действует до { $until }.
joining-sheet-paper = Нет Telegram или не хотите им пользоваться? Участвовать можно и на бумаге: скажите об этом куратору.
joining-sheet-file = priglashenie
joining-sheet-caption = Лист для печати: QR-код и что делать. Повесьте его там, где он виден только своим.

audit-act-consent-given = дал(а) согласие
audit-act-invitation-made = создал(а) ссылку-приглашение
audit-act-invitation-revoked = отозвал(а) ссылку-приглашение
