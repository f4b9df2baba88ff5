# /mydata: что хранится о человеке; отзыв согласия.
# keys: privacy-membership-*
# keys: privacy-consent-*
# keys: privacy-application-*
# keys: privacy-pair-*
# keys: privacy-meeting-*
# keys: privacy-duty-*

menu-mydata = 🔒 Мои данные

privacy-head = <b>Что о вас хранится</b>
privacy-section =
    <b>{ $title }</b>
    { $lines }
privacy-more-lines = … и ещё строк: { $count } — они в файле
privacy-all-shown = <i>Здесь показано всё. То же самое можно скачать файлом.</i>
privacy-rest-in-file = <i>Здесь — главное. Полностью всё, что хранится, — в файле.</i>
privacy-download = Скачать файлом
privacy-withdraw = Отозвать согласие
privacy-file = Всё, что о вас хранится. Файл видите только вы.
privacy-file-head = Сведения, которые бот программы наставничества хранит о вас. Составлено: { $at }

privacy-section-person = О вас
privacy-section-participations = Участие
privacy-section-consents = Согласия
privacy-section-profile = Профиль
privacy-section-applications = Анкеты при вступлении
privacy-section-pairs = Наставнические пары
privacy-section-meetings = Встречи
privacy-section-feedback = Ваши ответы после встреч (наставник их не видит)
privacy-section-duties = Дела дорожной карты
privacy-section-readings = Документы на ознакомление
privacy-section-service = Служебные записи

privacy-none = не указано
privacy-name = Имя: { $name }
privacy-chat = Номер чата в Telegram: { $chat }
privacy-language = Язык: { $language }
privacy-timezone = Часовой пояс: { $timezone }
privacy-timezone-school = как у школы
privacy-known-since = Первое обращение к боту: { $at }
privacy-blocked = Бот заблокирован вами: { $at }

privacy-participation = { $organization }: { $role }, { $status }, номер { $code }
privacy-membership-invited = приглашение принято, анкета не отправлена
privacy-membership-applied = анкета ждёт решения
privacy-membership-returned = анкета возвращена на доработку
privacy-membership-active = участвует
privacy-membership-paused = участие приостановлено
privacy-membership-left = участие завершено

privacy-consent = { $organization }: согласие на обработку персональных данных, редакция { $version } — { $status }, { $at }
privacy-consent-asked = ждёт вашего ответа
privacy-consent-given = дано
privacy-consent-refused = вы отказались
privacy-consent-withdrawn = отозвано

privacy-application = Анкета ({ $role }): { $status }, начата { $at }
privacy-application-draft = заполняется
privacy-application-submitted = отправлена
privacy-application-returned = возвращена
privacy-application-approved = одобрена
privacy-application-withdrawn = отозвана
privacy-answer = • { $question } — { $answer }
privacy-return-reason = • Почему возвращена: { $reason }

privacy-pair = Вы — { $role }; { $partner }; { $status }, { $at }
privacy-partner-hidden = имя не раскрывается, пока пара не начала работу
privacy-pair-proposed = предложена
privacy-pair-declined = не состоялась
privacy-pair-active = работает
privacy-pair-closed = закрыта

privacy-meetings-count = Всего: { $count }
privacy-next-meeting = Ближайшая: { $at }
privacy-meeting = { $at } — { $kind }, { $status }; место: { $place }
privacy-meeting-proposed = предложена
privacy-meeting-confirmed = подтверждена
privacy-meeting-declined = отклонена
privacy-meeting-cancelled = отменена
privacy-meeting-moved = перенесена
privacy-meeting-held = состоялась
privacy-meeting-not-held = не состоялась
privacy-meeting-disputed = ответы сторон расходятся
privacy-said-held = (вы ответили: состоялась)
privacy-said-not-held = (вы ответили: не состоялась)
privacy-feedback = О встрече { $at }:

privacy-duty = { $activity } — до { $due }, { $status }
privacy-duty-upcoming = впереди
privacy-duty-open = в работе
privacy-duty-done = выполнено
privacy-duty-overdue = просрочено
privacy-duty-done-late = выполнено с опозданием
privacy-duty-waived = снято с контроля
privacy-duty-comment = Ваш комментарий, { $at }: { $comment }
privacy-duty-file = Ваш файл, { $at }: { $name }
privacy-duty-reason = Ваше объяснение, почему срок перенесён или дело снято ({ $about }): { $reason }
privacy-plan-reason = Ваше объяснение, почему возвращён план ({ $about }): { $reason }
privacy-named = { $organization }, план «{ $plan }»: вы названы ответственным лицом — { $activity }
privacy-meant = { $organization }: словами «{ $phrase }» в планах обозначены вы
privacy-reading = { $kind } № { $number } от { $day }, { $organization } — ознакомлены: { $at }
privacy-reading-open = { $kind } № { $number } от { $day }, { $organization } — ещё не ознакомлены

privacy-notifications = Сообщений бота вам: { $total }, ещё не отправлено: { $waiting }
privacy-acts = Записей в журнале действий: { $total }, последние { $shown } — ниже (служебными словами)
privacy-update-numbers = Номера ваших сообщений боту за последние двое суток — без их текста
privacy-act-own = { $at } — вы: { $act }
privacy-act-others = { $at } — о вас: { $act }

privacy-explain-head =
    <b>Отзыв согласия</b>
    Организация: { $organizations }
privacy-explain-counts =
    Если вы отзовёте согласие, всё остановится сразу:
    • наставнические пары: { $pairs } — закроются;
    • назначенные встречи: { $meetings } — отменятся, вторая сторона узнает об отмене, но не о причине;
    • дела дорожной карты за вами: { $duties } — их передадут другим.
privacy-explain-erased = Тут же будут стёрты имя, анкета, профиль, ответы словами, комментарии и объяснения, имена файлов и номер чата. Куратор узнает об отзыве по номеру участника, без имени.
privacy-explain-stays = Останутся только числа для статистики и запись о самом отзыве — без данных о вас. На работу отзыв не влияет: участвовать можно и без бота, через куратора.
privacy-explain-file = <i>Вернуть стёртое будет нельзя. Если данные нужны вам, сначала скачайте файл.</i>
privacy-go-on = Понятно, продолжить
privacy-sure = <b>Отозвать согласие и стереть данные?</b> Отменить это будет нельзя.
privacy-withdraw-finally = Да, отозвать и стереть
privacy-keep = Нет, оставить как есть
privacy-withdrawn =
    Согласие отозвано: { $at }. Обработка прекращена, данные стёрты. Номер записи об отзыве: { $number }.

    Переписку в этом чате вы можете удалить сами. Если захотите вернуться, попросите у куратора новую ссылку.

privacy-meeting-cancelled-notice = Встреча { $at } отменена. Если у вас остались вопросы, обратитесь к куратору.
privacy-alert =
    <b>Отозвано согласие на обработку персональных данных</b>
    Участник: { $who }. Имя и анкета стёрты, участие завершено.
privacy-alert-pair = • Пара закрыта. Второй участник — { $role }: { $name }
privacy-alert-pair-waits = • Пара закрыта. { $name } ({ $role }) снова ждёт наставника
privacy-alert-meetings = • Отменено встреч: { $count }
privacy-alert-nothing-stopped = Действующих пар и назначенных встреч не было.
privacy-alert-duties = Дел дорожной карты перешло к кураторам: { $count }. Откройте их, чтобы взять на себя, перенести или снять.
privacy-alert-duty = Дело: { $activity }

error-nothing-to-withdraw = Действующего согласия нет, отзывать нечего.
