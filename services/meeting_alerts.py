"""What the curator hears of by itself about pairs and people: ticks that raise each alert once for its cause,
and settle it when the facts do.

Thresholds are the organisation's. Every tick reads in a constant number of queries, however many pairs there
are; what has been raised is left out by the database itself. Knows no words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, literal, or_, select
from sqlalchemy.orm import Session, aliased

from models import (
    Alert,
    AlertKind,
    AlertStatus,
    Invitation,
    LocalAct,
    Meeting,
    MeetingKind,
    MeetingStatus,
    MeetingTask,
    Membership,
    MembershipStatus,
    Mentorship,
    MentorshipMember,
    MentorshipStatus,
    Organization,
    Person,
    Role,
)
from services import alerts, pair_facts, pair_rhythm
from services.local_time import local_moment, today_in
from services.pair_rhythm import DAY

BATCH = 50
"""So many alerts are raised or settled in one transaction; between two the writer is free for people."""
IN_HAND = timedelta(days=7)
"""An agreed meeting that lies no further than this from now, on either side, leaves nothing to alert about:
it is coming, or nobody has said yet whether it took place.
"""
WIDEST_ZONE = timedelta(hours=14)
KEYS_AT_ONCE = 500
SETTLED_BY_FACTS = "facts"


@dataclass(frozen=True, slots=True)
class Cause:
    """Something that is true now and wants a curator. `key` is unique for the fact, not for the kind."""

    kind: AlertKind
    key: str
    organization_id: int
    subject: dict[str, Any]
    since: datetime


def tick_first_meetings(session: Session, *, now: datetime) -> int:
    """A tick: no meeting was held `first_meeting_days` after the order; a pair without an order may meet all
    the same, and is counted from its beginning. Returns how many alerts were raised or settled.
    """
    gaps = [gap for gap in _gaps(session, now) if not gap.has_met]
    return _report(session, [AlertKind.FIRST_MEETING_LATE], [_first_late(gap) for gap in gaps], now)


def tick_rhythm(session: Session, *, now: datetime) -> int:
    """A tick: no meeting was held for longer than the pair's or the school's rhythm. A pair that has never
    met is counted from the day on which its first meeting was late, and only when nobody is asked about that
    any more. Returns as above.
    """
    kind = AlertKind.FIRST_MEETING_LATE
    asked = {int(one.subject["mentorship_id"]) for one in _unsettled(session, [kind])}
    gaps = _gaps(session, now)
    broken = [gap for gap in gaps if gap.is_broken and (gap.has_met or gap.mentorship_id not in asked)]
    return _report(session, [AlertKind.RHYTHM_BROKEN], [_rhythm_broken(gap) for gap in broken], now)


def tick_final_meetings(session: Session, *, now: datetime) -> int:
    """A tick: a pair's term ends within `final_meeting_days`, or is over, and no final meeting was held or
    arranged. Returns as above.
    """
    return _report(session, [AlertKind.FINAL_MEETING_MISSING], _final_missing(session, now), now)


def tick_tasks(session: Session, *, now: datetime) -> int:
    """A tick: what was agreed on is not done `task_overdue_days` after its day. Returns as above."""
    return _report(session, [AlertKind.TASK_OVERDUE], _tasks_overdue(session, now), now)


def tick_capacity(session: Session, *, now: datetime) -> int:
    """A tick: a mentor has more mentees in active pairs than places. Returns as above."""
    return _report(session, [AlertKind.MENTOR_OVER_CAPACITY], _over_capacity(session, now), now)


def tick_never_opened(session: Session, *, now: datetime) -> int:
    """A tick: nobody has followed a personal link for `never_opened_days`. Returns as above."""
    return _report(session, [AlertKind.NEVER_OPENED], _never_opened(session, now), now)


# ---- raising and settling


def _report(session: Session, kinds: Sequence[AlertKind], causes: Iterable[Cause], now: datetime) -> int:
    """Raise what is new, settle what is no longer true. A cause that is another one's successor (the same
    matter, a later fact) is not raised beside it.
    """
    true = {cause.key: cause for cause in causes}
    unsettled = _unsettled(session, kinds)
    matters = {_matter(cause.kind, cause.subject) for cause in true.values()}
    over = [one for one in unsettled if _matter(one.kind, one.subject) not in matters][:BATCH]
    for alert in over:
        alerts.resolve_cause(session, alert.cause, SETTLED_BY_FACTS, by_id=None, now=now)
    known = {_matter(one.kind, one.subject) for one in unsettled}
    fresh = [one for one in true.values() if _matter(one.kind, one.subject) not in known]
    return len(over) + _raise(session, fresh, BATCH - len(over), now)


def _raise(session: Session, causes: Sequence[Cause], limit: int, now: datetime) -> int:
    """What somebody settled by hand stays settled; what the facts settled comes back with the facts."""
    raised: dict[str, str] = {}
    for start in range(0, len(causes), KEYS_AT_ONCE):
        keys = [cause.key for cause in causes[start : start + KEYS_AT_ONCE]]
        found = session.execute(select(Alert.cause, Alert.resolution).where(Alert.cause.in_(keys)))
        raised |= {row[0]: row[1] for row in found}
    due = [cause for cause in causes if raised.get(cause.key, SETTLED_BY_FACTS) == SETTLED_BY_FACTS]
    return sum(_raise_one(session, cause, cause.key in raised, now) for cause in due[:limit])


def _raise_one(session: Session, cause: Cause, was_raised: bool, now: datetime) -> bool:
    if was_raised:
        return alerts.reopen_cause(session, cause.key, since=cause.since, now=now)
    return alerts.raise_alert(
        session,
        organization_id=cause.organization_id,
        kind=cause.kind,
        cause=cause.key,
        subject=cause.subject,
        since=cause.since,
        now=now,
    )


def _unsettled(session: Session, kinds: Collection[AlertKind]) -> Sequence[Alert]:
    here = (Alert.status.in_((AlertStatus.OPEN, AlertStatus.SNOOZED)), Alert.kind.in_(kinds))
    return session.scalars(select(Alert).where(*here).order_by(Alert.id)).all()


_MATTERS = ("task_id", "invitation_id", "mentorship_id", "membership_id")


def _matter(kind: AlertKind, subject: dict[str, Any]) -> tuple[AlertKind, str, int]:
    """What an alert is about, whichever fact raised it."""
    name = next(one for one in _MATTERS if one in subject)
    return kind, name, int(subject[name])


# ---- pairs that do not meet


@dataclass(frozen=True, slots=True)
class _Gap:
    """A pair that has not met for too long. `mark` tells this time from others: the last meeting that was
    agreed on and had its day.
    """

    mentorship_id: int
    organization_id: int
    mentor_id: int
    has_met: bool
    is_broken: bool
    late_since: datetime
    mark: int


def _first_late(gap: _Gap) -> Cause:
    return _gap_cause(AlertKind.FIRST_MEETING_LATE, "first-meeting", gap)


def _rhythm_broken(gap: _Gap) -> Cause:
    return _gap_cause(AlertKind.RHYTHM_BROKEN, "rhythm", gap)


def _gap_cause(kind: AlertKind, prefix: str, gap: _Gap) -> Cause:
    key = f"{prefix}:{gap.mentorship_id}:{gap.mark}"
    return Cause(
        kind, key, gap.organization_id, _about_pair(gap.mentorship_id, gap.mentor_id), gap.late_since
    )


def _about_pair(mentorship_id: int, mentor_id: int, **more: int) -> dict[str, Any]:
    """Nobody judges their own pair: a curator who is its mentor is not asked."""
    return {"mentorship_id": mentorship_id, alerts.HIDDEN_FROM: mentor_id, **more}


def _gaps(session: Session, now: datetime) -> list[_Gap]:
    """Pairs for which nothing was held as long as their shortest threshold, and what can be said of each."""
    if not _has_pairs(session, Mentorship.activated_at < now - DAY):
        return []
    rows = session.execute(_silent_pairs(session, now)).all()
    ids = [row.id for row in rows]
    places = {row.organization_id for row in rows}
    calendar = pair_rhythm.calendar(session, places, ids, since=now - pair_facts.LOOKED_BACK)
    gaps = (_gap(calendar, row, now) for row in rows)
    return [gap for gap in gaps if gap is not None]


def _has_pairs(session: Session, which: ColumnElement[bool]) -> bool:
    """Is there any such active pair? Asked before what is dear to ask: a tick runs every minute."""
    active = Mentorship.status == MentorshipStatus.ACTIVE
    return session.scalar(select(Mentorship.id).where(active, which).limit(1)) is not None


def _silent_pairs(session: Session, now: datetime) -> Select[*tuple[Any, ...]]:
    """Only those that are late by the calendar; what does not count is taken off afterwards."""
    held, agreed, mentor = aliased(Meeting), aliased(Meeting), aliased(MentorshipMember)
    last_held = (
        select(func.max(held.starts_at))
        .where(held.mentorship_id == Mentorship.id, held.status == MeetingStatus.HELD)
        .correlate(Mentorship)
        .scalar_subquery()
    )
    last_agreed = (
        select(func.max(agreed.id))
        .where(
            agreed.mentorship_id == Mentorship.id,
            agreed.starts_at <= now,
            or_(agreed.confirmed_at.is_not(None), agreed.status == MeetingStatus.HELD),
        )
        .correlate(Mentorship)
        .scalar_subquery()
    )
    return (
        select(
            Mentorship.id,
            Mentorship.organization_id,
            Mentorship.activated_at,
            Mentorship.proposed_at,
            Mentorship.rhythm_days,
            LocalAct.dated_on,
            Organization.timezone,
            Organization.meeting_rhythm_days,
            Organization.first_meeting_days,
            Membership.person_id.label("mentor_id"),
            last_held.label("last_held"),
            last_agreed.label("mark"),
        )
        .join(Organization, Organization.id == Mentorship.organization_id)
        .join(mentor, and_(mentor.mentorship_id == Mentorship.id, mentor.role == Role.MENTOR))
        .join(Membership, Membership.id == mentor.membership_id)
        .outerjoin(LocalAct, LocalAct.id == Mentorship.order_id)
        .where(
            Mentorship.status == MentorshipStatus.ACTIVE,
            Mentorship.activated_at < now - DAY,
            _none_held_since(session, now),
            ~_in_hand(now),
            ~_final_held(),
            ~_is_paused(),
        )
        .order_by(Mentorship.id)
    )


def _none_held_since(session: Session, now: datetime) -> ColumnElement[bool]:
    """Nothing was held within the rhythm that holds for the pair."""
    rhythm = func.coalesce(Mentorship.rhythm_days, Organization.meeting_rhythm_days)
    known = (
        select(rhythm)
        .join(Organization, Organization.id == Mentorship.organization_id)
        .where(Mentorship.status == MentorshipStatus.ACTIVE)
        .distinct()
    )
    terms = [
        and_(rhythm == days, ~_held_after(now - timedelta(days=days))) for days in session.scalars(known)
    ]
    return or_(*terms) if terms else literal(False)


def _held_after(moment: datetime) -> ColumnElement[bool]:
    return (
        exists()
        .where(
            Meeting.mentorship_id == Mentorship.id,
            Meeting.status == MeetingStatus.HELD,
            Meeting.starts_at >= moment,
        )
        .correlate(Mentorship)
    )


def _in_hand(now: datetime) -> ColumnElement[bool]:
    """Agreed for the next days, or just over and not settled."""
    return (
        exists()
        .where(
            Meeting.mentorship_id == Mentorship.id,
            Meeting.status.in_((MeetingStatus.CONFIRMED, MeetingStatus.DISPUTED)),
            Meeting.starts_at.between(now - IN_HAND, now + IN_HAND),
        )
        .correlate(Mentorship)
    )


def _final_held() -> ColumnElement[bool]:
    """After its final meeting a pair has no rhythm to keep."""
    return (
        exists()
        .where(
            Meeting.mentorship_id == Mentorship.id,
            Meeting.kind == MeetingKind.FINAL,
            Meeting.status == MeetingStatus.HELD,
        )
        .correlate(Mentorship)
    )


def _is_paused() -> ColumnElement[bool]:
    """Somebody of the pair does not take part at the moment, or has withdrawn the consent."""
    member, membership, person = aliased(MentorshipMember), aliased(Membership), aliased(Person)
    return (
        select(member.id)
        .join(membership, membership.id == member.membership_id)
        .join(person, person.id == membership.person_id)
        .where(
            member.mentorship_id == Mentorship.id,
            or_(membership.status != MembershipStatus.ACTIVE, person.frozen_at.is_not(None)),
        )
        .correlate(Mentorship)
        .exists()
    )


def _gap(calendar: pair_rhythm.Calendar, row: Any, now: datetime) -> _Gap | None:
    """None when nothing is late yet. The day on which a pair that meets is to meet again counts as a whole:
    it may meet then, and say so in the evening.
    """
    has_met = row.last_held is not None
    rhythm = timedelta(days=row.rhythm_days or row.meeting_rhythm_days)
    first = timedelta(days=row.first_meeting_days)
    since = row.last_held or pair_rhythm.began(
        row.activated_at or row.proposed_at, row.dated_on, row.timezone
    )
    passed = calendar.passed(row.organization_id, row.timezone, row.id, since, now)
    allowed = rhythm if has_met else first
    if passed < rhythm + DAY if has_met else passed <= first:
        return None
    is_broken = has_met or passed > first + rhythm
    late_since = now - (passed - allowed)
    return _Gap(
        row.id, row.organization_id, row.mentor_id, has_met, is_broken, late_since, mark=row.mark or 0
    )


# ---- pairs that end


def _final_missing(session: Session, now: datetime) -> list[Cause]:
    if not _has_pairs(session, Mentorship.ends_on.is_not(None)):
        return []
    latest = _finals(func.max(Meeting.id)).scalar_subquery()
    arranged = (MeetingStatus.PROPOSED, MeetingStatus.CONFIRMED, MeetingStatus.HELD, MeetingStatus.DISPUTED)
    done = _finals(Meeting.id).where(Meeting.status.in_(arranged)).exists()
    query = (
        select(
            Mentorship.id,
            Mentorship.organization_id,
            Mentorship.ends_on,
            Organization.timezone,
            Organization.final_meeting_days,
            Membership.person_id.label("mentor_id"),
            latest.label("latest"),
        )
        .join(Organization, Organization.id == Mentorship.organization_id)
        .join(MentorshipMember, _MENTOR_OF)
        .join(Membership, Membership.id == MentorshipMember.membership_id)
        .where(
            Mentorship.status == MentorshipStatus.ACTIVE,
            _within(session, Mentorship.ends_on, Organization.final_meeting_days, now),
            ~done,
            ~_is_paused(),
        )
        .order_by(Mentorship.id)
    )
    causes = (_final_cause(row, now) for row in session.execute(query))
    return [cause for cause in causes if cause is not None]


_MENTOR_OF = and_(MentorshipMember.mentorship_id == Mentorship.id, MentorshipMember.role == Role.MENTOR)


def _finals(what: Any) -> Select[Any]:
    return (
        select(what)
        .where(Meeting.mentorship_id == Mentorship.id, Meeting.kind == MeetingKind.FINAL)
        .correlate(Mentorship)
    )


def _within(session: Session, day: Any, threshold: Any, now: datetime) -> ColumnElement[bool]:
    """The day comes within the organisation's threshold, wherever it is; the exact day is checked later."""
    latest = (now + WIDEST_ZONE).date()
    terms = [
        and_(threshold == days, day <= latest + days * DAY)
        for days in session.scalars(select(threshold).distinct())
    ]
    return or_(*terms) if terms else literal(False)


