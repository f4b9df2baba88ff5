"""A staff file read: heads in any wording, every kind of mistake with its row, files that mean harm."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from datetime import date
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.settings import ROOT
from models import Role
from services import content
from services.registry import heads
from services.registry.heads import Field
from services.registry.reading import (
    Flaw,
    Staff,
    StaffReader,
    Vocabulary,
    WrongRow,
    read_staff,
)
from services.registry.refusals import ROW_LIMIT, RegistryFileRefused
from tests.support.staff_files import SIGNED, person, saved, staff, staff_file, workbook

TODAY = date(2026, 9, 7)
VOCABULARY = Vocabulary.of(content.load(ROOT / "content"))
SHEET = '<worksheet xmlns="u"><sheetData>{}</sheetData></worksheet>'


def read(data: bytes, name: str = "staff.xlsx") -> Staff:
    return read_staff(data, name, VOCABULARY, TODAY)


def flaws_of(*row: Any) -> list[Flaw]:
    """What is wrong with one row under the usual heads."""
    found = read(staff_file(list(row)))
    return [flaw for one in found.wrong for flaw in one.flaws]


def codes(**changed: Any) -> list[str]:
    return [flaw.code for flaw in flaws_of(*person(1, **changed))]


def refusal(data: bytes, name: str = "staff.xlsx") -> str:
    with pytest.raises(RegistryFileRefused) as refused:
        read(data, name)
    return str(refused.value.fields["reason"])


# ---- heads


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("ФИО", Field.NAME),
        ("Ф.И.О.", Field.NAME),
        ("Ф. И. О. (полностью)", Field.NAME),
        ("Фамилия, имя, отчество", Field.NAME),
        ("Фамилия Имя Отчество сотрудника", Field.NAME),
        ("ФИО наставляемого", Field.NAME),
        ("Full name", Field.NAME),
        ("ФАМИЛИЯ", Field.LAST),
        ("Имя", Field.FIRST),
        ("Имя, отчество", Field.FIRST),
        ("Отчество", Field.PATRONYMIC),
        ("Атасының исеме", Field.PATRONYMIC),
        ("Роль", Field.ROLE),
        ("Кого приглашаем", Field.ROLE),
        ("Наставник / наставляемый", Field.ROLE),
        ("Категория участника", Field.ROLE),
        ("Предмет", Field.SUBJECT),
        ("Преподаваемый предмет (дисциплина)", Field.SUBJECT),
        ("Что преподаёт", Field.SUBJECT),
        ("Педагогический стаж, лет", Field.EXPERIENCE),
        ("Эш тәҗрибәсе", Field.EXPERIENCE),
        ("Квалификационная категория", Field.CATEGORY),
        ("Профессиональные затруднения/дефициты", Field.DIFFICULTIES),
        ("Основной запрос", Field.DIFFICULTIES),
        ("В чём нужна помощь", Field.DIFFICULTIES),
        ("Компетенции", Field.STRENGTHS),
        ("Сильные стороны", Field.STRENGTHS),
        ("Чем готов помочь", Field.STRENGTHS),
        ("Сколько наставляемых", Field.CAPACITY),
        ("Кол-во подопечных", Field.CAPACITY),
        ("Согласие №", Field.CONSENT_NUMBER),
        ("Номер согласия на обработку ПДн", Field.CONSENT_NUMBER),
        ("Дата согласия", Field.CONSENT_DATE),
        ("Согласие: когда подписано", Field.CONSENT_DATE),
        ("№ п/п", Field.NUMBER),
        ("№", Field.NUMBER),
        ("Телефон", None),
        ("Дата рождения", None),
        ("Адрес", None),
        ("", None),
    ],
)
def test_heads_are_understood_by_their_words(head: str, field: Field | None) -> None:
    assert heads.field_of(head) == field


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("наставник", Role.MENTOR),
        ("Наставники", Role.MENTOR),
        ("остаз", Role.MENTOR),
        ("mentor", Role.MENTOR),
        ("Наставляемая", Role.MENTEE),
        ("молодой специалист", Role.MENTEE),
        ("стажёр", Role.MENTEE),
        ("остазланучы", Role.MENTEE),
        ("mentee", Role.MENTEE),
        ("наставник/наставляемый", None),
        ("программа наставничества", None),
        ("сторож", None),
    ],
)
def test_roles_are_understood_by_their_words(said: str, role: Role | None) -> None:
    assert heads.role_in(said) == role


def test_the_heads_may_stand_below_a_title_and_a_numbering_and_beside_blank_rows() -> None:
    found = read(
        workbook(
            [
                ("Утверждаю", None, None),
                ("Сведения о сотрудниках",),
                (),
                ("№ п/п", "Фамилия", "Имя", "Роль"),
                (1, 2, 3, 4),
                (1, "Белова", "Вера", "наставник"),
                (),
                (2, "Гусева", "Инна", "наставляемый"),
                ("Итого", 2, None, None),
            ]
        )
    )
    assert [(row.number, row.last, row.role) for row in found.rows] == [
        (6, "Белова", Role.MENTOR),
        (8, "Гусева", Role.MENTEE),
    ]
    assert found.wrong == ()


@pytest.mark.parametrize(
    "rows",
    [
        [("ФИО наставляемого", "Предмет", "ФИО наставника"), ("Белова Вера", "Физика", "Гусева Инна")],
        [("База наставляемых",), ("ФИО", "Предмет"), ("Белова Вера", "Физика")],
        [("ФИО", "Предмет"), ("Наставляемые", None), ("Белова Вера", "Физика")],
    ],
)
def test_the_role_may_be_said_by_the_head_the_title_or_a_section(rows: list[Any]) -> None:
    (row,) = read(workbook(rows)).rows
    assert (row.last, row.role, row.profile["subject"]) == ("Белова", Role.MENTEE, "physics")


def test_two_sheets_say_their_roles_and_a_hidden_one_says_nothing() -> None:
    book = openpyxl.Workbook()
    for name in ("Наставники", "Наставляемые", "Скрытый"):
        sheet = book.create_sheet(name)
        sheet.append(["ФИО", "Предмет"])
        sheet.append([f"Белова {'Вера' if name == 'Наставники' else 'Инна'}", "Физика"])
    book["Скрытый"].sheet_state = "hidden"
    found = read(saved(book))
    assert [(row.sheet, row.role) for row in found.rows] == [
        ("Наставники", Role.MENTOR),
        ("Наставляемые", Role.MENTEE),
    ]


# ---- rows


def test_a_good_row_has_everything() -> None:
    (row,) = read(staff_file(person(1), person(5))).rows[:1]
    assert (row.last, row.first, row.patronymic) == ("Абрамова", "Вера", "Аннаовна")
    assert row.profile == {
        "subject": "mathematics",
        "experience_years": 1,
        "difficulties": ["discipline"],
    }
    assert (row.consent_number, row.consent_dated_on, row.has_consent) == ("1-пд", SIGNED, True)


def test_several_answers_stand_in_one_cell_and_unknown_ones_stay_in_own_words() -> None:
    (row,) = read(
        staff_file(
            person(1, difficulties="Дисциплина на уроке; Тайм-менеджмент, Оценивание и обратная связь")
        )
    ).rows
    assert row.profile["difficulties"] == ["discipline", "assessment"]
    assert row.profile["difficulties_other"] == "Тайм-менеджмент"


def test_a_name_in_capitals_is_written_as_a_name() -> None:
    (row,) = read(staff_file(person(1, last="САЛТЫКОВА-ЩЕДРИНА", first="АННА"))).rows
    assert (row.last, row.first) == ("Салтыкова-Щедрина", "Анна")


def test_a_tatar_patronymic_of_two_words_is_one() -> None:
    (row,) = read(workbook([("ФИО", "Роль"), ("Вәлиева Алсу Рөстәм кызы", "наставник")])).rows
    assert (row.last, row.first, row.patronymic) == ("Вәлиева", "Алсу", "Рөстәм кызы")


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"last": "", "first": "", "patronymic": ""}, "name-missing"),
        ({"last": ""}, "name-incomplete"),
        ({"first": "А.", "patronymic": "С."}, "name-incomplete"),
        ({"first": ""}, "name-incomplete"),
        ({"last": "Белова2"}, "name-odd"),
        ({"last": '=HYPERLINK("x","y")'}, "formula"),
        ({"last": "Б" * 101}, "name-long"),
        ({"role": "сторож"}, "role-unknown"),
        ({"role": "куратор"}, "role-by-link"),
        ({"role": None}, "role-missing"),
        ({"experience": "давно"}, "experience"),
        ({"experience": 99}, "experience"),
        ({"experience": -1}, "experience"),
        ({"subject": "ф" * 201}, "subject-long"),
        ({"difficulties": "ф" * 201}, "difficulties-long"),
        ({"number": ""}, "consent-no-number"),
        ({"day": None}, "consent-no-date"),
        ({"number": "1" * 65}, "consent-number-long"),
        ({"day": "30.02.2026"}, "consent-date"),
        ({"day": "вчера утром"}, "consent-date"),
        ({"day": date(2026, 9, 8)}, "consent-later"),
        ({"day": date(2001, 9, 1)}, "consent-earlier"),
    ],
)
def test_every_mistake_has_a_reason_of_its_own(changed: dict[str, Any], code: str) -> None:
    assert code in codes(**changed)


@pytest.mark.parametrize("places", ["много", 0, 11, 1.5, "-2"])
def test_a_mentor_takes_between_one_and_ten_mentees(places: Any) -> None:
    assert codes(role="наставник", difficulties="", capacity=places) == ["capacity"]


def test_of_a_wrong_row_every_reason_is_said_at_once() -> None:
    assert codes(last="", role="сторож", experience="давно", number="") == [
        "name-incomplete",
        "role-unknown",
        "experience",
        "consent-no-number",
    ]


def test_the_same_person_twice_is_told_with_the_first_row() -> None:
    found = read(staff_file(person(1), person(2), person(1, last="АБРАМОВА", role="наставник")))
    assert found.wrong == (WrongRow(4, "", (Flaw("repeated", other=2),)),)


@pytest.mark.parametrize(
    ("said", "years"), [("12 лет", 12), ("5,5", 5), (0, 0), ("менее года", 0), ("менее 1 года", 0), ("7", 7)]
)
def test_years_of_work_are_read_as_people_write_them(said: Any, years: int) -> None:
    (row,) = read(staff_file(person(1, experience=said))).rows
    assert row.profile["experience_years"] == years


@pytest.mark.parametrize(
    "day", [date(2026, 9, 1), "01.09.2026", "1.9.2026", "2026-09-01", "1 сентября 2026 г.", "от 01.09.2026"]
)
def test_the_day_of_a_consent_is_read_as_people_write_it(day: Any) -> None:
    (row,) = read(staff_file(person(1, day=day))).rows
    assert row.consent_dated_on == SIGNED


def test_number_and_day_of_the_consent_may_stand_in_one_cell() -> None:
    heads_ = ("ФИО", "Роль", "Согласие (№ и дата)")
    (row,) = read(workbook([heads_, ("Белова Вера", "наставник", "№ 15-пд от 01.09.2026")])).rows
    assert (row.consent_number, row.consent_dated_on) == ("15-пд", SIGNED)


def test_formulas_are_not_counted() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Фамилия", "Имя", "Роль"])
    sheet.append(['=CONCATENATE("Бело","ва")', "Вера", "наставник"])
    found = read(saved(book))
    assert found.rows == ()
    assert "formula" in [flaw.code for flaw in found.wrong[0].flaws]


def test_the_example_row_of_the_template_is_passed_over() -> None:
    for mark in ("Пример", "Example", "Үрнәк"):
        found = read(workbook([("№", "ФИО", "Роль"), (mark, "Белова Вера", "наставник")]))
        assert (found.rows, found.wrong) == ((), ())


def test_a_file_is_read_piece_by_piece() -> None:
    reader = StaffReader(staff_file(*staff(25)), "staff.xlsx", VOCABULARY, TODAY)
    assert (reader.total, reader.done) == (25, 0)
    assert [reader.take(10), reader.done] == [15, 10]
    assert [reader.take(10), reader.take(10), reader.done] == [5, 0, 25]
    assert reader.staff() == read(staff_file(*staff(25)))


# ---- files that are none, or mean harm


def packed(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name.replace("_", "/", 1) + ".xml", part)
    return stream.getvalue()


def with_macros() -> bytes:
    stream = io.BytesIO(staff_file(person(1)))
    with zipfile.ZipFile(stream, "a") as package:
        package.writestr("xl/vbaProject.bin", b"macros")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"PK\x03\x04" + bytes(5 * 1024 * 1024), "large"),
        (b"%PDF-1.7", "kind"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "kind"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            "locked",
        ),
        (b"PK\x03\x04" + bytes(100), "damaged"),
        (staff_file(person(1))[:-200], "damaged"),
        (packed(word_document=b"<w/>"), "kind"),
        (packed(xl_workbook=b"0" * 61 * 1024 * 1024), "bomb"),
        (with_macros(), "macros"),
        (workbook([("Товар", "Цена"), ("яблоки", 5)]), "heads"),
        (workbook([("ФИО",), ("Белова Вера",)]), "heads"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_is_no_staff_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    assert refusal(data) == reason


@pytest.mark.parametrize("name", ["staff.xls", "staff.csv", "staff", "staff.xlsm", "staff.xlsx.exe"])
def test_other_kinds_of_files_are_refused_by_name(name: str) -> None:
    assert refusal(staff_file(person(1)), name) == "kind"


def test_more_rows_than_are_taken_are_refused() -> None:
    rows = [("Белова", "Вера", "наставник")] * (ROW_LIMIT + 1)
    assert refusal(workbook([("Фамилия", "Имя", "Роль"), *rows])) == "long"
    reader = StaffReader(workbook([("Фамилия", "Имя", "Роль"), *rows[1:]]), "staff.xlsx", VOCABULARY, TODAY)
    assert reader.total == ROW_LIMIT


def test_a_bomb_costs_little_memory() -> None:
    data = packed(xl_workbook=b"0" * 61 * 1024 * 1024)
    tracemalloc.start()
    try:
        assert refusal(data) == "bomb"
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 8 * 1024 * 1024


TEXTS = st.text(max_size=40)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(TEXTS, min_size=3, max_size=5), max_size=6))
def test_any_texts_in_a_table_are_read_or_refused_with_a_reason(rows: list[list[str]]) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in [["Фамилия", "Имя", "Роль", "Согласие №", "Дата согласия"], *rows]:
        sheet.append([_writable(text) for text in row])
    found = read(saved(book))
    assert all(one.flaws for one in found.wrong)
    assert all(row.last and row.first for row in found.rows)


def _writable(text: str) -> str:
    """What openpyxl can write at all."""
    return "".join(sign for sign in text if sign.isprintable())
