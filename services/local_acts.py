"""The register of local acts: orders, regulations, programmes with number and date, which of the mandatory
ones are there, and — for those above — in which schools they lack.

Who has read an act is services/acknowledgements.py. Source of the rules: N-3.1, N-3.3-2, N-10.1, G-1.1,
G-4.2, L-O-4, P-doc-1, N-RM-4.2.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Acknowledgement, LocalAct, Organization, Person
from models.organization import OrganizationKind
from services import access
from services.access import DECIDING_ROLES, TERRITORY_ROLES, Actor
from services.errors import NoLongerCurrent, NotAllowed, ServiceError
from services.evidence import AttachedFile
from services.local_time import today_in
from services.text_limits import clean
from services.typed_dates import read_day
from services.typed_text import checked_line, needed

PAGE_SIZE = 6
TITLE_LIMIT, NUMBER_LIMIT, LINK_LIMIT, FILE_NAME_LIMIT = 500, 64, 500, 120
EARLIEST = date(1990, 1, 1)
PROGRAMME, REGULATION = "programme", "regulation"
"""Two kinds of the list whose content must agree (P-doc-2)."""
_LINK = re.compile(r"https?://[^\s/.]+\.\S+", re.IGNORECASE)


class ActKindUnknown(ServiceError):
    """The list of kinds has no such kind any more."""


class DateOutOfRange(ServiceError):
    """An act can't be dated so. Fields `first` and `last`, as texts."""


class NotALink(ServiceError):
    """An address begins with http:// or https://."""


class ActInUse(ServiceError):
    """People were asked to read the act, or another one amends it: it can't be removed."""


@dataclass(frozen=True, slots=True)
class ActLine:
    """An act in the register. `asked` people are to read it, `read` have."""

    id: int
    kind: str
    number: str
    dated_on: date
    title: str
    is_published: bool
    is_replaced: bool
    asked: int
    read: int


@dataclass(frozen=True, slots=True)
class Register:
    """The acts of one organisation, the newest first. `missing`: mandatory kinds that are not there."""

    organization_id: int
    organization_name: str
    kind: OrganizationKind
    lines: tuple[ActLine, ...]
    missing: tuple[str, ...]
    page: int
    pages: int
    total: int
    places: tuple[tuple[int, str], ...]
    oversees: bool


@dataclass(frozen=True, slots=True)
class ActCard:
    """All about one act. `manages`: the viewer decides at its organisation. `acknowledged_at` and `is_asked`
    are the viewer's own.
    """

    id: int
    organization_id: int
    organization_name: str
    kind: str
    number: str
    dated_on: date
    title: str
    file_name: str | None
    link: str
    replaces: ActLine | None
    replaced_by: ActLine | None
    published_at: datetime | None
    audience: tuple[str, ...]
    acknowledge_by: date | None
    asked: int
    read: int
    manages: bool
    is_asked: bool
    acknowledged_at: datetime | None
    timezone: str


@dataclass(frozen=True, slots=True)
class NewAct:
    """What is known of an act when it is entered."""

    kind: str
    number: str
    dated_on: date
    title: str
    file: AttachedFile | None = None
    link: str = ""
    replaces_id: int | None = None


@dataclass(frozen=True, slots=True)
class Requirement:
    """A mandatory kind and the newest act of it, None when there is none."""

    kind: str
    act: ActLine | None


@dataclass(frozen=True, slots=True)
class SchoolActs:
    """A school and its mandatory acts: number and date of the newest of each kind that it has."""

    id: int
    name: str
    acts: Mapping[str, tuple[str, date, bool]]


@dataclass(frozen=True, slots=True)
class ActsMatrix:
    """Schools by mandatory kinds of acts (N-RM-4.2)."""

    organization_name: str
    kinds: tuple[str, ...]
    schools: tuple[SchoolActs, ...]
    made_on: date

    def lacking(self, kind: str) -> int:
        return sum(kind not in one.acts for one in self.schools)


# ---- who may


def _decider(session: Session, actor: Actor, organization_id: int) -> Organization:
    organization = session.get(Organization, organization_id)
    if organization is None:
        raise NoLongerCurrent
    access.require_role(actor, organization_id, *DECIDING_ROLES)
    return organization


def places(session: Session, actor: Actor) -> tuple[tuple[int, str], ...]:
    """Where the actor keeps a register: ids and names. Raises NotAllowed when nowhere."""
    ids = dict.fromkeys(actor.within_reach(*DECIDING_ROLES))
    if not ids:
        raise NotAllowed
    named = select(Organization.id, Organization.name).where(Organization.id.in_(ids))
    return tuple((row.id, row.name) for row in session.execute(named.order_by(Organization.id)))


