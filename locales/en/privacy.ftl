# /mydata: what is stored about a person; withdrawing the consent; requests about data and acts of destruction.
# keys: privacy-membership-*
# keys: privacy-consent-*
# keys: privacy-application-*
# keys: privacy-pair-*
# keys: privacy-meeting-*
# keys: privacy-mode-*
# keys: privacy-duty-*
# keys: privacy-date-*
# keys: privacy-kind-*
# keys: privacy-amendment-*
# keys: privacy-request-*
# keys: privacy-erased-*

menu-mydata = 🔒 My data
menu-rights = 🛡 Requests about data

privacy-head = <b>What is stored about you</b>
privacy-section =
    <b>{ $title }</b>
    { $lines }
privacy-more-lines = … and more lines: { $count }, in the file
privacy-all-shown = <i>This is all. You can download the same as a file.</i>
privacy-rest-in-file = <i>These are the main points. Everything that is stored is in the file.</i>
privacy-download = Download as a file
privacy-my-consents = My consents
privacy-my-requests = Requests about data
privacy-correct-name = Correct my name
privacy-desk-open = Requests about data
privacy-desk-door = Requests about data, withdrawals, acts
privacy-withdraw = Withdraw consent
privacy-file = All that is stored about you. Only you see this file.
privacy-file-head = What the bot of the mentoring programme stores about you. Made: { $at }

privacy-section-person = About you
privacy-section-participations = Taking part
privacy-section-families = Parents and children
privacy-section-consents = Consents
privacy-section-profile = Profile
privacy-section-conclusions = Conclusions about your needs and difficulties
privacy-section-applications = Applications
privacy-section-pairs = Mentoring pairs
privacy-section-amendments = Changes in pairs
privacy-section-shortlists = Shortlists of mentors
privacy-section-meetings = Meetings
privacy-section-answers = Your answers about meetings
privacy-section-journal = Notes of meetings and what was agreed
privacy-section-diary = Your diary (nobody but you reads it)
privacy-section-help = Requests for help
privacy-section-speed = Speed mentoring
privacy-section-times = Convenient times, lessons and reminders
privacy-section-feedback = Your answers after meetings (the mentor does not see them)
privacy-section-duties = Duties of the roadmap
privacy-section-readings = Documents to be read
privacy-section-requests = Your requests about data
privacy-section-service = Technical records

privacy-none = not given
privacy-name = Name: { $name }
privacy-birthday = Date of birth: { $day }
privacy-chat = Number of the Telegram chat: { $chat }
privacy-no-chat = none
privacy-language = Language: { $language }
privacy-timezone = Time zone: { $timezone }
privacy-timezone-school = that of the school
privacy-known-since = First contact with the bot: { $at }
privacy-blocked = You blocked the bot: { $at }

privacy-participation = { $organization }: { $role }, { $status }, number { $code }
privacy-affiliation = • Works at: { $organization }
privacy-entered-by = • Entered by the curator: { $name }
privacy-dates = • { $dates }
privacy-date-since = recorded since { $at }
privacy-date-approved = approved { $at }
privacy-date-refreshed = answers confirmed { $at }
privacy-date-review = asked to confirm the answers { $at }
privacy-date-paused = paused { $at }
privacy-date-left = ended { $at }
privacy-membership-invited = invited, application not handed in
privacy-membership-applied = the application awaits a decision
privacy-membership-returned = the application was returned
privacy-membership-active = taking part
privacy-membership-paused = paused
privacy-membership-left = no longer taking part

privacy-guardianship-parent = You answer for a child: { $name } (you: { $relation }); { $organization }; from { $since } to { $ended }
privacy-guardianship-child = An adult answers for you: { $name } ({ $relation }); { $organization }; from { $since } to { $ended }
privacy-until-now = now
privacy-consent = { $organization }: { $kind }, version { $version } — { $status }, { $at }
privacy-kind-personal-data = consent to the processing of personal data
privacy-kind-parental = a parent’s consent to the processing of a child’s data
privacy-kind-assent = a pupil’s consent
privacy-kind-mentor = consent to be a mentor
privacy-kind-extra-duties = consent to extra duties
privacy-kind-helper = consent to help a pair
privacy-kind-amendment = consent to changes in a pair
privacy-kind-publication = consent to publication
privacy-consent-for-child = answered by you for a child
privacy-consent-by-parent = a parent answers
privacy-consent-until = in force until { $day }
privacy-consent-original = signed original No. { $number } of { $day }
privacy-consent-resources = where: { $resources }
privacy-consent-items = what: { $items }
privacy-consent-conditions = conditions: { $conditions }
privacy-consent-asked = awaits your answer
privacy-consent-given = given
privacy-consent-refused = you refused
privacy-consent-withdrawn = withdrawn
privacy-consent-superseded = replaced by a newer one

