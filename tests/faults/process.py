"""The program as a process of its own against the sandbox's HTTP front, to be stopped and killed."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from bot.settings import ROOT
from sandbox.clock import MovableClock
from sandbox.server import SandboxServer
from sandbox.telegram import Telegram

TOKEN = "42:TEST"
LEASE_SECONDS = 1
PATIENCE = 60.0
LOOK_EVERY = 0.03
INHERITED = ("PATH", "HOME", "LANG", "LC_ALL", "TZ", "VIRTUAL_ENV")


class Stage:
    """A Telegram over HTTP in this process, a database in a folder, and the program in another process."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "bot.db"
        self.telegram = Telegram(MovableClock())
        self.account = self.telegram.add_bot(TOKEN, "mentoring_test_bot", "Наставничество")
        self.server = SandboxServer(self.telegram)
        self._engine = create_engine(
            f"sqlite:///{self.path}", connect_args={"timeout": 20}, poolclass=NullPool
        )
        self.process: asyncio.subprocess.Process | None = None

    async def __aenter__(self) -> Stage:
        await self.server.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        if self.process is not None and self.process.returncode is None:
            await self.kill()
        await self.server.stop()

    def write(self, work: Callable[[Session], Any]) -> Any:
        """Change the database beside the running program."""
        with Session(self._engine, expire_on_commit=False) as session, session.begin():
            return work(session)

    def query(self, statement: str) -> list[tuple[Any, ...]]:
        with contextlib.closing(sqlite3.connect(self.path, timeout=20)) as connection:
            return connection.execute(statement).fetchall()

    async def start(self, *, until_polling: bool = True) -> None:
        environment = {name: os.environ[name] for name in INHERITED if name in os.environ} | {
            "PYTHONPATH": str(ROOT),
            "BOT_TOKEN": TOKEN,
            "BOT_API_URL": self.server.url,
            "DATABASE_URL": f"sqlite+aiosqlite:///{self.path}",
            "OUTBOX_LEASE_SECONDS": str(LEASE_SECONDS),
        }
        with (self.folder / "log.txt").open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run", cwd=self.folder, env=environment, stdout=log, stderr=log
            )
        if until_polling:
            polls = self.polls()
            await self.until(lambda: self.polls() > polls)

    def polls(self) -> int:
        """How often anybody began to ask for updates."""
        return len(self.telegram.calls_of("deleteWebhook"))

    async def kill(self) -> None:
        """kill -9."""
        assert self.process is not None
        with contextlib.suppress(ProcessLookupError):
            self.process.kill()
        await self.process.wait()

    async def terminate(self) -> tuple[int, float]:
        """SIGTERM. Returns the exit code and the seconds it took."""
        assert self.process is not None
        began = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        code = await asyncio.wait_for(self.process.wait(), PATIENCE)
        return code, time.monotonic() - began

    async def until(self, condition: Callable[[], Any], patience: float = PATIENCE) -> None:
        """Wait for something to come true; the program's own words are in the failure when it does not."""
        deadline = time.monotonic() + patience
        while not condition():
            if time.monotonic() > deadline:
                raise AssertionError(f"not within {patience} s; the program said:\n{self.log()[-3000:]}")
            await asyncio.sleep(LOOK_EVERY)

    def log(self) -> str:
        """What the program wrote about itself, all its runs."""
        return (self.folder / "log.txt").read_text(errors="replace")
