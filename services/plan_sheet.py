"""A plan as a table of Excel: phrases, readings, doubts and people beside one another.

Pure: it is given words and returns a file. Everything is written as text, never as a formula.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

CELL_LIMIT = 32_000
"""Excel holds 32,767 characters in a cell."""
SHEET_NAME_LIMIT = 31


@dataclass(frozen=True, slots=True)
class Column:
    """A head and how many characters wide."""

    head: str
    width: int


def table(
    title: str, sheet: str, columns: Sequence[Column], rows: Sequence[Sequence[str]], marked: Sequence[bool]
) -> bytes:
    """The file. `marked`: which rows are coloured, because they wait for a human eye."""
    import xlsxwriter  # only here: it is needed once in a while

    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False})
    wrapped = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#BFBFBF"}
    plain, doubtful = book.add_format(wrapped), book.add_format(wrapped | {"bg_color": "#FFF2CC"})
    bold = book.add_format(wrapped | {"bold": True, "bg_color": "#D9E2F3"})
    page = book.add_worksheet(sheet[:SHEET_NAME_LIMIT])
    page.write_string(0, 0, title, book.add_format({"bold": True, "font_size": 13}))
    for place, column in enumerate(columns):
        page.set_column(place, place, column.width)
        page.write_string(1, place, column.head, bold)
    for line, (cells, is_marked) in enumerate(zip(rows, marked, strict=True), 2):
        for place, cell in enumerate(cells):
            page.write_string(line, place, cell[:CELL_LIMIT], doubtful if is_marked else plain)
    page.autofilter(1, 0, max(len(rows), 1) + 1, len(columns) - 1)
    page.freeze_panes(2, 0)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    book.close()
    return buffer.getvalue()
