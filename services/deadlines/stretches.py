"""Named stretches of time and the days they are in a plan: «май», «III четверть», «вторая неделя октября».

Knows the calendar and the plan, not how phrases are built. All days are inclusive.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from services.deadlines.reading import USUAL_TERMS, Context, Doubt
from services.deadlines.words import MONTHS_OF

FindYear = Callable[[int], int]
"""The calendar year of a stretch that begins in this month."""
FIRST_YEAR, LAST_YEAR = 1900, 2200
DAY = timedelta(days=1)


class What(StrEnum):
    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    TERM = "term"
    TRIMESTER = "trimester"
    SEASON = "season"
    HOLIDAYS = "holidays"
    SCHOOL_YEAR = "school-year"
    YEARS = "years"
    PLAN = "plan"


class Cut(StrEnum):
    """A part of a longer stretch."""

    WEEK = "week"
    DECADE = "decade"
    HALF = "half"
    BEGINNING = "beginning"
    MIDDLE = "middle"
    END = "end"
    DAY = "day"
    WORKING_DAY = "working-day"
    WEEKDAY = "weekday"


@dataclass(frozen=True, slots=True)
class Part:
    """`number` counts from one, or from the end: -1 is the last. `upto`: «1–2 неделя»."""

    cut: Cut
    number: int = 1
    upto: int | None = None
    weekday: int = 0


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch as it is named. `year` and `school_year`: as they stand in the phrase. `year_shift`:
    «следующего года» is 1. `until_year`: the last of several calendar years.
    """

    what: What
    month: int | None = None
    day: int | None = None
    number: int = 1
    name: str = ""
    year: int | None = None
    until_year: int | None = None
    school_year: int | None = None
    year_shift: int = 0
    is_of_calendar: bool = False
    part: Part | None = None
    doubts: tuple[Doubt, ...] = ()

    @property
    def is_dated(self) -> bool:
        """Whether its year stands in the phrase."""
        return self.year is not None or self.school_year is not None or bool(self.year_shift)

    @property
    def is_a_day(self) -> bool:
        cut = self.part.cut if self.part else None
        return (self.what is What.DAY and cut is None) or cut in (Cut.DAY, Cut.WORKING_DAY, Cut.WEEKDAY)


@dataclass(frozen=True, slots=True)
class Days:
    first: date
    last: date
    doubts: tuple[Doubt, ...] = ()


class Impossible(Exception):
    """There are no such days; the doubt says why."""

    def __init__(self, doubt: Doubt) -> None:
        super().__init__(doubt.code)
        self.doubt = doubt


def year_in(context: Context) -> FindYear:
    """How a month finds its year in the plan: a school year has September to December and August in its first
    calendar year, January to July in its second; other plans take the first such month that they cover.
    """
    first = context.span[0]
    if context.years is not None:
        return _always(first.year)
    return year_in_school_year(first.year)


def year_in_school_year(begins: int) -> FindYear:
    return lambda month: begins if month >= 8 else begins + 1


def year_from(day: date) -> FindYear:
    """The first such month that is not before the day's month."""
    return lambda month: day.year if month >= day.month else day.year + 1


def year_upto(day: date) -> FindYear:
    return lambda month: day.year if month <= day.month else day.year - 1


def _always(year: int) -> FindYear:
    return lambda _: year


def days_of(named: Named, context: Context, find: FindYear) -> Days:
    """The days of a stretch. Raises Impossible."""
    if named.school_year is not None:
        find = year_in_school_year(named.school_year)
    elif named.year_shift:
        first, shift = context.span[0].year, named.year_shift
        find = _always(first + shift)
    elif named.year is not None:
        find = _always(named.year)
    found = _RESOLVE[named.what](named, context, find)
    if found.last < found.first:
        raise Impossible(Doubt("range-backwards"))
    return _cut(found, named.part) if named.part else found


def _day(named: Named, _context: Context, find: FindYear) -> Days:
    month, number = named.month or 0, named.day or 0
    if not 1 <= month <= 12:
        raise Impossible(Doubt("impossible-date", {"day": number, "month": month}, _swapped(named)))
    year = _checked(find(month))
    last = monthrange(year, month)[1]
    if (month, number) == (2, 29) and named.year is None:
        number = min(number, last)
    if not 1 <= number <= last:
        raise Impossible(Doubt("impossible-date", {"day": number, "month": month}, _nearest(named, year)))
    day = date(year, month, number)
    return Days(day, day)


def _nearest(named: Named, year: int) -> str | None:
    """«31 ноября» was probably meant to be the 30th."""
    number, month = named.day or 0, named.month or 1
    if not 29 <= number <= 32:
        return None
    words = f"{monthrange(year, month)[1]} {MONTHS_OF[month - 1]}"
    return f"{words} {named.year}" if named.year else words


def _swapped(named: Named) -> str | None:
    """«10.13.2023»: the month stands first."""
    day, month = named.month or 0, named.day or 0
    if not (13 <= day <= 31 and 1 <= month <= 12):
        return None
    return f"{day:02}.{month:02}.{named.year}" if named.year else f"{day:02}.{month:02}"


