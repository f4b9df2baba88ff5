# keys: people-filter-*
# keys: people-state-*
# keys: people-ask-*
# keys: people-done-*
# keys: people-change-*
# keys: people-own-*
# keys: people-consent-*
# keys: people-pending-*
# keys: people-behalf-*
# keys: people-form-*
# keys: people-told-*
# keys: audit-act-*
## Мәктәп кешеләре: исемлек, карточка, катнашу, Telegramсыз хезмәттәшләр.

menu-people = 👥 Кешеләр
menu-own-participation = 🚪 Минем катнашу
menu-on-behalf = ✍️ Telegramсыз хезмәттәшләр өчен

## Исемлек

people-title = <b>Кешеләр: { $filter }</b> · { $total }
people-none = Монда әлегә беркем дә юк.
people-line = { $name } · { $role }
people-line-state = { $name } · { $role } · { $state }
people-pupil-role = { $role } (укучы)
people-load = Кураторлар: { $curators }, эшләүче парлар: { $pairs }, бер кураторга { $average } пар туры килә.
people-load-nobody = Эшләүче парлар: { $pairs }, ә куратор юк. Аны сылтама аша чакырыгыз.
people-choose-filter = Кемне күрсәтергә
people-which = Кемне күрсәтергә?
people-filter-all = барысы
people-filter-mentees = остазланучылар
people-filter-mentors = остазлар
people-filter-others = башка рольләр
people-filter-pupils = укучылар
people-filter-waiting = остаз көтәләр
people-filter-offline = Telegramсыз
people-filter-paused = паузада
people-filter-left = катнашмыйлар
people-search = 🔎 Табу
people-search-again = Тагын эзләү
people-ask-surname = Фамилияне яки аның бер өлешен языгыз, ким дигәндә ике хәреф.
people-found = Табылды: { $total }
people-found-nobody = Беркем дә табылмады. Фамилияне тикшерегез яки азрак хәреф языгыз.
people-to-list = ‹ Кешеләргә
people-add = ➕ Telegramсыз хезмәттәш өстәү
people-pupils = Укучылар
people-registries = Реестрлар
people-consents = Ризалыклар
people-on-behalf = Telegramсыз хезмәттәшләр өчен

people-state-waits = остаз көтә
people-state-invited = анкета тутыра
people-state-applied = анкета карарга бирелгән
people-state-returned = анкета кире кайтарылган
people-state-paused = паузада
people-state-left = катнашмый
people-state-line = Хәле: { $state }

## Психолог, тьютор, совет

people-needs-psychologist = <b>Остаз көтәләр: { $total }</b>
    Пар булмаганда аларга сезнең ярдәм кирәк булырга мөмкин.
people-needs-tutor = <b>Остазланучылар һәм аларның кыенлыклары: { $total }</b>
people-needs-council = <b>Остазлар һәм остазланучылар: { $total }</b>
people-needs-nobody = Хәзер андый катнашучылар юк.
people-as-role = { $role } буларак карау
people-need = <b>{ $name }</b> · { $role }
people-need-name = <b>{ $name }</b>
people-is-paired = Парда
people-is-unpaired = Пары юк

## Карточка

people-card-head = <b>{ $name }</b>
    { $role } · { $organization }
people-takes-part = { $day } көненнән катнаша
people-paused-since = { $day } көненнән паузада
people-left-since = { $day } көненнән катнашмый
people-waits-since = { $day } көненнән остаз көтә
people-waits = ⏳ Остаз көтә
people-works-at = Эш урыны: { $organization }
people-was-entered = Мәгълүматны куратор керткән
people-category = Төркем: { $category }
people-subject = Фән: { $subject }
people-experience = { $years ->
        [0] Стаж: беренче ел
       *[other] Стаж: { $years } ел
    }
people-difficulties = Кыенлыклар: { $difficulties }
people-strengths = Көчле яклары: { $strengths }
people-capacity = { $capacity } остазланучыны алып барырга әзер
people-pair-active = 🤝 Парда: { $name }
people-pair-proposed = ⏳ Пар тәкъдим ителгән: { $name }
people-former-pairs = Тәмамланган парлар: { $count }
people-open-pair = Пар: { $name }
people-to-card = ‹ Карточкага
people-fill-profile = Анкетаны тутыру
people-application = 📝 Анкета тулысынча
people-reviews = 🔁 Быел анкетаны кем раслаган
people-show-link = 🔗 Шәхси сылтама
people-conclusions = 📎 Ихтыяҗлар турында нәтиҗәләр

