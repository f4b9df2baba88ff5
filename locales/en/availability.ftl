# When it is convenient to meet: parts of the day, lessons, the bells and holidays of the school.
# keys: availability-part-*, availability-break-*, audit-act-*

menu-school-times = 🕒 Bells and holidays

availability-times = <b>Convenient times</b>
availability-whose = Who: { $who }
availability-from-profile = Taken from the application so far. Tap a cell to be more precise.
availability-unknown = Nothing is set yet, so times after lessons are offered. Tap the cells that suit you.
availability-hours = { $hours }
availability-seen = Only you, the curator and the head see this table; the other side is only offered times when both are free.
availability-part-morning = 🌅
availability-part-afternoon = ☀️
availability-part-evening = 🌙
availability-lessons-button = My lessons: { $count }
availability-clear = Forget, use the application
availability-to-meetings = My meetings
availability-lessons = <b>Lessons</b>
availability-no-bells = The bells of the school are not set yet. Mark the numbers of the lessons; the times appear once the curator has set the bells.
availability-lessons-use = During lessons we do not write about what can wait and offer no meetings.
availability-bell = { $number }: { $since }–{ $until }

availability-school =
    <b>Bells and holidays</b>
    { $name }
availability-bells-none = The bells are not set yet. Take the usual ones (eight lessons of 40 minutes from 8:30, breaks of 10 and 20 minutes) and correct them, or enter your own.
availability-bells-usual = Take the usual bells
availability-bell-add = Add lesson { $number }
availability-bell-remove = Remove this lesson
availability-bell-ask = When does lesson { $number } begin and end? Type, for example, “8:30–9:10”.
availability-bell-hint = We could not make that out. Type the beginning and the end of the lesson, such as “8:30–9:10”.
availability-breaks-button = Holidays: { $count }
availability-members-button = Times and lessons of each
availability-breaks = <b>Holidays</b>
availability-breaks-none = Not set yet.
availability-breaks-add = Add holidays: no meetings are offered on these days, and lessons do not count.
availability-break-autumn = Autumn
availability-break-winter = Winter
availability-break-spring = Spring
availability-break-summer = Summer
availability-break-other = Other
availability-break-line = { $title }: { $first } – { $last }
availability-break-remove = Remove: { $title }
availability-break-ask =
    <b>{ $title }</b>
    Type the first and the last day, such as “26.10 – 03.11”.
availability-break-hint = We could not make out the days. Type the first and the last, such as “26.10 – 03.11”.
availability-saved = Saved.
availability-text-needed = A typed answer is needed here.
availability-members = <b>Times and lessons of each</b>
    A tick means that convenient times are set. Your look is recorded in the access log.
availability-members-none = There are no mentors and mentees yet.

audit-act-person-times-seen = looked at convenient times and lessons
audit-act-person-times-set = set convenient times for somebody else
audit-act-person-lessons-set = set lessons for somebody else
audit-act-school-times-seen = looked at whose convenient times are set
audit-act-school-bells-set = changed the bells of the school
audit-act-school-breaks-set = changed the holidays of the school

error-bell-wrong = A lesson lasts at least ten minutes and does not overlap its neighbours. Please check the time.
error-break-wrong =
    { $days ->
        [one] The last day is not before the first and not over yet, and holidays last at most { $days } day. Please check the days.
       *[other] The last day is not before the first and not over yet, and holidays last at most { $days } days. Please check the days.
    }
