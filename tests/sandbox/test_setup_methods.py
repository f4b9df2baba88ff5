"""Methods by which a bot introduces itself and looks around."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    ChatMemberAdministrator,
    MenuButtonCommands,
)

from sandbox.people import Person
from sandbox.telegram import Telegram
from tests.sandbox.conftest import Refused

HELP = BotCommand(command="help", description="Помощь")


async def test_the_bot_knows_itself(bot: Bot) -> None:
    me = await bot.get_me()
    assert (me.id, me.username, me.first_name, me.is_bot) == (42, "mentor_bot", "Наставник", True)
    assert me.can_join_groups is True


async def test_commands_are_kept_by_scope_and_language(bot: Bot, telegram: Telegram, alsu: Person) -> None:
    private = BotCommandScopeAllPrivateChats()
    narrow = BotCommandScopeChat(chat_id=alsu.id)
    await bot.set_my_commands([HELP])
    await bot.set_my_commands([BotCommand(command="menu", description="Меню")], private, "ru")
    account = telegram.default_bot()
    assert [command["command"] for command in telegram.commands_for(account, alsu)] == ["menu"]
    await bot.set_my_commands([BotCommand(command="own", description="Своё")], narrow)
    assert [command["command"] for command in telegram.commands_for(account, alsu)] == ["own"]
    assert await bot.get_my_commands(private) == []
    assert [command.command for command in await bot.get_my_commands(private, "ru")] == ["menu"]
    await bot.delete_my_commands(narrow)
    await bot.delete_my_commands(private, "ru")
    assert [command["command"] for command in telegram.commands_for(account, alsu)] == ["help"]


@pytest.mark.parametrize(
    ("command", "description", "reason"),
    [
        ("Help", "x", "BOT_COMMAND_INVALID"),
        ("по-русски", "x", "BOT_COMMAND_INVALID"),
        ("", "x", "command must be non-empty"),
        ("a" * 33, "x", "command length must not exceed 32"),
        ("help", " ", "command description must be non-empty"),
        ("help", "x" * 257, "command description length must not exceed 256"),
    ],
)
async def test_commands_that_are_refused(
    bot: Bot, command: str, description: str, reason: str, refused: type[Refused]
) -> None:
    async with refused(TelegramBadRequest, reason):
        await bot.set_my_commands([BotCommand(command=command, description=description)])


async def test_more_limits_on_commands(bot: Bot, stranger: Person, refused: type[Refused]) -> None:
    async with refused(TelegramBadRequest, "BOT_COMMANDS_TOO_MUCH"):
        await bot.set_my_commands([HELP] * 101)
    async with refused(TelegramBadRequest, "chat not found"):
        await bot.set_my_commands([HELP], BotCommandScopeChat(chat_id=stranger.id))


async def test_names_and_descriptions(bot: Bot, refused: type[Refused]) -> None:
    await bot.set_my_name("Сопровождение", "ru")
    await bot.set_my_description("Помогает наставникам")
    await bot.set_my_short_description("Наставник")
    assert (await bot.get_my_name("ru")).name == "Сопровождение"
    assert (await bot.get_my_name("tt")).name == "Наставник"
    assert (await bot.get_my_description("tt")).description == "Помогает наставникам"
    assert (await bot.get_my_short_description()).short_description == "Наставник"
    async with refused(TelegramBadRequest, "bot short description is too long"):
        await bot.set_my_short_description("а" * 121)


async def test_the_menu_button(bot: Bot, alsu: Person) -> None:
    await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    assert (await bot.get_chat_menu_button(alsu.id)).type == "commands"


async def test_chats_and_members(
    bot: Bot, telegram: Telegram, alsu: Person, stranger: Person, refused: type[Refused]
) -> None:
    chat = await bot.get_chat(alsu.id)
    assert (chat.type, chat.first_name, chat.username) == ("private", "Алсу", "alsu_k")
    async with refused(TelegramBadRequest, "chat not found"):
        await bot.get_chat(stranger.id)
    channel = telegram.add_channel("Школа", "school_channel", admins=[telegram.default_bot()])
    assert (await bot.get_chat("@school_channel")).id == channel.id
    assert isinstance(await bot.get_chat_member(channel.id, bot.id), ChatMemberAdministrator)
    assert (await bot.get_chat_member(channel.id, alsu.id)).status == "left"
    group = telegram.add_group("Учителя", telegram.default_bot(), alsu)
    assert (await bot.get_chat_member(group.id, alsu.id)).status == "member"
    async with refused(TelegramBadRequest, "PARTICIPANT_ID_INVALID"):
        await bot.get_chat_member(group.id, 5)
    closed = telegram.add_channel("Чужой", "other_channel")
    async with refused(TelegramBadRequest, "member list is inaccessible"):
        await bot.get_chat_member(closed.id, alsu.id)


async def test_nobody_has_a_profile_photo(bot: Bot, alsu: Person) -> None:
    assert (await bot.get_user_profile_photos(alsu.id)).total_count == 0
