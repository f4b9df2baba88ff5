# Согласия: свои, стол куратора, приказы о парах, помощники, изменения, публикации.
# keys: audit-act-*

menu-consents = 🖊 Согласия ждут ответа
menu-publications = 🌐 Публикации

consents-kind-personal-data = обработка персональных данных
consents-kind-parental = данные ребёнка
consents-kind-assent = обработка своих данных
consents-kind-mentor = быть наставником
consents-kind-extra-duties = обязанности в паре
consents-kind-helper = помогать паре
consents-kind-amendment = изменение работы пары
consents-kind-publication = публикация

consents-state-waiting = ждёт ответа
consents-state-original = ждём подписанную бумагу
consents-state-given = действует
consents-state-expired = срок истёк
consents-state-refused = отказ
consents-state-withdrawn = отозвано
consents-state-over = больше не требуется

consents-item-name = фамилия, имя, отчество
consents-item-position = должность
consents-item-subject = предмет
consents-item-results = результаты участия
consents-item-practice = описание практики

consents-lack-not-asked = ещё не спросили
consents-lack-unanswered = нет ответа
consents-lack-refused = отказ
consents-lack-withdrawn = отозвано
consents-lack-original = нет подписанного оригинала
consents-lacking = { $name }: { $kind } — { $why }
consents-lacking-more = … и ещё: { $count }
consents-order-none = без приказа
consents-order-line = приказ № { $number } от { $day }

consents-nobody = участник программы
consents-no-conditions = нет
consents-no-reason = не указано
consents-without-number = без номера
consents-change-first-term = срок работы пары — по { $new }
consents-change-extension = срок работы пары продлевается: не по { $old }, а по { $new }
consents-change-shortening = срок работы пары сокращается: не по { $old }, а по { $new }

# ---- свои

consents-mine =
    <b>Мои согласия</b>

    { $waiting ->
        [0] Всё отвечено. Любое согласие можно открыть, прочитать и отозвать.
        [one] Ждёт вашего ответа: { $waiting } документ. Он стоит первым.
        [few] Ждут вашего ответа: { $waiting } документа. Они стоят первыми.
       *[other] Ждут вашего ответа: { $waiting } документов. Они стоят первыми.
    }
consents-mine-none = Согласий у вас пока нет. Когда понадобится ваше, я пришлю документ.
consents-pair = 🤝 Пара: { $name }
consents-publish-own = 🌐 Разрешить публикацию · { $organization }
consents-entry-for = { $kind } ({ $name })
consents-to-list = Мои согласия
consents-renewed = <i>Этот документ изменился. Прочтите его и ответьте ещё раз. До вашего ответа действует прежнее согласие.</i>
consents-on-behalf = <i>Отвечает законный представитель. За кого: { $name }.</i>
consents-document =
    <b>{ $title }</b>

    { $body }

    <i>Редакция { $version }.</i>
consents-agree = Даю согласие
consents-disagree = Не даю согласия
consents-form = 📄 Форма для подписи
consents-read = Прочитать документ
consents-read-and-answer = Прочитать и ответить
consents-open = Открыть
consents-withdraw = Отозвать
consents-ask-anew = Дать согласие снова
consents-card =
    <b>{ $title }</b>
    { $organization }
    Состояние: { $state }
consents-about-pair = Пара: { $mentor } — { $mentees }
consents-about-mentor = Просит наставник: { $mentor }
consents-about-change = Изменение: { $change }
consents-asked-at = Спросили: { $day }
consents-answered-at = Ответ: { $day }, редакция { $version }
consents-withdrawn-at = Отозвано: { $day }
consents-valid-until = Действует по { $day } включительно
consents-original = Бумага: № { $number } от { $day }
consents-recorded-by = Записано: { $name }, { $day }
consents-original-awaited = Бумага: ещё не получена

