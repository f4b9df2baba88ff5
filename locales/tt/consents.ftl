# Ризалыклар: үзебезнеке, куратор өстәле, парлар турында боерыклар, ярдәмчеләр, үзгәрешләр, бастырып чыгару.
# keys: audit-act-*

menu-consents = 🖊 Җавап көткән ризалыклар
menu-publications = 🌐 Бастырып чыгару

consents-kind-personal-data = шәхси мәгълүматларны эшкәртү
consents-kind-parental = бала мәгълүматлары
consents-kind-assent = үз мәгълүматларын эшкәртү
consents-kind-mentor = остаз булу
consents-kind-extra-duties = пардагы вазифалар
consents-kind-helper = парга булышу
consents-kind-amendment = пар эшен үзгәртү
consents-kind-publication = бастырып чыгару

consents-state-waiting = җавап көтә
consents-state-original = имзаланган кәгазь көтелә
consents-state-given = гамәлдә
consents-state-expired = вакыты беткән
consents-state-refused = баш тарту
consents-state-withdrawn = кире алынган
consents-state-over = бүтән кирәкми

consents-item-name = фамилия, исем, атасының исеме
consents-item-position = вазифа
consents-item-subject = фән
consents-item-results = катнашу нәтиҗәләре
consents-item-practice = тәҗрибә тасвирламасы

consents-lack-not-asked = әле соралмаган
consents-lack-unanswered = җавап юк
consents-lack-refused = баш тарткан
consents-lack-withdrawn = кире алынган
consents-lack-original = имзаланган төп нөсхә юк
consents-lacking = { $name }: { $kind } — { $why }
consents-lacking-more = … һәм тагын: { $count }
consents-order-none = боерыксыз
consents-order-line = { $day } көнге № { $number } боерык

consents-nobody = программада катнашучы
consents-no-conditions = юк
consents-no-reason = күрсәтелмәгән
consents-without-number = номерсыз
consents-change-first-term = парның эш вакыты — { $new } көненә кадәр
consents-change-extension = парның эш вакыты озайтыла: { $old } түгел, { $new } көненә кадәр
consents-change-shortening = парның эш вакыты кыскартыла: { $old } түгел, { $new } көненә кадәр

# ---- үзебезнеке

consents-mine =
    <b>Ризалыкларым</b>

    { $waiting ->
        [0] Барысына да җавап бирелгән. Теләсә кайсы ризалыкны ачарга, укырга һәм кире алырга мөмкин.
       *[other] Җавабыгызны көтә: { $waiting } документ. Алар беренче тора.
    }
consents-mine-none = Әлегә ризалыкларыгыз юк. Сезнеке кирәк булгач, документ җибәрермен.
consents-pair = 🤝 Пар: { $name }
consents-publish-own = 🌐 Бастырырга рөхсәт итү · { $organization }
consents-entry-for = { $kind } ({ $name })
consents-to-list = Ризалыкларым
consents-renewed = <i>Бу документ үзгәрде. Укып чыгыгыз да яңадан җавап бирегез. Җавабыгызга кадәр элеккеге ризалык гамәлдә.</i>
consents-on-behalf = <i>Законлы вәкил җавап бирә. Кем өчен: { $name }.</i>
consents-document =
    <b>{ $title }</b>

    { $body }

    <i>{ $version } редакциясе.</i>
consents-agree = Ризалык бирәм
consents-disagree = Ризалык бирмим
consents-form = 📄 Имзалау формасы
consents-read = Документны укырга
consents-read-and-answer = Укырга һәм җавап бирергә
consents-open = Ачарга
consents-withdraw = Кире алырга
consents-ask-anew = Яңадан ризалык бирергә
consents-card =
    <b>{ $title }</b>
    { $organization }
    Хәле: { $state }
