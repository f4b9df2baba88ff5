"""What people are told about a duty, and when: three reminders on working mornings before its day.

A duty that lies far ahead is owed nothing yet: its reminders come to be owed when it opens, on the day of the
first of them at the latest, to those who answer for it by then. A due date is a local calendar day of the
organisation, inclusive: due on the 25th means late on the 26th.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

from models import Occurrence, OccurrenceStatus
from services import outbox
from services.local_time import local_moment, today_in
from services.outbox import Owed
from services.working_days import working_day_after, working_day_on_or_before

REMINDER_DAYS = (14, 7, 1)
KINDS = ("roadmap.reminder", "roadmap.check")
WORKING_MORNING = time(9)


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
    return [(days, local_moment(_morning(due_on, days), WORKING_MORNING, timezone)) for days in days_before]


def _morning(due_on: date, days: int) -> date:
    return working_day_on_or_before(due_on - timedelta(days=days))


def latest_open(today: date) -> date:
    """Duties that are due by this day have begun: their first reminder comes today or has come."""
    return working_day_after(today) + timedelta(days=REMINDER_DAYS[0] - 1)


def open_if_time(occurrence: Occurrence, now: datetime) -> bool:
    """Open it when it has begun, or the day of its first reminder has come. Says whether it did."""
    today = today_in(occurrence.organization.timezone, now)
    if occurrence.due_on > latest_open(today) and (occurrence.starts_on or date.max) > today:
        return False
    occurrence.status = OccurrenceStatus.OPEN
    return True


def owe_reminders(session: Session, occurrence: Occurrence, now: datetime) -> None:
    """Owe everybody responsible the reminders of an open duty that are still ahead. Of a continuous duty they
    are asked whether it goes on: a week before the end of the term, or at once when that moment has passed.
    """
    owe_made(session, (occurrence,), now)


def owe_made(session: Session, occurrences: Iterable[Occurrence], now: datetime) -> None:
    """`owe_reminders` of many at once."""
    owed = [message for one in occurrences for message in _reminders(one, now, since=now)]
    outbox.notify_many(session, owed, now=now)


def owe_opened(session: Session, opened: Collection[Occurrence], now: datetime) -> None:
    """The time of these has come: owe their reminders. One whose moment passed while nothing ran is owed
    too, as it is made up for as any other message (a later one of the same duty tells more).
    """
    # Earlier versions of the program owed the reminders of a whole year when the plan was approved.
    outbox.cancel_topics(session, [topic_of(one.id) for one in opened], KINDS, now=now)
    outbox.notify_many(session, [owed for one in opened for owed in _reminders(one, now)], now=now)


def _reminders(occurrence: Occurrence, now: datetime, since: datetime | None = None) -> Iterator[Owed]:
    expires_at = end_of_due_day(occurrence)
    if occurrence.status == OccurrenceStatus.UPCOMING or occurrence.is_settled or expires_at <= now:
        return
    for days, moment in _moments(occurrence, now):
        if since is not None and moment < since:
            continue
        for person in occurrence.responsible:
            yield Owed(
                kind=KINDS[occurrence.is_check],
                key=f"duty:{occurrence.id}:{occurrence.due_on}:{days}:{person.id}:{now.isoformat()}",
                person_id=person.id,
                payload={"occurrence_id": occurrence.id},
                topic=topic_of(occurrence.id),
                due_at=moment,
                expires_at=expires_at,
            )


def _moments(occurrence: Occurrence, now: datetime) -> list[tuple[int, datetime]]:
    timezone = occurrence.organization.timezone
    if not occurrence.is_check:
        return reminder_moments(occurrence.due_on, timezone, all_three=occurrence.reminds)
    # The question comes in the last week of the term, with time enough to answer it.
    (days, moment) = reminder_moments(occurrence.due_on, timezone)[1]
    return [(days, max(moment, now))]


def renew_reminders(session: Session, occurrence: Occurrence, now: datetime) -> None:
    """Take back what was owed about the duty and owe it anew: its day or its people have changed."""
    renew_many(session, (occurrence,), now)


def renew_many(session: Session, occurrences: Collection[Occurrence], now: datetime) -> None:
    """`renew_reminders` of many at once."""
    outbox.cancel_topics(session, [topic_of(one.id) for one in occurrences], now=now)
    for one in occurrences:
        if one.status == OccurrenceStatus.UPCOMING:
            open_if_time(one, now)
    owe_made(session, occurrences, now)


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