def managed(session: Session, actor: Actor, act_id: int) -> LocalAct:
    """An act that the actor decides about. Raises NotAllowed, NoLongerCurrent."""
    act = session.get(LocalAct, act_id)
    if act is None:
        raise NoLongerCurrent
    access.require_role(actor, act.organization_id, *DECIDING_ROLES)
    return act


# ---- the register


def register(
    session: Session,
    actor: Actor,
    organization_id: int | None,
    mandatory: Mapping[OrganizationKind, Sequence[str]],
    *,
    page: int = 0,
) -> Register:
    """The acts of an organisation: of the actor's first one when none is named. Raises NotAllowed."""
    known = places(session, actor)
    organization = _decider(session, actor, known[0][0] if organization_id is None else organization_id)
    total = _count(session, organization.id)
    pages = max(1, -(-total // PAGE_SIZE))
    page = min(max(page, 0), pages - 1)
    query = select(LocalAct).where(LocalAct.organization_id == organization.id)
    newest = query.order_by(LocalAct.dated_on.desc(), LocalAct.id.desc())
    acts = session.scalars(newest.offset(page * PAGE_SIZE).limit(PAGE_SIZE)).all()
    present = _kinds_present(session, organization.id)
    return Register(
        organization.id,
        organization.name,
        organization.kind,
        _lines(session, acts),
        tuple(one for one in mandatory.get(organization.kind, ()) if one not in present),
        page,
        pages,
        total,
        known,
        oversees=actor.participation(*TERRITORY_ROLES, organization_id=organization.id) is not None,
    )


def _count(session: Session, organization_id: int) -> int:
    query = select(func.count()).select_from(LocalAct).where(LocalAct.organization_id == organization_id)
    return session.scalar(query) or 0


def _kinds_present(session: Session, organization_id: int) -> set[str]:
    query = select(LocalAct.kind).where(LocalAct.organization_id == organization_id).distinct()
    return set(session.scalars(query))


def _lines(session: Session, acts: Sequence[LocalAct]) -> tuple[ActLine, ...]:
    ids = [act.id for act in acts]
    asked = _readers(session, ids)
    replaced = set(session.scalars(select(LocalAct.replaces_id).where(LocalAct.replaces_id.in_(ids))))
    return tuple(
        ActLine(
            act.id,
            act.kind,
            act.number,
            act.dated_on,
            act.title,
            act.published_at is not None,
            act.id in replaced,
            *asked.get(act.id, (0, 0)),
        )
        for act in acts
    )


def _readers(session: Session, act_ids: Sequence[int]) -> dict[int, tuple[int, int]]:
    """How many were asked to read each act, and how many have. Who withdrew the consent counts no more."""
    query = (
        select(Acknowledgement.act_id, func.count(), func.count(Acknowledgement.acknowledged_at))
        .join(Person, Person.id == Acknowledgement.person_id)
        .where(Acknowledgement.act_id.in_(act_ids), Person.frozen_at.is_(None))
        .group_by(Acknowledgement.act_id)
    )
    return {act_id: (asked, read) for act_id, asked, read in session.execute(query)}


def see(session: Session, actor: Actor, act_id: int) -> ActCard:
    """One act, for those who decide there and those who are to read it. Raises NotAllowed,
    NoLongerCurrent.
    """
    act = session.get(LocalAct, act_id)
    if act is None:
        raise NoLongerCurrent
    own = _own(session, actor.person_id, act_id)
    manages = actor.participation(*DECIDING_ROLES, organization_id=act.organization_id) is not None
    if not manages and own is None:
        raise NotAllowed
    return card(session, act, own, manages=manages)


def _own(session: Session, person_id: int, act_id: int) -> Acknowledgement | None:
    query = select(Acknowledgement).where(
        Acknowledgement.act_id == act_id, Acknowledgement.person_id == person_id
    )
    return session.scalars(query).one_or_none()


def card(session: Session, act: LocalAct, own: Acknowledgement | None, *, manages: bool) -> ActCard:
    """The act as this reader may see it; `own` is what they were asked for."""
    (line,) = _lines(session, [act])
    before = session.get(LocalAct, act.replaces_id) if act.replaces_id else None
    after = session.scalars(
        select(LocalAct).where(LocalAct.replaces_id == act.id).order_by(LocalAct.id.desc()).limit(1)
    ).one_or_none()
    return ActCard(
        id=act.id,
        organization_id=act.organization_id,
        organization_name=act.organization.name,
        kind=act.kind,
        number=act.number,
        dated_on=act.dated_on,
        title=act.title,
        file_name=(act.file_name or "") if act.file_id else None,
        link=act.link,
        replaces=_lines(session, [before])[0] if before else None,
        replaced_by=_lines(session, [after])[0] if after else None,
        published_at=act.published_at,
        audience=tuple(act.audience.split()),
        acknowledge_by=act.acknowledge_by,
        asked=line.asked,
        read=line.read,
        manages=manages,
        is_asked=own is not None,
        acknowledged_at=own.acknowledged_at if own else None,
        timezone=act.organization.timezone,
    )


def open_file(session: Session, actor: Actor, act_id: int) -> AttachedFile:
    """The file of an act that the actor may see. Raises NotAllowed, NoLongerCurrent."""
    see(session, actor, act_id)
    act = session.get_one(LocalAct, act_id)
    if act.file_id is None:
        raise NoLongerCurrent
    return AttachedFile(act.file_id, act.file_name or "")


# ---- entering


def checked_number(typed: str) -> str:
    """The number of an act, without the sign before it. Raises AnswerEmpty, AnswerTooLong."""
    bare = re.sub(r"^(№|#|N\s)\s*", "", " ".join(clean(typed).split()))
    return needed(bare, NUMBER_LIMIT)


def checked_title(typed: str) -> str:
    """Raises AnswerEmpty, AnswerTooLong."""
    return checked_line(typed, TITLE_LIMIT)


def checked_link(typed: str) -> str:
    """Raises NotALink, AnswerTooLong."""
    link = clean(typed)
    if not _LINK.fullmatch(link):
        raise NotALink
    return needed(link, LINK_LIMIT)


def dated(typed: str, timezone: str, *, now: datetime) -> date:
    """The date of an act as typed. Raises NotADate, DateOutOfRange (an act is not of tomorrow)."""
    today = today_in(timezone, now)
    day = read_day(typed, today)
    _check_day(day, EARLIEST, today)
    return day


def _check_day(day: date, first: date, last: date) -> None:
    if not first <= day <= last:
        raise DateOutOfRange(first=f"{first:%d.%m.%Y}", last=f"{last:%d.%m.%Y}")


def earlier(session: Session, actor: Actor, organization_id: int, kind: str) -> tuple[ActLine, ...]:
    """The acts of this kind that a new one may amend, the newest first. Raises NotAllowed."""
    _decider(session, actor, organization_id)
    query = (
        select(LocalAct)
        .where(LocalAct.organization_id == organization_id, LocalAct.kind == kind)
        .order_by(LocalAct.dated_on.desc(), LocalAct.id.desc())
        .limit(PAGE_SIZE)
    )
    return _lines(session, session.scalars(query).all())


def add(
    session: Session, actor: Actor, organization_id: int, new: NewAct, kinds: Sequence[str], *, now: datetime
) -> ActCard:
    """Enter an act into the register (N-3.3-2). Raises ActKindUnknown, NoLongerCurrent (the amended act is
    gone), AnswerEmpty, AnswerTooLong, DateOutOfRange, NotAllowed.
    """
    organization = _decider(session, actor, organization_id)
    if new.kind not in kinds:
        raise ActKindUnknown
    _check_day(new.dated_on, EARLIEST, today_in(organization.timezone, now))
    _check_replaced(session, organization_id, new.replaces_id)
    act = LocalAct(
        organization=organization,
        kind=new.kind,
        number=checked_number(new.number) if new.number else "",
        dated_on=new.dated_on,
        title=checked_title(new.title),
        file_id=new.file.file_id if new.file else None,
        file_name=_file_name(new.file) if new.file else None,
        link=checked_link(new.link) if new.link else "",
        replaces_id=new.replaces_id,
        created_by_id=actor.person_id,
        created_at=now,
    )
    session.add(act)
    session.flush()
    record(session, actor, "act.added", act, now)
    return card(session, act, None, manages=True)


def _check_replaced(session: Session, organization_id: int, act_id: int | None) -> None:
    if act_id is None:
        return
    replaced = session.get(LocalAct, act_id)
    if replaced is None or replaced.organization_id != organization_id:
        raise NoLongerCurrent


def _file_name(file: AttachedFile) -> str:
    return " ".join(clean(file.name).split())[:FILE_NAME_LIMIT]


def attach(
    session: Session,
    actor: Actor,
    act_id: int,
    *,
    file: AttachedFile | None = None,
    link: str = "",
    now: datetime,
) -> ActCard:
    """Give an act its file or its address, in place of the one it has. Raises NotALink, AnswerTooLong,
    NotAllowed, NoLongerCurrent.
    """
    act = managed(session, actor, act_id)
    if file is not None:
        act.file_id, act.file_name = file.file_id, _file_name(file)
    else:
        act.link = checked_link(link)
    record(session, actor, "act.attached", act, now)
    return see(session, actor, act_id)


def mark_published(session: Session, actor: Actor, act_id: int, *, published: bool, now: datetime) -> ActCard:
    """Note that the act stands on the site, or does not (L-O-4). Raises NotAllowed, NoLongerCurrent."""
    act = managed(session, actor, act_id)
    if (act.published_at is not None) != published:
        act.published_at = now if published else None
        record(session, actor, "act.published" if published else "act.unpublished", act, now)
    return see(session, actor, act_id)


def remove(session: Session, actor: Actor, act_id: int, *, now: datetime) -> int:
    """Take an act that was entered by mistake out of the register. Returns the organisation's id.

    Raises ActInUse, NotAllowed, NoLongerCurrent.
    """
    act = managed(session, actor, act_id)
    amended = select(LocalAct.id).where(LocalAct.replaces_id == act_id).limit(1)
    if act.acknowledgements or session.scalar(amended) is not None:
        raise ActInUse
    record(session, actor, "act.removed", act, now)
    session.delete(act)
    session.flush()
    return act.organization_id


def record(session: Session, actor: Actor, act: str, what: LocalAct, now: datetime) -> None:
    """Write to the audit log what was done with an act."""
    access.record(
        session,
        act,
        actor_id=actor.person_id,
        organization_id=what.organization_id,
        subject_kind="local_act",
        subject_id=what.id,
        now=now,
    )


# ---- the mandatory ones


def checklist(
    session: Session, actor: Actor, organization_id: int, mandatory: Mapping[OrganizationKind, Sequence[str]]
) -> tuple[str, tuple[Requirement, ...]]:
    """The organisation's name and every mandatory kind with the newest act of it (P-doc-1): for those who
    decide there, and for those above. Raises NotAllowed, NoLongerCurrent.
    """
    organization = session.get(Organization, organization_id)
    if organization is None:
        raise NoLongerCurrent
    if actor.participation(*DECIDING_ROLES, organization_id=organization_id) is None:
        _require_below(session, actor, organization_id)
    query = select(LocalAct).where(LocalAct.organization_id == organization_id)
    acts = session.scalars(query.order_by(LocalAct.dated_on, LocalAct.id)).all()
    newest = {act.kind: act for act in acts}
    lines = {line.kind: line for line in _lines(session, list(newest.values()))}
    kinds = mandatory.get(organization.kind, ())
    return organization.name, tuple(Requirement(one, lines.get(one)) for one in kinds)


def doubtful_programme(found: Sequence[Requirement]) -> tuple[ActLine, ActLine] | None:
    """The programme and the regulation, when the programme is the older of the two: it must match the
    regulation, and was written before it (P-doc-2). None when there is nothing to warn of.
    """
    acts = {one.kind: one.act for one in found}
    programme, regulation = acts.get(PROGRAMME), acts.get(REGULATION)
    if programme is None or regulation is None or programme.dated_on >= regulation.dated_on:
        return None
    return programme, regulation


def _require_below(session: Session, actor: Actor, organization_id: int) -> None:
    if organization_id not in access.territory(session, actor):
        raise NotAllowed


def matrix(
    session: Session, actor: Actor, organization_id: int, kinds: Sequence[str], *, now: datetime
) -> ActsMatrix:
    """Which mandatory acts every school below has (N-RM-4.2, G-4.2). Raises NotAllowed, NoLongerCurrent."""
    organization = session.get(Organization, organization_id)
    if organization is None:
        raise NoLongerCurrent
    access.require_role(actor, organization_id, *TERRITORY_ROLES)
    below = access.below((organization_id,))
    schools = session.execute(
        select(Organization.id, Organization.name)
        .where(Organization.id.in_(below), Organization.kind == OrganizationKind.SCHOOL)
        .order_by(Organization.name, Organization.id)
    )
    query = (
        select(
            LocalAct.organization_id,
            LocalAct.kind,
            LocalAct.number,
            LocalAct.dated_on,
            LocalAct.published_at,
        )
        .where(LocalAct.organization_id.in_(below), LocalAct.kind.in_(kinds))
        .order_by(LocalAct.dated_on, LocalAct.id)
    )
    acts: dict[int, dict[str, tuple[str, date, bool]]] = {}
    for school_id, kind, number, dated_on, published_at in session.execute(query):
        acts.setdefault(school_id, {})[kind] = (number, dated_on, published_at is not None)
    return ActsMatrix(
        organization.name,
        tuple(kinds),
        tuple(SchoolActs(number, name, acts.get(number, {})) for number, name in schools),
        today_in(organization.timezone, now),
    )
