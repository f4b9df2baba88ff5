# Встречи пары: предложить, ответить, перенести, отметить, состоялась ли.
# keys: meetings-kind-*, meetings-state-*, meetings-item-*, meetings-place-*

menu-meetings = 📅 Встречи
calendar-weekdays = Пн Вт Ср Чт Пт Сб Вс

meetings-kind-organisational = Организационная встреча
meetings-kind-trial = Пробная рабочая встреча
meetings-kind-planning = Встреча по планированию
meetings-kind-regular = Рабочая встреча
meetings-kind-final = Итоговая встреча
meetings-kind-lesson-visit = Посещение урока
meetings-kind-likely = { $kind } · советуем

meetings-what =
    <b>{ $kind }</b>
    Когда: { $when }
    Где: { $place }
    С кем: { $who }
meetings-instead = Вместо прежнего времени: { $when }

meetings-state-asked = Встреча ждёт вашего ответа.
meetings-state-waiting = Ждём ответа на ваше предложение.
meetings-state-confirmed = Встреча подтверждена. Мы напомним о ней заранее.
meetings-state-tell = Встреча состоялась?
meetings-state-you-said-held = Вы отметили: встреча состоялась. Ждём ответа второй стороны.
meetings-state-you-said-not-held = Вы отметили: встреча не состоялась. Ждём ответа второй стороны.
meetings-state-declined = Это время не подошло.
meetings-state-cancelled = Встреча отменена.
meetings-state-moved = Вместо этой встречи предложено другое время.
meetings-state-held = Встреча состоялась.
meetings-state-not-held = Встреча не состоялась.
meetings-state-disputed = Ответы о встрече разошлись. Куратор уточнит, как было на самом деле.

meetings-confirm = Подтвердить
meetings-move = Предложить другое время
meetings-decline = Отклонить
meetings-call-off = Отменить встречу
meetings-call-off-sure = Отменить встречу? Об отмене узнает: { $who }
meetings-call-off-yes = Да, отменить
meetings-held = Состоялась
meetings-not-held = Не состоялась
meetings-feedback = Ответить на три вопроса
meetings-open = Открыть встречу
meetings-to-list = Мои встречи
meetings-propose = Предложить встречу
meetings-propose-another = Предложить другую встречу

meetings-list =
    <b>Мои встречи</b>
    Сначала ближайшие, затем прошедшие. Нажмите на встречу, чтобы открыть её.
meetings-list-empty =
    <b>Мои встречи</b>
    Пока ни одной встречи нет.
meetings-item-waiting = ❗ { $when } · { $who } · ждёт ответа
meetings-item-proposed = { $when } · { $who } · предложена
meetings-item-confirmed = { $when } · { $who }
meetings-item-declined = { $when } · { $who } · отклонена
meetings-item-cancelled = { $when } · { $who } · отменена
meetings-item-held = ✓ { $when } · { $who }
meetings-item-not-held = { $when } · { $who } · не состоялась
meetings-item-disputed = { $when } · { $who } · уточняется
meetings-no-pair = Предложить встречу можно, когда у вас есть действующая наставническая пара. Как только куратор её подберёт и все согласятся, мы сразу вам напишем.

meetings-form-new = <b>Новая встреча</b> · { $step } из { $steps }
meetings-form-move = <b>Другое время</b> · { $step } из { $steps }
meetings-form-cancel = Отмена
meetings-form-send = Отправить предложение
meetings-form-anew = Начать заново
meetings-form-resumed = Вы уже начали предлагать встречу. Продолжим с этого места.
meetings-form-stopped = Хорошо, встречу не предлагаем. Ничего не отправлено.
meetings-ask-pair = С кем вы хотите встретиться?
meetings-ask-kind =
    Какая это будет встреча?
    С кем: { $who }
meetings-ask-day = Выберите день в календаре или напишите его, например «25.11».
meetings-ask-time =
    { $day }
    Во сколько? Выберите время или напишите, например «15:30».
meetings-ask-time-typed =
    { $day }
    Во сколько? Напишите время, например «15:30».
meetings-ask-place =
    Где встретитесь? Выберите или напишите место либо ссылку.
    Ваш ответ увидит: { $who }
