"""Meetings as one person of the pair sees them, and who may see and touch them.

Only reads. What changes a meeting is in services/meetings.py and services/attendance.py.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import chain

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session, selectinload

from models import (
    SEQUENCE,
    AttendanceReport,
    Meeting,
    MeetingAnswer,
    MeetingKind,
    MeetingMode,
    MeetingSeries,
    MeetingStatus,
    Membership,
    MembershipStatus,
    Mentorship,
    MentorshipMember,
    MentorshipStatus,
    Occurrence,
    OccurrenceStatus,
    RoadmapItem,
    Role,
    SeriesStatus,
    SpeedSession,
    SpeedSlot,
    SpeedStatus,
)
from services import feedback, meeting_answers, representing
from services.access import Actor
from services.duty_views import live_duties
from services.errors import NoLongerCurrent, NotAllowed, ServiceError
from services.meeting_answers import answer_of, comes, ends_with, is_asked, is_group, may_move, stands_for
from services.meeting_times import usual_times
from services.member_times import quiet_hours_of
from services.names import PersonName

PAGE_SIZE = 6
LISTED_FOR = timedelta(days=60)
OPEN_STATUSES = (MeetingStatus.PROPOSED, MeetingStatus.CONFIRMED)
PLANNED_STATUSES = (*OPEN_STATUSES, MeetingStatus.HELD, MeetingStatus.DISPUTED)
LONGEST = timedelta(hours=8)
"""No meeting and no speed session lasts longer: what began earlier is over."""
participants = meeting_answers.participants


class MemberPaused(ServiceError):
    """Somebody of the pair has paused: nothing new is agreed on until they go on."""


class MeetingAction(StrEnum):
    """What one person may do with a meeting now."""

    CONFIRM = "confirm"
    DECLINE = "decline"
    MOVE = "move"
    CANCEL = "cancel"
    LEAVE = "leave"
    """Not to come after all, where the others of a group still meet."""
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
class Attendee:
    """One of the other members of a group: whether they come, None while they have not answered."""

    name: PersonName
    comes: bool | None


@dataclass(frozen=True, slots=True)
class Word:
    """What one member of a pair has answered, and why not, when they told."""

    name: PersonName
    comes: bool
    reason: str


@dataclass(frozen=True, slots=True)
class LessonView:
    """What a visit to a lesson has beside other meetings. `teacher`: whose lesson; None: one's own."""

    teacher: PersonName | None
    lesson: str
    before_at: datetime | None
    after_at: datetime | None
    aim: str


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A meeting as one member of the pair sees it. `old_starts_at`: the time that this one was offered
    instead of. `by_curator`: a curator answered for a member without Telegram. `group`: who comes, in a
    group only. `takes_part`: whether this person has proposed it or said yes. `no_reason`: why the other side
    said no, when it told.
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
    minutes: int = 60
    mode: MeetingMode = MeetingMode.IN_PERSON
    link: str = ""
    series_id: int | None = None
    lesson: LessonView | None = None
    group: tuple[Attendee, ...] = ()
    takes_part: bool = True
    no_reason: str = ""
    is_after_the_fact: bool = False


@dataclass(frozen=True, slots=True)
class MeetingsPage:
    """«My meetings»: what is to come, the nearest first, then what has been, the latest first. `series`: how
    many series are proposed or run. `keeps_diary`: mentors do.
    """

    meetings: tuple[MeetingView, ...]
    page: int
    pages: int
    may_propose: bool
    series: int = 0
    keeps_diary: bool = False


def pairs(session: Session, actor: Actor) -> tuple[PairView, ...]:
    """The active pairs in which the person may propose a meeting."""
    return tuple(_pair_view(session, one, actor) for one in _active_pairs(session, actor))


def _active_pairs(session: Session, actor: Actor) -> list[Mentorship]:
    active = (Mentorship.id.in_(pair_ids(actor.person_id)), Mentorship.status == MentorshipStatus.ACTIVE)
    found = session.scalars(select(Mentorship).where(*active).order_by(Mentorship.id))
    return [one for one in found if may_act(one, actor)]


def pair(session: Session, actor: Actor, mentorship_id: int) -> PairView:
    """One of them. Raises NotAllowed for people outside the pair, NoLongerCurrent when the pair is not
    active, MemberPaused.
    """
    return _pair_view(session, active_pair(session, actor, mentorship_id), actor)


def times_on(
    session: Session, actor: Actor, mentorship_id: int, day: date, *, now: datetime
) -> tuple[time, ...]:
    """The usual times of that local day which are still to come and in nobody's quiet hours or lessons
    (N-1.4).
    """
    mentorship = active_pair(session, actor, mentorship_id)
    quiet = [quiet_hours_of(session, member.membership) for member in mentorship.members]
    return tuple(usual_times(day, actor.timezone, quiet, now=now))


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


def word_of(session: Session, meeting_id: int, person_id: int) -> Word | None:
    """What one member has answered, for a message to another of the same pair; None without an answer."""
    meeting = session.get(Meeting, meeting_id)
    member = meeting.mentorship.member(person_id) if meeting else None
    answer = answer_of(meeting, person_id) if meeting else None
    if member is None or answer is None:
        return None
    return Word(PersonName.of(member.membership), answer.agrees, answer.reason)


