"""Reads an `.xlsx`: the visible sheets as tables, with merged cells, dates as they are shown, and the values
of formulas as they were last counted.

Nothing is counted anew and no link is followed. Knows nothing of plans.
"""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from services.plans.containers import Package
from services.plans.document import (
    COLUMN_LIMIT,
    COVERED,
    EMPTY,
    ROW_LIMIT,
    Cell,
    Document,
    Row,
    RowCounter,
    Table,
    cell_of,
)
from services.plans.plan import Problem
from services.plans.refusals import PlanFileMacros, PlanFileOtherKind, PlanTooLong
from services.plans.safe_xml import Element, each, name_of, number, parse

SHEET_LIMIT = 20
FORMULA = "formula-without-value"

_EXTENSION = ".xlsx"
_WORKBOOK = "xl/workbook.xml"
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_MERGED_CELLS_LIMIT = ROW_LIMIT * COLUMN_LIMIT
_ROWS_SEEN_LIMIT = 300_000
"""Rows without anything but a colour are many in some files, and are left out."""
_MERGES_LIMIT = 20_000
_SIGNIFICANT = 12
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')


def read_xlsx(data: bytes, *, row_limit: int = ROW_LIMIT) -> Document:
    """The visible sheets, with so many rows in all at the most. Raises PlanRefused."""
    package = Package(data, _EXTENSION)
    if not package.has(_WORKBOOK):
        found = "DOCX" if package.has("word/document.xml") else "ZIP"
        raise PlanFileOtherKind(extension=_EXTENSION, found=found)
    if package.has("[Content_Types].xml") and b"macroEnabled" in package.read("[Content_Types].xml"):
        raise PlanFileMacros(save_as=_EXTENSION)
    return _Workbook(package).document(row_limit)


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    part: str
    is_hidden: bool


class _Workbook:
    def __init__(self, package: Package) -> None:
        self._package = package
        self._is_1904 = False
        self._sheets = list(self._named_sheets())
        self._strings = _strings(package)
        self._formats = _formats(package)

    def document(self, row_limit: int) -> Document:
        visible = [one for one in self._sheets if not one.is_hidden]
        if len(visible) > SHEET_LIMIT:
            raise PlanTooLong(what="sheets", limit=SHEET_LIMIT)
        counter = RowCounter(limit=row_limit)
        tables = (self._table(at, sheet, counter) for at, sheet in enumerate(visible, 1))
        hidden = (Problem("hidden-sheet", {"name": one.name}) for one in self._sheets if one.is_hidden)
        return Document(tuple(one for one in tables if one.rows), tuple(hidden)[:SHEET_LIMIT])

    def _named_sheets(self) -> Iterator[_Sheet]:
        parts = dict(_relations(self._package))
        names = ("sheet", "workbookPr")
        for element in each(parse(self._package.read(_WORKBOOK), _EXTENSION), *names):
            if name_of(element) == "workbookPr":
                self._is_1904 = element.get("date1904") in ("1", "true")
                continue
            part = parts.get(_relation_of(element), "")
            if self._package.has(part):
                is_hidden = element.get("state") in ("hidden", "veryHidden")
                yield _Sheet((element.get("name") or "")[:100], part, is_hidden)

    def _table(self, at: int, sheet: _Sheet, counter: RowCounter) -> Table:
        reader = _SheetReader(self._strings, self._formats, self._is_1904, counter)
        return Table(at, reader.rows(self._package.read(sheet.part)), sheet.name, knows_merges=True)


def _relation_of(sheet: Element) -> str:
    return next((str(value) for key, value in sheet.items() if key.endswith("}id")), "")


def _relations(package: Package) -> Iterator[tuple[str, str]]:
    part = "xl/_rels/workbook.xml.rels"
    if not package.has(part):
        return
    for element in each(parse(package.read(part), _EXTENSION), "Relationship"):
        if element.get("TargetMode") != "External":
            target = element.get("Target") or ""
            absolute = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
            yield element.get("Id") or "", posixpath.normpath(absolute)


def _strings(package: Package) -> list[str]:
    part = "xl/sharedStrings.xml"
    if not package.has(part):
        return []
    return [_rich_text(element) for element in each(parse(package.read(part), _EXTENSION), "si")]


def _rich_text(element: Element) -> str:
    """The text of a string without the readings that East Asian files put beside it."""
    parts = []
    for child in element:
        if name_of(child) == "t":
            parts.append(child.text or "")
        elif name_of(child) == "r":
            parts.extend(one.text or "" for one in child if name_of(one) == "t")
    return "".join(parts)


def _formats(package: Package) -> list[str]:
    """The number format of each style of cells."""
    part = "xl/styles.xml"
    if not package.has(part):
        return []
    custom: dict[str, str] = {}
    used: list[str] = []
    for element in each(parse(package.read(part), _EXTENSION), "numFmt", "cellXfs"):
        if name_of(element) == "numFmt":
            custom[element.get("numFmtId") or ""] = element.get("formatCode") or ""
        else:
            used = [one.get("numFmtId") or "0" for one in element if name_of(one) == "xf"]
    return [custom.get(one) or _built_in(one) for one in used]


def _built_in(key: str) -> str:
    usual = BUILTIN_FORMATS.get(number(key, 0, most=10_000))
    # Numbers 27-36 and 50-58 are dates of other languages; Office shows them as the local short date.
    is_local_date = 27 <= number(key, 0, most=10_000) <= 36 or 50 <= number(key, 0, most=10_000) <= 58
    return "dd.mm.yyyy" if is_local_date else str(usual or "General")


