"""After a meeting: whether it took place, by all accounts; what follows when nobody says so, or says no again
and again.

What the mentee thinks of the meeting is the business of services/feedback.py, what both think of the pair
after the trial meeting that of services/trial.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, String, cast, literal, select
from sqlalchemy.orm import Session

from models import (
    Alert,
    AlertKind,
    AlertStatus,
    AttendanceReport,
    Meeting,
    MeetingAnswer,
    MeetingKind,
    MeetingStatus,
    Mentorship,
    MentorshipStatus,
    Organization,
)
from services import access, alerts, feedback, outbox, trial
from services.access import Actor
from services.errors import NoLongerCurrent, NotAllowed, ServiceError
from services.meeting_answers import answer_of, participants
from services.meeting_messages import question_topic, tell_others
from services.meeting_views import MeetingView, own_meeting, report_of, view
from services.names import PersonName

ONE_WORD_COUNTS_AFTER = timedelta(days=2)
SETTLED = (MeetingStatus.HELD, MeetingStatus.NOT_HELD, MeetingStatus.DISPUTED)
REMINDED_FOR = timedelta(days=7)
"""A question put once more is of use for so long."""
FINDINGS_AFTER = timedelta(days=1)
BATCH = 200
ABOUT_MEETINGS = (AlertKind.MEETING_SILENT, AlertKind.MEETINGS_MISSED)


class MeetingSettled(ServiceError):
    """Whether the meeting took place is settled; a word more changes nothing. Field `outcome`: the status."""


class MeetingNotOver(ServiceError):
    """Nobody can say yet whether the meeting took place."""


@dataclass(frozen=True, slots=True)
class DisputeView:
    """Who said what about a meeting that one side calls held and the other not, or of which nobody said a
    word: then `says` is empty.
    """

    meeting_id: int
    mentorship_id: int
    kind: MeetingKind
    status: MeetingStatus
    starts_at: datetime
    members: tuple[PersonName, ...]
    says: tuple[tuple[PersonName, bool], ...]


@dataclass(frozen=True, slots=True)
class MissedView:
    """Meetings of a pair that fell through one after the other, the latest first."""

    mentorship_id: int
    members: tuple[PersonName, ...]
    missed: tuple[datetime, ...]


def report(session: Session, actor: Actor, meeting_id: int, held: bool, *, now: datetime) -> MeetingView:
    """Somebody who was to come says whether the meeting took place; when all have, it is settled.

    Until it is settled the word may be changed. Raises NotAllowed (also for whoever stayed out of a group
    meeting), NoLongerCurrent, MeetingNotOver, MeetingSettled.
    """
    meeting = own_meeting(session, actor, meeting_id)
    mine = report_of(meeting, actor.person_id)
    if mine is not None and mine.held == held:
        return view(session, meeting, actor.person_id, now)
    _require_reportable(meeting, now)
    if actor.person_id not in expected(meeting):
        raise NotAllowed
    if mine is None:
        meeting.reports.append(AttendanceReport(person_id=actor.person_id, held=held, reported_at=now))
    else:
        mine.held, mine.reported_at = held, now
    session.flush()
    outbox.cancel_topic(session, question_topic(meeting, actor.person_id), now=now)
    alerts.resolve_cause(session, _silent_cause(meeting.id), "told", by_id=None, now=now)
    if held:
        _ask_for_findings(session, meeting, actor.person_id, now)
    _settle(session, meeting, len(expected(meeting)), now)
    return view(session, meeting, actor.person_id, now)


def expected(meeting: Meeting) -> set[int]:
    """The people whose word is awaited: those who were to come."""
    return {member.membership.person_id for member in participants(meeting)}


def _require_reportable(meeting: Meeting, now: datetime) -> None:
    if meeting.status in SETTLED:
        raise MeetingSettled(outcome=meeting.status.value)
    if meeting.status != MeetingStatus.CONFIRMED:
        raise NoLongerCurrent
    if not meeting.has_started(now):
        raise MeetingNotOver


def _settle(session: Session, meeting: Meeting, awaited: int, now: datetime) -> None:
    meeting.settle_reports(awaited, now)
    if meeting.status == MeetingStatus.HELD:
        _count_out_the_absent(meeting, now)
    if meeting.status == MeetingStatus.DISPUTED:
        _raise(session, meeting, AlertKind.MEETING_DISPUTED, _dispute_cause(meeting.id), now)
    elif meeting.status != MeetingStatus.CONFIRMED:
        _follow(session, meeting, now)


def _count_out_the_absent(meeting: Meeting, now: datetime) -> None:
    """Whoever of a group says no of a meeting that took place was not there: no more is asked of them."""
    for absent in (one.person_id for one in meeting.reports if not one.held):
        answer = answer_of(meeting, absent)
        if answer is None:
            answer = MeetingAnswer(person_id=absent)
            meeting.answers.append(answer)
        answer.agrees, answer.answered_at = False, now


def _follow(session: Session, meeting: Meeting, now: datetime) -> None:
    """What is owed once it is known whether the meeting took place."""
    session.flush()
    if meeting.status == MeetingStatus.HELD:
        came = participants(meeting)
        feedback.offer(session, meeting, came, now=now)
        trial.offer(session, meeting, came, now=now)
        _ask_for_findings(session, meeting, None, now)
    _watch_misses(session, meeting.mentorship, now)


def _ask_for_findings(session: Session, meeting: Meeting, said_by: int | None, now: datetime) -> None:
    """After the talk about a lesson that was visited its mentor is asked what both concluded; once a meeting.

    `said_by`: who has just said that it took place, where that is all that is known. The mentor sees the way
    to write it down on that screen, so without a talk to come they are asked a day later.
    """
    visit, mentor = meeting.lesson_visit, meeting.mentorship.mentor.membership.person_id
    if visit is None or visit.findings or said_by not in (None, mentor):
        return
    talk_ahead = visit.after_at is not None and visit.after_at > now
    due_at = visit.after_at if talk_ahead and visit.after_at else now
    if said_by is not None and not talk_ahead:
        due_at = now + FINDINGS_AFTER
    outbox.notify(
        session,
        kind="journal.findings",
        key=findings_topic(meeting.id),
        person_id=mentor,
        payload={"meeting_id": meeting.id},
        topic=findings_topic(meeting.id),
        due_at=due_at,
        expires_at=due_at + REMINDED_FOR,
        now=now,
    )


def findings_topic(meeting_id: int) -> str:
    """The topic of the outbox for the question what a visit to a lesson showed."""
    return f"findings:{meeting_id}"


def _raise(session: Session, meeting: Meeting, kind: AlertKind, cause: str, now: datetime) -> bool:
    return alerts.raise_alert(
        session,
        organization_id=meeting.mentorship.organization_id,
        kind=kind,
        cause=cause,
        subject={
            "meeting_id": meeting.id,
            "mentorship_id": meeting.mentorship_id,
            alerts.HIDDEN_FROM: meeting.mentorship.mentor.membership.person_id,
        },
        since=meeting.starts_at,
        now=now,
    )


def _dispute_cause(meeting_id: int) -> str:
    return f"meeting-disputed:{meeting_id}"


def _silent_cause(meeting_id: int) -> str:
    return f"meeting-silent:{meeting_id}"


# ---- the curator's word


def dispute(session: Session, actor: Actor, meeting_id: int) -> DisputeView:
    """Who said what, for the curator. Raises NotAllowed, NoLongerCurrent."""
    return _dispute_view(_judged(session, actor, meeting_id))


def settle_dispute(
    session: Session, actor: Actor, meeting_id: int, held: bool, *, now: datetime
) -> DisputeView:
    """The curator's word counts; both sides are told. Raises NotAllowed, NoLongerCurrent, MeetingSettled."""
    return _judge(session, actor, meeting_id, held, MeetingStatus.DISPUTED, now)


