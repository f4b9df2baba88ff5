"""Changing schools within the installation: the curator offers it, the person agrees to the new school's own
consent.

The history stays with the school where it happened; the profile goes along, as the answers of an application
which the new school's curator decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from models import (
    Application,
    Consent,
    ConsentKind,
    Membership,
    MembershipStatus,
    Organization,
    Partition,
    Role,
)
from services import access, applications, consent_records, finding, outbox, participation
from services.access import Actor
from services.consent_records import Asking
from services.content import ConsentText, Questionnaire
from services.errors import AlreadyMember, NoLongerCurrent, NotAllowed
from services.mentorship_views import PAGE_SIZE, Page, nearest_page, page_count
from services.names import PersonName

MOVING_ROLES = (Role.MENTEE, Role.MENTOR)
TAKING_PART = (MembershipStatus.ACTIVE, MembershipStatus.PAUSED)
"""Whoever is not approved yet has nothing to take along: they ask the other school themselves."""


@dataclass(frozen=True, slots=True)
class Place:
    organization_id: int
    name: str


@dataclass(frozen=True, slots=True)
class Transfer:
    """Somebody who may go from one school to another."""

    membership_id: int
    name: PersonName
    role: Role
    here: Place
    there: Place


@dataclass(frozen=True, slots=True)
class TransferAsked:
    """The new school's consent, which waits for the person's answer."""

    transfer: Transfer
    consent_id: int


def schools(session: Session, actor: Actor, membership_id: int, *, page: int = 0) -> Page[Place]:
    """The other schools and partners where somebody decides, by name. Raises NoLongerCurrent, NotAllowed."""
    membership = _offered(session, actor, membership_id)
    query = _others(membership)
    total = session.scalar(select(func.count()).select_from(query.subquery())) or 0
    number, offset = nearest_page(page, total)
    found = session.scalars(
        query.order_by(Organization.name, Organization.id).offset(offset).limit(PAGE_SIZE)
    )
    return Page(tuple(Place(one.id, one.name) for one in found), number, page_count(total), total)


def _others(membership: Membership) -> Select[Organization]:
    return select(Organization).where(
        Organization.id != membership.organization_id,
        finding.takes_people(),
        Organization.is_demonstration.is_(membership.organization.is_demonstration),
    )


def consider(session: Session, actor: Actor, membership_id: int, organization_id: int) -> Transfer:
    """What the curator is about to offer. Raises NoLongerCurrent, NotAllowed, AlreadyMember."""
    return _transfer(session, _offered(session, actor, membership_id), organization_id)


def offer(
    session: Session, actor: Actor, membership_id: int, organization_id: int, *, now: datetime
) -> Transfer:
    """Ask the person whether they go there. Nothing changes before they agree. A second tap asks once.

    Raises NoLongerCurrent, NotAllowed, AlreadyMember.
    """
    membership = _offered(session, actor, membership_id)
    transfer = _transfer(session, membership, organization_id)
    outbox.notify(
        session,
        kind="people.move",
        key=f"move:{membership.id}:{organization_id}:{now.date().isoformat()}",
        person_id=membership.person_id,
        payload={"membership_id": membership.id, "organization_id": organization_id},
        topic=_topic(membership),
        due_at=now,
        now=now,
    )
    _log(session, "participation.move_offered", membership, actor, now)
    return transfer


def _offered(session: Session, actor: Actor, membership_id: int) -> Membership:
    """A participation that the actor keeps and that may move. Raises NoLongerCurrent, NotAllowed."""
    membership = session.get(Membership, membership_id)
    if membership is None:
        raise NoLongerCurrent
    access.require_role(actor, membership.organization_id, *participation.KEEPERS)
    if not membership.person.has_telegram:
        # Nobody can be asked here: the new school enters them with a consent on paper.
        raise NotAllowed
    return _movable(membership)


def _movable(membership: Membership) -> Membership:
    """Pupils go by their parents' consent to the new school, others by a link of their own."""
    if membership.role not in MOVING_ROLES or membership.partition != Partition.TEACHER:
        raise NotAllowed
    if membership.status not in TAKING_PART or membership.person.is_frozen:
        raise NoLongerCurrent
    return membership


def _transfer(session: Session, membership: Membership, organization_id: int) -> Transfer:
    there = session.scalars(_others(membership).where(Organization.id == organization_id)).one_or_none()
    if there is None:
        raise NoLongerCurrent
    known = _membership_there(session, membership, organization_id)
    if known is not None and known.status != MembershipStatus.LEFT:
        raise AlreadyMember
    here = membership.organization
    return Transfer(
        membership.id,
        PersonName.of(membership),
        membership.role,
        Place(here.id, here.name),
        Place(there.id, there.name),
    )