consents-about-pair = Пар: { $mentor } — { $mentees }
consents-about-mentor = Сораучы остаз: { $mentor }
consents-about-change = Үзгәреш: { $change }
consents-asked-at = Соралган: { $day }
consents-answered-at = Җавап: { $day }, { $version } редакциясе
consents-withdrawn-at = Кире алынган: { $day }
consents-valid-until = { $day } көненә кадәр гамәлдә, шул көн дә керә
consents-original = Кәгазь: № { $number }, { $day }
consents-recorded-by = Язган: { $name }, { $day }
consents-original-awaited = Кәгазь: әле алынмаган

consents-given = Рәхмәт, җавабыгыз язылды. «{ $title }»: аны теләсә кайсы көнне «Ризалыкларым» бүлегендә кире алырга мөмкин.
consents-intention = Рәхмәт, ниятегез язылды. Ризалык гамәлгә керсен өчен, кәгазьдә имза кирәк: форманы алыгыз, бастырыгыз, мәгълүматларны кулдан языгыз, имзалагыз һәм кураторга бирегез.
consents-refused = Ярый, баш тартуыгыз язылды, сез бернәрсә дә югалтмыйсыз. Кәгазьдә уңайрак булса, форманы алып кураторга бирегез ({ $organization }). Фикерегез үзгәрсә, документны яңадан укырга мөмкин.
consents-helping = Рәхмәт! Сез парга булышасыз: { $mentor } — { $mentees }. Остаз бу хакта белер.
consents-amendment-waits = Җавабыгыз язылды. Парның барлык катнашучылары риза булгач, үзгәреш гамәлгә керер.
consents-amendment-agreed = Барысы да риза, үзгәреш гамәлдә. Пар катнашучылары һәм куратор бу хакта белер.
consents-amendment-refused = Җавабыгыз язылды: үзгәреш булмый, барысы да элеккечә кала. Сәбәбен беркем дә сорамас.
consents-amendment-taken-back = Тәкъдим кире алынды, барысы да элеккечә кала.
consents-amendment-proposed = Тәкъдим калган катнашучыларга җибәрелде. Хәзер үзегез җавап бирегез — сезнең ризалык та кирәк.

consents-withdraw-ask = «{ $title }» ризалыгын кире алыргамы?
consents-withdraw-yes = Әйе, кире алырга
consents-stops-mentor = Сезнең белән парлар турында яңа боерыклар чыгарып булмаячак. Хәзерге парлар турында куратор сезнең белән сөйләшер. Оешманы кимендә өч эш көне алдан язмача кисәтегез.
consents-stops-duties = Бу пар турында боерык чыгарып булмаячак, ә боерык бар икән, куратор алга таба ни эшләргә икәнен сезнең белән хәл итәр. Программада катнашуыгыз дәвам итә.
consents-stops-helper = Сез бу парга бүтән булышмассыз. Остаз бу хакта белер, сәбәбен — юк.
consents-stops-publication = Мәгълүматлар сайттан өч эш көненнән дә соңга калмыйча алына. Сайт мөхәррире һәм куратор шунда ук белер.
consents-stops-amendment = Барысы да җавап бирмәгән чакта «әйе»не үзгәртергә мөмкин: ул чакта үзгәреш булмый.
consents-stops-other = Бу ризалыкка бәйле барысы да туктатыла.
consents-withdrawn = Ризалык кире алынды.
consents-reminder = Искә төшерәм: «{ $title }» документы җавабыгызны көтә. Баш тартырга да мөмкин, бу эшегездә бернәрсәне дә үзгәртми.
error-words-changed = Документ яңарды. Укып чыгыгыз да яңадан җавап бирегез.

# ---- имзалау формасы

consents-paper-to = Җитәкчегә: { $organization }
consents-paper-from = кемнән: { $name }
consents-paper-for = кем өчен: { $name }
consents-paper-version = { $version } редакциясе.
consents-paper-incentive = Кызыксындыру — { $day } көнге № { $number } локаль акт буенча.
consents-paper-by-hand = Кулдан тутырыла, электрон рәвештә җибәрелми:
consents-paper-passport = Шәхесне раслаучы документ (сериясе, номеры, кем һәм кайчан биргән)
consents-paper-address = Адрес
consents-paper-authority = Вәкилнең вәкаләтләре турында документ
consents-paper-signature = Имза
consents-paper-file = rizalyk-{ $kind }-{ $number }
consents-paper-caption = «{ $title }»: бастырыгыз, җитмәгәнен кулдан языгыз, имзалагыз һәм кураторга бирегез. Имзаланган битнең фотосын монда җибәрмәгез.

