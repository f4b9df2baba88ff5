"""Reads what makes a phrase something else than a deadline: an event, a reference to another paper, a
demand, a duration, the date of an order.

A cause beside a date is a doubt about it; a cause alone is why nothing was understood.
"""

from __future__ import annotations

from services.deadlines.cursor import Cursor
from services.deadlines.pieces import Cause, How, Piece, Stretch
from services.deadlines.points import NUMBERS, counted, month, plan, point, written_date
from services.deadlines.rates import DAYS_IN, MONTHS_IN
from services.deadlines.words import Tag, Unit

LONGEST_WAIT = 3660
CLAUSES = ("п", "пп", "ст", "тел", "каб")
MOST_UNITS = 400
"""«за 2022-2023 учебный год» counts no years."""
ADJECTIVES = (Tag.WORKING, Tag.CALENDAR, Tag.SCHOOL, Tag.NOISE)
DURATIONS = ("дневн", "недельн", "месячн", "часов")
DAYS_OF_NUMBER = {"пяти": 5, "трех": 3, "десяти": 10, "дву": 2, "семи": 7}


def strong(c: Cursor) -> Piece | None:
    """What must be seen before a date is looked for."""
    return c.first(_ahead_of, _counted_from, _duration_range, _event, _document, _dated_paper, _hash)


def weak(c: Cursor) -> Piece | None:
    """What is looked for where there is no date."""
    return c.first(_until_something, _duration, _in_some_days, _reference, _on_demand, _occasion)


def _cause(c: Cursor, begins: int, code: str) -> Cause:
    return Cause(begins, c.ends(), code)


def _ahead_of(c: Cursor) -> Piece | None:
    """«не позднее чем за 10 рабочих дней до начала»; before a known day it can be counted."""
    begins = c.begins(c.at)
    c.skip(Tag.NOT, Tag.LATER_THAN, Tag.EARLIER_THAN, Tag.AT_LEAST, Tag.NOISE)
    if not c.take(Tag.FOR):
        return None
    c.skip(Tag.NOISE, Tag.NOT, Tag.AT_LEAST)
    if c.tag() is Tag.ORDINAL or c.is_unit(Unit.YEAR):
        return None
    length = c.attempt(_length)
    if length is None:
        return None
    if c.take(Tag.UNTIL) and (named := c.attempt(point)):
        return Stretch(begins, c.ends(), How.UNTIL, named, named, *length)
    c.skip_clause()
    return _cause(c, begins, "event")


def _length(c: Cursor) -> tuple[int, bool] | None:
    """Days, and whether only working ones count."""
    number = c.take(*NUMBERS)
    if number and c.take(Tag.DASH):
        number = c.take(*NUMBERS)
    if number and not 0 < number.value <= MOST_UNITS:
        return None
    is_working = False
    while token := c.take(*ADJECTIVES):
        is_working = is_working or token.tag is Tag.WORKING
    unit = c.take_unit()
    if unit is None:
        return None
    each = DAYS_IN.get(unit.value) or 30 * MONTHS_IN.get(unit.value, 2)
    return min(each * max(number.value if number else 1, 1), LONGEST_WAIT), is_working


def _counted_from(c: Cursor) -> Cause | None:
    """«в течение 40 дней со дня приказа», «не позднее 3 дней после …»."""
    begins = c.begins(c.at)
    c.skip(Tag.NOT, Tag.LATER_THAN, Tag.AT_LEAST, Tag.IN, Tag.WITHIN, Tag.NOISE, Tag.TO, Tag.TERM_WORD)
    c.take(Tag.AFTER)
    length = c.first(_length, _adjective_length)
    if length is None or not _from_then(c):
        return None
    at = c.at
    c.skip_clause()
    is_order = any(c.tag(place - c.at) is Tag.DOCUMENT for place in range(at, c.at))
    return Cause(begins, c.ends(), "event", days_after_order=length if is_order else None)


def _adjective_length(c: Cursor) -> tuple[int, bool] | None:
    """«в недельный срок», «в трехдневный срок»."""
    number = c.take(*NUMBERS)
    c.take(Tag.DASH)
    word = c.take(Tag.UNKNOWN)
    if word is None or not any(stem in word.value for stem in DURATIONS) or not c.take(Tag.TERM_WORD):
        return None
    spelt = next((days for stem, days in DAYS_OF_NUMBER.items() if word.value.startswith(stem)), 1)
    count = number.value if number else spelt
    each = {DURATIONS[1]: 7, DURATIONS[2]: 30}.get(next(stem for stem in DURATIONS if stem in word.value), 1)
    return min(each * count, LONGEST_WAIT), False


