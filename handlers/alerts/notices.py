"""How an alert reaches those who answer for it, the weekly digest, and the cards of alerts about delivery."""

from __future__ import annotations

from handlers.alerts import screens
from handlers.common.alerts import AlertCard, CardContext, card_of
from handlers.common.notices import Notice, NoticeContext
from handlers.common.screen import Screen
from models import AlertKind, AlertStatus
from services import access, alerts
from services.access import Actor
from services.alerts import AlertView
from services.errors import ServiceError


async def card(context: CardContext, alert: AlertView) -> Screen | None:
    """The card of an alert as its subject words it; None when the matter is no longer there."""
    make = card_of(alert.kind)
    try:
        inner = await make(context, alert) if make else screens.plain_card(context.t, alert)
    except ServiceError:
        return None
    return screens.card(context.t, alert, inner, context.now) if inner is not None else None


async def _reader(context: NoticeContext) -> Actor | None:
    return await context.db.read(access.find_actor, context.due.chat_id)


async def _raised(context: NoticeContext) -> Screen | None:
    actor = await _reader(context)
    if actor is None:
        return None
    try:
        alert = await context.db.read(alerts.see, actor, int(context.due.payload["alert_id"]))
    except ServiceError:
        return None
    if alert.status != AlertStatus.OPEN:
        return None
    return await card(CardContext(context.db, context.t, context.now, actor), alert)


async def _digest(context: NoticeContext) -> Screen | None:
    actor = await _reader(context)
    found = await context.db.read(alerts.digest, actor) if actor else ()
    return screens.digest(context.t, found, context.now) if found else None


NOTICES: tuple[Notice, ...] = (Notice("alerts.raised", _raised), Notice("alerts.digest", _digest))


async def _blocked(context: CardContext, alert: AlertView) -> Screen | None:
    return screens.person_card(context.t, alert, "alerts-card-blocked")


async def _undelivered(context: CardContext, alert: AlertView) -> Screen | None:
    return screens.person_card(context.t, alert, "alerts-card-undelivered")


ALERT_CARDS: dict[AlertKind, AlertCard] = {
    AlertKind.BOT_BLOCKED: _blocked,
    AlertKind.UNDELIVERED: _undelivered,
}
