"""Screens of those above the schools: from what is stored to what is seen. No names of people."""

# keys: territory-state-*
# keys: territory-evidence-*
# keys: territory-link-*
# keys: territory-held-*
# keys: territory-make-*

from __future__ import annotations

from collections.abc import Mapping, Sequence

from aiogram.types import BufferedInputFile, InlineKeyboardButton

from handlers.acts.callbacks import ActsMatrixOpened, ChecklistOpened
from handlers.common.callbacks import RoadmapOpened
from handlers.common.keyboards import button, inline, menu_button, pager
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.territory.callbacks import (
    CellOpened,
    EvidenceFileOpened,
    EvidenceOpened,
    FoundingStarted,
    ItemOpened,
    ItemTicked,
    LateNudged,
    LinksRenewed,
    LinksShown,
    MatrixTaken,
    OrganizationsOpened,
    PlanItemsOpened,
    PlanPublished,
    PlanSchoolsOpened,
    PublicationOpened,
    SchoolNudged,
    SchoolOpened,
    SuggestedTicked,
    TerritoryOpened,
)
from models import OccurrenceStatus, Role
from models.organization import OrganizationKind
from services.alerts import AlertView
from services.founding import MAKES, RUN_BY, Branch, Founded, Organizations
from services.publication import Brought, OwnPlan, Publication, PublicationItem, Published
from services.territory import (
    Cell,
    CellCard,
    Cells,
    CellState,
    Counts,
    DutyState,
    EvidenceShown,
    Head,
    Home,
    Items,
    LateItem,
    Matrix,
    PublishedPlan,
    Reminded,
    SchoolLine,
    SchoolReminder,
    Schools,
)
from services.territory_sheet import MatrixWords

MARKS = {
    CellState.LATE: "🔴",
    CellState.NOT_YET: "⏳",
    CellState.DONE: "✅",
    CellState.WAIVED: "➖",
    CellState.UNDATED: "▫️",
}
EMPTY_MARK = "·"
DUTY_MARKS = {
    OccurrenceStatus.DONE: MARKS[CellState.DONE],
    OccurrenceStatus.DONE_LATE: MARKS[CellState.DONE],
    OccurrenceStatus.WAIVED: MARKS[CellState.WAIVED],
}
TITLE_SHOWN, ACTIVITY_LISTED, ACTIVITY_SHOWN, NAME_SHOWN = 200, 90, 500, 60
TEXT_SHOWN = 200
DUTIES_SHOWN = 12
PLANS_SHOWN = 6
"""The newest ones: more do not fit into one message."""
BY_KIND = {
    OrganizationKind.SCHOOL: "🏫",
    OrganizationKind.MUNICIPALITY: "🏛",
    OrganizationKind.REGION: "🗺",
    OrganizationKind.PARTNER: "🤝",
}
ASK_NAME = {
    OrganizationKind.SCHOOL: "territory-ask-school",
    OrganizationKind.PARTNER: "territory-ask-partner",
}


def _marked(state: CellState) -> str:
    return MARKS[state]


def _key(state: CellState) -> str:
    return "territory-state-" + state.value.replace("_", "-")


def counts_line(counts: Counts) -> str:
    """«✅ 8 · ⏳ 2 · 🔴 1»: what there is none of is left out."""
    order = (CellState.DONE, CellState.NOT_YET, CellState.LATE, CellState.WAIVED, CellState.UNDATED)
    parts = [(MARKS[state], getattr(counts, state.value)) for state in order]
    return " · ".join(f"{mark} {number}" for mark, number in parts if number) or EMPTY_MARK


def _legend(t: Translator, counts: Counts) -> str:
    present = [state for state in CellState if getattr(counts, state.value)]
    return t("territory-legend", legend=", ".join(f"{MARKS[one]} {t.plain(_key(one))}" for one in present))


# ---- the first screen


