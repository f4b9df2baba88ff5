# Series of meetings: repeat, skip days, move all that follow.
# keys: series-rhythm-*, series-left-*, series-state-*, series-item-*, series-until-*

series-rhythm-weekly = Every week
series-rhythm-biweekly = Every two weeks
series-rhythm-monthly = Once a month

series-what =
    <b>🔁 { $kind }</b>
    How often: { $rhythm }, { $minutes } min each
    Until: { $until }
    Where: { $place }
    With: { $who }
series-next = Next: { $when }
series-days = Days ({ $count }): { $days }
series-days-more = { $days } and { $count } more
series-left-skipped = Skipped: { $days }
series-left-day-off = Weekends and public holidays: { $days }
series-left-break = School holidays: { $days }
series-left-taken = The time is taken by another meeting: { $days }
series-left-called-off = No meeting (called off, moved or the time is taken): { $days }

series-state-asked = The series is waiting for your answer. One tap answers for all days.
series-state-join = The series is running. Please say whether you will come.
series-state-absent = The series is running without you. If your plans change, confirm it.
series-state-proposed = We are waiting for an answer to your proposal.
series-state-confirmed = The series is confirmed. We will remind you of every meeting.
series-state-declined = The series did not suit.
series-state-ended = The series is over.

series-confirm = Confirm all days
series-decline = Decline the series
series-skip = Skip a day
series-end = End the series
series-take-back = Take the proposal back
series-leave = I can’t come any more
series-to-list = My series
series-list =
    <b>Series of meetings</b>
    Tap a series to see its days.
series-list-empty =
    <b>Series of meetings</b>
    There are none yet. Open a coming meeting and tap “Repeat”.
series-item-waiting = ❗ { $rhythm } · { $who } · waiting for an answer
series-item-proposed = { $rhythm } · { $who } · proposed
series-item-confirmed = { $rhythm } · { $who }

series-end-sure = End the series? All its coming meetings will be called off. This will be told to: { $who }
series-end-yes = Yes, end it
series-take-back-sure = Take the proposal of a series back? The meeting itself stays.
series-take-back-yes = Yes, take it back
series-leave-sure = Are you not coming any more? The others go on without you, and your mentor will know.
series-leave-yes = Right, I can’t
series-ask-skip =
    <b>Which day is left out?</b>
    There will be no meeting on that day. This will be told at once to: { $who }
series-ask-move =
    <b>What should be moved?</b>
    Meeting of the series: { $when }
    With: { $who }
series-move-one = Only this meeting
series-move-following = This and all that follow

series-form-new = <b>Repeat a meeting</b> · { $step } of { $steps }
series-form-move = <b>Move a series</b> · { $step } of { $steps }
series-form-stop = Cancel
series-form-send = Send
series-form-stopped = All right, nothing was changed and nothing was sent.
series-ask-rhythm =
    First meeting: { $when }
    With: { $who }

    How often should it repeat?
series-ask-until = Until which day? Choose, or type a date such as “25.12”.
series-until-new-year = Until the New Year · { $day }
series-until-year-end = Until the end of the school year · { $day }
series-ask-day = To which day of this week? The meetings that follow will be on the same weekday.
series-ask-time =
    { $day }
    At what time? Choose one or type it, for example “15:30”.
series-summary =
    { $rhythm }, beginning: { $first }
    Until: { $until }
    Where: { $place }
    Meetings: { $count }
    Days: { $days }
series-ask-days = Tap a day to strike it out or take it in again. The proposal will go to: { $who }
series-day-in = ✅ { $day }
series-day-out = ✖️ { $day }
series-sent = The proposal is sent. The series will be seen and confirmed in one tap by: { $who }
series-hint-time = This time is not clear. Type hours and minutes, for example “15:30”.
series-hint-buttons = Please choose one of the buttons here.

series-confirmed-by-you = Thank you, the series is confirmed.
series-declined-by-you = Noted: the series does not suit you. No reason is needed.
series-ended-by-you = The series is ended. The other side will know.
series-left-by-you = Noted: you are not coming any more. Your mentor will know.
series-skipped-by-you = The day is left out: { $day }. The other side will know.

series-notice-proposed = <b>You are offered regular meetings.</b> Proposed by: { $who }
series-notice-moved = <b>You are offered another time for a series of meetings.</b> The earlier meetings from that day on are called off. Proposed by: { $who }
series-notice-confirmed = <b>The series of meetings is confirmed.</b>
series-notice-declined = <b>The series of meetings did not suit.</b> You can propose another time.
series-notice-ended = <b>The series of meetings was ended.</b> Its coming meetings are called off.
series-notice-taken-back = <b>The proposal of a series was taken back.</b>
series-notice-lapsed = <b>Nobody answered the proposal of a series in time.</b> You can propose another.
series-notice-joined = <b>Will come to the meetings of the series:</b> { $who }
series-notice-left = <b>Will not come to the meetings of the series:</b> { $who }
series-notice-skipped = <b>No meeting of the series on:</b> { $day }
series-notice-left-out = <b>No meeting of the series: the time is taken.</b> Day: { $day }

people-behalf-repeats = 🔁 { $rhythm }, until { $until }
people-behalf-ask-series = <b>{ $name }</b>
    A series of meetings is proposed. Ask your colleague whether it suits.
people-behalf-series-yes = Will come
people-behalf-series-no = Does not suit
people-behalf-done-series-yes = ✅ The series is confirmed. Remind your colleague of the meetings yourself: the bot can’t reach them.
people-behalf-done-series-no = Noted: the series does not suit. The other side has been told.
people-pending-series = { $name } · series from { $day }?
audit-act-on-behalf-series-confirmed = confirmed a series of meetings for a colleague
audit-act-on-behalf-series-declined = declined a series of meetings for a colleague

error-series-end-wrong = A series may end no earlier than { $first } and no later than { $last }. Please type another date.
error-series-empty = Not one meeting is left until that day. Choose a later day or take days in again.
error-series-all-taken = The time is taken on all these days. Please choose another time.
