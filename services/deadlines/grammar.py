"""Reads a row of tokens into pieces: stretches, rates, marks, causes, and words that were not understood.

What stands where in a phrase is decided here; what days come of it is not.
"""

from __future__ import annotations

from services.deadlines import causes
from services.deadlines.cursor import Cursor
from services.deadlines.pieces import (
    Always,
    Break,
    Cause,
    Further,
    How,
    Loose,
    Piece,
    Sign,
    Stretch,
    Yearly,
)
from services.deadlines.points import point
from services.deadlines.rates import rate
from services.deadlines.stretches import Named
from services.deadlines.tokens import Token
from services.deadlines.words import Tag, Unit

SIGNS = {
    Tag.COMMA: Sign.COMMA,
    Tag.OPENS: Sign.COMMA,
    Tag.CLOSES: Sign.COMMA,
    Tag.SLASH: Sign.COMMA,
    Tag.SEMICOLON: Sign.SEMICOLON,
    Tag.AND: Sign.AND,
}
SILENT = frozenset(
    {Tag.DASH, Tag.NOISE, Tag.TERM_WORD, Tag.PERIOD, Tag.INCLUSIVE, Tag.TIME, Tag.IN, Tag.TO, Tag.FROM}
    | {Tag.WITHIN, Tag.WHOLE, Tag.THIS, Tag.THIS_YEAR, Tag.NOT, Tag.AT_LEAST, Tag.OF, Tag.FOR, Tag.HASH}
    | {Tag.UNTIL, Tag.TIMES, Tag.TOWARDS, Tag.NEXT, Tag.PAST}
)
"""Words and signs that add nothing where nothing else could be made of them."""


def pieces(tokens: list[Token]) -> list[Piece]:
    c = Cursor(tokens)
    found: list[Piece] = []
    while not c.is_at_end:
        found += _next(c)
        found += c.aside
        c.aside.clear()
    return found


def _next(c: Cursor) -> list[Piece]:
    read = c.first(_sign, _template, _further, rate, causes.strong, _yearly, _always, _stretch, causes.weak)
    return [read] if read is not None else _left(c)


def _left(c: Cursor) -> list[Piece]:
    token = c.take()
    if (
        token is None
        or token.tag in SILENT
        or (token.ends - token.begins == 1 and token.tag is not Tag.NUMBER)
    ):
        return []
    return [Loose(token.begins, token.ends)]


def _sign(c: Cursor) -> Break | None:
    token = c.take(*SIGNS)
    return Break(token.begins, token.ends, SIGNS[token.tag]) if token else None


def _template(c: Cursor) -> Cause | None:
    token = c.take(Tag.TEMPLATE, Tag.STAMP)
    if token is None:
        return None
    return Cause(token.begins, token.ends, "template-variable" if token.tag is Tag.TEMPLATE else "stamp")


def _further(c: Cursor) -> Further | None:
    begins = c.begins(c.at)
    c.skip(Tag.AND, Tag.IN, Tag.FROM)
    if not c.take(Tag.FURTHER):
        return None
    # «и в последующие годы» is «далее ежегодно».
    if (unit := c.take_unit(Unit.YEAR)) and unit.is_plural:
        c.aside.append(Yearly(unit.begins, unit.ends))
    return Further(begins, c.ends())


def _yearly(c: Cursor) -> Yearly | None:
    """«ежегодно», «каждый год», «каждый сентябрь», «каждое 1 сентября»."""
    begins = c.begins(c.at)
    if c.take(Tag.YEARLY):
        return Yearly(begins, c.ends())
    c.skip(Tag.IN)
    if not c.take(Tag.EVERY):
        return None
    c.skip(Tag.SCHOOL, Tag.CALENDAR)
    unit = c.take_unit(Unit.YEAR)
    is_known = unit is not None or c.tag() in (Tag.MONTH, Tag.SEASON, Tag.SEASONAL, Tag.NUMBER, Tag.ORDINAL)
    return Yearly(begins, c.ends()) if is_known else None


