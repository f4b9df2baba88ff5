# Юл картасы: үз эшләрең, эш карточкасы, искәртүләр, сигналлар, план күренешләре, файллар.

menu-duties = ☑️ Минем эшләрем
menu-roadmap = 🗺 Юл картасы

roadmap-mine = <b>Минем эшләрем</b> · { $count }
roadmap-mine-note = <i>Бу исемлекне сез, кураторлар һәм җитәкче күрә.</i>
roadmap-mine-empty =
    <b>Минем эшләрем</b>

    Хәзер сезнең өстә эш юк. Вакыты билгеләнгән эш барлыкка килсә, мин 14, 7 һәм 1 көн алдан искәртермен.
roadmap-controlled = <b>Минем контрольдә</b> · { $count }
roadmap-controlled-note = <i>Бу чараларда сез контрольдә тотучы итеп күрсәтелгән. Башкаручыларга искәртергә мөмкин.</i>
roadmap-controlled-empty = Хәзер сезнең контрольдә берни дә юк.
roadmap-show-controlled = 👁 Минем контрольдә · { $count }
roadmap-entry = { $mark } { $activity } — { $due } көненә кадәр
roadmap-entry-several = { $mark } { $activity } — { $due } көненә кадәр, үтәлгән: { $done } / { $total }
roadmap-entry-undated = { $mark } { $activity } — вакытсыз
roadmap-names = { $names }
roadmap-names-more = { $names } һәм тагын { $count } кеше
roadmap-to-mine = ‹ Минем эшләрем
roadmap-to-plan = ‹ Юл картасы

roadmap-card-activity = { $mark } <b>{ $activity }</b>
roadmap-card-school = Оешма: { $name }
roadmap-card-section = Бүлек: { $section }
roadmap-card-due = Вакыты: { $due } (бу көн дә керә)
roadmap-card-period = Вакыты: { $start } — { $due } (бу көн дә керә)
roadmap-card-check = Даими эш; аның барышы турында { $due } көненә кадәр җавап бирергә
roadmap-card-moved = { $was } көненнән күчерелде: { $reason }
roadmap-card-moved-plain = { $was } көненнән күчерелде
roadmap-card-phrase = Планда: «{ $phrase }»
roadmap-card-result = Көтелгән нәтиҗә: { $result }
roadmap-card-responsible = { $count ->
        [one] Җаваплы кеше: { $names }
       *[other] Җаваплы кешеләр: { $names }
    }
roadmap-card-responsible-school = Җаваплы: мәктәп
roadmap-card-responsible-nobody = Җаваплы кеше юк
roadmap-card-controller = Контроль: { $name }
roadmap-card-controller-you = Контроль: сез
roadmap-you = сез
roadmap-gone = { $name } (бот хәбәрләрен алмый)
roadmap-card-seen-by = <i>Карточканы җаваплы кешеләр, контрольдә тотучы, кураторлар һәм җитәкче күрә.</i>
roadmap-card-seen-by-coordinator = <i>Сез мәктәп эшенең барышын исемнәрсез һәм аңлатмаларсыз күрәсез. Файлны ачу журналга языла.</i>
roadmap-state-done = Үтәлде: { $at }, билгеләде — { $name }
roadmap-state-done-late = Соңарып үтәлде: { $at }, билгеләде — { $name }
roadmap-state-done-at = Үтәлде: { $at }
roadmap-state-done-late-at = Соңарып үтәлде: { $at }
roadmap-state-waived = Контрольдән төшерелгән
roadmap-state-waived-because = Контрольдән төшерелгән: { $reason }
roadmap-check-open = Эш барамы — әлегә билгеләнмәгән
roadmap-days-left = { $days } көн калды
roadmap-due-today = Бүген соңгы көн
roadmap-days-late = { $days } көнгә соңарды
roadmap-evidence-comment = 💬 { $name }: { $comment }
roadmap-evidence-file = 📎 { $name }: { $comment }
roadmap-evidence-link = 🔗 Сылтама — { $name }: { $comment }
roadmap-evidence-act = 📄 Документ — { $name }: { $comment }
roadmap-evidence-kinds = Дәлил: { $kinds }
roadmap-kind-comment = аңлатма
roadmap-kind-file = файл
roadmap-kind-link = сылтама
roadmap-kind-act = документ номеры
roadmap-comments-earlier = Моңа кадәр язылган тагын { $count } аңлатма бар.
roadmap-said = 💬 { $comment }
roadmap-file = 📎 { $name }
roadmap-file-sent = Юл картасы чарасына файл.

