"""Asking somebody for a consent: who answers, how they hear of it, and how a question is taken back.

A minor's consents are answered by the representative (domain: minors). Somebody without Telegram is asked on
paper: the record is made, and the curators' desk shows it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from models import (
    Alert,
    AlertKind,
    AlertStatus,
    Consent,
    ConsentKind,
    ConsentStatus,
    Guardianship,
    Mentorship,
    MentorshipStatus,
    Organization,
    Person,
)
from models.consent import ADMITTING
from models.person import AGE_OF_MAJORITY
from services import alerts, consent_records, outbox
from services.consent_records import Asking
from services.content import Content
from services.local_time import today_in

ABOUT_CONSENTS = (AlertKind.CONSENT_REFUSED, AlertKind.CONSENT_UNANSWERED, AlertKind.ORIGINAL_MISSING)
"""Alerts that are settled by what becomes of one consent."""
SEVERAL = (ConsentKind.PUBLICATION, ConsentKind.AMENDMENT)
"""Kinds of which several stand beside each other: only the one that is renewed gives way."""
HERE = or_(Consent.kind.not_in(ADMITTING), Consent.details["renews"].as_integer().is_not(None))
"""What is asked and answered here; the first consent of a newcomer is the business of the way in."""
OPEN_PAIR = or_(
    Consent.mentorship_id.is_(None),
    Consent.mentorship_id.in_(select(Mentorship.id).where(Mentorship.status == MentorshipStatus.ACTIVE)),
)
WAITING = and_(Consent.status == ConsentStatus.ASKED, HERE, OPEN_PAIR)


def answerer(session: Session, person: Person, today: date) -> int | None:
    """The representative who answers for a minor; None when people answer for themselves."""
    age = person.age(today)
    if age is not None and age >= AGE_OF_MAJORITY:
        return None
    query = select(Guardianship.parent_id).where(
        Guardianship.child_id == person.id, Guardianship.ended_at.is_(None)
    )
    return session.scalars(query.order_by(Guardianship.id.desc()).limit(1)).one_or_none()


def ask(session: Session, asking: Asking, content: Content, *, now: datetime, tell: bool = True) -> Consent:
    """Make the record of the question, or take up the open one, and owe it to whoever answers. A pupil's own
    assent nobody gives in their place.
    """
    person = session.get_one(Person, asking.person_id)
    today = today_in(session.get_one(Organization, asking.organization_id).timezone, now)
    is_own = asking.kind == ConsentKind.ASSENT
    given_by = None if is_own else answerer(session, person, today)
    asking = replace(asking, given_by_id=given_by)
    reader = session.get_one(Person, given_by) if given_by else person
    text = content.consent(asking.kind.value)
    consent = consent_records.ask(session, asking, text, reader.language, now=now)
    if tell:
        tell_answerer(session, consent, "consents.asked", now=now)
    return consent


def speaker(session: Session, consent: Consent) -> Person:
    """Who answers this consent now: the representative, as long as they are one, or the person themself."""
    given_by = consent.given_by_id
    current = select(Guardianship.parent_id).where(
        Guardianship.child_id == consent.person_id, Guardianship.ended_at.is_(None)
    )
    if given_by is not None:
        parents = session.scalars(current.order_by(Guardianship.id.desc())).all()
        if given_by not in parents:
            given_by = parents[0] if parents else None
    return session.get_one(Person, given_by or consent.person_id)


def tell_answerer(session: Session, consent: Consent, kind: str, *, now: datetime) -> bool:
    """Owe the question, or a reminder of it, to whoever answers. Nothing to somebody without Telegram."""
    return _tell(session, consent, kind, message_key(consent, kind), now)


def tell_again(session: Session, consent: Consent, *, mark: str, now: datetime) -> bool:
    """Remind at a curator's wish, once for each `mark`."""
    return _tell(session, consent, "consents.reminder", f"consent:{consent.id}:again:{mark}", now)


def _tell(session: Session, consent: Consent, kind: str, key: str, now: datetime) -> bool:
    reader = speaker(session, consent)
    if not reader.has_telegram:
        return False
    return outbox.notify(
        session,
        kind=kind,
        key=key,
        person_id=reader.id,
        payload={"consent_id": consent.id},
        topic=topic_of(consent),
        due_at=now,
        now=now,
    )


def message_key(consent: Consent, kind: str) -> str:
    """One message of a kind for each time that it was asked."""
    return f"consent:{consent.id}:{kind}:{consent.asked_at.isoformat()}"


def topic_of(consent: Consent) -> str:
    return f"consent:{consent.id}"


def settle(session: Session, consent: Consent, resolution: str, *, by_id: int | None, now: datetime) -> None:
    """The question is answered: nothing waits for it any more, neither a message nor an alert."""
    outbox.cancel_topic(session, topic_of(consent), now=now)
    about = Alert.subject["consent_id"].as_integer() == consent.id
    unsettled = (Alert.kind.in_(ABOUT_CONSENTS), Alert.status != AlertStatus.RESOLVED, about)
    for cause in session.scalars(select(Alert.cause).where(*unsettled)).all():
        alerts.resolve_cause(session, cause, resolution, by_id=by_id, now=now)


def lapse(session: Session, consents: Iterable[Consent], *, now: datetime) -> int:
    """Nobody asks for these any more: the pair has ended, or the matter is settled. Returns how many."""
    count = 0
    for consent in consents:
        consent.status = ConsentStatus.SUPERSEDED
        settle(session, consent, "no_longer_asked", by_id=None, now=now)
        count += 1
    return count


def supersede_older(session: Session, consent: Consent, *, now: datetime) -> None:
    """A newer consent about the same takes the place of the one before. A written one does so only when its
    original is there: until then the older one counts.
    """
    if consent.awaits_original:
        return
    same = (
        Consent.person_id == consent.person_id,
        Consent.organization_id == consent.organization_id,
        Consent.kind == consent.kind,
        Consent.role == consent.role,
        Consent.mentorship_id == consent.mentorship_id,
        Consent.status == ConsentStatus.GIVEN,
        Consent.id < consent.id,
    )
    renews = consent.details.get("renews")
    for older in session.scalars(select(Consent).where(*same)).all():
        if older.id == renews or consent.kind not in SEVERAL:
            older.status = ConsentStatus.SUPERSEDED
            settle(session, older, "renewed", by_id=None, now=now)


def give_back_older(session: Session, consent: Consent) -> None:
    """The consent that this one replaced counts again: it was a mistake that it was replaced."""
    replaced = session.get(Consent, consent.details.get("renews") or 0)
    if replaced is not None and replaced.status == ConsentStatus.SUPERSEDED:
        replaced.status = ConsentStatus.GIVEN


def raise_alert(
    session: Session, kind: AlertKind, consent: Consent, *, since: datetime, now: datetime
) -> bool:
    """Tell those who decide what became of a consent; whoever answered it does not judge about it."""
    return alerts.raise_alert(
        session,
        organization_id=consent.organization_id,
        kind=kind,
        cause=cause_of(kind, consent),
        subject={
            "consent_id": consent.id,
            "person_id": consent.person_id,
            alerts.HIDDEN_FROM: consent.given_by_id or consent.person_id,
        },
        since=since,
        now=now,
    )


def cause_of(kind: AlertKind, consent: Consent) -> str:
    """One cause for each time that the consent was asked, and another one when it is withdrawn."""
    return f"{kind.value}:{consent.id}:{consent.status.value}:{consent.asked_at.isoformat()}"
