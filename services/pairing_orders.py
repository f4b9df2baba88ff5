"""Orders about pairs: which pairs are ready for one, which are not and why, and the order itself with its
number and date in the register of local acts.

An order is possible only when every written consent is there with its signed original: the mentor's (N-3.2)
and every member's to the extra duties (N-3.3-5, T-3.8, P-doc-1, G-1.1); and it is not older than these. A
pair may meet before its order (docs/decisions/a-pair-may-meet-before-its-order.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, and_, exists, func, select
from sqlalchemy.orm import Session, selectinload

from models import (
    Consent,
    ConsentKind,
    ConsentStatus,
    LocalAct,
    Membership,
    Mentorship,
    MentorshipMember,
    MentorshipStatus,
    Notification,
    Organization,
    Person,
    Role,
)
from services import access, alerts, consent_standing, local_acts, outbox
from services.access import Actor
from services.consent_standing import Missing
from services.errors import NoLongerCurrent, NotAllowed, NothingChosen, ServiceError
from services.local_acts import NewAct
from services.local_time import today_in
from services.mentorship_views import PAGE_SIZE, Page, nearest_page, page_count
from services.names import PersonName

ORDER_KIND = "pairing_order"
ORDERING_ROLES = (Role.CURATOR, Role.HEAD)
MOST_PAIRS = 50
"""So many pairs in one order at most."""


class OrderBlocked(ServiceError):
    """A consent of one of the pairs lacks, or was withdrawn meanwhile."""


class OrderBeforeConsent(ServiceError):
    """The order is older than a consent that it rests on (N-3.2). Field `day`: the day of that consent."""


class AlreadyOrdered(ServiceError):
    """Somebody has just recorded an order about this pair."""


@dataclass(frozen=True, slots=True)
class OrderLine:
    """«№ 12 от 01.09.2026»: the order that fixes a pair."""

    act_id: int
    number: str
    dated_on: date


@dataclass(frozen=True, slots=True)
class PairLine:
    """A pair on the list of orders, with what it still lacks."""

    mentorship_id: int
    mentor: PersonName
    mentees: tuple[PersonName, ...]
    missing: tuple[Missing, ...]
    order: OrderLine | None

    @property
    def is_ready(self) -> bool:
        return not self.missing and self.order is None


@dataclass(frozen=True, slots=True)
class OrderDesk:
    """The pairs of one organisation that have no order: those that are ready first. `ready`: the ids of all
    that are, at most MOST_PAIRS. `ordered`: how many have theirs.
    """

    organization_id: int
    organization_name: str
    found: Page[PairLine]
    ready: tuple[int, ...]
    ordered: int
    places: tuple[tuple[int, str], ...]


def desk(
    session: Session, actor: Actor, organization_id: int | None, *, page: int = 0, now: datetime
) -> OrderDesk:
    """Pairs without an order: of the actor's first organisation when none is named. Looking is written to the
    audit log. Raises NotAllowed.
    """
    view = look(session, actor, organization_id, page=page, now=now)
    here = view.organization_id
    _record(session, "orders.seen", actor, "organization", here, here, now)
    return view


def look(
    session: Session, actor: Actor, organization_id: int | None, *, page: int = 0, now: datetime
) -> OrderDesk:
    """The same while pairs are being ticked on the screen that is open already. Raises NotAllowed."""
    known = _places(session, actor)
    if not known:
        raise NotAllowed
    number = organization_id or known[0][0]
    access.require_role(actor, number, *ORDERING_ROLES)
    organization = session.get_one(Organization, number)
    waiting = _lines(session, session.scalars(_without_order(number)).all(), organization, now)
    sorted_lines = sorted(waiting, key=lambda one: not one.is_ready)
    shown, offset = nearest_page(page, len(sorted_lines))
    items = tuple(sorted_lines[offset : offset + PAGE_SIZE])
    total = len(sorted_lines)
    return OrderDesk(
        number,
        organization.name,
        Page(items, shown, page_count(total), total),
        tuple(one.mentorship_id for one in sorted_lines if one.is_ready)[:MOST_PAIRS],
        session.scalar(select(func.count()).select_from(_ordered(number).subquery())) or 0,
        known,
    )


def _places(session: Session, actor: Actor) -> tuple[tuple[int, str], ...]:
    ids = actor.within_reach(*ORDERING_ROLES)
    named = select(Organization.id, Organization.name).where(Organization.id.in_(ids))
    return tuple((row.id, row.name) for row in session.execute(named.order_by(Organization.id)))


_WITH_PEOPLE = (
    selectinload(Mentorship.members).joinedload(MentorshipMember.membership).joinedload(Membership.person)
)


def _without_order(organization_id: int) -> Select[Mentorship]:
    return _active(organization_id).where(Mentorship.order_id.is_(None))


def _ordered(organization_id: int) -> Select[Mentorship]:
    return _active(organization_id).where(Mentorship.order_id.is_not(None))


def _active(organization_id: int) -> Select[Mentorship]:
    return (
        select(Mentorship)
        .where(Mentorship.organization_id == organization_id, Mentorship.status == MentorshipStatus.ACTIVE)
        .order_by(Mentorship.activated_at, Mentorship.id)
        .options(_WITH_PEOPLE)
    )


def _lines(
    session: Session, pairs: Sequence[Mentorship], organization: Organization, now: datetime
) -> list[PairLine]:
    standing = consent_standing.of_pairs(session, pairs, today_in(organization.timezone, now))
    orders = _orders(session, pairs)
    return [
        PairLine(
            pair.id,
            PersonName.of(pair.mentor.membership),
            tuple(PersonName.of(one.membership) for one in pair.mentees),
            standing[pair.id].missing,
            orders.get(pair.order_id or 0),
        )
        for pair in pairs
    ]


def _orders(session: Session, pairs: Iterable[Mentorship]) -> dict[int, OrderLine]:
    acts = {pair.order_id for pair in pairs if pair.order_id is not None}
    found = session.scalars(select(LocalAct).where(LocalAct.id.in_(acts))).all()
    return {act.id: OrderLine(act.id, act.number, act.dated_on) for act in found}


def line(session: Session, mentorship_id: int) -> OrderLine | None:
    """The order that fixes a pair, for its card; None while there is none. Whoever sees the pair may see
    it.
    """
    pair = session.get(Mentorship, mentorship_id)
    return _orders(session, [pair]).get(pair.order_id or 0) if pair else None


def lacking(session: Session, mentorship_id: int, *, now: datetime) -> tuple[Missing, ...]:
    """What an order about the pair waits for, for its card. Whoever asks has been checked."""
    pair = session.get(Mentorship, mentorship_id)
    if pair is None:
        return ()
    organization = session.get_one(Organization, pair.organization_id)
    return consent_standing.of_pair(session, pair, today_in(organization.timezone, now)).missing


def count_without_order(session: Session, organization_id: int) -> int:
    """How many active pairs no order has fixed yet (P-doc-1)."""
    return session.scalar(select(func.count()).select_from(_without_order(organization_id).subquery())) or 0


def rests_on_mentor(session: Session, person_id: int, organization_id: int) -> bool:
    """Is there an order about an active pair of this mentor?"""
    query = (
        select(Mentorship.id)
        .join(MentorshipMember, MentorshipMember.mentorship_id == Mentorship.id)
        .join(Membership, Membership.id == MentorshipMember.membership_id)
        .where(
            Membership.person_id == person_id,
            MentorshipMember.role == Role.MENTOR,
            Mentorship.organization_id == organization_id,
            Mentorship.status == MentorshipStatus.ACTIVE,
            Mentorship.order_id.is_not(None),
        )
    )
    return session.scalar(query.limit(1)) is not None


def ordered(
    session: Session, actor: Actor, organization_id: int, *, page: int = 0, now: datetime
) -> Page[PairLine]:
    """The pairs that have their order, the newest first; looking is written to the audit log. Raises
    NotAllowed.
    """
    access.require_role(actor, organization_id, *ORDERING_ROLES)
    _record(session, "orders.seen", actor, "organization", organization_id, organization_id, now)
    return _ordered_page(session, organization_id, page, now)


def _ordered_page(session: Session, organization_id: int, page: int, now: datetime) -> Page[PairLine]:
    organization = session.get_one(Organization, organization_id)
    total = session.scalar(select(func.count()).select_from(_ordered(organization_id).subquery())) or 0
    number, offset = nearest_page(page, total)
    query = _ordered(organization_id).order_by(None).order_by(Mentorship.order_id.desc(), Mentorship.id)
    found = session.scalars(query.offset(offset).limit(PAGE_SIZE)).all()
    return Page(tuple(_lines(session, found, organization, now)), number, page_count(total), total)


# ---- the order


def check(
    session: Session, actor: Actor, mentorship_ids: Sequence[int], *, now: datetime
) -> tuple[Organization, list[Mentorship], date | None]:
    """The pairs that an order is to fix, all of one organisation, each ready, and the day of the newest
    consent. Raises NothingChosen, NoLongerCurrent, NotAllowed, AlreadyOrdered, OrderBlocked.
    """
    if not mentorship_ids:
        raise NothingChosen
    wanted = select(Mentorship).where(Mentorship.id.in_(mentorship_ids)).order_by(Mentorship.id)
    pairs = list(session.scalars(wanted.options(_WITH_PEOPLE)).all())
    if len(pairs) != len(set(mentorship_ids)) or len({pair.organization_id for pair in pairs}) != 1:
        raise NoLongerCurrent
    organization = session.get_one(Organization, pairs[0].organization_id)
    access.require_role(actor, organization.id, *ORDERING_ROLES)
    if any(pair.status != MentorshipStatus.ACTIVE for pair in pairs):
        raise NoLongerCurrent
    if any(pair.order_id is not None for pair in pairs):
        raise AlreadyOrdered
    standing = consent_standing.of_pairs(session, pairs, today_in(organization.timezone, now))
    if not all(one.is_ready for one in standing.values()):
        raise OrderBlocked
    papers = [one.latest_original for one in standing.values() if one.latest_original is not None]
    return organization, pairs, max(papers, default=None)


def may_order(
    session: Session, actor: Actor, mentorship_ids: Sequence[int], *, now: datetime
) -> Organization:
    """Before the questions about the order: the organisation that issues it. Raises as `check`."""
    return check(session, actor, mentorship_ids, now=now)[0]


def record(
    session: Session,
    actor: Actor,
    mentorship_ids: Sequence[int],
    number: str,
    dated_on: date,
    title: str,
    kinds: Sequence[str],
    *,
    now: datetime,
) -> OrderLine:
    """Record the order about these pairs (N-3.3-5, G-1.1). An order of the same number and date that stands
    in the register already is taken; otherwise it is entered there. `kinds`: those of local acts.

    Raises as `check`; OrderBeforeConsent, AnswerEmpty, AnswerTooLong, DateOutOfRange, ActKindUnknown.
    """
    organization, pairs, newest_paper = check(session, actor, mentorship_ids, now=now)
    number = local_acts.checked_number(number)
    if newest_paper is not None and dated_on < newest_paper:
        raise OrderBeforeConsent(day=f"{newest_paper:%d.%m.%Y}")
    act_id = _registered(session, organization.id, number, dated_on)
    if act_id is None:
        new = NewAct(kind=ORDER_KIND, number=number, dated_on=dated_on, title=title)
        act_id = local_acts.add(session, actor, organization.id, new, kinds, now=now).id
    for pair in pairs:
        pair.order_id = act_id
        _record(session, "pair.ordered", actor, "mentorship", pair.id, organization.id, now)
        _tell_members(session, pair, now)
    session.flush()
    return OrderLine(act_id, number, dated_on)


def _registered(session: Session, organization_id: int, number: str, dated_on: date) -> int | None:
    query = select(LocalAct.id).where(
        LocalAct.organization_id == organization_id,
        LocalAct.kind == ORDER_KIND,
        LocalAct.number == number,
        LocalAct.dated_on == dated_on,
    )
    return session.scalar(query.order_by(LocalAct.id.desc()).limit(1))


def _tell_members(session: Session, pair: Mentorship, now: datetime) -> None:
    for member in pair.members:
        if member.membership.person.has_telegram:
            outbox.notify(
                session,
                kind="consents.ordered",
                key=f"pair:{pair.id}:ordered:{pair.order_id}:{member.membership.person_id}",
                person_id=member.membership.person_id,
                payload={"mentorship_id": pair.id},
                due_at=now,
                now=now,
            )


def may_clear(session: Session, actor: Actor, mentorship_id: int) -> tuple[int, OrderLine | None]:
    """The pair's organisation and order, before the question whether it was a mistake. Raises NotAllowed,
    NoLongerCurrent.
    """
    pair = _managed(session, actor, mentorship_id)
    return pair.organization_id, line(session, pair.id)


def _managed(session: Session, actor: Actor, mentorship_id: int) -> Mentorship:
    pair = session.get(Mentorship, mentorship_id)
    if pair is None or pair.status != MentorshipStatus.ACTIVE:
        raise NoLongerCurrent
    access.require_role(actor, pair.organization_id, *ORDERING_ROLES)
    return pair


def clear(session: Session, actor: Actor, mentorship_id: int, *, now: datetime) -> tuple[int, Page[PairLine]]:
    """The order was recorded for this pair by mistake: the pair waits for one again; the act stays in the
    register. A second tap changes nothing. Returns the organisation's id and its ordered pairs.

    Raises NotAllowed, NoLongerCurrent.
    """
    pair = _managed(session, actor, mentorship_id)
    if pair.order_id is not None:
        pair.order_id = None
        session.flush()
        _record(session, "pair.order_cleared", actor, "mentorship", pair.id, pair.organization_id, now)
    return pair.organization_id, _ordered_page(session, pair.organization_id, 0, now)


def see_order(session: Session, actor: Actor, mentorship_id: int) -> tuple[OrderLine, PersonName] | None:
    """For the message to a member: the order and the other side. None when it is no longer true."""
    pair = session.get(Mentorship, mentorship_id)
    member = pair.member(actor.person_id) if pair else None
    found = line(session, mentorship_id)
    if pair is None or member is None or found is None or pair.status != MentorshipStatus.ACTIVE:
        return None
    other = pair.mentees[0] if member.role == Role.MENTOR else pair.mentor
    return found, PersonName.of(other.membership)


def count_ready(session: Session, actor: Actor, organization_id: int) -> int:
    """How many pairs are ready for an order there, for the message to those who issue it; 0 for others."""
    if actor.participation(*ORDERING_ROLES, organization_id=organization_id) is None:
        return 0
    query = _ready().where(Mentorship.organization_id == organization_id)
    return session.scalar(select(func.count()).select_from(query.subquery())) or 0


def tick_ready(session: Session, *, now: datetime) -> int:
    """A tick: those who issue orders hear of pairs that have become ready for one. Returns how many pairs."""
    ready = session.scalars(_ready()).all()
    known = _told(session, ready)
    fresh = [pair for pair in ready if pair.id not in known]
    for pair in fresh:
        for person_id in alerts.people_in_role(session, pair.organization_id, *ORDERING_ROLES):
            outbox.notify(
                session,
                kind="consents.orders_ready",
                key=_ready_key(pair, person_id),
                person_id=person_id,
                payload={"organization_id": pair.organization_id},
                topic=f"orders:{pair.organization_id}:{person_id}",
                due_at=now,
                now=now,
            )
    return len(fresh)


def _ready() -> Select[Mentorship]:
    """Active, without an order, every consent given and its paper received."""
    mentor_lacks = and_(
        MentorshipMember.role == Role.MENTOR,
        ~_on_paper(ConsentKind.MENTOR, Consent.organization_id == Mentorship.organization_id),
    )
    duties_lack = ~_on_paper(ConsentKind.EXTRA_DUTIES, Consent.mentorship_id == Mentorship.id)
    lacks = (
        select(MentorshipMember.id)
        .join(Membership, Membership.id == MentorshipMember.membership_id)
        .join(Person, Person.id == Membership.person_id)
        .where(MentorshipMember.mentorship_id == Mentorship.id, mentor_lacks | duties_lack)
        .correlate(Mentorship)
        .exists()
    )
    return (
        select(Mentorship)
        .where(Mentorship.status == MentorshipStatus.ACTIVE, Mentorship.order_id.is_(None), ~lacks)
        .order_by(Mentorship.id)
    )


def _on_paper(kind: ConsentKind, about: ColumnElement[bool]) -> ColumnElement[bool]:
    """Has the member's person given it, and is the signed original there?"""
    return exists().where(
        Consent.person_id == Membership.person_id,
        Consent.kind == kind,
        Consent.status == ConsentStatus.GIVEN,
        Consent.original_received_at.is_not(None),
        about,
    )


def _ready_key(pair: Mentorship, person_id: int) -> str:
    return f"orders:ready:{pair.id}:{person_id}"


def _told(session: Session, ready: Sequence[Mentorship]) -> set[int]:
    """The pairs of which somebody has been told already."""
    people = {
        one: alerts.people_in_role(session, one, *ORDERING_ROLES)
        for one in {pair.organization_id for pair in ready}
    }
    keys = {_ready_key(pair, one): pair.id for pair in ready for one in people[pair.organization_id]}
    if not keys:
        return {pair.id for pair in ready}
    known = session.scalars(select(Notification.key).where(Notification.key.in_(keys)))
    return {keys[key] for key in known}


def _record(
    session: Session,
    act: str,
    actor: Actor,
    subject_kind: str,
    subject_id: int,
    organization_id: int,
    now: datetime,
) -> None:
    access.record(
        session,
        act,
        actor_id=actor.person_id,
        organization_id=organization_id,
        subject_kind=subject_kind,
        subject_id=subject_id,
        now=now,
    )
