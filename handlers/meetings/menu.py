"""What meetings contribute to the main menu."""

from __future__ import annotations

from handlers.common.menu import MenuEntry
from handlers.meetings.callbacks import MeetingsOpened
from handlers.meetings.plan_callbacks import PlanOpened
from models import Role
from services.mentorship_views import count_active
from services.series_views import all_waiting

ENTRIES: tuple[MenuEntry, ...] = (
    MenuEntry(
        key="menu-plan",
        data=PlanOpened(),
        roles=frozenset({Role.MENTOR, Role.MENTEE}),
        is_short=True,
        needs=count_active,
    ),
    MenuEntry(
        key="menu-meetings",
        data=MeetingsOpened(),
        roles=frozenset({Role.MENTOR, Role.MENTEE}),
        count=all_waiting,
    ),
)
