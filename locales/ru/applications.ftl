# Анкета: вопросы, проверка, решение куратора.
# keys: joining-reason-*

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
