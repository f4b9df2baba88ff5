"""How messages about speed sessions read when they are sent; what is no longer true is not sent at all."""

from __future__ import annotations

from collections.abc import Callable

from handlers.common.keyboards import button, inline, menu_button
from handlers.common.notices import Notice, NoticeContext
from handlers.common.screen import Screen
from handlers.speed import screens
from handlers.speed.callbacks import SpeedOpened
from models import SpeedStatus
from services import access, speed_views
from services.errors import ServiceError
from services.speed_views import SpeedAction, SpeedView

Still = Callable[[SpeedView], bool]


async def _view(context: NoticeContext, still: Still) -> SpeedView | None:
    """The session as the reader sees it, or None when the message is no longer true."""
    reader = await context.db.read(access.find_actor, context.due.chat_id)
    if reader is None:
        return None
    try:
        number = int(context.due.payload["session_id"])
        one = await context.db.read(speed_views.as_told, reader, number, now=context.now)
    except ServiceError:
        return None
    return one if still(one) else None


def _card(context: NoticeContext, one: SpeedView, head: str) -> Screen:
    t, zone = context.t, context.due.timezone
    rows = screens.rows_of(t, one, zone)
    return Screen(screens.text_of(t, one, zone), inline(*rows, [menu_button(t)])).under(head)


def _stands(one: SpeedView) -> bool:
    return one.status == SpeedStatus.ANNOUNCED and not one.is_over


async def _announced(context: NoticeContext) -> Screen | None:
    one = await _view(context, _stands)
    return _card(context, one, context.t("speed-notice-announced")) if one else None


async def _announced_for_you(context: NoticeContext) -> Screen | None:
    one = await _view(context, lambda one: _stands(one) and one.is_host)
    return _card(context, one, context.t("speed-notice-for-you")) if one else None


async def _your_turn(context: NoticeContext) -> Screen | None:
    one = await _view(context, lambda one: _stands(one) and SpeedAction.RELEASE in one.actions)
    return _card(context, one, context.t("speed-notice-your-turn")) if one else None


async def _reminder(context: NoticeContext) -> Screen | None:
    """For who booked a slot, and for the mentor when anybody did."""
    one = await _view(context, _stands)
    if one is None:
        return None
    t, zone = context.t, context.due.timezone
    if one.mine is not None and not one.mine.has_begun:
        return _card(context, one, t("speed-notice-reminder", at=t.time(one.mine.starts_at, zone)))
    comes = sum(slot.who is not None for slot in one.slots)
    if not one.is_host or not comes:
        return None
    return _card(context, one, t("speed-notice-reminder-host", at=t.time(one.starts_at, zone), count=comes))


async def _cancelled(context: NoticeContext) -> Screen | None:
    one = await _view(context, lambda one: one.status == SpeedStatus.CANCELLED)
    if one is None:
        return None
    t = context.t
    text = f"{t('speed-notice-cancelled')}\n\n{screens.what(t, one, context.due.timezone)}"
    return Screen(text, inline([button(t.plain("speed-to-list"), SpeedOpened())], [menu_button(t)]))


def _waits_for_ticks(one: SpeedView) -> bool:
    return SpeedAction.TELL in one.actions and any(slot.who and slot.held is None for slot in one.slots)


async def _ask_held(context: NoticeContext) -> Screen | None:
    one = await _view(context, _waits_for_ticks)
    return screens.visitors(context.t, one, context.due.timezone) if one else None


NOTICES: tuple[Notice, ...] = (
    Notice("speed.announced", _announced),
    Notice("speed.announced_for_you", _announced_for_you),
    Notice("speed.your_turn", _your_turn),
    Notice("speed.reminder", _reminder),
    Notice("speed.cancelled", _cancelled),
    Notice("speed.ask_held", _ask_held),
)
