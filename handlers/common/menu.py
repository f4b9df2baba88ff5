"""What a subject contributes to the main menu, and the menu as subjects know it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from aiogram.filters.callback_data import CallbackData

from handlers.common.screen import Screen
from handlers.common.translator import Translator
from models import Role
from services.access import Actor
from services.db import Db

Counter = Callable[[Any, Actor], int]
"""A query of `services`, run by `db.read`: handlers know nothing of sessions."""


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """One button of the main menu, for the roles that have a use for it. `count` is shown after the text
    when above 0; `hides_at_zero`: then only is there a button at all; `is_short`: two such side by side fit
    into a row of a phone. `needs`: shown only to those of whom this is above 0, and the figure is not said.
    """

    key: str
    data: CallbackData
    roles: frozenset[Role]
    count: Counter | None = None
    hides_at_zero: bool = False
    is_short: bool = False
    needs: Counter | None = None

    def fits(self, actor: Actor) -> bool:
        return actor.sees_as(*self.roles)


class MainMenu(Protocol):
    """Where a person stands now. Every handler may have it as `menu`."""

    async def screen(self, actor: Actor, db: Db, t: Translator) -> Screen: ...
