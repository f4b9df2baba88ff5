"""What remains of a meeting: the mentor's line on what was done, the difficulties worked on, what a visit to
a lesson showed; and all of it of a pair, one meeting after the other (L-5-1, L-5-4).

Read by both of the pair and by their curators. What was agreed to be done is in services/meeting_tasks.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import (
    Meeting,
    MeetingKind,
    MeetingNote,
    MeetingStatus,
    MeetingTask,
    Membership,
    Mentorship,
    MentorshipStatus,
    TrialWord,
)
from services import (
    access,
    alerts,
    attendance,
    feedback,
    meeting_log,
    meeting_tasks,
    meeting_views,
    outbox,
    trial,
)
from services.access import Actor
from services.errors import NoLongerCurrent, NotAllowed, ServiceError
from services.insertion import insert_once
from services.meeting_tasks import TaskView
from services.meeting_views import own_meeting, report_of
from services.mentorship_views import listed
from services.names import PersonName
from services.typed_text import checked

DONE_LIMIT = 2000
OPEN_FOR = timedelta(days=14)
PAGE_SIZE = 3
READERS = alerts.ANSWERING_ROLES
_HAPPENED = (MeetingStatus.HELD, MeetingStatus.NOT_HELD, MeetingStatus.DISPUTED)


class NoteClosed(ServiceError):
    """Field `days`: for how many days after a meeting its note may be written and changed."""


class AfterTalkAhead(ServiceError):
    """The talk after the lesson is still to come: what both concluded is written down after it."""


@dataclass(frozen=True, slots=True)
class AfterView:
    """A meeting that took place, as a member of the pair sees what was written down of it and what they may
    still do. `trial`: their own word; `my_report`: their own word on whether it took place.
    """

    meeting_id: int
    mentorship_id: int
    kind: MeetingKind
    status: MeetingStatus
    starts_at: datetime
    others: tuple[PersonName, ...]
    is_mentor: bool
    is_after_the_fact: bool
    my_report: bool | None
    done: str
    difficulties: tuple[str, ...]
    findings: str
    tasks: tuple[TaskView, ...]
    trial: TrialWord | None
    may_note: bool
    may_find: bool
    may_add_task: bool
    may_say_trial: bool
    may_answer: bool
    may_rename: bool
    may_take_back: bool


@dataclass(frozen=True, slots=True)
class DifficultiesView:
    """Difficulties to be ticked: those the mentees were found to have come first (`found` of them)."""

    meeting_id: int
    keys: tuple[str, ...]
    found: int
    chosen: frozenset[str]


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One meeting of a pair and what was written down of it. `tasks`: done, and in all."""

    meeting_id: int
    kind: MeetingKind
    status: MeetingStatus
    starts_at: datetime
    done: str
    difficulties: tuple[str, ...]
    findings: str
    tasks: tuple[int, int]


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """«How the meetings went» of a pair, the latest first. `is_own`: the reader belongs to the pair."""

    mentorship_id: int
    members: tuple[PersonName, ...]
    lines: tuple[HistoryLine, ...]
    page: int
    pages: int
    total: int
    is_own: bool


# ---- after one meeting


def after(session: Session, actor: Actor, meeting_id: int, *, now: datetime) -> AfterView:
    """What was written down of a meeting that took place, by all or by one's own account.

    Raises NotAllowed, NoLongerCurrent when it did not.
    """
    meeting = _held(session, actor, meeting_id)
    pair, person_id = meeting.mentorship, actor.person_id
    is_mentor = pair.mentor.membership.person_id == person_id
    note, visit, mine = meeting.note, meeting.lesson_visit, report_of(meeting, person_id)
    may_note = is_mentor and now < _closes_at(meeting)
    asked = trial.see(session, actor, meeting_id, now=now) if trial.may_answer(meeting, person_id) else None
    running = pair.status == MentorshipStatus.ACTIVE
    return AfterView(
        meeting_id=meeting.id,
        mentorship_id=pair.id,
        kind=meeting.kind,
        status=meeting.status,
        starts_at=meeting.starts_at,
        others=_names(pair, person_id),
        is_mentor=is_mentor,
        is_after_the_fact=meeting.is_after_the_fact,
        my_report=mine.held if mine else None,
        done=note.done if note else "",
        difficulties=tuple(note.difficulties) if note else (),
        findings=visit.findings if visit else "",
        tasks=meeting_tasks.of_meeting(session, actor, meeting_id, now=now),
        trial=asked.word if asked else None,
        may_note=may_note,
        may_find=may_note and visit is not None and (visit.after_at is None or visit.after_at <= now),
        may_add_task=running and all(member.membership.is_active for member in pair.members),
        may_say_trial=asked is not None and asked.is_open,
        may_answer=feedback.is_open(session, meeting, person_id),
        may_rename=meeting_log.may_rename(session, meeting, person_id, now),
        may_take_back=meeting_log.may_take_back(meeting, person_id),
    )


