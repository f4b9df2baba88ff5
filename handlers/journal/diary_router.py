"""Taps on a mentor's diary. Every step asks again whose entry it is."""

from __future__ import annotations

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from handlers.common.callbacks import DiaryOpened
from handlers.common.screen import Screen, show, show_new
from handlers.common.translator import Translator
from handlers.journal import diary_screens
from handlers.journal import form as forms
from handlers.journal.callbacks import (
    DiaryAboutAsked,
    DiaryDeleteAsked,
    DiaryDeleted,
    DiaryEditStarted,
    DiaryEntryOpened,
    DiaryStarted,
)
from handlers.journal.form import Form, Step
from services import diary
from services.access import Actor
from services.db import Db

router = Router(name="journal.diary")


@router.callback_query(DiaryOpened.filter())
async def show_diary(
    query: CallbackQuery, callback_data: DiaryOpened, actor: Actor, db: Db, t: Translator, state: FSMContext
) -> None:
    await forms.leave(state)
    await show(query, await _diary(actor, db, t, callback_data.page))


async def _diary(actor: Actor, db: Db, t: Translator, page: int = 0) -> Screen:
    found = await db.read(diary.mine, actor, page=page)
    return diary_screens.diary(t, found, actor.timezone)


@router.callback_query(DiaryEntryOpened.filter())
async def show_entry(
    query: CallbackQuery,
    callback_data: DiaryEntryOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    state: FSMContext,
) -> None:
    await forms.leave(state)
    one = await db.read(diary.see, actor, callback_data.entry_id)
    await show(query, diary_screens.entry(t, one, actor.timezone, callback_data.page))


@router.callback_query(DiaryStarted.filter())
async def start(
    query: CallbackQuery, callback_data: DiaryStarted, actor: Actor, db: Db, t: Translator, state: FSMContext
) -> None:
    form = Form.new(
        Step.DIARY_TEXT, meeting_id=callback_data.meeting_id, mentorship_id=callback_data.mentorship_id
    )
    screen = await question(form, actor, db, t)
    await forms.keep(state, form)
    await show(query, screen)


@router.callback_query(DiaryAboutAsked.filter())
async def ask_about(query: CallbackQuery, actor: Actor, db: Db, t: Translator) -> None:
    subjects = await db.read(diary.subjects, actor)
    await show(query, diary_screens.ask_about(t, subjects, actor.timezone))


@router.callback_query(DiaryEditStarted.filter())
async def start_edit(
    query: CallbackQuery,
    callback_data: DiaryEditStarted,
    actor: Actor,
    db: Db,
    t: Translator,
    state: FSMContext,
) -> None:
    form = Form.new(Step.DIARY_EDIT, entry_id=callback_data.entry_id)
    screen = await question(form, actor, db, t)
    await forms.keep(state, form)
    # The entry stays in view, to be copied from.
    await show_new(query, screen)


async def question(form: Form, actor: Actor, db: Db, t: Translator) -> Screen:
    """The question about an entry that the form stands at."""
    if form.step == Step.DIARY_EDIT:
        return diary_screens.ask_edit(t, await db.read(diary.see, actor, form.entry_id))
    about = await db.read(
        diary.about, actor, mentorship_id=form.mentorship_id or None, meeting_id=form.meeting_id or None
    )
    return diary_screens.ask_text(t, form, about)


@router.callback_query(DiaryDeleteAsked.filter())
async def ask_delete(
    query: CallbackQuery, callback_data: DiaryDeleteAsked, actor: Actor, db: Db, t: Translator
) -> None:
    one = await db.read(diary.see, actor, callback_data.entry_id)
    await show(query, diary_screens.delete_question(t, one, actor.timezone))


@router.callback_query(DiaryDeleted.filter())
async def delete(
    query: CallbackQuery, callback_data: DiaryDeleted, actor: Actor, db: Db, t: Translator
) -> None:
    await db.write(diary.delete, actor, callback_data.entry_id)
    await show(query, (await _diary(actor, db, t)).under(t("journal-diary-deleted")))
