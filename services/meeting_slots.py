"""Which times are offered for the next meeting of a pair: convenient for everybody in it, outside of lessons,
nights, days off, holidays and whatever is planned already (issue 5, N-1.4).

`rank` is pure; `suggest` reads what it needs of the members.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Meeting, Mentorship
from services import meeting_views, member_times
from services.access import Actor
from services.meeting_times import DAYS_AHEAD, resolve_local
from services.meeting_views import OPEN_STATUSES
from services.member_times import USUAL, MemberTimes, Span
from services.quiet_hours import SUNDAY
from services.working_days import is_holiday

COUNT = 6
MINUTES = 60
NEAR_DAYS = 14
LEAD = timedelta(hours=1)
"""Nobody is asked about a meeting that begins sooner."""
PER_DAY = 2
APART = timedelta(hours=2)
"""Two times offered on one day are so far from each other."""
FIRST_MINUTE, LAST_MINUTE, STEP = 6 * 60, 22 * 60, 30
ANY_TIME: dict[int, tuple[Span, ...]] = dict.fromkeys(range(5), ((0, 24 * 60),))


@dataclass(frozen=True, slots=True)
class Slot:
    """A time that is offered, in UTC, and for how long the meeting is meant."""

    starts_at: datetime
    minutes: int


@dataclass(frozen=True, slots=True)
class Suggestions:
    """`is_widened`: there is no time that everybody called convenient, these are the nearest that are free.
    `is_later`: nothing is free in the next two weeks.
    """

    slots: tuple[Slot, ...]
    is_widened: bool = False
    is_later: bool = False


def suggest(
    session: Session,
    actor: Actor,
    mentorship_id: int,
    *,
    now: datetime,
    count: int = COUNT,
    minutes: int = MINUTES,
    except_id: int | None = None,
) -> tuple[Slot, ...]:
    """Times for the next meeting of one's pair, the earliest first. `except_id`: the meeting to be moved,
    which does not stand in its own way. Raises NotAllowed, NoLongerCurrent, MemberPaused.
    """
    return suggestions(
        session, actor, mentorship_id, now=now, count=count, minutes=minutes, except_id=except_id
    ).slots


def suggestions(
    session: Session,
    actor: Actor,
    mentorship_id: int,
    *,
    now: datetime,
    count: int = COUNT,
    minutes: int = MINUTES,
    except_id: int | None = None,
) -> Suggestions:
    """The same, and whether the times are those that everybody wished for. Raises as `suggest` does."""
    mentorship = meeting_views.active_pair(session, actor, mentorship_id)
    people = members_of(session, mentorship, now=now, except_id=except_id)
    return rank(people, actor.timezone, minutes=minutes, now=now, count=count)


def members_of(
    session: Session, mentorship: Mentorship, *, now: datetime, except_id: int | None = None
) -> list[MemberTimes]:
    """What is known of everybody in the pair, with what is planned. A proposal to this pair that nobody
    answered yet is no time for another one, nor is the old time of a meeting that is moved.
    """
    until = now + timedelta(days=DAYS_AHEAD + 2)
    own = _own_meetings(session, mentorship.id, now)
    people = []
    for member in mentorship.members:
        person_id = member.membership.person_id
        planned = meeting_views.busy(session, person_id, now - timedelta(days=1), until, except_id=except_id)
        known = member_times.times_of(session, member.membership)
        taken = tuple((start, end) for start, end, _ in planned)
        people.append(
            MemberTimes(
                known.timezone,
                known.quiet,
                known.windows,
                known.windows_are_own,
                known.lessons,
                (*taken, *own),
            )
        )
    return people


def _own_meetings(
    session: Session, mentorship_id: int, now: datetime
) -> tuple[tuple[datetime, datetime], ...]:
    query = select(Meeting).where(
        Meeting.mentorship_id == mentorship_id,
        Meeting.status.in_(OPEN_STATUSES),
        Meeting.starts_at > now - timedelta(days=1),
    )
    return tuple((one.starts_at, one.ends_at) for one in session.scalars(query))


def rank(
    people: Sequence[MemberTimes], timezone: str, *, minutes: int = MINUTES, now: datetime, count: int = COUNT
) -> Suggestions:
    """The best free times in the reader's time zone, by time: on convenient hours of the next two weeks if
    there are any, then on usual hours, then on any hour, then later. Spread over the days.
    """
    attempts = (
        (NEAR_DAYS, None),
        (NEAR_DAYS, USUAL),
        (NEAR_DAYS, ANY_TIME),
        (DAYS_AHEAD, None),
        (DAYS_AHEAD, ANY_TIME),
    )
    for days, widened in attempts:
        found = _spread(people, timezone, minutes, now, count, days, widened)
        if found:
            is_widened = widened is not None and any(one.windows_are_own for one in people)
            return Suggestions(tuple(found), is_widened, days != NEAR_DAYS)
    return Suggestions(())


def _spread(
    people: Sequence[MemberTimes],
    timezone: str,
    minutes: int,
    now: datetime,
    count: int,
    days: int,
    widened: dict[int, tuple[Span, ...]] | None,
) -> list[Slot]:
    """One time a day, and a second one on the nearest days, until there are enough."""
    today = now.astimezone(ZoneInfo(timezone)).date()
    by_day: list[list[Slot]] = []
    for ahead in range(days + 1):
        day = today + timedelta(days=ahead)
        of_day = _best_of_day(people, day, timezone, minutes, now, widened)
        if of_day:
            by_day.append(of_day)
        if len(by_day) >= count:
            break
    firsts = [of_day[0] for of_day in by_day]
    seconds = [one for of_day in by_day for one in of_day[1:]]
    # The same hour on six days is little of a choice: the nearest days have a second time.
    several = -(-count * 2 // 3)
    chosen = [*firsts[:several], *seconds, *firsts[several:]][:count]
    return sorted(chosen, key=lambda one: one.starts_at)


def _best_of_day(
    people: Sequence[MemberTimes],
    day: date,
    timezone: str,
    minutes: int,
    now: datetime,
    widened: dict[int, tuple[Span, ...]] | None,
) -> list[Slot]:
    wished = _after_lessons(people, day, timezone)
    free = [
        start
        for start in _candidates(people, day, timezone)
        if start >= now + LEAD and all(is_free(one, start, minutes, widened) for one in people)
    ]
    ordered = sorted(free, key=lambda start: (wished is not None and start < wished, start))
    chosen: list[datetime] = []
    for start in ordered:
        if len(chosen) < PER_DAY and all(abs(start - other) >= APART for other in chosen):
            chosen.append(start)
    return [Slot(start, minutes) for start in chosen]


def _candidates(people: Sequence[MemberTimes], day: date, timezone: str) -> set[datetime]:
    """Every hour and half hour of the day that exists, and the ends of the last lessons."""
    found = set()
    for minute in range(FIRST_MINUTE, LAST_MINUTE, STEP):
        moment = resolve_local(day, time(*divmod(minute, 60)), timezone)
        if moment.astimezone(ZoneInfo(timezone)).minute % STEP == 0:
            found.add(moment)
    found.update(_ends_of_lessons(people, day, timezone))
    return found


def _ends_of_lessons(people: Sequence[MemberTimes], day: date, timezone: str) -> Iterator[datetime]:
    """When the last lessons end on this day of the reader: far in the east it is the day after already."""
    zone = ZoneInfo(timezone)
    for hours in (hours for one in people for hours in one.lessons):
        for there in (day - timedelta(days=1), day, day + timedelta(days=1)):
            if spans := hours.on(there):
                midnight = datetime.combine(there, time(0), ZoneInfo(hours.timezone))
                ends = (midnight + timedelta(minutes=max(end for _, end in spans))).astimezone(UTC)
                if ends.astimezone(zone).date() == day:
                    yield ends


def _after_lessons(people: Sequence[MemberTimes], day: date, timezone: str) -> datetime | None:
    """When the last lesson of the last of them is over."""
    return max(_ends_of_lessons(people, day, timezone), default=None)


def is_free(
    one: MemberTimes, start: datetime, minutes: int, widened: dict[int, tuple[Span, ...]] | None = None
) -> bool:
    """Whether a member has nothing against a meeting from this moment on."""
    end = start + timedelta(minutes=minutes)
    return (
        _is_convenient(one, start, end, widened)
        and not is_day_off(one, start)
        and not any(start < until and since < end for since, until in one.busy)
        and not _is_quiet(one, start, minutes)
    )


def _is_convenient(
    one: MemberTimes, start: datetime, end: datetime, widened: dict[int, tuple[Span, ...]] | None
) -> bool:
    zone = ZoneInfo(one.timezone)
    first, last = start.astimezone(zone), end.astimezone(zone)
    windows = one.windows if widened is None else widened
    since = first.hour * 60 + first.minute
    until = since + int((end - start) / timedelta(minutes=1))
    # The night of a change of clocks is nobody's time for meetings; by day both clocks agree.
    if last.date() != first.date() and until < 24 * 60:
        return False
    return any(start <= since and until <= finish for start, finish in windows.get(first.weekday(), ()))


def is_day_off(one: MemberTimes, moment: datetime) -> bool:
    """Whether it is a Sunday, a public holiday or a day of the school's holidays where the member is.
    Saturdays are theirs to open.
    """
    day = moment.astimezone(ZoneInfo(one.timezone)).date()
    if day.weekday() == SUNDAY or is_holiday(day):
        return True
    return any(first <= day <= last for hours in one.lessons for first, last in hours.breaks)


def _is_quiet(one: MemberTimes, start: datetime, minutes: int) -> bool:
    """Night or a lesson at any time of the meeting; both begin and end on whole five minutes at most."""
    return any(
        one.quiet.holds(start + timedelta(minutes=passed)) for passed in (*range(0, minutes, 5), minutes - 1)
    )
