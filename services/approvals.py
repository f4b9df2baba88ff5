"""The decision about an application: the curator approves it, returns it with a reason, or passes it on to
the head where the school set it so; then the head decides (N-3.3-3, T-3.8).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session, aliased

from models import (
    Alert,
    AlertKind,
    AlertStatus,
    Application,
    ApplicationStatus,
    Membership,
    MembershipStatus,
    Organization,
    Partition,
    Person,
    Role,
)
from models.delivery import Urgency
from services import access, alerts, minors, outbox
from services.access import Actor
from services.application_views import BOTH, ApplicationView, Approval, Power, view_of
from services.errors import AlreadyDecided, NoLongerCurrent, ServiceError
from services.full_names import split_name
from services.names import PersonName
from services.typed_text import checked

REASON_LIMIT = 500
BATCH = 50
DECIDING = (Role.CURATOR, Role.HEAD)
NOBODY: frozenset[Power] = frozenset()


class OwnApplication(ServiceError):
    """Nobody decides about themselves as long as there is somebody else to do it."""


class HeadDecides(ServiceError):
    """The school set it so that its head approves; a curator may pass the application on or return it."""


def _cause(application: Application) -> str:
    return f"application:{application.id}:{application.submissions}"


def _heads_cause(application: Application) -> str:
    return f"{_cause(application)}:head"


# ---- asking for a decision


def ask_curator(session: Session, application: Application, now: datetime) -> None:
    """Raise the alert that asks the curators to decide. Once per handing in."""
    _ask(session, application, _cause(application), {}, now)


def _ask(
    session: Session, application: Application, cause: str, asked: dict[str, str], now: datetime
) -> None:
    membership = application.membership
    own = {alerts.HIDDEN_FROM: membership.person_id} if _others_decide(session, membership) else {}
    alerts.raise_alert(
        session,
        organization_id=membership.organization_id,
        kind=AlertKind.APPLICATION_WAITING,
        cause=cause,
        subject={"application_id": application.id, **asked, **own},
        since=now,
        now=now,
    )


def _others_decide(session: Session, membership: Membership) -> bool:
    """Is there anybody else at the organisation who could decide about this person?"""
    deciding = alerts.people_in_role(session, membership.organization_id, *DECIDING)
    return bool(set(deciding) - {membership.person_id})


def settle(
    session: Session, application: Application, resolution: str, by_id: int | None, now: datetime
) -> None:
    """Nobody has to decide any more: the alerts of the curators and of the head are answered."""
    for cause in (_cause(application), _heads_cause(application)):
        alerts.resolve_cause(session, cause, resolution, by_id=by_id, now=now)


# ---- reading


def see_to_decide(
    session: Session, actor: Actor, application_id: int, total: int, *, now: datetime
) -> ApplicationView:
    """An application as those who decide read it, with what they may do and with who decided before; the look
    is written to the audit log. Raises NotAllowed, NoLongerCurrent (also of what is not handed in yet).
    """
    application = _decidable(session, actor, application_id)
    if application.status == ApplicationStatus.DRAFT:
        raise NoLongerCurrent
    _log(session, "application.seen", actor, application, now)
    return _as_decided_by(session, actor, application, total)


def peek(session: Session, actor: Actor, application_id: int) -> ApplicationView | None:
    """The application for an alert's card, or None when it waits no longer or is not the reader's to see."""
    application = session.get(Application, application_id)
    if application is None or not application.awaits_decision:
        return None
    here = application.membership.organization_id
    if actor.participation(*DECIDING, organization_id=here) is None:
        return None
    return _as_decided_by(session, actor, application, application.position)


def latest(session: Session, actor: Actor, membership_id: int) -> int | None:
    """The id of the application by which the person came in or was last renewed, for those who decide there:
    its screen says who passed it on, who approved it and when. Raises NotAllowed, NoLongerCurrent.
    """
    membership = session.get(Membership, membership_id)
    if membership is None:
        raise NoLongerCurrent
    access.require_role(actor, membership.organization_id, *DECIDING)
    approved = (Application.membership_id == membership_id, Application.status == ApplicationStatus.APPROVED)
    return session.scalar(select(Application.id).where(*approved).order_by(Application.id.desc()).limit(1))


def _as_decided_by(session: Session, actor: Actor, application: Application, total: int) -> ApplicationView:
    view = view_of(application, total)
    here = application.membership.organization_id
    approval = Approval(
        _colleague(session, here, application.endorsed_by_id),
        _colleague(session, here, application.decided_by_id),
        application.decided_at,
    )
    return replace(view, powers=_powers(session, actor, application), approval=approval)


def _colleague(session: Session, organization_id: int, person_id: int | None) -> PersonName | None:
    if person_id is None:
        return None
    here = (Membership.person_id == person_id, Membership.organization_id == organization_id)
    found = session.scalars(select(Membership).where(*here).order_by(Membership.role.in_(DECIDING).desc()))
    membership = found.first()
    return PersonName.of(membership) if membership else None


def _powers(session: Session, actor: Actor, application: Application) -> frozenset[Power]:
    membership = application.membership
    if not application.awaits_decision or _is_own(session, actor, membership):
        return NOBODY
    organization = membership.organization
    is_head = actor.participation(Role.HEAD, organization_id=organization.id) is not None
    heads = set(alerts.people_in_role(session, organization.id, Role.HEAD)) - {membership.person_id}
    if is_head or not heads:
        # Nobody above decides: there is no head, or it is the head who applies.
        return BOTH
    if application.status == ApplicationStatus.WITH_HEAD:
        return NOBODY
    return frozenset({Power.HAND_UP, Power.RETURN}) if organization.head_approves else BOTH


def _is_own(session: Session, actor: Actor, membership: Membership) -> bool:
    return membership.person_id == actor.person_id and _others_decide(session, membership)


# ---- deciding


def approve(
    session: Session, actor: Actor, application_id: int, total: int, *, now: datetime
) -> ApplicationView:
    """Admit the person, or take over the renewed profile. Raises NotAllowed, OwnApplication, HeadDecides,
    AlreadyDecided (somebody was quicker), NoLongerCurrent (also when the person has left meanwhile).
    """
    application = _undecided(session, actor, application_id, Power.APPROVE)
    admit(application, actor.person_id, now)
    _tell_applicant(session, application, "joining.approved", now)
    _tell_curator(session, application, actor, now)
    settle(session, application, "approved", actor.person_id, now)
    _log(session, "application.approved", actor, application, now)
    return view_of(application, total)


def pass_to_head(
    session: Session, actor: Actor, application_id: int, total: int, *, now: datetime
) -> ApplicationView:
    """The curator speaks for the person; the head decides. Raises NotAllowed, AlreadyDecided, NoLongerCurrent
    (the school does not want it, or has no head now: then the curator approves).
    """
    application = _undecided(session, actor, application_id, Power.HAND_UP)
    settle(session, application, "passed_on", actor.person_id, now)
    application.pass_to_head(actor.person_id)
    asked = {alerts.RAISED_FOR: Role.HEAD.value}
    _ask(session, application, _heads_cause(application), asked, now)
    _log(session, "application.endorsed", actor, application, now)
    return view_of(application, total)


def admit(application: Application, decided_by_id: int, now: datetime) -> None:
    """The person is in: the answers become the profile, a mentee begins to wait for a mentor. A review renews
    the profile and changes nothing else.
    """
    application.approve(decided_by_id, now)
    membership = application.membership
    membership.profile = {key: value for key, value in application.answers.items() if key != "name"}
    if membership.role == Role.MENTOR:
        membership.capacity = int(application.answers.get("capacity") or membership.capacity or 1)
    if application.is_review:
        membership.refreshed_at, membership.review_asked_at = now, None
        _rename(membership.person, str(application.answers.get("name") or ""))
        return
    membership.status, membership.approved_at, membership.left_at = MembershipStatus.ACTIVE, now, None
    if membership.role == Role.MENTEE:
        membership.unpaired_since = now


def _rename(person: Person, name: str) -> None:
    if name:
        person.last_name, person.first_name, person.patronymic = split_name(name)


def return_with_reason(
    session: Session, actor: Actor, application_id: int, reason: str, total: int, *, now: datetime
) -> ApplicationView:
    """Give it back to be corrected; nothing has to be typed again. What the head returns the curator who
    passed it on hears of, too. Raises AnswerEmpty, AnswerTooLong, HeadDecides, AlreadyDecided, …
    """
    application = _undecided(session, actor, application_id, Power.RETURN)
    text = checked(reason, REASON_LIMIT)
    settle(session, application, "returned", actor.person_id, now)
    application.return_with(text, actor.person_id, now)
    application.position, application.correcting = total, False
    if not application.is_review:
        application.membership.status = MembershipStatus.RETURNED
    _tell_applicant(session, application, "joining.returned", now)
    _tell_curator(session, application, actor, now)
    _log(session, "application.returned", actor, application, now)
    return view_of(application, total)


def _decidable(session: Session, actor: Actor, application_id: int) -> Application:
    application = session.get(Application, application_id)
    if application is None:
        raise NoLongerCurrent
    access.require_role(actor, application.membership.organization_id, *DECIDING)
    return application


def _undecided(session: Session, actor: Actor, application_id: int, power: Power) -> Application:
    """The application, if the actor may do that with it now."""
    application = _decidable(session, actor, application_id)
    if not application.awaits_decision:
        raise AlreadyDecided(outcome=application.status.value)
    membership = application.membership
    if membership.status == MembershipStatus.LEFT or membership.person.is_frozen:
        raise NoLongerCurrent
    if _is_own(session, actor, membership):
        raise OwnApplication
    if power not in _powers(session, actor, application):
        raise NoLongerCurrent if power == Power.HAND_UP else HeadDecides
    return application


# ---- telling


def _tell_applicant(session: Session, application: Application, kind: str, now: datetime) -> None:
    for person_id in readers(session, application.membership):
        outbox.notify(
            session,
            kind=kind,
            key=f"{kind}:{application.id}:{application.submissions}:{person_id}",
            person_id=person_id,
            payload={"application_id": application.id},
            topic=f"application:{application.id}:{person_id}",
            urgency=Urgency.NORMAL,
            due_at=now,
            now=now,
        )


def readers(session: Session, membership: Membership) -> list[int]:
    """Who hears what concerns a participant: the person, and for a pupil those who answer for them. Nobody of
    those who have no Telegram.
    """
    people = [membership.person_id]
    if membership.partition == Partition.PUPIL:
        people += minors.guardians(session, membership.person_id)
    reachable = (Person.id.in_(people), Person.chat_id.is_not(None), Person.frozen_at.is_(None))
    return list(session.scalars(select(Person.id).where(*reachable).order_by(Person.id)))


def _tell_curator(session: Session, application: Application, actor: Actor, now: datetime) -> None:
    """The head has decided: whoever passed the application on hears how."""
    curator_id = application.endorsed_by_id
    if curator_id is None or curator_id == actor.person_id:
        return
    outbox.notify(
        session,
        kind="joining.head_decided",
        key=f"joining.head_decided:{application.id}:{application.submissions}",
        person_id=curator_id,
        payload={"application_id": application.id},
        due_at=now,
        now=now,
    )


def decided(session: Session, application_id: int, person_id: int) -> ApplicationView | None:
    """The decision for the notice to the applicant or their parent, or None when it is not theirs."""
    application = session.get(Application, application_id)
    if application is None or person_id not in readers(session, application.membership):
        return None
    is_own = application.membership.person_id == person_id
    return replace(view_of(application, application.position), is_own=is_own)


def decided_by_head(session: Session, application_id: int, person_id: int) -> ApplicationView | None:
    """The head's decision for the curator who passed the application on; None when they are none any more."""
    application = session.get(Application, application_id)
    if application is None or application.endorsed_by_id != person_id:
        return None
    if person_id not in alerts.people_in_role(session, application.membership.organization_id, *DECIDING):
        return None
    return view_of(application, application.position)