def settle_silence(
    session: Session, actor: Actor, meeting_id: int, held: bool, *, now: datetime
) -> DisputeView:
    """The curator says of a meeting that nobody spoke of whether it took place; both sides are told.

    Raises NotAllowed, NoLongerCurrent, MeetingSettled, MeetingNotOver.
    """
    return _judge(session, actor, meeting_id, held, MeetingStatus.CONFIRMED, now)


def _judge(
    session: Session, actor: Actor, meeting_id: int, held: bool, awaited: MeetingStatus, now: datetime
) -> DisputeView:
    meeting = _judged(session, actor, meeting_id)
    decided = MeetingStatus.HELD if held else MeetingStatus.NOT_HELD
    if meeting.status == decided:
        return _dispute_view(meeting)
    if meeting.status in SETTLED and meeting.status != awaited:
        raise MeetingSettled(outcome=meeting.status.value)
    if meeting.status != awaited or (awaited == MeetingStatus.CONFIRMED and meeting.reports):
        # Somebody has spoken by now: their word counts, or the other side answers it.
        raise NoLongerCurrent
    if now < meeting.ends_at:
        raise MeetingNotOver
    meeting.status, meeting.ended_at = decided, now
    for cause in (_dispute_cause(meeting_id), _silent_cause(meeting_id)):
        alerts.resolve_cause(session, cause, decided.value, by_id=actor.person_id, now=now)
    _record(session, actor, f"meeting.{decided.value}", meeting.mentorship, "meeting", meeting_id, now)
    for person_id in expected(meeting):
        outbox.cancel_topic(session, question_topic(meeting, person_id), now=now)
    tell_others(session, meeting, "meetings.settled", actor, now)
    _follow(session, meeting, now)
    return _dispute_view(meeting)


