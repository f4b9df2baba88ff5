"""Meetings that repeat (L-5-4): proposed and answered once for all, with days left out, ended, moved from one
day on.

A proposed series is one row; its meetings become rows when it is confirmed, up to 60 days ahead, and a tick
goes on from there. From then on each is a meeting like any other. Knows nothing of words and buttons.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    Meeting,
    MeetingAnswer,
    MeetingKind,
    MeetingSeries,
    MeetingStatus,
    Membership,
    MembershipStatus,
    Mentorship,
    MentorshipMember,
    MentorshipStatus,
    Organization,
    Rhythm,
    SeriesStatus,
)
from services import calendar_files, meetings, outbox, representing
from services.access import Actor
from services.errors import NoLongerCurrent, NotAllowed, ServiceError
from services.local_time import today_in
from services.meeting_answers import comes as comes_to
from services.meeting_answers import may_move
from services.meeting_messages import person_ids
from services.meeting_views import OPEN_STATUSES, active_pair, open_meeting
from services.meetings import MeetingTimePassed, Plan, series_topic
from services.series_days import Pattern, days
from services.series_views import (
    RUNNING,
    TAKEN,
    SeriesDay,
    SeriesView,
    comes,
    ends_with,
    is_host,
    is_own_proposal,
    local_day,
    own_series,
    pattern_of,
    plan_days,
    rows_of,
    skipped_of,
    standing_for,
    view,
)

HORIZON = timedelta(days=60)
LEFT_AT_LEAST = timedelta(days=32)
LONGEST = timedelta(days=366)
BATCH = 50


class SeriesEndWrong(ServiceError):
    """Fields `first` and `last`: between which days (ISO) a series may end."""


class SeriesEmpty(ServiceError):
    """Not one day is left on which they would meet."""


class SeriesAllTaken(ServiceError):
    """On every day of the series somebody who is needed is engaged elsewhere."""


@dataclass(frozen=True, slots=True)
class SeriesDraft:
    """What a series would be: all its days, with those left out. `year_end`: the end of the school year."""

    meeting_id: int
    rhythm: Rhythm
    ends_on: date
    days: tuple[SeriesDay, ...]


@dataclass(frozen=True, slots=True)
class SeriesEnds:
    """Until when a series from this meeting may last: the days offered, and the last possible one.

    `rhythm` and `ends_on`: of the series that the meeting belongs to.
    """

    day: date
    new_year: date
    year_end: date
    latest: date
    rhythm: Rhythm | None = None
    ends_on: date | None = None


def offer(session: Session, actor: Actor, meeting_id: int) -> SeriesEnds:
    """What may be chosen for a series from this meeting, which the actor takes part in.

    Raises NotAllowed, NoLongerCurrent, MemberPaused.
    """
    meeting = _source(session, actor, meeting_id)
    day = meeting.starts_at.astimezone(ZoneInfo(actor.timezone)).date()
    school = session.get_one(Organization, meeting.mentorship.organization_id)
    return SeriesEnds(
        day=day,
        new_year=date(day.year, 12, 31),
        year_end=_year_end(school, day),
        latest=day + LONGEST,
        rhythm=meeting.series.rhythm if meeting.series else None,
        ends_on=meeting.series.ends_on if meeting.series else None,
    )


def _year_end(school: Organization, day: date) -> date:
    end = date(day.year, school.year_end_month, school.year_end_day)
    return end if day < end else end.replace(year=day.year + 1)


def _source(session: Session, actor: Actor, meeting_id: int) -> Meeting:
    meeting = open_meeting(session, actor, meeting_id)
    active_pair(session, actor, meeting.mentorship_id)
    if not comes_to(meeting, actor.person_id):
        raise NoLongerCurrent
    return meeting


def preview(
    session: Session, actor: Actor, meeting_id: int, rhythm: Rhythm, ends_on: date, *, now: datetime
) -> SeriesDraft:
    """The days of the series to be, those after the meeting itself. Raises what `propose` raises."""
    meeting = _source(session, actor, meeting_id)
    pattern = _pattern_from(meeting, actor, rhythm, ends_on)
    found = _days_of(session, meeting.mentorship, pattern, meeting.minutes, pattern.starts_on, now)
    return SeriesDraft(meeting_id, rhythm, ends_on, found)


def _pattern_from(meeting: Meeting, actor: Actor, rhythm: Rhythm, ends_on: date) -> Pattern:
    local = meeting.starts_at.astimezone(ZoneInfo(actor.timezone))
    return _checked(Pattern(rhythm, local.date(), ends_on, _minute(local), actor.timezone))


def _minute(local: datetime) -> time:
    return time(local.hour, local.minute)


def _checked(pattern: Pattern) -> Pattern:
    first, last = pattern.starts_on + timedelta(days=7), pattern.starts_on + LONGEST
    if not first <= pattern.ends_on <= last:
        raise SeriesEndWrong(first=first.isoformat(), last=last.isoformat())
    return pattern


def _days_of(
    session: Session,
    mentorship: Mentorship,
    pattern: Pattern,
    minutes: int,
    after: date | None,
    now: datetime,
) -> tuple[SeriesDay, ...]:
    found = plan_days(session, mentorship, pattern, minutes, (), person_ids(mentorship), after=after, now=now)
    if not found:
        raise SeriesEmpty
    if all(one.left == TAKEN for one in found):
        raise SeriesAllTaken
    return found


def propose(
    session: Session,
    actor: Actor,
    meeting_id: int,
    rhythm: Rhythm,
    ends_on: date,
    skipped: Collection[date] = (),
    *,
    now: datetime,
) -> SeriesView:
    """Repeat a meeting that stands: the others answer once for all days. Days off, holidays of the school and
    days on which somebody is engaged are left out by themselves; `skipped` by hand.

    Raises NotAllowed, NoLongerCurrent, MemberPaused, SeriesEndWrong, SeriesEmpty, SeriesAllTaken.
    """
    meeting = _source(session, actor, meeting_id)
    pattern = _pattern_from(meeting, actor, rhythm, ends_on)
    found = _days_of(session, meeting.mentorship, pattern, meeting.minutes, pattern.starts_on, now)
    _require_days(found, skipped)
    same = (
        MeetingSeries.mentorship_id == meeting.mentorship_id,
        MeetingSeries.status == SeriesStatus.PROPOSED,
        MeetingSeries.proposed_by_id == actor.person_id,
        MeetingSeries.starts_on == pattern.starts_on,
        MeetingSeries.at_minutes == pattern.at.hour * 60 + pattern.at.minute,
    )
    if (again := session.scalars(select(MeetingSeries).where(*same)).first()) is not None:
        _take_back(session, again, now)
    plan = Plan(
        # The other kinds are once each: what comes again are working meetings.
        MeetingKind.REGULAR,
        meeting.starts_at,
        meeting.minutes,
        meeting.mode,
        meeting.place,
        meeting.link,
    )
    series = _added(session, actor, meeting.mentorship, pattern, plan, skipped, now)
    series.made_until = pattern.starts_on
    session.flush()
    return view(session, series, actor.person_id, now)


def _require_days(found: Iterable[SeriesDay], skipped: Collection[date]) -> None:
    if not any(not one.left and one.day not in skipped for one in found):
        raise SeriesEmpty


def _take_back(session: Session, series: MeetingSeries, now: datetime) -> None:
    """A second proposal of the same series takes the place of the first."""
    series.status, series.ended_at = SeriesStatus.ENDED, now
    outbox.cancel_topic(session, series_topic(series.id), now=now)


def _added(
    session: Session,
    actor: Actor,
    mentorship: Mentorship,
    pattern: Pattern,
    plan: Plan,
    skipped: Collection[date],
    now: datetime,
) -> MeetingSeries:
    series = MeetingSeries(
        mentorship=mentorship,
        kind=plan.kind,
        rhythm=pattern.rhythm,
        status=SeriesStatus.PROPOSED,
        starts_on=pattern.starts_on,
        ends_on=pattern.ends_on,
        at_minutes=pattern.at.hour * 60 + pattern.at.minute,
        timezone=pattern.timezone,
        minutes=plan.minutes,
        mode=plan.mode,
        place=plan.place,
        link=plan.link,
        skipped=sorted(day.isoformat() for day in skipped),
        answers={},
        proposed_by_id=actor.person_id,
        proposed_at=now,
    )
    session.add(series)
    session.flush()
    for person_id in person_ids(mentorship):
        if person_id != actor.person_id:
            _tell(session, series, "series.proposed", person_id, now)
            waits: dict[str, str | int] = {"kind": "series", "id": series.id}
            representing.tell_curators(
                session, mentorship, person_id, waits, series_topic(series.id), now, now
            )
    return series


def confirm(session: Session, actor: Actor, series_id: int, *, now: datetime) -> SeriesView:
    """One yes for all days. The series runs as soon as the mentor and one mentee have said it; whoever says
    yes later joins all that is to come and where they are free. The meeting that it repeats is confirmed with
    it. A second tap changes nothing.

    Raises NotAllowed, NoLongerCurrent, MemberPaused, SeriesEmpty, SeriesAllTaken.
    """
    series = own_series(session, actor, series_id)
    if series.status in RUNNING and series.answers.get(str(actor.person_id)) is True:
        return view(session, series, actor.person_id, now)
    _require_answerable(series, actor)
    active_pair(session, actor, series.mentorship_id)
    _say(session, series, actor, agrees=True, now=now)
    if series.status == SeriesStatus.CONFIRMED:
        _join(session, series, actor, now)
    elif len({one.role for one in standing_for(series)}) > 1:
        _begin(session, series, actor, now)
    return view(session, series, actor.person_id, now)


def _require_answerable(series: MeetingSeries, actor: Actor) -> None:
    if series.status not in RUNNING or series.mentorship.status != MentorshipStatus.ACTIVE:
        raise NoLongerCurrent
    if is_own_proposal(series, actor.person_id):
        raise NotAllowed


def _say(session: Session, series: MeetingSeries, actor: Actor, *, agrees: bool, now: datetime) -> None:
    # A new object, because a change inside a JSON value is not seen by the session.
    series.answers = {**series.answers, str(actor.person_id): agrees}
    session.flush()
    outbox.cancel_topics(
        session,
        [series_topic(series.id)],
        ("series.proposed",),
        person_id=actor.person_id,
        now=now,
    )


def _begin(session: Session, series: MeetingSeries, actor: Actor, now: datetime) -> None:
    series.status, series.confirmed_at = SeriesStatus.CONFIRMED, now
    first = _adopt_first(session, series, actor, now)
    made, taken = _make_rows(session, series, now)
    if not made and not any(day > (series.made_until or day) for day in days(pattern_of(series))):
        raise SeriesAllTaken if taken else SeriesEmpty
    people = [one.membership.person_id for one in standing_for(series)]
    calendar_files.owe(session, [*first, *made], people, now=now)
    for person_id in people:
        if person_id != actor.person_id:
            _tell(session, series, "series.confirmed", person_id, now)


def _adopt_first(session: Session, series: MeetingSeries, actor: Actor, now: datetime) -> list[Meeting]:
    """The meeting that is repeated becomes the first of the series, and one yes is enough for both."""
    query = select(Meeting).where(
        Meeting.mentorship_id == series.mentorship_id,
        Meeting.status.in_(OPEN_STATUSES),
        Meeting.starts_at == pattern_of(series).moment(series.starts_on),
        Meeting.starts_at > now,
        Meeting.series_id.is_(None),
    )
    meeting = session.scalars(query).first()
    if meeting is None:
        return []
    if comes_to(meeting, actor.person_id) is None:
        if _is_taken(session, series, meeting, actor):
            # It stays a question of its own: the other days are not lost because of it.
            return []
        meetings.answer(session, meeting, actor, agrees=True, reason="", now=now)
        if meeting.status == MeetingStatus.PROPOSED and meetings.stands(meeting):
            meetings.stand(session, meeting, now)
    meeting.series_id = series.id
    return [meeting] if meeting.status == MeetingStatus.CONFIRMED else []


def _is_taken(session: Session, series: MeetingSeries, meeting: Meeting, actor: Actor) -> bool:
    """Whether somebody who is needed at this meeting is engaged elsewhere by now."""
    coming = {one.membership.person_id for one in standing_for(series)}
    mentees = [one.membership.person_id for one in series.mentorship.mentees]
    span = (meeting.starts_at, meeting.ends_at)
    among = [one for one in mentees if one in coming]
    return meetings.clash(session, actor, series.mentorship, among, span, meeting.id) is not None


def _make_rows(session: Session, series: MeetingSeries, now: datetime) -> tuple[list[Meeting], list[date]]:
    """Make the meetings up to the horizon. Returns them, and the days that had to be left out because
    somebody is engaged.
    """
    until = min(local_day(series, now + HORIZON), series.ends_on)
    coming = {one.membership.person_id for one in standing_for(series)}
    found = [
        one
        for one in plan_days(
            session,
            series.mentorship,
            pattern_of(series),
            series.minutes,
            skipped_of(series),
            coming,
            after=series.made_until,
            now=now,
        )
        if one.day <= until
    ]
    made = [_row(session, series, one.starts_at, now) for one in found if not one.left]
    taken = [one.day for one in found if one.left == TAKEN]
    _skip(series, taken)
    series.made_until = max(until, series.made_until or until)
    session.flush()
    return made, taken


def _row(session: Session, series: MeetingSeries, starts_at: datetime, now: datetime) -> Meeting:
    meeting = Meeting.propose(
        series.mentorship_id, series.kind, starts_at, series.place, series.proposed_by_id, now=now
    )
    meeting.mentorship, meeting.series = series.mentorship, series
    meeting.minutes, meeting.mode, meeting.link = series.minutes, series.mode, series.link
    meeting.answers = [
        MeetingAnswer(person_id=int(person_id), agrees=agrees, answered_at=now)
        for person_id, agrees in series.answers.items()
        if series.mentorship.member(int(person_id)) is not None
    ]
    session.add(meeting)
    session.flush()
    meetings.stand(session, meeting, now)
    return meeting


def _skip(series: MeetingSeries, more: Iterable[date]) -> None:
    series.skipped = sorted({*series.skipped, *(day.isoformat() for day in more)})


def _join(session: Session, series: MeetingSeries, actor: Actor, now: datetime) -> None:
    joined = []
    for meeting in rows_of(session, series):
        span = (meeting.starts_at, meeting.ends_at)
        if meetings.clash(session, actor, series.mentorship, (), span, meeting.id) is not None:
            continue
        if meeting.starts_at > now and not comes_to(meeting, actor.person_id):
            meetings.answer(session, meeting, actor, agrees=True, reason="", now=now)
            if meeting.status == MeetingStatus.CONFIRMED:
                meetings.owe_to(session, meeting, actor, now)
            joined.append(meeting)
    calendar_files.owe(session, joined, [actor.person_id], now=now)
    _tell_mentor(session, series, "series.joined", actor, now)


def decline(session: Session, actor: Actor, series_id: int, *, now: datetime) -> SeriesView:
    """One no for all days; no reason is asked. In a group the others may still meet. A second tap changes
    nothing.

    Raises NotAllowed, NoLongerCurrent.
    """
    series = own_series(session, actor, series_id)
    if series.answers.get(str(actor.person_id)) is False:
        return view(session, series, actor.person_id, now)
    _require_answerable(series, actor)
    if comes(series, actor.person_id):
        raise NoLongerCurrent
    _say(session, series, actor, agrees=False, now=now)
    if _is_refused(series):
        series.status, series.ended_at = SeriesStatus.DECLINED, now
        outbox.cancel_topic(session, series_topic(series.id), now=now)
        _tell_others(session, series, "series.declined", actor, now)
    else:
        _stay_away(session, series, actor, now)
        _tell_mentor(session, series, "series.left", actor, now)
    return view(session, series, actor.person_id, now)


def _is_refused(series: MeetingSeries) -> bool:
    mentees = [comes(series, one.membership.person_id) for one in series.mentorship.mentees]
    mentor = comes(series, series.mentorship.mentor.membership.person_id)
    return mentor is False or all(one is False for one in mentees)


def _stay_away(session: Session, series: MeetingSeries, actor: Actor, now: datetime) -> None:
    """The actor comes to none of its meetings; one that can't be without them is called off."""
    absent = []
    for meeting in rows_of(session, series):
        if meeting.starts_at <= now or comes_to(meeting, actor.person_id) is False:
            continue
        if meeting.status == MeetingStatus.CONFIRMED and comes_to(meeting, actor.person_id):
            meetings.stay_away(session, meeting, actor, now)
            if not meetings.stands(meeting):
                meetings.end_meeting(session, meeting, MeetingStatus.CANCELLED, now)
        else:
            meetings.answer(session, meeting, actor, agrees=False, reason="", now=now)
        absent.append(meeting)
    calendar_files.owe(session, absent, [actor.person_id], now=now)


