"""The three real plans, where they lie beside the project: every row as the requirements state it.

The decision table names each row by its requirement; of the words of the documents it holds no more than
it takes to know the row again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from bot.settings import ROOT
from services.plans import Plan, PlanNotFound, read_plan
from services.plans.document import Table
from services.plans.text_files import read_text
from tests.unit.plans.making import Made, as_docx, as_xlsx

FOLDER = ROOT.parent / "shared" / "source-documents"
TODAY = date(2024, 11, 1)

Row = tuple[str, str, str, str, str, str]
"""Requirement, number, a word of the activity, deadline, a word of the responsible, reading."""

SEPT_22, YEAR_22 = "period 2022-09-01 2022-09-30", "period 2022-09-01 2023-05-31"
SEPT, SEPT_OCT = "period 2023-09-01 2023-09-30", "period 2023-09-01 2023-10-31"
AUGUST, MARCH = "period 2023-08-01 2023-08-31", "period 2024-03-01 2024-03-31"
YEAR_23 = "period 2023-09-01 2024-05-31"
YEARLY = "yearly 2023-09-01 2024-05-31"
GLUED_MARCH = "Март 2024 г. Март 2024 г. Март 2024 г."
GLUED_AUTUMN = "Сентябрь 2023 г. Октябрь 2023 г."

MUNICIPAL: tuple[Row, ...] = (
    ("N-RM-1.1", "1", "Положения", "до 1.09.2022", "заместитель", "deadline - 2022-09-01"),
    ("N-RM-1.2", "1", "муниципального плана", "до 1.09.2022", "заместитель", "deadline - 2022-09-01"),
    ("N-RM-1.3", "1", "соглашений", "Сентябрь, 2022", "Руководители", SEPT_22),
    ("N-RM-1.4", "1", "единой", "Сентябрь, 2022", "заместитель", SEPT_22),
    ("N-RM-1.5", "1", "тьюторов", "Сентябрь, 2022", "специалист", SEPT_22),
    ("N-RM-2.1", "2", "индивидуальных", "Сентябрь, 2022", "Методисты", SEPT_22),
    ("N-RM-3.1", "3", "всероссийского", "В течение года", "заместитель", YEAR_22),
    (
        "N-RM-3.2",
        "3",
        "региональном",
        "Октябрь-ноябрь, 2022",
        "заместитель",
        "period 2022-10-01 2022-11-30",
    ),
    ("N-RM-3.3", "3", "семинаров", "В течение года (по отдельному плану)", "заместитель", YEAR_22),
    ("N-RM-3.4", "3", "Клуба", "В течение года (по отдельному плану)", "заместитель", YEAR_22),
    ("N-RM-3.5", "3", "разделе", "В течение года", "заместитель", YEAR_22),
    ("N-RM-4.1", "4", "Оценка", "Май, 2022", "заместитель", "period 2022-05-01 2022-05-31"),
    ("N-RM-4.2", "4", "локальных", "В течение года", "заместитель", YEAR_22),
)

# Decisions: (a) each paragraph or sentence of the content is a row; a lone word («Анкетирование.») belongs to
# the next sentence. (b) A single deadline of a row is shared by all its activities, with a doubt.
# (c) In stage 4 three rows without activities follow: their deadlines and people belong to the last three
# activities, in order; the first four keep the glued months. (d) Three glued deadlines can't be
# paired with four activities: shared. (e) Three glued groups of people are paired with three activities.
LYCEUM: tuple[Row, ...] = (
    ("L-1-1", "1", "анкетирования", "Сентябрь 2023 г.", "Заместители", SEPT),
    ("L-1-2", "1", "согласий", "Сентябрь 2023 г.", "Заместители", SEPT),
    ("L-1-3", "1", "третьих", "Сентябрь 2023 г.", "Заместители", SEPT),
    ("L-1-4", "1", "личных", "Сентябрь 2023 г.", "Заместители", SEPT),
    ("L-1-5/6", "1", "наставляемых из числа педагогов", "Сентябрь 2023 г.", "Заместители", SEPT),
    ("L-1-5/6", "1", "наставляемых из числа обучающихся", "Сентябрь 2023 г.", "Заместители", SEPT),
    ("L-2-1", "2", "анкетирования", "Сентябрь 2023 г.", "кураторы", SEPT),
    ("L-2-2", "2", "согласий", "Сентябрь 2023 г.", "кураторы", SEPT),
    ("L-2-3", "2", "круглый стол", "Сентябрь 2023 г.", "директор", SEPT),
    ("L-2-4", "2", "наставников из числа педагогов", "Сентябрь 2023 г.", "кураторы", SEPT),
    ("L-2-4", "2", "наставников из числа обучающихся", "Сентябрь 2023 г.", "кураторы", SEPT),
    ("L-3-1", "3", "анализ базы", "Август 2023 г.", "Заместители", AUGUST),
    ("L-3-2", "3", "методические", "Август 2023 г.", "Заместители", AUGUST),
    ("L-3-3", "3", "обучение", "Август 2023 г.", "Заместители", AUGUST),
    ("L-4-1", "4", "сопоставление", GLUED_AUTUMN, "Заместители", SEPT_OCT),
    ("L-4-2", "4", "групповой встречи", GLUED_AUTUMN, "Заместители", SEPT_OCT),
    ("L-4-3", "4", "предпочтительного", GLUED_AUTUMN, "Заместители", SEPT_OCT),
    ("L-4-4", "4", "соединение", GLUED_AUTUMN, "Заместители", SEPT_OCT),
    ("L-4-5", "4", "приказа", "Сентябрь 2023 г.", "директор", SEPT),
    ("L-4-6", "4", "траектории", "Сентябрь 2023 г.", "Наставники", SEPT),
    ("L-4-7", "4", "психологического", "Сентябрь 2023 г.", "психолог", SEPT),
    ("L-5-1", "5", "организационной", "2023-2024 учебный год", "Наставники", YEAR_23),
    ("L-5-2", "5", "пробной", "2023-2024 учебный год", "Наставники", YEAR_23),
    ("L-5-3", "5", "планирования", "2023-2024 учебный год", "Наставники", YEAR_23),
    ("L-5-4", "5", "Регулярные", "2023-2024 учебный год", "Наставники", YEAR_23),
    ("L-5-5", "5", "заключительной", "2023-2024 учебный год", "Наставники", YEAR_23),
    ("L-5-6", "5", "промежуточной", "2023-2024 учебный год", "Наставники", YEAR_23),
    ("L-6-1", "6", "удовлетворенности", GLUED_MARCH, "куратор", MARCH),
    ("L-6-2", "6", "качества", GLUED_MARCH, "Заместители", MARCH),
    ("L-6-3", "6", "влияния", GLUED_MARCH, "Заместители", MARCH),
    ("L-6-6", "6", "итогового", GLUED_MARCH, "куратор", MARCH),
    ("L-6-4", "6", "Публикация", "Март 2024 г.", "Заместители", MARCH),
    ("L-6-5", "6", "Ярмарки", "Март 2024 г.", "Заместители", MARCH),
)
LYCEUM_PAIRED = {"L-4-1", "L-4-2", "L-4-3", "L-4-4", "L-4-5", "L-4-6", "L-4-7"}

FIRST_27, DATE_27 = "27.01.2023, далее – ежегодно сентябрь", "date 2023-01-27 2023-01-27"
SITE, DATE_31 = "31.01.2023, далее - постоянно", "date 2023-01-31 2023-01-31"
GYMNASIUM: tuple[Row, ...] = (
    ("G-1.1-1…4", "1.1", "Подготовка", "27.01.2023", "Директор", DATE_27),
    ("G-1.2", "1.2", "Разработка", FIRST_27, "Зам.", DATE_27),
    ("G-2.1", "2.1", "единой", FIRST_27, "Зам.", DATE_27),
    ("G-2.2", "2.2", "реестра", "30.01.2023, далее – ежегодно октябрь", "Зам.", "date 2023-01-30 2023-01-30"),
    ("G-2.3", "2.3", "Создание", SITE, "Зам.", DATE_31),
    ("G-2.4", "2.4", "Наполнение", SITE, "Зам.", DATE_31),
    ("G-3.1", "3.1", "работы", "Ежегодно- сентябрь - май", "Зам.", YEARLY),
    ("G-3.2", "3.2", "стажировок", "Ежегодно сентябрь-май", "Зам.", YEARLY),
    ("G-3.3", "3.3", "Клуба", "Ежегодно Сентябрь-май", "Зам.", YEARLY),
    ("G-3.4", "3.4", "конкурсах", "Ежегодно Сентябрь-май", "Зам.", YEARLY),
    ("G-3.5", "3.5", "Обучение", "Март-май 2023", "Зам.", "period 2023-03-01 2023-05-31"),
    ("G-3.6", "3.6", "Апробация", "Сентябрь 2023 г. – май 2024 г.", "Зам.", YEAR_23),
    ("G-3.7", "3.7", "Совета", "Ноябрь 2023 г.- апрель 2024 г.", "Зам.", "period 2023-11-01 2024-04-30"),
    ("G-3.8", "3.8", "альянс", "Апрель-май 2023 г", "Зам.", "period 2023-04-01 2023-05-31"),
    ("G-4.1", "4.1", "Корректировка", "30.01.2023", "Зам.", "date 2023-01-30 2023-01-30"),
    (
        "G-4.2",
        "4.2",
        "наличия",
        "До 15.02.2023, далее ежегодно – до 10 ноября",
        "Зам.",
        "deadline - 2023-02-15",
    ),
    (
        "G-4.3",
        "4.3",
        "Оценка",
        "До 28.02.2023, далее – ежегодно до 10 ноября",
        "Зам.",
        "deadline - 2023-02-28",
    ),
    ("G-4.4", "4.4", "самодиагностики реализации", "Ежегодно до 10 июня", "Зам.", "yearly - 2023-06-10"),
    ("G-4.4bis", "4.4", "муниципальных планов", "Ежегодно до 15 июня", "Зам.", "yearly - 2023-06-15"),
    ("G-4.5", "4.5", "критериев", "Ежегодно до 30 июня", "Зам.", "yearly - 2023-06-30"),
    ("G-4.6", "4.6", "управленческих", "Ежегодно до 10 июля", "Зам.", "yearly - 2023-07-10"),
)


def original(beginning: str) -> bytes:
    found = sorted(FOLDER.glob(f"{beginning}_*.txt")) if FOLDER.is_dir() else []
    if not found:
        pytest.skip(
            f"the source documents do not lie beside the project in {FOLDER.parent.name}/{FOLDER.name}"
        )
    return found[0].read_bytes()


def plan_of(data: bytes, name: str = "план.txt") -> Plan:
    return read_plan(data, name, today=TODAY)


def remade(data: bytes, write: Callable[[Made], bytes]) -> bytes:
    """The same paragraphs and tables written into an Office file."""
    blocks = read_text(data).blocks
    at = max(
        (at for at, block in enumerate(blocks) if isinstance(block, Table)),
        key=lambda at: len(blocks[at].rows) if isinstance(blocks[at], Table) else 0,  # type: ignore[union-attr]
    )
    table = blocks[at]
    assert isinstance(table, Table)
    before = tuple(block for block in blocks[:at] if isinstance(block, str))
    others = tuple(_texts(block) for block in blocks[:at] if isinstance(block, Table))
    return write(Made(before, _texts(table), others=others))


def _texts(table: Table) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(row.cell(column).text for column in range(table.width)) for row in table.rows if row.filled
    )


def assert_rows(plan: Plan, expected: tuple[Row, ...]) -> None:
    for row, (requirement, no, activity, deadline, responsible, reading) in zip(
        plan.rows, expected, strict=False
    ):
        found = f"{row.reading.kind.value} {row.reading.start or '-'} {row.reading.end or '-'}"
        assert (row.no, row.deadline, found) == (no, deadline, reading), requirement
        assert activity in row.activity, requirement
        assert responsible in row.responsible, requirement
    assert len(plan.rows) == len(expected)


FILES = (("txt", None), ("docx", as_docx), ("xlsx", as_xlsx))


def in_format(beginning: str, extension: str, write: Callable[[Made], bytes] | None) -> Plan:
    data = original(beginning)
    return plan_of(data if write is None else remade(data, write), f"план.{extension}")


@pytest.mark.parametrize(("extension", "write"), FILES)
def test_every_row_of_the_municipal_plan(extension: str, write: Callable[[Made], bytes] | None) -> None:
    plan = in_format("000", extension, write)
    assert_rows(plan, MUNICIPAL)
    assert (plan.school_year, plan.order_number, plan.order_date) == ("2022-2023", "749-О", date(2022, 9, 1))
    assert [row.section for row in plan.rows] == [
        *["подготовительный"] * 5,
        "диагностический",
        *["реализационный"] * 5,
        *["рефлексивно-аналитический"] * 2,
    ]
    assert all(row.result for row in plan.rows)


@pytest.mark.parametrize(("extension", "write"), FILES)
def test_every_row_of_the_lyceums_plan(extension: str, write: Callable[[Made], bytes] | None) -> None:
    plan = in_format("001", extension, write)
    assert_rows(plan, LYCEUM)
    assert (plan.school_year, plan.order_number, plan.order_date) == ("2023-2024", "348-р", date(2023, 8, 31))
    assert len({row.section for row in plan.rows}) == 6
    for row, (requirement, *_) in zip(plan.rows, LYCEUM, strict=True):
        is_paired = "paired-by-order" in {one.code for one in row.doubts}
        assert is_paired == (requirement in LYCEUM_PAIRED), requirement


@pytest.mark.parametrize(("extension", "write"), FILES)
def test_every_row_of_the_gymnasiums_plan(extension: str, write: Callable[[Made], bytes] | None) -> None:
    plan = in_format("004", extension, write)
    assert_rows(plan, GYMNASIUM)
    assert (plan.school_year, plan.years, plan.order_date) == ("2023-2024", (2023, 2024), None)
    assert [row.no for row in plan.rows if "repeated-number" in {one.code for one in row.doubts}] == [
        "4.4",
        "4.4",
    ]
    assert [row.section[0] for row in plan.rows] == [row.no[0] for row in plan.rows]
    site = next(row for row in plan.rows if row.no == "2.3")
    words = site.result.split()
    assert words[words.index("стимулирования") + 1] == "педагогических"
    assert words[-3:-1] == ["персонализированные", "программы"]


@pytest.mark.parametrize("beginning", ["002", "003"])
def test_papers_without_a_plan_are_refused_with_what_was_seen(beginning: str) -> None:
    with pytest.raises(PlanNotFound) as refused:
        plan_of(original(beginning))
    assert refused.value.fields["lines"] > 50  # type: ignore[operator]


def test_the_rows_are_the_same_whatever_the_file() -> None:
    for beginning in ("000", "001", "004"):
        plans = [in_format(beginning, extension, write) for extension, write in FILES]
        first, *others = ([replace(row, source="") for row in plan.rows] for plan in plans)
        for other in others:
            assert [one.activity for one in other] == [one.activity for one in first]
            assert [one.reading for one in other] == [one.reading for one in first]
            assert [one.result for one in other] == [one.result for one in first]
