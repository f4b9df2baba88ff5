"""How a person is named to others: in full, by name and patronymic, or by a code."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

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
