"""Pupils and those who answer for them: who has to consent, who is whose parent, how a parent is invited, and
what happens when a pupil comes of age.

Below 14 a parent consents; from 14 on a parent and the pupil; from 18 on the young person alone (domain:
minors). Until the parent has consented a pupil is a place without a name and without a chat, so that there is
nobody whom anything could be written to. Knows nothing of applications.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select, update
from sqlalchemy.orm import Session

from models import (
    Alert,
    AlertKind,
    Consent,
    ConsentKind,
    ConsentStatus,
    Guardianship,
    Invitation,
    Membership,
    MembershipStatus,
    Organization,
    Partition,
    Person,
    Role,
)
from models.person import AGE_OF_ASSENT, AGE_OF_MAJORITY, years_before
from services import access, alerts, consent_records, mentorships, outbox
from services.access import Actor
from services.consent_records import Asking
from services.content import Content
from services.errors import InvitationExpired, NoLongerCurrent, NotAllowed
from services.local_time import today_in
from services.names import PersonName

PUPIL_ROLES = (Role.MENTEE, Role.MENTOR)
CARING_ROLES = (Role.CURATOR, Role.HEAD)
LINK_TERM = timedelta(days=30)
MAJORITY_TERM = timedelta(days=30)
"""So long a young person may think about their own consent; then the participation rests."""
BATCH = 50
UNANSWERED = (ConsentStatus.ASKED, ConsentStatus.REFUSED)
FAMILY = "family"
"""In the subject of an alert: what it says of a pupil or of somebody who came of age."""


class About(StrEnum):
    """Whose consent is missing. Silent: asked at 18, and no answer yet."""

    PARENT = "parent"
    PUPIL = "pupil"
    GROWN_REFUSED = "grown_refused"
    GROWN_SILENT = "grown_silent"


@dataclass(frozen=True, slots=True)
class ParentLink:
    """A link for one parent of a pupil who is known by a code so far."""

    membership_id: int
    code: str
    pupil: PersonName
    organization_name: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class OwnConsentAsked:
    """The own consent of somebody who has come of age. `is_answered`: nothing is waited for any more."""

    consent_id: int
    organization_name: str
    is_answered: bool


def consent_needed(person: Person, today: date) -> ConsentKind | None:
    """Which consent the person gives in their own chat: adults to the processing of their data, pupils from
    14 on their assent beside the parent's consent, younger ones none.
    """
    age = person.age(today)
    if age is None or age >= AGE_OF_MAJORITY:
        return ConsentKind.PERSONAL_DATA
    return ConsentKind.ASSENT if age >= AGE_OF_ASSENT else None


def is_guardian(session: Session, actor: Actor, person_id: int) -> bool:
    """Does the actor answer for this person now?"""
    return actor.person_id in guardians(session, person_id)


def guardians(session: Session, child_id: int) -> Sequence[int]:
    """The ids of the people who answer for the pupil now."""
    current = (Guardianship.child_id == child_id, Guardianship.ended_at.is_(None))
    return session.scalars(
        select(Guardianship.parent_id).where(*current).order_by(Guardianship.parent_id)
    ).all()


def is_grown(session: Session, person: Person, today: date) -> bool:
    """Does a pupil answer for themselves? At 18, and for good once they have consented, when their birthday
    is not kept any more.
    """
    age = person.age(today)
    if age is not None:
        return age >= AGE_OF_MAJORITY
    own = select(Consent.id).where(
        Consent.person_id == person.id,
        Consent.kind == ConsentKind.PERSONAL_DATA,
        Consent.status == ConsentStatus.GIVEN,
    )
    return session.scalar(own.limit(1)) is not None


def parental_consent(session: Session, child_id: int, today: date) -> Consent | None:
    """The parental consent in force, whichever parent gave it."""
    return consent_records.effective(session, child_id, ConsentKind.PARENTAL, today=today)


# ---- inviting


def invite_parent(
    session: Session,
    actor: Actor,
    organization_id: int,
    role: Role,
    *,
    after: int | None = None,
    now: datetime,
) -> ParentLink:
    """A new pupil's place, without a name, and the link for a parent. Curators and heads. `after`: the newest
    place when the button was shown; a second tap on it leads to the place that the first one made.

    Raises NotAllowed, NoLongerCurrent (no role of a pupil).
    """
    access.require_role(actor, organization_id, *CARING_ROLES)
    if role not in PUPIL_ROLES:
        raise NoLongerCurrent
    made = _made_since(session, actor, organization_id, role, after) if after is not None else None
    if made is not None:
        return link_for_parent(session, actor, made.id, now=now)
    membership = Membership(
        person=Person(created_at=now),
        organization=session.get_one(Organization, organization_id),
        role=role,
        partition=Partition.PUPIL,
        status=MembershipStatus.INVITED,
        entered_by_id=actor.person_id,
        profile={},
        capacity=0,
        created_at=now,
    )
    session.add(membership)
    session.flush()
    _log(session, "parent.invited", actor.person_id, membership, now)
    return _link(session, membership, actor, now)


def newest_place(session: Session, actor: Actor) -> int:
    """The id of the newest pupil's place that the actor has made; 0 when there is none."""
    return session.scalar(select(func.max(Membership.id)).where(*_made_by(actor))) or 0


