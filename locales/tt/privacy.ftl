# /mydata: кеше турында нәрсә саклана; ризалыкны кире алу; мәгълүматлар турында гаризалар һәм юк итү актлары.
# keys: privacy-membership-*
# keys: privacy-consent-*
# keys: privacy-application-*
# keys: privacy-pair-*
# keys: privacy-meeting-*
# keys: privacy-mode-*
# keys: privacy-duty-*
# keys: privacy-date-*
# keys: privacy-kind-*
# keys: privacy-amendment-*
# keys: privacy-request-*
# keys: privacy-erased-*

menu-mydata = 🔒 Минем мәгълүматлар
menu-rights = 🛡 Мәгълүмат турында гаризалар

privacy-head = <b>Сезнең турыда нәрсә саклана</b>
privacy-section =
    <b>{ $title }</b>
    { $lines }
privacy-more-lines = … тагын { $count } юл — алар файлда
privacy-all-shown = <i>Монда барысы да күрсәтелгән. Шуны ук файл итеп алып була.</i>
privacy-rest-in-file = <i>Монда — иң мөһиме. Саклана торган бар мәгълүмат тулысынча файлда.</i>
privacy-download = Файл итеп алу
privacy-my-consents = Минем ризалыклар
privacy-my-requests = Мәгълүмат турында гаризалар
privacy-correct-name = Исемне төзәтү
privacy-desk-open = Мәгълүмат турында гаризалар
privacy-desk-door = Мәгълүмат турында гаризалар, кире алулар, актлар
privacy-withdraw = Ризалыкны кире алу
privacy-file = Сезнең турыда саклана торган бар мәгълүмат. Файлны сез генә күрәсез.
privacy-file-head = Остазлык программасы боты сезнең турыда саклый торган белешмәләр. Төзелде: { $at }

privacy-section-person = Сезнең турыда
privacy-section-participations = Катнашу
privacy-section-families = Ата-аналар һәм балалар
privacy-section-consents = Ризалыклар
privacy-section-profile = Профиль
privacy-section-conclusions = Ихтыяҗларыгыз һәм кыенлыкларыгыз турында бәяләмәләр
privacy-section-applications = Анкеталар
privacy-section-pairs = Остазлык парлары
privacy-section-amendments = Парлардагы үзгәрешләр
privacy-section-shortlists = Остазлар исемлекләре
privacy-section-meetings = Очрашулар
privacy-section-answers = Очрашулар турында җавапларыгыз
privacy-section-journal = Очрашулар барышы һәм килешүләр
privacy-section-diary = Көндәлегегез (аны сездән башка беркем укымый)
privacy-section-help = Ярдәм сораулары
privacy-section-speed = Блиц-остазлык
privacy-section-times = Уңайлы вакыт, дәресләр һәм искәртүләр
privacy-section-feedback = Очрашулардан соңгы җавапларыгыз (остаз аларны күрми)
privacy-section-duties = Юл картасы эшләре
privacy-section-readings = Танышу өчен документлар
privacy-section-requests = Мәгълүмат турында гаризаларыгыз
privacy-section-service = Хезмәт язмалары

privacy-none = күрсәтелмәгән
privacy-name = Исем: { $name }
privacy-birthday = Туган көн: { $day }
privacy-chat = Telegram чаты номеры: { $chat }
privacy-no-chat = юк
privacy-language = Тел: { $language }
privacy-timezone = Сәгать поясы: { $timezone }
privacy-timezone-school = мәктәпнеке кебек
privacy-known-since = Ботка беренче мөрәҗәгать: { $at }
privacy-blocked = Сез ботны блокладыгыз: { $at }

