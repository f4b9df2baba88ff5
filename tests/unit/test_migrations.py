"""Migrations go up and down one by one on both databases, and end where the models are."""

from __future__ import annotations

from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from bot.schema import config, downgrade, migrate
from models import Base

REVISIONS = [one.revision for one in ScriptDirectory.from_config(config("sqlite://")).walk_revisions()][::-1]


def make_tables(connection: Connection) -> None:
    Base.metadata.create_all(connection)
    connection.commit()


async def looked_at(url: str, look: Any) -> Any:
    engine = create_async_engine(url, poolclass=NullPool)
    async with engine.connect() as connection:
        found = await connection.run_sync(look)
    await engine.dispose()
    return found


def schema(connection: Connection) -> dict[str, Any]:
    """Everything that makes a table, as the database itself tells it."""
    eye = inspect(connection)
    return {
        table: (
            sorted((one["name"], str(one["type"]), one["nullable"]) for one in eye.get_columns(table)),
            eye.get_pk_constraint(table)["name"],
            sorted(str(one["name"]) for one in eye.get_foreign_keys(table)),
            sorted(str(one["name"]) for one in eye.get_unique_constraints(table)),
            sorted(_words(one) for one in eye.get_indexes(table)),
        )
        for table in sorted(eye.get_table_names())
        if table != "alembic_version"
    }


def _words(index: Any) -> tuple[str, ...]:
    where = [str(value) for name, value in index["dialect_options"].items() if name.endswith("_where")]
    return index["name"], *index["column_names"], *where


def differences(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(
        connection, opts={"compare_type": True, "compare_server_default": True}
    )
    return list(compare_metadata(context, Base.metadata))


def test_there_is_one_line_of_migrations_with_one_head() -> None:
    assert len(ScriptDirectory.from_config(config("sqlite://")).get_heads()) == 1


@pytest.mark.parametrize("revision", REVISIONS)
async def test_each_migration_goes_up_down_and_up_again(empty_database_url: str, revision: str) -> None:
    before = REVISIONS[REVISIONS.index(revision) - 1] if REVISIONS.index(revision) else "base"
    if before != "base":
        await migrate(empty_database_url, before)
    start = await looked_at(empty_database_url, schema)

    await migrate(empty_database_url, revision)
    risen = await looked_at(empty_database_url, schema)
    assert risen != start

    await downgrade(empty_database_url, before)
    assert await looked_at(empty_database_url, schema) == start

    await migrate(empty_database_url, revision)
    assert await looked_at(empty_database_url, schema) == risen


async def test_migrated_database_is_what_the_models_say(empty_database_url: str) -> None:
    await migrate(empty_database_url)
    assert await looked_at(empty_database_url, differences) == []


async def test_migrated_tables_equal_those_made_from_the_models(empty_database_url: str) -> None:
    """Partial indexes and names of constraints too, which Alembic's comparison passes over."""
    await migrate(empty_database_url)
    migrated = await looked_at(empty_database_url, schema)
    await downgrade(empty_database_url, "base")
    await looked_at(empty_database_url, make_tables)
    assert migrated == await looked_at(empty_database_url, schema)


async def test_migrating_twice_changes_nothing(empty_database_url: str) -> None:
    await migrate(empty_database_url)
    once = await looked_at(empty_database_url, schema)
    await migrate(empty_database_url)
    assert await looked_at(empty_database_url, schema) == once


async def test_everything_goes_down_to_an_empty_database(empty_database_url: str) -> None:
    await migrate(empty_database_url)
    await downgrade(empty_database_url, "base")
    assert await looked_at(empty_database_url, schema) == {}