consents-given = Спасибо, ответ записан. «{ $title }»: отозвать можно в любой день в разделе «Мои согласия».
consents-intention = Спасибо, намерение записано. Чтобы согласие действовало, нужна подпись на бумаге: возьмите форму, распечатайте, впишите данные от руки, подпишите и отдайте куратору.
consents-refused = Хорошо, отказ записан, вы ничего не теряете. Если удобнее на бумаге, возьмите форму и отдайте куратору ({ $organization }). Передумаете — документ можно прочитать ещё раз.
consents-helping = Спасибо! Вы помогаете паре: { $mentor } — { $mentees }. Наставник узнает об этом.
consents-amendment-waits = Ответ записан. Изменение вступит в силу, когда согласятся все участники пары.
consents-amendment-agreed = Согласны все, изменение действует. Участники пары и куратор узнают об этом.
consents-amendment-refused = Ответ записан: изменения не будет, всё остаётся как было. Причину никто не спросит.
consents-amendment-taken-back = Предложение отозвано, всё остаётся как было.
consents-amendment-proposed = Предложение отправлено остальным участникам. Теперь ответьте сами — ваше согласие тоже нужно.

consents-withdraw-ask = Отозвать согласие «{ $title }»?
consents-withdraw-yes = Да, отозвать
consents-stops-mentor = Новые приказы о парах с вами издать будет нельзя. О нынешних парах с вами поговорит куратор. Письменно предупредите организацию не менее чем за три рабочих дня.
consents-stops-duties = Приказ об этой паре издать будет нельзя, а если он есть, куратор решит с вами, как быть дальше. Ваше участие в программе продолжится.
consents-stops-helper = Вы перестанете помогать этой паре. Наставник узнает об этом, без причины.
consents-stops-publication = Данные уберут с сайта не позднее трёх рабочих дней. Редактор сайта и куратор узнают сразу.
consents-stops-amendment = Пока ответили не все, ваше «да» можно изменить: тогда изменения не будет.
consents-stops-other = Всё, что зависит от этого согласия, остановится.
consents-withdrawn = Согласие отозвано.
consents-reminder = Напоминаю: документ «{ $title }» ждёт вашего ответа. Отказаться тоже можно, это ничего не изменит в вашей работе.
error-words-changed = Документ обновился. Прочтите его и ответьте ещё раз.

# ---- форма для подписи

consents-paper-to = Руководителю: { $organization }
consents-paper-from = от { $name }
consents-paper-for = за { $name }
consents-paper-version = Редакция { $version }.
consents-paper-incentive = Стимулирование — по локальному акту № { $number } от { $day }.
consents-paper-by-hand = Заполняется от руки, в электронном виде не передаётся:
consents-paper-passport = Документ, удостоверяющий личность (серия, номер, кем и когда выдан)
consents-paper-address = Адрес
consents-paper-authority = Документ о полномочиях представителя
consents-paper-signature = Подпись
consents-paper-file = soglasie-{ $kind }-{ $number }
consents-paper-caption = «{ $title }»: распечатайте, впишите недостающее от руки, подпишите и отдайте куратору. Фотографию подписанного листа сюда не присылайте.

# ---- стол куратора

consents-desk =
    <b>Согласия</b> · { $name }
    { $state }: { $count }
consents-desk-waiting = Ждём ответа
consents-desk-refused = Отказались
consents-desk-original = Ждём оригинал
consents-desk-all = Все согласия
consents-desk-tab = { $state } · { $count }
consents-desk-none = Здесь пусто.
consents-desk-without-order =
    { $count ->
        [one] { $count } пара работает без приказа.
        [few] { $count } пары работают без приказа.
       *[other] { $count } пар работают без приказа.
    }
