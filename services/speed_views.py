"""Speed sessions as one person sees them: what is to come, who comes, who waits (N-2.3-6).

Only reads. What changes a session is in services/speed_sessions.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from models import (
    MeetingMode,
    Membership,
    Person,
    Role,
    SpeedQueueEntry,
    SpeedSession,
    SpeedSlot,
    SpeedStatus,
)
from models.person import MembershipStatus
from services import access
from services.access import Actor
from services.errors import NoLongerCurrent, NotAllowed
from services.meeting_views import busy
from services.names import PersonName

PAGE_SIZE = 6
HOSTS_PAGE = 8
LISTED_FOR = timedelta(days=30)
"""A session that is over stays in the list of its mentor for so long."""
KEEPERS = (Role.CURATOR, Role.HEAD)
"""Who else may see who comes, and call a session off."""


class SpeedAction(StrEnum):
    """What one person may do with a session now."""

    RELEASE = "release"
    QUEUE = "queue"
    LEAVE_QUEUE = "leave_queue"
    CANCEL = "cancel"
    TELL = "tell"


@dataclass(frozen=True, slots=True)
class SlotView:
    """One slot. `who`: only for the mentor and the curators. `is_bookable`: by this reader, now."""

    id: int
    number: int
    starts_at: datetime
    is_free: bool
    is_mine: bool
    is_bookable: bool
    has_begun: bool
    who: PersonName | None
    held: bool | None


@dataclass(frozen=True, slots=True)
class SpeedView:
    """A session as one person sees it. `place_in_queue`: counted from 1, 0 for who is not in it.

    `meanwhile`: what else the reader has at the time of their slot, keys of `meeting_views.busy`.
    """

    id: int
    organization_id: int
    mentor: PersonName
    topic: str
    starts_at: datetime
    ends_at: datetime
    slot_minutes: int
    mode: MeetingMode
    place: str
    link: str
    status: SpeedStatus
    is_over: bool
    is_host: bool
    is_keeper: bool
    slots: tuple[SlotView, ...]
    free: int
    queue_length: int
    place_in_queue: int
    meanwhile: tuple[str, ...]
    actions: frozenset[SpeedAction]

    @property
    def mine(self) -> SlotView | None:
        """The slot that the reader has booked."""
        return next((one for one in self.slots if one.is_mine), None)


@dataclass(frozen=True, slots=True)
class SpeedLine:
    """A session in a list. `is_mine`: the reader holds it or has a slot in it. `to_tell`: slots of which the
    mentor has not said whether the meeting took place.
    """

    id: int
    topic: str
    mentor: PersonName
    starts_at: datetime
    status: SpeedStatus
    free: int
    is_mine: bool
    is_over: bool
    to_tell: int


@dataclass(frozen=True, slots=True)
class SpeedPage:
    """What is to come, the nearest first, and then what is over."""

    lines: tuple[SpeedLine, ...]
    page: int
    pages: int
    may_announce: bool


@dataclass(frozen=True, slots=True)
class Host:
    """Somebody for whom a session may be announced."""

    membership_id: int
    organization_id: int
    name: PersonName
    is_own: bool


@dataclass(frozen=True, slots=True)
class HostPage:
    hosts: tuple[Host, ...]
    page: int
    pages: int


# --- who may ---


def find(session: Session, session_id: int) -> SpeedSession:
    """Raises NoLongerCurrent."""
    found = session.get(SpeedSession, session_id)
    if found is None:
        raise NoLongerCurrent
    return found


def mentee_of(actor: Actor, found: SpeedSession) -> int:
    """The membership with which the actor may book there, 0 when they may not."""
    if found.mentor.person_id == actor.person_id:
        return 0
    own = actor.participation(Role.MENTEE, organization_id=found.organization_id)
    return own.membership_id if own else 0


def is_host(actor: Actor, found: SpeedSession) -> bool:
    """The mentor who holds it, while they take part."""
    takes_part = actor.participation(Role.MENTOR, organization_id=found.organization_id) is not None
    return takes_part and found.mentor.person_id == actor.person_id


def is_keeper(actor: Actor, found: SpeedSession) -> bool:
    """The mentor, a curator or the head: whoever sees who comes."""
    keeps = actor.participation(*KEEPERS, organization_id=found.organization_id) is not None
    return keeps or is_host(actor, found)


def hosts(session: Session, actor: Actor, *, page: int = 0) -> HostPage:
    """Whom the actor may announce a session for: themselves as a mentor, as a curator every mentor of the
    school. Raises NotAllowed when there is nobody.
    """
    schools = actor.within_reach(Role.CURATOR)
    own = and_(
        Membership.person_id == actor.person_id, Membership.organization_id.in_(actor.places(Role.MENTOR))
    )
    condition = and_(
        Membership.role == Role.MENTOR,
        Membership.status == MembershipStatus.ACTIVE,
        or_(own, Membership.organization_id.in_(schools)),
        Membership.person_id.in_(select(Person.id).where(Person.frozen_at.is_(None))),
    )
    total = session.scalar(select(func.count()).select_from(Membership).where(condition)) or 0
    if not total:
        raise NotAllowed
    pages = -(-total // HOSTS_PAGE)
    number = min(max(page, 0), pages - 1)
    own_first = (Membership.person_id != actor.person_id, Membership.id)
    query = select(Membership).where(condition).order_by(*own_first)
    found = session.scalars(query.offset(number * HOSTS_PAGE).limit(HOSTS_PAGE))
    return HostPage(tuple(_host(one, actor) for one in found), number, pages)


def _host(one: Membership, actor: Actor) -> Host:
    return Host(one.id, one.organization_id, PersonName.of(one), one.person_id == actor.person_id)


def host(session: Session, actor: Actor, membership_id: int) -> Host:
    """One of them. Raises NoLongerCurrent, NotAllowed."""
    membership = session.get(Membership, membership_id)
    if membership is None or membership.role != Role.MENTOR:
        raise NoLongerCurrent
    if membership.person_id != actor.person_id:
        access.require_role(actor, membership.organization_id, Role.CURATOR)
    if not membership.is_active or membership.person.is_frozen:
        raise NoLongerCurrent
    return _host(membership, actor)


# --- one session ---


def see(session: Session, actor: Actor, session_id: int, *, now: datetime) -> SpeedView:
    """One session of one's own school. A curator's look at who comes is recorded. Raises NotAllowed,
    NoLongerCurrent.
    """
    found = find(session, session_id)
    one = view(session, actor, found, now)
    if one.is_keeper and not one.is_host:
        access.record_look(
            session,
            actor,
            "speed.seen",
            found.organization_id,
            subject_kind="membership",
            subject_id=found.mentor_id,
            now=now,
        )
    return one


def as_told(session: Session, actor: Actor, session_id: int, *, now: datetime) -> SpeedView:
    """The session for a message to somebody who has to do with it. Raises NotAllowed, NoLongerCurrent."""
    return view(session, actor, find(session, session_id), now)


def view(session: Session, actor: Actor, found: SpeedSession, now: datetime) -> SpeedView:
    """The session as this person sees it. Raises NotAllowed."""
    keeps, mentee_id = is_keeper(actor, found), mentee_of(actor, found)
    if (
        not keeps
        and actor.participation(Role.MENTEE, Role.MENTOR, organization_id=found.organization_id) is None
    ):
        raise NotAllowed
    has_slot = any(one.membership_id == mentee_id for one in found.slots) if mentee_id else False
    may_book = bool(mentee_id) and not has_slot and found.status == SpeedStatus.ANNOUNCED
    slots = tuple(_slot(one, keeps, mentee_id, may_book, now) for one in found.slots)
    waiting = [one.membership_id for one in found.queue]
    ends_at = ends(found)
    return SpeedView(
        id=found.id,
        organization_id=found.organization_id,
        mentor=PersonName.of(found.mentor),
        topic=found.topic,
        starts_at=found.starts_at,
        ends_at=ends_at,
        slot_minutes=found.slot_minutes,
        mode=found.mode,
        place=found.place,
        link=found.link,
        status=found.status,
        is_over=ends_at <= now,
        is_host=is_host(actor, found),
        is_keeper=keeps,
        slots=slots,
        free=sum(one.is_free for one in slots),
        queue_length=len(waiting),
        place_in_queue=waiting.index(mentee_id) + 1 if mentee_id in waiting else 0,
        meanwhile=_meanwhile(session, actor, found, slots),
        actions=frozenset(_actions(actor, found, slots, mentee_id, waiting, now)),
    )


def ends(found: SpeedSession) -> datetime:
    """When the last slot ends."""
    return found.starts_at + timedelta(minutes=found.slot_minutes * len(found.slots))


def _slot(one: SpeedSlot, keeps: bool, mentee_id: int, may_book: bool, now: datetime) -> SlotView:
    is_free = one.membership_id is None and one.starts_at > now
    return SlotView(
        id=one.id,
        number=one.number,
        starts_at=one.starts_at,
        is_free=is_free,
        is_mine=bool(mentee_id) and one.membership_id == mentee_id,
        is_bookable=may_book and is_free,
        has_begun=one.starts_at <= now,
        who=PersonName.of(one.membership) if keeps and one.membership else None,
        held=one.held if keeps else None,
    )


def _actions(
    actor: Actor,
    found: SpeedSession,
    slots: Sequence[SlotView],
    mentee_id: int,
    waiting: Sequence[int],
    now: datetime,
) -> set[SpeedAction]:
    if found.status != SpeedStatus.ANNOUNCED:
        return set()
    actions: set[SpeedAction] = set()
    own = next((one for one in slots if one.is_mine), None)
    if own is not None and own.starts_at > now:
        actions.add(SpeedAction.RELEASE)
    if mentee_id in waiting:
        actions.add(SpeedAction.LEAVE_QUEUE)
    elif mentee_id and own is None and slots[-1].starts_at > now and not any(one.is_free for one in slots):
        actions.add(SpeedAction.QUEUE)
    if is_keeper(actor, found):
        actions |= {SpeedAction.TELL} if any(one.who and one.starts_at <= now for one in slots) else set()
        actions |= {SpeedAction.CANCEL} if ends(found) > now else set()
    return actions


def _meanwhile(
    session: Session, actor: Actor, found: SpeedSession, slots: Sequence[SlotView]
) -> tuple[str, ...]:
    """What else the reader has while their slot lasts."""
    own = next((one for one in slots if one.is_mine), None)
    if own is None or found.status != SpeedStatus.ANNOUNCED:
        return ()
    until = own.starts_at + timedelta(minutes=found.slot_minutes)
    others = [(since, what) for since, _, what in busy(session, actor.person_id, own.starts_at, until)]
    if (itself := (own.starts_at, "speed_slot")) in others:
        others.remove(itself)
    return tuple(dict.fromkeys(what for _, what in others))


# --- lists ---


def listed(session: Session, actor: Actor, *, page: int = 0, now: datetime) -> SpeedPage:
    """The sessions of one's schools: to come, the nearest first, then one's own of the last days."""
    found = session.scalars(select(SpeedSession).where(*_listed(actor, now))).all()
    ordered = sorted(found, key=lambda one: _order(one, now))
    pages = max(1, -(-len(ordered) // PAGE_SIZE))
    number = min(max(page, 0), pages - 1)
    shown = ordered[number * PAGE_SIZE :][:PAGE_SIZE]
    may_announce = bool(actor.places(Role.MENTOR, Role.CURATOR))
    return SpeedPage(tuple(_line(one, actor, now) for one in shown), number, pages, may_announce)


def _order(one: SpeedSession, now: datetime) -> tuple[bool, float]:
    is_over = ends(one) <= now
    return is_over, -one.starts_at.timestamp() if is_over else one.starts_at.timestamp()


def _listed(actor: Actor, now: datetime) -> tuple[ColumnElement[bool], ...]:
    """To come (or going on) at one's schools; what is over only with one's own hand in it."""
    places = actor.within_reach(Role.MENTEE, Role.MENTOR, *KEEPERS)
    to_come = SpeedSession.id.in_(select(SpeedSlot.session_id).where(SpeedSlot.starts_at > now))
    own = or_(
        SpeedSession.mentor_id.in_([one.membership_id for one in actor.participations]),
        SpeedSession.organization_id.in_(actor.places(*KEEPERS)),
        SpeedSession.id.in_(
            select(SpeedSlot.session_id).where(
                SpeedSlot.membership_id.in_([one.membership_id for one in actor.participations])
            )
        ),
    )
    lately = and_(SpeedSession.starts_at > now - LISTED_FOR, own)
    return (
        SpeedSession.organization_id.in_(places),
        SpeedSession.status == SpeedStatus.ANNOUNCED,
        or_(to_come, lately),
    )


def _line(one: SpeedSession, actor: Actor, now: datetime) -> SpeedLine:
    mentee_id = mentee_of(actor, one)
    has_slot = bool(mentee_id) and any(slot.membership_id == mentee_id for slot in one.slots)
    untold = [
        slot for slot in one.slots if slot.membership_id and slot.held is None and slot.starts_at <= now
    ]
    return SpeedLine(
        one.id,
        one.topic,
        PersonName.of(one.mentor),
        one.starts_at,
        one.status,
        sum(slot.membership_id is None and slot.starts_at > now for slot in one.slots),
        is_host(actor, one) or has_slot,
        ends(one) <= now,
        len(untold) if is_host(actor, one) and ends(one) <= now else 0,
    )


def count_untold(session: Session, actor: Actor) -> int:
    """For the menu of mentors: booked slots of ended sessions of which they have not said whether it took
    place. The database's clock is not asked: a session says so once its mentor was asked.
    """
    asked = (
        SpeedSession.mentor_id.in_([one.membership_id for one in actor.visible if one.role == Role.MENTOR]),
        SpeedSession.status == SpeedStatus.ANNOUNCED,
        SpeedSession.ended_at.is_not(None),
    )
    untold = (SpeedSlot.membership_id.is_not(None), SpeedSlot.held.is_(None))
    query = select(func.count()).select_from(SpeedSlot).join(SpeedSession).where(*asked, *untold)
    return session.scalar(query) or 0


def count_offered(session: Session, actor: Actor) -> int:
    """For the menu of mentees: sessions of their schools that are not over. 0 for who has the other entry."""
    if actor.sees_as(Role.MENTOR, Role.CURATOR):
        return 0
    query = select(func.count()).where(
        SpeedSession.organization_id.in_(actor.organizations(Role.MENTEE)),
        SpeedSession.status == SpeedStatus.ANNOUNCED,
        SpeedSession.ended_at.is_(None),
    )
    return session.scalar(query) or 0


def queue_of(session: Session, session_id: int) -> Sequence[SpeedQueueEntry]:
    """Who waits, first come first."""
    query = select(SpeedQueueEntry).where(SpeedQueueEntry.session_id == session_id)
    return session.scalars(query.order_by(SpeedQueueEntry.id)).all()
