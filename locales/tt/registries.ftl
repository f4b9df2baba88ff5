# Остазлар һәм остазланучылар реестрлары: исемлек кертү, алу, боерык белән раслау, программага остаз сайлау.
# keys: audit-act-*

menu-registries = 📇 Реестрлар

registries-desk =
    <b>Реестрлар</b>
    { $name }
registries-desk-territory =
    <b>Мәктәпләрнең реестрлары</b>
    { $name }. Монда территориянең барлык мәктәпләре бергә.
registries-grades-full = Исемнәр белән тулы исемлекләрне мәктәп кураторлары һәм җитәкчесе генә күрә. Сайт һәм хисаплар өчен исемсез исемлекне яки саннарны алыгыз.
registries-grades = Монда исемнәр юк: сез исемсез исемлекләрне (исем урынына номер) һәм саннарны ала аласыз.
registries-import = 📥 Хезмәткәрләр исемлеген йөкләү
registries-snapshots = 📜 Расланган реестрлар
registries-shortlists = 🔎 Программага остаз сайлау
registries-elsewhere = 🏫 { $name }
registries-to-desk = ‹ Реестрлар
registries-counted = { $name } · { $count }

registries-name-mentor-teacher = Остазлар реестры: педагоглар
registries-name-mentor-pupil = Остазлар реестры: укучылар
registries-name-mentee-teacher = Остазланучылар реестры: педагоглар
registries-name-mentee-pupil = Остазланучылар реестры: укучылар
registries-short-mentor-teacher = Остазлар, педагоглар
registries-short-mentor-pupil = Остазлар, укучылар
registries-short-mentee-teacher = Остазланучылар, педагоглар
registries-short-mentee-pupil = Остазланучылар, укучылар

registries-one =
    <b>{ $name }</b>
    { $place }
registries-full-on-server = Тулы исемлек монда бирелми: мәктәп көйләүләрендә исемле документларны чат аша җибәрү сүндерелгән. Аны администратор серверда ясый.
registries-about-full = <b>Тулы</b> — исемнәр, парлар, боерыклар, ризалык номерлары. Кураторлар һәм җитәкче өчен генә.
registries-about-anonymous = <b>Исемсез</b> — исем урынына номер; биштән азрак кешегә уртак билгеләр яшерелгән.
registries-about-numbers = <b>Саннар</b> — фән, категория һәм авырлыклар буенча ничә кеше; биштән азрак төркемнәр күрсәтелми.
registries-take-full = ⬇️ Тулы .xlsx
registries-take-anonymous = ⬇️ Исемсез .xlsx
registries-take-numbers = ⬇️ Саннар .xlsx
registries-approve = ✍️ Боерык белән раслау
registries-sent-full =
    { $name }: { $grade }, { $day }.
    Файлда шәхси мәгълүматлар бар: эше буенча кирәк булмаган кешеләргә җибәрмәгез. Бирелгәне керү журналына язылды.
registries-sent = { $name }: { $grade }, { $day }.

# ---- файллар

