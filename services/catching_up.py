"""Duties whose day had passed when their plan was approved: they were done on paper, or never.

They are late at once and silently; here somebody who decides says of all of them that they were done.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Alert, Occurrence, OccurrenceStatus
from services import access, duty_views
from services.access import DECIDING_ROLES, Actor
from services.duty_reminders import (
    cause_of,
)
from services.errors import NoLongerCurrent
from services.local_time import today_in


def passed_before_approval(session: Session, actor: Actor, *, plan_id: int = 0) -> int:
    """How many late duties were due before their plan was approved, where the actor decides.

    Not those that were late under an earlier version of the plan: somebody was reminded of these, and told.
    """
    return len(_passed(session, actor, plan_id))


def settle_passed(session: Session, actor: Actor, *, plan_id: int = 0, now: datetime) -> int:
    """Mark them as done in time; nobody is told, for nobody was asked. Returns how many.

    Raises NoLongerCurrent when there are none.
    """
    passed = _passed(session, actor, plan_id)
    if not passed:
        raise NoLongerCurrent
    for duty in passed:
        duty.status, duty.done_at, duty.done_by_id = OccurrenceStatus.DONE, now, actor.person_id
        access.record(
            session,
            "duty.caught_up",
            actor_id=actor.person_id,
            organization_id=duty.organization_id,
            subject_kind="occurrence",
            subject_id=duty.id,
            now=now,
        )
    return len(passed)


def _passed(session: Session, actor: Actor, plan_id: int) -> list[Occurrence]:
    query = duty_views.live_duties().where(
        Occurrence.organization_id.in_(actor.within_reach(*DECIDING_ROLES)),
        Occurrence.status == OccurrenceStatus.OVERDUE,
    )
    late = [one for one in session.scalars(query) if plan_id in (0, one.item.roadmap_id)]
    passed = {cause_of(one.id): one for one in late if _had_passed(one)}
    reported = set(session.scalars(select(Alert.cause).where(Alert.cause.in_(passed))))
    return [one for cause, one in passed.items() if cause not in reported]


def _had_passed(duty: Occurrence) -> bool:
    approved_at = duty.item.roadmap.approved_at
    return approved_at is not None and duty.due_on < today_in(duty.organization.timezone, approved_at)
