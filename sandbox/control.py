"""The chat page's side of the sandbox: the page itself, what the people at it do, and the clock.

It opens only to this machine: requests come from loopback under a loopback name, and those that change
something carry a header that no other web page can send. It knows the sandbox's core and nothing of the
program behind the bot, which hands in as functions what the sandbox cannot know: the next due message,
invitation links, who a person is.
"""

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import quote

from aiohttp import web

from sandbox.chats import BotAccount
from sandbox.clock import MovableClock
from sandbox.errors import ApiError
from sandbox.links import START_PAYLOAD
from sandbox.page_http import (
    Handler,
    Refusal,
    Uploaded,
    answer,
    guarded,
    json_body,
    static_file,
    text_field,
    uploaded,
)
from sandbox.page_stream import PageStream
from sandbox.page_view import Describe, Json, Viewer, iso
from sandbox.people import Person
from sandbox.telegram import Telegram

SHOWN_IN_PLACE: Final = {"image/png", "image/jpeg", "image/webp", "image/gif"}
LONGEST_NAME: Final = 64
LONGEST_CAPTION: Final = 1024
STEPS: Final = {"hour": timedelta(hours=1), "day": timedelta(days=1)}
# A row is due at its moment; a second more keeps rounding on either side from leaving it just short.
JUST_AFTER: Final = timedelta(seconds=1)

NextDue = Callable[[], Awaitable[datetime | None]]


@dataclass(frozen=True)
class Link:
    """A deep link worth suggesting on the page: ``payload`` is what follows ``?start=``."""

    title: str
    payload: str
    hint: str = ""


Links = Callable[[], Awaitable[list[Link]]]


@dataclass(frozen=True)
class Patience:
    """How many seconds moving the clock waits: until the bot has been silent that long, ``limit`` at most."""

    silence: float = 0.6
    limit: float = 20.0


