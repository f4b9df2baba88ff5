"""The steps of a plan beyond the times that are offered: another pair or kind, a calendar, typed words, the
place, the lesson that is visited, and the summary before it is sent.

Every step is kept before the next is shown; a button of another plan or step is no longer current.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.common.days import day_of
from handlers.common.filters import TextMessage
from handlers.common.screen import show
from handlers.common.translator import Translator
from handlers.meetings import form as forms
from handlers.meetings import form_screens, plan_screens
from handlers.meetings.callbacks import (
    DayChosen,
    FormCancelled,
    FormConfirmed,
    KindChosen,
    MonthShown,
    PairChosen,
    PlaceChosen,
    StepBack,
    TimeChosen,
)
from handlers.meetings.filters import WithoutText
from handlers.meetings.form import NO_AIM, Form, Step
from handlers.meetings.form_steps import Desk
from handlers.meetings.plan_callbacks import (
    AimSkipped,
    CalendarAsked,
    KindAsked,
    LessonChosen,
    PairAsked,
    PlaceAsked,
    SlotsAsked,
    TalkToggled,
    TeacherChosen,
)
from handlers.meetings.plan_router import place_of, send
from handlers.meetings.states import MeetingForm
from models import MeetingMode
from services import meeting_phrases, meeting_planning, meetings
from services.access import Actor
from services.clock import Clock
from services.db import Db
from services.errors import NoLongerCurrent, ServiceError
from services.meeting_phrases import Reading, Timetable
from services.meeting_times import parse_day, parse_time
from services.text_limits import clean
from services.typed_text import checked, checked_line

router = Router(name="meetings.form")

LINK_STARTS = ("http://", "https://")


@router.callback_query(SlotsAsked.filter())
async def show_slots(
    query: CallbackQuery,
    callback_data: SlotsAsked,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    form = await forms.require(state, callback_data.form)
    await Desk(actor, db, t, clock, state).go(query, form.home())


@router.callback_query(PairAsked.filter())
async def ask_pair(
    query: CallbackQuery,
    callback_data: PairAsked,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    form = await forms.require(state, callback_data.form, Step.SLOTS)
    _refuse_move(form)
    await Desk(actor, db, t, clock, state).go(query, form.to(Step.PAIR))


def _refuse_move(form: Form) -> None:
    """A meeting that is moved keeps its pair and its kind."""
    if form.replaces_id:
        raise NoLongerCurrent


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
    await forms.require(state, callback_data.form, Step.PAIR)
    desk = Desk(actor, db, t, clock, state)
    await desk.go(query, await desk.open(callback_data.mentorship_id))


@router.callback_query(KindAsked.filter())
async def ask_kind(
    query: CallbackQuery,
    callback_data: KindAsked,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    form = await forms.require(state, callback_data.form, Step.SLOTS)
    _refuse_move(form)
    await Desk(actor, db, t, clock, state).go(query, form.to(Step.KIND))


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
    chosen = form.home().knowing(kind=kind.value, minutes=60, teacher_id=0, lesson="", aim="")
    await Desk(actor, db, t, clock, state).go(query, chosen)


@router.callback_query(CalendarAsked.filter())
async def ask_day(
    query: CallbackQuery,
    callback_data: CalendarAsked,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    """The calendar; before a visit to a lesson it is asked whose."""
    form = await forms.require(state, callback_data.form, Step.SLOTS)
    await Desk(actor, db, t, clock, state).go(query, replace(form.home(), teacher_id=0).onward())


@router.callback_query(MonthShown.filter())
async def show_month(
    query: CallbackQuery,
    callback_data: MonthShown,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    form = await forms.require(state, callback_data.form, Step.DAY)
    month = (callback_data.year, callback_data.month)
    today = Desk(actor, db, t, clock, state).today
    await show(query, form_screens.day_step(t, form, today, month))


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
    desk = Desk(actor, db, t, clock, state)
    await desk.take(query, form, form.knowing(day=day.isoformat()))


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
    desk = Desk(actor, db, t, clock, state)
    await desk.take(query, form, form.knowing(at=callback_data.minutes))


@router.callback_query(TeacherChosen.filter())
async def choose_teacher(
    query: CallbackQuery,
    callback_data: TeacherChosen,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    form = await forms.require(state, callback_data.form, Step.TEACHER)
    known = await db.read(meeting_planning.teachers, actor, form.mentorship_id)
    if callback_data.person_id not in [one.person_id for one in known]:
        raise NoLongerCurrent
    chosen = form.knowing(teacher_id=callback_data.person_id)
    await Desk(actor, db, t, clock, state).go(query, chosen.onward())


@router.callback_query(LessonChosen.filter())
async def choose_lesson(
    query: CallbackQuery,
    callback_data: LessonChosen,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    """The lesson of that number: its bell says when it begins and how long it lasts."""
    form = await forms.require(state, callback_data.form, Step.TIME)
    desk = Desk(actor, db, t, clock, state)
    day = date.fromisoformat(form.day)
    known = await db.read(meeting_planning.lesson_day, actor, form.mentorship_id, form.teacher_id, day)
    for number, starts_at, ends_at, _ in known.lessons:
        if number == callback_data.number:
            at, minutes = meeting_planning.local_minutes(starts_at, ends_at, actor.timezone)
            await desk.take(query, form, form.knowing(at=at, minutes=minutes))
            return
    raise NoLongerCurrent


@router.callback_query(AimSkipped.filter())
async def skip_aim(
    query: CallbackQuery,
    callback_data: AimSkipped,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    form = await forms.require(state, callback_data.form, Step.AIM)
    await Desk(actor, db, t, clock, state).go(query, form.knowing(aim=NO_AIM).onward())


@router.callback_query(TalkToggled.filter())
async def toggle_talk(
    query: CallbackQuery,
    callback_data: TalkToggled,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    form = await forms.require(state, callback_data.form, Step.SUMMARY)
    chosen = (
        form.knowing(before=callback_data.on)
        if callback_data.before
        else form.knowing(after=callback_data.on)
    )
    await Desk(actor, db, t, clock, state).go(query, chosen)


@router.callback_query(PlaceAsked.filter())
async def ask_place(
    query: CallbackQuery,
    callback_data: PlaceAsked,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    form = await forms.require(state, callback_data.form)
    if form.step not in (Step.SLOTS, Step.SUMMARY):
        raise NoLongerCurrent
    await Desk(actor, db, t, clock, state).go(query, form.to(Step.PLACE))


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
    mode, place = place_of(t, callback_data.place)
    link = "" if mode == MeetingMode.IN_PERSON else form.link
    if mode == MeetingMode.MIXED:
        place = form.place or t.plain("planning-place-school")
    chosen = form.knowing(mode=mode.value, place=place, link=link)
    await Desk(actor, db, t, clock, state).go(query, chosen.back())


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
    await Desk(actor, db, t, clock, state).go(query, form.back())


@router.callback_query(FormCancelled.filter())
async def stop(query: CallbackQuery, callback_data: FormCancelled, t: Translator, state: FSMContext) -> None:
    await forms.require(state, callback_data.form)
    await state.clear()
    await show(query, plan_screens.stopped(t))


@router.callback_query(FormConfirmed.filter())
async def confirm(
    query: CallbackQuery,
    callback_data: FormConfirmed,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    """Send what the summary says."""
    form = await forms.require(state, callback_data.form, Step.SUMMARY)
    await send(query, Desk(actor, db, t, clock, state), form, form.home())


# -- typed words ---------------------------------------------------------------------------------------------


@router.message(StateFilter(MeetingForm.choosing), TextMessage())
async def type_when(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    """«Tuesday 15:30» in place of a button; where words say nothing, the buttons are the answer."""
    form, desk = await forms.require(state), Desk(actor, db, t, clock, state)
    if form.step not in (Step.SLOTS, Step.DAY, Step.SUMMARY):
        await desk.again(message, form, t("planning-hint-buttons"))
        return
    if form.step != Step.DAY and form.is_visit:
        await desk.again(message, form, t("planning-hint-visit"))
        return
    typed = clean(message.text or "")
    timetable = await db.read(meeting_planning.timetable, actor, form.mentorship_id)
    if form.step == Step.DAY and (day := parse_day(typed, desk.today)) is not None:
        await desk.take(message, form, form.knowing(day=day.isoformat()))
        return
    await _take_words(message, desk, form, meeting_phrases.read(typed, desk.today, timetable), timetable)


async def _take_words(
    message: Message, desk: Desk, form: Form, found: Reading | None, timetable: Timetable
) -> None:
    if found is not None and found.day is None and form.day:
        found = meeting_phrases.complete(found, date.fromisoformat(form.day), timetable)
    if found is None:
        hint = "planning-hint-time" if form.step == Step.TIME else "planning-hint-when"
        await desk.again(message, form, desk.t(hint))
        return
    if found.problem is not None:
        await desk.again(message, form, form_screens.problem(desk.t, found.problem))
        return
    if found.day is None and found.minutes is None:
        await desk.again(message, form, desk.t("planning-hint-which-day"))
        return
    day = found.day.isoformat() if found.day else form.day
    at = form.at if found.minutes is None else found.minutes
    await desk.take(message, form, form.knowing(day=day, at=at))


@router.message(StateFilter(MeetingForm.time), TextMessage())
async def type_time(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    form, desk = await forms.require(state), Desk(actor, db, t, clock, state)
    typed = clean(message.text or "")
    timetable = await db.read(meeting_planning.timetable, actor, form.mentorship_id)
    at = parse_time(typed)
    if at is not None:
        await desk.take(message, form, form.knowing(at=at.hour * 60 + at.minute))
        return
    await _take_words(message, desk, form, meeting_phrases.read(typed, desk.today, timetable), timetable)


@router.message(StateFilter(MeetingForm.place), TextMessage())
async def type_place(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    """A place in words, or a link to a call: then they meet online, or both ways when they chose that."""
    form, desk = await forms.require(state), Desk(actor, db, t, clock, state)
    try:
        chosen = _placed(form, message.text or "")
    except ServiceError as error:
        await desk.refused(message, form, error)
        return
    await desk.go(message, chosen.back())


def _placed(form: Form, typed: str) -> Form:
    if clean(typed).lower().startswith(LINK_STARTS):
        link = meetings.clean_link(typed)
        if form.mode == MeetingMode.MIXED.value:
            return form.knowing(link=link)
        return form.knowing(mode=MeetingMode.ONLINE.value, place="", link=link)
    place = meetings.clean_place(typed)
    if form.mode == MeetingMode.MIXED.value:
        return form.knowing(place=place)
    return form.knowing(mode=MeetingMode.IN_PERSON.value, place=place, link="")


@router.message(StateFilter(MeetingForm.lesson), TextMessage())
async def type_lesson(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    form, desk = await forms.require(state), Desk(actor, db, t, clock, state)
    try:
        lesson = checked_line(message.text or "", meetings.LESSON_LIMIT)
    except ServiceError as error:
        await desk.refused(message, form, error)
        return
    await desk.go(message, form.knowing(lesson=lesson).onward())


@router.message(StateFilter(MeetingForm.aim), TextMessage())
async def type_aim(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    form, desk = await forms.require(state), Desk(actor, db, t, clock, state)
    try:
        aim = checked(message.text or "", meetings.AIM_LIMIT)
    except ServiceError as error:
        await desk.refused(message, form, error)
        return
    await desk.go(message, form.knowing(aim=aim).onward())


@router.message(
    StateFilter(
        MeetingForm.choosing, MeetingForm.time, MeetingForm.place, MeetingForm.lesson, MeetingForm.aim
    ),
    WithoutText(),
)
async def no_text(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    form = await forms.require(state)
    await Desk(actor, db, t, clock, state).again(message, form, t("planning-hint-text"))
