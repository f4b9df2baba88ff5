"""What is stored about a person of meetings beside the meetings themselves: answers, notes, tasks, the diary,
times, requests for help, speed sessions (152-FZ art. 14).

A part of services/personal_data.py, which is the way in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models import (
    ConvenientTime,
    DiaryEntry,
    HelpAnswer,
    HelpRequest,
    HelpStatus,
    Lesson,
    LessonVisit,
    Meeting,
    MeetingAnswer,
    MeetingNote,
    MeetingSeries,
    MeetingTask,
    Membership,
    MentorshipMember,
    Person,
    Rhythm,
    SeriesStatus,
    SpeedQueueEntry,
    SpeedSession,
    SpeedSlot,
    TrialAnswer,
    TrialWord,
)


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """What the person answered when a meeting was proposed to them."""

    meeting_at: datetime
    agrees: bool
    reason: str


@dataclass(frozen=True, slots=True)
class StoredSeries:
    """Meetings that repeat. `at_minutes`: after local midnight."""

    rhythm: Rhythm
    status: SeriesStatus
    starts_on: date
    ends_on: date
    at_minutes: int
    place: str


@dataclass(frozen=True, slots=True)
class StoredVisit:
    """A visit to a lesson in a pair of the person's."""

    meeting_at: datetime
    lesson: str
    aim: str
    findings: str


@dataclass(frozen=True, slots=True)
class StoredNote:
    """What the mentor wrote down of a meeting. `difficulties`: keys of the list of that name."""

    meeting_at: datetime
    done: str
    difficulties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoredTask:
    """`own`: for the person to do; otherwise for the other side of the pair."""

    text: str
    due_on: date
    own: bool
    done_at: datetime | None
    is_dropped: bool


@dataclass(frozen=True, slots=True)
class StoredTrial:
    meeting_at: datetime
    word: TrialWord


@dataclass(frozen=True, slots=True)
class StoredDiary:
    written_at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class StoredTime:
    """A convenient time: minutes after midnight of a weekday, 0 being Monday."""

    weekday: int
    from_minute: int
    until_minute: int


@dataclass(frozen=True, slots=True)
class StoredLesson:
    organization: str
    weekday: int
    number: int


@dataclass(frozen=True, slots=True)
class StoredHelp:
    """A request for help of the person's. `topic`: a key of the list `difficulty`, or empty."""

    asked_at: datetime
    topic: str
    text: str
    status: HelpStatus
    helped: bool | None


@dataclass(frozen=True, slots=True)
class StoredHelpAnswer:
    answered_at: datetime
    text: str


class SpeedPart(StrEnum):
    """How somebody takes part in a speed session."""

    MENTOR = "mentor"
    SLOT = "slot"
    QUEUE = "queue"


@dataclass(frozen=True, slots=True)
class StoredSpeed:
    """A speed session: as its mentor, with a slot, or in the queue. `starts_at`: of the slot, if there is
    one.
    """

    part: SpeedPart
    topic: str
    starts_at: datetime
    held: bool | None


@dataclass(frozen=True, slots=True)
class MeetingData:
    """`reminder_minutes`: so long before a meeting the person is reminded; None: as usual."""

    answers: tuple[StoredAnswer, ...]
    series: tuple[StoredSeries, ...]
    visits: tuple[StoredVisit, ...]
    notes: tuple[StoredNote, ...]
    tasks: tuple[StoredTask, ...]
    trial: tuple[StoredTrial, ...]
    diary: tuple[StoredDiary, ...]
    times: tuple[StoredTime, ...]
    lessons: tuple[StoredLesson, ...]
    help_requests: tuple[StoredHelp, ...]
    help_answers: tuple[StoredHelpAnswer, ...]
    speed: tuple[StoredSpeed, ...]
    reminder_minutes: tuple[int, ...] | None
    calendar_files: bool
    has_feed: bool


def of(session: Session, person: Person) -> MeetingData:
    """Everything of these kinds that is stored about the person."""
    return MeetingData(
        answers=_answers(session, person),
        series=_series(session, person),
        visits=_visits(session, person),
        notes=_notes(session, person),
        tasks=_tasks(session, person),
        trial=_trial(session, person),
        diary=_diary(session, person),
        times=_times(session, person),
        lessons=_lessons(session, person),
        help_requests=_help_requests(session, person),
        help_answers=_help_answers(session, person),
        speed=_speed(session, person),
        reminder_minutes=None if person.reminder_minutes is None else tuple(person.reminder_minutes),
        calendar_files=person.calendar_files,
        has_feed=person.calendar_token is not None,
    )


def own_pairs(person: Person) -> Any:
    """The ids of the pairs that the person is or was a member of."""
    return (
        select(MentorshipMember.mentorship_id)
        .join(Membership, Membership.id == MentorshipMember.membership_id)
        .where(Membership.person_id == person.id)
    )


def _answers(session: Session, person: Person) -> tuple[StoredAnswer, ...]:
    query = (
        select(Meeting.starts_at, MeetingAnswer.agrees, MeetingAnswer.reason)
        .join(MeetingAnswer, MeetingAnswer.meeting_id == Meeting.id)
        .where(MeetingAnswer.person_id == person.id)
        .order_by(MeetingAnswer.id)
    )
    return tuple(StoredAnswer(*row) for row in session.execute(query))


