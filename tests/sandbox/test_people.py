"""What a person can do, what they see, and the rooms they are in."""

from datetime import UTC, datetime, timedelta

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramMigrateToChat
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from sandbox.chats import BotAccount
from sandbox.clock import MovableClock
from sandbox.people import Person
from sandbox.telegram import Telegram
from tests.sandbox.conftest import Keyboard, Refused


async def test_a_deep_link_starts_the_bot(telegram: Telegram, bot: Bot, stranger: Person) -> None:
    link = telegram.deep_link(telegram.default_bot(), "school-7_a")
    assert link == "https://t.me/mentor_bot?start=school-7_a"
    await telegram.open_link(stranger, link)
    (update,) = await bot.get_updates()
    assert update.message is not None and update.message.entities is not None
    assert update.message.text == "/start school-7_a"
    assert [(entity.type, entity.length) for entity in update.message.entities] == [("bot_command", 6)]


async def test_payloads_and_links_that_no_client_passes_on(telegram: Telegram, stranger: Person) -> None:
    with pytest.raises(ValueError, match="start payload"):
        telegram.deep_link(telegram.default_bot(), "школа")
    with pytest.raises(AssertionError, match="payload"):
        await stranger.starts("a" * 65)
    with pytest.raises(ValueError, match="no bot behind"):
        await telegram.open_link(stranger, "https://t.me/other_bot?start=x")


async def test_the_screen_is_what_was_sent_or_edited_last(bot: Bot, alsu: Person) -> None:
    first = await bot.send_message(alsu.id, "первое")
    await bot.send_message(alsu.id, "второе")
    assert alsu.screen.text == "второе"
    await first.edit_text("первое, исправлено")
    assert alsu.screen.text == "первое, исправлено"
    assert alsu.texts(2) == ["первое, исправлено", "второе"]


async def test_the_exact_label_wins_then_the_newest_message(
    bot: Bot, alsu: Person, keyboard: Keyboard, account: BotAccount
) -> None:
    await bot.send_message(alsu.id, "1", reply_markup=keyboard(Да="old", Нет="no"))
    await bot.send_message(alsu.id, "2", reply_markup=keyboard(**{"Да, конечно": "new"}))
    for label in ("Да", "конечно", "Нет"):
        await alsu.taps(label)
    assert [update["callback_query"]["data"] for update in account.updates.pending()] == ["old", "new", "no"]
    with pytest.raises(AssertionError, match=r"sees no button «Может быть»; visible: .*Нет"):
        await alsu.taps("Может быть")


async def test_links_in_buttons_are_followed(
    bot: Bot, alsu: Person, telegram: Telegram, account: BotAccount
) -> None:
    row = [
        InlineKeyboardButton(text="Бот", url=telegram.deep_link(account, "again")),
        InlineKeyboardButton(text="Сайт", url="https://school.example/x"),
    ]
    await bot.send_message(alsu.id, "Куда?", reply_markup=InlineKeyboardMarkup(inline_keyboard=[row]))
    await alsu.taps("Бот")
    await alsu.taps("Сайт")
    assert account.updates.pending()[0]["message"]["text"] == "/start again"
    assert alsu.opened == ["https://school.example/x"]


async def test_a_long_text_leaves_in_pieces_as_from_a_client(bot: Bot, alsu: Person) -> None:
    words = "слово " * 1000
    await alsu.sends(words)
    pieces = [update.message.text or "" for update in await bot.get_updates() if update.message]
    assert [len(piece) <= 4096 for piece in pieces] == [True, True]
    assert " ".join(pieces) == words.strip()
    with pytest.raises(AssertionError, match="empty"):
        await alsu.sends("  ")


async def test_emoji_are_never_cut_in_half(alsu: Person) -> None:
    first, second = await alsu.sends("😀" * 3000)
    assert (len(first.text), len(second.text)) == (2048, 952)


async def test_blocking_and_unblocking_are_told(bot: Bot, alsu: Person) -> None:
    alsu.block()
    with pytest.raises(AssertionError, match="has blocked the bot"):
        await alsu.sends("слышите?")
    await alsu.starts()
    changes = [update.my_chat_member for update in await bot.get_updates() if update.my_chat_member]
    assert [change.new_chat_member.status for change in changes] == ["kicked", "member"]
    await bot.send_message(alsu.id, "снова здесь")


