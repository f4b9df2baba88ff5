# keys: audit-act-*
## Conclusions about needs: the list, one of them, refusals.

people-conclusions-title = <b>Conclusions about needs: { $name }</b>
people-conclusions-none = There are no conclusions yet.
people-conclusion-add = ➕ Add a conclusion
people-conclusion-entry = <b>{ $source }</b>, { $day }
people-conclusion-text = “{ $text }”
people-conclusion-hidden = 🔒 there is one, its text is hidden
people-conclusion-open = { $source }, { $day }
people-conclusion-open-hidden = 🔒 { $source }, { $day }
people-conclusion-about = <b>Conclusion: { $name }</b>
people-conclusion-source = Source: { $source }
people-conclusion-ground = Ground: { $ground }
people-conclusion-day = Entered: { $day }
people-conclusion-is-sensitive = <i>🔒 Sensitive. That you have read it is written to the log.</i>
people-conclusion-remove = Delete
people-conclusion-removal = Delete the conclusion: { $source }, { $day }? It can’t be brought back.
people-conclusion-remove-yes = Yes, delete
people-conclusion-gone = The conclusion is deleted.

audit-act-conclusion-added = entered a conclusion about needs
audit-act-conclusion-seen = read a conclusion about needs
audit-act-conclusion-removed = deleted a conclusion about needs

error-looks-like-document = This looks like the number of a document, a phone number or an e-mail address. They are not kept here: please write the conclusion without them.
error-too-many-conclusions = There are { $limit } conclusions about this person already. Please delete outdated ones.
