"""Deadline phrases a second, beside a bare regular expression and a general parser of dates."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from benchmarks.figures import median, percentile, ratio, table
from services.deadlines import Context, read

OURS = "the grammar"
BARE = "re: dd.mm.yyyy only"
PLAN = Context(date(2023, 9, 1), school_year=2023, ordered_on=date(2023, 8, 31))
PHRASES = (
    "27.01.2023, далее – ежегодно сентябрь",
    "До 15.02.2023, далее ежегодно – до 10 ноября",
    "31.01.2023, далее - постоянно",
    "Сентябрь 2023 г. – май 2024 г.",
    "Сентябрь 2023 г. Октябрь 2023 г.",
    "Ежегодно- сентябрь - май",
    "Октябрь-ноябрь, 2022",
    "в срок не позднее 20 ноября 2022 года",
    "В течение года (по отдельному плану)",
    "на 2022-2023 учебный год",
    "до 1.09.2022",
    "27.01.2023",
    "постоянно",
    "с 1 по 15 сентября",
    "не реже 1 раза в квартал",
    "каждый второй вторник месяца",
    "до 25 числа каждого месяца",
    "15.10.2023, 20.12.2023, 15.03.2024",
    "вторая неделя октября",
    "до конца III четверти",
    "при необходимости",
    "в сроки, установленные «Дорожной картой»",
    "в течение 40 дней со дня приказа",
    "приказ от 31.08.2023 № 348-р",
    "по мере поступления заявок от молодых педагогов школы",
    "31 ноября 2023 г.",
)


@dataclass(frozen=True, slots=True)
class Size:
    runs: int = 7
    rounds: int = 40


@dataclass(slots=True)
class Way:
    """`seconds`: a phrase, by runs; `each`: of single phrases; `read`: how many phrases gave something."""

    seconds: list[float]
    each: list[float]
    read: int


def measure(size: Size) -> dict[str, Way]:
    ways = {OURS: _ours, BARE: _bare, "dateutil, fuzzy": _general()}
    found = {name: Way([], [], sum(way(phrase) for phrase in PHRASES)) for name, way in ways.items()}
    for run in range(size.runs + 1):
        for name, way in ways.items():
            taken = _timed(way, PHRASES * size.rounds)
            if run:  # the first one warms up
                found[name].seconds.append(sum(taken) / len(taken))
                found[name].each += taken
    return found


def _ours(phrase: str) -> bool:
    return read(phrase, PLAN).is_understood


_DATE = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")


def _bare(phrase: str) -> bool:
    return bool(_DATE.findall(phrase))


def _general() -> Callable[[str], bool]:
    from dateutil import parser

    def parse(phrase: str) -> bool:
        try:
            parser.parse(phrase, fuzzy=True, dayfirst=True)
        except (ValueError, OverflowError):
            return False
        return True

    return parse


def _timed(way: Callable[[str], bool], phrases: Sequence[str]) -> list[float]:
    taken = []
    for phrase in phrases:
        began = time.perf_counter()
        way(phrase)
        taken.append(time.perf_counter() - began)
    return taken


def report(found: dict[str, Way]) -> str:
    bare = median(found[BARE].seconds)
    rows = [
        (
            name,
            f"{1 / median(way.seconds):,.0f}",
            f"{median(way.seconds) * 1e6:.0f} µs",
            f"{percentile(way.each, 99) * 1e6:.0f} µs",
            ratio(median(way.seconds) / bare),
            f"{way.read} of {len(PHRASES)}",
        )
        for name, way in found.items()
    ]
    head = ("read by", "phrases a second", "a phrase", "p99", "÷ the expression", "gave something")
    return table("Deadline phrases", head, rows)
