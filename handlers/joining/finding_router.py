"""Handlers for people without a link, and for members who want one more role or school. Open to strangers:
nothing is stored here but that the next text is the name of a school.
"""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message, User

from handlers.common.filters import NotCommand, TextMessage
from handlers.common.screen import Screen, show
from handlers.common.translator import Texts, Translator
from handlers.joining import finding_screens as screens
from handlers.joining import router as joining_handlers
from handlers.joining.callbacks import FamilyTold, FoundShown, JoiningAsked, SchoolChosen, SearchStarted
from handlers.joining.states import Joining
from services import finding, joining
from services.access import Actor
from services.clock import Clock
from services.content import Content
from services.db import Db
from services.errors import NoLongerCurrent

entry = Router(name="joining.finding")


def _voice(actor: Actor | None, user: User | None, t: Translator, texts: Texts) -> Translator:
    """A stranger is spoken to in the language of their Telegram; it is not remembered."""
    if actor is not None and actor.language is not None:
        return t
    return texts.translator(user.language_code if user else None)


def _is_member(actor: Actor | None) -> bool:
    return actor is not None and actor.has_consented and not actor.is_frozen


@entry.callback_query(SearchStarted.filter())
async def start_search(
    query: CallbackQuery, actor: Actor | None, t: Translator, texts: Texts, state: FSMContext
) -> None:
    await state.set_state(Joining.school)
    await state.set_data({})
    t = _voice(actor, query.from_user, t, texts)
    await show(query, screens.ask_name(t, is_member=_is_member(actor)))


@entry.message(StateFilter(Joining.school), TextMessage())
async def search(message: Message, actor: Actor | None, db: Db, t: Translator, texts: Texts) -> None:
    t = _voice(actor, message.from_user, t, texts)
    page = await db.read(finding.search, finding.query_of(message.text or ""))
    await show(message, screens.found(t, page, is_member=_is_member(actor)))


@entry.message(StateFilter(Joining.school), NotCommand())
async def expect_text(message: Message, actor: Actor | None, t: Translator, texts: Texts) -> None:
    t = _voice(actor, message.from_user, t, texts)
    await show(message, Screen(t("joining-find-ask")))


@entry.callback_query(FoundShown.filter())
async def turn_page(
    query: CallbackQuery,
    callback_data: FoundShown,
    actor: Actor | None,
    db: Db,
    t: Translator,
    texts: Texts,
) -> None:
    t = _voice(actor, query.from_user, t, texts)
    page = await db.read(finding.search, finding.query_of(callback_data.query), page=callback_data.page)
    await show(query, screens.found(t, page, is_member=_is_member(actor)))


@entry.callback_query(SchoolChosen.filter())
async def choose_school(
    query: CallbackQuery,
    callback_data: SchoolChosen,
    actor: Actor | None,
    db: Db,
    t: Translator,
    texts: Texts,
    state: FSMContext,
) -> None:
    name = await _name(db, callback_data.organization_id)
    await state.clear()
    t = _voice(actor, query.from_user, t, texts)
    await show(query, screens.roles(t, callback_data.organization_id, name))


@entry.callback_query(FamilyTold.filter())
async def tell_family(
    query: CallbackQuery, callback_data: FamilyTold, actor: Actor | None, db: Db, t: Translator, texts: Texts
) -> None:
    name = await _name(db, callback_data.organization_id)
    t = _voice(actor, query.from_user, t, texts)
    await show(query, screens.family(t, callback_data.organization_id, name))


async def _name(db: Db, organization_id: int) -> str:
    name = await db.read(finding.name_of, organization_id)
    if name is None:
        raise NoLongerCurrent
    return name


@entry.callback_query(JoiningAsked.filter())
async def ask_to_join(
    query: CallbackQuery,
    callback_data: JoiningAsked,
    db: Db,
    texts: Texts,
    content: Content,
    clock: Clock,
    state: FSMContext,
) -> None:
    await state.clear()
    where, role = callback_data.organization_id, callback_data.role
    asked = await db.write(joining.ask_to_join, query.from_user.id, where, role, content, now=clock.now())
    await show(query, joining_handlers.ask(texts, content, asked))
