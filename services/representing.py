"""Acting for somebody without Telegram: the curator answers, and it is written down who did.

Knows who may stand in for whom and how the curators hear that something waits for them; what is answered is
the business of services/on_behalf.py.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import AuditRecord, Membership, Mentorship, Organization, Role
from services import access, alerts, outbox
from services.access import Actor, Participation
from services.errors import NoLongerCurrent, NotAllowed, ServiceError

STANDING_IN = (Role.CURATOR, Role.HEAD)
ACT_PREFIX = "on_behalf."


class PersonHasTelegram(ServiceError):
    """The person speaks to the bot by now, and answers for themselves."""


@dataclass(frozen=True, slots=True)
class Represented(Actor):
    """Somebody without Telegram, for whom `by_id` acts."""

    by_id: int = 0


def represented(session: Session, actor: Actor, membership_id: int) -> Represented:
    """The person of this membership, with the actor acting for them.

    Raises NoLongerCurrent, NotAllowed (only curators and the head of that organisation), PersonHasTelegram.
    """
    membership = session.get(Membership, membership_id)
    if membership is None:
        raise NoLongerCurrent
    access.require_role(actor, membership.organization_id, *STANDING_IN)
    person = membership.person
    if person.has_telegram:
        raise PersonHasTelegram
    if person.is_frozen:
        raise NoLongerCurrent
    organization = session.get_one(Organization, membership.organization_id)
    own = Participation(membership.id, organization.id, organization.name, membership.role, membership.status)
    return Represented(
        person_id=person.id,
        chat_id=0,
        first_name=person.first_name,
        patronymic=person.patronymic,
        language=None,
        timezone=person.timezone or organization.timezone,
        has_consented=True,
        is_frozen=False,
        was_blocked=False,
        participations=(own,),
        by_id=actor.person_id,
    )


def require_outsider(actor: Actor, pair: Mentorship, organization_id: int) -> None:
    """Nobody answers for the other side of their own pair, nor for a pair of another organisation. Raises
    NotAllowed.
    """
    if pair.organization_id != organization_id or pair.member(actor.person_id) is not None:
        raise NotAllowed


def doer_id(actor: Actor) -> int:
    """Who really acted: the curator, where they stand in for somebody."""
    return actor.by_id if isinstance(actor, Represented) else actor.person_id


def record(
    session: Session,
    what: str,
    actor: Represented,
    organization_id: int,
    subject_kind: str,
    subject_id: int,
    now: datetime,
) -> None:
    """Write down that it was done for somebody (N-1.3-7)."""
    access.record(
        session,
        f"{ACT_PREFIX}{what}",
        actor_id=actor.by_id,
        organization_id=organization_id,
        subject_kind=subject_kind,
        subject_id=subject_id,
        now=now,
    )


def was_answered_by_curator(session: Session, pair: Mentorship, subject_kind: str, subject_id: int) -> bool:
    """Did a curator answer about this pair or meeting for one of its members?

    Asked only where a member was entered without Telegram: of all others nobody could have.
    """
    if not any(_may_need_help(member.membership) for member in pair.members):
        return False
    answered = select(AuditRecord.id).where(
        AuditRecord.organization_id == pair.organization_id,
        AuditRecord.at >= pair.proposed_at,
        AuditRecord.act.startswith(ACT_PREFIX),
        AuditRecord.act != f"{ACT_PREFIX}seen",
        AuditRecord.subject_kind == subject_kind,
        AuditRecord.subject_id == subject_id,
    )
    return session.scalar(answered.limit(1)) is not None


def _may_need_help(membership: Membership) -> bool:
    return membership.entered_by_id is not None or not membership.person.has_telegram


def tell_curators(
    session: Session,
    pair: Mentorship,
    person_id: int,
    payload: dict[str, str | int],
    topic: str,
    due_at: datetime,
    now: datetime,
) -> None:
    """Somebody without Telegram has been asked something: owe the curators one word about it. `payload` says
    what waits: `kind`, `id`.
    """
    members = {member.membership.person_id: member.membership for member in pair.members}
    if (membership := members.get(person_id)) is None or membership.person.has_telegram:
        return
    for curator_id in _standing_in(session, pair, members):
        outbox.notify(
            session,
            kind="people.on_behalf",
            key=f"on_behalf:{payload['kind']}:{payload['id']}:{membership.id}:{curator_id}",
            person_id=curator_id,
            payload={**payload, "membership_id": membership.id},
            topic=topic,
            due_at=due_at,
            now=now,
        )


def _standing_in(session: Session, pair: Mentorship, members: Iterable[int]) -> list[int]:
    """The curators outside the pair; where there is none, the head."""
    outside = set(members)
    for role in STANDING_IN:
        people = alerts.people_in_role(session, pair.organization_id, role)
        if found := [one for one in people if one not in outside]:
            return found
    return []
