"""Handlers of a pair's term, its changes and its helpers."""

from __future__ import annotations

from datetime import date

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.common.filters import NotCommand, TextMessage
from handlers.common.screen import Screen, show
from handlers.common.translator import Translator
from handlers.consents import pair_screens, screens
from handlers.consents.callbacks import (
    AmendmentBegun,
    AmendmentSkipped,
    AmendmentsOpened,
    AmendmentTakenBack,
    EndChosen,
    HelperChosen,
    HelperEnded,
    HelpersOpened,
    HelperWanted,
)
from handlers.consents.states import AmendmentForm, leave_form, require
from services import amendments, consents, helpers, pairing_orders
from services.access import Actor
from services.clock import Clock
from services.content import Content
from services.db import Db
from services.errors import NoLongerCurrent

router = Router(name="consents.pair")


@router.callback_query(AmendmentsOpened.filter())
async def show_pair(
    query: CallbackQuery,
    callback_data: AmendmentsOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await leave_form(state)
    # Written, not read: a curator's look is recorded.
    term = await db.write(amendments.of_pair, actor, callback_data.mentorship_id, now=clock.now())
    order = await db.read(pairing_orders.line, term.mentorship_id)
    await show(query, pair_screens.pair(t, term, order))


async def _own_pair(mentorship_id: int, actor: Actor, db: Db, t: Translator, clock: Clock) -> Screen:
    term = await db.read(amendments.of_pair, actor, mentorship_id, now=clock.now())
    order = await db.read(pairing_orders.line, mentorship_id)
    return pair_screens.pair(t, term, order)


# ---- proposing a change


@router.callback_query(AmendmentBegun.filter())
async def begin(
    query: CallbackQuery,
    callback_data: AmendmentBegun,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    term = await db.read(amendments.may_propose, actor, callback_data.mentorship_id, now=clock.now())
    about_term = callback_data.subject == pair_screens.TERM
    await state.set_state(AmendmentForm.end if about_term else AmendmentForm.text)
    await state.set_data({"mentorship_id": term.mentorship_id})
    await show(query, pair_screens.ask_end(t, term) if about_term else pair_screens.ask_text(t, term))


@router.callback_query(EndChosen.filter())
async def choose_end(
    query: CallbackQuery,
    callback_data: EndChosen,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await require(state, AmendmentForm.end)
    number = await _mentorship_id(state)
    term = await db.read(amendments.may_propose, actor, number, now=clock.now())
    day = next((day for months, day in term.offers if months == callback_data.months), None)
    if day is None:
        raise NoLongerCurrent
    await _to_reason(query, t, state, number, new_end=day.isoformat())


async def _mentorship_id(state: FSMContext) -> int:
    return int((await state.get_data()).get("mentorship_id", 0))


@router.message(StateFilter(AmendmentForm.end), TextMessage())
async def type_end(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    number, now = await _mentorship_id(state), clock.now()
    term = await db.read(amendments.may_propose, actor, number, now=now)
    day = amendments.read_end(term, message.text or "", now=now)
    await _to_reason(message, t, state, number, new_end=day.isoformat())


@router.message(StateFilter(AmendmentForm.text), TextMessage())
async def type_text(message: Message, t: Translator, state: FSMContext) -> None:
    text = amendments.checked_text(message.text or "")
    await _to_reason(message, t, state, await _mentorship_id(state), text=text)


async def _to_reason(
    event: Message | CallbackQuery, t: Translator, state: FSMContext, number: int, **typed: str
) -> None:
    await state.update_data(typed)
    await state.set_state(AmendmentForm.reason)
    await show(event, pair_screens.ask_reason(t, number))


@router.callback_query(AmendmentSkipped.filter())
async def skip_reason(
    query: CallbackQuery,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    state: FSMContext,
) -> None:
    await require(state, AmendmentForm.reason)
    await _propose(query, actor, db, t, content, clock, state, "")


@router.message(StateFilter(AmendmentForm.reason), TextMessage())
async def type_reason(
    message: Message,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    state: FSMContext,
) -> None:
    await _propose(message, actor, db, t, content, clock, state, message.text or "")


async def _propose(
    event: Message | CallbackQuery,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    state: FSMContext,
    reason: str,
) -> None:
    data, now = await state.get_data(), clock.now()
    number, day = int(data["mentorship_id"]), data.get("new_end")
    await state.clear()
    consent_id = await db.write(
        amendments.propose,
        actor,
        content,
        number,
        new_end=date.fromisoformat(str(day)) if day else None,
        text=str(data.get("text", "")),
        reason=reason,
        now=now,
    )
    if consent_id is None:
        await show(event, await _own_pair(number, actor, db, t, clock))
        return
    own = await db.read(consents.see, actor, consent_id, now=now)
    await show(event, screens.consent(t, own).under(t("consents-amendment-proposed")))


@router.callback_query(AmendmentTakenBack.filter())
async def take_back(
    query: CallbackQuery,
    callback_data: AmendmentTakenBack,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
) -> None:
    amendment_id, now = callback_data.amendment_id, clock.now()
    term = await db.write(amendments.take_back, actor, amendment_id, now=now)
    order = await db.read(pairing_orders.line, term.mentorship_id)
    await show(query, pair_screens.pair(t, term, order).under(t("consents-amendment-taken-back")))


@router.message(StateFilter(AmendmentForm), NotCommand())
async def expect_text(message: Message, t: Translator) -> None:
    await show(message, Screen(t("hint-text-expected")))


# ---- helpers


@router.callback_query(HelpersOpened.filter())
async def show_helpers(
    query: CallbackQuery,
    callback_data: HelpersOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await leave_form(state)
    view = await db.write(helpers.of_pair, actor, callback_data.mentorship_id, now=clock.now())
    await show(query, pair_screens.helpers(t, view))


@router.callback_query(HelperWanted.filter())
async def show_colleagues(
    query: CallbackQuery, callback_data: HelperWanted, actor: Actor, db: Db, t: Translator
) -> None:
    number = callback_data.mentorship_id
    found = await db.read(helpers.colleagues, actor, number, page=callback_data.page)
    await show(query, pair_screens.colleagues(t, number, found))


@router.callback_query(HelperChosen.filter())
async def ask_colleague(
    query: CallbackQuery,
    callback_data: HelperChosen,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
) -> None:
    number, chosen = callback_data.mentorship_id, callback_data.membership_id
    view = await db.write(helpers.invite, actor, content, number, chosen, now=clock.now())
    await show(query, pair_screens.helper_asked(t, view))


@router.callback_query(HelperEnded.filter())
async def end_help(
    query: CallbackQuery, callback_data: HelperEnded, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    consent_id = callback_data.consent_id
    if not callback_data.sure:
        await show(query, pair_screens.ask_end_help(t, consent_id))
        return
    view = await db.write(helpers.end, actor, consent_id, now=clock.now())
    await show(query, pair_screens.helpers(t, view).under(t("consents-helper-ended")))
