"""A curator asks a pair to arrange a meeting, or one of them to do what was agreed on: at most once a day.

Whom no message reaches is said, so that the curator speaks to them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from models import (
    AlertKind,
    Meeting,
    MeetingKind,
    MeetingTask,
    Membership,
    Mentorship,
    MentorshipStatus,
)
from services import alerts, outbox
from services.access import Actor
from services.errors import NoLongerCurrent, ServiceError
from services.local_time import today_in
from services.names import PersonName
from services.pair_board import record_act, visible
from services.pair_facts import OPEN, is_paused

MEETING_ALERTS = (AlertKind.FIRST_MEETING_LATE, AlertKind.RHYTHM_BROKEN, AlertKind.MEETINGS_MISSED)
FINAL_ALERTS = (AlertKind.FINAL_MEETING_MISSING,)


class PairPaused(ServiceError):
    """Somebody of the pair has paused: there is nothing to remind them of."""


class AlreadyPlanned(ServiceError):
    """The pair has such a meeting to come: there is nothing to remind them of."""


@dataclass(frozen=True, slots=True)
class Reminded:
    """Who is owed a reminder, and whom no message reaches. Both empty: all were reminded today already."""

    mentorship_id: int
    told: tuple[PersonName, ...]
    unreachable: tuple[PersonName, ...]


@dataclass(frozen=True, slots=True)
class MeetingAsked:
    """What a member of the pair is asked: to meet whom, and whether it is about the final meeting."""

    mentorship_id: int
    others: tuple[PersonName, ...]
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class TaskAsked:
    """What somebody was to do, and until when."""

    task_id: int
    mentorship_id: int
    text: str
    due_on: date


def remind(
    session: Session, actor: Actor, mentorship_id: int, *, final: bool = False, now: datetime
) -> Reminded:
    """Owe everybody of the pair a request to arrange the next meeting (the final one), once in a day of the
    school; the actor's alerts about it are put off until tomorrow.

    Raises NotAllowed, NoLongerCurrent, PairPaused, AlreadyPlanned.
    """
    pair = visible(session, actor, mentorship_id)
    if is_paused(pair):
        raise PairPaused
    if _is_planned(session, pair, final, now):
        raise AlreadyPlanned
    what = "final" if final else "meeting"
    others = [one.membership for one in pair.members if one.membership.person_id != actor.person_id]
    done = _owe(session, actor, pair, others, what, {"final": final}, now)
    if done.told:
        kinds = FINAL_ALERTS if final else MEETING_ALERTS
        alerts.put_off(session, actor, kinds, ("mentorship_id", pair.id), now=now)
    return done


def remind_of_task(session: Session, actor: Actor, task_id: int, *, now: datetime) -> Reminded:
    """Owe the one who is to do it a reminder of an agreed task, once in a day of the school.

    Raises NotAllowed, NoLongerCurrent (also when it is done), PairPaused.
    """
    task = session.get(MeetingTask, task_id)
    if task is None:
        raise NoLongerCurrent
    pair = visible(session, actor, task.mentorship_id)
    member = pair.member(task.responsible_id)
    if not task.is_open or member is None:
        raise NoLongerCurrent
    if is_paused(pair):
        raise PairPaused
    done = _owe(session, actor, pair, [member.membership], f"task-{task.id}", {"task_id": task.id}, now)
    if done.told:
        alerts.put_off(session, actor, (AlertKind.TASK_OVERDUE,), ("task_id", task.id), now=now)
    return done


def _owe(
    session: Session,
    actor: Actor,
    pair: Mentorship,
    people: Sequence[Membership],
    what: str,
    about: dict[str, int | bool],
    now: datetime,
) -> Reminded:
    today = today_in(people[0].organization.timezone, now)
    reached = [one for one in people if _is_reachable(one)]
    told = [one for one in reached if _notify(session, pair.id, one.person_id, what, about, today, now)]
    if told:
        record_act(session, "pair.reminded", actor, pair, now)
    names = tuple(PersonName.of(one) for one in told)
    return Reminded(pair.id, names, tuple(PersonName.of(one) for one in people if one not in reached))


def _notify(
    session: Session,
    mentorship_id: int,
    person_id: int,
    what: str,
    about: dict[str, int | bool],
    today: date,
    now: datetime,
) -> bool:
    topic = f"board-remind:{mentorship_id}:{what}:{person_id}"
    return outbox.notify(
        session,
        kind="board.task" if "task_id" in about else "board.remind",
        key=f"{topic}:{today.isoformat()}",
        person_id=person_id,
        payload={"mentorship_id": mentorship_id, **about},
        topic=topic,
        due_at=now,
        now=now,
    )


def _is_reachable(membership: Membership) -> bool:
    person = membership.person
    return person.has_telegram and person.blocked_at is None and not person.is_frozen


def _is_planned(session: Session, pair: Mentorship, final: bool, now: datetime) -> bool:
    planned: list[ColumnElement[bool]] = [
        Meeting.mentorship_id == pair.id,
        Meeting.status.in_(OPEN),
        Meeting.starts_at > now,
    ]
    if final:
        planned.append(Meeting.kind == MeetingKind.FINAL)
    return session.scalar(select(Meeting.id).where(*planned).limit(1)) is not None


# ---- what is true when the message leaves


def meeting_asked(
    session: Session, actor: Actor, mentorship_id: int, final: bool, *, now: datetime
) -> MeetingAsked | None:
    """What a member of the pair is asked; None when there is nothing to ask for any more."""
    pair = _own(session, actor, mentorship_id)
    if pair is None or _is_planned(session, pair, final, now):
        return None
    others = [one.membership for one in pair.members if one.membership.person_id != actor.person_id]
    names = tuple(PersonName.of(one) for one in others)
    return MeetingAsked(pair.id, names, pair.ends_on if final else None)


def task_asked(session: Session, actor: Actor, task_id: int) -> TaskAsked | None:
    """The task of which its doer is reminded; None when it is done, or not theirs any more."""
    task = session.get(MeetingTask, task_id)
    if task is None or not task.is_open or task.responsible_id != actor.person_id:
        return None
    if _own(session, actor, task.mentorship_id) is None:
        return None
    return TaskAsked(task.id, task.mentorship_id, task.text, task.due_on)


def _own(session: Session, actor: Actor, mentorship_id: int) -> Mentorship | None:
    pair = session.get(Mentorship, mentorship_id)
    is_open = pair is not None and pair.status == MentorshipStatus.ACTIVE and not is_paused(pair)
    return pair if pair is not None and is_open and pair.member(actor.person_id) is not None else None
