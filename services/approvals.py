"""The curator's side of an application: read it, approve it or return it with a reason (N-3.3-3)."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    Alert,
    AlertKind,
    AlertStatus,
    Application,
    ApplicationStatus,
    MembershipStatus,
    Organization,
    Role,
)
from models.delivery import Urgency
from services import access, alerts, outbox
from services.access import Actor
from services.application_views import ApplicationView, view_of
from services.errors import AlreadyDecided, AnswerEmpty, AnswerTooLong, NoLongerCurrent
from services.text_limits import clean, telegram_length

REASON_LIMIT = 500


def _cause(application: Application) -> str:
    return f"application:{application.id}:{application.submissions}"


def ask_curator(session: Session, application: Application, now: datetime) -> None:
    """Raise the alert that asks the curators to decide. Once per handing in."""
    alerts.raise_alert(
        session,
        organization_id=application.membership.organization_id,
        kind=AlertKind.APPLICATION_WAITING,
        cause=_cause(application),
        subject={"application_id": application.id},
        since=now,
        now=now,
    )


def see_to_decide(
    session: Session, actor: Actor, application_id: int, total: int, *, now: datetime
) -> ApplicationView:
    """An application as its curator reads it; the look is written to the audit log."""
    application = _decidable(session, actor, application_id)
    _log(session, "application.seen", actor, application, now)
    return view_of(application, total)


def peek(session: Session, actor_id: int, application_id: int) -> ApplicationView | None:
    """The application for an alert's card, or None when it waits no longer."""
    application = session.get(Application, application_id)
    if application is None or application.status != ApplicationStatus.SUBMITTED:
        return None
    if actor_id not in alerts.people_in_role(
        session, application.membership.organization_id, Role.CURATOR, Role.HEAD
    ):
        return None
    return view_of(application, application.position)


def approve(
    session: Session, actor: Actor, application_id: int, total: int, *, now: datetime
) -> ApplicationView:
    """Admit the person. Raises NotAllowed, AlreadyDecided (somebody was quicker), NoLongerCurrent."""
    application = _undecided(session, actor, application_id)
    admit(application, actor.person_id, now)
    _tell_applicant(session, application, "joining.approved", now)
    alerts.resolve_cause(session, _cause(application), "approved", by_id=actor.person_id, now=now)
    _log(session, "application.approved", actor, application, now)
    return view_of(application, total)


def admit(application: Application, decided_by_id: int, now: datetime) -> None:
    """The person is in: the answers become the profile, a mentee begins to wait for a mentor."""
    application.approve(decided_by_id, now)
    membership = application.membership
    membership.status, membership.approved_at = MembershipStatus.ACTIVE, now
    membership.profile = {key: value for key, value in application.answers.items() if key != "name"}
    if membership.role == Role.MENTOR:
        membership.capacity = int(application.answers.get("capacity", 1))
    if membership.role == Role.MENTEE:
        membership.unpaired_since = now


def return_with_reason(
    session: Session, actor: Actor, application_id: int, reason: str, total: int, *, now: datetime
) -> ApplicationView:
    """Give it back to be corrected; nothing has to be typed again. Raises AnswerEmpty, AnswerTooLong,
    AlreadyDecided, …
    """
    application = _undecided(session, actor, application_id)
    text = clean(reason)
    if not text:
        raise AnswerEmpty
    if telegram_length(text) > REASON_LIMIT:
        raise AnswerTooLong(limit=REASON_LIMIT, length=telegram_length(text))
    cause = _cause(application)
    application.return_with(text, actor.person_id, now)
    application.position, application.correcting = total, False
    application.membership.status = MembershipStatus.RETURNED
    _tell_applicant(session, application, "joining.returned", now)
    alerts.resolve_cause(session, cause, "returned", by_id=actor.person_id, now=now)
    _log(session, "application.returned", actor, application, now)
    return view_of(application, total)


def _decidable(session: Session, actor: Actor, application_id: int) -> Application:
    application = session.get(Application, application_id)
    if application is None:
        raise NoLongerCurrent
    access.require_role(actor, application.membership.organization_id, Role.CURATOR, Role.HEAD)
    return application


def _undecided(session: Session, actor: Actor, application_id: int) -> Application:
    application = _decidable(session, actor, application_id)
    if application.status != ApplicationStatus.SUBMITTED:
        raise AlreadyDecided(outcome=application.status.value)
    return application


def _tell_applicant(session: Session, application: Application, kind: str, now: datetime) -> None:
    outbox.notify(
        session,
        kind=kind,
        key=f"{kind}:{application.id}:{application.submissions}",
        person_id=application.membership.person_id,
        payload={"application_id": application.id},
        topic=f"application:{application.id}",
        urgency=Urgency.NORMAL,
        due_at=now,
        now=now,
    )


def decided(session: Session, application_id: int, person_id: int) -> ApplicationView | None:
    """The decision for the notice to the applicant, or None when it is not theirs or was taken back."""
    application = session.get(Application, application_id)
    if application is None or application.membership.person_id != person_id:
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


def tick_waiting(session: Session, *, now: datetime) -> int:
    """Remind the curators of applications that wait longer than the school allows (2 days unless set). Once
    each.
    """
    reminded = 0
    query = (
        select(Alert, Organization.application_wait_days)
        .join(Organization, Organization.id == Alert.organization_id)
        .where(
            Alert.kind == AlertKind.APPLICATION_WAITING,
            Alert.status == AlertStatus.OPEN,
            Alert.level == Role.CURATOR,
        )
    )
    for alert, days in session.execute(query).all():
        if alert.since + timedelta(days=days) <= now:
            reminded += alerts.tell_again(session, alert, "waiting", now=now)
    return reminded
