# Планы на столе: загрузка, проверка, утверждение, версии, шаблоны, следующий год.
# keys: plans-all-*

menu-plans = 📄 Планы

plans-which-place = Планы какой организации открыть?
plans-title = <b>Планы · { $name }</b>
plans-none = Планов пока нет. Загрузите файл с дорожной картой или возьмите готовый шаблон.
plans-seen-by = <i>Этот список видят кураторы и руководитель (в муниципалитете — координатор).</i>
plans-plain = { $text }
plans-entry =
    { $mark } <b>{ $title }</b>
    { $year }
plans-state-draft = Черновик · { $count ->
        [one] { $count } пункт
        [few] { $count } пункта
       *[many] { $count } пунктов
    }
plans-state-submitted = Ждёт утверждения · { $count ->
        [one] { $count } пункт
        [few] { $count } пункта
       *[many] { $count } пунктов
    }
plans-state-archived = В архиве: на смену пришёл другой план
plans-state-live = Действует
plans-state-published = Действует, передан сверху
plans-school-year = { $year } учебный год
plans-calendar-year = { $year } год
plans-calendar-years = { $first } – { $last } годы
plans-order = приказ № { $number } от { $day }
plans-order-undated = приказ № { $number }
plans-order-unnumbered = приказ от { $day }
plans-upload = 📎 Загрузить план
plans-template = 📋 Взять шаблон
plans-next-year = 🔜 План на следующий год
plans-back = ‹ Планы
plans-open = Открыть план
plans-to-plan = ‹ К плану
plans-to-roadmap = 🗺 Дорожная карта
plans-live-hint = Дела по этому плану — в «Дорожной карте». Чтобы изменить план, загрузите новую версию: сделанное сохранится.

plans-draft-title =
    <b>{ $title }</b>
    { $year }
plans-draft-status = Черновик
plans-draft-submitted = Ждёт утверждения
plans-returned = ↩️ Возвращён: { $reason }
plans-draft-source = Файл: { $name }
plans-draft-order = Реквизиты в документе: { $order }
plans-draft-counts = Пунктов: { $items }, с замечаниями: { $doubtful }, без даты: { $undated }
plans-draft-unknown = { $count ->
        [one] Не распознан { $count } ответственный
        [few] Не распознаны { $count } ответственных
       *[many] Не распознаны { $count } ответственных
    }
plans-draft-left-over = 🔁 Не выполнено в { $year }: { $count }. Эти пункты — первыми.
plans-draft-seen-by = <i>Черновик видят кураторы и руководитель (в муниципалитете — координатор). До утверждения он ни о чём не напоминает.</i>
plans-problem = ℹ️ { $problem }
plans-row =
    { $mark } { $activity }
    «{ $phrase }» → { $reading }
plans-undated = даты нет
plans-no-items = В плане пока нет пунктов.
plans-nothing-doubtful = Замечаний не осталось.
plans-show-all = Показать все пункты
plans-show-doubts = ⚠️ Только с замечаниями
plans-difference = 🔀 Что изменилось
plans-add-item = ➕ Пункт
plans-other-year = 🗓 Другой учебный год
plans-which-year = На какой учебный год план «{ $title }»? В файле это не указано.
plans-year-set = Учебный год исправлен, сроки прочитаны заново.
plans-sheet = 📥 Скачать .xlsx
plans-who = { $count ->
        [one] 👤 Кто ответственный: не распознан { $count }
       *[many] 👤 Кто ответственный: не распознано { $count }
    }
plans-approve = ✅ Утвердить
plans-return = ↩️ Вернуть с причиной
plans-submit = 📨 Передать руководителю
plans-withdraw = Забрать на доработку
plans-delete = 🗑 Удалить черновик

plans-submit-ask = Передать руководителю план «{ $title }»? Пока он решает, менять план сможет только он.
plans-submit-yes = Передать
plans-still-open = ⚠️ С замечаниями: { $doubtful }, без даты: { $undated }, не распознано ответственных: { $unknown }. О пунктах без даты бот не напомнит; за нераспознанных ответят кураторы.
plans-submitted = 📨 План передан руководителю.
plans-withdrawn = План снова у вас, можно исправлять.
plans-delete-ask = Удалить черновик «{ $title }» ({ $count ->
        [one] { $count } пункт
        [few] { $count } пункта
       *[many] { $count } пунктов
    })? Вернуть его будет нельзя.
plans-delete-yes = Да, удалить
plans-deleted = Черновик удалён.

