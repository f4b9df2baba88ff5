# Pupils and parents: the curator's places of pupils, the parent's consent, what a parent sees, coming of age.
# keys: family-state-*
# keys: family-pupil-next-*
# keys: family-child-next-*
# keys: family-alert-*

menu-family = 👪 My children

## Curators

family-pupils =
    <b>Pupils</b>
    Until a parent has consented, a pupil is only a number here, and the bot does not write to them.
family-pupils-empty =
    <b>Pupils</b>
    Nobody here yet. Begin with a parent: give them the link, and they decide for the child.
family-pupil-line = { $name } · { $state }
family-invite-parent = ➕ Invite a parent
family-invite-as = { $role } · { $organization }
family-choose-role = What will the pupil be, and at which school? You get a place with a number and a link for a parent.
family-parent-link =
    <b>Link for a parent: { $pupil }, { $organization }</b>
    { $url }

    Hand it in person to one parent or other legal representative. It works once, until { $until }. The parent reads the consents and names the child.
family-state-parent = awaits a parent
family-state-consent = awaits the parent’s consent
family-state-refused = the parent does not agree
family-state-details = consent given, child not named yet
family-state-assent = awaits the pupil’s consent
family-state-assent-refused = the pupil does not agree
family-state-application = application being filled in
family-state-decision = application with the curator
family-state-returned = application to be corrected
family-state-active = taking part
family-state-paused = paused
family-state-left = ended
family-state-withdrawn = consent withdrawn
family-pupil =
    <b>{ $name }</b>
    { $role }, { $organization }
    Now: { $state }. Parents in the bot: { $parents }
family-pupil-next-parent = Hand the link to a parent. If they do not use Telegram, take the consent on paper and record it here.
family-pupil-next-consent = The parent is here but has not answered yet. They may also sign on paper.
family-pupil-next-refused = Without a parent’s consent the pupil does not take part through the bot. Talk to the parent; the answer can be changed.
family-pupil-next-details = The parent still has to name the child and the date of birth.
family-pupil-next-assent = The pupil is 14 or older and has to answer, too. The pupil’s link is below.
family-pupil-next-assent-refused = The pupil said no. The parent has been told; the same link lets the pupil answer differently.
family-pupil-next-application = The parent fills the application in, or the pupil by their own link.
family-pupil-next-decision = The application awaits your decision in the inbox.
family-pupil-next-returned = The application was returned; it will be corrected and sent again.
family-pupil-next-active = Everything is in place.
family-pupil-next-paused = The participation is paused.
family-pupil-next-left = The participation has ended.
family-pupil-next-withdrawn = The data are erased. The act is among the withdrawals.
family-link-for-parent = Link for a parent
family-another-parent = Invite the other parent
family-paper-consent = A consent came on paper
family-pupil-link = Link for the pupil
family-paper-withdrawal = A withdrawal came on paper
family-child-link =
    <b>Personal link: { $name }</b>
    { $url }

    It works once, for 30 days, and opens the bot for this pupil only. Hand it to the child yourself.
family-paper-number =
    <b>A parent’s consent on paper: { $name }</b>
    Type the number under which it is registered. The paper itself stays at school; please take no photo of it.
family-paper-day = On which day was it signed? For example: 05.09.2026
family-paper-recorded = The consent is recorded.
family-open-pupil = Open the card
family-alert-parent =
    <b>A parent has not consented: { $name }</b>
    Nothing is stored about the pupil. Talk to the parent: they may change their mind, or sign on paper.
family-alert-pupil =
    <b>A pupil has not consented: { $name }</b>
    The parent agrees, but the pupil is 14 or older, and nothing begins without their answer. The parent has been told.
family-alert-grown-refused =
    <b>Turned 18, no consent: { $name }</b>
    The young person has not consented; the participation is paused. Talk to them: they may change their mind, or ask for their data to be erased.
family-alert-grown-silent =
    <b>Turned 18, no answer about the consent: { $name }</b>
    The parent’s consent counts no longer. Get the young person’s own, in the bot or on paper. Without an answer the participation is paused, or soon will be.
family-receipt-head =
    <b>A withdrawal on paper</b>
    Organisation: { $organizations }
family-receipt-children = <b>Children: { $count }.</b> This person alone has consented for them: their data will be erased, too.
family-receipt-ask = <b>What is erased can’t be brought back.</b> When was the paper received? Tap the button, or type the day, for example 05.09.2026: then the data are erased.
family-received-today = Today. Erase the data
family-receipt-done = The withdrawal is recorded, No. { $number }. The data are erased. The act of destruction is in the alert and among the withdrawals.

## Parents

