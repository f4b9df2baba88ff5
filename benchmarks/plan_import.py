"""Reading a plan of 2,000 rows out of a file, beside a bare walk over the same cells."""

from __future__ import annotations

import io
import multiprocessing
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import docx
import openpyxl

from benchmarks.figures import median, ratio, table
from services.plans import read_plan

TODAY = date(2024, 9, 1)
HEAD = ("№ п/п", "Мероприятие", "Срок исполнения", "Ответственный", "Ожидаемый результат")
MONTHS = ("сентябрь", "октябрь", "ноябрь", "декабрь", "январь", "февраль", "март", "апрель", "май")
IN_A_SECTION = 50


@dataclass(frozen=True, slots=True)
class Size:
    rows: int = 2_000
    runs: int = 5


@dataclass(frozen=True, slots=True)
class Way:
    """`seconds` by runs; `megabytes`: how much more memory a fresh process had in use at the most."""

    name: str
    seconds: list[float]
    megabytes: float


@dataclass(frozen=True, slots=True)
class Measured:
    rows: int
    file_kilobytes: dict[str, float]
    ways: list[Way]


def measure(size: Size) -> Measured:
    files = {"docx": _docx(size.rows), "xlsx": _xlsx(size.rows)}
    ways: dict[str, tuple[Callable[[bytes], int], bytes]] = {
        ".docx, read as a plan": (_ours_docx, files["docx"]),
        ".docx, cells by python-docx": (_bare_docx, files["docx"]),
        ".xlsx, read as a plan": (_ours_xlsx, files["xlsx"]),
        ".xlsx, cells by openpyxl": (_bare_xlsx, files["xlsx"]),
    }
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for run in range(size.runs + 1):
        for name, (way, data) in ways.items():
            began = time.perf_counter()
            assert way(data) >= size.rows, name
            if run:  # the first one warms up
                taken[name].append(time.perf_counter() - began)
    found = [Way(name, taken[name], _peak(way, data)) for name, (way, data) in ways.items()]
    return Measured(size.rows, {name: len(data) / 1024 for name, data in files.items()}, found)


def _rows(count: int) -> list[tuple[str, ...]]:
    """Sections, and items with deadlines of some hundred different spellings."""
    rows: list[tuple[str, ...]] = []
    for at in range(count):
        section, number = at // IN_A_SECTION + 1, at % IN_A_SECTION + 1
        if number == 1:
            rows.append((f"Раздел {section}. Работа пар", "", "", "", ""))
        activity = f"Встреча наставника с молодым учителем и разбор урока № {at}"
        rows.append((f"{section}.{number}.", activity, _deadline(at), "Зам. директора, кураторы", "Протокол"))
    return rows


def _deadline(at: int) -> str:
    month, other = MONTHS[at % 9], MONTHS[(at // 9) % 9]
    spellings = (
        f"{at % 28 + 1:02d}.{at % 4 + 9:02d}.2024",
        f"до {at % 28 + 1}.10.2024",
        f"{month}",
        f"{month}, {other}",
        "в течение года",
        "27.09.2024, далее – ежегодно сентябрь",
    )
    return spellings[at % len(spellings)]


def _docx(count: int) -> bytes:
    document = docx.Document()
    document.add_paragraph("План мероприятий на 2024-2025 учебный год")
    rows = [HEAD, *_rows(count)]
    made = document.add_table(rows=len(rows), cols=len(HEAD))
    # `row.cells` goes through the whole table each time; the cells in one list are quick to fill.
    for cell, text in zip(made._cells, (text for row in rows for text in row), strict=True):
        cell.text = text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _xlsx(count: int) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in [("План мероприятий на 2024-2025 учебный год",), HEAD, *_rows(count)]:
        sheet.append([text or None for text in row])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _ours_docx(data: bytes) -> int:
    return len(read_plan(data, "plan.docx", today=TODAY).rows)


def _ours_xlsx(data: bytes) -> int:
    return len(read_plan(data, "plan.xlsx", today=TODAY).rows)


def _bare_docx(data: bytes) -> int:
    rows = 0
    for made in docx.Document(io.BytesIO(data)).tables:
        rows += sum("".join(cell.text for cell in row.cells) != "" for row in made.rows)
    return rows


def _bare_xlsx(data: bytes) -> int:
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    return sum(any(row) for sheet in book.worksheets for row in sheet.iter_rows(values_only=True))


def _peak(way: Callable[[bytes], int], data: bytes) -> float:
    """The memory that a fresh process needs for it beyond what it has after its imports."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        return pool.apply(_peak_here, (way, data))


def _peak_here(way: Callable[[bytes], int], data: bytes) -> float:
    before = _used_at_most()
    way(data)
    return (_used_at_most() - before) / 1024


def _used_at_most() -> float:
    """Kilobytes. What `getrusage` says is no good here: it begins with what the parent process had."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return float(next(line.split()[1] for line in lines if line.startswith("VmHWM")))


def report(measured: Measured) -> str:
    by_name = {way.name: median(way.seconds) for way in measured.ways}
    rows = []
    for way in measured.ways:
        kind = way.name[:5]
        bare = next(seconds for name, seconds in by_name.items() if name.startswith(f"{kind}, cells"))
        seconds = by_name[way.name]
        rows.append(
            (
                way.name,
                f"{seconds:.2f} s",
                f"{measured.rows / seconds:,.0f}",
                ratio(seconds / bare),
                f"{way.megabytes:.0f} MB",
            )
        )
    head = ("file", "time", "rows a second", "÷ the bare walk", "memory at most")
    sizes = ", ".join(f".{name} {size:,.0f} KB" for name, size in measured.file_kilobytes.items())
    return f"{table(f'A plan of {measured.rows:,} rows', head, rows)}\nThe files: {sizes}.\n"
