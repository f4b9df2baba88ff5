"""Reminders of meetings as each person wants them: two time zones, a change of the clocks, restarts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from handlers.calendar.callbacks import ReminderSwitched
from handlers.common.callbacks import CalendarOpened
from sandbox.telegram import Person
from services import meeting_reminders
from tests.support.agreed import Pair, make_pair, owed, reminders
from tests.support.world import World

WEDNESDAY = datetime(2026, 9, 9, 12, 30, tzinfo=UTC)
"""Half past three in Moscow."""


@pytest.fixture
async def pair(world: World) -> Pair:
    return await make_pair(world)


async def opens_settings(person: Person) -> None:
    await person.sends("/menu")
    await person.taps("Встречи")
    await person.taps_data(CalendarOpened().pack())
    assert "Напоминания и календарь" in person.screen.text


@pytest.mark.requirement("N-1.4", "L-5-4")
async def test_each_is_reminded_as_they_chose_and_at_the_place(world: World, pair: Pair) -> None:
    await opens_settings(pair.mentee)
    await pair.mentee.taps("за 15 минут")
    await pair.mentee.taps("за день")
    assert "за час, за 15 минут" in pair.mentee.screen.text
    await pair.agree(WEDNESDAY)
    await world.advance_to(WEDNESDAY + timedelta(minutes=1))
    day, hour = reminders(pair.mentor)
    assert "завтра в 15:30" in day.text and "сегодня в 15:30" in hour.text
    assert "Каб. 12" in day.text
    first, second = reminders(pair.mentee)
    assert "сегодня в 15:30" in first.text and "до неё 15 мин" in second.text


async def test_a_changed_choice_holds_for_the_meetings_that_stand(world: World, pair: Pair) -> None:
    await pair.agree(WEDNESDAY)
    await opens_settings(pair.mentee)
    await pair.mentee.taps("за час")
    await pair.mentee.taps("за день")
    assert "не напоминаем" in pair.mentee.screen.text
    assert await owed(world, pair.mentee, meeting_reminders.KIND) == []
    await pair.mentee.taps("за 3 часа")
    await world.restart()
    await world.advance_to(WEDNESDAY + timedelta(minutes=1))
    assert len(reminders(pair.mentee)) == 1
    assert len(reminders(pair.mentor)) == 2


async def test_a_double_tap_and_a_stale_button_change_nothing_twice(world: World, pair: Pair) -> None:
    await pair.agree(WEDNESDAY)
    await opens_settings(pair.mentee)
    before = pair.mentee.screen
    wanted = ReminderSwitched(minutes=15, wanted=True).pack()
    await pair.mentee.taps_data(wanted, before)
    await pair.mentee.taps_data(wanted, before)
    assert [row.payload["minutes"] for row in await owed(world, pair.mentee, meeting_reminders.KIND)] == [
        1440,
        60,
        15,
    ]
    await pair.mentee.taps_data(ReminderSwitched(minutes=61, wanted=True).pack(), before)
    assert "неактуальна" in pair.mentee.toasts[-1].text


@pytest.mark.requirement("N-1.4")
async def test_kaliningrad_and_vladivostok_each_by_their_own_clock(world: World, pair: Pair) -> None:
    await pair.lives_in(pair.mentor, "Europe/Kaliningrad")
    await pair.lives_in(pair.mentee, "Asia/Vladivostok")
    # Nine in the morning in Kaliningrad is five in the afternoon in Vladivostok.
    start = datetime(2026, 9, 10, 9, 0, tzinfo=ZoneInfo("Europe/Kaliningrad"))
    await pair.agree(start.astimezone(UTC))
    await world.advance_to(start.astimezone(UTC) + timedelta(minutes=1))
    assert ["в 09:00" in sent.text for sent in reminders(pair.mentor)] == [True, True]
    assert ["в 17:00" in sent.text for sent in reminders(pair.mentee)] == [True, True]
    for person in (pair.mentor, pair.mentee):
        day, hour = (sent.text for sent in reminders(person))
        assert "завтра" in day and "сегодня" in hour


async def test_whose_night_it_is_waits_and_the_other_does_not(world: World, pair: Pair) -> None:
    await pair.lives_in(pair.mentor, "Europe/Kaliningrad")
    await pair.lives_in(pair.mentee, "Asia/Vladivostok")
    # Half past eight in the morning in Kaliningrad: the hour before is still night there.
    start = datetime(2026, 9, 10, 8, 30, tzinfo=ZoneInfo("Europe/Kaliningrad")).astimezone(UTC)
    await pair.agree(start)
    await world.advance_to(start - timedelta(minutes=59))
    assert (len(reminders(pair.mentor)), len(reminders(pair.mentee))) == (1, 2)
    await world.advance_to(start - timedelta(minutes=29))
    assert (len(reminders(pair.mentor)), len(reminders(pair.mentee))) == (2, 2)


@pytest.mark.requirement("N-1.4")
async def test_over_a_change_of_the_clocks_both_come_at_the_right_time(tmp_path: Path) -> None:
    """Berlin puts its clocks back in the night to Sunday, 25 October."""
    berlin = ZoneInfo("Europe/Berlin")
    start = datetime(2026, 10, 25, 15, 30, tzinfo=berlin).astimezone(UTC)
    day_before = datetime(2026, 10, 24, 15, 30, tzinfo=berlin).astimezone(UTC)
    assert start - day_before == timedelta(hours=25)
    world = World(tmp_path / "autumn.db", start=start - timedelta(days=3))
    await world.open()
    try:
        pair = await make_pair(world)
        await pair.lives_in(pair.mentee, "Europe/Berlin")
        await pair.agree(start)
        await world.advance_to(day_before - timedelta(minutes=1))
        assert reminders(pair.mentee) == []
        await world.advance(minutes=1)
        (day,) = reminders(pair.mentee)
        assert "завтра в 15:30" in day.text
        await world.advance_to(start - timedelta(minutes=61))
        assert len(reminders(pair.mentee)) == 1
        await world.advance(minutes=1)
        assert "сегодня в 15:30" in reminders(pair.mentee)[-1].text
        assert len(reminders(pair.mentor)) == 2
    finally:
        await world.close()


async def test_a_moved_meeting_reminds_of_the_new_time_only(world: World, pair: Pair) -> None:
    first = await pair.agree(WEDNESDAY)
    later = WEDNESDAY + timedelta(days=2)
    await pair.move(first, later)
    await world.advance_to(WEDNESDAY - timedelta(hours=2))
    assert reminders(pair.mentee) == [], "the new time is not confirmed yet"
    await pair.mentee.taps("Подтвердить")
    await world.advance_to(WEDNESDAY + timedelta(minutes=1))
    assert reminders(pair.mentee) == []
    await world.advance_to(later + timedelta(minutes=1))
    texts = [sent.text for sent in reminders(pair.mentee)]
    assert len(texts) == 2 and all("Каб. 14" in text for text in texts)


async def test_a_cancelled_meeting_never_reminds(world: World, pair: Pair) -> None:
    meeting_id = await pair.agree(WEDNESDAY)
    await world.advance_to(WEDNESDAY - timedelta(hours=2))
    assert len(reminders(pair.mentee)) == 1
    await pair.cancel(meeting_id)
    await world.restart()
    await world.advance_to(WEDNESDAY + timedelta(hours=3))
    assert len(reminders(pair.mentee)) == len(reminders(pair.mentor)) == 1


async def test_a_meeting_confirmed_late_reminds_of_what_still_helps(world: World, pair: Pair) -> None:
    await world.advance_to(WEDNESDAY - timedelta(hours=2))
    await pair.agree(WEDNESDAY)
    await world.advance_to(WEDNESDAY + timedelta(minutes=1))
    assert len(reminders(pair.mentee)) == 1
    assert "сегодня" in reminders(pair.mentee)[0].text


@pytest.mark.requirement("N-1.4")
async def test_who_lives_by_another_clock_says_so_and_is_reminded_by_it(world: World, pair: Pair) -> None:
    await pair.agree(WEDNESDAY)
    await opens_settings(pair.mentee)
    await pair.mentee.taps("Часы: как у школы")
    await pair.mentee.taps("Екатеринбург")
    assert "Часы: Екатеринбург" in str(pair.mentee.buttons)
    await pair.mentee.taps("Екатеринбург")
    await pair.mentee.taps("✅ Екатеринбург")  # a second tap on the same changes nothing
    await world.advance_to(WEDNESDAY + timedelta(minutes=1))
    assert "сегодня в 17:30" in reminders(pair.mentee)[-1].text
    assert "сегодня в 15:30" in reminders(pair.mentor)[-1].text
    await opens_settings(pair.mentee)
    await pair.mentee.taps_data("cl_zon:99")
    assert "неактуальна" in pair.mentee.toasts[-1].text
