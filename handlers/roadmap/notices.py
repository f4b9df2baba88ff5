"""How reminders and alerts of the roadmap are worded at the moment of sending."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from handlers.common.alerts import AlertCard, CardContext, alert_buttons
from handlers.common.notices import Notice, NoticeContext
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.roadmap import screens
from models import AlertKind
from services import duty_views
from services.alerts import AlertView
from services.duty_views import DutyCard

Render = Callable[[NoticeContext], Awaitable[Screen | None]]


async def _duty(context: NoticeContext) -> DutyCard | None:
    occurrence_id, person_id = int(context.due.payload["occurrence_id"]), context.due.person_id or 0
    return await context.db.read(duty_views.as_seen_by, person_id, occurrence_id, now=context.now)


def _while_undone(screen: Callable[[Translator, DutyCard], Screen]) -> Render:
    """A message to the responsible person, pointless once the duty is done or somebody else's."""

    async def render(context: NoticeContext) -> Screen | None:
        duty = await _duty(context)
        if duty is None or duty.is_settled or not duty.responsible_is_viewer:
            return None
        return screen(context.t, duty)

    return render


async def completed(context: NoticeContext) -> Screen | None:
    duty = await _duty(context)
    if duty is None or not duty.is_settled:
        return None
    return screens.completed_for_you(context.t, duty)


async def taken_over(context: NoticeContext) -> Screen | None:
    duty = await _duty(context)
    if duty is None or duty.responsible_is_viewer:
        return None
    return screens.taken_over(context.t, duty)


async def overdue_card(context: CardContext, alert: AlertView) -> Screen | None:
    occurrence_id = int(alert.subject["occurrence_id"])
    duty = await context.db.read(duty_views.see, context.actor, occurrence_id, now=context.now)
    if duty.is_settled:
        return None
    return screens.overdue_card(context.t, duty, alert_buttons(context.t, alert))


NOTICES = (
    Notice("roadmap.reminder", _while_undone(screens.reminder)),
    Notice("roadmap.nudge", _while_undone(screens.nudge)),
    Notice("roadmap.late", _while_undone(screens.late)),
    Notice("roadmap.completed", completed),
    Notice("roadmap.taken_over", taken_over),
)
ALERT_CARDS: dict[AlertKind, AlertCard] = {AlertKind.DUTY_OVERDUE: overdue_card}
