"""What every handler is given: who acts, the database, the translator, the clock, the form."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from aiogram import BaseMiddleware
from aiogram.fsm.context import FSMContext
from aiogram.fsm.storage.base import BaseEventIsolation, BaseStorage, StorageKey
from aiogram.types import TelegramObject, Update
from sqlalchemy.orm import Session

from bot.unit import UnitStorage, UpdateUnit
from handlers.common.heavy import Heavy
from handlers.common.translator import Texts
from handlers.errors import refuse, refuse_tail
from services import access, forms
from services.access import Actor
from services.clock import Clock
from services.content import Content
from services.db import Db
from services.errors import DatabaseBusy, NoLongerCurrent, ServiceError
from services.forms import FormRecord

TOO_LONG_A_NUMBER = re.compile(r"\d{19}")
Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What does not change from update to update. `storage` is None where forms live in the database."""

    db: Db
    texts: Texts
    content: Content
    clock: Clock
    isolation: BaseEventIsolation
    heavy: Heavy
    storage: BaseStorage | None = None
    wake: Callable[[], None] = lambda: None
    """Tells the delivery that somebody is owed a message."""


class UpdateMiddleware(BaseMiddleware):
    """Wraps the whole handling of an update: one read before, one transaction within."""

    def __init__(self, surroundings: Surroundings) -> None:
        self._around = surroundings

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> None:
        if not isinstance(event, Update):
            raise TypeError("this middleware stands at the updates")
        key = _key(data)
        async with self._around.isolation.lock(key):
            unit, actor = await self._unit(event, key)
            data |= self._provided(unit, key, actor)
            try:
                _check(event, unit)
                await handler(event, data)
            except DatabaseBusy:
                # Not the person's business: the update stays stored and is tried again.
                raise
            except ServiceError as error:
                unit.revert()
                await refuse(event, error, data)
            await unit.finish()
            if unit.owes_now:
                self._around.wake()

    async def _unit(self, event: Update, key: StorageKey) -> tuple[UpdateUnit, Actor | None]:
        # In a private chat the two numbers are one; whoever taps in a chat of others is nobody we know.
        known_as = key.chat_id if key.chat_id == key.user_id else 0
        db, name, storage = self._around.db, name_of_form(key), self._around.storage
        if storage is None:
            actor, form = await db.read(_preload, known_as, name)
            return UpdateUnit(db, event.update_id, name, form), actor
        actor = await db.read(access.find_actor, known_as)
        form = FormRecord(await storage.get_state(key), await storage.get_data(key))
        return UpdateUnit(db, event.update_id, name, form, keep=partial(_keep, storage, key)), actor

    def _provided(self, unit: UpdateUnit, key: StorageKey, actor: Actor | None) -> dict[str, Any]:
        return {
            "actor": actor,
            "db": unit,
            "t": self._around.texts.translator(actor.language if actor else None),
            "texts": self._around.texts,
            "content": self._around.content,
            "clock": self._around.clock,
            "heavy": self._around.heavy,
            "state": FSMContext(storage=UnitStorage(unit), key=key),
            "raw_state": unit.form.state,
        }


async def _keep(storage: BaseStorage, key: StorageKey, form: FormRecord) -> None:
    await storage.set_state(key, form.state)
    await storage.set_data(key, form.data)


def _check(event: Update, unit: UpdateUnit) -> None:
    """Raises NoLongerCurrent and MessageTail for what no handler should see."""
    _check_numbers(event)
    refuse_tail(event, unit.form.data)


def _check_numbers(event: Update) -> None:
    """Raises NoLongerCurrent for a button with a number that no database can hold (fault 29)."""
    data = event.callback_query.data if event.callback_query else None
    if data is not None and (TOO_LONG_A_NUMBER.search(data) or not data.isprintable()):
        raise NoLongerCurrent


def _key(data: dict[str, Any]) -> StorageKey:
    context = data["event_context"]
    chat_id = context.chat_id or context.user_id or 0
    return StorageKey(bot_id=data["bot"].id, chat_id=chat_id, user_id=context.user_id or chat_id)


def name_of_form(key: StorageKey) -> str:
    return f"{key.bot_id}:{key.chat_id}:{key.user_id}"


def _preload(session: Session, chat_id: int, form_key: str) -> tuple[Actor | None, FormRecord | None]:
    """Who acts and where they stand in a form: one hop to the database."""
    return access.find_actor(session, chat_id), forms.load(session, form_key)
