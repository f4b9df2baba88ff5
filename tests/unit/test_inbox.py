"""The inbox on both databases: stored once, effective once, erased after that."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from models import InboxStatus, InboxUpdate
from services import inbox
from services.db import Database
from services.inbox import StoredUpdate
from tests.support.factories import NOW

BODY = '{"update_id": 1, "message": {"text": "Анна Сергеевна"}}'


def one(number: int, chat_id: int | None = 10) -> StoredUpdate:
    return StoredUpdate(number, chat_id, "message", BODY)


async def store(db: Database, *numbers: int) -> list[int]:
    return await db.write(inbox.store, [one(number) for number in numbers], now=NOW)


async def statuses(db: Database) -> dict[int, InboxStatus]:
    return await db.read(lambda session: {row.id: row.status for row in session.query(InboxUpdate)})


async def row(db: Database, number: int) -> InboxUpdate:
    return await db.read(lambda session: session.get_one(InboxUpdate, number))


async def test_an_update_is_stored_once_however_often_it_comes(db: Database) -> None:
    assert await store(db, 1, 2) == [1, 2]
    assert await store(db, 2, 3, 3) == [3]
    assert await store(db, 1, 2, 3) == []
    assert [update.id for update in await db.read(inbox.waiting)] == [1, 2, 3]


async def test_the_same_update_by_two_ways_at_once_is_stored_once(db: Database) -> None:
    found = await asyncio.gather(*(store(db, 1, 2, 3) for _ in range(8)))
    assert sorted(number for numbers in found for number in numbers) == [1, 2, 3]


async def test_what_waits_is_given_in_order_and_complete(db: Database) -> None:
    await store(db, 30, 10, 20)
    assert await db.read(inbox.waiting) == [one(10), one(20), one(30)]


async def test_numbers_of_updates_may_be_large(db: Database) -> None:
    assert await store(db, 2**53) == [2**53]
    assert [update.id for update in await db.read(inbox.waiting)] == [2**53]


async def test_an_effect_is_taken_once(db: Database) -> None:
    await store(db, 1)
    assert await db.write(inbox.mark_effected, 1) is True
    assert await db.write(inbox.mark_effected, 1) is False
    assert await db.write(inbox.mark_effected, 404) is False


async def test_of_many_attempts_at_once_one_takes_effect(db: Database) -> None:
    await store(db, 1)
    assert sum(await asyncio.gather(*(db.write(inbox.mark_effected, 1) for _ in range(10)))) == 1


async def test_an_effect_erases_what_was_said_and_remembers_the_number(db: Database) -> None:
    await store(db, 1)
    await db.write(inbox.mark_effected, 1)
    effected = await row(db, 1)
    assert (effected.status, effected.body) == (InboxStatus.EFFECTED, None)
    assert await store(db, 1) == []


async def test_an_effect_that_is_undone_leaves_the_update_waiting(db: Database) -> None:
    await store(db, 1)

    def mark_and_fail(session: Session) -> None:
        assert inbox.mark_effected(session, 1)
        raise RuntimeError

    await asyncio.gather(db.write(mark_and_fail), return_exceptions=True)
    assert await db.read(inbox.waiting) == [one(1)]
    assert await db.read(inbox.is_waiting, 1)


async def test_only_what_waits_is_waiting(db: Database) -> None:
    await store(db, 1, 2)
    await db.write(inbox.mark_effected, 1)
    assert not await db.read(inbox.is_waiting, 1)
    assert await db.read(inbox.is_waiting, 2)
    assert not await db.read(inbox.is_waiting, 404)
    assert await db.read(inbox.waiting) == [one(2)]


async def test_effective_without_an_answer_is_known_after_a_crash(db: Database) -> None:
    await store(db, 1, 2, 3)
    for number in (1, 2):
        await db.write(inbox.mark_effected, number)
    await db.write(inbox.settle, [1])
    assert await db.read(inbox.interrupted) == [(2, 10)]


async def test_settling_touches_only_what_took_effect(db: Database) -> None:
    await store(db, 1, 2, 3)
    await db.write(inbox.mark_effected, 1)
    await db.write(inbox.fail, 3, error="ValueError", incident="A1B2C3")
    await db.write(inbox.settle, [1, 2, 3])
    assert await statuses(db) == {1: InboxStatus.SETTLED, 2: InboxStatus.STORED, 3: InboxStatus.DEAD}


async def test_a_failed_attempt_is_counted_and_the_update_waits_on(db: Database) -> None:
    await store(db, 1)
    for _ in range(2):
        await db.write(inbox.fail, 1, error="ValueError" * 100, incident=None)
    failed = await row(db, 1)
    assert (failed.status, failed.attempts, failed.body) == (InboxStatus.STORED, 2, BODY)
    assert len(failed.error) == 200
    assert [update.attempts for update in await db.read(inbox.waiting)] == [2]


async def test_what_is_given_up_is_erased_and_carries_its_code(db: Database) -> None:
    await store(db, 1)
    await db.write(inbox.fail, 1, error="ValueError", incident="A1B2C3")
    dead = await row(db, 1)
    assert (dead.status, dead.body, dead.incident) == (InboxStatus.DEAD, None, "A1B2C3")
    assert await db.read(inbox.waiting) == []


async def test_numbers_are_forgotten_after_two_days_unless_something_waits(db: Database) -> None:
    await store(db, 1, 2, 3)
    await db.write(inbox.mark_effected, 1)
    await db.write(inbox.settle, [1])
    await db.write(inbox.fail, 2, error="ValueError", incident="A1B2C3")
    assert await db.write(inbox.purge, now=NOW + inbox.KEPT_FOR) == 0
    assert await db.write(inbox.purge, now=NOW + inbox.KEPT_FOR + timedelta(seconds=1)) == 2
    assert await statuses(db) == {3: InboxStatus.STORED}


async def test_looking_for_open_updates_reads_only_open_ones(db: Database) -> None:
    """The partial index is used: after a year of updates a start costs what it cost on the first day."""
    plan = await db.read(_plan_of_waiting)
    assert "ix_inbox_update_open" in plan


def _plan_of_waiting(session: Session) -> str:
    connection = session.connection()
    seen: list[str] = []
    original = session.scalars

    def remember(statement: Any) -> Any:
        seen.append(str(statement.compile(connection, compile_kwargs={"literal_binds": True})))
        return original(statement)

    session.scalars = remember  # type: ignore[assignment, method-assign]
    inbox.waiting(session)
    if connection.dialect.name == "sqlite":
        return str(connection.execute(text(f"EXPLAIN QUERY PLAN {seen[0]}")).all())
    connection.execute(text("SET LOCAL enable_seqscan = off"))
    return str(connection.execute(text(f"EXPLAIN {seen[0]}")).all())
