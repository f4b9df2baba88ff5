# The beginning, help and the main menu.
# keys: help-*
# keys: command-*
# keys: menu-role-status-*

start-stranger = Hello! This is the bot of a school's mentoring programme. If you have an invitation link from a curator, open it. If not, find your school.
start-find = Find a school
start-again = Welcome back! The menu and help are on the buttons below.
gate-closed = This button is for participants. Open your invitation link or find your school: /start

help-title = <b>What you can do</b>
help-stranger = The bot runs a school's mentoring programme: it helps to find a mentor, arrange meetings and forget nothing. You come in by an invitation link from your school's curator, or find the school by its name: /start
help-mentee = <b>For mentees.</b> When the curator proposes a mentor, accept or decline; no reason is needed. “Plan a meeting” proposes one in two taps, “Log a meeting” says whether it took place. “I need help” asks the mentor at any time. Under “Meetings” are your convenient times, reminders and what was agreed. Your mentor does not see your marks.
help-mentor = <b>For mentors.</b> Accept the proposed pair or decline. “Plan a meeting” takes two taps, “Log a meeting” says whether it took place and what you did. “Asked to help”: answer with a ready phrase or in your own words. Under “Meetings” are your convenient times, reminders, what was agreed and your private diary. “Speed mentoring”: short meetings for whoever wants one.
help-curator = <b>As a curator.</b> “Inbox” holds everything that waits for your decision. “Waiting for a mentor” shows who needs a pair. “How pairs are doing” shows who needs you and why. The times that are offered follow “Bells and holidays”. “Invite colleagues” gives links for colleagues. “Roadmap” shows the dates and who answers for them. “Settings” holds waiting times, quiet hours, requisites and partners.
help-head = <b>As head of school.</b> Your “Inbox” receives what the curator has not answered in time. “Roadmap” shows what is done and what is late. “Invite colleagues” also gives a link for a new curator. “Settings” say whether you approve applications yourself, and hold requisites and waiting times.
help-council = <b>Member of the mentors’ council.</b> “People” — who takes part and who has a mentor. “Registries” — mentors and mentees without personal data.
help-psychologist = <b>Psychologist.</b> “People” — mentees without a mentor yet, and what is hard for them. Please write nothing about health and no psychological findings here.
help-tutor = <b>Tutor.</b> “People” — mentees, their pairs and topics to work on.
help-parent = <b>Parent or guardian.</b> “My children” — the consent, the application and everything stored about the child. You can withdraw the consent there, too.
help-editor = <b>Site editor.</b> “Registries” — anonymised registries for the site. “Publications” — what may be published where and until when.
help-coordinator = <b>As a municipal coordinator.</b> “Territory” shows the schools, their plans and what is done in them; there you can also publish a plan to all schools, remind those who are late, download the table and add a school. “Plans” is where the municipal roadmap is uploaded and approved. “Local acts” holds the register and the acknowledgement lists. Your “Inbox” receives what a school has not answered in time.
help-operator = <b>As a regional operator.</b> “Territory” shows the municipalities and schools of the region, the plans for them and what is done. Municipalities and links for their coordinators are made there as well. “Plans” and “Local acts” hold the documents of your level.
help-common = <b>For everybody.</b> /menu — the menu, /language — the language, /mydata — what is stored about you and how to withdraw your consent, /cancel — leave the step you began.

menu-greeting = Hello, { $name }!
menu-greeting-nameless = Hello!
menu-unfinished = You have an unfinished application. Your answers are saved, little is left.
menu-awaits-decision = Your application is with the curator. We will write as soon as it has been read.
menu-choose = What shall we do?
menu-shown = Only one of your roles is shown now: { $role }, { $organization }.
menu-roles = 👤 My roles
menu-showing-all = 👁 Showing: everything
menu-showing = 👁 Showing: { $role } · { $organization }
menu-roles-title = <b>Your roles</b>
menu-roles-none = None so far: you have not joined a school yet.
menu-roles-hint = What shall menus and lists show? Notices come for all roles, and their buttons always work.
menu-role-line = • { $role } — { $organization }: { $status }
menu-role-status-invited = application not filled in
menu-role-status-applied = waits for the curator's decision
menu-role-status-returned = application to be corrected
menu-role-status-active = takes part
menu-role-status-paused = paused
menu-role-choice = { $role } · { $organization }
menu-role-chosen = ● { $role } · { $organization }
menu-roles-all = Everything
menu-roles-all-chosen = ● Everything
menu-roles-more = ➕ One more role or school

command-start = Start
command-menu = Menu
command-help = What can be done
command-language = Язык · Тел · Language
command-mydata = My data
command-cancel = Leave the step begun
