"""What a methodist edits: the files as they are can be used, and every mistake is named by file and line."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from bot import __main__ as command_line
from bot.settings import ROOT
from handlers.applications.callbacks import Answered, Step
from services import content
from services.content import (
    BUTTON_KEYS_LIMIT,
    LANGUAGES,
    Content,
    ContentError,
    QuestionKind,
    Questionnaire,
)

LARGEST_ID = 2**31 - 1
FEEDBACK = "questionnaires/meeting-feedback.yaml"
MENTEE, PUPIL = "questionnaires/mentee.yaml", "questionnaires/mentee-pupil.yaml"
GRADE = "Какой класс? Напишите число."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of content/ to be spoiled."""
    return Path(shutil.copytree(ROOT / "content", tmp_path / "content"))


@pytest.fixture(scope="module")
def loaded() -> Content:
    return content.load(ROOT / "content")


def spoil(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) >= 1, f"«{old}» is not in {file}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def line_of(root: Path, file: str, words: str) -> int:
    """The line, counted from 1, on which the words stand."""
    lines = (root / file).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if words in line)


def complaint(root: Path) -> ContentError:
    with pytest.raises(ContentError) as caught:
        content.load(root)
    return caught.value


def test_a_list_lends_its_options_to_the_questions_that_name_it(loaded: Content) -> None:
    question = loaded.questionnaire("mentee").question("difficulties")
    assert question is not None
    assert question.offers("discipline")
    assert not question.offers("Дисциплина на уроке")
    assert loaded.label("difficulty", "discipline", "ru") == "Дисциплина на уроке"
    assert loaded.label("difficulty", "typed by a person", "ru") == "typed by a person"


def test_a_scale_offers_its_numbers_and_nothing_else(loaded: Content) -> None:
    question = loaded.questionnaire("meeting-feedback").question("usefulness")
    assert question is not None
    assert [key for key in ("0", "1", "10", "11", "01", "") if question.offers(key)] == ["1", "10"]


def test_the_hash_of_a_consent_tells_one_wording_from_another(root: Path, loaded: Content) -> None:
    before = loaded.consent("personal_data")
    assert len({before.sha256(language) for language in LANGUAGES}) == 3
    spoil(root, "consents/personal_data.yaml", "Согласие добровольно.", "Согласие добровольное.")
    after = content.load(root).consent("personal_data")
    assert after.sha256("ru") != before.sha256("ru")
    assert after.sha256("en") == before.sha256("en")


