"""What holds of every phrase: nothing makes `read` raise, its work is bounded, and what `write` prints reads
back the same.
"""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from services.deadlines import Context, Kind, Reading, read, write, years_of_title
from services.deadlines.normalize import LONGEST, tidy
from services.deadlines.tokens import AT_MOST, tokens
from services.deadlines.words import WEEKDAY_CODES

with Path(__file__).with_name("phrases.tsv").open(encoding="utf-8", newline="") as _file:
    PHRASES = [row["phrase"] for row in csv.DictReader(_file, delimiter="\t", quoting=csv.QUOTE_NONE)]
WORDS = sorted({word for phrase in PHRASES for word in phrase.split()})
ALPHABET = st.sampled_from(
    "0123456789абвгдежзийклмнопрстуфхцчшщъыьэюяёIVXiolOО.,;:-–—/()[]{}<>&#№*%_$"
    " \n\t\u00a0\u00ad\u200b\u0301\ud800𝟙²"
)
CONTEXTS = st.sampled_from(
    [
        Context(date(2022, 9, 1), school_year=2022),
        Context(date(2023, 9, 1), school_year=2023, ordered_on=date(2023, 8, 31)),
        Context(date(2023, 9, 1), school_year=2023, year_end=(2, 29)),
        Context(date(2023, 1, 20), years=(2023, 2024)),
        Context(date(2024, 2, 29), years=(2024, 2024)),
        Context(date(2024, 2, 29)),
    ]
)
DAYS = st.dates(date(2001, 1, 1), date(2090, 12, 31))
few = settings(max_examples=200, deadline=None)


def essence(reading: Reading) -> tuple[object, ...]:
    parts = [essence(part) for part in reading.parts]
    return (
        reading.kind,
        reading.start,
        reading.end,
        reading.recurs_yearly,
        reading.rule,
        reading.rrule,
        parts,
    )


def check(phrase: str, context: Context) -> Reading:
    """What holds of every reading."""
    reading = read(phrase, context)
    assert reading.phrase == phrase
    if reading.kind is Kind.UNPARSABLE:
        assert reading.doubts
        assert (reading.start, reading.end, reading.rule, reading.rrule, reading.parts) == (
            None, None, None, None, ()
        )  # fmt: skip
    if reading.parts:
        assert essence(replace(reading, parts=())) == essence(reading.parts[0])
        assert len(reading.parts) > 1
    for one in (reading, *reading.parts):
        check_days(one)
    assert essence(read(write(reading), context)) == essence(reading)
    return reading


def check_days(reading: Reading) -> None:
    if reading.start and reading.end:
        assert reading.start <= reading.end
    match reading.kind:
        case Kind.DATE:
            assert reading.start == reading.end is not None
        case Kind.DEADLINE:
            assert reading.start is None
            assert reading.end is not None
        case Kind.PERIOD:
            assert reading.start is not None
            assert reading.end is not None
        case Kind.YEARLY:
            assert reading.recurs_yearly
            assert (reading.rule is None) is (reading.end is None)
        case Kind.CONTINUOUS:
            assert reading.start is not None
            assert reading.rrule is not None or reading.end is None


@few
@given(st.text(max_size=200), CONTEXTS)
def test_no_text_makes_it_raise(phrase: str, context: Context) -> None:
    check(phrase, context)


@few
@given(st.text(ALPHABET, max_size=120), CONTEXTS)
def test_no_mixture_of_alphabets_makes_it_raise(phrase: str, context: Context) -> None:
    check(phrase, context)


@few
@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join), CONTEXTS)
def test_words_of_deadlines_in_any_order_read_back_the_same(phrase: str, context: Context) -> None:
    check(phrase, context)


@few
@given(
    st.sampled_from(PHRASES),
    st.sampled_from(PHRASES),
    st.sampled_from([" ", ", ", "; ", ", далее ", "\n", " и "]),
    CONTEXTS,
)
def test_two_phrases_in_one_cell_read_back_the_same(
    first: str, second: str, between: str, context: Context
) -> None:
    check(first + between + second, context)


@few
@given(st.sampled_from(PHRASES), st.data(), CONTEXTS)
def test_a_mutilated_phrase_reads_back_the_same(phrase: str, data: st.DataObject, context: Context) -> None:
    signs = list(phrase)
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(signs)))
        signs[at : at + data.draw(st.integers(0, 3))] = data.draw(st.lists(ALPHABET, max_size=2))
    check("".join(signs), context)


