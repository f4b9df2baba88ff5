"""Staff files as schools have them, made with as few words as possible."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

import openpyxl

HEADS = (
    "Фамилия",
    "Имя",
    "Отчество",
    "Роль",
    "Предмет",
    "Стаж",
    "Затруднения",
    "Сильные стороны",
    "Сколько наставляемых",
    "Согласие №",
    "Дата согласия",
)
SIGNED = date(2026, 9, 1)
SURNAMES = (
    "Абрамова",
    "Белова",
    "Волкова",
    "Гусева",
    "Данилова",
    "Ершова",
    "Жукова",
    "Зайцева",
    "Ильина",
    "Козлова",
)
FIRST_NAMES = (
    "Анна",
    "Вера",
    "Галина",
    "Дарья",
    "Елена",
    "Зоя",
    "Инна",
    "Кира",
    "Лидия",
    "Майя",
)


def staff_file(*rows: Sequence[Any], heads: Sequence[Any] = HEADS, title: str = "Список") -> bytes:
    """An `.xlsx` with these rows below the heads."""
    return workbook((heads, *rows), title=title)


def workbook(rows: Sequence[Sequence[Any]], *, title: str = "Список") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def person(at: int, role: str | None = "", **other: Any) -> list[Any]:
    """The row of the person with this number: every fifth one is a mentor, unless another role is named, or
    none.
    """
    is_mentor = role == "наставник" or (role == "" and at % 5 == 0)
    values: dict[str, Any] = {
        "last": SURNAMES[at // 10 % 10],
        "first": FIRST_NAMES[at % 10],
        "patronymic": f"{FIRST_NAMES[at // 100 % 10]}овна",
        "role": ("наставник" if is_mentor else "наставляемый") if role == "" else role,
        "subject": "Математика",
        "experience": at % 30,
        "difficulties": "" if is_mentor else "Дисциплина на уроке",
        "strengths": "Дисциплина на уроке" if is_mentor else "",
        "capacity": 2 if is_mentor else None,
        "number": f"{at}-пд",
        "day": SIGNED,
    }
    return list((values | other).values())


def staff(count: int) -> list[list[Any]]:
    """So many people with a consent on paper."""
    return [person(at) for at in range(count)]


def cells(data: bytes) -> list[list[str]]:
    """What a file says, row by row; every cell of it is text."""
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    rows = list(sheet.iter_rows())
    assert all(cell.data_type == "s" for row in rows for cell in row if cell.value is not None)
    return [[str(cell.value or "") for cell in row] for row in rows]


def whole_text(data: bytes) -> str:
    return "\n".join(" | ".join(row) for row in cells(data))
