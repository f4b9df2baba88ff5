# Парның очрашулары: тәкъдим итү, җавап бирү, күчерү, булган-булмаганын билгеләү.
# keys: meetings-kind-*, meetings-state-*, meetings-item-*, meetings-place-*, meetings-mode-*

menu-meetings = 📅 Очрашулар
calendar-weekdays = Дш Сш Чш Пҗ Җм Шб Як

meetings-kind-organisational = Оештыру очрашуы
meetings-kind-trial = Сынау өчен эш очрашуы
meetings-kind-planning = Планлаштыру очрашуы
meetings-kind-regular = Эш очрашуы
meetings-kind-final = Йомгаклау очрашуы
meetings-kind-lesson-visit = Дәрескә керү

meetings-what =
    <b>{ $kind }</b>
    Кайчан: { $when } · { $minutes } мин
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

meetings-place-school = Мәктәптә
meetings-place-online = Онлайн
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
        [asked] Бу вакытка очрашу тәкъдим иттегез инде: { $at }. Аны «Очрашулар»да үзгәртеп яки кире алып була.
       *[other] Икенче якның бу вакытка очрашуы билгеләнгән инде. Зинһар, башка вакыт сайлагыз.
    }
error-meeting-settled =
    { $outcome ->
        [held] Очрашу булды дип билгеләнгән инде. Алай түгел икән, кураторга әйтегез.
        [not_held] Очрашу булмады дип билгеләнгән инде. Алай түгел икән, кураторга әйтегез.
       *[other] Очрашу турындагы җаваплар туры килми, куратор ничек булганын ачыклый. Җавапны үзгәртергә кирәкми.
    }
error-meeting-not-over = Очрашу башланмаган әле. Булган-булмаганын башлангач билгеләп булачак.

meetings-mode-in-person = күзгә-күз
meetings-mode-online = онлайн
meetings-mode-mixed = күзгә-күз һәм онлайн
meetings-lesson = Дәрес: { $lesson } · алып бара: { $who }
meetings-lesson-own = сез
meetings-lesson-any = сыйныф һәм фән күрсәтелмәгән
meetings-lesson-before = Дәрескә кадәр сөйләшү: { $at }
meetings-lesson-after = Дәрестән соң сөйләшү: { $at }
meetings-lesson-aim = Нәрсәгә игътибар итәбез: { $aim }
meetings-of-series = 🔁 Бу — кабатлана торган очрашуларның берсе.
meetings-group-come = Киләләр: { $who }
meetings-group-absent = Килмиләр: { $who }
meetings-group-silent = Әле җавап бирмәделәр: { $who }
meetings-state-join = Очрашу була. Киләсезме-юкмы, җавап бирегез әле.
meetings-state-absent = Очрашу сездән башка була. Уегыз үзгәрсә, аны раслагыз.
meetings-no-reason = Сәбәбе: { $reason }
meetings-decline-why = Кире кагарга һәм сәбәбен язарга
meetings-decline-silently = Сәбәпсез кире кагарга
meetings-ask-reason = Ни өчен очрашу туры килми? Кыскача языгыз, { $limit } билгегә кадәр. Сүзләрегезне укыячак: { $who }
meetings-take-back = Тәкъдимне кире алырга
meetings-take-back-sure = Тәкъдимне кире алыргамы? Моны беләчәк: { $who }
meetings-take-back-yes = Әйе, кире алырга
meetings-leave = Килә алмыйм
meetings-leave-sure = Сез килмисезме? Очрашу сездән башка була, остаз моны беләчәк.
meetings-leave-yes = Әйе, килмим
meetings-repeat = 🔁 Кабатларга
meetings-series = 🔁 Бөтен серия
meetings-file = 📎 Календарь өчен файл
meetings-after = 📝 Нәрсә эшләнде һәм нәрсә килешенде
meetings-series-list = 🔁 Кабатлана торган очрашулар ({ $count })
meetings-tasks = 📌 Килешүләр
meetings-diary = 📓 Көндәлек
meetings-times = 🕒 Уңайлы вакыт
meetings-calendar = 🔔 Искәртүләр һәм календарь
meetings-yes-by-you = Рәхмәт, җавабыгыз язылды. Остазның җавабын көтәбез.
meetings-absent-by-you = Яздык: сез килмисез. Остаз моны беләчәк.
meetings-declined-with-reason = Сез бу вакытны кире кактыгыз. Сәбәбен җиткерербез.
meetings-notice-stands = <b>Очрашу була.</b>
meetings-notice-joined = <b>Очрашуга килә:</b> { $who }
meetings-notice-absent = <b>Очрашуга килми:</b> { $who }
error-meeting-length-wrong = Очрашу { $least } минуттан { $most } минутка кадәр дәвам итә ала. Башка озынлык күрсәтегез әле.
error-link-wrong = http:// яки https:// белән башланган тулы сылтама кирәк.
error-lesson-talk-wrong = Дәрескә кадәр сөйләшү дәрес башланганчы, соңыннан сөйләшү дәрес беткәч булырга тиеш. Вакытны төзәтегез әле.
