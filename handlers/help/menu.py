"""What help adds to the main menu."""

from __future__ import annotations

from handlers.common.menu import MenuEntry
from handlers.help.callbacks import HelpDeskOpened, HelpOpened
from models import Role
from services.help_views import count_open, count_waiting

ENTRIES: tuple[MenuEntry, ...] = (
    MenuEntry("menu-help", HelpOpened(), frozenset({Role.MENTEE}), count=count_waiting, is_short=True),
    MenuEntry("menu-help-mentor", HelpOpened(), frozenset({Role.MENTOR}), count=count_waiting, is_short=True),
)
DESK_ENTRIES: tuple[MenuEntry, ...] = (
    MenuEntry("menu-help-desk", HelpDeskOpened(), frozenset({Role.CURATOR, Role.HEAD}), count=count_open),
)