def _always(c: Cursor) -> Always | None:
    token = c.take(Tag.ALWAYS)
    return Always(token.begins, token.ends, token.value is not None) if token else None


INTRODUCTIONS = (Tag.IN, Tag.WITHIN, Tag.PERIOD, Tag.TERM_WORD, Tag.NOISE)


def _stretch(c: Cursor) -> Stretch | None:
    begins = c.begins(c.at)
    c.skip(*INTRODUCTIONS)
    c.attempt(_days_word)
    how = _how(c)
    if how is not How.AT and c.take(Tag.WEEKDAY):
        c.take(Tag.COMMA)
    after_days = -1 if c.take(Tag.AFTER) else 0
    c.skip(*INTRODUCTIONS, Tag.TO)
    first = c.attempt(point)
    if first is None:
        return None
    if c.take(Tag.INCLUSIVE) and how is How.UNTIL:
        how = How.NO_LATER
    if after_days:
        return Stretch(begins, c.ends(), How.SINCE, first, first, after_days)
    return _completed(c, begins, how, first)


def _days_word(c: Cursor) -> bool | None:
    """«в дни осенних каникул»."""
    token = c.take_unit(Unit.DAY)
    return True if token and token.is_plural else None


def _how(c: Cursor) -> How:
    found = c.first(_prefix) or How.AT
    c.skip(Tag.NOISE)
    return found


_PREFIXES = {
    Tag.UNTIL: How.UNTIL,
    Tag.TOWARDS: How.UNTIL,
    Tag.TO: How.NO_LATER,
    Tag.FROM: How.SINCE,
    Tag.OF: How.SINCE,
    Tag.BETWEEN: How.BETWEEN,
    Tag.BEFORE: How.BEFORE,
    Tag.FOR: How.REPORTED,
}


def _prefix(c: Cursor) -> How | None:
    token = c.take()
    if token is None:
        return None
    return _than(c) if token.tag is Tag.NOT else _PREFIXES.get(token.tag)


def _than(c: Cursor) -> How | None:
    if c.take(Tag.LATER_THAN):
        return How.UNTIL if c.take(Tag.UNTIL) else How.NO_LATER
    return How.SINCE if c.take(Tag.EARLIER_THAN) else None


def _completed(c: Cursor, begins: int, how: How, first: Named) -> Stretch:
    last = c.attempt(_OTHER_ENDS.get(how, _after_dash))
    if last is None:
        return Stretch(begins, c.ends(), how if how is not How.BETWEEN else How.AT, first, first)
    c.take(Tag.INCLUSIVE)
    match how:
        case How.UNTIL | How.NO_LATER:
            return Stretch(begins, c.ends(), How.NO_LATER, last, last)
        case How.REPORTED:
            return Stretch(begins, c.ends(), How.REPORTED, first, last)
        case _:
            return Stretch(begins, c.ends(), How.BETWEEN, first, last)


def _and_point(c: Cursor) -> Named | None:
    return c.attempt(point) if c.take(Tag.AND) else None


def _after_dash(c: Cursor) -> Named | None:
    return c.attempt(point) if c.take(Tag.DASH) else None


def _other_end_of_since(c: Cursor) -> Named | None:
    """«с 1 сентября, по 15 октября»: behind «с» a comma parts nothing."""
    if c.tag(1) in (Tag.TO, Tag.UNTIL, Tag.NOT):
        c.take(Tag.COMMA, Tag.AND)
    return _other_end(c)


def _other_end(c: Cursor) -> Named | None:
    """What stands behind «–», «по», «до»."""
    dash = c.take(Tag.DASH)
    word = c.take(Tag.TO, Tag.UNTIL)
    if word is None and c.take(Tag.NOT) and not (word := c.take(Tag.LATER_THAN)):
        return None
    if dash is None and word is None:
        return None
    c.skip(Tag.IN)
    return c.attempt(point)


_OTHER_ENDS = {How.BETWEEN: _and_point, How.SINCE: _other_end_of_since, How.AT: _other_end}
