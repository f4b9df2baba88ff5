"""A pupil's place between the parent, the pupil and the curator: what each sees of it and does next.

The parent's consent comes first; only then the child's name and birthday are stored, and only then the child
may be spoken to. Who is whose parent, and what happens at 18, stands in services/minors.py; a withdrawal in
services/erasure.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from models import (
    Application,
    ApplicationStatus,
    Consent,
    ConsentKind,
    ConsentStatus,
    Guardianship,
    Invitation,
    Membership,
    MembershipStatus,
    Partition,
    Person,
)
from models.person import AGE_OF_ASSENT, AGE_OF_MAJORITY
from services import access, alerts, applications, consent_records, linking, minors
from services.access import Actor
from services.alerts import AlertView
from services.application_views import ApplicationView
from services.consent_records import Asking
from services.content import Content
from services.errors import NoLongerCurrent, NotAllowed, ServiceError
from services.full_names import read_name
from services.minors import CARING_ROLES, About
from services.names import PersonName
from services.text_limits import clean
from services.typed_text import checked

RELATIONS = "relation"
"""The list in `content/` of what a grown-up is to a pupil."""
YOUNGEST = 6
PAGE_SIZE = 8
NUMBER_LIMIT = 64
"""Of the number of a paper, in characters."""
_DAY = re.compile(r"(\d{1,2})[.,/\s-]+(\d{1,2})[.,/\s-]+(\d{4})")
OVER = (MembershipStatus.LEFT,)


class BirthdayUnclear(ServiceError):
    """A birthday is a day, a month and a year: 12.03.2014."""


class AgeOutOfRange(ServiceError):
    """Pupils are between 6 and 17. Fields `minimum`, `maximum`, `age`."""


class PaperDateOutOfRange(ServiceError):
    """A paper is not of tomorrow, and not older than the participation it is about could be. Field `last`."""


class PlaceState(StrEnum):
    """What a pupil's place waits for."""

    PARENT = "parent"
    CONSENT = "consent"
    REFUSED = "refused"
    DETAILS = "details"
    ASSENT = "assent"
    ASSENT_REFUSED = "assent_refused"
    APPLICATION = "application"
    DECISION = "decision"
    RETURNED = "returned"
    ACTIVE = "active"
    PAUSED = "paused"
    LEFT = "left"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Place:
    """A pupil's place as curators see it: a code until there is a consent."""

    membership_id: int
    organization_id: int
    organization: str
    name: PersonName
    state: PlaceState
    parents: int
    is_adult: bool
    may_link: bool
    may_withdraw: bool


@dataclass(frozen=True, slots=True)
class Child:
    """A child as a parent sees it. `name` is empty until it was told; `age` None until the birthday was.

    `consent_id`: the parental consent in force, whichever parent gave it; `asked_id`: what waits for this
    parent's own answer. `fills_in`: the parent may fill the application in; `links`: may give the child the
    personal link.
    """

    child_id: int
    membership_id: int
    organization_id: int
    organization: str
    code: PersonName
    name: str
    age: int | None
    relation: str
    state: PlaceState
    consent_id: int | None
    has_own_consent: bool
    application_id: int | None
    fills_in: bool
    links: bool
    may_withdraw: bool


@dataclass(frozen=True, slots=True)
class PaperConsent:
    """A parent's consent that was signed on paper, and whom it is for."""

    number: str
    dated_on: date
    name: str
    born_on: date


@dataclass(frozen=True, slots=True)
class ParentalAsked:
    """The parental consent that waits for an answer. `pupil` has a name once it is known."""

    consent_id: int
    child_id: int
    organization: str
    pupil: PersonName


# ---- the curator's side


