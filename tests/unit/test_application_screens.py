"""Screens of applications and of the yearly review: long lists have pages, long summaries, too, and nothing
is longer than Telegram takes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.settings import ROOT
from handlers.applications import review_screens, screens
from handlers.applications.callbacks import Answered, SummaryPaged
from handlers.common.screen import Screen
from handlers.common.translator import Texts, Translator
from models import ApplicationStatus, Partition, Role
from services import content
from services.annual_review import ReviewOverview, ReviewView, Unconfirmed
from services.application_views import ApplicationView, Approval, Power, Remark
from services.applications import form_key
from services.content import LANGUAGES, QuestionKind, Questionnaire
from services.names import PersonName
from tests.support.factories import NOW
from tests.support.screens import check

LOADED = content.load(ROOT / "content")
TEXTS = Texts(ROOT / "locales", LOADED)
LARGEST_ID = 2**31 - 1
SCHOOL = "Школа <№ 1> & Ко " * 15
NAME = PersonName("С" * 100, "<b>" + "В" * 97, "&" * 100, Role.MENTEE, "017")

FORMS = [
    (role, partition)
    for role in (Role.MENTEE, Role.MENTOR)
    for partition in (Partition.TEACHER, Partition.PUPIL)
]
ROWS_ON_A_SCREEN = 12


def fullest(form: Questionnaire) -> dict[str, Any]:
    """The longest answer that every question takes."""
    answers: dict[str, Any] = {}
    for question in form.questions:
        match question.kind:
            case QuestionKind.CHOICES:
                answers[question.key] = [one.key for one in question.options]
                if question.other:
                    answers[f"{question.key}_other"] = "<" * 200
            case QuestionKind.CHOICE:
                answers[question.key] = question.options[-1].key
            case QuestionKind.NUMBER:
                answers[question.key] = question.maximum
            case _:
                answers[question.key] = "😀" * (question.limit // 2)
    return answers | {"category": "changed_subject"}


def view(role: Role, partition: Partition = Partition.TEACHER, **fields: Any) -> ApplicationView:
    form = LOADED.questionnaire(form_key(role, partition))
    made = ApplicationView(
        id=LARGEST_ID,
        role=role,
        status=ApplicationStatus.DRAFT,
        questionnaire=form.key,
        position=len(form),
        total=len(form),
        correcting=False,
        answers=fullest(form),
        return_reason="",
        name=replace(NAME, role=role),
        organization_id=LARGEST_ID,
        organization_name=SCHOOL,
        submitted_at=NOW,
        partition=partition,
    )
    return replace(made, **fields)


@pytest.fixture(params=LANGUAGES)
def t(request: pytest.FixtureRequest) -> Translator:
    return TEXTS.translator(str(request.param))


def data(screen: Screen) -> list[str]:
    rows = screen.keyboard.inline_keyboard if screen.keyboard else []
    return [button.callback_data or "" for row in rows for button in row]


@pytest.mark.parametrize(("role", "partition"), FORMS)
def test_every_question_fits_in_twelve_rows_on_every_page(
    t: Translator, role: Role, partition: Partition
) -> None:
    full = view(role, partition)
    for position in range(full.total):
        for answers in ({}, full.answers):
            for page in range(4):
                shown = replace(full, position=position, answers=answers)
                screen = screens.application(t, LOADED, shown, page)
                check(screen)
                assert screen.keyboard is not None
                assert len(screen.keyboard.inline_keyboard) <= ROWS_ON_A_SCREEN


@pytest.mark.parametrize(("role", "partition"), FORMS)
def test_every_page_of_the_summary_and_of_the_decision_fits_a_message(
    t: Translator, role: Role, partition: Partition
) -> None:
    full = view(role, partition, status=ApplicationStatus.RETURNED, return_reason="😀" * 250)
    by = Approval(NAME, NAME, NOW)
    for page in range(6):
        check(screens.application(t, LOADED, replace(full, remark=Remark.PREFILLED), page))
        for status in ApplicationStatus:
            check(screens.decision(t, LOADED, replace(full, status=status, approval=by), page))


def test_every_answer_stands_on_some_page_of_the_summary_and_can_be_corrected(t: Translator) -> None:
    full = view(Role.MENTOR)
    form = LOADED.questionnaire("mentor")
    corrected: set[str] = set()
    pages = 0
    while True:
        screen = screens.summary(t, LOADED, full, pages)
        found = {Answered.unpack(one).question for one in data(screen) if one.startswith("jn_ans:")}
        assert not found & corrected
        corrected |= found
        pages += 1
        further = [SummaryPaged.unpack(one).page for one in data(screen) if one.startswith("jn_sum:")]
        if pages not in further:
            break
    assert pages > 1
    assert corrected == {one.key for one in form.questions}


def test_a_summary_with_open_questions_leads_to_the_first_of_them_instead_of_sending(t: Translator) -> None:
    answers = {key: value for key, value in fullest(LOADED.questionnaire("mentee")).items() if key != "more"}
    screen = screens.summary(t, LOADED, view(Role.MENTEE, answers=answers))
    assert not any(one.startswith("jn_sub:") for one in data(screen))
    assert Answered.unpack(data(screen)[0]).question == "more"
    complete = screens.summary(t, LOADED, view(Role.MENTEE))
    assert any(one.startswith("jn_sub:") for one in data(complete))


@pytest.mark.parametrize(
    ("powers", "offered"),
    [
        ({Power.APPROVE, Power.RETURN}, {"jn_dec"}),
        ({Power.HAND_UP, Power.RETURN}, {"jn_up", "jn_dec"}),
        (set(), set()),
    ],
)
def test_only_what_the_reader_may_do_is_offered(t: Translator, powers: set[Power], offered: set[str]) -> None:
    short = view(Role.MENTEE, answers={}, powers=frozenset(powers))
    found = data(screens.decision(t, LOADED, short))
    assert {one.partition(":")[0] for one in found} == offered
    approving = [one for one in found if one.startswith("jn_dec:") and one.endswith(":1")]
    assert bool(approving) is (Power.APPROVE in powers)


def test_what_a_parent_and_a_reviewer_read(t: Translator) -> None:
    child = view(Role.MENTEE, Partition.PUPIL, is_own=False, return_reason="<" * 500)
    for screen in (
        screens.approved_notice(t, child),
        screens.returned_notice(t, child),
        screens.approved_notice(t, view(Role.MENTOR, is_review=True)),
        screens.submitted(t, view(Role.MENTEE, status=ApplicationStatus.WITH_HEAD)),
        screens.withdrawal(t, child),
        screens.withdrawal(t, replace(child, is_review=True)),
        screens.withdrawn(t, child),
        screens.handed_up(t, child),
    ):
        check(screen)
    for status in (ApplicationStatus.APPROVED, ApplicationStatus.RETURNED):
        told = screens.head_decided_notice(t, replace(child, status=status))
        assert told is not None
        check(told)
    assert screens.head_decided_notice(t, replace(child, status=ApplicationStatus.SUBMITTED)) is None


def test_a_parent_is_led_to_the_children(t: Translator) -> None:
    parent = replace(view(Role.MENTEE), role=Role.PARENT, questionnaire="staff")
    assert any(one.startswith("fm_all") for one in data(screens.admitted(t, parent)))
    curator = replace(parent, role=Role.CURATOR)
    assert not any(one.startswith("fm_all") for one in data(screens.admitted(t, curator)))


def test_a_day_is_read_back_in_words() -> None:
    words = {
        language: screens.day_in_words(TEXTS.translator(language), "2027-09-01") for language in LANGUAGES
    }
    assert words["ru"] == "среда, 1 сентября 2027 года"
    assert words["en"] == "Wednesday, 1 September 2027"
    assert "2027 ел" in words["tt"]


# -- the review


def test_the_question_of_the_review_fits_a_message(t: Translator) -> None:
    for role, partition in FORMS:
        form = LOADED.questionnaire(form_key(role, partition))
        asked = ReviewView(
            LARGEST_ID, role, partition, NAME, SCHOOL, fullest(form), form.key, form.version, is_own=False
        )
        check(review_screens.question(t, LOADED, asked))
        check(review_screens.question(t, LOADED, replace(asked, answers={}, is_own=True)))
        check(review_screens.confirmed(t, asked))


def test_the_curators_view_of_the_review_fits_a_message(t: Translator) -> None:
    waiting = tuple(
        Unconfirmed(LARGEST_ID - number, NAME, number % 2 == 0, number % 3 == 0) for number in range(8)
    )
    check(review_screens.overview(t, ReviewOverview(LARGEST_ID, SCHOOL, 4, 12, waiting, 1, 3)))
    check(review_screens.overview(t, ReviewOverview(LARGEST_ID, SCHOOL, 4, 4, (), 0, 1)))
    for is_offline in (True, False):
        check(review_screens.card(t, LARGEST_ID, [NAME] * 300, is_offline, []))
