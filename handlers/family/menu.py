"""What families contribute to the main menu: parents see their children. Curators come by their people."""

from __future__ import annotations

from handlers.common.callbacks import FamilyOpened
from handlers.common.menu import MenuEntry
from models import Role

ENTRIES = (MenuEntry("menu-family", FamilyOpened(), frozenset({Role.PARENT})),)