def home(t: Translator, view: Home, places: Sequence[tuple[int, str]], roles: frozenset[Role]) -> Screen:
    lines = [t("territory-home", name=t.cut(view.name, TITLE_SHOWN), schools=view.schools)]
    if view.late_schools:
        lines.append(t("territory-home-late", count=view.late_schools))
    if view.empty:
        lines.append(t("territory-home-empty", count=view.empty))
    lines += [_plan_line(t, one) for one in view.plans[:PLANS_SHOWN]]
    if not view.plans:
        lines.append(t("territory-home-no-plans"))
    rows = [[_plan_button(t, one)] for one in view.plans[:PLANS_SHOWN]]
    rows += [[_own_button(t, one)] for one in view.own[:PLANS_SHOWN]]
    rows += [
        [
            button(
                t.plain("territory-organizations"), OrganizationsOpened(organization_id=view.organization_id)
            )
        ],
        *_make_buttons(t, view.organization_id, roles),
        [button(t.plain("territory-acts"), ActsMatrixOpened(organization_id=view.organization_id))],
    ]
    rows += [
        [button(name, TerritoryOpened(organization_id=number))]
        for number, name in places
        if number != view.organization_id
    ]
    return Screen("\n\n".join(lines), inline(*rows, [menu_button(t)]))


def _plan_line(t: Translator, one: PublishedPlan) -> str:
    return t(
        "territory-plan-line",
        title=t.cut(one.title, TITLE_SHOWN),
        year=one.school_year,
        publisher=t.cut(one.publisher, NAME_SHOWN),
        schools=one.schools,
        counts=counts_line(one.counts),
    )


def _plan_button(t: Translator, one: PublishedPlan) -> InlineKeyboardButton:
    text = t.plain("territory-plan-button", title=t.cut(one.title, 40), late=one.counts.late)
    return button(text, PlanItemsOpened(plan_id=one.id))


def _own_button(t: Translator, one: OwnPlan) -> InlineKeyboardButton:
    key = "territory-publish-open" if one.published_at is None else "territory-published-open"
    return button(t.plain(key, title=t.cut(one.title, 30)), PublicationOpened(roadmap_id=one.id))


def _make_buttons(
    t: Translator, organization_id: int, roles: frozenset[Role]
) -> list[list[InlineKeyboardButton]]:
    kinds = dict.fromkeys(kind for role, made in MAKES.items() if role in roles for kind in made)
    return [
        [
            button(
                t.plain(f"territory-make-{kind.value}"),
                FoundingStarted(organization_id=organization_id, kind=kind),
            )
        ]
        for kind in kinds
    ]


# ---- the matrix


def _head(t: Translator, head: Head) -> str:
    return t(
        "territory-head",
        title=t.cut(head.title, TITLE_SHOWN),
        year=head.school_year,
        publisher=t.cut(head.publisher, NAME_SHOWN),
    )


def items(t: Translator, view: Items) -> Screen:
    """Item by item, each over all schools."""
    lines = "\n".join(
        t(
            "territory-item-line",
            number=one.number or "–",
            activity=t.cut(one.activity, ACTIVITY_LISTED),
            counts=counts_line(one.counts),
        )
        for one in view.lines
    )
    plan_id = view.head.plan_id
    rows = [
        [button(f"{one.number} {one.activity}".strip(), ItemOpened(plan_id=plan_id, item_id=one.id))]
        for one in view.lines
    ]
    turn = pager(t, view.page, view.pages, lambda page: PlanItemsOpened(plan_id=plan_id, page=page))
    other = [button(t.plain("territory-by-school"), PlanSchoolsOpened(plan_id=plan_id))]
    text = "\n\n".join(
        (_head(t, view.head), _legend(t, view.head.counts), lines or t("territory-nobody-has-it"))
    )
    return Screen(text, inline(*rows, turn, other, *_plan_actions(t, view.head), *_back(t)))


def schools(t: Translator, view: Schools) -> Screen:
    """School by school, each over all items."""
    lines = "\n".join(_school_line(t, one) for one in view.lines)
    plan_id = view.head.plan_id
    rows = [
        [button(one.name, SchoolOpened(plan_id=plan_id, school_id=one.id))]
        for one in view.lines
        if one.counts.total
    ]
    turn = pager(t, view.page, view.pages, lambda page: PlanSchoolsOpened(plan_id=plan_id, page=page))
    other = [button(t.plain("territory-by-item"), PlanItemsOpened(plan_id=plan_id))]
    text = "\n\n".join((_head(t, view.head), _legend(t, view.head.counts), lines))
    return Screen(text, inline(*rows, turn, other, *_plan_actions(t, view.head), *_back(t)))


