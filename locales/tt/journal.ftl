# Очрашудан соң: булганмы, нәрсә эшләнгән, нәрсә килешенгән, сынау очрашуыннан соңгы сүз, көндәлек.
# keys: journal-task-line-*, journal-task-item-*, journal-tasks-*, journal-history-held, journal-history-not-held
# keys: journal-history-disputed, journal-trial-said-*, journal-trial-word-*, journal-trial-continue
# keys: journal-trial-not-sure, journal-trial-change

menu-journal = ✅ Очрашуны билгеләү

journal-log = <b>Очрашуны билгеләү</b>
journal-log-waiting = Очрашу булдымы? Бер тапкыр басу җитә.
journal-log-line = { $number }. { $when } — { $who }
journal-log-unplanned = Алдан язмыйча очраштыгызмы? Кайсы көнне булганына басыгыз.
journal-log-no-pair = Очрашуны гамәлдәге остазлык парыгыз булганда билгеләп була.
journal-held = ✅ Булды
journal-not-held = Булмады
journal-today = Бүген
journal-yesterday = Кичә
journal-other-day = Башка көн
journal-history = Очрашулар барышы
journal-to-log = Билгеләүгә кайту
journal-to-meeting = Очрашуга
journal-to-meetings = ‹ Очрашулар
journal-to-pair = Парны ачу
journal-ready = Әзер
journal-ask-day =
    Кайчан очраштыгыз?
    Көнне языгыз, вакыты белән дә була: «09.11», «09.11 14:30», «җомга», «кичә 15:00».
    Язманы күрүче һәм раслаучы: { $who }
journal-logged = Язылды: очрашу булды. Расларга икенче яктан сорарбыз: { $who }
journal-noted-already =
    <b>Бу очрашу язылган инде</b>
    { $kind }: { $when }
    Кем белән: { $who }

    Шул көнне тагын очрашкан булсагыз, икенче очрашуны да языгыз.
journal-maybe-same =
    <b>Бу шул ук очрашумы?</b>
    Бу көнгә очрашуыгыз бар инде.
    { $kind }: { $when }
    Кем белән: { $who }
journal-open-noted = Язманы ачу
journal-same-yes = Әйе, шул ук
journal-same-no = Юк, тагын берсен язу
journal-ask-kind = Бу нинди очрашу иде?
journal-rename = Бу башка төрле очрашу иде
journal-take-back = Язманы кире алу
journal-taken-back = Очрашу турындагы язма кире алынды, икенче яктан сорамыйбыз.

journal-after =
    <b>{ $kind }</b>
    Кайчан: { $when }
    Кем белән: { $who }
journal-done =
    <b>Нәрсә эшләнде:</b>
    { $text }
journal-difficulties = <b>Нәрсә өстендә эшләдегез:</b> { $list }
journal-findings =
    <b>Дәрес буенча нәтиҗәләр:</b>
    { $text }
journal-agreed =
    <b>Килешенде:</b>
    { $tasks }
journal-agreed-more =
    { $count ->
        [one] …һәм тагын { $count } килешү
       *[other] …һәм тагын { $count } килешү
    }
journal-you = сез
journal-note-write = ✍️ Нәрсә эшләнде
journal-note-edit = ✍️ Язманы үзгәртү
journal-difficulties-tick = Кайсы кыенлыклар өстендә эшләдегез
journal-findings-write = Дәрес буенча нәтиҗәләр
journal-task-add = 📌 Килешү өстәү
journal-task-open = Ачу: { $text }
journal-plan-next = 🗓 Киләсе очрашуны планлаштыру
journal-plan-again = 🗓 Очрашуны планлаштыру
journal-diary-about = 📓 Көндәлеккә язу
journal-correct-held = Төзәтү: очрашу булды

journal-held-without-you = Очрашу сездән башка булган.

journal-ask-note =
    <b>Очрашуда нәрсә эшләдегез?</b>
    { $when }
    Кыска итеп, бер-ике җөмлә белән языгыз.
journal-ask-findings =
    <b>Дәрестән соң нинди нәтиҗәгә килдегез?</b>
    { $when }
    Бергә нәрсә хәл иткәнегезне языгыз.
journal-now =
    Хәзер мондый язма бар:
    { $text }
journal-note-readers = <i>Язманы күрүчеләр: { $who }, шулай ук куратор һәм җитәкче. Аны ике атна дәвамында төзәтеп була.</i>
journal-note-kept = Язма сакланды.
journal-difficulties-found =
    <b>Нәрсә өстендә эшләдегез?</b>
    Башта остазланучы үзе атаган кыенлыклар тора. Билгеләрне остазланучы һәм куратор күрә.
journal-difficulties-ask =
    <b>Нәрсә өстендә эшләдегез?</b>
    Билгеләрне остазланучы һәм куратор күрә.

journal-history-title =
    <b>Очрашулар барышы</b>
    { $who }
    Очрашулар: { $total }
journal-history-whose = Кем белән булган очрашуларны карарга телисез?
journal-history-empty = Әлегә бер очрашу да булмады. Беренчесеннән соң язма монда күренер.
journal-history-held =
    <b>✓ { $when }</b>
    { $kind }
