"""Plans on the desk as they are seen: what is live, what is drafted, and every row with what is doubtful.

Rows are read anew whenever they are looked at: a reading is a function of the phrase and of the plan around
it. Changes nothing. Source of the rules: N-3.3-4, N-3.4-4.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from models import (
    Occurrence,
    Organization,
    Roadmap,
    RoadmapItem,
    RoadmapStatus,
)
from models.organization import OrganizationKind
from models.roadmap import SETTLED
from services import access, deadlines, responsibles, roadmaps
from services.access import DECIDING_ROLES, Actor
from services.deadlines import Context, Doubt, Reading
from services.errors import NoLongerCurrent, NotAllowed, ServiceError
from services.names import PersonName
from services.responsibles import Resolved, Staff
from services.roadmaps import APPROVING_ROLES

PAGE_SIZE = 8
NOBODY_HERE = Resolved((), ())
"""Rows that the schools carry out name people of theirs, who are asked about there."""
READINGS_REMEMBERED = 8192
YEAR_GUESSED = "year-of-"
"""How the codes of problems begin that say from what the school year was guessed."""


class PlanWithHead(ServiceError):
    """The plan waits for the head's decision; a curator takes it back before changing it."""


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A plan in the list. How far a live one has come is told where it is lived with."""

    id: int
    title: str
    school_year: str
    by_calendar: bool
    status: RoadmapStatus
    order_number: str
    order_date: date | None
    is_published: bool
    items: int


@dataclass(frozen=True, slots=True)
class Desk:
    """The plans of one organisation. `continued`: the live plan from which next year's would be made."""

    organization_id: int
    organization_name: str
    plans: tuple[PlanLine, ...]
    continued: int | None


@dataclass(frozen=True, slots=True)
class Place:
    """An organisation where the person may work on plans."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Row:
    """An item of a plan with how it is understood. `left_over`: not done in the plan of the year before."""

    id: int
    number: str
    section: str
    activity: str
    phrase: str
    original_phrase: str
    expected_result: str
    responsible_text: str
    controller_text: str
    reading: Reading
    doubts: tuple[Doubt, ...]
    doubts_accepted: bool
    unknown: tuple[str, ...]
    people: tuple[PersonName, ...]
    named_ids: tuple[int, ...]
    left_over: bool
    for_schools: bool

    @property
    def is_dated(self) -> bool:
        return self.reading.is_understood

    @property
    def is_doubtful(self) -> bool:
        """Something about it waits for a human eye."""
        return not self.doubts_accepted and bool(self.doubts or not self.is_dated)

    @property
    def is_only_remarked(self) -> bool:
        """Doubtful because of its table, while the deadline itself is clear."""
        return self.is_doubtful and self.is_dated and not doubts_of(self.reading)

    @property
    def needs_look(self) -> bool:
        return self.is_doubtful or bool(self.unknown) or self.left_over

    @property
    def rank(self) -> int:
        """Where it stands in the list: what was left over first, then what is doubtful."""
        if self.left_over:
            return 0
        return 1 if self.is_doubtful else 2 if self.unknown else 3


@dataclass(frozen=True, slots=True)
class PlanHead:
    """What stands above the rows of a plan, and what this person may do with it."""

    id: int
    organization_id: int
    organization_name: str
    is_school: bool
    title: str
    school_year: str
    by_calendar: bool
    status: RoadmapStatus
    order_number: str
    order_date: date | None
    source_name: str
    return_reason: str
    problems: tuple[Doubt, ...]
    items: int
    doubtful: int
    undated: int
    only_remarked: int
    unknown: tuple[str, ...]
    left_over: int
    left_over_from: str
    replaces: int | None
    is_year_guessed: bool
    may_edit: bool
    may_submit: bool
    may_withdraw: bool
    may_approve: bool

    @property
    def is_draft(self) -> bool:
        return self.status in (RoadmapStatus.DRAFT, RoadmapStatus.SUBMITTED)


@dataclass(frozen=True, slots=True)
class PlanPage:
    """A page of rows, counted from 0."""

    head: PlanHead
    rows: tuple[Row, ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Card:
    """One row with its neighbours in the list, and the next one that is doubtful."""

    head: PlanHead
    row: Row
    suggestions: tuple[tuple[str, str], ...]
    earlier: int | None
    later: int | None
    next_doubtful: int | None


def places(session: Session, actor: Actor) -> tuple[Place, ...]:
    """The organisations where the actor may work on plans. Raises NotAllowed when there is none."""
    ids = actor.within_reach(*DECIDING_ROLES)
    if not ids:
        raise NotAllowed
    query = select(Organization).where(Organization.id.in_(ids)).order_by(Organization.id)
    return tuple(Place(one.id, one.name) for one in session.scalars(query))


def desk(session: Session, actor: Actor, organization_id: int) -> Desk:
    """The live plans and the drafts of an organisation, drafts first. Raises NotAllowed."""
    access.require_role(actor, organization_id, *DECIDING_ROLES)
    organization = session.get_one(Organization, organization_id)
    query = select(Roadmap).where(
        Roadmap.organization_id == organization_id, Roadmap.status != RoadmapStatus.ARCHIVED
    )
    found = sorted(session.scalars(query), key=lambda one: (not one.is_draft, one.school_year, one.id))
    own = [one for one in found if one.status == RoadmapStatus.APPROVED and one.origin_id is None]
    return Desk(organization_id, organization.name, _lines(session, found), own[-1].id if own else None)


def line(session: Session, actor: Actor, roadmap_id: int) -> PlanLine:
    """One plan as it is listed. Raises NotAllowed, NoLongerCurrent."""
    return _lines(session, [managed(session, actor, roadmap_id)])[0]


def count_waiting(session: Session, actor: Actor) -> int:
    """How many plans wait for this person's approval."""
    query = select(func.count(Roadmap.id)).where(
        Roadmap.organization_id.in_(actor.organizations(*APPROVING_ROLES)),
        Roadmap.status == RoadmapStatus.SUBMITTED,
    )
    return session.scalar(query) or 0