consents-desk-entry = { $mark } { $name }: { $kind }
consents-desk-person = Чьё: <b>{ $name }</b>
consents-to-desk = Согласия
consents-to-orders = Приказы о парах
consents-to-publications = Публикации
consents-receive-original = Подписанный оригинал получен
consents-correct-original = Исправить номер или дату
consents-record-paper = Согласие дано на бумаге
consents-remind = Напомнить
consents-reminded = Напоминание отправлено.
consents-reminded-today = Сегодня уже напоминали. Завтра можно ещё раз.
consents-undo = Бумага записана по ошибке
consents-undo-ask = Убрать запись о бумаге? { $name }, «{ $title }». Согласие снова будет ждать.
consents-undo-yes = Да, убрать запись
consents-undone = Запись о бумаге убрана.
consents-ask-paper-number = Какой номер у подписанного документа? { $name }, «{ $title }». Номер увидят кураторы, руководитель и сам участник. Паспортные данные не пишите.
consents-paper-no-number = Без номера
consents-ask-paper-date = Какая дата стоит на документе? Например: 01.09.2026
consents-today = Сегодня
consents-paper-recorded = Записано: подписанный документ у вас.
consents-blocks-mentor = Пока этого согласия нет с подписью, приказ о парах этого наставника издать нельзя.
consents-blocks-duties = Пока этого согласия нет с подписью, приказ о паре издать нельзя.
consents-blocks-renewal = До ответа действует прежнее согласие: участие не останавливается.
consents-alert-refused = ✖️ { $name } не даёт согласия: { $kind } (ответ { $since }). Предложите бумажную форму или поговорите лично, причину называть не обязательно.
consents-alert-withdrawn = ↩️ { $name } отзывает согласие: { $kind } ({ $since }). Решите, как быть с тем, что от него зависело.
consents-alert-unanswered = 🔸 { $name } не отвечает на документ: { $kind } (спросили { $since }). Напоминание уже было. Предложите бумажную форму.
consents-alert-original = 🖊 Нет подписанного оригинала: { $name }, { $kind } (отметка в боте — { $since }). Попросите принести бумагу или запишите, если она уже у вас.
error-order-depends-on-it = О паре уже издан приказ. Сначала уберите приказ в разделе «Приказы о парах», затем бумагу.
error-person-has-no-telegram = У этого участника нет Telegram: напомните лично и возьмите форму для подписи.
error-own-paper = Свой документ себе не записывают: пусть это сделает другой куратор или руководитель.

# ---- приказы о парах

consents-orders = <b>Приказы о парах</b> · { $name }
consents-orders-count = Без приказа: { $total }. Из них готовы: { $ready }. Отметьте пары, которые закрепляет один приказ.
consents-orders-none = У всех действующих пар есть приказ.
consents-orders-waiting =
    ⛔ { $pair }: приказ издать нельзя, не хватает согласий.
    { $lacking }
consents-orders-all = Отметить все готовые
consents-orders-go-on = Дальше: номер приказа ({ $count })
consents-orders-done = Закреплённые пары · { $count }
consents-orders-done-title = <b>Закреплённые пары</b>: { $count }
consents-orders-line =
    { $pair }
    { $order }
consents-orders-clear = Убрать приказ: { $pair }
consents-orders-clear-ask = Убрать { $order } у этой пары? В реестре актов приказ останется, а пара снова будет без приказа.
consents-orders-clear-yes = Да, убрать
consents-orders-cleared = Приказ убран, пара снова ждёт приказа.
consents-orders-ask-number =
    { $count ->
        [one] Какой номер у приказа? Он закрепит { $count } пару.
        [few] Какой номер у приказа? Он закрепит { $count } пары.
       *[other] Какой номер у приказа? Он закрепит { $count } пар.
    } Номер увидят участники этих пар.
consents-orders-ask-date = Какой датой приказ № { $number }? Например: 01.09.2026
consents-orders-recorded =
    { $count ->
        [one] Записано: { $order }, закреплена { $count } пара.
        [few] Записано: { $order }, закреплены { $count } пары.
       *[other] Записано: { $order }, закреплено { $count } пар.
    } Участники узнают об этом, приказ стоит в реестре актов.
consents-orders-ready =
    { $count ->
        [one] Все согласия с подписью на месте: { $count } пара готова к приказу.
        [few] Все согласия с подписью на месте: { $count } пары готовы к приказу.
       *[other] Все согласия с подписью на месте: { $count } пар готовы к приказу.
    }
