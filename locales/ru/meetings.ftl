# Встречи пары: предложить, ответить, перенести, отметить, состоялась ли.
# keys: meetings-kind-*, meetings-state-*, meetings-item-*, meetings-place-*, meetings-mode-*

menu-meetings = 📅 Встречи
calendar-weekdays = Пн Вт Ср Чт Пт Сб Вс

meetings-kind-organisational = Организационная встреча
meetings-kind-trial = Пробная рабочая встреча
meetings-kind-planning = Встреча по планированию
meetings-kind-regular = Рабочая встреча
meetings-kind-final = Итоговая встреча
meetings-kind-lesson-visit = Посещение урока

meetings-what =
    <b>{ $kind }</b>
    Когда: { $when } · { $minutes } мин
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

meetings-place-school = В школе
meetings-place-online = Онлайн
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
        [asked] Вы уже предложили встречу на это время: { $at }. Изменить или отозвать её можно в «Встречах».
       *[other] У второй стороны на это время уже назначена встреча. Выберите, пожалуйста, другое время.
    }
error-meeting-settled =
    { $outcome ->
        [held] Уже отмечено, что встреча состоялась. Если это не так, скажите куратору.
        [not_held] Уже отмечено, что встреча не состоялась. Если это не так, скажите куратору.
       *[other] Ответы о встрече разошлись, и куратор уже уточняет, как было. Менять ответ не нужно.
    }
error-meeting-not-over = Встреча ещё не началась. Отметить, состоялась ли она, можно будет после начала.

meetings-mode-in-person = очно
meetings-mode-online = онлайн
meetings-mode-mixed = очно и онлайн
meetings-lesson = Урок: { $lesson } · ведёт { $who }
meetings-lesson-own = вы
meetings-lesson-any = класс и предмет не указаны
meetings-lesson-before = Разговор до урока: { $at }
meetings-lesson-after = Разговор после урока: { $at }
meetings-lesson-aim = На что смотрим: { $aim }
meetings-of-series = 🔁 Это одна из серии встреч.
meetings-group-come = Придут: { $who }
meetings-group-absent = Не придут: { $who }
meetings-group-silent = Ещё не ответили: { $who }
meetings-state-join = Встреча состоится. Ответьте, пожалуйста, придёте ли вы.
meetings-state-absent = Встреча состоится без вас. Если планы изменились, подтвердите её.
meetings-no-reason = Причина: { $reason }
meetings-decline-why = Отклонить и написать почему
meetings-decline-silently = Отклонить без причины
meetings-ask-reason = Почему встреча не подходит? Напишите коротко, до { $limit } знаков. Ваши слова прочитает: { $who }
meetings-take-back = Отозвать предложение
meetings-take-back-sure = Отозвать предложение? Об этом узнает: { $who }
meetings-take-back-yes = Да, отозвать
meetings-leave = Не смогу прийти
meetings-leave-sure = Вы не придёте? Встреча состоится без вас, наставник об этом узнает.
meetings-leave-yes = Да, не приду
meetings-repeat = 🔁 Повторять
meetings-series = 🔁 Вся серия
meetings-file = 📎 Файл для календаря
meetings-after = 📝 Что сделали и о чём договорились
meetings-series-list = 🔁 Серии встреч ({ $count })
meetings-tasks = 📌 Договорённости
meetings-diary = 📓 Дневник
meetings-times = 🕒 Удобное время
meetings-calendar = 🔔 Напоминания и календарь
meetings-yes-by-you = Спасибо, ваш ответ записан. Ждём ответа наставника.
meetings-absent-by-you = Записали: вы не придёте. Наставник об этом узнает.
meetings-declined-with-reason = Вы отклонили это время. Причину передадим.
meetings-notice-stands = <b>Встреча состоится.</b>
meetings-notice-joined = <b>Придёт на встречу:</b> { $who }
meetings-notice-absent = <b>Не придёт на встречу:</b> { $who }
error-meeting-length-wrong = Встреча может длиться от { $least } до { $most } минут. Укажите, пожалуйста, другую длительность.
error-link-wrong = Нужна ссылка целиком, начиная с http:// или https://.
error-lesson-talk-wrong = Разговор до урока должен быть раньше его начала, а разговор после — не раньше конца. Поправьте, пожалуйста, время.