journal-history-not-held =
    <b>{ $when } · булмады</b>
    { $kind }
journal-history-disputed =
    <b>{ $when } · ачыклана</b>
    { $kind }
journal-history-done = { $text }
journal-history-tasks = Килешүләр: { $total } эшнең { $done } башкарылды
journal-history-open = Ачу: { $day }

journal-tasks-open-title = <b>Килешүләр</b>
journal-tasks-open-empty = Хәзер башкарылмаган килешүләр юк.
journal-tasks-finished-title = <b>Башкарылган килешүләр</b>
journal-tasks-finished-empty = Башкарылган килешүләр юк әле.
journal-tasks-open = Хәзергеләренә
journal-tasks-finished = Башкарылганнары
journal-to-tasks = Килешүләргә
journal-task-line-open = • { $day } көненә кадәр · { $who }: { $text }
journal-task-line-overdue = • ❗ срогы узды ({ $day }) · { $who }: { $text }
journal-task-line-done = • ✓ { $who }: { $text }
journal-task-item-open = { $text }
journal-task-item-overdue = ❗ { $text }
journal-task-item-done = ✓ { $text }
journal-task-card =
    <b>Килешү</b>
    { $text }

    Кем эшли: { $who }
    Срогы: { $day }
journal-task-seen-by = <i>Килешүне парда барысы да күрә: сез һәм { $who }.</i>
journal-task-dropped = Килешү кире алынды: аны эшләргә кирәкми.
journal-task-done = ✓ Эшләнде.
journal-task-overdue = ❗ Срогы узды. Эшләнгән булса, билгеләгез, яки яңа срок турында килешегез.
journal-task-finish = ✅ Эшләнде
journal-task-reopen = Эшкә кайтару
journal-task-move = Срокны үзгәртү
journal-task-drop = Кирәге калмады
journal-task-more = Тагын өстәү
journal-task-whose = Кем белән килештегез?
journal-task-ask =
    <b>Нәрсә турында килештегез?</b>
    Нәрсә эшләргә кирәклеген языгыз.
    Килешүне парда барысы да күрәчәк: { $who }
journal-task-ask-who =
    <b>Моны кем эшли?</b>
    { $text }
journal-task-me = Мин
journal-task-all = Остазланучыларның һәркайсы
journal-task-ask-due =
    <b>Нинди срокка?</b>
    { $text }
    Көнне сайлагыз яки языгыз, мәсәлән «25.11».
journal-task-ask-move =
    <b>Яңа срок нинди?</b>
    { $text }
    Хәзер: { $day }. Көнне сайлагыз яки языгыз, мәсәлән «25.11».
journal-due-meeting = Киләсе очрашуга · { $day }
journal-due-week = Бер атнадан · { $day }
journal-due-two-weeks = Ике атнадан · { $day }
journal-task-added = <b>Килешү язылды.</b>
journal-task-moved = <b>Срок үзгәрде.</b>

journal-trial-say = 🤝 Бергә эшләвегезне дәвам итәсезме?
journal-trial-change-mind = 🤝 Бергә эшләү турында җавапны үзгәртү
journal-trial-ask =
    <b>Бергә эшләвегезне дәвам итәсезме?</b>
    Сынау очрашуы: { $when }
    Кем белән: { $who }
journal-trial-secret = <i>Җавабыгызны куратор һәм җитәкче генә күрәчәк, икенче якка күрсәтмәячәкбез. Алар эшкә керешкәнче аны үзгәртә аласыз.</i>
journal-trial-continue = Дәвам итәбез
journal-trial-not-sure = Икеләнәм
journal-trial-change = Башка пар телим
journal-trial-said-continue = Җавабыгыз: дәвам итәбез. Рәхмәт!
journal-trial-said-not-sure = Җавабыгыз: икеләнәм. Турысын әйткәнегез өчен рәхмәт, куратор сезнең белән сөйләшер.
journal-trial-said-change = Җавабыгыз: башка пар телим. Куратор моны сезнең белән сөйләшер.
journal-trial-doubt =
    <b>Сынау очрашуыннан соң икеләнү бар</b>
    Очрашу: { $when }
journal-trial-line = { $who }: { $word }
journal-trial-word-continue = дәвам итәргә тели
journal-trial-word-not-sure = икеләнә
journal-trial-word-change = башка пар тели
journal-trial-word-none = җавабы юк әле
journal-trial-hush = <i>Җаваплар яшерен бирелгән. Кем нәрсә әйткәнен икенче якка сөйләмәгез.</i>
journal-trial-talked = Сөйләштек, дәвам итәләр
journal-trial-replace-one = Башка остаз сайлау: { $name }
journal-trial-settled = Билгеләнде: сез сөйләштегез, пар эшен дәвам итә. Сигнал ябылды.
journal-trial-replace-sure =
    <b>Парны тәмамлап, башка остаз сайлыйбызмы?</b>

    Остазланучы: { $mentee }
    Остаз: { $mentor }

    Парда бер генә остазланучы булса, пар тәмамлана һәм очрашулары кире алына. Остазланучы чиратка кайта. Катнашучыларга парның эше тәмамланды дигән хәбәр генә килә, сәбәбе әйтелми.

