"""Screens of plans on the desk: the list of plans, a draft with its rows, one row, the difference."""

from __future__ import annotations

from collections.abc import Iterable

from aiogram.types import InlineKeyboardButton

from handlers.common.callbacks import RoadmapOpened
from handlers.common.keyboards import BUTTON_LIMIT, button, grid, inline, menu_button, pager
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.plans import words
from handlers.plans.callbacks import (
    DifferenceOpened,
    FieldChosen,
    ItemAct,
    ItemActed,
    ItemOpened,
    LinkCut,
    PeoplePaged,
    PersonTicked,
    PlanAct,
    PlanActed,
    PlanOpened,
    PlansOpened,
    PlanYearChosen,
    SuggestionTaken,
    TemplateOpened,
    TemplatesOpened,
    TemplateTaken,
    UnknownOpened,
    UploadStarted,
)
from handlers.plans.words import (
    ACTIVITY_LISTED,
    ACTIVITY_SHOWN,
    DOUBTS_SHOWN,
    PHRASE_SHOWN,
    PROBLEMS_SHOWN,
    TEXT_SHOWN,
    TITLE_SHOWN,
)
from models import RoadmapStatus
from services import plan_desk
from services.content import RoadmapTemplate
from services.plan_desk import Card, Desk, Place, PlanHead, PlanLine, PlanPage, Row
from services.plan_items import Field
from services.plan_versions import Change, Changed, Difference, Gone, Part
from services.responsibles import Candidate

PEOPLE_PAGE, DIFFERENCES_PAGE, PLANS_SHOWN, SECTIONS_SHOWN = 8, 4, 12, 12
AT_ONCE_FROM = 3
"""Fewer rows are looked at one by one."""
STATUS_MARKS = {
    RoadmapStatus.DRAFT: "📝",
    RoadmapStatus.SUBMITTED: "⏳",
    RoadmapStatus.APPROVED: "✅",
    RoadmapStatus.ARCHIVED: "🗄",
}

Buttons = list[InlineKeyboardButton]


# ---- the desk


def places(t: Translator, found: Iterable[Place]) -> Screen:
    """Whose plans? Asked only of those who answer for several organisations."""
    rows = [[button(one.name, PlansOpened(organization_id=one.id))] for one in found]
    return Screen(t("plans-which-place"), inline(*rows, [menu_button(t)]))


def desk(t: Translator, found: Desk) -> Screen:
    """The plans of an organisation and how to get another one."""
    entries = [_plan_entry(t, one) for one in found.plans[:PLANS_SHOWN]] or [t("plans-none")]
    lines = [t("plans-title", name=t.cut(found.organization_name, TITLE_SHOWN)), *entries, t("plans-seen-by")]
    plans = [[_plan_button(t, one)] for one in found.plans[:PLANS_SHOWN]]
    return Screen("\n\n".join(lines), inline(*plans, *_new_plan(t, found), [menu_button(t)]))


def _new_plan(t: Translator, found: Desk) -> list[Buttons]:
    place = found.organization_id
    upload = button(t.plain("plans-upload"), UploadStarted(organization_id=place))
    template = button(t.plain("plans-template"), TemplatesOpened(organization_id=place))
    return [[upload, template], _next_year(t, found.continued)]


def _next_year(t: Translator, roadmap_id: int | None) -> Buttons:
    if roadmap_id is None:
        return []
    act = PlanActed(roadmap_id=roadmap_id, act=PlanAct.NEXT_YEAR)
    return [button(t.plain("plans-next-year"), act)]


def _plan_button(t: Translator, plan: PlanLine) -> InlineKeyboardButton:
    text = f"{STATUS_MARKS[plan.status]} {words.year_words(t, plan)} · {plan.title}"
    return button(text, PlanOpened(roadmap_id=plan.id))


def _plan_entry(t: Translator, plan: PlanLine) -> str:
    lines = [
        t(
            "plans-entry",
            mark=STATUS_MARKS[plan.status],
            title=t.cut(plan.title, TITLE_SHOWN),
            year=words.year_words(t, plan),
        ),
        _state(t, plan),
    ]
    return "\n".join(lines)