privacy-application = Application ({ $role }): { $status }, begun { $at }
privacy-application-draft = being filled in
privacy-review = Yearly confirmation of the answers ({ $role }): { $status }, begun { $at }
privacy-application-submitted = handed in
privacy-application-with-head = with the head
privacy-application-returned = returned
privacy-application-approved = approved
privacy-application-withdrawn = withdrawn
privacy-answer = • { $question } — { $answer }
privacy-return-reason = • Why it was returned: { $reason }

privacy-conclusion = { $at }, { $source }; ground: { $ground } — { $text }
privacy-amendment = { $at } — { $kind }, { $status }; new term: { $end }; content: { $text }; reason: { $reason }
privacy-amendment-own = { $at } — proposed by you: { $kind }, { $status }; new term: { $end }; content: { $text }; reason: { $reason }
privacy-amendment-extension = a longer term
privacy-amendment-shortening = a shorter term
privacy-amendment-content = a change of the content
privacy-amendment-is-proposed = awaits the members’ consent
privacy-amendment-is-agreed = agreed
privacy-amendment-is-refused = not agreed
privacy-amendment-is-taken-back = taken back
privacy-shortlist = { $organization }: “{ $title }”
privacy-request-line = { $at } — { $kind }, { $organization }
privacy-request-text = you wrote: { $text }
privacy-request-put-off = put off: { $reason }
privacy-request-due = answer by { $day }
privacy-request-settled = settled { $at }, answer: { $answer }
privacy-pair = You are the { $role }; { $partner }; { $status }, { $at }
privacy-partner-hidden = the name is not shown until the pair begins
privacy-pair-proposed = proposed
privacy-pair-declined = did not begin
privacy-pair-active = active
privacy-pair-closed = closed

privacy-meetings-count = In all: { $count }
privacy-next-meeting = Next: { $at }
privacy-meeting = { $at } — { $kind }, { $status }; { $mode }, { $minutes } min; place: { $place }
privacy-mode-in-person = in person
privacy-mode-online = online
privacy-mode-mixed = in person and online
privacy-meeting-proposed = proposed
privacy-meeting-confirmed = confirmed
privacy-meeting-declined = declined
privacy-meeting-cancelled = cancelled
privacy-meeting-moved = moved
privacy-meeting-held = held
privacy-meeting-not-held = not held
privacy-meeting-disputed = the two accounts differ
privacy-said-held = (you said: held)
privacy-said-not-held = (you said: not held)
privacy-answer-yes = Meeting on { $at }: you agreed
privacy-answer-no = Meeting on { $at }: you declined; reason: { $reason }
privacy-series = Repeated meetings: { $rhythm }, { $time }, { $since } – { $until }, { $status }; place: { $place }
privacy-series-weekly = every week
privacy-series-biweekly = every two weeks
privacy-series-monthly = once a month
privacy-series-is-proposed = proposed
privacy-series-is-confirmed = confirmed
privacy-series-is-declined = declined
privacy-series-is-ended = ended
privacy-trial = After the trial meeting on { $at } you told the curator: { $word }
privacy-trial-continue = we go on
privacy-trial-not-sure = I am not sure
privacy-trial-change = another pair is needed
privacy-note = Meeting on { $at }. Done: { $done }; difficulties: { $difficulties }
privacy-visit = Lesson visit on { $at }: { $lesson }; looked at: { $aim }; findings: { $findings }
privacy-task-own = Agreed, for you to do: { $text }; by { $due }, { $state }
privacy-task-others = Agreed, for the other side: { $text }; by { $due }, { $state }
privacy-task-open = under way
privacy-task-done = done { $at }
privacy-task-dropped = dropped
privacy-diary = { $at }: { $text }
privacy-help = { $at }: “{ $text }”; topic: { $topic }; { $status }
privacy-help-is-open = waits for an answer
privacy-help-is-answered = answered
privacy-help-is-closed = closed
privacy-help-is-taken-back = taken back
privacy-help-helped = (it helped)
privacy-help-not-helped = (it did not help)
privacy-help-answer = Your message of { $at }: “{ $text }”
privacy-speed-mentor = { $at } — “{ $topic }”, you hold it
privacy-speed-slot = { $at } — “{ $topic }”, you have a slot
privacy-speed-queue = { $at } — “{ $topic }”, you are in the queue
privacy-speed-held = (held)
privacy-speed-not-held = (not held)
privacy-time = Convenient: { $weekday }, { $since }–{ $until }
privacy-lesson = Lesson: { $weekday }, no. { $number }; { $organization }
privacy-reminders = Minutes before a meeting to remind you: { $minutes }
privacy-no-files = No files for the calendar
privacy-feed = A private calendar address is on
privacy-feedback = About the meeting of { $at }:

