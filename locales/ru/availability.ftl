# Когда удобно встречаться: части дня, уроки, звонки и каникулы школы.
# keys: availability-part-*, availability-break-*, audit-act-*

menu-school-times = 🕒 Звонки и каникулы

availability-times = <b>Удобное время</b>
availability-whose = Кто: { $who }
availability-from-profile = Пока взято из анкеты. Нажмите на клетку, чтобы уточнить.
availability-unknown = Пока ничего не указано, поэтому предлагаем время после уроков. Нажмите на клетки, когда удобно.
availability-hours = { $hours }
availability-seen = Само расписание видят только вы, куратор и руководитель; второй стороне предлагается лишь общее свободное время.
availability-part-morning = 🌅
availability-part-afternoon = ☀️
availability-part-evening = 🌙
availability-lessons-button = Мои уроки: { $count }
availability-clear = Забыть, взять из анкеты
availability-to-meetings = Мои встречи
availability-lessons = <b>Уроки</b>
availability-no-bells = Звонки школы пока не указаны. Отметьте номера уроков, время появится, когда куратор укажет звонки.
availability-lessons-use = Во время уроков мы не пишем о том, что может подождать, и не предлагаем встреч.
availability-bell = { $number }-й: { $since }–{ $until }

availability-school =
    <b>Звонки и каникулы</b>
    { $name }
availability-bells-none = Звонки пока не указаны. Возьмите обычные (восемь уроков по 40 минут с 8:30, перемены 10 и 20 минут) и поправьте или введите свои.
availability-bells-usual = Взять обычные звонки
availability-bell-add = Добавить { $number }-й урок
availability-bell-remove = Убрать этот урок
availability-bell-ask = Когда начинается и заканчивается { $number }-й урок? Напишите, например «8:30–9:10».
availability-bell-hint = Не удалось понять. Напишите начало и конец урока, например «8:30–9:10».
availability-breaks-button = Каникулы: { $count }
availability-members-button = Время и уроки каждого
availability-breaks = <b>Каникулы</b>
availability-breaks-none = Пока не указаны.
availability-breaks-add = Добавьте каникулы: в эти дни встречи не предлагаются, а уроки не считаются.
availability-break-autumn = Осенние
availability-break-winter = Зимние
availability-break-spring = Весенние
availability-break-summer = Летние
availability-break-other = Другие
availability-break-line = { $title }: { $first } – { $last }
availability-break-remove = Убрать: { $title }
availability-break-ask =
    <b>{ $title }</b>
    Напишите первый и последний день, например «26.10 – 03.11».
availability-break-hint = Не удалось понять дни. Напишите первый и последний, например «26.10 – 03.11».
availability-saved = Сохранено.
availability-text-needed = Здесь нужен ответ текстом.
availability-members = <b>Время и уроки каждого</b>
    Галочка: удобное время уже указано. Ваш просмотр записывается в журнал доступа.
availability-members-none = Наставников и наставляемых пока нет.

audit-act-person-times-seen = посмотрел(а) удобное время и уроки
audit-act-person-times-set = указал(а) удобное время за другого
audit-act-person-lessons-set = указал(а) уроки за другого
audit-act-school-times-seen = посмотрел(а), у кого указано удобное время
audit-act-school-bells-set = изменил(а) звонки школы
audit-act-school-breaks-set = изменил(а) каникулы школы

error-bell-wrong = Урок длится не меньше десяти минут и не пересекается с соседними. Проверьте, пожалуйста, время.
error-break-wrong =
    { $days ->
        [one] Последний день не раньше первого и ещё не прошёл, а каникулы длятся не дольше { $days } дня. Проверьте, пожалуйста, дни.
        [few] Последний день не раньше первого и ещё не прошёл, а каникулы длятся не дольше { $days } дней. Проверьте, пожалуйста, дни.
       *[many] Последний день не раньше первого и ещё не прошёл, а каникулы длятся не дольше { $days } дней. Проверьте, пожалуйста, дни.
    }
