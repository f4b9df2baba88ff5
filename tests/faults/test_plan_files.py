"""Files that are no plans, or are broken, or mean harm: a clear sentence each, bounded memory."""

from __future__ import annotations

import io
import random
import tracemalloc
import zipfile
from collections.abc import Callable
from datetime import date
from functools import cache, partial
from pathlib import Path

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.settings import ROOT
from handlers.common.translator import Texts
from services import content
from services.plans import Plan, PlanNotFound, PlanRefused, read_plan
from services.plans.refusals import (
    PlanFileBomb,
    PlanFileDamaged,
    PlanFileEmpty,
    PlanFileLocked,
    PlanFileMacros,
    PlanFileOtherKind,
    PlanFileTooLarge,
    PlanFormatOld,
    PlanFormatUnknown,
    PlanTooLong,
)
from tests.unit.plans.golden import SECTIONS, SEVERAL, STAGES
from tests.unit.plans.making import FORMATS, Made, as_csv, as_docx, as_tabs, as_xlsx, workbook
from tools.check_texts import error_key

TODAY = date(2024, 10, 1)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
LOCKED = OLE + "EncryptedPackage".encode("utf-16-le") + bytes(200)
PDF, PNG = b"%PDF-1.7\n%...", b"\x89PNG\r\n\x1a\n" + bytes(50)
WORD = '<w:document xmlns:w="u"><w:body>{}</w:body></w:document>'
SHEET = '<worksheet xmlns="u"><sheetData>{}</sheetData></worksheet>'
HEAD = ("№", "Мероприятие", "Срок")