people-consent-line = Ризалыклар: { $consents }
people-consent-personal-data = шәхси мәгълүматлар
people-consent-parental = ата-анадан
people-consent-assent = укучының үзеннән
people-consent-mentor = остаз булырга
people-consent-extra-duties = өстәмә йөкләнеш
people-consent-helper = остазга ярдәм
people-consent-amendment = пардагы үзгәрешләр
people-consent-publication = бастырып чыгару
people-consent-is-asked = { $what } — җавап көтәбез
people-consent-is-given = { $what } — бирелгән
people-consent-is-refused = { $what } — баш тарткан
people-consent-is-withdrawn = { $what } — кире алынган
people-consent-is-superseded = { $what } — элекке редакция
people-consent-no-original = { $what } — имзаланган төп нөсхә юк

## Пауза, китү, кайту: куратор

people-change-pause = Пауза
people-change-resume = Паузаны бетерү
people-change-leave = Башка катнашмый
people-change-return = Программага кайтару
people-ask-pause = Паузага куяргамы: <b>{ $name }</b> ({ $role })?

    Эшләүче парлар саклана, яңаларын тәкъдим итмибез. Җавапсыз тәкъдимнәрне кире алабыз.
people-ask-resume = Паузаны бетерергәме: <b>{ $name }</b> ({ $role })?
people-ask-leave = <b>{ $name }</b> ({ $role }) башка катнашмый дип билгеләргәме?

    Парлар тәмамлана, киләчәк очрашулар кире кагыла, икенче якка сәбәбен әйтмичә хәбәр итәбез. Остазсыз калган остазланучы чиратка кайта. Тарих саклана, кешене теләсә кайчан кайтарып була.
people-ask-return = Программага кайтарыргамы: <b>{ $name }</b> ({ $role })?

    Анкета элеккечә кала. Остазланучы яңадан чиратка баса.
people-done-pause = ⏸ { $name }: катнашу паузада. Хәбәр иттек.
people-done-resume = ▶️ { $name }: катнашу дәвам итә. Хәбәр иттек.
people-done-leave = { $name } башка катнашмый. Тарих сакланды.
people-done-return = { $name } яңадан катнаша. Хәбәр иттек.

## Үз катнашуы

people-own-title = <b>Минем катнашу</b>
people-own-none = Куратор анкетаны хуплагач, катнашуыгыз монда күренер.
people-own-entry = <b>{ $organization }</b> · { $role }
people-own-button = { $change }: { $role }
people-own-pause = Тәнәфес алу
people-own-resume = Дәвам итү
people-own-leave = Программадан чыгу
people-own-return = Кире алуны сорау
people-own-back = ‹ Минем катнашу
people-own-ask-pause = Тәнәфес аласызмы («{ $organization }»)? Парлар саклана, яңалары турында сорамыйбыз. Билгеләнгән очрашулар кала: килә алмаганнарын кире кагыгыз. Тәнәфес турында кураторлар белә.
people-own-ask-resume = Катнашуны дәвам итәсезме («{ $organization }»)? Бу турыда кураторлар белә.
people-own-ask-leave = Программадан чыгасызмы («{ $organization }»)? Парлар тәмамлана, киләчәк очрашулар кире кагыла. Икенче як пар тәмамланганын белә, сәбәбен белми; чыгуыгызны кураторлар белә. Ризалыкны кире алганчы мәгълүматларыгыз мәктәптә кала: /mydata командасы.
people-own-ask-return = Кураторлардан («{ $organization }») сезне кире алуны сорыйбызмы? Анкета элеккечә кала.
people-own-done-pause = ⏸ Сез тәнәфестә. Монда теләсә кайчан кайта аласыз.
people-own-done-resume = ▶️ Сезне яңадан күрүебезгә шатбыз. Катнашу дәвам итә.
people-own-done-leave = Сез башка катнашмыйсыз («{ $organization }»). Эшләгәннәрегез өчен рәхмәт! Кайтырга теләсәгез, «Минем катнашу»ны ачыгыз.
people-own-done-return = Үтенечегез кураторларга җибәрелде. Сезне кире алгач, хәбәр итәрбез.

