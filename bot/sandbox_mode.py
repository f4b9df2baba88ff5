"""`python -m bot sandbox`: the bot and a Telegram of its own on loopback, with a chat page in the browser."""

from __future__ import annotations

import asyncio
import contextlib
import tempfile
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from bot import demonstration, demonstration_municipality, schema
from bot.app import Application, Options
from bot.demonstration import Character
from bot.demonstration_municipality import CAST
from bot.demonstration_people import ADMINISTRATOR
from bot.polling import Poller
from bot.settings import Settings
from bot.timelapse import pass_time
from models import Role
from sandbox.chats import BotAccount
from sandbox.clock import MovableClock
from sandbox.control import Control, Link
from sandbox.server import SandboxServer
from sandbox.session import SandboxSession
from sandbox.telegram import Person, Telegram
from services import outbox
from services.db import database

TOKEN = "1000000:SANDBOX"  # noqa: S105 - opens nothing but the sandbox
USERNAME = "mentoring_demo_bot"
NAME = "Наставничество"  # text-check: allow


class SandboxClock(MovableClock):
    """Moved by the chat page: time passes step by step, so that everything due on the way comes in its
    order.
    """

    application: Application | None = None

    async def advance(self, delta: timedelta) -> None:
        if self.application is None:
            await super().advance(delta)
            return
        await pass_time(self.application, self, delta, partial(settled, self.application))


async def settled(application: Application) -> None:
    """Until everything that is due has been said and answered."""
    await application.worker.idle()
    while await application.delivery.deliver_due():
        await application.worker.idle()


class Sandbox:
    """Everything that runs while the chat page is open."""

    def __init__(self, settings: Settings, *, port: int, empty: bool) -> None:
        self._settings, self._port, self._empty = settings, port, empty
        self.clock = SandboxClock(demonstration.opening_moment(datetime.now(UTC)))
        self.telegram = Telegram(self.clock)
        self.account: BotAccount = self.telegram.add_bot(TOKEN, USERNAME, NAME)
        self._links: list[Link] = []
        self._hints: dict[int, str] = {}

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[str]:
        """Run until the block ends. Yields the address of the chat page.

        The people of the sandbox live no longer than its process, and neither does its database: sandboxes
        that run at the same time share nothing.
        """
        with tempfile.TemporaryDirectory(prefix="mentoring-sandbox-") as folder:
            async with self._running_in(Path(folder)) as address:
                yield address

    @contextlib.asynccontextmanager
    async def _running_in(self, folder: Path) -> AsyncIterator[str]:
        application = await self._application(folder)
        server = SandboxServer(
            self.telegram, "127.0.0.1", self._port, extra=[self._control(application).routes]
        )
        polling: asyncio.Task[None] | None = None
        try:
            if not self._empty:
                await self._furnish(application)
            await application.command_menus.publish(application.bot, application.texts)
            async with application.running():
                self.clock.application = application
                polling = asyncio.create_task(Poller(application.bot, application.worker).run())
                await server.start()
                yield server.url
                polling.cancel()
                await server.stop()
        finally:
            if polling is not None:
                polling.cancel()
            await application.close()

    async def _application(self, folder: Path) -> Application:
        url = f"sqlite+aiosqlite:///{folder / 'sandbox.db'}"
        await schema.migrate(url)
        db = database(url)
        await db.open()
        admin_ids = () if self._empty else (ADMINISTRATOR.chat_id,)
        options = Options(names=self._settings.names_in_chat, admin_ids=admin_ids)
        return Application(TOKEN, SandboxSession(self.telegram), db, self.clock, options)

    def _control(self, application: Application) -> Control:
        t = application.texts.translator(None)

        async def next_due() -> datetime | None:
            return await application.db.read(outbox.next_due)

        async def links() -> list[Link]:
            return self._links

        return Control(
            self.telegram,
            self.account,
            self.clock,
            next_due=next_due,
            links=links,
            describe=lambda person: self._hints.get(person.id, ""),
            title=t.plain("sandbox-title"),
            note=t.plain("sandbox-note"),
        )

    async def _furnish(self, application: Application) -> None:
        """The demonstration school, its people with open chats, its invitations and its channel."""
        codes = await application.db.write(
            demonstration_municipality.build, application.content, now=self.clock.now()
        )
        t = application.texts.translator(None)
        self._links = [
            Link(t.plain("sandbox-link-mentee"), codes[Role.MENTEE], t.plain("sandbox-link-hint")),
            Link(t.plain("sandbox-link-mentor"), codes[Role.MENTOR], t.plain("sandbox-link-hint")),
            Link(t.plain("sandbox-link-parent"), codes[Role.PARENT], t.plain("sandbox-link-parent-hint")),
        ]
        for character in CAST:
            await self._person(character).starts()
        channel = self.telegram.add_channel(t.plain("sandbox-channel"), admins=[self.account])
        await application.bot.send_message(channel.id, t("sandbox-channel-post"))

    def _person(self, character: Character) -> Person:
        self._hints[character.chat_id] = character.hint
        return self.telegram.add_person(
            f"{character.first} {character.patronymic}", character.last, id=character.chat_id
        )
