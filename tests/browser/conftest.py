"""The system's Chromium for the browser tests. Knows nothing of the pages that they open."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, async_playwright

# Nothing but the page under test: no background traffic, no first-run screens.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)


@pytest.fixture
async def chromium(chromium_path: str) -> AsyncIterator[Browser]:
    """A browser of its own for each test; skipped with a message where there is none."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium_path, args=ARGUMENTS)
        yield browser
        await browser.close()
