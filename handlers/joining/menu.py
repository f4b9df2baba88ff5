"""What the way in contributes to the main menu."""

from __future__ import annotations

from handlers.common.menu import MenuEntry
from handlers.joining.callbacks import InvitationsOpened
from models import Role

INVITING = frozenset({Role.CURATOR, Role.HEAD, Role.COORDINATOR, Role.OPERATOR})
ENTRIES = (MenuEntry("menu-invitations", InvitationsOpened(), INVITING),)
