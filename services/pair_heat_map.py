"""A month of all pairs as pictures: a row for every pair, a square for every day, days off shaded.

Draws what it is given, in the words it is given; knows nothing of the database. As many pictures as it takes
to keep every row readable.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

from services.chart_paper import DPI, DRAWING, FONT, GRID, INK, TODAY, clipped, printable
from services.pair_month import DayState

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ROWS = 24
PAGES = 10
LABEL_LIMIT = 46
WIDTH, ROW_HEIGHT, MARGIN = 13.0, 0.36, 1.7
FEWEST_ROWS = 3
DAY = timedelta(days=1)
COLOURS = {
    DayState.HELD: "#4C9F70",
    DayState.PLANNED: "#7A9CC6",
    DayState.UNTOLD: "#E6A23C",
    DayState.MISSED: "#D64545",
    DayState.DISPUTED: "#8E5EA2",
}
SIGNS = {
    DayState.HELD: "✓",
    DayState.PLANNED: "○",
    DayState.UNTOLD: "?",
    DayState.MISSED: "×",
    DayState.DISPUTED: "!",
}
"""Beside the colours, for those who do not tell them apart."""
_OFF = "#EEF0F3"


@dataclass(frozen=True, slots=True)
class Row:
    label: str
    days: Mapping[date, DayState]


@dataclass(frozen=True, slots=True)
class HeatMap:
    """`weekdays`: seven short names from Monday on; `legend` names every state; `page` is «{0} / {1}» in the
    reader's words.
    """

    title: str
    first: date
    last: date
    today: date
    weekdays: tuple[str, ...]
    rows: tuple[Row, ...]
    days_off: frozenset[date]
    legend: tuple[tuple[DayState, str], ...]
    day_off: str
    page: str


def draw(chart: HeatMap) -> tuple[bytes, ...]:
    """The pictures (PNG), in order; of very many pairs the first of them."""
    pages = list(_pages(chart.rows))
    with DRAWING:
        return tuple(_picture(chart, rows, number, len(pages)) for number, rows in enumerate(pages))


def _pages(rows: Sequence[Row]) -> Sequence[Sequence[Row]]:
    """About as many rows on every page: a single one on the last would look like a mistake."""
    wanted = -(-len(rows) // ROWS) or 1
    room = -(-len(rows) // wanted) or 1
    pages = [rows[start : start + room] for start in range(0, len(rows), room)] or [rows]
    return pages[:PAGES]


def _picture(chart: HeatMap, rows: Sequence[Row], number: int, pages: int) -> bytes:
    # Dear to import, and needed only when somebody asks for a picture.
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    height = MARGIN + ROW_HEIGHT * max(len(rows), FEWEST_ROWS)
    figure = Figure(figsize=(WIDTH, height), dpi=DPI, facecolor="white")
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0.31, 0.6 / height, 0.675, 1 - MARGIN / height))
    _calendar(axes, chart, len(rows))
    for place, row in enumerate(rows):
        _row(axes, chart, place, row)
    _frame(figure, chart, number, pages)
    buffer = BytesIO()
    figure.savefig(buffer, format="png")
    return buffer.getvalue()


def _days(chart: HeatMap) -> list[date]:
    return [chart.first + number * DAY for number in range((chart.last - chart.first).days + 1)]


def _calendar(axes: Axes, chart: HeatMap, rows: int) -> None:
    days = _days(chart)
    height = max(rows, FEWEST_ROWS)
    axes.set_xlim(0.5, len(days) + 0.5)
    axes.set_ylim(height - 0.5, -0.5)
    axes.set_yticks([])
    for side in axes.spines.values():
        side.set_visible(False)
    axes.set_xticks([day.day for day in days])
    axes.set_xticklabels([f"{day.day}\n{printable(chart.weekdays[day.weekday()])}" for day in days])
    axes.tick_params(axis="x", length=0, labelsize=8, labelcolor=INK, labeltop=True, labelbottom=False)
    for label in axes.get_xticklabels():
        label.set_fontfamily(FONT)
    for day in days:
        if day in chart.days_off:
            axes.axvspan(day.day - 0.5, day.day + 0.5, color=_OFF, zorder=0)
    for line in range(height + 1):
        axes.axhline(line - 0.5, color=GRID, linewidth=0.8, zorder=1)
    if chart.first <= chart.today <= chart.last:
        axes.axvline(chart.today.day, color=TODAY, linewidth=1.4, linestyle="--", zorder=1)


def _row(axes: Axes, chart: HeatMap, place: int, row: Row) -> None:
    axes.annotate(
        clipped(printable(row.label), LABEL_LIMIT),
        (0, place),
        xycoords=("axes fraction", "data"),
        xytext=(-8, 0),
        textcoords="offset points",
        ha="right",
        va="center",
        fontsize=9,
        color=INK,
        fontfamily=FONT,
        parse_math=False,
        annotation_clip=False,
    )
    for day, state in row.days.items():
        if chart.first <= day <= chart.last:
            _square(axes, day.day, place, state)


def _square(axes: Axes, day: int, place: int, state: DayState) -> None:
    from matplotlib.patches import Rectangle

    axes.add_patch(Rectangle((day - 0.44, place - 0.4), 0.88, 0.8, color=COLOURS[state], zorder=2))
    axes.text(
        day,
        place,
        SIGNS[state],
        ha="center",
        va="center",
        fontsize=9,
        fontweight="bold",
        color="white",
        fontfamily=FONT,
        zorder=3,
    )


def _frame(figure: Figure, chart: HeatMap, number: int, pages: int) -> None:
    from matplotlib.patches import Patch

    height = figure.get_figheight()
    figure.text(
        0.012,
        1 - 0.28 / height,
        clipped(printable(chart.title), 100),
        fontsize=13,
        fontweight="bold",
        color=INK,
        va="center",
        fontfamily=FONT,
        parse_math=False,
    )
    if pages > 1:
        words = printable(chart.page.format(number + 1, pages))
        figure.text(
            0.985,
            1 - 0.28 / height,
            words,
            ha="right",
            va="center",
            fontsize=9,
            color=INK,
            fontfamily=FONT,
        )
    patches = [
        Patch(color=COLOURS[state], label=printable(f"{SIGNS[state]} {words}"))
        for state, words in chart.legend
    ]
    patches.append(Patch(color=_OFF, label=printable(chart.day_off)))
    figure.legend(
        handles=patches,
        loc="lower left",
        bbox_to_anchor=(0.01, 0.0),
        ncols=len(patches),
        frameon=False,
        prop={"family": FONT, "size": 9},
    )
