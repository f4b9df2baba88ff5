# Напоминания о встречах, файлы для календаря и личный адрес календаря.
# keys: calendar-before-*, calendar-file-*, calendar-mode-*

calendar-remind-soon = <b>Напоминаем: встреча в { $at }, до неё { $minutes } мин.</b>
calendar-remind-today = <b>Напоминаем: сегодня в { $at } у вас встреча.</b>
calendar-remind-tomorrow = <b>Напоминаем: завтра в { $at } у вас встреча.</b>
calendar-remind = <b>Напоминаем: { $when } у вас встреча.</b>

calendar-settings =
    <b>Напоминания и календарь</b>
    Всё это касается только вас: другие участники ваших настроек не видят.
calendar-settings-short = 🔔 Напоминания и календарь
calendar-reminders = 🔔 Напоминаем до встречи: { $when }. Время — по вашему часовому поясу; тихие часы и уроки не тревожим.
calendar-reminders-none = 🔕 О встречах не напоминаем. Чтобы включить, выберите, за сколько напоминать.
calendar-before-10080 = за неделю
calendar-before-2880 = за 2 дня
calendar-before-1440 = за день
calendar-before-180 = за 3 часа
calendar-before-60 = за час
calendar-before-15 = за 15 минут
calendar-chosen = ✅ { $words }
calendar-files-are-on = 📅 К каждой подтверждённой встрече присылаем файл: откройте его, и встреча появится в вашем календаре.
calendar-files-are-off = 📅 Файлы для календаря не присылаем. Файл одной встречи можно взять в её карточке.
calendar-files-on = Присылать файлы
calendar-files-off = Не присылать файлы
calendar-zone = 🌍 Часы: { $zone }
calendar-zone-school = как у школы
calendar-ask-zone =
    <b>По каким часам вы живёте?</b>
    По ним бот показывает время, напоминает и молчит ночью. Другие участники видят время по своим.
calendar-feed-is-off = 🔗 Личный адрес календаря выключен. По нему Google, Яндекс, Apple и Outlook сами обновляют ваши встречи.
calendar-feed-is-on = 🔗 Личный адрес календаря включён. Он показан один раз, в отдельном сообщении выше. Если адрес потерялся или попал к посторонним, создайте новый: старый сразу перестанет работать.
calendar-feed-without-web = 🔗 Личного адреса календаря здесь нет: бот не подключён к интернету своим адресом. Пользуйтесь файлами — они приходят и при переносе, и при отмене.
calendar-feed-on = Включить адрес календаря
calendar-feed-renew = Создать новый адрес
calendar-feed-off = Выключить адрес
calendar-feed-renew-sure = Создать новый адрес? Старый сразу перестанет работать: в календаре его нужно будет заменить.
calendar-feed-renew-yes = Да, создать новый
calendar-feed-address =
    <b>Адрес вашего календаря</b>
    <code>{ $url }</code>

    Нажмите на адрес, чтобы скопировать, и добавьте его в календарь как подписку: «Добавить по URL» или «Подписаться». Кто знает адрес, видит ваши встречи, поэтому никому его не передавайте. Показываем его один раз — сохраните это сообщение.
calendar-feed-name = Наставничество: мои встречи

calendar-file-coming = Файл сейчас придёт отдельным сообщением.
calendar-file-confirmed = <b>Файл для вашего календаря.</b> Откройте его — встреча добавится или обновится.
calendar-file-several = <b>Файл для вашего календаря.</b> Откройте его — встречи добавятся или обновятся.
calendar-file-proposed = <b>Файл для вашего календаря.</b> Время изменилось и ещё не подтверждено; откройте файл, чтобы обновить запись.
calendar-file-cancelled = <b>Файл для вашего календаря.</b> Откройте его, чтобы убрать отменённое. Если запись осталась, удалите её сами.
calendar-file-more = и ещё { $count }
calendar-event = { $what } · { $who }
calendar-event-proposed = Предложено: { $event }
calendar-speed = Блиц-наставничество: { $topic }
calendar-mode-in-person = Очно
calendar-mode-online = Онлайн
calendar-mode-mixed = Очно и онлайн
calendar-talk-before = Разговор до урока: { $at }
calendar-talk-after = Разговор после урока: { $at }
calendar-not-confirmed = Ещё не подтверждено.
