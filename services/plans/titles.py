"""The title over a plan, the order that approves it, and the year it is for.

Knows neither formats nor tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from services.deadlines import Context, Doubt, Term, years_of_title
from services.plans.plan import Problem

_LINE_LIMIT = 1_000
_TITLE_LINES, _TITLE_LIMIT, _LOOKED_BACK = 6, 600, 14
_PLAN = re.compile(
    r"дорожн\w*\s+карт|план[\s-]|план$|график|комплекс\w*\s+мер|перечень\s+мероприятий|циклограмм",
    re.IGNORECASE,
)
_REQUISITES = re.compile(
    r"(?:приказ|распоряжение|постановление)\s+(?:от|№)|приложени|утвержда|утвержден|согласован|принят[оа]?\b|рассмотрен|к\s+(?:приказу|распоряжению|постановлению)|приказом|"
    r"(?:от|№)\s|директор|заведующ|_{3}|«?_+»?|\d{2}\.\d{2}\.\d{4}",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?:цел[ьи]|задач[аи]|куратор|ответственн|сроки?\s+реализации|\d+[.)])[\s:]", re.IGNORECASE
)
_MARKS = re.compile(r"^[*_#\s]+|[*_\s]+$")

_MONTHS = (
    "январ",
    "феврал",
    "март",
    "апрел",
    "ма",
    "июн",
    "июл",
    "август",
    "сентябр",
    "октябр",
    "ноябр",
    "декабр",
)
_DATE = (
    r"[«\"]?(?P<day>\d{1,2})[»\"]?(?:\.\s?(?P<number>\d{1,2})\.\s?|\s+(?P<word>[а-яё]{3,9})\s+)"
    r"(?P<year>20\d\d)(?:\s*г(?:од)?а?\.?)?"
)
_NO = r"№\s*(?P<no>[0-9A-Za-zА-Яа-яЁё][0-9A-Za-zА-Яа-яЁё/.-]{0,19})"
_DATE_THEN_NO = re.compile(rf"от\s+{_DATE}[\s,]{{0,5}}{_NO}", re.IGNORECASE)
_NO_THEN_DATE = re.compile(rf"{_NO}\s+от\s+{_DATE}", re.IGNORECASE)
_DATE_ALONE = re.compile(rf"(?:от\s+)?{_DATE}\s*", re.IGNORECASE)
_OWN = re.compile(
    r"(?:от\s|№|(?:к\s+)?(?:приказ|распоряжени|постановлени)\w*\s|утвержд[а-яё]+|приложение)", re.IGNORECASE
)
_ORDER_HEAD = re.compile(r"(?:приказ|распоряжение|постановление)\s*", re.IGNORECASE)
_NO_ALONE = re.compile(rf"{_NO}\s*", re.IGNORECASE)
_FULL_DATE = re.compile(r"\b\d{1,2}\.(\d{2})\.(20\d\d)\b")
_MONTH_YEAR = re.compile(r"([а-яё]{3,8})[,\s]+(20\d\d)\b")
_DOUBTS_OF_YEARS = {"ambiguous-years": "ambiguous-years", "template-variable": "unfilled-year"}
"""What may be doubtful about the years of a title, and how it is said of the plan."""
_ORDER_WINDOW = 6
_CLEAR_YEAR_LINES = re.compile(r"учебн|уч\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    title: str
    order_number: str = ""
    order_date: date | None = None


def heading_of(before: Sequence[str]) -> Heading:
    """Title and order out of the paragraphs that stand over the plan."""
    lines = [line[:_LINE_LIMIT] for line in before]
    number, day = _order(lines)
    return Heading(_title(lines), number, day)


def context_of(
    heading: Heading,
    before: Sequence[str],
    phrases: Sequence[str],
    given: Context,
) -> tuple[Context, list[Problem]]:
    """What the deadlines are read by, and what is doubtful about it. `given` has the school year that
    was asked for, if any; then come the title, the lines near it, the order, the dates inside, and today.
    """
    given = replace(given, ordered_on=heading.order_date)
    if given.school_year is not None:
        return given, []
    problems: list[Problem] = []
    for line in (heading.title, *_lines_with_year(before)):
        named = years_of_title(line)
        problems += [_problem(doubt) for doubt in named.doubts if doubt.code in _DOUBTS_OF_YEARS]
        if named.school_year is not None or named.years is not None:
            return replace(given, school_year=named.school_year, years=named.years), problems
    guessed, guess = _guessed_context(heading, phrases, given)
    return guessed, [*problems, guess]


def _problem(doubt: Doubt) -> Problem:
    return Problem(_DOUBTS_OF_YEARS[doubt.code], {name: str(value) for name, value in doubt.values.items()})


def _guessed_context(heading: Heading, phrases: Sequence[str], given: Context) -> tuple[Context, Problem]:
    """The school year by the order, by the dates inside, or by today, and a word about the guess."""
    if heading.order_date is not None:
        return _guessed(given, _school_year_of(heading.order_date), "year-of-order")
    year = _year_inside(phrases)
    if year is not None:
        return _guessed(given, year, "year-of-dates")
    return _guessed(given, _school_year_of(given.today), "year-of-today")


def years_in_words(context: Context) -> str | None:
    """«2023-2024», when the plan is for that school year or for those two calendar years."""
    if context.school_year is not None:
        return f"{context.school_year}-{context.school_year + 1}"
    if context.years is not None and context.years[1] == context.years[0] + 1:
        return f"{context.years[0]}-{context.years[1]}"
    return None


def _guessed(given: Context, year: int, code: str) -> tuple[Context, Problem]:
    return replace(given, school_year=year), Problem(code, {"year": f"{year}-{year + 1}"})


def _school_year_of(day: date) -> int:
    return _school_year(day.year, day.month)


def _school_year(year: int, month: int) -> int:
    return year if month >= 6 else year - 1


def _lines_with_year(before: Sequence[str]) -> Iterator[str]:
    near = before[-_LOOKED_BACK:]
    return (line for line in reversed(near) if len(line) <= _TITLE_LIMIT and _CLEAR_YEAR_LINES.search(line))


def _year_inside(phrases: Sequence[str]) -> int | None:
    """The school year that most of the dates in the deadlines fall into."""
    found: dict[int, int] = {}
    for phrase in phrases:
        low = phrase.lower()
        dates = [(int(month), int(year)) for month, year in _FULL_DATE.findall(low)]
        dates += [(_month(word), int(year)) for word, year in _MONTH_YEAR.findall(low) if _month(word)]
        for month, year in dates:
            begins = _school_year(year, month)
            found[begins] = found.get(begins, 0) + 1
    return max(found, key=lambda year: (found[year], -year)) if found else None


def _month(word: str) -> int:
    return next((at for at, beginning in enumerate(_MONTHS, 1) if word.startswith(beginning)), 0)


def _title(before: Sequence[str]) -> str:
    """From the line that names a plan down to the table, without numbers of orders and the like."""
    near = [line for line in (_MARKS.sub("", one) for one in before) if line][-_LOOKED_BACK:]
    start = _start(near)
    if start is None:
        near = [line for line in near[-3:] if not _REQUISITES.match(line) and len(line) <= 300]
        return " ".join(near)[:_TITLE_LIMIT]
    lines: list[str] = []
    for line in near[start : start + _TITLE_LINES]:
        if lines and (_BODY.match(line) or len(line) > 300):
            break
        if not _REQUISITES.match(line) and (not lines or not _ends(lines[-1])):
            lines.append(line)
    return " ".join(lines)[:_TITLE_LIMIT]


def _ends(line: str) -> bool:
    return line.endswith((".", ";")) and len(line) > 20 and not line.endswith(("г.", "гг."))


def _start(near: Sequence[str]) -> int | None:
    """The first line of the last run of lines that name a plan."""
    named = [at for at, line in enumerate(near) if _names_plan(line)]
    if not named:
        return None
    start = named[-1]
    while start - 1 in named:
        start -= 1
    return start


def _names_plan(line: str) -> bool:
    return (
        bool(_PLAN.search(line))
        and not _REQUISITES.match(line)
        and not _BODY.match(line)
        and len(line) <= 400
    )


def _order(before: Sequence[str]) -> tuple[str, date | None]:
    """The plan's own order, not the laws and orders that are spoken of: the nearest to the table that
    begins a line, else the head of the document.
    """
    for at in range(len(before) - 1, -1, -1):
        if not _OWN.match(before[at].strip('* «"')):
            continue
        window = " ".join(before[at : at + 4])[:400]
        match = _DATE_THEN_NO.search(window) or _NO_THEN_DATE.search(window)
        day = _day(match) if match else None
        if match and day and not _speaks_of_other(window[: match.start()]):
            return match["no"].rstrip("."), day
    return _head_of_order(before)


def _speaks_of_other(words: str) -> bool:
    return bool(
        re.search(
            r"министерств|правительств|федерац|президент|закон|департамент\w* образования и науки",
            words,
            re.IGNORECASE,
        )
    )


def _head_of_order(before: Sequence[str]) -> tuple[str, date | None]:
    for at, line in enumerate(before):
        if not _ORDER_HEAD.fullmatch(line.replace(" ", "").strip("*")):
            continue
        number, day = "", None
        for near in before[at + 1 : at + 1 + _ORDER_WINDOW]:
            both = _DATE_THEN_NO.search("от " + near) or _NO_THEN_DATE.search(near)
            alone, only = _DATE_ALONE.fullmatch(near), _NO_ALONE.fullmatch(near)
            day = day or (_day(both) if both else _day(alone) if alone else None)
            number = number or (both["no"] if both else only["no"] if only else "")
        return number.rstrip("."), day
    return "", None


def _day(match: re.Match[str]) -> date | None:
    month = int(match["number"]) if match["number"] else _month((match["word"] or "").lower())
    try:
        return date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None


def given_context(
    today: date, school_year: int | None, year_end: tuple[int, int], terms: tuple[Term, ...]
) -> Context:
    """What is known of a plan before it is read."""
    return Context(today=today, school_year=school_year, year_end=year_end, terms=terms)
