# Локальные акты: реестр, обязательные документы, листы ознакомления.
# keys: acts-audience-*

menu-acts = 📚 Локальные акты
menu-acts-unread = 📚 Ознакомиться с документами

acts-number = № { $number } от { $day }
acts-dated = от { $day }
acts-register = <b>Локальные акты</b>
    { $name } · всего: { $total }
acts-missing = ❗ Нет обязательных: { $kinds }
acts-none = В реестре пока ничего нет.
acts-line = • <b>{ $kind }</b> { $named }: { $title }{ $marks }{ $readers }
acts-readers-short = ознакомлены { $read } из { $asked }
acts-add = ➕ Внести акт
acts-checklist = ☑️ Обязательные документы
acts-matrix = 🏫 Акты школ
acts-unread = Что прочитать мне
acts-to-register = ‹ Реестр актов
acts-removed = Запись убрана из реестра.

acts-card =
    <b>{ $kind }</b> { $named }
    «{ $title }»
    { $organization }
acts-replaces = Вносит изменения в акт { $named }.
acts-replaced-by = ↪️ Есть более новый акт: { $named }.
acts-published = 🌐 Размещён на сайте, отметка: { $at }
acts-not-published = На сайте не размещён.
acts-readers = Ознакомлены: { $read } из { $asked }
acts-sent-to = Направлен: { $audience }
acts-by = Ознакомиться до: { $day } (включительно)
acts-you-read = ✅ Вы ознакомлены: { $at }
acts-please-read = Прочитайте документ и нажмите «Ознакомлен(а)».
acts-please-read-by = Прочитайте документ и нажмите «Ознакомлен(а)». Срок — { $day } (включительно).
acts-open-file = 📎 { $name }
acts-link = 🔗 { $url }
acts-acknowledge = ✅ Ознакомлен(а)
acts-send = 📨 Направить на ознакомление
acts-show-readers = 👥 Кто ознакомлен
acts-publish = 🌐 Отметить: размещён на сайте
acts-unpublish = Снять отметку о сайте
acts-attach = 📎 Файл или ссылка
acts-remove = Убрать запись
acts-remove-ask = Убрать из реестра запись «{ $kind } { $named }»? Это для ошибочных записей.
acts-remove-yes = Да, убрать
acts-file-sent = Файл локального акта.
acts-file-expected = Здесь нужен файл (документ) или ссылка, начинающаяся с http. Фотографии не принимаются: на них часто видны чужие данные.

acts-unread-title = <b>Прочитайте, пожалуйста</b> · { $count }
acts-unread-none = Непрочитанных документов нет. Спасибо!

acts-ask-kind = Какой это документ?
acts-ask-number = <b>{ $kind }</b>
    Напишите номер, например: 12 или 749-О.
acts-no-number = Без номера
acts-ask-date = Напишите дату документа, например: 1 сентября 2026 или 01.09.2026.
acts-today = Сегодня
acts-yesterday = Вчера
acts-ask-title = Дата: { $day }.
    Напишите название документа или возьмите готовое.
acts-ask-file = Пришлите файл документа или ссылку на него. Увидят те, кому вы направите акт.
    <i>Не присылайте документы с паспортными данными и сведениями о здоровье.</i>
acts-ask-replaced = Меняет ли он прежний акт?
acts-replaces-none = Нет, это отдельный акт
acts-added = ✅ Внесено в реестр.

acts-audience-everybody = всем в организации
acts-audience-mentees = наставляемым
acts-audience-mentors = наставникам
acts-audience-curators = кураторам
acts-audience-heads = руководителю
acts-audience-coordinators = координаторам
acts-audience-school-heads = руководителям всех школ
acts-audience-school-curators = кураторам всех школ
acts-ask-audience = <b>{ $kind }</b> { $named }
    Кому направить на ознакомление?
acts-ask-day = Направляем: { $audience }.
    До какого дня ознакомиться? Выберите или напишите дату.
