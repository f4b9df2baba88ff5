"""What a methodist edits: the files as they are can be used, and every mistake is named by file and line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot import __main__ as command_line
from bot.settings import ROOT
from handlers.applications.callbacks import Answered, Step
from services import content
from services.content import BUTTON_KEYS_LIMIT, LANGUAGES, Content, ContentError, QuestionKind

LARGEST_ID = 2**31 - 1
FEEDBACK = "questionnaires/meeting-feedback.yaml"


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
        ("consents/personal_data.yaml", 'version: "1"', 'version: "первая"', 'version: "первая"'),
    ],
)
def test_a_mistake_is_named_by_file_and_line(root: Path, file: str, old: str, new: str, words: str) -> None:
    spoil(root, file, old, new)
    error = complaint(root)
    assert error.file == file
    assert error.line == line_of(root, file, words)
    assert str(error) == f"{file}:{error.line}: {error.reason}"


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
    assert error.file in ("questionnaires/mentee.yaml", "questionnaires/mentor.yaml")
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
