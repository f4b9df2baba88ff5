"""Long polling: what Telegram gives is stored first and acknowledged by the next question."""

from __future__ import annotations

import asyncio
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramConflictError, TelegramUnauthorizedError
from aiogram.methods import TelegramMethod

from bot.sending import flood_pause
from bot.worker import UpdateWorker

log = structlog.get_logger(__name__)

POLL_SECONDS = 25
PAUSE_FIRST = 0.5
PAUSE_LONGEST = 30.0
CONFLICT_PAUSE = 10.0
ALLOWED_UPDATES = ("message", "callback_query", "my_chat_member")


class GetRawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """getUpdates, read as plain JSON: one update that nobody understands must not hold up the others."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    timeout: int = POLL_SECONDS
    allowed_updates: list[str] = list(ALLOWED_UPDATES)  # noqa: RUF012 - a pydantic field, copied per instance


class Poller:
    """Asks for updates until it is stopped."""

    def __init__(self, bot: Bot, worker: UpdateWorker) -> None:
        self._bot, self._worker = bot, worker
        self._offset: int | None = None
        self._pause = PAUSE_FIRST

    async def run(self) -> None:
        """Raises TelegramUnauthorizedError when the token is no longer good; survives everything else."""
        while True:
            try:
                await self._poll_once()
                self._pause = PAUSE_FIRST
            except TelegramUnauthorizedError:
                raise
            except TelegramConflictError:
                log.warning("polling.conflict", hint="another program polls with the same token; waiting")
                await asyncio.sleep(CONFLICT_PAUSE)
            except Exception as error:
                await self._wait_after(error)

    async def _poll_once(self) -> None:
        updates = await self._bot(GetRawUpdates(offset=self._offset), request_timeout=POLL_SECONDS + 15)
        if not updates:
            return
        await self._worker.accept(updates)
        # Only now: whatever is not stored will be given again (fault 7).
        self._offset = max(int(update["update_id"]) for update in updates) + 1

    async def _wait_after(self, error: Exception) -> None:
        seconds = flood_pause(error) or self._pause
        name = type(error).__name__
        log.warning("polling.failed", error=name, api=isinstance(error, TelegramAPIError), retry_in=seconds)
        await asyncio.sleep(seconds)
        self._pause = min(self._pause * 2, PAUSE_LONGEST)