def _school_line(t: Translator, one: SchoolLine) -> str:
    name = t.cut(one.name, NAME_SHOWN)
    if not one.counts.total:
        return t("territory-school-empty" if one.is_empty else "territory-school-without", name=name)
    return t("territory-school-line", name=name, counts=counts_line(one.counts))


def _plan_actions(t: Translator, head: Head) -> list[list[InlineKeyboardButton]]:
    rows = [[button(t.plain("territory-take-matrix"), MatrixTaken(plan_id=head.plan_id))]]
    if head.counts.late:
        rows.insert(0, [button(t.plain("territory-nudge-all"), LateNudged(plan_id=head.plan_id))])
    return rows


def _back(t: Translator) -> list[list[InlineKeyboardButton]]:
    return [[button(t.plain("territory-to-home"), TerritoryOpened()), menu_button(t)]]


def item(t: Translator, view: Cells) -> Screen:
    """One item in all schools."""
    first = view.lines[0]
    plan_id, item_id = view.head.plan_id, first.item_id
    lines = "\n".join(_cell_line(t, one, one.school_name, view.head.timezone) for one in view.lines)
    rows = [
        [button(one.school_name, CellOpened(school_id=one.school_id, item_id=item_id))] for one in view.lines
    ]
    turn = pager(
        t, view.page, view.pages, lambda page: ItemOpened(plan_id=plan_id, item_id=item_id, page=page)
    )
    title = t("territory-activity", number=first.number, activity=t.cut(first.activity, ACTIVITY_SHOWN))
    text = "\n\n".join((_head(t, view.head), title, counts_line(view.counts), lines))
    back = [button(t.plain("button-back"), PlanItemsOpened(plan_id=plan_id)), menu_button(t)]
    nudge = [button(t.plain("territory-nudge-all"), LateNudged(plan_id=plan_id))] if view.counts.late else []
    return Screen(text, inline(*rows, turn, nudge, back))


def school(t: Translator, view: Cells) -> Screen:
    """One school with its items."""
    first = view.lines[0]
    plan_id, school_id = view.head.plan_id, first.school_id
    lines = "\n".join(
        _cell_line(t, one, f"{one.number} {t.cut(one.activity, ACTIVITY_LISTED)}".strip(), view.head.timezone)
        for one in view.lines
    )
    rows = [
        [button(f"{one.number} {one.activity}".strip(), CellOpened(school_id=school_id, item_id=one.item_id))]
        for one in view.lines
    ]
    turn = pager(
        t, view.page, view.pages, lambda page: SchoolOpened(plan_id=plan_id, school_id=school_id, page=page)
    )
    title = t("territory-school-title", name=first.school_name, counts=counts_line(view.counts))
    text = "\n\n".join((_head(t, view.head), title, lines, t("territory-school-answers")))
    extra = [button(t.plain("territory-checklist"), ChecklistOpened(organization_id=school_id))]
    back = [button(t.plain("button-back"), PlanSchoolsOpened(plan_id=plan_id)), menu_button(t)]
    nudge = _nudge_school(t, school_id) if view.counts.late else []
    return Screen(text, inline(*rows, turn, nudge, extra, back))


def _nudge_school(t: Translator, school_id: int) -> list[InlineKeyboardButton]:
    return [button(t.plain("territory-nudge-school"), SchoolNudged(school_id=school_id))]


def _cell_line(t: Translator, one: Cell, what: str, timezone: str) -> str:
    return t("territory-cell-line", mark=_marked(one.state), what=what, when=_when(t, one, timezone))


def _when(t: Translator, one: Cell, timezone: str) -> str:
    """The day that matters: of what is undone, or when it was done; and how many of several are."""
    if one.state in (CellState.LATE, CellState.NOT_YET) and one.due_on is not None:
        when = t.plain("territory-until", due=t.short_date(one.due_on))
    elif one.state == CellState.DONE and one.done_at is not None:
        when = t.plain("territory-done-on", at=t.short_day(one.done_at, timezone))
    else:
        when = t.plain(_key(one.state))
    if one.total > 1:
        return t.plain("territory-of-several", when=when, settled=one.settled, total=one.total)
    return when


