# Reminders of meetings, files for the calendar, the private calendar address.
# keys: calendar-before-*, calendar-file-*, calendar-mode-*

calendar-remind-soon = <b>A reminder: your meeting is at { $at }, in { $minutes } min.</b>
calendar-remind-today = <b>A reminder: you have a meeting today at { $at }.</b>
calendar-remind-tomorrow = <b>A reminder: you have a meeting tomorrow at { $at }.</b>
calendar-remind = <b>A reminder: you have a meeting on { $when }.</b>

calendar-settings =
    <b>Reminders and calendar</b>
    This is for you alone: nobody else sees these settings.
calendar-settings-short = 🔔 Reminders and calendar
calendar-reminders = 🔔 We remind you of meetings: { $when }. Times are in your time zone; we keep to quiet hours and do not disturb lessons.
calendar-reminders-none = 🔕 No reminders of meetings. To turn them on, choose how long before.
calendar-before-10080 = a week before
calendar-before-2880 = 2 days before
calendar-before-1440 = a day before
calendar-before-180 = 3 hours before
calendar-before-60 = an hour before
calendar-before-15 = 15 minutes before
calendar-chosen = ✅ { $words }
calendar-files-are-on = 📅 With every confirmed meeting we send a file: open it, and the meeting appears in your calendar.
calendar-files-are-off = 📅 We send no calendar files. You can take the file of a meeting from its card.
calendar-files-on = Send files
calendar-files-off = Do not send files
calendar-zone = 🌍 Clock: { $zone }
calendar-zone-school = as at the school
calendar-ask-zone =
    <b>Which clock do you live by?</b>
    Times are shown by it, reminders come by it, and at its night the bot is silent. Others see times by their own.
calendar-feed-is-off = 🔗 Your private calendar address is off. With it, Google, Yandex, Apple and Outlook keep your meetings up to date by themselves.
calendar-feed-is-on = 🔗 Your private calendar address is on. It was shown once, in a message of its own above. If it is lost or got into the wrong hands, make a new one: the old one stops working at once.
calendar-feed-without-web = 🔗 There is no private calendar address here: the bot has no web address of its own. Please use the files; they come when a meeting is moved or called off, too.
calendar-feed-on = Turn on the calendar address
calendar-feed-renew = Make a new address
calendar-feed-off = Turn the address off
calendar-feed-renew-sure = Make a new address? The old one stops working at once: you will need to replace it in your calendar.
calendar-feed-renew-yes = Yes, make a new one
calendar-feed-address =
    <b>Your calendar address</b>
    <code>{ $url }</code>

    Tap the address to copy it and add it to your calendar as a subscription: “Add by URL” or “Subscribe”. Whoever knows the address sees your meetings, so please pass it on to nobody. It is shown only once: keep this message.
calendar-feed-name = Mentoring: my meetings

calendar-file-coming = The file is on its way in a separate message.
calendar-file-confirmed = <b>A file for your calendar.</b> Open it to add or update the meeting.
calendar-file-several = <b>A file for your calendar.</b> Open it to add or update the meetings.
calendar-file-proposed = <b>A file for your calendar.</b> The time has changed and is not confirmed yet; open the file to update the entry.
calendar-file-cancelled = <b>A file for your calendar.</b> Open it to take out what was called off. If the entry stays, please delete it yourself.
calendar-file-more = and { $count } more
calendar-event = { $what } · { $who }
calendar-event-proposed = Proposed: { $event }
calendar-speed = Speed mentoring: { $topic }
calendar-mode-in-person = In person
calendar-mode-online = Online
calendar-mode-mixed = In person and online
calendar-talk-before = Talk before the lesson: { $at }
calendar-talk-after = Talk after the lesson: { $at }
calendar-not-confirmed = Not confirmed yet.
