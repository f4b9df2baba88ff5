# The meetings of a pair: proposing, answering, moving, saying whether it took place.
# keys: meetings-kind-*, meetings-state-*, meetings-item-*, meetings-place-*, meetings-mode-*

menu-meetings = 📅 Meetings
calendar-weekdays = Mo Tu We Th Fr Sa Su

meetings-kind-organisational = Organisational meeting
meetings-kind-trial = Trial working meeting
meetings-kind-planning = Planning meeting
meetings-kind-regular = Working meeting
meetings-kind-final = Final meeting
meetings-kind-lesson-visit = Lesson visit

meetings-what =
    <b>{ $kind }</b>
    When: { $when } · { $minutes } min
    Where: { $place }
    With: { $who }
meetings-instead = Instead of the earlier time: { $when }

meetings-state-asked = The meeting waits for your answer.
meetings-state-waiting = We are waiting for an answer to your proposal.
meetings-state-confirmed = The meeting is confirmed. We will remind you in good time.
meetings-state-tell = Did the meeting take place?
meetings-state-you-said-held = You said that the meeting took place. We are waiting for the other side.
meetings-state-you-said-not-held = You said that the meeting did not take place. We are waiting for the other side.
meetings-state-declined = This time did not suit.
meetings-state-cancelled = The meeting was called off.
meetings-state-moved = Another time was proposed instead of this meeting.
meetings-state-held = The meeting took place.
meetings-state-not-held = The meeting did not take place.
meetings-state-disputed = The answers about the meeting differ. The curator will find out what happened.

meetings-confirm = Confirm
meetings-move = Offer another time
meetings-decline = Decline
meetings-call-off = Call off the meeting
meetings-call-off-sure = Call off the meeting? { $who } will be told.
meetings-call-off-yes = Yes, call it off
meetings-held = It took place
meetings-not-held = It did not
meetings-feedback = Answer three questions
meetings-open = Open the meeting
meetings-to-list = My meetings
meetings-propose = Propose a meeting
meetings-propose-another = Propose another meeting

meetings-list =
    <b>My meetings</b>
    The nearest first, then those in the past. Tap a meeting to open it.
meetings-list-empty =
    <b>My meetings</b>
    There are no meetings yet.
meetings-item-waiting = ❗ { $when } · { $who } · needs an answer
meetings-item-proposed = { $when } · { $who } · proposed
meetings-item-confirmed = { $when } · { $who }
meetings-item-declined = { $when } · { $who } · declined
meetings-item-cancelled = { $when } · { $who } · called off
meetings-item-held = ✓ { $when } · { $who }
meetings-item-not-held = { $when } · { $who } · did not take place
meetings-item-disputed = { $when } · { $who } · being clarified

meetings-place-school = At school
meetings-place-online = Online
meetings-hint-text = An answer is needed here, as text or with a button. What you have entered so far is kept.

meetings-confirmed-by-you = Thank you, the meeting is confirmed.
meetings-declined-by-you = You declined this time. You need not say why.
meetings-called-off-by-you = The meeting was called off; the other side will be told.
meetings-thanks = Thank you, your answer was recorded.

meetings-notice-proposed = <b>A meeting is proposed to you</b> by { $who }.
meetings-notice-moved = <b>Another time for the meeting is proposed to you</b> by { $who }.
meetings-notice-confirmed = <b>Your proposal was accepted.</b>
meetings-notice-declined = <b>The time you proposed did not suit.</b> You can propose another.
meetings-notice-cancelled = <b>The meeting was called off.</b>
meetings-notice-lapsed = <b>Your proposal was not answered in time.</b> The time of the meeting is over; you can propose another.
meetings-notice-ask-held = <b>Did the meeting take place?</b> One tap is enough.
meetings-notice-held = <b>The curator recorded that the meeting took place.</b>
meetings-notice-not-held = <b>The curator recorded that the meeting did not take place.</b>

