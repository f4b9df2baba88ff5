# Дорожная карта: свои дела, карточка дела, напоминания, сигналы, виды плана, файлы.

menu-duties = ☑️ Мои дела
menu-roadmap = 🗺 Дорожная карта

roadmap-mine = <b>Мои дела</b> · { $count }
roadmap-mine-note = <i>Этот список видите вы, кураторы и руководитель.</i>
roadmap-mine-empty =
    <b>Мои дела</b>

    Сейчас за вами ничего не числится. Когда появится дело со сроком, я напомню за 14, 7 и 1 день.
roadmap-controlled = <b>На моём контроле</b> · { $count }
roadmap-controlled-note = <i>По этим мероприятиям вы названы контролирующим. Исполнителям можно напомнить.</i>
roadmap-controlled-empty = На вашем контроле сейчас ничего нет.
roadmap-show-controlled = 👁 На моём контроле · { $count }
roadmap-entry = { $mark } { $activity } — до { $due }
roadmap-entry-several = { $mark } { $activity } — до { $due }, выполнено { $done } из { $total }
roadmap-entry-undated = { $mark } { $activity } — без срока
roadmap-names = { $names }
roadmap-names-more = { $names } и ещё { $count }
roadmap-to-mine = ‹ Мои дела
roadmap-to-plan = ‹ Дорожная карта

roadmap-card-activity = { $mark } <b>{ $activity }</b>
roadmap-card-school = Организация: { $name }
roadmap-card-section = Раздел: { $section }
roadmap-card-due = Срок: { $due } (включительно)
roadmap-card-period = Период: { $start } — { $due } (включительно)
roadmap-card-check = Постоянная работа; ответить о её ходе до: { $due }
roadmap-card-moved = Перенесено с { $was }: { $reason }
roadmap-card-moved-plain = Перенесено с { $was }
roadmap-card-phrase = В плане: «{ $phrase }»
roadmap-card-result = Ожидаемый результат: { $result }
roadmap-card-responsible = { $count ->
        [one] Ответственный: { $names }
       *[other] Ответственные: { $names }
    }
roadmap-card-responsible-school = Отвечает: школа
roadmap-card-responsible-nobody = Ответственного нет
roadmap-card-controller = Контроль: { $name }
roadmap-card-controller-you = Контроль: вы
roadmap-you = вы
roadmap-gone = { $name } (не получает сообщений бота)
roadmap-card-seen-by = <i>Карточку видят ответственные, контролирующий, кураторы и руководитель.</i>
roadmap-card-seen-by-coordinator = <i>Вы видите ход работы школы без имён и комментариев. Открытие файла записывается в журнал.</i>
roadmap-state-done = Выполнено: { $at }, отметка — { $name }
roadmap-state-done-late = Выполнено с опозданием: { $at }, отметка — { $name }
roadmap-state-done-at = Выполнено: { $at }
roadmap-state-done-late-at = Выполнено с опозданием: { $at }
roadmap-state-waived = Снято с контроля
roadmap-state-waived-because = Снято с контроля: { $reason }
roadmap-check-open = Ведётся ли работа, пока не отмечено
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
roadmap-evidence-comment = 💬 { $name }: { $comment }
roadmap-evidence-file = 📎 { $name }: { $comment }
roadmap-evidence-link = 🔗 Ссылка — { $name }: { $comment }
roadmap-evidence-act = 📄 Документ — { $name }: { $comment }
roadmap-evidence-kinds = Подтверждение: { $kinds }
roadmap-kind-comment = комментарий
roadmap-kind-file = файл
roadmap-kind-link = ссылка
roadmap-kind-act = номер документа
roadmap-comments-earlier = { $count ->
        [one] И ещё { $count } более ранний комментарий.
        [few] И ещё { $count } более ранних комментария.
       *[many] И ещё { $count } более ранних комментариев.
    }
roadmap-said = 💬 { $comment }
roadmap-file = 📎 { $name }
roadmap-file-sent = Файл к мероприятию дорожной карты.

