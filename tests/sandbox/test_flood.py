"""The sending limits, when they are switched on."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter

from sandbox.flood import FloodControl
from sandbox.people import Person
from sandbox.telegram import Telegram


class Timer:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def timer(telegram: Telegram) -> Timer:
    ticking = Timer()
    telegram.flood = FloodControl(ticking)
    telegram.flood_limit = True
    return ticking


async def test_one_chat_takes_one_message_a_second_after_a_small_burst(
    bot: Bot, alsu: Person, timer: Timer
) -> None:
    for _ in range(3):
        await bot.send_message(alsu.id, "раз")
    with pytest.raises(TelegramRetryAfter) as flood:
        await bot.send_message(alsu.id, "лишнее")
    assert flood.value.retry_after == 1
    timer.now += 1
    await bot.send_message(alsu.id, "через секунду")
    assert len(alsu.texts()) == 4


async def test_a_bot_sends_thirty_a_second(bot: Bot, telegram: Telegram, timer: Timer) -> None:
    people = [telegram.add_person(f"Учитель {number}") for number in range(31)]
    for person in people:
        await person.starts()
    for person in people[:30]:
        await bot.send_message(person.id, "рассылка")
    with pytest.raises(TelegramRetryAfter):
        await bot.send_message(people[30].id, "рассылка")
    timer.now += 0.1
    await bot.send_message(people[30].id, "рассылка")


async def test_there_is_no_limit_unless_asked_for(bot: Bot, alsu: Person) -> None:
    for _ in range(40):
        await bot.send_message(alsu.id, "раз")
    assert len(alsu.texts()) == 40
