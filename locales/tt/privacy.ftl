# /mydata: кеше турында нәрсә саклана; ризалыкны кире алу.
# keys: privacy-membership-*
# keys: privacy-consent-*
# keys: privacy-application-*
# keys: privacy-pair-*
# keys: privacy-meeting-*
# keys: privacy-duty-*

menu-mydata = 🔒 Минем мәгълүматлар

privacy-head = <b>Сезнең турыда нәрсә саклана</b>
privacy-section =
    <b>{ $title }</b>
    { $lines }
privacy-more-lines = … тагын { $count } юл — алар файлда
privacy-all-shown = <i>Монда барысы да күрсәтелгән. Шуны ук файл итеп алып була.</i>
privacy-rest-in-file = <i>Монда — иң мөһиме. Саклана торган бар мәгълүмат тулысынча файлда.</i>
privacy-download = Файл итеп алу
privacy-withdraw = Ризалыкны кире алу
privacy-file = Сезнең турыда саклана торган бар мәгълүмат. Файлны сез генә күрәсез.
privacy-file-head = Остазлык программасы боты сезнең турыда саклый торган белешмәләр. Төзелде: { $at }

privacy-section-person = Сезнең турыда
privacy-section-participations = Катнашу
privacy-section-consents = Ризалыклар
privacy-section-profile = Профиль
privacy-section-applications = Керү анкеталары
privacy-section-pairs = Остазлык парлары
privacy-section-meetings = Очрашулар
privacy-section-feedback = Очрашулардан соңгы җавапларыгыз (остаз аларны күрми)
privacy-section-duties = Юл картасы эшләре
privacy-section-readings = Танышу өчен документлар
privacy-section-service = Хезмәт язмалары

privacy-none = күрсәтелмәгән
privacy-name = Исем: { $name }
privacy-chat = Telegram чаты номеры: { $chat }
privacy-language = Тел: { $language }
privacy-timezone = Сәгать поясы: { $timezone }
privacy-timezone-school = мәктәпнеке кебек
privacy-known-since = Ботка беренче мөрәҗәгать: { $at }
privacy-blocked = Сез ботны блокладыгыз: { $at }

privacy-participation = { $organization }: { $role }, { $status }, номер { $code }
privacy-membership-invited = чакыру кабул ителде, анкета җибәрелмәде
privacy-membership-applied = анкета карар көтә
privacy-membership-returned = анкета төзәтергә кайтарылды
privacy-membership-active = катнаша
privacy-membership-paused = катнашу туктатып торылды
privacy-membership-left = катнашу тәмамланды

privacy-consent = { $organization }: шәхси мәгълүматларны эшкәртүгә ризалык, { $version } редакциясе — { $status }, { $at }
privacy-consent-asked = җавабыгызны көтә
privacy-consent-given = бирелде
privacy-consent-refused = сез баш тарттыгыз
privacy-consent-withdrawn = кире алынды

privacy-application = Анкета ({ $role }): { $status }, башланды: { $at }
privacy-application-draft = тутырыла
privacy-application-submitted = җибәрелде
privacy-application-returned = кайтарылды
privacy-application-approved = хупланды
privacy-application-withdrawn = кире алынды
privacy-answer = • { $question } — { $answer }
privacy-return-reason = • Ни өчен кайтарылды: { $reason }

privacy-pair = Сез — { $role }; { $partner }; { $status }, { $at }
privacy-partner-hidden = пар эшли башлаганчы исем күрсәтелми
privacy-pair-proposed = тәкъдим ителде
privacy-pair-declined = барып чыкмады
privacy-pair-active = эшли
privacy-pair-closed = ябылды

privacy-meetings-count = Барысы: { $count }
privacy-next-meeting = Иң якыны: { $at }
privacy-meeting = { $at } — { $kind }, { $status }; урын: { $place }
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
privacy-acts = Гамәлләр журналында язмалар: { $total }, соңгы { $shown } язма — түбәндә (хезмәт сүзләре белән)
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
privacy-alert-pair = • Пар ябылды. Икенче катнашучы — { $role }: { $name }
privacy-alert-pair-waits = • Пар ябылды. { $name } ({ $role }) яңадан остаз көтә
privacy-alert-meetings = • Юкка чыгарылган очрашулар: { $count }
privacy-alert-nothing-stopped = Эшләүче парлар һәм билгеләнгән очрашулар юк иде.
privacy-alert-duties = Кураторларга күчкән юл картасы эшләре: { $count }. Үз өстегезгә алу, күчерү яки төшерү өчен аларны ачыгыз.
privacy-alert-duty = Эш: { $activity }

error-nothing-to-withdraw = Гамәлдәге ризалык юк, кире алыр нәрсә юк.
