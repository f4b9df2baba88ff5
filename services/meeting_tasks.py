"""What a pair agreed to do until the next meeting: kept with a day and somebody who does it (N-2.3-3).

Both sides see every task; whoever does it, or the mentor, says that it is done. What was dropped stays too.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from models import (
    Meeting,
    MeetingStatus,
    MeetingTask,
    Mentorship,
    MentorshipMember,
    MentorshipStatus,
    Notification,
    Organization,
)
from services import outbox
from services.access import Actor
from services.errors import NoLongerCurrent, NotAllowed, ServiceError
from services.local_time import today_in
from services.meeting_times import resolve_local
from services.meeting_views import active_pair, own_meeting
from services.member_times import quiet_hours_of
from services.names import PersonName
from services.typed_text import checked

TEXT_LIMIT = 500
AHEAD = timedelta(days=366)
PAGE_SIZE = 6
REMIND_AT = time(9)
SAME_TASK_WITHIN = timedelta(minutes=10)
"""The same words for the same person and day within this time are one task said twice."""


class TaskDayPassed(ServiceError):
    """Nothing can be agreed upon for a day that is over."""


class TaskDayTooFar(ServiceError):
    """Field `days`: how many days ahead a task may be due."""


@dataclass(frozen=True, slots=True)
class TaskView:
    """A task as a member of the pair sees it. `others`: the other side, whom they see the task with."""

    id: int
    mentorship_id: int
    meeting_id: int | None
    text: str
    due_on: date
    responsible: PersonName
    others: tuple[PersonName, ...]
    is_mine: bool
    is_overdue: bool
    is_done: bool
    is_dropped: bool
    may_finish: bool
    may_change: bool


@dataclass(frozen=True, slots=True)
class TasksPage:
    """The tasks of all pairs of a person: the open ones by day, or the finished ones, the latest first."""

    tasks: tuple[TaskView, ...]
    page: int
    pages: int
    is_open: bool
    may_add: bool


@dataclass(frozen=True, slots=True)
class TaskChoices:
    """Who may do a task, by person, and which days are offered for it. `others` will see it."""

    mentorship_id: int
    people: tuple[tuple[int, PersonName, bool], ...]
    mentees: int
    others: tuple[PersonName, ...]
    next_meeting: date | None
    today: date


def choices(session: Session, actor: Actor, mentorship_id: int, *, now: datetime) -> TaskChoices:
    """Whom a task may be given and by when. Raises NotAllowed, NoLongerCurrent, MemberPaused."""
    pair = active_pair(session, actor, mentorship_id)
    people = tuple(
        (
            one.membership.person_id,
            PersonName.of(one.membership),
            one.membership.person_id == actor.person_id,
        )
        for one in pair.members
    )
    coming = select(Meeting.starts_at).where(
        Meeting.mentorship_id == mentorship_id,
        Meeting.status.in_((MeetingStatus.PROPOSED, MeetingStatus.CONFIRMED)),
        Meeting.starts_at > now,
    )
    at = session.scalar(coming.order_by(Meeting.starts_at).limit(1))
    return TaskChoices(
        mentorship_id,
        people,
        len(pair.mentees),
        _others(pair, actor.person_id),
        today_in(actor.timezone, at) if at else None,
        today_in(actor.timezone, now),
    )


def clean_text(typed: str) -> str:
    """What is to be done, as it is kept. Raises AnswerEmpty, AnswerTooLong."""
    return checked(typed, TEXT_LIMIT)


def add(
    session: Session,
    actor: Actor,
    mentorship_id: int,
    meeting_id: int | None,
    text: str,
    person_id: int,
    due_on: date,
    *,
    now: datetime,
) -> tuple[TaskView, ...]:
    """Write down what was agreed. `person_id=0`: every mentee of the pair, a task each. Whoever is to do it
    is told, and reminded on the day before and on the day.

    Raises NotAllowed, NoLongerCurrent, MemberPaused, AnswerEmpty, AnswerTooLong, TaskDayPassed,
    TaskDayTooFar.
    """
    pair = active_pair(session, actor, mentorship_id)
    if meeting_id is not None and own_meeting(session, actor, meeting_id).mentorship_id != pair.id:
        raise NotAllowed
    check_day(due_on, today_in(actor.timezone, now))
    words = clean_text(text)
    made = []
    for member in _doers(pair, person_id):
        task = _same(session, pair.id, member, words, due_on, now)
        if task is None:
            task = MeetingTask(
                mentorship_id=pair.id,
                meeting_id=meeting_id,
                responsible_id=member.membership.person_id,
                text=words,
                due_on=due_on,
                created_by_id=actor.person_id,
                created_at=now,
            )
            task.mentorship = pair
            session.add(task)
            session.flush()
            _tell(session, task, actor, now)
            _owe_reminders(session, task, now)
        made.append(_view(task, actor, now))
    return tuple(made)


def _doers(pair: Mentorship, person_id: int) -> list[MentorshipMember]:
    if person_id == 0:
        return pair.mentees
    member = pair.member(person_id)
    if member is None:
        raise NoLongerCurrent
    return [member]


def _same(
    session: Session, mentorship_id: int, member: MentorshipMember, text: str, due_on: date, now: datetime
) -> MeetingTask | None:
    query = select(MeetingTask).where(
        MeetingTask.mentorship_id == mentorship_id,
        MeetingTask.responsible_id == member.membership.person_id,
        MeetingTask.text == text,
        MeetingTask.due_on == due_on,
        MeetingTask.created_at > now - SAME_TASK_WITHIN,
        MeetingTask.dropped_at.is_(None),
    )
    return session.scalars(query.limit(1)).first()


def check_day(day: date, today: date) -> None:
    """Whether a task may be due then. Raises TaskDayPassed, TaskDayTooFar."""
    if day < today:
        raise TaskDayPassed
    if day > today + AHEAD:
        raise TaskDayTooFar(days=AHEAD.days)


def _tell(session: Session, task: MeetingTask, actor: Actor, now: datetime) -> None:
    if task.responsible_id != actor.person_id:
        outbox.notify(
            session,
            kind="journal.task_set",
            key=f"task:{task.id}:set:{task.due_on.isoformat()}:{now.isoformat()}",
            person_id=task.responsible_id,
            payload={"task_id": task.id},
            topic=_topic(task),
            due_at=now,
            now=now,
        )


def _topic(task: MeetingTask) -> str:
    return f"task:{task.id}"


def _owe_reminders(session: Session, task: MeetingTask, now: datetime) -> None:
    """On the day before and on the day, in the morning of whoever does it. Those of another day or of a state
    before are taken back.
    """
    topic = f"{_topic(task)}:due"
    outbox.cancel_topic(session, topic, now=now)
    member = task.mentorship.member(task.responsible_id)
    if member is None or not task.is_open:
        return
    quiet = quiet_hours_of(session, member.membership)
    # What was taken back keeps its key: of every state of the task there are other rows.
    earlier = session.scalar(
        select(func.count()).select_from(Notification).where(Notification.topic == topic)
    )
    ends = resolve_local(task.due_on + timedelta(days=1), time(0), quiet.timezone)
    for before in (1, 0):
        morning = resolve_local(task.due_on - timedelta(days=before), REMIND_AT, quiet.timezone)
        if morning <= now:
            continue
        outbox.notify(
            session,
            kind="journal.task_due",
            key=f"{topic}:{earlier}:{before}",
            person_id=task.responsible_id,
            payload={"task_id": task.id},
            topic=topic,
            due_at=quiet.next_open(morning),
            expires_at=ends,
            now=now,
        )


# ---- seen


def see(session: Session, actor: Actor, task_id: int, *, now: datetime) -> TaskView:
    """A task of one's own pair. Raises NotAllowed, NoLongerCurrent."""
    return _view(_own(session, actor, task_id), actor, now)


