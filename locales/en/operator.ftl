# What whoever runs the system sees: the command line, settings, messages to administrators.
# keys: operator-check-*

operator-cli = The bot of a mentoring programme
operator-cli-run = run the bot (needs BOT_TOKEN)
operator-cli-sandbox = the bot and a sandbox with a demonstration school in the browser
operator-cli-port = port of the chat page
operator-cli-empty = without the demonstration school
operator-cli-school = make a school and get the links for its curator and its head
operator-cli-school-name = name of the school as in its charter
operator-cli-school-address = address of the school
operator-cli-municipality = make a municipality and get the link for its coordinator
operator-cli-municipality-name = name of the municipality or its education office
operator-cli-region = make a region and get the link for its operator
operator-cli-region-name = name of the region
operator-cli-under = number of the organisation that the new one stands under (see organizations)
operator-cli-organizations = list all organisations with their numbers
operator-cli-check = check settings, database and the connection to Telegram

operator-no-token = BOT_TOKEN is not set. Get a token from @BotFather and put it into the file .env. Without a token the sandbox works: python -m bot sandbox
operator-token-refused = Telegram does not accept this token. Check that it was copied whole and has not been revoked at @BotFather.
operator-bot-token-wrong = A token looks like “123456789:AAE…”. Copy it whole from the message of @BotFather.
operator-admin-ids-wrong = Numbers separated by commas are needed, for example 123456789,987654321.
operator-address-wrong = A full address beginning with http:// or https:// is needed, and “{ $value }” was given.
operator-timezone-wrong = There is no time zone “{ $value }”. Example: Europe/Moscow.
operator-database-url-wrong = Addresses understood: sqlite+aiosqlite:///path and postgresql+asyncpg://user:password@server/database.
operator-webhook-secret-missing = With WEBHOOK_URL a WEBHOOK_SECRET is needed: 16–256 Latin letters, digits, “_” and “-”. Without it the bot would accept messages from anybody.
operator-names-wrong = Choose one of: { $values }.
operator-number-wrong = A whole number from { $minimum } to { $maximum } is needed.
operator-proxy-url-wrong = The address of a proxy with its port is needed: http://, socks4:// or socks5://, for example socks5://proxy.example:1080.
operator-redis-url-wrong = Addresses understood: redis://server:port/number, rediss://server:port/number and unix:///path.
operator-env-not-utf8 = The file is not saved as UTF-8. Open it in an editor and save it in that encoding.
operator-setting-wrong = The value does not fit: { $reason }

operator-sandbox-ready =
    The sandbox is running. Open in a browser: { $address }
    The school and its people are invented, no message leaves this machine. Stop with Ctrl+C.
operator-port-taken = Port { $port } is taken. Choose another: python -m bot sandbox --port 8090
operator-school-made = School made: { $name }
operator-school-name-wrong = A name of at most { $limit } characters is needed, and an address of at most 500.
operator-link-curator = Link for the curator (one place): { $url }
operator-link-head = Link for the head (one place): { $url }
operator-link-coordinator = Link for the municipal coordinator (one place): { $url }
operator-link-operator = Link for the regional operator (one place): { $url }
operator-municipality-made = Municipality made: { $name }
operator-region-made = Region made: { $name }
operator-organization-id = Number of the organisation: { $id }
operator-kind-school = school
operator-kind-municipality = municipality
operator-kind-region = region
operator-kind-partner = partner
operator-organization = { $indent }{ $id }  { $kind }: { $name } (people: { $people })
operator-organizations-none = There are no organisations yet. Make the first one: python -m bot school "Name"

operator-check-settings = Settings, content and texts are in order.
operator-check-database = The database answers.
operator-check-database-bad = The database does not answer or is not made yet ({ $reason }).
operator-check-outbox = Messages: waiting { $waiting }, not delivered { $dead }, fate unknown { $unknown }.
operator-check-halted = Sending is halted ({ $reason }). Mend the cause and restart the bot: sending goes on then.
operator-check-no-token = BOT_TOKEN is not set: only the sandbox works.
operator-check-api = Telegram answers, the bot is @{ $name }.
operator-check-api-bad = Telegram does not answer ({ $reason }).

operator-incident = ⚠️ A message could not be handled, code { $code }. The log tells more under this code.
operator-dead-letter = ⚠️ Message No. { $id } ({ $kind }) was not delivered: Telegram rejected it. The log tells why.

sandbox-title = Mentoring programme
sandbox-note = Demonstration: the school, its people and events are invented. Time begins at ten in the morning of a working day and runs with your clock; the buttons make it pass faster.
sandbox-link-mentee = Invitation for mentees
sandbox-link-mentor = Invitation for mentors
sandbox-link-hint = Open it as a new person and go the whole way: consent, application, the curator's decision.
sandbox-link-parent = Link for a pupil’s parent
sandbox-link-parent-hint = Open it as a new person: the consent for the child, the application; from 14 the pupil agrees, too.
sandbox-channel = Young teachers' club (demonstration)
sandbox-channel-post = <b>Welcome!</b> This is the demonstration channel of a young teachers' club. Announcements of club meetings and news of the programme appear here.
