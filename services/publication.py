"""A plan of a municipality or a region and the schools that carry it out: each gets its items as a live plan
of its own, and a newer version keeps what is done. Source of the rules: N-RM-1.2, N-O-1.2, N-O-6.

Schools in which nobody answers yet, and those founded later, get the plan as soon as somebody has joined.
Knows nothing of how the state of the schools is shown: that is services/territory.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session, aliased, selectinload

from models import (
    Membership,
    MembershipStatus,
    Organization,
    Person,
    Roadmap,
    RoadmapItem,
    RoadmapStatus,
    Role,
)
from models.organization import OrganizationKind
from services import access, alerts, outbox, roadmaps
from services.access import Actor
from services.errors import NoLongerCurrent, ServiceError
from services.responsible_words import names_schools

IN_CHARGE = (Role.CURATOR, Role.HEAD)
PAGE_SIZE = 6
BATCH = 25
"""So many schools get a plan in one transaction, so that nobody else waits long for the database."""


class NothingForSchools(ServiceError):
    """Not one item is marked for the schools."""


class AlreadyPublished(ServiceError):
    """The schools have exactly these items already; nothing was changed."""


@dataclass(frozen=True, slots=True)
class PublicationItem:
    """A row of the plan and whether it goes to the schools. `is_suggested`: its words name them."""

    id: int
    number: str
    activity: str
    phrase: str
    responsible_text: str
    for_schools: bool
    is_suggested: bool


@dataclass(frozen=True, slots=True)
class Publication:
    """A plan on its way to the schools. `schools` counts all below, `ready` those in which somebody answers.

    `is_current`: what is ticked now is what was published.
    """

    roadmap_id: int
    organization_id: int
    organization_name: str
    title: str
    school_year: str
    items: tuple[PublicationItem, ...]
    page: int
    pages: int
    total: int
    ticked: int
    suggested: int
    schools: int
    ready: int
    published_at: datetime | None
    is_current: bool
    timezone: str


@dataclass(frozen=True, slots=True)
class Published:
    """What has been done: `schools` have the plan now, `waiting` get it when somebody joins or shortly."""

    items: int
    schools: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Brought:
    """A published plan as those who answer at a school hear of it."""

    roadmap_id: int
    title: str
    school_year: str
    publisher: str
    order_number: str
    items: int
    is_newer_version: bool


def schools_below(session: Session, organization_id: int) -> tuple[int, ...]:
    """The schools under this organisation, through municipalities, too."""
    query = select(Organization.id).where(
        Organization.id.in_(access.below((organization_id,))), Organization.kind == OrganizationKind.SCHOOL
    )
    return tuple(session.scalars(query.order_by(Organization.id)))


def _ready(session: Session, schools: Sequence[int]) -> list[int]:
    """Those of the schools in which somebody answers for a plan."""
    query = (
        select(Membership.organization_id)
        .join(Person, Person.id == Membership.person_id)
        .where(
            Membership.organization_id.in_(schools),
            Membership.role.in_(IN_CHARGE),
            Membership.status == MembershipStatus.ACTIVE,
            Person.frozen_at.is_(None),
        )
        .distinct()
        .order_by(Membership.organization_id)
    )
    return list(session.scalars(query))


def _publishable(session: Session, actor: Actor, roadmap_id: int) -> Roadmap:
    roadmap = session.get(Roadmap, roadmap_id)
    if roadmap is None:
        raise NoLongerCurrent
    access.require_role(actor, roadmap.organization_id, *access.TERRITORY_ROLES)
    if roadmap.status != RoadmapStatus.APPROVED or roadmap.origin_id is not None:
        raise NoLongerCurrent
    return roadmap


def look(session: Session, actor: Actor, roadmap_id: int, *, page: int = 0) -> Publication:
    """The plan with its ticks. Raises NotAllowed, NoLongerCurrent (not approved, replaced by a newer one)."""
    roadmap = _publishable(session, actor, roadmap_id)
    schools = schools_below(session, roadmap.organization_id)
    pages = max(1, -(-len(roadmap.items) // PAGE_SIZE))
    page = min(max(page, 0), pages - 1)
    shown = roadmap.items[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    return Publication(
        roadmap_id=roadmap.id,
        organization_id=roadmap.organization_id,
        organization_name=roadmap.organization.name,
        title=roadmap.title,
        school_year=roadmap.school_year,
        items=tuple(_item_view(one) for one in shown),
        page=page,
        pages=pages,
        total=len(roadmap.items),
        ticked=sum(one.for_schools for one in roadmap.items),
        suggested=sum(names_schools(one.responsible_text) for one in roadmap.items if not one.for_schools),
        schools=len(schools),
        ready=len(_ready(session, schools)),
        published_at=roadmap.published_at,
        is_current=_is_current(roadmap),
        timezone=roadmap.organization.timezone,
    )


def _item_view(item: RoadmapItem) -> PublicationItem:
    return PublicationItem(
        item.id,
        item.number,
        item.activity,
        item.phrase,
        item.responsible_text,
        item.for_schools,
        names_schools(item.responsible_text),
    )


def _is_current(roadmap: Roadmap) -> bool:
    """Was published what is ticked? Ticks change after a publication, too."""
    if roadmap.published_at is None:
        return False
    return all(one.for_schools == (one.published_at is not None) for one in roadmap.items)


def tick(session: Session, actor: Actor, item_id: int, *, wanted: bool) -> int:
    """Say whether an item goes to the schools. Returns the plan's id. Raises NotAllowed, NoLongerCurrent."""
    item = session.get(RoadmapItem, item_id)
    if item is None:
        raise NoLongerCurrent
    _publishable(session, actor, item.roadmap_id)
    item.for_schools = wanted
    return item.roadmap_id


