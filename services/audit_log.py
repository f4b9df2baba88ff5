"""The audit log as heads and coordinators read it: who looked at what, who decided what, who was refused.

Rows are only read here; nothing in the program changes or deletes them, and the database refuses it
(N-1.3-7).
Which words an act has is decided by whoever shows it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from models import (
    Application,
    AuditRecord,
    Consent,
    Membership,
    Mentorship,
    Organization,
    Role,
)
from services import access
from services.access import Actor
from services.names import PersonName

READERS = (Role.HEAD, *access.TERRITORY_ROLES)
"""Who reads the log of their own organisation."""
PAGE_SIZE = 10
MOST_ROWS = 20_000
"""In a file; a year of a large school is less."""
DENIED = "denied:"
LOOKS = ("seen", "opened", "exported", "ranked", "shown", ".taken", "_taken", "act_made", "registry.full")
"""How acts end that look and change nothing."""
LOOKED = "audit.seen"


class Part(StrEnum):
    """Which acts are shown."""

    ALL = "a"
    LOOKS = "l"
    DECISIONS = "d"
    DENIALS = "n"


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One act. `who` is None for what the program did by itself; `about` are those whom it concerns, to be
    shown as codes. `is_denial`: it was tried and refused.
    """

    id: int
    at: datetime
    act: str
    is_denial: bool
    who: PersonName | None
    who_id: int | None
    about: tuple[PersonName, ...]
    subject_kind: str


@dataclass(frozen=True, slots=True)
class AuditPage:
    """`person`: the log is narrowed down to what this person did."""

    organization_id: int
    organization: str
    timezone: str
    part: Part
    person: PersonName | None
    person_id: int
    lines: tuple[AuditLine, ...]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class AuditPerson:
    """Somebody who did something that the log holds."""

    person_id: int
    name: PersonName
    acts: int


@dataclass(frozen=True, slots=True)
class AuditFile:
    organization: str
    timezone: str
    since: datetime | None
    lines: tuple[AuditLine, ...]


def places(session: Session, actor: Actor) -> tuple[tuple[int, str], ...]:
    """The organisations whose log the actor may read, as far as they are shown."""
    query = select(Organization.id, Organization.name).where(
        Organization.id.in_(actor.organizations(*READERS))
    )
    return tuple((row[0], row[1]) for row in session.execute(query.order_by(Organization.id)))