def end(session: Session, actor: Actor, series_id: int, *, now: datetime) -> SeriesView:
    """No more of it: the coming meetings of the series are called off, the others are told once. A mentee of
    a group only leaves, while others still come. A second tap changes nothing.

    Raises NotAllowed, NoLongerCurrent.
    """
    series = own_series(session, actor, series_id)
    if series.status == SeriesStatus.ENDED or comes(series, actor.person_id) is False:
        return view(session, series, actor.person_id, now)
    if series.status not in RUNNING:
        raise NoLongerCurrent
    if not comes(series, actor.person_id):
        raise NotAllowed
    if ends_with(series, actor.person_id):
        was_running = series.status == SeriesStatus.CONFIRMED
        _call_off(session, series, now)
        series.status, series.ended_at = SeriesStatus.ENDED, now
        outbox.cancel_topic(session, series_topic(series.id), now=now)
        _tell_others(session, series, "series.ended" if was_running else "series.taken_back", actor, now)
    else:
        _say(session, series, actor, agrees=False, now=now)
        _stay_away(session, series, actor, now)
        _tell_mentor(session, series, "series.left", actor, now)
    return view(session, series, actor.person_id, now)


def _call_off(session: Session, series: MeetingSeries, now: datetime, since: datetime | None = None) -> None:
    """Its coming meetings, from a moment on, are no more; one file takes them all out of the calendars."""
    ended = [one for one in rows_of(session, series) if one.starts_at > now]
    ended = [one for one in ended if since is None or one.starts_at >= since]
    people: dict[int, None] = {}
    for meeting in ended:
        people.update(dict.fromkeys(meetings.taking_part(meeting)))
        meetings.end_meeting(session, meeting, MeetingStatus.CANCELLED, now, files=False)
    session.flush()
    calendar_files.owe(session, ended, people, now=now)


