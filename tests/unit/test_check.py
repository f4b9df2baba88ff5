"""`python -m bot check`: what is well and what is not, one line each."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from bot import check
from bot.settings import ROOT, Settings, load
from handlers.common.translator import Texts
from models import Notification, NotificationStatus
from sandbox.clock import MovableClock
from sandbox.server import SandboxServer
from sandbox.telegram import Telegram
from services import content, outbox, recovery
from services.db import database

TOKEN = "42:TEST"
NOW = datetime(2026, 9, 7, 7, 0, tzinfo=UTC)
TEXTS = Texts(ROOT / "locales", content.load(ROOT / "content"))


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No variable of this machine and no .env of this folder has a say."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
async def server() -> AsyncIterator[SandboxServer]:
    telegram = Telegram(MovableClock(NOW))
    telegram.add_bot(TOKEN, "mentoring_test_bot", "Наставничество")
    running = SandboxServer(telegram)
    await running.start()
    yield running
    await running.stop()


async def report(**settings: object) -> list[tuple[str, bool]]:
    """The keys of the lines with their verdicts; every line can be read in every language."""
    found = [one async for one in check.findings(load(**settings))]
    for language in ("ru", "tt", "en"):
        t = TEXTS.translator(language)
        assert all(t.plain(one.key, **one.arguments) for one in found)
    return [(one.key, one.is_good) for one in found]


def add(session: Session, status: NotificationStatus, key: str) -> None:
    session.add(
        Notification(
            key=key, kind="note", chat_id=1, payload={}, status=status, due_at=NOW, created_at=NOW, error=""
        )
    )


async def test_an_installation_that_works_has_nothing_to_complain_of(
    server: SandboxServer, database_url: str
) -> None:
    assert await report(bot_token=TOKEN, bot_api_url=server.url, database_url=database_url) == [
        ("operator-check-settings", True),
        ("operator-check-database", True),
        ("operator-check-outbox", True),
        ("operator-check-api", True),
    ]


async def test_without_a_token_only_the_sandbox_works(database_url: str) -> None:
    assert (await report(database_url=database_url))[-1] == ("operator-check-no-token", True)


async def test_a_token_that_telegram_does_not_know_is_named(server: SandboxServer, database_url: str) -> None:
    said = await report(bot_token="43:OTHER", bot_api_url=server.url, database_url=database_url)
    assert said[-1] == ("operator-token-refused", False)


async def test_a_telegram_that_does_not_answer_is_named(server: SandboxServer, database_url: str) -> None:
    async with server.refuse():
        said = await report(bot_token=TOKEN, bot_api_url=server.url, database_url=database_url)
    assert said[-1] == ("operator-check-api-bad", False)


async def test_dead_letters_and_a_halt_are_named_and_doubts_are_counted(database_url: str) -> None:
    db = database(database_url)
    await db.open()
    await db.write(add, NotificationStatus.DEAD, "one")
    await db.write(add, NotificationStatus.UNKNOWN, "two")
    await db.write(outbox.halt, recovery.UNAUTHORIZED)
    await db.close()
    found = [one async for one in check.findings(load(database_url=database_url))]
    assert {"waiting": 0, "dead": 1, "unknown": 1} in [one.arguments for one in found]
    assert [one.key for one in found if not one.is_good] == ["operator-check-outbox", "operator-check-halted"]


async def test_a_doubt_alone_is_no_fault(database_url: str) -> None:
    db = database(database_url)
    await db.open()
    await db.write(add, NotificationStatus.UNKNOWN, "two")
    await db.close()
    assert ("operator-check-outbox", True) in await report(database_url=database_url)


async def test_a_database_that_was_never_made_is_named_and_not_made_by_looking(tmp_path: Path) -> None:
    path = tmp_path / "data" / "bot.db"
    said = await report(database_url=f"sqlite+aiosqlite:///{path}")
    assert said[1] == ("operator-check-database-bad", False)
    assert not path.parent.exists()


async def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    path.write_text("a letter to the editor\n" * 100, encoding="utf-8")
    assert (await report(database_url=f"sqlite+aiosqlite:///{path}"))[1] == (
        "operator-check-database-bad",
        False,
    )


async def test_a_database_without_tables_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE other (id INTEGER)")
    connection.close()
    assert (await report(database_url=f"sqlite+aiosqlite:///{path}"))[1] == (
        "operator-check-database-bad",
        False,
    )


async def test_a_postgresql_that_nobody_runs_is_named() -> None:
    said = await report(database_url="postgresql+asyncpg://bot@127.0.0.1:9/mentoring")
    assert said[1] == ("operator-check-database-bad", False)
