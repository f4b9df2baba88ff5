# Consents: one's own, the curator's desk, orders on pairs, helpers, changes, publications.
# keys: audit-act-*

menu-consents = 🖊 Consents to answer
menu-publications = 🌐 Publications

consents-kind-personal-data = processing of personal data
consents-kind-parental = a child's data
consents-kind-assent = processing of one's own data
consents-kind-mentor = being a mentor
consents-kind-extra-duties = duties in a pair
consents-kind-helper = helping a pair
consents-kind-amendment = change in the pair's work
consents-kind-publication = publication

consents-state-waiting = awaits an answer
consents-state-original = signed paper awaited
consents-state-given = in force
consents-state-expired = term is over
consents-state-refused = refused
consents-state-withdrawn = withdrawn
consents-state-over = no longer needed

consents-item-name = full name
consents-item-position = position
consents-item-subject = subject
consents-item-results = results of taking part
consents-item-practice = description of a practice

consents-lack-not-asked = not asked yet
consents-lack-unanswered = no answer
consents-lack-refused = refused
consents-lack-withdrawn = withdrawn
consents-lack-original = no signed original
consents-lacking = { $name }: { $kind } — { $why }
consents-lacking-more = … and { $count } more
consents-order-none = no order yet
consents-order-line = order no. { $number } of { $day }

consents-nobody = a participant
consents-no-conditions = none
consents-no-reason = not given
consents-without-number = none
consents-change-first-term = the pair's term ends on { $new }
consents-change-extension = the pair's term is extended: until { $new } instead of { $old }
consents-change-shortening = the pair's term is shortened: until { $new } instead of { $old }

# ---- one's own

consents-mine =
    <b>My consents</b>

    { $waiting ->
        [0] Everything is answered. You can open, read and withdraw any consent.
        [one] { $waiting } document awaits your answer. It comes first.
       *[other] { $waiting } documents await your answer. They come first.
    }
consents-mine-none = You have no consents yet. When yours is needed, I will send the document.
consents-pair = 🤝 Pair: { $name }
consents-publish-own = 🌐 Allow a publication · { $organization }
consents-entry-for = { $kind } ({ $name })
consents-to-list = My consents
consents-renewed = <i>This document has changed. Please read it and answer again. Until you do, your earlier consent counts.</i>
consents-on-behalf = <i>The legal representative answers. For whom: { $name }.</i>
consents-document =
    <b>{ $title }</b>

    { $body }

    <i>Version { $version }.</i>
consents-agree = I consent
consents-disagree = I do not consent
consents-form = 📄 Form to sign
consents-read = Read the document
consents-read-and-answer = Read and answer
consents-open = Open
consents-withdraw = Withdraw
consents-ask-anew = Consent again
consents-card =
    <b>{ $title }</b>
    { $organization }
    State: { $state }
consents-about-pair = Pair: { $mentor } — { $mentees }
consents-about-mentor = The mentor who asks: { $mentor }
consents-about-change = Change: { $change }
consents-asked-at = Asked: { $day }
consents-answered-at = Answered: { $day }, version { $version }
consents-withdrawn-at = Withdrawn: { $day }
consents-valid-until = In force up to and including { $day }
consents-original = Paper: no. { $number } of { $day }
consents-recorded-by = Recorded by: { $name }, { $day }
consents-original-awaited = Paper: not received yet

consents-given = Thank you, your answer is recorded. “{ $title }”: you can withdraw it on any day under “My consents”.
consents-intention = Thank you, your intention is recorded. For the consent to count, a signature on paper is needed: take the form, print it, fill it in by hand, sign it and give it to the curator.
consents-refused = All right, your refusal is recorded; you lose nothing. If paper suits you better, take the form and give it to the curator ({ $organization }). If you change your mind, you can read the document again.
consents-helping = Thank you! You now help a pair: { $mentor } — { $mentees }. The mentor will hear of it.
consents-amendment-waits = Your answer is recorded. The change takes effect when every member of the pair agrees.
consents-amendment-agreed = Everybody agrees, and the change is in force. The members and the curator will hear of it.
consents-amendment-refused = Your answer is recorded: there will be no change, all stays as it was. Nobody will ask why.
consents-amendment-taken-back = The proposal has been taken back; all stays as it was.
consents-amendment-proposed = The proposal has been sent to the other members. Now answer it yourself: your consent is needed, too.