def _state(t: Translator, plan: PlanLine) -> str:
    if plan.status == RoadmapStatus.DRAFT:
        return t("plans-state-draft", count=plan.items)
    if plan.status == RoadmapStatus.SUBMITTED:
        return t("plans-state-submitted", count=plan.items)
    if plan.status == RoadmapStatus.ARCHIVED:
        return t("plans-state-archived")
    origin = t("plans-state-published") if plan.is_published else t("plans-state-live")
    order = words.order_words(t, plan)
    said = (origin, t.cut(order, TEXT_SHOWN) and t("plans-plain", text=order))
    return " · ".join(one for one in said if one)


def live(t: Translator, head: PlanHead, plan: PlanLine) -> Screen:
    """A plan that counts, or counted once; its duties live in another subject."""
    is_live = plan.status == RoadmapStatus.APPROVED
    lines = [_plan_entry(t, plan), t("plans-live-hint") if is_live else "", t("plans-seen-by")]
    rows = [[button(t.plain("plans-to-roadmap"), RoadmapOpened(plan_id=head.id))] if is_live else []]
    if is_live:
        rows.append(_who(t, head))
        rows.append([_act(t.plain("plans-sheet"), head, PlanAct.SHEET)])
        rows.append(_next_year(t, None if plan.is_published else head.id))
    return Screen("\n\n".join(one for one in lines if one), inline(*rows, _back_to_desk(t, head)))


def _back_to_desk(t: Translator, head: PlanHead) -> Buttons:
    return [button(t.plain("plans-back"), PlansOpened(organization_id=head.organization_id)), menu_button(t)]


def back_to_desk(t: Translator, organization_id: int) -> Buttons:
    return [button(t.plain("plans-back"), PlansOpened(organization_id=organization_id)), menu_button(t)]


# ---- a draft


def draft(t: Translator, shown: PlanPage, *, doubts_only: bool) -> Screen:
    """A draft: numbers, what was remarked about its file, its rows a page at a time, and what can be done."""
    head = shown.head
    lines = [_draft_head(t, head), *_problems(t, head), *(_row_entry(t, one) for one in shown.rows)]
    if not shown.rows:
        lines.append(t("plans-nothing-doubtful") if doubts_only else t("plans-no-items"))
    rows = [
        *([_row_button(one)] for one in shown.rows),
        pager(
            t,
            shown.page,
            shown.pages,
            lambda number: PlanOpened(roadmap_id=head.id, page=number, doubts_only=doubts_only),
        ),
        _switch(t, head, doubts_only),
        *_draft_acts(t, head),
        _back_to_desk(t, head),
    ]
    return Screen("\n\n".join([*lines, t("plans-draft-seen-by")]), inline(*rows))


def _draft_head(t: Translator, head: PlanHead) -> str:
    order = words.order_words(t, head)
    lines = [
        t("plans-draft-title", title=t.cut(head.title, TITLE_SHOWN), year=words.year_words(t, head)),
        t("plans-draft-submitted") if head.status == RoadmapStatus.SUBMITTED else t("plans-draft-status"),
        t("plans-returned", reason=t.cut(head.return_reason, TEXT_SHOWN * 2)) if head.return_reason else "",
        t("plans-draft-source", name=t.cut(head.source_name, PHRASE_SHOWN)) if head.source_name else "",
        t("plans-draft-order", order=t.cut(order, TEXT_SHOWN)) if order else "",
        t("plans-draft-counts", items=head.items, doubtful=head.doubtful, undated=head.undated),
        t("plans-draft-unknown", count=len(head.unknown)) if head.unknown else "",
        t("plans-draft-left-over", count=head.left_over, year=head.left_over_from) if head.left_over else "",
    ]
    return "\n".join(one for one in lines if one)


def _problems(t: Translator, head: PlanHead) -> list[str]:
    told = [
        t("plans-problem", problem=t.cut(words.problem_words(t, one), TEXT_SHOWN))
        for one in head.problems[:PROBLEMS_SHOWN]
    ]
    return ["\n".join(told)] if told else []


def _row_entry(t: Translator, row: Row) -> str:
    return t(
        "plans-row",
        mark=words.mark(row),
        activity=t.cut(words.numbered(row.number, row.activity), ACTIVITY_LISTED),
        phrase=t.cut(row.phrase, PHRASE_SHOWN) or "—",
        reading=t.cut(words.reading_words(t, row.reading), ACTIVITY_LISTED),
    )


