# How pairs are doing: the board, the card, the picture, the sheet, alerts about meetings.
# keys: audit-act-*

menu-board = 📊 How pairs are doing
board-title =
    <b>How pairs are doing</b>
    In all: { $total } · need attention: { $attention }
    Those who need you most come first. The figure runs from 0 to 100; a pair’s card shows what it is made of.
board-empty = There are no active pairs yet. A pair appears here once both sides have agreed.
board-all-well = ✅ No pair needs special attention now.
board-pair = { $mentor } → { $mentees }
board-line-button = { $mark } { $mentor } → { $mentee }
board-entry = { $mark } <b>{ $health }</b> · { $pair }
board-entry-school = { $school }
board-entry-paused = Paused: no meetings are expected.
board-entry-meetings =
    Last: { $last }
    Next: { $next }
board-entry-known = { $words }
board-last = { $day }, days passed: { $days } of { $limit }
board-last-late = { $day }, days passed: { $days }, the limit is { $limit }
board-last-none = never so far, days passed: { $days } of { $limit }
board-next = { $when }
board-next-proposed = { $when } (awaits an answer)
board-next-none = not arranged
board-unknown = no data
board-entry-tasks = agreed tasks: { $done } of { $total } done
board-entry-tasks-late = agreed tasks: { $done } of { $total } done, { $overdue } overdue
board-entry-mood = feedback: { $mood } of 10
board-entry-trial = after the trial: { $words }
board-trial-continue = go on
board-trial-not-sure = not sure
board-trial-change = a change is wanted
board-show-needy = 🔴 Need attention ({ $count })
board-show-all = All pairs ({ $total })
board-picture = 🗓 Month
board-sheet = 📄 .xlsx
board-back = To the board
board-card =
    { $mark } <b>{ $pair }</b>
    { $school }
    Figure: <b>{ $health }</b>
board-parts = What it is made of:
board-score = • { $part }: <b>{ $value }</b> (weight { $weight }) — { $reason }
board-score-plain = { $part }: { $value } — { $reason }
board-parts-unknown = Not known yet and not counted: { $parts }.
board-own = You belong to this pair, so feedback and what was said after the trial meeting are hidden from you and not counted.
board-part-rhythm = Rhythm of meetings
board-part-next = Next meeting
board-part-tasks = Agreed tasks
board-part-mood = The mentee’s feedback
board-part-trial = Words after the trial
board-part-outcomes = Recent meetings
board-reason-kept = days passed: { $days }, up to { $limit } are fine
board-reason-awaited = the first meeting is awaited, days passed: { $days } of { $limit }
board-reason-broken = days passed: { $days }, there should be no more than { $limit }
board-reason-never-met = they have not met yet, days passed: { $days } of { $limit }
board-reason-next-confirmed = arranged and confirmed
board-reason-next-proposed = proposed, not answered yet
board-reason-next-none = not arranged
board-reason-tasks-on-time = { $total } in all, none overdue
board-reason-tasks-overdue = { $overdue } of { $total } overdue
board-reason-mood-good = { $mood } of 10 on average
board-reason-mood-mixed = { $mood } of 10 on average, worth a talk
board-reason-mood-low = { $mood } of 10 on average, please talk to the mentee
board-reason-trial-continue = everybody wants to go on
board-reason-trial-not-sure = somebody is not sure
board-reason-trial-change = somebody wants a change
board-reason-outcomes-held = all took place
board-reason-outcomes-missed = not all took place
board-rhythm-own = Set for this pair: at most { $days } days between meetings.
board-rhythm-school = As everywhere at the school: at most { $days } days between meetings.
board-ends-on = The pair’s term ends on { $day }.
board-remind = 🔔 Remind the pair
board-remind-task = 🔔 Remind of the task
board-rhythm = Rhythm of meetings
board-open-pair = The pair’s card
board-open-health = Open the pair
board-extend = Change the term
board-open-person = The person’s card
board-open-pairs = Pairs
board-open-pupil = The pupil’s card
board-link = 🔗 Show the link
board-link-anew = A new link
board-parent-link = 🔗 Link for the parent
board-ask-rhythm =
    { $pair }
    
    How many days may pass between two meetings of this pair? If they do not meet for longer, you get an alert.