def skip_day(session: Session, actor: Actor, series_id: int, day: date, *, now: datetime) -> SeriesView:
    """No meeting of the series on that day; the others are told. In a group the mentor decides. A second tap
    changes nothing.

    Raises NotAllowed, NoLongerCurrent for a day that is over or no day of the series.
    """
    series = own_series(session, actor, series_id)
    if day in skipped_of(series):
        return view(session, series, actor.person_id, now)
    # One that was moved is skipped on the day that it was moved to.
    rows = [one for one in rows_of(session, series) if one.starts_at > now]
    of_day = [one for one in rows if local_day(series, one.starts_at) == day]
    if series.status != SeriesStatus.CONFIRMED or not (of_day or day in _coming_days(series, now)):
        raise NoLongerCurrent
    if not is_host(series, actor.person_id) or not comes(series, actor.person_id):
        raise NotAllowed
    _skip(series, [day])
    for meeting in of_day:
        meetings.end_meeting(session, meeting, MeetingStatus.CANCELLED, now)
    _tell_others(session, series, "series.skipped", actor, now, day=day.isoformat())
    return view(session, series, actor.person_id, now)


def _coming_days(series: MeetingSeries, now: datetime) -> list[date]:
    pattern = pattern_of(series)
    return [day for day in days(pattern) if pattern.moment(day) > now]


