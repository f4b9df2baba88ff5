"""Every deadline phrase of the five source documents, as requirements §3 says it is to be understood."""

from __future__ import annotations

from datetime import date

import pytest

from services.deadlines import Context, Kind, Reading, read

DISTRICT = Context(date(2022, 9, 1), school_year=2022)
LYCEUM = Context(date(2023, 9, 1), school_year=2023, ordered_on=date(2023, 8, 31))
GYMNASIUM = Context(date(2023, 1, 20), years=(2023, 2024))


def days(reading: Reading) -> tuple[Kind, str | None, str | None]:
    start, end = (day.isoformat() if day else None for day in (reading.start, reading.end))
    return reading.kind, start, end


def codes(reading: Reading) -> list[str]:
    return [doubt.code for doubt in reading.doubts]


@pytest.mark.parametrize(
    ("phrase", "plan", "meaning", "doubts"),
    [
        ("в срок не позднее 20 ноября 2022 года", DISTRICT, (Kind.DEADLINE, None, "2022-11-20"), []),
        ("на 2022-2023 учебный год", DISTRICT, (Kind.PERIOD, "2022-09-01", "2023-05-31"), []),
        ("до 1.09.2022", DISTRICT, (Kind.DEADLINE, None, "2022-09-01"), []),
        ("Сентябрь, 2022", DISTRICT, (Kind.PERIOD, "2022-09-01", "2022-09-30"), []),
        ("В течение года", DISTRICT, (Kind.PERIOD, "2022-09-01", "2023-05-31"), []),
        (
            "В течение года (по отдельному плану)",
            DISTRICT,
            (Kind.PERIOD, "2022-09-01", "2023-05-31"),
            ["needs-plan"],
        ),
        ("Октябрь-ноябрь, 2022", DISTRICT, (Kind.PERIOD, "2022-10-01", "2022-11-30"), []),
        ("Май, 2022", DISTRICT, (Kind.PERIOD, "2022-05-01", "2022-05-31"), ["outside-plan"]),
        ("в 2023 – 2024 учебном году", LYCEUM, (Kind.PERIOD, "2023-09-01", "2024-05-31"), []),
        ("на 2023 - 2024 учебный год", LYCEUM, (Kind.PERIOD, "2023-09-01", "2024-05-31"), []),
        ("2023-2024 учебный год", LYCEUM, (Kind.PERIOD, "2023-09-01", "2024-05-31"), []),
        ("в срок до 08.09.2023 года", LYCEUM, (Kind.DEADLINE, None, "2023-09-08"), []),
        ("в срок до 01.09.2023 года", LYCEUM, (Kind.DEADLINE, None, "2023-09-01"), []),
        ("Сентябрь 2023 г.", LYCEUM, (Kind.PERIOD, "2023-09-01", "2023-09-30"), []),
        ("Август 2023 г.", LYCEUM, (Kind.PERIOD, "2023-08-01", "2023-08-31"), ["before-order"]),
        (
            "Сентябрь 2023 г. Октябрь 2023 г.",
            LYCEUM,
            (Kind.PERIOD, "2023-09-01", "2023-10-31"),
            ["glued"],
        ),
        (
            "Март 2024 г. Март 2024 г. Март 2024 г.",
            LYCEUM,
            (Kind.PERIOD, "2024-03-01", "2024-03-31"),
            ["repeated"],
        ),
        ("Март 2024 г.", LYCEUM, (Kind.PERIOD, "2024-03-01", "2024-03-31"), []),
        (
            "на 2023 – 2024 учебные года",
            GYMNASIUM,
            (Kind.PERIOD, "2023-01-01", "2024-12-31"),
            ["ambiguous-years"],
        ),
        ("27.01.2023", GYMNASIUM, (Kind.DATE, "2023-01-27", "2023-01-27"), []),
        ("30.01.2023", GYMNASIUM, (Kind.DATE, "2023-01-30", "2023-01-30"), []),
        ("Март-май 2023", GYMNASIUM, (Kind.PERIOD, "2023-03-01", "2023-05-31"), []),
        ("Сентябрь 2023 г. – май 2024 г.", GYMNASIUM, (Kind.PERIOD, "2023-09-01", "2024-05-31"), []),
        ("Ноябрь 2023 г.- апрель 2024 г.", GYMNASIUM, (Kind.PERIOD, "2023-11-01", "2024-04-30"), []),
        ("Апрель-май 2023 г", GYMNASIUM, (Kind.PERIOD, "2023-04-01", "2023-05-31"), []),
        (
            "за 2022-2023 учебный год",
            GYMNASIUM,
            (Kind.PERIOD, "2022-09-01", "2023-05-31"),
            ["reporting-period"],
        ),
    ],
)
def test_a_phrase_has_the_days_that_the_requirements_name(
    phrase: str, plan: Context, meaning: tuple[Kind, str | None, str | None], doubts: list[str]
) -> None:
    reading = read(phrase, plan)
    assert days(reading) == meaning
    assert codes(reading) == doubts
    assert (reading.parts, reading.recurs_yearly, reading.rule, reading.rrule) == ((), False, None, None)


