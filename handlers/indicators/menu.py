"""Planned results in the main menu: only while some fall short. Otherwise the roadmap leads to them."""

from __future__ import annotations

from handlers.common.menu import MenuEntry
from handlers.indicators.callbacks import IndicatorsOpened
from services import indicators
from services.access import DECIDING_ROLES

ENTRIES = (
    MenuEntry(
        "menu-indicators",
        IndicatorsOpened(),
        frozenset(DECIDING_ROLES),
        indicators.count_short,
        hides_at_zero=True,
    ),
)
