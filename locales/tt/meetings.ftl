# Парның очрашулары: тәкъдим итү, җавап бирү, күчерү, булган-булмаганын билгеләү.
# keys: meetings-kind-*, meetings-state-*, meetings-item-*, meetings-place-*

menu-meetings = 📅 Очрашулар
calendar-weekdays = Дш Сш Чш Пҗ Җм Шб Як

meetings-kind-organisational = Оештыру очрашуы
meetings-kind-trial = Сынау өчен эш очрашуы
meetings-kind-planning = Планлаштыру очрашуы
meetings-kind-regular = Эш очрашуы
meetings-kind-final = Йомгаклау очрашуы
meetings-kind-lesson-visit = Дәрескә керү
meetings-kind-likely = { $kind } · киңәш итәбез

meetings-what =
    <b>{ $kind }</b>
    Кайчан: { $when }
    Кайда: { $place }
    Кем белән: { $who }
meetings-instead = Элекке вакыт урынына: { $when }

meetings-state-asked = Очрашу сезнең җавапны көтә.
meetings-state-waiting = Тәкъдимегезгә җавап көтәбез.
meetings-state-confirmed = Очрашу расланды. Алдан искә төшерербез.
meetings-state-tell = Очрашу булдымы?
meetings-state-you-said-held = Сез очрашу булды дип билгеләдегез. Икенче якның җавабын көтәбез.
meetings-state-you-said-not-held = Сез очрашу булмады дип билгеләдегез. Икенче якның җавабын көтәбез.
meetings-state-declined = Бу вакыт туры килмәде.
meetings-state-cancelled = Очрашу булмаячак, ул кире алынды.
meetings-state-moved = Бу очрашу урынына башка вакыт тәкъдим ителде.
meetings-state-held = Очрашу булды.
meetings-state-not-held = Очрашу булмады.
meetings-state-disputed = Очрашу турындагы җаваплар туры килми. Куратор ничек булганын ачыклаячак.

meetings-confirm = Раслау
meetings-move = Башка вакыт тәкъдим итү
meetings-decline = Кире кагу
meetings-call-off = Очрашуны кире алу
meetings-call-off-sure = Очрашуны кире алабызмы? Бу турыда { $who } беләчәк.
meetings-call-off-yes = Әйе, кире алабыз
meetings-held = Булды
meetings-not-held = Булмады
meetings-feedback = Өч сорауга җавап бирү
meetings-open = Очрашуны ачу
meetings-to-list = Очрашуларым
meetings-propose = Очрашу тәкъдим итү
meetings-propose-another = Башка очрашу тәкъдим итү

meetings-list =
    <b>Очрашуларым</b>
    Башта якындагылары, аннары узганнары. Ачу өчен очрашуга басыгыз.
meetings-list-empty =
    <b>Очрашуларым</b>
    Әлегә бер очрашу да юк.
meetings-item-waiting = ❗ { $when } · { $who } · җавап көтә
meetings-item-proposed = { $when } · { $who } · тәкъдим ителде
meetings-item-confirmed = { $when } · { $who }
meetings-item-declined = { $when } · { $who } · кире кагылды
meetings-item-cancelled = { $when } · { $who } · кире алынды
meetings-item-held = ✓ { $when } · { $who }
meetings-item-not-held = { $when } · { $who } · булмады
meetings-item-disputed = { $when } · { $who } · ачыклана
meetings-no-pair = Очрашуны гамәлдәге остазлык парыгыз булганда тәкъдим итеп була. Куратор парны сайлап, барысы да риза булгач, без сезгә шунда ук язарбыз.

meetings-form-new = <b>Яңа очрашу</b> · { $steps } адымның { $step }-нчесе
meetings-form-move = <b>Башка вакыт</b> · { $steps } адымның { $step }-нчесе
meetings-form-cancel = Баш тарту
meetings-form-send = Тәкъдимне җибәрү
meetings-form-anew = Яңадан башлау
meetings-form-resumed = Сез очрашу тәкъдим итә башлаган идегез инде. Шул урыннан дәвам итик.
meetings-form-stopped = Ярар, очрашу тәкъдим итмибез. Бернәрсә дә җибәрелмәде.
meetings-ask-pair = Кем белән очрашырга телисез?
meetings-ask-kind =
    Бу нинди очрашу булачак?
    Кем белән: { $who }
meetings-ask-day = Көнне календарьдан сайлагыз яки языгыз, мәсәлән «25.11».
meetings-ask-time =
    { $day }
    Сәгать ничәдә? Вакытны сайлагыз яки языгыз, мәсәлән «15:30».
meetings-ask-time-typed =
    { $day }
    Сәгать ничәдә? Вакытны языгыз, мәсәлән «15:30».
