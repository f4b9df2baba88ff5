"""Duties as they are listed and shown, each to those who may see it.

The plan as a whole — by month, by stage, by person — is in `services.plan_views`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session, contains_eager, joinedload, selectinload

from models import (
    Evidence,
    EvidenceKind,
    Membership,
    MembershipStatus,
    Occurrence,
    OccurrenceStatus,
    Person,
    Roadmap,
    RoadmapItem,
    RoadmapStatus,
    Role,
)
from models.roadmap import SETTLED
from services import access, alerts
from services.access import DECIDING_ROLES, Actor
from services.errors import NoLongerCurrent, NotAllowed
from services.local_time import today_in
from services.names import PersonName

PAGE_SIZE = 6
NOBODY = PersonName("", "", "", Role.CURATOR, "")
"""In the place of a name that the reader is not told."""
CURRENT = (OccurrenceStatus.OPEN, OccurrenceStatus.OVERDUE)
_Duties = Select[Occurrence]


@dataclass(frozen=True, slots=True)
class EvidenceView:
    id: int
    kind: EvidenceKind
    author: PersonName
    comment: str
    file_name: str | None
    added_at: datetime


@dataclass(frozen=True, slots=True)
class ResponsibleView:
    """One of those who answer for a duty. `is_reachable`: a message of the bot can reach them."""

    person_id: int
    name: PersonName
    is_viewer: bool
    is_reachable: bool


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A duty in a list. `days_left` is negative when the day has passed. `people` is empty where the list is
    one person's own.
    """

    id: int
    number: str
    activity: str
    due_on: date
    status: OccurrenceStatus
    days_left: int
    is_check: bool = False
    people: tuple[PersonName, ...] = ()

    @property
    def is_late(self) -> bool:
        """A question whether work goes on is never called late; unanswered, it is reported to the curators
        (`services.duty_ticks.tick_overdue`).
        """
        return self.status not in SETTLED and self.days_left < 0 and not self.is_check


@dataclass(frozen=True, slots=True)
class DutyPage:
    """A page of duties, counted from 0. `late` counts the overdue ones of all pages."""

    lines: tuple[DutyLine, ...]
    page: int
    pages: int
    total: int
    late: int


@dataclass(frozen=True, slots=True)
class MyDuties:
    """What one has to do, or what one controls; `other` counts what the other of the two lists holds."""

    duties: DutyPage
    controlled: bool
    other: int