def _made_by(actor: Actor) -> tuple[ColumnElement[bool], ...]:
    return Membership.entered_by_id == actor.person_id, Membership.partition == Partition.PUPIL


def _made_since(
    session: Session, actor: Actor, organization_id: int, role: Role, after: int
) -> Membership | None:
    here = (Membership.organization_id == organization_id, Membership.role == role, Membership.id > after)
    query = select(Membership).where(*_made_by(actor), *here)
    return session.scalars(query.order_by(Membership.id).limit(1)).one_or_none()


def link_for_parent(session: Session, actor: Actor, membership_id: int, *, now: datetime) -> ParentLink:
    """The link for a parent, or for one more: for curators, heads, and a parent who answers for the pupil.

    Raises NotAllowed, NoLongerCurrent (the pupil has left, withdrawn or come of age).
    """
    membership = pupil_place(session, actor, membership_id)
    if membership.status == MembershipStatus.LEFT or membership.person.is_frozen:
        raise NoLongerCurrent
    if is_grown(session, membership.person, today_at(membership, now)):
        raise NoLongerCurrent
    return _link(session, membership, actor, now)


def pupil_place(session: Session, actor: Actor, membership_id: int) -> Membership:
    """A pupil's membership for those who may care for it. Raises NoLongerCurrent, NotAllowed."""
    membership = session.get(Membership, membership_id)
    if membership is None or membership.partition != Partition.PUPIL:
        raise NoLongerCurrent
    here = membership.organization_id
    if actor.participation(*CARING_ROLES, organization_id=here) is None and not is_guardian(
        session, actor, membership.person_id
    ):
        raise NotAllowed
    return membership


def today_at(membership: Membership, now: datetime) -> date:
    return today_in(membership.organization.timezone, now)


def _link(session: Session, membership: Membership, actor: Actor, now: datetime) -> ParentLink:
    invitation = _usable(session, membership, now)
    if invitation is None:
        invitation = Invitation(
            code=Invitation.new_code(),
            organization_id=membership.organization_id,
            role=Role.PARENT,
            partition=Partition.TEACHER,
            child_id=membership.person_id,
            places=1,
            used=0,
            expires_at=now + LINK_TERM,
            created_by_id=actor.person_id,
            created_at=now,
        )
        session.add(invitation)
        session.flush()
    return ParentLink(
        membership.id,
        invitation.code,
        PersonName.of(membership),
        membership.organization.name,
        invitation.expires_at,
    )


def _usable(session: Session, membership: Membership, now: datetime) -> Invitation | None:
    query = select(Invitation).where(
        Invitation.child_id == membership.person_id,
        Invitation.revoked_at.is_(None),
        Invitation.expires_at > now,
        Invitation.used < Invitation.places,
    )
    return session.scalars(query.order_by(Invitation.id.desc()).limit(1)).one_or_none()


