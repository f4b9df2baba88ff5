"""The private address at which a calendar reads a person's meetings: turned on, renewed, turned off, read.

Only the hash of the secret is kept: whoever reads the database can't read anybody's calendar, and an address
is told once, when it is made. Knows nothing of the web.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, selectinload

from models import (
    Meeting,
    MeetingStatus,
    Membership,
    MembershipStatus,
    Mentorship,
    MentorshipMember,
    Person,
    SpeedSession,
    SpeedSlot,
)
from services import calendar_items
from services.access import Actor
from services.calendar_events import EventStatus
from services.calendar_items import CalendarItem
from services.errors import NoLongerCurrent, NotAllowed

TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
LISTED_FOR = timedelta(days=60)
"""So long what has been stays in the feed."""
CANCELLED_FOR = timedelta(days=30)
"""So long what was called off stays, marked as cancelled, so that every calendar takes it out."""
MOST_EVENTS = 500
MARK_SIZE = 8


@dataclass(frozen=True, slots=True)
class FeedContents:
    """What somebody's calendar is given: in whose words, in which time zone, and what."""

    language: str | None
    timezone: str
    items: tuple[CalendarItem, ...]


def turn_on(session: Session, actor: Actor) -> str:
    """Make an address for the first time. Returns its secret, which is told this once.

    Raises NotAllowed, NoLongerCurrent when there is one already.
    """
    person = own(session, actor)
    if person.calendar_token is not None:
        raise NoLongerCurrent
    return _new_secret(person)


def renew(session: Session, actor: Actor, mark: str) -> str:
    """Make another address; the old one is dead at once. `mark`: which one is meant, so that a second tap
    does not kill the new one. Returns the secret. Raises NotAllowed, NoLongerCurrent.
    """
    person = _marked(session, actor, mark)
    return _new_secret(person)


def turn_off(session: Session, actor: Actor, mark: str) -> None:
    """The address is dead at once. Raises NotAllowed, NoLongerCurrent."""
    _marked(session, actor, mark).calendar_token = None


def mark_of(person: Person) -> str:
    """Tells one address of a person from their next; empty without one. Says nothing about the secret."""
    return (person.calendar_token or "")[:MARK_SIZE]


def own(session: Session, actor: Actor) -> Person:
    """The person behind the tap. Raises NotAllowed for those who take no part any more."""
    person = session.get_one(Person, actor.person_id)
    if person.is_frozen or not _takes_part(session, person.id):
        raise NotAllowed
    return person


def _marked(session: Session, actor: Actor, mark: str) -> Person:
    person = own(session, actor)
    if not mark or mark != mark_of(person):
        raise NoLongerCurrent
    return person


def _new_secret(person: Person) -> str:
    secret = secrets.token_urlsafe(32)
    person.calendar_token = _hash(secret)
    return secret


def _hash(secret: str) -> str:
    # The secret has 256 bits: a plain hash of it can't be guessed back.
    return hashlib.sha256(secret.encode()).hexdigest()


def read(session: Session, secret: str, *, now: datetime) -> FeedContents | None:
    """What the calendar at the address of this secret shows, the earliest first: the meetings of the last
    60 days and all that come. None where there is no such address, or nobody any more who may have it.
    """
    if not TOKEN.fullmatch(secret):
        return None
    person = session.scalars(select(Person).where(Person.calendar_token == _hash(secret))).one_or_none()
    if person is None or person.is_frozen or not _takes_part(session, person.id):
        return None
    items = [*_meetings(session, person.id, now), *_slots(session, person.id, now)]
    items.sort(key=lambda item: (item.starts_at, item.uid))
    first = person.memberships[0]
    zone = person.timezone or first.organization.timezone
    return FeedContents(person.language, zone, tuple(items[-MOST_EVENTS:]))


def _takes_part(session: Session, person_id: int) -> bool:
    present = (MembershipStatus.ACTIVE, MembershipStatus.PAUSED)
    query = select(Membership.id).where(Membership.person_id == person_id, Membership.status.in_(present))
    return session.scalar(query.limit(1)) is not None


def _meetings(session: Session, person_id: int, now: datetime) -> list[CalendarItem]:
    pairs = (
        select(MentorshipMember.mentorship_id)
        .join(Membership, Membership.id == MentorshipMember.membership_id)
        .where(Membership.person_id == person_id)
    )
    query = (
        select(Meeting)
        .where(
            Meeting.mentorship_id.in_(pairs),
            Meeting.starts_at > now - LISTED_FOR,
            Meeting.status != MeetingStatus.MOVED,
        )
        .order_by(Meeting.starts_at)
        .options(
            selectinload(Meeting.answers),
            selectinload(Meeting.lesson_visit),
            selectinload(Meeting.mentorship)
            .selectinload(Mentorship.members)
            .selectinload(MentorshipMember.membership)
            .selectinload(Membership.person),
        )
    )
    items = (calendar_items.of_meeting(one, person_id) for one in session.scalars(query))
    return [one for one in items if one is not None and _is_shown(one, now)]


def _slots(session: Session, person_id: int, now: datetime) -> list[CalendarItem]:
    mine = select(Membership.id).where(Membership.person_id == person_id)
    query = (
        select(SpeedSlot)
        .join(SpeedSession, SpeedSession.id == SpeedSlot.session_id)
        .where(
            SpeedSlot.membership_id.is_not(None),
            or_(SpeedSlot.membership_id.in_(mine), SpeedSession.mentor_id.in_(mine)),
            SpeedSlot.starts_at > now - LISTED_FOR,
        )
    )
    items = (calendar_items.of_slot(one, person_id) for one in session.scalars(query))
    return [one for one in items if _is_shown(one, now)]


def _is_shown(item: CalendarItem, now: datetime) -> bool:
    return item.status != EventStatus.CANCELLED or item.changed_at > now - CANCELLED_FOR