def _checked(year: int) -> int:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Impossible(Doubt("impossible-year", {"year": str(year)}))
    return year


def whole_months(year: int, month: int, count: int) -> Days:
    """So many months from the first day of one."""
    _checked(year)
    last_year, last_month = divmod(year * 12 + month - 1 + count - 1, 12)
    return Days(
        date(year, month, 1), date(last_year, last_month + 1, monthrange(last_year, last_month + 1)[1])
    )


def _month(named: Named, _context: Context, find: FindYear) -> Days:
    month = named.month or 0
    if not 1 <= month <= 12:
        raise Impossible(Doubt("impossible-date", {"day": 1, "month": month}))
    return whole_months(find(month), month, 1)


def _quarter(named: Named, _context: Context, find: FindYear) -> Days:
    _count(named, 4)
    month = 3 * named.number - 2
    # July to September go with September: the third quarter is in the first year of a school-year plan.
    return whole_months(find(9 if month == 7 else month), month, 3)


def _half_year(named: Named, context: Context, find: FindYear) -> Days:
    """Of a school year: 1 September to 31 December and 1 January to its end; else of the calendar."""
    _count(named, 2)
    is_of_school = named.school_year is not None or (named.year is None and context.years is None)
    if named.is_of_calendar or not is_of_school:
        month = 6 * named.number - 5
        return whole_months(find(month), month, 6)
    if named.number == 1:
        return whole_months(find(9), 9, 4)
    year = _checked(find(1))
    return Days(date(year, 1, 1), school_year(context, year - 1).last)


def _count(named: Named, limit: int) -> None:
    if not 1 <= named.number <= limit:
        raise Impossible(Doubt("impossible-number", {"number": named.number, "limit": limit}))


def school_year(context: Context, begins: int) -> Days:
    first, last = replace(context, school_year=_checked(begins), years=None).span
    return Days(first, last)


_TRIMESTERS = (((9, 1), (11, 30)), ((12, 1), (2, 28)), ((3, 1), None))


def _term(named: Named, context: Context, find: FindYear) -> Days:
    """The organisation's own terms where they are known and of that year, else usual ones, with a doubt."""
    usual = USUAL_TERMS if named.what is What.TERM else _TRIMESTERS
    _count(named, len(usual))
    (month, day), until = usual[named.number - 1]
    year = _checked(find(month))
    begins = year if month >= 9 else year - 1
    if len(context.terms) == len(usual) and context.terms[0].start.year == begins:
        term = context.terms[named.number - 1]
        return Days(term.start, term.end)
    last = school_year(context, begins).last
    if until is not None:
        last = date(year if until[0] >= month else year + 1, *until)
    return Days(date(year, month, day), last, (Doubt("terms-by-default"),))


_SEASON_BEGINS = {"winter": 12, "spring": 3, "summer": 6, "autumn": 9}


def _season(named: Named, context: Context, find: FindYear) -> Days:
    month = _SEASON_BEGINS[named.name]
    year = find(month)
    if named.name == "summer" and not named.is_dated:
        year = find(6)
    if named.name == "winter" and named.year is not None and context.years is None:
        begins = context.span[0].year
        year = begins if named.year in (begins, begins + 1) else named.year
    return replace(whole_months(year, month, 3), doubts=(Doubt("season"),))


_HOLIDAYS = {
    "autumn": ((10, 28), (11, 5)),
    "winter": ((12, 30), (1, 8)),
    "spring": ((3, 23), (3, 31)),
    "summer": ((6, 1), (8, 31)),
}


def _holidays(named: Named, context: Context, find: FindYear) -> Days:
    """Between the organisation's own terms where there are four, else the usual days, with a doubt."""
    (month, day), until = _HOLIDAYS[named.name]
    year = _checked(find(month))
    gap = {"autumn": 0, "winter": 1, "spring": 2}.get(named.name)
    if len(context.terms) == 4 and gap is not None and context.terms[gap].end.year == year:
        return Days(context.terms[gap].end + DAY, context.terms[gap + 1].start - DAY)
    last = date(year if until[0] >= month else year + 1, *until)
    return Days(date(year, month, day), last, (Doubt("holidays-by-default"),))


def _school_year(named: Named, context: Context, find: FindYear) -> Days:
    if named.name == "bare" and context.years is not None:
        return _years(replace(named, year=named.school_year), context, find)
    begins = named.school_year
    if begins is None:
        begins = find(9)
    last = named.until_year - 1 if named.until_year is not None else begins
    if last < begins:
        likely = f"{last + 1}-{begins} учебный год" if begins - last == 2 else None
        raise Impossible(Doubt("range-backwards", suggestion=likely))
    return Days(school_year(context, begins).first, school_year(context, last).last)


def _years(named: Named, context: Context, _find: FindYear) -> Days:
    first = _checked(named.year if named.year is not None else context.span[0].year + named.year_shift)
    last = _checked(named.until_year if named.until_year is not None else first)
    if last < first:
        raise Impossible(Doubt("range-backwards", suggestion=f"{last}-{first}"))
    if last - first > 5:
        raise Impossible(Doubt("long-span", {"first": str(first), "last": str(last)}))
    return Days(date(first, 1, 1), date(last, 12, 31))


