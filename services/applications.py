"""The application of a newcomer, and the yearly renewal of a profile: one answer a step, corrected, handed
in, taken back (L-1-1, L-2-1, N-3.4-2). The decision is in `approvals`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, bindparam, or_, select
from sqlalchemy.orm import Session, contains_eager, load_only

from models import (
    Application,
    ApplicationStatus,
    Guardianship,
    Membership,
    MembershipStatus,
    Organization,
    Partition,
    Person,
    Role,
)
from services import access, approvals, minors
from services.access import Actor
from services.application_views import ApplicationView, Remark, view_of
from services.content import Content, Question, QuestionKind, Questionnaire
from services.errors import (
    AnswerEmpty,
    AnswerNotANumber,
    NoLongerCurrent,
    NotAllowed,
    NothingChosen,
    ServiceError,
)
from services.full_names import read_name
from services.text_limits import clean
from services.typed_text import needed

OTHER_LIMIT = 200
PAIRED = (Role.MENTEE, Role.MENTOR)
AUTOMATIC = tuple(role for role in Role if role not in PAIRED)
"""Who was invited to one of these roles needs no further approval: the link was for one person only."""
OPEN = (ApplicationStatus.DRAFT, ApplicationStatus.RETURNED)
WAITING = (ApplicationStatus.SUBMITTED, ApplicationStatus.WITH_HEAD)
STAYS_AFTER_TYPING = (QuestionKind.CHOICES, QuestionKind.DATE)
"""Among ticks a typed line is one more of them; a typed day is read back in words and confirmed."""


class ApplicationUnfinished(ServiceError):
    """Some questions have no answer yet."""


class AnswerNotADate(ServiceError):
    """Fields `earliest` and `latest`, as a day is typed: «31.12.2026»."""


@dataclass(frozen=True, slots=True)
class WaitingApplication:
    """An application that somebody decides now."""

    id: int
    is_with_head: bool


# ---- beginning


def form_key(role: Role, partition: Partition = Partition.TEACHER) -> str:
    """The questionnaire of a role: teachers and pupils have their own, all others give their name only."""
    if role not in PAIRED:
        return "staff"
    return role.value if partition == Partition.TEACHER else f"{role.value}-pupil"


def begin(session: Session, membership: Membership, form: Questionnaire, *, now: datetime) -> ApplicationView:
    """Start an application with the first question on the screen. Somebody who comes back finds the answers
    of the time before, and checks them on the summary.
    """
    previous = _previous_answers(session, membership)
    close(session, membership, now=now)
    answers = form.kept(_with_name(membership, previous)) if previous else {}
    application = _new(membership, form, now, answers=answers, position=len(form) if answers else 0)
    session.add(application)
    session.flush()
    view = view_of(application, len(form))
    return replace(view, remark=Remark.PREFILLED) if answers else view


def close(session: Session, membership: Membership, *, now: datetime) -> None:
    """Nothing that the participant has begun or handed in is waited for any more: they have left."""
    for old in session.scalars(_applications_of(membership).where(Application.status.in_(OPEN + WAITING))):
        approvals.settle(session, old, "withdrawn", None, now)
        old.status, old.decided_at = ApplicationStatus.WITHDRAWN, now


def begin_review(
    session: Session, membership: Membership, form: Questionnaire, *, now: datetime
) -> ApplicationView:
    """The yearly renewal: the answers of the profile on the summary, to be corrected and handed in (N-3.4-2).
    One that was begun goes on. Whoever asks has been checked. Raises NoLongerCurrent (not active in a pair's
    role, or handed in and not decided).
    """
    if not membership.is_active or membership.role not in PAIRED:
        raise NoLongerCurrent
    reviews = _applications_of(membership).where(Application.is_review.is_(True))
    if session.scalars(reviews.where(Application.status.in_(WAITING))).first() is not None:
        raise NoLongerCurrent
    application = session.scalars(reviews.where(Application.status.in_(OPEN))).first()
    if application is None:
        known = _with_name(membership, membership.profile)
        own = {one.key for one in form.questions}
        # What others have put into the profile stays in it.
        extra = {key: value for key, value in known.items() if key.removesuffix("_other") not in own}
        application = _new(
            membership, form, now, answers=extra | form.kept(known), position=len(form), is_review=True
        )
        session.add(application)
        session.flush()
    return view_of(application, len(form))


def drop_review(session: Session, membership: Membership, *, now: datetime) -> None:
    """What was begun of a renewal is not gone on with: the profile was confirmed as it is. Otherwise its
    answers would come up as they were at the time, when something is renewed later.
    """
    begun = _applications_of(membership).where(Application.is_review.is_(True), Application.status.in_(OPEN))
    for old in session.scalars(begun):
        old.status, old.decided_at = ApplicationStatus.WITHDRAWN, now


def _new(membership: Membership, form: Questionnaire, now: datetime, **fields: Any) -> Application:
    return Application(
        membership=membership,
        questionnaire=form.key,
        questionnaire_version=form.version,
        status=ApplicationStatus.DRAFT,
        correcting=False,
        return_reason="",
        submissions=0,
        started_at=now,
        **fields,
    )


def _applications_of(membership: Membership) -> Select[Application]:
    return (
        select(Application).where(Application.membership_id == membership.id).order_by(Application.id.desc())
    )


def _previous_answers(session: Session, membership: Membership) -> dict[str, Any]:
    """What the person answered here in this role before: the profile, or an application taken back."""
    if membership.profile:
        return membership.profile
    last = session.scalars(_applications_of(membership).limit(1)).first() if membership.id else None
    return last.answers if last is not None else {}


def _with_name(membership: Membership, answers: dict[str, Any]) -> dict[str, Any]:
    name = membership.person.full_name
    return answers | {"name": name} if name else answers


# ---- whose it is


def may_fill(session: Session, actor: Actor, membership: Membership) -> bool:
    """May the actor answer for this participant: themselves, or a pupil's parent?"""
    if membership.person_id == actor.person_id:
        return True
    return membership.partition == Partition.PUPIL and minors.is_guardian(
        session, actor, membership.person_id
    )