consents-ordered = Ваша пара закреплена: { $order }. С кем: { $name }.
consents-pair-name = { $mentor } — { $mentees }
error-order-blocked = Приказ издать нельзя: у одной из пар не хватает согласия с подписью. Откройте «Приказы о парах», там сказано чьего.
error-order-before-consent = Приказ не может быть раньше согласий, на которых он основан: последнее подписано { $day }. Проверьте дату.
error-already-ordered = У одной из этих пар приказ уже есть — возможно, его записал другой куратор. Откройте список заново.

# ---- пара: срок, изменения, помощники

consents-pair-title =
    <b>Пара</b>: { $mentor } — { $mentees }
    Работает с { $began }. Срок: { $ends }.
    { $order }
consents-term-open = не назначен
consents-to-pair = Срок и изменения
consents-change-term = Изменить срок
consents-change-content = Изменить содержание
consents-helpers = Кто помогает паре
consents-take-back = Забрать предложение
consents-amendment = • { $change } — { $status }, { $day }
consents-amendment-status-proposed = ждёт ответов
consents-amendment-status-agreed = согласовано
consents-amendment-status-refused = не согласовано
consents-amendment-status-taken-back = отозвано
consents-amendment-reason = Почему: { $reason }
consents-vote = { $name }: { $vote }
consents-vote-given = согласие дано
consents-vote-asked = ответа пока нет
consents-months = { $count } мес. · { $day }
consents-ask-end = По какой день продлится работа пары? Можно с { $first } по { $last }: от трёх месяцев до года с начала. Выберите или напишите дату.
consents-ask-change = Что меняется в содержании работы? Напишите коротко. Это прочтут участники пары, кураторы и руководитель.
consents-ask-reason = Почему? Напишите одной-двумя фразами или пропустите. Это прочтут участники пары, кураторы и руководитель.
consents-skip-reason = Без объяснения
consents-told-agreed = Изменение согласовали все и оно действует: { $change }. Пара: { $mentor } — { $mentee }.
consents-told-refused = Изменение не согласовано, всё остаётся как было: { $change }. Пара: { $mentor } — { $mentee }.
consents-told-taken-back = Предложение изменить работу пары отозвано, отвечать на него не нужно: { $change }. Пара: { $mentor } — { $mentee }.
consents-alert-agreed = ✏️ Пара { $mentor } — { $mentee } согласовала изменение: { $change }.
consents-alert-disagreed = ✏️ Пара { $mentor } — { $mentee } не согласовала изменение: { $change }. Возможно, ей нужна ваша помощь.
consents-alert-order-follows = Если срок стоит в приказе о паре, внесите в приказ изменение.
error-amendment-pending = Пара уже обсуждает другое изменение. Сначала дождитесь ответов или заберите предложение.
error-term-out-of-range = Нужен день с { $first } по { $last }: пара работает от трёх месяцев до года.
error-term-is-the-same = Срок и так стоит на этот день.

consents-helpers-title = <b>Кто помогает паре</b>: { $mentor } — { $mentees }
consents-helpers-none = Пока никто.
consents-helper-line = • { $name } — { $state }
consents-helper-asked = Просьба отправлена. Когда коллега ответит, вы узнаете.
consents-helper-given = помогает
consents-helper-refused = не может помочь
consents-helper-ask = Попросить коллегу о помощи
consents-helper-end = Помощь больше не нужна: { $name }
consents-helper-unask = Забрать просьбу: { $name }
consents-helper-end-ask = Больше не нужна помощь этого коллеги? Если он уже помогает, он узнает об этом.
consents-helper-end-yes = Да, больше не нужна
consents-helper-ended = Готово, коллеги больше нет среди помощников.
consents-helper-whom = Кого попросить помочь? Коллега получит документ и ответит сам. До его согласия имя наставляемого ему не сообщается.
consents-helper-nobody = Попросить пока некого: всех коллег уже спросили или никто ещё не вошёл в программу.
consents-helper-agreed = { $name } согласен(на) помогать вашей паре. Договоритесь, с чего начать.
consents-helper-declined = { $name } сейчас не может помочь. Можно попросить другого коллегу.
consents-helper-stopped = { $name } больше не помогает вашей паре.
consents-helper-over = { $mentor } сообщает: помощь паре больше не нужна. Спасибо вам!
error-already-asked = Этого коллегу уже спрашивали о помощи этой паре.

