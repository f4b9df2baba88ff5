"""What the columns and rows of a plan mean, however they are laid out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.plans import Plan, PlanNotFound, read_plan
from services.plans.columns import Part, part_of
from tests.unit.plans.making import Made, Merge, as_csv, as_docx, as_pipes, as_tabs, as_xlsx

TODAY = date(2024, 10, 1)
TITLE = "План мероприятий по наставничеству на 2024-2025 учебный год"
HEAD = ("№ п/п", "Мероприятие", "Срок", "Ответственный")


def made(*rows: Sequence[str], merges: Sequence[Merge] = (), before: Sequence[str] = (TITLE,)) -> Made:
    return Made(before, rows, merges)


def word(*rows: Sequence[str], merges: Sequence[Merge] = ()) -> Plan:
    return read_plan(as_docx(made(*rows, merges=merges)), "план.docx", today=TODAY)


def text(lines: str) -> Plan:
    return read_plan(lines.encode(), "план.txt", today=TODAY)


def codes(plan: Plan, at: int) -> set[str]:
    return {doubt.code for doubt in plan.rows[at].doubts}


@pytest.mark.parametrize(
    ("head", "part"),
    [
        ("№", Part.NUMBER),
        ("№ п/п", Part.NUMBER),
        ("п.п.", Part.NUMBER),
        ("N п\\п", Part.NUMBER),
        ("Мероприятия", Part.MEASURE),
        ("Действия", Part.MEASURE),
        ("Наименование мероприятия", Part.MEASURE),
        ("Виды работ", Part.MEASURE),
        ("Форма работы", Part.MEASURE),
        ("Содержание деятельности", Part.CONTENT),
        ("Срок", Part.DEADLINE),
        ("Cрoки", Part.DEADLINE),  # Latin letters
        ("Сроки испол-\nнения", Part.DEADLINE),
        ("Дата, сроки исполнения", Part.DEADLINE),
        ("Дата проведения", Part.DEADLINE),
        ("Период", Part.DEADLINE),
        ("Когда", Part.DEADLINE),
        ("Месяц", Part.MONTH),
        ("Ответствен ный", Part.RESPONSIBLE),
        ("Исполнители", Part.RESPONSIBLE),
        ("Кто проводит", Part.RESPONSIBLE),
        ("Ожидаемый результат, вид документа", Part.RESULT),
        ("Итог", Part.RESULT),
        ("Форма отчётности", Part.RESULT),
        ("Этап", Part.SECTION),
        ("Наименования этапа", Part.SECTION),
        ("Направление", Part.SECTION),
        ("Раздел", Part.SECTION),
        ("Контроль", Part.CONTROLLER),
        ("Кто контролирует", Part.CONTROLLER),
        ("Отметка о выполнении", Part.NOTE),
        ("Примечание", Part.NOTE),
        ("Погода", None),
    ],
)
def test_a_column_is_known_by_its_head(head: str, part: Part | None) -> None:
    assert part_of(head.replace("\n", " ")) is part


@given(st.permutations(range(5)))
@settings(max_examples=60, deadline=None)
def test_the_columns_may_stand_in_any_order(order: list[int]) -> None:
    head = ("№", "Мероприятие", "Срок", "Ответственный", "Результат")
    rows = [("1", "Большой педсовет", "до 15.09.2024", "директор", "протокол")]
    shuffled = [tuple(one[at] for at in order) for one in (head, *rows)]
    row = read_plan(as_tabs(made(*shuffled)), "план.txt", today=TODAY).rows[0]
    found = (row.no, row.activity, row.deadline, row.responsible, row.result)
    assert found == rows[0]


def test_merged_cells_count_for_all_rows_they_cover() -> None:
    rows = (HEAD, ("1", "Опрос", "октябрь", "куратор"), ("2", "Сбор", "", ""), ("3", "Итог", "", "завуч"))
    merges = ((1, 2, 3, 2), (1, 3, 2, 3))
    for data, name in (
        (as_docx(made(*rows, merges=merges)), "план.docx"),
        (as_xlsx(made(*rows, merges=merges)), "план.xlsx"),
    ):
        plan = read_plan(data, name, today=TODAY)
        assert [row.deadline for row in plan.rows] == ["октябрь"] * 3
        assert [row.responsible for row in plan.rows] == ["куратор", "куратор", "завуч"]
        assert not any(row.doubts for row in plan.rows)


def test_an_empty_deadline_is_not_filled_where_merged_cells_are_known() -> None:
    plan = word(HEAD, ("1", "Опрос", "октябрь", "куратор"), ("2", "Сбор", "", "завуч"))
    assert plan.rows[1].deadline == ""
    assert not plan.rows[1].reading.is_understood


def test_an_empty_deadline_in_a_text_may_be_merged_and_says_so() -> None:
    plan = read_plan(
        as_csv(made(HEAD, ("1", "Опрос", "октябрь", "куратор"), ("2", "Сбор", "", ""))),
        "план.csv",
        today=TODAY,
    )
    assert plan.rows[1].deadline == "октябрь"
    assert codes(plan, 1) == {"deadline-from-above", "responsible-from-above"}


def test_a_month_may_be_the_first_column() -> None:
    plan = word(
        ("Месяц", "Мероприятия", "Ответственные"),
        ("Сентябрь", "Педсовет", "директор"),
        ("", "Опрос учителей", "куратор"),
        ("Октябрь", "Фестиваль", "завуч"),
    )
    assert [row.deadline for row in plan.rows] == ["Сентябрь", "Сентябрь", "Октябрь"]
    assert plan.rows[1].reading.start == date(2024, 9, 1)


def test_months_may_stand_over_their_items() -> None:
    plan = word(
        ("№", "Содержание работы", "Ответственные"),
        ("Сентябрь", "", ""),
        ("1", "Педсовет", "директор"),
        ("Май", "", ""),
        ("1", "Фестиваль", "завуч"),
        merges=((1, 0, 1, 2), (3, 0, 3, 2)),
    )
    assert [(row.section, row.deadline) for row in plan.rows] == [("Сентябрь", "Сентябрь"), ("Май", "Май")]
    assert plan.rows[1].reading.end == date(2025, 5, 31)
    assert not codes(plan, 1)


@pytest.mark.parametrize(
    ("deadline", "end"),
    [("до 15", 15), ("до 25 числа", 25), ("15 число", 15), ("вторая неделя", 14), ("конец", 31)],
)
def test_a_day_is_read_with_the_month_over_it(deadline: str, end: int) -> None:
    plan = word(
        ("№", "Мероприятие", "Срок", "Ответственный"),
        ("Октябрь", "", "", ""),
        ("1", "Педсовет", deadline, "директор"),
        ("2", "Встречи пар", "еженедельно", "наставники"),
        ("3", "Отчёт", "до 1.12.2024", "куратор"),
        merges=((1, 0, 1, 3),),
    )
    row = plan.rows[0]
    assert (row.deadline, row.reading.phrase) == (deadline, deadline)
    assert row.reading.end == date(2024, 10, end)
    assert "month-from-heading" in codes(plan, 0)
    assert plan.rows[1].reading.rrule == "FREQ=WEEKLY"
    assert plan.rows[2].reading.end == date(2024, 12, 1)


def test_a_head_of_two_rows_tells_wide_cells_apart() -> None:
    plan = word(
        ("№", "Мероприятие", "Сроки", "", "Ответственные", ""),
        ("", "", "начало", "окончание", "за проведение", "за контроль"),
        ("1", "2", "3", "4", "5", "6"),
        ("1", "Большой педсовет", "01.09.2024", "10.09.2024", "директор", "завуч"),
        merges=((0, 2, 0, 3), (0, 4, 0, 5), (0, 0, 1, 0), (0, 1, 1, 1)),
    )
    row = plan.rows[0]
    assert (row.responsible, row.controller) == ("директор", "завуч")
    assert (row.reading.start, row.reading.end) == (date(2024, 9, 1), date(2024, 9, 10))


def test_a_table_goes_on_after_a_page_break() -> None:
    first = made(HEAD, ("1", "Большой педсовет", "до 15.09.2024", "директор"))
    second = made(HEAD, ("2", "Опрос учителей школы", "октябрь", "куратор"))
    third = made(("3", "Круглый стол", "ноябрь", "завуч"), ("", "с наставниками", "", ""))
    lines = [as_tabs(one).decode().split("\n", 2)[2] for one in (first, second, third)]
    for between in ("\n", "\nстр. 2\n"):
        plan = text(TITLE + "\n\n" + between.join(lines))
        assert [row.no for row in plan.rows] == ["1", "2", "3"]
        assert plan.rows[2].activity == "Круглый стол с наставниками"
        assert {row.section for row in plan.rows} == {""}


def test_cells_broken_over_lines_are_whole_again() -> None:
    plan = text(
        f"""{TITLE}

