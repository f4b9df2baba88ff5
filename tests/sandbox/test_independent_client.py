"""A client that shares no code with the sandbox, python-telegram-bot, talks to its HTTP front.

The sandbox stands on aiogram's models; what those two would get wrong alike, this client would not take.
"""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    Update,
)
from telegram.constants import ChatAction, ParseMode
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)
from telegram.request import HTTPXRequest

from sandbox.images import SMALL_PNG
from sandbox.people import Person
from sandbox.server import SandboxServer
from sandbox.telegram import Telegram
from tests.sandbox.conftest import TOKEN

TAP = InlineKeyboardMarkup(
    [[InlineKeyboardButton("Да", callback_data="yes"), InlineKeyboardButton("Сайт", url="https://a.ru")]]
)


def client_of(server: SandboxServer, token: str = TOKEN) -> Bot:
    return Bot(
        token,
        base_url=f"{server.url}/bot",
        base_file_url=f"{server.url}/file/bot",
        request=HTTPXRequest(connection_pool_size=8, read_timeout=2),
        get_updates_request=HTTPXRequest(connection_pool_size=8, read_timeout=2),
    )


@pytest.fixture
async def client(server: SandboxServer) -> AsyncIterator[Bot]:
    async with client_of(server) as ready:
        yield ready


async def test_get_me(client: Bot) -> None:
    me = await client.get_me()
    assert (me.id, me.username, me.first_name, me.is_bot) == (42, "mentor_bot", "Наставник", True)
    assert me.can_join_groups is True


async def test_long_polling(client: Bot, alsu: Person) -> None:
    waiting = asyncio.create_task(client.get_updates(timeout=5))
    await asyncio.sleep(0.05)
    await alsu.sends("Здравствуйте, /help")
    (update,) = await asyncio.wait_for(waiting, 2)
    assert update.message is not None and update.effective_user is not None
    assert (update.message.text, update.effective_user.full_name) == ("Здравствуйте, /help", "Алсу Каримова")
    assert list(update.message.parse_entities(["bot_command"]).values()) == ["/help"]
    assert [again.update_id for again in await client.get_updates()] == [update.update_id]
    assert await client.get_updates(offset=update.update_id + 1) == ()


async def test_messages_with_every_kind_of_keyboard(client: Bot, alsu: Person) -> None:
    inline = await client.send_message(alsu.id, "<b>Да</b>?", parse_mode=ParseMode.HTML, reply_markup=TAP)
    assert (inline.text, inline.text_html) == ("Да?", "<b>Да</b>?")
    assert inline.reply_markup == TAP
    contact = KeyboardButton("Телефон", request_contact=True)
    await client.send_message(alsu.id, "Меню", reply_markup=ReplyKeyboardMarkup([["Встречи"], [contact]]))
    assert alsu.reply_keyboard == [["Встречи"], ["Телефон"]]
    await alsu.taps("Телефон")
    (update,) = await client.get_updates()
    assert update.message is not None and update.message.contact is not None
    assert update.message.contact.user_id == alsu.id
    await client.send_message(alsu.id, "Убрал", reply_markup=ReplyKeyboardRemove())
    assert alsu.reply_keyboard == []
    await client.send_message(alsu.id, "Имя?", reply_markup=ForceReply(input_field_placeholder="Имя"))
    assert alsu.screen.keyboard is not None
    assert alsu.screen.keyboard.model_dump(exclude_none=True)["input_field_placeholder"] == "Имя"


async def test_edits_in_place(client: Bot, alsu: Person) -> None:
    sent = await client.send_message(alsu.id, "раз", reply_markup=TAP)
    edited = await sent.edit_text("два", reply_markup=TAP)
    assert isinstance(edited, Message)
    assert edited.edit_date is not None
    await sent.edit_reply_markup(None)
    assert (alsu.screen.text, alsu.buttons) == ("два", [])
    with pytest.raises(BadRequest, match="Message is not modified"):
        await sent.edit_text("два")
    assert await sent.delete()
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await sent.edit_text("три")
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await sent.delete()


async def test_files_up_and_down(client: Bot, alsu: Person) -> None:
    sent = await client.send_document(alsu.id, "План".encode(), filename="план.txt", caption="вот")
    assert sent.document is not None
    assert (sent.document.file_name, sent.caption) == ("план.txt", "вот")
    assert alsu.downloads().decode() == "План"
    fetched = await sent.document.get_file()
    assert bytes(await fetched.download_as_bytearray()).decode() == "План"
    again = await client.send_document(alsu.id, sent.document.file_id)
    assert again.document == sent.document
    photo = await client.send_photo(alsu.id, SMALL_PNG)
    assert (photo.photo[-1].width, photo.photo[-1].height) == (32, 24)
    await alsu.sends_document("отчёт.pdf", b"%PDF", caption="от меня")
    (update,) = await client.get_updates()
    assert update.message is not None and update.message.document is not None
    received = await update.message.document.get_file()
    assert bytes(await received.download_as_bytearray()) == b"%PDF"


async def test_callback_answers(client: Bot, alsu: Person) -> None:
    await client.send_message(alsu.id, "Да?", reply_markup=TAP)
    await alsu.taps("Да")
    (update,) = await client.get_updates()
    query = update.callback_query
    assert query is not None
    assert (query.data, query.from_user.id) == ("yes", alsu.id)
    await query.answer("Принято", show_alert=True)
    assert (alsu.toasts[-1].text, alsu.toasts[-1].show_alert) == ("Принято", True)
    with pytest.raises(
        BadRequest, match="Query is too old and response timeout expired or query id is invalid"
    ):
        await query.answer("Ещё раз")


