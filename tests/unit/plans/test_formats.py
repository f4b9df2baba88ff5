"""What is particular to a format: marks of Word, dates and formulas of Excel, encodings of text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from services.plans import Plan, read_plan
from tests.unit.plans.making import Made, as_csv, as_docx, as_xlsx, saved, workbook

TODAY = date(2024, 10, 1)
HEAD = ("№", "Мероприятие", "Срок", "Ответственный")
FIRST = ("1", "Большой педсовет", "до 15.09.2024", "директор")
MADE = Made(("План на 2024-2025 учебный год",), (HEAD, FIRST))


def read(data: bytes, name: str) -> Plan:
    return read_plan(data, name, today=TODAY)


def changed(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """The same package with one part written anew."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content.decode()).encode() if name == part else content)
    return stream.getvalue()


def with_cell(xml: str) -> Plan:
    """A plan whose activity is written in this XML of Word."""
    document = docx.Document(io.BytesIO(as_docx(MADE)))
    cell = document.tables[0].cell(1, 1)._tc
    for paragraph in cell.p_lst:
        cell.remove(paragraph)
    cell.append(parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>"))
    return read(saved(document), "план.docx")


@pytest.mark.parametrize(
    ("xml", "shown"),
    [
        ("<w:r><w:t>Новый</w:t></w:r><w:del><w:r><w:delText>старый</w:delText></w:r></w:del>", "Новый"),
        ("<w:ins><w:r><w:t>Вставка</w:t></w:r></w:ins><w:r><w:t> есть</w:t></w:r>", "Вставка есть"),
        ("<w:moveFrom><w:r><w:t>Ушло</w:t></w:r></w:moveFrom><w:r><w:t>Осталось</w:t></w:r>", "Осталось"),
        ("<w:r><w:t>Пед</w:t></w:r><w:r><w:t>совет</w:t><w:br/><w:t>школы</w:t></w:r>", "Педсовет\nшколы"),
        ("<w:r><w:t>Раз</w:t><w:tab/><w:t>два</w:t></w:r>", "Раз два"),
        ("<w:hyperlink><w:r><w:t>Ссылка</w:t></w:r></w:hyperlink>", "Ссылка"),
        ("<w:r><w:t>Видно</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>скрыто</w:t></w:r>", "Видно"),
        (
            "<w:r><w:t>Текст</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>надпись</w:t></w:r></w:p>"
            "</w:txbxContent></w:pict></w:r>",
            "Текст",
        ),
        ("<w:sdt><w:sdtContent><w:r><w:t>Поле</w:t></w:r></w:sdtContent></w:sdt>", "Поле"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>Поле</w:t></w:r>", "Поле"),
    ],
)
def test_word_says_what_stands_on_paper(xml: str, shown: str) -> None:
    assert with_cell(xml).rows[0].activity == shown


def test_a_row_deleted_in_word_is_left_out() -> None:
    document = docx.Document(
        io.BytesIO(as_docx(Made((), (HEAD, FIRST, ("2", "Лишнее дело", "май", "завуч")))))
    )
    row = document.tables[0].rows[2]._tr
    row.insert(0, parse_xml(f"<w:trPr {nsdecls('w')}><w:del w:id='1' w:author='-'/></w:trPr>"))
    assert [one.no for one in read(saved(document), "план.docx").rows] == ["1"]


def test_a_plan_in_a_cell_of_a_layout_table_is_found() -> None:
    document = docx.Document()
    outer = document.add_table(rows=1, cols=1)
    inner = outer.cell(0, 0).add_table(rows=2, cols=4)
    for row, texts in zip(inner.rows, (HEAD, FIRST), strict=True):
        for cell, one in zip(row.cells, texts, strict=True):
            cell.text = one
    assert read(saved(document), "план.docx").rows[0].activity == "Большой педсовет"


def test_a_table_in_a_cell_of_the_plan_is_its_text() -> None:
    document = docx.Document(io.BytesIO(as_docx(MADE)))
    inner = document.tables[0].cell(1, 1).add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "протокол", "№ 1"
    assert read(saved(document), "план.docx").rows[0].activity == "Большой педсовет\nпротокол № 1"


def day(*parts: int) -> datetime:
    return datetime(*parts)  # type: ignore[arg-type] # noqa: DTZ001 - Excel knows no time zones


def sheet_with(value: Any, number_format: str = "General") -> Plan:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("План на 2024-2025 учебный год",), HEAD, ("1", "Педсовет", value, "директор")):
        sheet.append(row)
    sheet["C3"].number_format = number_format
    return read(workbook(book), "план.xlsx")


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (day(2024, 9, 15), "dd.mm.yyyy", "15.09.2024"),
        (day(2024, 9, 15, 18, 30), "dd.mm.yy h:mm", "15.09.2024"),
        (day(2024, 9, 1), "mmmm yyyy", "09.2024"),
        (day(2024, 9, 15), "dd.mmm", "15.09"),
        (45550, "dd.mm.yyyy", "15.09.2024"),
        ("Сентябрь\n2024 г.", "General", "Сентябрь 2024 г."),
    ],
)
def test_a_date_in_excel_is_what_the_cell_shows(value: Any, number_format: str, shown: str) -> None:
    assert sheet_with(value, number_format).rows[0].deadline == shown


