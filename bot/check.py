"""`python -m bot check`: settings, content, texts, database, API, outbox: what is wrong, in words."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramNetworkError
from sqlalchemy.exc import SQLAlchemyError

from bot.serve import api_session
from bot.settings import Settings
from handlers.common.translator import Argument
from services import outbox
from services.db import database


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
    db = database(settings.database_url.get_secret_value())
    try:
        await db.open()
        counts = await db.read(outbox.count_by_status)
    except (SQLAlchemyError, OSError, ValueError) as error:
        yield Finding("operator-check-database-bad", {"reason": type(error).__name__}, False)
        return
    finally:
        await db.close()
    yield Finding("operator-check-database", {}, True)
    dead, unknown = counts.get("dead", 0), counts.get("unknown", 0)
    yield Finding(
        "operator-check-outbox",
        {"waiting": counts.get("pending", 0), "dead": dead, "unknown": unknown},
        not dead,
    )


async def _api(settings: Settings) -> Finding:
    if settings.bot_token is None:
        return Finding("operator-check-no-token", {}, True)
    async with Bot(settings.bot_token.get_secret_value(), session=api_session(settings)) as bot:
        try:
            me = await bot.get_me()
        except (TelegramAPIError, TelegramNetworkError) as error:
            return Finding("operator-check-api-bad", {"reason": type(error).__name__}, False)
    return Finding("operator-check-api", {"name": me.username or str(me.id)}, True)