@dataclass(frozen=True, slots=True)
class DutyCard:
    """All about one duty, as one person may see it. `manages`: the viewer is a curator or head there.

    `oversees`: the viewer is a coordinator of the municipality, to whom the school answers as a whole: the
    card tells no names and no comments, and gives no file of a plan that is the school's own. `controls`: the
    plan names the viewer as its controller.
    """

    id: int
    item_id: int
    roadmap_id: int
    organization_id: int
    organization_name: str
    roadmap_title: str
    number: str
    section: str
    activity: str
    deadline_phrase: str
    expected_result: str
    starts_on: date | None
    due_on: date
    days_left: int
    status: OccurrenceStatus
    is_check: bool
    is_live: bool
    moved_from: date | None
    reason: str
    responsible: tuple[ResponsibleView, ...]
    controller: PersonName | None
    manages: bool
    oversees: bool
    controls: bool
    done_at: datetime | None
    done_by: PersonName | None
    timezone: str
    evidence: tuple[EvidenceView, ...]

    @property
    def is_settled(self) -> bool:
        return self.status in SETTLED

    @property
    def is_waived(self) -> bool:
        return self.status == OccurrenceStatus.WAIVED

    @property
    def is_late(self) -> bool:
        return not self.is_settled and self.days_left < 0 and not self.is_check

    @property
    def responsible_is_viewer(self) -> bool:
        return any(one.is_viewer for one in self.responsible)


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks, and how they stand to the duty (see `DutyCard`)."""

    person_id: int
    manages: bool
    oversees: bool = False
    controls: bool = False


def my_duties(
    session: Session, actor: Actor, *, page: int = 0, controlled: bool = False, now: datetime
) -> MyDuties:
    """What the person still has to do, or controls (N-O-6, L-O-6): what is late first, then by date."""
    own = _unsettled(session, _responsible(actor.person_id), actor.organizations(*Role))
    watched = _unsettled(session, _controlled(actor.person_id), actor.organizations(*Role))
    shown, other = (watched, own) if controlled else (own, watched)
    return MyDuties(page_of(session, shown, page, now, with_people=controlled), controlled, len(other))


def _responsible(person_id: int) -> ColumnElement[bool]:
    return Occurrence.responsible.any(Person.id == person_id)


def _controlled(person_id: int) -> ColumnElement[bool]:
    return Occurrence.controller_id == person_id


def _unsettled(
    session: Session, whose: ColumnElement[bool], organization_ids: Collection[int]
) -> list[Occurrence]:
    """What is undone, by date. Of a duty that comes again and again only what has begun, and the next one:
    forty Mondays ahead are no list of things to do.
    """
    query = live_duties().where(
        whose, Occurrence.organization_id.in_(organization_ids), Occurrence.status.not_in(SETTLED)
    )
    by_date = query.order_by(Occurrence.due_on, RoadmapItem.position, Occurrence.id)
    return list(nearest(session.scalars(by_date).all()))


def nearest(by_date: Iterable[Occurrence]) -> Iterable[Occurrence]:
    ahead: set[int] = set()
    for one in by_date:
        if one.status == OccurrenceStatus.UPCOMING and one.item_id in ahead:
            continue
        if one.status == OccurrenceStatus.UPCOMING:
            ahead.add(one.item_id)
        yield one


def unsettled_of(session: Session, person_id: int, organization_ids: Collection[int]) -> list[Occurrence]:
    """What one person has to do at these organisations."""
    return _unsettled(session, _responsible(person_id), organization_ids)


def duties_of(
    session: Session, person_id: int, organization_ids: Collection[int], *, page: int = 0, now: datetime
) -> DutyPage:
    """What one person has to do at these organisations, for those who may see it."""
    return page_of(session, unsettled_of(session, person_id, organization_ids), page, now)


def count_late(session: Session, actor: Actor) -> int:
    """How many duties are overdue where the actor is curator or head."""
    places = actor.organizations(*DECIDING_ROLES)
    return _count(
        session,
        Occurrence.organization_id.in_(places),
        Occurrence.status == OccurrenceStatus.OVERDUE,
        Occurrence.is_check.is_(False),
    )


def count_current(session: Session, actor: Actor) -> int:
    """How many duties of the person are open or overdue."""
    here = Occurrence.organization_id.in_(actor.organizations(*Role))
    return _count(session, _responsible(actor.person_id), here, Occurrence.status.in_(CURRENT))


def _count(session: Session, *conditions: ColumnElement[bool]) -> int:
    query = (
        select(func.count())
        .select_from(Occurrence)
        .join(RoadmapItem, RoadmapItem.id == Occurrence.item_id)
        .join(Roadmap, Roadmap.id == RoadmapItem.roadmap_id)
        .where(Roadmap.status == RoadmapStatus.APPROVED, *conditions)
    )
    return session.scalar(query) or 0


def live_duties() -> _Duties:
    """The duties of the plans that are in force, with what a line of a list needs."""
    return (
        select(Occurrence)
        .join(Occurrence.item)
        .join(RoadmapItem.roadmap)
        .where(Roadmap.status == RoadmapStatus.APPROVED)
        .options(
            contains_eager(Occurrence.item),
            joinedload(Occurrence.organization),
            selectinload(Occurrence.responsible),
        )
    )


def page_of(
    session: Session, found: Sequence[Occurrence], page: int, now: datetime, *, with_people: bool = True
) -> DutyPage:
    """One page of these duties, in this order; beyond the last page is the last one."""
    pages = max(1, -(-len(found) // PAGE_SIZE))
    page = min(max(page, 0), pages - 1)
    shown = found[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    people = people_of(session, shown) if with_people else {}
    lines = tuple(line(one, now, people.get(one.id, ())) for one in shown)
    late = sum(line(one, now).is_late for one in found)
    return DutyPage(lines, page, pages, len(found), late)


def line(occurrence: Occurrence, now: datetime, people: tuple[PersonName, ...] = ()) -> DutyLine:
    item = occurrence.item
    return DutyLine(
        occurrence.id,
        item.number,
        item.activity,
        occurrence.due_on,
        occurrence.status,
        (occurrence.due_on - today_in(occurrence.organization.timezone, now)).days,
        occurrence.is_check,
        people,
    )


def people_of(session: Session, found: Sequence[Occurrence]) -> dict[int, tuple[PersonName, ...]]:
    """The names of those who answer for each of the duties, in one query however many there are."""
    people = {person.id for one in found for person in one.responsible}
    names = names_in(session, {one.organization_id for one in found}, people)
    return {
        one.id: tuple(named(names, one.organization_id, person.id) for person in one.responsible)
        for one in found
    }


Names = dict[tuple[int, int], PersonName]
"""By organisation and person: somebody may be known differently at two schools."""


def names_in(session: Session, organization_ids: Collection[int], person_ids: Collection[int]) -> Names:
    """How these people are known there: by the first of the roles that they have or had."""
    left = Membership.status == MembershipStatus.LEFT
    query = (
        select(Membership)
        .where(Membership.organization_id.in_(organization_ids), Membership.person_id.in_(person_ids))
        .options(joinedload(Membership.person))
        .order_by(left, Membership.id)
    )
    names: Names = {}
    for one in session.scalars(query):
        names.setdefault((one.organization_id, one.person_id), PersonName.of(one))
    return names


def named(names: Names, organization_id: int, person_id: int) -> PersonName:
    """The name, or the code of somebody who was never at that organisation."""
    known = names.get((organization_id, person_id))
    return known or PersonName("", "", "", Role.CURATOR, f"{person_id:03d}")


def see(session: Session, actor: Actor, occurrence_id: int, *, now: datetime) -> DutyCard:
    """One duty, for the responsible people, its controller, the curators and the head, and without names
    for the coordinator above them. Raises NotAllowed, NoLongerCurrent.
    """
    occurrence, viewer = visible(session, actor, occurrence_id)
    return card(session, occurrence, viewer, now)


def open_duty(session: Session, actor: Actor, occurrence_id: int, *, now: datetime) -> DutyCard:
    """The same by a button: that somebody who decides looked at others' duty is recorded. Raises as `see`."""
    occurrence, viewer = visible(session, actor, occurrence_id)
    if any(person.id != actor.person_id for person in occurrence.responsible):
        _record_look(session, actor, occurrence, now)
    return card(session, occurrence, viewer, now)


