"""How organisations begin: regions, municipalities, schools and partners, each with links for those who run
it.

The administrator of the system makes the first one, on the command line or in the chat; from there each level
makes and invites the next one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Membership, MembershipStatus, Organization, Person, Role
from models.organization import OrganizationKind
from services import access
from services.access import Actor
from services.errors import NoLongerCurrent, NotAllowed, ServiceError
from services.invitations import create_invitation, link_for_one, revoke_links_for_one
from services.text_limits import clean
from services.typed_text import checked_line

NAME_LIMIT, ADDRESS_LIMIT = 300, 500
PAGE_SIZE = 8
RUN_BY = {
    OrganizationKind.SCHOOL: (Role.CURATOR, Role.HEAD),
    OrganizationKind.MUNICIPALITY: (Role.COORDINATOR,),
    OrganizationKind.REGION: (Role.OPERATOR,),
    OrganizationKind.PARTNER: (Role.CURATOR,),
}
"""Who gets a link when an organisation is made."""
STANDS_UNDER = {
    OrganizationKind.SCHOOL: (OrganizationKind.MUNICIPALITY, OrganizationKind.REGION),
    OrganizationKind.MUNICIPALITY: (OrganizationKind.REGION,),
    OrganizationKind.REGION: (),
    OrganizationKind.PARTNER: (
        OrganizationKind.SCHOOL,
        OrganizationKind.MUNICIPALITY,
        OrganizationKind.REGION,
    ),
}
MAKES = {
    Role.COORDINATOR: (OrganizationKind.SCHOOL, OrganizationKind.PARTNER),
    Role.OPERATOR: (OrganizationKind.MUNICIPALITY, OrganizationKind.SCHOOL, OrganizationKind.PARTNER),
    Role.HEAD: (OrganizationKind.PARTNER,),
    Role.CURATOR: (OrganizationKind.PARTNER,),
}
"""What each level can make below the own organisation."""
TIMEZONES = (
    "Europe/Kaliningrad",
    "Europe/Moscow",
    "Europe/Samara",
    "Asia/Yekaterinburg",
    "Asia/Omsk",
    "Asia/Krasnoyarsk",
    "Asia/Irkutsk",
    "Asia/Yakutsk",
    "Asia/Vladivostok",
    "Asia/Magadan",
    "Asia/Kamchatka",
)
"""Russia from west to east, a name for each hour."""


class ParentUnknown(ServiceError):
    """There is no organisation with this number. Field `id`."""


class ParentUnfit(ServiceError):
    """The one can't stand under the other: a region under a school. Fields `name` of the upper one, `id`."""


class NameTaken(ServiceError):
    """There is an organisation of this name at the same place already. Field `name`."""


@dataclass(frozen=True, slots=True)
class Founded:
    """An organisation with the codes of the links for those who run it, one person each. There is none for a
    role that somebody has there already.
    """

    id: int
    name: str
    kind: OrganizationKind
    codes: Mapping[Role, str]


@dataclass(frozen=True, slots=True)
class Organizations:
    """A page of what stands below an organisation, a school after the municipality that it belongs to."""

    organization_id: int
    name: str
    kind: OrganizationKind
    lines: tuple[Branch, ...]
    page: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class Branch:
    """An organisation in the tree. `people` counts those who take part."""

    id: int
    name: str
    kind: OrganizationKind
    depth: int
    people: int


@dataclass(frozen=True, slots=True)
class TreePage:
    """A page of the tree of all organisations."""

    lines: tuple[Branch, ...]
    page: int
    pages: int
    total: int


def found(  # noqa: PLR0913 - what an organisation begins with
    session: Session,
    name: str,
    kind: OrganizationKind,
    *,
    under: int | None = None,
    address: str = "",
    timezone: str,
    is_demonstration: bool = False,
    by_id: int | None = None,
    now: datetime,
) -> Founded:
    """Make an organisation and the links for those who run it. Raises AnswerEmpty, AnswerTooLong,
    ParentUnknown, ParentUnfit, NameTaken (the same name under the same parent).
    """
    name = _fitting_name(name)
    if under is not None:
        _check_parent(session, under, kind)
        _refuse_same_name(session, under, name)
    organization = Organization(
        name=name,
        kind=kind,
        parent_id=under,
        address=clean(address),
        timezone=timezone,
        is_demonstration=is_demonstration,
        created_at=now,
    )
    session.add(organization)
    session.flush()
    codes = {
        role: create_invitation(session, organization.id, role, created_by=by_id, now=now).code
        for role in RUN_BY[kind]
    }
    return Founded(organization.id, name, kind, codes)


