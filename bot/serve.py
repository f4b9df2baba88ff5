"""`python -m bot run`: the bot against Telegram, by long polling or by webhook, until it is told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from urllib.parse import urlsplit

import structlog
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer
from aiogram.exceptions import ClientDecodeError, TelegramAPIError, TelegramUnauthorizedError
from aiogram.fsm.storage.base import BaseEventIsolation, BaseStorage, DefaultKeyBuilder
from aiogram.fsm.storage.memory import SimpleEventIsolation
from aiogram.fsm.storage.redis import RedisEventIsolation, RedisStorage
from aiohttp import web

from bot import calendar_route, schema, sending
from bot.app import Application, Options
from bot.polling import ALLOWED_UPDATES, PAUSE_FIRST, PAUSE_LONGEST, Poller
from bot.sending import flood_pause
from bot.settings import Settings
from bot.webhook import webhook_app
from services.clock import SystemClock
from services.db import database

log = structlog.get_logger(__name__)


class TokenRefused(Exception):
    """Telegram does not know the token."""


async def run(settings: Settings) -> None:
    """Migrate, then work until SIGTERM or SIGINT; what is in flight is settled first. Raises TokenRefused."""
    url = settings.database_url.get_secret_value()
    await schema.migrate(url)
    db = database(url)
    await db.open()
    application = Application(_token(settings), api_session(settings), db, SystemClock(), _options(settings))
    stopping = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stopping.set)
    try:
        async with application.running(), _updates(application, settings) as receiving:
            log.info("started", way="webhook" if settings.webhook_url else "polling")
            await _until(stopping, receiving)
    finally:
        await application.close()


async def _until(stopping: asyncio.Event, receiving: asyncio.Task[None]) -> None:
    """Wait for the signal, or for the receiver to give up."""
    waiting = asyncio.create_task(stopping.wait())
    await asyncio.wait({waiting, receiving}, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    if receiving.done():
        try:
            receiving.result()
        except TelegramUnauthorizedError:
            raise TokenRefused from None


@contextlib.asynccontextmanager
async def _updates(application: Application, settings: Settings) -> AsyncIterator[asyncio.Task[None]]:
    """Receive updates until the block ends. Yields the task that gives up only when the token is refused."""
    async with contextlib.AsyncExitStack() as stack:
        if settings.webhook_url is None:
            receiving = asyncio.create_task(_poll(application))
        else:
            await stack.enter_async_context(_listening(application, settings))
            receiving = asyncio.create_task(_ask_for_webhook(application, settings))
        try:
            yield receiving
        finally:
            receiving.cancel()
            with contextlib.suppress(asyncio.CancelledError, Exception):
                await receiving


async def _poll(application: Application) -> None:
    await _patiently(application.bot.delete_webhook)
    await _publish_commands(application)
    await Poller(application.bot, application.worker).run()


async def _patiently(call: Callable[[], Awaitable[object]]) -> None:
    """Until Telegram has done it: the program may well be up before the network is."""
    pause = PAUSE_FIRST
    while True:
        try:
            await call()
            return
        except TelegramUnauthorizedError:
            raise
        except (TelegramAPIError, ClientDecodeError) as error:
            log.warning(
                "telegram.not_ready", error=type(error).__name__, retry_in=flood_pause(error) or pause
            )
            await asyncio.sleep(flood_pause(error) or pause)
            pause = min(pause * 2, PAUSE_LONGEST)


async def _publish_commands(application: Application) -> None:
    try:
        await application.command_menus.publish(application.bot, application.texts)
    except TelegramUnauthorizedError:
        raise
    except (TelegramAPIError, ClientDecodeError) as error:
        log.warning("commands.not_published", error=type(error).__name__)


@contextlib.asynccontextmanager
async def _listening(application: Application, settings: Settings) -> AsyncIterator[None]:
    path = urlsplit(settings.webhook_url or "").path or "/"
    app = webhook_app(application.worker, path, _secret(settings))
    calendar_route.add_to(app, application)
    # A line for every request would write down the secrets of calendar addresses.
    runner = web.AppRunner(app, handle_signals=False, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, settings.webhook_host, settings.webhook_port).start()
        yield
    finally:
        await runner.cleanup()


async def _ask_for_webhook(application: Application, settings: Settings) -> None:
    """Tell Telegram where to send updates, and then wait to be ended."""
    bot, url, secret = application.bot, settings.webhook_url or "", _secret(settings)
    allowed = list(ALLOWED_UPDATES)
    await _patiently(lambda: bot.set_webhook(url, secret_token=secret, allowed_updates=allowed))
    await _publish_commands(application)
    await asyncio.Event().wait()


def _secret(settings: Settings) -> str:
    return settings.webhook_secret.get_secret_value() if settings.webhook_secret else ""


def api_session(settings: Settings) -> AiohttpSession:
    api = TelegramAPIServer.from_base(settings.bot_api_url) if settings.bot_api_url else PRODUCTION
    proxy = settings.proxy_url.get_secret_value() if settings.proxy_url else None
    return AiohttpSession(proxy=proxy, api=api)


def _token(settings: Settings) -> str:
    if settings.bot_token is None:
        raise TokenRefused
    return settings.bot_token.get_secret_value()


def _options(settings: Settings) -> Options:
    storage: BaseStorage | None = None
    isolation: BaseEventIsolation = SimpleEventIsolation()
    if settings.redis_url is not None:
        keys = DefaultKeyBuilder(prefix="mentoring")
        redis = RedisStorage.from_url(settings.redis_url.get_secret_value(), key_builder=keys)
        storage, isolation = redis, RedisEventIsolation(redis.redis, key_builder=keys)
    return Options(
        names=settings.names_in_chat,
        admin_ids=settings.admin_ids,
        lease=timedelta(seconds=settings.outbox_lease_seconds),
        limiter=sending.limiter(),
        storage=storage,
        isolation=isolation,
        calendar_address=settings.calendar_address,
    )
