"""Asynchronous filters: aiogram runs synchronous ones in a thread, which is dear."""

from __future__ import annotations

from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from services.access import Actor


class TextMessage(Filter):
    """A plain typed text that is no command."""

    async def __call__(self, message: Message) -> bool:
        return bool(message.text) and not str(message.text).startswith("/")


class ButtonOf(Filter):
    """A button with one of these prefixes: one look instead of one try for every kind of button."""

    def __init__(self, prefixes: frozenset[str]) -> None:
        self._prefixes = prefixes

    async def __call__(self, query: CallbackQuery) -> bool:
        return (query.data or "").partition(":")[0] in self._prefixes


class Consented(Filter):
    """The one gate: strangers and people without the consent go no further."""

    async def __call__(self, _: Message | CallbackQuery, actor: Actor | None = None) -> bool:
        return actor is not None and actor.has_consented and not actor.is_frozen


class PrivateChat(Filter):
    """The bot speaks with people one to one; groups and channels are no place for what it knows."""

    async def __call__(self, event: Message | CallbackQuery) -> bool:
        message = event.message if isinstance(event, CallbackQuery) else event
        return message is None or message.chat.type == "private"


class DocumentMessage(Filter):
    """A file sent as a file."""

    async def __call__(self, message: Message) -> bool:
        return message.document is not None


class FileMessage(Filter):
    """A document that is no picture."""

    async def __call__(self, message: Message) -> bool:
        return message.document is not None and not is_picture(message)


class NotCommand(Filter):
    """Commands go on to those who know them, whatever form is open."""

    async def __call__(self, message: Message) -> bool:
        return not (message.text or "").startswith("/")


def is_picture(message: Message) -> bool:
    """A photo, sent as one or as a file: often of a document, and these are refused."""
    document = message.document
    return bool(message.photo) or (document is not None and (document.mime_type or "").startswith("image/"))
