# Блиц-остазлык: остаз белән алдан язылып кыска очрашулар, һәркемгә берәр.
# keys: speed-mode-*, speed-step-*, speed-meanwhile-*, audit-act-*

menu-speed = ⚡ Блиц-остазлык
menu-speed-book = ⚡ Блицка язылу

speed-to-list = ‹ Блиц-очрашулар
speed-list =
    <b>Блиц-остазлык</b>
    Остаз белән бер тема буенча кыска очрашу. Моның өчен пар кирәкми. Язылу өчен сайлагыз.
speed-list-empty =
    <b>Блиц-остазлык</b>
    Остаз белән бер тема буенча кыска очрашулар. Хәзер бернәрсә дә игълан ителмәгән.
speed-line-free = { $when } · { $topic } · буш урын: { $free }
speed-line-full = { $when } · { $topic } · урын юк
speed-line-mine = ★ { $when } · { $topic }
speed-line-over = ✓ { $when } · { $topic }
speed-line-tell = ❗ { $when } · { $topic } · билгеләгез
speed-announce = ⚡ Блиц-очрашулар игълан итү

speed-what =
    <b>⚡ { $topic }</b>
    Остаз: { $who }
    Кайчан: { $when } – { $until }
    Бер кешегә { $minutes } мин., урыннар: { $count }
    Кайда: { $where }
speed-mode-in-person = күзгә-күз
speed-mode-online = онлайн
speed-mode-mixed = күзгә-күз яки онлайн
speed-slot-free = { $at } — буш
speed-slot-unused = { $at } — беркем дә язылмаган
speed-slot-taken = { $at } — { $who }
speed-slot-came = { $at } — ✓ { $who }
speed-slot-missed = { $at } — ✕ { $who }
speed-queue-length = Чиратта: { $count }.
speed-who-sees = <i>Кем язылганын остаз, куратор һәм җитәкче күрә.</i>
speed-choose = Вакытны сайлагыз. <i>Сезнең язылганны остаз, куратор һәм җитәкче күрәчәк.</i>
speed-full = Барлык урыннар алынган. Чиратка басыгыз: урын бушаса, сезне язарбыз һәм шунда ук хәбәр итәрбез.
speed-in-queue = Сез чиратта, номерыгыз — { $number }. Урын бушаса, сезне язарбыз һәм шунда ук хәбәр итәрбез.
speed-is-over = Очрашулар үтте.
speed-is-cancelled = Блиц-очрашулар булмаячак.
speed-mine = ✅ Сез язылгансыз: { $when }.
speed-meanwhile = ⚠️ Шул ук вакытта сездә { $what } бар.
speed-meanwhile-meeting = пар очрашуы
speed-meanwhile-proposed = тәкъдим ителгән очрашу
speed-meanwhile-speed-slot = башка блиц-очрашу
speed-meanwhile-speed-session = үз блиц-очрашуларыгыз

speed-book = { $at }
speed-booked = ✅ Сез язылдыгыз. Бер сәгать алдан искә төшерербез.
speed-release = Язылудан баш тарту
speed-released = Язылу бетерелде.
speed-join-queue = Чиратка басу
speed-leave-queue = Чираттан чыгу
speed-tell = ✅ Кем булганын билгеләү
speed-ask-held =
    <b>⚡ { $topic }</b>
    Очрашуда кем булды? Билгене төзәтеп була.
speed-came = { $at } · булды
speed-missed = { $at } · булмады
speed-cancel = Барлык очрашуларны кире алу
speed-cancel-sure = { $count ->
        [0] Кире алабызмы? Әлегә беркем дә язылмаган.
       *[other] Кире алабызмы? Язылганнар һәм чираттагылар бу турыда беләчәк: { $count }.
    }
speed-cancel-yes = Әйе, кире алабыз

speed-ask-host = Блиц-очрашуларны кем өчен игълан итәбез?
speed-host-own = Үзем өчен
speed-form = <b>Блиц-очрашулар</b> · { $step } / { $steps }
speed-step-topic = Нәрсә турында сөйләшәсез? Теманы бер юл белән языгыз, мәсәлән «Дәресне ничек башларга». Аны мәктәпнең барлык остазланучылары күрәчәк.
speed-step-day = Кайсы көнне? Календарьдан сайлагыз яки языгыз, мәсәлән «25.11».
speed-step-time = { $day }. Сәгать ничәдә башлыйбыз? Сайлагыз яки языгыз, мәсәлән «15:30».
speed-step-length = Бер очрашу күпме дәвам итә?
speed-step-count = Ничә кешене кабул итәсез?
speed-step-mode = Ничек очрашасыз?
speed-step-place = Кайда очрашасыз? Урынны языгыз. Аны мәктәпнең барлык остазланучылары күрәчәк.
speed-step-link = Шалтырату сылтамасын җибәрегез. Аны мәктәпнең барлык остазланучылары күрәчәк.
speed-minutes = { $count } минут
speed-at-school = Мәктәптә
speed-link-later = Сылтаманы үзем әйтермен
speed-stop = Баш тарту
speed-stopped = Ярар, бернәрсә дә игълан ителмәде.
speed-hint-buttons = Төймә белән сайлагыз.
speed-overlap = ⚠️ Сәгать { $at } остазның { $what } бар инде.
speed-who-hears = Бу турыда мәктәпнең барлык остазланучылары беләчәк. Тикшерегез һәм игълан итегез.
speed-send = Игълан итү
speed-announced = ✅ Игълан ителде: остазланучылар хәбәр алачак.

speed-notice-announced = ⚡ <b>Остаз белән кыска очрашуга язылып була.</b>
speed-notice-for-you = ⚡ <b>Куратор сезнең блиц-очрашуларны игълан итте.</b> Вакыт туры килмәсә, кире алыгыз.
speed-notice-your-turn = ⚡ <b>Урын бушады, без сезне яздык.</b> Килә алмасагыз, баш тартыгыз: урын чираттагыга күчәр.
speed-notice-reminder = ⏰ Искә төшерәбез: блиц-очрашуыгыз сәгать { $at }.
speed-notice-reminder-host = ⏰ Искә төшерәбез: блиц-очрашулар сәгать { $at } башлана. Язылган: { $count }.
speed-notice-cancelled = ⚡ Блиц-очрашулар булмаячак, алар кире алынды.

error-speed-time-passed = Бу вакыт үтте инде. Башкасын сайлагыз.
error-speed-too-far = Иң күбе { $days } көн алга игълан итеп була.
error-speed-slot-taken = Бу вакытны әле генә алдылар. Исемлекне ачып, башкасын сайлагыз.
error-one-slot-each = Сез бу блиц-очрашуларга язылган инде. Башта элекке вакыттан баш тартыгыз.

audit-act-speed-announced = остаз өчен блиц-очрашулар игълан итте
audit-act-speed-seen = блиц-очрашуларга кем язылганын карады
audit-act-speed-told = блиц-очрашуда кем булганын остаз өчен билгеләде
audit-act-speed-cancelled = остазның блиц-очрашуларын кире алды
