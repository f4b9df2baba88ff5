# Что видит тот, кто обслуживает систему: командная строка, настройки, сообщения администраторам.
# keys: operator-check-*

operator-cli = Бот программы наставничества
operator-cli-run = запустить бота (нужен BOT_TOKEN)
operator-cli-sandbox = бот и песочница с демонстрационной школой в браузере
operator-cli-port = порт страницы чата
operator-cli-empty = без демонстрационной школы
operator-cli-school = создать школу и получить ссылки для куратора и руководителя
operator-cli-school-name = название школы, как в уставе
operator-cli-school-address = адрес школы
operator-cli-municipality = создать муниципалитет и получить ссылку для координатора
operator-cli-municipality-name = название муниципалитета или отдела образования
operator-cli-region = создать регион и получить ссылку для оператора
operator-cli-region-name = название региона
operator-cli-under = номер организации, которой подчиняется новая (список: organizations)
operator-cli-organizations = показать все организации с номерами
operator-cli-check = проверить настройки, базу и связь с Telegram

operator-no-token = Не задан BOT_TOKEN. Получите токен у @BotFather и впишите его в файл .env. Без токена работает песочница: python -m bot sandbox
operator-token-refused = Telegram не принимает этот токен. Проверьте, целиком ли он скопирован и не отозван ли у @BotFather.
operator-bot-token-wrong = Токен выглядит как «123456789:AAE…». Скопируйте его целиком из сообщения @BotFather.
operator-admin-ids-wrong = Нужны числа через запятую, например 123456789,987654321.
operator-address-wrong = Нужен полный адрес, начинающийся с http:// или https://, а задано «{ $value }».
operator-timezone-wrong = Нет часового пояса «{ $value }». Пример: Europe/Moscow.
operator-database-url-wrong = Понимаю адреса sqlite+aiosqlite:///путь и postgresql+asyncpg://пользователь:пароль@сервер/база.
operator-webhook-secret-missing = При WEBHOOK_URL нужен WEBHOOK_SECRET: 16–256 латинских букв, цифр, «_» и «-». Без него бот принимал бы сообщения от кого угодно.
operator-names-wrong = Выберите одно из: { $values }.
operator-number-wrong = Нужно целое число от { $minimum } до { $maximum }.
operator-proxy-url-wrong = Нужен адрес прокси с портом: http://, socks4:// или socks5://, например socks5://proxy.example:1080.
operator-redis-url-wrong = Понимаю адреса redis://сервер:порт/номер, rediss://сервер:порт/номер и unix:///путь.
operator-env-not-utf8 = Файл сохранён не в UTF-8. Откройте его в редакторе и сохраните в кодировке UTF-8.
operator-setting-wrong = Значение не подходит: { $reason }

operator-sandbox-ready =
    Песочница работает. Откройте в браузере: { $address }
    Школа и люди в ней вымышлены, сообщения никуда не уходят. Остановить — Ctrl+C.
operator-port-taken = Порт { $port } занят. Выберите другой: python -m bot sandbox --port 8090
operator-school-made = Школа создана: { $name }
operator-school-name-wrong = Нужно название не длиннее { $limit } знаков и адрес не длиннее 500.
operator-link-curator = Ссылка для куратора (одно место): { $url }
operator-link-head = Ссылка для руководителя (одно место): { $url }
operator-link-coordinator = Ссылка для муниципального координатора (одно место): { $url }
operator-link-operator = Ссылка для регионального оператора (одно место): { $url }
operator-municipality-made = Муниципалитет создан: { $name }
operator-region-made = Регион создан: { $name }
operator-organization-id = Номер организации: { $id }
operator-kind-school = школа
operator-kind-municipality = муниципалитет
operator-kind-region = регион
operator-kind-partner = партнёр
operator-organization = { $indent }{ $id }  { $kind }: { $name } (участников: { $people })
operator-organizations-none = Организаций пока нет. Создайте первую: python -m bot school "Название"

operator-check-settings = Настройки, содержание и тексты в порядке.
operator-check-database = База данных отвечает.
operator-check-database-bad = База данных не отвечает или ещё не создана ({ $reason }).
operator-check-outbox = Сообщения: ждут { $waiting }, не доставлены { $dead }, судьба неизвестна { $unknown }.
operator-check-halted = Отправка сообщений остановлена ({ $reason }). Исправьте причину и перезапустите бота: отправка возобновится.
operator-check-no-token = BOT_TOKEN не задан: работает только песочница.
operator-check-api = Telegram отвечает, бот @{ $name }.
operator-check-api-bad = Telegram не отвечает ({ $reason }).

operator-incident = ⚠️ Сбой при обработке сообщения, код { $code }. Подробности — в журнале по этому коду.
operator-dead-letter = ⚠️ Сообщение № { $id } ({ $kind }) не доставлено: Telegram его отклонил. Причина — в журнале.

sandbox-title = Программа наставничества
sandbox-note = Демонстрация: школа, люди и события вымышлены. Время начинается с десяти утра рабочего дня и движется вместе с вашими часами; кнопками его можно ускорить.
sandbox-link-mentee = Приглашение для наставляемых
sandbox-link-mentor = Приглашение для наставников
sandbox-link-hint = Откройте как новый человек и пройдите весь путь: согласие, анкета, решение куратора.
sandbox-link-parent = Ссылка для родителя ученика
sandbox-link-parent-hint = Откройте как новый человек: согласие за ребёнка, анкета; ученику с 14 лет понадобится и своё согласие.
sandbox-channel = Клуб молодых педагогов (демонстрация)
sandbox-channel-post = <b>Добро пожаловать!</b> Это демонстрационный канал клуба молодых педагогов. Здесь бывают объявления о встречах клуба и новости программы.
