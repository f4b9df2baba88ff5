"""From a reading to dated duties: which days an item of a plan stands for, and the rows that hold them.

A due date is a local calendar day of the organisation, inclusive. A phrase that names no day — on demand,
after an event, a reference to another paper — gives no duty until somebody puts a date in its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrulestr
from sqlalchemy.orm import Session

from models import Occurrence, OccurrenceStatus, RoadmapItem
from services.deadlines import Context, Kind, Reading, school_terms

NOT_DUE = frozenset({"reporting-period"})
"""Doubts that say: these days are spoken of, nothing is due on them."""
MOST = 60
"""Of one item in one year: a weekly duty of a school year has about forty."""
_FRIDAY = 4
_CALENDAR_PARTS = (3, 6)


@dataclass(frozen=True, slots=True)
class Dated:
    """One duty to be. `key` tells it from the others of its item. `is_check`: ask whether it goes on.

    `reminds`: not only the day before, but also a fortnight and a week ahead. `repeats`: one of many within
    the year, of which nobody wants those that had passed when the plan was approved.
    """

    key: str
    starts_on: date | None
    due_on: date
    is_check: bool = False
    reminds: bool = True
    repeats: bool = False


def dates_of(reading: Reading, context: Context) -> tuple[Dated, ...]:
    """The duties of a plan's own year (or years), in the order of their days, each day once."""
    parts = reading.parts or (reading,)
    return _in_order(one for part in parts for one in _dates(part, context))


def next_dates_of(reading: Reading, context: Context) -> tuple[Dated, ...]:
    """What comes again by itself in the school year of `context`, after the plan's own year is over."""
    parts = (part for part in reading.parts or (reading,) if recurs(part))
    return _in_order(one for part in parts for one in _dates_again(part, context))


def recurs(part: Reading) -> bool:
    """Does it go on beyond the plan's year: every year, or without an end?"""
    return part.recurs_yearly or (part.kind is Kind.CONTINUOUS and part.end is None)


def _in_order(found: Iterable[Dated]) -> tuple[Dated, ...]:
    by_key = {one.key: one for one in found}
    return tuple(sorted(by_key.values(), key=lambda one: (one.due_on, one.key))[:MOST])


def _dates(part: Reading, context: Context) -> Iterator[Dated]:
    if any(doubt.code in NOT_DUE for doubt in part.doubts):
        return
    match part.kind:
        case Kind.DATE | Kind.DEADLINE | Kind.PERIOD:
            if part.end is not None:
                yield _once(part.start, part.end)
        case Kind.YEARLY:
            yield from _yearly(part, context)
        case Kind.CONTINUOUS:
            yield from _continuous(part, context)
        case Kind.UNPARSABLE:
            return


def _once(start: date | None, end: date) -> Dated:
    return Dated(end.isoformat(), start, end)


def _yearly(part: Reading, context: Context) -> Iterator[Dated]:
    """The first time that the reading names, and each year after it that the plan still covers."""
    if part.end is None:
        yield _once(*context.span)
        return
    yield _once(part.start, part.end)
    horizon = _horizon(context)
    for years in range(1, 10):
        start = _years_later(part.start, years) if part.start else None
        end = _years_later(part.end, years)
        if (start or end) > horizon:
            return
        yield _once(start, end)


def _horizon(context: Context) -> date:
    """A school year's papers are due until the end of its summer."""
    last = context.span[1]
    return last if context.years is not None else date(last.year, 8, 31)


def _years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 2, 28)


def _dates_again(part: Reading, context: Context) -> Iterator[Dated]:
    if part.kind is Kind.CONTINUOUS:
        yield from (
            _by_rule(part.rrule, *context.span, context) if part.rrule else _checks(*context.span, context)
        )
    elif part.end is None:
        yield _once(*context.span)
    else:
        end = _into(context.span[0].year, part.end)
        start = _years_later(part.start, end.year - part.end.year) if part.start else None
        yield _once(start, end)


def _into(first_year: int, day: date) -> date:
    """The same day of the school year that begins in `first_year`; August belongs to its beginning."""
    year = first_year if day.month >= 8 else first_year + 1
    return _years_later(day, year - day.year)


