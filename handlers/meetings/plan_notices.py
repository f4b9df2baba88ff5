"""The reminder to plan the next meeting, with times that can be tapped; silent once one is planned."""

from __future__ import annotations

from handlers.common.notices import Notice, NoticeContext
from handlers.common.screen import Screen
from handlers.meetings import plan_screens
from services import meeting_offers


async def _offer(context: NoticeContext) -> Screen | None:
    payload = context.due.payload
    offer = await context.db.read(
        meeting_offers.still_wanted, context.due.chat_id, int(payload["mentorship_id"]), now=context.now
    )
    if offer is None:
        return None
    return plan_screens.offer(
        context.t, offer.view, offer.offered, context.due.timezone, str(payload["reason"])
    )


NOTICES: tuple[Notice, ...] = (Notice("meetings.offer", _offer),)
