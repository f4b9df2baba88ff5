"""Fixtures for everybody: a session for the rules, a world for the conversations."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from tests.support.empty_database import empty_database
from tests.support.world import World

pytest_plugins = ["tests.support.servers"]


@pytest.fixture
def session() -> Iterator[Session]:
    """A session on an empty database in memory, with foreign keys enforced."""
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        driver.deserialize(empty_database())
        connection.exec_driver_sql("PRAGMA foreign_keys = ON")
        with Session(connection, expire_on_commit=False) as made:
            yield made
    engine.dispose()


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """The whole bot, empty, on Monday 7 September 2026, ten o'clock in Moscow."""
    made = World(tmp_path / "world.db")
    await made.open()
    try:
        yield made
    finally:
        await made.close()
