"""Finds the years of a plan in its title.

«на 2022-2023 учебный год» is a school year, «в 2023-2024 годах» calendar years; «на 2023–2024 учебные года»
may be either and is read as calendar years, with a doubt.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from services.deadlines.cursor import Cursor
from services.deadlines.normalize import tidy
from services.deadlines.points import years
from services.deadlines.reading import DEFAULT_YEAR_END, Context, Doubt, Term
from services.deadlines.stretches import Named, What
from services.deadlines.tokens import tokens
from services.deadlines.words import Tag

LONGEST_TITLE = 5_000
TITLE_PIECE = 500


@dataclass(frozen=True, slots=True)
class TitleYears:
    """The years as a title gives them; both None when it names none."""

    school_year: int | None = None
    years: tuple[int, int] | None = None
    doubts: tuple[Doubt, ...] = ()


def years_of_title(title: str) -> TitleYears:
    """The years of a plan; a blank in place of a year gives none, and a doubt. Never raises."""
    found: list[tuple[int, TitleYears]] = []
    for begins in range(0, min(len(title), LONGEST_TITLE), TITLE_PIECE):
        # Pieces overlap, so that a year at the seam is seen whole.
        found += _in_piece(title[max(begins - 40, 0) : begins + TITLE_PIECE])
    ranked = sorted(found, key=lambda one: one[0])
    return ranked[0][1] if ranked else TitleYears()


def context_of_title(
    title: str,
    today: date,
    *,
    ordered_on: date | None = None,
    year_end: tuple[int, int] = DEFAULT_YEAR_END,
    terms: tuple[Term, ...] = (),
) -> Context | None:
    """The context of the plan with this title, None when the title names no year."""
    found = years_of_title(title)
    if found.school_year is None and found.years is None:
        return None
    return Context(today, found.school_year, found.years, ordered_on, year_end, terms)


def _in_piece(piece: str) -> list[tuple[int, TitleYears]]:
    """What it names, each with its rank: a school year says most, a lone year least."""
    c = Cursor(tokens(tidy(piece).text))
    found: list[tuple[int, TitleYears]] = []
    while not c.is_at_end:
        if c.tag(-1) in (Tag.OF, Tag.HASH) or c.tag() is Tag.DATE:
            c.take()
        elif named := c.attempt(years):
            found += _ranked(named)
        elif token := c.take(Tag.TEMPLATE):
            found.append((_BLANK, TitleYears(doubts=(Doubt("template-variable"),))))
            c.take(token.tag)
        else:
            c.take()
    return found


_SCHOOL, _YEARS, _BLANK, _YEAR = range(4)


def _ranked(named: Named) -> list[tuple[int, TitleYears]]:
    if named.what is What.SCHOOL_YEAR and named.school_year is not None:
        last = named.until_year or named.school_year + 1
        if last - named.school_year == 1:
            return [(_SCHOOL, TitleYears(school_year=named.school_year))]
        return [(_YEARS, TitleYears(years=(named.school_year, last)))] if last > named.school_year else []
    if named.year is None:
        return []
    until = named.until_year if named.until_year is not None else named.year
    if until < named.year:
        return []
    rank = _YEARS if named.until_year is not None else _YEAR
    return [(rank, TitleYears(years=(named.year, until), doubts=named.doubts))]
