"""The chat page of the sandbox in the system's Chromium: every element of it, with a bot that echoes.

The bot and the page's server run in this process: a test acts as the person at the page, as the bot, and as
the program behind it.
"""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from html import escape
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from aiogram import Bot, Dispatcher
from aiogram.types import (
    BotCommand,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from playwright.async_api import Browser, Locator, Page, expect

from sandbox.chats import BotAccount
from sandbox.clock import MovableClock
from sandbox.control import Control, Link, Patience
from sandbox.images import SMALL_PNG
from sandbox.people import Person
from sandbox.server import SandboxServer
from sandbox.session import SandboxSession
from sandbox.telegram import Telegram

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

TOKEN = "42:AAF-invented_token"
START = datetime(2030, 9, 2, 9, 0, tzinfo=UTC)  # noon in Moscow
PATIENCE = 10_000.0
ANSWERS: dict[str, dict[str, Any]] = {
    "toast": {"text": "Записано"},
    "alert": {"text": "Вы уверены?", "show_alert": True},
    "edit": {},
}
CUT_OFF = """
    [...document.querySelectorAll(".topbar, .scroller, .bubble, .inline-button, .composer-row")]
        .filter((node) => node.scrollWidth > node.clientWidth + 1).map((node) => node.className)
"""
HOSTILE = "<img src=x onerror=window.hacked=1>"

expect.set_options(timeout=PATIENCE)


@dataclass
class Sandbox:
    """A small Telegram with its chat page; ``due`` is when the bot will remind Алсу."""

    telegram: Telegram
    clock: MovableClock
    account: BotAccount
    bot: Bot
    server: SandboxServer
    alsu: Person
    timur: Person
    due: list[datetime] = field(default_factory=list)

    async def next_due(self) -> datetime | None:
        return min(self.due, default=None)

    async def remind(self) -> None:
        while self.due and self.due[0] <= self.clock.now():
            self.due.pop(0)
            await self.bot.send_message(self.alsu.id, "Завтра встреча")

    async def says(self, text: str, markup: Any = None, **options: Any) -> Message:
        """The bot writes to Алсу."""
        return await self.bot.send_message(self.alsu.id, text, reply_markup=markup, **options)

    async def answer_people(self, dispatcher: Dispatcher) -> None:
        while (update := self.account.updates.first()) is not None:
            self.account.updates.settle(update)
            await dispatcher.feed_raw_update(self.bot, update)


def echo_bot() -> Dispatcher:
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def echo(message: Message) -> None:
        if message.document:
            await message.answer_document(message.document.file_id, caption="Ваш файл")
        elif message.photo:
            await message.answer_photo(message.photo[-1].file_id, caption=f"Фото: {message.caption}")
        elif message.contact:
            await message.answer(f"Ваш телефон: {message.contact.phone_number}")
        else:
            await message.answer(f"Вы: {escape(message.text or '')}", parse_mode="HTML")

    @dispatcher.callback_query()
    async def pressed(query: CallbackQuery) -> None:
        if query.data == "edit" and isinstance(query.message, Message):
            await query.message.edit_text("Стало")
        await query.answer(**ANSWERS[query.data or ""])

    return dispatcher


@asynccontextmanager
async def served(server: SandboxServer) -> AsyncIterator[None]:
    await server.start()
    try:
        yield
    finally:
        await server.stop()


@pytest_asyncio.fixture(loop_scope="module")
async def sandbox() -> AsyncIterator[Sandbox]:
    clock = MovableClock(START, frozen=True)
    telegram = Telegram(clock)
    account = telegram.add_bot(TOKEN, "mentor_bot", "Наставник")
    bot = Bot(TOKEN, session=SandboxSession(telegram))
    people = (telegram.add_person("Алсу", "Каримова", "alsu_k"), telegram.add_person("Тимур", "Галиев"))
    made = Sandbox(telegram, clock, account, bot, SandboxServer(telegram), *people)
    control = Control(
        telegram, account, clock, next_due=made.next_due, links=suggested, describe=role, title="Школа № 1"
    )
    control.patience = Patience(silence=0.1, limit=5.0)
    made.server = SandboxServer(telegram, extra=[control.routes])
    dispatcher = echo_bot()
    telegram.after_action = lambda: made.answer_people(dispatcher)
    clock.on_advance(made.remind)
    await made.alsu.starts()
    async with served(made.server):
        yield made


async def suggested() -> list[Link]:
    return [Link("Для наставляемых", "mentee_1", "вымышленная школа")]


def role(person: Person) -> str:
    return "куратор" if person.first_name == "Алсу" else ""


@asynccontextmanager
async def opened(chromium: Browser, sandbox: Sandbox, width: int, height: int) -> AsyncIterator[Page]:
    """The page in a window of that size; whatever goes wrong inside it fails the test."""
    page = await chromium.new_page(
        viewport={"width": width, "height": height}, locale="ru-RU", reduced_motion="reduce"
    )
    page.set_default_timeout(PATIENCE)
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda told: problems.append(told.text) if told.type == "error" else None)
    await page.goto(sandbox.server.url)
    await expect(page.get_by_test_id(f"open-{sandbox.alsu.id}")).to_be_attached()
    yield page
    await page.close()
    # A refused or broken request is logged by the browser itself; the page shows it as a sentence.
    assert [one for one in problems if "Failed to load resource" not in one and "net::ERR" not in one] == []


