"""What a person typed, clean and no longer than it may be: the one rule for every field of every form."""

from __future__ import annotations

from services.errors import AnswerEmpty, AnswerTooLong
from services.text_limits import clean, telegram_length


def fitting(text: str, limit: int) -> str:
    """The text, when it has at most `limit` characters as Telegram counts them. Raises AnswerTooLong."""
    if (length := telegram_length(text)) > limit:
        raise AnswerTooLong(limit=limit, length=length)
    return text


def needed(text: str, limit: int) -> str:
    """The text, when there is one and it fits. Raises AnswerEmpty, AnswerTooLong."""
    if not text:
        raise AnswerEmpty
    return fitting(text, limit)


def checked(typed: str, limit: int) -> str:
    """Typed words made clean. Raises AnswerEmpty, AnswerTooLong."""
    return needed(clean(typed), limit)


def one_line(typed: str) -> str:
    """Typed words made clean, on one line; empty when nothing of them can be seen."""
    return " ".join(clean(typed).split())


def checked_line(typed: str, limit: int) -> str:
    """Typed words made clean, on one line. Raises AnswerEmpty, AnswerTooLong."""
    return needed(one_line(typed), limit)
