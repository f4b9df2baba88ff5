"""Partners of a school, a municipality or a region: an organisation beside it, whose people may be its
mentors and curators, and the agreement that was made with it (N-1.2-3, T-1.3, P-doc-3).

Making the organisation is services/founding.py, inviting its people services/invitations.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from models import LocalAct, Membership, MembershipStatus, Organization
from models.organization import OrganizationKind
from services import access, founding, local_acts
from services.access import DECIDING_ROLES, Actor
from services.documents import Field, Paper, docx
from services.errors import NoLongerCurrent
from services.founding import Founded
from services.local_acts import NewAct

PAGE_SIZE = 8
AGREEMENT = "agreement"
"""The kind of local act, a key of the list `act_kind` in content/."""


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """A partner in a list. `people`: how many of its people take part, at its own place or the school's."""

    id: int
    name: str
    people: int


@dataclass(frozen=True, slots=True)
class Partners:
    """A page of the partners of one organisation."""

    organization_id: int
    organization_name: str
    lines: tuple[PartnerLine, ...]
    page: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement as the register holds it."""

    act_id: int
    number: str
    dated_on: date


@dataclass(frozen=True, slots=True)
class PartnerCard:
    """One partner, and the newest agreement with it. `organization_*`: whose partner it is."""

    id: int
    name: str
    people: int
    organization_id: int
    organization_name: str
    agreement: Agreement | None


@dataclass(frozen=True, slots=True)
class AgreementForm:
    """What is known for the blank of an agreement."""

    partner: str
    organization: str
    address: str
    tax_number: str
    state_number: str


@dataclass(frozen=True, slots=True)
class AgreementWords:
    """The words of the blank; whoever asks for it speaks the language."""

    title: str
    heading: Sequence[str]
    clauses: Sequence[str]
    requisites: Sequence[tuple[str, str]]
    signatures: Sequence[str]


def look(session: Session, actor: Actor, organization_id: int, *, page: int = 0) -> Partners:
    """The partners of an organisation where the actor decides. Raises NotAllowed."""
    access.require_role(actor, organization_id, *DECIDING_ROLES)
    organization = session.get_one(Organization, organization_id)
    mine = (Organization.parent_id == organization_id, Organization.kind == OrganizationKind.PARTNER)
    total = session.scalar(select(func.count(Organization.id)).where(*mine)) or 0
    pages = max(1, -(-total // PAGE_SIZE))
    page = min(max(page, 0), pages - 1)
    query = select(Organization).where(*mine).order_by(Organization.name, Organization.id)
    found = session.scalars(query.offset(page * PAGE_SIZE).limit(PAGE_SIZE)).all()
    people = _people(session, [one.id for one in found])
    lines = tuple(PartnerLine(one.id, one.name, people.get(one.id, 0)) for one in found)
    return Partners(organization_id, organization.name, lines, page, pages, total)


def _people(session: Session, partner_ids: Sequence[int]) -> dict[int, int]:
    works_at = func.coalesce(Membership.affiliation_id, Membership.organization_id)
    query = (
        select(works_at, func.count(Membership.person_id.distinct()))
        .where(
            Membership.status == MembershipStatus.ACTIVE,
            or_(Membership.affiliation_id.in_(partner_ids), Membership.organization_id.in_(partner_ids)),
        )
        .group_by(works_at)
    )
    return {row[0]: row[1] for row in session.execute(query)}


def make(session: Session, actor: Actor, organization_id: int, name: str, *, now: datetime) -> Founded:
    """Make a partner with the link for a curator of its own. Raises NotAllowed and what `founding.found`
    raises.
    """
    return founding.found_below(session, actor, organization_id, OrganizationKind.PARTNER, name, now=now)


def card(session: Session, actor: Actor, partner_id: int) -> PartnerCard:
    """One partner. Raises NotAllowed, NoLongerCurrent."""
    partner, organization = _own(session, actor, partner_id)
    return PartnerCard(
        partner.id,
        partner.name,
        _people(session, [partner.id]).get(partner.id, 0),
        organization.id,
        organization.name,
        _agreement(session, partner.id),
    )


def _own(session: Session, actor: Actor, partner_id: int) -> tuple[Organization, Organization]:
    partner = session.get(Organization, partner_id)
    if partner is None or partner.kind != OrganizationKind.PARTNER or partner.parent_id is None:
        raise NoLongerCurrent
    access.require_role(actor, partner.parent_id, *DECIDING_ROLES)
    return partner, session.get_one(Organization, partner.parent_id)


def _agreement(session: Session, partner_id: int) -> Agreement | None:
    query = select(LocalAct).where(LocalAct.partner_id == partner_id)
    newest = query.order_by(LocalAct.dated_on.desc(), LocalAct.id.desc()).limit(1)
    act = session.scalars(newest).one_or_none()
    return Agreement(act.id, act.number, act.dated_on) if act else None


def record_agreement(
    session: Session,
    actor: Actor,
    partner_id: int,
    number: str,
    dated_on: date,
    title: str,
    kinds: Sequence[str],
    *,
    now: datetime,
) -> PartnerCard:
    """The agreement was signed: it stands in the register of local acts under this `title`. Raises
    NotAllowed, NoLongerCurrent, and what `local_acts.add` raises.
    """
    _, organization = _own(session, actor, partner_id)
    new = NewAct(kind=AGREEMENT, number=number, dated_on=dated_on, title=title)
    made = local_acts.add(session, actor, organization.id, new, kinds, now=now)
    session.get_one(LocalAct, made.id).partner_id = partner_id
    session.flush()
    return card(session, actor, partner_id)


def form(session: Session, actor: Actor, partner_id: int) -> AgreementForm:
    """What the blank of an agreement is filled with. Raises NotAllowed, NoLongerCurrent."""
    partner, organization = _own(session, actor, partner_id)
    return AgreementForm(
        partner.name,
        organization.name,
        organization.address,
        organization.tax_number,
        organization.state_number,
    )


def blank(words: AgreementWords) -> bytes:
    """The agreement as `.docx`, to be completed and signed on paper. Run it beside the event loop."""
    requisites = [Field(label, value) for label, value in words.requisites]
    parts: list[str | Field] = [*words.heading, *words.clauses, *requisites]
    return docx(Paper(words.title, parts, words.signatures))
