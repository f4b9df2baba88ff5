# Парларның хәле: такта, карточка, рәсем, таблица, очрашулар турында хәбәрләр.
# keys: audit-act-*

menu-board = 📊 Парларның хәле
board-title =
    <b>Парларның хәле</b>
    Барлыгы: { $total } · игътибар кирәк: { $attention }
    Башта — сезгә күбрәк мохтаҗ парлар. Бәя 0 дән 100 гә кадәр, нәрсәдән җыелганы пар карточкасында күренә.
board-empty = Әлегә эшләүче парлар юк. Ике як та риза булгач, пар монда күренер.
board-all-well = ✅ Хәзер бер парга да аерым игътибар кирәкми.
board-pair = { $mentor } → { $mentees }
board-line-button = { $mark } { $mentor } → { $mentee }
board-entry = { $mark } <b>{ $health }</b> · { $pair }
board-entry-school = { $school }
board-entry-paused = Туктатылган: очрашулар көтелми.
board-entry-meetings =
    Булды: { $last }
    Булачак: { $next }
board-entry-known = { $words }
board-last = { $day }, { $limit } көннең { $days } көне узды
board-last-late = { $day }, { $days } көн узды, норма { $limit } көн
board-last-none = әле бер тапкыр да юк, { $limit } көннең { $days } көне узды
board-next = { $when }
board-next-proposed = { $when } (җавап көтә)
board-next-none = билгеләнмәгән
board-unknown = мәгълүмат юк
board-entry-tasks = килешүләр: { $total } эчендә { $done } үтәлгән
board-entry-tasks-late = килешүләр: { $total } эчендә { $done } үтәлгән, { $overdue } соңара
board-entry-mood = бәяләр: 10 нан { $mood }
board-entry-trial = сынау очрашуыннан соң: { $words }
board-trial-continue = дәвам итәргә
board-trial-not-sure = икеләнү бар
board-trial-change = башка вариант кирәк
board-show-needy = 🔴 Игътибар кирәк ({ $count })
board-show-all = Барлык парлар ({ $total })
board-picture = 🗓 Ай
board-sheet = 📄 .xlsx
board-back = Тактага
board-card =
    { $mark } <b>{ $pair }</b>
    { $school }
    Бәя: <b>{ $health }</b>
board-parts = Ул нәрсәдән җыелган:
board-score = • { $part }: <b>{ $value }</b> (авырлыгы { $weight }) — { $reason }
board-score-plain = { $part }: { $value } — { $reason }
board-parts-unknown = Әлегә билгесез һәм исәпкә кермәгән: { $parts }.
board-own = Сез бу парда, шуңа күрә бәяләр һәм сынау очрашуыннан соңгы сүзләр сезгә күренми һәм бәягә кермәгән.
board-part-rhythm = Очрашулар ритмы
board-part-next = Киләсе очрашу
board-part-tasks = Килешүләр
board-part-mood = Остазлык ителүченең бәяләре
board-part-trial = Сынау очрашуыннан соңгы сүзләр
board-part-outcomes = Соңгы очрашулар
board-reason-kept = { $days } көн узды, { $limit } көнгә кадәр ярый
board-reason-awaited = беренче очрашу көтелә, { $limit } көннең { $days } көне узды
board-reason-broken = { $days } көн узды, { $limit } көннән артмаска тиеш иде
board-reason-never-met = әле очрашмаганнар, { $limit } көн урынына { $days } көн узды
board-reason-next-confirmed = билгеләнгән һәм расланган
board-reason-next-proposed = тәкъдим ителгән, җавап әле юк
board-reason-next-none = билгеләнмәгән
board-reason-tasks-on-time = барлыгы { $total }, соңарганы юк
board-reason-tasks-overdue = { $total } эчендә { $overdue } соңара
board-reason-mood-good = уртача 10 нан { $mood }
board-reason-mood-mixed = уртача 10 нан { $mood }, сөйләшерлек сүз бар
board-reason-mood-low = уртача 10 нан { $mood }, остазлык ителүче белән сөйләшегез
board-reason-trial-continue = барысы да дәвам итәргә әзер
board-reason-trial-not-sure = кемдер икеләнә
board-reason-trial-change = кемдер үзгәреш тели
board-reason-outcomes-held = барысы да булды
board-reason-outcomes-missed = барысы да булмады
board-rhythm-own = Бу пар өчен куелган: кимендә { $days } көнгә бер очрашырга.
board-rhythm-school = Бөтен мәктәптәгечә: кимендә { $days } көнгә бер очрашырга.
board-ends-on = Парның срогы — { $day } кадәр.
board-remind = 🔔 Парга искә төшерү
board-remind-task = 🔔 Эш турында искә төшерү
board-rhythm = Очрашулар ритмы
board-open-pair = Пар карточкасы
board-open-health = Парны ачу
board-extend = Срокны үзгәртү
board-open-person = Катнашучы карточкасы
board-open-pairs = Парлар
board-open-pupil = Укучы карточкасы
board-link = 🔗 Сылтаманы күрсәтү
board-link-anew = Яңа сылтама
board-parent-link = 🔗 Ата-ана өчен сылтама
board-ask-rhythm =
    { $pair }
    
    Бу пар ничә көнгә бер тапкыр очраша? Моннан озаграк очрашмасалар, сезгә хәбәр килер.
