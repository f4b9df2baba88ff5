"""What all pictures have in common: one at a time, one font, words that the font can draw."""

from __future__ import annotations

import threading
import unicodedata
from functools import cache

DPI = 110
FONT = "DejaVu Sans"
TODAY, GRID, INK = "#D64545", "#E3E6EA", "#24303C"
DRAWING = threading.Lock()
"""matplotlib shares the cache of its fonts between threads and promises nothing."""


@cache
def _known_signs() -> frozenset[int]:
    """What the font can draw; matplotlib warns of every other sign, and draws a box."""
    from matplotlib.font_manager import FontProperties, findfont, get_font

    return frozenset(get_font(findfont(FontProperties(family=FONT))).get_charmap())


def printable(text: str) -> str:
    """The text in one line without what the font does not know."""
    known = _known_signs()
    words = " ".join(unicodedata.normalize("NFC", text).split())
    return "".join(sign for sign in words if ord(sign) in known).strip()


def clipped(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
