"""The whole program wired together: the same for Telegram, for the sandbox and for the tests."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta

import structlog
from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.base import BaseSession
from aiogram.enums import ParseMode
from aiogram.fsm.storage.base import BaseEventIsolation, BaseStorage
from aiogram.fsm.storage.memory import SimpleEventIsolation
from aiogram.types import LinkPreviewOptions
from aiolimiter import AsyncLimiter
from sqlalchemy.exc import SQLAlchemyError

from bot import ticks
from bot.delivery import Delivery, Voice
from bot.heavy import HeavyWork
from bot.middlewares import Surroundings, UpdateMiddleware
from bot.sending import Gate, SendingMiddleware
from bot.settings import ROOT
from bot.worker import UpdateWorker
from handlers import registry
from handlers.common.translator import Texts
from handlers.menu.commands import CommandMenus
from services import content as content_files
from services import outbox, recovery
from services.clock import Clock
from services.content import Content
from services.db import Database
from services.errors import DatabaseBusy
from services.names import NamesInChat

log = structlog.get_logger(__name__)

STOP_SECONDS = 5.0
SETTLE_SECONDS = 1.0
SWITCH_SECONDS = 0.0002


@dataclass(frozen=True, slots=True)
class Options:
    """How this run differs from another."""

    names: NamesInChat = NamesInChat.PATRONYMIC
    admin_ids: tuple[int, ...] = ()
    lease: timedelta = timedelta(seconds=60)
    limiter: AsyncLimiter | None = None
    storage: BaseStorage | None = None
    isolation: BaseEventIsolation = field(default_factory=SimpleEventIsolation)
    concurrency: int = 32
    calendar_address: str | None = None
    """Where calendars read people's meetings: None without a web part."""


class Application:
    """Receives, handles, delivers, ticks."""

    def __init__(
        self, token: str, session: BaseSession, db: Database, clock: Clock, options: Options
    ) -> None:
        self.db, self.clock = db, clock
        self.gate = Gate()
        self.content: Content = content_files.load(ROOT / "content")
        self.texts = Texts(ROOT / "locales", self.content, options.names)
        self.bot = _bot(token, session, self.gate, options.limiter)
        self.menu = registry.menu()
        self.command_menus = CommandMenus()
        self.heavy = HeavyWork()
        self.dispatcher = self._dispatcher(options)
        voice = Voice(self.texts, self.content, registry.notices(self.menu))
        self.delivery = Delivery(
            self.bot, db, clock, voice, self.gate, lease=options.lease, admin_ids=options.admin_ids
        )
        self.worker = UpdateWorker(
            self.dispatcher,
            self.bot,
            db,
            self.texts,
            clock,
            concurrency=options.concurrency,
            admin_ids=options.admin_ids,
            wake=self.delivery.wake,
        )
        self._ticking = asyncio.Lock()
        self._scheduler = ticks.scheduler(self.tick)

    def _dispatcher(self, options: Options) -> Dispatcher:
        dispatcher = Dispatcher(
            disable_fsm=True,
            menu=self.menu,
            command_menus=self.command_menus,
            admin_ids=frozenset(options.admin_ids),
            calendar_address=options.calendar_address,
        )
        surroundings = Surroundings(
            self.db,
            self.texts,
            self.content,
            self.clock,
            options.isolation,
            self.heavy,
            storage=options.storage,
            # The delivery is made after the dispatcher.
            wake=lambda: self.delivery.wake(),  # noqa: PLW0108
        )
        dispatcher.update.outer_middleware(UpdateMiddleware(surroundings))
        registry.register(dispatcher)
        return dispatcher

    async def tick(self) -> None:
        """Everything that time brings, once."""
        async with self._ticking:
            await self.delivery.recover()
            await self.worker.settle()
            await ticks.run_all(self.db, self.clock, self.content)
        self.delivery.wake()

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Take up what an earlier run left, work until the block ends, then settle what is in flight (fault
        4).
        """
        await self.worker.resume()
        await self.db.write(outbox.resume_after, recovery.UNAUTHORIZED)
        await self.tick()
        delivering = asyncio.create_task(self.delivery.run())
        settling = asyncio.create_task(self._settle())
        self._scheduler.start()
        _freeze_garbage()
        _share_the_interpreter()
        try:
            yield
        finally:
            await self._stop_ticking()
            settling.cancel()
            await self.worker.stop(STOP_SECONDS)
            await self.delivery.stop()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(delivering, STOP_SECONDS)
            await self.delivery.release()
            log.info("stopped")

    async def _stop_ticking(self) -> None:
        """Shutting the scheduler down would cut a tick in two: let one that runs come to its end."""
        self._scheduler.pause()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._ticking.acquire(), STOP_SECONDS)
            self._ticking.release()
        self._scheduler.shutdown(wait=False)

    async def _settle(self) -> None:
        """Without it a crash in a quiet hour would tell people again what they had been told long ago."""
        while True:
            await asyncio.sleep(SETTLE_SECONDS)
            try:
                await self.worker.settle()
            except (DatabaseBusy, SQLAlchemyError) as error:
                log.warning("settle.failed", error=type(error).__name__)

    async def close(self) -> None:
        self.heavy.close()
        await self.bot.session.close()
        await self.db.close()


def _bot(token: str, session: BaseSession, gate: Gate, limiter: AsyncLimiter | None) -> Bot:
    session.middleware(SendingMiddleware(gate, limiter))
    properties = DefaultBotProperties(
        parse_mode=ParseMode.HTML, link_preview=LinkPreviewOptions(is_disabled=True)
    )
    return Bot(token, session=session, default=properties)


def _share_the_interpreter() -> None:
    """A thread of the database gives up the interpreter with every statement, and would wait 5 ms for it."""
    sys.setswitchinterval(SWITCH_SECONDS)


def _freeze_garbage() -> None:
    """A full collection over the imported modules takes 160 ms and would be most of p99."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
