"""What the sandbox tells whoever watches it: events for a chat page, and the record of every API call.

Knows aiogram's types and how they read as JSON; knows nothing of how they come about.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Any, Literal

from aiogram.client.default import Default
from aiogram.types import InputFile
from pydantic import BaseModel

EventKind = Literal[
    "message",  # a message appeared in a chat, from the bot or from a person
    "edit",  # a message changed
    "delete",  # a message was deleted
    "typing",  # sendChatAction
    "callback_answer",  # answerCallbackQuery: data has text, show_alert, url
    "commands",  # setMyCommands or deleteMyCommands
    "post",  # a channel post
    "chat",  # a chat was created, blocked, unblocked or migrated: data has state
]


@dataclass(frozen=True)
class Event:
    """One thing that happened. ``message`` is the JSON that ``SentMessage.as_json()`` gives."""

    kind: EventKind
    chat_id: int
    bot_id: int | None = None
    message: dict[str, Any] | None = None
    data: dict[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        plain: dict[str, Any] = {"kind": self.kind, "chat_id": self.chat_id, "bot_id": self.bot_id}
        return {**plain, "message": self.message, "data": self.data}


@dataclass(frozen=True)
class Call:
    """One call of the Bot API, as it arrived and how it ended."""

    method: str
    payload: dict[str, Any]
    at: datetime
    ok: bool
    error: str | None = None
    bot_id: int | None = None


def to_plain(value: Any) -> Any:
    """The JSON of a Bot API object: fields that are not set are left out, moments become Unix time."""
    if isinstance(value, BaseModel):
        return _plain_mapping(value.model_dump(by_alias=True, warnings=False))
    if isinstance(value, Mapping):
        return _plain_mapping(value)
    if isinstance(value, list | tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, datetime):
        return round(value.timestamp())
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, InputFile):
        return value.filename or "file"
    return value


def _plain_mapping(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: to_plain(item)
        for key, item in values.items()
        if item is not None and not isinstance(item, Default)
    }
