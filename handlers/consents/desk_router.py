"""Handlers of the curator's desk: looking, the signed paper question by question, corrections, reminders."""

from __future__ import annotations

from datetime import date
from typing import Any

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.common.filters import NotCommand, TextMessage
from handlers.common.heavy import Heavy
from handlers.common.screen import Screen, show, show_new, toast
from handlers.common.translator import Translator
from handlers.consents import desk_screens, papers
from handlers.consents.callbacks import (
    ConsentDeskOpened,
    DeskAct,
    DeskActed,
    PaperToday,
    PaperWithoutNumber,
)
from handlers.consents.states import PaperForm, leave_form, require
from services import consent_desk, written_consents
from services.access import Actor
from services.clock import Clock
from services.consent_desk import DeskState
from services.content import Content
from services.db import Db
from services.documents import docx
from services.errors import NoLongerCurrent
from services.local_time import today_in

router = Router(name="consents.desk")


@router.callback_query(ConsentDeskOpened.filter())
async def show_desk(
    query: CallbackQuery,
    callback_data: ConsentDeskOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await leave_form(state)
    if callback_data.state not in set(DeskState):
        raise NoLongerCurrent
    number, chosen = callback_data.organization_id or None, DeskState(callback_data.state)
    page, now = callback_data.page, clock.now()
    view = await db.write(consent_desk.desk, actor, number, chosen, page=page, now=now)
    await show(query, desk_screens.desk(t, view))


@router.callback_query(DeskActed.filter())
async def act(
    query: CallbackQuery,
    callback_data: DeskActed,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
    heavy: Heavy,
) -> None:
    consent_id, now = callback_data.consent_id, clock.now()
    await leave_form(state)
    match callback_data.act:
        case DeskAct.OPEN:
            found = await db.write(consent_desk.see, actor, consent_id, now=now)
            await show(query, desk_screens.card(t, found))
        case DeskAct.PAPER:
            found = await db.read(consent_desk.may_record, actor, consent_id, now=now)
            await state.set_state(PaperForm.number)
            await state.set_data({"consent_id": consent_id})
            await show(query, desk_screens.ask_number(t, found))
        case DeskAct.FORM:
            form = await db.write(written_consents.form_for_curator, actor, consent_id, now=now)
            data = await heavy.run(docx, papers.paper(t, form))
            await show_new(query, papers.file(t, form.view, data))
        case DeskAct.REMIND:
            fresh = await db.write(consent_desk.remind, actor, consent_id, now=now)
            key = "consents-reminded" if fresh else "consents-reminded-today"
            await toast(query, t.plain(key), alert=True)
        case DeskAct.UNDO_ASK:
            found = await db.read(consent_desk.peek, actor, consent_id, now=now)
            await show(query, desk_screens.ask_undo(t, found))
        case DeskAct.UNDO:
            found = await db.write(consent_desk.undo_paper, actor, consent_id, now=now)
            await show(query, desk_screens.undone(t, found))


# ---- the paper, question by question


@router.message(StateFilter(PaperForm.number), TextMessage())
async def type_number(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    number = consent_desk.checked_number(message.text or "")
    await _to_date(message, actor, db, t, clock, state, number)


@router.callback_query(PaperWithoutNumber.filter())
async def skip_number(
    query: CallbackQuery, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    await require(state, PaperForm.number)
    await _to_date(query, actor, db, t, clock, state, "")


async def _to_date(
    event: Message | CallbackQuery,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
    number: str,
) -> None:
    consent_id = _consent_id(await state.get_data())
    found = await db.read(consent_desk.may_record, actor, consent_id, now=clock.now())
    await state.update_data(number=number)
    await state.set_state(PaperForm.dated_on)
    await show(event, desk_screens.ask_date(t, found))


def _consent_id(data: dict[str, Any]) -> int:
    return int(data.get("consent_id", 0))


@router.message(StateFilter(PaperForm.dated_on), TextMessage())
async def type_date(
    message: Message,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    state: FSMContext,
) -> None:
    consent_id, now = _consent_id(await state.get_data()), clock.now()
    found = await db.read(consent_desk.may_record, actor, consent_id, now=now)
    day = consent_desk.checked_day(message.text or "", found, now=now)
    await _record(message, actor, db, t, content, clock, state, day)


@router.callback_query(PaperToday.filter())
async def date_today(
    query: CallbackQuery,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    state: FSMContext,
) -> None:
    await require(state, PaperForm.dated_on)
    consent_id, now = _consent_id(await state.get_data()), clock.now()
    found = await db.read(consent_desk.may_record, actor, consent_id, now=now)
    today = today_in(found.view.operator.timezone, now)
    await _record(query, actor, db, t, content, clock, state, today)


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
    await state.clear()
    number, consent_id = str(data.get("number", "")), _consent_id(data)
    found = await db.write(
        consent_desk.record_paper, actor, content, consent_id, number, day, now=clock.now()
    )
    await show(event, desk_screens.recorded(t, found))


@router.message(StateFilter(PaperForm), NotCommand())
async def expect_text(message: Message, t: Translator) -> None:
    await show(message, Screen(t("hint-text-expected")))
