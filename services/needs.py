"""What a psychologist, a tutor and a council member may see of people, and nothing more.

A psychologist sees mentees who have no mentor yet, a tutor mentees with their difficulties, a council member
who is a mentor or a mentee and whether they are in a pair. Each look at a page is written to the audit log.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, joinedload

from models import (
    Membership,
    MembershipStatus,
    Mentorship,
    MentorshipMember,
    MentorshipStatus,
    Person,
    Role,
)
from services import access
from services.access import Actor
from services.errors import NotAllowed
from services.mentorship_views import PAGE_SIZE, Page, listed, nearest_page, page_count
from services.names import PersonName

LOOKING = (Role.PSYCHOLOGIST, Role.TUTOR, Role.COUNCIL)


@dataclass(frozen=True, slots=True)
class Need:
    """Somebody as this role may see them. `unpaired_since`: of a mentee who waits for a mentor.
    `difficulties` are empty for those who may not see them.
    """

    name: PersonName
    role: Role
    is_paired: bool
    unpaired_since: datetime | None
    difficulties: tuple[str, ...]
    difficulties_other: str


def roles_of(actor: Actor) -> tuple[Role, ...]:
    """As which of these roles the actor looks now."""
    return tuple(role for role in LOOKING if actor.sees_as(role))


def look(session: Session, actor: Actor, role: Role, *, page: int = 0, now: datetime) -> Page[Need]:
    """A page of the people whom the actor may see in this role. Raises NotAllowed."""
    places = actor.within_reach(role)
    if role not in LOOKING or not places:
        raise NotAllowed
    conditions = _conditions(role, places)
    people = select(Membership).join(Person, Person.id == Membership.person_id).where(*conditions)
    total = session.scalar(select(func.count()).select_from(people.subquery())) or 0
    number, offset = nearest_page(page, total)
    # Who waits comes first, the longest before all others.
    order = (Membership.unpaired_since.is_(None), Membership.unpaired_since, Membership.role, Membership.id)
    shown = people.order_by(*order).offset(offset).limit(PAGE_SIZE).options(joinedload(Membership.person))
    found = session.scalars(shown).all()
    for place in places:
        access.record(
            session,
            f"needs.seen_by_{role.value}",
            actor_id=actor.person_id,
            organization_id=place,
            subject_kind="organization",
            subject_id=place,
            now=now,
        )
    paired = _paired(session, [one.id for one in found])
    lines = tuple(_need(one, role, is_paired=one.id in paired) for one in found)
    return Page(lines, number, page_count(total), total)


def _conditions(role: Role, places: tuple[int, ...]) -> tuple[ColumnElement[bool], ...]:
    active = (
        Membership.organization_id.in_(places),
        Membership.status == MembershipStatus.ACTIVE,
        Person.frozen_at.is_(None),
    )
    if role == Role.PSYCHOLOGIST:
        return *active, Membership.role == Role.MENTEE, Membership.unpaired_since.is_not(None)
    if role == Role.TUTOR:
        return *active, Membership.role == Role.MENTEE
    return *active, Membership.role.in_((Role.MENTEE, Role.MENTOR))


def _need(one: Membership, role: Role, *, is_paired: bool) -> Need:
    sees_difficulties = role != Role.COUNCIL and one.role == Role.MENTEE
    return Need(
        PersonName.of(one),
        one.role,
        is_paired,
        one.unpaired_since,
        listed(one.profile.get("difficulties")) if sees_difficulties else (),
        str(one.profile.get("difficulties_other") or "") if sees_difficulties else "",
    )


def _paired(session: Session, membership_ids: Sequence[int]) -> set[int]:
    """Who of these is in an active pair."""
    query = (
        select(MentorshipMember.membership_id)
        .join(Mentorship, Mentorship.id == MentorshipMember.mentorship_id)
        .where(
            MentorshipMember.membership_id.in_(membership_ids),
            Mentorship.status == MentorshipStatus.ACTIVE,
        )
    )
    return set(session.scalars(query))
