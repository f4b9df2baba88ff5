"""Rows for tests, made with as few words as possible."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy.orm import Session

from models import (
    Consent,
    ConsentKind,
    ConsentStatus,
    Meeting,
    MeetingAnswer,
    MeetingKind,
    MeetingStatus,
    Membership,
    MembershipStatus,
    Mentorship,
    MentorshipMember,
    MentorshipStatus,
    Occurrence,
    Organization,
    Person,
    Roadmap,
    Role,
)
from services import roadmaps
from services.access import Actor, find_actor
from services.roadmaps import NewItem, NewPlan

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
    mentor_consent: bool = True,
    **fields: Any,
) -> Membership:
    """`mentor_consent`: an active mentor has consented in writing, so that nobody asks them."""
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
    if consent and mentor_consent and role == Role.MENTOR and status == MembershipStatus.ACTIVE:
        session.add(written_consent(membership, ConsentKind.MENTOR))
    session.flush()
    return membership


def written_consent(
    membership: Membership, kind: ConsentKind, mentorship: Mentorship | None = None
) -> Consent:
    """Given, and its signed original received."""
    return Consent(
        person_id=membership.person_id,
        organization_id=membership.organization_id,
        kind=kind,
        role=membership.role,
        mentorship_id=mentorship.id if mentorship else None,
        status=ConsentStatus.GIVEN,
        text_version="1",
        text_sha256="0" * 64,
        language="ru",
        details={},
        original_number="1",
        original_dated_on=NOW.date(),
        original_received_at=NOW,
        asked_at=NOW,
        answered_at=NOW,
    )


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
    *,
    consents: bool = True,
) -> Mentorship:
    """`consents`: both have consented in writing to the extra duties, so that nobody asks them."""
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
    if consents and status == MentorshipStatus.ACTIVE:
        duties = [written_consent(one, ConsentKind.EXTRA_DUTIES, pair) for one in (mentor, mentee)]
        session.add_all(duties)
        session.flush()
    return pair


def make_plan(
    session: Session,
    organization: Organization,
    *items: NewItem,
    school_year: str = "2026-2027",
    live: bool = True,
    now: datetime = NOW,
    **fields: Any,
) -> Roadmap:
    """A plan with these rows: live, as if its head had approved it, or a draft."""
    plan = NewPlan(**{"title": "Дорожная карта", "school_year": school_year, "items": items} | fields)
    roadmap = roadmaps.create_draft(session, organization.id, plan, by_id=None, now=now)
    if live:
        roadmaps.go_live(session, roadmap, now=now)
    return roadmap


def make_item(
    phrase: str,
    *responsible: Membership,
    number: str = "1.2",
    activity: str = "Составить базу",
    **fields: Any,
) -> NewItem:
    """A row of a plan with this deadline phrase, and people named for it."""
    named = tuple(one.person_id for one in responsible)
    values = {"section": "Подготовительный этап", "expected_result": "База", "named_ids": named} | fields
    return NewItem(number=number, activity=activity, deadline_phrase=phrase, **values)


def make_duty(
    session: Session,
    *responsible: Membership,
    due_on: date,
    starts_on: date | None = None,
    now: datetime = NOW,
    **fields: Any,
) -> Occurrence:
    """One dated duty of these people, in a live plan of its own."""
    phrase = f"до {due_on:%d.%m.%Y}"
    if starts_on is not None:
        phrase = f"с {starts_on:%d.%m.%Y} по {due_on:%d.%m.%Y}"
    item = make_item(phrase, *responsible, **fields)
    roadmap = make_plan(session, responsible[0].organization, item, now=now)
    (made,) = duties_of(roadmap)
    return made


def duties_of(roadmap: Roadmap) -> Sequence[Occurrence]:
    """The duties of a plan, by date."""
    every = [one for item in roadmap.items for one in item.occurrences]
    return sorted(every, key=lambda one: (one.due_on, one.id))


def actor_of(session: Session, membership: Membership) -> Actor:
    actor = find_actor(session, membership.person.chat_id or 0)
    assert actor is not None
    return actor


def make_confirmed_meeting(
    session: Session,
    pair: Mentorship,
    starts_at: datetime,
    kind: MeetingKind = MeetingKind.REGULAR,
    **fields: Any,
) -> Meeting:
    """A meeting that the mentor has proposed and every mentee has agreed to."""
    mentor = pair.mentor.membership.person_id
    meeting = Meeting(
        **{
            "mentorship_id": pair.id,
            "kind": kind,
            "status": MeetingStatus.CONFIRMED,
            "starts_at": starts_at,
            "place": "Кабинет 12",
            "proposed_by_id": mentor,
            "proposed_at": starts_at,
            "confirmed_at": starts_at,
        }
        | fields
    )
    meeting.mentorship = pair
    meeting.answers = [
        MeetingAnswer(person_id=one.membership.person_id, agrees=True, answered_at=starts_at)
        for one in pair.mentees
    ]
    session.add(meeting)
    session.flush()
    return meeting