@dataclass(slots=True)
class _SheetReader:
    strings: list[str]
    formats: list[str]
    is_1904: bool
    counter: RowCounter
    _cells: dict[int, dict[int, Cell]] = field(default_factory=dict)
    _merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    _last_row: int = 0
    _seen: int = 0

    def rows(self, xml: bytes) -> tuple[Row, ...]:
        for element in each(parse(xml, _EXTENSION), "row", "mergeCell"):
            if name_of(element) == "row":
                self._take_row(element)
            else:
                self._take_merge(element)
        self._apply_merges()
        width = max((max(row, default=-1) for row in self._cells.values()), default=-1) + 1
        ordered = sorted(self._cells.items())
        return tuple(
            Row(at, tuple(cells.get(column, EMPTY) for column in range(width))) for at, cells in ordered
        )

    def _take_row(self, element: Element) -> None:
        self._seen += 1
        if self._seen > _ROWS_SEEN_LIMIT:
            raise PlanTooLong(what="rows", limit=ROW_LIMIT)
        at = number(element.get("r"), self._last_row + 1, most=2_000_000)
        self._last_row = at
        cells: dict[int, Cell] = {}
        column = -1
        for one in element:
            if name_of(one) != "c":
                continue
            column = _column(one.get("r"), column + 1)
            if not len(one):  # coloured, but nothing in it
                continue
            cell = self._cell(one)
            if cell.lines or cell.flaw:
                cells[column] = cell
        if any(column >= COLUMN_LIMIT for column in cells):
            raise PlanTooLong(what="columns", limit=COLUMN_LIMIT)
        if cells:
            self.counter.count(Row(at, tuple(cells.values())))
            self._cells[at] = cells

    def _take_merge(self, element: Element) -> None:
        corners = _REFERENCE.findall((element.get("ref") or "")[:40])
        if len(corners) == 2:
            (left, top), (right, bottom) = corners
            self._merges.append((int(top), _index(left), int(bottom), _index(right)))

    def _apply_merges(self) -> None:
        room = _MERGED_CELLS_LIMIT
        present = sorted(self._cells)
        for top, left, bottom, far in self._merges[:_MERGES_LIMIT]:
            right = min(far, COLUMN_LIMIT - 1)
            inside = present[bisect_left(present, top) : bisect_right(present, bottom)]
            room -= len(inside) * max(right - left + 1, 0)
            if room < 0:
                return
            for row in inside if left <= right else ():
                self._merge_row(row, top, left, right)

    def _merge_row(self, row: int, top: int, left: int, right: int) -> None:
        cells = self._cells[row]
        span = right - left + 1
        first = cells.get(left, EMPTY)
        cells[left] = replace(first, span=span) if row == top else Cell(span=span, continues=True)
        for column in range(left + 1, right + 1):
            cells[column] = COVERED

    def _cell(self, element: Element) -> Cell:
        value, formula = None, False
        for child in element:
            name = name_of(child)
            if name == "v":
                value = child.text
            elif name == "f":
                formula = True
            elif name == "is":
                return cell_of(_rich_text(child))
        kind = element.get("t")
        if kind == "e" or (formula and value is None and kind != "str"):
            return Cell(flaw=FORMULA)
        return cell_of(self._shown(value or "", kind, number(element.get("s"), 0, most=100_000)))

    def _shown(self, value: str, kind: str | None, style: int) -> str:
        """What a person sees in the cell."""
        if kind == "s":
            at = number(value, len(self.strings), most=10_000_000)
            return self.strings[at] if at < len(self.strings) else ""
        if kind in ("str", "inlineStr"):
            return value
        if kind == "d":
            return _iso_date(value)
        shown_as = self.formats[style] if style < len(self.formats) else "General"
        return _number_shown(value, shown_as, self.is_1904)


def _column(reference: str | None, default: int) -> int:
    match = _REFERENCE.fullmatch(reference or "")
    return _index(match[1]) if match else default


def _index(letters: str) -> int:
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1


def _iso_date(value: str) -> str:
    try:
        return datetime.fromisoformat(value[:10]).strftime("%d.%m.%Y")
    except ValueError:
        return value


def _number_shown(value: str, shown_as: str, is_1904: bool) -> str:
    try:
        amount = float(value)
    except ValueError:
        return value
    if is_date_format(shown_as):
        return _date_shown(amount, shown_as, is_1904) or value
    decimals = re.fullmatch(r"0\.(0{1,3})", shown_as)
    if decimals:
        return f"{amount:.{len(decimals[1])}f}"
    return f"{amount:.{_SIGNIFICANT}g}"


def _date_shown(amount: float, shown_as: str, is_1904: bool) -> str:
    """A date with as much of it as the cell shows: a format without a day shows a month."""
    try:
        day = from_excel(amount, CALENDAR_MAC_1904 if is_1904 else CALENDAR_WINDOWS_1900)
    except (ValueError, OverflowError):
        return ""
    if not isinstance(day, datetime):
        return day.strftime("%H:%M") if isinstance(day, time) else _hours(day)
    signs = _QUOTED.sub("", shown_as).lower()
    has_day, has_year = "d" in signs, "y" in signs
    if has_day and not has_year:
        return day.strftime("%d.%m")
    return day.strftime("%d.%m.%Y" if has_day or "m" not in signs else "%m.%Y")


def _hours(length: object) -> str:
    return str(length) if isinstance(length, timedelta) else ""