def test_a_file_saved_with_a_byte_order_mark_is_read(root: Path) -> None:
    path = root / "lists/time.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert content.load(root).label("time", "saturday", "ru") == "Суббота"


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("lists/time.yaml", "tt: Шимбә, ", "", "ru: Суббота"),
        ("lists/time.yaml", "ru: Суббота", 'ru: ""', "tt: Шимбә"),
        ("lists/time.yaml", "key: saturday", "key: Суббота", "key: Суббота"),
        (FEEDBACK, "maximum: 10", "maximum: ten", "maximum: ten"),
        (FEEDBACK, "kind: scale", "kind: stars", "kind: stars"),
        (FEEDBACK, "kind: choice", "kind: choice\n    colour: red", "colour: red"),
        (FEEDBACK, "version: 1", "version: 0", "version: 0"),
        (
            "questionnaires/mentee.yaml",
            "options_from: subject",
            "options_from: subjects",
            "options_from: subjects",
        ),
        ("consents/personal_data.yaml", "\nversion: ", "\nversion: первая", "version: первая"),
        (PUPIL, "maximum: 11", "maximum: 0", "key: grade"),
        (PUPIL, "kind: number", "kind: date\n    latest: 31.12.2020", "latest: 31.12.2020"),
        (PUPIL, "kind: number", "kind: date\n    earliest: 2030-01-01\n    latest: 2020-01-01", "key: grade"),
        (PUPIL, "kind: number", "kind: line\n    limit: 201", "key: grade"),
        (PUPIL, "kind: number", "kind: number\n    options_from: subject", "key: grade"),
        (PUPIL, "kind: number", "kind: name", "key: grade"),
        (PUPIL, "key: name", "key: title", "key: title"),
        (PUPIL, f"ru: {GRADE}", f"ru: {GRADE}{'о' * 1000}", f"ru: {GRADE}"),
        (MENTEE, "question: category, is:", "question: hobby, is:", "question: hobby"),
        (MENTEE, "question: category, is:", "question: difficulties, is:", "question: difficulties"),
        (MENTEE, "question: category, is:", "question: experience_years, is:", "question: experience_years"),
        (MENTEE, "is: [new_to_school,", "is: [new_to_town,", "is: [new_to_town,"),
        (MENTEE, "is: [new_to_school, changed_subject]", "is: []", "is: []"),
        (MENTEE, "is: [new_to_school, changed_subject]", "is: [yes]", "is: [yes]"),
        (MENTEE, "is: [new_to_school, changed_subject]", "only: [young]", "only: [young]"),
        (FEEDBACK, "key: trust", "key: trust\n    when: {question: usefulness, is: [1]}", "when: {"),
        ("lists/difficulty.yaml", "also: [pupil_goal]", "also: [pupil_goals]", "also: [pupil_goals]"),
    ],
)
def test_a_mistake_is_named_by_file_and_line(root: Path, file: str, old: str, new: str, words: str) -> None:
    spoil(root, file, old, new)
    error = complaint(root)
    assert error.file == file
    assert error.line == line_of(root, file, words)
    assert str(error) == f"{file}:{error.line}: {error.reason}"


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("question: category, is:", "question: hobby, is:", "there is no earlier question «hobby»"),
        (
            "question: category, is:",
            "question: difficulties, is:",
            "there is no earlier question «difficulties»",
        ),
        ("is: [new_to_school,", "is: [new_to_town,", "«category» does not offer «new_to_town»"),
        ("question: category, is:", "question: subject, is:", "«subject» does not offer «new_to_school»"),
        (
            "question: category, is:",
            "question: experience_years, is:",
            "«experience_years» has no buttons that `is` could name",
        ),
    ],
)
def test_a_condition_that_nobody_could_meet_says_why(root: Path, old: str, new: str, reason: str) -> None:
    spoil(root, MENTEE, old, new)
    assert complaint(root).reason == reason


def test_a_button_with_more_words_than_fit_is_refused_where_the_list_is_named(root: Path) -> None:
    spoil(root, "lists/weekly_time.yaml", "ru: До часа", f"ru: {'Ч' * 61}")
    error = complaint(root)
    assert (error.file, error.line) == (
        "questionnaires/mentor.yaml",
        line_of(root, "questionnaires/mentor.yaml", "options_from: weekly_time"),
    )


# -- versions


def test_the_newest_version_is_asked_and_the_older_ones_can_still_be_read(loaded: Content) -> None:
    assert loaded.questionnaire("mentee").version == 2
    assert [one.key for one in loaded.questionnaire("mentee", 1).questions] == [
        "name",
        "subject",
        "experience_years",
        "difficulties",
        "hopes",
    ]
    assert loaded.has_version("mentor", 1)


def test_a_version_that_is_gone_reads_as_the_newest(root: Path) -> None:
    (root / "questionnaires/mentee.v1.yaml").unlink()
    found = content.load(root)
    assert not found.has_version("mentee", 1)
    assert found.questionnaire("mentee", 1).version == 2


def test_one_version_may_not_stand_in_two_files(root: Path) -> None:
    spoil(root, "questionnaires/mentee.v1.yaml", "version: 1", "version: 2")
    error = complaint(root)
    assert (error.file, error.reason) == (
        "questionnaires/mentee.yaml",
        "«mentee 2» stands in questionnaires/mentee.v1.yaml already",
    )


def test_a_file_of_an_old_version_does_not_stand_for_the_questionnaire_that_is_missing(root: Path) -> None:
    (root / "questionnaires/mentee.yaml").unlink()
    assert content.load(root).questionnaire("mentee").version == 1
    (root / "questionnaires/mentee.v1.yaml").unlink()
    assert complaint(root).reason == "there is no file with the key «mentee»"


# -- conditions


def asked(form: Questionnaire, **answers: Any) -> list[str]:
    return [one.key for one in form.questions_asked(answers)]