№ п/п\tСодержание работы\tСроки
проведения\tОтветственные
I. Организационная работа
1\tПедсовет
по наставничеству\tсентябрь\tдиректор
2\tОпрос учителей\tоктябрь\tкуратор
II. Работа пар
1\tОткрытые уроки\t1 раз в четверть\tнаставник,
завуч

Исполнитель: Рыбина О.О.
"""
    )
    found = [(row.no, row.section, row.activity, row.responsible) for row in plan.rows]
    assert found == [
        ("1", "I. Организационная работа", "Педсовет по наставничеству", "директор"),
        ("2", "I. Организационная работа", "Опрос учителей", "куратор"),
        ("1", "II. Работа пар", "Открытые уроки", "наставник, завуч"),
    ]


def test_a_table_without_a_head_is_known_by_what_stands_in_it() -> None:
    plan = word(
        ("1.", "Проведение педагогического совета школы", "до 15.09.2024", "Рыбина О.О., директор"),
        ("2.", "Опрос молодых педагогов школы", "октябрь 2024 г.", "Окунев Л.Д., куратор"),
        ("3.", "Круглый стол по итогам года", "май 2025 г.", "Окунев Л.Д., куратор"),
    )
    assert [row.no for row in plan.rows] == ["1", "2", "3"]
    assert plan.rows[2].activity == "Круглый стол по итогам года"
    assert plan.rows[1].responsible == "Окунев Л.Д., куратор"


def test_lists_of_signatures_are_no_plans() -> None:
    rows = (("Ф.И.О.", "Дата", "Подпись"), ("Рыбина Ольга Олеговна, директор школы", "01.09.2024", ""))
    with pytest.raises(PlanNotFound) as refused:
        word(rows[0], *[rows[1]] * 5)
    assert refused.value.fields["tables"] == 1


def test_the_plan_is_found_among_other_tables() -> None:
    plan = read_plan(
        as_docx(
            Made(
                (TITLE,),
                (HEAD, ("1", "Большой педсовет", "до 15.09.2024", "директор")),
                others=(
                    (("УТВЕРЖДЕНО приказом от 30.08.2024 № 112-о", "Принято"),),
                    (("Ф.И.О.", "Подпись"), ("Рыбина О.О.", "")),
                ),
            )
        ),
        "план.docx",
        today=TODAY,
    )
    assert [row.source for row in plan.rows] == ["3:2"]
    assert (plan.order_number, plan.order_date) == ("112-о", date(2024, 8, 30))


def test_as_many_deadlines_as_activities_are_paired() -> None:
    plan = word(
        HEAD, ("1", "Педсовет школы\nОпрос учителей", "до 15.09.2024\nоктябрь 2024 г.", "директор\nкуратор")
    )
    found = [(row.activity, row.deadline, row.responsible) for row in plan.rows]
    assert found == [
        ("Педсовет школы", "до 15.09.2024", "директор"),
        ("Опрос учителей", "октябрь 2024 г.", "куратор"),
    ]


def test_deadlines_that_do_not_fit_the_activities_are_shared_and_questioned() -> None:
    head = ("№", "Этап", "Мероприятия", "Содержание деятельности", "Сроки", "Ответственные")
    cell = "Опрос учителей школы.\nСписок наставников школы.\nСписок наставляемых школы."
    several = word(head, ("1", "Начало", "Сбор данных", cell, "Сентябрь 2024 г.\nОктябрь 2024 г.", "куратор"))
    assert [row.deadline for row in several.rows] == ["Сентябрь 2024 г. Октябрь 2024 г."] * 3
    assert all("shared-deadline" in codes(several, at) for at in range(3))
    one = word(head, ("1", "Начало", "Сбор данных", cell, "Сентябрь 2024 г.", "куратор"))
    assert [codes(one, at) for at in range(3)] == [set(), set(), set()]


def test_points_of_one_activity_stay_together() -> None:
    plan = word(HEAD, ("1", "Издание приказов:\n- о положении;\n- о кураторе", "до 15.09.2024", "директор"))
    assert len(plan.rows) == 1


def test_numbers_that_begin_anew_in_each_section_are_not_repeated() -> None:
    rows = [
        HEAD,
        ("Раздел 1. Начало", "", "", ""),
        ("1", "Педсовет", "октябрь", "директор"),
        ("Раздел 2. Конец", "", "", ""),
        ("1", "Фестиваль", "май", "завуч"),
        ("1", "Выставка", "май", "завуч"),
    ]
    plan = word(*rows, merges=((1, 0, 1, 3), (3, 0, 3, 3)))
    assert ["repeated-number" in codes(plan, at) for at in range(3)] == [False, True, True]
    assert [row.section for row in plan.rows] == ["Раздел 1. Начало", "Раздел 2. Конец", "Раздел 2. Конец"]


def test_columns_that_say_nothing_and_empty_sections_are_named() -> None:
    plan = word(
        ("№", "Мероприятие", "Срок", "Погода"),
        ("1", "Педсовет", "октябрь", "ясно"),
        ("Раздел 9. Прочее", "", "", ""),
        merges=((2, 0, 2, 3),),
    )
    problems = {one.code: one.values for one in plan.problems}
    assert problems["columns-left-out"] == {"heads": "«Погода»"}
    assert problems["empty-section"] == {"title": "Раздел 9. Прочее"}


def test_several_plans_of_a_file_are_joined_and_said_so() -> None:
    plan = read_plan(
        as_docx(
            Made(
                ("Работа с родителями",),
                (("Срок", "Действия"), ("май", "Общее собрание")),
                others=((HEAD, ("1", "Большой педсовет", "октябрь", "директор")),),
            )
        ),
        "план.docx",
        today=TODAY,
    )
    assert [(row.section, row.activity) for row in plan.rows] == [
        ("", "Большой педсовет"),
        ("Работа с родителями", "Общее собрание"),
    ]
    assert {"several-tables"} <= {one.code for one in plan.problems}


def test_a_list_without_a_table_is_read_when_it_is_clear() -> None:
    plan = text(
        f"""{TITLE}
