"""The people of a school as its curators and its head see them: the list, the search, the card.

Coordinators and operators find nobody here: they never see people of a school by name. Entering a colleague
is the business of services/colleagues.py, what changes a participation of services/participation.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session, joinedload

from models import (
    Consent,
    ConsentKind,
    ConsentStatus,
    Guardianship,
    Membership,
    MembershipStatus,
    Mentorship,
    MentorshipMember,
    MentorshipStatus,
    Organization,
    Partition,
    Person,
    Role,
)
from services import access, approvals, erasure, invitations
from services.access import Actor
from services.colleagues import NewPerson, enter
from services.errors import NoLongerCurrent
from services.invitations import Load
from services.mentorship_views import CURRENT, Page
from services.names import PersonName
from services.participation import Change, changes_for
from services.text_limits import clean

__all__ = ["Load", "NewPerson", "enter"]

SEEING = (Role.CURATOR, Role.HEAD)
PAGE_SIZE = 8
SHORTEST_SEARCH = 2
YOUNG_UNTIL = 3
"""Full years at school: up to these a mentee is a young specialist (N-1.2-2)."""


class Filter(StrEnum):
    """Which people are shown."""

    ALL = "all"
    MENTEES = "mentees"
    MENTORS = "mentors"
    OTHERS = "others"
    PUPILS = "pupils"
    WAITING = "waiting"
    WITHOUT_TELEGRAM = "offline"
    PAUSED = "paused"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody in the list. `waits`: for a mentor."""

    membership_id: int
    name: PersonName
    role: Role
    status: MembershipStatus
    partition: Partition
    waits: bool


@dataclass(frozen=True, slots=True)
class PairLine:
    """A pair of the person, from their side: whom with."""

    mentorship_id: int
    status: MentorshipStatus
    other: PersonName


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """A consent in a line. `awaits_original`: agreed by a button, the signed paper has not come yet."""

    kind: ConsentKind
    status: ConsentStatus
    awaits_original: bool


@dataclass(frozen=True, slots=True)
class PersonCard:
    """Somebody of the school. Of `profile` what matters; its keys are those of the questionnaires.

    `works_at`: another organisation, where the person really works. `former_pairs`: how many have ended.
    `changes`: what the reader may do now; `may_link`: a personal link can be given out.
    """

    membership_id: int
    person_id: int
    organization_id: int
    organization_name: str
    name: PersonName
    role: Role
    partition: Partition
    status: MembershipStatus
    since: datetime
    paused_at: datetime | None
    left_at: datetime | None
    unpaired_since: datetime | None
    profile: dict[str, Any]
    category: str
    capacity: int
    pairs: tuple[PairLine, ...]
    former_pairs: int
    consents: tuple[ConsentLine, ...]
    works_at: str
    was_entered: bool
    is_reachable: bool
    changes: tuple[Change, ...]
    may_move: bool
    may_link: bool
    may_fill: bool
    may_conclude: bool
    may_withdraw: bool
    application_id: int | None = None


def people(
    session: Session, actor: Actor, chosen: Filter = Filter.ALL, *, page: int = 0, now: datetime
) -> Page[PersonLine]:
    """The people where the actor is curator or head, by name; the look is recorded. Empty for everybody
    else.
    """
    _record_look(session, actor, "person.list_seen", now)
    return _page(_ordered(session, _listed(actor).where(*_conditions(chosen))), page)


def _record_look(session: Session, actor: Actor, act: str, now: datetime) -> None:
    for place in actor.organizations(*SEEING):
        access.record_look(session, actor, act, place, now=now)


def search(session: Session, actor: Actor, typed: str, *, page: int = 0, now: datetime) -> Page[PersonLine]:
    """Those whose surname holds what was typed, whatever their state; the look is recorded. Nobody for fewer
    than two letters.
    """
    part = clean(typed).casefold()
    if len(part) < SHORTEST_SEARCH:
        return Page((), 0, 1, 0)
    _record_look(session, actor, "person.search_seen", now)
    # In Python, because SQLite knows no small and capital letters beyond Latin ones.
    found = [one for one in _ordered(session, _listed(actor)) if part in one.person.last_name.casefold()]
    return _page(found, page)


