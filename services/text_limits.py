"""Typed text made clean, and lengths as Telegram counts them: UTF-16 code units, so that an emoji counts
twice.
"""

from __future__ import annotations

import unicodedata

MESSAGE_LIMIT = 4096


def telegram_length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def clip(text: str, limit: int) -> str:
    """The text itself, or its beginning with an ellipsis, at most `limit` UTF-16 code units; no character is
    halved.
    """
    if telegram_length(text) <= limit:
        return text
    kept = text.encode("utf-16-le", "surrogatepass")[: (limit - 1) * 2]
    return kept.decode("utf-16-le", "ignore").rstrip() + "…"


def clean(text: str) -> str:
    """Trimmed, in one normal form, without the invisible marks that turn the direction of text (fault 32).

    Empty when nothing of it can be seen; halves of emoji, which no database takes, are left out.
    """
    # A tab (from a table) parts words like a space.
    normal = unicodedata.normalize("NFC", text.replace("\r\n", "\n").translate(_BLANKS))
    kept = "".join(
        sign for sign in normal if sign in "\n\u200d" or unicodedata.category(sign) not in ("Cc", "Cf", "Cs")
    )
    return kept.strip() if any(_is_seen(sign) for sign in kept) else ""


def _is_seen(sign: str) -> bool:
    return not (sign.isspace() or sign in _INVISIBLE)


_BLANKS = str.maketrans("\t\r\v\f\x85", "     ")
_INVISIBLE = "\u200d\ufe0e\ufe0f\u034f\u115f\u1160\u3164\uffa0"
"""Joiners, variation selectors and fillers: an answer of nothing else is an empty one."""