def _names(pair: Mentorship, person_id: int) -> tuple[PersonName, ...]:
    others = (one for one in pair.members if one.membership.person_id != person_id)
    return tuple(PersonName.of(one.membership) for one in others)


def _held(session: Session, actor: Actor, meeting_id: int) -> Meeting:
    """A meeting of one's own pair that took place, or did so by one's own word."""
    meeting = own_meeting(session, actor, meeting_id)
    mine = report_of(meeting, actor.person_id)
    open_ = meeting.status in (MeetingStatus.CONFIRMED, MeetingStatus.DISPUTED)
    said = open_ and mine is not None and mine.held
    if meeting.status != MeetingStatus.HELD and not said:
        raise NoLongerCurrent
    return meeting


def _closes_at(meeting: Meeting) -> datetime:
    """Two weeks since it was known that it took place."""
    known = (meeting.ends_at, meeting.confirmed_at, meeting.ended_at)
    return max(at for at in known if at is not None) + OPEN_FOR


def _writable(session: Session, actor: Actor, meeting_id: int, now: datetime) -> Meeting:
    """A meeting that the actor, its mentor, may still write about. Raises NotAllowed, NoLongerCurrent,
    NoteClosed.
    """
    meeting = _held(session, actor, meeting_id)
    if meeting.mentorship.mentor.membership.person_id != actor.person_id:
        raise NotAllowed
    if now >= _closes_at(meeting):
        raise NoteClosed(days=OPEN_FOR.days)
    return meeting


def write(session: Session, actor: Actor, meeting_id: int, text: str, *, now: datetime) -> AfterView:
    """The mentor's line on what was done, new or in place of the one before; both of the pair and the curator
    read it.

    Raises NotAllowed, NoLongerCurrent, NoteClosed, AnswerEmpty, AnswerTooLong.
    """
    meeting = _writable(session, actor, meeting_id, now)
    words = checked(text, DONE_LIMIT)
    note = _note(session, meeting, actor, now)
    if note.done and note.done != words:
        note.changed_at = now
    note.done = words
    session.flush()
    return after(session, actor, meeting_id, now=now)


def _note(session: Session, meeting: Meeting, actor: Actor, now: datetime) -> MeetingNote:
    """The note of the meeting, made when there is none."""
    if meeting.note is None:
        values = {
            "meeting_id": meeting.id,
            "author_id": actor.person_id,
            "done": "",
            "difficulties": [],
            "written_at": now,
        }
        insert_once(session, MeetingNote, values)
        session.expire(meeting, ["note"])
    if meeting.note is None:
        raise NoLongerCurrent
    return meeting.note


def difficulties(
    session: Session, actor: Actor, meeting_id: int, known: Sequence[str], *, now: datetime
) -> DifficultiesView:
    """What may be ticked of the list `known`. Raises NotAllowed, NoLongerCurrent, NoteClosed."""
    return _difficulties(_writable(session, actor, meeting_id, now), known)


def _difficulties(meeting: Meeting, known: Sequence[str]) -> DifficultiesView:
    mentees = (member.membership for member in meeting.mentorship.mentees)
    found = _found(mentees)
    first = [key for key in known if key in found]
    rest = [key for key in known if key not in found]
    chosen = frozenset(meeting.note.difficulties if meeting.note else ())
    return DifficultiesView(meeting.id, (*first, *rest), len(first), chosen)


def _found(mentees: Iterable[Membership]) -> set[str]:
    """The difficulties that the mentees were found to have."""
    return {key for one in mentees for key in listed(one.profile.get("difficulties"))}


