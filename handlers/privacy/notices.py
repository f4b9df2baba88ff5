"""How a withdrawal reads: the curator sees a code, the partner learns neither who nor why."""

from __future__ import annotations

from handlers.common.alerts import AlertCard, CardContext, alert_buttons
from handlers.common.keyboards import inline, menu_button
from handlers.common.notices import Notice, NoticeContext
from handlers.common.screen import Screen
from handlers.privacy import screens
from models import AlertKind
from services import erasure
from services.alerts import AlertView


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


NOTICES = (Notice("privacy.meeting_cancelled", meeting_cancelled),)
ALERT_CARDS: dict[AlertKind, AlertCard] = {AlertKind.CONSENT_WITHDRAWN: withdrawal_card}
