"""What a municipality or a region sees of its schools: for every item of a published plan and every school
whether it is done, late or not yet. Dates and kinds of evidence, no names: the school answers.

One grouped query a screen, however many schools and items there are. Source of the rules: N-O-6, N-RM-1.2,
N-RM-4.2. Giving a plan to the schools is services/publication.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, and_, case, func, or_, select
from sqlalchemy.orm import Session

from models import (
    Evidence,
    EvidenceKind,
    Membership,
    MembershipStatus,
    Occurrence,
    OccurrenceStatus,
    Organization,
    Person,
    Roadmap,
    RoadmapItem,
    RoadmapStatus,
)
from models.organization import OrganizationKind
from models.roadmap import SETTLED
from services import access, alerts, outbox, publication
from services.access import TERRITORY_ROLES, Actor
from services.errors import NoLongerCurrent, NotAllowed, ServiceError
from services.evidence import reference_in
from services.local_time import today_in
from services.publication import IN_CHARGE, OwnPlan

PAGE_SIZE = 8
LATE_LISTED = 5


class CellState(StrEnum):
    """How a school stands to an item. UNDATED: it has the item, and the item has no date."""

    LATE = "late"
    NOT_YET = "not_yet"
    DONE = "done"
    WAIVED = "waived"
    UNDATED = "undated"


_RANK = {state: rank for rank, state in enumerate(CellState)}


class NothingLate(ServiceError):
    """There is nobody to be reminded."""


class SchoolsRemindedToday(ServiceError):
    """Everybody who is late was reminded today; once a day is enough."""


class NobodyAtSchool(ServiceError):
    """Nobody who answers for a school gets messages of the bot. Field `name`."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many there are in each state."""

    late: int = 0
    not_yet: int = 0
    done: int = 0
    waived: int = 0
    undated: int = 0

    @classmethod
    def of(cls, found: Mapping[str, int]) -> Counts:
        return cls(**{state.value: found.get(state.value, 0) for state in CellState})

    @property
    def total(self) -> int:
        return self.late + self.not_yet + self.done + self.waived + self.undated


@dataclass(frozen=True, slots=True)
class PublishedPlan:
    """A plan that schools work with, and how all of them stand to all of its items. `schools` have it."""

    id: int
    title: str
    school_year: str
    publisher: str
    schools: int
    counts: Counts


@dataclass(frozen=True, slots=True)
class Home:
    """What a coordinator finds first. `empty` counts the schools in which nobody answers yet; `own` are the
    plans that can be published.
    """

    organization_id: int
    name: str
    kind: OrganizationKind
    schools: int
    empty: int
    late_schools: int
    plans: tuple[PublishedPlan, ...]
    own: tuple[OwnPlan, ...]


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item of a published plan, over all schools. `id` is the one of the publisher's row."""

    id: int
    number: str
    activity: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class SchoolLine:
    """A school, over all items of a plan. `is_empty`: nobody answers there yet."""

    id: int
    name: str
    counts: Counts
    is_empty: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One school and one item. `due_on`: the next day that is not settled; `done_on`: when it was last done;
    `settled` of `total` duties.
    """

    school_id: int
    school_name: str
    item_id: int
    number: str
    activity: str
    state: CellState
    due_on: date | None
    done_at: datetime | None
    settled: int
    total: int


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above a screen about a plan."""

    plan_id: int
    title: str
    school_year: str
    publisher: str
    counts: Counts
    timezone: str


