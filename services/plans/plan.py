"""What is read out of a file with a plan. Knows neither formats nor tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from services.deadlines import Context, Doubt, Reading


@dataclass(frozen=True, slots=True)
class Problem:
    """What people should know about the whole file. `code` names the text `plan-problem-<code>`."""

    code: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One item of a plan, in the words of the document.

    `doubts` are those of the reading and those of the row. `source` is where it stood: `2:7` is table (or
    sheet) 2, row 7; `0:7` is line 7 of a list.
    """

    no: str
    section: str
    activity: str
    deadline: str
    responsible: str
    result: str
    controller: str
    reading: Reading
    doubts: tuple[Doubt, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Plan:
    """`school_year` is «2023-2024» as text; `years` are set when the plan follows calendar years."""

    title: str
    school_year: str | None
    years: tuple[int, int] | None
    order_number: str
    order_date: date | None
    context: Context
    rows: tuple[PlanRow, ...]
    problems: tuple[Problem, ...]