def _row_button(row: Row) -> InlineKeyboardButton:
    return button(f"{words.mark(row)} {words.numbered(row.number, row.activity)}", ItemOpened(item_id=row.id))


def _switch(t: Translator, head: PlanHead, doubts_only: bool) -> Buttons:
    if doubts_only:
        return [button(t.plain("plans-show-all"), PlanOpened(roadmap_id=head.id))]
    if head.doubtful or head.unknown:
        return [button(t.plain("plans-show-doubts"), PlanOpened(roadmap_id=head.id, doubts_only=True))]
    return []


def _draft_acts(t: Translator, head: PlanHead) -> list[Buttons]:
    sheet = _act(t.plain("plans-sheet"), head, PlanAct.SHEET)
    add = [_act(t.plain("plans-add-item"), head, PlanAct.ADD_ITEM)] if head.may_edit else []
    return [
        _accept_all(t, head),
        _who(t, head),
        [button(t.plain("plans-difference"), DifferenceOpened(roadmap_id=head.id))] if head.replaces else [],
        [*add, sheet],
        [_act(t.plain("plans-other-year"), head, PlanAct.YEAR_ASK)] if _asks_year(head) else [],
        *_deciding(t, head),
        [_act(t.plain("plans-delete"), head, PlanAct.DELETE_ASK)] if head.may_edit else [],
    ]


def ask_accept(t: Translator, head: PlanHead) -> Screen:
    """Before many rows are taken as right at once."""
    rows = [[_act(t.plain("plans-accept-all-yes"), head, PlanAct.ACCEPT)], back_to_plan(t, head.id)]
    return Screen(t("plans-accept-all-ask", count=head.only_remarked), inline(*rows))


def _accept_all(t: Translator, head: PlanHead) -> Buttons:
    if not head.may_edit or head.only_remarked < AT_ONCE_FROM:
        return []
    return [_act(t.plain("plans-accept-all", count=head.only_remarked), head, PlanAct.ACCEPT_ASK)]


def _asks_year(head: PlanHead) -> bool:
    return head.may_edit and head.is_year_guessed


def ask_year(t: Translator, head: PlanHead) -> Screen:
    """For which school year is it, when the file does not tell?"""
    rows = [
        [
            button(
                t.plain("plans-school-year", year=f"{year}-{year + 1}"),
                PlanYearChosen(roadmap_id=head.id, year=year),
            )
        ]
        for year in plan_desk.years_near(head)
    ]
    text = t("plans-which-year", title=t.cut(head.title, TITLE_SHOWN))
    return Screen(text, inline(*rows, back_to_plan(t, head.id)))


def _who(t: Translator, head: PlanHead) -> Buttons:
    if not head.unknown:
        return []
    return [button(t.plain("plans-who", count=len(head.unknown)), UnknownOpened(roadmap_id=head.id))]


def _deciding(t: Translator, head: PlanHead) -> list[Buttons]:
    acts: Buttons = []
    if head.may_approve:
        acts.append(_act(t.plain("plans-approve"), head, PlanAct.APPROVE))
        if head.status == RoadmapStatus.SUBMITTED:
            acts.append(_act(t.plain("plans-return"), head, PlanAct.RETURN))
    if head.may_submit:
        acts.append(_act(t.plain("plans-submit"), head, PlanAct.SUBMIT_ASK))
    if head.may_withdraw:
        acts.append(_act(t.plain("plans-withdraw"), head, PlanAct.WITHDRAW))
    return [acts]


def _act(text: str, head: PlanHead, act: PlanAct) -> InlineKeyboardButton:
    return button(text, PlanActed(roadmap_id=head.id, act=act))


def back_to_plan(t: Translator, roadmap_id: int) -> Buttons:
    return [button(t.plain("plans-to-plan"), PlanOpened(roadmap_id=roadmap_id))]


def ask_submit(t: Translator, head: PlanHead) -> Screen:
    """Before the head sees it: what is still doubtful."""
    lines = [t("plans-submit-ask", title=t.cut(head.title, TITLE_SHOWN)), *_still_open(t, head)]
    rows = [[_act(t.plain("plans-submit-yes"), head, PlanAct.SUBMIT)], back_to_plan(t, head.id)]
    return Screen("\n\n".join(lines), inline(*rows))