1. Подготовительный этап
1.1. Провести педсовет — до 15.09.2024 — ответственный: директор
1.2. Опросить молодых педагогов — октябрь 2024 г. — куратор
2. Основной этап
2.1. Встречи пар — сентябрь 2024 г. – май 2025 г. — наставники
2.2. Подвести итоги. Срок: до 20.05.2025. Ответственный: завуч.
"""
    )
    found = [(row.no, row.section, row.deadline, row.responsible) for row in plan.rows]
    assert found == [
        ("1.1", "1. Подготовительный этап", "до 15.09.2024", "директор"),
        ("1.2", "1. Подготовительный этап", "октябрь 2024 г.", "куратор"),
        ("2.1", "2. Основной этап", "сентябрь 2024 г. – май 2025 г.", "наставники"),
        ("2.2", "2. Основной этап", "до 20.05.2025", "завуч"),
    ]
    assert [one.code for one in plan.problems] == ["read-from-list"]


@pytest.mark.parametrize(
    "lines",
    [
        # An order with deadlines inside its sentences.
        """ПРИКАЗ
1. Назначить куратором завуча школы.
2. Разработать дорожную карту в срок до 15.09.2024 года.
3. Провести опрос учителей до 20.09.2024 силами школы.
4. Разместить положение на сайте в срок до 25.09.2024.
5. Контроль оставляю за собой.""",
        # A table taken out of a PDF, its columns between one another.
        """№ Мероприятие Срок Ответственный