registries-grade-full = тулы
registries-grade-anonymous = исемсез
registries-grade-numbers = саннар
registries-file-made = { $day } көненә, { $grade }
registries-file-hidden = Биштән азрак кешегә уртак билгеләр һәм төркемнәр күрсәтелми
registries-hidden = яшерелгән
registries-few = 5тән азрак
registries-waits = әйе
registries-without-telegram = Telegram юк
registries-order = { $day } көнендәге № { $number }
registries-status-active = катнаша
registries-status-paused = туктатып торылган
registries-status-left = катнашуын тәмамлаган
registries-column-number = №
registries-column-school = Мәктәп
registries-column-name = Фамилия, исем, ата исеме
registries-column-code = Катнашучы номеры
registries-column-status = Катнашуы
registries-column-workplace = Эш урыны
registries-column-class = Сыйныф
registries-column-subject = Фән
registries-column-category = Категория
registries-column-experience = Эш стажы, ел
registries-column-difficulties = Төп сорау (авырлыклар)
registries-column-strengths = Компетенцияләр һәм көчле яклар
registries-column-achievements = Казанышлар
registries-column-interests = Кызыксынулар
registries-column-desired = Кемгә ярдәм итәргә әзер
registries-column-times = Вакыт мөмкинлеге
registries-column-capacity = Остазланучылар өчен урыннар
registries-column-entered = Кертелгән көне
registries-column-mentors = Остаз
registries-column-mentees = Остазланучылар
registries-column-form = Остазлык формасы
registries-column-their-workplace = Икенче якның эш урыны
registries-column-order = Парны беркетү боерыгы
registries-column-completed = Тәмамланган көне
registries-column-result = Үтү билгесе
registries-column-consents = Ризалыклар (язма номерлары)
registries-column-waiting = Кайчаннан бирле остазсыз
registries-pairing-paired = парда эшли
registries-pairing-completed = парның эше тәмамланган
registries-pairing-unpaired = әлегә парда түгел
registries-consent = { $kind }: № { $record }
registries-consent-paper = { $kind }: № { $record } (кәгазьдә № { $original })
registries-consent-personal-data = мәгълүмат эшкәртү
registries-consent-parental = ата-ана
registries-consent-assent = укучы
registries-consent-mentor = остаз булу
registries-consent-extra-duties = өстәмә эш
registries-consent-helper = парга ярдәм
registries-consent-amendment = программаны үзгәртү
registries-consent-publication = бастырып чыгару
registries-numbers-what = Күрсәткеч
registries-numbers-value = Кыйммәте
registries-numbers-count = Кеше
registries-numbers-total = Барлыгы
registries-what-status = Катнашуы
registries-what-school = Мәктәп
registries-what-class = Сыйныф
registries-what-category = Категория
registries-what-experience = Эш стажы, ел
registries-what-subject = Фән
registries-what-difficulties = Авырлык
registries-what-strengths = Көчле як
registries-what-form = Остазлык формасы
registries-what-pairing = Парда эшләве

# ---- хезмәткәрләр исемлеге

registries-ask-file =
    <b>Хезмәткәрләр исемлеге</b>
    Файл җибәрегез (.xlsx): бер юл — бер кеше. Үз исемлегегез дә ярый: баганаларны исемнәреннән таныйм. Исем һәм роль (остаз яки остазланучы) кирәк. { $rows } юлга, 5 МБка кадәр.

    • Кәгазьдәге ризалыкның номеры һәм көне булса, кешене Telegramсыз кертәм.
    • Ризалык булмаса, берни дә сакламыйм, ә кешегә тапшырырга шәхси сылтама бирәм.

    Башта ни аңлаганымны күрсәтәм. Кертелгәннәрне кураторлар һәм җитәкче күрәчәк.
registries-template = 📄 Үрнәкне алу
registries-template-sent = Үрнәк: тутырып, монда җибәрегез. «Үрнәк» дип билгеләнгән юлны калдырып узам.
registries-import-on-server =
    Мәктәп көйләүләрендә шәхси мәгълүматлы документларны чат аша җибәрү сүндерелгән, шуңа исемлекне серверда йөклиләр. Администратордан моны эшләтүен сорагыз:
    <i>python -m bot registry import ФАЙЛ.xlsx --organization { $id } --links СЫЛТАМАЛАР.xlsx</i>
registries-hint-file = .xlsx файлын көтәм. Аны фото итеп түгел, файл итеп җибәрегез.
registries-progress = Файлны укыйм: { $total } юлның { $done } укылды…
registries-refused-next = Берни дә сакланмады. Файлны төзәтеп, кабат җибәрегез яки үрнәкне алыгыз.
registries-preview =
    <b>Исемлекне тикшерегез</b>
    { $name } · юллар: { $total }
