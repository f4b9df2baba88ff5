"""What a phrase is made of, before it is set against the calendar: stretches, rates, marks and causes.

Knows neither words nor days.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from services.deadlines.stretches import Named


class How(StrEnum):
    """at: in it; until: by its last day or, for what is longer than a day, before it begins; before: by the
    day before it; no_later: by its last day; since: from its first day on; between: from the first one to the
    last one; reported: what is reported about, not when.
    """

    AT = "at"
    UNTIL = "until"
    BEFORE = "before"
    NO_LATER = "no-later"
    SINCE = "since"
    BETWEEN = "between"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece stands in the tidy phrase from `begins` to `ends`."""

    begins: int
    ends: int


@dataclass(frozen=True, slots=True)
class Stretch(Piece):
    """`first` and `last` are the same but for `between`. `lead`: so many days before it («за 3 дня до …»)."""

    how: How
    first: Named
    last: Named
    lead_days: int = 0
    lead_is_working: bool = False


@dataclass(frozen=True, slots=True)
class Yearly(Piece):
    pass


@dataclass(frozen=True, slots=True)
class Rate(Piece):
    """An iCalendar rule; `is_approximate`: it only comes near to what was said («2 раза в месяц»)."""

    rrule: str
    is_approximate: bool = False


@dataclass(frozen=True, slots=True)
class Always(Piece):
    """«постоянно»; endless: «бессрочно»."""

    is_endless: bool = False


@dataclass(frozen=True, slots=True)
class Weekdays(Piece):
    """Days of the week beside a date, or a rule of their own."""

    days: tuple[int, ...]
    is_rule: bool = False


@dataclass(frozen=True, slots=True)
class DayOfMonth(Piece):
    """«до 25 числа»: of the month beside it, or of each month."""

    days: tuple[int, ...]
    is_until: bool = False
    is_rule: bool = False
    is_approximate: bool = False


@dataclass(frozen=True, slots=True)
class Further(Piece):
    """«далее»: what follows comes after what stands before."""


class Sign(StrEnum):
    COMMA = ","
    SEMICOLON = ";"
    AND = "and"


@dataclass(frozen=True, slots=True)
class Break(Piece):
    sign: Sign = Sign.COMMA


@dataclass(frozen=True, slots=True)
class Cause(Piece):
    """Why the phrase, or this piece of it, names no day of its own; the code of a doubt."""

    code: str
    values: Mapping[str, Any] = field(default_factory=dict)
    days_after_order: tuple[int, bool] | None = None
    """How many days after the order, and whether only working days count."""
    named: Named | None = None
    """The stretch whose end is the event."""


@dataclass(frozen=True, slots=True)
class Loose(Piece):
    """A word that was not understood."""
