"""Who and what exists in the sandbox: bots, rooms (private chats, groups, channels) and the messages in them.

Plain state, no rules: what may be done is decided by the methods, what a person does by ``people``.
"""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from aiogram.types import (
    Chat,
    ForceReply,
    InlineKeyboardMarkup,
    Message,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    User,
)

from sandbox.events import to_plain
from sandbox.updates import UpdateQueue

Keyboard = ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply


@dataclass
class Webhook:
    """Where a bot wants its updates; no URL means long polling."""

    url: str = ""
    secret_token: str = ""
    max_connections: int = 40
    ip_address: str | None = None
    last_error_at: datetime | None = None
    last_error: str | None = None
    replaced: asyncio.Event = field(default_factory=asyncio.Event)  # another one, or none, was set since


@dataclass(eq=False)
class BotAccount:
    """A bot as Telegram knows it."""

    token: str
    user: User
    updates: UpdateQueue
    webhook: Webhook = field(default_factory=Webhook)
    commands: dict[tuple[str, str], list[dict[str, Any]]] = field(default_factory=dict)
    profile: dict[tuple[str, str], str] = field(default_factory=dict)
    menu_buttons: dict[int, dict[str, Any]] = field(default_factory=dict)

    @property
    def id(self) -> int:
        return self.user.id

    @property
    def username(self) -> str:
        return self.user.username or ""

    def set_webhook(self, webhook: Webhook) -> None:
        self.webhook.replaced.set()
        self.webhook = webhook
        self.updates.wake()


@dataclass(eq=False)
class SentMessage:
    """One message in a room, kept up to date. ``keyboard`` is what the API never gives back."""

    room: "Room"
    message: Message
    sender_id: int
    outgoing: bool  # from a bot (or posted to a channel by one)
    keyboard: Keyboard | None = None
    deleted: bool = False
    edits: int = 0
    touched: int = 0  # order of the last sending or editing, over all rooms

    @property
    def id(self) -> int:
        return self.message.message_id

    @property
    def text(self) -> str:
        return self.message.text or self.message.caption or ""

    @property
    def entities(self) -> list[MessageEntity]:
        return list(self.message.entities or self.message.caption_entities or ())

    @property
    def markup(self) -> InlineKeyboardMarkup | None:
        return self.message.reply_markup

    @property
    def buttons(self) -> list[list[str]]:
        """The labels of the inline keyboard, row by row."""
        rows = self.markup.inline_keyboard if self.markup else []
        return [[button.text for button in row] for row in rows]

    @property
    def file_id(self) -> str | None:
        if self.message.photo:
            return self.message.photo[-1].file_id
        for medium in (self.message.document, self.message.voice, self.message.sticker):
            if medium is not None:
                return medium.file_id
        return None

    def as_json(self) -> dict[str, Any]:
        """The Bot API message plus what a chat page needs: side, edits, reply keyboard."""
        extra = {"outgoing": self.outgoing, "deleted": self.deleted, "edits": self.edits}
        keyboard = None if self.keyboard is None else to_plain(self.keyboard)
        return {**to_plain(self.message), **extra, "keyboard": keyboard}


@dataclass(eq=False)
class Room:
    """A chat with its messages. A private chat is a room of one bot and one person."""

    chat: Chat
    bot_id: int | None = None
    started: bool = False  # private: the person has opened the chat
    blocked: bool = False  # private: the person has blocked the bot
    members: set[int] = field(default_factory=set)
    admins: set[int] = field(default_factory=set)
    migrated_to: int | None = None
    messages: dict[int, SentMessage] = field(default_factory=dict)
    reply_keyboard: ReplyKeyboardMarkup | None = None
    last_id: int = 0

    @property
    def id(self) -> int:
        return self.chat.id

    @property
    def is_private(self) -> bool:
        return self.chat.type == "private"

    @property
    def visible(self) -> Iterator[SentMessage]:
        return (sent for sent in self.messages.values() if not sent.deleted)

    def find(self, message_id: int | None) -> SentMessage | None:
        sent = self.messages.get(message_id or 0)
        return None if sent is None or sent.deleted else sent

    def next_id(self) -> int:
        self.last_id += 1
        return self.last_id


class Channel(Room):
    """A channel; its posts are kept."""

    @property
    def posts(self) -> list[SentMessage]:
        return list(self.visible)


class Group(Room):
    """A group or supergroup."""
