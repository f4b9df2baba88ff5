"""The object that runs use cases: one transaction each, nothing lost, the same on both databases."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import func, select, text, update
from sqlalchemy.exc import IntegrityError, OperationalError, StatementError
from sqlalchemy.orm import Session

from models import Form, Organization, OutboxControl, Person
from models.base import Base
from services import db as database_module
from services import forms
from services.db import Database, PostgresDatabase, SqliteDatabase, database
from services.errors import DatabaseBusy
from services.forms import FormRecord
from tests.support.factories import NOW, make_organization
from tests.support.servers import PostgresServer


class Refused(Exception):
    """A use case says no."""


def add_school(session: Session, name: str) -> int:
    return make_organization(session, name=name).id


def names(session: Session) -> list[str]:
    return list(session.scalars(select(Organization.name).order_by(Organization.id)))


def start_counter(session: Session) -> None:
    session.add(Form(key="counter", state=None, data={"value": 0}))


def increment(session: Session) -> None:
    """Read, change in Python, write back: what loses updates where transactions are not kept apart."""
    form = session.get_one(Form, "counter")
    form.data = {"value": form.data["value"] + 1}


def counter(session: Session) -> int:
    return int(session.get_one(Form, "counter").data["value"])


async def test_what_a_use_case_wrote_is_read_back(db: Database) -> None:
    await db.write(add_school, "Школа № 7")
    assert await db.read(names) == ["Школа № 7"]


async def test_what_a_use_case_wrote_is_there_after_closing(database_url: str) -> None:
    first = database(database_url)
    await first.open()
    await first.write(add_school, "Школа № 7")
    await first.close()
    second = database(database_url)
    await second.open()
    assert await second.read(names) == ["Школа № 7"]
    await second.close()


async def test_a_refusal_undoes_everything(db: Database) -> None:
    def add_and_refuse(session: Session) -> None:
        add_school(session, "Школа № 7")
        raise Refused

    with pytest.raises(Refused):
        await db.write(add_and_refuse)
    assert await db.read(names) == []
    await db.write(add_school, "Школа № 8")
    assert await db.read(names) == ["Школа № 8"]


async def test_a_refusal_after_a_flush_undoes_only_its_own_use_case(db: Database) -> None:
    def add_and_refuse(session: Session) -> None:
        add_school(session, "Школа № 7")
        raise Refused

    results = await asyncio.gather(
        *(db.write(add_school, f"Школа № {number}") for number in range(1, 6)),
        db.write(add_and_refuse),
        *(db.write(add_school, f"Гимназия № {number}") for number in range(1, 6)),
        return_exceptions=True,
    )
    assert [result for result in results if isinstance(result, BaseException)] == [results[5]]
    assert len(await db.read(names)) == 10


async def test_two_hundred_increments_at_once_lose_none(db: Database) -> None:
    await db.write(start_counter)
    await asyncio.gather(*(db.write(increment) for _ in range(200)))
    assert await db.read(counter) == 200


async def test_two_programs_on_one_database_lose_no_increment(database_url: str) -> None:
    programs = [database(database_url, durable=False) for _ in range(2)]
    for program in programs:
        await program.open()
    await programs[0].write(start_counter)
    await asyncio.gather(*(programs[number % 2].write(increment) for number in range(60)))
    assert await programs[1].read(counter) == 60
    for program in programs:
        await program.close()


async def test_one_writer_at_a_time_on_sqlite(tmp_path: Path) -> None:
    db = await _empty_sqlite(tmp_path)
    inside, most, lock = 0, 0, threading.Lock()

    def work(session: Session) -> None:
        nonlocal inside, most
        with lock:
            inside, most = inside + 1, max(most, inside + 1)
        session.execute(text("SELECT 1"))
        with lock:
            inside -= 1

    await asyncio.gather(*(db.write(work) for _ in range(50)))
    assert most == 1
    await db.close()


async def test_sqlite_reads_while_it_writes(tmp_path: Path) -> None:
    db = await _empty_sqlite(tmp_path)
    may_go_on = threading.Event()

    def write_slowly(session: Session) -> bool:
        add_school(session, "Школа № 7")
        return may_go_on.wait(10)

    writing = asyncio.create_task(db.write(write_slowly))
    await asyncio.sleep(0.05)
    assert await asyncio.wait_for(db.read(names), 5) == []
    may_go_on.set()
    assert await writing
    assert await db.read(names) == ["Школа № 7"]
    await db.close()


async def test_sqlite_is_used_as_the_rules_say(tmp_path: Path) -> None:
    db = database(f"sqlite+aiosqlite:///{tmp_path / 'folder' / 'bot.db'}")
    await db.open()

    def pragmas(session: Session) -> dict[str, object]:
        asked = ("journal_mode", "busy_timeout", "foreign_keys", "synchronous", "query_only")
        return {name: session.scalar(text(f"PRAGMA {name}")) for name in asked}

    common = {
        "journal_mode": "wal",
        "busy_timeout": database_module.BUSY_TIMEOUT_MS,
        "foreign_keys": 1,
        "synchronous": 2,
    }
    assert await db.write(pragmas) == {**common, "query_only": 0}
    assert await db.read(pragmas) == {**common, "query_only": 1}
    await db.close()


async def test_a_read_can_not_write_on_sqlite(tmp_path: Path) -> None:
    db = await _empty_sqlite(tmp_path)
    with pytest.raises(OperationalError, match="readonly"):
        await db.read(add_school, "Школа № 7")
    assert await db.read(names) == []
    await db.close()


async def test_a_locked_sqlite_is_told_as_busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_module, "BUSY_TIMEOUT_MS", 50)
    db, other = await _empty_sqlite(tmp_path), database(f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}")
    await other.open()
    may_go_on = threading.Event()

    def hold(session: Session) -> None:
        add_school(session, "Школа № 7")
        may_go_on.wait(10)

    holding = asyncio.create_task(other.write(hold))
    await asyncio.sleep(0.05)
    with pytest.raises(DatabaseBusy):
        await db.write(add_school, "Школа № 8")
    may_go_on.set()
    await holding
    await db.write(add_school, "Школа № 8")
    assert await db.read(names) == ["Школа № 7", "Школа № 8"]
    await db.close()
    await other.close()


async def test_the_same_unique_key_twice_is_refused(db: Database) -> None:
    def add(session: Session) -> None:
        session.add(Person(chat_id=5_000_000_000, created_at=NOW))

    await db.write(add)
    with pytest.raises(IntegrityError):
        await db.write(add)

    def count(session: Session) -> int:
        return session.scalar(select(func.count()).select_from(Person)) or 0

    assert await db.read(count) == 1


async def test_a_row_that_points_nowhere_is_refused(db: Database) -> None:
    with pytest.raises(IntegrityError):
        await db.write(lambda session: make_organization(session, parent_id=404).id)


async def test_numbers_of_telegram_fit(db: Database) -> None:
    def add(session: Session) -> None:
        session.add(Person(chat_id=2**52, created_at=NOW))

    await db.write(add)
    assert await db.read(lambda session: session.scalar(select(Person.chat_id))) == 2**52


async def test_moments_come_back_aware_and_in_utc(db: Database) -> None:
    moscow = timezone(timedelta(hours=3))
    moment = datetime(2026, 9, 7, 10, 0, 0, 123456, tzinfo=moscow)
    await db.write(lambda session: session.add(OutboxControl(id=1, paused_until=moment)))
    stored = await db.read(lambda session: session.get_one(OutboxControl, 1).paused_until)
    assert stored == moment
    assert stored is not None
    assert stored.utcoffset() == timedelta(0)


async def test_moments_of_different_zones_are_compared_as_moments(db: Database) -> None:
    await db.write(lambda session: session.add(OutboxControl(id=1, paused_until=NOW)))
    later_by_the_clock_on_the_wall = NOW.astimezone(timezone(timedelta(hours=10))) - timedelta(minutes=1)

    def is_paused(session: Session, moment: datetime) -> bool:
        return session.scalar(select(OutboxControl.id).where(OutboxControl.paused_until > moment)) is not None

    assert await db.read(is_paused, later_by_the_clock_on_the_wall)
    assert not await db.read(is_paused, NOW)


async def test_a_moment_without_a_zone_is_refused(db: Database) -> None:
    naive = datetime(2026, 9, 7, 10, 0, tzinfo=UTC).replace(tzinfo=None)
    with pytest.raises(StatementError, match="2026-09-07"):
        await db.write(lambda session: session.add(OutboxControl(id=1, paused_until=naive)))


async def test_views_outlive_their_transaction(db: Database) -> None:
    await db.write(forms.save, "key", FormRecord("Joining:answering", {"list": [1, {"two": "три"}]}))
    view = await db.read(forms.load, "key")
    assert view == FormRecord("Joining:answering", {"list": [1, {"two": "три"}]})


async def test_a_caller_who_is_cancelled_leaves_all_or_nothing(db: Database) -> None:
    """Whenever it comes, the use case is done completely or not at all, and the next one works."""
    await db.write(start_counter)

    def add_and_increment(session: Session) -> None:
        add_school(session, "Школа № 7")
        increment(session)

    for step in range(12):
        task = asyncio.create_task(db.write(add_and_increment))
        await asyncio.sleep(0.0005 * step)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    await db.write(add_and_increment)
    done = await db.read(counter)
    assert done >= 1
    assert len(await db.read(names)) == done


async def test_postgres_repeats_what_the_database_could_not_serialise(postgres: PostgresServer) -> None:
    url = postgres.url()
    programs = [database(url) for _ in range(4)]
    await programs[0].write(start_counter)
    runs = 0

    def increment_and_count(session: Session) -> None:
        nonlocal runs
        runs += 1
        increment(session)

    try:
        await asyncio.gather(*(db.write(increment_and_count) for db in programs * 10))
        assert await programs[0].read(counter) == 40
        assert runs > 40
    finally:
        for db in programs:
            await db.close()


async def test_writers_of_one_program_do_not_disturb_each_other_on_postgres(postgres: PostgresServer) -> None:
    db = database(postgres.url())
    await db.write(start_counter)
    runs = 0

    def increment_and_count(session: Session) -> None:
        nonlocal runs
        runs += 1
        increment(session)

    try:
        await asyncio.gather(*(db.write(increment_and_count) for _ in range(20)))
        assert (await db.read(counter), runs) == (20, 20)
    finally:
        await db.close()


async def test_two_decisions_that_exclude_each_other_are_never_both_made(db: Database) -> None:
    """Write skew: each looks at what the other is about to change."""

    def take_last_place(session: Session, key: str) -> bool:
        if session.scalar(select(func.count()).select_from(Form)):
            return False
        session.add(Form(key=key, state=None, data={}))
        return True

    taken = await asyncio.gather(*(db.write(take_last_place, f"place-{number}") for number in range(10)))
    assert sum(taken) == 1


async def test_endless_conflict_is_told_as_busy(
    postgres: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_module, "CONFLICT_SECONDS", 0.2)
    db = database(postgres.url())
    await db.open()
    await db.write(start_counter)
    runs = 0

    def always_too_late(session: Session) -> None:
        nonlocal runs
        runs += 1
        raise_conflict = "DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '40001'; END $$"
        session.execute(update(Form).values(state="changed"))
        session.execute(text(raise_conflict))

    with pytest.raises(DatabaseBusy):
        await db.write(always_too_late)
    assert runs > 1
    assert await db.read(counter) == 0
    await db.close()


async def test_postgres_restarted_at_once_is_found_again_and_nothing_is_lost(
    postgres: PostgresServer,
) -> None:
    """Fault 9: every connection in the pool is dead; the next use case finds the database again."""
    db = database(postgres.url())
    await db.open()
    await db.write(start_counter)
    await asyncio.gather(*(db.write(increment) for _ in range(10)))

    await asyncio.to_thread(postgres.restart_immediately)

    assert await db.read(counter) == 10
    await asyncio.gather(*(db.write(increment) for _ in range(10)))
    assert await db.read(counter) == 20
    await db.close()


async def test_the_address_decides_which_database_it_is(tmp_path: Path) -> None:
    assert isinstance(database("postgresql://somebody@example.org/bot"), PostgresDatabase)
    assert not isinstance(database(f"sqlite:///{tmp_path / 'bot.db'}"), PostgresDatabase)


async def _empty_sqlite(folder: Path) -> Database:
    db = database(f"sqlite+aiosqlite:///{folder / 'bot.db'}", durable=False)
    await db.open()
    await db.write(lambda session: Base.metadata.create_all(session.connection()))
    return db


async def test_a_file_that_is_no_database_leaves_no_thread_behind(tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_text("Dear colleague, this is a letter and no database at all." * 40)
    before = threading.active_count()
    with pytest.raises(sqlite3.DatabaseError):
        await SqliteDatabase(path).open()
    for _ in range(100):
        if threading.active_count() <= before:
            break
        await asyncio.sleep(0.02)
    assert threading.active_count() <= before
