"""Reads a `.txt`: tables drawn with tabs (a row to a line, or a cell to a line), with pipes, or in HTML.

Lines without a separator between the rows of a table become rows of one cell. Knows nothing of plans.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import groupby

from services.plans.csv_files import decode
from services.plans.document import (
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
    within_columns,
)
from services.plans.html_tables import blocks_of_html
from services.plans.refusals import PlanTooLong

_BREAKING_TAG = re.compile(r"</?(?:p|br|li|div|ul|ol)(?:\s[^<>]{0,200})?/?>", re.IGNORECASE)
_OTHER_TAG = re.compile(r"</?(?:b|i|u|em|strong|span|font|sup|sub|a)(?:\s[^<>]{0,200})?/?>", re.IGNORECASE)
_RULE = re.compile(r"[\s|:+=_-]*")
_EMPHASIS = re.compile(r"\*\*|__")
_HEADING = re.compile(r"^#{1,6}\s+")
_TABLE_TAG = re.compile(r"<table[\s>]", re.IGNORECASE)
_GAP_LIMIT = 3
_LINE_LIMIT = 200_000


def read_text(data: bytes) -> Document:
    """The paragraphs and tables of the text. Raises PlanRefused."""
    text, problems = decode(data, ".txt")
    if _TABLE_TAG.search(text):
        return Document(tuple(blocks_of_html(text)), problems)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n")
    if len(lines) > _LINE_LIMIT:
        raise PlanTooLong(what="rows", limit=ROW_LIMIT)
    counter = RowCounter()
    blocks: list[str | Table] = []
    for segment in _joined(list(_segments(lines))):
        if not segment.rows:
            blocks.extend(line for one in segment.plain for line in plain_text(one))
        else:
            number = sum(isinstance(one, Table) for one in blocks) + 1
            blocks.append(_table(segment, number, counter))
        if len(blocks) > PARAGRAPH_LIMIT:
            raise PlanTooLong(what="rows", limit=ROW_LIMIT)
    return Document(tuple(blocks), problems)


def plain_text(text: str) -> tuple[str, ...]:
    """The lines of a cell or a paragraph without the marks of HTML and Markdown."""
    if "<" in text or "&" in text:
        text = unescape(_OTHER_TAG.sub("", _BREAKING_TAG.sub("\n", text)))
    return lines_of(_HEADING.sub("", _EMPHASIS.sub("", text)))


@dataclass(slots=True)
class _Segment:
    """Either plain lines, or rows of a table: (number of the line, texts of the cells)."""

    plain: list[str]
    rows: list[tuple[int, list[str]]]

    @property
    def width(self) -> int:
        return max((len(cells) for _, cells in self.rows), default=0)


def _segments(lines: Sequence[str]) -> Iterator[_Segment]:
    for is_tabular, numbered in groupby(_marked(lines), key=lambda one: one[2]):
        taken = [(number, line) for number, line, _ in numbered]
        if is_tabular:
            yield _Segment([], _rows(taken))
        else:
            yield _Segment([line for _, line in taken if line.strip()], [])


def _marked(lines: Sequence[str]) -> Iterator[tuple[int, str, bool]]:
    """(number, line, is it of a table). A blank line is of whatever it stands in; a line without a tab right
    after a row is the rest of its last cell when it begins with a small letter, or with a blank where cells
    have lines of their own.
    """
    inside = after_row = after_cell = False
    for number, line in enumerate(lines, 1):
        if not line.strip(" \u00a0"):
            after_row = after_cell = False
        elif _has_separator(line):
            inside, after_row, after_cell = True, True, _is_lone_cell(line)
        elif not (after_cell and line[:1].isspace()) and not (after_row and line[:1].islower()):
            inside = after_row = after_cell = False
        yield number, line, inside


def _has_separator(line: str) -> bool:
    return "\t" in line or line.count("|") >= 2


def _is_lone_cell(line: str) -> bool:
    return line.startswith("\t") and line.count("\t") == 1


def _rows(lines: Sequence[tuple[int, str]]) -> list[tuple[int, list[str]]]:
    if all(_is_lone_cell(line) for _, line in lines if _has_separator(line)):
        return _rows_of_lone_cells(lines)
    rows: list[tuple[int, list[str]]] = []
    for number, line in lines:
        if not _has_separator(line):
            if line.strip() and rows:
                rows[-1][1][-1] += " " + line.strip()
        elif not _is_rule(line):
            rows.append((number, _cells(line)))
    return rows


def _is_rule(line: str) -> bool:
    """The line under the head of a Markdown table."""
    return "|" in line and "-" in line and _RULE.fullmatch(line) is not None


def _cells(line: str) -> list[str]:
    if "\t" in line:
        return line.split("\t")
    inner = line.strip().removeprefix("|").removesuffix("|")
    return [one.replace("\\|", "|") for one in re.split(r"(?<!\\)\|", inner)]


def _rows_of_lone_cells(lines: Sequence[tuple[int, str]]) -> list[tuple[int, list[str]]]:
    rows: list[tuple[int, list[str]]] = []
    is_new = True
    for number, line in lines:
        if not line.strip(" \u00a0"):
            is_new = True
        elif not _has_separator(line):
            rows[-1][1][-1] += " " + line.strip()
        elif is_new:
            rows.append((number, [line.strip()]))
            is_new = False
        else:
            rows[-1][1].append(line.strip())
    return rows


def _mended(rows: list[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    """Rows that a line break inside a cell has torn in two are put together again."""
    widths = [len(cells) for _, cells in rows if len(cells) > 1]
    usual = max(set(widths), key=lambda width: (widths.count(width), width), default=0)
    whole: list[tuple[int, list[str]]] = []
    for number, cells in rows:
        before = whole[-1][1] if whole else []
        if 1 < len(before) < usual and 1 < len(cells) < usual and len(before) + len(cells) - 1 == usual:
            before[-1] += " " + cells[0]
            before.extend(cells[1:])
        else:
            whole.append((number, list(cells)))
    return whole


def _joined(segments: list[_Segment]) -> Iterator[_Segment]:
    """Tables that only a few lines part are one table with those lines as rows."""
    at = 0
    while at < len(segments):
        segment = segments[at]
        while segment.rows and at + 2 < len(segments) and _belongs(segment, *segments[at + 1 : at + 3]):
            gap, more = segments[at + 1], segments[at + 2]
            lines = [(more.rows[0][0], [line]) for line in gap.plain]
            segment = _Segment([], [*segment.rows, *lines, *more.rows])
            at += 2
        yield segment
        at += 1


def _belongs(table: _Segment, gap: _Segment, more: _Segment) -> bool:
    if len(gap.plain) > _GAP_LIMIT or not more.rows:
        return False
    widths = table.width, more.width
    return widths[0] == widths[1] or (min(widths) >= 3 and abs(widths[0] - widths[1]) == 1)


def _table(segment: _Segment, number: int, counter: RowCounter) -> Table:
    rows = []
    for at, texts in _mended(segment.rows):
        row = Row(at, spread(map(_cell, within_columns(texts))))
        counter.count(row)
        rows.append(row)
    return Table(number, tuple(rows))


def _cell(text: str) -> Cell:
    return cell_of(plain_text(text))