# ---- куратор өстәле

consents-desk =
    <b>Ризалыклар</b> · { $name }
    { $state }: { $count }
consents-desk-waiting = Җавап көтәбез
consents-desk-refused = Баш тартканнар
consents-desk-original = Төп нөсхә көтәбез
consents-desk-all = Барлык ризалыклар
consents-desk-tab = { $state } · { $count }
consents-desk-none = Монда буш.
consents-desk-without-order =
    { $count ->
       *[other] { $count } пар боерыксыз эшли.
    }
consents-desk-entry = { $mark } { $name }: { $kind }
consents-desk-person = Кемнеке: <b>{ $name }</b>
consents-to-desk = Ризалыклар
consents-to-orders = Парлар турында боерыклар
consents-to-publications = Бастырып чыгару
consents-receive-original = Имзаланган төп нөсхә алынды
consents-correct-original = Номерны яки көнне төзәтергә
consents-record-paper = Ризалык кәгазьдә бирелгән
consents-remind = Искә төшерергә
consents-reminded = Искәртү җибәрелде.
consents-reminded-today = Бүген инде искәртелгән. Иртәгә тагын мөмкин.
consents-undo = Кәгазь ялгыш язылган
consents-undo-ask = Кәгазь турындагы язманы алыргамы? { $name }, «{ $title }». Ризалык яңадан көтеләчәк.
consents-undo-yes = Әйе, язманы алырга
consents-undone = Кәгазь турындагы язма алынды.
consents-ask-paper-number = Имзаланган документның номеры нинди? { $name }, «{ $title }». Номерны кураторлар, җитәкче һәм катнашучы үзе күрәчәк. Паспорт мәгълүматларын язмагыз.
consents-paper-no-number = Номерсыз
consents-ask-paper-date = Документта нинди көн тора? Мәсәлән: 01.09.2026
consents-today = Бүген
consents-paper-recorded = Язылды: имзаланган документ сездә.
consents-blocks-mentor = Бу ризалык имзасы белән булмаса, остазның парлары турында боерык чыгарып булмый.
consents-blocks-duties = Бу ризалык имзасы белән булмаса, пар турында боерык чыгарып булмый.
consents-blocks-renewal = Җавапка кадәр элеккеге ризалык гамәлдә: катнашу туктатылмый.
consents-alert-refused = ✖️ { $name } ризалык бирми: { $kind } (җавап { $since }). Кәгазь форма тәкъдим итегез яки үзе белән сөйләшегез, сәбәбен әйтү мәҗбүри түгел.
consents-alert-withdrawn = ↩️ { $name } ризалыгын кире ала: { $kind } ({ $since }). Аңа бәйле эшләр белән нишләргә икәнен хәл итегез.
consents-alert-unanswered = 🔸 { $name } документка җавап бирми: { $kind } (соралган { $since }). Искәртү булды инде. Кәгазь форма тәкъдим итегез.
consents-alert-original = 🖊 Имзаланган төп нөсхә юк: { $name }, { $kind } (боттагы билге — { $since }). Кәгазьне китерүен сорагыз яки сездә булса язып куегыз.
error-order-depends-on-it = Пар турында боерык чыккан инде. Башта «Парлар турында боерыклар» бүлегендә боерыкны, аннары кәгазьне алыгыз.
error-person-has-no-telegram = Бу катнашучының Telegramы юк: үзенә искәртегез һәм имзалау формасын алыгыз.
error-own-paper = Үз документыгызны үзегез терки алмыйсыз: моны башка куратор яки җитәкче эшләсен.

# ---- парлар турында боерыклар

