# Программага керү: тел, ризалык, анкета, куратор карары, чакырулар.
# keys: joining-invite-*

joining-language = Выберите язык · Телне сайлагыз · Choose a language
language-changed = Әзер, алга таба — татарча.
joining-consent =
    <b>{ $title }</b>
    Сезне остазлык программасына чакыралар, роль: { $role }.

    { $body }

    <i>{ $version } нче редакция. Ризалык биргәнче сезнең турыда берни дә язылмый.</i>
button-agree = Ризалык бирәм
button-disagree = Ризалык бирмим
joining-refused = Яхшы, сезнең турыда берни дә язылмады. Ботсыз да, кәгазьдә катнашырга мөмкин: кураторга мөрәҗәгать итегез ({ $organization }). Фикерегезне үзгәртсәгез, документны яңадан укый аласыз.
button-read-again = Яңадан уку

menu-invitations = ✉️ Хезмәттәшләрне чакыру
joining-invitations = Кемне чакырабыз? Сылтаманы алыгыз һәм хезмәттәшләрегезгә җибәрегез.
joining-invite-mentee = Остазланучылар · { $organization }
joining-invite-mentor = Остазлар · { $organization }
joining-invite-curator = Куратор (бер урын) · { $organization }
joining-invite-coordinator = Координаторны (бер урын) · { $organization }
joining-invite-operator = Операторны (бер урын) · { $organization }
joining-invitation =
    Чакыру сылтамасы, роль: <b>{ $role }</b>
    { $organization }

    { $url }

    Калган урыннар: { $places }. Гамәлдә: { $until } кадәр.
    Сылтаманы кулында булган һәркем ача ала: аны үзегезнекеләргә генә җибәрегез. Һәр анкетаны сез хуплыйсыз.
joining-invitation-for-one =
    Чакыру сылтамасы, роль: <b>{ $role }</b>
    { $organization }

    { $url }

    Калган урыннар: { $places }. Гамәлдә: { $until } кадәр.
    Бу сылтама аша кергән кеше рольне шунда ук ала: аны ул билгеләнгән кешегә генә җибәрегез.
button-revoke = Сылтаманы кире алу
joining-revoked = Сылтама бүтән эшләми. Яңасын «Хезмәттәшләрне чакыру» бүлегендә алырга мөмкин.
