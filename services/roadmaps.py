"""The roadmap: a plan with dated duties, the reminders before the day, and what follows when it is over.

A due date is a local calendar day of the organisation, inclusive: due on the 25th means late on the 26th.
Source of the rules: N-3.3-4, L-O-2, L-O-3a. Knows nothing of how a duty is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models import (
    AlertKind,
    Occurrence,
    OccurrenceStatus,
    Organization,
    Roadmap,
    RoadmapItem,
    Role,
)
from services import access, alerts, outbox
from services.access import Actor
from services.errors import NoLongerCurrent

REMINDER_DAYS = (14, 7, 1)
OPENS_BEFORE = timedelta(days=14)
WORKING_MORNING = time(9)
_SATURDAY = 5
_WESTERNMOST_AHEAD = timedelta(hours=14)
"""No place on Earth is further ahead of UTC: what is not due there is due nowhere."""


@dataclass(frozen=True, slots=True)
class NewItem:
    """One row of a plan that is to be stored. `deadline_phrase` is kept as it stands in the document."""

    number: str
    section: str
    activity: str
    deadline_phrase: str
    expected_result: str
    due_on: date
    responsible_id: int
    starts_on: date | None = None


def create_roadmap(
    session: Session,
    organization_id: int,
    title: str,
    school_year: str,
    items: Sequence[NewItem],
    *,
    now: datetime,
) -> int:
    """Store a plan with a dated duty for every row, and owe its reminders (N-3.4-4). Returns its id."""
    organization = session.get_one(Organization, organization_id)
    roadmap = Roadmap(organization=organization, title=title, school_year=school_year, created_at=now)
    session.add(roadmap)
    for position, new in enumerate(items):
        _add_item(session, roadmap, position, new, now)
    session.flush()
    return roadmap.id


def _add_item(session: Session, roadmap: Roadmap, position: int, new: NewItem, now: datetime) -> None:
    item = RoadmapItem(
        roadmap=roadmap,
        position=position,
        number=new.number,
        section=new.section,
        activity=new.activity,
        deadline_phrase=new.deadline_phrase,
        expected_result=new.expected_result,
    )
    occurrence = Occurrence(
        item=item,
        organization=roadmap.organization,
        responsible_id=new.responsible_id,
        status=OccurrenceStatus.UPCOMING,
        starts_on=new.starts_on,
        due_on=new.due_on,
    )
    session.add(occurrence)
    session.flush()
    _open_if_time(occurrence, now)
    owe_reminders(session, occurrence, now)


def approve(session: Session, actor: Actor, roadmap_id: int, *, now: datetime) -> None:
    """The head approves the plan (N-3.3-4). Raises NotAllowed, NoLongerCurrent."""
    roadmap = session.get(Roadmap, roadmap_id)
    if roadmap is None or roadmap.approved_at is not None:
        raise NoLongerCurrent
    access.require_role(actor, roadmap.organization_id, Role.HEAD)
    roadmap.approved_at = now
    access.record(
        session,
        "roadmap.approved",
        actor_id=actor.person_id,
        organization_id=roadmap.organization_id,
        subject_kind="roadmap",
        subject_id=roadmap.id,
        now=now,
    )


def reminder_moments(due_on: date, timezone: str) -> list[tuple[int, datetime]]:
    """(days before, moment in UTC) of each reminder: 09:00 local; instead of a weekend, the Friday before."""
    moments = []
    for days in REMINDER_DAYS:
        day = due_on - timedelta(days=days)
        day -= timedelta(days=max(day.weekday() - _SATURDAY + 1, 0))
        moments.append((days, _local(day, WORKING_MORNING, timezone)))
    return moments


def owe_reminders(session: Session, occurrence: Occurrence, now: datetime) -> None:
    """Owe the reminders that are still ahead, a fortnight, a week and a day before."""
    timezone = occurrence.organization.timezone
    for days, moment in reminder_moments(occurrence.due_on, timezone):
        if moment < now:
            continue
        outbox.notify(
            session,
            kind="roadmap.reminder",
            key=f"duty:{occurrence.id}:{days}:{occurrence.responsible_id}:{now.isoformat()}",
            person_id=occurrence.responsible_id,
            payload={"occurrence_id": occurrence.id},
            topic=topic_of(occurrence.id),
            due_at=moment,
            expires_at=_end_of_due_day(occurrence),
            now=now,
        )


def topic_of(occurrence_id: int) -> str:
    """What groups the messages about one duty: only the latest that is due is worth sending."""
    return f"duty:{occurrence_id}"


def cause_of(occurrence_id: int) -> str:
    """The cause of the alert about a duty that is late."""
    return f"duty-overdue:{occurrence_id}"


def _local(day: date, at: time, timezone: str) -> datetime:
    return datetime.combine(day, at, ZoneInfo(timezone)).astimezone(UTC)


def _end_of_due_day(occurrence: Occurrence) -> datetime:
    return _local(occurrence.due_on + timedelta(days=1), time(0), occurrence.organization.timezone)


def today_in(timezone: str, now: datetime) -> date:
    """The calendar day in a time zone."""
    return now.astimezone(ZoneInfo(timezone)).date()


def tick_opening(session: Session, *, now: datetime) -> int:
    """A tick: what begins, or is due within 14 days, is open now. Returns how many duties opened."""
    horizon = (now + _WESTERNMOST_AHEAD).date()
    query = select(Occurrence).where(
        Occurrence.status == OccurrenceStatus.UPCOMING,
        or_(Occurrence.due_on <= horizon + OPENS_BEFORE, Occurrence.starts_on <= horizon),
    )
    return sum(_open_if_time(occurrence, now) for occurrence in session.scalars(query).all())


def _open_if_time(occurrence: Occurrence, now: datetime) -> bool:
    today = today_in(occurrence.organization.timezone, now)
    begins = min(occurrence.starts_on or date.max, occurrence.due_on - OPENS_BEFORE)
    if today < begins:
        return False
    occurrence.status = OccurrenceStatus.OPEN
    return True


def tick_overdue(session: Session, *, now: datetime) -> int:
    """A tick: on the morning after the due day, an undone duty is overdue and the curators learn of it.

    Unanswered, the alert climbs to the head (`services.alerts.wake`). Returns how many duties became overdue.
    """
    query = select(Occurrence).where(
        Occurrence.status.in_((OccurrenceStatus.UPCOMING, OccurrenceStatus.OPEN)),
        Occurrence.due_on < (now + _WESTERNMOST_AHEAD).date(),
    )
    overdue = [one for one in session.scalars(query).all() if now >= _reported_at(one)]
    for occurrence in overdue:
        _report_overdue(session, occurrence, now)
    return len(overdue)


def _reported_at(occurrence: Occurrence) -> datetime:
    return _local(occurrence.due_on + timedelta(days=1), WORKING_MORNING, occurrence.organization.timezone)


def _report_overdue(session: Session, occurrence: Occurrence, now: datetime) -> None:
    occurrence.status = OccurrenceStatus.OVERDUE
    session.flush()
    alerts.raise_alert(
        session,
        organization_id=occurrence.organization_id,
        kind=AlertKind.DUTY_OVERDUE,
        cause=cause_of(occurrence.id),
        subject={"occurrence_id": occurrence.id},
        since=_end_of_due_day(occurrence),
        now=now,
    )
    curators = alerts.people_in_role(session, occurrence.organization_id, Role.CURATOR)
    if occurrence.responsible_id not in curators:
        key = f"duty:{occurrence.id}:late:{occurrence.responsible_id}"
        tell_responsible(session, occurrence, "roadmap.late", key, now, topic=topic_of(occurrence.id))


def tell_responsible(
    session: Session, occurrence: Occurrence, kind: str, key: str, now: datetime, topic: str | None = None
) -> bool:
    """Owe the responsible person a message about the duty. False when this `key` was owed before."""
    return outbox.notify(
        session,
        kind=kind,
        key=key,
        person_id=occurrence.responsible_id,
        payload={"occurrence_id": occurrence.id},
        topic=topic,
        due_at=now,
        now=now,
    )
