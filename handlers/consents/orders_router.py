"""Handlers of orders about pairs: choosing the pairs, the number, the date; and what was recorded wrongly."""

from __future__ import annotations

from datetime import date
from typing import Any

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.common.filters import NotCommand, TextMessage
from handlers.common.screen import Screen, show
from handlers.common.translator import Translator
from handlers.consents import order_screens
from handlers.consents.callbacks import (
    OrderCleared,
    OrderedOpened,
    OrderGoesOn,
    OrdersOpened,
    OrderTicked,
    OrderToday,
)
from handlers.consents.states import OrderForm, leave_form, require
from services import local_acts, pairing_orders
from services.access import Actor
from services.clock import Clock
from services.content import Content
from services.db import Db
from services.errors import NoLongerCurrent, NothingChosen
from services.local_time import today_in

router = Router(name="consents.orders")


@router.callback_query(OrdersOpened.filter())
async def show_desk(
    query: CallbackQuery,
    callback_data: OrdersOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    number, page = callback_data.organization_id or None, callback_data.page
    view = await db.write(pairing_orders.desk, actor, number, page=page, now=clock.now())
    data = await state.get_data() if await state.get_state() == OrderForm.choosing.state else {}
    # Turning a page keeps what was ticked; another school begins anew.
    same = data.get("organization_id") == view.organization_id
    chosen = [one for one in _chosen(data) if same and one in view.ready]
    await leave_form(state)
    if view.ready:
        await state.set_state(OrderForm.choosing)
        await state.set_data({"organization_id": view.organization_id, "page": page, "chosen": chosen})
    await show(query, order_screens.desk(t, view, chosen))


def _chosen(data: dict[str, Any]) -> list[int]:
    return [int(one) for one in data.get("chosen", [])]


@router.callback_query(OrderTicked.filter())
async def tick(
    query: CallbackQuery,
    callback_data: OrderTicked,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await require(state, OrderForm.choosing)
    data = await state.get_data()
    number, page = int(data["organization_id"]), int(data["page"])
    view = await db.read(pairing_orders.look, actor, number, page=page, now=clock.now())
    chosen = [one for one in _chosen(data) if one in view.ready]
    if callback_data.mentorship_id == order_screens.ALL_READY:
        chosen = [] if len(chosen) == len(view.ready) else list(view.ready)
    elif callback_data.mentorship_id not in view.ready:
        raise NoLongerCurrent
    else:
        chosen = sorted(set(chosen) ^ {callback_data.mentorship_id})
    await state.update_data(chosen=chosen)
    await show(query, order_screens.desk(t, view, chosen))


@router.callback_query(OrderGoesOn.filter())
async def go_on(
    query: CallbackQuery, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    await require(state, OrderForm.choosing)
    chosen = _chosen(await state.get_data())
    if not chosen:
        raise NothingChosen
    organization = await db.read(pairing_orders.may_order, actor, chosen, now=clock.now())
    await state.set_state(OrderForm.number)
    await show(query, order_screens.ask_number(t, organization.id, len(chosen)))


@router.message(StateFilter(OrderForm.number), TextMessage())
async def type_number(message: Message, t: Translator, state: FSMContext) -> None:
    number = local_acts.checked_number(message.text or "")
    await state.update_data(number=number)
    await state.set_state(OrderForm.dated_on)
    place = int((await state.get_data())["organization_id"])
    await show(message, order_screens.ask_date(t, place, number))


@router.message(StateFilter(OrderForm.dated_on), TextMessage())
async def type_date(
    message: Message,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    state: FSMContext,
) -> None:
    now = clock.now()
    organization = await db.read(pairing_orders.may_order, actor, _chosen(await state.get_data()), now=now)
    day = local_acts.dated(message.text or "", organization.timezone, now=now)
    await _record(message, actor, db, t, content, clock, state, day)


@router.callback_query(OrderToday.filter())
async def date_today(
    query: CallbackQuery,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    state: FSMContext,
) -> None:
    await require(state, OrderForm.dated_on)
    now = clock.now()
    organization = await db.read(pairing_orders.may_order, actor, _chosen(await state.get_data()), now=now)
    day = today_in(organization.timezone, now)
    await _record(query, actor, db, t, content, clock, state, day)


async def _record(
    event: Message | CallbackQuery,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    state: FSMContext,
    day: date,
) -> None:
    data = await state.get_data()
    chosen, place = _chosen(data), int(data["organization_id"])
    title = t.option("act_kind", pairing_orders.ORDER_KIND)
    await state.clear()
    order = await db.write(
        pairing_orders.record,
        actor,
        chosen,
        str(data["number"]),
        day,
        title,
        content.act_kinds(),
        now=clock.now(),
    )
    await show(event, order_screens.recorded(t, place, order, len(chosen)))


@router.callback_query(OrderedOpened.filter())
async def show_ordered(
    query: CallbackQuery,
    callback_data: OrderedOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await leave_form(state)
    number, page = callback_data.organization_id, callback_data.page
    found = await db.write(pairing_orders.ordered, actor, number, page=page, now=clock.now())
    await show(query, order_screens.ordered(t, number, found))


@router.callback_query(OrderCleared.filter())
async def clear(
    query: CallbackQuery, callback_data: OrderCleared, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    pair, now = callback_data.mentorship_id, clock.now()
    if not callback_data.sure:
        place, order = await db.read(pairing_orders.may_clear, actor, pair)
        await show(query, order_screens.ask_clear(t, place, pair, order))
        return
    place, found = await db.write(pairing_orders.clear, actor, pair, now=now)
    await show(query, order_screens.ordered(t, place, found).under(t("consents-orders-cleared")))


@router.message(StateFilter(OrderForm), NotCommand())
async def expect_text(message: Message, t: Translator) -> None:
    await show(message, Screen(t("hint-text-expected")))
