"""The life of a meeting until it begins: proposed, confirmed, moved, called off (L-5-1…L-5-5, N-1.4).

Knows nothing of words and buttons. Whether it took place is the business of services/attendance.py.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import (
    LessonVisit,
    Meeting,
    MeetingAnswer,
    MeetingKind,
    MeetingMode,
    MeetingSeries,
    MeetingStatus,
    Mentorship,
    MentorshipMember,
    MentorshipStatus,
    SeriesStatus,
)
from models.meeting import MeetingInThePast
from services import calendar_files, meeting_reminders, outbox
from services.access import Actor
from services.errors import NoLongerCurrent, NotAllowed, ServiceError
from services.meeting_answers import answer_of, comes, ends_with, may_move, participants
from services.meeting_messages import (
    answer_topic,
    ask,
    cancel_owed,
    owe_question,
    person_ids,
    tell_about,
    tell_one,
    tell_others,
    topic,
)
from services.meeting_times import DAYS_AHEAD
from services.meeting_views import (
    OPEN_STATUSES,
    MeetingView,
    active_pair,
    busy,
    open_meeting,
    own_meeting,
    view,
)
from services.text_limits import clean
from services.typed_text import checked, checked_line, fitting, one_line

PLACE_LIMIT = 500
LINK_LIMIT = 500
REASON_LIMIT = 300
LESSON_LIMIT = 200
AIM_LIMIT = 1000
LEAST_MINUTES = 10
MOST_MINUTES = 480
PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class Lesson:
    """A visit to a lesson: whose lesson, in which class and subject, when they talk before and after it, and
    what to look at.
    """

    teacher_id: int
    lesson: str
    before_at: datetime | None
    after_at: datetime | None
    aim: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What is proposed: which meeting, when, for how many minutes, how and where. `lesson`: of a visit."""

    kind: MeetingKind
    starts_at: datetime
    minutes: int = 60
    mode: MeetingMode = MeetingMode.IN_PERSON
    place: str = ""
    link: str = ""
    lesson: Lesson | None = None

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)


class MeetingTimePassed(ServiceError):
    """The time meant for the meeting is over already."""


class MeetingTooFar(ServiceError):
    """Field `days`: how many days ahead a meeting may be proposed."""


class MeetingOverlaps(ServiceError):
    """Somebody meets at that time already. Fields: `whose` (`own`, `other`, or `asked`: one has proposed
    another meeting for then oneself), `at` (local «25.11, 15:30» of one's own).
    """


class MeetingLengthWrong(ServiceError):
    """Fields `least` and `most`: how many minutes a meeting may last."""


class LinkWrong(ServiceError):
    """A link to a call begins with http:// or https://."""


class LessonTalkWrong(ServiceError):
    """The talk before a lesson is before it, and the talk after it is after its end."""


def propose(session: Session, actor: Actor, mentorship_id: int, plan: Plan, *, now: datetime) -> MeetingView:
    """A mentor or mentee of an active pair proposes a meeting; the others are asked (L-5-1…L-5-5).

    Raises NotAllowed, NoLongerCurrent, MemberPaused, MeetingTimePassed, MeetingTooFar, MeetingOverlaps,
    MeetingLengthWrong, AnswerTooLong, LinkWrong, LessonTalkWrong.
    """
    mentorship = active_pair(session, actor, mentorship_id)
    return _add(session, actor, mentorship, plan, None, now)


def move(session: Session, actor: Actor, meeting_id: int, plan: Plan, *, now: datetime) -> MeetingView:
    """Offer another time: the old meeting stays in the history, its reminders are taken back, a new one of
    the same kind is proposed. A visited lesson stays what it was, its talks move with it.

    Raises what `propose` raises, NoLongerCurrent when the meeting does not stand any more, and NotAllowed for
    the mentees of a group once it is confirmed.
    """
    old = open_meeting(session, actor, meeting_id)
    mentorship = active_pair(session, actor, old.mentorship_id)
    if old.has_started(now) and old.status == MeetingStatus.CONFIRMED:
        raise MeetingTimePassed
    if not may_move(old, actor.person_id):
        raise NotAllowed
    told = taking_part(old) if old.status == MeetingStatus.CONFIRMED else []
    end_meeting(session, old, MeetingStatus.MOVED, now)
    new = _add(session, actor, mentorship, plan, old, now)
    calendar_files.owe(session, [session.get_one(Meeting, new.id)], told, now=now)
    return new


def clean_place(text: str) -> str:
    """A typed place as it is kept, on one line. Raises AnswerEmpty, and AnswerTooLong counted as Telegram
    counts.
    """
    return checked_line(text, PLACE_LIMIT)


