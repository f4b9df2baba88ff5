# Планны файлдан уку: файл ни өчен укылмаган, укылганда нәрсәгә игътибар итәргә.
# keys: plan-problem-*
# keys: deadline-doubt-*

error-plan-refused = Бу файлны укып булмады.
error-plan-file-empty = Файл буш. Кирәкле файлны җибәрдегезме, тикшерегез.
error-plan-file-too-large = Файл артык зур: { $size } МБ, ә чик — { $limit } МБ. Рәсемнәрне алып ташлагыз яки планны гына калдырыгыз.
error-plan-format-unknown = { $extension } файлларын мин укымыйм. Планны .docx, .xlsx, .csv яки .txt итеп саклагыз.
error-plan-format-old = Мондый форматны мин укымыйм. Файлны ачып, { $save_as } итеп саклагыз.
error-plan-file-locked = Файл серсүз белән сакланган. Серсүзне алып, файлны яңадан җибәрегез.
error-plan-file-macros = Файлда макрослар бар, мондый файлларны мин ачмыйм. Аны макросларсыз { $save_as } итеп саклагыз.
error-plan-file-other-kind =
    { $found ->
        [BIN] Бу { $extension } файлы эчендә текст түгел. Планны редакторда ачып, .docx итеп саклагыз.
        [TXT] Файлның исеме { $extension }, ләкин эчендә башка формат. Планны редакторда ачып, { $extension } итеп саклагыз.
       *[other] Файлның исеме { $extension }, ә эчендә — { $found }. Планны редакторда ачып, .docx итеп саклагыз.
    }
error-plan-file-damaged = { $extension } файлы бозылган яки тулысынча йөкләнмәгән. Аны ачып, яңадан саклагыз һәм тагын бер тапкыр җибәрегез.
error-plan-file-bomb = Файл гадәти түгел: ачкач, ул артык зур була (чик — { $limit } МБ). Планны яңа документка күчереп җибәрегез.
error-plan-too-long =
    { $what ->
        [columns] Таблицада баганалар артык күп: { $limit } баганага кадәр укыйм. План баганаларын гына калдырыгыз.
        [sheets] Файлда битләр артык күп: { $limit } биткә кадәр укыйм. План булган битләрне генә калдырыгыз.
       *[rows] Файлда юллар артык күп: { $limit } юлга кадәр укыйм. Файлда планны гына калдырыгыз.
    }
error-plan-not-found =
    { $recognised ->
        [heads] Багана исемнәрен күрәм ({ $heads }), ләкин таблица юлларын торгызып булмый: текст PDF'тан күчерелгән, ахры. .docx яки .xlsx төп документын җибәрегез.
        [tables] План күрмим. Файлда таблицалар: { $tables }, сроклы юллар: { $deadlines }, ләкин алар арасында чаралар һәм сроклар таблицасы юк. Багана исемнәрен тикшерегез: ким дигәндә «Мероприятие» һәм «Срок» кирәк.
        [lines] План күрмим: файлда текст юллары — { $lines }, сроклылары — { $deadlines }, ләкин таблица юк. Планны «Мероприятие», «Срок», «Ответственный» баганалары булган таблица итеп рәсмиләштерегез.
       *[nothing] Файлда текст юк. Әгәр бу скан булса, .docx яки .xlsx төп документын җибәрегез.
    }

plan-problem-hidden-sheet = «{ $name }» яшерен бите укылмады.
plan-problem-signs-lost = Файлда { $count } билгене укып булмады.
plan-problem-year-of-order = Исемдә уку елы юк. Боерык көне буенча бу { $year } дип исәплим.
plan-problem-year-of-dates = Исемдә уку елы юк. Пландагы көннәр буенча бу { $year } дип исәплим.
plan-problem-year-of-today = Документта уку елы юк. Бу { $year } дип исәплим; алай булмаса, елны күрсәтегез.
plan-problem-ambiguous-years = Исемдәге { $first }–{ $last } еллары ике календарь елы дип укылды. Бер уку елы булса, аны күрсәтегез.
plan-problem-unfilled-year = Исемдә план елы тутырылмаган.
plan-problem-several-tables = Файлда план булган берничә таблица бар ({ $count }), мин аларны берләштердем.
plan-problem-rows-joined = { $count } юл бит ахырында өзелгән иде, мин аны алдагысы белән тоташтырдым.
plan-problem-columns-left-out = Бу баганалар укылмады: { $heads }.
plan-problem-empty-section = «{ $title }» юлыннан соң чаралар юк. Әгәр бу чара булса, аны кулдан өстәгез.
plan-problem-rows-not-understood = { $count } юлда срок аңлашылмады, аны төгәлләштерергә кирәк.
plan-problem-read-from-list = Файлда таблица юк, план исемлектән укылды. Юлларны тикшерегез, алар { $count }.

deadline-doubt-shared-deadline = Күзәнәктәге барлык чараларга ({ $count }) бер срок.
deadline-doubt-paired-by-order = Сроклар һәм чаралар тәртибе буенча тиңләштерелде, документ белән чагыштырыгыз.
deadline-doubt-shared-responsible = Төрле чаралар өчен җаваплылар бер күзәнәктә, аларны аерыгыз.
deadline-doubt-repeated-number = { $number } номеры берничә чарада кабатлана.
deadline-doubt-number-was-date = { $number } номеры таблицада датага әйләнгән иде, мин аны кайтардым.
deadline-doubt-deadline-from-above = Срок күзәнәге буш, өстәге юлның срогы алынды.
deadline-doubt-responsible-from-above = Җаваплы кеше күзәнәге буш, өстәге юлдагысы алынды.
deadline-doubt-no-responsible = Җаваплы кеше күрсәтелмәгән.
deadline-doubt-month-from-heading = Ай «{ $month }» исеменнән алынды.
deadline-doubt-formula-without-value = Күзәнәктә кыйммәтсез формула.
deadline-doubt-cell-clipped = Күзәнәк тексты артык озын, ахыры төшереп калдырылды.

plan-cli = юл картасы: планны файлдан уку
plan-cli-import = планны укып, каралама итеп саклау
plan-cli-file = .docx, .xlsx, .csv яки .txt файлы
plan-cli-organization = план кайсы оешманыкы, аның номеры (organizations карагыз)
plan-cli-dry-run = күрсәтергә генә, бернәрсә дә сакламаска
plan-cli-organization-missing = Оешманы күрсәтегез: --organization ID. Планның ничек аңлашылганын гына карар өчен --dry-run өстәгез.
plan-cli-organization-wrong = { $value } номерлы оешма юк.
plan-cli-file-wrong = { $file } файлы ачылмый: { $reason }
plan-cli-stored = План каралама итеп сакланды, аның номеры { $id }.
plan-cli-about = Уку елы: { $year }. Юллар: { $count }.
plan-cli-doubtful = Бу юлларны тикшерегез ({ $count }):
plan-cli-clear = Калган юллар ({ $count }):
plan-cli-row = { $no } · { $activity } · «{ $deadline }» → { $reading } · { $responsible }
plan-cli-warning = { "    " }Игътибар. { $warning }