def _still_open(t: Translator, head: PlanHead) -> list[str]:
    if not (head.doubtful or head.undated or head.unknown):
        return []
    counts = {"doubtful": head.doubtful, "undated": head.undated, "unknown": len(head.unknown)}
    return [t("plans-still-open", **counts)]


def ask_delete(t: Translator, head: PlanHead) -> Screen:
    rows = [[_act(t.plain("plans-delete-yes"), head, PlanAct.DELETE)], back_to_plan(t, head.id)]
    return Screen(
        t("plans-delete-ask", title=t.cut(head.title, TITLE_SHOWN), count=head.items), inline(*rows)
    )


# ---- one row


def card(t: Translator, shown: Card) -> Screen:
    """One row: what stands in the document, how it is understood, what is doubtful, what can be done."""
    row = shown.row
    lines = [
        t(
            "plans-card",
            mark=words.mark(row),
            activity=t.cut(words.numbered(row.number, row.activity), ACTIVITY_SHOWN),
        ),
        "\n".join(_deadline(t, row)),
        "\n".join(_facts(t, shown)),
    ]
    rows = _card_acts(t, shown) if shown.head.may_edit else []
    return Screen(
        "\n\n".join(one for one in lines if one),
        inline(*rows, _neighbours(t, shown), back_to_plan(t, shown.head.id)),
    )


def _deadline(t: Translator, row: Row) -> list[str]:
    lines = [t("plans-card-phrase", phrase=t.cut(row.original_phrase, TEXT_SHOWN) or "—")]
    if row.phrase != row.original_phrase:
        lines.append(t("plans-card-corrected", phrase=t.cut(row.phrase, TEXT_SHOWN)))
    lines.append(t("plans-card-reading", reading=t.cut(words.reading_words(t, row.reading), TEXT_SHOWN)))
    if row.doubts and row.doubts_accepted:
        lines.append(t("plans-card-accepted"))
    else:
        lines += [
            t("plans-card-doubt", doubt=t.cut(one, TEXT_SHOWN))
            for one in words.doubts_words(t, row.doubts)[:DOUBTS_SHOWN]
        ]
    return lines


def _facts(t: Translator, shown: Card) -> list[str]:
    row, head = shown.row, shown.head
    facts = [
        t("plans-card-section", section=t.cut(row.section, TEXT_SHOWN)) if row.section else "",
        t("plans-card-responsible", text=t.cut(t.of_document(row.responsible_text), TEXT_SHOWN))
        if row.responsible_text
        else "",
        _people(t, row) if row.people else "",
        t("plans-card-unknown", words=t.cut("; ".join(row.unknown), TEXT_SHOWN)) if row.unknown else "",
        t("plans-card-result", result=t.cut(row.expected_result, TEXT_SHOWN)) if row.expected_result else "",
        t("plans-card-controller", text=t.cut(t.of_document(row.controller_text), TEXT_SHOWN))
        if row.controller_text
        else "",
        t("plans-card-for-schools") if row.for_schools else "",
        t("plans-card-left-over", year=head.left_over_from) if row.left_over else "",
    ]
    return [one for one in facts if one]


def _people(t: Translator, row: Row) -> str:
    names = t.cut(words.people_words(t, row), TEXT_SHOWN)
    return t("plans-card-meanwhile", names=names) if row.unknown else t("plans-card-people", names=names)


def _card_acts(t: Translator, shown: Card) -> list[Buttons]:
    row = shown.row
    taken = [
        [button(_suggestion(t, phrase), SuggestionTaken(item_id=row.id, mark=mark))]
        for mark, phrase in shown.suggestions
    ]
    accept = t.plain("plans-accept") if row.is_dated else t.plain("plans-accept-undated")
    return [
        *taken,
        [_item(accept, row, ItemAct.ACCEPT)] if row.is_doubtful else [],
        [
            _item(t.plain("plans-fix-deadline"), row, ItemAct.PHRASE),
            _item(t.plain("plans-edit"), row, ItemAct.EDIT),
        ],
        [
            _item(t.plain("plans-name-people"), row, ItemAct.PEOPLE),
            _item(t.plain("plans-remove"), row, ItemAct.REMOVE_ASK),
        ],
        [] if shown.head.is_school else [_for_schools(t, row)],
    ]


