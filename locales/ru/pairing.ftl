## Подбор пар: очередь, кандидаты, предложение, ответы.

menu-pairing-mine = 🤝 Мои пары
menu-pairing-waiting = ⏳ Ждут наставника
menu-pairing-pairs = 🤝 Пары

pairing-none = —

## Очередь

pairing-waiting-title = <b>Ждут наставника: { $total }</b>
    Первыми стоят те, кто ждёт дольше всех.
pairing-waiting-empty = Сейчас наставника никто не ждёт.
pairing-waiting-entry = <b>{ $name }</b> · { $days ->
        [0] с сегодняшнего дня
        [one] ждёт { $days } день
        [few] ждёт { $days } дня
       *[many] ждёт { $days } дней
    }
pairing-waiting-details = { $subject }. Трудности: { $difficulties }
pairing-answers-awaited = Наставник предложен, ждём ответов.
pairing-mentee-button = { $name } · { $days ->
        [0] сегодня
       *[other] { $days } дн.
    }
pairing-days-waiting = { $days ->
        [0] Ждёт наставника с сегодняшнего дня.
        [one] Ждёт наставника { $days } день.
        [few] Ждёт наставника { $days } дня.
       *[many] Ждёт наставника { $days } дней.
    }
pairing-find-mentor = Подобрать наставника
pairing-see-proposal = Открыть предложение
pairing-back-to-queue = ‹ К очереди

## Анкеты

pairing-mentee-head = <b>Наставляемый: { $name }</b>
pairing-mentor-head = <b>Наставник: { $name }</b>
pairing-name = <b>{ $name }</b>
pairing-subject = Предмет: { $subject }
pairing-experience = { $years ->
        [0] Стаж: первый год
        [one] Стаж: { $years } год
        [few] Стаж: { $years } года
       *[many] Стаж: { $years } лет
    }
pairing-difficulties = Трудности: { $difficulties }
pairing-hopes = Ждёт от наставника: «{ $hopes }»
pairing-strengths = Сильные стороны: { $strengths }
pairing-times = Удобное время: { $times }
pairing-places = Свободно мест: { $free } из { $capacity }
pairing-unreachable = ⚠️ Сообщения бота не доходят: бот заблокирован. Свяжитесь с человеком лично.

## Кандидаты

pairing-candidates-title = <b>Кто подойдёт: { $name }</b>
    Сначала те, у кого больше совпадений.
pairing-no-candidates = Для участника «{ $name }» сейчас нет наставника со свободным местом. Пригласите нового наставника или дождитесь, когда место освободится: участник остаётся в очереди.
pairing-candidate-entry = <b>{ $name }</b>
pairing-candidate-button = { $name } ›
pairing-reason-subject = • тот же предмет
pairing-reason-helps = • поможет с: { $difficulties }
pairing-reason-none = • совпадений в анкетах нет
pairing-reason-places = • свободно мест: { $free }
pairing-why = <b>Почему подходит</b>
pairing-who-sees-what = <i>Обоих спросим отдельно. Наставляемый увидит имя наставника, предмет и сильные стороны; наставник — предмет и трудности наставляемого, без имени.</i>
pairing-propose = Предложить эту пару
pairing-back-to-mentee = ‹ К анкете
pairing-back-to-candidates = ‹ К кандидатам

## Предложение и пары для куратора

pairing-proposed-done = ✅ Пара предложена: <b>{ $mentor }</b> — <b>{ $mentee }</b>

    Оба получат вопрос. Пара начнётся, когда согласятся оба; место у наставника пока занято. Об ответе мы сообщим.
pairing-taken-back = Предложение отозвано: { $mentor } — { $mentee }

    Тем, кого уже спросили, мы скажем об этом без объяснений. Участник остаётся в очереди.
pairing-take-back = Отозвать предложение
pairing-pairs-title = <b>Пары и предложения: { $total }</b>
    🤝 — пара работает, ⏳ — ждём ответов.
pairing-pairs-empty = Пар пока нет. Начните с очереди: там видно, кто ждёт наставника.
pairing-pair-proposed = ⏳ { $mentor } — { $mentee }
pairing-pair-active = 🤝 { $mentor } — { $mentee }
pairing-back-to-pairs = ‹ К парам
pairing-see-pair = Открыть пару
pairing-state-active = 🤝 <b>Пара работает</b>
    Началась: { $since }
pairing-state-proposed = ⏳ <b>Ждём ответов</b>
    Предложено: { $since }
