# Organisations as the administrators of the system make them in the chat.
# keys: founding-kind-*
# keys: founding-make-*
# keys: founding-link-*
# keys: audit-act-*

founding-desk =
    <b>Organisations</b>
    You are an administrator of the system. What shall be made? From there each level invites the next one itself.
founding-make-region = 🗺 Make a region
founding-make-municipality = 🏛 Make a municipality
founding-make-school = 🏫 Make a school
founding-make-partner = 🤝 Make a partner
founding-kind-region = region
founding-kind-municipality = municipality
founding-kind-school = school
founding-kind-partner = partner
founding-tree-open = 🏢 All organisations and links
founding-tree = Organisations in all: { $total }. Tap one to get the links for those who run it.
founding-tree-none = There are no organisations yet. Make the first one.
founding-ask-parent = We make: { $kind }. Under what does it stand?
founding-alone = Under nothing, it stands alone
founding-ask-zone = What time is it there?
founding-ask-name = We make: { $kind }. Type its name as in its charter (at most { $limit } characters). All participants will see it.
founding-made = ✅ Made: <b>{ $name }</b>
founding-links = Links: <b>{ $name }</b>
founding-link-curator = For the curator: { $url }
founding-link-head = For the head: { $url }
founding-link-coordinator = For the municipal coordinator: { $url }
founding-link-operator = For the regional operator: { $url }
founding-links-note = Each link is for one person and valid for 30 days. Whoever comes in by it has the role at once: send it only to the person it is meant for.
founding-links-renew = 🔁 Revoke and make new ones
founding-links-renewed = These are new links. Earlier ones that were not used yet let nobody in any more.

audit-act-organization-made = made an organisation
audit-act-organization-links_shown = took the links for those who run an organisation
audit-act-organization-links_renewed = replaced the links for those who run the organisation
