"""What is understood of a deadline phrase, and what the plan around it tells.

Dates are calendar days of the organisation, inclusive. Knows no words of any language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

DEFAULT_YEAR_END = (5, 31)


class Kind(StrEnum):
    """date: one day; deadline: by a day; period: from a day to a day; yearly: each year again; continuous:
    from a day on, or by a rule within the school year.
    """

    DATE = "date"
    DEADLINE = "deadline"
    PERIOD = "period"
    YEARLY = "yearly"
    CONTINUOUS = "continuous"
    UNPARSABLE = "unparsable"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a reading needs a human eye. `code` names the text `deadline-doubt-<code>`, `values` are its
    arguments (strings, numbers, dates). `suggestion` is a phrase that says what was probably meant.
    """

    code: str
    values: Mapping[str, Any] = field(default_factory=dict)
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """How a phrase, or a part of it, is understood. `rule` is `--MM-DD/--MM-DD` (twice the same day for a
    yearly day or deadline; 29 February is the end of February in any year), `rrule` an iCalendar
    rule without DTSTART; `FREQ=TERMLY` is ours: once a school term.
    """

    phrase: str
    kind: Kind
    start: date | None = None
    end: date | None = None
    recurs_yearly: bool = False
    rule: str | None = None
    rrule: str | None = None
    parts: tuple[Reading, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def is_understood(self) -> bool:
        return self.kind is not Kind.UNPARSABLE


@dataclass(frozen=True, slots=True)
class Term:
    """A school term (четверть, триместр) with its days off left out."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Context:
    """What the plan tells about its phrases: the days it covers, and how a month finds its year.

    `school_year` is the calendar year in which the school year begins, `years` the calendar years of a plan
    that follows those. With neither, `today` decides. `ordered_on`: the day of the order that approves the
    plan. `year_end`: month and day on which the school year ends.
    """

    today: date
    school_year: int | None = None
    years: tuple[int, int] | None = None
    ordered_on: date | None = None
    year_end: tuple[int, int] = DEFAULT_YEAR_END
    terms: tuple[Term, ...] = ()

    @property
    def span(self) -> tuple[date, date]:
        """The first and the last day of the plan."""
        if self.years is not None:
            return date(self.years[0], 1, 1), date(self.years[1], 12, 31)
        begins = self.school_year if self.school_year is not None else self._school_year_of_today()
        return date(begins, 9, 1), _last_day(begins + 1, *self.year_end)

    def _school_year_of_today(self) -> int:
        return self.today.year if self.today.month >= 6 else self.today.year - 1


def _last_day(year: int, month: int, day: int) -> date:
    """29 February is the last day of February in any year."""
    if (month, day) == (2, 29):
        return date(year, 3, 1) - timedelta(days=1)
    return date(year, month, day)


USUAL_TERMS = (((9, 1), (10, 27)), ((11, 6), (12, 29)), ((1, 9), (3, 22)), ((4, 1), None))
"""Month and day on which the four terms of a school year usually begin and end; the last with the year."""


def school_terms(begins: int, year_end: tuple[int, int] = DEFAULT_YEAR_END) -> tuple[Term, ...]:
    """The usual terms of the school year that begins in this calendar year."""

    def day(month: int, number: int) -> date:
        return _last_day(begins if month >= 9 else begins + 1, month, number)

    return tuple(Term(day(*first), day(*(last or year_end))) for first, last in USUAL_TERMS)