consents-orders = <b>Парлар турында боерыклар</b> · { $name }
consents-orders-count = Боерыксыз: { $total }. Шулардан әзер: { $ready }. Бер боерык белән беркетелә торган парларны билгеләгез.
consents-orders-none = Эшләүче барлык парларның боерыгы бар.
consents-orders-waiting =
    ⛔ { $pair }: боерык чыгарып булмый, ризалыклар җитми.
    { $lacking }
consents-orders-all = Барлык әзер парларны билгеләргә
consents-orders-go-on = Алга таба: боерык номеры ({ $count })
consents-orders-done = Беркетелгән парлар · { $count }
consents-orders-done-title = <b>Беркетелгән парлар</b>: { $count }
consents-orders-line =
    { $pair }
    { $order }
consents-orders-clear = Боерыкны алырга: { $pair }
consents-orders-clear-ask = Бу парның боерыгын ({ $order }) алыргамы? Актлар реестрында боерык кала, ә пар яңадан боерыксыз була.
consents-orders-clear-yes = Әйе, алырга
consents-orders-cleared = Боерык алынды, пар яңадан боерык көтә.
consents-orders-ask-number =
    { $count ->
       *[other] Боерыкның номеры нинди? Ул { $count } парны беркетәчәк.
    } Номерны бу парларның катнашучылары күрәчәк.
consents-orders-ask-date = № { $number } боерык кайсы көн белән? Мәсәлән: 01.09.2026
consents-orders-recorded =
    { $count ->
       *[other] Язылды: { $order }, { $count } пар беркетелде.
    } Катнашучылар бу хакта белер, боерык актлар реестрында тора.
consents-orders-ready =
    { $count ->
       *[other] Имзалы ризалыкларның барысы да бар: { $count } пар боерыкка әзер.
    }
consents-ordered = Парыгыз беркетелде: { $order }. Кем белән: { $name }.
consents-pair-name = { $mentor } — { $mentees }
error-order-blocked = Боерык чыгарып булмый: парларның берсендә имзалы ризалык җитми. Кемнеке икәне «Парлар турында боерыклар» бүлегендә әйтелгән.
error-order-before-consent = Боерык үзе таянган ризалыклардан алдарак була алмый: соңгысы { $day } көнне имзаланган. Көнне тикшерегез.
error-already-ordered = Бу парларның берсендә боерык бар инде — бәлки, аны башка куратор язгандыр. Исемлекне яңадан ачыгыз.

# ---- пар: вакыт, үзгәрешләр, ярдәмчеләр

consents-pair-title =
    <b>Пар</b>: { $mentor } — { $mentees }
    { $began } көненнән эшли. Вакыты: { $ends }.
    { $order }
consents-term-open = билгеләнмәгән
consents-to-pair = Вакыт һәм үзгәрешләр
consents-change-term = Вакытын үзгәртергә
consents-change-content = Эчтәлеген үзгәртергә
consents-helpers = Парга кем булыша
consents-take-back = Тәкъдимне кире алырга
consents-amendment = • { $change } — { $status }, { $day }
consents-amendment-status-proposed = җаваплар көтә
consents-amendment-status-agreed = килешенгән
consents-amendment-status-refused = килешенмәгән
consents-amendment-status-taken-back = кире алынган
consents-amendment-reason = Ни өчен: { $reason }
consents-vote = { $name }: { $vote }
consents-vote-given = ризалык бирелгән
consents-vote-asked = әлегә җавап юк
consents-months = { $count } ай · { $day }
consents-ask-end = Парның эше кайсы көнгә кадәр дәвам итә? { $first } – { $last } аралыгында: башланганнан өч айдан бер елга кадәр. Сайлагыз яки көнне языгыз.
consents-ask-change = Эшнең эчтәлегендә нәрсә үзгәрә? Кыскача языгыз. Моны пар катнашучылары, кураторлар һәм җитәкче укыячак.
consents-ask-reason = Ни өчен? Бер-ике җөмлә языгыз яки калдырып китегез. Моны пар катнашучылары, кураторлар һәм җитәкче укыячак.
consents-skip-reason = Аңлатмыйча
consents-told-agreed = Үзгәрешкә барысы да риза, ул гамәлдә: { $change }. Пар: { $mentor } — { $mentee }.
consents-told-refused = Үзгәреш килешенмәде, барысы да элеккечә кала: { $change }. Пар: { $mentor } — { $mentee }.
consents-told-taken-back = Пар эшен үзгәртү тәкъдиме кире алынды, аңа җавап бирергә кирәкми: { $change }. Пар: { $mentor } — { $mentee }.
consents-alert-agreed = ✏️ { $mentor } — { $mentee } пары үзгәреш турында килеште: { $change }.
consents-alert-disagreed = ✏️ { $mentor } — { $mentee } пары үзгәреш турында килешмәде: { $change }. Бәлки, аларга ярдәмегез кирәктер.
consents-alert-order-follows = Вакыт пар турындагы боерыкта торса, боерыкка үзгәреш кертегез.
error-amendment-pending = Пар инде башка үзгәреш турында уйлый. Башта җавапларны көтегез яки тәкъдимне кире алыгыз.
error-term-out-of-range = { $first } – { $last } аралыгындагы көн кирәк: пар өч айдан бер елга кадәр эшли.
error-term-is-the-same = Вакыт болай да шул көнгә куелган.

