# Эштәге планнар: йөкләү, тикшерү, раслау, версияләр, үрнәкләр, киләсе ел.
# keys: plans-all-*

menu-plans = 📄 Планнар

plans-which-place = Кайсы оешманың планнарын ачарга?
plans-title = <b>Планнар · { $name }</b>
plans-none = Әлегә планнар юк. Юл картасы белән файл йөкләгез яки әзер үрнәк алыгыз.
plans-seen-by = <i>Бу исемлекне кураторлар һәм җитәкче күрә (муниципалитетта — координатор).</i>
plans-plain = { $text }
plans-entry =
    { $mark } <b>{ $title }</b>
    { $year }
plans-state-draft = Каралама · { $count } пункт
plans-state-submitted = Раслауны көтә · { $count } пункт
plans-state-archived = Архивта: аның урынына башка план килде
plans-state-live = Гамәлдә
plans-state-published = Гамәлдә, югарыдан җибәрелгән
plans-school-year = { $year } уку елы
plans-calendar-year = { $year } ел
plans-calendar-years = { $first } – { $last } еллар
plans-order = { $day } көнендәге { $number } номерлы боерык
plans-order-undated = { $number } номерлы боерык
plans-order-unnumbered = { $day } көнендәге боерык
plans-upload = 📎 План йөкләү
plans-template = 📋 Үрнәк алу
plans-next-year = 🔜 Киләсе елга план
plans-back = ‹ Планнар
plans-open = Планны ачу
plans-to-plan = ‹ Планга
plans-to-roadmap = 🗺 Юл картасы
plans-live-hint = Бу план буенча эшләр «Юл картасы»нда. Планны үзгәртү өчен яңа версиясен йөкләгез: эшләнгәннәре сакланыр.

plans-draft-title =
    <b>{ $title }</b>
    { $year }
plans-draft-status = Каралама
plans-draft-submitted = Раслауны көтә
plans-returned = ↩️ Кире кайтарылды: { $reason }
plans-draft-source = Файл: { $name }
plans-draft-order = Документтагы реквизитлар: { $order }
plans-draft-counts = Пунктлар: { $items }, кисәтүлеләр: { $doubtful }, көне юклар: { $undated }
plans-draft-unknown = { $count } җаваплы кеше танылмады
plans-draft-left-over = 🔁 { $year } елында үтәлмәгән: { $count }. Алар — башта.
plans-draft-seen-by = <i>Караламаны кураторлар һәм җитәкче күрә (муниципалитетта — координатор). Расланганчы ул берни турында да искәртми.</i>
plans-problem = ℹ️ { $problem }
plans-row =
    { $mark } { $activity }
    «{ $phrase }» → { $reading }
plans-undated = көне юк
plans-no-items = Планда әлегә пунктлар юк.
plans-nothing-doubtful = Кисәтүләр калмады.
plans-show-all = Барлык пунктларны күрсәтү
plans-show-doubts = ⚠️ Кисәтүлеләр генә
plans-difference = 🔀 Ни үзгәрде
plans-add-item = ➕ Пункт
plans-other-year = 🗓 Башка уку елы
plans-which-year = «{ $title }» планы кайсы уку елына? Файлда ул күрсәтелмәгән.
plans-year-set = Уку елы төзәтелде, сроклар яңадан укылды.
plans-sheet = 📥 .xlsx алу
plans-who = 👤 Кем җаваплы: { $count } танылмады
plans-approve = ✅ Раслау
plans-return = ↩️ Сәбәбен язып кайтару
plans-submit = 📨 Җитәкчегә тапшыру
plans-withdraw = Төзәтергә кире алу
plans-delete = 🗑 Караламаны бетерү

