"""How pairs, mentors and mentees look to those who may see them: frozen views, made from rows.

Who may see what is decided by the use cases (services/matching.py, services/mentorships.py);
here it is only put together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from math import ceil
from typing import Any, Generic, TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from models import Membership, Mentorship, MentorshipMember, MentorshipStatus, Role
from services import representing
from services.access import Actor
from services.names import PersonName

T = TypeVar("T")

PAGE_SIZE = 6
POINTS_SAME_SUBJECT = 3
POINTS_DIFFICULTY = 2
POINTS_FREE_PLACE = 1
FREE_PLACES_COUNTED = 2
"""More free places than this make nobody a better mentor; they only decide between equals."""

CURRENT = (MentorshipStatus.PROPOSED, MentorshipStatus.ACTIVE)


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """A part of a list. Pages are counted from 0; there is always at least one."""

    items: tuple[T, ...]
    page: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class MenteeProfile:
    """A mentee as the curator sees them. Subjects and difficulties are keys of `content/`, or own words."""

    membership_id: int
    person_id: int
    name: PersonName
    subjects: tuple[str, ...]
    experience_years: int | None
    difficulties: tuple[str, ...]
    difficulties_other: str
    hopes: str
    unpaired_since: datetime | None
    is_reachable: bool


@dataclass(frozen=True, slots=True)
class MentorProfile:
    """A mentor as the curator sees them. `free_places`: neither taken by a pair nor held by a proposal."""

    membership_id: int
    person_id: int
    name: PersonName
    subjects: tuple[str, ...]
    strengths: tuple[str, ...]
    times: tuple[str, ...]
    capacity: int
    free_places: int
    is_reachable: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """A mentee in the queue; `proposal_id` names the proposal whose answers are awaited."""

    mentee: MenteeProfile
    proposal_id: int | None


@dataclass(frozen=True, slots=True)
class Match:
    """Why a mentor fits a mentee, in things that can be said aloud (N-6.1-1)."""

    same_subject: bool
    helps_with: tuple[str, ...]
    free_places: int

    @property
    def score(self) -> int:
        places = min(self.free_places, FREE_PLACES_COUNTED)
        subject = POINTS_SAME_SUBJECT if self.same_subject else 0
        return subject + POINTS_DIFFICULTY * len(self.helps_with) + POINTS_FREE_PLACE * places


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mentor with a free place, beside the mentee they could be proposed to (L-4-1)."""

    mentee: MenteeProfile
    mentor: MentorProfile
    match: Match


@dataclass(frozen=True, slots=True)
class Candidates:
    """Mentors for one mentee, the best match first."""

    mentee: MenteeProfile
    proposal_id: int | None
    found: Page[Candidate]


@dataclass(frozen=True, slots=True)
class PairView:
    """A pair as the curator and the head see it, with who has answered what."""

    id: int
    organization_id: int
    status: MentorshipStatus
    mentor: MentorProfile
    mentee: MenteeProfile
    mentor_accepted: bool
    mentee_accepted: bool
    declined_by: Role | None
    proposed_at: datetime
    activated_at: datetime | None


@dataclass(frozen=True, slots=True)
class Counterpart:
    """What a member may see of the other side. A mentor sees no name before the pair begins."""

    name: PersonName | None
    subjects: tuple[str, ...]
    strengths: tuple[str, ...]
    difficulties: tuple[str, ...]
    difficulties_other: str


@dataclass(frozen=True, slots=True)
class SideView:
    """A pair or a proposal as one of its members sees it. What the other has answered is not told.

    `by_curator`: the pair began with an answer that a curator gave for a member without Telegram.
    """

    id: int
    status: MentorshipStatus
    role: Role
    accepted: bool
    other: Counterpart
    by_curator: bool = False

    @property
    def awaits_answer(self) -> bool:
        return self.status == MentorshipStatus.PROPOSED and not self.accepted


@dataclass(frozen=True, slots=True)
class Ending:
    """That it ended, for a member who knew of it. `was_active`: a pair, not only a proposal."""

    role: Role
    was_active: bool


