"""When people can meet: convenient times, lessons, the bells and holidays of a school (issue 5, N-1.4).

Everybody says it for themselves, curators and heads for anybody at their school. Minutes count from local
midnight, weekdays from Monday, 0; lessons and bells are by the clock of the school, convenient times by that
of the person. Whatever changes when somebody is left alone plans their reminders anew. Knows nothing of words
or of Telegram; what is read of all that when a meeting is planned is in services/member_times.py.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session, joinedload

from models import (
    ConvenientTime,
    Lesson,
    LessonBell,
    Membership,
    MembershipStatus,
    Organization,
    Role,
    SchoolBreak,
)
from services import access, meeting_reminders
from services.access import Actor
from services.errors import NoLongerCurrent, NotAllowed, ServiceError
from services.local_time import today_in
from services.member_times import PARTS, Bell, Span, bells_of, convenient_of, profile_windows
from services.names import PersonName
from services.typed_text import checked_line

SETTING = (Role.CURATOR, Role.HEAD)
TAUGHT = (Role.MENTOR, Role.MENTEE)
STAYING = (MembershipStatus.ACTIVE, MembershipStatus.PAUSED)
WEEKDAYS = tuple(range(6))
"""Monday to Saturday."""
MOST_LESSONS = 12
BREAK_TITLE_LIMIT = 100
LONGEST_BREAK_DAYS = 120
PAGE_SIZE = 8


class BellWrong(ServiceError):
    """A lesson lasts at least ten minutes and does not overlap those before and after it."""


class BreakWrong(ServiceError):
    """A break ends after it begins, is not over yet and lasts at most `days` days."""


USUAL_BELLS = tuple(
    Bell(number, start, start + 40)
    for number, start in zip(range(1, 9), (510, 560, 620, 680, 730, 780, 830, 880), strict=True)
)
"""From half past eight, forty minutes each, with two long breaks of twenty and otherwise ten minutes."""


@dataclass(frozen=True, slots=True)
class TimesView:
    """Somebody's convenient times as parts of the week. `is_from_profile`: nobody has set them yet."""

    membership_id: int
    name: PersonName
    is_own: bool
    parts: frozenset[tuple[int, str]]
    is_from_profile: bool
    is_unknown: bool
    lesson_count: int
    timezone: str


@dataclass(frozen=True, slots=True)
class LessonsView:
    """Somebody's lessons. `bells` may be empty: then the numbers have no times yet."""

    membership_id: int
    name: PersonName
    is_own: bool
    lessons: frozenset[tuple[int, int]]
    bells: tuple[Bell, ...]


@dataclass(frozen=True, slots=True)
class BreakView:
    id: int
    title: str
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class SchoolTimes:
    """The bells and the coming breaks of an organisation."""

    organization_id: int
    organization_name: str
    bells: tuple[Bell, ...]
    breaks: tuple[BreakView, ...]


@dataclass(frozen=True, slots=True)
class MembersPage:
    """Whose times a curator may enter: the id of the membership, the name, whether some are set."""

    organization_id: int
    members: tuple[tuple[int, PersonName, bool], ...]
    page: int
    pages: int


# -- one's own, or those of somebody at one's school ---------------------------------------------------------


def times(session: Session, actor: Actor, membership_id: int, *, now: datetime) -> TimesView:
    """Somebody's convenient times; 0: one's own. A curator's look is recorded. Raises NotAllowed,
    NoLongerCurrent.
    """
    member = _member(session, actor, membership_id)
    _record_look(session, actor, member, now)
    return _times_view(session, actor, member)


def set_part(
    session: Session, actor: Actor, membership_id: int, weekday: int, part: str, *, on: bool, now: datetime
) -> TimesView:
    """A part of the week becomes convenient, or no longer is. What the profile says is the beginning. A
    second tap changes nothing. Raises NotAllowed, NoLongerCurrent.
    """
    member = _member(session, actor, membership_id)
    if weekday not in WEEKDAYS or part not in PARTS:
        raise NoLongerCurrent
    view = _times_view(session, actor, member)
    parts = view.parts | {(weekday, part)} if on else view.parts - {(weekday, part)}
    _keep_parts(session, member, parts, actor)
    _record_change(session, actor, member, "person.times_set", now)
    return _times_view(session, actor, member)


