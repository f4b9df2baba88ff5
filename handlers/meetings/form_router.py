"""The form that proposes a meeting, or another time for one: pair, kind, day, time, place, summary.

Every step is kept before the next is shown; a button of another form or step is no longer current.
"""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.common.filters import TextMessage
from handlers.common.screen import Screen, show
from handlers.common.translator import Translator
from handlers.meetings import form as forms
from handlers.meetings import screens
from handlers.meetings.callbacks import (
    DayChosen,
    FormCancelled,
    FormConfirmed,
    FormRestarted,
    KindChosen,
    MonthShown,
    MoveStarted,
    PairChosen,
    PlaceChosen,
    ProposeStarted,
    StepBack,
    TimeChosen,
)
from handlers.meetings.filters import WithoutText
from handlers.meetings.form import Form, Step
from handlers.meetings.states import MeetingForm
from services import meeting_views, meetings
from services.access import Actor
from services.clock import Clock
from services.db import Db
from services.errors import AnswerEmpty, AnswerTooLong, NoLongerCurrent
from services.meeting_times import parse_day, parse_time
from services.meeting_views import MeetingAction
from services.meetings import MeetingOverlaps, MeetingTimePassed, MeetingTooFar

router = Router(name="meetings.form")

WRONG_TIME = (MeetingTimePassed, MeetingTooFar, MeetingOverlaps)


