"""The application of a newcomer: one answer a step, corrected, handed in, approved or returned (L-1-1,
L-2-1, N-3.3-3).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, contains_eager, load_only

from models import (
    Application,
    ApplicationStatus,
    Membership,
    MembershipStatus,
    Organization,
    Person,
    Role,
)
from services import access, approvals
from services.access import Actor
from services.application_views import ApplicationView, view_of
from services.content import Content, Question, QuestionKind, Questionnaire
from services.errors import (
    AnswerEmpty,
    AnswerNotANumber,
    AnswerTooLong,
    NoLongerCurrent,
    NotAllowed,
    NothingChosen,
    ServiceError,
)
from services.text_limits import clean, telegram_length

OTHER_LIMIT = 200
NAME_PART_LIMIT = 100
AUTOMATIC = tuple(role for role in Role if role not in (Role.MENTEE, Role.MENTOR))
"""Who was invited to one of these roles needs no further approval: the link was for one person only."""


class NameIncomplete(ServiceError):
    """A surname and a first name are needed."""


class ApplicationUnfinished(ServiceError):
    """Some questions have no answer yet."""


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
    return view_of(application, len(form))


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
    return view_of(_own(session, actor, application_id), total)


def step(
    session: Session,
    actor: Actor,
    application_id: int | None,
    content: Content,
    work: Callable[..., ApplicationView],
    *answer: Any,
) -> ApplicationView:
    """Take one step of the form that the application was begun with: `work` is `choose`, `answer_typed` and
    so on, `answer` what it takes before the form. None is the application that the actor has begun.
    """
    parameters = {"person_id": actor.person_id, "application_id": application_id}
    found = session.scalars(_BEGUN if application_id is None else _NAMED, parameters).one_or_none()
    if found is None:
        raise NoLongerCurrent
    return work(session, actor, found.id, *answer, content.questionnaire(found.questionnaire))


_WITH_ITS_PERSON = (
    select(Application)
    .join(Application.membership)
    .join(Membership.person)
    .join(Membership.organization)
    .options(
        contains_eager(Application.membership).options(
            load_only(Membership.person_id, Membership.organization_id, Membership.role),
            contains_eager(Membership.person).load_only(
                Person.last_name, Person.first_name, Person.patronymic
            ),
            contains_eager(Membership.organization).load_only(Organization.name),
        )
    )
)
"""The application with what its view shows, in one query: asked at every step."""
_NAMED = _WITH_ITS_PERSON.where(Application.id == bindparam("application_id"))
_BEGUN = (
    _WITH_ITS_PERSON.where(
        Membership.person_id == bindparam("person_id"),
        Application.status.in_((ApplicationStatus.DRAFT, ApplicationStatus.RETURNED)),
    )
    .order_by(Application.id.desc())
    .limit(1)
)


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
        return view_of(application, len(form))
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
    last, first, *rest = [*text.split(), "", ""]
    patronymic = " ".join(rest).strip()
    if not first:
        raise NameIncomplete
    longest = max(len(part) for part in (last, first, patronymic))
    if longest > NAME_PART_LIMIT:
        raise AnswerTooLong(limit=NAME_PART_LIMIT, length=longest)
    person = application.membership.person
    person.last_name, person.first_name, person.patronymic = last, first, patronymic
    application.answer("name", person.full_name)


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
    if question.kind not in (QuestionKind.CHOICE, QuestionKind.SCALE) or not question.offers(option):
        raise NoLongerCurrent
    application.answer(question.key, int(option) if question.kind == QuestionKind.SCALE else option)
    return _advance(application, form)


def tick(
    session: Session, actor: Actor, application_id: int, key: str, option: str, form: Questionnaire
) -> ApplicationView:
    """Tick an option; the screen stays. Ticked already (a double tap), it stays ticked. Raises
    NoLongerCurrent.
    """
    return _mark(session, actor, application_id, key, option, form, is_ticked=True)


def untick(
    session: Session, actor: Actor, application_id: int, key: str, option: str, form: Questionnaire
) -> ApplicationView:
    """Take a tick off; the screen stays. Raises NoLongerCurrent."""
    return _mark(session, actor, application_id, key, option, form, is_ticked=False)


def _mark(
    session: Session,
    actor: Actor,
    application_id: int,
    key: str,
    option: str,
    form: Questionnaire,
    *,
    is_ticked: bool,
) -> ApplicationView:
    application, question = _open_choices(session, actor, application_id, form, key)
    if not question.offers(option):
        raise NoLongerCurrent
    others = [one for one in application.answers.get(question.key) or [] if one != option]
    before = list(application.answers.get(question.key) or [])
    if is_ticked != (option in before):
        application.answer(question.key, [*others, option] if is_ticked else others)
    return view_of(application, len(form))


def finish_choices(
    session: Session, actor: Actor, application_id: int, key: str, form: Questionnaire
) -> ApplicationView:
    """Done with ticking. Raises NothingChosen, NoLongerCurrent."""
    application, question = _open_choices(session, actor, application_id, form, key)
    if not _is_answered(application, question):
        raise NothingChosen
    application.answer(question.key, application.answers.get(question.key) or [])
    return _advance(application, form)


def _open_choices(
    session: Session, actor: Actor, application_id: int, form: Questionnaire, key: str
) -> tuple[Application, Question]:
    application, question = _open(session, actor, application_id, form, key)
    if question.kind != QuestionKind.CHOICES:
        raise NoLongerCurrent
    return application, question


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
    return view_of(application, len(form))


def go_back(
    session: Session, actor: Actor, application_id: int, key: str, form: Questionnaire
) -> ApplicationView:
    """The question before; from a correction back to the summary. Raises NoLongerCurrent."""
    application, _ = _open(session, actor, application_id, form, key)
    if application.correcting:
        return _advance(application, form)
    application.position = max(application.position - 1, 0)
    return view_of(application, len(form))


def correct(
    session: Session, actor: Actor, application_id: int, key: str, form: Questionnaire
) -> ApplicationView:
    """From the summary to one question and back. Raises NoLongerCurrent."""
    application = _own(session, actor, application_id)
    number = next((number for number, one in enumerate(form.questions) if one.key == key), None)
    if not application.is_open or application.position < len(form) or number is None:
        raise NoLongerCurrent
    application.position, application.correcting = number, True
    return view_of(application, len(form))


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
        approvals.admit(application, actor.person_id, now)
    else:
        approvals.ask_curator(session, application, now)
    return view_of(application, len(form))


def _is_missing(application: Application, question: Question) -> bool:
    return not question.optional and not _is_answered(application, question)


def _is_answered(application: Application, question: Question) -> bool:
    answers = application.answers
    if question.kind == QuestionKind.CHOICES:
        return bool(answers.get(question.key) or answers.get(f"{question.key}_other"))
    return bool(answers.get(question.key, "") != "")
