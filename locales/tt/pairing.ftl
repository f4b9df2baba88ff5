## Парлар сайлау: чират, кандидатлар, тәкъдим, җаваплар.

menu-pairing-mine = 🤝 Минем парлар
menu-pairing-waiting = ⏳ Остаз көтәләр
menu-pairing-pairs = 🤝 Парлар

pairing-none = —

## Чират

pairing-waiting-title = <b>Остаз көтәләр: { $total }</b>
    Иң озак көткәннәр башта тора.
pairing-waiting-empty = Хәзер остазны беркем дә көтми.
pairing-waiting-entry = <b>{ $name }</b> · { $days ->
        [0] бүгеннән бирле көтә
       *[other] { $days } көн көтә
    }
pairing-waiting-details = { $subject }. Авырлыклар: { $difficulties }
pairing-answers-awaited = Остаз тәкъдим ителде, җаваплар көтәбез.
pairing-mentee-button = { $name } · { $days ->
        [0] бүген
       *[other] { $days } көн
    }
pairing-days-waiting = { $days ->
        [0] Остазны бүгеннән бирле көтә.
       *[other] Остазны { $days } көн көтә.
    }
pairing-find-mentor = Остаз сайлау
pairing-see-proposal = Тәкъдимне ачу
pairing-back-to-queue = ‹ Чиратка

## Анкеталар

pairing-mentee-head = <b>Остазланучы: { $name }</b>
pairing-mentor-head = <b>Остаз: { $name }</b>
pairing-name = <b>{ $name }</b>
pairing-subject = Фән: { $subject }
pairing-experience = { $years ->
        [0] Стаж: беренче ел
       *[other] Стаж: { $years } ел
    }
pairing-difficulties = Авырлыклар: { $difficulties }
pairing-hopes = Остаздан көтә: «{ $hopes }»
pairing-strengths = Көчле яклар: { $strengths }
pairing-times = Уңайлы вакыт: { $times }
pairing-places = Буш урыннар: { $capacity } урыннан { $free }
pairing-unreachable = ⚠️ Бот хәбәрләре барып җитми: бот блокланган. Кеше белән үзегез элемтәгә керегез.

## Кандидатлар

pairing-candidates-title = <b>Кем туры килә: { $name }</b>
    Уртак яклары күбрәк булганнар башта тора.
pairing-no-candidates = «{ $name }» өчен хәзер буш урыны булган остаз юк. Яңа остаз чакырыгыз яки урын бушаганын көтегез: катнашучы чиратта кала.
pairing-candidate-entry = <b>{ $name }</b>
pairing-candidate-button = { $name } ›
pairing-reason-subject = • фәннәре бер
pairing-reason-helps = • ярдәм итә ала: { $difficulties }
pairing-reason-none = • анкеталарда уртак яклар юк
pairing-reason-places = • буш урыннар: { $free }
pairing-why = <b>Ни өчен туры килә</b>
pairing-who-sees-what = <i>Икесеннән дә аерым сорарбыз. Остазланучы остазның исемен, фәнен һәм көчле якларын күрәчәк; остаз — остазланучының фәнен һәм авырлыкларын, исемсез.</i>
pairing-propose = Бу парны тәкъдим итү
pairing-back-to-mentee = ‹ Анкетага
pairing-back-to-candidates = ‹ Кандидатларга

## Куратор өчен тәкъдимнәр һәм парлар

pairing-proposed-done = ✅ Пар тәкъдим ителде: <b>{ $mentor }</b> — <b>{ $mentee }</b>

    Икесе дә сорау алачак. Икесе дә ризалашкач, пар эшли башлый; остазның урыны әлегә саклана. Җавап турында хәбәр итәрбез.
pairing-taken-back = Тәкъдим кире алынды: { $mentor } — { $mentee }

    Сорау алганнарга моны сәбәпсез генә әйтербез. Катнашучы чиратта кала.
pairing-take-back = Тәкъдимне кире алу
pairing-pairs-title = <b>Парлар һәм тәкъдимнәр: { $total }</b>
    🤝 — пар эшли, ⏳ — җаваплар көтәбез.
pairing-pairs-empty = Әлегә парлар юк. Чираттан башлагыз: анда кем остаз көткәне күренә.
pairing-pair-proposed = ⏳ { $mentor } — { $mentee }
pairing-pair-active = 🤝 { $mentor } — { $mentee }
pairing-back-to-pairs = ‹ Парларга
pairing-see-pair = Парны ачу
pairing-state-active = 🤝 <b>Пар эшли</b>
    Башланды: { $since }
pairing-state-proposed = ⏳ <b>Җаваплар көтәбез</b>
    Тәкъдим ителде: { $since }
pairing-order = Беркетү: { $order }.
pairing-terms = 📄 Вакыт, үзгәрешләр, ярдәмчеләр
pairing-state-closed = <b>Пар эшен тәмамлады яки тәкъдим кире алынды</b>
pairing-mentor-accepted = Остаз: ризалык алынды
pairing-mentor-awaited = Остаз: әлегә җавап юк
pairing-mentee-accepted = Остазланучы: ризалык алынды
pairing-mentee-awaited = Остазланучы: әлегә җавап юк
pairing-declined-by-mentor = <b>Пар барып чыкмады:</b> остаз баш тартты
pairing-declined-by-mentee = <b>Пар барып чыкмады:</b> остазланучы баш тартты
pairing-formed = 🤝 Яңа пар барлыкка килде: <b>{ $mentor }</b> — <b>{ $mentee }</b>
    Икесе дә ризалашты, без аларны беренче очрашуны билгеләргә чакырдык.

