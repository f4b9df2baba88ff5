# Registries of mentors and mentees: taking a staff in, giving out, approving by an order, choosing for a programme.
# keys: audit-act-*

menu-registries = 📇 Registries

registries-desk =
    <b>Registries</b>
    { $name }
registries-desk-territory =
    <b>Registries of the schools</b>
    { $name }. All schools of the territory together.
registries-grades-full = Only the school's curators and head see full lists with names. For the website and reports take the anonymised list or the numbers.
registries-grades = There are no names here: you can take anonymised lists (numbers instead of names) and counts.
registries-import = 📥 Upload a staff list
registries-snapshots = 📜 Approved registries
registries-shortlists = 🔎 Mentors for a programme
registries-elsewhere = 🏫 { $name }
registries-to-desk = ‹ Registries
registries-counted = { $name } · { $count }

registries-name-mentor-teacher = Registry of mentors: teachers
registries-name-mentor-pupil = Registry of mentors: pupils
registries-name-mentee-teacher = Registry of mentees: teachers
registries-name-mentee-pupil = Registry of mentees: pupils
registries-short-mentor-teacher = Mentors, teachers
registries-short-mentor-pupil = Mentors, pupils
registries-short-mentee-teacher = Mentees, teachers
registries-short-mentee-pupil = Mentees, pupils

registries-one =
    <b>{ $name }</b>
    { $place }
registries-full-on-server = The full list is not given out here: the school has switched documents with names off in the chat. The administrator makes it on the server.
registries-about-full = <b>Full</b>: names, pairs, orders, numbers of consents. For curators and the head only.
registries-about-anonymous = <b>Anonymised</b>: numbers instead of names; whatever fewer than five people share is hidden.
registries-about-numbers = <b>Numbers</b>: how many people by subject, category and difficulty; groups under five are not shown.
registries-take-full = ⬇️ Full .xlsx
registries-take-anonymous = ⬇️ Anonymised .xlsx
registries-take-numbers = ⬇️ Numbers .xlsx
registries-approve = ✍️ Approve by an order
registries-sent-full =
    { $name }: { $grade }, { $day }.
    The file holds personal data: do not pass it on to anyone who does not need it for work. This has been written to the access log.
registries-sent = { $name }: { $grade }, { $day }.

# ---- files

registries-grade-full = full
registries-grade-anonymous = anonymised
registries-grade-numbers = numbers
registries-file-made = As of { $day }, { $grade }
registries-file-hidden = What fewer than five people share is not shown
registries-hidden = hidden
registries-few = fewer than 5
registries-waits = yes
registries-without-telegram = no Telegram
registries-order = No. { $number } of { $day }
registries-status-active = takes part
registries-status-paused = paused
registries-status-left = has left
registries-column-number = No.
registries-column-school = School
registries-column-name = Full name
registries-column-code = Participant's number
registries-column-status = Participation
registries-column-workplace = Place of work
registries-column-class = Class
registries-column-subject = Subject
registries-column-category = Category
registries-column-experience = Years of work
registries-column-difficulties = Main request (difficulties)
registries-column-strengths = Competences and strengths
registries-column-achievements = Achievements
registries-column-interests = Interests
registries-column-desired = Ready to support
registries-column-times = Time available
registries-column-capacity = Places for mentees
registries-column-entered = Entered on
registries-column-mentors = Mentor
registries-column-mentees = Mentees
registries-column-form = Form of mentoring
registries-column-their-workplace = Place of work of the other side
registries-column-order = Order on the pair
registries-column-completed = Completed on
registries-column-result = Progress
registries-column-consents = Consents (numbers of records)
registries-column-waiting = Without a mentor since
registries-pairing-paired = works in a pair
registries-pairing-completed = the pair has finished
registries-pairing-unpaired = not in a pair yet
registries-consent = { $kind }: No. { $record }
registries-consent-paper = { $kind }: No. { $record } (on paper, No. { $original })
registries-consent-personal-data = data processing
registries-consent-parental = parent
registries-consent-assent = pupil
registries-consent-mentor = being a mentor
registries-consent-extra-duties = extra duties
registries-consent-helper = helping a pair
registries-consent-amendment = change of the programme
registries-consent-publication = publication
registries-numbers-what = Property
registries-numbers-value = Value
registries-numbers-count = People
registries-numbers-total = Total
registries-what-status = Participation
registries-what-school = School
registries-what-class = Class
registries-what-category = Category
registries-what-experience = Years of work
registries-what-subject = Subject
registries-what-difficulties = Difficulty
registries-what-strengths = Strength
registries-what-form = Form of mentoring
registries-what-pairing = Work in a pair