pairing-order = Закрепление: { $order }.
pairing-terms = 📄 Срок, изменения, помощники
pairing-state-closed = <b>Пара завершена или предложение отозвано</b>
pairing-mentor-accepted = Наставник: согласие получено
pairing-mentor-awaited = Наставник: ответа пока нет
pairing-mentee-accepted = Наставляемый: согласие получено
pairing-mentee-awaited = Наставляемый: ответа пока нет
pairing-declined-by-mentor = <b>Пара не сложилась:</b> отказ со стороны наставника
pairing-declined-by-mentee = <b>Пара не сложилась:</b> отказ со стороны наставляемого
pairing-formed = 🤝 Пара сложилась: <b>{ $mentor }</b> — <b>{ $mentee }</b>
    Согласились оба, мы пригласили их назначить первую встречу.

## Что видят сами участники

pairing-mine-title = <b>Ваши пары и предложения</b>
pairing-mine-empty = Пары пока нет. Когда куратор предложит её, мы пришлём вопрос: согласиться или отказаться решаете вы.
pairing-mine-unanswered = ❓ { $name } — ждём вашего ответа
pairing-mine-answered = ⏳ { $name } — ждём второго ответа
pairing-mine-active = 🤝 { $name }
pairing-ask-mentee = <b>Вам предлагают наставника</b>
pairing-ask-mentor = <b>Вам предлагают наставляемого</b>
pairing-ask-mentee-privacy = <i>Наставник видит ваш предмет и трудности, но не имя: его он узнает, только если согласитесь вы оба. Отказаться можно без объяснений.</i>
pairing-ask-mentor-privacy = <i>Наставляемый видит ваше имя, предмет и сильные стороны. Имя наставляемого вы узнаете, когда согласитесь оба. Отказаться можно без объяснений.</i>
pairing-accept = Согласиться
pairing-decline = Отказаться
pairing-decline-question = Отказаться от этой пары? Причину называть не нужно: куратор предложит другой вариант, а второй участник не узнает, кто отказался.
pairing-decline-yes = Да, отказаться
pairing-decline-no = Нет, вернуться
pairing-changed-my-mind = Передумать и отказаться
pairing-accepted = Спасибо, ваше согласие записано. Ждём ответа второго участника и сразу сообщим.
pairing-both-accepted = Спасибо! Согласились оба, пара сложилась. Подробности — в следующем сообщении.
pairing-declined = Хорошо, отказ записан. Причину никто не спросит. Куратор подумает над другим вариантом.
pairing-active-mentee = 🤝 <b>У вас есть наставник!</b>
pairing-active-mentor = 🤝 <b>Пара сложилась. Ваш наставляемый:</b>
pairing-active-next = Договоритесь о первой встрече: любой из вас может предложить день и время.
pairing-first-meeting = Предложить первую встречу
pairing-ended-mentee = Пара, о которой мы вас спрашивали, не сложилась. Так бывает, и дело не в вас. Куратор подбирает вам другого наставника.
pairing-ended-mentor = Предложение о паре больше не действует. Спасибо за готовность помочь! Когда понадобится ваш опыт, мы напишем.
pairing-finished-mentee = Работа вашей пары завершена. Вы снова в очереди: куратор подберёт вам наставника.
pairing-finished-mentor = Работа вашей пары завершена. Спасибо за ваш труд! Если есть вопросы, обратитесь к куратору.

## Сигналы куратору

pairing-alert-mentor-declined = <b>Пара не сложилась: { $mentor } — { $mentee }</b>
    Отказ со стороны наставника. Наставляемый остаётся в очереди, поиск продолжается.
pairing-alert-mentee-declined = <b>Пара не сложилась: { $mentor } — { $mentee }</b>
    Отказ со стороны наставляемого. Он остаётся в очереди, поиск продолжается.
pairing-propose-another = Предложить другого
pairing-alert-unpaired = <b>Долго без наставника: { $name }</b>
    { $days ->
        [one] Ждёт { $days } день.
        [few] Ждёт { $days } дня.
       *[many] Ждёт { $days } дней.
    }
    Предмет: { $subject }
    Трудности: { $difficulties }

## Отказы

error-mentee-not-waiting = Этот участник больше не ждёт наставника. Откройте очередь заново.
error-already-proposed = Этому участнику только что предложили наставника, ждём ответов. Предложение можно открыть в списке «Пары».
error-no-free-place = У этого наставника больше нет свободных мест. Выберите другого.
error-not-a-candidate = Этого наставника предложить нельзя: он сейчас не участвует или пара уже не сложилась. Выберите другого.
error-proposal-ended = Это предложение больше не действует. Ничего делать не нужно.
error-pair-already-active = Пара уже сложилась. Если хотите что-то изменить, напишите куратору.
