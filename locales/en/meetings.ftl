# The meetings of a pair: proposing, answering, moving, saying whether it took place.
# keys: meetings-kind-*, meetings-state-*, meetings-item-*, meetings-place-*

menu-meetings = 📅 Meetings
calendar-weekdays = Mo Tu We Th Fr Sa Su

meetings-kind-organisational = Organisational meeting
meetings-kind-trial = Trial working meeting
meetings-kind-planning = Planning meeting
meetings-kind-regular = Working meeting
meetings-kind-final = Final meeting
meetings-kind-lesson-visit = Lesson visit
meetings-kind-likely = { $kind } · suggested

meetings-what =
    <b>{ $kind }</b>
    When: { $when }
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
meetings-no-pair = You can propose a meeting once you belong to an active mentoring pair. We will write to you as soon as the curator has found one and everybody has agreed.

meetings-form-new = <b>New meeting</b> · { $step } of { $steps }
meetings-form-move = <b>Another time</b> · { $step } of { $steps }
meetings-form-cancel = Cancel
meetings-form-send = Send the proposal
meetings-form-anew = Begin anew
meetings-form-resumed = You have already begun to propose a meeting. Let us go on from here.
meetings-form-stopped = All right, no meeting is proposed. Nothing was sent.
meetings-ask-pair = Whom would you like to meet?
meetings-ask-kind =
    What kind of meeting will it be?
    With: { $who }
meetings-ask-day = Choose a day in the calendar, or type it, for example “25.11”.
meetings-ask-time =
    { $day }
    At what time? Choose one, or type it, for example “15:30”.
meetings-ask-time-typed =
    { $day }
    At what time? Type it, for example “15:30”.
meetings-ask-place =
    Where will you meet? Choose, or type a place or a link.
    { $who } will see it.
meetings-place-school = At school
meetings-place-online = Online
meetings-place-same = Keep: { $place }
meetings-today = Today
meetings-tomorrow = Tomorrow
meetings-summary-ask = Is everything right? { $who } will see the proposal.
meetings-summary-shifted = The clocks change that day and this time does not exist. We took the next one that does.
meetings-summary-quiet = Please note: this is in the evening, at night or early in the morning.
meetings-sent = The proposal was sent. We will tell you when it is answered.
meetings-hint-time = We could not read the time. Type hours and minutes, for example “15:30”, “15.30” or “1530”.
meetings-hint-day = We could not read the day. Choose it in the calendar, or type day and month, for example “25.11”.
meetings-hint-buttons = Please choose one of the options with a button.
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
meetings-remind-today = <b>A reminder: you have a meeting today at { $at }.</b>
meetings-remind-tomorrow = <b>A reminder: you have a meeting tomorrow at { $at }.</b>
meetings-remind = <b>A reminder: you have a meeting soon.</b>

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
       *[other] The other side already has a meeting at that time. Please choose another time.
    }
error-meeting-settled =
    { $outcome ->
        [held] It is recorded already that the meeting took place. If that is wrong, please tell the curator.
        [not_held] It is recorded already that the meeting did not take place. If that is wrong, please tell the curator.
       *[other] The answers about the meeting differ, and the curator is finding out what happened. You need not change your answer.
    }
error-meeting-not-over = The meeting has not begun. You can say whether it took place once it has.