def clear_parts(session: Session, actor: Actor, membership_id: int, *, now: datetime) -> TimesView:
    """What was set is forgotten, the profile counts again. Raises NotAllowed, NoLongerCurrent."""
    member = _member(session, actor, membership_id)
    session.execute(delete(ConvenientTime).where(ConvenientTime.person_id == member.person_id))
    _record_change(session, actor, member, "person.times_set", now)
    return _times_view(session, actor, member)


def lessons(session: Session, actor: Actor, membership_id: int, *, now: datetime) -> LessonsView:
    """Somebody's lessons; 0: one's own. Raises NotAllowed, NoLongerCurrent."""
    member = _member(session, actor, membership_id)
    _record_look(session, actor, member, now)
    return _lessons_view(session, actor, member)


def set_lesson(
    session: Session, actor: Actor, membership_id: int, weekday: int, number: int, *, on: bool, now: datetime
) -> LessonsView:
    """Somebody has a lesson then, or no longer. A second tap changes nothing. Raises NotAllowed,
    NoLongerCurrent.
    """
    member = _member(session, actor, membership_id)
    if weekday not in WEEKDAYS or not 1 <= number <= MOST_LESSONS:
        raise NoLongerCurrent
    of_it = (Lesson.membership_id == member.id, Lesson.weekday == weekday, Lesson.number == number)
    known = session.scalars(select(Lesson).where(*of_it)).first()
    if on and known is None:
        session.add(Lesson(membership_id=member.id, weekday=weekday, number=number))
    if not on and known is not None:
        session.delete(known)
    session.flush()
    meeting_reminders.renew(session, member.person_id, now=now)
    _record_change(session, actor, member, "person.lessons_set", now)
    return _lessons_view(session, actor, member)


def _member(session: Session, actor: Actor, membership_id: int) -> Membership:
    """One's own membership, or one at an organisation whose curator or head one is."""
    if actor.is_frozen:
        raise NotAllowed
    if not membership_id:
        own = actor.participation(*TAUGHT)
        if own is None:
            raise NotAllowed
        return session.get_one(Membership, own.membership_id)
    member = session.get(Membership, membership_id)
    if member is None:
        raise NotAllowed
    if member.person_id != actor.person_id:
        access.require_role(actor, member.organization_id, *SETTING)
    if member.status not in STAYING or member.role not in TAUGHT:
        raise NoLongerCurrent
    return member


def _record_look(session: Session, actor: Actor, member: Membership, now: datetime) -> None:
    if member.person_id != actor.person_id:
        access.record_look(
            session,
            actor,
            "person.times_seen",
            member.organization_id,
            subject_kind="membership",
            subject_id=member.id,
            now=now,
        )


def _record_change(session: Session, actor: Actor, member: Membership, act: str, now: datetime) -> None:
    if member.person_id != actor.person_id:
        access.record_look(
            session,
            actor,
            act,
            member.organization_id,
            subject_kind="membership",
            subject_id=member.id,
            now=now,
        )


def _times_view(session: Session, actor: Actor, member: Membership) -> TimesView:
    rows = convenient_of(session, [member.person_id]).get(member.person_id, [])
    set_parts = frozenset(
        (row.weekday, part)
        for row in rows
        for part, (start, _) in PARTS.items()
        if row.from_minute <= start < row.until_minute
    )
    derived = _parts_of(profile_windows(member.profile))
    own = select(Lesson.id).where(Lesson.membership_id == member.id)
    return TimesView(
        membership_id=member.id,
        name=PersonName.of(member),
        is_own=member.person_id == actor.person_id,
        parts=set_parts if rows else derived,
        is_from_profile=not rows and bool(derived),
        is_unknown=not rows and not derived,
        lesson_count=len(session.scalars(own).all()),
        timezone=member.person.timezone or member.organization.timezone,
    )


