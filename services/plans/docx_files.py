"""Reads a `.docx`: its paragraphs and tables in their order, with merged cells and without deleted text.

Text boxes, headers, footers, comments and fields' codes are left out. Knows nothing of plans.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field

from services.plans.containers import Package
from services.plans.document import (
    COLUMN_LIMIT,
    EMPTY,
    PARAGRAPH_LIMIT,
    ROW_LIMIT,
    Cell,
    Document,
    Row,
    RowCounter,
    Table,
    cell_of,
    lines_of,
    spread,
)
from services.plans.docx_numbering import Numbering, numbering_of
from services.plans.refusals import PlanFileMacros, PlanFileOtherKind, PlanTooLong
from services.plans.safe_xml import Element, attribute, each, name_of, number, parse

_EXTENSION = ".docx"
_USUAL_PART = "word/document.xml"
_LEFT_OUT = frozenset(
    {
        "del",
        "moveFrom",
        "txbxContent",
        "pict",
        "drawing",
        "object",
        "AlternateContent",
        "pPr",
        "instrText",
        "ruby",
    }
)
_CELLS_LIMIT = 500
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}
_CONTAINERS = frozenset({"sdt", "sdtContent", "ins", "smartTag", "customXml", "moveTo"})


def read_docx(data: bytes) -> Document:
    """The paragraphs and tables of the document. Raises PlanRefused."""
    package = Package(data, _EXTENSION)
    main = _main_part(package)
    root = parse(package.read(main), _EXTENSION)
    folder = posixpath.dirname(main)
    lists, styles = (_part(package, posixpath.join(folder, name)) for name in ("numbering.xml", "styles.xml"))
    reader = _Body(numbering_of(lists, styles))
    for body in root:
        if name_of(body) == "body":
            reader.take(body)
    return Document(tuple(reader.blocks))


def _part(package: Package, name: str) -> Element | None:
    return parse(package.read(name), _EXTENSION) if package.has(name) else None


def _main_part(package: Package) -> str:
    if package.has("xl/workbook.xml"):
        raise PlanFileOtherKind(extension=_EXTENSION, found="XLSX")
    if package.has("[Content_Types].xml") and b"macroEnabled" in package.read("[Content_Types].xml"):
        raise PlanFileMacros(save_as=_EXTENSION)
    for name in _named_parts(package):
        if package.has(name):
            return name
    if not package.has(_USUAL_PART):
        raise PlanFileOtherKind(extension=_EXTENSION, found="ZIP")
    return _USUAL_PART


def _named_parts(package: Package) -> Iterator[str]:
    if not package.has("_rels/.rels"):
        return
    for element in each(parse(package.read("_rels/.rels"), _EXTENSION), "Relationship"):
        if (element.get("Type") or "").endswith("/officeDocument"):
            yield posixpath.normpath((element.get("Target") or "").lstrip("/"))


@dataclass(slots=True)
class _Body:
    """Takes the paragraphs and tables of the document as they come."""

    numbering: Numbering
    blocks: list[str | Table] = field(default_factory=list)
    counter: RowCounter = field(default_factory=RowCounter)
    _paragraphs: int = 0
    _tables: int = 0

    def take(self, body: Element) -> None:
        for element in _children(body):
            if name_of(element) == "p":
                self._take_paragraph(element)
            elif name_of(element) == "tbl":
                self._take_table(element)

    def _take_paragraph(self, element: Element) -> None:
        self._paragraphs += 1
        if self._paragraphs > PARAGRAPH_LIMIT:
            raise PlanTooLong(what="rows", limit=ROW_LIMIT)
        self.blocks.extend(lines_of(_shown(element, self.numbering)))

    def _take_table(self, element: Element) -> None:
        rows: list[Row] = []
        inner: list[Table] = []
        for at, child in enumerate(_rows_of(element), 1):
            row = _row(child, at, self.numbering)
            if row is not None:
                self.counter.count(row)
                rows.append(row)
                inner.extend(_inner_tables(child))
        if rows:
            self._tables += 1
            self.blocks.append(Table(self._tables, tuple(rows), knows_merges=True, inner=tuple(inner)))


def _rows_of(table: Element) -> Iterator[Element]:
    return (child for child in _children(table) if name_of(child) == "tr")


def _row(element: Element, at: int, numbering: Numbering) -> Row | None:
    """The row, or None when it is marked as deleted."""
    before = 0
    cells: list[Cell] = []
    for child in _children(element):
        if name_of(child) == "trPr":
            properties = {name_of(one): one for one in child}
            if "del" in properties:
                return None
            if "gridBefore" in properties:
                before = number(attribute(properties["gridBefore"], "val"), 0, most=COLUMN_LIMIT)
        elif name_of(child) == "tc":
            cells.append(_cell(child, numbering))
            if len(cells) > _CELLS_LIMIT:
                raise PlanTooLong(what="columns", limit=COLUMN_LIMIT)
    return Row(at, spread([*[EMPTY] * before, *cells]))


def _children(element: Element) -> Iterator[Element]:
    """The children of an element, those inside of content controls and insertions too."""
    for child in element:
        if name_of(child) in _CONTAINERS:
            yield from _children(child)
        else:
            yield child


def _cell(element: Element, numbering: Numbering) -> Cell:
    span, continues = 1, False
    texts: list[str] = []
    for child in _children(element):
        match name_of(child):
            case "tcPr":
                span, continues = _merging(child)
            case "p":
                texts.append(_shown(child, numbering))
            case "tbl":
                texts.extend(_flat(child))
    return Cell(span=span, continues=True) if continues else cell_of(texts, span=span)


def _merging(properties: Element) -> tuple[int, bool]:
    span, continues = 1, False
    for one in properties:
        if name_of(one) == "gridSpan":
            span = max(number(attribute(one, "val"), 1, most=COLUMN_LIMIT), 1)
        elif name_of(one) == "vMerge":
            continues = attribute(one, "val") in (None, "continue")
    return span, continues


def _flat(table: Element) -> Iterator[str]:
    """A table inside a cell, a line for each of its rows."""
    for row in _inner_rows(table):
        yield " ".join(" ".join(cell.lines) for cell in row.cells if cell.lines)


def _inner_rows(table: Element) -> Iterator[Row]:
    # What is inside is read a second time, and must not count on in the lists of the document.
    rows = (_row(element, at, Numbering()) for at, element in enumerate(_rows_of(table), 1))
    return (row for row in rows if row is not None)


def _inner_tables(row: Element) -> Iterator[Table]:
    for cell in _children(row):
        for child in _children(cell) if name_of(cell) == "tc" else ():
            if name_of(child) == "tbl":
                yield Table(0, tuple(_inner_rows(child)), knows_merges=True)


def _shown(paragraph: Element, numbering: Numbering) -> str:
    """A paragraph with the number or bullet before it."""
    return numbering.before(paragraph) + _text(paragraph)


def _text(element: Element) -> str:
    """The text of a paragraph as it is read on paper."""
    parts: list[str] = []
    for child in element:
        name = name_of(child)
        if name == "t":
            parts.append(child.text or "")
        elif name in _SIGNS:
            parts.append(_SIGNS[name])
        elif name == "rPr" and _is_hidden(child):
            return ""
        elif name not in _LEFT_OUT and len(child):
            parts.append(_text(child))
    return "".join(parts)


def _is_hidden(properties: Element) -> bool:
    hidden = (one for one in properties if name_of(one) == "vanish")
    return any(attribute(one, "val") not in ("0", "false", "off") for one in hidden)
