"""The chat page's side of the sandbox over HTTP: what is shown, what people do, the clock, who may ask."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramForbiddenError
from aiogram.types import BotCommand, BufferedInputFile, KeyboardButton, ReplyKeyboardMarkup
from aiohttp import ClientSession, ClientTimeout, FormData, web
from aiohttp.test_utils import make_mocked_request
from yarl import URL

from sandbox import page_stream
from sandbox.chats import BotAccount
from sandbox.clock import MovableClock
from sandbox.control import Control, Link, Patience
from sandbox.images import SMALL_PNG
from sandbox.page_http import STATIC, guarded
from sandbox.people import Person
from sandbox.server import SandboxServer
from sandbox.telegram import Telegram
from tests.sandbox.conftest import START, Keyboard

Json = dict[str, Any]
OURS = {"X-Sandbox": "1"}
SOON = 5.0


@dataclass
class Programme:
    """What stands behind the bot, as far as the page asks for it."""

    due: list[datetime] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    async def next_due(self) -> datetime | None:
        return min(self.due, default=None)

    async def all_links(self) -> list[Link]:
        return self.links


@pytest.fixture
def programme() -> Programme:
    return Programme(links=[Link("Для наставляемых", "m_1", "одна школа")])


@pytest.fixture
def control(telegram: Telegram, account: BotAccount, clock: MovableClock, programme: Programme) -> Control:
    made = Control(
        telegram,
        account,
        clock,
        next_due=programme.next_due,
        links=programme.all_links,
        describe=lambda person: f"роль: {person.first_name}",
        title="Школа",
        note="вымышленная",
    )
    made.patience = Patience(silence=0.06, limit=2.0)
    return made


@pytest.fixture
async def server(telegram: Telegram, control: Control) -> AsyncIterator[SandboxServer]:
    running = SandboxServer(telegram, extra=[control.routes])
    await running.start()
    yield running
    await running.stop()


@pytest.fixture
async def page(server: SandboxServer) -> AsyncIterator[ClientSession]:
    async with ClientSession(server.url, headers=OURS, timeout=ClientTimeout(total=SOON)) as session:
        yield session


@pytest.fixture
async def outsider(server: SandboxServer) -> AsyncIterator[ClientSession]:
    """Somebody else's web page or program: without the header."""
    async with ClientSession(server.url, timeout=ClientTimeout(total=SOON)) as session:
        yield session


async def get(page: ClientSession, path: str) -> Json:
    async with page.get(path) as response:
        assert response.status == 200, await response.text()
        body: Json = await response.json()
        return body


async def post(page: ClientSession, path: str, body: Any = None, **options: Any) -> tuple[int, Json]:
    sent = options or {"json": {} if body is None else body}
    async with page.post(path, **sent) as response:
        return response.status, await response.json()


async def done(page: ClientSession, path: str, body: Any = None, **options: Any) -> Json:
    status, answered = await post(page, path, body, **options)
    assert status == 200, answered
    return answered


async def refused(page: ClientSession, path: str, body: Any = None, **options: Any) -> tuple[int, str]:
    status, answered = await post(page, path, body, **options)
    assert status >= 400, answered
    return status, answered["error"]


def path_of(person: Person, action: str) -> str:
    return f"/control/people/{person.id}/{action}"


async def shown(page: ClientSession, person: Person) -> Json:
    """The person with their conversation, as a page opened now would show them."""
    people = (await get(page, "/control/state"))["people"]
    found: Json = next(each for each in people if each["id"] == person.id)
    return found


def form(content: bytes, name: str, kind: str = "text/plain", caption: str = "") -> FormData:
    made = FormData(quote_fields=False)  # names as browsers send them: in UTF-8
    made.add_field("caption", caption)
    made.add_field("file", content, filename=name, content_type=kind)
    return made


