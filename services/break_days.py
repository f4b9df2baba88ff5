"""The first and the last day of holidays as people type them: «26.10 – 03.11», «с 28 декабря по 8 января».

Pure. Days without a year are the next ones; the last day is after the first.
"""

from __future__ import annotations

import re
from datetime import date

from services.meeting_phrases import read as read_phrase
from services.meeting_times import parse_day
from services.text_limits import clean

_BETWEEN = re.compile(
    r"\s+по\s+|\s+до\s+"  # text-check: allow
    r"|\s+to\s+|\s+until\s+|\s*[–—]\s*|\s+-\s+|(?<=[0-9])-(?=[0-9])|\s+",
)
_LEADING = re.compile(r"^(?:с|со|from)\s+", re.IGNORECASE)  # text-check: allow
_TRAILING = re.compile(r"\s*(?:нче|дан|дән|кадәр)$", re.IGNORECASE)  # text-check: allow


def read(typed: str, today: date) -> tuple[date, date] | None:
    """Both days, or None when they are not understood."""
    text = _LEADING.sub("", clean(typed).lower())
    for separator in _BETWEEN.finditer(text):
        first = _day(text[: separator.start()], today)
        if first is None:
            continue
        last = _day(text[separator.end() :], first)
        if last is not None:
            return first, last
    return None


def _day(words: str, today: date) -> date | None:
    words = _TRAILING.sub("", words.strip())
    day = parse_day(words, today)
    if day is not None:
        return day
    found = read_phrase(words, today)
    return found.day if found is not None and found.minutes is None else None
