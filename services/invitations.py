"""Links into the programme: who gives them out, for whom and how many, until when, and taking them back.

What happens when somebody follows one is the business of services/joining.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, func, select, update
from sqlalchemy.orm import Session, joinedload

from models import (
    Invitation,
    Membership,
    MembershipStatus,
    Mentorship,
    MentorshipStatus,
    Organization,
    Partition,
    Person,
    Role,
)
from models.organization import OrganizationKind
from services import access
from services.access import Actor
from services.errors import (
    AnswerNotANumber,
    InvitationExpired,
    InvitationSpent,
    InvitationUnknown,
    NoLongerCurrent,
)

INVITATION_TERM = timedelta(days=30)
INVITATION_PLACES = 50
MOST_PLACES = 1000
TERMS = (7, 30, 90)
"""Days for which a link may be good."""
PAGE_SIZE = 8
SAME_TAP = timedelta(minutes=1)
"""A link like the one that was made so long ago, and not used yet, is the same tap once more."""
PAIRED_ROLES = (Role.MENTEE, Role.MENTOR)
_SCHOOL = (Role.CURATOR, Role.HEAD)
INVITERS = {
    Role.MENTEE: _SCHOOL,
    Role.MENTOR: _SCHOOL,
    Role.CURATOR: (Role.HEAD,),
    Role.COUNCIL: _SCHOOL,
    Role.PSYCHOLOGIST: _SCHOOL,
    Role.TUTOR: _SCHOOL,
    Role.EDITOR: _SCHOOL,
    Role.COORDINATOR: (Role.COORDINATOR,),
    Role.OPERATOR: (Role.OPERATOR,),
}
"""Who gives out links for a role at their own organisation. A head comes by the link of whoever made the
organisation, a parent by the link for one pupil."""
FROM_PARTNERS = (Role.MENTOR, Role.CURATOR)
"""Who may work at a partner of the school (N-1.2-3, T-1.3)."""


class InvitationRevoked(InvitationExpired):
    """Whoever gave the link out took it back."""


@dataclass(frozen=True, slots=True)
class InvitationView:
    """An invitation as those who give it out see it. `affiliation`: the partner whose people it is for."""

    id: int
    code: str
    organization_id: int
    organization_name: str
    role: Role
    places_left: int
    expires_at: datetime
    affiliation: str = ""

    @property
    def is_for_one(self) -> bool:
        """Whoever comes by it has the role at once."""
        return self.role not in PAIRED_ROLES


@dataclass(frozen=True, slots=True)
class Load:
    """How much one curator has on their hands (T-3.9-0): active curators and active pairs."""

    curators: int
    pairs: int

    @property
    def each(self) -> int:
        """Pairs of one curator, rounded up."""
        return -(-self.pairs // max(self.curators, 1))


@dataclass(frozen=True, slots=True)
class Desk:
    """Whom the actor may invite to an organisation, and how many links are live there."""

    organization_id: int
    organization_name: str
    roles: tuple[Role, ...]
    live: int
    load: Load | None


@dataclass(frozen=True, slots=True)
class LiveInvitations:
    """A page of the links that are still good, the newest first."""

    organization_id: int
    organization_name: str
    lines: tuple[InvitationView, ...]
    page: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class NewInvitation:
    """What a link is asked for. `affiliation_id`: a partner of the organisation, None for its own people."""

    role: Role
    places: int = INVITATION_PLACES
    days: int = INVITATION_TERM.days
    affiliation_id: int | None = None


# ---- making


def create_invitation(  # noqa: PLR0913 - what an invitation consists of
    session: Session,
    organization_id: int,
    role: Role,
    *,
    places: int = 1,
    term: timedelta = INVITATION_TERM,
    partition: Partition = Partition.TEACHER,
    person_id: int | None = None,
    child_id: int | None = None,
    affiliation_id: int | None = None,
    created_by: int | None = None,
    now: datetime,
    code: str | None = None,
) -> Invitation:
    """Make a link for so many people, good for `term`. Whoever asks for it has been checked."""
    invitation = Invitation(
        code=code or Invitation.new_code(),
        organization_id=organization_id,
        role=role,
        partition=partition,
        person_id=person_id,
        child_id=child_id,
        affiliation_id=affiliation_id,
        places=places,
        used=0,
        expires_at=now + term,
        created_by_id=created_by,
        created_at=now,
    )
    session.add(invitation)
    session.flush()
    return invitation


def link_for_one(session: Session, organization_id: int, role: Role, by_id: int | None, now: datetime) -> str:
    """The code of a link for one person: the one that is still good, or a new one. Whoever asks for it has
    been checked.
    """
    invitation = _usable(session, organization_id, role, now)
    if invitation is None:
        invitation = create_invitation(session, organization_id, role, created_by=by_id, now=now)
    return invitation.code


def revoke_links_for_one(session: Session, organization_id: int, role: Role, now: datetime) -> None:
    """Whoever has such a link that is not used yet can't come in by it any more. Whoever asks for it has been
    checked.
    """
    for invitation in session.scalars(_live(organization_id, now).where(Invitation.role == role)):
        if invitation.places == 1 and invitation.affiliation_id is None:
            invitation.revoked_at = now


def invite(
    session: Session, actor: Actor, organization_id: int, role: Role, *, now: datetime
) -> InvitationView:
    """The current link for a role, or a new one with the usual places and term when there is none.

    Who invites whom: `INVITERS`. Roles other than those of a pair are admitted by the link itself: it is for
    one person. Raises NotAllowed.
    """
    require_inviter(actor, organization_id, role)
    found = _usable(session, organization_id, role, now)
    if found is not None:
        return _view(found)
    return invite_anew(session, actor, organization_id, NewInvitation(role), now=now)


def invite_anew(
    session: Session, actor: Actor, organization_id: int, wanted: NewInvitation, *, now: datetime
) -> InvitationView:
    """One more link: for so many people, so many days (one of `TERMS`), for those of a partner.

    Tapped twice, it is one link. Raises NotAllowed, AnswerNotANumber (places), NoLongerCurrent (a term that
    was not offered), PartnerUnfit.
    """
    require_inviter(actor, organization_id, wanted.role)
    _check(session, organization_id, wanted)
    places = wanted.places if wanted.role in PAIRED_ROLES else 1
    term = timedelta(days=wanted.days)
    made = _made_just_now(session, actor, organization_id, wanted, places, now)
    if made is None:
        made = create_invitation(
            session,
            organization_id,
            wanted.role,
            places=places,
            term=term,
            affiliation_id=wanted.affiliation_id,
            created_by=actor.person_id,
            now=now,
        )
        _record(session, actor, "invitation.made", made, now)
    return _view(made)


def require_inviter(actor: Actor, organization_id: int, role: Role) -> None:
    """Raises NotAllowed for whoever may not invite to this role there."""
    access.require_role(actor, organization_id, *INVITERS.get(role, ()))


def _check(session: Session, organization_id: int, wanted: NewInvitation) -> None:
    if not 1 <= wanted.places <= MOST_PLACES:
        raise AnswerNotANumber(minimum=1, maximum=MOST_PLACES)
    if wanted.days not in TERMS:
        raise NoLongerCurrent
    if wanted.affiliation_id is not None:
        known = [one.id for one in partners_of(session, organization_id)]
        if wanted.role not in FROM_PARTNERS or wanted.affiliation_id not in known:
            raise NoLongerCurrent


def partners_of(session: Session, organization_id: int) -> Sequence[Organization]:
    """The partners of an organisation: those below it, and those that stand beside it under one above."""
    lines = access.above(session, organization_id)
    query = select(Organization).where(
        Organization.kind == OrganizationKind.PARTNER, Organization.parent_id.in_(lines)
    )
    return session.scalars(query.where(Organization.id != organization_id).order_by(Organization.id)).all()


def affiliations(
    session: Session, actor: Actor, organization_id: int, role: Role
) -> tuple[tuple[int, str], ...]:
    """The partners whose people may be invited to this role: numbers and names. Raises NotAllowed."""
    require_inviter(actor, organization_id, role)
    if role not in FROM_PARTNERS:
        return ()
    return tuple((one.id, one.name) for one in partners_of(session, organization_id))


def read_places(typed: str) -> int:
    """A number of places as typed. Raises AnswerNotANumber."""
    digits = typed.strip()
    if digits.isascii() and digits.isdigit() and len(digits) <= 4 and 1 <= int(digits) <= MOST_PLACES:
        return int(digits)
    raise AnswerNotANumber(minimum=1, maximum=MOST_PLACES)


# ---- looking


def _live(organization_id: int, now: datetime) -> Select[Invitation]:
    """Links for whoever has them that are still good; personal links are shown where the person is."""
    return (
        select(Invitation)
        .where(
            Invitation.organization_id == organization_id,
            Invitation.person_id.is_(None),
            Invitation.child_id.is_(None),
            Invitation.revoked_at.is_(None),
            Invitation.expires_at > now,
            Invitation.used < Invitation.places,
        )
        .order_by(Invitation.id.desc())
    )


def _usable(session: Session, organization_id: int, role: Role, now: datetime) -> Invitation | None:
    query = _live(organization_id, now).where(Invitation.role == role, Invitation.affiliation_id.is_(None))
    if role in PAIRED_ROLES:
        # A link for one person was handed to somebody: an import makes such for people it may not store.
        query = query.where(Invitation.places > 1)
    return session.scalars(query.limit(1)).one_or_none()


def _made_just_now(
    session: Session,
    actor: Actor,
    organization_id: int,
    wanted: NewInvitation,
    places: int,
    now: datetime,
) -> Invitation | None:
    query = _live(organization_id, now).where(
        Invitation.role == wanted.role,
        Invitation.affiliation_id.is_not_distinct_from(wanted.affiliation_id),
        Invitation.places == places,
        Invitation.used == 0,
        Invitation.created_by_id == actor.person_id,
        Invitation.created_at > now - SAME_TAP,
    )
    found = session.scalars(query.limit(1)).one_or_none()
    is_same = found is not None and found.expires_at - found.created_at == timedelta(days=wanted.days)
    return found if is_same else None


def desk(session: Session, actor: Actor, organization_id: int, *, now: datetime) -> Desk:
    """Whom the actor may invite there. Raises NotAllowed when nobody."""
    roles = invitable(actor, organization_id)
    if not roles:
        access.require_role(actor, organization_id)
    organization = session.get_one(Organization, organization_id)
    live = _live(organization_id, now).where(Invitation.role.in_(roles)).subquery()
    count = session.scalar(select(func.count()).select_from(live)) or 0
    load = load_of(session, organization_id) if organization.kind.has_staff else None
    return Desk(organization_id, organization.name, roles, count, load)


def invitable(actor: Actor, organization_id: int) -> tuple[Role, ...]:
    """The roles to which the actor may invite at the organisation."""
    return tuple(
        role
        for role, inviters in INVITERS.items()
        if actor.participation(*inviters, organization_id=organization_id)
    )


def load_of(session: Session, organization_id: int) -> Load:
    """Curators and pairs that are active at the organisation."""
    curators = (
        select(func.count(Membership.person_id.distinct()))
        .join(Person, Person.id == Membership.person_id)
        .where(
            Membership.organization_id == organization_id,
            Membership.role == Role.CURATOR,
            Membership.status == MembershipStatus.ACTIVE,
            Person.frozen_at.is_(None),
        )
    )
    pairs = select(func.count(Mentorship.id)).where(
        Mentorship.organization_id == organization_id, Mentorship.status == MentorshipStatus.ACTIVE
    )
    return Load(session.scalar(curators) or 0, session.scalar(pairs) or 0)


def live(
    session: Session, actor: Actor, organization_id: int, *, page: int = 0, now: datetime
) -> LiveInvitations:
    """The links into an organisation that are still good, of the roles to which the actor invites. Raises
    NotAllowed.
    """
    shown = desk(session, actor, organization_id, now=now)
    query = _live(organization_id, now).where(Invitation.role.in_(shown.roles))
    pages = max(1, -(-shown.live // PAGE_SIZE))
    page = min(max(page, 0), pages - 1)
    query = query.options(joinedload(Invitation.organization), joinedload(Invitation.affiliation))
    found = session.scalars(query.offset(page * PAGE_SIZE).limit(PAGE_SIZE)).all()
    lines = tuple(map(_view, found))
    return LiveInvitations(organization_id, shown.organization_name, lines, page, pages, shown.live)


def see(session: Session, actor: Actor, invitation_id: int, *, now: datetime) -> InvitationView:
    """One link that is still good. Raises NotAllowed, NoLongerCurrent."""
    return _view(_own(session, actor, invitation_id, now))


def revoke(session: Session, actor: Actor, invitation_id: int, *, now: datetime) -> InvitationView:
    """The link got into wrong hands: nobody else may come by it. Raises NotAllowed, NoLongerCurrent."""
    invitation = _own(session, actor, invitation_id, now)
    invitation.revoked_at = now
    _record(session, actor, "invitation.revoked", invitation, now)
    return _view(invitation)


def _own(session: Session, actor: Actor, invitation_id: int, now: datetime) -> Invitation:
    invitation = session.get(Invitation, invitation_id)
    if invitation is None or invitation.is_personal:
        raise NoLongerCurrent
    require_inviter(actor, invitation.organization_id, invitation.role)
    if invitation.is_expired(now) or invitation.is_spent():
        raise NoLongerCurrent
    return invitation


def _view(invitation: Invitation) -> InvitationView:
    return InvitationView(
        invitation.id,
        invitation.code,
        invitation.organization_id,
        invitation.organization.name,
        invitation.role,
        invitation.places - invitation.used,
        invitation.expires_at,
        invitation.affiliation.name if invitation.affiliation else "",
    )


# ---- being followed


def find(session: Session, code: str) -> Invitation:
    """The invitation of a link. Raises InvitationUnknown."""
    invitation = session.scalars(select(Invitation).where(Invitation.code == code)).one_or_none()
    if invitation is None:
        raise InvitationUnknown
    return invitation


def check_good(invitation: Invitation, now: datetime) -> None:
    """Raises InvitationRevoked, InvitationSpent, InvitationExpired."""
    if invitation.revoked_at is not None:
        raise InvitationRevoked
    if invitation.is_spent():
        raise InvitationSpent
    if invitation.is_expired(now):
        raise InvitationExpired


def take_place(session: Session, invitation: Invitation) -> None:
    """In the database, because two people may take the last place at once. Raises InvitationSpent."""
    result: Any = session.execute(
        update(Invitation)
        .where(Invitation.id == invitation.id, Invitation.used < Invitation.places)
        .values(used=Invitation.used + 1)
    )
    if result.rowcount != 1:
        raise InvitationSpent


def _record(session: Session, actor: Actor, act: str, invitation: Invitation, now: datetime) -> None:
    access.record(
        session,
        act,
        actor_id=actor.person_id,
        organization_id=invitation.organization_id,
        subject_kind="invitation",
        subject_id=invitation.id,
        now=now,
    )
