"""The way in: a link is followed or a school is asked, the consent is read and given (or not), and a
membership begins.

Before the consent nothing is stored about a person but the number of the chat and the state of the consent
itself (152-FZ art. 9: each consent is a document of its own, given by an act of its own). Making links is
services/invitations.py, finding a school services/finding.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import Session

from models import (
    Application,
    Consent,
    ConsentKind,
    ConsentStatus,
    Invitation,
    Membership,
    MembershipStatus,
    Organization,
    Partition,
    Person,
    Role,
)
from services import applications, consent_records, finding, invitations, linking, minors
from services.application_views import ApplicationView, view_of
from services.consent_records import Asking
from services.content import ConsentText, Content
from services.errors import AlreadyMember, NoLongerCurrent
from services.local_time import today_in

LIVE = (
    MembershipStatus.INVITED,
    MembershipStatus.APPLIED,
    MembershipStatus.RETURNED,
    MembershipStatus.ACTIVE,
    MembershipStatus.PAUSED,
)
ASKED_KINDS = (ConsentKind.PERSONAL_DATA, ConsentKind.ASSENT)
"""The consents with which one comes in. A parent's is asked where the child is spoken of."""
BY_OWN_WISH = "by_own_wish"
"""The mark of a question to somebody who came without a link: others may have asked the same person, too."""
YOUNG = "young"
"""The mark of a question without a text: for a pupil so young the parent's consent is enough."""


@dataclass(frozen=True, slots=True)
class ConsentAsked:
    """A consent that waits for an answer. `language` is None until the person chose one. `kind` is None of a
    pupil too young to agree for themselves. `is_invited`: by a link, not at their own wish.
    """

    consent_id: int
    organization_name: str
    role: Role
    language: str | None
    kind: ConsentKind | None = ConsentKind.PERSONAL_DATA
    is_invited: bool = True


def open_invitation(
    session: Session, chat_id: int, code: str, content: Content, *, now: datetime
) -> ConsentAsked:
    """Somebody followed a link. Raises InvitationUnknown, -Spent, -Expired, -Revoked, AlreadyMember, and what
    linking.check_openable raises.
    """
    invitation = invitations.find(session, code)
    person = _of_chat(session, chat_id)
    if person is not None:
        _refuse_members(session, person, invitation)
    invitations.check_good(invitation, now)
    if invitation.person_id is not None:
        linking.check_openable(session, chat_id, invitation)
    person = person or _stranger(session, chat_id, now)
    return _ask(session, person, invitation, content, now)


def ask_to_join(
    session: Session, chat_id: int, organization_id: int, role: Role, content: Content, *, now: datetime
) -> ConsentAsked:
    """Somebody found a school and wants to take part there as a mentee or a mentor; its curator decides.

    An earlier question of this kind that was not agreed to falls away: one chat asks one school at a time.
    Raises NoLongerCurrent (a school or a role that is not open), AlreadyMember.
    """
    if role not in invitations.PAIRED_ROLES or not finding.is_open(session, organization_id):
        raise NoLongerCurrent
    person = _of_chat(session, chat_id)
    if person is not None:
        _refuse_member(session, person.id, organization_id, role)
    person = person or _stranger(session, chat_id, now)
    language = _language(session, person)
    another = or_(Consent.organization_id != organization_id, Consent.role != role)
    for earlier in session.scalars(_unanswered(person.id, Consent.invitation_id.is_(None), another)):
        # Not deleted: the number of a deleted row may come again, and an old button would mean another thing.
        earlier.status = ConsentStatus.SUPERSEDED
    session.flush()
    mark = {BY_OWN_WISH: True}
    asking = Asking(person.id, organization_id, ConsentKind.PERSONAL_DATA, role=role, details=mark)
    consent = consent_records.ask(session, asking, _text(content, asking.kind), language, now=now)
    return _asked_view(session, consent)


def _of_chat(session: Session, chat_id: int) -> Person | None:
    return session.scalars(select(Person).where(Person.chat_id == chat_id)).one_or_none()


def _stranger(session: Session, chat_id: int, now: datetime) -> Person:
    person = Person(chat_id=chat_id, created_at=now)
    session.add(person)
    session.flush()
    return person


def _text(content: Content, kind: ConsentKind) -> ConsentText:
    return content.consent(kind.value)


def _refuse_members(session: Session, person: Person, invitation: Invitation) -> None:
    """Another role at the same school is no obstacle: one may be a mentor in one pair and a mentee in
    another (N-1.2-1). A parent may come for a second child.
    """
    if invitation.child_id is None and invitation.person_id is None:
        _refuse_member(session, person.id, invitation.organization_id, invitation.role)


def _refuse_member(session: Session, person_id: int, organization_id: int, role: Role) -> None:
    membership = _membership(session, person_id, organization_id, role)
    if membership is not None and membership.status in LIVE:
        raise AlreadyMember


def _membership(session: Session, person_id: int, organization_id: int, role: Role) -> Membership | None:
    query = select(Membership).where(
        Membership.person_id == person_id,
        Membership.organization_id == organization_id,
        Membership.role == role,
    )
    return session.scalars(query).one_or_none()


