# Municipality and region: schools, their plans, reminders, links. No teachers' names here.
# keys: territory-state-*
# keys: territory-evidence-*
# keys: territory-link-*
# keys: territory-held-*
# keys: territory-make-*

menu-territory = 🏛 Territory

territory-state-late = overdue
territory-state-not-yet = not done yet
territory-state-done = done
territory-state-waived = waived
territory-state-undated = without a date
territory-legend = <i>Marks: { $legend }</i>

territory-home =
    <b>{ $name }</b>
    Schools: { $schools }
territory-home-late = { $count ->
        [one] 🔴 { $count } school is late
       *[other] 🔴 { $count } schools are late
    }
territory-home-empty = { $count ->
        [one] Nobody has joined in { $count } school: the plan will reach it as soon as a curator or a head does.
       *[other] Nobody has joined in { $count } schools: the plan will reach them as soon as a curator or a head does.
    }
territory-home-no-plans = No plan has been published to the schools yet. Upload and approve one under “Plans”, then publish it here.
territory-plan-line =
    🗺 <b>{ $title }</b> ({ $year })
    Published by: { $publisher } · schools: { $schools }
    { $counts }
territory-plan-button = { $late ->
        [0] 🗺 { $title }
       *[other] 🗺 { $title } · 🔴 { $late }
    }
territory-publish-open = 📣 Publish to the schools: { $title }
territory-published-open = 📣 What the schools have: { $title }
territory-organizations = 🏫 Schools and links
territory-acts = 📚 Local acts of the schools
territory-make-school = ➕ Add a school
territory-make-municipality = ➕ Add a municipality
territory-make-partner = ➕ Add a partner
territory-to-home = ‹ Territory

territory-head =
    <b>{ $title }</b> ({ $year })
    Published by: { $publisher }
territory-nobody-has-it = No school has received this plan yet.
territory-item-line = { $number }. { $activity }
    { $counts }
territory-by-school = School by school
territory-by-item = Item by item
territory-take-matrix = 📊 Download the table .xlsx
territory-nudge-all = 🔔 Remind everybody who is late
territory-nudge-school = 🔔 Remind the school
territory-school-line = <b>{ $name }</b>: { $counts }
territory-school-empty = <b>{ $name }</b>: nobody has joined yet
territory-school-without = <b>{ $name }</b>: does not have these items
territory-school-title = <b>{ $name }</b>
    { $counts }
territory-school-answers = <i>The school answers for its items; teachers' names are not shown here.</i>
territory-activity = <b>{ $number } { $activity }</b>
territory-cell-line = { $mark } { $what } — { $when }
territory-until = due { $due }
territory-done-on = done { $at }
territory-of-several = { $when } ({ $settled } of { $total })
territory-checklist = 📚 Mandatory acts of the school

territory-cell-title =
    <b>{ $name }</b>
    { $number } { $activity }
territory-cell-phrase = Date in the plan: “{ $phrase }”
territory-cell-result = Expected result: { $result }
territory-undated = The item has no date: the school does it when there is need, or will set a date itself.
territory-duty-done = { $mark } due { $due }: done { $at }
territory-duty-done-late = { $mark } due { $due }: done late, { $at }
territory-duty-waived = { $mark } due { $due }: waived
territory-duty-moved = { $mark } due { $due } (moved from { $before })
territory-duty-undone = { $mark } due { $due }
territory-duty-evidence = Evidence: { $kinds }
territory-evidence-comment = a comment
territory-evidence-file = a file
territory-evidence-link = a link
territory-evidence-act = the number of an act
territory-open-evidence = 📎 Evidence · { $due }
territory-evidence-title = <b>How the school showed that it was done</b>
territory-evidence-trace = <i>Comments stay in the school. It has been logged that you opened the evidence.</i>
territory-shown = • { $kind }: { $text } ({ $at })
territory-shown-kind = • { $kind } ({ $at })
territory-file = 📎 { $name }
territory-file-sent = A file of a school for an item of the roadmap.
territory-to-item = ‹ Item
territory-to-school = ‹ School

territory-reminded = { $count ->
        [one] { $count } school has been reminded.
       *[other] { $count } schools have been reminded.
    }
territory-reminded-earlier = { $count ->
        [one] { $count } school had been reminded today already.
       *[other] { $count } schools had been reminded today already.
    }
territory-reminded-nobody = { $count ->
        [one] In { $count } school there is nobody to write to.
       *[other] In { $count } schools there is nobody to write to.
    }
territory-school-reminded = Reminded: { $name }.