@pytest.mark.requirement("N-1.2-2")
def test_a_conditional_question_is_asked_only_of_those_whom_it_concerns(loaded: Content) -> None:
    form = loaded.questionnaire("mentee")
    short = ["name", "subject", "experience_years", "category", "difficulties", "hopes", "more"]
    assert asked(form) == asked(form, category="young", more="enough") == short
    assert "since_year" in asked(form, category="changed_subject")
    assert asked(form, more="details")[-5:] == [
        "wishes",
        "own_strengths",
        "kinds",
        "meeting_format",
        "times",
    ]


def test_what_is_not_asked_itself_meets_no_condition(root: Path) -> None:
    chained = """
  - key: last
    kind: line
    when: {question: kinds, is: [group]}
    text: {ru: Ещё, tt: Тагын, en: More}
"""
    path = root / MENTEE
    path.write_text(path.read_text(encoding="utf-8") + chained, encoding="utf-8")
    form = content.load(root).questionnaire("mentee")
    assert "last" in asked(form, more="details", kinds=["virtual", "group"])
    assert "last" not in asked(form, more="enough", kinds=["group"])
    assert form.without_idle({"more": "enough", "kinds": ["group"], "last": "x", "wishes_other": "y"}) == {
        "more": "enough"
    }


def test_a_scale_may_stand_in_a_condition_as_numbers(root: Path) -> None:
    path = root / "questionnaires/staff.yaml"
    scale = """
  - key: ease
    kind: scale
    minimum: 1
    maximum: 5
    text: {ru: Легко, tt: Җиңел, en: Easy}
  - key: why
    kind: text
    when: {question: ease, is: [1, 2]}
    text: {ru: Почему, tt: Нигә, en: Why}
"""
    path.write_text(path.read_text(encoding="utf-8") + scale, encoding="utf-8")
    form = content.load(root).questionnaire("staff")
    assert asked(form, ease=2) == ["name", "ease", "why"]
    assert asked(form, ease=3) == ["name", "ease"]


# -- answers given to another version


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({"subject": "physics", "hobby": "chess"}, {"subject": "physics"}),
        ({"subject": "Астрономия"}, {"subject": "Астрономия"}),
        ({"subject": ["physics"]}, {}),
        ({"category": "visitor"}, {}),
        ({"experience_years": 61}, {}),
        ({"experience_years": "3"}, {}),
        ({"difficulties": ["discipline", "gone"]}, {"difficulties": ["discipline"]}),
        (
            {"difficulties": ["gone"], "difficulties_other": "Своё"},
            {"difficulties": [], "difficulties_other": "Своё"},
        ),
        ({"kinds": ["group"], "more": "enough"}, {"more": "enough"}),
        ({"hopes": ""}, {"hopes": ""}),
        ({"hopes": "я" * 1001}, {}),
    ],
)
def test_of_answers_to_another_version_what_still_answers_is_kept(
    loaded: Content, given: dict[str, Any], kept: dict[str, Any]
) -> None:
    assert loaded.questionnaire("mentee").kept(given) == kept


def test_pupils_have_words_of_their_own_for_the_same_question(loaded: Content) -> None:
    for key, question in (("mentee-pupil", "difficulties"), ("mentor-pupil", "strengths")):
        options = loaded.questionnaire(key).question(question)
        assert options is not None
        assert options.offers("catch_up")
        assert not options.offers("discipline")
    assert loaded.label("difficulty", "catch_up", "ru") == "Подтянуть предмет"


def test_pupils_are_asked_little_and_nothing_of_health_or_family(loaded: Content) -> None:
    for key in ("mentee-pupil", "mentor-pupil"):
        form = loaded.questionnaire(key)
        assert [one.key for one in form.questions] == [
            "name",
            "grade",
            "difficulties" if key == "mentee-pupil" else "strengths",
            "subject",
            "interests",
            "times",
        ]


@pytest.mark.parametrize("key", ["mentee", "mentor"])
def test_a_teacher_comes_to_the_end_in_eight_screens(loaded: Content, key: str) -> None:
    form = loaded.questionnaire(key)
    category = form.question("category")
    for one in category.options if category else []:
        assert len(form.asked({"category": one.key, "more": "enough"})) <= 8
    assert len(form.asked({"more": "enough"})) <= 8


