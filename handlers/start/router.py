"""Commands that are open to everybody, and the gate behind which only people who consented go."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.filters.chat_member_updated import JOIN_TRANSITION, LEAVE_TRANSITION, ChatMemberUpdatedFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

from handlers.common.callbacks import Nothing
from handlers.common.filters import Consented
from handlers.common.screen import Screen, send, show, toast
from handlers.common.translator import Texts, Translator
from handlers.joining import router as joining_handlers
from handlers.joining import screens as joining_screens
from handlers.menu.commands import CommandMenus
from handlers.menu.current import Menu
from handlers.menu.filters import HelpWord
from handlers.start import screens
from services import alerts, joining
from services.access import Actor
from services.clock import Clock
from services.content import Content
from services.db import Db

entry = Router(name="start")
gate = Router(name="gate")
gate.message.filter(~Consented())
gate.callback_query.filter(~Consented())


@entry.message(CommandStart(deep_link=True))
async def start_by_link(
    message: Message,
    command: CommandObject,
    db: Db,
    texts: Texts,
    content: Content,
    clock: Clock,
    state: FSMContext,
) -> None:
    await state.clear()
    await joining_handlers.open_link(
        message, command.args or "", db=db, texts=texts, content=content, clock=clock
    )


@entry.message(CommandStart())
async def start(
    message: Message,
    actor: Actor | None,
    db: Db,
    t: Translator,
    texts: Texts,
    content: Content,
    clock: Clock,
    state: FSMContext,
    menu: Menu,
    bot: Bot,
    command_menus: CommandMenus,
) -> None:
    await state.clear()
    if actor is None or not actor.has_consented:
        await _greet_stranger(message, db, texts, content)
        return
    if actor.was_blocked:
        await db.write(alerts.report_back, actor.person_id, now=clock.now())
    await send(message, Screen(t("start-again"), reply_keyboard=screens.reply_keyboard(t)))
    await show(message, await menu.screen(actor, db, t))
    await command_menus.refresh(bot, actor, t)


async def _greet_stranger(message: Message, db: Db, texts: Texts, content: Content) -> None:
    asked = await db.read(joining.consent_asked, message.chat.id)
    if asked is not None:
        await show(message, joining_handlers.ask(texts, content, asked))
        return
    await show(message, screens.stranger(texts))


@entry.callback_query(Nothing.filter())
async def answer_label(query: CallbackQuery) -> None:
    await query.answer()


@entry.message(Command("help"))
@entry.message(HelpWord())
async def help_(message: Message, actor: Actor | None, t: Translator) -> None:
    await show(message, screens.help_(t, actor))


@entry.message(Command("language"))
async def language(message: Message, t: Translator) -> None:
    await show(message, joining_screens.languages(t))


@entry.my_chat_member(ChatMemberUpdatedFilter(LEAVE_TRANSITION))
async def blocked(_: ChatMemberUpdated, actor: Actor | None, db: Db, clock: Clock) -> None:
    if actor is not None:
        await db.write(alerts.report_blocked, actor.person_id, now=clock.now())


@entry.my_chat_member(ChatMemberUpdatedFilter(JOIN_TRANSITION))
async def came_back(_: ChatMemberUpdated, actor: Actor | None, db: Db, clock: Clock) -> None:
    if actor is not None:
        await db.write(alerts.report_back, actor.person_id, now=clock.now())


@gate.message()
async def stop_message(message: Message, db: Db, texts: Texts, content: Content) -> None:
    await _greet_stranger(message, db, texts, content)


@gate.callback_query()
async def stop_tap(query: CallbackQuery, t: Translator) -> None:
    await toast(query, t.plain("gate-closed"), alert=True)
