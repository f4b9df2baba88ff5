"""Changes of what a pair agreed on: its term, longer or shorter, or its content (N-7.2-1, N-7.2-2, T-4.10).

A change takes effect when every member has consented to it, the proposer included, each by an act of their
own; one refusal ends it, and no reason is asked. The term of a pair is three to twelve months from its
beginning, the last day included (N-1.2-6, N-7.2).
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    AlertKind,
    Amendment,
    AmendmentKind,
    AmendmentStatus,
    Consent,
    ConsentKind,
    ConsentStatus,
    Mentorship,
    MentorshipStatus,
    Organization,
    Person,
)
from services import access, alerts, consent_asking, outbox
from services.access import DECIDING_ROLES, Actor
from services.consent_records import Asking
from services.content import Content
from services.errors import NoLongerCurrent, NotAllowed, ServiceError
from services.local_time import today_in
from services.names import PersonName
from services.text_limits import clean
from services.typed_dates import read_day
from services.typed_text import checked, fitting

SHORTEST_MONTHS, LONGEST_MONTHS = 3, 12
TEXT_LIMIT, REASON_LIMIT = 600, 300
HISTORY = 5


class AmendmentPending(ServiceError):
    """The pair thinks about another change: first that one is settled or taken back."""


class TermOutOfRange(ServiceError):
    """Three to twelve months from the beginning, and not in the past. Fields `first` and `last`, as texts."""


class TermIsTheSame(ServiceError):
    """The term ends on that day already."""


@dataclass(frozen=True, slots=True)
class Vote:
    """What a member answered to a change."""

    name: PersonName
    status: ConsentStatus


@dataclass(frozen=True, slots=True)
class AmendmentView:
    """A change and what became of it."""

    id: int
    mentorship_id: int
    kind: AmendmentKind
    status: AmendmentStatus
    old_end: date | None
    new_end: date | None
    text: str
    reason: str
    proposed_by: PersonName | None
    proposed_at: datetime
    settled_at: datetime | None
    votes: tuple[Vote, ...]
    is_proposer: bool
    own_consent_id: int | None


@dataclass(frozen=True, slots=True)
class PairTerm:
    """A pair's term and its changes, the newest first. `first_end` and `last_end`: between which days, both
    inclusive, it may end. `offers`: (months, day) to choose from. `is_mentor`: the viewer is.
    """

    mentorship_id: int
    mentor: PersonName
    mentees: tuple[PersonName, ...]
    began_on: date
    ends_on: date | None
    first_end: date
    last_end: date
    offers: tuple[tuple[int, date], ...]
    amendments: tuple[AmendmentView, ...]
    is_member: bool
    is_mentor: bool
    timezone: str

    @property
    def pending(self) -> AmendmentView | None:
        return next((one for one in self.amendments if one.status == AmendmentStatus.PROPOSED), None)


def of_pair(session: Session, actor: Actor, mentorship_id: int, *, now: datetime) -> PairTerm:
    """The term of a pair, for its members and for those who decide there; a look of these is written to the
    audit log. Raises NotAllowed, NoLongerCurrent.
    """
    pair = _active(session, mentorship_id)
    if pair.member(actor.person_id) is None:
        access.require_role(actor, pair.organization_id, *DECIDING_ROLES)
        access.record_look(
            session,
            actor,
            "pair.term_seen",
            pair.organization_id,
            subject_kind="mentorship",
            subject_id=pair.id,
            now=now,
        )
    return _term(session, pair, actor, now)


def _active(session: Session, mentorship_id: int) -> Mentorship:
    pair = session.get(Mentorship, mentorship_id)
    if pair is None or pair.status != MentorshipStatus.ACTIVE:
        raise NoLongerCurrent
    return pair


def _term(session: Session, pair: Mentorship, actor: Actor, now: datetime) -> PairTerm:
    organization = session.get_one(Organization, pair.organization_id)
    began, first, last = _range(pair, organization.timezone, now)
    months = range(SHORTEST_MONTHS, LONGEST_MONTHS + 1)
    offers = ((one, months_after(began, one)) for one in months)
    query = select(Amendment).where(Amendment.mentorship_id == pair.id)
    found = session.scalars(query.order_by(Amendment.id.desc()).limit(HISTORY)).all()
    return PairTerm(
        pair.id,
        PersonName.of(pair.mentor.membership),
        tuple(PersonName.of(one.membership) for one in pair.mentees),
        began,
        pair.ends_on,
        first,
        last,
        tuple((one, day) for one, day in offers if first <= day <= last and day != pair.ends_on),
        tuple(_view(session, one, pair, actor) for one in found),
        is_member=pair.member(actor.person_id) is not None,
        is_mentor=pair.mentor.membership.person_id == actor.person_id,
        timezone=organization.timezone,
    )


def _range(pair: Mentorship, timezone: str, now: datetime) -> tuple[date, date, date]:
    """The day on which the pair began, and the first and the last day on which it may end."""
    began = today_in(timezone, pair.activated_at or now)
    first, last = months_after(began, SHORTEST_MONTHS), months_after(began, LONGEST_MONTHS)
    return began, max(first, today_in(timezone, now)), last


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a shorter month."""
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _view(session: Session, amendment: Amendment, pair: Mentorship, actor: Actor) -> AmendmentView:
    answers = _answers(session, amendment.id)
    proposer = pair.member(amendment.proposed_by_id or 0)
    own = next((one for one in answers if (one.given_by_id or one.person_id) == actor.person_id), None)
    votes = ((pair.member(one.person_id), one.status) for one in answers)
    return AmendmentView(
        amendment.id,
        pair.id,
        amendment.kind,
        amendment.status,
        amendment.old_end,
        amendment.new_end,
        amendment.text,
        amendment.reason,
        PersonName.of(proposer.membership) if proposer else None,
        amendment.proposed_at,
        amendment.settled_at,
        tuple(Vote(PersonName.of(member.membership), status) for member, status in votes if member),
        is_proposer=amendment.proposed_by_id == actor.person_id,
        own_consent_id=own.id if own else None,
    )


