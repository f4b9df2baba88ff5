# The way in: language, consent, application, the curator's decision, invitations.
# keys: joining-invite-*

joining-language = Выберите язык · Телне сайлагыз · Choose a language
language-changed = Done, we go on in English.
joining-consent =
    <b>{ $title }</b>
    You are invited to the mentoring programme as: { $role }.

    { $body }

    <i>Version { $version }. Nothing about you is recorded before you consent.</i>
button-agree = I consent
button-disagree = I do not consent
joining-refused = All right, nothing about you has been recorded. You can take part without the bot, on paper: please turn to the curator ({ $organization }). If you change your mind, you can read the document again.
button-read-again = Read again

menu-invitations = ✉️ Invite colleagues
joining-invitations = Whom to invite? Take the link and send it to your colleagues.
joining-invite-mentee = Mentees · { $organization }
joining-invite-mentor = Mentors · { $organization }
joining-invite-curator = A curator (one place) · { $organization }
joining-invite-coordinator = A coordinator (one place) · { $organization }
joining-invite-operator = An operator (one place) · { $organization }
joining-invitation =
    Invitation link, role: <b>{ $role }</b>
    { $organization }

    { $url }

    Places left: { $places }. Valid until: { $until }.
    Anybody who has the link can open it: send it to your own people only. You approve every application.
joining-invitation-for-one =
    Invitation link, role: <b>{ $role }</b>
    { $organization }

    { $url }

    Places left: { $places }. Valid until: { $until }.
    Whoever comes in by this link has the role at once: send it only to the person it is meant for.
button-revoke = Revoke the link
joining-revoked = The link no longer works. Take a new one under “Invite colleagues”.