people-told-pause = ⏸ { $name } ({ $role }) паузада. Парлар саклана, яңаларын тәкъдим итмибез.
people-told-resume = ▶️ { $name } ({ $role }) яңадан катнаша.
people-told-own-pause = ⏸ Куратор катнашуыгызны паузага куйды («{ $organization }»). Парлар саклана, яңалары турында сорамыйбыз. Бу хата булса, паузаны үзегез бетерегез.
people-told-own-resume = ▶️ Куратор катнашуыгызның паузасын бетерде («{ $organization }»).
people-told-own-leave = Куратор сезне башка катнашмый дип билгеләде («{ $organization }»). Тарих саклана. Бу хата булса, кире алуны сорагыз.
people-told-own-return = Куратор сезне программага кайтарды («{ $organization }»). Анкета элеккечә калды.
people-asks-back = 🙋 { $name } ({ $role }) программага кайтырга сорый. Карточканы ачып, карар кабул итегез: моны кураторлардан башка беркем дә эшләмәс.
people-alert-left = <b>Башка катнашмый: { $name }</b> ({ $role }), { $day } көненнән
people-alert-left-mentees = Остазсыз калган остазланучылар: { $count }. Алар яңадан чиратта.
people-alert-left-duties = Юл картасының ябылмаган йөкләмәләре: { $count }. Башка җаваплыларны билгеләгез.

## Башка мәктәпкә күчү

people-move = Башка мәктәпкә күчерү
people-move-where = Кайсы мәктәпкә яки оешмага? Кеше үзе хәл итә: ризалыгын сорыйбыз.
people-move-nowhere = Монда башка мәктәпләр әлегә юк.
people-move-sure = Күчүне тәкъдим итәргәме: <b>{ $name }</b> → { $school }?

    Парлар, очрашулар һәм фикерләр сезнең мәктәп тарихында кала. Анда анкетаны шул мәктәпнең кураторы карый. Кеше ризалашканчы бернәрсә дә үзгәрми.
people-move-offer = Кешедән сорау
people-move-offered = ✅ Сорыйбыз: { $name } → { $school }. Ризалашса, сезгә сигнал килер.
people-move-notice = 🏫 «{ $here }» мәктәбе кураторы сезгә «{ $there }» мәктәбенә күчәргә тәкъдим итә.

    Мондагы парлар тәмамлана, тарих элекке мәктәптә кала. Анкетаны яңадан тутырырга кирәкми. Яңа мәктәп үз ризалыгын сорый; баш тартсагыз, бернәрсә дә үзгәрми.
people-move-go = { $school }: күчү
people-move-stayed = Ярый, сез каласыз: { $here }. «{ $there }» мәктәбенә бернәрсә дә бирелмәде.
people-move-done = Анкетагыз күчерелде. Аны тикшереп, яңа мәктәп кураторына җибәрегез.
people-move-check = Анкетаны тикшерү

## Шәхси сылтама

people-link = 🔗 <b>Шәхси сылтама: { $name }</b>

    { $url }

    Аны шушы кешегә генә бирегез: сылтаманы ачып ризалык биргән кеше программада шул кеше булачак. { $until } кадәр бер тапкыр эшли. Парлар, йөкләмәләр һәм тарих саклана.
people-link-renew = Сылтаманы алыштыру
people-linked = 🎉 { $name }: хәзер Telegramда. Аның өчен җавап бирергә кирәкми.

## Telegramсыз хезмәттәшләр өчен

people-behalf-title = <b>Telegramсыз хезмәттәшләр өчен: { $total }</b>
    Хезмәттәшегездән үзеннән сорап, җавабын билгеләгез.
people-behalf-empty = Telegramсыз хезмәттәшләр өчен хәзер җавап бирергә кирәкми.
people-pending-pair = { $name } · пармы?
people-pending-meeting = { $name } · { $day } очрашумы?
people-pending-held = { $name } · { $day } очрашу булдымы?
people-behalf-ask-pair = <b>{ $name }</b>
    Пар тәкъдим ителгән. Хезмәттәшегез ризамы, сорагыз.
