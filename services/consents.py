"""One's own consents: what is asked, the answer by a button, and the withdrawal.

Each is answered by an act of its own, to words that stood above the button (152-FZ art. 9): their version
and language come with the tap. Refusing loses nothing: the paper route is open, and the consent may be given
later. The first consent of a newcomer is the business of the way in, the withdrawal of a consent that admits
(personal data, a parent's, a pupil's own) of services/erasure.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, case, exists, func, or_, select
from sqlalchemy.orm import Session

from models import (
    Consent,
    ConsentKind,
    ConsentStatus,
    Guardianship,
    Membership,
    Mentorship,
    MentorshipMember,
    MentorshipStatus,
    Organization,
)
from models.consent import ADMITTING
from services import amendments, consent_asking, consent_effects, consent_records, consent_views
from services.access import Actor
from services.consent_asking import WAITING
from services.consent_records import Asking
from services.consent_views import ConsentState, ConsentView
from services.content import LANGUAGES, Content
from services.errors import NoLongerCurrent, NotAllowed, ServiceError
from services.local_time import today_in
from services.mentorship_views import PAGE_SIZE, Page, nearest_page, page_count
from services.names import PersonName

WITHDRAWABLE = (ConsentKind.MENTOR, ConsentKind.EXTRA_DUTIES, ConsentKind.HELPER, ConsentKind.PUBLICATION)
ASKED_ANEW = (ConsentKind.MENTOR, ConsentKind.EXTRA_DUTIES, ConsentKind.PUBLICATION)
"""Kinds that a person may give again by themself after a withdrawal or the end of a term."""


class WordsChanged(ServiceError):
    """The document has been changed since it was shown; it must be read anew before it is answered."""


@dataclass(frozen=True, slots=True)
class OwnPair:
    """A pair of the actor, for the way to its term, its changes and its helpers."""

    mentorship_id: int
    other: PersonName


@dataclass(frozen=True, slots=True)
class OwnConsents:
    """What the actor was asked, what waits for an answer first. `places`: where a consent to publication may
    be given.
    """

    found: Page[ConsentView]
    waiting: int
    pairs: tuple[OwnPair, ...]
    places: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class OwnConsent:
    """One consent with what the actor may do about it now."""

    view: ConsentView
    may_answer: bool
    may_withdraw: bool
    may_ask_anew: bool
    is_answerer: bool


def mine(session: Session, actor: Actor, *, page: int = 0, now: datetime) -> OwnConsents:
    """All that the actor was asked, for themself and for those whom they represent."""
    own = _own(actor)
    total = session.scalar(select(func.count()).select_from(Consent).where(own)) or 0
    number, offset = nearest_page(page, total)
    order = (case((WAITING, 0), else_=1), Consent.asked_at.desc(), Consent.id.desc())
    found = session.scalars(select(Consent).where(own).order_by(*order).offset(offset).limit(PAGE_SIZE)).all()
    items = tuple(consent_views.view(session, one, now=now) for one in found)
    places = {one.organization_id: one.organization_name for one in actor.visible}
    return OwnConsents(
        Page(items, number, page_count(total), total),
        count_waiting(session, actor),
        _pairs(session, actor),
        tuple(places.items()),
    )


def _own(actor: Actor) -> ColumnElement[bool]:
    return or_(Consent.person_id == actor.person_id, _answered_by(actor))


def _answered_by(actor: Actor) -> ColumnElement[bool]:
    """Asked of the actor: for themself, or for a minor whom they represent now. What was asked of a
    representative is the person's own matter when nobody represents them any more: they have come of age.
    """
    represented = exists().where(Guardianship.child_id == actor.person_id, Guardianship.ended_at.is_(None))
    children = select(Guardianship.child_id).where(
        Guardianship.parent_id == actor.person_id, Guardianship.ended_at.is_(None)
    )
    return or_(
        and_(Consent.person_id == actor.person_id, or_(Consent.given_by_id.is_(None), ~represented)),
        and_(Consent.given_by_id.is_not(None), Consent.person_id.in_(children)),
    )


def count_waiting(session: Session, actor: Actor) -> int:
    """How many consents wait for the actor's own answer."""
    return session.scalar(select(func.count()).select_from(Consent).where(_answered_by(actor), WAITING)) or 0


