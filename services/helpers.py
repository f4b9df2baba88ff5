"""Colleagues who help a pair: asked by its mentor, helping only with their consent (N-4.1-1).

Each helper is a consent of the kind HELPER about the pair: in force while they help. Why somebody declines or
stops is never asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload

from models import (
    Consent,
    ConsentKind,
    ConsentStatus,
    Membership,
    MembershipStatus,
    Mentorship,
    MentorshipMember,
    MentorshipStatus,
    Partition,
    Person,
    Role,
)
from services import access, consent_asking, consent_records, outbox
from services.access import DECIDING_ROLES, Actor
from services.consent_records import Asking
from services.consent_views import name_at
from services.content import Content
from services.errors import NoLongerCurrent, NotAllowed, ServiceError
from services.mentorship_views import PAGE_SIZE, Page, nearest_page, page_count
from services.names import PersonName

TEACHING_ROLES = (
    Role.MENTOR,
    Role.MENTEE,
    Role.CURATOR,
    Role.HEAD,
    Role.COUNCIL,
    Role.PSYCHOLOGIST,
    Role.TUTOR,
)
LIVE = (ConsentStatus.ASKED, ConsentStatus.REFUSED, ConsentStatus.GIVEN)


class AlreadyAsked(ServiceError):
    """This colleague has been asked to help the pair already."""


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who may be asked to help."""

    membership_id: int
    name: PersonName


@dataclass(frozen=True, slots=True)
class Helper:
    """A colleague who was asked. `helps`: they agreed, and still do."""

    consent_id: int
    name: PersonName | None
    status: ConsentStatus

    @property
    def helps(self) -> bool:
        return self.status == ConsentStatus.GIVEN


