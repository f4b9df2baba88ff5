# keys: people-filter-*
# keys: people-state-*
# keys: people-ask-*
# keys: people-done-*
# keys: people-change-*
# keys: people-own-*
# keys: people-consent-*
# keys: people-pending-*
# keys: people-behalf-*
# keys: people-form-*
# keys: people-told-*
# keys: audit-act-*
## Люди школы: список, карточка, участие, коллеги без Telegram.

menu-people = 👥 Люди
menu-own-participation = 🚪 Моё участие
menu-on-behalf = ✍️ За коллег без Telegram

## Список

people-title = <b>Люди: { $filter }</b> · { $total }
people-none = Здесь пока никого нет.
people-line = { $name } · { $role }
people-line-state = { $name } · { $role } · { $state }
people-pupil-role = { $role } (ученик)
people-load = Кураторов: { $curators }, действующих пар: { $pairs }, на одного куратора — до { $average }.
people-load-nobody = Действующих пар: { $pairs }, а куратора нет. Пригласите его по ссылке.
people-choose-filter = Кого показать
people-which = Кого показать?
people-filter-all = все
people-filter-mentees = наставляемые
people-filter-mentors = наставники
people-filter-others = другие роли
people-filter-pupils = ученики
people-filter-waiting = ждут наставника
people-filter-offline = без Telegram
people-filter-paused = на паузе
people-filter-left = выбыли
people-search = 🔎 Найти
people-search-again = Искать ещё
people-ask-surname = Напишите фамилию или её часть, хотя бы две буквы.
people-found = Нашлось: { $total }
people-found-nobody = Никого не нашлось. Проверьте фамилию или напишите меньше букв.
people-to-list = ‹ К людям
people-add = ➕ Добавить коллегу без Telegram
people-pupils = Ученики
people-registries = Реестры
people-consents = Согласия
people-on-behalf = За коллег без Telegram

people-state-waits = ждёт наставника
people-state-invited = заполняет анкету
people-state-applied = анкета на решении
people-state-returned = анкета возвращена
people-state-paused = на паузе
people-state-left = не участвует
people-state-line = Состояние: { $state }

## Психолог, тьютор, совет

people-needs-psychologist = <b>Ждут наставника: { $total }</b>
    Пока пары нет, им может быть нужна ваша поддержка.
people-needs-tutor = <b>Наставляемые и их трудности: { $total }</b>
people-needs-council = <b>Наставники и наставляемые: { $total }</b>
people-needs-nobody = Сейчас таких участников нет.
people-as-role = Посмотреть как { $role }
people-need = <b>{ $name }</b> · { $role }
people-need-name = <b>{ $name }</b>
people-is-paired = В паре
people-is-unpaired = Пары нет

## Карточка

people-card-head = <b>{ $name }</b>
    { $role } · { $organization }
people-takes-part = Участвует с { $day }
people-paused-since = На паузе с { $day }
people-left-since = Не участвует с { $day }
people-waits-since = Ждёт наставника с { $day }
people-waits = ⏳ Ждёт наставника
people-works-at = Место работы: { $organization }
people-was-entered = Данные внёс куратор
people-category = Категория: { $category }
people-subject = Предмет: { $subject }
people-experience = { $years ->
        [0] Стаж: первый год
        [one] Стаж: { $years } год
        [few] Стаж: { $years } года
       *[many] Стаж: { $years } лет
    }
people-difficulties = Трудности: { $difficulties }
people-strengths = Сильные стороны: { $strengths }
people-capacity = { $capacity ->
        [one] Готов вести { $capacity } наставляемого
       *[many] Готов вести { $capacity } наставляемых
    }
people-pair-active = 🤝 В паре: { $name }
people-pair-proposed = ⏳ Предложена пара: { $name }
people-former-pairs = Завершённых пар: { $count }
people-open-pair = Пара: { $name }
people-to-card = ‹ К карточке
people-fill-profile = Заполнить анкету
people-application = 📝 Анкета целиком
people-reviews = 🔁 Кто подтвердил анкету в этом году
people-show-link = 🔗 Личная ссылка
people-conclusions = 📎 Заключения о потребностях

people-consent-line = Согласия: { $consents }
people-consent-personal-data = персональные данные
people-consent-parental = от родителя
people-consent-assent = от самого ученика
people-consent-mentor = быть наставником
people-consent-extra-duties = дополнительная нагрузка
people-consent-helper = помощь наставнику
people-consent-amendment = изменения в паре
people-consent-publication = публикация
people-consent-is-asked = { $what } — ждём ответа
people-consent-is-given = { $what } — дано
people-consent-is-refused = { $what } — отказ
people-consent-is-withdrawn = { $what } — отозвано
people-consent-is-superseded = { $what } — прежняя редакция
people-consent-no-original = { $what } — нет подписанного оригинала

