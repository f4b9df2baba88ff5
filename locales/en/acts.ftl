# Local acts: the register, mandatory documents, acknowledgement lists.
# keys: acts-audience-*

menu-acts = 📚 Local acts
menu-acts-unread = 📚 Documents to read

acts-number = No. { $number } of { $day }
acts-dated = of { $day }
acts-register = <b>Local acts</b>
    { $name } · in all: { $total }
acts-missing = ❗ Mandatory and lacking: { $kinds }
acts-none = The register is empty so far.
acts-line = • <b>{ $kind }</b> { $named }: { $title }{ $marks }{ $readers }
acts-readers-short = read by { $read } of { $asked }
acts-add = ➕ Enter an act
acts-checklist = ☑️ Mandatory documents
acts-matrix = 🏫 Acts of the schools
acts-unread = What I am to read
acts-to-register = ‹ Register of acts
acts-removed = The entry has been removed from the register.

acts-card =
    <b>{ $kind }</b> { $named }
    “{ $title }”
    { $organization }
acts-replaces = Amends the act { $named }.
acts-replaced-by = ↪️ There is a newer act: { $named }.
acts-published = 🌐 On the site, noted { $at }
acts-not-published = Not on the site.
acts-readers = Read by { $read } of { $asked }
acts-sent-to = Sent: { $audience }
acts-by = To be read by: { $day } (inclusive)
acts-you-read = ✅ You have read it: { $at }
acts-please-read = Please read the document and tap “I have read it”.
acts-please-read-by = Please read the document and tap “I have read it”. By { $day } (inclusive).
acts-open-file = 📎 { $name }
acts-link = 🔗 { $url }
acts-acknowledge = ✅ I have read it
acts-send = 📨 Send to be read
acts-show-readers = 👥 Who has read it
acts-publish = 🌐 Note: it is on the site
acts-unpublish = Take back the note about the site
acts-attach = 📎 File or link
acts-remove = Remove the entry
acts-remove-ask = Remove the entry “{ $kind } { $named }” from the register? This is for entries made by mistake.
acts-remove-yes = Yes, remove it
acts-file-sent = The file of a local act.
acts-file-expected = A file (document) or a link beginning with http is needed here. Photos are not accepted: other people's data are often seen on them.

acts-unread-title = <b>Please read</b> · { $count }
acts-unread-none = There is nothing left to read. Thank you!

acts-ask-kind = What kind of document is it?
acts-ask-number = <b>{ $kind }</b>
    Type its number, for example: 12 or 749-O.
acts-no-number = No number
acts-ask-date = Type the date of the document, for example: 01.09.2026.
acts-today = Today
acts-yesterday = Yesterday
acts-ask-title = Date: { $day }.
    Type the title of the document or take the ready one.
acts-ask-file = Send the file of the document or a link to it. Those to whom you send the act will see it.
    <i>Please send no documents with passport data or facts about health.</i>
acts-ask-replaced = Does it amend an earlier act?
acts-replaces-none = No, it stands by itself
acts-added = ✅ Entered into the register.

acts-audience-everybody = everybody in the organisation
acts-audience-mentees = the mentees
acts-audience-mentors = the mentors
acts-audience-curators = the curators
acts-audience-heads = the head
acts-audience-coordinators = the coordinators
acts-audience-school-heads = the heads of all schools
acts-audience-school-curators = the curators of all schools
acts-ask-audience = <b>{ $kind }</b> { $named }
    Who is to read it?
acts-ask-day = To: { $audience }.
    By which day is it to be read? Choose or type a date.
acts-in-days = { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
acts-without-day = No date
acts-sent = { $count ->
        [one] 📨 Sent to { $count } person. Whoever joins later will get it at once.
       *[other] 📨 Sent to { $count } people. Whoever joins later will get it at once.
    }
acts-readers-title = <b>{ $kind }</b> { $named }
    Read by { $read } of { $asked }
acts-reader = ✅ { $who } — { $at }
acts-reader-not-yet = ⏳ { $who }
acts-nudge = 🔔 Remind those who have not read it
acts-nudged = { $count ->
        [one] { $count } person has been reminded.
       *[other] { $count } people have been reminded.
    }
acts-export = 📊 Acknowledgement list .xlsx
acts-list-sheet = Acknowledged
acts-list-title = Have read the document: { $kind } { $named }
acts-list-number = No.
acts-list-organization = Organisation
acts-list-name = Name
acts-list-date = Read on
acts-list-not-yet = not yet
acts-list-file = acknowledgement-{ $day }
acts-list-caption = Acknowledgement list: { $kind } { $named }. The file holds names: do not pass it on to outsiders.

acts-notice = 📨 <b>A document for you to read</b> — { $organization }
acts-notice-again = 🔔 <b>A reminder: you have not read this document yet</b> — { $organization }
acts-unread-alert = { $left ->
        [one] 📚 <b>The date for reading has passed</b>: { $left } person of { $asked } has not read it
       *[other] 📚 <b>The date for reading has passed</b>: { $left } people of { $asked } have not read it
    }
    { $kind } { $named } · { $organization }

acts-checklist-title = <b>Mandatory documents</b>
    { $name } · { $present } of { $total } are there
acts-nothing-mandatory = The list names no mandatory documents for this organisation.
acts-programme-older = ⚠️ The programme ({ $programme }) is older than the regulation in force ({ $regulation }). Check that it matches the regulation, and adopt a new one if needed.
acts-absent = ❗ { $kind } — lacking
acts-present = ✅ { $kind } { $named }
acts-present-published = ✅ { $kind } { $named } 🌐
acts-matrix-title = <b>Mandatory acts of the schools</b>
    { $name }
acts-matrix-total = { $kind }: { $present } of { $total }
acts-matrix-empty = There are no schools yet.
acts-school-complete = ✅ <b>{ $name }</b>
acts-school-lacks = ❗ <b>{ $name }</b>: lacks { $kinds }
acts-matrix-take = 📊 Download the table .xlsx
acts-sheet-name = Acts of the schools
acts-sheet-title = Mandatory local acts: { $name }, as of { $day }
acts-sheet-absent = lacking
acts-sheet-lacking = Schools without it
acts-sheet-on-site = on the site
acts-sheet-file = acts-{ $day }
acts-sheet-caption = Mandatory local acts of the schools: { $name }.

error-act-kind-unknown = The list has no such kind of document. Please choose the kind again.
error-not-a-date = I did not understand the date. Type one day, for example 01.09.2026.
error-date-out-of-range = The date of a document lies between { $first } and { $last }.
error-not-a-link = A full link beginning with http:// or https:// is needed, or a file.
error-act-in-use = This entry can't be removed: people were asked to read the act, or another one amends it.
error-nobody-to-ask = There is nobody to send it to: either everybody has it, or there are no such people here.
error-day-not-ahead = A day not before today and not more than a year ahead is needed.
error-everybody-has-read = Everybody has read it.
error-readers-reminded-today = They have been reminded today. You can remind them again tomorrow.
error-not-sent-yet = Nobody has been asked to read this document yet.
