"""Forms with conditions, days, lines and scales; versions that come and go; coming back, taking back, and a
parent who answers for a pupil.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.settings import ROOT
from models import (
    Alert,
    AlertStatus,
    Application,
    ApplicationStatus,
    AuditRecord,
    Guardianship,
    Membership,
    MembershipStatus,
    Organization,
    Partition,
    Role,
)
from services import applications, approvals, content
from services.access import Actor
from services.application_views import ApplicationView, Remark
from services.applications import AnswerNotADate, ApplicationUnfinished, form_key
from services.content import Content, Question, QuestionKind, Questionnaire, Text
from services.errors import AnswerTooLong, NoLongerCurrent, NotAllowed, NothingChosen
from tests.support.factories import NOW, actor_of, make_organization, make_person

CONTENT = content.load(ROOT / "content")
MENTEE = CONTENT.questionnaire("mentee")
NAME = "Соколова Вера Павловна"


def text(words: str) -> Text:
    return Text(ru=words, tt=words, en=words)


def question(key: str, kind: QuestionKind, **fields: Any) -> Question:
    return Question(key=key, kind=kind, text=text(key), **fields)


def options(*keys: str) -> list[dict[str, Any]]:
    return [{"key": key, "text": text(key)} for key in keys]


FORM = Questionnaire(
    key="mentee",
    version=7,
    questions=[
        question("name", QuestionKind.NAME),
        question("began_on", QuestionKind.DATE, earliest="2000-01-01", latest="2026-12-31"),
        question("ease", QuestionKind.SCALE, minimum=1, maximum=5),
        question("why", QuestionKind.LINE, when={"question": "ease", "is": ["1", "2"]}),
        question("wants", QuestionKind.CHOICES, options=options("help", "talk"), other=True),
        question("whom", QuestionKind.TEXT, when={"question": "wants", "is": ["talk"]}),
        question("end", QuestionKind.TEXT, optional=True),
    ],
)


class Applicant:
    """Somebody with an application of FORM before them."""

    def __init__(self, session: Session, membership: Membership, form: Questionnaire = FORM) -> None:
        self.session, self.form, self.membership = session, form, membership
        self.actor: Actor = actor_of(session, membership)
        self.id = applications.begin(session, membership, form, now=NOW).id

    @property
    def stored(self) -> Application:
        return self.session.get_one(Application, self.id)

    @property
    def answers(self) -> dict[str, Any]:
        return self.stored.answers

    def at(self) -> str | None:
        """The key of the question on the screen, None on the summary."""
        position = self.stored.position
        return self.form.questions[position].key if position < len(self.form) else None

    def types(self, *words: str) -> None:
        for one in words:
            applications.answer_typed(self.session, self.actor, self.id, one, self.form)

    def chooses(self, option: str) -> None:
        key = self.at() or ""
        applications.choose(self.session, self.actor, self.id, key, option, self.form)

    def ticks(self, *keys: str) -> None:
        for key in keys:
            applications.tick(self.session, self.actor, self.id, "wants", key, self.form)

    def is_done(self) -> None:
        applications.finish_choices(self.session, self.actor, self.id, self.at() or "", self.form)

    def goes_back(self) -> None:
        applications.go_back(self.session, self.actor, self.id, self.at() or "", self.form)

    def corrects(self, key: str) -> None:
        applications.correct(self.session, self.actor, self.id, key, self.form)

    def submits(self) -> ApplicationView:
        return applications.submit(self.session, self.actor, self.id, self.form, now=NOW)

    def comes_to(self, key: str) -> None:
        """The shortest way there."""
        while (here := self.at()) is not None and here != key:
            match here:
                case "name":
                    self.types(NAME)
                case "began_on":
                    self.types("1.9.2025")
                    self.is_done()
                case "ease":
                    self.chooses("5")
                case "wants":
                    self.ticks("help")
                    self.is_done()
                case "end":
                    applications.skip(self.session, self.actor, self.id, "end", self.form)


@pytest.fixture
def school(session: Session) -> Organization:
    return make_organization(session)


def newcomer(session: Session, school: Organization, role: Role = Role.MENTEE, **fields: Any) -> Membership:
    values: dict[str, Any] = {"last": "", "first": "", "patronymic": "", "status": MembershipStatus.INVITED}
    return make_person(session, role, school, **(values | fields))


@pytest.fixture
def vera(session: Session, school: Organization) -> Applicant:
    return Applicant(session, newcomer(session, school))


@pytest.fixture
def curator(session: Session, school: Organization) -> Actor:
    return actor_of(session, make_person(session, Role.CURATOR, school, last="Орлова"))


# -- days


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("01.09.2025", "2025-09-01"),
        ("1.9.2025", "2025-09-01"),
        ("1/9/2025", "2025-09-01"),
        ("29-02-2024", "2024-02-29"),
        ("1 9 2025", "2025-09-01"),
        (" 31.12.2026 ", "2026-12-31"),
        ("01.01.2000", "2000-01-01"),
    ],
)
def test_a_day_is_taken_and_waits_to_be_confirmed(vera: Applicant, typed: str, stored: str) -> None:
    vera.comes_to("began_on")
    vera.types(typed)
    assert (vera.answers["began_on"], vera.at()) == (stored, "began_on")
    vera.is_done()
    assert vera.at() == "ease"


@pytest.mark.parametrize(
    "typed",
    [
        "31.02.2025",
        "29.02.2025",
        "2025-09-01",
        "1 сентября 2025",
        "1.9.25",
        "1.9",
        "32.1.2025",
        "0.1.2025",
        "31.12.1999",
        "01.01.2027",
        "٠١.٠٩.٢٠٢٥",
        "1.9.2025.1",
        "+1.9.2025",
    ],
)
def test_what_is_no_day_of_the_term_is_refused_with_the_term(vera: Applicant, typed: str) -> None:
    vera.comes_to("began_on")
    with pytest.raises(AnswerNotADate) as caught:
        vera.types(typed)
    assert caught.value.fields == {"earliest": "01.01.2000", "latest": "31.12.2026"}
    assert "began_on" not in vera.answers
    with pytest.raises(NothingChosen):
        vera.is_done()


def test_a_day_may_be_typed_again_before_it_is_confirmed(vera: Applicant) -> None:
    vera.comes_to("began_on")
    vera.types("1.9.2024", "1.9.2025")
    vera.is_done()
    assert vera.answers["began_on"] == "2025-09-01"


# -- lines and scales


def test_a_line_is_one_line_and_short(vera: Applicant) -> None:
    vera.comes_to("ease")
    vera.chooses("1")
    with pytest.raises(AnswerTooLong) as caught:
        vera.types("я" * 201)
    assert caught.value.fields["limit"] == 200
    vera.types("Две\nстроки\t рядом")
    assert vera.answers["why"] == "Две строки рядом"


@pytest.mark.parametrize("option", ["0", "6", "05", "", "пять"])
def test_a_scale_takes_its_numbers_only(vera: Applicant, option: str) -> None:
    vera.comes_to("ease")
    with pytest.raises(NoLongerCurrent):
        vera.chooses(option)
    vera.chooses("4")
    assert vera.answers["ease"] == 4


# -- conditions


def test_a_question_whose_condition_is_met_comes_next(vera: Applicant) -> None:
    vera.comes_to("ease")
    vera.chooses("2")
    assert vera.at() == "why"


def test_a_question_whose_condition_is_not_met_is_passed_over_forth_and_back(vera: Applicant) -> None:
    vera.comes_to("ease")
    vera.chooses("3")
    assert vera.at() == "wants"
    vera.goes_back()
    assert vera.at() == "ease"


def test_an_answer_that_nobody_asks_for_any_more_is_dropped(vera: Applicant) -> None:
    vera.comes_to("ease")
    vera.chooses("1")
    vera.types("Не хватает времени")
    vera.goes_back()
    vera.goes_back()
    vera.chooses("5")
    assert (vera.at(), "why" in vera.answers) == ("wants", False)


def test_a_correction_brings_up_the_questions_that_hang_on_it_and_then_the_summary(vera: Applicant) -> None:
    vera.comes_to("nowhere")
    vera.corrects("ease")
    vera.chooses("1")
    assert vera.at() == "why"
    vera.types("Мало времени")
    assert (vera.at(), vera.answers["why"]) == (None, "Мало времени")
    vera.corrects("ease")
    vera.chooses("4")
    assert (vera.at(), "why" in vera.answers) == (None, False)


def test_a_question_that_was_brought_up_may_be_left_and_then_nothing_can_be_handed_in(
    vera: Applicant, curator: Actor
) -> None:
    vera.comes_to("nowhere")
    vera.corrects("wants")
    vera.ticks("talk")
    vera.is_done()
    assert vera.at() == "whom"
    vera.goes_back()
    assert vera.at() is None
    with pytest.raises(ApplicationUnfinished):
        vera.submits()
    vera.corrects("whom")
    vera.types("С директором")
    assert vera.submits().status == ApplicationStatus.SUBMITTED


def test_what_is_not_asked_can_not_be_corrected(vera: Applicant) -> None:
    vera.comes_to("nowhere")
    with pytest.raises(NoLongerCurrent):
        vera.corrects("why")


def test_a_forged_answer_to_a_question_that_is_not_asked_changes_nothing(vera: Applicant) -> None:
    vera.comes_to("wants")
    with pytest.raises(NoLongerCurrent):
        applications.answer_text(vera.session, vera.actor, vera.id, "why", "Потому что", FORM)
    assert "why" not in vera.answers


# -- «other»


def test_what_was_typed_beside_the_ticks_can_be_taken_off(vera: Applicant) -> None:
    vera.comes_to("wants")
    vera.types("Совет")
    assert vera.answers["wants_other"] == "Совет"
    for _ in range(2):
        applications.untick(vera.session, vera.actor, vera.id, "wants", "", FORM)
    assert "wants_other" not in vera.answers
    with pytest.raises(NothingChosen):
        vera.is_done()


# -- versions


def versions(*forms: Questionnaire) -> Content:
    return Content({}, {"mentee": {form.version: form for form in forms}}, {}, {})


NEWER = FORM.model_copy(
    update={
        "version": 8,
        "questions": [
            FORM.questions[0],
            question("city", QuestionKind.LINE),
            *FORM.questions[1:3],
            question("wants", QuestionKind.CHOICES, options=options("help", "rest")),
        ],
    }
)


def test_an_application_goes_on_in_the_version_it_was_begun_with(session: Session, vera: Applicant) -> None:
    both = versions(FORM, NEWER)
    vera.comes_to("wants")
    view = applications.step(session, vera.actor, vera.id, both, applications.tick, "wants", "talk")
    assert (view.version, view.answers["wants"]) == (7, ["talk"])
    assert applications.form_of(session, vera.actor, vera.id, both).version == 7


def test_a_version_that_is_gone_gives_way_to_the_newest_and_says_so(
    session: Session, vera: Applicant
) -> None:
    vera.comes_to("wants")
    vera.ticks("help", "talk")
    newest = versions(NEWER)
    view = applications.step(session, vera.actor, vera.id, newest, applications.finish_choices, "wants")
    assert view.remark == Remark.RENEWED
    assert NEWER.questions[view.position].key == "city"
    assert (view.version, view.answers["wants"], view.answers["ease"]) == (8, ["help"], 5)
    after = applications.step(session, vera.actor, None, newest, applications.answer_typed, "Казань")
    assert after.remark == Remark.NONE
    assert after.answers["city"] == "Казань"


def test_resumed_or_handed_in_it_is_renewed_first(session: Session, vera: Applicant, curator: Actor) -> None:
    vera.comes_to("nowhere")
    newest = versions(NEWER)
    view = applications.hand_in(session, vera.actor, vera.id, newest, now=NOW)
    assert (view.status, view.remark) == (ApplicationStatus.DRAFT, Remark.RENEWED)
    vera.stored.questionnaire_version = 7
    assert applications.resume(session, vera.actor, vera.id, newest).remark == Remark.RENEWED
    assert applications.resume(session, vera.actor, vera.id, newest).remark == Remark.NONE


def test_a_stranger_renews_nothing(session: Session, school: Organization, vera: Applicant) -> None:
    other = actor_of(session, newcomer(session, school))
    attempts: tuple[Callable[[], object], ...] = (
        lambda: applications.resume(session, other, vera.id, versions(NEWER)),
        lambda: applications.hand_in(session, other, vera.id, versions(NEWER), now=NOW),
        lambda: applications.step(session, other, vera.id, versions(NEWER), applications.turn_page, "name"),
    )
    for attempt in attempts:
        with pytest.raises(NotAllowed):
            attempt()
    assert vera.stored.questionnaire_version == 7


def test_a_profile_is_read_with_the_version_that_was_approved(
    session: Session, vera: Applicant, curator: Actor
) -> None:
    vera.comes_to("nowhere")
    vera.submits()
    approvals.approve(session, curator, vera.id, len(FORM), now=NOW)
    assert applications.profile_form(session, vera.membership, versions(FORM, NEWER)).version == 7
    assert applications.profile_form(session, vera.membership, versions(NEWER)).version == 8


@pytest.mark.requirement("L-1-5/6", "L-2-4")
def test_teachers_and_pupils_have_questionnaires_of_their_own() -> None:
    assert form_key(Role.MENTEE) == "mentee"
    assert form_key(Role.MENTOR, Partition.TEACHER) == "mentor"
    assert form_key(Role.MENTEE, Partition.PUPIL) == "mentee-pupil"
    assert form_key(Role.MENTOR, Partition.PUPIL) == "mentor-pupil"
    assert {form_key(role) for role in applications.AUTOMATIC} == {"staff"}


# -- taking back


@pytest.mark.parametrize("stage", ["draft", "submitted", "returned", "with_head"])
def test_taken_back_nobody_decides_it_any_more(
    session: Session, school: Organization, vera: Applicant, curator: Actor, stage: str
) -> None:
    make_person(session, Role.HEAD, school, last="Смирнов")
    school.head_approves = stage == "with_head"
    vera.comes_to("nowhere")
    if stage != "draft":
        vera.submits()
    if stage == "returned":
        approvals.return_with_reason(session, curator, vera.id, "Уточните", len(FORM), now=NOW)
    if stage == "with_head":
        approvals.pass_to_head(session, curator, vera.id, len(FORM), now=NOW)
    view = applications.withdraw(session, vera.actor, vera.id, now=NOW)
    assert (view.status, vera.membership.status) == (ApplicationStatus.WITHDRAWN, MembershipStatus.LEFT)
    assert vera.membership.left_at == NOW
    alerts = session.scalars(select(Alert)).all()
    assert {alert.status for alert in alerts} <= {AlertStatus.RESOLVED}
    acts = session.scalars(select(AuditRecord.act)).all()
    assert "application.withdrawn" in acts
    with pytest.raises(NoLongerCurrent):
        applications.withdraw(session, vera.actor, vera.id, now=NOW)


def test_what_was_decided_can_not_be_taken_back(session: Session, vera: Applicant, curator: Actor) -> None:
    vera.comes_to("nowhere")
    vera.submits()
    approvals.approve(session, curator, vera.id, len(FORM), now=NOW)
    with pytest.raises(NoLongerCurrent):
        applications.withdraw(session, vera.actor, vera.id, now=NOW)
    assert vera.membership.status == MembershipStatus.ACTIVE


# -- coming back


def test_who_comes_back_finds_the_answers_of_the_time_before_on_the_summary(
    session: Session, vera: Applicant, curator: Actor
) -> None:
    vera.comes_to("nowhere")
    vera.submits()
    approvals.approve(session, curator, vera.id, len(FORM), now=NOW)
    vera.membership.status = MembershipStatus.INVITED
    again = applications.begin(session, vera.membership, FORM, now=NOW)
    assert (again.is_summary, again.remark, again.answers["ease"]) == (True, Remark.PREFILLED, 5)
    assert again.answers["name"] == NAME
    assert again.id != vera.id


def test_who_took_an_application_back_finds_it_again_and_only_one_is_open(
    session: Session, vera: Applicant
) -> None:
    vera.comes_to("wants")
    applications.withdraw(session, vera.actor, vera.id, now=NOW)
    vera.membership.status = MembershipStatus.INVITED
    again = applications.begin(session, vera.membership, FORM, now=NOW)
    assert again.answers == {"name": NAME, "began_on": "2025-09-01", "ease": 5}
    applications.begin(session, vera.membership, FORM, now=NOW)
    open_ones = session.scalars(
        select(Application).where(Application.status == ApplicationStatus.DRAFT)
    ).all()
    assert len(open_ones) == 1


def test_whose_data_were_erased_begins_anew(session: Session, vera: Applicant) -> None:
    vera.comes_to("wants")
    applications.withdraw(session, vera.actor, vera.id, now=NOW)
    vera.stored.answers = {}
    again = applications.begin(session, vera.membership, FORM, now=NOW)
    assert (again.position, again.answers, again.remark) == (0, {}, Remark.NONE)


# -- a pupil and a parent


class Family:
    """A pupil without Telegram, a parent, and somebody else's parent."""

    def __init__(self, session: Session, school: Organization) -> None:
        self.session = session
        self.pupil = newcomer(session, school, partition=Partition.PUPIL)
        self.pupil.person.chat_id = None
        parent = make_person(session, Role.PARENT, school, last="Петрова")
        stranger = make_person(session, Role.PARENT, school, last="Чужая")
        self.tie = Guardianship(
            parent_id=parent.person_id, child_id=self.pupil.person_id, organization_id=school.id, since=NOW
        )
        session.add(self.tie)
        session.flush()
        self.parent, self.stranger = actor_of(session, parent), actor_of(session, stranger)
        self.form = CONTENT.questionnaire("mentee-pupil")
        self.id = applications.begin(session, self.pupil, self.form, now=NOW).id