@st.composite
def simple_readings(draw: st.DrawFn) -> Reading:
    """Readings as the grammar makes them, of every kind."""
    start = draw(DAYS)
    end = start + timedelta(days=draw(st.integers(0, 364)))
    rule = f"--{start:%m-%d}/--{end:%m-%d}"
    kind = draw(st.sampled_from([one for one in Kind if one is not Kind.UNPARSABLE]))
    match kind:
        case Kind.DATE:
            return Reading("", kind, start, start)
        case Kind.DEADLINE:
            return Reading("", kind, None, end)
        case Kind.PERIOD:
            return Reading("", kind, start, end)
        case Kind.CONTINUOUS:
            rrule = draw(st.none() | rrules())
            bound = draw(st.sampled_from([None, end])) if rrule else None
            return Reading("", kind, start, bound, rrule=rrule)
        case _:
            return draw(
                st.sampled_from(
                    [
                        Reading("", kind, start, end, recurs_yearly=True, rule=rule),
                        Reading("", kind, None, end, recurs_yearly=True, rule=f"--{end:%m-%d}/--{end:%m-%d}"),
                        Reading("", kind, recurs_yearly=True, rrule="FREQ=YEARLY"),
                        Reading("", kind, recurs_yearly=True, rrule="FREQ=YEARLY;INTERVAL=2"),
                    ]
                )
            )


def rrules() -> st.SearchStrategy[str]:
    weekdays = st.sampled_from(WEEKDAY_CODES)
    several = st.lists(weekdays, min_size=1, max_size=4, unique=True).map(
        lambda days: ",".join(sorted(days, key=WEEKDAY_CODES.index))
    )
    numbers = st.sampled_from([-1, 1, 2, 3, 4, 5])
    return st.one_of(
        st.sampled_from(["FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=TERMLY"]),
        st.integers(2, 30).map("FREQ=DAILY;INTERVAL={}".format),
        st.integers(2, 30).map("FREQ=WEEKLY;INTERVAL={}".format),
        st.integers(2, 30).map("FREQ=MONTHLY;INTERVAL={}".format),
        several.map("FREQ=WEEKLY;BYDAY={}".format),
        st.just("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        st.integers(1, 31).map("FREQ=MONTHLY;BYMONTHDAY={}".format),
        st.just("FREQ=MONTHLY;BYMONTHDAY=-1"),
        st.just("FREQ=MONTHLY;BYMONTHDAY=10,25"),
        st.tuples(numbers, weekdays).map(lambda one: f"FREQ=MONTHLY;BYDAY={one[0]}{one[1]}"),
        numbers.map("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS={}".format),
    )


@few
@given(simple_readings(), CONTEXTS)
def test_whatever_is_written_reads_back_the_same(reading: Reading, context: Context) -> None:
    assert essence(read(write(reading), context)) == essence(reading)


@few
@given(st.lists(simple_readings(), min_size=2, max_size=5), CONTEXTS)
def test_whatever_is_written_of_several_parts_reads_back_the_same(
    parts: list[Reading], context: Context
) -> None:
    assume(len({str(essence(part)) for part in parts}) == len(parts))
    whole = replace(parts[0], parts=tuple(parts))
    assert essence(read(write(whole), context)) == essence(whole)


@pytest.mark.parametrize("year_end", [(5, 31), (8, 31), (2, 29)])
@few
@given(day=DAYS)
def test_a_plan_without_a_year_is_read_in_the_school_year_of_today(
    day: date, year_end: tuple[int, int]
) -> None:
    context = Context(day, year_end=year_end)
    start, end = context.span
    reading = read("в течение учебного года", context)
    assert (reading.start, reading.end) == (start, end)


@pytest.mark.parametrize(
    "piece",
    [
        "1,",
        "май ",
        "до ",
        "в ",
        "<",
        "&#9",
        "{{",
        "сен- ",
        "каждый ",
        "1.1.",
        "а",
        " ",
        "\u00ad ",
        "и\u0306",
        "\ufdfa",
    ],
)
def test_a_hundred_thousand_characters_are_not_read_to_the_end(piece: str) -> None:
    phrase = piece * (100_000 // len(piece))
    seen = tidy(phrase)
    assert len(seen.text) <= LONGEST
    assert len(tokens(seen.text)) <= AT_MOST + 1
    assert read(phrase, Context(date(2023, 9, 1))).kind is Kind.UNPARSABLE
    assert years_of_title(phrase).school_year is None


def test_blanks_around_a_phrase_do_not_count() -> None:
    reading = read(" " * 50_000 + "май" + "\n" * 50_000, Context(date(2023, 9, 1), school_year=2023))
    assert (reading.start, reading.end) == (date(2024, 5, 1), date(2024, 5, 31))


def test_a_cell_that_is_a_text_is_not_a_deadline() -> None:
    reading = read("провести в сентябре встречу; " * 40, Context(date(2023, 9, 1)))
    assert [doubt.code for doubt in reading.doubts] == ["too-long"]
