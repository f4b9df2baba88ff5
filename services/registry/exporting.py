"""A registry as the facts make it: who takes part, with whom, since when, by which order and consent.

Whose admitting consent is not in force never stands in it (L-1-2), nor whoever withdrew it. Which part of it
is shown to whom: services/registry/privacy.py; how it reads is the business of those who ask.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session, aliased, contains_eager, joinedload

from models import (
    Consent,
    ConsentKind,
    ConsentStatus,
    LocalAct,
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
from models.consent import WRITTEN
from models.organization import OrganizationKind
from models.person import AGE_OF_ASSENT, AGE_OF_MAJORITY
from services import access
from services.access import TERRITORY_ROLES, Actor
from services.errors import NoLongerCurrent, NotAllowed
from services.local_time import today_in
from services.mentorship_views import listed
from services.names import PersonName
from services.registry import privacy
from services.registry.columns import REGISTRY_ROLES, Grade
from services.registry.privacy import AnonymousEntry, Facts, Numbers
from services.registry.refusals import RegistryOnServerOnly

SCHOOL_DECIDERS = (Role.CURATOR, Role.HEAD)
SEERS = (*SCHOOL_DECIDERS, Role.COUNCIL, Role.EDITOR, *TERRITORY_ROLES)
"""Who may look at registries at all; the full ones are for those who decide at the school."""
IN_REGISTRY = (MembershipStatus.ACTIVE, MembershipStatus.PAUSED, MembershipStatus.LEFT)
WITH_STAFF = tuple(kind for kind in OrganizationKind if kind.has_staff)
_PAIRED = (MentorshipStatus.ACTIVE, MentorshipStatus.CLOSED)


@dataclass(frozen=True, slots=True)
class Place:
    """An organisation whose registries somebody may look at. `of_territory`: those of the schools below it.
    `grades`: what this person is given; `decides`: they import, approve and choose there.
    """

    id: int
    name: str
    of_territory: bool
    decides: bool
    files_in_chat: bool
    timezone: str

    @property
    def grades(self) -> tuple[Grade, ...]:
        return tuple(Grade) if self.decides else (Grade.ANONYMOUS, Grade.NUMBERS)


@dataclass(frozen=True, slots=True)
class Counterpart:
    """The other side of a pair. `order`: number and date of the order that fixed it."""

    name: PersonName
    workplace: str
    form: str
    order: tuple[str, date] | None
    is_active: bool
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class ConsentNumber:
    """The number of a consent's record, and of the paper where there is one."""

    record: int
    kind: ConsentKind
    original: str


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody in the full registry. Subject, category and the like are keys of `content/` or own words."""

    membership_id: int
    organization_id: int
    organization_name: str
    name: PersonName
    status: MembershipStatus
    workplace: str
    school_class: str
    subject: tuple[str, ...]
    category: str
    experience_years: int | None
    difficulties: tuple[str, ...]
    strengths: tuple[str, ...]
    competences: tuple[str, ...]
    own_words: str
    achievements: str
    interests: tuple[str, ...]
    desired: tuple[str, ...]
    weekly_time: str
    times: tuple[str, ...]
    capacity: int
    entered_on: date
    counterparts: tuple[Counterpart, ...]
    consents: tuple[ConsentNumber, ...]
    waits_since: date | None


@dataclass(frozen=True, slots=True)
class Registry:
    """One registry. Of the three parts only that of the grade is filled."""

    organization_id: int
    organization_name: str
    role: Role
    partition: Partition
    grade: Grade
    of_territory: bool
    made_on: date
    total: int
    entries: tuple[Entry, ...] = ()
    anonymous: tuple[AnonymousEntry, ...] = ()
    numbers: Numbers | None = None


# ---- who may


def places(session: Session, actor: Actor) -> tuple[Place, ...]:
    """Where the actor may look at registries, for lists. Raises NotAllowed when nowhere."""
    ids = actor.organizations(*SEERS)
    if not ids:
        raise NotAllowed
    found = session.scalars(select(Organization).where(Organization.id.in_(ids)).order_by(Organization.id))
    return tuple(_place(actor, one) for one in found)


def place(session: Session, actor: Actor, organization_id: int) -> Place:
    """One of these places. Raises NotAllowed, NoLongerCurrent."""
    organization = session.get(Organization, organization_id)
    if organization is None:
        raise NoLongerCurrent
    access.require_role(actor, organization_id, *SEERS)
    return _place(actor, organization)


def place_of(session: Session, actor: Actor, organization_id: int, role: Role) -> Place:
    """The place of a registry; of parents, say, there is none. Raises NotAllowed, NoLongerCurrent."""
    _require_registry(role)
    return place(session, actor, organization_id)


def _require_registry(role: Role) -> None:
    if role not in REGISTRY_ROLES:
        raise NoLongerCurrent


def _place(actor: Actor, organization: Organization) -> Place:
    return Place(
        organization.id,
        organization.name,
        of_territory=not organization.kind.has_staff,
        decides=organization.kind.has_staff
        and actor.participation(*SCHOOL_DECIDERS, organization_id=organization.id) is not None,
        files_in_chat=organization.files_in_chat,
        timezone=organization.timezone,
    )


def require_decider(session: Session, actor: Actor, organization_id: int) -> Organization:
    """The school at which the actor decides. Raises NotAllowed, NoLongerCurrent."""
    organization = session.get(Organization, organization_id)
    if organization is None or not organization.kind.has_staff:
        raise NoLongerCurrent
    access.require_role(actor, organization_id, *SCHOOL_DECIDERS)
    return organization


def require_chat(organization: Organization) -> None:
    """Raises RegistryOnServerOnly where documents with full data are kept out of the chat."""
    if not organization.files_in_chat:
        raise RegistryOnServerOnly


# ---- what is asked for


def count(
    session: Session, actor: Actor, organization_id: int, *, now: datetime
) -> dict[tuple[Role, Partition], int]:
    """How many stand in each registry of a school. Raises NotAllowed, NoLongerCurrent."""
    where = place(session, actor, organization_id)
    found = dict.fromkeys(((role, partition) for role in REGISTRY_ROLES for partition in Partition), 0)
    here = and_(Membership.organization_id == where.id, Membership.role.in_(REGISTRY_ROLES))
    for one in _admitted(session, and_(here, _STANDS), today_in(where.timezone, now)).values():
        found[one.role, one.partition] += 1
    return found


def export(
    session: Session,
    actor: Actor,
    organization_id: int,
    role: Role,
    partition: Partition,
    grade: Grade,
    *,
    now: datetime,
) -> Registry:
    """A registry to look at or to take away (N-3.4-5, P-bank-1). The look has to be recorded: `record_look`.

    Raises NotAllowed (above all for full registries of others), RegistryOnServerOnly, NoLongerCurrent.
    """
    where = place(session, actor, organization_id)
    if grade not in where.grades:
        raise NotAllowed
    if grade is Grade.FULL and not where.files_in_chat:
        raise RegistryOnServerOnly
    return collect(session, organization_id, role, partition, grade, now=now)


def record_look(session: Session, actor: Actor, organization_id: int, grade: Grade, *, now: datetime) -> None:
    """Write to the audit log that somebody took a registry away (N-1.3-7)."""
    place(session, actor, organization_id)
    access.record(
        session,
        f"registry.{grade.value}",
        actor_id=actor.person_id,
        organization_id=organization_id,
        subject_kind="registry",
        now=now,
    )


def collect(
    session: Session,
    organization_id: int,
    role: Role,
    partition: Partition,
    grade: Grade,
    *,
    now: datetime,
) -> Registry:
    """The registry of an organisation, or of all schools below it. Whoever asks has been checked.

    Raises NoLongerCurrent (no such organisation or registry), NotAllowed (a full one of several schools).
    """
    _require_registry(role)
    organization = session.get(Organization, organization_id)
    if organization is None:
        raise NoLongerCurrent
    of_territory = not organization.kind.has_staff
    if of_territory and grade is Grade.FULL:
        raise NotAllowed
    today = today_in(organization.timezone, now)
    condition = _condition(organization_id, role, partition, of_territory=of_territory)
    entries = _entries(session, condition, role, organization.timezone, today)
    shown = grade is Grade.FULL
    return Registry(
        organization.id,
        organization.name,
        role,
        partition,
        grade,
        of_territory,
        today,
        len(entries),
        entries=entries if shown else (),
        anonymous=anonymised(entries) if grade is Grade.ANONYMOUS else (),
        numbers=privacy.numbers([_facts(one) for one in entries]) if grade is Grade.NUMBERS else None,
    )


def anonymised(entries: Sequence[Entry]) -> tuple[AnonymousEntry, ...]:
    """The same people by their codes (services/registry/privacy.py)."""
    return privacy.anonymised([_facts(one) for one in entries])


# ---- who stands in it


_STANDS = Membership.status.in_(IN_REGISTRY)


def _condition(
    organization_id: int, role: Role, partition: Partition, *, of_territory: bool
) -> ColumnElement[bool]:
    here = Membership.organization_id == organization_id
    if of_territory:
        schools = select(Organization.id).where(
            Organization.id.in_(access.below((organization_id,))), Organization.kind.in_(WITH_STAFF)
        )
        here = Membership.organization_id.in_(schools)
    return and_(here, Membership.role == role, Membership.partition == partition, _STANDS)


@dataclass(slots=True)
class _Admitted:
    role: Role
    partition: Partition
    born_on: date | None
    consents: list[ConsentNumber]

    def may_stand(self, today: date) -> bool:
        """Are the consents there that the law wants of somebody of this age (152-FZ art. 9; minors)?"""
        kinds = {one.kind for one in self.consents}
        age = Person(born_on=self.born_on).age(today)
        if self.partition == Partition.TEACHER or (age is not None and age >= AGE_OF_MAJORITY):
            return ConsentKind.PERSONAL_DATA in kinds
        needs_assent = age is not None and age >= AGE_OF_ASSENT
        return ConsentKind.PARENTAL in kinds and (ConsentKind.ASSENT in kinds or not needs_assent)


def _admitted(session: Session, condition: ColumnElement[bool], today: date) -> dict[int, _Admitted]:
    """Who stands in a registry, by membership, with the consents that are in force. Rows instead of objects:
    there may be ten thousand.
    """
    in_force = and_(
        Consent.person_id == Membership.person_id,
        Consent.organization_id == Membership.organization_id,
        Consent.status == ConsentStatus.GIVEN,
        or_(Consent.valid_until.is_(None), Consent.valid_until >= today),
        or_(Consent.kind.not_in(WRITTEN), Consent.original_received_at.is_not(None)),
    )
    query = (
        select(
            Membership.id,
            Membership.role,
            Membership.partition,
            Person.born_on,
            Consent.id,
            Consent.kind,
            Consent.original_number,
        )
        .join(Person, Person.id == Membership.person_id)
        .join(Consent, in_force)
        .where(condition, Person.frozen_at.is_(None))
        .order_by(Membership.id, Consent.id)
    )
    found: dict[int, _Admitted] = {}
    for number, role, partition, born_on, record, kind, original in session.execute(query):
        one = found.setdefault(number, _Admitted(role, partition, born_on, []))
        one.consents.append(ConsentNumber(record, kind, original))
    return {number: one for number, one in found.items() if one.may_stand(today)}


# ---- what is known of them


def _entries(
    session: Session, condition: ColumnElement[bool], role: Role, timezone: str, today: date
) -> tuple[Entry, ...]:
    admitted = _admitted(session, condition, today)
    if not admitted:
        return ()
    query = (
        select(Membership)
        .join(Membership.person)
        .options(
            contains_eager(Membership.person),
            joinedload(Membership.organization),
            joinedload(Membership.affiliation),
        )
        .where(condition)
        .order_by(Membership.organization_id, Person.last_name, Person.first_name, Membership.id)
    )
    counterparts = _counterparts(session, condition, role, timezone)
    return tuple(
        _entry(one, admitted[one.id].consents, counterparts.get(one.id, ()), timezone)
        for one in session.scalars(query)
        if one.id in admitted
    )


def _entry(
    membership: Membership,
    consents: Sequence[ConsentNumber],
    counterparts: Sequence[Counterpart],
    timezone: str,
) -> Entry:
    profile: dict[str, Any] = membership.profile
    waits = membership.unpaired_since if membership.is_active else None
    return Entry(
        membership_id=membership.id,
        organization_id=membership.organization_id,
        organization_name=membership.organization.name,
        name=PersonName.of(membership),
        status=membership.status,
        workplace=_workplace(membership),
        school_class=_text(profile, "grade"),
        subject=listed(profile.get("subject")),
        category=_text(profile, "category"),
        experience_years=_whole(profile.get("experience_years")),
        difficulties=listed(profile.get("difficulties")),
        strengths=listed(profile.get("strengths")),
        competences=listed(profile.get("competences")),
        own_words="; ".join(_own_words(profile)),
        achievements=_text(profile, "achievements"),
        interests=(*listed(profile.get("interests")), *listed(profile.get("interests_other"))),
        desired=(*listed(profile.get("desired_mentees")), *listed(profile.get("desired_mentees_other"))),
        weekly_time=_text(profile, "weekly_time"),
        times=listed(profile.get("times")),
        capacity=membership.capacity,
        entered_on=today_in(timezone, membership.approved_at or membership.created_at),
        counterparts=tuple(counterparts),
        consents=tuple(consents),
        waits_since=today_in(timezone, waits) if waits else None,
    )


def _workplace(membership: Membership) -> str:
    return (membership.affiliation or membership.organization).name


def _text(profile: Mapping[str, Any], key: str) -> str:
    value = profile.get(key)
    return "" if value is None else str(value)


def _whole(value: Any) -> int | None:
    return value if isinstance(value, int) else None


def _own_words(profile: Mapping[str, Any]) -> list[str]:
    """What was typed beside the options of difficulties and strengths."""
    keys = ("difficulties_other", "strengths_other", "competences_other")
    return [str(profile[key]) for key in keys if profile.get(key)]


def _counterparts(
    session: Session, condition: ColumnElement[bool], role: Role, timezone: str
) -> dict[int, list[Counterpart]]:
    """The pairs of everybody in the registry, the earliest first; proposals are no facts yet."""
    mine, theirs = aliased(MentorshipMember), aliased(MentorshipMember)
    other = aliased(Membership)
    query = (
        select(mine.membership_id, Mentorship, other, LocalAct.number, LocalAct.dated_on)
        .join(Mentorship, Mentorship.id == mine.mentorship_id)
        .join(theirs, theirs.mentorship_id == Mentorship.id)
        .join(other, other.id == theirs.membership_id)
        .join(Membership, Membership.id == mine.membership_id)
        .outerjoin(LocalAct, LocalAct.id == Mentorship.order_id)
        .options(joinedload(other.person), joinedload(other.organization), joinedload(other.affiliation))
        .where(
            condition,
            mine.role == role,
            theirs.role == (Role.MENTEE if role == Role.MENTOR else Role.MENTOR),
            Mentorship.status.in_(_PAIRED),
            Mentorship.activated_at.is_not(None),
        )
        .order_by(Mentorship.activated_at, Mentorship.id)
    )
    found: dict[int, list[Counterpart]] = {}
    for number, pair, member, order_number, order_day in session.execute(query):
        order = (order_number, order_day) if pair.order_id is not None else None
        found.setdefault(number, []).append(_counterpart(pair, member, order, timezone))
    return found


def _counterpart(
    pair: Mentorship, member: Membership, order: tuple[str, date] | None, timezone: str
) -> Counterpart:
    """Whoever withdrew the consent is left as a code: the pair stays a fact of the other one."""
    name = PersonName.of(member)
    if member.person.is_frozen:
        name = replace(name, last="", first="", patronymic="")
    return Counterpart(
        name=name,
        workplace=_workplace(member),
        form=pair.form,
        order=order,
        is_active=pair.status == MentorshipStatus.ACTIVE,
        ended_on=today_in(timezone, pair.ended_at) if pair.ended_at else None,
    )


def _facts(entry: Entry) -> Facts:
    """What of an entry may go on to be anonymised or counted: no name, nothing that was typed freely."""
    years = entry.experience_years
    return Facts(
        code=entry.name.code,
        school=entry.organization_name,
        status=entry.status.value,
        subject=entry.subject,
        category=entry.category,
        experience=privacy.band_of(years) if years is not None else "",
        school_class=entry.school_class,
        topics=entry.difficulties if entry.name.role == Role.MENTEE else entry.strengths,
        capacity=entry.capacity,
        entered_on=entry.entered_on,
        forms=tuple(dict.fromkeys(one.form for one in entry.counterparts)),
        counterparts=tuple(one.name.code for one in entry.counterparts),
        has_active=any(one.is_active for one in entry.counterparts),
        was_completed=any(not one.is_active for one in entry.counterparts),
        waits=entry.waits_since is not None,
    )
