"""Who acts, and what they may. Denied by default: a use case that forgets to ask finds no objects to work
on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Select, bindparam, select
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
from models.consent import ADMITTING
from services.errors import NotAllowed

TERRITORY_ROLES = (Role.COORDINATOR, Role.OPERATOR)
DECIDING_ROLES = (Role.CURATOR, Role.HEAD, *TERRITORY_ROLES)
"""Who decides at an organisation: in a school its curators and head, in a municipality its coordinators."""


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
    """The person behind an update, read once when it arrives. `language` is None until they choose it.

    `shown` is the one participation that a person with several chose to look at, None for all together: menus
    and lists follow it. What they may do does not depend on it: the button of a notice works whichever is
    shown.
    """

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
    shown: Participation | None = None

    @property
    def visible(self) -> tuple[Participation, ...]:
        """The active participations that menus and lists are made of."""
        active = tuple(one for one in self.participations if one.status == MembershipStatus.ACTIVE)
        return active if self.shown is None else (self.shown,)

    def sees_as(self, *roles: Role) -> bool:
        """Do menus and lists show what belongs to one of the roles?"""
        return any(one.role in roles for one in self.visible)

    def participation(self, *roles: Role, organization_id: int | None = None) -> Participation | None:
        """The first active participation in one of the roles, at the organisation if one is named."""
        for one in self.participations:
            fits = one.role in roles and organization_id in (None, one.organization_id)
            if fits and one.status == MembershipStatus.ACTIVE:
                return one
        return None

    def places(self, *roles: Role) -> tuple[int, ...]:
        """The organisations in which the person is active in one of the roles, whatever is shown: what they
        may look at and act upon.
        """
        active = (one for one in self.participations if one.status == MembershipStatus.ACTIVE)
        return tuple(dict.fromkeys(one.organization_id for one in active if one.role in roles))

    def organizations(self, *roles: Role) -> tuple[int, ...]:
        """For lists: the organisations in which the person is active in one of the roles, as far as
        they are shown.
        """
        return tuple(dict.fromkeys(one.organization_id for one in self.visible if one.role in roles))

    def within_reach(self, *roles: Role) -> tuple[int, ...]:
        """For screens that the button of a notice opens, too: the organisations that are shown, or, when the
        participation that is shown has nothing to do with these roles, all in which the person has one.
        """
        return self.organizations(*roles) or self.places(*roles)


_HAS_CONSENTED = (
    select(Consent.id)
    .where(
        Consent.person_id == Person.id,
        Consent.status == ConsentStatus.GIVEN,
        Consent.kind.in_(ADMITTING),
    )
    .exists()
    .label("has_consented")
)
_ASKED_LANGUAGE = (
    select(Consent.language)
    .where(Consent.person_id == Person.id, Consent.status != ConsentStatus.WITHDRAWN, Consent.language != "")
    .order_by(Consent.id)
    .limit(1)
    .scalar_subquery()
    .label("asked_language")
)
_ACTOR = (
    select(
        Membership.id,
        Membership.organization_id,
        Organization.name,
        Membership.role,
        Membership.status,
        Organization.timezone.label("school_timezone"),
        Person.id.label("person_id"),
        Person.first_name,
        Person.patronymic,
        Person.language,
        Person.timezone,
        Person.frozen_at,
        Person.blocked_at,
        Person.shown_organization_id,
        Person.shown_role,
        _HAS_CONSENTED,
        _ASKED_LANGUAGE,
    )
    .select_from(Person)
    .outerjoin(Membership, Membership.person_id == Person.id)
    .outerjoin(Organization, Organization.id == Membership.organization_id)
    .where(Person.chat_id == bindparam("chat_id"))
    .order_by(Membership.id)
)
"""Everything about an actor in one query, put together once: it is asked before every update."""


def _school_timezone(rows: Sequence[Any]) -> str | None:
    """By the clock of the first school where they are still."""
    active = (row for row in rows if row.status == MembershipStatus.ACTIVE)
    zone: str | None = next(active, rows[0]).school_timezone
    return zone


def find_actor(session: Session, chat_id: int) -> Actor | None:
    """The person of this chat, or None for a stranger."""
    session.flush()
    rows = session.connection().execute(_ACTOR, {"chat_id": chat_id}).all()
    if not rows:
        return None
    person = rows[0]
    participations = tuple(Participation(*row[:5]) for row in rows if row.id is not None)
    return Actor(
        person_id=person.person_id,
        chat_id=chat_id,
        first_name=person.first_name,
        patronymic=person.patronymic,
        language=person.language or person.asked_language,
        timezone=person.timezone or _school_timezone(rows) or "Europe/Moscow",
        has_consented=person.has_consented,
        is_frozen=person.frozen_at is not None,
        was_blocked=person.blocked_at is not None,
        participations=participations,
        shown=_shown(participations, person.shown_organization_id, person.shown_role),
    )


def _shown(
    participations: Iterable[Participation], organization_id: int | None, role: Role | None
) -> Participation | None:
    """The chosen participation, as long as the person still acts in it."""
    for one in participations:
        is_chosen = (one.organization_id, one.role) == (organization_id, role)
        if is_chosen and one.status == MembershipStatus.ACTIVE:
            return one
    return None


def require_role(actor: Actor, organization_id: int, *roles: Role) -> Participation:
    """The actor's active participation there in one of the roles. Raises NotAllowed."""
    participation = actor.participation(*roles, organization_id=organization_id)
    if participation is None:
        raise NotAllowed
    return participation


