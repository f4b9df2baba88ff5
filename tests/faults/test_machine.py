"""The machine under the program: a full disk, a locked database, a clock that jumps. Rows 5, 7, 8, 13, 14."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import cast
from zoneinfo import ZoneInfo

import pytest
from aiogram.exceptions import TelegramConflictError
from sqlalchemy.orm import Session
from structlog.testing import capture_logs

from bot.polling import GetRawUpdates, Poller
from models import InboxStatus, NotificationStatus, Role
from services.db import SqliteDatabase
from services.errors import DatabaseBusy
from services.local_time import local_moment
from tests.faults.support import (
    INCIDENT,
    REPEATED,
    answers,
    applicant,
    application_of,
    member,
    notes,
    owe,
    row,
    status,
    updates,
)
from tests.support.world import World

BUSY = "Сейчас много обращений"


@asynccontextmanager
async def full_disk(world: World) -> AsyncIterator[None]:
    """No page can be added to the database while the block lasts."""
    writer = cast("SqliteDatabase", world.db)._writer

    async def pragma(value: int) -> None:
        await writer._connection.execute(f"PRAGMA max_page_count = {value}")

    await world.write(fill_free_pages)
    await pragma(1)  # SQLite does not go below what the file has
    try:
        yield
    finally:
        await pragma(1_000_000_000)


def fill_free_pages(session: Session) -> None:
    session.connection().exec_driver_sql("CREATE TABLE IF NOT EXISTS filler (body BLOB)")
    session.connection().exec_driver_sql("INSERT INTO filler VALUES (zeroblob(1))")


BIG = "ж" * 900


async def test_row_07_on_a_full_disk_nothing_is_acknowledged_that_was_not_stored(world: World) -> None:
    person = await applicant(world)
    world.telegram.after_action = None
    poller = Poller(world.app.bot, world.app.worker)
    async with full_disk(world):
        for _ in range(20):
            await person.sends(BIG)
        given = await world.app.bot(GetRawUpdates(timeout=0))
        with pytest.raises(DatabaseBusy):
            await poller._poll_once()
        assert await world.app.bot(GetRawUpdates(timeout=0)) == given, "Telegram still has them all"
        assert await updates(world, InboxStatus.STORED) == []
    await poller._poll_once()
    await world.app.worker.idle()
    assert {one.id for one in await updates(world)} >= {update["update_id"] for update in given}
    assert await updates(world, InboxStatus.STORED, InboxStatus.DEAD) == []


async def test_row_07_an_update_in_hand_waits_until_the_disk_has_room(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.worker.BUSY_PAUSE_FIRST", 0.02)
    person = await applicant(world)
    world.telegram.after_action = None
    await person.sends("Каримова Алсу Рустемовна")
    (raw,) = world.account.updates.pending()[-1:]
    await world.app.bot(GetRawUpdates(offset=raw["update_id"] + 1, timeout=0))
    full = DatabaseBusy()
    works = world.db.write
    refusals = iter([full] * 3)

    async def fails_at_first(use_case: object, *given: object, **named: object) -> object:
        if getattr(use_case, "__name__", "") == "_marked":
            for refusal in refusals:
                raise refusal
        return await works(use_case, *given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(world.db, "write", fails_at_first)
    await world.app.worker.accept([raw])
    await world.app.worker.idle()
    assert await answers(world, person) == {"name": "Каримова Алсу Рустемовна"}
    assert (await application_of(world, person)).position == 1
    assert sum(BUSY in text for text in person.texts()) == 1, "told once, politely"
    assert not any(INCIDENT in text for text in person.texts())
    assert "Какой предмет" in person.texts()[-1]


async def test_row_07_what_was_sent_while_its_confirmation_could_not_be_stored_is_not_sent_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = await member(world)
    first, second = await owe(world, person, 1), await owe(world, person, 2)
    works, delivery = world.db.write, world.app.delivery

    async def cannot_confirm(use_case: object, *given: object, **named: object) -> object:
        if getattr(use_case, "__name__", "").startswith("confirm") and notes(person):
            raise DatabaseBusy
        return await works(use_case, *given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(world.db, "write", cannot_confirm)
    with pytest.raises(DatabaseBusy):
        await delivery.deliver_due()
    world.clock.jump(timedelta(minutes=5))
    with pytest.raises(DatabaseBusy):
        await delivery.deliver_due()
    await delivery.recover()
    assert await status(world, first) == NotificationStatus.SENDING
    monkeypatch.undo()
    await world.app.tick()
    await world.settle()
    assert notes(person) == ["Заметка 1.", "Заметка 2."]
    assert await status(world, first) == await status(world, second) == NotificationStatus.SENT


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Another program holds the database."""
    other = sqlite3.connect(path, isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")
    finally:
        other.close()


async def test_row_08_a_locked_database_is_waited_for_and_the_person_told_politely(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.worker.BUSY_PAUSE_FIRST", 0.05)
    person = await applicant(world)
    await person.sends("Каримова Алсу Рустемовна")
    await cast("SqliteDatabase", world.db)._writer._connection.execute("PRAGMA busy_timeout = 100")
    world.telegram.after_action = None
    await person.taps("Математика")
    (raw,) = world.account.updates.pending()[-1:]
    with locked(tmp_path / "world.db"), pytest.raises(DatabaseBusy):
        await world.app.worker.accept([raw])  # not stored, therefore not acknowledged
    assert await updates(world, InboxStatus.STORED) == []
    world.app.worker._places = asyncio.Semaphore(0)  # stored, and the lock comes before it is handled
    await world.app.worker.accept([raw])
    with locked(tmp_path / "world.db"):
        world.app.worker._places.release()
        while not any(BUSY in text for text in person.texts()):
            await asyncio.sleep(0.01)
        assert "subject" not in await answers(world, person), "reading goes on"
    await world.app.worker.idle()
    assert (await answers(world, person))["subject"] == "mathematics"
    assert sum(BUSY in text for text in person.texts()) == 1
    assert "Сколько лет" in person.screen.text


async def test_row_05_a_second_poller_waits_and_says_so(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.polling.CONFLICT_PAUSE", 0.05)
    person = await member(world)
    world.telegram.after_action = None
    first = asyncio.create_task(Poller(world.app.bot, world.app.worker).run())
    await asyncio.sleep(0.02)
    with capture_logs() as logged:
        with pytest.raises(TelegramConflictError):
            other = asyncio.create_task(world.app.bot(GetRawUpdates(timeout=5)))
            await asyncio.sleep(0.1)
            await world.app.bot(GetRawUpdates(timeout=0))
            await other
        await person.sends("/help")
        while "Что вы можете сделать" not in person.texts()[-1]:
            await asyncio.sleep(0.01)
    first.cancel()
    await asyncio.gather(first, return_exceptions=True)
    assert any(entry["event"] == "polling.conflict" for entry in logged)


@pytest.mark.parametrize("jump", [timedelta(hours=1), timedelta(hours=-1)], ids=["forward", "back"])
async def test_row_13_a_clock_that_jumps_neither_repeats_nor_misses_a_reminder(
    world: World, jump: timedelta
) -> None:
    person = await member(world)
    owed = [await owe(world, person, number, due_in=timedelta(minutes=15 * number)) for number in range(1, 9)]
    await world.advance(minutes=50)
    assert len(notes(person)) == 3
    world.clock.jump(jump)
    await world.app.tick()
    await world.settle()
    world.clock.jump(-jump)  # somebody notices and sets it right
    await world.app.tick()
    await world.settle()
    await world.advance(hours=3)
    assert sorted(text.rpartition("Заметка ")[2] for text in notes(person)) == [
        f"{number}." for number in range(1, 9)
    ]
    assert [await status(world, one) for one in owed] == [NotificationStatus.SENT] * 8
    assert not any(REPEATED in text for text in notes(person))


async def test_row_13_a_clock_put_forward_while_a_message_is_on_its_way_does_not_send_it_again(
    world: World,
) -> None:
    person = await member(world)
    first = await owe(world, person, 1)
    world.telegram.latency = 0.2
    delivering = asyncio.create_task(world.app.delivery.deliver_due())
    while await status(world, first) != NotificationStatus.SENDING:
        await asyncio.sleep(0.005)
    world.clock.jump(timedelta(hours=1))
    await world.app.tick()
    await delivering
    world.telegram.latency = 0.0
    await world.settle()
    assert notes(person) == ["Заметка 1."]
    assert not (await row(world, first)).is_repeat


async def test_row_13_an_application_goes_on_when_the_clock_jumps_back(world: World) -> None:
    person = await applicant(world)
    await person.sends("Каримова Алсу Рустемовна")
    world.clock.jump(timedelta(hours=-1))
    await person.taps("Математика")
    world.clock.jump(timedelta(hours=2))
    await person.sends("3")
    given = await answers(world, person)
    assert (given["subject"], given["experience_years"]) == ("mathematics", 3)


@pytest.mark.parametrize(
    ("day", "at", "expected"),
    [
        (
            datetime(2026, 3, 29, 12, tzinfo=UTC),
            time(2, 30),
            datetime(2026, 3, 29, 1, 30, tzinfo=UTC),
        ),  # a gap
        (
            datetime(2026, 10, 25, 12, tzinfo=UTC),
            time(2, 30),
            datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
        ),  # twice
    ],
    ids=["gap", "overlap"],
)
async def test_row_14_a_local_time_in_a_gap_or_an_overlap_is_one_moment_and_fires_once(
    world: World, day: datetime, at: time, expected: datetime
) -> None:
    due_at = local_moment(day.date(), at, "Europe/Berlin")
    assert due_at == expected
    assert local_moment(day.date(), at, "Europe/Berlin") == due_at
    school = await world.school(timezone="Europe/Berlin", quiet_from_hour=0, quiet_until_hour=0)
    person = await world.member(school.id, Role.MENTEE)
    world.clock.jump(due_at - timedelta(minutes=90) - world.clock.now())
    await owe(world, person, 1, due_in=timedelta(minutes=90))
    await world.advance(hours=4)
    assert notes(person) == ["Заметка 1."]
    assert (await row(world, 1)).due_at.astimezone(ZoneInfo("Europe/Berlin")).minute == 30
