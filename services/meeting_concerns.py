"""What stands behind the alerts of services/meeting_alerts.py, for those who answer for them.

Only reads; whoever looks is checked again. Pairs are seen through services/pair_board.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from models import (
    Invitation,
    MeetingTask,
    Membership,
    Mentorship,
    MentorshipMember,
    MentorshipStatus,
    Role,
)
from services import access
from services.access import Actor
from services.errors import NoLongerCurrent
from services.names import PersonName
from services.pair_board import SEERS, visible


@dataclass(frozen=True, slots=True)
class TaskConcern:
    """An agreed task that is late: whose, what, since when."""

    task_id: int
    mentorship_id: int
    responsible: PersonName
    text: str
    due_on: date


@dataclass(frozen=True, slots=True)
class Overload:
    """A mentor with more mentees than places."""

    membership_id: int
    name: PersonName
    taken: int
    capacity: int


@dataclass(frozen=True, slots=True)
class Unopened:
    """A link that nobody has followed. `for_parent`: of the pupil who is named."""

    membership_id: int
    name: PersonName
    made_at: datetime
    is_expired: bool
    for_parent: bool


def late_task(session: Session, actor: Actor, task_id: int) -> TaskConcern:
    """Raises NotAllowed, NoLongerCurrent when the task is done or the pair has ended."""
    task = session.get(MeetingTask, task_id)
    if task is None or not task.is_open:
        raise NoLongerCurrent
    pair = visible(session, actor, task.mentorship_id)
    member = pair.member(task.responsible_id) or pair.mentor
    return TaskConcern(task.id, pair.id, PersonName.of(member.membership), task.text, task.due_on)


def overload(session: Session, actor: Actor, membership_id: int) -> Overload:
    """Raises NotAllowed, NoLongerCurrent when there are places enough."""
    membership = _membership(session, actor, membership_id)
    taken = _mentees(session, membership_id)
    if taken <= membership.capacity:
        raise NoLongerCurrent
    return Overload(membership.id, PersonName.of(membership), taken, membership.capacity)


def _mentees(session: Session, membership_id: int) -> int:
    mentee = aliased(MentorshipMember)
    query = (
        select(func.count(mentee.id))
        .select_from(MentorshipMember)
        .join(Mentorship, Mentorship.id == MentorshipMember.mentorship_id)
        .join(mentee, mentee.mentorship_id == Mentorship.id)
        .where(
            MentorshipMember.membership_id == membership_id,
            MentorshipMember.role == Role.MENTOR,
            mentee.role == Role.MENTEE,
            Mentorship.status == MentorshipStatus.ACTIVE,
        )
    )
    return session.scalar(query) or 0


def unopened(
    session: Session, actor: Actor, invitation_id: int, membership_id: int, *, now: datetime
) -> Unopened:
    """Raises NotAllowed, NoLongerCurrent when somebody has followed the link, or it was made anew."""
    membership = _membership(session, actor, membership_id)
    invitation = session.get(Invitation, invitation_id)
    if invitation is None or invitation.organization_id != membership.organization_id:
        raise NoLongerCurrent
    if invitation.used or invitation.revoked_at is not None:
        raise NoLongerCurrent
    return Unopened(
        membership.id,
        PersonName.of(membership),
        invitation.created_at,
        invitation.is_expired(now),
        for_parent=invitation.child_id is not None,
    )


def _membership(session: Session, actor: Actor, membership_id: int) -> Membership:
    membership = session.get(Membership, membership_id)
    if membership is None:
        raise NoLongerCurrent
    access.require_role(actor, membership.organization_id, *SEERS)
    return membership
