"""What Telegram refuses in a message, the sandbox refuses with the same code and words."""

from datetime import timedelta

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNotFound,
    TelegramUnauthorizedError,
)
from aiogram.methods import SendMessage
from aiogram.types import ForceReply, MessageEntity, ReplyParameters

from sandbox.clock import MovableClock
from sandbox.people import Person
from sandbox.session import SandboxSession
from sandbox.telegram import Telegram
from tests.sandbox.conftest import Keyboard, Refused


async def test_an_unknown_token_is_unauthorized(telegram: Telegram) -> None:
    with pytest.raises(TelegramUnauthorizedError, match="Unauthorized"):
        await Bot("1:unknown", session=SandboxSession(telegram)).get_me()


async def test_a_revoked_token_is_unauthorized(telegram: Telegram, bot: Bot) -> None:
    await bot.get_me()
    telegram.revoke_token(telegram.default_bot())
    with pytest.raises(TelegramUnauthorizedError):
        await bot.get_me()


async def test_an_unknown_method_is_not_found(bot: Bot) -> None:
    class SendThought(SendMessage):
        __api_method__ = "sendThought"

    with pytest.raises(TelegramNotFound, match="Not Found: method not found"):
        await bot(SendThought(chat_id=1, text="…"))


async def test_a_method_that_is_not_implemented_fails_loudly(bot: Bot, alsu: Person) -> None:
    with pytest.raises(NotImplementedError, match="sendDice"):
        await bot.send_dice(alsu.id)


@pytest.mark.parametrize("chat_id", [777, -100777, "@nobody_here"])
async def test_a_chat_that_is_not_there(bot: Bot, chat_id: int | str, refused: type[Refused]) -> None:
    async with refused(TelegramBadRequest, "Bad Request: chat not found"):
        await bot.send_message(chat_id, "Здравствуйте")


async def test_a_bot_cannot_begin_a_conversation(bot: Bot, stranger: Person, refused: type[Refused]) -> None:
    async with refused(TelegramForbiddenError, "Forbidden: bot can't initiate conversation with a user"):
        await bot.send_message(stranger.id, "Здравствуйте")
    await stranger.starts()
    assert (await bot.send_message(stranger.id, "Здравствуйте")).message_id == 2


async def test_a_bot_cannot_write_to_a_bot(bot: Bot, refused: type[Refused]) -> None:
    async with refused(TelegramForbiddenError, "bot can't send messages to the bot"):
        await bot.send_message(bot.id, "я")


async def test_a_person_who_blocked_the_bot(bot: Bot, alsu: Person, refused: type[Refused]) -> None:
    sent = await bot.send_message(alsu.id, "раз")
    alsu.block()
    async with refused(TelegramForbiddenError, "Forbidden: bot was blocked by the user"):
        await bot.send_message(alsu.id, "два")
    async with refused(TelegramForbiddenError, "Forbidden: bot was blocked by the user"):
        await sent.edit_text("три")
    alsu.unblock()
    await bot.send_message(alsu.id, "четыре")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "Bad Request: message text is empty"),
        (" \n ", "Bad Request: text must be non-empty"),
        ("а" * 4097, "Bad Request: message is too long"),
        ("😀" * 2049, "Bad Request: message is too long"),
        ("я" * 17000, "Bad Request: text is too long"),
    ],
)
async def test_texts_of_no_acceptable_length(
    bot: Bot, alsu: Person, text: str, reason: str, refused: type[Refused]
) -> None:
    async with refused(TelegramBadRequest, reason):
        await bot.send_message(alsu.id, text)
    assert alsu.from_bot == []


@pytest.mark.parametrize("text", ["а" * 4096, "😀" * 2048])
async def test_the_longest_text_is_counted_in_utf16(bot: Bot, alsu: Person, text: str) -> None:
    assert (await bot.send_message(alsu.id, text)).text == text


async def test_markup_does_not_count_towards_the_length(bot: Bot, alsu: Person) -> None:
    sent = await bot.send_message(alsu.id, f"<b>{'а' * 4096}</b>", parse_mode="HTML")
    assert sent.text == "а" * 4096


async def test_white_space_is_cut_off_as_telegram_does(bot: Bot, alsu: Person) -> None:
    sent = await bot.send_message(alsu.id, "  <b> жирно</b>\n", parse_mode="HTML")
    assert sent.text == "жирно"
    assert sent.entities is not None
    assert [(entity.type, entity.offset, entity.length) for entity in sent.entities] == [("bold", 0, 5)]


async def test_given_entities_must_lie_in_the_text(bot: Bot, alsu: Person, refused: type[Refused]) -> None:
    beyond = MessageEntity(type="bold", offset=2, length=10)
    async with refused(TelegramBadRequest, "ends after the end of the text"):
        await bot.send_message(alsu.id, "коротко", entities=[beyond])


