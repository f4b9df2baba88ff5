"""Quiet hours: the local night in which nothing that is not urgent is sent (N-1.4; default 20:00–08:00)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From `from_hour` in the evening until `until_hour` in the morning, in the person's own time zone."""

    timezone: str
    from_hour: int = 20
    until_hour: int = 8

    def holds(self, moment: datetime) -> bool:
        hour = moment.astimezone(ZoneInfo(self.timezone)).hour
        if self.from_hour <= self.until_hour:
            return self.from_hour <= hour < self.until_hour
        return hour >= self.from_hour or hour < self.until_hour

    def next_open(self, moment: datetime) -> datetime:
        """The moment itself, or the end of the quiet hours that hold it. In UTC."""
        if not self.holds(moment):
            return moment.astimezone(UTC)
        zone = ZoneInfo(self.timezone)
        local = moment.astimezone(zone)
        day = local.date() if local.hour < self.until_hour else local.date() + timedelta(days=1)
        return datetime.combine(day, time(self.until_hour), zone).astimezone(UTC)


def local_moment(day: datetime, at: time, timezone: str) -> datetime:
    """The UTC moment of a local time on the local day of `day`. A time in a DST gap becomes the first one
    after it.
    """
    zone = ZoneInfo(timezone)
    return datetime.combine(day.astimezone(zone).date(), at, zone).astimezone(UTC)