roadmap-done = ✅ Отметить выполненным
roadmap-done-silently = Выполнено, без комментария
roadmap-goes-on = ✅ Да, ведётся
roadmap-goes-on-comment = Комментарий или файл
roadmap-trouble = Есть трудности
roadmap-trouble-silently = Сообщить без пояснений
roadmap-add = Добавить комментарий или файл
roadmap-nudge = Напомнить
roadmap-nudge-school = Напомнить школе
roadmap-nudge-person = Напомнить обо всём
roadmap-take-over = Взять на себя
roadmap-move = Перенести
roadmap-other-day = Другой день
roadmap-waive = Снять с контроля
roadmap-resume = Вернуть в работу
roadmap-more = Подробнее
roadmap-quoted = «{ $activity }»
roadmap-ask-done =
    Напишите комментарий одним сообщением, пришлите файл, ссылку или номер приказа — я отмечу мероприятие выполненным.
    Если добавить нечего, нажмите «Выполнено, без комментария».
roadmap-ask-check = Напишите одним сообщением, как идёт работа, или пришлите файл, ссылку или номер приказа — я отмечу, что она ведётся.
roadmap-ask-add = Напишите комментарий одним сообщением, пришлите файл, ссылку или номер приказа — я добавлю это к мероприятию.
roadmap-ask-seen-by = <i>Это увидят кураторы, руководитель и другие ответственные; если план передан муниципалитетом, файл, ссылку и номер документа сможет открыть координатор. Пожалуйста, не отправляйте файлы с персональными данными: паспорта, заявления, справки, списки с фамилиями, фотографии документов.</i>
roadmap-ask-waive = Почему мероприятие снимается с контроля? Напишите причину одним сообщением.
roadmap-reason-seen-by = <i>Причину увидят ответственные, кураторы и руководитель.</i>
roadmap-ask-trouble = В чём трудность? Напишите одним сообщением — куратор узнает сразу.
roadmap-trouble-seen-by = <i>Это увидят кураторы, руководитель и другие ответственные. Фамилии детей и чужие документы, пожалуйста, не упоминайте.</i>
roadmap-ask-day = На какой день перенести? Выберите в календаре или напишите срок словами: «25.11», «до 1 декабря», «последняя неделя января».
roadmap-move-shown =
    Было: { $was }
    Станет: <b>{ $day }</b> ({ $date })
roadmap-ask-move-reason = Почему срок переносится? Напишите причину одним сообщением — после этого перенос вступит в силу.
roadmap-hint-expected = Здесь нужен комментарий текстом или файл (документ). Другое я приложить не могу.
roadmap-hint-typed = Здесь нужен ответ текстом, одним сообщением.
roadmap-photo-refused =
    Фотографии здесь не принимаются: на них часто попадают чужие документы. Снимок я не сохранил.
    Пришлите файл документом (например, .docx, .xlsx, .pdf) или напишите комментарий.
roadmap-photo-removed = Из переписки он убран.
roadmap-photo-stays = Убрать его из переписки не получилось — удалите его, пожалуйста, сами.
roadmap-thanks = Записано. Спасибо!
roadmap-moved-done = Срок перенесён: { $due }. Ответственные узнают, напоминания придут к новому сроку.
roadmap-waived-done = Снято с контроля. Ответственные об этом узнают.
roadmap-resumed-done = Мероприятие снова в работе. Ответственные об этом узнают.
roadmap-trouble-told = Куратор узнает о трудностях. Когда работа наладится, отметьте, пожалуйста, что она ведётся.
roadmap-nudged = Напоминание отправлено: { $name }.
roadmap-nudged-school = Напоминание школе отправлено.
roadmap-person-nudged = { $count ->
        [one] Напоминание отправлено: { $count } дело одним сообщением.
        [few] Напоминание отправлено: { $count } дела одним сообщением.
       *[many] Напоминание отправлено: { $count } дел одним сообщением.
    }