people-behalf-ask-meeting = <b>{ $name }</b>
    Очрашу тәкъдим ителгән. Хезмәттәшегезгә уңайлымы, сорагыз.
people-behalf-ask-held = <b>{ $name }</b>
    Очрашу узарга тиеш иде. Хезмәттәшегездән ул булдымы дип сорагыз.
people-behalf-with = Икенче як: { $name }
people-behalf-meeting = { $kind }
    { $when }
    { $place }
people-behalf-mark = <i>Икенче як җавапны куратор билгеләгәнен күрә.</i>
people-behalf-pair-yes = Риза
people-behalf-pair-no = Баш тарта
people-behalf-meeting-yes = Килә
people-behalf-meeting-no = Килә алмый
people-behalf-held-yes = Булды
people-behalf-held-no = Булмады
people-behalf-done-pair-yes = ✅ Ризалык билгеләнде. Ике як та ризалашкач, пар башлана.
people-behalf-done-pair-no = Баш тарту билгеләнде. Башка пар тәкъдим итегез.
people-behalf-done-meeting-yes = ✅ Очрашу расланды. Хезмәттәшегезгә аны үзегез искә төшерегез: бот аңа яза алмый.
people-behalf-done-meeting-no = Билгеләнде: килә алмый. Икенче якка хәбәр иттек.
people-behalf-done-held-yes = ✅ Билгеләнде: очрашу булды.
people-behalf-done-held-no = Билгеләнде: очрашу булмады.
people-behalf-back = ‹ Telegramсыз хезмәттәшләр өчен
meetings-by-curator = ✍️ Telegramсыз хезмәттәш өчен куратор җавап бирә: җавапны ул билгеләде.
pairing-by-curator = ✍️ Telegramсыз хезмәттәшнең җавабын куратор билгеләде.

## Формалар

people-form-school = Хезмәттәшне кайсы мәктәпкә өстәргә?
people-form-step = <b>{ $title }</b> · { $step } нче адым, барысы { $steps }
people-form-check = <b>{ $title }: тикшерегез</b>
people-form-title-entry = Telegramсыз хезмәттәш
people-form-title-profile = Хезмәттәш өчен анкета
people-form-title-conclusion = Нәтиҗә
people-form-role = Ул программада кем була? Башка рольләр үз сылтамасы белән килә.
people-form-name = Хезмәттәшнең фамилиясе, исеме һәм атасының исеме. Аларны кураторлар һәм җитәкче күрә, исемен пардагы икенче кеше дә күрә.
people-form-number = Кәгазьдә имзаланган шәхси мәгълүматларны эшкәртүгә ризалыкның номеры. Ансыз кешене кертергә ярамый.
people-form-date = Шул ризалыкның көне, мәсәлән: 01.09.2026
people-form-subject = Нинди фән укыта? Сайлагыз яки языгыз. Кураторлар һәм пардагы икенче кеше күрә.
people-form-difficulties = Хәзер нәрсә авыррак бирелә? Берсен яки берничәсен билгеләгез, үзегезнекен языгыз. Кураторлар, тьютор, психолог һәм остаз күрә.
people-form-strengths = Нәрсәдә ярдәм итә ала? Берсен яки берничәсен билгеләгез, үзегезнекен языгыз. Кураторлар һәм остазланучы күрә.
people-form-capacity = Бер үк вакытта ничә кешегә остаз була ала?
people-form-source = Нәтиҗә кайдан алынган?
people-form-ground = Аны нинди нигездә сакларга мөмкин?
people-form-sensitive = Анда сизгер мәгълүмат бармы: гаилә, тәртип, психологик кыенлыклар? Андый нәтиҗә исемлекләрдә яшерелә, аны куратор гына укый ала, һәр уку языла.
people-form-sensitive-yes = Әйе, яшерергә
people-form-sensitive-no = Юк
people-form-text = Ихтыяҗлар турында нәтиҗәне бер-ике җөмлә белән языгыз. Документларны күчермәгез, диагноз, номер һәм телефон язмагыз. Мәктәп кураторлары күрә, сизгер булмаганын җитәкче дә күрә.
people-form-typed = Үз сүзегез: «{ $text }»
people-form-ticked = ✅ { $text }
people-form-cancel = Кире кагу
people-form-save = Саклау
people-form-summary-role = Роль: { $role }
people-form-summary-name = Исем: югарыда язганыгызча
people-form-summary-consent = Кәгазьдәге ризалык: № { $number }, { $day }
people-form-saved-entry = ✅ Хезмәттәш өстәлде. Карточкада аның өчен анкета тутырыгыз; Telegramга килсә, шәхси сылтама да шунда.
people-form-saved-profile = ✅ Анкета сакланды.
people-form-saved-conclusion = ✅ Нәтиҗә сакланды.
people-form-cancelled = Кире кагылды, бернәрсә дә сакланмады.
people-form-hint-buttons = Зинһар, төймә белән сайлагыз.
people-form-no-files = Документ күчермәләре һәм фотолар монда сакланмый, файлны бетердем. Нәтиҗәне сүзләр белән языгыз.