def waiting(session: Session, actor: Actor, *, now: datetime) -> tuple[ConsentView, ...]:
    """What waits for the actor's own answer, the oldest first."""
    query = select(Consent).where(_answered_by(actor), WAITING).order_by(Consent.asked_at, Consent.id)
    return tuple(consent_views.view(session, one, now=now) for one in session.scalars(query))


def _pairs(session: Session, actor: Actor) -> tuple[OwnPair, ...]:
    query = (
        select(Mentorship)
        .join(MentorshipMember, MentorshipMember.mentorship_id == Mentorship.id)
        .join(Membership, Membership.id == MentorshipMember.membership_id)
        .where(Membership.person_id == actor.person_id, Mentorship.status == MentorshipStatus.ACTIVE)
        .order_by(Mentorship.id)
    )
    return tuple(
        OwnPair(pair.id, PersonName.of(_other(pair, actor))) for pair in session.scalars(query).unique()
    )


def _other(pair: Mentorship, actor: Actor) -> Membership:
    is_mentor = pair.mentor.membership.person_id == actor.person_id
    return pair.mentees[0].membership if is_mentor else pair.mentor.membership


def see(session: Session, actor: Actor, consent_id: int, *, now: datetime) -> OwnConsent:
    """One's own consent, or that of a minor whom one represents. Raises NoLongerCurrent, NotAllowed."""
    return _shown(session, actor, _readable(session, actor, consent_id), now)


def _readable(session: Session, actor: Actor, consent_id: int) -> Consent:
    consent = session.get(Consent, consent_id)
    if consent is None:
        raise NoLongerCurrent
    own = select(Consent.id).where(Consent.id == consent_id, _own(actor))
    if session.scalar(own) is None:
        raise NotAllowed
    return consent


def _answerable(session: Session, actor: Actor, consent_id: int) -> Consent:
    """A consent that the actor answers, by themself or for a minor. Raises NoLongerCurrent, NotAllowed."""
    consent = _readable(session, actor, consent_id)
    if not _is_answerer(session, actor, consent):
        raise NotAllowed
    return consent


def _is_answerer(session: Session, actor: Actor, consent: Consent) -> bool:
    asked = select(Consent.id).where(Consent.id == consent.id, _answered_by(actor))
    return session.scalar(asked) is not None


def _shown(session: Session, actor: Actor, consent: Consent, now: datetime) -> OwnConsent:
    view = consent_views.view(session, consent, now=now)
    answers = _is_answerer(session, actor, consent)
    is_over = view.state in (ConsentState.WITHDRAWN, ConsentState.EXPIRED)
    may_ask_anew = answers and is_over and consent.kind in ASKED_ANEW and _goes_on(session, consent)
    return OwnConsent(
        view,
        may_answer=answers and consent.is_open and _is_asked_here(session, consent, now),
        may_withdraw=answers and consent.status == ConsentStatus.GIVEN and _may_withdraw(session, consent),
        may_ask_anew=may_ask_anew and not _was_given_anew(session, consent),
        is_answerer=answers,
    )


def _was_given_anew(session: Session, consent: Consent) -> bool:
    """Is a later consent about the same in force already? Publications stand beside each other."""
    if consent.kind == ConsentKind.PUBLICATION:
        return False
    later = select(Consent.id).where(
        Consent.person_id == consent.person_id,
        Consent.organization_id == consent.organization_id,
        Consent.kind == consent.kind,
        Consent.mentorship_id == consent.mentorship_id,
        Consent.status == ConsentStatus.GIVEN,
        Consent.id > consent.id,
    )
    return session.scalar(later.limit(1)) is not None


def _is_asked_here(session: Session, consent: Consent, now: datetime) -> bool:
    """May this question be answered now, and is it one of those that are answered here?"""
    if consent.kind in ADMITTING and "renews" not in consent.details:
        return False
    if consent_views.is_past_term(session, consent, now=now):
        return False
    if consent.amendment_id is not None and not amendments.is_open(session, consent.amendment_id):
        return False
    return _goes_on(session, consent)


