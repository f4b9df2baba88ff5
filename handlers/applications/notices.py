"""How applications are worded in notifications and alerts."""

from __future__ import annotations

from handlers.applications import screens
from handlers.common.alerts import AlertCard, CardContext, alert_buttons
from handlers.common.keyboards import inline
from handlers.common.notices import Notice, NoticeContext
from handlers.common.screen import Screen
from models import AlertKind, ApplicationStatus
from services import approvals
from services.alerts import AlertView
from services.application_views import ApplicationView


async def _decided(context: NoticeContext) -> ApplicationView | None:
    return await context.db.read(
        approvals.decided, int(context.due.payload["application_id"]), context.due.person_id or 0
    )


async def approved(context: NoticeContext) -> Screen | None:
    view = await _decided(context)
    if view is None or view.status != ApplicationStatus.APPROVED:
        return None
    return screens.approved_notice(context.t, view)


async def returned(context: NoticeContext) -> Screen | None:
    view = await _decided(context)
    if view is None or view.status != ApplicationStatus.RETURNED:
        return None
    return screens.returned_notice(context.t, view)


async def application_card(context: CardContext, alert: AlertView) -> Screen | None:
    view = await context.db.read(approvals.peek, context.actor_id, int(alert.subject["application_id"]))
    if view is None:
        return None
    screen = screens.decision(context.t, context.t.content, view)
    # «Taken note of» is not offered: the person would wait for an answer that nobody owes any more.
    put_off = alert_buttons(context.t, alert)[:1]
    buttons = inline(*screens.decision_buttons(context.t, view), put_off)
    return Screen(screen.text, buttons)


NOTICES = (Notice("joining.approved", approved), Notice("joining.returned", returned))
ALERT_CARDS: dict[AlertKind, AlertCard] = {AlertKind.APPLICATION_WAITING: application_card}