## Пауза, выход, возвращение: куратор

people-change-pause = Пауза
people-change-resume = Снять с паузы
people-change-leave = Больше не участвует
people-change-return = Вернуть в программу
people-ask-pause = Поставить на паузу: <b>{ $name }</b> ({ $role })?

    Действующие пары сохранятся, новых предлагать не будем. Предложения, на которые ещё нет ответа, отзовём.
people-ask-resume = Снять с паузы: <b>{ $name }</b> ({ $role })?
people-ask-leave = Отметить, что <b>{ $name }</b> ({ $role }) больше не участвует?

    Пары завершатся, будущие встречи отменятся, второй стороне мы сообщим без объяснений. Наставляемый, который остался без наставника, вернётся в очередь. История сохранится, вернуть человека можно в любой момент.
people-ask-return = Вернуть в программу: <b>{ $name }</b> ({ $role })?

    Анкета останется прежней. Наставляемый снова встанет в очередь.
people-done-pause = ⏸ { $name }: участие на паузе. Мы сообщили об этом.
people-done-resume = ▶️ { $name }: участие продолжается. Мы сообщили об этом.
people-done-leave = { $name } больше не участвует. История сохранена.
people-done-return = { $name } снова участвует. Мы сообщили об этом.

## Своё участие

people-own-title = <b>Моё участие</b>
people-own-none = Здесь появится ваше участие, когда куратор одобрит анкету.
people-own-entry = <b>{ $organization }</b> · { $role }
people-own-button = { $change }: { $role }
people-own-pause = Взять паузу
people-own-resume = Продолжить
people-own-leave = Выйти из программы
people-own-return = Попросить вернуть меня
people-own-back = ‹ Моё участие
people-own-ask-pause = Взять паузу («{ $organization }»)? Пары сохранятся, о новых мы спрашивать не будем. Назначенные встречи остаются: отмените те, на которые не придёте. О паузе узнают кураторы.
people-own-ask-resume = Продолжить участие («{ $organization }»)? Об этом узнают кураторы.
people-own-ask-leave = Выйти из программы («{ $organization }»)? Пары завершатся, будущие встречи отменятся. Вторая сторона узнает, что пара завершена, но не почему; о выходе узнают кураторы. Ваши данные останутся у школы, пока вы не отзовёте согласие: команда /mydata.
people-own-ask-return = Попросить кураторов («{ $organization }») вернуть вас? Анкета останется прежней.
people-own-done-pause = ⏸ Вы на паузе. Вернуться можно здесь же в любой момент.
people-own-done-resume = ▶️ Рады видеть вас снова. Участие продолжается.
people-own-done-leave = Вы больше не участвуете («{ $organization }»). Спасибо за всё, что сделали! Если захотите вернуться, нажмите «Моё участие».
people-own-done-return = Просьба отправлена кураторам. Когда они вернут вас, придёт сообщение.

people-told-pause = ⏸ { $name } ({ $role }) на паузе. Пары сохранены, новых не предлагаем.
people-told-resume = ▶️ { $name } ({ $role }) снова участвует.
people-told-own-pause = ⏸ Куратор поставил ваше участие на паузу («{ $organization }»). Пары сохранены, о новых мы спрашивать не будем. Если это ошибка, снимите паузу сами.
people-told-own-resume = ▶️ Куратор снял ваше участие с паузы («{ $organization }»).
people-told-own-leave = Куратор отметил, что вы больше не участвуете («{ $organization }»). История сохранена. Если это ошибка, попросите вернуть вас.
people-told-own-return = Куратор вернул вас в программу («{ $organization }»). Анкета осталась прежней.
people-asks-back = 🙋 { $name } ({ $role }) просит вернуться в программу. Откройте карточку и решите: кроме кураторов, этого никто не сделает.
people-alert-left = <b>Больше не участвует: { $name }</b> ({ $role }), с { $day }
people-alert-left-mentees = { $count ->
        [one] Без наставника остался { $count } наставляемый: он снова в очереди.
       *[many] Без наставника остались наставляемые ({ $count }): они снова в очереди.
    }
people-alert-left-duties = Незакрытых поручений дорожной карты: { $count }. Назначьте других ответственных.