def may_renew(session: Session, actor: Actor, membership: Membership) -> bool:
    """The same for the yearly renewal: for a colleague without Telegram the curator answers."""
    if may_fill(session, actor, membership):
        return True
    decides = actor.participation(Role.CURATOR, Role.HEAD, organization_id=membership.organization_id)
    return decides is not None and not membership.person.has_telegram and membership.is_active


def _own(session: Session, actor: Actor, application_id: int) -> Application:
    application = session.get(Application, application_id)
    if application is None:
        raise NoLongerCurrent
    permits = may_renew if application.is_review else may_fill
    if not permits(session, actor, application.membership):
        raise NotAllowed
    return application


def unfinished(session: Session, actor: Actor) -> int | None:
    """The id of the application that the actor has begun and not handed in, if any: their own, or that of a
    child of theirs who has no Telegram.
    """
    return _mine(session, actor, OPEN)


def waiting(session: Session, actor: Actor) -> WaitingApplication | None:
    """The application that the actor handed in and that nobody decided yet, if any."""
    number = _mine(session, actor, WAITING)
    if number is None:
        return None
    status = session.get_one(Application, number).status
    return WaitingApplication(number, status == ApplicationStatus.WITH_HEAD)


def _mine(session: Session, actor: Actor, statuses: tuple[ApplicationStatus, ...]) -> int | None:
    children = (
        select(Guardianship.child_id)
        .join(Person, Person.id == Guardianship.child_id)
        .where(
            Guardianship.parent_id == actor.person_id,
            Guardianship.ended_at.is_(None),
            Person.chat_id.is_(None),
        )
    )
    own = Membership.person_id == actor.person_id
    query = (
        select(Application.id)
        .join(Membership, Membership.id == Application.membership_id)
        .where(or_(own, Membership.person_id.in_(children)), Application.status.in_(statuses))
        .order_by(own.desc(), Application.id.desc())
    )
    return session.scalar(query.limit(1))


# ---- reading


def form_of(session: Session, actor: Actor, application_id: int, content: Content) -> Questionnaire:
    """The questionnaire, in its version, of an application that the actor fills in or decides. Raises
    NotAllowed, NoLongerCurrent.
    """
    application = session.get(Application, application_id)
    if application is None:
        raise NoLongerCurrent
    if not may_renew(session, actor, application.membership):
        access.require_role(actor, application.membership.organization_id, Role.CURATOR, Role.HEAD)
    return content.questionnaire(application.questionnaire, application.questionnaire_version)


def profile_form(session: Session, membership: Membership, content: Content) -> Questionnaire:
    """The questionnaire, in the version that the profile of this membership answers."""
    approved = _applications_of(membership).where(Application.status == ApplicationStatus.APPROVED)
    application = session.scalars(approved.limit(1)).first()
    if application is None:
        return content.questionnaire(form_key(membership.role, membership.partition))
    return content.questionnaire(application.questionnaire, application.questionnaire_version)


