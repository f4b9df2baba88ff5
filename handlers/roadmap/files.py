"""The year of a plan as pictures and as a spreadsheet: what is stored, put into the reader's words.

Drawing and writing take more than a moment and are done elsewhere (`services.plan_chart`,
`services.duty_sheet`), by functions that get nothing but words and days.
"""

# keys: roadmap-state-word-*, roadmap-kind-*
from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from zoneinfo import ZoneInfo

from aiogram.types import BufferedInputFile
from babel.dates import format_date

from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.roadmap.screens import numbered
from models import OccurrenceStatus
from services.duty_sheet import Column, Row, Table
from services.names import PersonName
from services.plan_chart import PAGES, Chart, Line, Mark, State
from services.plan_views import DatedRow, ItemRows, YearView

STATES = {
    OccurrenceStatus.UPCOMING: State.AHEAD,
    OccurrenceStatus.OPEN: State.OPEN,
    OccurrenceStatus.OVERDUE: State.OPEN,
    OccurrenceStatus.DONE: State.DONE,
    OccurrenceStatus.DONE_LATE: State.DONE,
    OccurrenceStatus.WAIVED: State.WAIVED,
}
SHEET_COLOURS = {State.DONE: "#D5EBDD", State.LATE: "#F6CFCF", State.OPEN: "#FBE8C8", State.WAIVED: "#E4E6E9"}
_NOT_IN_NAMES = re.compile(r"[^\w-]+")


def chart(t: Translator, year: YearView) -> Chart:
    """What the pictures show."""
    return Chart(
        title=f"{year.title} · {year.school_year}",
        first=year.first,
        last=year.last,
        today=year.today,
        months=tuple(_month_names(t, year)),
        lines=tuple(_lines(t, year)),
        legend=tuple((state, t.plain(f"roadmap-state-word-{state.value}")) for state in State),
        page=t.plain("page-of", page="{0}", pages="{1}"),
    )


def _month_names(t: Translator, year: YearView) -> Iterator[str]:
    day = year.first.replace(day=1)
    while day <= year.last:
        yield format_date(day, "LLL", locale=t.language).rstrip(".")
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _lines(t: Translator, year: YearView) -> Iterator[Line]:
    """The rows of a section stand together below its head, in the order of the plan."""
    for (plan, section), rows in groupby(year.items, key=lambda one: (one.plan_title, one.section)):
        title = section or t.plain("roadmap-no-section")
        yield Line(f"{title} · {plan}" if year.several else title)
        for one in rows:
            marks = tuple(_mark(duty) for duty in one.duties)
            note = "" if marks else _nothing(t, one)
            yield Line(numbered(one.number, one.activity), marks, note)


def _nothing(t: Translator, item: ItemRows) -> str:
    return t.plain("roadmap-other-year") if item.is_dated else t.plain("roadmap-no-day")


def _mark(duty: DatedRow) -> Mark:
    return Mark(duty.starts_on or duty.due_on, duty.due_on, _state(duty), thin=duty.is_check)


def _state(duty: DatedRow) -> State:
    return State.LATE if duty.is_late else STATES[duty.status]


def pictures(t: Translator, year: YearView, drawn: tuple[bytes, ...]) -> list[Screen]:
    """A message for each picture."""
    name = file_name(t, year)
    shown = [
        Screen(
            t("roadmap-picture-caption", page=number, pages=len(drawn)),
            photo=BufferedInputFile(picture, f"{name}-{number}.png"),
        )
        for number, picture in enumerate(drawn, start=1)
    ]
    if len(drawn) == PAGES:
        shown.append(Screen(t("roadmap-picture-cut")))
    return shown


def table(t: Translator, year: YearView) -> Table:
    """What the spreadsheet holds: a line for every duty, and for every row that has none."""
    columns = [
        Column(t.plain("roadmap-column-number"), 7),
        Column(t.plain("roadmap-column-activity"), 48),
        Column(t.plain("roadmap-column-state"), 14),
        Column(t.plain("roadmap-column-section"), 24),
        Column(t.plain("roadmap-column-phrase"), 22),
        Column(t.plain("roadmap-column-start"), 12),
        Column(t.plain("roadmap-column-due"), 12),
        Column(t.plain("roadmap-column-moved"), 12),
        Column(t.plain("roadmap-column-responsible"), 28),
        Column(t.plain("roadmap-column-controller"), 20),
        Column(t.plain("roadmap-column-done"), 12),
        Column(t.plain("roadmap-column-evidence"), 40),
        Column(t.plain("roadmap-column-reason"), 24),
        Column(t.plain("roadmap-column-result"), 36),
    ]
    if year.several:
        columns.append(Column(t.plain("roadmap-column-plan"), 30))
    title = f"{year.title} · {year.school_year} · {t.short_date(year.today)}"
    return Table(
        name=year.school_year,
        title=title,
        columns=tuple(columns),
        rows=tuple(row for one in year.items for row in _rows(t, year, one)),
        marked=2,
    )


def _rows(t: Translator, year: YearView, item: ItemRows) -> Iterator[Row]:
    plan = (item.plan_title,) if year.several else ()
    head = (item.number, item.activity)
    if not item.duties:
        empty = ("",) * 8
        yield Row(
            (
                *head,
                _nothing(t, item),
                item.section,
                item.deadline_phrase,
                *empty,
                item.expected_result,
                *plan,
            )
        )
    for duty in item.duties:
        state = _state(duty)
        yield Row(
            (
                *head,
                t.plain(f"roadmap-state-word-{state.value}"),
                item.section,
                item.deadline_phrase,
                *_duty_cells(t, year, duty),
                item.expected_result,
                *plan,
            ),
            SHEET_COLOURS.get(state, ""),
        )


def _duty_cells(t: Translator, year: YearView, duty: DatedRow) -> tuple[str, ...]:
    return (
        t.short_date(duty.starts_on) if duty.starts_on else "",
        t.short_date(duty.due_on),
        t.short_date(duty.moved_from) if duty.moved_from else "",
        ", ".join(t.name(one) for one in duty.people),
        _name(t, duty.controller),
        _done_on(t, year, duty),
        "\n".join(f"{t.plain(f'roadmap-kind-{kind.value}')}: {words}" for kind, words in duty.evidence),
        duty.reason,
    )


def _name(t: Translator, name: PersonName | None) -> str:
    return t.name(name) if name is not None else ""


def _done_on(t: Translator, year: YearView, duty: DatedRow) -> str:
    is_done = duty.status in (OccurrenceStatus.DONE, OccurrenceStatus.DONE_LATE)
    return t.short_date(duty.done_at.astimezone(ZoneInfo(year.timezone))) if is_done and duty.done_at else ""


def sheet(t: Translator, year: YearView, written: bytes) -> Screen:
    document = BufferedInputFile(written, f"{file_name(t, year)}.xlsx")
    return Screen(t("roadmap-sheet-caption"), document=document)


def file_name(t: Translator, year: YearView) -> str:
    return _NOT_IN_NAMES.sub("-", f"{t.plain('roadmap-file-name')}-{year.school_year}").strip("-")