privacy-duty = { $activity } — by { $due }, { $status }
privacy-duty-upcoming = upcoming
privacy-duty-open = open
privacy-duty-done = done
privacy-duty-overdue = overdue
privacy-duty-done-late = done late
privacy-duty-waived = waived
privacy-duty-comment = Your comment, { $at }: { $comment }
privacy-duty-file = Your file, { $at }: { $name }
privacy-duty-reason = Your explanation of why the date was moved or the duty waived ({ $about }): { $reason }
privacy-plan-reason = Your explanation of why the plan was returned ({ $about }): { $reason }
privacy-named = { $organization }, plan “{ $plan }”: you are named as responsible — { $activity }
privacy-meant = { $organization }: the words “{ $phrase }” in its plans mean you
privacy-reading = { $kind } No. { $number } of { $day }, { $organization } — read: { $at }
privacy-reading-open = { $kind } No. { $number } of { $day }, { $organization } — not read yet

privacy-notifications = Messages of the bot to you: { $total }, not yet sent: { $waiting }
privacy-acts = Records in the log of acts: { $total }, the latest { $shown } below
privacy-update-numbers = The numbers of your messages to the bot of the last two days, without their text
privacy-act-own = { $at } — you: { $act }
privacy-act-others = { $at } — about you: { $act }

privacy-explain-head =
    <b>Withdrawing the consent</b>
    Organisation: { $organizations }
privacy-explain-counts =
    If you withdraw the consent, everything stops at once:
    • mentoring pairs: { $pairs } — will end;
    • meetings arranged: { $meetings } — will be cancelled; the other side learns that, but not why;
    • roadmap duties of yours: { $duties } — will be passed to others.
privacy-explain-children = <b>Children: { $count }.</b> You alone have consented for them. They will stop taking part as well, and their data will be erased, too. To prevent this, let the other parent consent first.
privacy-explain-erased = Your name, application, profile, typed answers, comments and explanations, file names and the number of the chat are erased at once. The curator learns of the withdrawal by your number, without a name.
privacy-explain-stays = Only numbers for statistics and the record of the withdrawal itself stay, without data about you. Your work is not affected: you can take part without the bot, through the curator.
privacy-explain-file = <i>What is erased can't be brought back. If you need the data yourself, download the file first.</i>
privacy-go-on = I see, go on
privacy-sure = <b>Withdraw the consent and erase the data?</b> This can't be undone.
privacy-withdraw-finally = Yes, withdraw and erase
privacy-keep = No, leave it as it is
privacy-withdrawn =
    The consent is withdrawn: { $at }. Processing has stopped, the data are erased. Number of the record: { $number }.

    You can delete the conversation in this chat yourself. If you want to return, ask the curator for a new link.

privacy-meeting-cancelled-notice = The meeting on { $at } is cancelled. If you have questions, please ask the curator.
privacy-alert =
    <b>A consent to the processing of personal data was withdrawn</b>
    Participant: { $who }. The name and the application are erased; they no longer take part.
