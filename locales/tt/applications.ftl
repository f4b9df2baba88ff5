# Анкета: сораулар, тикшерү, куратор карары.
# keys: joining-reason-*, audit-act-*

joining-progress = Анкета: { $total } сораудан { $number }
joining-question = { $text }
joining-other-hint = Исемлектән сайларга яки үзегезнекен язарга мөмкин.
joining-given = Хәзер күрсәтелгән: <b>{ $answer }</b>
joining-seen-by = <i>Җавапны куратор һәм мәктәп җитәкчесе күрәчәк; парыгызга — фән һәм эш темалары гына.</i>
joining-chosen = ● { $label }
joining-ticked = ☑ { $label }
joining-unticked = ☐ { $label }
joining-summary = <b>Анкетаны тикшерегез</b>
joining-summary-hint = Барысы да дөрес булса, җибәрегез. Җавапны төзәтү өчен аның номерына басыгыз.
joining-return-reason = Куратор төгәлләштерүне сорый: <b>{ $reason }</b>
joining-answer = { $number }. { $question }
    — <b>{ $answer }</b>
joining-no-answer = җавапсыз
joining-correct = ✎ { $number }
button-submit = Кураторга җибәрү
joining-submitted = Анкета кураторга җибәрелде ({ $organization }). Җавап гадәттә ике көн эчендә килә — шунда ук язарбыз.
joining-admitted = Әзер! Сез кердегез: { $organization }, роль — { $role }.

joining-to-decide =
    <b>Яңа анкета: { $role }</b>
    { $name }

    { $answers }
button-approve = Хуплау
button-return = Сәбәбен әйтеп кайтару
joining-ask-reason = { $name }: анкетада нәрсәне төзәтергә? Сәбәпне сайлагыз яки үз сүзләрегез белән языгыз — кеше аны күрәчәк.
joining-reason-unclear = Зинһар, җавапларны төгәлләштерегез
joining-reason-difficulties = Нинди ярдәм кирәген тулырак языгыз
joining-reason-name = Исемегезне тулысынча күрсәтегез
joining-was-approved = Хупланды: { $name } ({ $role }). Бу турыда хәбәр иттек.
joining-was-returned = Анкета кайтарылды: { $name }. Нәрсәне төзәтергә кирәген әйттек.
joining-approved-mentee = Анкетагыз хупланды ({ $organization }). Куратор сезгә остаз сайлый — тәкъдим булгач язарбыз.
joining-approved-mentor = Анкетагыз хупланды ({ $organization }). Ярдәм итәргә әзер булуыгыз өчен рәхмәт! Куратор пар тәкъдим иткәч, ризалыгыгызны сорарбыз.
joining-returned =
    Куратор анкетаны кайтарды һәм төгәлләштерүне сорый:
    <b>{ $reason }</b>

    Барлык җаваплар сакланган, яңадан язарга кирәкми.
button-correct = Анкетаны төзәтү

joining-date-hint = Датаны болай языгыз: 25.11.2026
joining-date-check = Сез күрсәттегез: <b>{ $answer }</b>. Дөресме? Юк икән, датаны яңадан языгыз.
joining-date-right = Дөрес
joining-day = { $year } ел, { $day }
joining-seen-by-pupil = <i>Җавапны куратор, мәктәп җитәкчесе һәм ата-ана күрәчәк; парга — фән һәм эш темалары гына.</i>
joining-renewed = Анкета яңарды. Җавапларыгыз сакланган — җавап бирелмәгән беренче сораудан дәвам итәбез.
joining-prefilled = Кабат рәхим итегез! Элекке җавапларыгыз сакланган: тикшерегез һәм үзгәргәнен төзәтегез.
joining-review-summary = <b>Мәгълүматларыгызны тикшерегез</b>
joining-summary-lacks = Җавапсыз сораулар калды. Аларга җавап бирегез — шуннан соң анкетаны җибәреп була.
joining-answer-lacking = { $number } нче сорауга җавап бирү
joining-submit-own = Җибәрү
joining-withdraw = Анкетаны кире алу
joining-withdraw-ask = Анкетаны кире алыргамы ({ $organization })? Сез программада катнашмаячаксыз. Яңа чакыру сылтамасы белән кайтып була, җавапларыгыз сакланачак.
joining-withdraw-review-ask = Анкетаны яңартуны кире алыргамы ({ $organization })? Элекке мәгълүматлар үзгәрешсез кала.
joining-withdraw-yes = Әйе, кире алырга
joining-withdrawn = Анкета кире алынды ({ $organization }). Кайту өчен чакыру сылтамасын яңадан ачыгыз. Үз мәгълүматларыгызны карау һәм бетерү: /mydata
joining-review-withdrawn = Яңарту кире алынды, элекке мәгълүматлар калды ({ $organization }).
joining-with-head = Куратор анкетагызны хуплады, мәктәп җитәкчесе хәл итә ({ $organization }). Ул җавап биргәч, шунда ук язарбыз.
joining-to-family = Балаларым

