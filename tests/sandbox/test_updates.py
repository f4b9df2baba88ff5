"""Long polling: order, confirmation, conflicts, what is kept and for how long."""

import asyncio
from datetime import timedelta

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramConflictError

from sandbox import updates
from sandbox.chats import BotAccount
from sandbox.clock import MovableClock
from sandbox.people import Person
from tests.sandbox.conftest import Keyboard, Refused


async def texts(bot: Bot, offset: int | None = None) -> list[str | None]:
    return [update.message.text for update in await bot.get_updates(offset=offset) if update.message]


async def test_updates_are_kept_until_they_are_confirmed(bot: Bot, alsu: Person) -> None:
    for text in ("раз", "два", "три"):
        await alsu.sends(text)
    first = await bot.get_updates(limit=2)
    assert [update.message.text for update in first if update.message] == ["раз", "два"]
    assert first[1].update_id == first[0].update_id + 1
    assert await texts(bot) == ["раз", "два", "три"]
    assert await texts(bot, offset=first[1].update_id + 1) == ["три"]
    assert await texts(bot) == ["три"]


async def test_a_negative_offset_keeps_the_last_ones(bot: Bot, alsu: Person) -> None:
    for text in ("раз", "два", "три"):
        await alsu.sends(text)
    assert await texts(bot, offset=-1) == ["три"]
    assert await texts(bot) == ["три"]


async def test_a_poll_waits_for_the_next_update(bot: Bot, alsu: Person) -> None:
    waiting = asyncio.create_task(bot.get_updates(timeout=10))
    await asyncio.sleep(0.01)
    assert not waiting.done()
    await alsu.sends("вот")
    received = await asyncio.wait_for(waiting, 1)
    assert received[0].message is not None
    assert received[0].message.text == "вот"


async def test_a_poll_ends_empty_after_its_timeout(bot: Bot) -> None:
    assert await asyncio.wait_for(bot.get_updates(timeout=1), 3) == []


async def test_the_older_of_two_pollers_is_sent_away(bot: Bot, alsu: Person) -> None:
    older = asyncio.create_task(bot.get_updates(timeout=10))
    await asyncio.sleep(0.01)
    newer = asyncio.create_task(bot.get_updates(timeout=10))
    with pytest.raises(TelegramConflictError, match="terminated by other getUpdates request"):
        await asyncio.wait_for(older, 1)
    await alsu.sends("вот")
    assert len(await asyncio.wait_for(newer, 1)) == 1


async def test_polling_and_a_webhook_exclude_each_other(bot: Bot, refused: type[Refused]) -> None:
    polling = asyncio.create_task(bot.get_updates(timeout=10))
    await asyncio.sleep(0.01)
    await bot.set_webhook("https://school.example/hook")
    with pytest.raises(TelegramConflictError, match="terminated by setWebhook request"):
        await asyncio.wait_for(polling, 1)
    async with refused(TelegramConflictError, "can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == []


async def test_only_the_kinds_asked_for_are_kept(bot: Bot, alsu: Person, keyboard: Keyboard) -> None:
    await bot.get_updates(allowed_updates=["callback_query"])
    await bot.send_message(alsu.id, "?", reply_markup=keyboard(Да="yes"))
    await alsu.sends("текст")
    await alsu.taps("Да")
    assert [update.event_type for update in await bot.get_updates()] == ["callback_query"]
    await bot.get_updates(allowed_updates=[])
    await alsu.sends("текст")
    assert [update.event_type for update in await bot.get_updates()] == ["callback_query", "message"]


async def test_updates_are_forgotten_after_a_day(bot: Bot, alsu: Person, clock: MovableClock) -> None:
    await alsu.sends("вчера")
    await clock.advance(timedelta(hours=23))
    await alsu.sends("сегодня")
    await clock.advance(timedelta(hours=2))
    assert await texts(bot) == ["сегодня"]


async def test_only_so_many_are_kept(bot: Bot, alsu: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(updates, "KEPT_AT_MOST", 2)
    for text in ("раз", "два", "три"):
        await alsu.sends(text)
    assert await texts(bot) == ["два", "три"]


async def test_odd_updates_can_be_put_in(bot: Bot, account: BotAccount, alsu: Person) -> None:
    await alsu.sends("раз")
    (update,) = account.updates.pending()
    account.updates.inject(update)
    account.updates.push("mood_changed", {"mood": "good"})
    received = await bot.get_updates()
    assert received[0].update_id == received[1].update_id
    assert received[2].model_extra == {"mood_changed": {"mood": "good"}}


@pytest.mark.parametrize(
    ("url", "secret", "reason"),
    [
        ("ftp://school.example", "x", "invalid webhook URL specified"),
        ("http://school.example/hook", "x", "bad webhook: An HTTPS URL must be provided for webhook"),
        ("https://school.example/hook", "a b", "secret token contains unallowed characters"),
        ("https://school.example/hook", "секрет", "secret token contains unallowed characters"),
        ("https://school.example/hook", "x" * 257, "secret token is too long"),
    ],
)
async def test_webhooks_that_are_refused(
    bot: Bot, url: str, secret: str, reason: str, refused: type[Refused]
) -> None:
    async with refused(TelegramBadRequest, reason):
        await bot.set_webhook(url, secret_token=secret)


async def test_webhook_info(bot: Bot, alsu: Person) -> None:
    await bot.set_webhook("https://school.example/hook", allowed_updates=["message"])
    await alsu.sends("раз")
    info = await bot.get_webhook_info()
    assert (info.url, info.pending_update_count) == ("https://school.example/hook", 1)
    assert info.allowed_updates == ["message"]
    await bot.delete_webhook(drop_pending_updates=True)
    info = await bot.get_webhook_info()
    assert (info.url, info.pending_update_count) == ("", 0)
