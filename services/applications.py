"""The application of a newcomer: one answer a step, corrected, handed in, approved or returned (L-1-1,
L-2-1, N-3.3-3).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    Alert,
    AlertKind,
    AlertStatus,
    Application,
    ApplicationStatus,
    Membership,
    MembershipStatus,
    Organization,
    Role,
)
from models.delivery import Urgency
from services import access, alerts, outbox
from services.access import Actor
from services.content import Question, QuestionKind, Questionnaire
from services.errors import (
    AlreadyDecided,
    AnswerEmpty,
    AnswerNotANumber,
    AnswerTooLong,
    NoLongerCurrent,
    NotAllowed,
    NothingChosen,
    ServiceError,
)
from services.names import PersonName
from services.text_limits import telegram_length

REASON_LIMIT = 500
OTHER_LIMIT = 200
AUTOMATIC = (Role.CURATOR, Role.HEAD)
"""Who was invited to one of these roles needs no further approval: the link was for one person only."""


class NameIncomplete(ServiceError):
    """A surname and a first name are needed."""


class ApplicationUnfinished(ServiceError):
    """Some questions have no answer yet."""


@dataclass(frozen=True, slots=True)
class ApplicationView:
    """Where an application stands. `position` counts from 0; equal to `total` it is the summary."""

    id: int
    role: Role
    status: ApplicationStatus
    questionnaire: str
    position: int
    total: int
    correcting: bool
    answers: dict[str, Any]
    return_reason: str
    name: PersonName
    organization_id: int
    organization_name: str
    submitted_at: datetime | None

    @property
    def is_summary(self) -> bool:
        return self.position >= self.total


def _view(application: Application, total: int) -> ApplicationView:
    membership = application.membership
    return ApplicationView(
        application.id,
        membership.role,
        application.status,
        application.questionnaire,
        application.position,
        total,
        application.correcting,
        application.answers,
        application.return_reason,
        PersonName.of(membership),
        membership.organization_id,
        membership.organization.name,
        application.submitted_at,
    )


def begin(session: Session, membership: Membership, form: Questionnaire, *, now: datetime) -> ApplicationView:
    """Start an empty application with the first question on the screen."""
    application = Application(
        membership=membership,
        questionnaire=form.key,
        questionnaire_version=form.version,
        status=ApplicationStatus.DRAFT,
        answers={},
        position=0,
        correcting=False,
        return_reason="",
        submissions=0,
        started_at=now,
    )
    session.add(application)
    session.flush()
    return _view(application, len(form))


def unfinished(session: Session, actor: Actor) -> int | None:
    """The id of the application that the actor has begun and not handed in, if any."""
    return session.scalar(
        select(Application.id)
        .join(Membership)
        .where(
            Membership.person_id == actor.person_id,
            Application.status.in_((ApplicationStatus.DRAFT, ApplicationStatus.RETURNED)),
        )
        .order_by(Application.id.desc())
        .limit(1)
    )


def awaiting_decision(session: Session, actor: Actor) -> bool:
    """Has the actor handed in an application that nobody decided yet?"""
    waiting = (
        select(Application.id)
        .join(Membership)
        .where(Membership.person_id == actor.person_id, Application.status == ApplicationStatus.SUBMITTED)
    )
    return session.scalar(waiting.limit(1)) is not None


def questionnaire_of(session: Session, actor: Actor, application_id: int) -> str:
    """The key of the questionnaire of an application of one's own, or of one that the actor decides."""
    application = session.get(Application, application_id)
    if application is None:
        raise NoLongerCurrent
    if application.membership.person_id != actor.person_id:
        access.require_role(actor, application.membership.organization_id, Role.CURATOR, Role.HEAD)
    return application.questionnaire


def see_own(session: Session, actor: Actor, application_id: int, total: int) -> ApplicationView:
    """Raises NotAllowed for somebody else's application."""
    return _view(_own(session, actor, application_id), total)


def _own(session: Session, actor: Actor, application_id: int) -> Application:
    application = session.get(Application, application_id)
    if application is None:
        raise NoLongerCurrent
    if application.membership.person_id != actor.person_id:
        raise NotAllowed
    return application


def _open(
    session: Session, actor: Actor, application_id: int, form: Questionnaire, key: str
) -> tuple[Application, Question]:
    """The application with this question on the screen. Raises NoLongerCurrent for a screen of an earlier
    state.
    """
    application = _own(session, actor, application_id)
    question = form.questions[application.position] if application.position < len(form) else None
    if not application.is_open or question is None or question.key != key:
        raise NoLongerCurrent
    return application, question


