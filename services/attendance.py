"""After a meeting: whether it took place, by both accounts.

What the mentee thinks of the meeting is the business of services/feedback.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import AlertKind, AttendanceReport, Meeting, MeetingKind, MeetingStatus
from services import access, alerts, feedback, outbox
from services.access import Actor
from services.errors import NoLongerCurrent, NotAllowed, ServiceError
from services.meeting_messages import question_topic, tell_others
from services.meeting_views import MeetingView, own_meeting, report_of, view
from services.names import PersonName

ONE_WORD_COUNTS_AFTER = timedelta(days=2)


class MeetingSettled(ServiceError):
    """Whether the meeting took place is settled; a word more changes nothing. Field `outcome`: the status."""


class MeetingNotOver(ServiceError):
    """Nobody can say yet whether the meeting took place."""


@dataclass(frozen=True, slots=True)
class DisputeView:
    """Who said what about a meeting that one side calls held and the other not."""

    meeting_id: int
    kind: MeetingKind
    status: MeetingStatus
    starts_at: datetime
    says: tuple[tuple[PersonName, bool], ...]


def report(session: Session, actor: Actor, meeting_id: int, held: bool, *, now: datetime) -> MeetingView:
    """One side says whether the meeting took place; when all have, it is settled. One word a
    person.

    Until it is settled the word may be changed. Raises NotAllowed, NoLongerCurrent, MeetingNotOver,
    MeetingSettled.
    """
    meeting = own_meeting(session, actor, meeting_id)
    mine = report_of(meeting, actor.person_id)
    if mine is not None and mine.held == held:
        return view(session, meeting, actor.person_id, now)
    _require_reportable(meeting, now)
    if mine is None:
        meeting.reports.append(AttendanceReport(person_id=actor.person_id, held=held, reported_at=now))
    else:
        mine.held, mine.reported_at = held, now
    session.flush()
    outbox.cancel_topic(session, question_topic(meeting, actor.person_id), now=now)
    _settle(session, meeting, len(meeting.mentorship.members), now)
    return view(session, meeting, actor.person_id, now)


def _require_reportable(meeting: Meeting, now: datetime) -> None:
    if meeting.status in (MeetingStatus.HELD, MeetingStatus.NOT_HELD, MeetingStatus.DISPUTED):
        raise MeetingSettled(outcome=meeting.status.value)
    if meeting.status != MeetingStatus.CONFIRMED:
        raise NoLongerCurrent
    if not meeting.has_started(now):
        raise MeetingNotOver


def _settle(session: Session, meeting: Meeting, expected: int, now: datetime) -> None:
    meeting.settle_reports(expected, now)
    if meeting.status == MeetingStatus.HELD:
        feedback.offer(session, meeting, now=now)
    elif meeting.status == MeetingStatus.DISPUTED:
        alerts.raise_alert(
            session,
            organization_id=meeting.mentorship.organization_id,
            kind=AlertKind.MEETING_DISPUTED,
            cause=_dispute_cause(meeting.id),
            subject={
                "meeting_id": meeting.id,
                alerts.HIDDEN_FROM: meeting.mentorship.mentor.membership.person_id,
            },
            since=meeting.starts_at,
            now=now,
        )


def _dispute_cause(meeting_id: int) -> str:
    return f"meeting-disputed:{meeting_id}"


def dispute(session: Session, actor: Actor, meeting_id: int) -> DisputeView:
    """Who said what, for the curator. Raises NotAllowed, NoLongerCurrent."""
    return _dispute_view(_disputed(session, actor, meeting_id))


def settle_dispute(
    session: Session, actor: Actor, meeting_id: int, held: bool, *, now: datetime
) -> DisputeView:
    """The curator's word counts; both sides are told. Raises NotAllowed, NoLongerCurrent, MeetingSettled."""
    meeting = _disputed(session, actor, meeting_id)
    decided = MeetingStatus.HELD if held else MeetingStatus.NOT_HELD
    if meeting.status != MeetingStatus.DISPUTED:
        if meeting.status == decided:
            return _dispute_view(meeting)
        raise MeetingSettled(outcome=meeting.status.value)
    meeting.status = decided
    alerts.resolve_cause(session, _dispute_cause(meeting_id), decided.value, by_id=actor.person_id, now=now)
    access.record(
        session,
        f"meeting.{decided.value}",
        actor_id=actor.person_id,
        organization_id=meeting.mentorship.organization_id,
        subject_kind="meeting",
        subject_id=meeting_id,
        now=now,
    )
    tell_others(session, meeting, "meetings.settled", actor, now)
    if held:
        feedback.offer(session, meeting, now=now)
    return _dispute_view(meeting)


def _disputed(session: Session, actor: Actor, meeting_id: int) -> Meeting:
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        raise NoLongerCurrent
    access.require_role(actor, meeting.mentorship.organization_id, *alerts.ANSWERING_ROLES)
    if meeting.mentorship.member(actor.person_id) is not None:
        # Nobody judges their own meeting, whatever else they are at the school.
        raise NotAllowed
    return meeting


def _dispute_view(meeting: Meeting) -> DisputeView:
    names = {
        member.membership.person_id: PersonName.of(member.membership) for member in meeting.mentorship.members
    }
    says = tuple((names[one.person_id], one.held) for one in meeting.reports if one.person_id in names)
    return DisputeView(meeting.id, meeting.kind, meeting.status, meeting.starts_at, says)


def tick_settle_attendance(session: Session, *, now: datetime) -> int:
    """A tick: two days after the meeting the word of those who have answered counts. Returns how many were
    settled.
    """
    ended_before = now - ONE_WORD_COUNTS_AFTER - Meeting.DURATION
    query = (
        select(Meeting)
        .where(
            Meeting.status == MeetingStatus.CONFIRMED,
            Meeting.starts_at <= ended_before,
            Meeting.reports.any(),
        )
        .order_by(Meeting.id)
    )
    meetings = session.scalars(query).all()
    for meeting in meetings:
        _settle(session, meeting, len(meeting.reports), now)
    return len(meetings)