def _listed(actor: Actor) -> Select[Membership]:
    """Whoever has told their name, and whose data may be processed."""
    return (
        select(Membership)
        .join(Person, Person.id == Membership.person_id)
        .where(
            Membership.organization_id.in_(actor.organizations(*SEEING)),
            Person.frozen_at.is_(None),
            Person.first_name != "",
        )
        .options(joinedload(Membership.person))
    )


def _conditions(chosen: Filter) -> tuple[ColumnElement[bool], ...]:
    stays = Membership.status != MembershipStatus.LEFT
    narrowed: dict[Filter, tuple[ColumnElement[bool], ...]] = {
        Filter.MENTEES: (stays, Membership.role == Role.MENTEE),
        Filter.MENTORS: (stays, Membership.role == Role.MENTOR),
        Filter.OTHERS: (stays, Membership.role.not_in((Role.MENTEE, Role.MENTOR))),
        Filter.PUPILS: (stays, Membership.partition == Partition.PUPIL),
        Filter.WAITING: (
            Membership.status == MembershipStatus.ACTIVE,
            Membership.unpaired_since.is_not(None),
        ),
        Filter.WITHOUT_TELEGRAM: (stays, Person.chat_id.is_(None)),
        Filter.PAUSED: (Membership.status == MembershipStatus.PAUSED,),
        Filter.LEFT: (Membership.status == MembershipStatus.LEFT,),
    }
    return narrowed.get(chosen, (stays,))


def _ordered(session: Session, query: Select[Membership]) -> list[Membership]:
    return sorted(session.scalars(query), key=lambda one: (one.person.full_name.casefold(), one.id))


