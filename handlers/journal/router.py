"""Taps on whether a meeting took place: the word of those who were to come, meetings that nobody planned, the
curator's word.
"""

from __future__ import annotations

from datetime import datetime

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from handlers.common.callbacks import AfterOpened, AttendanceTold
from handlers.common.days import day_of
from handlers.common.screen import Screen, show
from handlers.common.translator import Translator
from handlers.journal import form as forms
from handlers.journal import screens
from handlers.journal.callbacks import (
    AnotherMeetingSaid,
    DisputeSettled,
    HeldAskedAgain,
    LogDayAsked,
    LoggedKindAsked,
    LoggedKindChosen,
    LogOpened,
    LogTakenBack,
    MeetingLogged,
    SameMeetingSaid,
    SilenceSettled,
)
from handlers.journal.form import Form, Step
from models import MeetingKind
from services import attendance, meeting_log, meeting_notes, meeting_views
from services.access import Actor
from services.clock import Clock
from services.db import Db
from services.errors import NoLongerCurrent
from services.meeting_log import Logged

router = Router(name="journal")


@router.callback_query(LogOpened.filter())
async def show_log(
    query: CallbackQuery,
    callback_data: LogOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await forms.leave(state)
    page, pairs = callback_data.page, callback_data.pairs
    view = await db.read(meeting_log.see, actor, page=page, pairs_page=pairs, now=clock.now())
    await show(query, screens.log(t, view, actor.timezone))


@router.callback_query(AttendanceTold.filter())
async def tell_attendance(
    query: CallbackQuery,
    callback_data: AttendanceTold,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await forms.leave(state)
    number, held = callback_data.meeting_id, callback_data.held
    view = await db.write(attendance.report, actor, number, held, now=clock.now())
    if view.my_report and view.status.value != "not_held":
        shown = await after_screen(actor, db, t, clock.now(), number)
        await show(query, shown.under(t("meetings-thanks")))
        return
    pairs = await db.read(meeting_views.pairs, actor)
    may_plan = any(one.mentorship_id == view.mentorship_id for one in pairs)
    await show(query, screens.not_held(t, view, actor.timezone, may_plan=may_plan))


@router.callback_query(AfterOpened.filter())
async def show_after(
    query: CallbackQuery,
    callback_data: AfterOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await forms.leave(state)
    await show(query, await after_screen(actor, db, t, clock.now(), callback_data.meeting_id))


async def after_screen(actor: Actor, db: Db, t: Translator, now: datetime, meeting_id: int) -> Screen:
    """What was written down of a meeting, and what may be added."""
    view = await db.read(meeting_notes.after, actor, meeting_id, now=now)
    return screens.after(t, view, actor.timezone)


# ---- meetings that nobody planned


@router.callback_query(MeetingLogged.filter())
async def log(
    query: CallbackQuery, callback_data: MeetingLogged, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    day = day_of(callback_data.day)
    noted = await db.write(meeting_log.log, actor, callback_data.mentorship_id, day, now=clock.now())
    await show(query, await logged_screen(noted, actor, db, t, clock.now()))


@router.callback_query(AnotherMeetingSaid.filter())
async def log_another(
    query: CallbackQuery,
    callback_data: AnotherMeetingSaid,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
) -> None:
    noted = await db.write(
        meeting_log.log_another,
        actor,
        callback_data.mentorship_id,
        day_of(callback_data.day),
        callback_data.minutes,
        now=clock.now(),
    )
    await show(query, await logged_screen(noted, actor, db, t, clock.now()))


async def logged_screen(noted: Logged, actor: Actor, db: Db, t: Translator, now: datetime) -> Screen:
    """The meeting that was noted; or the question whether it is the one that is known already."""
    if noted.same_as:
        return screens.maybe_same(t, noted, actor.timezone)
    shown = await after_screen(actor, db, t, now, noted.meeting_id)
    return shown.under(t("journal-logged", who=screens.who(t, noted.others)))


@router.callback_query(SameMeetingSaid.filter())
async def say_same(
    query: CallbackQuery, callback_data: SameMeetingSaid, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    await db.write(meeting_log.same, actor, callback_data.meeting_id, now=clock.now())
    shown = await after_screen(actor, db, t, clock.now(), callback_data.meeting_id)
    await show(query, shown.under(t("meetings-thanks")))


@router.callback_query(LogDayAsked.filter())
async def ask_day(
    query: CallbackQuery, callback_data: LogDayAsked, actor: Actor, db: Db, t: Translator, state: FSMContext
) -> None:
    pair = await db.read(meeting_views.pair, actor, callback_data.mentorship_id)
    await forms.keep(state, Form.new(Step.LOG_DAY, mentorship_id=pair.mentorship_id))
    await show(query, screens.ask_day(t, pair))


@router.callback_query(LogTakenBack.filter())
async def take_back(
    query: CallbackQuery, callback_data: LogTakenBack, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    await db.write(meeting_log.take_back, actor, callback_data.meeting_id, now=clock.now())
    await show(query, screens.taken_back(t))


@router.callback_query(LoggedKindAsked.filter())
async def ask_kind(
    query: CallbackQuery, callback_data: LoggedKindAsked, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    offered = await db.read(meeting_log.kinds, actor, callback_data.meeting_id, now=clock.now())
    await show(query, screens.kinds(t, callback_data.meeting_id, offered))


@router.callback_query(LoggedKindChosen.filter())
async def choose_kind(
    query: CallbackQuery, callback_data: LoggedKindChosen, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    try:
        kind = MeetingKind(callback_data.kind)
    except ValueError:
        raise NoLongerCurrent from None
    await db.write(meeting_log.rename, actor, callback_data.meeting_id, kind, now=clock.now())
    await show(query, await after_screen(actor, db, t, clock.now(), callback_data.meeting_id))


# ---- the curator's word


@router.callback_query(DisputeSettled.filter())
async def settle_dispute(
    query: CallbackQuery, callback_data: DisputeSettled, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    view = await db.write(
        attendance.settle_dispute, actor, callback_data.meeting_id, callback_data.held, now=clock.now()
    )
    await show(query, screens.judged(t, view, actor.timezone))


@router.callback_query(SilenceSettled.filter())
async def settle_silence(
    query: CallbackQuery, callback_data: SilenceSettled, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    view = await db.write(
        attendance.settle_silence, actor, callback_data.meeting_id, callback_data.held, now=clock.now()
    )
    await show(query, screens.judged(t, view, actor.timezone))


@router.callback_query(HeldAskedAgain.filter())
async def ask_again(
    query: CallbackQuery, callback_data: HeldAskedAgain, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    await db.write(attendance.remind_silent, actor, callback_data.meeting_id, now=clock.now())
    await show(query, screens.reminded(t))
