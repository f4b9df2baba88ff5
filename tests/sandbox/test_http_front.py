"""The Bot API over HTTP: every way to send parameters, codes, files, faults."""

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import ClientDecodeError, TelegramNetworkError, TelegramRetryAfter
from aiohttp import (
    ClientConnectorError,
    ClientPayloadError,
    ClientSession,
    FormData,
    ServerDisconnectedError,
    web,
)

from sandbox.faults import FaultKind
from sandbox.people import Person
from sandbox.server import SandboxServer
from sandbox.telegram import Telegram
from tests.sandbox.conftest import TOKEN, Keyboard


@pytest.fixture
async def client(server: SandboxServer) -> AsyncIterator[ClientSession]:
    async with ClientSession(server.url) as session:
        yield session


@pytest.fixture
async def remote(server: SandboxServer) -> AsyncIterator[Bot]:
    """An ordinary aiogram bot, sent to the sandbox by its address."""
    api = TelegramAPIServer.from_base(server.url)
    session = AiohttpSession(api=api, timeout=2)
    yield Bot(TOKEN, session=session)
    await session.close()


async def answer(client: ClientSession, path: str, **options: Any) -> tuple[int, dict[str, Any]]:
    async with client.post(path, **options) as response:
        return response.status, await response.json()


@pytest.mark.parametrize("manner", ["query", "form", "json", "parts"])
async def test_parameters_arrive_in_every_manner(client: ClientSession, alsu: Person, manner: str) -> None:
    markup = {"inline_keyboard": [[{"text": "Да", "callback_data": "y"}]]}
    text = {"chat_id": str(alsu.id), "text": "Привет & <b>пока</b>", "reply_markup": json.dumps(markup)}
    parts = FormData(text)
    parts.add_field("unused", b"x", filename="x.bin")
    options: dict[str, dict[str, Any]] = {
        "query": {"params": text},
        "form": {"data": text},
        "json": {"json": {"chat_id": alsu.id, "text": text["text"], "reply_markup": markup}},
        "parts": {"data": parts},
    }
    status, body = await answer(client, f"/bot{TOKEN}/sendMessage", **options[manner])
    assert (status, body["ok"]) == (200, True)
    assert (alsu.screen.text, alsu.buttons) == ("Привет & <b>пока</b>", [["Да"]])


async def test_get_works_and_names_ignore_case(client: ClientSession) -> None:
    async with client.get(f"/bot{TOKEN}/GETME") as response:
        assert (await response.json())["result"]["username"] == "mentor_bot"


@pytest.mark.parametrize(
    ("path", "code", "description"),
    [
        ("/bot1:unknown/getMe", 401, "Unauthorized"),
        ("/botnonsense/getMe", 404, "Not Found"),
        (f"/bot{TOKEN}/getLost", 404, "Not Found: method not found"),
        (f"/bot{TOKEN}/sendMessage", 400, "Bad Request: chat_id is empty"),
        (f"/bot{TOKEN}/sendDice", 501, "Not Implemented: the sandbox does not implement sendDice"),
    ],
)
async def test_refusals_have_telegrams_form(
    client: ClientSession, alsu: Person, path: str, code: int, description: str
) -> None:
    status, body = await answer(client, path)
    assert status == code
    assert body == {"ok": False, "error_code": code, "description": description}


@pytest.mark.parametrize("body", ["{", "[" * 100_000, "[]"])
async def test_nonsense_instead_of_json_is_refused(client: ClientSession, body: str) -> None:
    headers = {"Content-Type": "application/json"}
    status, answered = await answer(client, f"/bot{TOKEN}/sendMessage", data=body, headers=headers)
    assert (status, answered["error_code"]) == (400, 400)


@pytest.mark.parametrize("kind", ["multipart/form-data", "multipart/form-data; boundary=x"])
async def test_parts_that_are_none_are_refused(client: ClientSession, kind: str) -> None:
    headers = {"Content-Type": kind}
    status, answered = await answer(client, f"/bot{TOKEN}/sendMessage", data=b"nonsense", headers=headers)
    assert (status, answered["error_code"]) == (400, 400)


async def test_wrong_types_are_refused(client: ClientSession, alsu: Person) -> None:
    path = f"/bot{TOKEN}/sendMessage"
    status, body = await answer(client, path, json={"chat_id": alsu.id, "text": {"a": 1}})
    assert (status, body["description"].startswith("Bad Request: can't parse text")) == (400, True)
    status, body = await answer(client, path, data={"chat_id": alsu.id, "text": "x", "entities": "["})
    assert (status, body["description"]) == (400, "Bad Request: can't parse entities JSON object")


