# Вход в программу: язык, согласие, анкета, решение куратора, приглашения.
# keys: joining-invite-*

joining-language = Выберите язык · Телне сайлагыз · Choose a language
language-changed = Готово, дальше — на русском.
joining-consent =
    <b>{ $title }</b>
    Вас приглашают в программу наставничества, роль: { $role }.

    { $body }

    <i>Редакция { $version }. До вашего согласия ничего о вас не записывается.</i>
button-agree = Даю согласие
button-disagree = Не даю согласия
joining-refused = Хорошо, ничего о вас не записано. Участвовать можно и без бота, на бумаге: обратитесь к куратору ({ $organization }). Передумаете — документ можно прочитать ещё раз.
button-read-again = Прочитать ещё раз

menu-invitations = ✉️ Пригласить коллег
joining-invitations = Кого пригласить? Получите ссылку и отправьте её коллегам.
joining-invite-mentee = Наставляемых · { $organization }
joining-invite-mentor = Наставников · { $organization }
joining-invite-curator = Куратора (одно место) · { $organization }
joining-invite-coordinator = Координатора (одно место) · { $organization }
joining-invite-operator = Оператора (одно место) · { $organization }
joining-invitation =
    Ссылка-приглашение, роль: <b>{ $role }</b>
    { $organization }

    { $url }

    Осталось мест: { $places }. Действует до: { $until }.
    Ссылку может открыть любой, у кого она есть: отправляйте её только своим. Каждую анкету одобряете вы.
joining-invitation-for-one =
    Ссылка-приглашение, роль: <b>{ $role }</b>
    { $organization }

    { $url }

    Осталось мест: { $places }. Действует до: { $until }.
    Кто войдёт по этой ссылке, сразу получит эту роль: отправляйте её только тому, кому она предназначена.
button-revoke = Отозвать ссылку
joining-revoked = Ссылка больше не действует. Новую можно получить в разделе «Пригласить коллег».
