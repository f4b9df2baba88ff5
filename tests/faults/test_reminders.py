"""Reminders of meetings when the program, the clock or Telegram fails: nothing missed, nothing twice."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from models import NotificationStatus
from sandbox.faults import FaultKind
from services import claims, outbox
from services.meeting_reminders import KIND
from tests.faults.support import LATE, REPEATED, open_gate
from tests.support.agreed import Pair, make_pair, owed, reminders
from tests.support.world import World

WEDNESDAY = datetime(2026, 9, 9, 12, 30, tzinfo=UTC)
"""Half past three in Moscow."""
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
async def pair(world: World) -> Pair:
    return await make_pair(world)


async def is_down_until(world: World, moment: datetime) -> None:
    """Nobody is there meanwhile; then the program starts, as it does after a stop."""
    await world.close()
    world.clock.jump(moment - world.clock.now())
    await world.open()
    await world.app.tick()
    await world.settle()


async def test_restarts_between_all_steps_neither_miss_nor_repeat_a_reminder(
    world: World, pair: Pair
) -> None:
    await pair.agree(WEDNESDAY)
    for before in (
        timedelta(days=1, minutes=1),
        timedelta(hours=23),
        timedelta(minutes=61),
        timedelta(minutes=59),
    ):
        await world.advance_to(WEDNESDAY - before)
        await world.restart()
        await world.restart()
    await world.advance_to(WEDNESDAY + timedelta(hours=1))
    for person in (pair.mentor, pair.mentee):
        assert len(reminders(person)) == 2
        assert not any(LATE in sent.text or REPEATED in sent.text for sent in reminders(person))


async def test_killed_while_sending_it_comes_again_and_says_so(world: World, pair: Pair) -> None:
    await pair.agree(WEDNESDAY)
    await world.advance_to(WEDNESDAY - timedelta(minutes=61))
    day = len(reminders(pair.mentor))
    world.clock.jump(timedelta(minutes=1))
    calls = len(world.telegram.calls_of("sendMessage"))
    world.telegram.faults.add("sendMessage", "hang", seconds=30)
    delivering = asyncio.create_task(world.app.delivery.deliver_due())
    while len(world.telegram.calls_of("sendMessage")) == calls:
        await asyncio.sleep(0.005)
    await asyncio.sleep(0.02)
    delivering.cancel()
    await asyncio.gather(delivering, return_exceptions=True)
    await world.restart()
    await world.advance(minutes=2)
    heard = [sent.text for person in (pair.mentor, pair.mentee) for sent in reminders(person)[day:]]
    assert len(heard) == 3, "one of the two was in flight, and nobody knows whether it arrived"
    assert [REPEATED in text for text in heard].count(True) == 1


async def test_down_past_its_time_the_reminder_of_the_day_is_late_and_says_so(
    world: World, pair: Pair
) -> None:
    await pair.agree(WEDNESDAY)
    await world.advance_to(WEDNESDAY - timedelta(days=1, minutes=5))
    await is_down_until(world, WEDNESDAY - timedelta(days=1) + timedelta(hours=3))
    (late,) = reminders(pair.mentee)
    assert LATE in late.text and "завтра в 15:30" in late.text
    await world.advance_to(WEDNESDAY + timedelta(minutes=1))
    assert len(reminders(pair.mentee)) == 2
    assert LATE not in reminders(pair.mentee)[1].text


async def test_down_past_both_one_reminder_says_what_is_still_true(world: World, pair: Pair) -> None:
    await pair.agree(WEDNESDAY)
    await is_down_until(world, WEDNESDAY - timedelta(minutes=25))
    for person in (pair.mentor, pair.mentee):
        (only,) = reminders(person)
        assert LATE in only.text and "сегодня в 15:30" in only.text


async def test_down_past_the_start_nobody_is_reminded_of_what_has_begun(world: World, pair: Pair) -> None:
    await pair.agree(WEDNESDAY)
    await is_down_until(world, WEDNESDAY)
    await world.advance(hours=3)
    assert reminders(pair.mentor) == reminders(pair.mentee) == []
    rows = await owed(world, pair.mentee, KIND, NotificationStatus.DROPPED, NotificationStatus.SUPERSEDED)
    assert len(rows) == 2


async def test_cancelled_just_before_the_program_went_down_it_never_reminds(world: World, pair: Pair) -> None:
    meeting_id = await pair.agree(WEDNESDAY)
    await pair.cancel(meeting_id)
    await is_down_until(world, WEDNESDAY - timedelta(minutes=40))
    await world.advance(hours=2)
    assert reminders(pair.mentor) == reminders(pair.mentee) == []


@pytest.mark.parametrize("hours", [1, -1])
async def test_a_clock_set_wrong_by_an_hour_repeats_nothing_and_misses_nothing(
    world: World, pair: Pair, hours: int
) -> None:
    """Set wrong half an hour before the hour's reminder, and right again later."""
    await pair.agree(WEDNESDAY)
    await world.advance_to(WEDNESDAY - timedelta(minutes=90))
    for turn in (hours, -hours):
        world.clock.jump(timedelta(hours=turn))
        await world.app.tick()
        await world.settle()
    await world.advance_to(WEDNESDAY + timedelta(minutes=30))
    for person in (pair.mentor, pair.mentee):
        assert len(reminders(person)) == 2


