"""Sorts the pieces of a phrase: what belongs together, which mark goes with which stretch, what comes later.

Knows no days: what it gives is set against the calendar by `meaning`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from services.deadlines.pieces import (
    Always,
    Break,
    Cause,
    DayOfMonth,
    Further,
    How,
    Loose,
    Piece,
    Rate,
    Sign,
    Stretch,
    Weekdays,
    Yearly,
)
from services.deadlines.rates import YEARLY
from services.deadlines.stretches import Named, What
from services.deadlines.words import WEEKDAY_CODES


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to be done: a stretch, a rate, or both. `joined_by`: the sign before it, None when it follows
    without any.
    """

    stretch: Stretch | None = None
    rate: Rate | None = None
    is_yearly: bool = False
    is_always: bool = False
    is_endless: bool = False
    joined_by: Sign | None = None
    weekdays: tuple[int, ...] = ()


@dataclass(slots=True)
class Clause:
    """What stands between two «далее» or semicolons. `is_later`: it begins with «далее»."""

    is_later: bool = False
    pieces: list[Piece] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sorted:
    items: tuple[Item, ...]
    repeats_before: bool = False
    """Only «ежегодно»: the stretches of the clause before it come again."""
    set_aside: tuple[Piece, ...] = ()
    """Pieces that were of no use."""


def clauses(pieces: Iterable[Piece]) -> list[Clause]:
    found = [Clause()]
    for piece in pieces:
        if isinstance(piece, Further):
            found.append(Clause(is_later=True))
        elif isinstance(piece, Break) and piece.sign is Sign.SEMICOLON:
            found.append(Clause())
        else:
            found[-1].pieces.append(piece)
    return [one for one in found if any(not isinstance(piece, Break) for piece in one.pieces)]


def sort(clause: Clause) -> Sorted:
    pieces = _within_a_year(_with_days_of_month(_without_reports(clause.pieces)))
    stretches = [one for one in pieces if isinstance(one, Stretch)]
    rates = [one for one in _rates(pieces, stretches) if one.rrule != YEARLY or not stretches]
    always = next((one for one in pieces if isinstance(one, Always)), None)
    if not stretches:
        return _without_stretches(clause, pieces, rates, always)
    # «раз в 2 года» beside a day names one of them only.
    rare = tuple(one for one in rates if one.rrule.startswith(YEARLY))
    if len(rates) > len(rare):
        often = [one for one in rates if one not in rare]
        return _with_rates(pieces, stretches, often, always)
    items = _marked_yearly(pieces)
    if always is not None:
        return Sorted(_always(items, always), set_aside=rare)
    return Sorted(tuple(items), set_aside=rare)


def _without_reports(pieces: list[Piece]) -> list[Piece]:
    """What is reported about says nothing where a day stands beside it."""
    kept = [one for one in pieces if not (isinstance(one, Stretch) and one.how is How.REPORTED)]
    return kept if any(isinstance(one, Stretch | Rate) for one in kept) else pieces


def _with_days_of_month(pieces: list[Piece]) -> list[Piece]:
    """«сентябрь, до 15 числа» is 15 September; without a month «до 15 числа» is a rule."""
    days = next((one for one in pieces if isinstance(one, DayOfMonth)), None)
    if days is None:
        return pieces
    month = next((one for one in pieces if isinstance(one, Stretch) and _is_a_month(one)), None)
    if month is None or days.is_rule or any(isinstance(one, Rate) for one in pieces):
        rule = "FREQ=MONTHLY;BYMONTHDAY=" + ",".join(map(str, sorted(set(days.days))))
        return [
            Rate(one.begins, one.ends, rule, days.is_approximate) if one is days else one for one in pieces
        ]
    how = How.NO_LATER if days.is_until else How.AT
    named = [replace(month.first, what=What.DAY, day=day) for day in days.days]
    made: list[Piece] = [Stretch(month.begins, days.ends, how, one, one) for one in named]
    return [
        piece for one in pieces if one is not days for piece in (_listed(made) if one is month else [one])
    ]


WHOLE_YEARS = (What.SCHOOL_YEAR, What.YEARS, What.PLAN)