privacy-alert-by-another = It was not the person: a parent withdrew it, or a paper was received.
privacy-destruction-act = 📄 Act of destruction
privacy-alert-pair = • A pair has ended. The other member, { $role }: { $name }
privacy-alert-pair-waits = • A pair has ended. { $name } ({ $role }) waits for a mentor again
privacy-alert-meetings = • Meetings cancelled: { $count }
privacy-alert-nothing-stopped = There were no active pairs and no meetings arranged.
privacy-alert-duties = Roadmap duties that have come to the curators: { $count }. Open them to take them over, move or waive them.
privacy-alert-duty = Duty: { $activity }

error-nothing-to-withdraw = There is no consent in force: nothing to withdraw.
error-withdrawal-elsewhere = This person has consented at another organisation as well. They can withdraw it themselves: /mydata → “Withdraw consent”.
error-receipt-out-of-range = The request can have been received between { $first } and { $last }. Type the day, for example 05.09.2026.
error-request-not-extendable = This term can’t be put off: the law allows it once, before it ends, and not for every request. Please answer the request.

## Requests about data: for those who ask

privacy-request-access = See what is stored
privacy-request-correction = Correct something
privacy-request-erasure = Stop processing or erase
privacy-request-stop-publication = Stop publishing
privacy-requests-head =
    <b>Requests about personal data</b>
    What is stored you learn at once, as a file. Everything else the school answers within the time set by law.
privacy-own-open = ⏳ { $kind }, { $at } — answer by { $due }
privacy-own-settled = ✅ { $kind }, { $at } — answer: { $answer }
privacy-ask-place = Which organisation is the request for?
privacy-request-hint-correction = Write in one message what is recorded wrongly and what is right. A name you can correct at once yourself: /mydata → “Correct my name”.
privacy-request-hint-erasure = Write in one message what to erase, or what to stop doing with your data. To stop everything at once, open /mydata → “Withdraw consent”.
privacy-request-hint-stop-publication = Write in one message what is published and where: the address of the page, and what to take off.
privacy-ask-seen-by = <i>Curators and the head will see it: { $organization }. Working days for the answer: { $days }. Please write no passport data and nothing about health.</i>
privacy-quoted = { $text }
privacy-asked =
    <b>Request No. { $number } is received</b>
    { $kind }. { $organization } will answer by { $due } at the latest. The answer comes here.
privacy-ask-name = Type it as it should be: surname, first name, patronymic. For example: Petrova Anna Sergeevna
privacy-ask-child-name = Type the child’s name as it should be: surname, first name, patronymic. For example: Petrov Ilya Sergeevich
privacy-name-corrected = Corrected: { $name }. The name stands like this everywhere now.
privacy-answered-notice =
    <b>The answer to your request about data</b>
    { $kind }, { $at }. { $organization } answers:

    { $answer }
privacy-extended-notice =
    <b>The answer to your request is put off until { $due }</b>
    { $kind }. Reason: { $reason }

## Requests about data: for those who answer

privacy-desk =
    <b>Requests about personal data</b>
    Those that wait come first. Open one to answer it.
privacy-desk-empty = There have been no requests about personal data.
privacy-desk-line = { $who } · { $kind } · by { $due }
privacy-desk-late = ❗ { $who } · { $kind } · by { $due }
privacy-desk-settled = ✅ { $who } · { $kind }
privacy-card =
    <b>Request about personal data: { $kind }</b>
    About: { $who }. Received: { $at }
privacy-card-by-parent = A parent asks.
privacy-card-text =
    In their words:
    { $text }
privacy-card-due = Answer by { $due }, this day included. { $days ->
        [0] Today is the last day.
       *[other] Working days left: { $days }.
    }
privacy-card-late = ❗ The term ended on { $due }. Please answer today.
privacy-card-put-off = Put off already. Reason: { $reason }
privacy-card-settled = The term was { $due }. Answered.
privacy-card-answer = Answer: { $answer }
privacy-request-todo-access = Hand over what is stored about the person and write the answer: it goes to their chat.
privacy-request-todo-correction = Correct what is wrong and write the answer: it goes to the person’s chat.
privacy-request-todo-erasure = Stop what you are asked to stop, or explain on which ground it goes on. The answer goes to the person’s chat.
privacy-request-todo-stop-publication = Take it off the page and write what was done. The answer goes to the person’s chat.
privacy-answer-it = Answer
privacy-extend-it = Put off by { $days } working days
privacy-ask-answer =
    <b>{ $kind }: { $who }</b>
    Write the answer in one message. The person reads it word for word, and the request is closed.
