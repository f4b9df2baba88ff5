"""What makes an understood stretch doubtful beside its plan: the wrong year, days before the order, the wrong
day of the week.

Knows days and plans, not words; suggestions are written by `writing`.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from services.deadlines.reading import Context, Doubt, Kind
from services.deadlines.stretches import Days, Named, What
from services.deadlines.writing import bounds

FARTHEST_SHIFT = 6
YEAR_OF_DAYS = 330


def has_plan(context: Context) -> bool:
    return context.school_year is not None or context.years is not None


def window(context: Context) -> tuple[date, date]:
    """The days that may be due in the plan: a school year is prepared in August, closed in June and July."""
    first, last = context.span
    if context.years is not None:
        return first, last
    return date(first.year, 8, 1), max(date(first.year + 1, 7, 31), last)


def doubts(
    context: Context,
    kind: Kind,
    start: date | None,
    end: date,
    names: tuple[Named, ...],
    *,
    is_yearly: bool = False,
) -> Iterator[Doubt]:
    first = start or end
    if context.school_year is not None and any(_may_be_a_school_year(one) for one in names):
        years = {"first": str(first.year), "last": str(end.year)}
        yield Doubt("ambiguous-years", years, f"{first.year}-{end.year} учебный год")
    is_literal = any(one.is_dated for one in names)
    if has_plan(context) and (is_literal or not is_yearly) and _is_outside(context, first, end, names):
        yield Doubt("outside-plan", {}, _inside(context, kind, start, end))
    elif context.ordered_on is not None and _is_before(context.ordered_on, start, end):
        yield Doubt("before-order", {"ordered_on": context.ordered_on})


def _is_outside(context: Context, first: date, end: date, names: tuple[Named, ...]) -> bool:
    opens, closes = window(context)
    if any(one.year_shift for one in names):
        return False
    if not any(one.is_dated for one in names):
        return len(names) > 1 and end > date(closes.year, 8, 31)
    if any(one.what in (What.YEARS, What.SCHOOL_YEAR) and one.part is None for one in names):
        return end < opens or first > closes
    if any(one.what in (What.QUARTER, What.HALF_YEAR, What.SEASON) for one in names):
        return 3 * (min(end, closes) - max(first, opens)).days < (end - first).days
    return first < opens or end > closes


def _may_be_a_school_year(named: Named) -> bool:
    """«2023-2024 годы» in the plan of a school year."""
    is_pair = named.year is not None and named.until_year == named.year + 1
    return named.what is What.YEARS and is_pair and not named.doubts


def _is_before(ordered_on: date, start: date | None, end: date) -> bool:
    return end < ordered_on or (start is not None and start < ordered_on and end <= ordered_on)


def _inside(context: Context, kind: Kind, start: date | None, end: date) -> str | None:
    """The same days in the nearest year that the plan covers."""
    opens, closes = window(context)
    for years in sorted(range(-FARTHEST_SHIFT, FARTHEST_SHIFT + 1), key=abs):
        moved = shifted(end, years)
        begins = shifted(start, years) if start else moved
        if opens <= begins and moved <= closes:
            return bounds(kind, begins if start else None, moved)
    return None


def shifted(day: date, years: int) -> date:
    """The same day of another year; the last day of a month stays the last one."""
    year = day.year + years
    last = monthrange(year, day.month)[1]
    is_last = day.day == monthrange(day.year, day.month)[1]
    return date(year, day.month, last if is_last else min(day.day, last))


def backwards(context: Context, first: Days, last: Days) -> Doubt:
    """A range that ends before it starts: the year of its end may be wrong, else its ends are swapped."""
    moved = shifted(last.last, 1)
    while moved < first.first:
        moved = shifted(moved, 1)
    opens, closes = window(context)
    is_near = (moved - first.first).days < YEAR_OF_DAYS
    if is_near and (not has_plan(context) or (opens <= first.first and moved <= closes)):
        return Doubt("range-backwards", suggestion=bounds(Kind.PERIOD, first.first, moved))
    return Doubt("range-backwards", suggestion=bounds(Kind.PERIOD, last.first, first.last))


def weekday_doubt(day: date, weekdays: tuple[int, ...]) -> Doubt | None:
    if not weekdays or day.weekday() in weekdays:
        return None
    return Doubt("weekday-mismatch", {"day": day, "weekday": weekdays[0] + 1})
