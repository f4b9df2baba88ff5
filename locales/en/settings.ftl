# Settings of an organisation, and its partners.
# keys: setting-name-*
# keys: setting-ask-*
# keys: zone-*
# keys: audit-act-*

menu-settings = ⚙️ Settings
settings-title =
    <b>Settings</b>
    { $organization }
    Tap a setting to look at it and change it. Every change is written to the log.
settings-partners = 🤝 Partners
settings-elsewhere = Another organisation: { $organization }
setting-line = { $name }: { $value }
setting-one =
    <b>{ $name }</b>
    { $organization }
    Now: { $value }
setting-changed = ✅ Saved.
setting-yes = yes
setting-no = no
setting-empty = not given
setting-clear = Remove
setting-chosen = ● { $value }
setting-hours = from { $since }:00 until { $until }:00
setting-no-quiet = no quiet hours
error-tax-number-wrong = This does not look like a taxpayer number: check the digits. An organisation has 10, a person in business 12.
error-state-number-wrong = This does not look like a registration number: check the digits. An organisation has 13, a person in business 15.
error-hours-wrong = Type two hours with a hyphen, for example: 20-8
error-hour-wrong = Type the hour as a number from 0 to 23, for example: 8
error-day-wrong = Type day and month with a dot, for example: 31.05

setting-name-address = Address
setting-name-tax_number = Taxpayer number (INN)
setting-name-state_number = Registration number (OGRN)
setting-name-timezone = Time zone
setting-name-head_approves = The head approves applications
setting-name-files_in_chat = Documents with data through the chat
setting-name-quiet_hours = Quiet hours
setting-name-application_wait_days = An application waits, days
setting-name-unpaired_wait_days = Waits for a mentor, days
setting-name-original_wait_days = We wait for a signed original, days
setting-name-low_answer_threshold = A low answer is at most
setting-name-alert_escalation_days = An alert climbs after, days
setting-name-duty_near_days = Remind before a date, days
setting-name-first_meeting_days = First meeting within, days
setting-name-meeting_rhythm_days = Longest time between meetings, days
setting-name-silence_days = Outcome of a meeting not told, days
setting-name-missed_in_a_row = Meetings missed in a row
setting-name-help_wait_hours = A request for help waits, hours
setting-name-final_meeting_days = Final meeting: alert before the end, days
setting-name-task_overdue_days = An agreed task is late by, days
setting-name-never_opened_days = Personal link not opened, days
setting-name-digest_weekday = Day of the weekly summary
setting-name-digest_hour = Hour of the weekly summary
setting-name-review_month = Month of the annual review
setting-name-year_end = End of the school year

setting-ask-address = The address stands in documents to be signed. Type it as a message.
setting-ask-tax_number = The number stands in consents to publication. Type 10 digits (12 of a person in business).
setting-ask-state_number = The number stands in consents to publication. Type 13 digits (15 of a person in business).
setting-ask-timezone = Dates and quiet hours of the organisation are counted in this time.
setting-ask-head_approves = If “yes”, the curator passes an endorsed application on to the head, who decides. Only the head can change this.
setting-ask-files_in_chat = If “no”, documents with full data do not go through Telegram: they are made on the server.
setting-ask-quiet_hours = In these hours the bot writes nothing that is not urgent. Choose, or type from which hour until which: 20-8
setting-ask-application_wait_days = After so many days the bot reminds the curator of an application without a decision. Choose or type a number.
setting-ask-unpaired_wait_days = After so many days without a pair an alert tells of the mentee. Choose or type a number.
setting-ask-original_wait_days = So many days after the consent in the bot we remind of the signed original. Choose or type a number.
setting-ask-low_answer_threshold = An answer not higher than this alarms: the curator gets an alert. Choose or type a number.
setting-ask-alert_escalation_days = After so many days without an answer an alert climbs one step. Choose or type a number.
setting-ask-duty_near_days = So many days before a date of the roadmap whoever answers for it is reminded. Choose or type a number.
setting-ask-first_meeting_days = If a pair has not met this many days after its order (without an order, after it began), the curator gets an alert. Choose or type a number.
setting-ask-meeting_rhythm_days = If a pair has not met for longer, the curator gets an alert. Holidays of a week or more do not count. A single pair may have its own rhythm. Choose or type a number.
setting-ask-silence_days = If nobody has said this many days after a meeting whether it took place, the curator gets an alert. Choose or type a number.
setting-ask-missed_in_a_row = If this many meetings in a row did not take place, the curator gets an alert. Choose or type a number.
setting-ask-help_wait_hours = If nobody answers a request for help within this many hours, the curator gets an alert. Choose or type a number.
setting-ask-final_meeting_days = If this many days are left of a pair’s term and there is no final meeting, the curator gets an alert. Choose or type a number.
setting-ask-task_overdue_days = If an agreed task is not done this many days after its date, the curator gets an alert. Choose or type a number.
setting-ask-never_opened_days = If a person has not opened their personal link within this many days, the curator gets an alert. Choose or type a number.
setting-ask-digest_weekday = On this weekday curators get a summary of open alerts.
setting-ask-digest_hour = The summary comes at this hour, local time. Choose or type an hour from 0 to 23.
setting-ask-review_month = In this month everybody is asked to confirm or renew their application.
setting-ask-year_end = The school year is counted until this day. Choose, or type day and month: 31.05

