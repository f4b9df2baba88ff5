"""What every test run obeys: marks that mean something. Fixtures live in tests/support/."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from tools.browser import chromium
from tools.requirements import read_requirements, unknown_marks

pytest_plugins = ["tests.support.fixtures"] if find_spec("tests.support.fixtures") else []


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
