"""What is typed after a meeting: its day, a line on what was done, a task, an entry of the diary.

What can't be taken is said, and the same question stands again; a text that is too long leaves everything as
it is.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from handlers.common.filters import NotCommand, TextMessage
from handlers.common.screen import Screen, show
from handlers.common.translator import Translator
from handlers.errors import key_of
from handlers.journal import diary_router, diary_screens, note_screens, screens, tasks_router
from handlers.journal import form as forms
from handlers.journal.form import Form, Step
from handlers.journal.router import after_screen, logged_screen
from handlers.journal.states import JournalForm
from services import diary, meeting_log, meeting_notes, meeting_tasks, meeting_views
from services.access import Actor
from services.clock import Clock
from services.db import Db
from services.errors import AnswerEmpty, ServiceError
from services.local_time import today_in
from services.meeting_log import LoggedInFuture, LoggedTooLongAgo
from services.meeting_tasks import TaskDayPassed, TaskDayTooFar
from services.typed_dates import NotADate, names_year, read_day

router = Router(name="journal.form")

WRONG_ANSWERS = (AnswerEmpty, LoggedInFuture, LoggedTooLongAgo, NotADate, TaskDayPassed, TaskDayTooFar)


@router.message(StateFilter(JournalForm.log_day), TextMessage())
async def type_day(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    form, now = await forms.require(state, Step.LOG_DAY), clock.now()
    try:
        day, at = meeting_log.read_typed(message.text or "", today_in(actor.timezone, now))
        noted = await db.write(meeting_log.log, actor, form.mentorship_id, day, at, now=now)
    except WRONG_ANSWERS as error:
        await _again(message, form, error, actor, db, t, clock)
        return
    await state.clear()
    await show(message, await logged_screen(noted, actor, db, t, now))


@router.message(StateFilter(JournalForm.note, JournalForm.findings), TextMessage())
async def type_note(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    form = await forms.require(state, Step.NOTE, Step.FINDINGS)
    write = meeting_notes.write if form.step == Step.NOTE else meeting_notes.find
    try:
        await db.write(write, actor, form.meeting_id, message.text or "", now=clock.now())
    except WRONG_ANSWERS as error:
        await _again(message, form, error, actor, db, t, clock)
        return
    await state.clear()
    shown = await after_screen(actor, db, t, clock.now(), form.meeting_id)
    await show(message, shown.under(t("journal-note-kept")))


@router.message(StateFilter(JournalForm.task_text), TextMessage())
async def type_task(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    form = await forms.require(state, Step.TASK_TEXT)
    try:
        words = meeting_tasks.clean_text(message.text or "")
    except WRONG_ANSWERS as error:
        await _again(message, form, error, actor, db, t, clock)
        return
    form = replace(form, step=Step.TASK_WHO.value, text=words)
    await tasks_router.go(message, form, actor, db, t, clock, state)


@router.message(StateFilter(JournalForm.task_due, JournalForm.task_move), TextMessage())
async def type_due(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    form = await forms.require(state, Step.TASK_DUE, Step.TASK_MOVE)
    try:
        day = _coming_day(message.text or "", actor, clock)
        if form.step == Step.TASK_DUE:
            await tasks_router.add(message, form, day, actor, db, t, clock, state)
        else:
            await tasks_router.change_day(message, form.task_id, day, actor, db, t, clock)
            await state.clear()
    except WRONG_ANSWERS as error:
        await _again(message, form, error, actor, db, t, clock)


def _coming_day(typed: str, actor: Actor, clock: Clock) -> date:
    """A day to come: one without a year that is over this year is next year's. Raises NotADate,
    TaskDayPassed, TaskDayTooFar.
    """
    today = today_in(actor.timezone, clock.now())
    day = read_day(typed, today)
    if day < today and not names_year(typed) and (day.month, day.day) != (2, 29):
        day = day.replace(year=day.year + 1)
    meeting_tasks.check_day(day, today)
    return day


@router.message(StateFilter(JournalForm.diary_text, JournalForm.diary_edit), TextMessage())
async def type_entry(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    form = await forms.require(state, Step.DIARY_TEXT, Step.DIARY_EDIT)
    typed = message.text or ""
    try:
        if form.step == Step.DIARY_EDIT:
            one = await db.write(diary.edit, actor, form.entry_id, typed)
        else:
            one = await db.write(
                diary.write,
                actor,
                typed,
                mentorship_id=form.mentorship_id or None,
                meeting_id=form.meeting_id or None,
                now=clock.now(),
            )
    except WRONG_ANSWERS as error:
        await _again(message, form, error, actor, db, t, clock)
        return
    await state.clear()
    await show(message, diary_screens.kept(t, one, actor.timezone))


@router.message(StateFilter(*JournalForm.__all_states__), NotCommand())
async def no_text(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    form = await forms.require(state, *Step)
    hint = "journal-hint-buttons" if form.step == Step.TASK_WHO else "journal-hint-text"
    shown = await _question(form, actor, db, t, clock)
    await show(message, shown.under(t(hint)))


async def _again(
    message: Message, form: Form, error: ServiceError, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    """Why it can't be taken; the same question stands below it."""
    shown = await _question(form, actor, db, t, clock)
    await show(message, shown.under(t(key_of(error), **error.fields)))


async def _question(form: Form, actor: Actor, db: Db, t: Translator, clock: Clock) -> Screen:
    match Step(form.step):
        case Step.LOG_DAY:
            return screens.ask_day(t, await db.read(meeting_views.pair, actor, form.mentorship_id))
        case Step.NOTE | Step.FINDINGS as step:
            view = await db.read(meeting_notes.after, actor, form.meeting_id, now=clock.now())
            ask = note_screens.ask_note if step == Step.NOTE else note_screens.ask_findings
            return ask(t, view, actor.timezone)
        case Step.DIARY_TEXT | Step.DIARY_EDIT:
            return await diary_router.question(form, actor, db, t)
        case _:
            return await tasks_router.question(form, actor, db, t, clock)