plans-submit-ask = «{ $title }» планын җитәкчегә тапшырыргамы? Ул карар иткәнче планны ул гына үзгәртә ала.
plans-submit-yes = Тапшыру
plans-still-open = ⚠️ Кисәтүлеләр: { $doubtful }, көне юклар: { $undated }, танылмаган җаваплылар: { $unknown }. Көне юк пунктлар турында бот искәртмәячәк; танылмаганнар өчен кураторлар җавап бирәчәк.
plans-submitted = 📨 План җитәкчегә тапшырылды.
plans-withdrawn = План яңадан сездә, төзәтергә мөмкин.
plans-delete-ask = «{ $title }» караламасын ({ $count } пункт) бетерергәме? Аны кире кайтарып булмаячак.
plans-delete-yes = Әйе, бетерергә
plans-deleted = Каралама бетерелде.

plans-card = { $mark } <b>{ $activity }</b>
plans-card-phrase = Документтагы срок: «{ $phrase }»
plans-card-corrected = Төзәтелгән: «{ $phrase }»
plans-card-reading = Болай аңлыйм: <b>{ $reading }</b>
plans-card-doubt = ⚠️ { $doubt }
plans-card-accepted = ☑️ Срок буенча кисәтүләр кабул ителде.
plans-card-section = Бүлек: { $section }
plans-card-responsible = Җаваплылар: { $text }
plans-card-people = Алар кем: { $names }
plans-card-meanwhile = Әлегә җавап бирәләр: { $names }
plans-card-unknown = 👤 Танылмады: { $words }
plans-card-result = Нәтиҗә: { $result }
plans-card-controller = Контроль: { $text }
plans-card-for-schools = 🏫 Мәктәпләр үти
plans-card-left-over = 🔁 { $year } елында үтәлмәгән
plans-people-more = { $names } һәм тагын { $count }
plans-take-suggestion = Кабул итү: «{ $phrase }»
plans-accept = ✔️ Барысы да дөрес
plans-accept-undated = ✔️ Көнсез калдыру
plans-accept-all = ✔️ Таблицага кисәтүләрне кабул итү · { $count }
plans-accept-all-ask = Срогы аңлаешлы, ә кисәтүе таблицага гына кагылган пунктлар (уртак күзәнәк, номер кабатлану): { $count }. Барысын да кабул итәргәме? Берәмләп тикшерү өчен «Кисәтүлеләр генә»не ачыгыз.
plans-accept-all-yes = Әйе, барысын да
plans-accepted-all = Кисәтүләр кабул ителде: { $count }.
plans-fix-deadline = 📅 Срокны төзәтү
plans-edit = ✏️ Үзгәртү
plans-name-people = 👥 Кешеләр билгеләү
plans-remove = 🗑 Пунктны бетерү
plans-for-schools = 🏫 Мәктәпләргә тапшыру
plans-not-for-schools = 🏫 Мәктәпләргә тапшырмау
plans-next-doubt = Киләсе кисәтү
plans-remove-ask = «{ $activity }» пунктын караламадан бетерергәме?
plans-remove-yes = Әйе, бетерергә
plans-removed = Пункт бетерелде.

plans-edit-ask = «{ $activity }» пунктында нәрсәне үзгәртергә?
plans-field-activity = Чара
plans-field-number = Номер
plans-field-section = Бүлек
plans-field-result = Нәтиҗә
plans-field-responsible = Җаваплылар
plans-field-controller = Контроль
plans-ask-field =
    <b>{ $name }</b> — «{ $activity }» пункты

    Хәзер: { $value }

    Яңа текстны языгыз.
plans-ask-phrase =
    «{ $activity }» пункты
    Хәзер: «{ $phrase }»

    Срокны пландагыча, русча языгыз: «до 15 октября», «с 1 по 20 сентября», «ежегодно до 10 июня», «каждый месяц».
plans-phrase-read = «{ $phrase }» — болай аңлыйм: <b>{ $reading }</b>
plans-phrase-confirm = Сакларгамы? Дөрес булмаса, срокны башкача языгыз.
plans-save = Саклау
plans-people-ask =
    «{ $activity }» өчен кем җавап бирә?

    Кешеләрне билгеләгез: искәртүләр аларга килер. Беркем дә билгеләнмәсә, план сүзләре хәл итә.

