"""The curator's desk of consents: who has not answered, who refused, whose signed paper is awaited.

Here the paper is recorded: «signed original received», its number, its date, by whom (N-3.2, N-3.3-5: a tick
is no written consent), and a consent on paper of somebody who refuses the bot or has no Telegram. A wrong
record can be corrected or taken back. Looking is written to the audit log.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from models import (
    Consent,
    ConsentChannel,
    ConsentStatus,
    Mentorship,
    MentorshipStatus,
    Organization,
    Person,
    Role,
)
from models.consent import ADMITTING, WRITTEN
from services import (
    access,
    amendments,
    consent_asking,
    consent_effects,
    consent_records,
    consent_views,
    local_acts,
    pairing_orders,
)
from services.access import Actor
from services.consent_asking import HERE, OPEN_PAIR
from services.consent_views import ConsentView
from services.content import Content
from services.errors import NoLongerCurrent, NotAllowed, ServiceError
from services.local_time import today_in
from services.mentorship_views import PAGE_SIZE, Page, nearest_page, page_count

DESK_ROLES = (Role.CURATOR, Role.HEAD)


class OrderDependsOnIt(ServiceError):
    """The pair has its order already: first the order is taken back, then the paper."""


class OwnPaper(ServiceError):
    """Nobody attests their own signature: another curator or the head records it."""


class PersonHasNoTelegram(ServiceError):
    """There is no chat to remind: the paper route is the only one."""


class DeskState(StrEnum):
    """By what the desk is sorted. The letters stand in buttons."""

    WAITING = "a"
    REFUSED = "r"
    ORIGINAL = "o"
    ALL = "z"


@dataclass(frozen=True, slots=True)
class Desk:
    """Consents of one organisation in one state, the oldest question first, and how many in each state.

    `without_order`: active pairs that no order has fixed yet (P-doc-1).
    """

    organization_id: int
    organization_name: str
    state: DeskState
    counts: Mapping[DeskState, int]
    found: Page[ConsentView]
    without_order: int
    places: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class DeskCard:
    """One consent with what a curator may do about it. `may_receive`: the paper of a given one, or its
    correction; `may_record`: a consent on paper instead of a tick.
    """

    view: ConsentView
    may_receive: bool
    may_record: bool
    may_undo: bool
    may_remind: bool
    is_ordered: bool


def places(session: Session, actor: Actor) -> tuple[tuple[int, str], ...]:
    """Where the actor keeps the desk: ids and names. Raises NotAllowed when nowhere."""
    ids = actor.within_reach(*DESK_ROLES)
    if not ids:
        raise NotAllowed
    named = select(Organization.id, Organization.name).where(Organization.id.in_(ids))
    return tuple((row.id, row.name) for row in session.execute(named.order_by(Organization.id)))


def desk(
    session: Session,
    actor: Actor,
    organization_id: int | None,
    state: DeskState,
    *,
    page: int = 0,
    now: datetime,
) -> Desk:
    """The desk of an organisation: of the actor's first one when none is named. Raises NotAllowed."""
    known = places(session, actor)
    number = organization_id or known[0][0]
    access.require_role(actor, number, *DESK_ROLES)
    counts = {one: _count(session, number, one) for one in DeskState}
    shown, offset = nearest_page(page, counts[state])
    order = (Consent.asked_at, Consent.id) if state != DeskState.ALL else (Consent.id.desc(),)
    query = _of(number, state).order_by(*order).offset(offset).limit(PAGE_SIZE)
    items = tuple(consent_views.view(session, one, now=now) for one in session.scalars(query).all())
    _record_look(session, actor, number, now)
    return Desk(
        number,
        session.get_one(Organization, number).name,
        state,
        counts,
        Page(items, shown, page_count(counts[state]), counts[state]),
        pairing_orders.count_without_order(session, number),
        known,
    )


def _of(organization_id: int, state: DeskState) -> Select[Consent]:
    return (
        select(Consent)
        .join(Person, Person.id == Consent.person_id)
        .where(Consent.organization_id == organization_id, Person.frozen_at.is_(None), _in(state))
    )


