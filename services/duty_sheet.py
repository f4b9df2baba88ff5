"""A table as an .xlsx file: every cell is text, so that nothing typed by anybody is ever read as a formula.

Knows nothing of plans: what stands in the cells is worded by whoever calls.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from services.text_limits import clip

CELL_LIMIT = 32_000
NAME_LIMIT = 31
WIDEST = 60
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Column:
    """A head and how wide its column is, in characters."""

    head: str
    width: int = 18


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a line; `colour` («#F8CBAD») marks its column `marked`."""

    cells: tuple[str, ...]
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    marked: int = 0


def write(table: Table) -> bytes:
    """The file: a title, a frozen head with filters, wrapped text, one coloured column."""
    # Dear to import, and needed only when somebody asks for a file.
    from xlsxwriter import Workbook

    buffer = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(buffer, options) as book:
        sheet = book.add_worksheet(sheet_name(table.name))
        bold = book.add_format({"bold": True, "font_size": 13})
        head = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#DDEBF7"}
        )
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        colours = {
            one: book.add_format({"text_wrap": True, "valign": "top", "bg_color": one})
            for one in {row.colour for row in table.rows}
            if one
        }
        sheet.write_string(0, 0, cell(table.title), bold)
        for number, column in enumerate(table.columns):
            sheet.set_column(number, number, min(column.width, WIDEST))
            sheet.write_string(1, number, cell(column.head), head)
        for line, row in enumerate(table.rows, start=2):
            for number, text in enumerate(row.cells):
                look = colours.get(row.colour, plain) if number == table.marked else plain
                sheet.write_string(line, number, cell(text), look)
        sheet.autofilter(1, 0, max(1, len(table.rows) + 1), len(table.columns) - 1)
        sheet.freeze_panes(2, 0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(1)
    return buffer.getvalue()


def cell(text: str) -> str:
    """What a cell can hold."""
    return clip(_UNPRINTABLE.sub("", text), CELL_LIMIT)


def sheet_name(text: str) -> str:
    """A name that a sheet may have: 31 characters, without seven signs."""
    return clip(_FORBIDDEN.sub(" ", cell(text)).strip(), NAME_LIMIT) or "1"
