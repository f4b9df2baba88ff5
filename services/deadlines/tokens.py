"""A phrase as a row of tokens: dates, numbers, and words with what they stand for.

Knows how dates, numbers and words are written; not how they stand together. One pass, without backtracking
that grows with the phrase.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from services.deadlines.words import Tag, Unit, Word, is_exact, is_known, look_up, roman, split_glued

AT_MOST = 120
"""Tokens of a phrase that is still read: more than these are a text."""
FULL_YEAR = range(1990, 2100)


@dataclass(frozen=True, slots=True)
class Token:
    """`value`: a number, a `Written` date, a unit … `begins` and `ends`: where it is in the tidy phrase."""

    tag: Tag
    value: Any
    begins: int
    ends: int
    is_plural: bool = False
    slip: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """A date in figures; what does not stand there is None."""

    day: int | None
    month: int
    year: int | None
    has_short_year: bool = False
    slip: bool = False


_TOKEN = re.compile(
    r"""
    (?P<template> \{\{?[^{}]{0,80}\}?\}|\$\w{0,30}\b|<[^<>]{0,80}>|%\w{1,30}%|\d{0,4}_{2,}|20_
        |\[[^\[\]]{0,80}\]
        |(?:дд|чч|xx|хх|dd|__)\.(?:мм|xx|хх|mm)\.?(?:г{2,4}|\d{4}|x{2,4}|х{2,4}|y{2,4})?(?!\w)|\bгггг\b|\bуууу\b)
    |(?P<iso> (?<!\d)\d{4}[-./]\d{1,2}[-./]\d{1,2}(?!\d))
    |(?P<stamp> \d{3,}\.\d{1,2}\.\d{4}(?!\d))
    |(?P<full> (?<!\d)\d{1,2}(?:\s?[./]{1,2}\s?|,)\d{1,2}(?:\s?[./]{1,2}\s?|,|\s)\d{4}(?!\d))
    |(?P<dashed> (?<!\d)\d{1,2}-\d{1,2}-\d{4}(?!\d))
    |(?P<roman> (?<!\d)\d{1,2}\s?\.\s?[IVXІХ]{1,4}\s?\.\s?\d{4}(?!\d))
    |(?P<glued> (?<!\d)\d{1,2}\.\d{2}\d{4}(?!\d)|(?<!\d)\d{4}\.(?:19|20)\d{2}(?!\d))
    |(?P<short> (?<!\d)\d{1,2}(?P<dot>[./])\d{1,2}(?P=dot)\d{2}(?!\d|[./]\d))
    |(?P<month> (?<!\d)\d{1,2}[./](?:19|20)\d{2}(?!\d))
    |(?P<clock> (?<!\d)\d{1,2}:\d{2}(?!\d))
    |(?P<day> (?<!\d)\d{1,2}[./]\d{1,2}(?!\d|[./]\d))
    |(?P<short_pair> (?<!\d)(?:19|20)\d{2}\s?[-/]\s?\d{2}
        (?!\d|[./]\d|\s?(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)))
    |(?P<this_year> \b[тсc]\s?\.\s?г\b\.?)
    |(?P<number> \d+(?P<ending>
        \s?-\s?(?:го|му|ого|ему|ом|ым|ый|ой|ий|ая|яя|ое|ее|ые|ую|юю|й|я|е|х|м|ю|ти|а|и)(?!\w)
        |(?:го|му|ый|ой|ий|ая|ое|ее|ую|й|я|е|х)(?!\w))?)
    |(?P<word> [^\W\d_]+)
    |(?P<sign> [-,;()/+&#])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SIGNS = {
    "-": Tag.DASH,
    ",": Tag.COMMA,
    ";": Tag.SEMICOLON,
    "(": Tag.OPENS,
    ")": Tag.CLOSES,
    "/": Tag.SLASH,
    "+": Tag.AND,
    "&": Tag.AND,
    "#": Tag.HASH,
}
_NUMBERS = re.compile(r"\d+")
_OF_CYRILLIC_ROMAN = {"п": 2, "ш": 3, "пi": 3}
"""«П полугодие», «Ш квартал»: letters that look like II and III."""
_COUNTED_UNITS = (Unit.QUARTER, Unit.HALF_YEAR, Unit.TERM, Unit.TRIMESTER, Unit.HALF, Unit.DECADE, Unit.WEEK)


def tokens(text: str) -> list[Token]:
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        found += _READERS[str(match.lastgroup if match.lastgroup != "ending" else "number")](match)
        if len(found) > AT_MOST:
            break
    return _numbered(_mended(found, text))


def _token(match: re.Match[str], tag: Tag, value: Any = None) -> list[Token]:
    return [Token(tag, value, match.start(), match.end())]


def _integers(match: re.Match[str]) -> list[int]:
    return [int(digits[:6]) for digits in _NUMBERS.findall(match[0])]


def _template(match: re.Match[str]) -> list[Token]:
    return _token(match, Tag.TEMPLATE)


def _iso(match: re.Match[str]) -> list[Token]:
    year, month, day = _integers(match)
    return _token(match, Tag.DATE, Written(day, month, year))


def _full(match: re.Match[str]) -> list[Token]:
    day, month, year = _integers(match)
    return _token(match, Tag.DATE, Written(day, month, year))


def _roman(match: re.Match[str]) -> list[Token]:
    """«1.IX.2023»."""
    day, year = _integers(match)
    month = roman(match[0].split(".")[1].strip().lower())
    return _token(match, Tag.DATE, Written(day, month or 0, year))


def _glued(match: re.Match[str]) -> list[Token]:
    digits = "".join(_NUMBERS.findall(match[0])).rjust(8, "0")
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:])
    return _token(match, Tag.DATE, Written(day, month, year, slip=True))


