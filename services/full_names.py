"""A full name as people type it: «Петрова Анна Сергеевна»."""  # text-check: allow

from __future__ import annotations

from services.applications import NAME_PART_LIMIT, NameIncomplete
from services.errors import AnswerTooLong
from services.text_limits import clean


def read_name(typed: str) -> tuple[str, str, str]:
    """Surname, first name, patronymic (which may be absent). Raises NameIncomplete, AnswerTooLong."""
    last, first, *rest = [*clean(typed).split(), "", ""]
    patronymic = " ".join(rest).strip()
    if not first:
        raise NameIncomplete
    longest = max(len(part) for part in (last, first, patronymic))
    if longest > NAME_PART_LIMIT:
        raise AnswerTooLong(limit=NAME_PART_LIMIT, length=longest)
    return last, first, patronymic
