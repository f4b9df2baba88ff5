"""A staff file (.xlsx) turned into rows: who takes part in which role, and what is wrong with the others.

Pure: bytes in, rows out; nothing is stored, no formula is computed, no link is followed. What is uncertain is
a flaw with the number of the row in the sheet, never a guess kept silent (N-3.4-5).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath
from typing import Any

from models import Role
from services.colleagues import EARLIEST_CONSENT, MOST_MENTEES
from services.colleagues import NAME_LIMIT as NAME_PART_LIMIT
from services.colleagues import NUMBER_LIMIT as CONSENT_NUMBER_LIMIT
from services.content import Content
from services.plans import containers
from services.plans.document import CLIPPED, Row, Table
from services.plans.refusals import PlanRefused
from services.plans.xlsx_files import FORMULA, read_xlsx
from services.registry import heads
from services.registry.heads import Field
from services.registry.refusals import ROW_LIMIT, RegistryFileRefused, refused, without_heads
from services.text_limits import clean, telegram_length
from services.typed_dates import NotADate, read_day

EXTENSION = ".xlsx"
OWN_WORDS_LIMIT = 200
EXPERIENCE_MOST = 70
CAPACITY_USUAL = 1
_BESIDE_ROWS = 100
"""Titles, heads and totals that a file may have beside its people."""
_HEAD_WITHIN = 25
"""A heading row may stand below a title; further down it is no heading."""
_NAME = re.compile(r"[^\W\d_]+(?:[-'’ʼ`][^\W\d_]+)*")
_INITIAL = re.compile(r"[^\W\d_]\.")
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
_PLAIN_DAY = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")
_NUMBER_AND_DAY = re.compile(
    r"(?P<number>.*?)\s*(?:\bот\b|,|;"  # text-check: allow
    r"|\bfrom\b|\bof\b)\s*(?P<day>\d.*)"
)
_NUMBER_SIGN = re.compile(r"^(?:№|#|N\s)\s*")
_BETWEEN = re.compile(r"[;\n]|,(?!\d)")


@dataclass(frozen=True, slots=True)
class Flaw:
    """Why a row can't be taken over. `code` is the end of the text `registries-flaw-…`; `value`: what stands
    in the cell, `limit` a bound, `other` the number of another row.
    """

    code: str
    value: str = ""
    limit: int = 0
    other: int = 0


@dataclass(frozen=True, slots=True)
class StaffRow:
    """A colleague as the file has them. `profile` is keyed as an approved application's answers."""

    number: int
    sheet: str
    role: Role
    last: str
    first: str
    patronymic: str
    profile: Mapping[str, Any]
    capacity: int
    consent_number: str
    consent_dated_on: date | None

    @property
    def has_consent(self) -> bool:
        """Is there a paper that was signed? Without one nothing of the row may be stored (152-FZ art. 9)."""
        return self.consent_dated_on is not None

    @property
    def name_key(self) -> str:
        return name_key(self.last, self.first, self.patronymic)


@dataclass(frozen=True, slots=True)
class WrongRow:
    number: int
    sheet: str
    flaws: tuple[Flaw, ...]


