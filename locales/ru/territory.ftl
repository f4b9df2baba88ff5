# Муниципалитет и регион: школы, их планы, напоминания, ссылки. Имён учителей здесь нет.
# keys: territory-state-*
# keys: territory-evidence-*
# keys: territory-link-*
# keys: territory-held-*
# keys: territory-make-*

menu-territory = 🏛 Территория

territory-state-late = просрочено
territory-state-not-yet = ещё не сделано
territory-state-done = сделано
territory-state-waived = снято с контроля
territory-state-undated = без срока
territory-legend = <i>Обозначения: { $legend }</i>

territory-home =
    <b>{ $name }</b>
    Школ: { $schools }
territory-home-late = { $count ->
        [one] 🔴 Опаздывает { $count } школа
        [few] 🔴 Опаздывают { $count } школы
       *[many] 🔴 Опаздывают { $count } школ
    }
territory-home-empty = { $count ->
        [one] В { $count } школе ещё никто не вошёл: план придёт туда, как только войдёт куратор или руководитель.
       *[many] В { $count } школах ещё никто не вошёл: план придёт туда, как только войдёт куратор или руководитель.
    }
territory-home-no-plans = Школам пока не опубликован ни один план. Загрузите и утвердите его в разделе «Планы», потом опубликуйте здесь.
territory-plan-line =
    🗺 <b>{ $title }</b> ({ $year })
    Опубликовал: { $publisher } · школ: { $schools }
    { $counts }
territory-plan-button = { $late ->
        [0] 🗺 { $title }
       *[other] 🗺 { $title } · 🔴 { $late }
    }
territory-publish-open = 📣 Опубликовать школам: { $title }
territory-published-open = 📣 Что передано школам: { $title }
territory-organizations = 🏫 Школы и ссылки
territory-acts = 📚 Локальные акты школ
territory-make-school = ➕ Добавить школу
territory-make-municipality = ➕ Добавить муниципалитет
territory-make-partner = ➕ Добавить партнёра
territory-to-home = ‹ Территория

territory-head =
    <b>{ $title }</b> ({ $year })
    Опубликовал: { $publisher }
territory-nobody-has-it = Этот план пока не пришёл ни в одну школу.
territory-item-line = { $number }. { $activity }
    { $counts }
territory-by-school = По школам
territory-by-item = По мероприятиям
territory-take-matrix = 📊 Скачать таблицу .xlsx
territory-nudge-all = 🔔 Напомнить всем, кто опаздывает
territory-nudge-school = 🔔 Напомнить школе
territory-school-line = <b>{ $name }</b>: { $counts }
territory-school-empty = <b>{ $name }</b>: ещё никто не вошёл
territory-school-without = <b>{ $name }</b>: этих мероприятий нет
territory-school-title = <b>{ $name }</b>
    { $counts }
territory-school-answers = <i>За мероприятия отвечает школа; имена учителей здесь не показываются.</i>
territory-activity = <b>{ $number } { $activity }</b>
territory-cell-line = { $mark } { $what } — { $when }
territory-until = до { $due }
territory-done-on = сделано { $at }
territory-of-several = { $when } ({ $settled } из { $total })
territory-checklist = 📚 Обязательные акты школы

territory-cell-title =
    <b>{ $name }</b>
    { $number } { $activity }
territory-cell-phrase = Срок в плане: «{ $phrase }»
territory-cell-result = Ожидаемый результат: { $result }
territory-undated = Даты у мероприятия нет: школа выполняет его по мере необходимости или назначит срок сама.
territory-duty-done = { $mark } до { $due }: сделано { $at }
territory-duty-done-late = { $mark } до { $due }: сделано с опозданием, { $at }
territory-duty-waived = { $mark } до { $due }: снято с контроля
territory-duty-moved = { $mark } до { $due } (перенесено с { $before })
territory-duty-undone = { $mark } до { $due }
territory-duty-evidence = Подтверждение: { $kinds }
territory-evidence-comment = комментарий
territory-evidence-file = файл
territory-evidence-link = ссылка
territory-evidence-act = номер акта
territory-open-evidence = 📎 Подтверждение · { $due }
territory-evidence-title = <b>Чем школа подтвердила выполнение</b>
territory-evidence-trace = <i>Комментарии остаются в школе. То, что вы открыли подтверждение, записано в журнал.</i>
territory-shown = • { $kind }: { $text } ({ $at })
territory-shown-kind = • { $kind } ({ $at })
territory-file = 📎 { $name }
territory-file-sent = Файл школы к мероприятию дорожной карты.
territory-to-item = ‹ Мероприятие
territory-to-school = ‹ Школа

territory-reminded = { $count ->
        [one] Напоминание отправлено { $count } школе.
       *[many] Напоминание отправлено { $count } школам.
    }
territory-reminded-earlier = { $count ->
        [one] { $count } школе сегодня уже напоминали.
       *[many] { $count } школам сегодня уже напоминали.
    }
territory-reminded-nobody = { $count ->
        [one] В { $count } школе некому написать.
       *[many] В { $count } школах некому написать.
    }
territory-school-reminded = Напоминание отправлено: { $name }.

territory-sheet-name = Матрица
territory-sheet-title = { $title } ({ $year }), на { $day }
territory-sheet-school = Школа
territory-sheet-total = Всего
territory-sheet-file = matrica-{ $day }
territory-sheet-caption = «{ $title }»: все школы и мероприятия. Цвет ячейки — состояние.