def parent_came(session: Session, person: Person, invitation: Invitation, *, now: datetime) -> None:
    """A parent has consented to the processing of their own data: from now on they answer for the child.

    Raises InvitationExpired when the child has left, withdrawn or come of age meanwhile.
    """
    child = invitation.child
    if child is None or child.is_frozen or child.id == person.id:
        raise InvitationExpired
    here = (one for one in child.memberships if one.organization_id == invitation.organization_id)
    if all(one.status == MembershipStatus.LEFT for one in here):
        raise InvitationExpired
    if is_grown(session, child, today_in(invitation.organization.timezone, now)):
        raise InvitationExpired
    known = select(Guardianship).where(Guardianship.parent_id == person.id, Guardianship.child_id == child.id)
    guardianship = session.scalars(known).one_or_none()
    if guardianship is None:
        guardianship = Guardianship(
            parent_id=person.id,
            child_id=child.id,
            organization_id=invitation.organization_id,
            relation="",
            since=now,
        )
        session.add(guardianship)
    elif guardianship.ended_at is not None:
        guardianship.since, guardianship.ended_at = now, None
    session.flush()
    access.record(
        session,
        "parent.came",
        actor_id=person.id,
        organization_id=invitation.organization_id,
        subject_kind="person",
        subject_id=child.id,
        now=now,
    )


# ---- when a pupil says no


def tick_assents(session: Session, *, now: datetime) -> int:
    """A tick: a pupil's «no» stops the way in; the parents and the curators are told, once for each answer.

    A «yes» later settles the alert. Returns how many were told of.
    """
    refused = (
        select(Consent, Invitation.person_id)
        .join(Invitation, Invitation.id == Consent.invitation_id)
        .where(Consent.kind == ConsentKind.ASSENT, Consent.status == ConsentStatus.REFUSED)
        .where(Invitation.person_id.is_not(None))
        .order_by(Consent.id)
    )
    told = sum(
        _tell_refusal(session, consent, pupil_id or 0, now)
        for consent, pupil_id in session.execute(refused).all()
    )
    _settle_assents(session, now)
    return told


def _tell_refusal(session: Session, consent: Consent, pupil_id: int, now: datetime) -> bool:
    membership = _membership_at(session, pupil_id, consent.organization_id)
    if membership is None or membership.person.is_frozen:
        return False
    answered = consent.answered_at or now
    cause = f"assent-refused:{consent.id}:{answered.isoformat()}"
    is_new = raise_refused(session, consent, membership, cause, About.PUPIL, now)
    if is_new:
        for parent_id in guardians(session, pupil_id):
            outbox.notify(
                session,
                kind="family.assent_refused",
                key=f"family:assent-refused:{consent.id}:{answered.isoformat()}:{parent_id}",
                person_id=parent_id,
                payload={"child_id": pupil_id, "consent_id": consent.id},
                due_at=now,
                now=now,
            )
    return is_new


def raise_refused(
    session: Session, consent: Consent, membership: Membership, cause: str, about: About, now: datetime
) -> bool:
    """The curators hear that somebody said no, and who."""
    return alerts.raise_alert(
        session,
        organization_id=membership.organization_id,
        kind=AlertKind.CONSENT_REFUSED,
        cause=cause,
        subject=_subject(consent, [membership], about),
        since=consent.answered_at or now,
        now=now,
    )


def _subject(consent: Consent, memberships: Sequence[Membership], about: About) -> dict[str, Any]:
    return {
        FAMILY: about.value,
        "consent_id": consent.id,
        "person_id": memberships[0].person_id,
        "membership_id": memberships[0].id,
        "membership_ids": [one.id for one in memberships],
    }


def _settle_assents(session: Session, now: datetime) -> None:
    open_ = select(Alert).where(
        Alert.kind == AlertKind.CONSENT_REFUSED,
        Alert.resolved_at.is_(None),
        Alert.cause.like("assent-refused:%"),
    )
    for alert in session.scalars(open_).all():
        consent = session.get(Consent, alert.subject.get("consent_id", 0))
        if consent is None or consent.status != ConsentStatus.REFUSED:
            alerts.resolve_cause(session, alert.cause, "answered", by_id=None, now=now)


