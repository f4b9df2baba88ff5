"""The system's Chromium for the browser tests. Knows nothing of the pages that they open."""

from collections.abc import AsyncIterator

import pytest_asyncio
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


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def chromium(chromium_path: str) -> AsyncIterator[Browser]:
    """One browser for a file of tests: starting it takes longer than most of them.

    Its tests open pages of their own and share the file's event loop
    (``pytest.mark.asyncio(loop_scope="module")``). They are skipped with a message where there is no browser.
    """
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium_path, args=ARGUMENTS)
        yield browser
        await browser.close()
