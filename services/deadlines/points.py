"""Reads names of stretches: «10 сентября 2023 г.», «вторая неделя октября», «III четверть», «учебный год».

Each function reads one way of naming at the cursor and returns None when that is not what stands there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from services.deadlines.cursor import Cursor
from services.deadlines.pieces import Yearly
from services.deadlines.reading import Doubt
from services.deadlines.stretches import Cut, Named, Part, What
from services.deadlines.tokens import FULL_YEAR, Token
from services.deadlines.words import Tag, Unit

NUMBERS = (Tag.NUMBER, Tag.ORDINAL)
COUNTED = {
    Unit.QUARTER: What.QUARTER,
    Unit.HALF_YEAR: What.HALF_YEAR,
    Unit.TERM: What.TERM,
    Unit.TRIMESTER: What.TRIMESTER,
}
CUTS = {Unit.WEEK: Cut.WEEK, Unit.DECADE: Cut.DECADE, Unit.HALF: Cut.HALF}
EDGES = {Tag.BEGINNING: Cut.BEGINNING, Tag.MIDDLE: Cut.MIDDLE, Tag.END: Cut.END}
JOINTS = (Tag.DASH, Tag.COMMA, Tag.AND, Tag.SLASH)
TWO_DIGIT_YEARS = range(20, 61)


def point(c: Cursor) -> Named | None:
    return c.first(
        written_date,
        day_and_month,
        edge,
        borrowed_day,
        cut_of_month,
        day_of_cut,
        counted,
        borrowed_number,
        month,
        year_and_month,
        season,
        years,
        plan,
    )


def written_date(c: Cursor) -> Named | None:
    token = c.take(Tag.DATE)
    if token is None:
        return None
    written = token.value
    what = What.MONTH if written.day is None else What.DAY
    named = Named(what, written.month, written.day, year=written.year, doubts=_doubts_of_date(token))
    if written.year is None:
        return year_suffix(c, named)
    c.skip(Tag.SCHOOL)
    c.take_unit(Unit.YEAR)
    return named


def _doubts_of_date(token: Token) -> tuple[Doubt, ...]:
    found = []
    if token.value.has_short_year:
        found.append(Doubt("two-digit-year", {"year": str(token.value.year)}))
    if token.value.slip:
        found.append(Doubt("typing-slip"))
    return tuple(found)


def _number(c: Cursor, limit: int = 99) -> Token | None:
    token = c.take(*NUMBERS)
    return token if token and -2 <= token.value <= limit else None


def day_and_month(c: Cursor) -> Named | None:
    """«10 сентября», «25 числа мая»."""
    number = _number(c)
    if number is None or number.value < 0:
        return None
    if (of_month := c.take(Tag.NUMBER_OF_MONTH)) and of_month.is_plural:
        return None
    name = c.take(Tag.MONTH)
    if name is None:
        return None
    return year_suffix(c, Named(What.DAY, name.value, number.value, doubts=_misspelt(name)))


def _misspelt(name: Token) -> tuple[Doubt, ...]:
    return (Doubt("typing-slip"),) if name.slip else ()


_BETWEEN_DAYS = (*NUMBERS, *JOINTS, Tag.TO, Tag.UNTIL, Tag.FROM, Tag.NUMBER_OF_MONTH, Tag.IN)
LOOK_AHEAD = 24
MOST_ADJECTIVES = 4


def borrowed_day(c: Cursor) -> Named | None:
    """«1» of «с 1 по 15 сентября»: the month stands farther on."""
    number = _number(c, 31)
    following = c.peek()
    if number is None or number.value < 1 or following is None or following.is_plural:
        return None
    if following.tag not in _BETWEEN_DAYS or following.tag in NUMBERS:
        return None
    for ahead in range(LOOK_AHEAD):
        token = c.peek(ahead)
        if token is None:
            return None
        if token.tag is Tag.DATE and token.value.day is not None:
            return Named(What.DAY, token.value.month, number.value, year=token.value.year)
        if token.tag is Tag.MONTH:
            return (
                _of_month(c, ahead, number) if c.tag(ahead - 1) in (*NUMBERS, Tag.NUMBER_OF_MONTH) else None
            )
        if token.tag not in _BETWEEN_DAYS:
            return None
    return None


def _of_month(c: Cursor, ahead: int, number: Token) -> Named:
    year = c.peek(ahead + 1)
    is_year = year is not None and year.tag is Tag.NUMBER and year.value in FULL_YEAR
    name = c.peek(ahead)
    return Named(
        What.DAY,
        name.value if name else None,
        number.value,
        year=year.value if year is not None and is_year else None,
    )


def edge(c: Cursor) -> Named | None:
    """«начало сентября», «в первых числах мая», «конец учебного года»."""
    token = c.take(*EDGES)
    if token is None:
        return _in_the_tens(c)
    named = c.first(counted, month, season, years, plan)
    if named is None or named.part is not None:
        return None
    return replace(named, part=Part(EDGES[token.tag]))


def _in_the_tens(c: Cursor) -> Named | None:
    number, of_month = c.take(Tag.ORDINAL), c.take(Tag.NUMBER_OF_MONTH)
    if number is None or of_month is None or not of_month.is_plural:
        return None
    named = c.attempt(month)
    part = {
        1: Part(Cut.BEGINNING),
        -1: Part(Cut.END),
        10: Part(Cut.DECADE, 2),
        20: Part(Cut.DECADE, 3),
    }.get(number.value)
    return replace(named, part=part) if named and part else None


def cut_of_month(c: Cursor) -> Named | None:
    """«вторая неделя октября», «1–2 декада мая», «первая половина учебного года»."""
    part = c.attempt(_cut)
    if part is None:
        return None
    c.take(Tag.EVERY, Tag.IN)
    named = c.first(month, season, plan)
    if named is None or named.part is not None:
        return None
    if part.cut is Cut.HALF and named.what is What.PLAN:
        return replace(named, what=What.HALF_YEAR, number=part.number if part.number > 0 else 2)
    return replace(named, part=part)


def _cut(c: Cursor) -> Part | None:
    number = _number(c, 6)
    if number is None:
        return None
    joint = c.take(*JOINTS)
    upto = _number(c, 6) if joint else None
    unit = c.take_unit(*CUTS)
    if unit is None or (joint and upto is None):
        return None
    return Part(CUTS[unit.value], number.value, upto.value if upto else None)


def day_of_cut(c: Cursor) -> Named | None:
    """«первый рабочий день сентября», «последняя пятница октября»."""
    number = _number(c, 31)
    if number is None or number.value == 0:
        return None
    part = c.first(*(_with(number, read) for read in (_a_day, _a_weekday)))
    c.take(Tag.IN)
    named = c.first(month, counted, plan) if part else None
    return replace(named, part=part) if named and part and named.part is None else None


def _with(number: Token, read: Callable[[Cursor, int], Part | None]) -> Callable[[Cursor], Part | None]:
    return lambda c: read(c, number.value)


def _a_day(c: Cursor, number: int) -> Part | None:
    is_working = c.take(Tag.WORKING) is not None
    c.skip(Tag.CALENDAR, Tag.SCHOOL)
    token = c.take_unit(Unit.DAY)
    if token is None:
        return None
    if token.is_plural:
        return Part(Cut.END if number < 0 else Cut.BEGINNING) if not is_working else None
    return Part(Cut.WORKING_DAY if is_working else Cut.DAY, number)


def _a_weekday(c: Cursor, number: int) -> Part | None:
    token = c.take(Tag.WEEKDAY)
    return Part(Cut.WEEKDAY, number, weekday=token.value) if token else None


def counted(c: Cursor) -> Named | None:
    """«III квартал 2023 г.», «первое полугодие», «2-я четверть»."""
    number = _number(c, 12)
    if number is None:
        return None
    c.skip(Tag.SCHOOL)
    unit = c.take_unit(*COUNTED)
    if unit is None:
        return None
    value = number.value if number.value > 0 else _LAST_OF[unit.value] + 1 + number.value
    return year_suffix(c, Named(COUNTED[unit.value], number=value))


_LAST_OF = {Unit.QUARTER: 4, Unit.HALF_YEAR: 2, Unit.TERM: 4, Unit.TRIMESTER: 3}


def borrowed_number(c: Cursor) -> Named | None:
    """«I» of «I–II квартал»."""
    number = _number(c, 12)
    if number is None or number.value < 1 or c.tag() not in (*JOINTS, Tag.TO):
        return None
    for ahead in range(LOOK_AHEAD):
        if c.is_unit(*COUNTED, ahead=ahead) and ahead >= 2:
            unit = c.peek(ahead)
            return Named(COUNTED[unit.value], number=number.value) if unit else None
        if c.tag(ahead) not in (*NUMBERS, *JOINTS, Tag.TO):
            return None
    return None


def month(c: Cursor) -> Named | None:
    """«сентябрь 2023 г.», also with its part behind: «октябрь (2 неделя)»."""
    name = c.take(Tag.MONTH, Tag.DATE)
    if name is None:
        return None
    if name.tag is Tag.DATE:
        return Named(What.MONTH, name.value.month, year=name.value.year) if name.value.day is None else None
    c.take_unit(Unit.MONTH)
    named = year_suffix(c, Named(What.MONTH, name.value, doubts=_misspelt(name)))
    part = c.attempt(_part_behind)
    return replace(named, part=part) if part else named


def _part_behind(c: Cursor) -> Part | None:
    opened = c.take(Tag.COMMA, Tag.OPENS, Tag.DASH)
    part = c.first(_cut, _edge_behind)
    if part is None or opened is None or c.tag() in (Tag.MONTH, Tag.EVERY):
        return None
    c.take_unit(Unit.MONTH)
    if c.is_unit() or c.tag() in (*NUMBERS, Tag.SCHOOL):
        return None
    if opened.tag is Tag.OPENS:
        c.take(Tag.CLOSES)
    return part


def _edge_behind(c: Cursor) -> Part | None:
    c.skip(Tag.IN)
    token = c.take(*EDGES)
    return Part(EDGES[token.tag]) if token else None


def year_and_month(c: Cursor) -> Named | None:
    """«2023 г., сентябрь»."""
    year = c.take(Tag.NUMBER)
    if year is None or year.value not in FULL_YEAR:
        return None
    c.take_unit(Unit.YEAR)
    c.take(Tag.COMMA, Tag.DASH)
    named = c.first(day_and_month, month)
    return replace(named, year=year.value) if named and not named.is_dated else None


def season(c: Cursor) -> Named | None:
    """«осень 2023 г.», «весенние каникулы»."""
    if token := c.take(Tag.SEASON):
        return year_suffix(c, Named(What.SEASON, name=token.value))
    token = c.take(Tag.SEASONAL)
    if token is None:
        return None
    if c.take(Tag.HOLIDAYS):
        c.take(Tag.PERIOD)
        return year_suffix(c, Named(What.HOLIDAYS, name=token.value))
    return year_suffix(c, Named(What.SEASON, name=token.value)) if c.take(Tag.PERIOD) else None


def years(c: Cursor) -> Named | None:
    """«2023-2024 учебный год», «2023 год», «2023–2024 годы»."""
    first = c.take(Tag.NUMBER)
    if first is None or first.value not in FULL_YEAR:
        return None
    last = c.attempt(_last_year)
    c.skip(Tag.CALENDAR)
    school = c.take(Tag.SCHOOL)
    unit, again = c.take_unit(Unit.YEAR), c.take_unit(Unit.YEAR)
    if last is None:
        return _one_year(first.value, is_school=school is not None)
    if school is None:
        return _bare_years(first.value, last.value, is_plural=_is_plural(unit, again))
    # «учебные года» may be one school year or two calendar years.
    is_ambiguous = school.is_plural and last.value == first.value + 1
    if is_ambiguous:
        doubt = Doubt("ambiguous-years", {"first": str(first.value), "last": str(last.value)})
        return Named(What.YEARS, year=first.value, until_year=last.value, doubts=(doubt,))
    return Named(What.SCHOOL_YEAR, school_year=first.value, until_year=last.value)


def _is_plural(unit: Token | None, again: Token | None) -> bool:
    """«годы», «гг.», «г.г.»."""
    is_doubled = unit is not None and again is not None and unit.ends - unit.begins == 1
    return is_doubled or (unit is not None and unit.is_plural)


def _last_year(c: Cursor) -> Token | None:
    c.take_unit(Unit.YEAR)
    if not c.take(Tag.DASH, Tag.SLASH, Tag.AND):
        return None
    token = c.take(Tag.NUMBER)
    if token is None or token.value not in FULL_YEAR or c.tag() is Tag.MONTH:
        return None
    return token


def _one_year(year: int, *, is_school: bool) -> Named:
    if is_school:
        return Named(What.SCHOOL_YEAR, school_year=year, until_year=year + 1)
    return Named(What.YEARS, year=year)


def _bare_years(first: int, last: int, *, is_plural: bool) -> Named:
    if is_plural or last - first != 1:
        return Named(What.YEARS, year=first, until_year=last)
    return Named(What.SCHOOL_YEAR, school_year=first, until_year=last, name="bare")


def plan(c: Cursor) -> Named | None:
    """«весь период», «учебный год», «следующий год»."""
    if c.take(Tag.ALL_YEAR):
        return Named(What.PLAN)
    shift = _adjectives(c)
    is_whole, of_calendar = c.attempt(_whole_period), c.take(Tag.CALENDAR)
    if is_whole:
        return Named(What.PLAN)
    c.skip(Tag.SCHOOL)
    unit = c.peek()
    if c.is_unit(Unit.YEAR) and (named := c.attempt(_named_year)):
        return named
    if not c.take_unit(Unit.YEAR) or unit is None or unit.is_plural or unit.ends - unit.begins == 1:
        return None
    return Named(What.YEARS if of_calendar else What.PLAN, year_shift=shift)


def _named_year(c: Cursor) -> Named | None:
    """«учебный год 2023-2024»."""
    c.take_unit(Unit.YEAR)
    c.take(Tag.OPENS)
    named = c.attempt(years)
    c.take(Tag.CLOSES)
    return named if named and named.what is What.SCHOOL_YEAR else None


def _whole_period(c: Cursor) -> bool | None:
    c.skip(Tag.SCHOOL)
    return True if c.take(Tag.PERIOD, Tag.TERM_WORD) and c.tag(-2) is Tag.WHOLE else None


def _adjectives(c: Cursor) -> int:
    """How many years farther: «следующего» is 1."""
    shift = 0
    for _ in range(MOST_ADJECTIVES):
        token = c.take(Tag.WHOLE, Tag.THIS, Tag.NEXT, Tag.PAST, Tag.EVERY)
        if token is None:
            break
        shift = {Tag.NEXT: 1, Tag.PAST: -1}.get(token.tag, shift)
        if token.tag is Tag.EVERY:
            c.aside.append(Yearly(token.begins, token.ends))
    return shift


def year_suffix(c: Cursor, named: Named) -> Named:
    """The year behind a name, in whatever way it stands there."""
    return c.first(*(_suffix(named, read) for read in (_literal_year, _short_year, _relative_year))) or named


def _suffix(named: Named, read: Callable[[Cursor, Named], Named | None]) -> Callable[[Cursor], Named | None]:
    return lambda c: read(c, named)


def _literal_year(c: Cursor, named: Named) -> Named | None:
    opened = c.take(Tag.COMMA, Tag.OPENS, Tag.IN, Tag.FOR, Tag.OF)
    found = c.attempt(years)
    if found is None or (c.tag() is Tag.MONTH and opened is not None and opened.tag is not Tag.IN):
        return None
    if opened and opened.tag is Tag.OPENS and not c.take(Tag.CLOSES):
        return None
    if found.what is What.SCHOOL_YEAR:
        return replace(named, school_year=found.school_year)
    if found.until_year is not None:
        return replace(named, school_year=found.year)
    is_of_calendar = named.what in (What.HALF_YEAR, What.QUARTER)
    return replace(named, year=found.year, is_of_calendar=is_of_calendar)


def _short_year(c: Cursor, named: Named) -> Named | None:
    token = c.take(Tag.NUMBER)
    if token is None or token.value not in TWO_DIGIT_YEARS or not c.take_unit(Unit.YEAR):
        return None
    year = 2000 + token.value
    return replace(named, year=year, doubts=(*named.doubts, Doubt("two-digit-year", {"year": str(year)})))


def _relative_year(c: Cursor, named: Named) -> Named | None:
    """«текущего года», «следующего учебного года», «каждого года», «с.г.»."""
    if c.take(Tag.THIS_YEAR):
        return named
    opened = c.take(Tag.OPENS, Tag.IN)
    before = c.at
    shift = _adjectives(c)
    c.skip(Tag.SCHOOL, Tag.CALENDAR)
    if before == c.at or not c.take_unit(Unit.YEAR):
        return None
    if opened and opened.tag is Tag.OPENS:
        c.take(Tag.CLOSES)
    return replace(named, year_shift=shift)