def _in(state: DeskState) -> ColumnElement[bool]:
    match state:
        case DeskState.WAITING:
            return and_(Consent.status == ConsentStatus.ASKED, HERE, OPEN_PAIR)
        case DeskState.REFUSED:
            return and_(Consent.status == ConsentStatus.REFUSED, HERE, OPEN_PAIR)
        case DeskState.ORIGINAL:
            given = Consent.status == ConsentStatus.GIVEN
            return and_(given, Consent.kind.in_(WRITTEN), Consent.original_received_at.is_(None), OPEN_PAIR)
        case DeskState.ALL:
            # Of a newcomer who has not answered yet nothing is known.
            return or_(HERE, Consent.status.not_in((ConsentStatus.ASKED, ConsentStatus.REFUSED)))


def _count(session: Session, organization_id: int, state: DeskState) -> int:
    found = _of(organization_id, state).subquery()
    return session.scalar(select(func.count()).select_from(found)) or 0


def _record_look(session: Session, actor: Actor, organization_id: int, now: datetime) -> None:
    access.record(
        session,
        "consents.seen",
        actor_id=actor.person_id,
        organization_id=organization_id,
        subject_kind="organization",
        subject_id=organization_id,
        now=now,
    )


def see(session: Session, actor: Actor, consent_id: int, *, now: datetime) -> DeskCard:
    """One consent of somebody else; looking is written to the audit log. Raises NotAllowed,
    NoLongerCurrent.
    """
    consent = _managed(session, actor, consent_id)
    consent_records.log(session, "consent.seen", consent, by_id=actor.person_id, now=now)
    return card(session, actor, consent, now)


def peek(session: Session, actor: Actor, consent_id: int, *, now: datetime) -> DeskCard:
    """The same for the card of an alert, which is recorded as such. Raises NotAllowed, NoLongerCurrent."""
    return card(session, actor, _managed(session, actor, consent_id), now)


def _managed(session: Session, actor: Actor, consent_id: int) -> Consent:
    consent = session.get(Consent, consent_id)
    if consent is None:
        raise NoLongerCurrent
    access.require_role(actor, consent.organization_id, *DESK_ROLES)
    # Of a newcomer nothing is known before they consent, and of whoever withdrew nothing any more.
    if session.get_one(Person, consent.person_id).is_frozen or _is_of_newcomer(consent):
        raise NoLongerCurrent
    return consent


def _is_of_newcomer(consent: Consent) -> bool:
    return consent.is_open and consent.kind in ADMITTING and "renews" not in consent.details


def card(session: Session, actor: Actor, consent: Consent, now: datetime) -> DeskCard:
    """The consent as this curator may deal with it."""
    speaker = consent_asking.speaker(session, consent)
    is_given = consent.status == ConsentStatus.GIVEN
    is_own = _is_own(actor, consent)
    has_paper = consent.kind in WRITTEN or consent.channel == ConsentChannel.PAPER
    return DeskCard(
        consent_views.view(session, consent, now=now),
        may_receive=is_given and has_paper and not is_own,
        may_record=consent.is_open and not is_own and _goes_on(session, consent, now),
        may_undo=_may_undo(session, consent) and not is_own,
        may_remind=consent.status == ConsentStatus.ASKED and speaker.has_telegram,
        is_ordered=_is_ordered(session, consent),
    )


def _is_own(actor: Actor, consent: Consent) -> bool:
    return actor.person_id in (consent.person_id, consent.given_by_id)


def _may_undo(session: Session, consent: Consent) -> bool:
    """A change that everybody has agreed to stands."""
    if consent.amendment_id is not None and not amendments.is_open(session, consent.amendment_id):
        return False
    is_recorded = consent.status == ConsentStatus.GIVEN and consent.original_received_at is not None
    return is_recorded and consent.kind not in ADMITTING


def _goes_on(session: Session, consent: Consent, now: datetime) -> bool:
    """Is there still a pair, a change to agree to, a day on which it would count?"""
    if consent_views.is_past_term(session, consent, now=now):
        return False
    if consent.amendment_id is not None and not amendments.is_open(session, consent.amendment_id):
        return False
    if consent.mentorship_id is None:
        return True
    return session.get_one(Mentorship, consent.mentorship_id).status == MentorshipStatus.ACTIVE


def _is_ordered(session: Session, consent: Consent) -> bool:
    """Is there an order about a pair that rests on this consent?"""
    if consent.mentorship_id is not None:
        return session.get_one(Mentorship, consent.mentorship_id).order_id is not None
    return pairing_orders.rests_on_mentor(session, consent.person_id, consent.organization_id)


