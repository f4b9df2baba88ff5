"""A mentor has more mentees than places: the curator settles it by giving as many places as are taken.

How many mentees a mentor wants is the mentor's own word; whoever changes it tells them.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Alert, AlertKind, AlertStatus, Membership, Role
from services import access, alerts, meeting_concerns, outbox
from services.access import Actor
from services.errors import NoLongerCurrent, NotAllowed
from services.meeting_concerns import Overload

PLACES_GIVEN = "places_given"


def give(session: Session, actor: Actor, membership_id: int, places: int, *, now: datetime) -> Overload:
    """As many places as the mentor has mentees; the alert is settled and the mentor told. `places`: what the
    button said. Raises NotAllowed (also for the mentor), NoLongerCurrent when it is another number meanwhile.
    """
    found = meeting_concerns.overload(session, actor, membership_id)
    membership = session.get_one(Membership, membership_id)
    if membership.person_id == actor.person_id:
        raise NotAllowed
    if places != found.taken:
        raise NoLongerCurrent
    membership.capacity = places
    session.flush()
    _settle(session, actor, membership, now)
    access.record(
        session,
        "person.places_given",
        actor_id=actor.person_id,
        organization_id=membership.organization_id,
        subject_kind="membership",
        subject_id=membership.id,
        now=now,
    )
    outbox.notify(
        session,
        kind="board.places",
        key=f"board-places:{membership.id}:{places}:{now.isoformat()}",
        person_id=membership.person_id,
        payload={"membership_id": membership.id},
        topic=f"board-places:{membership.id}",
        due_at=now,
        now=now,
    )
    return Overload(membership.id, found.name, found.taken, places)


def _settle(session: Session, actor: Actor, membership: Membership, now: datetime) -> None:
    about = Alert.subject["membership_id"].as_integer() == membership.id
    query = select(Alert.cause).where(
        Alert.kind == AlertKind.MENTOR_OVER_CAPACITY, Alert.status != AlertStatus.RESOLVED, about
    )
    for cause in session.scalars(query).all():
        alerts.resolve_cause(session, cause, PLACES_GIVEN, by_id=actor.person_id, now=now)


def told(session: Session, actor: Actor, membership_id: int) -> int | None:
    """For the message: how many places the actor has as a mentor; None when that is over."""
    membership = session.get(Membership, membership_id)
    if membership is None or membership.person_id != actor.person_id or not membership.is_active:
        return None
    return membership.capacity if membership.role == Role.MENTOR else None
