"""How a refusal reads: a typed error of the services becomes a sentence, and the current screen is
offered.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from aiogram.types import CallbackQuery, Update

from handlers.common.keyboards import inline, menu_button
from handlers.common.menu import MainMenu
from handlers.common.screen import TOAST_LIMIT, Screen, show, show_new, toast
from handlers.common.translator import Translator
from services import access
from services.access import Actor
from services.clock import Clock
from services.db import Db
from services.errors import AnswerTooLong, MessageTail, NoLongerCurrent, NotAllowed, ServiceError
from services.text_limits import telegram_length

REFUSED_AT = "refused_at"
TAIL_SECONDS = 3


def key_of(error: ServiceError) -> str:
    """`NoFreePlace` reads as `error-no-free-place`."""
    return "error-" + re.sub(r"(?<!^)(?=[A-Z])", "-", type(error).__name__).lower()


async def refuse(update: Update, error: ServiceError, data: dict[str, Any]) -> None:
    """Tell the person why nothing happened and what to do next."""
    t: Translator = data["t"]
    if isinstance(error, NotAllowed):
        await _remember_denial(update, data["actor"], data["db"], data["clock"])
    if update.callback_query is not None:
        await _refuse_tap(update.callback_query, error, t, data)
    elif update.message is not None:
        if isinstance(error, AnswerTooLong | MessageTail):
            await data["state"].update_data({REFUSED_AT: update.message.date.timestamp()})
        keyboard = inline([menu_button(t)]) if _is_member(data["actor"]) else None
        await show(update.message, Screen(t(key_of(error), **error.fields), keyboard))


async def _refuse_tap(query: CallbackQuery, error: ServiceError, t: Translator, data: dict[str, Any]) -> None:
    text = t.plain(key_of(error), **error.fields)
    if telegram_length(text) > TOAST_LIMIT:
        await show_new(query, Screen(t(key_of(error), **error.fields)))
    else:
        await toast(query, text, alert=True)
    if isinstance(error, NoLongerCurrent) and _is_member(data["actor"]):
        menu: MainMenu = data["menu"]
        await show_new(query, await menu.screen(data["actor"], data["db"], t))


def refuse_tail(update: Update, form: Mapping[str, Any]) -> None:
    """Clients cut a text at 4,096 characters: the tail of a refused one is no answer of its own.

    Raises MessageTail for what comes within three seconds of a text that was too long: nobody types that
    fast.
    """
    refused_at = form.get(REFUSED_AT)
    message = update.message
    if message is None or not message.text or not isinstance(refused_at, int | float):
        return
    if not message.text.startswith("/") and 0 <= message.date.timestamp() - refused_at <= TAIL_SECONDS:
        raise MessageTail


def _is_member(actor: Actor | None) -> bool:
    return actor is not None and actor.has_consented


async def _remember_denial(update: Update, actor: Actor | None, db: Db, clock: Clock) -> None:
    act = (update.callback_query.data or "").partition(":")[0] if update.callback_query else update.event_type
    await db.write(access.record_denial, actor, act, now=clock.now())
