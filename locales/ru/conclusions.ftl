# keys: audit-act-*
## Заключения о потребностях: список, одно заключение, отказы.

people-conclusions-title = <b>Заключения о потребностях: { $name }</b>
people-conclusions-none = Заключений пока нет.
people-conclusion-add = ➕ Добавить заключение
people-conclusion-entry = <b>{ $source }</b>, { $day }
people-conclusion-text = «{ $text }»
people-conclusion-hidden = 🔒 есть, текст скрыт
people-conclusion-open = { $source }, { $day }
people-conclusion-open-hidden = 🔒 { $source }, { $day }
people-conclusion-about = <b>Заключение: { $name }</b>
people-conclusion-source = Источник: { $source }
people-conclusion-ground = Основание: { $ground }
people-conclusion-day = Внесено: { $day }
people-conclusion-is-sensitive = <i>🔒 Чувствительное. То, что вы его прочли, записано в журнал.</i>
people-conclusion-remove = Удалить
people-conclusion-removal = Удалить заключение: { $source }, { $day }? Вернуть его будет нельзя.
people-conclusion-remove-yes = Да, удалить
people-conclusion-gone = Заключение удалено.

audit-act-conclusion-added = внёс заключение о потребностях
audit-act-conclusion-seen = прочёл заключение о потребностях
audit-act-conclusion-removed = удалил заключение о потребностях

error-looks-like-document = Похоже, здесь номер документа, телефон или почта. Такое здесь не хранят: напишите вывод без них.
error-too-many-conclusions = О человеке уже { $limit } заключений. Удалите устаревшие.