def _from_then(c: Cursor) -> bool:
    """«со дня», «с момента», «с даты», «после»."""
    if c.take(Tag.AFTER):
        return True
    return c.attempt(_from_event) is not None


def _from_event(c: Cursor) -> bool | None:
    if not c.take(Tag.FROM, Tag.OF, Tag.TO):
        return None
    return True if c.take_unit(Unit.DAY) or c.take(Tag.EVENT, Tag.NOISE) else None


def _duration_range(c: Cursor) -> Cause | None:
    """«от 3 месяцев до 1 года»."""
    begins = c.begins(c.at)
    if not c.take(Tag.OF) or not c.attempt(_counted_length) or not c.take(Tag.UNTIL):
        return None
    return _cause(c, begins, "duration") if c.attempt(_counted_length) else None


def _counted_length(c: Cursor) -> bool | None:
    number = c.take(*NUMBERS)
    c.skip(*ADJECTIVES)
    unit = c.take_unit() if number else None
    return True if number and unit and (number.tag is Tag.NUMBER or unit.is_plural) else None


def _event(c: Cursor) -> Cause | None:
    """«после экспертизы», «по завершении», «с момента», «по окончании учебного года», «перед …»."""
    begins = c.begins(c.at)
    found = c.first(_end_of_known, _after, _before, _upon)
    if found is None:
        return None
    if isinstance(found, Cause):
        return Cause(begins, c.ends(), found.code, named=found.named)
    c.skip_clause()
    return _cause(c, begins, "event")


def _end_of_known(c: Cursor) -> Cause | None:
    c.skip(Tag.TO, Tag.AFTER)
    token = c.take(Tag.EVENT)
    if token is None:
        return None
    named = c.first(counted, month, plan)
    return Cause(0, 0, "event", named=named) if named else None


def _after(c: Cursor) -> bool | None:
    """«после 15 сентября» is a day, «после экспертизы» is not."""
    if not c.take(Tag.AFTER):
        return None
    return None if c.attempt(written_date) or c.attempt(point) else True


def _before(c: Cursor) -> bool | None:
    """«перед 1 сентября» is a day, «перед педсоветом» is not."""
    return True if c.take(Tag.BEFORE) and not c.attempt(point) else None


def _upon(c: Cursor) -> bool | None:
    if c.tag() is Tag.FROM:
        return True if c.attempt(_from_event) else None
    return True if c.take(Tag.TO, Tag.IN) and c.take(Tag.EVENT) else None


def _until_something(c: Cursor) -> Cause | None:
    """«до начала занятий», «к педсовету»."""
    begins = c.begins(c.at)
    c.skip(Tag.NOT, Tag.LATER_THAN)
    if not c.take(Tag.UNTIL, Tag.TOWARDS) or c.tag() not in _THINGS:
        return None
    c.skip_clause()
    return _cause(c, begins, "event")


_THINGS = (
    Tag.UNKNOWN, Tag.BEGINNING, Tag.END, Tag.EVENT, Tag.NOISE, Tag.DEMAND, Tag.DOCUMENT, Tag.HOLIDAYS,
    Tag.WEEKDAY,
)  # fmt: skip


def _duration(c: Cursor) -> Cause | None:
    """«3 месяца», «в течение месяца», «в недельный срок»."""
    begins = c.begins(c.at)
    c.skip(Tag.NOT, Tag.AT_LEAST, Tag.IN, Tag.WITHIN, Tag.UNTIL, Tag.TO, Tag.OF)
    if c.first(_counted_length, lambda c: True if _adjective_length(c) else None):
        return _cause(c, begins, "duration")
    if c.tag(-1) is Tag.WITHIN and c.take_unit():
        return _cause(c, begins, "duration")
    return None


def _in_some_days(c: Cursor) -> Cause | None:
    """«через неделю»: from when, it does not say."""
    begins = c.begins(c.at)
    c.skip(Tag.IN, Tag.WITHIN)
    if c.tag(-1) is Tag.WITHIN and c.take(Tag.AGREED, Tag.UNKNOWN):
        c.skip_clause()
        return _cause(c, begins, "reference")
    return None


