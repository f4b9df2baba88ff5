"""What the columns of a plan's table hold: by their heads, or by what stands in them where heads are missing.

The words of heads are a lexicon: add a beginning or a piece of a word, squeezed (small letters only, no
blanks), so that a head broken over lines or cut in the middle of a word is understood, too. Knows nothing of
formats.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from services.plans.document import Row, Table

IsDeadline = Callable[[str], bool]


class Part(StrEnum):
    """What a column holds. MEASURE is what an item is called where CONTENT says what is done in it."""

    NUMBER = "number"
    SECTION = "section"
    MEASURE = "measure"
    CONTENT = "content"
    DEADLINE = "deadline"
    MONTH = "month"
    START = "start"
    END = "end"
    RESPONSIBLE = "responsible"
    RESULT = "result"
    CONTROLLER = "controller"
    NOTE = "note"


HEAD_LIMIT = 120
_SECOND_HEAD_LIMIT = 60
_NUMBER = re.compile(r"(?:№|n|no|num|#|нн|номер)?[\s.]*(?:п[\s.]*[/\\]?[\s.]*п|пункта?|пп)?[\s./\\]*")
_LOOK_ALIKES = str.maketrans("aceopxyktmhbë", "асеорхуктмнве")
_NOT_LETTERS = re.compile(r"[^а-яё]+")
_LEXICON: tuple[tuple[Part, re.Pattern[str]], ...] = tuple(
    (part, re.compile(pattern))
    for part, pattern in (
        (Part.NOTE, r"^отметк|^примечан|факт|подпис|^место|финанс|участник|^класс|аудитор|охват"),
        (Part.CONTROLLER, r"контролир|^контроль|^ктоконтрол|законтрол"),
        (Part.MONTH, r"^месяц"),
        (Part.DEADLINE, r"срок|^дат|(?:план|предполаг|ожида)\w*дат|период|месяц|когда|^время|^календарн"),
        (Part.RESPONSIBLE, r"ответствен|исполнител|^кто|^организатор"),
        (
            Part.RESULT,
            r"^форм\w*(?:контрол|отч|представ|заверш|подвед)|результат|виддокумент|^итог|отчетност|отчётност|подтвержда|^выход|продукт|показател|^документ",
        ),
        (Part.SECTION, r"^(?:наименовани[еяй]+)?(?:этап|раздел|направлен|блок|модул|стади)"),
        (Part.CONTENT, r"содержани"),
        (
            Part.MEASURE,
            r"мероприят|действи|видыработ|видработ|видыдеят|виддеят|наименован|работы|^форм|^тема|^задач|^событи|задани|^проект|^вопрос|^шаг|^дела$|заняти",
        ),
    )
)
_MEASURE_RANKS = ("мероприят", "действи", "событи", "работ", "деят", "наименован", "тема", "форм", "задач")
_START, _END = re.compile(r"начал|^с$"), re.compile(r"оконч|конец|заверш|^по$|^до$")
_SIGNED = re.compile(r"^(?:подпись|расшифровк|ознакомлен|сприказомознакомлен|личнаяподпись)")
_NUMBERS = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,3}[.)]*")
_NAMES = re.compile(
    r"[А-ЯЁ][а-яё]+\s+[А-ЯЁ]\.\s?[А-ЯЁ]?\.?|директор|зам\.|замест|куратор|педагог|учител|наставник|психолог|методист"
    r"|администрац|руководител|специалист|председател|классны|советник|воспитател",
    re.IGNORECASE,
)
_CLEAR_SHARE, _LEAST_ROWS, _LOOKED_AT = 0.6, 3, 60


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what; a part may stand in several. `heads_end`: how many rows the head takes, with
    what stands above it; `head`: the squeezed words of the head, to know it again after a page break.
    """

    parts: tuple[Part | None, ...]
    first: int
    heads_end: int
    head: tuple[str, ...] = ()
    _places: dict[Part, list[int]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        places: dict[Part, list[int]] = {part: [] for part in Part}
        for column, part in enumerate(self.parts):
            if part is not None:
                places[part].append(column)
        object.__setattr__(self, "_places", places)

    def of(self, part: Part) -> list[int]:
        return self._places[part]

    def has(self, *parts: Part) -> bool:
        return any(one in parts for one in self.parts)

    @property
    def has_deadline(self) -> bool:
        return self.has(Part.DEADLINE, Part.MONTH, Part.START, Part.END)

    @property
    def has_activity(self) -> bool:
        return self.has(Part.MEASURE, Part.CONTENT)


def squeeze(text: str) -> str:
    """Small Russian letters without anything between them, Latin look-alikes among them put right."""
    return _NOT_LETTERS.sub("", text.lower().translate(_LOOK_ALIKES))


def part_of(head: str) -> Part | None:
    """What a column with this head holds; None when the head says nothing."""
    low = head.lower().strip()
    if not low or len(low) > HEAD_LIMIT:
        return None
    if _NUMBER.fullmatch(low):
        return Part.NUMBER
    word = squeeze(head)
    return next((part for part, pattern in _LEXICON if pattern.search(word)), None)


def by_heads(rows: Sequence[Row]) -> Columns | None:
    """The columns by the first row that is a head, or None."""
    for at, row in enumerate(rows):
        if not _may_be_head(row):
            continue
        parts = _parts_of(row)
        if _is_head(row, parts):
            return _with_second_row(rows, at, parts)
    return None


def _parts_of(row: Row) -> list[Part | None]:
    """A wide cell stands for all columns that it covers."""
    parts: list[Part | None] = []
    for cell in row.cells:
        parts.append(parts[-1] if cell.covered and parts else part_of(cell.text.replace("\n", " ")))
    return parts


def _may_be_head(row: Row) -> bool:
    filled = row.filled
    return len(filled) >= 2 and all(len(row.cells[column].text) <= HEAD_LIMIT for column in filled)


def _is_head(row: Row, parts: Sequence[Part | None]) -> bool:
    """Short words, most of them known, and among them what is done and either by when or by whom."""
    filled = row.filled
    known = [column for column in filled if parts[column] is not None]
    kinds = {parts[column] for column in known}
    has_activity = bool(kinds & {Part.MEASURE, Part.CONTENT, Part.SECTION})
    has_other = bool(kinds & {Part.DEADLINE, Part.MONTH, Part.RESPONSIBLE})
    # Where three kinds are named, one of them the deadline, there may be any number of other columns.
    is_clear = len(known) * 5 >= len(filled) * 3 or (len(kinds) >= 3 and Part.DEADLINE in kinds)
    return has_activity and has_other and is_clear


def _with_second_row(rows: Sequence[Row], at: int, parts: list[Part | None]) -> Columns:
    """The head with the row below, where wide cells are told apart («Сроки»: «начало», «окончание»)."""
    head = tuple(squeeze(cell.text) for cell in rows[at].cells)
    end = at + 1
    if end < len(rows) and _is_second_row(rows[at], rows[end]):
        parts = _refined(rows[end], parts)
        end += 1
    while end < len(rows) and _is_count(rows[end]):
        end += 1
    return Columns(tuple(_settled(parts, rows[at])), at, end, head)


def _is_second_row(above: Row, below: Row) -> bool:
    filled = below.filled
    words = [squeeze(below.cells[column].text) for column in filled]
    if not filled or any(len(word) > _SECOND_HEAD_LIMIT or not word for word in words):
        return False
    wide = {column for column, cell in enumerate(above.cells) if cell.span > 1 or cell.covered}
    if wide:
        return set(filled) <= wide
    # Without knowledge of merged cells a wide head leaves the cells to its right empty.
    empty = {column for column in range(len(below.cells)) if above.cell(column).is_empty}
    under = {*empty, *(column - 1 for column in empty)}
    return bool(empty) and set(filled) <= under and all(map(_is_known, words))


def _is_known(word: str) -> bool:
    patterns = (_START, _END, *(pattern for _, pattern in _LEXICON))
    return any(pattern.search(word) for pattern in patterns)


def _refined(below: Row, parts: Sequence[Part | None]) -> list[Part | None]:
    refined = list(parts) + [None] * (len(below.cells) - len(parts))
    wide: Part | None = None
    for column in range(len(refined)):
        wide = refined[column] or wide
        word = squeeze(below.cell(column).text)
        if not word:
            continue
        if wide in (Part.DEADLINE, Part.MONTH) and (_START.search(word) or _END.search(word)):
            refined[column] = Part.START if _START.search(word) else Part.END
        else:
            refined[column] = part_of(below.cell(column).text.replace("\n", " ")) or wide
    return refined


def _is_count(row: Row) -> bool:
    """The row with the numbers of the columns."""
    texts = [row.cells[column].text for column in row.filled]
    return len(texts) >= 3 and texts == [str(number) for number in range(1, len(texts) + 1)]


def _settled(parts: Sequence[Part | None], head: Row) -> list[Part | None]:
    """One column names the measure, though several heads may sound like it; «Месяц» alone is a deadline."""
    settled = list(parts)
    if not {Part.MEASURE, Part.CONTENT} & set(settled):
        # «Направление деятельности» beside a deadline is the item itself.
        last = max(column for column, part in enumerate(settled) if part is Part.SECTION)
        settled[last] = Part.MEASURE
    measures = [column for column, part in enumerate(settled) if part is Part.MEASURE]
    if len(measures) > 1:
        best = min(measures, key=lambda column: (_rank(squeeze(head.cell(column).text)), column))
        for column in measures:
            if column != best and not head.cell(column).covered:
                settled[column] = None
    if Part.MONTH in settled and not {Part.DEADLINE, Part.START, Part.END} & set(settled):
        settled = [Part.DEADLINE if part is Part.MONTH else part for part in settled]
    return settled


def _rank(word: str) -> int:
    return next((rank for rank, known in enumerate(_MEASURE_RANKS) if known in word), len(_MEASURE_RANKS))


def is_repeated_head(row: Row, columns: Columns) -> bool:
    """The head again, after a page break, or the numbers of the columns."""
    if not columns.head:
        return False
    words = tuple(squeeze(cell.text) for cell in row.cells)
    filled = [word for word in words if word]
    same = sum(word in columns.head for word in filled)
    return (len(filled) >= 2 and same == len(filled)) or (_is_count(row) and len(row.filled) >= 4)


def by_contents(table: Table, is_deadline: IsDeadline) -> Columns | None:
    """The columns by what stands in them: one is full of deadlines, another of long texts. None where that
    is not clear, and for lists of signatures.
    """
    rows = [row for row in table.rows if len(row.filled) >= 2]
    rows = rows[:: len(rows) // _LOOKED_AT + 1]
    if len(rows) < _LEAST_ROWS or _is_signed(table.rows):
        return None
    texts = [_column_texts(rows, column) for column in range(table.width)]
    deadline = _clearest(texts, is_deadline, len(rows))
    if deadline is None:
        return None
    parts: list[Part | None] = [None] * table.width
    parts[deadline] = Part.DEADLINE
    number = _clearest(texts, lambda text: _NUMBERS.fullmatch(text) is not None, len(rows), but=parts)
    if number is not None and number < deadline:
        parts[number] = Part.NUMBER
    people = _clearest(texts, lambda text: len(text) < 150 and _NAMES.search(text) is not None, 1, but=parts)
    return _with_longest(texts, parts, people)


def _with_longest(
    texts: Sequence[Sequence[str]], parts: list[Part | None], people: int | None
) -> Columns | None:
    free = [column for column, part in enumerate(parts) if part is None and texts[column]]
    free.sort(key=lambda column: -_mean_length(texts[column]))
    others = [column for column in free if column != people]
    if not others or _mean_words(texts[others[0]]) < 3:
        return None
    long = sorted(others[:2]) if len(others) > 1 and _mean_words(texts[others[1]]) >= 2 else others[:1]
    parts[long[0]] = Part.MEASURE
    if len(long) > 1:
        parts[long[1]] = Part.RESULT
    if people is not None:
        parts[people] = Part.RESPONSIBLE
    return Columns(tuple(parts), 0, 0)


def _column_texts(rows: Iterable[Row], column: int) -> list[str]:
    return [" ".join(row.cell(column).lines) for row in rows if row.cell(column).lines]


def _clearest(
    texts: Sequence[Sequence[str]],
    holds: Callable[[str], bool],
    rows: int,
    *,
    but: Sequence[Part | None] = (),
) -> int | None:
    """The column in which most cells are so, if most of them are."""
    best, best_share = None, _CLEAR_SHARE
    for column, cells in enumerate(texts):
        is_taken = bool(but) and but[column] is not None
        if is_taken or len(cells) < _LEAST_ROWS or len(cells) * 2 < rows:
            continue
        share = sum(map(holds, cells)) / len(cells)
        if share > best_share or (share == best_share and best is None):
            best, best_share = column, share
    return best


def _mean_length(texts: Sequence[str]) -> float:
    return sum(map(len, texts)) / len(texts)


def _mean_words(texts: Sequence[str]) -> float:
    return sum(len(text.split()) for text in texts) / len(texts)


def _is_signed(rows: Iterable[Row]) -> bool:
    return any(_SIGNED.search(squeeze(cell.text)) for row in rows for cell in row.cells if cell.lines)
