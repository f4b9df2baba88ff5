"""What the roadmap contributes to the main menu."""

from __future__ import annotations

from handlers.common.callbacks import RoadmapOpened
from handlers.common.menu import MenuEntry
from handlers.roadmap.callbacks import MyDutiesOpened
from models import Role
from services import duty_views
from services.access import DECIDING_ROLES

ENTRIES = (
    MenuEntry(
        "menu-duties",
        MyDutiesOpened(),
        # A mentee's duty arrives with its reminders; their menu stays short.
        frozenset({Role.MENTOR, *DECIDING_ROLES}),
        duty_views.count_current,
    ),
    MenuEntry("menu-roadmap", RoadmapOpened(), frozenset(DECIDING_ROLES), duty_views.count_late),
)