@dataclass(frozen=True, slots=True)
class Items:
    head: Head
    lines: tuple[ItemLine, ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Schools:
    head: Head
    lines: tuple[SchoolLine, ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Cells:
    """The schools of one item, or the items of one school; `counts` is of all pages."""

    head: Head
    lines: tuple[Cell, ...]
    counts: Counts
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class DutyState:
    """One dated duty of a school as those above see it: the school answers for it."""

    id: int
    due_on: date
    status: OccurrenceStatus
    is_late: bool
    moved_from: date | None
    done_at: datetime | None
    evidence: tuple[EvidenceKind, ...]


@dataclass(frozen=True, slots=True)
class CellCard:
    """A school and an item with every date of it."""

    head: Head
    cell: Cell
    expected_result: str
    phrase: str
    duties: tuple[DutyState, ...]


@dataclass(frozen=True, slots=True)
class EvidenceShown:
    """What a school has put forward. A comment stays in the school: `text` is a link or the number of an
    act, and none of the words around it.
    """

    id: int
    kind: EvidenceKind
    text: str
    file_id: str | None
    file_name: str
    added_at: datetime


@dataclass(frozen=True, slots=True)
class Matrix:
    """All of it, for a file: `cells` by school and item."""

    head: Head
    items: tuple[ItemLine, ...]
    schools: tuple[SchoolLine, ...]
    cells: Mapping[tuple[int, int], Cell]
    made_on: date


@dataclass(frozen=True, slots=True)
class Reminded:
    """How many schools were reminded, had been today, and have nobody who could be."""

    schools: int
    earlier: int
    unreachable: int


@dataclass(frozen=True, slots=True)
class LateItem:
    number: str
    activity: str
    due_on: date


@dataclass(frozen=True, slots=True)
class SchoolReminder:
    """What those who answer at a school are reminded of: the first of the late items and how many in all."""

    asked_by: str
    items: tuple[LateItem, ...]
    total: int


# ---- the grid


def _late(today: date) -> ColumnElement[bool]:
    """Undone after its day. A continuous duty is asked about and never late."""
    past = and_(Occurrence.status.not_in(SETTLED), Occurrence.due_on < today)
    return and_(Occurrence.is_check.is_(False), or_(Occurrence.status == OccurrenceStatus.OVERDUE, past))


def _open(today: date) -> ColumnElement[bool]:
    """Undone, and its day is still to come. A continuous duty whose time is over asks for nothing."""
    return and_(Occurrence.status.not_in(SETTLED), Occurrence.due_on >= today)


def _number(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


_DONE = Occurrence.status.in_((OccurrenceStatus.DONE, OccurrenceStatus.DONE_LATE))


def _grid(today: date, *conditions: ColumnElement[bool]) -> Subquery:
    """One row for every school and item of the published plans that the conditions name."""
    late, not_yet, done = _number(_late(today)), _number(_open(today)), _number(_DONE)
    waived = _number(Occurrence.status == OccurrenceStatus.WAIVED)
    state = case(
        (late > 0, CellState.LATE.value),
        (not_yet > 0, CellState.NOT_YET.value),
        (done > 0, CellState.DONE.value),
        (waived > 0, CellState.WAIVED.value),
        (func.count(Occurrence.id) > 0, CellState.NOT_YET.value),
        else_=CellState.UNDATED.value,
    )
    undone = case((Occurrence.status.not_in(SETTLED), Occurrence.due_on), else_=None)
    return (
        select(
            Roadmap.origin_id.label("plan_id"),
            Roadmap.organization_id.label("school_id"),
            RoadmapItem.origin_item_id.label("item_id"),
            state.label("state"),
            func.min(undone).label("due_on"),
            func.max(Occurrence.done_at).label("done_at"),
            (done + waived).label("settled"),
            func.count(Occurrence.id).label("total"),
        )
        .join(RoadmapItem, RoadmapItem.roadmap_id == Roadmap.id)
        .outerjoin(Occurrence, Occurrence.item_id == RoadmapItem.id)
        .where(Roadmap.status == RoadmapStatus.APPROVED, RoadmapItem.origin_item_id.is_not(None), *conditions)
        .group_by(Roadmap.origin_id, Roadmap.organization_id, RoadmapItem.origin_item_id)
        .subquery()
    )


def _below(places: Sequence[int]) -> Select[int]:
    return select(Organization.id).where(
        Organization.id.in_(access.below(places)), Organization.kind == OrganizationKind.SCHOOL
    )


def _in_territory(actor: Actor) -> ColumnElement[bool]:
    return Roadmap.organization_id.in_(_below(actor.within_reach(*TERRITORY_ROLES)))


def _counted(session: Session, grid: Subquery, key: ColumnElement[Any]) -> dict[Any, Counts]:
    query = select(key, grid.c.state, func.count()).group_by(key, grid.c.state)
    found: dict[Any, dict[str, int]] = {}
    for one, state, number in session.execute(query):
        found.setdefault(one, {})[state] = number
    return {one: Counts.of(states) for one, states in found.items()}


def _sum(parts: Iterable[Counts]) -> Counts:
    every = list(parts)
    return Counts(**{state.value: sum(getattr(one, state.value) for one in every) for state in CellState})


# ---- access


def _own(actor: Actor) -> tuple[int, ...]:
    places = actor.within_reach(*TERRITORY_ROLES)
    if not places:
        raise NotAllowed
    return places


def _plan(session: Session, actor: Actor, plan_id: int) -> Roadmap:
    """A plan published by the actor's own organisation, by one below it or by one above it."""
    plan = session.get(Roadmap, plan_id)
    if plan is None or plan.published_at is None:
        raise NoLongerCurrent
    places = actor.places(*TERRITORY_ROLES)
    above = {one for place in places for one in access.above(session, place)}
    if plan.organization_id not in above and plan.organization_id not in access.territory(session, actor):
        raise NotAllowed
    return plan


def _school(session: Session, actor: Actor, school_id: int) -> Organization:
    school = session.get(Organization, school_id)
    if school is None:
        raise NoLongerCurrent
    if school_id not in access.territory(session, actor) or school.kind != OrganizationKind.SCHOOL:
        raise NotAllowed
    return school


def _today(session: Session, organization_id: int, now: datetime) -> date:
    return today_in(session.get_one(Organization, organization_id).timezone, now)


def _head(plan: Roadmap, counts: Counts) -> Head:
    organization = plan.organization
    return Head(plan.id, plan.title, plan.school_year, organization.name, counts, organization.timezone)


# ---- views


def home(session: Session, actor: Actor, organization_id: int | None = None, *, now: datetime) -> Home:
    """The first screen of a coordinator or an operator. Raises NotAllowed."""
    places = _own(actor)
    place = places[0] if organization_id is None else organization_id
    if place not in actor.places(*TERRITORY_ROLES):
        raise NotAllowed
    organization = session.get_one(Organization, place)
    schools = publication.schools_below(session, place)
    grid = _grid(_today(session, place, now), Roadmap.organization_id.in_(_below((place,))))
    late = select(func.count(grid.c.school_id.distinct())).where(grid.c.state == CellState.LATE.value)
    return Home(
        place,
        organization.name,
        organization.kind,
        len(schools),
        len(schools) - len(_with_people(session, (place,))),
        session.scalar(late) or 0,
        _published(session, grid),
        publication.own_plans(session, place),
    )


def _published(session: Session, grid: Subquery) -> tuple[PublishedPlan, ...]:
    counts = _counted(session, grid, grid.c.plan_id)
    number = func.count(grid.c.school_id.distinct()).label("number")
    having = select(grid.c.plan_id, number).group_by(grid.c.plan_id)
    schools = {row.plan_id: row.number for row in session.execute(having)}
    query = select(Roadmap, Organization.name).join(Organization).where(Roadmap.id.in_(counts))
    return tuple(
        PublishedPlan(one.id, one.title, one.school_year, publisher, schools.get(one.id, 0), counts[one.id])
        for one, publisher in session.execute(query.order_by(Roadmap.id.desc()))
    )


def _with_people(session: Session, places: Sequence[int]) -> set[int]:
    """The schools below in which somebody answers."""
    query = (
        select(Membership.organization_id)
        .join(Person, Person.id == Membership.person_id)
        .where(
            Membership.organization_id.in_(_below(places)),
            Membership.role.in_(IN_CHARGE),
            Membership.status == MembershipStatus.ACTIVE,
            Person.frozen_at.is_(None),
        )
        .distinct()
    )
    return set(session.scalars(query))


def count_late(session: Session, actor: Actor) -> int:
    """In how many schools of the actor something of a published plan is overdue."""
    query = (
        select(func.count(Roadmap.organization_id.distinct()))
        .select_from(Roadmap)
        .join(RoadmapItem, RoadmapItem.roadmap_id == Roadmap.id)
        .join(Occurrence, Occurrence.item_id == RoadmapItem.id)
        .where(
            Roadmap.status == RoadmapStatus.APPROVED,
            Roadmap.origin_id.is_not(None),
            Occurrence.status == OccurrenceStatus.OVERDUE,
            Occurrence.is_check.is_(False),
            _in_territory(actor),
        )
    )
    return session.scalar(query) or 0


def _paged(found: Sequence[Any], page: int) -> tuple[Sequence[Any], int, int]:
    pages = max(1, -(-len(found) // PAGE_SIZE))
    page = min(max(page, 0), pages - 1)
    return found[page * PAGE_SIZE : (page + 1) * PAGE_SIZE], page, pages


def by_item(session: Session, actor: Actor, plan_id: int, *, page: int = 0, now: datetime) -> Items:
    """The items of a published plan, each over all schools of the actor. Raises NotAllowed,
    NoLongerCurrent.
    """
    plan = _plan(session, actor, plan_id)
    lines = _item_lines(session, actor, plan, now)
    shown, page, pages = _paged(lines, page)
    return Items(_head(plan, _sum(one.counts for one in lines)), tuple(shown), page, pages)


def _item_lines(session: Session, actor: Actor, plan: Roadmap, now: datetime) -> list[ItemLine]:
    grid = _plan_grid(session, actor, plan, now)
    counts = _counted(session, grid, grid.c.item_id)
    items = session.scalars(
        select(RoadmapItem)
        .where(RoadmapItem.roadmap_id == plan.id, RoadmapItem.id.in_(counts))
        .order_by(RoadmapItem.position)
    )
    return [ItemLine(one.id, one.number, one.activity, counts[one.id]) for one in items]


def _plan_grid(
    session: Session, actor: Actor, plan: Roadmap, now: datetime, *conditions: ColumnElement[bool]
) -> Subquery:
    today = _today(session, plan.organization_id, now)
    return _grid(today, Roadmap.origin_id == plan.id, _in_territory(actor), *conditions)


def by_school(session: Session, actor: Actor, plan_id: int, *, page: int = 0, now: datetime) -> Schools:
    """The schools of the actor, each over all items of a published plan: those that are late first, those
    without people last. Raises NotAllowed, NoLongerCurrent.
    """
    plan = _plan(session, actor, plan_id)
    lines = _school_lines(session, actor, plan, now)
    shown, page, pages = _paged(lines, page)
    return Schools(_head(plan, _sum(one.counts for one in lines)), tuple(shown), page, pages)


def _school_lines(session: Session, actor: Actor, plan: Roadmap, now: datetime) -> list[SchoolLine]:
    places = _own(actor)
    grid = _plan_grid(session, actor, plan, now)
    counts = _counted(session, grid, grid.c.school_id)
    peopled = _with_people(session, places)
    meant = _below(places).intersect(_below((plan.organization_id,)))
    query = select(Organization.id, Organization.name).where(Organization.id.in_(meant))
    lines = [
        SchoolLine(number, name, counts.get(number, Counts()), number not in peopled)
        for number, name in session.execute(query)
    ]
    return sorted(lines, key=lambda one: (-one.counts.late, one.is_empty, one.name, one.id))


def item(
    session: Session, actor: Actor, plan_id: int, item_id: int, *, page: int = 0, now: datetime
) -> Cells:
    """One item in all schools of the actor, the late ones first. Raises NotAllowed, NoLongerCurrent."""
    plan = _plan(session, actor, plan_id)
    cells = _cells(session, _plan_grid(session, actor, plan, now, RoadmapItem.origin_item_id == item_id))
    if not cells:
        raise NoLongerCurrent
    return _page_of_cells(plan, sorted(cells, key=lambda one: (_RANK[one.state], one.school_name)), page)


def school(
    session: Session, actor: Actor, plan_id: int, school_id: int, *, page: int = 0, now: datetime
) -> Cells:
    """One school with all its items of a published plan, what is late first. Raises NotAllowed,
    NoLongerCurrent.
    """
    plan, _ = _plan(session, actor, plan_id), _school(session, actor, school_id)
    cells = _cells(session, _plan_grid(session, actor, plan, now, Roadmap.organization_id == school_id))
    if not cells:
        raise NoLongerCurrent
    late_first = sorted(cells, key=lambda one: one.state != CellState.LATE)
    return _page_of_cells(plan, late_first, page)


def _page_of_cells(plan: Roadmap, cells: Sequence[Cell], page: int) -> Cells:
    shown, page, pages = _paged(cells, page)
    found: dict[str, int] = {}
    for one in cells:
        found[one.state.value] = found.get(one.state.value, 0) + 1
    counts = Counts.of(found)
    return Cells(_head(plan, counts), tuple(shown), counts, page, pages)


def _cells(session: Session, grid: Subquery) -> list[Cell]:
    """In the order of the plan, then of the schools' names."""
    query = (
        select(grid, Organization.name, RoadmapItem.number, RoadmapItem.activity)
        .join(Organization, Organization.id == grid.c.school_id)
        .join(RoadmapItem, RoadmapItem.id == grid.c.item_id)
        .order_by(RoadmapItem.position, Organization.name, Organization.id)
    )
    return [
        Cell(
            row.school_id,
            row.name,
            row.item_id,
            row.number,
            row.activity,
            CellState(row.state),
            row.due_on,
            row.done_at,
            row.settled,
            row.total,
        )
        for row in session.execute(query)
    ]


def cell(session: Session, actor: Actor, school_id: int, item_id: int, *, now: datetime) -> CellCard:
    """One item in one school with all its dates. Raises NotAllowed, NoLongerCurrent."""
    _school(session, actor, school_id)
    origin = session.get(RoadmapItem, item_id)
    if origin is None:
        raise NoLongerCurrent
    plan = _plan(session, actor, origin.roadmap_id)
    here = (Roadmap.organization_id == school_id, RoadmapItem.origin_item_id == item_id)
    cells = _cells(session, _plan_grid(session, actor, plan, now, *here))
    own = session.scalars(
        select(RoadmapItem).join(Roadmap).where(Roadmap.status == RoadmapStatus.APPROVED, *here)
    ).first()
    if not cells or own is None:
        raise NoLongerCurrent
    today = _today(session, plan.organization_id, now)
    duties = tuple(_duty(one, today) for one in own.occurrences)
    return CellCard(_head(plan, Counts()), cells[0], own.expected_result, own.phrase, duties)


def _duty(one: Occurrence, today: date) -> DutyState:
    kinds = dict.fromkeys(evidence.kind for evidence in one.evidence)
    is_late = one.is_late(today) and not one.is_check
    return DutyState(one.id, one.due_on, one.status, is_late, one.moved_from, one.done_at, tuple(kinds))


def cell_of(session: Session, occurrence_id: int) -> tuple[int, int] | None:
    """The school and the publisher's row of a duty, when it is of a published plan."""
    occurrence = session.get(Occurrence, occurrence_id)
    if occurrence is None or occurrence.item.origin_item_id is None:
        return None
    return occurrence.organization_id, occurrence.item.origin_item_id


def open_evidence(
    session: Session, actor: Actor, occurrence_id: int, *, now: datetime
) -> tuple[EvidenceShown, ...]:
    """What a school has put forward; the look is written to the audit log. Raises NotAllowed,
    NoLongerCurrent.
    """
    occurrence = session.get(Occurrence, occurrence_id)
    if occurrence is None or occurrence.item.origin_item_id is None:
        raise NoLongerCurrent
    _school(session, actor, occurrence.organization_id)
    _record(session, actor, "territory.evidence_seen", occurrence, now)
    return tuple(_shown(one) for one in occurrence.evidence)


def _shown(one: Evidence) -> EvidenceShown:
    text = reference_in(one.kind, one.comment)
    return EvidenceShown(one.id, one.kind, text, one.file_id, one.file_name or "", one.added_at)


def open_file(session: Session, actor: Actor, evidence_id: int, *, now: datetime) -> EvidenceShown:
    """A file of a school; the look is written to the audit log. Raises NotAllowed, NoLongerCurrent."""
    evidence = session.get(Evidence, evidence_id)
    if evidence is None or evidence.file_id is None or evidence.occurrence.item.origin_item_id is None:
        raise NoLongerCurrent
    _school(session, actor, evidence.occurrence.organization_id)
    _record(session, actor, "territory.file_opened", evidence.occurrence, now)
    return _shown(evidence)


def _record(session: Session, actor: Actor, act: str, occurrence: Occurrence, now: datetime) -> None:
    access.record(
        session,
        act,
        actor_id=actor.person_id,
        organization_id=occurrence.organization_id,
        subject_kind="occurrence",
        subject_id=occurrence.id,
        now=now,
    )


def matrix(session: Session, actor: Actor, plan_id: int, *, now: datetime) -> Matrix:
    """Every school and every item of a published plan, for a file. Raises NotAllowed, NoLongerCurrent."""
    plan = _plan(session, actor, plan_id)
    cells = _cells(session, _plan_grid(session, actor, plan, now))
    items = tuple(_item_lines(session, actor, plan, now))
    schools = sorted(_school_lines(session, actor, plan, now), key=lambda one: (one.name, one.id))
    return Matrix(
        _head(plan, _sum(one.counts for one in items)),
        items,
        tuple(schools),
        {(one.school_id, one.item_id): one for one in cells},
        _today(session, plan.organization_id, now),
    )


# ---- reminding


def nudge_late(session: Session, actor: Actor, plan_id: int, *, now: datetime) -> Reminded:
    """Remind every school that is late with something of a plan, each at most once a local day.

    Raises NothingLate, SchoolsRemindedToday, NotAllowed, NoLongerCurrent.
    """
    plan = _plan(session, actor, plan_id)
    grid = _plan_grid(session, actor, plan, now)
    late = select(grid.c.school_id).where(grid.c.state == CellState.LATE.value).distinct()
    schools = session.scalars(late.order_by(grid.c.school_id)).all()
    if not schools:
        raise NothingLate
    by_school = _in_charge(session, schools)
    outcomes = [_remind(session, actor, one, by_school.get(one, ()), now) for one in schools]
    reminded = Reminded(outcomes.count(True), outcomes.count(False), outcomes.count(None))
    if not reminded.schools and reminded.earlier:
        raise SchoolsRemindedToday
    return reminded


def nudge_school(session: Session, actor: Actor, school_id: int, *, now: datetime) -> str:
    """Remind those who answer at one school of what is late there. Returns the school's name.

    Raises NothingLate, SchoolsRemindedToday, NobodyAtSchool, NotAllowed, NoLongerCurrent.
    """
    school = _school(session, actor, school_id)
    if not _late_items(session, school_id, today_in(school.timezone, now)):
        raise NothingLate
    outcome = _remind(session, actor, school_id, _in_charge(session, [school_id]).get(school_id, ()), now)
    if outcome is None:
        raise NobodyAtSchool(name=school.name)
    if not outcome:
        raise SchoolsRemindedToday
    return school.name


def _in_charge(session: Session, schools: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """Who answers at each school and can be reached."""
    query = (
        select(Membership.organization_id, Membership.person_id)
        .join(Person, Person.id == Membership.person_id)
        .where(
            Membership.organization_id.in_(schools),
            Membership.role.in_(IN_CHARGE),
            Membership.status == MembershipStatus.ACTIVE,
            Person.frozen_at.is_(None),
            Person.blocked_at.is_(None),
        )
        .order_by(Membership.person_id)
    )
    people: dict[int, tuple[int, ...]] = {}
    for school_id, person_id in session.execute(query):
        people[school_id] = tuple(dict.fromkeys((*people.get(school_id, ()), person_id)))
    return people


def _remind(
    session: Session, actor: Actor, school_id: int, people: Sequence[int], now: datetime
) -> bool | None:
    """True: reminded now; False: reminded earlier today; None: there is nobody."""
    if not people:
        return None
    today = _today(session, school_id, now)
    asked_by = _asking(session, actor, school_id)
    owed = [
        outbox.notify(
            session,
            kind="territory.nudge",
            key=f"territory:nudge:{school_id}:{today.isoformat()}:{person_id}",
            person_id=person_id,
            payload={"school_id": school_id, "organization_id": asked_by},
            topic=f"territory:nudge:{school_id}",
            due_at=now,
            now=now,
        )
        for person_id in people
    ]
    if not any(owed):
        return False
    access.record(
        session,
        "school.nudged",
        actor_id=actor.person_id,
        organization_id=school_id,
        subject_kind="organization",
        subject_id=school_id,
        now=now,
    )
    return True


def _asking(session: Session, actor: Actor, school_id: int) -> int:
    """The organisation above the school in whose name the actor speaks."""
    own = _own(actor)
    return next((one for one in access.above(session, school_id) if one in own), own[0])


def _late_items(session: Session, school_id: int, today: date) -> list[LateItem]:
    query = (
        select(RoadmapItem.number, RoadmapItem.activity, Occurrence.due_on)
        .join(Occurrence, Occurrence.item_id == RoadmapItem.id)
        .join(Roadmap, Roadmap.id == RoadmapItem.roadmap_id)
        .where(
            Roadmap.organization_id == school_id,
            Roadmap.status == RoadmapStatus.APPROVED,
            Roadmap.origin_id.is_not(None),
            _late(today),
        )
        .order_by(Occurrence.due_on, RoadmapItem.position)
    )
    return [LateItem(*row) for row in session.execute(query)]


def reminder(
    session: Session, person_id: int, school_id: int, organization_id: int, *, now: datetime
) -> SchoolReminder | None:
    """The reminder for somebody who answers at the school; None when nothing is late any more."""
    if person_id not in alerts.people_in_role(session, school_id, *IN_CHARGE):
        return None
    late = _late_items(session, school_id, _today(session, school_id, now))
    if not late:
        return None
    asked_by = session.get_one(Organization, organization_id).name
    return SchoolReminder(asked_by, tuple(late[:LATE_LISTED]), len(late))
