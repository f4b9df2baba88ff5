"""Sets the pieces of a phrase against the calendar of the plan: what it means, or why that cannot be said.

Knows no words. Never raises for any phrase.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from services.deadlines import suspicion
from services.deadlines.clauses import Clause, Item, Sorted, causes_in, clauses, loose_words, sort
from services.deadlines.pieces import Cause, How, Piece, Rate, Sign, Stretch
from services.deadlines.rates import YEARLY
from services.deadlines.reading import Context, Doubt, Kind, Reading
from services.deadlines.stretches import (
    DAY,
    Cut,
    Days,
    FindYear,
    Impossible,
    Named,
    What,
    days_of,
    school_year,
    year_from,
    year_in,
    year_upto,
)
from services.deadlines.writing import bounds, figures, write

MOST_PARTS = 40
LONGEST_WORDS = 80
BESIDE_A_DATE = {"reference": "needs-plan", "external-order": "needs-plan", "document-date": None}
"""What a cause says of a date that stands beside it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch or a rate with its days. `ends_a_month`: the last day of February stands for the month's end,
    not for itself.
    """

    kind: Kind
    start: date | None
    end: date | None
    names: tuple[Named, ...]
    doubts: tuple[Doubt, ...] = ()
    item: Item = field(default_factory=Item)
    ends_a_month: bool = False

    @property
    def first(self) -> date | None:
        return self.start or self.end


def meaning(phrase: str, text: str, pieces: list[Piece], context: Context, noted: Iterable[Doubt]) -> Reading:
    for cause in causes_in(pieces):
        if cause.code in ("template-variable", "stamp"):
            return _unparsable(phrase, [_doubt_of_cause(cause, text, pieces, context), *noted])
    try:
        read, set_aside = _readings(clauses(pieces), context)
    except Impossible as impossible:
        return _unparsable(phrase, [impossible.doubt, *noted])
    if not read:
        return _unparsable(phrase, [*_reasons(pieces, context), *noted])
    beside = [*noted, *_beside(pieces), *_left_over([*loose_words(pieces), *set_aside], text)]
    return _whole(phrase, read, beside)


def _unparsable(phrase: str, doubts: Iterable[Doubt]) -> Reading:
    return Reading(phrase, Kind.UNPARSABLE, doubts=_once(doubts))


def _once(doubts: Iterable[Doubt]) -> tuple[Doubt, ...]:
    kept: list[Doubt] = []
    for doubt in doubts:
        if doubt not in kept:
            kept.append(doubt)
    return tuple(kept)


def _whole(phrase: str, read: list[Reading], beside: list[Doubt]) -> Reading:
    """One reading, or several with the first one's fields at the top."""
    doubts = _once([*(doubt for one in read for doubt in one.doubts), *beside])
    first = replace(read[0], phrase=phrase, doubts=doubts)
    if len(read) == 1:
        return first
    return replace(first, parts=tuple(replace(one, phrase=write(one)) for one in read[:MOST_PARTS]))


def _doubt_of_cause(cause: Cause, text: str, pieces: list[Piece], context: Context) -> Doubt:
    """Of a phrase with a blank instead of a year, the rest tells what was meant."""
    rest = [one for one in pieces if not isinstance(one, Cause) and not _is_whole_year(one)]
    if cause.code == "stamp":
        return Doubt("stamp", {"stamp": text[cause.begins : cause.ends]})
    try:
        read, _ = _readings(clauses(rest), context)
    except Impossible:
        read = []
    return Doubt(cause.code, suggestion=write(_whole("", read, [])) if read else None)


def _is_whole_year(piece: Piece) -> bool:
    whole = (What.YEARS, What.SCHOOL_YEAR, What.PLAN)
    return isinstance(piece, Stretch) and piece.first.what in whole and piece.first.part is None


def _reasons(pieces: list[Piece], context: Context) -> list[Doubt]:
    causes = causes_in(pieces)
    if not causes:
        return [Doubt("not-understood")]
    return [Doubt(causes[0].code, causes[0].values, _guess(causes[0], context))]