@pytest_asyncio.fixture(loop_scope="module")
async def page(chromium: Browser, sandbox: Sandbox) -> AsyncIterator[Page]:
    async with opened(chromium, sandbox, 1280, 800) as shown:
        yield shown


def column_of(page: Page, person: Person) -> Locator:
    return page.get_by_test_id(f"person-{person.id}")


def last(column: Locator) -> Locator:
    return column.get_by_test_id("message").last


def from_bot(column: Locator) -> Locator:
    return column.locator('[data-testid="message"][data-from="bot"]')


async def types(column: Locator, text: str) -> None:
    await column.get_by_test_id("composer").fill(text)
    await column.get_by_test_id("composer").press("Enter")


def buttons(**labels: str) -> InlineKeyboardMarkup:
    rows = [[InlineKeyboardButton(text=text, callback_data=data)] for text, data in labels.items()]
    return InlineKeyboardMarkup(inline_keyboard=rows)


# What is written


async def test_markup_of_the_bot_is_shown_as_it_is_in_telegram(page: Page, sandbox: Sandbox) -> None:
    await sandbox.says(
        "<b>жирный <i>и курсив</i></b> <u>под</u> <s>за</s> <code>код</code> <tg-spoiler>тайна</tg-spoiler> "
        '<a href="https://example.org/a?b=1">ссылка</a> 🙂 <b>после смайла</b>\n'
        "<blockquote>цитата</blockquote><pre>две\nстроки</pre>",
        parse_mode="HTML",
    )
    message = last(column_of(page, sandbox.alsu))
    await expect(message.locator("strong").first).to_have_text("жирный и курсив")
    await expect(message.locator("strong em")).to_have_text("и курсив")
    await expect(message.locator("strong").last).to_have_text("после смайла")
    for tag, text in {"u": "под", "s": "за", "code": "код", "blockquote": "цитата"}.items():
        await expect(message.locator(tag)).to_have_text(text)
    assert await message.locator("pre").inner_text() == "две\nстроки"
    await expect(message.get_by_role("link", name="ссылка")).to_have_attribute(
        "href", "https://example.org/a?b=1"
    )
    spoiler = message.locator(".spoiler")
    await expect(spoiler).not_to_have_class(re.compile("revealed"))
    await spoiler.click()
    await expect(spoiler).to_have_class(re.compile("revealed"))
    await expect(message.locator("time")).to_have_text("12:00")