@pytest.mark.parametrize(
    ("start", "due"),
    [
        # 25 October: half past two comes twice, and the meeting is an hour after the second.
        (datetime(2026, 10, 25, 2, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),
        # 29 March: from two the clock goes to three; half past three is half an hour after the change.
        (datetime(2027, 3, 28, 1, 30, tzinfo=UTC), datetime(2027, 3, 28, 0, 30, tzinfo=UTC)),
    ],
)
async def test_an_hour_is_an_hour_through_gap_and_overlap_with_a_restart_in_it(
    tmp_path: Path, start: datetime, due: datetime
) -> None:
    world = World(tmp_path / "change.db", start=start - timedelta(days=2))
    await world.open()
    try:
        pair = await make_pair(world, quiet_from_hour=0, quiet_until_hour=0)
        await pair.lives_in(pair.mentee, "Europe/Berlin")
        await pair.agree(start)
        await world.advance_to(due - timedelta(minutes=1))
        assert len(reminders(pair.mentee)) == 1
        await world.restart()
        await world.advance(minutes=1)
        assert len(reminders(pair.mentee)) == 2
        assert f"сегодня в {start.astimezone(BERLIN):%H:%M}" in reminders(pair.mentee)[-1].text
        await world.restart()
        await world.advance_to(start + timedelta(minutes=1))
        assert len(reminders(pair.mentee)) == 2
    finally:
        await world.close()


@pytest.mark.parametrize("kind", ["retry_after", "flood_plain", "server_error", "html_502", "refused"])
async def test_telegram_refusing_in_the_hour_of_reminders_delays_them_and_loses_none(
    world: World, pair: Pair, kind: FaultKind
) -> None:
    await pair.agree(WEDNESDAY)
    await world.advance_to(WEDNESDAY - timedelta(minutes=61))
    world.telegram.faults.add("sendMessage", kind, times=2)
    for _ in range(8):
        open_gate(world)
        await world.advance(minutes=1)
    for person in (pair.mentor, pair.mentee):
        assert len(reminders(person)) == 2
        # A proxy's page leaves it open whether the message arrived: then it says that it may be a repeat.
        doubted = any(REPEATED in sent.text for sent in reminders(person))
        assert doubted == (kind == "html_502")


async def test_moved_while_the_reminders_are_being_sent_the_next_one_is_not(world: World, pair: Pair) -> None:
    meeting_id = await pair.agree(WEDNESDAY)
    await world.advance_to(WEDNESDAY - timedelta(minutes=61))
    told = len(reminders(pair.mentor)) + len(reminders(pair.mentee))
    world.clock.jump(timedelta(minutes=1))
    calls = len(world.telegram.calls_of("sendMessage"))
    world.telegram.faults.add("sendMessage", "hang", seconds=0.3)
    delivering = asyncio.create_task(world.app.delivery.deliver_due())
    while len(world.telegram.calls_of("sendMessage")) == calls:
        await asyncio.sleep(0.005)
    world.telegram.after_action = None
    moved = asyncio.create_task(pair.move(meeting_id, WEDNESDAY + timedelta(days=1)))
    await asyncio.gather(delivering, moved, return_exceptions=True)
    await world.advance_to(WEDNESDAY + timedelta(minutes=1))
    claimed = await owed(world, pair.mentor, KIND, NotificationStatus.CANCELLED)
    claimed += await owed(world, pair.mentee, KIND, NotificationStatus.CANCELLED)
    assert len(claimed) == 1, "the second of the batch was taken back although it was leased already"
    assert len(reminders(pair.mentor)) + len(reminders(pair.mentee)) <= told + 2


async def test_moved_after_it_was_begun_it_is_worded_by_what_is_true_then(world: World, pair: Pair) -> None:
    """The row was leased and begun by a worker that then died; meanwhile the meeting was moved."""
    meeting_id = await pair.agree(WEDNESDAY)
    await world.advance_to(WEDNESDAY - timedelta(minutes=61))
    world.clock.jump(timedelta(minutes=1))
    claimed = await world.write(claims.claim, "dead worker", now=world.clock.now())
    for due in claimed:
        assert await world.write(outbox.begin, due.id, "dead worker", now=world.clock.now())
    await pair.move(meeting_id, WEDNESDAY + timedelta(days=1))
    await world.advance_to(WEDNESDAY + timedelta(minutes=1))
    for person in (pair.mentor, pair.mentee):
        assert len(reminders(person)) == 1, "that of the day before; the hour's is no longer true"
