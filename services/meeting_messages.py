"""Who is owed which message about a meeting: asked for an answer, told what became of it, asked afterwards.

Rows of the outbox with ids in them; how they read is decided when they are sent. Reminders are in
services/meeting_reminders.py.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from models import Meeting, Membership, Mentorship
from services import outbox, representing
from services.access import Actor
from services.member_times import quiet_hours_of


def owe_question(session: Session, meeting: Meeting, membership: Membership, now: datetime) -> None:
    """Ask afterwards whether it took place, as soon as it is over and nobody is disturbed.

    Also of those without Telegram: that the question came due tells that it waits for the curators.
    """
    due_at = quiet_hours_of(session, membership).next_open(meeting.ends_at)
    outbox.notify(
        session,
        kind="meetings.ask_held",
        key=f"meeting:{meeting.id}:ask:{membership.person_id}",
        person_id=membership.person_id,
        payload={"meeting_id": meeting.id},
        topic=question_topic(meeting, membership.person_id),
        due_at=due_at,
        now=now,
    )
    representing.tell_curators(
        session,
        meeting.mentorship,
        membership.person_id,
        {"kind": "held", "id": meeting.id},
        question_topic(meeting, membership.person_id),
        due_at,
        now,
    )


def tell_others(session: Session, meeting: Meeting, kind: str, actor: Actor, now: datetime) -> None:
    """Owe a message about the meeting to everybody in the pair but the one who acts."""
    for person_id in person_ids(meeting.mentorship):
        if person_id != actor.person_id:
            tell_one(session, meeting, kind, person_id, now)


def tell_one(session: Session, meeting: Meeting, kind: str, person_id: int, now: datetime) -> None:
    outbox.notify(
        session,
        kind=kind,
        key=f"{kind}:{meeting.id}:{person_id}",
        person_id=person_id,
        payload={"meeting_id": meeting.id},
        topic=topic(meeting),
        due_at=now,
        now=now,
    )


def tell_about(
    session: Session, meeting: Meeting, kind: str, about_id: int, person_id: int, now: datetime
) -> None:
    """Owe one person a message about what another member of the group answered. It may change its mind, so
    that there may be several.
    """
    outbox.notify(
        session,
        kind=kind,
        key=f"{kind}:{meeting.id}:{about_id}:{person_id}:{now.isoformat()}",
        person_id=person_id,
        payload={"meeting_id": meeting.id, "about_id": about_id},
        topic=topic(meeting),
        due_at=now,
        expires_at=meeting.starts_at,
        now=now,
    )


def ask(session: Session, meeting: Meeting, person_id: int, now: datetime) -> None:
    """Ask one member to answer the proposal; for those without Telegram the curators hear that it waits."""
    outbox.notify(
        session,
        kind="meetings.proposed",
        key=f"meetings.proposed:{meeting.id}:{person_id}",
        person_id=person_id,
        payload={"meeting_id": meeting.id},
        topic=answer_topic(meeting, person_id),
        due_at=now,
        expires_at=meeting.starts_at,
        now=now,
    )
    representing.tell_curators(
        session,
        meeting.mentorship,
        person_id,
        {"kind": "meeting", "id": meeting.id},
        answer_topic(meeting, person_id),
        now,
        now,
    )


def cancel_owed(session: Session, meeting: Meeting, now: datetime) -> None:
    """Nothing that is owed about the meeting is sent."""
    topics = [topic(meeting)]
    for person_id in person_ids(meeting.mentorship):
        topics += (question_topic(meeting, person_id), answer_topic(meeting, person_id))
    outbox.cancel_topics(session, topics, now=now)


def topic(meeting: Meeting) -> str:
    return f"meeting:{meeting.id}"


def question_topic(meeting: Meeting, person_id: int) -> str:
    return f"meeting:{meeting.id}:ask:{person_id}"


def answer_topic(meeting: Meeting, person_id: int) -> str:
    return f"meeting:{meeting.id}:answer:{person_id}"


def person_ids(mentorship: Mentorship) -> list[int]:
    return [member.membership.person_id for member in mentorship.members]
