"""How a withdrawal reads: the curator sees a code, the partner learns neither who nor why; what becomes of
requests about data.
"""

from __future__ import annotations

from handlers.common.alerts import AlertCard, CardContext, alert_buttons
from handlers.common.keyboards import inline, menu_button
from handlers.common.notices import Notice, NoticeContext
from handlers.common.screen import Screen
from handlers.privacy import request_screens, screens
from models import AlertKind
from services import erasure, rights_requests
from services.alerts import AlertView
from services.rights_requests import RequestView


async def meeting_cancelled(context: NoticeContext) -> Screen | None:
    meeting_id, person_id = int(context.due.payload["meeting_id"]), context.due.person_id or 0
    starts_at = await context.db.read(erasure.cancelled_meeting, person_id, meeting_id)
    if starts_at is None:
        return None
    t = context.t
    at = t.moment(starts_at, context.due.timezone)
    return Screen(t("privacy-meeting-cancelled-notice", at=at), inline([menu_button(t)]))


async def withdrawal_card(context: CardContext, alert: AlertView) -> Screen | None:
    report = await context.db.read(erasure.report, context.actor, alert.id)
    return screens.withdrawal_card(context.t, report, alert_buttons(context.t, alert))


async def request_answered(context: NoticeContext) -> Screen | None:
    view = await _request(context)
    if view is None or view.settled_at is None or not view.answer:
        return None
    return request_screens.answered_notice(context.t, view, context.due.timezone)


async def request_extended(context: NoticeContext) -> Screen | None:
    view = await _request(context)
    if view is None or view.settled_at is not None:
        return None
    return request_screens.extended_notice(context.t, view)


async def _request(context: NoticeContext) -> RequestView | None:
    number, person_id = int(context.due.payload["request_id"]), context.due.person_id or 0
    return await context.db.read(rights_requests.of_person, number, person_id, now=context.now)


async def request_card(context: CardContext, alert: AlertView) -> Screen | None:
    number = int(alert.subject["request_id"])
    view = await context.db.read(rights_requests.peek, context.actor, number, now=context.now)
    if view is None:
        return None
    return request_screens.card(context.t, view, context.timezone, alert_buttons(context.t, alert))


NOTICES = (
    Notice("privacy.meeting_cancelled", meeting_cancelled),
    Notice("privacy.request_answered", request_answered),
    Notice("privacy.request_extended", request_extended),
)
ALERT_CARDS: dict[AlertKind, AlertCard] = {
    AlertKind.CONSENT_WITHDRAWN: withdrawal_card,
    AlertKind.RIGHTS_REQUEST: request_card,
}