def see_own(session: Session, actor: Actor, application_id: int, total: int) -> ApplicationView:
    """Raises NotAllowed for somebody else's application."""
    return view_of(_own(session, actor, application_id), total)


def resume(session: Session, actor: Actor, application_id: int, content: Content) -> ApplicationView:
    """Go on where the person stopped. Raises NotAllowed for somebody else's, NoLongerCurrent when it was
    decided or taken back.
    """
    application = _own(session, actor, application_id)
    if not (application.is_open or application.awaits_decision):
        raise NoLongerCurrent
    form = content.questionnaire(application.questionnaire, application.questionnaire_version)
    if application.is_open and form.version != application.questionnaire_version:
        return _renew(application, form)
    return view_of(application, len(form))


# ---- steps


def step(
    session: Session,
    actor: Actor,
    application_id: int | None,
    content: Content,
    work: Callable[..., ApplicationView],
    *answer: Any,
) -> ApplicationView:
    """Take one step of the form that the application was begun with: `work` is `choose`, `answer_typed` and
    so on, `answer` what it takes before the form. None is the application that was begun last by the actor
    or for a child of theirs.

    Where the version of the form is gone, nothing is answered yet: the newest is shown at its first question
    without an answer.
    """
    parameters = {"person_id": actor.person_id, "application_id": application_id}
    found = session.scalars(_BEGUN if application_id is None else _NAMED, parameters).one_or_none()
    if found is None:
        raise NoLongerCurrent
    form = content.questionnaire(found.questionnaire, found.questionnaire_version)
    if form.version != found.questionnaire_version:
        return _renew(_own(session, actor, found.id), form)
    return work(session, actor, found.id, *answer, form)


def hand_in(
    session: Session, actor: Actor, application_id: int, content: Content, *, now: datetime
) -> ApplicationView:
    """`submit` with the form that the application was begun with; `step` says what becomes of one whose
    version is gone.
    """

    def work(session: Session, actor: Actor, application_id: int, form: Questionnaire) -> ApplicationView:
        return submit(session, actor, application_id, form, now=now)

    return step(session, actor, application_id, content, work)


def _renew(application: Application, form: Questionnaire) -> ApplicationView:
    if not application.is_open:
        raise NoLongerCurrent
    application.questionnaire_version = form.version
    application.answers = form.kept(application.answers)
    application.correcting = False
    unanswered = (
        number for number in form.asked(application.answers) if not _is_seen(application, form, number)
    )
    application.position = next(unanswered, len(form))
    return replace(view_of(application, len(form)), remark=Remark.RENEWED)


def _is_seen(application: Application, form: Questionnaire, number: int) -> bool:
    question = form.questions[number]
    return question.key in application.answers and not _is_missing(application, question)


_WITH_ITS_PERSON = (
    select(Application)
    .join(Application.membership)
    .join(Membership.person)
    .join(Membership.organization)
    .options(
        contains_eager(Application.membership).options(
            load_only(
                Membership.person_id,
                Membership.organization_id,
                Membership.role,
                Membership.partition,
                Membership.status,
            ),
            contains_eager(Membership.person).load_only(
                Person.last_name, Person.first_name, Person.patronymic, Person.chat_id, Person.frozen_at
            ),
            contains_eager(Membership.organization).load_only(Organization.name),
        )
    )
)
"""The application with what its view shows, in one query: asked at every step."""
_NAMED = _WITH_ITS_PERSON.where(Application.id == bindparam("application_id"))
_CHILDREN = select(Guardianship.child_id).where(
    Guardianship.parent_id == bindparam("person_id"), Guardianship.ended_at.is_(None)
)
_BEGUN = (
    _WITH_ITS_PERSON.where(
        or_(Membership.person_id == bindparam("person_id"), Membership.person_id.in_(_CHILDREN)),
        Application.status.in_(OPEN),
    )
    .order_by(Application.id.desc())
    .limit(1)
)


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
    """A typed answer. Raises AnswerEmpty, AnswerTooLong, AnswerNotANumber, AnswerNotADate, NameIncomplete,
    NoLongerCurrent.
    """
    application, question = _open(session, actor, application_id, form, key)
    cleaned = clean(text)
    _check_length(question, cleaned)
    _typed_answer(application, question, cleaned)
    if question.kind in STAYS_AFTER_TYPING:
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
    needed(text, OTHER_LIMIT if question.chooses else question.limit)


