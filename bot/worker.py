"""Handles stored updates: those of one chat in order, those of different chats side by side.

An update that raises is tried again and then laid aside with an incident code; the person gets an apology
(fault 27).
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import secrets
import traceback
from collections import deque
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramForbiddenError
from aiogram.types import Update
from aiogram.types.update import UpdateTypeLookupError
from pydantic import ValidationError
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from bot.sending import answering
from bot.unit import AlreadyHandled
from handlers.common.translator import Texts
from services import inbox, recovery
from services.clock import Clock
from services.db import Db
from services.errors import DatabaseBusy
from services.inbox import StoredUpdate

log = structlog.get_logger(__name__)

ATTEMPTS = 3
PAUSES = (0.2, 1.0)
"""Seconds before the second and the third attempt."""
BUSY_PAUSE_FIRST, BUSY_PAUSE_LONGEST = 0.5, 15.0
"""Seconds before an update is tried again while the database can't be written."""
ID_LIMIT = 2**63


def incoming(raw: dict[str, Any]) -> StoredUpdate:
    """An update as Telegram sent it, with the chat that puts it in order. Nothing of it is trusted yet."""
    kind = next((key for key in raw if key != "update_id"), "")
    # ASCII: half of an emoji can't be stored otherwise, and would hold up everything that came with it.
    return StoredUpdate(int(raw["update_id"]), _chat_of(raw.get(kind)), kind[:32], json.dumps(raw))


def _chat_of(event: Any) -> int | None:
    if not isinstance(event, dict):
        return None
    message = event.get("message")
    for holder in (
        event.get("from"),
        event.get("chat"),
        message.get("chat") if isinstance(message, dict) else None,
    ):
        number = holder.get("id") if isinstance(holder, dict) else None
        if isinstance(number, int) and abs(number) < ID_LIMIT:
            return number
    return None


