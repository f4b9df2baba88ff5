"""The days of a series: on the right weekday, at the right distance, at the same local time whatever the
clocks do.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from models import Rhythm
from services.series_days import Left, Pattern, days, left_out
from services.working_days import is_working_day

ZONES = ("Europe/Moscow", "Europe/Kaliningrad", "Europe/Berlin", "America/New_York")
FIRST_DAYS = some.dates(date(2024, 1, 1), date(2032, 12, 31))
TIMES = some.times(time(6), time(22)).map(lambda at: at.replace(second=0, microsecond=0))


@some.composite
def patterns(draw: some.DrawFn) -> Pattern:
    first = draw(FIRST_DAYS)
    lasts = timedelta(days=draw(some.integers(0, 400)))
    return Pattern(
        draw(some.sampled_from(Rhythm)), first, first + lasts, draw(TIMES), draw(some.sampled_from(ZONES))
    )


def gaps(found: tuple[date, ...]) -> list[int]:
    return [(later - earlier).days for earlier, later in pairwise(found)]


@given(patterns())
def test_every_day_is_the_weekday_of_the_first_and_none_is_beyond_the_last(pattern: Pattern) -> None:
    found = days(pattern)
    assert found[0] == pattern.starts_on
    assert {day.weekday() for day in found} == {pattern.starts_on.weekday()}
    assert found[-1] <= pattern.ends_on
    assert list(found) == sorted(set(found))


@given(patterns())
def test_the_distance_is_what_the_rhythm_says_and_the_series_is_as_long_as_it_may_be(
    pattern: Pattern,
) -> None:
    found = days(pattern)
    step = {Rhythm.WEEKLY: {7}, Rhythm.BIWEEKLY: {14}, Rhythm.MONTHLY: {28, 35}}[pattern.rhythm]
    assert set(gaps(found)) <= step
    assert found[-1] + timedelta(days=max(step)) > pattern.ends_on


@given(patterns())
def test_monthly_is_once_in_every_month_in_the_same_week(pattern: Pattern) -> None:
    if pattern.rhythm != Rhythm.MONTHLY:
        return
    found = days(pattern)
    months = [day.year * 12 + day.month for day in found]
    assert months == list(range(months[0], months[0] + len(months)))
    weeks = {(day.day - 1) // 7 for day in found}
    first = (pattern.starts_on.day - 1) // 7
    assert weeks == {first} if first < 4 else weeks <= {3, 4}
    if first == 4:
        assert all((day + timedelta(days=7)).month != day.month for day in found), "the last of its month"


@given(patterns())
def test_the_local_time_stays_over_every_change_of_the_clocks(pattern: Pattern) -> None:
    zone = ZoneInfo(pattern.timezone)
    for day in days(pattern):
        local = pattern.moment(day).astimezone(zone)
        assert (local.date(), local.time()) == (day, pattern.at)


@pytest.mark.parametrize(("zone", "hours"), [("Europe/Berlin", {13, 14}), ("Europe/Moscow", {12})])
def test_a_change_of_the_clocks_moves_the_moment_and_not_the_time(zone: str, hours: set[int]) -> None:
    pattern = Pattern(Rhythm.WEEKLY, date(2026, 10, 14), date(2026, 11, 4), time(15), zone)
    assert {pattern.moment(day).astimezone(UTC).hour for day in days(pattern)} == hours


def test_a_time_that_does_not_exist_is_the_first_one_after_it() -> None:
    pattern = Pattern(Rhythm.WEEKLY, date(2026, 3, 22), date(2026, 4, 5), time(2, 30), "Europe/Berlin")
    moments = [pattern.moment(day) for day in days(pattern)]
    assert moments == [
        datetime(2026, 3, 22, 1, 30, tzinfo=UTC),
        datetime(2026, 3, 29, 1, 0, tzinfo=UTC),
        datetime(2026, 4, 5, 0, 30, tzinfo=UTC),
    ]


def test_the_fifth_friday_is_the_last_one_where_there_are_four() -> None:
    found = days(Pattern(Rhythm.MONTHLY, date(2026, 10, 30), date(2027, 1, 31), time(15), "Europe/Moscow"))
    assert found == (date(2026, 10, 30), date(2026, 11, 27), date(2026, 12, 25), date(2027, 1, 29))


@given(patterns(), some.data())
def test_what_is_skipped_off_or_in_holidays_is_left_out_and_nothing_else(
    pattern: Pattern, data: some.DataObject
) -> None:
    found = days(pattern)
    skipped = data.draw(some.sets(some.sampled_from(found)))
    first = data.draw(some.sampled_from(found))
    breaks = [(first, first + timedelta(days=data.draw(some.integers(0, 20))))]
    for day in found:
        reason = left_out(day, skipped, breaks, lambda one: not is_working_day(one))
        in_break = breaks[0][0] <= day <= breaks[0][1]
        expected = (
            Left.SKIPPED
            if day in skipped
            else Left.BREAK
            if in_break
            else None
            if is_working_day(day)
            else Left.DAY_OFF
        )
        assert reason == expected
