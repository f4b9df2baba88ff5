"""Figure 4: one use case, by the ways in which it can be run on SQLite.

The reason for docs/decisions/one-hop-database.md.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import event, select
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import Session

from benchmarks import program
from benchmarks.figures import median, milliseconds, ratio, table
from benchmarks.peers import set_pragmas
from models import AuditRecord, MembershipStatus, Person, Role
from services.clock import SystemClock

OURS = "one hop (ours)"


@dataclass(frozen=True, slots=True)
class Size:
    runs: int = 7
    steps: int = 200


@dataclass(slots=True)
class Ways:
    """Seconds per use case: as a person waits for it, and of the processor."""

    waited: dict[str, list[float]]
    worked: dict[str, list[float]]


def use_case(session: Session, chat_id: int) -> None:
    """One SELECT, one INSERT."""
    person = session.scalars(select(Person).where(Person.chat_id == chat_id)).one()
    session.add(AuditRecord(actor_id=person.id, act="benchmark", at=SystemClock().now()))


async def _awaited(session: AsyncSession, chat_id: int) -> None:
    person = (await session.scalars(select(Person).where(Person.chat_id == chat_id))).one()
    session.add(AuditRecord(actor_id=person.id, act="benchmark", at=SystemClock().now()))


async def measure(folder: Path, size: Size) -> Ways:
    path = folder / "hops.db"
    async with program.opened(path) as db:
        await db.write(program.add_people, 1, Role.MENTEE, MembershipStatus.ACTIVE)
        engine = create_async_engine(f"sqlite+aiosqlite:///{path}")
        event.listen(engine.sync_engine, "connect", set_pragmas)

        async def awaited(chat: int) -> None:
            async with AsyncSession(engine, expire_on_commit=False) as session, session.begin():
                await _awaited(session, chat)

        async def run_sync(chat: int) -> None:
            async with AsyncSession(engine, expire_on_commit=False) as session, session.begin():
                await session.run_sync(use_case, chat)

        async def ours(chat: int) -> None:
            await db.write(use_case, chat)

        ways = {"AsyncSession, awaited": awaited, "AsyncSession.run_sync": run_sync, OURS: ours}
        found = await _rounds(ways, size)
        await engine.dispose()
    return found


async def _rounds(ways: Mapping[str, Callable[[int], Awaitable[None]]], size: Size) -> Ways:
    found = Ways({name: [] for name in ways}, {name: [] for name in ways})
    for run in range(size.runs + 1):
        for name, way in ways.items():
            waited, worked = await _timed(way, size.steps)
            if run:  # the first one warms up
                found.waited[name].append(waited)
                found.worked[name].append(worked)
    return found


async def _timed(way: Callable[[int], Awaitable[Any]], steps: int) -> tuple[float, float]:
    waited, worked = time.perf_counter(), time.process_time()
    for _ in range(steps):
        await way(program.FIRST_CHAT + 1)
    return (time.perf_counter() - waited) / steps, (time.process_time() - worked) / steps


def report(found: Ways) -> str:
    ours = median(found.worked[OURS])
    rows = [
        (
            name,
            milliseconds(median(found.waited[name])),
            milliseconds(median(found.worked[name])),
            ratio(median(found.worked[name]) / ours),
        )
        for name in found.waited
    ]
    return table("One SELECT and one INSERT", ("run by", "time", "processor", "÷ ours"), rows)
