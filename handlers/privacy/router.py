"""Handlers of /mydata: what is stored about me, as a screen and a file; and the withdrawal of the consent."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.common.screen import show, show_new
from handlers.common.translator import Translator
from handlers.privacy import screens
from handlers.privacy.callbacks import (
    MyDataDownloaded,
    MyDataOpened,
    WithdrawalAsked,
    WithdrawalConfirmed,
    WithdrawalExplained,
)
from services import erasure, personal_data
from services.access import Actor
from services.clock import Clock
from services.db import Db
from services.errors import NoLongerCurrent

router = Router(name="privacy")


@router.message(Command("mydata"))
async def show_by_command(message: Message, actor: Actor, db: Db, t: Translator, clock: Clock) -> None:
    data = await db.read(personal_data.my_data, actor, now=clock.now())
    await show(message, screens.my_data(t, data, actor.timezone))


@router.callback_query(MyDataOpened.filter())
async def show_by_button(query: CallbackQuery, actor: Actor, db: Db, t: Translator, clock: Clock) -> None:
    data = await db.read(personal_data.my_data, actor, now=clock.now())
    await show(query, screens.my_data(t, data, actor.timezone))


@router.callback_query(MyDataDownloaded.filter())
async def download(query: CallbackQuery, actor: Actor, db: Db, t: Translator, clock: Clock) -> None:
    data = await db.read(personal_data.my_data, actor, now=clock.now())
    await show_new(query, screens.file(t, data, actor.timezone))


@router.callback_query(WithdrawalExplained.filter())
async def explain(query: CallbackQuery, actor: Actor, db: Db, t: Translator, clock: Clock) -> None:
    preview = await db.read(erasure.preview, actor, now=clock.now())
    await show(query, screens.explanation(t, preview))


@router.callback_query(WithdrawalAsked.filter())
async def ask_again(
    query: CallbackQuery, callback_data: WithdrawalAsked, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    preview = await db.read(erasure.preview, actor, now=clock.now())
    if preview.consent_id != callback_data.consent_id:
        raise NoLongerCurrent
    await show(query, screens.confirmation(t, preview.consent_id))


@router.callback_query(WithdrawalConfirmed.filter())
async def withdraw(
    query: CallbackQuery,
    callback_data: WithdrawalConfirmed,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    # Before the transaction, so that the half-typed form is gone in the very transaction of the withdrawal.
    await state.clear()
    withdrawal = await db.write(erasure.withdraw, actor, callback_data.consent_id, now=clock.now())
    await show(query, screens.withdrawn(t, withdrawal, actor.timezone))