class Stream:
    """An open page's stream of events."""

    def __init__(self, lines: AsyncIterator[bytes]) -> None:
        self._lines = lines

    async def next(self, *names: str) -> tuple[str, Json]:
        """The next event; with names, the next one of these."""
        while True:
            event = await asyncio.wait_for(self._read(), SOON)
            assert event is not None, "the stream has ended"
            if not names or event[0] in names:
                return event

    async def ends(self) -> int:
        """How many events still came until the stream ended."""
        count = 0
        while await asyncio.wait_for(self._read(), SOON) is not None:
            count += 1
        return count

    async def _read(self) -> tuple[str, Json] | None:
        name = ""
        async for line in self._lines:
            kind, _, value = line.decode().rstrip("\n").partition(": ")
            if kind == "event":
                name = value
            elif kind == "data":
                return name, json.loads(value)
        return None


@asynccontextmanager
async def opened(page: ClientSession) -> AsyncIterator[tuple[Stream, Json]]:
    """A page opens the stream; the state with which it begins comes along."""
    async with page.get("/control/events") as response:
        assert response.content_type == "text/event-stream"
        stream = Stream(aiter(response.content))
        name, state = await stream.next()
        assert name == "state"
        yield stream, state


# What is shown


async def test_the_state_holds_people_their_conversations_and_the_channels(
    page: ClientSession, telegram: Telegram, account: BotAccount, bot: Bot, alsu: Person, keyboard: Keyboard
) -> None:
    await bot.set_my_commands([BotCommand(command="help", description="Помощь")])
    sent = await bot.send_message(
        alsu.id, "<b>Здравствуйте</b>", parse_mode="HTML", reply_markup=keyboard(Да="yes")
    )
    channel = telegram.add_channel("Новости", admins=[account])
    await bot.send_message(channel.id, "Пост")

    state = await get(page, "/control/state")

    assert (state["title"], state["note"]) == ("Школа", "вымышленная")
    assert state["bot"] == {"id": account.id, "name": "Наставник", "username": "mentor_bot"}
    (person,) = state["people"]
    assert (person["name"], person["hint"], person["blocked"]) == ("Алсу Каримова", "роль: Алсу", False)
    assert person["commands"] == [{"command": "help", "description": "Помощь"}]
    started, greeting = person["messages"]
    assert (started["text"], started["mine"]) == ("/start", True)
    assert greeting["id"] == sent.message_id
    assert (greeting["text"], greeting["mine"], greeting["edited"]) == ("Здравствуйте", False, False)
    assert greeting["entities"] == [{"type": "bold", "offset": 0, "length": 12}]
    assert greeting["inline_keyboard"] == [
        [{"text": "Да", "kind": "callback", "style": None, "value": "yes"}]
    ]
    assert greeting["date"] == START.isoformat()
    (room,) = state["channels"]
    assert (room["title"], room["hint"], room["messages"][0]["text"]) == ("Новости", "канал", "Пост")
    assert room["messages"][0]["mine"] is False


async def test_the_surroundings_hold_what_the_program_behind_the_bot_knows(
    page: ClientSession, programme: Programme, alsu: Person
) -> None:
    due = START + timedelta(hours=3)
    programme.due.append(due)
    assert await get(page, "/control/surroundings") == {
        "next_due": due.isoformat(),
        "knows_next_due": True,
        "links": [{"title": "Для наставляемых", "payload": "m_1", "hint": "одна школа"}],
        "hints": {str(alsu.id): "роль: Алсу"},
        "clock": {"zone": "Europe/Moscow", "zone_name": "МСК", "now": START.isoformat()},
    }


async def test_a_bot_alone_has_no_links_hints_or_due_messages(
    telegram: Telegram, account: BotAccount, clock: MovableClock, alsu: Person
) -> None:
    server = SandboxServer(telegram, extra=[Control(telegram, account, clock).routes])
    await server.start()
    async with ClientSession(server.url) as session:
        around = await get(session, "/control/surroundings")
    await server.stop()
    assert (around["next_due"], around["knows_next_due"], around["links"]) == (None, False, [])
    assert around["hints"] == {str(alsu.id): ""}


# People


async def test_a_new_person_is_told_to_every_open_page(page: ClientSession, telegram: Telegram) -> None:
    async with opened(page) as (stream, state):
        assert state["people"] == []
        created = await done(page, "/control/people", {"name": "  Вера   Павловна Соколова "})
        assert await stream.next() == ("person", created)
    assert created["name"] == "Вера Павловна Соколова"
    person = telegram.people[created["id"]]
    assert (person.first_name, person.last_name) == ("Вера", "Павловна Соколова")


