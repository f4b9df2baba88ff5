# keys: people-filter-*
# keys: people-state-*
# keys: people-ask-*
# keys: people-done-*
# keys: people-change-*
# keys: people-own-*
# keys: people-consent-*
# keys: people-pending-*
# keys: people-behalf-*
# keys: people-form-*
# keys: people-told-*
# keys: audit-act-*
## The people of a school: the list, the card, taking part, colleagues without Telegram.

menu-people = 👥 People
menu-own-participation = 🚪 My participation
menu-on-behalf = ✍️ For colleagues without Telegram

## The list

people-title = <b>People: { $filter }</b> · { $total }
people-none = There is nobody here yet.
people-line = { $name } · { $role }
people-line-state = { $name } · { $role } · { $state }
people-pupil-role = { $role } (pupil)
people-load = Curators: { $curators }, active pairs: { $pairs }, up to { $average } for each curator.
people-load-nobody = Active pairs: { $pairs }, and no curator. Please invite one by a link.
people-choose-filter = Whom to show
people-which = Whom shall I show?
people-filter-all = all
people-filter-mentees = mentees
people-filter-mentors = mentors
people-filter-others = other roles
people-filter-pupils = pupils
people-filter-waiting = waiting for a mentor
people-filter-offline = without Telegram
people-filter-paused = paused
people-filter-left = have left
people-search = 🔎 Find
people-search-again = Search again
people-ask-surname = Type the surname or a part of it, two letters at least.
people-found = Found: { $total }
people-found-nobody = Nobody was found. Check the surname or type fewer letters.
people-to-list = ‹ To people
people-add = ➕ Add a colleague without Telegram
people-pupils = Pupils
people-registries = Registries
people-consents = Consents
people-on-behalf = For colleagues without Telegram

people-state-waits = waiting for a mentor
people-state-invited = filling in the application
people-state-applied = application to be decided
people-state-returned = application returned
people-state-paused = paused
people-state-left = no longer takes part
people-state-line = State: { $state }

## Psychologist, tutor, council

people-needs-psychologist = <b>Waiting for a mentor: { $total }</b>
    Until they have one, they may need your support.
people-needs-tutor = <b>Mentees and their difficulties: { $total }</b>
people-needs-council = <b>Mentors and mentees: { $total }</b>
people-needs-nobody = There is nobody like that at the moment.
people-as-role = Look as { $role }
people-need = <b>{ $name }</b> · { $role }
people-need-name = <b>{ $name }</b>
people-is-paired = In a pair
people-is-unpaired = No pair

## The card

people-card-head = <b>{ $name }</b>
    { $role } · { $organization }
people-takes-part = Takes part since { $day }
people-paused-since = Paused since { $day }
people-left-since = No longer takes part since { $day }
people-waits-since = Waiting for a mentor since { $day }
people-waits = ⏳ Waiting for a mentor
people-works-at = Works at: { $organization }
people-was-entered = Entered by a curator
people-category = Category: { $category }
people-subject = Subject: { $subject }
people-experience = { $years ->
        [0] Experience: first year
        [one] Experience: { $years } year
       *[other] Experience: { $years } years
    }
people-difficulties = Difficulties: { $difficulties }
people-strengths = Strengths: { $strengths }
people-capacity = { $capacity ->
        [one] Can take { $capacity } mentee
       *[other] Can take { $capacity } mentees
    }
people-pair-active = 🤝 In a pair with { $name }
people-pair-proposed = ⏳ A pair is proposed: { $name }
people-former-pairs = Pairs that have ended: { $count }
people-open-pair = Pair: { $name }
people-to-card = ‹ To the card
people-fill-profile = Fill in the application
people-application = 📝 The whole application
people-reviews = 🔁 Who has confirmed this year
people-show-link = 🔗 Personal link
people-conclusions = 📎 Conclusions about needs

