"""Figure 2: what it costs to deliver the outbox, row by row with full durability, however many rows wait."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from aiogram import Bot
from sqlalchemy import insert
from sqlalchemy.orm import Session

from benchmarks import program
from benchmarks.figures import median, milliseconds, percentile, ratio, table
from benchmarks.transport import TOKEN, NullSession
from bot.delivery import Delivery, Voice
from bot.sending import Gate
from bot.settings import ROOT
from handlers.common.notices import Notice, NoticeContext
from handlers.common.screen import Screen
from handlers.common.translator import Texts
from models import MembershipStatus, Notification, NotificationStatus, Role
from models.delivery import Urgency
from services import content, outbox
from services.db import Database

NOON = datetime(2026, 9, 7, 9, 0, tzinfo=UTC)
"""In Moscow: nobody's quiet hours."""
KIND = "benchmark"
READERS = 1_000
CHUNK = 1_000


@dataclass(frozen=True, slots=True)
class Size:
    """How many rows wait; a pair of (rows, how often that is measured)."""

    backlogs: tuple[tuple[int, int], ...] = ((1_000, 5), (10_000, 1), (100_000, 1))


class Noon:
    """It is always noon."""

    def now(self) -> datetime:
        return NOON


@dataclass(frozen=True, slots=True)
class Drained:
    """Seconds per row in each stretch of a thousand rows, and rows a second over all."""

    rows: int
    per_row: list[float]
    per_second: float


async def measure(folder: Path, size: Size) -> list[Drained]:
    return [await _backlog(folder, rows, runs) for rows, runs in size.backlogs]


async def _backlog(folder: Path, rows: int, runs: int) -> Drained:
    per_row: list[float] = []
    started, taken = 0, 0.0
    for run in range(runs):
        async with program.opened(folder / f"outbox-{rows}-{run}.db") as db:
            await db.write(_fill, rows)
            chunks = await _drain(db, rows)
            per_row += chunks
            started, taken = started + rows, taken + sum(chunks) * rows / len(chunks)
    return Drained(rows, per_row, started / taken)


async def _drain(db: Database, rows: int) -> list[float]:
    """Seconds per row, stretch by stretch."""
    session = NullSession()
    delivery = _delivery(session, db)
    chunk, sent, chunks = min(CHUNK, rows), 0, []
    began = time.perf_counter()
    while delivered := await delivery.deliver_due():
        sent += delivered
        if sent % chunk == 0:
            now = time.perf_counter()
            chunks.append((now - began) / chunk)
            began = now
    settled = await db.read(outbox.count_by_status)
    assert (session.calls, settled) == (rows, {NotificationStatus.SENT.value: rows}), settled
    return chunks


def _delivery(session: NullSession, db: Database) -> Delivery:
    words = content.load(ROOT / "content")
    voice = Voice(Texts(ROOT / "locales", words), words, {KIND: Notice(KIND, _render)})
    return Delivery(Bot(TOKEN, session=session), db, Noon(), voice, Gate())


async def _render(context: NoticeContext) -> Screen:
    return Screen(context.t("notice-resume"))


def _fill(session: Session, rows: int) -> None:
    program.add_people(session, READERS, Role.MENTEE, MembershipStatus.ACTIVE)
    owed = {
        "kind": KIND,
        "payload": {"id": 1},
        "urgency": int(Urgency.NORMAL),
        "status": NotificationStatus.PENDING,
        "due_at": NOON,
        "created_at": NOON,
    }
    for first in range(0, rows, program.BATCH):
        numbers = range(first, min(first + program.BATCH, rows))
        session.execute(
            insert(Notification),
            [owed | {"key": str(one), "person_id": one % READERS + 1} for one in numbers],
        )


def report(measured: list[Drained]) -> str:
    first = median(measured[0].per_row)
    rows = [
        (
            f"{one.rows:,}",
            f"{one.per_second:,.0f}",
            milliseconds(median(one.per_row)),
            milliseconds(percentile(one.per_row, 95)),
            ratio(median(one.per_row) / first),
        )
        for one in measured
    ]
    head = ("due rows", "rows a second", "a row (median)", "a row (95 %)", "÷ the smallest")
    return table("Draining the outbox into a null sender", head, rows)