@pytest.mark.parametrize(
    ("value", "number_format", "shown", "doubts"),
    [
        (1, "General", "1", set()),
        (1.1, "General", "1.1", set()),
        (1.1, "0.00", "1.10", set()),
        (day(2024, 2, 1), "dd.mm.yyyy", "1.2", {"number-was-date"}),
    ],
)
def test_numbers_of_items_in_excel(value: Any, number_format: str, shown: str, doubts: set[str]) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEAD, (value, "Педсовет", "октябрь", "директор")):
        sheet.append(row)
    sheet["A2"].number_format = number_format
    row_read = read(workbook(book), "план.xlsx").rows[0]
    assert (row_read.no, {one.code for one in row_read.doubts}) == (shown, doubts)


def test_a_formula_counts_by_the_value_it_had() -> None:
    data = workbook(_book_with_formula())
    valued = changed(
        data,
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace("</f><v></v>", "</f><v>45550</v>").replace("</f><v/>", "</f><v>45550</v>"),
    )
    assert read(valued, "план.xlsx").rows[0].deadline == "15.09.2024"


def test_a_formula_without_a_value_is_a_doubt_of_its_row() -> None:
    row = read(workbook(_book_with_formula()), "план.xlsx").rows[0]
    assert row.deadline == ""
    assert "formula-without-value" in {one.code for one in row.doubts}


def _book_with_formula() -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEAD, ("1", "Педсовет", "=DATE(2024,9,15)", "директор")):
        sheet.append(row)
    sheet["C2"].number_format = "dd.mm.yyyy"
    return book


def test_sheets_are_joined_and_hidden_ones_are_named() -> None:
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    first.title = "Подготовка"
    for sheet, item in ((first, "Педсовет"), (book.create_sheet("Работа"), "Встречи пар")):
        sheet.append(HEAD)
        sheet.append(("1", item, "октябрь", "директор"))
    hidden = book.create_sheet("Черновик")
    hidden.sheet_state = "hidden"
    hidden.append(HEAD)
    hidden.append(("1", "Не для всех", "октябрь", "директор"))
    plan = read(workbook(book), "план.xlsx")
    assert [(row.section, row.activity, row.source) for row in plan.rows] == [
        ("Подготовка", "Педсовет", "1:2"),
        ("Работа", "Встречи пар", "2:2"),
    ]
    problems = {one.code: one.values for one in plan.problems}
    assert problems["hidden-sheet"] == {"name": "Черновик"}


def test_far_and_empty_cells_cost_nothing() -> None:
    far = '<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
    merged = '<mergeCells><mergeCell ref="A500:XFD1048576"/><mergeCell ref="Z1:A1"/></mergeCells>'
    data = changed(
        as_xlsx(MADE), "xl/worksheets/sheet1.xml", lambda xml: xml.replace("</sheetData>", far + merged)
    )
    assert len(read(data, "план.xlsx").rows) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1251", "cp866"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_csv_in_any_encoding_with_any_separator(encoding: str, separator: str) -> None:
    lines = as_csv(MADE).decode("cp1251").replace(";", separator).replace("№", "N")
    row = read(lines.encode(encoding), "план.csv").rows[0]
    assert (row.no, row.activity, row.deadline, row.responsible) == FIRST


