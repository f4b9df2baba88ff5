# What all subjects share.
# keys: role-*
# keys: language-*
# keys: name-code-*

role-mentee = mentee
role-mentor = mentor
role-curator = curator
role-head = head of school
role-council = member of the mentors’ council
role-psychologist = psychologist
role-tutor = tutor
role-parent = parent or guardian
role-editor = site editor
role-coordinator = municipal coordinator
role-operator = regional operator

language-ru = Русский
language-tt = Татарча
language-en = English

name-code-mentee = E-{ $code }
name-code-mentor = M-{ $code }
name-code-curator = C-{ $code }
name-code-head = H-{ $code }
name-code-council = CM-{ $code }
name-code-psychologist = P-{ $code }
name-code-tutor = T-{ $code }
name-code-parent = G-{ $code }
name-code-editor = S-{ $code }
name-code-coordinator = MC-{ $code }
name-code-operator = RO-{ $code }
name-without-telegram = { $name } · no Telegram

button-menu = ☰ Menu
button-help = ❓ Help
button-back = ‹ Back
button-done = Done
button-skip = Skip
button-later = Continue later
button-continue = Continue the application
page-of = { $page } / { $pages }

hint-text-expected = Please answer with text here. Type it as an ordinary message, or go back to /menu — what you entered before is kept.
hint-unknown = I did not understand that. Everything you can do is in the menu; /help tells more.
hint-not-text = I do not use or keep this file or attachment. Please do not send documents or photos of people here. The menu shows what you can do.

notice-late = <i>This message is late: the bot was unavailable.</i>
notice-repeat = <i>You may have received this message already.</i>
notice-resume = The connection was interrupted. Your last step is saved — go on from here.
