"""A small Telegram for each test: one bot, two people, a clock that stands still until it is moved."""

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from sandbox.chats import BotAccount
from sandbox.clock import MovableClock
from sandbox.people import Person
from sandbox.server import SandboxServer
from sandbox.session import SandboxSession
from sandbox.telegram import Telegram

TOKEN = "42:AAF-invented_token"
START = datetime(2030, 9, 2, 9, 0, tzinfo=UTC)

Keyboard = Callable[..., InlineKeyboardMarkup]


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(START, frozen=True)


@pytest.fixture
def telegram(clock: MovableClock) -> Telegram:
    return Telegram(clock)


@pytest.fixture
def account(telegram: Telegram) -> BotAccount:
    return telegram.add_bot(TOKEN, "mentor_bot", "Наставник")


@pytest.fixture
def bot(telegram: Telegram, account: BotAccount) -> Bot:
    return Bot(TOKEN, session=SandboxSession(telegram))


@pytest.fixture
async def alsu(telegram: Telegram, account: BotAccount) -> Person:
    person = telegram.add_person("Алсу", "Каримова", "alsu_k")
    await person.starts()
    account.updates.clear()
    return person


@pytest.fixture
def stranger(telegram: Telegram, account: BotAccount) -> Person:
    """Has never opened the chat."""
    return telegram.add_person("Тимур")


@pytest.fixture
async def server(telegram: Telegram, account: BotAccount) -> AsyncIterator[SandboxServer]:
    running = SandboxServer(telegram, webhook_pauses=(0.01, 0.03, 0.05), webhook_timeout=1.0)
    await running.start()
    yield running
    await running.stop()


@pytest.fixture
def keyboard() -> Keyboard:
    """``keyboard(Да="yes", Нет="no")``: one row of buttons with data."""

    def build(**buttons: str) -> InlineKeyboardMarkup:
        row = [InlineKeyboardButton(text=text, callback_data=data) for text, data in buttons.items()]
        return InlineKeyboardMarkup(inline_keyboard=[row])

    return build


class Refused:
    """``async with refused(TelegramBadRequest, "chat not found")``: this very refusal is expected."""

    def __init__(self, kind: type[TelegramAPIError], description: str) -> None:
        self._kind = kind
        self._description = description

    async def __aenter__(self) -> None:
        return None

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _trace: Any
    ) -> bool:
        assert isinstance(error, self._kind), f"expected {self._kind.__name__}, got {error!r}"
        assert self._description in error.message, error.message
        return True


@pytest.fixture
def refused() -> type[Refused]:
    return Refused
