"""Taps about speed sessions: which use case each calls."""

from __future__ import annotations

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from handlers.common.screen import show
from handlers.common.translator import Translator
from handlers.speed import screens
from handlers.speed.callbacks import (
    CancelAsked,
    CancelConfirmed,
    HeldTold,
    QueueJoined,
    QueueLeft,
    SessionOpened,
    SlotBooked,
    SlotReleased,
    SpeedOpened,
    VisitorsOpened,
)
from services import speed_sessions, speed_views
from services.access import Actor
from services.clock import Clock
from services.db import Db
from services.errors import NoLongerCurrent
from services.speed_views import SpeedAction

router = Router(name="speed")


@router.callback_query(SpeedOpened.filter())
async def show_list(
    query: CallbackQuery,
    callback_data: SpeedOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await state.clear()
    found = await db.read(speed_views.listed, actor, page=callback_data.page, now=clock.now())
    await show(query, screens.listed(t, found, actor.timezone))


@router.callback_query(SessionOpened.filter())
async def show_session(
    query: CallbackQuery, callback_data: SessionOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    # Written, not only read: a curator's look at who comes is recorded.
    one = await db.write(speed_views.see, actor, callback_data.session_id, now=clock.now())
    await show(query, screens.card(t, one, actor.timezone))


@router.callback_query(SlotBooked.filter())
async def book(
    query: CallbackQuery, callback_data: SlotBooked, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    one = await db.write(speed_sessions.book, actor, callback_data.slot_id, now=clock.now())
    await show(query, screens.card(t, one, actor.timezone).under(t("speed-booked")))


@router.callback_query(SlotReleased.filter())
async def release(
    query: CallbackQuery, callback_data: SlotReleased, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    one = await db.write(speed_sessions.release, actor, callback_data.slot_id, now=clock.now())
    await show(query, screens.card(t, one, actor.timezone).under(t("speed-released")))


@router.callback_query(QueueJoined.filter())
async def join_queue(
    query: CallbackQuery, callback_data: QueueJoined, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    one = await db.write(speed_sessions.join_queue, actor, callback_data.session_id, now=clock.now())
    await show(query, screens.card(t, one, actor.timezone))


@router.callback_query(QueueLeft.filter())
async def leave_queue(
    query: CallbackQuery, callback_data: QueueLeft, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    one = await db.write(speed_sessions.leave_queue, actor, callback_data.session_id, now=clock.now())
    await show(query, screens.card(t, one, actor.timezone))


@router.callback_query(VisitorsOpened.filter())
async def show_visitors(
    query: CallbackQuery, callback_data: VisitorsOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    one = await db.write(speed_views.see, actor, callback_data.session_id, now=clock.now())
    if SpeedAction.TELL not in one.actions:
        raise NoLongerCurrent
    await show(query, screens.visitors(t, one, actor.timezone))


@router.callback_query(HeldTold.filter())
async def tell_held(
    query: CallbackQuery, callback_data: HeldTold, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    number, held = callback_data.slot_id, callback_data.held
    one = await db.write(speed_sessions.tell_held, actor, number, held=held, now=clock.now())
    await show(query, screens.visitors(t, one, actor.timezone))


@router.callback_query(CancelAsked.filter())
async def ask_cancel(
    query: CallbackQuery, callback_data: CancelAsked, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    one = await db.write(speed_views.see, actor, callback_data.session_id, now=clock.now())
    if SpeedAction.CANCEL not in one.actions:
        raise NoLongerCurrent
    await show(query, screens.cancel_question(t, one, actor.timezone))


@router.callback_query(CancelConfirmed.filter())
async def cancel(
    query: CallbackQuery, callback_data: CancelConfirmed, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    one = await db.write(speed_sessions.cancel, actor, callback_data.session_id, now=clock.now())
    await show(query, screens.card(t, one, actor.timezone))