def _record_look(session: Session, actor: Actor, occurrence: Occurrence, now: datetime) -> None:
    if answers_for(occurrence, actor.person_id) or occurrence.controller_id == actor.person_id:
        # Their own business: nobody has looked at another's.
        return
    access.record_look(
        session,
        actor,
        "duty.seen",
        occurrence.organization_id,
        subject_kind="occurrence",
        subject_id=occurrence.id,
        now=now,
    )


def as_seen_by(session: Session, person_id: int, occurrence_id: int, *, now: datetime) -> DutyCard | None:
    """The duty as a message to this person words it; None when there is no such duty."""
    occurrence = session.get(Occurrence, occurrence_id)
    if occurrence is None:
        return None
    manages = person_id in alerts.people_in_role(session, occurrence.organization_id, *DECIDING_ROLES)
    return card(session, occurrence, Viewer(person_id, manages), now)


def visible(session: Session, actor: Actor, occurrence_id: int) -> tuple[Occurrence, Viewer]:
    """The duty and how the actor stands to it. Raises NotAllowed, NoLongerCurrent."""
    occurrence = session.get(Occurrence, occurrence_id)
    if occurrence is None:
        raise NoLongerCurrent
    here = occurrence.organization_id
    manages = actor.participation(*DECIDING_ROLES, organization_id=here) is not None
    takes_part = actor.participation(*Role, organization_id=here) is not None
    controls = takes_part and occurrence.controller_id == actor.person_id
    if manages or controls or (takes_part and answers_for(occurrence, actor.person_id)):
        return occurrence, Viewer(actor.person_id, manages, controls=controls)
    if here in access.territory(session, actor):
        return occurrence, Viewer(actor.person_id, manages=False, oversees=True)
    raise NotAllowed


