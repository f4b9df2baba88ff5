# keys: alerts-kind-*
## Входящие куратора: сигналы, их карточки, сводка по понедельникам.

menu-alerts = 📥 Входящие

alerts-title = <b>Входящие: { $total }</b>
    Срочные наверху, дальше те, что ждут дольше. Откройте, чтобы решить.
alerts-empty = Входящих нет: всё решено.
alerts-button = { $title } · { $days ->
        [0] сегодня
       *[other] { $days } дн.
    }
alerts-button-urgent = ❗ { $title } · { $days ->
        [0] сегодня
       *[other] { $days } дн.
    }
alerts-back = ‹ Входящие
alerts-open-inbox = Открыть входящие
alerts-snooze = Отложить на день
alerts-acknowledge = Принято к сведению
alerts-waits = 🔔 { $days ->
        [0] Новое сегодня
        [one] Ждёт { $days } день
        [few] Ждёт { $days } дня
       *[many] Ждёт { $days } дней
    }
alerts-climbed = Передано руководителю: куратор не ответил.
alerts-climbed-out = Передано выше: в школе не ответили вовремя.
alerts-is-snoozed = Отложено на день.
alerts-snoozed = Отложено: напомним { $until }.
alerts-acknowledged = Принято к сведению, вопрос закрыт.
alerts-settled-already = Этот вопрос уже решён.
alerts-nobody-named = участник программы
alerts-plain-card = <b>{ $title }</b>
    О ком: { $about }

alerts-kind-application-waiting = Анкета ждёт решения
alerts-kind-pair-declined = Пара не сложилась
alerts-kind-mentee-unpaired = Долго без наставника
alerts-kind-low-answer = Низкая оценка
alerts-kind-another-mentor-wanted = Хочет другого наставника
alerts-kind-meeting-disputed = Расходятся сведения о встрече
alerts-kind-meeting-silent = Никто не сказал, была ли встреча
alerts-kind-meetings-missed = Встречи срываются
alerts-kind-first-meeting-late = Нет первой встречи
alerts-kind-rhythm-broken = Давно не встречались
alerts-kind-final-meeting-missing = Нет итоговой встречи
alerts-kind-trial-doubt = Сомнения после пробной встречи
alerts-kind-task-overdue = Просрочена договорённость
alerts-kind-help-unanswered = Просьба о помощи без ответа
alerts-kind-mentor-over-capacity = Наставник перегружен
alerts-kind-never-opened = Так и не открыл(а) бота
alerts-kind-duty-overdue = Просрочено по дорожной карте
alerts-kind-plan-next-year = Пора готовить план на следующий год
alerts-kind-responsible-unknown = Неясно, кто ответственный
alerts-kind-duty-near = Скоро срок по дорожной карте
alerts-kind-revision-needed = Показатель не достигнут
alerts-kind-act-unread = Не все ознакомлены с документом
alerts-kind-consent-withdrawn = Согласие отозвано
alerts-kind-consent-refused = Не дано согласие
alerts-kind-consent-unanswered = Нет ответа о согласии
alerts-kind-original-missing = Нет подписанного оригинала
alerts-kind-rights-request = Запрос о персональных данных
alerts-kind-review-unanswered = Анкета не подтверждена
alerts-kind-person-left = Участник выбыл
alerts-kind-amendment-settled = Изменения в паре
alerts-kind-bot-blocked = Бот заблокирован
alerts-kind-undelivered = Сообщение не доставлено

alerts-card-blocked = <b>Бот заблокирован: { $name }</b>
    Сообщения и напоминания не доходят. Свяжитесь с человеком лично. Когда бот снова откроют, вопрос закроется сам.
alerts-card-undelivered = <b>Сообщение не доставлено: { $name }</b>
    Telegram его не принял, повторять бесполезно. Передайте главное лично и сообщите тому, кто обслуживает бота.

alerts-digest-title = { $total ->
        [one] <b>Сводка на неделю: { $total } вопрос ждёт решения</b>
        [few] <b>Сводка на неделю: { $total } вопроса ждут решения</b>
       *[many] <b>Сводка на неделю: { $total } вопросов ждут решения</b>
    }
alerts-digest-line = • { $title }: { $count } (самый давний — { $days ->
        [0] с сегодняшнего дня
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    })
