# Оешма көйләүләре һәм аның партнёрлары.
# keys: setting-name-*
# keys: setting-ask-*
# keys: zone-*
# keys: audit-act-*

menu-settings = ⚙️ Көйләүләр
settings-title =
    <b>Көйләүләр</b>
    { $organization }
    Карау һәм үзгәртү өчен көйләүгә басыгыз. Һәр үзгәреш журналга языла.
settings-partners = 🤝 Партнёрлар
settings-elsewhere = Башка оешма: { $organization }
setting-line = { $name }: { $value }
setting-one =
    <b>{ $name }</b>
    { $organization }
    Хәзер: { $value }
setting-changed = ✅ Сакланды.
setting-yes = әйе
setting-no = юк
setting-empty = күрсәтелмәгән
setting-clear = Бетерергә
setting-chosen = ● { $value }
setting-hours = { $since }:00 – { $until }:00
setting-no-quiet = тын сәгатьләрсез
error-tax-number-wrong = Бу ИНН түгел, ахры: цифрларны тикшерегез. Оешманыкы — 10 цифр, эшмәкәрнеке — 12.
error-state-number-wrong = Бу ОГРН түгел, ахры: цифрларны тикшерегез. Оешманыкы — 13 цифр, эшмәкәрнеке — 15.
error-hours-wrong = Ике сәгатьне дефис аша языгыз, мәсәлән: 20-8
error-hour-wrong = Сәгатьне 0 дән 23 кә кадәр сан белән языгыз, мәсәлән: 8
error-day-wrong = Көнен һәм аен нокта аша языгыз, мәсәлән: 31.05

setting-name-address = Адрес
setting-name-tax_number = ИНН
setting-name-state_number = ОГРН
setting-name-timezone = Вакыт поясы
setting-name-head_approves = Анкеталарны җитәкче раслый
setting-name-files_in_chat = Мәгълүматлы документлар чат аша
setting-name-quiet_hours = Тын сәгатьләр
setting-name-application_wait_days = Анкета көтә, көн
setting-name-unpaired_wait_days = Остаз көтә, көн
setting-name-original_wait_days = Ризалыкның төп нөсхәсен көтү, көн
setting-name-low_answer_threshold = Түбән бәя — моннан артык түгел
setting-name-alert_escalation_days = Сигнал югарыга күтәрелә, көн
setting-name-duty_near_days = Вакыты турында искәртү, көн алдан
setting-name-first_meeting_days = Беренче очрашу — күпме көндә
setting-name-meeting_rhythm_days = Очрашулар арасы, көн
setting-name-silence_days = Очрашу нәтиҗәсе билгеләнмәгән, көн
setting-name-missed_in_a_row = Рәттән өзелгән очрашулар
setting-name-help_wait_hours = Ярдәм сораган хат көтә, сәгать
setting-name-final_meeting_days = Йомгаклау очрашуы: ничә көн алдан
setting-name-task_overdue_days = Килешү соңара, көн
setting-name-never_opened_days = Шәхси сылтама ачылмаган, көн
setting-name-digest_weekday = Атналык җыелма көне
setting-name-digest_hour = Атналык җыелма сәгате
setting-name-review_month = Анкеталарны яңарту ае
setting-name-year_end = Уку елы ахыры

