"""The registries in the main menu of those who have no list of people that leads to them."""

from __future__ import annotations

from handlers.common.menu import MenuEntry
from handlers.registries.callbacks import RegistriesOpened
from models import Role

ENTRIES = (
    MenuEntry(
        "menu-registries",
        RegistriesOpened(),
        frozenset((Role.COUNCIL, Role.EDITOR, Role.COORDINATOR, Role.OPERATOR)),
    ),
)
