"""What is wiped of meetings, help and times when a person's consent is withdrawn.

A part of services/erasure_traces.py, which is the way in. What stays are dates, numbers and codes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

from sqlalchemy import ColumnElement, delete, or_, select, update
from sqlalchemy.orm import Session

from models import (
    Base,
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
    Person,
    SpeedQueueEntry,
    SpeedSession,
    SpeedSlot,
    SpeedStatus,
    TrialAnswer,
)

Row = TypeVar("Row", bound=Base)


def wipe(session: Session, person: Person, pair_ids: Sequence[int], now: datetime) -> dict[str, int]:
    """Wipe everything of these kinds; returns how much of each there was."""
    own = [one.id for one in person.memberships]
    meetings = select(Meeting.id).where(Meeting.mentorship_id.in_(pair_ids))
    return {
        "places": _empty_places(session, pair_ids),
        "answers": _empty_answers(session, person),
        "visits": _empty_visits(
            session, or_(LessonVisit.teacher_id == person.id, LessonVisit.meeting_id.in_(meetings))
        ),
        "notes": _empty_notes(
            session, or_(MeetingNote.author_id == person.id, MeetingNote.meeting_id.in_(meetings))
        ),
        "tasks": _empty_tasks(session, person, pair_ids, now),
        "trial": _delete(session, TrialAnswer, TrialAnswer.person_id == person.id),
        "diary": _forget_diary(session, person, pair_ids),
        "times": _delete(session, ConvenientTime, ConvenientTime.person_id == person.id),
        "lessons": _delete(session, Lesson, Lesson.membership_id.in_(own)),
        "help": _empty_help(session, person, own, now),
        "speed": _empty_speed(session, own, now),
    }


def _all(session: Session, model: type[Row], *which: ColumnElement[bool]) -> Sequence[Row]:
    return session.scalars(select(model).where(*which)).all()


def _delete(session: Session, model: type[Row], which: ColumnElement[bool]) -> int:
    found = _all(session, model, which)
    session.execute(delete(model).where(which))
    return len(found)


def _empty_places(session: Session, pair_ids: Sequence[int]) -> int:
    """Places of meetings were typed by one of the two, and are carried over when a meeting is moved."""
    worded = or_(Meeting.place != "", Meeting.link != "")
    meetings = _all(session, Meeting, Meeting.mentorship_id.in_(pair_ids), worded)
    for meeting in meetings:
        meeting.place = meeting.link = ""
    for series in _all(session, MeetingSeries, MeetingSeries.mentorship_id.in_(pair_ids)):
        series.place = series.link = ""
    return len(meetings)


def _empty_answers(session: Session, person: Person) -> int:
    own = _all(session, MeetingAnswer, MeetingAnswer.person_id == person.id, MeetingAnswer.reason != "")
    for answer in own:
        answer.reason = ""
    return len(own)


def _empty_visits(session: Session, which: ColumnElement[bool]) -> int:
    found = _all(session, LessonVisit, which)
    for visit in found:
        visit.lesson = visit.aim = visit.findings = ""
    return len(found)


def _empty_notes(session: Session, which: ColumnElement[bool]) -> int:
    """Also what the mentor wrote of this mentee: the words are about both."""
    found = _all(session, MeetingNote, which)
    for note in found:
        note.done, note.difficulties = "", []
    return len(found)


def _empty_tasks(session: Session, person: Person, pair_ids: Sequence[int], now: datetime) -> int:
    concerned = or_(MeetingTask.mentorship_id.in_(pair_ids), MeetingTask.responsible_id == person.id)
    found = _all(session, MeetingTask, concerned)
    for task in found:
        task.text = ""
        if task.is_open:
            task.dropped_at = now
    return len(found)


def _forget_diary(session: Session, person: Person, pair_ids: Sequence[int]) -> int:
    """The person's own diary goes. In the diary of another nothing points to the person any more; what that
    one wrote for themselves is theirs.
    """
    deleted = _delete(session, DiaryEntry, DiaryEntry.person_id == person.id)
    cut = {"mentorship_id": None, "meeting_id": None}
    session.execute(update(DiaryEntry).where(DiaryEntry.mentorship_id.in_(pair_ids)).values(cut))
    meetings = select(Meeting.id).where(Meeting.mentorship_id.in_(pair_ids))
    session.execute(update(DiaryEntry).where(DiaryEntry.meeting_id.in_(meetings)).values(cut))
    return deleted


def _empty_help(session: Session, person: Person, own: Sequence[int], now: datetime) -> int:
    """What the person asked, with the answers to it, and what they answered others."""
    asked = _all(session, HelpRequest, HelpRequest.membership_id.in_(own))
    for request in asked:
        request.text = request.topic = ""
        if request.status in (HelpStatus.OPEN, HelpStatus.ANSWERED):
            request.status, request.closed_at = HelpStatus.TAKEN_BACK, now
    numbers = [one.id for one in asked]
    concerned = or_(HelpAnswer.person_id == person.id, HelpAnswer.request_id.in_(numbers))
    answers = _all(session, HelpAnswer, concerned)
    for answer in answers:
        answer.text = ""
    return len(asked) + len(answers)


def _empty_speed(session: Session, own: Sequence[int], now: datetime) -> int:
    """Sessions of the person are called off, coming slots become free, places in queues too."""
    held_by = _all(session, SpeedSession, SpeedSession.mentor_id.in_(own))
    for one in held_by:
        one.topic = one.place = one.link = ""
        if one.ended_at is None and one.starts_at > now:
            one.status, one.ended_at = SpeedStatus.CANCELLED, now
    slots = _all(session, SpeedSlot, SpeedSlot.membership_id.in_(own), SpeedSlot.starts_at > now)
    for slot in slots:
        slot.membership_id = slot.booked_at = None
    queued = _delete(session, SpeedQueueEntry, SpeedQueueEntry.membership_id.in_(own))
    return len(held_by) + len(slots) + queued
