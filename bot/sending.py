"""How calls leave the program: not faster than Telegram allows, and all together silent when it asks for a
pause.
"""

from __future__ import annotations

import asyncio
from contextvars import ContextVar
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramAPIError, TelegramNetworkError, TelegramRetryAfter
from aiogram.methods import (
    EditMessageText,
    SendDocument,
    SendMessage,
    SendPhoto,
    TelegramMethod,
)
from aiohttp import ClientConnectorError
from aiolimiter import AsyncLimiter

PLAIN_FLOOD_PAUSE = 5.0
"""Seconds: a 429 that does not say how long to wait."""
LONGEST_WAIT = 60.0
ATTEMPTS = 3

SENDING = (SendMessage, SendDocument, SendPhoto, EditMessageText)
answering: ContextVar[bool] = ContextVar("answering", default=False)
"""True while a person waits for the answer to what they did: only then a call is repeated on the spot."""


class Gate:
    """Closed while Telegram wants silence. One for everybody: a pause asked of one call holds for all (fault
    16).
    """

    def __init__(self) -> None:
        self._opens_at = 0.0

    def close_for(self, seconds: float) -> None:
        self._opens_at = max(self._opens_at, asyncio.get_running_loop().time() + seconds)

    def remaining(self) -> float:
        return max(0.0, self._opens_at - asyncio.get_running_loop().time())

    async def passed(self) -> None:
        while (seconds := self.remaining()) > 0:  # noqa: ASYNC110 - meanwhile the pause may be prolonged
            await asyncio.sleep(seconds)


def flood_pause(error: Exception) -> float | None:
    """Seconds of silence that the error asks for, or None when it is not about flooding (faults 16, 17)."""
    if isinstance(error, TelegramRetryAfter):
        return float(error.retry_after)
    if type(error) is TelegramAPIError and "too many requests" in error.message.lower():
        return PLAIN_FLOOD_PAUSE
    return None


def was_refused(error: Exception) -> bool:
    """The connection was refused: certainly nothing was sent, repeating is safe (fault 21)."""
    return isinstance(error, TelegramNetworkError) and isinstance(error.__cause__, ClientConnectorError)


class SendingMiddleware(BaseRequestMiddleware):
    """The limiter and the gate in front of every call that writes to a chat."""

    def __init__(self, gate: Gate, limiter: AsyncLimiter | None) -> None:
        self._gate, self._limiter = gate, limiter

    async def __call__(
        self, make_request: NextRequestMiddlewareType[Any], bot: Bot, method: TelegramMethod[Any]
    ) -> Any:
        for attempt in range(1, ATTEMPTS + 1):
            await self._admitted(method)
            try:
                return await make_request(bot, method)
            except (TelegramAPIError, TelegramNetworkError) as error:
                pause = self._pause(error)
                if pause is None or pause > LONGEST_WAIT or attempt == ATTEMPTS or not answering.get():
                    raise
                await asyncio.sleep(pause)
        raise AssertionError("unreachable")

    async def _admitted(self, method: TelegramMethod[Any]) -> None:
        if isinstance(method, SENDING):
            await self._gate.passed()
            if self._limiter is not None:
                await self._limiter.acquire()

    def _pause(self, error: Exception) -> float | None:
        if (seconds := flood_pause(error)) is not None:
            self._gate.close_for(seconds)
            return seconds
        return 0.5 if was_refused(error) else None


def limiter() -> AsyncLimiter:
    """25 messages a second, evenly: a bucket of 30 would let 59 through in the first second."""
    return AsyncLimiter(1, 1 / 25)
