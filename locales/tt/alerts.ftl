# keys: alerts-kind-*
## Кураторга килгән сигналлар, аларның карточкалары, дүшәмбе җыелмасы.

menu-alerts = 📥 Килгән сигналлар

alerts-title = <b>Килгән сигналлар: { $total }</b>
    Ашыгычлары өстә, аннары озаграк көткәннәре. Хәл итү өчен ачыгыз.
alerts-empty = Яңа сигналлар юк: барысы да хәл ителгән.
alerts-button = { $title } · { $days ->
        [0] бүген
       *[other] { $days } көн
    }
alerts-button-urgent = ❗ { $title } · { $days ->
        [0] бүген
       *[other] { $days } көн
    }
alerts-back = ‹ Сигналлар
alerts-open-inbox = Сигналларны ачу
alerts-snooze = Бер көнгә кичектерү
alerts-acknowledge = Исәпкә алдым
alerts-waits = 🔔 { $days ->
        [0] Бүген килде
       *[other] { $days } көн көтә
    }
alerts-climbed = Җитәкчегә тапшырылды: куратор җавап бирмәде.
alerts-climbed-out = Югарыга тапшырылды: мәктәптә вакытында җавап бирмәделәр.
alerts-is-snoozed = Бер көнгә кичектерелде.
alerts-snoozed = Кичектерелде: { $until } искә төшерербез.
alerts-acknowledged = Исәпкә алынды, мәсьәлә ябылды.
alerts-settled-already = Бу мәсьәлә инде хәл ителгән.
alerts-nobody-named = программа катнашучысы
alerts-plain-card = <b>{ $title }</b>
    Кем турында: { $about }

alerts-kind-application-waiting = Анкета карар көтә
alerts-kind-pair-declined = Пар барып чыкмады
alerts-kind-mentee-unpaired = Озак остазсыз
alerts-kind-low-answer = Түбән бәя
alerts-kind-another-mentor-wanted = Башка остаз тели
alerts-kind-meeting-disputed = Очрашу турында мәгълүмат төрле
alerts-kind-meeting-silent = Очрашу булганмы — җавап юк
alerts-kind-meetings-missed = Очрашулар булмый кала
alerts-kind-first-meeting-late = Беренче очрашу юк
alerts-kind-rhythm-broken = Күптән очрашмыйлар
alerts-kind-final-meeting-missing = Йомгаклау очрашуы юк
alerts-kind-trial-doubt = Сынау очрашуыннан соң шик
alerts-kind-task-overdue = Килешү срогы узган
alerts-kind-help-unanswered = Ярдәм соравы җавапсыз
alerts-kind-mentor-over-capacity = Остаз артык йөкләнгән
alerts-kind-never-opened = Ботны һаман ачмаган
alerts-kind-duty-overdue = Юл картасы вакыты үтте
alerts-kind-plan-next-year = Киләсе елга план әзерләргә вакыт
alerts-kind-responsible-unknown = Кем җаваплы икәне билгесез
alerts-kind-duty-near = Юл картасы вакыты якын
alerts-kind-revision-needed = Күрсәткечкә ирешелмәде
alerts-kind-act-unread = Документ белән барысы да танышмаган
alerts-kind-consent-withdrawn = Ризалык кире алынды
alerts-kind-consent-refused = Ризалык бирелмәде
alerts-kind-consent-unanswered = Ризалык турында җавап юк
alerts-kind-original-missing = Имзаланган төп нөсхә юк
alerts-kind-rights-request = Шәхси мәгълүматлар турында сорау
alerts-kind-review-unanswered = Анкета расланмаган
alerts-kind-person-left = Катнашучы китте
alerts-kind-amendment-settled = Парда үзгәрешләр
alerts-kind-bot-blocked = Бот блокланган
alerts-kind-undelivered = Хәбәр барып җитмәде

alerts-card-blocked = <b>Бот блокланган: { $name }</b>
    Хәбәрләр һәм искәртүләр барып җитми. Кеше белән үзегез элемтәгә керегез. Бот яңадан ачылгач, мәсьәлә үзе ябыла.
alerts-card-undelivered = <b>Хәбәр барып җитмәде: { $name }</b>
    Telegram аны кабул итмәде, кабатлау файдасыз. Иң мөһимен үзегез җиткерегез һәм ботка хезмәт күрсәтүчегә әйтегез.

alerts-digest-title = <b>Атналык җыелма: { $total } мәсьәлә карар көтә</b>
alerts-digest-line = • { $title }: { $count } (иң озагы — { $days ->
        [0] бүгеннән
       *[other] { $days } көн
    })
