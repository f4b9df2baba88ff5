"""The rows of a plan as the cells of a table: the words of it, in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.common.translator import Translator
from handlers.plans import words
from services.plan_desk import Row
from services.plan_sheet import Column


def columns(t: Translator) -> list[Column]:
    return [
        Column(t.plain("plans-sheet-number"), 7),
        Column(t.plain("plans-sheet-section"), 24),
        Column(t.plain("plans-sheet-activity"), 46),
        Column(t.plain("plans-sheet-phrase"), 24),
        Column(t.plain("plans-sheet-corrected"), 24),
        Column(t.plain("plans-sheet-reading"), 34),
        Column(t.plain("plans-sheet-doubts"), 40),
        Column(t.plain("plans-sheet-responsible"), 26),
        Column(t.plain("plans-sheet-people"), 28),
        Column(t.plain("plans-sheet-unknown"), 22),
        Column(t.plain("plans-sheet-result"), 34),
        Column(t.plain("plans-sheet-controller"), 22),
    ]


def cells(t: Translator, rows: Sequence[Row]) -> list[list[str]]:
    return [_cells(t, row) for row in rows]


def _cells(t: Translator, row: Row) -> list[str]:
    corrected = row.phrase if row.phrase != row.original_phrase else ""
    return [
        row.number,
        row.section,
        row.activity,
        row.original_phrase,
        corrected,
        words.reading_words(t, row.reading),
        "\n".join(words.doubts_words(t, row.doubts)),
        row.responsible_text,
        ", ".join(t.name(one) for one in row.people),
        "; ".join(row.unknown),
        row.expected_result,
        row.controller_text,
    ]
