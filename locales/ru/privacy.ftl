# /mydata: что хранится о человеке; отзыв согласия; запросы о данных и акты об уничтожении.
# keys: privacy-membership-*
# keys: privacy-consent-*
# keys: privacy-application-*
# keys: privacy-pair-*
# keys: privacy-meeting-*
# keys: privacy-mode-*
# keys: privacy-duty-*
# keys: privacy-date-*
# keys: privacy-kind-*
# keys: privacy-amendment-*
# keys: privacy-request-*
# keys: privacy-erased-*

menu-mydata = 🔒 Мои данные
menu-rights = 🛡 Запросы о данных

privacy-head = <b>Что о вас хранится</b>
privacy-section =
    <b>{ $title }</b>
    { $lines }
privacy-more-lines = … и ещё строк: { $count } — они в файле
privacy-all-shown = <i>Здесь показано всё. То же самое можно скачать файлом.</i>
privacy-rest-in-file = <i>Здесь — главное. Полностью всё, что хранится, — в файле.</i>
privacy-download = Скачать файлом
privacy-my-consents = Мои согласия
privacy-my-requests = Запросы о данных
privacy-correct-name = Исправить имя
privacy-desk-open = Запросы о данных
privacy-desk-door = Запросы о данных, отзывы и акты
privacy-withdraw = Отозвать согласие
privacy-file = Всё, что о вас хранится. Файл видите только вы.
privacy-file-head = Сведения, которые бот программы наставничества хранит о вас. Составлено: { $at }

privacy-section-person = О вас
privacy-section-participations = Участие
privacy-section-families = Родители и дети
privacy-section-consents = Согласия
privacy-section-profile = Профиль
privacy-section-conclusions = Заключения о ваших запросах и трудностях
privacy-section-applications = Анкеты
privacy-section-pairs = Наставнические пары
privacy-section-amendments = Изменения в парах
privacy-section-shortlists = Подборки наставников
privacy-section-meetings = Встречи
privacy-section-answers = Ваши ответы о встречах
privacy-section-journal = Ход встреч и договорённости
privacy-section-diary = Ваш дневник (его не читает никто, кроме вас)
privacy-section-help = Просьбы о помощи
privacy-section-speed = Блиц-наставничество
privacy-section-times = Удобное время, уроки и напоминания
privacy-section-feedback = Ваши ответы после встреч (наставник их не видит)
privacy-section-duties = Дела дорожной карты
privacy-section-readings = Документы на ознакомление
privacy-section-requests = Ваши запросы о данных
privacy-section-service = Служебные записи

privacy-none = не указано
privacy-name = Имя: { $name }
privacy-birthday = Дата рождения: { $day }
privacy-chat = Номер чата в Telegram: { $chat }
privacy-no-chat = нет
privacy-language = Язык: { $language }
privacy-timezone = Часовой пояс: { $timezone }
privacy-timezone-school = как у школы
privacy-known-since = Первое обращение к боту: { $at }
privacy-blocked = Бот заблокирован вами: { $at }

privacy-participation = { $organization }: { $role }, { $status }, номер { $code }
privacy-affiliation = • Место работы: { $organization }
privacy-entered-by = • Запись внёс куратор: { $name }
privacy-dates = • { $dates }
privacy-date-since = запись с { $at }
privacy-date-approved = участие одобрено { $at }
privacy-date-refreshed = анкета подтверждена { $at }
privacy-date-review = подтвердить анкету предложено { $at }
privacy-date-paused = приостановлено { $at }
privacy-date-left = завершено { $at }
privacy-membership-invited = приглашение принято, анкета не отправлена
privacy-membership-applied = анкета ждёт решения
privacy-membership-returned = анкета возвращена на доработку
privacy-membership-active = участвует
privacy-membership-paused = участие приостановлено
privacy-membership-left = участие завершено

