# keys: alerts-kind-*
## The curator's inbox: alerts, their cards, the Monday digest.

menu-alerts = 📥 Inbox

alerts-title = <b>Inbox: { $total }</b>
    Urgent ones first, then those that wait longest. Open one to decide.
alerts-empty = The inbox is empty: everything is settled.
alerts-button = { $title } · { $days ->
        [0] today
       *[other] { $days } d
    }
alerts-button-urgent = ❗ { $title } · { $days ->
        [0] today
       *[other] { $days } d
    }
alerts-back = ‹ Inbox
alerts-open-inbox = Open the inbox
alerts-snooze = Put off for a day
alerts-acknowledge = Taken note
alerts-waits = 🔔 { $days ->
        [0] New today
        [one] Waiting for { $days } day
       *[other] Waiting for { $days } days
    }
alerts-climbed = Passed on to the head: the curator has not answered.
alerts-climbed-out = Passed on to you: the school did not answer in time.
alerts-is-snoozed = Put off for a day.
alerts-snoozed = Put off: we will remind you on { $until }.
alerts-acknowledged = Noted, and the matter is closed.
alerts-settled-already = This matter has been settled.
alerts-nobody-named = a participant
alerts-plain-card = <b>{ $title }</b>
    About: { $about }

alerts-kind-application-waiting = Application waits
alerts-kind-pair-declined = Pair did not work out
alerts-kind-mentee-unpaired = Long without a mentor
alerts-kind-low-answer = Low answer
alerts-kind-another-mentor-wanted = Wants another mentor
alerts-kind-meeting-disputed = Accounts of a meeting differ
alerts-kind-meeting-silent = Nobody said whether they met
alerts-kind-meetings-missed = Meetings keep being missed
alerts-kind-first-meeting-late = No first meeting yet
alerts-kind-rhythm-broken = No meeting for long
alerts-kind-final-meeting-missing = No final meeting
alerts-kind-trial-doubt = Doubts after the trial meeting
alerts-kind-task-overdue = An agreed task is overdue
alerts-kind-help-unanswered = A request for help unanswered
alerts-kind-mentor-over-capacity = A mentor has too many mentees
alerts-kind-never-opened = Never opened the bot
alerts-kind-duty-overdue = Roadmap item overdue
alerts-kind-plan-next-year = Time for next year's plan
alerts-kind-responsible-unknown = Unclear who is responsible
alerts-kind-duty-near = Roadmap date near
alerts-kind-revision-needed = A planned result was not reached
alerts-kind-act-unread = Not everybody has read a document
alerts-kind-consent-withdrawn = Consent withdrawn
alerts-kind-consent-refused = Consent not given
alerts-kind-consent-unanswered = Consent not answered
alerts-kind-original-missing = Signed original missing
alerts-kind-rights-request = Request about personal data
alerts-kind-review-unanswered = Profile not confirmed
alerts-kind-person-left = Participant left
alerts-kind-amendment-settled = Change in a pair
alerts-kind-bot-blocked = Bot blocked
alerts-kind-undelivered = Message not delivered

alerts-card-blocked = <b>The bot is blocked: { $name }</b>
    Messages and reminders do not arrive. Please get in touch in person. When the bot is opened again, this closes by itself.
alerts-card-undelivered = <b>A message was not delivered: { $name }</b>
    Telegram did not accept it, and repeating is of no use. Please pass on what matters in person and tell whoever looks after the bot.

alerts-digest-title = { $total ->
        [one] <b>This week: { $total } matter awaits a decision</b>
       *[other] <b>This week: { $total } matters await a decision</b>
    }
alerts-digest-line = • { $title }: { $count } (the oldest: { $days ->
        [0] since today
        [one] { $days } day
       *[other] { $days } days
    })
