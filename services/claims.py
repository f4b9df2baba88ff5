"""Which of the messages owed are sent now: the urgent first, none by night or in a lesson that can wait,
none that is told by a later one.

The delivery loop claims a batch; what becomes of each row then is recorded by the steps of `services.outbox`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import and_, select, update
from sqlalchemy.orm import Session

from models import (
    Lesson,
    LessonBell,
    Membership,
    MembershipStatus,
    Notification,
    NotificationStatus,
    Organization,
    Person,
    SchoolBreak,
)
from models.delivery import Urgency
from services.outbox import LEASE, PENDING, may_send
from services.quiet_hours import LessonHours, QuietHours

CLAIM_ROUNDS = 20
"""So many batches in which nothing is left to be sent are cleared away in one claim."""


@dataclass(frozen=True, slots=True)
class Due:
    """A claimed row, ready to be worded and sent. `lateness` is how long after its time it goes out, or
    after it came to be owed where that was later: what a tick finds out late is not late news.
    """

    id: int
    kind: str
    payload: dict[str, Any]
    chat_id: int
    person_id: int | None
    language: str | None
    timezone: str
    due_at: datetime
    lateness: timedelta
    attempts: int
    is_repeat: bool


def claim(
    session: Session, owner: str, *, now: datetime, limit: int = 100, lease: timedelta = LEASE
) -> list[Due]:
    """Lease due rows to a worker, urgent first, and return those that are to be sent now.

    Rows past their time are dropped, rows told by a later one of the same topic are superseded, and rows
    that fall into the quiet hours or a lesson of their reader wait until these are over. Returns
    nothing while a pause asked for by Telegram lasts.
    """
    if not may_send(session, now):
        return []
    for _ in range(CLAIM_ROUNDS):
        claimed, seen = _claim_batch(session, owner, now, limit, lease)
        if claimed or seen < limit:
            return claimed
    return []


def _claim_batch(
    session: Session, owner: str, now: datetime, limit: int, lease: timedelta
) -> tuple[list[Due], int]:
    """The rows to be sent, and how many were looked at."""
    rows = _due_rows(session, now, limit)
    readers = _readers(session, {row.person_id for row in rows if row.person_id is not None}, now)
    latest = _latest_of_topics(session, rows, now)
    claimed: list[Due] = []
    changes: dict[NotificationStatus, list[int]] = {}
    for row in rows:
        verdict, due = _judge(row, readers.get(row.person_id or 0), latest, now)
        if isinstance(verdict, datetime):
            row.due_at = verdict
            continue
        changes.setdefault(verdict, []).append(row.id)
        if due is not None:
            claimed.append(due)
    session.flush()
    for status, ids in changes.items():
        _mark(session, ids, status, owner, now, lease)
    return claimed, len(rows)


def _due_rows(session: Session, now: datetime, limit: int) -> list[Notification]:
    rows: list[Notification] = []
    for urgency in Urgency:
        if len(rows) >= limit:
            break
        query = (
            select(Notification)
            .where(PENDING, Notification.urgency == int(urgency), Notification.due_at <= now)
            .order_by(Notification.due_at)
            .limit(limit - len(rows))
        )
        if session.get_bind().dialect.name == "postgresql":
            query = query.with_for_update(skip_locked=True)
        rows.extend(session.scalars(query))
    return rows


@dataclass(frozen=True, slots=True)
class _Reader:
    chat_id: int | None
    language: str | None
    is_reachable: bool
    quiet: QuietHours


def _readers(session: Session, person_ids: Collection[int], now: datetime) -> dict[int, _Reader]:
    if not person_ids:
        return {}
    lessons = _lessons(session, person_ids, now)
    # The same school as `access` takes the clock of: the first where they are still.
    home = (
        select(Membership.organization_id)
        .where(Membership.person_id == Person.id)
        .order_by(Membership.status != MembershipStatus.ACTIVE, Membership.id)
        .limit(1)
        .correlate(Person)
        .scalar_subquery()
    )
    query = (
        select(
            Person.id,
            Person.chat_id,
            Person.language,
            Person.timezone,
            Person.blocked_at,
            Person.frozen_at,
            Organization.timezone,
            Organization.quiet_from_hour,
            Organization.quiet_until_hour,
        )
        .outerjoin(Organization, Organization.id == home)
        .where(Person.id.in_(person_ids))
    )
    return {row[0]: _reader(row, lessons.get(row[0], ())) for row in session.execute(query)}


def _lessons(
    session: Session, person_ids: Collection[int], now: datetime
) -> dict[int, tuple[LessonHours, ...]]:
    """The lessons around now of those who have some, in one query: most have none, and the night ends the
    day's.
    """
    near = [now.date() + timedelta(days=days) for days in (-1, 0, 1)]
    in_break = and_(
        SchoolBreak.organization_id == Membership.organization_id,
        SchoolBreak.starts_on <= near[-1],
        SchoolBreak.ends_on >= near[0],
    )
    bell = and_(LessonBell.organization_id == Membership.organization_id, LessonBell.number == Lesson.number)
    query = (
        select(
            Membership.person_id,
            Organization.id,
            Organization.timezone,
            Lesson.weekday,
            LessonBell.from_minute,
            LessonBell.until_minute,
            SchoolBreak.starts_on,
            SchoolBreak.ends_on,
        )
        .join(Membership, Membership.id == Lesson.membership_id)
        .join(Organization, Organization.id == Membership.organization_id)
        .join(LessonBell, bell)
        .outerjoin(SchoolBreak, in_break)
        .where(
            Membership.person_id.in_(person_ids),
            Membership.status == MembershipStatus.ACTIVE,
            Lesson.weekday.in_({day.weekday() for day in near}),
        )
    )
    found: dict[int, dict[tuple[int, str], tuple[set[tuple[int, int, int]], set[tuple[date, date]]]]] = {}
    for person_id, school_id, zone, weekday, start, end, first, last in session.execute(query):
        spans, breaks = found.setdefault(person_id, {}).setdefault((school_id, zone), (set(), set()))
        spans.add((weekday, start, end))
        if first is not None:
            breaks.add((first, last))
    return {
        person_id: tuple(
            LessonHours(zone, tuple(sorted(spans)), tuple(sorted(breaks)))
            for (_, zone), (spans, breaks) in by_school.items()
        )
        for person_id, by_school in found.items()
    }


def _reader(row: Any, lessons: tuple[LessonHours, ...]) -> _Reader:
    _, chat_id, language, own_zone, blocked_at, frozen_at, school_zone, quiet_from, quiet_until = row
    zone = own_zone or school_zone or "Europe/Moscow"
    quiet = QuietHours(
        zone,
        20 if quiet_from is None else quiet_from,
        8 if quiet_until is None else quiet_until,
        lessons,
    )
    return _Reader(chat_id, language, chat_id is not None and blocked_at is None and frozen_at is None, quiet)


def _latest_of_topics(
    session: Session, rows: Iterable[Notification], now: datetime
) -> dict[tuple[int, str], int]:
    """Of several due rows of one person and topic, the one that is due last: the others are told by it."""
    told = [row for row in rows if row.topic and row.person_id is not None]
    if not told:
        return {}
    people, topics = {row.person_id for row in told}, {row.topic for row in told}
    due = session.execute(
        select(Notification.person_id, Notification.topic, Notification.id)
        .where(
            PENDING,
            Notification.person_id.in_(people),
            Notification.topic.in_(topics),
            Notification.due_at <= now,
        )
        .order_by(Notification.due_at, Notification.id)
    )
    return {(person_id, topic): row_id for person_id, topic, row_id in due if person_id and topic}


def _judge(
    row: Notification, reader: _Reader | None, latest: dict[tuple[int, str], int], now: datetime
) -> tuple[NotificationStatus | datetime, Due | None]:
    """What becomes of a due row: its new status (and the message to send), or the moment until which it
    waits.
    """
    if row.expires_at is not None and row.expires_at <= now:
        return NotificationStatus.DROPPED, None
    if row.person_id is not None and (reader is None or not reader.is_reachable):
        return NotificationStatus.DROPPED, None
    if row.topic and latest.get((row.person_id or 0, row.topic), row.id) != row.id:
        return NotificationStatus.SUPERSEDED, None
    if reader is not None and row.urgency != Urgency.URGENT and reader.quiet.holds(now):
        opened = reader.quiet.next_open(now)
        # By night whoever owes it has chosen so; a lesson nobody foresaw must not swallow a reminder.
        if row.expires_at is None or opened < row.expires_at or reader.quiet.is_night(now):
            return opened, None
    return NotificationStatus.CLAIMED, _due(row, reader, now)


def _due(row: Notification, reader: _Reader | None, now: datetime) -> Due:
    chat_id = reader.chat_id if reader else row.chat_id
    return Due(
        id=row.id,
        kind=row.kind,
        payload=row.payload,
        chat_id=chat_id or 0,
        person_id=row.person_id,
        language=reader.language if reader else None,
        timezone=reader.quiet.timezone if reader else "Europe/Moscow",
        due_at=row.due_at,
        lateness=now - max(row.due_at, row.created_at),
        attempts=row.attempts + 1,
        is_repeat=row.is_repeat,
    )


def _mark(
    session: Session, ids: list[int], status: NotificationStatus, owner: str, now: datetime, lease: timedelta
) -> None:
    leased = status == NotificationStatus.CLAIMED
    values: dict[str, Any] = {"status": status}
    values |= {"owner": owner, "leased_until": now + lease} if leased else {"settled_at": now}
    session.execute(
        update(Notification)
        .where(Notification.id.in_(ids))
        .values(**values)
        .execution_options(synchronize_session=False)
    )
