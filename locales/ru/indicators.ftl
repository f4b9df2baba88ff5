# Плановые показатели дорожной карты: план и факт.

menu-indicators = 🎯 Показатели
indicators-no-plan = Показатели задаются для утверждённого плана. Сначала загрузите и утвердите план.
indicators-to-plans = 📄 Планы
indicators-choose-plan = По какому плану?
indicators-plan = { $title } · { $count }
indicators-title = 🎯 <b>Плановые показатели</b>
    { $title } ({ $year })
indicators-order = Утверждены приказом № { $number } от { $day } вместе с планом.
indicators-none = Показателей пока нет. Добавьте, чего планируете достичь: потом рядом с планом встанет факт.
indicators-short = { $count ->
        [one] Не достигнут { $count } показатель: план стоит пересмотреть.
        [few] Не достигнуты { $count } показателя: план стоит пересмотреть.
       *[many] Не достигнуты { $count } показателей: план стоит пересмотреть.
    }
indicators-line = { $mark } <b>{ $title }</b>
    план { $planned }, факт { $actual } ({ $day })
indicators-line-open = ⏳ <b>{ $title }</b>
    план { $planned }, факта ещё нет
indicators-add = ➕ Добавить показатель
indicators-enter = Внести факт
indicators-remove = Убрать показатель
indicators-remove-ask = Убрать показатель «{ $title }» вместе с фактом?
indicators-remove-yes = Да, убрать
indicators-ask-title = Что измеряем? Например: доля педагогов, удовлетворённых участием в программе.
indicators-ask-planned = «{ $title }»
    Сколько запланировано? Например: 85 % или 12 пар.
indicators-ask-actual = «{ $title }», план { $planned }.
    Сколько получилось? Напишите число.
indicators-ask-day = Факт: { $actual }. На какой день? Выберите «Сегодня» или напишите дату.
indicators-today = Сегодня
indicators-alert =
    🎯 <b>Плановый показатель не достигнут</b>
    «{ $title }»: план { $planned }, факт { $actual }
    План: { $plan }. Пересмотрите дорожную карту, а если дело в паре — и её программу.
indicators-revise = 📄 Новая версия плана
indicators-see = 🎯 План и факт

error-not-a-value = Нужно число, можно с единицей измерения: 85 % или 12 пар.
error-too-many-indicators = У одного плана может быть не больше { $limit } показателей.
error-measured-in-future = День измерения ещё не наступил. Напишите сегодняшний или прошедший.