def tick_suggested(session: Session, actor: Actor, roadmap_id: int) -> int:
    """Tick every item whose words name the schools. Returns how many were added. Raises as `look` does."""
    roadmap = _publishable(session, actor, roadmap_id)
    suggested = [one for one in roadmap.items if not one.for_schools and names_schools(one.responsible_text)]
    for item in suggested:
        item.for_schools = True
    return len(suggested)


def publish(session: Session, actor: Actor, roadmap_id: int, *, now: datetime) -> Published:
    """Give the ticked items to all schools below. Raises NothingForSchools, AlreadyPublished, NotAllowed,
    NoLongerCurrent.
    """
    roadmap = _publishable(session, actor, roadmap_id)
    items = sum(one.for_schools for one in roadmap.items)
    if not items:
        raise NothingForSchools
    if _is_current(roadmap):
        raise AlreadyPublished
    roadmap.published_at = now
    for item in roadmap.items:
        # Schools that get the plan later get these rows, whatever is ticked by then.
        item.published_at = now if item.for_schools else None
    _divide(session, roadmap, now)
    access.record(
        session,
        "roadmap.published",
        actor_id=actor.person_id,
        organization_id=roadmap.organization_id,
        subject_kind="roadmap",
        subject_id=roadmap.id,
        now=now,
    )
    schools = schools_below(session, roadmap.organization_id)
    brought = _bring_all(session, roadmap, _ready(session, schools)[:BATCH], now)
    return Published(items, brought, len(schools) - brought)


def _divide(session: Session, roadmap: Roadmap, now: datetime) -> None:
    """What goes to the schools is no duty of the municipality itself any more, and the other way round."""
    for item in list(roadmap.items):
        if not item.for_schools:
            roadmaps.make_duties(session, item, now=now)
            continue
        for occurrence in [one for one in item.occurrences if not one.is_settled]:
            roadmaps.drop_duty(session, occurrence, now=now)
    session.flush()


