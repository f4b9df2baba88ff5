"""Handlers of the settings of an organisation, one a screen."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.common.filters import NotCommand, TextMessage
from handlers.common.screen import Screen, show
from handlers.common.translator import Translator
from handlers.settings import screens
from handlers.settings.callbacks import SettingOpened, SettingsOpened, ValueChosen
from handlers.settings.states import SettingForm
from services import organization_settings
from services.access import Actor
from services.clock import Clock
from services.db import Db
from services.errors import NoLongerCurrent

router = Router(name="settings")


async def leave_form(state: FSMContext) -> None:
    """A form of ours ends when the person goes elsewhere; those of other subjects are not ours to end."""
    if str(await state.get_state()).startswith(f"{SettingForm.__name__}:"):
        await state.clear()


@router.callback_query(SettingsOpened.filter())
async def show_all(
    query: CallbackQuery,
    callback_data: SettingsOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    state: FSMContext,
) -> None:
    await leave_form(state)
    where, page = callback_data.organization_id, callback_data.page
    view = await db.read(organization_settings.look, actor, where, page=page)
    await show(query, screens.settings(t, view))


@router.callback_query(SettingOpened.filter())
async def show_one(
    query: CallbackQuery, callback_data: SettingOpened, actor: Actor, db: Db, t: Translator, state: FSMContext
) -> None:
    where, key = callback_data.organization_id, callback_data.key
    view = await db.read(organization_settings.see, actor, where, key)
    await leave_form(state)
    if view.value.setting.is_typed:
        await state.set_state(SettingForm.value)
        await state.set_data({"organization_id": where, "key": key})
    await show(query, screens.setting(t, view))


@router.callback_query(ValueChosen.filter())
async def choose(
    query: CallbackQuery,
    callback_data: ValueChosen,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    where, key, value = callback_data.organization_id, callback_data.key, callback_data.value
    setting = organization_settings.BY_KEY.get(key)
    if setting is None or value not in setting.offered:
        raise NoLongerCurrent
    await leave_form(state)
    view = await db.write(organization_settings.change, actor, where, key, value, now=clock.now())
    await show(query, screens.setting(t, view, changed=True))


@router.message(StateFilter(SettingForm.value), TextMessage())
async def type_value(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    data = await state.get_data()
    where, key = int(data["organization_id"]), str(data["key"])
    await state.clear()
    view = await db.write(
        organization_settings.change, actor, where, key, message.text or "", now=clock.now()
    )
    await show(message, screens.setting(t, view, changed=True))


@router.message(StateFilter(SettingForm), NotCommand())
async def expect_text(message: Message, t: Translator) -> None:
    await show(message, Screen(t("hint-text-expected")))
