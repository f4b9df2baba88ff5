"""Writes a reading as a phrase that reads back the same, whatever the plan: years are always written out.

The same words serve as suggestions.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from services.deadlines.reading import Kind, Reading
from services.deadlines.words import MONTHS, WEEKDAY_CODES

DASH = "–"
WORKING_DAYS = "MO,TU,WE,TH,FR"


def write(reading: Reading) -> str:
    """A Russian phrase; of what was not understood the phrase itself."""
    if reading.parts:
        return "; ".join(write(part) for part in reading.parts)
    match reading.kind:
        case Kind.UNPARSABLE:
            return reading.phrase
        case Kind.YEARLY:
            return _yearly(reading)
        case Kind.CONTINUOUS:
            return _continuous(reading)
        case _:
            return bounds(reading.kind, reading.start, reading.end)


def figures(day: date) -> str:
    return f"{day:%d.%m.}{day.year:04}"


def bounds(kind: Kind, start: date | None, end: date | None) -> str:
    """«27.01.2023», «до 10.11.2023», «сентябрь 2023 – май 2024», «с 01.09.2023 по 15.09.2023»."""
    if end is None:
        return f"с {figures(start)}" if start else ""
    if kind is Kind.DEADLINE or start is None:
        return f"до {figures(end)}"
    if kind is Kind.DATE:
        return figures(end)
    return _months(start, end) or f"с {figures(start)} по {figures(end)}"


def _months(start: date, end: date) -> str | None:
    if start.day != 1 or end.day != monthrange(end.year, end.month)[1]:
        return None
    if (start.year, start.month) == (end.year, end.month):
        return month_words(start)
    first = MONTHS[start.month - 1] if start.year == end.year else month_words(start)
    return f"{first} {DASH} {month_words(end)}"


def month_words(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year:04}"


def _yearly(reading: Reading) -> str:
    start, end = reading.start, reading.end
    if end is None:
        return _once_in_years(reading.rrule or "")
    by_end_of_february = (reading.rule or "").endswith("--02-29") and end.day == 28
    if start is None:
        last = f"конца февраля {end.year:04}" if by_end_of_february else figures(end)
        return f"ежегодно до {last}"
    if by_end_of_february and start != end:
        first = month_words(start) if start.day == 1 else f"с {figures(start)}"
        if start.day == 1 and (start.year, start.month) == (end.year, end.month):
            return f"ежегодно {first}"
        return f"ежегодно {first} {DASH if start.day == 1 else 'по'} {month_words(end)}"
    if (reading.rule or "").endswith("/--02-28") and start != end:
        return f"ежегодно с {figures(start)} по {figures(end)}"
    return f"ежегодно {bounds(_of_days(reading), start, end)}"


def _of_days(reading: Reading) -> Kind:
    """A yearly day is written as one day, a yearly period as a period."""
    return Kind.DATE if reading.start == reading.end else Kind.PERIOD


def _once_in_years(rrule: str) -> str:
    interval = _values(rrule).get("INTERVAL")
    return f"1 раз в {_counted(int(interval), _YEARS)}" if interval else "1 раз в год"


def _continuous(reading: Reading) -> str:
    if reading.rrule is None:
        return f"постоянно {bounds(reading.kind, reading.start, None)}".rstrip()
    often = rate_words(reading.rrule)
    if reading.start is None:
        return often
    if reading.end is None:
        return f"{often} с {figures(reading.start)} бессрочно"
    return f"{often} с {figures(reading.start)} по {figures(reading.end)}"


def _values(rrule: str) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in rrule.split(";"))


def rate_words(rrule: str) -> str:
    """«еженедельно», «раз в 2 месяца», «ежемесячно до 25 числа»."""
    values = _values(rrule)
    interval = int(values.get("INTERVAL", "1"))
    match values["FREQ"]:
        case "TERMLY":
            return "раз в четверть"
        case "DAILY":
            return "ежедневно" if interval == 1 else f"раз в {_counted(interval, _DAYS)}"
        case "WEEKLY":
            return _weekly(values.get("BYDAY"), interval)
        case _:
            return _monthly(values, interval)


_EVERY_WEEKDAY = (
    "каждый понедельник",
    "каждый вторник",
    "каждую среду",
    "каждый четверг",
    "каждую пятницу",
    "каждую субботу",
    "каждое воскресенье",
)
_ON_WEEKDAYS = ("понедельникам", "вторникам", "средам", "четвергам", "пятницам", "субботам", "воскресеньям")
_DAYS, _WEEKS, _MONTHS, _YEARS = (
    ("день", "дня", "дней"),
    ("неделю", "недели", "недель"),
    ("месяц", "месяца", "месяцев"),
    ("год", "года", "лет"),
)


def _counted(number: int, forms: tuple[str, str, str]) -> str:
    """«2 недели», «5 недель»."""
    if number % 10 == 1 and number % 100 != 11:
        return f"{number} {forms[0]}"
    if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14):
        return f"{number} {forms[1]}"
    return f"{number} {forms[2]}"


def _weekly(days: str | None, interval: int) -> str:
    if days == WORKING_DAYS:
        return "по рабочим дням"
    if days:
        numbers = [WEEKDAY_CODES.index(one) for one in days.split(",")]
        if len(numbers) == 1:
            return _EVERY_WEEKDAY[numbers[0]]
        return "по " + ", ".join(_ON_WEEKDAYS[one] for one in numbers)
    return "еженедельно" if interval == 1 else f"раз в {_counted(interval, _WEEKS)}"


def _monthly(values: dict[str, str], interval: int) -> str:
    if "BYSETPOS" in values:
        return f"{_ordinal(int(values['BYSETPOS']), 'й')} рабочий день каждого месяца"
    if days := values.get("BYMONTHDAY"):
        return _month_days(days)
    if days := values.get("BYDAY"):
        return _nth_weekdays(days.split(","))
    return {1: "ежемесячно", 3: "ежеквартально", 6: "раз в полугодие"}.get(
        interval, f"раз в {_counted(interval, _MONTHS)}"
    )


def _month_days(days: str) -> str:
    if days.startswith("-"):
        return "последний день каждого месяца"
    return f"{', '.join(days.split(','))} числа каждого месяца"


_ENDINGS = ("й", "й", "я", "й", "я", "я", "е")
_LAST = {"й": "последний", "я": "последняя", "е": "последнее"}


def _ordinal(number: int, ending: str) -> str:
    return _LAST[ending] if number < 0 else f"{number}-{ending}"


def _nth_weekdays(days: list[str]) -> str:
    """«1-й, 3-й понедельник каждого месяца»."""
    weekday = WEEKDAY_CODES.index(days[0][-2:])
    numbers = ", ".join(_ordinal(int(one[:-2]), _ENDINGS[weekday]) for one in days)
    return f"{numbers} {_NOMINATIVE[weekday]} каждого месяца"


_NOMINATIVE = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")