## Журнал сүзләре

audit-act-person-entered = Telegramсыз хезмәттәшне кертте
audit-act-person-profile-filled = хезмәттәш өчен анкета тутырды
audit-act-person-link-made = шәхси сылтама ясады
audit-act-person-linked = шәхси сылтама белән Telegramга килде
audit-act-participation-pause = катнашу паузага куелды
audit-act-participation-resume = катнашу паузасы бетте
audit-act-participation-leave = катнашу туктатылды
audit-act-participation-return = катнашучы кайтарылды
audit-act-participation-move-offered = башка мәктәпкә күчү тәкъдим ителде
audit-act-participation-move-declined = башка мәктәпкә күчүдән баш тартты
audit-act-participation-moved = башка мәктәпкә күчү
audit-act-needs-seen-by-psychologist = психолог остаз көтүчеләр исемлеген ачты
audit-act-needs-seen-by-tutor = тьютор остазланучылар исемлеген ачты
audit-act-needs-seen-by-council = совет әгъзасы катнашучылар исемлеген ачты
audit-act-on-behalf-seen = Telegramсыз хезмәттәшкә сорауны ачты
audit-act-on-behalf-pair-accepted = хезмәттәш өчен парга ризалык билгеләнде
audit-act-on-behalf-pair-declined = хезмәттәш өчен пардан баш тарту билгеләнде
audit-act-on-behalf-meeting-confirmed = хезмәттәш өчен очрашу расланды
audit-act-on-behalf-meeting-declined = хезмәттәш өчен очрашу кире кагылды
audit-act-on-behalf-meeting-held = хезмәттәш өчен билгеләнде: очрашу булды
audit-act-on-behalf-meeting-not-held = хезмәттәш өчен билгеләнде: очрашу булмады

## Баш тартулар

error-person-has-telegram = Бу кеше инде Telegramда һәм үзе җавап бирә.
error-same-person-known = Андый исемле кеше монда инде катнаша. Икенче рольне чакыру сылтамасы бирә; исемдәше булса, аермасын өстәп языгыз.
error-full-name-needed = Фамилия һәм исем кирәк, һәркайсы 100 билгедән артмасын. Мәсәлән: Вәлиева Алсу Рөстәм кызы
error-consent-date-wrong = Ризалык көне { $first } – { $last } арасында булырга тиеш. Тикшерегез.
error-capacity-wrong = Остазланучылар { $minimum } – { $maximum } арасында була ала.
error-member-paused = Пардагы бер кеше паузада. Катнашу дәвам иткәч, яңа очрашу билгеләргә мөмкин.
error-link-for-somebody-else = Бу шәхси сылтама башка кеше өчен. Куратордан үзегезнекен сорагыз. Исемегез хата язылган булса, кураторга әйтегез.
error-both-take-part = Сез бу мәктәптә шушы рольдә инде катнашасыз. Ике язманы берләштереп булмый: кураторга языгыз.
error-parent-first = Башта ата-ана ризалык бирергә тиеш. Аңа кадәр укучыга язарга ярамый.
error-own-consent-first = Бу кешегә 18 яшь тулды, хәзер аның үз ризалыгы кирәк: чатта яки кәгазьдә. Аннан башка катнашуны дәвам итеп булмый.