setting-ask-address = Адрес кул куела торган документларда языла. Аны хәбәр итеп языгыз.
setting-ask-tax_number = ИНН бастырып чыгаруга ризалыкларда языла. 10 цифр языгыз (эшмәкәрнеке — 12).
setting-ask-state_number = ОГРН бастырып чыгаруга ризалыкларда языла. 13 цифр языгыз (эшмәкәрнеке — 15).
setting-ask-timezone = Оешманың срокларын һәм тын сәгатьләрен шушы вакыт буенча исәплиләр.
setting-ask-head_approves = «Әйе» булса, куратор үзе хуплаган анкетаны җитәкчегә тапшыра, карарны җитәкче кабул итә. Моны җитәкче генә үзгәртә ала.
setting-ask-files_in_chat = «Юк» булса, тулы мәгълүматлы документлар Telegram аша китми: аларны серверда әзерлиләр.
setting-ask-quiet_hours = Бу сәгатьләрдә бот ашыгыч булмаганны язмый. Сайлагыз яки кайсы сәгатьтән кайсы сәгатькә кадәр икәнен языгыз: 20-8
setting-ask-application_wait_days = Шулкадәр көннән соң бот кураторга карар кабул ителмәгән анкета турында искәртә. Сайлагыз яки сан языгыз.
setting-ask-unpaired_wait_days = Шулкадәр көн парсыз калган остазланучы турында сигнал килә. Сайлагыз яки сан языгыз.
setting-ask-original_wait_days = Боттагы ризалыктан соң шулкадәр көннән кул куелган төп нөсхә турында искәртәбез. Сайлагыз яки сан языгыз.
setting-ask-low_answer_threshold = Бу саннан артмаган җавап борчулы санала: куратор сигнал ала. Сайлагыз яки сан языгыз.
setting-ask-alert_escalation_days = Шулкадәр көн җавапсыз калса, сигнал бер баскыч югары күтәрелә. Сайлагыз яки сан языгыз.
setting-ask-duty_near_days = Юл картасындагы срокка шулкадәр көн кала җаваплы кеше искәртү ала. Сайлагыз яки сан языгыз.
setting-ask-first_meeting_days = Приказдан соң (приказ булмаса — пар эшли башлаганнан соң) шушы вакыт эчендә пар очрашмаса, кураторга хәбәр килә. Сайлагыз яки сан языгыз.
setting-ask-meeting_rhythm_days = Пар моннан озаграк очрашмаса, кураторга хәбәр килә. Бер атнадан озынрак каникуллар саналмый. Аерым пар өчен башка срок куеп була. Сайлагыз яки сан языгыз.
setting-ask-silence_days = Очрашудан соң шушы вакыт эчендә ул булдымы-юкмы икәнен беркем дә әйтмәсә, кураторга хәбәр килә. Сайлагыз яки сан языгыз.
setting-ask-missed_in_a_row = Рәттән шулкадәр очрашу булмый калса, кураторга хәбәр килә. Сайлагыз яки сан языгыз.
setting-ask-help_wait_hours = Ярдәм сораган хатка шушы вакыт эчендә беркем дә җавап бирмәсә, кураторга хәбәр килә. Сайлагыз яки сан языгыз.
setting-ask-final_meeting_days = Парның срогы тәмамланырга шулкадәр көн калып, йомгаклау очрашуы булмаса, кураторга хәбәр килә. Сайлагыз яки сан языгыз.
setting-ask-task_overdue_days = Килешү срогыннан соң шушы вакыт эчендә үтәлмәсә, кураторга хәбәр килә. Сайлагыз яки сан языгыз.
setting-ask-never_opened_days = Кеше шәхси сылтаманы шушы вакыт эчендә ачмаса, кураторга хәбәр килә. Сайлагыз яки сан языгыз.
setting-ask-digest_weekday = Атнаның шушы көнендә кураторларга ачык хәбәрләр җыелмасы килә.
setting-ask-digest_hour = Җыелма җирле вакыт белән шушы сәгатьтә килә. Сайлагыз яки 0 дән 23 кә кадәр сәгать языгыз.
setting-ask-review_month = Бу айда барлык катнашучылардан анкетаны раслауны яки яңартуны сорыйлар.
setting-ask-year_end = Уку елы шушы көнгә кадәр исәпләнә. Сайлагыз яки көнен һәм аен языгыз: 31.05

zone-kaliningrad = Калининград (МСК−1)
zone-moscow = Мәскәү (МСК)
zone-samara = Самара (МСК+1)
zone-yekaterinburg = Екатеринбург (МСК+2)
zone-omsk = Омск (МСК+3)
zone-krasnoyarsk = Красноярск (МСК+4)
zone-irkutsk = Иркутск (МСК+5)
zone-yakutsk = Якутск (МСК+6)
zone-vladivostok = Владивосток (МСК+7)
zone-magadan = Магадан (МСК+8)
zone-kamchatka = Камчатка (МСК+9)

audit-act-setting-address = көйләүне үзгәртте: адрес
audit-act-setting-tax_number = көйләүне үзгәртте: ИНН
audit-act-setting-state_number = көйләүне үзгәртте: ОГРН
audit-act-setting-timezone = көйләүне үзгәртте: вакыт поясы
audit-act-setting-head_approves = көйләүне үзгәртте: анкеталарны җитәкче раслый
audit-act-setting-files_in_chat = көйләүне үзгәртте: мәгълүматлы документлар чат аша
audit-act-setting-quiet_hours = көйләүне үзгәртте: тын сәгатьләр
audit-act-setting-application_wait_days = көйләүне үзгәртте: анкета көтә, көн
audit-act-setting-unpaired_wait_days = көйләүне үзгәртте: остаз көтә, көн
audit-act-setting-original_wait_days = көйләүне үзгәртте: ризалыкның төп нөсхәсен көтү, көн
audit-act-setting-low_answer_threshold = көйләүне үзгәртте: түбән бәя — моннан артык түгел
audit-act-setting-alert_escalation_days = көйләүне үзгәртте: сигнал югарыга күтәрелә, көн
audit-act-setting-duty_near_days = көйләүне үзгәртте: вакыты турында искәртү, көн алдан
audit-act-setting-first_meeting_days = көйләүне үзгәртте: беренче очрашу — күпме көндә
audit-act-setting-meeting_rhythm_days = көйләүне үзгәртте: очрашулар арасы, көн
audit-act-setting-silence_days = көйләүне үзгәртте: очрашу нәтиҗәсе билгеләнмәгән, көн
audit-act-setting-missed_in_a_row = көйләүне үзгәртте: рәттән өзелгән очрашулар
audit-act-setting-help_wait_hours = көйләүне үзгәртте: ярдәм сораган хат көтә, сәгать
audit-act-setting-final_meeting_days = көйләүне үзгәртте: йомгаклау очрашуы: ничә көн алдан
audit-act-setting-task_overdue_days = көйләүне үзгәртте: килешү соңара, көн
audit-act-setting-never_opened_days = көйләүне үзгәртте: шәхси сылтама ачылмаган, көн
audit-act-setting-digest_weekday = көйләүне үзгәртте: атналык җыелма көне
audit-act-setting-digest_hour = көйләүне үзгәртте: атналык җыелма сәгате
audit-act-setting-review_month = көйләүне үзгәртте: анкеталарны яңарту ае
audit-act-setting-year_end = көйләүне үзгәртте: уку елы ахыры

