# Вакытлар: җөмлә ничек аңлашылган, нәрсәсе шикле, әмер юлы җаваплары.
# keys: deadline-doubt-*
# keys: deadline-often-*
# keys: deadline-on-*
# keys: deadline-nth-*

deadline-day-of-year = { $day }, { $year } ел
deadline-month-of-year = { $month }, { $year } ел
deadline-unparsable = вакыты аңлашылмады
deadline-by = соңгы көне: { $day } (ул да керә)
deadline-months = { $first } – { $last }
deadline-period = { $first } – { $last }
deadline-since = даими, башлана: { $day }
deadline-always = даими
deadline-yearly-period = ел саен: { $first } – { $last }; якындагысы: { $next }
deadline-yearly-by = ел саен, соңгы көне: { $day } (ул да керә); якындагысы: { $next }
deadline-yearly-date = ел саен: { $day }; якындагысы: { $next }
deadline-yearly = елга бер тапкыр, ае әйтелмәгән
deadline-yearly-rare = { $count } елга бер тапкыр, ае әйтелмәгән
deadline-often-within = { $often }: { $first } – { $last }
deadline-often-since = { $often }, башлана: { $first }
deadline-often-daily = { $count ->
        [1] көн саен
       *[other] { $count } көнгә бер тапкыр
    }
deadline-often-weekly = { $count ->
        [1] атна саен
       *[other] { $count } атнага бер тапкыр
    }
deadline-often-working-days = эш көннәрендә
deadline-often-on = һәр атнада: { $weekdays }
deadline-often-monthly = { $count ->
        [1] ай саен
        [3] квартал саен
        [6] ярты елга бер тапкыр
       *[other] { $count } айга бер тапкыр
    }
deadline-often-month-days = ай саен, соңгы көне: { $days }
deadline-often-month-end = ай саен, айның соңгы көненә кадәр
deadline-often-working-day = { $number ->
        [-1] ай саен, соңгы эш көнендә
       *[other] ай саен, { $number } нче эш көнендә
    }
deadline-often-nth = ай саен: { $weekdays }
deadline-nth-mo = { $number ->
        [-1] айның соңгы дүшәмбе көне
       *[other] айның { $number } нче дүшәмбе көне
    }
deadline-nth-tu = { $number ->
        [-1] айның соңгы сишәмбе көне
       *[other] айның { $number } нче сишәмбе көне
    }
deadline-nth-we = { $number ->
        [-1] айның соңгы чәршәмбе көне
       *[other] айның { $number } нче чәршәмбе көне
    }
deadline-nth-th = { $number ->
        [-1] айның соңгы пәнҗешәмбе көне
       *[other] айның { $number } нче пәнҗешәмбе көне
    }
deadline-nth-fr = { $number ->
        [-1] айның соңгы җомга көне
       *[other] айның { $number } нче җомга көне
    }
deadline-nth-sa = { $number ->
        [-1] айның соңгы шимбә көне
       *[other] айның { $number } нче шимбә көне
    }
deadline-nth-su = { $number ->
        [-1] айның соңгы якшәмбе көне
       *[other] айның { $number } нче якшәмбе көне
    }
deadline-often-termly = чиреккә (триместрга) бер тапкыр
deadline-on-mo = дүшәмбе
deadline-on-tu = сишәмбе
deadline-on-we = чәршәмбе
deadline-on-th = пәнҗешәмбе
deadline-on-fr = җомга
deadline-on-sa = шимбә
deadline-on-su = якшәмбе