def _is_a_year(piece: Piece) -> bool:
    return isinstance(piece, Stretch) and piece.first.what in WHOLE_YEARS and piece.first.part is None


def _within_a_year(pieces: list[Piece]) -> list[Piece]:
    """«2023-2024 учебный год: сентябрь» names the year of what follows, «ежегодно с 2024 года» no days."""
    years = [one for one in pieces if isinstance(one, Stretch) and _is_a_year(one)]
    others = [one for one in pieces if isinstance(one, Stretch) and one not in years]
    if len(years) != 1 or years[0].how not in (How.AT, How.SINCE):
        return pieces
    if not others:
        is_start = years[0].how is How.SINCE and years[0].first.what is not What.PLAN
        is_free = is_start and any(_is_yearly(one) for one in pieces)
        return [one for one in pieces if one is not years[0]] if is_free else pieces
    if years[0].how is How.SINCE or years[0].first.what is What.PLAN:
        return pieces
    return [_of_year(one, years[0].first) for one in pieces if one is not years[0]]


def _of_year(piece: Piece, year: Named) -> Piece:
    if not isinstance(piece, Stretch) or piece.first.is_dated or piece.last.is_dated:
        return piece
    given = {"school_year": year.school_year} if year.school_year is not None else {"year": year.year}
    first = replace(piece.first, **given)
    return replace(
        piece, first=first, last=first if piece.last is piece.first else replace(piece.last, **given)
    )


def _listed(pieces: list[Piece]) -> list[Piece]:
    return [part for one in pieces for part in (Break(one.begins, one.begins), one)][1:]


def _is_a_month(stretch: Stretch) -> bool:
    return stretch.how is How.AT and stretch.first.what is What.MONTH and stretch.first.part is None


def _rates(pieces: list[Piece], stretches: list[Stretch]) -> list[Rate]:
    """Of two rules that say the same, the closer one stays: «ежемесячно, до 5 числа»."""
    found = [one for one in pieces if isinstance(one, Rate)]
    if not stretches:
        found += [_weekly(one) for one in pieces if isinstance(one, Weekdays)]
    return [
        one
        for index, one in enumerate(found)
        if not any(
            other.rrule.startswith(one.rrule) for at, other in enumerate(found) if _beats(at, index, found)
        )
    ]


def _beats(at: int, index: int, found: list[Rate]) -> bool:
    if at == index:
        return False
    return found[at].rrule != found[index].rrule or at < index


def _weekly(piece: Weekdays) -> Rate:
    days = ",".join(WEEKDAY_CODES[one] for one in piece.days)
    return Rate(piece.begins, piece.ends, f"FREQ=WEEKLY;BYDAY={days}")


def _without_stretches(
    clause: Clause, pieces: list[Piece], rates: list[Rate], always: Always | None
) -> Sorted:
    if rates:
        often = [one for one in rates if one.rrule != YEARLY] or rates
        ended = always is not None and always.is_endless
        return Sorted(tuple(Item(rate=one, is_endless=ended, joined_by=Sign.SEMICOLON) for one in often))
    yearly = next((one for one in pieces if isinstance(one, Yearly)), None)
    if yearly is not None and clause.is_later:
        return Sorted((), repeats_before=True)
    if always is not None:
        return Sorted((Item(is_always=True),))
    if yearly is not None:
        return Sorted((Item(rate=Rate(yearly.begins, yearly.ends, YEARLY)),))
    return Sorted(())


def _with_rates(
    pieces: list[Piece], stretches: list[Stretch], rates: list[Rate], always: Always | None
) -> Sorted:
    """One stretch bounds the rate; a day comes before it; several stretches say more than the rate does."""
    is_endless = always is not None and always.is_endless
    if len(stretches) > 1:
        return Sorted(tuple(_marked_yearly(pieces)), set_aside=tuple(rates))
    (stretch,) = stretches
    if stretch.how is How.AT and stretch.first.is_a_day:
        day = Item(stretch, weekdays=_weekdays(pieces))
        return Sorted((day, *(Item(rate=one, joined_by=Sign.SEMICOLON) for one in rates)))
    return Sorted(tuple(Item(stretch, one, is_endless=is_endless, joined_by=Sign.SEMICOLON) for one in rates))


