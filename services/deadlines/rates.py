"""Reads what comes again and again within a year: «1 раз в месяц», «каждый понедельник», «до 25 числа».

What comes again each year is a mark of its own. The rules are iCalendar's; `FREQ=TERMLY` is ours.
"""

from __future__ import annotations

from collections.abc import Callable

from services.deadlines.cursor import Cursor
from services.deadlines.pieces import DayOfMonth, Piece, Rate, Weekdays
from services.deadlines.points import EDGES, NUMBERS
from services.deadlines.stretches import Cut, Part
from services.deadlines.tokens import Token
from services.deadlines.words import WEEKDAY_CODES, Tag, Unit

YEARLY = "FREQ=YEARLY"
TERMLY = "FREQ=TERMLY"
WORKING_DAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
MONTHS_IN = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF_YEAR: 6, Unit.YEAR: 12}
TERMS = (Unit.TERM, Unit.TRIMESTER)
DAYS_IN = {Unit.DAY: 1, Unit.WEEK: 7, Unit.DECADE: 10}
MOST_DAYS, MOST_TIMES = 31, 500


def rate(c: Cursor) -> Piece | None:
    begins = c.begins(c.at)
    found = c.first(_word, _times, _days_of_month, _part_of_each, _every, _working_days, _weekdays)
    return _placed(found, begins, c.ends()) if found else None


def _placed(found: Piece, begins: int, ends: int) -> Piece:
    match found:
        case Rate():
            return Rate(begins, ends, found.rrule, found.is_approximate)
        case DayOfMonth():
            return DayOfMonth(begins, ends, found.days, found.is_until, found.is_rule, found.is_approximate)
        case Weekdays():
            return Weekdays(begins, ends, found.days, found.is_rule)
        case _:
            return found


def _rule(rrule: str, *, is_approximate: bool = False) -> Rate:
    return Rate(0, 0, rrule, is_approximate)


def every(count: int, unit: Unit) -> str:
    """The rule for once in so many units."""
    if unit in TERMS:
        return TERMLY
    if unit is Unit.YEAR:
        return _with_interval(YEARLY, count)
    if unit in MONTHS_IN:
        return _with_interval("FREQ=MONTHLY", count * MONTHS_IN[unit])
    if unit is Unit.WEEK:
        return _with_interval("FREQ=WEEKLY", count)
    return _with_interval("FREQ=DAILY", count * DAYS_IN.get(unit, 1))


def _with_interval(rule: str, interval: int) -> str:
    return rule if interval == 1 else f"{rule};INTERVAL={min(interval, MOST_TIMES)}"


