# Программага керү: тел, ризалык, анкета, куратор карары, чакырулар.
# keys: joining-reason-*
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

joining-progress = Анкета: { $total } сораудан { $number }
joining-question = { $text }
joining-other-hint = Исемлектән сайларга яки үзегезнекен язарга мөмкин.
joining-given = Хәзер күрсәтелгән: <b>{ $answer }</b>
joining-seen-by = <i>Җавапны куратор һәм мәктәп җитәкчесе күрәчәк; парыгызга — фән һәм эш темалары гына.</i>
joining-chosen = ● { $label }
joining-ticked = ☑ { $label }
joining-unticked = ☐ { $label }
joining-summary = <b>Анкетаны тикшерегез</b>
joining-summary-hint = Барысы да дөрес булса, җибәрегез. Җавапны төзәтү өчен аның номерына басыгыз.
joining-return-reason = Куратор төгәлләштерүне сорый: <b>{ $reason }</b>
joining-answer = { $number }. { $question }
    — <b>{ $answer }</b>
joining-no-answer = җавапсыз
joining-correct = ✎ { $number }
button-submit = Кураторга җибәрү
joining-submitted = Анкета кураторга җибәрелде ({ $organization }). Җавап гадәттә ике көн эчендә килә — шунда ук язарбыз.
joining-admitted = Әзер! Сез кердегез: { $organization }, роль — { $role }.

joining-to-decide =
    <b>Яңа анкета: { $role }</b>
    { $name }

    { $answers }
button-approve = Хуплау
button-return = Сәбәбен әйтеп кайтару
joining-ask-reason = { $name }: анкетада нәрсәне төзәтергә? Сәбәпне сайлагыз яки үз сүзләрегез белән языгыз — кеше аны күрәчәк.
joining-reason-unclear = Зинһар, җавапларны төгәлләштерегез
joining-reason-difficulties = Нинди ярдәм кирәген тулырак языгыз
joining-reason-name = Исемегезне тулысынча күрсәтегез
joining-was-approved = Хупланды: { $name } ({ $role }). Бу турыда хәбәр иттек.
joining-was-returned = Анкета кайтарылды: { $name }. Нәрсәне төзәтергә кирәген әйттек.
joining-approved-mentee = Анкетагыз хупланды ({ $organization }). Куратор сезгә остаз сайлый — тәкъдим булгач язарбыз.
joining-approved-mentor = Анкетагыз хупланды ({ $organization }). Ярдәм итәргә әзер булуыгыз өчен рәхмәт! Куратор пар тәкъдим иткәч, ризалыгыгызны сорарбыз.
joining-returned =
    Куратор анкетаны кайтарды һәм төгәлләштерүне сорый:
    <b>{ $reason }</b>

    Барлык җаваплар сакланган, яңадан язарга кирәкми.
button-correct = Анкетаны төзәтү

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
