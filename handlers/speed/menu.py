"""What speed sessions add to the main menu: mentees see them when there are any."""

from __future__ import annotations

from handlers.common.menu import MenuEntry
from handlers.speed.callbacks import SpeedOpened
from models import Role
from services.speed_views import count_offered, count_untold

ENTRIES: tuple[MenuEntry, ...] = (
    MenuEntry("menu-speed", SpeedOpened(), frozenset({Role.MENTOR, Role.CURATOR}), count=count_untold),
    MenuEntry(
        "menu-speed-book", SpeedOpened(), frozenset({Role.MENTEE}), count=count_offered, hides_at_zero=True
    ),
)