Провести опрос
1 учителей до 15.09 Рыбина
школы .2024 О.О.
Собрать анкеты октябрь Окунев
2 участников 2024 Л.Д.
""",
        "Наставничество — это форма поддержки молодых учителей.",
    ],
)
def test_what_is_no_table_is_refused_with_what_was_seen(lines: str) -> None:
    with pytest.raises(PlanNotFound) as refused:
        text(lines)
    assert refused.value.fields["lines"] == len([line for line in lines.split("\n") if line.strip()])


def test_heads_without_a_table_are_named() -> None:
    with pytest.raises(PlanNotFound) as refused:
        text("№\nМероприятие\nСрок\nОтветственный\nПровести опрос\n1 учителей до 15.09 Рыбина\n")
    assert refused.value.fields["recognised"] == "heads"
    assert refused.value.fields["heads"] == "Мероприятие, Срок, Ответственный"


@pytest.mark.parametrize(
    ("before", "school_year", "problem"),
    [
        ((TITLE, "приказ от 01.09.2021 № 5"), 2024, None),
        (("План по наставничеству", "Утверждено приказом от 30.08.2022 № 12"), 2022, "year-of-order"),
        (("План по наставничеству",), 2023, "year-of-dates"),
    ],
)
def test_the_year_comes_from_the_nearest_source(
    before: tuple[str, ...], school_year: int, problem: str | None
) -> None:
    rows = (HEAD, ("1", "Педсовет", "октябрь", "директор"), ("2", "Опрос учителей", "15.03.2024", "куратор"))
    plan = read_plan(as_pipes(made(*rows, before=before)), "план.txt", today=TODAY)
    assert plan.context.school_year == school_year
    assert plan.rows[0].reading.start == date(school_year, 10, 1)
    assert {one.code for one in plan.problems if one.code.startswith("year-")} == (
        {problem} if problem else set()
    )


def test_a_doubtful_year_in_the_title_is_said() -> None:
    rows = (HEAD, ("1", "Педсовет", "октябрь", "директор"))
    for title, problem in (
        ("План наставничества на 2024 – 2025 учебные года", "ambiguous-years"),
        ("План наставничества на {{ год }} учебный год", "unfilled-year"),
    ):
        plan = read_plan(as_pipes(made(*rows, before=(title,))), "план.txt", today=TODAY)
        assert problem in {one.code for one in plan.problems}


def test_without_any_year_it_is_todays() -> None:
    plan = read_plan(
        as_pipes(made(HEAD, ("1", "Педсовет", "октябрь", "директор"), before=())), "план.txt", today=TODAY
    )
    assert plan.school_year == "2024-2025"
    assert [one.code for one in plan.problems] == ["year-of-today"]


def test_the_year_asked_for_beats_the_title() -> None:
    data = as_pipes(made(HEAD, ("1", "Педсовет", "октябрь", "директор")))
    plan = read_plan(data, "план.txt", today=TODAY, school_year=2020, year_end=(8, 31))
    assert (plan.school_year, plan.rows[0].reading.start) == ("2020-2021", date(2020, 10, 1))
    assert plan.context.span == (date(2020, 9, 1), date(2021, 8, 31))


def test_laws_and_other_peoples_orders_do_not_approve_the_plan() -> None:
    plan = word_with(
        "В соответствии с распоряжением Министерства просвещения от 25.12.2019 № Р-145",
        "ПРИКАЗ",
        "от 29.08.2024",
        "№ 77/1-од",
        TITLE,
    )
    assert (plan.order_number, plan.order_date) == ("77/1-од", date(2024, 8, 29))


def word_with(*before: str) -> Plan:
    rows = (HEAD, ("1", "Педсовет", "октябрь", "директор"))
    return read_plan(as_docx(made(*rows, before=before)), "план.docx", today=TODAY)
