# После встречи: состоялась ли она, что сделали, о чём договорились, слово после пробной встречи, дневник.
# keys: journal-task-line-*, journal-task-item-*, journal-tasks-*, journal-history-held, journal-history-not-held
# keys: journal-history-disputed, journal-trial-said-*, journal-trial-word-*, journal-trial-continue
# keys: journal-trial-not-sure, journal-trial-change

menu-journal = ✅ Отметить встречу

journal-log = <b>Отметить встречу</b>
journal-log-waiting = Состоялась ли встреча? Достаточно одного нажатия.
journal-log-line = { $number }. { $when } — { $who }
journal-log-unplanned = Встретились без записи? Нажмите, в какой день это было.
journal-log-no-pair = Отмечать встречи можно, когда у вас есть действующая наставническая пара.
journal-held = ✅ Состоялась
journal-not-held = Не состоялась
journal-today = Сегодня
journal-yesterday = Вчера
journal-other-day = Другой день
journal-history = Ход встреч
journal-to-log = К отметкам
journal-to-meeting = К встрече
journal-to-meetings = ‹ Встречи
journal-to-pair = Открыть пару
journal-ready = Готово
journal-ask-day =
    Когда вы встретились?
    Напишите день, можно со временем: «09.11», «9 ноября 14:30», «в пятницу», «вчера в 15:00».
    Запись увидит и подтвердит: { $who }
journal-logged = Записано: встреча была. Подтвердить её мы попросим вторую сторону: { $who }
journal-noted-already =
    <b>Эта встреча уже записана</b>
    { $kind }: { $when }
    С кем: { $who }

    Если в этот день вы встретились ещё раз, запишите и вторую встречу.
journal-maybe-same =
    <b>Это та же встреча?</b>
    На этот день у вас уже есть встреча.
    { $kind }: { $when }
    С кем: { $who }
journal-open-noted = Открыть запись
journal-same-yes = Да, это она
journal-same-no = Нет, записать ещё одну
journal-ask-kind = Какая это была встреча?
journal-rename = Это была другая встреча
journal-take-back = Отменить запись
journal-taken-back = Запись о встрече отменена, вторую сторону мы не спросим.

journal-after =
    <b>{ $kind }</b>
    Когда: { $when }
    С кем: { $who }
journal-done =
    <b>Что сделали:</b>
    { $text }
journal-difficulties = <b>Над чем работали:</b> { $list }
journal-findings =
    <b>Выводы по уроку:</b>
    { $text }
journal-agreed =
    <b>Договорились:</b>
    { $tasks }
journal-agreed-more =
    { $count ->
        [one] …и ещё { $count } договорённость
        [few] …и ещё { $count } договорённости
       *[many] …и ещё { $count } договорённостей
    }
journal-you = вы
journal-note-write = ✍️ Что сделали
journal-note-edit = ✍️ Изменить запись
journal-difficulties-tick = Над какими затруднениями работали
journal-findings-write = Выводы по уроку
journal-task-add = 📌 Добавить договорённость
journal-task-open = Открыть: { $text }
journal-plan-next = 🗓 Запланировать следующую
journal-plan-again = 🗓 Запланировать встречу
journal-diary-about = 📓 Записать в дневник
journal-correct-held = Исправить: состоялась

journal-held-without-you = Встреча состоялась без вас.

journal-ask-note =
    <b>Что сделали на встрече?</b>
    { $when }
    Напишите коротко, одной-двумя фразами.
journal-ask-findings =
    <b>К каким выводам вы пришли после урока?</b>
    { $when }
    Напишите, что вы решили вместе.
journal-now =
    Сейчас записано:
    { $text }
journal-note-readers = <i>Запись увидят: { $who }, а также куратор и руководитель. Исправить её можно две недели.</i>
journal-note-kept = Запись сохранена.
journal-difficulties-found =
    <b>Над чем вы работали?</b>
    Первыми стоят затруднения, которые назвал сам наставляемый. Отметки увидят наставляемый и куратор.
journal-difficulties-ask =
    <b>Над чем вы работали?</b>
    Отметки увидят наставляемый и куратор.

journal-history-title =
    <b>Ход встреч</b>
    { $who }
    Встреч: { $total }
journal-history-whose = С кем встречи, которые вы хотите посмотреть?
journal-history-empty = Пока ни одной встречи не было. После первой здесь появится запись.
journal-history-held =
    <b>✓ { $when }</b>
    { $kind }