def packed(**parts: str | bytes) -> bytes:
    """An Office file; `word_document` is the part `word/document.xml`."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name.replace("_", "/", 1) + ".xml", part)
    return stream.getvalue()


def with_part(data: bytes, name: str, part: bytes) -> bytes:
    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream, "a") as package:
        package.writestr(name, part)
    return stream.getvalue()


def bomb() -> bytes:
    return packed(word_document=b"0" * 61 * 1024 * 1024)


def many_marks() -> bytes:
    """Small when packed and not too large unpacked, but every tag of it would cost a hundred bytes."""
    ballast = random.Random(1).randbytes(200_000)
    return with_part(packed(word_document=WORD.format("<w:p/>" * 3_100_000)), "ballast.bin", ballast)


def lying_size() -> bytes:
    """The list of contents says that a part is small."""
    data = bytearray(packed(word_document=b"0" * 1_000_000))
    size = (1_000_000).to_bytes(4, "little")
    while size in data:
        at = data.index(size)
        data[at : at + 4] = (100).to_bytes(4, "little")
    return bytes(data)


def entities() -> bytes:
    lines = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 12))
    return packed(word_document=f'<!DOCTYPE w [<!ENTITY l0 "ha">{lines}]>' + WORD.format("<w:p>&l11;</w:p>"))


def outside_entity() -> bytes:
    return packed(
        word_document='<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
        + WORD.format("<w:p>&e;</w:p>")
    )


def with_password_on_zip() -> bytes:
    data = bytearray(as_docx(SECTIONS))
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(sign, at + 4)
    return bytes(data)


def rows(count: int) -> Made:
    return Made((), (HEAD, *((str(at), "Провести дело", "октябрь") for at in range(count))))


def columns(count: int) -> Made:
    return Made(
        (), ((*HEAD, *[f"Столбец {at}" for at in range(count - 3)]), ("1", "Дело", "май", *"я" * (count - 3)))
    )


def sheets(count: int) -> bytes:
    book = openpyxl.Workbook()
    for at in range(count - 1):
        book.create_sheet(f"Лист {at}")
    return workbook(book)


REFUSED: dict[str, tuple[Callable[[], bytes], str, type[PlanRefused]]] = {
    "empty": (lambda: b"", "план.docx", PlanFileEmpty),
    "too large": (lambda: b"x" * (5 * 1024 * 1024 + 1), "план.txt", PlanFileTooLarge),
    "unknown extension": (lambda: b"x", "план.pages", PlanFormatUnknown),
    "no extension": (lambda: b"x", "план", PlanFormatUnknown),
    "pdf by name": (lambda: PDF, "план.pdf", PlanFormatUnknown),
    "old word": (lambda: OLE, "план.doc", PlanFormatOld),
    "old excel": (lambda: OLE, "план.XLS", PlanFormatOld),
    "old word renamed": (lambda: OLE, "план.docx", PlanFormatOld),
    "open document": (lambda: b"PK", "план.odt", PlanFormatOld),
    "password, word": (lambda: LOCKED, "план.docx", PlanFileLocked),
    "password, excel": (lambda: LOCKED, "план.xlsx", PlanFileLocked),
    "password, zip": (with_password_on_zip, "план.docx", PlanFileLocked),
    "macros by name": (lambda: b"x", "план.docm", PlanFileMacros),
    "macros by name, excel": (lambda: b"x", "план.xlsm", PlanFileMacros),
    "macros inside": (
        lambda: with_part(as_docx(SECTIONS), "word/vbaProject.bin", b"x"),
        "план.docx",
        PlanFileMacros,
    ),
    "macros inside, excel": (
        lambda: with_part(as_xlsx(SECTIONS), "xl/vbaProject.bin", b"x"),
        "план.xlsx",
        PlanFileMacros,
    ),
    "pdf as word": (lambda: PDF, "план.docx", PlanFileOtherKind),
    "picture as text": (lambda: PNG, "план.txt", PlanFileOtherKind),
    "picture as excel": (lambda: PNG, "план.xlsx", PlanFileOtherKind),
    "text as word": (partial(as_tabs, SECTIONS), "план.docx", PlanFileOtherKind),
    "word as text": (lambda: as_docx(SECTIONS), "план.csv", PlanFileOtherKind),
    "word as excel": (lambda: as_docx(SECTIONS), "план.xlsx", PlanFileOtherKind),
    "excel as word": (lambda: as_xlsx(SECTIONS), "план.docx", PlanFileOtherKind),
    "any zip as word": (lambda: packed(readme="<a/>"), "план.docx", PlanFileOtherKind),
    "bytes as text": (lambda: random.Random(3).randbytes(5000), "план.txt", PlanFileOtherKind),
    "cut off": (lambda: as_docx(SECTIONS)[:5000], "план.docx", PlanFileDamaged),
    "no xml": (lambda: packed(word_document="<w:a"), "план.docx", PlanFileDamaged),
    "lying about its size": (lying_size, "план.docx", PlanFileDamaged),
    "bottomless": (lambda: packed(word_document="<a>" * 5000), "план.docx", PlanFileDamaged),
    "entities": (entities, "план.docx", PlanFileDamaged),
    "entity from outside": (outside_entity, "план.docx", PlanFileDamaged),
    "endless field": (lambda: b'"' + b"x;" * 200_000, "план.csv", PlanFileDamaged),
    "bomb": (bomb, "план.docx", PlanFileBomb),
    "many tags": (many_marks, "план.docx", PlanFileBomb),
    "too many parts": (lambda: packed(**{f"a_{at}": "" for at in range(2001)}), "план.xlsx", PlanFileBomb),
    "too many rows": (lambda: as_tabs(rows(3000)), "план.txt", PlanTooLong),
    "too many rows, csv": (lambda: as_csv(rows(3000)), "план.csv", PlanTooLong),
    "too many rows, excel": (lambda: as_xlsx(rows(3000)), "план.xlsx", PlanTooLong),
    "too many columns": (lambda: as_docx(columns(61)), "план.docx", PlanTooLong),
    "too many columns, excel": (lambda: as_xlsx(columns(61)), "план.xlsx", PlanTooLong),
    "too many columns, text": (lambda: as_tabs(columns(61)), "план.txt", PlanTooLong),
    "too many sheets": (lambda: sheets(21), "план.xlsx", PlanTooLong),
    "blank": (lambda: b" \n \n", "план.txt", PlanNotFound),
    "no plan": ("Просто письмо.\nБез плана.".encode, "план.txt", PlanNotFound),
    "no plan, word": (lambda: packed(word_document=WORD.format("<w:p/>")), "план.docx", PlanNotFound),
    "no plan, excel": (lambda: sheets(2), "план.xlsx", PlanNotFound),
}


@cache
def texts() -> Texts:
    return Texts(ROOT / "locales", content.load(ROOT / "content"))


@pytest.mark.parametrize("case", REFUSED)
def test_a_file_that_is_not_read_is_refused_with_a_sentence(case: str) -> None:
    make, name, error = REFUSED[case]
    with pytest.raises(PlanRefused) as refused:
        read_plan(make(), name, today=TODAY)
    assert type(refused.value) is error
    for language in ("ru", "tt", "en"):
        sentence = texts().translator(language).plain(error_key(error.__name__), **refused.value.fields)
        assert len(sentence) > 20


def test_the_most_that_is_allowed_is_read() -> None:
    assert len(read_plan(as_tabs(rows(2999)), "план.txt", today=TODAY).rows) == 2999
    assert len(read_plan(as_xlsx(columns(60)), "план.xlsx", today=TODAY).rows) == 1


def test_a_bomb_is_not_unpacked() -> None:
    data = bomb()
    tracemalloc.start()
    try:
        with pytest.raises(PlanFileBomb):
            read_plan(data, "план.docx", today=TODAY)
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


def test_nothing_from_outside_gets_into_a_plan(tmp_path: Path) -> None:
    """A link to another workbook is not followed; what it last gave is what counts."""
    linked = SHEET.format(
        '<row><c t="str"><v>№</v></c><c t="str"><v>Мероприятие</v></c><c t="str"><v>Срок</v></c></row>'
        "<row><c><v>1</v></c><c t='str'><f>[1]Лист1!A1</f><v>Дело</v></c><c t='str'><f>'file:///x'</f><v>май</v></c></row>"
    )
    relations = (
        '<Relationships xmlns="u"><Relationship Id="r1" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" TargetMode="External" Target="file://{tmp_path}"/></Relationships>'
    )
    named = '<sheet name="а" r:id="r1"/><sheet name="б" r:id="r2"/>'
    book = f'<workbook xmlns="u" xmlns:r="v"><sheets>{named}</sheets></workbook>'
    data = packed(xl_workbook=book)
    data = with_part(data, "xl/_rels/workbook.xml.rels", relations.encode())
    data = with_part(data, "xl/worksheets/sheet1.xml", linked.encode())
    plan = read_plan(data, "план.xlsx", today=TODAY)
    assert [(row.activity, row.deadline) for row in plan.rows] == [("Дело", "май")]


@cache
def good(file_format: str) -> tuple[bytes, str]:
    write, name = FORMATS[file_format]
    return write(SEVERAL), name


def read_or_refuse(data: bytes, name: str) -> Plan | None:
    """The plan, or None after a refusal; everything else fails the test."""
    try:
        return read_plan(data, name, today=TODAY)
    except PlanRefused as refused:
        key = error_key(type(refused).__name__)
        assert texts().translator("ru").plain(key, **refused.fields)
        return None


@pytest.mark.parametrize("file_format", ["docx", "xlsx", "tabs", "lone cells", "html", "csv"])
@given(share=st.floats(0, 1))
@settings(max_examples=25, deadline=None)
def test_files_cut_off_anywhere_are_read_or_refused(file_format: str, share: float) -> None:
    data, name = good(file_format)
    read_or_refuse(data[: int(len(data) * share)], name)


@pytest.mark.parametrize("file_format", ["docx", "xlsx", "tabs", "html", "csv"])
@given(seed=st.integers(0, 2**32), count=st.integers(1, 60))
@settings(max_examples=30, deadline=None)
def test_files_with_broken_bytes_are_read_or_refused(file_format: str, seed: int, count: int) -> None:
    data, name = good(file_format)
    chance = random.Random(seed)
    broken = bytearray(data)
    for _ in range(count):
        broken[chance.randrange(len(broken))] = chance.randrange(256)
    read_or_refuse(bytes(broken), name)


@pytest.mark.parametrize(
    ("file_format", "part"),
    [
        ("docx", "word/document.xml"),
        ("docx", "word/numbering.xml"),
        ("docx", "word/styles.xml"),
        ("docx", "_rels/.rels"),
        ("docx", "[Content_Types].xml"),
        ("xlsx", "xl/worksheets/sheet1.xml"),
        ("xlsx", "xl/workbook.xml"),
        ("xlsx", "xl/_rels/workbook.xml.rels"),
        ("xlsx", "xl/styles.xml"),
        ("xlsx", "xl/sharedStrings.xml"),
    ],
)
@given(seed=st.integers(0, 2**32), count=st.integers(1, 8))
@settings(max_examples=25, deadline=None)
def test_parts_with_mixed_up_tags_are_read_or_refused(
    file_format: str, part: str, seed: int, count: int
) -> None:
    """Tags and values change places, so that the XML stays well formed more often than not."""
    data, name = good(file_format)
    read_or_refuse(_mixed_up(data, part, random.Random(seed), count), name)


def _mixed_up(data: bytes, part: str, chance: random.Random, count: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for one in old.namelist():
            content_of_part = old.read(one)
            if one == part:
                pieces = content_of_part.decode().split('"')
                for _ in range(count):
                    first, second = chance.randrange(len(pieces)), chance.randrange(len(pieces))
                    # Values of attributes stand at the odd places.
                    if first % 2 == second % 2 == 1 or not chance.randrange(20):
                        pieces[first] = chance.choice((pieces[second], "-1", "99999999999", "", "Ё", "1e999"))
                content_of_part = '"'.join(pieces).encode()
            new.writestr(one, content_of_part)
    return stream.getvalue()


ALPHABET = '\t\n|;,"<>/&-—.№ аяАЯ019' + "\u0301\u200b\u00a0\x00\ufffe"


@given(st.text(ALPHABET, max_size=400), st.sampled_from(["план.txt", "план.csv"]))
@settings(max_examples=200, deadline=None)
@example("<table><tr><td rowspan=0 colspan=-1>", "план.txt")
@example("\t\n \n\t", "план.txt")
@example("|-|\n|", "план.txt")
def test_any_text_is_read_or_refused(text: str, name: str) -> None:
    read_or_refuse(text.encode("utf-8", "surrogatepass"), name)


WORDS = (
    *("№", "Мероприятие", "Срок", "Ответственный", "Этап", "Содержание", "Месяц", "Результат", "Подпись"),
    *(
        "1",
        "1.1.",
        "II",
        "Сентябрь",
        "до 15.09.2024",
        "Провести большой педсовет",
        "директор",
        "Раздел 1",
        "",
    ),
    *("", "", "продолжение строки", "- пункт", "01.09.2024", "в течение года", "начало", "окончание"),
)


@given(
    st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6), min_size=1, max_size=9),
    st.sampled_from(["tabs", "lone cells", "pipes", "html", "csv", "xlsx"]),
)
@settings(max_examples=200, deadline=None)
def test_any_table_is_read_or_refused(table: list[list[str]], file_format: str) -> None:
    width = max(map(len, table))
    made = Made(("План на 2024-2025 учебный год",), [[*row, *[""] * (width - len(row))] for row in table])
    write, name = FORMATS[file_format]
    plan = read_or_refuse(write(made), name)
    for row in plan.rows if plan else ():
        assert row.source
        assert row.reading.is_understood or row.doubts


@pytest.mark.parametrize("made", [STAGES, SEVERAL, SECTIONS])
def test_the_same_file_gives_the_same_plan(made: Made) -> None:
    data = as_docx(made)
    assert read_plan(data, "план.docx", today=TODAY) == read_plan(data, "план.docx", today=TODAY)
