"""Nobody forgets to plan: who is offered times when nothing is planned (issue 5).

A day after a pair begins, two days after a meeting that took place, and three days before the rhythm of the
pair breaks; each once per gap. The mentor is asked, or the mentees where the mentor has no Telegram. Knows
nothing of words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from models import (
    Meeting,
    MeetingKind,
    MeetingSeries,
    MeetingStatus,
    Membership,
    Mentorship,
    MentorshipMember,
    MentorshipStatus,
    Notification,
    Organization,
    Person,
    SeriesStatus,
)
from services import access, meeting_planning, outbox
from services.errors import ServiceError
from services.meeting_planning import PlanView
from services.meeting_slots import Suggestions, suggestions
from services.meeting_views import OPEN_STATUSES

BATCH = 50
AFTER_BEGIN = timedelta(days=1)
AFTER_MEETING = timedelta(days=2)
BEFORE_BREAK = timedelta(days=3)
AFTER_LAPSE = timedelta(days=1)
"""What was refused, called off or not answered in time is told with a way to plan another: that is enough for
a day.
"""
LONGEST_AGO = timedelta(days=120)
"""A gap older than this is no longer a matter of a reminder; alerts have told the curator long ago."""
BEGIN, AFTER, RHYTHM = "begin", "after", "rhythm"
OFFER_COUNT = 4
SERIES_WAITS = timedelta(days=7)
"""So long a proposed series counts as a plan."""
EXPIRES = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Offer:
    """A pair that has nothing planned, with times for its next meeting."""

    view: PlanView
    offered: Suggestions


@dataclass(frozen=True, slots=True)
class _Gap:
    """A pair without plans, since its last meeting or, without one, since its beginning."""

    mentorship_id: int
    meeting_id: int
    since: datetime
    rhythm_days: int

    def reasons(self, now: datetime) -> Iterator[str]:
        """Why it is asked now: the earlier reason gives way to the later one."""
        rhythm_at = self.since + timedelta(days=self.rhythm_days) - BEFORE_BREAK
        first_at = self.since + (AFTER_MEETING if self.meeting_id else AFTER_BEGIN)
        if now >= first_at:
            yield AFTER if self.meeting_id else BEGIN
        if self.meeting_id and rhythm_at > first_at and now >= rhythm_at:
            yield RHYTHM

    def key(self, reason: str) -> str:
        return f"meetings.offer:{self.mentorship_id}:{self.meeting_id}:{reason}"


def tick_offer(session: Session, *, now: datetime) -> int:
    """A tick: pairs with nothing planned are offered times, once per gap and reason. Returns how many were
    asked, at most a batch.
    """
    due = [(gap, [*gap.reasons(now)][-1]) for gap in _gaps(session, now) if [*gap.reasons(now)]]
    known = _known(session, [gap.key(reason) for gap, reason in due])
    fresh = [(gap, reason) for gap, reason in due if gap.key(reason) not in known][:BATCH]
    for gap, reason in fresh:
        _owe(session, gap, reason, now)
    return len(fresh)


def _gaps(session: Session, now: datetime) -> list[_Gap]:
    """Active pairs with nothing planned, and when they last met."""
    planned = (
        select(Meeting.id)
        .where(
            Meeting.mentorship_id == Mentorship.id,
            Meeting.status.in_(OPEN_STATUSES),
            # What was confirmed and is over waits for a word about it, not for another plan.
            Meeting.starts_at > now - AFTER_MEETING,
        )
        .exists()
    )
    just_ended = (
        select(Meeting.id)
        .where(
            Meeting.mentorship_id == Mentorship.id,
            Meeting.status.in_((MeetingStatus.CANCELLED, MeetingStatus.DECLINED)),
            Meeting.ended_at > now - AFTER_LAPSE,
        )
        .exists()
    )
    series_asked = (
        select(MeetingSeries.id)
        .where(
            MeetingSeries.mentorship_id == Mentorship.id,
            MeetingSeries.status == SeriesStatus.PROPOSED,
            # A question that nobody answers holds nothing for ever.
            MeetingSeries.proposed_at > now - SERIES_WAITS,
        )
        .exists()
    )
    ended = (
        select(Meeting.id)
        .where(
            Meeting.mentorship_id == Mentorship.id,
            Meeting.status == MeetingStatus.HELD,
            Meeting.kind == MeetingKind.FINAL,
        )
        .exists()
    )
    last = (
        select(Meeting.mentorship_id, func.max(Meeting.starts_at).label("starts_at"))
        .where(Meeting.status == MeetingStatus.HELD)
        .group_by(Meeting.mentorship_id)
        .subquery()
    )
    last_meeting = (
        select(func.max(Meeting.id))
        .where(
            Meeting.mentorship_id == Mentorship.id,
            Meeting.status == MeetingStatus.HELD,
            Meeting.starts_at == last.c.starts_at,
        )
        .scalar_subquery()
    )
    query = (
        select(
            Mentorship.id,
            Mentorship.activated_at,
            last.c.starts_at,
            last_meeting,
            func.coalesce(Mentorship.rhythm_days, Organization.meeting_rhythm_days),
        )
        .join(Organization, Organization.id == Mentorship.organization_id)
        .outerjoin(last, last.c.mentorship_id == Mentorship.id)
        .where(
            Mentorship.status == MentorshipStatus.ACTIVE,
            func.coalesce(last.c.starts_at, Mentorship.activated_at) <= now - AFTER_BEGIN,
            func.coalesce(last.c.starts_at, Mentorship.activated_at) > now - LONGEST_AGO,
            ~planned,
            ~just_ended,
            ~series_asked,
            ~ended,
        )
        .order_by(Mentorship.id)
    )
    return [
        _Gap(mentorship_id, meeting_id or 0, held_at or activated_at, rhythm)
        for mentorship_id, activated_at, held_at, meeting_id, rhythm in session.execute(query)
    ]


def _known(session: Session, keys: list[str]) -> set[str]:
    """Keys under which something was owed already: the pair was asked in this gap."""
    found: set[str] = set()
    for start in range(0, len(keys), outbox.TOPICS_AT_ONCE):
        some = [f"{key}:first" for key in keys[start : start + outbox.TOPICS_AT_ONCE]]
        owed = session.scalars(select(Notification.key).where(Notification.key.in_(some)))
        found.update(key.removesuffix(":first") for key in owed)
    return found


def _owe(session: Session, gap: _Gap, reason: str, now: datetime) -> None:
    for number, person_id in enumerate(_asked(session, gap.mentorship_id)):
        outbox.notify(
            session,
            kind="meetings.offer",
            key=f"{gap.key(reason)}:{'first' if number == 0 else person_id}",
            person_id=person_id,
            payload={"mentorship_id": gap.mentorship_id, "reason": reason},
            topic=f"meetings.offer:{gap.mentorship_id}",
            due_at=now,
            expires_at=now + EXPIRES,
            now=now,
        )


def _asked(session: Session, mentorship_id: int) -> list[int]:
    """The mentor; where the mentor has no Telegram, the mentees who have; nobody can be reached: the mentor,
    so that the gap counts as seen.
    """
    mentorship = session.get_one(
        Mentorship,
        mentorship_id,
        options=[
            selectinload(Mentorship.members)
            .selectinload(MentorshipMember.membership)
            .selectinload(Membership.person)
        ],
    )
    mentor = mentorship.mentor.membership.person
    if mentor.has_telegram:
        return [mentor.id]
    mentees: list[Person] = [one.membership.person for one in mentorship.mentees]
    return [one.id for one in mentees if one.has_telegram] or [mentor.id]


def still_wanted(session: Session, chat_id: int, mentorship_id: int, *, now: datetime) -> Offer | None:
    """What to offer to the person of this chat; None when something is planned by now, or the pair or the
    person may not plan.
    """
    actor = access.find_actor(session, chat_id)
    if actor is None:
        return None
    try:
        view = meeting_planning.plan_view(session, actor, mentorship_id, now=now)
        if view.planned_at is not None:
            return None
        offered = suggestions(session, actor, mentorship_id, now=now, count=OFFER_COUNT)
    except ServiceError:
        return None
    return Offer(view, offered)
