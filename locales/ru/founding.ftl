# Организации: их создают администраторы системы в чате.
# keys: founding-kind-*
# keys: founding-make-*
# keys: founding-link-*
# keys: audit-act-*

founding-desk =
    <b>Организации</b>
    Вы администратор системы. Что создать? Дальше каждый уровень приглашает следующий сам.
founding-make-region = 🗺 Создать регион
founding-make-municipality = 🏛 Создать муниципалитет
founding-make-school = 🏫 Создать школу
founding-make-partner = 🤝 Создать партнёра
founding-kind-region = регион
founding-kind-municipality = муниципалитет
founding-kind-school = школа
founding-kind-partner = партнёр
founding-tree-open = 🏢 Все организации и ссылки
founding-tree = Всего организаций: { $total }. Нажмите на организацию, чтобы получить ссылки для тех, кто её ведёт.
founding-tree-none = Организаций пока нет. Создайте первую.
founding-ask-parent = Создаём: { $kind }. Кому она подчиняется?
founding-alone = Никому, стоит отдельно
founding-ask-zone = Какое там время?
founding-ask-name = Создаём: { $kind }. Напишите название, как в уставе (не длиннее { $limit } знаков). Его увидят все участники.
founding-made = ✅ Создано: <b>{ $name }</b>
founding-links = Ссылки: <b>{ $name }</b>
founding-link-curator = Для куратора: { $url }
founding-link-head = Для руководителя: { $url }
founding-link-coordinator = Для муниципального координатора: { $url }
founding-link-operator = Для регионального оператора: { $url }
founding-links-note = Каждая ссылка — на одного человека и действует 30 дней. Кто по ней войдёт, сразу получит эту роль: отправляйте её только тому, кому она предназначена.
founding-links-renew = 🔁 Отозвать и сделать новые
founding-links-renewed = Это новые ссылки. По прежним, которыми ещё не воспользовались, больше не войти.

audit-act-organization-made = создал(а) организацию
audit-act-organization-links_shown = взял(а) ссылки для тех, кто ведёт организацию
audit-act-organization-links_renewed = заменил(а) ссылки для тех, кто ведёт организацию