def look(
    session: Session,
    actor: Actor,
    organization_id: int,
    *,
    part: Part = Part.ALL,
    person_id: int = 0,
    page: int = 0,
    now: datetime,
) -> AuditPage:
    """A page of the log, the newest first. That it was read is recorded once a day. Raises NotAllowed."""
    access.require_role(actor, organization_id, *READERS)
    organization = session.get_one(Organization, organization_id)
    which = _which(organization_id, part, person_id)
    total = session.scalar(select(func.count()).select_from(AuditRecord).where(*which)) or 0
    pages = max(1, -(-total // PAGE_SIZE))
    page = min(max(page, 0), pages - 1)
    newest = select(AuditRecord).where(*which).order_by(AuditRecord.at.desc(), AuditRecord.id.desc())
    found = session.scalars(newest.offset(page * PAGE_SIZE).limit(PAGE_SIZE)).all()
    view = AuditPage(
        organization_id=organization_id,
        organization=organization.name,
        timezone=organization.timezone,
        part=part,
        person=_names_of(session, {person_id}, organization_id).get(person_id),
        person_id=person_id,
        lines=_lines(session, found, organization_id),
        total=total,
        page=page,
        pages=pages,
    )
    access.record_look(session, actor, LOOKED, organization_id, now=now)
    return view


def people(session: Session, actor: Actor, organization_id: int) -> tuple[AuditPerson, ...]:
    """Who has done anything here, the busiest first. Raises NotAllowed."""
    access.require_role(actor, organization_id, *READERS)
    counted = (
        select(AuditRecord.actor_id, func.count())
        .where(*_which(organization_id, Part.ALL, 0), AuditRecord.actor_id.is_not(None))
        .group_by(AuditRecord.actor_id)
        .order_by(func.count().desc(), AuditRecord.actor_id)
        .limit(PAGE_SIZE * 2)
    )
    rows = [(row[0] or 0, row[1]) for row in session.execute(counted)]
    names = _names_of(session, {number for number, _ in rows}, organization_id)
    return tuple(AuditPerson(number, names[number], count) for number, count in rows if number in names)


def take(
    session: Session, actor: Actor, organization_id: int, days: int | None, *, now: datetime
) -> AuditFile:
    """The log of the last `days` (None: all that is kept) for a file; that it was taken is recorded.

    Raises NotAllowed.
    """
    access.require_role(actor, organization_id, *READERS)
    organization = session.get_one(Organization, organization_id)
    since = now - timedelta(days=days) if days is not None else None
    which = _which(organization_id, Part.ALL, 0)
    if since is not None:
        which = (*which, AuditRecord.at >= since)
    newest = select(AuditRecord).where(*which).order_by(AuditRecord.at.desc(), AuditRecord.id.desc())
    found = session.scalars(newest.limit(MOST_ROWS)).all()
    _record(session, "audit.taken", actor, organization_id, now)
    return AuditFile(organization.name, organization.timezone, since, _lines(session, found, organization_id))


def _which(organization_id: int, part: Part, person_id: int) -> tuple[ColumnElement[bool], ...]:
    """A refused attempt names no organisation: it belongs to those where the person takes part."""
    members = select(Membership.person_id).where(Membership.organization_id == organization_id)
    is_denial = AuditRecord.act.startswith(DENIED, autoescape=True)
    here = or_(
        AuditRecord.organization_id == organization_id,
        and_(AuditRecord.organization_id.is_(None), is_denial, AuditRecord.actor_id.in_(members)),
    )
    is_look = or_(*(AuditRecord.act.endswith(ending, autoescape=True) for ending in LOOKS))
    parts: dict[Part, tuple[ColumnElement[bool], ...]] = {
        Part.ALL: (),
        Part.LOOKS: (is_look,),
        Part.DECISIONS: (~is_look, ~is_denial),
        Part.DENIALS: (is_denial,),
    }
    by_person = (AuditRecord.actor_id == person_id,) if person_id else ()
    return (here, *parts[part], *by_person)


def _record(session: Session, act: str, actor: Actor, organization_id: int, now: datetime) -> None:
    access.record(
        session,
        act,
        actor_id=actor.person_id,
        organization_id=organization_id,
        subject_kind="organization",
        subject_id=organization_id,
        now=now,
    )


# ---- who and whom


def _lines(session: Session, records: Sequence[AuditRecord], organization_id: int) -> tuple[AuditLine, ...]:
    actors = {one.actor_id for one in records if one.actor_id is not None}
    names, subjects = (
        _names_of(session, actors, organization_id),
        _subjects(session, records, organization_id),
    )
    return tuple(
        AuditLine(
            id=one.id,
            at=one.at,
            act=one.act.removeprefix(DENIED),
            is_denial=one.act.startswith(DENIED),
            who=names.get(one.actor_id) if one.actor_id is not None else None,
            who_id=one.actor_id,
            about=subjects.get((one.subject_kind, one.subject_id or 0), ()),
            subject_kind=one.subject_kind,
        )
        for one in records
    )


def _names_of(session: Session, person_ids: Collection[int], organization_id: int) -> dict[int, PersonName]:
    """A name for each of these people: by their part here, or else by any."""
    query = select(Membership).where(Membership.person_id.in_(person_ids))
    elsewhere_first = query.order_by(Membership.organization_id == organization_id, Membership.id.desc())
    return {one.person_id: PersonName.of(one) for one in session.scalars(elsewhere_first)}


def _subjects(
    session: Session, records: Iterable[AuditRecord], organization_id: int
) -> dict[tuple[str, int], tuple[PersonName, ...]]:
    """Whom the acts concern, by the kind and the id that a record names."""
    wanted: dict[str, set[int]] = {}
    for one in records:
        wanted.setdefault(one.subject_kind, set()).add(one.subject_id or 0)
    found: dict[tuple[str, int], tuple[PersonName, ...]] = {}
    for number, name in _names_of(session, wanted.get("person", ()), organization_id).items():
        found["person", number] = (name,)
    memberships = select(Membership).where(Membership.id.in_(wanted.get("membership", ())))
    for membership in session.scalars(memberships):
        found["membership", membership.id] = (PersonName.of(membership),)
    applications = select(Application).where(Application.id.in_(wanted.get("application", ())))
    for application in session.scalars(applications):
        found["application", application.id] = (PersonName.of(application.membership),)
    pairs = select(Mentorship).where(Mentorship.id.in_(wanted.get("mentorship", ())))
    for pair in session.scalars(pairs):
        found["mentorship", pair.id] = tuple(PersonName.of(one.membership) for one in pair.members)
    found.update(_of_consents(session, wanted.get("consent", ()), organization_id))
    return found


def _of_consents(
    session: Session, consent_ids: Collection[int], organization_id: int
) -> dict[tuple[str, int], Any]:
    query = select(Consent.id, Consent.person_id).where(Consent.id.in_(consent_ids))
    whose = {row[0]: row[1] for row in session.execute(query)}
    names = _names_of(session, set(whose.values()), organization_id)
    return {("consent", number): (names[one],) for number, one in whose.items() if one in names}
