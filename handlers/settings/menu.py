"""The settings in the main menu."""

from __future__ import annotations

from handlers.common.menu import MenuEntry
from handlers.settings.callbacks import SettingsOpened
from services.access import DECIDING_ROLES

ENTRIES = (MenuEntry("menu-settings", SettingsOpened(), frozenset(DECIDING_ROLES), is_short=True),)
