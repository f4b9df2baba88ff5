# Барлык бүлекләр өчен уртак.
# keys: role-*
# keys: language-*
# keys: name-code-*

role-mentee = остазланучы
role-mentor = остаз
role-curator = куратор
role-head = җитәкче
role-council = остазлар советы әгъзасы
role-psychologist = педагог-психолог
role-tutor = тьютор
role-parent = законлы вәкил
role-editor = сайт мөхәррире
role-coordinator = муниципаль координатор
role-operator = төбәк операторы

language-ru = Русский
language-tt = Татарча
language-en = English

name-code-mentee = М-{ $code }
name-code-mentor = Н-{ $code }
name-code-curator = К-{ $code }
name-code-head = Р-{ $code }
name-code-council = ОС-{ $code }
name-code-psychologist = П-{ $code }
name-code-tutor = Т-{ $code }
name-code-parent = ЗВ-{ $code }
name-code-editor = С-{ $code }
name-code-coordinator = МК-{ $code }
name-code-operator = ТО-{ $code }
name-without-telegram = { $name } · Telegramсыз

button-menu = ☰ Меню
button-help = ❓ Ярдәм
button-back = ‹ Артка
button-done = Әзер
button-skip = Калдырып тору
button-later = Соңрак дәвам итү
button-continue = Анкетаны дәвам итү
page-of = { $page } / { $pages }

hint-text-expected = Монда җавапны текст белән языгыз. Гадәти хәбәр итеп җибәрегез яки /menu га кайтыгыз — моңа кадәр язганнарыгыз сакланган.
hint-unknown = Сезне аңламадым. Эшләп була торган барлык гамәлләр — менюда. Тулырак /help командасы аңлатыр.
hint-not-text = Бу файлны яки кушымтаны кулланмыйм һәм сакламыйм. Документларны һәм кешеләр фотоларын монда җибәрергә кирәкми. Нәрсә эшләп булганын меню әйтер.

notice-late = <i>Хәбәр соңарып килде: бот эшләмәде.</i>
notice-repeat = <i>Бу хәбәрне инде алган булуыгыз мөмкин.</i>
notice-resume = Элемтә өзелгән иде. Соңгы гамәлегез сакланган — моннан дәвам итегез.
