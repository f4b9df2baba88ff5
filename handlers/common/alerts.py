"""What every alert's card has in common: its context, its two last buttons, and where all cards are found.

Knows no subject: each brings its cards as `ALERT_CARDS` in its `notices.py`, and the registry installs them.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton

from handlers.common.keyboards import button
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from models import AlertKind
from services.access import Actor
from services.alerts import AlertView
from services.db import Db


class AlertAct(StrEnum):
    """What can be done with any alert, whatever it is about."""

    SNOOZE = "s"
    ACKNOWLEDGE = "a"


class AlertActed(CallbackData, prefix="al_a"):
    """Somebody put the alert off or took note of it."""

    alert_id: int
    act: AlertAct


@dataclass(frozen=True, slots=True)
class CardContext:
    """What a card is made with. `actor` will read it: the card's use cases check what they may see."""

    db: Db
    t: Translator
    now: datetime
    actor: Actor

    @property
    def actor_id(self) -> int:
        return self.actor.person_id

    @property
    def timezone(self) -> str:
        return self.actor.timezone


AlertCard = Callable[[CardContext, AlertView], Awaitable[Screen | None]]
"""Words an alert: what happened, to whom, the buttons that resolve it. None when it is no longer true."""

_cards: dict[AlertKind, AlertCard] = {}


def install_cards(cards: Mapping[AlertKind, AlertCard]) -> None:
    """Make the cards of a subject known. Called once by the registry, before the first update."""
    _cards.update(cards)


def card_of(kind: AlertKind) -> AlertCard | None:
    return _cards.get(kind)


def alert_buttons(t: Translator, alert: AlertView) -> list[InlineKeyboardButton]:
    """«Put off for a day» and «Taken note of»: the last row of a card."""
    return [
        button(t.plain("alerts-snooze"), AlertActed(alert_id=alert.id, act=AlertAct.SNOOZE)),
        button(t.plain("alerts-acknowledge"), AlertActed(alert_id=alert.id, act=AlertAct.ACKNOWLEDGE)),
    ]