consents-withdraw-ask = Withdraw the consent “{ $title }”?
consents-withdraw-yes = Yes, withdraw
consents-stops-mentor = No new orders on pairs with you can be issued. The curator will talk with you about your present pairs. Give the organisation written notice of at least three working days.
consents-stops-duties = No order on this pair can be issued; if there is one, the curator will decide with you how to go on. You still take part in the programme.
consents-stops-helper = You will no longer help this pair. The mentor will hear of it, without a reason.
consents-stops-publication = The data will be taken off the site within three working days. The site's editor and the curator will hear of it at once.
consents-stops-amendment = As long as not everybody has answered, you can turn your yes into a no: then there will be no change.
consents-stops-other = All that rests on this consent will stop.
consents-withdrawn = The consent is withdrawn.
consents-reminder = A reminder: the document “{ $title }” awaits your answer. You may also refuse; that changes nothing about your work.
error-words-changed = The document has changed. Please read it and answer again.

# ---- the form to sign

consents-paper-to = To the head of: { $organization }
consents-paper-from = from { $name }
consents-paper-for = for { $name }
consents-paper-version = Version { $version }.
consents-paper-incentive = Incentives: local act no. { $number } of { $day }.
consents-paper-by-hand = To be filled in by hand, never sent electronically:
consents-paper-passport = Identity document (series, number, issued by whom and when)
consents-paper-address = Address
consents-paper-authority = Document that proves the representative's authority
consents-paper-signature = Signature
consents-paper-file = consent-{ $kind }-{ $number }
consents-paper-caption = “{ $title }”: print it, fill in what is missing by hand, sign it and give it to the curator. Please do not send a photo of the signed sheet here.

# ---- the curator's desk

consents-desk =
    <b>Consents</b> · { $name }
    { $state }: { $count }
consents-desk-waiting = Awaiting an answer
consents-desk-refused = Refused
consents-desk-original = Awaiting the original
consents-desk-all = All consents
consents-desk-tab = { $state } · { $count }
consents-desk-none = Nothing here.
consents-desk-without-order =
    { $count ->
        [one] { $count } pair works without an order.
       *[other] { $count } pairs work without an order.
    }
consents-desk-entry = { $mark } { $name }: { $kind }
consents-desk-person = Whose: <b>{ $name }</b>
consents-to-desk = Consents
consents-to-orders = Orders on pairs
consents-to-publications = Publications
consents-receive-original = Signed original received
consents-correct-original = Correct the number or the date
consents-record-paper = Consent given on paper
consents-remind = Remind
consents-reminded = The reminder has been sent.
consents-reminded-today = They were reminded today already. You can do it again tomorrow.
consents-undo = The paper was recorded by mistake
consents-undo-ask = Remove the record of the paper? { $name }, “{ $title }”. The consent will be awaited again.
consents-undo-yes = Yes, remove it
consents-undone = The record of the paper is removed.
consents-ask-paper-number = What is the number of the signed document? { $name }, “{ $title }”. Curators, the head and the person concerned will see it. Do not type passport data.
consents-paper-no-number = No number
consents-ask-paper-date = Which date stands on the document? For example: 01.09.2026
consents-today = Today
consents-paper-recorded = Recorded: the signed document is in your hands.
consents-blocks-mentor = Until this consent is there and signed, no order on this mentor's pairs can be issued.
consents-blocks-duties = Until this consent is there and signed, no order on the pair can be issued.
consents-blocks-renewal = Until there is an answer, the earlier consent counts: nothing stops.
consents-alert-refused = ✖️ { $name } does not consent: { $kind } (answered { $since }). Offer the paper form or talk in person; no reason need be given.
consents-alert-withdrawn = ↩️ { $name } withdraws a consent: { $kind } ({ $since }). Decide what becomes of all that rested on it.
consents-alert-unanswered = 🔸 { $name } does not answer a document: { $kind } (asked { $since }). A reminder was sent. Offer the paper form.
consents-alert-original = 🖊 The signed original is missing: { $name }, { $kind } (tick in the bot: { $since }). Ask for the paper, or record it if you have it.
error-order-depends-on-it = There is an order on the pair already. Remove the order under “Orders on pairs” first, then the paper.
error-person-has-no-telegram = This person has no Telegram: remind them in person and take the form to sign.
error-own-paper = Nobody records their own document: let another curator or the head do it.

# ---- orders on pairs