# ---- a staff list

registries-ask-file =
    <b>Staff list</b>
    Send an .xlsx file with one person in each row. A list of your own will do: I recognise columns by their heads. A name and a role (mentor or mentee) are needed. Up to { $rows } rows, up to 5 MB.

    • With the number and date of a consent on paper I enter the person without Telegram.
    • Without a consent I store nothing, and give you a personal link to hand to the person.

    First I show what I understood. Those entered will be seen by the curators and the head.
registries-template = 📄 Get the template
registries-template-sent = The template: fill it in and send it here. I skip the row marked “Example”.
registries-import-on-server =
    The school has switched documents with personal data off in the chat, so the list is uploaded on the server. Ask the administrator to run:
    <i>python -m bot registry import FILE.xlsx --organization { $id } --links LINKS.xlsx</i>
registries-hint-file = I am waiting for an .xlsx file. Please send it as a file, not as a photo.
registries-progress = Reading the file: { $done } of { $total } rows…
registries-refused-next = Nothing was stored. Correct the file and send it again, or get the template.
registries-preview =
    <b>Check the list</b>
    { $name } · rows: { $total }
registries-preview-entered = ✅ To be entered with a consent on paper: mentees { $mentees }, mentors { $mentors }.
registries-preview-links = { $count ->
        [one] 🔗 Without a consent: { $count } person. I will not store their data but give you a personal link in a file.
       *[other] 🔗 Without a consent: { $count } people. I will not store their data but give you personal links in a file.
    }
registries-preview-wrong =
    ❗ With mistakes: { $count }. These rows will be skipped.
    { $lines }
registries-preview-line = • { $line }
registries-preview-more = …and { $count } more. All of them are in the file of mistakes.
registries-preview-left-out = <i>These columns are not needed and are skipped: { $heads }</i>
registries-preview-ask = Nothing is stored yet. Shall I enter them?
registries-preview-nothing = There is nobody to enter. Correct the file and send it again.
registries-confirm = ✅ Enter: { $count }
registries-wrong-take = 📄 All mistakes as a file
registries-cancel = ✖️ Do not enter
registries-wrong-sent = Rows with mistakes: { $count }. Correct them in your file and send it again: those already entered will not appear twice.
registries-wrong-sheet = Mistakes
registries-wrong-title = Rows with mistakes: { $count }
registries-wrong-sheet-head = Sheet
registries-wrong-number = Row
registries-wrong-reason = What to correct
registries-wrong-row = Row { $number }: { $flaws }
registries-wrong-row-of-sheet = “{ $sheet }”, row { $number }: { $flaws }
registries-imported =
    <b>Done</b>
    { $name }. Entered without Telegram: { $count }. A personal link for each is on their card (“People”).
registries-imported-links = { $count ->
        [one] The file with the personal link is above. The link is for one person and good for 30 days.
       *[other] The file with the personal links ({ $count }) is above. Each is for one person and good for 30 days.
    }
registries-imported-wrong = Rows with mistakes skipped: { $count }.
registries-links-sent = Personal links: { $count }. The names are in this file only, I have not stored them. Hand everybody their link and delete the file.
registries-links-sheet = Links
registries-links-title = Personal links: each for one person, good for 30 days
registries-links-number = Row
registries-links-last = Surname
registries-links-first = First name
registries-links-patronymic = Patronymic
registries-links-role = Role
registries-links-link = Link

registries-flaw-name-missing = the name is missing
registries-flaw-name-incomplete = surname and first name are needed in full, no initials
registries-flaw-name-odd = the name holds signs that do not belong there
registries-flaw-name-long = a part of the name is longer than { $limit } characters
registries-flaw-role-missing = the role is missing: mentor or mentee
registries-flaw-role-unknown = unknown role “{ $value }”: “mentor” or “mentee” is needed
registries-flaw-role-by-link = the role “{ $value }” is given by an invitation link, not by a list
registries-flaw-experience = years of work “{ $value }”: a number from 0 to { $limit } is needed
registries-flaw-capacity = number of mentees “{ $value }”: a whole number from 1 to { $limit } is needed
registries-flaw-subject-long = the subject is longer than { $limit } characters
registries-flaw-difficulties-long = difficulties in own words are longer than { $limit } characters
registries-flaw-strengths-long = strengths in own words are longer than { $limit } characters
registries-flaw-consent-no-date = the consent “{ $value }” has no date
registries-flaw-consent-no-number = the consent of “{ $value }” has no number
registries-flaw-consent-number-long = the number of the consent is longer than { $limit } characters
registries-flaw-consent-date = unclear date of the consent “{ $value }”: write, for example, 01.09.2026
registries-flaw-consent-later = the date of the consent “{ $value }” is in the future
registries-flaw-consent-earlier = the date of the consent “{ $value }” is too long ago
registries-flaw-repeated = this person is already in row { $other }
registries-flaw-known = this person already takes part in the school; a second role is given by a link
registries-flaw-formula = a formula without a value: type the value itself
registries-flaw-cell-long = the text in a cell is too long

