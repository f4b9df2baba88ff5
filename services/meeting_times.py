"""When meetings may be: reading a typed time, local time through DST, the times that are usual (N-1.4).

Pure functions of moments: nothing here knows the database.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from services.quiet_hours import QuietHours

DAYS_AHEAD = 90
USUAL_TIMES = tuple(time(hour, minute) for hour in range(14, 20) for minute in (0, 30))

_SPLIT = re.compile(r"([0-9]{1,2})\s*[:.,\-\s]\s*([0-9]{2})")
_JOINED = re.compile(r"([0-9]{1,2})([0-9]{2})?")
_DAY = re.compile(r"([0-9]{1,2})\s*[./\-\s]\s*([0-9]{1,2})(?:\s*[./\-\s]\s*([0-9]{4}))?")


def parse_time(typed: str) -> time | None:
    """Read «15:30», «15.30», «15 30», «1530», «930» or «15»; None when it is no time of day."""
    cleaned = typed.strip()
    match = _SPLIT.fullmatch(cleaned) or _JOINED.fullmatch(cleaned)
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def parse_day(typed: str, today: date) -> date | None:
    """Read «25.11» (the next such day) or «25.11.2026»; None when it is no date."""
    match = _DAY.fullmatch(typed.strip())
    if match is None:
        return None
    day, month = int(match[1]), int(match[2])
    if match[3]:
        return _date(int(match[3]), month, day)
    found = _date(today.year, month, day)
    return _date(today.year + 1, month, day) if found is not None and found < today else found


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def resolve_local(day: date, at: time, timezone: str) -> datetime:
    """The UTC moment of a local time. In a DST gap: the first time that exists after it; in an overlap:
    the first of two.
    """
    zone = ZoneInfo(timezone)
    wished = datetime.combine(day, at, zone)
    moment = wished.astimezone(UTC)
    exists = moment.astimezone(zone).replace(tzinfo=None) == wished.replace(tzinfo=None)
    return moment if exists else _end_of_gap(wished, zone)


def _end_of_gap(wished: datetime, zone: ZoneInfo) -> datetime:
    # fold=1 reads the clock with the offset after the change and so lies before it; fold=0 the other way
    # round.
    before, after = wished.replace(fold=1).astimezone(UTC), wished.replace(fold=0).astimezone(UTC)
    old_offset = before.astimezone(zone).utcoffset()
    while (minutes := (after - before) // timedelta(minutes=1)) > 1:
        middle = before + timedelta(minutes=minutes // 2)
        if middle.astimezone(zone).utcoffset() == old_offset:
            before = middle
        else:
            after = middle
    return after


def usual_times(day: date, timezone: str, quiet: Iterable[QuietHours], *, now: datetime) -> list[time]:
    """The times offered as buttons: still to come, and in nobody's quiet hours."""
    nights = tuple(quiet)
    offered = []
    for at in USUAL_TIMES:
        moment = resolve_local(day, at, timezone)
        if moment > now and not any(night.holds(moment) for night in nights):
            offered.append(at)
    return offered
