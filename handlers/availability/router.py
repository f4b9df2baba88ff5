"""Taps and typed words about convenient times, lessons, bells and breaks. Every right is checked by the use
case.
"""

from __future__ import annotations

import re

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.availability import screens
from handlers.availability.callbacks import (
    BellAsked,
    BellRemoved,
    BreakAsked,
    BreakRemoved,
    BreaksOpened,
    LessonsOpened,
    LessonToggled,
    MembersOpened,
    PartsCleared,
    PartToggled,
    SchoolTimesOpened,
    UsualBellsChosen,
)
from handlers.availability.states import AvailabilityForm
from handlers.common.callbacks import AvailabilityOpened
from handlers.common.filters import NotCommand, TextMessage
from handlers.common.screen import show
from handlers.common.translator import Translator
from services import availability, break_days
from services.access import Actor
from services.availability import BellWrong, BreakWrong
from services.clock import Clock
from services.db import Db
from services.errors import NoLongerCurrent
from services.local_time import today_in
from services.meeting_times import parse_time
from services.member_times import Bell
from services.text_limits import clean

router = Router(name="availability")

_BETWEEN = re.compile(r"\s*[-–—]\s*|\s{2,}")


@router.callback_query(AvailabilityOpened.filter())
async def open_times(
    query: CallbackQuery,
    callback_data: AvailabilityOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
) -> None:
    view = await db.write(availability.times, actor, callback_data.member, now=clock.now())
    await show(query, screens.times(t, view))


