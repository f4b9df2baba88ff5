"""The live stream of the chat page: what happens in the sandbox, told to every page that listens.

Each connection begins with the whole state; what follows are changes. Knows nothing of what people do.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Final

from aiohttp import web

from sandbox.chats import BotAccount
from sandbox.events import Event
from sandbox.page_http import SECURITY_HEADERS
from sandbox.page_view import Json, Viewer, message_view
from sandbox.telegram import Telegram

HEARTBEAT_SECONDS: Final = 15.0
RECONNECT_MILLISECONDS: Final = 1000
LONGEST_QUEUE: Final = 2000

Told = tuple[str, Json]
Queue = asyncio.Queue[str | None]


class PageStream:
    """Follows one bot: ``delivered`` counts what it has sent, ``last_sign`` is when it last did anything."""

    def __init__(self, telegram: Telegram, bot: BotAccount, view: Viewer) -> None:
        self._telegram = telegram
        self._bot = bot
        self._view = view
        self._pages: set[Queue] = set()
        self.delivered = 0
        self.last_sign = 0.0

    async def follow(self, _app: web.Application) -> AsyncIterator[None]:
        """For ``app.cleanup_ctx``: listen while the server runs."""
        unsubscribe = self._telegram.subscribe(self._happened)
        yield
        unsubscribe()

    async def end(self, _app: web.Application) -> None:
        """For ``app.on_shutdown``: an open page must not keep the server from stopping."""
        for page in self._pages:
            page.put_nowait(None)

    def tell(self, name: str, data: Json) -> None:
        text = server_sent(name, data)
        for page in list(self._pages):
            if page.qsize() < LONGEST_QUEUE:
                page.put_nowait(text)
            else:
                # It has stopped reading and is dropped; reconnecting brings it the whole state again.
                self._pages.discard(page)
                page.put_nowait(None)

    # What happened, in the page's words

    def _happened(self, event: Event) -> None:
        if event.bot_id not in {None, self._bot.id}:
            return
        self._count(event)
        for name, data in self._translated(event):
            self.tell(name, data)

    def _count(self, event: Event) -> None:
        if event.message is not None and not event.message["outgoing"]:
            return
        self.last_sign = asyncio.get_running_loop().time()
        if event.kind in {"message", "post"}:
            self.delivered += 1

    def _translated(self, event: Event) -> list[Told]:
        translators: dict[str, Callable[[Event], list[Told]]] = {
            "message": self._message,
            "post": self._message,
            "edit": self._message,
            "delete": self._deleted,
            "typing": self._typing,
            "callback_answer": self._answered,
            "commands": self._commands,
            "chat": lambda event: self._conversation(event.chat_id),
        }
        translate = translators.get(event.kind)
        return translate(event) if translate else []

    def _message(self, event: Event) -> list[Told]:
        if event.message is None:
            return []
        private = event.chat_id in self._telegram.people
        told = {"chat_id": event.chat_id, "message": message_view(event.message, private=private)}
        # First the chat: the page may not know it yet, and the message may have changed its keyboard.
        return [*self._conversation(event.chat_id), ("message", told)]

    def _conversation(self, chat_id: int) -> list[Told]:
        person = self._telegram.people.get(chat_id)
        if person is not None:
            return [("person", self._view.person(person))]
        room = self._telegram.rooms.get(chat_id)
        return [("channel", self._view.room(room))] if room is not None else []

    def _deleted(self, event: Event) -> list[Told]:
        return [("deleted", {"chat_id": event.chat_id, "message_ids": [event.data["message_id"]]})]

    def _typing(self, event: Event) -> list[Told]:
        return [("typing", {"chat_id": event.chat_id, "action": event.data.get("action", "typing")})]

    def _answered(self, event: Event) -> list[Told]:
        return [("answer", {"person_id": event.chat_id, **event.data})]

    def _commands(self, _event: Event) -> list[Told]:
        return [("person", self._view.person(person)) for person in self._telegram.people.values()]

    # One page

    async def serve(
        self, request: web.Request, state: Callable[[], Awaitable[Json]], heartbeat: Callable[[], Json]
    ) -> web.StreamResponse:
        response = web.StreamResponse(headers={**SECURITY_HEADERS, "Content-Type": "text/event-stream"})
        await response.prepare(request)
        await response.write(f"retry: {RECONNECT_MILLISECONDS}\n\n".encode())
        async with self._page(state) as page:
            await _pump(response, page, heartbeat)
        return response

    @asynccontextmanager
    async def _page(self, state: Callable[[], Awaitable[Json]]) -> AsyncIterator[Queue]:
        page: Queue = asyncio.Queue()
        snapshot = await state()
        # Nothing is awaited between the snapshot and here: no event falls between the two.
        page.put_nowait(server_sent("state", snapshot))
        self._pages.add(page)
        try:
            yield page
        finally:
            self._pages.discard(page)


async def _pump(response: web.StreamResponse, page: Queue, heartbeat: Callable[[], Json]) -> None:
    while True:
        try:
            text = await asyncio.wait_for(page.get(), HEARTBEAT_SECONDS)
        except TimeoutError:
            text = server_sent("clock", heartbeat())
        if text is None:
            return
        try:
            await response.write(text.encode())
        except ConnectionError:
            return


def server_sent(name: str, data: Json) -> str:
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