plans-card = { $mark } <b>{ $activity }</b>
plans-card-phrase = Срок в документе: «{ $phrase }»
plans-card-corrected = Исправлен на: «{ $phrase }»
plans-card-reading = Понимаю так: <b>{ $reading }</b>
plans-card-doubt = ⚠️ { $doubt }
plans-card-accepted = ☑️ Замечания к сроку приняты.
plans-card-section = Раздел: { $section }
plans-card-responsible = Ответственные: { $text }
plans-card-people = Кто это: { $names }
plans-card-meanwhile = Пока отвечают: { $names }
plans-card-unknown = 👤 Не распознано: { $words }
plans-card-result = Результат: { $result }
plans-card-controller = Контроль: { $text }
plans-card-for-schools = 🏫 Выполняют школы
plans-card-left-over = 🔁 Не выполнено в { $year }
plans-people-more = { $names } и ещё { $count }
plans-take-suggestion = Принять: «{ $phrase }»
plans-accept = ✔️ Всё верно
plans-accept-undated = ✔️ Оставить без даты
plans-accept-all = ✔️ Принять замечания к таблице · { $count }
plans-accept-all-ask = Пунктов, где срок понятен, а замечание только к таблице (общая ячейка, повтор номера): { $count }. Принять их все? Проверить по одному можно через «Только с замечаниями».
plans-accept-all-yes = Да, принять все
plans-accepted-all = Замечания приняты: { $count }.
plans-fix-deadline = 📅 Исправить срок
plans-edit = ✏️ Изменить
plans-name-people = 👥 Назначить людей
plans-remove = 🗑 Удалить пункт
plans-for-schools = 🏫 Передать школам
plans-not-for-schools = 🏫 Не передавать школам
plans-next-doubt = Следующее замечание
plans-remove-ask = Удалить пункт «{ $activity }» из черновика?
plans-remove-yes = Да, удалить
plans-removed = Пункт удалён.

plans-edit-ask = Что изменить в пункте «{ $activity }»?
plans-field-activity = Мероприятие
plans-field-number = Номер
plans-field-section = Раздел
plans-field-result = Результат
plans-field-responsible = Ответственные
plans-field-controller = Контроль
plans-ask-field =
    <b>{ $name }</b> — пункт «{ $activity }»

    Сейчас: { $value }

    Напишите новый текст.
plans-ask-phrase =
    Пункт «{ $activity }»
    Сейчас: «{ $phrase }»

    Напишите срок словами — как в плане: «до 15 октября», «с 1 по 20 сентября», «ежегодно до 10 июня», «каждый месяц».
plans-phrase-read = «{ $phrase }» — понимаю так: <b>{ $reading }</b>
plans-phrase-confirm = Сохранить? Если неверно, напишите срок иначе.
plans-save = Сохранить
plans-people-ask =
    Кто отвечает за «{ $activity }»?

    Отметьте людей: напоминания получат они. Никто не отмечен — решают слова плана.

plans-ask-activity = <b>Новый пункт.</b> Напишите, что нужно сделать.
plans-ask-deadline =
    Пункт «{ $activity }»

    Когда? Напишите срок словами: «до 15 октября», «ноябрь», «раз в четверть».
plans-ask-responsible = Кто отвечает за «{ $activity }»? Напишите должность или фамилию с инициалами, как в плане.
plans-another-deadline = Другой срок
plans-added-item = Пункт добавлен.

plans-ask-order =
    <b>Утверждение:</b> { $title }

    Напишите номер приказа.
plans-order-as-written = Как в документе: { $order }
plans-without-number = Без номера
plans-ask-order-date = { $order }. От какого числа? Выберите или напишите: «1 сентября», «01.09.2026».
plans-order-number = Приказ № { $number }
plans-order-no-number = Приказ без номера
plans-today = Сегодня
plans-yesterday = Вчера
plans-day-in-year = { $day } { $year } г.
plans-confirm-order =
    { $title }

    { $order } от: <b>{ $day }</b>

    После утверждения план начнёт действовать: ответственные получат напоминания о сроках. Кураторы узнают об этом.
plans-other-order = Другой приказ
plans-approved-now = ✅ План утверждён и действует.
plans-approved-passed = { $count ->
        [one] Срок { $count } мероприятия прошёл ещё до утверждения. Если оно выполнено, отметьте: «🗺 Дорожная карта» → «Просрочено».
       *[many] Сроки { $count } мероприятий прошли ещё до утверждения. Если они выполнены, отметьте все сразу: «🗺 Дорожная карта» → «Просрочено».
    }
plans-ask-reason = Что исправить? Напишите причину — её увидят кураторы.
plans-sent-back = План возвращён, кураторы узнают причину.

plans-difference-title = <b>Что изменилось</b>: добавлено { $added }, изменено { $changed }, убрано { $gone }, без изменений { $unchanged }
plans-added = ➕ { $activity } — «{ $phrase }»
plans-changed = ✏️ { $activity }
plans-change = { $part }: «{ $old }» → «{ $new }»
plans-gone = ➖ { $activity } — { $total ->
        [0] без даты
       *[other] выполнено { $done } из { $total }
    }
