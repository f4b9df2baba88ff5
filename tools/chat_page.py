"""The chat page of the sandbox, driven as people at it do: for the browser tests and the README's picture.

Knows the page's hooks (`data-testid`, listed in sandbox/static/page.js), not what the bot says on it.
Every step waits for what it needs; nothing sleeps.
"""

from __future__ import annotations

import contextlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Locator, Page, expect, sync_playwright

ROOT = Path(__file__).parent.parent
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")
STOP_SECONDS = 20.0
PATIENCE = 15_000.0
"""Milliseconds that a step waits for the bot."""
ARGUMENTS = ("--no-sandbox", "--disable-dev-shm-usage", "--force-color-profile=srgb")


@contextlib.contextmanager
def sandbox(*arguments: str) -> Iterator[str]:
    """`python -m bot sandbox` in a process of its own, on a free port. Yields the address it prints."""
    command = [sys.executable, "-m", "bot", "sandbox", "--port", "0", *arguments]
    with subprocess.Popen(  # noqa: S603 - our own program
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8"
    ) as process:
        try:
            yield _address(process)
        finally:
            process.terminate()
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()


def _address(process: subprocess.Popen[str]) -> str:
    for line in process.stdout or ():
        if found := ADDRESS.search(line):
            return found.group()
    raise RuntimeError(f"the sandbox ended with status {process.wait(STOP_SECONDS)} and printed no address")


@contextlib.contextmanager
def opened(address: str, browser: str, *, width: int = 1440, height: int = 900) -> Iterator[ChatPage]:
    """The page in a browser window of that size, started for it and closed after it."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser, args=ARGUMENTS)
        try:
            page = started.new_page(
                viewport={"width": width, "height": height}, locale="ru-RU", reduced_motion="reduce"
            )
            page.set_default_timeout(PATIENCE)
            page.goto(address)
            yield ChatPage(page)
        finally:
            started.close()


class ChatPage:
    """Everybody's conversations with the bot, side by side."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def open(self, name: str) -> Conversation:
        """The conversation of somebody (or a channel) from the list, by the name shown there."""
        row = self.page.locator(".list-main").filter(has=self.page.locator(".list-name", has_text=name))
        row.first.click()
        return self.conversation(name)

    def new_person(self, name: str) -> Conversation:
        self.page.get_by_test_id("new-person").click()
        dialog = self.page.get_by_test_id("new-person-dialog")
        dialog.get_by_test_id("new-person-name").fill(name)
        dialog.get_by_test_id("new-person-create").click()
        return self.conversation(name)

    def open_link(self, title: str, who: Conversation) -> None:
        """Open one of the suggested links as that person."""
        self.page.locator(".list-main").filter(has_text=title).click()
        self.page.get_by_test_id("chooser").get_by_test_id(f"open-as-{who.number}").click()

    def conversation(self, name: str) -> Conversation:
        column = self.page.get_by_role("region", name=name, exact=True)
        expect(column).to_be_visible(timeout=PATIENCE)
        return Conversation(column)

    def move_clock(self, step: str) -> str:
        """Move the clock by `hour`, `day` or to the `next` message. Returns what the page reports."""
        report = self.page.get_by_test_id("clock-report")
        self.page.evaluate("document.getElementById('clock-report').hidden = true")
        self.page.get_by_test_id(f"clock-{step}").click()
        expect(report).to_be_visible(timeout=60_000)
        return report.inner_text()

    def close_all(self) -> None:
        while self.page.get_by_test_id("close-column").count():
            self.page.get_by_test_id("close-column").first.click()


class Conversation:
    """One person's chat with the bot."""

    def __init__(self, column: Locator) -> None:
        self.column = column

    @property
    def number(self) -> int:
        return int(self.column.get_attribute("data-conversation") or "0")

    @property
    def last(self) -> Locator:
        """The last message of the bot."""
        return self.column.locator('[data-testid="message"][data-from="bot"]').last

    def sees(self, *texts: str) -> None:
        """The last message of the bot holds these texts, now or soon."""
        for text in texts:
            expect(self.last).to_contain_text(text, timeout=PATIENCE)

    def does_not_see(self, text: str) -> None:
        """Nowhere in the conversation."""
        expect(self.column.get_by_text(text)).to_have_count(0)

    def tap(self, label: str) -> None:
        """The button of the last message that holds it."""
        self.last.get_by_role("button", name=label, exact=True).click()

    def types(self, text: str) -> None:
        field = self.column.get_by_test_id("composer")
        field.fill(text)
        field.press("Enter")

    def presses(self, label: str) -> None:
        """A button of the keyboard below the input."""
        self.column.get_by_test_id("reply-button").filter(has_text=label).click()

    def starts(self) -> None:
        self.column.get_by_test_id("start").click()

    def attaches(self, kind: str, *files: Path | tuple[str, bytes]) -> None:
        """A `document` or a `photo`: a file, or its name with what it holds."""
        payload = [
            one if isinstance(one, Path) else {"name": one[0], "mimeType": "", "buffer": one[1]}
            for one in files
        ]
        self.column.get_by_test_id(f"{kind}-input").set_input_files(payload)  # type: ignore[arg-type]
