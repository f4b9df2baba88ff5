# After a meeting: whether it took place, what was done and agreed, the word after the trial meeting, the diary.
# keys: journal-task-line-*, journal-task-item-*, journal-tasks-*, journal-history-held, journal-history-not-held
# keys: journal-history-disputed, journal-trial-said-*, journal-trial-word-*, journal-trial-continue
# keys: journal-trial-not-sure, journal-trial-change

menu-journal = ✅ Log a meeting

journal-log = <b>Log a meeting</b>
journal-log-waiting = Did the meeting take place? One tap is enough.
journal-log-line = { $number }. { $when } — { $who }
journal-log-unplanned = Met without planning it? Tap the day it was.
journal-log-no-pair = You can log meetings once you belong to an active mentoring pair.
journal-held = ✅ It took place
journal-not-held = It did not
journal-today = Today
journal-yesterday = Yesterday
journal-other-day = Another day
journal-history = Meetings so far
journal-to-log = Back to the log
journal-to-meeting = To the meeting
journal-to-meetings = ‹ Meetings
journal-to-pair = Open the pair
journal-ready = Done
journal-ask-day =
    When did you meet?
    Type the day, with the time if you like: “09.11”, “09.11 14:30”, “Friday”, “yesterday at 15:00”.
    { $who } will see the entry and confirm it.
journal-logged = Noted: you met. We will ask the other side to confirm it: { $who }
journal-noted-already =
    <b>This meeting is in the log already</b>
    { $kind }: { $when }
    With: { $who }

    If you met once more on that day, log the second meeting too.
journal-maybe-same =
    <b>Is this the same meeting?</b>
    You have a meeting on that day already.
    { $kind }: { $when }
    With: { $who }
journal-open-noted = Open the entry
journal-same-yes = Yes, that is the one
journal-same-no = No, log another one
journal-ask-kind = What kind of meeting was it?
journal-rename = It was another kind of meeting
journal-take-back = Undo the entry
journal-taken-back = The entry is undone; the other side will not be asked.

journal-after =
    <b>{ $kind }</b>
    When: { $when }
    With: { $who }
journal-done =
    <b>What was done:</b>
    { $text }
journal-difficulties = <b>Worked on:</b> { $list }
journal-findings =
    <b>What the lesson showed:</b>
    { $text }
journal-agreed =
    <b>Agreed:</b>
    { $tasks }
journal-agreed-more =
    { $count ->
        [one] …and { $count } more
       *[other] …and { $count } more
    }
journal-you = you
journal-note-write = ✍️ What was done
journal-note-edit = ✍️ Change the note
journal-difficulties-tick = Difficulties worked on
journal-findings-write = What the lesson showed
journal-task-add = 📌 Add a task
journal-task-open = Open: { $text }
journal-plan-next = 🗓 Plan the next one
journal-plan-again = 🗓 Plan a meeting
journal-diary-about = 📓 Write in the diary
journal-correct-held = Correct it: it took place

journal-held-without-you = The meeting took place without you.

journal-ask-note =
    <b>What did you do at the meeting?</b>
    { $when }
    A sentence or two will do.
journal-ask-findings =
    <b>What did you conclude after the lesson?</b>
    { $when }
    Type what you decided together.
journal-now =
    It says now:
    { $text }
journal-note-readers = <i>Read by { $who }, the curator and the head. You can change it for two weeks.</i>
journal-note-kept = The note is saved.
journal-difficulties-found =
    <b>What did you work on?</b>
    What the mentee named comes first. The mentee and the curator see the ticks.
journal-difficulties-ask =
    <b>What did you work on?</b>
    The mentee and the curator see the ticks.

journal-history-title =
    <b>Meetings so far</b>
    { $who }
    Meetings: { $total }
journal-history-whose = Whose meetings would you like to look through?
journal-history-empty = There has been no meeting yet. The first one will appear here.
journal-history-held =
    <b>✓ { $when }</b>
    { $kind }
