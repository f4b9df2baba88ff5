"""What every test run obeys: marks that mean something. Fixtures live in tests/support/."""

from __future__ import annotations

import os
import shutil
from importlib.util import find_spec

import pytest

from tools.requirements import read_requirements, unknown_marks

pytest_plugins = ["tests.support.fixtures"] if find_spec("tests.support.fixtures") else []

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def chromium() -> str | None:
    """Return the path of the system's Chromium: the one that CHROMIUM names, or the first found in PATH."""
    named = os.environ.get("CHROMIUM")
    return shutil.which(named) if named else next(filter(None, map(shutil.which, BROWSERS)), None)


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The browser to start by `executable_path`; what asks for it is skipped where there is none."""
    found = chromium()
    if found is None:
        pytest.skip("no Chromium on this machine: install one or name it in CHROMIUM")
    return found


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse marks that name no known requirement; skip browser tests where there is no browser."""
    if complaints := unknown_marks(items, read_requirements()):
        raise pytest.UsageError("\n".join(complaints))
    if chromium() is None:
        missing = pytest.mark.skip(reason="no Chromium on this machine: install one or name it in CHROMIUM")
        for item in items:
            if item.get_closest_marker("browser"):
                item.add_marker(missing)