acts-in-days = { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
acts-without-day = Без срока
acts-sent = { $count ->
        [one] 📨 Направлено { $count } человеку. Кто войдёт позже, получит документ сразу.
       *[many] 📨 Направлено: { $count } людям. Кто войдёт позже, получит документ сразу.
    }
acts-readers-title = <b>{ $kind }</b> { $named }
    Ознакомлены: { $read } из { $asked }
acts-reader = ✅ { $who } — { $at }
acts-reader-not-yet = ⏳ { $who }
acts-nudge = 🔔 Напомнить, кто ещё не ознакомлен
acts-nudged = { $count ->
        [one] Напоминание отправлено { $count } человеку.
       *[many] Напоминание отправлено: { $count } людям.
    }
acts-export = 📊 Лист ознакомления .xlsx
acts-list-sheet = Ознакомлены
acts-list-title = С документом ознакомлены: { $kind } { $named }
acts-list-number = №
acts-list-organization = Организация
acts-list-name = Имя
acts-list-date = Дата ознакомления
acts-list-not-yet = ещё нет
acts-list-file = oznakomlenie-{ $day }
acts-list-caption = Лист ознакомления: { $kind } { $named }. В файле есть имена: не пересылайте его посторонним.

acts-notice = 📨 <b>Документ на ознакомление</b> — { $organization }
acts-notice-again = 🔔 <b>Напоминаю: вы ещё не ознакомились с документом</b> — { $organization }
acts-unread-alert = { $left ->
        [one] 📚 <b>Срок ознакомления вышел</b>: { $left } человек из { $asked } ещё не ознакомлен
        [few] 📚 <b>Срок ознакомления вышел</b>: { $left } человека из { $asked } ещё не ознакомлены
       *[many] 📚 <b>Срок ознакомления вышел</b>: { $left } человек из { $asked } ещё не ознакомлены
    }
    { $kind } { $named } · { $organization }

acts-checklist-title = <b>Обязательные документы</b>
    { $name } · есть { $present } из { $total }
acts-nothing-mandatory = Для этой организации обязательных документов в списке нет.
acts-programme-older = ⚠️ Программа ({ $programme }) принята раньше действующего Положения ({ $regulation }). Проверьте, что она ему соответствует, и при необходимости примите новую.
acts-absent = ❗ { $kind } — нет
acts-present = ✅ { $kind } { $named }
acts-present-published = ✅ { $kind } { $named } 🌐
acts-matrix-title = <b>Обязательные акты школ</b>
    { $name }
acts-matrix-total = { $kind }: { $present } из { $total }
acts-matrix-empty = Школ пока нет.
acts-school-complete = ✅ <b>{ $name }</b>
acts-school-lacks = ❗ <b>{ $name }</b>: нет — { $kinds }
acts-matrix-take = 📊 Скачать таблицу .xlsx
acts-sheet-name = Акты школ
acts-sheet-title = Обязательные локальные акты: { $name }, на { $day }
acts-sheet-absent = нет
acts-sheet-lacking = Нет у школ
acts-sheet-on-site = на сайте
acts-sheet-file = akty-{ $day }
acts-sheet-caption = Обязательные локальные акты школ: { $name }.

error-act-kind-unknown = Такого вида документов в списке нет. Выберите вид ещё раз.
error-not-a-date = Не понял дату. Напишите один день, например: 01.09.2026 или 1 сентября 2026.
error-date-out-of-range = Дата документа должна быть от { $first } до { $last }.
error-not-a-link = Нужна ссылка целиком, начиная с http:// или https://, либо файл.
error-act-in-use = Эту запись убрать нельзя: с актом уже знакомятся или его меняет другой акт.
error-nobody-to-ask = Направить некому: либо всем уже направлено, либо таких людей здесь нет.
error-day-not-ahead = Нужен день не раньше сегодняшнего и не дальше года.
error-everybody-has-read = Все уже ознакомлены.
error-readers-reminded-today = Сегодня уже напоминали. Завтра можно будет напомнить ещё раз.
error-not-sent-yet = Этот документ ещё никому не направлен.
