"""When each person is reminded of a meeting, by their own choice and in their own time zone (N-1.4, L-5-4).

Owes reminders and takes them back; how they read is decided when they are sent. Knows nothing of the question
afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from models import (
    Meeting,
    MeetingStatus,
    Membership,
    Mentorship,
    MentorshipMember,
    MentorshipStatus,
    Notification,
    NotificationStatus,
    Person,
)
from models.delivery import Urgency
from services import numbered_keys, outbox
from services.meeting_answers import comes
from services.meeting_times import resolve_local
from services.member_times import quiet_hours_of
from services.quiet_hours import QuietHours

KIND = "meetings.reminder"
DAY = 24 * 60
CHOICES = (7 * DAY, 2 * DAY, DAY, 180, 60, 15)
"""How long before a meeting one may be reminded, in minutes."""
USUAL = (DAY, 60)
"""What everybody has who chose nothing."""
LATEST_USE = timedelta(minutes=15)
"""A reminder that comes later than this before the start is of no use."""
EARLIER_AT_MOST = timedelta(hours=3)
"""So much earlier than wished a reminder may come, so as not to disturb a lesson or the night."""


@dataclass(frozen=True, slots=True)
class PlannedReminder:
    """One reminder: how many minutes before the start it was wished, when it comes, and whether it may
    break the quiet hours.
    """

    minutes: int
    due_at: datetime
    urgency: Urgency


def wishes(person: Person) -> tuple[int, ...]:
    """How many minutes before a meeting the person wants to be reminded, the longest first."""
    chosen = USUAL if person.reminder_minutes is None else person.reminder_minutes
    return tuple(sorted((one for one in chosen if one in CHOICES), reverse=True))


def plan(
    starts_at: datetime, minutes: Iterable[int], quiet: QuietHours, *, now: datetime
) -> list[PlannedReminder]:
    """The reminders that still help, the earliest first (N-1.4).

    Whole days before: at the same time of the local clock so many days earlier, even where the clocks were
    changed in between (in a gap: the first time after it). Hours and minutes before: in real time.

    What falls into quiet hours or lessons waits for their end. Where that is later than 15 minutes before the
    start, a reminder of hours and minutes comes just before the quiet time begins, up to three hours earlier;
    where there is no such moment, at its time even so. A reminder of days is left out then. What would have
    come already is left out, and of several at one moment all but the nearest to the start.
    """
    found: dict[datetime, PlannedReminder] = {}
    for wished in sorted(set(minutes), reverse=True):
        if (one := _planned(starts_at, wished, quiet, now)) is not None:
            found[one.due_at] = one
    return sorted(found.values(), key=lambda one: one.due_at)


def _planned(starts_at: datetime, minutes: int, quiet: QuietHours, now: datetime) -> PlannedReminder | None:
    wished = _wished(starts_at, minutes, quiet.timezone)
    opened = quiet.next_open(wished)
    if now < opened <= starts_at - LATEST_USE:
        return PlannedReminder(minutes, opened, Urgency.NORMAL)
    if wished <= now or minutes >= DAY:
        return None
    # Urgent: what comes late must not wait for the morning after the meeting.
    return PlannedReminder(minutes, _open_before(wished, quiet, now) or wished, Urgency.URGENT)


def _wished(starts_at: datetime, minutes: int, timezone: str) -> datetime:
    if minutes % DAY:
        return (starts_at - timedelta(minutes=minutes)).astimezone(UTC)
    local = starts_at.astimezone(ZoneInfo(timezone))
    day = local.date() - timedelta(days=minutes // DAY)
    return resolve_local(day, local.time(), timezone)


def _open_before(wished: datetime, quiet: QuietHours, now: datetime) -> datetime | None:
    """The last minute before the quiet time that holds the wished moment, if it is near and to come."""
    moment = wished
    while wished - moment < EARLIER_AT_MOST:
        moment -= timedelta(minutes=1)
        if moment <= now:
            return None
        if not quiet.holds(moment):
            return moment
    return None


def owe(session: Session, meeting: Meeting, membership: Membership, now: datetime) -> None:
    """Owe a person the reminders of a confirmed meeting. What was owed before stays as it is; what was taken
    back is owed anew.
    """
    person = membership.person
    begins_at = _begins_at(meeting, now)
    for planned in plan(begins_at, wishes(person), quiet_hours_of(session, membership), now=now):
        stem = _stem(meeting, planned.minutes, person.id)
        earlier = numbered_keys.history(session, stem)
        if any(status != NotificationStatus.CANCELLED for status, _ in earlier):
            continue
        outbox.notify(
            session,
            kind=KIND,
            key=numbered_keys.key(stem, len(earlier)),
            person_id=person.id,
            payload={"meeting_id": meeting.id, "minutes": planned.minutes},
            topic=_topic(meeting),
            due_at=planned.due_at,
            expires_at=begins_at,
            urgency=planned.urgency,
            now=now,
        )


def _begins_at(meeting: Meeting, now: datetime) -> datetime:
    """A visit to a lesson begins with the talk before it, which may be hours earlier."""
    talk = meeting.lesson_visit.before_at if meeting.lesson_visit else None
    return talk if talk is not None and now < talk < meeting.starts_at else meeting.starts_at


def renew(session: Session, person_id: int, *, now: datetime) -> None:
    """Plan anew what a person is owed before their coming meetings: they chose otherwise, or their time zone
    or lessons are others now. What was sent already is not sent again.
    """
    coming = [(one, membership) for one, membership in session.execute(_coming(person_id, now))]
    owed = _owed(session, [meeting for meeting, _ in coming], person_id)
    for meeting, membership in coming:
        takes_part = bool(comes(meeting, person_id))
        # Who ticks a whole week of lessons changes few of the reminders: the others keep their rows.
        if not owed.get(_topic(meeting), set()) <= (
            _moments(session, meeting, membership, now) if takes_part else set()
        ):
            outbox.cancel_topics(session, [_topic(meeting)], (KIND,), person_id=person_id, now=now)
        if takes_part:
            owe(session, meeting, membership, now)


def _moments(
    session: Session, meeting: Meeting, membership: Membership, now: datetime
) -> set[tuple[int, datetime, int]]:
    quiet = quiet_hours_of(session, membership)
    planned = plan(_begins_at(meeting, now), wishes(membership.person), quiet, now=now)
    return {(one.minutes, one.due_at, int(one.urgency)) for one in planned}


def _owed(
    session: Session, meetings: Sequence[Meeting], person_id: int
) -> dict[str, set[tuple[int, datetime, int]]]:
    """The reminders that are still to be sent, by the topic of the meeting."""
    topics = [_topic(one) for one in meetings]
    found: dict[str, set[tuple[int, datetime, int]]] = {}
    for start in range(0, len(topics), outbox.TOPICS_AT_ONCE):
        pending = select(Notification).where(
            Notification.topic.in_(topics[start : start + outbox.TOPICS_AT_ONCE]),
            Notification.kind == KIND,
            Notification.person_id == person_id,
            Notification.status == NotificationStatus.PENDING,
        )
        for row in session.scalars(pending):
            mark = (int(row.payload["minutes"]), row.due_at, int(row.urgency))
            found.setdefault(row.topic or "", set()).add(mark)
    return found


def renew_all(session: Session, organization_id: int, *, now: datetime) -> None:
    """The same for everybody of a school who has a meeting to come: its clock, quiet hours, bells or holidays
    are others now.
    """
    people = (
        select(Membership.person_id)
        .join(MentorshipMember, MentorshipMember.membership_id == Membership.id)
        .join(Meeting, Meeting.mentorship_id == MentorshipMember.mentorship_id)
        .where(
            # Lessons at a second school disturb the meetings of the first.
            Membership.person_id.in_(
                select(Membership.person_id).where(Membership.organization_id == organization_id)
            ),
            Meeting.status == MeetingStatus.CONFIRMED,
            Meeting.starts_at > now,
        )
        .distinct()
    )
    for person_id in session.scalars(people).all():
        renew(session, person_id, now=now)


def _coming(person_id: int, now: datetime) -> Select[Meeting, Membership]:
    return (
        select(Meeting, Membership)
        .join(Mentorship, Mentorship.id == Meeting.mentorship_id)
        .join(MentorshipMember, MentorshipMember.mentorship_id == Mentorship.id)
        .join(Membership, Membership.id == MentorshipMember.membership_id)
        .where(
            Membership.person_id == person_id,
            Mentorship.status == MentorshipStatus.ACTIVE,
            Meeting.status == MeetingStatus.CONFIRMED,
            Meeting.starts_at > now,
        )
        .order_by(Meeting.starts_at)
    )


def _stem(meeting: Meeting, minutes: int, person_id: int) -> str:
    return f"meeting:{meeting.id}:before:{minutes}:{person_id}"


def _topic(meeting: Meeting) -> str:
    return f"meeting:{meeting.id}"