def _parts_of(windows: Mapping[int, Sequence[Span]]) -> frozenset[tuple[int, str]]:
    """The parts of the week that such windows cover for the better half."""
    found = set()
    for weekday, spans in windows.items():
        for part, (start, end) in PARTS.items():
            covered = sum(max(0, min(end, until) - max(start, since)) for since, until in spans)
            if covered * 2 >= end - start:
                found.add((weekday, part))
    return frozenset(found)


def _keep_parts(
    session: Session, member: Membership, parts: Collection[tuple[int, str]], actor: Actor
) -> None:
    session.execute(delete(ConvenientTime).where(ConvenientTime.person_id == member.person_id))
    session.add_all(
        ConvenientTime(
            person_id=member.person_id,
            weekday=weekday,
            from_minute=PARTS[part][0],
            until_minute=PARTS[part][1],
            set_by_id=actor.person_id,
        )
        for weekday, part in sorted(parts)
    )
    session.flush()


def _lessons_view(session: Session, actor: Actor, member: Membership) -> LessonsView:
    rows = session.execute(
        select(Lesson.weekday, Lesson.number).where(Lesson.membership_id == member.id)
    ).all()
    return LessonsView(
        membership_id=member.id,
        name=PersonName.of(member),
        is_own=member.person_id == actor.person_id,
        lessons=frozenset((weekday, number) for weekday, number in rows),
        bells=bells_of(session, member.organization_id),
    )