## Катнашучылар нәрсә күрә

pairing-mine-title = <b>Сезнең парлар һәм тәкъдимнәр</b>
pairing-mine-empty = Әлегә пар юк. Куратор тәкъдим иткәч, без сездән сорарбыз: ризалашырга яки баш тартырга — үзегез хәл итәсез.
pairing-mine-unanswered = ❓ { $name } — җавабыгызны көтәбез
pairing-mine-answered = ⏳ { $name } — икенче җавапны көтәбез
pairing-mine-active = 🤝 { $name }
pairing-ask-mentee = <b>Сезгә остаз тәкъдим итәләр</b>
pairing-ask-mentor = <b>Сезгә остазланучы тәкъдим итәләр</b>
pairing-ask-mentee-privacy = <i>Остаз сезнең фәнегезне һәм авырлыкларыгызны күрә, әмма исемегезне күрми: аны икегез дә ризалашкач кына беләчәк. Сәбәбен аңлатмыйча баш тартырга мөмкин.</i>
pairing-ask-mentor-privacy = <i>Остазланучы сезнең исемегезне, фәнегезне һәм көчле якларыгызны күрә. Остазланучының исемен икегез дә ризалашкач белерсез. Сәбәбен аңлатмыйча баш тартырга мөмкин.</i>
pairing-accept = Ризалашу
pairing-decline = Баш тарту
pairing-decline-question = Бу пардан баш тартасызмы? Сәбәбен әйтергә кирәкми: куратор башка вариант тәкъдим итәр, ә икенче катнашучы кем баш тартканын белмәячәк.
pairing-decline-yes = Әйе, баш тартам
pairing-decline-no = Юк, кире кайту
pairing-changed-my-mind = Уйны үзгәртеп, баш тарту
pairing-accepted = Рәхмәт, ризалыгыгыз язылды. Икенче катнашучының җавабын көтәбез һәм шунда ук хәбәр итәрбез.
pairing-both-accepted = Рәхмәт! Икегез дә ризалаштыгыз, пар барлыкка килде. Тулырак — киләсе хәбәрдә.
pairing-declined = Ярар, баш тартуыгыз язылды. Сәбәбен беркем дә сорамас. Куратор башка вариант турында уйлар.
pairing-active-mentee = 🤝 <b>Сезнең остазыгыз бар!</b>
pairing-active-mentor = 🤝 <b>Пар барлыкка килде. Сезнең остазланучы:</b>
pairing-active-next = Беренче очрашу турында килешегез: көнне һәм вакытны икегезнең берсе тәкъдим итә ала.
pairing-first-meeting = Беренче очрашуны тәкъдим итү
pairing-ended-mentee = Без сораган пар барып чыкмады. Андый хәл була, һәм эш сездә түгел. Куратор сезгә башка остаз эзли.
pairing-ended-mentor = Пар турындагы тәкъдим хәзер гамәлдә түгел. Ярдәм итәргә әзер булуыгыз өчен рәхмәт! Тәҗрибәгез кирәк булгач, язарбыз.
pairing-finished-mentee = Парыгызның эше тәмамланды. Сез яңадан чиратта: куратор сезгә остаз табар.
pairing-finished-mentor = Парыгызның эше тәмамланды. Хезмәтегез өчен рәхмәт! Сорауларыгыз булса, кураторга мөрәҗәгать итегез.

## Кураторга сигналлар

pairing-alert-mentor-declined = <b>Пар барып чыкмады: { $mentor } — { $mentee }</b>
    Остаз баш тартты. Остазланучы чиратта кала, эзләү дәвам итә.
pairing-alert-mentee-declined = <b>Пар барып чыкмады: { $mentor } — { $mentee }</b>
    Остазланучы баш тартты. Ул чиратта кала, эзләү дәвам итә.
pairing-propose-another = Башка остаз тәкъдим итү
pairing-alert-unpaired = <b>Озак остазсыз: { $name }</b>
    { $days ->
       *[other] { $days } көн көтә.
    }
    Фән: { $subject }
    Авырлыклар: { $difficulties }

## Баш тартулар

error-mentee-not-waiting = Бу катнашучы инде остаз көтми. Чиратны яңадан ачыгыз.
error-already-proposed = Бу катнашучыга әле генә остаз тәкъдим иттеләр, җаваплар көтәбез. Тәкъдимне «Парлар» исемлегеннән ачып була.
error-no-free-place = Бу остазның буш урыны калмаган. Башкасын сайлагыз.
error-not-a-candidate = Бу остазны тәкъдим итеп булмый: ул хәзер катнашмый яки бу пар инде барып чыкмаган. Башкасын сайлагыз.
error-proposal-ended = Бу тәкъдим хәзер гамәлдә түгел. Бернәрсә дә эшләргә кирәкми.
error-pair-already-active = Пар инде барлыкка килгән. Нәрсәне дә булса үзгәртергә теләсәгез, кураторга языгыз.
