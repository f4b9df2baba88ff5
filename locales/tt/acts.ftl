# Локаль актлар: реестр, мәҗбүри документлар, танышу битләре.
# keys: acts-audience-*

menu-acts = 📚 Локаль актлар
menu-acts-unread = 📚 Документлар белән танышу

acts-number = № { $number }, { $day }
acts-dated = { $day }
acts-register = <b>Локаль актлар</b>
    { $name } · барлыгы: { $total }
acts-missing = ❗ Мәҗбүриләре җитми: { $kinds }
acts-none = Реестрда әлегә бернәрсә дә юк.
acts-line = • <b>{ $kind }</b> { $named }: { $title }{ $marks }{ $readers }
acts-readers-short = { $asked } кешенең { $read } танышкан
acts-add = ➕ Акт кертү
acts-checklist = ☑️ Мәҗбүри документлар
acts-matrix = 🏫 Мәктәп актлары
acts-unread = Миңа нәрсә укырга
acts-to-register = ‹ Актлар реестры
acts-removed = Язма реестрдан алынды.

acts-card =
    <b>{ $kind }</b> { $named }
    «{ $title }»
    { $organization }
acts-replaces = Бу актка үзгәрешләр кертә: { $named }.
acts-replaced-by = ↪️ Яңарак акт бар: { $named }.
acts-published = 🌐 Сайтка куелган, билге: { $at }
acts-not-published = Сайтка куелмаган.
acts-readers = Таныштылар: { $asked } кешенең { $read }
acts-sent-to = Җибәрелде: { $audience }
acts-by = Танышу вакыты: { $day } (шул көнне дә кертеп)
acts-you-read = ✅ Сез таныштыгыз: { $at }
acts-please-read = Документны укыгыз һәм «Таныштым» төймәсенә басыгыз.
acts-please-read-by = Документны укыгыз һәм «Таныштым» төймәсенә басыгыз. Вакыты — { $day } (шул көнне дә кертеп).
acts-open-file = 📎 { $name }
acts-link = 🔗 { $url }
acts-acknowledge = ✅ Таныштым
acts-send = 📨 Танышырга җибәрү
acts-show-readers = 👥 Кем танышкан
acts-publish = 🌐 Билгеләү: сайтка куелган
acts-unpublish = Сайт билгесен алу
acts-attach = 📎 Файл яки сылтама
acts-remove = Язманы алу
acts-remove-ask = «{ $kind } { $named }» язмасын реестрдан алырга телисезме? Бу ялгыш язмалар өчен.
acts-remove-yes = Әйе, алырга
acts-file-sent = Локаль акт файлы.
acts-file-expected = Монда файл (документ) яки http белән башланган сылтама кирәк. Фотолар кабул ителми: аларда еш кына башкаларның мәгълүматлары күренә.

acts-unread-title = <b>Зинһар, укыгыз</b> · { $count }
acts-unread-none = Укылмаган документлар юк. Рәхмәт!

acts-ask-kind = Бу нинди документ?
acts-ask-number = <b>{ $kind }</b>
    Номерын языгыз, мәсәлән: 12 яки 749-О.
acts-no-number = Номерсыз
acts-ask-date = Документ датасын языгыз, мәсәлән: 01.09.2026.
acts-today = Бүген
acts-yesterday = Кичә
acts-ask-title = Дата: { $day }.
    Документның исемен языгыз яки әзерен алыгыз.
acts-ask-file = Документ файлын яки аңа сылтама җибәрегез. Аны сез акт җибәргән кешеләр күрәчәк.
    <i>Паспорт мәгълүматлары һәм сәламәтлек турында белешмәләр булган документлар җибәрмәгез.</i>
acts-ask-replaced = Ул элекке актны үзгәртәме?
acts-replaces-none = Юк, бу аерым акт
acts-added = ✅ Реестрга кертелде.

acts-audience-everybody = оешмадагы барлык кешеләргә
acts-audience-mentees = остазланучыларга
acts-audience-mentors = остазларга
acts-audience-curators = кураторларга
acts-audience-heads = җитәкчегә
acts-audience-coordinators = координаторларга
acts-audience-school-heads = барлык мәктәп җитәкчеләренә
acts-audience-school-curators = барлык мәктәп кураторларына
acts-ask-audience = <b>{ $kind }</b> { $named }
    Танышырга кемгә җибәрәбез?
