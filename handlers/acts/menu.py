"""Local acts in the main menu: the register for those who decide. What others are to read reaches them by
itself, and stands in their menu until they have read it.
"""

from __future__ import annotations

from handlers.acts.callbacks import ActsOpened, UnreadOpened
from handlers.common.menu import MenuEntry
from models import Role
from services import acknowledgements
from services.access import DECIDING_ROLES

ENTRIES = (
    MenuEntry("menu-acts", ActsOpened(), frozenset(DECIDING_ROLES), acknowledgements.count_unread),
    MenuEntry(
        "menu-acts-unread",
        UnreadOpened(),
        frozenset({Role.MENTEE, Role.MENTOR}),
        acknowledgements.count_unread,
        hides_at_zero=True,
    ),
)
