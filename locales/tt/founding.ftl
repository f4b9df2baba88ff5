# Оешмалар: аларны система администраторлары чатта булдыра.
# keys: founding-kind-*
# keys: founding-make-*
# keys: founding-link-*
# keys: audit-act-*

founding-desk =
    <b>Оешмалар</b>
    Сез — система администраторы. Нәрсә булдырабыз? Аннары һәр баскыч киләсесен үзе чакыра.
founding-make-region = 🗺 Төбәк булдыру
founding-make-municipality = 🏛 Муниципалитет булдыру
founding-make-school = 🏫 Мәктәп булдыру
founding-make-partner = 🤝 Партнёр булдыру
founding-kind-region = төбәк
founding-kind-municipality = муниципалитет
founding-kind-school = мәктәп
founding-kind-partner = партнёр
founding-tree-open = 🏢 Барлык оешмалар һәм сылтамалар
founding-tree = Барлыгы оешмалар: { $total }. Оешманы алып баручылар өчен сылтамалар алу өчен аңа басыгыз.
founding-tree-none = Әлегә оешмалар юк. Беренчесен булдырыгыз.
founding-ask-parent = Булдырабыз: { $kind }. Ул кемгә буйсына?
founding-alone = Беркемгә дә, аерым тора
founding-ask-zone = Анда вакыт нинди?
founding-ask-name = Булдырабыз: { $kind }. Исемен уставтагыча языгыз ({ $limit } билгедән озын булмасын). Аны барлык катнашучылар күрә.
founding-made = ✅ Булдырылды: <b>{ $name }</b>
founding-links = Сылтамалар: <b>{ $name }</b>
founding-link-curator = Куратор өчен: { $url }
founding-link-head = Җитәкче өчен: { $url }
founding-link-coordinator = Муниципаль координатор өчен: { $url }
founding-link-operator = Төбәк операторы өчен: { $url }
founding-links-note = Һәр сылтама — бер кешегә, 30 көн гамәлдә. Аның аша кергән кеше рольне шунда ук ала: сылтаманы ул билгеләнгән кешегә генә җибәрегез.
founding-links-renew = 🔁 Гамәлдән чыгарып, яңаларын ясау
founding-links-renewed = Болар — яңа сылтамалар. Элеккеләре, әле кулланылмаган булса, башка эшләми.

audit-act-organization-made = оешма булдырды
audit-act-organization-links_shown = оешманы алып баручылар өчен сылтамалар алды
audit-act-organization-links_renewed = оешманы алып баручылар өчен сылтамаларны алыштырды
