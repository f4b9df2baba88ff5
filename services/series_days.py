"""On which days a series of meetings falls (L-5-4).

Pure functions of the calendar: nothing here knows the database, and a series keeps its local time whatever
the clocks do in between.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import takewhile

from models import Rhythm
from services.meeting_times import resolve_local

WEEK = timedelta(weeks=1)
WEEKS = {Rhythm.WEEKLY: 1, Rhythm.BIWEEKLY: 2}


class Left(StrEnum):
    """Why there is no meeting on a day of the rhythm."""

    SKIPPED = "skipped"
    DAY_OFF = "day_off"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class Pattern:
    """Every so often from the first day on, at this local time."""

    rhythm: Rhythm
    starts_on: date
    ends_on: date
    at: time
    timezone: str

    def moment(self, day: date) -> datetime:
        """When the meeting of that day begins, in UTC. A time that a change of the clocks leaves out: the
        first one after it.
        """
        return resolve_local(day, self.at, self.timezone)


def days(pattern: Pattern) -> tuple[date, ...]:
    """All days of the rhythm, from the first to the last possible one, both inclusive."""
    return tuple(takewhile(lambda day: day <= pattern.ends_on, _endless(pattern.rhythm, pattern.starts_on)))


def _endless(rhythm: Rhythm, first: date) -> Iterator[date]:
    if rhythm == Rhythm.MONTHLY:
        yield from _months(first)
        return
    day = first
    while True:
        yield day
        day += WEEK * WEEKS[rhythm]


def _months(first: date) -> Iterator[date]:
    """The same weekday of the same week of every month: the second Tuesday, the last Friday."""
    week = (first.day - 1) // 7
    year, month = first.year, first.month
    while True:
        yield _weekday_of(year, month, first.weekday(), week)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def _weekday_of(year: int, month: int, weekday: int, week: int) -> date:
    before, length = monthrange(year, month)
    day = 1 + (weekday - before) % 7 + 7 * week
    return date(year, month, day if day <= length else day - 7)


def left_out(
    day: date,
    skipped: Collection[date],
    breaks: Collection[tuple[date, date]],
    is_day_off: Callable[[date], bool],
) -> Left | None:
    """Why there is no meeting on that day; None when there is. `breaks`: first and last days, inclusive."""
    if day in skipped:
        return Left.SKIPPED
    if any(first <= day <= last for first, last in breaks):
        return Left.BREAK
    return Left.DAY_OFF if is_day_off(day) else None