journal-history-not-held =
    <b>{ $when } · не состоялась</b>
    { $kind }
journal-history-disputed =
    <b>{ $when } · уточняется</b>
    { $kind }
journal-history-done = { $text }
journal-history-tasks = Договорённости: выполнено { $done } из { $total }
journal-history-open = Открыть: { $day }

journal-tasks-open-title = <b>Договорённости</b>
journal-tasks-open-empty = Сейчас невыполненных договорённостей нет.
journal-tasks-finished-title = <b>Выполненные договорённости</b>
journal-tasks-finished-empty = Выполненных договорённостей пока нет.
journal-tasks-open = К текущим
journal-tasks-finished = Выполненные
journal-to-tasks = К договорённостям
journal-task-line-open = • до { $day } · { $who }: { $text }
journal-task-line-overdue = • ❗ срок прошёл { $day } · { $who }: { $text }
journal-task-line-done = • ✓ { $who }: { $text }
journal-task-item-open = { $text }
journal-task-item-overdue = ❗ { $text }
journal-task-item-done = ✓ { $text }
journal-task-card =
    <b>Договорённость</b>
    { $text }

    Кто: { $who }
    Срок: { $day }
journal-task-seen-by = <i>Договорённость видят все в паре: вы и { $who }.</i>
journal-task-dropped = Договорённость снята: делать её не нужно.
journal-task-done = ✓ Сделано.
journal-task-overdue = ❗ Срок прошёл. Отметьте, если уже сделано, или договоритесь о новом сроке.
journal-task-finish = ✅ Сделано
journal-task-reopen = Вернуть в работу
journal-task-move = Изменить срок
journal-task-drop = Больше не нужно
journal-task-more = Добавить ещё
journal-task-whose = С кем вы договорились?
journal-task-ask =
    <b>О чём договорились?</b>
    Напишите, что нужно сделать.
    Договорённость увидят все в паре: { $who }
journal-task-ask-who =
    <b>Кто это сделает?</b>
    { $text }
journal-task-me = Я
journal-task-all = Каждый из наставляемых
journal-task-ask-due =
    <b>К какому сроку?</b>
    { $text }
    Выберите день или напишите его, например «25.11».
journal-task-ask-move =
    <b>Какой новый срок?</b>
    { $text }
    Сейчас: { $day }. Выберите день или напишите его, например «25.11».
journal-due-meeting = К следующей встрече · { $day }
journal-due-week = Через неделю · { $day }
journal-due-two-weeks = Через две недели · { $day }
journal-task-added = <b>Договорённость записана.</b>
journal-task-moved = <b>Срок изменён.</b>

journal-trial-say = 🤝 Продолжаем работать вместе?
journal-trial-change-mind = 🤝 Изменить ответ о совместной работе
journal-trial-ask =
    <b>Продолжаете работать вместе?</b>
    Пробная встреча: { $when }
    С кем: { $who }
journal-trial-secret = <i>Ваш ответ увидят только куратор и руководитель. Второй стороне мы его не покажем. Пока они не начали действовать, ответ можно изменить.</i>
journal-trial-continue = Продолжаем
journal-trial-not-sure = Сомневаюсь
journal-trial-change = Хочу другую пару
journal-trial-said-continue = Ваш ответ: продолжаем. Спасибо!
journal-trial-said-not-sure = Ваш ответ: сомневаюсь. Спасибо за честность, куратор поговорит с вами.
journal-trial-said-change = Ваш ответ: хочу другую пару. Куратор обсудит это с вами.
journal-trial-doubt =
    <b>Сомнения после пробной встречи</b>
    Встреча: { $when }
journal-trial-line = { $who }: { $word }
journal-trial-word-continue = хочет продолжать
journal-trial-word-not-sure = сомневается
journal-trial-word-change = хочет другую пару
journal-trial-word-none = пока без ответа
journal-trial-hush = <i>Ответы даны по секрету. Не пересказывайте второй стороне, кто что ответил.</i>
journal-trial-talked = Поговорили, продолжают
journal-trial-replace-one = Подобрать другого: { $name }
journal-trial-settled = Отмечено: вы поговорили, пара продолжает работу. Сигнал закрыт.
journal-trial-replace-sure =
    <b>Завершить пару и подобрать другого наставника?</b>

    Наставляемый: { $mentee }
    Наставник: { $mentor }

    Если в паре один наставляемый, она завершится и её встречи отменятся. Наставляемый вернётся в очередь. Участникам придёт только сообщение, что работа пары завершена, без причины.

