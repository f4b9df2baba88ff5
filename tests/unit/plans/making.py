"""Files with plans, made from one description in every format that is read."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import docx
import openpyxl
import xlsxwriter
from openpyxl.cell.cell import MergedCell

Merge = tuple[int, int, int, int]
"""First row, first column, last row, last column; the head is row 0."""


@dataclass(frozen=True, slots=True)
class Made:
    """What is written into a file: lines over the table, its rows (a cell's lines are parted by line ends),
    what is merged in them, and lines below.
    """

    before: Sequence[str]
    rows: Sequence[Sequence[str]]
    merges: Sequence[Merge] = ()
    after: Sequence[str] = ()
    others: Sequence[Sequence[Sequence[str]]] = field(default=())
    """Tables that stand before the lines over the plan: signatures, requisites."""

    @property
    def width(self) -> int:
        return max(map(len, self.rows))


def as_tabs(made: Made) -> bytes:
    """A row to a line; a cell of several lines is HTML; a section is a line without tabs."""
    lines = [*_others(made), *made.before, ""]
    for row in made.rows:
        alone = row[0] and not any(row[1:])
        lines.append(row[0] if alone else "\t".join(map(_html, row)))
    return "\n".join([*lines, "", *made.after]).encode()


def _others(made: Made) -> list[str]:
    return [line for other in made.others for line in [*("\t".join(row) for row in other), ""]]


def _html(text: str) -> str:
    lines = text.split("\n")
    return text if len(lines) == 1 else " ".join(f"<p>{line}</p>" for line in lines)


def as_lone_cells(made: Made) -> bytes:
    """A cell to a line that begins with a tab, rows parted by empty lines."""
    lines = [line for other in made.others for row in other for line in [*(f"\t{cell}" for cell in row), ""]]
    lines += made.before
    for row in made.rows:
        # A line end inside a cell breaks the line, and the rest of it stands there with a blank.
        cells = "\n".join("\t" + cell.replace("\n", "\n ") for cell in row)
        lines += [*cells.split("\n"), ""]
    return "\n".join([*lines, *made.after]).encode()


def as_pipes(made: Made) -> bytes:
    lines = [*made.before, ""]
    for at, row in enumerate(made.rows):
        lines.append("| " + " | ".join(cell.replace("\n", "<br>") for cell in row) + " |")
        if not at:
            lines.append("|---" * made.width + "|")
    return "\n".join([*lines, "", *made.after]).encode()


def as_html(made: Made) -> bytes:
    rows = []
    for row in made.rows:
        cells = "".join(f"<td>{cell.replace(chr(10), '<br>')}</td>" for cell in row)
        rows.append(f"<tr>{cells}</tr>")
    above = "".join(f"<p>{line}</p>" for line in made.before)
    return f"<div>{above}<table><tbody>{''.join(rows)}</tbody></table></div>".encode()


def as_csv(made: Made) -> bytes:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";")
    writer.writerows([[line] for line in made.before])
    writer.writerows(made.rows)
    return stream.getvalue().encode("cp1251")


def as_docx(made: Made) -> bytes:
    document = docx.Document()
    for other in made.others:
        _add_table(document, other, ())
        document.add_paragraph("")
    for line in made.before:
        document.add_paragraph(line)
    _add_table(document, made.rows, made.merges)
    for line in made.after:
        document.add_paragraph(line)
    return saved(document)


def _add_table(
    document: docx.document.Document, rows: Sequence[Sequence[str]], merges: Sequence[Merge]
) -> None:
    table = document.add_table(rows=len(rows), cols=max(map(len, rows)))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            first, *rest = text.split("\n")
            cell.paragraphs[0].text = first
            for line in rest:
                cell.add_paragraph(line)
    for top, left, bottom, right in merges:
        table.cell(top, left).merge(table.cell(bottom, right))


def saved(document: docx.document.Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_xlsx(made: Made) -> bytes:
    """By openpyxl."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in made.before:
        sheet.append([line])
    for row in made.rows:
        sheet.append([cell or None for cell in row])
    shift = len(made.before) + 1
    for top, left, bottom, right in made.merges:
        sheet.merge_cells(
            start_row=top + shift, start_column=left + 1, end_row=bottom + shift, end_column=right + 1
        )
        assert not isinstance(sheet.cell(top + shift, left + 1), MergedCell)
    return workbook(book)


def workbook(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_other_xlsx(made: Made) -> bytes:
    """By XlsxWriter, which writes the same table in other words."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet("План")
    for at, line in enumerate(made.before):
        sheet.write_string(at, 0, line)
    shift = len(made.before)
    for at, row in enumerate(made.rows):
        for column, cell in enumerate(row):
            if cell:
                sheet.write_string(at + shift, column, cell)
    for top, left, bottom, right in made.merges:
        sheet.merge_range(top + shift, left, bottom + shift, right, made.rows[top][left])
    book.close()
    return stream.getvalue()


FORMATS: dict[str, tuple[Callable[[Made], bytes], str]] = {
    "tabs": (as_tabs, "план.txt"),
    "lone cells": (as_lone_cells, "план.txt"),
    "pipes": (as_pipes, "план.txt"),
    "html": (as_html, "план.txt"),
    "csv": (as_csv, "план.csv"),
    "docx": (as_docx, "план.docx"),
    "xlsx": (as_xlsx, "план.xlsx"),
    "other xlsx": (as_other_xlsx, "план.xlsx"),
}
