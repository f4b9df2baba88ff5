"""Telegram on loopback: the one core that the tests, the HTTP front and the chat page talk to.

Here are the doors: who exists, how a call is carried out, what it meets. The rules are in ``methods_*``.
"""

import asyncio
import inspect
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Any

from aiogram.methods import TelegramMethod
from aiogram.types import Chat, InputFile, User

from sandbox import methods_files, methods_messages, methods_setup, methods_updates
from sandbox.chats import BotAccount, Channel, Group, Room, SentMessage
from sandbox.clock import Clock
from sandbox.errors import ApiError, unauthorized
from sandbox.events import Call, Event, to_plain
from sandbox.faults import Fault, Faults
from sandbox.files import StoredFile, Upload, Uploads, read_upload
from sandbox.links import START_PAYLOAD, parse_deep_link
from sandbox.people import Person
from sandbox.registry import HANDLERS, Request
from sandbox.updates import UpdateQueue
from sandbox.wire import Reply, build_method, method_named, payload_of, reply_error, reply_fault, reply_ok
from sandbox.world import Toast, World

METHOD_MODULES = (methods_files, methods_messages, methods_setup, methods_updates)  # imported to register
FIRST_PERSON_ID = 5_000_000_001
FIRST_CHANNEL_ID = -1_001_000_000_001
FIRST_GROUP_ID = -4_000_000_001
CALLS_KEPT = 200_000

__all__ = ["Call", "Event", "Person", "SentMessage", "StoredFile", "Telegram", "Toast", "Upload"]