privacy-guardianship-parent = Вы отвечаете за ребёнка: { $name } (вы — { $relation }); { $organization }; с { $since } по { $ended }
privacy-guardianship-child = За вас отвечает взрослый: { $name } ({ $relation }); { $organization }; с { $since } по { $ended }
privacy-until-now = настоящее время
privacy-consent = { $organization }: { $kind }, редакция { $version } — { $status }, { $at }
privacy-kind-personal-data = согласие на обработку персональных данных
privacy-kind-parental = согласие родителя на обработку данных ребёнка
privacy-kind-assent = согласие ученика
privacy-kind-mentor = согласие быть наставником
privacy-kind-extra-duties = согласие на дополнительные обязанности
privacy-kind-helper = согласие помогать паре
privacy-kind-amendment = согласие на изменения в паре
privacy-kind-publication = согласие на публикацию
privacy-consent-for-child = дано вами за ребёнка
privacy-consent-by-parent = отвечает родитель
privacy-consent-until = действует по { $day }
privacy-consent-original = подписанный оригинал № { $number } от { $day }
privacy-consent-resources = где: { $resources }
privacy-consent-items = что: { $items }
privacy-consent-conditions = условия: { $conditions }
privacy-consent-asked = ждёт вашего ответа
privacy-consent-given = дано
privacy-consent-refused = вы отказались
privacy-consent-withdrawn = отозвано
privacy-consent-superseded = заменено новым

privacy-application = Анкета ({ $role }): { $status }, начата { $at }
privacy-application-draft = заполняется
privacy-review = Ежегодное подтверждение анкеты ({ $role }): { $status }, начато { $at }
privacy-application-submitted = отправлена
privacy-application-with-head = у руководителя
privacy-application-returned = возвращена
privacy-application-approved = одобрена
privacy-application-withdrawn = отозвана
privacy-answer = • { $question } — { $answer }
privacy-return-reason = • Почему возвращена: { $reason }

privacy-conclusion = { $at }, { $source }; основание: { $ground } — { $text }
privacy-amendment = { $at } — { $kind }, { $status }; новый срок: { $end }; содержание: { $text }; причина: { $reason }
privacy-amendment-own = { $at } — предложено вами: { $kind }, { $status }; новый срок: { $end }; содержание: { $text }; причина: { $reason }
privacy-amendment-extension = продление срока
privacy-amendment-shortening = сокращение срока
privacy-amendment-content = изменение содержания
privacy-amendment-is-proposed = ждёт согласия участников
privacy-amendment-is-agreed = согласовано
privacy-amendment-is-refused = не согласовано
privacy-amendment-is-taken-back = отозвано автором
privacy-shortlist = { $organization }: «{ $title }»
privacy-request-line = { $at } — { $kind }, { $organization }
privacy-request-text = вы написали: { $text }
privacy-request-put-off = срок продлён: { $reason }
privacy-request-due = ответ до { $day }
privacy-request-settled = исполнено { $at }, ответ: { $answer }
privacy-pair = Вы — { $role }; { $partner }; { $status }, { $at }
privacy-partner-hidden = имя не раскрывается, пока пара не начала работу
privacy-pair-proposed = предложена
privacy-pair-declined = не состоялась
privacy-pair-active = работает
privacy-pair-closed = закрыта