def _typed_answer(application: Application, question: Question, text: str) -> None:
    match question.kind:
        case QuestionKind.NAME:
            _name_person(application, text)
        case QuestionKind.NUMBER | QuestionKind.SCALE:
            application.answer(question.key, _number(question, text))
        case QuestionKind.CHOICE | QuestionKind.CHOICES:
            _type_other(application, question, text)
        case QuestionKind.DATE:
            application.answer(question.key, _day(question, text).isoformat())
        case QuestionKind.LINE:
            application.answer(question.key, " ".join(text.split()))
        case QuestionKind.TEXT:
            application.answer(question.key, text)


def _name_person(application: Application, text: str) -> None:
    last, first, patronymic = read_name(text)
    if not application.is_review:
        # A renewed name counts when the renewal is approved.
        person = application.membership.person
        person.last_name, person.first_name, person.patronymic = last, first, patronymic
    application.answer("name", " ".join(part for part in (last, first, patronymic) if part))


def _number(question: Question, text: str) -> int:
    digits = text.strip()
    wrong = AnswerNotANumber(minimum=question.minimum, maximum=question.maximum)
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 6):
        raise wrong
    if not question.minimum <= int(digits) <= question.maximum:
        raise wrong
    return int(digits)


def _day(question: Question, text: str) -> date:
    """«1.9.2026», with points, strokes or blanks between."""
    earliest, latest = (f"{day:%d.%m.%Y}" for day in (question.earliest, question.latest))
    wrong = AnswerNotADate(earliest=earliest, latest=latest)
    parts = text.replace("/", ".").replace("-", ".").replace(" ", ".").split(".")
    numbers = [part for part in parts if part]
    if len(numbers) != 3 or not all(one.isascii() and one.isdigit() for one in numbers):
        raise wrong
    day, month, year = numbers
    if len(year) != 4 or max(len(day), len(month)) > 2:
        raise wrong
    try:
        given = date(int(year), int(month), int(day))
    except ValueError:
        raise wrong from None
    if not question.earliest <= given <= question.latest:
        raise wrong
    return given


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
    """Take a tick off; the screen stays. No option means what was typed beside the ticks. Raises
    NoLongerCurrent.
    """
    if not option:
        return _forget_other(session, actor, application_id, key, form)
    return _mark(session, actor, application_id, key, option, form, is_ticked=False)


def _forget_other(
    session: Session, actor: Actor, application_id: int, key: str, form: Questionnaire
) -> ApplicationView:
    application, question = _open_to_finish(session, actor, application_id, form, key)
    other = f"{question.key}_other"
    application.answers = {known: value for known, value in application.answers.items() if known != other}
    return view_of(application, len(form))


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
    application, question = _open_to_finish(session, actor, application_id, form, key)
    if not question.offers(option):
        raise NoLongerCurrent
    others = [one for one in application.answers.get(question.key) or [] if one != option]
    before = list(application.answers.get(question.key) or [])
    if is_ticked != (option in before):
        application.answer(question.key, [*others, option] if is_ticked else others)
    return view_of(application, len(form))


def turn_page(
    session: Session, actor: Actor, application_id: int, key: str, form: Questionnaire
) -> ApplicationView:
    """Another page of the options of the question on the screen: nothing changes. Raises NoLongerCurrent."""
    application, _ = _open(session, actor, application_id, form, key)
    return view_of(application, len(form))


def finish_choices(
    session: Session, actor: Actor, application_id: int, key: str, form: Questionnaire
) -> ApplicationView:
    """Done with ticking, or the day that was read back is right. Raises NothingChosen, NoLongerCurrent."""
    application, question = _open_to_finish(session, actor, application_id, form, key)
    if not _is_answered(application, question):
        raise NothingChosen
    if question.kind == QuestionKind.CHOICES:
        application.answer(question.key, application.answers.get(question.key) or [])
    return _advance(application, form)


def _open_to_finish(
    session: Session, actor: Actor, application_id: int, form: Questionnaire, key: str
) -> tuple[Application, Question]:
    application, question = _open(session, actor, application_id, form, key)
    if question.kind not in STAYS_AFTER_TYPING:
        raise NoLongerCurrent
    return application, question


def skip(
    session: Session, actor: Actor, application_id: int, key: str, form: Questionnaire
) -> ApplicationView:
    """Leave an optional question without an answer. Raises NoLongerCurrent."""
    application, question = _open(session, actor, application_id, form, key)
    if not question.optional:
        raise AnswerEmpty
    application.answers = {
        known: value for known, value in application.answers.items() if known != f"{question.key}_other"
    }
    application.answer(question.key, [] if question.kind == QuestionKind.CHOICES else "")
    return _advance(application, form)