def clean_link(text: str) -> str:
    """A link as it is kept; nothing at all is allowed. Raises LinkWrong, AnswerTooLong."""
    link = fitting(one_line(text), LINK_LIMIT)
    if not link:
        return ""
    try:
        parts = urlsplit(link)
    except ValueError:
        raise LinkWrong from None
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname or " " in link:
        raise LinkWrong
    return link


def clean_reason(text: str) -> str:
    """A typed reason as it is kept. Raises AnswerEmpty, AnswerTooLong."""
    return checked(text, REASON_LIMIT)


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
    minutes: int,
    replaces_id: int | None,
    *,
    now: datetime,
) -> None:
    """Whether a meeting may be at that time: asked while the form is filled, so that nobody types a place in
    vain.

    Raises what `propose` raises about times, and MemberPaused.
    """
    _check_time(
        session, actor, active_pair(session, actor, mentorship_id), starts_at, minutes, replaces_id, now
    )


def confirm(session: Session, actor: Actor, meeting_id: int, *, now: datetime) -> MeetingView:
    """A yes. The meeting stands as soon as the mentor and at least one mentee come; whoever says yes later
    joins. Who takes part is owed reminders, the question afterwards and a file for the calendar. A second tap
    changes nothing.

    Raises NotAllowed, NoLongerCurrent, MeetingTimePassed, MeetingOverlaps.
    """
    meeting = own_meeting(session, actor, meeting_id)
    if comes(meeting, actor.person_id) and _is_settled_for(meeting, actor):
        return view(session, meeting, actor.person_id, now)
    _require_answerable(meeting, actor)
    if meeting.has_started(now):
        raise MeetingTimePassed
    _refuse_overlaps(session, actor, meeting)
    answer(session, meeting, actor, agrees=True, reason="", now=now)
    if meeting.status == MeetingStatus.CONFIRMED:
        _join(session, meeting, actor, now)
    elif stands(meeting):
        stand(session, meeting, now)
        calendar_files.owe(session, [meeting], taking_part(meeting), now=now)
        for person_id in taking_part(meeting, but=actor.person_id):
            tell_one(session, meeting, "meetings.confirmed", person_id, now)
    return view(session, meeting, actor.person_id, now)


def _is_settled_for(meeting: Meeting, actor: Actor) -> bool:
    """Whether the actor's yes was heard before: a proposer who taps the button of the others has not been
    asked.
    """
    return meeting.status in OPEN_STATUSES and answer_of(meeting, actor.person_id) is not None


def stands(meeting: Meeting) -> bool:
    """The mentor and at least one mentee come (N-2.3-5)."""
    return len({one.role for one in participants(meeting)}) > 1


def stand(session: Session, meeting: Meeting, now: datetime) -> None:
    """The meeting is confirmed: who takes part is owed what comes before and after it. The file for the
    calendar is the caller's.

    Raises MeetingTimePassed.
    """
    try:
        meeting.confirm(now)
    except MeetingInThePast:
        raise MeetingTimePassed from None
    for member in participants(meeting):
        meeting_reminders.owe(session, meeting, member.membership, now)
        owe_question(session, meeting, member.membership, now)


def _join(session: Session, meeting: Meeting, actor: Actor, now: datetime) -> None:
    owe_to(session, meeting, actor, now)
    calendar_files.owe(session, [meeting], [actor.person_id], now=now)
    _tell_mentor(session, meeting, "meetings.joined", actor, now)


def owe_to(session: Session, meeting: Meeting, actor: Actor, now: datetime) -> None:
    """Whoever joins a confirmed meeting is owed what the others were."""
    member = meeting.mentorship.member(actor.person_id)
    if member is not None:
        meeting_reminders.owe(session, meeting, member.membership, now)
        owe_question(session, meeting, member.membership, now)


def answer(
    session: Session, meeting: Meeting, actor: Actor, *, agrees: bool, reason: str, now: datetime
) -> None:
    """Write down what the actor says; nothing asks them any more. The rules are the caller's."""
    mine = answer_of(meeting, actor.person_id)
    if mine is not None and agrees:
        # It was taken out of this person's calendar under the next number.
        meeting.calendar_sequence += 2
    if mine is None:
        mine = MeetingAnswer(person_id=actor.person_id)
        meeting.answers.append(mine)
    mine.agrees, mine.reason, mine.answered_at = agrees, reason, now
    session.flush()
    outbox.cancel_topic(session, answer_topic(meeting, actor.person_id), now=now)