privacy-meetings-count = Всего: { $count }
privacy-next-meeting = Ближайшая: { $at }
privacy-meeting = { $at } — { $kind }, { $status }; { $mode }, { $minutes } мин; место: { $place }
privacy-mode-in-person = очно
privacy-mode-online = онлайн
privacy-mode-mixed = очно и онлайн
privacy-meeting-proposed = предложена
privacy-meeting-confirmed = подтверждена
privacy-meeting-declined = отклонена
privacy-meeting-cancelled = отменена
privacy-meeting-moved = перенесена
privacy-meeting-held = состоялась
privacy-meeting-not-held = не состоялась
privacy-meeting-disputed = ответы сторон расходятся
privacy-said-held = (вы ответили: состоялась)
privacy-said-not-held = (вы ответили: не состоялась)
privacy-answer-yes = Встреча { $at }: вы согласились
privacy-answer-no = Встреча { $at }: вы отказались; причина: { $reason }
privacy-series = Повторяющиеся встречи: { $rhythm }, { $time }, { $since } – { $until }, { $status }; место: { $place }
privacy-series-weekly = каждую неделю
privacy-series-biweekly = раз в две недели
privacy-series-monthly = раз в месяц
privacy-series-is-proposed = предложены
privacy-series-is-confirmed = подтверждены
privacy-series-is-declined = отклонены
privacy-series-is-ended = прекращены
privacy-trial = После пробной встречи { $at } вы сказали куратору: { $word }
privacy-trial-continue = продолжаем
privacy-trial-not-sure = сомневаюсь
privacy-trial-change = нужна другая пара
privacy-note = Встреча { $at }. Что сделали: { $done }; затруднения: { $difficulties }
privacy-visit = Посещение урока { $at }: { $lesson }; на что смотрели: { $aim }; выводы: { $findings }
privacy-task-own = Договорённость, выполняете вы: { $text }; срок { $due }, { $state }
privacy-task-others = Договорённость, выполняет другая сторона: { $text }; срок { $due }, { $state }
privacy-task-open = в работе
privacy-task-done = выполнена { $at }
privacy-task-dropped = снята
privacy-diary = { $at }: { $text }
privacy-help = { $at }: «{ $text }»; тема: { $topic }; { $status }
privacy-help-is-open = ждёт ответа
privacy-help-is-answered = есть ответ
privacy-help-is-closed = закрыта
privacy-help-is-taken-back = отозвана
privacy-help-helped = (помогло)
privacy-help-not-helped = (не помогло)
privacy-help-answer = Ваше сообщение { $at }: «{ $text }»
privacy-speed-mentor = { $at } — «{ $topic }», вы проводите
privacy-speed-slot = { $at } — «{ $topic }», вы записаны
privacy-speed-queue = { $at } — «{ $topic }», вы в очереди
privacy-speed-held = (состоялась)
privacy-speed-not-held = (не состоялась)
privacy-time = Удобно: { $weekday }, { $since }–{ $until }
privacy-lesson = Урок: { $weekday }, { $number }-й; { $organization }
privacy-reminders = Напоминать о встрече, минут до начала: { $minutes }
privacy-no-files = Файлы для календаря не присылать
privacy-feed = Включён личный адрес календаря
privacy-feedback = О встрече { $at }:

privacy-duty = { $activity } — до { $due }, { $status }
privacy-duty-upcoming = впереди
privacy-duty-open = в работе
privacy-duty-done = выполнено
privacy-duty-overdue = просрочено
privacy-duty-done-late = выполнено с опозданием
privacy-duty-waived = снято с контроля
privacy-duty-comment = Ваш комментарий, { $at }: { $comment }
privacy-duty-file = Ваш файл, { $at }: { $name }
privacy-duty-reason = Ваше объяснение, почему срок перенесён или дело снято ({ $about }): { $reason }
privacy-plan-reason = Ваше объяснение, почему возвращён план ({ $about }): { $reason }
privacy-named = { $organization }, план «{ $plan }»: вы названы ответственным лицом — { $activity }
privacy-meant = { $organization }: словами «{ $phrase }» в планах обозначены вы
privacy-reading = { $kind } № { $number } от { $day }, { $organization } — ознакомлены: { $at }
privacy-reading-open = { $kind } № { $number } от { $day }, { $organization } — ещё не ознакомлены

privacy-notifications = Сообщений бота вам: { $total }, ещё не отправлено: { $waiting }
privacy-acts = Записей в журнале действий: { $total }, последние { $shown } — ниже
privacy-update-numbers = Номера ваших сообщений боту за последние двое суток — без их текста
privacy-act-own = { $at } — вы: { $act }
privacy-act-others = { $at } — о вас: { $act }

