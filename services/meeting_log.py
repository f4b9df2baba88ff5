"""Writing down that a meeting took place: what waits for the person's word, and meetings that nobody planned
(L-5-4).

A meeting noted after the fact counts like any other: the other side is asked, and may say that there was
none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from models import (
    AttendanceReport,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Mentorship,
    Notification,
    NotificationStatus,
    TrialAnswer,
)
from services import attendance, meeting_views, outbox, trial
from services.access import Actor
from services.errors import NoLongerCurrent, NotAllowed, ServiceError
from services.local_time import today_in
from services.meeting_answers import participants
from services.meeting_messages import cancel_owed, owe_question, question_topic
from services.meeting_times import parse_time, resolve_local
from services.meeting_views import PairView, meetings_of, own_meeting, report_of
from services.names import PersonName
from services.text_limits import clean
from services.typed_dates import NotADate, names_year, read_day

Listed = TypeVar("Listed")

PAGE_SIZE = 4
PAIRS_SHOWN = 5
BACK = timedelta(days=60)
KIND_OPEN_FOR = timedelta(days=14)
USUAL_AT = time(15)
"""The time of a meeting of an earlier day of which only the day was said."""

_HAPPENED = (
    MeetingStatus.CONFIRMED,
    MeetingStatus.HELD,
    MeetingStatus.NOT_HELD,
    MeetingStatus.DISPUTED,
)
_TIME_AT_END = re.compile(
    r"(?P<day>.+?)[\s,]+(?:(?:в|at)\s+)?(?P<time>\d{1,2}[:.]\d{2})"  # text-check: allow
)
_HOUR_AT_END = re.compile(r"(?P<day>.+?)[\s,]+(?:в|at)\s+(?P<time>\d{1,2})(?:\s*ч\.?)?")  # text-check: allow
_DAYS_AGO = {
    **dict.fromkeys(("сегодня", "бүген", "today"), 0),  # text-check: allow
    **dict.fromkeys(("вчера", "кичә", "yesterday"), 1),  # text-check: allow
    **dict.fromkeys(("позавчера", "өченче көн"), 2),  # text-check: allow
}


_WEEKDAYS = (
    ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"),  # text-check: allow
    ("понедельник", "вторник", "среду", "четверг", "пятницу", "субботу", "воскресенье"),  # text-check: allow
    ("пн", "вт", "ср", "чт", "пт", "сб", "вс"),  # text-check: allow
    ("дүшәмбе", "сишәмбе", "чәршәмбе", "пәнҗешәмбе", "җомга", "шимбә", "якшәмбе"),  # text-check: allow
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
)


class LoggedInFuture(ServiceError):
    """What has not been yet can't be written down as having been."""


class LoggedTooLongAgo(ServiceError):
    """Field `days`: how many days back a meeting may be written down."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A meeting of which the person has not said whether it took place."""

    meeting_id: int
    kind: MeetingKind
    starts_at: datetime
    others: tuple[PersonName, ...]


@dataclass(frozen=True, slots=True)
class LogView:
    """What waits for the person's word, the latest first, and their pairs, for unplanned meetings: each by
    pages of its own.
    """

    waiting: tuple[Waiting, ...]
    pairs: tuple[PairView, ...]
    today: date
    page: int
    pages: int
    pairs_page: int
    pairs_pages: int


@dataclass(frozen=True, slots=True)
class Logged:
    """What became of a note: the meeting it is now, or the one of the same day that it may be (`same_as`).

    `is_new`: it was written down now. `at_minutes`: the local time that was meant, or would be.
    """

    meeting_id: int
    mentorship_id: int
    starts_at: datetime
    kind: MeetingKind
    others: tuple[PersonName, ...]
    is_new: bool
    same_as: bool
    is_mine: bool
    day: date
    at_minutes: int


# ---- what waits


def see(session: Session, actor: Actor, *, page: int = 0, pairs_page: int = 0, now: datetime) -> LogView:
    """«Note a meeting»: what waits for the person's word, and the pairs whose meetings they may note."""
    found, page, pages = _paged(_waiting(session, actor, now), page, PAGE_SIZE)
    pairs, pairs_page, pairs_pages = _paged(meeting_views.pairs(session, actor), pairs_page, PAIRS_SHOWN)
    shown = tuple(_line(one, actor) for one in found)
    today = today_in(actor.timezone, now)
    return LogView(shown, tuple(pairs), today, page, pages, pairs_page, pairs_pages)