def _judged(session: Session, actor: Actor, meeting_id: int) -> Meeting:
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        raise NoLongerCurrent
    _require_outside(actor, meeting.mentorship)
    return meeting


def _require_outside(actor: Actor, pair: Mentorship) -> None:
    access.require_role(actor, pair.organization_id, *alerts.ANSWERING_ROLES)
    if pair.member(actor.person_id) is not None:
        # Nobody judges their own meeting, whatever else they are at the school.
        raise NotAllowed


def _record(
    session: Session, actor: Actor, act: str, pair: Mentorship, kind: str, number: int, now: datetime
) -> None:
    access.record(
        session,
        act,
        actor_id=actor.person_id,
        organization_id=pair.organization_id,
        subject_kind=kind,
        subject_id=number,
        now=now,
    )


def _dispute_view(meeting: Meeting) -> DisputeView:
    names = {
        member.membership.person_id: PersonName.of(member.membership) for member in meeting.mentorship.members
    }
    says = tuple((names[one.person_id], one.held) for one in meeting.reports if one.person_id in names)
    return DisputeView(
        meeting.id,
        meeting.mentorship_id,
        meeting.kind,
        meeting.status,
        meeting.starts_at,
        tuple(names.values()),
        says,
    )


def remind_silent(session: Session, actor: Actor, meeting_id: int, *, now: datetime) -> DisputeView:
    """The curator has those who were to come asked once more; once a day each. The alert is put off until
    they have had a day.

    Raises NotAllowed, NoLongerCurrent when somebody has spoken meanwhile.
    """
    meeting = _judged(session, actor, meeting_id)
    if meeting.status != MeetingStatus.CONFIRMED or meeting.reports:
        raise NoLongerCurrent
    for person_id in expected(meeting):
        outbox.notify(
            session,
            kind="meetings.ask_held",
            key=f"{question_topic(meeting, person_id)}:again:{now.date().isoformat()}",
            person_id=person_id,
            payload={"meeting_id": meeting.id},
            topic=question_topic(meeting, person_id),
            due_at=now,
            expires_at=now + REMINDED_FOR,
            now=now,
        )
    _put_off(session, actor, _silent_cause(meeting_id), now)
    _record(session, actor, "meeting.nudged", meeting.mentorship, "meeting", meeting_id, now)
    return _dispute_view(meeting)


def _put_off(session: Session, actor: Actor, cause: str, now: datetime) -> None:
    query = select(Alert.id).where(Alert.cause == cause, Alert.status == AlertStatus.OPEN)
    if (alert_id := session.scalar(query)) is not None:
        alerts.snooze(session, actor, alert_id, now=now)


# ---- meetings that fall through one after the other


def _watch_misses(session: Session, pair: Mentorship, now: datetime) -> None:
    """Raise or settle the alert about meetings that fall through in a row, from what is known now."""
    limit = session.get_one(Organization, pair.organization_id).missed_in_a_row
    run = _missed_in_a_row(session, pair.id)
    cause = f"{_missed_prefix(pair.id)}{run[-1].id}" if run and len(run) >= limit else ""
    _resolve_misses(session, pair, "held", now, except_cause=cause)
    if cause and pair.status == MentorshipStatus.ACTIVE:
        _raise(session, run[0], AlertKind.MEETINGS_MISSED, cause, now)


