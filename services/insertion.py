"""Insert a row unless its unique key is there already: the same on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, cast

from sqlalchemy import Insert, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from models import Base

ROWS_AT_ONCE = 5_000


def insert_once(session: Session, model: type[Base], values: dict[str, Any]) -> int | None:
    """Insert and return the new id, or None when a row with the same unique key exists. Nothing is raised
    for that.
    """
    session.flush()
    statement = _returning(session.get_bind().dialect.name, model)
    return session.connection().execute(statement, values).scalar_one_or_none()


def insert_many(session: Session, model: type[Base], rows: Sequence[dict[str, Any]]) -> None:
    """Insert all of these at once; those whose unique key is there already are left out."""
    if not rows:
        return
    session.flush()
    statement = _insertion(session.get_bind().dialect.name, model)
    for first in range(0, len(rows), ROWS_AT_ONCE):
        session.connection().execute(statement, rows[first : first + ROWS_AT_ONCE])


@cache
def _insertion(dialect: str, model: type[Base]) -> Insert:
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    return insert(cast(Table, model.__table__)).on_conflict_do_nothing()


@cache
def _returning(dialect: str, model: type[Base]) -> Insert:
    return _insertion(dialect, model).returning(cast(Table, model.__table__).c.id)