def preview_following(
    session: Session, actor: Actor, meeting_id: int, starts_at: datetime, *, now: datetime
) -> SeriesDraft:
    """The days of a series if this meeting and all that follow were at that day and time. Raises what
    `move_following` raises.
    """
    meeting, series = _movable(session, actor, meeting_id, now)
    pattern = _moved(series, actor, starts_at, now)
    taken = plan_days(session, series.mentorship, pattern, meeting.minutes, (), (), now=now)
    if not taken:
        raise SeriesEmpty
    return SeriesDraft(meeting_id, series.rhythm, series.ends_on, taken)


def move_following(
    session: Session,
    actor: Actor,
    meeting_id: int,
    plan: Plan,
    skipped: Collection[date] = (),
    *,
    now: datetime,
) -> SeriesView:
    """This meeting of a series and all that follow at another day and time: the old series ends before, its
    later meetings are called off, and a new series is proposed in its place.

    Raises NotAllowed, NoLongerCurrent, MemberPaused, MeetingTimePassed, SeriesEndWrong, SeriesEmpty,
    SeriesAllTaken.
    """
    meeting, series = _movable(session, actor, meeting_id, now)
    pattern = _moved(series, actor, plan.starts_at, now)
    _call_off(session, series, now, since=meeting.starts_at)
    last = local_day(series, meeting.starts_at) - timedelta(days=1)
    series.ends_on = last
    series.made_until = min(series.made_until or last, last)
    if not any(one.starts_at > now for one in rows_of(session, series)):
        series.status, series.ended_at = SeriesStatus.ENDED, now
    outbox.cancel_topic(session, series_topic(series.id), now=now)
    _require_days(_days_of(session, series.mentorship, pattern, plan.minutes, None, now), skipped)
    new = _added(session, actor, series.mentorship, pattern, plan, skipped, now)
    new.kind, new.replaces_id = series.kind, series.id
    session.flush()
    return view(session, new, actor.person_id, now)