def cell(t: Translator, view: CellCard) -> Screen:
    """One school and one item with all its dates."""
    one = view.cell
    parts = [
        t("territory-cell-title", name=one.school_name, number=one.number, activity=t.cut(one.activity, 500)),
        t("territory-cell-phrase", phrase=t.cut(view.phrase, TEXT_SHOWN)) if view.phrase else "",
        t("territory-cell-result", result=t.cut(view.expected_result, TEXT_SHOWN))
        if view.expected_result
        else "",
        "\n".join(_duty_line(t, duty, view.head.timezone) for duty in view.duties[:DUTIES_SHOWN]),
        t("territory-undated") if not view.duties else "",
        t("territory-school-answers"),
    ]
    with_evidence = [duty for duty in view.duties if duty.evidence][:DUTIES_SHOWN]
    rows = [[_evidence_button(t, duty)] for duty in with_evidence]
    nudge = _nudge_school(t, one.school_id) if one.state == CellState.LATE else []
    back = [
        button(t.plain("territory-to-item"), ItemOpened(plan_id=view.head.plan_id, item_id=one.item_id)),
        button(
            t.plain("territory-to-school"), SchoolOpened(plan_id=view.head.plan_id, school_id=one.school_id)
        ),
    ]
    return Screen("\n\n".join(part for part in parts if part), inline(*rows, nudge, back, [menu_button(t)]))


def _duty_line(t: Translator, duty: DutyState, timezone: str) -> str:
    mark = DUTY_MARKS.get(duty.status, MARKS[CellState.LATE] if duty.is_late else MARKS[CellState.NOT_YET])
    due = t.short_date(duty.due_on)
    if duty.done_at is not None and duty.status != OccurrenceStatus.WAIVED:
        key = (
            "territory-duty-done-late" if duty.status == OccurrenceStatus.DONE_LATE else "territory-duty-done"
        )
        line = t(key, mark=mark, due=due, at=t.moment(duty.done_at, timezone))
    elif duty.status == OccurrenceStatus.WAIVED:
        line = t("territory-duty-waived", mark=mark, due=due)
    elif duty.moved_from is not None:
        line = t("territory-duty-moved", mark=mark, due=due, before=t.short_date(duty.moved_from))
    else:
        line = t("territory-duty-undone", mark=mark, due=due)
    if not duty.evidence:
        return line
    kinds = ", ".join(t.plain(f"territory-evidence-{kind.value}") for kind in duty.evidence)
    return f"{line}\n{t('territory-duty-evidence', kinds=kinds)}"


def _evidence_button(t: Translator, duty: DutyState) -> InlineKeyboardButton:
    text = t.plain("territory-open-evidence", due=t.short_date(duty.due_on))
    return button(text, EvidenceOpened(duty_id=duty.id))


def evidence(t: Translator, found: Sequence[EvidenceShown], back: tuple[int, int], timezone: str) -> Screen:
    """What the school has put forward. Comments are for the school itself."""
    lines = [_evidence_line(t, one, timezone) for one in found]
    rows = [
        [button(t.plain("territory-file", name=one.file_name), EvidenceFileOpened(evidence_id=one.id))]
        for one in found
        if one.file_id is not None
    ]
    school_id, item_id = back
    to_cell = button(t.plain("button-back"), CellOpened(school_id=school_id, item_id=item_id))
    text = "\n\n".join((t("territory-evidence-title"), "\n".join(lines), t("territory-evidence-trace")))
    return Screen(text, inline(*rows, [to_cell, menu_button(t)]))


def _evidence_line(t: Translator, one: EvidenceShown, timezone: str) -> str:
    return t(
        "territory-shown" if one.text else "territory-shown-kind",
        kind=t.plain(f"territory-evidence-{one.kind.value}"),
        text=t.cut(one.text, TEXT_SHOWN),
        at=t.moment(one.added_at, timezone),
    )


def reminded(t: Translator, outcome: Reminded) -> str:
    """What a tap on «remind all» has done, as plain text."""
    parts = [t.plain("territory-reminded", count=outcome.schools)]
    if outcome.earlier:
        parts.append(t.plain("territory-reminded-earlier", count=outcome.earlier))
    if outcome.unreachable:
        parts.append(t.plain("territory-reminded-nobody", count=outcome.unreachable))
    return " ".join(parts)