family-children = <b>Your children in the programme</b>
family-no-children = You answer for nobody in the programme now. To add a child, ask the curator for a parent’s link.
family-child-line = { $name } · { $state }
family-child =
    <b>{ $name }</b>
    { $role }, { $organization }. You: { $relation }
    Now: { $state }
family-ask-relation =
    <b>{ $name }, { $organization }</b>
    Who are you to the child? The curator and the head will see it.
family-child-next-parent = Read the consent and decide. Until then nothing is stored about the child.
family-child-next-consent = Read the consent and decide. Until then nothing is stored about the child, and the bot does not write to them.
family-child-next-refused = You have not consented, and nothing is stored about the child. You may change your mind any day.
family-child-next-details = Thank you. Now name the child and the date of birth: the age decides whether the child has to answer, too.
family-child-next-assent = The child is 14 or older, so their consent is needed as well. Hand them the personal link: they answer and fill the application in.
family-child-next-assent-refused = The child said no, and we go no further without their consent. The same link lets them answer differently.
family-child-next-application = The child fills the application in by the personal link.
family-child-next-application-young = What is left is the application. Fill it in yourself, or hand the child the personal link to do it in their own Telegram.
family-child-next-decision = The application is sent; the curator decides.
family-child-next-returned = The curator returned the application: it has to be corrected and sent again.
family-child-next-active = The child takes part in the programme.
family-child-next-paused = The participation is paused. The curator knows more.
family-child-next-left = The participation has ended.
family-child-next-withdrawn = The consent is withdrawn, the data are erased.
family-read-consent = Read the consent
family-read-again = Read the consent again
family-enter-child = Name the child
family-fill-in = Fill the application in
family-child-link-button = Personal link for the child
family-consent-too = Consent as well
family-data = What is stored about the child
family-withdraw = Withdraw the consent
family-all = 👪 My children
family-your-child = your child (number { $code })
family-consent =
    <b>{ $title }</b>

    { $body }

    <i>Version { $version }</i>
family-refused = No consent is given. Nothing is stored about the child; the curator of { $organization } has been told. The child’s studies are not affected: one can take part without the bot, through the curator, on paper. You may change your mind any day.
family-ask-name = What is the child’s name? Surname, first name, patronymic. The curator and the head will see it; the pair sees the first name. For example: Petrov Ilya Sergeevich
family-ask-birthday = The child’s date of birth: day, month, year, for example 12.03.2014. It tells whose consent is needed; only you and the child will see it. Children take part from the age of { $youngest }.
family-confirm =
    Please check: <b>{ $name }</b>, born { $day }, { $age } years old.
family-right = That is right
family-type-again = Correct it
family-data-head =
    <b>What is stored about the child: { $name }</b>
    <i>“You” below is the child: this is how the child sees it.</i>
family-file = All that is stored about the child. Only you see this file.
family-file-head = What the bot of the mentoring programme stores about the child. Made: { $at }. “You” below is the child.
family-correct-name = Correct the child’s name
family-explain-head =
    <b>Withdrawing the consent for: { $name }</b>
    Organisation: { $organization }
family-explain-erased = The child’s name, date of birth, application, typed answers and number of the chat are erased at once. The other parent is told. Only numbers for statistics and the record of the withdrawal stay, without data about the child. The child’s studies are not affected.
family-sure = <b>Withdraw the consent and erase the child’s data?</b> This can’t be undone.
family-withdrawn = The consent is withdrawn, the child’s data are erased. Number of the record: { $number }. Your own data can be erased separately: /mydata
family-open-child = Open
family-assent-refused = { $name }: the child has not consented to taking part. We do not go on without that, and no application is filled in. The child may change their mind by the same link.
family-child-withdrawn = The consent to process the child’s data ({ $name }) was withdrawn. The child takes part no longer, and the data are erased. If you have questions, turn to the curator.

## Coming of age

family-came-of-age = { $name } has turned 18. From now on they decide for themselves, so you see their data no longer. Thank you for having been there.
family-majority =
    <b>You have turned 18: congratulations!</b>
    Your parents answered for you before; now you decide. Please answer within 30 days: without an answer your participation is paused.

    <b>{ $title }</b>

    { $body }

    <i>Version { $version }</i>
family-majority-agreed = Thank you, your consent is recorded. Everything goes on as before.
family-majority-refused = You have not consented; your participation is paused. You may change your mind with the button below. To have your data erased, open “My data”.
family-my-data = 🔒 My data

error-birthday-unclear = The date could not be understood. Type day, month and year in digits: 12.03.2014
error-age-out-of-range = By this date the age is { $age }, and pupils take part from { $minimum } to { $maximum }. Please check the year. Adults come by the ordinary link and decide for themselves.
error-paper-date-out-of-range = The consent can’t have been signed on this day. Type a date not later than { $last }.
