"""A Telegram that costs nothing: every call is answered at once, with the same message for all peers."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from datetime import UTC, datetime
from typing import Any, cast

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.methods import AnswerCallbackQuery, SetMyCommands, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import Chat, Message, User

TOKEN = "42:BENCHMARK"
SENT_AT = 1_788_764_400
ANSWERED_BY_TRUE = (AnswerCallbackQuery, SetMyCommands)


class NullSession(BaseSession):
    """Sends nothing and counts the calls."""

    def __init__(self) -> None:
        super().__init__()
        self.calls = 0
        self._message = Message(
            message_id=1,
            date=datetime.fromtimestamp(SENT_AT, UTC),
            chat=Chat(id=1, type="private"),
            from_user=User(id=42, is_bot=True, first_name="bot"),
            text="sent",
        )

    async def make_request(
        self,
        bot: Bot,  # noqa: ARG002 - the signature is aiogram's
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ARG002
    ) -> TelegramType:
        self.calls += 1
        return cast(TelegramType, isinstance(method, ANSWERED_BY_TRUE) or self._message)

    async def stream_content(
        self,
        url: str,  # noqa: ARG002
        headers: dict[str, Any] | None = None,  # noqa: ARG002
        timeout: int = 30,  # noqa: ARG002
        chunk_size: int = 65536,  # noqa: ARG002
        raise_for_status: bool = True,  # noqa: ARG002
    ) -> AsyncGenerator[bytes, None]:
        yield b""

    async def close(self) -> None:
        """There is nothing to close."""


def typed(update_id: int, chat_id: int, text: str) -> dict[str, Any]:
    """A message as Telegram gives it."""
    return {"update_id": update_id, "message": _message(chat_id) | {"from": _person(chat_id), "text": text}}


def tapped(update_id: int, chat_id: int, data: str) -> dict[str, Any]:
    """A tap on a button below a message of the bot."""
    shown = _message(chat_id) | {"from": {"id": 42, "is_bot": True, "first_name": "bot"}, "text": "shown"}
    query = {
        "id": str(update_id),
        "from": _person(chat_id),
        "chat_instance": "1",
        "message": shown,
        "data": data,
    }
    return {"update_id": update_id, "callback_query": query}


def _message(chat_id: int) -> dict[str, Any]:
    chat = {"id": chat_id, "type": "private", "first_name": "Вера"}
    return {"message_id": 1, "date": SENT_AT, "chat": chat}


def _person(chat_id: int) -> dict[str, Any]:
    return {"id": chat_id, "is_bot": False, "first_name": "Вера", "language_code": "ru"}