def _paged(found: Sequence[Listed], page: int, size: int) -> tuple[Sequence[Listed], int, int]:
    """What is on a page, which one that is, and how many there are."""
    pages = max(1, -(-len(found) // size))
    page = min(max(page, 0), pages - 1)
    return found[page * size : (page + 1) * size], page, pages


def count_waiting(session: Session, actor: Actor) -> int:
    """How many meetings the person has been asked about without having answered: the figure in the menu."""
    found = _waiting(session, actor, None)
    keys = [question_topic(one, actor.person_id) for one in found]
    asked = select(func.count()).where(
        Notification.key.in_(keys),
        Notification.status.not_in((NotificationStatus.PENDING, NotificationStatus.CANCELLED)),
    )
    return (session.scalar(asked) or 0) if keys else 0


def _waiting(session: Session, actor: Actor, now: datetime | None) -> list[Meeting]:
    """The confirmed meetings without this person's word, the latest first; with `now` those begun."""
    query = (
        meetings_of(actor.person_id)
        .where(Meeting.status == MeetingStatus.CONFIRMED)
        .options(selectinload(Meeting.reports), selectinload(Meeting.answers))
        .order_by(Meeting.starts_at.desc(), Meeting.id.desc())
    )
    if now is not None:
        query = query.where(Meeting.starts_at <= now)
    return [
        one
        for one in session.scalars(query)
        if actor.person_id in attendance.expected(one) and report_of(one, actor.person_id) is None
    ]


def _line(meeting: Meeting, actor: Actor) -> Waiting:
    return Waiting(meeting.id, meeting.kind, meeting.starts_at, _others(meeting, actor.person_id))


def _others(meeting: Meeting, person_id: int) -> tuple[PersonName, ...]:
    me = meeting.mentorship.member(person_id)
    came = [one for one in participants(meeting) if me is None or one.role != me.role]
    return tuple(PersonName.of(one.membership) for one in came)


# ---- meetings that nobody planned


def log(
    session: Session, actor: Actor, mentorship_id: int, day: date, at: time | None = None, *, now: datetime
) -> Logged:
    """Note that the pair met on that local day, perhaps at that local time; the others are asked.

    Where the pair has a meeting of that day already, nothing is written and that one is returned with
    `same_as`. Raises NotAllowed, NoLongerCurrent, MemberPaused, LoggedInFuture, LoggedTooLongAgo.
    """
    pair = meeting_views.active_pair(session, actor, mentorship_id)
    today = today_in(actor.timezone, now)
    if day > today:
        raise LoggedInFuture
    if day < today - BACK:
        raise LoggedTooLongAgo(days=BACK.days)
    same_day = _on_day(session, pair, day, actor.timezone, now)
    starts_at = _moment(day, at, actor.timezone, now)
    if same_day:
        free = _apart(starts_at, same_day, day, actor.timezone, now)
        return _logged(same_day[0], actor, free, day, same_as=True)
    return _logged(_add(session, actor, pair, starts_at, now), actor, starts_at, day, is_new=True)


def log_another(
    session: Session, actor: Actor, mentorship_id: int, day: date, minutes: int, *, now: datetime
) -> Logged:
    """Note a meeting beside another of the same day. A second tap makes no third.

    Raises as `log` does, and NoLongerCurrent for a button that was tampered with.
    """
    if not 0 <= minutes < 24 * 60:
        raise NoLongerCurrent
    at = time(minutes // 60, minutes % 60)
    pair = meeting_views.active_pair(session, actor, mentorship_id)
    today = today_in(actor.timezone, now)
    starts_at = resolve_local(day, at, actor.timezone)
    if day > today or starts_at > now:
        raise LoggedInFuture
    if day < today - BACK:
        raise LoggedTooLongAgo(days=BACK.days)
    known = [one for one in _on_day(session, pair, day, actor.timezone, now) if one.starts_at == starts_at]
    if known:
        return _logged(known[0], actor, starts_at, day, same_as=not _is_mine(known[0], actor))
    return _logged(_add(session, actor, pair, starts_at, now), actor, starts_at, day, is_new=True)


def same(session: Session, actor: Actor, meeting_id: int, *, now: datetime) -> None:
    """What was meant is this meeting: the person's word that it took place.

    Raises what `attendance.report` raises.
    """
    meeting = own_meeting(session, actor, meeting_id)
    if meeting.status != MeetingStatus.HELD:
        attendance.report(session, actor, meeting_id, True, now=now)


def take_back(session: Session, actor: Actor, meeting_id: int, *, now: datetime) -> int:
    """It was a slip: the meeting that the actor wrote down has not been. Only while nobody else has answered.

    Returns the pair. A second tap changes nothing. Raises NotAllowed, NoLongerCurrent.
    """
    meeting = own_meeting(session, actor, meeting_id)
    if not _is_mine(meeting, actor):
        raise NotAllowed
    if meeting.status != MeetingStatus.CANCELLED:
        if not may_take_back(meeting, actor.person_id):
            raise NoLongerCurrent
        meeting.status, meeting.ended_at = MeetingStatus.CANCELLED, now
        cancel_owed(session, meeting, now)
    return meeting.mentorship_id


def may_take_back(meeting: Meeting, person_id: int) -> bool:
    """Whether it is still nothing but this person's own word."""
    is_own = meeting.is_after_the_fact and meeting.proposed_by_id == person_id
    alone = all(one.person_id == person_id for one in meeting.reports)
    return is_own and alone and meeting.status == MeetingStatus.CONFIRMED


def _on_day(session: Session, pair: Mentorship, day: date, timezone: str, now: datetime) -> list[Meeting]:
    """The meetings of the pair that were, or were to be, on that local day before now."""
    since, until = (resolve_local(one, time(0), timezone) for one in (day, day + timedelta(days=1)))
    query = (
        select(Meeting)
        .where(
            Meeting.mentorship_id == pair.id,
            Meeting.status.in_(_HAPPENED),
            Meeting.starts_at >= since,
            Meeting.starts_at < until,
            Meeting.starts_at <= now,
        )
        .order_by(Meeting.starts_at.desc(), Meeting.id.desc())
    )
    return list(session.scalars(query))


def _moment(day: date, at: time | None, timezone: str, now: datetime) -> datetime:
    """When it began. Of which only the day is known: an hour ago today, in the afternoon of an earlier day.

    Raises LoggedInFuture.
    """
    if at is not None:
        moment = resolve_local(day, at, timezone)
        if moment > now:
            raise LoggedInFuture
        return moment
    if day < today_in(timezone, now):
        return resolve_local(day, USUAL_AT, timezone)
    hour_ago = (now - Meeting.DURATION).replace(second=0, microsecond=0)
    return max(hour_ago, resolve_local(day, time(0), timezone))


def _apart(wished: datetime, same_day: list[Meeting], day: date, timezone: str, now: datetime) -> datetime:
    """A moment of the day for one more meeting: the wished one, or beside those that are known."""
    taken = {one.starts_at for one in same_day}
    if wished not in taken:
        return wished
    after = max(one.ends_at for one in same_day)
    if after <= now and today_in(timezone, after) == day:
        return after
    minute = timedelta(minutes=1)
    first = resolve_local(day, time(0), timezone)
    while wished in taken and wished > first:
        wished -= minute
    return wished


def _add(session: Session, actor: Actor, pair: Mentorship, starts_at: datetime, now: datetime) -> Meeting:
    kind = meeting_views.pair(session, actor, pair.id).kinds[0]
    meeting = Meeting(
        mentorship_id=pair.id,
        kind=kind,
        status=MeetingStatus.CONFIRMED,
        starts_at=starts_at,
        minutes=min(60, max(1, int((now - starts_at).total_seconds()) // 60)),
        proposed_by_id=actor.person_id,
        proposed_at=now,
        confirmed_at=now,
        is_after_the_fact=True,
    )
    meeting.mentorship = pair
    meeting.answers = []
    meeting.reports = [AttendanceReport(person_id=actor.person_id, held=True, reported_at=now)]
    session.add(meeting)
    session.flush()
    for member in participants(meeting):
        if member.membership.person_id != actor.person_id:
            owe_question(session, meeting, member.membership, now)
    return meeting


def _is_mine(meeting: Meeting, actor: Actor) -> bool:
    return meeting.is_after_the_fact and meeting.proposed_by_id == actor.person_id


def _logged(
    meeting: Meeting,
    actor: Actor,
    at: datetime,
    day: date,
    *,
    is_new: bool = False,
    same_as: bool = False,
) -> Logged:
    local = at.astimezone(ZoneInfo(actor.timezone))
    return Logged(
        meeting_id=meeting.id,
        mentorship_id=meeting.mentorship_id,
        starts_at=meeting.starts_at,
        kind=meeting.kind,
        others=_others(meeting, actor.person_id),
        is_new=is_new,
        same_as=same_as,
        is_mine=_is_mine(meeting, actor),
        day=day,
        at_minutes=local.hour * 60 + local.minute,
    )


# ---- what kind it was


def kinds(session: Session, actor: Actor, meeting_id: int, *, now: datetime) -> tuple[MeetingKind, ...]:
    """What a meeting that was written down afterwards may be called. Raises NotAllowed, NoLongerCurrent."""
    _require_renamable(session, actor, meeting_id, now)
    return tuple(MeetingKind)


def rename(session: Session, actor: Actor, meeting_id: int, kind: MeetingKind, *, now: datetime) -> None:
    """Whoever wrote a meeting down says of what kind it was. Raises NotAllowed, NoLongerCurrent."""
    meeting = _require_renamable(session, actor, meeting_id, now)
    if meeting.kind == kind:
        return
    meeting.kind = kind
    if meeting.status == MeetingStatus.HELD:
        trial.offer(session, meeting, participants(meeting), now=now)
    elif kind != MeetingKind.TRIAL:
        for member in meeting.mentorship.members:
            outbox.cancel_topic(session, f"trial:{meeting.id}:{member.membership.person_id}", now=now)


def _require_renamable(session: Session, actor: Actor, meeting_id: int, now: datetime) -> Meeting:
    meeting = own_meeting(session, actor, meeting_id)
    if not may_rename(session, meeting, actor.person_id, now):
        raise NoLongerCurrent
    return meeting


def may_rename(session: Session, meeting: Meeting, person_id: int, now: datetime) -> bool:
    """Two weeks long, by whoever wrote it down, and not once somebody has answered about a trial meeting."""
    is_own = meeting.is_after_the_fact and meeting.proposed_by_id == person_id
    is_over = meeting.status in (MeetingStatus.NOT_HELD, MeetingStatus.CANCELLED)
    if not is_own or is_over or now > meeting.proposed_at + KIND_OPEN_FOR:
        return False
    answered = select(TrialAnswer.id).where(TrialAnswer.meeting_id == meeting.id)
    return session.scalar(answered.limit(1)) is None


# ---- typed days


def read_typed(typed: str, today: date) -> tuple[date, time | None]:
    """A past day as typed, perhaps with a time: a date, «yesterday», a weekday of the last week; a time alone
    is today's. A day without a year is the last one of that name.

    Raises NotADate, LoggedInFuture.
    """
    text = clean(typed).lower().strip(" .")
    day, at = _day_and_time(text, today)
    if day is None:
        raise NotADate
    if day > today:
        raise LoggedInFuture
    return day, at


def _day_and_time(text: str, today: date) -> tuple[date | None, time | None]:
    """The time first: the grammar of dates would read over it."""
    for pattern in (_TIME_AT_END, _HOUR_AT_END):
        match = pattern.fullmatch(text)
        at = parse_time(match["time"]) if match else None
        if match is not None and at is not None and (day := _day(match["day"], today)) is not None:
            return day, at
    if (day := _day(text, today)) is not None:
        return day, None
    at = parse_time(text) if ":" in text else None
    return (today, at) if at is not None else (None, None)


def _day(text: str, today: date) -> date | None:
    text = text.strip(" ,.")
    if text in _DAYS_AGO:
        return today - timedelta(days=_DAYS_AGO[text])
    if (weekday := _weekday(text)) is not None:
        return today - timedelta(days=(today.weekday() - weekday) % 7)
    try:
        found = read_day(text, today)
    except NotADate:
        return None
    if found > today and not names_year(text):
        return _year_before(found)
    return found


def _weekday(text: str) -> int | None:
    word = text.removeprefix("во ").removeprefix("в ").removeprefix("on ").strip()  # text-check: allow
    for names in _WEEKDAYS:
        if word in names:
            return names.index(word)
    return None


def _year_before(day: date) -> date | None:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return None
