"""What a subject contributes to the main menu."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aiogram.filters.callback_data import CallbackData

from models import Role
from services.access import Actor

Counter = Callable[[Any, Actor], int]
"""A query of `services`, run by `db.read`: handlers know nothing of sessions."""


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """One button of the main menu, for the roles that have a use for it. `count` is shown after the text
    when above 0; `hides_at_zero`: then only is there a button at all.
    """

    key: str
    data: CallbackData
    roles: frozenset[Role]
    count: Counter | None = None
    hides_at_zero: bool = False

    def fits(self, actor: Actor) -> bool:
        return actor.sees_as(*self.roles)
