"""A deadline as it is understood, in a person's language; and what is doubtful about it. Plain text: where it
is put into a message it is escaped like everything else.

Knows readings, not phrases: how a phrase is read stands in `services.deadlines`.

# keys: deadline-doubt-*
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from babel.dates import format_date

from handlers.common.translator import Argument, Translator
from services.deadlines import Doubt, Kind, Reading

WORKING_DAYS = "MO,TU,WE,TH,FR"
MONDAY = date(2024, 1, 1)
"""Any Monday: it lends its name."""


def in_words(t: Translator, reading: Reading) -> str:
    """«до 10 ноября 2023 г. (включительно)»; the parts of a compound phrase one after another."""
    if reading.parts:
        return "; ".join(in_words(t, part) for part in reading.parts)
    match reading.kind:
        case Kind.UNPARSABLE:
            return t.plain("deadline-unparsable")
        case Kind.YEARLY:
            return _yearly(t, reading)
        case Kind.CONTINUOUS:
            return _continuous(t, reading)
        case _:
            return _once(t, reading.kind, reading.start, reading.end)


def doubt_words(t: Translator, doubt: Doubt) -> str:
    """A sentence that says why a reading needs a look, with what was probably meant, where that is known."""
    said = t.plain(f"deadline-doubt-{doubt.code}", **_values(t, doubt))
    if doubt.suggestion is None:
        return said
    return t.plain("deadline-suggestion", doubt=said, suggestion=doubt.suggestion)


def _values(t: Translator, doubt: Doubt) -> dict[str, Argument]:
    """Days and weekdays in the person's language. A weekday beside a day: `actual` is what that day is."""
    values: dict[str, Argument] = {}
    for name, value in doubt.values.items():
        if isinstance(value, date):
            values[name] = t.short_date(value)
        elif isinstance(value, str | int | float):
            values[name] = value
    if isinstance(weekday := values.get("weekday"), int):
        values["weekday"] = _weekday(t, weekday - 1)
    if isinstance(day := doubt.values.get("day"), date):
        values["actual"] = _weekday(t, day.weekday())
    return values


def _weekday(t: Translator, number: int) -> str:
    """«понедельник» is 0."""
    return format_date(MONDAY.replace(day=1 + number % 7), "cccc", locale=t.language)


def _day(t: Translator, day: date) -> str:
    return t.plain("deadline-day-of-year", day=_day_of_year(t, day), year=str(day.year))


def _day_of_year(t: Translator, day: date) -> str:
    return format_date(day, "d MMMM", locale=t.language)


def _month(t: Translator, day: date) -> str:
    month = format_date(day, "LLLL", locale=t.language)
    return t.plain("deadline-month-of-year", month=month, year=str(day.year))


def _is_of_whole_months(start: date, end: date) -> bool:
    return start.day == 1 and end.day == monthrange(end.year, end.month)[1]


def _once(t: Translator, kind: Kind, start: date | None, end: date | None) -> str:
    if end is None:
        return t.plain("deadline-since", day=_day(t, start)) if start else t.plain("deadline-always")
    if kind is Kind.DEADLINE or start is None:
        return t.plain("deadline-by", day=_day(t, end))
    if kind is Kind.DATE:
        return _day(t, end)
    if not _is_of_whole_months(start, end):
        return t.plain("deadline-period", first=_day(t, start), last=_day(t, end))
    if (start.year, start.month) == (end.year, end.month):
        return _month(t, start)
    return t.plain("deadline-months", first=_month(t, start), last=_month(t, end))


def _yearly(t: Translator, reading: Reading) -> str:
    start, end = reading.start, reading.end
    if end is None:
        years = int(_rule(reading.rrule).get("INTERVAL", "1"))
        return t.plain("deadline-yearly") if years == 1 else t.plain("deadline-yearly-rare", count=years)
    if start is None:
        return t.plain("deadline-yearly-by", day=_day_of_year(t, end), next=_day(t, end))
    if start == end:
        return t.plain("deadline-yearly-date", day=_day_of_year(t, end), next=_day(t, end))
    return t.plain(
        "deadline-yearly-period",
        first=_day_of_year(t, start),
        last=_day_of_year(t, end),
        next=_once(t, Kind.PERIOD, start, end),
    )


def _continuous(t: Translator, reading: Reading) -> str:
    if reading.rrule is None:
        return _once(t, reading.kind, reading.start, None)
    often = _often(t, _rule(reading.rrule))
    if reading.start is None:
        return often
    if reading.end is None:
        return t.plain("deadline-often-since", often=often, first=_day(t, reading.start))
    return t.plain(
        "deadline-often-within", often=often, first=_day(t, reading.start), last=_day(t, reading.end)
    )


def _rule(rrule: str | None) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in rrule.split(";")) if rrule else {}


def _often(t: Translator, rule: dict[str, str]) -> str:
    """«еженедельно», «по средам», «каждый месяц до 25 числа»."""
    count = int(rule.get("INTERVAL", "1"))
    match rule["FREQ"]:
        case "TERMLY":
            return t.plain("deadline-often-termly")
        case "DAILY":
            return t.plain("deadline-often-daily", count=count)
        case "WEEKLY":
            return _weekly(t, rule.get("BYDAY"), count)
        case _:
            return _monthly(t, rule, count)


def _weekly(t: Translator, days: str | None, count: int) -> str:
    if days is None:
        return t.plain("deadline-often-weekly", count=count)
    if days == WORKING_DAYS:
        return t.plain("deadline-often-working-days")
    weekdays = ", ".join(t.plain(f"deadline-on-{one.lower()}") for one in days.split(","))
    return t.plain("deadline-often-on", weekdays=weekdays)


def _monthly(t: Translator, rule: dict[str, str], count: int) -> str:
    if position := rule.get("BYSETPOS"):
        return t.plain("deadline-often-working-day", number=int(position))
    if days := rule.get("BYMONTHDAY"):
        if days == "-1":
            return t.plain("deadline-often-month-end")
        return t.plain("deadline-often-month-days", days=days.replace(",", ", "))
    if weekdays := rule.get("BYDAY"):
        shown = ", ".join(_nth(t, one) for one in weekdays.split(","))
        return t.plain("deadline-often-nth", weekdays=shown)
    return t.plain("deadline-often-monthly", count=count)


def _nth(t: Translator, code: str) -> str:
    """«2TU» is the second Tuesday."""
    return t.plain(f"deadline-nth-{code[-2:].lower()}", number=int(code[:-2]))