def _missed_in_a_row(session: Session, mentorship_id: int) -> list[Meeting]:
    """The latest meetings that did not take place, back to the last one that did."""
    known = (MeetingStatus.HELD, MeetingStatus.NOT_HELD)
    query = (
        select(Meeting)
        .where(Meeting.mentorship_id == mentorship_id, Meeting.status.in_(known))
        .order_by(Meeting.starts_at.desc(), Meeting.id.desc())
    )
    run: list[Meeting] = []
    for meeting in session.scalars(query):
        if meeting.status == MeetingStatus.HELD:
            break
        run.append(meeting)
    return run


def _missed_prefix(mentorship_id: int) -> str:
    return f"meetings-missed:{mentorship_id}:"


def _resolve_misses(
    session: Session, pair: Mentorship, resolution: str, now: datetime, *, except_cause: str = ""
) -> None:
    open_ones = select(Alert.cause).where(
        Alert.organization_id == pair.organization_id,
        Alert.kind == AlertKind.MEETINGS_MISSED,
        Alert.status != AlertStatus.RESOLVED,
        Alert.cause.startswith(_missed_prefix(pair.id)),
        Alert.cause != except_cause,
    )
    for cause in session.scalars(open_ones).all():
        alerts.resolve_cause(session, cause, resolution, by_id=None, now=now)


def missed(session: Session, actor: Actor, mentorship_id: int) -> MissedView:
    """Which meetings fell through, for the curator. Raises NotAllowed, NoLongerCurrent."""
    pair = session.get(Mentorship, mentorship_id)
    if pair is None:
        raise NoLongerCurrent
    _require_outside(actor, pair)
    run = _missed_in_a_row(session, mentorship_id) if pair.status == MentorshipStatus.ACTIVE else []
    names = tuple(PersonName.of(member.membership) for member in pair.members)
    return MissedView(mentorship_id, names, tuple(meeting.starts_at for meeting in run))


# ---- ticks


def tick_settle_attendance(session: Session, *, now: datetime) -> int:
    """A tick: two days after the meeting the word of those who have answered counts. Returns how many were
    settled.
    """
    query = (
        select(Meeting)
        .where(
            Meeting.status == MeetingStatus.CONFIRMED,
            Meeting.starts_at <= now - ONE_WORD_COUNTS_AFTER,
            Meeting.reports.any(),
        )
        .order_by(Meeting.id)
    )
    found = [one for one in session.scalars(query) if _had_time(one, now)]
    for meeting in found:
        _settle(session, meeting, len(meeting.reports), now)
    return len(found)


def _had_time(meeting: Meeting, now: datetime) -> bool:
    """Two days since the question was put: since the end, or since somebody wrote it down."""
    asked_at = meeting.ends_at
    if meeting.is_after_the_fact and meeting.confirmed_at is not None:
        asked_at = max(asked_at, meeting.confirmed_at)
    return asked_at <= now - ONE_WORD_COUNTS_AFTER


def tick_silent(session: Session, *, now: datetime) -> int:
    """A tick: `silence_days` after a meeting of which nobody said a word the curator is asked. An alert of a
    pair that has ended is settled by that. Returns how many alerts are new.
    """
    alerts.settle_ended_pairs(session, ABOUT_MEETINGS, now=now)
    raised = 0
    for days in session.scalars(select(Organization.silence_days).distinct()).all():
        # Each term by itself: what waits long at one school must not fill the batch of the others.
        for meeting in session.scalars(_silent(days, now).limit(BATCH)).all():
            if meeting.ends_at + timedelta(days=days) <= now:
                raised += _raise(session, meeting, AlertKind.MEETING_SILENT, _silent_cause(meeting.id), now)
    return raised


def _silent(days: int, now: datetime) -> Select[Meeting]:
    """Meetings begun so many days ago, at schools that wait so long, of which nobody has said a word."""
    cause = literal("meeting-silent:") + cast(Meeting.id, String)
    return (
        select(Meeting)
        .join(Mentorship, Mentorship.id == Meeting.mentorship_id)
        .join(Organization, Organization.id == Mentorship.organization_id)
        .where(
            Organization.silence_days == days,
            Meeting.status == MeetingStatus.CONFIRMED,
            Meeting.starts_at <= now - timedelta(days=days),
            Mentorship.status == MentorshipStatus.ACTIVE,
            ~Meeting.reports.any(),
            ~select(Alert.id).where(Alert.cause == cause).exists(),
        )
        .order_by(Meeting.starts_at, Meeting.id)
    )