consents-orders = <b>Orders on pairs</b> · { $name }
consents-orders-count = Without an order: { $total }. Ready for one: { $ready }. Tick the pairs that one order confirms.
consents-orders-none = Every active pair has its order.
consents-orders-waiting =
    ⛔ { $pair }: no order can be issued, consents are missing.
    { $lacking }
consents-orders-all = Tick all that are ready
consents-orders-go-on = Next: number of the order ({ $count })
consents-orders-done = Pairs with an order · { $count }
consents-orders-done-title = <b>Pairs with an order</b>: { $count }
consents-orders-line =
    { $pair }
    { $order }
consents-orders-clear = Remove the order: { $pair }
consents-orders-clear-ask = Remove { $order } from this pair? The order stays in the register of acts, and the pair is without one again.
consents-orders-clear-yes = Yes, remove it
consents-orders-cleared = The order is removed; the pair awaits one again.
consents-orders-ask-number =
    { $count ->
        [one] What is the number of the order? It confirms { $count } pair.
       *[other] What is the number of the order? It confirms { $count } pairs.
    } The members of these pairs will see it.
consents-orders-ask-date = What is the date of order no. { $number }? For example: 01.09.2026
consents-orders-recorded =
    { $count ->
        [one] Recorded: { $order }, { $count } pair confirmed.
       *[other] Recorded: { $order }, { $count } pairs confirmed.
    } The members will hear of it, and the order stands in the register of acts.
consents-orders-ready =
    { $count ->
        [one] Every signed consent is there: { $count } pair is ready for an order.
       *[other] Every signed consent is there: { $count } pairs are ready for an order.
    }
consents-ordered = Your pair is confirmed: { $order }. With whom: { $name }.
consents-pair-name = { $mentor } — { $mentees }
error-order-blocked = No order can be issued: one of the pairs lacks a signed consent. Open “Orders on pairs” to see whose.
error-order-before-consent = An order can't be older than the consents it rests on: the last one was signed on { $day }. Check the date.
error-already-ordered = One of these pairs has its order already — perhaps another curator has recorded it. Open the list again.

# ---- a pair: term, changes, helpers

consents-pair-title =
    <b>Pair</b>: { $mentor } — { $mentees }
    At work since { $began }. Term: { $ends }.
    { $order }
consents-term-open = not set
consents-to-pair = Term and changes
consents-change-term = Change the term
consents-change-content = Change the content
consents-helpers = Who helps the pair
consents-take-back = Take the proposal back
consents-amendment = • { $change } — { $status }, { $day }
consents-amendment-status-proposed = awaits answers
consents-amendment-status-agreed = agreed on
consents-amendment-status-refused = not agreed on
consents-amendment-status-taken-back = taken back
consents-amendment-reason = Why: { $reason }
consents-vote = { $name }: { $vote }
consents-vote-given = consented
consents-vote-asked = no answer yet
consents-months = { $count } months · { $day }
consents-ask-end = Until which day does the pair's work last? From { $first } to { $last }: three months to a year from its beginning. Choose, or type a date.
consents-ask-change = What changes in the content of the work? Write it in brief. The members of the pair, the curators and the head will read it.
consents-ask-reason = Why? Write a sentence or two, or skip it. The members of the pair, the curators and the head will read it.
consents-skip-reason = No explanation
consents-told-agreed = Everybody agreed to the change, and it is in force: { $change }. Pair: { $mentor } — { $mentee }.
consents-told-refused = The change was not agreed on, all stays as it was: { $change }. Pair: { $mentor } — { $mentee }.
consents-told-taken-back = The proposal to change the pair's work has been taken back; you need not answer: { $change }. Pair: { $mentor } — { $mentee }.
consents-alert-agreed = ✏️ The pair { $mentor } — { $mentee } agreed on a change: { $change }.
consents-alert-disagreed = ✏️ The pair { $mentor } — { $mentee } did not agree on a change: { $change }. Perhaps they need your help.
consents-alert-order-follows = If the term stands in the order on the pair, amend the order.
error-amendment-pending = The pair is considering another change. Wait for the answers or take the proposal back first.
error-term-out-of-range = A day from { $first } to { $last } is needed: a pair works for three months to a year.
error-term-is-the-same = The term ends on that day already.