plans-part-activity = текст
plans-part-deadline = срок
plans-part-responsible = ответственные
plans-part-result = результат
plans-part-controller = контроль
plans-difference-hint = <i>Отметки о выполнении перейдут к тем же пунктам новой версии. Если пункты сопоставлены неверно, разорвите связь.</i>
plans-cut = ✂️ Это другой пункт: { $activity }
plans-link-cut = Связь разорвана: теперь это новый пункт.

plans-templates = <b>Шаблоны планов.</b> Выберите, с какого начать: всё можно будет изменить.
plans-template-title = <b>{ $name }</b> · { $count ->
        [one] { $count } пункт
        [few] { $count } пункта
       *[many] { $count } пунктов
    }
plans-template-section = • { $title } — { $count }
plans-template-ask = На какой год сделать черновик?
plans-template-made = 📋 Черновик из шаблона готов. Проверьте сроки и ответственных.
plans-known-draft = Такой черновик уже есть, вот он.
plans-next-year-made = 🔜 Черновик на следующий год готов: сроки перенесены на год вперёд, снятое с контроля не вошло.

plans-ask-file =
    <b>Загрузка плана</b>

    Пришлите файл с дорожной картой: .docx, .xlsx, .csv или .txt, до { $limit } МБ. Нужна таблица с мероприятиями, сроками и ответственными.

    Анкеты, согласия и другие документы с персональными данными сюда присылать не нужно. Из файла сохранятся только пункты плана, их увидят кураторы и руководитель.
plans-ask-year = В файле «{ $name }» не указан учебный год. На какой год этот план?
plans-uploaded = 📎 { $count ->
        [one] Прочитан { $count } пункт.
        [few] Прочитано { $count } пункта.
       *[many] Прочитано { $count } пунктов.
    } Проверьте замечания.
plans-known-file = Этот файл уже загружен, вот что из него получилось.
plans-refused-next = Можно прислать другой файл — прямо сейчас — или взять шаблон.
plans-hint-photo = Фотографию прочитать не получится: пришлите план файлом.
plans-hint-file = Здесь нужен файл с планом.
plans-hint-text = Здесь нужен ответ текстом.
plans-hint-buttons = Здесь выберите ответ кнопкой.
plans-hint-date = Не понял дату. Напишите, например: «1 сентября» или «01.09.2026».

plans-ask-meaning =
    Кого у вас называют «{ $words }»?

    Отметьте роли или людей. Ответ запомню и больше не спрошу. Осталось вопросов: { $left }.
plans-all-mentee = Все наставляемые
plans-all-mentor = Все наставники
plans-all-curator = Кураторы
plans-all-head = Руководитель
plans-all-coordinator = Муниципальный координатор
plans-all-operator = Региональный оператор
plans-meaning-save = Готово
plans-meaning-nobody = Никого из нас: ответит куратор
plans-meaning-later = Спросить позже
plans-meaning-all-known = 👤 Все ответственные распознаны.

plans-sheet-name = План
plans-sheet-file = plan-{ $year }.xlsx
plans-sheet-sent = План таблицей: сроки, как они поняты, замечания и ответственные. Жёлтым отмечены строки, которые стоит проверить.
plans-sheet-number = №
plans-sheet-section = Раздел
plans-sheet-activity = Мероприятие
plans-sheet-phrase = Срок в документе
plans-sheet-corrected = Исправленный срок
plans-sheet-reading = Как понят срок
plans-sheet-doubts = Замечания
plans-sheet-responsible = Ответственные в плане
plans-sheet-people = Кто это
plans-sheet-unknown = Не распознано
plans-sheet-result = Результат
plans-sheet-controller = Контроль

plans-notice-submitted =
    📨 <b>План передан на утверждение</b>
    { $title }
    { $year } · пунктов: { $items }, с замечаниями: { $doubtful }
plans-notice-returned =
    ↩️ <b>План возвращён на доработку</b>
    { $title }

    Причина: { $reason }
plans-notice-approved =
    ✅ <b>План утверждён</b>
    { $title }
    { $order }
plans-alert-unknown =
    👤 <b>Не распознаны ответственные</b>
    { $title }
    { $count ->
        [one] Непонятно, кто это. Пока отвечают кураторы:
       *[many] Непонятно, кто эти люди ({ $count }). Пока отвечают кураторы:
    }
plans-alert-word = • «{ $words }»
plans-alert-next-year =
    🔜 <b>Год заканчивается: пора готовить следующий план</b>
    { $title }, { $year }

    Бот может предложить черновик: повторяющиеся пункты сохранятся, даты перейдут на следующий год, невыполненное будет отмечено.

error-plan-with-head = План ждёт решения руководителя. Чтобы исправить его, сначала заберите план на доработку.
error-nobody-approves = Утвердить план некому: руководитель ещё не вошёл в программу. Пригласите его и передайте план снова.
error-too-many-items = В плане уже { $limit } пунктов, больше не поместится.
error-plan-has-no-items = В плане нет ни одного пункта. Добавьте пункты и попробуйте снова.
error-order-number-too-long = Номер приказа слишком длинный: помещается { $limit } знаков.
