"""The way in: an invitation is opened, the consent is read and given (or not), and a membership begins.

Before the consent nothing is stored about a person but the number of the chat and the state of the consent
itself (152-FZ art. 9: each consent is a document of its own, given by an act of its own).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, select, update
from sqlalchemy.orm import Session

from models import (
    Consent,
    ConsentKind,
    ConsentStatus,
    Invitation,
    Membership,
    MembershipStatus,
    Organization,
    Person,
    Role,
)
from services import access, applications
from services.access import Actor
from services.application_views import ApplicationView
from services.content import ConsentText, Questionnaire
from services.errors import (
    AlreadyMember,
    InvitationExpired,
    InvitationSpent,
    InvitationUnknown,
    NoLongerCurrent,
    ServiceError,
)

INVITATION_TERM = timedelta(days=30)
INVITATION_PLACES = 50
LIVE = (
    MembershipStatus.INVITED,
    MembershipStatus.APPLIED,
    MembershipStatus.RETURNED,
    MembershipStatus.ACTIVE,
)
PAIRED_ROLES = (Role.MENTEE, Role.MENTOR)
INVITERS = {
    Role.MENTEE: (Role.CURATOR, Role.HEAD),
    Role.MENTOR: (Role.CURATOR, Role.HEAD),
    Role.CURATOR: (Role.HEAD,),
    Role.COORDINATOR: (Role.COORDINATOR,),
    Role.OPERATOR: (Role.OPERATOR,),
}
"""Who gives out links for a role at their own organisation. A head comes by the link of whoever made it."""


class InvitationForOtherRole(ServiceError):
    """The person takes part there in another role of the pair already. Field `role`: the role invited to."""


@dataclass(frozen=True, slots=True)
class ConsentAsked:
    """A consent that waits for an answer. `language` is None until the person chose one."""

    consent_id: int
    organization_name: str
    role: Role
    language: str | None


@dataclass(frozen=True, slots=True)
class InvitationView:
    """An invitation as its curator sees it."""

    code: str
    role: Role
    organization_name: str
    places_left: int
    expires_at: datetime


def invite(
    session: Session,
    actor: Actor,
    organization_id: int,
    role: Role,
    *,
    places: int = INVITATION_PLACES,
    now: datetime,
) -> InvitationView:
    """The current link for a role, or a new one when there is none. Curators and heads invite mentees and
    mentors, heads curators; coordinators and operators their own kind. Raises NotAllowed.
    """
    access.require_role(actor, organization_id, *INVITERS.get(role, ()))
    invitation = _usable(session, organization_id, role, now)
    if invitation is None:
        # All others are admitted by the link itself: it is for one person only.
        places = places if role in PAIRED_ROLES else 1
        invitation = create_invitation(
            session, organization_id, role, places=places, created_by=actor.person_id, now=now
        )
    return _view(session, invitation)


def link_for_one(session: Session, organization_id: int, role: Role, by_id: int | None, now: datetime) -> str:
    """The code of a link for one person: the one that is still good, or a new one. Whoever asks for it has
    been checked.
    """
    invitation = _usable(session, organization_id, role, now)
    if invitation is None:
        invitation = create_invitation(session, organization_id, role, created_by=by_id, now=now)
    return invitation.code


def _usable(session: Session, organization_id: int, role: Role, now: datetime) -> Invitation | None:
    return session.scalars(
        select(Invitation)
        .where(
            Invitation.organization_id == organization_id,
            Invitation.role == role,
            Invitation.revoked_at.is_(None),
            Invitation.expires_at > now,
            Invitation.used < Invitation.places,
        )
        .order_by(Invitation.id.desc())
        .limit(1)
    ).one_or_none()


def create_invitation(
    session: Session,
    organization_id: int,
    role: Role,
    *,
    places: int = 1,
    created_by: int | None = None,
    now: datetime,
    code: str | None = None,
) -> Invitation:
    """Make a link for so many people, good for thirty days."""
    invitation = Invitation(
        code=code or Invitation.new_code(),
        organization_id=organization_id,
        role=role,
        places=places,
        used=0,
        expires_at=now + INVITATION_TERM,
        created_by_id=created_by,
        created_at=now,
    )
    session.add(invitation)
    session.flush()
    return invitation


def revoke(session: Session, actor: Actor, organization_id: int, role: Role, *, now: datetime) -> None:
    """The link got into wrong hands: nobody else may come by it."""
    access.require_role(actor, organization_id, *INVITERS.get(role, ()))
    invitation = _usable(session, organization_id, role, now)
    if invitation is None:
        raise NoLongerCurrent
    invitation.revoked_at = now


def _view(session: Session, invitation: Invitation) -> InvitationView:
    organization = session.get_one(Organization, invitation.organization_id)
    return InvitationView(
        invitation.code,
        invitation.role,
        organization.name,
        invitation.places - invitation.used,
        invitation.expires_at,
    )


def open_invitation(
    session: Session, chat_id: int, code: str, text: ConsentText, *, now: datetime
) -> ConsentAsked:
    """Somebody followed a link. Raises InvitationUnknown, -Spent, -Expired, -ForOtherRole, AlreadyMember."""
    invitation = session.scalars(select(Invitation).where(Invitation.code == code)).one_or_none()
    if invitation is None:
        raise InvitationUnknown
    person = session.scalars(select(Person).where(Person.chat_id == chat_id)).one_or_none()
    if person is not None:
        _refuse_members(session, person, invitation)
    if invitation.is_spent():
        raise InvitationSpent
    if invitation.is_expired(now):
        raise InvitationExpired
    if person is None:
        person = Person(chat_id=chat_id, created_at=now)
        session.add(person)
        session.flush()
    return _ask(session, person, invitation, text, now)


def _refuse_members(session: Session, person: Person, invitation: Invitation) -> None:
    memberships = session.scalars(
        select(Membership).where(
            Membership.person_id == person.id,
            Membership.organization_id == invitation.organization_id,
            Membership.status.in_(LIVE),
        )
    ).all()
    roles = {membership.role for membership in memberships}
    if invitation.role in roles:
        raise AlreadyMember
    if invitation.role in PAIRED_ROLES and roles.intersection(PAIRED_ROLES):
        raise InvitationForOtherRole(role=invitation.role.value)
    if invitation.role not in PAIRED_ROLES and roles:
        raise InvitationForOtherRole(role=invitation.role.value)


def _ask(
    session: Session, person: Person, invitation: Invitation, text: ConsentText, now: datetime
) -> ConsentAsked:
    latest, consent = _asked(session, person.id), _asked_for(session, person.id, invitation)
    language = latest.language if latest else person.language or ""
    if consent is None:
        consent = Consent(person_id=person.id, kind=ConsentKind.PERSONAL_DATA, language=language)
        session.add(consent)
    consent.role = invitation.role
    consent.organization_id, consent.invitation_id = invitation.organization_id, invitation.id
    consent.status, consent.asked_at, consent.language = ConsentStatus.ASKED, now, language
    consent.text_version, consent.text_sha256 = text.version, text.sha256(language or "ru")
    session.flush()
    return _asked_view(session, consent)


def _asked(session: Session, person_id: int) -> Consent | None:
    """The consent that was asked for last and is not given."""
    return session.scalars(_unanswered(person_id)).one_or_none()


def _asked_for(session: Session, person_id: int, invitation: Invitation) -> Consent | None:
    """The one asked for by the same school in the same role. To another the person agrees separately, because
    the document names both, and a button below an older one must mean what stands above it.
    """
    same = (Invitation.organization_id == invitation.organization_id, Invitation.role == invitation.role)
    query = _unanswered(person_id).join(Invitation, Invitation.id == Consent.invitation_id).where(*same)
    return session.scalars(query).one_or_none()


def _unanswered(person_id: int) -> Select[Consent]:
    open_ = Consent.status.in_((ConsentStatus.ASKED, ConsentStatus.REFUSED))
    newest_first = (Consent.asked_at.desc(), Consent.id.desc())
    return select(Consent).where(Consent.person_id == person_id, open_).order_by(*newest_first).limit(1)


def _asked_view(session: Session, consent: Consent) -> ConsentAsked:
    invitation = session.get_one(Invitation, consent.invitation_id or 0)
    organization = session.get_one(Organization, consent.organization_id)
    return ConsentAsked(consent.id, organization.name, invitation.role, consent.language or None)


def consent_asked(session: Session, chat_id: int) -> ConsentAsked | None:
    """The consent that this chat has been asked for and not given, if any."""
    person = session.scalars(select(Person).where(Person.chat_id == chat_id)).one_or_none()
    consent = _asked(session, person.id) if person else None
    return _asked_view(session, consent) if consent else None


def choose_language(session: Session, chat_id: int, language: str) -> ConsentAsked | None:
    """Remember the language: of the asked consent, or of the person who has consented."""
    person = session.scalars(select(Person).where(Person.chat_id == chat_id)).one_or_none()
    if person is None:
        return None
    consent = _asked(session, person.id)
    if consent is not None:
        consent.language = language
    if _has_given(session, person.id):
        person.language = language
        return None
    return _asked_view(session, consent) if consent else None


def _has_given(session: Session, person_id: int) -> bool:
    given = select(Consent.id).where(Consent.person_id == person_id, Consent.status == ConsentStatus.GIVEN)
    return session.scalar(given.limit(1)) is not None


def give_consent(
    session: Session,
    chat_id: int,
    consent_id: int,
    language: str,
    text: ConsentText,
    questionnaires: dict[Role, Questionnaire],
    *,
    now: datetime,
) -> ApplicationView:
    """The person agrees: a place of the invitation is taken, a membership and its application begin.

    Returns the application at its first question. Raises NoLongerCurrent, InvitationSpent (somebody took the
    last place), InvitationExpired; AlreadyMember, InvitationForOtherRole (came in by another link meanwhile).
    """
    person, consent = _own(session, chat_id, consent_id)
    invitation = session.get_one(Invitation, consent.invitation_id or 0)
    _refuse_members(session, person, invitation)
    if invitation.is_expired(now):
        raise InvitationExpired
    _take_place(session, invitation)
    consent.language, consent.text_version = language, text.version
    consent.text_sha256 = text.sha256(language)
    consent.give(now)
    person.language, person.frozen_at = language, None
    membership = _begin_membership(session, person, invitation, now)
    access.record(
        session,
        "consent.given",
        actor_id=person.id,
        organization_id=invitation.organization_id,
        subject_kind="consent",
        subject_id=consent.id,
        now=now,
    )
    return applications.begin(session, membership, questionnaires[invitation.role], now=now)


def _own(session: Session, chat_id: int, consent_id: int) -> tuple[Person, Consent]:
    person = session.scalars(select(Person).where(Person.chat_id == chat_id)).one_or_none()
    consent = session.get(Consent, consent_id)
    if person is None or consent is None or consent.person_id != person.id:
        raise NoLongerCurrent
    if consent.status not in (ConsentStatus.ASKED, ConsentStatus.REFUSED):
        raise NoLongerCurrent
    return person, consent


def _take_place(session: Session, invitation: Invitation) -> None:
    """In the database, because two people may take the last place at once."""
    result: Any = session.execute(
        update(Invitation)
        .where(Invitation.id == invitation.id, Invitation.used < Invitation.places)
        .values(used=Invitation.used + 1)
    )
    if result.rowcount != 1:
        raise InvitationSpent


def _begin_membership(session: Session, person: Person, invitation: Invitation, now: datetime) -> Membership:
    membership = session.scalars(
        select(Membership).where(
            Membership.person_id == person.id,
            Membership.organization_id == invitation.organization_id,
            Membership.role == invitation.role,
        )
    ).one_or_none()
    if membership is None:
        membership = Membership(
            person_id=person.id,
            organization_id=invitation.organization_id,
            role=invitation.role,
            profile={},
            capacity=0,
            created_at=now,
        )
        session.add(membership)
    membership.status = MembershipStatus.INVITED
    session.flush()
    return membership


def refuse_consent(session: Session, chat_id: int, consent_id: int, *, now: datetime) -> ConsentAsked:
    """The person does not agree: nothing is stored, the paper route stays open, and they may come back."""
    _, consent = _own(session, chat_id, consent_id)
    consent.refuse(now)
    return _asked_view(session, consent)
