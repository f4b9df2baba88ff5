# Юл картасы: эшләр исемлеге, карточка, искәртүләр, сигналлар.

menu-duties = ☑️ Минем эшләрем
menu-roadmap = 🗺 Юл картасы

roadmap-mine = <b>Минем эшләрем</b> · { $count }
roadmap-mine-empty =
    <b>Минем эшләрем</b>

    Хәзер сезнең өстә эш юк. Вакыты билгеләнгән эш барлыкка килсә, мин 14, 7 һәм 1 көн алдан искәртермен.
roadmap-title-draft =
    <b>{ $title }</b>
    { $year } · җитәкче әле расламаган
roadmap-title-approved =
    <b>{ $title }</b>
    { $year } · расланган: { $approved }
roadmap-title-several = <b>Юл картасы</b>
roadmap-counts = Чаралар: { $total }, соңга калганы: { $late }
roadmap-late-only = Соңга калган чаралар гына күрсәтелә.
roadmap-nothing-late = Соңга калган чаралар юк.
roadmap-empty = Юл картасында әлегә чаралар юк.
roadmap-entry = { $mark } { $activity } — { $due } көненә кадәр
roadmap-show-late = Соңга калганнары гына · { $count }
roadmap-show-all = Барысын да күрсәтү
roadmap-approve = Юл картасын раслау
roadmap-to-mine = ‹ Минем эшләрем
roadmap-to-plan = ‹ Юл картасы

roadmap-card-activity = { $mark } <b>{ $activity }</b>
roadmap-card-section = Бүлек: { $section }
roadmap-card-due = Вакыты: { $due } (бу көн дә керә)
roadmap-card-phrase = Планда: «{ $phrase }»
roadmap-card-result = Көтелгән нәтиҗә: { $result }
roadmap-card-responsible = Җаваплы кеше: { $name }
roadmap-card-responsible-you = Җаваплы кеше: сез
roadmap-card-responsible-gone = Җаваплы кеше: { $name } (бот хәбәрләрен алмый)
roadmap-card-seen-by = <i>Карточканы җаваплы кеше, кураторлар һәм җитәкче күрә.</i>
roadmap-state-done = Үтәлде: { $at }, билгеләде — { $name }
roadmap-state-done-late = Соңарып үтәлде: { $at }, билгеләде — { $name }
roadmap-state-waived = Контрольдән төшерелгән
roadmap-days-left = { $days } көн калды
roadmap-due-today = Бүген соңгы көн
roadmap-days-late = { $days } көнгә соңарды
roadmap-comment = 💬 { $name }: { $comment }
roadmap-comments-earlier = Моңа кадәр язылган тагын { $count } аңлатма бар.
roadmap-file = 📎 { $name }
roadmap-file-sent = Юл картасы чарасына файл.

roadmap-done = ✅ Үтәлде дип билгеләү
roadmap-done-silently = Үтәлде, аңлатмасыз
roadmap-add = Аңлатма яки файл өстәү
roadmap-nudge = Искәртү
roadmap-take-over = Үз өстемә алу
roadmap-more = Тулырак
roadmap-quoted = «{ $activity }»
roadmap-ask-done =
    Бер хәбәр белән аңлатма языгыз яки файл җибәрегез — мин чараны үтәлгән дип билгелим.
    Өстәр сүз булмаса, «Үтәлде, аңлатмасыз» төймәсенә басыгыз.
roadmap-ask-add = Бер хәбәр белән аңлатма языгыз яки файл җибәрегез — мин аны чарага өстим.
roadmap-ask-seen-by =
    <i>Моны кураторлар һәм җитәкче күрәчәк. Зинһар, шәхси мәгълүматлар булган файлларны җибәрмәгез: паспорт, гариза, белешмә, фамилияләр исемлеге, документ фотолары.</i>
roadmap-hint-expected = Монда текст белән аңлатма яки файл (документ) кирәк. Башкасын беркетә алмыйм.
roadmap-photo-refused =
    Фотолар монда кабул ителми: аларда еш кына башкаларның документлары күренә. Рәсемне сакламадым.
    Файлны документ итеп җибәрегез (мәсәлән, .docx, .xlsx, .pdf) яки аңлатма языгыз.
roadmap-photo-removed = Ул язышудан алып ташланды.
roadmap-photo-stays = Аны язышудан алып ташлап булмады — зинһар, үзегез бетерегез.
roadmap-thanks = Язып куйдым. Рәхмәт!
roadmap-nudged = Искәртү җибәрелде: { $name }.

roadmap-reminder = 🗓 <b>Юл картасы чарасы турында искәртәм</b>
roadmap-nudge-received = 🗓 <b>Юл картасы чарасына игътибар итүегезне сорыйлар</b>
roadmap-late-received = 🔴 <b>Чараның вакыты узды</b>. Куратор моны белә. Барысы да эшләнгән булса, зинһар, билгеләп куегыз.
roadmap-completed-for-you = ✅ { $name } сезнең чараны үтәлгән дип билгеләде: «{ $activity }».
roadmap-taken-over = Сезнең өстә булган чара өчен хәзер { $name } җавап бирә: «{ $activity }». Сезгә бернәрсә дә эшләргә кирәкми.
roadmap-alert =
    🔴 <b>Юл картасы чарасы вакытында үтәлмәде</b>
    «{ $activity }»

error-duty-already-done = Бу чара инде үтәлгән дип билгеләнгән.
error-already-nudged = Бүген бу кешегә искәрттеләр инде. Иртәгә тагын бер тапкыр искәртергә мөмкин булачак.
error-responsible-unreachable = Җаваплы кеше хәзер бот хәбәрләрен алмый. Аның белән башкача элемтәгә керегез яки чараны үз өстегезгә алыгыз.
error-too-much-evidence = Бер чарага { $limit } аңлатма һәм файлдан артыгын беркетеп булмый.
