"""The form that announces a speed session: topic, day, time, slots, place, summary.

Every step is kept before the next is shown; a button of another form or step is no longer current.
"""

from __future__ import annotations

from datetime import date

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.common.calendar import Month
from handlers.common.days import day_of
from handlers.common.filters import NotCommand, TextMessage
from handlers.common.screen import Screen, show
from handlers.common.translator import Translator
from handlers.speed import form as forms
from handlers.speed import form_screens, screens
from handlers.speed.callbacks import (
    AnnounceStarted,
    DayChosen,
    FormSent,
    FormStopped,
    MonthShown,
    OptionChosen,
    StepBack,
)
from handlers.speed.form import Form, Step
from handlers.speed.states import SpeedForm
from models import MeetingMode
from services import meetings, speed_sessions, speed_views
from services.access import Actor
from services.clock import Clock
from services.db import Db
from services.errors import NoLongerCurrent
from services.local_time import today_in
from services.meeting_times import parse_day, parse_time
from services.typed_dates import read_day

router = Router(name="speed.form")

MODES = frozenset(mode.value for mode in MeetingMode)


@router.callback_query(AnnounceStarted.filter())
async def start(
    query: CallbackQuery,
    callback_data: AnnounceStarted,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    mentor_id = callback_data.mentor_id
    if not mentor_id:
        found = await db.read(speed_views.hosts, actor, page=callback_data.page)
        if found.pages > 1 or len(found.hosts) > 1 or not found.hosts[0].is_own:
            await show(query, screens.hosts(t, found))
            return
        mentor_id = found.hosts[0].membership_id
    await db.read(speed_views.host, actor, mentor_id)
    await _go(query, Form.new(mentor_id), actor, db, t, clock, state)


@router.callback_query(OptionChosen.filter())
async def choose(
    query: CallbackQuery,
    callback_data: OptionChosen,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    form = await forms.require(state, callback_data.form)
    await _go(query, _chosen(form, callback_data.value, t, actor, clock), actor, db, t, clock, state)


def _chosen(form: Form, value: str, t: Translator, actor: Actor, clock: Clock) -> Form:
    """The form with what a button said. Raises NoLongerCurrent for what was not offered at this step."""
    match form.at:
        case Step.TIME:
            return _timed(form, _number(value, range(24 * 60)), actor, clock)
        case Step.LENGTH:
            return form.answered(length=_number(value, speed_sessions.LENGTHS))
        case Step.COUNT:
            offered = range(speed_sessions.FEWEST_SLOTS, speed_sessions.MOST_SLOTS + 1)
            return form.answered(count=_number(value, offered))
        case Step.MODE if value in MODES:
            return form.answered(mode=value)
        case Step.PLACE if value == form_screens.AT_SCHOOL:
            return form.answered(place=t.plain("speed-at-school"))
        case Step.LINK if value == form_screens.NO_LINK:
            return form.answered(link="")
    raise NoLongerCurrent


def _number(value: str, offered: range | tuple[int, ...]) -> int:
    if not value.isdecimal() or len(value) > 4 or int(value) not in offered:
        raise NoLongerCurrent
    return int(value)


def _timed(form: Form, minutes: int, actor: Actor, clock: Clock) -> Form:
    """With the time of day. Raises SpeedTimePassed, SpeedTooFar."""
    answered = form.answered(minutes=minutes)
    speed_sessions.check_start(answered.starts_at(actor.timezone), now=clock.now())
    return answered


@router.callback_query(MonthShown.filter())
async def show_month(
    query: CallbackQuery,
    callback_data: MonthShown,
    actor: Actor,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    form = await forms.require(state, callback_data.form, Step.DAY)
    month: Month = (callback_data.year, callback_data.month)
    await show(query, form_screens.question(t, form, today_in(actor.timezone, clock.now()), month))


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
    form = await forms.require(state, callback_data.form, Step.DAY)
    day = day_of(callback_data.day)
    await _go(query, _dated(form, day, actor, clock), actor, db, t, clock, state)


def _dated(form: Form, day: date, actor: Actor, clock: Clock) -> Form:
    meetings.check_day(day, today_in(actor.timezone, clock.now()))
    return form.answered(day=day.isoformat())


@router.callback_query(StepBack.filter())
async def step_back(
    query: CallbackQuery,
    callback_data: StepBack,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    form = await forms.require(state, callback_data.form)
    await _go(query, form.back(), actor, db, t, clock, state)


@router.callback_query(FormStopped.filter())
async def stop(query: CallbackQuery, callback_data: FormStopped, t: Translator, state: FSMContext) -> None:
    await forms.require(state, callback_data.form)
    await state.clear()
    await show(query, form_screens.stopped(t))


@router.callback_query(FormSent.filter())
async def send(
    query: CallbackQuery,
    callback_data: FormSent,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    """Announce it: the form is emptied and the session is stored in one transaction."""
    form = await forms.require(state, callback_data.form, Step.SUMMARY)
    await state.clear()
    new = form.announced(actor.timezone)
    one = await db.write(speed_sessions.announce, actor, form.mentor_id, new, now=clock.now())
    await show(query, screens.card(t, one, actor.timezone).under(t("speed-announced")))


@router.message(StateFilter(SpeedForm.filling), TextMessage())
async def type_answer(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    form = await forms.require(state)
    answered = _typed(form, message.text or "", actor, clock)
    if answered is None:
        await show(message, (await _screen(form, actor, db, t, clock)).under(t("speed-hint-buttons")))
        return
    await _go(message, answered, actor, db, t, clock, state)


def _typed(form: Form, text: str, actor: Actor, clock: Clock) -> Form | None:
    """The form with the typed answer, or None where only buttons answer. Raises what is wrong with it."""
    match form.at:
        case Step.TOPIC:
            return form.answered(topic=speed_sessions.clean_topic(text))
        case Step.DAY:
            today = today_in(actor.timezone, clock.now())
            return _dated(form, parse_day(text, today) or read_day(text, today), actor, clock)
        case Step.TIME:
            at = parse_time(text)
            return _timed(form, at.hour * 60 + at.minute, actor, clock) if at else None
        case Step.PLACE:
            return form.answered(place=meetings.clean_place(text))
        case Step.LINK:
            return form.answered(link=meetings.clean_link(text))
    return None


@router.message(StateFilter(SpeedForm.filling), NotCommand())
async def refuse_file(message: Message, t: Translator) -> None:
    await show(message, Screen(t("hint-text-expected")))


async def _go(
    event: Message | CallbackQuery,
    form: Form,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    """Keep the form and show the step it stands at."""
    screen = await _screen(form, actor, db, t, clock)
    await forms.keep(state, form)
    await show(event, screen)


async def _screen(form: Form, actor: Actor, db: Db, t: Translator, clock: Clock) -> Screen:
    if form.at != Step.SUMMARY:
        return form_screens.question(t, form, today_in(actor.timezone, clock.now()))
    new = form.announced(actor.timezone)
    host = await db.read(speed_views.host, actor, form.mentor_id)
    meanwhile = await db.read(speed_sessions.overlaps, actor, form.mentor_id, new.starts_at, new.ends_at)
    return form_screens.summary(t, form, host.name, meanwhile, actor.timezone)
