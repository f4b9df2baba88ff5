## Pairing: the queue, candidates, the proposal, the answers.

menu-pairing-mine = 🤝 My pairs
menu-pairing-waiting = ⏳ Waiting for a mentor
menu-pairing-pairs = 🤝 Pairs

pairing-none = —

## The queue

pairing-waiting-title = <b>Waiting for a mentor: { $total }</b>
    Those who have waited longest come first.
pairing-waiting-empty = Nobody is waiting for a mentor now.
pairing-waiting-entry = <b>{ $name }</b> · { $days ->
        [0] since today
        [one] waiting for { $days } day
       *[other] waiting for { $days } days
    }
pairing-waiting-details = { $subject }. Difficulties: { $difficulties }
pairing-answers-awaited = A mentor has been proposed; the answers are awaited.
pairing-mentee-button = { $name } · { $days ->
        [0] today
       *[other] { $days } d
    }
pairing-days-waiting = { $days ->
        [0] Waiting for a mentor since today.
        [one] Waiting for a mentor for { $days } day.
       *[other] Waiting for a mentor for { $days } days.
    }
pairing-find-mentor = Find a mentor
pairing-see-proposal = Open the proposal
pairing-back-to-queue = ‹ To the queue

## Profiles

pairing-mentee-head = <b>Mentee: { $name }</b>
pairing-mentor-head = <b>Mentor: { $name }</b>
pairing-name = <b>{ $name }</b>
pairing-subject = Subject: { $subject }
pairing-experience = { $years ->
        [0] Experience: first year
        [one] Experience: { $years } year
       *[other] Experience: { $years } years
    }
pairing-difficulties = Difficulties: { $difficulties }
pairing-hopes = Hopes for: “{ $hopes }”
pairing-strengths = Strengths: { $strengths }
pairing-times = Convenient time: { $times }
pairing-places = Free places: { $free } of { $capacity }
pairing-unreachable = ⚠️ The bot’s messages do not arrive: the bot is blocked. Please get in touch in person.

## Candidates

pairing-candidates-title = <b>Who fits: { $name }</b>
    Those with more in common come first.
pairing-no-candidates = There is no mentor with a free place for “{ $name }” now. Invite a new mentor or wait until a place is free: the mentee stays in the queue.
pairing-candidate-entry = <b>{ $name }</b>
pairing-candidate-button = { $name } ›
pairing-reason-subject = • the same subject
pairing-reason-helps = • can help with: { $difficulties }
pairing-reason-none = • nothing in common in the profiles
pairing-reason-places = • free places: { $free }
pairing-why = <b>Why they fit</b>
pairing-who-sees-what = <i>Both are asked separately. The mentee will see the mentor’s name, subject and strengths; the mentor will see the mentee’s subject and difficulties, without the name.</i>
pairing-propose = Propose this pair
pairing-back-to-mentee = ‹ To the profile
pairing-back-to-candidates = ‹ To the candidates

## The proposal and the pairs, for the curator

pairing-proposed-done = ✅ The pair is proposed: <b>{ $mentor }</b> — <b>{ $mentee }</b>

    Both will be asked. The pair begins when both accept; the mentor’s place is held meanwhile. We will tell you their answer.
pairing-taken-back = The proposal is taken back: { $mentor } — { $mentee }

    Whoever has been asked will be told so without a reason. The mentee stays in the queue.
pairing-take-back = Take the proposal back
pairing-pairs-title = <b>Pairs and proposals: { $total }</b>
    🤝 the pair is active, ⏳ answers are awaited.
pairing-pairs-empty = There are no pairs yet. Start with the queue: it shows who is waiting for a mentor.
pairing-pair-proposed = ⏳ { $mentor } — { $mentee }
pairing-pair-active = 🤝 { $mentor } — { $mentee }
pairing-back-to-pairs = ‹ To the pairs
pairing-see-pair = Open the pair
pairing-state-active = 🤝 <b>The pair is active</b>
    Since: { $since }
pairing-state-proposed = ⏳ <b>Answers are awaited</b>
    Proposed: { $since }
