"""What the time after a meeting contributes to the main menu."""

from __future__ import annotations

from handlers.common.menu import MenuEntry
from handlers.journal.callbacks import LogOpened
from models import Role
from services.meeting_log import count_waiting
from services.mentorship_views import count_active

ENTRIES: tuple[MenuEntry, ...] = (
    MenuEntry(
        key="menu-journal",
        data=LogOpened(),
        roles=frozenset({Role.MENTOR, Role.MENTEE}),
        count=count_waiting,
        is_short=True,
        needs=count_active,
    ),
)
