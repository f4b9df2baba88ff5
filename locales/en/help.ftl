# Requests for help: ask, answer, learn whether it helped; how quickly a school answers.
# keys: assist-state-*, assist-item-*, assist-reason-*, audit-act-*

menu-help = 🆘 I need help
menu-help-mentor = 🆘 Asked to help
menu-help-desk = 🆘 Requests for help

assist-to-help = ‹ Requests
assist-title = <b>Help from a mentor</b>
assist-choose = You may ask at any time, even about a small thing. Whom shall we ask?
assist-no-mentors = There is no mentor at the school who could be asked now. Please turn to the curator; as soon as there is a mentor, a button appears here.
assist-nobody-waits = Nobody is waiting for your answer. When somebody asks you for help, we write at once.
assist-ask-own = ✍️ Ask { $who }
assist-ask-all = 📣 Ask all mentors
assist-ask-at = { $ask } · { $school }
assist-all = All requests
assist-list = <b>All requests</b>
    The newest first. Tap one to open it.
assist-list-empty = <b>All requests</b>
    None so far.
assist-item-open = ⏳ { $day } · { $who } · { $topic }
assist-item-answered = 💬 { $day } · { $who } · { $topic }
assist-item-closed = ✓ { $day } · { $who } · { $topic }
assist-item-taken-back = ✕ { $day } · { $who } · { $topic }
assist-your-request = you
assist-without-topic = no topic
assist-all-mentors = all mentors of the school
assist-you = you

assist-own = <b>Your request for help</b>
    To: { $to }
    { $when }
assist-of = <b>Request for help: { $who }</b>
    To: { $to }
    { $when }
assist-topic = Topic: { $topic }
assist-question = “{ $text }”
assist-earlier = Earlier messages: { $count }.
assist-answer = 💬 <b>{ $who }</b>, { $when }:
    { $text }
assist-further = ❓ <b>{ $who }</b>, { $when }:
    { $text }

assist-state-open = The mentor has your request. If there is no answer within { $hours } h, the curator will see it.
assist-state-later = The mentor has quiet hours now and gets the request on { $when }. If there is no answer within { $hours } h, the curator will see it.
assist-state-curator = The curator gets the request: the mentor can't be reached in Telegram. The curator answers or passes it on.
assist-state-waits-for-you = Waits for an answer.
assist-state-answered = Answered.
assist-state-closed = It helped; the question is closed.
assist-state-taken-back = You took this request back. Nobody will see it any more.

assist-ask-head = <b>Request for help</b>
    To: { $to }
assist-choose-topic = Choose a topic, or type your question right away in one message.
assist-skip-topic = Without a topic
assist-type-question = Type your question in one message of up to 1,000 characters. It is sent at once.
assist-who-reads-own = <i>{ $who } will read it. If there is no answer within { $hours } h, the curator and the head of the school may read it and pass it on to other mentors. Please leave out phone numbers, addresses and document numbers.</i>
assist-who-reads-all = <i>All mentors of the school will read it. If there is no answer within { $hours } h, the curator and the head may read it, too. Please leave out phone numbers, addresses and document numbers.</i>
assist-who-reads-curator = <i>{ $who } can't be reached in Telegram, so the curator and the head of the school may read the request at once. They answer it or pass it on. Please leave out phone numbers, addresses and document numbers.</i>
assist-stop = Cancel
assist-stopped = All right, nothing was sent.
assist-sent = ✅ Your request has been sent.
assist-take-back = Take the request back

assist-own-words = ✍️ Answer in your own words
assist-write = ✍️ Write an answer
assist-add = ✍️ Add to the answer
assist-type-answer = Type your answer in one message of up to 1,000 characters. { $who } and those who were asked will read it.
assist-type-answer-curator = Type your answer in one message of up to 1,000 characters. { $who } and those who were asked will read it and see that it is yours.
assist-type-further = Type what is still unclear in one message of up to 1,000 characters. It goes to those who answered you; everybody who was asked can read it.
assist-sent-answer = ✅ Your answer has been sent to { $who }.
assist-sent-further = ✅ Sent to those who answered you.
assist-answered-meanwhile = Somebody answered while you were reading. Your answer was not sent; you may add to theirs.
assist-helped = 👍 It helped
assist-more = I need more
assist-plan = 🗓 Plan a meeting
assist-glad = 👍 Glad it helped. We will tell those who answered.
assist-remind = 🔔 Remind the mentor
assist-remind-all = 🔔 Remind the mentors
assist-pass-on = 📣 Pass on to all mentors
assist-passed-on = ✅ The request was passed on to all mentors of the school.
assist-reminded = ✅ Reminded. If there is still no answer, the request comes back to you.
assist-read-and-answer = Read and answer
assist-find-mentor = Find a mentor

assist-notice-asked = 🆘 <b>You are asked for help.</b> One tap is enough to answer.
assist-notice-further = ❓ <b>You are asked once more.</b>
assist-notice-further-curator = ❓ You answered a request for help, and { $who } needs more.
assist-notice-answered = 💬 <b>You have an answer.</b>
assist-notice-passed-on = 📣 The curator passed your request on to all mentors of the school.
assist-notice-helped = 👍 Your answer helped { $who }. Thank you!
assist-notice-without-mentor = 🆘 { $who } has no mentor and asks for help. All mentors of the school have the request. It may be time to find a mentor.

assist-alert = <b>A request for help waits for an answer</b>
    Who asks: { $who }
    Whom: { $to }
assist-reason-waits = The request was delivered and not answered yet. Remind the mentor, answer it yourself, or pass it on to all mentors.
assist-reason-no-telegram = The mentor can't be reached in Telegram. Tell them in person, answer it yourself, or pass it on to all mentors.
assist-reason-away = Whoever is asked is not there: the mentor has paused or left, or the pair has ended. Answer it yourself, or pass it on to all mentors.

assist-desk = <b>Requests for help</b> · last { $days } days
assist-desk-nothing = Nobody asked for help in this time.
assist-desk-asked = Requests: { $asked }, answered: { $answered }.
assist-desk-times = The first answer usually comes after { $time }. Answered within a day: { $soon } ({ $share }%).
assist-desk-open = Waiting for an answer: { $count }. The oldest first; what is asked can be read only where there was no answer for too long.
assist-desk-none = No request is waiting for an answer.
assist-desk-line = • { $who } → { $whom }, waiting for { $time }
assist-desk-line-climbed = • ❗ { $who } → { $whom }, waiting for { $time }
assist-desk-read = Open: { $who }
assist-to-desk = ‹ Requests for help
assist-scope-own = own mentor
assist-scope-all = all mentors
assist-minutes = { $minutes } min
assist-hours = { $hours } h { $minutes } min
assist-days = { $days } days

error-too-many-open-requests = You have { $limit } requests without an answer already. Please wait for an answer, or take some back.
error-no-mentor-to-ask = There is no mentor who could answer now. Please turn to the curator.
error-help-talk-too-long = This request holds { $limit } messages already. Better meet, or ask a new question.
error-help-with-private-data = This looks like a document number, a phone number or an e-mail address. They are not kept here: please write the same without them.

audit-act-help-seen = read an unanswered request for help
audit-act-help-desk-seen = looked at how requests for help are answered
audit-act-help-answered = answered a request for help in place of the mentor
audit-act-help-passed-on = passed a request for help on to all mentors
audit-act-help-reminded = reminded mentors of a request for help
