"""The ticks: APScheduler calls them, database rows decide. A tick that was missed is made up by the next
one.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Protocol

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy.orm import Session

from services import (
    alerts,
    approvals,
    attendance,
    erasure,
    feedback,
    inbox,
    meetings,
    mentorships,
    roadmaps,
)
from services.clock import Clock
from services.db import Db

log = structlog.get_logger(__name__)

EVERY_SECONDS = 60


class Tick(Protocol):
    """A use case that looks at what has become due."""

    def __call__(self, session: Session, *, now: datetime) -> int: ...


TICKS: dict[str, Tick] = {
    "alerts.wake": alerts.wake,
    "alerts.digest": alerts.tick_digest,
    "approvals.waiting": approvals.tick_waiting,
    "attendance.settle": attendance.tick_settle_attendance,
    "feedback.unfinished": feedback.tick_unfinished,
    "meetings.lapse": meetings.tick_lapse_proposals,
    "mentorships.unpaired": mentorships.tick_unpaired,
    "roadmaps.opening": roadmaps.tick_opening,
    "roadmaps.overdue": roadmaps.tick_overdue,
    "erasure.finish": erasure.tick_erasure,
    "inbox.purge": inbox.purge,
}


async def run_all(db: Db, clock: Clock) -> None:
    """Every tick once. One that fails is logged and does not hold up the others."""
    for name, tick in TICKS.items():
        await _run(name, tick, db, clock)


async def _run(name: str, tick: Tick, db: Db, clock: Clock) -> None:
    try:
        moved = await db.write(tick, now=clock.now())
    except Exception as error:
        log.error("tick.failed", tick=name, error=type(error).__name__)
        return
    if moved:
        log.info("tick.moved", tick=name, count=moved)


def scheduler(*jobs: Callable[[], Awaitable[None]]) -> AsyncIOScheduler:
    """Holds nothing but the rhythm: late runs are never skipped, several late ones are one, none overlap."""
    made = AsyncIOScheduler(timezone="UTC")
    for job in jobs:
        made.add_job(
            job, "interval", seconds=EVERY_SECONDS, misfire_grace_time=None, coalesce=True, max_instances=1
        )
    return made
