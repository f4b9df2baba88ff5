"""Saying no and writing why: one typed line, which the others of the pair read."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.common.filters import TextMessage
from handlers.common.screen import show
from handlers.common.translator import Translator
from handlers.errors import key_of
from handlers.meetings import screens
from handlers.meetings.answer_states import DeclineForm
from handlers.meetings.callbacks import ReasonAsked, ReasonStopped
from handlers.meetings.filters import WithoutText
from services import meeting_views, meetings
from services.access import Actor
from services.clock import Clock
from services.db import Db
from services.errors import AnswerEmpty, AnswerTooLong, NoLongerCurrent
from services.meeting_views import MeetingAction, MeetingView

router = Router(name="meetings.answers")

KEY = "declined_meeting"


@router.callback_query(ReasonAsked.filter())
async def ask_reason(
    query: CallbackQuery,
    callback_data: ReasonAsked,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    view = await _asked(actor, db, clock, callback_data.meeting_id)
    await state.set_state(DeclineForm.reason)
    await state.set_data({KEY: view.id})
    await show(query, screens.ask_reason(t, view, actor.timezone))


async def _asked(actor: Actor, db: Db, clock: Clock, meeting_id: int) -> MeetingView:
    view = await db.read(meeting_views.see, actor, meeting_id, now=clock.now())
    if MeetingAction.DECLINE not in view.actions:
        raise NoLongerCurrent
    return view


@router.callback_query(ReasonStopped.filter())
async def stop(
    query: CallbackQuery,
    callback_data: ReasonStopped,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    if (await state.get_data()).get(KEY) == callback_data.meeting_id:
        await state.clear()
    view = await db.read(meeting_views.see, actor, callback_data.meeting_id, now=clock.now())
    await show(query, screens.card(t, view, actor.timezone))


@router.message(StateFilter(DeclineForm.reason), TextMessage())
async def type_reason(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    meeting_id = await _meeting_id(state)
    try:
        reason = meetings.clean_reason(message.text or "")
    except (AnswerEmpty, AnswerTooLong) as error:
        view = await _asked(actor, db, clock, meeting_id)
        line = t(key_of(error), **error.fields)
        await show(message, screens.ask_reason(t, view, actor.timezone).under(line))
        return
    # Answered by a button in the meantime, the meeting can't be declined with a reason any more.
    await _asked(actor, db, clock, meeting_id)
    await state.clear()
    view = await db.write(meetings.decline, actor, meeting_id, now=clock.now(), reason=reason)
    await show(message, screens.declined(t, view, actor.timezone, with_reason=True))


@router.message(StateFilter(DeclineForm.reason), WithoutText())
async def no_text(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    view = await _asked(actor, db, clock, await _meeting_id(state))
    await show(message, screens.ask_reason(t, view, actor.timezone).under(t("meetings-hint-text")))


async def _meeting_id(state: FSMContext) -> int:
    kept = (await state.get_data()).get(KEY)
    if not isinstance(kept, int):
        raise NoLongerCurrent
    return kept