privacy-participation = { $organization }: { $role }, { $status }, номер { $code }
privacy-affiliation = • Эш урыны: { $organization }
privacy-entered-by = • Язманы куратор керткән: { $name }
privacy-dates = • { $dates }
privacy-date-since = язма { $at } көненнән
privacy-date-approved = катнашу хупланды: { $at }
privacy-date-refreshed = анкета расланды: { $at }
privacy-date-review = анкетаны расларга тәкъдим ителде: { $at }
privacy-date-paused = туктатып торылды: { $at }
privacy-date-left = тәмамланды: { $at }
privacy-membership-invited = чакыру кабул ителде, анкета җибәрелмәде
privacy-membership-applied = анкета карар көтә
privacy-membership-returned = анкета төзәтергә кайтарылды
privacy-membership-active = катнаша
privacy-membership-paused = катнашу туктатып торылды
privacy-membership-left = катнашу тәмамланды

privacy-guardianship-parent = Сез бала өчен җавап бирәсез: { $name } (сез — { $relation }); { $organization }; { $since } – { $ended }
privacy-guardianship-child = Сезнең өчен олы кеше җавап бирә: { $name } ({ $relation }); { $organization }; { $since } – { $ended }
privacy-until-now = хәзерге вакыт
privacy-consent = { $organization }: { $kind }, { $version } редакциясе — { $status }, { $at }
privacy-kind-personal-data = шәхси мәгълүматларны эшкәртүгә ризалык
privacy-kind-parental = бала мәгълүматларын эшкәртүгә ата-ана ризалыгы
privacy-kind-assent = укучы ризалыгы
privacy-kind-mentor = остаз булырга ризалык
privacy-kind-extra-duties = өстәмә бурычларга ризалык
privacy-kind-helper = парга ярдәм итәргә ризалык
privacy-kind-amendment = пардагы үзгәрешләргә ризалык
privacy-kind-publication = бастырып чыгаруга ризалык
privacy-consent-for-child = бала өчен сез җавап бирдегез
privacy-consent-by-parent = ата-ана җавап бирә
privacy-consent-until = { $day } көненә кадәр гамәлдә
privacy-consent-original = имзаланган төп нөсхә № { $number }, { $day }
privacy-consent-resources = кайда: { $resources }
privacy-consent-items = нәрсә: { $items }
privacy-consent-conditions = шартлар: { $conditions }
privacy-consent-asked = җавабыгызны көтә
privacy-consent-given = бирелде
privacy-consent-refused = сез баш тарттыгыз
privacy-consent-withdrawn = кире алынды
privacy-consent-superseded = яңасы белән алыштырылды

privacy-application = Анкета ({ $role }): { $status }, башланды: { $at }
privacy-application-draft = тутырыла
privacy-review = Анкетаны ел саен раслау ({ $role }): { $status }, башланды: { $at }
privacy-application-submitted = җибәрелде
privacy-application-with-head = җитәкчедә
privacy-application-returned = кайтарылды
privacy-application-approved = хупланды
privacy-application-withdrawn = кире алынды
privacy-answer = • { $question } — { $answer }
privacy-return-reason = • Ни өчен кайтарылды: { $reason }

privacy-conclusion = { $at }, { $source }; нигез: { $ground } — { $text }
privacy-amendment = { $at } — { $kind }, { $status }; яңа вакыт: { $end }; эчтәлек: { $text }; сәбәп: { $reason }
privacy-amendment-own = { $at } — сез тәкъдим иттегез: { $kind }, { $status }; яңа вакыт: { $end }; эчтәлек: { $text }; сәбәп: { $reason }
privacy-amendment-extension = вакытны озайту
privacy-amendment-shortening = вакытны кыскарту
privacy-amendment-content = эчтәлекне үзгәртү
privacy-amendment-is-proposed = катнашучылар ризалыгын көтә
privacy-amendment-is-agreed = килешенде
privacy-amendment-is-refused = килешенмәде
privacy-amendment-is-taken-back = тәкъдим итүче кире алды
privacy-shortlist = { $organization }: «{ $title }»
privacy-request-line = { $at } — { $kind }, { $organization }
privacy-request-text = сез яздыгыз: { $text }
privacy-request-put-off = вакыт озайтылды: { $reason }
privacy-request-due = җавап { $day } көненә кадәр
privacy-request-settled = үтәлде: { $at }, җавап: { $answer }
privacy-pair = Сез — { $role }; { $partner }; { $status }, { $at }
privacy-partner-hidden = пар эшли башлаганчы исем күрсәтелми
privacy-pair-proposed = тәкъдим ителде
privacy-pair-declined = барып чыкмады
privacy-pair-active = эшли
privacy-pair-closed = ябылды

