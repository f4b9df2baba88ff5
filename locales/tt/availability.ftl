# Кайчан очрашу уңайлы: көн өлешләре, дәресләр, мәктәпнең кыңгырау вакытлары һәм каникуллары.
# keys: availability-part-*, availability-break-*, audit-act-*

menu-school-times = 🕒 Кыңгырау, каникуллар

availability-times = <b>Уңайлы вакыт</b>
availability-whose = Кем: { $who }
availability-from-profile = Әлегә анкетадан алынган. Төгәлләү өчен шакмакка басыгыз.
availability-unknown = Әлегә бернәрсә дә күрсәтелмәгән, шуңа күрә дәресләрдән соңгы вакытны тәкъдим итәбез. Уңайлы шакмакларга басыгыз.
availability-hours = { $hours }
availability-seen = Бу җәдвәлне сез, куратор һәм җитәкче генә күрә; икенче якка бары тик уртак буш вакыт тәкъдим ителә.
availability-part-morning = 🌅
availability-part-afternoon = ☀️
availability-part-evening = 🌙
availability-lessons-button = Минем дәресләр: { $count }
availability-clear = Оныту, анкетадан алу
availability-to-meetings = Минем очрашулар
availability-lessons = <b>Дәресләр</b>
availability-no-bells = Мәктәпнең кыңгырау вакытлары әле кертелмәгән. Дәрес номерларын билгеләгез, куратор керткәч, вакыты да күренер.
availability-lessons-use = Дәрес вакытында көтә алган нәрсәләр турында язмыйбыз һәм очрашулар тәкъдим итмибез.
availability-bell = { $number } нче: { $since }–{ $until }

availability-school =
    <b>Кыңгырау вакытлары һәм каникуллар</b>
    { $name }
availability-bells-none = Кыңгырау вакытлары әле кертелмәгән. Гадәттәгесен (8:30дан 40 минутлык сигез дәрес, тәнәфесләр 10 һәм 20 минут) алып төзәтегез яисә үзегезнекен кертегез.
availability-bells-usual = Гадәттәге вакытларны алу
availability-bell-add = { $number } нче дәресне өстәү
availability-bell-remove = Бу дәресне алып ташлау
availability-bell-ask = { $number } нче дәрес кайчан башлана һәм бетә? Языгыз, мәсәлән «8:30–9:10».
availability-bell-hint = Аңлап булмады. Дәреснең башын һәм ахырын языгыз, мәсәлән «8:30–9:10».
availability-breaks-button = Каникуллар: { $count }
availability-members-button = Һәркемнең вакыты һәм дәресләре
availability-breaks = <b>Каникуллар</b>
availability-breaks-none = Әле кертелмәгән.
availability-breaks-add = Каникулларны өстәгез: бу көннәрдә очрашулар тәкъдим ителми, дәресләр исәпләнми.
availability-break-autumn = Көзге
availability-break-winter = Кышкы
availability-break-spring = Язгы
availability-break-summer = Җәйге
availability-break-other = Башка
availability-break-line = { $title }: { $first } – { $last }
availability-break-remove = Алып ташлау: { $title }
availability-break-ask =
    <b>{ $title }</b>
    Беренче һәм соңгы көнне языгыз, мәсәлән «26.10 – 03.11».
availability-break-hint = Көннәрне аңлап булмады. Беренчесен һәм соңгысын языгыз, мәсәлән «26.10 – 03.11».
availability-saved = Сакланды.
availability-text-needed = Монда текст белән җавап бирергә кирәк.
availability-members = <b>Һәркемнең вакыты һәм дәресләре</b>
    Билге: уңайлы вакыт күрсәтелгән инде. Каравыгыз керү журналына языла.
availability-members-none = Әлегә остазлар да, остазлыктагылар да юк.

audit-act-person-times-seen = уңайлы вакытны һәм дәресләрне карады
audit-act-person-times-set = башка кеше өчен уңайлы вакыт куйды
audit-act-person-lessons-set = башка кеше өчен дәресләр куйды
audit-act-school-times-seen = кемнең уңайлы вакыты күрсәтелгәнен карады
audit-act-school-bells-set = мәктәпнең кыңгырау вакытларын үзгәртте
audit-act-school-breaks-set = мәктәпнең каникулларын үзгәртте

error-bell-wrong = Дәрес ун минуттан да ким булмый һәм күршеләре белән кисешми. Вакытны тикшерегез, зинһар.
error-break-wrong = Соңгы көн беренчесеннән алда булмый һәм әле узмаган булырга тиеш, каникуллар { $days } көннән озаграк түгел. Көннәрне тикшерегез, зинһар.