class Control:
    """Give ``routes`` to the sandbox's server; one control serves any number of open pages."""

    zone = "Europe/Moscow"
    zone_name = "МСК"
    patience = Patience()

    def __init__(
        self,
        telegram: Telegram,
        bot: BotAccount,
        clock: MovableClock,
        *,
        next_due: NextDue | None = None,
        links: Links | None = None,
        describe: Describe | None = None,
        title: str = "",
        note: str = "",
    ) -> None:
        self._telegram = telegram
        self._bot = bot
        self._clock = clock
        self._next_due = next_due
        self._links = links
        self._heading = {"title": title, "note": note}
        self._view = Viewer(telegram, bot, describe)
        self._stream = PageStream(telegram, bot, self._view)
        self._instance = secrets.token_hex(8)
        self._moving = asyncio.Lock()

    def routes(self, app: web.Application) -> None:
        for path, handler in self._pages().items():
            app.router.add_get(path, guarded(handler))
        for path, handler in self._actions().items():
            app.router.add_post(path, guarded(handler))
        app.cleanup_ctx.append(self._stream.follow)
        app.on_shutdown.append(self._stream.end)

    def _pages(self) -> dict[str, Handler]:
        return {
            "/": self._index,
            "/static/{name:.+}": self._static,
            "/control/state": self._read_state,
            "/control/surroundings": self._read_surroundings,
            "/control/events": self._events,
            "/control/files/{file_id}": self._file,
        }

    def _actions(self) -> dict[str, Handler]:
        person = "/control/people/{person_id:[0-9]{1,15}}"
        return {
            "/control/people": self._add_person,
            "/control/clock": self._move_clock,
            f"{person}/start": self._start,
            f"{person}/text": self._send_text,
            f"{person}/tap": self._tap,
            f"{person}/contact": self._send_contact,
            f"{person}/document": self._send_document,
            f"{person}/photo": self._send_photo,
            f"{person}/block": self._block,
            f"{person}/unblock": self._unblock,
        }

    # The page and what it shows

    async def _index(self, _request: web.Request) -> web.StreamResponse:
        return static_file("index.html")

    async def _static(self, request: web.Request) -> web.StreamResponse:
        return static_file(request.match_info["name"])

    async def _file(self, request: web.Request) -> web.StreamResponse:
        try:
            stored = self._telegram.file(request.match_info["file_id"])
        except (ApiError, LookupError):
            raise Refusal("Такого файла в песочнице нет", 404) from None
        # Only pictures are shown: a page sent as a document must not run beside this one.
        in_place = stored.mime in SHOWN_IN_PLACE
        manner = "inline" if in_place else "attachment"
        headers = {"Content-Disposition": f"{manner}; filename*=UTF-8''{quote(stored.name, safe='')}"}
        kind = stored.mime if in_place else "application/octet-stream"
        return web.Response(body=stored.content, content_type=kind, headers=headers)

    async def _events(self, request: web.Request) -> web.StreamResponse:
        return await self._stream.serve(request, self._state, self._clock_view)

    async def _read_state(self, _request: web.Request) -> web.StreamResponse:
        return answer(await self._state())

    async def _read_surroundings(self, _request: web.Request) -> web.StreamResponse:
        return answer(await self._surroundings())

    async def _state(self) -> Json:
        surroundings = await self._surroundings()
        # From here on nothing is awaited: the snapshot is of one moment, and the stream goes on from it.
        return {
            **surroundings,
            **self._heading,
            "instance": self._instance,
            "bot": self._view.bot(),
            "people": self._view.people(),
            "channels": self._view.rooms(),
        }

    async def _surroundings(self) -> Json:
        due = await self._due()
        links = await self._links() if self._links else []
        return {
            "next_due": iso(due) if due else None,
            "knows_next_due": self._next_due is not None,
            "links": [asdict(link) for link in links],
            "hints": self._view.hints(),
            "clock": self._clock_view(),
        }

    def _clock_view(self) -> Json:
        return {"zone": self.zone, "zone_name": self.zone_name, "now": iso(self._clock.now())}

    # What people do

    async def _add_person(self, request: web.Request) -> web.StreamResponse:
        name = " ".join(text_field(await json_body(request), "name").split())
        if not name or len(name) > LONGEST_NAME:
            raise Refusal(f"Имя — от одного до {LONGEST_NAME} знаков")
        first, _, last = name.partition(" ")
        view = self._view.person(self._telegram.add_person(first, last or None))
        self._stream.tell("person", view)
        return answer(view)

    async def _start(self, request: web.Request) -> web.StreamResponse:
        payload = text_field(await json_body(request), "payload")
        if payload and not START_PAYLOAD.fullmatch(payload):
            raise Refusal("В ссылке — до 64 латинских букв, цифр, дефисов и подчёркиваний")
        await self._person(request).starts(payload, self._bot)
        return answer({})

    async def _send_text(self, request: web.Request) -> web.StreamResponse:
        text = text_field(await json_body(request), "text").strip()
        if not text:
            raise Refusal("Пустое сообщение отправить нельзя")
        await self._writer(request).sends(text)
        return answer({})

    async def _tap(self, request: web.Request) -> web.StreamResponse:
        body = await json_body(request)
        person = self._writer(request)
        message = next((sent for sent in person.chat if sent.id == body.get("message_id")), None)
        if message is None:
            raise Refusal("Этого сообщения уже нет")
        await person.taps_data(text_field(body, "data"), message)
        return answer({})

    async def _send_contact(self, request: web.Request) -> web.StreamResponse:
        await self._writer(request).sends_contact()
        return answer({})

    async def _send_document(self, request: web.Request) -> web.StreamResponse:
        file = await self._attached(request)
        await self._writer(request).sends_document(file.name, file.content, file.mime, file.caption)
        return answer({})

    async def _send_photo(self, request: web.Request) -> web.StreamResponse:
        file = await self._attached(request)
        await self._writer(request).sends_photo(file.caption, file.content)
        return answer({})

    async def _block(self, request: web.Request) -> web.StreamResponse:
        person = self._writer(request)
        if not person.room(self._bot).started:
            raise Refusal("Переписка с ботом ещё не начата", 409)
        person.block()
        return answer({})

    async def _unblock(self, request: web.Request) -> web.StreamResponse:
        person = self._person(request)
        if not person.room(self._bot).blocked:
            raise Refusal("Бот не заблокирован", 409)
        person.unblock()
        return answer({})

    def _person(self, request: web.Request) -> Person:
        person = self._telegram.people.get(int(request.match_info["person_id"]))
        if person is None:
            raise Refusal("Такого человека в песочнице нет", 404)
        return person

    def _writer(self, request: web.Request) -> Person:
        """Somebody who can act in the chat: nothing but unblocking is open to who has blocked the bot."""
        person = self._person(request)
        if person.room(self._bot).blocked:
            raise Refusal("Бот заблокирован: сначала его нужно разблокировать", 409)
        return person

    async def _attached(self, request: web.Request) -> Uploaded:
        # Asked before the file is read: nobody waits for fifty megabytes to be told that they cannot send.
        self._writer(request)
        file = await uploaded(request)
        if len(file.caption or "") > LONGEST_CAPTION:
            raise Refusal(f"Подпись к файлу — до {LONGEST_CAPTION} знаков")
        return file

    # The clock

    async def _move_clock(self, request: web.Request) -> web.StreamResponse:
        step = text_field(await json_body(request), "step")
        if step not in {*STEPS, "next"}:
            raise Refusal("Неизвестный шаг часов")
        if self._moving.locked():
            raise Refusal("Часы уже идут вперёд: подождите, пока бот всё разошлёт", 409)
        async with self._moving:
            return answer(await self._advance(step))

    async def _advance(self, step: str) -> Json:
        delta = STEPS.get(step) or await self._until_next_due()
        if delta is None:
            return {"moved": False, "now": iso(self._clock.now()), "messages": 0}
        before = self._stream.delivered
        await self._clock.advance(delta)
        arrived_at = self._clock.now()
        self._stream.tell("clock", self._clock_view())
        await self._bot_is_silent()
        return {"moved": True, "now": iso(arrived_at), "messages": self._stream.delivered - before}

    async def _until_next_due(self) -> timedelta | None:
        due = await self._due()
        return None if due is None else max(due - self._clock.now(), timedelta(0)) + JUST_AFTER

    async def _bot_is_silent(self) -> None:
        """Wait until the bot has handled what came due; a bot that never falls silent is not waited for."""
        loop = asyncio.get_running_loop()
        began = self._stream.last_sign = loop.time()
        while loop.time() - began < self.patience.limit:
            await asyncio.sleep(self.patience.silence / 6)
            silent_for = loop.time() - self._stream.last_sign
            if silent_for >= self.patience.silence and not await self._something_is_due():
                return

    async def _something_is_due(self) -> bool:
        due = await self._due()
        return due is not None and due <= self._clock.now()

    async def _due(self) -> datetime | None:
        return await self._next_due() if self._next_due else None