def matrix_words(t: Translator, view: Matrix) -> MatrixWords:
    """The words of the spreadsheet."""
    return MatrixWords(
        sheet=t.plain("territory-sheet-name"),
        title=t.plain(
            "territory-sheet-title",
            title=view.head.title,
            year=view.head.school_year,
            day=t.short_date(view.made_on),
        ),
        school=t.plain("territory-sheet-school"),
        total=t.plain("territory-sheet-total"),
        states={state: t.plain(_key(state)) for state in CellState},
        cells=_cell_words(t, view.cells, view.head.timezone),
    )


def _cell_words(
    t: Translator, cells: Mapping[tuple[int, int], Cell], timezone: str
) -> dict[tuple[int, int], str]:
    return {key: f"{t.plain(_key(one.state))}: {_when(t, one, timezone)}" for key, one in cells.items()}


def matrix_file(t: Translator, view: Matrix, data: bytes) -> Screen:
    name = t.plain("territory-sheet-file", day=view.made_on.isoformat())
    caption = t("territory-sheet-caption", title=t.cut(view.head.title, TITLE_SHOWN))
    return Screen(caption, document=BufferedInputFile(data, f"{name}.xlsx"))


# ---- giving a plan to the schools


def publication(t: Translator, view: Publication) -> Screen:
    """The plan with a tick for every item that goes to the schools."""
    parts = [
        t("territory-publication", title=t.cut(view.title, TITLE_SHOWN), year=view.school_year),
        _publication_state(t, view),
        t("territory-publication-counts", ticked=view.ticked, total=view.total),
        "\n".join(_publication_line(t, one) for one in view.items),
        t("territory-publication-who"),
    ]
    rows = [[_tick_button(t, one, view.page)] for one in view.items]
    turn = pager(
        t, view.page, view.pages, lambda page: PublicationOpened(roadmap_id=view.roadmap_id, page=page)
    )
    suggest = (
        [
            button(
                t.plain("territory-tick-suggested", count=view.suggested),
                SuggestedTicked(roadmap_id=view.roadmap_id),
            )
        ]
        if view.suggested
        else []
    )
    go = [] if view.is_current or not view.ticked else [_publish_button(t, view)]
    return Screen("\n\n".join(part for part in parts if part), inline(*rows, turn, suggest, go, *_back(t)))


def _publication_state(t: Translator, view: Publication) -> str:
    if view.published_at is None:
        return t("territory-publication-not-yet", schools=view.schools, ready=view.ready)
    at = t.moment(view.published_at, view.timezone)
    key = "territory-publication-done" if view.is_current else "territory-publication-changed"
    return t(key, at=at)


def _publication_line(t: Translator, one: PublicationItem) -> str:
    return t(
        "territory-publication-line",
        mark="☑" if one.for_schools else "☐",
        number=one.number or "–",
        activity=t.cut(one.activity, ACTIVITY_LISTED),
        phrase=t.cut(one.phrase, 60) or "–",
        responsible=t.cut(t.of_document(one.responsible_text), 80) or "–",
    )


def _tick_button(t: Translator, one: PublicationItem, page: int) -> InlineKeyboardButton:
    key = "joining-ticked" if one.for_schools else "joining-unticked"
    text = t.plain(key, label=f"{one.number} {one.activity}".strip())
    return button(text, ItemTicked(item_id=one.id, wanted=not one.for_schools, page=page))


def _publish_button(t: Translator, view: Publication) -> InlineKeyboardButton:
    key = "territory-publish" if view.published_at is None else "territory-publish-again"
    return button(t.plain(key, count=view.schools), PlanPublished(roadmap_id=view.roadmap_id))


def published(t: Translator, outcome: Published, roadmap_id: int) -> Screen:
    parts = [t("territory-published-now", items=outcome.items, schools=outcome.schools)]
    if outcome.waiting:
        parts.append(t("territory-published-waiting", count=outcome.waiting))
    to_plan = button(t.plain("territory-watch"), PlanItemsOpened(plan_id=roadmap_id))
    return Screen("\n\n".join(parts), inline([to_plan], *_back(t)))


