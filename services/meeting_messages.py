"""Who is owed which message about a meeting: told now, reminded before, asked afterwards (N-1.4).

Rows of the outbox with ids in them; how they read is decided when they are sent.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from models import Meeting, Membership, Mentorship
from services import outbox, representing
from services.access import Actor
from services.meeting_times import plan_reminders
from services.quiet_hours import QuietHours


def owe_reminders(session: Session, meeting: Meeting, membership: Membership, now: datetime) -> None:
    """The reminders before, and the question after: in the person's own time zone, outside quiet hours
    (N-1.4).
    """
    quiet = quiet_hours_of(membership)
    for planned in plan_reminders(meeting.starts_at, quiet, now=now):
        outbox.notify(
            session,
            kind="meetings.reminder",
            key=f"meeting:{meeting.id}:{planned.reminder.value}:{membership.person_id}",
            person_id=membership.person_id,
            payload={"meeting_id": meeting.id, "reminder": planned.reminder.value},
            topic=_topic(meeting),
            due_at=planned.due_at,
            expires_at=meeting.starts_at,
            urgency=planned.urgency,
            now=now,
        )
    outbox.notify(
        session,
        kind="meetings.ask_held",
        key=f"meeting:{meeting.id}:ask:{membership.person_id}",
        person_id=membership.person_id,
        payload={"meeting_id": meeting.id},
        topic=question_topic(meeting, membership.person_id),
        due_at=quiet.next_open(meeting.starts_at + Meeting.DURATION),
        now=now,
    )
    representing.tell_curators(
        session,
        meeting.mentorship,
        membership.person_id,
        {"kind": "held", "id": meeting.id},
        question_topic(meeting, membership.person_id),
        quiet.next_open(meeting.starts_at + Meeting.DURATION),
        now,
    )


def tell_others(
    session: Session,
    meeting: Meeting,
    kind: str,
    actor: Actor,
    now: datetime,
    *,
    expires_at: datetime | None = None,
) -> None:
    """Owe a message about the meeting to everybody in the pair but the one who acts."""
    for person_id in person_ids(meeting.mentorship):
        if person_id != actor.person_id:
            tell_one(session, meeting, kind, person_id, now, expires_at=expires_at)


def tell_one(
    session: Session,
    meeting: Meeting,
    kind: str,
    person_id: int,
    now: datetime,
    *,
    expires_at: datetime | None = None,
) -> None:
    outbox.notify(
        session,
        kind=kind,
        key=f"{kind}:{meeting.id}:{person_id}",
        person_id=person_id,
        payload={"meeting_id": meeting.id},
        topic=_topic(meeting),
        due_at=now,
        expires_at=expires_at,
        now=now,
    )


def ask_curators(session: Session, meeting: Meeting, actor: Actor, now: datetime) -> None:
    """The curators answer the proposal for those without Telegram."""
    for person_id in person_ids(meeting.mentorship):
        if person_id != actor.person_id:
            waits: dict[str, str | int] = {"kind": "meeting", "id": meeting.id}
            representing.tell_curators(
                session, meeting.mentorship, person_id, waits, _topic(meeting), now, now
            )


def cancel_owed(session: Session, meeting: Meeting, now: datetime) -> None:
    outbox.cancel_topic(session, _topic(meeting), now=now)
    for person_id in person_ids(meeting.mentorship):
        outbox.cancel_topic(session, question_topic(meeting, person_id), now=now)


def _topic(meeting: Meeting) -> str:
    return f"meeting:{meeting.id}"


def question_topic(meeting: Meeting, person_id: int) -> str:
    return f"meeting:{meeting.id}:ask:{person_id}"


def quiet_hours_of(membership: Membership) -> QuietHours:
    school = membership.organization
    return QuietHours(
        membership.person.timezone or school.timezone, school.quiet_from_hour, school.quiet_until_hour
    )


def person_ids(mentorship: Mentorship) -> list[int]:
    return [member.membership.person_id for member in mentorship.members]
