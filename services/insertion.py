"""Insert a row unless its unique key is there already: the same on SQLite and on PostgreSQL."""

from __future__ import annotations

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from models import Base


def insert_once(session: Session, model: type[Base], values: dict[str, Any]) -> int | None:
    """Insert and return the new id, or None when a row with the same unique key exists. Nothing is raised
    for that.
    """
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    statement = (
        dialect.insert(model).values(**values).on_conflict_do_nothing().returning(model.__table__.c.id)
    )
    return session.execute(statement).scalar_one_or_none()
