"""How calls leave the program: to Telegram or another server, directly or through a proxy."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram import Bot
from aiogram.client.telegram import PRODUCTION
from aiogram.exceptions import TelegramNetworkError
from aiohttp_socks import ProxyConnectionError, ProxyError

from bot import serve
from bot.settings import Settings, load

TOKEN = "123456789:AAEexample"


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No variable of this machine and no .env of this folder has a say."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
async def proxy() -> AsyncIterator[tuple[str, list[bytes]]]:
    """A server that notes the first line said to it and hangs up."""
    lines: list[bytes] = []

    async def note(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        lines.append(await reader.readline())
        writer.close()

    server = await asyncio.start_server(note, "127.0.0.1", 0)
    async with server:
        yield f"127.0.0.1:{server.sockets[0].getsockname()[1]}", lines


async def test_calls_go_through_the_proxy(proxy: tuple[str, list[bytes]]) -> None:
    address, lines = proxy
    session = serve.api_session(load(proxy_url=f"http://{address}", bot_api_url="http://telegram.example"))
    async with Bot(TOKEN, session=session) as bot:
        with pytest.raises((TelegramNetworkError, ProxyError, ProxyConnectionError)):
            await bot.get_me(request_timeout=5)
    assert lines == [b"CONNECT telegram.example:80 HTTP/1.1\r\n"]


@pytest.mark.parametrize("scheme", ["http", "socks4", "socks5"])
async def test_every_kind_of_proxy_can_be_used(scheme: str) -> None:
    session = serve.api_session(load(proxy_url=f"{scheme}://user:secret@127.0.0.1:9"))
    try:
        assert type(await session.create_session()).__name__ == "ClientSession"
    finally:
        await session.close()


async def test_without_settings_telegram_itself_is_asked() -> None:
    session = serve.api_session(load())
    assert session.api == PRODUCTION
    await session.close()


async def test_another_server_gets_the_calls() -> None:
    session = serve.api_session(load(bot_api_url="http://127.0.0.1:8081"))
    assert session.api.api_url(TOKEN, "getMe") == f"http://127.0.0.1:8081/bot{TOKEN}/getMe"
    await session.close()
