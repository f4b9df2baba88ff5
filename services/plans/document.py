"""What every format is turned into before a plan is looked for: paragraphs and tables of clean cells.

Knows no formats and nothing of plans.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from services.plans.plan import Problem
from services.plans.refusals import PlanTooLong

ROW_LIMIT = 3_000
EMPTY_ROW_LIMIT = 50_000
COLUMN_LIMIT = 60
CELL_LIMIT = 10_000
PARAGRAPH_LIMIT = 20_000
CLIPPED = "cell-clipped"

_LINE_ENDS = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_BLANKS = re.compile(r"[^\S\n]+")
_UNSEEN = {ord(sign): None for sign in "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c"}


@dataclass(frozen=True, slots=True)
class Cell:
    """`span`: how many columns it covers. `continues`: merged with the cell above. `covered`: merged with the
    cell to the left. `flaw`: the code of a doubt about what stands in it.
    """

    lines: tuple[str, ...] = ()
    span: int = 1
    continues: bool = False
    covered: bool = False
    flaw: str = ""

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def is_empty(self) -> bool:
        return not self.lines


EMPTY = Cell()
COVERED = Cell(covered=True)


@dataclass(frozen=True, slots=True)
class Row:
    number: int
    cells: tuple[Cell, ...]

    @property
    def filled(self) -> list[int]:
        """The columns in which something stands."""
        return [column for column, cell in enumerate(self.cells) if cell.lines]

    def cell(self, column: int) -> Cell:
        return self.cells[column] if column < len(self.cells) else EMPTY


@dataclass(frozen=True, slots=True)
class Table:
    """`knows_merges`: an empty cell is really empty there. `inner`: tables inside its cells."""

    number: int
    rows: tuple[Row, ...]
    name: str = ""
    knows_merges: bool = False
    inner: tuple[Table, ...] = ()

    @property
    def width(self) -> int:
        return max((len(row.cells) for row in self.rows), default=0)


@dataclass(frozen=True, slots=True)
class Document:
    blocks: tuple[str | Table, ...]
    problems: tuple[Problem, ...] = ()


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text without invisible signs, surplus blanks and empty lines."""
    normal = _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text).translate(_UNSEEN))
    lines = (_printable(_BLANKS.sub(" ", line)).strip() for line in normal.split("\n"))
    return tuple(line for line in lines if line)


def _printable(line: str) -> str:
    if line.isprintable():
        return line
    return "".join(sign for sign in line if unicodedata.category(sign) not in ("Cc", "Cs", "Co", "Cn"))


def cell_of(text: str | Sequence[str], *, span: int = 1, continues: bool = False, flaw: str = "") -> Cell:
    """A cell with what is written in it; what is too long is cut off, and the cell says so."""
    whole = text if isinstance(text, str) else "\n".join(text)
    clipped = len(whole) > CELL_LIMIT
    lines = lines_of(whole[:CELL_LIMIT])
    return Cell(lines, span, continues, flaw=CLIPPED if clipped else flaw)


def spread(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """The cells of a row, one to a column: those that are covered by a wide one stand for themselves."""
    row: list[Cell] = []
    for cell in cells:
        row.append(cell)
        row.extend([COVERED] * (cell.span - 1))
        if len(row) > COLUMN_LIMIT:
            row = _without_tail(row)
    return tuple(row)


def _without_tail(row: list[Cell]) -> list[Cell]:
    if any(cell.lines for cell in row[COLUMN_LIMIT:]):
        raise PlanTooLong(what="columns", limit=COLUMN_LIMIT)
    return row[:COLUMN_LIMIT]


@dataclass(slots=True)
class RowCounter:
    """Counts the rows of all tables of a file, and refuses the file when there are too many."""

    filled: int = field(default=0)
    seen: int = field(default=0)
    limit: int = ROW_LIMIT

    def count(self, row: Row) -> None:
        self.filled += bool(row.filled)
        self.seen += 1
        if self.filled > self.limit or self.seen > EMPTY_ROW_LIMIT:
            raise PlanTooLong(what="rows", limit=self.limit)


def within_columns(texts: list[str]) -> list[str]:
    """The texts of a row without empty ones far to the right. Raises PlanTooLong when they are not empty."""
    if len(texts) <= COLUMN_LIMIT:
        return texts
    if any(text.strip() for text in texts[COLUMN_LIMIT:]):
        raise PlanTooLong(what="columns", limit=COLUMN_LIMIT)
    return texts[:COLUMN_LIMIT]
