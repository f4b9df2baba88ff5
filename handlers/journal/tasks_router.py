"""Taps on what a pair agreed to do, and on the questions of a new task."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.common.callbacks import TasksOpened
from handlers.common.days import day_of
from handlers.common.screen import Screen, show
from handlers.common.translator import Translator
from handlers.journal import form as forms
from handlers.journal import task_screens
from handlers.journal.callbacks import (
    TaskDone,
    TaskDropped,
    TaskDueAsked,
    TaskDueChanged,
    TaskDueChosen,
    TaskForChosen,
    TaskFormBack,
    TaskOpened,
    TaskStarted,
)
from handlers.journal.form import Form, Step
from services import meeting_notes, meeting_tasks
from services.access import Actor
from services.clock import Clock
from services.db import Db
from services.errors import NoLongerCurrent

router = Router(name="journal.tasks")


@router.callback_query(TasksOpened.filter())
async def show_tasks(
    query: CallbackQuery,
    callback_data: TasksOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await forms.leave(state)
    page, is_open = callback_data.page, callback_data.is_open
    found = await db.read(meeting_tasks.mine, actor, page=page, is_open=is_open, now=clock.now())
    await show(query, task_screens.tasks(t, found))


@router.callback_query(TaskOpened.filter())
async def show_task(
    query: CallbackQuery,
    callback_data: TaskOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await forms.leave(state)
    one = await db.read(meeting_tasks.see, actor, callback_data.task_id, now=clock.now())
    await show(query, task_screens.card(t, one))


@router.callback_query(TaskDone.filter())
async def finish(
    query: CallbackQuery, callback_data: TaskDone, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    number, done = callback_data.task_id, callback_data.done
    one = await db.write(meeting_tasks.set_done, actor, number, done, now=clock.now())
    await show(query, task_screens.card(t, one))


@router.callback_query(TaskDropped.filter())
async def drop(
    query: CallbackQuery, callback_data: TaskDropped, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    one = await db.write(meeting_tasks.drop, actor, callback_data.task_id, now=clock.now())
    await show(query, task_screens.card(t, one))


@router.callback_query(TaskDueAsked.filter())
async def ask_move(
    query: CallbackQuery,
    callback_data: TaskDueAsked,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    one = await db.read(meeting_tasks.see, actor, callback_data.task_id, now=clock.now())
    if not one.may_change:
        raise NoLongerCurrent
    form = Form.new(Step.TASK_MOVE, task_id=one.id, mentorship_id=one.mentorship_id)
    await forms.keep(state, form)
    await show(query, await question(form, actor, db, t, clock))


@router.callback_query(TaskDueChanged.filter())
async def move(
    query: CallbackQuery,
    callback_data: TaskDueChanged,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await forms.leave(state)
    await change_day(query, callback_data.task_id, day_of(callback_data.day), actor, db, t, clock)


async def change_day(
    event: Message | CallbackQuery, task_id: int, day: date, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    """Another day for a task; its card shows it."""
    one = await db.write(meeting_tasks.change_day, actor, task_id, day, now=clock.now())
    await show(event, task_screens.card(t, one).under(t("journal-task-moved")))


# ---- a new one


@router.callback_query(TaskStarted.filter())
async def start(
    query: CallbackQuery,
    callback_data: TaskStarted,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    number = callback_data.mentorship_id
    if not number:
        own = await db.read(meeting_notes.own_pairs, actor)
        if len(own) != 1:
            await show(query, task_screens.pairs(t, own))
            return
        number = own[0][0]
    form = Form.new(Step.TASK_TEXT, mentorship_id=number, meeting_id=callback_data.meeting_id)
    await go(query, form, actor, db, t, clock, state)


@router.callback_query(TaskForChosen.filter())
async def choose_who(
    query: CallbackQuery,
    callback_data: TaskForChosen,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    form = await forms.require(state, Step.TASK_WHO, form_id=callback_data.form)
    form = replace(form, step=Step.TASK_DUE.value, person_id=callback_data.person_id)
    await go(query, form, actor, db, t, clock, state)


@router.callback_query(TaskDueChosen.filter())
async def choose_due(
    query: CallbackQuery,
    callback_data: TaskDueChosen,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    form = await forms.require(state, Step.TASK_DUE, form_id=callback_data.form)
    await add(query, form, day_of(callback_data.day), actor, db, t, clock, state)


@router.callback_query(TaskFormBack.filter())
async def go_back(
    query: CallbackQuery,
    callback_data: TaskFormBack,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    form = await forms.require(state, Step.TASK_WHO, Step.TASK_DUE, form_id=callback_data.form)
    before = Step.TASK_WHO if form.step == Step.TASK_DUE else Step.TASK_TEXT
    await go(query, replace(form, step=before.value), actor, db, t, clock, state)


async def go(
    event: Message | CallbackQuery,
    form: Form,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    """Show the question the form stands at, and keep it."""
    screen = await question(form, actor, db, t, clock)
    await forms.keep(state, form)
    await show(event, screen)


async def question(form: Form, actor: Actor, db: Db, t: Translator, clock: Clock) -> Screen:
    """The question about a task that the form stands at."""
    choices = await db.read(meeting_tasks.choices, actor, form.mentorship_id, now=clock.now())
    match Step(form.step):
        case Step.TASK_TEXT:
            return task_screens.ask_text(t, form, choices)
        case Step.TASK_WHO:
            return task_screens.ask_who(t, form, choices)
        case Step.TASK_DUE:
            return task_screens.ask_due(t, form, choices)
        case Step.TASK_MOVE:
            one = await db.read(meeting_tasks.see, actor, form.task_id, now=clock.now())
            return task_screens.ask_move(t, one, choices)
        case _:
            raise NoLongerCurrent


async def add(
    event: Message | CallbackQuery,
    form: Form,
    day: date,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    """The last answer is there: the task is written down."""
    made = await db.write(
        meeting_tasks.add,
        actor,
        form.mentorship_id,
        form.meeting_id or None,
        form.text,
        form.person_id,
        day,
        now=clock.now(),
    )
    await state.clear()
    await show(event, task_screens.added(t, made))
