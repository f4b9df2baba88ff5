"""What is typed about a plan: a deadline, words of a row, a new row, the order, a reason to return it.

Every step is kept before the next is shown; a button of another form or step is no longer current.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.common.filters import NotCommand, TextMessage
from handlers.common.screen import show
from handlers.common.translator import Translator
from handlers.errors import key_of
from handlers.plans import form as forms
from handlers.plans import questions, screens
from handlers.plans.callbacks import FormAct, FormActed
from handlers.plans.form import Form, Step
from handlers.plans.router import plan_screen
from handlers.plans.states import PlanForm
from services import catching_up, deadlines, plan_desk, plan_drafts, plan_items
from services.access import Actor
from services.clock import Clock
from services.db import Db
from services.deadlines import Context, Kind
from services.errors import AnswerEmpty, AnswerTooLong, NoLongerCurrent
from services.plan_items import Field
from services.roadmaps import ORDER_NUMBER_LIMIT
from services.typed_text import checked

router = Router(name="plans.form")

ORDERS_BEFORE, ORDERS_AHEAD = timedelta(days=3 * 366), timedelta(days=60)
WRONG_WORDS = (AnswerEmpty, AnswerTooLong)


# ---- typed


@router.message(StateFilter(PlanForm.phrase), TextMessage())
async def type_phrase(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    form = replace(await forms.require(state, Step.PHRASE), text=message.text or "")
    await _go(message, form, actor, db, t, clock, state)


@router.message(StateFilter(PlanForm.field), TextMessage())
async def type_field(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    form = await forms.require(state, Step.FIELD)
    await state.clear()
    field, text = Field(form.field), message.text or ""
    shown = await db.write(plan_items.edit, actor, form.item_id, field, text, now=clock.now())
    await show(message, screens.card(t, shown))


@router.message(StateFilter(PlanForm.reason), TextMessage())
async def type_reason(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    form = await forms.require(state, Step.REASON)
    await state.clear()
    await db.write(plan_drafts.send_back, actor, form.roadmap_id, message.text or "", now=clock.now())
    shown = await plan_screen(actor, db, t, clock, form.roadmap_id)
    await show(message, shown.under(t("plans-sent-back")))


@router.message(StateFilter(PlanForm.new_activity), TextMessage())
async def type_activity(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    form = await forms.require(state, Step.NEW_ACTIVITY)
    activity = checked(message.text or "", plan_drafts.ACTIVITY_LIMIT)
    form = replace(form, step=Step.NEW_DEADLINE.value, text=activity)
    await _go(message, form, actor, db, t, clock, state)


@router.message(StateFilter(PlanForm.new_deadline), TextMessage())
async def type_deadline(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    form = await forms.require(state, Step.NEW_DEADLINE)
    form = replace(form, step=Step.NEW_RESPONSIBLE.value, phrase=message.text or "")
    await _go(message, form, actor, db, t, clock, state)


@router.message(StateFilter(PlanForm.new_responsible), TextMessage())
async def type_responsible(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    form = await forms.require(state, Step.NEW_RESPONSIBLE)
    await _add(message, form, message.text or "", actor, db, t, clock, state)


async def _add(
    event: Message | CallbackQuery,
    form: Form,
    responsible: str,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await state.clear()
    shown = await db.write(
        plan_items.add, actor, form.roadmap_id, form.text, form.phrase, responsible, now=clock.now()
    )
    await show(event, screens.card(t, shown).under(t("plans-added-item")))


@router.message(StateFilter(PlanForm.order_number), TextMessage())
async def type_number(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    form = await forms.require(state, Step.ORDER_NUMBER)
    number = checked(message.text or "", ORDER_NUMBER_LIMIT).removeprefix("№").strip()
    if not number:
        raise AnswerEmpty
    await _go(message, replace(form, step=Step.ORDER_DATE.value, text=number), actor, db, t, clock, state)


@router.message(StateFilter(PlanForm.order_date), TextMessage())
async def type_date(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    form = await forms.require(state, Step.ORDER_DATE)
    day = read_day(message.text or "", _today(actor, clock))
    if day is None:
        screen = await questions.screen(form, actor, db, t, clock)
        await show(message, screen.under(t("plans-hint-date")))
        return
    await _with_day(message, form, day, actor, db, t, clock, state)


def read_day(text: str, today: date) -> date | None:
    """A typed date that an order may have: not years ago, not far ahead. A day without a year is the last one
    of that name.
    """
    for context in (Context(today=today), Context(today=today, years=(today.year - 1, today.year - 1))):
        reading = deadlines.read(text, context)
        day = reading.start if reading.kind is Kind.DATE and not reading.parts else None
        if day is not None and -ORDERS_BEFORE <= day - today <= ORDERS_AHEAD:
            return day
    return None


async def _with_day(
    event: Message | CallbackQuery,
    form: Form,
    day: date,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    form = replace(form, step=Step.ORDER.value, day=day.isoformat())
    await _go(event, form, actor, db, t, clock, state)


def _today(actor: Actor, clock: Clock) -> date:
    return clock.now().astimezone(ZoneInfo(actor.timezone)).date()


# ---- tapped


@router.callback_query(FormActed.filter())
async def tap(
    query: CallbackQuery,
    callback_data: FormActed,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    form = await forms.require(state, *Step, form_id=callback_data.form)
    match Step(form.step), callback_data.act:
        case Step.PHRASE, FormAct.CONFIRM if form.text:
            await state.clear()
            shown = await db.write(plan_items.correct_phrase, actor, form.item_id, form.text, now=clock.now())
            await show(query, screens.card(t, shown))
        case Step.NEW_RESPONSIBLE, FormAct.SKIP:
            await _add(query, form, "", actor, db, t, clock, state)
        case Step.NEW_RESPONSIBLE, FormAct.AGAIN:
            form = replace(form, step=Step.NEW_DEADLINE.value)
            await _go(query, form, actor, db, t, clock, state)
        case Step.ORDER_NUMBER, FormAct.SKIP:
            form = replace(form, step=Step.ORDER_DATE.value, text="")
            await _go(query, form, actor, db, t, clock, state)
        case Step.ORDER_NUMBER, FormAct.CONFIRM:
            await _as_written(query, form, actor, db, t, clock, state)
        case Step.ORDER_DATE, FormAct.TODAY | FormAct.YESTERDAY as act:
            day = _today(actor, clock) - timedelta(days=act == FormAct.YESTERDAY)
            await _with_day(query, form, day, actor, db, t, clock, state)
        case Step.ORDER, FormAct.AGAIN:
            form = replace(form, step=Step.ORDER_NUMBER.value, text="", day="")
            await _go(query, form, actor, db, t, clock, state)
        case Step.ORDER, FormAct.CONFIRM:
            await _approve(query, form, actor, db, t, clock, state)
        case _:
            raise NoLongerCurrent


async def _as_written(
    query: CallbackQuery,
    form: Form,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    head = await db.read(plan_desk.head_of, actor, form.roadmap_id, now=clock.now())
    if head.order_date is None:
        raise NoLongerCurrent
    form = replace(form, text=head.order_number)
    await _with_day(query, form, head.order_date, actor, db, t, clock, state)


async def _approve(
    query: CallbackQuery,
    form: Form,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    day = date.fromisoformat(form.day)
    await state.clear()
    await db.write(plan_drafts.approve, actor, form.roadmap_id, form.text, day, now=clock.now())
    shown = await plan_screen(actor, db, t, clock, form.roadmap_id)
    passed = await db.read(catching_up.passed_before_approval, actor, plan_id=form.roadmap_id)
    if passed:
        shown = shown.under(t("plans-approved-passed", count=passed))
    await show(query, shown.under(t("plans-approved-now")))


# ---- what was not expected


@router.message(
    StateFilter(
        PlanForm.phrase,
        PlanForm.field,
        PlanForm.reason,
        PlanForm.new_activity,
        PlanForm.new_deadline,
        PlanForm.new_responsible,
        PlanForm.order_number,
        PlanForm.order_date,
    ),
    NotCommand(),
)
async def no_text(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    form = await forms.require(state, *Step)
    screen = await questions.screen(form, actor, db, t, clock)
    await show(message, screen.under(t("plans-hint-text")))


@router.message(StateFilter(PlanForm.choosing), NotCommand())
async def no_tap(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    form = await forms.require(state, *Step)
    screen = await questions.screen(form, actor, db, t, clock)
    await show(message, screen.under(t("plans-hint-buttons")))


async def _go(
    event: Message | CallbackQuery,
    form: Form,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    """Keep the form and show the question it stands at; what was wrong is said above the same question."""
    before = await forms.load(state)
    try:
        screen = await questions.screen(form, actor, db, t, clock)
    except WRONG_WORDS as error:
        if before is None:
            raise
        screen = await questions.screen(before, actor, db, t, clock)
        await show(event, screen.under(t(key_of(error), **error.fields)))
        return
    await forms.keep(state, form)
    await show(event, screen)
