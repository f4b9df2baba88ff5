"""Files from outside, opened with care: size, kind and the packages (zip) that Office files are.

Nothing is written to disk and nothing is executed. A package is judged by its list of contents before
anything is unpacked, and what is unpacked is counted while it is read. Knows nothing of what the parts mean.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import PurePath

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
)

MEGABYTE = 1024 * 1024
FILE_LIMIT = 5 * MEGABYTE
UNPACKED_LIMIT = 60 * MEGABYTE
PART_LIMIT = 30 * MEGABYTE
RATIO_LIMIT = 150
RATIO_COUNTS_FROM = 8 * MEGABYTE
"""Small parts of equal rows shrink a lot by nature; out of proportion is only what is big."""
PARTS_LIMIT = 2_000

READABLE = (".docx", ".xlsx", ".csv", ".txt")
_SAVE_AS = {
    ".doc": ".docx",
    ".dot": ".docx",
    ".rtf": ".docx",
    ".odt": ".docx",
    ".xls": ".xlsx",
    ".xlt": ".xlsx",
    ".ods": ".xlsx",
}
_MACROS = {".docm": ".docx", ".dotm": ".docx", ".xlsm": ".xlsx", ".xltm": ".xlsx", ".xlsb": ".xlsx"}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SIGNATURES = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"{\\rtf", "RTF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"\x1f\x8b", "GZIP"),
    (b"PK\x03\x04", "ZIP"),
    (b"PK\x05\x06", "ZIP"),
    (b"<?xml", "XML"),
    (b"<!DOCTYPE html", "HTML"),
    (b"<html", "HTML"),
)
_TEXTS = ("XML", "HTML", "BMP")
"""A text may well begin so; only an Office file never does."""
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, KeyError)


def extension_of(file_name: str) -> str:
    """The extension of a file that may be read, in lower case; everything else is refused by name."""
    extension = PurePath(file_name.replace("\\", "/")).suffix.lower()
    if extension in _MACROS:
        raise PlanFileMacros(save_as=_MACROS[extension])
    if extension in _SAVE_AS:
        raise PlanFormatOld(save_as=_SAVE_AS[extension])
    if extension not in READABLE:
        raise PlanFormatUnknown(extension=extension[:12] or "—")
    return extension


def check_size(size: int) -> None:
    if not size:
        raise PlanFileEmpty
    if size > FILE_LIMIT:
        raise PlanFileTooLarge(limit=FILE_LIMIT // MEGABYTE, size=-(-size // MEGABYTE))


def check_kind(data: bytes, extension: str) -> None:
    """Refuse a file whose first bytes are of another kind than its name."""
    is_office = extension in (".docx", ".xlsx")
    if data.startswith(_OLE):
        raise _ole_refusal(data, extension)
    found = next((name for sign, name in _SIGNATURES if data.startswith(sign)), "")
    if is_office and found != "ZIP":
        raise PlanFileOtherKind(extension=extension, found=found or "TXT")
    if not is_office and found and found not in _TEXTS:
        raise PlanFileOtherKind(extension=extension, found=found)


def _ole_refusal(data: bytes, extension: str) -> PlanFileLocked | PlanFormatOld:
    if _ENCRYPTED in data:
        return PlanFileLocked()
    return PlanFormatOld(save_as=extension if extension in (".docx", ".xlsx") else ".docx")


class Package:
    """The parts of an Office file. `read` gives a part, bounded, or refuses the file."""

    def __init__(self, data: bytes, extension: str) -> None:
        self._extension = extension
        self._left = UNPACKED_LIMIT
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._parts = {one.filename.lstrip("/"): one for one in self._zip.infolist()}
        except _BROKEN:
            raise PlanFileDamaged(extension=extension) from None
        _check_list(self._zip.infolist(), len(data))
        if any(name.lower().endswith("vbaproject.bin") for name in self._parts):
            raise PlanFileMacros(save_as=extension)

    def has(self, name: str) -> bool:
        return name in self._parts

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises PlanFileDamaged, PlanFileBomb."""
        try:
            with self._zip.open(self._parts[name]) as part:
                content = part.read(min(PART_LIMIT, self._left) + 1)
        except RuntimeError as error:  # NotImplementedError, a RuntimeError, is not about a password
            if isinstance(error, NotImplementedError):
                raise PlanFileDamaged(extension=self._extension) from None
            raise PlanFileLocked from None
        except _BROKEN:
            raise PlanFileDamaged(extension=self._extension) from None
        if len(content) > min(PART_LIMIT, self._left):
            raise PlanFileBomb(limit=UNPACKED_LIMIT // MEGABYTE)
        self._left -= len(content)
        return content


def _check_list(parts: list[zipfile.ZipInfo], packed: int) -> None:
    unpacked = sum(one.file_size for one in parts)
    ratio = unpacked / packed
    is_bomb = unpacked > UNPACKED_LIMIT or (unpacked > RATIO_COUNTS_FROM and ratio > RATIO_LIMIT)
    if is_bomb or len(parts) > PARTS_LIMIT:
        raise PlanFileBomb(limit=UNPACKED_LIMIT // MEGABYTE)
    if any(one.flag_bits & 1 for one in parts):
        raise PlanFileLocked
