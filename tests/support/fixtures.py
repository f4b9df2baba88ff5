"""Fixtures for everybody: a session for the rules, a world for the conversations."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from models import Base
from tests.support.world import World

pytest_plugins = ["tests.support.servers"]


@pytest.fixture
def session() -> Iterator[Session]:
    """A session on an empty database in memory, with foreign keys enforced."""
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys = ON")
        Base.metadata.create_all(connection)
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