def decline(
    session: Session, actor: Actor, meeting_id: int, *, now: datetime, reason: str = ""
) -> MeetingView:
    """A no, with or without a reason, which the others read. In a group the others may still meet: it is
    declined only when the mentor or every mentee has said no. A second tap changes nothing.

    Raises NotAllowed, NoLongerCurrent, AnswerTooLong.
    """
    meeting = own_meeting(session, actor, meeting_id)
    if (mine := answer_of(meeting, actor.person_id)) is not None and not mine.agrees:
        return view(session, meeting, actor.person_id, now)
    _require_answerable(meeting, actor)
    reason = fitting(clean(reason), REASON_LIMIT)
    answer(session, meeting, actor, agrees=False, reason=reason, now=now)
    if _is_refused(meeting):
        end_meeting(session, meeting, MeetingStatus.DECLINED, now)
        tell_others(session, meeting, "meetings.declined", actor, now)
    else:
        _tell_mentor(session, meeting, "meetings.absent", actor, now)
    return view(session, meeting, actor.person_id, now)


def _is_refused(meeting: Meeting) -> bool:
    said = {
        one.membership.person_id: comes(meeting, one.membership.person_id)
        for one in meeting.mentorship.members
    }
    mentor = meeting.mentorship.mentor.membership.person_id
    mentees = [said[one.membership.person_id] for one in meeting.mentorship.mentees]
    return said[mentor] is False or all(one is False for one in mentees)


def _tell_mentor(session: Session, meeting: Meeting, kind: str, actor: Actor, now: datetime) -> None:
    """The mentor hears what a mentee of the group answered; the other mentees are not disturbed."""
    mentor = meeting.mentorship.mentor.membership.person_id
    if mentor != actor.person_id:
        tell_about(session, meeting, kind, actor.person_id, mentor, now)


def cancel(session: Session, actor: Actor, meeting_id: int, *, now: datetime) -> MeetingView:
    """Whoever takes part does not come after all. It is called off when it can't be without them: in a pair
    always, in a group without its mentor or its last mentee, and when a proposal is taken back. A second tap
    changes nothing.

    Raises NotAllowed, NoLongerCurrent, MeetingTimePassed once the meeting has begun.
    """
    meeting = own_meeting(session, actor, meeting_id)
    said_no = comes(meeting, actor.person_id) is False
    if meeting.status == MeetingStatus.CANCELLED or (said_no and meeting.status in OPEN_STATUSES):
        return view(session, meeting, actor.person_id, now)
    if meeting.status not in OPEN_STATUSES:
        raise NoLongerCurrent
    if meeting.has_started(now) and meeting.status == MeetingStatus.CONFIRMED:
        raise MeetingTimePassed
    if not comes(meeting, actor.person_id):
        raise NotAllowed
    if ends_with(meeting, actor.person_id):
        end_meeting(session, meeting, MeetingStatus.CANCELLED, now)
        tell_others(session, meeting, "meetings.cancelled", actor, now)
    else:
        stay_away(session, meeting, actor, now)
        calendar_files.owe(session, [meeting], [actor.person_id], now=now)
        _tell_mentor(session, meeting, "meetings.absent", actor, now)
    return view(session, meeting, actor.person_id, now)


def stay_away(session: Session, meeting: Meeting, actor: Actor, now: datetime) -> None:
    """The actor does not come, the others meet: nothing reminds the actor any more."""
    answer(session, meeting, actor, agrees=False, reason="", now=now)
    kinds = (meeting_reminders.KIND,)
    outbox.cancel_topics(session, [topic(meeting)], kinds, person_id=actor.person_id, now=now)


def _add(
    session: Session,
    actor: Actor,
    mentorship: Mentorship,
    plan: Plan,
    old: Meeting | None,
    now: datetime,
) -> MeetingView:
    old_id = old.id if old else None
    _check_time(session, actor, mentorship, plan.starts_at, plan.minutes, old_id, now)
    meeting = Meeting.propose(
        mentorship.id,
        old.kind if old else plan.kind,
        plan.starts_at,
        fitting(one_line(plan.place), PLACE_LIMIT),
        actor.person_id,
        now=now,
    )
    meeting.mentorship, meeting.replaces_id = mentorship, old_id
    meeting.minutes, meeting.mode, meeting.link = plan.minutes, plan.mode, clean_link(plan.link)
    if old is not None:
        meeting.calendar_uid, meeting.calendar_sequence = old.calendar_uid, old.calendar_sequence + 1
        meeting.series_id = old.series_id
    _visit(meeting, plan, old)
    session.add(meeting)
    session.flush()
    for person_id in person_ids(mentorship):
        if person_id != actor.person_id:
            ask(session, meeting, person_id, now)
    return view(session, meeting, actor.person_id, now)