privacy-meetings-count = Барысы: { $count }
privacy-next-meeting = Иң якыны: { $at }
privacy-meeting = { $at } — { $kind }, { $status }; { $mode }, { $minutes } мин; урын: { $place }
privacy-mode-in-person = күзгә-күз
privacy-mode-online = онлайн
privacy-mode-mixed = күзгә-күз һәм онлайн
privacy-meeting-proposed = тәкъдим ителде
privacy-meeting-confirmed = расланды
privacy-meeting-declined = кире кагылды
privacy-meeting-cancelled = юкка чыгарылды
privacy-meeting-moved = күчерелде
privacy-meeting-held = узды
privacy-meeting-not-held = узмады
privacy-meeting-disputed = якларның җаваплары туры килми
privacy-said-held = (сезнең җавап: узды)
privacy-said-not-held = (сезнең җавап: узмады)
privacy-answer-yes = { $at } очрашуы: сез ризалаштыгыз
privacy-answer-no = { $at } очрашуы: сез баш тарттыгыз; сәбәбе: { $reason }
privacy-series = Кабатлана торган очрашулар: { $rhythm }, { $time }, { $since } – { $until }, { $status }; урын: { $place }
privacy-series-weekly = атна саен
privacy-series-biweekly = ике атнага бер
privacy-series-monthly = айга бер
privacy-series-is-proposed = тәкъдим ителде
privacy-series-is-confirmed = расланды
privacy-series-is-declined = кире кагылды
privacy-series-is-ended = туктатылды
privacy-trial = { $at } сынау очрашуыннан соң сез кураторга әйттегез: { $word }
privacy-trial-continue = дәвам итәбез
privacy-trial-not-sure = икеләнәм
privacy-trial-change = башка пар кирәк
privacy-note = { $at } очрашуы. Нәрсә эшләнде: { $done }; кыенлыклар: { $difficulties }
privacy-visit = { $at } дәрескә керү: { $lesson }; нәрсәгә карадылар: { $aim }; нәтиҗәләр: { $findings }
privacy-task-own = Килешү, сез үтисез: { $text }; срогы { $due }, { $state }
privacy-task-others = Килешү, икенче як үти: { $text }; срогы { $due }, { $state }
privacy-task-open = эшләнә
privacy-task-done = { $at } үтәлде
privacy-task-dropped = алынды
privacy-diary = { $at }: { $text }
privacy-help = { $at }: «{ $text }»; тема: { $topic }; { $status }
privacy-help-is-open = җавап көтә
privacy-help-is-answered = җавап бар
privacy-help-is-closed = ябылды
privacy-help-is-taken-back = кире алынды
privacy-help-helped = (ярдәм итте)
privacy-help-not-helped = (ярдәм итмәде)
privacy-help-answer = { $at } хәбәрегез: «{ $text }»
privacy-speed-mentor = { $at } — «{ $topic }», сез үткәрәсез
privacy-speed-slot = { $at } — «{ $topic }», сез язылгансыз
privacy-speed-queue = { $at } — «{ $topic }», сез чиратта
privacy-speed-held = (узды)
privacy-speed-not-held = (узмады)
privacy-time = Уңайлы: { $weekday }, { $since }–{ $until }
privacy-lesson = Дәрес: { $weekday }, { $number } нче; { $organization }
privacy-reminders = Очрашу турында искәртү, башланырга ничә минут кала: { $minutes }
privacy-no-files = Календарь өчен файллар җибәрмәскә
privacy-feed = Календарьның шәхси адресы кабызылган
privacy-feedback = Очрашу турында, { $at }:

