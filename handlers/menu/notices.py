"""Notices that belong to no subject: an answer that was lost on its way, and what the operators must know."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from handlers.common.notices import Notice, NoticeContext
from handlers.common.screen import Screen
from handlers.joining import screens as joining_screens
from handlers.menu.current import Menu
from services import access, joining


def notices(menu: Menu) -> tuple[Notice, ...]:
    return (
        Notice("common.resume", _resume(menu)),
        Notice("operator.incident", incident),
        Notice("operator.dead_letter", dead_letter),
    )


def _resume(menu: Menu) -> Callable[[NoticeContext], Awaitable[Screen | None]]:
    async def render(context: NoticeContext) -> Screen | None:
        actor = await context.db.read(access.find_actor, context.due.chat_id)
        if actor is None or not actor.has_consented:
            return await _way_in(context)
        return (await menu.screen(actor, context.db, context.t)).under(context.t("notice-resume"))

    return render


async def _way_in(context: NoticeContext) -> Screen | None:
    """Somebody on the way to the consent goes on from the choice of the language."""
    asked = await context.db.read(joining.consent_asked, context.due.chat_id)
    return joining_screens.languages(context.t) if asked is not None else None


async def incident(context: NoticeContext) -> Screen | None:
    return Screen(context.t("operator-incident", code=str(context.due.payload["code"])))


async def dead_letter(context: NoticeContext) -> Screen | None:
    payload = context.due.payload
    return Screen(context.t("operator-dead-letter", kind=str(payload["kind"]), id=str(payload["id"])))
