# Состояние пар: доска, карточка, картинка, таблица, сигналы о встречах.
# keys: audit-act-*

menu-board = 📊 Состояние пар
board-title =
    <b>Состояние пар</b>
    Всего: { $total } · нужно внимание: { $attention }
    Сначала те, кому вы нужнее. Оценка — от 0 до 100, из чего она сложилась, видно в карточке пары.
board-empty = Действующих пар пока нет. Когда обе стороны согласятся, пара появится здесь.
board-all-well = ✅ Сейчас ни одной паре не нужно особое внимание.
board-pair = { $mentor } → { $mentees }
board-line-button = { $mark } { $mentor } → { $mentee }
board-entry = { $mark } <b>{ $health }</b> · { $pair }
board-entry-school = { $school }
board-entry-paused = На паузе: встречи не ждём.
board-entry-meetings =
    Была: { $last }
    Будет: { $next }
board-entry-known = { $words }
board-last = { $day }, прошло дней: { $days } из { $limit }
board-last-late = { $day }, прошло дней: { $days } при норме { $limit }
board-last-none = ещё ни разу, прошло дней: { $days } из { $limit }
board-next = { $when }
board-next-proposed = { $when } (ждёт ответа)
board-next-none = не назначена
board-unknown = нет данных
board-entry-tasks = договорённости: { $done } из { $total }
board-entry-tasks-late = договорённости: { $done } из { $total }, просрочено { $overdue }
board-entry-mood = отзывы: { $mood } из 10
board-entry-trial = после пробной: { $words }
board-trial-continue = продолжать
board-trial-not-sure = есть сомнения
board-trial-change = нужен другой вариант
board-show-needy = 🔴 Нужно внимание ({ $count })
board-show-all = Все пары ({ $total })
board-picture = 🗓 Месяц
board-sheet = 📄 .xlsx
board-back = К доске
board-card =
    { $mark } <b>{ $pair }</b>
    { $school }
    Оценка: <b>{ $health }</b>
board-parts = Из чего она сложилась:
board-score = • { $part }: <b>{ $value }</b> (вес { $weight }) — { $reason }
board-score-plain = { $part }: { $value } — { $reason }
board-parts-unknown = Пока неизвестно и не считается: { $parts }.
board-own = Вы в этой паре, поэтому отзывы и слова после пробной встречи вам не видны и в оценку не вошли.
board-part-rhythm = Ритм встреч
board-part-next = Следующая встреча
board-part-tasks = Договорённости
board-part-mood = Отзывы наставляемого
board-part-trial = Слова после пробной встречи
board-part-outcomes = Последние встречи
board-reason-kept = прошло дней: { $days }, можно до { $limit }
board-reason-awaited = первую встречу ждём, прошло дней: { $days } из { $limit }
board-reason-broken = прошло дней: { $days }, а должно быть не больше { $limit }
board-reason-never-met = ещё не встречались, прошло дней: { $days } из { $limit }
board-reason-next-confirmed = назначена и подтверждена
board-reason-next-proposed = предложена, ответа ещё нет
board-reason-next-none = не назначена
board-reason-tasks-on-time = всего { $total }, просроченных нет
board-reason-tasks-overdue = просрочено { $overdue } из { $total }
board-reason-mood-good = в среднем { $mood } из 10
board-reason-mood-mixed = в среднем { $mood } из 10, есть о чём поговорить
board-reason-mood-low = в среднем { $mood } из 10, поговорите с наставляемым
board-reason-trial-continue = все готовы продолжать
board-reason-trial-not-sure = кто-то сомневается
board-reason-trial-change = кто-то хочет перемен
board-reason-outcomes-held = все состоялись
board-reason-outcomes-missed = состоялись не все
board-rhythm-own = Для этой пары задано: встречаться не реже чем раз в { $days } дн.
board-rhythm-school = Как во всей школе: встречаться не реже чем раз в { $days } дн.
board-ends-on = Срок пары — до { $day }.
board-remind = 🔔 Напомнить паре
board-remind-task = 🔔 Напомнить о деле
board-rhythm = Ритм встреч
board-open-pair = Карточка пары
board-open-health = Открыть пару
board-extend = Изменить срок
board-open-person = Карточка участника
board-open-pairs = Пары
board-open-pupil = Карточка ученика
board-link = 🔗 Показать ссылку
board-link-anew = Новая ссылка
board-parent-link = 🔗 Ссылка для родителя
board-ask-rhythm =
    { $pair }
    
    Не реже чем раз в сколько дней эта пара встречается? Если встреч не будет дольше, вам придёт сигнал.
