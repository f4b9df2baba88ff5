# When and how to meet: times offered, the calendar, words, the place, visits to lessons.
# keys: planning-place-*, planning-problem-*, planning-offer-*

menu-plan = 🗓 Plan a meeting

planning-head =
    <b>{ $kind }</b>
    With: { $who }
planning-head-move =
    <b>Another time</b>
    { $kind } · with: { $who }
planning-purpose = What for: { $purpose }
planning-agenda = During the lesson:
planning-agenda-before = Before the lesson:
planning-agenda-after = After the lesson:
planning-agenda-point = • { $point }
planning-where = Where: { $where }
planning-planned-already = You already have a meeting: { $when }. This would be one more.
planning-choose = Tap a time and the proposal is sent at once. Or type your own: “Tuesday 15:30”, “tomorrow after lesson 6”, “12.11 at 14”.
planning-nothing-free = No time suits everybody. Type your own, such as “Tuesday 15:30”, or open the calendar.
planning-seen-by = The proposal goes to: { $who }
planning-widened = No time in the coming days is convenient for everybody. These are others when all are free.
planning-later = The next two weeks are full, so these times are later.
planning-visit-next =
    Tap “Choose the lesson”: we will ask whose lesson, the day, the class and what to talk about.
    The proposal goes to: { $who }
planning-visit-go = Choose the lesson
planning-calendar = 📅 Calendar
planning-place = 📍 Place
planning-other-kind = Another meeting
planning-other-pair = Another pair
planning-cancel = Cancel

planning-place-school = At school
planning-place-online = Online
planning-place-mixed = In person and online

planning-sent = The proposal is sent: <b>{ $when }</b>.
planning-sent-what =
    { $kind }
    Where: { $where }
    With: { $who }
planning-sent-next = We will tell you when there is an answer.
planning-take-back = Take back
planning-change = Change
planning-repeat = 🔁 Repeat
planning-open = Open the meeting
planning-to-list = My meetings
planning-no-pair = You can plan meetings once you are in an active mentoring pair. As soon as the curator has found one and everybody agrees, we will write to you.
planning-stopped = All right, no meeting is proposed. Nothing was sent.

planning-offer-begin = <b>It is time to agree on the first meeting.</b> With: { $who }
planning-offer-after = <b>The next meeting is not planned yet.</b> With: { $who }
planning-offer-rhythm = <b>It will soon be time to meet again.</b> With: { $who }
planning-offer-what =
    { $kind }
    What for: { $purpose }
planning-offer-choose = Tap a time and the proposal is sent at once.
planning-offer-other = Another time

planning-form-new = <b>New meeting</b>
planning-form-move = <b>Another time</b>
planning-kind-likely = { $kind } · suggested
planning-ask-pair = Whom would you like to meet?
planning-ask-kind = Which meeting will it be?
planning-ask-day = Choose a day in the calendar or type it: “25.11”, “on Friday”, “in a week at 16”.
planning-ask-time =
    { $day }
    At what time? Choose one or type it: “15:30”, “after lesson 6”.
planning-ask-time-typed =
    { $day }
    At what time? Type it: “15:30”, “after lesson 6”.
planning-ask-bell =
    { $day }
    Which lesson? The lessons of this teacher are marked. You can also type a time, such as “10:20”.
planning-ask-bell-typed =
    { $day }
    At what time is the lesson? The bells of your school are not set yet, so type a time such as “10:20”.
planning-bell = Lesson { $number }, { $since }–{ $until }
planning-bell-own = ✓ Lesson { $number }, { $since }–{ $until }
planning-ask-place =
    Now: { $where }.
    Where will you meet? Choose, or type a place or a link to a call.
    Your answer will be seen by: { $who }
planning-ask-teacher = Whose lesson will you visit?
planning-own-lesson = My lesson
planning-ask-lesson =
    Which class and subject? Type, for example, “7B, physics”.
    Your answer will be seen by: { $who }
planning-ask-aim =
    What should be looked at in the lesson? Type a sentence or two, or skip this.
    Your answer will be seen by: { $who }
planning-skip = Skip
planning-today = Today
planning-tomorrow = Tomorrow

planning-summary =
    <b>{ $kind }</b>
    When: { $when }
    { $minutes ->
        [one] For: { $minutes } minute
       *[other] For: { $minutes } minutes
    }
    Where: { $where }
    With: { $who }
planning-visit-lesson = Lesson: { $lesson }
planning-visit-aim = What to look at: { $aim }
planning-visit-before = Talk before the lesson: at { $at }
planning-visit-after = Talk after the lesson: at { $at }
planning-talk-before-on = ✓ Talk before the lesson
planning-talk-before-off = Talk before the lesson
planning-talk-after-on = ✓ Talk after the lesson
planning-talk-after-off = Talk after the lesson
planning-summary-ask = Is everything right? The proposal goes to: { $who }
planning-send = Send the proposal
planning-warn-shifted = The clocks change that day, and there is no such time. We took the next one that exists.
planning-warn-night = Please note: this is in the evening, at night or early in the morning.
planning-warn-lesson = Please note: one of you has a lesson at that time.
planning-warn-day-off = Please note: this is a day off or in the holidays.
planning-warn-event = In your plan for that day: { $event }

planning-resumed = You had already begun to propose a meeting. Let us go on from here.
planning-anew = Start over
planning-hint-when = We could not make out when. Type a day and a time, such as “Tuesday 15:30”, “tomorrow after lesson 6” or “25.11 at 14”.
planning-hint-time = We could not make out the time. Type hours and minutes, such as “15:30”, or “after lesson 6”.
planning-hint-which-day = Please type the day as well, such as “tomorrow after lessons”.
planning-hint-visit = First tap “Choose the lesson”.
planning-hint-buttons = Please choose one of the buttons here.
planning-hint-text = A typed answer or a button is needed here. Everything you have said so far is kept.
planning-problem-no-bells = The bells of your school are not set yet, so we do not know when that lesson ends. Type hours and minutes, such as “14:10”, or ask the curator to set the bells.
planning-problem-no-such-lesson = The bells of your school have no lesson with this number. Type hours and minutes, such as “14:10”.
planning-problem-no-lessons = Your lessons on that day are not set. Type hours and minutes, such as “14:10”, or “after lesson 6”.