def _membership_at(session: Session, person_id: int, organization_id: int) -> Membership | None:
    query = select(Membership).where(
        Membership.person_id == person_id, Membership.organization_id == organization_id
    )
    return session.scalars(query.order_by(Membership.id).limit(1)).one_or_none()


# ---- coming of age


def tick_majority(session: Session, content: Content, *, now: datetime) -> int:
    """A tick: who has turned 18 answers for themselves. The parent's part ends, and the young person is asked
    for their own consent; for somebody without Telegram the curators take it on paper.

    Returns how many were asked; a whole batch means that there may be more.
    """
    born_before = years_before(now.date() + timedelta(days=1), AGE_OF_MAJORITY)
    _forget_early_questions(session, born_before, now)
    own = (
        select(Consent.id)
        .where(
            Consent.person_id == Person.id,
            Consent.kind == ConsentKind.PERSONAL_DATA,
            Consent.status.in_((*UNANSWERED, ConsentStatus.GIVEN)),
        )
        .exists()
    )
    takes_part = Person.memberships.any(Membership.status != MembershipStatus.LEFT)
    has_parent = (
        select(Guardianship.id)
        .where(Guardianship.child_id == Person.id, Guardianship.ended_at.is_(None))
        .exists()
    )
    grown = select(Person).where(
        Person.born_on <= born_before, Person.frozen_at.is_(None), ~own, or_(takes_part, has_parent)
    )
    asked = 0
    for person in session.scalars(grown.order_by(Person.id).limit(BATCH)).all():
        asked += _come_of_age(session, person, content, now)
    return asked


def _forget_early_questions(session: Session, born_before: date, now: datetime) -> None:
    """A chat may have been asked as an adult before it turned out to be a pupil's: that question is nobody's.
    It must neither stand for the one at 18 nor count as unanswered.
    """
    minor = select(Person.id).where(Person.born_on > born_before)
    session.execute(
        update(Consent)
        .where(
            Consent.kind == ConsentKind.PERSONAL_DATA,
            Consent.status.in_(UNANSWERED),
            Consent.asked_at <= now - timedelta(days=1),
            Consent.person_id.in_(minor),
        )
        .values(status=ConsentStatus.SUPERSEDED)
    )


def _come_of_age(session: Session, person: Person, content: Content, now: datetime) -> bool:
    memberships = [one for one in person.memberships if one.status != MembershipStatus.LEFT]
    if any((person.age(today_at(one, now)) or 0) < AGE_OF_MAJORITY for one in person.memberships):
        # It is still the day before where the school is.
        return False
    _end_guardianships(session, person, now)
    if not memberships:
        return False
    first = memberships[0]
    asking = Asking(person.id, first.organization_id, ConsentKind.PERSONAL_DATA, role=first.role)
    text = content.consent(ConsentKind.PERSONAL_DATA.value)
    consent = consent_records.ask(session, asking, text, person.language, now=now)
    if person.has_telegram:
        outbox.notify(
            session,
            kind="family.majority",
            key=f"family:majority:{consent.id}",
            person_id=person.id,
            payload={"consent_id": consent.id},
            due_at=now,
            now=now,
        )
    else:
        _raise_unanswered(session, consent, memberships, now)
    _log(session, "majority.asked", None, first, now)
    return True


def _end_guardianships(session: Session, child: Person, now: datetime) -> None:
    current = select(Guardianship).where(Guardianship.child_id == child.id, Guardianship.ended_at.is_(None))
    for guardianship in session.scalars(current).all():
        guardianship.ended_at = now
        outbox.notify(
            session,
            kind="family.came_of_age",
            key=f"family:came-of-age:{guardianship.id}",
            person_id=guardianship.parent_id,
            payload={"child_id": child.id, "guardianship_id": guardianship.id},
            due_at=now,
            now=now,
        )


