"""When a person is left alone: by night, and during their lessons. Sending before that is for urgent matters
only (N-1.4).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from services.working_days import is_holiday

STEPS = 48
"""So often night and lessons may follow upon each other before one goes out anyhow."""
SUNDAY = 6


@dataclass(frozen=True, slots=True)
class LessonHours:
    """The lessons of one person by the clock of their school. `spans`: weekday (0: Monday), first minute of
    the day and the minute after the last. `breaks`: holidays, from the first to the last day inclusive.
    """

    timezone: str
    spans: tuple[tuple[int, int, int], ...] = ()
    breaks: tuple[tuple[date, date], ...] = ()

    def on(self, day: date) -> tuple[tuple[int, int], ...]:
        """The lessons of that local day in minutes after midnight, by time; none on a day off or in
        holidays.
        """
        found = sorted((start, end) for weekday, start, end in self.spans if weekday == day.weekday())
        return tuple(found) if found and self.is_school_day(day) else ()

    def is_school_day(self, day: date) -> bool:
        if day.weekday() == SUNDAY or any(first <= day <= last for first, last in self.breaks):
            return False
        return not is_holiday(day)

    def end(self, moment: datetime) -> datetime | None:
        """When the lesson that holds this moment is over, in UTC; None outside of lessons."""
        local = moment.astimezone(ZoneInfo(self.timezone))
        minute = local.hour * 60 + local.minute
        ends = [end for start, end in self.on(local.date()) if start <= minute < end]
        if not ends:
            return None
        return (local.replace(second=0, microsecond=0) + timedelta(minutes=max(ends) - minute)).astimezone(
            UTC
        )


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From `from_hour` in the evening until `until_hour` in the morning, in the person's own time zone, and
    during their lessons.
    """

    timezone: str
    from_hour: int = 20
    until_hour: int = 8
    lessons: tuple[LessonHours, ...] = ()

    def holds(self, moment: datetime) -> bool:
        return self.is_night(moment) or self.is_lesson(moment)

    def is_night(self, moment: datetime) -> bool:
        hour = moment.astimezone(ZoneInfo(self.timezone)).hour
        if self.from_hour <= self.until_hour:
            return self.from_hour <= hour < self.until_hour
        return hour >= self.from_hour or hour < self.until_hour

    def is_lesson(self, moment: datetime) -> bool:
        return any(one.end(moment) is not None for one in self.lessons)

    def next_open(self, moment: datetime) -> datetime:
        """The moment itself, or the end of the quiet hours or the lesson that hold it. In UTC."""
        found = moment.astimezone(UTC)
        for _ in range(STEPS):
            later = self._after_lesson(self._after_night(found))
            if later == found:
                break
            found = later
        return found

    def _after_night(self, moment: datetime) -> datetime:
        if not self.is_night(moment):
            return moment
        zone = ZoneInfo(self.timezone)
        local = moment.astimezone(zone)
        day = local.date() if local.hour < self.until_hour else local.date() + timedelta(days=1)
        return datetime.combine(day, time(self.until_hour), zone).astimezone(UTC)

    def _after_lesson(self, moment: datetime) -> datetime:
        ends = [end for one in self.lessons if (end := one.end(moment)) is not None]
        return max(ends, default=moment)
