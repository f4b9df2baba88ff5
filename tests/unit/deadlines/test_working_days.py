"""Working days of Russia: weekends, holidays, and the days that the government moves."""

from __future__ import annotations

from datetime import date

import pytest

from services.working_days import (
    is_working_day,
    working_day_after,
    working_day_before,
    working_day_on_or_before,
    working_days_from,
)


@pytest.mark.parametrize(
    ("day", "is_working"),
    [
        (date(2024, 1, 8), False),
        (date(2024, 1, 9), True),
        (date(2024, 2, 23), False),
        (date(2024, 4, 27), True),  # a Saturday worked in exchange for the 29th
        (date(2024, 4, 29), False),
        (date(2024, 5, 4), False),
        (date(2023, 5, 8), False),
        (date(2030, 1, 1), False),
        (date(2030, 9, 2), True),
    ],
)
def test_a_day_off_is_what_the_calendar_of_the_country_says(day: date, is_working: bool) -> None:
    assert is_working_day(day) is is_working


def test_the_neighbours_of_the_new_year_holidays_are_found() -> None:
    assert working_day_before(date(2024, 1, 5)) == date(2023, 12, 29)
    assert working_day_after(date(2023, 12, 31)) == date(2024, 1, 9)
    assert working_day_on_or_before(date(2024, 1, 9)) == date(2024, 1, 9)
    assert working_day_on_or_before(date(2024, 1, 7)) == date(2023, 12, 29)


def test_working_days_are_counted_both_ways_without_the_first_day() -> None:
    assert working_days_from(date(2023, 8, 31), 10) == date(2023, 9, 14)
    assert working_days_from(date(2023, 9, 14), -10) == date(2023, 8, 31)
    assert working_days_from(date(2024, 1, 6), 0) == date(2024, 1, 6)