@pytest.mark.parametrize("name", ["", "   ", "\u0000", "и" * 65, 7, None, ["Вера"]])
async def test_a_name_that_is_none_creates_nobody(
    page: ClientSession, telegram: Telegram, name: object
) -> None:
    status, sentence = await refused(page, "/control/people", {"name": name})
    assert status == 400
    assert sentence
    assert telegram.people == {}


async def test_the_longest_name_is_taken(page: ClientSession) -> None:
    assert (await done(page, "/control/people", {"name": "и" * 64}))["name"] == "и" * 64


async def test_a_link_is_opened_with_its_payload(
    page: ClientSession, account: BotAccount, stranger: Person
) -> None:
    await done(page, path_of(stranger, "start"), {"payload": "m_1-Z"})
    (update,) = account.updates.pending()
    assert update["message"]["text"] == "/start m_1-Z"
    assert update["message"]["from"]["id"] == stranger.id


@pytest.mark.parametrize("payload", ["два слова", "a b", "x" * 65, "a&b"])
async def test_a_payload_that_telegram_would_not_pass_on_is_refused(
    page: ClientSession, account: BotAccount, stranger: Person, payload: str
) -> None:
    status, sentence = await refused(page, path_of(stranger, "start"), {"payload": payload})
    assert status == 400
    assert "латинских" in sentence
    assert account.updates.pending() == []


async def test_text_reaches_the_bot_and_its_answer_the_page(
    page: ClientSession, telegram: Telegram, account: BotAccount, bot: Bot, alsu: Person
) -> None:
    async def echo() -> None:
        for update in account.updates.pending():
            account.updates.settle(update)
            await bot.send_message(update["message"]["from"]["id"], f"Вы: {update['message']['text']}")

    telegram.after_action = echo
    async with opened(page) as (stream, _):
        await done(page, path_of(alsu, "text"), {"text": "  Привет 🙂\nвсем "})
        _, mine = await stream.next("message")
        _, echoed = await stream.next("message")
    assert (mine["chat_id"], mine["message"]["mine"]) == (alsu.id, True)
    assert mine["message"]["text"] == "Привет 🙂\nвсем"
    assert echoed["message"]["text"] == "Вы: Привет 🙂\nвсем"
    assert echoed["message"]["mine"] is False


@pytest.mark.parametrize("text", ["", " \n ", "\u0000\u0007", 12, None])
async def test_an_empty_message_is_refused(
    page: ClientSession, account: BotAccount, alsu: Person, text: object
) -> None:
    status, _ = await refused(page, path_of(alsu, "text"), {"text": text})
    assert status == 400
    assert account.updates.pending() == []


async def test_a_text_that_is_too_long_leaves_in_several_messages_and_loses_nothing(
    page: ClientSession, account: BotAccount, alsu: Person
) -> None:
    await done(page, path_of(alsu, "text"), {"text": "🙂" * 5000})
    texts = [update["message"]["text"] for update in account.updates.pending()]
    assert [len(text) for text in texts] == [2048, 2048, 904]
    assert "".join(texts) == "🙂" * 5000


async def test_half_a_character_and_control_characters_do_not_break_open_pages(
    page: ClientSession, alsu: Person
) -> None:
    async with opened(page) as (stream, _):
        broken = '{"text": "a\\ud83d b\\u0000c\\r\\nd"}'
        await done(page, path_of(alsu, "text"), data=broken, headers={"Content-Type": "application/json"})
        _, told = await stream.next("message")
        await done(page, path_of(alsu, "text"), {"text": "дальше"})
        _, after = await stream.next("message")
    assert told["message"]["text"] == "a\ufffd b c\nd"
    assert after["message"]["text"] == "дальше"


