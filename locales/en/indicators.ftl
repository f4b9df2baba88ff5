# Planned results of the roadmap: plan and fact.

menu-indicators = 🎯 Planned results
indicators-no-plan = Planned results belong to an approved plan. Please upload and approve a plan first.
indicators-to-plans = 📄 Plans
indicators-choose-plan = Of which plan?
indicators-plan = { $title } · { $count }
indicators-title = 🎯 <b>Planned results</b>
    { $title } ({ $year })
indicators-order = Approved with the plan by order No. { $number } of { $day }.
indicators-none = There are none yet. Add what you plan to reach: the fact will stand beside it later.
indicators-short = { $count ->
        [one] { $count } planned result was not reached: the plan should be revised.
       *[other] { $count } planned results were not reached: the plan should be revised.
    }
indicators-line = { $mark } <b>{ $title }</b>
    planned { $planned }, reached { $actual } ({ $day })
indicators-line-open = ⏳ <b>{ $title }</b>
    planned { $planned }, nothing entered yet
indicators-add = ➕ Add a planned result
indicators-enter = Enter what was reached
indicators-remove = Remove it
indicators-remove-ask = Remove “{ $title }” with what was reached?
indicators-remove-yes = Yes, remove it
indicators-ask-title = What is measured? For example: the share of teachers satisfied with the programme.
indicators-ask-planned = “{ $title }”
    How much is planned? For example: 85 % or 12 pairs.
indicators-ask-actual = “{ $title }”, planned { $planned }.
    How much was reached? Type a number.
indicators-ask-day = Reached: { $actual }. As of which day? Tap “Today” or type a date.
indicators-today = Today
indicators-alert =
    🎯 <b>A planned result was not reached</b>
    “{ $title }”: planned { $planned }, reached { $actual }
    Plan: { $plan }. Please revise the roadmap and, if the pair is the reason, its programme as well.
indicators-revise = 📄 A new version of the plan
indicators-see = 🎯 Plan and fact

error-not-a-value = A number is needed, with or without a unit: 85 % or 12 pairs.
error-too-many-indicators = A plan can have at most { $limit } planned results.
error-measured-in-future = That day is still ahead. Type today's date or an earlier one.
