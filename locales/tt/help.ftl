# Ярдәм сораулар: сорау, җавап бирү, ярдәм иткәнме икәнен белү; мәктәптә никадәр тиз җавап бирәләр.
# keys: assist-state-*, assist-item-*, assist-reason-*, audit-act-*

menu-help = 🆘 Ярдәм кирәк
menu-help-mentor = 🆘 Ярдәм сорыйлар
menu-help-desk = 🆘 Ярдәм сораулар

assist-to-help = ‹ Сорауларга
assist-title = <b>Остаз ярдәме</b>
assist-choose = Теләсә кайчан, вак нәрсә турында да сорарга була. Кемнән сорыйбыз?
assist-no-mentors = Хәзер мәктәптә сорап булырлык остаз юк. Кураторга мөрәҗәгать итегез; остаз булуга, монда төймә күренер.
assist-nobody-waits = Хәзер сездән беркем дә җавап көтми. Сездән ярдәм сорасалар, шунда ук язарбыз.
assist-ask-own = ✍️ Сорау: { $who }
assist-ask-all = 📣 Барлык остазлардан сорау
assist-ask-at = { $ask } · { $school }
assist-all = Барлык сораулар
assist-list = <b>Барлык сораулар</b>
    Башта яңалары. Ачу өчен басыгыз.
assist-list-empty = <b>Барлык сораулар</b>
    Әлегә берсе дә юк.
assist-item-open = ⏳ { $day } · { $who } · { $topic }
assist-item-answered = 💬 { $day } · { $who } · { $topic }
assist-item-closed = ✓ { $day } · { $who } · { $topic }
assist-item-taken-back = ✕ { $day } · { $who } · { $topic }
assist-your-request = сез
assist-without-topic = темасыз
assist-all-mentors = мәктәпнең барлык остазлары
assist-you = сез

assist-own = <b>Сез ярдәм сорадыгыз</b>
    Кемнән: { $to }
    { $when }
assist-of = <b>Ярдәм сорый: { $who }</b>
    Кемнән: { $to }
    { $when }
assist-topic = Тема: { $topic }
assist-question = «{ $text }»
assist-earlier = Моңарчы язылган хәбәрләр: { $count }.
assist-answer = 💬 <b>{ $who }</b>, { $when }:
    { $text }
assist-further = ❓ <b>{ $who }</b>, { $when }:
    { $text }

assist-state-open = Соравыгыз остазда. { $hours } сәгать эчендә җавап булмаса, аны куратор күрәчәк.
assist-state-later = Остазның хәзер тыныч сәгатьләре: соравыгызны { $when } алачак. { $hours } сәгать эчендә җавап булмаса, аны куратор күрәчәк.
assist-state-curator = Сорауны куратор алачак: остазга Телеграмда язып булмый. Куратор үзе җавап бирер яки сорауны тапшырыр.
assist-state-waits-for-you = Җавап көтә.
assist-state-answered = Җавап бар.
assist-state-closed = Ярдәм итте, сорау ябылды.
assist-state-taken-back = Сез бу сорауны кире алдыгыз. Аны башка беркем дә күрмәячәк.

assist-ask-head = <b>Ярдәм сорау</b>
    Кемнән: { $to }
assist-choose-topic = Теманы сайлагыз яки сорауны бер хәбәр белән шунда ук языгыз.
assist-skip-topic = Темасыз
assist-type-question = Сорауны бер хәбәр белән языгыз, 1000 билгегә кадәр. Шунда ук җибәрербез.
assist-who-reads-own = <i>Укыячак кеше: { $who }. { $hours } сәгать эчендә җавап булмаса, куратор һәм мәктәп җитәкчесе укып, башка остазларга тапшыра алачак. Телефон, адрес һәм документ номерларын язмагыз.</i>
assist-who-reads-all = <i>Мәктәпнең барлык остазлары укыячак. { $hours } сәгать эчендә җавап булмаса, куратор һәм җитәкче дә укый алачак. Телефон, адрес һәм документ номерларын язмагыз.</i>
assist-who-reads-curator = <i>{ $who }: Телеграмда язып булмый, шуңа күрә сорауны куратор һәм мәктәп җитәкчесе шунда ук укый алачак. Алар җавап бирер яки тапшырыр. Телефон, адрес һәм документ номерларын язмагыз.</i>
assist-stop = Баш тарту
assist-stopped = Ярар, бернәрсә дә җибәрелмәде.
assist-sent = ✅ Соравыгыз җибәрелде.
assist-take-back = Сорауны кире алу