def _raise_unanswered(
    session: Session, consent: Consent, memberships: Sequence[Membership], now: datetime
) -> bool:
    return alerts.raise_alert(
        session,
        organization_id=consent.organization_id,
        kind=AlertKind.CONSENT_UNANSWERED,
        cause=_majority_cause(consent),
        subject=_subject(consent, memberships, About.GROWN_SILENT),
        since=consent.asked_at,
        now=now,
    )


def _majority_cause(consent: Consent) -> str:
    return f"majority:{consent.id}"


def tick_majority_unanswered(session: Session, *, now: datetime) -> int:
    """A tick: without an answer for thirty days the participation rests, and the curators are told."""
    late = (
        select(Consent)
        .join(Person, Person.id == Consent.person_id)
        .where(
            Consent.kind == ConsentKind.PERSONAL_DATA,
            Consent.status == ConsentStatus.ASKED,
            Consent.asked_at <= now - MAJORITY_TERM,
            Person.born_on.is_not(None),
            Person.frozen_at.is_(None),
        )
    )
    return sum(_rest(session, consent, now) for consent in session.scalars(late.order_by(Consent.id)).all())


def tick_majority_settled(session: Session, *, now: datetime) -> int:
    """A tick: who has given their own consent by another way, on paper for instance, goes on as well."""
    born_before = years_before(now.date(), AGE_OF_MAJORITY)
    own = (
        select(Consent)
        .join(Person, Person.id == Consent.person_id)
        .where(
            Consent.kind == ConsentKind.PERSONAL_DATA,
            Consent.status == ConsentStatus.GIVEN,
            Person.born_on <= born_before,
            Person.frozen_at.is_(None),
        )
        .order_by(Consent.id)
    )
    given = session.scalars(own).all()
    for consent in given:
        _take_over(session, consent, now)
    return len(given)


def _rest(session: Session, consent: Consent, now: datetime) -> bool:
    memberships = _pause(session, consent.person_id, now)
    return bool(memberships) and _raise_unanswered(session, consent, memberships, now)


def _pause(session: Session, person_id: int, now: datetime) -> list[Membership]:
    person = session.get_one(Person, person_id)
    active = [one for one in person.memberships if one.status == MembershipStatus.ACTIVE]
    for membership in active:
        mentorships.end_proposals(session, membership, now=now)
        mentorships.end_waiting(session, membership, now)
        membership.status, membership.paused_at = MembershipStatus.PAUSED, now
    return active


def own_consent(session: Session, actor: Actor, consent_id: int) -> OwnConsentAsked:
    """What the young person is asked. Raises NoLongerCurrent for anybody else's consent."""
    asked = _asked_of(session, actor.person_id, consent_id)
    if asked is None:
        raise NoLongerCurrent
    return asked


def asked_of(session: Session, person_id: int, consent_id: int) -> OwnConsentAsked | None:
    """The same for the notice; None when it is answered, or not theirs."""
    asked = _asked_of(session, person_id, consent_id)
    return None if asked is None or asked.is_answered else asked


def _asked_of(session: Session, person_id: int, consent_id: int) -> OwnConsentAsked | None:
    consent = session.get(Consent, consent_id)
    is_own = consent is not None and consent.person_id == person_id
    if consent is None or not is_own or consent.kind != ConsentKind.PERSONAL_DATA:
        return None
    if session.get_one(Person, person_id).born_on is None:
        # The first consent of an adult is answered where they came in.
        return None
    organization = session.get_one(Organization, consent.organization_id)
    return OwnConsentAsked(consent.id, organization.name, not consent.is_open)


def answer_majority(
    session: Session, actor: Actor, consent_id: int, agrees: bool, content: Content, *, now: datetime
) -> bool:
    """The young person's own answer. A «yes» takes the place of the parent's consent, and what rested goes
    on; a «no» lets the participation rest at once. Returns whether the participation goes on.

    Raises NoLongerCurrent (somebody else's, or answered before).
    """
    if own_consent(session, actor, consent_id).is_answered:
        raise NoLongerCurrent
    consent = session.get_one(Consent, consent_id)
    text = content.consent(ConsentKind.PERSONAL_DATA.value)
    consent_records.word(consent, text, actor.language)
    if agrees:
        consent.give(now)
        _take_over(session, consent, now)
    else:
        consent.refuse(now)
        _refuse(session, consent, now)
    act = "consent.given" if agrees else "consent.refused"
    consent_records.log(session, act, consent, by_id=actor.person_id, now=now)
    return agrees


