"""A plan on the chat page: a Word file in, corrected, approved, lived with; in the system's Chromium."""

from __future__ import annotations

import io
from collections.abc import Iterator

import docx
import pytest

from tools.chat_page import ChatPage, opened, sandbox

pytestmark = pytest.mark.browser

CURATOR, HEAD = "Мария Ивановна Орлова", "Павел Олегович Смирнов"
ROWS = (
    ("№", "Мероприятие", "Срок", "Ответственный"),
    ("1", "Провести опрос участников", "Май, 2026", "кураторы"),
    ("2", "Вести раздел сайта", "постоянно", "кураторы"),
    ("3", "Подвести итоги года", "ежегодно до 30 июня", "зам. директора по УВР"),
)


@pytest.fixture
def page(chromium_path: str) -> Iterator[ChatPage]:
    with sandbox() as address, opened(address, chromium_path) as shown:
        yield shown


def plan() -> bytes:
    document = docx.Document()
    document.add_paragraph("Дорожная карта наставничества на 2026-2027 учебный год")
    table = document.add_table(len(ROWS), len(ROWS[0]))
    for line, cells in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(line.cells, cells, strict=True):
            cell.text = text
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.requirement("N-3.4-4", "N-3.3-4")
def test_a_plan_goes_from_a_word_file_to_the_picture_of_the_year(page: ChatPage) -> None:
    curator = page.open(CURATOR)
    curator.types("/menu")
    curator.sees("Что сделаем?")
    curator.tap("🗺 Дорожная карта")
    curator.sees("Дорожная карта наставничества (демонстрационная)")
    curator.tap("📄 Планы и версии")
    curator.tap("📎 Загрузить план")
    curator.sees("Пришлите файл")
    curator.types("вот он")
    curator.sees("нужен файл с планом")
    curator.attaches("document", ("план.docx", plan()))
    curator.sees("Прочитано 3 пункта", "с замечаниями: 1")
    curator.tap("⚠️ 1. Провести опрос участников")
    curator.sees("Вероятно, имелось в виду «май 2027»")
    curator.tap("Принять: «май 2027»")
    curator.sees("Исправлен на: «май 2027»")
    curator.tap("‹ К плану")
    curator.sees("с замечаниями: 0")
    curator.tap("📨 Передать руководителю")
    curator.sees("не распознано ответственных: 1")
    curator.tap("Передать")

    head = page.open(HEAD)
    head.types("/menu")
    head.sees("Что сделаем?")
    head.tap("📄 Планы · 1")
    head.sees("Ждёт утверждения")
    head.last.get_by_role("button").filter(has_text="Дорожная карта наставничества").first.click()
    head.sees("май 2027")
    head.tap("✅ Утвердить")
    head.types("14-н")
    head.types("31 февраля")
    head.types("20 ноября 2026")
    head.sees("20 ноября 2026")
    head.tap("✅ Утвердить")
    head.sees("План утверждён и действует")
    head.tap("🗺 Дорожная карта")
    head.tap("📊 Год на рисунке")
    head.sees("Готово")
    head.does_not_see("код")