def pupils(session: Session, actor: Actor, page: int, *, now: datetime) -> tuple[tuple[Place, ...], int]:
    """A page of the pupils' places of the actor's schools, the newest first, and how many pages there are.

    The look is recorded. Raises NotAllowed.
    """
    shown = actor.organizations(*CARING_ROLES)
    if not shown:
        raise NotAllowed
    for place in shown:
        access.record_look(session, actor, "pupil.list_seen", place, now=now)
    mine = (Membership.organization_id.in_(shown), Membership.partition == Partition.PUPIL)
    total = session.scalar(select(func.count()).select_from(Membership).where(*mine)) or 0
    pages = max(1, -(-total // PAGE_SIZE))
    page = min(max(page, 0), pages - 1)
    newest = select(Membership).where(*mine).order_by(Membership.id.desc())
    found = session.scalars(newest.offset(page * PAGE_SIZE).limit(PAGE_SIZE))
    return tuple(_place(session, one, now) for one in found), pages


def pupil(session: Session, actor: Actor, membership_id: int, *, now: datetime) -> Place:
    """One place; the look is recorded. Raises NotAllowed, NoLongerCurrent."""
    membership = _cared_for(session, actor, membership_id)
    _log(session, "person.seen", actor, membership, now)
    return _place(session, membership, now)


def _cared_for(session: Session, actor: Actor, membership_id: int) -> Membership:
    membership = session.get(Membership, membership_id)
    if membership is None or membership.partition != Partition.PUPIL:
        raise NoLongerCurrent
    access.require_role(actor, membership.organization_id, *CARING_ROLES)
    return membership


def _place(session: Session, membership: Membership, now: datetime) -> Place:
    state = state_of(session, membership, now)
    is_adult = minors.is_grown(session, membership.person, minors.today_at(membership, now))
    return Place(
        membership_id=membership.id,
        organization_id=membership.organization_id,
        organization=membership.organization.name,
        name=PersonName.of(membership),
        state=state,
        parents=len(minors.guardians(session, membership.person_id)),
        is_adult=is_adult,
        may_link=_may_link(membership, state),
        may_withdraw=bool(_admitting(session, membership.person_id)),
    )


def _admitting(session: Session, person_id: int) -> Consent | None:
    kinds = (ConsentKind.PARENTAL, ConsentKind.ASSENT, ConsentKind.PERSONAL_DATA)
    query = select(Consent).where(
        Consent.person_id == person_id, Consent.kind.in_(kinds), Consent.status == ConsentStatus.GIVEN
    )
    return session.scalars(query.order_by(Consent.id.desc()).limit(1)).one_or_none()


def _age(membership: Membership, now: datetime) -> int:
    return membership.person.age(minors.today_at(membership, now)) or 0


def _may_link(membership: Membership, state: PlaceState) -> bool:
    """May the child be given the link to open the bot? Only when a parent has consented, and all is known."""
    early = (PlaceState.PARENT, PlaceState.CONSENT, PlaceState.REFUSED, PlaceState.DETAILS)
    over = (PlaceState.LEFT, PlaceState.WITHDRAWN)
    return not membership.person.has_telegram and state not in (*early, *over)


def state_of(session: Session, membership: Membership, now: datetime) -> PlaceState:
    """What a pupil's place waits for, from the first link to the end."""
    if membership.person.is_frozen:
        return PlaceState.WITHDRAWN
    by_status = {
        MembershipStatus.ACTIVE: PlaceState.ACTIVE,
        MembershipStatus.PAUSED: PlaceState.PAUSED,
        MembershipStatus.LEFT: PlaceState.LEFT,
        MembershipStatus.APPLIED: PlaceState.DECISION,
        MembershipStatus.RETURNED: PlaceState.RETURNED,
    }
    return by_status.get(membership.status) or _way_in(session, membership, now)


def _way_in(session: Session, membership: Membership, now: datetime) -> PlaceState:
    child_id = membership.person_id
    is_forgotten = membership.person.born_on is None
    if is_forgotten and minors.is_grown(session, membership.person, minors.today_at(membership, now)):
        # They came of age on the way in, and have consented themselves.
        return PlaceState.APPLICATION
    if minors.parental_consent(session, child_id, minors.today_at(membership, now)) is None:
        return _before_consent(session, child_id)
    if membership.person.born_on is None:
        return PlaceState.DETAILS
    if _age(membership, now) < AGE_OF_ASSENT:
        return PlaceState.APPLICATION
    if consent_records.effective(
        session, child_id, ConsentKind.ASSENT, today=minors.today_at(membership, now)
    ):
        return PlaceState.APPLICATION
    return PlaceState.ASSENT_REFUSED if _has_refused(session, child_id) else PlaceState.ASSENT


def _before_consent(session: Session, child_id: int) -> PlaceState:
    if not minors.guardians(session, child_id):
        return PlaceState.PARENT
    answers = select(Consent.status).where(
        Consent.person_id == child_id, Consent.kind == ConsentKind.PARENTAL
    )
    last = session.scalars(answers.order_by(Consent.id.desc()).limit(1)).one_or_none()
    return PlaceState.REFUSED if last == ConsentStatus.REFUSED else PlaceState.CONSENT


def _has_refused(session: Session, child_id: int) -> bool:
    """Until the pupil agrees, their answer belongs to a chat that is nobody's; the link tells whose it is."""
    answers = (
        select(Consent.status)
        .join(Invitation, Invitation.id == Consent.invitation_id)
        .where(Invitation.person_id == child_id, Consent.kind == ConsentKind.ASSENT)
        .order_by(Consent.asked_at.desc(), Consent.id.desc())
        .limit(1)
    )
    return session.scalar(answers) == ConsentStatus.REFUSED


def record_paper(
    session: Session,
    actor: Actor,
    membership_id: int,
    paper: PaperConsent,
    content: Content,
    *,
    now: datetime,
) -> Place:
    """A parent consented on paper: the curator records it, and with it the child's name and birthday.

    Raises NotAllowed, NoLongerCurrent (there is a consent already), what `checked_number`, `check_paper_day`,
    `read_name` and `check_birthday` raise.
    """
    membership = _cared_for(session, actor, membership_id)
    early = (PlaceState.PARENT, PlaceState.CONSENT, PlaceState.REFUSED)
    if state_of(session, membership, now) not in early:
        raise NoLongerCurrent
    today = minors.today_at(membership, now)
    check_paper_day(paper.dated_on, today)
    check_birthday(paper.born_on, today)
    asking = Asking(
        membership.person_id, membership.organization_id, ConsentKind.PARENTAL, role=membership.role
    )
    consent_records.record_paper(
        session,
        asking,
        content.consent(ConsentKind.PARENTAL.value),
        number=checked_number(paper.number),
        dated_on=paper.dated_on,
        received_by_id=actor.person_id,
        now=now,
    )
    _enter(membership.person, paper.name, paper.born_on)
    _log(session, "child.entered", actor, membership, now)
    return _place(session, membership, now)


def grown_up(session: Session, actor: Actor, consent_id: int) -> tuple[PersonName, int]:
    """Who came of age and may consent on paper, and their membership. Raises NotAllowed, NoLongerCurrent."""
    person = session.get_one(Person, minors.grown(session, actor, consent_id).person_id)
    return PersonName.of(person.memberships[0]), person.memberships[0].id


def record_own_paper(
    session: Session,
    actor: Actor,
    consent_id: int,
    number: str,
    dated_on: date,
    content: Content,
    *,
    now: datetime,
) -> Place:
    """Somebody who came of age consented on paper. Raises as `grown_up` and the checks of the paper do."""
    membership = session.get_one(Membership, grown_up(session, actor, consent_id)[1])
    check_paper_day(dated_on, minors.today_at(membership, now))
    shown = checked_number(number)
    minors.record_own_paper(session, actor, consent_id, shown, dated_on, content, now=now)
    return _place(session, membership, now)


def place_to_enter(session: Session, actor: Actor, membership_id: int, *, now: datetime) -> Place:
    """The place, if a consent on paper may be recorded for it. Raises NotAllowed, NoLongerCurrent."""
    place = _place(session, _cared_for(session, actor, membership_id), now)
    if place.state not in (PlaceState.PARENT, PlaceState.CONSENT, PlaceState.REFUSED):
        raise NoLongerCurrent
    return place


def checked_number(typed: str) -> str:
    """The number of a paper. Raises AnswerEmpty, AnswerTooLong."""
    return checked(typed, NUMBER_LIMIT)


def check_paper_day(day: date, today: date) -> None:
    """Raises PaperDateOutOfRange."""
    if day > today or today.year - day.year > YOUNGEST:
        raise PaperDateOutOfRange(last=f"{today:%d.%m.%Y}")


# ---- the parent's side


def children(session: Session, actor: Actor, *, now: datetime) -> tuple[Child, ...]:
    """The children the actor answers for, in the order in which they came."""
    query = _guardianships(actor).order_by(Guardianship.id)
    found = (_child(session, one, now) for one in session.scalars(query).all())
    return tuple(one for one in found if one is not None)


def child(session: Session, actor: Actor, child_id: int, *, now: datetime) -> Child:
    """One of them. Raises NotAllowed."""
    found = _child(session, _guardianship(session, actor, child_id), now)
    if found is None:
        raise NoLongerCurrent
    return found


def _guardianships(actor: Actor) -> Select[Guardianship]:
    return select(Guardianship).where(
        Guardianship.parent_id == actor.person_id, Guardianship.ended_at.is_(None)
    )


def _guardianship(session: Session, actor: Actor, child_id: int) -> Guardianship:
    query = _guardianships(actor).where(Guardianship.child_id == child_id)
    guardianship = session.scalars(query).one_or_none()
    if guardianship is None:
        raise NotAllowed
    return guardianship


def _child(session: Session, guardianship: Guardianship, now: datetime) -> Child | None:
    membership = _membership(session, guardianship)
    if membership is None:
        return None
    person, today = guardianship.child, minors.today_at(membership, now)
    state = state_of(session, membership, now)
    in_force = minors.parental_consent(session, person.id, today)
    application_id = _application(session, membership)
    age = person.age(today)
    return Child(
        child_id=person.id,
        membership_id=membership.id,
        organization_id=membership.organization_id,
        organization=membership.organization.name,
        code=PersonName.of(membership),
        name=person.full_name,
        age=age,
        relation=guardianship.relation,
        state=state,
        consent_id=in_force.id if in_force else None,
        has_own_consent=_gave(session, guardianship),
        application_id=application_id,
        fills_in=_fills_in(state, age),
        links=_may_link(membership, state),
        may_withdraw=in_force is not None,
    )


def _fills_in(state: PlaceState, age: int | None) -> bool:
    """For younger children; from 14 on the pupil answers, and the parent only corrects what came back."""
    is_young = age is not None and age < AGE_OF_ASSENT
    return is_young and state in (PlaceState.APPLICATION, PlaceState.RETURNED)


def _membership(session: Session, guardianship: Guardianship) -> Membership | None:
    query = select(Membership).where(
        Membership.person_id == guardianship.child_id,
        Membership.organization_id == guardianship.organization_id,
    )
    return session.scalars(query.order_by(Membership.id).limit(1)).one_or_none()


def _application(session: Session, membership: Membership) -> int | None:
    """The application that was begun and not handed in."""
    begun = (ApplicationStatus.DRAFT, ApplicationStatus.RETURNED)
    query = select(Application.id).where(
        Application.membership_id == membership.id, Application.status.in_(begun)
    )
    return session.scalar(query.order_by(Application.id.desc()).limit(1))


def _gave(session: Session, guardianship: Guardianship) -> bool:
    given = select(Consent.id).where(
        Consent.person_id == guardianship.child_id,
        Consent.given_by_id == guardianship.parent_id,
        Consent.kind == ConsentKind.PARENTAL,
        Consent.status == ConsentStatus.GIVEN,
    )
    return session.scalar(given.limit(1)) is not None


def choose_relation(
    session: Session, actor: Actor, child_id: int, relation: str, content: Content, *, now: datetime
) -> Child:
    """Who the parent is to the child. Raises NotAllowed, NoLongerCurrent (not on the list)."""
    if relation not in content.keys(RELATIONS):
        raise NoLongerCurrent
    guardianship = _guardianship(session, actor, child_id)
    guardianship.relation = relation
    return child(session, actor, child_id, now=now)


def ask_parental(
    session: Session, actor: Actor, child_id: int, content: Content, language: str, *, now: datetime
) -> ParentalAsked:
    """Put the question of the parental consent to this parent, in the present words. Raises NotAllowed,
    NoLongerCurrent (this parent has given it, or there is nothing to consent to any more).
    """
    guardianship = _guardianship(session, actor, child_id)
    membership = _membership(session, guardianship)
    if membership is None or membership.status in OVER or guardianship.child.is_frozen:
        raise NoLongerCurrent
    if _gave(session, guardianship):
        raise NoLongerCurrent
    asking = Asking(
        child_id,
        guardianship.organization_id,
        ConsentKind.PARENTAL,
        role=membership.role,
        given_by_id=actor.person_id,
    )
    text = content.consent(ConsentKind.PARENTAL.value)
    consent = consent_records.ask(session, asking, text, language, now=now)
    return ParentalAsked(
        consent.id,
        child_id,
        membership.organization.name,
        PersonName.of(membership),
    )


def answer_parental(
    session: Session,
    actor: Actor,
    consent_id: int,
    agrees: bool,
    content: Content,
    language: str,
    *,
    now: datetime,
) -> Child:
    """The parent's answer; a «no» is told to the curators and may be changed. Raises NoLongerCurrent (not
    theirs, or answered with a «yes» before), NotAllowed (answers for the child no more).
    """
    consent = session.get(Consent, consent_id)
    is_own = consent is not None and consent.given_by_id == actor.person_id
    if consent is None or not is_own or consent.kind != ConsentKind.PARENTAL or not consent.is_open:
        raise NoLongerCurrent
    guardianship = _guardianship(session, actor, consent.person_id)
    consent_records.word(consent, content.consent(ConsentKind.PARENTAL.value), language)
    if agrees:
        consent.give(now)
        alerts.resolve_cause(session, _refusal(consent), "given", by_id=None, now=now)
    else:
        consent.refuse(now)
        _tell_refusal(session, guardianship, consent, now)
    act = "consent.given" if agrees else "consent.refused"
    consent_records.log(session, act, consent, by_id=actor.person_id, now=now)
    return child(session, actor, consent.person_id, now=now)


def _refusal(consent: Consent) -> str:
    return f"parental-refused:{consent.id}"


def _tell_refusal(session: Session, guardianship: Guardianship, consent: Consent, now: datetime) -> None:
    membership = _membership(session, guardianship)
    if membership is not None:
        minors.raise_refused(session, consent, membership, _refusal(consent), About.PARENT, now)


def enter_child(
    session: Session, actor: Actor, child_id: int, name: str, born_on: date, *, now: datetime
) -> Child:
    """The child's name and birthday, once the parental consent is in force and as long as nothing else was
    built upon them. Raises NotAllowed, NoLongerCurrent, NameIncomplete, AnswerTooLong, AgeOutOfRange.
    """
    guardianship = _guardianship(session, actor, child_id)
    membership = _membership(session, guardianship)
    if membership is None or state_of(session, membership, now) != PlaceState.DETAILS:
        raise NoLongerCurrent
    check_birthday(born_on, minors.today_at(membership, now))
    _enter(guardianship.child, name, born_on)
    _log(session, "child.entered", actor, membership, now)
    return child(session, actor, child_id, now=now)


def _enter(person: Person, name: str, born_on: date) -> None:
    person.last_name, person.first_name, person.patronymic = read_name(name)
    person.born_on = born_on


def read_day(typed: str) -> date:
    """«12.03.2014». Raises BirthdayUnclear."""
    found = _DAY.fullmatch(clean(typed))
    if found is None:
        raise BirthdayUnclear
    day, month, year = (int(one) for one in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        raise BirthdayUnclear from None


def check_birthday(born_on: date, today: date) -> int:
    """The age of a pupil. Raises AgeOutOfRange."""
    age = Person(born_on=born_on).age(today) or 0
    if not YOUNGEST <= age < AGE_OF_MAJORITY:
        raise AgeOutOfRange(minimum=YOUNGEST, maximum=AGE_OF_MAJORITY - 1, age=age)
    return age


def begin_application(
    session: Session, actor: Actor, child_id: int, content: Content, *, now: datetime
) -> ApplicationView:
    """The parent fills the application of a younger child in: where it was left, or a new one.

    Raises NotAllowed, NoLongerCurrent.
    """
    view = child(session, actor, child_id, now=now)
    if not view.fills_in:
        raise NoLongerCurrent
    membership = session.get_one(Membership, view.membership_id)
    form = content.questionnaire(applications.form_key(membership.role, membership.partition))
    if view.application_id is not None:
        return applications.see_own(session, actor, view.application_id, len(form))
    return applications.begin(session, membership, form, now=now)


def own_link(session: Session, actor: Actor, child_id: int, *, now: datetime) -> tuple[Child, str]:
    """The child, and the code of the link by which the child opens the bot. Raises NotAllowed,
    NoLongerCurrent.
    """
    view = child(session, actor, child_id, now=now)
    if not view.links:
        raise NoLongerCurrent
    return view, linking.personal_link(session, actor, view.membership_id, now=now)


def link_of_pupil(session: Session, actor: Actor, membership_id: int, *, now: datetime) -> tuple[Place, str]:
    """The same for the curator. Raises NotAllowed, NoLongerCurrent."""
    place = _place(session, _cared_for(session, actor, membership_id), now)
    if not place.may_link:
        raise NoLongerCurrent
    return place, linking.personal_link(session, actor, membership_id, now=now)


@dataclass(frozen=True, slots=True)
class FamilyAlert:
    """A consent that is missing, as the curator reads of it. `consent_id`: what may be recorded on paper."""

    about: About
    name: PersonName
    membership_id: int
    consent_id: int | None


def alert_card(session: Session, actor: Actor, alert: AlertView) -> FamilyAlert | None:
    """What the card of an alert of ours tells; None when it says nothing any more. Raises NotAllowed."""
    membership = session.get(Membership, alert.subject.get("membership_id", 0))
    if membership is None or membership.person.is_frozen:
        return None
    access.require_role(actor, membership.organization_id, *CARING_ROLES)
    about = About(alert.subject[minors.FAMILY])
    is_grown = about in (About.GROWN_REFUSED, About.GROWN_SILENT)
    number = int(alert.subject["consent_id"]) if is_grown else None
    return FamilyAlert(about, PersonName.of(membership), membership.id, number)


def code_of(session: Session, child_id: int) -> PersonName | None:
    """The name of a child for a notice to those who answer, or answered, for it."""
    query = select(Membership).where(Membership.person_id == child_id).order_by(Membership.id).limit(1)
    membership = session.scalars(query).one_or_none()
    return PersonName.of(membership) if membership else None


def _log(session: Session, act: str, actor: Actor, membership: Membership, now: datetime) -> None:
    access.record(
        session,
        act,
        actor_id=actor.person_id,
        organization_id=membership.organization_id,
        subject_kind="membership",
        subject_id=membership.id,
        now=now,
    )
