"""Which days a reading stands for: once, every year, by a rule, or once a term as a question."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services import deadlines
from services.deadlines import Context, Term
from services.occurrences import Dated, dates_of, next_dates_of

TODAY = date(2026, 9, 7)
YEAR = Context(TODAY, school_year=2026)
NEXT = Context(TODAY, school_year=2027)


def due(phrase: str, context: Context = YEAR) -> list[tuple[date | None, date]]:
    return [(one.starts_on, one.due_on) for one in dates_of(deadlines.read(phrase, context), context)]


def due_next(phrase: str) -> list[date]:
    return [one.due_on for one in next_dates_of(deadlines.read(phrase, YEAR), NEXT)]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("27.01.2027", [(date(2027, 1, 27), date(2027, 1, 27))]),
        ("до 10 ноября", [(None, date(2026, 11, 10))]),
        ("Октябрь-ноябрь", [(date(2026, 10, 1), date(2026, 11, 30))]),
        ("В течение года", [(date(2026, 9, 1), date(2027, 5, 31))]),
        ("Ежегодно до 10 июня", [(None, date(2027, 6, 10))]),
        ("При необходимости", []),
        ("По завершении реализации программы", []),
    ],
)
def test_one_phrase_gives_its_days(phrase: str, expected: list[tuple[date | None, date]]) -> None:
    assert due(phrase) == expected


@pytest.mark.requirement("G-4.2")
def test_a_date_and_what_comes_every_year_after_it_are_both_duties() -> None:
    context = Context(date(2023, 1, 10), years=(2023, 2024))
    assert [day for _, day in due("До 15.02.2023, далее ежегодно – до 10 ноября", context)] == [
        date(2023, 2, 15),
        date(2023, 11, 10),
        date(2024, 11, 10),
    ]


def test_every_year_comes_again_by_itself_in_the_next_school_year() -> None:
    assert due_next("Ежегодно до 10 ноября") == [date(2027, 11, 10)]
    assert due_next("Ежегодно до 10 июня") == [date(2028, 6, 10)]
    assert due_next("27.01.2027, далее – ежегодно сентябрь") == [date(2027, 9, 30)]


def test_what_is_said_of_one_year_does_not_come_again() -> None:
    for phrase in ("до 10 ноября", "Сентябрь 2026 г.", "В течение года", "еженедельно"):
        assert due_next(phrase) == []


def test_a_continuous_duty_is_a_question_once_a_term() -> None:
    terms = (
        Term(date(2026, 9, 1), date(2026, 10, 24)),
        Term(date(2026, 11, 5), date(2026, 12, 28)),
    )
    context = Context(TODAY, school_year=2026, terms=terms)
    made = dates_of(deadlines.read("постоянно", context), context)
    assert [one.due_on for one in made] == [date(2026, 10, 24), date(2026, 12, 28)]
    assert all(one.is_check and not one.reminds for one in made)
    assert len(dates_of(deadlines.read("постоянно", YEAR), YEAR)) == 4
    assert len(due_next("постоянно")) == 4


def test_weekly_duties_fall_within_their_weeks_and_remind_only_the_day_before() -> None:
    made = dates_of(deadlines.read("еженедельно", YEAR), YEAR)
    assert 35 <= len(made) <= 40
    assert not any(one.reminds for one in made)
    assert all(one.due_on.weekday() == 4 or one.due_on == date(2027, 5, 31) for one in made)
    mondays = dates_of(deadlines.read("каждый понедельник", YEAR), YEAR)
    assert {one.due_on.weekday() for one in mondays} == {0}


def test_months_quarters_and_halves_end_where_the_calendar_ends_them() -> None:
    assert [day.day for _, day in due("ежемесячно")] == [30, 31, 30, 31, 31, 28, 31, 30, 31]
    assert [day for _, day in due("ежеквартально")] == [
        date(2026, 12, 31),
        date(2027, 3, 31),
        date(2027, 5, 31),
    ]
    assert [day for _, day in due("1 раз в полугодие")] == [date(2026, 12, 31), date(2027, 5, 31)]


def test_once_a_year_without_a_month_has_the_whole_year() -> None:
    assert due("не менее одного раза в год") == [(date(2026, 9, 1), date(2027, 5, 31))]


PHRASES = (
    "до 10 ноября",
    "Ежегодно сентябрь-май",
    "постоянно",
    "еженедельно",
    "ежемесячно",
    "раз в четверть",
    "31.01.2027, далее - постоянно",
    "ежедневно",
)


@settings(max_examples=60, deadline=None)
@given(phrase=st.sampled_from(PHRASES), year=st.integers(2020, 2035), by_calendar=st.booleans())
def test_duties_are_in_order_each_once_and_bounded(phrase: str, year: int, by_calendar: bool) -> None:
    years = (year, year + 1) if by_calendar else None
    context = Context(date(year, 9, 1), school_year=None if by_calendar else year, years=years)
    made: tuple[Dated, ...] = dates_of(deadlines.read(phrase, context), context)
    assert 0 < len(made) <= 60
    assert [one.due_on for one in made] == sorted(one.due_on for one in made)
    assert len({one.key for one in made}) == len(made)
    assert all(one.starts_on is None or one.starts_on <= one.due_on for one in made)
