"""What pairing adds to the main menu."""

from __future__ import annotations

from handlers.common.menu import MenuEntry
from handlers.pairing.callbacks import MineOpened, PairsOpened, WaitingOpened
from models import Role
from services import matching, mentorships

ENTRIES: tuple[MenuEntry, ...] = (
    MenuEntry(
        "menu-pairing-mine", MineOpened(), frozenset({Role.MENTEE, Role.MENTOR}), mentorships.count_unanswered
    ),
    MenuEntry("menu-pairing-waiting", WaitingOpened(), frozenset({Role.CURATOR}), matching.count_waiting),
    MenuEntry("menu-pairing-pairs", PairsOpened(), frozenset({Role.CURATOR, Role.HEAD}), is_short=True),
)