territory-sheet-name = Matrix
territory-sheet-title = { $title } ({ $year }), as of { $day }
territory-sheet-school = School
territory-sheet-total = Total
territory-sheet-file = matrix-{ $day }
territory-sheet-caption = “{ $title }”: all schools and items. The colour of a cell is its state.

territory-publication =
    📣 <b>{ $title }</b> ({ $year })
    Which items do the schools carry out?
territory-publication-not-yet = Not published to the schools yet. Schools: { $schools }, of these working with the bot: { $ready }.
territory-publication-done = Published: { $at }. The schools have what is ticked here.
territory-publication-changed = Published: { $at }. The ticks have changed since: publish again.
territory-publication-counts = Ticked: { $ticked } of { $total }
territory-publication-line = { $mark } { $number }. { $activity }
    Date: { $phrase }. Responsible: { $responsible }
territory-publication-who = <i>Curators and heads of all schools will see what is ticked. The rest stays with you.</i>
territory-tick-suggested = Tick those that name the schools · { $count }
territory-publish = 📣 Publish · schools: { $count }
territory-publish-again = 📣 Publish the changes · schools: { $count }
territory-published-now = ✅ Published. Items for the schools: { $items }. Schools that have them: { $schools }.
territory-published-waiting = { $count ->
        [one] { $count } more school will get the plan later: as soon as a curator or a head joins, or within some minutes where they have.
       *[other] { $count } more schools will get the plan later: as soon as a curator or a head joins, or within some minutes where they have.
    }
territory-watch = Watch the progress

territory-organizations-title = <b>{ $name }</b>
    Organisations: { $total }. Tap one to get its links.
territory-organizations-none = None yet.
territory-branch = { $indent } { $name } — { $people ->
        [0] nobody has joined yet
        [one] { $people } person
       *[other] { $people } people
    }
territory-ask-school = Type the name of the school as in its charter. I will make it and give you the links for its curator and its head.
territory-ask-municipality = Type the name of the municipality or its education office. I will make it and give you the link for its coordinator.
territory-ask-partner = Type the name of the partner organisation: a university, a college, a company. I will make it and give you a link for its curator.
territory-made = ✅ Made: <b>{ $name }</b>
territory-links = Links: <b>{ $name }</b>
territory-link-curator = For the curator: { $url }
territory-link-head = For the head: { $url }
territory-link-coordinator = For the municipal coordinator: { $url }
territory-link-operator = For the regional operator: { $url }
territory-held-curator = There is a curator already. The head of the school invites another one.
territory-held-head = There is a head already. A link for a new one will appear here once the present one has left.
territory-held-coordinator = There is a coordinator already, who can invite another one.
territory-held-operator = There is an operator already, who can invite another one.
territory-links-note = Each link is for one person and works for 30 days. Whoever comes in by it has the role at once: send it only to the person it is meant for.

territory-brought = { $count ->
        [one] 📣 <b>A new plan for your school</b>: { $count } item
       *[other] 📣 <b>A new plan for your school</b>: { $count } items
    }
    “{ $title }” ({ $year }), published by: { $publisher }. The dates are in the roadmap already. Please check who answers for what.
territory-brought-again = { $count ->
        [one] 📣 <b>The plan has been updated</b>: { $count } item
       *[other] 📣 <b>The plan has been updated</b>: { $count } items
    }
    “{ $title }” ({ $year }), published by: { $publisher }. What was done stays done.
territory-to-roadmap = 🗺 Open the roadmap
territory-nudged = { $count ->
        [one] 🔔 <b>{ $name }</b> asks you to look: { $count } item is overdue
       *[other] 🔔 <b>{ $name }</b> asks you to look: { $count } items are overdue
    }
territory-nudged-line = 🔴 { $activity } — due { $due }
territory-nudged-more = …and { $count } more
territory-overdue =
    🔴 <b>A school has not done an item in time</b>
    { $name }
    “{ $activity }” — { $when }
territory-open-cell = Open

error-nothing-late = Nobody is late: there is nobody to remind.
error-schools-reminded-today = They have been reminded today. You can remind them again tomorrow.
error-nobody-at-school = { $name }: nobody there gets messages of the bot yet. Reach the school in another way, or give it the links.
error-nothing-for-schools = Not one item is ticked for the schools. Please tick at least one.
error-already-published = The schools have exactly these items already; there is nothing to publish.
error-parent-unknown = There is no organisation with the number { $id }. See the list: python -m bot organizations
error-parent-unfit = Such an organisation can't stand under this one: { $name } (number { $id }). A school stands under a municipality or a region, a municipality under a region.
error-name-taken = “{ $name }” is here already. Look at the list or type another name.