def _membership_there(session: Session, membership: Membership, organization_id: int) -> Membership | None:
    query = select(Membership).where(
        Membership.person_id == membership.person_id,
        Membership.organization_id == organization_id,
        Membership.role == membership.role,
    )
    return session.scalars(query).one_or_none()


def see_offer(session: Session, person_id: int, membership_id: int, organization_id: int) -> Transfer | None:
    """The offer for the message to the person; None when it is of no use any more."""
    membership = session.get(Membership, membership_id)
    if membership is None or membership.person_id != person_id:
        return None
    try:
        return _transfer(session, _movable(membership), organization_id)
    except (NoLongerCurrent, NotAllowed, AlreadyMember):
        return None


def ask(
    session: Session,
    actor: Actor,
    membership_id: int,
    organization_id: int,
    text: ConsentText,
    *,
    now: datetime,
) -> TransferAsked:
    """The person looks at the new school's own consent: its record begins (152-FZ art. 9: a separate document
    for each operator). Raises NoLongerCurrent, NotAllowed, AlreadyMember.
    """
    membership = _own(session, actor, membership_id)
    transfer = _transfer(session, membership, organization_id)
    asking = Asking(membership.person_id, organization_id, ConsentKind.PERSONAL_DATA, membership.role)
    consent = consent_records.ask(session, asking, text, actor.language, now=now)
    return TransferAsked(transfer, consent.id)


def _own(session: Session, actor: Actor, membership_id: int) -> Membership:
    membership = session.get(Membership, membership_id)
    if membership is None:
        raise NoLongerCurrent
    if membership.person_id != actor.person_id or actor.is_frozen:
        raise NotAllowed
    return _movable(membership)


def role_of(session: Session, actor: Actor, membership_id: int) -> Role:
    """The role that goes along: it says which questionnaire is filled in. Raises NoLongerCurrent,
    NotAllowed.
    """
    return _own(session, actor, membership_id).role


def decline(
    session: Session, actor: Actor, membership_id: int, consent_id: int, *, now: datetime
) -> Transfer:
    """The person stays. Raises NoLongerCurrent, NotAllowed."""
    membership = _own(session, actor, membership_id)
    consent = _asked(session, membership, consent_id)
    transfer = _transfer(session, membership, consent.organization_id)
    consent.refuse(now)
    _log(session, "participation.move_declined", membership, actor, now)
    return transfer


def _asked(session: Session, membership: Membership, consent_id: int) -> Consent:
    consent = session.get(Consent, consent_id)
    if consent is None or consent.person_id != membership.person_id or consent.role != membership.role:
        raise NoLongerCurrent
    if consent.kind != ConsentKind.PERSONAL_DATA or not consent.is_open:
        raise NoLongerCurrent
    return consent


def move(
    session: Session,
    actor: Actor,
    membership_id: int,
    consent_id: int,
    text: ConsentText,
    form: Questionnaire,
    *,
    now: datetime,
) -> int:
    """The person agrees: they leave here and apply there with the profile they had. The new school's curator
    decides as about everybody.

    Returns the number of the application, which stands at its summary. Raises NoLongerCurrent (a second tap,
    too), NotAllowed, AlreadyMember.
    """
    membership = _own(session, actor, membership_id)
    consent = _asked(session, membership, consent_id)
    _transfer(session, membership, consent.organization_id)
    consent_records.word(consent, text, actor.language)
    consent.give(now)
    consent_records.log(session, "consent.given", consent, by_id=actor.person_id, now=now)
    participation.leave(session, membership, actor.person_id, now=now)
    _log(session, "participation.moved", membership, actor, now)
    outbox.cancel_topic(session, _topic(membership), now=now)
    return _apply_there(session, membership, consent.organization_id, form, now)


def _apply_there(
    session: Session, left: Membership, organization_id: int, form: Questionnaire, now: datetime
) -> int:
    there = _membership_there(session, left, organization_id)
    if there is None:
        there = Membership(
            person=left.person,
            organization=session.get_one(Organization, organization_id),
            role=left.role,
            partition=left.partition,
            profile={},
            capacity=0,
            created_at=now,
        )
        session.add(there)
    there.status, there.left_at = MembershipStatus.INVITED, None
    session.flush()
    begun = applications.begin(session, there, form, now=now)
    application = session.get_one(Application, begun.id)
    kept = {key: value for key, value in left.profile.items() if value is not None}
    if left.capacity:
        kept["capacity"] = left.capacity
    application.answers = {**kept, "name": left.person.full_name}
    application.position = len(form)
    session.flush()
    return application.id


def _topic(membership: Membership) -> str:
    return f"move:{membership.id}"


def _log(session: Session, act: str, membership: Membership, actor: Actor, now: datetime) -> None:
    access.record(
        session,
        act,
        actor_id=actor.person_id,
        organization_id=membership.organization_id,
        subject_kind="membership",
        subject_id=membership.id,
        now=now,
    )
