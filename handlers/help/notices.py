"""How messages about help read when they are sent, and the card of a request that nobody answers."""

from __future__ import annotations

from collections.abc import Callable

from handlers.common.alerts import AlertCard, CardContext, alert_buttons
from handlers.common.keyboards import button, inline, menu_button
from handlers.common.notices import Notice, NoticeContext
from handlers.common.screen import Screen
from handlers.help import screens
from handlers.help.callbacks import RequestOpened
from handlers.pairing.callbacks import WaitingOpened
from models import AlertKind, HelpStatus
from services import access, help_views
from services.access import Actor
from services.alerts import AlertView
from services.errors import ServiceError
from services.help_views import Climbed, HelpAction, RequestView

Still = Callable[[RequestView], bool]


def _request_id(context: NoticeContext) -> int:
    return int(context.due.payload["request_id"])


async def _reader(context: NoticeContext) -> Actor | None:
    return await context.db.read(access.find_actor, context.due.chat_id)


async def _view(context: NoticeContext, still: Still) -> RequestView | None:
    """The request as the reader sees it, or None when the message is no longer true."""
    if (reader := await _reader(context)) is None:
        return None
    try:
        one = await context.db.read(help_views.see, reader, _request_id(context), now=context.now)
    except ServiceError:
        return None
    return one if still(one) else None


def _asks_me(one: RequestView) -> bool:
    """It waits still, and nobody answered; or I did, and am asked further."""
    is_mine = any(answer.is_own for answer in one.answers)
    waits = one.status == HelpStatus.OPEN and HelpAction.ANSWER in one.actions
    return waits and (is_mine or one.answered_at is None)


async def _asked(context: NoticeContext) -> Screen | None:
    one = await _view(context, _asks_me)
    if one is None:
        return await _asked_curator(context)
    t = context.t
    head = t("assist-notice-further" if one.answers else "assist-notice-asked")
    text = screens.text_of(t, one, context.due.timezone, context.now)
    return Screen(text, inline(*screens.action_rows(t, one), [menu_button(t)])).under(head)


async def _asked_curator(context: NoticeContext) -> Screen | None:
    """A curator answered and is asked further: opening it is a look of its own."""
    if (one := await _climbed(context)) is None:
        return None
    t = context.t
    opened = button(t.plain("assist-read-and-answer"), RequestOpened(request_id=one.id))
    return Screen(
        t("assist-notice-further-curator", who=t.name(one.asker)), inline([opened], [menu_button(t)])
    )


async def _climbed(context: NoticeContext) -> Climbed | None:
    if (reader := await _reader(context)) is None:
        return None
    try:
        return await context.db.read(help_views.asks_curator, reader, _request_id(context))
    except ServiceError:
        return None


async def _answered(context: NoticeContext) -> Screen | None:
    one = await _view(context, lambda one: one.status == HelpStatus.ANSWERED)
    return _to_asker(context, one, "assist-notice-answered")


async def _passed_on(context: NoticeContext) -> Screen | None:
    one = await _view(context, lambda one: one.status == HelpStatus.OPEN)
    return _to_asker(context, one, "assist-notice-passed-on")


def _to_asker(context: NoticeContext, one: RequestView | None, key: str) -> Screen | None:
    if one is None:
        return None
    t = context.t
    text = screens.text_of(t, one, context.due.timezone, context.now)
    rows = screens.action_rows(t, one)
    return Screen(text, inline(*rows, [menu_button(t)])).under(t(key))


async def _helped(context: NoticeContext) -> Screen | None:
    if (reader := await _reader(context)) is None:
        return None
    asker = await context.db.read(help_views.thanks_from, reader, _request_id(context))
    if asker is None:
        return None
    t = context.t
    return Screen(t("assist-notice-helped", who=t.name(asker)), inline([menu_button(t)]))


async def _without_mentor(context: NoticeContext) -> Screen | None:
    if (reader := await _reader(context)) is None:
        return None
    asker = await context.db.read(help_views.asker_without_mentor, reader, _request_id(context))
    if asker is None:
        return None
    t = context.t
    waiting = button(t.plain("assist-find-mentor"), WaitingOpened())
    return Screen(t("assist-notice-without-mentor", who=t.name(asker)), inline([waiting], [menu_button(t)]))


NOTICES: tuple[Notice, ...] = (
    Notice("help.asked", _asked),
    Notice("help.answered", _answered),
    Notice("help.passed_on", _passed_on),
    Notice("help.helped", _helped),
    Notice("help.without_mentor", _without_mentor),
)


async def _unanswered(context: CardContext, alert: AlertView) -> Screen | None:
    one = await context.db.read(help_views.climbed, context.actor, int(alert.subject["help_id"]))
    return screens.climbed(context.t, one, [alert_buttons(context.t, alert)])


ALERT_CARDS: dict[AlertKind, AlertCard] = {AlertKind.HELP_UNANSWERED: _unanswered}