async def test_what_people_write_is_never_markup(page: Page, sandbox: Sandbox) -> None:
    column = column_of(page, sandbox.alsu)
    await types(column, HOSTILE)
    await expect(last(column)).to_contain_text(f"Вы: {HOSTILE}")
    await sandbox.says(HOSTILE, buttons(**{HOSTILE: "toast"}))
    await expect(last(column).get_by_test_id("inline-button")).to_have_text(HOSTILE)
    await page.get_by_test_id("new-person").click()
    dialog = page.get_by_test_id("new-person-dialog")
    await dialog.get_by_test_id("new-person-name").fill(HOSTILE)
    await dialog.get_by_test_id("new-person-create").click()
    hostile = page.get_by_role("region", name=HOSTILE, exact=True)
    await expect(hostile.locator("h2")).to_have_text(HOSTILE)
    file: Any = {"name": f"{HOSTILE}.txt", "mimeType": "text/plain", "buffer": b"x"}
    await column.get_by_test_id("document-input").set_input_files(file)
    await expect(last(column).get_by_test_id("document")).to_contain_text(HOSTILE)
    assert await page.locator("img[src=x]").count() == 0
    assert await page.evaluate("window.hacked") is None


# Keyboards


async def test_inline_buttons_bring_toasts_alerts_and_edits_in_place(page: Page, sandbox: Sandbox) -> None:
    column = column_of(page, sandbox.alsu)
    await sandbox.says("Было", buttons(Сообщить="toast", Спросить="alert", Изменить="edit"))
    asked = last(column)
    await asked.get_by_role("button", name="Сообщить").click()
    await expect(column.get_by_test_id("toast")).to_have_text("Записано")

    await asked.get_by_role("button", name="Спросить").click()
    alert = column.get_by_test_id("alert")
    await expect(alert).to_contain_text("Вы уверены?")
    await alert.get_by_test_id("alert-close").click()
    await expect(alert).to_have_count(0)

    count = await column.get_by_test_id("message").count()
    await expect(asked.get_by_test_id("edited")).to_have_count(0)
    await asked.get_by_role("button", name="Изменить").click()
    await expect(asked).to_contain_text("Стало")
    await expect(asked.get_by_test_id("edited")).to_have_text("изменено")
    await expect(asked.get_by_test_id("inline-button")).to_have_count(0)
    await expect(column.get_by_test_id("message")).to_have_count(count)


async def test_the_reply_keyboard_writes_shares_a_contact_hides_and_goes(
    page: Page, sandbox: Sandbox
) -> None:
    column = column_of(page, sandbox.alsu)
    keys = ReplyKeyboardMarkup(
        keyboard=[
            [KeyboardButton(text="Мои встречи")],
            [KeyboardButton(text="Телефон", request_contact=True)],
        ],
        input_field_placeholder="Выберите раздел",
    )
    await sandbox.says("Меню", keys)
    pressed = column.get_by_test_id("reply-button")
    await expect(pressed).to_have_text(["Мои встречи", "Телефон"])
    await expect(column.get_by_test_id("composer")).to_have_attribute("placeholder", "Выберите раздел")
    await pressed.filter(has_text="Мои встречи").click()
    await expect(last(column)).to_contain_text("Вы: Мои встречи")
    await pressed.filter(has_text="Телефон").click()
    await expect(last(column)).to_contain_text("Ваш телефон: +79990000000")
    await expect(column.get_by_test_id("contact")).to_contain_text("Алсу Каримова")

    keyboard = column.get_by_test_id("reply-keyboard")
    await column.get_by_test_id("keyboard-toggle").click()
    await expect(keyboard).to_be_hidden()
    await column.get_by_test_id("keyboard-toggle").click()
    await expect(keyboard).to_be_visible()
    await sandbox.says("Готово", ReplyKeyboardRemove())
    await expect(keyboard).to_be_hidden()
    await expect(column.get_by_test_id("keyboard-toggle")).to_be_hidden()


