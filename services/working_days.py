"""Working days of Russia, with the days off that the government moves each year.

The calendar is the `holidays` library's, loaded only when a day is asked about; for years that it does not
know yet it gives the days that the Labour Code names (article 112).
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

DAY = timedelta(days=1)
SATURDAY = 5


def is_working_day(day: date) -> bool:
    """A Saturday that is worked in exchange for another day counts."""
    days_off, worked = _calendar(day.year)
    if day in worked:
        return True
    return day.weekday() < SATURDAY and day not in days_off


def is_holiday(day: date) -> bool:
    """A day off that is no ordinary weekend: public holidays, and days off moved by the government. What it
    says of Saturdays and Sundays is only whether they are such holidays.
    """
    days_off, _ = _calendar(day.year)
    return day in days_off


def working_day_before(day: date) -> date:
    """The last working day before this one."""
    return working_days_from(day, -1)


def working_day_after(day: date) -> date:
    """The first working day after this one."""
    return working_days_from(day, 1)


def working_day_on_or_before(day: date) -> date:
    return day if is_working_day(day) else working_day_before(day)


def working_days_from(day: date, count: int) -> date:
    """So many working days after the day, or before it when the count is negative, not counting itself."""
    step, left = (DAY, count) if count > 0 else (-DAY, -count)
    while left > 0:
        day += step
        left -= is_working_day(day)
    return day


@lru_cache(maxsize=32)
def _calendar(year: int) -> tuple[frozenset[date], frozenset[date]]:
    import holidays

    known = holidays.country_holidays("RU", years=year)
    worked = frozenset(day for day in getattr(known, "weekend_workdays", ()) if day.year == year)
    return frozenset(known), worked
