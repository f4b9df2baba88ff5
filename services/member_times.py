"""What is known of people when a meeting is planned: their convenient times, lessons, quiet hours, and the
bells and holidays of their school (N-1.4).

Only reads; who sets all that, and who may, is in services/availability.py. Minutes count from local midnight,
weekdays from Monday, 0. Knows nothing of meetings.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import ConvenientTime, Lesson, LessonBell, Membership, SchoolBreak
from services.quiet_hours import LessonHours, QuietHours

Span = tuple[int, int]
SATURDAY = 5
PARTS: dict[str, Span] = {
    "morning": (8 * 60, 12 * 60),
    "afternoon": (12 * 60, 17 * 60),
    "evening": (17 * 60, 20 * 60),
}
"""The parts of the day that a person taps."""
PROFILE_TIMES: dict[str, tuple[Collection[int], Span]] = {
    "weekday_morning": (range(5), PARTS["morning"]),
    "weekday_afternoon": (range(5), PARTS["afternoon"]),
    "weekday_evening": (range(5), PARTS["evening"]),
    "saturday": ((SATURDAY,), (9 * 60, 15 * 60)),
    "between_lessons": (range(5), (8 * 60, 15 * 60)),
}
"""What the answers to «when is it convenient» mean (list `time` of content/)."""
USUAL: dict[int, tuple[Span, ...]] = dict.fromkeys(range(5), ((14 * 60, 19 * 60),))
"""After lessons: of those who said nothing at all."""


@dataclass(frozen=True, slots=True)
class Bell:
    """From when until when the lesson of this number lasts."""

    number: int
    from_minute: int
    until_minute: int


@dataclass(frozen=True, slots=True)
class MemberTimes:
    """What is known of one member when a meeting is planned. `windows` are by weekday, in their own time
    zone. `busy`: moments that are taken already. `windows_are_own`: somebody said so, they are no guess.
    """

    timezone: str
    quiet: QuietHours
    windows: Mapping[int, tuple[Span, ...]]
    windows_are_own: bool = True
    lessons: tuple[LessonHours, ...] = ()
    busy: tuple[tuple[datetime, datetime], ...] = ()


def bells_of(session: Session, organization_id: int) -> tuple[Bell, ...]:
    """The bells of a school, by number; none when nobody has set them."""
    query = (
        select(LessonBell).where(LessonBell.organization_id == organization_id).order_by(LessonBell.number)
    )
    return tuple(Bell(row.number, row.from_minute, row.until_minute) for row in session.scalars(query))


def breaks_of(session: Session, organization_id: int) -> tuple[tuple[date, date], ...]:
    """The holidays of a school, from the first day to the last inclusive."""
    query = select(SchoolBreak.starts_on, SchoolBreak.ends_on).where(
        SchoolBreak.organization_id == organization_id
    )
    return tuple((first, last) for first, last in session.execute(query))


def lesson_hours_of(session: Session, membership: Membership) -> LessonHours:
    """The lessons of a member by the clock, with the holidays of the school; without bells there are none."""
    bells = {bell.number: bell for bell in bells_of(session, membership.organization_id)}
    rows = session.execute(
        select(Lesson.weekday, Lesson.number).where(Lesson.membership_id == membership.id)
    ).all()
    spans = sorted(
        (weekday, bells[number].from_minute, bells[number].until_minute)
        for weekday, number in rows
        if number in bells
    )
    return LessonHours(
        membership.organization.timezone, tuple(spans), breaks_of(session, membership.organization_id)
    )


def quiet_hours_of(session: Session, membership: Membership) -> QuietHours:
    """When a member is left alone: by night and in lessons, all those that the person has (N-1.4)."""
    school = membership.organization
    return QuietHours(
        membership.person.timezone or school.timezone,
        school.quiet_from_hour,
        school.quiet_until_hour,
        _all_lessons(session, membership),
    )


def _all_lessons(session: Session, membership: Membership) -> tuple[LessonHours, ...]:
    """Also those of another role or another school; who has paused or left teaches none there."""
    active = (one for one in membership.person.memberships if one.is_active)
    return tuple(hours for one in active if (hours := lesson_hours_of(session, one)).spans)


def times_of(session: Session, membership: Membership) -> MemberTimes:
    """What is known of a member when a meeting is planned, without what they have planned already."""
    rows = convenient_of(session, [membership.person_id]).get(membership.person_id, [])
    windows = _merged((row.weekday, row.from_minute, row.until_minute) for row in rows) or profile_windows(
        membership.profile
    )
    quiet = quiet_hours_of(session, membership)
    home = lesson_hours_of(session, membership)
    # The school's own calendar is kept even without lessons: its holidays count for everybody.
    lessons_too = (home, *(one for one in quiet.lessons if one != home))
    return MemberTimes(quiet.timezone, quiet, windows or USUAL, bool(windows), lessons_too)


def profile_windows(profile: Mapping[str, Any]) -> dict[int, tuple[Span, ...]]:
    """What the answers of a profile say about convenient times; nothing when they do not say."""
    answers = profile.get("times")
    known = (
        [PROFILE_TIMES[one] for one in answers if one in PROFILE_TIMES] if isinstance(answers, list) else []
    )
    return _merged((weekday, *span) for weekdays, span in known for weekday in weekdays)


def prefers_online(profile: Mapping[str, Any]) -> bool:
    """Whether the profile says that the person meets online only."""
    answers = profile.get("times")
    return isinstance(answers, list) and "online" in answers


def _merged(spans: Iterable[tuple[int, int, int]]) -> dict[int, tuple[Span, ...]]:
    """By weekday, with neighbours joined."""
    found: dict[int, list[Span]] = {}
    for weekday, start, end in sorted(spans):
        of_day = found.setdefault(weekday, [])
        if of_day and start <= of_day[-1][1]:
            of_day[-1] = (of_day[-1][0], max(of_day[-1][1], end))
        else:
            of_day.append((start, end))
    return {weekday: tuple(of_day) for weekday, of_day in found.items()}


def convenient_of(session: Session, person_ids: Collection[int]) -> dict[int, list[ConvenientTime]]:
    """What each of these people has set, by weekday and time."""
    query = select(ConvenientTime).where(ConvenientTime.person_id.in_(person_ids))
    found: dict[int, list[ConvenientTime]] = {}
    for row in session.scalars(query.order_by(ConvenientTime.weekday, ConvenientTime.from_minute)):
        found.setdefault(row.person_id, []).append(row)
    return found
