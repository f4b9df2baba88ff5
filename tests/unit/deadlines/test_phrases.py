"""Hundreds of phrases in the ways people write them: `phrases.tsv` beside this file has one a line.

A meaning is written as `date D`, `by D`, `D..D` for a period, `yearly RULE D..D`, `always D..`, `RRULE D..D`
or `unparsable`, the parts of a compound one after another; behind it stand the doubts and what they suggest.
"""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from services.deadlines import Context, Kind, Reading, Term, context_of_title, read, write, years_of_title

PLANS = {
    "2022-2023": Context(date(2022, 9, 1), school_year=2022),
    "2023-2024": Context(date(2023, 9, 1), school_year=2023, ordered_on=date(2023, 8, 31)),
    "years": Context(date(2023, 1, 20), years=(2023, 2024)),
    "none": Context(date(2023, 9, 15)),
}
SCHOOL = PLANS["2023-2024"]
TABLE = Path(__file__).with_name("phrases.tsv")
FIELDS = ("plan", "phrase", "meaning", "doubts", "suggestion")


def table() -> list[tuple[str, ...]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [tuple(row[name] or "" for name in FIELDS) for row in rows]


def in_short(reading: Reading) -> str:
    return "; ".join(_part_in_short(part) for part in reading.parts or (reading,))


def _part_in_short(reading: Reading) -> str:
    days = f"{reading.start or ''}..{reading.end or ''}"
    match reading.kind:
        case Kind.DATE:
            return f"date {reading.end}"
        case Kind.DEADLINE:
            return f"by {reading.end}"
        case Kind.PERIOD:
            return days
        case Kind.YEARLY:
            return f"yearly {reading.rule or reading.rrule}" + (f" {days}" if reading.end else "")
        case Kind.CONTINUOUS:
            return f"{reading.rrule or 'always'} {days}"
        case _:
            return "unparsable"


@pytest.mark.parametrize(FIELDS, table())
def test_a_phrase_is_understood_as_people_mean_it(
    plan: str, phrase: str, meaning: str, doubts: str, suggestion: str
) -> None:
    reading = read(phrase, PLANS[plan])
    assert in_short(reading) == meaning
    assert [doubt.code for doubt in reading.doubts] == doubts.split()
    assert " | ".join(doubt.suggestion for doubt in reading.doubts if doubt.suggestion) == suggestion


@pytest.mark.parametrize(FIELDS, table())
def test_what_is_written_reads_back_the_same(
    plan: str, phrase: str, meaning: str, doubts: str, suggestion: str
) -> None:
    written = write(read(phrase, PLANS[plan]))
    assert in_short(read(written, PLANS[plan])) == meaning


@pytest.mark.parametrize(
    "phrase",
    [
        "Сентябрь\u00a02023\u00a0г.",
        "сен\u00adтябрь 2023",
        "сен\u00ad\nтябрь 2023",
        "\ufeffсентябрь\u200b 2023 г.",
        "сентябрь\n2023 г.",
        "сентябрь\t2023",
        "СЕНТЯБРЬ 2023¹",
        "сентябрь 2023*)",
        "сентябрь 2023 [1]",
        "сентябрь<sup>1</sup> 2023",
        "<p>Сентябрь&nbsp;2023 г.</p>",
        "cентябpь 2023 г.",
        "сентябрь 2О23 г.",
        "сентябрь２０２３",
    ],
)
def test_traces_of_files_and_of_typing_do_not_matter(phrase: str) -> None:
    assert in_short(read(phrase, SCHOOL)) == "2023-09-01..2023-09-30"


@pytest.mark.parametrize("dash", "-‐‑‒–—―−")
def test_every_dash_joins_months(dash: str) -> None:
    assert in_short(read(f"сентябрь{dash}май", SCHOOL)) == "2023-09-01..2024-05-31"
    assert in_short(read(f"сентябрь {dash} май", SCHOOL)) == "2023-09-01..2024-05-31"


def test_paragraphs_of_one_cell_are_glued_months() -> None:
    reading = read("<p>Сентябрь 2023 г.</p><p>Октябрь 2023 г.</p>", SCHOOL)
    assert in_short(reading) == "2023-09-01..2023-10-31"
    assert [doubt.code for doubt in reading.doubts] == ["glued"]


def test_the_end_of_the_school_year_is_the_organisation_s() -> None:
    plan = Context(date(2023, 9, 1), school_year=2023, year_end=(8, 31))
    assert in_short(read("в течение учебного года", plan)) == "2023-09-01..2024-08-31"
    assert in_short(read("II полугодие", plan)) == "2024-01-01..2024-08-31"


def test_known_terms_are_used_without_a_doubt() -> None:
    days = ((9, 1, 10, 20), (10, 30, 12, 28), (1, 10, 3, 20), (4, 1, 5, 24))
    terms = tuple(Term(date(2023 + (a < 9), a, b), date(2023 + (c < 9), c, d)) for a, b, c, d in days)
    plan = Context(date(2023, 9, 1), school_year=2023, terms=terms)
    for phrase, meaning in (
        ("II четверть", "2023-10-30..2023-12-28"),
        ("осенние каникулы", "2023-10-21..2023-10-29"),
        ("до конца III четверти", "by 2024-03-20"),
    ):
        reading = read(phrase, plan)
        assert (in_short(reading), reading.doubts) == (meaning, ())


def test_days_after_an_order_are_counted_when_its_date_is_known() -> None:
    for phrase, suggestion in (
        ("в течение 40 дней со дня приказа", "до 10.10.2023"),
        ("в течение 10 рабочих дней со дня издания приказа", "до 14.09.2023"),
    ):
        (doubt,) = read(phrase, SCHOOL).doubts
        assert (doubt.code, doubt.suggestion) == ("event", suggestion)
        (unknown,) = read(phrase, PLANS["none"]).doubts
        assert (unknown.code, unknown.suggestion) == ("event", None)


def test_a_deadline_before_the_order_is_doubtful() -> None:
    assert [one.code for one in read("до 30.08.2023", SCHOOL).doubts] == ["before-order"]
    assert read("31.08.2023", SCHOOL).doubts == ()


@pytest.mark.parametrize(
    ("title", "school_year", "years", "doubts"),
    [
        ("План на 2022-2023 учебный год", 2022, None, []),
        ("Дорожная карта наставничества на 2023/24 уч.г.", 2023, None, []),
        ("ПЛАН РАБОТЫ\nна 2024 – 2025\nучебный год", 2024, None, []),
        ("План на 2023 – 2024 учебные года", None, (2023, 2024), ["ambiguous-years"]),
        ("Карта в 2023-2024 годах", None, (2023, 2024), []),
        ("План мероприятий на 2023 год", None, (2023, 2023), []),
        ("Приложение к приказу от 31.08.2023 № 348-р. План на 2023-2024 учебный год", 2023, None, []),
        ("План на {{ year }} учебный год", None, None, ["template-variable"]),
        ("План на 20__ – 20__ учебный год", None, None, ["template-variable"]),
        ("План работы школы № 7", None, None, []),
        ("Приказ от 31.08.2023", None, None, []),
        ("", None, None, []),
        ("2" * 100_000, None, None, []),
    ],
)
def test_a_title_names_the_years_of_its_plan(
    title: str, school_year: int | None, years: tuple[int, int] | None, doubts: list[str]
) -> None:
    found = years_of_title(title)
    assert (found.school_year, found.years) == (school_year, years)
    assert [doubt.code for doubt in found.doubts] == doubts
    context = context_of_title(title, date(2023, 9, 1), ordered_on=date(2023, 8, 31))
    if school_year is None and years is None:
        assert context is None
    else:
        assert context == Context(date(2023, 9, 1), school_year, years, date(2023, 8, 31))
