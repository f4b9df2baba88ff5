# Юл картасының план күрсәткечләре: план һәм факт.

menu-indicators = 🎯 Күрсәткечләр
indicators-no-plan = Күрсәткечләр расланган план өчен билгеләнә. Башта планны йөкләгез һәм раслагыз.
indicators-to-plans = 📄 Планнар
indicators-choose-plan = Кайсы план буенча?
indicators-plan = { $title } · { $count }
indicators-title = 🎯 <b>План күрсәткечләре</b>
    { $title } ({ $year })
indicators-order = План белән бергә расланган: { $number } номерлы боерык, { $day }.
indicators-none = Күрсәткечләр әлегә юк. Нәрсәгә ирешергә теләвегезне өстәгез: соңыннан план янына факт басар.
indicators-short = Ирешелмәгән күрсәткечләр: { $count }. Планны яңадан карарга кирәк.
indicators-line = { $mark } <b>{ $title }</b>
    план { $planned }, факт { $actual } ({ $day })
indicators-line-open = ⏳ <b>{ $title }</b>
    план { $planned }, факт әле юк
indicators-add = ➕ Күрсәткеч өстәү
indicators-enter = Фактны кертү
indicators-remove = Күрсәткечне алу
indicators-remove-ask = «{ $title }» күрсәткечен факты белән бергә алырга телисезме?
indicators-remove-yes = Әйе, алырга
indicators-ask-title = Нәрсәне үлчибез? Мәсәлән: программада катнашудан канәгать педагоглар өлеше.
indicators-ask-planned = «{ $title }»
    Күпме планлаштырылган? Мәсәлән: 85 % яки 12 пар.
indicators-ask-actual = «{ $title }», план { $planned }.
    Күпме килеп чыкты? Сан языгыз.
indicators-ask-day = Факт: { $actual }. Кайсы көнгә? «Бүген» төймәсенә басыгыз яки датаны языгыз.
indicators-today = Бүген
indicators-alert =
    🎯 <b>План күрсәткеченә ирешелмәде</b>
    «{ $title }»: план { $planned }, факт { $actual }
    План: { $plan }. Юл картасын, ә сәбәп парда булса — аның программасын да яңадан карагыз.
indicators-revise = 📄 Планның яңа версиясе
indicators-see = 🎯 План һәм факт

error-not-a-value = Сан кирәк, үлчәү берәмлеге белән дә ярый: 85 % яки 12 пар.
error-too-many-indicators = Бер планда { $limit } күрсәткечтән артык була алмый.
error-measured-in-future = Үлчәү көне әле җитмәгән. Бүгенге яки узган көнне языгыз.