registries-template-sheet = List
registries-template-help-sheet = How to fill it in
registries-field-number = No.
registries-field-last = Surname
registries-field-first = First name
registries-field-patronymic = Patronymic
registries-field-role = Role
registries-field-subject = Subject
registries-field-experience = Years of work
registries-field-category = Category of the mentee
registries-field-difficulties = Difficulties
registries-field-strengths = Strengths
registries-field-capacity = How many mentees
registries-field-consent-number = Consent No.
registries-field-consent-date = Date of consent
registries-example = Example
registries-example-last = Surname
registries-example-first = First name
registries-example-patronymic = Patronymic
registries-example-consent = 15-pd
registries-template-help =
    One row is one person. The row marked “Example” is skipped; you may delete it.
    Surname, first name and role (mentor or mentee) are needed. The rest can be added later.
    Fill in difficulties for mentees, strengths and the number of mentees for mentors. Separate several values by semicolons.
    The number and date of the consent are those of the paper that the person signed. Without them no data are stored: the person gets a personal link instead.
    Do not enter telephone numbers, addresses, dates of birth or anything about health.
    Difficulties and strengths from the list (own words will do, too):
    { $topics }

# ---- an order

registries-ask-number =
    <b>{ $name }</b>
    There { $count ->
        [one] is { $count } person
       *[other] are { $count } people
    } in the registry. Type the number of the order that approves it.

    The order will appear in the register of local acts, seen by the curators and the head.
registries-ask-date = Order No. { $number }. What is its date? For example 01.09.2026.
registries-today = Today
registries-order-title = Approval: { $name }
registries-approved = ✅ The registry is approved.
registries-approved-file =
    { $line }. The full list as of the day of approval: keep it with the order, it does not stay with me.
    Checksum of the file (SHA-256): { $digest }
registries-no-snapshots-yet =
    <b>Approved registries</b>
    { $name }. No registry has been approved by an order yet. Open a registry and tap “Approve by an order”.
registries-no-snapshots =
    <b>Approved registries</b>
    { $name }. No registry has been approved by an order yet.
registries-snapshots-title =
    <b>Approved registries</b>
    { $name }
registries-snapshot-line = { $name }: No. { $number } of { $day }
registries-snapshot =
    <b>{ $name }</b>
    { $place }
    Approved by order No. { $number } of { $day }. As it stood on { $taken }, people: { $count }.
    <i>Checksum of the full file (SHA-256): { $digest }</i>
registries-snapshot-take = ⬇️ Anonymised list
registries-snapshot-act = 📚 The order
registries-snapshot-sent = { $line }. The anonymised list as it was approved.
registries-yearly =
    <b>September: registries for the new school year</b>
    { $name }. Check the lists of mentors and mentees and approve them by an order.
registries-yearly-open = Open the registries

# ---- choosing for a programme

registries-lists =
    <b>Mentors for a programme</b>
    { $name }. The lists are seen by the curators and the head.
registries-lists-none =
    <b>Mentors for a programme</b>
    { $name }. Choose what the programme needs, and I will rank the mentors who fit. Those you tick can be kept as a list, seen by the curators and the head.
registries-list-new = ➕ Choose mentors
registries-list-line = { $title } · { $count }
registries-wish-form = For which form of mentoring?
registries-wish-any-form = Any form
registries-wish-subject = Which subject matters?
registries-wish-any-subject = Any subject
registries-wish-topics = What should the mentor help with? Tick one or several, then tap “Show mentors”.
registries-wish-next = Show mentors
registries-wish-anything = no special conditions
registries-ticked = ☑️ { $name }
registries-unticked = ▫️ { $name }
registries-fitting =
    <b>Who fits</b>
    <i>{ $wish }</i>
    Tick mentors to keep them as a list.
registries-fitting-none = There are no active mentors yet. Invite them or upload a staff list.
registries-mentor = <b>{ $name }</b>
    { $reasons }
