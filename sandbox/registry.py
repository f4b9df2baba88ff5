"""Which function carries out which Bot API method. They register themselves; here is only the book."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from aiogram.methods import TelegramMethod

from sandbox.chats import BotAccount
from sandbox.files import Uploads
from sandbox.world import World

Method = TypeVar("Method", bound=TelegramMethod[Any])
Result = TypeVar("Result")


@dataclass(frozen=True)
class Request(Generic[Method]):
    """One call of one bot."""

    bot: BotAccount
    method: Method
    uploads: Uploads


Handler = Callable[[World, Request[Any]], Any]  # the result, or an awaitable of it

HANDLERS: dict[type[TelegramMethod[Any]], Handler] = {}


def handles(
    method: type[Method],
) -> Callable[[Callable[[World, Request[Method]], Result]], Callable[[World, Request[Method]], Result]]:
    def register(
        handler: Callable[[World, Request[Method]], Result],
    ) -> Callable[[World, Request[Method]], Result]:
        HANDLERS[method] = handler
        return handler

    return register