async def test_a_tapped_button_reaches_the_bot_and_the_toast_its_page(
    page: ClientSession, account: BotAccount, bot: Bot, alsu: Person, keyboard: Keyboard
) -> None:
    sent = await bot.send_message(alsu.id, "Придёте?", reply_markup=keyboard(Да="yes"))
    async with opened(page) as (stream, _):
        await done(page, path_of(alsu, "tap"), {"message_id": sent.message_id, "data": "yes"})
        (update,) = account.updates.pending()
        query = update["callback_query"]
        assert (query["data"], query["message"]["message_id"]) == ("yes", sent.message_id)
        await bot.answer_callback_query(query["id"], "Ждём вас", show_alert=True)
        _, answered = await stream.next("answer")
    assert answered["person_id"] == alsu.id
    assert (answered["text"], answered["show_alert"]) == ("Ждём вас", True)


async def test_a_button_of_a_message_that_is_gone_is_refused(
    page: ClientSession, account: BotAccount, bot: Bot, alsu: Person, keyboard: Keyboard
) -> None:
    sent = await bot.send_message(alsu.id, "Придёте?", reply_markup=keyboard(Да="yes"))
    await bot.delete_message(alsu.id, sent.message_id)
    for message_id in (sent.message_id, 999, "1", None):
        status, sentence = await refused(
            page, path_of(alsu, "tap"), {"message_id": message_id, "data": "yes"}
        )
        assert (status, sentence) == (400, "Этого сообщения уже нет")
    assert account.updates.pending() == []


async def test_a_shared_contact_is_the_persons_own(
    page: ClientSession, account: BotAccount, alsu: Person
) -> None:
    await done(page, path_of(alsu, "contact"))
    (update,) = account.updates.pending()
    assert update["message"]["contact"]["user_id"] == alsu.id
    (_, contact) = (await shown(page, alsu))["messages"]
    assert contact["contact"]["first_name"] == "Алсу"


# Files


async def test_a_document_travels_to_the_bot_and_back_whole(
    page: ClientSession, telegram: Telegram, account: BotAccount, alsu: Person
) -> None:
    content = bytes(range(256)) * 700
    await done(page, path_of(alsu, "document"), data=form(content, "Отчёт №1.bin", caption=" За май "))
    (update,) = account.updates.pending()
    assert update["message"]["caption"] == "За май"
    assert telegram.file_content(update["message"]["document"]["file_id"]) == content
    document = (await shown(page, alsu))["messages"][-1]["document"]
    assert (document["name"], document["size"]) == ("Отчёт №1.bin", len(content))
    async with page.get(document["url"]) as response:
        assert await response.read() == content
        assert response.content_disposition is not None
        assert response.content_disposition.type == "attachment"
        assert response.content_disposition.filename == "Отчёт №1.bin"


async def test_a_web_page_sent_as_a_document_is_never_opened_in_place(
    page: ClientSession, alsu: Person
) -> None:
    await done(page, path_of(alsu, "document"), data=form(b"<script>1</script>", "x.html", "text/html"))
    document = (await shown(page, alsu))["messages"][-1]["document"]
    async with page.get(document["url"]) as response:
        assert response.content_type == "application/octet-stream"
        assert response.headers["Content-Disposition"].startswith("attachment")
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'self'" in response.headers["Content-Security-Policy"]


async def test_a_photo_is_shown_in_place(page: ClientSession, account: BotAccount, alsu: Person) -> None:
    await done(page, path_of(alsu, "photo"), data=form(SMALL_PNG, "p.png", "image/png", "Класс"))
    (update,) = account.updates.pending()
    assert update["message"]["caption"] == "Класс"
    photo = (await shown(page, alsu))["messages"][-1]["photo"]
    assert (photo["width"], photo["height"]) == (32, 24)
    async with page.get(photo["url"]) as response:
        assert (response.content_type, await response.read()) == ("image/png", SMALL_PNG)
        assert response.headers["Content-Disposition"].startswith("inline")


async def test_a_file_of_the_bot_can_be_downloaded(page: ClientSession, bot: Bot, alsu: Person) -> None:
    await bot.send_document(alsu.id, BufferedInputFile(b"a;b\n", "таблица.csv"))
    document = (await shown(page, alsu))["messages"][-1]["document"]
    async with page.get(document["url"]) as response:
        assert await response.read() == b"a;b\n"


async def test_what_is_no_picture_is_refused_as_a_photo(
    page: ClientSession, account: BotAccount, alsu: Person
) -> None:
    status, sentence = await refused(page, path_of(alsu, "photo"), data=form(b"text", "p.png", "image/png"))
    assert (status, "IMAGE_PROCESS_FAILED" in sentence) == (400, True)
    assert account.updates.pending() == []


