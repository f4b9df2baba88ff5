"""What shows that a duty was done, and of what kind it is: words, a file, a link, the number of a local act.

This file reads what people type and says nothing itself, hence the Russian words in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from models import Evidence, EvidenceKind, Occurrence
from services.errors import ServiceError
from services.text_limits import clean
from services.typed_text import checked, fitting

COMMENT_LIMIT = 1000
EVIDENCE_LIMIT = 8
FILE_NAME_LIMIT = 120
_LINK = re.compile(r"https?://[^\s/.]+\.[^\s]+", re.IGNORECASE)
_NUMBER = r"(?:№|N|#)\s*[\w/-]*\d[\w/-]*"
_ACT_NAMES = (
    r"приказ|распоряжени|постановлени|положени|протокол|решени|справк|"  # text-check: allow
    r"акт\b|боерык|карар|беркетм|order\b|minutes\b"  # text-check: allow
)
_OF_A_DAY = r"(?:\s+(?:от\s+)?\d.*)?"  # text-check: allow
_SHORT_NUMBER = r"(?:№|N|#)\s*(?:[^\W\d_]{1,4}(?![^\W\d_])|[\d/_-])+"
"""A number as far as it may be shown to others: no longer word can hide in it."""
_DATED = r"(?:\s*(?:от\s+)?\d{1,2}\.\d{1,2}\.\d{2,4})?"  # text-check: allow
_NUMBER_SHOWN = re.compile(rf"{_SHORT_NUMBER}{_DATED}", re.IGNORECASE)
_NAME_SHOWN = re.compile(rf"\b(?:{_ACT_NAMES})[^\W\d_]*", re.IGNORECASE)
_AFTER_LINK = ".,;:!?)»\"'"
_ACT = re.compile(rf"\b(?:{_ACT_NAMES})[^\n]{{0,160}}?{_NUMBER}|^\s*{_NUMBER}{_OF_A_DAY}\s*$", re.IGNORECASE)


class TooMuchEvidence(ServiceError):
    """Field `limit`: how many comments and files a duty may have."""


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file that Telegram keeps: we know its id there and its name."""

    file_id: str
    name: str


def kind_of(comment: str, file: AttachedFile | None) -> EvidenceKind:
    """A file is a file, whatever is written below it; then come an address on the web and an act."""
    if file is not None:
        return EvidenceKind.FILE
    if _LINK.search(comment):
        return EvidenceKind.LINK
    return EvidenceKind.ACT if _ACT.search(comment) else EvidenceKind.COMMENT


def reference_in(kind: EvidenceKind, comment: str) -> str:
    """The links in a comment, or what the act is called and its number: what may leave the school, while the
    words around it may name people.
    """
    if kind is EvidenceKind.LINK:
        return " ".join(one.rstrip(_AFTER_LINK) for one in _LINK.findall(comment))
    found = _ACT.search(comment) if kind is EvidenceKind.ACT else None
    return _act_in(comment, found) if found else ""


def _act_in(comment: str, found: re.Match[str]) -> str:
    """From the number that ends the match, and the last of the names of acts before it."""
    number = next(
        (one for one in _NUMBER_SHOWN.finditer(comment, found.start()) if any(map(str.isdigit, one[0]))), None
    )
    if number is None:
        return ""
    names = _NAME_SHOWN.findall(comment, found.start(), number.start())
    return " ".join((*names[-1:], number[0].rstrip("/_-")))


def add(
    occurrence: Occurrence, author_id: int, comment: str, file: AttachedFile | None, now: datetime
) -> Evidence:
    """Keep it with the duty. Raises AnswerEmpty, AnswerTooLong (in UTF-16 units), TooMuchEvidence."""
    comment = fitting(clean(comment), COMMENT_LIMIT) if file is not None else checked(comment, COMMENT_LIMIT)
    if len(occurrence.evidence) >= EVIDENCE_LIMIT:
        raise TooMuchEvidence(limit=EVIDENCE_LIMIT)
    added = Evidence(
        author_id=author_id,
        kind=kind_of(comment, file),
        comment=comment,
        file_id=file.file_id if file else None,
        file_name=" ".join(clean(file.name).split())[:FILE_NAME_LIMIT] if file else None,
        added_at=now,
    )
    occurrence.evidence.append(added)
    return added
