"""Times that are offered: never a bad one, for any people, in any zone, across changes of clocks."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.meeting_slots import LEAD, PER_DAY, is_day_off, rank
from services.member_times import USUAL, MemberTimes
from services.quiet_hours import LessonHours, QuietHours

ZONES = ("Europe/Moscow", "Europe/Kaliningrad", "Asia/Vladivostok", "Europe/Berlin", "America/New_York")
NOW = datetime(2026, 9, 7, 7, 0, tzinfo=UTC)
"""Monday, ten o'clock in Moscow."""


def person(
    zone: str = "Europe/Moscow",
    windows: dict[int, tuple[tuple[int, int], ...]] | None = None,
    lessons: tuple[tuple[int, int, int], ...] = (),
    breaks: tuple[tuple[date, date], ...] = (),
    busy: tuple[tuple[datetime, datetime], ...] = (),
    quiet: tuple[int, int] = (20, 8),
) -> MemberTimes:
    hours = LessonHours(zone, lessons, breaks)
    own = (hours,) if lessons else ()
    return MemberTimes(
        zone, QuietHours(zone, *quiet, own), windows or USUAL, windows is not None, (hours,), busy
    )


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 9, day, hour, minute, tzinfo=ZoneInfo("Europe/Moscow")).astimezone(UTC)


def local(moment: datetime) -> str:
    return f"{moment.astimezone(ZoneInfo('Europe/Moscow')):%d %H:%M}"


def test_several_days_and_a_second_time_on_the_nearest() -> None:
    found = rank([person(), person()], "Europe/Moscow", now=NOW)
    assert [local(slot.starts_at) for slot in found.slots] == [
        "07 14:00",
        "07 16:00",
        "08 14:00",
        "08 16:00",
        "09 14:00",
        "10 14:00",
    ]
    assert not found.is_widened and not found.is_later


def test_right_after_the_last_lesson_comes_first() -> None:
    teacher = person(windows={1: ((8 * 60, 18 * 60),)}, lessons=((1, 510, 550), (1, 780, 820)))
    found = rank([teacher, person(windows={1: ((8 * 60, 18 * 60),)})], "Europe/Moscow", now=NOW, count=1)
    assert [local(slot.starts_at) for slot in found.slots] == ["08 13:40"]


def test_windows_that_do_not_meet_are_widened() -> None:
    morning, evening = person(windows={0: ((480, 720),)}), person(windows={1: ((1020, 1200),)})
    found = rank([morning, evening], "Europe/Moscow", now=NOW)
    assert found.is_widened and found.slots


def test_far_zones_meet_where_both_are_awake() -> None:
    people = [person("Europe/Kaliningrad"), person("Asia/Vladivostok")]
    found = rank(people, "Europe/Kaliningrad", now=NOW)
    assert found.slots
    for slot in found.slots:
        for zone in ("Europe/Kaliningrad", "Asia/Vladivostok"):
            assert 8 <= slot.starts_at.astimezone(ZoneInfo(zone)).hour < 20


def test_two_weeks_without_time_lead_to_later_ones() -> None:
    away = person(breaks=((date(2026, 9, 7), date(2026, 9, 25)),))
    found = rank([away, person()], "Europe/Moscow", now=NOW)
    assert found.is_later and found.slots[0].starts_at >= at(28, 0)


def test_nobody_has_time_at_all() -> None:
    found = rank([person(quiet=(0, 23)), person(quiet=(12, 11))], "Europe/Moscow", now=NOW)
    assert found.slots == ()


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York"])
def test_a_change_of_clocks_keeps_the_local_hour(zone: str) -> None:
    before_change = datetime(2026, 10, 23, 6, tzinfo=UTC)
    found = rank([person(zone), person(zone)], zone, now=before_change, count=12)
    assert found.slots
    for slot in found.slots:
        there = slot.starts_at.astimezone(ZoneInfo(zone))
        assert 14 <= there.hour < 19 and there.minute in (0, 30)


spans = st.tuples(st.integers(0, 40), st.integers(2, 20)).map(
    lambda one: (one[0] * 30, min(1440, (one[0] + one[1]) * 30))
)
windows = st.dictionaries(st.integers(0, 5), st.lists(spans, min_size=1, max_size=2).map(tuple), max_size=6)
lessons = st.lists(
    st.tuples(st.integers(0, 5), st.integers(96, 160), st.integers(6, 9)).map(
        lambda one: (one[0], one[1] * 5, one[1] * 5 + one[2] * 5)
    ),
    max_size=8,
).map(tuple)


@st.composite
def members(draw: st.DrawFn) -> MemberTimes:
    zone = draw(st.sampled_from(ZONES))
    start = NOW + timedelta(days=draw(st.integers(0, 400)), hours=draw(st.integers(0, 23)))
    busy = ((start, start + timedelta(hours=2)),) if draw(st.booleans()) else ()
    first = date(2026, 9, 7) + timedelta(days=draw(st.integers(0, 400)))
    breaks = ((first, first + timedelta(days=8)),) if draw(st.booleans()) else ()
    quiet = draw(st.sampled_from(((20, 8), (22, 7), (19, 9), (0, 0))))
    return person(zone, draw(windows) or None, draw(lessons), breaks, busy, quiet)


@settings(max_examples=60, deadline=None)
@given(
    people=st.lists(members(), min_size=2, max_size=4),
    zone=st.sampled_from(ZONES),
    passed=st.integers(0, 400 * 48),
    count=st.integers(1, 8),
    minutes=st.sampled_from((30, 45, 60, 90)),
)
def test_no_time_that_is_offered_is_a_bad_one(
    people: list[MemberTimes], zone: str, passed: int, count: int, minutes: int
) -> None:
    now = NOW + timedelta(minutes=30 * passed)
    found = rank(people, zone, minutes=minutes, now=now, count=count)
    starts = [slot.starts_at for slot in found.slots]
    assert starts == sorted(set(starts)) and len(starts) <= count
    per_day = Counter(start.astimezone(ZoneInfo(zone)).date() for start in starts)
    assert all(number <= PER_DAY for number in per_day.values())
    for start in starts:
        assert start >= now + LEAD
        end = start + timedelta(minutes=minutes)
        for one in people:
            assert not is_day_off(one, start)
            assert start.astimezone(ZoneInfo(one.timezone)).weekday() < 6
            assert not any(start < until and since < end for since, until in one.busy)
            every_minute = (start + timedelta(minutes=passed) for passed in range(minutes))
            assert not any(one.quiet.holds(moment) for moment in every_minute)


def test_the_end_of_lessons_far_in_the_east_counts_on_the_readers_day() -> None:
    """Half past eight on a Monday in Vladivostok is Sunday evening in New York."""
    always = person("Europe/Moscow", None, (), (), (), (0, 0))
    teacher = person("Asia/Vladivostok", None, ((0, 480, 510),), (), (), (20, 8))
    found = rank([always, always, teacher], "America/New_York", minutes=30, now=NOW, count=8)
    starts = [slot.starts_at for slot in found.slots]
    assert starts == sorted(set(starts))
    days = Counter(start.astimezone(ZoneInfo("America/New_York")).date() for start in starts)
    assert max(days.values()) <= PER_DAY