def answer_text(
    session: Session,
    actor: Actor,
    application_id: int,
    key: str,
    text: str,
    form: Questionnaire,
) -> ApplicationView:
    """A typed answer. Raises AnswerEmpty, AnswerTooLong, AnswerNotANumber, NameIncomplete,
    NoLongerCurrent.
    """
    application, question = _open(session, actor, application_id, form, key)
    cleaned = clean(text)
    _check_length(question, cleaned)
    _typed_answer(application, question, cleaned)
    if question.kind == QuestionKind.CHOICES:
        # One more line among the ticks: the person may go on ticking.
        return _view(application, len(form))
    return _advance(application, form)


def answer_typed(
    session: Session, actor: Actor, application_id: int, text: str, form: Questionnaire
) -> ApplicationView:
    """A typed answer to the question on the screen, whichever it is. Raises as `answer_text` does."""
    application = _own(session, actor, application_id)
    if application.position >= len(form):
        raise NoLongerCurrent
    key = form.questions[application.position].key
    return answer_text(session, actor, application_id, key, text, form)


def clean(text: str) -> str:
    """Trimmed, in one normal form, without the invisible marks that turn the direction of text (fault 32)."""
    normal = unicodedata.normalize("NFC", text)
    visible = "".join(
        sign for sign in normal if sign in "\n\u200d" or unicodedata.category(sign) not in ("Cc", "Cf")
    )
    return visible.strip()


def _check_length(question: Question, text: str) -> None:
    if not text:
        raise AnswerEmpty
    limit = OTHER_LIMIT if question.kind in (QuestionKind.CHOICE, QuestionKind.CHOICES) else question.limit
    length = telegram_length(text)
    if length > limit:
        raise AnswerTooLong(limit=limit, length=length)


def _typed_answer(application: Application, question: Question, text: str) -> None:
    match question.kind:
        case QuestionKind.NAME:
            _name_person(application, text)
        case QuestionKind.NUMBER | QuestionKind.SCALE:
            application.answer(question.key, _number(question, text))
        case QuestionKind.CHOICE | QuestionKind.CHOICES:
            _type_other(application, question, text)
        case QuestionKind.TEXT:
            application.answer(question.key, text)


def _name_person(application: Application, text: str) -> None:
    parts = text.split()
    if len(parts) < 2:
        raise NameIncomplete
    person = application.membership.person
    person.last_name, person.first_name = parts[0][:100], parts[1][:100]
    person.patronymic = " ".join(parts[2:])[:100]
    application.answer("name", " ".join(parts))


def _number(question: Question, text: str) -> int:
    digits = text.strip()
    wrong = AnswerNotANumber(minimum=question.minimum, maximum=question.maximum)
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 6):
        raise wrong
    if not question.minimum <= int(digits) <= question.maximum:
        raise wrong
    return int(digits)


def _type_other(application: Application, question: Question, text: str) -> None:
    if not question.other:
        raise NothingChosen
    if question.kind == QuestionKind.CHOICE:
        application.answer(question.key, text)
    else:
        application.answer(f"{question.key}_other", text)


def choose(
    session: Session,
    actor: Actor,
    application_id: int,
    key: str,
    option: str,
    form: Questionnaire,
) -> ApplicationView:
    """One of several: the answer and the next question. Raises NoLongerCurrent."""
    application, question = _open(session, actor, application_id, form, key)
    application.answer(question.key, option)
    return _advance(application, form)


def toggle(
    session: Session,
    actor: Actor,
    application_id: int,
    key: str,
    option: str,
    form: Questionnaire,
) -> ApplicationView:
    """Tick an option or take the tick off; the screen stays. Raises NoLongerCurrent."""
    application, question = _open(session, actor, application_id, form, key)
    ticked = list(application.answers.get(question.key, []))
    application.answer(
        question.key, [one for one in ticked if one != option] if option in ticked else [*ticked, option]
    )
    return _view(application, len(form))


def finish_choices(
    session: Session, actor: Actor, application_id: int, key: str, form: Questionnaire
) -> ApplicationView:
    """Done with ticking. Raises NothingChosen, NoLongerCurrent."""
    application, question = _open(session, actor, application_id, form, key)
    if not application.answers.get(question.key) and not application.answers.get(f"{question.key}_other"):
        raise NothingChosen
    application.answer(question.key, application.answers.get(question.key, []))
    return _advance(application, form)