registries-mentor-picked = ☑️ <b>{ $name }</b>
    { $reasons }
registries-reason-subject = • the subject needed: { $subject }
registries-reason-topics = • can help with: { $topics }
registries-reason-partner = • works at a partner organisation
registries-reason-places = { $count ->
        [0] • no free places
       *[other] • free places: { $count }
    }
registries-reason-unreachable = • ⚠️ has blocked the bot: get in touch in person
registries-list-name = 💾 Save the list: { $count }
registries-ask-title = Mentors ticked: { $count }. What shall the list be called? The curators and the head will see its name.
registries-list-saved = ✅ The list is saved.
registries-shortlist =
    <b>{ $title }</b>
    <i>{ $wish }</i>
registries-shortlist-absent = Not taking part now and not shown: { $count }.
registries-shortlist-more = …and { $count } more.
registries-list-remove = 🗑 Delete the list
registries-list-remove-ask = Delete the list “{ $title }”? Mentors and pairs stay as they are.
registries-list-remove-yes = Yes, delete
registries-list-removed = The list is deleted.

# ---- the command line

registry-cli = registries: taking in a staff list, giving out
registry-cli-import = enter people from an .xlsx file
registry-cli-export = write a registry to an .xlsx file
registry-cli-file = an .xlsx file
registry-cli-organization = number of the organisation (see organizations)
registry-cli-dry-run = only show, store nothing
registry-cli-json = print the result as JSON
registry-cli-links = an .xlsx file for the personal links of those without a consent on paper
registry-cli-registry = mentors or mentees
registry-cli-pupils = the registry of pupils (of teachers without it)
registry-cli-grade = full, anonymous or numbers
registry-cli-organization-wrong = There is no school or partner with the number { $value }.
registry-cli-export-organization-wrong = There is no organisation with the number { $value }.
registry-cli-full-of-one = A full registry is written for one school only. For a municipality or a region there are --grade anonymous and numbers.
registry-cli-file-wrong = The file { $file } can't be opened: { $reason }
registry-cli-file-not-written = The file { $file } can't be written: { $reason }
registry-cli-links-missing = Without a consent on paper: { $count }. Their data are not stored; to make personal links for them, add --links FILE.xlsx.
registry-cli-about = { $name }. Rows: { $total }. With a consent on paper: mentees { $mentees }, mentors { $mentors }. Without one: { $links }. With mistakes: { $wrong }.
registry-cli-entered = Entered: { $count }.
registry-cli-links-made = Personal links ({ $count }) are written to { $file }. The names are only there.
registry-cli-nothing-stored = Nothing was stored.
registry-cli-exported = { $name }: written to { $file }, people: { $count }.
registry-cli-exported-few = { $name }: written to { $file }.

# ---- the access log

audit-act-registry-full = took a full registry
audit-act-registry-anonymous = took an anonymised registry
audit-act-registry-numbers = took a registry in numbers
audit-act-registry-imported = entered a staff list
audit-act-registry-approved = approved a registry by an order
audit-act-registry-snapshot-taken = took an approved registry
audit-act-mentors-ranked = chose mentors for a programme
audit-act-shortlist-saved = saved a list of mentors
audit-act-shortlist-seen = looked at a list of mentors
audit-act-shortlist-removed = deleted a list of mentors

# ---- refusals

error-registry-file-refused = { $reason ->
        [empty] The file is empty. Check that you sent the right one.
        [large] The file is larger than 5 MB. Take pictures and spare sheets out of it.
        [kind] An .xlsx file is needed. Open the list in Excel or another program and save it as .xlsx.
        [locked] The file is protected by a password. Remove the password and send it again.
        [macros] The file has macros, and I do not open such files. Save it as .xlsx without macros.
        [bomb] The file is unusual: unpacked, it is too large. Copy the list into a new workbook and send that.
        [long] The file has too many rows, columns or sheets (up to { $limit }). Split it into parts.
        [heads] I see no column with names. Name the columns, for example “Full name” and “Role”, or get the template.
       *[damaged] The file is damaged or incomplete. Open it, save it anew and send it again.
    }
error-registry-on-server-only = The school has switched documents with personal data off in the chat. The administrator makes them on the server.
error-registry-changed = The registry has just changed. Open it and approve it once more.
error-nothing-to-import = There is nobody to enter: no row fits, or all these people take part already.
error-too-many-shortlists = There are { $limit } lists already. Delete some and save again.
error-too-many-chosen = A list holds no more than { $limit } mentors. Take some ticks off.
