"""Planning the next meeting of a pair: which pair needs it most, what the meeting is for, where it would be,
and the proposal itself, sent once however often the button is tapped (issue 5, L-5-1…L-5-5, T-4.8).

What is proposed is the business of services/meetings.py, which times are offered that of
services/meeting_slots.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Lesson, Meeting, MeetingKind, MeetingMode, MeetingStatus, Mentorship, Organization
from services import meeting_views, meetings, member_times
from services.access import Actor
from services.errors import NoLongerCurrent, NotAllowed
from services.local_time import today_in
from services.meeting_phrases import Timetable
from services.meeting_slots import Suggestions, is_day_off, suggestions
from services.meeting_times import resolve_local
from services.meeting_views import OPEN_STATUSES, PLANNED_STATUSES, MeetingAction, MeetingView
from services.meetings import MeetingOverlaps, Plan
from services.member_times import Bell
from services.names import PersonName

BEFORE_FIRST_LESSON = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Where:
    """How and where a pair meets. Nothing known: in person, at the place that is usual."""

    mode: MeetingMode = MeetingMode.IN_PERSON
    place: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class PlanView:
    """A pair whose next meeting is planned. `kinds`: the likely one first. `where`: as the last time, None
    when they have not met. `planned_at`: their next meeting that stands or is proposed.
    """

    mentorship_id: int
    others: tuple[PersonName, ...]
    kinds: tuple[MeetingKind, ...]
    form: str
    where: Where | None
    has_other_pairs: bool
    planned_at: datetime | None


@dataclass(frozen=True, slots=True)
class Warnings:
    """What is worth a word before a proposal is sent; none of it forbids it."""

    is_night: bool = False
    is_lesson: bool = False
    is_day_off: bool = False
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TeacherView:
    """Whose lesson may be visited; `name` is None of oneself."""

    person_id: int
    name: PersonName | None


@dataclass(frozen=True, slots=True)
class LessonDay:
    """The lessons of a day by the bells, as moments: number, beginning, end, whether the teacher has it."""

    lessons: tuple[tuple[int, datetime, datetime, bool], ...]


@dataclass(frozen=True, slots=True)
class Talks:
    """When there is time to talk before and after a visited lesson."""

    before_at: datetime
    after_at: datetime


def neediest_pair(session: Session, actor: Actor, *, now: datetime) -> int:
    """The pair of which nothing is planned and which has not met for the longest time. Raises
    NoLongerCurrent when there is no pair that could plan.
    """
    pairs = [one.mentorship_id for one in meeting_views.pairs(session, actor)]
    able = [one for one in pairs if _is_able(session, one)] or pairs
    if not able:
        raise NoLongerCurrent
    return min(able, key=lambda one: _need(session, one, now))


def _is_able(session: Session, mentorship_id: int) -> bool:
    mentorship = session.get_one(Mentorship, mentorship_id)
    return all(member.membership.is_active for member in mentorship.members)


def _need(session: Session, mentorship_id: int, now: datetime) -> tuple[bool, float, int]:
    planned = _next_planned(session, mentorship_id, now) is not None
    last = last_held(session, mentorship_id)
    return planned, last.timestamp() if last else 0.0, mentorship_id


def last_held(session: Session, mentorship_id: int) -> datetime | None:
    """When the last meeting that took place began."""
    query = (
        select(Meeting.starts_at)
        .where(Meeting.mentorship_id == mentorship_id, Meeting.status == MeetingStatus.HELD)
        .order_by(Meeting.starts_at.desc())
    )
    return session.scalar(query.limit(1))


def _next_planned(session: Session, mentorship_id: int, now: datetime) -> datetime | None:
    coming = (
        Meeting.mentorship_id == mentorship_id,
        Meeting.status.in_(OPEN_STATUSES),
        Meeting.starts_at > now,
    )
    return session.scalar(select(Meeting.starts_at).where(*coming).order_by(Meeting.starts_at).limit(1))


def has_pair(session: Session, actor: Actor) -> bool:
    """Whether there is anybody to plan a meeting with."""
    return bool(meeting_views.pairs(session, actor))


def plan_view(session: Session, actor: Actor, mentorship_id: int, *, now: datetime) -> PlanView:
    """The pair whose meeting is to be planned; 0: the one that needs it most. Raises NotAllowed,
    NoLongerCurrent, MemberPaused.
    """
    chosen = mentorship_id or neediest_pair(session, actor, now=now)
    mentorship = meeting_views.active_pair(session, actor, chosen)
    pair = meeting_views.pair(session, actor, chosen)
    return PlanView(
        mentorship_id=chosen,
        others=pair.others,
        kinds=_kinds(session, mentorship, pair.kinds, now),
        form=mentorship.form,
        where=_where(session, mentorship),
        has_other_pairs=len(meeting_views.pairs(session, actor)) > 1,
        planned_at=_next_planned(session, chosen, now),
    )


def _kinds(
    session: Session, mentorship: Mentorship, kinds: tuple[MeetingKind, ...], now: datetime
) -> tuple[MeetingKind, ...]:
    """The final meeting comes first as soon as the term of the pair ends within `final_meeting_days`, unless
    it was held or is planned already (L-5-5).
    """
    if mentorship.ends_on is None or kinds[0] != MeetingKind.REGULAR:
        return kinds
    school = session.get_one(Organization, mentorship.organization_id)
    if today_in(school.timezone, now) < mentorship.ends_on - timedelta(days=school.final_meeting_days):
        return kinds
    finals = select(Meeting.id).where(
        Meeting.mentorship_id == mentorship.id,
        Meeting.kind == MeetingKind.FINAL,
        Meeting.status.in_(PLANNED_STATUSES),
    )
    if session.scalar(finals.limit(1)) is not None:
        return kinds
    return (MeetingKind.FINAL, *(one for one in kinds if one != MeetingKind.FINAL))


def _where(session: Session, mentorship: Mentorship) -> Where | None:
    """As at the last meeting that was not refused; online for those who meet only so."""
    query = (
        select(Meeting)
        .where(
            Meeting.mentorship_id == mentorship.id,
            Meeting.status != MeetingStatus.DECLINED,
            Meeting.kind != MeetingKind.LESSON_VISIT,
            Meeting.is_after_the_fact.is_(False),
        )
        .order_by(Meeting.id.desc())
    )
    last = session.scalars(query.limit(1)).first()
    if last is not None:
        return Where(last.mode, last.place, last.link)
    if any(member_times.prefers_online(member.membership.profile) for member in mentorship.members):
        return Where(MeetingMode.ONLINE)
    return None


def movable(session: Session, actor: Actor, meeting_id: int, *, now: datetime) -> MeetingView:
    """A meeting for which another time may be offered. Raises NotAllowed, NoLongerCurrent."""
    view = meeting_views.see(session, actor, meeting_id, now=now)
    if MeetingAction.MOVE not in view.actions:
        raise NoLongerCurrent
    return view


def offered(
    session: Session, actor: Actor, mentorship_id: int, *, minutes: int, except_id: int | None, now: datetime
) -> Suggestions:
    """The times for the screen. Raises as `meeting_slots.suggest` does."""
    return suggestions(session, actor, mentorship_id, now=now, minutes=minutes, except_id=except_id)


def send(
    session: Session,
    actor: Actor,
    mentorship_id: int,
    plan: Plan,
    replaces_id: int | None,
    *,
    now: datetime,
) -> MeetingView:
    """Propose the meeting, or another time for one. The same proposal again is the one that stands: a button
    tapped twice sends nothing twice; another one for the same time is refused. Raises what
    `meetings.propose` and `meetings.move` raise.
    """
    known = _sent_already(session, actor, mentorship_id, plan, replaces_id)
    if known is not None:
        if not _is_same(known, plan):
            raise MeetingOverlaps(whose="asked", at=meetings.short_moment(known.starts_at, actor))
        return meeting_views.see(session, actor, known.id, now=now)
    if replaces_id:
        return meetings.move(session, actor, replaces_id, plan, now=now)
    return meetings.propose(session, actor, mentorship_id, plan, now=now)


def _sent_already(
    session: Session, actor: Actor, mentorship_id: int, plan: Plan, replaces_id: int | None
) -> Meeting | None:
    same = [
        Meeting.mentorship_id == mentorship_id,
        Meeting.starts_at == plan.starts_at,
        Meeting.proposed_by_id == actor.person_id,
        Meeting.status.in_(OPEN_STATUSES),
    ]
    if replaces_id:
        same.append(Meeting.replaces_id == replaces_id)
    return session.scalars(select(Meeting).where(*same).order_by(Meeting.id.desc()).limit(1)).first()


def _is_same(meeting: Meeting, plan: Plan) -> bool:
    """A visit that is tapped twice is the same whatever was agreed to look at."""
    what = (meeting.mode, meeting.place, meeting.link, meeting.minutes)
    return what == (plan.mode, plan.place, plan.link, plan.minutes) and (
        meeting.kind == plan.kind or meeting.replaces_id is not None
    )


def warnings(
    session: Session, actor: Actor, mentorship_id: int, starts_at: datetime, minutes: int
) -> Warnings:
    """What speaks against a time without forbidding it. Raises NotAllowed, NoLongerCurrent, MemberPaused."""
    mentorship = meeting_views.active_pair(session, actor, mentorship_id)
    people = [member_times.times_of(session, member.membership) for member in mentorship.members]
    moments = [starts_at + timedelta(minutes=passed) for passed in (*range(0, minutes, 5), minutes - 1)]
    day = starts_at.astimezone(ZoneInfo(actor.timezone)).date()
    return Warnings(
        is_night=any(one.quiet.is_night(moment) for one in people for moment in moments),
        is_lesson=any(one.quiet.is_lesson(moment) for one in people for moment in moments),
        is_day_off=any(is_day_off(one, starts_at) for one in people),
        events=meeting_views.events_on(session, actor.person_id, day),
    )


def timetable(session: Session, actor: Actor, mentorship_id: int) -> Timetable:
    """The ends of the lessons at the pair's school, and whose lessons end last on which weekday. Raises
    NotAllowed, NoLongerCurrent, MemberPaused.
    """
    mentorship = meeting_views.active_pair(session, actor, mentorship_id)
    bells = member_times.bells_of(session, mentorship.organization_id)
    members = [member.membership_id for member in mentorship.members]
    rows = session.execute(select(Lesson.weekday, Lesson.number).where(Lesson.membership_id.in_(members)))
    last: dict[int, int] = {}
    for weekday, number in rows:
        last[weekday] = max(number, last.get(weekday, 0))
    return Timetable({bell.number: bell.until_minute for bell in bells}, last)


def teachers(session: Session, actor: Actor, mentorship_id: int) -> tuple[TeacherView, ...]:
    """Whose lesson may be visited: of anybody in the pair, the others first. Raises NotAllowed,
    NoLongerCurrent, MemberPaused.
    """
    mentorship = meeting_views.active_pair(session, actor, mentorship_id)
    found = []
    for member in mentorship.members:
        person_id = member.membership.person_id
        name = None if person_id == actor.person_id else PersonName.of(member.membership)
        found.append(TeacherView(person_id, name))
    return tuple(sorted(found, key=lambda one: one.name is None))


def lesson_day(session: Session, actor: Actor, mentorship_id: int, teacher_id: int, day: date) -> LessonDay:
    """The lessons of that day at the school of the pair by its bells; none when there are no bells. Raises
    NotAllowed, NoLongerCurrent, MemberPaused.
    """
    mentorship = meeting_views.active_pair(session, actor, mentorship_id)
    member = mentorship.member(teacher_id)
    if member is None:
        raise NotAllowed
    zone = member.membership.organization.timezone
    query = select(Lesson.number).where(
        Lesson.membership_id == member.membership_id, Lesson.weekday == day.weekday()
    )
    own = set(session.scalars(query))
    bells = member_times.bells_of(session, member.membership.organization_id)
    return LessonDay(tuple((bell.number, *_moments(bell, day, zone), bell.number in own) for bell in bells))


def _moments(bell: Bell, day: date, zone: str) -> tuple[datetime, datetime]:
    starts_at = resolve_local(day, time(*divmod(bell.from_minute, 60)), zone)
    return starts_at, starts_at + timedelta(minutes=bell.until_minute - bell.from_minute)


def talks(
    session: Session, actor: Actor, mentorship_id: int, teacher_id: int, starts_at: datetime, minutes: int
) -> Talks:
    """Time to talk: the break before the lesson, and after the teacher's last lesson of that day. Raises
    NotAllowed, NoLongerCurrent, MemberPaused.
    """
    mentorship = meeting_views.active_pair(session, actor, mentorship_id)
    member = mentorship.member(teacher_id)
    if member is None:
        raise NotAllowed
    zone = ZoneInfo(member.membership.organization.timezone)
    day = lesson_day(session, actor, mentorship_id, teacher_id, starts_at.astimezone(zone).date()).lessons
    before = [end for _, _, end, _ in day if end < starts_at]
    ends_at = starts_at + timedelta(minutes=minutes)
    after = [end for _, _, end, is_own in day if is_own and end > ends_at]
    return Talks(
        max(before, default=starts_at - BEFORE_FIRST_LESSON).astimezone(UTC),
        max(after, default=ends_at).astimezone(UTC),
    )


def local_minutes(starts_at: datetime, ends_at: datetime, timezone: str) -> tuple[int, int]:
    """The local time of a moment in minutes after midnight, and the length until the other."""
    local = starts_at.astimezone(ZoneInfo(timezone))
    return local.hour * 60 + local.minute, int((ends_at - starts_at) / timedelta(minutes=1))


def replacement(session: Session, actor: Actor, meeting_id: int, *, now: datetime) -> MeetingView | None:
    """The meeting that the actor has offered instead of this one and that stands or waits for an answer.
    Raises NotAllowed, NoLongerCurrent.
    """
    meeting_views.own_meeting(session, actor, meeting_id)
    offered_instead = (
        Meeting.replaces_id == meeting_id,
        Meeting.proposed_by_id == actor.person_id,
        Meeting.status.in_(OPEN_STATUSES),
    )
    found = session.scalar(select(Meeting.id).where(*offered_instead).order_by(Meeting.id.desc()).limit(1))
    return meeting_views.see(session, actor, found, now=now) if found else None
