"""Who waits for a mentor, which mentors fit, and why: what the curator looks at before proposing a pair.

Knows nothing of Telegram or of how the reasons are worded.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session, aliased, joinedload

from models import Membership, MembershipStatus, Mentorship, MentorshipMember, MentorshipStatus, Person, Role
from services import access, representing
from services.access import DECIDING_ROLES, Actor
from services.errors import NoLongerCurrent, ServiceError
from services.mentorship_views import (
    PAGE_SIZE,
    Candidate,
    Candidates,
    Match,
    MenteeProfile,
    MentorProfile,
    Page,
    Waiting,
    free_places,
    mentee_profile,
    mentor_profile,
    nearest_page,
    page_count,
)


class MenteeNotWaiting(ServiceError):
    """The mentee has a mentor by now, or is no longer active."""


class NoFreePlace(ServiceError):
    """The mentor's places are taken by now."""


class NotACandidate(ServiceError):
    """The mentor is not active here, is the same person, or a pair of these two was declined before."""


def count_waiting(session: Session, actor: Actor) -> int:
    """How many mentees wait for a mentor where the actor decides."""
    return session.scalar(select(func.count()).select_from(_waiting(actor).subquery())) or 0


def waiting_for_mentor(session: Session, actor: Actor, *, page: int = 0, now: datetime) -> Page[Waiting]:
    """The unpaired queue, who has waited longest first; the look is recorded. Empty for those who do not
    decide anywhere.
    """
    for place in actor.within_reach(*DECIDING_ROLES):
        access.record_look(session, actor, "mentee.queue_seen", place, now=now)
    total = count_waiting(session, actor)
    number, offset = nearest_page(page, total)
    query = _waiting(actor).order_by(Membership.unpaired_since, Membership.id).offset(offset).limit(PAGE_SIZE)
    mentees = session.scalars(query.options(joinedload(Membership.person))).all()
    proposals = proposals_of(session, [mentee.id for mentee in mentees])
    items = tuple(Waiting(mentee_profile(mentee), proposals.get(mentee.id)) for mentee in mentees)
    return Page(items, number, page_count(total), total)


def _waiting(actor: Actor) -> Select[Membership]:
    return (
        select(Membership)
        .join(Person, Person.id == Membership.person_id)
        .where(
            Membership.organization_id.in_(actor.within_reach(*DECIDING_ROLES)),
            Membership.unpaired_since.is_not(None),
            Membership.role == Role.MENTEE,
            Membership.status == MembershipStatus.ACTIVE,
            Person.frozen_at.is_(None),
        )
    )


def open_waiting(session: Session, actor: Actor, membership_id: int, *, now: datetime) -> Waiting:
    """The card of a waiting mentee. Looking at it is written to the audit log.

    Raises NoLongerCurrent, NotAllowed, MenteeNotWaiting.
    """
    mentee = waiting_mentee(session, actor, membership_id)
    record_act(session, "mentee.seen", actor, mentee.organization_id, "membership", mentee.id, now)
    return Waiting(mentee_profile(mentee), proposals_of(session, [mentee.id]).get(mentee.id))


def candidates(
    session: Session, actor: Actor, membership_id: int, *, page: int = 0, now: datetime
) -> Candidates:
    """Active mentors of the organisation with a free place, the best match first (N-6.1-1, L-3-1, L-4-1).

    Left out are the mentee's own second self and mentors with whom a pair was declined before. The look is
    recorded. Raises NoLongerCurrent, NotAllowed, MenteeNotWaiting.
    """
    mentee = waiting_mentee(session, actor, membership_id)
    access.record_look(
        session,
        actor,
        "mentor.list_seen",
        mentee.organization_id,
        subject_kind="membership",
        subject_id=membership_id,
        now=now,
    )
    profile = mentee_profile(mentee)
    mentors = session.scalars(_eligible(mentee)).all()
    free = free_places(session, mentors)
    fitting = [_candidate(profile, mentor, free[mentor.id]) for mentor in mentors if free[mentor.id] > 0]
    fitting.sort(key=lambda one: (not one.mentor.is_reachable, -one.match.score, one.mentor.membership_id))
    number, offset = nearest_page(page, len(fitting))
    found = Page(tuple(fitting[offset : offset + PAGE_SIZE]), number, page_count(len(fitting)), len(fitting))
    return Candidates(profile, proposals_of(session, [mentee.id]).get(mentee.id), found)


