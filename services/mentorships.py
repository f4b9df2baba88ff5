"""A pair from the proposal to its beginning: both are asked, both say yes, or the search goes on.

A pair begins only when both sides have said yes; a no needs no reason and is told to nobody but the curator
(N-6.2, N-1.3-5). Before that the mentor sees a subject and difficulties, not a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from models import (
    Alert,
    AlertKind,
    Membership,
    MembershipStatus,
    Mentorship,
    MentorshipMember,
    MentorshipStatus,
    Notification,
    NotificationStatus,
    Organization,
    Person,
    Role,
)
from services import access, alerts, outbox, representing
from services.access import DECIDING_ROLES, Actor
from services.errors import NoLongerCurrent, NotAllowed, ServiceError
from services.matching import (
    eligible_mentor,
    proposals_of,
    record_act,
    takes_part,
    waiting_mentee,
)
from services.mentorship_views import (
    CURRENT,
    PAGE_SIZE,
    Ending,
    MenteeProfile,
    Page,
    PairView,
    SideView,
    free_places,
    mentee_profile,
    nearest_page,
    page_count,
    pair_view,
    side_view,
)

_LEFT_THE_OUTBOX = (
    NotificationStatus.CLAIMED,
    NotificationStatus.SENDING,
    NotificationStatus.SENT,
    NotificationStatus.UNKNOWN,
)


class AlreadyProposed(ServiceError):
    """Somebody has just proposed a mentor to this mentee, and the answers are awaited."""


class ProposalEnded(ServiceError):
    """The proposal was taken back, declined, or one of the two no longer takes part."""


class PairAlreadyActive(ServiceError):
    """Both have accepted: the pair can't be declined any more."""


def propose(session: Session, actor: Actor, mentee_id: int, mentor_id: int, *, now: datetime) -> PairView:
    """Propose a pair and ask both; the mentor's place is held until they answer (N-6.2, L-4-4).

    Raises NoLongerCurrent, NotAllowed, MenteeNotWaiting, AlreadyProposed (a second curator was quicker),
    NotACandidate, NoFreePlace.
    """
    mentee = waiting_mentee(session, actor, mentee_id)
    if proposals_of(session, [mentee.id]):
        raise AlreadyProposed
    mentor, _ = eligible_mentor(session, mentee, mentor_id)
    pair = _new_pair(session, mentor, mentee, actor, now)
    _tell_members(session, pair, "pairing.proposed", now, topic=_proposal_topic(pair))
    _ask_curators(session, pair, now)
    _settle_declines(session, mentee.id, actor, now)
    record_act(session, "pair.proposed", actor, pair.organization_id, "mentorship", pair.id, now)
    return pair_view(session, pair)


def _new_pair(
    session: Session, mentor: Membership, mentee: Membership, actor: Actor, now: datetime
) -> Mentorship:
    pair = Mentorship(
        organization_id=mentee.organization_id,
        status=MentorshipStatus.PROPOSED,
        proposed_by_id=actor.person_id,
        proposed_at=now,
        members=[
            MentorshipMember(membership=mentor, role=Role.MENTOR),
            MentorshipMember(membership=mentee, role=Role.MENTEE),
        ],
    )
    session.add(pair)
    session.flush()
    return pair


def take_back(session: Session, actor: Actor, mentorship_id: int, *, now: datetime) -> PairView:
    """Take back a proposal that waits for answers; whoever has been asked is told without a reason.

    A second tap changes nothing. Raises NoLongerCurrent, NotAllowed, PairAlreadyActive, ProposalEnded.
    """
    pair = _decided_pair(session, actor, mentorship_id)
    if pair.status == MentorshipStatus.ACTIVE:
        raise PairAlreadyActive
    if pair.status == MentorshipStatus.DECLINED:
        raise ProposalEnded
    if pair.status == MentorshipStatus.PROPOSED:
        _close_proposal(session, pair, now)
        record_act(session, "pair.taken_back", actor, pair.organization_id, "mentorship", pair.id, now)
    return pair_view(session, pair)


def _close_proposal(session: Session, pair: Mentorship, now: datetime) -> None:
    pair.close(now)
    _tell_ended(session, pair, pair.members, now)


