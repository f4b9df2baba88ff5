"""What the inbox adds to the main menu."""

from __future__ import annotations

from handlers.alerts.callbacks import AlertsOpened
from handlers.common.menu import MenuEntry
from models import Role
from services import alerts

ENTRIES: tuple[MenuEntry, ...] = (
    MenuEntry("menu-alerts", AlertsOpened(), frozenset({Role.CURATOR, Role.HEAD}), alerts.count_open),
)