def _visit(meeting: Meeting, plan: Plan, old: Meeting | None) -> None:
    """What a visit to a lesson has beside other meetings; of a moved one, at the same distance from it."""
    if meeting.kind != MeetingKind.LESSON_VISIT:
        return
    if plan.lesson is not None:
        meeting.lesson_visit = _checked_visit(meeting, plan.lesson)
    elif old is not None and (was := old.lesson_visit) is not None:
        later = meeting.starts_at - old.starts_at
        ended = meeting.ends_at - old.ends_at
        meeting.lesson_visit = LessonVisit(
            teacher_id=was.teacher_id,
            lesson=was.lesson,
            aim=was.aim,
            before_at=was.before_at + later if was.before_at else None,
            after_at=was.after_at + ended if was.after_at else None,
        )


def _checked_visit(meeting: Meeting, lesson: Lesson) -> LessonVisit:
    if meeting.mentorship.member(lesson.teacher_id) is None:
        raise NotAllowed
    too_late = lesson.before_at is not None and lesson.before_at > meeting.starts_at
    too_early = lesson.after_at is not None and lesson.after_at < meeting.ends_at
    if too_late or too_early:
        raise LessonTalkWrong
    return LessonVisit(
        teacher_id=lesson.teacher_id,
        lesson=fitting(one_line(lesson.lesson), LESSON_LIMIT),
        before_at=lesson.before_at,
        after_at=lesson.after_at,
        aim=fitting(clean(lesson.aim), AIM_LIMIT),
    )


def _check_time(
    session: Session,
    actor: Actor,
    mentorship: Mentorship,
    starts_at: datetime,
    minutes: int,
    replaces_id: int | None,
    now: datetime,
) -> None:
    if starts_at <= now:
        raise MeetingTimePassed
    if starts_at > now + timedelta(days=DAYS_AHEAD + 1):
        raise MeetingTooFar(days=DAYS_AHEAD)
    if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise MeetingLengthWrong(least=LEAST_MINUTES, most=MOST_MINUTES)
    mentees = [one.membership.person_id for one in mentorship.mentees]
    span = (starts_at, starts_at + timedelta(minutes=minutes))
    refuse_overlap(clash(session, actor, mentorship, mentees, span, replaces_id), actor)


def _refuse_overlaps(session: Session, actor: Actor, meeting: Meeting) -> None:
    """Asked of everybody who would be there: whoever agreed may have been engaged elsewhere since."""
    coming = {one.membership.person_id for one in participants(meeting)} | {actor.person_id}
    mentees = [one.membership.person_id for one in meeting.mentorship.mentees]
    coming_mentees = [one for one in mentees if one in coming]
    span = (meeting.starts_at, meeting.ends_at)
    refuse_overlap(clash(session, actor, meeting.mentorship, coming_mentees, span, meeting.id), actor)


def clash(
    session: Session,
    actor: Actor,
    mentorship: Mentorship,
    mentees: Collection[int],
    span: tuple[datetime, datetime],
    except_id: int | None,
) -> tuple[bool, datetime] | None:
    """Whether somebody is engaged then: (the actor themselves, from when), or None.

    The mentor has to be free, and at least one of these mentees.
    """
    if (since := _engaged_from(session, actor.person_id, span, except_id)) is not None:
        return True, since
    mentor = mentorship.mentor.membership.person_id
    if (since := _engaged_from(session, mentor, span, except_id)) is not None:
        return False, since
    others = [_engaged_from(session, one, span, except_id) for one in mentees]
    if others and all(one is not None for one in others):
        return False, span[0]
    return None


def refuse_overlap(found: tuple[bool, datetime] | None, actor: Actor) -> None:
    """Raises MeetingOverlaps. Whom somebody else meets, and when exactly, is theirs to know."""
    if found is None:
        return
    is_own, since = found
    raise MeetingOverlaps(whose="own" if is_own else "other", at=short_moment(since, actor) if is_own else "")


def short_moment(moment: datetime, actor: Actor) -> str:
    """A local time as errors say it: «25.11, 15:30»."""
    return f"{moment.astimezone(ZoneInfo(actor.timezone)):%d.%m, %H:%M}"


def _engaged_from(
    session: Session, person_id: int, span: tuple[datetime, datetime], except_id: int | None
) -> datetime | None:
    """Nobody is at two places at once; what is only proposed does not hold anybody."""
    taken = busy(session, person_id, *span, except_id=except_id)
    return next((since for since, _, what in taken if what != PROPOSED), None)


