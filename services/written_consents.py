"""What a form to be printed and signed is made of: the consent, and whose names may stand in it.

Passport data and addresses are never asked for: their lines are left blank and are filled in by hand
(152-FZ art. 9 part 4). Who takes the form for themself gets their own name only; a curator gets the names of
those whom it concerns where the school allows documents with full data in the chat. How it is worded and set
is decided in handlers/consents/papers.py.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Consent, ConsentKind, LocalAct, Person
from services import consent_desk, consent_records, consents
from services.access import Actor
from services.consent_views import ConsentView
from services.errors import NotAllowed

INCENTIVES = "incentives"


@dataclass(frozen=True, slots=True)
class ActRef:
    """A local act that the form refers to."""

    number: str
    dated_on: date


@dataclass(frozen=True, slots=True)
class Form:
    """A form before it is worded. `signer` and `child`: full names, empty for a line to be filled in by hand.

    `shows_pair`: the names of the pair may stand in it in full. `incentive`: the act that says how mentors
    are rewarded, where the organisation has one (N-9, P-doc-4: a reference, no sums).
    """

    view: ConsentView
    signer: str
    child: str
    shows_pair: bool
    incentive: ActRef | None


def own_form(session: Session, actor: Actor, consent_id: int, *, now: datetime) -> Form:
    """The form for whoever signs it: their own name, and that of the minor whom they represent; no other.

    Raises NoLongerCurrent, NotAllowed.
    """
    own = consents.see(session, actor, consent_id, now=now)
    if not own.is_answerer:
        raise NotAllowed
    view = replace(own.view, answerer_id=actor.person_id)
    return _form(session, view, names=view.operator.files_in_chat, pair=False)


def form_for_curator(session: Session, actor: Actor, consent_id: int, *, now: datetime) -> Form:
    """The form for the desk, to be given to somebody on paper; written to the audit log. Raises
    NoLongerCurrent, NotAllowed.
    """
    view = consent_desk.peek(session, actor, consent_id, now=now).view
    consent = session.get_one(Consent, consent_id)
    consent_records.log(session, "consent.form_taken", consent, by_id=actor.person_id, now=now)
    return _form(session, view, names=view.operator.files_in_chat, pair=view.operator.files_in_chat)


def _form(session: Session, view: ConsentView, *, names: bool, pair: bool) -> Form:
    def full(person_id: int) -> str:
        return session.get_one(Person, person_id).full_name if names else ""

    return Form(
        view,
        signer=full(view.answerer_id),
        child=full(view.person_id) if view.on_behalf else "",
        shows_pair=pair,
        incentive=_incentive(session, view) if view.kind == ConsentKind.MENTOR else None,
    )


def _incentive(session: Session, view: ConsentView) -> ActRef | None:
    query = select(LocalAct).where(LocalAct.organization_id == view.operator.id, LocalAct.kind == INCENTIVES)
    act = session.scalars(query.order_by(LocalAct.dated_on.desc(), LocalAct.id.desc()).limit(1)).one_or_none()
    return ActRef(act.number, act.dated_on) if act else None
