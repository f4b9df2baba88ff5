"""What schools hear from those above them, and how a duty that climbed is shown to those."""

from __future__ import annotations

from handlers.common.alerts import AlertCard, CardContext, alert_buttons
from handlers.common.notices import Notice, NoticeContext
from handlers.common.screen import Screen
from handlers.roadmap import notices as roadmap_notices
from handlers.territory import screens
from models import AlertKind
from services import publication, territory
from services.access import DECIDING_ROLES
from services.alerts import AlertView

_DUTY_CARD = roadmap_notices.ALERT_CARDS[AlertKind.DUTY_OVERDUE]


async def published(context: NoticeContext) -> Screen | None:
    roadmap_id, person_id = int(context.due.payload["roadmap_id"]), context.due.person_id or 0
    view = await context.db.read(publication.brought, person_id, roadmap_id)
    return screens.brought(context.t, view) if view is not None else None


async def nudged(context: NoticeContext) -> Screen | None:
    payload, person_id = context.due.payload, context.due.person_id or 0
    where = (int(payload["school_id"]), int(payload["organization_id"]))
    view = await context.db.read(territory.reminder, person_id, *where, now=context.now)
    return screens.nudge(context.t, view) if view is not None else None


async def overdue_card(context: CardContext, alert: AlertView) -> Screen | None:
    """Those above a school see the school, the item and the dates; at the school it is the roadmap's card."""
    where = await context.db.read(territory.cell_of, int(alert.subject["occurrence_id"]))
    is_own = context.actor.participation(*DECIDING_ROLES, organization_id=alert.organization_id) is not None
    if is_own or where is None:
        return await _DUTY_CARD(context, alert)
    view = await context.db.read(territory.cell, context.actor, *where, now=context.now)
    return screens.overdue_card(context.t, view, alert, alert_buttons(context.t, alert))


NOTICES = (Notice("territory.published", published), Notice("territory.nudge", nudged))
ALERT_CARDS: dict[AlertKind, AlertCard] = {AlertKind.DUTY_OVERDUE: overdue_card}
"""In place of the roadmap's card, which it shows to everybody else: the registry installs this one later."""