def _take_over(session: Session, consent: Consent, now: datetime) -> None:
    """From now on the own consent is what counts, and what rested goes on."""
    person = session.get_one(Person, consent.person_id)
    before = select(Consent).where(
        Consent.person_id == person.id,
        Consent.kind.in_((ConsentKind.PARENTAL, ConsentKind.ASSENT)),
        Consent.status == ConsentStatus.GIVEN,
    )
    for older in session.scalars(before).all():
        older.status = ConsentStatus.SUPERSEDED
    # The birthday was kept to know who consents; that is known now.
    person.born_on = None
    _end_guardianships(session, person, now)
    for alert in _majority_alerts(session, consent):
        _resume(session, alert.subject.get("membership_ids", ()), now)
        alerts.resolve_cause(session, alert.cause, "answered", by_id=None, now=now)


def _refuse(session: Session, consent: Consent, now: datetime) -> None:
    memberships = _pause(session, consent.person_id, now)
    for alert in _majority_alerts(session, consent):
        alerts.resolve_cause(session, alert.cause, "answered", by_id=None, now=now)
    if memberships:
        alerts.raise_alert(
            session,
            organization_id=consent.organization_id,
            kind=AlertKind.CONSENT_REFUSED,
            cause=f"majority-refused:{consent.id}",
            subject=_subject(consent, memberships, About.GROWN_REFUSED),
            since=now,
            now=now,
        )


def _majority_alerts(session: Session, consent: Consent) -> Sequence[Alert]:
    causes = (_majority_cause(consent), f"majority-refused:{consent.id}")
    return session.scalars(select(Alert).where(Alert.cause.in_(causes))).all()


def _resume(session: Session, membership_ids: Sequence[int], now: datetime) -> None:
    for membership in session.scalars(select(Membership).where(Membership.id.in_(membership_ids))).all():
        if membership.status == MembershipStatus.PAUSED:
            membership.status, membership.paused_at = MembershipStatus.ACTIVE, None
            if membership.role == Role.MENTEE and not mentorships.has_pair(session, membership):
                membership.unpaired_since = now


def record_own_paper(
    session: Session,
    actor: Actor,
    consent_id: int,
    number: str,
    dated_on: date,
    content: Content,
    *,
    now: datetime,
) -> Membership:
    """The own consent of somebody who came of age, signed on paper: recorded by a curator or the head.

    Raises NoLongerCurrent, NotAllowed.
    """
    asked = grown(session, actor, consent_id)
    asking = Asking(asked.person_id, asked.organization_id, ConsentKind.PERSONAL_DATA, role=asked.role)
    consent = consent_records.record_paper(
        session,
        asking,
        content.consent(ConsentKind.PERSONAL_DATA.value),
        number=number,
        dated_on=dated_on,
        received_by_id=actor.person_id,
        now=now,
    )
    _take_over(session, consent, now)
    return session.get_one(Person, consent.person_id).memberships[0]


def grown(session: Session, actor: Actor, consent_id: int) -> Consent:
    """The unanswered consent of somebody who came of age, for those who may record it on paper.

    Raises NoLongerCurrent, NotAllowed.
    """
    consent = session.get(Consent, consent_id)
    if consent is None or consent.kind != ConsentKind.PERSONAL_DATA or not consent.is_open:
        raise NoLongerCurrent
    access.require_role(actor, consent.organization_id, *CARING_ROLES)
    person = session.get_one(Person, consent.person_id)
    if person.born_on is None or person.is_frozen:
        raise NoLongerCurrent
    return consent


def _log(session: Session, act: str, actor_id: int | None, membership: Membership, now: datetime) -> None:
    access.record(
        session,
        act,
        actor_id=actor_id,
        organization_id=membership.organization_id,
        subject_kind="membership",
        subject_id=membership.id,
        now=now,
    )