def _guess(cause: Cause, context: Context) -> str | None:
    """The day that an event falls on, where the plan tells it."""
    if cause.days_after_order is not None and context.ordered_on is not None:
        return f"до {figures(_later(context.ordered_on, *cause.days_after_order))}"
    if cause.named is None:
        return None
    try:
        return f"до {figures(days_of(cause.named, context, year_in(context)).last)}"
    except Impossible:
        return None


def _later(day: date, count: int, is_working: bool) -> date:
    from services.working_days import working_days_from

    return working_days_from(day, count) if is_working else day + count * DAY


def _beside(pieces: list[Piece]) -> list[Doubt]:
    codes = [BESIDE_A_DATE.get(one.code, one.code) for one in causes_in(pieces)]
    return [Doubt(code) for code in codes if code is not None]


def _left_over(pieces: list[Piece], text: str) -> list[Doubt]:
    if not pieces:
        return []
    words = " ".join(text[one.begins : one.ends] for one in sorted(pieces, key=lambda one: one.begins))
    return [Doubt("left-over", {"words": words[:LONGEST_WORDS]})]


def _readings(parts: list[Clause], context: Context) -> tuple[list[Reading], list[Piece]]:
    """Raises Impossible."""
    read: list[Reading] = []
    set_aside: list[Piece] = []
    found: list[Found] = []
    for clause in parts:
        sorted_pieces = sort(clause)
        set_aside += sorted_pieces.set_aside
        found = _of_clause(clause, sorted_pieces, found, context)
        read += [_reading(one, context) for one in found]
    return _without_repetition(read), set_aside


def _without_repetition(read: list[Reading]) -> list[Reading]:
    kept: list[Reading] = []
    for one in read:
        same = next((at for at, other in enumerate(kept) if replace(other, doubts=one.doubts) == one), None)
        if same is None:
            kept.append(one)
        else:
            kept[same] = replace(one, doubts=_once([*kept[same].doubts, Doubt("repeated")]))
    return kept


def _of_clause(clause: Clause, pieces: Sorted, before: list[Found], context: Context) -> list[Found]:
    after = before[0] if clause.is_later and before else None
    if pieces.repeats_before:
        if not before:
            return [_rate(Item(rate=_yearly_rate(clause)), None, context)]
        return [_again(one) for one in before if one.end is not None]
    found: list[Found] = []
    for index, item in enumerate(pieces.items):
        later = [one.stretch for one in pieces.items[index + 1 :] if one.stretch]
        previous = found[-1] if found else None
        found.append(_of_item(item, after or _if_a_day(previous, item), previous, later, context))
    return _joined(found)


def _if_a_day(previous: Found | None, item: Item) -> Found | None:
    """«10.09.2023, ежемесячно»: the rate begins on that day."""
    is_bare = item.stretch is None and previous is not None and previous.item.stretch is not None
    return previous if is_bare else None


def _yearly_rate(clause: Clause) -> Rate:
    return Rate(clause.pieces[0].begins, clause.pieces[0].ends, YEARLY)


def _again(one: Found) -> Found:
    """«далее ежегодно»: the same days of the next year."""
    start = suspicion.shifted(one.start, 1) if one.start else None
    end = suspicion.shifted(one.end, 1) if one.end else None
    return replace(one, start=start, end=end, names=(), doubts=(), item=replace(one.item, is_yearly=True))


def _of_item(
    item: Item, after: Found | None, previous: Found | None, later: list[Stretch], context: Context
) -> Found:
    if item.stretch is None:
        return _rate(item, after, context) if item.rate else _always(item, after, context)
    if item.rate is not None:
        return _bounded(item, _stretch(item, after, previous, later, context), context)
    found = _stretch(item, after, previous, later, context)
    if item.is_always:
        return _always_within(found, context)
    return found


def _first_day(context: Context) -> date:
    return context.span[0] if suspicion.has_plan(context) else context.today


