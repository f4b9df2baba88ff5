"""A reading and its doubts in the three languages of the bot."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from bot.settings import ROOT
from handlers.common.deadline_words import doubt_words, in_words
from handlers.common.translator import Texts
from services.content import Content
from services.deadlines import Context, Kind, Reading, read

PLAN = Context(date(2023, 9, 1), school_year=2023, ordered_on=date(2023, 8, 31))
LANGUAGES = ("ru", "tt", "en")


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts(ROOT / "locales", Content({}, {}, {}, {}))


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("до 10 ноября", "до 10 ноября 2023 г. (включительно)"),
        ("27.01.2024", "27 января 2024 г."),
        ("сентябрь", "сентябрь 2023 г."),
        ("октябрь – май", "октябрь 2023 г. – май 2024 г."),
        ("с 1 по 15 октября", "с 1 октября 2023 г. по 15 октября 2023 г."),
        ("постоянно", "постоянно, с 1 сентября 2023 г."),
        (
            "ежегодно сентябрь – май",
            "каждый год с 1 сентября по 31 мая; ближайший срок: сентябрь 2023 г. – май 2024 г.",
        ),
        ("ежегодно до 10 июня", "каждый год до 10 июня (включительно); ближайший срок: 10 июня 2024 г."),
        ("ежегодно 1 октября", "каждый год 1 октября; ближайший раз: 1 октября 2023 г."),
        ("1 раз в год", "раз в год, месяц не назван"),
        ("1 раз в 2 года", "раз в 2 года, месяц не назван"),
        (
            "27.01.2024, далее ежегодно",
            "27 января 2024 г.; каждый год 27 января; ближайший раз: 27 января 2025 г.",
        ),
        ("по запросу", "срок не понят"),
    ],
)
def test_a_reading_is_said_in_russian(texts: Texts, phrase: str, words: str) -> None:
    assert in_words(texts.translator("ru"), read(phrase, PLAN)) == words


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("еженедельно", "еженедельно"),
        ("раз в 2 недели", "раз в 2 недели"),
        ("раз в 10 дней", "раз в 10 дней"),
        ("ежедневно", "ежедневно"),
        ("по средам и пятницам", "по средам, пятницам"),
        ("в рабочие дни", "по рабочим дням"),
        ("ежемесячно", "ежемесячно"),
        ("ежеквартально", "ежеквартально"),
        ("2 раза в год", "раз в полгода"),
        ("раз в 4 месяца", "раз в 4 месяца"),
        ("до 25 числа", "каждый месяц до 25 числа"),
        ("в конце каждого месяца", "каждый месяц до последнего дня"),
        ("последняя пятница месяца", "каждый месяц: последняя пятница"),
        ("1-й и 3-й вторник месяца", "каждый месяц: 1-й вторник, 3-й вторник"),
        ("первый рабочий день каждого месяца", "каждый месяц в 1-й рабочий день"),
        ("раз в четверть", "раз в четверть (триместр)"),
    ],
)
def test_a_rate_is_said_in_russian_with_its_bounds(texts: Texts, phrase: str, words: str) -> None:
    said = in_words(texts.translator("ru"), read(phrase, PLAN))
    assert said == f"{words}, с 1 сентября 2023 г. по 31 мая 2024 г."


def test_an_open_end_is_not_said(texts: Texts) -> None:
    reading = Reading("", Kind.CONTINUOUS, date(2023, 9, 15), rrule="FREQ=WEEKLY")
    assert in_words(texts.translator("ru"), reading) == "еженедельно, с 15 сентября 2023 г."
    assert in_words(texts.translator("en"), reading) == "every week, from 15 September 2023"


def test_a_suggestion_stands_in_the_sentence(texts: Texts) -> None:
    (doubt,) = read("31 ноября", PLAN).doubts
    said = {language: doubt_words(texts.translator(language), doubt) for language in LANGUAGES}
    assert said["ru"] == "Такой даты нет в календаре. Вероятно, имелось в виду «30 ноября»."
    assert all("30 ноября" in one for one in said.values())


def test_days_of_a_doubt_are_said_in_the_language(texts: Texts) -> None:
    (doubt,) = read("10 сентября (понедельник)", PLAN).doubts
    assert doubt_words(texts.translator("ru"), doubt) == (
        "10.09.2023 — воскресенье, а назван другой день недели: понедельник."
    )
    assert "Sunday" in doubt_words(texts.translator("en"), doubt)


def table(column: str) -> list[str]:
    with Path(__file__).with_name("phrases.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [row[column] or "" for row in rows]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reading_and_every_doubt_has_words_in_every_language(texts: Texts, language: str) -> None:
    t = texts.translator(language)
    for phrase in table("phrase"):
        reading = read(phrase, PLAN)
        assert in_words(t, reading)
        assert all(doubt_words(t, doubt) for doubt in reading.doubts)


def test_every_code_that_the_grammar_gives_has_a_text(texts: Texts) -> None:
    folder = ROOT / "services" / "deadlines"
    source = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py")))
    codes = {code for doubts in table("doubts") for code in doubts.split()}
    codes |= set(re.findall(r'Doubt\(\s*"([a-z-]+)"', source))
    assert {"empty", "too-long", "outside-plan", "impossible-year"} <= codes
    assert not [code for code in sorted(codes) if not texts.translator("ru").has(f"deadline-doubt-{code}")]
