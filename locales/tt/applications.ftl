# Анкета: сораулар, тикшерү, куратор карары.
# keys: joining-reason-*

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
