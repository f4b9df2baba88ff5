"""A year of a plan as pictures: a row for every item, bars for periods, diamonds for days, a line for today.

Draws what it is given, in the words it is given; knows nothing of the database. As many pictures as it takes
to keep every row readable.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING

from services.chart_paper import DPI, DRAWING, FONT, GRID, INK, TODAY, clipped, printable

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ROWS = 24
"""On one picture, heads of sections included: a telephone shows them without a magnifying glass."""
PAGES = 10
LABEL_LIMIT = 58
WIDTH, ROW_HEIGHT, MARGIN = 14.0, 0.36, 1.7


class State(StrEnum):
    DONE = "done"
    LATE = "late"
    OPEN = "open"
    AHEAD = "ahead"
    WAIVED = "waived"


COLOURS = {
    State.DONE: "#4C9F70",
    State.LATE: "#D64545",
    State.OPEN: "#E6A23C",
    State.AHEAD: "#7A9CC6",
    State.WAIVED: "#C9CDD2",
}
_SECTION = "#EEF2F6"


@dataclass(frozen=True, slots=True)
class Mark:
    """A period, or one day when it starts and ends on the same. `thin`: work that goes on all the time."""

    start: date
    end: date
    state: State
    thin: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row: the item with its marks, or the head of a section when `marks` is None. `note` stands where a
    row has no marks.
    """

    label: str
    marks: tuple[Mark, ...] | None = None
    note: str = ""

    @property
    def is_head(self) -> bool:
        return self.marks is None


@dataclass(frozen=True, slots=True)
class Chart:
    """`legend` names every state; `page` is «{0} / {1}» in the reader's words."""

    title: str
    first: date
    last: date
    today: date
    months: tuple[str, ...]
    lines: tuple[Line, ...]
    legend: tuple[tuple[State, str], ...]
    page: str


def draw(chart: Chart) -> tuple[bytes, ...]:
    """The pictures (PNG), in order; of a plan of very many rows the first of them."""
    pages = tuple(islice(_pages(chart.lines), PAGES))
    with DRAWING:
        return tuple(_picture(chart, lines, number, len(pages)) for number, lines in enumerate(pages))


def _pages(lines: Sequence[Line]) -> Iterable[tuple[Line, ...]]:
    """A section that goes on has its head again; no head stands alone at the foot."""
    # About as many rows on every page: a single one on the last would look like a mistake.
    wanted = -(-len(lines) // ROWS) or 1
    room = min(ROWS, -(-len(lines) // wanted) + 1)
    page: list[Line] = []
    head: Line | None = None
    for number, line in enumerate(lines):
        is_last_place = len(page) == room - 1 and line.is_head and number + 1 < len(lines)
        if len(page) >= room or is_last_place:
            yield tuple(page)
            page = [head] if head is not None and not line.is_head else []
        head = line if line.is_head else head
        page.append(line)
    if page:
        yield tuple(page)


def _picture(chart: Chart, lines: Sequence[Line], number: int, pages: int) -> bytes:
    # Dear to import, and needed only when somebody asks for a picture.
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH, MARGIN + ROW_HEIGHT * max(len(lines), 6)), dpi=DPI, facecolor="white")
    FigureCanvasAgg(figure)
    height = figure.get_figheight()
    axes = figure.add_axes((0.37, 0.75 / height, 0.615, 1 - MARGIN / height))
    _calendar(axes, chart, len(lines))
    for row, line in enumerate(lines):
        _row(axes, chart, row, line)
    _frame(figure, chart, number, pages)
    buffer = BytesIO()
    figure.savefig(buffer, format="png")
    return buffer.getvalue()


def _calendar(axes: Axes, chart: Chart, rows: int) -> None:
    axes.set_xlim(chart.first.toordinal(), chart.last.toordinal() + 1)
    axes.set_ylim(max(rows, 6) - 0.5, -0.5)
    axes.set_yticks([])
    for side in axes.spines.values():
        side.set_visible(False)
    beginnings = list(_months(chart.first, chart.last))
    axes.set_xticks([(one + timedelta(days=15)).toordinal() for one in beginnings])
    axes.set_xticklabels([printable(one) for one in chart.months[: len(beginnings)]])
    axes.tick_params(axis="x", length=0, labelsize=10, labelcolor=INK, labeltop=True, labelbottom=False)
    for label in axes.get_xticklabels():
        label.set_fontfamily(FONT)
    for one in beginnings:
        axes.axvline(one.toordinal(), color=GRID, linewidth=1, zorder=0)
    if chart.first <= chart.today <= chart.last:
        axes.axvline(chart.today.toordinal() + 0.5, color=TODAY, linewidth=1.6, linestyle="--", zorder=4)


def _months(first: date, last: date) -> Iterable[date]:
    day = first.replace(day=1)
    while day <= last:
        yield day
        day = (day + timedelta(days=32)).replace(day=1)


def _row(axes: Axes, chart: Chart, row: int, line: Line) -> None:
    label = clipped(printable(line.label), LABEL_LIMIT)
    if line.is_head:
        axes.axhspan(row - 0.5, row + 0.5, xmin=-0.6, color=_SECTION, zorder=0, clip_on=False)
    axes.annotate(
        label,
        (0, row),
        xycoords=("axes fraction", "data"),
        xytext=(-365 if line.is_head else -353, 0),
        textcoords="offset points",
        ha="left",
        va="center",
        fontsize=10 if line.is_head else 9,
        fontweight="bold" if line.is_head else "normal",
        color=INK,
        fontfamily=FONT,
        parse_math=False,
        annotation_clip=False,
    )
    for mark in line.marks or ():
        _mark(axes, chart, row, mark)
    if line.note and not line.marks:
        axes.text(
            chart.first.toordinal() + 4,
            row,
            printable(line.note),
            fontsize=8.5,
            style="italic",
            color="#7B8794",
            va="center",
            fontfamily=FONT,
            parse_math=False,
        )


def _mark(axes: Axes, chart: Chart, row: int, mark: Mark) -> None:
    start, end = max(mark.start, chart.first), min(mark.end, chart.last)
    if start > end:
        return
    colour = COLOURS[mark.state]
    if mark.start == mark.end:
        axes.plot(end.toordinal() + 0.5, row, marker="D", markersize=8, color=colour, zorder=3)
        return
    height = 0.22 if mark.thin else 0.5
    length = (end - start).days + 1
    axes.barh(row, length, left=start.toordinal(), height=height, color=colour, edgecolor="white", zorder=2)


def _frame(figure: Figure, chart: Chart, number: int, pages: int) -> None:
    from matplotlib.patches import Patch

    title = clipped(printable(chart.title), 110)
    figure.text(
        0.012,
        1 - 0.28 / figure.get_figheight(),
        title,
        fontsize=13,
        fontweight="bold",
        color=INK,
        va="center",
        fontfamily=FONT,
        parse_math=False,
    )
    if pages > 1:
        figure.text(
            0.985,
            0.3 / figure.get_figheight(),
            printable(chart.page.format(number + 1, pages)),
            ha="right",
            va="center",
            fontsize=9,
            color=INK,
            fontfamily=FONT,
        )
    patches = [Patch(color=COLOURS[state], label=printable(words)) for state, words in chart.legend]
    figure.legend(
        handles=patches,
        loc="lower left",
        bbox_to_anchor=(0.01, 0.0),
        ncols=len(patches),
        frameon=False,
        prop={"family": FONT, "size": 9},
    )
