# The roadmap: one's duties, the card of one, reminders, alerts, views of the plan, files.

menu-duties = ☑️ My duties
menu-roadmap = 🗺 Roadmap

roadmap-mine = <b>My duties</b> · { $count }
roadmap-mine-note = <i>You, the curators and the head can see this list.</i>
roadmap-mine-empty =
    <b>My duties</b>

    You have nothing to do at present. When a duty with a date appears, I will remind you 14, 7 and 1 days before.
roadmap-controlled = <b>Under my control</b> · { $count }
roadmap-controlled-note = <i>The plan names you as the one who controls these. You can remind those responsible.</i>
roadmap-controlled-empty = There is nothing under your control at present.
roadmap-show-controlled = 👁 Under my control · { $count }
roadmap-entry = { $mark } { $activity } — by { $due }
roadmap-entry-several = { $mark } { $activity } — by { $due }, { $done } of { $total } done
roadmap-entry-undated = { $mark } { $activity } — no date
roadmap-names = { $names }
roadmap-names-more = { $names } and { $count } more
roadmap-to-mine = ‹ My duties
roadmap-to-plan = ‹ Roadmap

roadmap-card-activity = { $mark } <b>{ $activity }</b>
roadmap-card-school = Organisation: { $name }
roadmap-card-section = Section: { $section }
roadmap-card-due = Due: { $due } (inclusive)
roadmap-card-period = Period: { $start } to { $due } (inclusive)
roadmap-card-check = Continuous work; an answer about it is due by: { $due }
roadmap-card-moved = Moved from { $was }: { $reason }
roadmap-card-moved-plain = Moved from { $was }
roadmap-card-phrase = In the plan: “{ $phrase }”
roadmap-card-result = Expected result: { $result }
roadmap-card-responsible = { $count ->
        [one] Responsible: { $names }
       *[other] Responsible together: { $names }
    }
roadmap-card-responsible-school = Responsible: the school
roadmap-card-responsible-nobody = Nobody is responsible
roadmap-card-controller = Controlled by: { $name }
roadmap-card-controller-you = Controlled by: you
roadmap-you = you
roadmap-gone = { $name } (gets no messages of the bot)
roadmap-card-seen-by = <i>Those responsible, the controller, the curators and the head see this card.</i>
roadmap-card-seen-by-coordinator = <i>You see how the school is doing, without names and comments. Opening a file is written to the log.</i>
roadmap-state-done = Done: { $at }, marked by { $name }
roadmap-state-done-late = Done late: { $at }, marked by { $name }
roadmap-state-done-at = Done: { $at }
roadmap-state-done-late-at = Done late: { $at }
roadmap-state-waived = Waived
roadmap-state-waived-because = Waived: { $reason }
roadmap-check-open = Whether the work goes on has not been said yet
roadmap-days-left = { $days ->
        [one] { $days } day left
       *[other] { $days } days left
    }
roadmap-due-today = Today is the last day
roadmap-days-late = { $days ->
        [one] { $days } day late
       *[other] { $days } days late
    }
roadmap-evidence-comment = 💬 { $name }: { $comment }
roadmap-evidence-file = 📎 { $name }: { $comment }
roadmap-evidence-link = 🔗 Link — { $name }: { $comment }
roadmap-evidence-act = 📄 Document — { $name }: { $comment }
roadmap-evidence-kinds = Evidence: { $kinds }
roadmap-kind-comment = comment
roadmap-kind-file = file
roadmap-kind-link = link
roadmap-kind-act = number of a document
roadmap-comments-earlier = { $count ->
        [one] And { $count } earlier comment.
       *[other] And { $count } earlier comments.
    }
roadmap-said = 💬 { $comment }
roadmap-file = 📎 { $name }
roadmap-file-sent = A file of a roadmap activity.

roadmap-done = ✅ Mark as done
roadmap-done-silently = Done, no comment
roadmap-goes-on = ✅ Yes, it goes on
roadmap-goes-on-comment = Comment or file
roadmap-trouble = There are difficulties
roadmap-trouble-silently = Tell without details
roadmap-add = Add a comment or a file
roadmap-nudge = Remind
roadmap-nudge-school = Remind the school
roadmap-nudge-person = Remind of everything
roadmap-take-over = Take it over
roadmap-move = Move
roadmap-other-day = Another day
roadmap-waive = Waive
roadmap-resume = Take back into work
roadmap-more = Details
roadmap-quoted = “{ $activity }”
roadmap-ask-done =
    Type a comment in one message, or send a file, a link or the number of an order, and I will mark the activity as done.
    If there is nothing to add, tap “Done, no comment”.