class Telegram(World):
    """The whole of Telegram, as far as a bot can see it."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(clock)
        self.people: dict[int, Person] = {}
        self.calls: list[Call] = []
        self.faults = Faults()
        self.latency = 0.0
        self.after_action: Callable[[], Awaitable[None]] | None = None
        self.on_new_bot: list[Callable[[BotAccount], None]] = []

    # -- who is there ----------------------------------------------------------------------------------------

    def add_bot(self, token: str, username: str, name: str) -> BotAccount:
        """A bot; its id is the number before the colon of its token."""
        user = User(id=int(token.partition(":")[0]), is_bot=True, first_name=name, username=username)
        bot = BotAccount(token, user, UpdateQueue(self.clock))
        self.bots[token] = bot
        self.users[user.id] = user
        for listener in self.on_new_bot:
            listener(bot)
        return bot

    def revoke_token(self, bot: BotAccount) -> None:
        """From now on every call with this token is answered 401."""
        self.bots.pop(bot.token, None)

    def default_bot(self) -> BotAccount:
        return next(iter(self.bots.values()))

    def add_person(
        self,
        first_name: str,
        last_name: str | None = None,
        username: str | None = None,
        language_code: str = "ru",
        id: int | None = None,
    ) -> Person:
        user = User(
            id=id or FIRST_PERSON_ID + len(self.people),
            is_bot=False,
            first_name=first_name,
            last_name=last_name,
            username=username,
            language_code=language_code,
        )
        self.users[user.id] = user
        self.people[user.id] = Person(self, user, self._after_action)
        return self.people[user.id]

    def add_channel(
        self, title: str, username: str | None = None, *, admins: Iterable[BotAccount] = ()
    ) -> Channel:
        chat = Chat(id=FIRST_CHANNEL_ID - len(self.rooms), type="channel", title=title, username=username)
        ids = {bot.id for bot in admins}
        channel = Channel(chat=chat, started=True, members=set(ids), admins=ids)
        self.rooms[channel.id] = channel
        return channel

    def add_group(self, title: str, *members: BotAccount | Person) -> Group:
        chat = Chat(id=FIRST_GROUP_ID - len(self.rooms), type="group", title=title)
        group = Group(chat=chat, started=True, members={member.id for member in members})
        self.rooms[group.id] = group
        founder = next((member.user for member in members if isinstance(member, Person)), None)
        for bot in [member for member in members if isinstance(member, BotAccount)]:
            self.membership(group, bot, founder or bot.user, "left", "member")
        return group

    def migrate_to_supergroup(self, group: Group) -> int:
        """The group becomes a supergroup with another id; the old one answers with the new."""
        chat = Chat(id=FIRST_CHANNEL_ID - len(self.rooms), type="supergroup", title=group.chat.title)
        upgraded = Group(chat=chat, started=True, members=set(group.members), admins=set(group.admins))
        self.rooms[upgraded.id] = upgraded
        sender = next(
            (self.users[who] for who in group.members if who in self.people), self.default_bot().user
        )
        self.post(group, sender, migrate_to_chat_id=upgraded.id)
        self.post(upgraded, sender, migrate_from_chat_id=group.id)
        group.migrated_to = upgraded.id
        return upgraded.id

    @property
    def channels(self) -> list[Channel]:
        return [room for room in self.rooms.values() if isinstance(room, Channel)]

    @property
    def groups(self) -> list[Group]:
        return [room for room in self.rooms.values() if isinstance(room, Group)]

    # -- calls -----------------------------------------------------------------------------------------------

    async def call(
        self, token: str, method: TelegramMethod[Any], files: Mapping[str, Upload | InputFile] | None = None
    ) -> Any:
        """Carry out a method and return its result, or raise ``ApiError``. No fault ever happens here."""
        uploads = {name: await _uploaded(source) for name, source in (files or {}).items()}
        attached = {name: value for name, value in method if isinstance(value, InputFile)}
        if attached:
            uploads |= {name: await read_upload(value) for name, value in attached.items()}
            method = method.model_copy(update={name: f"attach://{name}" for name in attached})
        return await self._record(self._bot(token), method, uploads)

    async def serve(self, token: str, name: str, params: Mapping[str, Any], uploads: Uploads) -> Reply:
        """Answer one raw request, as both fronts do: with faults, delays and Telegram's own refusals."""
        if self.latency:
            await asyncio.sleep(self.latency)
        try:
            bot = self._bot(token)
            method = build_method(method_named(name), params, uploads)
            fault = self.faults.take(method.__api_method__, getattr(method, "chat_id", None))
            if fault is not None:
                return await self._fail(bot, method, uploads, fault)
            return reply_ok(await self._record(bot, method, uploads))
        except ApiError as error:
            return reply_error(error)

    async def _fail(
        self, bot: BotAccount, method: TelegramMethod[Any], uploads: Uploads, fault: Fault
    ) -> Reply:
        """The answer of a call that meets a fault, after what the fault lets happen."""
        if not fault.takes_effect:
            self._note(bot, method, error=fault.kind)
            reply = reply_fault(fault)
        else:
            reply = reply_ok(await self._record(bot, method, uploads))
        if fault.kind == "hang":
            await asyncio.sleep(fault.seconds)
        cut_off = fault.is_transport and not (fault.kind == "hang" and fault.effect)
        return Reply(reply.status, reply.text, fault if cut_off else None, reply.content_type)

    async def _record(self, bot: BotAccount, method: TelegramMethod[Any], uploads: Uploads) -> Any:
        payload = payload_of(method)
        at = self.clock.now()
        try:
            result = await self._carry_out(bot, method, uploads)
        except (ApiError, NotImplementedError) as error:
            self._note(bot, method, payload=payload, at=at, error=str(error))
            raise
        self._note(bot, method, payload=payload, at=at)
        return result

    async def _carry_out(self, bot: BotAccount, method: TelegramMethod[Any], uploads: Uploads) -> Any:
        handler = HANDLERS.get(type(method))
        if handler is None:
            raise NotImplementedError(f"the sandbox does not implement {method.__api_method__}")
        result = handler(self, Request(bot, method, uploads))
        return await result if inspect.isawaitable(result) else result

    def _note(
        self, bot: BotAccount, method: TelegramMethod[Any], *, error: str | None = None, **known: Any
    ) -> None:
        payload = known.get("payload") or payload_of(method)
        at = known.get("at") or self.clock.now()
        self.calls.append(Call(method.__api_method__, payload, at, error is None, error, bot.id))
        if len(self.calls) > CALLS_KEPT:
            del self.calls[: CALLS_KEPT // 2]

    def calls_of(self, *methods: str) -> list[Call]:
        """The calls of these methods, in order."""
        return [call for call in self.calls if call.method in methods]

    def _bot(self, token: str) -> BotAccount:
        bot = self.bots.get(token)
        if bot is None:
            raise unauthorized()
        return bot

    async def _after_action(self) -> None:
        if self.after_action is not None:
            await self.after_action()

    # -- links and files -------------------------------------------------------------------------------------

    def deep_link(self, bot: BotAccount, payload: str = "") -> str:
        if payload and not START_PAYLOAD.fullmatch(payload):
            raise ValueError(f"a start payload has 1 to 64 of A-Z a-z 0-9 _ -, not {payload!r}")
        return f"https://t.me/{bot.username}?start={payload}" if payload else f"https://t.me/{bot.username}"

    async def open_link(self, person: Person, url: str) -> None:
        """A person opens a link to a bot."""
        link = parse_deep_link(url)
        bot = self.bot_named(link[0]) if link else None
        if link is None or bot is None:
            raise ValueError(f"no bot behind {url}")
        await person.starts(link[1], bot)

    def file(self, file_id: str) -> StoredFile:
        """A stored file, or ``KeyError``."""
        stored = self.files.find(file_id)
        if stored is None:
            raise KeyError(file_id)
        return stored

    def file_content(self, file_id: str) -> bytes:
        return self.file(file_id).content

    def file_at(self, token: str, path: str) -> StoredFile | None:
        """The file behind ``/file/bot<token>/<path>``."""
        return self.files.at_path(path) if token in self.bots else None

    # -- for the chat page -----------------------------------------------------------------------------------

    def commands_for(self, bot: BotAccount, person: Person) -> list[dict[str, Any]]:
        return methods_setup.commands_seen(bot, self.private_room(bot, person.id), person.language_code)

    def snapshot_chat(self, person: Person, bot: BotAccount | None = None) -> dict[str, Any]:
        """Everything that a person's chat with a bot shows."""
        known = bot or self.default_bot()
        room = self.private_room(known, person.id)
        return {
            "chat_id": room.id,
            "bot": {"id": known.id, "username": known.username, "name": known.user.first_name},
            "person": to_plain(person.user),
            "started": room.started,
            "blocked": room.blocked,
            "messages": self._messages(room),
            "keyboard": None if room.reply_keyboard is None else to_plain(room.reply_keyboard),
            "commands": self.commands_for(known, person),
        }

    def snapshot_channel(self, channel: Room) -> dict[str, Any]:
        chat = channel.chat
        shown = {"chat_id": chat.id, "title": chat.title, "username": chat.username, "type": chat.type}
        return {**shown, "messages": self._messages(channel)}

    @staticmethod
    def _messages(room: Room) -> list[dict[str, Any]]:
        return [sent.as_json() for sent in room.visible]


async def _uploaded(source: Upload | InputFile) -> Upload:
    return source if isinstance(source, Upload) else await read_upload(source)
