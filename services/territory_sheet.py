"""Spreadsheets for those above the schools, and acknowledgement lists: bytes from views and words.

Pure and slow: called in `heavy`. Everything is written as text, so that no cell can hold a formula. Knows
neither Telegram nor any language: the words come from whoever asks.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from services.local_acts import ActsMatrix
from services.territory import CellState, Counts, Matrix

CELL_LIMIT = 1000
SHEET_NAME_LIMIT = 31
COLOURS = {
    CellState.LATE.value: "#F4B6B6",
    CellState.NOT_YET.value: "#FFF2CC",
    CellState.DONE.value: "#C6E7C8",
    CellState.WAIVED.value: "#E3E3E3",
    CellState.UNDATED.value: "#FFFFFF",
    "absent": "#F4B6B6",
    "present": "#C6E7C8",
    "none": "#FFFFFF",
}


@dataclass(frozen=True, slots=True)
class MatrixWords:
    """The words of the sheet. `states` has one for every state; `dates` tells a day to a reader of the file
    by school and item.
    """

    sheet: str
    title: str
    school: str
    total: str
    states: Mapping[CellState, str]
    cells: Mapping[tuple[int, int], str]


@dataclass(frozen=True, slots=True)
class ActsWords:
    """`kinds`: the words for every kind; `cells`: number and date by school and kind."""

    sheet: str
    title: str
    school: str
    absent: str
    lacking: str
    kinds: Mapping[str, str]
    cells: Mapping[tuple[int, str], str]


class _Sheet:
    """A sheet on which only text is written."""

    def __init__(self, name: str) -> None:
        self._buffer = io.BytesIO()
        self._book = Workbook(self._buffer, {"in_memory": True, "strings_to_formulas": False})
        self._sheet: Worksheet = self._book.add_worksheet(_sheet_name(name))
        self._formats: dict[str, Format] = {}
        self.bold = self._book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
        self.plain = self._book.add_format({"text_wrap": True, "valign": "top", "border": 1})
        self.title = self._book.add_format({"bold": True, "font_size": 14})

    def put(self, row: int, column: int, text: str, style: Format | None = None) -> None:
        self._sheet.write_string(row, column, text[:CELL_LIMIT], style)

    def coloured(self, key: str) -> Format:
        if key not in self._formats:
            self._formats[key] = self._book.add_format(
                {"bg_color": COLOURS[key], "text_wrap": True, "valign": "top", "border": 1}
            )
        return self._formats[key]

    def widths(self, *widths: float) -> None:
        for column, width in enumerate(widths):
            self._sheet.set_column(column, column, width)

    def freeze(self, row: int, column: int) -> None:
        self._sheet.freeze_panes(row, column)

    def filter(self, first_row: int, last_row: int, last_column: int) -> None:
        self._sheet.autofilter(first_row, 0, max(last_row, first_row), last_column)

    def done(self) -> bytes:
        self._book.close()
        return self._buffer.getvalue()


def _sheet_name(name: str) -> str:
    bare = "".join(sign for sign in name if sign not in "[]:*?/\\'").strip()
    return bare[:SHEET_NAME_LIMIT] or "1"


def matrix_sheet(matrix: Matrix, words: MatrixWords) -> bytes:
    """Schools down, items across, coloured by state; totals in the last columns and the last rows."""
    sheet = _Sheet(words.sheet)
    sheet.put(0, 0, words.title, sheet.title)
    heads = [words.school, *(f"{one.number} {one.activity}".strip() for one in matrix.items)]
    heads += [words.states[state] for state in CellState]
    for column, head in enumerate(heads):
        sheet.put(2, column, head, sheet.bold)
    for row, school in enumerate(matrix.schools, 3):
        sheet.put(row, 0, school.name, sheet.plain)
        for column, item in enumerate(matrix.items, 1):
            _put_cell(sheet, row, column, matrix, words, (school.id, item.id))
        _put_counts(sheet, row, len(matrix.items) + 1, school.counts)
    _put_totals(sheet, 3 + len(matrix.schools), matrix, words)
    sheet.widths(36, *([24] * len(matrix.items)), *([14] * len(CellState)))
    sheet.freeze(3, 1)
    sheet.filter(2, 2 + len(matrix.schools), len(heads) - 1)
    return sheet.done()


def _put_cell(
    sheet: _Sheet, row: int, column: int, matrix: Matrix, words: MatrixWords, key: tuple[int, int]
) -> None:
    cell = matrix.cells.get(key)
    colour = cell.state.value if cell else "none"
    sheet.put(row, column, words.cells.get(key, "·"), sheet.coloured(colour))


def _put_counts(sheet: _Sheet, row: int, column: int, counts: Counts) -> None:
    for offset, state in enumerate(CellState):
        sheet.put(row, column + offset, str(getattr(counts, state.value)), sheet.plain)


def _put_totals(sheet: _Sheet, row: int, matrix: Matrix, words: MatrixWords) -> None:
    for offset, state in enumerate(CellState):
        sheet.put(row + offset, 0, f"{words.total}: {words.states[state]}", sheet.bold)
        for column, item in enumerate(matrix.items, 1):
            sheet.put(row + offset, column, str(getattr(item.counts, state.value)), sheet.plain)


def acts_sheet(matrix: ActsMatrix, words: ActsWords) -> bytes:
    """Schools down, mandatory acts across: number and date, or that it lacks (N-RM-4.2)."""
    sheet = _Sheet(words.sheet)
    sheet.put(0, 0, words.title, sheet.title)
    for column, head in enumerate([words.school, *(words.kinds[kind] for kind in matrix.kinds)]):
        sheet.put(2, column, head, sheet.bold)
    for row, school in enumerate(matrix.schools, 3):
        sheet.put(row, 0, school.name, sheet.plain)
        for column, kind in enumerate(matrix.kinds, 1):
            present = kind in school.acts
            text = words.cells[(school.id, kind)] if present else words.absent
            sheet.put(row, column, text, sheet.coloured("present" if present else "absent"))
    last = 3 + len(matrix.schools)
    sheet.put(last, 0, words.lacking, sheet.bold)
    for column, kind in enumerate(matrix.kinds, 1):
        sheet.put(last, column, str(matrix.lacking(kind)), sheet.bold)
    sheet.widths(36, *([26] * len(matrix.kinds)))
    sheet.freeze(3, 1)
    sheet.filter(2, last - 1, len(matrix.kinds))
    return sheet.done()


def list_sheet(
    name: str,
    title: Sequence[str],
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
) -> bytes:
    """A plain list under a title of some lines: an acknowledgement list."""
    sheet = _Sheet(name)
    for row, line in enumerate(title):
        sheet.put(row, 0, line, sheet.title if row == 0 else None)
    first = len(title) + 1
    for column, head in enumerate(heads):
        sheet.put(first, column, head, sheet.bold)
    for row, cells in enumerate(rows, first + 1):
        for column, text in enumerate(cells):
            sheet.put(row, column, text, sheet.plain)
    sheet.widths(*widths)
    sheet.freeze(first + 1, 0)
    sheet.filter(first, first + len(rows), len(heads) - 1)
    return sheet.done()
