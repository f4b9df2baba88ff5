"""What time brings to duties: they open, come near, are late, and come again the next school year.

Each tick does a bounded piece in its transaction and says how much; whoever calls it calls again while there
is more. The calendar is that of each organisation, so the queries ask by time zone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session, contains_eager, selectinload

from models import AlertKind, Occurrence, OccurrenceStatus, Organization, Roadmap, RoadmapStatus, Role
from services import alerts, roadmaps
from services.duty_reminders import (
    WORKING_MORNING,
    cause_of,
    cause_of_near,
    end_of_due_day,
    latest_open,
    open_if_time,
    owe_opened,
    tell_responsible,
    topic_of,
)

BATCH = 50
"""So many duties in one transaction: a thousand may fall due on the same morning, and people want to write in
between.
"""
PLANS_AT_ONCE = 10
_SUMMER = 8
_MORNING = timedelta(hours=WORKING_MORNING.hour)


def _local_days(session: Session, now: datetime, shift: timedelta) -> Iterator[tuple[str, int, date]]:
    """(time zone, days counted as near, the local day that it was `shift` ago) of all organisations."""
    query = select(Organization.timezone, Organization.duty_near_days).distinct()
    for timezone, near in session.execute(query):
        yield timezone, near, (now.astimezone(ZoneInfo(timezone)) - shift).date()


def _batch(session: Session, *conditions: ColumnElement[bool]) -> list[Occurrence]:
    query = (
        select(Occurrence)
        .join(Occurrence.organization)
        .where(*conditions)
        .options(contains_eager(Occurrence.organization), selectinload(Occurrence.responsible))
        .order_by(Occurrence.due_on, Occurrence.id)
        .limit(BATCH)
    )
    return list(session.scalars(query).all())


def tick_opening(session: Session, *, now: datetime) -> int:
    """A tick: what begins, or is to be reminded of for the first time today, is open now, and its reminders
    are owed. Returns how many duties opened.
    """
    days = list(_local_days(session, now, timedelta(0)))
    if not days:
        return 0
    by_place = [and_(Organization.timezone == timezone, _begun(day)) for timezone, _, day in days]
    anywhere = _begun(max(day for _, _, day in days))
    found = _batch(session, Occurrence.status == OccurrenceStatus.UPCOMING, anywhere, or_(*by_place))
    opened = [occurrence for occurrence in found if open_if_time(occurrence, now)]
    owe_opened(session, opened, now)
    return len(opened)


def _begun(day: date) -> ColumnElement[bool]:
    return or_(Occurrence.due_on <= latest_open(day), Occurrence.starts_on <= day)


def tick_near(session: Session, *, now: datetime) -> int:
    """A tick: some days before the day (a setting) the curators learn what is still undone, unless it is
    theirs and they are reminded anyway. Returns how many duties it looked at.
    """
    days = list(_local_days(session, now, _MORNING))
    if not days:
        return 0
    latest = max(day + timedelta(days=near) for _, near, day in days)
    by_place = [
        and_(
            Organization.timezone == timezone,
            Organization.duty_near_days == near,
            Occurrence.due_on <= day + timedelta(days=near),
        )
        for timezone, near, day in days
    ]
    found = _batch(
        session,
        Occurrence.status == OccurrenceStatus.OPEN,
        Occurrence.due_on <= latest,
        Occurrence.reminds.is_(True),
        Occurrence.near_told.is_(False),
        or_(*by_place),
    )
    for occurrence in found:
        _tell_near(session, occurrence, now)
    return len(found)


def _tell_near(session: Session, occurrence: Occurrence, now: datetime) -> None:
    occurrence.near_told = True
    curators = set(alerts.people_in_role(session, occurrence.organization_id, Role.CURATOR))
    if curators & {one.id for one in occurrence.responsible}:
        return
    alerts.raise_alert(
        session,
        organization_id=occurrence.organization_id,
        kind=AlertKind.DUTY_NEAR,
        cause=cause_of_near(occurrence.id),
        subject={"occurrence_id": occurrence.id},
        since=now,
        now=now,
    )


def tick_overdue(session: Session, *, now: datetime) -> int:
    """A tick: on the morning after the due day, an undone duty is overdue and the curators learn of it.

    Unanswered, the alert climbs to the head and on to the coordinator (`services.alerts.wake`). A question
    about a continuous duty that nobody answered is reported to them as well, but nobody is told that it is
    late. Returns how many became overdue.
    """
    days = list(_local_days(session, now, _MORNING))
    if not days:
        return 0
    latest = max(day for _, _, day in days)
    by_place = [and_(Organization.timezone == timezone, Occurrence.due_on < day) for timezone, _, day in days]
    undone = Occurrence.status.in_((OccurrenceStatus.UPCOMING, OccurrenceStatus.OPEN))
    found = _batch(session, undone, Occurrence.due_on < latest, or_(*by_place))
    for occurrence in found:
        _report_overdue(session, occurrence, now)
    return len(found)


def _report_overdue(session: Session, occurrence: Occurrence, now: datetime) -> None:
    occurrence.status = OccurrenceStatus.OVERDUE
    session.flush()
    if occurrence.near_told:
        alerts.resolve_cause(session, cause_of_near(occurrence.id), "overdue", by_id=None, now=now)
    alerts.raise_alert(
        session,
        organization_id=occurrence.organization_id,
        kind=AlertKind.DUTY_OVERDUE,
        cause=cause_of(occurrence.id),
        subject={"occurrence_id": occurrence.id},
        since=end_of_due_day(occurrence),
        now=now,
    )
    told = set(alerts.people_in_role(session, occurrence.organization_id, Role.CURATOR))
    if {one.id for one in occurrence.responsible} <= told:
        return
    # A duty that was moved may be late for a second time.
    key = f"duty:{occurrence.id}:late:{occurrence.due_on.isoformat()}"
    tell_responsible(session, occurrence, "roadmap.late", key, now, topic=topic_of(occurrence.id))


def tick_new_year(session: Session, *, now: datetime) -> int:
    """A tick: when a school year begins, what recurs gets its duties for it by itself, unless a newer plan
    has taken the place of this one. Returns how many plans it looked at.
    """
    year = now.year if now.month >= _SUMMER else now.year - 1
    query = select(Roadmap).where(Roadmap.status == RoadmapStatus.APPROVED, Roadmap.made_for < year)
    ended = session.scalars(query.order_by(Roadmap.id).limit(PLANS_AT_ONCE)).all()
    for roadmap in ended:
        roadmaps.make_again(session, roadmap, year, now=now)
    return len(ended)
