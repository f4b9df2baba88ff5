"""Planning in two taps: the menu, then a time; or another time for a meeting that stands. What was sent is
said in words, with a way to take it back.
"""

from __future__ import annotations

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from handlers.common.days import day_of
from handlers.common.screen import show
from handlers.common.translator import Translator
from handlers.meetings import form as forms
from handlers.meetings import form_screens, plan_screens
from handlers.meetings.callbacks import FormRestarted, MoveStarted, ProposeStarted
from handlers.meetings.form import Form
from handlers.meetings.form_steps import WRONG_TIME, Desk
from handlers.meetings.plan_callbacks import MoveSlotChosen, PlanOpened, SlotChosen
from models import MeetingMode
from services import meeting_planning
from services.access import Actor
from services.clock import Clock
from services.db import Db
from services.errors import NoLongerCurrent
from services.meetings import Plan

router = Router(name="meetings.plan")


@router.callback_query(PlanOpened.filter())
async def open_plan(
    query: CallbackQuery,
    callback_data: PlanOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    """The times for the next meeting, or the plan that was left half-filled."""
    await _open(query, callback_data.mentorship_id, Desk(actor, db, t, clock, state))


@router.callback_query(ProposeStarted.filter())
async def propose(
    query: CallbackQuery,
    callback_data: ProposeStarted,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await _open(query, callback_data.mentorship_id, Desk(actor, db, t, clock, state))


async def _open(query: CallbackQuery, mentorship_id: int, desk: Desk) -> None:
    if not mentorship_id and not await desk.db.read(meeting_planning.has_pair, desk.actor):
        await show(query, plan_screens.no_pair(desk.t))
        return
    left = await forms.load(desk.state)
    if left is not None and left.is_begun and _fits(left, mentorship_id):
        await show(query, form_screens.resumed(desk.t, left, await desk.screen(left)))
        return
    await desk.go(query, await desk.open(mentorship_id))


def _fits(left: Form, mentorship_id: int) -> bool:
    return not left.replaces_id and mentorship_id in (0, left.mentorship_id)


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
    desk = Desk(actor, db, t, clock, state)
    await desk.go(query, await desk.open(left.mentorship_id))


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
    """Other times for a meeting that stands or was proposed, where and how it was meant."""
    desk = Desk(actor, db, t, clock, state)
    await desk.go(query, await _move_form(desk, callback_data.meeting_id))


async def _move_form(desk: Desk, meeting_id: int) -> Form:
    view = await desk.db.read(meeting_planning.movable, desk.actor, meeting_id, now=desk.clock.now())
    return Form.new(
        view.mentorship_id,
        kind=view.kind.value,
        minutes=view.minutes,
        mode=view.mode.value,
        place=view.place,
        link=view.link,
        replaces_id=view.id,
    )


@router.callback_query(SlotChosen.filter())
async def choose_slot(
    query: CallbackQuery,
    callback_data: SlotChosen,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    """Send the proposal at once; a time that is taken by now is said, and others are offered."""
    desk = Desk(actor, db, t, clock, state)
    form = await _slot_form(desk, callback_data.mentorship_id)
    form = form.knowing(kind=forms.known_kind(callback_data.kind).value)
    await _send_slot(query, desk, form, callback_data.day, callback_data.minutes)


async def _slot_form(desk: Desk, mentorship_id: int) -> Form:
    """The plan that the button stands below; the buttons of a notice stand below none."""
    left = await forms.load(desk.state)
    if left is not None and left.mentorship_id == mentorship_id and not left.replaces_id:
        return left.home()
    return await desk.open(mentorship_id)


@router.callback_query(MoveSlotChosen.filter())
async def choose_move_slot(
    query: CallbackQuery,
    callback_data: MoveSlotChosen,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    """Offer another time at once."""
    desk = Desk(actor, db, t, clock, state)
    left = await forms.load(state)
    if left is not None and left.replaces_id == callback_data.meeting_id:
        form = left.home()
    else:
        form = await _moved_form(desk, callback_data)
    await _send_slot(query, desk, form, callback_data.day, callback_data.minutes)


async def _moved_form(desk: Desk, data: MoveSlotChosen) -> Form:
    """Without a kept form: anew from the meeting. A second tap finds what the first one has sent."""
    sent = await desk.db.read(meeting_planning.replacement, desk.actor, data.meeting_id, now=desk.clock.now())
    if sent is None:
        return await _move_form(desk, data.meeting_id)
    return Form.new(sent.mentorship_id, kind=sent.kind.value, replaces_id=data.meeting_id)


async def _send_slot(query: CallbackQuery, desk: Desk, form: Form, day: int, minutes: int) -> None:
    chosen = form.knowing(day=day_of(day).isoformat(), at=minutes)
    if chosen.is_visit:
        raise NoLongerCurrent
    await send(query, desk, chosen, form)


async def send(query: CallbackQuery, desk: Desk, chosen: Form, otherwise: Form) -> None:
    """Store the proposal and say in words what was sent; a time that is no longer free leads to the others.

    The form is emptied in the same update, so that nothing is sent twice.
    """
    plan = await desk.plan(chosen)
    try:
        await _send(query, desk, chosen, plan)
    except WRONG_TIME as error:
        await desk.refused(query, otherwise, error)


async def _send(query: CallbackQuery, desk: Desk, form: Form, plan: Plan) -> None:
    warned = await desk.db.read(
        meeting_planning.warnings, desk.actor, form.mentorship_id, plan.starts_at, plan.minutes
    )
    view = await desk.db.write(
        meeting_planning.send,
        desk.actor,
        form.mentorship_id,
        plan,
        form.replaces_id or None,
        now=desk.clock.now(),
    )
    await desk.state.clear()
    await show(query, plan_screens.sent(desk.t, view, desk.actor.timezone, warned.events))


def place_of(t: Translator, place: str) -> tuple[MeetingMode, str]:
    """How and where they meet, of a button. Raises NoLongerCurrent."""
    mode = form_screens.PLACES.get(place)
    if mode is None:
        raise NoLongerCurrent
    return mode, t.plain("planning-place-school") if place == "school" else ""
