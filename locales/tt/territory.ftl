# Муниципалитет һәм төбәк: мәктәпләр, аларның планнары, искәртүләр, сылтамалар. Укытучы исемнәре монда юк.
# keys: territory-state-*
# keys: territory-evidence-*
# keys: territory-link-*
# keys: territory-held-*
# keys: territory-make-*

menu-territory = 🏛 Территория

territory-state-late = вакыты узган
territory-state-not-yet = әле эшләнмәгән
territory-state-done = эшләнгән
territory-state-waived = контрольдән төшерелгән
territory-state-undated = вакыты куелмаган
territory-legend = <i>Билгеләр: { $legend }</i>

territory-home =
    <b>{ $name }</b>
    Мәктәпләр: { $schools }
territory-home-late = 🔴 Соңара торган мәктәпләр: { $count }
territory-home-empty = Әле беркем дә кермәгән мәктәпләр: { $count }. Куратор яки җитәкче керүгә, план анда барып җитәчәк.
territory-home-no-plans = Мәктәпләргә әле бер генә план да бастырылмаган. Аны «Планнар» бүлегендә йөкләгез һәм раслагыз, аннары монда бастырып чыгарыгыз.
territory-plan-line =
    🗺 <b>{ $title }</b> ({ $year })
    Бастырып чыгарды: { $publisher } · мәктәпләр: { $schools }
    { $counts }
territory-plan-button = { $late ->
        [0] 🗺 { $title }
       *[other] 🗺 { $title } · 🔴 { $late }
    }
territory-publish-open = 📣 Мәктәпләргә бастырып чыгару: { $title }
territory-published-open = 📣 Мәктәпләргә бирелгәне: { $title }
territory-organizations = 🏫 Мәктәпләр һәм сылтамалар
territory-acts = 📚 Мәктәпләрнең локаль актлары
territory-make-school = ➕ Мәктәп өстәү
territory-make-municipality = ➕ Муниципалитет өстәү
territory-make-partner = ➕ Партнёр өстәү
territory-to-home = ‹ Территория

territory-head =
    <b>{ $title }</b> ({ $year })
    Бастырып чыгарды: { $publisher }
territory-nobody-has-it = Бу план әле бер мәктәпкә дә барып җитмәде.
territory-item-line = { $number }. { $activity }
    { $counts }
territory-by-school = Мәктәпләр буенча
territory-by-item = Чаралар буенча
territory-take-matrix = 📊 .xlsx таблицасын йөкләп алу
territory-nudge-all = 🔔 Соңаручыларның барысына да искәртү
territory-nudge-school = 🔔 Мәктәпкә искәртү
territory-school-line = <b>{ $name }</b>: { $counts }
territory-school-empty = <b>{ $name }</b>: әле беркем дә кермәгән
territory-school-without = <b>{ $name }</b>: бу чаралар юк
territory-school-title = <b>{ $name }</b>
    { $counts }
territory-school-answers = <i>Чаралар өчен мәктәп җавап бирә; укытучы исемнәре монда күрсәтелми.</i>
territory-activity = <b>{ $number } { $activity }</b>
territory-cell-line = { $mark } { $what } — { $when }
territory-until = { $due } кадәр
territory-done-on = { $at } эшләнгән
territory-of-several = { $when } ({ $total } эшнең { $settled } үтәлгән)
territory-checklist = 📚 Мәктәпнең мәҗбүри актлары

territory-cell-title =
    <b>{ $name }</b>
    { $number } { $activity }
territory-cell-phrase = Пландагы вакыты: «{ $phrase }»
territory-cell-result = Көтелгән нәтиҗә: { $result }
territory-undated = Чараның датасы юк: мәктәп аны кирәк булганда үти яки вакытын үзе билгели.
territory-duty-done = { $mark } { $due } кадәр: { $at } эшләнгән
territory-duty-done-late = { $mark } { $due } кадәр: соңарып эшләнгән, { $at }
territory-duty-waived = { $mark } { $due } кадәр: контрольдән төшерелгән
territory-duty-moved = { $mark } { $due } кадәр ({ $before } көненнән күчерелгән)
territory-duty-undone = { $mark } { $due } кадәр
territory-duty-evidence = Раслау: { $kinds }
territory-evidence-comment = аңлатма
territory-evidence-file = файл
territory-evidence-link = сылтама
territory-evidence-act = акт номеры
territory-open-evidence = 📎 Раслау · { $due }
territory-evidence-title = <b>Мәктәп үтәлешне нәрсә белән раслаган</b>
territory-evidence-trace = <i>Аңлатмалар мәктәптә кала. Раслауны ачуыгыз журналга язылды.</i>
territory-shown = • { $kind }: { $text } ({ $at })
territory-shown-kind = • { $kind } ({ $at })
territory-file = 📎 { $name }
territory-file-sent = Юл картасы чарасына мәктәп файлы.
territory-to-item = ‹ Чара
territory-to-school = ‹ Мәктәп

territory-reminded = Искәртү җибәрелгән мәктәпләр: { $count }.
territory-reminded-earlier = Бүген инде искәртелгән мәктәпләр: { $count }.
territory-reminded-nobody = Язар кеше булмаган мәктәпләр: { $count }.
territory-school-reminded = Искәртү җибәрелде: { $name }.

territory-sheet-name = Матрица
territory-sheet-title = { $title } ({ $year }), { $day } көненә
territory-sheet-school = Мәктәп
territory-sheet-total = Барлыгы
territory-sheet-file = matrica-{ $day }
territory-sheet-caption = «{ $title }»: барлык мәктәпләр һәм чаралар. Күзәнәк төсе — хәле.