registries-preview-entered = ✅ Кәгазь ризалык буенча кертәм: остазланучылар — { $mentees }, остазлар — { $mentors }.
registries-preview-links = 🔗 Ризалыксыз: { $count } кеше. Мәгълүматларын сакламыйм, файлда шәхси сылтама бирәм.
registries-preview-wrong =
    ❗ Хаталы юллар: { $count }. Аларны калдырып узам.
    { $lines }
registries-preview-line = • { $line }
registries-preview-more = …һәм тагын { $count }. Барысы да хаталар файлында.
registries-preview-left-out = <i>Бу баганалар кирәк түгел, калдырып узам: { $heads }</i>
registries-preview-ask = Әлегә берни дә сакланмады. Кертимме?
registries-preview-nothing = Кертер кеше юк. Файлны төзәтеп, кабат җибәрегез.
registries-confirm = ✅ Кертергә: { $count }
registries-wrong-take = 📄 Барлык хаталар файл белән
registries-cancel = ✖️ Кертмәскә
registries-wrong-sent = Хаталы юллар: { $count }. Аларны үз файлыгызда төзәтеп, кабат җибәрегез — кертелгәннәр икенче тапкыр өстәлми.
registries-wrong-sheet = Хаталар
registries-wrong-title = Хаталы юллар: { $count }
registries-wrong-sheet-head = Бит
registries-wrong-number = Юл
registries-wrong-reason = Нәрсәне төзәтергә
registries-wrong-row = { $number } юл: { $flaws }
registries-wrong-row-of-sheet = «{ $sheet }», { $number } юл: { $flaws }
registries-imported =
    <b>Әзер</b>
    { $name }. Telegramсыз кертелде: { $count }. Һәркемнең шәхси сылтамасын аның карточкасыннан («Кешеләр») алып була.
registries-imported-links = Шәхси сылтамалар ({ $count }) файл белән өстә җибәрелде. Һәрберсе бер кешегә, 30 көн гамәлдә.
registries-imported-wrong = Хаталы юллар калдырылды: { $count }.
registries-links-sent = Шәхси сылтамалар: { $count }. Исемнәр бу файлда гына, миндә алар сакланмады. Һәркемгә үз сылтамасын тапшырыгыз да файлны бетерегез.
registries-links-sheet = Сылтамалар
registries-links-title = Керү өчен шәхси сылтамалар: һәрберсе бер кешегә, 30 көн гамәлдә
registries-links-number = Юл
registries-links-last = Фамилия
registries-links-first = Исем
registries-links-patronymic = Атасының исеме
registries-links-role = Роль
registries-links-link = Сылтама

registries-flaw-name-missing = исем юк
registries-flaw-name-incomplete = фамилия һәм исем тулысынча, инициалларсыз кирәк
registries-flaw-name-odd = исемдә артык билгеләр бар
registries-flaw-name-long = исемнең бер өлеше { $limit } билгедән озынрак
registries-flaw-role-missing = роль юк: остаз яки остазланучы
registries-flaw-role-unknown = «{ $value }» роле аңлашылмый: «остаз» яки «остазланучы» кирәк
registries-flaw-role-by-link = «{ $value }» роле исемлек белән түгел, чакыру сылтамасы белән бирелә
registries-flaw-experience = «{ $value }» стажы: 0 дән { $limit } кадәр ел саны кирәк
registries-flaw-capacity = остазланучылар саны «{ $value }»: 1 дән { $limit } кадәр бөтен сан кирәк
registries-flaw-subject-long = фән { $limit } билгедән озынрак
registries-flaw-difficulties-long = үз сүзләре белән язылган авырлыклар { $limit } билгедән озынрак
registries-flaw-strengths-long = үз сүзләре белән язылган көчле яклар { $limit } билгедән озынрак
registries-flaw-consent-no-date = «{ $value }» ризалыгының көне юк
registries-flaw-consent-no-number = «{ $value }» көнендәге ризалыкның номеры юк
registries-flaw-consent-number-long = ризалык номеры { $limit } билгедән озынрак
registries-flaw-consent-date = ризалык көне «{ $value }» аңлашылмый: мәсәлән, 01.09.2026 дип языгыз
registries-flaw-consent-later = ризалык көне «{ $value }» әле җитмәгән
registries-flaw-consent-earlier = ризалык көне «{ $value }» артык иске
registries-flaw-repeated = бу кеше { $other } юлда бар инде
registries-flaw-known = бу кеше мәктәптә катнаша инде; икенче роль сылтама белән бирелә
registries-flaw-formula = шакмакта кыйммәтсез формула: кыйммәтнең үзен языгыз
registries-flaw-cell-long = шакмакта текст артык озын

