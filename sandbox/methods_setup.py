"""Methods that introduce a bot and look around: commands, descriptions, menu button, chats, members."""

import re
from typing import Any

from aiogram.methods import (
    DeleteMyCommands,
    GetChat,
    GetChatMember,
    GetChatMenuButton,
    GetMe,
    GetMyCommands,
    GetMyDescription,
    GetMyName,
    GetMyShortDescription,
    GetUserProfilePhotos,
    SetChatMenuButton,
    SetMyCommands,
    SetMyDescription,
    SetMyName,
    SetMyShortDescription,
)
from aiogram.types import BotCommand, ChatMemberAdministrator, UserProfilePhotos

from sandbox.chats import BotAccount, Room
from sandbox.errors import bad_request
from sandbox.events import to_plain
from sandbox.registry import Request, handles
from sandbox.world import World, member

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
ABILITIES = {
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
    "can_connect_to_business": False,
    "has_main_web_app": False,
}
ADMIN_RIGHTS = [
    name
    for name, field in ChatMemberAdministrator.model_fields.items()
    if field.is_required() and field.annotation is bool
]
CHANNEL_RIGHTS = {"can_post_messages": True, "can_edit_messages": True}


@handles(GetMe)
def get_me(_world: World, request: Request[GetMe]) -> dict[str, Any]:
    return {**to_plain(request.bot.user), **ABILITIES}


# -- commands ------------------------------------------------------------------------------------------------


