"""A registry approved by an order (G-2.1): the order as a local act, the rows as they stood, by codes, and
the digest of the full file that the order is about.

The rows are anonymised when the snapshot is taken, so that nothing in it has to be erased later. The duty
comes back every September.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import ColumnElement, String, cast, exists, func, literal, select
from sqlalchemy.orm import Session, aliased, joinedload

from models import (
    Membership,
    MembershipStatus,
    Notification,
    Organization,
    Partition,
    Person,
    RegistrySnapshot,
    Role,
)
from services import access, local_acts, outbox
from services.access import Actor
from services.errors import NoLongerCurrent
from services.local_acts import NewAct
from services.mentorship_views import Page
from services.registry import exporting
from services.registry.columns import REGISTRY_ROLES, Grade
from services.registry.exporting import WITH_STAFF, Entry, Registry
from services.registry.privacy import AnonymousEntry
from services.registry.refusals import RegistryChanged

ACT_KIND = "registry_order"
KIND_YEARLY = "registries.yearly"
PAGE_SIZE = 6
BATCH = 200
MONTH_OF_APPROVAL = 9


@dataclass(frozen=True, slots=True)
class SnapshotLine:
    """An approved registry in the list. `act_id`, number and day are those of the order."""

    id: int
    organization_id: int
    organization_name: str
    role: Role
    partition: Partition
    total: int
    taken_at: datetime
    sha256: str
    act_id: int | None
    order_number: str
    order_dated_on: date | None


@dataclass(frozen=True, slots=True)
class Draft:
    """The full registry that is to be approved. `fingerprint` tells whether it is still the same when the
    order is entered.
    """

    registry: Registry
    fingerprint: str


# ---- approving


def draft(
    session: Session, actor: Actor, organization_id: int, role: Role, partition: Partition, *, now: datetime
) -> Draft:
    """The full registry for the order. Raises NotAllowed, NoLongerCurrent."""
    exporting.require_decider(session, actor, organization_id)
    registry = exporting.collect(session, organization_id, role, partition, Grade.FULL, now=now)
    return Draft(registry, _fingerprint(registry.entries))


def _fingerprint(entries: Sequence[Entry]) -> str:
    return hashlib.sha256(repr(entries).encode()).hexdigest()


def approve(
    session: Session,
    actor: Actor,
    approved: Draft,
    order: NewAct,
    kinds: Sequence[str],
    *,
    sha256: str,
    now: datetime,
) -> SnapshotLine:
    """Enter the order and keep the registry as it stands (G-2.1). `sha256` is the digest of the full file
    that was made of the draft.

    Raises RegistryChanged (somebody came or went since the draft), NotAllowed, NoLongerCurrent, and whatever
    `local_acts.add` refuses of number and date.
    """
    known = approved.registry
    present = draft(session, actor, known.organization_id, known.role, known.partition, now=now)
    if present.fingerprint != approved.fingerprint:
        raise RegistryChanged
    card = local_acts.add(session, actor, known.organization_id, order, kinds, now=now)
    snapshot = RegistrySnapshot(
        organization_id=known.organization_id,
        role=known.role,
        partition=known.partition,
        rows=[asdict(one) for one in exporting.anonymised(present.registry.entries)],
        sha256=sha256,
        taken_by_id=actor.person_id,
        taken_at=now,
        act_id=card.id,
    )
    session.add(snapshot)
    session.flush()
    _record(session, actor, "registry.approved", snapshot, now)
    return _line(snapshot, known.organization_name)


# ---- looking


def lists(session: Session, actor: Actor, organization_id: int, *, page: int = 0) -> Page[SnapshotLine]:
    """The approved registries of a school, the newest first. Raises NotAllowed, NoLongerCurrent."""
    where = exporting.place(session, actor, organization_id)
    here = RegistrySnapshot.organization_id == organization_id
    total = session.scalar(select(func.count()).select_from(RegistrySnapshot).where(here)) or 0
    pages = max(1, -(-total // PAGE_SIZE))
    page = min(max(page, 0), pages - 1)
    newest = select(RegistrySnapshot).where(here).order_by(RegistrySnapshot.id.desc())
    found = session.scalars(
        newest.options(joinedload(RegistrySnapshot.act)).offset(page * PAGE_SIZE).limit(PAGE_SIZE)
    )
    return Page(tuple(_line(one, where.name) for one in found), page, pages, total)


def see(session: Session, actor: Actor, snapshot_id: int) -> SnapshotLine:
    """One of them. Raises NotAllowed, NoLongerCurrent."""
    snapshot, name = _visible(session, actor, snapshot_id)
    return _line(snapshot, name)


def take(session: Session, actor: Actor, snapshot_id: int, *, now: datetime) -> tuple[SnapshotLine, Registry]:
    """The anonymised rows as they stood, to be made a file of. The look is recorded. Raises NotAllowed,
    NoLongerCurrent.
    """
    snapshot, name = _visible(session, actor, snapshot_id)
    _record(session, actor, "registry.snapshot_taken", snapshot, now)
    rows = tuple(_entry(one) for one in snapshot.rows)
    registry = Registry(
        snapshot.organization_id,
        name,
        snapshot.role,
        snapshot.partition,
        Grade.ANONYMOUS,
        of_territory=False,
        made_on=snapshot.taken_at.date(),
        total=len(rows),
        anonymous=rows,
    )
    return _line(snapshot, name), registry


def _visible(session: Session, actor: Actor, snapshot_id: int) -> tuple[RegistrySnapshot, str]:
    snapshot = session.get(RegistrySnapshot, snapshot_id)
    if snapshot is None:
        raise NoLongerCurrent
    return snapshot, exporting.place(session, actor, snapshot.organization_id).name


def _entry(row: dict[str, Any]) -> AnonymousEntry:
    values: dict[str, Any] = {key: tuple(one) if isinstance(one, list) else one for key, one in row.items()}
    return AnonymousEntry(**values)


def _line(snapshot: RegistrySnapshot, organization_name: str) -> SnapshotLine:
    act = snapshot.act
    return SnapshotLine(
        snapshot.id,
        snapshot.organization_id,
        organization_name,
        snapshot.role,
        snapshot.partition,
        len(snapshot.rows),
        snapshot.taken_at,
        snapshot.sha256,
        snapshot.act_id,
        act.number if act else "",
        act.dated_on if act else None,
    )


def _record(session: Session, actor: Actor, act: str, snapshot: RegistrySnapshot, now: datetime) -> None:
    access.record(
        session,
        act,
        actor_id=actor.person_id,
        organization_id=snapshot.organization_id,
        subject_kind="registry_snapshot",
        subject_id=snapshot.id,
        now=now,
    )


# ---- the yearly duty


def _beginning(year: int) -> datetime:
    return datetime(year, MONTH_OF_APPROVAL, 1, tzinfo=UTC)


def tick_yearly(session: Session, *, now: datetime) -> int:
    """A tick: in September the curators of every school that has mentors or mentees and was there before are
    reminded to approve the registries anew (G-2.1). Once a year each. Returns how many were told.
    """
    if now.month != MONTH_OF_APPROVAL:
        return 0
    member = aliased(Membership)
    key = literal(f"{KIND_YEARLY}:{now.year}:") + cast(Membership.id, String)
    query = (
        select(Membership.id, Membership.person_id, Membership.organization_id)
        .join(Organization, Organization.id == Membership.organization_id)
        .join(Person, Person.id == Membership.person_id)
        .where(
            Membership.role == Role.CURATOR,
            Membership.status == MembershipStatus.ACTIVE,
            Person.frozen_at.is_(None),
            Person.chat_id.is_not(None),
            Organization.kind.in_(WITH_STAFF),
            Organization.created_at < _beginning(now.year),
            exists().where(
                member.organization_id == Organization.id,
                member.role.in_(REGISTRY_ROLES),
                member.status == MembershipStatus.ACTIVE,
            ),
            ~_approved_since(now.year),
            ~exists().where(Notification.key == key),
        )
        .order_by(Membership.id)
        .limit(BATCH)
    )
    return sum(_remind(session, *row, now) for row in session.execute(query).all())


def _approved_since(year: int) -> ColumnElement[bool]:
    return exists().where(
        RegistrySnapshot.organization_id == Organization.id, RegistrySnapshot.taken_at >= _beginning(year)
    )


def _remind(
    session: Session, membership_id: int, person_id: int, organization_id: int, now: datetime
) -> bool:
    return outbox.notify(
        session,
        kind=KIND_YEARLY,
        key=f"{KIND_YEARLY}:{now.year}:{membership_id}",
        person_id=person_id,
        payload={"organization_id": organization_id, "year": now.year},
        due_at=now,
        now=now,
    )


def still_due(session: Session, person_id: int, organization_id: int, year: int) -> str | None:
    """For the reminder: the school's name while nothing was approved this year and the person is its curator,
    None otherwise.
    """
    query = (
        select(Organization.name)
        .join(Membership, Membership.organization_id == Organization.id)
        .where(
            Organization.id == organization_id,
            Membership.person_id == person_id,
            Membership.role == Role.CURATOR,
            Membership.status == MembershipStatus.ACTIVE,
            ~_approved_since(year),
        )
    )
    return session.scalars(query.limit(1)).one_or_none()
