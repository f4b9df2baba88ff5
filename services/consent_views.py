"""How a consent looks to those who may see it: a frozen view, made from its row.

Who may see what is decided by the use cases (services/consents.py, services/consent_desk.py); here it is only
put together. Names are parts, not words: the handler words them under NAMES_IN_CHAT.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    Amendment,
    AmendmentKind,
    AmendmentStatus,
    Consent,
    ConsentChannel,
    ConsentKind,
    ConsentStatus,
    Membership,
    Mentorship,
    Organization,
    Role,
)
from models.consent import WRITTEN
from services import consent_asking
from services.local_time import today_in
from services.names import PersonName


class ConsentState(StrEnum):
    """What a person calls the state of a consent. `original`: given, the signed paper is awaited."""

    WAITING = "waiting"
    ORIGINAL = "original"
    GIVEN = "given"
    EXPIRED = "expired"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Operator:
    """The organisation that a consent is given to, with what a document names of it."""

    id: int
    name: str
    address: str
    tax_number: str
    state_number: str
    timezone: str
    files_in_chat: bool


@dataclass(frozen=True, slots=True)
class Change:
    """What an amendment is about. `new_end` of a change of the term, `text` of a change of the content."""

    kind: AmendmentKind
    status: AmendmentStatus
    old_end: date | None
    new_end: date | None
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class ConsentView:
    """A consent with what its document names. `about`: whom it concerns, None for somebody unnamed.

    `on_behalf`: a representative answers for them. `mentor` and `mentees`: the pair it is about.
    """

    id: int
    kind: ConsentKind
    state: ConsentState
    channel: ConsentChannel
    operator: Operator
    role: Role | None
    about: PersonName | None
    person_id: int
    answerer_id: int
    version: str
    language: str
    details: Mapping[str, Any]
    valid_until: date | None
    asked_at: datetime
    answered_at: datetime | None
    withdrawn_at: datetime | None
    original_number: str
    original_dated_on: date | None
    original_received_at: datetime | None
    received_by: PersonName | None
    mentorship_id: int | None
    mentor: PersonName | None
    mentees: tuple[PersonName, ...]
    change: Change | None
    is_renewal: bool

    @property
    def on_behalf(self) -> bool:
        return self.answerer_id != self.person_id

    @property
    def is_written(self) -> bool:
        return self.kind in WRITTEN

    @property
    def has_original(self) -> bool:
        return self.original_received_at is not None


def state_of(consent: Consent, today: date) -> ConsentState:
    match consent.status:
        case ConsentStatus.ASKED:
            return ConsentState.WAITING
        case ConsentStatus.REFUSED:
            return ConsentState.REFUSED
        case ConsentStatus.WITHDRAWN:
            return ConsentState.WITHDRAWN
        case ConsentStatus.SUPERSEDED:
            return ConsentState.OVER
        case ConsentStatus.GIVEN:
            if consent.awaits_original:
                return ConsentState.ORIGINAL
            return ConsentState.GIVEN if consent.is_effective(today) else ConsentState.EXPIRED


def is_past_term(session: Session, consent: Consent, *, now: datetime) -> bool:
    """Is the last day that the consent would count behind us?"""
    if consent.valid_until is None:
        return False
    timezone = session.get_one(Organization, consent.organization_id).timezone
    return consent.valid_until < today_in(timezone, now)


def view(session: Session, consent: Consent, *, now: datetime) -> ConsentView:
    """The consent with everything that its document names."""
    operator = operator_of(session.get_one(Organization, consent.organization_id))
    pair = session.get(Mentorship, consent.mentorship_id) if consent.mentorship_id else None
    return ConsentView(
        id=consent.id,
        kind=consent.kind,
        state=state_of(consent, today_in(operator.timezone, now)),
        channel=consent.channel,
        operator=operator,
        role=consent.role,
        about=name_at(session, consent.person_id, consent.organization_id, consent.role),
        person_id=consent.person_id,
        answerer_id=_answerer_id(session, consent),
        version=consent.text_version,
        language=consent.language,
        details=consent.details,
        valid_until=consent.valid_until,
        asked_at=consent.asked_at,
        answered_at=consent.answered_at,
        withdrawn_at=consent.withdrawn_at,
        original_number=consent.original_number,
        original_dated_on=consent.original_dated_on,
        original_received_at=consent.original_received_at,
        received_by=_receiver(session, consent),
        mentorship_id=consent.mentorship_id,
        mentor=PersonName.of(pair.mentor.membership) if pair else None,
        mentees=tuple(PersonName.of(one.membership) for one in pair.mentees) if pair else (),
        change=_change(session, consent),
        is_renewal="renews" in consent.details,
    )


def _answerer_id(session: Session, consent: Consent) -> int:
    """Who answered; of what is open, who answers now."""
    if consent.is_open:
        return consent_asking.speaker(session, consent).id
    return consent.given_by_id or consent.person_id


def _receiver(session: Session, consent: Consent) -> PersonName | None:
    """Who recorded the signed paper."""
    if consent.original_received_by_id is None:
        return None
    return name_at(session, consent.original_received_by_id, consent.organization_id, Role.CURATOR)


def operator_of(organization: Organization) -> Operator:
    return Operator(
        organization.id,
        organization.name,
        organization.address,
        organization.tax_number,
        organization.state_number,
        organization.timezone,
        organization.files_in_chat,
    )


def _change(session: Session, consent: Consent) -> Change | None:
    if consent.amendment_id is None:
        return None
    amendment = session.get_one(Amendment, consent.amendment_id)
    return Change(
        amendment.kind,
        amendment.status,
        amendment.old_end,
        amendment.new_end,
        amendment.text,
        amendment.reason,
    )


def name_at(
    session: Session, person_id: int, organization_id: int, role: Role | None = None
) -> PersonName | None:
    """How the person is known at the organisation: in the role, if one is named, or in their first one."""
    query = select(Membership).where(
        Membership.person_id == person_id, Membership.organization_id == organization_id
    )
    known = session.scalars(query.order_by(Membership.id)).all()
    found = next((one for one in known if one.role == role), known[0] if known else None)
    return PersonName.of(found) if found else None
