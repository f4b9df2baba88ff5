"""Taking a staff of 1,000 in out of a file, and giving a registry of 10,000 out, beside a bare loop over the
same cells.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import openpyxl
import xlsxwriter
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from benchmarks.figures import median, ratio, table
from bot.settings import ROOT
from handlers.common.translator import Texts, Translator
from handlers.registries import words
from models import (
    Base,
    Consent,
    ConsentKind,
    ConsentStatus,
    Membership,
    MembershipStatus,
    Organization,
    Partition,
    Person,
    Role,
)
from services import content
from services.content import Content
from services.registry import exporting, importing
from services.registry.columns import Grade, columns_of
from services.registry.reading import Staff, Vocabulary, read_staff

NOW = datetime(2026, 9, 7, 7, 0, tzinfo=UTC)
TODAY = date(2026, 9, 7)
SYLLABLES = ("ба", "ве", "га", "ди", "жо", "ку", "ла", "ми", "но", "пе")
HEADS = ("№", "Фамилия", "Имя", "Отчество", "Роль", "Предмет", "Стаж", "Затруднения", "Согласие №", "Дата")
HEADS_READ = (*HEADS[:-1], "Дата согласия")


@dataclass(frozen=True, slots=True)
class Size:
    imported: int = 1_000
    exported: int = 10_000
    runs: int = 3


@dataclass(frozen=True, slots=True)
class Way:
    """`rows` that it goes through, `seconds` by runs; `beside`: the way that it is compared with."""

    name: str
    rows: int
    seconds: list[float]
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Measured:
    ways: list[Way]


def measure(folder: Path, size: Size) -> Measured:
    loaded = content.load(ROOT / "content")
    t = Texts(ROOT / "locales", loaded).translator("ru")
    return Measured([*_importing(folder, size, loaded), *_exporting(folder, size, t)])


# ---- taking in


def _importing(folder: Path, size: Size, loaded: Content) -> list[Way]:
    data, vocabulary = _staff_file(size.imported), Vocabulary.of(loaded)

    def read() -> Staff:
        return read_staff(data, "staff.xlsx", vocabulary, TODAY)

    staff = read()
    assert len(staff.rows) == size.imported, staff.wrong[:1]
    bare = "a staff file, cells by openpyxl"
    stored = [_stored(folder / f"in{run}.db", staff, loaded) for run in range(size.runs)]
    return [
        Way("a staff file, read and checked", size.imported, _timed(read, size.runs), bare),
        Way(bare, size.imported, _timed(lambda: _bare_read(data), size.runs)),
        Way("the same, stored in one transaction", size.imported, stored, bare),
    ]


def _staff_file(count: int) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEADS_READ)
    for at in range(count):
        sheet.append(_row(at))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _row(at: int) -> list[object]:
    name = "".join(SYLLABLES[int(digit)] for digit in f"{at:05d}").capitalize()
    difficulties = "Дисциплина на уроке; Оценивание и обратная связь"
    return [
        at + 1,
        name,
        "Анна",
        "Петровна",
        "наставляемый",
        "Физика",
        at % 40,
        difficulties,
        f"{at}-пд",
        TODAY,
    ]


def _bare_read(data: bytes) -> int:
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    return sum(any(row) for sheet in book.worksheets for row in sheet.iter_rows(values_only=True))


def _stored(path: Path, staff: Staff, loaded: Content) -> float:
    engine = create_engine(f"sqlite:///{path}")
    Base.metadata.create_all(engine)
    with Session(engine) as session, session.begin():
        school = _school(session)
        began = time.perf_counter()
        text = loaded.consent("personal_data")
        importing.take_in(session, school, staff, text, by_id=None, now=NOW)
    taken = time.perf_counter() - began
    engine.dispose()
    return taken


def _school(session: Session) -> Organization:
    school = Organization(name="Школа № 1", timezone="Europe/Moscow", created_at=NOW)
    session.add(school)
    session.flush()
    return school


# ---- giving out


def _exporting(folder: Path, size: Size, t: Translator) -> list[Way]:
    engine = create_engine(f"sqlite:///{folder / 'out.db'}")
    Base.metadata.create_all(engine)
    with Session(engine) as session, session.begin():
        school = _school(session)
        _people(session, school, size.exported)
    bare = "the same cells by XlsxWriter"

    def export(grade: Grade) -> int:
        with Session(engine) as session:
            made = exporting.collect(session, school_id, Role.MENTEE, Partition.TEACHER, grade, now=NOW)
        assert made.total == size.exported
        return len(words.registry_file(t, made))

    school_id = 1
    ways = [
        Way(
            f"a registry, {grade.value}",
            size.exported,
            _timed(partial(export, grade), size.runs),
            bare,
        )
        for grade in Grade
    ]
    ways.append(Way(bare, size.exported, _timed(lambda: _bare_write(size.exported), size.runs)))
    engine.dispose()
    return ways


def _people(session: Session, school: Organization, count: int) -> None:
    people = [
        Person(last_name=f"Белова{at}", first_name="Анна", patronymic="Петровна", created_at=NOW)
        for at in range(count)
    ]
    session.add_all(people)
    session.flush()
    profile = {"subject": "physics", "difficulties": ["discipline"], "experience_years": 3}
    for one in people:
        session.add(_membership(one, school, profile))
        session.add(_consent(one, school))


def _membership(one: Person, school: Organization, profile: dict[str, object]) -> Membership:
    return Membership(
        person_id=one.id,
        organization_id=school.id,
        role=Role.MENTEE,
        status=MembershipStatus.ACTIVE,
        profile=profile,
        capacity=0,
        unpaired_since=NOW,
        approved_at=NOW,
        created_at=NOW,
    )


def _consent(one: Person, school: Organization) -> Consent:
    return Consent(
        person_id=one.id,
        organization_id=school.id,
        kind=ConsentKind.PERSONAL_DATA,
        status=ConsentStatus.GIVEN,
        text_version="1",
        text_sha256="0" * 64,
        language="ru",
        asked_at=NOW,
        answered_at=NOW,
    )


def _bare_write(count: int) -> int:
    """As many cells as the full registry has, in a loop and without any formats."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = book.add_worksheet()
    width = len(columns_of(Role.MENTEE, Partition.TEACHER, Grade.FULL))
    for row in range(count):
        for column in range(width):
            sheet.write_string(row, column, f"Белова{row} {column}")
    book.close()
    return len(buffer.getvalue())


def _timed(way: Callable[[], object], runs: int) -> list[float]:
    taken = []
    for run in range(runs + 1):
        began = time.perf_counter()
        way()
        if run:  # the first one warms up
            taken.append(time.perf_counter() - began)
    return taken


def report(measured: Measured) -> str:
    by_name = {way.name: median(way.seconds) / way.rows for way in measured.ways}
    rows = []
    for way in measured.ways:
        each = by_name[way.name]
        beside = ratio(each / by_name[way.beside]) if way.beside else "1"
        rows.append((way.name, f"{way.rows:,}", f"{median(way.seconds):.2f} s", f"{1 / each:,.0f}", beside))
    head = ("what", "rows", "time", "rows a second", "÷ the bare loop")
    return f"{table('Registries: a staff taken in, a registry given out', head, rows)}\n"
