"""What may be given as proof that a duty was done, and what is refused."""

from __future__ import annotations

from aiogram.filters import Filter
from aiogram.types import Message


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
