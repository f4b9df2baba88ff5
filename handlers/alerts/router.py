"""The inbox: open it, open an alert, put it off, take note of it."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.alerts import screens
from handlers.alerts.callbacks import AlertOpened, AlertsOpened
from handlers.alerts.notices import card
from handlers.common.alerts import AlertAct, AlertActed, CardContext
from handlers.common.screen import Screen, show
from handlers.common.translator import Translator
from models import AlertStatus
from services import alerts
from services.access import Actor
from services.clock import Clock
from services.db import Db

router = Router(name="alerts")


@router.callback_query(AlertsOpened.filter())
async def show_inbox(
    query: CallbackQuery, callback_data: AlertsOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    await show(query, await _inbox(actor, db, t, clock, page=callback_data.page))


@router.callback_query(AlertOpened.filter())
async def show_alert(
    query: CallbackQuery, callback_data: AlertOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    now = clock.now()
    # Written, not only read: looking at what concerns somebody leaves a trace.
    alert = await db.write(alerts.open_one, actor, callback_data.alert_id, now=now)
    screen = None
    if alert.status != AlertStatus.RESOLVED:
        screen = await card(CardContext(db, t, now, actor), alert)
    await show(query, screen or (await _inbox(actor, db, t, clock)).under(t("alerts-settled-already")))


@router.callback_query(AlertActed.filter())
async def act(
    query: CallbackQuery, callback_data: AlertActed, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    now = clock.now()
    if callback_data.act == AlertAct.SNOOZE:
        await db.write(alerts.snooze, actor, callback_data.alert_id, now=now)
        done = t("alerts-snoozed", until=t.moment(now + alerts.SNOOZE, actor.timezone))
    else:
        await db.write(alerts.acknowledge, actor, callback_data.alert_id, "acknowledged", now=now)
        done = t("alerts-acknowledged")
    await show(query, (await _inbox(actor, db, t, clock)).under(done))


async def _inbox(actor: Actor, db: Db, t: Translator, clock: Clock, *, page: int = 0) -> Screen:
    size = screens.PAGE_SIZE
    found, total = await db.read(alerts.open_alerts, actor, offset=page * size, limit=size)
    if not found and total:
        # The list has become shorter since the button was made.
        page = (total - 1) // size
        found, total = await db.read(alerts.open_alerts, actor, offset=page * size, limit=size)
    return screens.inbox(t, found, total, page, clock.now())