plans-ask-activity = <b>Яңа пункт.</b> Нәрсә эшләргә кирәклеген языгыз.
plans-ask-deadline =
    «{ $activity }» пункты

    Кайчан? Срокны русча языгыз: «до 15 октября», «ноябрь», «раз в четверть».
plans-ask-responsible = «{ $activity }» өчен кем җавап бирә? Вазыйфасын яки фамилиясен инициаллары белән, пландагыча языгыз.
plans-another-deadline = Башка срок
plans-added-item = Пункт өстәлде.

plans-ask-order =
    <b>Раслау:</b> { $title }

    Боерык номерын языгыз.
plans-order-as-written = Документтагыча: { $order }
plans-without-number = Номерсыз
plans-ask-order-date = { $order }. Кайсы көннеке? Сайлагыз яки языгыз: «1 сентября», «01.09.2026».
plans-order-number = { $number } номерлы боерык
plans-order-no-number = Номерсыз боерык
plans-today = Бүген
plans-yesterday = Кичә
plans-day-in-year = { $day }, { $year } ел
plans-confirm-order =
    { $title }

    { $order }, көне: <b>{ $day }</b>

    Расланганнан соң план гамәлгә керә: җаваплылар сроклар турында искәртүләр алачак. Кураторлар бу турыда белер.
plans-other-order = Башка боерык
plans-approved-now = ✅ План расланды һәм гамәлдә.
plans-approved-passed = { $count } чараның вакыты расланганчы ук узган. Үтәлгән булса, барысын берьюлы билгеләгез: «🗺 Юл картасы» → «Соңга калганы».
plans-ask-reason = Нәрсәне төзәтергә? Сәбәбен языгыз — аны кураторлар күрер.
plans-sent-back = План кире кайтарылды, кураторлар сәбәбен белер.

plans-difference-title = <b>Ни үзгәрде</b>: { $added } өстәлде, { $changed } үзгәрде, { $gone } алынды, { $unchanged } үзгәрешсез
plans-added = ➕ { $activity } — «{ $phrase }»
plans-changed = ✏️ { $activity }
plans-change = { $part }: «{ $old }» → «{ $new }»
plans-gone = ➖ { $activity } — { $total ->
        [0] көне юк
       *[other] { $total } эштән { $done } үтәлгән
    }
plans-part-activity = текст
plans-part-deadline = срок
plans-part-responsible = җаваплылар
plans-part-result = нәтиҗә
plans-part-controller = контроль
plans-difference-hint = <i>Үтәлү билгеләре яңа версиянең шул ук пунктларына күчә. Пунктлар дөрес тиңләштерелмәсә, бәйләнешне өзегез.</i>
plans-cut = ✂️ Бу башка пункт: { $activity }
plans-link-cut = Бәйләнеш өзелде: хәзер бу яңа пункт.

plans-templates = <b>План үрнәкләре.</b> Кайсысыннан башларга икәнен сайлагыз: барысын да үзгәртеп була.
plans-template-title = <b>{ $name }</b> · { $count } пункт
plans-template-section = • { $title } — { $count }
plans-template-ask = Караламаны кайсы елга ясарга?
plans-template-made = 📋 Үрнәктән каралама әзер. Срокларны һәм җаваплыларны тикшерегез.
plans-known-draft = Мондый каралама бар инде, менә ул.
plans-next-year-made = 🔜 Киләсе елга каралама әзер: көннәр бер елга күчерелде, контрольдән алынганнары кертелмәде.

plans-ask-file =
    <b>План йөкләү</b>

    Юл картасы белән файл җибәрегез: .docx, .xlsx, .csv яки .txt, { $limit } МБ кадәр. Чаралар, сроклар һәм җаваплылар булган таблица кирәк.

    Анкеталарны, ризалыкларны һәм шәхси мәгълүматлы башка документларны монда җибәрергә кирәкми. Файлдан план пунктлары гына саклана, аларны кураторлар һәм җитәкче күрер.