pairing-order = Fixed by: { $order }.
pairing-terms = 📄 Term, changes, helpers
pairing-state-closed = <b>The pair has ended, or the proposal was taken back</b>
pairing-mentor-accepted = Mentor: has accepted
pairing-mentor-awaited = Mentor: no answer yet
pairing-mentee-accepted = Mentee: has accepted
pairing-mentee-awaited = Mentee: no answer yet
pairing-declined-by-mentor = <b>The pair did not work out:</b> declined by the mentor
pairing-declined-by-mentee = <b>The pair did not work out:</b> declined by the mentee
pairing-formed = 🤝 A pair has formed: <b>{ $mentor }</b> — <b>{ $mentee }</b>
    Both have accepted, and we have invited them to arrange the first meeting.

## What the members see

pairing-mine-title = <b>Your pairs and proposals</b>
pairing-mine-empty = No pair yet. When the curator proposes one, we will ask you: whether to accept or decline is up to you.
pairing-mine-unanswered = ❓ { $name } — your answer is awaited
pairing-mine-answered = ⏳ { $name } — the other answer is awaited
pairing-mine-active = 🤝 { $name }
pairing-ask-mentee = <b>A mentor is proposed to you</b>
pairing-ask-mentor = <b>A mentee is proposed to you</b>
pairing-ask-mentee-privacy = <i>The mentor sees your subject and difficulties but not your name; they learn it only if both of you accept. You may decline without a reason.</i>
pairing-ask-mentor-privacy = <i>The mentee sees your name, subject and strengths. You learn the mentee’s name when both of you accept. You may decline without a reason.</i>
pairing-accept = Accept
pairing-decline = Decline
pairing-decline-question = Decline this pair? You need not say why: the curator will look for something else, and the other person will not learn who declined.
pairing-decline-yes = Yes, decline
pairing-decline-no = No, go back
pairing-changed-my-mind = Change my mind and decline
pairing-accepted = Thank you, your answer is recorded. We are waiting for the other person and will tell you at once.
pairing-both-accepted = Thank you! Both have accepted, and the pair has formed. The details are in the next message.
pairing-declined = All right, that is recorded. Nobody will ask why. The curator will think of something else.
pairing-active-mentee = 🤝 <b>You have a mentor!</b>
pairing-active-mentor = 🤝 <b>The pair has formed. Your mentee:</b>
pairing-active-next = Arrange the first meeting: either of you can propose a day and a time.
pairing-first-meeting = Propose the first meeting
pairing-ended-mentee = The pair we asked you about did not work out. That happens, and it is not about you. The curator is looking for another mentor.
pairing-ended-mentor = The proposal of a pair is no longer open. Thank you for being ready to help! We will write when your experience is needed.
pairing-finished-mentee = The work of your pair has ended. You are in the queue again: the curator will find you a mentor.
pairing-finished-mentor = The work of your pair has ended. Thank you for all you have done! Please ask the curator if you have questions.

## Alerts

pairing-alert-mentor-declined = <b>A pair did not work out: { $mentor } — { $mentee }</b>
    Declined by the mentor. The mentee stays in the queue, and the search goes on.
pairing-alert-mentee-declined = <b>A pair did not work out: { $mentor } — { $mentee }</b>
    Declined by the mentee, who stays in the queue; the search goes on.
pairing-propose-another = Propose another
pairing-alert-unpaired = <b>Long without a mentor: { $name }</b>
    { $days ->
        [one] Waiting for { $days } day.
       *[other] Waiting for { $days } days.
    }
    Subject: { $subject }
    Difficulties: { $difficulties }

## Refusals

error-mentee-not-waiting = This mentee is no longer waiting for a mentor. Please open the queue again.
error-already-proposed = A mentor has just been proposed to this mentee; the answers are awaited. You find the proposal under “Pairs”.
error-no-free-place = This mentor has no free place any more. Please choose another one.
error-not-a-candidate = This mentor can’t be proposed: they do not take part now, or the two were declined before. Please choose another one.
error-proposal-ended = This proposal is no longer open. There is nothing you need to do.
error-pair-already-active = The pair has formed already. If you would like to change something, please write to the curator.
