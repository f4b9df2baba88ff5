"""The command menu of Telegram, fitting the role and the language of each person."""

from __future__ import annotations

from collections import OrderedDict

from aiogram import Bot
from aiogram.types import BotCommand, BotCommandScopeChat

from handlers.common.translator import Texts, Translator
from services.access import Actor
from services.content import LANGUAGES

STRANGER = ("start", "language", "help")
MEMBER = ("menu", "help", "language", "mydata", "cancel")
REMEMBERED = 10_000


class CommandMenus:
    """Remembers what was set for whom, so that Telegram is asked only when something changed."""

    def __init__(self) -> None:
        self._set: OrderedDict[int, str] = OrderedDict()

    async def publish(self, bot: Bot, texts: Texts) -> None:
        """The commands for everybody who is not known yet, in all languages."""
        await bot.set_my_commands(_commands(texts.translator(None), STRANGER))
        for language in LANGUAGES:
            await bot.set_my_commands(_commands(texts.translator(language), STRANGER), language_code=language)

    async def refresh(self, bot: Bot, actor: Actor, t: Translator) -> None:
        if self._set.get(actor.chat_id) == t.language:
            return
        await bot.set_my_commands(_commands(t, MEMBER), scope=BotCommandScopeChat(chat_id=actor.chat_id))
        self._set[actor.chat_id] = t.language
        if len(self._set) > REMEMBERED:
            self._set.popitem(last=False)


def _commands(t: Translator, names: tuple[str, ...]) -> list[BotCommand]:
    return [BotCommand(command=name, description=t.plain(f"command-{name}")) for name in names]