def several_times(times: int, count: int, unit: Unit) -> Rate:
    """«2 раза в год» is every six months; where that does not come out even, the rule is near to it."""
    if times <= 1:
        return _rule(every(count, unit))
    if unit in TERMS:
        return _rule(TERMLY, is_approximate=True)
    if unit in MONTHS_IN and count * MONTHS_IN[unit] >= times:
        interval, rest = divmod(count * MONTHS_IN[unit], times)
        return _rule(_with_interval("FREQ=MONTHLY", interval), is_approximate=rest > 0)
    days = count * (30 * MONTHS_IN[unit] if unit in MONTHS_IN else DAYS_IN.get(unit, 1))
    if days >= 7 * times:
        return _rule(_with_interval("FREQ=WEEKLY", days // (7 * times)), is_approximate=True)
    return _rule(_with_interval("FREQ=DAILY", max(1, days // times)), is_approximate=True)


def _word(c: Cursor) -> Rate | None:
    token = c.take(Tag.RATE)
    return _on_a_day(c, _rule(token.value)) if token else None


def _on_a_day(c: Cursor, found: Rate) -> Rate:
    """«ежемесячно, 25-го», «каждый месяц до 25»."""
    day = c.attempt(_lone_day) if found.rrule == every(1, Unit.MONTH) else None
    return _rule(f"{found.rrule};BYMONTHDAY={day}") if day else found


def _lone_day(c: Cursor) -> int | None:
    c.take(Tag.COMMA)
    c.attempt(_until)
    token = c.take(*NUMBERS)
    ends_here = c.tag() in (None, Tag.COMMA, Tag.SEMICOLON, Tag.CLOSES, Tag.FURTHER)
    return int(token.value) if token and ends_here and 1 <= token.value <= MOST_DAYS else None


def _times(c: Cursor) -> Rate | None:
    """«не реже 1 раза в квартал», «дважды в год», «раз в две недели»."""
    c.skip(Tag.NOT, Tag.AT_LEAST, Tag.TO)
    number = c.take(*NUMBERS)
    upto = c.take(*NUMBERS) if number and c.take(Tag.DASH) else None
    times = c.take(Tag.TIMES)
    if times is None or not c.take(Tag.IN, Tag.FOR):
        return None
    c.skip(Tag.WITHIN, Tag.EVERY, Tag.WHOLE)
    count = c.take(*NUMBERS)
    c.skip(Tag.SCHOOL, Tag.CALENDAR, Tag.THIS, Tag.WORKING)
    unit = c.take_unit()
    if unit is None or unit.value is Unit.HALF:
        return None
    found = several_times(times.value or _value(number), _value(count), unit.value)
    return _rule(found.rrule, is_approximate=True) if upto else found


def _value(number: Token | None) -> int:
    return min(max(int(number.value), 1), MOST_TIMES) if number else 1


def _days_of_month(c: Cursor) -> DayOfMonth | None:
    """«до 25 числа каждого месяца», «15 числа», «каждое 5-е число»."""
    until = c.first(_until)
    c.skip(Tag.IN, Tag.EVERY, Tag.FROM)
    days = _numbers(c)
    if not days:
        return None
    is_range = c.take(Tag.TO, Tag.DASH, Tag.UNTIL) is not None
    upto = _numbers(c) if is_range else None
    of_month = c.take(Tag.NUMBER_OF_MONTH)
    at = c.at
    is_of_each = _each_month(c)
    says_each = of_month or any(c.tag(place - c.at) is Tag.EVERY for place in range(at, c.at))
    if c.tag() is Tag.MONTH or not says_each or (is_range and not upto):
        return None
    chosen = (upto[-1],) if upto else days
    if not all(1 <= one <= MOST_DAYS for one in chosen):
        return None
    return DayOfMonth(
        0, 0, chosen, until is not None or upto is not None, is_of_each is not None, upto is not None
    )


def _until(c: Cursor) -> bool | None:
    """«до», «к», «не позднее», «в срок до»."""
    c.skip(Tag.IN, Tag.TERM_WORD)
    if c.take(Tag.NOT):
        return True if c.take(Tag.LATER_THAN) else None
    return True if c.take(Tag.UNTIL, Tag.TOWARDS) else None


def _numbers(c: Cursor) -> tuple[int, ...]:
    found = []
    while token := c.take(*NUMBERS):
        found.append(int(token.value))
        if c.tag(1) not in NUMBERS or not c.take(Tag.COMMA, Tag.AND):
            break
    return tuple(found)


def _each_month(c: Cursor) -> bool | None:
    at = c.at
    c.skip(Tag.EVERY, Tag.THIS, Tag.NEXT, Tag.NOISE, Tag.WHOLE)
    if not c.take_unit(Unit.MONTH):
        c.at = at
        return None
    if c.take(Tag.COMMA) and not (c.take(Tag.NEXT) and c.take(Tag.FOR)):
        c.at -= 1
    return True


def _part_of_each(c: Cursor) -> Rate | None:
    """«последняя неделя каждого месяца», «в начале четверти», «по окончании полугодия»."""
    c.first(_until)
    c.skip(Tag.IN, Tag.TO, Tag.EVERY)
    part = c.first(_edge, _cut)
    if part is None:
        return None
    c.skip(Tag.EVERY, Tag.THIS)
    unit = c.take_unit(Unit.MONTH, Unit.WEEK, Unit.QUARTER, Unit.HALF_YEAR, *TERMS)
    if unit is None:
        return None
    if unit.value is not Unit.MONTH:
        return _rule(every(1, unit.value))
    rule, is_approximate = _MONTHLY[part.cut](part)
    return _rule(f"FREQ=MONTHLY;{rule}", is_approximate=is_approximate)


def _edge(c: Cursor) -> Part | None:
    if token := c.take(*EDGES):
        return Part(EDGES[token.tag])
    token = c.take(Tag.EVENT)
    return Part(Cut.DAY, -1) if token and token.value == "end" else None


def _cut(c: Cursor) -> Part | None:
    number = c.take(*NUMBERS)
    if number is None or number.value not in (-1, *range(1, MOST_DAYS + 1)):
        return None
    is_working = c.take(Tag.WORKING) is not None
    unit = c.take_unit(Unit.DAY, Unit.WEEK, Unit.DECADE, Unit.HALF)
    if unit is None or (unit.value is not Unit.DAY and number.value > 5):
        return None
    if unit.value is Unit.DAY:
        return Part(Cut.WORKING_DAY if is_working else Cut.DAY, number.value)
    return Part({Unit.WEEK: Cut.WEEK, Unit.DECADE: Cut.DECADE}.get(unit.value, Cut.HALF), number.value)


def _chunk(length: int, chunks: int, part: Part) -> tuple[str, bool]:
    """Of several days of a month, the last one counts."""
    if part.number < 0 or part.number >= chunks:
        return "BYMONTHDAY=-1", True
    return f"BYMONTHDAY={length * part.number}", True


def _beginning(_: Part) -> tuple[str, bool]:
    return "BYMONTHDAY=10", True


def _middle(_: Part) -> tuple[str, bool]:
    return "BYMONTHDAY=15", True


def _end(_: Part) -> tuple[str, bool]:
    return "BYMONTHDAY=-1", False


_MONTHLY: dict[Cut, Callable[[Part], tuple[str, bool]]] = {
    Cut.BEGINNING: _beginning,
    Cut.MIDDLE: _middle,
    Cut.END: _end,
    Cut.DAY: lambda part: (f"BYMONTHDAY={part.number}", False),
    Cut.WORKING_DAY: lambda part: (f"BYDAY=MO,TU,WE,TH,FR;BYSETPOS={part.number}", False),
    Cut.WEEK: lambda part: _chunk(7, 5, part),
    Cut.DECADE: lambda part: _chunk(10, 3, part),
    Cut.HALF: lambda part: _chunk(15, 2, part),
}


def _every(c: Cursor) -> Piece | None:
    """«каждую неделю», «каждые два месяца», «каждый второй вторник»."""
    c.skip(Tag.IN, Tag.TO)
    if not c.take(Tag.EVERY):
        return None
    number = c.take(*NUMBERS)
    c.skip(Tag.SCHOOL)
    if c.take(Tag.WORKING):
        return _rule(WORKING_DAYS) if c.take_unit(Unit.DAY) else None
    if c.tag() is Tag.WEEKDAY:
        return _nth_weekdays(c, (int(number.value),)) if number else _weekly(c)
    unit = c.take_unit()
    if unit is None or (unit.value in (Unit.YEAR, Unit.HALF) and number is None):
        return None
    return _on_a_day(c, _rule(every(_value(number), unit.value)))


def _working_days(c: Cursor) -> Rate | None:
    c.skip(Tag.IN, Tag.TO)
    if not c.take(Tag.WORKING):
        return None
    unit = c.take_unit(Unit.DAY)
    return _rule(WORKING_DAYS) if unit and unit.is_plural else None


def _weekdays(c: Cursor) -> Piece | None:
    """«по понедельникам и средам», «последняя пятница месяца», or a weekday beside a date."""
    is_rule = c.take(Tag.TO) is not None
    c.skip(Tag.IN)
    if numbers := _numbers(c):
        return _nth_weekdays(c, numbers)
    return _weekly(c) if is_rule else _beside(c)


def _week_days(c: Cursor) -> tuple[int, ...]:
    found: list[int] = []
    while token := c.take(Tag.WEEKDAY):
        is_range = bool(found) and c.tag(-2) is Tag.DASH
        found += range(found[-1] if is_range else token.value, token.value + 1)
        if c.tag(1) is not Tag.WEEKDAY or not c.take(Tag.COMMA, Tag.AND, Tag.DASH):
            break
    return tuple(sorted(set(found)))


def _weekly(c: Cursor) -> Rate | None:
    days = _week_days(c)
    return _rule("FREQ=WEEKLY;BYDAY=" + ",".join(WEEKDAY_CODES[one] for one in days)) if days else None


def _beside(c: Cursor) -> Weekdays | None:
    days = _week_days(c)
    return Weekdays(0, 0, days) if days else None


def _nth_weekdays(c: Cursor, numbers: tuple[int, ...]) -> Rate | None:
    token = c.take(Tag.WEEKDAY)
    if token is None or c.tag() is Tag.MONTH or not all(one in (-1, 1, 2, 3, 4, 5) for one in numbers):
        return None
    _each_month(c)
    days = ",".join(f"{one}{WEEKDAY_CODES[token.value]}" for one in dict.fromkeys(numbers))
    return _rule(f"FREQ=MONTHLY;BYDAY={days}")