joining-review-to-decide =
    <b>Анкетаны яңарту: { $role }</b>
    { $name }

    { $answers }
joining-is-pupil = Бу — укучы: ата-анасы ризалык биргән.
button-hand-up = Җитәкчегә тапшыру
joining-endorsed-by = Җитәкчегә тапшырган кеше: { $name }
joining-is-with-head = Анкета җитәкчегә тапшырылган.
joining-decided-by-nobody = программада инде катнашмаган хезмәткәр
joining-approved-by = Хуплаган кеше: { $name }, { $when }
joining-returned-by = Кайтарган кеше: { $name }, { $when }
joining-withdrawn-at = Анкета кире алынган: { $when }
joining-was-handed-up = Анкета җитәкчегә тапшырылды: { $name }. Карарын хәбәр итәрбез.
joining-head-approved = Җитәкче анкетаны хуплады: { $name }.
joining-head-returned = Җитәкче анкетаны кайтарды: { $name }. Сәбәбе: <b>{ $reason }</b>
    Без аны анкета авторына җиткердек.
joining-approved-review = Яңартылган мәгълүматлар кабул ителде ({ $organization }). Рәхмәт!
joining-approved-child = Анкета хупланды: { $name } ({ $organization }). Пар тәкъдим иткәч, куратор язачак.
joining-about-child = Балагызның анкетасы: { $name }
button-my-application = 📝 Минем анкета
menu-awaits-head = Анкетагыз мәктәп җитәкчесендә. Ул караганнан соң язарбыз.

# Мәгълүматларны ел саен раслау.
review-asked =
    <b>Мәгълүматларыгызны тикшерегез: { $role }</b>
    { $organization }
review-about = Бу — катнашучы турында мәгълүмат: { $name }
review-asked-hint = Мәктәп елга бер тапкыр барысы да дөресме икәнен тикшерә. Нәрсәдер үзгәргән булса, төзәтегез — калганын яңадан язарга кирәкми.
review-right = Барысы да дөрес
review-renew = Яңарту
review-thanks = Рәхмәт! Мәгълүматлар расланды.
review-confirmed-for = Мәгълүматлар расланды: { $name }.
review-name = • { $name }
review-at-curator = • { $name } — яңарту куратор карарын көтә
review-more = … тагын { $count }
review-card-silent =
    <b>Ике атна эчендә расламаучылар: { $count }</b>
    { $names }

    Барысына да искәртегез яки шәхсән сорагыз.
review-card-offline =
    <b>Telegram юк, мәгълүматларны бары тик сез раслый аласыз: { $count }</b>
    { $names }

    Хезмәттәшләрегездән шәхсән сорагыз һәм җавапны билгеләгез.
review-remind = Барысына да искәртү
review-open = Кем расламаган
review-overview =
    <b>Мәгълүматларны ел саен раслау</b>
    { $organization }
    Раслаучылар: { $total } кешедән { $confirmed }
review-answer-for = Аның өчен җавап бирү: { $name }
review-reminded = { $count } кешегә искәрттек.
review-reminded-before = Бүген инде искәрткән идек.

error-own-application = Бу — үзегезнең анкетагыз: аны башка куратор яки җитәкче карар.
error-head-decides = Мәктәбегездә анкеталарны җитәкче хуплый. Анкетаны аңа тапшырыгыз яки карарын көтегез.
error-answer-not-a-date = Датаны укып булмады. Аны саннар белән языгыз, мәсәлән 25.11.2026; { $earliest } – { $latest } арасындагы теләсә кайсы көн ярый.

# Журналга нәрсә языла.
audit-act-application-endorsed = анкетаны җитәкчегә тапшырды
audit-act-application-withdrawn = анкетаны кире алды
audit-act-review-confirmed = мәгълүматларны раслады
audit-act-review-seen = мәгълүматларны кем раслаганын карады
