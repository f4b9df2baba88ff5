"""People of the sandbox: what a person can do in Telegram, and what they see.

The rules of the Bot API do not bind a person; what no client would let them do is an ``AssertionError``.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from aiogram.types import (
    CallbackQuery,
    Contact,
    InaccessibleMessage,
    InlineKeyboardButton,
    KeyboardButton,
    Location,
    Sticker,
    User,
    Voice,
)

from sandbox.chats import BotAccount, Room, SentMessage
from sandbox.entities import detected, utf16_length
from sandbox.images import SMALL_PNG
from sandbox.links import START_PAYLOAD, parse_deep_link
from sandbox.methods_files import as_document, as_photo
from sandbox.world import Toast, World

TEXT_LIMIT = 4096
UPLOAD_BY_PEOPLE = 2 * 1024**3
AfterAction = Callable[[], Awaitable[None]]
Found = tuple[SentMessage | None, InlineKeyboardButton | KeyboardButton]


def demand(condition: object, otherwise: str) -> None:
    """What a person does must be possible in a client."""
    if not condition:
        raise AssertionError(otherwise)


class Person:
    """Somebody with a Telegram account. Without ``bot`` everything happens in the chat with the first bot."""

    def __init__(self, world: World, user: User, after: AfterAction) -> None:
        self._world = world
        self._after = after
        self.user = user
        self.opened: list[str] = []  # links of URL buttons that were tapped and lead out of Telegram

    @property
    def id(self) -> int:
        return self.user.id

    @property
    def first_name(self) -> str:
        return self.user.first_name

    @property
    def last_name(self) -> str | None:
        return self.user.last_name

    @property
    def username(self) -> str | None:
        return self.user.username

    @property
    def language_code(self) -> str:
        return self.user.language_code or ""

    # -- what they see ---------------------------------------------------------------------------------------

    def room(self, bot: BotAccount | None = None) -> Room:
        """The chat with a bot."""
        return self._world.private_room(bot or self._first_bot(), self.id)

    @property
    def chat(self) -> list[SentMessage]:
        """The conversation, both sides, without what was deleted."""
        return list(self.room().visible)

    @property
    def from_bot(self) -> list[SentMessage]:
        return [sent for sent in self.chat if sent.outgoing]

    @property
    def screen(self) -> SentMessage:
        """The message of the bot that was sent or edited last."""
        shown = max(self.from_bot, key=lambda sent: sent.touched, default=None)
        if shown is None:
            raise AssertionError(f"{self.first_name} has no message from the bot")
        return shown

    @property
    def buttons(self) -> list[list[str]]:
        """The labels under the screen."""
        return self.screen.buttons

    @property
    def reply_keyboard(self) -> list[list[str]]:
        """The labels of the keyboard in place of letters."""
        return labels_of(self.room())

    @property
    def toasts(self) -> list[Toast]:
        """The answers to pressed buttons."""
        return self._world.toasts.setdefault(self.id, [])

    def texts(self, count: int | None = None) -> list[str]:
        """The texts of the last messages of the bot, oldest first."""
        texts = [sent.text for sent in self.from_bot]
        return texts if count is None else texts[-count:]

    def downloads(self, message: SentMessage | None = None) -> bytes:
        """The file in a message."""
        file_id = (message or self.screen).file_id
        stored = self._world.files.find(file_id or "")
        if stored is None:
            raise AssertionError("there is no file in this message")
        return stored.content

    # -- what they do ----------------------------------------------------------------------------------------

    async def starts(self, payload: str = "", bot: BotAccount | None = None) -> None:
        """Opens the chat, by a link with a payload or without one; unblocks the bot if need be."""
        demand(
            not payload or START_PAYLOAD.fullmatch(payload), f"no client passes on the payload {payload!r}"
        )
        room = self.room(bot)
        if room.blocked:
            self.unblock(bot)
        await self.sends(f"/start {payload}".strip(), bot=bot)

    async def sends(
        self, text: str, *, bot: BotAccount | None = None, room: Room | None = None
    ) -> list[SentMessage]:
        """Writes; a text that is too long leaves in several messages, as Telegram's own clients do it."""
        parts = split_text(text.strip())
        demand(parts, "no client sends an empty message")
        target = self._open(bot, room)
        sent = [self._post(target, text=part, entities=detected(part, ()) or None) for part in parts]
        await self._after()
        return sent

    async def edits(self, message: SentMessage, text: str) -> None:
        """Corrects an own message."""
        demand(message.sender_id == self.id and not message.deleted, "only own messages can be edited")
        self._world.edit(message, text=text.strip(), entities=detected(text.strip(), ()) or None)
        self._world.tell(self._world.bots_in(message.room), "edited_message", message.message)
        await self._after()

    async def sends_photo(self, caption: str | None = None, content: bytes = SMALL_PNG) -> SentMessage:
        stored = self._world.files.add("photo", "photo.png", content, "image/png")
        return await self._sends(photo=as_photo(stored), **captioned(caption))

    async def sends_document(
        self, name: str, content: bytes, mime: str | None = None, caption: str | None = None
    ) -> SentMessage:
        stored = self._world.files.add("document", name, content, mime)
        return await self._sends(document=as_document(stored), **captioned(caption))

    async def sends_contact(self, phone: str = "+79990000000", *, own: bool = True) -> SentMessage:
        """Shares a contact: one's own (with the user id that Telegram vouches for) or somebody's."""
        contact = Contact(
            phone_number=phone,
            first_name=self.first_name if own else "Somebody",
            last_name=self.last_name if own else None,
            user_id=self.id if own else None,
        )
        return await self._sends(contact=contact)

    async def sends_sticker(self) -> SentMessage:
        stored = self._world.files.add("sticker", "sticker.webp", b"RIFF\x04\x00\x00\x00WEBP", "image/webp")
        sticker = Sticker(
            file_id=stored.file_id,
            file_unique_id=stored.unique_id,
            type="regular",
            width=512,
            height=512,
            is_animated=False,
            is_video=False,
            emoji="👍",
        )
        return await self._sends(sticker=sticker)

    async def sends_voice(self, seconds: int = 3) -> SentMessage:
        stored = self._world.files.add("voice", "voice.ogg", b"OggS", "audio/ogg")
        voice = Voice(file_id=stored.file_id, file_unique_id=stored.unique_id, duration=seconds)
        return await self._sends(voice=voice)

    async def sends_location(self, latitude: float = 55.7963, longitude: float = 49.1088) -> SentMessage:
        return await self._sends(location=Location(latitude=latitude, longitude=longitude))

    async def taps(self, label: str, message: SentMessage | None = None) -> None:
        """Taps a button by its label: of this message, or of the newest that has it, or of the keyboard."""
        place, button = self._find_button(label, message)
        if isinstance(button, KeyboardButton):
            await self._tap_reply(button)
        elif button.url:
            await self._follow(button.url)
        elif button.callback_data:
            await self.taps_data(button.callback_data, place)
        else:
            raise NotImplementedError(f"the sandbox cannot tap a button like «{button.text}»")

    async def taps_data(self, data: str, message: SentMessage | None = None) -> None:
        """Presses a button that need not exist, on a message that need not be one's own."""
        pressed = message or self.screen
        bot = self._world.bot_by_id(pressed.room.bot_id or pressed.sender_id) or self._first_bot()
        query = CallbackQuery(
            id=self._world.press(bot, self.user, pressed.room),
            from_user=self.user,
            chat_instance=str(pressed.room.id),
            message=seen_by_bot(pressed),
            data=data,
        )
        self._world.tell([bot], "callback_query", query)
        await self._after()

    def block(self, bot: BotAccount | None = None) -> None:
        room = self.room(bot)
        demand(room.started and not room.blocked, "only an open chat can be blocked")
        room.blocked = True
        self._world.membership(room, bot or self._first_bot(), self.user, "member", "kicked")

    def unblock(self, bot: BotAccount | None = None) -> None:
        room = self.room(bot)
        demand(room.blocked, "the bot is not blocked")
        room.blocked = False
        self._world.membership(room, bot or self._first_bot(), self.user, "kicked", "member")

    # -- how -------------------------------------------------------------------------------------------------

    def _first_bot(self) -> BotAccount:
        bots = list(self._world.bots.values())
        demand(bots, "there is no bot")
        return bots[0]

    def _open(self, bot: BotAccount | None, room: Room | None = None) -> Room:
        target = room or self.room(bot)
        demand(not target.blocked, f"{self.first_name} has blocked the bot")
        demand(target.is_private or self.id in target.members, f"{self.first_name} is not in this group")
        target.started = True
        return target

    async def _sends(self, **content: Any) -> SentMessage:
        sent = self._post(self._open(None), **content)
        await self._after()
        return sent

    def _post(self, room: Room, **content: Any) -> SentMessage:
        return self._world.post(room, self.user, **content)

    def _find_button(self, label: str, message: SentMessage | None) -> Found:
        candidates = list(self._visible_buttons(message))
        for place, button in candidates:
            if button.text == label:
                return place, button
        for place, button in candidates:
            if label in button.text:
                return place, button
        visible = [button.text for _, button in candidates]
        raise AssertionError(f"{self.first_name} sees no button «{label}»; visible: {visible}")

    def _visible_buttons(self, message: SentMessage | None) -> Sequence[Found]:
        messages = (
            [message] if message else sorted(self.from_bot, key=lambda sent: sent.touched, reverse=True)
        )
        found: list[Found] = [
            (sent, button)
            for sent in messages
            if sent.markup is not None
            for row in sent.markup.inline_keyboard
            for button in row
        ]
        keyboard = None if message else self.room().reply_keyboard
        return found + [(None, button) for row in (keyboard.keyboard if keyboard else []) for button in row]

    async def _tap_reply(self, button: KeyboardButton) -> None:
        if button.request_contact:
            await self.sends_contact()
        elif button.request_location:
            await self.sends_location()
        else:
            await self.sends(button.text)

    async def _follow(self, url: str) -> None:
        link = parse_deep_link(url)
        bot = self._world.bot_named(link[0]) if link else None
        if link is None or bot is None:
            self.opened.append(url)
            return
        await self.starts(link[1], bot)


