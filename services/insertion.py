"""Insert a row unless its unique key is there already: the same on SQLite and on PostgreSQL."""

from __future__ import annotations

from functools import cache
from typing import Any, cast

from sqlalchemy import Insert, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from models import Base


def insert_once(session: Session, model: type[Base], values: dict[str, Any]) -> int | None:
    """Insert and return the new id, or None when a row with the same unique key exists. Nothing is raised
    for that.
    """
    session.flush()
    statement = _insertion(session.get_bind().dialect.name, model)
    return session.connection().execute(statement, values).scalar_one_or_none()


@cache
def _insertion(dialect: str, model: type[Base]) -> Insert:
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    table = cast(Table, model.__table__)
    return insert(table).on_conflict_do_nothing().returning(table.c.id)