def _series(session: Session, person: Person) -> tuple[StoredSeries, ...]:
    query = select(MeetingSeries).where(MeetingSeries.mentorship_id.in_(own_pairs(person)))
    return tuple(
        StoredSeries(
            one.rhythm,
            one.status,
            one.starts_on,
            one.ends_on,
            one.at_minutes,
            ", ".join(part for part in (one.place, one.link) if part),
        )
        for one in session.scalars(query.order_by(MeetingSeries.id))
    )


def _visits(session: Session, person: Person) -> tuple[StoredVisit, ...]:
    query = (
        select(LessonVisit, Meeting.starts_at)
        .join(Meeting, Meeting.id == LessonVisit.meeting_id)
        .where(or_(LessonVisit.teacher_id == person.id, Meeting.mentorship_id.in_(own_pairs(person))))
        .order_by(LessonVisit.id)
    )
    return tuple(StoredVisit(at, one.lesson, one.aim, one.findings) for one, at in session.execute(query))


def _notes(session: Session, person: Person) -> tuple[StoredNote, ...]:
    query = (
        select(MeetingNote, Meeting.starts_at)
        .join(Meeting, Meeting.id == MeetingNote.meeting_id)
        .where(or_(MeetingNote.author_id == person.id, Meeting.mentorship_id.in_(own_pairs(person))))
        .order_by(MeetingNote.id)
    )
    return tuple(StoredNote(at, one.done, tuple(one.difficulties)) for one, at in session.execute(query))


def _tasks(session: Session, person: Person) -> tuple[StoredTask, ...]:
    concerned = or_(MeetingTask.responsible_id == person.id, MeetingTask.mentorship_id.in_(own_pairs(person)))
    query = select(MeetingTask).where(concerned).order_by(MeetingTask.due_on, MeetingTask.id)
    return tuple(
        StoredTask(
            one.text, one.due_on, one.responsible_id == person.id, one.done_at, one.dropped_at is not None
        )
        for one in session.scalars(query)
    )


def _trial(session: Session, person: Person) -> tuple[StoredTrial, ...]:
    """The person's own word; that of the other side was said in confidence."""
    query = (
        select(Meeting.starts_at, TrialAnswer.word)
        .join(TrialAnswer, TrialAnswer.meeting_id == Meeting.id)
        .where(TrialAnswer.person_id == person.id)
        .order_by(TrialAnswer.id)
    )
    return tuple(StoredTrial(*row) for row in session.execute(query))


def _diary(session: Session, person: Person) -> tuple[StoredDiary, ...]:
    query = (
        select(DiaryEntry.written_at, DiaryEntry.text)
        .where(DiaryEntry.person_id == person.id)
        .order_by(DiaryEntry.id)
    )
    return tuple(StoredDiary(*row) for row in session.execute(query))


def _times(session: Session, person: Person) -> tuple[StoredTime, ...]:
    query = select(ConvenientTime).where(ConvenientTime.person_id == person.id)
    found = session.scalars(query.order_by(ConvenientTime.weekday, ConvenientTime.from_minute))
    return tuple(StoredTime(one.weekday, one.from_minute, one.until_minute) for one in found)


def _lessons(session: Session, person: Person) -> tuple[StoredLesson, ...]:
    query = select(Lesson).join(Membership).where(Membership.person_id == person.id)
    return tuple(
        StoredLesson(one.membership.organization.name, one.weekday, one.number)
        for one in session.scalars(query.order_by(Lesson.weekday, Lesson.number))
    )


def _help_requests(session: Session, person: Person) -> tuple[StoredHelp, ...]:
    query = select(HelpRequest).join(Membership).where(Membership.person_id == person.id)
    return tuple(
        StoredHelp(one.asked_at, one.topic, one.text, one.status, one.helped)
        for one in session.scalars(query.order_by(HelpRequest.id))
    )


def _help_answers(session: Session, person: Person) -> tuple[StoredHelpAnswer, ...]:
    query = (
        select(HelpAnswer.answered_at, HelpAnswer.text)
        .where(HelpAnswer.person_id == person.id)
        .order_by(HelpAnswer.id)
    )
    return tuple(StoredHelpAnswer(*row) for row in session.execute(query))


def _speed(session: Session, person: Person) -> tuple[StoredSpeed, ...]:
    own = select(Membership.id).where(Membership.person_id == person.id)
    sessions = session.scalars(select(SpeedSession).where(SpeedSession.mentor_id.in_(own)))
    slots = session.scalars(select(SpeedSlot).where(SpeedSlot.membership_id.in_(own)))
    queue = session.scalars(select(SpeedQueueEntry).where(SpeedQueueEntry.membership_id.in_(own)))
    found = (
        *(StoredSpeed(SpeedPart.MENTOR, one.topic, one.starts_at, None) for one in sessions),
        *(StoredSpeed(SpeedPart.SLOT, one.session.topic, one.starts_at, one.held) for one in slots),
        *(StoredSpeed(SpeedPart.QUEUE, one.session.topic, one.session.starts_at, None) for one in queue),
    )
    return tuple(sorted(found, key=lambda one: one.starts_at))