privacy-explain-head =
    <b>Отзыв согласия</b>
    Организация: { $organizations }
privacy-explain-counts =
    Если вы отзовёте согласие, всё остановится сразу:
    • наставнические пары: { $pairs } — закроются;
    • назначенные встречи: { $meetings } — отменятся, вторая сторона узнает об отмене, но не о причине;
    • дела дорожной карты за вами: { $duties } — их передадут другим.
privacy-explain-children = <b>Дети: { $count }.</b> За них согласие дали только вы. Их участие тоже прекратится, их данные тоже будут стёрты. Чтобы этого не случилось, пусть сначала согласие даст другой родитель.
privacy-explain-erased = Тут же будут стёрты имя, анкета, профиль, ответы словами, комментарии и объяснения, имена файлов и номер чата. Куратор узнает об отзыве по номеру участника, без имени.
privacy-explain-stays = Останутся только числа для статистики и запись о самом отзыве — без данных о вас. На работу отзыв не влияет: участвовать можно и без бота, через куратора.
privacy-explain-file = <i>Вернуть стёртое будет нельзя. Если данные нужны вам, сначала скачайте файл.</i>
privacy-go-on = Понятно, продолжить
privacy-sure = <b>Отозвать согласие и стереть данные?</b> Отменить это будет нельзя.
privacy-withdraw-finally = Да, отозвать и стереть
privacy-keep = Нет, оставить как есть
privacy-withdrawn =
    Согласие отозвано: { $at }. Обработка прекращена, данные стёрты. Номер записи об отзыве: { $number }.

    Переписку в этом чате вы можете удалить сами. Если захотите вернуться, попросите у куратора новую ссылку.

privacy-meeting-cancelled-notice = Встреча { $at } отменена. Если у вас остались вопросы, обратитесь к куратору.
privacy-alert =
    <b>Отозвано согласие на обработку персональных данных</b>
    Участник: { $who }. Имя и анкета стёрты, участие завершено.
privacy-alert-by-another = Отозвал не сам участник: это сделал родитель или поступило заявление на бумаге.
privacy-destruction-act = 📄 Акт об уничтожении данных
privacy-alert-pair = • Пара закрыта. Второй участник — { $role }: { $name }
privacy-alert-pair-waits = • Пара закрыта. { $name } ({ $role }) снова ждёт наставника
privacy-alert-meetings = • Отменено встреч: { $count }
privacy-alert-nothing-stopped = Действующих пар и назначенных встреч не было.
privacy-alert-duties = Дел дорожной карты перешло к кураторам: { $count }. Откройте их, чтобы взять на себя, перенести или снять.
privacy-alert-duty = Дело: { $activity }

error-nothing-to-withdraw = Действующего согласия нет, отзывать нечего.
error-withdrawal-elsewhere = Этот человек дал согласие ещё и другой организации. Отозвать его он может сам: /mydata → «Отозвать согласие».
error-receipt-out-of-range = Заявление могло поступить с { $first } по { $last }. Напишите день получения, например 05.09.2026.
error-request-not-extendable = Этот срок продлить нельзя: закон разрешает это один раз, до его окончания и не для всех запросов. Ответьте на запрос.

## Запросы о данных: тем, кто спрашивает

privacy-request-access = Узнать, что хранится
privacy-request-correction = Исправить сведения
privacy-request-erasure = Прекратить обработку или удалить
privacy-request-stop-publication = Прекратить публикацию
privacy-requests-head =
    <b>Запросы о персональных данных</b>
    Что хранится, вы узнаете сразу, файлом. На остальное школа отвечает в срок, который установил закон.
