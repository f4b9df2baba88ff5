# The application: questions, summary, decision.
# keys: joining-reason-*, audit-act-*

joining-progress = Application: { $number } of { $total }
joining-question = { $text }
joining-other-hint = Choose from the list or type your own.
joining-given = Entered now: <b>{ $answer }</b>
joining-seen-by = <i>The curator and the head of school will see the answer; your pair sees only the subject and the topics.</i>
joining-chosen = ● { $label }
joining-ticked = ☑ { $label }
joining-unticked = ☐ { $label }
joining-summary = <b>Check your application</b>
joining-summary-hint = If all is right, send it. To correct an answer, tap its number.
joining-return-reason = The curator asks you to clarify: <b>{ $reason }</b>
joining-answer = { $number }. { $question }
    — <b>{ $answer }</b>
joining-no-answer = no answer
joining-correct = ✎ { $number }
button-submit = Send to the curator
joining-submitted = Your application has gone to the curator ({ $organization }). An answer usually comes within two days — we will write at once.
joining-admitted = Done! You are in: { $organization }, as { $role }.

joining-to-decide =
    <b>New application: { $role }</b>
    { $name }

    { $answers }
button-approve = Approve
button-return = Return with a reason
joining-ask-reason = { $name }: what should be corrected? Choose a reason or type your own words — the person will see it.
joining-reason-unclear = Please make your answers clearer
joining-reason-difficulties = Please describe in more detail what help you need
joining-reason-name = Please give your name in full
joining-was-approved = Approved: { $name } ({ $role }). We have told them.
joining-was-returned = Application returned: { $name }. We have told them what to correct.
joining-approved-mentee = Your application is approved ({ $organization }). The curator is looking for a mentor — we will write when there is a proposal.
joining-approved-mentor = Your application is approved ({ $organization }). Thank you for being ready to help! When the curator proposes a pair, we will ask for your agreement.
joining-returned =
    The curator has returned your application and asks you to clarify:
    <b>{ $reason }</b>

    All your answers are kept, nothing has to be typed again.
button-correct = Correct the application

joining-date-hint = Type the date like this: 25.11.2026
joining-date-check = You typed: <b>{ $answer }</b>. Is that right? If not, type the date again.
joining-date-right = That is right
joining-day = { $day } { $year }
joining-seen-by-pupil = <i>The curator, the head of school and the parent will see the answer; the pair sees only the subject and the topics.</i>
joining-renewed = The application form has been renewed. Your answers are kept — we go on with the first question that has none yet.
joining-prefilled = Welcome back! Your earlier answers are kept: check them and correct what has changed.
joining-review-summary = <b>Check your details</b>
joining-summary-lacks = Some questions have no answer yet. Answer them, and the application can be sent.
joining-answer-lacking = Answer question { $number }
joining-submit-own = Send
joining-withdraw = Take the application back
joining-withdraw-ask = Take your application back ({ $organization })? You will not take part in the programme. You can return by a new invitation link; your answers will be kept.
joining-withdraw-review-ask = Take the renewal back ({ $organization })? Your details stay as they were.
joining-withdraw-yes = Yes, take it back
joining-withdrawn = The application has been taken back ({ $organization }). To return, open an invitation link again. To see and delete your data: /mydata
joining-review-withdrawn = The renewal has been taken back; your details stay as they were ({ $organization }).
joining-with-head = The curator has supported your application; the head of school decides ({ $organization }). We will write as soon as there is an answer.
joining-to-family = My children

joining-review-to-decide =
    <b>Renewal of details: { $role }</b>
    { $name }

    { $answers }
joining-is-pupil = This is a pupil: a parent has consented.
button-hand-up = Pass on to the head
joining-endorsed-by = Passed on to the head by: { $name }
joining-is-with-head = The application has been passed on to the head.
joining-decided-by-nobody = a colleague who has left the programme
joining-approved-by = Approved by: { $name }, { $when }
joining-returned-by = Returned by: { $name }, { $when }
joining-withdrawn-at = The application was taken back { $when }
joining-was-handed-up = Passed on to the head: { $name }. We will tell you the decision.
joining-head-approved = The head has approved the application: { $name }.
joining-head-returned = The head has returned the application: { $name }. Reason: <b>{ $reason }</b>
    We have passed it on to the person.
joining-approved-review = Your renewed details are accepted ({ $organization }). Thank you!
joining-approved-child = The application is approved: { $name } ({ $organization }). The curator will write when there is a pair to propose.
joining-about-child = Your child's application: { $name }
button-my-application = 📝 My application
menu-awaits-head = Your application is with the head of school. We will write once it has been read.

# The yearly confirmation of details.
review-asked =
    <b>Check your details: { $role }</b>
    { $organization }
review-about = These are the details of: { $name }
review-asked-hint = Once a year the school checks that everything is still right. If something has changed, correct it — the rest need not be typed again.
review-right = All is right
review-renew = Something has changed
review-thanks = Thank you! Your details are confirmed.
review-confirmed-for = Details confirmed: { $name }.
review-name = • { $name }
review-at-curator = • { $name } — the renewal waits for the curator
review-more = … and { $count } more
review-card-silent =
    <b>Have not confirmed their details in two weeks: { $count }</b>
    { $names }

    Remind everybody at once, or ask them in person.
review-card-offline =
    <b>Without Telegram, only you can confirm their details: { $count }</b>
    { $names }

    Ask your colleagues in person and mark their answer.
review-remind = Remind everybody
review-open = Who has not confirmed
review-overview =
    <b>Yearly confirmation of details</b>
    { $organization }
    Confirmed: { $confirmed } of { $total }
review-answer-for = Answer for: { $name }
review-reminded = { $count ->
        [one] { $count } person has been reminded.
       *[other] { $count } people have been reminded.
    }
review-reminded-before = They have been reminded today already.

error-own-application = This is your own application: another curator or the head will decide.
error-head-decides = In your school the head approves applications. Pass the application on, or wait for the decision.
error-answer-not-a-date = The date could not be read. Type it in figures, for example 25.11.2026; any day from { $earliest } to { $latest } will do.

# What is written to the log.
audit-act-application-endorsed = passed an application on to the head
audit-act-application-withdrawn = took an application back
audit-act-review-confirmed = confirmed their details
audit-act-review-seen = looked at who has confirmed their details