def test_a_parent_answers_for_a_child_and_the_name_is_the_childs(
    session: Session, school: Organization
) -> None:
    family = Family(session, school)
    view = applications.step(
        session, family.parent, None, CONTENT, applications.answer_typed, "Петров Илья Сергеевич"
    )
    assert (view.id, family.pupil.person.last_name) == (family.id, "Петров")
    assert applications.unfinished(session, family.parent) == family.id
    parents = session.scalars(select(Membership).where(Membership.role == Role.PARENT)).all()
    assert [one.person.last_name for one in parents] == ["Петрова", "Чужая"]


def test_somebody_elses_parent_and_one_whose_tie_has_ended_answer_nothing(
    session: Session, school: Organization
) -> None:
    family = Family(session, school)
    with pytest.raises(NotAllowed):
        applications.answer_typed(session, family.stranger, family.id, NAME, family.form)
    family.tie.ended_at = NOW
    session.flush()
    with pytest.raises(NotAllowed):
        applications.answer_typed(session, family.parent, family.id, NAME, family.form)
    with pytest.raises(NoLongerCurrent):
        applications.step(session, family.parent, None, CONTENT, applications.answer_typed, NAME)
    assert applications.unfinished(session, family.parent) is None


def test_a_parent_of_a_grown_up_has_no_say(session: Session, school: Organization) -> None:
    family = Family(session, school)
    family.pupil.partition = Partition.TEACHER
    with pytest.raises(NotAllowed):
        applications.see_own(session, family.parent, family.id, len(family.form))


def test_the_curator_does_not_fill_in_a_pupils_application(
    session: Session, school: Organization, curator: Actor
) -> None:
    family = Family(session, school)
    with pytest.raises(NotAllowed):
        applications.answer_typed(session, curator, family.id, NAME, family.form)


def test_the_parent_hears_of_the_decision(session: Session, school: Organization, curator: Actor) -> None:
    family = Family(session, school)
    answers = {"name": NAME, "grade": 5, "difficulties": ["exam"]}
    application = session.get_one(Application, family.id)
    application.answers, application.position = answers, len(family.form)
    applications.submit(session, family.parent, family.id, family.form, now=NOW)
    approvals.approve(session, curator, family.id, len(family.form), now=NOW)
    assert approvals.readers(session, family.pupil) == [family.parent.person_id]
    view = approvals.decided(session, family.id, family.parent.person_id)
    assert view is not None
    assert not view.is_own
    assert approvals.decided(session, family.id, family.stranger.person_id) is None
