"""What the board adds to the main menu."""

from __future__ import annotations

from handlers.board.callbacks import BoardOpened
from handlers.common.menu import MenuEntry
from models import Role

ENTRIES: tuple[MenuEntry, ...] = (
    MenuEntry("menu-board", BoardOpened(), frozenset({Role.CURATOR, Role.HEAD}), is_short=True),
)