## Переход в другую школу

people-move = Перевод в другую школу
people-move-where = В какую школу или организацию? Человек решит сам: мы спросим его согласие.
people-move-nowhere = Других школ здесь пока нет.
people-move-sure = Предложить перейти: <b>{ $name }</b> → { $school }?

    Пары, встречи и отзывы останутся в истории вашей школы. Там анкету решает куратор той школы. До согласия человека ничего не изменится.
people-move-offer = Спросить человека
people-move-offered = ✅ Мы спросим: { $name } → { $school }. Когда человек согласится, вам придёт сигнал.
people-move-notice = 🏫 Куратор школы «{ $here }» предлагает вам перейти в школу «{ $there }».

    Пары здесь завершатся, история останется у прежней школы. Анкету заполнять заново не нужно. Новая школа попросит своё согласие; откажетесь — ничего не изменится.
people-move-go = Перейти в { $school }
people-move-stayed = Хорошо, вы остаётесь: { $here }. Школе «{ $there }» ничего не передано.
people-move-done = Ваша анкета перенесена. Проверьте её и отправьте куратору новой школы.
people-move-check = Проверить анкету

## Личная ссылка

people-link = 🔗 <b>Личная ссылка: { $name }</b>

    { $url }

    Передайте её только этому человеку: кто откроет ссылку и даст согласие, станет им в программе. Действует один раз, до { $until }. Пары, поручения и история сохранятся.
people-link-renew = Заменить ссылку
people-linked = 🎉 { $name }: теперь в Telegram. Отвечать за этого человека больше не нужно.

## За коллег без Telegram

people-behalf-title = <b>За коллег без Telegram: { $total }</b>
    Спросите коллегу лично и отметьте ответ.
people-behalf-empty = За коллег без Telegram сейчас отвечать не нужно.
people-pending-pair = { $name } · пара?
people-pending-meeting = { $name } · встреча { $day }?
people-pending-held = { $name } · была ли встреча { $day }?
people-behalf-ask-pair = <b>{ $name }</b>
    Предложена пара. Спросите коллегу, согласен ли он.
people-behalf-ask-meeting = <b>{ $name }</b>
    Предложена встреча. Спросите коллегу, удобно ли ему.
people-behalf-ask-held = <b>{ $name }</b>
    Встреча должна была пройти. Спросите коллегу, состоялась ли она.
people-behalf-with = Вторая сторона: { $name }
people-behalf-meeting = { $kind }
    { $when }
    { $place }
people-behalf-mark = <i>Вторая сторона увидит, что ответ отметил куратор.</i>
people-behalf-pair-yes = Согласие
people-behalf-pair-no = Отказ
people-behalf-meeting-yes = Придёт
people-behalf-meeting-no = Не сможет
people-behalf-held-yes = Состоялась
people-behalf-held-no = Не состоялась
people-behalf-done-pair-yes = ✅ Согласие отмечено. Пара начнётся, когда согласятся обе стороны.
people-behalf-done-pair-no = Отказ отмечен. Предложите другую пару.
people-behalf-done-meeting-yes = ✅ Встреча подтверждена. Напомните о ней коллеге сами: бот до него не дойдёт.
people-behalf-done-meeting-no = Отмечено: не сможет. Второй стороне сообщили.
people-behalf-done-held-yes = ✅ Отмечено: встреча состоялась.
people-behalf-done-held-no = Отмечено: встреча не состоялась.
people-behalf-back = ‹ За коллег без Telegram
meetings-by-curator = ✍️ За коллегу без Telegram отвечает куратор: ответ отметил он.
pairing-by-curator = ✍️ За коллегу без Telegram ответ отметил куратор.

## Формы