def test_yaml_that_cannot_be_read_is_named_by_its_line(root: Path) -> None:
    spoil(root, "lists/time.yaml", "key: saturday", "key: [saturday")
    error = complaint(root)
    assert error.file == "lists/time.yaml"
    # The bracket is missed where the next line begins something else.
    assert error.line == line_of(root, "lists/time.yaml", "[saturday") + 1


def test_a_file_that_is_not_utf8_is_named_by_its_line(root: Path) -> None:
    path = root / "lists/time.yaml"
    path.write_bytes(b"key: time\n" + "options: Суббота\n".encode("cp1251"))
    error = complaint(root)
    assert (error.file, error.line) == ("lists/time.yaml", 2)


def test_a_control_character_is_named_by_its_line(root: Path) -> None:
    spoil(root, "lists/time.yaml", "Суббота", "Суб\x07бота")
    error = complaint(root)
    assert (error.file, error.line) == ("lists/time.yaml", line_of(root, "lists/time.yaml", "Суб"))


@pytest.mark.parametrize("text", ["", "# nothing\n", "- one\n- two\n", "just words\n"])
def test_a_file_of_another_shape_is_refused(root: Path, text: str) -> None:
    (root / "lists/time.yaml").write_text(text, encoding="utf-8")
    assert complaint(root).file == "lists/time.yaml"


def test_a_key_that_stands_twice_in_a_list_is_refused(root: Path) -> None:
    spoil(root, "lists/time.yaml", "key: saturday", "key: online")
    assert "repeated key: online" in complaint(root).reason


def test_a_key_that_stands_in_two_files_is_refused(root: Path) -> None:
    shutil.copy(root / "lists/time.yaml", root / "lists/times.yaml")
    error = complaint(root)
    assert (error.file, error.reason) == ("lists/times.yaml", "«time» stands in lists/time.yaml already")


@pytest.mark.parametrize(
    ("file", "key"),
    [("questionnaires/staff.yaml", "staff"), ("consents/personal_data.yaml", "personal_data")],
)
def test_what_the_program_asks_for_may_not_be_missing(root: Path, file: str, key: str) -> None:
    (root / file).unlink()
    assert complaint(root).reason == f"there is no file with the key «{key}»"


def test_a_consent_longer_than_one_message_is_refused(root: Path) -> None:
    spoil(root, "consents/personal_data.yaml", "Согласие добровольно.", "Согласие добровольно. " * 200)
    assert "one message holds" in complaint(root).reason


def test_keys_too_long_for_a_button_are_refused(root: Path) -> None:
    long_key = "s" * 29
    spoil(root, "lists/difficulty.yaml", "key: discipline", f"key: {long_key}")
    error = complaint(root)
    assert error.file in (
        f"questionnaires/{one}.yaml" for one in ("mentee.v1", "mentee", "mentor.v1", "mentor")
    )
    assert error.line == line_of(root, error.file, "options_from: difficulty")


def test_the_longest_keys_allowed_fit_a_button() -> None:
    option = "o" * 20
    packed = Answered(
        application_id=LARGEST_ID,
        step=Step.UNTICK,
        question="q" * (BUTTON_KEYS_LIMIT - len(option)),
        option=option,
    ).pack()
    assert len(packed.encode()) <= 64


def test_every_question_with_a_choice_has_something_to_choose(loaded: Content) -> None:
    for key in content.QUESTIONNAIRES:
        for question in loaded.questionnaire(key).questions:
            chooses = question.kind in (QuestionKind.CHOICE, QuestionKind.CHOICES)
            assert bool(loaded.options(question)) is chooses, (key, question.key)


def test_the_program_does_not_start_with_broken_content(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(root, "lists/time.yaml", "tt: Шимбә, ", "")
    (root.parent / "locales").symlink_to(ROOT / "locales")
    monkeypatch.setattr(command_line, "ROOT", root.parent)
    assert command_line.main(["check"]) == command_line.REFUSED
    said = capsys.readouterr().err
    line = line_of(root, "lists/time.yaml", "Суббота")
    assert said == f"content/lists/time.yaml:{line}: options.3.text.tt: Field required\n"
