# The application: questions, summary, decision.
# keys: joining-reason-*

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