async def test_typing_and_the_command_menu(page: Page, sandbox: Sandbox) -> None:
    column = column_of(page, sandbox.alsu)
    await sandbox.bot.send_chat_action(sandbox.alsu.id, "typing")
    subtitle = column.locator(".column-hint")
    await expect(subtitle).to_contain_text("бот печатает")
    await sandbox.says("Вот")
    await expect(subtitle).to_have_text("куратор")

    await expect(column.get_by_test_id("commands")).to_be_hidden()
    await sandbox.bot.set_my_commands(
        [BotCommand(command="help", description="Помощь"), BotCommand(command="menu", description="Меню")]
    )
    await column.get_by_test_id("commands").click()
    await expect(column.get_by_role("menuitem")).to_have_text(["/helpПомощь", "/menuМеню"])
    await column.get_by_test_id("command-help").click()
    await expect(last(column)).to_contain_text("Вы: /help")

    await column.get_by_test_id("composer").press_sequentially("/me")
    await expect(column.get_by_role("menuitem")).to_have_text(["/menuМеню"])
    await sandbox.says("Пока вы выбираете")
    await expect(last(column)).to_contain_text("Пока вы выбираете")
    await expect(column.get_by_test_id("composer")).to_be_focused()
    await column.get_by_test_id("command-menu").click()
    await expect(last(column)).to_contain_text("Вы: /menu")
    await expect(column.get_by_test_id("composer")).to_have_value("")


# Files


async def test_documents_photos_and_contacts_go_up_and_down(
    page: Page, sandbox: Sandbox, tmp_path: Path
) -> None:
    column = column_of(page, sandbox.alsu)
    report = tmp_path / "Отчёт за май.txt"
    report.write_bytes("Всё хорошо\n".encode() * 1000)
    await column.get_by_test_id("attach").click()
    async with page.expect_file_chooser() as choosing:
        await column.get_by_test_id("attach-document").click()
    await (await choosing.value).set_files(report)
    echoed = from_bot(column).last
    await expect(echoed).to_contain_text("Ваш файл")
    await expect(echoed.get_by_test_id("document")).to_contain_text("Отчёт за май.txt")
    async with page.expect_download() as downloading:
        await echoed.get_by_test_id("document").click()
    download = await downloading.value
    assert download.suggested_filename == report.name
    assert (await download.path()).read_bytes() == report.read_bytes()

    picture: Any = {"name": "класс.png", "mimeType": "image/png", "buffer": SMALL_PNG}
    await column.get_by_test_id("composer").fill("Наш класс")
    await column.get_by_test_id("photo-input").set_input_files(picture)
    await expect(last(column)).to_contain_text("Фото: Наш класс")
    await expect(column.get_by_test_id("composer")).to_have_value("")
    image = last(column).get_by_test_id("photo").locator("img")
    await image.scroll_into_view_if_needed()
    await expect(image).to_have_js_property("naturalWidth", 32)

    await column.get_by_test_id("attach").click()
    await column.get_by_test_id("attach-contact").click()
    await expect(column.get_by_test_id("contact")).to_contain_text("+79990000000")
    await expect(last(column)).to_contain_text("Ваш телефон")


# People, links and channels


async def test_links_are_opened_as_any_person_or_as_somebody_new(page: Page, sandbox: Sandbox) -> None:
    chooser = page.get_by_test_id("chooser")
    timur = column_of(page, sandbox.timur)
    await expect(timur.get_by_test_id("start")).to_be_visible()
    await page.get_by_test_id("link-0").click()
    await expect(chooser).to_contain_text("Открыть как")
    await expect(chooser).to_contain_text("/start mentee_1")
    await chooser.get_by_test_id(f"open-as-{sandbox.timur.id}").click()
    await expect(last(timur)).to_contain_text("Вы: /start mentee_1")
    await expect(chooser).to_have_count(0)

    await sandbox.says("Зовите: https://t.me/mentor_bot?start=mentor_2")
    await last(column_of(page, sandbox.alsu)).get_by_role("link").click()
    await expect(chooser.locator(".choice").first).to_contain_text("эта переписка")
    await chooser.get_by_test_id("new-person-name").fill("Вера Соколова")
    await chooser.get_by_test_id("open-as-new").click()
    vera = page.get_by_role("region", name="Вера Соколова")
    await expect(last(vera)).to_contain_text("Вы: /start mentor_2")
    assert [person.first_name for person in sandbox.telegram.people.values()] == ["Алсу", "Тимур", "Вера"]


