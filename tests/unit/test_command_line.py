"""`python -m bot …` as an operator types it: real processes against the sandbox's HTTP front."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from sqlalchemy import select

from bot import schema
from bot.settings import ROOT, Settings
from models import Invitation, Organization, Role
from sandbox.clock import MovableClock
from sandbox.server import SandboxServer
from sandbox.telegram import Telegram
from services.db import database

TOKEN = "42:TEST"
SECONDS = 60
NOW = datetime(2026, 9, 7, 7, 0, tzinfo=UTC)


class Ended(NamedTuple):
    code: int | None
    said: str
    complained: str


class CommandLine:
    """An installation of its own: a folder without .env, a database in it, a Telegram on loopback."""

    def __init__(self, folder: Path, server: SandboxServer) -> None:
        self.server = server
        self.database_url = f"sqlite+aiosqlite:///{folder / 'bot.db'}"
        self._folder = folder
        self._settings = {
            "BOT_TOKEN": TOKEN,
            "BOT_API_URL": server.url,
            "DATABASE_URL": self.database_url,
            "PYTHONPATH": str(ROOT),
        }

    async def types(self, *arguments: str, **settings: str) -> Ended:
        ours = {name.upper() for name in Settings.model_fields}
        environment = {name: value for name, value in os.environ.items() if name not in ours}
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            *arguments,
            cwd=self._folder,
            env=environment | self._settings | settings,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            said, complained = await asyncio.wait_for(process.communicate(), SECONDS)
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        return Ended(process.returncode, said.decode(), complained.decode())

    async def stored(self, kind: type[Organization] | type[Invitation]) -> list[Organization | Invitation]:
        db = database(self.database_url)
        await db.open()
        try:
            return await db.read(lambda session: list(session.scalars(select(kind).order_by(kind.id))))
        finally:
            await db.close()


@pytest.fixture
async def operator(tmp_path: Path) -> AsyncIterator[CommandLine]:
    telegram = Telegram(MovableClock(NOW))
    telegram.add_bot(TOKEN, "mentoring_test_bot", "Наставничество")
    server = SandboxServer(telegram)
    await server.start()
    yield CommandLine(tmp_path, server)
    await server.stop()


async def test_a_school_is_founded_with_a_link_for_its_curator_and_one_for_its_head(
    operator: CommandLine,
) -> None:
    ended = await operator.types(
        "school", "  Школа № 7 «Радуга»  ", "--address", "ул. Садовая, 1", TIMEZONE="Asia/Omsk"
    )
    assert (ended.code, ended.complained) == (0, "")
    assert "Школа создана: Школа № 7 «Радуга»" in ended.said
    (school,) = await operator.stored(Organization)
    assert isinstance(school, Organization)
    assert (school.name, school.address) == ("Школа № 7 «Радуга»", "ул. Садовая, 1")
    assert (school.timezone, school.is_demonstration) == ("Asia/Omsk", False)
    invitations = await operator.stored(Invitation)
    links = [word for word in ended.said.split() if word.startswith("https://t.me/mentoring_test_bot?start=")]
    assert [
        (one.role, one.places, f"https://t.me/mentoring_test_bot?start={one.code}" in links)
        for one in invitations
        if isinstance(one, Invitation)
    ] == [(Role.CURATOR, 1, True), (Role.HEAD, 1, True)]
    assert len(links) == 2


@pytest.mark.parametrize("name", ["", "   ", "ш" * 301])
async def test_a_school_needs_a_name_that_fits(operator: CommandLine, name: str) -> None:
    ended = await operator.types("school", name)
    assert ended.code == 2
    assert "не длиннее 300" in ended.complained


async def test_a_school_needs_a_token(operator: CommandLine) -> None:
    ended = await operator.types("school", "Школа № 7", BOT_TOKEN="")
    assert ended.code == 2
    assert "Не задан BOT_TOKEN" in ended.complained


async def test_a_refused_token_is_said_in_a_sentence_and_nothing_is_stored(operator: CommandLine) -> None:
    ended = await operator.types("school", "Школа № 7", BOT_TOKEN="43:OTHER")
    assert ended.code == 2
    assert ended.complained.startswith("BOT_TOKEN: Telegram не принимает этот токен")
    assert "Traceback" not in ended.complained


async def test_a_telegram_out_of_reach_is_said_in_a_sentence(operator: CommandLine) -> None:
    async with operator.server.refuse():
        ended = await operator.types("school", "Школа № 7")
    assert ended.code == 1
    assert ended.complained == "Telegram не отвечает (TelegramNetworkError).\n"


async def test_wrong_settings_stop_every_command_with_all_the_reasons(operator: CommandLine) -> None:
    ended = await operator.types("run", BOT_TOKEN="nonsense", TIMEZONE="Moscow", ADMIN_IDS="me")
    assert ended.code == 2
    assert [line.partition(":")[0] for line in ended.complained.splitlines()] == [
        "BOT_TOKEN",
        "TIMEZONE",
        "ADMIN_IDS",
    ]


async def test_the_bot_does_not_run_with_a_token_that_telegram_refuses(operator: CommandLine) -> None:
    ended = await operator.types("run", BOT_TOKEN="43:OTHER")
    assert ended.code == 2
    assert "BOT_TOKEN: Telegram не принимает этот токен" in ended.complained
    assert "Traceback" not in ended.complained


async def test_check_says_by_its_exit_status_whether_all_is_well(operator: CommandLine) -> None:
    before = await operator.types("check")
    assert before.code == 1
    assert "✗ База данных не отвечает или ещё не создана" in before.said
    await schema.migrate(operator.database_url)
    after = await operator.types("check")
    assert (after.code, after.complained) == (0, "")
    assert [line[0] for line in after.said.splitlines()] == ["✓"] * 4
    assert "@mentoring_test_bot" in after.said
