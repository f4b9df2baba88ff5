# The way in: language, consent, application, the curator's decision, invitations.
# keys: joining-invite-*
# keys: audit-act-*

joining-language = Выберите язык · Телне сайлагыз · Choose a language
language-changed = Done, we go on in English.
joining-consent =
    <b>{ $title }</b>
    You are invited to the mentoring programme as: { $role }.

    { $body }

    <i>Version { $version }. Nothing about you is recorded before you consent.</i>
joining-consent-own-wish =
    <b>{ $title }</b>
    You would like to take part in the mentoring programme as: { $role }. The curator of this school will see your application.

    { $body }

    <i>Version { $version }. Nothing about you is recorded before you consent.</i>
button-agree = I consent
button-disagree = I do not consent
joining-refused = All right, nothing about you has been recorded. You can take part without the bot, on paper: please turn to the curator ({ $organization }). If you change your mind, you can read the document again.
button-read-again = Read again
joining-start-young = Hello! Your parent has already given consent, and the mentoring programme is waiting for you ({ $organization }). Tap “Begin” to go on here. If you do not want to, simply tap nothing.
button-begin = Begin
joining-linked = Done: messages reach you here now. Everything entered before is in its place.

joining-find-other = 🔎 Find my school
joining-find-ask = Type the name of the school or a part of it; the number alone will do: “gymnasium 7”, “Ershova”. Look for a school, not for a person: please type no names of people. What you type is not stored.
joining-find-found = Found for “{ $query }”: { $total }. Choose your school.
joining-find-none = Nothing was found for “{ $query }”. Type the name in another way, shorter, or only the number. If the school is not here, it has not joined yet: ask its head for a link.
joining-find-line = { $name } · { $above }
joining-find-again = 🔎 Search again
joining-find-roles =
    <b>{ $organization }</b>
    How would you like to take part? The curator of this school sees your application and decides.
joining-find-mentee = I teach and need a mentor
joining-find-mentor = I teach and can be a mentor
joining-find-pupil = I am a pupil
joining-find-parent = I am a pupil’s parent
joining-find-family =
    <b>{ $organization }</b>
    Pupils and their parents come in by a personal link. Ask the curator or the class teacher for it: the parent consents first. Nothing about you has been recorded.
error-nothing-to-find = Type the name of the school in letters, or its number in digits.
error-invitation-revoked = This link was revoked. Ask the curator for a new one, or find the school yourself: /start

menu-invitations = ✉️ Invite colleagues
joining-invitations =
    <b>Invite colleagues</b>
    { $organization }
    Whom do you invite? Take the link and send it to your colleagues.
joining-load = { $pairs ->
        [0] Curators: { $curators }. No active pairs yet.
       *[other] Curators: { $curators }. Active pairs: { $pairs }, up to { $each } for one curator.
    }
joining-elsewhere = Another organisation: { $organization }
joining-live-open = 🔗 Live links · { $count }
joining-invite-mentee = Mentees
joining-invite-mentor = Mentors
joining-invite-curator = A curator
joining-invite-council = To the council
joining-invite-psychologist = A psychologist
joining-invite-tutor = A tutor
joining-invite-editor = A site editor
joining-invite-coordinator = A coordinator
joining-invite-operator = An operator
joining-invitation =
    Invitation link, role: <b>{ $role }</b>
    { $organization }

    { $url }

    Places left: { $places }. Valid until: { $until }.
    Anybody who has the link can open it: send it to your own people only. You approve every application.
joining-invitation-for-one =
    Invitation link, role: <b>{ $role }</b>
    { $organization }

    { $url }

    Places left: { $places }. Valid until: { $until }.
    Whoever comes in by this link has the role at once: send it only to the person it is meant for.
joining-affiliation = For the staff of the partner: { $partner }
joining-qr = ▦ QR code
joining-sheet = 🖨 Sheet for the staff room
joining-another = ➕ One more link
button-revoke = Revoke the link
joining-ask-affiliation = Whose people is the link for: your own or a partner’s?
joining-own-people = Our organisation
joining-ask-places = How many people may come in by the link? Choose or type a number from 1 to { $limit }.
joining-ask-term = How long shall the link be valid?
joining-ask-term-for-one = The link will be for one person, who has the role at once. How long shall it be valid?
joining-days = { $count } days
joining-live =
    <b>Live links</b>
    { $organization }
    Tap a link to show it, print it or revoke it.
joining-live-none =
    <b>Live links</b>
    { $organization }
    There are none now: all are used up, revoked or expired.
joining-live-of = { $role } ({ $partner })
joining-live-line = { $role } · places: { $places } · until { $until }
joining-ask-revoke = Revoke this link (role: { $role })? Nobody else will come in by it. Those who have come in stay.
joining-revoked = The link no longer works. Take a new one under “Invite colleagues”.
joining-qr-caption = QR code of the invitation: { $organization }, role: { $role }, until { $until }. Point a phone camera at it.
joining-sheet-title = Invitation to the mentoring programme
joining-sheet-about = We invite our colleagues. Role: { $role }.
joining-sheet-step-open = 1. Point the camera of your phone at the code and open the link: it leads to Telegram. Tap “Start”.
joining-sheet-step-search = 2. No camera? Find the bot { $bot } in Telegram, tap “Start” and find your school by its name.
joining-sheet-step-consent = 3. Choose a language and read the consent. Nothing about you is recorded before you consent.
joining-sheet-step-form = 4. Answer the questions of the application: you may stop and go on later.
joining-sheet-until = Places by this code: { $places }. The code is valid until { $until }.
joining-sheet-paper = No Telegram, or you would rather not use it? You can take part on paper: tell the curator.
joining-sheet-file = invitation
joining-sheet-caption = A sheet to print: the QR code and what to do. Hang it where only your own people see it.

audit-act-consent-given = gave consent
audit-act-invitation-made = made an invitation link
audit-act-invitation-revoked = revoked an invitation link
