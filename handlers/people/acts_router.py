"""Taps on what is done for or about people: changing schools, answers for those without Telegram,
conclusions.
"""

from __future__ import annotations

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from handlers.common.screen import show, show_new
from handlers.common.translator import Translator
from handlers.people import behalf_screens, conclusion_screens, move_screens
from handlers.people.callbacks import (
    ConclusionOpened,
    ConclusionRemovalAsked,
    ConclusionRemoved,
    ConclusionsOpened,
    MoveAnswered,
    MoveAsked,
    MoveOpened,
    MoveProposed,
    MoveStarted,
    OnBehalfAnswered,
    OnBehalfOpened,
    OnBehalfShown,
)
from models import ConsentKind, Role
from services import conclusions, on_behalf, transfers
from services.access import Actor
from services.clock import Clock
from services.content import Content
from services.db import Db
from services.errors import NoLongerCurrent, NotAllowed
from services.on_behalf import Kind
from services.representing import STANDING_IN

router = Router(name="people.acts")


# --- changing schools ---


@router.callback_query(MoveStarted.filter())
async def choose_school(
    query: CallbackQuery, callback_data: MoveStarted, actor: Actor, db: Db, t: Translator
) -> None:
    number = callback_data.membership_id
    found = await db.read(transfers.schools, actor, number, page=callback_data.page)
    await show(query, move_screens.schools(t, number, found))


@router.callback_query(MoveAsked.filter())
async def ask_move(
    query: CallbackQuery, callback_data: MoveAsked, actor: Actor, db: Db, t: Translator
) -> None:
    ids = callback_data.membership_id, callback_data.organization_id
    await show(query, move_screens.ask(t, await db.read(transfers.consider, actor, *ids)))


@router.callback_query(MoveProposed.filter())
async def offer_move(
    query: CallbackQuery, callback_data: MoveProposed, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    ids = callback_data.membership_id, callback_data.organization_id
    one = await db.write(transfers.offer, actor, *ids, now=clock.now())
    await show(query, move_screens.offered(t, one))


@router.callback_query(MoveOpened.filter())
async def read_consent(
    query: CallbackQuery,
    callback_data: MoveOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
) -> None:
    text = content.consent(ConsentKind.PERSONAL_DATA.value)
    ids = callback_data.membership_id, callback_data.organization_id
    asked = await db.write(transfers.ask, actor, *ids, text, now=clock.now())
    await show(query, move_screens.consent(t, asked, text))


@router.callback_query(MoveAnswered.filter())
async def answer_move(
    query: CallbackQuery,
    callback_data: MoveAnswered,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
) -> None:
    ids = callback_data.membership_id, callback_data.consent_id
    if not callback_data.agrees:
        stays = await db.write(transfers.decline, actor, *ids, now=clock.now())
        await show(query, move_screens.stayed(t, stays))
        return
    text = content.consent(ConsentKind.PERSONAL_DATA.value)
    role = await db.read(transfers.role_of, actor, callback_data.membership_id)
    form = content.questionnaire(role.value)
    application_id = await db.write(transfers.move, actor, *ids, text, form, now=clock.now())
    # The document stays in the chat as the person read it.
    await show_new(query, move_screens.moved(t, application_id))


# --- for colleagues without Telegram ---


def _kind(word: str) -> Kind:
    try:
        return Kind(word)
    except ValueError:
        raise NoLongerCurrent from None


@router.callback_query(OnBehalfOpened.filter())
async def show_waiting(
    query: CallbackQuery, callback_data: OnBehalfOpened, actor: Actor, db: Db, t: Translator
) -> None:
    if not actor.places(*STANDING_IN):
        raise NotAllowed
    found = await db.read(on_behalf.waiting, actor, page=callback_data.page)
    await show(query, behalf_screens.waiting(t, found, actor.timezone))


@router.callback_query(OnBehalfShown.filter())
async def show_pending(
    query: CallbackQuery, callback_data: OnBehalfShown, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    kind, ids = _kind(callback_data.kind), (callback_data.id, callback_data.membership_id)
    # Written, not only read: the card shows somebody's profile.
    one = await db.write(on_behalf.see, actor, kind, *ids, now=clock.now())
    await show(query, behalf_screens.card(t, one, actor.timezone))


@router.callback_query(OnBehalfAnswered.filter())
async def answer_for(
    query: CallbackQuery, callback_data: OnBehalfAnswered, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    kind, yes = _kind(callback_data.kind), callback_data.yes
    ids = callback_data.id, callback_data.membership_id
    await db.write(on_behalf.answer, actor, kind, *ids, yes, now=clock.now())
    await show(query, behalf_screens.answered(t, kind, yes=yes))


# --- conclusions ---


@router.callback_query(ConclusionsOpened.filter())
async def show_conclusions(
    query: CallbackQuery,
    callback_data: ConclusionsOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await state.clear()
    number, page = callback_data.membership_id, callback_data.page
    found = await db.write(conclusions.listed, actor, number, page=page, now=clock.now())
    await show(query, conclusion_screens.listed(t, found, actor.timezone))


@router.callback_query(ConclusionOpened.filter())
async def open_conclusion(
    query: CallbackQuery, callback_data: ConclusionOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    one = await db.write(conclusions.open_one, actor, callback_data.conclusion_id, now=clock.now())
    may_remove = bool(actor.places(Role.CURATOR))
    await show(query, conclusion_screens.opened(t, one, actor.timezone, may_remove=may_remove))


@router.callback_query(ConclusionRemovalAsked.filter())
async def ask_removal(
    query: CallbackQuery, callback_data: ConclusionRemovalAsked, actor: Actor, db: Db, t: Translator
) -> None:
    one = await db.read(conclusions.see, actor, callback_data.conclusion_id)
    await show(query, conclusion_screens.ask_removal(t, one, actor.timezone))


@router.callback_query(ConclusionRemoved.filter())
async def remove_conclusion(
    query: CallbackQuery, callback_data: ConclusionRemoved, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    membership_id = await db.write(conclusions.remove, actor, callback_data.conclusion_id, now=clock.now())
    await show(query, conclusion_screens.removed(t, membership_id))
