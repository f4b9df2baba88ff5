"""What one school must not see of another: all that is stored of it, found in the tables themselves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, Enum, Table, func, insert, inspect, select
from sqlalchemy.orm import Session

from models import Base
from models.base import UtcDateTime

Row = dict[str, Any]
Rows = dict[tuple[str, tuple[Any, ...]], Row]
SHORTEST = 6
"""Shorter words are keys of lists and numbers of rows, in any school the same."""
MACHINERY = frozenset({"audit_record", "inbox_update", "notification", "outbox_control", "form"})
"""Tables that grow with whatever anybody does, and belong to no school."""
PUBLIC = frozenset({("organization", "name"), ("organization", "timezone"), ("invitation", "code")})
"""Whoever looks for a school finds its name; a code is no part of any screen."""
PLAIN: dict[type, Any] = {
    int: 1,
    float: 1.0,
    Decimal: Decimal(1),
    bool: True,
    date: date(2026, 9, 30),
    dict: {},
    list: [],
}
NOT_WORDS = frozenset({"text_sha256", "sha256", "source_digest", "pseudonym", "cause", "key", "rrule"})


def fill_empty_tables(session: Session, organization_id: int, person_id: int) -> list[str]:
    """A row in every table that the school's history left empty, so that there is something to be seen of
    everything. Returns their names.
    """
    filled = []
    for table in Base.metadata.sorted_tables:
        is_empty = session.scalar(select(func.count()).select_from(table)) == 0
        if is_empty and table.name not in MACHINERY:
            session.execute(insert(table).values(_row(session, table, organization_id, person_id)))
            filled.append(table.name)
    session.flush()
    return filled


def _row(session: Session, table: Table, organization_id: int, person_id: int) -> Row:
    return {
        column.name: _value(session, table, column, organization_id, person_id)
        for column in table.columns
        if not (column.primary_key and not column.foreign_keys) and not column.nullable
    }


def _value(session: Session, table: Table, column: Column[Any], organization_id: int, person_id: int) -> Any:
    for key in column.foreign_keys:
        target = key.column.table
        if target.name in ("organization", "person"):
            return organization_id if target.name == "organization" else person_id
        return session.scalar(select(func.min(key.column)))
    kind = column.type
    if isinstance(kind, Enum):
        return kind.enum_class(kind.enums[0]) if kind.enum_class else kind.enums[0]
    if isinstance(kind, UtcDateTime):
        return datetime(2026, 9, 1, 9, tzinfo=UTC)
    plain = PLAIN.get(kind.python_type)
    return f"Тайна таблицы {table.name}, {column.name}" if plain is None else plain


def every_row(session: Session) -> Rows:
    """All that is stored, by table and key, but for the machinery."""
    session.flush()
    found: Rows = {}
    for table in Base.metadata.sorted_tables:
        if table.name in MACHINERY:
            continue
        keys = [column.name for column in inspect(table).primary_key]
        for row in session.execute(select(table)).mappings():
            found[table.name, tuple(row[key] for key in keys)] = dict(row)
    return found


def words_of(rows: Rows) -> frozenset[str]:
    """Everything that could be read in these rows: texts, and the words inside lists and objects."""
    return frozenset(
        word.strip()
        for (table, _), row in rows.items()
        for column, value in row.items()
        if (table, column) not in PUBLIC and column not in NOT_WORDS
        for word in _texts(value)
        if len(word.strip()) >= SHORTEST
    )


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, StrEnum):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)