def _suggestion(t: Translator, phrase: str) -> str:
    around = len(t.plain("plans-take-suggestion", phrase=""))
    return t.plain("plans-take-suggestion", phrase=t.cut(phrase, BUTTON_LIMIT - around))


def _for_schools(t: Translator, row: Row) -> InlineKeyboardButton:
    text = t.plain("plans-not-for-schools") if row.for_schools else t.plain("plans-for-schools")
    return _item(text, row, ItemAct.FOR_SCHOOLS)


def _item(text: str, row: Row, act: ItemAct) -> InlineKeyboardButton:
    return button(text, ItemActed(item_id=row.id, act=act))


def _neighbours(t: Translator, shown: Card) -> Buttons:
    earlier = [button("‹", ItemOpened(item_id=shown.earlier))] if shown.earlier else []
    doubtful = (
        [button(t.plain("plans-next-doubt"), ItemOpened(item_id=shown.next_doubtful))]
        if shown.next_doubtful
        else []
    )
    later = [button("›", ItemOpened(item_id=shown.later))] if shown.later else []
    return [*earlier, *doubtful, *later]


def back_to_item(t: Translator, item_id: int) -> Buttons:
    return [button(t.plain("button-back"), ItemOpened(item_id=item_id))]


def ask_remove(t: Translator, shown: Card) -> Screen:
    row = shown.row
    text = t("plans-remove-ask", activity=t.cut(words.numbered(row.number, row.activity), ACTIVITY_SHOWN))
    yes = _item(t.plain("plans-remove-yes"), row, ItemAct.REMOVE)
    return Screen(text, inline([yes], back_to_item(t, row.id)))


FIELD_KEYS = {
    Field.ACTIVITY: "plans-field-activity",
    Field.NUMBER: "plans-field-number",
    Field.SECTION: "plans-field-section",
    Field.RESULT: "plans-field-result",
    Field.RESPONSIBLE: "plans-field-responsible",
    Field.CONTROLLER: "plans-field-controller",
}


def fields(t: Translator, shown: Card) -> Screen:
    """Which part is to be typed anew?"""
    buttons = [
        button(t.plain(key), FieldChosen(item_id=shown.row.id, field=field.value))
        for field, key in FIELD_KEYS.items()
    ]
    text = t(
        "plans-edit-ask",
        activity=t.cut(words.numbered(shown.row.number, shown.row.activity), ACTIVITY_LISTED),
    )
    return Screen(text, inline(*grid(buttons, 2), back_to_item(t, shown.row.id)))


def value_of(row: Row, field: Field) -> str:
    """What stands there now."""
    values = {
        Field.ACTIVITY: row.activity,
        Field.NUMBER: row.number,
        Field.SECTION: row.section,
        Field.RESULT: row.expected_result,
        Field.RESPONSIBLE: row.responsible_text,
        Field.CONTROLLER: row.controller_text,
    }
    return values[field]