def _goes_on(session: Session, consent: Consent) -> bool:
    """Is the pair that it is about still active?"""
    if consent.mentorship_id is None:
        return True
    return session.get_one(Mentorship, consent.mentorship_id).status == MentorshipStatus.ACTIVE


def _may_withdraw(session: Session, consent: Consent) -> bool:
    """A change that everybody has agreed to stands; before that a yes may become a no."""
    if consent.kind == ConsentKind.AMENDMENT:
        return amendments.is_open(session, consent.amendment_id or 0)
    return consent.kind in WITHDRAWABLE


# ---- answering


def answer(
    session: Session,
    actor: Actor,
    consent_id: int,
    *,
    agrees: bool,
    version: str,
    language: str,
    content: Content,
    now: datetime,
) -> OwnConsent:
    """Record the answer to the words of this version and language.

    A second tap of the same answer changes nothing. Raises NoLongerCurrent (withdrawn, replaced, the pair has
    ended), NotAllowed (somebody else's), WordsChanged.
    """
    consent = _answerable(session, actor, consent_id)
    if consent.status == (ConsentStatus.GIVEN if agrees else ConsentStatus.REFUSED):
        return _shown(session, actor, consent, now)
    if not consent.is_open or not _is_asked_here(session, consent, now):
        raise NoLongerCurrent
    text = content.consent(consent.kind.value)
    if text.version != version or language not in LANGUAGES:
        raise WordsChanged
    consent_records.word(consent, text, language)
    if consent.given_by_id is not None:
        consent.given_by_id = actor.person_id if actor.person_id != consent.person_id else None
    if agrees:
        consent.give(now)
        session.flush()
        consent_effects.given(session, consent, by_id=actor.person_id, now=now)
    else:
        consent.refuse(now)
        session.flush()
        consent_effects.refused(session, consent, by_id=actor.person_id, now=now)
    return _shown(session, actor, consent, now)


def may_withdraw(session: Session, actor: Actor, consent_id: int, *, now: datetime) -> OwnConsent:
    """Before the question whether to withdraw. Raises NoLongerCurrent, NotAllowed."""
    shown = _shown(session, actor, _answerable(session, actor, consent_id), now)
    if not shown.may_withdraw:
        raise NoLongerCurrent
    return shown


def withdraw_one(session: Session, actor: Actor, consent_id: int, *, now: datetime) -> OwnConsent:
    """Withdraw one consent that admits to nothing; the participation goes on, what depends on it stops.

    A second tap changes nothing. Raises NoLongerCurrent (not in force, or withdrawn another way), NotAllowed.
    """
    consent = _answerable(session, actor, consent_id)
    if consent.status == ConsentStatus.WITHDRAWN:
        return _shown(session, actor, consent, now)
    if consent.status != ConsentStatus.GIVEN or not _may_withdraw(session, consent):
        raise NoLongerCurrent
    consent.withdraw(now)
    session.flush()
    consent_effects.withdrawn(session, consent, by_id=actor.person_id, now=now)
    return _shown(session, actor, consent, now)


def ask_anew(
    session: Session, actor: Actor, content: Content, consent_id: int, *, now: datetime
) -> OwnConsent:
    """After a withdrawal, or the end of a term, the person asks for the document again: a new record, to be
    answered like the first. A publication's term begins anew for as long. Raises NoLongerCurrent, NotAllowed.
    """
    old = _answerable(session, actor, consent_id)
    if not _shown(session, actor, old, now).may_ask_anew:
        raise NoLongerCurrent
    asking = Asking(
        old.person_id,
        old.organization_id,
        old.kind,
        role=old.role,
        mentorship_id=old.mentorship_id,
        details={key: value for key, value in old.details.items() if key != "renews"},
        valid_until=_term_anew(session, old, now),
    )
    return _shown(session, actor, consent_asking.ask(session, asking, content, now=now, tell=False), now)


def _term_anew(session: Session, old: Consent, now: datetime) -> date | None:
    """As long as the first time, counted from today."""
    if old.valid_until is None:
        return None
    timezone = session.get_one(Organization, old.organization_id).timezone
    return today_in(timezone, now) + (old.valid_until - today_in(timezone, old.asked_at))
