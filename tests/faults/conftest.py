"""Every world of these tests knows the messages that are made for them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.faults.support import teach
from tests.support.world import World


class TaughtWorld(World):
    async def open(self) -> None:
        await super().open()
        teach(self.app)


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    made = TaughtWorld(tmp_path / "world.db")
    await made.open()
    try:
        yield made
    finally:
        await made.close()
