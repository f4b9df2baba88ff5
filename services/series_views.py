"""Series of meetings as one member of the pair sees them: their days, who comes, what may be done.

Only reads. What changes a series is in services/meeting_series.py.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from models import (
    Meeting,
    MeetingKind,
    MeetingMode,
    MeetingSeries,
    Mentorship,
    MentorshipMember,
    MentorshipStatus,
    Rhythm,
    Role,
    SeriesStatus,
)
from services import meeting_views, member_times, representing
from services.access import Actor
from services.errors import NoLongerCurrent, NotAllowed
from services.meeting_answers import is_group
from services.meeting_views import OPEN_STATUSES, busy, may_act, pair_ids
from services.meetings import PROPOSED
from services.names import PersonName
from services.series_days import Pattern, days, left_out
from services.working_days import SATURDAY, is_holiday, is_working_day

PAGE_SIZE = 6
RUNNING = (SeriesStatus.PROPOSED, SeriesStatus.CONFIRMED)
TAKEN = "taken"
"""Somebody who is needed is engaged then."""
CALLED_OFF = "called_off"


class SeriesAction(StrEnum):
    """What one person may do with a series now."""

    CONFIRM = "confirm"
    DECLINE = "decline"
    END = "end"
    LEAVE = "leave"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class SeriesDay:
    """One day of a series. `left`: why there is no meeting: a value of Left, `taken` or `called_off`."""

    day: date
    starts_at: datetime
    left: str = ""


@dataclass(frozen=True, slots=True)
class SeriesView:
    """A series as one member sees it. `days`: what is still to come, in order, with the days left out.
    `comes`: what this person has said, None while they are asked. `made_at`: the local time of its meetings
    on the first of these days.
    """

    id: int
    mentorship_id: int
    kind: MeetingKind
    rhythm: Rhythm
    status: SeriesStatus
    starts_on: date
    ends_on: date
    minutes: int
    mode: MeetingMode
    place: str
    link: str
    others: tuple[PersonName, ...]
    proposed_by: PersonName
    is_proposer: bool
    comes: bool | None
    replaces: bool
    days: tuple[SeriesDay, ...]
    actions: frozenset[SeriesAction]
    by_curator: bool = False

    @property
    def meetings(self) -> tuple[SeriesDay, ...]:
        """The days on which they meet."""
        return tuple(one for one in self.days if not one.left)


@dataclass(frozen=True, slots=True)
class SeriesPage:
    series: tuple[SeriesView, ...]
    page: int
    pages: int


def pattern_of(series: MeetingSeries) -> Pattern:
    at = time(*divmod(series.at_minutes, 60))
    return Pattern(series.rhythm, series.starts_on, series.ends_on, at, series.timezone)


def first_of(series: MeetingSeries) -> datetime:
    """When the first meeting that the series adds or is made of begins."""
    pattern = pattern_of(series)
    return pattern.moment(next(iter(days(pattern)), series.starts_on))


def skipped_of(series: MeetingSeries) -> frozenset[date]:
    return frozenset(date.fromisoformat(one) for one in series.skipped)


def comes(series: MeetingSeries, person_id: int) -> bool | None:
    """What this member of the pair has said to the series as a whole; proposing is a yes."""
    said = series.answers.get(str(person_id))
    if said is not None:
        return bool(said)
    return True if series.proposed_by_id == person_id else None


def standing_for(series: MeetingSeries) -> list[MentorshipMember]:
    """Who takes part in the series."""
    return [one for one in series.mentorship.members if comes(series, one.membership.person_id)]


def plan_days(
    session: Session,
    mentorship: Mentorship,
    pattern: Pattern,
    minutes: int,
    skipped: Collection[date],
    coming: Collection[int],
    *,
    after: date | None = None,
    now: datetime,
) -> tuple[SeriesDay, ...]:
    """The days of a pattern that are still to come, each with why it is left out, where it is.

    `coming`: the numbers of the people who would be there: of the mentees one at least has to be free.
    `after`: days up to this one are no business of the question.
    """
    found = [(day, pattern.moment(day)) for day in days(pattern) if after is None or day > after]
    found = [(day, start) for day, start in found if start > now]
    if not found:
        return ()
    breaks = member_times.breaks_of(session, mentorship.organization_id)
    lasts = timedelta(minutes=minutes)
    taken = {one: _taken(session, one, found[0][1], found[-1][1] + lasts) for one in coming}
    is_day_off = _days_off(pattern)
    return tuple(
        SeriesDay(
            day,
            start,
            left_out(day, skipped, breaks, is_day_off)
            or (TAKEN if _clashes(mentorship, taken, start, start + lasts) else ""),
        )
        for day, start in found
    )


def _days_off(pattern: Pattern) -> Callable[[date], bool]:
    """Who agreed on Saturdays means them; public holidays are left out all the same."""
    return is_holiday if pattern.starts_on.weekday() >= SATURDAY else _is_no_working_day


def _is_no_working_day(day: date) -> bool:
    return not is_working_day(day)


Spans = list[tuple[datetime, datetime]]


def _taken(session: Session, person_id: int, since: datetime, until: datetime) -> Spans:
    found = busy(session, person_id, since, until)
    return [(start, end) for start, end, what in found if what != PROPOSED]


def _clashes(mentorship: Mentorship, taken: Mapping[int, Spans], start: datetime, end: datetime) -> bool:
    """The mentor has to be free, and one of the mentees who would come."""
    mentor = mentorship.mentor.membership.person_id
    engaged = {who: any(a < end and b > start for a, b in spans) for who, spans in taken.items()}
    mentees = [is_engaged for who, is_engaged in engaged.items() if who != mentor]
    return engaged.get(mentor, False) or (bool(mentees) and all(mentees))


def own_series(session: Session, actor: Actor, series_id: int) -> MeetingSeries:
    """A series of the actor's own pair. Raises NotAllowed, NoLongerCurrent."""
    series = session.get(MeetingSeries, series_id)
    if series is None:
        raise NoLongerCurrent
    if not may_act(series.mentorship, actor):
        raise NotAllowed
    return series


