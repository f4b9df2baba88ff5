"""Nobody can be told from a group of fewer than five: in rows, in numbers, by subtraction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.registry import privacy
from services.registry.privacy import HIDDEN, LEAST, Breakdown, Facts


def facts(code: int = 1, **fields: object) -> Facts:
    values = {
        "code": f"{code:03d}",
        "school": "Школа № 1",
        "status": "active",
        "subject": ("mathematics",),
        "category": "young",
        "experience": "0-3",
        "school_class": "",
        "topics": ("discipline",),
        "capacity": 0,
        "entered_on": date(2026, 9, 7),
        "forms": (),
        "counterparts": (),
        "has_active": False,
        "was_completed": False,
        "waits": True,
    }
    return Facts(**(values | fields))  # type: ignore[arg-type]


def many(count: int, **fields: object) -> list[Facts]:
    return [facts(at, **fields) for at in range(count)]


def breakdown(rows: Sequence[Facts], what: str) -> Breakdown:
    return next(one for one in privacy.numbers(rows).breakdowns if one.what == what)


def test_what_five_share_is_shown() -> None:
    for one in privacy.anonymised(many(LEAST)):
        assert (one.subject, one.category, one.experience) == ("mathematics", "young", "0-3")


def test_what_four_share_is_hidden_with_all_that_is_finer() -> None:
    rows = [*many(5), *many(4, subject=("chemistry",))]
    shown = [one for one in privacy.anonymised(rows) if one.subject == HIDDEN]
    assert len(shown) == 4
    assert all((one.category, one.experience) == (HIDDEN, HIDDEN) for one in shown)


def test_traits_that_are_common_by_themselves_are_hidden_where_together_they_tell() -> None:
    rows = [*many(5), *many(4, category="experienced"), facts(9, category="experienced", subject=("art",))]
    shown = privacy.anonymised(rows)
    assert [one.subject for one in shown].count("mathematics") == 9
    assert [one.category for one in shown].count("young") == 5
    assert "experienced" not in [one.category for one in shown]


def test_in_a_school_of_fewer_than_five_nothing_is_told_but_the_codes() -> None:
    for one in privacy.anonymised(many(4)):
        assert (one.subject, one.topics) == (HIDDEN, (HIDDEN,))


def test_schools_are_looked_at_one_by_one() -> None:
    rows = [*many(5), facts(7, school="Школа № 2")]
    assert [one.subject for one in privacy.anonymised(rows)] == ["mathematics"] * 5 + [HIDDEN]


def test_rows_stand_by_code_and_not_by_name() -> None:
    rows = [facts(7), facts(3), *many(3)]
    assert [one.code for one in privacy.anonymised(rows)] == ["000", "001", "002", "003", "007"]


def test_a_registry_of_fewer_than_five_has_no_numbers_at_all() -> None:
    assert privacy.numbers(many(4)) == privacy.Numbers(None, ())


def test_a_small_group_is_named_without_its_number() -> None:
    rows = [*many(8), *many(3, subject=("physics",)), *many(3, subject=("chemistry",))]
    assert breakdown(rows, "subject") == Breakdown("subject", (("mathematics", 8),), ("chemistry", "physics"))


def test_a_small_group_can_not_be_found_by_subtraction() -> None:
    rows = [*many(8), *many(6, subject=("physics",)), facts(99, subject=("chemistry",))]
    assert breakdown(rows, "subject") == Breakdown("subject", (("mathematics", 8),), ("physics", "chemistry"))


def test_those_who_did_not_answer_are_no_clue_either() -> None:
    rows = [*many(8), *many(6, category="experienced"), facts(99, category="")]
    found = breakdown(rows, "category")
    assert found.shown == (("young", 8),)
    assert found.small == ("experienced",)


@pytest.mark.parametrize(("years", "band"), [(0, "0-3"), (3, "0-3"), (4, "4-10"), (20, "11-20"), (40, "21+")])
def test_years_are_told_in_bands(years: int, band: str) -> None:
    assert privacy.band_of(years) == band


@pytest.mark.parametrize(
    ("day", "year"),
    [(date(2026, 9, 1), "2026-2027"), (date(2026, 8, 31), "2025-2026"), (date(2027, 1, 1), "2026-2027")],
)
def test_the_day_of_entering_is_told_as_a_school_year(day: date, year: str) -> None:
    assert privacy.school_year_of(day) == year


ROWS = st.lists(
    st.builds(
        facts,
        code=st.integers(0, 999),
        subject=st.sampled_from([(), ("mathematics",), ("physics",), ("art",)]),
        category=st.sampled_from(["", "young", "experienced"]),
        experience=st.sampled_from(["", "0-3", "21+"]),
        school=st.sampled_from(["А", "Б"]),
    ),
    max_size=40,
)


@given(ROWS)
def test_whatever_stands_in_the_rows_five_people_of_the_school_share_it(rows: list[Facts]) -> None:
    shown = privacy.anonymised(rows)
    assert len(shown) == len(rows)
    for one in shown:
        open_ = {
            name: getattr(one, name)
            for name in ("subject", "category", "experience")
            if getattr(one, name) not in ("", HIDDEN)
        }
        alike = sum(
            all(value == _plain(row, name) for name, value in open_.items())
            for row in rows
            if row.school == one.school
        )
        assert not open_ or alike >= LEAST


def _plain(row: Facts, name: str) -> str:
    value = asdict(row)[name]
    return "; ".join(value) if isinstance(value, tuple) else str(value)


@given(ROWS)
def test_whatever_is_counted_neither_a_small_group_nor_its_number_is_told(rows: list[Facts]) -> None:
    found = privacy.numbers(rows)
    assert (found.total is None) == (len(rows) < LEAST)
    for one in found.breakdowns:
        assert all(count >= LEAST for _, count in one.shown)
        rest = len(rows) - sum(count for _, count in one.shown)
        if one.shown:
            assert rest == 0 or rest >= LEAST
