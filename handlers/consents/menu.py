"""Consents in the main menu: what waits for one's answer, and the site of those who keep it."""

from __future__ import annotations

from handlers.common.menu import MenuEntry
from handlers.consents.callbacks import ConsentsOpened, PublicationsOpened
from models import Role
from services import consents

ENTRIES = (
    MenuEntry("menu-consents", ConsentsOpened(), frozenset(Role), consents.count_waiting, hides_at_zero=True),
    MenuEntry("menu-publications", PublicationsOpened(), frozenset({Role.EDITOR})),
)