journal-history-not-held =
    <b>{ $when } · did not take place</b>
    { $kind }
journal-history-disputed =
    <b>{ $when } · being clarified</b>
    { $kind }
journal-history-done = { $text }
journal-history-tasks = Tasks: { $done } of { $total } done
journal-history-open = Open: { $day }

journal-tasks-open-title = <b>Agreed tasks</b>
journal-tasks-open-empty = Nothing is waiting to be done.
journal-tasks-finished-title = <b>Finished tasks</b>
journal-tasks-finished-empty = Nothing has been finished yet.
journal-tasks-open = To the current ones
journal-tasks-finished = Finished ones
journal-to-tasks = To the tasks
journal-task-line-open = • by { $day } · { $who }: { $text }
journal-task-line-overdue = • ❗ was due { $day } · { $who }: { $text }
journal-task-line-done = • ✓ { $who }: { $text }
journal-task-item-open = { $text }
journal-task-item-overdue = ❗ { $text }
journal-task-item-done = ✓ { $text }
journal-task-card =
    <b>Agreed</b>
    { $text }

    Who: { $who }
    By: { $day }
journal-task-seen-by = <i>Everybody in the pair sees it: you and { $who }.</i>
journal-task-dropped = This was dropped: it need not be done.
journal-task-done = ✓ Done.
journal-task-overdue = ❗ The day has passed. Mark it if it is done, or agree on another day.
journal-task-finish = ✅ Done
journal-task-reopen = Not done after all
journal-task-move = Change the day
journal-task-drop = No longer needed
journal-task-more = Add another
journal-task-whose = With whom did you agree on it?
journal-task-ask =
    <b>What did you agree on?</b>
    Type what is to be done.
    Everybody in the pair will see it: { $who }
journal-task-ask-who =
    <b>Who will do it?</b>
    { $text }
journal-task-me = I will
journal-task-all = Each of the mentees
journal-task-ask-due =
    <b>By when?</b>
    { $text }
    Choose a day or type it, for example “25.11”.
journal-task-ask-move =
    <b>Which day instead?</b>
    { $text }
    Now: { $day }. Choose a day or type it, for example “25.11”.
journal-due-meeting = By the next meeting · { $day }
journal-due-week = In a week · { $day }
journal-due-two-weeks = In two weeks · { $day }
journal-task-added = <b>The task is noted.</b>
journal-task-moved = <b>The day is changed.</b>

journal-trial-say = 🤝 Will you go on together?
journal-trial-change-mind = 🤝 Change my answer about going on
journal-trial-ask =
    <b>Will you go on working together?</b>
    Trial meeting: { $when }
    With: { $who }
journal-trial-secret = <i>Only the curator and the head see your answer; the other side is never shown it. You can change it until they begin to act.</i>
journal-trial-continue = We go on
journal-trial-not-sure = I am not sure
journal-trial-change = I want another pair
journal-trial-said-continue = Your answer: we go on. Thank you!
journal-trial-said-not-sure = Your answer: not sure. Thank you for being frank; the curator will talk to you.
journal-trial-said-change = Your answer: another pair. The curator will discuss it with you.
journal-trial-doubt =
    <b>Doubts after the trial meeting</b>
    Meeting: { $when }
journal-trial-line = { $who }: { $word }
journal-trial-word-continue = wants to go on
journal-trial-word-not-sure = is not sure
journal-trial-word-change = wants another pair
journal-trial-word-none = no answer yet
journal-trial-hush = <i>The answers were given in confidence. Do not tell either side what the other said.</i>
journal-trial-talked = We talked, they go on
journal-trial-replace-one = Find another mentor: { $name }
journal-trial-settled = Noted: you talked, and the pair goes on. The alert is closed.
journal-trial-replace-sure =
    <b>End the pair and look for another mentor?</b>

    Mentee: { $mentee }
    Mentor: { $mentor }

    A pair with one mentee ends and its meetings are called off. The mentee returns to the queue. Both are only told that the pair has ended, never why.

