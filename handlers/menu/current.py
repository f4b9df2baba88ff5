"""Where a person stands now: an unfinished application, or the main menu. A function of what is stored, so
that it can be
shown again after any interruption."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handlers.common.menu import MenuEntry
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.menu import screens
from services import menu
from services.access import Actor
from services.db import Db


class Menu:
    """The entries of all subjects, in the order of the registry."""

    def __init__(self, entries: Sequence[MenuEntry]) -> None:
        self._entries = tuple(entries)

    async def screen(self, actor: Actor, db: Db, t: Translator) -> Screen:
        entries = [entry for entry in self._entries if entry.fits(actor)]
        counters = [*(entry.count for entry in entries), *(entry.needs for entry in entries)]
        state = await db.read(menu.look, actor, counters)
        counts, needs = state.counts[: len(entries)], state.counts[len(entries) :]
        shown = [number for number, entry in enumerate(entries) if entry.needs is None or needs[number]]
        return screens.main_menu(
            t,
            actor,
            [entries[number] for number in shown],
            replace(state, counts=tuple(counts[number] for number in shown)),
        )