def see(session: Session, actor: Actor, series_id: int, *, now: datetime) -> SeriesView:
    """One series of one's own pair. Raises NotAllowed, NoLongerCurrent."""
    return view(session, own_series(session, actor, series_id), actor.person_id, now)


def as_seen_by(session: Session, person_id: int, series_id: int, *, now: datetime) -> SeriesView | None:
    """The series for a message to a member of the pair, or None when there is nothing to tell this person."""
    series = session.get(MeetingSeries, series_id)
    if series is None or series.mentorship.member(person_id) is None:
        return None
    return view(session, series, person_id, now)


def word_of(session: Session, series_id: int, person_id: int) -> tuple[PersonName, bool] | None:
    """What one member has answered, for a message to another of the same pair; None without an answer."""
    series = session.get(MeetingSeries, series_id)
    member = series.mentorship.member(person_id) if series else None
    said = comes(series, person_id) if series else None
    return (PersonName.of(member.membership), said) if member is not None and said is not None else None


def my_series(session: Session, actor: Actor, *, page: int = 0, now: datetime) -> SeriesPage:
    """The series that are proposed or run, the latest first."""
    found = session.scalars(_running(actor)).all()
    pages = max(1, -(-len(found) // PAGE_SIZE))
    page = min(max(page, 0), pages - 1)
    shown = found[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    return SeriesPage(tuple(view(session, one, actor.person_id, now) for one in shown), page, pages)


def waiting_for_answer(session: Session, actor: Actor) -> int:
    """How many series wait for this person's yes or no."""
    active = MeetingSeries.mentorship.has(Mentorship.status == MentorshipStatus.ACTIVE)
    return sum(comes(one, actor.person_id) is None for one in session.scalars(_running(actor).where(active)))


def all_waiting(session: Session, actor: Actor) -> int:
    """How many meetings and series wait for this person's answer: the figure in the menu."""
    return meeting_views.waiting_for_answer(session, actor) + waiting_for_answer(session, actor)


def _running(actor: Actor) -> Select[MeetingSeries]:
    return (
        select(MeetingSeries)
        .where(MeetingSeries.mentorship_id.in_(pair_ids(actor.person_id)), MeetingSeries.status.in_(RUNNING))
        .order_by(MeetingSeries.id.desc())
    )


def view(session: Session, series: MeetingSeries, person_id: int, now: datetime) -> SeriesView:
    mentorship = series.mentorship
    proposer = mentorship.member(series.proposed_by_id) or mentorship.mentor
    me = mentorship.member(person_id)
    others = [one.membership for one in mentorship.members if me is None or one.role != me.role]
    return SeriesView(
        id=series.id,
        mentorship_id=series.mentorship_id,
        kind=series.kind,
        rhythm=series.rhythm,
        status=series.status,
        starts_on=series.starts_on,
        ends_on=series.ends_on,
        minutes=series.minutes,
        mode=series.mode,
        place=series.place,
        link=series.link,
        others=tuple(PersonName.of(one) for one in others),
        proposed_by=PersonName.of(proposer.membership),
        is_proposer=series.proposed_by_id == person_id,
        comes=comes(series, person_id),
        replaces=series.replaces_id is not None,
        days=_days(session, series, now),
        actions=frozenset(_actions(series, person_id)),
        by_curator=representing.was_answered_by_curator(session, mentorship, "series", series.id),
    )


def _days(session: Session, series: MeetingSeries, now: datetime) -> tuple[SeriesDay, ...]:
    if series.status not in RUNNING:
        return ()
    members = {one.membership.person_id for one in series.mentorship.members}
    coming = {one.membership.person_id for one in standing_for(series)}
    if series.status == SeriesStatus.PROPOSED:
        coming = members
    later = plan_days(
        session,
        series.mentorship,
        pattern_of(series),
        series.minutes,
        skipped_of(series),
        coming,
        after=series.made_until,
        now=now,
    )
    return tuple(sorted((*_made(session, series, now), *later), key=lambda one: one.starts_at))


def _made(session: Session, series: MeetingSeries, now: datetime) -> Iterator[SeriesDay]:
    """The meetings that are rows already, and the days up to there on which there is none."""
    if series.made_until is None or series.status != SeriesStatus.CONFIRMED:
        return
    standing = [one for one in rows_of(session, series) if one.starts_at > now]
    met = {local_day(series, one.starts_at) for one in standing}
    yield from (SeriesDay(local_day(series, one.starts_at), one.starts_at) for one in standing)
    breaks = member_times.breaks_of(session, series.mentorship.organization_id)
    pattern = pattern_of(series)
    for day in days(pattern):
        start = pattern.moment(day)
        if day in met or day > series.made_until or start <= now:
            continue
        why = left_out(day, skipped_of(series), breaks, _days_off(pattern))
        yield SeriesDay(day, start, why or CALLED_OFF)


def rows_of(session: Session, series: MeetingSeries) -> list[Meeting]:
    """The meetings of the series that stand, by time."""
    query = select(Meeting).where(Meeting.series_id == series.id, Meeting.status.in_(OPEN_STATUSES))
    return list(session.scalars(query.order_by(Meeting.starts_at)))


def local_day(series: MeetingSeries, moment: datetime) -> date:
    """The day of a moment by the clock of the series."""
    return moment.astimezone(ZoneInfo(series.timezone)).date()


def _actions(series: MeetingSeries, person_id: int) -> Iterator[SeriesAction]:
    if series.status not in RUNNING or series.mentorship.status != MentorshipStatus.ACTIVE:
        return
    mine = comes(series, person_id)
    if not mine and not is_own_proposal(series, person_id):
        yield SeriesAction.CONFIRM
        if mine is None:
            yield SeriesAction.DECLINE
        return
    if ends_with(series, person_id):
        yield SeriesAction.END
        if series.status == SeriesStatus.CONFIRMED and is_host(series, person_id):
            yield SeriesAction.SKIP
    else:
        yield SeriesAction.LEAVE


def is_own_proposal(series: MeetingSeries, person_id: int) -> bool:
    return series.proposed_by_id == person_id and str(person_id) not in series.answers


def is_host(series: MeetingSeries, person_id: int) -> bool:
    """For a whole group the mentor decides; in a pair either does."""
    return not is_group(series.mentorship) or (series.mentorship.mentor.membership.person_id == person_id)


def ends_with(series: MeetingSeries, person_id: int) -> bool:
    """Whether the series is over when this person does not take part in it any more."""
    if series.status == SeriesStatus.PROPOSED:
        return series.proposed_by_id == person_id
    staying: Iterable[Role] = (
        one.role for one in standing_for(series) if one.membership.person_id != person_id
    )
    return set(staying) != {Role.MENTOR, Role.MENTEE}