def labels_of(room: Room) -> list[list[str]]:
    rows = room.reply_keyboard.keyboard if room.reply_keyboard else []
    return [[button.text for button in row] for row in rows]


def captioned(caption: str | None) -> dict[str, Any]:
    text = (caption or "").strip()
    return {"caption": text or None, "caption_entities": detected(text, ()) or None}


def split_text(text: str) -> list[str]:
    """Pieces of at most 4,096 UTF-16 units, cut at a line or a space where there is one."""
    parts: list[str] = []
    rest = text
    while utf16_length(rest) > TEXT_LIMIT:
        head = utf16_head(rest, TEXT_LIMIT)
        cut = max(head.rfind("\n"), head.rfind(" "))
        head = head[:cut] if cut > len(head) // 2 else head
        parts.append(head.rstrip())
        rest = rest[len(head) :].lstrip()
    return [*parts, rest] if rest else parts


def utf16_head(text: str, limit: int) -> str:
    """The longest beginning of a text that has no more than ``limit`` units."""
    head = text[:limit]
    while utf16_length(head) > limit:
        head = head[: len(head) - max(1, (utf16_length(head) - limit) // 2)]
    return head


def seen_by_bot(sent: SentMessage) -> Any:
    """The message in a callback query; of a deleted one only its place is left."""
    if sent.deleted:
        return InaccessibleMessage(chat=sent.room.chat, message_id=sent.id, date=0)
    return sent.message