def skip(
    session: Session, actor: Actor, application_id: int, key: str, form: Questionnaire
) -> ApplicationView:
    """Leave an optional question without an answer. Raises NoLongerCurrent."""
    application, question = _open(session, actor, application_id, form, key)
    if not question.optional:
        raise AnswerEmpty
    application.answer(question.key, "")
    return _advance(application, form)


def _advance(application: Application, form: Questionnaire) -> ApplicationView:
    application.position = len(form) if application.correcting else application.position + 1
    application.correcting = False
    return _view(application, len(form))


def go_back(
    session: Session, actor: Actor, application_id: int, key: str, form: Questionnaire
) -> ApplicationView:
    """The question before; from a correction back to the summary. Raises NoLongerCurrent."""
    application, _ = _open(session, actor, application_id, form, key)
    if application.correcting:
        return _advance(application, form)
    application.position = max(application.position - 1, 0)
    return _view(application, len(form))


def correct(
    session: Session, actor: Actor, application_id: int, key: str, form: Questionnaire
) -> ApplicationView:
    """From the summary to one question and back. Raises NoLongerCurrent."""
    application = _own(session, actor, application_id)
    number = next((number for number, one in enumerate(form.questions) if one.key == key), None)
    if not application.is_open or application.position < len(form) or number is None:
        raise NoLongerCurrent
    application.position, application.correcting = number, True
    return _view(application, len(form))


def submit(
    session: Session, actor: Actor, application_id: int, form: Questionnaire, *, now: datetime
) -> ApplicationView:
    """Hand it in: the curator is asked to decide. Raises ApplicationUnfinished, NoLongerCurrent (handed in
    before).
    """
    application = _own(session, actor, application_id)
    if not application.is_open:
        raise NoLongerCurrent
    if application.position < len(form) or any(
        _is_missing(application, question) for question in form.questions
    ):
        raise ApplicationUnfinished
    application.submit(now)
    membership = application.membership
    membership.status = MembershipStatus.APPLIED
    if membership.role in AUTOMATIC:
        _admit(application, actor.person_id, now)
    else:
        _ask_curator(session, application, now)
    return _view(application, len(form))


def _is_missing(application: Application, question: Question) -> bool:
    return not question.optional and question.key not in application.answers


def _cause(application: Application) -> str:
    return f"application:{application.id}:{application.submissions}"


def _ask_curator(session: Session, application: Application, now: datetime) -> None:
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
    return _view(application, total)


def peek(session: Session, actor_id: int, application_id: int) -> ApplicationView | None:
    """The application for an alert's card, or None when it waits no longer."""
    application = session.get(Application, application_id)
    if application is None or application.status != ApplicationStatus.SUBMITTED:
        return None
    if actor_id not in alerts.people_in_role(
        session, application.membership.organization_id, Role.CURATOR, Role.HEAD
    ):
        return None
    return _view(application, application.position)


def approve(
    session: Session, actor: Actor, application_id: int, total: int, *, now: datetime
) -> ApplicationView:
    """Admit the person. Raises NotAllowed, AlreadyDecided (somebody was quicker), NoLongerCurrent."""
    application = _undecided(session, actor, application_id)
    _admit(application, actor.person_id, now)
    _tell_applicant(session, application, "joining.approved", now)
    alerts.resolve_cause(session, _cause(application), "approved", by_id=actor.person_id, now=now)
    _log(session, "application.approved", actor, application, now)
    return _view(application, total)


def _admit(application: Application, decided_by_id: int, now: datetime) -> None:
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
    return _view(application, total)


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
    return _view(application, application.position)


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
        .where(Alert.kind == AlertKind.APPLICATION_WAITING, Alert.status == AlertStatus.OPEN)
    )
    for alert, days in session.execute(query).all():
        if alert.since + timedelta(days=days) <= now:
            reminded += _remind(session, alert, now)
    return reminded


def _remind(session: Session, alert: Alert, now: datetime) -> int:
    people = alerts.people_in_role(session, alert.organization_id, alert.level)
    return sum(
        outbox.notify(
            session,
            kind="alerts.raised",
            key=f"alert:{alert.id}:waiting:{person_id}",
            person_id=person_id,
            payload={"alert_id": alert.id},
            topic=f"alert:{alert.id}",
            due_at=now,
            now=now,
        )
        for person_id in people
    )
