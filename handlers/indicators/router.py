"""Handlers of planned results: plan and fact, a new one, what was reached."""

from __future__ import annotations

from datetime import date

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.common.filters import NotCommand, TextMessage
from handlers.common.screen import Screen, show
from handlers.common.translator import Translator
from handlers.indicators import screens
from handlers.indicators.callbacks import (
    ActualAsked,
    IndicatorAdded,
    IndicatorOpened,
    IndicatorRemoved,
    IndicatorsOpened,
    MeasuredToday,
    RemovalAsked,
    ResultsOpened,
)
from handlers.indicators.states import IndicatorForm
from services import indicators
from services.access import Actor
from services.clock import Clock
from services.db import Db
from services.errors import NoLongerCurrent
from services.local_time import today_in
from services.typed_dates import read_day

router = Router(name="indicators")


async def _leave_form(state: FSMContext) -> None:
    """A form of ours ends when the person goes elsewhere; those of other subjects are not ours to end."""
    if (await state.get_state() or "").startswith("IndicatorForm:"):
        await state.clear()


@router.callback_query(IndicatorsOpened.filter())
async def show_plans(query: CallbackQuery, actor: Actor, db: Db, t: Translator, state: FSMContext) -> None:
    await _leave_form(state)
    await show(query, screens.plans(t, await db.read(indicators.plans, actor)))


@router.callback_query(ResultsOpened.filter())
async def show_results(
    query: CallbackQuery, callback_data: ResultsOpened, actor: Actor, db: Db, t: Translator, state: FSMContext
) -> None:
    await _leave_form(state)
    view = await db.read(indicators.results, actor, callback_data.roadmap_id)
    await show(query, screens.results(t, view))


@router.callback_query(IndicatorOpened.filter())
async def show_indicator(
    query: CallbackQuery,
    callback_data: IndicatorOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    state: FSMContext,
) -> None:
    await _leave_form(state)
    number = callback_data.indicator_id
    one = await db.read(indicators.see, actor, number)
    await show(query, screens.card(t, one, await db.read(indicators.roadmap_of, actor, number)))


@router.callback_query(RemovalAsked.filter())
async def ask_removal(
    query: CallbackQuery, callback_data: RemovalAsked, actor: Actor, db: Db, t: Translator
) -> None:
    one = await db.read(indicators.see, actor, callback_data.indicator_id)
    await show(query, screens.ask_removal(t, one))


@router.callback_query(IndicatorRemoved.filter())
async def remove(
    query: CallbackQuery, callback_data: IndicatorRemoved, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    view = await db.write(indicators.remove, actor, callback_data.indicator_id, now=clock.now())
    await show(query, screens.results(t, view))


@router.callback_query(IndicatorAdded.filter())
async def ask_title(
    query: CallbackQuery,
    callback_data: IndicatorAdded,
    actor: Actor,
    db: Db,
    t: Translator,
    state: FSMContext,
) -> None:
    roadmap_id = callback_data.roadmap_id
    await db.read(indicators.results, actor, roadmap_id)
    await state.set_state(IndicatorForm.title)
    await state.set_data({"roadmap_id": roadmap_id})
    await show(query, screens.ask_title(t, roadmap_id))


@router.message(StateFilter(IndicatorForm.title), TextMessage())
async def type_title(message: Message, t: Translator, state: FSMContext) -> None:
    title = indicators.checked_title(message.text or "")
    data = await state.update_data(title=title)
    await state.set_state(IndicatorForm.planned)
    await show(message, screens.ask_planned(t, title, int(data.get("roadmap_id", 0))))


@router.message(StateFilter(IndicatorForm.planned), TextMessage())
async def type_planned(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    data, typed = await state.get_data(), message.text or ""
    await state.clear()
    roadmap_id, title = int(data.get("roadmap_id", 0)), str(data.get("title", ""))
    view = await db.write(indicators.add, actor, roadmap_id, title, typed, now=clock.now())
    await show(message, screens.results(t, view))


@router.callback_query(ActualAsked.filter())
async def ask_actual(
    query: CallbackQuery, callback_data: ActualAsked, actor: Actor, db: Db, t: Translator, state: FSMContext
) -> None:
    one = await db.read(indicators.see, actor, callback_data.indicator_id)
    await state.set_state(IndicatorForm.actual)
    await state.set_data({"indicator_id": one.id})
    await show(query, screens.ask_actual(t, one))


@router.message(StateFilter(IndicatorForm.actual), TextMessage())
async def type_actual(message: Message, actor: Actor, db: Db, t: Translator, state: FSMContext) -> None:
    typed = message.text or ""
    value, _ = indicators.read_value(typed)
    data = await state.update_data(actual=typed)
    one = await db.read(indicators.see, actor, int(data.get("indicator_id", 0)))
    await state.set_state(IndicatorForm.measured_on)
    await show(message, screens.ask_day(t, one, value))


@router.callback_query(MeasuredToday.filter())
async def measured_today(
    query: CallbackQuery, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    if await state.get_state() != IndicatorForm.measured_on.state:
        raise NoLongerCurrent
    await _enter(query, actor, db, t, clock, state, today_in(actor.timezone, clock.now()))


@router.message(StateFilter(IndicatorForm.measured_on), TextMessage())
async def type_day(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    day = read_day(message.text or "", today_in(actor.timezone, clock.now()))
    await _enter(message, actor, db, t, clock, state, day)


async def _enter(
    event: Message | CallbackQuery,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
    day: date,
) -> None:
    data = await state.get_data()
    await state.clear()
    number, typed = int(data.get("indicator_id", 0)), str(data.get("actual", ""))
    view = await db.write(indicators.enter_actual, actor, number, typed, day, now=clock.now())
    await show(event, screens.results(t, view))


@router.message(StateFilter(IndicatorForm), NotCommand())
async def expect_text(message: Message, t: Translator) -> None:
    await show(message, Screen(t("hint-text-expected")))
