# /mydata: what is stored about a person; withdrawing the consent.
# keys: privacy-membership-*
# keys: privacy-consent-*
# keys: privacy-application-*
# keys: privacy-pair-*
# keys: privacy-meeting-*
# keys: privacy-duty-*

menu-mydata = 🔒 My data

privacy-head = <b>What is stored about you</b>
privacy-section =
    <b>{ $title }</b>
    { $lines }
privacy-more-lines = … and more lines: { $count }, in the file
privacy-all-shown = <i>This is all. You can download the same as a file.</i>
privacy-rest-in-file = <i>These are the main points. Everything that is stored is in the file.</i>
privacy-download = Download as a file
privacy-withdraw = Withdraw consent
privacy-file = All that is stored about you. Only you see this file.
privacy-file-head = What the bot of the mentoring programme stores about you. Made: { $at }

privacy-section-person = About you
privacy-section-participations = Taking part
privacy-section-consents = Consents
privacy-section-profile = Profile
privacy-section-applications = Applications
privacy-section-pairs = Mentoring pairs
privacy-section-meetings = Meetings
privacy-section-feedback = Your answers after meetings (the mentor does not see them)
privacy-section-duties = Duties of the roadmap
privacy-section-readings = Documents to be read
privacy-section-service = Technical records

privacy-none = not given
privacy-name = Name: { $name }
privacy-chat = Number of the Telegram chat: { $chat }
privacy-language = Language: { $language }
privacy-timezone = Time zone: { $timezone }
privacy-timezone-school = that of the school
privacy-known-since = First contact with the bot: { $at }
privacy-blocked = You blocked the bot: { $at }

privacy-participation = { $organization }: { $role }, { $status }, number { $code }
privacy-membership-invited = invited, application not handed in
privacy-membership-applied = the application awaits a decision
privacy-membership-returned = the application was returned
privacy-membership-active = taking part
privacy-membership-paused = paused
privacy-membership-left = no longer taking part

privacy-consent = { $organization }: consent to the processing of personal data, version { $version } — { $status }, { $at }
privacy-consent-asked = awaits your answer
privacy-consent-given = given
privacy-consent-refused = you refused
privacy-consent-withdrawn = withdrawn

privacy-application = Application ({ $role }): { $status }, begun { $at }
privacy-application-draft = being filled in
privacy-application-submitted = handed in
privacy-application-returned = returned
privacy-application-approved = approved
privacy-application-withdrawn = withdrawn
privacy-answer = • { $question } — { $answer }
privacy-return-reason = • Why it was returned: { $reason }

privacy-pair = You are the { $role }; { $partner }; { $status }, { $at }
privacy-partner-hidden = the name is not shown until the pair begins
privacy-pair-proposed = proposed
privacy-pair-declined = did not begin
privacy-pair-active = active
privacy-pair-closed = closed

privacy-meetings-count = In all: { $count }
privacy-next-meeting = Next: { $at }
privacy-meeting = { $at } — { $kind }, { $status }; place: { $place }
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
privacy-acts = Records in the log of acts: { $total }, the latest { $shown } below (in technical words)
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
privacy-alert-pair = • A pair has ended. The other member, { $role }: { $name }
privacy-alert-pair-waits = • A pair has ended. { $name } ({ $role }) waits for a mentor again
privacy-alert-meetings = • Meetings cancelled: { $count }
privacy-alert-nothing-stopped = There were no active pairs and no meetings arranged.
privacy-alert-duties = Roadmap duties that have come to the curators: { $count }. Open them to take them over, move or waive them.
privacy-alert-duty = Duty: { $activity }

error-nothing-to-withdraw = There is no consent in force: nothing to withdraw.