privacy-own-open = ⏳ { $kind }, { $at } — ответ до { $due }
privacy-own-settled = ✅ { $kind }, { $at } — ответ: { $answer }
privacy-ask-place = В какую организацию направить запрос?
privacy-request-hint-correction = Напишите одним сообщением, что записано неверно и как правильно. Имя можно исправить и сразу самому: /mydata → «Исправить имя».
privacy-request-hint-erasure = Напишите одним сообщением, что удалить или что перестать делать с данными. Если хотите прекратить всё и сразу, откройте /mydata → «Отозвать согласие».
privacy-request-hint-stop-publication = Напишите одним сообщением, что и где опубликовано: адрес страницы и какие сведения убрать.
privacy-ask-seen-by = <i>Увидят кураторы и руководитель: { $organization }. Срок ответа — рабочих дней: { $days }. Паспортных данных и сведений о здоровье не пишите.</i>
privacy-quoted = { $text }
privacy-asked =
    <b>Запрос принят: № { $number }</b>
    { $kind }. { $organization } ответит не позднее { $due }. Ответ придёт сюда.
privacy-ask-name = Напишите, как правильно: фамилию, имя и отчество. Например: Петрова Анна Сергеевна
privacy-ask-child-name = Напишите, как правильно зовут ребёнка: фамилию, имя и отчество. Например: Петров Илья Сергеевич
privacy-name-corrected = Исправлено: { $name }. Так имя теперь записано везде.
privacy-answered-notice =
    <b>Ответ на ваш запрос о данных</b>
    { $kind }, { $at }. { $organization } отвечает:

    { $answer }
privacy-extended-notice =
    <b>Срок ответа на ваш запрос продлён до { $due }</b>
    { $kind }. Причина: { $reason }

## Запросы о данных: тем, кто отвечает

privacy-desk =
    <b>Запросы о персональных данных</b>
    Сначала те, что ждут ответа. Откройте запрос, чтобы ответить.
privacy-desk-empty = Запросов о персональных данных не было.
privacy-desk-line = { $who } · { $kind } · до { $due }
privacy-desk-late = ❗ { $who } · { $kind } · до { $due }
privacy-desk-settled = ✅ { $who } · { $kind }
privacy-card =
    <b>Запрос о персональных данных: { $kind }</b>
    О ком: { $who }. Поступил: { $at }
privacy-card-by-parent = Спрашивает родитель.
privacy-card-text =
    Что написано:
    { $text }
privacy-card-due = Ответить до { $due } включительно. { $days ->
        [0] Сегодня последний день.
       *[other] Осталось рабочих дней: { $days }.
    }
privacy-card-late = ❗ Срок истёк { $due }. Ответьте сегодня же.
privacy-card-put-off = Срок уже продлён. Причина: { $reason }
privacy-card-settled = Срок был до { $due }. Ответ дан.
privacy-card-answer = Ответ: { $answer }
privacy-request-todo-access = Передайте человеку сведения о нём и напишите ответ — он придёт ему в чат.
privacy-request-todo-correction = Исправьте то, что записано неверно, и напишите ответ — он придёт человеку в чат.
privacy-request-todo-erasure = Прекратите то, о чём просят, или объясните, на каком основании обработка продолжается. Ответ придёт человеку в чат.
privacy-request-todo-stop-publication = Уберите сведения со страницы и напишите, что сделано. Ответ придёт человеку в чат.
privacy-answer-it = Ответить
privacy-extend-it = Продлить на { $days } рабочих дней
privacy-ask-answer =
    <b>{ $kind }: { $who }</b>
    Напишите ответ одним сообщением. Человек прочитает его дословно, запрос закроется.
privacy-ask-reason =
    <b>{ $kind }: { $who }</b>
    Почему нужно ещё { $days } рабочих дней? Причину человек прочитает дословно. Продлить можно один раз.
privacy-answer-sent = Ответ отправлен, запрос закрыт.
privacy-answer-by-hand = Ответ записан, запрос закрыт. В чат он не придёт — передайте его человеку сами.
privacy-was-put-off = Срок продлён до { $due }. Человеку сообщили причину.
privacy-put-off-by-hand = Срок продлён до { $due }. Причину сообщите человеку сами: в чат она не придёт.
privacy-card-by-hand = <i>У этого человека нет чата с ботом: ответ передайте сами — на бумаге или лично.</i>

