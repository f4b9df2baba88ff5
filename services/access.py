"""Who acts, and what they may. Denied by default: a use case that forgets to ask finds no objects to work
on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    AuditRecord,
    Consent,
    ConsentStatus,
    Membership,
    MembershipStatus,
    Organization,
    Person,
    Role,
)
from services.errors import NotAllowed

DECIDING_ROLES = (Role.CURATOR, Role.HEAD)


@dataclass(frozen=True, slots=True)
class Participation:
    """One role of the actor at one organisation."""

    membership_id: int
    organization_id: int
    organization_name: str
    role: Role
    status: MembershipStatus


@dataclass(frozen=True, slots=True)
class Actor:
    """The person behind an update, read once when it arrives. `language` is None until they choose it."""

    person_id: int
    chat_id: int
    first_name: str
    patronymic: str
    language: str | None
    timezone: str
    has_consented: bool
    is_frozen: bool
    was_blocked: bool
    participations: tuple[Participation, ...]

    def participation(self, *roles: Role, organization_id: int | None = None) -> Participation | None:
        """The first active participation in one of the roles, at the organisation if one is named."""
        for one in self.participations:
            fits = one.role in roles and organization_id in (None, one.organization_id)
            if fits and one.status == MembershipStatus.ACTIVE:
                return one
        return None

    def organizations(self, *roles: Role) -> tuple[int, ...]:
        """The organisations in which the person is active in one of the roles."""
        active = (one for one in self.participations if one.status == MembershipStatus.ACTIVE)
        return tuple(one.organization_id for one in active if one.role in roles)


def find_actor(session: Session, chat_id: int) -> Actor | None:
    """The person of this chat, or None for a stranger."""
    person = session.scalars(select(Person).where(Person.chat_id == chat_id)).one_or_none()
    if person is None:
        return None
    rows = session.execute(
        select(
            Membership.id,
            Membership.organization_id,
            Organization.name,
            Membership.role,
            Membership.status,
            Organization.timezone,
        )
        .join(Organization, Organization.id == Membership.organization_id)
        .where(Membership.person_id == person.id)
        .order_by(Membership.id)
    ).all()
    has_consented, asked_language = _consent_state(session, person.id)
    return Actor(
        person_id=person.id,
        chat_id=chat_id,
        first_name=person.first_name,
        patronymic=person.patronymic,
        language=person.language or asked_language,
        timezone=person.timezone or (rows[0].timezone if rows else "Europe/Moscow"),
        has_consented=has_consented,
        is_frozen=person.is_frozen,
        was_blocked=person.blocked_at is not None,
        participations=tuple(Participation(*row[:5]) for row in rows),
    )


def _consent_state(session: Session, person_id: int) -> tuple[bool, str | None]:
    """Whether a consent was given, and the language in which one is being asked for."""
    rows = session.execute(
        select(Consent.status, Consent.language).where(Consent.person_id == person_id)
    ).all()
    asked = next(
        (row.language for row in rows if row.status != ConsentStatus.WITHDRAWN and row.language), None
    )
    return any(row.status == ConsentStatus.GIVEN for row in rows), asked


def require_role(actor: Actor, organization_id: int, *roles: Role) -> Participation:
    """The actor's active participation there in one of the roles. Raises NotAllowed."""
    participation = actor.participation(*roles, organization_id=organization_id)
    if participation is None:
        raise NotAllowed
    return participation


def record(
    session: Session,
    act: str,
    *,
    actor_id: int | None,
    organization_id: int | None = None,
    subject_kind: str = "",
    subject_id: int | None = None,
    now: datetime,
) -> None:
    """Write an act to the audit log (N-1.3-7)."""
    session.add(
        AuditRecord(
            organization_id=organization_id,
            actor_id=actor_id,
            act=act,
            subject_kind=subject_kind,
            subject_id=subject_id,
            at=now,
        )
    )


def record_denial(session: Session, actor: Actor | None, act: str, *, now: datetime) -> None:
    """Somebody tried what they may not: remember who and what kind of act, nothing else."""
    record(session, f"denied:{act}"[:64], actor_id=actor.person_id if actor else None, now=now)
