"""Handlers of one's own consents: the list, the answer below a document, the withdrawal, the form."""

from __future__ import annotations

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from handlers.common.heavy import Heavy
from handlers.common.screen import show, show_new
from handlers.common.translator import Translator
from handlers.consents import papers, screens
from handlers.consents.callbacks import (
    ConsentAct,
    ConsentActed,
    ConsentGiven,
    ConsentOpened,
    ConsentsOpened,
)
from handlers.consents.states import leave_form
from services import consents, written_consents
from services.access import Actor
from services.clock import Clock
from services.consents import WordsChanged
from services.content import Content
from services.db import Db
from services.documents import docx

router = Router(name="consents")


@router.callback_query(ConsentsOpened.filter())
async def show_mine(
    query: CallbackQuery,
    callback_data: ConsentsOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await leave_form(state)
    shown = await db.read(consents.mine, actor, page=callback_data.page, now=clock.now())
    await show(query, screens.mine(t, shown))


@router.callback_query(ConsentOpened.filter())
async def show_one(
    query: CallbackQuery,
    callback_data: ConsentOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await leave_form(state)
    shown = await db.read(consents.see, actor, callback_data.consent_id, now=clock.now())
    await show(query, screens.consent(t, shown))


@router.callback_query(ConsentGiven.filter())
async def answer(
    query: CallbackQuery,
    callback_data: ConsentGiven,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
) -> None:
    consent_id, now = callback_data.consent_id, clock.now()
    try:
        shown = await db.write(
            consents.answer,
            actor,
            consent_id,
            agrees=callback_data.agrees,
            version=callback_data.version,
            language=callback_data.language,
            content=content,
            now=now,
        )
    except WordsChanged:
        # The words above the button are of an earlier version: these are shown first.
        fresh = await db.read(consents.see, actor, consent_id, now=now)
        await show(query, screens.document(t, fresh).under(t("error-words-changed")))
        return
    await show(query, screens.answered(t, shown))


@router.callback_query(ConsentActed.filter())
async def act(
    query: CallbackQuery,
    callback_data: ConsentActed,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    heavy: Heavy,
) -> None:
    consent_id, now = callback_data.consent_id, clock.now()
    match callback_data.act:
        case ConsentAct.READ:
            await show(query, screens.document(t, await db.read(consents.see, actor, consent_id, now=now)))
        case ConsentAct.FORM:
            form = await db.read(written_consents.own_form, actor, consent_id, now=now)
            data = await heavy.run(docx, papers.paper(t, form))
            await show_new(query, papers.file(t, form.view, data))
        case ConsentAct.WITHDRAW_ASK:
            shown = await db.read(consents.may_withdraw, actor, consent_id, now=now)
            await show(query, screens.ask_withdraw(t, shown))
        case ConsentAct.WITHDRAW:
            shown = await db.write(consents.withdraw_one, actor, consent_id, now=now)
            await show(query, screens.withdrawn(t, shown))
        case ConsentAct.AGAIN:
            shown = await db.write(consents.ask_anew, actor, content, consent_id, now=now)
            await show(query, screens.consent(t, shown))