def members(
    session: Session, actor: Actor, organization_id: int, *, page: int = 0, now: datetime
) -> MembersPage:
    """Mentors and mentees of the school, 0: of the one that is looked at, by name, for its curator or head.
    The look is recorded. Raises
    NotAllowed.
    """
    organization_id = _school_id(actor, organization_id)
    access.record_look(session, actor, "school.times_seen", organization_id, now=now)
    taking_part = (
        Membership.organization_id == organization_id,
        Membership.role.in_(TAUGHT),
        Membership.status.in_(STAYING),
    )
    found = session.scalars(select(Membership).where(*taking_part).options(joinedload(Membership.person)))
    by_name = sorted(found, key=lambda one: (one.person.full_name, one.id))
    pages = max(1, -(-len(by_name) // PAGE_SIZE))
    page = min(max(page, 0), pages - 1)
    shown = by_name[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    known = convenient_of(session, [one.person_id for one in shown])
    lines = tuple((one.id, PersonName.of(one), one.person_id in known) for one in shown)
    return MembersPage(organization_id, lines, page, pages)


# -- the school ----------------------------------------------------------------------------------------------


def school(session: Session, actor: Actor, organization_id: int, *, now: datetime) -> SchoolTimes:
    """The bells and the breaks that are not over; 0: the school that is looked at. Raises NotAllowed."""
    place = _school_id(actor, organization_id)
    return _school_view(session, place, now)


def _school_id(actor: Actor, organization_id: int) -> int:
    if not organization_id:
        places = actor.within_reach(*SETTING)
        if not places:
            raise NotAllowed
        organization_id = places[0]
    access.require_role(actor, organization_id, *SETTING)
    return organization_id


def _school_view(session: Session, organization_id: int, now: datetime) -> SchoolTimes:
    organization = session.get_one(Organization, organization_id)
    today = today_in(organization.timezone, now)
    coming = (SchoolBreak.organization_id == organization_id, SchoolBreak.ends_on >= today)
    rows = session.scalars(select(SchoolBreak).where(*coming).order_by(SchoolBreak.starts_on, SchoolBreak.id))
    return SchoolTimes(
        organization_id=organization_id,
        organization_name=organization.name,
        bells=bells_of(session, organization_id),
        breaks=tuple(BreakView(row.id, row.title, row.starts_on, row.ends_on) for row in rows),
    )


def set_usual_bells(session: Session, actor: Actor, organization_id: int, *, now: datetime) -> SchoolTimes:
    """Eight usual lessons instead of what is set. Raises NotAllowed."""
    access.require_role(actor, organization_id, *SETTING)
    session.execute(delete(LessonBell).where(LessonBell.organization_id == organization_id))
    for bell in USUAL_BELLS:
        session.add(_bell_row(organization_id, bell))
    return _school_changed(session, actor, organization_id, "school.bells_set", now)


def set_bell(
    session: Session, actor: Actor, organization_id: int, bell: Bell, *, now: datetime
) -> SchoolTimes:
    """From when until when a lesson lasts. Raises NotAllowed, NoLongerCurrent, BellWrong."""
    access.require_role(actor, organization_id, *SETTING)
    if not 1 <= bell.number <= MOST_LESSONS:
        raise NoLongerCurrent
    others = [one for one in bells_of(session, organization_id) if one.number != bell.number]
    _check_bells([*others, bell])
    session.execute(delete(LessonBell).where(*_bell_is(organization_id, bell.number)))
    session.add(_bell_row(organization_id, bell))
    return _school_changed(session, actor, organization_id, "school.bells_set", now)


def remove_bell(
    session: Session, actor: Actor, organization_id: int, number: int, *, now: datetime
) -> SchoolTimes:
    """There is no such lesson any more. A second tap changes nothing. Raises NotAllowed."""
    access.require_role(actor, organization_id, *SETTING)
    session.execute(delete(LessonBell).where(*_bell_is(organization_id, number)))
    return _school_changed(session, actor, organization_id, "school.bells_set", now)


def _bell_is(organization_id: int, number: int) -> tuple[Any, ...]:
    return (LessonBell.organization_id == organization_id, LessonBell.number == number)


def _bell_row(organization_id: int, bell: Bell) -> LessonBell:
    return LessonBell(
        organization_id=organization_id,
        number=bell.number,
        from_minute=bell.from_minute,
        until_minute=bell.until_minute,
    )


def _check_bells(bells: Iterable[Bell]) -> None:
    end = 0
    for bell in sorted(bells, key=lambda one: one.number):
        if bell.from_minute < end or not bell.from_minute + 10 <= bell.until_minute <= 24 * 60:
            raise BellWrong
        end = bell.until_minute


def add_break(
    session: Session,
    actor: Actor,
    organization_id: int,
    title: str,
    starts_on: date,
    ends_on: date,
    *,
    now: datetime,
) -> SchoolTimes:
    """Holidays from the first day to the last inclusive. The same again changes nothing. Raises NotAllowed,
    BreakWrong, AnswerEmpty, AnswerTooLong.
    """
    access.require_role(actor, organization_id, *SETTING)
    named = checked_line(title, BREAK_TITLE_LIMIT)
    today = today_in(session.get_one(Organization, organization_id).timezone, now)
    if ends_on < starts_on or ends_on < today or (ends_on - starts_on).days > LONGEST_BREAK_DAYS:
        raise BreakWrong(days=LONGEST_BREAK_DAYS)
    same = select(SchoolBreak.id).where(
        SchoolBreak.organization_id == organization_id,
        SchoolBreak.starts_on == starts_on,
        SchoolBreak.ends_on == ends_on,
    )
    if session.scalar(same.limit(1)) is None:
        session.add(
            SchoolBreak(organization_id=organization_id, title=named, starts_on=starts_on, ends_on=ends_on)
        )
    return _school_changed(session, actor, organization_id, "school.breaks_set", now)


def remove_break(session: Session, actor: Actor, break_id: int, *, now: datetime) -> SchoolTimes:
    """Raises NotAllowed; NoLongerCurrent when it is gone already."""
    found = session.get(SchoolBreak, break_id)
    if found is None:
        raise NoLongerCurrent
    access.require_role(actor, found.organization_id, *SETTING)
    session.delete(found)
    return _school_changed(session, actor, found.organization_id, "school.breaks_set", now)


def _school_changed(
    session: Session, actor: Actor, organization_id: int, act: str, now: datetime
) -> SchoolTimes:
    session.flush()
    meeting_reminders.renew_all(session, organization_id, now=now)
    access.record_look(session, actor, act, organization_id, now=now)
    return _school_view(session, organization_id, now)
