"""Webhooks: the secret, the order, growing pauses, a method in the answer, a change of address."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from aiogram import Bot
from aiogram.methods import SetWebhook
from aiohttp import MultipartWriter, web
from aiohttp.test_utils import TestServer

from sandbox.people import Person
from sandbox.server import SandboxServer
from sandbox.telegram import Telegram

Respond = Callable[[int], web.Response]


class Receiver:
    """Where a bot would listen: keeps what arrives and answers as it is told."""

    def __init__(self) -> None:
        self.received: list[dict[str, Any]] = []
        self.secrets: list[str | None] = []
        self.attempts: list[float] = []
        self.respond: Respond = lambda _: web.Response()
        self.changed = asyncio.Event()
        self.url = ""

    async def handle(self, request: web.Request) -> web.Response:
        self.received.append(await request.json())
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.attempts.append(asyncio.get_running_loop().time())
        self.changed.set()
        return self.respond(len(self.received))

    async def until(self, count: int) -> list[str]:
        """The texts of the first ``count`` deliveries."""
        async with asyncio.timeout(3):
            while len(self.received) < count:
                self.changed.clear()
                await self.changed.wait()
        return [update["message"]["text"] for update in self.received]


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiving = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiving.handle)
    server = TestServer(app)
    await server.start_server()
    receiving.url = str(server.make_url("/hook"))
    yield receiving
    await server.close()


async def until_taken(telegram: Telegram) -> None:
    for _ in range(600):
        if not telegram.default_bot().updates.pending():
            return
        await asyncio.sleep(0.005)
    raise AssertionError("the webhook has not taken everything")


async def test_updates_are_delivered_in_order_with_the_secret(
    bot: Bot, alsu: Person, server: SandboxServer, receiver: Receiver, telegram: Telegram
) -> None:
    await bot.set_webhook(receiver.url, secret_token="tajna")
    for number in range(5):
        await alsu.sends(str(number))
    assert await receiver.until(5) == ["0", "1", "2", "3", "4"]
    assert set(receiver.secrets) == {"tajna"}
    await until_taken(telegram)


async def test_what_waited_before_the_webhook_is_delivered_too(
    bot: Bot, alsu: Person, server: SandboxServer, receiver: Receiver
) -> None:
    await alsu.sends("раньше")
    await bot.set_webhook(receiver.url)
    assert await receiver.until(1) == ["раньше"]
    assert receiver.secrets == [None]


async def test_a_failed_delivery_is_repeated_in_order_after_growing_pauses(
    bot: Bot, alsu: Person, server: SandboxServer, receiver: Receiver, telegram: Telegram
) -> None:
    receiver.respond = lambda attempt: web.Response(status=500 if attempt <= 3 else 200)
    await bot.set_webhook(receiver.url)
    await alsu.sends("раз")
    await alsu.sends("два")
    assert await receiver.until(5) == ["раз", "раз", "раз", "раз", "два"]
    first, second, third, fourth, _ = receiver.attempts
    assert second - first >= 0.01
    assert third - second >= 0.03
    assert fourth - third >= 0.05
    await until_taken(telegram)
    info = await bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 500 Internal Server Error"


async def test_nobody_there_is_tried_again_and_a_new_address_is_used_at_once(
    bot: Bot, alsu: Person, server: SandboxServer, receiver: Receiver
) -> None:
    await bot.set_webhook("http://127.0.0.1:9/hook")
    await alsu.sends("раз")
    await asyncio.sleep(0.05)
    assert (await bot.get_webhook_info()).last_error_message == "Connection refused"
    await bot.set_webhook(receiver.url)
    assert await receiver.until(1) == ["раз"]


async def test_a_method_in_the_answer_is_carried_out(
    bot: Bot, alsu: Person, server: SandboxServer, receiver: Receiver, telegram: Telegram
) -> None:
    method = {"method": "sendMessage", "chat_id": alsu.id, "text": "из ответа"}
    receiver.respond = lambda _: web.json_response(method)
    await bot.set_webhook(receiver.url)
    await alsu.sends("раз")
    await receiver.until(1)
    await until_taken(telegram)
    assert alsu.texts() == ["из ответа"]


async def test_the_answer_may_be_parts_as_aiogram_writes_them(
    bot: Bot, alsu: Person, server: SandboxServer, receiver: Receiver, telegram: Telegram
) -> None:
    def respond(_attempt: int) -> web.Response:
        writer = MultipartWriter("form-data")
        for name, value in {"method": "sendMessage", "chat_id": str(alsu.id), "text": "частями"}.items():
            writer.append(value).set_content_disposition("form-data", name=name)
        return web.Response(body=writer)

    receiver.respond = respond
    await bot.set_webhook(receiver.url)
    await alsu.sends("раз")
    await receiver.until(1)
    await until_taken(telegram)
    assert alsu.texts() == ["частями"]


async def test_a_bot_added_later_is_served_as_well(
    telegram: Telegram, alsu: Person, server: SandboxServer, receiver: Receiver
) -> None:
    later = telegram.add_bot("43:later", "later_bot", "Поздний")
    await telegram.call("43:later", SetWebhook(url=receiver.url))
    await alsu.starts("x", later)
    assert await receiver.until(1) == ["/start x"]