def _last_day(context: Context, start: date) -> date | None:
    last = context.span[1]
    return last if suspicion.has_plan(context) and last >= start else None


def _begin_after(after: Found) -> date | None:
    """A rate goes on from the same day, and from the day after a period."""
    if after.end is None:
        return after.start
    return after.end + DAY if after.kind is Kind.PERIOD else after.end


def _rate(item: Item, after: Found | None, context: Context) -> Found:
    doubts = (Doubt("approximate-rate"),) if item.rate and item.rate.is_approximate else ()
    if item.rate and item.rate.rrule.startswith(YEARLY):
        return Found(Kind.YEARLY, None, None, (), doubts, item)
    start = (_begin_after(after) if after else None) or _first_day(context)
    end = None if item.is_endless else _last_day(context, start)
    return Found(Kind.CONTINUOUS, start, end, (), doubts, item)


def _always(item: Item, after: Found | None, context: Context) -> Found:
    start = after.end or after.start if after else None
    return Found(Kind.CONTINUOUS, start or _first_day(context), None, (), (), item)


def _always_within(found: Found, context: Context) -> Found:
    if found.kind is Kind.DEADLINE and found.end is not None:
        return replace(found, kind=Kind.PERIOD, start=min(_first_day(context), found.end))
    return found


def _bounded(item: Item, found: Found, context: Context) -> Found:
    """A rate within a stretch."""
    doubts = found.doubts + ((Doubt("approximate-rate"),) if item.rate and item.rate.is_approximate else ())
    start = found.start
    if start is None:
        start = min(_first_day(context), found.end) if found.end else _first_day(context)
    end = found.end
    if end is None and not item.is_endless:
        end = _last_day(context, start)
    return replace(found, kind=Kind.CONTINUOUS, start=start, end=end, doubts=doubts)


def _stretch(
    item: Item, after: Found | None, previous: Found | None, later: list[Stretch], context: Context
) -> Found:
    stretch = item.stretch
    assert stretch is not None  # noqa: S101 - asked for by the caller
    find = _find(after, previous, later, context)
    found = _found(item, stretch, find, context)
    if after is not None and after.end is not None and not _is_after(found, after.end):
        return _found(item, stretch, lambda month: find(month) + 1, context)
    return found


def _is_after(found: Found, day: date) -> bool:
    if found.start is not None:
        return found.start > day or any(one.is_dated for one in found.names)
    return found.end is None or found.end > day or any(one.is_dated for one in found.names)


def _find(after: Found | None, previous: Found | None, later: list[Stretch], context: Context) -> FindYear:
    """Beside a date a month is the nearest one; alone it is the plan's."""
    if after is not None and after.first is not None:
        return year_from(after.end or after.first)
    is_chained = previous is not None and (
        context.years is not None or any(one.is_dated for one in previous.names)
    )
    if is_chained and previous is not None and previous.first is not None:
        return year_from(previous.first)
    dated = next((one for one in later if one.first.is_dated or one.last.is_dated), None)
    if dated is not None:
        named = dated.first if dated.first.is_dated else dated.last
        try:
            return year_upto(days_of(named, context, year_in(context)).last)
        except Impossible:
            return year_in(context)
    return year_in(context)


def _found(item: Item, stretch: Stretch, find: FindYear, context: Context) -> Found:
    first, last = _both_ends(stretch, find, context)
    if not item.is_yearly:
        _keep_within_plan(stretch, first, last, context)
    kind, start, end, doubts = _by_how(stretch, first, last)
    names = (stretch.first, stretch.last) if stretch.first is not stretch.last else (stretch.first,)
    said = [*(doubt for one in names for doubt in one.doubts), *first.doubts, *last.doubts, *doubts]
    if item.weekdays and kind in (Kind.DATE, Kind.DEADLINE) and end is not None:
        said += [doubt for doubt in [suspicion.weekday_doubt(end, item.weekdays)] if doubt]
    found = Found(kind, start, end, names, _once(said), item, ends_a_month=not stretch.last.is_a_day)
    if kind is Kind.CONTINUOUS or end is None or stretch.how is How.REPORTED:
        return found
    return replace(
        found,
        doubts=_once([*said, *suspicion.doubts(context, kind, start, end, names, is_yearly=item.is_yearly)]),
    )