def _always(items: list[Item], always: Always) -> tuple[Item, ...]:
    if len(items) == 1 and items[0].stretch and items[0].stretch.how is How.AT:
        if items[0].stretch.first.is_a_day:
            return (items[0], Item(is_always=True, joined_by=Sign.SEMICOLON))
        return (items[0],)
    return tuple(replace(one, is_always=True, is_endless=always.is_endless) for one in items)


def _weekdays(pieces: list[Piece]) -> tuple[int, ...]:
    return next((one.days for one in pieces if isinstance(one, Weekdays)), ())


@dataclass(slots=True)
class _Chunk:
    """What stands between two commas."""

    sign: Sign | None
    pieces: list[Piece] = field(default_factory=list)

    @property
    def stretches(self) -> list[Stretch]:
        return [one for one in self.pieces if isinstance(one, Stretch)]

    @property
    def is_dated(self) -> bool:
        return any(one.first.is_dated or one.last.is_dated for one in self.stretches)

    @property
    def mark_at(self) -> int | None:
        marks = (index for index, one in enumerate(self.pieces) if _is_yearly(one))
        return next(marks, None)

    @property
    def leads(self) -> bool:
        """The mark stands before every stretch of the chunk."""
        return self.mark_at is not None and not any(
            isinstance(one, Stretch) for one in self.pieces[: self.mark_at]
        )


def _is_yearly(piece: Piece) -> bool:
    return isinstance(piece, Yearly) or (isinstance(piece, Rate) and piece.rrule == YEARLY)


def _chunks(pieces: list[Piece]) -> list[_Chunk]:
    found = [_Chunk(None)]
    for piece in pieces:
        if isinstance(piece, Break):
            found.append(_Chunk(_stronger(found[-1], piece.sign)))
        else:
            found[-1].pieces.append(piece)
    return [one for one in found if one.stretches or one.mark_at is not None]


def _stronger(before: _Chunk, sign: Sign) -> Sign:
    return sign if before.pieces or before.sign is None else before.sign


def _marked_yearly(pieces: list[Piece]) -> list[Item]:
    """A mark at the head goes with all that follows, one at the end with all before it of the same sort."""
    chunks = _chunks(pieces)
    yearly: set[int] = set()
    carried = False
    for index, chunk in enumerate(chunks):
        if chunk.mark_at is not None and (chunk.leads or not chunk.stretches) and _is_followed(chunks, index):
            carried = True
        if chunk.mark_at is not None or carried:
            yearly.add(index)
        if chunk.mark_at is not None and not _is_followed(chunks, index):
            yearly |= _before(chunks, index)
    return _items(chunks, yearly, _weekdays(pieces))


def _is_followed(chunks: list[_Chunk], index: int) -> bool:
    """A mark leads when its own chunk has a stretch behind it, or a later one has."""
    chunk = chunks[index]
    if chunk.stretches:
        return chunk.leads
    return any(later.stretches for later in chunks[index + 1 :])


def _before(chunks: list[_Chunk], index: int) -> set[int]:
    chunk = chunks[index]
    return {
        at
        for at, earlier in enumerate(chunks[:index])
        if earlier.mark_at is None and (not chunk.stretches or earlier.is_dated == chunk.is_dated)
    }


def _items(chunks: list[_Chunk], yearly: set[int], weekdays: tuple[int, ...]) -> list[Item]:
    found: list[Item] = []
    for index, chunk in enumerate(chunks):
        for at, stretch in enumerate(chunk.stretches):
            sign = chunk.sign if at == 0 else None
            found.append(Item(stretch, is_yearly=index in yearly, joined_by=sign, weekdays=weekdays))
    return found


def loose_words(pieces: Iterable[Piece]) -> list[Piece]:
    return [one for one in pieces if isinstance(one, Loose)]


def causes_in(pieces: Iterable[Piece]) -> list[Cause]:
    return [one for one in pieces if isinstance(one, Cause)]