def _fitting_name(name: str) -> str:
    return checked_line(name, NAME_LIMIT)


def _check_parent(session: Session, parent_id: int, kind: OrganizationKind) -> None:
    parent = session.get(Organization, parent_id)
    if parent is None:
        raise ParentUnknown(id=parent_id)
    if parent.kind not in STANDS_UNDER[kind]:
        raise ParentUnfit(name=parent.name, id=parent_id)


def _refuse_same_name(session: Session, parent_id: int, name: str) -> None:
    siblings = session.scalars(select(Organization.name).where(Organization.parent_id == parent_id))
    if name.casefold() in (one.casefold() for one in siblings):
        raise NameTaken(name=name)


def found_school(
    session: Session, name: str, address: str, timezone: str, *, under: int | None = None, now: datetime
) -> dict[Role, str]:
    """Make a school. Returns the codes of the links for one curator and one head."""
    made = found(
        session, name, OrganizationKind.SCHOOL, under=under, address=address, timezone=timezone, now=now
    )
    return dict(made.codes)


def found_below(
    session: Session,
    actor: Actor,
    organization_id: int,
    kind: OrganizationKind,
    name: str,
    *,
    now: datetime,
) -> Founded:
    """A coordinator makes a school below the municipality, an operator a municipality or a school, a head or
    a curator a partner of the school. Raises NotAllowed and what `found` raises.
    """
    check_maker(actor, organization_id, kind)
    timezone = session.get_one(Organization, organization_id).timezone
    made = found(
        session, name, kind, under=organization_id, timezone=timezone, by_id=actor.person_id, now=now
    )
    _record(session, actor, "organization.made", made.id, now)
    return made


def check_maker(actor: Actor, organization_id: int, kind: OrganizationKind) -> None:
    """Raises NotAllowed for whoever may not make such an organisation there."""
    roles = [role for role, kinds in MAKES.items() if kind in kinds]
    access.require_role(actor, organization_id, *roles)


def links(
    session: Session, actor: Actor, organization_id: int, *, anew: bool = False, now: datetime
) -> Founded:
    """The links into an organisation below one's own once more: those that are still good, or new ones. Only
    for what nobody there is yet: whom a running school takes in, it decides itself.

    `anew`: a link got into wrong hands; those that are not used lead nowhere any more. Raises NotAllowed,
    NoLongerCurrent.
    """
    organization = session.get(Organization, organization_id)
    if organization is None:
        raise NoLongerCurrent
    if not _is_below(session, actor, organization):
        raise NotAllowed
    held = _held_roles(session, organization_id)
    free = [role for role in RUN_BY[organization.kind] if role not in held]
    made = _links(session, organization, free, actor.person_id, now, anew=anew)
    _record(session, actor, _LINKS_RENEWED if anew else _LINKS_SHOWN, organization_id, now)
    return made


_LINKS_SHOWN, _LINKS_RENEWED = "organization.links_shown", "organization.links_renewed"


def _links(
    session: Session,
    organization: Organization,
    roles: Collection[Role],
    by_id: int | None,
    now: datetime,
    *,
    anew: bool,
) -> Founded:
    for role in roles if anew else ():
        revoke_links_for_one(session, organization.id, role, now)
    session.flush()
    codes = {role: link_for_one(session, organization.id, role, by_id, now) for role in roles}
    return Founded(organization.id, organization.name, organization.kind, codes)


def _is_below(session: Session, actor: Actor, organization: Organization) -> bool:
    """Does it stand below an organisation of the actor: anything below coordinators and operators, partners
    below heads and curators?
    """
    if organization.id in access.territory(session, actor):
        return True
    is_partner = organization.kind == OrganizationKind.PARTNER
    return is_partner and organization.parent_id in actor.places(Role.CURATOR, Role.HEAD)


def _held_roles(session: Session, organization_id: int) -> set[Role]:
    """The roles in which somebody acts there."""
    query = (
        select(Membership.role)
        .join(Person, Person.id == Membership.person_id)
        .where(
            Membership.organization_id == organization_id,
            Membership.status == MembershipStatus.ACTIVE,
            Person.frozen_at.is_(None),
        )
    )
    return set(session.scalars(query))


# ---- the administrators of the system


def check_admin(chat_id: int, admin_ids: Collection[int]) -> None:
    """Raises NotAllowed for everybody but the administrators, who are named in the settings."""
    if chat_id not in admin_ids:
        raise NotAllowed


