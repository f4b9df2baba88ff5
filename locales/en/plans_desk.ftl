# Plans on the desk: uploading, checking, approving, versions, templates, the next year.
# keys: plans-all-*

menu-plans = 📄 Plans

plans-which-place = Whose plans would you like to open?
plans-title = <b>Plans · { $name }</b>
plans-none = There are no plans yet. Upload a file with a roadmap or take a ready template.
plans-seen-by = <i>This list is seen by the curators and the head (in a municipality, by its coordinator).</i>
plans-plain = { $text }
plans-entry =
    { $mark } <b>{ $title }</b>
    { $year }
plans-state-draft = Draft · { $count ->
        [one] { $count } item
       *[other] { $count } items
    }
plans-state-submitted = Waits for approval · { $count ->
        [one] { $count } item
       *[other] { $count } items
    }
plans-state-archived = Archived: another plan has taken its place
plans-state-live = In force
plans-state-published = In force, handed down
plans-school-year = school year { $year }
plans-calendar-year = { $year }
plans-calendar-years = { $first } – { $last }
plans-order = order no. { $number } of { $day }
plans-order-undated = order no. { $number }
plans-order-unnumbered = order of { $day }
plans-upload = 📎 Upload a plan
plans-template = 📋 Take a template
plans-next-year = 🔜 Plan for the next year
plans-back = ‹ Plans
plans-open = Open the plan
plans-to-plan = ‹ To the plan
plans-to-roadmap = 🗺 Roadmap
plans-live-hint = The duties of this plan are in the roadmap. To change the plan, upload a new version: what is done is kept.

plans-draft-title =
    <b>{ $title }</b>
    { $year }
plans-draft-status = Draft
plans-draft-submitted = Waits for approval
plans-returned = ↩️ Returned: { $reason }
plans-draft-source = File: { $name }
plans-draft-order = Found in the document: { $order }
plans-draft-counts = Items: { $items }, doubtful: { $doubtful }, without a date: { $undated }
plans-draft-unknown = { $count ->
        [one] { $count } responsible person is not recognised
       *[other] { $count } responsible people are not recognised
    }
plans-draft-left-over = 🔁 Not done in { $year }: { $count }. These items come first.
plans-draft-seen-by = <i>The draft is seen by the curators and the head (in a municipality, by its coordinator). Until it is approved it reminds nobody of anything.</i>
plans-problem = ℹ️ { $problem }
plans-row =
    { $mark } { $activity }
    “{ $phrase }” → { $reading }
plans-undated = no date
plans-no-items = The plan has no items yet.
plans-nothing-doubtful = Nothing is doubtful any more.
plans-show-all = Show all items
plans-show-doubts = ⚠️ Doubtful ones only
plans-difference = 🔀 What has changed
plans-add-item = ➕ Item
plans-other-year = 🗓 Another school year
plans-which-year = For which school year is the plan “{ $title }”? The file does not say.
plans-year-set = The school year is corrected, the deadlines are read anew.
plans-sheet = 📥 Download .xlsx
plans-who = { $count ->
        [one] 👤 Who is responsible: { $count } not recognised
       *[other] 👤 Who is responsible: { $count } not recognised
    }
plans-approve = ✅ Approve
plans-return = ↩️ Return with a reason
plans-submit = 📨 Hand to the head
plans-withdraw = Take it back
plans-delete = 🗑 Delete the draft

plans-submit-ask = Hand the plan “{ $title }” to the head? While the head decides, only they can change it.
plans-submit-yes = Hand it over
plans-still-open = ⚠️ Doubtful: { $doubtful }, without a date: { $undated }, responsible people not recognised: { $unknown }. The bot will not remind anybody of items without a date; the curators answer for those not recognised.
plans-submitted = 📨 The plan is with the head now.
plans-withdrawn = The plan is with you again and can be corrected.
plans-delete-ask = Delete the draft “{ $title }” ({ $count ->
        [one] { $count } item
       *[other] { $count } items
    })? It can't be brought back.
plans-delete-yes = Yes, delete
plans-deleted = The draft is deleted.