territory-publication =
    📣 <b>{ $title }</b> ({ $year })
    Кайсы чараларны мәктәпләр үти?
territory-publication-not-yet = Мәктәпләргә әле бастырылмаган. Мәктәпләр: { $schools }, шуларның бот белән эшли торганнары: { $ready }.
territory-publication-done = Бастырылган: { $at }. Мәктәпләрдә дә монда билгеләнгәннәр.
territory-publication-changed = Бастырылган: { $at }. Шуннан соң билгеләр үзгәрде — яңадан бастырып чыгарыгыз.
territory-publication-counts = Билгеләнде: { $total } чараның { $ticked }
territory-publication-line = { $mark } { $number }. { $activity }
    Вакыты: { $phrase }. Җаваплы: { $responsible }
territory-publication-who = <i>Билгеләнгәннәрне барлык мәктәпләрнең кураторлары һәм җитәкчеләре күрәчәк. Калганнары үзегездә кала.</i>
territory-tick-suggested = Мәктәпләр аталганнарын билгеләү · { $count }
territory-publish = 📣 Бастырып чыгару · мәктәпләр: { $count }
territory-publish-again = 📣 Үзгәрешләрне бастырып чыгару · мәктәпләр: { $count }
territory-published-now = ✅ Бастырып чыгарылды. Мәктәпләр өчен чаралар: { $items }. Алган мәктәпләр: { $schools }.
territory-published-waiting = План соңрак барып җитәчәк мәктәпләр: { $count }. Куратор яки җитәкче керүгә, ә алар бар икән — берничә минут эчендә.
territory-watch = Үтәлешен күзәтү

territory-organizations-title = <b>{ $name }</b>
    Оешмалар: { $total }. Сылтамалар алу өчен басыгыз.
territory-organizations-none = Әлегә берсе дә юк.
territory-branch = { $indent } { $name } — { $people ->
        [0] әле беркем дә кермәгән
       *[other] { $people } кеше
    }
territory-ask-school = Мәктәпнең исемен уставтагыча языгыз. Мин аны булдырам һәм куратор белән җитәкче өчен сылтамалар бирәм.
territory-ask-municipality = Муниципалитет яки мәгариф бүлеге исемен языгыз. Мин аны булдырам һәм координатор өчен сылтама бирәм.
territory-ask-partner = Партнёр оешманың исемен языгыз: вуз, колледж, предприятие. Мин аны булдырам һәм аның кураторы өчен сылтама бирәм.
territory-made = ✅ Булдырылды: <b>{ $name }</b>
territory-links = Сылтамалар: <b>{ $name }</b>
territory-link-curator = Куратор өчен: { $url }
territory-link-head = Җитәкче өчен: { $url }
territory-link-coordinator = Муниципаль координатор өчен: { $url }
territory-link-operator = Төбәк операторы өчен: { $url }
territory-held-curator = Куратор инде бар. Тагын берсен мәктәп җитәкчесе чакыра.
territory-held-head = Җитәкче инде бар. Яңасы өчен сылтама элеккеге җитәкче киткәч күренәчәк.
territory-held-coordinator = Координатор инде бар. Тагын берсен ул үзе чакыра.
territory-held-operator = Оператор инде бар. Тагын берсен ул үзе чакыра.
territory-links-note = Һәр сылтама — бер кешегә, 30 көн гамәлдә. Аның аша кергән кеше бу рольне шунда ук ала: сылтаманы ул билгеләнгән кешегә генә җибәрегез.

territory-brought = 📣 <b>Мәктәбегез өчен яңа план</b>, чаралар: { $count }
    «{ $title }» ({ $year }), бастырып чыгарды: { $publisher }. Вакытлары юл картасында инде. Кем нәрсә өчен җавап бирүен тикшерегез.
territory-brought-again = 📣 <b>План яңартылды</b>, чаралар: { $count }
    «{ $title }» ({ $year }), бастырып чыгарды: { $publisher }. Эшләнгәннәре эшләнгән булып калды.
territory-to-roadmap = 🗺 Юл картасын ачу
territory-nudged = 🔔 <b>{ $name }</b> игътибар итүегезне сорый: вакыты узган чаралар — { $count }
territory-nudged-line = 🔴 { $activity } — { $due } кадәр
territory-nudged-more = …һәм тагын { $count }
territory-overdue =
    🔴 <b>Мәктәп чараны вакытында үтәмәгән</b>
    { $name }
    «{ $activity }» — { $when }
territory-open-cell = Ачу

error-nothing-late = Соңаручылар юк: искәртер кеше юк.
error-schools-reminded-today = Бүген искәрттегез инде. Иртәгә тагын искәртергә мөмкин булачак.
error-nobody-at-school = { $name }: анда бот хәбәрләрен әле беркем дә алмый. Мәктәп белән башкача элемтәгә керегез яки аңа сылтамалар бирегез.
error-nothing-for-schools = Мәктәпләр өчен бер чара да билгеләнмәгән. Ким дигәндә берсен билгеләгез.
error-already-published = Мәктәпләрдә нәкъ шушы чаралар инде, бастырып чыгарыр нәрсә юк.
error-parent-unknown = { $id } номерлы оешма юк. Исемлек: python -m bot organizations
error-parent-unfit = Мондый оешманы моңа буйсындырып булмый: { $name } (номеры { $id }). Мәктәп муниципалитетка яки төбәккә, муниципалитет төбәккә буйсына.
error-name-taken = «{ $name }» монда бар инде. Исемлекне тикшерегез яки башка исем языгыз.