registries-template-sheet = Исемлек
registries-template-help-sheet = Ничек тутырырга
registries-field-number = №
registries-field-last = Фамилия
registries-field-first = Исем
registries-field-patronymic = Атасының исеме
registries-field-role = Роль
registries-field-subject = Фән
registries-field-experience = Эш стажы, ел
registries-field-category = Остазланучының категориясе
registries-field-difficulties = Авырлыклар
registries-field-strengths = Көчле яклар
registries-field-capacity = Ничә остазланучы
registries-field-consent-number = Ризалык №
registries-field-consent-date = Ризалык көне
registries-example = Үрнәк
registries-example-last = Фамилия
registries-example-first = Исем
registries-example-patronymic = Атасының исеме
registries-example-consent = 15-шм
registries-template-help =
    Бер юл — бер кеше. «Үрнәк» дип билгеләнгән юл калдырып узыла, аны бетерергә була.
    Фамилия, исем һәм роль кирәк: остаз яки остазланучы. Калганын соңрак өстәп була.
    Авырлыкларны остазланучыларга, көчле якларны һәм остазланучылар санын остазларга языгыз. Берничә кыйммәтне нокталы өтер белән аерыгыз.
    Ризалыкның номеры һәм көне — кеше кул куйган кәгазьдән. Алардан башка мәгълүмат сакланмый: кешегә шәхси сылтама ясала.
    Телефон, адрес, туган көн һәм сәламәтлек турында мәгълүмат язмагыз.
    Исемлектәге авырлыклар һәм көчле яклар (үз сүзләрегез белән дә ярый):
    { $topics }

# ---- боерык

registries-ask-number =
    <b>{ $name }</b>
    Реестрда { $count } кеше. Раслау боерыгының номерын языгыз.

    Боерык локаль актлар реестрында күренәчәк, аны кураторлар һәм җитәкче күрә.
registries-ask-date = № { $number } боерык. Кайсы көннән? Көнен языгыз, мәсәлән, 01.09.2026.
registries-today = Бүген
registries-order-title = Раслау турында: { $name }
registries-approved = ✅ Реестр расланды.
registries-approved-file =
    { $line }. Раслау көненә тулы исемлек: аны боерык белән бергә саклагыз, миндә ул калмый.
    Файлның контроль суммасы (SHA-256): { $digest }
registries-no-snapshots-yet =
    <b>Расланган реестрлар</b>
    { $name }. Әлегә бер реестр да боерык белән расланмаган. Кирәкле реестрны ачып, «Боерык белән раслау» төймәсенә басыгыз.
registries-no-snapshots =
    <b>Расланган реестрлар</b>
    { $name }. Әлегә бер реестр да боерык белән расланмаган.
registries-snapshots-title =
    <b>Расланган реестрлар</b>
    { $name }
registries-snapshot-line = { $name }: № { $number }, { $day }
registries-snapshot =
    <b>{ $name }</b>
    { $place }
    { $day } көнендәге № { $number } боерык белән расланган. { $taken } көненә составы, кеше: { $count }.
    <i>Тулы файлның контроль суммасы (SHA-256): { $digest }</i>
registries-snapshot-take = ⬇️ Исемсез исемлек
registries-snapshot-act = 📚 Боерык
registries-snapshot-sent = { $line }. Расланган чагындагы исемсез исемлек.
registries-yearly =
    <b>Сентябрь: яңа уку елына реестрлар</b>
    { $name }. Остазлар һәм остазланучылар исемлекләрен тикшереп, боерык белән раслагыз.
