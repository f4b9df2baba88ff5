"""What privacy contributes to the main menu: everybody may see what is stored about them."""

from __future__ import annotations

from handlers.common.menu import MenuEntry
from handlers.privacy.callbacks import MyDataOpened
from models import Role

ENTRIES = (MenuEntry("menu-mydata", MyDataOpened(), frozenset(Role)),)
