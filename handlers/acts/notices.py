"""How people hear of acts that they are to read, and curators of those who have not."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from handlers.acts import screens
from handlers.common.alerts import AlertCard, CardContext, alert_buttons
from handlers.common.notices import Notice, NoticeContext
from handlers.common.screen import Screen
from models import AlertKind
from services import acknowledgements
from services.alerts import AlertView


def _to_read(*, again: bool) -> Callable[[NoticeContext], Awaitable[Screen | None]]:
    async def render(context: NoticeContext) -> Screen | None:
        act_id, person_id = int(context.due.payload["act_id"]), context.due.person_id or 0
        view = await context.db.read(acknowledgements.to_read, person_id, act_id)
        return screens.to_read(context.t, view, again=again) if view is not None else None

    return render


async def unread_card(context: CardContext, alert: AlertView) -> Screen | None:
    act_id = int(alert.subject["act_id"])
    view = await context.db.read(acknowledgements.unread_card, context.actor, act_id)
    return screens.unread_card(context.t, view, alert_buttons(context.t, alert)) if view is not None else None


NOTICES = (
    Notice("acts.to_read", _to_read(again=False)),
    Notice("acts.reminder", _to_read(again=True)),
)
ALERT_CARDS: dict[AlertKind, AlertCard] = {AlertKind.ACT_UNREAD: unread_card}