@pytest.mark.parametrize("action", ["document", "photo"])
@pytest.mark.parametrize(
    "sent",
    [
        pytest.param({"json": {}}, id="no form"),
        pytest.param({"data": FormData({"caption": "а"}, default_to_multipart=True)}, id="no file"),
        pytest.param({"data": form(b"", "x.png", "image/png")}, id="empty"),
        pytest.param({"data": form(SMALL_PNG, "x.png", caption="и" * 1025)}, id="caption too long"),
        pytest.param({"data": b"x", "headers": {"Content-Type": "multipart/form-data"}}, id="no boundary"),
        pytest.param(
            {"data": b"no part", "headers": {"Content-Type": "multipart/form-data; boundary=b"}}, id="no part"
        ),
        pytest.param(
            {
                "data": b'--b\r\nContent-Disposition: form-data; name="caption"\r\n\r\n\xff\xfe\r\n--b--\r\n',
                "headers": {"Content-Type": "multipart/form-data; boundary=b"},
            },
            id="caption in no encoding",
        ),
    ],
)
async def test_an_upload_that_is_none_is_refused_with_a_sentence(
    page: ClientSession, account: BotAccount, alsu: Person, action: str, sent: Json
) -> None:
    status, sentence = await refused(page, path_of(alsu, action), **sent)
    assert status == 400
    assert sentence
    assert account.updates.pending() == []


async def test_an_unknown_file_is_not_there(page: ClientSession) -> None:
    async with page.get("/control/files/DOCunknown") as response:
        assert response.status == 404
        assert (await response.json())["error"] == "Такого файла в песочнице нет"


# Blocking


