"""Cells of plans name people in many ways; each is found once, and a role only where it is certain."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models import Role
from services.responsible_words import key_of, name_in, names_schools, normalized, phrases_in, role_of


@pytest.mark.parametrize(
    ("cell", "people"),
    [
        ("", ()),
        ("Директор", ("Директор",)),
        ("директор, заместители директора", ("директор", "заместители директора")),
        ("Директор и кураторы", ("Директор", "кураторы")),
        ("Иванова И.И., методист МКУ «Центр»", ("Иванова И.И., методист МКУ «Центр»",)),
        ("Иванова И.И., Петров П.П.", ("Иванова И.И.", "Петров П.П.")),
        (
            "Сидорова С.С., эксперт отдела обучения и воспитательной работы, методисты ОО",
            ("Сидорова С.С., эксперт отдела обучения и воспитательной работы", "методисты ОО"),
        ),
        ("отдел образования и молодёжной политики", ("отдел образования и молодёжной политики",)),
        ("зам. директора по УВР, ВР", ("зам. директора по УВР, ВР",)),
        (
            "кураторы проекта кураторы проекта директор, заместители директора",
            ("кураторы проекта", "директор", "заместители директора"),
        ),
        ("кураторы\nкураторы", ("кураторы",)),
        ("руководитель МО; педагог-психолог", ("руководитель МО", "педагог-психолог")),
    ],
)
def test_people_of_a_cell(cell: str, people: tuple[str, ...]) -> None:
    assert phrases_in(cell) == people


@pytest.mark.parametrize(
    ("phrase", "role"),
    [
        ("кураторы целевой модели наставничества", Role.CURATOR),
        ("Куратор", Role.CURATOR),
        ("Руководители ОО", Role.HEAD),
        ("Директор школы", Role.HEAD),
        ("директор", Role.HEAD),
        ("Наставники", Role.MENTOR),
        ("педагоги-наставники", Role.MENTOR),
        ("наставляемые", Role.MENTEE),
        ("молодые педагоги", Role.MENTEE),
        ("зам. директора по УВР", None),
        ("Заместители директора", None),
        ("педагог-психолог", None),
        ("директор МКУ «Центр развития»", None),
    ],
)
def test_a_role_is_taken_only_where_it_is_certain(phrase: str, role: Role | None) -> None:
    assert role_of(phrase) == role


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Зам. директора Иванова И.В.", ("Иванова", "И", "В")),
        ("Иванова ИВ", ("Иванова", "И", "В")),
        ("И.В. Иванова", ("Иванова", "И", "В")),
        ("Вәлиева А. Р.", ("Вәлиева", "А", "Р")),
        ("Петров-Водкин К.С", ("Петров-Водкин", "К", "С")),
        ("Руководители ОО", None),
        ("Директор МБОУ", None),
        ("методисты ОО", None),
    ],
)
def test_names_with_initials_are_seen_and_abbreviations_are_not(
    phrase: str, name: tuple[str, str, str] | None
) -> None:
    assert name_in(phrase) == name


@pytest.mark.parametrize("text", ["Руководители ОО", "Методисты ОО", "образовательные организации", "Школы"])
def test_what_a_municipality_leaves_to_its_schools(text: str) -> None:
    assert names_schools(text)


def test_its_own_people_are_not_the_schools() -> None:
    assert not names_schools("Иванова И.И., заместитель директора МКУ «Центр»")


def test_spelling_does_not_matter_to_memory() -> None:
    assert normalized("  Зам.  директора «по УВР» ") == normalized("зам директора по увр")


def test_one_person_is_one_question_however_their_post_is_written() -> None:
    written = ("Зам. директора гимназии Лебедева И.В.", "Лебедева ИВ", "зам.директора И. В. Лебедева")
    assert len({key_of(one) for one in written}) == 1
    assert key_of("Лебедева И.П.") != key_of("Лебедева И.В.")


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="абвИКДир.,;\n и/-ОО«»()12", max_size=120))
def test_any_cell_is_read_and_no_phrase_comes_twice(cell: str) -> None:
    keys = [key_of(phrase) for phrase in phrases_in(cell)]
    assert all(keys)
    assert len(keys) == len(set(keys))
