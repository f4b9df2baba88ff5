"""Duties as they are listed and shown, each to those who may see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from models import (
    Evidence,
    Membership,
    MembershipStatus,
    Occurrence,
    OccurrenceStatus,
    Organization,
    Person,
    Roadmap,
    RoadmapItem,
    Role,
)
from models.roadmap import SETTLED
from services import access, alerts
from services.access import DECIDING_ROLES, Actor
from services.errors import NoLongerCurrent, NotAllowed
from services.names import PersonName
from services.roadmaps import today_in

PAGE_SIZE = 6
_Lines = Select[Occurrence, RoadmapItem, str]


@dataclass(frozen=True, slots=True)
class EvidenceView:
    id: int
    author: PersonName
    comment: str
    file_name: str | None
    added_at: datetime


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A duty in a list. `days_left` is negative when the day has passed."""

    id: int
    number: str
    activity: str
    due_on: date
    status: OccurrenceStatus
    days_left: int

    @property
    def is_late(self) -> bool:
        return self.status not in SETTLED and self.days_left < 0


@dataclass(frozen=True, slots=True)
class PlanHeader:
    """What stands above the duties of a plan. `may_approve`: the viewer is its head and may still do so."""

    id: int
    title: str
    school_year: str
    approved_at: datetime | None
    timezone: str
    may_approve: bool


@dataclass(frozen=True, slots=True)
class DutyPage:
    """A page of duties, counted from 0. `late` counts the overdue ones of all pages."""

    lines: tuple[DutyLine, ...]
    page: int
    pages: int
    total: int
    late: int
    plan: PlanHeader | None = None