privacy-ask-reason =
    <b>{ $kind }: { $who }</b>
    Why are { $days } more working days needed? The person reads the reason word for word. A request can be put off once.
privacy-answer-sent = The answer is sent, the request is closed.
privacy-answer-by-hand = The answer is recorded, the request is closed. It goes to no chat: please hand it over yourself.
privacy-was-put-off = Put off until { $due }. The person has been told why.
privacy-put-off-by-hand = Put off until { $due }. Tell the person why yourself: it goes to no chat.
privacy-card-by-hand = <i>This person has no chat with the bot: hand the answer over yourself, on paper or in person.</i>

privacy-paper-request = A request came on paper
privacy-paper-kind =
    <b>A request on paper: { $who }</b>
    What is asked for? The paper itself stays at the school; there is no need to photograph it.
privacy-paper-text =
    <b>{ $kind }: { $who }</b>
    Write in one message what is asked for. Curators and the head will see it, and the person under “My data”.
    <i>Working days for the answer: { $days }, from the day of receipt. Please write no passport data and nothing about health.</i>
privacy-paper-day = When was the paper received? Tap the button, or type the day, for example 05.09.2026: the term runs from it.
privacy-paper-today = Today
privacy-paper-entered = The request is recorded: No. { $number }.

## Withdrawals and acts of destruction

privacy-cases-open = Withdrawals and acts
privacy-cases =
    <b>Withdrawn consents</b>
    Tap one to get the act of destruction for signing.
privacy-cases-empty = No consent has been withdrawn.
privacy-case = No. { $number } · { $who } · { $at }
privacy-act-file = Act of destruction of personal data. Print it, sign it, and keep it for three years. It names nobody.
privacy-act-title = Act No. { $number } of destruction of personal data
privacy-act-operator = Operator
privacy-act-who = Data subject (number of the participant)
privacy-act-reason = Reason
privacy-act-by-subject = the consent was withdrawn by the data subject (152-FZ, art. 9 part 2; art. 21 part 5)
privacy-act-by-another = the consent was withdrawn by a legal representative or on paper (152-FZ, art. 9 part 2; art. 21 part 5)
privacy-act-received = Withdrawal received
privacy-act-term = To be destroyed by
privacy-act-categories = These categories of personal data were destroyed:
privacy-act-category = Category
privacy-act-count = Records
privacy-act-way-label = Way
privacy-act-way = erased in the programme’s database; numbers that are kept were anonymised
privacy-act-where-label = Where they were kept
privacy-act-where = the information system of the mentoring programme
privacy-act-when = Date and time of destruction
privacy-act-kept = A record of the withdrawal without personal data is kept: its number, its dates, the categories. Made under the order of Roskomnadzor No. 179 of 28.10.2022.
privacy-act-responsible = Responsible for the destruction
privacy-act-head = Head
privacy-erased-names = Surname, first name, patronymic, date of birth
privacy-erased-profiles = Profiles
privacy-erased-applications = Applications
privacy-erased-conclusions = Conclusions about needs and difficulties
privacy-erased-shortlists = Places on shortlists of mentors
privacy-erased-places = Places of meetings
privacy-erased-answers = Reasons for declining meetings
privacy-erased-visits = Records of lesson visits
privacy-erased-notes = Notes of meetings
privacy-erased-tasks = Agreed tasks
privacy-erased-trial = Answers after trial meetings
privacy-erased-diary = Diary entries
privacy-erased-times = Convenient times
privacy-erased-lessons = Lesson timetable
privacy-erased-help = Requests for help and answers
privacy-erased-speed = Bookings of speed mentoring
privacy-erased-amendments = Proposed changes, in words
privacy-erased-evidence = Comments and files about duties
privacy-erased-reasons = Explanations, in words
privacy-erased-feedback = Answers after meetings, in words
privacy-erased-consents = Details of consents
privacy-erased-requests = Words of requests about data
privacy-erased-families = Parents and children
privacy-erased-forms = Unfinished forms and the number of the chat
privacy-erased-pairs = Membership of current pairs (ended)
