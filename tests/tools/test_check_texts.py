"""The text check finds each kind of fault, and is content with a tree that has none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tools.check_texts import check, error_key, subclasses

GREETING = {
    "locales/ru/menu.ftl": "greeting = Здравствуйте, { $name }!\n",
    "locales/tt/menu.ftl": "greeting = Исәнмесез, { $name }!\n",
    "locales/en/menu.ftl": "greeting = Hello, { $name }!\n",
    "handlers/menu.py": 'def greet(t, name):\n    """Скажи."""\n    return t("greeting", name=name)\n',
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, content in GREETING.items():
        write(tmp_path, path, content)
    return tmp_path


def write(root: Path, path: str, content: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(content, encoding="utf-8")


def append(root: Path, path: str, content: str) -> None:
    write(root, path, (root / path).read_text(encoding="utf-8") + content)


def append_everywhere(root: Path, content: str) -> None:
    for language in ("ru", "tt", "en"):
        append(root, f"locales/{language}/menu.ftl", content)


def problems(root: Path, errors: Mapping[str, str] | None = None) -> list[str]:
    return [str(problem) for problem in check(root, errors or {})]


def test_complete_texts_have_no_problems(root: Path) -> None:
    assert problems(root) == []


def test_key_missing_in_one_language_is_named_with_its_place(root: Path) -> None:
    for language in ("ru", "en"):
        append(root, f"locales/{language}/menu.ftl", "bye = …\n")
    append(root, "handlers/menu.py", 'KEY = "bye"\n')
    assert problems(root) == ["locales/ru/menu.ftl:2: “bye” is missing in tt"]


def test_key_that_only_a_translation_has_is_named(root: Path) -> None:
    append(root, "locales/en/menu.ftl", "bye = Bye\n")
    assert problems(root) == ["locales/en/menu.ftl:2: “bye” is missing in ru"]


def test_attribute_missing_in_one_language_is_named(root: Path) -> None:
    append(root, "locales/ru/menu.ftl", "    .hint = Подсказка\n")
    assert problems(root) == [
        "locales/ru/menu.ftl:2: “greeting.hint” is missing in en",
        "locales/ru/menu.ftl:2: “greeting.hint” is missing in tt",
    ]


def test_other_variables_in_a_translation_are_named(root: Path) -> None:
    write(root, "locales/en/menu.ftl", "# a comment\ngreeting = Hello, { $person }!\n")
    assert problems(root) == ["locales/en/menu.ftl:2: “greeting” needs $person, in ru $name"]


def test_variable_inside_a_plural_counts(root: Path) -> None:
    plural = (
        "places = { $count ->\n    [one] { $count } place\n   *[other] { $count } places of { $all }\n }\n"
    )
    append_everywhere(root, plural)
    append(root, "handlers/menu.py", 'def places(t):\n    return t("places", count=3)\n')
    assert problems(root) == ["handlers/menu.py:5: “places” needs $all as well"]


def test_broken_fluent_is_named_with_its_line(root: Path) -> None:
    append(root, "locales/tt/menu.ftl", "\nbroken = { $name\n")
    assert problems(root) == ['locales/tt/menu.ftl:4: syntax error: Expected token: "}"']


def test_key_that_stands_twice_in_a_language_is_named(root: Path) -> None:
    write(root, "locales/ru/other.ftl", "greeting = Привет, { $name }\n")
    assert problems(root) == ["locales/ru/other.ftl:1: “greeting” stands at locales/ru/menu.ftl:1 already"]


def test_key_that_nobody_uses_is_named(root: Path) -> None:
    append_everywhere(root, "orphan = …\n")
    assert problems(root) == ["locales/ru/menu.ftl:2: “orphan” is used nowhere"]


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("services/kinds.py", 'KEY = "orphan"\n'),
        ("handlers/kinds.py", "# keys: other-*, orph*\n"),
        ("content/kinds.yaml", "- name: orphan\n"),
    ],
)
def test_key_is_used_by_a_literal_a_declaration_or_content(root: Path, path: str, content: str) -> None:
    append_everywhere(root, "orphan = …\nother-one = …\n")
    write(root, "services/other.py", 'KEY = "other-one"\n')
    write(root, path, content)
    assert problems(root) == []


def test_docstring_does_not_count_as_use(root: Path) -> None:
    append_everywhere(root, "orphan = …\n")
    write(root, "services/kinds.py", '"""orphan"""\n')
    assert problems(root) == ["locales/ru/menu.ftl:2: “orphan” is used nowhere"]


def test_declaration_that_matches_nothing_or_everything_is_refused(root: Path) -> None:
    append(root, "handlers/menu.py", "# keys: absent-*\n# keys: *\n")
    assert problems(root) == [
        "handlers/menu.py:4: “absent-*” matches no text",
        "handlers/menu.py:5: “*” must begin with a prefix",
    ]


def test_quoted_message_is_used_and_asks_for_its_variables(root: Path) -> None:
    append_everywhere(root, "letter = { greeting } { -product } …\n-product = …\n")
    append(root, "handlers/menu.py", 'def write(t):\n    return t("letter")\n')
    assert problems(root) == ["handlers/menu.py:5: “letter” needs $name as well"]


def test_quotation_of_a_missing_message_is_named(root: Path) -> None:
    write(root, "locales/en/menu.ftl", "greeting = { -nothing } { $name }\n")
    assert problems(root) == ["locales/en/menu.ftl:1: “greeting” quotes “-nothing”, which is missing"]


def test_translation_of_an_unknown_key_is_named(root: Path) -> None:
    append(root, "handlers/menu.py", 'def bye(window):\n    return window.t("good-bye")\n')
    assert problems(root) == ["handlers/menu.py:5: there is no text “good-bye”"]


def test_both_sides_of_a_conditional_key_are_looked_at(root: Path) -> None:
    append(
        root, "handlers/menu.py", 'def say(t, new):\n    return t("greeting" if new else "again", name=1)\n'
    )
    assert problems(root) == ["handlers/menu.py:5: there is no text “again”"]


def test_lacking_argument_is_named_unless_arguments_are_spread(root: Path) -> None:
    append(
        root,
        "handlers/menu.py",
        'def a(t):\n    return t("greeting")\ndef b(t, **k):\n    return t("greeting", **k)\n',
    )
    assert problems(root) == ["handlers/menu.py:5: “greeting” needs $name as well"]


def test_cyrillic_in_code_is_named(root: Path) -> None:
    write(root, "models/person.py", 'A = 1\nTITLE = f"Имя: {A}"\n')
    assert problems(root) == ["models/person.py:2: text in code belongs in locales/: “Имя:”"]


def test_cyrillic_is_allowed_by_a_remark_in_comments_and_in_the_demonstration(root: Path) -> None:
    write(root, "models/person.py", 'LETTERS = "а-яё"  # text-check: allow — an alphabet\n# Комментарий\n')
    write(root, "bot/demonstration.py", 'NAME = "Анна"\n')
    assert problems(root) == []


def test_error_without_a_message_is_named(root: Path) -> None:
    found = problems(root, {"NoFreePlace": "error-no-free-place"})
    assert found == ["locales/ru:1: NoFreePlace has no message “error-no-free-place”"]


def test_error_raised_without_a_field_of_its_message_is_named(root: Path) -> None:
    append_everywhere(root, "error-too-long = { $limit }\n")
    write(root, "services/answers.py", "def check():\n    raise errors.TooLong(length=3)\n")
    assert problems(root, {"TooLong": "error-too-long"}) == [
        "services/answers.py:2: “error-too-long” needs $limit from TooLong"
    ]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("NoFreePlace", "error-no-free-place"),
        ("AnswerNotANumber", "error-answer-not-a-number"),
        ("BadURLGiven", "error-bad-url-given"),
    ],
)
def test_key_of_an_error_is_its_name_with_hyphens(name: str, key: str) -> None:
    assert error_key(name) == key


def test_errors_of_errors_are_found() -> None:
    class Base(Exception): ...

    class Child(Base): ...

    class Grandchild(Child): ...

    assert list(subclasses(Base)) == [Child, Grandchild]
