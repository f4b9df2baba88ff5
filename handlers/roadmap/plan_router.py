"""Handlers of the living plan: its first screen, the views, the files, and a day for what has none."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from handlers.common.callbacks import RoadmapOpened
from handlers.common.heavy import Heavy
from handlers.common.screen import Screen, show, show_new, toast
from handlers.common.translator import Translator
from handlers.roadmap import files, plan_screens
from handlers.roadmap.callbacks import (
    FileKind,
    ItemDateAsked,
    ItemDated,
    ItemDayChosen,
    PassedSettled,
    PersonNudged,
    View,
    ViewOpened,
    YearAsked,
)
from handlers.roadmap.form_router import begin, day_of, leave_form
from handlers.roadmap.states import DutyForm
from services import catching_up, duties, duty_changes, duty_sheet, plan_chart, plan_views
from services.access import Actor
from services.clock import Clock
from services.db import Db
from services.errors import NoLongerCurrent

router = Router(name="roadmap.plan")


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
    await leave_form(state)
    shown = await db.read(plan_views.overview, actor, plan_id=callback_data.plan_id, now=clock.now())
    await show(query, plan_screens.overview(t, shown))


@router.callback_query(ViewOpened.filter())
async def show_view(
    query: CallbackQuery,
    callback_data: ViewOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await leave_form(state)
    await show(query, await VIEWS[callback_data.view](callback_data, actor, db, t, clock.now()))


async def _late(asked: ViewOpened, actor: Actor, db: Db, t: Translator, now: datetime) -> Screen:
    plan_id = asked.plan_id
    page = await db.read(plan_views.late, actor, plan_id=plan_id, page=asked.page, now=now)
    passed = await db.read(catching_up.passed_before_approval, actor, plan_id=plan_id)
    return plan_screens.late(t, page, plan_id, passed)


async def _month(asked: ViewOpened, actor: Actor, db: Db, t: Translator, now: datetime) -> Screen:
    plan_id, page = asked.plan_id, asked.page
    year, month = (asked.key // 12, asked.key % 12 + 1) if asked.key else (0, 0)
    shown = await db.read(plan_views.month, actor, year, month, plan_id=plan_id, page=page, now=now)
    return plan_screens.month(t, shown, plan_id)


async def _stages(asked: ViewOpened, actor: Actor, db: Db, t: Translator, now: datetime) -> Screen:
    stages = await db.read(plan_views.stages, actor, plan_id=asked.plan_id, now=now)
    return plan_screens.stages(t, stages, asked.plan_id, asked.page)


async def _stage(asked: ViewOpened, actor: Actor, db: Db, t: Translator, now: datetime) -> Screen:
    plan_id, key, page = asked.plan_id, asked.key, asked.page
    shown = await db.read(plan_views.stage, actor, key, plan_id=plan_id, page=page, now=now)
    return plan_screens.items(t, shown, plan_id, View.STAGE, key)


async def _everything(asked: ViewOpened, actor: Actor, db: Db, t: Translator, now: datetime) -> Screen:
    plan_id = asked.plan_id
    shown = await db.read(plan_views.every_item, actor, plan_id=plan_id, page=asked.page, now=now)
    return plan_screens.items(t, shown, plan_id, View.EVERYTHING)


async def _item(asked: ViewOpened, actor: Actor, db: Db, t: Translator, now: datetime) -> Screen:
    return plan_screens.item(t, await db.read(plan_views.item, actor, asked.key, page=asked.page, now=now))


async def _people(asked: ViewOpened, actor: Actor, db: Db, t: Translator, now: datetime) -> Screen:
    plan_id = asked.plan_id
    shown = await db.write(plan_views.people, actor, plan_id=plan_id, page=asked.page, now=now)
    return plan_screens.people(t, shown, plan_id)


async def _person(asked: ViewOpened, actor: Actor, db: Db, t: Translator, now: datetime) -> Screen:
    plan_id, key, page = asked.plan_id, asked.key, asked.page
    shown = await db.write(plan_views.person, actor, key, plan_id=plan_id, page=page, now=now)
    return plan_screens.person(t, shown, plan_id)


async def _undated(asked: ViewOpened, actor: Actor, db: Db, t: Translator, now: datetime) -> Screen:
    plan_id = asked.plan_id
    shown = await db.read(plan_views.undated, actor, plan_id=plan_id, page=asked.page, now=now)
    return plan_screens.undated(t, shown, plan_id)


VIEWS: dict[View, Callable[[ViewOpened, Actor, Db, Translator, datetime], Awaitable[Screen]]] = {
    View.LATE: _late,
    View.MONTH: _month,
    View.STAGES: _stages,
    View.STAGE: _stage,
    View.EVERYTHING: _everything,
    View.ITEM: _item,
    View.PEOPLE: _people,
    View.PERSON: _person,
    View.UNDATED: _undated,
}


@router.callback_query(PassedSettled.filter())
async def settle_passed(
    query: CallbackQuery, callback_data: PassedSettled, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    plan_id = callback_data.plan_id
    if not callback_data.is_sure:
        passed = await db.read(catching_up.passed_before_approval, actor, plan_id=plan_id)
        await show(query, plan_screens.ask_passed(t, plan_id, passed))
        return
    count = await db.write(catching_up.settle_passed, actor, plan_id=plan_id, now=clock.now())
    shown = await db.read(plan_views.overview, actor, plan_id=plan_id, now=clock.now())
    await show(query, plan_screens.overview(t, shown).under(t("roadmap-passed-settled", count=count)))


@router.callback_query(YearAsked.filter())
async def send_year(
    query: CallbackQuery,
    callback_data: YearAsked,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    heavy: Heavy,
) -> None:
    """Pictures or a spreadsheet; what left the bot is in the audit log."""
    plan_id, is_sheet = callback_data.plan_id, callback_data.kind == FileKind.SHEET
    act = "roadmap.sheet_taken" if is_sheet else "roadmap.picture_taken"
    year = await db.write(plan_views.export, actor, act, plan_id=plan_id, now=clock.now())
    if is_sheet:
        written = await heavy.run(duty_sheet.write, files.table(t, year))
        await show_new(query, files.sheet(t, year, written))
    else:
        drawn = await heavy.run(plan_chart.draw, files.chart(t, year))
        for screen in files.pictures(t, year, drawn):
            await show_new(query, screen)
    await show_new(query, plan_screens.after_file(t, plan_id))


@router.callback_query(PersonNudged.filter())
async def nudge_person(
    query: CallbackQuery, callback_data: PersonNudged, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    count = await db.write(duties.nudge_person, actor, callback_data.person_id, now=clock.now())
    await toast(query, t.plain("roadmap-person-nudged", count=count), alert=True)


@router.callback_query(ItemDateAsked.filter())
async def ask_item_date(
    query: CallbackQuery,
    callback_data: ItemDateAsked,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    item = await db.read(duty_changes.undated_item, actor, callback_data.item_id, now=clock.now())
    await begin(state, DutyForm.dating, item_id=item.id)
    month = (callback_data.year, callback_data.month) if callback_data.year else None
    await show(query, plan_screens.ask_item_date(t, item, month))


@router.callback_query(ItemDayChosen.filter())
async def choose_item_day(
    query: CallbackQuery,
    callback_data: ItemDayChosen,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    item_id, day = callback_data.item_id, day_of(callback_data.day)
    preview = await db.read(duty_changes.preview_day, actor, item_id, day, now=clock.now())
    await begin(state, DutyForm.dating, item_id=item_id, phrase=preview.phrase)
    await show(query, plan_screens.preview_item_date(t, preview))


@router.callback_query(ItemDated.filter())
async def date_item(
    query: CallbackQuery,
    callback_data: ItemDated,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    """What counts is the phrase that was shown last, of this very item."""
    held = await state.get_data() if await state.get_state() == DutyForm.dating.state else {}
    if held.get("item_id") != callback_data.item_id or "phrase" not in held:
        raise NoLongerCurrent
    await state.clear()
    item_id, phrase = callback_data.item_id, str(held["phrase"])
    made = await db.write(duty_changes.give_date, actor, item_id, phrase, now=clock.now())
    await show(query, plan_screens.item_dated(t, made))