@router.callback_query(PartToggled.filter())
async def toggle_part(
    query: CallbackQuery, callback_data: PartToggled, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    view = await db.write(
        availability.set_part,
        actor,
        callback_data.member,
        callback_data.weekday,
        callback_data.part,
        on=callback_data.on,
        now=clock.now(),
    )
    await show(query, screens.times(t, view))


@router.callback_query(PartsCleared.filter())
async def clear_parts(
    query: CallbackQuery, callback_data: PartsCleared, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    view = await db.write(availability.clear_parts, actor, callback_data.member, now=clock.now())
    await show(query, screens.times(t, view))


@router.callback_query(LessonsOpened.filter())
async def open_lessons(
    query: CallbackQuery, callback_data: LessonsOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    view = await db.write(availability.lessons, actor, callback_data.member, now=clock.now())
    await show(query, screens.lessons(t, view))


@router.callback_query(LessonToggled.filter())
async def toggle_lesson(
    query: CallbackQuery, callback_data: LessonToggled, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    view = await db.write(
        availability.set_lesson,
        actor,
        callback_data.member,
        callback_data.weekday,
        callback_data.number,
        on=callback_data.on,
        now=clock.now(),
    )
    await show(query, screens.lessons(t, view))


@router.callback_query(SchoolTimesOpened.filter())
async def open_school(
    query: CallbackQuery,
    callback_data: SchoolTimesOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    view = await db.read(availability.school, actor, callback_data.organization_id, now=clock.now())
    await _leave(state)
    await show(query, screens.school(t, view))


async def _leave(state: FSMContext) -> None:
    """«Back» out of a question of ours; a form of another subject stays as it is."""
    if await state.get_state() in (AvailabilityForm.bell.state, AvailabilityForm.days.state):
        await state.clear()


@router.callback_query(UsualBellsChosen.filter())
async def take_usual_bells(
    query: CallbackQuery, callback_data: UsualBellsChosen, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    view = await db.write(availability.set_usual_bells, actor, callback_data.organization_id, now=clock.now())
    await show(query, screens.school(t, view))


@router.callback_query(BellAsked.filter())
async def ask_bell(
    query: CallbackQuery,
    callback_data: BellAsked,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    view = await db.read(availability.school, actor, callback_data.organization_id, now=clock.now())
    await state.set_state(AvailabilityForm.bell)
    await state.set_data({"organization_id": view.organization_id, "number": callback_data.number})
    await show(query, screens.bell_asked(t, view, callback_data.number))


@router.message(StateFilter(AvailabilityForm.bell), TextMessage())
async def type_bell(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    data = await state.get_data()
    place, number = int(data["organization_id"]), int(data["number"])
    bell = _read_bell(message.text or "", number)
    if bell is None:
        await _bell_again(message, actor, db, t, clock, place, number, t("availability-bell-hint"))
        return
    try:
        view = await db.write(availability.set_bell, actor, place, bell, now=clock.now())
    except BellWrong as error:
        await _bell_again(message, actor, db, t, clock, place, number, screens.refusal(t, error))
        return
    await state.clear()
    await show(message, screens.school(t, view).under(t("availability-saved")))


def _read_bell(typed: str, number: int) -> Bell | None:
    """«8:30–9:10», «8:30 9:10»."""
    parts = [one for one in _BETWEEN.split(clean(typed)) if one] or [""]
    if len(parts) == 1:
        parts = parts[0].split()
    times = [at for at in map(parse_time, parts) if at is not None]
    if len(parts) != 2 or len(times) != 2:
        return None
    start, end = times
    return Bell(number, start.hour * 60 + start.minute, end.hour * 60 + end.minute)


async def _bell_again(
    message: Message,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    place: int,
    number: int,
    line: str,
) -> None:
    view = await db.read(availability.school, actor, place, now=clock.now())
    await show(message, screens.bell_asked(t, view, number).under(line))


@router.callback_query(BellRemoved.filter())
async def remove_bell(
    query: CallbackQuery,
    callback_data: BellRemoved,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    view = await db.write(
        availability.remove_bell,
        actor,
        callback_data.organization_id,
        callback_data.number,
        now=clock.now(),
    )
    await _leave(state)
    await show(query, screens.school(t, view))


@router.callback_query(BreaksOpened.filter())
async def open_breaks(
    query: CallbackQuery,
    callback_data: BreaksOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    view = await db.read(availability.school, actor, callback_data.organization_id, now=clock.now())
    await _leave(state)
    await show(query, screens.breaks(t, view))


@router.callback_query(BreakAsked.filter())
async def ask_break(
    query: CallbackQuery,
    callback_data: BreakAsked,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    if callback_data.title not in screens.BREAKS:
        raise NoLongerCurrent
    view = await db.read(availability.school, actor, callback_data.organization_id, now=clock.now())
    await state.set_state(AvailabilityForm.days)
    await state.set_data({"organization_id": view.organization_id, "title": callback_data.title})
    await show(query, screens.break_asked(t, view.organization_id, callback_data.title))


@router.message(StateFilter(AvailabilityForm.days), TextMessage())
async def type_days(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    data = await state.get_data()
    place, title = int(data["organization_id"]), str(data["title"])
    days = break_days.read(message.text or "", today_in(actor.timezone, clock.now()))
    if days is None:
        again = screens.break_asked(t, place, title)
        await show(message, again.under(t("availability-break-hint")))
        return
    named = t.plain(f"availability-break-{title}")
    try:
        view = await db.write(availability.add_break, actor, place, named, *days, now=clock.now())
    except BreakWrong as error:
        await show(message, screens.break_asked(t, place, title).under(screens.refusal(t, error)))
        return
    await state.clear()
    await show(message, screens.breaks(t, view).under(t("availability-saved")))


@router.message(StateFilter(AvailabilityForm.bell, AvailabilityForm.days), NotCommand())
async def no_text(message: Message, t: Translator, state: FSMContext) -> None:
    data = await state.get_data()
    place = int(data["organization_id"])
    if "title" in data:
        screen = screens.break_asked(t, place, str(data["title"]))
    else:
        screen = screens.bell_waiting(t, place, int(data["number"]))
    await show(message, screen.under(t("availability-text-needed")))


@router.callback_query(BreakRemoved.filter())
async def remove_break(
    query: CallbackQuery, callback_data: BreakRemoved, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    view = await db.write(availability.remove_break, actor, callback_data.break_id, now=clock.now())
    await show(query, screens.breaks(t, view))


@router.callback_query(MembersOpened.filter())
async def open_members(
    query: CallbackQuery, callback_data: MembersOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    page = await db.write(
        availability.members, actor, callback_data.organization_id, page=callback_data.page, now=clock.now()
    )
    await show(query, screens.members(t, page))
