# Вход в программу: язык, согласие, анкета, решение куратора, приглашения.
# keys: joining-reason-*
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

joining-progress = Анкета: { $number } из { $total }
joining-question = { $text }
joining-other-hint = Можно выбрать из списка или написать свой вариант.
joining-given = Сейчас указано: <b>{ $answer }</b>
joining-seen-by = <i>Ответ увидят куратор и руководитель школы; паре — только предмет и темы для работы.</i>
joining-chosen = ● { $label }
joining-ticked = ☑ { $label }
joining-unticked = ☐ { $label }
joining-summary = <b>Проверьте анкету</b>
joining-summary-hint = Всё верно — отправляйте. Чтобы исправить ответ, нажмите его номер.
joining-return-reason = Куратор просит уточнить: <b>{ $reason }</b>
joining-answer = { $number }. { $question }
    — <b>{ $answer }</b>
joining-no-answer = без ответа
joining-correct = ✎ { $number }
button-submit = Отправить куратору
joining-submitted = Анкета отправлена куратору ({ $organization }). Обычно ответ приходит за два дня — мы сразу напишем.
joining-admitted = Готово! Вы вошли: { $organization }, роль — { $role }.

joining-to-decide =
    <b>Новая анкета: { $role }</b>
    { $name }

    { $answers }
button-approve = Одобрить
button-return = Вернуть с причиной
joining-ask-reason = { $name }: что исправить в анкете? Выберите причину или напишите своими словами — человек её увидит.
joining-reason-unclear = Уточните, пожалуйста, ответы
joining-reason-difficulties = Опишите подробнее, какая помощь нужна
joining-reason-name = Укажите имя полностью
joining-was-approved = Одобрено: { $name } ({ $role }). Мы сообщили об этом.
joining-was-returned = Анкета возвращена: { $name }. Мы передали, что исправить.
joining-approved-mentee = Ваша анкета одобрена ({ $organization }). Куратор подбирает вам наставника — мы напишем, когда появится предложение.
joining-approved-mentor = Ваша анкета одобрена ({ $organization }). Спасибо, что готовы помогать! Когда куратор предложит пару, мы спросим вашего согласия.
joining-returned =
    Куратор вернул анкету и просит уточнить:
    <b>{ $reason }</b>

    Все ответы сохранены, заново ничего вводить не нужно.
button-correct = Исправить анкету

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
