"""The state of the sandbox and the few moves that change it: post, edit, delete, tell.

Every method and every person acts through these; here nothing is refused but a chat that is not there.
"""

import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from aiogram.types import (
    Chat,
    ChatMemberBanned,
    ChatMemberLeft,
    ChatMemberMember,
    ChatMemberUpdated,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    User,
)

from sandbox.chats import BotAccount, Keyboard, Room, SentMessage
from sandbox.clock import Clock
from sandbox.errors import bad_request
from sandbox.events import Event, EventKind, to_plain
from sandbox.files import FileStore
from sandbox.flood import FloodControl

CALLBACK_LIFETIME = timedelta(minutes=1)


@dataclass
class Toast:
    """An answer to a press of a button, as the person sees it."""

    text: str
    show_alert: bool
    url: str | None
    at: datetime


@dataclass
class PressedButton:
    """A callback query that waits for its answer."""

    query_id: str
    bot_id: int
    person_id: int
    chat_id: int
    pressed_at: datetime


class World:
    """What there is. ``Telegram`` adds the doors."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.bots: dict[str, BotAccount] = {}
        self.users: dict[int, User] = {}
        self.rooms: dict[int, Room] = {}
        self.private_rooms: dict[tuple[int, int], Room] = {}
        self.files = FileStore()
        self.flood = FloodControl()
        self.flood_limit = False
        self.callback_lifetime = CALLBACK_LIFETIME
        self.pressed: dict[str, PressedButton] = {}
        self.toasts: dict[int, list[Toast]] = {}
        self._watchers: list[Callable[[Event], None]] = []
        self._moves = 0

    # -- finding ---------------------------------------------------------------------------------------------

    def bot_by_id(self, bot_id: int) -> BotAccount | None:
        return next((bot for bot in self.bots.values() if bot.id == bot_id), None)

    def bot_named(self, username: str) -> BotAccount | None:
        wanted = username.lower()
        return next((bot for bot in self.bots.values() if bot.username.lower() == wanted), None)

    def private_room(self, bot: BotAccount, person_id: int) -> Room:
        """The chat of a bot with a person, whether it has been opened or not."""
        key = (bot.id, person_id)
        if key not in self.private_rooms:
            self.private_rooms[key] = Room(chat=private_chat(self.users[person_id]), bot_id=bot.id)
        return self.private_rooms[key]

    def room(self, bot: BotAccount, chat_id: int | str) -> Room:
        """The chat that a bot means, or «chat not found»."""
        if isinstance(chat_id, str):
            return self._room_named(chat_id)
        if chat_id in self.rooms:
            return self.rooms[chat_id]
        if chat_id in self.users and not self.users[chat_id].is_bot:
            return self.private_room(bot, chat_id)
        raise bad_request("chat not found")

    def _room_named(self, name: str) -> Room:
        if not name:
            raise bad_request("chat_id is empty")
        for room in self.rooms.values():
            if name.startswith("@") and (room.chat.username or "").lower() == name[1:].lower():
                return room
        raise bad_request("chat not found")

    # -- telling ---------------------------------------------------------------------------------------------

    def subscribe(self, callback: Callable[[Event], None]) -> Callable[[], None]:
        """Hear of everything that happens; the function returned ends it."""
        self._watchers.append(callback)

        def stop() -> None:
            if callback in self._watchers:
                self._watchers.remove(callback)

        return stop

    def emit(self, kind: EventKind, room: Room, sent: SentMessage | None = None, **data: Any) -> None:
        if not self._watchers:
            return
        message = None if sent is None else sent.as_json()
        event = Event(kind, room.id, room.bot_id, message, data)
        for watcher in list(self._watchers):
            watcher(event)

    def tell(self, bots: Iterable[BotAccount], kind: str, body: Any) -> None:
        """Put an update into the queues of these bots."""
        plain = to_plain(body)
        for bot in bots:
            bot.updates.push(kind, plain)

    def bots_in(self, room: Room) -> list[BotAccount]:
        if room.is_private:
            bot = self.bot_by_id(room.bot_id or 0)
            return [] if bot is None else [bot]
        return [bot for bot in self.bots.values() if bot.id in room.members]

    # -- moving ----------------------------------------------------------------------------------------------

    def post(
        self, room: Room, sender: User, *, keyboard: Keyboard | None = None, **content: Any
    ) -> SentMessage:
        """A new message. Bots in the room hear of it, except the one that sent it."""
        origin = {"sender_chat": room.chat} if room.chat.type == "channel" else {"from_user": sender}
        message = Message(
            message_id=room.next_id(), date=self.clock.now(), chat=room.chat, **origin, **content
        )
        sent = SentMessage(room, message, sender.id, outgoing=sender.is_bot, keyboard=keyboard)
        self._touch(sent)
        room.messages[sent.id] = sent
        self._place_keyboard(room, keyboard)
        is_post = room.chat.type == "channel"
        hearers = [bot for bot in self.bots_in(room) if bot.id != sender.id]
        if not (sender.is_bot and not is_post):  # bots never hear each other in groups
            self.tell(hearers, "channel_post" if is_post else "message", message)
        self.emit("post" if is_post else "message", room, sent)
        return sent

    def edit(self, sent: SentMessage, **changes: Any) -> None:
        """The message as it reads now; ``edit_date`` is kept as Telegram does."""
        sent.message = sent.message.model_copy(
            update={**changes, "edit_date": round(self.clock.now().timestamp())}
        )
        sent.edits += 1
        self._touch(sent)
        self.emit("edit", sent.room, sent)

    def delete(self, sent: SentMessage) -> None:
        sent.deleted = True
        self.emit("delete", sent.room, sent, message_id=sent.id)

    def press(self, bot: BotAccount, person: User, room: Room) -> str:
        """A button is pressed: the number under which the bot may answer."""
        query_id = str(secrets.randbits(62))
        self.pressed[query_id] = PressedButton(query_id, bot.id, person.id, room.id, self.clock.now())
        return query_id

    def membership(self, room: Room, bot: BotAccount, person: User, old: str, new: str) -> None:
        """The bot's own status in a chat changed: blocked, unblocked, added to a group."""
        body = ChatMemberUpdated(
            chat=room.chat,
            from_user=person,
            date=self.clock.now(),
            old_chat_member=member(bot.user, old),
            new_chat_member=member(bot.user, new),
        )
        self.tell([bot], "my_chat_member", body)
        self.emit("chat", room, state=new)

    def _touch(self, sent: SentMessage) -> None:
        self._moves += 1
        sent.touched = self._moves

    @staticmethod
    def _place_keyboard(room: Room, keyboard: Keyboard | None) -> None:
        if isinstance(keyboard, ReplyKeyboardMarkup):
            room.reply_keyboard = keyboard
        elif isinstance(keyboard, ReplyKeyboardRemove):
            room.reply_keyboard = None


def private_chat(user: User) -> Chat:
    return Chat(
        id=user.id,
        type="private",
        first_name=user.first_name,
        last_name=user.last_name,
        username=user.username,
    )


def member(user: User, status: str) -> ChatMemberMember | ChatMemberBanned | ChatMemberLeft:
    match status:
        case "kicked":
            return ChatMemberBanned(user=user, until_date=0)  # type: ignore[arg-type]
        case "left":
            return ChatMemberLeft(user=user)
        case _:
            return ChatMemberMember(user=user)