def _both_ends(stretch: Stretch, find: FindYear, context: Context) -> tuple[Days, Days]:
    if stretch.first is stretch.last:
        days = days_of(stretch.first, context, find)
        return days, days
    first, last = _range(stretch.first, stretch.last, find, context)
    if last.last < first.first:
        raise Impossible(suspicion.backwards(context, first, last))
    return first, last


def _keep_within_plan(stretch: Stretch, first: Days, last: Days, context: Context) -> None:
    """In a plan of one school year «октябрь – сентябрь 2023» is no year long: its ends are mixed up.

    Raises Impossible.
    """
    if context.school_year is None or first.first.year == last.last.year:
        return
    # From the August of preparation to the end of the following summer.
    opens, closes = date(context.school_year, 8, 1), date(context.school_year + 1, 8, 31)
    dated = [days for named, days in ((stretch.first, first), (stretch.last, last)) if named.is_dated]
    is_of_plan = all(opens <= days.first and days.last <= closes for days in dated)
    if len(dated) == 2 or not is_of_plan or (opens <= first.first and last.last <= closes):
        return
    begins, ends = (days_of(one, context, year_in(context)) for one in (stretch.first, stretch.last))
    if ends.last < begins.first:
        raise Impossible(suspicion.backwards(context, begins, ends))


def _range(first: Named, last: Named, find: FindYear, context: Context) -> tuple[Days, Days]:
    """An end without a year takes the nearest one beside the other end."""
    if last.school_year is not None and not first.is_dated:
        first = replace(first, school_year=last.school_year)
    if last.is_dated and not first.is_dated:
        ended = days_of(last, context, find)
        return days_of(first, context, year_upto(ended.last)), ended
    begun = days_of(first, context, find)
    if last.is_dated or last.what is What.PLAN:
        return begun, days_of(last, context, find)
    return begun, days_of(last, context, year_from(begun.first))


Bounds = tuple[Kind, date | None, date | None, tuple[Doubt, ...]]


def _by_how(stretch: Stretch, first: Days, last: Days) -> Bounds:
    named = stretch.last
    match stretch.how:
        case How.AT:
            return (Kind.DATE if named.is_a_day else Kind.PERIOD), first.first, first.last, ()
        case How.BETWEEN:
            return Kind.PERIOD, first.first, last.last, ()
        case How.REPORTED:
            return Kind.PERIOD, first.first, last.last, (Doubt("reporting-period"),)
        case How.SINCE:
            return Kind.CONTINUOUS, last.last + DAY if stretch.lead_days < 0 else first.first, None, ()
        case How.NO_LATER:
            return Kind.DEADLINE, None, last.last, ()
        case _:
            return _until(stretch, named, last)


def _until(stretch: Stretch, named: Named, days: Days) -> Bounds:
    """By a day; what is longer than a day is over before it begins, and then the phrase is doubtful."""
    end, doubts = _last_before(named, days)
    if stretch.how is How.BEFORE:
        return Kind.DEADLINE, None, days.first - DAY, ()
    if stretch.lead_days > 0:
        base = days.first if named.part is None or named.part.cut is not Cut.END else days.last
        return Kind.DEADLINE, None, _earlier(base, stretch.lead_days, stretch.lead_is_working), ()
    return Kind.DEADLINE, None, end, doubts


def _last_before(named: Named, days: Days) -> tuple[date, tuple[Doubt, ...]]:
    cut = named.part.cut if named.part else None
    if named.is_a_day or cut in (Cut.END, Cut.HALF):
        return days.last, ()
    if cut is Cut.BEGINNING:
        return days.first - DAY, ()
    if cut is Cut.MIDDLE:
        return days.first + (days.last - days.first) / 2, ()
    if named.what in (What.HOLIDAYS, What.PLAN, What.SCHOOL_YEAR):
        return days.first - DAY, ()
    return days.first - DAY, (Doubt("until-month", suggestion=bounds(Kind.DEADLINE, None, days.last)),)