board-rhythm-days = { $days } days
board-rhythm-as-school = As at the school
board-chosen = ● { $words }
board-rhythm-saved = ✅ The rhythm is saved.
board-rhythm-told =
    The curator has changed how often you meet: { $names }. From now on, please meet at least every { $days } days.
    If your next meeting is not arranged yet, choose a time.
board-reminded = 🔔 A reminder is on its way: { $names }.
board-reminded-already = You have reminded them today already. You can do it again tomorrow.
board-unreachable = The bot cannot write to: { $names }. Please tell them yourself.
board-please-plan =
    The curator asks you to arrange the next meeting with: { $names }.
    Tap the button and choose a time; the other side only has to confirm.
board-please-plan-final =
    Your pair’s term: { $day }. The curator asks you to arrange the final meeting with: { $names }.
    Tap the button and choose a time.
board-plan = 🗓 Choose a time
board-please-do =
    The curator reminds you of what was agreed:
    { $task }
    It was due on { $day }. If it is done, please say so.
board-task-done = ✅ Done
board-to-task = Open
board-no-end = no end is set
board-alert-first-late =
    ⏳ This pair has not met yet: { $pair }.
    Days passed: { $days }; the first meeting was expected within { $limit }.
    Next: { $next }.
board-alert-rhythm =
    ⏳ This pair has not met for a long time: { $pair }.
    Last meeting: { $last }.
    Next: { $next }.
board-alert-final =
    🏁 The pair’s term is about to end, and there is no final meeting: { $pair }.
    Last day: { $day }. Next meeting: { $next }.
board-alert-task =
    📌 An agreed task is not done, { $name } is responsible:
    { $task }
    It was due on { $day }.
board-alert-capacity =
    👥 A mentor has more mentees than places: { $name }.
    Now { $taken }, places { $capacity }. If the mentor agrees, make it as many places, or propose another mentor to somebody.
board-alert-unopened =
    📭 { $name }: nobody has opened the personal link made on { $day }.
    Pass it on once more, or make a new one.
board-alert-unopened-parent =
    📭 { $name }: the parent has not opened the link made on { $day }.
    Please pass it on once more.
board-alert-link-expired = The link has expired: a new one is needed.
board-give-places = Make it { $places } places
board-places-given = ✅ { $name }. Places now: { $places }. The mentor is told.
board-places-told =
    The curator has set the number of your places for mentees to { $places }, as many as you have now.
    If that is too many for you, please tell the curator.
board-picture-title = Meetings of pairs · { $month }
board-picture-caption = Meetings of pairs: { $month }. The dashed line is today.
board-picture-cut = There are very many pairs: this is the first part. All are in the .xlsx file.
board-picture-today = This month
board-day-disputed = accounts differ
board-day-missed = did not take place
board-day-held = took place
board-day-untold = outcome not told
board-day-planned = arranged
board-day-off = day off or holidays
board-column-health = Figure
board-column-mentor = Mentor
board-column-mentees = Mentees
board-column-school = Organisation
board-column-last = Last meeting
board-column-days = Days passed
board-column-limit = Days allowed
board-column-next = Next meeting
board-column-tasks = Agreed tasks
board-column-mood = Feedback, of 10
board-column-trial = After the trial
board-column-why = What the figure is made of
board-sheet-name = Pairs
board-sheet-title = How pairs are doing, { $day }
board-sheet-caption = How all pairs are doing. The feedback in this file is not for mentors: please do not pass it on.
board-file-name = pairs
error-pair-paused = Somebody of the pair has paused: there is nothing to remind them of now.
error-already-planned = A meeting is arranged already: no reminder is needed.
error-sheet-kept-out-of-chat = Your organisation keeps files about people out of Telegram. The board shows the same.
audit-act-pairs-board_seen = looked at the state of pairs
audit-act-pairs-picture_taken = took the picture of the pairs’ meetings
audit-act-pairs-sheet_taken = took the spreadsheet about pairs
audit-act-pair-health_seen = looked at the figure of a pair
audit-act-pair-rhythm_set = changed the rhythm of a pair
audit-act-pair-reminded = reminded a pair
audit-act-person-places_given = changed the number of places of a mentor
