"""The life of a meeting until it begins: proposed, confirmed, moved, called off (L-5-1…L-5-5, N-1.4).

Knows nothing of words and buttons. Whether it took place is the business of services/attendance.py.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Meeting, MeetingKind, MeetingStatus, Mentorship, MentorshipStatus
from models.meeting import MeetingInThePast
from services.access import Actor
from services.errors import NoLongerCurrent, NotAllowed, ServiceError
from services.meeting_messages import (
    ask_curators,
    cancel_owed,
    owe_reminders,
    person_ids,
    tell_one,
    tell_others,
)
from services.meeting_times import DAYS_AHEAD
from services.meeting_views import (
    OPEN_STATUSES,
    MeetingView,
    active_pair,
    is_asked,
    meetings_of,
    open_meeting,
    own_meeting,
    view,
)
from services.typed_text import needed

PLACE_LIMIT = 500


class MeetingTimePassed(ServiceError):
    """The time meant for the meeting is over already."""


class MeetingTooFar(ServiceError):
    """Field `days`: how many days ahead a meeting may be proposed."""


class MeetingOverlaps(ServiceError):
    """Somebody meets at that time already. Fields: `whose` (`own` or `other`), `at` (local «25.11, 15:30»
    of one's own).
    """


def propose(
    session: Session,
    actor: Actor,
    mentorship_id: int,
    kind: MeetingKind,
    starts_at: datetime,
    place: str,
    *,
    now: datetime,
) -> MeetingView:
    """A mentor or mentee of an active pair proposes a meeting; the others are asked (L-5-1…L-5-5).

    Raises NotAllowed, NoLongerCurrent, MemberPaused, MeetingTimePassed, MeetingTooFar, MeetingOverlaps,
    AnswerEmpty, AnswerTooLong.
    """
    mentorship = active_pair(session, actor, mentorship_id)
    return _add(session, actor, mentorship, kind, starts_at, place, None, now)


def move(
    session: Session, actor: Actor, meeting_id: int, starts_at: datetime, place: str, *, now: datetime
) -> MeetingView:
    """Offer another time: the old meeting stays in the history, its reminders are taken back, a new one is
    proposed.

    Raises what `propose` raises, and NoLongerCurrent when the meeting does not stand any more.
    """
    old = open_meeting(session, actor, meeting_id)
    mentorship = active_pair(session, actor, old.mentorship_id)
    if old.has_started(now) and old.status == MeetingStatus.CONFIRMED:
        raise MeetingTimePassed
    _end(session, old, MeetingStatus.MOVED, now)
    return _add(session, actor, mentorship, old.kind, starts_at, place, old, now)


def clean_place(place: str) -> str:
    """The place as it is kept, on one line. Raises AnswerEmpty, and AnswerTooLong counted as Telegram
    counts.
    """
    cleaned = " ".join(place.replace("\x00", "").split())
    return needed(cleaned, PLACE_LIMIT)


def check_day(day: date, today: date) -> None:
    """Whether a meeting may be on that local day. Raises MeetingTimePassed, MeetingTooFar."""
    if day < today:
        raise MeetingTimePassed
    if day > today + timedelta(days=DAYS_AHEAD):
        raise MeetingTooFar(days=DAYS_AHEAD)


def check_time(
    session: Session,
    actor: Actor,
    mentorship_id: int,
    starts_at: datetime,
    replaces_id: int | None,
    *,
    now: datetime,
) -> None:
    """Whether a meeting may be at that time: asked while the form is filled, so that nobody types a place in
    vain.

    Raises what `propose` raises about times, and MemberPaused.
    """
    _check_time(session, actor, active_pair(session, actor, mentorship_id), starts_at, replaces_id, now)


def confirm(session: Session, actor: Actor, meeting_id: int, *, now: datetime) -> MeetingView:
    """The other side says yes; both are owed reminders and the question afterwards. A second tap changes
    nothing.

    Raises NotAllowed, NoLongerCurrent, MeetingTimePassed, MeetingOverlaps.
    """
    meeting = own_meeting(session, actor, meeting_id)
    if meeting.status == MeetingStatus.CONFIRMED:
        return view(session, meeting, actor.person_id, now)
    _require_asked(meeting, actor)
    _refuse_overlaps(session, actor, meeting.mentorship, meeting.starts_at, meeting.id)
    try:
        meeting.confirm(now)
    except MeetingInThePast:
        raise MeetingTimePassed from None
    cancel_owed(session, meeting, now)
    tell_others(session, meeting, "meetings.confirmed", actor, now)
    for member in meeting.mentorship.members:
        # Also to those without Telegram: that the question came due tells that it waits for the curators.
        owe_reminders(session, meeting, member.membership, now)
    return view(session, meeting, actor.person_id, now)


def decline(session: Session, actor: Actor, meeting_id: int, *, now: datetime) -> MeetingView:
    """The other side says no; no reason is asked. A second tap changes nothing. Raises NotAllowed,
    NoLongerCurrent.
    """
    meeting = own_meeting(session, actor, meeting_id)
    if meeting.status == MeetingStatus.DECLINED:
        return view(session, meeting, actor.person_id, now)
    _require_asked(meeting, actor)
    _end(session, meeting, MeetingStatus.DECLINED, now)
    tell_others(session, meeting, "meetings.declined", actor, now)
    return view(session, meeting, actor.person_id, now)


def cancel(session: Session, actor: Actor, meeting_id: int, *, now: datetime) -> MeetingView:
    """Either side calls it off; whoever proposed it takes it back. A second tap changes nothing.

    Raises NotAllowed, NoLongerCurrent, MeetingTimePassed once the meeting has begun.
    """
    meeting = own_meeting(session, actor, meeting_id)
    if meeting.status == MeetingStatus.CANCELLED:
        return view(session, meeting, actor.person_id, now)
    if meeting.status not in OPEN_STATUSES:
        raise NoLongerCurrent
    if meeting.has_started(now) and meeting.status == MeetingStatus.CONFIRMED:
        raise MeetingTimePassed
    _end(session, meeting, MeetingStatus.CANCELLED, now)
    tell_others(session, meeting, "meetings.cancelled", actor, now)
    return view(session, meeting, actor.person_id, now)


def _add(
    session: Session,
    actor: Actor,
    mentorship: Mentorship,
    kind: MeetingKind,
    starts_at: datetime,
    place: str,
    old: Meeting | None,
    now: datetime,
) -> MeetingView:
    _check_time(session, actor, mentorship, starts_at, old.id if old else None, now)
    meeting = Meeting.propose(mentorship.id, kind, starts_at, clean_place(place), actor.person_id, now=now)
    meeting.mentorship, meeting.replaces_id = mentorship, old.id if old else None
    session.add(meeting)
    session.flush()
    tell_others(session, meeting, "meetings.proposed", actor, now, expires_at=starts_at)
    ask_curators(session, meeting, actor, now)
    return view(session, meeting, actor.person_id, now)


def _check_time(
    session: Session,
    actor: Actor,
    mentorship: Mentorship,
    starts_at: datetime,
    replaces_id: int | None,
    now: datetime,
) -> None:
    if starts_at <= now:
        raise MeetingTimePassed
    if starts_at > now + timedelta(days=DAYS_AHEAD + 1):
        raise MeetingTooFar(days=DAYS_AHEAD)
    _refuse_overlaps(session, actor, mentorship, starts_at, replaces_id)


def _refuse_overlaps(
    session: Session, actor: Actor, mentorship: Mentorship, starts_at: datetime, except_id: int | None
) -> None:
    """Nobody is at two confirmed meetings at once."""
    own_first = sorted(person_ids(mentorship), key=lambda person_id: person_id != actor.person_id)
    for person_id in own_first:
        if (other := _confirmed_around(session, person_id, starts_at, except_id)) is not None:
            raise _overlap(actor, own=person_id == actor.person_id, at=other)


def _overlap(actor: Actor, *, own: bool, at: datetime) -> MeetingOverlaps:
    # Whom somebody else meets, and when exactly, is theirs to know.
    local = at.astimezone(ZoneInfo(actor.timezone))
    return (
        MeetingOverlaps(whose="own", at=f"{local:%d.%m, %H:%M}")
        if own
        else MeetingOverlaps(whose="other", at="")
    )


def _confirmed_around(
    session: Session, person_id: int, starts_at: datetime, except_id: int | None
) -> datetime | None:
    query = (
        meetings_of(person_id)
        .where(
            Meeting.status == MeetingStatus.CONFIRMED,
            Meeting.starts_at > starts_at - Meeting.DURATION,
            Meeting.starts_at < starts_at + Meeting.DURATION,
            Meeting.id != (except_id or 0),
        )
        .limit(1)
    )
    found = session.scalars(query).first()
    return found.starts_at if found else None


def _require_asked(meeting: Meeting, actor: Actor) -> None:
    """It is for the other side to answer, while the proposal stands."""
    if meeting.status != MeetingStatus.PROPOSED:
        raise NoLongerCurrent
    if meeting.mentorship.status != MentorshipStatus.ACTIVE:
        raise NoLongerCurrent
    if not is_asked(meeting, actor.person_id):
        raise NotAllowed


def _end(session: Session, meeting: Meeting, status: MeetingStatus, now: datetime) -> None:
    """The meeting does not stand any more: nothing that was owed about it is sent."""
    meeting.status, meeting.ended_at = status, now
    cancel_owed(session, meeting, now)


def call_off_all(session: Session, mentorship_id: int, *, now: datetime) -> int:
    """The pair ends: its coming meetings end with it, and nothing owed about them is sent. Returns how
    many.
    """
    coming = (
        Meeting.mentorship_id == mentorship_id,
        Meeting.status.in_(OPEN_STATUSES),
        Meeting.starts_at > now,
    )
    meetings = session.scalars(select(Meeting).where(*coming)).all()
    for meeting in meetings:
        _end(session, meeting, MeetingStatus.CANCELLED, now)
    return len(meetings)


def tick_lapse_proposals(session: Session, *, now: datetime) -> int:
    """A tick: a proposal that nobody answered before its time is over; whoever made it is told. Returns
    how many.
    """
    unanswered = (Meeting.status == MeetingStatus.PROPOSED, Meeting.starts_at <= now)
    meetings = session.scalars(select(Meeting).where(*unanswered).order_by(Meeting.id)).all()
    for meeting in meetings:
        _end(session, meeting, MeetingStatus.CANCELLED, now)
        tell_one(session, meeting, "meetings.lapsed", meeting.proposed_by_id, now)
    return len(meetings)