def _short(match: re.Match[str]) -> list[Token]:
    day, month, year = _integers(match)
    return _token(match, Tag.DATE, Written(day, month, 2000 + year, has_short_year=True))


def _month(match: re.Match[str]) -> list[Token]:
    month, year = _integers(match)
    return _token(match, Tag.DATE, Written(None, month, year))


def _day(match: re.Match[str]) -> list[Token]:
    """«10.09» is a day, «14.30» a time of day."""
    day, month = _integers(match)
    if (month > 12 and month % 5 == 0 and day < 24 and month < 60) or (month == 0 and day < 24):
        return _token(match, Tag.TIME)
    return _token(match, Tag.DATE, Written(day, month, None))


def _short_pair(match: re.Match[str]) -> list[Token]:
    """«2023/24» is a school year; «2023-09» a month."""
    first, second = _integers(match)
    if second != (first + 1) % 100 and 1 <= second <= 12:
        return _token(match, Tag.DATE, Written(None, second, first))
    dash = match.start() + 4
    last = first // 100 * 100 + second + (100 if second < first % 100 else 0)
    return [
        Token(Tag.NUMBER, first, match.start(), dash),
        Token(Tag.DASH, None, dash, dash + 1),
        Token(Tag.NUMBER, last, dash + 1, match.end()),
    ]


def _number(match: re.Match[str]) -> list[Token]:
    tag = Tag.ORDINAL if match["ending"] else Tag.NUMBER
    return _token(match, tag, _integers(match)[0])


def _word(match: re.Match[str]) -> list[Token]:
    return [*_words(match[0].lower().replace("ё", "е"), match.start(), match.end())]


def _words(word: str, begins: int, ends: int) -> Iterator[Token]:
    if (number := roman(word)) is not None:
        yield Token(Tag.ORDINAL, number, begins, ends)
    elif found := look_up(word):
        yield _known(found, begins, ends)
    elif halves := split_glued(word):
        yield from _words(halves[0], begins, begins + len(halves[0]))
        yield from _words(halves[1], begins + len(halves[0]), ends)
    else:
        yield Token(Tag.UNKNOWN, word, begins, ends)


def _known(word: Word, begins: int, ends: int) -> Token:
    return Token(word.tag, word.value, begins, ends, word.is_plural, word.slip)


_READERS: dict[str, Callable[[re.Match[str]], list[Token]]] = {
    "template": _template,
    "iso": _iso,
    "stamp": lambda match: _token(match, Tag.STAMP),
    "full": _full,
    "dashed": _full,
    "roman": _roman,
    "glued": _glued,
    "short": _short,
    "dot": _short,
    "month": _month,
    "clock": lambda match: _token(match, Tag.TIME),
    "day": _day,
    "short_pair": _short_pair,
    "this_year": lambda match: _token(match, Tag.THIS_YEAR),
    "number": _number,
    "word": _word,
    "sign": lambda match: _token(match, _SIGNS[match[0]]),
}


def _mended(found: list[Token], text: str) -> list[Token]:
    """Words cut by a narrow cell put together again: «сен- тябрь», «октя брь»."""
    kept: list[Token] = []
    index = 0
    while index < len(found):
        joined = _joined(found, index, text)
        kept += [found[index]] if joined is None else [joined[0]]
        index += 1 if joined is None else joined[1]
    return kept


def _joined(found: list[Token], index: int, text: str) -> tuple[Token, int] | None:
    head = found[index]
    dashed = index + 2 < len(found) and found[index + 1].tag is Tag.DASH
    width = 3 if dashed else 2
    if index + width > len(found):
        return None
    tail = found[index + width - 1]
    pieces = [text[one.begins : one.ends].lower().replace("ё", "е") for one in (head, tail)]
    if not all(piece.isalpha() for piece in pieces) or not _was_cut(*pieces):
        return None
    word = look_up("".join(pieces))
    return (_known(word, head.begins, tail.ends), width) if word else None


def _was_cut(head: str, tail: str) -> bool:
    """Of a stem with any ending, both pieces must be strange by themselves."""
    known = is_known(head), is_known(tail)
    return (is_exact(head + tail) and not all(known)) or (is_known(head + tail) and not any(known))


def _numbered(found: list[Token]) -> list[Token]:
    """«П полугодие» is the second one; «двадцать пятое» one number."""
    kept: list[Token] = []
    for index, one in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        if kept and _completes(kept[-1], one):
            kept[-1] = replace(one, value=kept[-1].value + one.value, begins=kept[-1].begins)
        elif following and following.tag is Tag.UNIT and following.value in _COUNTED_UNITS:
            kept.append(_as_number(one))
        else:
            kept.append(one)
    return kept


def _completes(tens: Token, ones: Token) -> bool:
    return (
        tens.tag is Tag.NUMBER
        and tens.value in (20, 30)
        and ones.tag is Tag.ORDINAL
        and 1 <= ones.value <= 9
        and tens.ends - tens.begins > 2
    )


def _as_number(one: Token) -> Token:
    number = _OF_CYRILLIC_ROMAN.get(str(one.value)) if one.tag is Tag.UNKNOWN else None
    return replace(one, tag=Tag.ORDINAL, value=number) if number else one