meetings-place-school = В школе
meetings-place-online = Онлайн
meetings-place-same = Оставить: { $place }
meetings-today = Сегодня
meetings-tomorrow = Завтра
meetings-summary-ask = Всё верно? Предложение получит: { $who }
meetings-summary-shifted = В этот день часы переводят, и такого времени нет. Взяли ближайшее следующее.
meetings-summary-quiet = Обратите внимание: это вечернее, ночное или раннее утреннее время.
meetings-sent = Предложение отправлено. Сообщим, когда на него ответят.
meetings-hint-time = Не удалось понять время. Напишите часы и минуты, например «15:30», «15.30» или «1530».
meetings-hint-day = Не удалось понять день. Выберите его в календаре или напишите число и месяц, например «25.11».
meetings-hint-buttons = Здесь нужно выбрать один из вариантов кнопкой.
meetings-hint-text = Здесь нужен ответ текстом или кнопкой. Всё, что вы уже указали, сохранено.

meetings-confirmed-by-you = Спасибо, встреча подтверждена.
meetings-declined-by-you = Вы отклонили это время. Причину объяснять не нужно.
meetings-called-off-by-you = Встреча отменена, вторая сторона об этом узнает.
meetings-thanks = Спасибо, ваш ответ записан.

meetings-notice-proposed = <b>Вам предлагают встречу.</b> Предлагает: { $who }
meetings-notice-moved = <b>Вам предлагают другое время встречи.</b> Предлагает: { $who }
meetings-notice-confirmed = <b>Ваше предложение принято.</b>
meetings-notice-declined = <b>Предложенное вами время не подошло.</b> Можно предложить другое.
meetings-notice-cancelled = <b>Встреча отменена.</b>
meetings-notice-lapsed = <b>На ваше предложение не успели ответить.</b> Время встречи прошло, можно предложить другое.
meetings-notice-ask-held = <b>Состоялась ли встреча?</b> Достаточно одного нажатия.
meetings-notice-held = <b>Куратор отметил встречу как состоявшуюся.</b>
meetings-notice-not-held = <b>Куратор отметил встречу как несостоявшуюся.</b>
meetings-remind-today = <b>Напоминаем: сегодня в { $at } у вас встреча.</b>
meetings-remind-tomorrow = <b>Напоминаем: завтра в { $at } у вас встреча.</b>
meetings-remind = <b>Напоминаем: у вас скоро встреча.</b>

meetings-disputed =
    <b>Ответы о встрече разошлись</b>
    { $kind }: { $when }
meetings-says-held = { $who }: состоялась
meetings-says-not-held = { $who }: не состоялась
meetings-judge-held = Считать состоявшейся
meetings-judge-not-held = Считать несостоявшейся
meetings-judged-held = Решено: встреча состоялась. Обе стороны узнают об этом.
meetings-judged-not-held = Решено: встреча не состоялась. Обе стороны узнают об этом.

error-meeting-time-passed = Это время уже прошло. Выберите, пожалуйста, другое.
error-meeting-too-far =
    { $days ->
        [one] Встречу можно предложить не дальше чем на { $days } день вперёд. Выберите день поближе.
        [few] Встречу можно предложить не дальше чем на { $days } дня вперёд. Выберите день поближе.
       *[many] Встречу можно предложить не дальше чем на { $days } дней вперёд. Выберите день поближе.
    }
error-meeting-overlaps =
    { $whose ->
        [own] У вас уже есть встреча рядом с этим временем: { $at }. Выберите, пожалуйста, другое время.
       *[other] У второй стороны на это время уже назначена встреча. Выберите, пожалуйста, другое время.
    }
error-meeting-settled =
    { $outcome ->
        [held] Уже отмечено, что встреча состоялась. Если это не так, скажите куратору.
        [not_held] Уже отмечено, что встреча не состоялась. Если это не так, скажите куратору.
       *[other] Ответы о встрече разошлись, и куратор уже уточняет, как было. Менять ответ не нужно.
    }
error-meeting-not-over = Встреча ещё не началась. Отметить, состоялась ли она, можно будет после начала.