def test_csv_keeps_separators_and_lines_inside_quotes() -> None:
    data = '№;Мероприятие;Срок\n1;"Педсовет; выборы\n- актив";октябрь\n'.encode()
    assert read(data, "план.csv").rows[0].activity == "Педсовет; выборы\n- актив"


def test_marks_of_html_and_markdown_are_not_text() -> None:
    lines = (
        "| № | Мероприятие | Срок |\n|---|:--|---|\n| 1 | **Педсовет**<br>о&nbsp;парах | <b>октябрь</b> |\n"
    )
    row = read(lines.encode(), "план.txt").rows[0]
    assert (row.activity, row.deadline) == ("Педсовет\nо парах", "октябрь")


def test_tall_and_wide_cells_of_html() -> None:
    lines = (
        "<table><tr><th>№<th>Мероприятие<th>Срок<th>Ответственный</tr><tr><td colspan=4>Раздел 1</tr>"
        "<tr><td>1<td>Педсовет<td rowspan=2>октябрь<td>директор</tr>"
        "<tr><td>2<td>Опрос учителей<td>куратор</tr></table>"
    )
    rows = read(lines.encode(), "план.txt").rows
    assert [(row.no, row.section, row.deadline, row.responsible) for row in rows] == [
        ("1", "Раздел 1", "октябрь", "директор"),
        ("2", "Раздел 1", "октябрь", "куратор"),
    ]


def test_invisible_signs_and_surplus_blanks_are_put_right() -> None:
    lines = "№\tМероприятие\tСрок\n1\t\u200b Пед\u00adсовет\u00a0\u00a0школы \tоктябрь\n"
    assert read(lines.encode(), "план.txt").rows[0].activity == "Педсовет школы"


def test_a_very_long_cell_is_cut_off_and_says_so() -> None:
    lines = f"№\tМероприятие\tСрок\n1\t{'очень долго ' * 2000}\tоктябрь\n"
    row = read(lines.encode(), "план.txt").rows[0]
    assert len(row.activity) <= 10_000
    assert "cell-clipped" in {one.code for one in row.doubts}


NUMBERING = """<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="8">
<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num></w:numbering>"""


def numbered(*lists: tuple[int, int], kind: str = "decimal") -> list[str]:
    """The numbers of items whose cells hold nothing but a place in a list: (list, level) each."""
    document = docx.Document(
        io.BytesIO(
            as_docx(
                Made((), (HEAD, *[("", f"Большое дело {at}", "май", "завуч") for at in range(len(lists))]))
            )
        )
    )
    for row, (key, level) in zip(document.tables[0].rows[1:], lists, strict=True):
        place = f"<w:numPr {nsdecls('w')}><w:ilvl w:val='{level}'/><w:numId w:val='{key}'/></w:numPr>"
        row.cells[0].paragraphs[0]._p.get_or_add_pPr().append(parse_xml(place))
    data = changed(saved(document), "word/numbering.xml", lambda _: NUMBERING.format(kind=kind))
    return [row.no for row in read(data, "план.docx").rows]


def test_numbers_that_word_counts_by_itself_are_seen() -> None:
    assert numbered((1, 0), (1, 0), (1, 0)) == ["1", "2", "3"]
    assert numbered((1, 0), (1, 1), (1, 1), (1, 0), (1, 1)) == ["1", "1.1", "1.2", "2", "2.1"]
    assert numbered((1, 0), (2, 0), (2, 0)) == ["1", "5", "6"]
    assert numbered((1, 0), (1, 0), (1, 0), (1, 0), kind="upperRoman") == ["I", "II", "III", "IV"]
    assert numbered((9, 0), (1, 3)) == ["", ""]


def test_points_that_word_marks_by_itself_are_seen() -> None:
    document = docx.Document(
        io.BytesIO(as_docx(Made((), (HEAD, ("1", "Издание приказов:\nо положении", "май", "завуч")))))
    )
    point = document.tables[0].cell(1, 1).paragraphs[1]._p
    point.get_or_add_pPr().append(parse_xml(f"<w:numPr {nsdecls('w')}><w:numId w:val='3'/></w:numPr>"))
    data = changed(saved(document), "word/numbering.xml", lambda _: NUMBERING.format(kind="decimal"))
    assert read(data, "план.docx").rows[0].activity == "Издание приказов:\n- о положении"
