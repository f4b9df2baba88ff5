# Кабатлана торган очрашулар: кабатлау, көннәрне калдыру, барысын күчерү.
# keys: series-rhythm-*, series-left-*, series-state-*, series-item-*, series-until-*

series-rhythm-weekly = Һәр атнаны
series-rhythm-biweekly = Ике атнага бер
series-rhythm-monthly = Айга бер

series-what =
    <b>🔁 { $kind }</b>
    Ничә тапкыр: { $rhythm }, { $minutes } мин
    Кайсы көнгә кадәр: { $until }
    Кайда: { $place }
    Кем белән: { $who }
series-next = Иң якыны: { $when }
series-days = Көннәр ({ $count }): { $days }
series-days-more = { $days } һәм тагын { $count }
series-left-skipped = Калдырабыз: { $days }
series-left-day-off = Ял һәм бәйрәм көннәре: { $days }
series-left-break = Каникуллар: { $days }
series-left-taken = Вакыт башка очрашу белән мәшгуль: { $days }
series-left-called-off = Очрашу юк (кире кагылган, күчерелгән яки вакыт мәшгуль): { $days }

series-state-asked = Серия сезнең җавапны көтә. Бер басу — барлык көннәр өчен.
series-state-join = Серия бара. Киләсезме-юкмы, җавап бирегез әле.
series-state-absent = Серия сездән башка бара. Уегыз үзгәрсә, аны раслагыз.
series-state-proposed = Тәкъдимегезгә җавап көтәбез.
series-state-confirmed = Серия расланды. Һәр очрашу турында алдан искәртербез.
series-state-declined = Серия туры килмәде.
series-state-ended = Серия тәмамланды.

series-confirm = Барлык көннәрне расларга
series-decline = Серияне кире кагарга
series-skip = Бер көнне калдырырга
series-end = Серияне туктатырга
series-take-back = Тәкъдимне кире алырга
series-leave = Башка килә алмыйм
series-to-list = Минем серияләр
series-list =
    <b>Кабатлана торган очрашулар</b>
    Көннәрен күрү өчен серияне басыгыз.
series-list-empty =
    <b>Кабатлана торган очрашулар</b>
    Әлегә серияләр юк. Алдагы очрашуны ачып, «Кабатларга» төймәсенә басыгыз.
series-item-waiting = ❗ { $rhythm } · { $who } · җавап көтә
series-item-proposed = { $rhythm } · { $who } · тәкъдим ителде
series-item-confirmed = { $rhythm } · { $who }

series-end-sure = Серияне туктатыргамы? Алдагы очрашулары барысы да кире кагыла. Моны беләчәк: { $who }
series-end-yes = Әйе, туктатырга
series-take-back-sure = Серия тәкъдимен кире алыргамы? Очрашу үзе кала.
series-take-back-yes = Әйе, кире алырга
series-leave-sure = Сез башка килмисезме? Калганнар сездән башка дәвам итә, остаз моны беләчәк.
series-leave-yes = Әйе, килә алмыйм
series-ask-skip =
    <b>Кайсы көнне калдырырга?</b>
    Бу көнне очрашу булмый. Шунда ук беләчәк: { $who }
series-ask-move =
    <b>Нәрсәне күчерергә?</b>
    Серия очрашуы: { $when }
    Кем белән: { $who }
series-move-one = Бу очрашуны гына
series-move-following = Моны һәм алдагы барысын

series-form-new = <b>Очрашуны кабатлау</b> · { $steps } адымның { $step } нчесе
series-form-move = <b>Серияне күчерү</b> · { $steps } адымның { $step } нчесе
series-form-stop = Баш тарту
series-form-send = Җибәрергә
series-form-stopped = Ярый, берни үзгәртмәдек, беркемгә дә җибәрмәдек.
series-ask-rhythm =
    Беренче очрашу: { $when }
    Кем белән: { $who }

    Ничә тапкыр кабатларга?
