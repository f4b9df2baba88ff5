"""How applications and the yearly review are worded in notifications and alerts."""

from __future__ import annotations

from handlers.applications import review_screens, screens
from handlers.common.alerts import AlertCard, CardContext, alert_buttons
from handlers.common.notices import Notice, NoticeContext
from handlers.common.screen import Screen
from models import AlertKind, ApplicationStatus
from services import annual_review, approvals
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


async def decided_by_head(context: NoticeContext) -> Screen | None:
    number, reader = int(context.due.payload["application_id"]), context.due.person_id or 0
    view = await context.db.read(approvals.decided_by_head, number, reader)
    return screens.head_decided_notice(context.t, view) if view is not None else None


async def review_asked(context: NoticeContext) -> Screen | None:
    number, reader = int(context.due.payload["membership_id"]), context.due.person_id or 0
    view = await context.db.read(annual_review.see, number, reader, context.content)
    return review_screens.question(context.t, context.content, view) if view is not None else None


async def application_card(context: CardContext, alert: AlertView) -> Screen | None:
    number = int(alert.subject["application_id"])
    view = await context.db.read(approvals.peek, context.actor, number)
    if view is None:
        return None
    # «Taken note of» is not offered: the person would wait for an answer that nobody owes any more.
    put_off = alert_buttons(context.t, alert)[:1]
    return screens.decision(context.t, context.t.content, view, 0, context.timezone, put_off)


async def review_card(context: CardContext, alert: AlertView) -> Screen | None:
    names = await context.db.read(annual_review.unanswered, context.actor, alert)
    if not names:
        return None
    is_offline = bool(alert.subject.get("offline"))
    buttons = alert_buttons(context.t, alert)
    return review_screens.card(context.t, alert.organization_id, names, is_offline, buttons)


NOTICES = (
    Notice("joining.approved", approved),
    Notice("joining.returned", returned),
    Notice("joining.head_decided", decided_by_head),
    Notice("review.asked", review_asked),
)
ALERT_CARDS: dict[AlertKind, AlertCard] = {
    AlertKind.APPLICATION_WAITING: application_card,
    AlertKind.REVIEW_UNANSWERED: review_card,
}
