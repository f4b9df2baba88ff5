"""The living plan as those who answer for it see it: by month, by stage, by person, what is late, what has no
day, the whole year. An organisation may have several live plans: its own, and one that was published to it.

The mentors and mentees who have duties see those, and nothing of this (`services.duty_views`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from models import (
    EvidenceKind,
    Occurrence,
    OccurrenceStatus,
    Person,
    Roadmap,
    RoadmapItem,
    RoadmapStatus,
)
from services import access, duty_views
from services.access import Actor
from services.duty_views import PAGE_SIZE, DutyPage, Names
from services.errors import NoLongerCurrent
from services.local_time import today_in
from services.names import PersonName

AUGUST = 8
T = TypeVar("T")
_HAS_DAYS = (OccurrenceStatus.DONE, OccurrenceStatus.DONE_LATE)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a group of items has come in the year that is shown. An item is done when all of its duties of
    that year are; what was waived does not count at all.
    """

    done: int
    total: int
    late: int
    undated: int = 0

    def __add__(self, other: Progress) -> Progress:
        return Progress(
            self.done + other.done,
            self.total + other.total,
            self.late + other.late,
            self.undated + other.undated,
        )


NOTHING = Progress(0, 0, 0)


@dataclass(frozen=True, slots=True)
class PlanHead:
    """A live plan as it stands above its items. `is_published`: it came from the municipality or region."""

    id: int
    organization_id: int
    organization_name: str
    title: str
    school_year: str
    order_number: str
    order_date: date | None
    approved_at: datetime | None
    timezone: str
    is_published: bool
    progress: Progress


@dataclass(frozen=True, slots=True)
class Overview:
    """The first screen. `chosen`: the plan to which the views are narrowed, 0 for all. `this_month`: how many
    duties are due or begin in the month of `today`.
    """

    plans: tuple[PlanHead, ...]
    chosen: int
    progress: Progress
    late: int
    undated: int
    this_month: int
    today: date


@dataclass(frozen=True, slots=True)
class Stage:
    """A section or stage of one plan. `number` counts from 0 over all that are shown."""

    number: int
    title: str
    plan_title: str
    progress: Progress


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A row of the plan with how it stands. `next_id`: the duty that is opened by a tap; None when the item
    has several, or no day at all.
    """

    id: int
    number: str
    activity: str
    status: OccurrenceStatus | None
    is_late: bool
    due_on: date | None
    done: int
    total: int
    next_id: int | None


@dataclass(frozen=True, slots=True)
class ItemPage:
    """A page of items. `title` is the stage's, empty for the whole plan."""

    lines: tuple[ItemLine, ...]
    title: str
    progress: Progress
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class ItemView:
    """One row of the plan with all of its duties."""

    id: int
    number: str
    section: str
    activity: str
    deadline_phrase: str
    duties: DutyPage


@dataclass(frozen=True, slots=True)
class MonthPage:
    year: int
    month: int
    duties: DutyPage


@dataclass(frozen=True, slots=True)
class PersonLine:
    """What somebody has on hand (of what comes again and again only the next), and how much of it is late."""

    person_id: int
    name: PersonName
    undone: int
    late: int
    done: int
    is_reachable: bool