def _lines(session: Session, found: Sequence[Roadmap]) -> tuple[PlanLine, ...]:
    ids = [one.id for one in found]
    items = _counts(session, ids)
    return tuple(_line(one, items.get(one.id, 0)) for one in found)


def _counts(session: Session, ids: Sequence[int]) -> dict[int, int]:
    query = select(RoadmapItem.roadmap_id, func.count()).where(RoadmapItem.roadmap_id.in_(ids))
    return {row[0]: row[1] for row in session.execute(query.group_by(RoadmapItem.roadmap_id))}


def _line(roadmap: Roadmap, items: int) -> PlanLine:
    return PlanLine(
        roadmap.id,
        roadmap.title,
        roadmap.school_year,
        roadmap.by_calendar,
        roadmap.status,
        roadmap.order_number,
        roadmap.order_date,
        roadmap.origin_id is not None,
        items,
    )


# ---- access


def managed(session: Session, actor: Actor, roadmap_id: int) -> Roadmap:
    """A plan of an organisation where the actor decides. Raises NotAllowed, NoLongerCurrent."""
    roadmap = session.get(Roadmap, roadmap_id)
    if roadmap is None:
        raise NoLongerCurrent
    access.require_role(actor, roadmap.organization_id, *DECIDING_ROLES)
    return roadmap


def approves(actor: Actor, roadmap: Roadmap) -> bool:
    return actor.participation(*APPROVING_ROLES, organization_id=roadmap.organization_id) is not None


def may_edit(actor: Actor, roadmap: Roadmap) -> bool:
    """A draft is changed by all who decide there; nobody but its approver while it waits for approval."""
    is_new = roadmap.status == RoadmapStatus.DRAFT
    return is_new or (roadmap.is_draft and approves(actor, roadmap))


def editable(session: Session, actor: Actor, roadmap_id: int) -> Roadmap:
    """A draft that the actor may change. Raises NotAllowed, NoLongerCurrent, PlanWithHead."""
    roadmap = managed(session, actor, roadmap_id)
    if not roadmap.is_draft:
        raise NoLongerCurrent
    if not may_edit(actor, roadmap):
        raise PlanWithHead
    return roadmap


def editable_item(session: Session, actor: Actor, item_id: int) -> RoadmapItem:
    """A row of such a draft. Raises NotAllowed, NoLongerCurrent, PlanWithHead."""
    item = session.get(RoadmapItem, item_id)
    if item is None:
        raise NoLongerCurrent
    editable(session, actor, item.roadmap_id)
    return item


# ---- rows


@lru_cache(READINGS_REMEMBERED)
def reading_of(phrase: str, context: Context) -> Reading:
    """The same phrase in the same plan is looked at again and again."""
    return deadlines.read(phrase, context)