consents-helpers-title = <b>Парга кем булыша</b>: { $mentor } — { $mentees }
consents-helpers-none = Әлегә беркем дә.
consents-helper-line = • { $name } — { $state }
consents-helper-asked = Үтенеч җибәрелде. Хезмәттәшегез җавап биргәч, белерсез.
consents-helper-given = булыша
consents-helper-refused = булыша алмый
consents-helper-ask = Хезмәттәштән ярдәм сорарга
consents-helper-end = Ярдәм бүтән кирәкми: { $name }
consents-helper-unask = Үтенечне кире алырга: { $name }
consents-helper-end-ask = Бу хезмәттәшнең ярдәме бүтән кирәкмиме? Ул инде булышса, бу хакта белер.
consents-helper-end-yes = Әйе, бүтән кирәкми
consents-helper-ended = Әзер, хезмәттәш ярдәмчеләр арасында юк инде.
consents-helper-whom = Кемнән булышуын сорарга? Хезмәттәшегез документ алыр һәм үзе җавап бирер. Ризалыгына кадәр аңа остазланучының исеме әйтелми.
consents-helper-nobody = Әлегә сорарлык кеше юк: барлык хезмәттәшләрдән соралган яки программага әле беркем дә кермәгән.
consents-helper-agreed = { $name } парыгызга булышырга риза. Нәрсәдән башларга икәнен килешегез.
consents-helper-declined = { $name } хәзер булыша алмый. Башка хезмәттәштән сорарга мөмкин.
consents-helper-stopped = { $name } парыгызга бүтән булышмый.
consents-helper-over = { $mentor } хәбәр итә: парга ярдәм бүтән кирәкми. Сезгә рәхмәт!
error-already-asked = Бу хезмәттәштән бу парга булышу инде соралган.

# ---- бастырып чыгару

consents-board =
    <b>Бастырып чыгару</b> · { $name }
    Хәзер рөхсәт ителгән: { $count }. Кешеләр турында моннан башка бернәрсә дә бастырырга ярамый.
consents-board-none = Гамәлдәге ризалыклар юк. Алардан башка сайтта шәхессез белешмәләр генә була ала.
consents-board-entry = { $name } · { $until } көненә кадәр
consents-board-ask = Ризалык сорарга
consents-publication =
    Кем турында: <b>{ $name }</b>
    Нәрсә: { $items }
    Кайда: { $resources }
    Кем урнаштыра: { $recipients }
    Шартлар: { $conditions }
    { $until } көненә кадәр, шул көн дә керә