meetings-disputed =
    <b>The answers about a meeting differ</b>
    { $kind }: { $when }
meetings-says-held = { $who }: it took place
meetings-says-not-held = { $who }: it did not take place
meetings-judge-held = Count it as held
meetings-judge-not-held = Count it as not held
meetings-judged-held = Decided: the meeting took place. Both sides will be told.
meetings-judged-not-held = Decided: the meeting did not take place. Both sides will be told.

error-meeting-time-passed = This time is over already. Please choose another.
error-meeting-too-far =
    { $days ->
        [one] A meeting can be proposed at most { $days } day ahead. Please choose a nearer day.
       *[other] A meeting can be proposed at most { $days } days ahead. Please choose a nearer day.
    }
error-meeting-overlaps =
    { $whose ->
        [own] You already have a meeting close to that time: { $at }. Please choose another time.
        [asked] You have already proposed a meeting for this time: { $at }. You can change it or take it back in “Meetings”.
       *[other] The other side already has a meeting at that time. Please choose another time.
    }
error-meeting-settled =
    { $outcome ->
        [held] It is recorded already that the meeting took place. If that is wrong, please tell the curator.
        [not_held] It is recorded already that the meeting did not take place. If that is wrong, please tell the curator.
       *[other] The answers about the meeting differ, and the curator is finding out what happened. You need not change your answer.
    }
error-meeting-not-over = The meeting has not begun. You can say whether it took place once it has.

meetings-mode-in-person = in person
meetings-mode-online = online
meetings-mode-mixed = in person and online
meetings-lesson = Lesson: { $lesson } · taught by { $who }
meetings-lesson-own = you
meetings-lesson-any = class and subject not given
meetings-lesson-before = Talk before the lesson: { $at }
meetings-lesson-after = Talk after the lesson: { $at }
meetings-lesson-aim = What to look at: { $aim }
meetings-of-series = 🔁 This is one of a series of meetings.
meetings-group-come = Coming: { $who }
meetings-group-absent = Not coming: { $who }
meetings-group-silent = No answer yet: { $who }
meetings-state-join = The meeting will take place. Please say whether you are coming.
meetings-state-absent = The meeting will take place without you. If your plans change, confirm it.
meetings-no-reason = Reason: { $reason }
meetings-decline-why = Decline and say why
meetings-decline-silently = Decline without a reason
meetings-ask-reason = Why does the meeting not suit you? A short note, up to { $limit } characters. Your words will be read by: { $who }
meetings-take-back = Take the proposal back
meetings-take-back-sure = Take the proposal back? This will be told to: { $who }
meetings-take-back-yes = Yes, take it back
meetings-leave = I can’t come
meetings-leave-sure = Are you not coming? The meeting will take place without you, and your mentor will know.
meetings-leave-yes = Right, I’m not coming
meetings-repeat = 🔁 Repeat
meetings-series = 🔁 The whole series
meetings-file = 📎 Calendar file
meetings-after = 📝 What was done and agreed
meetings-series-list = 🔁 Series of meetings ({ $count })
meetings-tasks = 📌 Agreed tasks
meetings-diary = 📓 Diary
meetings-times = 🕒 Convenient times
meetings-calendar = 🔔 Reminders and calendar
meetings-yes-by-you = Thank you, your answer is noted. We are waiting for the mentor’s answer.
meetings-absent-by-you = Noted: you are not coming. Your mentor will know.
meetings-declined-with-reason = You have declined this time. We will pass the reason on.
meetings-notice-stands = <b>The meeting will take place.</b>
meetings-notice-joined = <b>Coming to the meeting:</b> { $who }
meetings-notice-absent = <b>Not coming to the meeting:</b> { $who }
error-meeting-length-wrong = A meeting may last from { $least } to { $most } minutes. Please give another length.
error-link-wrong = Please send the whole link, beginning with http:// or https://.
error-lesson-talk-wrong = The talk before the lesson has to be before it begins, and the talk after it not before it ends. Please change the time.
