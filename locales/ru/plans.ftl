# Чтение плана из файла: почему файл не прочитан, на что посмотреть в прочитанном.
# keys: plan-problem-*
# keys: deadline-doubt-*

error-plan-refused = Этот файл прочитать не получилось.
error-plan-file-empty = Файл пустой. Проверьте, тот ли файл вы отправили.
error-plan-file-too-large = Файл слишком большой: { $size } МБ, а принимаю до { $limit } МБ. Уберите из него картинки или оставьте только план.
error-plan-format-unknown = Файлы { $extension } я не читаю. Сохраните план как .docx, .xlsx, .csv или .txt.
error-plan-format-old = Такой формат я не читаю. Откройте файл и сохраните его как { $save_as }.
error-plan-file-locked = Файл защищён паролем. Снимите пароль и отправьте файл ещё раз.
error-plan-file-macros = В файле есть макросы, такие файлы я не открываю. Сохраните его как { $save_as } без макросов.
error-plan-file-other-kind =
    { $found ->
        [BIN] Внутри этого файла { $extension } не текст. Откройте план в редакторе и сохраните как .docx.
        [TXT] Файл называется { $extension }, но внутри другой формат. Откройте план в редакторе и сохраните как { $extension }.
       *[other] Файл называется { $extension }, а внутри — { $found }. Откройте план в редакторе и сохраните как .docx.
    }
error-plan-file-damaged = Файл { $extension } повреждён или загружен не полностью. Откройте его, сохраните заново и отправьте ещё раз.
error-plan-file-bomb = Файл устроен необычно: после распаковки он слишком велик (принимаю до { $limit } МБ). Скопируйте план в новый документ и отправьте его.
error-plan-too-long =
    { $what ->
        [columns] В таблице слишком много столбцов: читаю до { $limit }. Оставьте только столбцы плана.
        [sheets] В файле слишком много листов: читаю до { $limit }. Оставьте только листы с планом.
       *[rows] В файле слишком много строк: читаю до { $limit }. Оставьте в файле только план.
    }
error-plan-not-found =
    { $recognised ->
        [heads] Вижу заголовки столбцов ({ $heads }), но строки таблицы не восстановить: похоже, текст скопирован из PDF. Пришлите исходный документ .docx или .xlsx.
        [tables] Плана не вижу. Таблиц в файле: { $tables }, строк со сроками: { $deadlines }, но таблицы с мероприятиями и сроками среди них нет. Проверьте заголовки столбцов: нужны хотя бы «Мероприятие» и «Срок».
        [lines] Плана не вижу: строк текста в файле — { $lines }, со сроками — { $deadlines }, но таблицы нет. Оформите план таблицей со столбцами «Мероприятие», «Срок», «Ответственный».
       *[nothing] В файле нет текста. Если это скан, пришлите исходный документ .docx или .xlsx.
    }

plan-problem-hidden-sheet = Скрытый лист «{ $name }» не прочитан.
plan-problem-signs-lost =
    { $count ->
        [one] { $count } знак в файле не удалось прочитать.
        [few] { $count } знака в файле не удалось прочитать.
       *[other] { $count } знаков в файле не удалось прочитать.
    }
plan-problem-year-of-order = В заголовке нет учебного года. По дате приказа считаю, что это { $year }.
plan-problem-year-of-dates = В заголовке нет учебного года. По датам в плане считаю, что это { $year }.
plan-problem-year-of-today = В документе нет учебного года. Считаю, что это { $year }; если нет, укажите год.
plan-problem-ambiguous-years = Годы { $first }–{ $last } в заголовке прочитаны как два календарных года. Если это один учебный год, укажите его.
plan-problem-unfilled-year = В заголовке не заполнен год плана.
plan-problem-several-tables = В файле несколько таблиц с планом ({ $count }), я соединил их в одну.
plan-problem-rows-joined =
    { $count ->
        [one] { $count } строка была разорвана концом страницы, я соединил её с предыдущей.
        [few] { $count } строки были разорваны концом страницы, я соединил их с предыдущими.
       *[other] { $count } строк были разорваны концом страницы, я соединил их с предыдущими.
    }
plan-problem-columns-left-out = Не прочитаны столбцы: { $heads }.
plan-problem-empty-section = После строки «{ $title }» нет мероприятий. Если это мероприятие, добавьте его вручную.
plan-problem-rows-not-understood =
    { $count ->
        [one] В { $count } строке срок не понят, его нужно уточнить.
       *[other] В { $count } строках срок не понят, его нужно уточнить.
    }
plan-problem-read-from-list = Таблицы в файле нет, план прочитан из списка. Сверьте строки: их { $count }.

deadline-doubt-shared-deadline = Один срок на все мероприятия ячейки ({ $count }).
deadline-doubt-paired-by-order = Сроки и мероприятия сопоставлены по порядку, сверьте с документом.
deadline-doubt-shared-responsible = Ответственные за разные мероприятия стоят в одной ячейке, разделите их.
deadline-doubt-repeated-number = Номер { $number } стоит у нескольких мероприятий.
deadline-doubt-number-was-date = Номер { $number } в таблице превратился в дату, я вернул его.
deadline-doubt-deadline-from-above = Ячейка срока пуста, взят срок строки выше.
deadline-doubt-responsible-from-above = Ячейка ответственного пуста, взят ответственный строки выше.
deadline-doubt-no-responsible = Ответственный не указан.
deadline-doubt-month-from-heading = Месяц взят из заголовка «{ $month }».
deadline-doubt-formula-without-value = В ячейке формула без значения.
deadline-doubt-cell-clipped = Текст ячейки слишком длинный, конец отброшен.

plan-cli = дорожная карта: чтение плана из файла
plan-cli-import = прочитать план и сохранить его черновиком
plan-cli-file = файл .docx, .xlsx, .csv или .txt
plan-cli-organization = номер организации, которой принадлежит план (см. organizations)
plan-cli-dry-run = только показать, ничего не сохранять
plan-cli-organization-missing = Укажите организацию: --organization ID. Чтобы только посмотреть, как понят план, добавьте --dry-run.
plan-cli-organization-wrong = Организации с номером { $value } нет.
plan-cli-file-wrong = Файл { $file } не открывается: { $reason }
plan-cli-stored = План сохранён черновиком, его номер { $id }.
plan-cli-about = Учебный год: { $year }. Строк: { $count }.
plan-cli-doubtful = Проверьте эти строки ({ $count }):
plan-cli-clear = Остальные строки ({ $count }):
plan-cli-row = { $no } · { $activity } · «{ $deadline }» → { $reading } · { $responsible }
plan-cli-warning = { "    " }Внимание. { $warning }
