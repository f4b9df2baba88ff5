# Настройки организации и её партнёры.
# keys: setting-name-*
# keys: setting-ask-*
# keys: zone-*
# keys: audit-act-*

menu-settings = ⚙️ Настройки
settings-title =
    <b>Настройки</b>
    { $organization }
    Нажмите на настройку, чтобы посмотреть и изменить её. Каждое изменение записывается в журнал.
settings-partners = 🤝 Партнёры
settings-elsewhere = Другая организация: { $organization }
setting-line = { $name }: { $value }
setting-one =
    <b>{ $name }</b>
    { $organization }
    Сейчас: { $value }
setting-changed = ✅ Сохранено.
setting-yes = да
setting-no = нет
setting-empty = не указано
setting-clear = Убрать
setting-chosen = ● { $value }
setting-hours = с { $since }:00 до { $until }:00
setting-no-quiet = без тихих часов
error-tax-number-wrong = Это не похоже на ИНН: проверьте цифры. У организации их 10, у предпринимателя 12.
error-state-number-wrong = Это не похоже на ОГРН: проверьте цифры. У организации их 13, у предпринимателя 15.
error-hours-wrong = Напишите два часа через дефис, например: 20-8
error-hour-wrong = Напишите час числом от 0 до 23, например: 8
error-day-wrong = Напишите день и месяц через точку, например: 31.05

setting-name-address = Адрес
setting-name-tax_number = ИНН
setting-name-state_number = ОГРН
setting-name-timezone = Часовой пояс
setting-name-head_approves = Анкеты утверждает руководитель
setting-name-files_in_chat = Документы с данными через чат
setting-name-quiet_hours = Тихие часы
setting-name-application_wait_days = Анкета ждёт, дней
setting-name-unpaired_wait_days = Ждёт наставника, дней
setting-name-original_wait_days = Ждём оригинал согласия, дней
setting-name-low_answer_threshold = Низкая оценка — не выше
setting-name-alert_escalation_days = Сигнал идёт выше через, дней
setting-name-duty_near_days = Напомнить о сроке за, дней
setting-name-first_meeting_days = Первая встреча — не позже, дней
setting-name-meeting_rhythm_days = Встречи не реже, дней
setting-name-silence_days = Исход встречи не отмечен, дней
setting-name-missed_in_a_row = Сорвалось встреч подряд
setting-name-help_wait_hours = Просьба о помощи ждёт, часов
setting-name-final_meeting_days = Итоговая встреча: сигнал за, дней
setting-name-task_overdue_days = Договорённость просрочена, дней
setting-name-never_opened_days = Личную ссылку не открыли, дней
setting-name-digest_weekday = День недельной сводки
setting-name-digest_hour = Час недельной сводки
setting-name-review_month = Месяц обновления анкет
setting-name-year_end = Конец учебного года