plans-ask-year = «{ $name }» файлында уку елы күрсәтелмәгән. Бу план кайсы елга?
plans-uploaded = 📎 { $count } пункт укылды. Кисәтүләрне тикшерегез.
plans-known-file = Бу файл инде йөкләнгән, менә аннан нәрсә чыкты.
plans-refused-next = Хәзер үк башка файл җибәрергә яки үрнәк алырга мөмкин.
plans-hint-photo = Фотоны укып булмый: планны файл итеп җибәрегез.
plans-hint-file = Монда план белән файл кирәк.
plans-hint-text = Монда текст белән җавап кирәк.
plans-hint-buttons = Монда җавапны төймә белән сайлагыз.
plans-hint-date = Көнне аңламадым. Мәсәлән, «1 сентября» яки «01.09.2026» дип языгыз.

plans-ask-meaning =
    Сездә «{ $words }» дип кемне атыйлар?

    Рольләрне яки кешеләрне билгеләгез. Җавапны истә калдырам һәм бүтән сорамыйм. Калган сораулар: { $left }.
plans-all-mentee = Барлык остазланучылар
plans-all-mentor = Барлык остазлар
plans-all-curator = Кураторлар
plans-all-head = Җитәкче
plans-all-coordinator = Муниципаль координатор
plans-all-operator = Төбәк операторы
plans-meaning-save = Әзер
plans-meaning-nobody = Бездән беркем дә: куратор җавап бирер
plans-meaning-later = Соңрак сорарга
plans-meaning-all-known = 👤 Барлык җаваплылар да танылды.

plans-sheet-name = План
plans-sheet-file = plan-{ $year }.xlsx
plans-sheet-sent = План таблица рәвешендә: сроклар, алар ничек аңлашылган, кисәтүләр һәм җаваплылар. Тикшерергә кирәк юллар сары төс белән билгеләнгән.
plans-sheet-number = №
plans-sheet-section = Бүлек
plans-sheet-activity = Чара
plans-sheet-phrase = Документтагы срок
plans-sheet-corrected = Төзәтелгән срок
plans-sheet-reading = Срок ничек аңлашылган
plans-sheet-doubts = Кисәтүләр
plans-sheet-responsible = Пландагы җаваплылар
plans-sheet-people = Алар кем
plans-sheet-unknown = Танылмады
plans-sheet-result = Нәтиҗә
plans-sheet-controller = Контроль

plans-notice-submitted =
    📨 <b>План раслауга тапшырылды</b>
    { $title }
    { $year } · пунктлар: { $items }, кисәтүлеләр: { $doubtful }
plans-notice-returned =
    ↩️ <b>План төзәтергә кире кайтарылды</b>
    { $title }

    Сәбәбе: { $reason }
plans-notice-approved =
    ✅ <b>План расланды</b>
    { $title }
    { $order }
plans-alert-unknown =
    👤 <b>Җаваплылар танылмады</b>
    { $title }
    Аларның кем икәне аңлашылмый ({ $count }). Әлегә кураторлар җавап бирә:
plans-alert-word = • «{ $words }»
plans-alert-next-year =
    🔜 <b>Ел тәмамлана: киләсе планны әзерләргә вакыт</b>
    { $title }, { $year }

    Бот каралама тәкъдим итә ала: кабатлана торган пунктлар сакланыр, көннәр киләсе елга күчәр, үтәлмәгәннәре билгеләнер.

error-plan-with-head = План җитәкче карарын көтә. Төзәтү өчен башта планны кире алыгыз.
error-nobody-approves = Планны расларга кеше юк: җитәкче әле программага кушылмаган. Аны чакырыгыз да планны яңадан тапшырыгыз.
error-too-many-items = Планда инде { $limit } пункт бар, артыгы сыймый.
error-plan-has-no-items = Планда бер пункт та юк. Пунктлар өстәгез дә яңадан карагыз.
error-order-number-too-long = Боерык номеры бик озын: { $limit } билге сыя.