people-consent-line = Consents: { $consents }
people-consent-personal-data = personal data
people-consent-parental = a parent’s
people-consent-assent = the pupil’s own
people-consent-mentor = to be a mentor
people-consent-extra-duties = extra duties
people-consent-helper = helping a mentor
people-consent-amendment = changes of the pair
people-consent-publication = publication
people-consent-is-asked = { $what } — no answer yet
people-consent-is-given = { $what } — given
people-consent-is-refused = { $what } — refused
people-consent-is-withdrawn = { $what } — withdrawn
people-consent-is-superseded = { $what } — an earlier version
people-consent-no-original = { $what } — no signed original

## Pausing, leaving, coming back: the curator

people-change-pause = Pause
people-change-resume = End the pause
people-change-leave = No longer takes part
people-change-return = Take back
people-ask-pause = Pause <b>{ $name }</b> ({ $role })?

    Active pairs are kept, no new ones are proposed. Proposals without an answer are taken back.
people-ask-resume = End the pause of <b>{ $name }</b> ({ $role })?
people-ask-leave = Mark that <b>{ $name }</b> ({ $role }) no longer takes part?

    Pairs end, coming meetings are called off, and the other side is told without a reason. A mentee who is left without a mentor returns to the queue. The history is kept, and the person can be taken back at any time.
people-ask-return = Take <b>{ $name }</b> ({ $role }) back?

    The application stays as it was. A mentee joins the queue again.
people-done-pause = ⏸ { $name } is paused. We have told them.
people-done-resume = ▶️ { $name } takes part again. We have told them.
people-done-leave = { $name } no longer takes part. The history is kept.
people-done-return = { $name } takes part again. We have told them.

## One’s own participation

people-own-title = <b>My participation</b>
people-own-none = Your participation will appear here when a curator has approved the application.
people-own-entry = <b>{ $organization }</b> · { $role }
people-own-button = { $change }: { $role }
people-own-pause = Take a break
people-own-resume = Go on
people-own-leave = Leave the programme
people-own-return = Ask to be taken back
people-own-back = ‹ My participation
people-own-ask-pause = Take a break (“{ $organization }”)? Your pairs are kept, and you won’t be asked about new ones. Meetings that were agreed on stay: please call off those you won’t come to. The curators will know of the break.
people-own-ask-resume = Go on (“{ $organization }”)? The curators will know of it.
people-own-ask-leave = Leave the programme (“{ $organization }”)? Your pairs end and coming meetings are called off. The other side will learn that the pair has ended, but not why; the curators will know that you left. The school keeps your data until you withdraw the consent: the command /mydata.
people-own-ask-return = Ask the curators (“{ $organization }”) to take you back? Your application stays as it was.
people-own-done-pause = ⏸ You are taking a break. You can come back here at any time.
people-own-done-resume = ▶️ Good to see you again. You take part as before.
people-own-done-leave = You no longer take part (“{ $organization }”). Thank you for all you have done! To come back, open “My participation”.
people-own-done-return = The curators have got your request. You will hear from us when they take you back.

people-told-pause = ⏸ { $name } ({ $role }) is paused. Pairs are kept, no new ones are proposed.
people-told-resume = ▶️ { $name } ({ $role }) takes part again.
people-told-own-pause = ⏸ A curator has paused your participation (“{ $organization }”). Your pairs are kept, and you won’t be asked about new ones. If this is a mistake, end the pause yourself.
people-told-own-resume = ▶️ A curator has ended your pause (“{ $organization }”).
people-told-own-leave = A curator has marked that you no longer take part (“{ $organization }”). The history is kept. If this is a mistake, ask to be taken back.
people-told-own-return = A curator has taken you back (“{ $organization }”). Your application is as it was.
people-asks-back = 🙋 { $name } ({ $role }) asks to come back. Open the card and decide: nobody but the curators can.
people-alert-left = <b>No longer takes part: { $name }</b> ({ $role }), since { $day }
people-alert-left-mentees = { $count ->
        [one] { $count } mentee is left without a mentor and is in the queue again.
       *[other] { $count } mentees are left without a mentor and are in the queue again.
    }