def _answers(session: Session, amendment_id: int) -> list[Consent]:
    query = select(Consent).where(Consent.amendment_id == amendment_id).order_by(Consent.id)
    return list(session.scalars(query))


# ---- proposing


def may_propose(session: Session, actor: Actor, mentorship_id: int, *, now: datetime) -> PairTerm:
    """The pair in which the actor is a member and no change waits. Raises NotAllowed, NoLongerCurrent,
    AmendmentPending.
    """
    pair = _active(session, mentorship_id)
    if pair.member(actor.person_id) is None:
        raise NotAllowed
    term = _term(session, pair, actor, now)
    pending = select(Amendment.id).where(
        Amendment.mentorship_id == pair.id, Amendment.status == AmendmentStatus.PROPOSED
    )
    if session.scalar(pending.limit(1)) is not None:
        raise AmendmentPending
    return term


def check_end(term: PairTerm, day: date) -> date:
    """A last day that the pair may agree on. Raises TermOutOfRange, TermIsTheSame."""
    if not term.first_end <= day <= term.last_end:
        raise TermOutOfRange(first=f"{term.first_end:%d.%m.%Y}", last=f"{term.last_end:%d.%m.%Y}")
    if day == term.ends_on:
        raise TermIsTheSame
    return day


def read_end(term: PairTerm, typed: str, *, now: datetime) -> date:
    """A last day as typed. Raises NotADate, TermOutOfRange, TermIsTheSame."""
    return check_end(term, read_day(typed, today_in(term.timezone, now)))


def checked_text(typed: str) -> str:
    """What changes about the content. Raises AnswerEmpty, AnswerTooLong."""
    return checked(typed, TEXT_LIMIT)


def checked_reason(typed: str) -> str:
    """Raises AnswerTooLong."""
    return fitting(clean(typed), REASON_LIMIT)


def propose(
    session: Session,
    actor: Actor,
    content: Content,
    mentorship_id: int,
    *,
    new_end: date | None = None,
    text: str = "",
    reason: str = "",
    now: datetime,
) -> int | None:
    """Propose another last day, or a change of the content in words; every member is asked.

    Returns the id of the proposer's own consent, which they answer like everybody else (None when somebody
    answers for them). Raises NotAllowed, NoLongerCurrent, AmendmentPending, TermOutOfRange, TermIsTheSame,
    AnswerEmpty, AnswerTooLong.
    """
    term = may_propose(session, actor, mentorship_id, now=now)
    pair = _active(session, mentorship_id)
    amendment = Amendment(
        mentorship_id=pair.id,
        kind=_kind(pair, new_end),
        old_end=pair.ends_on,
        new_end=check_end(term, new_end) if new_end else None,
        text="" if new_end else checked_text(text),
        reason=checked_reason(reason),
        proposed_by_id=actor.person_id,
        proposed_at=now,
    )
    session.add(amendment)
    session.flush()
    _record(session, "amendment.proposed", amendment, pair, actor.person_id, now)
    return _ask_everybody(session, actor, content, pair, amendment, now)


def _kind(pair: Mentorship, new_end: date | None) -> AmendmentKind:
    if new_end is None:
        return AmendmentKind.CONTENT
    shortens = pair.ends_on is not None and new_end < pair.ends_on
    return AmendmentKind.SHORTENING if shortens else AmendmentKind.EXTENSION


def _ask_everybody(
    session: Session, actor: Actor, content: Content, pair: Mentorship, amendment: Amendment, now: datetime
) -> int | None:
    own = None
    for member in pair.members:
        person_id = member.membership.person_id
        asking = Asking(
            person_id,
            pair.organization_id,
            ConsentKind.AMENDMENT,
            role=member.role,
            mentorship_id=pair.id,
            amendment_id=amendment.id,
        )
        is_own = person_id == actor.person_id
        consent = consent_asking.ask(session, asking, content, now=now, tell=not is_own)
        if is_own and consent.given_by_id is None:
            own = consent.id
        elif is_own:
            consent_asking.tell_answerer(session, consent, "consents.asked", now=now)
    return own