@dataclass(frozen=True, slots=True)
class PeoplePage:
    lines: tuple[PersonLine, ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class PersonPage:
    person: PersonLine
    is_viewer: bool
    duties: DutyPage


@dataclass(frozen=True, slots=True)
class UndatedLine:
    id: int
    number: str
    activity: str
    deadline_phrase: str


@dataclass(frozen=True, slots=True)
class UndatedPage:
    lines: tuple[UndatedLine, ...]
    page: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class DatedRow:
    """A duty as a picture or a spreadsheet shows it."""

    starts_on: date | None
    due_on: date
    moved_from: date | None
    status: OccurrenceStatus
    is_late: bool
    is_check: bool
    people: tuple[PersonName, ...]
    controller: PersonName | None
    done_at: datetime | None
    reason: str
    evidence: tuple[tuple[EvidenceKind, str], ...]


@dataclass(frozen=True, slots=True)
class ItemRows:
    """A row of the plan with its duties in the year that is shown. `is_dated`: it has some in another year,
    if not in this one.
    """

    plan_title: str
    number: str
    section: str
    activity: str
    deadline_phrase: str
    expected_result: str
    is_dated: bool
    duties: tuple[DatedRow, ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """Everything, for a picture of the year or a spreadsheet. `first` and `last` are the year's days."""

    title: str
    school_year: str
    first: date
    last: date
    today: date
    timezone: str
    several: bool
    items: tuple[ItemRows, ...]


@dataclass(slots=True)
class _Year:
    """The twelve months of a plan that are looked at: those around today, and never before it begins."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last


def year_of(roadmap: Roadmap, today: date) -> _Year:
    """August belongs to the school year that it prepares; a plan by calendar years has those."""
    if roadmap.by_calendar:
        year = max(today.year, roadmap.first_year)
        return _Year(date(year, 1, 1), date(year, 12, 31))
    begun = today.year if today.month >= AUGUST else today.year - 1
    year = max(begun, roadmap.first_year)
    return _Year(date(year, AUGUST, 1), date(year + 1, AUGUST - 1, 31))


@dataclass
class _Scope:
    """The live plans that are shown, with all of their items and duties: read once in a few queries."""

    session: Session
    now: datetime
    plans: Sequence[Roadmap]
    chosen: int

    @property
    def shown(self) -> list[Roadmap]:
        return [one for one in self.plans if self.chosen in (0, one.id)]

    def today(self, roadmap: Roadmap) -> date:
        return today_in(roadmap.organization.timezone, self.now)

    @cached_property
    def items(self) -> list[RoadmapItem]:
        return [item for roadmap in self.shown for item in roadmap.items if _is_ours(item)]

    @cached_property
    def duties(self) -> list[Occurrence]:
        every = [one for item in self.items for one in item.occurrences]
        return sorted(every, key=lambda one: (one.due_on, one.item.position, one.id))

    def names(self) -> Names:
        """Of everybody who answers for something, controls it, or did it."""
        people = {person.id for one in self.duties for person in one.responsible}
        people |= {one.controller_id for one in self.duties if one.controller_id is not None}
        places = {one.organization_id for one in self.shown}
        return duty_views.names_in(self.session, places, people)

    def in_year(self, item: RoadmapItem) -> list[Occurrence]:
        year = year_of(item.roadmap, self.today(item.roadmap))
        return [one for one in item.occurrences if year.holds(one.due_on)]

    def is_late(self, one: Occurrence) -> bool:
        return not one.is_check and one.is_late(self.today(one.item.roadmap))


def _is_ours(item: RoadmapItem) -> bool:
    """Rows that the schools carry out live with the schools."""
    return bool(item.occurrences) or not item.for_schools or item.roadmap.organization.kind.has_staff


def _scope(session: Session, actor: Actor, plan_id: int, now: datetime) -> _Scope:
    """Raises NotAllowed; NoLongerCurrent for a plan that is not live or not the actor's."""
    theirs = (
        Roadmap.organization_id.in_(_places(session, actor, plan_id)),
        Roadmap.status == RoadmapStatus.APPROVED,
    )
    items = selectinload(Roadmap.items)
    duties = items.selectinload(RoadmapItem.occurrences)
    query = (
        select(Roadmap)
        .where(*theirs)
        .options(
            joinedload(Roadmap.organization),
            items,
            duties.selectinload(Occurrence.responsible),
            duties.selectinload(Occurrence.evidence),
        )
        .order_by(Roadmap.organization_id, Roadmap.origin_id.is_not(None), Roadmap.id)
    )
    plans = session.scalars(query).all()
    if plan_id and plan_id not in {one.id for one in plans}:
        raise NoLongerCurrent
    return _Scope(session, now, plans, plan_id)


def _places(session: Session, actor: Actor, plan_id: int) -> tuple[int, ...]:
    """The organisations shown; a notice may lead to a plan of one that is not."""
    shown = duty_views.places_of(actor)
    query = select(Roadmap.organization_id).where(Roadmap.id == plan_id)
    named = session.scalar(query) if plan_id else None
    return (named,) if named in actor.places(*access.DECIDING_ROLES) and named not in shown else shown


def overview(session: Session, actor: Actor, *, plan_id: int = 0, now: datetime) -> Overview:
    """The live plans of the actor's organisations and how they stand. Raises NotAllowed, NoLongerCurrent."""
    scope = _scope(session, actor, plan_id, now)
    heads = tuple(_head(scope, one) for one in scope.plans)
    shown = [one.progress for one in heads if plan_id in (0, one.id)]
    today = scope.today(scope.plans[0]) if scope.plans else now.date()
    return Overview(
        plans=heads,
        chosen=plan_id,
        progress=sum(shown, NOTHING),
        late=sum(scope.is_late(one) for one in scope.duties),
        undated=len(_undated(scope)),
        this_month=len(_of_month(scope, today.year, today.month)),
        today=today,
    )


def _head(scope: _Scope, roadmap: Roadmap) -> PlanHead:
    organization = roadmap.organization
    return PlanHead(
        roadmap.id,
        organization.id,
        organization.name,
        roadmap.title,
        _year_name(roadmap, scope.today(roadmap)),
        roadmap.order_number,
        roadmap.order_date,
        roadmap.approved_at,
        organization.timezone,
        roadmap.origin_id is not None,
        _progress(scope, [item for item in roadmap.items if _is_ours(item)]),
    )


def _year_name(roadmap: Roadmap, today: date) -> str:
    """The year that is shown: a plan that goes on by itself is no longer in the one of its title."""
    if roadmap.by_calendar:
        return roadmap.school_year
    year = year_of(roadmap, today)
    return f"{year.first.year}-{year.last.year}"


def _progress(scope: _Scope, items: Iterable[RoadmapItem]) -> Progress:
    return sum((_progress_of(scope, item) for item in items), NOTHING)


def _progress_of(scope: _Scope, item: RoadmapItem) -> Progress:
    if not item.occurrences:
        return Progress(0, 1, 0, 1)
    counted = [one for one in scope.in_year(item) if one.status != OccurrenceStatus.WAIVED]
    if not counted:
        return NOTHING
    done = all(one.is_settled for one in counted)
    late = any(scope.is_late(one) for one in counted)
    return Progress(int(done), 1, int(late))


def stages(session: Session, actor: Actor, *, plan_id: int = 0, now: datetime) -> tuple[Stage, ...]:
    """Every stage or section with its progress (T-4.1/4.5: stages are what the plan says they are). Raises
    NotAllowed, NoLongerCurrent.
    """
    scope = _scope(session, actor, plan_id, now)
    return tuple(
        Stage(number, section, roadmap.title, _progress(scope, items))
        for number, (roadmap, section, items) in enumerate(_stages(scope))
    )


def _stages(scope: _Scope) -> list[tuple[Roadmap, str, list[RoadmapItem]]]:
    grouped: dict[tuple[int, str], tuple[Roadmap, str, list[RoadmapItem]]] = {}
    for item in scope.items:
        key = (item.roadmap_id, item.section)
        grouped.setdefault(key, (item.roadmap, item.section, []))[2].append(item)
    return list(grouped.values())


def stage(
    session: Session, actor: Actor, number: int, *, plan_id: int = 0, page: int = 0, now: datetime
) -> ItemPage:
    """The items of one stage. Raises NotAllowed; NoLongerCurrent when there is no such stage."""
    scope = _scope(session, actor, plan_id, now)
    known = _stages(scope)
    if not 0 <= number < len(known):
        raise NoLongerCurrent
    _, section, items = known[number]
    return _items(scope, items, section, page)


def every_item(session: Session, actor: Actor, *, plan_id: int = 0, page: int = 0, now: datetime) -> ItemPage:
    """The whole plan, row by row as in the document. Raises NotAllowed, NoLongerCurrent."""
    scope = _scope(session, actor, plan_id, now)
    return _items(scope, scope.items, "", page)


def _items(scope: _Scope, items: Sequence[RoadmapItem], title: str, page: int) -> ItemPage:
    shown, page, pages = _cut(items, page)
    return ItemPage(
        tuple(_item_line(scope, one) for one in shown), title, _progress(scope, items), page, pages
    )


def _cut(every: Sequence[T], page: int) -> tuple[Sequence[T], int, int]:
    pages = max(1, -(-len(every) // PAGE_SIZE))
    page = min(max(page, 0), pages - 1)
    return every[page * PAGE_SIZE : (page + 1) * PAGE_SIZE], page, pages


def _item_line(scope: _Scope, item: RoadmapItem) -> ItemLine:
    """The duty that counts is the first undone one; when nothing is undone, the last."""
    year = scope.in_year(item) or list(item.occurrences)
    undone = [one for one in year if not one.is_settled]
    current = next(iter(undone or year[-1:]), None)
    return ItemLine(
        item.id,
        item.number,
        item.activity,
        current.status if current else None,
        any(scope.is_late(one) for one in year),
        current.due_on if current else None,
        sum(one.is_settled for one in year),
        len(year),
        current.id if current and len(item.occurrences) == 1 else None,
    )


def item(session: Session, actor: Actor, item_id: int, *, page: int = 0, now: datetime) -> ItemView:
    """One row of the plan with all of its duties. Raises NotAllowed, NoLongerCurrent."""
    scope = _scope(session, actor, 0, now)
    found = next((one for one in scope.items if one.id == item_id), None)
    if found is None:
        raise NoLongerCurrent
    duties = duty_views.page_of(session, list(found.occurrences), page, now)
    return ItemView(found.id, found.number, found.section, found.activity, found.phrase, duties)


def month(
    session: Session,
    actor: Actor,
    year: int,
    number: int,
    *,
    plan_id: int = 0,
    page: int = 0,
    now: datetime,
) -> MonthPage:
    """What is due or begins in a month; a year of 0 stands for the present month. Raises NotAllowed,
    NoLongerCurrent.
    """
    scope = _scope(session, actor, plan_id, now)
    if not year:
        today = scope.today(scope.plans[0]) if scope.plans else now.date()
        year, number = today.year, today.month
    if not (1 <= number <= 12 and 2000 <= year <= 2100):
        raise NoLongerCurrent
    found = _of_month(scope, year, number)
    return MonthPage(year, number, duty_views.page_of(session, found, page, now))


def _of_month(scope: _Scope, year: int, number: int) -> list[Occurrence]:
    def falls(day: date | None) -> bool:
        return day is not None and (day.year, day.month) == (year, number)

    return [one for one in scope.duties if falls(one.due_on) or falls(one.starts_on)]


def late(session: Session, actor: Actor, *, plan_id: int = 0, page: int = 0, now: datetime) -> DutyPage:
    """What is late, the longest first. Raises NotAllowed, NoLongerCurrent."""
    scope = _scope(session, actor, plan_id, now)
    return duty_views.page_of(session, [one for one in scope.duties if scope.is_late(one)], page, now)


def undated(session: Session, actor: Actor, *, plan_id: int = 0, page: int = 0, now: datetime) -> UndatedPage:
    """The items of which no dated duty came: nobody is reminded. Raises NotAllowed, NoLongerCurrent."""
    every = _undated(_scope(session, actor, plan_id, now))
    shown, page, pages = _cut(every, page)
    lines = tuple(UndatedLine(one.id, one.number, one.activity, one.phrase) for one in shown)
    return UndatedPage(lines, page, pages, len(every))


def _undated(scope: _Scope) -> list[RoadmapItem]:
    return [item for item in scope.items if not item.occurrences]


def people(session: Session, actor: Actor, *, plan_id: int = 0, page: int = 0, now: datetime) -> PeoplePage:
    """Everybody who answers for something, those with the most late duties first; the look is recorded.
    Raises NotAllowed, NoLongerCurrent.
    """
    scope = _scope(session, actor, plan_id, now)
    for place in sorted({one.organization_id for one in scope.duties}):
        access.record_look(session, actor, "duty.people_seen", place, now=now)
    shown, page, pages = _cut(_people(scope), page)
    return PeoplePage(tuple(shown), page, pages)


def _people(scope: _Scope) -> list[PersonLine]:
    theirs: dict[int, tuple[Person, list[Occurrence]]] = {}
    for one in scope.duties:
        for somebody in one.responsible:
            theirs.setdefault(somebody.id, (somebody, []))[1].append(one)
    names = scope.names()
    lines = [_person(scope, somebody, duties, names) for somebody, duties in theirs.values()]
    return sorted(lines, key=lambda line: (-line.late, -line.undone, line.name.full, line.person_id))


def _person(scope: _Scope, somebody: Person, duties: Sequence[Occurrence], names: Names) -> PersonLine:
    return PersonLine(
        somebody.id,
        duty_views.named(names, duties[0].organization_id, somebody.id),
        len(list(duty_views.nearest(one for one in duties if not one.is_settled))),
        sum(scope.is_late(one) for one in duties),
        sum(one.status in _HAS_DAYS for one in duties),
        duty_views.is_reachable(somebody),
    )


def person(
    session: Session, actor: Actor, person_id: int, *, plan_id: int = 0, page: int = 0, now: datetime
) -> PersonPage:
    """What one person has to do; looking at another's duties is recorded. Raises NotAllowed; NoLongerCurrent
    when they answer for nothing there.
    """
    scope = _scope(session, actor, plan_id, now)
    found = next((one for one in _people(scope) if one.person_id == person_id), None)
    if found is None:
        raise NoLongerCurrent
    theirs = [one for one in scope.duties if duty_views.answers_for(one, person_id)]
    if person_id != actor.person_id:
        for place in sorted({one.organization_id for one in theirs}):
            access.record_look(
                session,
                actor,
                "duty.person_seen",
                place,
                subject_kind="person",
                subject_id=person_id,
                now=now,
            )
    undone = [one for one in theirs if not one.is_settled]
    duties = duty_views.page_of(session, list(duty_views.nearest(undone)), page, now, with_people=False)
    return PersonPage(found, person_id == actor.person_id, duties)


def export(session: Session, actor: Actor, act: str, *, plan_id: int = 0, now: datetime) -> YearView:
    """Everything for a picture or a spreadsheet; that it was taken out is written to the audit log. Raises
    NotAllowed; NoLongerCurrent when there is no live plan.
    """
    scope = _scope(session, actor, plan_id, now)
    if not scope.shown:
        raise NoLongerCurrent
    first = scope.shown[0]
    access.record(
        session,
        act,
        actor_id=actor.person_id,
        organization_id=first.organization_id,
        subject_kind="roadmap",
        subject_id=first.id,
        now=now,
    )
    years = [year_of(one, scope.today(one)) for one in scope.shown]
    return YearView(
        title=first.title,
        school_year=_year_name(first, scope.today(first)),
        first=min(one.first for one in years),
        last=max(one.last for one in years),
        today=scope.today(first),
        timezone=first.organization.timezone,
        several=len(scope.shown) > 1,
        items=tuple(_rows(scope)),
    )


def _rows(scope: _Scope) -> Iterator[ItemRows]:
    names = scope.names()
    for one in scope.items:
        yield ItemRows(
            one.roadmap.title,
            one.number,
            one.section,
            one.activity,
            one.phrase,
            one.expected_result,
            bool(one.occurrences),
            tuple(_dated(scope, duty, names) for duty in scope.in_year(one)),
        )


def _dated(scope: _Scope, one: Occurrence, names: Names) -> DatedRow:
    def name(person_id: int) -> PersonName:
        return duty_views.named(names, one.organization_id, person_id)

    return DatedRow(
        one.starts_on,
        one.due_on,
        one.moved_from,
        one.status,
        scope.is_late(one),
        one.is_check,
        tuple(name(somebody.id) for somebody in one.responsible),
        name(one.controller_id) if one.controller_id is not None else None,
        one.done_at,
        one.reason,
        tuple(
            (proof.kind, _proof(proof.comment, proof.file_name))
            for proof in one.evidence
            if duty_views.says(proof)
        ),
    )


def _proof(comment: str, file_name: str | None) -> str:
    return " · ".join(part for part in (file_name or "", comment) if part)
