# keys: audit-act-*
## Ихтыяҗлар турында нәтиҗәләр: исемлек, бер нәтиҗә, баш тартулар.

people-conclusions-title = <b>Ихтыяҗлар турында нәтиҗәләр: { $name }</b>
people-conclusions-none = Нәтиҗәләр әлегә юк.
people-conclusion-add = ➕ Нәтиҗә өстәү
people-conclusion-entry = <b>{ $source }</b>, { $day }
people-conclusion-text = «{ $text }»
people-conclusion-hidden = 🔒 бар, тексты яшерелгән
people-conclusion-open = { $source }, { $day }
people-conclusion-open-hidden = 🔒 { $source }, { $day }
people-conclusion-about = <b>Нәтиҗә: { $name }</b>
people-conclusion-source = Чыганак: { $source }
people-conclusion-ground = Нигез: { $ground }
people-conclusion-day = Кертелгән: { $day }
people-conclusion-is-sensitive = <i>🔒 Сизгер мәгълүмат. Аны укуыгыз журналга язылды.</i>
people-conclusion-remove = Бетерү
people-conclusion-removal = Нәтиҗәне бетерергәме: { $source }, { $day }? Кире кайтарып булмаячак.
people-conclusion-remove-yes = Әйе, бетерергә
people-conclusion-gone = Нәтиҗә бетерелде.

audit-act-conclusion-added = ихтыяҗлар турында нәтиҗә кертте
audit-act-conclusion-seen = ихтыяҗлар турында нәтиҗәне укыды
audit-act-conclusion-removed = ихтыяҗлар турында нәтиҗәне бетерде

error-looks-like-document = Монда документ номеры, телефон яки почта булса кирәк. Алар монда сакланмый: нәтиҗәне аларсыз языгыз.
error-too-many-conclusions = Бу кеше турында инде { $limit } нәтиҗә бар. Искергәннәрен бетерегез.