people-form-school = В какую школу добавить коллегу?
people-form-step = <b>{ $title }</b> · шаг { $step } из { $steps }
people-form-check = <b>{ $title }: проверьте</b>
people-form-title-entry = Коллега без Telegram
people-form-title-profile = Анкета за коллегу
people-form-title-conclusion = Заключение
people-form-role = Кем он будет в программе? Другие роли приходят по своей ссылке.
people-form-name = Фамилия, имя и отчество коллеги. Их увидят кураторы и руководитель, а имя — ещё и второй участник пары.
people-form-number = Номер согласия на обработку персональных данных, подписанного на бумаге. Без него вносить человека нельзя.
people-form-date = Дата этого согласия, например: 01.09.2026
people-form-subject = Какой предмет преподаёт? Выберите или напишите. Увидят кураторы и второй участник пары.
people-form-difficulties = Что сейчас даётся труднее всего? Отметьте одно или несколько, своё напишите. Увидят кураторы, тьютор, психолог и наставник.
people-form-strengths = В чём готов помочь? Отметьте одно или несколько, своё напишите. Увидят кураторы и наставляемый.
people-form-capacity = Сколько наставляемых готов вести одновременно?
people-form-source = Откуда взято заключение?
people-form-ground = На каком основании его можно хранить?
people-form-sensitive = Есть ли в нём чувствительное: семья, поведение, психологические трудности? Такое скрыто в списках, прочесть его сможет только куратор, и каждое чтение записывается.
people-form-sensitive-yes = Да, скрыть
people-form-sensitive-no = Нет
people-form-text = Напишите вывод о потребностях, одно-два предложения. Не копируйте документы, не пишите диагнозов, номеров и телефонов. Увидят кураторы школы, нечувствительное — ещё и руководитель.
people-form-typed = Своё: «{ $text }»
people-form-ticked = ✅ { $text }
people-form-cancel = Отменить
people-form-save = Сохранить
people-form-summary-role = Роль: { $role }
people-form-summary-name = Имя: как вы написали выше
people-form-summary-consent = Согласие на бумаге: № { $number } от { $day }
people-form-saved-entry = ✅ Коллега добавлен. Заполните за него анкету в карточке; там же — личная ссылка на случай, если он придёт в Telegram.
people-form-saved-profile = ✅ Анкета сохранена.
people-form-saved-conclusion = ✅ Заключение сохранено.
people-form-cancelled = Отменено, ничего не сохранено.
people-form-hint-buttons = Выберите, пожалуйста, кнопкой.
people-form-no-files = Копии документов и фотографии здесь не хранятся, файл я удалил. Напишите вывод словами.

## Слова журнала

audit-act-person-entered = внёс коллегу без Telegram
audit-act-person-profile-filled = заполнил анкету за коллегу
audit-act-person-link-made = создал личную ссылку
audit-act-person-linked = пришёл в Telegram по личной ссылке
audit-act-participation-pause = участие поставлено на паузу
audit-act-participation-resume = участие снято с паузы
audit-act-participation-leave = участие прекращено
audit-act-participation-return = участник возвращён
audit-act-participation-move-offered = предложен переход в другую школу
audit-act-participation-move-declined = переход в другую школу отклонён
audit-act-participation-moved = переход в другую школу
audit-act-needs-seen-by-psychologist = психолог открыл список ждущих наставника
audit-act-needs-seen-by-tutor = тьютор открыл список наставляемых
audit-act-needs-seen-by-council = член совета открыл список участников
audit-act-on-behalf-seen = открыл вопрос к коллеге без Telegram
audit-act-on-behalf-pair-accepted = за коллегу отмечено согласие на пару
audit-act-on-behalf-pair-declined = за коллегу отмечен отказ от пары
audit-act-on-behalf-meeting-confirmed = за коллегу подтверждена встреча
audit-act-on-behalf-meeting-declined = за коллегу отклонена встреча
audit-act-on-behalf-meeting-held = за коллегу отмечено: встреча состоялась
audit-act-on-behalf-meeting-not-held = за коллегу отмечено: встреча не состоялась

## Отказы

error-person-has-telegram = Этот человек уже в Telegram и отвечает сам.
error-same-person-known = Человек с таким именем здесь уже участвует. Вторую роль даёт ссылка-приглашение; однофамильцу добавьте к имени отличие.
error-full-name-needed = Нужны фамилия и имя, не длиннее 100 знаков каждое. Например: Петрова Анна Сергеевна
error-consent-date-wrong = Дата согласия может быть с { $first } по { $last }. Проверьте её.
error-capacity-wrong = Наставляемых может быть от { $minimum } до { $maximum }.
error-member-paused = Кто-то из пары на паузе. Новую встречу можно назначить, когда участие продолжится.
error-link-for-somebody-else = Эта личная ссылка — для другого человека. Попросите у куратора свою. Если имя записано с ошибкой, скажите об этом куратору.
error-both-take-part = Вы уже участвуете в этой школе в той же роли. Две записи соединить нельзя: напишите куратору.
error-parent-first = Сначала должен дать согласие родитель. До этого писать ученику нельзя.
error-own-consent-first = Этому человеку исполнилось 18, и теперь нужно его собственное согласие: в чате или на бумаге. Без него участие не продолжить.