roadmap-ask-check = Type in one message how the work goes, or send a file, a link or the number of an order, and I will note that it goes on.
roadmap-ask-add = Type a comment in one message, or send a file, a link or the number of an order, and I will add it to the activity.
roadmap-ask-seen-by = <i>The curators, the head and the others responsible will see it; where the plan came from the municipality, its coordinator may open a file, a link and the number of a document. Please do not send files with personal data: passports, applications, certificates, lists of names, photos of documents.</i>
roadmap-ask-waive = Why is the activity waived? Type the reason in one message.
roadmap-reason-seen-by = <i>Those responsible, the curators and the head will see the reason.</i>
roadmap-ask-trouble = What is the difficulty? Type it in one message, and the curator will know at once.
roadmap-trouble-seen-by = <i>The curators, the head and the others responsible will see it; where the plan came from the municipality, its coordinator may open a file, a link and the number of a document. Please do not mention children's names or other people's documents.</i>
roadmap-ask-day = To which day? Choose it in the calendar or type it in Russian: “25.11”, “до 1 декабря”, “последняя неделя января”.
roadmap-move-shown =
    Was: { $was }
    Will be: <b>{ $day }</b> ({ $date })
roadmap-ask-move-reason = Why is it moved? Type the reason in one message; then the move takes effect.
roadmap-hint-expected = A typed comment or a file (document) is needed here. I can't attach anything else.
roadmap-hint-typed = A typed answer in one message is needed here.
roadmap-photo-refused =
    Photos are not accepted here: other people's documents are often seen on them. I have not kept it.
    Please send the file as a document (for example .docx, .xlsx, .pdf) or type a comment.
roadmap-photo-removed = It has been removed from the chat.
roadmap-photo-stays = It could not be removed from the chat: please delete it yourself.
roadmap-thanks = Noted. Thank you!
roadmap-moved-done = Moved to { $due }. Those responsible will be told, and reminders follow the new date.
roadmap-waived-done = Waived. Those responsible will be told.
roadmap-resumed-done = The activity is back in work. Those responsible will be told.
roadmap-trouble-told = The curator will know of the difficulties. When the work is going on again, please say so here.
roadmap-nudged = The reminder is on its way: { $name }.
roadmap-nudged-school = The reminder to the school is on its way.
roadmap-person-nudged = { $count ->
        [one] The reminder is on its way: { $count } duty in one message.
       *[other] The reminder is on its way: { $count } duties in one message.
    }

roadmap-reminder = 🗓 <b>A reminder of a roadmap activity</b>
roadmap-nudge-received = 🗓 <b>You are asked to look at a roadmap activity</b>
roadmap-person-nudge-received = 🗓 <b>You are asked to look at your roadmap duties</b> · { $count }
roadmap-late-received = 🔴 <b>The due date has passed</b>. The curator knows. If it is done, please mark it.
roadmap-check = 🔁 <b>Does this work go on?</b>
roadmap-check-hint = The work is continuous, so I ask once a term. One tap is enough.
roadmap-moved-received = 🗓 <b>The due date has been moved</b> (before: { $was }). Reason: { $reason }
roadmap-resumed-received = 🗓 <b>A roadmap activity is back in work</b>
roadmap-waived-received =
    ➖ The activity has been waived and need not be done: “{ $activity }”.
    Reason: { $reason }
roadmap-completed-for-you = ✅ { $name } marked your activity as done: “{ $activity }”.
roadmap-taken-over = { $name } is now responsible for the activity that was yours: “{ $activity }”. You need do nothing.
roadmap-trouble-received = ⚠️ { $name } tells of difficulties: “{ $activity }”.
roadmap-alert = 🔴 <b>A roadmap activity is overdue</b>
roadmap-alert-check = 🔁 <b>Nobody has said whether a continuous work goes on</b>
roadmap-alert-near = 🟡 <b>The due date is near, and the activity is not done</b>

roadmap-title = <b>{ $title }</b>
roadmap-order = { $year } · order No. { $number } of { $date }
roadmap-order-date = { $year } · order of { $date }
roadmap-approved = { $year } · approved: { $approved }
roadmap-published = Received from the municipality or the region
roadmap-bar = { $bar } { $done } of { $total }
roadmap-count-late = 🔴 Overdue: { $count }
roadmap-count-undated = ▫️ Without a date: { $count }
roadmap-nothing-late = Nothing is overdue.
roadmap-none =
    <b>Roadmap</b>

    There is no approved roadmap yet. Upload a plan or take a template: “Plans and versions”.
