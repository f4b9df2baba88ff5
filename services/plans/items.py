"""The rows of a plan's table, item by item: sections, merged and continued cells, months over their items.

What stands in the table comes out as drafts in the words of the document; deadlines are not read here. Knows
no formats.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from services.deadlines import Doubt
from services.plans.columns import Columns, IsDeadline, Part, is_repeated_head, squeeze
from services.plans.document import CELL_LIMIT, CLIPPED, Cell, Row, Table

SECTION_LIMIT = 300
_NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,3}){0,3})[\s.)]*")
_DATE_NUMBER = re.compile(r"(0?[1-9]|[12]\d|3[01])\.(0[1-9]|1[0-2])(?:\.\d{4})?")
_NUMBERED_TEXT = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})[.)]\s*(?=\D)")
_SECTION_START = re.compile(
    r"(?:\d{1,2}[.)]?\s|[IVXLC\u0406\u0425]{1,5}[.)]?\s|раздел|этап|блок|модуль|направлени|\w+\s+(?:этап|раздел|направлени))",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[-–—•·*▪●]\s*")
_MONTHS = (
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
)
_ROMAN = re.compile(r"[IVXLC\u0406\u0425]{1,5}[.)]?")
_GOES_ON = ("далее", "затем", "и ")
_WITHIN_MONTH = re.compile(r"\b\d{1,2}\b|недел|декад|начал|кон[ец]|середин|числ")
_NAMES_MONTH = re.compile(
    r"январ|феврал|март|апрел|\bма[йяе]|июн|июл|август|сентябр|октябр|ноябр|декабр"
    r"|\d\.\d|\bгод|кажд|ежеме|раз в"
)
_COMMA_END = re.compile(r"[,;:–—-]$")


@dataclass(slots=True)
class Entry:
    """A deadline of an item, with whom and what belongs to it."""

    deadline: list[str]
    responsible: list[str]
    result: list[str]
    controller: list[str]
    source: str
    doubts: list[Doubt] = field(default_factory=list)


@dataclass(slots=True)
class Item:
    """What stands in one row, or in several that are merged: what is done, and one or more deadlines.
    `has_stage`: the plan has a column of stages beside the measures.
    """

    no: str
    owns_number: bool
    has_stage: bool
    section: str
    month: str
    measure: list[str]
    content: list[str]
    entries: list[Entry]
    doubts: list[Doubt] = field(default_factory=list)


@dataclass(slots=True)
class Gathered:
    """`joined`: how many rows were the rest of the row above. `open_sections`: with the number of items
    that stood before each.
    """

    items: list[Item] = field(default_factory=list)
    joined: int = 0
    open_sections: list[tuple[str, int]] = field(default_factory=list)

    @property
    def empty_sections(self) -> list[str]:
        """Headings with no item before the next one; headings right over other headings are usual."""
        last = self.open_sections[-1:]
        return [title for title, items in last if items == len(self.items)]


def gather(found: Iterable[tuple[Table, Columns, str]], is_deadline: IsDeadline) -> Gathered:
    """The items of all tables of a plan, in their order. With each table goes the section it opens with."""
    gathered = Gathered()
    state = _State(gathered, is_deadline)
    for table, columns, section in found:
        state.open(table, columns, section)
        for at in range(columns.heads_end, len(table.rows)):
            state.take(at)
    return gathered


@dataclass(slots=True)
class _State:
    """What is known on the way down a table."""

    gathered: Gathered
    is_deadline: IsDeadline
    section: str = ""
    stage: str = ""
    stage_no: str = ""
    month: str = ""
    _table: Table = field(default_factory=lambda: Table(0, ()))
    _columns: Columns = field(default_factory=lambda: Columns((), 0, 0))
    _numbers_stages: bool = False
    _is_filled: bool = False
    _is_numbered: bool = False
    _is_leading: bool = False

    def open(self, table: Table, columns: Columns, section: str) -> None:
        self._table, self._columns = table, columns
        body = table.rows[columns.heads_end :]
        self._numbers_stages = _numbers_stages(body, columns)
        self._is_filled = _share(body, columns, Part.DEADLINE) >= 0.8
        self._is_numbered = _share(body, columns, Part.NUMBER) >= 0.7
        if section:
            self._open_section(section)
        self._is_leading = _is_leading(columns)

    def take(self, at: int) -> None:
        row = self._table.rows[at]
        if not row.filled and not any(cell.flaw for cell in row.cells):
            return
        if is_repeated_head(row, self._columns):
            return
        values = _Values(row, self._columns)
        if values.is_foreign and len(row.cells) > 1 and len(row.filled) > 1:
            return
        title = self._section_title(row, at, values)
        if title:
            self._open_section(title)
        elif self._is_rest(row, values):
            self._join(row, values)
        elif self._is_more(values):
            self.items[-1].entries.append(self._entry(values, self.items[-1].entries[-1]))
        else:
            self._add(values)

    @property
    def items(self) -> list[Item]:
        return self.gathered.items

    def _section_title(self, row: Row, at: int, values: _Values) -> str:
        """The words of a row that is a heading over the items below, else nothing."""
        filled = row.filled
        if any(cell.continues for cell in row.cells) or len(filled) > 2 or values.has(Part.DEADLINE):
            return ""
        last = row.cells[filled[-1]]
        text = " ".join(" ".join(row.cells[column].lines) for column in filled)
        if len(text) > SECTION_LIMIT or text[0].islower() or _BULLET.match(text):
            return ""
        is_title = self._is_title_alone(row, last, text) if len(filled) == 1 else self._is_parent(row, at)
        return text if is_title else ""

    def _is_title_alone(self, row: Row, cell: Cell, text: str) -> bool:
        column = row.filled[0]
        part = self._columns.parts[column] if column < len(self._columns.parts) else None
        if cell.span * 2 > len(self._columns.parts):
            return True
        if self._is_month(text):
            return True
        if part is Part.SECTION:
            # A stage on a row of its own opens the rows below by itself.
            return False
        if column == 0 and part is not Part.MEASURE and part is not Part.CONTENT:
            return not _NUMBER.fullmatch(text)
        if part not in (None, Part.NUMBER, Part.MEASURE, Part.CONTENT):
            return False
        return bool(_SECTION_START.match(text)) or self._is_filled or self._is_numbered

    def _is_parent(self, row: Row, at: int) -> bool:
        """«2 | Диагностический этап», and the next row is 2.1; or a number and a title in a plan where every
        item has a deadline.
        """
        number, title = row.filled
        parts = self._columns.parts
        if number >= len(parts) or parts[number] is not Part.NUMBER or title >= len(parts):
            return False
        if parts[title] not in (Part.MEASURE, Part.CONTENT, Part.SECTION, None):
            return False
        own = row.cells[number].text.strip(" .)")
        following = next((one for one in self._table.rows[at + 1 :] if one.filled), None)
        below = following.cell(number).text.strip(" .)") if following is not None else ""
        is_first_below = below == "1" and own != "1" and self._is_filled
        return below.startswith(f"{own}.") or is_first_below or _ROMAN.fullmatch(own) is not None

    def _is_month(self, text: str) -> bool:
        begins = squeeze(re.split(r"[ –-]", text, maxsplit=1)[0])
        if begins in _MONTHS and len(text) <= 40:
            return self.is_deadline(text)
        return not self._columns.has_deadline and len(text) <= 60 and self.is_deadline(text)

    def _open_section(self, title: str) -> None:
        if self._is_month(title):
            self.month = title
            if self.section and not self._is_month(self.section):
                return
        elif self._columns.has_deadline:
            self.month = ""
        self.section, self.stage = title, ""
        self.gathered.open_sections.append((title, len(self.items)))

    def _is_rest(self, row: Row, values: _Values) -> bool:
        """The rest of the row above, which the end of a page has cut in two."""
        if not self.items:
            return False
        if len(row.cells) == 1 or values.has(Part.NUMBER):
            return len(row.cells) == 1
        activity = values.activity
        if not activity:
            deadline = values.deadline
            cut = bool(_COMMA_END.search(self._last_deadline())) or deadline.startswith(_GOES_ON)
            return not deadline or (cut and not values.has(Part.RESPONSIBLE))
        if values.has(Part.SECTION) and values.own(Part.SECTION):
            return False
        if values.deadline or values.continues(Part.DEADLINE):
            return False
        is_torn = self._is_numbered or not values.has(Part.RESPONSIBLE)
        return is_torn and (activity[0].islower() or _BULLET.match(activity) is not None)

    def _last_deadline(self) -> str:
        return " ".join(self.items[-1].entries[-1].deadline)

    def _join(self, row: Row, values: _Values) -> None:
        item = self.items[-1]
        entry = item.entries[-1]
        if len(row.cells) == 1:
            # A line of its own goes on with the last cell of the line above.
            last = next((one for one in (entry.result, entry.responsible) if one), item.measure)
            _append(last, list(row.cells[0].lines))
        else:
            for part, own in (
                (Part.MEASURE, item.measure),
                (Part.CONTENT, item.content),
                (Part.DEADLINE, entry.deadline),
                (Part.RESPONSIBLE, entry.responsible),
                (Part.RESULT, entry.result),
                (Part.CONTROLLER, entry.controller),
            ):
                _append(own, values.lines(part))
        self.gathered.joined += 1

    def _is_more(self, values: _Values) -> bool:
        """Another deadline for what is done in the rows above."""
        if not self.items or values.activity or values.flawed(Part.MEASURE):
            return False
        return not values.has(Part.NUMBER) or values.continues(Part.MEASURE, Part.CONTENT)

    def _add(self, values: _Values) -> None:
        self._take_stage(values)
        month = values.lines(Part.MONTH)
        if month:
            self.month = " ".join(month)
        no, owns_number, doubts = self._number(values)
        before = self.items[-1].entries[-1] if self.items else None
        section = self.stage if self._columns.has(Part.SECTION) and self.stage else self.section
        measure, content = values.lines(Part.MEASURE), values.lines(Part.CONTENT)
        if not self._columns.has(Part.NUMBER) and measure:
            no, measure[0] = _split_number(measure[0])
            owns_number = bool(no)
        has_stage = self._columns.has(Part.SECTION)
        entry = self._entry(values, before)
        item = Item(no, owns_number, has_stage, section, self.month, measure, content, [entry])
        item.doubts.extend([*doubts, *values.flaws()])
        self.items.append(item)

    def _take_stage(self, values: _Values) -> None:
        stage = values.lines(Part.SECTION)
        if stage:
            self.stage = " ".join(stage)
        number = values.lines(Part.NUMBER)
        if number and self._numbers_stages:
            self.stage_no = number[0]

    def _number(self, values: _Values) -> tuple[str, bool, list[Doubt]]:
        """The number of the item, whether it is its own, and what is doubtful about it."""
        own = " ".join(values.lines(Part.NUMBER))
        if not own:
            if self._numbers_stages:
                return _clean_number(self.stage_no), False, []
            if values.continues(Part.NUMBER) and self.items:
                return self.items[-1].no, False, []
            return "", False, []
        date = _DATE_NUMBER.fullmatch(own) if len(own) == 10 else None
        if date:
            shown = f"{int(date[1])}.{int(date[2])}"
            return shown, True, [Doubt("number-was-date", {"number": shown})]
        return _clean_number(own), not self._numbers_stages, []

    def _entry(self, values: _Values, before: Entry | None) -> Entry:
        row = values.row
        entry = Entry(
            deadline=values.deadline_lines,
            responsible=values.lines(Part.RESPONSIBLE),
            result=values.lines(Part.RESULT),
            controller=values.lines(Part.CONTROLLER),
            source=f"{self._table.number}:{row.number}",
        )
        if before is not None:
            self._take_from_above(entry, before, values)
        if not entry.responsible and self._columns.has(Part.RESPONSIBLE):
            entry.doubts.append(Doubt("no-responsible"))
        if values.flawed(Part.DEADLINE, Part.START, Part.END):
            entry.doubts.append(Doubt("formula-without-value"))
        return entry

    def _take_from_above(self, entry: Entry, before: Entry, values: _Values) -> None:
        """What is merged with the cell above is the same; what is only empty may be so."""
        if not entry.deadline and not values.flawed(Part.DEADLINE) and not self.month:
            if values.continues(Part.DEADLINE, Part.START) or self._is_leading:
                entry.deadline = list(before.deadline)
            elif before.deadline and self._may_be_merged:
                entry.deadline = list(before.deadline)
                entry.doubts.append(Doubt("deadline-from-above"))
        for part, own, above in (
            (Part.RESPONSIBLE, entry.responsible, before.responsible),
            (Part.RESULT, entry.result, before.result),
            (Part.CONTROLLER, entry.controller, before.controller),
        ):
            if not own and values.continues(part):
                own.extend(above)
        if not entry.responsible and before.responsible and self._may_be_merged:
            entry.responsible = list(before.responsible)
            entry.doubts.append(Doubt("responsible-from-above"))

    @property
    def _may_be_merged(self) -> bool:
        """A text keeps of merged cells only that all but the first are empty."""
        return not self._table.knows_merges


class _Values:
    """What stands in a row, by what the columns hold."""

    def __init__(self, row: Row, columns: Columns) -> None:
        self.row, self._columns = row, columns

    def _cells(self, *parts: Part) -> list[Cell]:
        return [self.row.cell(column) for part in parts for column in self._columns.of(part)]

    def lines(self, part: Part) -> list[str]:
        return [line for cell in self._cells(part) for line in cell.lines]

    def has(self, part: Part) -> bool:
        return any(cell.lines for cell in self._cells(part))

    def own(self, part: Part) -> bool:
        return any(cell.lines and not cell.continues for cell in self._cells(part))

    def continues(self, *parts: Part) -> bool:
        return any(cell.continues for cell in self._cells(*parts))

    def flawed(self, *parts: Part) -> bool:
        return any(cell.flaw and cell.flaw != CLIPPED for cell in self._cells(*parts))

    def flaws(self) -> list[Doubt]:
        cells = self._cells(*Part)
        doubts = [Doubt("cell-clipped")] if any(cell.flaw == CLIPPED for cell in cells) else []
        others = self._cells(Part.MEASURE, Part.CONTENT, Part.RESPONSIBLE, Part.RESULT, Part.NUMBER)
        if any(cell.flaw and cell.flaw != CLIPPED for cell in others):
            doubts.append(Doubt("formula-without-value"))
        return doubts

    @property
    def is_foreign(self) -> bool:
        """Signatures below a plan on the same sheet: words where the number should be, and no item."""
        number = self.lines(Part.NUMBER)
        is_item = self.activity or self.deadline or self.flawed(Part.MEASURE, Part.DEADLINE)
        return bool(number) and not is_item and not _NUMBER.fullmatch(number[0])

    @property
    def activity(self) -> str:
        lines = self.lines(Part.CONTENT) or self.lines(Part.MEASURE)
        return lines[0] if lines else ""

    @property
    def deadline_lines(self) -> list[str]:
        """The deadline, put together where its beginning and its end have columns of their own."""
        start, end = self.lines(Part.START), self.lines(Part.END)
        if start and end:
            same = start == end
            return [" ".join(start)] if same else [f"{' '.join(start)} – {' '.join(end)}"]
        return self.lines(Part.DEADLINE) or start or end

    @property
    def deadline(self) -> str:
        return " ".join(self.deadline_lines)


def is_part_of_month(phrase: str) -> bool:
    """Does it name a day or a week, but no month («до 25 числа», «вторая неделя»)?"""
    low = phrase.lower()
    return bool(_WITHIN_MONTH.search(low)) and not _NAMES_MONTH.search(low)


def _numbers_stages(body: Sequence[Row], columns: Columns) -> bool:
    """The numbers stand where stages begin, and only there."""
    if not columns.has(Part.SECTION) or not columns.has(Part.NUMBER):
        return False
    rows = [_Values(row, columns) for row in body if row.filled]
    numbered = [row for row in rows if row.has(Part.NUMBER)]
    bare = [row for row in rows if not row.has(Part.NUMBER) and not row.has(Part.SECTION)]
    return bool(numbered and bare) and all(row.has(Part.SECTION) for row in numbered)


def _is_leading(columns: Columns) -> bool:
    """The deadline stands before what is to be done: a month is written once for all items beside it."""
    activities = [*columns.of(Part.MEASURE), *columns.of(Part.CONTENT)]
    deadlines = columns.of(Part.DEADLINE)
    return bool(activities and deadlines) and max(deadlines) < min(activities)


def _share(body: Sequence[Row], columns: Columns, part: Part) -> float:
    rows = [_Values(row, columns) for row in body if len(row.filled) >= 2]
    return sum(row.has(part) for row in rows) / len(rows) if rows else 0.0


def _clean_number(text: str) -> str:
    match = _NUMBER.fullmatch(text.strip())
    return match[1] if match else text.strip().rstrip(".) ") or text


def _split_number(text: str) -> tuple[str, str]:
    """«1.2. Провести…» in a plan without a column of numbers."""
    match = _NUMBERED_TEXT.match(text)
    return (match[1], text[match.end() :].strip()) if match and len(text) > match.end() else ("", text)


def _append(lines: list[str], more: list[str]) -> None:
    """Go on with a cell: in the same sentence when it is one, else on a new line."""
    if sum(map(len, lines)) > CELL_LIMIT:
        return
    if lines and more and more[0][0].islower():
        lines[-1] = f"{lines[-1]} {more[0]}"
        lines.extend(more[1:])
    else:
        lines.extend(more)
