"""Keyboards: what is refused, what a person sees and can do with them."""

import json

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    WebAppInfo,
)

from sandbox.people import Person
from sandbox.telegram import Telegram
from tests.sandbox.conftest import TOKEN, Refused

Button = InlineKeyboardButton
NO_TYPE = "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"


@pytest.mark.parametrize(
    ("button", "reason"),
    [
        (Button(text="", callback_data="x"), "inline keyboard button text must be non-empty"),
        (Button(text="без дела"), NO_TYPE),
        (Button(text="пусто", callback_data=""), NO_TYPE),
        (Button(text="длинно", callback_data="x" * 65), "Bad Request: BUTTON_DATA_INVALID"),
        (Button(text="длинно", callback_data="я" * 33), "Bad Request: BUTTON_DATA_INVALID"),
        (
            Button(text="ссылка", url="localhost"),
            "inline keyboard button URL 'localhost' is invalid: Wrong HTTP URL",
        ),
        (Button(text="ссылка", url="ftp://a.ru"), "is invalid: Unsupported URL protocol"),
        (Button(text="ссылка", url="https://"), "is invalid: URL host is empty"),
        (
            Button(text="окно", web_app=WebAppInfo(url="http://a.ru")),
            "inline keyboard button Web App URL 'http://a.ru' is invalid: Only HTTPS links are allowed",
        ),
    ],
)
async def test_inline_buttons_that_are_refused(
    bot: Bot, alsu: Person, button: Button, reason: str, refused: type[Refused]
) -> None:
    async with refused(TelegramBadRequest, reason):
        await bot.send_message(alsu.id, "?", reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]]))


@pytest.mark.parametrize(
    "button",
    [
        Button(text="данные", callback_data="я" * 32),
        Button(text="ссылка", url="https://xn--90ais.xn--p1ai/путь?a=1"),
        Button(text="ссылка", url="t.me/mentor_bot"),
        Button(text="человек", url="tg://user?id=5"),
        Button(text="окно", web_app=WebAppInfo(url="https://a.ru")),
    ],
)
async def test_inline_buttons_that_are_accepted(bot: Bot, alsu: Person, button: Button) -> None:
    markup = InlineKeyboardMarkup(inline_keyboard=[[button]])
    shown = (await bot.send_message(alsu.id, "?", reply_markup=markup)).reply_markup
    assert shown is not None
    assert shown.model_dump() == markup.model_dump()


@pytest.mark.parametrize("shape", [[9], [8] * 12 + [5]])
async def test_keyboards_that_are_too_big(
    bot: Bot, alsu: Person, shape: list[int], refused: type[Refused]
) -> None:
    rows = [[Button(text="x", callback_data="x")] * length for length in shape]
    async with refused(TelegramBadRequest, "reply markup is too long"):
        await bot.send_message(alsu.id, "?", reply_markup=InlineKeyboardMarkup(inline_keyboard=rows))


async def test_the_biggest_keyboard_is_accepted(bot: Bot, alsu: Person) -> None:
    rows = [[Button(text="x", callback_data="x")] * 8] * 12 + [[Button(text="y", callback_data="y")] * 4]
    await bot.send_message(alsu.id, "?", reply_markup=InlineKeyboardMarkup(inline_keyboard=rows))
    assert sum(len(row) for row in alsu.buttons) == 100


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("{", "can't parse reply keyboard markup JSON object"),
        ("[" * 100_000, "can't parse reply keyboard markup JSON object"),
        ("[]", "object expected as reply markup"),
        ('{"inline_keyboard": {}}', "must be an Array of Arrays"),
        ('{"inline_keyboard": [["x"]]}', "InlineKeyboardButton must be an Object"),
        (
            '{"inline_keyboard": [[{"url": "a.ru"}]]}',
            "can't parse inline keyboard button: Can't find field \"text\"",
        ),
        ('{"keyboard": [[5]]}', "KeyboardButton must be a String or an Object"),
    ],
)
async def test_markup_that_is_no_markup(telegram: Telegram, alsu: Person, markup: str, reason: str) -> None:
    params = {"chat_id": str(alsu.id), "text": "?", "reply_markup": markup}
    reply = await telegram.serve(TOKEN, "sendMessage", params, {})
    assert reply.status == 400
    assert reason in json.loads(reply.text)["description"]


async def test_a_reply_keyboard_stays_until_it_is_removed(bot: Bot, alsu: Person) -> None:
    rows = [[KeyboardButton(text="Мои встречи")], [KeyboardButton(text="Телефон", request_contact=True)]]
    sent = await bot.send_message(alsu.id, "Меню", reply_markup=ReplyKeyboardMarkup(keyboard=rows))
    assert sent.reply_markup is None
    await bot.send_message(alsu.id, "Ещё")
    assert alsu.reply_keyboard == [["Мои встречи"], ["Телефон"]]
    await alsu.taps("Мои встречи")
    await alsu.taps("Телефон")
    texts = [update.message for update in await bot.get_updates()]
    assert texts[0] is not None and texts[0].text == "Мои встречи"
    assert texts[1] is not None and texts[1].contact is not None
    assert texts[1].contact.user_id == alsu.id
    await bot.send_message(alsu.id, "Убрал", reply_markup=ReplyKeyboardRemove())
    assert alsu.reply_keyboard == []


async def test_buttons_may_be_plain_strings(telegram: Telegram, alsu: Person) -> None:
    params = {"chat_id": alsu.id, "text": "?", "reply_markup": {"keyboard": [["Да", {"text": "Нет"}]]}}
    assert (await telegram.serve(TOKEN, "sendMessage", params, {})).status == 200
    assert alsu.reply_keyboard == [["Да", "Нет"]]


async def test_an_empty_reply_button_is_refused(bot: Bot, alsu: Person, refused: type[Refused]) -> None:
    markup = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text=" ")]])
    async with refused(TelegramBadRequest, "keyboard button text must be non-empty"):
        await bot.send_message(alsu.id, "?", reply_markup=markup)


async def test_channels_and_groups_take_fewer_keyboards(
    bot: Bot, telegram: Telegram, alsu: Person, refused: type[Refused]
) -> None:
    channel = telegram.add_channel("Школа", admins=[telegram.default_bot()])
    group = telegram.add_group("Учителя", telegram.default_bot(), alsu)
    contact = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Телефон", request_contact=True)]])
    async with refused(TelegramBadRequest, "inline keyboard expected"):
        await bot.send_message(channel.id, "?", reply_markup=contact)
    async with refused(TelegramBadRequest, "phone number can be requested in private chats only"):
        await bot.send_message(group.id, "?", reply_markup=contact)