zone-kaliningrad = Kaliningrad (MSK−1)
zone-moscow = Moscow (MSK)
zone-samara = Samara (MSK+1)
zone-yekaterinburg = Yekaterinburg (MSK+2)
zone-omsk = Omsk (MSK+3)
zone-krasnoyarsk = Krasnoyarsk (MSK+4)
zone-irkutsk = Irkutsk (MSK+5)
zone-yakutsk = Yakutsk (MSK+6)
zone-vladivostok = Vladivostok (MSK+7)
zone-magadan = Magadan (MSK+8)
zone-kamchatka = Kamchatka (MSK+9)

audit-act-setting-address = changed a setting: address
audit-act-setting-tax_number = changed a setting: taxpayer number (INN)
audit-act-setting-state_number = changed a setting: registration number (OGRN)
audit-act-setting-timezone = changed a setting: time zone
audit-act-setting-head_approves = changed a setting: the head approves applications
audit-act-setting-files_in_chat = changed a setting: documents with data through the chat
audit-act-setting-quiet_hours = changed a setting: quiet hours
audit-act-setting-application_wait_days = changed a setting: an application waits, days
audit-act-setting-unpaired_wait_days = changed a setting: waits for a mentor, days
audit-act-setting-original_wait_days = changed a setting: we wait for a signed original, days
audit-act-setting-low_answer_threshold = changed a setting: A low answer is at most
audit-act-setting-alert_escalation_days = changed a setting: an alert climbs after, days
audit-act-setting-duty_near_days = changed a setting: remind before a date, days
audit-act-setting-first_meeting_days = changed a setting: first meeting within, days
audit-act-setting-meeting_rhythm_days = changed a setting: longest time between meetings, days
audit-act-setting-silence_days = changed a setting: outcome of a meeting not told, days
audit-act-setting-missed_in_a_row = changed a setting: meetings missed in a row
audit-act-setting-help_wait_hours = changed a setting: a request for help waits, hours
audit-act-setting-final_meeting_days = changed a setting: final meeting: alert before the end, days
audit-act-setting-task_overdue_days = changed a setting: an agreed task is late by, days
audit-act-setting-never_opened_days = changed a setting: personal link not opened, days
audit-act-setting-digest_weekday = changed a setting: day of the weekly summary
audit-act-setting-digest_hour = changed a setting: hour of the weekly summary
audit-act-setting-review_month = changed a setting: month of the annual review
audit-act-setting-year_end = changed a setting: end of the school year

partners-title =
    <b>Partners</b>
    { $organization }
    People of a partner can be mentors and curators of your organisation.
partners-none =
    <b>Partners</b>
    { $organization }
    None so far. A partner is a university, a college, a company or another organisation whose people will be mentors or curators.
partner-line = { $name } · people: { $people }
partner-add = ➕ Add a partner
partner-ask-name = Type the name of the partner organisation (at most { $limit } characters). Your curators and the head will see it.
partner-card =
    🤝 <b>{ $name }</b>
    Partner of: { $organization }
    Take part: { $people }
partner-agreement = Agreement No. { $number } of { $date } stands in the register of local acts.
partner-no-agreement = No agreement is recorded yet. Take the blank, sign it on paper, and record its number and date.
partner-hint = Invite a mentor or a curator of the partner under “Invite colleagues” → “One more link”. The link below is for a curator of the partner itself.
partner-links = 🔗 Link for the partner's curator
partner-links-title = Link: <b>{ $name }</b>
partner-made = ✅ Partner added: <b>{ $name }</b>
partner-link = For the partner's curator: { $url }
    For one person, 30 days. Whoever comes in by it has the role at once.
partner-link-held = The partner has a curator. A link appears here when they are one no longer.
partner-to-card = Open the partner's card
partner-agreement-blank = 📄 Blank agreement (.docx)
partner-agreement-record = ✍️ Record the signed agreement
partner-ask-number = { $name }: type the number of the signed agreement. It will stand in the register of local acts.
partner-ask-date = Of which date is the agreement? For example: 01.09.2026
agreement-register-title = Agreement with a partner: { $name }
agreement-title = Agreement on cooperation in the mentoring programme
agreement-place-and-date = Place: ____________________    Date: «____» ____________ 20___
agreement-subject = 1. { $organization } (the Organisation) and { $partner } (the Partner) run the mentoring programme together: people of the Partner become mentors or curators at the Organisation.
agreement-partner-duties = 2. The Partner names people who have consented to it in writing, and gives them time to meet their mentees.
agreement-school-duties = 3. The Organisation appoints the mentors by an order, makes the regulation on mentoring known to them, names a curator and helps to hold the meetings.
agreement-consents = 4. Personal data of the participants are received with their consent only, are used for the programme only and are passed to nobody else.
agreement-free = 5. No payments are made between the parties. How mentors are rewarded each party settles by its own acts.
agreement-term = 6. The agreement is valid until ____________________ and may be ended by either party with 30 days' notice. Programmes begun are completed or passed to another mentor.
agreement-organization = Organisation
agreement-address = Address
agreement-tax-number = Taxpayer number (INN)
agreement-state-number = Registration number (OGRN)
agreement-partner = Partner
agreement-partner-address = Address of the partner
agreement-partner-numbers = Numbers of the partner (INN, OGRN)
agreement-mentors = Mentors of the partner
agreement-sign-organization = Organisation
agreement-sign-partner = Partner
agreement-file = agreement
agreement-caption = A blank agreement. Have it checked by a lawyer, sign it on paper, and record number and date on the partner's card.