def _movable(session: Session, actor: Actor, meeting_id: int, now: datetime) -> tuple[Meeting, MeetingSeries]:
    meeting = open_meeting(session, actor, meeting_id)
    active_pair(session, actor, meeting.mentorship_id)
    if meeting.series is None or meeting.series.status != SeriesStatus.CONFIRMED:
        raise NoLongerCurrent
    if meeting.has_started(now):
        raise MeetingTimePassed
    if not may_move(meeting, actor.person_id) or not is_host(meeting.series, actor.person_id):
        raise NotAllowed
    return meeting, meeting.series


def _moved(series: MeetingSeries, actor: Actor, starts_at: datetime, now: datetime) -> Pattern:
    if starts_at <= now:
        raise MeetingTimePassed
    local = starts_at.astimezone(ZoneInfo(actor.timezone))
    pattern = Pattern(series.rhythm, local.date(), series.ends_on, _minute(local), actor.timezone)
    if pattern.starts_on > pattern.ends_on:
        raise SeriesEmpty
    return pattern


def tick_extend(session: Session, *, now: datetime) -> int:
    """A tick: make the next meetings of the running series, up to 60 days ahead, when no more than a month of
    them is left: with them comes a file for the calendar, and that should not be every week. A series of a
    pair with somebody who has paused waits until they go on. Returns how many series.
    """
    paused = (
        select(MentorshipMember.mentorship_id)
        .join(Membership, Membership.id == MentorshipMember.membership_id)
        .where(Membership.status != MembershipStatus.ACTIVE)
    )
    due = (
        MeetingSeries.status == SeriesStatus.CONFIRMED,
        MeetingSeries.made_until < MeetingSeries.ends_on,
        MeetingSeries.made_until < (now + LEFT_AT_LEAST).date(),
        MeetingSeries.mentorship_id.not_in(paused),
        MeetingSeries.mentorship.has(Mentorship.status == MentorshipStatus.ACTIVE),
    )
    query = select(MeetingSeries).where(*due).order_by(MeetingSeries.id).limit(BATCH)
    found = session.scalars(query).all()
    for series in found:
        _extend(session, series, now)
    return len(found)