# ---- the question


def _ask(
    session: Session, person: Person, invitation: Invitation, content: Content, now: datetime
) -> ConsentAsked:
    kind = _needed(invitation, now)
    # No record of a consent says that a child agreed who was not asked: this one is a mark of the way.
    asked_as = kind or ConsentKind.ASSENT
    language = _language(session, person)
    consent = _asked_for(session, person.id, invitation, asked_as)
    if consent is None:
        consent = Consent(
            person_id=person.id,
            organization_id=invitation.organization_id,
            kind=asked_as,
            role=invitation.role,
        )
        session.add(consent)
    consent.invitation_id, consent.details = invitation.id, {} if kind else {YOUNG: True}
    consent.status, consent.asked_at = ConsentStatus.ASKED, now
    _word(consent, content, language)
    session.flush()
    return _asked_view(session, consent)


def _needed(invitation: Invitation, now: datetime) -> ConsentKind | None:
    """Which consent is asked of whoever comes by the link."""
    if invitation.person is None:
        return ConsentKind.PERSONAL_DATA
    return minors.consent_needed(invitation.person, today_in(invitation.organization.timezone, now))


def _word(consent: Consent, content: Content, language: str | None) -> None:
    if _is_young(consent):
        consent.language, consent.text_version, consent.text_sha256 = language or "", "", ""
    else:
        consent_records.word(consent, _text(content, consent.kind), language)


def _is_young(consent: Consent) -> bool:
    return bool(consent.details.get(YOUNG))


def _language(session: Session, person: Person) -> str | None:
    latest = _asked(session, person.id)
    return (latest.language if latest else person.language) or None


def _asked(session: Session, person_id: int) -> Consent | None:
    """The consent that was asked for last and is not given."""
    return session.scalars(_unanswered(person_id).limit(1)).one_or_none()


def _asked_for(session: Session, person_id: int, invitation: Invitation, kind: ConsentKind) -> Consent | None:
    """The one asked for by the same school in the same role. To another the person agrees separately, because
    the document names both, and a button below an older one must mean what stands above it. What a personal
    link asks is about that link alone.
    """
    same: tuple[ColumnElement[bool], ...] = (
        Consent.organization_id == invitation.organization_id,
        Consent.role == invitation.role,
        Consent.kind == kind,
    )
    if invitation.is_personal:
        same = (Consent.invitation_id == invitation.id, Consent.kind == kind)
    found = session.scalars(_unanswered(person_id, *same)).all()
    fitting = (one for one in found if invitation.is_personal or not _is_by_personal_link(session, one))
    return next(fitting, None)


def _is_by_personal_link(session: Session, consent: Consent) -> bool:
    by = session.get(Invitation, consent.invitation_id) if consent.invitation_id else None
    return by is not None and by.is_personal


def _unanswered(person_id: int, *further: ColumnElement[bool]) -> Select[Consent]:
    """The questions of the way in without an agreement, the newest first."""
    mine = (
        Consent.person_id == person_id,
        Consent.kind.in_(ASKED_KINDS),
        or_(Consent.invitation_id.is_not(None), Consent.details[BY_OWN_WISH].as_boolean().is_(True)),
        Consent.status.in_((ConsentStatus.ASKED, ConsentStatus.REFUSED)),
    )
    return select(Consent).where(*mine, *further).order_by(Consent.asked_at.desc(), Consent.id.desc())


def _asked_view(session: Session, consent: Consent) -> ConsentAsked:
    organization = session.get_one(Organization, consent.organization_id)
    return ConsentAsked(
        consent.id,
        organization.name,
        consent.role or Role.MENTEE,
        consent.language or None,
        None if _is_young(consent) else consent.kind,
        is_invited=consent.invitation_id is not None,
    )


def consent_asked(session: Session, chat_id: int) -> ConsentAsked | None:
    """The consent that this chat has been asked for and not given, if any."""
    person = _of_chat(session, chat_id)
    consent = _asked(session, person.id) if person else None
    return _asked_view(session, consent) if consent else None


def choose_language(session: Session, chat_id: int, language: str) -> ConsentAsked | None:
    """Remember the language: of the asked consent, or of the person who has consented."""
    person = _of_chat(session, chat_id)
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


# ---- the answer


def give_consent(
    session: Session, chat_id: int, consent_id: int, language: str, content: Content, *, now: datetime
) -> ApplicationView | None:
    """The person agrees: a place of the invitation is taken, a membership and its application begin.

    Returns the application at its question, None when there is nothing to fill in: somebody whom a curator
    entered without Telegram goes on where they stand. Raises NoLongerCurrent, InvitationSpent (somebody took
    the last place), InvitationExpired, -Revoked; AlreadyMember (came in another way meanwhile), and what
    linking.check_openable raises.
    """
    person, consent = _own(session, chat_id, consent_id)
    invitation = session.get(Invitation, consent.invitation_id) if consent.invitation_id else None
    if invitation is None:
        _check_asking(session, person, consent)
    else:
        _check_link(session, chat_id, person, consent, invitation, now)
        invitations.take_place(session, invitation)
    _agree(session, consent, content, language, now)
    person.language, person.frozen_at = language, None
    if invitation is not None and invitation.person_id is not None:
        return _link(session, person, invitation, language, content, now)
    return _enter(session, person, consent, invitation, content, now)


