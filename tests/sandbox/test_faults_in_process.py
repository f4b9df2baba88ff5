"""Ordered faults as an aiogram bot meets them in process: its own exceptions, with their usual causes."""

import asyncio

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiohttp import ClientConnectorError, ClientPayloadError, ServerDisconnectedError

from sandbox.faults import FaultKind
from sandbox.people import Person
from sandbox.session import SandboxSession
from sandbox.telegram import Telegram
from tests.sandbox.conftest import TOKEN


async def test_retry_after_carries_its_seconds(bot: Bot, alsu: Person, telegram: Telegram) -> None:
    telegram.faults.add("sendMessage", "retry_after", retry_after=7)
    with pytest.raises(TelegramRetryAfter) as flood:
        await bot.send_message(alsu.id, "раз")
    assert flood.value.retry_after == 7
    await bot.send_message(alsu.id, "два")
    assert alsu.texts() == ["два"]


async def test_a_429_without_parameters_is_a_plain_api_error(
    bot: Bot, alsu: Person, telegram: Telegram
) -> None:
    telegram.faults.add("sendMessage", "flood_plain")
    with pytest.raises(TelegramAPIError, match="Too Many Requests") as flood:
        await bot.send_message(alsu.id, "раз")
    assert type(flood.value) is TelegramAPIError


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("server_error", TelegramServerError),
        ("html_502", ClientDecodeError),
        ("unauthorized", TelegramUnauthorizedError),
        ("bad_request", TelegramBadRequest),
        ("forbidden", TelegramForbiddenError),
    ],
)
async def test_answers_that_are_refusals_have_no_effect(
    bot: Bot, alsu: Person, telegram: Telegram, kind: FaultKind, expected: type[Exception]
) -> None:
    telegram.faults.add("sendMessage", kind)
    with pytest.raises(expected):
        await bot.send_message(alsu.id, "раз")
    assert alsu.texts() == []
    assert telegram.calls[-1].error == kind


async def test_a_refusal_says_what_it_is_told_to(bot: Bot, alsu: Person, telegram: Telegram) -> None:
    telegram.faults.add("sendMessage", "bad_request", description="message text is poisonous")
    with pytest.raises(TelegramBadRequest, match="Bad Request: message text is poisonous"):
        await bot.send_message(alsu.id, "раз")


@pytest.mark.parametrize(
    ("kind", "effect", "cause"),
    [
        ("refused", True, ClientConnectorError),
        ("drop", True, ServerDisconnectedError),
        ("drop", False, ServerDisconnectedError),
        ("truncated", True, ClientPayloadError),
    ],
)
async def test_broken_connections_are_told_apart_by_their_cause(
    bot: Bot, alsu: Person, telegram: Telegram, kind: FaultKind, effect: bool, cause: type[Exception]
) -> None:
    telegram.faults.add("sendMessage", kind, effect=effect)
    with pytest.raises(TelegramNetworkError) as broken:
        await bot.send_message(alsu.id, "раз")
    assert isinstance(broken.value.__cause__, cause)
    arrived = effect and kind != "refused"
    assert alsu.texts() == (["раз"] if arrived else [])


@pytest.mark.parametrize("effect", [True, False])
async def test_silence_ends_in_the_bots_own_timeout(alsu: Person, telegram: Telegram, effect: bool) -> None:
    bot = Bot(TOKEN, session=SandboxSession(telegram, timeout=0.05))
    telegram.faults.add("sendMessage", "hang", effect=effect)
    with pytest.raises(TelegramNetworkError, match="Request timeout error") as silence:
        await bot.send_message(alsu.id, "раз")
    assert isinstance(silence.value.__cause__, TimeoutError)
    assert alsu.texts() == (["раз"] if effect else [])


async def test_a_short_silence_only_delays_the_answer(bot: Bot, alsu: Person, telegram: Telegram) -> None:
    telegram.faults.add("sendMessage", "hang", seconds=0.02)
    assert (await bot.send_message(alsu.id, "раз")).text == "раз"


async def test_faults_are_met_in_order_by_the_calls_they_are_meant_for(
    bot: Bot, alsu: Person, telegram: Telegram
) -> None:
    marat = telegram.add_person("Марат")
    await marat.starts()
    telegram.faults.add("sendMessage", "forbidden", chat_id=marat.id)
    telegram.faults.add("sendMessage", "server_error", after=1, times=2)
    outcomes = []
    for chat in (alsu, alsu, marat, alsu, alsu):
        try:
            await bot.send_message(chat.id, "раз")
            outcomes.append("sent")
        except TelegramAPIError as error:
            outcomes.append(type(error).__name__)
    assert outcomes == [
        "sent",
        "TelegramServerError",
        "TelegramForbiddenError",
        "TelegramServerError",
        "sent",
    ]
    assert telegram.faults.waiting == []


async def test_a_fault_for_everything_spares_the_poller(bot: Bot, alsu: Person, telegram: Telegram) -> None:
    telegram.faults.add(kind="unauthorized", times=None)
    await bot.get_updates()
    for _ in range(3):
        with pytest.raises(TelegramUnauthorizedError):
            await bot.send_message(alsu.id, "раз")
    telegram.faults.clear()
    await bot.send_message(alsu.id, "два")
    telegram.faults.add("getUpdates", "unauthorized")
    with pytest.raises(TelegramUnauthorizedError):
        await bot.get_updates()


def test_an_unknown_kind_of_fault_is_refused(telegram: Telegram) -> None:
    with pytest.raises(ValueError, match="unknown kind of fault"):
        telegram.faults.add("sendMessage", "earthquake")  # type: ignore[arg-type]


async def test_every_call_can_be_made_slow(bot: Bot, telegram: Telegram) -> None:
    telegram.latency = 0.03
    begun = asyncio.get_running_loop().time()
    await bot.get_me()
    assert asyncio.get_running_loop().time() - begun >= 0.03
