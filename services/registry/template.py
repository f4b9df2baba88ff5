"""The staff file that is offered: heads, an example row that the import passes over, choices as lists.

Pure: words in, bytes out. Knows no language and nothing of the database.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from services.colleagues import MOST_MENTEES, NUMBER_LIMIT
from services.registry.heads import Field
from services.registry.reading import EXPERIENCE_MOST

ROWS_PREPARED = 1_000
LISTS_SHEET = "Lists"
_WIDTHS = {
    Field.NUMBER: 9,
    Field.LAST: 20,
    Field.FIRST: 16,
    Field.PATRONYMIC: 20,
    Field.ROLE: 16,
    Field.SUBJECT: 28,
    Field.EXPERIENCE: 12,
    Field.CATEGORY: 26,
    Field.DIFFICULTIES: 40,
    Field.STRENGTHS: 40,
    Field.CAPACITY: 16,
    Field.CONSENT_NUMBER: 16,
    Field.CONSENT_DATE: 16,
}
FIELDS = tuple(_WIDTHS)
"""The columns of the template, from left to right."""


@dataclass(frozen=True, slots=True)
class TemplateWords:
    """`heads` and `example` by field; `choices`: what a cell offers; `lines`: how to fill it in."""

    sheet: str
    help_sheet: str
    heads: Mapping[Field, str]
    example: Mapping[Field, str]
    choices: Mapping[Field, Sequence[str]]
    lines: Sequence[str]


def template(words: TemplateWords) -> bytes:
    """The file. Every cell is text, so that none can hold a formula."""
    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet(words.sheet[:31])
    bold = book.add_format(
        {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E8EEF7", "border": 1}
    )
    grey = book.add_format({"italic": True, "font_color": "#808080", "text_wrap": True, "valign": "top"})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    days = book.add_format({"num_format": "dd.mm.yyyy", "valign": "top"})
    for column, field in enumerate(FIELDS):
        sheet.set_column(column, column, _WIDTHS[field], days if field is Field.CONSENT_DATE else plain)
        sheet.write_string(0, column, words.heads[field], bold)
        sheet.write_string(1, column, words.example.get(field, ""), grey)
    sheet.freeze_panes(1, 0)
    _help(book.add_worksheet(words.help_sheet[:31]), words.lines, plain)
    _choices(book, sheet, words.choices)
    book.close()
    return buffer.getvalue()


def _help(sheet: Worksheet, lines: Sequence[str], style: object) -> None:
    sheet.set_column(0, 0, 110)
    for row, line in enumerate(lines):
        sheet.write_string(row, 0, line, style)


def _choices(book: Workbook, sheet: Worksheet, choices: Mapping[Field, Sequence[str]]) -> None:
    """Lists stand on a hidden sheet: written into the rule they may not have more than 255 characters.

    Other words are allowed everywhere: a subject may be in no list, and difficulties are several.
    """
    lists = book.add_worksheet(LISTS_SHEET)
    lists.hide()
    for at, (field, options) in enumerate(choices.items()):
        for row, option in enumerate(options):
            lists.write_string(row, at, option)
        letter = chr(ord("A") + at)
        source = f"={LISTS_SHEET}!${letter}$1:${letter}${max(len(options), 1)}"
        _validate(sheet, field, {"validate": "list", "source": source, "error_type": "information"})
    _validate(sheet, Field.EXPERIENCE, _between(0, EXPERIENCE_MOST))
    _validate(sheet, Field.CAPACITY, _between(1, MOST_MENTEES))
    number = {"validate": "length", "criteria": "<=", "value": NUMBER_LIMIT}
    _validate(sheet, Field.CONSENT_NUMBER, number)


def _between(least: int, most: int) -> dict[str, object]:
    return {"validate": "integer", "criteria": "between", "minimum": least, "maximum": most}


def _validate(sheet: Worksheet, field: Field, rule: dict[str, object]) -> None:
    column = FIELDS.index(field)
    sheet.data_validation(2, column, ROWS_PREPARED + 1, column, rule)
