"""The webhook against whoever finds its address: rows 35–38, over real HTTP."""

from __future__ import annotations

import asyncio
import gc
import json
import tracemalloc
from collections.abc import AsyncIterator
from io import BytesIO
from typing import Any

import pytest
from aiohttp import ClientSession, web

from bot.settings import SettingsRefused, load
from bot.webhook import BODY_LIMIT, SECRET_HEADER, webhook_app
from models import InboxStatus
from sandbox.people import Person
from services.errors import DatabaseBusy
from tests.faults.support import applicant, application_of, updates
from tests.support.world import World

SECRET = "invented-secret_0123456789"
PATH = "/telegram"


@pytest.fixture
async def address(world: World) -> AsyncIterator[str]:
    runner = web.AppRunner(webhook_app(world.app.worker, PATH, SECRET), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def posts(url: str, body: bytes | str, secret: str | None = SECRET) -> int:
    headers = {} if secret is None else {SECRET_HEADER: secret}
    encoded = body if isinstance(body, bytes) else body.encode()
    async with ClientSession() as client, client.post(url, data=BytesIO(encoded), headers=headers) as answer:
        return answer.status


async def typed(world: World, person: Person, text: str) -> dict[str, Any]:
    """The update of a message that Telegram has yet to deliver."""
    world.telegram.after_action = None
    await person.sends(text)
    update: dict[str, Any] = world.account.updates.pending()[-1]
    return update


async def test_an_update_from_telegram_is_stored_acknowledged_and_handled(world: World, address: str) -> None:
    person = await applicant(world)
    body = json.dumps(await typed(world, person, "Каримова Алсу Рустемовна"))
    assert await posts(address + PATH, body) == 200
    assert await posts(address + PATH, body) == 200, "given again, acknowledged again"
    await world.app.worker.idle()
    assert (await application_of(world, person)).position == 1


async def stream(size: int) -> AsyncIterator[bytes]:
    yield b'{"update_id": 1, "message": "'
    for _ in range(size // 65_536):
        yield b"x" * 65_536
    yield b'"}'


async def test_row_35_a_3_mb_body_is_refused_without_growing(world: World, address: str) -> None:
    async def send() -> None:
        headers = {SECRET_HEADER: SECRET}
        async with (
            ClientSession() as client,
            client.post(address + PATH, data=stream(3 * BODY_LIMIT), headers=headers) as answer,
        ):
            assert answer.status == 413

    await send()
    tracemalloc.start()
    try:
        for _ in range(10):
            await send()
        gc.collect()
        grown, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert grown < 3 * BODY_LIMIT, "ten bodies leave less behind than one of them"
    assert await updates(world) == []


BROKEN = [
    b"",
    b"{",
    b"null",
    b"[]",
    b'"text"',
    b"{}",
    b'{"update_id": null}',
    b'{"update_id": true}',
    b'{"update_id": "1"}',
    b'{"update_id": 1.5}',
    b'{"update_id": -1}',
    b'{"update_id": 1e400}',
    b'{"update_id": ' + b"9" * 60 + b"}",
    b'{"update_id": ' + b"9" * 5000 + b"}",
    b"\xff\xfe\xfd",
    b'{"update_id": 1, "message": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    b"[" * 100_000,
    b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
]


async def test_row_36_broken_json_is_refused_for_good(world: World, address: str) -> None:
    answers = {body[:40]: await posts(address + PATH, body) for body in BROKEN}
    assert answers == {body[:40]: 400 for body in BROKEN}
    assert await updates(world) == []


async def test_row_36_json_that_can_just_be_read_makes_no_retry_loop(world: World, address: str) -> None:
    for number, depth in enumerate((200, *range(800, 1000, 20))):
        body = b'{"update_id": %d, "message": ' % number + b"[" * depth + b"]" * depth + b"}"
        assert await posts(address + PATH, body) in (200, 400), depth
    await world.app.worker.idle()
    assert await updates(world, InboxStatus.STORED) == []


async def test_row_36_half_an_emoji_makes_no_retry_loop(world: World, address: str) -> None:
    chat = {"id": 7, "type": "private", "first_name": "\ud83d"}
    body = json.dumps(
        {"update_id": 1, "message": {"message_id": 1, "date": 0, "chat": chat, "text": "\ud83d"}}
    )
    assert await posts(address + PATH, body) == 200
    await world.app.worker.idle()
    assert await updates(world, InboxStatus.STORED) == []


WRONG = [None, "", "wrong", SECRET[:-1], SECRET + "x", SECRET.upper(), "секрет-секрет-секрет"]
WRONG_BYTES = [b"\xff\xfe\x80", b"\xd1", "секрет".encode()]


async def test_rows_37_and_38_without_the_right_secret_everything_is_refused(
    world: World, address: str
) -> None:
    person = await applicant(world)
    body = json.dumps(await typed(world, person, "Каримова Алсу Рустемовна"))
    answers = {str(secret): await posts(address + PATH, body, secret) for secret in WRONG}
    answers |= {str(secret): await posts_raw(address, body.encode(), secret) for secret in WRONG_BYTES}
    assert answers == {str(secret): 401 for secret in (*WRONG, *WRONG_BYTES)}
    assert await posts_raw(address, body.encode(), SECRET.encode()) == 200, (
        "the raw client itself is understood"
    )
    await world.app.worker.idle()
    assert (await application_of(world, person)).position == 1


async def posts_raw(address: str, body: bytes, secret: bytes) -> int:
    """A header that no well-behaved client would send."""
    host, port = address.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    head = f"POST {PATH} HTTP/1.1\r\nHost: {host}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n"
    writer.write(head.encode() + SECRET_HEADER.encode() + b": " + secret + b"\r\n\r\n" + body)
    status = (await reader.readline()).split()[1]
    writer.close()
    return int(status)


@pytest.mark.parametrize("secret", [None, "", "short", "секрет-секрет-секрет", "with spaces in between it"])
def test_row_37_without_a_good_secret_the_program_refuses_to_start(
    secret: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WEBHOOK_URL", "https://bot.example/telegram")
    if secret is None:
        monkeypatch.delenv("WEBHOOK_SECRET", raising=False)
    else:
        monkeypatch.setenv("WEBHOOK_SECRET", secret)
    with pytest.raises(SettingsRefused) as refused:
        load(_env_file=None)
    assert [key for _, key, _ in refused.value.problems] == ["operator-webhook-secret-missing"]


async def test_row_37_a_webhook_cannot_even_be_built_without_a_secret(world: World) -> None:
    with pytest.raises(ValueError, match="without a secret"):
        webhook_app(world.app.worker, PATH, "")


async def test_row_07_what_cannot_be_stored_is_not_acknowledged(
    world: World, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = await applicant(world)
    body = json.dumps(await typed(world, person, "Каримова Алсу Рустемовна"))

    async def full(*_: object, **__: object) -> None:
        raise DatabaseBusy

    with monkeypatch.context() as patch:
        patch.setattr(world.db, "write", full)
        assert await posts(address + PATH, body) == 503
    assert await posts(address + PATH, body) == 200
    await world.app.worker.idle()
    assert (await application_of(world, person)).position == 1