def tick_publications(session: Session, *, now: datetime) -> int:
    """A tick: schools that lack a published plan get it when somebody answers there. Returns how many."""
    published = select(Roadmap).where(
        Roadmap.status == RoadmapStatus.APPROVED,
        Roadmap.published_at.is_not(None),
        Roadmap.origin_id.is_(None),
    )
    brought = 0
    for roadmap in session.scalars(published.order_by(Roadmap.id)).all():
        schools = _lacking(session, roadmap, schools_below(session, roadmap.organization_id))
        brought += _bring_all(session, roadmap, schools[: BATCH - brought], now)
        if brought >= BATCH:
            break
    return brought


def _lacking(session: Session, roadmap: Roadmap, schools: Sequence[int]) -> list[int]:
    having = select(Roadmap.organization_id).where(
        Roadmap.origin_id == roadmap.id, Roadmap.created_at >= roadmap.published_at
    )
    have = set(session.scalars(having))
    return [one for one in _ready(session, schools) if one not in have] if set(schools) - have else []


def _bring_all(session: Session, roadmap: Roadmap, schools: Iterable[int], now: datetime) -> int:
    lineage, ancestry = _lineage(session, roadmap), _ancestry(session, roadmap)
    brought = 0
    for school_id in schools:
        copy = _copy(session, roadmap, school_id, lineage, ancestry, now)
        roadmaps.go_live(session, copy, now=now)
        _tell_school(session, copy, now)
        brought += 1
    return brought


def _lineage(session: Session, roadmap: Roadmap) -> tuple[int, ...]:
    """The plan and the versions before it: a school may still have any of them."""
    ids = [roadmap.id]
    previous_id = roadmap.previous_id
    while previous_id is not None and previous_id not in ids:
        ids.append(previous_id)
        previous_id = session.get_one(Roadmap, previous_id).previous_id
    return tuple(ids)


def _ancestry(session: Session, roadmap: Roadmap) -> dict[int, tuple[int, ...]]:
    """For every item, itself and the same row in the versions before."""
    older: dict[int, int | None] = {one.id: one.previous_item_id for one in roadmap.items}
    wanted = {one for one in older.values() if one is not None} - older.keys()
    while wanted:
        found = session.scalars(select(RoadmapItem).where(RoadmapItem.id.in_(wanted)))
        older |= {one.id: one.previous_item_id for one in found}
        wanted = {one for one in older.values() if one is not None} - older.keys()
    return {one.id: _chain(one.id, older) for one in roadmap.items}


def _chain(item_id: int, older: Mapping[int, int | None]) -> tuple[int, ...]:
    chain = [item_id]
    while (previous := older.get(chain[-1])) is not None and previous not in chain:
        chain.append(previous)
    return tuple(chain)


def _copy(
    session: Session,
    roadmap: Roadmap,
    school_id: int,
    lineage: Sequence[int],
    ancestry: Mapping[int, tuple[int, ...]],
    now: datetime,
) -> Roadmap:
    earlier = _earlier(session, roadmap, school_id, lineage)
    previous = next((one for one in earlier if one.status == RoadmapStatus.APPROVED), None)
    copy = Roadmap(
        organization=session.get_one(Organization, school_id),
        title=roadmap.title,
        school_year=roadmap.school_year,
        by_calendar=roadmap.by_calendar,
        status=RoadmapStatus.APPROVED,
        order_number=roadmap.order_number,
        order_date=roadmap.order_date,
        origin_id=roadmap.id,
        previous_id=previous.id if previous else None,
        approved_by_id=roadmap.approved_by_id,
        approved_at=roadmap.approved_at,
        created_at=now,
    )
    held = {row.origin_item_id: row for one in reversed(earlier) for row in one.items}
    for item in roadmap.items:
        if item.published_at is not None:
            same = next((held[one] for one in ancestry[item.id] if one in held), None)
            copy.items.append(_item_copy(item, same))
            if same is not None and same.roadmap is not previous:
                _take_back(same, copy.items[-1])
    session.add(copy)
    session.flush()
    return copy