def free_places(session: Session, mentors: Sequence[Membership]) -> dict[int, int]:
    """Places neither taken by an active pair nor promised by a proposal, by membership id."""
    mentor, mentee = aliased(MentorshipMember), aliased(MentorshipMember)
    query = (
        select(mentor.membership_id, func.count(mentee.id))
        .join(Mentorship, Mentorship.id == mentor.mentorship_id)
        .join(mentee, mentee.mentorship_id == Mentorship.id)
        .where(
            mentor.membership_id.in_([one.id for one in mentors]),
            mentor.role == Role.MENTOR,
            mentee.role == Role.MENTEE,
            Mentorship.status.in_(CURRENT),
        )
        .group_by(mentor.membership_id)
    )
    taken: dict[int, int] = {row[0]: row[1] for row in session.execute(query)}
    return {one.id: one.capacity - taken.get(one.id, 0) for one in mentors}


def mentee_profile(mentee: Membership) -> MenteeProfile:
    profile = mentee.profile
    return MenteeProfile(
        membership_id=mentee.id,
        person_id=mentee.person_id,
        name=PersonName.of(mentee),
        subjects=listed(profile.get("subject")),
        experience_years=profile.get("experience_years"),
        difficulties=listed(profile.get("difficulties")),
        difficulties_other=str(profile.get("difficulties_other") or ""),
        hopes=str(profile.get("hopes") or ""),
        unpaired_since=mentee.unpaired_since,
        is_reachable=mentee.person.blocked_at is None,
    )


def mentor_profile(mentor: Membership, free: int) -> MentorProfile:
    profile = mentor.profile
    return MentorProfile(
        membership_id=mentor.id,
        person_id=mentor.person_id,
        name=PersonName.of(mentor),
        subjects=listed(profile.get("subject")),
        strengths=listed(profile.get("strengths")),
        times=listed(profile.get("times")),
        capacity=mentor.capacity,
        free_places=free,
        is_reachable=mentor.person.blocked_at is None,
    )


def listed(value: Any) -> tuple[str, ...]:
    """One answer or several, as a tuple of what is not empty."""
    several = value if isinstance(value, list | tuple) else [value]
    return tuple(str(one) for one in several if one not in (None, ""))


def pair_view(session: Session, pair: Mentorship, free: dict[int, int] | None = None) -> PairView:
    mentor, mentee = pair.mentor, pair.mentees[0]
    places = free or free_places(session, [mentor.membership])
    return PairView(
        id=pair.id,
        organization_id=pair.organization_id,
        status=pair.status,
        mentor=mentor_profile(mentor.membership, places[mentor.membership_id]),
        mentee=mentee_profile(mentee.membership),
        mentor_accepted=mentor.accepted_at is not None,
        mentee_accepted=mentee.accepted_at is not None,
        declined_by=next((member.role for member in pair.members if member.declined_at is not None), None),
        proposed_at=pair.proposed_at,
        activated_at=pair.activated_at,
    )


def side_view(session: Session, pair: Mentorship, member: MentorshipMember) -> SideView:
    other = pair.mentor if member.role == Role.MENTEE else pair.mentees[0]
    is_active = pair.status == MentorshipStatus.ACTIVE
    return SideView(
        id=pair.id,
        status=pair.status,
        role=member.role,
        accepted=member.accepted_at is not None,
        other=_counterpart(pair, other.membership),
        by_curator=is_active and representing.was_answered_by_curator(session, pair, "mentorship", pair.id),
    )


def _counterpart(pair: Mentorship, other: Membership) -> Counterpart:
    profile = other.profile
    shown = Counterpart(None, listed(profile.get("subject")), (), (), "")
    if other.role == Role.MENTOR:
        return replace(shown, name=PersonName.of(other), strengths=listed(profile.get("strengths")))
    return replace(
        shown,
        name=PersonName.of(other) if pair.status == MentorshipStatus.ACTIVE else None,
        difficulties=listed(profile.get("difficulties")),
        difficulties_other=str(profile.get("difficulties_other") or ""),
    )


def page_count(total: int) -> int:
    return max(1, ceil(total / PAGE_SIZE))


def nearest_page(page: int, total: int) -> tuple[int, int]:
    """The nearest page that exists, and its offset: the list may be shorter than when the button was made."""
    number = min(max(page, 0), page_count(total) - 1)
    return number, number * PAGE_SIZE


def count_active(session: Session, actor: Actor) -> int:
    """In how many active pairs the actor takes part."""
    query = (
        select(func.count())
        .select_from(MentorshipMember)
        .join(Membership, Membership.id == MentorshipMember.membership_id)
        .join(Mentorship, Mentorship.id == MentorshipMember.mentorship_id)
        .where(Membership.person_id == actor.person_id, Mentorship.status == MentorshipStatus.ACTIVE)
    )
    return session.scalar(query) or 0