board-rhythm-days = { $days } көн
board-rhythm-as-school = Бөтен мәктәптәгечә
board-chosen = ● { $words }
board-rhythm-saved = ✅ Ритм сакланды.
board-rhythm-told =
    Куратор очрашулар ритмын үзгәртте: { $names }. Хәзер { $days } көнгә ким дигәндә бер тапкыр очрашыгыз.
    Киләсе очрашу әле билгеләнмәгән булса, вакытын сайлагыз.
board-reminded = 🔔 Искә төшерү җибәрелде: { $names }.
board-reminded-already = Бүген сез инде искә төшердегез. Тагын иртәгә төшерергә мөмкин.
board-unreachable = Бот яза алмый: { $names }. Зинһар, үзегез әйтегез.
board-please-plan =
    Куратор сездән киләсе очрашу турында килешүне сорый: { $names }.
    Төймәгә басып вакыт сайлагыз — икенче якка расларга гына калыр.
board-please-plan-final =
    Парыгызның срогы — { $day }. Куратор йомгаклау очрашуын билгеләүне сорый: { $names }.
    Төймәгә басып вакыт сайлагыз.
board-plan = 🗓 Вакыт сайлау
board-please-do =
    Куратор сез килешкән эш турында искә төшерә:
    { $task }
    Срогы { $day } иде. Эшләнгән булса, билгеләгез.
board-task-done = ✅ Эшләнде
board-to-task = Ачу
board-no-end = срогы күрсәтелмәгән
board-alert-first-late =
    ⏳ Пар әле бер тапкыр да очрашмаган: { $pair }.
    { $days } көн узды, беренче очрашу { $limit } көн эчендә көтелгән иде.
    Киләсе очрашу: { $next }.
board-alert-rhythm =
    ⏳ Пар күптән очрашмаган: { $pair }.
    Соңгы очрашу: { $last }.
    Киләсе очрашу: { $next }.
board-alert-final =
    🏁 Парның срогы тәмамлана, ә йомгаклау очрашуы юк: { $pair }.
    Соңгы көне: { $day }. Киләсе очрашу: { $next }.
board-alert-task =
    📌 Килешү үтәлмәгән, җаваплы { $name }:
    { $task }
    Срогы { $day } иде.
board-alert-capacity =
    👥 Остазның урыннарыннан күбрәк остазлык ителүчесе бар: { $name }.
    Хәзер { $taken }, урыннар { $capacity }. Остаз риза булса, урыннарны шул кадәр итегез яки кемгә дә булса башка остаз тәкъдим итегез.
board-alert-unopened =
    📭 { $name }: шәхси сылтаманы беркем дә ачмаган. Ул { $day } ясалган.
    Аны тагын бер тапкыр бирегез яки яңасын ясагыз.
board-alert-unopened-parent =
    📭 { $name }: ата-анасы сылтаманы ачмаган. Ул { $day } ясалган.
    Аны тагын бер тапкыр бирегез.
board-alert-link-expired = Сылтаманың срогы чыккан: яңасы кирәк.
board-give-places = Урыннар санын { $places } итү
board-places-given = ✅ { $name }. Хәзер урыннар саны: { $places }. Остазга хәбәр җибәрелә.
board-places-told =
    Куратор сездә остазланучылар өчен урыннар санын { $places } дип күрсәтте — хәзер алар сездә шулкадәр.
    Бу сезнең өчен күп булса, кураторга әйтегез.
board-picture-title = Парларның очрашулары · { $month }
board-picture-caption = Парларның очрашулары: { $month }. Пунктир сызык — бүген.
board-picture-cut = Парлар бик күп: беренче өлеше күрсәтелде. Барысы да .xlsx файлында.
board-picture-today = Бу ай
board-day-disputed = җаваплар туры килмәде
board-day-missed = булмады
board-day-held = булды
board-day-untold = нәтиҗәсе билгеләнмәгән
board-day-planned = билгеләнгән
board-day-off = ял көне яки каникул
board-column-health = Бәя
board-column-mentor = Остаз
board-column-mentees = Остазлык ителүчеләр
board-column-school = Оешма
board-column-last = Соңгы очрашу
board-column-days = Узган көннәр
board-column-limit = Рөхсәт ителгән көннәр
board-column-next = Киләсе очрашу
board-column-tasks = Килешүләр
board-column-mood = Бәяләр, 10 нан
board-column-trial = Сынау очрашуыннан соң
board-column-why = Бәя нәрсәдән җыелган
board-sheet-name = Парлар
board-sheet-title = Парларның хәле, { $day }
board-sheet-caption = Барлык парларның хәле. Файлдагы бәяләр остазлар өчен түгел: аны башкаларга җибәрмәгез.
board-file-name = parlar
error-pair-paused = Пардагы кемдер катнашуын туктатып торган: хәзергә искә төшерерлек нәрсә юк.
error-already-planned = Очрашу инде билгеләнгән: искә төшерергә кирәкми.
error-sheet-kept-out-of-chat = Оешмагызда кешеләр турындагы файллар Telegram аша җибәрелми. Шул ук мәгълүмат тактада бар.
audit-act-pairs-board_seen = парларның хәлен карады
audit-act-pairs-picture_taken = парлар очрашуларының рәсемен алды
audit-act-pairs-sheet_taken = парларның хәле турындагы таблицаны алды
audit-act-pair-health_seen = парның бәясен карады
audit-act-pair-rhythm_set = парның очрашулар ритмын үзгәртте
audit-act-pair-reminded = парга искә төшерде
audit-act-person-places_given = остазның урыннар саны үзгәртелде