registries-yearly-open = Реестрларны ачу

# ---- программага остаз сайлау

registries-lists =
    <b>Программага остаз сайлау</b>
    { $name }. Исемлекләрне кураторлар һәм җитәкче күрә.
registries-lists-none =
    <b>Программага остаз сайлау</b>
    { $name }. Программага нәрсә кирәген сайлагыз — туры килгән остазларны тәртип белән күрсәтәм. Билгеләнгәннәрне исемлек итеп саклап була; аны кураторлар һәм җитәкче күрәчәк.
registries-list-new = ➕ Остазлар сайлау
registries-list-line = { $title } · { $count }
registries-wish-form = Кайсы остазлык формасы өчен сайлыйбыз?
registries-wish-any-form = Теләсә кайсы форма
registries-wish-subject = Кайсы фән мөһим?
registries-wish-any-subject = Теләсә кайсы фән
registries-wish-topics = Остаз нәрсәдә ярдәм итәргә тиеш? Берсен яки берничәсен билгеләгез дә «Остазларны күрсәтү» төймәсенә басыгыз.
registries-wish-next = Остазларны күрсәтү
registries-wish-anything = махсус шартларсыз
registries-ticked = ☑️ { $name }
registries-unticked = ▫️ { $name }
registries-fitting =
    <b>Кем туры килә</b>
    <i>{ $wish }</i>
    Исемлекне саклау өчен остазларны билгеләгез.
registries-fitting-none = Әлегә гамәлдәге остазлар юк. Аларны чакырыгыз яки хезмәткәрләр исемлеген йөкләгез.
registries-mentor = <b>{ $name }</b>
    { $reasons }
registries-mentor-picked = ☑️ <b>{ $name }</b>
    { $reasons }
registries-reason-subject = • кирәкле фән: { $subject }
registries-reason-topics = • ярдәм итә ала: { $topics }
registries-reason-partner = • партнёр оешмада эшли
registries-reason-places = { $count ->
        [0] • буш урын юк
       *[other] • буш урыннар: { $count }
    }
registries-reason-unreachable = • ⚠️ остаз ботны блоклаган, үзегез элемтәгә керегез
registries-list-name = 💾 Исемлекне саклау: { $count }
registries-ask-title = Билгеләнгән остазлар: { $count }. Исемлекне ничек атыйбыз? Исемен кураторлар һәм җитәкче күрәчәк.
registries-list-saved = ✅ Исемлек сакланды.
registries-shortlist =
    <b>{ $title }</b>
    <i>{ $wish }</i>
registries-shortlist-absent = Хәзер катнашмыйлар һәм күрсәтелмиләр: { $count }.
registries-shortlist-more = …һәм тагын { $count }.
registries-list-remove = 🗑 Исемлекне бетерү
registries-list-remove-ask = «{ $title }» исемлеген бетерергәме? Остазлар һәм парлар үзгәрмичә кала.
registries-list-remove-yes = Әйе, бетерергә
registries-list-removed = Исемлек бетерелде.

# ---- боерыклар юлы