@dataclass(frozen=True, slots=True)
class Staff:
    """What a file holds. `columns`: the fields that were recognised; `left_out`: heads that were not."""

    rows: tuple[StaffRow, ...]
    wrong: tuple[WrongRow, ...]
    columns: tuple[Field, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of the lists in `content/`, folded, with their keys, for each question of the profiles."""

    words: Mapping[tuple[Role, str], Mapping[str, str]]

    @classmethod
    def of(cls, content: Content) -> Vocabulary:
        return cls(
            {
                (role, question.key): {
                    heads.folded(word): option.key
                    for option in content.options(question)
                    for word in (option.key, option.text.ru, option.text.tt, option.text.en)
                }
                for role in (Role.MENTEE, Role.MENTOR)
                for question in content.questionnaire(role.value).questions
            }
        )

    def asks(self, role: Role, question: str) -> bool:
        """Does the profile of the role have such an answer?"""
        return (role, question) in self.words

    def key_of(self, role: Role, question: str, text: str) -> str | None:
        """The option of these words; the beginning of one is enough where only one begins so."""
        known, words = self.words.get((role, question), {}), heads.folded(text)
        if words in known:
            return known[words]
        beginning = {key for word, key in known.items() if len(words) > 3 and word.startswith(words)}
        return beginning.pop() if len(beginning) == 1 else None


def name_key(last: str, first: str, patronymic: str) -> str:
    """By what two rows, or a row and a member, are known to be the same person."""
    return heads.folded(f"{last} {first} {patronymic}")


class StaffReader:
    """Reads a file piece by piece, so that a long one can say how far it has come.

    Raises RegistryFileRefused when the file as a whole can't be read.
    """

    def __init__(self, data: bytes, file_name: str, vocabulary: Vocabulary, today: date) -> None:
        self._lines, self._columns, self._left_out = _lines_of(_tables(data, file_name))
        if len(self._lines) > ROW_LIMIT:
            raise RegistryFileRefused(reason="long", limit=ROW_LIMIT)
        self._parser = _RowParser(vocabulary, today)
        self._seen: dict[str, int] = {}
        self._rows: list[StaffRow] = []
        self._wrong: list[WrongRow] = []
        self.done = 0

    @property
    def total(self) -> int:
        return len(self._lines)

    def take(self, count: int) -> int:
        """Read so many rows more. Returns how many are left."""
        for line in self._lines[self.done : self.done + count]:
            self._take(line)
        self.done = min(self.done + count, self.total)
        return self.total - self.done

    def _take(self, line: _Line) -> None:
        row, flaws = self._parser.parse(line)
        if row is not None and not flaws:
            before = self._seen.setdefault(row.name_key, row.number)
            if before != row.number:
                flaws = [Flaw("repeated", other=before)]
        if row is None or flaws:
            self._wrong.append(WrongRow(line.number, line.sheet, tuple(flaws)))
        else:
            self._rows.append(row)

    def staff(self) -> Staff:
        """What has been read so far."""
        return Staff(tuple(self._rows), tuple(self._wrong), self._columns, self._left_out)


def read_staff(data: bytes, file_name: str, vocabulary: Vocabulary, today: date) -> Staff:
    """The whole file at once. Raises RegistryFileRefused."""
    reader = StaffReader(data, file_name, vocabulary, today)
    reader.take(reader.total)
    return reader.staff()


# ---- from the file to lines


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of a sheet by its fields. `role`: what the sheet or a heading above says of all rows below."""

    number: int
    sheet: str
    role: Role | None
    texts: Mapping[Field, str]
    flaws: Mapping[Field, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Head:
    at: int
    columns: Mapping[Field, int]
    texts: tuple[str, ...]


def _tables(data: bytes, file_name: str) -> list[Table]:
    try:
        containers.check_size(len(data))
        if PurePath(file_name).suffix.lower() != EXTENSION:
            raise RegistryFileRefused(reason="kind", limit=0)
        containers.check_kind(data, EXTENSION)
        document = read_xlsx(data, row_limit=ROW_LIMIT + _BESIDE_ROWS)
    except PlanRefused as error:
        raise refused(error) from None
    return [block for block in document.blocks if isinstance(block, Table)]


def _lines_of(tables: Sequence[Table]) -> tuple[list[_Line], tuple[Field, ...], tuple[str, ...]]:
    lines: list[_Line] = []
    columns: dict[Field, None] = {}
    left_out: dict[str, None] = {}
    headed = [(table, head) for table in tables if (head := _head(table)) is not None]
    if not headed:
        raise without_heads()
    for table, head in headed:
        sheet = table.name if len(headed) > 1 else ""
        lines += _lines(table, head, sheet)
        columns |= dict.fromkeys(head.columns)
        taken = set(head.columns.values())
        left_out |= {text: None for at, text in enumerate(head.texts) if text and at not in taken}
    return lines, tuple(columns), tuple(left_out)


def _head(table: Table) -> _Head | None:
    """The row in which most heads are recognised; it has a name, and something beside it."""
    best: _Head | None = None
    for at, row in enumerate(table.rows[:_HEAD_WITHIN]):
        texts = tuple(" ".join(cell.lines) for cell in row.cells)
        columns = heads.fields_of(texts)
        has_name = Field.NAME in columns or {Field.LAST, Field.FIRST} <= set(columns)
        if has_name and len(row.filled) > 1 and (best is None or len(columns) > len(best.columns)):
            best = _Head(at, columns, texts)
    return best


def _lines(table: Table, head: _Head, sheet: str) -> Iterator[_Line]:
    role = _role_of_all(table, head)
    for row in table.rows[head.at + 1 :]:
        texts = [row.cell(column).text for column in row.filled]
        if len(texts) == 1 and (named := heads.role_in(texts[0])) is not None:
            role = named
        elif not _is_beside_the_point(row, head, texts):
            yield _line(row, head, sheet, role)


def _role_of_all(table: Table, head: _Head) -> Role | None:
    """The role that the head of the names, the title or the name of the sheet says."""
    named = head.columns.get(Field.NAME, head.columns.get(Field.LAST, 0))
    titles = [" ".join(cell.lines) for row in table.rows[: head.at] for cell in row.cells if cell.lines]
    said = (heads.role_in(text) for text in (head.texts[named], *titles, table.name))
    return next((role for role in said if role is not None), None)


def _is_beside_the_point(row: Row, head: _Head, texts: Sequence[str]) -> bool:
    """Nothing in the columns that count, the numbers of the columns, a total, or the template's example."""
    relevant = [column for what, column in head.columns.items() if what is not Field.NUMBER]
    cells = [row.cell(column) for column in relevant]
    if not any(cell.lines or cell.flaw for cell in cells):
        return True
    numbers_columns = len(texts) > 2 and texts == [str(column + 1) for column in row.filled]
    first = texts[0] if texts else ""
    return numbers_columns or heads.is_total(first) or heads.is_example(first)


def _line(row: Row, head: _Head, sheet: str, role: Role | None) -> _Line:
    cells = {what: row.cell(column) for what, column in head.columns.items()}
    texts = {what: cell.text for what, cell in cells.items()}
    # A number of the row is only for people: what is wrong with it does not matter.
    flaws: dict[Field, str] = {what: cell.flaw for what, cell in cells.items() if cell.flaw}
    flaws.pop(Field.NUMBER, None)
    return _Line(row.number, sheet, role, texts, flaws)


# ---- from a line to a row


class _Wrong(Exception):
    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.code)
        self.flaw = flaw


class _RowParser:
    """Reads the cells of one row; each part says by itself what is wrong with it."""

    def __init__(self, vocabulary: Vocabulary, today: date) -> None:
        self._vocabulary, self._today = vocabulary, today
        self._days: dict[str, date | None] = {}

    def parse(self, line: _Line) -> tuple[StaffRow | None, list[Flaw]]:
        """The row, and what is wrong with it: of a wrong row every reason is said at once."""
        flaws = [_cell_flaw(code, line.texts.get(what, "")) for what, code in line.flaws.items()]
        parts: dict[str, Any] = {}
        for part in (self._name, self._role, self._profile, self._consent):
            try:
                parts |= part(line, parts)
            except _Wrong as wrong:
                flaws.append(wrong.flaw)
        if flaws:
            return None, flaws
        return StaffRow(number=line.number, sheet=line.sheet, **parts), []

    def _name(self, line: _Line, _: Mapping[str, Any]) -> dict[str, Any]:
        texts = line.texts
        if Field.LAST in texts:
            parts = [_one_word(texts[Field.LAST]), *_given(texts)]
            # A first name must not slip into the place of a surname that is missing.
            parts = parts if parts[0] else parts[1:2]
        else:
            parts = _words(texts.get(Field.NAME, ""))
        last, first, patronymic = _checked_name(parts)
        return {"last": last, "first": first, "patronymic": patronymic}

    def _role(self, line: _Line, _: Mapping[str, Any]) -> dict[str, Any]:
        text = clean(line.texts.get(Field.ROLE, ""))
        role = heads.role_in(text) if text else line.role
        if role is not None:
            return {"role": role}
        if not text:
            raise _Wrong(Flaw("role-missing"))
        code = "role-by-link" if heads.names_other_role(text) else "role-unknown"
        raise _Wrong(Flaw(code, _short(text)))

    def _profile(self, line: _Line, parts: Mapping[str, Any]) -> dict[str, Any]:
        role: Role = parts.get("role", Role.MENTEE)
        texts = {what: clean(text) for what, text in line.texts.items()}
        profile: dict[str, Any] = {}
        if subject := texts.get(Field.SUBJECT):
            profile |= self._subject(role, subject)
        if category := texts.get(Field.CATEGORY):
            profile |= self._category(role, category)
        if (experience := texts.get(Field.EXPERIENCE)) and self._vocabulary.asks(role, "experience_years"):
            profile["experience_years"] = _years(experience)
        what, question = _SEVERAL[role]
        if several := texts.get(what):
            profile |= self._several(role, what, question, several)
        capacity = _capacity(texts.get(Field.CAPACITY, "")) if role == Role.MENTOR else 0
        if role == Role.MENTOR:
            profile["capacity"] = capacity
        return {"profile": profile, "capacity": capacity}

    def _subject(self, role: Role, text: str) -> dict[str, Any]:
        """A subject that is in no list stays in the words of the file, as a typed one does."""
        key = self._vocabulary.key_of(role, "subject", text)
        return {"subject": key or _own_words(" ".join(text.split()), Field.SUBJECT)}

    def _category(self, role: Role, text: str) -> dict[str, Any]:
        key = self._vocabulary.key_of(role, "category", text)
        return {"category": key} if key else {}

    def _several(self, role: Role, what: Field, question: str, text: str) -> dict[str, Any]:
        keys: dict[str, None] = {}
        own: list[str] = []
        for one in _parts(text, lambda words: self._vocabulary.key_of(role, question, words) is not None):
            key = self._vocabulary.key_of(role, question, one)
            if key is None:
                own.append(one)
            else:
                keys[key] = None
        answers: dict[str, Any] = {question: list(keys)}
        if own:
            answers[f"{question}_other"] = _own_words("; ".join(own), what)
        return answers

    def _consent(self, line: _Line, _: Mapping[str, Any]) -> dict[str, Any]:
        number, day = _consent_texts(line.texts)
        if not number and not day:
            return {"consent_number": "", "consent_dated_on": None}
        if not day:
            raise _Wrong(Flaw("consent-no-date", _short(number)))
        if not number:
            raise _Wrong(Flaw("consent-no-number", _short(day)))
        if telegram_length(number) > CONSENT_NUMBER_LIMIT:
            raise _Wrong(Flaw("consent-number-long", limit=CONSENT_NUMBER_LIMIT))
        return {"consent_number": number, "consent_dated_on": self._day(day)}

    def _day(self, text: str) -> date:
        if text not in self._days:
            self._days[text] = _day_of(text, self._today)
        day = self._days[text]
        if day is None:
            raise _Wrong(Flaw("consent-date", _short(text)))
        if day > self._today:
            raise _Wrong(Flaw("consent-later", _short(text)))
        if day < EARLIEST_CONSENT:
            raise _Wrong(Flaw("consent-earlier", _short(text)))
        return day


_SEVERAL = {
    Role.MENTEE: (Field.DIFFICULTIES, "difficulties"),
    Role.MENTOR: (Field.STRENGTHS, "strengths"),
}


def _cell_flaw(code: str, text: str) -> Flaw:
    return Flaw({FORMULA: "formula", CLIPPED: "cell-long"}.get(code, "formula"), _short(text))


def _short(text: str) -> str:
    return " ".join(clean(text).split())[:60]


def _words(text: str) -> list[str]:
    # «А.С.» are two initials, and both of them too little.
    return re.sub(r"\.(?=\w)", ". ", clean(text)).split()


def _given(texts: Mapping[Field, str]) -> list[str]:
    """First name and patronymic, each in a cell of its own or both in the first."""
    first = _words(texts.get(Field.FIRST, ""))
    return [*first, *_words(texts.get(Field.PATRONYMIC, ""))] if first else []


def _one_word(text: str) -> str:
    """A surname of two words («оглы», «кызы», «фон») is one part of the name."""
    return " ".join(clean(text).split())


def _checked_name(parts: Sequence[str]) -> tuple[str, str, str]:
    if not parts:
        raise _Wrong(Flaw("name-missing"))
    if len(parts) < 2 or any(_INITIAL.fullmatch(part) or len(part) < 2 for part in parts[:2]):
        raise _Wrong(Flaw("name-incomplete"))
    last, first, *rest = parts
    if any(_INITIAL.fullmatch(part) for part in rest):
        raise _Wrong(Flaw("name-incomplete"))
    patronymic = " ".join(rest)
    for part in (last, first, patronymic):
        if not all(_NAME.fullmatch(word) for word in part.split()):
            raise _Wrong(Flaw("name-odd"))
        if telegram_length(part) > NAME_PART_LIMIT:
            raise _Wrong(Flaw("name-long", limit=NAME_PART_LIMIT))
    return _written(last), _written(first), _written(patronymic)


def _written(part: str) -> str:
    """A name in capitals as a name is written."""
    return part.title() if len(part) > 1 and part.isupper() else part


def _years(text: str) -> int:
    found = _NUMBER.search(text)
    if found is None:
        if heads.says_less_than_a_year(text):
            return 0
        raise _Wrong(Flaw("experience", _short(text), limit=EXPERIENCE_MOST))
    years = int(float(found[0].replace(",", ".")))
    if heads.says_less_than_a_year(text) and years == 1:
        return 0
    if not 0 <= years <= EXPERIENCE_MOST:
        raise _Wrong(Flaw("experience", _short(text), limit=EXPERIENCE_MOST))
    return years


def _capacity(text: str) -> int:
    if not text:
        return CAPACITY_USUAL
    found = _NUMBER.fullmatch(text.strip())
    places = float(found[0].replace(",", ".")) if found else 0.0
    if not 1 <= places <= MOST_MENTEES or places != int(places):
        raise _Wrong(Flaw("capacity", _short(text), limit=MOST_MENTEES))
    return int(places)


def _own_words(text: str, what: Field) -> str:
    if telegram_length(text) > OWN_WORDS_LIMIT:
        raise _Wrong(Flaw(f"{what.value}-long", limit=OWN_WORDS_LIMIT))
    return text


def _parts(text: str, is_known: Callable[[str], bool]) -> list[str]:
    """Several answers in one cell. An option that itself has a comma in it is one answer."""
    whole = " ".join(text.split())
    if is_known(whole):
        return [whole]
    return [part for one in _BETWEEN.split(text) if (part := " ".join(one.split()).strip(" .•–—-"))]


def _consent_texts(texts: Mapping[Field, str]) -> tuple[str, str]:
    """The number and the date, as two cells or as one: «№ 12 от 01.09.2026»."""
    number = " ".join(clean(texts.get(Field.CONSENT_NUMBER, "")).split())
    day = " ".join(clean(texts.get(Field.CONSENT_DATE, "")).split())
    both = number or day
    if not (number and day) and (found := _NUMBER_AND_DAY.fullmatch(both)) and found["number"]:
        number, day = found["number"], found["day"]
    return _NUMBER_SIGN.sub("", number).strip(" ,;"), day


def _day_of(text: str, today: date) -> date | None:
    for pattern, order in ((_PLAIN_DAY, (3, 2, 1)), (_ISO_DAY, (1, 2, 3))):
        if found := pattern.fullmatch(text):
            try:
                return date(*(int(found[group]) for group in order))
            except ValueError:
                return None
    try:
        return read_day(text[:100], today)
    except NotADate:
        return None
