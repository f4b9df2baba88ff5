"""What the roadmap contributes to the main menu."""

from __future__ import annotations

from handlers.common.menu import MenuEntry
from handlers.roadmap.callbacks import MyDutiesOpened, RoadmapOpened
from models import Role
from services import duty_views

ENTRIES = (
    MenuEntry(
        "menu-duties",
        MyDutiesOpened(),
        # A mentee's duty arrives with its reminders; their menu stays short.
        frozenset({Role.MENTOR, Role.CURATOR, Role.HEAD}),
        duty_views.count_current,
    ),
    MenuEntry("menu-roadmap", RoadmapOpened(), frozenset({Role.CURATOR, Role.HEAD}), duty_views.count_late),
)