people-alert-left-duties = Open duties of the roadmap: { $count }. Please name somebody else for them.

## Changing schools

people-move = Transfer to another school
people-move-where = To which school or organisation? The person decides: we will ask for their consent.
people-move-nowhere = There are no other schools here yet.
people-move-sure = Offer a transfer: <b>{ $name }</b> → { $school }?

    Pairs, meetings and feedback stay in the history of your school. There the application is decided by that school’s curator. Nothing changes before the person agrees.
people-move-offer = Ask the person
people-move-offered = ✅ We will ask: { $name } → { $school }. When they agree, you will get an alert.
people-move-notice = 🏫 The curator of “{ $here }” offers you a transfer to “{ $there }”.

    Your pairs here will end, the history stays with the school you leave. There is no need to fill in the application again. The new school asks for its own consent; if you refuse, nothing changes.
people-move-go = Go to { $school }
people-move-stayed = All right, you stay at { $here }. Nothing was passed to “{ $there }”.
people-move-done = Your application went along. Please check it and send it to the curator of the new school.
people-move-check = Check the application

## The personal link

people-link = 🔗 <b>Personal link: { $name }</b>

    { $url }

    Give it to this person only: whoever opens the link and agrees becomes them in the programme. It works once, until { $until }. Pairs, duties and history are kept.
people-link-renew = Replace the link
people-linked = 🎉 { $name } is in Telegram now. There is no need to answer for them any more.

## For colleagues without Telegram

people-behalf-title = <b>For colleagues without Telegram: { $total }</b>
    Ask the colleague in person and mark the answer.
people-behalf-empty = Nothing waits for an answer of colleagues without Telegram.
people-pending-pair = { $name } · a pair?
people-pending-meeting = { $name } · meeting on { $day }?
people-pending-held = { $name } · was there a meeting on { $day }?
people-behalf-ask-pair = <b>{ $name }</b>
    A pair is proposed. Ask the colleague whether they agree.
people-behalf-ask-meeting = <b>{ $name }</b>
    A meeting is proposed. Ask the colleague whether it suits them.
people-behalf-ask-held = <b>{ $name }</b>
    A meeting should have taken place. Ask the colleague whether it did.
people-behalf-with = The other side: { $name }
people-behalf-meeting = { $kind }
    { $when }
    { $place }
people-behalf-mark = <i>The other side will see that a curator marked the answer.</i>
people-behalf-pair-yes = Agrees
people-behalf-pair-no = Declines
people-behalf-meeting-yes = Will come
people-behalf-meeting-no = Can’t come
people-behalf-held-yes = It took place
people-behalf-held-no = It did not
people-behalf-done-pair-yes = ✅ The yes is marked. The pair begins when both sides have agreed.
people-behalf-done-pair-no = The no is marked. Please propose another pair.
people-behalf-done-meeting-yes = ✅ The meeting is confirmed. Please remind the colleague yourself: the bot can’t reach them.
people-behalf-done-meeting-no = Marked: they can’t come. The other side has been told.
people-behalf-done-held-yes = ✅ Marked: the meeting took place.
people-behalf-done-held-no = Marked: the meeting did not take place.
people-behalf-back = ‹ For colleagues without Telegram
meetings-by-curator = ✍️ A curator answers for the colleague without Telegram and marked this answer.
pairing-by-curator = ✍️ A curator marked the answer of the colleague without Telegram.

## Forms

