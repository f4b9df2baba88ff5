"""Taps on people: the list, the search, the card, what changes a participation, the personal link."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram.utils.deep_linking import create_start_link

from handlers.common.callbacks import PersonOpened
from handlers.common.filters import NotCommand, TextMessage
from handlers.common.screen import Screen, show
from handlers.common.translator import Translator
from handlers.people import screens
from handlers.people.callbacks import (
    ChangeAsked,
    ChangeMade,
    FiltersOpened,
    FoundOpened,
    LinkRenewed,
    LinkShown,
    NeedsOpened,
    OwnChangeAsked,
    OwnChangeMade,
    OwnParticipationOpened,
    PeopleOpened,
    SearchStarted,
)
from handlers.people.states import PeopleForm
from models import Role
from services import linking, needs, participation, people
from services.access import Actor
from services.clock import Clock
from services.db import Db
from services.errors import NoLongerCurrent, NotAllowed
from services.linking import PersonalLink
from services.participation import Change
from services.people import SEEING, Filter
from services.text_limits import clip

router = Router(name="people")

SEARCH = "people_search"
SEARCH_LIMIT = 100


def known_change(word: str) -> Change:
    try:
        return Change(word)
    except ValueError:
        raise NoLongerCurrent from None


@router.callback_query(PeopleOpened.filter())
async def open_people(
    query: CallbackQuery,
    callback_data: PeopleOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await _leave_search(state)
    if not actor.sees_as(*SEEING):
        await _show_needs(query, "", 0, actor, db, t, clock)
        return
    chosen = _known_filter(callback_data.chosen)
    # Written, not only read: looking at people leaves a trace.
    found = await db.write(people.people, actor, chosen, page=callback_data.page, now=clock.now())
    load = await db.read(people.load, actor) if actor.sees_as(Role.HEAD) else None
    await show(query, screens.people(t, found, chosen, load))


def _known_filter(word: str) -> Filter:
    try:
        return Filter(word)
    except ValueError:
        raise NoLongerCurrent from None


async def _leave_search(state: FSMContext) -> None:
    if await state.get_state() == PeopleForm.searching.state:
        await state.clear()


@router.callback_query(NeedsOpened.filter())
async def open_needs(
    query: CallbackQuery, callback_data: NeedsOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    await _show_needs(query, callback_data.role, callback_data.page, actor, db, t, clock)


async def _show_needs(
    query: CallbackQuery, word: str, page: int, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    roles = needs.roles_of(actor)
    if not roles:
        # Another of one's roles is shown now: the button is of an earlier screen.
        raise NoLongerCurrent if actor.places(*SEEING, *needs.LOOKING) else NotAllowed
    role = next((one for one in roles if one.value == word), roles[0])
    # Written, not only read: looking at people's needs leaves a trace.
    found = await db.write(needs.look, actor, role, page=page, now=clock.now())
    await show(query, screens.needs(t, found, role, roles, actor.timezone))


@router.callback_query(FiltersOpened.filter())
async def open_filters(query: CallbackQuery, actor: Actor, t: Translator) -> None:
    _require_seeing(actor)
    await show(query, screens.filters(t))


def _require_seeing(actor: Actor) -> None:
    if not actor.places(*SEEING):
        raise NotAllowed


@router.callback_query(SearchStarted.filter())
async def ask_search(query: CallbackQuery, actor: Actor, t: Translator, state: FSMContext) -> None:
    _require_seeing(actor)
    await state.set_state(PeopleForm.searching)
    await state.set_data({})
    await show(query, screens.ask_search(t))


@router.message(StateFilter(PeopleForm.searching), TextMessage())
async def search(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    typed = clip(message.text or "", SEARCH_LIMIT)
    await state.update_data({SEARCH: typed})
    found = await db.write(people.search, actor, typed, now=clock.now())
    await show(message, screens.found(t, found))


@router.message(StateFilter(PeopleForm.searching), NotCommand())
async def expect_surname(message: Message, t: Translator) -> None:
    await show(message, Screen(t("hint-text-expected")))


@router.callback_query(FoundOpened.filter())
async def turn_found(
    query: CallbackQuery,
    callback_data: FoundOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    typed = (await state.get_data()).get(SEARCH)
    if not isinstance(typed, str):
        raise NoLongerCurrent
    found = await db.write(people.search, actor, typed, page=callback_data.page, now=clock.now())
    await show(query, screens.found(t, found))


@router.callback_query(PersonOpened.filter())
async def open_person(
    query: CallbackQuery, callback_data: PersonOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    # Written, not only read: looking at somebody's card leaves a trace.
    one = await db.write(people.open_card, actor, callback_data.membership_id, now=clock.now())
    await show(query, screens.card(t, one, actor.timezone))


@router.callback_query(ChangeAsked.filter())
async def ask_change(
    query: CallbackQuery, callback_data: ChangeAsked, actor: Actor, db: Db, t: Translator
) -> None:
    change = known_change(callback_data.change)
    one = await db.read(participation.see, actor, callback_data.membership_id, change)
    await show(query, screens.ask_change(t, one, change))


@router.callback_query(ChangeMade.filter())
async def make_change(
    query: CallbackQuery, callback_data: ChangeMade, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    change = known_change(callback_data.change)
    number = callback_data.membership_id
    one = await db.write(participation.change, actor, number, change, now=clock.now())
    await show(query, screens.changed(t, one, change))


@router.callback_query(LinkShown.filter())
async def show_link(
    query: CallbackQuery,
    callback_data: LinkShown,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    bot: Bot,
) -> None:
    shown = await db.write(linking.see_link, actor, callback_data.membership_id, now=clock.now())
    await _show_link(query, shown, actor, t, bot)


@router.callback_query(LinkRenewed.filter())
async def renew_link(
    query: CallbackQuery,
    callback_data: LinkRenewed,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    bot: Bot,
) -> None:
    shown = await db.write(linking.renew_link, actor, callback_data.membership_id, now=clock.now())
    await _show_link(query, shown, actor, t, bot)


async def _show_link(
    query: CallbackQuery, shown: PersonalLink, actor: Actor, t: Translator, bot: Bot
) -> None:
    url = await create_start_link(bot, shown.code)
    await show(query, screens.personal_link(t, shown, url, actor.timezone))


@router.callback_query(OwnParticipationOpened.filter())
async def open_own(query: CallbackQuery, actor: Actor, db: Db, t: Translator) -> None:
    await show(query, screens.own(t, await db.read(participation.own, actor), actor.timezone))


@router.callback_query(OwnChangeAsked.filter())
async def ask_own_change(
    query: CallbackQuery, callback_data: OwnChangeAsked, actor: Actor, db: Db, t: Translator
) -> None:
    change = known_change(callback_data.change)
    one = await db.read(participation.see_own, actor, callback_data.membership_id, change)
    await show(query, screens.ask_own_change(t, one, change))


@router.callback_query(OwnChangeMade.filter())
async def make_own_change(
    query: CallbackQuery, callback_data: OwnChangeMade, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    change = known_change(callback_data.change)
    number = callback_data.membership_id
    one = await db.write(participation.change_own, actor, number, change, now=clock.now())
    await show(query, screens.own_changed(t, one, change))