assist-own-words = ✍️ Үз сүзләрем белән җавап бирү
assist-write = ✍️ Җавап язу
assist-add = ✍️ Җавапка өстәү
assist-type-answer = Җавапны бер хәбәр белән языгыз, 1000 билгегә кадәр. Аны { $who } һәм сорау җибәрелгән кешеләр укыячак.
assist-type-answer-curator = Җавапны бер хәбәр белән языгыз, 1000 билгегә кадәр. Аны { $who } һәм сорау җибәрелгән кешеләр укыячак; җавапны сез биргәнне күрәчәкләр.
assist-type-further = Тагын нәрсә аңлашылмаганын бер хәбәр белән языгыз, 1000 билгегә кадәр. Хәбәрне сезгә җавап биргәннәр алачак; сорау җибәрелгән һәркем укый алачак.
assist-sent-answer = ✅ Җавабыгыз җибәрелде: { $who }.
assist-sent-further = ✅ Сезгә җавап биргән кешеләргә җибәрелде.
assist-answered-meanwhile = Сез укыганда, бу сорауга җавап бирделәр инде. Сезнеке җибәрелмәде; теләсәгез, өстәгез.
assist-helped = 👍 Ярдәм итте
assist-more = Тагын кирәк
assist-plan = 🗓 Очрашуны планлаштыру
assist-glad = 👍 Ярдәм иткәненә шатбыз. Җавап биргән кешеләргә әйтербез.
assist-remind = 🔔 Остазга искә төшерү
assist-remind-all = 🔔 Остазларга искә төшерү
assist-pass-on = 📣 Барлык остазларга тапшыру
assist-passed-on = ✅ Сорау мәктәпнең барлык остазларына тапшырылды.
assist-reminded = ✅ Искә төшердек. Тагын җавап булмаса, сорау сезгә кире килер.
assist-read-and-answer = Уку һәм җавап бирү
assist-find-mentor = Остаз сайлау

assist-notice-asked = 🆘 <b>Сездән ярдәм сорыйлар.</b> Бер басу белән җавап биреп була.
assist-notice-further = ❓ <b>Сездән тагын сорыйлар.</b>
assist-notice-further-curator = ❓ Сез ярдәм сорауга җавап биргән идегез, тагын кирәк: { $who }.
assist-notice-answered = 💬 <b>Сезгә җавап бирделәр.</b>
assist-notice-passed-on = 📣 Куратор соравыгызны мәктәпнең барлык остазларына тапшырды.
assist-notice-helped = 👍 Җавабыгыз ярдәм итте: { $who }. Рәхмәт!
assist-notice-without-mentor = 🆘 Остазы булмаган катнашучы ярдәм сорый: { $who }. Сорауны мәктәпнең барлык остазлары алды. Бәлки, остаз сайларга вакыттыр.

assist-alert = <b>Ярдәм сорау җавап көтә</b>
    Кем сорый: { $who }
    Кемнән: { $to }
assist-reason-waits = Остаз сорауны алды, әмма әлегә җавап бирмәде. Искә төшерегез, үзегез җавап бирегез яки барлык остазларга тапшырыгыз.
assist-reason-no-telegram = Остазга Телеграмда язып булмый. Үзенә әйтегез, үзегез җавап бирегез яки барлык остазларга җибәрегез.
assist-reason-away = Сорау җибәрелгән кеше хәзер юк: остаз катнашуын туктаткан, киткән яки пар тәмамланган. Үзегез җавап бирегез яки барлык остазларга тапшырыгыз.

assist-desk = <b>Ярдәм сораулар</b> · соңгы { $days } көн
assist-desk-nothing = Бу вакытта беркем дә ярдәм сорамады.
assist-desk-asked = Сораулар: { $asked }, җавап бирелгән: { $answered }.
assist-desk-times = Беренче җавап, гадәттә, { $time } узгач килә. Тәүлек эчендә җавап бирелгән: { $soon } ({ $share } %).
assist-desk-open = Җавап көтәләр: { $count }. Башта иң күптәнгеләре; нәрсә сораганнары җавап бик озак булмаганда гына күренә.
assist-desk-none = Җавапсыз сораулар юк.
assist-desk-line = • { $who } → { $whom }, { $time } көтә
assist-desk-line-climbed = • ❗ { $who } → { $whom }, { $time } көтә
assist-desk-read = Ачу: { $who }
assist-to-desk = ‹ Ярдәм сораулар
assist-scope-own = үз остазы
assist-scope-all = барлык остазлар
assist-minutes = { $minutes } мин.
assist-hours = { $hours } сәг. { $minutes } мин.
assist-days = { $days } көн

error-too-many-open-requests = Сезнең { $limit } соравыгыз җавапсыз. Җавап көтегез яки артыкларын кире алыгыз.
error-no-mentor-to-ask = Хәзер сорар кеше юк: җавап бирә алырлык остаз юк. Кураторга мөрәҗәгать итегез.
error-help-talk-too-long = Бу сорауда инде { $limit } хәбәр бар. Очрашып сөйләшү яки яңа сорау бирү яхшырак.
error-help-with-private-data = Монда документ номеры, телефон яки почта булса кирәк. Алар монда сакланмый: шуны аларсыз языгыз.

audit-act-help-seen = җавапсыз калган ярдәм сорауны укыды
audit-act-help-desk-seen = ярдәм сорауларга ничек җавап биргәннәрен карады
audit-act-help-answered = ярдәм сорауга остаз урынына җавап бирде
audit-act-help-passed-on = ярдәм сорауны барлык остазларга тапшырды
audit-act-help-reminded = остазларга ярдәм сорау турында искә төшерде