privacy-duty = { $activity } — { $due } көненә кадәр, { $status }
privacy-duty-upcoming = алда
privacy-duty-open = эшләнә
privacy-duty-done = үтәлде
privacy-duty-overdue = вакытында үтәлмәде
privacy-duty-done-late = соңарып үтәлде
privacy-duty-waived = контрольдән төшерелгән
privacy-duty-comment = Сезнең аңлатма, { $at }: { $comment }
privacy-duty-file = Сезнең файл, { $at }: { $name }
privacy-duty-reason = Вакытны күчерүнең яки эшне төшерүнең сез язган сәбәбе ({ $about }): { $reason }
privacy-plan-reason = Планны кайтаруның сез язган сәбәбе ({ $about }): { $reason }
privacy-named = { $organization }, «{ $plan }» планы: җаваплы кеше итеп сез күрсәтелгән — { $activity }
privacy-meant = { $organization }: планнардагы «{ $phrase }» сүзләре сезне аңлата
privacy-reading = { $kind } № { $number }, { $day }, { $organization } — таныштыгыз: { $at }
privacy-reading-open = { $kind } № { $number }, { $day }, { $organization } — әле танышмадыгыз

privacy-notifications = Сезгә бот хәбәрләре: { $total }, әле җибәрелмәгәне: { $waiting }
privacy-acts = Гамәлләр журналында язмалар: { $total }, соңгы { $shown } язма — түбәндә
privacy-update-numbers = Соңгы ике тәүлектә ботка язган хәбәрләрегезнең номерлары — текстларыннан башка
privacy-act-own = { $at } — сез: { $act }
privacy-act-others = { $at } — сезнең турыда: { $act }

privacy-explain-head =
    <b>Ризалыкны кире алу</b>
    Оешма: { $organizations }
privacy-explain-counts =
    Ризалыкны кире алсагыз, барысы да шунда ук туктый:
    • остазлык парлары: { $pairs } — ябыла;
    • билгеләнгән очрашулар: { $meetings } — юкка чыгарыла, икенче як моны белә, ә сәбәбен белми;
    • сезнең өстәге юл картасы эшләре: { $duties } — башкаларга тапшырыла.
privacy-explain-children = <b>Балалар: { $count }.</b> Алар өчен сез генә ризалык бирдегез. Аларның катнашуы да туктатыла, мәгълүматлары да бетерелә. Моны теләмәсәгез, башта икенче ата-ана ризалык бирсен.
privacy-explain-erased = Исем, анкета, профиль, сүз белән язылган җаваплар, аңлатмалар, файл исемнәре һәм чат номеры шунда ук бетерелә. Куратор ризалык кире алынганын катнашучы номеры буенча, исемсез белә.
privacy-explain-stays = Статистика өчен саннар һәм ризалык кире алынганы турында язма гына кала — сезнең турыда мәгълүматсыз. Бу эшегезгә йогынты ясамый: ботсыз да, куратор аша катнашырга мөмкин.
privacy-explain-file = <i>Бетерелгәнне кире кайтарып булмаячак. Мәгълүмат үзегезгә кирәк булса, башта файлны алыгыз.</i>
privacy-go-on = Аңлашылды, дәвам итү
privacy-sure = <b>Ризалыкны кире алыргамы һәм мәгълүматны бетерергәме?</b> Моны кире кайтарып булмый.
privacy-withdraw-finally = Әйе, кире алырга һәм бетерергә
privacy-keep = Юк, ничек бар, шулай калсын
privacy-withdrawn =
    Ризалык кире алынды: { $at }. Эшкәртү туктатылды, мәгълүматлар бетерелде. Кире алу язмасының номеры: { $number }.

    Бу чаттагы язышуны үзегез бетерә аласыз. Кире кайтырга теләсәгез, кураторга яңа сылтама сорап мөрәҗәгать итегез.

privacy-meeting-cancelled-notice = { $at } очрашуы юкка чыгарылды. Сорауларыгыз калса, кураторга мөрәҗәгать итегез.
privacy-alert =
    <b>Шәхси мәгълүматларны эшкәртүгә ризалык кире алынды</b>
    Катнашучы: { $who }. Исеме һәм анкетасы бетерелде, катнашуы тәмамланды.