def _continuous(part: Reading, context: Context) -> Iterator[Dated]:
    first, last = context.span
    first, last = max(part.start or first, first), min(part.end or last, last)
    if first <= last:
        yield from _by_rule(part.rrule, first, last, context) if part.rrule else _checks(first, last, context)


def _checks(first: date, last: date, context: Context) -> Iterator[Dated]:
    """Once a term somebody is asked whether the work goes on."""
    for term in _terms(first, last, context):
        yield Dated(
            f"check-{term[1].isoformat()}", term[0], term[1], is_check=True, reminds=False, repeats=True
        )


def _terms(first: date, last: date, context: Context) -> Iterator[tuple[date, date]]:
    years = range(first.year - 1, last.year + 1)
    terms = context.terms or tuple(term for year in years for term in school_terms(year, context.year_end))
    for term in terms:
        start, end = max(term.start, first), min(term.end, last)
        if start <= end:
            yield start, end


def _by_rule(rule: str, first: date, last: date, context: Context) -> Iterator[Dated]:
    settings = dict(pair.split("=", 1) for pair in rule.split(";"))
    interval = int(settings.get("INTERVAL", "1"))
    match settings["FREQ"]:
        case "TERMLY":
            for start, end in _terms(first, last, context):
                yield Dated(end.isoformat(), start, end, repeats=True)
        case "WEEKLY" if "BYDAY" not in settings:
            yield from _weeks(first, last, interval)
        case "MONTHLY" if not settings.keys() & {"BYDAY", "BYMONTHDAY"}:
            yield from _months(first, last, interval)
        case "WEEKLY" | "MONTHLY":
            for day in _days(rule, first, last):
                yield Dated(day.isoformat(), None, day, reminds=settings["FREQ"] == "MONTHLY", repeats=True)
        case "YEARLY":
            yield _once(first, last)
        case _:
            # Every day: nobody ticks that off, but somebody is asked now and then.
            yield from _checks(first, last, context)


def _days(rule: str, first: date, last: date) -> Iterator[date]:
    rules = rrulestr(rule, dtstart=datetime.combine(first, time()))  # calendar days, no moments
    for moment in rules:
        if moment.date() > last:
            return
        yield moment.date()


def _weeks(first: date, last: date, interval: int) -> Iterator[Dated]:
    monday = first - timedelta(days=first.weekday())
    while monday <= last:
        start, end = max(monday, first), min(monday + timedelta(weeks=interval - 1, days=_FRIDAY), last)
        if start <= end:
            yield Dated(f"week-{monday.isoformat()}", start, end, reminds=False, repeats=True)
        monday += timedelta(weeks=interval)


def _months(first: date, last: date, interval: int) -> Iterator[Dated]:
    start = first
    while start <= last:
        following = _next_beginning(start, interval)
        end = min(following - timedelta(days=1), last)
        yield Dated(end.isoformat(), start, end, repeats=True)
        start = following


def _next_beginning(day: date, months: int) -> date:
    """The first day of the next quarter or half of a calendar year; a short beginning joins what follows it
    (September alone is no quarter).
    """
    index = day.year * 12 + day.month - 1
    ahead = months if months not in _CALENDAR_PARTS else months - index % months
    if ahead * 2 < months:
        ahead += months
    return date((index + ahead) // 12, (index + ahead) % 12 + 1, 1)


def make(session: Session, item: RoadmapItem, dated: Iterable[Dated]) -> list[Occurrence]:
    """Add the duties that the item has not yet. Returns the new ones, which the next flush stores; nobody is
    responsible for them so far.
    """
    known = {one.key for one in item.occurrences}
    made = [
        Occurrence(
            item=item,
            organization=item.roadmap.organization,
            key=one.key,
            status=OccurrenceStatus.UPCOMING,
            starts_on=one.starts_on,
            due_on=one.due_on,
            is_check=one.is_check,
            reminds=one.reminds,
        )
        for one in dated
        if one.key not in known
    ]
    session.add_all(made)
    return made
