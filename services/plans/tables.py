"""Finds the tables of a plan among the paragraphs and the other tables of a document. Knows no formats."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from services.plans.columns import Columns, IsDeadline, Part, by_contents, by_heads, part_of, squeeze
from services.plans.document import Document, Row, Table

_BETWEEN_PARTS = 4
_CLEAR_SHARE = 0.6
_LOOKED_AT = 40
_SECTION_LIMIT = 300
_SIGNED = re.compile(r"^(?:подпись|расшифровк|ознакомлен|сприказомознакомлен|личнаяподпись)")
_PLAIN_SHEET = re.compile(r"(?:лист|sheet|таблица|table)\s*\d*", re.IGNORECASE)
_PAGE = re.compile(r"(?:стр|лист|продолжение|приложение|page)\b|[\d\s–—-]+$", re.IGNORECASE)
_SECTION = re.compile(
    r"(?:\d{1,2}|[IVXLC]{1,5})[.)]|.{0,40}(?:раздел|этап|блок|модул|направлени)", re.IGNORECASE
)
_MARK = re.compile(
    r"\d{1,2}[.\s]\d{1,2}[.\s]\d{2,4}|январ|феврал|\bмарт|апрел|\bма[йя]\b|июн|июл|август|сентябр|октябр|ноябр|декабр"
)


@dataclass(slots=True)
class Found:
    """`parts`: the tables with their columns and the section each opens with; `before`: the paragraphs over
    the first of them, those of other tables among them; `unread`: heads that say nothing to us.
    """

    parts: list[tuple[Table, Columns, str]] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    plans: int = 0


def find(document: Document, is_deadline: IsDeadline) -> Found:
    """All tables of the plan; `parts` is empty when there is none."""
    found = Found()
    between: list[str] = []
    for block in document.blocks:
        if isinstance(block, str):
            between.append(block)
            continue
        part = _plan_of(block, found, between, is_deadline)
        if part is None:
            between.extend(_flat(block.rows))
        else:
            _add(found, part, between)
            between = []
    if not found.parts:
        found.before = between
    return replace(found, parts=_with_names_of_sheets(found.parts))


def recognised(document: Document) -> dict[str, str | int]:
    """What was seen in a document that holds no plan, as the fields of PlanNotFound."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    lines = [block for block in document.blocks if isinstance(block, str)]
    texts = [*lines, *(line for table in tables for line in _flat(table.rows))]
    words = list(dict.fromkeys(text.strip(" :.") for text in texts if _is_head_word(text)))
    # One such word may stand in any text; heads come together.
    heads = words[:5] if len({part_of(word) for word in words}) > 1 else []
    seen = "heads" if heads else "tables" if tables else "lines" if texts else "nothing"
    return {
        "recognised": seen,
        "lines": len(texts),
        "tables": len(tables),
        "deadlines": sum(_MARK.search(text.lower()) is not None for text in texts),
        "heads": ", ".join(heads),
    }


def _is_head_word(text: str) -> bool:
    is_short = len(text) <= 40 and len(text.split()) <= 3 and text[0].isupper()
    return is_short and part_of(text) in (Part.MEASURE, Part.DEADLINE, Part.RESPONSIBLE, Part.RESULT)


def _plan_of(
    table: Table, found: Found, between: Sequence[str], is_deadline: IsDeadline
) -> tuple[Table, Columns] | None:
    columns = by_heads(table.rows)
    if columns is not None:
        columns = _with_deadline(table, columns, is_deadline)
        return (table, columns) if columns is not None else None
    for inner in table.inner:
        inside = _plan_of(inner, Found(), (), is_deadline)
        if inside is not None and inside[1].heads_end:
            return replace(inside[0], number=table.number), inside[1]
    continued = _continued(table, found, between, is_deadline)
    if continued is not None:
        return table, continued
    contents = by_contents(table, is_deadline)
    return (table, contents) if contents is not None else None


def _with_deadline(table: Table, columns: Columns, is_deadline: IsDeadline) -> Columns | None:
    """A table with activities is a plan when it says by when: in a column with or without a head for it, or
    in rows between the items.
    """
    if columns.has_deadline:
        return columns
    body = table.rows[columns.heads_end :]
    for column, part in enumerate(columns.parts):
        texts = [" ".join(row.cell(column).lines) for row in body[:_LOOKED_AT] if row.cell(column).lines]
        free = part in (None, Part.NOTE, Part.NUMBER)
        if free and texts and sum(map(is_deadline, texts)) >= len(texts) * _CLEAR_SHARE:
            parts = (*columns.parts[:column], Part.DEADLINE, *columns.parts[column + 1 :])
            return replace(columns, parts=parts)
    alone = (row.cells[row.filled[0]].text for row in body if len(row.filled) == 1)
    return columns if any(len(text) <= 60 and is_deadline(text) for text in alone) else None


def _continued(table: Table, found: Found, between: Sequence[str], is_deadline: IsDeadline) -> Columns | None:
    """The columns of the plan's last table, when this one goes on with it after a page break."""
    if not found.parts or len(between) > _BETWEEN_PARTS or _is_signed(table.rows):
        return None
    last, columns, _ = found.parts[-1]
    if table.width != last.width:
        return None
    deadlines = [text for row in table.rows[:_LOOKED_AT] for text in _texts(row, columns, Part.DEADLINE)]
    if deadlines and not any(map(is_deadline, deadlines)):
        return None
    return replace(columns, first=0, heads_end=0)


def _texts(row: Row, columns: Columns, part: Part) -> Iterator[str]:
    for column in columns.of(part):
        if row.cell(column).lines:
            yield " ".join(row.cell(column).lines)


def _add(found: Found, part: tuple[Table, Columns], between: list[str]) -> None:
    table, columns = part
    above = list(_flat(table.rows[: columns.first]))
    is_first = not found.parts
    again = not is_first and columns.head == found.parts[-1][1].head
    found.plans += bool(columns.heads_end) and not again
    if is_first:
        found.before = [*between, *above]
    section = "" if is_first or not columns.heads_end else _heading(table, [*between, *above], again)
    found.parts.append((table, columns, section))
    if columns.heads_end:
        head = table.rows[columns.first]
        unknown = (head.cell(column) for column, one in enumerate(columns.parts) if one is None)
        found.unread.extend(" ".join(cell.lines) for cell in unknown if cell.lines)


def _heading(table: Table, lines: Sequence[str], again: bool) -> str:
    """The section that a table opens with: its sheet, or the line over it. The same head again is more often
    a new page than a new section.
    """
    if table.name and not _PLAIN_SHEET.fullmatch(table.name):
        return table.name
    line = lines[-1] if lines else ""
    if not line or len(line) > _SECTION_LIMIT or _PAGE.match(line):
        return ""
    return line if not again or _SECTION.match(line) else ""


def _with_names_of_sheets(parts: list[tuple[Table, Columns, str]]) -> list[tuple[Table, Columns, str]]:
    """When several sheets hold the plan, the first of them opens with its name as well."""
    if len(parts) < 2 or parts[0][2]:
        return parts
    table, columns, _ = parts[0]
    name = _heading(table, (), again=False)
    return [(table, columns, name), *parts[1:]] if name else parts


def _flat(rows: Sequence[Row]) -> Iterator[str]:
    """The rows of a table that is no plan, as lines."""
    for row in rows:
        line = " ".join(" ".join(row.cells[column].lines) for column in row.filled)
        if line:
            yield line


def _is_signed(rows: Sequence[Row]) -> bool:
    return any(_SIGNED.search(squeeze(cell.text)) for row in rows for cell in row.cells if cell.lines)