privacy-alert-by-another = Катнашучы үзе түгел: ата-ана кире алды яки кәгазьдә гариза килде.
privacy-destruction-act = 📄 Мәгълүматларны юк итү акты
privacy-alert-pair = • Пар ябылды. Икенче катнашучы — { $role }: { $name }
privacy-alert-pair-waits = • Пар ябылды. { $name } ({ $role }) яңадан остаз көтә
privacy-alert-meetings = • Юкка чыгарылган очрашулар: { $count }
privacy-alert-nothing-stopped = Эшләүче парлар һәм билгеләнгән очрашулар юк иде.
privacy-alert-duties = Кураторларга күчкән юл картасы эшләре: { $count }. Үз өстегезгә алу, күчерү яки төшерү өчен аларны ачыгыз.
privacy-alert-duty = Эш: { $activity }

error-nothing-to-withdraw = Гамәлдәге ризалык юк, кире алыр нәрсә юк.
error-withdrawal-elsewhere = Бу кеше башка оешмага да ризалык биргән. Аны үзе кире ала: /mydata → «Ризалыкны кире алу».
error-receipt-out-of-range = Гариза { $first } – { $last } аралыгында килгән булырга мөмкин. Алган көнне языгыз, мәсәлән 05.09.2026.
error-request-not-extendable = Бу вакытны озайтып булмый: закон моны бер тапкыр, вакыт чыкканчы һәм кайбер гаризалар өчен генә рөхсәт итә. Гаризага җавап бирегез.

## Мәгълүматлар турында гаризалар: сораучыларга

privacy-request-access = Нәрсә сакланганын белү
privacy-request-correction = Белешмәләрне төзәтү
privacy-request-erasure = Эшкәртүне туктату яки бетерү
privacy-request-stop-publication = Бастырып чыгаруны туктату
privacy-requests-head =
    <b>Шәхси мәгълүматлар турында гаризалар</b>
    Нәрсә сакланганын шунда ук файл итеп беләсез. Калганына мәктәп законда билгеләнгән вакытта җавап бирә.
privacy-own-open = ⏳ { $kind }, { $at } — җавап { $due } көненә кадәр
privacy-own-settled = ✅ { $kind }, { $at } — җавап: { $answer }
privacy-ask-place = Гаризаны кайсы оешмага җибәрәбез?
privacy-request-hint-correction = Нәрсә ялгыш язылганын һәм ничек дөрес икәнен бер хәбәрдә языгыз. Исемне шунда ук үзегез төзәтә аласыз: /mydata → «Исемне төзәтү».
privacy-request-hint-erasure = Нәрсәне бетерергә яки мәгълүматлар белән нәрсә эшләмәскә кирәген бер хәбәрдә языгыз. Барысын да берьюлы туктату өчен /mydata → «Ризалыкны кире алу» ачыгыз.
privacy-request-hint-stop-publication = Нәрсә һәм кайда бастырылганын бер хәбәрдә языгыз: битнең адресы һәм нинди белешмәләрне алырга кирәклеге.
privacy-ask-seen-by = <i>Кураторлар һәм җитәкче күрәчәк: { $organization }. Җавап вакыты, эш көннәре: { $days }. Паспорт мәгълүматларын һәм сәламәтлек турында язмагыз.</i>
privacy-quoted = { $text }
privacy-asked =
    <b>Гариза кабул ителде: № { $number }</b>
    { $kind }. { $organization } { $due } көненнән дә соңга калмыйча җавап бирәчәк. Җавап монда килә.
privacy-ask-name = Ничек дөрес икәнен языгыз: фамилия, исем, атагызның исеме. Мәсәлән: Вәлиева Алсу Рөстәм кызы
privacy-ask-child-name = Баланың исемен дөрес итеп языгыз: фамилиясе, исеме, атасының исеме. Мәсәлән: Вәлиев Илнур Рөстәм улы
privacy-name-corrected = Төзәтелде: { $name }. Хәзер исем бөтен җирдә шулай язылган.
privacy-answered-notice =
    <b>Мәгълүматлар турындагы гаризагызга җавап</b>
    { $kind }, { $at }. { $organization } җавабы:

    { $answer }
privacy-extended-notice =
    <b>Гаризагызга җавап вакыты { $due } көненә кадәр озайтылды</b>
    { $kind }. Сәбәбе: { $reason }

