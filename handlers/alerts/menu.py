"""What the inbox adds to the main menu."""

from __future__ import annotations

from handlers.alerts.callbacks import AlertsOpened
from handlers.common.menu import MenuEntry
from models import Role
from services import alerts

ANSWERING = frozenset({Role.CURATOR, Role.HEAD, Role.COORDINATOR, Role.OPERATOR})
ENTRIES: tuple[MenuEntry, ...] = (MenuEntry("menu-alerts", AlertsOpened(), ANSWERING, alerts.count_open),)