def read_rows(session: Session, roadmap: Roadmap, *, now: datetime) -> tuple[Row, ...]:
    """All rows of a plan in the order of the document, each with how it is understood now."""
    staff = responsibles.staff_of(session, roadmap.organization_id)
    context = roadmaps.context_of(roadmap, now=now)
    left_over = _left_over(session, roadmap)
    query = select(RoadmapItem).where(RoadmapItem.roadmap_id == roadmap.id)
    items = session.scalars(
        query.order_by(RoadmapItem.position, RoadmapItem.id).options(selectinload(RoadmapItem.named))
    )
    names = {one.person_id: PersonName.of(one) for one in reversed(staff.members)}
    delegates = not roadmap.organization.kind.has_staff
    return tuple(
        _row(
            item,
            context,
            staff,
            names,
            left_over=item.id in left_over,
            elsewhere=delegates and item.for_schools,
        )
        for item in items
    )


def _row(
    item: RoadmapItem,
    context: Context,
    staff: Staff,
    names: dict[int, PersonName],
    *,
    left_over: bool,
    elsewhere: bool,
) -> Row:
    reading = reading_of(item.phrase, context)
    named = tuple(person.id for person in item.named if person.id in names)
    resolved = NOBODY_HERE if elsewhere else staff.resolve(item.responsible_text)
    return Row(
        id=item.id,
        number=item.number,
        section=item.section,
        activity=item.activity,
        phrase=item.phrase,
        original_phrase=item.deadline_phrase,
        expected_result=item.expected_result,
        responsible_text=item.responsible_text,
        controller_text=item.controller_text,
        reading=reading,
        doubts=(*doubts_of(reading), *remarks_of(item.remarks)),
        doubts_accepted=item.doubts_accepted,
        unknown=() if named else resolved.unknown,
        people=tuple(names[one] for one in named or resolved.people if one in names),
        named_ids=named,
        left_over=left_over,
        for_schools=item.for_schools,
    )


def doubts_of(reading: Reading) -> tuple[Doubt, ...]:
    """The doubts of a reading and of its parts, each once."""
    found: dict[tuple[str, str | None], Doubt] = {}
    for one in (reading, *reading.parts):
        for doubt in one.doubts:
            found.setdefault((doubt.code, doubt.suggestion), doubt)
    return tuple(found.values())


def remarks_of(stored: Iterable[dict[str, object]]) -> tuple[Doubt, ...]:
    """What was remarked when the file was read, as it was stored."""
    return tuple(Doubt(str(one["code"]), _values(one.get("values"))) for one in stored)


def _values(stored: object) -> dict[str, object]:
    return dict(stored) if isinstance(stored, dict) else {}


def is_about_year(problem: str) -> bool:
    """Was the school year guessed, because the file does not tell it?"""
    return problem.startswith(YEAR_GUESSED)


def is_year_guessed(roadmap: Roadmap) -> bool:
    return any(is_about_year(str(one["code"])) for one in roadmap.problems)


def years_near(plan: Roadmap | PlanHead) -> tuple[int, ...]:
    """The school years that may have been meant, each by its first calendar year."""
    guessed = int(plan.school_year[:4])
    return guessed - 1, guessed, guessed + 1


def _left_over(session: Session, roadmap: Roadmap) -> set[int]:
    """The rows whose row in the plan of an earlier year has a duty that is still not done."""
    if roadmap.previous_id is None or not roadmap.is_draft:
        return set()
    earlier = session.get(Roadmap, roadmap.previous_id)
    if earlier is None or earlier.school_year == roadmap.school_year:
        return set()
    query = (
        select(RoadmapItem.id)
        .join(Occurrence, Occurrence.item_id == RoadmapItem.previous_item_id)
        .where(
            RoadmapItem.roadmap_id == roadmap.id,
            Occurrence.status.not_in(SETTLED),
            Occurrence.is_check.is_(False),
        )
    )
    return set(session.scalars(query))


# ---- pages and cards