def open_candidate(
    session: Session, actor: Actor, mentee_id: int, mentor_id: int, *, now: datetime
) -> Candidate:
    """The mentor's profile beside the mentee's. Looking at it is written to the audit log.

    Raises NoLongerCurrent, NotAllowed, MenteeNotWaiting, NotACandidate, NoFreePlace.
    """
    mentee = waiting_mentee(session, actor, mentee_id)
    mentor, free = eligible_mentor(session, mentee, mentor_id)
    record_act(session, "mentor.seen", actor, mentor.organization_id, "membership", mentor.id, now)
    return _candidate(mentee_profile(mentee), mentor, free)


def match(mentee: MenteeProfile, mentor: MentorProfile) -> Match:
    """Compare two profiles: the same subject, what the mentor can help with, free places."""
    theirs = {_folded(subject) for subject in mentor.subjects}
    helps_with = tuple(one for one in mentee.difficulties if one in mentor.strengths)
    same_subject = any(_folded(subject) in theirs for subject in mentee.subjects)
    return Match(same_subject, helps_with, mentor.free_places)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _candidate(mentee: MenteeProfile, mentor: Membership, free_places: int) -> Candidate:
    profile = mentor_profile(mentor, free_places)
    return Candidate(mentee, profile, match(mentee, profile))


def waiting_mentee(session: Session, actor: Actor, membership_id: int) -> Membership:
    mentee = session.get(Membership, membership_id)
    if mentee is None or mentee.role != Role.MENTEE:
        raise NoLongerCurrent
    access.require_role(actor, mentee.organization_id, *DECIDING_ROLES)
    if mentee.unpaired_since is None or not takes_part(mentee):
        raise MenteeNotWaiting
    return mentee


def takes_part(membership: Membership) -> bool:
    return membership.is_active and not membership.person.is_frozen


def _eligible(mentee: Membership) -> Select[Membership]:
    """Mentors who may be proposed at all; whether they have a free place is asked separately."""
    return (
        select(Membership)
        .join(Person, Person.id == Membership.person_id)
        .where(
            Membership.organization_id == mentee.organization_id,
            Membership.role == Role.MENTOR,
            Membership.status == MembershipStatus.ACTIVE,
            Membership.person_id != mentee.person_id,
            Membership.id.not_in(_tried_with(mentee.id)),
            Person.frozen_at.is_(None),
        )
        .options(joinedload(Membership.person))
    )


def _tried_with(mentee_id: int) -> Select[int]:
    """Ids of the mentors with whom a pair of this mentee was declined, by whomever, or has ended."""
    mentee, mentor = aliased(MentorshipMember), aliased(MentorshipMember)
    # A proposal that was taken back is closed, too, but nobody has tried anything with anybody.
    has_ended = and_(Mentorship.status == MentorshipStatus.CLOSED, Mentorship.activated_at.is_not(None))
    return (
        select(mentor.membership_id)
        .join(Mentorship, Mentorship.id == mentor.mentorship_id)
        .join(mentee, mentee.mentorship_id == Mentorship.id)
        .where(
            or_(Mentorship.status == MentorshipStatus.DECLINED, has_ended),
            mentee.membership_id == mentee_id,
            mentor.role == Role.MENTOR,
        )
    )


def eligible_mentor(session: Session, mentee: Membership, mentor_id: int) -> tuple[Membership, int]:
    mentor = session.scalars(_eligible(mentee).where(Membership.id == mentor_id)).one_or_none()
    if mentor is None:
        raise NotACandidate
    free = free_places(session, [mentor])[mentor.id]
    if free <= 0:
        raise NoFreePlace
    return mentor, free


def proposals_of(session: Session, mentee_ids: Collection[int]) -> dict[int, int]:
    """The open proposal of each mentee, by membership id."""
    query = (
        select(MentorshipMember.membership_id, Mentorship.id)
        .join(Mentorship, Mentorship.id == MentorshipMember.mentorship_id)
        .where(MentorshipMember.membership_id.in_(mentee_ids), Mentorship.status == MentorshipStatus.PROPOSED)
    )
    return {row[0]: row[1] for row in session.execute(query)}


def record_act(
    session: Session,
    act: str,
    actor: Actor,
    organization_id: int,
    subject_kind: str,
    subject_id: int,
    now: datetime,
) -> None:
    """Write down who looked at or decided what (N-1.3-7)."""
    access.record(
        session,
        act,
        actor_id=representing.doer_id(actor),
        organization_id=organization_id,
        subject_kind=subject_kind,
        subject_id=subject_id,
        now=now,
    )
