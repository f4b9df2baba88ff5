"""Days and moments where people are: the calendar day of a time zone, and the moment of a local time."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo


def today_in(timezone: str, now: datetime) -> date:
    """The calendar day in a time zone."""
    return now.astimezone(ZoneInfo(timezone)).date()


def local_moment(day: date, at: time, timezone: str) -> datetime:
    """The moment in UTC of a local time on a local day."""
    return datetime.combine(day, at, ZoneInfo(timezone)).astimezone(UTC)