def _page(found: Sequence[Membership], page: int) -> Page[PersonLine]:
    pages = max(1, -(-len(found) // PAGE_SIZE))
    number = min(max(page, 0), pages - 1)
    shown = found[number * PAGE_SIZE : (number + 1) * PAGE_SIZE]
    return Page(tuple(_line(one) for one in shown), number, pages, len(found))


def _line(one: Membership) -> PersonLine:
    waits = one.is_active and one.unpaired_since is not None
    return PersonLine(one.id, PersonName.of(one), one.role, one.status, one.partition, waits)


def load(session: Session, actor: Actor) -> Load:
    """Curators and active pairs where the actor is the head (T-3.9)."""
    found = [invitations.load_of(session, place) for place in actor.organizations(Role.HEAD)]
    return Load(sum(one.curators for one in found), sum(one.pairs for one in found))


def open_card(session: Session, actor: Actor, membership_id: int, *, now: datetime) -> PersonCard:
    """The card of somebody of one's own school. Looking at it is written to the audit log (N-1.3-7).

    Raises NoLongerCurrent, NotAllowed.
    """
    membership = seen(session, actor, membership_id)
    access.record(
        session,
        "person.seen",
        actor_id=actor.person_id,
        organization_id=membership.organization_id,
        subject_kind="membership",
        subject_id=membership.id,
        now=now,
    )
    return card(session, actor, membership)


def seen(session: Session, actor: Actor, membership_id: int) -> Membership:
    """A participation at the actor's own school. Raises NoLongerCurrent, NotAllowed."""
    membership = session.get(Membership, membership_id)
    if membership is None:
        raise NoLongerCurrent
    access.require_role(actor, membership.organization_id, *SEEING)
    if membership.person.is_frozen:
        raise NoLongerCurrent
    return membership


def card(session: Session, actor: Actor, membership: Membership) -> PersonCard:
    """The card of a participation that the actor may see."""
    person, stays = membership.person, membership.status != MembershipStatus.LEFT
    takes_part = membership.status in (MembershipStatus.ACTIVE, MembershipStatus.PAUSED)
    pairs = _pairs(session, membership)
    is_paired_role = membership.role in (Role.MENTEE, Role.MENTOR)
    is_teacher = membership.partition == Partition.TEACHER
    return PersonCard(
        membership_id=membership.id,
        person_id=person.id,
        organization_id=membership.organization_id,
        organization_name=membership.organization.name,
        name=PersonName.of(membership),
        role=membership.role,
        partition=membership.partition,
        status=membership.status,
        since=membership.approved_at or membership.created_at,
        paused_at=membership.paused_at,
        left_at=membership.left_at,
        unpaired_since=membership.unpaired_since,
        profile=dict(membership.profile),
        category=category_of(membership),
        capacity=membership.capacity,
        pairs=tuple(_pair_line(pair, membership) for pair in pairs if pair.status in CURRENT),
        former_pairs=sum(
            pair.status == MentorshipStatus.CLOSED and pair.activated_at is not None for pair in pairs
        ),
        consents=tuple(_consents(session, membership)),
        works_at=membership.affiliation.name if membership.affiliation else "",
        was_entered=membership.entered_by_id is not None and is_teacher,
        is_reachable=person.blocked_at is None,
        changes=changes_for(actor, membership),
        may_move=is_paired_role and is_teacher and person.has_telegram and takes_part,
        may_link=_may_link(session, membership),
        may_fill=is_paired_role and is_teacher and stays and not person.has_telegram,
        may_conclude=is_paired_role and stays,
        may_withdraw=erasure.may_bring(actor, membership),
        application_id=approvals.latest(session, actor, membership.id) if is_paired_role else None,
    )


def _may_link(session: Session, membership: Membership) -> bool:
    if membership.person.has_telegram or membership.status == MembershipStatus.LEFT:
        return False
    if membership.partition == Partition.TEACHER:
        return True
    # A pupil's link is given out by the family's screens, once a parent has consented.
    guarded = select(Guardianship.id).where(Guardianship.child_id == membership.person_id)
    return session.scalar(guarded.limit(1)) is not None


def category_of(membership: Membership) -> str:
    """Which kind of mentee it is (N-1.2-2): as they said, else a young specialist by their years at school;
    empty when it is not known.
    """
    said = membership.profile.get("category")
    if said:
        return str(said)
    years = membership.profile.get("experience_years")
    is_young = isinstance(years, int) and years <= YOUNG_UNTIL
    return "young" if membership.role == Role.MENTEE and is_young else ""


def _pairs(session: Session, membership: Membership) -> Sequence[Mentorship]:
    query = (
        select(Mentorship)
        .join(MentorshipMember, MentorshipMember.mentorship_id == Mentorship.id)
        .where(MentorshipMember.membership_id == membership.id)
        .order_by(Mentorship.id.desc())
    )
    return session.scalars(query).all()


def _pair_line(pair: Mentorship, membership: Membership) -> PairLine:
    other = pair.mentor if membership.role == Role.MENTEE else pair.mentees[0]
    return PairLine(pair.id, pair.status, PersonName.of(other.membership))


def _consents(session: Session, membership: Membership) -> list[ConsentLine]:
    """The newest of each kind that was asked here."""
    asked = (Consent.person_id == membership.person_id, Consent.organization_id == membership.organization_id)
    newest: dict[ConsentKind, Consent] = {}
    for consent in session.scalars(select(Consent).where(*asked).order_by(Consent.id)):
        newest[consent.kind] = consent
    order = list(ConsentKind)
    found = sorted(newest.values(), key=lambda one: order.index(one.kind))
    return [ConsentLine(one.kind, one.status, one.awaits_original) for one in found]


def schools_of(session: Session, actor: Actor) -> tuple[tuple[int, str], ...]:
    """Where the actor may enter colleagues: ids and names."""
    places = Organization.id.in_(actor.organizations(*SEEING))
    found = session.scalars(select(Organization).where(places).order_by(Organization.id))
    return tuple((one.id, one.name) for one in found if one.kind.has_staff)
