"""Documents to be printed and signed, as `.docx`: headings, paragraphs, requisites, tables, signatures.

What stands in them is put in by whoever asks; this file knows the paper and nothing of the programme.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

FONT, SIZE = "Times New Roman", 12
MARGIN = Mm(20)
LEFT_MARGIN = Mm(30)
"""Paper is bound on the left."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG, so many millimetres wide."""

    png: bytes
    width: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its heading row; every row has as many cells."""

    heads: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Field:
    """A requisite with what is known of it; nothing known leaves a line to be filled in by hand."""

    label: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document from top to bottom. `parts` are paragraphs (str), pictures, tables and requisites.

    `signatures`: under what each of those who sign signs: «Руководитель», «Наставник».
    """

    title: str
    parts: Sequence[str | Picture | Table | Field]
    signatures: Sequence[str] = ()
    heading: Sequence[str] = field(default=())


BLANK = "_" * 40


def docx(paper: Paper) -> bytes:
    """The document as a file for a word processor. Text is only ever text: nothing in it is a field or a
    formula.
    """
    document = Document()
    _set_page(document)
    for line in paper.heading:
        _paragraph(document, line, alignment=WD_ALIGN_PARAGRAPH.RIGHT)
    _paragraph(document, paper.title, is_bold=True, alignment=WD_ALIGN_PARAGRAPH.CENTER)
    for part in paper.parts:
        _put(document, part)
    for signature in paper.signatures:
        _paragraph(document, f"{signature}: {'_' * 18} / {'_' * 24} /    «____» ____________ 20___")
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _set_page(document: Any) -> None:
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(SIZE)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = LEFT_MARGIN, MARGIN
    section.top_margin = section.bottom_margin = MARGIN


def _put(document: Any, part: str | Picture | Table | Field) -> None:
    match part:
        case str():
            for line in part.splitlines():
                _paragraph(document, line)
        case Field():
            _paragraph(document, f"{part.label}: {part.value or BLANK}")
        case Picture():
            document.add_picture(BytesIO(part.png), width=Mm(part.width))
            document.paragraphs[-1].alignment = WD_ALIGN_PARAGRAPH.CENTER
        case Table():
            _table(document, part)


def _paragraph(
    document: Any,
    text: str,
    *,
    is_bold: bool = False,
    alignment: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT,
) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = alignment
    paragraph.paragraph_format.space_after = Pt(6)
    run = paragraph.add_run(_printable(text))
    run.bold = is_bold


def _table(document: Any, table: Table) -> None:
    made = document.add_table(rows=1, cols=len(table.heads))
    made.style = "Table Grid"
    for cell, head in zip(made.rows[0].cells, table.heads, strict=True):
        cell.paragraphs[0].add_run(_printable(head)).bold = True
    for row in table.rows:
        for cell, text in zip(made.add_row().cells, row, strict=True):
            cell.text = _printable(text)


def _printable(text: str) -> str:
    """XML holds no control characters; one in a name must not keep the document from being made."""
    return "".join(sign for sign in text if sign in "\t\n" or sign.isprintable() or sign.isspace())