roadmap-seen-by = <i>The curators and the head see the whole roadmap; everybody else only their own duties.</i>
roadmap-show-month = 🗓 This month · { $count }
roadmap-show-late = 🔴 Overdue · { $count }
roadmap-show-undated = ▫️ No date · { $count }
roadmap-show-all = The whole plan
roadmap-stages = By stage
roadmap-people = By person
roadmap-picture = 📊 The year as a picture
roadmap-sheet = 📥 Table .xlsx
roadmap-plans = 📄 Plans and versions
roadmap-every-plan = All plans together
roadmap-one-plan = Only: { $title }
roadmap-to-stages = ‹ Stages
roadmap-to-people = ‹ People
roadmap-to-undated = ‹ No date
roadmap-late-head = <b>Overdue</b> · { $count }
roadmap-month = <b>{ $month }</b> · duties: { $count }
roadmap-month-empty = Nothing is due in this month.
roadmap-stages-head = <b>By stage and section</b>
roadmap-stage = <b>{ $title }</b>
roadmap-no-section = No section
roadmap-all-head = <b>The whole plan</b>
roadmap-people-head = <b>By person</b>
roadmap-people-empty = Nobody is responsible for anything yet.
roadmap-person = { $name } — to do: { $undone }, overdue: { $late }, done: { $done }
roadmap-person-head = <b>{ $name }</b>
roadmap-undated-head =
    <b>Without a date</b> · { $count }
    No day can be found for these, so nobody is reminded of them. Give them a date when it becomes known.
roadmap-undated-entry = { $mark } { $activity } — “{ $phrase }”
roadmap-undated-empty = Every item has a date.
roadmap-phrase-empty = The plan names no date.
roadmap-responsible-text = Responsible in the plan: { $text }
roadmap-doubt = ⚠️ { $text }
roadmap-ask-item-date = Choose a day in the calendar or type the date in Russian as plans do: “до 25.11.2026”, “ноябрь”, “ежегодно в мае”, “ежемесячно”.
roadmap-read-as = “{ $phrase }” reads as: <b>{ $reading }</b>
roadmap-one-day = Due: <b>{ $day }</b> ({ $date }).
roadmap-several-days = Dates: { $count }, the first is { $first }, the last { $last }.
roadmap-item-date-yes = ✅ Right, set it
roadmap-item-date-again = Another date
roadmap-item-dated = { $count ->
        [one] The date is set, and the duty is in the plan. Those responsible will be reminded.
       *[other] The dates are set; duties in the plan: { $count }. Those responsible will be reminded.
    }

roadmap-state-word-done = done
roadmap-state-word-late = overdue
roadmap-state-word-open = in work
roadmap-state-word-ahead = ahead
roadmap-state-word-waived = waived
roadmap-other-year = not this year
roadmap-no-day = no date
roadmap-picture-caption = Roadmap: picture { $page } of { $pages }. ◆ is a due day, a bar a period, a thin bar continuous work, the dashed line today.
roadmap-picture-cut = The plan is very long: the pictures show its beginning; all of it is in the .xlsx table.
roadmap-sheet-caption = The roadmap as a table. It holds the names of those responsible: forward it only to people who need it for work.
roadmap-after-file = Here it is.
roadmap-file-name = roadmap
roadmap-column-number = No.
roadmap-column-activity = Activity
roadmap-column-state = State
roadmap-column-section = Stage or section
roadmap-column-phrase = Date in the plan
roadmap-column-start = Start
roadmap-column-due = Due
roadmap-column-moved = Moved from
roadmap-column-responsible = Responsible
roadmap-column-controller = Control
roadmap-column-done = Done on
roadmap-column-evidence = Evidence
roadmap-column-reason = Reason of move or waiver
roadmap-column-result = Expected result
roadmap-column-plan = Plan

error-duty-already-done = This activity is already marked as done.
error-duty-waived = This activity has been waived: it need not be done.
error-already-nudged = A reminder has been sent today. You can send another one tomorrow.
error-responsible-unreachable = Those responsible get no messages of the bot at present. Reach them in another way, or take the activity over.
error-nothing-to-nudge = This person has nothing to be reminded of at present.
error-too-much-evidence = An activity can have at most { $limit } comments and files.
error-day-not-understood = I do not understand which day this is. Type, for example, “25.11.2026” or “до 1 декабря”, or choose it in the calendar.
error-day-passed = This day is over. Choose today or a later one.
error-day-too-far = This is too far ahead: a duty can't move beyond the next school year.
error-day-is-the-same = It is due on that day already.
error-phrase-gives-no-day = I find no day in these words. Type, for example, “до 25.11.2026”, “ноябрь” or “ежемесячно”.

roadmap-passed = { $count ->
        [one] { $count } activity was due before the plan was approved: the bot reminded nobody of it.
       *[other] { $count } activities were due before the plan was approved: the bot reminded nobody of them.
    }
roadmap-passed-settle = ✅ Those due before approval are done · { $count }
roadmap-passed-ask = { $count ->
        [one] Mark { $count } activity that was due before the plan was approved as done in time?
       *[other] Mark { $count } activities that were due before the plan was approved as done in time?
    }
roadmap-passed-yes = Yes, all of it is done
roadmap-passed-settled = ✅ Marked as done: { $count }.