# ---- публикации

consents-board =
    <b>Публикации</b> · { $name }
    Разрешено сейчас: { $count }. Ничего кроме этого о людях публиковать нельзя.
consents-board-none = Действующих согласий нет. Без них на сайте возможны только обезличенные сведения.
consents-board-entry = { $name } · по { $until }
consents-board-ask = Спросить согласие
consents-publication =
    О ком: <b>{ $name }</b>
    Что: { $items }
    Где: { $resources }
    Кто размещает: { $recipients }
    Условия: { $conditions }
    По { $until } включительно
consents-publication-whom = Чьё согласие спросить? Человек получит документ и ответит сам; молчание — не согласие.
consents-publication-nobody = Спросить пока некого.
consents-ask-items = Что о вас можно опубликовать? Отметьте. Фотографии и контакты здесь не указываются.
consents-ask-items-other = О публикации чего спросить? Отметьте. Фотографии и контакты здесь не указываются.
consents-next = Дальше
consents-ask-resources = На каких страницах? Пришлите адреса целиком, через пробел или с новой строки, не больше { $limit }. Например: https://school.example/mentors
consents-ask-recipients =
    Кто размещает данные на этих страницах? Это войдёт в документ.

    { $resources }
consents-own-site = Наша организация
consents-ask-conditions = Есть ли условия или запреты? Например: «без указания класса». Это войдёт в документ и будет видно редактору сайта.
consents-without-conditions = Без условий
consents-ask-term = По какой день можно публиковать? Выберите или напишите дату, не дальше трёх лет.
consents-one-year = На год
consents-school-year = До конца учебного года · { $day }
consents-publication-asked = Документ отправлен. Вы узнаете об ответе.
consents-publication-given = 🌐 Дано согласие на публикацию. Публикуйте только это:
consents-publication-refused = Согласия на публикацию нет. Размещать нельзя:
consents-publication-withdrawn = ❗ Согласие на публикацию отозвано. Уберите данные со страниц не позднее трёх рабочих дней:
consents-publication-ending = Срок согласия на публикацию кончается: по { $until } включительно. Страницы: { $resources }. Ничего не делать — тоже ответ: данные уберут. Нужен новый срок — дайте новое согласие в разделе «Мои согласия».
consents-publication-over = ⌛ Срок согласия на публикацию закончился. Если нового согласия нет, уберите данные со страниц:
error-too-many-resources = Не больше { $limit } страниц в одном согласии. Для остальных дайте отдельное.
error-publication-term-unfit = Нужен день после сегодняшнего и не позже { $last }.

# ---- слова журнала действий

audit-act-consents-seen = Открыт стол согласий
audit-act-consent-seen = Открыто согласие участника
audit-act-consent-asked = Запрошено согласие
audit-act-consent-form-taken = Взята форма согласия
audit-act-consent-original-received = Получен подписанный оригинал
audit-act-consent-original-corrected = Исправлена запись об оригинале
audit-act-consent-original-undone = Убрана запись об оригинале
audit-act-helper-ended = Помощь паре завершена
audit-act-amendment-proposed = Предложено изменение работы пары
audit-act-amendment-agreed = Согласовано изменение работы пары
audit-act-amendment-refused = Не согласовано изменение работы пары
audit-act-amendment-taken-back = Отозвано предложение об изменении
audit-act-orders-seen = Открыт список приказов о парах
audit-act-pair-ordered = Записан приказ о паре
audit-act-pair-order-cleared = Убран приказ о паре
audit-act-publications-seen = Открыт список публикаций
audit-act-publication-seen = Открыто согласие на публикацию
audit-act-publication-people-seen = Открыт список, у кого запросить согласие на публикацию
audit-act-pair-term-seen = Открыты срок и изменения пары
audit-act-pair-helpers-seen = Открыты помощники пары
