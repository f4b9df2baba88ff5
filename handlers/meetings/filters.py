"""What may arrive in place of a typed answer."""

from __future__ import annotations

from aiogram.filters import Filter
from aiogram.types import Message


class WithoutText(Filter):
    """A photo, a sticker, a voice message: nothing that could be read as an answer."""

    async def __call__(self, message: Message) -> bool:
        return not message.text
