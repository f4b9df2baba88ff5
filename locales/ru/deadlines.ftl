# Сроки: как понята фраза, что в ней сомнительно, ответы командной строки.
# keys: deadline-doubt-*
# keys: deadline-often-*
# keys: deadline-on-*
# keys: deadline-nth-*

deadline-day-of-year = { $day } { $year } г.
deadline-month-of-year = { $month } { $year } г.
deadline-unparsable = срок не понят
deadline-by = до { $day } (включительно)
deadline-months = { $first } – { $last }
deadline-period = с { $first } по { $last }
deadline-since = постоянно, с { $day }
deadline-always = постоянно
deadline-yearly-period = каждый год с { $first } по { $last }; ближайший срок: { $next }
deadline-yearly-by = каждый год до { $day } (включительно); ближайший срок: { $next }
deadline-yearly-date = каждый год { $day }; ближайший раз: { $next }
deadline-yearly = раз в год, месяц не назван
deadline-yearly-rare = { $count ->
        [one] раз в { $count } год, месяц не назван
        [few] раз в { $count } года, месяц не назван
       *[other] раз в { $count } лет, месяц не назван
    }
deadline-often-within = { $often }, с { $first } по { $last }
deadline-often-since = { $often }, с { $first }
deadline-often-daily = { $count ->
        [1] ежедневно
        [one] раз в { $count } день
        [few] раз в { $count } дня
       *[other] раз в { $count } дней
    }
deadline-often-weekly = { $count ->
        [1] еженедельно
        [one] раз в { $count } неделю
        [few] раз в { $count } недели
       *[other] раз в { $count } недель
    }
deadline-often-working-days = по рабочим дням
deadline-often-on = по { $weekdays }
deadline-often-monthly = { $count ->
        [1] ежемесячно
        [3] ежеквартально
        [6] раз в полгода
        [one] раз в { $count } месяц
        [few] раз в { $count } месяца
       *[other] раз в { $count } месяцев
    }
deadline-often-month-days = каждый месяц до { $days } числа
deadline-often-month-end = каждый месяц до последнего дня
deadline-often-working-day = { $number ->
        [-1] каждый месяц в последний рабочий день
       *[other] каждый месяц в { $number }-й рабочий день
    }
deadline-often-nth = каждый месяц: { $weekdays }
deadline-nth-mo = { $number ->
        [-1] последний понедельник
       *[other] { $number }-й понедельник
    }
deadline-nth-tu = { $number ->
        [-1] последний вторник
       *[other] { $number }-й вторник
    }
deadline-nth-we = { $number ->
        [-1] последняя среда
       *[other] { $number }-я среда
    }
deadline-nth-th = { $number ->
        [-1] последний четверг
       *[other] { $number }-й четверг
    }
deadline-nth-fr = { $number ->
        [-1] последняя пятница
       *[other] { $number }-я пятница
    }
deadline-nth-sa = { $number ->
        [-1] последняя суббота
       *[other] { $number }-я суббота
    }
deadline-nth-su = { $number ->
        [-1] последнее воскресенье
       *[other] { $number }-е воскресенье
    }
deadline-often-termly = раз в четверть (триместр)
deadline-on-mo = понедельникам
deadline-on-tu = вторникам
deadline-on-we = средам
deadline-on-th = четвергам
deadline-on-fr = пятницам
deadline-on-sa = субботам
deadline-on-su = воскресеньям

deadline-suggestion = { $doubt } Вероятно, имелось в виду «{ $suggestion }».
deadline-doubt-ambiguous-years = «{ $first }–{ $last } годы» — это два календарных года или один учебный? Прочитано как календарные.
deadline-doubt-approximate-rate = Правило повторения приблизительное: дни внутри срока выбираете вы.
deadline-doubt-before-order = Срок раньше приказа от { $ordered_on }.
deadline-doubt-document-date = Это дата или номер документа, а не срок.
deadline-doubt-duration = Названо, сколько времени отводится, но не сказано, с какого дня.
deadline-doubt-empty = Срок не указан.
deadline-doubt-event = Срок отсчитывается от события, его дата не названа.
deadline-doubt-external-order = Срок назван в другом документе.
deadline-doubt-glued = Похоже, слились несколько ячеек.
deadline-doubt-holidays-by-default = Даты каникул взяты обычные: проверьте по календарю школы.
deadline-doubt-impossible-date = Такой даты нет в календаре.
deadline-doubt-impossible-number = Номер { $number } не подходит: наибольший — { $limit }.
deadline-doubt-impossible-year = Год { $year } не подходит.
deadline-doubt-left-over = Не понято и не учтено: «{ $words }».
deadline-doubt-long-span = { $first }–{ $last } годы — слишком долго для срока одного дела.
deadline-doubt-look-alike = В числах были буквы, похожие на цифры: они исправлены.
deadline-doubt-needs-plan = Точные дни названы в отдельном плане или документе.
deadline-doubt-not-understood = В этой фразе не видно срока.
deadline-doubt-on-demand = Делается по необходимости: даты нет.
deadline-doubt-outside-plan = Срок выходит за пределы плана.
deadline-doubt-range-backwards = Конец срока раньше начала.
deadline-doubt-reference = Срок назван в другом плане или документе.
deadline-doubt-repeated = Срок повторён несколько раз, учтён один.
deadline-doubt-reporting-period = Это период, за который отчитываются, а не срок.
deadline-doubt-season = Время года прочитано как три календарных месяца.
deadline-doubt-stamp = «{ $stamp }» похоже на отметку в документе, а не на дату.
deadline-doubt-template-variable = Вместо даты или года осталось незаполненное место.
deadline-doubt-terms-by-default = Даты четвертей или триместров взяты обычные: проверьте по календарю школы.
deadline-doubt-too-long = Фраза слишком длинная для срока.
deadline-doubt-two-digit-year = Год записан двумя цифрами, прочитан как { $year }.
deadline-doubt-typing-slip = Похоже на опечатку, она исправлена.
deadline-doubt-until-month = «До» понято как «прежде чем начнётся».
deadline-doubt-weekday-mismatch = { $day } — { $actual }, а назван другой день недели: { $weekday }.

deadline-cli = как понят срок, записанный словами
deadline-cli-phrase = срок словами; «-» — читать строки JSON со стандартного ввода
deadline-cli-school-year = учебный год плана, например 2023-2024
deadline-cli-year = календарный год плана, например 2023
deadline-cli-today = какой день считать сегодняшним, например 2023-09-01
deadline-cli-json = ответить объектом JSON
deadline-cli-reading = Понято: { $reading }
deadline-cli-warning = Внимание. { $warning }
deadline-cli-school-year-wrong = Учебный год «{ $value }» не понят. Напишите два года подряд: 2023-2024.
deadline-cli-year-wrong = Год «{ $value }» не понят. Напишите четыре цифры, от { $first } до { $last }.
deadline-cli-today-wrong = День «{ $value }» не понят. Напишите его так: 2023-09-01.
deadline-cli-line-wrong = Строка не понята: нужен объект JSON с полем «phrase».