@router.callback_query(ProposeStarted.filter())
async def start_proposal(
    query: CallbackQuery,
    callback_data: ProposeStarted,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    """Begin a proposal, or offer to go on with the one that was left half-filled."""
    left = await forms.load(state)
    if left is not None and left.is_begun and _fits(left, callback_data.mentorship_id):
        await show(query, screens.resumed(t, left, await _screen(left, actor, db, t, clock)))
        return
    await _begin(query, callback_data.mentorship_id, actor, db, t, clock, state)


def _fits(left: Form, mentorship_id: int) -> bool:
    return not left.replaces_id and mentorship_id in (0, left.mentorship_id)


async def _begin(
    query: CallbackQuery,
    mentorship_id: int,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    pairs = await db.read(meeting_views.pairs, actor)
    if mentorship_id:
        pairs = (await db.read(meeting_views.pair, actor, mentorship_id),)
    if not pairs:
        await show(query, screens.no_pair(t))
        return
    steps = (Step.KIND, Step.DAY, Step.TIME, Step.PLACE, Step.SUMMARY)
    if len(pairs) == 1:
        form = Form.new(*steps, mentorship_id=pairs[0].mentorship_id)
    else:
        form = Form.new(Step.PAIR, *steps)
    await _go(query, form, actor, db, t, clock, state)


@router.callback_query(MoveStarted.filter())
async def start_move(
    query: CallbackQuery,
    callback_data: MoveStarted,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    view = await db.read(meeting_views.see, actor, callback_data.meeting_id, now=clock.now())
    if MeetingAction.MOVE not in view.actions:
        raise NoLongerCurrent
    form = Form.new(
        Step.DAY,
        Step.TIME,
        Step.PLACE,
        Step.SUMMARY,
        mentorship_id=view.mentorship_id,
        kind=view.kind.value,
        place=view.place,
        replaces_id=view.id,
    )
    await _go(query, form, actor, db, t, clock, state)


@router.callback_query(FormRestarted.filter())
async def restart(
    query: CallbackQuery,
    callback_data: FormRestarted,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    left = await forms.require(state, callback_data.form)
    mentorship_id = 0 if Step.PAIR in left.steps else left.mentorship_id
    await _begin(query, mentorship_id, actor, db, t, clock, state)


@router.callback_query(PairChosen.filter())
async def choose_pair(
    query: CallbackQuery,
    callback_data: PairChosen,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    form = await forms.require(state, callback_data.form, Step.PAIR)
    await db.read(meeting_views.pair, actor, callback_data.mentorship_id)
    await _go(query, form.answered(mentorship_id=callback_data.mentorship_id), actor, db, t, clock, state)


@router.callback_query(KindChosen.filter())
async def choose_kind(
    query: CallbackQuery,
    callback_data: KindChosen,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    form = await forms.require(state, callback_data.form, Step.KIND)
    kind = forms.known_kind(callback_data.kind)
    await _go(query, form.answered(kind=kind.value), actor, db, t, clock, state)


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
    month = (callback_data.year, callback_data.month)
    await show(query, screens.day_step(t, form, _today(actor, clock), month))


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
    day = _read_day(callback_data.day)
    _refuse_far_day(day, actor, clock)
    await _go(query, form.answered(day=day.isoformat()), actor, db, t, clock, state)


@router.callback_query(TimeChosen.filter())
async def choose_time(
    query: CallbackQuery,
    callback_data: TimeChosen,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    form = await forms.require(state, callback_data.form, Step.TIME)
    forms.at_minutes(callback_data.minutes)
    answered = form.answered(minutes=callback_data.minutes)
    await _check_time(answered, actor, db, clock)
    await _go(query, answered, actor, db, t, clock, state)


@router.callback_query(PlaceChosen.filter())
async def choose_place(
    query: CallbackQuery,
    callback_data: PlaceChosen,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    form = await forms.require(state, callback_data.form, Step.PLACE)
    if callback_data.place in screens.PLACES:
        place = screens.place_name(t, callback_data.place)
    elif callback_data.place == "same" and form.place:
        place = form.place
    else:
        raise NoLongerCurrent
    await _go(query, form.answered(place=place), actor, db, t, clock, state)


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


@router.callback_query(FormCancelled.filter())
async def stop(query: CallbackQuery, callback_data: FormCancelled, t: Translator, state: FSMContext) -> None:
    await forms.require(state, callback_data.form)
    await state.clear()
    await show(query, screens.stopped(t))


@router.callback_query(FormConfirmed.filter())
async def send(
    query: CallbackQuery,
    callback_data: FormConfirmed,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    """Send the proposal: the form is emptied and the meeting is stored in one transaction."""
    form = await forms.require(state, callback_data.form, Step.SUMMARY)
    starts_at = form.starts_at(actor.timezone)
    await state.clear()
    if form.replaces_id:
        view = await db.write(meetings.move, actor, form.replaces_id, starts_at, form.place, now=clock.now())
    else:
        view = await db.write(
            meetings.propose,
            actor,
            form.mentorship_id,
            form.chosen_kind(),
            starts_at,
            form.place,
            now=clock.now(),
        )
    await show(query, screens.card(t, view, actor.timezone).under(t("meetings-sent")))


@router.message(StateFilter(MeetingForm.time), TextMessage())
async def type_time(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    form = await forms.require(state)
    at = parse_time(message.text or "")
    if at is None:
        await _again(message, form, t("meetings-hint-time"), actor, db, t, clock)
        return
    answered = form.answered(minutes=at.hour * 60 + at.minute)
    try:
        await _check_time(answered, actor, db, clock)
    except WRONG_TIME as error:
        await _again(message, form, screens.refusal(t, error), actor, db, t, clock)
        return
    await _go(message, answered, actor, db, t, clock, state)


@router.message(StateFilter(MeetingForm.place), TextMessage())
async def type_place(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    form = await forms.require(state)
    try:
        place = meetings.clean_place(message.text or "")
    except (AnswerEmpty, AnswerTooLong) as error:
        await _again(message, form, screens.refusal(t, error), actor, db, t, clock)
        return
    await _go(message, form.answered(place=place), actor, db, t, clock, state)


@router.message(StateFilter(MeetingForm.choosing), TextMessage())
async def type_choice(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    """A date may be typed in place of the calendar; elsewhere the buttons are the answer."""
    form = await forms.require(state)
    today = _today(actor, clock)
    day = parse_day(message.text or "", today) if form.step == Step.DAY else None
    if day is None:
        hint = t("meetings-hint-day") if form.step == Step.DAY else t("meetings-hint-buttons")
        await _again(message, form, hint, actor, db, t, clock)
        return
    try:
        _refuse_far_day(day, actor, clock)
    except WRONG_TIME as error:
        await _again(message, form, screens.refusal(t, error), actor, db, t, clock)
        return
    await _go(message, form.answered(day=day.isoformat()), actor, db, t, clock, state)


@router.message(StateFilter(MeetingForm.choosing, MeetingForm.time, MeetingForm.place), WithoutText())
async def no_text(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    form = await forms.require(state)
    await _again(message, form, t("meetings-hint-text"), actor, db, t, clock)


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


async def _again(
    message: Message, form: Form, line: str, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    """The same question once more, below what was not understood; nothing is lost."""
    await show(message, (await _screen(form, actor, db, t, clock)).under(line))


async def _screen(form: Form, actor: Actor, db: Db, t: Translator, clock: Clock) -> Screen:
    """The step that the form stands at."""
    if form.step == Step.PAIR:
        return screens.pair_step(t, form, await db.read(meeting_views.pairs, actor))
    if form.step == Step.DAY:
        return screens.day_step(t, form, _today(actor, clock))
    if form.step == Step.TIME:
        day = date.fromisoformat(form.day)
        times = await db.read(meeting_views.times_on, actor, form.mentorship_id, day, now=clock.now())
        return screens.time_step(t, form, times)
    pair = await db.read(meeting_views.pair, actor, form.mentorship_id)
    if form.step == Step.KIND:
        return screens.kind_step(t, form, pair)
    if form.step == Step.PLACE:
        return screens.place_step(t, form, pair)
    starts_at = form.starts_at(actor.timezone)
    quiet = await db.read(meeting_views.in_quiet_hours, actor, form.mentorship_id, starts_at)
    return screens.summary_step(t, form, pair, starts_at, actor.timezone, in_quiet_hours=quiet)


async def _check_time(form: Form, actor: Actor, db: Db, clock: Clock) -> None:
    starts_at = form.starts_at(actor.timezone)
    await db.read(
        meetings.check_time, actor, form.mentorship_id, starts_at, form.replaces_id or None, now=clock.now()
    )


def _today(actor: Actor, clock: Clock) -> date:
    return clock.now().astimezone(ZoneInfo(actor.timezone)).date()


def _refuse_far_day(day: date, actor: Actor, clock: Clock) -> None:
    meetings.check_day(day, _today(actor, clock))


def _read_day(number: int) -> date:
    """20261125 as a date. Raises NoLongerCurrent for what is none."""
    try:
        return datetime.strptime(str(number), "%Y%m%d").date()  # noqa: DTZ007 - a day of the calendar, no moment
    except ValueError:
        raise NoLongerCurrent from None
