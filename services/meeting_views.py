"""Meetings as one person of the pair sees them, and who may see and touch them.

Only reads. What changes a meeting is in services/meetings.py and services/attendance.py.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, selectinload

from models import (
    SEQUENCE,
    AttendanceReport,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Membership,
    MembershipStatus,
    Mentorship,
    MentorshipMember,
    MentorshipStatus,
)
from services import feedback, representing
from services.access import Actor
from services.errors import NoLongerCurrent, NotAllowed, ServiceError
from services.meeting_messages import quiet_hours_of
from services.meeting_times import usual_times
from services.names import PersonName

PAGE_SIZE = 6
LISTED_FOR = timedelta(days=60)
OPEN_STATUSES = (MeetingStatus.PROPOSED, MeetingStatus.CONFIRMED)
PLANNED_STATUSES = (*OPEN_STATUSES, MeetingStatus.HELD, MeetingStatus.DISPUTED)


class MemberPaused(ServiceError):
    """Somebody of the pair has paused: nothing new is agreed on until they go on."""


class MeetingAction(StrEnum):
    """What one person may do with a meeting now."""

    CONFIRM = "confirm"
    DECLINE = "decline"
    MOVE = "move"
    CANCEL = "cancel"
    REPORT = "report"
    FEEDBACK = "feedback"


@dataclass(frozen=True, slots=True)
class PairView:
    """A pair as one of its members sees it: whom they meet, and which kinds of meeting are offered, the
    likely one first.
    """

    mentorship_id: int
    others: tuple[PersonName, ...]
    kinds: tuple[MeetingKind, ...]


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A meeting as one member of the pair sees it. `old_starts_at`: the time that this one was offered
    instead of. `by_curator`: a curator answered for a member without Telegram.
    """

    id: int
    mentorship_id: int
    kind: MeetingKind
    status: MeetingStatus
    starts_at: datetime
    place: str
    others: tuple[PersonName, ...]
    proposed_by: PersonName
    is_proposer: bool
    is_over: bool
    old_starts_at: datetime | None
    my_report: bool | None
    actions: frozenset[MeetingAction]
    by_curator: bool = False


@dataclass(frozen=True, slots=True)
class MeetingsPage:
    """«My meetings»: what is to come, the nearest first, then what has been, the latest first."""

    meetings: tuple[MeetingView, ...]
    page: int
    pages: int
    may_propose: bool


def pairs(session: Session, actor: Actor) -> tuple[PairView, ...]:
    """The active pairs in which the person may propose a meeting."""
    return tuple(_pair_view(session, one, actor) for one in _active_pairs(session, actor))


def _active_pairs(session: Session, actor: Actor) -> list[Mentorship]:
    active = (Mentorship.id.in_(_pair_ids(actor.person_id)), Mentorship.status == MentorshipStatus.ACTIVE)
    found = session.scalars(select(Mentorship).where(*active).order_by(Mentorship.id))
    return [one for one in found if _may_act(one, actor)]


def pair(session: Session, actor: Actor, mentorship_id: int) -> PairView:
    """One of them. Raises NotAllowed for people outside the pair, NoLongerCurrent when the pair is not
    active, MemberPaused.
    """
    return _pair_view(session, active_pair(session, actor, mentorship_id), actor)


def times_on(
    session: Session, actor: Actor, mentorship_id: int, day: date, *, now: datetime
) -> tuple[time, ...]:
    """The usual times of that local day which are still to come and in nobody's quiet hours (N-1.4)."""
    mentorship = active_pair(session, actor, mentorship_id)
    nights = [quiet_hours_of(member.membership) for member in mentorship.members]
    return tuple(usual_times(day, actor.timezone, nights, now=now))


def in_quiet_hours(session: Session, actor: Actor, mentorship_id: int, starts_at: datetime) -> bool:
    """Whether somebody of the pair has quiet hours then: allowed, but worth a word before it is sent."""
    members = active_pair(session, actor, mentorship_id).members
    return any(quiet_hours_of(member.membership).holds(starts_at) for member in members)