def _final_cause(row: Any, now: datetime) -> Cause | None:
    ends_on: date = row.ends_on
    from_day = ends_on - row.final_meeting_days * DAY
    if today_in(row.timezone, now) < from_day:
        return None
    key = f"final:{row.id}:{ends_on.isoformat()}:{row.latest or 0}"
    subject = _about_pair(row.id, row.mentor_id)
    since = local_moment(from_day, time(0), row.timezone)
    return Cause(AlertKind.FINAL_MEETING_MISSING, key, row.organization_id, subject, since)


# ---- what was agreed on


def _tasks_overdue(session: Session, now: datetime) -> list[Cause]:
    query = (
        select(
            MeetingTask.id,
            MeetingTask.due_on,
            Mentorship.id.label("mentorship_id"),
            Mentorship.organization_id,
            Organization.timezone,
            Organization.task_overdue_days,
            Membership.person_id.label("mentor_id"),
        )
        .join(Mentorship, Mentorship.id == MeetingTask.mentorship_id)
        .join(Organization, Organization.id == Mentorship.organization_id)
        .join(MentorshipMember, _MENTOR_OF)
        .join(Membership, Membership.id == MentorshipMember.membership_id)
        .where(
            MeetingTask.done_at.is_(None),
            MeetingTask.dropped_at.is_(None),
            MeetingTask.due_on < (now + WIDEST_ZONE).date(),
            Mentorship.status == MentorshipStatus.ACTIVE,
            ~_is_paused(),
        )
        .order_by(MeetingTask.id)
    )
    return [_task_cause(row) for row in session.execute(query) if _is_overdue(row, now)]