class UpdateWorker:
    """The inbox's consumer."""

    def __init__(
        self,
        dispatcher: Dispatcher,
        bot: Bot,
        db: Db,
        texts: Texts,
        clock: Clock,
        *,
        concurrency: int = 32,
        admin_ids: tuple[int, ...] = (),
        wake: Callable[[], None] = lambda: None,
    ) -> None:
        self._dispatcher, self._bot, self._db, self._texts, self._clock = dispatcher, bot, db, texts, clock
        self._places = asyncio.Semaphore(concurrency)
        self._admin_ids, self._wake = admin_ids, wake
        self._queues: dict[int, deque[StoredUpdate]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._answered: list[int] = []

    async def accept(self, raw_updates: Iterable[dict[str, Any]]) -> None:
        """Store the updates and then handle them. When this returns, they may be acknowledged."""
        updates = [incoming(raw) for raw in raw_updates]
        answered, self._answered = self._answered, []
        try:
            new = set(await self._db.write(_store, updates, answered, now=self._clock.now()))
        except BaseException:
            self._answered.extend(answered)
            raise
        for update in updates:
            if update.id in new:
                self._enqueue(update)

    async def resume(self) -> None:
        """After a start: handle what was stored and not handled; tell those whose answer may have been
        lost.
        """
        await self._db.write(recovery.owe_lost_answers, now=self._clock.now())
        for update in await self._db.read(inbox.waiting):
            self._enqueue(update)

    def _enqueue(self, update: StoredUpdate) -> None:
        chat = update.chat_id or 0
        if chat in self._queues:
            self._queues[chat].append(update)
            return
        self._queues[chat] = deque([update])
        task = asyncio.create_task(self._work_off(chat))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _work_off(self, chat: int) -> None:
        queue = self._queues[chat]
        try:
            while queue:
                await self._persist(queue[0])
                queue.popleft()
        finally:
            del self._queues[chat]

    async def _persist(self, update: StoredUpdate) -> None:
        """Handle an update, and again for as long as the database can't store what comes of it (faults 7,
        8).
        """
        pause = BUSY_PAUSE_FIRST
        while True:
            try:
                async with self._places:
                    if pause == BUSY_PAUSE_FIRST or not await self._is_effected(update):
                        await self._handle(update)
                return
            except (DatabaseBusy, SQLAlchemyError) as error:
                log.error("update.waits_for_database", update_id=update.id, error=type(error).__name__)
            if pause == BUSY_PAUSE_FIRST:
                await self._say_busy(update)
            await asyncio.sleep(pause)
            pause = min(pause * 2, BUSY_PAUSE_LONGEST)

    async def _is_effected(self, update: StoredUpdate) -> bool:
        """Did an earlier attempt get as far as its commit? Then the answer is owed and follows by the
        outbox.
        """
        if await self._db.read(inbox.is_waiting, update.id):
            return False
        await self._db.write(recovery.owe_answer, update.id, update.chat_id, now=self._clock.now())
        self._wake()
        return True

    async def _say_busy(self, update: StoredUpdate) -> None:
        """The update is stored and will have its effect; the person must not do it again."""
        language = None
        with contextlib.suppress(Exception):
            language = await self._db.read(recovery.language_of, update.chat_id)
        await self._tell(update, self._texts.translator(language)("error-database-busy"))

    async def _handle(self, update: StoredUpdate) -> None:
        token = answering.set(True)
        try:
            for attempt in range(1, ATTEMPTS + 1):
                if attempt > 1:
                    await asyncio.sleep(PAUSES[attempt - 2])
                if await self._attempt(update, last=attempt == ATTEMPTS):
                    return
        finally:
            answering.reset(token)

    async def _attempt(self, update: StoredUpdate, *, last: bool) -> bool:
        """Returns whether the update is done with. Raises what the database raises."""
        try:
            await self._feed(update)
        except AlreadyHandled:
            log.info("update.already_handled", update_id=update.id)
        except DatabaseBusy:
            raise
        except Exception as error:
            return await self._failed(update, error, last=last)
        self._answered.append(update.id)
        return True

    async def _feed(self, update: StoredUpdate) -> None:
        try:
            parsed = Update.model_validate_json(update.body, context={"bot": self._bot})
            _ = parsed.event_type
        except (ValidationError, UpdateTypeLookupError) as error:
            log.warning(
                "update.not_understood", update_id=update.id, kind=update.kind, error=type(error).__name__
            )
            await self._db.write(inbox.fail, update.id, error=type(error).__name__, incident="not-understood")
            return
        await self._dispatcher.feed_update(self._bot, parsed)

    async def _failed(self, update: StoredUpdate, error: Exception, *, last: bool) -> bool:
        name = type(error).__name__
        if await self._is_effected(update):
            log.warning("update.answer_lost", update_id=update.id, error=name)
            return True
        if isinstance(error, TelegramForbiddenError):
            # Nothing was to be done but to answer somebody who has blocked the bot meanwhile.
            await self._db.write(inbox.mark_effected, update.id)
            self._answered.append(update.id)
            return True
        incident = secrets.token_hex(3).upper() if last else None
        log.error("update.failed", update_id=update.id, error=name, incident=incident, at=_places(error))
        if incident is None:
            await self._db.write(inbox.fail, update.id, error=name, incident=None)
            return False
        await self._lay_aside(update, name, incident)
        return True

    async def _lay_aside(self, update: StoredUpdate, error: str, incident: str) -> None:
        language = await self._db.write(
            recovery.lay_aside,
            update.id,
            update.chat_id,
            error=error,
            incident=incident,
            admin_ids=self._admin_ids,
            now=self._clock.now(),
        )
        self._wake()
        await self._tell(update, self._texts.translator(language)("error-incident", code=incident))

    async def _tell(self, update: StoredUpdate, text: str) -> None:
        if update.chat_id is None:
            return
        try:
            await self._bot.send_message(update.chat_id, text)
        except Exception as error:
            log.warning("update.apology_lost", update_id=update.id, error=type(error).__name__)

    async def settle(self) -> None:
        """Write down which people have been answered; done in passing with the next batch, or by a tick."""
        answered, self._answered = self._answered, []
        if not answered:
            return
        try:
            await self._db.write(inbox.settle, answered)
        except BaseException:
            self._answered.extend(answered)
            raise

    async def idle(self) -> None:
        """Wait until nothing is in hand."""
        while self._tasks:
            await asyncio.wait(set(self._tasks))

    async def stop(self, timeout: float) -> None:
        """Finish what is in hand; what is not finished in time stays stored and is handled at the next
        start.
        """
        for queue in self._queues.values():
            while len(queue) > 1:
                queue.pop()
        if self._tasks:
            _, unfinished = await asyncio.wait(set(self._tasks), timeout=timeout)
            for task in unfinished:
                task.cancel()
        await self.settle()


def _store(session: Session, updates: list[StoredUpdate], answered: list[int], *, now: datetime) -> list[int]:
    if answered:
        inbox.settle(session, answered)
    return inbox.store(session, updates, now=now)


def _places(error: Exception) -> list[str]:
    """Where it happened, without the message of the exception: that may hold what a person typed."""
    frames = traceback.extract_tb(error.__traceback__)[-6:]
    return [f"{Path(frame.filename).name}:{frame.lineno}:{frame.name}" for frame in frames]
