"""Handlers of publications: what may stand on the site, and the questions about a new consent."""

from __future__ import annotations

from datetime import date
from typing import Any

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.common.filters import NotCommand, TextMessage
from handlers.common.screen import Screen, show
from handlers.common.translator import Translator
from handlers.consents import publication_screens as views
from handlers.consents import screens
from handlers.consents.callbacks import (
    PublicationBegun,
    PublicationItem,
    PublicationOpened,
    PublicationPeople,
    PublicationsOpened,
    PublicationStep,
    PublicationStepped,
)
from handlers.consents.states import PublicationForm, leave_form, require
from services import consents, publication_consents
from services.access import Actor
from services.clock import Clock
from services.content import Content
from services.db import Db
from services.errors import NoLongerCurrent, NothingChosen
from services.publication_consents import ITEMS, Place, Publication

router = Router(name="consents.publication")


@router.callback_query(PublicationsOpened.filter())
async def show_board(
    query: CallbackQuery,
    callback_data: PublicationsOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await leave_form(state)
    number, page = callback_data.organization_id or None, callback_data.page
    view = await db.write(publication_consents.board, actor, number, page=page, now=clock.now())
    await show(query, views.board(t, view))


@router.callback_query(PublicationOpened.filter())
async def show_one(
    query: CallbackQuery, callback_data: PublicationOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    view = await db.write(publication_consents.see, actor, callback_data.consent_id, now=clock.now())
    await show(query, views.one(t, view))


@router.callback_query(PublicationPeople.filter())
async def show_people(
    query: CallbackQuery,
    callback_data: PublicationPeople,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await leave_form(state)
    number = callback_data.organization_id
    page, now = callback_data.page, clock.now()
    found = await db.write(publication_consents.people, actor, number, page=page, now=now)
    await show(query, views.people(t, number, found))


# ---- the questions


@router.callback_query(PublicationBegun.filter())
async def begin(
    query: CallbackQuery,
    callback_data: PublicationBegun,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    number, about = callback_data.organization_id, callback_data.membership_id
    await db.read(publication_consents.place, actor, number, about, now=clock.now())
    await state.set_state(PublicationForm.items)
    await state.set_data({"organization_id": number, "membership_id": about, "items": []})
    await show(query, views.ask_items(t, number, about, ()))


def _about(data: dict[str, Any]) -> tuple[int, int]:
    return int(data.get("organization_id", 0)), int(data.get("membership_id", 0))


@router.callback_query(PublicationItem.filter())
async def tick_item(
    query: CallbackQuery, callback_data: PublicationItem, t: Translator, state: FSMContext
) -> None:
    await require(state, PublicationForm.items)
    if callback_data.item not in ITEMS:
        raise NoLongerCurrent
    data = await state.get_data()
    chosen = set(data["items"]) ^ {callback_data.item}
    await state.update_data(items=[one for one in ITEMS if one in chosen])
    await show(query, views.ask_items(t, *_about(data), chosen))


@router.message(StateFilter(PublicationForm.resources), TextMessage())
async def type_resources(message: Message, t: Translator, state: FSMContext) -> None:
    found = publication_consents.checked_resource(message.text or "", ())
    await state.update_data(resources=list(found))
    await state.set_state(PublicationForm.recipients)
    await show(message, views.ask_recipients(t, *_about(await state.get_data()), found))


@router.message(StateFilter(PublicationForm.recipients), TextMessage())
async def type_recipients(message: Message, t: Translator, state: FSMContext) -> None:
    await _to_conditions(message, t, state, publication_consents.checked_recipients(message.text or ""))


async def _to_conditions(
    event: Message | CallbackQuery, t: Translator, state: FSMContext, recipients: str
) -> None:
    await state.update_data(recipients=recipients)
    await state.set_state(PublicationForm.conditions)
    await show(event, views.ask_conditions(t, *_about(await state.get_data())))


@router.message(StateFilter(PublicationForm.conditions), TextMessage())
async def type_conditions(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    conditions = publication_consents.checked_conditions(message.text or "")
    await _to_term(message, actor, db, t, clock, state, conditions)


async def _to_term(
    event: Message | CallbackQuery,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
    conditions: str,
) -> None:
    await state.update_data(conditions=conditions)
    await state.set_state(PublicationForm.term)
    place, about = await _place(actor, db, clock, state)
    await show(event, views.ask_term(t, place, about))


async def _place(actor: Actor, db: Db, clock: Clock, state: FSMContext) -> tuple[Place, int]:
    number, about = _about(await state.get_data())
    return await db.read(publication_consents.place, actor, number, about, now=clock.now()), about


@router.message(StateFilter(PublicationForm.term), TextMessage())
async def type_term(
    message: Message,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    state: FSMContext,
) -> None:
    place, _ = await _place(actor, db, clock, state)
    day = publication_consents.read_term(message.text or "", place.today)
    await _ask(message, actor, db, t, content, clock, state, day)


ASKED_IN = {
    PublicationStep.ITEMS_DONE: PublicationForm.items,
    PublicationStep.OWN_SITE: PublicationForm.recipients,
    PublicationStep.NO_CONDITIONS: PublicationForm.conditions,
    PublicationStep.ONE_YEAR: PublicationForm.term,
    PublicationStep.SCHOOL_YEAR: PublicationForm.term,
}


@router.callback_query(PublicationStepped.filter())
async def step(
    query: CallbackQuery,
    callback_data: PublicationStepped,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    state: FSMContext,
) -> None:
    await require(state, ASKED_IN[callback_data.step])
    match callback_data.step:
        case PublicationStep.ITEMS_DONE:
            data = await state.get_data()
            if not data["items"]:
                raise NothingChosen
            await state.set_state(PublicationForm.resources)
            await show(query, views.ask_resources(t, *_about(data)))
        case PublicationStep.OWN_SITE:
            place, _ = await _place(actor, db, clock, state)
            await _to_conditions(query, t, state, t.cut(place.name, publication_consents.RECIPIENTS_LIMIT))
        case PublicationStep.NO_CONDITIONS:
            await _to_term(query, actor, db, t, clock, state, "")
        case PublicationStep.ONE_YEAR | PublicationStep.SCHOOL_YEAR:
            place, _ = await _place(actor, db, clock, state)
            one_year = callback_data.step == PublicationStep.ONE_YEAR
            day = publication_consents.year_after(place.today) if one_year else place.school_year_end
            await _ask(query, actor, db, t, content, clock, state, day)


async def _ask(
    event: Message | CallbackQuery,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    state: FSMContext,
    valid_until: date,
) -> None:
    data, now = await state.get_data(), clock.now()
    number, about = _about(data)
    wanted = Publication(
        tuple(data["items"]),
        tuple(data["resources"]),
        str(data["recipients"]),
        str(data["conditions"]),
        valid_until,
    )
    await state.clear()
    consent_id = await db.write(publication_consents.ask, actor, content, number, about, wanted, now=now)
    if consent_id is None:
        await show(event, views.asked(t, number))
        return
    await show(event, screens.consent(t, await db.read(consents.see, actor, consent_id, now=now)))


@router.message(StateFilter(PublicationForm), NotCommand())
async def expect_text(message: Message, t: Translator) -> None:
    await show(message, Screen(t("hint-text-expected")))