plans-card = { $mark } <b>{ $activity }</b>
plans-card-phrase = Deadline in the document: “{ $phrase }”
plans-card-corrected = Corrected to: “{ $phrase }”
plans-card-reading = Understood as: <b>{ $reading }</b>
plans-card-doubt = ⚠️ { $doubt }
plans-card-accepted = ☑️ The doubts about the deadline are settled.
plans-card-section = Section: { $section }
plans-card-responsible = Responsible: { $text }
plans-card-people = Who that is: { $names }
plans-card-meanwhile = For now: { $names }
plans-card-unknown = 👤 Not recognised: { $words }
plans-card-result = Result: { $result }
plans-card-controller = Control: { $text }
plans-card-for-schools = 🏫 Carried out by the schools
plans-card-left-over = 🔁 Not done in { $year }
plans-people-more = { $names } and { $count } more
plans-take-suggestion = Take “{ $phrase }”
plans-accept = ✔️ All is right
plans-accept-undated = ✔️ Leave without a date
plans-accept-all = ✔️ Accept remarks about the table · { $count }
plans-accept-all-ask = Items whose deadline is clear and whose remark is about the table only (a shared cell, a repeated number): { $count }. Accept them all? To check them one by one, open “Doubtful ones only”.
plans-accept-all-yes = Yes, accept all
plans-accepted-all = Remarks accepted: { $count }.
plans-fix-deadline = 📅 Correct the deadline
plans-edit = ✏️ Edit
plans-name-people = 👥 Name people
plans-remove = 🗑 Delete the item
plans-for-schools = 🏫 Hand to the schools
plans-not-for-schools = 🏫 Keep from the schools
plans-next-doubt = Next doubtful one
plans-remove-ask = Delete the item “{ $activity }” from the draft?
plans-remove-yes = Yes, delete
plans-removed = The item is deleted.

plans-edit-ask = What would you like to change in “{ $activity }”?
plans-field-activity = Activity
plans-field-number = Number
plans-field-section = Section
plans-field-result = Result
plans-field-responsible = Responsible
plans-field-controller = Control
plans-ask-field =
    <b>{ $name }</b> of the item “{ $activity }”

    Now: { $value }

    Write the new text.
plans-ask-phrase =
    Item “{ $activity }”
    Now: “{ $phrase }”

    Write the deadline in Russian, as plans have it: «до 15 октября», «с 1 по 20 сентября», «ежегодно до 10 июня», «каждый месяц».
plans-phrase-read = “{ $phrase }” is understood as: <b>{ $reading }</b>
plans-phrase-confirm = Save it? If it is wrong, write the deadline in another way.
plans-save = Save
plans-people-ask =
    Who answers for “{ $activity }”?

    Tick people: they will get the reminders. With nobody ticked, the words of the plan decide.

plans-ask-activity = <b>A new item.</b> Write what is to be done.
plans-ask-deadline =
    Item “{ $activity }”

    When? Write the deadline in Russian: «до 15 октября», «ноябрь», «раз в четверть».
plans-ask-responsible = Who answers for “{ $activity }”? Write the position, or the surname with initials, as in the plan.
plans-another-deadline = Another deadline
plans-added-item = The item is added.

plans-ask-order =
    <b>Approval:</b> { $title }

    Write the number of the order.
plans-order-as-written = As in the document: { $order }
plans-without-number = Without a number
plans-ask-order-date = { $order }. Of which day? Choose, or write it: «1 сентября», «01.09.2026».
plans-order-number = Order no. { $number }
plans-order-no-number = Order without a number
plans-today = Today
plans-yesterday = Yesterday
plans-day-in-year = { $day } { $year }
plans-confirm-order =
    { $title }

    { $order } of <b>{ $day }</b>

    Once approved, the plan is in force: the people responsible will be reminded of its deadlines. The curators will hear of it.
plans-other-order = Another order
plans-approved-now = ✅ The plan is approved and in force.
plans-approved-passed = { $count ->
        [one] { $count } activity was due before the approval. If it is done, say so under “Roadmap” → “Overdue”.
       *[other] { $count } activities were due before the approval. If they are done, say so for all of them under “Roadmap” → “Overdue”.
    }
plans-ask-reason = What is to be corrected? Write the reason; the curators will see it.
plans-sent-back = The plan is returned, the curators will hear the reason.

plans-difference-title = <b>What has changed</b>: { $added } added, { $changed } changed, { $gone } gone, { $unchanged } unchanged
plans-added = ➕ { $activity } — “{ $phrase }”
plans-changed = ✏️ { $activity }
plans-change = { $part }: “{ $old }” → “{ $new }”
plans-gone = ➖ { $activity } — { $total ->
        [0] without a date
       *[other] { $done } of { $total } done
    }
