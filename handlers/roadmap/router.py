"""Handlers of the roadmap: lists, the card of a duty, and marking it as done."""

from __future__ import annotations

from aiogram import Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.common.filters import TextMessage
from handlers.common.screen import Screen, show, show_new, toast
from handlers.common.translator import Translator
from handlers.roadmap import screens
from handlers.roadmap.callbacks import (
    DutyAct,
    DutyActed,
    DutyOpened,
    FileOpened,
    MyDutiesOpened,
    PlanApproved,
    RoadmapOpened,
)
from handlers.roadmap.filters import FileMessage, NotCommand, is_picture
from handlers.roadmap.states import DutyForm
from services import duties, duty_views, roadmaps
from services.access import Actor
from services.clock import Clock
from services.db import Db
from services.duties import AttachedFile

router = Router(name="roadmap")


async def _leave_form(state: FSMContext) -> None:
    """A form of ours ends when the person goes elsewhere; those of other subjects are not ours to end."""
    if await state.get_state() == DutyForm.reporting.state:
        await state.clear()


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
    await _leave_form(state)
    page = await db.read(duty_views.my_duties, actor, page=callback_data.page, now=clock.now())
    await show(query, screens.my_duties(t, page))


@router.callback_query(RoadmapOpened.filter())
async def show_roadmap(
    query: CallbackQuery,
    callback_data: RoadmapOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await _leave_form(state)
    late_only = callback_data.late_only
    number = callback_data.page
    page = await db.read(duty_views.roadmap_page, actor, page=number, late_only=late_only, now=clock.now())
    await show(query, screens.roadmap(t, page, late_only=late_only))


@router.callback_query(PlanApproved.filter())
async def approve_plan(
    query: CallbackQuery, callback_data: PlanApproved, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    await db.write(roadmaps.approve, actor, callback_data.roadmap_id, now=clock.now())
    page = await db.read(duty_views.roadmap_page, actor, now=clock.now())
    await show(query, screens.roadmap(t, page, late_only=False))


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
    await _leave_form(state)
    duty = await db.read(duty_views.see, actor, callback_data.duty_id, now=clock.now())
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
    duty_id, now = callback_data.duty_id, clock.now()
    match callback_data.act:
        case DutyAct.ASK:
            duty = await db.read(duty_views.see, actor, duty_id, now=now)
            await state.set_state(DutyForm.reporting)
            await state.set_data({"duty_id": duty_id})
            await show(query, screens.ask(t, duty))
        case DutyAct.DONE:
            await _leave_form(state)
            duty = await db.write(duties.complete, actor, duty_id, now=now)
            await show(query, screens.after_report(t, duty))
        case DutyAct.NUDGE:
            duty = await db.write(duties.nudge, actor, duty_id, now=now)
            await toast(query, t.plain("roadmap-nudged", name=t.name(duty.responsible)), alert=True)
        case DutyAct.TAKE_OVER:
            duty = await db.write(duties.take_over, actor, duty_id, now=now)
            await show(query, screens.card(t, duty))


@router.message(StateFilter(DutyForm.reporting), TextMessage())
async def report_by_text(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    duty_id = await _duty_in_form(state)
    await state.clear()
    duty = await db.write(duties.report, actor, duty_id, comment=message.text or "", now=clock.now())
    await show(message, screens.after_report(t, duty))


@router.message(StateFilter(DutyForm.reporting), FileMessage())
async def report_by_file(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    duty_id = await _duty_in_form(state)
    await state.clear()
    document = message.document
    file = AttachedFile(document.file_id, document.file_name or "") if document else None
    comment = message.caption or ""
    duty = await db.write(duties.report, actor, duty_id, comment=comment, file=file, now=clock.now())
    await show(message, screens.after_report(t, duty))


@router.message(StateFilter(DutyForm.reporting), NotCommand())
async def refuse_anything_else(message: Message, t: Translator, state: FSMContext) -> None:
    duty_id = await _duty_in_form(state)
    if not is_picture(message):
        await show(message, screens.refusal(t, t("roadmap-hint-expected"), duty_id))
        return
    key = "roadmap-photo-removed" if await _remove(message) else "roadmap-photo-stays"
    await show(message, screens.refusal(t, f"{t('roadmap-photo-refused')}\n\n{t(key)}", duty_id))


async def _remove(message: Message) -> bool:
    """Often a photo of a document, which must not stay in the chat. False when Telegram does not let us."""
    try:
        return await message.delete()
    except TelegramBadRequest:
        return False


async def _duty_in_form(state: FSMContext) -> int:
    return int((await state.get_data()).get("duty_id", 0))


@router.callback_query(FileOpened.filter())
async def send_file(
    query: CallbackQuery, callback_data: FileOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    file = await db.write(duties.open_file, actor, callback_data.evidence_id, now=clock.now())
    await show_new(query, Screen(t("roadmap-file-sent"), document=file.file_id))
