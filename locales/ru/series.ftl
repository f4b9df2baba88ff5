# Серии встреч: повторять, пропускать дни, переносить все следующие.
# keys: series-rhythm-*, series-left-*, series-state-*, series-item-*, series-until-*

series-rhythm-weekly = Каждую неделю
series-rhythm-biweekly = Раз в две недели
series-rhythm-monthly = Раз в месяц

series-what =
    <b>🔁 { $kind }</b>
    Как часто: { $rhythm }, по { $minutes } мин
    До какого дня: { $until }
    Где: { $place }
    С кем: { $who }
series-next = Ближайшая: { $when }
series-days = Дни ({ $count }): { $days }
series-days-more = { $days } и ещё { $count }
series-left-skipped = Пропускаем: { $days }
series-left-day-off = Выходные и праздники: { $days }
series-left-break = Каникулы: { $days }
series-left-taken = Время занято другой встречей: { $days }
series-left-called-off = Встречи нет (отменена, перенесена или время занято): { $days }

series-state-asked = Серия ждёт вашего ответа. Одно нажатие — сразу для всех дней.
series-state-join = Серия идёт. Ответьте, пожалуйста, будете ли вы приходить.
series-state-absent = Серия идёт без вас. Если планы изменились, подтвердите её.
series-state-proposed = Ждём ответа на ваше предложение.
series-state-confirmed = Серия подтверждена. О каждой встрече мы напомним заранее.
series-state-declined = Серия не подошла.
series-state-ended = Серия закончена.

series-confirm = Подтвердить все дни
series-decline = Отклонить серию
series-skip = Пропустить день
series-end = Прекратить серию
series-take-back = Отозвать предложение
series-leave = Больше не смогу приходить
series-to-list = Мои серии
series-list =
    <b>Серии встреч</b>
    Нажмите на серию, чтобы увидеть её дни.
series-list-empty =
    <b>Серии встреч</b>
    Серий пока нет. Откройте предстоящую встречу и нажмите «Повторять».
series-item-waiting = ❗ { $rhythm } · { $who } · ждёт ответа
series-item-proposed = { $rhythm } · { $who } · предложена
series-item-confirmed = { $rhythm } · { $who }

series-end-sure = Прекратить серию? Все её будущие встречи отменятся. Об этом узнает: { $who }
series-end-yes = Да, прекратить
series-take-back-sure = Отозвать предложение серии? Сама встреча останется.
series-take-back-yes = Да, отозвать
series-leave-sure = Вы больше не будете приходить? Остальные продолжат без вас, наставник об этом узнает.
series-leave-yes = Да, не смогу
series-ask-skip =
    <b>Какой день пропустить?</b>
    Встречи в этот день не будет. Сразу узнает: { $who }
series-ask-move =
    <b>Что перенести?</b>
    Встреча серии: { $when }
    С кем: { $who }
series-move-one = Только эту встречу
series-move-following = Эту и все следующие

series-form-new = <b>Повторять встречу</b> · { $step } из { $steps }
series-form-move = <b>Перенести серию</b> · { $step } из { $steps }
series-form-stop = Отмена
series-form-send = Отправить
series-form-stopped = Хорошо, ничего не изменили и никому не отправили.
series-ask-rhythm =
    Первая встреча: { $when }
    С кем: { $who }

    Как часто повторять?
series-ask-until = До какого дня повторять? Выберите или напишите дату, например «25.12».
series-until-new-year = До Нового года · { $day }
series-until-year-end = До конца учебного года · { $day }
series-ask-day = На какой день этой недели перенести? Следующие встречи будут в тот же день недели.
series-ask-time =
    { $day }
    Во сколько? Выберите время или напишите, например «15:30».
series-summary =
    { $rhythm }, начиная с: { $first }
    До какого дня: { $until }
    Где: { $place }
    Встреч: { $count }
    Дни: { $days }
series-ask-days = Нажмите на день, чтобы вычеркнуть его или вернуть. Предложение получит: { $who }
series-day-in = ✅ { $day }
series-day-out = ✖️ { $day }
series-sent = Предложение отправлено. Серию увидит и одним нажатием подтвердит: { $who }
series-hint-time = Не удалось понять время. Напишите часы и минуты, например «15:30».
series-hint-buttons = Здесь нужно выбрать один из вариантов кнопкой.

series-confirmed-by-you = Спасибо, серия подтверждена.
series-declined-by-you = Записали: серия вам не подходит. Причину объяснять не нужно.
series-ended-by-you = Серия прекращена. Вторая сторона об этом узнает.
series-left-by-you = Записали: вы больше не приходите. Наставник об этом узнает.
series-skipped-by-you = День пропущен: { $day }. Вторая сторона об этом узнает.

series-notice-proposed = <b>Вам предлагают встречаться регулярно.</b> Предлагает: { $who }
series-notice-moved = <b>Вам предлагают перенести серию встреч.</b> Прежние встречи с этого дня отменены. Предлагает: { $who }
series-notice-confirmed = <b>Серия встреч подтверждена.</b>
series-notice-declined = <b>Серия встреч не подошла.</b> Можно предложить другое время.
series-notice-ended = <b>Серия встреч прекращена.</b> Её будущие встречи отменены.
series-notice-taken-back = <b>Предложение серии встреч отозвано.</b>
series-notice-lapsed = <b>На предложение серии встреч не успели ответить.</b> Можно предложить другую.
series-notice-joined = <b>Будет приходить на встречи серии:</b> { $who }
series-notice-left = <b>Не будет приходить на встречи серии:</b> { $who }
series-notice-skipped = <b>Встречи серии не будет:</b> { $day }
series-notice-left-out = <b>Встречи серии не будет: время занято.</b> День: { $day }

people-behalf-repeats = 🔁 { $rhythm }, до { $until }
people-behalf-ask-series = <b>{ $name }</b>
    Предложена серия встреч. Спросите коллегу, удобно ли ему.
people-behalf-series-yes = Будет приходить
people-behalf-series-no = Не подходит
people-behalf-done-series-yes = ✅ Серия подтверждена. Напоминайте коллеге о встречах сами: бот до него не дойдёт.
people-behalf-done-series-no = Отмечено: серия не подходит. Второй стороне сообщили.
people-pending-series = { $name } · серия встреч с { $day }?
audit-act-on-behalf-series-confirmed = за коллегу подтверждена серия встреч
audit-act-on-behalf-series-declined = за коллегу отклонена серия встреч

error-series-end-wrong = Серия может закончиться не раньше { $first } и не позже { $last }. Напишите другую дату.
error-series-empty = До этого дня не остаётся ни одной встречи. Выберите день позже или верните вычеркнутые дни.
error-series-all-taken = Во все эти дни время уже занято. Выберите, пожалуйста, другое время.