def people(t: Translator, shown: Card, found: tuple[Candidate, ...], page: int) -> Screen:
    """Who answers for this row: people of the organisation, ticked."""
    row = shown.row
    pages = max(1, -(-len(found) // PEOPLE_PAGE))
    page = min(max(page, 0), pages - 1)
    ticks = [
        [
            button(
                candidate_words(t, one, ticked=one.person_id in row.named_ids),
                PersonTicked(item_id=row.id, person_id=one.person_id, page=page),
            )
        ]
        for one in found[page * PEOPLE_PAGE : (page + 1) * PEOPLE_PAGE]
    ]
    turn = pager(t, page, pages, lambda number: PeoplePaged(item_id=row.id, page=number))
    text = t("plans-people-ask", activity=t.cut(words.numbered(row.number, row.activity), ACTIVITY_LISTED))
    done = [button(t.plain("button-done"), ItemOpened(item_id=row.id))]
    return Screen(text, inline(*ticks, turn, done))


def candidate_words(t: Translator, one: Candidate, *, ticked: bool) -> str:
    """«✅ Anna P. · mentor»."""
    roles = ", ".join(t.plain(f"role-{role.value}") for role in one.roles)
    return f"{'✅ ' if ticked else ''}{t.name(one.name)} · {roles}"


# ---- the difference


PART_KEYS = {
    Part.ACTIVITY: "plans-part-activity",
    Part.DEADLINE: "plans-part-deadline",
    Part.RESPONSIBLE: "plans-part-responsible",
    Part.RESULT: "plans-part-result",
    Part.CONTROLLER: "plans-part-controller",
}


def difference(t: Translator, found: Difference, page: int) -> Screen:
    """What the newer version changes: added, changed, gone; how much stays as it is."""
    entries = [
        *(_added(t, one.number, one.activity, one.phrase) for one in found.added),
        *(_changed(t, one) for one in found.changed),
        *(_gone(t, one) for one in found.gone),
    ]
    pages = max(1, -(-len(entries) // DIFFERENCES_PAGE))
    page = min(max(page, 0), pages - 1)
    place = page * DIFFERENCES_PAGE
    counts = {
        "added": len(found.added),
        "changed": len(found.changed),
        "gone": len(found.gone),
        "unchanged": found.unchanged,
    }
    lines = [t("plans-difference-title", **counts), *entries[place : place + DIFFERENCES_PAGE]]
    lines.append(t("plans-difference-hint"))
    turn = pager(t, page, pages, lambda number: DifferenceOpened(roadmap_id=found.roadmap_id, page=number))
    cuts = _cuts(t, found, place) if found.may_edit else []
    return Screen("\n\n".join(lines), inline(*cuts, turn, back_to_plan(t, found.roadmap_id)))


def _added(t: Translator, number: str, activity: str, phrase: str) -> str:
    text = t.cut(words.numbered(number, activity), ACTIVITY_LISTED)
    return t("plans-added", activity=text, phrase=t.cut(phrase, PHRASE_SHOWN) or "—")


def _changed(t: Translator, one: Changed) -> str:
    head = t("plans-changed", activity=t.cut(words.numbered(one.number, one.activity), ACTIVITY_LISTED))
    return "\n".join([head, *(_change(t, change) for change in one.changes)])


def _change(t: Translator, change: Change) -> str:
    old, new = (t.cut(text, PHRASE_SHOWN) or "—" for text in (change.old, change.new))
    return t("plans-change", part=t.plain(PART_KEYS[change.part]), old=old, new=new)


def _gone(t: Translator, one: Gone) -> str:
    text = t.cut(words.numbered(one.number, one.activity), ACTIVITY_LISTED)
    return t("plans-gone", activity=text, done=one.done, total=one.total)


def _cuts(t: Translator, found: Difference, place: int) -> list[Buttons]:
    """«Another row» for the changed rows of this page: only those may be wrongly matched."""
    first = len(found.added)
    shown = found.changed[max(place - first, 0) : max(place + DIFFERENCES_PAGE - first, 0)]
    return [
        [
            button(
                t.plain("plans-cut", activity=words.numbered(one.number, one.activity)),
                LinkCut(item_id=one.id),
            )
        ]
        for one in shown
    ]


# ---- templates


def templates(t: Translator, organization_id: int, found: Iterable[RoadmapTemplate]) -> Screen:
    """Which plan to begin with."""
    rows = [
        [
            button(
                one.name.in_language(t.language),
                TemplateOpened(organization_id=organization_id, key=one.key),
            )
        ]
        for one in found
    ]
    return Screen(t("plans-templates"), inline(*rows, back_to_desk(t, organization_id)))


def template(t: Translator, organization_id: int, one: RoadmapTemplate, years: tuple[int, int]) -> Screen:
    """What is in a template, and for which school year it is taken."""
    sections = "\n".join(
        t("plans-template-section", title=section.title, count=len(section.items))
        for section in one.sections[:SECTIONS_SHOWN]
    )
    lines = [
        t("plans-template-title", name=one.name.in_language(t.language), count=len(one)),
        t("plans-plain", text=one.about.in_language(t.language)),
        sections,
        t("plans-template-ask"),
    ]
    taken = [
        [
            button(
                t.plain("plans-school-year", year=f"{year}-{year + 1}"),
                TemplateTaken(organization_id=organization_id, key=one.key, year=year),
            )
        ]
        for year in years
    ]
    back = button(t.plain("button-back"), TemplatesOpened(organization_id=organization_id))
    return Screen("\n\n".join(lines), inline(*taken, [back]))