def found_as_admin(
    session: Session,
    chat_id: int,
    admin_ids: Collection[int],
    kind: OrganizationKind,
    under: int | None,
    timezone: str,
    name: str,
    *,
    now: datetime,
) -> Founded:
    """An administrator makes an organisation anywhere in the tree. Raises NotAllowed, NoLongerCurrent (a time
    zone that was not offered), and what `found` raises.
    """
    check_admin(chat_id, admin_ids)
    if timezone not in TIMEZONES:
        raise NoLongerCurrent
    made = found(session, name, kind, under=under, timezone=timezone, now=now)
    _record_by(session, _person_of(session, chat_id), "organization.made", made.id, now)
    return made


def links_as_admin(
    session: Session,
    chat_id: int,
    admin_ids: Collection[int],
    organization_id: int,
    *,
    anew: bool = False,
    now: datetime,
) -> Founded:
    """Links for all who run an organisation, even for roles that somebody has: a head may have gone without a
    word. `anew` as in `links`. Raises NotAllowed, NoLongerCurrent.
    """
    check_admin(chat_id, admin_ids)
    organization = session.get(Organization, organization_id)
    if organization is None:
        raise NoLongerCurrent
    by_id = _person_of(session, chat_id)
    made = _links(session, organization, RUN_BY[organization.kind], by_id, now, anew=anew)
    _record_by(session, by_id, _LINKS_RENEWED if anew else _LINKS_SHOWN, organization_id, now)
    return made


def tree_as_admin(
    session: Session,
    chat_id: int,
    admin_ids: Collection[int],
    *,
    above: OrganizationKind | None = None,
    page: int = 0,
) -> TreePage:
    """All organisations, or those under which one of the kind `above` may stand. Raises NotAllowed."""
    check_admin(chat_id, admin_ids)
    kinds = tuple(OrganizationKind) if above is None else STANDS_UNDER[above]
    every = [one for one in tree(session) if one.kind in kinds]
    pages = max(1, -(-len(every) // PAGE_SIZE))
    page = min(max(page, 0), pages - 1)
    return TreePage(tuple(every[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]), page, pages, len(every))


def _person_of(session: Session, chat_id: int) -> int | None:
    """An administrator need not take part in any programme."""
    return session.scalar(select(Person.id).where(Person.chat_id == chat_id))


def _record(session: Session, actor: Actor, act: str, organization_id: int, now: datetime) -> None:
    _record_by(session, actor.person_id, act, organization_id, now)


def _record_by(session: Session, by_id: int | None, act: str, organization_id: int, now: datetime) -> None:
    access.record(
        session,
        act,
        actor_id=by_id,
        organization_id=organization_id,
        subject_kind="organization",
        subject_id=organization_id,
        now=now,
    )


def organizations_below(
    session: Session, actor: Actor, organization_id: int, *, page: int = 0
) -> Organizations:
    """What stands below the actor's own organisation. Raises NotAllowed."""
    access.require_role(actor, organization_id, *access.TERRITORY_ROLES)
    organization = session.get_one(Organization, organization_id)
    every = tuple(_branches(_children(session), organization_id, 0))
    pages = max(1, -(-len(every) // PAGE_SIZE))
    page = min(max(page, 0), pages - 1)
    shown = every[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    return Organizations(
        organization_id, organization.name, organization.kind, shown, page, pages, len(every)
    )


def tree(session: Session) -> tuple[Branch, ...]:
    """All organisations, each below the one that it belongs to."""
    return tuple(_branches(_children(session), None, 0))


def _children(session: Session) -> dict[int | None, list[tuple[Organization, int]]]:
    """All organisations with the number of those who take part, by the one that they stand under."""
    active = (Membership.organization_id == Organization.id, Membership.status == MembershipStatus.ACTIVE)
    people = (
        select(func.count(Membership.person_id.distinct()))
        .where(*active)
        .correlate(Organization)
        .scalar_subquery()
    )
    children: dict[int | None, list[tuple[Organization, int]]] = {}
    for organization, count in session.execute(select(Organization, people).order_by(Organization.id)):
        children.setdefault(organization.parent_id, []).append((organization, count))
    return children


def _branches(
    children: Mapping[int | None, list[tuple[Organization, int]]], parent_id: int | None, depth: int
) -> Iterator[Branch]:
    for one, people in children.get(parent_id, []):
        yield Branch(one.id, one.name, one.kind, depth, people)
        yield from _branches(children, one.id, depth + 1)
