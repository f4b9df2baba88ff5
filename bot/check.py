"""`python -m bot check`: settings, content, texts, database, API, outbox: what is wrong, in words."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramNetworkError, TelegramUnauthorizedError
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.serve import api_session
from bot.settings import Settings
from handlers.common.translator import Argument
from services import outbox
from services.db import database
from services.errors import DatabaseBusy


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report: the key of its text, its arguments, and whether all is well."""

    key: str
    arguments: dict[str, Argument]
    is_good: bool


async def findings(settings: Settings) -> AsyncIterator[Finding]:
    yield Finding("operator-check-settings", {}, True)
    async for finding in _database(settings):
        yield finding
    yield await _api(settings)


async def _database(settings: Settings) -> AsyncIterator[Finding]:
    url = settings.database_url.get_secret_value()
    if _is_missing_file(url):
        yield Finding("operator-check-database-bad", {"reason": "FileNotFoundError"}, False)
        return
    db = database(url)
    try:
        await db.open()
    except (sqlite3.Error, OSError) as error:
        yield Finding("operator-check-database-bad", {"reason": type(error).__name__}, False)
        return
    try:
        counts = await db.read(outbox.count_by_status)
        halted = await db.read(outbox.halted_reason)
    except (SQLAlchemyError, OSError, DatabaseBusy) as error:
        yield Finding("operator-check-database-bad", {"reason": type(error).__name__}, False)
        return
    finally:
        await db.close()
    yield Finding("operator-check-database", {}, True)
    yield _outbox(counts)
    if halted:
        yield Finding("operator-check-halted", {"reason": halted}, False)


def _is_missing_file(url: str) -> bool:
    """Whoever only looks must not make an empty database by it."""
    parsed = make_url(url)
    return parsed.get_backend_name() == "sqlite" and not Path(parsed.database or "").is_file()


def _outbox(counts: dict[str, int]) -> Finding:
    dead, unknown = counts.get("dead", 0), counts.get("unknown", 0)
    waiting = counts.get("pending", 0)
    return Finding("operator-check-outbox", {"waiting": waiting, "dead": dead, "unknown": unknown}, not dead)


async def _api(settings: Settings) -> Finding:
    if settings.bot_token is None:
        return Finding("operator-check-no-token", {}, True)
    async with Bot(settings.bot_token.get_secret_value(), session=api_session(settings)) as bot:
        try:
            me = await bot.get_me()
        except TelegramUnauthorizedError:
            return Finding("operator-token-refused", {}, False)
        except (TelegramAPIError, TelegramNetworkError) as error:
            return Finding("operator-check-api-bad", {"reason": type(error).__name__}, False)
    return Finding("operator-check-api", {"name": me.username or str(me.id)}, True)