def _decided_pair(session: Session, actor: Actor, mentorship_id: int) -> Mentorship:
    pair = session.get(Mentorship, mentorship_id)
    if pair is None:
        raise NoLongerCurrent
    access.require_role(actor, pair.organization_id, *DECIDING_ROLES)
    return pair


def pairs(session: Session, actor: Actor, *, page: int = 0, now: datetime) -> Page[PairView]:
    """Proposed and active pairs where the actor decides: proposals first, then the newest pairs. The look is
    recorded.
    """
    places = actor.within_reach(*DECIDING_ROLES)
    for place in places:
        access.record_look(session, actor, "pair.list_seen", place, now=now)
    conditions = (
        Mentorship.organization_id.in_(places),
        Mentorship.status.in_(CURRENT),
    )
    total = session.scalar(select(func.count()).select_from(Mentorship).where(*conditions)) or 0
    number, offset = nearest_page(page, total)
    query = select(Mentorship).where(*conditions).offset(offset).limit(PAGE_SIZE)
    # «proposed» comes after «active» in the alphabet.
    query = query.order_by(Mentorship.status.desc(), Mentorship.proposed_at.desc(), Mentorship.id.desc())
    found = session.scalars(query.options(_WITH_MEMBERS)).all()
    free = free_places(session, [pair.mentor.membership for pair in found])
    return Page(tuple(pair_view(session, pair, free) for pair in found), number, page_count(total), total)


_WITH_MEMBERS = (
    selectinload(Mentorship.members).joinedload(MentorshipMember.membership).joinedload(Membership.person)
)


def open_pair(session: Session, actor: Actor, mentorship_id: int, *, now: datetime) -> PairView:
    """The card of a pair. Looking at it is written to the audit log. Raises NoLongerCurrent, NotAllowed."""
    pair = _decided_pair(session, actor, mentorship_id)
    record_act(session, "pair.seen", actor, pair.organization_id, "mentorship", pair.id, now)
    return pair_view(session, pair)


def see_pair(session: Session, actor: Actor, mentorship_id: int) -> PairView:
    """The pair that a message to a curator is about. Raises NoLongerCurrent, NotAllowed."""
    return pair_view(session, _decided_pair(session, actor, mentorship_id))


def find_mentee(session: Session, actor: Actor, membership_id: int) -> MenteeProfile:
    """The mentee whom an alert is about, waiting or not. Raises NoLongerCurrent, NotAllowed."""
    mentee = session.get(Membership, membership_id)
    if mentee is None:
        raise NoLongerCurrent
    access.require_role(actor, mentee.organization_id, *DECIDING_ROLES)
    return mentee_profile(mentee)


def see_proposal(session: Session, actor: Actor, mentorship_id: int) -> SideView:
    """The member's own view. Raises NoLongerCurrent, NotAllowed (somebody else's pair), ProposalEnded."""
    pair, member = _own_side(session, actor, mentorship_id)
    if pair.status not in CURRENT or (pair.status == MentorshipStatus.PROPOSED and not _may_begin(pair)):
        raise ProposalEnded
    return side_view(session, pair, member)


def accept(session: Session, actor: Actor, mentorship_id: int, *, now: datetime) -> SideView:
    """Say yes. The last yes makes the pair active, ends the waiting and tells everybody (N-6.2).

    A second tap changes nothing. Raises NoLongerCurrent, NotAllowed, ProposalEnded.
    """
    pair, member = _own_side(session, actor, mentorship_id)
    if pair.status == MentorshipStatus.ACTIVE:
        return side_view(session, pair, member)
    if pair.status != MentorshipStatus.PROPOSED or not _may_begin(pair):
        raise ProposalEnded
    if member.accepted_at is None:
        record_act(session, "pair.accepted", actor, pair.organization_id, "mentorship", pair.id, now)
        if pair.accept(member, now):
            _begin(session, pair, now)
    return side_view(session, pair, member)


