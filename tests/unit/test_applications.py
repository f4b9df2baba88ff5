"""The application of a newcomer: which answers are taken, which are not, and where one stands afterwards."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.settings import ROOT
from models import (
    Alert,
    AlertKind,
    Application,
    ApplicationStatus,
    Membership,
    MembershipStatus,
    Notification,
    Organization,
    Role,
)
from services import alerts, applications, approvals, content
from services.access import Actor
from services.application_views import ApplicationView
from services.applications import ApplicationUnfinished
from services.content import Questionnaire
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
from services.full_names import NAME_PART_LIMIT, NameIncomplete
from tests.support.factories import NOW, actor_of, make_organization, make_person

CONTENT = content.load(ROOT / "content")
MENTEE, MENTOR = CONTENT.questionnaire("mentee"), CONTENT.questionnaire("mentor")
NAME = "Соколова Вера Павловна"
COMPLETE: dict[str, Any] = {
    "name": NAME,
    "subject": "physics",
    "experience_years": 3,
    "category": "young",
    "difficulties": ["discipline"],
    "hopes": "",
    "more": "enough",
}


class Applicant:
    """Somebody with an application before them; the questions are named by their keys."""

    def __init__(self, session: Session, organization: Organization, role: Role = Role.MENTEE) -> None:
        self.session, self.form = session, MENTOR if role == Role.MENTOR else MENTEE
        self.membership = make_person(
            session, role, organization, status=MembershipStatus.INVITED, last="", first="", patronymic=""
        )
        self.actor: Actor = actor_of(session, self.membership)
        self.id = applications.begin(session, self.membership, self.form, now=NOW).id

    @property
    def stored(self) -> Application:
        return self.session.get_one(Application, self.id)

    @property
    def answers(self) -> dict[str, Any]:
        return self.stored.answers

    @property
    def question(self) -> str | None:
        """The key of the question on the screen, None on the summary."""
        position = self.stored.position
        return self.form.questions[position].key if position < len(self.form) else None

    def stands_at(self, key: str, **answers: Any) -> None:
        self.stored.position = next(n for n, one in enumerate(self.form.questions) if one.key == key)
        self.stored.answers = {**self.stored.answers, **answers}

    def stands_at_the_summary(self, **answers: Any) -> None:
        self.stored.position, self.stored.answers = len(self.form), COMPLETE | answers

    def types(self, text: str) -> ApplicationView:
        return applications.answer_typed(self.session, self.actor, self.id, text, self.form)

    def chooses(self, key: str, option: str) -> ApplicationView:
        return applications.choose(self.session, self.actor, self.id, key, option, self.form)

    def ticks(self, key: str, option: str) -> ApplicationView:
        return applications.tick(self.session, self.actor, self.id, key, option, self.form)

    def unticks(self, key: str, option: str) -> ApplicationView:
        return applications.untick(self.session, self.actor, self.id, key, option, self.form)

    def finishes(self, key: str) -> ApplicationView:
        return applications.finish_choices(self.session, self.actor, self.id, key, self.form)

    def goes_back(self, key: str) -> ApplicationView:
        return applications.go_back(self.session, self.actor, self.id, key, self.form)

    def corrects(self, key: str) -> ApplicationView:
        return applications.correct(self.session, self.actor, self.id, key, self.form)

    def submits(self) -> ApplicationView:
        return applications.submit(self.session, self.actor, self.id, self.form, now=NOW)


@pytest.fixture
def school(session: Session) -> Organization:
    return make_organization(session)


@pytest.fixture
def vera(session: Session, school: Organization) -> Applicant:
    return Applicant(session, school)


@pytest.fixture
def curator(session: Session, school: Organization) -> Actor:
    return actor_of(session, make_person(session, Role.CURATOR, school, last="Орлова"))


# -- the name


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("Соколова Вера Павловна", ("Соколова", "Вера", "Павловна")),
        ("Соколова Вера", ("Соколова", "Вера", "")),
        ("  Вәлиева\tАлсу \n Рөстәм  кызы ", ("Вәлиева", "Алсу", "Рөстәм кызы")),
        ("<b>Соколова</b> Вера & Ко", ("<b>Соколова</b>", "Вера", "& Ко")),
        ("Соколова 👩‍🏫 Вера", ("Соколова", "👩‍🏫", "Вера")),
        ("Саи\u0306цева Ве\u202eра", ("Сайцева", "Вера", "")),
        ("O'Нил-Иванова Анна-Мария", ("O'Нил-Иванова", "Анна-Мария", "")),
    ],
)
def test_a_name_is_taken_as_it_is_written(vera: Applicant, typed: str, parts: tuple[str, str, str]) -> None:
    vera.types(typed)
    person = vera.membership.person
    assert (person.last_name, person.first_name, person.patronymic) == parts
    assert vera.answers["name"] == " ".join(part for part in parts if part)
    assert vera.question == "subject"


@pytest.mark.parametrize("typed", ["Вера", "Вера\u200b", "В" * 200])
def test_a_surname_and_a_first_name_are_needed(vera: Applicant, typed: str) -> None:
    with pytest.raises(NameIncomplete):
        vera.types(typed)
    assert vera.question == "name"


def test_a_name_of_two_hundred_characters_is_kept_whole(vera: Applicant) -> None:
    name = f"{'С' * 99} {'В' * 100}"
    vera.types(name)
    assert vera.membership.person.full_name == name


def test_no_part_of_a_name_is_cut_off_in_silence(vera: Applicant) -> None:
    with pytest.raises(AnswerTooLong) as caught:
        vera.types(f"{'С' * (NAME_PART_LIMIT + 1)} Вера")
    assert caught.value.fields == {"limit": NAME_PART_LIMIT, "length": NAME_PART_LIMIT + 1}
    assert vera.membership.person.last_name == ""


def test_a_name_longer_than_asked_for_is_refused_as_telegram_counts(vera: Applicant) -> None:
    with pytest.raises(AnswerTooLong) as caught:
        vera.types(f"{'С' * 90} {'😀' * 55}")
    assert caught.value.fields == {"limit": 200, "length": 201}


# -- numbers


@pytest.mark.parametrize(("typed", "number"), [("0", 0), ("60", 60), (" 7 ", 7), ("007", 7)])
def test_a_number_in_range_is_taken(vera: Applicant, typed: str, number: int) -> None:
    vera.stands_at("experience_years")
    vera.types(typed)
    assert vera.answers["experience_years"] == number
    assert vera.question == "category"


@pytest.mark.parametrize(
    "typed", ["61", "-1", "+1", "1.5", "два", "5 лет", "٣", "²", "1" * 20, "1e1", "0x1", "1_0"]
)
def test_anything_else_is_refused_with_the_range(vera: Applicant, typed: str) -> None:
    vera.stands_at("experience_years")
    with pytest.raises(AnswerNotANumber) as caught:
        vera.types(typed)
    assert caught.value.fields == {"minimum": 0, "maximum": 60}
    assert "experience_years" not in vera.answers


@pytest.mark.parametrize(("typed", "taken"), [("0", False), ("1", True), ("10", True), ("11", False)])
def test_a_mentor_names_one_to_ten_places(
    session: Session, school: Organization, typed: str, taken: bool
) -> None:
    igor = Applicant(session, school, Role.MENTOR)
    igor.stands_at("capacity")
    if taken:
        igor.types(typed)
    else:
        with pytest.raises(AnswerNotANumber):
            igor.types(typed)
    assert ("capacity" in igor.answers) is taken


# -- choices


def test_one_option_is_chosen_and_the_next_question_follows(vera: Applicant) -> None:
    vera.stands_at("subject")
    vera.chooses("subject", "physics")
    assert (vera.answers["subject"], vera.question) == ("physics", "experience_years")


def test_a_subject_of_ones_own_may_be_typed(vera: Applicant) -> None:
    vera.stands_at("subject")
    vera.types("Астрономия")
    assert (vera.answers["subject"], vera.question) == ("Астрономия", "experience_years")


@pytest.mark.parametrize("length", [200, 201])
def test_an_option_of_ones_own_has_two_hundred_characters_at_most(vera: Applicant, length: int) -> None:
    vera.stands_at("subject")
    if length <= applications.OTHER_LIMIT:
        vera.types("я" * length)
    else:
        with pytest.raises(AnswerTooLong):
            vera.types("я" * length)
    assert ("subject" in vera.answers) is (length == 200)


def test_ticks_are_set_and_taken_off_and_the_screen_stays(vera: Applicant) -> None:
    vera.stands_at("difficulties")
    vera.ticks("difficulties", "discipline")
    vera.ticks("difficulties", "parents")
    vera.unticks("difficulties", "discipline")
    assert (vera.answers["difficulties"], vera.question) == (["parents"], "difficulties")
    vera.finishes("difficulties")
    assert vera.question == "hopes"


def test_a_double_tap_on_a_tick_box_is_one_tap(vera: Applicant) -> None:
    vera.stands_at("difficulties")
    for _ in range(2):
        vera.ticks("difficulties", "discipline")
    assert vera.answers["difficulties"] == ["discipline"]
    for _ in range(2):
        vera.unticks("difficulties", "discipline")
    assert vera.answers["difficulties"] == []


def test_what_is_typed_beside_the_ticks_is_one_more_of_them(vera: Applicant) -> None:
    vera.stands_at("difficulties")
    vera.types("Выпускной класс")
    assert vera.question == "difficulties"
    vera.finishes("difficulties")
    assert (vera.answers["difficulties"], vera.answers["difficulties_other"]) == ([], "Выпускной класс")


def test_where_only_the_list_counts_typing_is_refused(session: Session, school: Organization) -> None:
    igor = Applicant(session, school, Role.MENTOR)
    igor.stands_at("times")
    with pytest.raises(NothingChosen):
        igor.types("По ночам")


def test_nothing_ticked_is_no_answer(vera: Applicant) -> None:
    vera.stands_at("difficulties")
    with pytest.raises(NothingChosen):
        vera.finishes("difficulties")
    vera.ticks("difficulties", "discipline")
    vera.unticks("difficulties", "discipline")
    with pytest.raises(NothingChosen):
        vera.finishes("difficulties")


@pytest.mark.parametrize(
    ("question", "option"),
    [
        ("subject", "astrology"),
        ("subject", ""),
        ("subject", "discipline"),
        ("name", "Чужое Имя"),
        ("experience_years", "99"),
        ("experience_years", "5"),
        ("hopes", "x"),
        ("difficulties", "discipline"),
    ],
)
def test_a_forged_button_answers_nothing(vera: Applicant, question: str, option: str) -> None:
    vera.stands_at(question)
    with pytest.raises(NoLongerCurrent):
        vera.chooses(question, option)
    assert (vera.answers, vera.question) == ({}, question)


@pytest.mark.parametrize(
    ("question", "option"),
    [("difficulties", "astrology"), ("subject", "physics"), ("name", "В"), ("hopes", "x")],
)
def test_a_forged_tick_changes_nothing(vera: Applicant, question: str, option: str) -> None:
    vera.stands_at(question, name=NAME)
    with pytest.raises(NoLongerCurrent):
        vera.ticks(question, option)
    with pytest.raises((NoLongerCurrent, NothingChosen)):
        vera.finishes(question)
    assert vera.answers == {"name": NAME}


# -- free text


@pytest.mark.parametrize("typed", ["", "  \n ", "\u200b\u200d", "\ufe0f"])
def test_an_answer_of_which_nothing_can_be_seen_is_empty(vera: Applicant, typed: str) -> None:
    vera.stands_at("hopes")
    with pytest.raises(AnswerEmpty):
        vera.types(typed)


@pytest.mark.parametrize(("text", "taken"), [("я" * 1000, True), ("я" * 1001, False), ("😀" * 501, False)])
def test_a_text_may_be_as_long_as_the_question_allows(vera: Applicant, text: str, taken: bool) -> None:
    vera.stands_at("hopes")
    if taken:
        vera.types(text)
        assert vera.answers["hopes"] == text
        return
    with pytest.raises(AnswerTooLong) as caught:
        vera.types(text)
    assert caught.value.fields["limit"] == 1000
    assert "hopes" not in vera.answers


def test_markup_is_text_like_any_other(vera: Applicant) -> None:
    vera.stands_at("hopes")
    vera.types("<b>&amp; {name} %s \\ </b>")
    assert vera.answers["hopes"] == "<b>&amp; {name} %s \\ </b>"


def test_only_an_optional_question_can_be_left_out(vera: Applicant) -> None:
    vera.stands_at("hopes")
    applications.skip(vera.session, vera.actor, vera.id, "hopes", vera.form)
    assert (vera.answers["hopes"], vera.question) == ("", "more")
    vera.stands_at("subject")
    with pytest.raises(AnswerEmpty):
        applications.skip(vera.session, vera.actor, vera.id, "subject", vera.form)


# -- forth and back


def test_a_button_of_an_earlier_screen_changes_nothing(vera: Applicant) -> None:
    vera.stands_at("experience_years", subject="physics")
    attempts: tuple[Callable[[], object], ...] = (
        lambda: vera.chooses("subject", "chemistry"),
        lambda: vera.goes_back("subject"),
        lambda: applications.skip(vera.session, vera.actor, vera.id, "hopes", vera.form),
        lambda: vera.corrects("subject"),
    )
    for attempt in attempts:
        with pytest.raises(NoLongerCurrent):
            attempt()
    assert (vera.answers, vera.question) == ({"subject": "physics"}, "experience_years")


def test_back_keeps_the_answers_and_stops_at_the_first_question(vera: Applicant) -> None:
    vera.stands_at("experience_years", name=NAME, subject="physics")
    vera.goes_back("experience_years")
    vera.goes_back("subject")
    vera.goes_back("name")
    assert (vera.question, vera.answers) == ("name", {"name": NAME, "subject": "physics"})


def test_a_correction_comes_back_to_the_summary(vera: Applicant) -> None:
    vera.stands_at_the_summary()
    assert vera.corrects("experience_years").correcting
    assert vera.types("4").is_summary
    assert vera.answers == COMPLETE | {"experience_years": 4}


def test_a_correction_can_be_left_without_an_answer(vera: Applicant) -> None:
    vera.stands_at_the_summary()
    vera.corrects("subject")
    assert vera.goes_back("subject").is_summary
    assert vera.answers == COMPLETE


def test_a_correction_of_an_unknown_question_is_refused(vera: Applicant) -> None:
    vera.stands_at_the_summary()
    with pytest.raises(NoLongerCurrent):
        vera.corrects("salary")


def test_what_is_typed_on_the_summary_answers_nothing(vera: Applicant) -> None:
    vera.stands_at_the_summary()
    with pytest.raises(NoLongerCurrent):
        vera.types("Ещё кое-что")
    assert vera.answers == COMPLETE


# -- handing in


def test_handed_in_it_waits_for_the_curator(session: Session, vera: Applicant, curator: Actor) -> None:
    vera.stands_at_the_summary()
    assert vera.submits().status == ApplicationStatus.SUBMITTED
    assert vera.membership.status == MembershipStatus.APPLIED
    alert = session.scalars(select(Alert)).one()
    hidden = {alerts.HIDDEN_FROM: vera.membership.person_id}
    assert (alert.kind, alert.subject) == (
        AlertKind.APPLICATION_WAITING,
        {"application_id": vera.id, **hidden},
    )
    assert applications.waiting(session, vera.actor) is not None
    assert applications.unfinished(session, vera.actor) is None


def test_handed_in_twice_it_is_decided_once(session: Session, vera: Applicant, curator: Actor) -> None:
    vera.stands_at_the_summary()
    vera.submits()
    with pytest.raises(NoLongerCurrent):
        vera.submits()
    assert vera.stored.submissions == 1
    assert len(session.scalars(select(Alert)).all()) == 1
    assert len(session.scalars(select(Notification)).all()) == 1


@pytest.mark.parametrize(
    "missing",
    [{"subject": ""}, {"difficulties": []}, {"difficulties": [], "difficulties_other": ""}],
)
def test_an_answer_taken_back_is_asked_for_again(vera: Applicant, missing: dict[str, Any]) -> None:
    vera.stands_at_the_summary(**missing)
    with pytest.raises(ApplicationUnfinished):
        vera.submits()


def test_all_ticks_taken_off_in_a_correction_do_not_slip_through(vera: Applicant) -> None:
    vera.stands_at_the_summary()
    vera.corrects("difficulties")
    vera.unticks("difficulties", "discipline")
    vera.goes_back("difficulties")
    with pytest.raises(ApplicationUnfinished):
        vera.submits()


def test_before_the_summary_nothing_can_be_handed_in(vera: Applicant) -> None:
    vera.stands_at("hopes", **COMPLETE)
    with pytest.raises(ApplicationUnfinished):
        vera.submits()


def test_what_is_handed_in_can_no_longer_be_changed(vera: Applicant, curator: Actor) -> None:
    vera.stands_at_the_summary()
    vera.submits()
    with pytest.raises(NoLongerCurrent):
        vera.corrects("subject")
    with pytest.raises(NoLongerCurrent):
        vera.types("поздно")


def test_an_application_is_nobody_elses_business(
    session: Session, school: Organization, vera: Applicant
) -> None:
    other = Applicant(session, school)
    attempts: tuple[Callable[[], object], ...] = (
        lambda: applications.answer_typed(session, other.actor, vera.id, "x", vera.form),
        lambda: applications.choose(session, other.actor, vera.id, "subject", "physics", vera.form),
        lambda: applications.submit(session, other.actor, vera.id, vera.form, now=NOW),
        lambda: applications.see_own(session, other.actor, vera.id, len(vera.form)),
        lambda: applications.form_of(session, other.actor, vera.id, CONTENT),
        lambda: applications.withdraw(session, other.actor, vera.id, now=NOW),
        lambda: applications.resume(session, other.actor, vera.id, CONTENT),
        lambda: approvals.approve(session, other.actor, vera.id, len(vera.form), now=NOW),
    )
    for attempt in attempts:
        with pytest.raises(NotAllowed):
            attempt()
    with pytest.raises(NoLongerCurrent):
        applications.see_own(session, vera.actor, 999_999, len(vera.form))


# -- the decision


def test_approved_the_answers_become_the_profile(session: Session, vera: Applicant, curator: Actor) -> None:
    vera.stands_at_the_summary()
    vera.submits()
    approvals.approve(session, curator, vera.id, len(vera.form), now=NOW)
    membership: Membership = vera.membership
    assert membership.status == MembershipStatus.ACTIVE
    assert membership.profile == {key: value for key, value in COMPLETE.items() if key != "name"}
    assert membership.unpaired_since == NOW


@pytest.mark.parametrize("first", ["approve", "return"])
def test_the_quicker_of_two_decisions_stands(
    session: Session, school: Organization, vera: Applicant, curator: Actor, first: str
) -> None:
    second = actor_of(session, make_person(session, Role.CURATOR, school))
    vera.stands_at_the_summary()
    vera.submits()

    def approve(actor: Actor) -> None:
        approvals.approve(session, actor, vera.id, len(vera.form), now=NOW)

    def give_back(actor: Actor) -> None:
        approvals.return_with_reason(session, actor, vera.id, "Уточните", len(vera.form), now=NOW)

    quicker, slower = (approve, give_back) if first == "approve" else (give_back, approve)
    quicker(curator)
    with pytest.raises(AlreadyDecided):
        slower(second)
    assert vera.stored.status == (
        ApplicationStatus.APPROVED if first == "approve" else ApplicationStatus.RETURNED
    )


@pytest.mark.parametrize(
    ("reason", "error"), [("", AnswerEmpty), (" \u200b", AnswerEmpty), ("я" * 501, AnswerTooLong)]
)
def test_a_reason_is_needed_and_is_short(
    session: Session, vera: Applicant, curator: Actor, reason: str, error: type[ServiceError]
) -> None:
    vera.stands_at_the_summary()
    vera.submits()
    with pytest.raises(error):
        approvals.return_with_reason(session, curator, vera.id, reason, len(vera.form), now=NOW)
    assert vera.stored.status == ApplicationStatus.SUBMITTED


def test_returned_and_handed_in_again_it_is_a_new_matter(
    session: Session, vera: Applicant, curator: Actor
) -> None:
    vera.stands_at_the_summary()
    vera.submits()
    approvals.return_with_reason(session, curator, vera.id, "Уточните", len(vera.form), now=NOW)
    assert (vera.question, vera.answers) == (None, COMPLETE)
    vera.corrects("subject")
    vera.chooses("subject", "chemistry")
    vera.submits()
    assert len(session.scalars(select(Alert)).all()) == 2
    approvals.approve(session, curator, vera.id, len(vera.form), now=NOW)
    assert vera.membership.profile["subject"] == "chemistry"


def test_a_questionnaire_that_shrank_meanwhile_ends_at_the_summary(vera: Applicant) -> None:
    vera.stands_at("hopes")
    shorter: Questionnaire = MENTEE.model_copy(update={"questions": MENTEE.questions[:2]})
    assert applications.see_own(vera.session, vera.actor, vera.id, len(shorter)).is_summary