journal-diary =
    <b>Diary</b>
    Notes on yourself and your work. Only you read them: neither the curator nor the head nor your mentee can see them.
journal-diary-empty = There are no entries yet.
journal-diary-item = { $day } · { $text }
journal-diary-write = ✍️ New entry
journal-diary-write-about = An entry about a pair or a meeting
journal-diary-day = <b>{ $day }</b>
journal-diary-about-whom = <b>{ $day }</b> · { $who }
journal-diary-text = { $text }
journal-diary-edit = Change
journal-diary-delete = Delete
journal-diary-delete-sure = Delete the entry of { $day }? It can't be brought back.
journal-diary-delete-yes = Yes, delete it
journal-diary-deleted = The entry is deleted.
journal-diary-open = Read it
journal-to-diary = To the diary
journal-diary-ask = <b>Type what you want to remember.</b>
journal-diary-ask-about =
    <b>Type what you want to remember.</b>
    About: { $who }
journal-diary-secret = <i>Only you will see the entry.</i>
journal-diary-about-what = What is the entry about?
journal-diary-no-pairs = You have had no pair yet. You can write an entry without one.
journal-diary-pair = The pair: { $who }
journal-diary-meeting = The meeting of { $day }: { $who }
journal-diary-ask-edit = <b>Type the entry anew.</b> The new text replaces the old one.
journal-diary-kept = Written into the diary, { $day }.

journal-hint-text = Please answer with a text here. Everything you have entered is kept.
journal-hint-buttons = Please choose one of the buttons here.

journal-notice-noted =
    <b>{ $who } says that you met.</b>
    { $kind }: { $when }
    Is that right?
journal-notice-noted-yes = ✅ Yes, we met
journal-notice-noted-no = No
journal-notice-findings =
    <b>The talk after the lesson</b>
    Lesson visit: { $when }
    With: { $who }
    Write down what you concluded; a sentence or two will do.
journal-notice-task = <b>A new task, or a new day for it.</b>
journal-notice-task-today = <b>A task is due today.</b>
journal-notice-task-tomorrow = <b>A task is due tomorrow.</b>

journal-silent =
    <b>Nobody said whether the meeting took place</b>
    { $kind }: { $when }
    Who: { $who }
    If you know what happened, mark it yourself, or remind them.
journal-ask-again = Remind them
journal-missed =
    <b>{ $count ->
        [one] { $count } meeting did not take place
       *[other] { $count } meetings in a row did not take place
    }</b>
    Pair: { $who }
    Days: { $days }
journal-reminded = The reminder is sent. This comes back tomorrow if nothing has changed.

audit-act-meeting-nudged = reminded them to log the meeting
audit-act-meeting-history_seen = looked at how a pair's meetings went
audit-act-trial-talked = talked after a trial meeting

error-logged-in-future = That day or time is still to come. Type when the meeting was.
error-logged-too-long-ago =
    { $days ->
        [one] You can log a meeting no older than { $days } day. Tell the curator about an earlier one.
       *[other] You can log a meeting no older than { $days } days. Tell the curator about an earlier one.
    }
error-note-closed =
    { $days ->
        [one] A note can be changed for { $days } day; that time is over.
       *[other] A note can be changed for { $days } days; that time is over.
    }
error-after-talk-ahead = The talk after the lesson is still to come. Write down the conclusions after it.
error-task-day-passed = That day is over. Choose another one.
error-task-day-too-far =
    { $days ->
        [one] The day may be no further than { $days } day ahead. Choose a nearer one.
       *[other] The day may be no further than { $days } days ahead. Choose a nearer one.
    }
error-trial-decided = The curator is acting on this already, or the time for answering is over. If you have changed your mind, tell the curator.
