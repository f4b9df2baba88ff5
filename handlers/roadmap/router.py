"""Handlers of one's duties: lists, the card of a duty, and what is done with it by a tap."""

from __future__ import annotations

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from handlers.common.screen import Screen, show, show_new, toast
from handlers.common.translator import Translator
from handlers.roadmap import screens
from handlers.roadmap.callbacks import (
    DayChosen,
    DutyAct,
    DutyActed,
    DutyOpened,
    FileOpened,
    MonthShown,
    MyDutiesOpened,
)
from handlers.roadmap.form_router import begin, day_of, leave_form
from handlers.roadmap.states import DutyForm
from services import duties, duty_changes, duty_views
from services.access import Actor
from services.clock import Clock
from services.db import Db
from services.duty_views import DutyCard

router = Router(name="roadmap")


@router.callback_query(MyDutiesOpened.filter())
async def show_my_duties(
    query: CallbackQuery,
    callback_data: MyDutiesOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await leave_form(state)
    page, controlled = callback_data.page, callback_data.controlled
    shown = await db.read(duty_views.my_duties, actor, page=page, controlled=controlled, now=clock.now())
    await show(query, screens.my_duties(t, shown))


@router.callback_query(DutyOpened.filter())
async def show_duty(
    query: CallbackQuery,
    callback_data: DutyOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await leave_form(state)
    duty = await db.write(duty_views.open_duty, actor, callback_data.duty_id, now=clock.now())
    await show(query, screens.card(t, duty))


@router.callback_query(DutyActed.filter())
async def act_on_duty(
    query: CallbackQuery,
    callback_data: DutyActed,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    act, duty_id, now = callback_data.act, callback_data.duty_id, clock.now()
    if act in (DutyAct.ASK, DutyAct.WAIVE_ASK, DutyAct.MOVE_ASK, DutyAct.TROUBLE_ASK):
        await _ask(query, callback_data, actor, db, t, clock, state)
        return
    await leave_form(state)
    match act:
        case DutyAct.DONE:
            duty = await db.write(duties.complete, actor, duty_id, now=now)
            await show(query, screens.after_report(t, duty))
        case DutyAct.NUDGE:
            duty = await db.write(duties.nudge, actor, duty_id, now=now)
            await toast(query, _nudged(t, duty), alert=True)
        case DutyAct.TAKE_OVER:
            duty = await db.write(duties.take_over, actor, duty_id, now=now)
            await show(query, screens.card(t, duty))
        case DutyAct.RESUME:
            duty = await db.write(duty_changes.resume, actor, duty_id, now=now)
            await show(query, screens.after(t, duty, t("roadmap-resumed-done")))
        case DutyAct.TROUBLE:
            duty = await db.write(duties.report_trouble, actor, duty_id, now=now)
            await show(query, screens.after(t, duty, t("roadmap-trouble-told")))


def _nudged(t: Translator, duty: DutyCard) -> str:
    if duty.oversees:
        return t.plain("roadmap-nudged-school")
    names = ", ".join(t.name(one.name) for one in duty.responsible if one.is_reachable and not one.is_viewer)
    return t.plain("roadmap-nudged", name=names)


async def _ask(
    query: CallbackQuery,
    callback_data: DutyActed,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    """The question is shown only to who may answer it."""
    act, duty_id, now = callback_data.act, callback_data.duty_id, clock.now()
    if act == DutyAct.ASK:
        duty = await db.read(duties.reportable, actor, duty_id, now=now)
        await begin(state, DutyForm.reporting, duty_id=duty_id)
        await show(query, screens.ask(t, duty))
    elif act == DutyAct.TROUBLE_ASK:
        duty = await db.read(duties.troublesome, actor, duty_id, now=now)
        await begin(state, DutyForm.troubled, duty_id=duty_id)
        await show(query, screens.ask_trouble(t, duty))
    else:
        days = await db.read(duty_changes.day_range, actor, duty_id, now=now)
        duty = await db.read(duty_views.see, actor, duty_id, now=now)
        if act == DutyAct.WAIVE_ASK:
            await begin(state, DutyForm.waiving, duty_id=duty_id)
            await show(query, screens.ask_reason_to_waive(t, duty))
        else:
            await begin(state, DutyForm.moving, duty_id=duty_id)
            await show(query, screens.ask_day(t, duty, days))


@router.callback_query(MonthShown.filter())
async def show_month(
    query: CallbackQuery,
    callback_data: MonthShown,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    duty_id, now = callback_data.duty_id, clock.now()
    days = await db.read(duty_changes.day_range, actor, duty_id, now=now)
    duty = await db.read(duty_views.see, actor, duty_id, now=now)
    await begin(state, DutyForm.moving, duty_id=duty_id)
    await show(query, screens.ask_day(t, duty, days, (callback_data.year, callback_data.month)))


@router.callback_query(DayChosen.filter())
async def choose_day(
    query: CallbackQuery,
    callback_data: DayChosen,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    duty_id, now = callback_data.duty_id, clock.now()
    day = await db.read(duty_changes.check_day, actor, duty_id, day_of(callback_data.day), now=now)
    duty = await db.read(duty_views.see, actor, duty_id, now=now)
    await begin(state, DutyForm.explaining, duty_id=duty_id, day=day.isoformat())
    await show(query, screens.ask_reason_to_move(t, duty, day))


@router.callback_query(FileOpened.filter())
async def send_file(
    query: CallbackQuery, callback_data: FileOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    file = await db.write(duties.open_file, actor, callback_data.evidence_id, now=clock.now())
    await show_new(query, Screen(t("roadmap-file-sent"), document=file.file_id))