def take_back(session: Session, actor: Actor, amendment_id: int, *, now: datetime) -> PairTerm:
    """The proposer changed their mind; those who were asked are told. A second tap changes nothing.

    Raises NotAllowed (somebody else's), NoLongerCurrent (settled meanwhile).
    """
    amendment = session.get(Amendment, amendment_id)
    if amendment is None:
        raise NoLongerCurrent
    if amendment.proposed_by_id != actor.person_id:
        raise NotAllowed
    if amendment.status in (AmendmentStatus.AGREED, AmendmentStatus.REFUSED):
        raise NoLongerCurrent
    pair = _active(session, amendment.mentorship_id)
    if amendment.status == AmendmentStatus.PROPOSED:
        _settle(session, amendment, pair, AmendmentStatus.TAKEN_BACK, actor.person_id, now)
    return _term(session, pair, actor, now)


# ---- settling


def answered(session: Session, amendment_id: int, by_id: int, *, now: datetime) -> None:
    """A member has answered: the last yes carries the change, the first no ends it."""
    amendment = session.get_one(Amendment, amendment_id)
    pair = session.get_one(Mentorship, amendment.mentorship_id)
    if amendment.status != AmendmentStatus.PROPOSED or pair.status != MentorshipStatus.ACTIVE:
        return
    statuses = {one.status for one in _answers(session, amendment_id)}
    if statuses & {ConsentStatus.REFUSED, ConsentStatus.WITHDRAWN}:
        _settle(session, amendment, pair, AmendmentStatus.REFUSED, by_id, now)
    elif statuses == {ConsentStatus.GIVEN}:
        if amendment.new_end is not None:
            pair.ends_on = amendment.new_end
        _settle(session, amendment, pair, AmendmentStatus.AGREED, by_id, now)


def is_open(session: Session, amendment_id: int) -> bool:
    """May its members still answer?"""
    amendment = session.get(Amendment, amendment_id)
    return amendment is not None and amendment.status == AmendmentStatus.PROPOSED


def _settle(
    session: Session,
    amendment: Amendment,
    pair: Mentorship,
    status: AmendmentStatus,
    by_id: int,
    now: datetime,
) -> None:
    amendment.status, amendment.settled_at = status, now
    unanswered = [one for one in _answers(session, amendment.id) if one.status == ConsentStatus.ASKED]
    consent_asking.lapse(session, unanswered, now=now)
    _record(session, f"amendment.{status.value}", amendment, pair, by_id, now)
    for member in pair.members:
        if member.membership.person_id != by_id:
            _tell(session, amendment, member.membership.person_id, now)
    if status != AmendmentStatus.TAKEN_BACK:
        _alert(session, amendment, pair, now)


def _tell(session: Session, amendment: Amendment, person_id: int, now: datetime) -> None:
    if not session.get_one(Person, person_id).has_telegram:
        return
    outbox.notify(
        session,
        kind="consents.amendment_settled",
        key=f"amendment:{amendment.id}:settled:{person_id}",
        person_id=person_id,
        payload={"amendment_id": amendment.id},
        due_at=now,
        now=now,
    )


def _alert(session: Session, amendment: Amendment, pair: Mentorship, now: datetime) -> None:
    alerts.raise_alert(
        session,
        organization_id=pair.organization_id,
        kind=AlertKind.AMENDMENT_SETTLED,
        cause=f"amendment:{amendment.id}",
        subject={
            "amendment_id": amendment.id,
            "mentorship_id": pair.id,
            "membership_id": pair.mentees[0].membership_id,
        },
        since=now,
        now=now,
    )


def _record(
    session: Session, act: str, amendment: Amendment, pair: Mentorship, by_id: int, now: datetime
) -> None:
    access.record(
        session,
        act,
        actor_id=by_id,
        organization_id=pair.organization_id,
        subject_kind="amendment",
        subject_id=amendment.id,
        now=now,
    )


def see(session: Session, actor: Actor, amendment_id: int) -> tuple[AmendmentView, PersonName, PersonName]:
    """One change with the mentor and the first mentee, for messages about it: to members and to those who
    decide. Raises NotAllowed, NoLongerCurrent.
    """
    amendment = session.get(Amendment, amendment_id)
    if amendment is None:
        raise NoLongerCurrent
    pair = session.get_one(Mentorship, amendment.mentorship_id)
    decides = actor.participation(*DECIDING_ROLES, organization_id=pair.organization_id) is not None
    if pair.member(actor.person_id) is None and not decides:
        raise NotAllowed
    shown = _view(session, amendment, pair, actor)
    return shown, PersonName.of(pair.mentor.membership), PersonName.of(pair.mentees[0].membership)