territory-publication =
    📣 <b>{ $title }</b> ({ $year })
    Какие мероприятия выполняют школы?
territory-publication-not-yet = Школам ещё не опубликовано. Школ: { $schools }, из них уже работают с ботом: { $ready }.
territory-publication-done = Опубликовано: { $at }. У школ то же, что отмечено здесь.
territory-publication-changed = Опубликовано: { $at }. С тех пор отметки изменились — опубликуйте снова.
territory-publication-counts = Отмечено: { $ticked } из { $total }
territory-publication-line = { $mark } { $number }. { $activity }
    Срок: { $phrase }. Ответственный: { $responsible }
territory-publication-who = <i>Отмеченное увидят кураторы и руководители всех школ. Остальное остаётся за вами.</i>
territory-tick-suggested = Отметить те, где названы школы · { $count }
territory-publish = 📣 Опубликовать · школ: { $count }
territory-publish-again = 📣 Опубликовать изменения · школ: { $count }
territory-published-now = ✅ Опубликовано. Мероприятий для школ: { $items }. Получили школ: { $schools }.
territory-published-waiting = { $count ->
        [one] Ещё { $count } школа получит план позже: сразу после входа куратора или руководителя, а если они есть — в течение нескольких минут.
        [few] Ещё { $count } школы получат план позже: сразу после входа куратора или руководителя, а если они есть — в течение нескольких минут.
       *[many] Ещё { $count } школ получат план позже: сразу после входа куратора или руководителя, а если они есть — в течение нескольких минут.
    }
territory-watch = Следить за выполнением

territory-organizations-title = <b>{ $name }</b>
    Организаций: { $total }. Нажмите, чтобы получить ссылки.
territory-organizations-none = Пока ни одной.
territory-branch = { $indent } { $name } — { $people ->
        [0] ещё никто не вошёл
        [one] { $people } человек
        [few] { $people } человека
       *[many] { $people } человек
    }
territory-ask-school = Напишите название школы, как в уставе. Я создам её и дам ссылки для куратора и руководителя.
territory-ask-municipality = Напишите название муниципалитета или отдела образования. Я создам его и дам ссылку для координатора.
territory-ask-partner = Напишите название организации-партнёра: вуза, колледжа, предприятия. Я создам её и дам ссылку для её куратора.
territory-made = ✅ Создано: <b>{ $name }</b>
territory-links = Ссылки: <b>{ $name }</b>
territory-link-curator = Для куратора: { $url }
territory-link-head = Для руководителя: { $url }
territory-link-coordinator = Для муниципального координатора: { $url }
territory-link-operator = Для регионального оператора: { $url }
territory-held-curator = Куратор уже есть. Ещё одного приглашает руководитель школы.
territory-held-head = Руководитель уже есть. Ссылка для нового появится здесь, когда прежний перестанет им быть.
territory-held-coordinator = Координатор уже есть. Ещё одного он приглашает сам.
territory-held-operator = Оператор уже есть. Ещё одного он приглашает сам.
territory-links-note = Каждая ссылка — на одного человека и действует 30 дней. Кто по ней войдёт, сразу получит эту роль: отправляйте её только тому, кому она предназначена.

territory-brought = { $count ->
        [one] 📣 <b>Новый план для вашей школы</b>: { $count } мероприятие
        [few] 📣 <b>Новый план для вашей школы</b>: { $count } мероприятия
       *[many] 📣 <b>Новый план для вашей школы</b>: { $count } мероприятий
    }
    «{ $title }» ({ $year }), опубликовал: { $publisher }. Сроки уже в дорожной карте. Проверьте, кто за что отвечает.
territory-brought-again = { $count ->
        [one] 📣 <b>План обновлён</b>: { $count } мероприятие
        [few] 📣 <b>План обновлён</b>: { $count } мероприятия
       *[many] 📣 <b>План обновлён</b>: { $count } мероприятий
    }
    «{ $title }» ({ $year }), опубликовал: { $publisher }. То, что уже сделано, осталось сделанным.
territory-to-roadmap = 🗺 Открыть дорожную карту
territory-nudged = { $count ->
        [one] 🔔 <b>{ $name }</b> просит обратить внимание: просрочено { $count } мероприятие
        [few] 🔔 <b>{ $name }</b> просит обратить внимание: просрочено { $count } мероприятия
       *[many] 🔔 <b>{ $name }</b> просит обратить внимание: просрочено { $count } мероприятий
    }
territory-nudged-line = 🔴 { $activity } — до { $due }
territory-nudged-more = …и ещё { $count }
territory-overdue =
    🔴 <b>Школа не выполнила мероприятие вовремя</b>
    { $name }
    «{ $activity }» — { $when }
territory-open-cell = Открыть

error-nothing-late = Никто не опаздывает: напоминать некому.
error-schools-reminded-today = Сегодня уже напоминали. Завтра можно будет напомнить ещё раз.
error-nobody-at-school = { $name }: там ещё никто не получает сообщения бота. Свяжитесь со школой иначе или дайте ей ссылки.
error-nothing-for-schools = Ни одно мероприятие не отмечено для школ. Отметьте хотя бы одно.
error-already-published = У школ уже именно эти мероприятия, публиковать нечего.
error-parent-unknown = Организации с номером { $id } нет. Список: python -m bot organizations
error-parent-unfit = Такую организацию нельзя подчинить этой: { $name } (номер { $id }). Школа подчиняется муниципалитету или региону, муниципалитет — региону.
error-name-taken = «{ $name }» здесь уже есть. Проверьте список или напишите другое название.