def next_kinds(met: Collection[MeetingKind]) -> tuple[MeetingKind, ...]:
    """All kinds, the one that is next in the sequence first; regular ones repeat until somebody chooses
    the final one.
    """
    before_regular = SEQUENCE[: SEQUENCE.index(MeetingKind.REGULAR)]
    likely = next((kind for kind in before_regular if kind not in met), MeetingKind.REGULAR)
    start = SEQUENCE.index(likely)
    return (*SEQUENCE[start:], *SEQUENCE[:start], MeetingKind.LESSON_VISIT)


def _pair_view(session: Session, mentorship: Mentorship, actor: Actor) -> PairView:
    planned = (Meeting.mentorship_id == mentorship.id, Meeting.status.in_(PLANNED_STATUSES))
    met = set(session.scalars(select(Meeting.kind).where(*planned).distinct()))
    return PairView(mentorship.id, _others(mentorship, actor.person_id), next_kinds(met))


def see(session: Session, actor: Actor, meeting_id: int, *, now: datetime) -> MeetingView:
    """One meeting of one's own pair. Raises NotAllowed, NoLongerCurrent."""
    return view(session, own_meeting(session, actor, meeting_id), actor.person_id, now)


def as_seen_by(session: Session, person_id: int, meeting_id: int, *, now: datetime) -> MeetingView | None:
    """The meeting for a message to a member of the pair, or None when there is nothing to tell this
    person.
    """
    meeting = session.get(Meeting, meeting_id)
    if meeting is None or meeting.mentorship.member(person_id) is None:
        return None
    return view(session, meeting, person_id, now)