roadmap-done = ✅ Үтәлде дип билгеләү
roadmap-done-silently = Үтәлде, аңлатмасыз
roadmap-goes-on = ✅ Әйе, бара
roadmap-goes-on-comment = Аңлатма яки файл
roadmap-trouble = Кыенлыклар бар
roadmap-trouble-silently = Аңлатмасыз хәбәр итү
roadmap-add = Аңлатма яки файл өстәү
roadmap-nudge = Искәртү
roadmap-nudge-school = Мәктәпкә искәртү
roadmap-nudge-person = Барысы турында да искәртү
roadmap-take-over = Үз өстемә алу
roadmap-move = Күчерү
roadmap-other-day = Башка көн
roadmap-waive = Контрольдән төшерү
roadmap-resume = Эшкә кайтару
roadmap-more = Тулырак
roadmap-quoted = «{ $activity }»
roadmap-ask-done =
    Бер хәбәр белән аңлатма языгыз, файл, сылтама яки боерык номерын җибәрегез — мин чараны үтәлгән дип билгелим.
    Өстәр сүз булмаса, «Үтәлде, аңлатмасыз» төймәсенә басыгыз.
roadmap-ask-check = Эшнең ничек баруын бер хәбәр белән языгыз яки файл, сылтама, боерык номеры җибәрегез — мин эш бара дип билгелим.
roadmap-ask-add = Бер хәбәр белән аңлатма языгыз, файл, сылтама яки боерык номерын җибәрегез — мин аны чарага өстим.
roadmap-ask-seen-by = <i>Моны кураторлар, җитәкче һәм башка җаваплы кешеләр күрәчәк; план муниципалитеттан килгән булса, файлны, сылтаманы һәм документ номерын координатор ача ала. Зинһар, шәхси мәгълүматлар булган файлларны җибәрмәгез: паспорт, гариза, белешмә, фамилияләр исемлеге, документ фотолары.</i>
roadmap-ask-waive = Чара ни өчен контрольдән төшерелә? Сәбәбен бер хәбәр белән языгыз.
roadmap-reason-seen-by = <i>Сәбәпне җаваплы кешеләр, кураторлар һәм җитәкче күрәчәк.</i>
roadmap-ask-trouble = Нинди кыенлык? Бер хәбәр белән языгыз — куратор шунда ук беләчәк.
roadmap-trouble-seen-by = <i>Моны кураторлар, җитәкче һәм башка җаваплы кешеләр күрәчәк; план муниципалитеттан килгән булса, файлны, сылтаманы һәм документ номерын координатор ача ала. Зинһар, балаларның фамилияләрен һәм башкаларның документларын телгә алмагыз.</i>
roadmap-ask-day = Кайсы көнгә күчерергә? Календарьдан сайлагыз яки русча языгыз: «25.11», «до 1 декабря», «последняя неделя января».
roadmap-move-shown =
    Булган: { $was }
    Булачак: <b>{ $day }</b> ({ $date })
roadmap-ask-move-reason = Вакыт ни өчен күчерелә? Сәбәбен бер хәбәр белән языгыз — шуннан соң күчерү үз көченә керәчәк.
roadmap-hint-expected = Монда текст белән аңлатма яки файл (документ) кирәк. Башкасын беркетә алмыйм.
roadmap-hint-typed = Монда бер хәбәр белән текст кирәк.
roadmap-photo-refused =
    Фотолар монда кабул ителми: аларда еш кына башкаларның документлары күренә. Рәсемне сакламадым.
    Файлны документ итеп җибәрегез (мәсәлән, .docx, .xlsx, .pdf) яки аңлатма языгыз.
roadmap-photo-removed = Ул язышудан алып ташланды.
roadmap-photo-stays = Аны язышудан алып ташлап булмады — зинһар, үзегез бетерегез.
roadmap-thanks = Язып куйдым. Рәхмәт!
roadmap-moved-done = Вакыт күчерелде: { $due }. Җаваплы кешеләргә хәбәр ителә, искәртүләр яңа вакытка киләчәк.
roadmap-waived-done = Контрольдән төшерелде. Җаваплы кешеләргә хәбәр ителә.
roadmap-resumed-done = Чара яңадан эштә. Җаваплы кешеләргә хәбәр ителә.
roadmap-trouble-told = Куратор кыенлыклар турында беләчәк. Эш җайлангач, зинһар, аның баруын билгеләгез.
roadmap-nudged = Искәртү җибәрелде: { $name }.
roadmap-nudged-school = Мәктәпкә искәртү җибәрелде.
roadmap-person-nudged = Искәртү җибәрелде: бер хәбәрдә { $count } эш.

