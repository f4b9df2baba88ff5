# Дорожная карта: список дел, карточка, напоминания, сигналы.

menu-duties = ☑️ Мои дела
menu-roadmap = 🗺 Дорожная карта

roadmap-mine = <b>Мои дела</b> · { $count }
roadmap-mine-empty =
    <b>Мои дела</b>

    Сейчас за вами ничего не числится. Когда появится дело со сроком, я напомню за 14, 7 и 1 день.
roadmap-title-draft =
    <b>{ $title }</b>
    { $year } · ещё не утверждена руководителем
roadmap-title-approved =
    <b>{ $title }</b>
    { $year } · утверждена: { $approved }
roadmap-title-several = <b>Дорожная карта</b>
roadmap-counts = Мероприятий: { $total }, просрочено: { $late }
roadmap-late-only = Показаны только просроченные.
roadmap-nothing-late = Просроченных мероприятий нет.
roadmap-empty = В дорожной карте пока нет мероприятий.
roadmap-entry = { $mark } { $activity } — до { $due }
roadmap-show-late = Только просроченные · { $count }
roadmap-show-all = Показать все
roadmap-approve = Утвердить дорожную карту
roadmap-to-mine = ‹ Мои дела
roadmap-to-plan = ‹ Дорожная карта

roadmap-card-activity = { $mark } <b>{ $activity }</b>
roadmap-card-section = Раздел: { $section }
roadmap-card-due = Срок: { $due } (включительно)
roadmap-card-phrase = В плане: «{ $phrase }»
roadmap-card-result = Ожидаемый результат: { $result }
roadmap-card-responsible = Ответственный: { $name }
roadmap-card-responsible-you = Ответственный: вы
roadmap-card-responsible-gone = Ответственный: { $name } (не получает сообщений бота)
roadmap-card-seen-by = <i>Карточку видят ответственный, кураторы и руководитель.</i>
roadmap-state-done = Выполнено: { $at }, отметка — { $name }
roadmap-state-done-late = Выполнено с опозданием: { $at }, отметка — { $name }
roadmap-state-waived = Снято с контроля
roadmap-days-left = { $days ->
        [one] Остался { $days } день
        [few] Осталось { $days } дня
       *[many] Осталось { $days } дней
    }
roadmap-due-today = Сегодня последний день
roadmap-days-late = { $days ->
        [one] Просрочено на { $days } день
        [few] Просрочено на { $days } дня
       *[many] Просрочено на { $days } дней
    }
roadmap-comment = 💬 { $name }: { $comment }
roadmap-comments-earlier = { $count ->
        [one] И ещё { $count } более ранний комментарий.
        [few] И ещё { $count } более ранних комментария.
       *[many] И ещё { $count } более ранних комментариев.
    }
roadmap-file = 📎 { $name }
roadmap-file-sent = Файл к мероприятию дорожной карты.

roadmap-done = ✅ Отметить выполненным
roadmap-done-silently = Выполнено, без комментария
roadmap-add = Добавить комментарий или файл
roadmap-nudge = Напомнить
roadmap-take-over = Взять на себя
roadmap-more = Подробнее
roadmap-quoted = «{ $activity }»
roadmap-ask-done =
    Напишите комментарий одним сообщением или пришлите файл — я отмечу мероприятие выполненным.
    Если добавить нечего, нажмите «Выполнено, без комментария».
roadmap-ask-add = Напишите комментарий одним сообщением или пришлите файл — я добавлю его к мероприятию.
roadmap-ask-seen-by =
    <i>Это увидят кураторы и руководитель. Пожалуйста, не отправляйте файлы с персональными данными: паспорта, заявления, справки, списки с фамилиями, фотографии документов.</i>
roadmap-hint-expected = Здесь нужен комментарий текстом или файл (документ). Другое я приложить не могу.
roadmap-photo-refused =
    Фотографии здесь не принимаются: на них часто попадают чужие документы. Снимок я не сохранил.
    Пришлите файл документом (например, .docx, .xlsx, .pdf) или напишите комментарий.
roadmap-photo-removed = Из переписки он убран.
roadmap-photo-stays = Убрать его из переписки не получилось — удалите его, пожалуйста, сами.
roadmap-thanks = Записано. Спасибо!
roadmap-nudged = Напоминание отправлено: { $name }.

roadmap-reminder = 🗓 <b>Напоминаю о мероприятии дорожной карты</b>
roadmap-nudge-received = 🗓 <b>Вас просят обратить внимание на мероприятие дорожной карты</b>
roadmap-late-received = 🔴 <b>Срок мероприятия прошёл</b>. Куратор об этом знает. Если всё сделано — отметьте, пожалуйста.
roadmap-completed-for-you = ✅ { $name } отмечает выполненным ваше мероприятие: «{ $activity }».
roadmap-taken-over = { $name } теперь отвечает за мероприятие, которое числилось за вами: «{ $activity }». Вам делать ничего не нужно.
roadmap-alert =
    🔴 <b>Просрочено мероприятие дорожной карты</b>
    «{ $activity }»

error-duty-already-done = Это мероприятие уже отмечено выполненным.
error-already-nudged = Сегодня этому человеку уже напоминали. Завтра можно будет напомнить ещё раз.
error-responsible-unreachable = Ответственный сейчас не получает сообщений бота. Свяжитесь с ним иначе или возьмите мероприятие на себя.
error-too-much-evidence = К одному мероприятию можно приложить не больше { $limit } комментариев и файлов.