def _extend(session: Session, series: MeetingSeries, now: datetime) -> None:
    made, taken = _make_rows(session, series, now)
    people = [one.membership.person_id for one in standing_for(series)]
    if made:
        calendar_files.owe(session, made, people, now=now)
    for person_id in people if taken else ():
        _tell(session, series, "series.left_out", person_id, now, day=taken[0].isoformat())


def tick_over(session: Session, *, now: datetime) -> int:
    """A tick: series whose last day is over are ended; of a proposal that nobody answered the one who made it
    is told. Returns how many.
    """
    over = (MeetingSeries.status.in_(RUNNING), MeetingSeries.ends_on <= now.date())
    query = select(MeetingSeries).where(*over).order_by(MeetingSeries.id).limit(BATCH)
    found = [one for one in session.scalars(query) if one.ends_on < today_in(one.timezone, now)]
    for series in found:
        if series.status == SeriesStatus.PROPOSED:
            _tell(session, series, "series.lapsed", series.proposed_by_id, now)
        series.status, series.ended_at = SeriesStatus.ENDED, now
    return len(found)


def _tell(
    session: Session, series: MeetingSeries, kind: str, person_id: int, now: datetime, **more: str | int
) -> None:
    mark = ":".join(str(one) for one in more.values())
    outbox.notify(
        session,
        kind=kind,
        key=f"{kind}:{series.id}:{person_id}:{mark}",
        person_id=person_id,
        payload={"series_id": series.id, **more},
        topic=series_topic(series.id),
        due_at=now,
        now=now,
    )


def _tell_others(
    session: Session, series: MeetingSeries, kind: str, actor: Actor, now: datetime, **more: str | int
) -> None:
    for person_id in person_ids(series.mentorship):
        if person_id != actor.person_id:
            _tell(session, series, kind, person_id, now, **more)


def _tell_mentor(session: Session, series: MeetingSeries, kind: str, actor: Actor, now: datetime) -> None:
    """The mentor hears what a mentee of the group says to the series: of each of them, and of each time."""
    mentor = series.mentorship.mentor.membership.person_id
    if mentor == actor.person_id:
        return
    outbox.notify(
        session,
        kind=kind,
        key=f"{kind}:{series.id}:{actor.person_id}:{mentor}:{now.isoformat()}",
        person_id=mentor,
        payload={"series_id": series.id, "about_id": actor.person_id},
        # Only a later word of the same person takes the place of this one.
        topic=f"{series_topic(series.id)}:about:{actor.person_id}",
        due_at=now,
        now=now,
    )