def answers_for(occurrence: Occurrence, person_id: int) -> bool:
    return any(person.id == person_id for person in occurrence.responsible)


def card(session: Session, occurrence: Occurrence, viewer: Viewer, now: datetime) -> DutyCard:
    """Everything about one duty, as this reader may see it."""
    item, organization = occurrence.item, occurrence.organization
    people = {person.id for person in occurrence.responsible} | {one.author_id for one in occurrence.evidence}
    others = {occurrence.controller_id, occurrence.done_by_id} - {None}
    names = names_in(session, (organization.id,), people | {one for one in others if one is not None})

    def name(person_id: int | None) -> PersonName | None:
        return None if person_id is None or viewer.oversees else named(names, organization.id, person_id)

    return DutyCard(
        id=occurrence.id,
        item_id=item.id,
        roadmap_id=item.roadmap_id,
        organization_id=organization.id,
        organization_name=organization.name,
        roadmap_title=item.roadmap.title,
        number=item.number,
        section=item.section,
        activity=item.activity,
        deadline_phrase=item.phrase,
        expected_result=item.expected_result,
        starts_on=occurrence.starts_on,
        due_on=occurrence.due_on,
        days_left=(occurrence.due_on - today_in(organization.timezone, now)).days,
        status=occurrence.status,
        is_check=occurrence.is_check,
        is_live=item.roadmap.status == RoadmapStatus.APPROVED,
        moved_from=occurrence.moved_from,
        reason="" if viewer.oversees else occurrence.reason,
        responsible=tuple(
            ResponsibleView(
                0 if viewer.oversees else one.id,
                name(one.id) or NOBODY,
                one.id == viewer.person_id,
                is_reachable(one),
            )
            for one in occurrence.responsible
        ),
        controller=name(occurrence.controller_id),
        manages=viewer.manages,
        oversees=viewer.oversees,
        controls=viewer.controls,
        done_at=occurrence.done_at,
        done_by=name(occurrence.done_by_id),
        timezone=organization.timezone,
        evidence=tuple(
            EvidenceView(
                one.id,
                one.kind,
                name(one.author_id) or NOBODY,
                "" if viewer.oversees else one.comment,
                _file_name(one, viewer),
                one.added_at,
            )
            for one in occurrence.evidence
            if says(one)
        ),
    )


def _file_name(one: Evidence, viewer: Viewer) -> str | None:
    """None: there is no file, or none for this reader."""
    is_given = not viewer.oversees or one.occurrence.item.origin_item_id is not None
    if one.file_id is None or not is_given:
        return None
    return "" if viewer.oversees else one.file_name or ""


def is_reachable(person: Person) -> bool:
    """Can a message reach this person?"""
    return person.chat_id is not None and person.blocked_at is None and not person.is_frozen


def says(evidence: Evidence) -> bool:
    return bool(evidence.comment or evidence.file_id)


def places_of(actor: Actor) -> tuple[int, ...]:
    """Where the actor manages the roadmap. Raises NotAllowed when that is nowhere."""
    places = actor.within_reach(*DECIDING_ROLES)
    if not places:
        raise NotAllowed
    return places
