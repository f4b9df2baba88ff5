# Кайчан һәм ничек очрашырга: тәкъдим ителгән вакыт, календарь, сүзләр, урын, дәрескә керү.
# keys: planning-place-*, planning-problem-*, planning-offer-*

menu-plan = 🗓 Планлаштыру

planning-head =
    <b>{ $kind }</b>
    Кем белән: { $who }
planning-head-move =
    <b>Башка вакыт</b>
    { $kind } · кем белән: { $who }
planning-purpose = Ни өчен: { $purpose }
planning-agenda = Дәрестә:
planning-agenda-before = Дәрескә кадәр:
planning-agenda-after = Дәрестән соң:
planning-agenda-point = • { $point }
planning-where = Кайда: { $where }
planning-planned-already = Сезнең очрашуыгыз бар инде: { $when }. Бу тагын берсе булыр.
planning-choose = Вакытка басыгыз — тәкъдим шунда ук җибәрелә. Яисә үзегез языгыз: «сишәмбе 15:30», «иртәгә 6 дәрестән соң», «12.11 14:00».
planning-nothing-free = Барыгыз өчен дә буш вакыт табылмады. Үзегез языгыз, мәсәлән «сишәмбе 15:30», яисә календарьны ачыгыз.
planning-seen-by = Тәкъдимне алачак: { $who }
planning-widened = Якын көннәрдә барыгызга да уңайлы вакыт юк. Менә барысы да буш булган башка вакыт.
planning-later = Якын ике атнада бөтен вакыт алынган, шуңа күрә вакыт соңрак.
planning-visit-next =
    «Дәресне сайлау»га басыгыз: кем дәресе, көне, сыйныф һәм нәрсә турында сөйләшәсе икәнен сорарбыз.
    Тәкъдимне алачак: { $who }
planning-visit-go = Дәресне сайлау
planning-calendar = 📅 Календарь
planning-place = 📍 Урын
planning-other-kind = Башка очрашу
planning-other-pair = Башка пар
planning-cancel = Баш тарту

planning-place-school = Мәктәптә
planning-place-online = Онлайн
planning-place-mixed = Очрашып һәм онлайн

planning-sent = Тәкъдим җибәрелде: <b>{ $when }</b>.
planning-sent-what =
    { $kind }
    Кайда: { $where }
    Кем белән: { $who }
planning-sent-next = Җавап килгәч, хәбәр итәрбез.
planning-take-back = Кире алу
planning-change = Үзгәртү
planning-repeat = 🔁 Кабатлау
planning-open = Очрашуны ачу
planning-to-list = Минем очрашулар
planning-no-pair = Очрашуларны гамәлдәге остазлык пары булганда планлаштырып була. Куратор пар тапкач һәм барысы да ризалашкач, без сезгә шунда ук язарбыз.
planning-stopped = Ярый, очрашу тәкъдим итмибез. Бернәрсә дә җибәрелмәде.

planning-offer-begin = <b>Беренче очрашу турында килешергә вакыт.</b> Кем белән: { $who }
planning-offer-after = <b>Киләсе очрашу әле билгеләнмәгән.</b> Кем белән: { $who }
planning-offer-rhythm = <b>Тиздән яңадан очрашырга вакыт.</b> Кем белән: { $who }
planning-offer-what =
    { $kind }
    Ни өчен: { $purpose }
planning-offer-choose = Вакытка басыгыз — тәкъдим шунда ук җибәрелә.
planning-offer-other = Башка вакыт

planning-form-new = <b>Яңа очрашу</b>
planning-form-move = <b>Башка вакыт</b>
planning-kind-likely = { $kind } · киңәш итәбез
planning-ask-pair = Кем белән очрашырга телисез?
planning-ask-kind = Бу нинди очрашу булачак?
planning-ask-day = Календарьдан көнне сайлагыз яисә языгыз: «25.11», «җомга», «бер атнадан 16:00».
planning-ask-time =
    { $day }
    Сәгать ничәдә? Вакытны сайлагыз яисә языгыз: «15:30», «6 дәрестән соң».
planning-ask-time-typed =
    { $day }
    Сәгать ничәдә? Вакытны языгыз: «15:30», «6 дәрестән соң».
