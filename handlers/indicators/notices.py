"""The card of the alert about a planned result that was not reached."""

from __future__ import annotations

from handlers.common.alerts import AlertCard, CardContext, alert_buttons
from handlers.common.notices import Notice
from handlers.common.screen import Screen
from handlers.indicators import screens
from models import AlertKind
from services import indicators
from services.alerts import AlertView


async def revision_card(context: CardContext, alert: AlertView) -> Screen | None:
    found = await context.db.read(indicators.short_of, context.actor, int(alert.subject["indicator_id"]))
    if found is None:
        return None
    one, title = found
    roadmap_id = int(alert.subject["roadmap_id"])
    # The last of the two buttons: to put a revision off is to open the plan later anyway.
    note = alert_buttons(context.t, alert)[-1]
    return screens.short_card(context.t, one, title, roadmap_id, alert.organization_id, note)


NOTICES: tuple[Notice, ...] = ()
ALERT_CARDS: dict[AlertKind, AlertCard] = {AlertKind.REVISION_NEEDED: revision_card}
