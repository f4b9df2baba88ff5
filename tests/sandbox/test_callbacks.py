"""Pressed buttons and the answers to them."""

from datetime import timedelta

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, InaccessibleMessage, Message

from sandbox.clock import MovableClock
from sandbox.people import Person
from sandbox.telegram import Telegram
from tests.sandbox.conftest import Keyboard, Refused

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


async def pressed(bot: Bot) -> CallbackQuery:
    query = (await bot.get_updates())[-1].callback_query
    assert query is not None
    return query


async def test_a_press_reaches_the_bot_and_its_answer_the_person(
    bot: Bot, alsu: Person, keyboard: Keyboard
) -> None:
    await bot.send_message(alsu.id, "Согласны?", reply_markup=keyboard(Да="yes", Нет="no"))
    await alsu.taps("Да")
    query = await pressed(bot)
    assert (query.data, query.from_user.id) == ("yes", alsu.id)
    assert isinstance(query.message, Message)
    assert query.message.text == "Согласны?"
    await query.answer("Записано", show_alert=True)
    assert [(toast.text, toast.show_alert) for toast in alsu.toasts] == [("Записано", True)]


async def test_a_query_is_answered_once(
    bot: Bot, alsu: Person, keyboard: Keyboard, refused: type[Refused]
) -> None:
    await bot.send_message(alsu.id, "Согласны?", reply_markup=keyboard(Да="yes"))
    await alsu.taps("Да")
    query = await pressed(bot)
    await query.answer()
    async with refused(TelegramBadRequest, TOO_OLD):
        await query.answer()


async def test_a_query_expires(
    bot: Bot, alsu: Person, keyboard: Keyboard, clock: MovableClock, refused: type[Refused]
) -> None:
    await bot.send_message(alsu.id, "Согласны?", reply_markup=keyboard(Да="yes"))
    await alsu.taps("Да")
    query = await pressed(bot)
    await clock.advance(timedelta(minutes=2))
    async with refused(TelegramBadRequest, TOO_OLD):
        await query.answer()


async def test_an_invented_query_is_refused(bot: Bot, refused: type[Refused]) -> None:
    async with refused(TelegramBadRequest, TOO_OLD):
        await bot.answer_callback_query("12345")


async def test_an_answer_has_two_hundred_characters(
    bot: Bot, alsu: Person, keyboard: Keyboard, refused: type[Refused]
) -> None:
    await bot.send_message(alsu.id, "Согласны?", reply_markup=keyboard(Да="yes"))
    await alsu.taps("Да")
    query = await pressed(bot)
    async with refused(TelegramBadRequest, "MESSAGE_TOO_LONG"):
        await query.answer("а" * 201)
    await query.answer("а" * 200)


async def test_forged_data_and_a_strangers_button_are_delivered(
    bot: Bot, alsu: Person, telegram: Telegram, keyboard: Keyboard
) -> None:
    await bot.send_message(alsu.id, "Согласны?", reply_markup=keyboard(Да="yes"))
    other = telegram.add_person("Марат")
    await other.taps_data("pair:9" * 20, alsu.screen)
    query = await pressed(bot)
    assert (query.from_user.id, query.data) == (other.id, "pair:9" * 20)


async def test_a_press_on_a_deleted_message_is_inaccessible(
    bot: Bot, alsu: Person, keyboard: Keyboard
) -> None:
    await bot.send_message(alsu.id, "Согласны?", reply_markup=keyboard(Да="yes"))
    screen = alsu.screen
    await bot.delete_message(alsu.id, screen.id)
    with pytest.raises(AssertionError, match="sees no button «Да»"):
        await alsu.taps("Да")
    await alsu.taps_data("yes", screen)
    query = await pressed(bot)
    assert isinstance(query.message, InaccessibleMessage)