people-form-school = To which school shall the colleague be added?
people-form-step = <b>{ $title }</b> · step { $step } of { $steps }
people-form-check = <b>{ $title }: please check</b>
people-form-title-entry = Colleague without Telegram
people-form-title-profile = Application for a colleague
people-form-title-conclusion = Conclusion
people-form-role = In which role? Other roles come by a link of their own.
people-form-name = Surname, first name and patronymic of the colleague. Curators and the head will see them, the other member of a pair the name.
people-form-number = Number of the consent to the processing of personal data signed on paper. Without it nobody may be entered.
people-form-date = Date of that consent, for example: 01.09.2026
people-form-subject = Which subject do they teach? Choose or type. Curators and the other member of a pair will see it.
people-form-difficulties = What is hardest now? Tick one or several, type anything else. Curators, tutor, psychologist and the mentor will see it.
people-form-strengths = What can they help with? Tick one or several, type anything else. Curators and the mentee will see it.
people-form-capacity = How many mentees can they take at a time?
people-form-source = Where does the conclusion come from?
people-form-ground = On what ground may it be kept?
people-form-sensitive = Is there anything sensitive in it: family, conduct, psychological difficulties? It is hidden in lists then, only a curator can read it, and each reading is logged.
people-form-sensitive-yes = Yes, hide it
people-form-sensitive-no = No
people-form-text = Write the conclusion about needs in one or two sentences. No copies of documents, no diagnoses, numbers or phones. The school’s curators will see it, and what is not sensitive the head, too.
people-form-typed = Own words: “{ $text }”
people-form-ticked = ✅ { $text }
people-form-cancel = Cancel
people-form-save = Save
people-form-summary-role = Role: { $role }
people-form-summary-name = Name: as you typed it above
people-form-summary-consent = Consent on paper: No. { $number } of { $day }
people-form-saved-entry = ✅ The colleague is added. Fill in the application from the card; a personal link is there, too, should they come to Telegram.
people-form-saved-profile = ✅ The application is saved.
people-form-saved-conclusion = ✅ The conclusion is saved.
people-form-cancelled = Cancelled, nothing was saved.
people-form-hint-buttons = Please choose with a button.
people-form-no-files = Copies of documents and photos are not kept here, I have deleted the file. Please write the conclusion in words.

## Words of the log

audit-act-person-entered = entered a colleague without Telegram
audit-act-person-profile-filled = filled in a colleague’s application
audit-act-person-link-made = made a personal link
audit-act-person-linked = came to Telegram by a personal link
audit-act-participation-pause = participation paused
audit-act-participation-resume = pause ended
audit-act-participation-leave = participation ended
audit-act-participation-return = taken back
audit-act-participation-move-offered = a transfer to another school was offered
audit-act-participation-move-declined = a transfer to another school was declined
audit-act-participation-moved = transfer to another school
audit-act-needs-seen-by-psychologist = the psychologist opened the list of those who wait for a mentor
audit-act-needs-seen-by-tutor = the tutor opened the list of mentees
audit-act-needs-seen-by-council = a council member opened the list of participants
audit-act-on-behalf-seen = opened a question to a colleague without Telegram
audit-act-on-behalf-pair-accepted = marked a colleague’s yes to a pair
audit-act-on-behalf-pair-declined = marked a colleague’s no to a pair
audit-act-on-behalf-meeting-confirmed = confirmed a meeting for a colleague
audit-act-on-behalf-meeting-declined = declined a meeting for a colleague
audit-act-on-behalf-meeting-held = marked for a colleague: the meeting took place
audit-act-on-behalf-meeting-not-held = marked for a colleague: the meeting did not take place

## Refusals

error-person-has-telegram = This person is in Telegram now and answers for themselves.
error-same-person-known = Somebody of that name takes part here already. A second role is given by an invitation link; for a namesake add something to tell them apart.
error-full-name-needed = A surname and a first name are needed, 100 characters each at most. For example: Petrova Anna Sergeevna
error-consent-date-wrong = The consent can be dated from { $first } to { $last }. Please check it.
error-capacity-wrong = There can be { $minimum } to { $maximum } mentees.
error-member-paused = Somebody of the pair is taking a break. A new meeting can be arranged when they are back.
error-link-for-somebody-else = This personal link is for another person. Ask the curator for your own. If your name was entered with a mistake, tell the curator.
error-both-take-part = You take part at this school in that role already. Two records can’t be made one: please write to the curator.
error-parent-first = A parent has to consent first. Before that a pupil must not be written to.
error-own-consent-first = This person is 18 now, and their own consent is needed: in the chat or on paper. Without it the participation can’t go on.
