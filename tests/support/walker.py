"""Somebody who presses everything: walks from screen to screen and writes down all that was shown.

What is walked is found while walking and in the routers themselves, so that a new command, button or form
can't be forgotten by the tests that use this.
"""

from __future__ import annotations

import io
import zipfile
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from aiogram.filters import Command
from sqlalchemy import select

from handlers import registry
from models import Form
from sandbox.chats import SentMessage
from sandbox.telegram import Person
from tests.support.world import World

PROBES = ("Секрет", "12", "15.10.2026")
"""What is typed into every form once: words, a number, a date."""
SHOWING = ("sendMessage", "editMessageText", "sendDocument", "sendPhoto", "editMessageCaption")


@dataclass(frozen=True, slots=True)
class Shown:
    """Something that the bot showed. `chat_id` is None for the short texts over a chat."""

    chat_id: int | None
    text: str


@dataclass(slots=True)
class Walk:
    """What was seen on the way: the data of every button, and every form with what it remembered."""

    buttons: dict[str, str] = field(default_factory=dict)
    forms: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)


def commands() -> tuple[str, ...]:
    """Every command that some router knows."""
    found = dict.fromkeys(
        str(name)
        for router in registry.ROUTERS
        for handler in router.message.handlers
        for one in handler.filters or ()
        if isinstance(one.callback, Command)
        for name in one.callback.commands
        if isinstance(name, str)
    )
    return tuple(f"/{name}" for name in found)


def shown_since(world: World, mark: int) -> Iterator[Shown]:
    """Everything that the bot showed anybody after so many calls, labels of buttons included."""
    for call in world.telegram.calls[mark:]:
        payload = call.payload
        if call.method == "answerCallbackQuery" and payload.get("text"):
            yield Shown(None, str(payload["text"]))
        if call.method in SHOWING:
            yield Shown(int(payload["chat_id"]), "\n".join(_words(payload)))


def _words(payload: dict[str, Any]) -> Iterator[str]:
    yield str(payload.get("text") or payload.get("caption") or "")
    markup = payload.get("reply_markup")
    if isinstance(markup, dict):
        for row in markup.get("inline_keyboard", ()):
            yield from (str(one.get("text", "")) for one in row)


def file_texts(world: World, messages: Iterable[SentMessage]) -> Iterator[str]:
    """The words in the files of these messages: of spreadsheets and documents, and of plain text."""
    for message in messages:
        stored = world.telegram.files.find(message.file_id or "")
        if stored is not None:
            yield text_of(stored.content)


def text_of(content: bytes) -> str:
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content.decode("utf-8", errors="ignore")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(
            archive.read(name).decode("utf-8", errors="ignore")
            for name in archive.namelist()
            if name.endswith(".xml")
        )


class Walker:
    """One person of the world. `avoided`: prefixes of buttons that would end the walk."""

    def __init__(self, world: World, person: Person, avoided: frozenset[str] = frozenset()) -> None:
        self.world, self.person, self.walk = world, person, Walk()
        self._avoided = avoided
        self._waiting: deque[tuple[str, SentMessage]] = deque()
        self._typed_into: set[str] = set()

    async def goes_everywhere(self, taps: int) -> Walk:
        """Every command, then every button that comes into sight, each once, so many taps at most."""
        for command in commands():
            await self._does(self.person.sends(command))
        for _ in range(taps):
            if not self._waiting:
                break
            data, message = self._waiting.popleft()
            await self._does(self.person.taps_data(data, message))
            await self._types()
        return self.walk

    async def _does(self, act: Any) -> None:
        mark = len(self.world.telegram.calls)
        await act
        self.walk.shown.extend(shown_since(self.world, mark))
        for message in self.person.from_bot:
            for data, label in _buttons(message):
                if data not in self.walk.buttons:
                    self.walk.buttons[data] = label
                    if data.partition(":")[0] not in self._avoided:
                        self._waiting.append((data, message))

    async def _types(self) -> None:
        form = await form_of(self.world, self.person.id)
        if form is None or form[0] in self._typed_into:
            return
        self._typed_into.add(form[0])
        self.walk.forms.append(form)
        for probe in PROBES:
            await self._does(self.person.sends(probe))


def _buttons(message: SentMessage) -> Iterator[tuple[str, str]]:
    if message.markup is not None:
        for row in message.markup.inline_keyboard:
            for one in row:
                if one.callback_data:
                    yield one.callback_data, one.text


async def form_of(world: World, chat_id: int) -> tuple[str, dict[str, Any]] | None:
    """The form that the next typed text of this chat belongs to."""

    def look(session: Any) -> tuple[str, dict[str, Any]] | None:
        for form in session.scalars(select(Form).where(Form.state.is_not(None))):
            if str(chat_id) in form.key.split(":"):
                return str(form.state), dict(form.data)
        return None

    return await world.read(look)
