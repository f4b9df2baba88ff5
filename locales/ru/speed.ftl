# Блиц-наставничество: короткие встречи с наставником по записи, одна каждому.
# keys: speed-mode-*, speed-step-*, speed-meanwhile-*, audit-act-*

menu-speed = ⚡ Блиц-наставничество
menu-speed-book = ⚡ Записаться на блиц

speed-to-list = ‹ Блиц-встречи
speed-list =
    <b>Блиц-наставничество</b>
    Короткая встреча с наставником по одной теме. Пара для этого не нужна. Выберите, чтобы записаться.
speed-list-empty =
    <b>Блиц-наставничество</b>
    Короткие встречи с наставником по одной теме. Сейчас ничего не объявлено.
speed-line-free = { $when } · { $topic } · свободно { $free }
speed-line-full = { $when } · { $topic } · мест нет
speed-line-mine = ★ { $when } · { $topic }
speed-line-over = ✓ { $when } · { $topic }
speed-line-tell = ❗ { $when } · { $topic } · отметьте
speed-announce = ⚡ Объявить блиц-встречи

speed-what =
    <b>⚡ { $topic }</b>
    Наставник: { $who }
    Когда: { $when } – { $until }
    По { $minutes } мин. на человека, мест: { $count }
    Где: { $where }
speed-mode-in-person = очно
speed-mode-online = онлайн
speed-mode-mixed = очно или онлайн
speed-slot-free = { $at } — свободно
speed-slot-unused = { $at } — никто не записан
speed-slot-taken = { $at } — { $who }
speed-slot-came = { $at } — ✓ { $who }
speed-slot-missed = { $at } — ✕ { $who }
speed-queue-length = В очереди: { $count }.
speed-who-sees = <i>Кто записан, видят наставник, куратор и руководитель.</i>
speed-choose = Выберите время. <i>Что вы записаны, увидят наставник, куратор и руководитель.</i>
speed-full = Все места заняты. Встаньте в очередь: если место освободится, мы запишем вас и сразу сообщим.
speed-in-queue = Вы в очереди, ваш номер — { $number }. Если место освободится, мы запишем вас и сразу сообщим.
speed-is-over = Встречи прошли.
speed-is-cancelled = Блиц-встречи отменены.
speed-mine = ✅ Вы записаны: { $when }.
speed-meanwhile = ⚠️ В это же время у вас { $what }.
speed-meanwhile-meeting = встреча пары
speed-meanwhile-proposed = предложенная встреча
speed-meanwhile-speed-slot = другая блиц-встреча
speed-meanwhile-speed-session = свои блиц-встречи

speed-book = { $at }
speed-booked = ✅ Вы записаны. Напомним за час.
speed-release = Отказаться от записи
speed-released = Запись снята.
speed-join-queue = Встать в очередь
speed-leave-queue = Выйти из очереди
speed-tell = ✅ Отметить, кто был
speed-ask-held =
    <b>⚡ { $topic }</b>
    Кто был на встрече? Отметку можно исправить.
speed-came = { $at } · был(а)
speed-missed = { $at } · не был(а)
speed-cancel = Отменить все встречи
speed-cancel-sure = { $count ->
        [0] Отменить? Пока никто не записан.
       *[other] Отменить? Об этом узнают все, кто записан или в очереди: { $count }.
    }
speed-cancel-yes = Да, отменить

speed-ask-host = За кого объявляем блиц-встречи?
speed-host-own = За себя
speed-form = <b>Блиц-встречи</b> · { $step } из { $steps }
speed-step-topic = О чём поговорите? Напишите тему одной строкой, например «Как начать урок». Её увидят все наставляемые школы.
speed-step-day = В какой день? Выберите в календаре или напишите, например «25.11».
speed-step-time = { $day }. Во сколько начнём? Выберите или напишите, например «15:30».
speed-step-length = Сколько длится одна встреча?
speed-step-count = Сколько человек примете?
speed-step-mode = Как встречаетесь?
speed-step-place = Где встречаетесь? Напишите место. Его увидят все наставляемые школы.
speed-step-link = Пришлите ссылку на звонок. Её увидят все наставляемые школы.
speed-minutes = { $count } минут
speed-at-school = В школе
speed-link-later = Ссылку сообщу сам(а)
speed-stop = Отмена
speed-stopped = Хорошо, ничего не объявлено.
speed-hint-buttons = Выберите вариант кнопкой.
speed-overlap = ⚠️ В { $at } у наставника уже есть { $what }.
speed-who-hears = Об этом узнают все наставляемые школы. Проверьте и объявите.
speed-send = Объявить
speed-announced = ✅ Объявлено: наставляемые получат сообщение.

speed-notice-announced = ⚡ <b>Можно записаться на короткую встречу с наставником.</b>
speed-notice-for-you = ⚡ <b>Куратор объявил ваши блиц-встречи.</b> Если время не подходит, отмените их.
speed-notice-your-turn = ⚡ <b>Место освободилось, и мы записали вас.</b> Не сможете прийти — откажитесь, место получит следующий.
speed-notice-reminder = ⏰ Напоминаем: ваша блиц-встреча в { $at }.
speed-notice-reminder-host = ⏰ Напоминаем: блиц-встречи начнутся в { $at }. Записано: { $count }.
speed-notice-cancelled = ⚡ Блиц-встречи отменены.

error-speed-time-passed = Это время уже прошло. Выберите другое.
error-speed-too-far = Объявить можно не больше чем на { $days } дней вперёд.
error-speed-slot-taken = Это время только что заняли. Откройте список и выберите другое.
error-one-slot-each = Вы уже записаны на эти блиц-встречи. Сначала откажитесь от прежнего времени.

audit-act-speed-announced = объявил(а) блиц-встречи за наставника
audit-act-speed-seen = посмотрел(а), кто записан на блиц-встречи
audit-act-speed-told = отметил(а) за наставника, кто был на блиц-встрече
audit-act-speed-cancelled = отменил(а) блиц-встречи наставника