def my_meetings(session: Session, actor: Actor, *, page: int = 0, now: datetime) -> MeetingsPage:
    """What is to come and what has been in the last two months; times that were moved are told by what
    replaced them.
    """
    query = (
        meetings_of(actor.person_id)
        .where(
            Meeting.status != MeetingStatus.MOVED,
            Meeting.starts_at > now - LISTED_FOR,
            # The days on which a series has none are told on the card of the series.
            or_(Meeting.status != MeetingStatus.CANCELLED, Meeting.series_id.is_(None)),
        )
        .options(selectinload(Meeting.reports), selectinload(Meeting.answers))
    )
    found = sorted(session.scalars(query), key=lambda meeting: _nearest_first(meeting, now))
    pages = max(1, -(-len(found) // PAGE_SIZE))
    page = min(max(page, 0), pages - 1)
    shown = found[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    views = tuple(view(session, meeting, actor.person_id, now) for meeting in shown)
    return MeetingsPage(
        views,
        page,
        pages,
        may_propose=bool(_active_pairs(session, actor)),
        series=_running_series(session, actor),
        keeps_diary=bool(actor.places(Role.MENTOR)),
    )


def _running_series(session: Session, actor: Actor) -> int:
    running = (SeriesStatus.PROPOSED, SeriesStatus.CONFIRMED)
    query = select(func.count()).where(
        MeetingSeries.mentorship_id.in_(pair_ids(actor.person_id)), MeetingSeries.status.in_(running)
    )
    return session.scalar(query) or 0


def waiting_for_answer(session: Session, actor: Actor) -> int:
    """How many proposed meetings wait for this person's answer."""
    proposed = (
        Meeting.status.in_(OPEN_STATUSES),
        Meeting.proposed_by_id != actor.person_id,
        ~Meeting.answers.any(MeetingAnswer.person_id == actor.person_id),
        Meeting.mentorship.has(Mentorship.status == MentorshipStatus.ACTIVE),
    )
    meetings = session.scalars(meetings_of(actor.person_id).where(*proposed))
    return sum(is_asked(meeting, actor.person_id) for meeting in meetings)


def _nearest_first(meeting: Meeting, now: datetime) -> tuple[int, float]:
    seconds = (meeting.starts_at - now).total_seconds()
    to_come = meeting.status in OPEN_STATUSES and meeting.ends_at > now
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
        is_over=now >= meeting.ends_at,
        old_starts_at=replaced.starts_at if replaced else None,
        my_report=mine.held if mine else None,
        actions=frozenset(_actions(session, meeting, person_id, now)),
        by_curator=representing.was_answered_by_curator(session, mentorship, "meeting", meeting.id),
        minutes=meeting.minutes,
        mode=meeting.mode,
        link=meeting.link,
        series_id=meeting.series_id,
        lesson=_lesson(meeting, person_id),
        group=_group(meeting, person_id),
        takes_part=stands_for(meeting, person_id),
        no_reason=_no_reason(meeting, person_id),
        is_after_the_fact=meeting.is_after_the_fact,
    )


def _lesson(meeting: Meeting, person_id: int) -> LessonView | None:
    visit = meeting.lesson_visit
    if visit is None:
        return None
    teacher = meeting.mentorship.member(visit.teacher_id) if visit.teacher_id != person_id else None
    name = PersonName.of(teacher.membership) if teacher else None
    return LessonView(name, visit.lesson, visit.before_at, visit.after_at, visit.aim)


def _group(meeting: Meeting, person_id: int) -> tuple[Attendee, ...]:
    members = meeting.mentorship.members
    if not is_group(meeting.mentorship):
        return ()
    others = [one.membership for one in members if one.membership.person_id != person_id]
    return tuple(Attendee(PersonName.of(one), comes(meeting, one.person_id)) for one in others)


def _no_reason(meeting: Meeting, person_id: int) -> str:
    if meeting.status != MeetingStatus.DECLINED:
        return ""
    others = (one for one in meeting.answers if one.person_id != person_id and not one.agrees and one.reason)
    return next((one.reason for one in others), "")


def _actions(session: Session, meeting: Meeting, person_id: int, now: datetime) -> Iterator[MeetingAction]:
    to_come = meeting.status in OPEN_STATUSES and not meeting.has_started(now)
    if to_come and meeting.mentorship.status == MentorshipStatus.ACTIVE:
        yield from _answers_open(meeting, person_id)
        if may_move(meeting, person_id):
            yield MeetingAction.MOVE
    if to_come and stands_for(meeting, person_id):
        yield MeetingAction.CANCEL if ends_with(meeting, person_id) else MeetingAction.LEAVE
    if (
        meeting.status == MeetingStatus.CONFIRMED
        and meeting.has_started(now)
        and stands_for(meeting, person_id)
    ):
        yield MeetingAction.REPORT
    if feedback.is_open(session, meeting, person_id):
        yield MeetingAction.FEEDBACK


def _answers_open(meeting: Meeting, person_id: int) -> Iterator[MeetingAction]:
    """Who said no in a group may still come; who said yes takes that back by not coming after all."""
    if meeting.proposed_by_id == person_id and answer_of(meeting, person_id) is None:
        return
    comes_already = comes(meeting, person_id)
    if not comes_already:
        yield MeetingAction.CONFIRM
    if comes_already is None:
        yield MeetingAction.DECLINE


def busy(
    session: Session, person_id: int, since: datetime, until: datetime, *, except_id: int | None = None
) -> list[tuple[datetime, datetime, str]]:
    """When the person is engaged between two moments, by beginning: from, until and what it is.
    `except_id`: a meeting that does not count.

    `meeting`: one that stands and they take part in; `proposed`: one they have proposed or agreed to that is
    not confirmed yet; `speed_slot`: a booked slot of speed mentoring; `speed_session`: one of their own.
    """
    found = chain(
        _meetings_of(session, person_id, since, until, except_id),
        _speed_slots(session, person_id, since, until),
        _speed_sessions(session, person_id, since, until),
    )
    return sorted(found)


def _meetings_of(
    session: Session, person_id: int, since: datetime, until: datetime, except_id: int | None
) -> Iterator[tuple[datetime, datetime, str]]:
    query = (
        meetings_of(person_id)
        .where(
            Meeting.status.in_(OPEN_STATUSES),
            Meeting.starts_at > since - LONGEST,
            Meeting.starts_at < until,
            Meeting.id != (except_id or 0),
        )
        .options(selectinload(Meeting.answers))
    )
    for one in session.scalars(query):
        if one.ends_at > since and comes(one, person_id):
            yield one.starts_at, one.ends_at, _firmness(one)


def _firmness(meeting: Meeting) -> str:
    return "meeting" if meeting.status == MeetingStatus.CONFIRMED else "proposed"


def _speed_slots(
    session: Session, person_id: int, since: datetime, until: datetime
) -> Iterator[tuple[datetime, datetime, str]]:
    query = (
        select(SpeedSlot, SpeedSession.slot_minutes)
        .join(SpeedSlot.session)
        .join(SpeedSlot.membership)
        .where(
            Membership.person_id == person_id,
            SpeedSession.status == SpeedStatus.ANNOUNCED,
            SpeedSlot.starts_at > since - LONGEST,
            SpeedSlot.starts_at < until,
        )
    )
    for slot, minutes in session.execute(query):
        if (end := slot.starts_at + timedelta(minutes=minutes)) > since:
            yield slot.starts_at, end, "speed_slot"


def _speed_sessions(
    session: Session, person_id: int, since: datetime, until: datetime
) -> Iterator[tuple[datetime, datetime, str]]:
    query = (
        select(SpeedSession)
        .join(SpeedSession.mentor)
        .where(
            Membership.person_id == person_id,
            SpeedSession.status == SpeedStatus.ANNOUNCED,
            SpeedSession.starts_at > since - LONGEST,
            SpeedSession.starts_at < until,
        )
        .options(selectinload(SpeedSession.slots))
    )
    for one in session.scalars(query):
        if (end := one.starts_at + timedelta(minutes=one.slot_minutes * len(one.slots))) > since:
            yield one.starts_at, end, "speed_session"


def events_on(session: Session, person_id: int, day: date) -> tuple[str, ...]:
    """What the plans of this person's organisations name for exactly this day and the person
    answers for: worth a word before a meeting is planned, no hindrance.
    """
    query = live_duties().where(
        Occurrence.due_on == day,
        or_(Occurrence.starts_on.is_(None), Occurrence.starts_on == day),
        Occurrence.is_check.is_(False),
        Occurrence.status.in_((OccurrenceStatus.UPCOMING, OccurrenceStatus.OPEN)),
        Occurrence.responsible.any(id=person_id),
    )
    found = session.scalars(query.order_by(RoadmapItem.position, Occurrence.id))
    return tuple(dict.fromkeys(one.item.activity for one in found))


def own_meeting(session: Session, actor: Actor, meeting_id: int) -> Meeting:
    """A meeting of the actor's own pair. Raises NotAllowed, NoLongerCurrent."""
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        raise NoLongerCurrent
    if not may_act(meeting.mentorship, actor):
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
    if mentorship is None or not may_act(mentorship, actor):
        raise NotAllowed
    if mentorship.status != MentorshipStatus.ACTIVE:
        raise NoLongerCurrent
    if not all(member.membership.is_active for member in mentorship.members):
        raise MemberPaused
    return mentorship


def may_act(mentorship: Mentorship, actor: Actor) -> bool:
    """Whether it is the actor's own pair. Whoever has paused still answers and calls off what stands."""
    member = mentorship.member(actor.person_id)
    stays = (MembershipStatus.ACTIVE, MembershipStatus.PAUSED)
    return member is not None and member.membership.status in stays and not actor.is_frozen


def meetings_of(person_id: int) -> Select[Meeting]:
    """All meetings of the pairs that the person belongs to."""
    return select(Meeting).where(Meeting.mentorship_id.in_(pair_ids(person_id)))


def pair_ids(person_id: int) -> Select[int]:
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