async def test_a_correction_arrives_as_an_edited_message(bot: Bot, alsu: Person) -> None:
    (sent,) = await alsu.sends("опичатка")
    await alsu.edits(sent, "опечатка")
    _, update = await bot.get_updates()
    assert update.edited_message is not None
    assert (update.edited_message.text, update.edited_message.message_id) == ("опечатка", sent.id)


async def test_whoever_waits_is_awaited_after_each_act(telegram: Telegram, alsu: Person) -> None:
    acts: list[str] = []

    async def idle() -> None:
        acts.append("idle")

    telegram.after_action = idle
    await alsu.sends("раз")
    await alsu.sends_photo()
    await alsu.taps_data("x", alsu.chat[0])
    assert len(acts) == 3


async def test_posts_of_a_channel_are_kept(bot: Bot, telegram: Telegram, refused: type[Refused]) -> None:
    channel = telegram.add_channel("Школа", "school_channel", admins=[telegram.default_bot()])
    post = await bot.send_message("@school_channel", "Новости")
    assert (post.from_user, post.chat.id) == (None, channel.id)
    assert post.sender_chat is not None
    assert [sent.text for sent in channel.posts] == ["Новости"]
    await post.edit_text("Новости дня")
    assert telegram.snapshot_channel(channel)["messages"][0]["text"] == "Новости дня"
    other = telegram.add_channel("Чужой")
    async with refused(TelegramForbiddenError, "bot is not a member of the channel chat"):
        await bot.send_message(other.id, "Реклама")
    other.members.add(bot.id)
    async with refused(TelegramBadRequest, "need administrator rights in the channel chat"):
        await bot.send_message(other.id, "Реклама")


async def test_a_group_and_its_migration(bot: Bot, telegram: Telegram, alsu: Person) -> None:
    group = telegram.add_group("Учителя", telegram.default_bot(), alsu)
    await alsu.sends("всем привет", room=group)
    await bot.send_message(group.id, "здравствуйте")
    new_id = telegram.migrate_to_supergroup(group)
    with pytest.raises(TelegramMigrateToChat) as moved:
        await bot.send_message(group.id, "ещё раз")
    assert moved.value.migrate_to_chat_id == new_id
    assert (await bot.send_message(new_id, "ещё раз")).chat.type == "supergroup"
    messages = [update.message for update in await bot.get_updates() if update.message]
    assert [message.text for message in messages] == ["всем привет", None, None]
    assert messages[1].migrate_to_chat_id == new_id
    assert messages[2].migrate_from_chat_id == group.id


async def test_two_bots_have_their_own_chats_with_a_person(telegram: Telegram, alsu: Person) -> None:
    second = telegram.add_bot("43:second", "second_bot", "Второй")
    await alsu.starts("x", second)
    assert [sent.text for sent in alsu.room(second).visible] == ["/start x"]
    assert [sent.text for sent in alsu.chat] == ["/start"]
    assert len(second.updates.pending()) == 1


async def test_a_snapshot_and_events_for_the_chat_page(
    bot: Bot, telegram: Telegram, alsu: Person, keyboard: Keyboard
) -> None:
    kinds: list[str] = []
    stop = telegram.subscribe(lambda event: kinds.append(event.kind))
    sent = await bot.send_message(alsu.id, "Да?", reply_markup=keyboard(Да="y"))
    await sent.edit_text("Точно?", reply_markup=keyboard(Да="y"))
    await alsu.sends("да")
    await sent.delete()
    await bot.set_my_commands([])
    stop()
    await alsu.sends("нет")
    assert kinds == ["message", "edit", "message", "delete", "commands"]
    snapshot = telegram.snapshot_chat(alsu)
    assert [(message["text"], message["outgoing"]) for message in snapshot["messages"]] == [
        ("/start", False),
        ("да", False),
        ("нет", False),
    ]
    assert snapshot["bot"]["username"] == "mentor_bot"


async def test_dates_come_from_the_clock(bot: Bot, alsu: Person, clock: MovableClock) -> None:
    await clock.advance(timedelta(days=1))
    assert (await bot.send_message(alsu.id, "завтра")).date == datetime(2030, 9, 3, 9, 0, tzinfo=UTC)