async def test_a_body_that_is_too_large_is_refused(
    client: ClientSession, alsu: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sandbox.http_body.BODY_LIMIT", 1000)
    form = FormData({"chat_id": str(alsu.id)})
    form.add_field("document", b"x" * 2000, filename="x.bin")
    status, body = await answer(client, f"/bot{TOKEN}/sendDocument", data=form)
    assert (status, body["description"]) == (413, "Request Entity Too Large")


async def test_files_travel_both_ways(client: ClientSession, alsu: Person) -> None:
    form = FormData({"chat_id": str(alsu.id), "caption": "план"})
    form.add_field("document", "План".encode(), filename="план.txt", content_type="text/plain")
    _, body = await answer(client, f"/bot{TOKEN}/sendDocument", data=form)
    _, found = await answer(
        client, f"/bot{TOKEN}/getFile", data={"file_id": body["result"]["document"]["file_id"]}
    )
    async with client.get(f"/file/bot{TOKEN}/{found['result']['file_path']}") as response:
        assert await response.read() == "План".encode()
    async with client.get(f"/file/bot{TOKEN}/documents/no") as response:
        assert response.status == 404
    async with client.get(f"/file/bot1:other/{found['result']['file_path']}") as response:
        assert response.status == 404


async def test_an_aiogram_bot_works_over_http(remote: Bot, alsu: Person, keyboard: Keyboard) -> None:
    sent = await remote.send_message(alsu.id, "Да?", reply_markup=keyboard(Да="y"))
    await alsu.taps("Да")
    (update,) = await remote.get_updates(timeout=1)
    assert update.callback_query is not None
    await remote.answer_callback_query(update.callback_query.id, "принято")
    await remote.edit_message_text("Да!", chat_id=alsu.id, message_id=sent.message_id)
    assert (alsu.screen.text, alsu.toasts[-1].text) == ("Да!", "принято")


async def test_faults_look_the_same_as_in_process(remote: Bot, alsu: Person, telegram: Telegram) -> None:
    telegram.faults.add("sendMessage", "retry_after", retry_after=3)
    with pytest.raises(TelegramRetryAfter) as flood:
        await remote.send_message(alsu.id, "раз")
    assert flood.value.retry_after == 3
    telegram.faults.add("sendMessage", "html_502")
    with pytest.raises(ClientDecodeError):
        await remote.send_message(alsu.id, "раз")


@pytest.mark.parametrize(
    ("kind", "effect", "cause"),
    [
        ("drop", True, (ServerDisconnectedError, ConnectionResetError)),
        ("drop", False, (ServerDisconnectedError, ConnectionResetError)),
        ("refused", False, (ServerDisconnectedError, ConnectionResetError)),
        ("truncated", True, (ClientPayloadError,)),
    ],
)
async def test_broken_connections_over_http(
    remote: Bot,
    alsu: Person,
    telegram: Telegram,
    kind: FaultKind,
    effect: bool,
    cause: tuple[type[Exception]],
) -> None:
    telegram.faults.add("sendMessage", kind, effect=effect)
    with pytest.raises(TelegramNetworkError) as broken:
        await remote.send_message(alsu.id, "раз")
    assert isinstance(broken.value.__cause__, cause)
    assert alsu.texts() == (["раз"] if effect else [])
    await remote.send_message(alsu.id, "два")


async def test_silence_over_http(remote: Bot, alsu: Person, telegram: Telegram) -> None:
    telegram.faults.add("sendMessage", "hang", seconds=5)
    with pytest.raises(TelegramNetworkError, match="timeout"):
        await remote.send_message(alsu.id, "раз", request_timeout=0.1)  # type: ignore[arg-type]
    assert alsu.texts() == ["раз"]


async def test_a_server_that_refuses_connections_and_comes_back(
    remote: Bot, server: SandboxServer, alsu: Person
) -> None:
    await remote.get_me()
    async with server.refuse():
        with pytest.raises(TelegramNetworkError) as refusal:
            await remote.send_message(alsu.id, "раз")
        assert isinstance(refusal.value.__cause__, ClientConnectorError)
    await remote.send_message(alsu.id, "два")
    assert alsu.texts() == ["два"]


async def test_more_routes_can_be_added(telegram: Telegram) -> None:
    async def page(_request: web.Request) -> web.Response:
        return web.Response(text="чат")

    def extra(app: web.Application) -> None:
        app.router.add_get("/", page)

    server = SandboxServer(telegram, extra=[extra])
    await server.start()
    try:
        async with ClientSession() as session, session.get(server.url) as response:
            assert await response.text() == "чат"
    finally:
        await server.stop()
