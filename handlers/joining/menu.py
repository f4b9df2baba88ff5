"""What the way in contributes to the main menu."""

from __future__ import annotations

from handlers.common.menu import MenuEntry
from handlers.joining.callbacks import InvitationsOpened
from services.access import DECIDING_ROLES

INVITING = frozenset(DECIDING_ROLES)
ENTRIES = (MenuEntry("menu-invitations", InvitationsOpened(), INVITING, is_short=True),)
