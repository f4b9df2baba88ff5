"""How a person is named to others: in full, by name and patronymic, or by a code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from models import Membership, Person, Role


class NamesInChat(StrEnum):
    """The setting NAMES_IN_CHAT."""

    FULL = "full"
    PATRONYMIC = "patronymic"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class PersonName:
    """What is known of a name; which part of it is shown is decided where the message is worded.

    Of somebody without Telegram the curators speak to the bot: that is said wherever the name stands.
    """

    last: str
    first: str
    patronymic: str
    role: Role
    code: str
    has_telegram: bool = True

    @classmethod
    def of(cls, membership: Membership) -> PersonName:
        person: Person = membership.person
        return cls(
            person.last_name,
            person.first_name,
            person.patronymic,
            membership.role,
            membership.code,
            # Whoever left no name, having withdrawn the consent, is not marked as somebody without Telegram.
            has_telegram=person.has_telegram or person.is_frozen,
        )

    @property
    def is_known(self) -> bool:
        return bool(self.first or self.last)

    @property
    def full(self) -> str:
        return " ".join(part for part in (self.last, self.first, self.patronymic) if part)

    @property
    def courteous(self) -> str:
        """«Анна Сергеевна П.»: whom it is about is clear to colleagues and to nobody else."""
        initial = f"{self.last[0]}." if self.last else ""
        return " ".join(part for part in (self.first, self.patronymic, initial) if part)


_INITIALS = re.compile(r"\b(?P<last>[^\W\d_][\w-]+)\s+(?P<one>[^\W\d_])\.\s*(?P<two>[^\W\d_])\.")
_INITIALS_FIRST = re.compile(r"\b(?P<one>[^\W\d_])\.\s*(?P<two>[^\W\d_])\.\s*(?P<last>[^\W\d_][\w-]+)")
_IN_FULL = re.compile(
    r"\b(?P<last>[^\W\d_][\w-]+)\s+(?P<first>[^\W\d_]\w+)\s+"
    r"(?P<patronymic>[^\W\d_]\w*(?:вич|вна|ична|чна)|[^\W\d_]\w+ (?:улы|кызы))\b"  # text-check: allow
)
HIDDEN_NAME = "•••"


def words_of_document(text: str, mode: NamesInChat) -> str:
    """A phrase out of somebody's document as it may be shown: its names no fuller than the setting allows.

    The document is kept as it is; a school that shows codes hides what it names in its plans as well.
    """
    if mode == NamesInChat.FULL:
        return text
    short = partial(_shortened, mode=mode)
    for pattern in (_IN_FULL, _INITIALS, _INITIALS_FIRST):
        text = pattern.sub(short, text)
    return text


def _shortened(found: re.Match[str], mode: NamesInChat) -> str:
    groups = found.groupdict()
    if not all(word[0].isupper() for word in groups.values()):
        return found.group()
    if mode == NamesInChat.CODE:
        return HIDDEN_NAME
    initial = f"{groups.pop('last')[0]}."
    if "first" in groups:
        return " ".join((*groups.values(), initial))
    return "".join(f"{one}." for one in groups.values()) + f" {initial}"
