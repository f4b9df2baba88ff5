"""What people are told about a duty, and when: three reminders on working mornings before its day.

A due date is a local calendar day of the organisation, inclusive: due on the 25th means late on the 26th.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from models import Occurrence
from services import outbox
from services.working_days import is_working_day

REMINDER_DAYS = (14, 7, 1)
WORKING_MORNING = time(9)


def today_in(timezone: str, now: datetime) -> date:
    """The calendar day in a time zone."""
    return now.astimezone(ZoneInfo(timezone)).date()


def local_moment(day: date, at: time, timezone: str) -> datetime:
    """The moment in UTC of a local time on a local day."""
    return datetime.combine(day, at, ZoneInfo(timezone)).astimezone(UTC)


def end_of_due_day(occurrence: Occurrence) -> datetime:
    """When the due day is over where the organisation is."""
    return local_moment(occurrence.due_on + timedelta(days=1), time(0), occurrence.organization.timezone)


def topic_of(occurrence_id: int) -> str:
    """What groups the messages about one duty: only the latest that is due is worth sending."""
    return f"duty:{occurrence_id}"


def cause_of(occurrence_id: int) -> str:
    """The cause of the alert about a duty that is late."""
    return f"duty-overdue:{occurrence_id}"


def cause_of_near(occurrence_id: int) -> str:
    """The cause of the alert about a duty whose day is near."""
    return f"duty-near:{occurrence_id}"


def reminder_moments(due_on: date, timezone: str, *, all_three: bool = True) -> list[tuple[int, datetime]]:
    """(days before, moment in UTC) of each reminder: 09:00 local; instead of a day off, the last working day
    before it.
    """
    days_before = REMINDER_DAYS if all_three else REMINDER_DAYS[-1:]
    return [
        (days, local_moment(_working(due_on - timedelta(days=days)), WORKING_MORNING, timezone))
        for days in days_before
    ]


def _working(day: date) -> date:
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day


def owe_reminders(session: Session, occurrence: Occurrence, now: datetime) -> None:
    """Owe everybody responsible the reminders that are still ahead; a continuous duty is asked about."""
    if occurrence.is_settled:
        return
    timezone, kind = occurrence.organization.timezone, "roadmap.reminder"
    moments = reminder_moments(occurrence.due_on, timezone, all_three=occurrence.reminds)
    if occurrence.is_check:
        # The question comes in the last week of the term, with time enough to answer it.
        moments, kind = reminder_moments(occurrence.due_on, timezone)[1:2], "roadmap.check"
    expires_at = end_of_due_day(occurrence)
    for days, moment in moments:
        if moment < now:
            continue
        for person in occurrence.responsible:
            outbox.notify(
                session,
                kind=kind,
                key=f"duty:{occurrence.id}:{occurrence.due_on}:{days}:{person.id}:{now.isoformat()}",
                person_id=person.id,
                payload={"occurrence_id": occurrence.id},
                topic=topic_of(occurrence.id),
                due_at=moment,
                expires_at=expires_at,
                now=now,
            )


def renew_reminders(session: Session, occurrence: Occurrence, now: datetime) -> None:
    """Take back what was owed about the duty and owe it anew: its day or its people have changed."""
    outbox.cancel_topic(session, topic_of(occurrence.id), now=now)
    owe_reminders(session, occurrence, now)


def tell_responsible(
    session: Session, occurrence: Occurrence, kind: str, key: str, now: datetime, topic: str | None = None
) -> bool:
    """Owe everybody responsible a message about the duty. False when this `key` was owed to all before."""
    owed = [
        outbox.notify(
            session,
            kind=kind,
            key=f"{key}:{person.id}",
            person_id=person.id,
            payload={"occurrence_id": occurrence.id},
            topic=topic,
            due_at=now,
            now=now,
        )
        for person in occurrence.responsible
    ]
    return any(owed)
