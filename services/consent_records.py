"""The records of consents, whatever they are about: asking, recording a paper, finding what is in force.

Every kind is a record of its own, answered by an act of its own (152-FZ art. 9 as of 1 September 2025). What
follows from an answer is decided by the use case that asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Consent, ConsentChannel, ConsentKind, ConsentStatus, Role
from models.consent import WRITTEN
from services import access
from services.content import ConsentText


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked of whom. `person_id` is whom it concerns, `given_by_id` who answers for them, if it is
    not they themselves.
    """

    person_id: int
    organization_id: int
    kind: ConsentKind
    role: Role | None = None
    given_by_id: int | None = None
    invitation_id: int | None = None
    mentorship_id: int | None = None
    amendment_id: int | None = None
    details: Mapping[str, Any] = field(default_factory=dict)
    valid_until: date | None = None


def ask(
    session: Session, asking: Asking, text: ConsentText, language: str | None, *, now: datetime
) -> Consent:
    """The open record of this question, or a new one. The words are those of now: who was asked before and
    did not answer is asked in the present version.
    """
    consent = _open(session, asking)
    if consent is None:
        consent = Consent(
            person_id=asking.person_id,
            organization_id=asking.organization_id,
            kind=asking.kind,
            given_by_id=asking.given_by_id,
            mentorship_id=asking.mentorship_id,
            amendment_id=asking.amendment_id,
            role=asking.role,
        )
        session.add(consent)
    consent.invitation_id = asking.invitation_id
    consent.details, consent.valid_until = dict(asking.details), asking.valid_until
    consent.status, consent.channel, consent.asked_at = ConsentStatus.ASKED, ConsentChannel.BOT, now
    word(consent, text, language)
    session.flush()
    return consent


def word(consent: Consent, text: ConsentText, language: str | None) -> None:
    """Remember which words were shown: their version, their hash and their language."""
    consent.language, consent.text_version = language or "", text.version
    consent.text_sha256 = text.sha256(language or "ru")


def _open(session: Session, asking: Asking) -> Consent | None:
    same = (
        Consent.person_id == asking.person_id,
        Consent.organization_id == asking.organization_id,
        Consent.kind == asking.kind,
        Consent.role == asking.role,
        Consent.given_by_id == asking.given_by_id,
        Consent.mentorship_id == asking.mentorship_id,
        Consent.amendment_id == asking.amendment_id,
        Consent.status.in_((ConsentStatus.ASKED, ConsentStatus.REFUSED)),
    )
    found = session.scalars(select(Consent).where(*same).order_by(Consent.asked_at.desc(), Consent.id.desc()))
    return next((one for one in found if _is_about_the_same(one, asking)), None)


def _is_about_the_same(consent: Consent, asking: Asking) -> bool:
    """Publications stand beside each other: other pages or other data are another question."""
    if asking.kind != ConsentKind.PUBLICATION:
        return True
    return consent.details == dict(asking.details) and consent.valid_until == asking.valid_until


def record_paper(
    session: Session,
    asking: Asking,
    text: ConsentText,
    *,
    number: str,
    dated_on: date,
    received_by_id: int | None,
    now: datetime,
) -> Consent:
    """A consent that was signed on paper: given, with its original. Whoever records it has been checked; None
    is the operator, by the command line.
    """
    consent = ask(session, asking, text, "ru", now=now)
    consent.channel = ConsentChannel.PAPER
    consent.give(now)
    consent.receive_original(number, dated_on, received_by_id, now)
    log(session, "consent.recorded", consent, by_id=received_by_id, now=now)
    return consent


@dataclass(frozen=True, slots=True)
class Paper:
    """A signed paper: what it is about, its number and its date."""

    asking: Asking
    number: str
    dated_on: date


def record_papers(
    session: Session, papers: Sequence[Paper], text: ConsentText, *, received_by_id: int | None, now: datetime
) -> None:
    """The papers of people who were never asked before, all at once: a staff of hundreds is entered so."""
    consents = [_signed(paper, text, received_by_id, now) for paper in papers]
    session.add_all(consents)
    session.flush()
    for consent in consents:
        log(session, "consent.recorded", consent, by_id=received_by_id, now=now)


def _signed(paper: Paper, text: ConsentText, received_by_id: int | None, now: datetime) -> Consent:
    asking = paper.asking
    consent = Consent(
        person_id=asking.person_id,
        organization_id=asking.organization_id,
        kind=asking.kind,
        role=asking.role,
        channel=ConsentChannel.PAPER,
        details=dict(asking.details),
        asked_at=now,
    )
    word(consent, text, "ru")
    consent.give(now)
    consent.receive_original(paper.number, paper.dated_on, received_by_id, now)
    return consent


def effective(
    session: Session,
    person_id: int,
    kind: ConsentKind,
    *,
    organization_id: int | None = None,
    mentorship_id: int | None = None,
    today: date,
) -> Consent | None:
    """The newest consent of the kind that counts today (`Consent.is_effective`), or None."""
    query = select(Consent).where(
        Consent.person_id == person_id, Consent.kind == kind, Consent.status == ConsentStatus.GIVEN
    )
    if organization_id is not None:
        query = query.where(Consent.organization_id == organization_id)
    if mentorship_id is not None:
        query = query.where(Consent.mentorship_id == mentorship_id)
    found = session.scalars(query.order_by(Consent.id.desc()))
    return next((one for one in found if one.is_effective(today)), None)


def is_written(kind: ConsentKind) -> bool:
    """Does the law want a signature on paper?"""
    return kind in WRITTEN


def log(session: Session, act: str, consent: Consent, *, by_id: int | None, now: datetime) -> None:
    """Write to the audit log what became of a consent."""
    access.record(
        session,
        act,
        actor_id=by_id,
        organization_id=consent.organization_id,
        subject_kind="consent",
        subject_id=consent.id,
        now=now,
    )