deadline-suggestion = { $doubt } Бәлки, «{ $suggestion }» дип язарга теләгәннәрдер.
deadline-doubt-ambiguous-years = «{ $first }–{ $last } еллар» ике календарь елмы, әллә бер уку елымы? Календарь еллар дип укылды.
deadline-doubt-approximate-rate = Кабатлану кагыйдәсе якынча: көннәрен үзегез сайлыйсыз.
deadline-doubt-before-order = Вакыты { $ordered_on } көнендәге боерыктан алдарак.
deadline-doubt-document-date = Бу документның датасы яки номеры, эшнең вакыты түгел.
deadline-doubt-duration = Күпме вакыт бирелүе әйтелгән, ләкин кайсы көннән икәне әйтелмәгән.
deadline-doubt-empty = Вакыты күрсәтелмәгән.
deadline-doubt-event = Вакыты вакыйгага бәйле, аның датасы әйтелмәгән.
deadline-doubt-external-order = Вакыты башка документта күрсәтелгән.
deadline-doubt-glued = Берничә күзәнәк бергә кушылган, ахры.
deadline-doubt-holidays-by-default = Каникулларның гадәти даталары алынды: мәктәп календаре белән чагыштырыгыз.
deadline-doubt-impossible-date = Календарьда мондый дата юк.
deadline-doubt-impossible-number = { $number } саны туры килми: иң зурысы — { $limit }.
deadline-doubt-impossible-year = { $year } елы туры килми.
deadline-doubt-left-over = Аңлашылмады һәм исәпкә алынмады: «{ $words }».
deadline-doubt-long-span = { $first }–{ $last } еллар — бер эш өчен артык озын вакыт.
deadline-doubt-look-alike = Саннарда цифрга охшаган хәрефләр бар иде, алар төзәтелде.
deadline-doubt-needs-plan = Төгәл көннәре аерым планда яки документта күрсәтелгән.
deadline-doubt-not-understood = Бу җөмләдә вакыт күренми.
deadline-doubt-on-demand = Кирәк булганда эшләнә: датасы юк.
deadline-doubt-outside-plan = Вакыты план чикләреннән чыга.
deadline-doubt-range-backwards = Ахыры башыннан алдарак.
deadline-doubt-reference = Вакыты башка планда яки документта күрсәтелгән.
deadline-doubt-repeated = Вакыты берничә тапкыр язылган, берсе исәпкә алынды.
deadline-doubt-reporting-period = Бу хисап чоры, эшнең вакыты түгел.
deadline-doubt-season = Ел фасылы өч календарь ае дип укылды.
deadline-doubt-stamp = «{ $stamp }» датага түгел, документтагы тамгага охшаган.
deadline-doubt-template-variable = Дата яки ел урынында тутырылмаган урын калган.
deadline-doubt-terms-by-default = Чирекләрнең яки триместрларның гадәти даталары алынды: мәктәп календаре белән чагыштырыгыз.
deadline-doubt-too-long = Вакытны белдерү өчен җөмлә артык озын.
deadline-doubt-two-digit-year = Ел ике цифр белән язылган, { $year } дип укылды.
deadline-doubt-typing-slip = Хата киткән, ахры; ул төзәтелде.
deadline-doubt-until-month = «Кадәр» сүзе «башланганчы» дип аңлашылды.
deadline-doubt-weekday-mismatch = { $day } — { $actual }, ә атнаның башка көне язылган: { $weekday }.

deadline-cli = сүзләр белән язылган вакыт ничек аңлашыла
deadline-cli-phrase = вакыт сүзләр белән; «-» — стандарт керештән JSON юлларын уку
deadline-cli-school-year = планның уку елы, мәсәлән 2023-2024
deadline-cli-year = планның календарь елы, мәсәлән 2023
deadline-cli-today = кайсы көнне бүгенге дип санарга, мәсәлән 2023-09-01
deadline-cli-json = JSON объекты белән җавап бирү
deadline-cli-reading = Аңлашылды: { $reading }
deadline-cli-warning = Игътибар. { $warning }
deadline-cli-school-year-wrong = «{ $value }» уку елы аңлашылмады. Рәттән килгән ике елны языгыз: 2023-2024.
deadline-cli-year-wrong = «{ $value }» елы аңлашылмады. { $first } – { $last } арасыннан дүрт цифр языгыз.
deadline-cli-today-wrong = «{ $value }» көне аңлашылмады. Болай языгыз: 2023-09-01.
deadline-cli-line-wrong = Юл аңлашылмады: «phrase» кыры булган JSON объекты кирәк.
