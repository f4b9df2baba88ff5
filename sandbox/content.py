"""What both sending and editing check: text, caption, markup, access to the chat, the limits.

Knows the rules of the Bot API about content; carries out nothing.
"""

from collections.abc import Sequence
from typing import Any

from aiogram.client.default import Default
from aiogram.types import InlineKeyboardMarkup, MessageEntity

from sandbox.chats import BotAccount, Room
from sandbox.entities import formatted, utf16_length
from sandbox.errors import ApiError, bad_request, forbidden
from sandbox.keyboards import Markup, check_markup
from sandbox.world import World

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024


def given(value: Any) -> Any:
    """A parameter of a method model: a default that nobody filled in is no value."""
    return None if isinstance(value, Default) else value


def writable_room(world: World, bot: BotAccount, chat_id: int | str | None) -> Room:
    """The chat, if this bot may write to it."""
    if chat_id is None or chat_id == "":
        raise bad_request("chat_id is empty")
    if any(chat_id == other.id for other in world.bots.values()):
        raise forbidden("the bot can't send messages to the bot")
    room = world.room(bot, chat_id)
    if room.migrated_to is not None:
        reason = "Bad Request: group chat was upgraded to a supergroup chat"
        raise ApiError(400, reason, migrate_to_chat_id=room.migrated_to)
    if room.is_private:
        _check_private(room)
    else:
        _check_shared(room, bot)
    return room


def _check_private(room: Room) -> None:
    if room.blocked:
        raise forbidden("bot was blocked by the user")
    if not room.started:
        raise forbidden("bot can't initiate conversation with a user")


def _check_shared(room: Room, bot: BotAccount) -> None:
    kind = room.chat.type
    if bot.id not in room.members:
        raise forbidden(f"bot is not a member of the {kind} chat")
    if kind == "channel" and bot.id not in room.admins:
        raise bad_request("need administrator rights in the channel chat")


def message_text(
    text: str, parse_mode: Any, entities: Sequence[MessageEntity] | None, *, editing: bool = False
) -> tuple[str, list[MessageEntity]]:
    """The text as it will stand, or Telegram's refusal."""
    if not text:
        raise bad_request("message text is empty")
    plain, found = formatted(text, given(parse_mode), entities)
    if not plain:
        raise bad_request("text must be non-empty")
    if utf16_length(plain) > TEXT_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG" if editing else "message is too long")
    return plain, found


def message_caption(
    caption: str | None, parse_mode: Any, entities: Sequence[MessageEntity] | None, *, editing: bool = False
) -> tuple[str | None, list[MessageEntity]]:
    plain, found = formatted(caption or "", given(parse_mode), entities)
    if utf16_length(plain) > CAPTION_LIMIT:
        raise bad_request("MEDIA_CAPTION_TOO_LONG" if editing else "message caption is too long")
    return plain or None, found


def checked_markup(room: Room, markup: Markup | None) -> Markup | None:
    check_markup(markup, in_private=room.is_private, in_channel=room.chat.type == "channel")
    return markup


def inline_only(markup: Markup | None) -> InlineKeyboardMarkup | None:
    return markup if isinstance(markup, InlineKeyboardMarkup) else None
