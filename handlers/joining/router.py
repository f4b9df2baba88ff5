"""Handlers of the way in that are open to strangers: the language and the consent."""

from __future__ import annotations

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.applications import screens as application_screens
from handlers.applications.states import Applying
from handlers.common.menu import MainMenu
from handlers.common.screen import Screen, show, show_new
from handlers.common.translator import Texts, Translator
from handlers.joining import screens
from handlers.joining.callbacks import ConsentAnswered, ConsentReopened, LanguageChosen
from services import access, joining
from services.clock import Clock
from services.content import LANGUAGES, Content
from services.db import Db
from services.errors import NoLongerCurrent
from services.joining import ConsentAsked

entry = Router(name="joining.entry")


async def open_link(
    message: Message, code: str, *, db: Db, texts: Texts, content: Content, clock: Clock
) -> None:
    """A deep link was followed."""
    asked = await db.write(joining.open_invitation, message.chat.id, code, content, now=clock.now())
    await show(message, ask(texts, content, asked))


def ask(texts: Texts, content: Content, asked: ConsentAsked) -> Screen:
    """The language first, then the consent in that language."""
    t = texts.translator(asked.language)
    if asked.language is None:
        return screens.languages(t)
    if asked.kind is None:
        return screens.start_young(t, asked)
    return screens.consent(t, asked, content.consent(asked.kind.value))


@entry.callback_query(LanguageChosen.filter())
async def choose_language(
    query: CallbackQuery, callback_data: LanguageChosen, db: Db, texts: Texts, content: Content
) -> None:
    if callback_data.language not in LANGUAGES:
        raise NoLongerCurrent
    asked = await db.write(joining.choose_language, query.from_user.id, callback_data.language)
    t = texts.translator(callback_data.language)
    await show(query, ask(texts, content, asked) if asked else Screen(t("language-changed")))


@entry.callback_query(ConsentReopened.filter())
async def read_again(query: CallbackQuery, db: Db, texts: Texts, content: Content) -> None:
    asked = await db.read(joining.consent_asked, query.from_user.id)
    if asked is None:
        raise NoLongerCurrent
    await show(query, ask(texts, content, asked))


@entry.callback_query(ConsentAnswered.filter())
async def answer_consent(
    query: CallbackQuery,
    callback_data: ConsentAnswered,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    state: FSMContext,
    menu: MainMenu,
) -> None:
    chat_id = query.from_user.id
    if not callback_data.agrees:
        asked = await db.write(joining.refuse_consent, chat_id, callback_data.consent_id, now=clock.now())
        await show(query, screens.refused(t, asked))
        return
    await state.set_state(Applying.answering)
    await state.set_data({})
    view = await db.write(
        joining.give_consent, chat_id, callback_data.consent_id, t.language, content, now=clock.now()
    )
    # The document stays in the chat as the person read it; what comes next follows below.
    if view is not None:
        await show_new(query, application_screens.application(t, content, view))
        return
    await state.clear()
    await show_new(query, await _where_they_stand(chat_id, db, t, menu))


async def _where_they_stand(chat_id: int, db: Db, t: Translator, menu: MainMenu) -> Screen:
    """Somebody who was known already finds everything where it was."""
    actor = await db.read(access.find_actor, chat_id)
    if actor is None:
        raise NoLongerCurrent
    return (await menu.screen(actor, db, t)).under(t("joining-linked"))