def test_a_month_of_the_wrong_year_is_read_literally_and_the_likely_one_is_suggested() -> None:
    (doubt,) = read("Май, 2022", DISTRICT).doubts
    assert doubt.suggestion == "май 2023"


@pytest.mark.parametrize(
    ("phrase", "first", "second"),
    [
        (
            "27.01.2023, далее – ежегодно сентябрь",
            (Kind.DATE, "2023-01-27", "2023-01-27"),
            (Kind.YEARLY, "2023-09-01", "2023-09-30", "--09-01/--09-30"),
        ),
        (
            "30.01.2023, далее – ежегодно октябрь",
            (Kind.DATE, "2023-01-30", "2023-01-30"),
            (Kind.YEARLY, "2023-10-01", "2023-10-31", "--10-01/--10-31"),
        ),
        (
            "31.01.2023, далее - постоянно",
            (Kind.DATE, "2023-01-31", "2023-01-31"),
            (Kind.CONTINUOUS, "2023-01-31", None, None),
        ),
        (
            "До 15.02.2023, далее ежегодно – до 10 ноября",
            (Kind.DEADLINE, None, "2023-02-15"),
            (Kind.YEARLY, None, "2023-11-10", "--11-10/--11-10"),
        ),
        (
            "До 28.02.2023, далее – ежегодно до 10 ноября",
            (Kind.DEADLINE, None, "2023-02-28"),
            (Kind.YEARLY, None, "2023-11-10", "--11-10/--11-10"),
        ),
    ],
)
def test_a_first_day_and_what_follows_it_each_year_are_two_parts(
    phrase: str,
    first: tuple[Kind, str | None, str | None],
    second: tuple[Kind, str | None, str | None, str | None],
) -> None:
    reading = read(phrase, GYMNASIUM)
    assert [days(part) for part in reading.parts] == [first, second[:3]]
    assert reading.parts[1].rule == second[3]
    assert reading.parts[1].recurs_yearly is (second[0] is Kind.YEARLY)
    assert (days(reading), reading.recurs_yearly, reading.rule) == (first, False, None)
    assert reading.doubts == ()


@pytest.mark.parametrize(
    "phrase", ["Ежегодно- сентябрь - май", "Ежегодно сентябрь-май", "Ежегодно Сентябрь-май"]
)
def test_a_yearly_period_runs_over_the_new_year(phrase: str) -> None:
    reading = read(phrase, GYMNASIUM)
    assert days(reading) == (Kind.YEARLY, "2023-09-01", "2024-05-31")
    assert (reading.rule, reading.recurs_yearly, reading.doubts) == ("--09-01/--05-31", True, ())


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("Ежегодно до 10 июня", "06-10"),
        ("Ежегодно до 15 июня", "06-15"),
        ("Ежегодно до 30 июня", "06-30"),
        ("Ежегодно до 10 июля", "07-10"),
    ],
)
def test_a_yearly_deadline_comes_first_in_the_first_year_of_the_plan(phrase: str, day: str) -> None:
    reading = read(phrase, GYMNASIUM)
    assert days(reading) == (Kind.YEARLY, None, f"2023-{day}")
    assert (reading.rule, reading.recurs_yearly) == (f"--{day}/--{day}", True)


@pytest.mark.parametrize(
    "phrase", ["не менее одного раза в год", "своевременно (не менее одного раза в год)"]
)
def test_once_a_year_leaves_the_month_free(phrase: str) -> None:
    reading = read(phrase, DISTRICT)
    assert days(reading) == (Kind.YEARLY, None, None)
    assert (reading.rule, reading.rrule, reading.recurs_yearly) == (None, "FREQ=YEARLY", True)


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("в сроки, утверждённые приказами Департамента образования", "external-order"),
        ("от 3 месяцев до 1 года", "duration"),
        ("публикуются после их завершения", "event"),
        ("в установленные сроки", "reference"),
        ("по заранее установленному графику", "reference"),
        ("в течение определенного продолжительного времени", "reference"),
        ("в сроки, установленные «Дорожной картой»", "reference"),
        ("(при необходимости)", "on-demand"),
        ("При необходимости", "on-demand"),
        ("всякий раз, когда это требуется", "on-demand"),
        ("По завершении реализации программы", "event"),
        ("После экспертизы", "event"),
    ],
)
def test_what_names_no_day_is_kept_with_the_reason(phrase: str, reason: str) -> None:
    reading = read(phrase, DISTRICT)
    assert (days(reading), codes(reading)) == ((Kind.UNPARSABLE, None, None), [reason])
    assert reading.phrase == phrase


@pytest.mark.parametrize(
    "phrase",
    [
        "131.08.2023",
        "290-070",
        "приказ от 31.08.2023 № 348-р",
        "распоряжение от 31.08.2023",
        "Указ Президента на период до 2024 года",
        "на 2014–2025 годы",
    ],
)
def test_a_date_that_is_no_deadline_does_not_become_one(phrase: str) -> None:
    reading = read(phrase, LYCEUM)
    assert days(reading) == (Kind.UNPARSABLE, None, None)
    assert reading.doubts
