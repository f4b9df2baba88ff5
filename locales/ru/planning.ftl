# Когда и как встретиться: предложенное время, календарь, слова, место, посещение урока.
# keys: planning-place-*, planning-problem-*, planning-offer-*

menu-plan = 🗓 Запланировать

planning-head =
    <b>{ $kind }</b>
    С кем: { $who }
planning-head-move =
    <b>Другое время</b>
    { $kind } · с кем: { $who }
planning-purpose = Зачем: { $purpose }
planning-agenda = На уроке:
planning-agenda-before = До урока:
planning-agenda-after = После урока:
planning-agenda-point = • { $point }
planning-where = Где: { $where }
planning-planned-already = У вас уже есть встреча: { $when }. Эта будет ещё одной.
planning-choose = Нажмите на время — предложение уйдёт сразу. Или напишите своё: «вторник 15:30», «завтра после 6 урока», «12.11 в 14».
planning-nothing-free = Свободного для всех времени не нашлось. Напишите своё, например «вторник 15:30», или откройте календарь.
planning-seen-by = Предложение получит: { $who }
planning-widened = Времени, удобного всем, в ближайшие дни нет. Вот другое, когда все свободны.
planning-later = В ближайшие две недели всё занято, поэтому время позже.
planning-visit-next =
    Нажмите «Выбрать урок»: спросим, чей урок, день, класс и о чём поговорить.
    Предложение получит: { $who }
planning-visit-go = Выбрать урок
planning-calendar = 📅 Календарь
planning-place = 📍 Место
planning-other-kind = Другая встреча
planning-other-pair = Другая пара
planning-cancel = Отмена

planning-place-school = В школе
planning-place-online = Онлайн
planning-place-mixed = Очно и онлайн

planning-sent = Предложение отправлено: <b>{ $when }</b>.
planning-sent-what =
    { $kind }
    Где: { $where }
    С кем: { $who }
planning-sent-next = Сообщим, когда на него ответят.
planning-take-back = Отозвать
planning-change = Изменить
planning-repeat = 🔁 Повторять
planning-open = Открыть встречу
planning-to-list = Мои встречи
planning-no-pair = Планировать встречи можно, когда у вас есть действующая наставническая пара. Как только куратор её подберёт и все согласятся, мы сразу вам напишем.
planning-stopped = Хорошо, встречу не предлагаем. Ничего не отправлено.

planning-offer-begin = <b>Пора договориться о первой встрече.</b> С кем: { $who }
planning-offer-after = <b>Следующая встреча ещё не назначена.</b> С кем: { $who }
planning-offer-rhythm = <b>Скоро пора встретиться снова.</b> С кем: { $who }
planning-offer-what =
    { $kind }
    Зачем: { $purpose }
planning-offer-choose = Нажмите на время — предложение уйдёт сразу.
planning-offer-other = Другое время

planning-form-new = <b>Новая встреча</b>
planning-form-move = <b>Другое время</b>
planning-kind-likely = { $kind } · советуем
planning-ask-pair = С кем вы хотите встретиться?
planning-ask-kind = Какая это будет встреча?
planning-ask-day = Выберите день в календаре или напишите его: «25.11», «в пятницу», «через неделю в 16».
planning-ask-time =
    { $day }
    Во сколько? Выберите время или напишите: «15:30», «после 6 урока».
planning-ask-time-typed =
    { $day }
    Во сколько? Напишите время: «15:30», «после 6 урока».
planning-ask-bell =
    { $day }
    Какой урок? Отмечены уроки этого педагога. Можно и написать время, например «10:20».
planning-ask-bell-typed =
    { $day }
    Во сколько урок? Звонки вашей школы пока не указаны, напишите время, например «10:20».
planning-bell = { $number }-й урок, { $since }–{ $until }
planning-bell-own = ✓ { $number }-й урок, { $since }–{ $until }
planning-ask-place =
    Сейчас: { $where }.
    Где встретитесь? Выберите или напишите место либо ссылку на звонок.
    Ваш ответ увидит: { $who }
planning-ask-teacher = Чей урок посетите?
planning-own-lesson = Мой урок
planning-ask-lesson =
    В каком классе и какой предмет? Напишите, например «7Б, физика».
    Ваш ответ увидит: { $who }
planning-ask-aim =
    На что посмотреть на уроке? Напишите в одной-двух фразах или пропустите.
    Ваш ответ увидит: { $who }
planning-skip = Пропустить
planning-today = Сегодня
planning-tomorrow = Завтра

planning-summary =
    <b>{ $kind }</b>
    Когда: { $when }
    { $minutes ->
        [one] Сколько: { $minutes } минута
        [few] Сколько: { $minutes } минуты
       *[many] Сколько: { $minutes } минут
    }
    Где: { $where }
    С кем: { $who }
planning-visit-lesson = Урок: { $lesson }
planning-visit-aim = На что смотрим: { $aim }
planning-visit-before = Разговор до урока: в { $at }
planning-visit-after = Разговор после урока: в { $at }
planning-talk-before-on = ✓ Поговорить до урока
planning-talk-before-off = Поговорить до урока
planning-talk-after-on = ✓ Поговорить после урока
planning-talk-after-off = Поговорить после урока
planning-summary-ask = Всё верно? Предложение получит: { $who }
planning-send = Отправить предложение
planning-warn-shifted = В этот день часы переводят, и такого времени нет. Взяли ближайшее следующее.
planning-warn-night = Обратите внимание: это вечернее, ночное или раннее утреннее время.
planning-warn-lesson = Обратите внимание: у кого-то из вас в это время урок.
planning-warn-day-off = Обратите внимание: это выходной или каникулы.
planning-warn-event = В этот день у вас в плане: { $event }

planning-resumed = Вы уже начали предлагать встречу. Продолжим с этого места.
planning-anew = Начать заново
planning-hint-when = Не удалось понять, когда. Напишите день и время, например «вторник 15:30», «завтра после 6 урока» или «25.11 в 14».
planning-hint-time = Не удалось понять время. Напишите часы и минуты, например «15:30», или «после 6 урока».
planning-hint-which-day = Напишите ещё и день, например «завтра после уроков».
planning-hint-visit = Сначала нажмите «Выбрать урок».
planning-hint-buttons = Здесь нужно выбрать один из вариантов кнопкой.
planning-hint-text = Здесь нужен ответ текстом или кнопкой. Всё, что вы уже указали, сохранено.
planning-problem-no-bells = Звонки вашей школы пока не указаны, поэтому время урока неизвестно. Напишите часы и минуты, например «14:10», или попросите куратора указать звонки.
planning-problem-no-such-lesson = Урока с таким номером в звонках вашей школы нет. Напишите часы и минуты, например «14:10».
planning-problem-no-lessons = Ваши уроки в этот день не указаны. Напишите часы и минуты, например «14:10», или «после 6 урока».