@dataclass(frozen=True, slots=True)
class DutyCard:
    """All about one duty, as one person may see it. `manages`: the viewer is a curator or head there."""

    id: int
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
    responsible: PersonName
    responsible_is_viewer: bool
    responsible_is_reachable: bool
    manages: bool
    done_at: datetime | None
    done_by: PersonName | None
    timezone: str
    evidence: tuple[EvidenceView, ...]

    @property
    def is_settled(self) -> bool:
        return self.status in SETTLED

    @property
    def is_late(self) -> bool:
        return not self.is_settled and self.days_left < 0


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks: `manages` for curators and heads of the organisation."""

    person_id: int
    manages: bool


def my_duties(session: Session, actor: Actor, *, page: int = 0, now: datetime) -> DutyPage:
    """What the person still has to do, what is late first."""
    places = actor.organizations(*Role)
    conditions = (
        Occurrence.responsible_id == actor.person_id,
        Occurrence.organization_id.in_(places),
        Occurrence.status.not_in(SETTLED),
    )
    query = _lines(*conditions).order_by(Occurrence.due_on, RoadmapItem.position, Occurrence.id)
    return _page(session, query, page, now)


def roadmap_page(
    session: Session, actor: Actor, *, page: int = 0, late_only: bool = False, now: datetime
) -> DutyPage:
    """The whole plan where the actor is curator or head, or only what is overdue. Raises NotAllowed."""
    places = actor.organizations(*DECIDING_ROLES)
    if not places:
        raise NotAllowed
    query = _lines(Occurrence.organization_id.in_(places))
    if late_only:
        query = query.where(Occurrence.status == OccurrenceStatus.OVERDUE).order_by(
            Occurrence.due_on, Occurrence.id
        )
    else:
        query = query.order_by(RoadmapItem.roadmap_id, RoadmapItem.position, Occurrence.due_on, Occurrence.id)
    return _page(session, query, page, now, plan=_plan(session, actor, places))


def count_late(session: Session, actor: Actor) -> int:
    """How many duties are overdue where the actor is curator or head."""
    places = actor.organizations(*DECIDING_ROLES)
    late = (Occurrence.organization_id.in_(places), Occurrence.status == OccurrenceStatus.OVERDUE)
    return session.scalar(select(func.count()).select_from(Occurrence).where(*late)) or 0


def count_current(session: Session, actor: Actor) -> int:
    """How many duties of the person are open or overdue."""
    current = (
        Occurrence.responsible_id == actor.person_id,
        Occurrence.organization_id.in_(actor.organizations(*Role)),
        Occurrence.status.in_((OccurrenceStatus.OPEN, OccurrenceStatus.OVERDUE)),
    )
    return session.scalar(select(func.count()).select_from(Occurrence).where(*current)) or 0


def _lines(*conditions: ColumnElement[bool]) -> _Lines:
    return (
        select(Occurrence, RoadmapItem, Organization.timezone)
        .join(RoadmapItem, RoadmapItem.id == Occurrence.item_id)
        .join(Organization, Organization.id == Occurrence.organization_id)
        .where(*conditions)
    )


def _page(
    session: Session, query: _Lines, page: int, now: datetime, plan: PlanHeader | None = None
) -> DutyPage:
    every = [_line(duty, item, zone, now) for duty, item, zone in session.execute(query)]
    pages = max(1, -(-len(every) // PAGE_SIZE))
    page = min(max(page, 0), pages - 1)
    lines = tuple(every[page * PAGE_SIZE : (page + 1) * PAGE_SIZE])
    return DutyPage(lines, page, pages, len(every), sum(line.is_late for line in every), plan)


def _line(occurrence: Occurrence, item: RoadmapItem, timezone: str, now: datetime) -> DutyLine:
    days_left = (occurrence.due_on - today_in(timezone, now)).days
    return DutyLine(
        occurrence.id, item.number, item.activity, occurrence.due_on, occurrence.status, days_left
    )


def _plan(session: Session, actor: Actor, organization_ids: Sequence[int]) -> PlanHeader | None:
    theirs = Roadmap.organization_id.in_(organization_ids)
    plans = session.scalars(select(Roadmap).where(theirs).order_by(Roadmap.id).limit(2)).all()
    if len(plans) != 1:
        return None
    plan = plans[0]
    is_head = actor.participation(Role.HEAD, organization_id=plan.organization_id) is not None
    may_approve = is_head and plan.approved_at is None
    zone = plan.organization.timezone
    return PlanHeader(plan.id, plan.title, plan.school_year, plan.approved_at, zone, may_approve)


def see(session: Session, actor: Actor, occurrence_id: int, *, now: datetime) -> DutyCard:
    """One duty, for its responsible person, the curators and the head. Raises NotAllowed, NoLongerCurrent."""
    occurrence, viewer = visible(session, actor, occurrence_id)
    return card(session, occurrence, viewer, now)


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
    manages = actor.participation(*DECIDING_ROLES, organization_id=occurrence.organization_id) is not None
    if not manages:
        access.require_role(actor, occurrence.organization_id, *Role)
        if occurrence.responsible_id != actor.person_id:
            raise NotAllowed
    return occurrence, Viewer(actor.person_id, manages)


def card(session: Session, occurrence: Occurrence, viewer: Viewer, now: datetime) -> DutyCard:
    """Everything about one duty, as this reader may see it."""
    item, organization = occurrence.item, occurrence.organization
    responsible = session.get_one(Person, occurrence.responsible_id)
    return DutyCard(
        id=occurrence.id,
        organization_id=organization.id,
        organization_name=organization.name,
        roadmap_title=item.roadmap.title,
        number=item.number,
        section=item.section,
        activity=item.activity,
        deadline_phrase=item.deadline_phrase,
        expected_result=item.expected_result,
        starts_on=occurrence.starts_on,
        due_on=occurrence.due_on,
        days_left=(occurrence.due_on - today_in(organization.timezone, now)).days,
        status=occurrence.status,
        responsible=_name(session, responsible.id, organization.id),
        responsible_is_viewer=responsible.id == viewer.person_id,
        responsible_is_reachable=is_reachable(responsible),
        manages=viewer.manages,
        done_at=occurrence.done_at,
        done_by=_name(session, occurrence.done_by_id, organization.id) if occurrence.done_by_id else None,
        timezone=organization.timezone,
        evidence=tuple(
            _evidence_view(session, one, organization.id) for one in occurrence.evidence if says(one)
        ),
    )


def is_reachable(person: Person) -> bool:
    """Can a message reach this person?"""
    return person.chat_id is not None and person.blocked_at is None and not person.is_frozen


def _name(session: Session, person_id: int, organization_id: int) -> PersonName:
    """How the person is known at the organisation: by the first of the roles that they have or had there."""
    theirs = (Membership.person_id == person_id, Membership.organization_id == organization_id)
    left = Membership.status == MembershipStatus.LEFT
    membership = session.scalars(select(Membership).where(*theirs).order_by(left, Membership.id)).first()
    return (
        PersonName.of(membership) if membership else PersonName("", "", "", Role.CURATOR, f"{person_id:03d}")
    )


def says(evidence: Evidence) -> bool:
    return bool(evidence.comment or evidence.file_id)


def _evidence_view(session: Session, one: Evidence, organization_id: int) -> EvidenceView:
    author = _name(session, one.author_id, organization_id)
    file_name = (one.file_name or "") if one.file_id else None
    return EvidenceView(one.id, author, one.comment, file_name, one.added_at)