acts-ask-day = Җибәрәбез: { $audience }.
    Кайсы көнгә кадәр танышырга? Сайлагыз яки датаны языгыз.
acts-in-days = { $days } көн
acts-without-day = Вакытсыз
acts-sent = 📨 { $count } кешегә җибәрелде. Соңрак кергән кеше документны шунда ук алачак.
acts-readers-title = <b>{ $kind }</b> { $named }
    Таныштылар: { $asked } кешенең { $read }
acts-reader = ✅ { $who } — { $at }
acts-reader-not-yet = ⏳ { $who }
acts-nudge = 🔔 Танышмаганнарга искәртү
acts-nudged = Искәртү { $count } кешегә җибәрелде.
acts-export = 📊 Танышу бите .xlsx
acts-list-sheet = Таныштылар
acts-list-title = Документ белән таныштылар: { $kind } { $named }
acts-list-number = №
acts-list-organization = Оешма
acts-list-name = Исем
acts-list-date = Танышу датасы
acts-list-not-yet = әле юк
acts-list-file = tanyshu-{ $day }
acts-list-caption = Танышу бите: { $kind } { $named }. Файлда исемнәр бар: чит кешеләргә җибәрмәгез.

acts-notice = 📨 <b>Танышу өчен документ</b> — { $organization }
acts-notice-again = 🔔 <b>Искәртәм: сез документ белән әле танышмагансыз</b> — { $organization }
acts-unread-alert = 📚 <b>Танышу вакыты узды</b>: { $asked } кешенең { $left } әле танышмаган
    { $kind } { $named } · { $organization }

acts-checklist-title = <b>Мәҗбүри документлар</b>
    { $name } · { $total } документның { $present } бар
acts-nothing-mandatory = Бу оешма өчен исемлектә мәҗбүри документлар юк.
acts-programme-older = ⚠️ Программа ({ $programme }) гамәлдәге Нигезләмәдән ({ $regulation }) алдарак кабул ителгән. Аның Нигезләмәгә туры килүен тикшерегез, кирәк булса, яңасын кабул итегез.
acts-absent = ❗ { $kind } — юк
acts-present = ✅ { $kind } { $named }
acts-present-published = ✅ { $kind } { $named } 🌐
acts-matrix-title = <b>Мәктәпләрнең мәҗбүри актлары</b>
    { $name }
acts-matrix-total = { $kind }: { $total } мәктәпнең { $present }
acts-matrix-empty = Мәктәпләр әлегә юк.
acts-school-complete = ✅ <b>{ $name }</b>
acts-school-lacks = ❗ <b>{ $name }</b>: юк — { $kinds }
acts-matrix-take = 📊 .xlsx таблицасын йөкләп алу
acts-sheet-name = Мәктәп актлары
acts-sheet-title = Мәҗбүри локаль актлар: { $name }, { $day } көненә
acts-sheet-absent = юк
acts-sheet-lacking = Булмаган мәктәпләр
acts-sheet-on-site = сайтта
acts-sheet-file = aktlar-{ $day }
acts-sheet-caption = Мәктәпләрнең мәҗбүри локаль актлары: { $name }.

error-act-kind-unknown = Исемлектә мондый документ төре юк. Төрне яңадан сайлагыз.
error-not-a-date = Датаны аңламадым. Бер көнне языгыз, мәсәлән: 01.09.2026.
error-date-out-of-range = Документ датасы { $first } белән { $last } арасында булырга тиеш.
error-not-a-link = http:// яки https:// белән башланган тулы сылтама яки файл кирәк.
error-act-in-use = Бу язманы алып булмый: акт белән таныша башладылар яки аны башка акт үзгәртә.
error-nobody-to-ask = Җибәрер кеше юк: барысына да җибәрелгән яки мондый кешеләр монда юк.
error-day-not-ahead = Бүгенге яки киләчәктәге, ләкин бер елдан да ерак булмаган көн кирәк.
error-everybody-has-read = Барысы да танышкан инде.
error-readers-reminded-today = Бүген искәрттегез инде. Иртәгә тагын искәртергә мөмкин булачак.
error-not-sent-yet = Бу документ әле беркемгә дә җибәрелмәгән.