def page(
    session: Session,
    actor: Actor,
    roadmap_id: int,
    *,
    number: int = 0,
    doubts_only: bool = False,
    now: datetime,
) -> PlanPage:
    """A page of a plan, what needs a look first. Raises NotAllowed, NoLongerCurrent."""
    roadmap = managed(session, actor, roadmap_id)
    rows = read_rows(session, roadmap, now=now)
    head = _head(session, actor, roadmap, rows)
    shown = [one for one in _listed(rows) if one.needs_look or not doubts_only]
    pages = max(1, -(-len(shown) // PAGE_SIZE))
    number = min(max(number, 0), pages - 1)
    return PlanPage(head, tuple(shown[number * PAGE_SIZE : (number + 1) * PAGE_SIZE]), number, pages)


def _listed(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda one: one.rank)


def all_rows(
    session: Session, actor: Actor, roadmap_id: int, *, now: datetime
) -> tuple[PlanHead, tuple[Row, ...]]:
    """Every row in the order of the document: for a table. Raises NotAllowed, NoLongerCurrent."""
    roadmap = managed(session, actor, roadmap_id)
    rows = read_rows(session, roadmap, now=now)
    return _head(session, actor, roadmap, rows), rows


def head_of(session: Session, actor: Actor, roadmap_id: int, *, now: datetime) -> PlanHead:
    """What stands above a plan. Raises NotAllowed, NoLongerCurrent."""
    return all_rows(session, actor, roadmap_id, now=now)[0]


def card(session: Session, actor: Actor, item_id: int, *, now: datetime) -> Card:
    """One row of a plan. Raises NotAllowed, NoLongerCurrent."""
    item = session.get(RoadmapItem, item_id)
    if item is None:
        raise NoLongerCurrent
    roadmap = managed(session, actor, item.roadmap_id)
    rows = read_rows(session, roadmap, now=now)
    listed = _listed(rows)
    place = next(index for index, one in enumerate(listed) if one.id == item_id)
    row = listed[place]
    return Card(
        _head(session, actor, roadmap, rows),
        row,
        suggestions_of(row),
        listed[place - 1].id if place > 0 else None,
        listed[place + 1].id if place + 1 < len(listed) else None,
        next((one.id for one in (*listed[place + 1 :], *listed[:place]) if one.is_doubtful), None),
    )


def suggestions_of(row: Row) -> tuple[tuple[str, str], ...]:
    """(mark, phrase) of what was probably meant; the mark in a button proves that it was offered."""
    if row.doubts_accepted:
        return ()
    offered = (doubt.suggestion or "" for doubt in row.doubts)
    phrases = dict.fromkeys(phrase for phrase in offered if phrase)
    return tuple((_mark(row.phrase, phrase), phrase) for phrase in phrases)


def _mark(phrase: str, suggestion: str) -> str:
    return hashlib.sha256(f"{phrase}\n{suggestion}".encode()).hexdigest()[:8]


def _head(session: Session, actor: Actor, roadmap: Roadmap, rows: Sequence[Row]) -> PlanHead:
    organization = roadmap.organization
    is_new, waits = roadmap.status == RoadmapStatus.DRAFT, roadmap.status == RoadmapStatus.SUBMITTED
    may_approve = roadmap.is_draft and approves(actor, roadmap)
    earlier = session.get(Roadmap, roadmap.previous_id) if roadmap.previous_id else None
    is_version = roadmap.is_draft and earlier is not None and earlier.school_year == roadmap.school_year
    return PlanHead(
        id=roadmap.id,
        organization_id=organization.id,
        organization_name=organization.name,
        is_school=organization.kind == OrganizationKind.SCHOOL,
        title=roadmap.title,
        school_year=roadmap.school_year,
        by_calendar=roadmap.by_calendar,
        status=roadmap.status,
        order_number=roadmap.order_number,
        order_date=roadmap.order_date,
        source_name=roadmap.source_name,
        return_reason=roadmap.return_reason if is_new else "",
        problems=remarks_of(roadmap.problems),
        items=len(rows),
        doubtful=sum(one.is_doubtful for one in rows),
        undated=sum(not one.is_dated for one in rows),
        only_remarked=sum(one.is_only_remarked for one in rows),
        unknown=tuple(dict.fromkeys(phrase for one in rows for phrase in one.unknown)),
        left_over=sum(one.left_over for one in rows),
        left_over_from=earlier.school_year if earlier is not None else "",
        replaces=earlier.id if is_version and earlier is not None else None,
        is_year_guessed=is_year_guessed(roadmap),
        may_edit=may_edit(actor, roadmap),
        may_submit=is_new and not may_approve,
        may_withdraw=waits and not may_approve,
        may_approve=may_approve,
    )


def unknown_words(session: Session, actor: Actor, roadmap_id: int) -> tuple[int, tuple[str, ...]]:
    """(organisation, words of the plan that nobody has explained yet). Raises NotAllowed, NoLongerCurrent."""
    roadmap = managed(session, actor, roadmap_id)
    return roadmap.organization_id, responsibles.unknown_of(session, roadmap)
