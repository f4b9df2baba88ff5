"""Reads tables written as HTML inside a text. Knows nothing of plans, fetches nothing and runs nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from services.plans.document import COLUMN_LIMIT, COVERED, Cell, Row, RowCounter, Table, cell_of, lines_of
from services.plans.refusals import PlanFileDamaged
from services.plans.safe_xml import Element, name_of, number

_LEFT_OUT = frozenset({"script", "style", "head", "template", "noscript", "iframe", "object", "svg"})
_BREAKING = frozenset({"p", "br", "li", "div", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol"})
_DEPTH = 200

Tall = dict[int, tuple[int, int]]
"""Cells that come down from the rows above: column -> (rows still to go, columns wide)."""


def blocks_of_html(text: str) -> Iterator[str | Table]:
    """The paragraphs and tables in their order. Raises PlanFileDamaged."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        raise PlanFileDamaged(extension=".txt") from None
    if root is not None:
        yield from _Walk().blocks(root)


class _Walk:
    def __init__(self) -> None:
        self._counter = RowCounter()
        self._tables = 0
        self._text: list[str] = []

    def blocks(self, root: Element) -> Iterator[str | Table]:
        yield from self._inside(root, 0)
        yield from self._paragraphs()

    def _inside(self, element: Element, depth: int) -> Iterator[str | Table]:
        name = name_of(element)
        if name == "table":
            yield from self._paragraphs()
            self._tables += 1
            yield Table(self._tables, tuple(self._rows(element)), knows_merges=True)
        elif name not in _LEFT_OUT and depth < _DEPTH:
            self._text.append(("\n" if name in _BREAKING else "") + (element.text or ""))
            for child in element:
                yield from self._inside(child, depth + 1)
            self._text.append("\n" if name in _BREAKING else "")
        self._text.append(element.tail or "")

    def _paragraphs(self) -> Iterator[str]:
        yield from lines_of("".join(self._text))
        self._text.clear()

    def _rows(self, table: Element) -> Iterator[Row]:
        elements = (one for one in table.iter("tr") if _table_of(one) is table)
        above: Tall = {}
        for at, element in enumerate(elements, 1):
            cells, above = _placed(element, above)
            row = Row(at, tuple(cells))
            self._counter.count(row)
            yield row


def _table_of(row: Element) -> Element | None:
    return next((one for one in row.iterancestors() if name_of(one) == "table"), None)


def _placed(element: Element, above: Tall) -> tuple[list[Cell], Tall]:
    """The cells of a row in their columns, and what comes down from it into the next one."""
    row: list[Cell] = []
    below: Tall = {}
    for one in element:
        if name_of(one) in ("td", "th") and len(row) < COLUMN_LIMIT:
            _come_down(row, above, below)
            span = max(number(one.get("colspan"), 1, most=COLUMN_LIMIT), 1)
            _put(row, below, replace(_cell(one), span=span), number(one.get("rowspan"), 1, most=10_000))
    _come_down(row, above, below)
    return row[:COLUMN_LIMIT], below


def _come_down(row: list[Cell], above: Tall, below: Tall) -> None:
    while len(row) in above:
        rows, span = above[len(row)]
        _put(row, below, Cell(span=span, continues=True), rows)


def _put(row: list[Cell], below: Tall, cell: Cell, rows: int) -> None:
    if rows > 1:
        below[len(row)] = (rows - 1, cell.span)
    row.extend([cell, *[COVERED] * (cell.span - 1)])


def _cell(element: Element) -> Cell:
    parts: list[str] = []
    _collect(element, parts, 0)
    return cell_of("".join(parts))


def _collect(element: Element, parts: list[str], depth: int) -> None:
    name = name_of(element)
    if name in _LEFT_OUT or depth > _DEPTH:
        return
    # Line ends of the source are blanks in HTML; only the elements break lines.
    parts.append(("\n" if name in _BREAKING else "") + (element.text or "").replace("\n", " "))
    for child in element:
        _collect(child, parts, depth + 1)
        parts.append((child.tail or "").replace("\n", " "))
    parts.append("\n" if name in _BREAKING else "")