async def test_who_blocks_the_bot_can_do_nothing_but_unblock_it_or_open_a_link(
    page: ClientSession, account: BotAccount, bot: Bot, alsu: Person, keyboard: Keyboard
) -> None:
    sent = await bot.send_message(alsu.id, "?", reply_markup=keyboard(Да="yes"))
    async with opened(page) as (stream, _):
        await done(page, path_of(alsu, "block"))
        _, told = await stream.next("person")
    assert (told["id"], told["blocked"]) == (alsu.id, True)
    (update,) = account.updates.pending()
    assert update["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    with pytest.raises(TelegramForbiddenError):
        await bot.send_message(alsu.id, "Вы здесь?")
    attempts: dict[str, Json] = {
        "text": {"body": {"text": "а"}},
        "tap": {"body": {"message_id": sent.message_id, "data": "yes"}},
        "contact": {},
        "document": {"data": form(b"x", "x.txt")},
        "photo": {"data": form(SMALL_PNG, "x.png")},
        "block": {},
    }
    for action, options in attempts.items():
        status, sentence = await refused(page, path_of(alsu, action), **options)
        assert (status, sentence) == (409, "Бот заблокирован: сначала его нужно разблокировать")
    await done(page, path_of(alsu, "unblock"))
    assert (await shown(page, alsu))["blocked"] is False
    assert (await refused(page, path_of(alsu, "unblock")))[0] == 409
    await done(page, path_of(alsu, "block"))
    await done(page, path_of(alsu, "start"))
    assert (await shown(page, alsu))["blocked"] is False


async def test_a_chat_that_was_never_opened_cannot_be_blocked(page: ClientSession, stranger: Person) -> None:
    assert await refused(page, path_of(stranger, "block")) == (409, "Переписка с ботом ещё не начата")


# The stream


async def test_edits_deletions_typing_and_keyboards_are_told(
    page: ClientSession, bot: Bot, alsu: Person
) -> None:
    async with opened(page) as (stream, _):
        keys = ReplyKeyboardMarkup(
            keyboard=[[KeyboardButton(text="Меню"), KeyboardButton(text="Телефон", request_contact=True)]],
            input_field_placeholder="Выберите",
            one_time_keyboard=True,
        )
        await bot.send_message(alsu.id, "Меню", reply_markup=keys)
        _, person = await stream.next("person")
        assert person["reply_keyboard"] == {
            "rows": [[{"text": "Меню", "kind": "text"}, {"text": "Телефон", "kind": "contact"}]],
            "placeholder": "Выберите",
            "one_time": True,
        }
        await stream.next("message")
        sent = await bot.send_message(alsu.id, "Раз")
        await stream.next("message")
        await bot.edit_message_text("Два", chat_id=alsu.id, message_id=sent.message_id)
        _, edit = await stream.next("message")
        assert edit["message"]["id"] == sent.message_id
        assert (edit["message"]["text"], edit["message"]["edited"]) == ("Два", True)
        await bot.send_chat_action(alsu.id, "upload_document")
        assert await stream.next() == ("typing", {"chat_id": alsu.id, "action": "upload_document"})
        await bot.delete_message(alsu.id, sent.message_id)
        assert await stream.next() == ("deleted", {"chat_id": alsu.id, "message_ids": [sent.message_id]})
        await bot.set_my_commands([BotCommand(command="menu", description="Меню")])
        _, person = await stream.next()
        assert person["commands"] == [{"command": "menu", "description": "Меню"}]


async def test_a_channel_and_a_person_that_a_page_does_not_know_come_before_their_messages(
    page: ClientSession, telegram: Telegram, account: BotAccount, bot: Bot
) -> None:
    async with opened(page) as (stream, _):
        channel = telegram.add_channel("Новости", admins=[account])
        await bot.send_message(channel.id, "Пост")
        name, room = await stream.next()
        assert (name, room["id"], room["title"]) == ("channel", channel.id, "Новости")
        name, post_told = await stream.next()
        assert (name, post_told["message"]["text"]) == ("message", "Пост")
        late = telegram.add_person("Рустам")
        await late.starts()
        assert [(await stream.next())[0] for _ in range(2)] == ["person", "message"]


async def test_every_open_page_hears_the_same(page: ClientSession, bot: Bot, alsu: Person) -> None:
    async with opened(page) as (first, _), opened(page) as (second, _):
        await bot.send_message(alsu.id, "Всем")
        assert await first.next("message") == await second.next("message")


async def test_a_page_that_comes_back_gets_the_whole_state_again(
    page: ClientSession, bot: Bot, alsu: Person
) -> None:
    async with opened(page) as (_, before):
        pass
    await bot.send_message(alsu.id, "Пока вас не было")
    async with opened(page) as (stream, after):
        assert after["instance"] == before["instance"]
        assert after["people"][0]["messages"][-1]["text"] == "Пока вас не было"
        await bot.send_message(alsu.id, "И дальше")
        _, told = await stream.next("message")
    assert told["message"]["text"] == "И дальше"


async def test_a_page_that_stops_reading_is_dropped_and_resynchronised(
    page: ClientSession, alsu: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_stream, "LONGEST_QUEUE", 5)
    async with opened(page) as (stream, _):
        for _ in range(5):  # ten events at once: nothing can be read in between
            alsu.block()
            alsu.unblock()
        assert await stream.ends() == 5
    async with opened(page) as (_, state):
        assert state["people"][0]["blocked"] is False


async def test_a_quiet_stream_still_tells_the_time(
    page: ClientSession, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_stream, "HEARTBEAT_SECONDS", 0.02)
    async with opened(page) as (stream, _):
        clock.jump(timedelta(minutes=5))
        times = {(await stream.next("clock"))[1]["now"] for _ in range(3)}
    assert (START + timedelta(minutes=5)).isoformat() in times


async def test_an_open_page_does_not_keep_the_sandbox_from_stopping(
    telegram: Telegram, control: Control
) -> None:
    server = SandboxServer(telegram, extra=[control.routes])
    await server.start()
    async with ClientSession(server.url) as session, opened(session) as (stream, _):
        await asyncio.wait_for(server.stop(), SOON)
        assert await stream.ends() == 0


# The clock


@pytest.mark.parametrize(("step", "hours"), [("hour", 1), ("day", 24)])
async def test_the_clock_moves_by_an_hour_or_a_day(
    page: ClientSession, clock: MovableClock, step: str, hours: int
) -> None:
    async with opened(page) as (stream, _):
        report = await done(page, "/control/clock", {"step": step})
        _, told = await stream.next("clock")
    expected = START + timedelta(hours=hours)
    assert clock.now() == expected
    assert report == {"moved": True, "now": expected.isoformat(), "messages": 0}
    assert told["now"] == expected.isoformat()


async def test_the_clock_goes_to_the_next_message_and_counts_what_came(
    page: ClientSession, programme: Programme, clock: MovableClock, bot: Bot, alsu: Person
) -> None:
    due = START + timedelta(days=2, minutes=7)
    programme.due.append(due)

    async def remind() -> None:
        assert clock.now() >= programme.due.pop()
        await bot.send_message(alsu.id, "Завтра встреча")
        await bot.send_message(alsu.id, "Не забудьте")

    clock.on_advance(remind)
    report = await done(page, "/control/clock", {"step": "next"})
    assert report == {"moved": True, "now": (due + timedelta(seconds=1)).isoformat(), "messages": 2}


async def test_the_report_waits_for_a_bot_that_is_slow(
    page: ClientSession, programme: Programme, clock: MovableClock, bot: Bot, alsu: Person
) -> None:
    programme.due.append(START + timedelta(minutes=1))
    tasks: list[asyncio.Task[None]] = []

    async def send_late() -> None:
        await asyncio.sleep(0.2)  # longer than the silence that the clock otherwise waits for
        await bot.send_message(alsu.id, "Пришло позже")
        programme.due.clear()

    async def remind() -> None:
        tasks.append(asyncio.create_task(send_late()))

    clock.on_advance(remind)
    assert (await done(page, "/control/clock", {"step": "hour"}))["messages"] == 1
    await asyncio.gather(*tasks)


async def test_a_bot_that_never_settles_is_not_waited_for(
    page: ClientSession, programme: Programme, control: Control
) -> None:
    control.patience = Patience(silence=0.05, limit=0.2)
    programme.due.append(START)  # stays due whatever happens
    assert (await done(page, "/control/clock", {"step": "hour"}))["moved"] is True


async def test_without_anything_due_the_clock_stands_still(page: ClientSession, clock: MovableClock) -> None:
    report = await done(page, "/control/clock", {"step": "next"})
    assert report == {"moved": False, "now": START.isoformat(), "messages": 0}
    assert clock.now() == START


async def test_one_step_of_the_clock_at_a_time(
    page: ClientSession, clock: MovableClock, control: Control
) -> None:
    moved, release = asyncio.Event(), asyncio.Event()

    async def hold() -> None:
        moved.set()
        await release.wait()

    clock.on_advance(hold)
    first = asyncio.create_task(done(page, "/control/clock", {"step": "hour"}))
    await asyncio.wait_for(moved.wait(), SOON)
    status, sentence = await refused(page, "/control/clock", {"step": "day"})
    release.set()
    await first
    assert (status, "подождите" in sentence) == (409, True)
    assert clock.now() == START + timedelta(hours=1)


@pytest.mark.parametrize("step", ["", "year", 1, None, {}])
async def test_an_unknown_step_moves_nothing(page: ClientSession, clock: MovableClock, step: object) -> None:
    assert (await refused(page, "/control/clock", {"step": step}))[0] == 400
    assert clock.now() == START


# Who may ask, and what for

ACTIONS = ["start", "text", "tap", "contact", "document", "photo", "block", "unblock"]


@pytest.mark.parametrize("action", ACTIONS)
async def test_an_unknown_person_is_not_there(page: ClientSession, action: str) -> None:
    sent: Json = {"data": form(SMALL_PNG, "x.png")} if action in {"document", "photo"} else {}
    body = {"text": "а", "message_id": 1, "data": "x"}
    status, sentence = await refused(page, f"/control/people/77/{action}", body, **sent)
    assert (status, sentence) == (404, "Такого человека в песочнице нет")


async def test_nothing_changes_for_another_web_page(
    outsider: ClientSession, account: BotAccount, clock: MovableClock, telegram: Telegram, alsu: Person
) -> None:
    paths = ["/control/people", "/control/clock", *(path_of(alsu, action) for action in ACTIONS)]
    for path in paths:
        body = {"name": "Чужой", "step": "day", "text": "а"}
        assert await refused(outsider, path, body) == (403, "Запрос не от страницы песочницы")
        wrong = {"json": body, "headers": {"X-Sandbox": "yes"}}
        assert (await refused(outsider, path, **wrong))[0] == 403
    assert (account.updates.pending(), clock.now(), list(telegram.people)) == ([], START, [alsu.id])


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "[", ""]
)
async def test_a_foreign_host_name_is_refused(page: ClientSession, alsu: Person, host: str) -> None:
    """A web page whose name was made to lead to this machine reads nothing and changes nothing."""
    for path in ("/", "/static/page.js", "/control/state", "/control/surroundings", "/control/events"):
        async with page.get(path, headers={"Host": host}) as response:
            assert response.status == 403
            assert (await response.json())["error"] == "Песочница открыта только этому компьютеру"
    sent = {"json": {"text": "а"}, "headers": {"Host": host}}
    assert (await refused(page, path_of(alsu, "text"), **sent))[0] == 403


