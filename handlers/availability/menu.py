"""Bells and holidays in the main menu of those who enter them. One's own times are reached from «My
meetings».
"""

from __future__ import annotations

from handlers.availability.callbacks import SchoolTimesOpened
from handlers.common.menu import MenuEntry
from services.availability import SETTING

ENTRIES: tuple[MenuEntry, ...] = (
    MenuEntry("menu-school-times", SchoolTimesOpened(), frozenset(SETTING), is_short=True),
)
