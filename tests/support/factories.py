"""Rows for tests, made with as few words as possible."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from models import (
    Consent,
    ConsentKind,
    ConsentStatus,
    Membership,
    MembershipStatus,
    Mentorship,
    MentorshipMember,
    MentorshipStatus,
    Organization,
    Person,
    Role,
)
from services.access import Actor, find_actor

NOW = datetime(2026, 9, 7, 7, 0, tzinfo=UTC)
"""Monday, the first school week, ten o'clock in Moscow."""

_chat_ids = itertools.count(700_000_001)


def make_organization(session: Session, **fields: Any) -> Organization:
    organization = Organization(**{"name": "Школа № 1", "created_at": NOW} | fields)
    session.add(organization)
    session.flush()
    return organization


def make_person(
    session: Session,
    role: Role,
    organization: Organization,
    *,
    chat_id: int | None = None,
    last: str = "Петрова",
    first: str = "Анна",
    patronymic: str = "Сергеевна",
    status: MembershipStatus = MembershipStatus.ACTIVE,
    consent: bool = True,
    **fields: Any,
) -> Membership:
    person = Person(
        chat_id=chat_id or next(_chat_ids),
        language="ru",
        last_name=last,
        first_name=first,
        patronymic=patronymic,
        created_at=NOW,
    )
    session.add(person)
    session.flush()
    if consent:
        session.add(_consent(person, organization))
    membership = Membership(
        person=person,
        organization=organization,
        role=role,
        status=status,
        **{"created_at": NOW, "profile": {}, "capacity": 2 if role == Role.MENTOR else 0} | fields,
    )
    session.add(membership)
    session.flush()
    return membership


def _consent(person: Person, organization: Organization) -> Consent:
    return Consent(
        person_id=person.id,
        organization_id=organization.id,
        kind=ConsentKind.PERSONAL_DATA,
        status=ConsentStatus.GIVEN,
        text_version="1",
        text_sha256="0" * 64,
        language="ru",
        asked_at=NOW,
        answered_at=NOW,
    )


def make_pair(
    session: Session,
    mentor: Membership,
    mentee: Membership,
    status: MentorshipStatus = MentorshipStatus.ACTIVE,
) -> Mentorship:
    accepted = NOW if status == MentorshipStatus.ACTIVE else None
    pair = Mentorship(
        organization_id=mentor.organization_id, status=status, proposed_at=NOW, activated_at=accepted
    )
    pair.members = [
        MentorshipMember(membership=mentor, role=Role.MENTOR, accepted_at=accepted),
        MentorshipMember(membership=mentee, role=Role.MENTEE, accepted_at=accepted),
    ]
    session.add(pair)
    session.flush()
    return pair


def actor_of(session: Session, membership: Membership) -> Actor:
    actor = find_actor(session, membership.person.chat_id or 0)
    assert actor is not None
    return actor