## Мәгълүматлар турында гаризалар: җавап бирүчеләргә

privacy-desk =
    <b>Шәхси мәгълүматлар турында гаризалар</b>
    Башта — җавап көтә торганнары. Җавап бирү өчен гаризаны ачыгыз.
privacy-desk-empty = Шәхси мәгълүматлар турында гаризалар булмады.
privacy-desk-line = { $who } · { $kind } · { $due } кадәр
privacy-desk-late = ❗ { $who } · { $kind } · { $due } кадәр
privacy-desk-settled = ✅ { $who } · { $kind }
privacy-card =
    <b>Шәхси мәгълүматлар турында гариза: { $kind }</b>
    Кем турында: { $who }. Килде: { $at }
privacy-card-by-parent = Ата-ана сорый.
privacy-card-text =
    Нәрсә язылган:
    { $text }
privacy-card-due = { $due } көнен дә кертеп, шуңа кадәр җавап бирегез. { $days ->
        [0] Бүген — соңгы көн.
       *[other] Калган эш көннәре: { $days }.
    }
privacy-card-late = ❗ Вакыт { $due } көнне чыкты. Бүген үк җавап бирегез.
privacy-card-put-off = Вакыт озайтылган инде. Сәбәбе: { $reason }
privacy-card-settled = Вакыт { $due } көненә кадәр иде. Җавап бирелде.
privacy-card-answer = Җавап: { $answer }
privacy-request-todo-access = Кешегә үзе турындагы белешмәләрне тапшырыгыз һәм җавап языгыз — ул аның чатына килә.
privacy-request-todo-correction = Ялгыш язылганны төзәтегез һәм җавап языгыз — ул кешенең чатына килә.
privacy-request-todo-erasure = Сораганны туктатыгыз яки эшкәртү нинди нигездә дәвам иткәнен аңлатыгыз. Җавап кешенең чатына килә.
privacy-request-todo-stop-publication = Белешмәләрне биттән алыгыз һәм нәрсә эшләнгәнен языгыз. Җавап кешенең чатына килә.
privacy-answer-it = Җавап бирү
privacy-extend-it = { $days } эш көненә озайту
privacy-ask-answer =
    <b>{ $kind }: { $who }</b>
    Җавапны бер хәбәрдә языгыз. Кеше аны сүзгә-сүз укый, гариза ябыла.
privacy-ask-reason =
    <b>{ $kind }: { $who }</b>
    Тагын { $days } эш көне ни өчен кирәк? Сәбәбен кеше сүзгә-сүз укый. Бер тапкыр гына озайтып була.
privacy-answer-sent = Җавап җибәрелде, гариза ябылды.
privacy-answer-by-hand = Җавап язылды, гариза ябылды. Чатка ул килми — кешегә үзегез тапшырыгыз.
privacy-was-put-off = Вакыт { $due } көненә кадәр озайтылды. Кешегә сәбәбе хәбәр ителде.
privacy-put-off-by-hand = Вакыт { $due } көненә кадәр озайтылды. Сәбәбен кешегә үзегез әйтегез: чатка ул килми.
privacy-card-by-hand = <i>Бу кешенең бот белән чаты юк: җавапны үзегез тапшырыгыз — кәгазьдә яки шәхсән.</i>

privacy-paper-request = Кәгазьдә гариза килде
privacy-paper-kind =
    <b>Кәгазьдәге гариза: { $who }</b>
    Нәрсә сорыйлар? Документ үзе мәктәптә саклана, аны фотога төшерергә кирәкми.
privacy-paper-text =
    <b>{ $kind }: { $who }</b>
    Нәрсә сораганнарын бер хәбәрдә языгыз. Аны кураторлар һәм мәктәп җитәкчесе күрә, «Минем мәгълүматлар»да — кеше үзе.
    <i>Җавап вакыты, алган көннән эш көннәре: { $days }. Паспорт мәгълүматларын һәм сәламәтлек турында язмагыз.</i>
