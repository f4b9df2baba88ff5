"""What follows when a consent is given, refused or withdrawn, by a button or on paper: the same for both.

Each subject knows its own consequences (services/helpers.py, services/amendments.py,
services/publication_consents.py); here they are only found by the kind.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from models import AlertKind, Consent, ConsentKind
from services import amendments, consent_asking, consent_records, helpers, publication_consents

ALERTING = (
    ConsentKind.PERSONAL_DATA,
    ConsentKind.PARENTAL,
    ConsentKind.ASSENT,
    ConsentKind.MENTOR,
    ConsentKind.EXTRA_DUTIES,
)
"""Kinds without which something stops: those who decide hear that one was refused or withdrawn."""


def given(session: Session, consent: Consent, *, by_id: int, now: datetime) -> None:
    """The consent counts from now on, or waits for its paper."""
    consent_asking.settle(session, consent, "given", by_id=by_id, now=now)
    consent_asking.supersede_older(session, consent, now=now)
    consent_records.log(session, "consent.given", consent, by_id=by_id, now=now)
    match consent.kind:
        case ConsentKind.HELPER:
            helpers.tell_mentor(session, consent, now=now)
        case ConsentKind.AMENDMENT:
            amendments.answered(session, consent.amendment_id or 0, by_id, now=now)
        case ConsentKind.PUBLICATION:
            publication_consents.came_into_force(session, consent, now=now)
        case _:
            pass


def refused(session: Session, consent: Consent, *, by_id: int, now: datetime) -> None:
    """Nothing is lost: it may be given later, or on paper."""
    consent_asking.settle(session, consent, "refused", by_id=by_id, now=now)
    consent_records.log(session, "consent.refused", consent, by_id=by_id, now=now)
    match consent.kind:
        case ConsentKind.HELPER:
            helpers.tell_mentor(session, consent, now=now)
        case ConsentKind.AMENDMENT:
            amendments.answered(session, consent.amendment_id or 0, by_id, now=now)
        case ConsentKind.PUBLICATION:
            publication_consents.refused(session, consent, now=now)
        case _:
            _alert(session, consent, now)


def withdrawn(session: Session, consent: Consent, *, by_id: int, now: datetime) -> None:
    """What depended on it stops, and those concerned hear of it."""
    consent_asking.settle(session, consent, "withdrawn", by_id=by_id, now=now)
    consent_records.log(session, "consent.withdrawn", consent, by_id=by_id, now=now)
    match consent.kind:
        case ConsentKind.HELPER:
            helpers.tell_mentor(session, consent, now=now)
        case ConsentKind.AMENDMENT:
            amendments.answered(session, consent.amendment_id or 0, by_id, now=now)
        case ConsentKind.PUBLICATION:
            publication_consents.withdrawn(session, consent, now=now)
        case _:
            _alert(session, consent, now)


def _alert(session: Session, consent: Consent, now: datetime) -> None:
    if consent.kind in ALERTING:
        consent_asking.raise_alert(session, AlertKind.CONSENT_REFUSED, consent, since=now, now=now)