def below(organization_ids: Collection[int]) -> Select[tuple[int]]:
    """The ids of all organisations below these, however deep, as a query."""
    tree = select(Organization.id).where(Organization.parent_id.in_(organization_ids)).cte(recursive=True)
    tree = tree.union(select(Organization.id).join(tree, Organization.parent_id == tree.c.id))
    return select(tree.c.id)


def above(session: Session, organization_id: int) -> tuple[int, ...]:
    """The ids of the organisation itself and of those above it, the nearest first."""
    found: list[int] = []
    current: int | None = organization_id
    while current is not None and current not in found:
        found.append(current)
        current = session.scalar(select(Organization.parent_id).where(Organization.id == current))
    return tuple(found)


def territory(session: Session, actor: Actor) -> tuple[int, ...]:
    """The organisations below those for which the actor is coordinator or operator."""
    places = actor.places(*TERRITORY_ROLES)
    return tuple(session.scalars(below(places))) if places else ()


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


def record_look(
    session: Session,
    actor: Actor,
    act: str,
    organization_id: int,
    *,
    subject_kind: str = "organization",
    subject_id: int | None = None,
    now: datetime,
) -> None:
    """Write to the audit log that a list was looked at, once a day where the organisation is: leafing through
    pages is one look. Without a subject the look is at the organisation itself.
    """
    subject = organization_id if subject_id is None else subject_id
    zone = ZoneInfo(session.get_one(Organization, organization_id).timezone)
    midnight = datetime.combine(now.astimezone(zone).date(), time(0), zone).astimezone(UTC)
    known = select(AuditRecord.id).where(
        AuditRecord.act == act,
        AuditRecord.actor_id == actor.person_id,
        AuditRecord.organization_id == organization_id,
        AuditRecord.subject_kind == subject_kind,
        AuditRecord.subject_id == subject,
        AuditRecord.at >= midnight,
    )
    if session.scalar(known.limit(1)) is None:
        record(
            session,
            act,
            actor_id=actor.person_id,
            organization_id=organization_id,
            subject_kind=subject_kind,
            subject_id=subject,
            now=now,
        )


def record_denial(session: Session, actor: Actor | None, act: str, *, now: datetime) -> None:
    """Somebody tried what they may not: remember who and what kind of act, nothing else."""
    record(session, f"denied:{act}"[:64], actor_id=actor.person_id if actor else None, now=now)