def taking_part(meeting: Meeting, but: int | None = None) -> list[int]:
    ids = [one.membership.person_id for one in participants(meeting)]
    return [one for one in ids if one != but]


def _require_answerable(meeting: Meeting, actor: Actor) -> None:
    """Everybody but the one who proposed it answers, while it stands; in a pair only once."""
    if meeting.status not in OPEN_STATUSES:
        raise NoLongerCurrent
    if meeting.mentorship.status != MentorshipStatus.ACTIVE:
        raise NoLongerCurrent
    mine = answer_of(meeting, actor.person_id)
    if mine is None and meeting.proposed_by_id == actor.person_id:
        raise NotAllowed
    if mine is not None and mine.agrees:
        # A yes is taken back by not coming after all.
        raise NoLongerCurrent


def end_meeting(
    session: Session, meeting: Meeting, status: MeetingStatus, now: datetime, *, files: bool = True
) -> None:
    """The meeting does not stand any more: nothing that was owed about it is sent, and it leaves the
    calendars that it was in; one that is moved stays there until its new time is known. The rules are the
    caller's, and with `files=False` the files too.
    """
    was_confirmed = meeting.status == MeetingStatus.CONFIRMED
    meeting.status, meeting.ended_at = status, now
    cancel_owed(session, meeting, now)
    if files and status != MeetingStatus.MOVED:
        session.flush()
        # A new time that is declined stands in the calendars of all who had the old one.
        told = taking_part(meeting) if was_confirmed else person_ids(meeting.mentorship)
        calendar_files.owe(session, [meeting], told, now=now)


def call_off_all(session: Session, mentorship_id: int, *, now: datetime) -> int:
    """The pair ends: its coming meetings and its series end with it, and nothing owed about them is sent.
    Returns how many meetings.
    """
    coming = (
        Meeting.mentorship_id == mentorship_id,
        Meeting.status.in_(OPEN_STATUSES),
        Meeting.starts_at > now,
    )
    meetings = session.scalars(select(Meeting).where(*coming)).all()
    for meeting in meetings:
        end_meeting(session, meeting, MeetingStatus.CANCELLED, now)
    running = (
        MeetingSeries.mentorship_id == mentorship_id,
        MeetingSeries.status.in_((SeriesStatus.PROPOSED, SeriesStatus.CONFIRMED)),
    )
    for series in session.scalars(select(MeetingSeries).where(*running)):
        series.status, series.ended_at = SeriesStatus.ENDED, now
        outbox.cancel_topic(session, series_topic(series.id), now=now)
    return len(meetings)


def series_topic(series_id: int) -> str:
    return f"series:{series_id}"


def tick_lapse_proposals(session: Session, *, now: datetime) -> int:
    """A tick: a proposal that did not come to stand before its time is over; whoever made it is told. Who of
    a group did not answer until a meeting began does not come. Returns how many meetings.
    """
    unanswered = (Meeting.status == MeetingStatus.PROPOSED, Meeting.starts_at <= now)
    meetings = session.scalars(select(Meeting).where(*unanswered).order_by(Meeting.id)).all()
    for meeting in meetings:
        end_meeting(session, meeting, MeetingStatus.CANCELLED, now)
        tell_one(session, meeting, "meetings.lapsed", meeting.proposed_by_id, now)
    return len(meetings) + _silence_is_no(session, now)


def _silence_is_no(session: Session, now: datetime) -> int:
    members = (
        select(func.count())
        .select_from(MentorshipMember)
        .where(MentorshipMember.mentorship_id == Meeting.mentorship_id)
        .scalar_subquery()
    )
    answers = (
        select(func.count())
        .select_from(MeetingAnswer)
        .where(MeetingAnswer.meeting_id == Meeting.id, MeetingAnswer.person_id != Meeting.proposed_by_id)
        .scalar_subquery()
    )
    begun = (
        Meeting.status == MeetingStatus.CONFIRMED,
        Meeting.starts_at <= now,
        # Nobody was asked to come to what was written down afterwards.
        Meeting.is_after_the_fact.is_(False),
        answers + 1 < members,
    )
    meetings = session.scalars(select(Meeting).where(*begun).order_by(Meeting.id)).all()
    for meeting in meetings:
        for person_id in person_ids(meeting.mentorship):
            if comes(meeting, person_id) is None:
                meeting.answers.append(MeetingAnswer(person_id=person_id, agrees=False, answered_at=now))
                outbox.cancel_topic(session, answer_topic(meeting, person_id), now=now)
    session.flush()
    return len(meetings)
