# Анкета: вопросы, проверка, решение куратора.
# keys: joining-reason-*, audit-act-*

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

joining-date-hint = Напишите дату так: 25.11.2026
joining-date-check = Вы указали: <b>{ $answer }</b>. Всё верно? Если нет, напишите дату ещё раз.
joining-date-right = Верно
joining-day = { $day } { $year } года
joining-seen-by-pupil = <i>Ответ увидят куратор, руководитель школы и родитель; паре — только предмет и темы для работы.</i>
joining-renewed = Анкета обновилась. Ваши ответы сохранены — продолжим с первого вопроса, на который ещё нет ответа.
joining-prefilled = С возвращением! Мы сохранили прежние ответы: проверьте их и исправьте, что изменилось.
joining-review-summary = <b>Проверьте свои данные</b>
joining-summary-lacks = Остались вопросы без ответа. Ответьте на них — и анкету можно отправлять.
joining-answer-lacking = Ответить на вопрос { $number }
joining-submit-own = Отправить
joining-withdraw = Отозвать анкету
joining-withdraw-ask = Отозвать анкету ({ $organization })? Вы не будете участвовать в программе. Вернуться можно по новой ссылке-приглашению, ответы сохранятся.
joining-withdraw-review-ask = Отозвать обновление анкеты ({ $organization })? Прежние данные останутся без изменений.
joining-withdraw-yes = Да, отозвать
joining-withdrawn = Анкета отозвана ({ $organization }). Чтобы вернуться, откройте ссылку-приглашение ещё раз. Посмотреть и удалить свои данные: /mydata
joining-review-withdrawn = Обновление отозвано, прежние данные остались ({ $organization }).
joining-with-head = Куратор поддержал вашу анкету, решает руководитель школы ({ $organization }). Как только он ответит, мы напишем.
joining-to-family = Мои дети

joining-review-to-decide =
    <b>Обновление анкеты: { $role }</b>
    { $name }

    { $answers }
joining-is-pupil = Это ученик: родитель дал согласие.
button-hand-up = Передать руководителю
joining-endorsed-by = Передал(а) руководителю: { $name }
joining-is-with-head = Анкета передана руководителю.
joining-decided-by-nobody = сотрудник, которого уже нет в программе
joining-approved-by = Одобрил(а): { $name }, { $when }
joining-returned-by = Вернул(а): { $name }, { $when }
joining-withdrawn-at = Анкету отозвали { $when }
joining-was-handed-up = Анкета передана руководителю: { $name }. О решении мы сообщим.
joining-head-approved = Руководитель одобрил анкету: { $name }.
joining-head-returned = Руководитель вернул анкету: { $name }. Причина: <b>{ $reason }</b>
    Мы передали её автору анкеты.
joining-approved-review = Обновлённые данные приняты ({ $organization }). Спасибо!
joining-approved-child = Анкета одобрена: { $name } ({ $organization }). Куратор напишет, когда предложит пару.
joining-about-child = Анкета вашего ребёнка: { $name }
button-my-application = 📝 Моя анкета
menu-awaits-head = Ваша анкета у руководителя школы. Мы напишем, когда он её посмотрит.

# Ежегодное подтверждение данных.
review-asked =
    <b>Проверьте свои данные: { $role }</b>
    { $organization }
review-about = Это данные участника: { $name }
review-asked-hint = Раз в год школа проверяет, что всё по-прежнему верно. Если что-то изменилось, исправьте — остальное вводить заново не нужно.
review-right = Всё верно
review-renew = Обновить
review-thanks = Спасибо! Данные подтверждены.
review-confirmed-for = Данные подтверждены: { $name }.
review-name = • { $name }
review-at-curator = • { $name } — обновление ждёт решения куратора
review-more = … и ещё { $count }
review-card-silent =
    <b>Не подтвердили данные за две недели: { $count }</b>
    { $names }

    Напомните всем сразу или спросите лично.
review-card-offline =
    <b>Без Telegram, подтвердить данные можете только вы: { $count }</b>
    { $names }

    Спросите коллег лично и отметьте ответ.
review-remind = Напомнить всем
review-open = Кто не подтвердил
review-overview =
    <b>Ежегодное подтверждение данных</b>
    { $organization }
    Подтвердили: { $confirmed } из { $total }
review-answer-for = Ответить за: { $name }
review-reminded = { $count ->
        [one] Напомнили { $count } человеку.
       *[other] Напомнили: { $count }.
    }
review-reminded-before = Сегодня уже напоминали.

error-own-application = Это ваша собственная анкета: её рассмотрит другой куратор или руководитель.
error-head-decides = В вашей школе анкеты одобряет руководитель. Передайте анкету ему или дождитесь его решения.
error-answer-not-a-date = Не получилось прочитать дату. Напишите её цифрами, например 25.11.2026; подойдёт любая дата с { $earliest } по { $latest }.

# Что записывается в журнал.
audit-act-application-endorsed = передал(а) анкету руководителю
audit-act-application-withdrawn = отозвал(а) анкету
audit-act-review-confirmed = подтвердил(а) данные
audit-act-review-seen = посмотрел(а), кто подтвердил данные
