"""Whom the words of a plan mean: one question for each, answered once and remembered for good."""

from __future__ import annotations

from dataclasses import replace

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from handlers.common.screen import show
from handlers.common.translator import Translator
from handlers.plans import form as forms
from handlers.plans import questions
from handlers.plans.callbacks import MeantAct, MeantActed, MeantPaged, MeantTicked, UnknownOpened
from handlers.plans.form import Form, Step
from handlers.plans.router import plan_screen
from models import Role
from services import plan_desk, plan_drafts
from services.access import Actor
from services.clock import Clock
from services.db import Db
from services.errors import NoLongerCurrent, NothingChosen

router = Router(name="plans.meaning")

ROLES = frozenset(role.value for role in Role)


@router.callback_query(UnknownOpened.filter())
async def ask(
    query: CallbackQuery,
    callback_data: UnknownOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    plan_id = callback_data.roadmap_id
    _, unknown = await db.read(plan_desk.unknown_words, actor, plan_id)
    form = _about(plan_id, unknown, callback_data.number)
    await _ask_one(query, form, actor, db, t, clock, state)


def _about(roadmap_id: int, unknown: tuple[str, ...], number: int) -> Form:
    """The form that asks about one of the words; without words when there are no more to ask about."""
    phrase = unknown[number] if 0 <= number < len(unknown) else ""
    return Form.new(Step.MEANING, roadmap_id=roadmap_id, phrase=phrase, number=number)


async def _ask_one(
    query: CallbackQuery,
    form: Form,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    """The question about the words; the plan again, when there are no more."""
    if form.phrase:
        await _show(query, form, actor, db, t, clock, state)
        return
    await forms.leave(state)
    _, unknown = await db.read(plan_desk.unknown_words, actor, form.roadmap_id)
    shown = await plan_screen(actor, db, t, clock, form.roadmap_id)
    await show(query, shown if unknown else shown.under(t("plans-meaning-all-known")))


async def _show(
    query: CallbackQuery,
    form: Form,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    screen = await questions.screen(form, actor, db, t, clock)
    await forms.keep(state, form)
    await show(query, screen)


@router.callback_query(MeantTicked.filter())
async def tick(
    query: CallbackQuery,
    callback_data: MeantTicked,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    form = await forms.require(state, Step.MEANING, form_id=callback_data.form)
    who = callback_data.who
    if who not in ROLES and not who.isdecimal():
        raise NoLongerCurrent
    await _show(query, form.toggled(who), actor, db, t, clock, state)


@router.callback_query(MeantPaged.filter())
async def turn(
    query: CallbackQuery,
    callback_data: MeantPaged,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    form = await forms.require(state, Step.MEANING, form_id=callback_data.form)
    await _show(query, replace(form, page=callback_data.page), actor, db, t, clock, state)


@router.callback_query(MeantActed.filter())
async def act(
    query: CallbackQuery,
    callback_data: MeantActed,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    form = await forms.require(state, Step.MEANING, form_id=callback_data.form)
    if callback_data.act == MeantAct.LATER:
        _, unknown = await db.read(plan_desk.unknown_words, actor, form.roadmap_id)
        later = _about(form.roadmap_id, unknown, form.number + 1)
        await _ask_one(query, later, actor, db, t, clock, state)
        return
    picked = form.who if callback_data.act == MeantAct.SAVE else []
    if callback_data.act == MeantAct.SAVE and not picked:
        raise NothingChosen
    await state.clear()
    roles = [Role(one) for one in picked if one in ROLES]
    people = [int(one) for one in picked if one.isdecimal()]
    left = await db.write(
        plan_drafts.explain, actor, form.roadmap_id, form.phrase, roles, people, now=clock.now()
    )
    await _ask_one(query, _about(form.roadmap_id, left, form.number), actor, db, t, clock, state)
