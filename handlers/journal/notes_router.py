"""Taps on what remains of a meeting: the note, the difficulties worked on, how the meetings went."""

from __future__ import annotations

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from handlers.common.callbacks import HistoryOpened
from handlers.common.screen import show
from handlers.common.translator import Translator
from handlers.journal import form as forms
from handlers.journal import note_screens
from handlers.journal.callbacks import (
    DifficultiesOpened,
    DifficultyToggled,
    FindingsAsked,
    NoteAsked,
)
from handlers.journal.form import Form, Step
from services import meeting_notes
from services.access import Actor
from services.clock import Clock
from services.content import Content
from services.db import Db
from services.errors import NoLongerCurrent

router = Router(name="journal.notes")

LIST = "difficulty"


@router.callback_query(NoteAsked.filter())
async def ask_note(
    query: CallbackQuery,
    callback_data: NoteAsked,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    view = await db.read(meeting_notes.after, actor, callback_data.meeting_id, now=clock.now())
    if not view.may_note:
        raise NoLongerCurrent
    await forms.keep(state, Form.new(Step.NOTE, meeting_id=view.meeting_id))
    await show(query, note_screens.ask_note(t, view, actor.timezone))


@router.callback_query(FindingsAsked.filter())
async def ask_findings(
    query: CallbackQuery,
    callback_data: FindingsAsked,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    view = await db.read(meeting_notes.after, actor, callback_data.meeting_id, now=clock.now())
    if not view.may_find:
        raise NoLongerCurrent
    await forms.keep(state, Form.new(Step.FINDINGS, meeting_id=view.meeting_id))
    await show(query, note_screens.ask_findings(t, view, actor.timezone))


@router.callback_query(DifficultiesOpened.filter())
async def show_difficulties(
    query: CallbackQuery,
    callback_data: DifficultiesOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
) -> None:
    known = content.list_keys(LIST)
    number = callback_data.meeting_id
    view = await db.read(meeting_notes.difficulties, actor, number, known, now=clock.now())
    await show(query, note_screens.difficulties(t, view, callback_data.page))


@router.callback_query(DifficultyToggled.filter())
async def tick_difficulty(
    query: CallbackQuery,
    callback_data: DifficultyToggled,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
) -> None:
    view = await db.write(
        meeting_notes.tick_difficulty,
        actor,
        callback_data.meeting_id,
        callback_data.key,
        callback_data.worked_on,
        content.list_keys(LIST),
        now=clock.now(),
    )
    await show(query, note_screens.difficulties(t, view, callback_data.page))


@router.callback_query(HistoryOpened.filter())
async def show_history(
    query: CallbackQuery,
    callback_data: HistoryOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await forms.leave(state)
    number = callback_data.mentorship_id
    if not number:
        own = await db.read(meeting_notes.own_pairs, actor)
        if len(own) != 1:
            await show(query, note_screens.pairs(t, own))
            return
        number = own[0][0]
    # Written, not only read: a curator's look leaves a trace.
    page = await db.write(meeting_notes.history, actor, number, page=callback_data.page, now=clock.now())
    await show(query, note_screens.history(t, page, actor.timezone))