board-rhythm-days = { $days } дн.
board-rhythm-as-school = Как во всей школе
board-chosen = ● { $words }
board-rhythm-saved = ✅ Ритм сохранён.
board-rhythm-told =
    Куратор изменил ритм встреч: { $names }. Теперь встречайтесь не реже чем раз в { $days } дн.
    Если следующая встреча ещё не назначена, выберите время.
board-reminded = 🔔 Напоминание отправлено: { $names }.
board-reminded-already = Сегодня вы уже напоминали. Ещё раз можно завтра.
board-unreachable = Бот не может написать: { $names }. Скажите, пожалуйста, сами.
board-please-plan =
    Куратор просит вас договориться о следующей встрече: { $names }.
    Нажмите кнопку и выберите время — второй стороне останется подтвердить.
board-please-plan-final =
    Срок вашей пары — { $day }. Куратор просит назначить итоговую встречу: { $names }.
    Нажмите кнопку и выберите время.
board-plan = 🗓 Выбрать время
board-please-do =
    Куратор напоминает о том, о чём вы договорились:
    { $task }
    Срок был { $day }. Если уже сделано, отметьте.
board-task-done = ✅ Сделано
board-to-task = Открыть
board-no-end = срок не указан
board-alert-first-late =
    ⏳ Пара ещё ни разу не встретилась: { $pair }.
    Прошло дней: { $days }, первая встреча ожидалась за { $limit }.
    Следующая: { $next }.
board-alert-rhythm =
    ⏳ Пара давно не встречалась: { $pair }.
    Последняя встреча: { $last }.
    Следующая: { $next }.
board-alert-final =
    🏁 Срок пары подходит к концу, а итоговой встречи нет: { $pair }.
    Последний день: { $day }. Следующая встреча: { $next }.
board-alert-task =
    📌 Не выполнена договорённость, отвечает { $name }:
    { $task }
    Срок был { $day }.
board-alert-capacity =
    👥 У наставника больше наставляемых, чем мест: { $name }.
    Сейчас { $taken }, мест { $capacity }. Если наставник согласен, сделайте мест столько же или предложите кому-то другого наставника.
board-alert-unopened =
    📭 { $name }: личную ссылку никто не открыл. Она создана { $day }.
    Передайте её ещё раз или сделайте новую.
board-alert-unopened-parent =
    📭 { $name }: родитель не открыл ссылку. Она создана { $day }.
    Передайте её ещё раз.
board-alert-link-expired = Срок ссылки истёк: нужна новая.
board-give-places = Сделать мест: { $places }
board-places-given = ✅ { $name }. Теперь мест: { $places }. Наставник получит сообщение.
board-places-told =
    Куратор указал, что у вас мест для наставляемых: { $places } — столько, сколько их у вас сейчас.
    Если это для вас много, скажите куратору.
board-picture-title = Встречи пар · { $month }
board-picture-caption = Встречи пар: { $month }. Пунктир — сегодня.
board-picture-cut = Пар очень много: показана первая часть. Все — в файле .xlsx.
board-picture-today = Этот месяц
board-day-disputed = ответы разошлись
board-day-missed = не состоялась
board-day-held = состоялась
board-day-untold = исход не отмечен
board-day-planned = назначена
board-day-off = выходной или каникулы
board-column-health = Оценка
board-column-mentor = Наставник
board-column-mentees = Наставляемые
board-column-school = Организация
board-column-last = Последняя встреча
board-column-days = Прошло дней
board-column-limit = Можно до, дней
board-column-next = Следующая встреча
board-column-tasks = Договорённости
board-column-mood = Отзывы, из 10
board-column-trial = После пробной
board-column-why = Из чего сложилась оценка
board-sheet-name = Пары
board-sheet-title = Состояние пар на { $day }
board-sheet-caption = Состояние всех пар. Отзывы наставляемых в файле не для наставников: не пересылайте его.
board-file-name = pary
error-pair-paused = Кто-то из пары на паузе: напоминать пока не о чем.
error-already-planned = Встреча уже назначена: напоминать не нужно.
error-sheet-kept-out-of-chat = В вашей организации файлы с данными о людях не уходят через Telegram. Всё то же самое есть на доске.
audit-act-pairs-board_seen = посмотрел(а) состояние пар
audit-act-pairs-picture_taken = взял(а) картинку встреч пар
audit-act-pairs-sheet_taken = скачал(а) таблицу о состоянии пар
audit-act-pair-health_seen = посмотрел(а) оценку пары
audit-act-pair-rhythm_set = изменил(а) ритм встреч пары
audit-act-pair-reminded = напомнил(а) паре
audit-act-person-places_given = изменено число мест у наставника
