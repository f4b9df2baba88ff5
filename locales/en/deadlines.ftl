# Deadlines: how a phrase is understood, what is doubtful about it, answers of the command line.
# keys: deadline-doubt-*
# keys: deadline-often-*
# keys: deadline-on-*
# keys: deadline-nth-*

deadline-day-of-year = { $day } { $year }
deadline-month-of-year = { $month } { $year }
deadline-unparsable = the deadline is not understood
deadline-by = by { $day } (inclusive)
deadline-months = { $first } – { $last }
deadline-period = from { $first } to { $last }
deadline-since = at all times from { $day }
deadline-always = at all times
deadline-yearly-period = every year from { $first } to { $last }; next: { $next }
deadline-yearly-by = every year by { $day } (inclusive); next: { $next }
deadline-yearly-date = every year on { $day }; next: { $next }
deadline-yearly = once a year, no month named
deadline-yearly-rare = { $count ->
        [one] once in { $count } year, no month named
       *[other] once in { $count } years, no month named
    }
deadline-often-within = { $often }, from { $first } to { $last }
deadline-often-since = { $often }, from { $first }
deadline-often-daily = { $count ->
        [1] every day
       *[other] every { $count } days
    }
deadline-often-weekly = { $count ->
        [1] every week
       *[other] every { $count } weeks
    }
deadline-often-working-days = on working days
deadline-often-on = on { $weekdays }
deadline-often-monthly = { $count ->
        [1] every month
        [3] every quarter
        [6] every half-year
       *[other] every { $count } months
    }
deadline-often-month-days = every month by day { $days }
deadline-often-month-end = every month by the last day
deadline-often-working-day = { $number ->
        [-1] every month on the last working day
       *[other] every month on working day { $number }
    }
deadline-often-nth = every month: { $weekdays }
deadline-nth-mo = { $number ->
        [-1] the last Monday
       *[other] Monday no. { $number }
    }
deadline-nth-tu = { $number ->
        [-1] the last Tuesday
       *[other] Tuesday no. { $number }
    }
deadline-nth-we = { $number ->
        [-1] the last Wednesday
       *[other] Wednesday no. { $number }
    }
deadline-nth-th = { $number ->
        [-1] the last Thursday
       *[other] Thursday no. { $number }
    }
deadline-nth-fr = { $number ->
        [-1] the last Friday
       *[other] Friday no. { $number }
    }
deadline-nth-sa = { $number ->
        [-1] the last Saturday
       *[other] Saturday no. { $number }
    }
deadline-nth-su = { $number ->
        [-1] the last Sunday
       *[other] Sunday no. { $number }
    }
deadline-often-termly = once a school term
deadline-on-mo = Mondays
deadline-on-tu = Tuesdays
deadline-on-we = Wednesdays
deadline-on-th = Thursdays
deadline-on-fr = Fridays
deadline-on-sa = Saturdays
deadline-on-su = Sundays

deadline-suggestion = { $doubt } Probably meant: “{ $suggestion }”.
deadline-doubt-ambiguous-years = “{ $first }–{ $last }” may be two calendar years or one school year. It was read as calendar years.
deadline-doubt-approximate-rate = The rule is approximate: you choose the days within each period.
deadline-doubt-before-order = The deadline is earlier than the order of { $ordered_on }.
deadline-doubt-document-date = This is the date or number of a document, not a deadline.
deadline-doubt-duration = It says how long, but not from which day.
deadline-doubt-empty = No deadline is given.
deadline-doubt-event = The deadline depends on an event whose date is not given.
deadline-doubt-external-order = The deadline is set in another document.
deadline-doubt-glued = Several cells seem to have run together.
deadline-doubt-holidays-by-default = The usual dates of the school holidays were taken: check them against your school’s calendar.
deadline-doubt-impossible-date = There is no such date.
deadline-doubt-impossible-number = Number { $number } does not fit: the highest is { $limit }.
deadline-doubt-impossible-year = The year { $year } does not fit.
deadline-doubt-left-over = Not understood and left out: “{ $words }”.
deadline-doubt-long-span = { $first }–{ $last } is too long for a single duty.
deadline-doubt-look-alike = Letters stood in place of digits: they were put right.
deadline-doubt-needs-plan = The exact days are in a separate plan or document.
deadline-doubt-not-understood = No deadline can be seen in this phrase.
deadline-doubt-on-demand = It is done when needed: there is no date.
deadline-doubt-outside-plan = The deadline lies outside the plan.
deadline-doubt-range-backwards = It ends before it starts.
deadline-doubt-reference = The deadline is given in another plan or document.
deadline-doubt-repeated = The deadline stands there several times; it counts once.
deadline-doubt-reporting-period = This is the period reported on, not a deadline.
deadline-doubt-season = The season was read as three calendar months.
deadline-doubt-stamp = “{ $stamp }” looks like a mark on a document, not like a date.
deadline-doubt-template-variable = A blank was left in place of a date or year.
deadline-doubt-terms-by-default = The usual dates of school terms were taken: check them against your school’s calendar.
deadline-doubt-too-long = The phrase is too long for a deadline.
deadline-doubt-two-digit-year = The year has two digits; it was read as { $year }.
deadline-doubt-typing-slip = This looks like a typing slip; it was put right.
deadline-doubt-until-month = “Until” was read as “before it begins”.
deadline-doubt-weekday-mismatch = { $day } is a { $actual }, but another day of the week is named: { $weekday }.

deadline-cli = how a deadline in words is understood
deadline-cli-phrase = the deadline in words; “-” reads JSON lines from standard input
deadline-cli-school-year = the school year of the plan, such as 2023-2024
deadline-cli-year = the calendar year of the plan, such as 2023
deadline-cli-today = the day to take for today, such as 2023-09-01
deadline-cli-json = answer with a JSON object
deadline-cli-reading = Understood as: { $reading }
deadline-cli-warning = Please note. { $warning }
deadline-cli-school-year-wrong = The school year “{ $value }” is not understood. Write two years in a row: 2023-2024.
deadline-cli-year-wrong = The year “{ $value }” is not understood. Write four digits, from { $first } to { $last }.
deadline-cli-today-wrong = The day “{ $value }” is not understood. Write it like this: 2023-09-01.
deadline-cli-line-wrong = The line is not understood: a JSON object with the field “phrase” is needed.
