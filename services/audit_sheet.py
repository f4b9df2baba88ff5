"""The audit log as a spreadsheet: bytes from words.

Pure and slow: called in `heavy`. Everything is written as text, so that no cell can hold a formula. Knows
neither Telegram nor any language.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

from xlsxwriter import Workbook

CELL_LIMIT = 1000
SHEET_NAME_LIMIT = 31
WIDTHS = (18, 32, 48, 24)


@dataclass(frozen=True, slots=True)
class AuditSheet:
    """What stands in the file: its name, a title, the heads of the columns, and a row for every act."""

    name: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def audit_sheet(words: AuditSheet) -> bytes:
    """The file for a spreadsheet program."""
    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet(words.name[:SHEET_NAME_LIMIT])
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
    plain = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    sheet.write_string(0, 0, words.title[:CELL_LIMIT], book.add_format({"bold": True, "font_size": 14}))
    for column, (head, width) in enumerate(zip(words.heads, WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(2, column, head, bold)
    for number, row in enumerate(words.rows, 3):
        for column, text in enumerate(row):
            sheet.write_string(number, column, text[:CELL_LIMIT], plain)
    sheet.freeze_panes(3, 0)
    sheet.autofilter(2, 0, max(3, len(words.rows) + 2), len(words.heads) - 1)
    book.close()
    return buffer.getvalue()
