# Speed mentoring: short meetings with a mentor, booked in advance, one for each.
# keys: speed-mode-*, speed-step-*, speed-meanwhile-*, audit-act-*

menu-speed = ⚡ Speed mentoring
menu-speed-book = ⚡ Book a speed session

speed-to-list = ‹ Speed sessions
speed-list =
    <b>Speed mentoring</b>
    A short meeting with a mentor on one topic. No pair is needed. Choose one to book a slot.
speed-list-empty =
    <b>Speed mentoring</b>
    Short meetings with a mentor on one topic. Nothing is announced now.
speed-line-free = { $when } · { $topic } · { $free } free
speed-line-full = { $when } · { $topic } · full
speed-line-mine = ★ { $when } · { $topic }
speed-line-over = ✓ { $when } · { $topic }
speed-line-tell = ❗ { $when } · { $topic } · say who came
speed-announce = ⚡ Announce a session

speed-what =
    <b>⚡ { $topic }</b>
    Mentor: { $who }
    When: { $when } – { $until }
    { $minutes } min each, slots: { $count }
    Where: { $where }
speed-mode-in-person = in person
speed-mode-online = online
speed-mode-mixed = in person or online
speed-slot-free = { $at } — free
speed-slot-unused = { $at } — nobody booked
speed-slot-taken = { $at } — { $who }
speed-slot-came = { $at } — ✓ { $who }
speed-slot-missed = { $at } — ✕ { $who }
speed-queue-length = Waiting in the queue: { $count }.
speed-who-sees = <i>The mentor, the curator and the head see who booked.</i>
speed-choose = Choose a time. <i>The mentor, the curator and the head will see that you booked.</i>
speed-full = All slots are taken. Join the queue: if one becomes free, we book it for you and tell you at once.
speed-in-queue = You are number { $number } in the queue. If a slot becomes free, we book it for you and tell you at once.
speed-is-over = These meetings are over.
speed-is-cancelled = The session was called off.
speed-mine = ✅ Your slot: { $when }.
speed-meanwhile = ⚠️ At the same time you have { $what }.
speed-meanwhile-meeting = a meeting of your pair
speed-meanwhile-proposed = a proposed meeting
speed-meanwhile-speed-slot = another speed meeting
speed-meanwhile-speed-session = a speed session of your own

speed-book = { $at }
speed-booked = ✅ Booked. We will remind you an hour before.
speed-release = Give up my slot
speed-released = Your slot was given up.
speed-join-queue = Join the queue
speed-leave-queue = Leave the queue
speed-tell = ✅ Say who came
speed-ask-held =
    <b>⚡ { $topic }</b>
    Who came? You can correct it later.
speed-came = { $at } · came
speed-missed = { $at } · did not come
speed-cancel = Call off the session
speed-cancel-sure = { $count ->
        [0] Call it off? Nobody has booked yet.
       *[other] Call it off? Everybody who booked or waits will be told: { $count }.
    }
speed-cancel-yes = Yes, call it off

speed-ask-host = For whom is the session?
speed-host-own = For myself
speed-form = <b>Speed session</b> · { $step } of { $steps }
speed-step-topic = What will you talk about? Type the topic in one line, for example “How to begin a lesson”. All mentees of the school will see it.
speed-step-day = On which day? Choose it in the calendar or type it, for example “25.11”.
speed-step-time = { $day }. When does it begin? Choose or type a time, for example “15:30”.
speed-step-length = How long is one meeting?
speed-step-count = How many people can come?
speed-step-mode = How do you meet?
speed-step-place = Where do you meet? Type the place. All mentees of the school will see it.
speed-step-link = Send the link to the call. All mentees of the school will see it.
speed-minutes = { $count } minutes
speed-at-school = At school
speed-link-later = I will give the link myself
speed-stop = Cancel
speed-stopped = All right, nothing was announced.
speed-hint-buttons = Please choose with a button.
speed-overlap = ⚠️ At { $at } the mentor already has { $what }.
speed-who-hears = All mentees of the school will hear of it. Please check, then announce.
speed-send = Announce
speed-announced = ✅ Announced: the mentees will get a message.

speed-notice-announced = ⚡ <b>You can book a short meeting with a mentor.</b>
speed-notice-for-you = ⚡ <b>The curator announced a speed session for you.</b> If the time does not suit you, call it off.
speed-notice-your-turn = ⚡ <b>A slot became free, and we booked it for you.</b> If you can't come, give it up, and the next in the queue gets it.
speed-notice-reminder = ⏰ A reminder: your speed meeting is at { $at }.
speed-notice-reminder-host = ⏰ A reminder: your speed session begins at { $at }. Booked: { $count }.
speed-notice-cancelled = ⚡ The speed session was called off.

error-speed-time-passed = That time is over already. Please choose another.
error-speed-too-far = A session can be announced at most { $days } days ahead.
error-speed-slot-taken = Somebody has just taken that time. Open the list and choose another.
error-one-slot-each = You have a slot in this session already. Give it up first.

audit-act-speed-announced = announced a speed session for a mentor
audit-act-speed-seen = looked at who booked a speed session
audit-act-speed-told = noted for a mentor who came to a speed session
audit-act-speed-cancelled = called off a mentor's speed session