series-ask-until = Кайсы көнгә кадәр кабатларга? Сайлагыз яки датаны языгыз, мәсәлән «25.12».
series-until-new-year = Яңа елга кадәр · { $day }
series-until-year-end = Уку елы ахырына кадәр · { $day }
series-ask-day = Бу атнаның кайсы көненә күчерергә? Алдагы очрашулар атнаның шул ук көнендә булыр.
series-ask-time =
    { $day }
    Сәгать ничәдә? Вакытны сайлагыз яки языгыз, мәсәлән «15:30».
series-summary =
    { $rhythm }, башлана: { $first }
    Кайсы көнгә кадәр: { $until }
    Кайда: { $place }
    Очрашулар: { $count }
    Көннәр: { $days }
series-ask-days = Көнне сызу яки кире кайтару өчен аңа басыгыз. Тәкъдимне алачак: { $who }
series-day-in = ✅ { $day }
series-day-out = ✖️ { $day }
series-sent = Тәкъдим җибәрелде. Серияне күреп, бер басу белән раслаячак: { $who }
series-hint-time = Вакытны аңлап булмады. Сәгать һәм минутны языгыз, мәсәлән «15:30».
series-hint-buttons = Монда вариантларның берсен төймә белән сайларга кирәк.

series-confirmed-by-you = Рәхмәт, серия расланды.
series-declined-by-you = Яздык: серия сезгә туры килми. Сәбәбен аңлатырга кирәкми.
series-ended-by-you = Серия туктатылды. Икенче як моны беләчәк.
series-left-by-you = Яздык: сез башка килмисез. Остаз моны беләчәк.
series-skipped-by-you = Көн калдырылды: { $day }. Икенче як моны беләчәк.

series-notice-proposed = <b>Сезгә даими очрашырга тәкъдим итәләр.</b> Тәкъдим итә: { $who }
series-notice-moved = <b>Сезгә очрашулар сериясен күчерергә тәкъдим итәләр.</b> Бу көннән башлап элеккеге очрашулар кире кагылды. Тәкъдим итә: { $who }
series-notice-confirmed = <b>Очрашулар сериясе расланды.</b>
series-notice-declined = <b>Очрашулар сериясе туры килмәде.</b> Башка вакыт тәкъдим итеп була.
series-notice-ended = <b>Очрашулар сериясе туктатылды.</b> Алдагы очрашулары кире кагылды.
series-notice-taken-back = <b>Очрашулар сериясе тәкъдиме кире алынды.</b>
series-notice-lapsed = <b>Очрашулар сериясе тәкъдименә җавап бирергә өлгермәделәр.</b> Башканы тәкъдим итеп була.
series-notice-joined = <b>Серия очрашуларына киләчәк:</b> { $who }
series-notice-left = <b>Серия очрашуларына килмәячәк:</b> { $who }
series-notice-skipped = <b>Серия очрашуы булмый:</b> { $day }
series-notice-left-out = <b>Серия очрашуы булмый: вакыт мәшгуль.</b> Көн: { $day }

people-behalf-repeats = 🔁 { $rhythm }, { $until } көненә кадәр
people-behalf-ask-series = <b>{ $name }</b>
    Очрашулар сериясе тәкъдим ителде. Хезмәттәштән уңайлымы икәнен сорагыз.
people-behalf-series-yes = Киләчәк
people-behalf-series-no = Туры килми
people-behalf-done-series-yes = ✅ Серия расланды. Очрашулар турында хезмәттәшкә үзегез искәртегез: бот аңа барып җитми.
people-behalf-done-series-no = Билгеләнде: серия туры килми. Икенче якка хәбәр иттек.
people-pending-series = { $name } · { $day } көненнән очрашулар сериясе?
audit-act-on-behalf-series-confirmed = хезмәттәш өчен очрашулар сериясе расланды
audit-act-on-behalf-series-declined = хезмәттәш өчен очрашулар сериясе кире кагылды

error-series-end-wrong = Серия { $first } көненнән дә иртәрәк түгел, { $last } көненнән дә соңрак түгел тәмамлана ала. Башка дата языгыз.
error-series-empty = Бу көнгә кадәр бер очрашу да калмый. Соңрак көн сайлагыз яки сызылган көннәрне кайтарыгыз.
error-series-all-taken = Бу көннәрнең барысында да вакыт мәшгуль. Башка вакыт сайлагыз әле.