def _is_overdue(row: Any, now: datetime) -> bool:
    late_on: date = row.due_on + row.task_overdue_days * DAY
    return today_in(row.timezone, now) >= late_on


def _task_cause(row: Any) -> Cause:
    key = f"task:{row.id}:{row.due_on.isoformat()}"
    subject = _about_pair(row.mentorship_id, row.mentor_id, task_id=row.id)
    since = local_moment(row.due_on + DAY, time(0), row.timezone)
    return Cause(AlertKind.TASK_OVERDUE, key, row.organization_id, subject, since)


# ---- mentors with too many


def _over_capacity(session: Session, now: datetime) -> list[Cause]:
    mentor, mentee = aliased(MentorshipMember), aliased(MentorshipMember)
    taken = func.count(mentee.id)
    query = (
        select(
            Membership.id,
            Membership.organization_id,
            Membership.person_id,
            Membership.capacity,
            func.max(Mentorship.id).label("latest"),
            func.max(Mentorship.activated_at).label("since"),
        )
        .join(mentor, and_(mentor.membership_id == Membership.id, mentor.role == Role.MENTOR))
        .join(Mentorship, Mentorship.id == mentor.mentorship_id)
        .join(mentee, and_(mentee.mentorship_id == Mentorship.id, mentee.role == Role.MENTEE))
        .where(Mentorship.status == MentorshipStatus.ACTIVE)
        .group_by(Membership.id, Membership.organization_id, Membership.person_id, Membership.capacity)
        .having(taken > Membership.capacity)
        .order_by(Membership.id)
    )
    return [_capacity_cause(row, now) for row in session.execute(query)]