meetings-ask-place =
    Кайда очрашасыз? Сайлагыз яки урынны йә сылтаманы языгыз.
    Моны { $who } күрәчәк.
meetings-place-school = Мәктәптә
meetings-place-online = Онлайн
meetings-place-same = Калдыру: { $place }
meetings-today = Бүген
meetings-tomorrow = Иртәгә
meetings-summary-ask = Барысы да дөресме? Тәкъдимне { $who } күрәчәк.
meetings-summary-shifted = Бу көнне сәгатьләр күчерелә һәм мондый вакыт юк. Аннан соңгы иң якын вакытны алдык.
meetings-summary-quiet = Игътибар итегез: бу кич, төн яки иртәнге вакыт.
meetings-sent = Тәкъдим җибәрелде. Җавап булгач хәбәр итәрбез.
meetings-hint-time = Вакытны аңлап булмады. Сәгать һәм минутларны языгыз, мәсәлән «15:30», «15.30» яки «1530».
meetings-hint-day = Көнне аңлап булмады. Календарьдан сайлагыз яки көн белән айны языгыз, мәсәлән «25.11».
meetings-hint-buttons = Монда бер вариантны төймә белән сайларга кирәк.
meetings-hint-text = Монда җавапны текст яки төймә белән бирергә кирәк. Моңа кадәр күрсәткәннәрегез сакланды.

meetings-confirmed-by-you = Рәхмәт, очрашу расланды.
meetings-declined-by-you = Сез бу вакытны кире кактыгыз. Сәбәбен аңлатырга кирәкми.
meetings-called-off-by-you = Очрашу кире алынды, икенче як бу турыда беләчәк.
meetings-thanks = Рәхмәт, җавабыгыз язылды.

meetings-notice-proposed = <b>Сезгә очрашу тәкъдим ителә.</b> Тәкъдим итүче: { $who }
meetings-notice-moved = <b>Сезгә очрашуның башка вакыты тәкъдим ителә.</b> Тәкъдим итүче: { $who }
meetings-notice-confirmed = <b>Тәкъдимегез кабул ителде.</b>
meetings-notice-declined = <b>Сез тәкъдим иткән вакыт туры килмәде.</b> Башкасын тәкъдим итә аласыз.
meetings-notice-cancelled = <b>Очрашу кире алынды.</b>
meetings-notice-lapsed = <b>Тәкъдимегезгә вакытында җавап булмады.</b> Очрашу вакыты узды, башкасын тәкъдим итә аласыз.
meetings-notice-ask-held = <b>Очрашу булдымы?</b> Бер тапкыр басу җитә.
meetings-notice-held = <b>Куратор очрашу булды дип билгеләде.</b>
meetings-notice-not-held = <b>Куратор очрашу булмады дип билгеләде.</b>
meetings-remind-today = <b>Искә төшерәбез: бүген сәгать { $at } очрашуыгыз бар.</b>
meetings-remind-tomorrow = <b>Искә төшерәбез: иртәгә сәгать { $at } очрашуыгыз бар.</b>
meetings-remind = <b>Искә төшерәбез: тиздән очрашуыгыз бар.</b>

meetings-disputed =
    <b>Очрашу турындагы җаваплар туры килми</b>
    { $kind }: { $when }
meetings-says-held = { $who }: булды
meetings-says-not-held = { $who }: булмады
meetings-judge-held = Булган дип санау
meetings-judge-not-held = Булмаган дип санау
meetings-judged-held = Карар: очрашу булды. Ике як та моны беләчәк.
meetings-judged-not-held = Карар: очрашу булмады. Ике як та моны беләчәк.

error-meeting-time-passed = Бу вакыт узган инде. Зинһар, башкасын сайлагыз.
error-meeting-too-far = Очрашуны иң күбе { $days } көн алдан тәкъдим итеп була. Якынрак көнне сайлагыз.
error-meeting-overlaps =
    { $whose ->
        [own] Бу вакытка якын очрашуыгыз бар инде: { $at }. Зинһар, башка вакыт сайлагыз.
       *[other] Икенче якның бу вакытка очрашуы билгеләнгән инде. Зинһар, башка вакыт сайлагыз.
    }
error-meeting-settled =
    { $outcome ->
        [held] Очрашу булды дип билгеләнгән инде. Алай түгел икән, кураторга әйтегез.
        [not_held] Очрашу булмады дип билгеләнгән инде. Алай түгел икән, кураторга әйтегез.
       *[other] Очрашу турындагы җаваплар туры килми, куратор ничек булганын ачыклый. Җавапны үзгәртергә кирәкми.
    }
error-meeting-not-over = Очрашу башланмаган әле. Булган-булмаганын башлангач билгеләп булачак.
