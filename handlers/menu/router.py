"""The main menu; and, last of all routers, an answer to what nobody else understood."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.common.callbacks import MenuOpened
from handlers.common.keyboards import inline, menu_button
from handlers.common.screen import Screen, show
from handlers.common.translator import Translator
from handlers.menu import screens
from handlers.menu.callbacks import RoleShown, RolesOpened
from handlers.menu.commands import CommandMenus
from handlers.menu.current import Menu
from handlers.menu.filters import MenuWord
from services import access, role_choice
from services.access import Actor
from services.db import Db
from services.errors import NoLongerCurrent

router = Router(name="menu")
fallback = Router(name="fallback")


@router.callback_query(MenuOpened.filter())
async def open_from_button(
    query: CallbackQuery,
    actor: Actor,
    db: Db,
    t: Translator,
    state: FSMContext,
    menu: Menu,
    bot: Bot,
    command_menus: CommandMenus,
) -> None:
    await state.clear()
    await show(query, await menu.screen(actor, db, t))
    await command_menus.refresh(bot, actor, t)


@router.message(Command("menu", "cancel"))
@router.message(MenuWord())
async def open_from_text(
    message: Message,
    actor: Actor,
    db: Db,
    t: Translator,
    state: FSMContext,
    menu: Menu,
    bot: Bot,
    command_menus: CommandMenus,
) -> None:
    await state.clear()
    await show(message, await menu.screen(actor, db, t))
    await command_menus.refresh(bot, actor, t)


@router.callback_query(RolesOpened.filter())
async def show_roles(query: CallbackQuery, actor: Actor, t: Translator) -> None:
    await show(query, screens.roles(t, actor))


@router.callback_query(RoleShown.filter())
async def choose_role(
    query: CallbackQuery,
    callback_data: RoleShown,
    actor: Actor,
    db: Db,
    t: Translator,
    state: FSMContext,
    menu: Menu,
) -> None:
    await state.clear()
    await db.write(role_choice.choose, actor, callback_data.membership_id)
    changed = await db.read(access.find_actor, actor.chat_id)
    await show(query, await menu.screen(changed or actor, db, t))


@fallback.message()
async def hint(message: Message, t: Translator) -> None:
    key = "hint-unknown" if message.text else "hint-not-text"
    await show(message, Screen(t(key), inline([menu_button(t)])))


@fallback.callback_query()
async def stale(_: CallbackQuery) -> None:
    raise NoLongerCurrent