def my_meetings(session: Session, actor: Actor, *, page: int = 0, now: datetime) -> MeetingsPage:
    """What is to come and what has been in the last two months; times that were moved are told by what
    replaced them.
    """
    query = (
        meetings_of(actor.person_id)
        .where(Meeting.status != MeetingStatus.MOVED, Meeting.starts_at > now - LISTED_FOR)
        .options(selectinload(Meeting.reports))
    )
    found = sorted(session.scalars(query), key=lambda meeting: _nearest_first(meeting, now))
    pages = max(1, -(-len(found) // PAGE_SIZE))
    page = min(max(page, 0), pages - 1)
    shown = found[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    views = tuple(view(session, meeting, actor.person_id, now) for meeting in shown)
    return MeetingsPage(views, page, pages, may_propose=bool(_active_pairs(session, actor)))


def waiting_for_answer(session: Session, actor: Actor) -> int:
    """How many proposals wait for this person's answer: the figure in the menu."""
    proposed = (
        Meeting.status == MeetingStatus.PROPOSED,
        Meeting.proposed_by_id != actor.person_id,
        Meeting.mentorship.has(Mentorship.status == MentorshipStatus.ACTIVE),
    )
    meetings = session.scalars(meetings_of(actor.person_id).where(*proposed))
    return sum(is_asked(meeting, actor.person_id) for meeting in meetings)


def _nearest_first(meeting: Meeting, now: datetime) -> tuple[int, float]:
    seconds = (meeting.starts_at - now).total_seconds()
    to_come = meeting.status in OPEN_STATUSES and meeting.starts_at + Meeting.DURATION > now
    return (0, seconds) if to_come else (1, -seconds)


def view(session: Session, meeting: Meeting, person_id: int, now: datetime) -> MeetingView:
    mentorship = meeting.mentorship
    replaced = session.get(Meeting, meeting.replaces_id) if meeting.replaces_id else None
    proposer = mentorship.member(meeting.proposed_by_id) or mentorship.mentor
    mine = report_of(meeting, person_id)
    return MeetingView(
        id=meeting.id,
        mentorship_id=meeting.mentorship_id,
        kind=meeting.kind,
        status=meeting.status,
        starts_at=meeting.starts_at,
        place=meeting.place,
        others=_others(mentorship, person_id),
        proposed_by=PersonName.of(proposer.membership),
        is_proposer=meeting.proposed_by_id == person_id,
        is_over=now >= meeting.starts_at + Meeting.DURATION,
        old_starts_at=replaced.starts_at if replaced else None,
        my_report=mine.held if mine else None,
        actions=frozenset(_actions(session, meeting, person_id, now)),
        by_curator=representing.was_answered_by_curator(session, mentorship, "meeting", meeting.id),
    )


def _actions(session: Session, meeting: Meeting, person_id: int, now: datetime) -> Iterator[MeetingAction]:
    running = meeting.mentorship.status == MentorshipStatus.ACTIVE and not meeting.has_started(now)
    if running and meeting.status == MeetingStatus.PROPOSED and is_asked(meeting, person_id):
        yield from (MeetingAction.CONFIRM, MeetingAction.DECLINE)
    if running and meeting.status in OPEN_STATUSES:
        yield MeetingAction.MOVE
    if not meeting.has_started(now) and _may_cancel(meeting, person_id):
        yield MeetingAction.CANCEL
    if meeting.status == MeetingStatus.CONFIRMED and meeting.has_started(now):
        yield MeetingAction.REPORT
    if feedback.is_open(session, meeting, person_id):
        yield MeetingAction.FEEDBACK


def _may_cancel(meeting: Meeting, person_id: int) -> bool:
    if meeting.status == MeetingStatus.PROPOSED:
        return not is_asked(meeting, person_id)
    return meeting.status == MeetingStatus.CONFIRMED


def is_asked(meeting: Meeting, person_id: int) -> bool:
    """In a group the proposal of one mentee is answered by the mentor, that of the mentor by any mentee."""
    proposer, member = meeting.mentorship.member(meeting.proposed_by_id), meeting.mentorship.member(person_id)
    return proposer is not None and member is not None and proposer.role != member.role


def own_meeting(session: Session, actor: Actor, meeting_id: int) -> Meeting:
    """A meeting of the actor's own pair. Raises NotAllowed, NoLongerCurrent."""
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        raise NoLongerCurrent
    if not _may_act(meeting.mentorship, actor):
        raise NotAllowed
    return meeting


def open_meeting(session: Session, actor: Actor, meeting_id: int) -> Meeting:
    meeting = own_meeting(session, actor, meeting_id)
    if meeting.status not in OPEN_STATUSES:
        raise NoLongerCurrent
    return meeting


def active_pair(session: Session, actor: Actor, mentorship_id: int) -> Mentorship:
    """A pair in which a meeting may be agreed on. Raises NotAllowed, NoLongerCurrent, MemberPaused."""
    mentorship = session.get(Mentorship, mentorship_id)
    if mentorship is None or not _may_act(mentorship, actor):
        raise NotAllowed
    if mentorship.status != MentorshipStatus.ACTIVE:
        raise NoLongerCurrent
    if not all(member.membership.is_active for member in mentorship.members):
        raise MemberPaused
    return mentorship


def _may_act(mentorship: Mentorship, actor: Actor) -> bool:
    """Whoever has paused still answers and calls off what stands."""
    member = mentorship.member(actor.person_id)
    stays = (MembershipStatus.ACTIVE, MembershipStatus.PAUSED)
    return member is not None and member.membership.status in stays and not actor.is_frozen


def meetings_of(person_id: int) -> Select[Meeting]:
    """All meetings of the pairs that the person belongs to."""
    return select(Meeting).where(Meeting.mentorship_id.in_(_pair_ids(person_id)))


def _pair_ids(person_id: int) -> Select[int]:
    return (
        select(MentorshipMember.mentorship_id)
        .join(Membership, Membership.id == MentorshipMember.membership_id)
        .where(Membership.person_id == person_id)
    )


def _others(mentorship: Mentorship, person_id: int) -> tuple[PersonName, ...]:
    """The other side; in a group a mentee meets the mentor, whoever else comes."""
    me = mentorship.member(person_id)
    others = [one for one in mentorship.members if me is None or one.role != me.role]
    return tuple(PersonName.of(one.membership) for one in others)


def report_of(meeting: Meeting, person_id: int) -> AttendanceReport | None:
    return next((one for one in meeting.reports if one.person_id == person_id), None)
