"""Plans of the shapes that schools have, in every format: all rows come out right."""

from __future__ import annotations

from datetime import date

import pytest

from services.plans import Plan, PlanRow, read_plan
from tests.unit.plans.golden import PLANS, SECTIONS, SECTIONS_JOINED_RESULT, SEVERAL, STAGES, Expected
from tests.unit.plans.making import FORMATS, as_docx, as_lone_cells, as_tabs

TODAY = date(2024, 11, 1)


def read(data: bytes, name: str) -> Plan:
    return read_plan(data, name, today=TODAY)


def as_expected(row: PlanRow) -> Expected:
    reading = row.reading
    days = f"{reading.start or '-'} {reading.end or '-'}"
    return Expected(
        row.no,
        row.section,
        squeezed(row.activity),
        row.deadline,
        squeezed(row.responsible),
        f"{reading.kind.value} {days}",
        frozenset(doubt.code for doubt in row.doubts),
    )


def squeezed(text: str) -> str:
    """Line ends inside a cell do not outlive every format."""
    return " ".join(text.split())


@pytest.mark.parametrize("file_format", FORMATS)
@pytest.mark.parametrize("shape", PLANS)
@pytest.mark.requirement("N-RM", "G-RM", "L-O-2")
def test_all_rows_come_out_right(shape: str, file_format: str) -> None:
    made, expected = PLANS[shape]
    write, name = FORMATS[file_format]
    plan = read(write(made), name)
    wanted = [
        Expected(
            one.no,
            one.section,
            squeezed(one.activity),
            one.deadline,
            one.responsible,
            one.reading,
            one.doubts,
        )
        for one in expected
    ]
    assert [as_expected(row) for row in plan.rows] == wanted


@pytest.mark.parametrize("file_format", FORMATS)
@pytest.mark.requirement("N-3.3-4")
def test_the_title_the_year_and_the_order_are_found(file_format: str) -> None:
    write, name = FORMATS[file_format]
    stages, several, sections = (read(write(made), name) for made in (STAGES, SEVERAL, SECTIONS))
    assert stages.title == (
        "Районный план мероприятий («дорожная карта») по развитию наставничества на 2022-2023 учебный год"
    )
    assert (stages.school_year, stages.years) == ("2022-2023", None)
    assert (stages.order_number, stages.order_date) == ("417-О", date(2022, 9, 2))
    assert several.title == "«Дорожная карта» Развитие наставничества в школе «Радуга» 2023-2024 учебный год"
    assert (several.order_number, several.order_date) == ("215-р", date(2023, 8, 30))
    assert sections.title.strip("*").endswith("в гимназии «Маяк» на 2023 – 2024 учебные года")
    assert (sections.school_year, sections.years) == ("2023-2024", (2023, 2024))


@pytest.mark.parametrize("file_format", FORMATS)
def test_a_row_torn_by_the_end_of_a_page_is_joined_and_said_so(file_format: str) -> None:
    write, name = FORMATS[file_format]
    plan = read(write(SECTIONS), name)
    torn = next(row for row in plan.rows if row.no == "2.1")
    assert squeezed(torn.result) == squeezed(SECTIONS_JOINED_RESULT)
    assert [one.values["count"] for one in plan.problems if one.code == "rows-joined"] == [1]


def test_lines_inside_a_cell_stay_lines() -> None:
    for data, name in ((as_docx(SECTIONS), "план.docx"), (as_tabs(SECTIONS), "план.txt")):
        assert read(data, name).rows[0].activity.split("\n")[1:] == ["- о положении;", "- о кураторе"]


def test_the_responsible_and_the_result_may_stand_in_any_order() -> None:
    plan = read(as_lone_cells(STAGES), "план.txt")
    assert [row.result for row in plan.rows] == [
        "Положение",
        "Договоры",
        "Протоколы",
        "Сборник практик",
        "Отчёт",
        "Справки",
    ]
