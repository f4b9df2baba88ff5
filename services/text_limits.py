"""Lengths as Telegram counts them: UTF-16 code units, so that an emoji counts twice."""

from __future__ import annotations

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