registry-cli = реестрлар: хезмәткәрләр исемлеген кертү һәм алу
registry-cli-import = .xlsx файлыннан хезмәткәрләрне кертү
registry-cli-export = реестрны .xlsx файлына язу
registry-cli-file = .xlsx файлы
registry-cli-organization = оешма номеры (organizations карагыз)
registry-cli-dry-run = күрсәтергә генә, бернәрсә дә сакламаска
registry-cli-json = нәтиҗәне JSON итеп басу
registry-cli-links = кәгазь ризалыгы булмаганнарның шәхси сылтамалары өчен .xlsx файлы
registry-cli-registry = mentors — остазлар, mentees — остазланучылар
registry-cli-pupils = укучылар реестры (ачкычсыз — педагоглар)
registry-cli-grade = full — тулы, anonymous — исемсез, numbers — саннар
registry-cli-organization-wrong = { $value } номерлы мәктәп яки партнёр юк.
registry-cli-export-organization-wrong = { $value } номерлы оешма юк.
registry-cli-full-of-one = Тулы реестр бер мәктәп буенча гына языла. Муниципалитет һәм регион өчен --grade anonymous һәм numbers бар.
registry-cli-file-wrong = { $file } файлы ачылмый: { $reason }
registry-cli-file-not-written = { $file } файлы язылмый: { $reason }
registry-cli-links-missing = Кәгазь ризалыгы юк: { $count }. Аларның мәгълүматлары сакланмый; шәхси сылтамалар ясау өчен --links ФАЙЛ.xlsx өстәгез.
registry-cli-about = { $name }. Юллар: { $total }. Кәгазь ризалык буенча: остазланучылар — { $mentees }, остазлар — { $mentors }. Ризалыксыз: { $links }. Хаталы: { $wrong }.
registry-cli-entered = Кертелде: { $count }.
registry-cli-links-made = Шәхси сылтамалар ({ $count }) { $file } файлына язылды. Исемнәр анда гына.
registry-cli-nothing-stored = Берни дә сакланмады.
registry-cli-exported = { $name }: { $file } файлына язылды, кеше: { $count }.
registry-cli-exported-few = { $name }: { $file } файлына язылды.

# ---- керү журналы

audit-act-registry-full = тулы реестрны алды
audit-act-registry-anonymous = исемсез реестрны алды
audit-act-registry-numbers = реестрны саннарда алды
audit-act-registry-imported = хезмәткәрләр исемлеген кертте
audit-act-registry-approved = реестрны боерык белән раслады
audit-act-registry-snapshot-taken = расланган реестрны алды
audit-act-mentors-ranked = программага остазлар сайлады
audit-act-shortlist-saved = остазлар исемлеген саклады
audit-act-shortlist-seen = остазлар исемлеген карады
audit-act-shortlist-removed = остазлар исемлеген бетерде

# ---- баш тартулар

error-registry-file-refused = { $reason ->
        [empty] Файл буш. Кирәкле файлны җибәрдегезме, тикшерегез.
        [large] Файл 5 МБтан зуррак. Рәсемнәрне һәм артык битләрне алыгыз.
        [kind] .xlsx файлы кирәк. Исемлекне Excel яки башка программада ачып, .xlsx итеп саклагыз.
        [locked] Файл серсүз белән якланган. Серсүзне алып, кабат җибәрегез.
        [macros] Файлда макрослар бар, андый файлларны ачмыйм. Аны макроссыз .xlsx итеп саклагыз.
        [bomb] Файл гадәттән тыш төзелгән: ачылгач артык зур. Исемлекне яңа китапка күчереп җибәрегез.
        [long] Файлда юллар, баганалар яки битләр артык күп ({ $limit } кадәр алам). Аны өлешләргә бүлегез.
        [heads] Файлда исемнәр баганасы күренми. Баганаларны атагыз, мәсәлән, «Фамилия» һәм «Роль», яки үрнәкне алыгыз.
       *[damaged] Файл бозылган яки тулысынча йөкләнмәгән. Аны ачып, яңадан саклап җибәрегез.
    }
error-registry-on-server-only = Мәктәп көйләүләрендә шәхси мәгълүматлы документларны чат аша җибәрү сүндерелгән. Аларны администратор серверда ясый.
error-registry-changed = Реестр составы әле генә үзгәрде. Реестрны ачып, яңадан раслагыз.
error-nothing-to-import = Кертер кеше юк: туры килгән юллар юк яки бу кешеләр барысы да катнаша инде.
error-too-many-shortlists = Исемлекләр { $limit } инде. Кирәкмәгәннәрен бетереп, кабат саклагыз.
error-too-many-chosen = Бер исемлектә { $limit } остаздан артык булмый. Артык билгеләрне алыгыз.