def decline(session: Session, actor: Actor, mentorship_id: int, *, now: datetime) -> SideView:
    """Say no, without a reason; it comes back to the curator, and the other side hears nothing of who or why.

    The mentee stays in the queue with the time already waited. A second tap changes nothing (N-1.3-5).
    Raises NoLongerCurrent, NotAllowed, ProposalEnded, PairAlreadyActive.
    """
    pair, member = _own_side(session, actor, mentorship_id)
    if member.declined_at is not None:
        return side_view(session, pair, member)
    if pair.status == MentorshipStatus.ACTIVE:
        raise PairAlreadyActive
    if pair.status != MentorshipStatus.PROPOSED:
        raise ProposalEnded
    pair.decline(member, now)
    _tell_ended(session, pair, [one for one in pair.members if one is not member], now)
    _alert_declined(session, pair, now)
    record_act(session, "pair.declined", actor, pair.organization_id, "mentorship", pair.id, now)
    return side_view(session, pair, member)


def may_decline(session: Session, actor: Actor, mentorship_id: int) -> SideView:
    """The proposal that the person thinks of declining.

    Raises NoLongerCurrent, NotAllowed, ProposalEnded, PairAlreadyActive.
    """
    shown = see_proposal(session, actor, mentorship_id)
    if shown.status == MentorshipStatus.ACTIVE:
        raise PairAlreadyActive
    return shown


def see_ending(session: Session, actor: Actor, mentorship_id: int) -> Ending | None:
    """How a proposal or a pair ended for this member; None for others and while it has not ended."""
    pair = session.get(Mentorship, mentorship_id)
    member = pair.member(actor.person_id) if pair else None
    if pair is None or member is None or pair.status in CURRENT:
        return None
    return Ending(member.role, was_active=pair.activated_at is not None)


def mine(session: Session, actor: Actor) -> tuple[SideView, ...]:
    """The actor's own proposals and active pairs, as mentor and as mentee; what awaits an answer first."""
    query = (
        select(Mentorship)
        .join(MentorshipMember, MentorshipMember.mentorship_id == Mentorship.id)
        .join(Membership, Membership.id == MentorshipMember.membership_id)
        .where(Membership.person_id == actor.person_id, Mentorship.status.in_(CURRENT))
        .order_by(Mentorship.status.desc(), Mentorship.proposed_at, Mentorship.id)
        .options(_WITH_MEMBERS)
    )
    found = session.scalars(query).unique().all()
    sides = [
        side_view(session, pair, member)
        for pair in found
        if (member := pair.member(actor.person_id)) is not None
    ]
    return tuple(sorted(sides, key=lambda side: not side.awaits_answer))


def count_unanswered(session: Session, actor: Actor) -> int:
    """How many proposals wait for the actor's own answer."""
    query = (
        select(func.count())
        .select_from(MentorshipMember)
        .join(Mentorship, Mentorship.id == MentorshipMember.mentorship_id)
        .join(Membership, Membership.id == MentorshipMember.membership_id)
        .where(
            Membership.person_id == actor.person_id,
            Mentorship.status == MentorshipStatus.PROPOSED,
            MentorshipMember.accepted_at.is_(None),
        )
    )
    return session.scalar(query) or 0


def _own_side(session: Session, actor: Actor, mentorship_id: int) -> tuple[Mentorship, MentorshipMember]:
    pair = session.get(Mentorship, mentorship_id)
    if pair is None:
        raise NoLongerCurrent
    member = pair.member(actor.person_id)
    if member is None:
        raise NotAllowed
    return pair, member


def _may_begin(pair: Mentorship) -> bool:
    return all(takes_part(member.membership) for member in pair.members)


def _begin(session: Session, pair: Mentorship, now: datetime) -> None:
    outbox.cancel_topic(session, _proposal_topic(pair), now=now)
    for member in pair.mentees:
        end_waiting(session, member.membership, now)
    _tell_members(session, pair, "pairing.active", now)
    _tell_curators(session, pair, now)


def end_waiting(session: Session, mentee: Membership, now: datetime) -> None:
    """The mentee waits for nobody any more; an alert about the waiting is settled by that."""
    if mentee.unpaired_since is not None:
        alerts.resolve_cause(session, _unpaired_cause(mentee), "paired", by_id=None, now=now)
    mentee.unpaired_since = None


