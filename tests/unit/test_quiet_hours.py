"""Quiet hours: what they hold, and when they end, also where clocks are changed."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.local_time import local_moment, today_in
from services.quiet_hours import QuietHours

ZONES = ("Europe/Moscow", "Asia/Vladivostok", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe")
MOSCOW = QuietHours("Europe/Moscow")


def at(zone: str, *parts: int, fold: int = 0) -> datetime:
    return datetime(*parts, fold=fold, tzinfo=ZoneInfo(zone)).astimezone(UTC)  # type: ignore[arg-type, misc]


@pytest.mark.parametrize(
    ("hour", "minute", "held"),
    [
        (19, 59, False),
        (20, 0, True),
        (23, 59, True),
        (0, 0, True),
        (7, 59, True),
        (8, 0, False),
        (12, 0, False),
    ],
)
def test_the_night_is_held_and_the_day_is_not(hour: int, minute: int, held: bool) -> None:
    assert MOSCOW.holds(at("Europe/Moscow", 2026, 9, 7, hour, minute)) is held


def test_what_comes_by_day_goes_at_once() -> None:
    noon = at("Europe/Moscow", 2026, 9, 7, 12)
    assert MOSCOW.next_open(noon) == noon


def test_the_evening_waits_for_the_next_morning_and_the_night_for_this_one() -> None:
    morning = at("Europe/Moscow", 2026, 9, 8, 8)
    assert MOSCOW.next_open(at("Europe/Moscow", 2026, 9, 7, 22)) == morning
    assert MOSCOW.next_open(at("Europe/Moscow", 2026, 9, 8, 3)) == morning


def test_each_person_has_a_night_of_their_own() -> None:
    noon_in_moscow = at("Europe/Moscow", 2026, 9, 7, 14)
    assert not MOSCOW.holds(noon_in_moscow)
    assert QuietHours("Asia/Vladivostok").holds(noon_in_moscow)


def test_a_break_within_one_day_holds_only_that() -> None:
    lesson = QuietHours("Europe/Moscow", 9, 14)
    assert lesson.holds(at("Europe/Moscow", 2026, 9, 7, 9))
    assert not lesson.holds(at("Europe/Moscow", 2026, 9, 7, 14))
    assert lesson.next_open(at("Europe/Moscow", 2026, 9, 7, 10)) == at("Europe/Moscow", 2026, 9, 7, 14)


def test_equal_hours_hold_nothing() -> None:
    never = QuietHours("Europe/Moscow", 0, 0)
    assert not any(never.holds(at("Europe/Moscow", 2026, 9, 7, hour)) for hour in range(24))


@pytest.mark.parametrize("day", [(2026, 3, 28), (2026, 10, 24)])
def test_the_morning_is_local_on_the_night_that_clocks_are_changed(day: tuple[int, int, int]) -> None:
    evening = at("Europe/Berlin", *day, 21)
    opened = QuietHours("Europe/Berlin").next_open(evening)
    local = opened.astimezone(ZoneInfo("Europe/Berlin"))
    assert (local.date() - datetime(*day, tzinfo=UTC).date(), local.time()) == (timedelta(days=1), time(8))
    # The night lasts ten hours in March and twelve in October.
    assert opened - evening == timedelta(hours=10 if day[1] == 3 else 12)


def test_both_passes_through_the_repeated_hour_are_night() -> None:
    quiet = QuietHours("Europe/Berlin")
    for fold in (0, 1):
        assert quiet.holds(at("Europe/Berlin", 2026, 10, 25, 2, 30, fold=fold))


def test_quiet_hours_that_end_in_the_gap_end_after_it() -> None:
    quiet = QuietHours("Europe/Berlin", 22, 2)
    opened = quiet.next_open(at("Europe/Berlin", 2026, 3, 28, 23))
    assert opened == at("Europe/Berlin", 2026, 3, 29, 3)
    assert not quiet.holds(opened)


@given(
    moment=st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC)),  # noqa: DTZ001
    zone=st.sampled_from(ZONES),
    hours=st.tuples(st.integers(17, 23), st.integers(4, 11)),
)
def test_whatever_waits_goes_out_within_a_day_and_outside_the_quiet_hours(
    moment: datetime, zone: str, hours: tuple[int, int]
) -> None:
    quiet = QuietHours(zone, *hours)
    opened = quiet.next_open(moment)
    assert not quiet.holds(opened)
    assert timedelta(0) <= opened - moment <= timedelta(hours=25)


def test_a_local_moment_is_that_of_the_local_day() -> None:
    late = datetime(2026, 9, 7, 22, 30, tzinfo=UTC)  # the eighth in Moscow already
    assert local_moment(today_in("Europe/Moscow", late), time(9), "Europe/Moscow") == at(
        "Europe/Moscow", 2026, 9, 8, 9
    )


def test_a_local_time_in_the_gap_becomes_the_first_one_after_it() -> None:
    day = at("Europe/Berlin", 2026, 3, 29, 12)
    assert local_moment(day.date(), time(2, 30), "Europe/Berlin") == at("Europe/Berlin", 2026, 3, 29, 3, 30)