journal-diary =
    <b>Көндәлек</b>
    Үзегез һәм эшегез турында күзәтүләр. Аларны сез генә укыйсыз: куратор да, җитәкче дә, остазланучы да язмаларны күрми.
journal-diary-empty = Әлегә язмалар юк.
journal-diary-item = { $day } · { $text }
journal-diary-write = ✍️ Яңа язма
journal-diary-write-about = Пар яки очрашу турында язу
journal-diary-day = <b>{ $day }</b>
journal-diary-about-whom = <b>{ $day }</b> · { $who }
journal-diary-text = { $text }
journal-diary-edit = Үзгәртү
journal-diary-delete = Бетерү
journal-diary-delete-sure = { $day } көнендәге язманы бетерәбезме? Аны кире кайтарып булмаячак.
journal-diary-delete-yes = Әйе, бетерергә
journal-diary-deleted = Язма бетерелде.
journal-diary-open = Уку
journal-to-diary = Көндәлеккә
journal-diary-ask = <b>Истә калдырырга теләгәнегезне языгыз.</b>
journal-diary-ask-about =
    <b>Истә калдырырга теләгәнегезне языгыз.</b>
    Кем турында: { $who }
journal-diary-secret = <i>Язманы сез генә күрәчәксез.</i>
journal-diary-about-what = Язма нәрсә турында булачак?
journal-diary-no-pairs = Әлегә парларыгыз булмады. Язманы болай да яза аласыз.
journal-diary-pair = Пар турында: { $who }
journal-diary-meeting = { $day } очрашуы турында: { $who }
journal-diary-ask-edit = <b>Язманы яңадан языгыз.</b> Яңа текст элеккесен алыштырачак.
journal-diary-kept = Көндәлеккә язылды, { $day }.

journal-hint-text = Монда җавапны текст белән бирергә кирәк. Моңа кадәр күрсәткәннәрегез сакланды.
journal-hint-buttons = Монда бер вариантны төймә белән сайларга кирәк.

journal-notice-noted =
    <b>{ $who } сезнең белән очрашканын билгеләде.</b>
    { $kind }: { $when }
    Шулай булдымы?
journal-notice-noted-yes = ✅ Әйе, очраштык
journal-notice-noted-no = Юк
journal-notice-findings =
    <b>Дәрестән соң сөйләшү</b>
    Дәрескә керү: { $when }
    Кем белән: { $who }
    Нинди нәтиҗәгә килгәнегезне языгыз: берничә җөмлә җитә.
journal-notice-task = <b>Яңа килешү яки яңа срок.</b>
journal-notice-task-today = <b>Килешүнең срогы бүген.</b>
journal-notice-task-tomorrow = <b>Килешүнең срогы иртәгә.</b>

journal-silent =
    <b>Очрашу булганмы-юкмы, беркем дә әйтмәде</b>
    { $kind }: { $when }
    Кемнәр: { $who }
    Ничек булганын белсәгез, үзегез билгеләгез яки катнашучыларның исенә төшерегез.
journal-ask-again = Катнашучыларның исенә төшерү
journal-missed =
    <b>{ $count ->
        [one] { $count } очрашу булмады
       *[other] Рәттән { $count } очрашу булмады
    }</b>
    Пар: { $who }
    Көннәр: { $days }
journal-reminded = Искә төшерү җибәрелде. Бернәрсә дә үзгәрмәсә, бу сорауга иртәгә кайтырбыз.

audit-act-meeting-nudged = очрашуны билгеләргә искә төшерелде
audit-act-meeting-history_seen = парның очрашулар барышы каралды
audit-act-trial-talked = сынау очрашуыннан соң сөйләшү

error-logged-in-future = Бу көн яки вакыт җитмәгән әле. Очрашу кайчан булганын языгыз.
error-logged-too-long-ago =
    { $days ->
        [one] { $days } көннән дә искерәк очрашуны язып булмый. Андыйсы турында кураторга әйтегез.
       *[other] { $days } көннән дә искерәк очрашуны язып булмый. Андыйсы турында кураторга әйтегез.
    }
error-note-closed =
    { $days ->
        [one] Очрашу турындагы язманы { $days } көн дәвамында үзгәртеп була, бу вакыт узды.
       *[other] Очрашу турындагы язманы { $days } көн дәвамында үзгәртеп була, бу вакыт узды.
    }
error-after-talk-ahead = Дәрестән соңгы сөйләшү алда әле. Нәтиҗәләрне аннан соң языгыз.
error-task-day-passed = Бу көн узган инде. Башкасын сайлагыз.
error-task-day-too-far =
    { $days ->
        [one] Срок { $days } көннән дә ерак була алмый. Якынрак көнне сайлагыз.
       *[other] Срок { $days } көннән дә ерак була алмый. Якынрак көнне сайлагыз.
    }
error-trial-decided = Куратор бу эш белән шөгыльләнә инде, яки җавап вакыты узды. Фикерегез үзгәргән булса, кураторга әйтегез.