def _alert_declined(session: Session, pair: Mentorship, now: datetime) -> None:
    alerts.raise_alert(
        session,
        organization_id=pair.organization_id,
        kind=AlertKind.PAIR_DECLINED,
        cause=_declined_cause(pair.id),
        subject={"mentorship_id": pair.id, "membership_id": pair.mentees[0].membership_id},
        since=now,
        now=now,
    )


def _settle_declines(session: Session, mentee_id: int, actor: Actor, now: datetime) -> None:
    """Another mentor is proposed: the alerts about earlier refusals have been answered by that."""
    query = (
        select(Mentorship.id)
        .join(MentorshipMember, MentorshipMember.mentorship_id == Mentorship.id)
        .where(MentorshipMember.membership_id == mentee_id, Mentorship.status == MentorshipStatus.DECLINED)
    )
    for mentorship_id in session.scalars(query).all():
        cause = _declined_cause(mentorship_id)
        alerts.resolve_cause(session, cause, "proposed_another", by_id=actor.person_id, now=now)


def release_person(session: Session, person_id: int, *, now: datetime) -> int:
    """The person no longer takes part (consent withdrawn): their pairs end, mentees return to the queue.

    Called by the use case that made it so, in its transaction. Returns how many pairs ended.
    """
    ended = 0
    for own in session.scalars(select(Membership).where(Membership.person_id == person_id)).all():
        ended += len(_end_all(session, own, _current_pairs(session, own), now))
    return ended


def release(session: Session, membership: Membership, *, now: datetime) -> list[Mentorship]:
    """The person no longer takes part here in this role: these pairs end, mentees return to the queue.

    A pair goes on without one of several mentees. Called by the use case that made it so, in its transaction,
    which also calls off the meetings of the pairs returned.
    """
    ending = [pair for pair in _current_pairs(session, membership) if not _goes_on(pair, membership)]
    return _end_all(session, membership, ending, now)


def _end_all(
    session: Session, membership: Membership, ending: list[Mentorship], now: datetime
) -> list[Mentorship]:
    for pair in ending:
        _release_from(session, pair, membership, now)
    if membership.unpaired_since is not None:
        end_waiting(session, membership, now)
    return ending


def end_proposals(session: Session, membership: Membership, *, now: datetime) -> int:
    """Nobody answers about this person for a while: proposals that await answers are taken back. Returns how
    many.
    """
    open_ = [pair for pair in _current_pairs(session, membership) if pair.status == MentorshipStatus.PROPOSED]
    for pair in open_:
        _release_from(session, pair, membership, now)
    return len(open_)


def find(session: Session, mentorship_id: int) -> Mentorship | None:
    """A pair by its number, for use cases that have checked who asks."""
    return session.get(Mentorship, mentorship_id)


def has_pair(session: Session, membership: Membership) -> bool:
    """Is there an active pair with this member?"""
    return any(pair.status == MentorshipStatus.ACTIVE for pair in _current_pairs(session, membership))


def _current_pairs(session: Session, membership: Membership) -> list[Mentorship]:
    query = (
        select(Mentorship)
        .join(MentorshipMember, MentorshipMember.mentorship_id == Mentorship.id)
        .where(MentorshipMember.membership_id == membership.id, Mentorship.status.in_(CURRENT))
        .order_by(Mentorship.id)
    )
    return list(session.scalars(query))


def _goes_on(pair: Mentorship, membership: Membership) -> bool:
    is_group = pair.status == MentorshipStatus.ACTIVE and len(pair.mentees) > 1
    return is_group and membership.role == Role.MENTEE


def _release_from(session: Session, pair: Mentorship, leaving: Membership, now: datetime) -> None:
    was_active = pair.status == MentorshipStatus.ACTIVE
    pair.close(now)
    others = [member for member in pair.members if member.membership_id != leaving.id]
    _tell_ended(session, pair, others, now)
    for member in others:
        if was_active and member.role == Role.MENTEE and member.membership.is_active:
            member.membership.unpaired_since = now


def tick_unpaired(session: Session, *, now: datetime) -> int:
    """A tick: alert the curator about mentees who wait longer than the organisation allows."""
    overdue = {_unpaired_cause(mentee): mentee for mentee in _overdue(session, now)}
    known = set(session.scalars(select(Alert.cause).where(Alert.cause.in_(overdue))))
    return sum(
        _alert_unpaired(session, cause, overdue[cause], now) for cause in overdue if cause not in known
    )