privacy-paper-day = Документ кайчан алынды? Төймәгә басыгыз яки көнен языгыз, мәсәлән 05.09.2026: вакыт шул көннән санала.
privacy-paper-today = Бүген
privacy-paper-entered = Гариза язылды: № { $number }.

## Ризалыкларны кире алу һәм юк итү актлары

privacy-cases-open = Кире алынган ризалыклар һәм актлар
privacy-cases =
    <b>Кире алынган ризалыклар</b>
    Имзалау өчен мәгълүматларны юк итү актын алу өчен язмага басыгыз.
privacy-cases-empty = Кире алынган ризалыклар юк.
privacy-case = № { $number } · { $who } · { $at }
privacy-act-file = Шәхси мәгълүматларны юк итү акты. Бастырыгыз, имзалагыз һәм өч ел саклагыз. Анда исемнәр юк.
privacy-act-title = Шәхси мәгълүматларны юк итү турында { $number } нче акт
privacy-act-operator = Оператор
privacy-act-who = Шәхси мәгълүматлар субъекты (катнашучы номеры)
privacy-act-reason = Юк итү сәбәбе
privacy-act-by-subject = ризалыкны шәхси мәгълүматлар субъекты кире алды (152-ФЗ, 9 ст., 2 ө.; 21 ст., 5 ө.)
privacy-act-by-another = ризалыкны законлы вәкил яки кәгазьдәге гариза буенча кире алдылар (152-ФЗ, 9 ст., 2 ө.; 21 ст., 5 ө.)
privacy-act-received = Гариза алынды
privacy-act-term = Закон буенча юк итү вакыты
privacy-act-categories = Шәхси мәгълүматларның түбәндәге төрләре юк ителде:
privacy-act-category = Төре
privacy-act-count = Язмалар
privacy-act-way-label = Ысулы
privacy-act-way = программаның мәгълүмат базасында бетерү; сакланган саннар шәхессезләштерелде
privacy-act-where-label = Кайда сакланган
privacy-act-where = остазлык программасының мәгълүмат системасы
privacy-act-when = Юк итү көне һәм вакыты
privacy-act-kept = Ризалыкны кире алу турында шәхси мәгълүматсыз язма саклана: номеры, көннәре, төрләр исемлеге. Акт Роскомнадзорның 28.10.2022 № 179 боерыгы буенча төзелде.
privacy-act-responsible = Юк итүгә җаваплы
privacy-act-head = Җитәкче
privacy-erased-names = Фамилия, исем, атасының исеме, туган көн
privacy-erased-profiles = Катнашучы профильләре
privacy-erased-applications = Анкеталар
privacy-erased-conclusions = Ихтыяҗлар һәм кыенлыклар турында бәяләмәләр
privacy-erased-shortlists = Остазлар исемлекләрендәге урыннар
privacy-erased-places = Очрашу урыннары
privacy-erased-answers = Очрашулардан баш тарту сәбәпләре
privacy-erased-visits = Дәрескә керүләр турында язмалар
privacy-erased-notes = Очрашулар барышы турында язмалар
privacy-erased-tasks = Килешүләр
privacy-erased-trial = Сынау очрашуыннан соңгы җаваплар
privacy-erased-diary = Көндәлек язмалары
privacy-erased-times = Уңайлы вакытлар
privacy-erased-lessons = Дәресләр расписаниесе
privacy-erased-help = Ярдәм сораулары һәм җаваплар
privacy-erased-speed = Блиц-остазлыкка язылулар
privacy-erased-amendments = Үзгәреш тәкъдимнәре, сүз белән
privacy-erased-evidence = Эшләргә аңлатмалар һәм файллар
privacy-erased-reasons = Сәбәпләр, сүз белән
privacy-erased-feedback = Очрашулардан соңгы җаваплар, сүз белән
privacy-erased-consents = Ризалык нечкәлекләре
privacy-erased-requests = Мәгълүмат турында гариза текстлары
privacy-erased-families = Ата-аналар һәм балалар турында белешмәләр
privacy-erased-forms = Тәмамланмаган формалар һәм чат номеры
privacy-erased-pairs = Гамәлдәге парларда катнашу (ябылды)