def _own(session: Session, chat_id: int, consent_id: int) -> tuple[Person, Consent]:
    person = _of_chat(session, chat_id)
    consent = session.get(Consent, consent_id)
    if person is None or consent is None or consent.person_id != person.id:
        raise NoLongerCurrent
    is_way_in = consent.invitation_id is not None or bool(consent.details.get(BY_OWN_WISH))
    if not consent.is_open or not is_way_in or consent.kind not in ASKED_KINDS:
        raise NoLongerCurrent
    return person, consent


def _check_asking(session: Session, person: Person, consent: Consent) -> None:
    if consent.role not in invitations.PAIRED_ROLES:
        raise NoLongerCurrent
    if not finding.is_open(session, consent.organization_id):
        raise NoLongerCurrent
    _refuse_member(session, person.id, consent.organization_id, consent.role)


def _check_link(
    session: Session,
    chat_id: int,
    person: Person,
    consent: Consent,
    invitation: Invitation,
    now: datetime,
) -> None:
    _refuse_members(session, person, invitation)
    invitations.check_good(invitation, now)
    if invitation.person_id is not None:
        linking.check_openable(session, chat_id, invitation)
    # A birthday since the question was asked: what was agreed to is not what is needed now.
    if _needed(invitation, now) != (None if _is_young(consent) else consent.kind):
        raise NoLongerCurrent


def _agree(session: Session, consent: Consent, content: Content, language: str, now: datetime) -> None:
    if _is_young(consent):
        consent.status, consent.answered_at = ConsentStatus.SUPERSEDED, now
        return
    _word(consent, content, language)
    consent.give(now)
    consent_records.log(session, "consent.given", consent, by_id=consent.person_id, now=now)


def _link(
    session: Session,
    stranger: Person,
    invitation: Invitation,
    language: str,
    content: Content,
    now: datetime,
) -> ApplicationView | None:
    """The person whom a curator entered gets this chat, and stands where their membership stands."""
    person = linking.link(session, stranger, invitation, now=now)
    person.language = language
    membership = _membership(session, person.id, invitation.organization_id, invitation.role)
    if membership is None or membership.status not in (MembershipStatus.INVITED, MembershipStatus.RETURNED):
        return None
    return _begun(session, membership, content) or _begin(session, membership, content, now)


def _enter(
    session: Session,
    person: Person,
    consent: Consent,
    invitation: Invitation | None,
    content: Content,
    now: datetime,
) -> ApplicationView | None:
    role = consent.role or Role.MENTEE
    membership = _membership(session, person.id, consent.organization_id, role)
    is_in = membership is not None and membership.status in LIVE
    if membership is None:
        membership = _new_membership(session, person.id, consent.organization_id, role, now)
    if not is_in:
        _start(membership, invitation)
    if invitation is not None and invitation.child_id is not None:
        session.flush()
        minors.parent_came(session, person, invitation, now=now)
    if is_in:
        # A parent who came for one more child: there is nothing to tell about themselves again.
        return _begun(session, membership, content)
    return _begin(session, membership, content, now)


def _new_membership(
    session: Session, person_id: int, organization_id: int, role: Role, now: datetime
) -> Membership:
    membership = Membership(
        person_id=person_id,
        organization_id=organization_id,
        role=role,
        profile={},
        capacity=0,
        created_at=now,
    )
    session.add(membership)
    return membership


def _start(membership: Membership, invitation: Invitation | None) -> None:
    """At the beginning, or once more for whoever left and comes back."""
    membership.status = MembershipStatus.INVITED
    membership.left_at = membership.paused_at = None
    membership.partition = invitation.partition if invitation else Partition.TEACHER
    membership.affiliation_id = invitation.affiliation_id if invitation else None


def _begun(session: Session, membership: Membership, content: Content) -> ApplicationView | None:
    """The application that was begun and is not handed in."""
    query = select(Application).where(Application.membership_id == membership.id)
    newest = session.scalars(query.order_by(Application.id.desc()).limit(1)).one_or_none()
    if newest is None or not newest.is_open:
        return None
    form = content.questionnaire(newest.questionnaire, newest.questionnaire_version)
    return view_of(newest, len(form))


def _begin(session: Session, membership: Membership, content: Content, now: datetime) -> ApplicationView:
    session.flush()
    form = content.questionnaire(applications.form_key(membership.role, membership.partition))
    return applications.begin(session, membership, form, now=now)


def refuse_consent(session: Session, chat_id: int, consent_id: int, *, now: datetime) -> ConsentAsked:
    """The person does not agree: nothing is stored, the paper route stays open, and they may come back."""
    _, consent = _own(session, chat_id, consent_id)
    consent.refuse(now)
    return _asked_view(session, consent)
