"""Delivers updates to webhooks: in order, one at a time for a bot, again after growing pauses until taken.

Knows HTTP; what an update says and what a method does is not its business.
"""

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from aiohttp import ClientConnectorError, ClientError, ClientSession, ClientTimeout

from sandbox.chats import BotAccount, Webhook
from sandbox.errors import ApiError
from sandbox.files import Uploads
from sandbox.http_body import read_response
from sandbox.telegram import Telegram
from sandbox.updates import RawUpdate

PAUSES = (0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0)
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
log = logging.getLogger(__name__)


class WebhookSender:
    """Runs beside the HTTP front, one task for each bot."""

    def __init__(self, telegram: Telegram, pauses: Sequence[float] = PAUSES, timeout: float = 60.0) -> None:
        self._telegram = telegram
        self._pauses = pauses
        self._timeout = timeout
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        self._session = ClientSession(timeout=ClientTimeout(total=self._timeout))
        self._telegram.on_new_bot.append(self._attend)
        for bot in list(self._telegram.bots.values()):
            self._attend(bot)

    async def stop(self) -> None:
        if self._attend in self._telegram.on_new_bot:
            self._telegram.on_new_bot.remove(self._attend)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks.clear()
        await self._session.close()

    def _attend(self, bot: BotAccount) -> None:
        self._tasks.append(asyncio.get_running_loop().create_task(self._deliver(bot)))

    async def _deliver(self, bot: BotAccount) -> None:
        failures = 0
        while True:
            webhook, update = bot.webhook, bot.updates.first()
            if not webhook.url or update is None:
                await bot.updates.changed()
                continue
            if await self._is_taken(bot, webhook, update):
                bot.updates.settle(update)
                failures = 0
            else:
                await self._pause(webhook, failures)
                failures = 0 if webhook.replaced.is_set() else failures + 1

    async def _pause(self, webhook: Webhook, failures: int) -> None:
        """Longer each time, and over as soon as the bot sets its webhook anew."""
        pause = self._pauses[min(failures, len(self._pauses) - 1)]
        with suppress(TimeoutError):
            await asyncio.wait_for(webhook.replaced.wait(), pause)

    async def _is_taken(self, bot: BotAccount, webhook: Webhook, update: RawUpdate) -> bool:
        problem = await self._post(bot, webhook, update)
        if problem is not None:
            webhook.last_error, webhook.last_error_at = problem, self._telegram.clock.now()
        return problem is None

    async def _post(self, bot: BotAccount, webhook: Webhook, update: RawUpdate) -> str | None:
        """One attempt: what went wrong, or None."""
        headers = {SECRET_HEADER: webhook.secret_token} if webhook.secret_token else {}
        posting = self._session.post(webhook.url, json=update, headers=headers, allow_redirects=False)
        try:
            async with posting as response:
                if not 200 <= response.status < 300:
                    return f"Wrong response from the webhook: {response.status} {response.reason}"
                params, uploads = await read_response(response)
        except TimeoutError:
            return "Read timeout expired"
        except ClientConnectorError:
            return "Connection refused"
        except ClientError:
            return "Connection reset by peer"
        except (ApiError, ValueError):
            return None  # taken, but what it answered is nonsense: Telegram lets that pass
        await self._carry_out(bot, params, uploads)
        return None

    async def _carry_out(self, bot: BotAccount, params: dict[str, Any], uploads: Uploads) -> None:
        method = params.pop("method", None)
        if not isinstance(method, str):
            return
        try:
            await self._telegram.serve(bot.token, method, params, uploads)
        except NotImplementedError:
            log.exception("a webhook answered with a method that the sandbox does not implement")