def _earlier(session: Session, roadmap: Roadmap, school_id: int, lineage: Sequence[int]) -> Sequence[Roadmap]:
    """What the school has been given of this plan, the newest first: the version that it works with now, and
    those of the same year in which rows may stand that were taken away from it.
    """
    query = (
        select(Roadmap)
        .where(
            Roadmap.organization_id == school_id,
            Roadmap.origin_id.in_(lineage),
            or_(Roadmap.status == RoadmapStatus.APPROVED, Roadmap.school_year == roadmap.school_year),
        )
        .options(selectinload(Roadmap.items))
    )
    return session.scalars(query.order_by(Roadmap.id.desc())).all()


def _take_back(old: RoadmapItem, new: RoadmapItem) -> None:
    """The row was taken away from the school and comes again: what somebody there has settled stays so. What
    was only dropped with the row is to be done.
    """
    for occurrence in [one for one in old.occurrences if one.is_settled and one.done_by_id is not None]:
        occurrence.item = new


def _item_copy(item: RoadmapItem, held: RoadmapItem | None) -> RoadmapItem:
    """What the school itself has settled — a date that was lacking, people by name — stays with it."""
    settled = held.corrected_phrase if held and held.deadline_phrase == item.deadline_phrase else None
    return RoadmapItem(
        position=item.position,
        number=item.number,
        section=item.section,
        activity=item.activity,
        deadline_phrase=item.deadline_phrase,
        corrected_phrase=settled or item.corrected_phrase,
        expected_result=item.expected_result,
        responsible_text=item.responsible_text,
        controller_text=item.controller_text,
        doubts_accepted=True,
        previous_item_id=held.id if held else None,
        origin_item_id=item.id,
        named=list(held.named) if held else [],
    )


def _tell_school(session: Session, copy: Roadmap, now: datetime) -> None:
    for person_id in alerts.people_in_role(session, copy.organization_id, *IN_CHARGE):
        outbox.notify(
            session,
            kind="territory.published",
            key=f"published:{copy.id}:{person_id}",
            person_id=person_id,
            payload={"roadmap_id": copy.id},
            topic=f"published:{copy.origin_id}:{copy.organization_id}",
            due_at=now,
            now=now,
        )


def brought(session: Session, person_id: int, roadmap_id: int) -> Brought | None:
    """The plan for the notice to somebody who answers at the school; None when it is no longer so."""
    copy = session.get(Roadmap, roadmap_id)
    if copy is None or copy.status != RoadmapStatus.APPROVED or copy.origin_id is None:
        return None
    if person_id not in alerts.people_in_role(session, copy.organization_id, *IN_CHARGE):
        return None
    publisher = session.get_one(Roadmap, copy.origin_id).organization.name
    return Brought(
        copy.id,
        copy.title,
        copy.school_year,
        publisher,
        copy.order_number,
        len(copy.items),
        copy.previous_id is not None,
    )


@dataclass(frozen=True, slots=True)
class OwnPlan:
    """An approved plan of a municipality or a region, and how far it has come to the schools."""

    id: int
    title: str
    school_year: str
    published_at: datetime | None
    schools: int


def own_plans(session: Session, organization_id: int) -> tuple[OwnPlan, ...]:
    """The live plans of an organisation that may be published, the newest first."""
    copy = aliased(Roadmap)
    same = and_(copy.origin_id == Roadmap.id, copy.status == RoadmapStatus.APPROVED)
    query = (
        select(Roadmap, func.count(copy.id))
        .outerjoin(copy, same)
        .where(
            Roadmap.organization_id == organization_id,
            Roadmap.status == RoadmapStatus.APPROVED,
            Roadmap.origin_id.is_(None),
        )
        .group_by(Roadmap.id)
        .order_by(Roadmap.id.desc())
    )
    return tuple(
        OwnPlan(one.id, one.title, one.school_year, one.published_at, schools)
        for one, schools in session.execute(query)
    )