planning-ask-bell =
    { $day }
    Кайсы дәрес? Бу укытучының дәресләре билгеләнгән. Вакытны язарга да була, мәсәлән «10:20».
planning-ask-bell-typed =
    { $day }
    Дәрес сәгать ничәдә? Мәктәбегезнең кыңгырау вакытлары әле кертелмәгән, вакытны языгыз, мәсәлән «10:20».
planning-bell = { $number } нче дәрес, { $since }–{ $until }
planning-bell-own = ✓ { $number } нче дәрес, { $since }–{ $until }
planning-ask-place =
    Хәзер: { $where }.
    Кайда очрашасыз? Сайлагыз яисә урынны я шалтырату сылтамасын языгыз.
    Җавабыгызны күрәчәк: { $who }
planning-ask-teacher = Кемнең дәресенә керәсез?
planning-own-lesson = Минем дәрес
planning-ask-lesson =
    Кайсы сыйныф һәм нинди фән? Языгыз, мәсәлән «7Б, физика».
    Җавабыгызны күрәчәк: { $who }
planning-ask-aim =
    Дәрестә нәрсәгә карарга? Бер-ике җөмлә белән языгыз яисә калдырып торыгыз.
    Җавабыгызны күрәчәк: { $who }
planning-skip = Калдырып тору
planning-today = Бүген
planning-tomorrow = Иртәгә

planning-summary =
    <b>{ $kind }</b>
    Кайчан: { $when }
    Күпме: { $minutes } минут
    Кайда: { $where }
    Кем белән: { $who }
planning-visit-lesson = Дәрес: { $lesson }
planning-visit-aim = Нәрсәгә карыйбыз: { $aim }
planning-visit-before = Дәрескә кадәр сөйләшү: { $at }
planning-visit-after = Дәрестән соң сөйләшү: { $at }
planning-talk-before-on = ✓ Дәрескә кадәр сөйләшү
planning-talk-before-off = Дәрескә кадәр сөйләшү
planning-talk-after-on = ✓ Дәрестән соң сөйләшү
planning-talk-after-off = Дәрестән соң сөйләшү
planning-summary-ask = Барысы да дөресме? Тәкъдимне алачак: { $who }
planning-send = Тәкъдимне җибәрү
planning-warn-shifted = Бу көнне сәгатьләрне күчерәләр, мондый вакыт юк. Аннан соңгы иң якынын алдык.
planning-warn-night = Игътибар итегез: бу кичке, төнге яисә иртәнге вакыт.
planning-warn-lesson = Игътибар итегез: бу вакытта сезнең берегезнең дәресе бар.
planning-warn-day-off = Игътибар итегез: бу ял көне яисә каникул.
planning-warn-event = Бу көнне планыгызда: { $event }

planning-resumed = Сез очрашу тәкъдим итә башлаган идегез. Шул урыннан дәвам итик.
planning-anew = Яңадан башлау
planning-hint-when = Кайчан икәнен аңлап булмады. Көнне һәм вакытны языгыз, мәсәлән «сишәмбе 15:30», «иртәгә 6 дәрестән соң» яисә «25.11 14:00».
planning-hint-time = Вакытны аңлап булмады. Сәгатьне һәм минутны языгыз, мәсәлән «15:30», яисә «6 дәрестән соң».
planning-hint-which-day = Көнен дә языгыз, мәсәлән «иртәгә дәресләрдән соң».
planning-hint-visit = Башта «Дәресне сайлау»га басыгыз.
planning-hint-buttons = Монда вариантларның берсен төймә белән сайларга кирәк.
planning-hint-text = Монда җавапны текст яисә төймә белән бирергә кирәк. Әйткәннәрегез барысы да сакланды.
planning-problem-no-bells = Мәктәбегезнең кыңгырау вакытлары әле кертелмәгән, шуңа күрә дәрес вакыты билгесез. Сәгатьне һәм минутны языгыз, мәсәлән «14:10», яисә куратордан кертүен сорагыз.
planning-problem-no-such-lesson = Мәктәбегездә мондый номерлы дәрес юк. Сәгатьне һәм минутны языгыз, мәсәлән «14:10».
planning-problem-no-lessons = Бу көнгә дәресләрегез кертелмәгән. Сәгатьне һәм минутны языгыз, мәсәлән «14:10», яисә «6 дәрестән соң».
