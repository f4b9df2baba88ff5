"""The ticks: APScheduler calls them, database rows decide. A tick that was missed is made up by the next
one.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from typing import Protocol

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy.orm import Session

from services import (
    acknowledgements,
    alerts,
    annual_review,
    approvals,
    attendance,
    consent_ticks,
    duty_ticks,
    erasure,
    feedback,
    help_requests,
    inbox,
    indicators,
    meeting_alerts,
    meeting_offers,
    meeting_series,
    meetings,
    mentorships,
    minors,
    pairing_orders,
    publication,
    publication_consents,
    rights_requests,
    rollover,
    snapshots,
    speed_sessions,
    trial,
)
from services.clock import Clock
from services.content import Content
from services.db import Db

log = structlog.get_logger(__name__)

EVERY_SECONDS = 60


class Tick(Protocol):
    """A use case that looks at what has become due."""

    def __call__(self, session: Session, *, now: datetime) -> int: ...


class ContentTick(Protocol):
    """A tick that needs the texts of `content/`."""

    def __call__(self, session: Session, content: Content, *, now: datetime) -> int: ...


TICKS: dict[str, Tick] = {
    "alerts.wake": alerts.wake,
    "alerts.digest": alerts.tick_digest,
    "approvals.waiting": approvals.tick_waiting,
    "attendance.settle": attendance.tick_settle_attendance,
    "attendance.silent": attendance.tick_silent,
    "feedback.unfinished": feedback.tick_unfinished,
    "help.unanswered": help_requests.tick_unanswered,
    "speed.gone": speed_sessions.tick_gone,
    "speed.over": speed_sessions.tick_over,
    "meetings.lapse": meetings.tick_lapse_proposals,
    "series.extend": meeting_series.tick_extend,
    "series.over": meeting_series.tick_over,
    "meetings.offer": meeting_offers.tick_offer,
    "mentorships.unpaired": mentorships.tick_unpaired,
    "duties.new_year": duty_ticks.tick_new_year,
    "duties.opening": duty_ticks.tick_opening,
    "duties.overdue": duty_ticks.tick_overdue,
    "duties.near": duty_ticks.tick_near,
    "plans.next_year": rollover.tick_next_year,
    "acts.newcomers": acknowledgements.tick_newcomers,
    "acts.unread": acknowledgements.tick_unread,
    "indicators.follow": indicators.tick_follow,
    "plans.publications": publication.tick_publications,
    "consents.remind": consent_ticks.tick_remind,
    "consents.unanswered": consent_ticks.tick_unanswered,
    "consents.originals": consent_ticks.tick_originals,
    "consents.lapse": consent_ticks.tick_lapse,
    "consents.orders": pairing_orders.tick_ready,
    "consents.publications": publication_consents.tick_expiring,
    "consents.publications_over": publication_consents.tick_over,
    "registries.yearly": snapshots.tick_yearly,
    "erasure.finish": erasure.tick_erasure,
    "minors.assents": minors.tick_assents,
    "minors.majority_settled": minors.tick_majority_settled,
    "minors.majority_unanswered": minors.tick_majority_unanswered,
    "rights.terms": rights_requests.tick_terms,
    "reviews.ask": annual_review.tick,
    "reviews.unanswered": annual_review.tick_unanswered,
    "trial.ended": trial.tick_ended,
    "pairs.first_meetings": meeting_alerts.tick_first_meetings,
    "pairs.rhythm": meeting_alerts.tick_rhythm,
    "pairs.final_meetings": meeting_alerts.tick_final_meetings,
    "pairs.tasks": meeting_alerts.tick_tasks,
    "pairs.capacity": meeting_alerts.tick_capacity,
    "people.never_opened": meeting_alerts.tick_never_opened,
    "inbox.purge": inbox.purge,
}
CONTENT_TICKS: dict[str, ContentTick] = {
    "consents.ask": consent_ticks.tick_ask,
    "consents.reask": consent_ticks.tick_reask,
    "consents.assent": consent_ticks.tick_assent,
    "minors.majority": minors.tick_majority,
}

MOST_BATCHES = 100
BATCHED: dict[str, int] = {
    "meetings.offer": meeting_offers.BATCH,
    "alerts.wake": alerts.BATCH,
    "series.extend": meeting_series.BATCH,
    "attendance.silent": attendance.BATCH,
    "minors.majority": minors.BATCH,
    "duties.new_year": duty_ticks.PLANS_AT_ONCE,
    "duties.opening": duty_ticks.BATCH,
    "duties.overdue": duty_ticks.BATCH,
    "duties.near": duty_ticks.BATCH,
    "acts.newcomers": acknowledgements.BATCH,
    "plans.publications": publication.BATCH,
    "registries.yearly": snapshots.BATCH,
    "consents.ask": consent_ticks.BATCH,
    "consents.reask": consent_ticks.BATCH,
    "consents.lapse": consent_ticks.BATCH,
    "reviews.ask": annual_review.BATCH,
    "pairs.first_meetings": meeting_alerts.BATCH,
    "pairs.rhythm": meeting_alerts.BATCH,
    "pairs.final_meetings": meeting_alerts.BATCH,
    "pairs.tasks": meeting_alerts.BATCH,
    "pairs.capacity": meeting_alerts.BATCH,
    "people.never_opened": meeting_alerts.BATCH,
    "help.unanswered": help_requests.BATCH,
    "speed.over": speed_sessions.BATCH,
}
"""Ticks that do no more than so much at once: a full batch means that there may be more."""


async def run_all(db: Db, clock: Clock, content: Content) -> None:
    """Every tick once. One that fails is logged and does not hold up the others."""
    for name, tick in TICKS.items():
        await _run(name, tick, db, clock)
    for name, content_tick in CONTENT_TICKS.items():
        await _run(name, partial(_with_content, content_tick, content), db, clock)


def _with_content(tick: ContentTick, content: Content, session: Session, *, now: datetime) -> int:
    return tick(session, content, now=now)


async def _run(name: str, tick: Tick, db: Db, clock: Clock) -> None:
    """Between two batches the writer is free for people."""
    moved = 0
    for _ in range(MOST_BATCHES):
        try:
            count = await db.write(tick, now=clock.now())
        except Exception as error:
            log.error("tick.failed", tick=name, error=type(error).__name__)
            break
        moved += count
        if count < BATCHED.get(name, count + 1):
            break
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