async def test_new_people_start_the_bot_and_conversations_can_be_closed_and_are_counted(
    page: Page, sandbox: Sandbox
) -> None:
    await page.get_by_test_id("new-person").click()
    dialog = page.get_by_test_id("new-person-dialog")
    await dialog.get_by_test_id("new-person-name").fill("Рустам Хасанов")
    await dialog.get_by_test_id("new-person-name").press("Enter")
    rustam = page.get_by_role("region", name="Рустам Хасанов")
    await rustam.get_by_test_id("start").click()
    await expect(last(rustam)).to_contain_text("Вы: /start")
    await expect(rustam.get_by_test_id("composer")).to_be_visible()

    await column_of(page, sandbox.alsu).get_by_test_id("close-column").click()
    await expect(column_of(page, sandbox.alsu)).to_have_count(0)
    await sandbox.says("Раз")
    await sandbox.says("Два")
    unread = page.get_by_test_id(f"unread-{sandbox.alsu.id}")
    await expect(unread).to_have_text("2")
    await page.get_by_test_id(f"open-{sandbox.alsu.id}").click()
    await expect(last(column_of(page, sandbox.alsu))).to_contain_text("Два")
    await expect(unread).to_have_count(0)


async def test_a_channel_made_while_the_page_is_open_shows_its_posts(page: Page, sandbox: Sandbox) -> None:
    channel = sandbox.telegram.add_channel("Новости школы", admins=[sandbox.account])
    await sandbox.bot.send_message(channel.id, "Первый <b>пост</b>", parse_mode="HTML")
    await page.get_by_test_id(f"open-{channel.id}").click()
    column = page.get_by_test_id(f"channel-{channel.id}")
    await expect(column.get_by_test_id("message")).to_have_count(1)
    await expect(last(column).locator("strong")).to_have_text("пост")
    await sandbox.bot.send_message(channel.id, "Второй пост")
    await expect(last(column)).to_contain_text("Второй пост")
    await expect(column.get_by_test_id("composer")).to_have_count(0)


async def test_blocking_and_unblocking_the_bot(page: Page, sandbox: Sandbox) -> None:
    column = column_of(page, sandbox.alsu)
    await column.get_by_test_id("column-menu").click()
    await column.get_by_test_id("menu-block").click()
    await expect(column.locator(".column-hint")).to_have_text("бот заблокирован")
    await expect(column.get_by_test_id("composer")).to_have_count(0)
    await column.get_by_test_id("unblock").click()
    await expect(column.get_by_test_id("composer")).to_be_visible()
    await column.get_by_test_id("column-menu").click()
    await column.get_by_test_id("menu-start").click()
    await expect(last(column)).to_contain_text("Вы: /start")


# The clock


async def test_the_clock_is_moved_and_reports_what_came(page: Page, sandbox: Sandbox) -> None:
    now, report = page.get_by_test_id("clock-now"), page.get_by_test_id("clock-report")
    await expect(now).to_contain_text("12:00")
    await expect(now).to_contain_text("2 сентября")
    await page.get_by_test_id("clock-hour").click()
    await expect(now).to_contain_text("13:00")
    await expect(report).to_have_text("до 2 сентября, 13:00; ничего не пришло")
    await page.get_by_test_id("clock-next").click()
    await expect(report).to_contain_text("время не сдвинуто")
    sandbox.due.append(START + timedelta(days=3, minutes=30))
    await page.get_by_test_id("clock-next").click()
    await expect(report).to_have_text("до 5 сентября, 12:30; пришло сообщений: 1")
    await expect(now).to_contain_text("5 сентября")
    await expect(last(column_of(page, sandbox.alsu))).to_contain_text("Завтра встреча")
    await page.get_by_test_id("clock-day").click()
    await expect(now).to_contain_text("6 сентября")


# The page itself