partners-title =
    <b>Партнёрлар</b>
    { $organization }
    Партнёр хезмәткәрләре оешмагызда остаз һәм куратор була ала.
partners-none =
    <b>Партнёрлар</b>
    { $organization }
    Әлегә берсе дә юк. Партнёр — хезмәткәрләре остаз яки куратор булачак вуз, колледж, предприятие яки башка оешма.
partner-line = { $name } · катнашучылар: { $people }
partner-add = ➕ Партнёр өстәү
partner-ask-name = Партнёр оешманың исемен языгыз ({ $limit } билгедән озын булмасын). Аны кураторларыгыз һәм җитәкче күрә.
partner-card =
    🤝 <b>{ $name }</b>
    Кемнең партнёры: { $organization }
    Катнаша: { $people }
partner-agreement = { $date } көнендәге { $number } номерлы килешү локаль актлар реестрында.
partner-no-agreement = Килешү әле язылмаган. Бланкны алыгыз, кәгазьдә кул куегыз, аннары номерын һәм көнен языгыз.
partner-hint = Партнёрдан остазны яки кураторны «Хезмәттәшләрне чакыру» → «Тагын бер сылтама» бүлегендә чакырыгыз. Түбәндәге сылтама — партнёрның үз кураторы өчен.
partner-links = 🔗 Партнёр кураторы өчен сылтама
partner-links-title = Сылтама: <b>{ $name }</b>
partner-made = ✅ Партнёр өстәлде: <b>{ $name }</b>
partner-link = Партнёр кураторы өчен: { $url }
    Бер кешегә, 30 көнгә. Аның аша кергән кеше рольне шунда ук ала.
partner-link-held = Партнёрның кураторы бар инде. Элеккесе куратор булудан туктагач, сылтама монда күренә.
partner-to-card = Партнёр карточкасын ачу
partner-agreement-blank = 📄 Килешү бланкы (.docx)
partner-agreement-record = ✍️ Кул куелган килешүне язу
partner-ask-number = { $name }: кул куелган килешүнең номерын языгыз. Ул локаль актлар реестрында күренәчәк.
partner-ask-date = Килешү кайсы көннән? Мәсәлән: 01.09.2026
agreement-register-title = Партнёр белән килешү: { $name }
agreement-title = Остазлык программасында хезмәттәшлек турында килешү
agreement-place-and-date = Төзелгән урыны: ____________________    Көне: «____» ____________ 20___
agreement-subject = 1. { $organization } (алга таба — Оешма) һәм { $partner } (алга таба — Партнёр) остазлык программасын бергә алып бара: Партнёр хезмәткәрләре Оешмада остаз яки куратор була.
agreement-partner-duties = 2. Партнёр язма ризалык биргән хезмәткәрләрен атый һәм аларга остазланучылар белән очрашулар өчен вакыт бирә.
agreement-school-duties = 3. Оешма остазларны боерык белән беркетә, остазлык турында нигезләмә белән таныштыра, куратор билгели һәм очрашулар үткәрергә ярдәм итә.
agreement-consents = 4. Катнашучыларның шәхси мәгълүматларын яклар бары тик аларның ризалыгы белән ала, программа өчен генә куллана һәм башкаларга бирми.
agreement-free = 5. Килешүдә үзара түләүләр каралмаган. Остазларны бүләкләүне яклар үз актлары белән билгели.
agreement-term = 6. Килешү ____________________ кадәр гамәлдә, аны теләсә кайсы як 30 көн алдан хәбәр итеп туктата ала. Башланган программалар тәмамлана яки башка остазга тапшырыла.
agreement-organization = Оешма
agreement-address = Адрес
agreement-tax-number = ИНН
agreement-state-number = ОГРН
agreement-partner = Партнёр
agreement-partner-address = Партнёр адресы
agreement-partner-numbers = Партнёрның ИНН һәм ОГРН
agreement-mentors = Партнёрдан остазлар
agreement-sign-organization = Оешма
agreement-sign-partner = Партнёр
agreement-file = kileshu
agreement-caption = Килешү бланкы. Аны юрист белән тикшерегез, кәгазьдә кул куегыз, номерын һәм көнен партнёр карточкасына языгыз.