plans-part-activity = text
plans-part-deadline = deadline
plans-part-responsible = responsible
plans-part-result = result
plans-part-controller = control
plans-difference-hint = <i>What is done goes over to the same items of the new version. If items are matched wrongly, cut the link.</i>
plans-cut = ✂️ This is another item: { $activity }
plans-link-cut = The link is cut: this is a new item now.

plans-templates = <b>Templates of plans.</b> Choose one to begin with: everything in it can be changed.
plans-template-title = <b>{ $name }</b> · { $count ->
        [one] { $count } item
       *[other] { $count } items
    }
plans-template-section = • { $title } — { $count }
plans-template-ask = For which year shall I make the draft?
plans-template-made = 📋 The draft is made from the template. Check the deadlines and who is responsible.
plans-known-draft = There is such a draft already, here it is.
plans-next-year-made = 🔜 The draft for the next year is ready: dates have moved on by a year, what was waived is left out.

plans-ask-file =
    <b>Uploading a plan</b>

    Send the file with the roadmap: .docx, .xlsx, .csv or .txt, up to { $limit } MB. It needs a table with activities, deadlines and the people responsible.

    Please send no questionnaires, consents or other documents with personal data. Of the file only the items of the plan are kept; the curators and the head will see them.
plans-ask-year = The file “{ $name }” names no school year. Which year is this plan for?
plans-uploaded = 📎 { $count ->
        [one] { $count } item was read.
       *[other] { $count } items were read.
    } Please look at what is doubtful.
plans-known-file = This file was uploaded before; here is what came of it.
plans-refused-next = You can send another file right now, or take a template.
plans-hint-photo = A photo can't be read: please send the plan as a file.
plans-hint-file = A file with the plan is needed here.
plans-hint-text = An answer in text is needed here.
plans-hint-buttons = Please choose an answer with a button here.
plans-hint-date = I did not understand the date. Write, for example, «1 сентября» or «01.09.2026».

plans-ask-meaning =
    Whom do you call “{ $words }”?

    Tick roles or people. I will remember the answer and not ask again. Questions left: { $left }.
plans-all-mentee = All mentees
plans-all-mentor = All mentors
plans-all-curator = The curators
plans-all-head = The head
plans-all-coordinator = The municipal coordinator
plans-all-operator = The regional operator
plans-meaning-save = Done
plans-meaning-nobody = None of us: the curator answers
plans-meaning-later = Ask later
plans-meaning-all-known = 👤 Everybody responsible is recognised.

plans-sheet-name = Plan
plans-sheet-file = plan-{ $year }.xlsx
plans-sheet-sent = The plan as a table: deadlines, how they are understood, doubts and people. Rows worth a look are yellow.
plans-sheet-number = No.
plans-sheet-section = Section
plans-sheet-activity = Activity
plans-sheet-phrase = Deadline in the document
plans-sheet-corrected = Corrected deadline
plans-sheet-reading = How it is understood
plans-sheet-doubts = Doubts
plans-sheet-responsible = Responsible in the plan
plans-sheet-people = Who that is
plans-sheet-unknown = Not recognised
plans-sheet-result = Result
plans-sheet-controller = Control

plans-notice-submitted =
    📨 <b>A plan waits for your approval</b>
    { $title }
    { $year } · items: { $items }, doubtful: { $doubtful }
plans-notice-returned =
    ↩️ <b>The plan is returned</b>
    { $title }

    The reason: { $reason }
plans-notice-approved =
    ✅ <b>The plan is approved</b>
    { $title }
    { $order }
plans-alert-unknown =
    👤 <b>Responsible people are not recognised</b>
    { $title }
    { $count ->
        [one] It is not clear who this is. The curators answer for it meanwhile:
       *[other] It is not clear who these people are ({ $count }). The curators answer for them meanwhile:
    }
plans-alert-word = • “{ $words }”
plans-alert-next-year =
    🔜 <b>The year is ending: time to prepare the next plan</b>
    { $title }, { $year }

    The bot can propose a draft: what recurs is kept, dates move on by a year, what is not done will be marked.

error-plan-with-head = The plan waits for the head's decision. Take it back before you correct it.
error-nobody-approves = There is nobody to approve the plan: the head has not joined the programme yet. Invite them and hand the plan over again.
error-too-many-items = The plan has { $limit } items already, there is no room for more.
error-plan-has-no-items = The plan has no items. Add some and try again.
error-order-number-too-long = The number of the order is too long: there is room for { $limit } characters.
