"""A full name as people type it: «Петрова Анна Сергеевна»."""  # text-check: allow

from __future__ import annotations

from services.errors import AnswerTooLong, ServiceError
from services.text_limits import clean

NAME_PART_LIMIT = 100


class NameIncomplete(ServiceError):
    """A surname and a first name are needed."""


def split_name(text: str) -> tuple[str, str, str]:
    """Surname, first name and patronymic as they stand in a typed name; what is missing is empty."""
    last, first, *rest = [*text.split(), "", ""]
    return last, first, " ".join(rest).strip()


def read_name(typed: str) -> tuple[str, str, str]:
    """Surname, first name, patronymic (which may be absent). Raises NameIncomplete, AnswerTooLong."""
    last, first, patronymic = split_name(clean(typed))
    if not first:
        raise NameIncomplete
    longest = max(len(part) for part in (last, first, patronymic))
    if longest > NAME_PART_LIMIT:
        raise AnswerTooLong(limit=NAME_PART_LIMIT, length=longest)
    return last, first, patronymic