consents-helpers-title = <b>Who helps the pair</b>: { $mentor } — { $mentees }
consents-helpers-none = Nobody yet.
consents-helper-line = • { $name } — { $state }
consents-helper-asked = The request has been sent. You will hear when your colleague answers.
consents-helper-given = helps
consents-helper-refused = can't help
consents-helper-ask = Ask a colleague for help
consents-helper-end = Help is no longer needed: { $name }
consents-helper-unask = Take the request back: { $name }
consents-helper-end-ask = Is this colleague's help no longer needed? If they help already, they will hear of it.
consents-helper-end-yes = Yes, no longer needed
consents-helper-ended = Done: this colleague is no longer among the helpers.
consents-helper-whom = Whom do you want to ask? Your colleague receives a document and answers it. Before they consent, they are not told the mentee's name.
consents-helper-nobody = There is nobody to ask: all colleagues were asked, or nobody has joined yet.
consents-helper-agreed = { $name } agrees to help your pair. Arrange where to begin.
consents-helper-declined = { $name } can't help now. You can ask another colleague.
consents-helper-stopped = { $name } no longer helps your pair.
consents-helper-over = { $mentor } lets you know: the pair no longer needs help. Thank you!
error-already-asked = This colleague has been asked to help this pair already.

# ---- publications

consents-board =
    <b>Publications</b> · { $name }
    Allowed now: { $count }. Nothing else about people may be published.
consents-board-none = No consent is in force. Without one, only anonymised facts may stand on the site.
consents-board-entry = { $name } · until { $until }
consents-board-ask = Ask for a consent
consents-publication =
    About: <b>{ $name }</b>
    What: { $items }
    Where: { $resources }
    Who publishes it: { $recipients }
    Conditions: { $conditions }
    Up to and including { $until }
consents-publication-whom = Whose consent do you ask for? They receive a document and answer it; silence is no consent.
consents-publication-nobody = There is nobody to ask yet.
consents-ask-items = What about you may be published? Tick it. Photos and contacts are not among it.
consents-ask-items-other = What do you want to publish? Tick it. Photos and contacts are not among it.
consents-next = Next
consents-ask-resources = On which pages? Send whole addresses, with spaces or line breaks between them, no more than { $limit }. For example: https://school.example/mentors
consents-ask-recipients =
    Who publishes the data on these pages? It becomes part of the document.

    { $resources }
consents-own-site = Our organisation
consents-ask-conditions = Are there conditions or prohibitions? For example: “without the class”. It becomes part of the document, and the site's editor will see it.
consents-without-conditions = No conditions
consents-ask-term = Until which day may it be published? Choose, or type a date within three years.
consents-one-year = For a year
consents-school-year = Until the end of the school year · { $day }
consents-publication-asked = The document has been sent. You will hear of the answer.
consents-publication-given = 🌐 A consent to publication was given. Publish this and nothing else:
consents-publication-refused = There is no consent to publication. It must not be published:
consents-publication-withdrawn = ❗ A consent to publication was withdrawn. Take the data off the pages within three working days:
consents-publication-ending = The term of your consent to publication is ending: up to and including { $until }. Pages: { $resources }. Doing nothing is an answer, too: the data will be taken off. For another term give a new consent under “My consents”.
consents-publication-over = ⌛ The term of a consent to publication is over. Unless there is a new one, take the data off the pages:
error-too-many-resources = No more than { $limit } pages in one consent. Give another one for the rest.
error-publication-term-unfit = A day after today and not later than { $last } is needed.

# ---- words of the audit log

audit-act-consents-seen = Desk of consents opened
audit-act-consent-seen = Somebody's consent opened
audit-act-consent-asked = Consent asked for
audit-act-consent-form-taken = Form of a consent taken
audit-act-consent-original-received = Signed original received
audit-act-consent-original-corrected = Record of an original corrected
audit-act-consent-original-undone = Record of an original removed
audit-act-helper-ended = Help to a pair ended
audit-act-amendment-proposed = Change in a pair's work proposed
audit-act-amendment-agreed = Change in a pair's work agreed on
audit-act-amendment-refused = Change in a pair's work not agreed on
audit-act-amendment-taken-back = Proposal of a change taken back
audit-act-orders-seen = List of orders on pairs opened
audit-act-pair-ordered = Order on a pair recorded
audit-act-pair-order-cleared = Order on a pair removed
audit-act-publications-seen = List of publications opened
audit-act-publication-seen = Consent to publication opened
audit-act-publication-people-seen = List of people to ask for a publication opened
audit-act-pair-term-seen = Term and changes of a pair opened
audit-act-pair-helpers-seen = Helpers of a pair opened