def _own(session: Session, actor: Actor, task_id: int) -> MeetingTask:
    task = session.get(MeetingTask, task_id)
    if task is None:
        raise NoLongerCurrent
    if task.mentorship.member(actor.person_id) is None or actor.is_frozen:
        raise NotAllowed
    return task


def mine(session: Session, actor: Actor, *, page: int = 0, is_open: bool = True, now: datetime) -> TasksPage:
    """«Agreed»: what is to be done in the person's active pairs, or what has been done in all of them."""
    pairs = _pairs(session, actor)
    active = [one for one in pairs if one.status == MentorshipStatus.ACTIVE]
    shown_pairs = active if is_open else pairs
    query = select(MeetingTask).where(MeetingTask.mentorship_id.in_([one.id for one in shown_pairs]))
    if is_open:
        query = query.where(MeetingTask.done_at.is_(None), MeetingTask.dropped_at.is_(None))
        query = query.order_by(MeetingTask.due_on, MeetingTask.id)
    else:
        query = query.where(MeetingTask.done_at.is_not(None) | MeetingTask.dropped_at.is_not(None))
        query = query.order_by(MeetingTask.due_on.desc(), MeetingTask.id.desc())
    found = session.scalars(query).all()
    pages = max(1, -(-len(found) // PAGE_SIZE))
    page = min(max(page, 0), pages - 1)
    shown = found[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    return TasksPage(
        tuple(_view(one, actor, now) for one in shown), page, pages, is_open, may_add=bool(active)
    )


def _pairs(session: Session, actor: Actor) -> Sequence[Mentorship]:
    memberships = [one.membership_id for one in actor.participations]
    query = (
        select(Mentorship)
        .where(Mentorship.members.any(MentorshipMember.membership_id.in_(memberships)))
        .options(selectinload(Mentorship.members))
        .order_by(Mentorship.id)
    )
    return session.scalars(query).all()


def _view(task: MeetingTask, actor: Actor, now: datetime) -> TaskView:
    pair = task.mentorship
    responsible = pair.member(task.responsible_id) or pair.mentor
    is_mentor = pair.mentor.membership.person_id == actor.person_id
    is_mine = task.responsible_id == actor.person_id
    running = pair.status == MentorshipStatus.ACTIVE
    return TaskView(
        id=task.id,
        mentorship_id=task.mentorship_id,
        meeting_id=task.meeting_id,
        text=task.text,
        due_on=task.due_on,
        responsible=PersonName.of(responsible.membership),
        others=_others(pair, actor.person_id),
        is_mine=is_mine,
        is_overdue=task.is_open and task.due_on < today_in(actor.timezone, now),
        is_done=task.done_at is not None,
        is_dropped=task.dropped_at is not None,
        may_finish=running and task.dropped_at is None and (is_mine or is_mentor),
        may_change=running and task.is_open and (is_mentor or task.created_by_id == actor.person_id),
    )


def _others(pair: Mentorship, person_id: int) -> tuple[PersonName, ...]:
    """Everybody else of the pair: in a group the other mentees see the task too."""
    others = (one for one in pair.members if one.membership.person_id != person_id)
    return tuple(PersonName.of(one.membership) for one in others)


def of_meeting(session: Session, actor: Actor, meeting_id: int, *, now: datetime) -> tuple[TaskView, ...]:
    """What was agreed at a meeting of one's own pair, without what was dropped. Raises NotAllowed,
    NoLongerCurrent.
    """
    own_meeting(session, actor, meeting_id)
    query = select(MeetingTask).where(MeetingTask.meeting_id == meeting_id, MeetingTask.dropped_at.is_(None))
    return tuple(_view(one, actor, now) for one in session.scalars(query.order_by(MeetingTask.due_on)))


# ---- changed


def set_done(session: Session, actor: Actor, task_id: int, done: bool, *, now: datetime) -> TaskView:
    """Whoever does it, or the mentor, says that it is done, or takes that back. A second tap changes nothing.

    Raises NotAllowed, NoLongerCurrent.
    """
    task = _own(session, actor, task_id)
    is_mentor = task.mentorship.mentor.membership.person_id == actor.person_id
    if task.responsible_id != actor.person_id and not is_mentor:
        raise NotAllowed
    _require_running(task)
    if (task.done_at is not None) != done:
        task.done_at = now if done else None
        outbox.cancel_topic(session, _topic(task), now=now)
        _owe_reminders(session, task, now)
    return _view(task, actor, now)


def _require_running(task: MeetingTask) -> None:
    if task.dropped_at is not None or task.mentorship.status != MentorshipStatus.ACTIVE:
        raise NoLongerCurrent


def drop(session: Session, actor: Actor, task_id: int, *, now: datetime) -> TaskView:
    """It need not be done after all: said by the mentor or by whoever wrote it down. A second tap changes
    nothing. Raises NotAllowed, NoLongerCurrent.
    """
    task = _own(session, actor, task_id)
    if task.dropped_at is None:
        _require_changeable(task, actor)
        task.dropped_at = now
        outbox.cancel_topic(session, _topic(task), now=now)
        _owe_reminders(session, task, now)
    return _view(task, actor, now)


def change_day(session: Session, actor: Actor, task_id: int, due_on: date, *, now: datetime) -> TaskView:
    """Agree on another day. Raises NotAllowed, NoLongerCurrent, TaskDayPassed, TaskDayTooFar."""
    task = _own(session, actor, task_id)
    _require_changeable(task, actor)
    check_day(due_on, today_in(actor.timezone, now))
    if task.due_on != due_on:
        task.due_on = due_on
        outbox.cancel_topic(session, _topic(task), now=now)
        _tell(session, task, actor, now)
        _owe_reminders(session, task, now)
    return _view(task, actor, now)


def _require_changeable(task: MeetingTask, actor: Actor) -> None:
    is_mentor = task.mentorship.mentor.membership.person_id == actor.person_id
    if not is_mentor and task.created_by_id != actor.person_id:
        raise NotAllowed
    _require_running(task)
    if not task.is_open:
        raise NoLongerCurrent


# ---- for the board


def progress(
    session: Session, mentorship_ids: Collection[int], *, now: datetime
) -> dict[int, tuple[int, int, int]]:
    """By pair: how many tasks are done, how many there are, how many are overdue by the school's calendar.

    What was dropped does not count. Pairs without tasks are left out.
    """
    query = (
        select(MeetingTask.mentorship_id, MeetingTask.done_at, MeetingTask.due_on, Organization.timezone)
        .join(Mentorship, Mentorship.id == MeetingTask.mentorship_id)
        .join(Organization, Organization.id == Mentorship.organization_id)
        .where(MeetingTask.mentorship_id.in_(mentorship_ids), MeetingTask.dropped_at.is_(None))
    )
    found: dict[int, tuple[int, int, int]] = {}
    for pair_id, done_at, due_on, timezone in session.execute(query):
        done, total, overdue = found.get(pair_id, (0, 0, 0))
        is_late = done_at is None and due_on < today_in(timezone, now)
        found[pair_id] = (done + (done_at is not None), total + 1, overdue + is_late)
    return found