async def test_the_rest_of_what_a_bot_needs(client: Bot, alsu: Person, telegram: Telegram) -> None:
    assert await client.send_chat_action(alsu.id, ChatAction.TYPING)
    await client.set_my_commands([BotCommand("help", "Помощь")], BotCommandScopeAllPrivateChats(), "ru")
    assert telegram.commands_for(telegram.default_bot(), alsu) == [
        {"command": "help", "description": "Помощь"}
    ]
    (command,) = await client.get_my_commands(BotCommandScopeAllPrivateChats(), "ru")
    assert (command.command, command.description) == ("help", "Помощь")
    chat = await client.get_chat(alsu.id)
    assert (chat.type, chat.first_name) == ("private", "Алсу")
    assert (await client.get_chat_member(alsu.id, alsu.id)).status == "member"
    channel = telegram.add_channel("Школа", admins=[telegram.default_bot()])
    post = await client.send_message(channel.id, "Новости")
    assert (post.sender_chat, post.from_user) == (post.chat, None)
    assert (await client.get_chat_member(channel.id, 42)).status == "administrator"


async def test_blocking_is_told(client: Bot, alsu: Person) -> None:
    alsu.block()
    (update,) = await client.get_updates()
    assert update.my_chat_member is not None
    assert update.my_chat_member.new_chat_member.status == "kicked"


async def test_refusals_400_and_403(client: Bot, alsu: Person, stranger: Person, telegram: Telegram) -> None:
    with pytest.raises(BadRequest, match="Message text is empty"):
        await client.send_message(alsu.id, "")
    with pytest.raises(BadRequest, match="Can't parse entities: can't find end tag"):
        await client.send_message(alsu.id, "<b>x", parse_mode=ParseMode.HTML)
    with pytest.raises(BadRequest, match="Chat not found"):
        await client.send_message(5, "x")
    with pytest.raises(BadRequest, match="Button_data_invalid"):
        long = InlineKeyboardMarkup([[InlineKeyboardButton("x", callback_data="я" * 33)]])
        await client.send_message(alsu.id, "x", reply_markup=long)
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await client.send_message(stranger.id, "x")
    alsu.block()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await client.send_message(alsu.id, "x")


async def test_refusals_401_409_and_429(
    client: Bot, server: SandboxServer, alsu: Person, telegram: Telegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # otherwise the library warns of its own future
    other = client_of(server, "1:other")
    with pytest.raises(InvalidToken):
        await other.get_me()
    await other.request.shutdown()
    older = asyncio.create_task(client.get_updates(timeout=5))
    await asyncio.sleep(0.05)
    newer = asyncio.create_task(client.get_updates(timeout=1))
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await asyncio.wait_for(older, 2)
    assert await newer == ()
    telegram.faults.add("sendMessage", "retry_after", retry_after=7)
    with pytest.raises(RetryAfter) as flood:
        await client.send_message(alsu.id, "x")
    assert flood.value.retry_after == timedelta(seconds=7)


async def test_a_migrated_group(client: Bot, alsu: Person, telegram: Telegram) -> None:
    group = telegram.add_group("Учителя", telegram.default_bot(), alsu)
    new_id = telegram.migrate_to_supergroup(group)
    with pytest.raises(ChatMigrated) as moved:
        await client.send_message(group.id, "x")
    assert moved.value.new_chat_id == new_id


async def test_a_network_that_breaks(
    client: Bot, server: SandboxServer, alsu: Person, telegram: Telegram
) -> None:
    telegram.faults.add("sendMessage", "drop")
    with pytest.raises(NetworkError):
        await client.send_message(alsu.id, "дошло без ответа")
    telegram.faults.add("sendMessage", "hang", seconds=5)
    with pytest.raises(TimedOut):
        await client.send_message(alsu.id, "дошло в тишине", read_timeout=0.1)
    async with server.refuse():
        with pytest.raises(NetworkError):
            await client.send_message(alsu.id, "не дошло")
    assert alsu.texts() == ["дошло без ответа", "дошло в тишине"]


async def test_a_whole_bot_of_the_other_library(
    server: SandboxServer, alsu: Person, telegram: Telegram
) -> None:
    """Its dispatcher, its polling, its handlers: a conversation from /start to an answer."""

    async def start(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message is not None
        await update.message.reply_text("Согласны?", reply_markup=TAP)

    async def press(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.callback_query is not None
        await update.callback_query.answer()
        await update.callback_query.edit_message_text("Спасибо. Как вас зовут?")

    async def name(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message is not None
        await update.message.reply_text(f"Рады вам, {update.message.text}!")

    application = Application.builder().bot(client_of(server)).build()
    application.add_handler(CommandHandler("start", start))
    application.add_handler(CallbackQueryHandler(press))
    application.add_handler(MessageHandler(filters.TEXT, name))
    said: asyncio.Queue[str] = asyncio.Queue()
    telegram.subscribe(lambda event: said.put_nowait((event.message or {}).get("text", "")))
    async with application:
        await application.start()
        assert application.updater is not None
        await application.updater.start_polling(timeout=1)
        await alsu.starts()
        await until_said(said, "Согласны?")
        await alsu.taps("Да")
        await until_said(said, "Спасибо. Как вас зовут?")
        await alsu.sends("Алсу")
        await until_said(said, "Рады вам, Алсу!")
        await application.updater.stop()
        await application.stop()


async def until_said(said: asyncio.Queue[str], text: str) -> None:
    async with asyncio.timeout(5):
        while await said.get() != text:
            pass