async def test_a_reply_needs_its_message(bot: Bot, alsu: Person, refused: type[Refused]) -> None:
    async with refused(TelegramBadRequest, "message to be replied not found"):
        await bot.send_message(alsu.id, "да", reply_parameters=ReplyParameters(message_id=99))
    lenient = ReplyParameters(message_id=99, allow_sending_without_reply=True)
    assert (await bot.send_message(alsu.id, "да", reply_parameters=lenient)).reply_to_message is None
    replied = await bot.send_message(alsu.id, "да", reply_parameters=ReplyParameters(message_id=1))
    assert replied.reply_to_message is not None
    assert replied.reply_to_message.text == "/start"


async def test_an_edit_that_changes_nothing(
    bot: Bot, alsu: Person, keyboard: Keyboard, refused: type[Refused]
) -> None:
    sent = await bot.send_message(alsu.id, "<b>да</b>", parse_mode="HTML", reply_markup=keyboard(Да="1"))
    async with refused(TelegramBadRequest, "message is not modified: specified new message content"):
        await sent.edit_text("<b>да</b>", parse_mode="HTML", reply_markup=keyboard(Да="1"))
    async with refused(TelegramBadRequest, "message is not modified"):
        await sent.edit_reply_markup(reply_markup=keyboard(Да="1"))
    await sent.edit_text("да", reply_markup=keyboard(Да="1"))
    await sent.edit_text("да", reply_markup=keyboard(Да="2"))
    await sent.edit_text("да")
    assert alsu.screen.text == "да"
    assert alsu.screen.markup is None
    assert alsu.screen.edits == 3


async def test_messages_that_cannot_be_edited(bot: Bot, alsu: Person, refused: type[Refused]) -> None:
    async with refused(TelegramBadRequest, "message to edit not found"):
        await bot.edit_message_text("нет", chat_id=alsu.id, message_id=99)
    async with refused(TelegramBadRequest, "message can't be edited"):
        await bot.edit_message_text("чужое", chat_id=alsu.id, message_id=1)
    asked = await bot.send_message(alsu.id, "как вас зовут?", reply_markup=ForceReply())
    async with refused(TelegramBadRequest, "message can't be edited"):
        await asked.edit_text("не спрашиваю")
    plain = await bot.send_message(alsu.id, "текст")
    async with refused(TelegramBadRequest, "there is no caption in the message to edit"):
        await plain.edit_caption(caption="подпись")
    async with refused(TelegramBadRequest, "MESSAGE_TOO_LONG"):
        await plain.edit_text("а" * 4097)


async def test_deleting(bot: Bot, alsu: Person, clock: MovableClock, refused: type[Refused]) -> None:
    sent = await bot.send_message(alsu.id, "лишнее")
    await sent.delete()
    assert [message.text for message in alsu.chat] == ["/start"]
    async with refused(TelegramBadRequest, "message to delete not found"):
        await sent.delete()
    async with refused(TelegramBadRequest, "message to edit not found"):
        await sent.edit_text("снова")
    old = await bot.send_message(alsu.id, "старое")
    await clock.advance(timedelta(hours=49))
    async with refused(TelegramBadRequest, "message can't be deleted for everyone"):
        await old.delete()


async def test_several_are_deleted_at_once(bot: Bot, alsu: Person) -> None:
    numbers = [(await bot.send_message(alsu.id, str(number))).message_id for number in range(3)]
    await bot.delete_messages(alsu.id, [*numbers[:2], 99])
    assert alsu.texts() == ["2"]


async def test_chat_actions(bot: Bot, alsu: Person, telegram: Telegram, refused: type[Refused]) -> None:
    seen: list[object] = []
    telegram.subscribe(lambda event: seen.append((event.kind, event.data)))
    await bot.send_chat_action(alsu.id, "typing")
    assert seen == [("typing", {"action": "typing"})]
    async with refused(TelegramBadRequest, "wrong parameter action in request"):
        await bot.send_chat_action(alsu.id, "thinking")


async def test_every_call_is_on_record_with_its_outcome(bot: Bot, alsu: Person, telegram: Telegram) -> None:
    await bot.send_message(alsu.id, "раз")
    with pytest.raises(TelegramBadRequest):
        await bot.send_message(alsu.id, "")
    first, second = telegram.calls_of("sendMessage")
    assert (first.ok, first.payload["text"], first.bot_id) == (True, "раз", bot.id)
    assert (second.ok, second.error) == (False, "400 Bad Request: message text is empty")


async def test_a_method_can_be_called_without_a_session(telegram: Telegram, bot: Bot, alsu: Person) -> None:
    sent = await telegram.call(bot.token, SendMessage(chat_id=alsu.id, text="напрямую"))
    assert sent.text == "напрямую"
    assert alsu.screen.text == "напрямую"