@pytest.mark.parametrize("host", ["localhost", "localhost:8080", "127.0.0.1:1", "[::1]:80", "LOCALHOST"])
async def test_this_machine_may_be_called_by_any_of_its_names(page: ClientSession, host: str) -> None:
    async with page.get("/control/state", headers={"Host": host}) as response:
        assert response.status == 200


@pytest.mark.parametrize(("address", "status"), [("192.0.2.7", 403), ("127.0.0.1", 200), ("::1", 200)])
async def test_another_machine_is_refused(address: str, status: int) -> None:
    async def handler(_request: web.Request) -> web.StreamResponse:
        return web.Response(text="внутри")

    transport = Mock()
    transport.get_extra_info = lambda name, default=None: (address, 5000) if name == "peername" else default
    request = make_mocked_request("GET", "/", headers={"Host": "localhost"}, transport=transport)
    assert (await guarded(handler)(request)).status == status


@pytest.mark.parametrize("path", ["/", "/static/page.css", "/control/state", "/static/none.js"])
async def test_every_answer_forbids_what_the_page_does_not_need(page: ClientSession, path: str) -> None:
    async with page.get(path) as response:
        policy = response.headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "Access-Control-Allow-Origin" not in response.headers


def files_of_the_page() -> Iterator[Path]:
    return (path for path in STATIC.rglob("*") if path.is_file())


