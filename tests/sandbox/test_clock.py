"""The clock that can be moved."""

from datetime import UTC, datetime, timedelta

import pytest

from sandbox.clock import MovableClock, SystemClock

START = datetime(2030, 1, 1, tzinfo=UTC)


async def test_a_frozen_clock_moves_only_when_told() -> None:
    clock = MovableClock(START, frozen=True)
    heard: list[datetime] = []

    async def listen() -> None:
        heard.append(clock.now())

    stop = clock.on_advance(listen)
    await clock.advance(timedelta(hours=1))
    clock.jump(timedelta(hours=-3))
    stop()
    await clock.advance(timedelta(minutes=1))
    assert heard == [START + timedelta(hours=1)]
    assert clock.now() == START + timedelta(hours=-2, minutes=1)


def test_a_running_clock_runs_from_its_start() -> None:
    clock = MovableClock(START)
    assert START <= clock.now() < START + timedelta(seconds=10)
    assert abs(MovableClock().now() - SystemClock().now()) < timedelta(seconds=10)


async def test_time_passes_forwards_only() -> None:
    with pytest.raises(ValueError, match="forwards"):
        await MovableClock(START, frozen=True).advance(timedelta(seconds=-1))
    with pytest.raises(ValueError, match="aware"):
        MovableClock(datetime(2030, 1, 1))  # noqa: DTZ001