consents-publication-whom = Кемнең ризалыгын сорарга? Кеше документ алыр һәм үзе җавап бирер; дәшмәү — ризалык түгел.
consents-publication-nobody = Әлегә сорарлык кеше юк.
consents-ask-items = Сезнең турында нәрсә бастырырга мөмкин? Билгеләгез. Фотолар һәм контактлар монда күрсәтелми.
consents-ask-items-other = Нәрсә бастыруны сорарга? Билгеләгез. Фотолар һәм контактлар монда күрсәтелми.
consents-next = Алга таба
consents-ask-resources = Кайсы битләрдә? Адресларны тулысынча җибәрегез, ара калдырып яки яңа юлдан, { $limit } биттән артык түгел. Мәсәлән: https://school.example/mentors
consents-ask-recipients =
    Бу битләргә мәгълүматларны кем урнаштыра? Бу документка керәчәк.

    { $resources }
consents-own-site = Безнең оешма
consents-ask-conditions = Шартлар яки тыюлар бармы? Мәсәлән: «сыйныфын күрсәтмичә». Бу документка керәчәк, сайт мөхәррире аны күрәчәк.
consents-without-conditions = Шартсыз
consents-ask-term = Кайсы көнгә кадәр бастырырга мөмкин? Сайлагыз яки көнне языгыз, өч елдан да артык түгел.
consents-one-year = Бер елга
consents-school-year = Уку елы ахырына кадәр · { $day }
consents-publication-asked = Документ җибәрелде. Җавабын белерсез.
consents-publication-given = 🌐 Бастырып чыгаруга ризалык бирелде. Шушыны гына бастырыгыз:
consents-publication-refused = Бастырып чыгаруга ризалык юк. Урнаштырырга ярамый:
consents-publication-withdrawn = ❗ Бастырып чыгаруга ризалык кире алынды. Мәгълүматларны битләрдән өч эш көненнән дә соңга калмыйча алыгыз:
consents-publication-ending = Бастырып чыгаруга ризалыкның вакыты бетә: { $until } көненә кадәр, шул көн дә керә. Битләр: { $resources }. Бернәрсә дә эшләмәү — шулай ук җавап: мәгълүматлар алыначак. Яңа вакыт кирәк булса, «Ризалыкларым» бүлегендә яңа ризалык бирегез.
consents-publication-over = ⌛ Бастырып чыгаруга ризалыкның вакыты бетте. Яңа ризалык булмаса, мәгълүматларны битләрдән алыгыз:
error-too-many-resources = Бер ризалыкта { $limit } биттән артык түгел. Калганнары өчен аерым ризалык бирегез.
error-publication-term-unfit = Бүгеннән соңгы һәм { $last } көненнән дә соңга калмаган көн кирәк.

# ---- гамәлләр журналы сүзләре

audit-act-consents-seen = Ризалыклар өстәле ачылды
audit-act-consent-seen = Катнашучының ризалыгы ачылды
audit-act-consent-asked = Ризалык соралды
audit-act-consent-form-taken = Ризалык формасы алынды
audit-act-consent-original-received = Имзаланган төп нөсхә алынды
audit-act-consent-original-corrected = Төп нөсхә турындагы язма төзәтелде
audit-act-consent-original-undone = Төп нөсхә турындагы язма алынды
audit-act-helper-ended = Парга ярдәм тәмамланды
audit-act-amendment-proposed = Пар эшен үзгәртү тәкъдим ителде
audit-act-amendment-agreed = Пар эшен үзгәртү килешенде
audit-act-amendment-refused = Пар эшен үзгәртү килешенмәде
audit-act-amendment-taken-back = Үзгәреш тәкъдиме кире алынды
audit-act-orders-seen = Парлар турында боерыклар исемлеге ачылды
audit-act-pair-ordered = Пар турында боерык язылды
audit-act-pair-order-cleared = Пар турында боерык алынды
audit-act-publications-seen = Бастырып чыгару исемлеге ачылды
audit-act-publication-seen = Бастырып чыгаруга ризалык ачылды
audit-act-publication-people-seen = Бастырып чыгаруга ризалык сорау өчен исемлек ачылды
audit-act-pair-term-seen = Парның вакыты һәм үзгәрешләре ачылды
audit-act-pair-helpers-seen = Парга ярдәм итүчеләр исемлеге ачылды
