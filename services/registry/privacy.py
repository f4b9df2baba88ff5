"""What of a registry may be shown to those who need no names: rows by codes, and numbers (N-3.4-5, N-8.1-1).

Nobody can be told from a group of fewer than five: in rows, what such a group alone shares is hidden; in
numbers, such a group is not counted out, nor can it be found by subtraction. Pure: knows no database.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

LEAST = 5
HIDDEN = "hidden"
"""Stands in place of what a group of fewer than five shares."""
BANDS = ((3, "0-3"), (10, "4-10"), (20, "11-20"))
LONGEST_BAND = "21+"
SCHOOL_YEAR_BEGINS = 9


@dataclass(frozen=True, slots=True)
class Facts:
    """One person without a name: what goes in. `topics`: a mentee's difficulties, a mentor's strengths."""

    code: str
    school: str
    status: str
    subject: tuple[str, ...]
    category: str
    experience: str
    school_class: str
    topics: tuple[str, ...]
    capacity: int
    entered_on: date
    forms: tuple[str, ...]
    counterparts: tuple[str, ...]
    has_active: bool
    was_completed: bool
    waits: bool


@dataclass(frozen=True, slots=True)
class AnonymousEntry:
    """One person by the code. HIDDEN stands for what would tell who it is. `entered`: a school year."""

    code: str
    school: str
    status: str
    subject: str
    category: str
    experience: str
    school_class: str
    topics: tuple[str, ...]
    capacity: int
    entered: str
    forms: tuple[str, ...]
    counterparts: tuple[str, ...]
    has_active: bool
    was_completed: bool
    waits: bool


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A count by the values of one property. `small`: values of groups that are not counted out."""

    what: str
    shown: tuple[tuple[str, int], ...]
    small: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """A registry as numbers. `total` is None when fewer than five people stand in it."""

    total: int | None
    breakdowns: tuple[Breakdown, ...]


def band_of(years: int) -> str:
    """Years of work, as widely as is needed for statistics."""
    return next((band for most, band in BANDS if years <= most), LONGEST_BAND)


def school_year_of(day: date) -> str:
    first = day.year if day.month >= SCHOOL_YEAR_BEGINS else day.year - 1
    return f"{first}-{first + 1}"


# ---- rows


def anonymised(rows: Sequence[Facts]) -> tuple[AnonymousEntry, ...]:
    """The rows by codes, in the order of the codes: that of names would tell something, too."""
    by_school: dict[str, list[Facts]] = defaultdict(list)
    for row in rows:
        by_school[row.school].append(row)
    return tuple(
        entry
        for school in sorted(by_school)
        for entry in _of_school(sorted(by_school[school], key=lambda one: (len(one.code), one.code)))
    )


def _of_school(rows: Sequence[Facts]) -> Iterable[AnonymousEntry]:
    shared = _shared_prefixes(rows)
    is_small = len(rows) < LEAST
    for row, kept in zip(rows, shared, strict=True):
        subject, category, experience, school_class = (
            value if at < kept else _masked(value) for at, value in enumerate(_traits(row))
        )
        yield AnonymousEntry(
            code=row.code,
            school=row.school,
            status=row.status,
            subject=subject,
            category=category,
            experience=experience,
            school_class=school_class,
            topics=((HIDDEN,) if row.topics else ()) if is_small else row.topics,
            capacity=row.capacity,
            entered=school_year_of(row.entered_on),
            forms=row.forms,
            counterparts=row.counterparts,
            has_active=row.has_active,
            was_completed=row.was_completed,
            waits=row.waits,
        )


def _traits(row: Facts) -> tuple[str, ...]:
    """By what somebody could be recognised, the most useful first."""
    return "; ".join(row.subject), row.category, row.experience, row.school_class


def _shared_prefixes(rows: Sequence[Facts]) -> list[int]:
    """How many traits of each row may stay: as many as five people share, all of them together."""
    alike = Counter(_traits(row)[:length] for row in rows for length in range(1, len(_traits(row)) + 1))
    return [
        sum(alike[_traits(row)[:length]] >= LEAST for length in range(1, len(_traits(row)) + 1))
        for row in rows
    ]


def _masked(value: str) -> str:
    return HIDDEN if value else ""


# ---- numbers


def numbers(rows: Sequence[Facts]) -> Numbers:
    """Counts by status, category, subject, difficulty or strength, experience, class, form and school."""
    if len(rows) < LEAST:
        return Numbers(None, ())
    asked: Mapping[str, list[tuple[str, ...]]] = {
        "status": [(row.status,) for row in rows],
        "school": [(row.school,) for row in rows],
        "class": [_one(row.school_class) for row in rows],
        "category": [_one(row.category) for row in rows],
        "experience": [_one(row.experience) for row in rows],
        "subject": [row.subject for row in rows],
        "topics": [row.topics for row in rows],
        "form": [row.forms for row in rows],
        "pairing": [(_pairing(row),) for row in rows],
    }
    schools = {row.school for row in rows}
    found = (
        _breakdown(what, values) for what, values in asked.items() if what != "school" or len(schools) > 1
    )
    return Numbers(len(rows), tuple(one for one in found if one.shown or one.small))


def _one(value: str) -> tuple[str, ...]:
    return (value,) if value else ()


def _pairing(row: Facts) -> str:
    """Is the person in a pair now, was in one, or in none yet?"""
    if row.has_active:
        return "paired"
    return "completed" if row.was_completed else "unpaired"


def _breakdown(what: str, values: Sequence[tuple[str, ...]]) -> Breakdown:
    counted = Counter(value for several in values for value in several)
    answered = sum(bool(several) for several in values)
    silent = len(values) - answered
    ordered = sorted(counted.items(), key=lambda one: (-one[1], one[0]))
    shown = [one for one in ordered if one[1] >= LEAST]
    small = [one for one in ordered if one[1] < LEAST]
    # What is left of the total must not tell how many a small group has.
    rest = sum(number for _, number in small) + silent
    if shown and 0 < rest < LEAST and (small or silent):
        small.insert(0, shown.pop())
    return Breakdown(what, tuple(shown), tuple(value for value, _ in small))
