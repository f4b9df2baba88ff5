# Reading a plan out of a file: why a file is not read, and what to look at in what was read.
# keys: plan-problem-*
# keys: deadline-doubt-*

error-plan-refused = This file could not be read.
error-plan-file-empty = The file is empty. Please check that it is the right one.
error-plan-file-too-large = The file is too large: { $size } MB, and the limit is { $limit } MB. Take the pictures out, or leave only the plan in it.
error-plan-format-unknown = I cannot read { $extension } files. Please save the plan as .docx, .xlsx, .csv or .txt.
error-plan-format-old = I cannot read this format. Please open the file and save it as { $save_as }.
error-plan-file-locked = The file is protected by a password. Please remove the password and send it again.
error-plan-file-macros = The file contains macros, and I do not open such files. Please save it as { $save_as } without macros.
error-plan-file-other-kind =
    { $found ->
        [BIN] What is inside this { $extension } file is not text. Please open the plan in an editor and save it as .docx.
        [TXT] The file is called { $extension } but has another format inside. Please open the plan in an editor and save it as { $extension }.
       *[other] The file is called { $extension } but is { $found } inside. Please open the plan in an editor and save it as .docx.
    }
error-plan-file-damaged = The { $extension } file is damaged or was not uploaded completely. Please open it, save it anew and send it again.
error-plan-file-bomb = The file is unusual: unpacked, it is too large (the limit is { $limit } MB). Please copy the plan into a new document and send that.
error-plan-too-long =
    { $what ->
        [columns] The table has too many columns: I read up to { $limit }. Please leave only those of the plan.
        [sheets] The file has too many sheets: I read up to { $limit }. Please leave only those with the plan.
       *[rows] The file has too many rows: I read up to { $limit }. Please leave only the plan in it.
    }
error-plan-not-found =
    { $recognised ->
        [heads] I can see heads of columns ({ $heads }), but not the rows of the table: the text seems to come out of a PDF. Please send the original .docx or .xlsx.
        [tables] I can see no plan. Tables in the file: { $tables }, lines with deadlines: { $deadlines }, but none of the tables has both activities and deadlines. Please check the heads: “Мероприятие” and “Срок” are needed at least.
        [lines] I can see no plan: lines of text: { $lines }, with deadlines: { $deadlines }, but no table. Please make it a table with the columns “Мероприятие”, “Срок” and “Ответственный”.
       *[nothing] There is no text in the file. If it is a scan, please send the original .docx or .xlsx.
    }

plan-problem-hidden-sheet = The hidden sheet “{ $name }” was not read.
plan-problem-signs-lost =
    { $count ->
        [one] { $count } character of the file could not be read.
       *[other] { $count } characters of the file could not be read.
    }
plan-problem-year-of-order = The title names no school year. By the date of the order I take it to be { $year }.
plan-problem-year-of-dates = The title names no school year. By the dates in the plan I take it to be { $year }.
plan-problem-year-of-today = The document names no school year. I take it to be { $year }; if it is not, please give the year.
plan-problem-ambiguous-years = The years { $first }–{ $last } of the title were read as two calendar years. If one school year is meant, please give it.
plan-problem-unfilled-year = The year of the plan was not filled in in the title.
plan-problem-several-tables = The file has several tables with a plan ({ $count }); I joined them.
plan-problem-rows-joined =
    { $count ->
        [one] { $count } row was torn by the end of a page; I joined it to the one before.
       *[other] { $count } rows were torn by the end of a page; I joined them to those before.
    }
plan-problem-columns-left-out = Columns that were not read: { $heads }.
plan-problem-empty-section = No activities follow the line “{ $title }”. If it is an activity, please add it by hand.
plan-problem-rows-not-understood =
    { $count ->
        [one] In { $count } row the deadline was not understood and needs your help.
       *[other] In { $count } rows the deadline was not understood and needs your help.
    }
plan-problem-read-from-list = The file has no table; the plan was read from a list. Please check the rows: { $count }.

deadline-doubt-shared-deadline = One deadline for all activities of the cell ({ $count }).
deadline-doubt-paired-by-order = Deadlines and activities were matched by their order; please compare with the document.
deadline-doubt-shared-responsible = The people for different activities stand in one cell; please tell them apart.
deadline-doubt-repeated-number = The number { $number } stands before several activities.
deadline-doubt-number-was-date = The number { $number } had turned into a date in the table; I turned it back.
deadline-doubt-deadline-from-above = The deadline's cell is empty; the deadline of the row above was taken.
deadline-doubt-responsible-from-above = The responsible person's cell is empty; the one of the row above was taken.
deadline-doubt-no-responsible = Nobody is named as responsible.
deadline-doubt-month-from-heading = The month was taken from the heading “{ $month }”.
deadline-doubt-formula-without-value = A cell has a formula without a value.
deadline-doubt-cell-clipped = The text of a cell is too long; its end was left out.

plan-cli = the roadmap: reading a plan out of a file
plan-cli-import = read a plan and store it as a draft
plan-cli-file = a .docx, .xlsx, .csv or .txt file
plan-cli-organization = the number of the organisation that the plan belongs to (see organizations)
plan-cli-dry-run = only show it, store nothing
plan-cli-organization-missing = Please give the organisation: --organization ID. To see only how the plan is understood, add --dry-run.
plan-cli-organization-wrong = There is no organisation number { $value }.
plan-cli-file-wrong = The file { $file } cannot be opened: { $reason }
plan-cli-stored = The plan is stored as a draft; its number is { $id }.
plan-cli-about = School year: { $year }. Rows: { $count }.
plan-cli-doubtful = Please check these rows ({ $count }):
plan-cli-clear = The other rows ({ $count }):
plan-cli-row = { $no } · { $activity } · “{ $deadline }” → { $reading } · { $responsible }
plan-cli-warning = { "    " }Note. { $warning }