setting-ask-address = Адрес стоит в документах для подписи. Напишите его сообщением.
setting-ask-tax_number = ИНН стоит в согласиях на публикацию. Напишите 10 цифр (у предпринимателя 12).
setting-ask-state_number = ОГРН стоит в согласиях на публикацию. Напишите 13 цифр (у предпринимателя 15).
setting-ask-timezone = По этому времени считаются сроки и тихие часы организации.
setting-ask-head_approves = Если «да», куратор передаёт одобренную им анкету руководителю, и решает руководитель. Менять может только руководитель.
setting-ask-files_in_chat = Если «нет», документы с полными данными не уходят через Telegram: их готовят на сервере.
setting-ask-quiet_hours = В эти часы бот не пишет о том, что не срочно. Выберите или напишите, с какого часа и до какого: 20-8
setting-ask-application_wait_days = Через столько дней бот напомнит куратору об анкете, по которой нет решения. Выберите или напишите число.
setting-ask-unpaired_wait_days = Через столько дней без пары о наставляемом придёт сигнал. Выберите или напишите число.
setting-ask-original_wait_days = Через столько дней после согласия в боте напомним о подписанном оригинале. Выберите или напишите число.
setting-ask-low_answer_threshold = Ответ не выше этого числа считается тревожным: куратор получит сигнал. Выберите или напишите число.
setting-ask-alert_escalation_days = Через столько дней без ответа сигнал поднимется на ступень выше. Выберите или напишите число.
setting-ask-duty_near_days = За столько дней до срока в дорожной карте ответственный получит напоминание. Выберите или напишите число.
setting-ask-first_meeting_days = Если за столько дней после приказа (без приказа — после начала пары) пара не встретилась, куратор получит сигнал. Выберите или напишите число.
setting-ask-meeting_rhythm_days = Если пара не встречалась дольше, куратор получит сигнал. Каникулы от недели не считаются. Для отдельной пары можно задать свой срок. Выберите или напишите число.
setting-ask-silence_days = Если через столько дней после встречи никто не сказал, состоялась ли она, куратор получит сигнал. Выберите или напишите число.
setting-ask-missed_in_a_row = Если подряд не состоялось столько встреч, куратор получит сигнал. Выберите или напишите число.
setting-ask-help_wait_hours = Если за столько часов на просьбу о помощи никто не ответил, куратор получит сигнал. Выберите или напишите число.
setting-ask-final_meeting_days = Если до конца срока пары осталось столько дней, а итоговой встречи нет, куратор получит сигнал. Выберите или напишите число.
setting-ask-task_overdue_days = Если договорённость не выполнена через столько дней после срока, куратор получит сигнал. Выберите или напишите число.
setting-ask-never_opened_days = Если за столько дней человек не открыл личную ссылку, куратор получит сигнал. Выберите или напишите число.
setting-ask-digest_weekday = В этот день недели кураторы получают сводку открытых сигналов.
setting-ask-digest_hour = В этот час по местному времени приходит сводка. Выберите или напишите час от 0 до 23.
setting-ask-review_month = В этом месяце всех участников просят подтвердить или обновить анкету.
setting-ask-year_end = До этого дня считается учебный год. Выберите или напишите день и месяц: 31.05

zone-kaliningrad = Калининград (МСК−1)
zone-moscow = Москва (МСК)
zone-samara = Самара (МСК+1)
zone-yekaterinburg = Екатеринбург (МСК+2)
zone-omsk = Омск (МСК+3)
zone-krasnoyarsk = Красноярск (МСК+4)
zone-irkutsk = Иркутск (МСК+5)
zone-yakutsk = Якутск (МСК+6)
zone-vladivostok = Владивосток (МСК+7)
zone-magadan = Магадан (МСК+8)
zone-kamchatka = Камчатка (МСК+9)

audit-act-setting-address = изменил(а) настройку: адрес
audit-act-setting-tax_number = изменил(а) настройку: ИНН
audit-act-setting-state_number = изменил(а) настройку: ОГРН
audit-act-setting-timezone = изменил(а) настройку: часовой пояс
audit-act-setting-head_approves = изменил(а) настройку: анкеты утверждает руководитель
audit-act-setting-files_in_chat = изменил(а) настройку: документы с данными через чат
audit-act-setting-quiet_hours = изменил(а) настройку: тихие часы
audit-act-setting-application_wait_days = изменил(а) настройку: анкета ждёт, дней
audit-act-setting-unpaired_wait_days = изменил(а) настройку: ждёт наставника, дней
audit-act-setting-original_wait_days = изменил(а) настройку: ждём оригинал согласия, дней
audit-act-setting-low_answer_threshold = изменил(а) настройку: низкая оценка — не выше
audit-act-setting-alert_escalation_days = изменил(а) настройку: сигнал идёт выше через, дней
audit-act-setting-duty_near_days = изменил(а) настройку: напомнить о сроке за, дней
audit-act-setting-first_meeting_days = изменил(а) настройку: первая встреча — не позже, дней
audit-act-setting-meeting_rhythm_days = изменил(а) настройку: встречи не реже, дней
audit-act-setting-silence_days = изменил(а) настройку: исход встречи не отмечен, дней
audit-act-setting-missed_in_a_row = изменил(а) настройку: сорвалось встреч подряд
audit-act-setting-help_wait_hours = изменил(а) настройку: просьба о помощи ждёт, часов
audit-act-setting-final_meeting_days = изменил(а) настройку: итоговая встреча: сигнал за, дней
audit-act-setting-task_overdue_days = изменил(а) настройку: договорённость просрочена, дней
audit-act-setting-never_opened_days = изменил(а) настройку: личную ссылку не открыли, дней
audit-act-setting-digest_weekday = изменил(а) настройку: день недельной сводки
audit-act-setting-digest_hour = изменил(а) настройку: час недельной сводки
audit-act-setting-review_month = изменил(а) настройку: месяц обновления анкет
audit-act-setting-year_end = изменил(а) настройку: конец учебного года