def _advance(application: Application, form: Questionnaire) -> ApplicationView:
    """To the next question that is asked; after a correction back to the summary, by way of the questions
    that only the corrected answer has brought up.
    """
    application.answers = form.without_idle(application.answers)
    later = [number for number in form.asked(application.answers) if number > application.position]
    if application.correcting:
        later = [number for number in later if _is_brought_up(application, form, number)]
    application.position = later[0] if later else len(form)
    application.correcting = application.correcting and bool(later)
    return view_of(application, len(form))


def _is_brought_up(application: Application, form: Questionnaire, number: int) -> bool:
    answered, question = form.questions[application.position], form.questions[number]
    if question.when is None or question.key in application.answers:
        return False
    siblings = (answered.key, answered.when.question if answered.when else "")
    return question.when.question in siblings


def go_back(
    session: Session, actor: Actor, application_id: int, key: str, form: Questionnaire
) -> ApplicationView:
    """The question before; from a correction back to the summary. Raises NoLongerCurrent."""
    application, _ = _open(session, actor, application_id, form, key)
    if application.correcting:
        application.position, application.correcting = len(form), False
    else:
        earlier = [one for one in form.asked(application.answers) if one < application.position]
        application.position = earlier[-1] if earlier else 0
    return view_of(application, len(form))


def correct(
    session: Session, actor: Actor, application_id: int, key: str, form: Questionnaire
) -> ApplicationView:
    """From the summary to one question and back. Raises NoLongerCurrent."""
    application = _own(session, actor, application_id)
    asked = (number for number in form.asked(application.answers) if form.questions[number].key == key)
    number = next(asked, None)
    if not application.is_open or application.position < len(form) or number is None:
        raise NoLongerCurrent
    application.position, application.correcting = number, True
    return view_of(application, len(form))


# ---- the end


def submit(
    session: Session, actor: Actor, application_id: int, form: Questionnaire, *, now: datetime
) -> ApplicationView:
    """Hand it in: the curator is asked to decide. Raises ApplicationUnfinished, NoLongerCurrent (handed in
    before, or the person has left meanwhile).
    """
    application = _own(session, actor, application_id)
    membership = application.membership
    if not application.is_open or membership.status == MembershipStatus.LEFT:
        raise NoLongerCurrent
    if application.position < len(form) or missing(form, application.answers):
        raise ApplicationUnfinished
    application.answers = form.without_idle(application.answers)
    application.submit(now)
    if not application.is_review:
        membership.status = MembershipStatus.APPLIED
    if membership.role in AUTOMATIC:
        approvals.admit(application, actor.person_id, now)
    else:
        approvals.ask_curator(session, application, now)
    return view_of(application, len(form))


def withdraw(session: Session, actor: Actor, application_id: int, *, now: datetime) -> ApplicationView:
    """The person takes it back: nobody has to decide. A newcomer does not take part then, and may come again;
    whoever takes a renewal back stays with the profile as it is. Raises NotAllowed, NoLongerCurrent (decided
    or taken back before).
    """
    application = _own(session, actor, application_id)
    if not (application.is_open or application.awaits_decision):
        raise NoLongerCurrent
    approvals.settle(session, application, "withdrawn", actor.person_id, now)
    application.status, application.decided_at = ApplicationStatus.WITHDRAWN, now
    if not application.is_review:
        application.membership.status, application.membership.left_at = MembershipStatus.LEFT, now
    access.record(
        session,
        "application.withdrawn",
        actor_id=actor.person_id,
        organization_id=application.membership.organization_id,
        subject_kind="application",
        subject_id=application.id,
        now=now,
    )
    return view_of(application, application.position)


def missing(form: Questionnaire, answers: dict[str, Any]) -> list[Question]:
    """The questions that must be answered and are not."""
    return [
        one for one in form.questions_asked(answers) if not one.optional and not _has_answer(answers, one)
    ]


def _is_missing(application: Application, question: Question) -> bool:
    return not question.optional and not _is_answered(application, question)


def _is_answered(application: Application, question: Question) -> bool:
    return _has_answer(application.answers, question)


def _has_answer(answers: dict[str, Any], question: Question) -> bool:
    if question.kind == QuestionKind.CHOICES:
        return bool(answers.get(question.key) or answers.get(f"{question.key}_other"))
    return bool(answers.get(question.key, "") != "")