privacy-paper-request = Поступил запрос на бумаге
privacy-paper-kind =
    <b>Запрос на бумаге: { $who }</b>
    О чём просят? Сам документ хранится в школе, фотографировать его не нужно.
privacy-paper-text =
    <b>{ $kind }: { $who }</b>
    Напишите одним сообщением, о чём просят. Увидят кураторы и руководитель школы, а в «Моих данных» — сам человек.
    <i>Срок ответа — рабочих дней: { $days }, со дня получения. Паспортных данных и сведений о здоровье не пишите.</i>
privacy-paper-day = Когда получен документ? Нажмите кнопку или напишите день, например 05.09.2026: срок считается с него.
privacy-paper-today = Сегодня
privacy-paper-entered = Запрос записан: № { $number }.

## Отзывы согласий и акты об уничтожении

privacy-cases-open = Отзывы согласий и акты
privacy-cases =
    <b>Отзывы согласий</b>
    Нажмите на запись, чтобы получить акт об уничтожении данных для подписи.
privacy-cases-empty = Отзывов согласий не было.
privacy-case = № { $number } · { $who } · { $at }
privacy-act-file = Акт об уничтожении персональных данных. Распечатайте, подпишите и храните три года. Имён в нём нет.
privacy-act-title = Акт № { $number } об уничтожении персональных данных
privacy-act-operator = Оператор
privacy-act-who = Субъект персональных данных (номер участника)
privacy-act-reason = Причина уничтожения
privacy-act-by-subject = отзыв согласия субъектом персональных данных (152-ФЗ, ст. 9, ч. 2; ст. 21, ч. 5)
privacy-act-by-another = отзыв согласия законным представителем либо по заявлению на бумаге (152-ФЗ, ст. 9, ч. 2; ст. 21, ч. 5)
privacy-act-received = Отзыв получен
privacy-act-term = Срок уничтожения по закону
privacy-act-categories = Уничтожены следующие категории персональных данных:
privacy-act-category = Категория
privacy-act-count = Записей
privacy-act-way-label = Способ
privacy-act-way = стирание в базе данных программы; сохранённые числа обезличены
privacy-act-where-label = Где хранились
privacy-act-where = информационная система программы наставничества
privacy-act-when = Дата и время уничтожения
privacy-act-kept = Сохранена запись об отзыве без персональных данных: номер, даты, перечень категорий. Акт составлен по приказу Роскомнадзора от 28.10.2022 № 179.
privacy-act-responsible = Ответственный за уничтожение
privacy-act-head = Руководитель
privacy-erased-names = Фамилия, имя, отчество, дата рождения
privacy-erased-profiles = Профили участника
privacy-erased-applications = Анкеты
privacy-erased-conclusions = Заключения о запросах и трудностях
privacy-erased-shortlists = Места в подборках наставников
privacy-erased-places = Места встреч
privacy-erased-answers = Причины отказов от встреч
privacy-erased-visits = Записи о посещениях уроков
privacy-erased-notes = Записи о ходе встреч
privacy-erased-tasks = Договорённости
privacy-erased-trial = Ответы после пробной встречи
privacy-erased-diary = Записи дневника
privacy-erased-times = Удобное время
privacy-erased-lessons = Расписание уроков
privacy-erased-help = Просьбы о помощи и ответы
privacy-erased-speed = Записи на блиц-наставничество
privacy-erased-amendments = Предложения изменений, словами
privacy-erased-evidence = Комментарии и файлы к делам
privacy-erased-reasons = Объяснения, словами
privacy-erased-feedback = Ответы после встреч, словами
privacy-erased-consents = Подробности согласий
privacy-erased-requests = Тексты запросов о данных
privacy-erased-families = Сведения о родителях и детях
privacy-erased-forms = Незаконченные формы и номер чата
privacy-erased-pairs = Участие в действующих парах (закрыто)