async def test_a_phone_shows_one_conversation_at_a_time(chromium: Browser, sandbox: Sandbox) -> None:
    async with opened(chromium, sandbox, 390, 780) as page:
        long_word = "оченьдлинноеслово" * 20
        await sandbox.says(long_word, buttons(**{"Длинная кнопка " * 4: "toast"}))
        alsu, timur = column_of(page, sandbox.alsu), column_of(page, sandbox.timur)
        await expect(last(alsu)).to_contain_text(long_word)
        await expect(alsu).to_be_in_viewport(ratio=0.9)
        await expect(timur).not_to_be_in_viewport()
        await types(alsu, "С телефона")
        await expect(last(alsu)).to_contain_text("Вы: С телефона")
        await expect(last(alsu)).to_be_in_viewport(ratio=0.9)
        await page.get_by_test_id(f"tab-{sandbox.timur.id}").click()
        await expect(timur).to_be_in_viewport(ratio=0.9)
        await expect(alsu).not_to_be_in_viewport()
        await page.get_by_test_id("menu-toggle").click()
        await page.get_by_test_id(f"open-{sandbox.alsu.id}").click()
        await expect(alsu).to_be_in_viewport(ratio=0.9)
        for step in ("hour", "day", "next"):
            await expect(page.get_by_test_id(f"clock-{step}")).to_be_in_viewport(ratio=1)
        assert await page.evaluate("document.documentElement.scrollWidth") == 390
        assert await page.evaluate(CUT_OFF) == []


async def test_a_reload_keeps_the_open_columns_and_their_messages(page: Page, sandbox: Sandbox) -> None:
    alsu, timur = column_of(page, sandbox.alsu), column_of(page, sandbox.timur)
    await timur.get_by_test_id("close-column").click()
    await types(alsu, "До перезагрузки")
    await expect(last(alsu)).to_contain_text("Вы: До перезагрузки")
    before = await alsu.get_by_test_id("message").all_inner_texts()
    await page.reload()
    await expect(last(alsu)).to_contain_text("Вы: До перезагрузки")
    assert await alsu.get_by_test_id("message").all_inner_texts() == before
    await expect(timur).to_have_count(0)


async def test_a_lost_connection_is_shown_and_nothing_is_lost_over_it(page: Page, sandbox: Sandbox) -> None:
    column, offline = column_of(page, sandbox.alsu), page.get_by_test_id("offline")
    await expect(offline).to_be_hidden()
    async with sandbox.server.refuse():
        await expect(offline).to_be_visible()
        await types(column, "Важная мысль")
        await expect(page.get_by_test_id("notice").first).to_contain_text("Песочница не отвечает")
        await expect(column.get_by_test_id("composer")).to_have_value("Важная мысль")
        await sandbox.says("Пока вас не было")
    await expect(offline).to_be_hidden()
    await expect(last(column)).to_contain_text("Пока вас не было")
    await column.get_by_test_id("send").click()
    await expect(last(column)).to_contain_text("Вы: Важная мысль")


async def test_a_click_is_not_lost_while_the_lists_change(page: Page, sandbox: Sandbox) -> None:
    timur = column_of(page, sandbox.timur)
    await timur.get_by_test_id("close-column").click()
    await page.get_by_test_id(f"open-{sandbox.timur.id}").hover()
    await page.mouse.down()
    await sandbox.says("Как раз сейчас")
    await expect(last(column_of(page, sandbox.alsu))).to_contain_text("Как раз сейчас")
    await page.mouse.up()
    await expect(timur).to_be_visible()


async def test_a_sandbox_started_anew_shows_its_own_people(page: Page, sandbox: Sandbox) -> None:
    await types(column_of(page, sandbox.alsu), "Из прежней песочницы")
    await expect(last(column_of(page, sandbox.alsu))).to_contain_text("Вы: Из прежней песочницы")
    await sandbox.server.stop()
    telegram = Telegram(sandbox.clock)
    account = telegram.add_bot(TOKEN, "mentor_bot", "Наставник")
    person = telegram.add_person("Гузель", "Новая")
    assert person.id == sandbox.alsu.id
    control = Control(telegram, account, sandbox.clock)
    async with served(SandboxServer(telegram, port=sandbox.server.port, extra=[control.routes])):
        await expect(page.get_by_role("region", name="Гузель Новая").locator("h2")).to_have_text(
            "Гузель Новая"
        )
        await expect(page.get_by_test_id("message")).to_have_count(0)
        await expect(page.get_by_test_id(f"open-{sandbox.timur.id}")).to_have_count(0)