def _log(session: Session, act: str, actor: Actor, application: Application, now: datetime) -> None:
    access.record(
        session,
        act,
        actor_id=actor.person_id,
        organization_id=application.membership.organization_id,
        subject_kind="application",
        subject_id=application.id,
        now=now,
    )


# ---- by time


def tick_waiting(session: Session, *, now: datetime) -> int:
    """Remind of applications that wait longer than the school allows (2 days unless set), once each: the
    curators, or the head who was asked. What waits for a head who is no longer there goes back to the
    curators.
    """
    reminded = _give_back_what_has_no_head(session, now)
    asked_head = and_(Alert.level == Role.HEAD, Alert.subject[alerts.RAISED_FOR].as_string() == Role.HEAD)
    query = (
        select(Alert, Organization.application_wait_days)
        .join(Organization, Organization.id == Alert.organization_id)
        .where(
            Alert.kind == AlertKind.APPLICATION_WAITING,
            Alert.status == AlertStatus.OPEN,
            or_(Alert.level == Role.CURATOR, asked_head),
        )
    )
    for alert, days in session.execute(query).all():
        if alert.since + timedelta(days=days) <= now:
            reminded += alerts.tell_again(session, alert, "waiting", now=now)
    return reminded


def _give_back_what_has_no_head(session: Session, now: datetime) -> int:
    head = aliased(Membership)
    has_head = (
        select(head.id)
        .join(Person, Person.id == head.person_id)
        .where(
            head.organization_id == Membership.organization_id,
            head.role == Role.HEAD,
            head.status == MembershipStatus.ACTIVE,
            head.person_id != Membership.person_id,
            Person.frozen_at.is_(None),
        )
        .exists()
    )
    waiting = (
        select(Application)
        .join(Membership, Membership.id == Application.membership_id)
        .where(Application.status == ApplicationStatus.WITH_HEAD, ~has_head)
    )
    found = session.scalars(waiting.order_by(Application.id).limit(BATCH)).all()
    for application in found:
        settle(session, application, "headless", None, now)
        application.status = ApplicationStatus.SUBMITTED
        # Asking anew is a new matter: each handing in has one alert.
        application.submissions += 1
        ask_curator(session, application, now)
    return len(found)
