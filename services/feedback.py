"""What the mentee thinks after a meeting: three answers for the curator's eyes, never the mentor's (N-5.1-5).

Answers are kept under the person's pseudonym. Knows the questionnaire only as an argument: its words live
in content/.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    AlertKind,
    AttendanceReport,
    Feedback,
    Meeting,
    MeetingStatus,
    Membership,
    MentorshipMember,
    Organization,
    Person,
    Role,
)
from services import access, alerts, outbox
from services.access import Actor
from services.alerts import AlertView
from services.content import Question, QuestionKind, Questionnaire
from services.errors import NoLongerCurrent, NotAllowed
from services.insertion import insert_once
from services.meeting_answers import comes
from services.names import PersonName

QUESTIONNAIRE = "meeting-feedback"
ANOTHER_MENTOR, WANTED = "another_mentor", "yes"
KINDS = (AlertKind.LOW_ANSWER, AlertKind.ANOTHER_MENTOR_WANTED)
OPEN_FOR = timedelta(days=14)
REMIND_AFTER = timedelta(days=1)
UNFINISHED_AFTER = timedelta(days=1)

Answers = Mapping[str, int | str]


@dataclass(frozen=True, slots=True)
class FeedbackView:
    """The mentee's own answers so far. `number` is the question to be shown, counted from 0; `total` when
    all are given.
    """

    meeting_id: int
    starts_at: datetime
    mentor: PersonName
    answers: Answers
    number: int
    total: int

    @property
    def is_complete(self) -> bool:
        return self.number >= self.total


@dataclass(frozen=True, slots=True)
class FeedbackConcern:
    """What the curator sees of an alarming answer. `mentee_membership_id` is None when it is no longer
    known who said it.
    """

    alert_id: int
    meeting_id: int
    mentorship_id: int
    starts_at: datetime
    mentor: PersonName
    mentee: PersonName | None
    mentee_membership_id: int | None
    answers: Answers
    threshold: int


def offer(session: Session, meeting: Meeting, came: Iterable[MentorshipMember], *, now: datetime) -> None:
    """Owe the mentees among those who came to a meeting an invitation to answer; once a meeting each.

    Whoever said «held» themselves saw the questions on that screen: they are only reminded, a day later.
    """
    for mentee in came:
        if mentee.role != Role.MENTEE:
            continue
        person_id = mentee.membership.person_id
        seen = _said_held(session, meeting, person_id)
        outbox.notify(
            session,
            kind="feedback.offered",
            key=f"feedback:{meeting.id}:{person_id}",
            person_id=person_id,
            payload={"meeting_id": meeting.id},
            topic=_topic(meeting.id, person_id),
            due_at=now + REMIND_AFTER if seen else now,
            expires_at=now + OPEN_FOR,
            now=now,
        )


def is_open(session: Session, meeting: Meeting, person_id: int) -> bool:
    """Whether this person may answer about the meeting, or may go on answering."""
    if not _may_answer(session, meeting, person_id):
        return False
    row = _find(session, meeting.id, session.get_one(Person, person_id).pseudonym)
    return row is None or row.completed_at is None


def _may_answer(session: Session, meeting: Meeting, person_id: int) -> bool:
    member = meeting.mentorship.member(person_id)
    if member is None or member.role != Role.MENTEE or comes(meeting, person_id) is False:
        return False
    return meeting.status == MeetingStatus.HELD or _said_held(session, meeting, person_id)


def _said_held(session: Session, meeting: Meeting, person_id: int) -> bool:
    if meeting.status not in (MeetingStatus.CONFIRMED, MeetingStatus.HELD, MeetingStatus.DISPUTED):
        return False
    said = (AttendanceReport.meeting_id == meeting.id, AttendanceReport.person_id == person_id)
    return bool(session.scalar(select(AttendanceReport.held).where(*said)))


def see(
    session: Session,
    actor: Actor,
    meeting_id: int,
    questionnaire: Questionnaire,
    *,
    number: int | None = None,
) -> FeedbackView:
    """Where the mentee stands, or the question `number` that they want to see again.

    Raises NotAllowed for everybody else, NoLongerCurrent when the meeting is not held.
    """
    meeting = _answerable(session, actor, meeting_id)
    row = _find(session, meeting_id, _pseudonym(session, actor))
    return _view(meeting, row.answers if row else {}, questionnaire, number)


def answer(
    session: Session,
    actor: Actor,
    meeting_id: int,
    questionnaire: Questionnaire,
    question_key: str,
    value: str,
    *,
    now: datetime,
) -> FeedbackView:
    """Take one answer; the last one completes the feedback and tells the curator what is alarming.

    The same answer twice is one answer. Raises NotAllowed, NoLongerCurrent when everything was answered
    before, when the questions before this one are still open, or when there is no such question or
    answer.
    """
    meeting = _answerable(session, actor, meeting_id)
    given = _accepted(questionnaire.question(question_key), value)
    row = _row(session, meeting_id, _pseudonym(session, actor), questionnaire, now)
    if row.completed_at is not None:
        if row.answers.get(question_key) != given:
            raise NoLongerCurrent
        return _view(meeting, row.answers, questionnaire)
    if not _is_reachable(row.answers, questionnaire, question_key):
        raise NoLongerCurrent
    row.answer(question_key, given)
    if _position(row.answers, questionnaire) == len(questionnaire):
        _complete(session, meeting, row, actor.person_id, now)
    return _view(meeting, row.answers, questionnaire)


def _answerable(session: Session, actor: Actor, meeting_id: int) -> Meeting:
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        raise NoLongerCurrent
    member = meeting.mentorship.member(actor.person_id)
    if member is None or member.role != Role.MENTEE or actor.is_frozen:
        raise NotAllowed
    if not _may_answer(session, meeting, actor.person_id):
        raise NoLongerCurrent
    return meeting


def _pseudonym(session: Session, actor: Actor) -> str:
    return session.get_one(Person, actor.person_id).pseudonym


def _find(session: Session, meeting_id: int, pseudonym: str) -> Feedback | None:
    mine = (Feedback.meeting_id == meeting_id, Feedback.pseudonym == pseudonym)
    return session.scalars(select(Feedback).where(*mine)).one_or_none()


def _row(
    session: Session, meeting_id: int, pseudonym: str, questionnaire: Questionnaire, now: datetime
) -> Feedback:
    values = {
        "meeting_id": meeting_id,
        "pseudonym": pseudonym,
        "questionnaire": questionnaire.key,
        "questionnaire_version": questionnaire.version,
        "answers": {},
        "started_at": now,
    }
    insert_once(session, Feedback, values)
    row = _find(session, meeting_id, pseudonym)
    if row is None:
        raise NoLongerCurrent
    return row


def _accepted(question: Question | None, value: str) -> int | str:
    """The value as it is kept: a number for a scale, a key for a choice. What was not offered is refused."""
    if question is None:
        raise NoLongerCurrent
    if question.kind == QuestionKind.SCALE:
        offered: Mapping[str, int | str] = {
            str(number): number for number in range(question.minimum, question.maximum + 1)
        }
    else:
        offered = {option.key: option.key for option in question.options}
    if value not in offered:
        raise NoLongerCurrent
    return offered[value]


def _position(answers: Answers, questionnaire: Questionnaire) -> int:
    """The first question without an answer; their number when there is none."""
    open_ones = (number for number, one in enumerate(questionnaire.questions) if one.key not in answers)
    return next(open_ones, len(questionnaire))


def _is_reachable(answers: Answers, questionnaire: Questionnaire, question_key: str) -> bool:
    keys = [question.key for question in questionnaire.questions]
    return keys.index(question_key) <= _position(answers, questionnaire)


def _view(
    meeting: Meeting, answers: Answers, questionnaire: Questionnaire, number: int | None = None
) -> FeedbackView:
    position = _position(answers, questionnaire)
    shown = position if number is None or position == len(questionnaire) else min(max(number, 0), position)
    mentor = PersonName.of(meeting.mentorship.mentor.membership)
    return FeedbackView(meeting.id, meeting.starts_at, mentor, dict(answers), shown, len(questionnaire))


def _complete(session: Session, meeting: Meeting, row: Feedback, person_id: int, now: datetime) -> None:
    row.completed_at = now
    outbox.cancel_topic(session, _topic(meeting.id, person_id), now=now)
    _raise_concerns(session, meeting, row, now)


def _topic(meeting_id: int, person_id: int) -> str:
    return f"feedback:{meeting_id}:{person_id}"


def _raise_concerns(session: Session, meeting: Meeting, row: Feedback, now: datetime) -> int:
    """Alert the curator to what is alarming among the answers. Returns how many alerts are new."""
    threshold = session.get_one(Organization, meeting.mentorship.organization_id).low_answer_threshold
    low = {key: value for key, value in row.answers.items() if isinstance(value, int) and value <= threshold}
    raised = 0
    if low:
        raised += _alert(
            session, AlertKind.LOW_ANSWER, meeting, row, {"answers": low, "threshold": threshold}, now
        )
    if row.answers.get(ANOTHER_MENTOR) == WANTED:
        raised += _alert(session, AlertKind.ANOTHER_MENTOR_WANTED, meeting, row, {}, now)
    return raised


def _alert(
    session: Session, kind: AlertKind, meeting: Meeting, row: Feedback, facts: dict[str, Any], now: datetime
) -> bool:
    return alerts.raise_alert(
        session,
        organization_id=meeting.mentorship.organization_id,
        kind=kind,
        cause=_cause(row.id, kind),
        subject={
            "feedback_id": row.id,
            "meeting_id": meeting.id,
            alerts.HIDDEN_FROM: meeting.mentorship.mentor.membership.person_id,
            **facts,
        },
        since=now,
        now=now,
        urgent=kind == AlertKind.ANOTHER_MENTOR_WANTED,
    )


def _cause(feedback_id: int, kind: AlertKind) -> str:
    return f"feedback:{feedback_id}:{kind.value}"


def settle(session: Session, alert: AlertView, resolution: str, actor: Actor, *, now: datetime) -> None:
    """One act answers every alert about the same answers."""
    for kind in KINDS:
        cause = _cause(int(alert.subject["feedback_id"]), kind)
        alerts.resolve_cause(session, cause, resolution, by_id=actor.person_id, now=now)


def concern(session: Session, actor: Actor, alert: AlertView) -> FeedbackConcern:
    """What stands behind an alert about answers, for those who answer for it.

    Raises NotAllowed for everybody else: also for a curator who is the mentor of that very pair. Raises
    NoLongerCurrent when the answers are gone.
    """
    row = session.get(Feedback, alert.subject.get("feedback_id", 0))
    meeting = session.get(Meeting, row.meeting_id) if row else None
    if row is None or meeting is None:
        raise NoLongerCurrent
    access.require_role(actor, meeting.mentorship.organization_id, *alerts.ANSWERING_ROLES)
    mentor = meeting.mentorship.mentor.membership
    if mentor.person_id == actor.person_id:
        raise NotAllowed
    mentee = _who_said(meeting, row.pseudonym)
    return FeedbackConcern(
        alert_id=alert.id,
        meeting_id=meeting.id,
        mentorship_id=meeting.mentorship_id,
        starts_at=meeting.starts_at,
        mentor=PersonName.of(mentor),
        mentee=PersonName.of(mentee) if mentee else None,
        mentee_membership_id=mentee.id if mentee else None,
        answers=dict(alert.subject.get("answers", {})),
        threshold=int(alert.subject.get("threshold", 0)),
    )


def _who_said(meeting: Meeting, pseudonym: str) -> Membership | None:
    mentees = (member.membership for member in meeting.mentorship.mentees)
    return next((membership for membership in mentees if membership.person.pseudonym == pseudonym), None)


def promise_talk(session: Session, actor: Actor, alert_id: int, *, now: datetime) -> AlertView:
    """«I shall talk to the mentee»: settles the alert. Raises AlreadyDecided, NotAllowed, NoLongerCurrent."""
    alert = alerts.see(session, actor, alert_id)
    if alert.kind not in KINDS:
        raise NoLongerCurrent
    concern(session, actor, alert)
    return alerts.acknowledge(session, actor, alert_id, "will_talk", now=now)


def tick_unfinished(session: Session, *, now: datetime) -> int:
    """A tick: an alarming answer counts even when the other questions were never answered. Returns how
    many alerts.
    """
    window = Feedback.started_at.between(now - OPEN_FOR, now - UNFINISHED_AFTER)
    rows = session.scalars(select(Feedback).where(Feedback.completed_at.is_(None), window)).all()
    return sum(_raise_concerns(session, session.get_one(Meeting, row.meeting_id), row, now) for row in rows)
