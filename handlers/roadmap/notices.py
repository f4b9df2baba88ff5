"""How reminders and alerts of the roadmap are worded at the moment of sending."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiogram.types import InlineKeyboardButton

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
    """A message to a responsible person, pointless once the duty is settled or somebody else's."""

    async def render(context: NoticeContext) -> Screen | None:
        duty = await _duty(context)
        if duty is None or duty.is_settled or not duty.responsible_is_viewer or not duty.is_live:
            return None
        return screen(context.t, duty)

    return render


async def moved(context: NoticeContext) -> Screen | None:
    duty = await _duty(context)
    if duty is None or duty.is_settled or duty.moved_from is None:
        return None
    return screens.moved(context.t, duty)


async def completed(context: NoticeContext) -> Screen | None:
    duty = await _duty(context)
    if duty is None or not duty.is_settled or duty.is_waived:
        return None
    return screens.completed_for_you(context.t, duty)


async def waived(context: NoticeContext) -> Screen | None:
    duty = await _duty(context)
    return screens.waived(context.t, duty) if duty is not None and duty.is_waived else None


async def taken_over(context: NoticeContext) -> Screen | None:
    duty = await _duty(context)
    if duty is None or duty.responsible_is_viewer:
        return None
    return screens.taken_over(context.t, duty)


async def trouble(context: NoticeContext) -> Screen | None:
    duty = await _duty(context)
    if duty is None or duty.is_settled:
        return None
    payload = context.due.payload
    return screens.trouble(context.t, duty, int(payload["person_id"]), int(payload["evidence_id"]))


async def person_nudge(context: NoticeContext) -> Screen | None:
    """All that the person has on hand now; nothing when it has been done meanwhile."""
    person_id, places = context.due.person_id or 0, context.due.payload["organization_ids"]
    page = await context.db.read(duty_views.duties_of, person_id, places, now=context.now)
    return screens.person_nudge(context.t, page) if page.lines else None


def _about_undone(
    screen: Callable[[Translator, DutyCard, list[InlineKeyboardButton]], Screen],
) -> AlertCard:
    async def render(context: CardContext, alert: AlertView) -> Screen | None:
        occurrence_id = int(alert.subject["occurrence_id"])
        duty = await context.db.read(duty_views.see, context.actor, occurrence_id, now=context.now)
        if duty.is_settled:
            return None
        return screen(context.t, duty, alert_buttons(context.t, alert))

    return render


NOTICES = (
    Notice("roadmap.reminder", _while_undone(screens.reminder)),
    Notice("roadmap.check", _while_undone(screens.check)),
    Notice("roadmap.nudge", _while_undone(screens.nudge)),
    Notice("roadmap.person_nudge", person_nudge),
    Notice("roadmap.late", _while_undone(screens.late)),
    Notice("roadmap.resumed", _while_undone(screens.resumed)),
    Notice("roadmap.moved", moved),
    Notice("roadmap.waived", waived),
    Notice("roadmap.completed", completed),
    Notice("roadmap.taken_over", taken_over),
    Notice("roadmap.trouble", trouble),
)
ALERT_CARDS: dict[AlertKind, AlertCard] = {
    AlertKind.DUTY_OVERDUE: _about_undone(screens.overdue_card),
    AlertKind.DUTY_NEAR: _about_undone(screens.near_card),
}