roadmap-reminder = 🗓 <b>Напоминаю о мероприятии дорожной карты</b>
roadmap-nudge-received = 🗓 <b>Вас просят обратить внимание на мероприятие дорожной карты</b>
roadmap-person-nudge-received = 🗓 <b>Вас просят посмотреть на дела дорожной карты</b> · { $count }
roadmap-late-received = 🔴 <b>Срок мероприятия прошёл</b>. Куратор об этом знает. Если всё сделано — отметьте, пожалуйста.
roadmap-check = 🔁 <b>Ведётся ли эта работа?</b>
roadmap-check-hint = Работа постоянная, поэтому я спрашиваю один раз за четверть. Достаточно одного нажатия.
roadmap-moved-received = 🗓 <b>Срок мероприятия перенесён</b> (раньше: { $was }). Причина: { $reason }
roadmap-resumed-received = 🗓 <b>Мероприятие дорожной карты снова в работе</b>
roadmap-waived-received =
    ➖ Мероприятие снято с контроля, делать его не нужно: «{ $activity }».
    Причина: { $reason }
roadmap-completed-for-you = ✅ { $name } отмечает выполненным ваше мероприятие: «{ $activity }».
roadmap-taken-over = { $name } теперь отвечает за мероприятие, которое числилось за вами: «{ $activity }». Вам делать ничего не нужно.
roadmap-trouble-received = ⚠️ { $name } сообщает о трудностях: «{ $activity }».
roadmap-alert = 🔴 <b>Просрочено мероприятие дорожной карты</b>
roadmap-alert-check = 🔁 <b>Никто не ответил, ведётся ли постоянная работа</b>
roadmap-alert-near = 🟡 <b>Срок мероприятия близко, а оно не выполнено</b>

roadmap-title = <b>{ $title }</b>
roadmap-order = { $year } · приказ № { $number } от { $date }
roadmap-order-date = { $year } · приказ от { $date }
roadmap-approved = { $year } · утверждена: { $approved }
roadmap-published = Получена от муниципалитета или региона
roadmap-bar = { $bar } { $done } из { $total }
roadmap-count-late = 🔴 Просрочено: { $count }
roadmap-count-undated = ▫️ Без срока: { $count }
roadmap-nothing-late = Просроченных мероприятий нет.
roadmap-none =
    <b>Дорожная карта</b>

    Утверждённой дорожной карты пока нет. Загрузите файл плана или возьмите шаблон: «Планы и версии».
roadmap-seen-by = <i>Всю дорожную карту видят кураторы и руководитель; остальные — только свои дела.</i>
roadmap-show-month = 🗓 Этот месяц · { $count }
roadmap-show-late = 🔴 Просрочено · { $count }
roadmap-show-undated = ▫️ Без срока · { $count }
roadmap-show-all = Весь план
roadmap-stages = По этапам
roadmap-people = По ответственным
roadmap-picture = 📊 Год на рисунке
roadmap-sheet = 📥 Таблица .xlsx
roadmap-plans = 📄 Планы и версии
roadmap-every-plan = Все планы вместе
roadmap-one-plan = Только: { $title }
roadmap-to-stages = ‹ Этапы
roadmap-to-people = ‹ Ответственные
roadmap-to-undated = ‹ Без срока
roadmap-late-head = <b>Просрочено</b> · { $count }
roadmap-month = <b>{ $month }</b> · дел: { $count }
roadmap-month-empty = В этом месяце сроков нет.
roadmap-stages-head = <b>По этапам и разделам</b>
roadmap-stage = <b>{ $title }</b>
roadmap-no-section = Без раздела
roadmap-all-head = <b>Весь план</b>
roadmap-people-head = <b>По ответственным</b>
roadmap-people-empty = Ответственных пока нет.
roadmap-person = { $name } — в работе: { $undone }, просрочено: { $late }, выполнено: { $done }
roadmap-person-head = <b>{ $name }</b>
roadmap-undated-head =
    <b>Без срока</b> · { $count }
    По этим пунктам день определить нельзя, поэтому о них никто не напоминает. Назначьте срок, когда он станет известен.
