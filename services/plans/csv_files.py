"""Text and `.csv` out of bytes in the encodings that are met, and the rows of a `.csv`.

Knows nothing of plans.
"""

from __future__ import annotations

import codecs
import csv
import io
import re

from services.plans.document import Document, Row, RowCounter, Table, cell_of, spread, within_columns
from services.plans.plan import Problem
from services.plans.refusals import PlanFileDamaged, PlanFileOtherKind

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOST = "\ufffd"
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SEPARATORS = ";\t,|"
_LOOKED_AT = 200
_FIELD_LIMIT = 200_000


def decode(data: bytes, extension: str) -> tuple[str, tuple[Problem, ...]]:
    """The text, and what is wrong with it. Raises PlanFileOtherKind when it is no text."""
    text = _decoded(data)
    lost = text.count(_LOST)
    if len(_CONTROLS.findall(text)) * 200 > len(text) or lost * 20 > len(text):
        raise PlanFileOtherKind(extension=extension, found="BIN")
    return text, (Problem("signs-lost", {"count": lost}),) if lost else ()


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        halves = data[first:4000:2]
        # In Russian text of two bytes a sign, nearly every second byte is that of the alphabet or of Latin.
        if (halves.count(0) + halves.count(4)) * 10 > len(halves) * 8:
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    almost = data.decode("utf-8", "replace")
    # A few broken bytes in UTF-8 are damage; many of them mean another encoding.
    return almost if almost.count(_LOST) * 50 < len(almost) else _single_byte(data)


def _single_byte(data: bytes) -> str:
    """Letters in Windows-1251, or in the DOS encoding where that makes more small Russian letters."""
    candidates = [data.decode(encoding, "replace") for encoding in ("cp1251", "cp866", "koi8-r")]
    return max(candidates, key=lambda text: len(_SMALL_LETTERS.findall(text[:20_000])))


_SMALL_LETTERS = re.compile("[\u0430-\u044f\u0451]")


def read_csv(data: bytes) -> Document:
    """One table with all rows; empty cells may be what is left of merged ones. Raises PlanRefused."""
    text, problems = decode(data, ".csv")
    rows, counter = [], RowCounter()
    csv.field_size_limit(_FIELD_LIMIT)
    reader = csv.reader(io.StringIO(text.replace("\x00", ""), newline=""), delimiter=_separator(text))
    try:
        for at, values in enumerate(reader, 1):
            if any(values):
                row = Row(at, spread(map(cell_of, within_columns(values))))
                counter.count(row)
                rows.append(row)
    except csv.Error:
        raise PlanFileDamaged(extension=".csv") from None
    return Document((Table(1, tuple(rows)),), problems)


def _separator(text: str) -> str:
    """The sign that parts most of the lines into the same number of cells."""
    lines = [line for line in text[:200_000].splitlines()[:_LOOKED_AT] if line.strip()]
    return max(_SEPARATORS, key=lambda sign: _agreement(lines, sign))


def _agreement(lines: list[str], sign: str) -> tuple[int, int]:
    try:
        widths = [len(row) for row in csv.reader(lines, delimiter=sign)]
    except csv.Error:
        return 0, 0
    several = [width for width in widths if width > 1]
    if not several:
        return 0, 0
    usual = max(set(several), key=lambda width: (several.count(width), width))
    return several.count(usual), usual
