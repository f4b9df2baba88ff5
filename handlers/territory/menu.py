"""What those above the schools find in the main menu. The number counts the schools that are late."""

from __future__ import annotations

from handlers.common.menu import MenuEntry
from handlers.territory.callbacks import TerritoryOpened
from services import territory
from services.access import TERRITORY_ROLES

ENTRIES = (MenuEntry("menu-territory", TerritoryOpened(), frozenset(TERRITORY_ROLES), territory.count_late),)
