"""The board as a picture and as a spreadsheet: what is stored, put into the reader's words.

Drawing and writing take more than a moment and are done elsewhere (`services.pair_heat_map`,
`services.duty_sheet`), by functions that get nothing but words and days.
"""

# keys: board-day-*
from __future__ import annotations

from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup
from babel.dates import format_date, get_day_names

from handlers.board import screens
from handlers.board.callbacks import BoardOpened, MonthAsked
from handlers.common.keyboards import button, inline, menu_button
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from services.duty_sheet import Column, Row, Table
from services.pair_board import BoardLine
from services.pair_heat_map import PAGES, HeatMap
from services.pair_heat_map import Row as MapRow
from services.pair_month import DayState, Month
from services.pair_sheet import PairSheet

NEEDY = "#F6CFCF"


def heat_map(t: Translator, view: Month) -> HeatMap:
    """What the pictures show."""
    rows = tuple(MapRow(screens.pair_name(t, row.mentor, row.mentees), dict(row.days)) for row in view.rows)
    weekdays = get_day_names("short", "stand-alone", locale=t.language)
    return HeatMap(
        title=t.plain("board-picture-title", month=month_name(t, view)),
        first=view.first,
        last=view.last,
        today=view.today,
        weekdays=tuple(str(weekdays[day]) for day in range(7)),
        rows=rows,
        days_off=view.days_off,
        legend=tuple((state, t.plain(f"board-day-{state.value}")) for state in DayState),
        day_off=t.plain("board-day-off"),
        page=t.plain("page-of", page="{0}", pages="{1}"),
    )


def month_name(t: Translator, view: Month) -> str:
    return str(format_date(view.first, "LLLL yyyy", locale=t.language))


def pictures(t: Translator, view: Month, drawn: tuple[bytes, ...]) -> list[Screen]:
    """A message for each picture; the last one has the buttons that turn the month."""
    name = f"{view.first:%Y-%m}"
    caption = t("board-picture-caption", month=month_name(t, view))
    if len(drawn) == PAGES:
        caption = "\n".join([caption, t("board-picture-cut")])
    shown = [
        Screen(caption, photo=BufferedInputFile(picture, f"{name}-{number}.png"))
        for number, picture in enumerate(drawn, start=1)
    ]
    last = Screen(shown[-1].text, _turns(t, view), photo=shown[-1].photo)
    return [*shown[:-1], last]


def nothing_to_draw(t: Translator) -> Screen:
    return Screen(t("board-empty"), inline([menu_button(t)]))


def _turns(t: Translator, view: Month) -> InlineKeyboardMarkup:
    def turn(sign: str, year: int, month: int) -> InlineKeyboardButton:
        return button(sign, MonthAsked(year=year, month=month))

    return inline(
        [
            turn("‹", view.before.year, view.before.month),
            button(t.plain("board-picture-today"), MonthAsked()),
            turn("›", view.after.year, view.after.month),
        ],
        [button(t.plain("board-back"), BoardOpened()), menu_button(t)],
    )


def table(t: Translator, sheet: PairSheet) -> Table:
    """What the spreadsheet holds: a line for every pair, the columns of the board."""
    columns = (
        Column(t.plain("board-column-health"), 10),
        Column(t.plain("board-column-mentor"), 28),
        Column(t.plain("board-column-mentees"), 32),
        Column(t.plain("board-column-school"), 26),
        Column(t.plain("board-column-last"), 14),
        Column(t.plain("board-column-days"), 12),
        Column(t.plain("board-column-limit"), 14),
        Column(t.plain("board-column-next"), 26),
        Column(t.plain("board-column-tasks"), 20),
        Column(t.plain("board-column-mood"), 14),
        Column(t.plain("board-column-trial"), 20),
        Column(t.plain("board-column-why"), 60),
    )
    return Table(
        name=t.plain("board-sheet-name"),
        title=t.plain("board-sheet-title", day=t.short_date(sheet.today)),
        columns=columns,
        rows=tuple(Row(_cells(t, one), NEEDY if one.needs_attention else "") for one in sheet.lines),
    )


def _cells(t: Translator, line: BoardLine) -> tuple[str, ...]:
    return (
        screens.figure(t, line),
        t.name(line.mentor),
        ", ".join(t.name(one) for one in line.mentees),
        line.organization_name,
        t.short_day(line.last.at, line.timezone) if line.last else "",
        str(line.days),
        str(line.limit_days),
        screens.next_words(t, line.next, line.timezone),
        screens.tasks_words(t, line),
        screens.number(line.mood) if line.mood is not None else "",
        screens.trial_words(t, line),
        "\n".join(screens.explained(t, score, line) for score in line.health.scores),
    )


def sheet(t: Translator, made: PairSheet, written: bytes) -> Screen:
    name = f"{t.plain('board-file-name')}-{made.today.isoformat()}.xlsx"
    return Screen(
        t("board-sheet-caption"),
        inline([button(t.plain("board-back"), BoardOpened()), menu_button(t)]),
        document=BufferedInputFile(written, name),
    )
