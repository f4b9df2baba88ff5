"""The act of destruction of personal data: what proves a withdrawal was carried out, without the data.

Source: order 179 of Roskomnadzor of 28.10.2022 (the operator, whose data, which categories, how, when, why;
who destroyed them). Whose they were is told by codes only. How the paper is worded is decided by whoever
prints it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import ErasureCase, Membership, Organization
from services import access
from services.access import Actor
from services.errors import NoLongerCurrent, NotAllowed
from services.names import PersonName

RESPONSIBLE = access.DECIDING_ROLES
PAGE_SIZE = 8


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A withdrawal as it is listed."""

    id: int
    who: tuple[PersonName, ...]
    opened_at: datetime
    anonymised_at: datetime | None


@dataclass(frozen=True, slots=True)
class DestructionAct:
    """What stands in the act. `destroyed` counts by category; `by_another`: a parent withdrew, or a paper was
    received.
    """

    case_id: int
    operator: str
    address: str
    timezone: str
    who: tuple[PersonName, ...]
    destroyed: tuple[tuple[str, int], ...]
    by_another: bool
    received_at: datetime
    due_at: datetime
    destroyed_at: datetime


def cases(session: Session, actor: Actor, page: int) -> tuple[tuple[CaseLine, ...], int]:
    """A page of the withdrawals at the actor's organisations, the newest first, and how many pages there are.

    Raises NotAllowed.
    """
    shown = actor.places(*RESPONSIBLE)
    if not shown:
        raise NotAllowed
    mine = ErasureCase.organization_id.in_(shown)
    total = session.scalar(select(func.count()).select_from(ErasureCase).where(mine)) or 0
    pages = max(1, -(-total // PAGE_SIZE))
    page = min(max(page, 0), pages - 1)
    newest = select(ErasureCase).where(mine).order_by(ErasureCase.id.desc())
    found = session.scalars(newest.offset(page * PAGE_SIZE).limit(PAGE_SIZE))
    lines = [CaseLine(one.id, _codes(session, one), one.opened_at, one.anonymised_at) for one in found]
    return tuple(lines), pages


def take(session: Session, actor: Actor, case_id: int, *, now: datetime) -> DestructionAct:
    """What stands in the act of this case; that it was made is recorded. Raises NotAllowed, NoLongerCurrent
    (nothing was destroyed yet).
    """
    case = session.get(ErasureCase, case_id)
    if case is None:
        raise NoLongerCurrent
    access.require_role(actor, case.organization_id, *RESPONSIBLE)
    if case.anonymised_at is None:
        raise NoLongerCurrent
    access.record(
        session,
        "erasure.act_made",
        actor_id=actor.person_id,
        organization_id=case.organization_id,
        subject_kind="person",
        subject_id=case.person_id,
        now=now,
    )
    operator = session.get_one(Organization, case.organization_id)
    return DestructionAct(
        case_id=case.id,
        operator=operator.name,
        address=operator.address,
        timezone=operator.timezone,
        who=_codes(session, case),
        destroyed=_destroyed(case),
        by_another=case.by_id is not None,
        received_at=case.opened_at,
        due_at=case.due_at,
        destroyed_at=case.anonymised_at,
    )


def _codes(session: Session, case: ErasureCase) -> tuple[PersonName, ...]:
    at_place = (
        Membership.person_id == case.person_id,
        Membership.organization_id == case.organization_id,
    )
    found = session.scalars(select(Membership).where(*at_place).order_by(Membership.id))
    # Whoever came back since has a name again: the act is about whom it was.
    return tuple(PersonName("", "", "", one.role, one.code) for one in found)


def _destroyed(case: ErasureCase) -> tuple[tuple[str, int], ...]:
    """“names: 1; forms: 2”, as the case keeps it, without what there was none of."""
    parts = (one.partition(": ") for one in case.erased.split("; ") if one)
    counts = ((kind, int(count)) for kind, _, count in parts if count.isdigit())
    return tuple((kind, count) for kind, count in counts if count)