partners-title =
    <b>Партнёры</b>
    { $organization }
    Сотрудники партнёра могут быть наставниками и кураторами вашей организации.
partners-none =
    <b>Партнёры</b>
    { $organization }
    Пока ни одного. Партнёр — вуз, колледж, предприятие или другая организация, сотрудники которой будут наставниками или кураторами.
partner-line = { $name } · участников: { $people }
partner-add = ➕ Добавить партнёра
partner-ask-name = Напишите название организации-партнёра (не длиннее { $limit } знаков). Его увидят ваши кураторы и руководитель.
partner-card =
    🤝 <b>{ $name }</b>
    Партнёр: { $organization }
    Участвуют: { $people }
partner-agreement = Соглашение № { $number } от { $date } — в реестре локальных актов.
partner-no-agreement = Соглашение ещё не записано. Возьмите бланк, подпишите его на бумаге и запишите номер и дату.
partner-hint = Наставника или куратора от партнёра приглашайте в разделе «Пригласить коллег» → «Ещё одна ссылка». Ссылка ниже — для куратора внутри самого партнёра.
partner-links = 🔗 Ссылка для куратора партнёра
partner-links-title = Ссылка: <b>{ $name }</b>
partner-made = ✅ Партнёр добавлен: <b>{ $name }</b>
partner-link = Для куратора партнёра: { $url }
    На одного человека, 30 дней. Кто по ней войдёт, сразу получит эту роль.
partner-link-held = У партнёра уже есть куратор. Ссылка появится здесь, когда прежний перестанет им быть.
partner-to-card = Открыть карточку партнёра
partner-agreement-blank = 📄 Бланк соглашения (.docx)
partner-agreement-record = ✍️ Записать подписанное соглашение
partner-ask-number = { $name }: напишите номер подписанного соглашения. Он появится в реестре локальных актов.
partner-ask-date = От какого числа соглашение? Например: 01.09.2026
agreement-register-title = Соглашение с партнёром: { $name }
agreement-title = Соглашение о сотрудничестве в программе наставничества
agreement-place-and-date = Место заключения: ____________________    Дата: «____» ____________ 20___
agreement-subject = 1. { $organization } (далее — Организация) и { $partner } (далее — Партнёр) вместе ведут программу наставничества: сотрудники Партнёра становятся наставниками или кураторами в Организации.
agreement-partner-duties = 2. Партнёр называет сотрудников, которые дали на это письменное согласие, и даёт им время для встреч с наставляемыми.
agreement-school-duties = 3. Организация закрепляет наставников приказом, знакомит их с положением о наставничестве, назначает куратора и помогает проводить встречи.
agreement-consents = 4. Персональные данные участников стороны получают только с их согласия, используют только для программы и не передают другим.
agreement-free = 5. Соглашение не предусматривает взаимных платежей. Поощрение наставников стороны определяют своими актами.
agreement-term = 6. Соглашение действует до ____________________ и может быть прекращено любой стороной с уведомлением за 30 дней. Начатые программы завершаются или передаются другому наставнику.
agreement-organization = Организация
agreement-address = Адрес
agreement-tax-number = ИНН
agreement-state-number = ОГРН
agreement-partner = Партнёр
agreement-partner-address = Адрес партнёра
agreement-partner-numbers = ИНН и ОГРН партнёра
agreement-mentors = Наставники от партнёра
agreement-sign-organization = Организация
agreement-sign-partner = Партнёр
agreement-file = soglashenie
agreement-caption = Бланк соглашения. Проверьте его с юристом, подпишите на бумаге и запишите номер и дату в карточке партнёра.
