# The roadmap: lists of duties, the card of one, reminders, alerts.

menu-duties = ☑️ My duties
menu-roadmap = 🗺 Roadmap

roadmap-mine = <b>My duties</b> · { $count }
roadmap-mine-empty =
    <b>My duties</b>

    You have nothing to do at present. When a duty with a date appears, I will remind you 14, 7 and 1 days before.
roadmap-title-draft =
    <b>{ $title }</b>
    { $year } · not yet approved by the head
roadmap-title-approved =
    <b>{ $title }</b>
    { $year } · approved: { $approved }
roadmap-title-several = <b>Roadmap</b>
roadmap-counts = Activities: { $total }, overdue: { $late }
roadmap-late-only = Only overdue activities are shown.
roadmap-nothing-late = Nothing is overdue.
roadmap-empty = There are no activities in the roadmap yet.
roadmap-entry = { $mark } { $activity } — by { $due }
roadmap-show-late = Overdue only · { $count }
roadmap-show-all = Show all
roadmap-approve = Approve the roadmap
roadmap-to-mine = ‹ My duties
roadmap-to-plan = ‹ Roadmap

roadmap-card-activity = { $mark } <b>{ $activity }</b>
roadmap-card-section = Section: { $section }
roadmap-card-due = Due: { $due } (inclusive)
roadmap-card-phrase = In the plan: “{ $phrase }”
roadmap-card-result = Expected result: { $result }
roadmap-card-responsible = Responsible: { $name }
roadmap-card-responsible-you = Responsible: you
roadmap-card-responsible-gone = Responsible: { $name } (gets no messages of the bot)
roadmap-card-seen-by = <i>The responsible person, the curators and the head see this card.</i>
roadmap-state-done = Done: { $at }, marked by { $name }
roadmap-state-done-late = Done late: { $at }, marked by { $name }
roadmap-state-waived = Waived
roadmap-days-left = { $days ->
        [one] { $days } day left
       *[other] { $days } days left
    }
roadmap-due-today = Today is the last day
roadmap-days-late = { $days ->
        [one] { $days } day late
       *[other] { $days } days late
    }
roadmap-comment = 💬 { $name }: { $comment }
roadmap-comments-earlier = { $count ->
        [one] And { $count } earlier comment.
       *[other] And { $count } earlier comments.
    }
roadmap-file = 📎 { $name }
roadmap-file-sent = A file of a roadmap activity.

roadmap-done = ✅ Mark as done
roadmap-done-silently = Done, no comment
roadmap-add = Add a comment or a file
roadmap-nudge = Remind
roadmap-take-over = Take it over
roadmap-more = Details
roadmap-quoted = “{ $activity }”
roadmap-ask-done =
    Type a comment in one message or send a file, and I will mark the activity as done.
    If there is nothing to add, tap “Done, no comment”.
roadmap-ask-add = Type a comment in one message or send a file, and I will add it to the activity.
roadmap-ask-seen-by =
    <i>The curators and the head will see it. Please do not send files with personal data: passports, applications, certificates, lists of names, photos of documents.</i>
roadmap-hint-expected = A typed comment or a file (document) is needed here. I can't attach anything else.
roadmap-photo-refused =
    Photos are not accepted here: other people's documents are often seen on them. I have not kept it.
    Please send the file as a document (for example .docx, .xlsx, .pdf) or type a comment.
roadmap-photo-removed = It has been removed from the chat.
roadmap-photo-stays = It could not be removed from the chat: please delete it yourself.
roadmap-thanks = Noted. Thank you!
roadmap-nudged = The reminder is on its way: { $name }.

roadmap-reminder = 🗓 <b>A reminder of a roadmap activity</b>
roadmap-nudge-received = 🗓 <b>You are asked to look at a roadmap activity</b>
roadmap-late-received = 🔴 <b>The due date has passed</b>. The curator knows. If it is done, please mark it.
roadmap-completed-for-you = ✅ { $name } marked your activity as done: “{ $activity }”.
roadmap-taken-over = { $name } is now responsible for the activity that was yours: “{ $activity }”. You need do nothing.
roadmap-alert =
    🔴 <b>A roadmap activity is overdue</b>
    “{ $activity }”

error-duty-already-done = This activity is already marked as done.
error-already-nudged = This person has been reminded today. You can remind them again tomorrow.
error-responsible-unreachable = The responsible person gets no messages of the bot at present. Reach them in another way, or take the activity over.
error-too-much-evidence = An activity can have at most { $limit } comments and files.
