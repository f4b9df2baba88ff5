"""Handlers of the administrators: /found, the tree of organisations, links for those who run them.

Stands before the gate: an administrator need not take part in any programme.
"""

from __future__ import annotations

from collections.abc import Collection

from aiogram import Bot, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram.utils.deep_linking import create_start_link

from handlers.common.filters import NotCommand, TextMessage
from handlers.common.screen import Screen, show
from handlers.common.translator import Translator
from handlers.founding import screens
from handlers.founding.callbacks import (
    DeskOpened,
    KindChosen,
    LinksRenewed,
    LinksTaken,
    ParentChosen,
    TreeOpened,
    ZoneChosen,
)
from handlers.founding.filters import IsAdmin
from handlers.founding.states import AdminFounding
from models import Role
from models.organization import OrganizationKind
from services import founding
from services.clock import Clock
from services.db import Db
from services.errors import NoLongerCurrent
from services.founding import TIMEZONES, Founded

entry = Router(name="founding")
entry.message.filter(IsAdmin())
entry.callback_query.filter(IsAdmin())


@entry.message(Command("found"))
async def open_by_command(message: Message, t: Translator, state: FSMContext) -> None:
    await state.clear()
    await show(message, screens.desk(t))


@entry.callback_query(DeskOpened.filter())
async def open_desk(query: CallbackQuery, t: Translator, state: FSMContext) -> None:
    await state.clear()
    await show(query, screens.desk(t))


@entry.callback_query(TreeOpened.filter())
async def list_tree(
    query: CallbackQuery, callback_data: TreeOpened, db: Db, t: Translator, admin_ids: Collection[int]
) -> None:
    view = await db.read(founding.tree_as_admin, query.from_user.id, admin_ids, page=callback_data.page)
    await show(query, screens.tree(t, view))


@entry.callback_query(LinksTaken.filter())
async def give_links(
    query: CallbackQuery,
    callback_data: LinksTaken,
    db: Db,
    t: Translator,
    clock: Clock,
    bot: Bot,
    admin_ids: Collection[int],
) -> None:
    made = await db.write(
        founding.links_as_admin,
        query.from_user.id,
        admin_ids,
        callback_data.organization_id,
        now=clock.now(),
    )
    await show(query, screens.links(t, made, await _urls(bot, made), is_new=False))


@entry.callback_query(LinksRenewed.filter())
async def renew_links(
    query: CallbackQuery,
    callback_data: LinksRenewed,
    db: Db,
    t: Translator,
    clock: Clock,
    bot: Bot,
    admin_ids: Collection[int],
) -> None:
    number, now = callback_data.organization_id, clock.now()
    made = await db.write(founding.links_as_admin, query.from_user.id, admin_ids, number, anew=True, now=now)
    await show(query, screens.links(t, made, await _urls(bot, made), is_new=False, anew=True))


async def _urls(bot: Bot, made: Founded) -> dict[Role, str]:
    return {role: await create_start_link(bot, code) for role, code in made.codes.items()}


@entry.callback_query(KindChosen.filter())
async def choose_kind(
    query: CallbackQuery, callback_data: KindChosen, db: Db, t: Translator, admin_ids: Collection[int]
) -> None:
    kind = callback_data.kind
    view = await db.read(
        founding.tree_as_admin, query.from_user.id, admin_ids, above=kind, page=callback_data.page
    )
    if view.total:
        await show(query, screens.ask_parent(t, kind, view))
    else:
        await show(query, screens.ask_zone(t, kind, 0))


@entry.callback_query(ParentChosen.filter())
async def choose_parent(query: CallbackQuery, callback_data: ParentChosen, t: Translator) -> None:
    await show(query, screens.ask_zone(t, callback_data.kind, callback_data.parent_id))


@entry.callback_query(ZoneChosen.filter())
async def choose_zone(
    query: CallbackQuery, callback_data: ZoneChosen, t: Translator, state: FSMContext
) -> None:
    if not 0 <= callback_data.zone < len(TIMEZONES):
        raise NoLongerCurrent
    kind = callback_data.kind
    await state.set_state(AdminFounding.name)
    await state.set_data(
        {
            "kind": kind.value,
            "parent_id": callback_data.parent_id,
            "timezone": TIMEZONES[callback_data.zone],
        }
    )
    await show(query, screens.ask_name(t, kind))


@entry.message(StateFilter(AdminFounding.name), TextMessage())
async def found(
    message: Message,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
    bot: Bot,
    admin_ids: Collection[int],
) -> None:
    data = await state.get_data()
    await state.clear()
    made = await db.write(
        founding.found_as_admin,
        message.chat.id,
        admin_ids,
        OrganizationKind(data["kind"]),
        int(data["parent_id"]) or None,
        str(data["timezone"]),
        message.text or "",
        now=clock.now(),
    )
    await show(message, screens.links(t, made, await _urls(bot, made), is_new=True))


@entry.message(StateFilter(AdminFounding.name), NotCommand())
async def expect_text(message: Message, t: Translator) -> None:
    await show(message, Screen(t("hint-text-expected")))