roadmap-reminder = 🗓 <b>Юл картасы чарасы турында искәртәм</b>
roadmap-nudge-received = 🗓 <b>Юл картасы чарасына игътибар итүегезне сорыйлар</b>
roadmap-person-nudge-received = 🗓 <b>Юл картасы эшләренә игътибар итүегезне сорыйлар</b> · { $count }
roadmap-late-received = 🔴 <b>Чараның вакыты узды</b>. Куратор моны белә. Барысы да эшләнгән булса, зинһар, билгеләп куегыз.
roadmap-check = 🔁 <b>Бу эш барамы?</b>
roadmap-check-hint = Эш даими, шуңа күрә мин чирек саен бер тапкыр сорыйм. Бер басу җитә.
roadmap-moved-received = 🗓 <b>Чараның вакыты күчерелде</b> (элек: { $was }). Сәбәбе: { $reason }
roadmap-resumed-received = 🗓 <b>Юл картасы чарасы яңадан эштә</b>
roadmap-waived-received =
    ➖ Чара контрольдән төшерелде, аны эшләргә кирәкми: «{ $activity }».
    Сәбәбе: { $reason }
roadmap-completed-for-you = ✅ { $name } сезнең чараны үтәлгән дип билгеләде: «{ $activity }».
roadmap-taken-over = Сезнең өстә булган чара өчен хәзер { $name } җавап бирә: «{ $activity }». Сезгә бернәрсә дә эшләргә кирәкми.
roadmap-trouble-received = ⚠️ { $name } кыенлыклар турында хәбәр итә: «{ $activity }».
roadmap-alert = 🔴 <b>Юл картасы чарасы вакытында үтәлмәде</b>
roadmap-alert-check = 🔁 <b>Даими эшнең барамы-юкмы икәненә беркем дә җавап бирмәде</b>
roadmap-alert-near = 🟡 <b>Чараның вакыты якын, ә ул үтәлмәгән</b>

roadmap-title = <b>{ $title }</b>
roadmap-order = { $year } · { $date } көнендәге { $number } номерлы боерык
roadmap-order-date = { $year } · { $date } көнендәге боерык
roadmap-approved = { $year } · расланган: { $approved }
roadmap-published = Муниципалитеттан яки төбәктән алынган
roadmap-bar = { $bar } { $done } / { $total }
roadmap-count-late = 🔴 Соңга калганы: { $count }
roadmap-count-undated = ▫️ Вакытсыз: { $count }
roadmap-nothing-late = Соңга калган чаралар юк.
roadmap-none =
    <b>Юл картасы</b>

    Расланган юл картасы әле юк. План файлын йөкләгез яки үрнәк алыгыз: «Планнар һәм версияләр».
roadmap-seen-by = <i>Юл картасын тулысынча кураторлар һәм җитәкче күрә; калганнар — үз эшләрен генә.</i>
roadmap-show-month = 🗓 Бу ай · { $count }
roadmap-show-late = 🔴 Соңга калганы · { $count }
roadmap-show-undated = ▫️ Вакытсыз · { $count }
roadmap-show-all = Бөтен план
roadmap-stages = Этаплар буенча
roadmap-people = Җаваплылар буенча
roadmap-picture = 📊 Ел рәсемдә
roadmap-sheet = 📥 .xlsx җәдвәле
roadmap-plans = 📄 Планнар һәм версияләр
roadmap-every-plan = Барлык планнар бергә
roadmap-one-plan = Бары: { $title }
roadmap-to-stages = ‹ Этаплар
roadmap-to-people = ‹ Җаваплылар
roadmap-to-undated = ‹ Вакытсыз
roadmap-late-head = <b>Соңга калганы</b> · { $count }
roadmap-month = <b>{ $month }</b> · эшләр: { $count }
roadmap-month-empty = Бу айда вакыты җиткән эш юк.
roadmap-stages-head = <b>Этаплар һәм бүлекләр буенча</b>
roadmap-stage = <b>{ $title }</b>
roadmap-no-section = Бүлексез
roadmap-all-head = <b>Бөтен план</b>
roadmap-people-head = <b>Җаваплылар буенча</b>
roadmap-people-empty = Җаваплы кешеләр әле юк.
roadmap-person = { $name } — эштә: { $undone }, соңга калган: { $late }, үтәлгән: { $done }
roadmap-person-head = <b>{ $name }</b>
roadmap-undated-head =
    <b>Вакытсыз</b> · { $count }
    Бу пунктларның көнен билгеләп булмый, шуңа күрә алар турында беркем дә искәртми. Вакыты билгеле булгач, куегыз.