@dataclass(frozen=True, slots=True)
class PairHelpers:
    """Those who help a pair, for its members and for those who decide. `may_invite`: the viewer is its
    mentor.
    """

    mentorship_id: int
    mentor: PersonName
    mentees: tuple[PersonName, ...]
    helpers: tuple[Helper, ...]
    may_invite: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What a helper answered, for the message to the mentor."""

    mentorship_id: int
    helper: PersonName | None
    status: ConsentStatus


def of_pair(session: Session, actor: Actor, mentorship_id: int, *, now: datetime) -> PairHelpers:
    """Who helps the pair: for its members, its helpers and those who decide there; a look of these is written
    to the audit log. Raises NotAllowed, NoLongerCurrent.
    """
    pair = _active(session, mentorship_id)
    here = _present(session, pair)
    asked = [one for one in _asked(session, pair.id) if one.person_id in here]
    helps = any(one.person_id == actor.person_id and one.status == ConsentStatus.GIVEN for one in asked)
    decides = actor.participation(*DECIDING_ROLES, organization_id=pair.organization_id) is not None
    if pair.member(actor.person_id) is None and not helps:
        access.require_role(actor, pair.organization_id, *DECIDING_ROLES)
        access.record_look(
            session,
            actor,
            "pair.helpers_seen",
            pair.organization_id,
            subject_kind="mentorship",
            subject_id=pair.id,
            now=now,
        )
    is_mentor = _is_mentor(pair, actor)
    shown = [one for one in asked if is_mentor or decides or one.status == ConsentStatus.GIVEN]
    return PairHelpers(
        pair.id,
        PersonName.of(pair.mentor.membership),
        tuple(PersonName.of(one.membership) for one in pair.mentees),
        tuple(_helper(session, one) for one in shown),
        may_invite=is_mentor,
    )


def _asked(session: Session, mentorship_id: int) -> list[Consent]:
    query = select(Consent).where(
        Consent.mentorship_id == mentorship_id, Consent.kind == ConsentKind.HELPER, Consent.status.in_(LIVE)
    )
    return list(session.scalars(query.order_by(Consent.id)))


def _present(session: Session, pair: Mentorship) -> set[int]:
    """Who takes part at the school of the pair: whoever has left it helps nobody there."""
    here = (Membership.organization_id == pair.organization_id, Membership.status == MembershipStatus.ACTIVE)
    return set(session.scalars(select(Membership.person_id).where(*here)))


def _helper(session: Session, consent: Consent) -> Helper:
    return Helper(consent.id, name_at(session, consent.person_id, consent.organization_id), consent.status)


def _active(session: Session, mentorship_id: int) -> Mentorship:
    pair = session.get(Mentorship, mentorship_id)
    if pair is None or pair.status != MentorshipStatus.ACTIVE:
        raise NoLongerCurrent
    return pair


def _is_mentor(pair: Mentorship, actor: Actor) -> bool:
    return pair.mentor.membership.person_id == actor.person_id


def _of_mentor(session: Session, actor: Actor, mentorship_id: int) -> Mentorship:
    pair = _active(session, mentorship_id)
    if not _is_mentor(pair, actor):
        raise NotAllowed
    return pair


def colleagues(session: Session, actor: Actor, mentorship_id: int, *, page: int = 0) -> Page[Colleague]:
    """Active teachers of the same school who are not of the pair and were not asked yet. Raises NotAllowed,
    NoLongerCurrent.
    """
    pair = _of_mentor(session, actor, mentorship_id)
    total = session.scalar(select(func.count()).select_from(_candidates(session, pair).subquery())) or 0
    number, offset = nearest_page(page, total)
    query = _candidates(session, pair).join(Person, Person.id == Membership.person_id)
    query = query.options(joinedload(Membership.person)).order_by(Person.last_name, Membership.id)
    found = session.scalars(query.offset(offset).limit(PAGE_SIZE)).all()
    items = tuple(Colleague(one.id, PersonName.of(one)) for one in found)
    return Page(items, number, page_count(total), total)


def _candidates(session: Session, pair: Mentorship) -> Select[Membership]:
    """One membership of each colleague: who has several roles stands in the list once."""
    in_pair = (
        select(Membership.person_id)
        .join(MentorshipMember, MentorshipMember.membership_id == Membership.id)
        .where(MentorshipMember.mentorship_id == pair.id)
    )
    asked = [one.person_id for one in _asked(session, pair.id)]
    first = (
        select(func.min(Membership.id))
        .join(Person, Person.id == Membership.person_id)
        .where(
            Membership.organization_id == pair.organization_id,
            Membership.status == MembershipStatus.ACTIVE,
            Membership.partition == Partition.TEACHER,
            Membership.role.in_(TEACHING_ROLES),
            Person.frozen_at.is_(None),
            Membership.person_id.not_in(in_pair),
            Membership.person_id.not_in(asked),
        )
        .group_by(Membership.person_id)
    )
    return select(Membership).where(Membership.id.in_(first))


def invite(
    session: Session, actor: Actor, content: Content, mentorship_id: int, membership_id: int, *, now: datetime
) -> PairHelpers:
    """The mentor asks a colleague of the same school; the colleague gets the consent's text to answer.

    Raises NotAllowed, NoLongerCurrent (they can't be asked any more), AlreadyAsked.
    """
    pair = _of_mentor(session, actor, mentorship_id)
    chosen = session.get(Membership, membership_id)
    if chosen is None:
        raise NoLongerCurrent
    if any(one.person_id == chosen.person_id for one in _asked(session, pair.id)):
        raise AlreadyAsked
    if session.scalar(_candidates(session, pair).where(Membership.id == membership_id)) is None:
        raise NoLongerCurrent
    asking = Asking(
        chosen.person_id, pair.organization_id, ConsentKind.HELPER, role=chosen.role, mentorship_id=pair.id
    )
    consent = consent_asking.ask(session, asking, content, now=now)
    consent_records.log(session, "consent.asked", consent, by_id=actor.person_id, now=now)
    return of_pair(session, actor, mentorship_id, now=now)


def end(session: Session, actor: Actor, consent_id: int, *, now: datetime) -> PairHelpers:
    """The mentor needs no help any more, or takes the question back; the helper is told. A second tap
    changes nothing. Raises NotAllowed, NoLongerCurrent.
    """
    consent = session.get(Consent, consent_id)
    if consent is None or consent.kind != ConsentKind.HELPER or consent.mentorship_id is None:
        raise NoLongerCurrent
    pair = _of_mentor(session, actor, consent.mentorship_id)
    if consent.status in LIVE:
        helped = consent.status == ConsentStatus.GIVEN
        consent.withdraw(now)
        consent_asking.settle(session, consent, "ended_by_mentor", by_id=actor.person_id, now=now)
        consent_records.log(session, "helper.ended", consent, by_id=actor.person_id, now=now)
        if helped:
            _tell(session, consent, consent.person_id, "consents.helper_ended", now)
    return of_pair(session, actor, pair.id, now=now)


def tell_mentor(session: Session, consent: Consent, *, now: datetime) -> None:
    """The mentor hears what the colleague answered, or that they stopped; never why."""
    pair = session.get(Mentorship, consent.mentorship_id or 0)
    if pair is not None and pair.status == MentorshipStatus.ACTIVE:
        _tell(session, consent, pair.mentor.membership.person_id, "consents.helper_answered", now)


def _tell(session: Session, consent: Consent, person_id: int, kind: str, now: datetime) -> None:
    if not session.get_one(Person, person_id).has_telegram:
        return
    outbox.notify(
        session,
        kind=kind,
        key=f"helper:{consent.id}:{kind}:{consent.status.value}:{now.isoformat()}",
        person_id=person_id,
        payload={"consent_id": consent.id},
        topic=f"helper:{consent.id}:{person_id}",
        due_at=now,
        now=now,
    )


def see_answer(session: Session, actor: Actor, consent_id: int) -> Answer | None:
    """For the message to the mentor; None when it is no longer true or not theirs."""
    consent = session.get(Consent, consent_id)
    pair = session.get(Mentorship, consent.mentorship_id or 0) if consent else None
    if (
        consent is None
        or pair is None
        or pair.status != MentorshipStatus.ACTIVE
        or not _is_mentor(pair, actor)
    ):
        return None
    if consent.status == ConsentStatus.ASKED:
        return None
    return Answer(pair.id, name_at(session, consent.person_id, consent.organization_id), consent.status)


def see_ending(session: Session, actor: Actor, consent_id: int) -> PersonName | None:
    """The mentor whom the actor helped, for the message that it has ended."""
    consent = session.get(Consent, consent_id)
    pair = session.get(Mentorship, consent.mentorship_id or 0) if consent else None
    if consent is None or pair is None or consent.person_id != actor.person_id:
        return None
    return PersonName.of(pair.mentor.membership) if consent.status == ConsentStatus.WITHDRAWN else None