# ---- the paper


def checked_number(typed: str) -> str:
    """The number of the paper, without the sign before it. Raises AnswerEmpty, AnswerTooLong."""
    return local_acts.checked_number(typed)


def checked_day(typed: str, card: DeskCard, *, now: datetime) -> date:
    """The date on the paper as typed. Raises NotADate, DateOutOfRange (a paper is not of tomorrow)."""
    return local_acts.dated(typed, card.view.operator.timezone, now=now)


def may_record(session: Session, actor: Actor, consent_id: int, *, now: datetime) -> DeskCard:
    """Before the questions about the paper. Raises NotAllowed, NoLongerCurrent, OwnPaper."""
    consent = _managed(session, actor, consent_id)
    if _is_own(actor, consent):
        raise OwnPaper
    found = card(session, actor, consent, now)
    if not (found.may_receive or found.may_record):
        raise NoLongerCurrent
    return found


def record_paper(
    session: Session,
    actor: Actor,
    content: Content,
    consent_id: int,
    number: str,
    dated_on: date,
    *,
    now: datetime,
) -> DeskCard:
    """The signed paper is in the curator's hands: it completes a tick, stands in its place, or corrects what
    was recorded before. Raises NotAllowed, NoLongerCurrent (withdrawn or replaced meanwhile), OwnPaper,
    AnswerTooLong.
    """
    found = may_record(session, actor, consent_id, now=now)
    consent = session.get_one(Consent, consent_id)
    number = local_acts.checked_number(number) if number else ""
    if found.may_receive:
        _receive(session, consent, number, dated_on, actor, now)
    else:
        consent_records.word(consent, content.consent(consent.kind.value), consent.language or "ru")
        consent.channel = ConsentChannel.PAPER
        consent.give(now)
        consent.receive_original(number, dated_on, actor.person_id, now)
        session.flush()
        consent_effects.given(session, consent, by_id=actor.person_id, now=now)
        consent_records.log(session, "consent.recorded", consent, by_id=actor.person_id, now=now)
    return card(session, actor, consent, now)


def _receive(
    session: Session, consent: Consent, number: str, dated_on: date, actor: Actor, now: datetime
) -> None:
    act = (
        "consent.original_received" if consent.original_received_at is None else "consent.original_corrected"
    )
    consent.receive_original(number, dated_on, actor.person_id, now)
    session.flush()
    consent_asking.settle(session, consent, "original_received", by_id=actor.person_id, now=now)
    consent_asking.supersede_older(session, consent, now=now)
    consent_records.log(session, act, consent, by_id=actor.person_id, now=now)


def undo_paper(session: Session, actor: Actor, consent_id: int, *, now: datetime) -> DeskCard:
    """It was recorded by mistake: a tick waits for its paper again, a consent on paper for its answer; what
    it replaced counts again.

    A second tap changes nothing. Raises NotAllowed, NoLongerCurrent, OrderDependsOnIt.
    """
    consent = _managed(session, actor, consent_id)
    found = card(session, actor, consent, now)
    if not found.may_undo:
        if consent.original_received_at is None:
            return found
        raise NoLongerCurrent
    if found.is_ordered:
        raise OrderDependsOnIt
    consent.original_number, consent.original_dated_on = "", None
    consent.original_received_at = consent.original_received_by_id = None
    if consent.channel == ConsentChannel.PAPER:
        consent.status, consent.channel, consent.answered_at = ConsentStatus.ASKED, ConsentChannel.BOT, None
    consent_asking.give_back_older(session, consent)
    session.flush()
    consent_records.log(session, "consent.original_undone", consent, by_id=actor.person_id, now=now)
    return card(session, actor, consent, now)


def remind(session: Session, actor: Actor, consent_id: int, *, now: datetime) -> bool:
    """Send the question once more, at most once a day. Returns False when it was sent today already.

    Raises NotAllowed, NoLongerCurrent, PersonHasNoTelegram.
    """
    consent = _managed(session, actor, consent_id)
    if consent.status != ConsentStatus.ASKED:
        raise NoLongerCurrent
    if not consent_asking.speaker(session, consent).has_telegram:
        raise PersonHasNoTelegram
    timezone = session.get_one(Organization, consent.organization_id).timezone
    today = today_in(timezone, now)
    return consent_asking.tell_again(session, consent, mark=today.isoformat(), now=now)