def tick_difficulty(
    session: Session,
    actor: Actor,
    meeting_id: int,
    key: str,
    worked_on: bool,
    known: Sequence[str],
    *,
    now: datetime,
) -> DifficultiesView:
    """The mentor says that a difficulty of the list `known` was worked on, or takes that back. A second tap
    changes nothing.

    Raises NotAllowed, NoLongerCurrent, NoteClosed.
    """
    meeting = _writable(session, actor, meeting_id, now)
    if key not in known:
        raise NoLongerCurrent
    note = _note(session, meeting, actor, now)
    left = [one for one in note.difficulties if one != key]
    ticked = [*left, key] if worked_on else left
    if ticked != note.difficulties:
        note.difficulties = ticked
    session.flush()
    return _difficulties(meeting, known)


def find(session: Session, actor: Actor, meeting_id: int, text: str, *, now: datetime) -> AfterView:
    """What both concluded from a visit to a lesson, after the talk about it.

    Raises NotAllowed, NoLongerCurrent, NoteClosed, AfterTalkAhead, AnswerEmpty, AnswerTooLong.
    """
    meeting = _writable(session, actor, meeting_id, now)
    visit = meeting.lesson_visit
    if visit is None:
        raise NoLongerCurrent
    if visit.after_at is not None and visit.after_at > now:
        raise AfterTalkAhead
    visit.findings = checked(text, DONE_LIMIT)
    session.flush()
    outbox.cancel_topic(session, attendance.findings_topic(meeting_id), now=now)
    return after(session, actor, meeting_id, now=now)


# ---- all meetings of a pair


def history(
    session: Session, actor: Actor, mentorship_id: int, *, page: int = 0, now: datetime
) -> HistoryPage:
    """How the meetings of a pair went, for both of them and for the curator and the head of the school, whose
    look is written to the audit log.

    Raises NotAllowed, NoLongerCurrent.
    """
    pair = session.get(Mentorship, mentorship_id)
    if pair is None:
        raise NoLongerCurrent
    is_own = pair.member(actor.person_id) is not None and not actor.is_frozen
    if not is_own:
        access.require_role(actor, pair.organization_id, *READERS)
        access.record_look(
            session,
            actor,
            "meeting.history_seen",
            pair.organization_id,
            subject_kind="mentorship",
            subject_id=pair.id,
            now=now,
        )
    happened = (Meeting.mentorship_id == pair.id, Meeting.status.in_(_HAPPENED))
    total = session.scalar(select(func.count()).select_from(Meeting).where(*happened)) or 0
    pages = max(1, -(-total // PAGE_SIZE))
    page = min(max(page, 0), pages - 1)
    latest = select(Meeting).where(*happened).order_by(Meeting.starts_at.desc(), Meeting.id.desc())
    found = session.scalars(latest.offset(page * PAGE_SIZE).limit(PAGE_SIZE)).all()
    counts = _task_counts(session, [one.id for one in found])
    members = _names(pair, actor.person_id)
    lines = tuple(_line(one, counts) for one in found)
    return HistoryPage(pair.id, members, lines, page, pages, total, is_own)


def _line(meeting: Meeting, counts: dict[int, tuple[int, int]]) -> HistoryLine:
    note, visit = meeting.note, meeting.lesson_visit
    return HistoryLine(
        meeting.id,
        meeting.kind,
        meeting.status,
        meeting.starts_at,
        note.done if note else "",
        tuple(note.difficulties) if note else (),
        visit.findings if visit else "",
        counts.get(meeting.id, (0, 0)),
    )


def _task_counts(session: Session, meeting_ids: Sequence[int]) -> dict[int, tuple[int, int]]:
    query = (
        select(MeetingTask.meeting_id, func.count(MeetingTask.done_at), func.count())
        .where(MeetingTask.meeting_id.in_(meeting_ids), MeetingTask.dropped_at.is_(None))
        .group_by(MeetingTask.meeting_id)
    )
    return {number: (done, total) for number, done, total in session.execute(query) if number is not None}


def own_pairs(session: Session, actor: Actor) -> tuple[tuple[int, tuple[PersonName, ...]], ...]:
    """The active pairs of the person, for choosing whose meetings they want to look through."""
    return tuple((one.mentorship_id, one.others) for one in meeting_views.pairs(session, actor))