roadmap-undated-entry = { $mark } { $activity } — «{ $phrase }»
roadmap-undated-empty = Барлык пунктларның да вакыты бар.
roadmap-phrase-empty = Планда вакыт күрсәтелмәгән.
roadmap-responsible-text = План буенча җаваплылар: { $text }
roadmap-doubt = ⚠️ { $text }
roadmap-ask-item-date = Календарьдан көнне сайлагыз яки вакытны пландагыча русча языгыз: «до 25.11.2026», «ноябрь», «ежегодно в мае», «ежемесячно».
roadmap-read-as = «{ $phrase }» — болай аңлыйм: <b>{ $reading }</b>
roadmap-one-day = Вакыты: <b>{ $day }</b> ({ $date }).
roadmap-several-days = Вакытлар: { $count }, беренчесе — { $first }, соңгысы — { $last }.
roadmap-item-date-yes = ✅ Дөрес, билгеләргә
roadmap-item-date-again = Башка вакыт
roadmap-item-dated = { $count ->
        [one] Вакыт билгеләнде, эш планда барлыкка килде. Җаваплы кешеләр искәртүләр алачак.
       *[other] Вакытлар билгеләнде, планда эшләр: { $count }. Җаваплы кешеләр искәртүләр алачак.
    }

roadmap-state-word-done = үтәлгән
roadmap-state-word-late = соңга калган
roadmap-state-word-open = эштә
roadmap-state-word-ahead = алда
roadmap-state-word-waived = контрольдән төшерелгән
roadmap-other-year = быел түгел
roadmap-no-day = вакытсыз
roadmap-picture-caption = Юл картасы: рәсем { $page } / { $pages }. ◆ — вакыты, полоса — чор, нечкә полоса — даими эш, өзек сызык — бүген.
roadmap-picture-cut = План бик озын: рәсемнәрдә аның башы гына, тулысынча ул .xlsx җәдвәлендә.
roadmap-sheet-caption = Юл картасы җәдвәл белән. Анда җаваплы кешеләрнең исемнәре бар: эше буенча кирәкле кешеләргә генә җибәрегез.
roadmap-after-file = Әзер.
roadmap-file-name = юл-картасы
roadmap-column-number = №
roadmap-column-activity = Чара
roadmap-column-state = Торышы
roadmap-column-section = Этап яки бүлек
roadmap-column-phrase = Пландагы вакыт
roadmap-column-start = Башы
roadmap-column-due = Вакыты
roadmap-column-moved = Кайчаннан күчерелгән
roadmap-column-responsible = Җаваплылар
roadmap-column-controller = Контроль
roadmap-column-done = Үтәлгән
roadmap-column-evidence = Дәлил
roadmap-column-reason = Күчерү яки төшерү сәбәбе
roadmap-column-result = Көтелгән нәтиҗә
roadmap-column-plan = План

error-duty-already-done = Бу чара инде үтәлгән дип билгеләнгән.
error-duty-waived = Бу чара контрольдән төшерелгән: аны эшләргә кирәкми.
error-already-nudged = Бүген бу турыда искәрттеләр инде. Иртәгә тагын бер тапкыр искәртергә мөмкин булачак.
error-responsible-unreachable = Җаваплы кешеләр хәзер бот хәбәрләрен алмый. Алар белән башкача элемтәгә керегез яки чараны үз өстегезгә алыгыз.
error-nothing-to-nudge = Бу кешенең хәзер искәртергә кирәкле эшләре юк.
error-too-much-evidence = Бер чарага { $limit } аңлатма һәм файлдан артыгын беркетеп булмый.
error-day-not-understood = Бу кайсы көн икәнен аңламадым. Мәсәлән, «25.11.2026» яки «до 1 декабря» дип языгыз — яисә календарьдан сайлагыз.
error-day-passed = Бу көн инде узды. Бүгенге яки соңрак көнне сайлагыз.
error-day-too-far = Бу бик ерак: киләсе уку елыннан соңракка күчереп булмый.
error-day-is-the-same = Вакыт инде шушы көнгә куелган.
error-phrase-gives-no-day = Бу сүзләрдән көнне таба алмыйм. Мәсәлән, «до 25.11.2026», «ноябрь» яки «ежемесячно» дип языгыз.

roadmap-passed = { $count } чараның вакыты план расланганчы ук узган: бот алар турында беркемгә дә искәртмәде.
roadmap-passed-settle = ✅ Раслаганчы узганнары үтәлгән · { $count }
roadmap-passed-ask = План расланганчы вакыты узган { $count } чараны вакытында үтәлгән дип билгеләргәме?
roadmap-passed-yes = Әйе, барысы да үтәлгән
roadmap-passed-settled = ✅ Үтәлгән дип билгеләнде: { $count }.