def _capacity_cause(row: Any, now: datetime) -> Cause:
    key = f"capacity:{row.id}:{row.capacity}:{row.latest}"
    subject = {"membership_id": row.id, alerts.HIDDEN_FROM: row.person_id}
    return Cause(AlertKind.MENTOR_OVER_CAPACITY, key, row.organization_id, subject, row.since or now)


# ---- links that nobody follows


def _never_opened(session: Session, now: datetime) -> list[Cause]:
    """Links for one person entered without Telegram, and links for the parents of a pupil."""
    whose = or_(Membership.person_id == Invitation.person_id, Membership.person_id == Invitation.child_id)
    own = and_(
        Membership.person_id == Invitation.person_id,
        Membership.role == Invitation.role,
        Membership.status != MembershipStatus.LEFT,
        Person.chat_id.is_(None),
    )
    # A parent who consented on paper needs no link: the pupil's place is then no longer empty.
    parents = and_(Membership.person_id == Invitation.child_id, Membership.status == MembershipStatus.INVITED)
    query = (
        select(Invitation, func.min(Membership.id))
        .join(Membership, and_(Membership.organization_id == Invitation.organization_id, whose))
        .join(Person, Person.id == Membership.person_id)
        .where(
            or_(own, parents),
            or_(Invitation.person_id.is_not(None), Invitation.child_id.is_not(None)),
            Invitation.used == 0,
            Invitation.revoked_at.is_(None),
            Person.frozen_at.is_(None),
            _waits_since(session, now),
        )
        .group_by(Invitation.id)
        .order_by(Invitation.id)
    )
    return [_unopened(invitation, membership_id) for invitation, membership_id in session.execute(query)]


def _waits_since(session: Session, now: datetime) -> ColumnElement[bool]:
    """The link is older than its organisation waits."""
    by_days: dict[int, list[int]] = defaultdict(list)
    for organization_id, days in session.execute(select(Organization.id, Organization.never_opened_days)):
        by_days[days].append(organization_id)
    terms = [
        and_(Invitation.organization_id.in_(here), Invitation.created_at <= now - timedelta(days=days))
        for days, here in by_days.items()
    ]
    return or_(*terms) if terms else literal(False)


def _unopened(invitation: Invitation, membership_id: int) -> Cause:
    return Cause(
        AlertKind.NEVER_OPENED,
        f"never-opened:{invitation.id}",
        invitation.organization_id,
        {"membership_id": membership_id, "invitation_id": invitation.id},
        invitation.created_at,
    )
