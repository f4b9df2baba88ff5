# Системаны йөртүче күрә торган текстлар: командалар, көйләүләр, администраторларга хәбәрләр.
# keys: operator-check-*

operator-cli = Остазлык программасы боты
operator-cli-run = ботны җибәрү (BOT_TOKEN кирәк)
operator-cli-sandbox = бот һәм браузерда күрсәтмә мәктәпле сынау мәйданы
operator-cli-port = чат битенең порты
operator-cli-empty = күрсәтмә мәктәптән башка
operator-cli-school = мәктәп булдыру, куратор һәм җитәкче өчен сылтамалар алу
operator-cli-school-name = мәктәпнең уставтагы исеме
operator-cli-school-address = мәктәп адресы
operator-cli-municipality = муниципалитет булдыру һәм координатор өчен сылтама алу
operator-cli-municipality-name = муниципалитет яки мәгариф бүлеге исеме
operator-cli-region = төбәк булдыру һәм оператор өчен сылтама алу
operator-cli-region-name = төбәк исеме
operator-cli-under = яңа оешма буйсына торган оешманың номеры (исемлек: organizations)
operator-cli-organizations = барлык оешмаларны номерлары белән күрсәтү
operator-cli-check = көйләүләрне, базаны һәм Telegram белән элемтәне тикшерү

operator-no-token = BOT_TOKEN бирелмәгән. @BotFather дан токен алып, .env файлына языгыз. Токенсыз сынау мәйданы эшли: python -m bot sandbox
operator-token-refused = Telegram бу токенны кабул итми. Тулысынча күчерелгәнме һәм @BotFather да кире алынмаганмы, тикшерегез.
operator-bot-token-wrong = Токен «123456789:AAE…» рәвешендә була. Аны @BotFather хәбәреннән тулысынча күчерегез.
operator-admin-ids-wrong = Өтер аша саннар кирәк, мәсәлән 123456789,987654321.
operator-address-wrong = http:// яки https:// белән башланган тулы адрес кирәк, ә «{ $value }» бирелгән.
operator-timezone-wrong = «{ $value }» сәгать поясы юк. Мисал: Europe/Moscow.
operator-database-url-wrong = sqlite+aiosqlite:///юл һәм postgresql+asyncpg://кулланучы:серсүз@сервер/база адресларын аңлыйм.
operator-webhook-secret-missing = WEBHOOK_URL белән WEBHOOK_SECRET кирәк: 16–256 латин хәрефе, сан, «_» һәм «-». Ансыз бот хәбәрләрне теләсә кемнән кабул итәр иде.
operator-names-wrong = Берсен сайлагыз: { $values }.
operator-number-wrong = { $minimum } белән { $maximum } арасындагы бөтен сан кирәк.
operator-proxy-url-wrong = Порты белән прокси адресы кирәк: http://, socks4:// яки socks5://, мәсәлән socks5://proxy.example:1080.
operator-redis-url-wrong = redis://сервер:порт/номер, rediss://сервер:порт/номер һәм unix:///юл адресларын аңлыйм.
operator-env-not-utf8 = Файл UTF-8 кодлавында сакланмаган. Аны редакторда ачып, UTF-8 кодлавында саклагыз.
operator-setting-wrong = Кыйммәт туры килми: { $reason }

operator-sandbox-ready =
    Сынау мәйданы эшли. Браузерда ачыгыз: { $address }
    Мәктәп һәм кешеләр уйлап чыгарылган, хәбәрләр беркая да китми. Туктату — Ctrl+C.
operator-port-taken = { $port } порты буш түгел. Башкасын сайлагыз: python -m bot sandbox --port 8090
operator-school-made = Мәктәп булдырылды: { $name }
operator-school-name-wrong = Исем { $limit } билгедән, адрес 500 билгедән артмаска тиеш, исем буш булмасын.
operator-link-curator = Куратор өчен сылтама (бер урын): { $url }
operator-link-head = Җитәкче өчен сылтама (бер урын): { $url }
operator-link-coordinator = Муниципаль координатор өчен сылтама (бер урын): { $url }
operator-link-operator = Төбәк операторы өчен сылтама (бер урын): { $url }
operator-municipality-made = Муниципалитет булдырылды: { $name }
operator-region-made = Төбәк булдырылды: { $name }
operator-organization-id = Оешма номеры: { $id }
operator-kind-school = мәктәп
operator-kind-municipality = муниципалитет
operator-kind-region = төбәк
operator-kind-partner = партнёр
operator-organization = { $indent }{ $id }  { $kind }: { $name } (катнашучылар: { $people })
operator-organizations-none = Оешмалар әлегә юк. Беренчесен булдырыгыз: python -m bot school "Исем"

operator-check-settings = Көйләүләр, эчтәлек һәм текстлар тәртиптә.
operator-check-database = База җавап бирә.
operator-check-database-bad = База җавап бирми яки әле булдырылмаган ({ $reason }).
operator-check-outbox = Хәбәрләр: көтәләр { $waiting }, барып җитмәде { $dead }, язмышы билгесез { $unknown }.
operator-check-halted = Хәбәрләр җибәрү туктатылган ({ $reason }). Сәбәбен төзәтеп, ботны яңадан җибәрегез: хәбәрләр тагын китә башлаячак.
operator-check-no-token = BOT_TOKEN бирелмәгән: сынау мәйданы гына эшли.
operator-check-api = Telegram җавап бирә, бот @{ $name }.
operator-check-api-bad = Telegram җавап бирми ({ $reason }).

operator-incident = ⚠️ Хәбәрне эшкәрткәндә хата, код { $code }. Тулырак — журналда шушы код буенча.
operator-dead-letter = ⚠️ { $id } номерлы хәбәр ({ $kind }) барып җитмәде: Telegram аны кире какты. Сәбәбе — журналда.

sandbox-title = Остазлык программасы
sandbox-note = Күрсәтмә: мәктәп, кешеләр һәм вакыйгалар уйлап чыгарылган. Вакыт эш көненең иртәнге уныннан башлана һәм сәгатегез белән бергә бара; төймәләр белән аны тизләтеп була.
sandbox-link-mentee = Остазланучылар өчен чакыру
sandbox-link-mentor = Остазлар өчен чакыру
sandbox-link-hint = Яңа кеше булып ачыгыз һәм бөтен юлны узыгыз: ризалык, анкета, куратор карары.
sandbox-link-parent = Укучының ата-анасы өчен сылтама
sandbox-link-parent-hint = Яңа кеше булып ачыгыз: бала өчен ризалык, анкета; 14 яшьтән укучының үз ризалыгы да кирәк.
sandbox-channel = Яшь педагоглар клубы (күрсәтмә)
sandbox-channel-post = <b>Рәхим итегез!</b> Бу — яшь педагоглар клубының күрсәтмә каналы. Монда клуб очрашулары турында игъланнар һәм программа яңалыклары була.
