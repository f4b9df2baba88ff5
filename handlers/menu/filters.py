"""The words on the keyboard below the input."""

from __future__ import annotations

from aiogram.filters import Filter
from aiogram.types import Message

from handlers.common.translator import Texts
from services.content import LANGUAGES


class Word(Filter):
    """The text of a button of the reply keyboard, in any language: the keyboard may be older than the choice
    of one.
    """

    key: str

    async def __call__(self, message: Message, texts: Texts) -> bool:
        return message.text is not None and any(
            message.text == texts.translator(language).plain(self.key) for language in LANGUAGES
        )


class MenuWord(Word):
    key = "button-menu"


class HelpWord(Word):
    key = "button-help"