def _on_demand(c: Cursor) -> Cause | None:
    begins = c.begins(c.at)
    c.skip(Tag.TO, Tag.IN, Tag.NOISE)
    if not c.take(Tag.DEMAND, Tag.IF):
        return None
    c.skip_clause()
    return _cause(c, begins, "on-demand")


def _reference(c: Cursor) -> Cause | None:
    """«по отдельному плану», «в сроки, установленные …», «согласно графику»."""
    begins, at = c.begins(c.at), c.at
    c.skip(Tag.TO, Tag.IN, Tag.FROM, Tag.TERM_WORD, Tag.NOISE)
    if c.tag() is Tag.COMMA and c.tag(-1) is Tag.TERM_WORD and c.tag(1) is Tag.AGREED:
        c.take()
    if c.tag(at - c.at) is Tag.TO and not c.take(Tag.PLAN, Tag.AGREED, Tag.DOCUMENT, Tag.AUTHORITY):
        if not _leads_to_plan(c):
            return None
    elif c.tag(at - c.at) is not Tag.TO and not c.take(Tag.PLAN, Tag.AGREED, Tag.ACCORDING, Tag.HOLIDAYS):
        return None
    c.skip_clause()
    is_order = any(c.tag(place - c.at) in (Tag.DOCUMENT, Tag.AUTHORITY) for place in range(at, c.at))
    return _cause(c, begins, "external-order" if is_order else "reference")


ADJECTIVES_BEFORE_PLAN = 3


def _leads_to_plan(c: Cursor) -> bool:
    """«по отдельному плану», «по утвержденному школой графику»."""
    for ahead in range(ADJECTIVES_BEFORE_PLAN + 1):
        if c.tag(ahead) in (Tag.PLAN, Tag.AGREED):
            return True
        if c.tag(ahead) not in (
            Tag.UNKNOWN,
            Tag.SCHOOL,
            Tag.CALENDAR,
            Tag.THIS,
            Tag.WHOLE,
            Tag.NOISE,
            Tag.DEMAND,
        ):
            return False
    return False


def _occasion(c: Cursor) -> Cause | None:
    begins = c.begins(c.at)
    c.skip(Tag.FROM)
    if not c.take(Tag.OCCASION, Tag.EVENT) and not (c.take(Tag.IN) and c.take_unit(Unit.DAY)):
        return None
    c.skip_clause()
    return _cause(c, begins, "event")


def _document(c: Cursor) -> Cause | None:
    """«приказ от 31.08.2023 № 348-р»: its date is no deadline."""
    begins, at = c.begins(c.at), c.at
    c.skip(Tag.TO, Tag.FROM, Tag.IN)
    if not c.take(Tag.DOCUMENT):
        return None
    is_dated = False
    while not c.is_at_end and c.tag() not in (Tag.SEMICOLON, Tag.OPENS, Tag.CLOSES, Tag.FURTHER, Tag.COMMA):
        dated = c.attempt(_dated_paper)
        is_dated = is_dated or dated is not None
        if dated and c.tag() is not Tag.HASH:
            break
        if not c.attempt(_hash):
            is_dated = is_dated or c.tag() in (Tag.DATE, Tag.NUMBER)
            c.take()
    code = "external-order" if c.tag(at - c.at) is Tag.TO or not is_dated else "document-date"
    return _cause(c, begins, code)


def _dated_paper(c: Cursor) -> Cause | None:
    """«от 31.08.2023»; but «от 10.09 до 15.09» is a range."""
    begins = c.begins(c.at)
    if not c.take(Tag.OF) or not c.attempt(point) or c.tag() in (Tag.UNTIL, Tag.TO, Tag.DASH):
        return None
    return _cause(c, begins, "document-date")


def _hash(c: Cursor) -> Cause | None:
    """«№ 348-р», «п. 4.2»: a number, not a day."""
    begins, sign = c.begins(c.at), c.take(Tag.HASH, Tag.UNKNOWN)
    if (
        sign is None
        or sign.value not in (None, *CLAUSES)
        or (sign.value and c.tag() not in (Tag.DATE, *NUMBERS))
    ):
        return None
    c.take(*NUMBERS, Tag.DATE)
    if c.take(Tag.DASH, Tag.SLASH):
        c.take(*NUMBERS, Tag.UNKNOWN, Tag.NOISE, Tag.DATE)
    return _cause(c, begins, "document-date")
