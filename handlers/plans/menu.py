"""What plans contribute to the main menu: only while one waits for approval. Otherwise the way leads through
the roadmap.
"""

from __future__ import annotations

from handlers.common.menu import MenuEntry
from handlers.plans.callbacks import PlansOpened
from services import plan_desk
from services.access import DECIDING_ROLES

ENTRIES = (
    MenuEntry(
        "menu-plans",
        PlansOpened(),
        frozenset(DECIDING_ROLES),
        plan_desk.count_waiting,
        hides_at_zero=True,
    ),
)