def _overdue(session: Session, now: datetime) -> Iterable[Membership]:
    for days in session.scalars(select(Organization.unpaired_wait_days).distinct()).all():
        yield from session.scalars(
            select(Membership)
            .join(Organization, Organization.id == Membership.organization_id)
            .join(Person, Person.id == Membership.person_id)
            .where(
                Organization.unpaired_wait_days == days,
                Membership.unpaired_since.is_not(None),
                Membership.unpaired_since < now - timedelta(days=days),
                Membership.role == Role.MENTEE,
                Membership.status == MembershipStatus.ACTIVE,
                Person.frozen_at.is_(None),
            )
        ).all()


def _alert_unpaired(session: Session, cause: str, mentee: Membership, now: datetime) -> bool:
    return alerts.raise_alert(
        session,
        organization_id=mentee.organization_id,
        kind=AlertKind.MENTEE_UNPAIRED,
        cause=cause,
        subject={"membership_id": mentee.id},
        since=mentee.unpaired_since or now,
        now=now,
    )


def _proposal_topic(pair: Mentorship) -> str:
    return f"pair:{pair.id}:proposal"


def _declined_cause(mentorship_id: int) -> str:
    return f"pair_declined:{mentorship_id}"


def _unpaired_cause(mentee: Membership) -> str:
    """One cause per time of waiting: a mentee who waits anew is a new fact."""
    since = mentee.unpaired_since.isoformat() if mentee.unpaired_since else ""
    return f"unpaired:{mentee.id}:{since}"


def _tell_members(
    session: Session, pair: Mentorship, kind: str, now: datetime, *, topic: str | None = None
) -> None:
    for member in pair.members:
        _tell(session, pair, kind, member.membership.person_id, now, topic)


def _ask_curators(session: Session, pair: Mentorship, now: datetime) -> None:
    """For members without Telegram the curators answer."""
    waits: dict[str, str | int] = {"kind": "pair", "id": pair.id}
    for member in pair.members:
        person_id = member.membership.person_id
        representing.tell_curators(session, pair, person_id, waits, _proposal_topic(pair), now, now)


def _tell_curators(session: Session, pair: Mentorship, now: datetime) -> None:
    people = alerts.people_in_role(session, pair.organization_id, Role.CURATOR)
    for person_id in people or alerts.people_in_role(session, pair.organization_id, Role.HEAD):
        _tell(session, pair, "pairing.formed", person_id, now)


def _tell_ended(
    session: Session, pair: Mentorship, members: Iterable[MentorshipMember], now: datetime
) -> None:
    """Tell those who know of it that it did not work out; take the question back from the others."""
    people = [member.membership.person_id for member in members]
    asked = _asked(session, pair, people)
    outbox.cancel_topic(session, _proposal_topic(pair), now=now)
    for person_id in asked:
        _tell(session, pair, "pairing.ended", person_id, now)


def _asked(session: Session, pair: Mentorship, people: Sequence[int]) -> list[int]:
    """Those of the people whose question has left the outbox, or who answered it from their own list."""
    answered = {one.membership.person_id for one in pair.members if one.accepted_at is not None}
    keys = {_key(pair, "pairing.proposed", person_id): person_id for person_id in people}
    left = select(Notification.key).where(
        Notification.key.in_(keys), Notification.status.in_(_LEFT_THE_OUTBOX)
    )
    asked = answered | {keys[key] for key in session.scalars(left)}
    return [person_id for person_id in people if person_id in asked]


def _tell(
    session: Session, pair: Mentorship, kind: str, person_id: int, now: datetime, topic: str | None = None
) -> None:
    outbox.notify(
        session,
        kind=kind,
        key=_key(pair, kind, person_id),
        person_id=person_id,
        payload={"mentorship_id": pair.id},
        topic=topic,
        due_at=now,
        now=now,
    )


def _key(pair: Mentorship, kind: str, person_id: int) -> str:
    return f"pair:{pair.id}:{kind}:{person_id}"