def _earlier(day: date, count: int, is_working: bool) -> date:
    from services.working_days import working_days_from

    return working_days_from(day, -count) if is_working else day - count * DAY


def _joined(found: list[Found]) -> list[Found]:
    """Months one after another are one period: «октябрь, ноябрь», and cells that ran together."""
    kept: list[Found] = []
    for one in found:
        before = kept[-1] if kept else None
        sign = one.item.joined_by
        if before is None or sign is Sign.SEMICOLON:
            kept.append(one)
        elif sign is None and (before.start, before.end, before.kind) == (one.start, one.end, one.kind):
            kept[-1] = _noting(before, "repeated")
        elif _is_within(before, one):
            kept[-1] = replace(one, doubts=_once([*before.doubts, *one.doubts]))
        elif _continues(before, one):
            joined = replace(before, end=one.end, names=before.names + one.names)
            kept[-1] = joined if sign is not None else _noting(joined, "glued")
        else:
            kept.append(one if sign is not None else _noting(one, "glued"))
    return kept


def _noting(found: Found, code: str) -> Found:
    return replace(found, doubts=_once([*found.doubts, Doubt(code)]))


def _is_within(before: Found, one: Found) -> bool:
    """«сентябрь (до 15.09)»: the day says more than the month."""
    if (
        before.kind is not Kind.PERIOD
        or one.kind is not Kind.DEADLINE
        or before.item.is_yearly != one.item.is_yearly
    ):
        return False
    if before.start is None or before.end is None or one.end is None:
        return False
    return all(name.what is What.MONTH for name in before.names) and before.start <= one.end <= before.end


def _continues(before: Found, one: Found) -> bool:
    if (
        before.kind is not Kind.PERIOD
        or one.kind is not Kind.PERIOD
        or before.item.is_yearly != one.item.is_yearly
    ):
        return False
    if before.end is None or one.start is None or one.start.day != 1:
        return False
    return before.end + DAY == one.start and not any(name.is_a_day for name in (*before.names, *one.names))


def _reading(found: Found, context: Context) -> Reading:
    rrule = found.item.rate.rrule if found.item.rate else None
    if found.kind is Kind.YEARLY:
        return Reading("", Kind.YEARLY, recurs_yearly=True, rrule=rrule, doubts=found.doubts)
    if found.item.is_yearly and found.item.rate is None:
        return _yearly(found, context)
    return Reading("", found.kind, found.start, found.end, rrule=rrule, doubts=found.doubts)


def _yearly(found: Found, context: Context) -> Reading:
    start, end = found.start, found.end
    if end is None and start is not None:
        end = _end_of_school_year(start, context)
    assert end is not None  # noqa: S101 - every other stretch has an end
    if start is not None and end >= suspicion.shifted(start, 1):
        end = suspicion.shifted(end, start.year - end.year)
        end = end if end >= start else suspicion.shifted(end, 1)
    first = f"--{start:%m-%d}" if start else f"--{_rule_of_end(found, end)}"
    rule = f"{first}/--{_rule_of_end(found, end)}"
    return Reading("", Kind.YEARLY, start, end, recurs_yearly=True, rule=rule, doubts=found.doubts)


def _end_of_school_year(start: date, context: Context) -> date:
    for begins in (start.year - 1, start.year):
        if (last := school_year(context, begins).last) >= start:
            return last
    return school_year(context, start.year).last


def _rule_of_end(found: Found, end: date) -> str:
    """The end of February is the 29th in a rule, whatever the year."""
    if found.ends_a_month and end.month == 2 and end.day == monthrange(end.year, 2)[1]:
        return "02-29"
    return f"{end:%m-%d}"