@handles(SetMyCommands)
def set_my_commands(world: World, request: Request[SetMyCommands]) -> bool:
    method = request.method
    if len(method.commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in method.commands:
        _check_command(command)
    key = (_scope_key(world, request.bot, method.scope), method.language_code or "")
    request.bot.commands[key] = [to_plain(command) for command in method.commands]
    _tell_commands(world, request.bot)
    return True


@handles(GetMyCommands)
def get_my_commands(world: World, request: Request[GetMyCommands]) -> list[dict[str, Any]]:
    method = request.method
    return request.bot.commands.get(
        (_scope_key(world, request.bot, method.scope), method.language_code or ""), []
    )


@handles(DeleteMyCommands)
def delete_my_commands(world: World, request: Request[DeleteMyCommands]) -> bool:
    method = request.method
    key = (_scope_key(world, request.bot, method.scope), method.language_code or "")
    request.bot.commands.pop(key, None)
    _tell_commands(world, request.bot)
    return True


def _check_command(command: BotCommand) -> None:
    name = command.command.removeprefix("/")
    if not name:
        raise bad_request("command must be non-empty")
    if len(name) > 32:
        raise bad_request("command length must not exceed 32")
    if not COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not command.description.strip():
        raise bad_request("command description must be non-empty")
    if len(command.description) > 256:
        raise bad_request("command description length must not exceed 256")


def _scope_key(world: World, bot: BotAccount, scope: Any) -> str:
    """The scope as one word; a scope of one chat needs the chat to be there."""
    if scope is None:
        return "default"
    chat_id = getattr(scope, "chat_id", None)
    if chat_id is None:
        return str(scope.type)
    room = world.room(bot, int(chat_id) if str(chat_id).lstrip("-").isdigit() else chat_id)
    if room.is_private and not room.started:
        raise bad_request("chat not found")
    user_id = getattr(scope, "user_id", None)
    return f"{scope.type}:{room.id}" if user_id is None else f"{scope.type}:{room.id}:{user_id}"


def _tell_commands(world: World, bot: BotAccount) -> None:
    for (bot_id, _), room in world.private_rooms.items():
        if bot_id == bot.id:
            world.emit("commands", room)


def commands_seen(bot: BotAccount, room: Room, language: str) -> list[dict[str, Any]]:
    """The menu that a person in a private chat sees: the narrowest scope wins, then their language."""
    for scope in (f"chat:{room.id}", "all_private_chats", "default"):
        for code in (language, ""):
            if (scope, code) in bot.commands:
                return bot.commands[(scope, code)]
    return []


# -- profile -------------------------------------------------------------------------------------------------


def _set_profile(bot: BotAccount, field: str, value: str | None, language: str | None, limit: int) -> bool:
    if value and len(value) > limit:
        raise bad_request(f"bot {field.replace('_', ' ')} is too long")
    bot.profile[(field, language or "")] = value or ""
    return True


def _profile(bot: BotAccount, field: str, language: str | None, default: str = "") -> dict[str, str]:
    own = bot.profile.get((field, language or ""), "")
    return {field: own or bot.profile.get((field, ""), "") or default}


@handles(SetMyName)
def set_my_name(_world: World, request: Request[SetMyName]) -> bool:
    return _set_profile(request.bot, "name", request.method.name, request.method.language_code, 64)


@handles(GetMyName)
def get_my_name(_world: World, request: Request[GetMyName]) -> dict[str, str]:
    return _profile(request.bot, "name", request.method.language_code, request.bot.user.first_name)


@handles(SetMyDescription)
def set_my_description(_world: World, request: Request[SetMyDescription]) -> bool:
    method = request.method
    return _set_profile(request.bot, "description", method.description, method.language_code, 512)


@handles(GetMyDescription)
def get_my_description(_world: World, request: Request[GetMyDescription]) -> dict[str, str]:
    return _profile(request.bot, "description", request.method.language_code)


@handles(SetMyShortDescription)
def set_my_short_description(_world: World, request: Request[SetMyShortDescription]) -> bool:
    method = request.method
    return _set_profile(request.bot, "short_description", method.short_description, method.language_code, 120)


@handles(GetMyShortDescription)
def get_my_short_description(_world: World, request: Request[GetMyShortDescription]) -> dict[str, str]:
    return _profile(request.bot, "short_description", request.method.language_code)


@handles(SetChatMenuButton)
def set_chat_menu_button(_world: World, request: Request[SetChatMenuButton]) -> bool:
    method = request.method
    button = {"type": "default"} if method.menu_button is None else to_plain(method.menu_button)
    request.bot.menu_buttons[method.chat_id or 0] = button
    return True


@handles(GetChatMenuButton)
def get_chat_menu_button(_world: World, request: Request[GetChatMenuButton]) -> dict[str, Any]:
    buttons = request.bot.menu_buttons
    general = buttons.get(0, {"type": "commands"})
    return buttons.get(request.method.chat_id or 0, general)


# -- chats ---------------------------------------------------------------------------------------------------


@handles(GetChat)
def get_chat(world: World, request: Request[GetChat]) -> dict[str, Any]:
    room = _known_room(world, request.bot, request.method.chat_id)
    plain: dict[str, Any] = to_plain(room.chat)
    gifts = (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    )
    full = {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
    }
    return {**plain, **full}


@handles(GetChatMember)
def get_chat_member(world: World, request: Request[GetChatMember]) -> Any:
    room = _known_room(world, request.bot, request.method.chat_id)
    user = world.users.get(request.method.user_id)
    if user is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    if room.chat.type == "channel" and request.bot.id not in room.admins:
        raise bad_request("member list is inaccessible")
    if user.id in room.admins:
        rights = {**dict.fromkeys(ADMIN_RIGHTS, False), "can_manage_chat": True}
        extra = CHANNEL_RIGHTS if room.chat.type == "channel" else {}
        return {"status": "administrator", "user": to_plain(user), **rights, **extra}
    is_member = room.is_private or user.id in room.members
    return member(user, "member" if is_member else "left")


@handles(GetUserProfilePhotos)
def get_user_profile_photos(world: World, request: Request[GetUserProfilePhotos]) -> UserProfilePhotos:
    if request.method.user_id not in world.users:
        raise bad_request("user not found")
    return UserProfilePhotos(total_count=0, photos=[])


def _known_room(world: World, bot: BotAccount, chat_id: int | str) -> Room:
    room = world.room(bot, chat_id)
    if room.is_private and not room.started:
        raise bad_request("chat not found")
    return room