async def test_the_page_and_all_its_files_are_served(page: ClientSession) -> None:
    kinds = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
    files = list(files_of_the_page())
    assert len(files) > 10
    for file in files:
        async with page.get(f"/static/{file.relative_to(STATIC).as_posix()}") as response:
            assert (response.status, response.content_type) == (200, kinds[file.suffix])
            assert await response.read() == file.read_bytes()
    async with page.get("/") as response:
        text = await response.text()
    assert '<script type="module" src="/static/page.js"></script>' in text
    assert " style=" not in text


@pytest.mark.parametrize(
    "path",
    [
        "../control.py",
        "..%2fcontrol.py",
        "%2e%2e/control.py",
        "%2e%2e%2f%2e%2e%2fpyproject.toml",
        "js/..%2f..%2fcontrol.py",
        "%2fetc%2fpasswd",
        "//etc/passwd",
        "..%5ccontrol.py",
        "js",
        ".",
        "page.js%00",
        "x" * 300,
    ],
)
async def test_nothing_outside_the_page_is_served(server: SandboxServer, path: str) -> None:
    async with ClientSession() as session:
        url = URL(f"{server.url}/static/{path}", encoded=True)
        async with session.get(url) as response:
            assert response.status == 404
            assert "import" not in await response.text()


@pytest.mark.parametrize(
    "broken",
    [b"", b"{", b"[]", b'"text"', b"null", b"\xff\xfe", b"[" * 200_000],
    ids=["nothing", "half", "list", "string", "null", "no encoding", "endless"],
)
async def test_broken_json_is_refused_with_a_sentence(
    page: ClientSession, account: BotAccount, alsu: Person, broken: bytes
) -> None:
    for path in ("/control/people", "/control/clock", path_of(alsu, "text"), path_of(alsu, "tap")):
        assert await refused(page, path, data=broken) == (400, "Запрос не разобрать")
    assert account.updates.pending() == []
