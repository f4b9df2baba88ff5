"""A registry, the wrong rows or the personal links as an `.xlsx`: bytes from words.

Pure and slow: called in `heavy`. Everything is written as text, so that no cell can hold a formula or a link.
Two files of the same words and day are the same to the byte: the digest in an order can be checked again.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from xlsxwriter import Workbook

CELL_LIMIT = 2_000
SHEET_NAME_LIMIT = 31
_UNFIT = str.maketrans("", "", "[]:*?/\\'")


@dataclass(frozen=True, slots=True)
class Sheet:
    """`title`: the lines above the heads; `widths` of the columns in characters."""

    name: str
    title: Sequence[str]
    heads: Sequence[str]
    rows: Iterable[Sequence[str]]
    widths: Sequence[float]
    made_on: date


def workbook(sheet: Sheet) -> bytes:
    """The file with its one sheet."""
    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": datetime.combine(sheet.made_on, time())})
    page = book.add_worksheet(sheet.name.translate(_UNFIT)[:SHEET_NAME_LIMIT] or "1")
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
    plain = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    large = book.add_format({"bold": True, "font_size": 14})
    for column, width in enumerate(sheet.widths):
        page.set_column(column, column, width)
    for row, line in enumerate(sheet.title):
        page.write_string(row, 0, line[:CELL_LIMIT], large if row == 0 else None)
    first = len(sheet.title) + 1
    for column, head in enumerate(sheet.heads):
        page.write_string(first, column, head[:CELL_LIMIT], bold)
    last = first
    for last, cells in enumerate(sheet.rows, first + 1):
        for column, text in enumerate(cells):
            page.write_string(last, column, text[:CELL_LIMIT], plain)
    page.freeze_panes(first + 1, 0)
    if sheet.heads:
        page.autofilter(first, 0, last, len(sheet.heads) - 1)
    book.close()
    return buffer.getvalue()