def _plan(named: Named, context: Context, _find: FindYear) -> Days:
    first, last = context.span
    if not named.year_shift:
        return Days(first, last)
    if context.years is not None:
        shift = named.year_shift
        return Days(date(context.years[0] + shift, 1, 1), date(context.years[1] + shift, 12, 31))
    return school_year(context, first.year + named.year_shift)


_RESOLVE: dict[What, Callable[[Named, Context, FindYear], Days]] = {
    What.DAY: _day,
    What.MONTH: _month,
    What.QUARTER: _quarter,
    What.HALF_YEAR: _half_year,
    What.TERM: _term,
    What.TRIMESTER: _term,
    What.SEASON: _season,
    What.HOLIDAYS: _holidays,
    What.SCHOOL_YEAR: _school_year,
    What.YEARS: _years,
    What.PLAN: _plan,
}


def _cut(days: Days, part: Part) -> Days:
    first, last = _CUTS[part.cut](days, part)
    return replace(days, first=max(first, days.first), last=min(last, days.last))


def _weeks(days: Days, part: Part) -> tuple[date, date]:
    """Days 1–7, 8–14, 15–21, 22–28 and the rest."""
    length = (days.last - days.first).days + 1
    return _chunks(days, part, [range(at, min(at + 7, length)) for at in range(0, length, 7)])


def _decades(days: Days, part: Part) -> tuple[date, date]:
    length = (days.last - days.first).days + 1
    return _chunks(days, part, [range(0, 10), range(10, 20), range(20, max(length, 21))])


def _halves(days: Days, part: Part) -> tuple[date, date]:
    length = (days.last - days.first).days + 1
    middle = 15 if length <= 31 else length // 2
    return _chunks(days, part, [range(0, middle), range(middle, max(length, middle + 1))])


def _chunks(days: Days, part: Part, chunks: list[range]) -> tuple[date, date]:
    numbers = [part.number, part.upto if part.upto is not None else part.number]
    first, last = (number - 1 if number > 0 else len(chunks) + number for number in numbers)
    if not 0 <= first <= last < len(chunks):
        raise Impossible(Doubt("impossible-number", {"number": part.number, "limit": len(chunks)}))
    return days.first + DAY * chunks[first][0], days.first + DAY * chunks[last][-1]


def _is_about_a_month(days: Days) -> bool:
    return (days.last - days.first).days < 62


def _beginning(days: Days, _: Part) -> tuple[date, date]:
    """Of a month its first ten days, of a longer stretch its first month."""
    if _is_about_a_month(days):
        return _decades(days, Part(Cut.DECADE, 1))
    return days.first, whole_months(days.first.year, days.first.month, 1).last


def _middle(days: Days, _: Part) -> tuple[date, date]:
    if _is_about_a_month(days):
        return _decades(days, Part(Cut.DECADE, 2))
    third = (days.last - days.first) / 3
    return days.first + third, days.last - third


def _end(days: Days, _: Part) -> tuple[date, date]:
    if (days.last - days.first).days < 32:
        return _decades(days, Part(Cut.DECADE, 3))
    if _is_about_a_month(days):
        return days.last - 9 * DAY, days.last
    return whole_months(days.last.year, days.last.month, 1).first, days.last


def _one_day(days: Days, part: Part) -> tuple[date, date]:
    day = days.first + DAY * (part.number - 1) if part.number > 0 else days.last + DAY * (part.number + 1)
    return _within(days, day, part)


def _within(days: Days, day: date, part: Part) -> tuple[date, date]:
    if not days.first <= day <= days.last:
        raise Impossible(Doubt("impossible-number", {"number": part.number, "limit": 31}))
    return day, day


def _working_day(days: Days, part: Part) -> tuple[date, date]:
    from services.working_days import is_working_day

    step, day = (DAY, days.first) if part.number > 0 else (-DAY, days.last)
    left = abs(part.number)
    while days.first <= day <= days.last:
        left -= is_working_day(day)
        if left == 0:
            break
        day += step
    return _within(days, day, part)


def _weekday(days: Days, part: Part) -> tuple[date, date]:
    if part.number > 0:
        first = days.first + DAY * ((part.weekday - days.first.weekday()) % 7)
        return _within(days, first + DAY * 7 * (part.number - 1), part)
    last = days.last - DAY * ((days.last.weekday() - part.weekday) % 7)
    return _within(days, last + DAY * 7 * (part.number + 1), part)


_CUTS: dict[Cut, Callable[[Days, Part], tuple[date, date]]] = {
    Cut.WEEK: _weeks,
    Cut.DECADE: _decades,
    Cut.HALF: _halves,
    Cut.BEGINNING: _beginning,
    Cut.MIDDLE: _middle,
    Cut.END: _end,
    Cut.DAY: _one_day,
    Cut.WORKING_DAY: _working_day,
    Cut.WEEKDAY: _weekday,
}