roadmap-undated-entry = { $mark } { $activity } — «{ $phrase }»
roadmap-undated-empty = У всех пунктов есть срок.
roadmap-phrase-empty = В плане срок не указан.
roadmap-responsible-text = Ответственные по плану: { $text }
roadmap-doubt = ⚠️ { $text }
roadmap-ask-item-date = Выберите день в календаре или напишите срок словами, как в плане: «до 25.11.2026», «ноябрь», «ежегодно в мае», «ежемесячно».
roadmap-read-as = «{ $phrase }» понимаю так: <b>{ $reading }</b>
roadmap-one-day = Срок: <b>{ $day }</b> ({ $date }).
roadmap-several-days = Сроков: { $count }, первый — { $first }, последний — { $last }.
roadmap-item-date-yes = ✅ Верно, назначить
roadmap-item-date-again = Другой срок
roadmap-item-dated = { $count ->
        [one] Срок назначен, дело появилось в плане. Ответственные получат напоминания.
       *[other] Сроки назначены, дел в плане: { $count }. Ответственные получат напоминания.
    }

roadmap-state-word-done = выполнено
roadmap-state-word-late = просрочено
roadmap-state-word-open = в работе
roadmap-state-word-ahead = впереди
roadmap-state-word-waived = снято с контроля
roadmap-other-year = не в этом году
roadmap-no-day = без срока
roadmap-picture-caption = Дорожная карта: рисунок { $page } из { $pages }. ◆ — срок, полоса — период, тонкая полоса — постоянная работа, пунктир — сегодня.
roadmap-picture-cut = План очень длинный: на рисунках его начало, целиком он есть в таблице .xlsx.
roadmap-sheet-caption = Дорожная карта таблицей. В ней имена ответственных: пересылайте только тем, кому это нужно по работе.
roadmap-after-file = Готово.
roadmap-file-name = дорожная-карта
roadmap-column-number = №
roadmap-column-activity = Мероприятие
roadmap-column-state = Состояние
roadmap-column-section = Этап или раздел
roadmap-column-phrase = Срок в плане
roadmap-column-start = Начало
roadmap-column-due = Срок
roadmap-column-moved = Перенесено с
roadmap-column-responsible = Ответственные
roadmap-column-controller = Контроль
roadmap-column-done = Выполнено
roadmap-column-evidence = Подтверждение
roadmap-column-reason = Причина переноса или снятия
roadmap-column-result = Ожидаемый результат
roadmap-column-plan = План

error-duty-already-done = Это мероприятие уже отмечено выполненным.
error-duty-waived = Это мероприятие снято с контроля: делать его не нужно.
error-already-nudged = Сегодня об этом уже напоминали. Завтра можно будет напомнить ещё раз.
error-responsible-unreachable = Ответственные сейчас не получают сообщений бота. Свяжитесь с ними иначе или возьмите мероприятие на себя.
error-nothing-to-nudge = У этого человека сейчас нет дел, о которых нужно напоминать.
error-too-much-evidence = К одному мероприятию можно приложить не больше { $limit } комментариев и файлов.
error-day-not-understood = Не понимаю, какой это день. Напишите, например, «25.11.2026» или «до 1 декабря» — или выберите в календаре.
error-day-passed = Этот день уже прошёл. Выберите сегодняшний или более поздний.
error-day-too-far = Это слишком далеко: перенести можно не дальше следующего учебного года.
error-day-is-the-same = Срок и так стоит на этот день.
error-phrase-gives-no-day = В этих словах я не нахожу дня. Напишите, например, «до 25.11.2026», «ноябрь» или «ежемесячно».

roadmap-passed = { $count ->
        [one] У { $count } мероприятия срок прошёл ещё до утверждения плана: бот о нём никому не напоминал.
       *[many] У { $count } мероприятий срок прошёл ещё до утверждения плана: бот о них никому не напоминал.
    }
roadmap-passed-settle = ✅ Прошедшие до утверждения выполнены · { $count }
roadmap-passed-ask = { $count ->
        [one] Отметить { $count } мероприятие, срок которого прошёл до утверждения плана, выполненным в срок?
        [few] Отметить { $count } мероприятия, сроки которых прошли до утверждения плана, выполненными в срок?
       *[many] Отметить { $count } мероприятий, сроки которых прошли до утверждения плана, выполненными в срок?
    }
roadmap-passed-yes = Да, всё выполнено
roadmap-passed-settled = ✅ Отмечено выполненными: { $count }.