# ---- organisations and their links


def organizations(t: Translator, view: Organizations, roles: frozenset[Role]) -> Screen:
    lines = "\n".join(_branch_line(t, one) for one in view.lines) or t("territory-organizations-none")
    rows = [[button(one.name, LinksShown(organization_id=one.id))] for one in view.lines]
    number = view.organization_id
    turn = pager(
        t, view.page, view.pages, lambda page: OrganizationsOpened(organization_id=number, page=page)
    )
    text = "\n\n".join((t("territory-organizations-title", name=view.name, total=view.total), lines))
    return Screen(text, inline(*rows, turn, *_make_buttons(t, number, roles), *_back(t)))


def _branch_line(t: Translator, one: Branch) -> str:
    indent = "\u2003" * one.depth
    return t(
        "territory-branch",
        indent=f"{indent}{BY_KIND.get(one.kind, EMPTY_MARK)}",
        name=t.cut(one.name, NAME_SHOWN),
        people=one.people,
    )


def ask_name(t: Translator, organization_id: int, kind: OrganizationKind) -> Screen:
    key = ASK_NAME.get(kind, "territory-ask-municipality")
    return Screen(
        t(key), inline([button(t.plain("button-back"), TerritoryOpened(organization_id=organization_id))])
    )


def links(
    t: Translator, made: Founded, urls: Mapping[Role, str], *, is_new: bool, anew: bool = False
) -> Screen:
    """The links for those who run an organisation, each for one person, and for each role without a link who
    else can invite.
    """
    lines = [t("territory-made" if is_new else "territory-links", name=made.name)]
    lines += [t(f"territory-link-{role.value}", url=url) for role, url in urls.items()]
    lines += [t(f"territory-held-{role.value}") for role in RUN_BY[made.kind] if role not in urls]
    if urls:
        lines.append(t("founding-links-renewed" if anew else "territory-links-note"))
    renew = [button(t.plain("founding-links-renew"), LinksRenewed(organization_id=made.id))]
    checklist = (
        [button(t.plain("territory-checklist"), ChecklistOpened(organization_id=made.id))]
        if made.kind == OrganizationKind.SCHOOL
        else []
    )
    return Screen("\n\n".join(lines), inline(renew if urls else [], checklist, *_back(t)))


# ---- what the schools hear, and what climbs


def brought(t: Translator, view: Brought) -> Screen:
    key = "territory-brought-again" if view.is_newer_version else "territory-brought"
    text = t(
        key,
        publisher=view.publisher,
        title=t.cut(view.title, TITLE_SHOWN),
        year=view.school_year,
        count=view.items,
    )
    to_plan = button(t.plain("territory-to-roadmap"), RoadmapOpened(plan_id=view.roadmap_id))
    return Screen(text, inline([to_plan], [menu_button(t)]))


def nudge(t: Translator, view: SchoolReminder) -> Screen:
    lines = [t("territory-nudged", name=view.asked_by, count=view.total)]
    lines += [_late_line(t, one) for one in view.items]
    if view.total > len(view.items):
        lines.append(t("territory-nudged-more", count=view.total - len(view.items)))
    return Screen("\n".join(lines), inline([button(t.plain("territory-to-roadmap"), RoadmapOpened())]))


def _late_line(t: Translator, one: LateItem) -> str:
    activity = f"{one.number} {t.cut(one.activity, ACTIVITY_LISTED)}".strip()
    return t("territory-nudged-line", activity=activity, due=t.short_date(one.due_on))


def overdue_card(
    t: Translator, view: CellCard, alert: AlertView, buttons: Sequence[InlineKeyboardButton]
) -> Screen:
    """A duty that a school has not answered for in time, for those above it."""
    one = view.cell
    text = t(
        "territory-overdue",
        name=one.school_name,
        activity=t.cut(one.activity, ACTIVITY_SHOWN),
        when=_when(t, one, view.head.timezone),
    )
    rows = [
        _nudge_school(t, alert.organization_id),
        [button(t.plain("territory-open-cell"), CellOpened(school_id=one.school_id, item_id=one.item_id))],
    ]
    return Screen(text, inline(*rows, buttons))