journal-diary =
    <b>Дневник</b>
    Ваши наблюдения за собой и своей работой. Читаете их только вы: ни куратор, ни руководитель, ни наставляемый записей не видят.
journal-diary-empty = Записей пока нет.
journal-diary-item = { $day } · { $text }
journal-diary-write = ✍️ Новая запись
journal-diary-write-about = Запись о паре или встрече
journal-diary-day = <b>{ $day }</b>
journal-diary-about-whom = <b>{ $day }</b> · { $who }
journal-diary-text = { $text }
journal-diary-edit = Изменить
journal-diary-delete = Удалить
journal-diary-delete-sure = Удалить запись от { $day }? Вернуть её будет нельзя.
journal-diary-delete-yes = Да, удалить
journal-diary-deleted = Запись удалена.
journal-diary-open = Прочитать
journal-to-diary = К дневнику
journal-diary-ask = <b>Напишите, что хотите запомнить.</b>
journal-diary-ask-about =
    <b>Напишите, что хотите запомнить.</b>
    О ком: { $who }
journal-diary-secret = <i>Запись увидите только вы.</i>
journal-diary-about-what = О чём будет запись?
journal-diary-no-pairs = Пар у вас пока не было. Запись можно сделать и без этого.
journal-diary-pair = О паре: { $who }
journal-diary-meeting = О встрече { $day }: { $who }
journal-diary-ask-edit = <b>Напишите запись заново.</b> Новый текст заменит прежний.
journal-diary-kept = Записано в дневник, { $day }.

journal-hint-text = Здесь нужен ответ текстом. Всё, что вы уже указали, сохранено.
journal-hint-buttons = Здесь нужно выбрать один из вариантов кнопкой.

journal-notice-noted =
    <b>{ $who } отмечает, что вы встречались.</b>
    { $kind }: { $when }
    Так и было?
journal-notice-noted-yes = ✅ Да, встречались
journal-notice-noted-no = Нет
journal-notice-findings =
    <b>Разговор после урока</b>
    Посещение урока: { $when }
    С вами: { $who }
    Запишите, к чему вы пришли: хватит пары предложений.
journal-notice-task = <b>Новая договорённость или новый срок.</b>
journal-notice-task-today = <b>Сегодня срок договорённости.</b>
journal-notice-task-tomorrow = <b>Завтра срок договорённости.</b>

journal-silent =
    <b>Никто не сказал, была ли встреча</b>
    { $kind }: { $when }
    Кто: { $who }
    Если вы знаете, как было, отметьте сами или напомните участникам.
journal-ask-again = Напомнить участникам
journal-missed =
    <b>{ $count ->
        [one] Не состоялась { $count } встреча
        [few] Не состоялись { $count } встречи подряд
       *[many] Не состоялось { $count } встреч подряд
    }</b>
    Пара: { $who }
    Дни: { $days }
journal-reminded = Напоминание отправлено. К этому вопросу вернёмся завтра, если ничего не изменится.

audit-act-meeting-nudged = напомнено отметить встречу
audit-act-meeting-history_seen = просмотрен ход встреч пары
audit-act-trial-talked = разговор после пробной встречи

error-logged-in-future = Этот день или время ещё не наступили. Напишите, когда встреча была.
error-logged-too-long-ago =
    { $days ->
        [one] Записать можно встречу не старше { $days } дня. О более давней скажите куратору.
       *[many] Записать можно встречу не старше { $days } дней. О более давней скажите куратору.
    }
error-note-closed =
    { $days ->
        [one] Записи о встрече можно менять { $days } день, этот срок прошёл.
        [few] Записи о встрече можно менять { $days } дня, этот срок прошёл.
       *[many] Записи о встрече можно менять { $days } дней, этот срок прошёл.
    }
error-after-talk-ahead = Разговор после урока ещё впереди. Выводы запишите после него.
error-task-day-passed = Этот день уже прошёл. Выберите другой.
error-task-day-too-far =
    { $days ->
        [one] Срок может быть не дальше чем через { $days } день. Выберите день поближе.
        [few] Срок может быть не дальше чем через { $days } дня. Выберите день поближе.
       *[many] Срок может быть не дальше чем через { $days } дней. Выберите день поближе.
    }
error-trial-decided = Куратор уже занимается этим вопросом, или время ответа прошло. Если ваше мнение изменилось, скажите куратору.
