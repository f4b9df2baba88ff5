"""The inbox: an update is stored first and acknowledged then; it takes effect once; what it said is erased
after that.

Source of the rules: faults 2, 25, 27.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import Table, bindparam, delete, select, text, update
from sqlalchemy.orm import Session

from models import InboxStatus, InboxUpdate
from services.insertion import insert_once

OPEN = text("inbox_update.status IN ('stored', 'effected')")
"""The condition of the partial index, word for word: SQLite does not conclude it from one of the two
statuses.
"""
KEPT_FOR = timedelta(days=2)
"""Telegram repeats an update for at most 24 hours; the numbers are remembered twice as long."""
_TO_EFFECTED, _TO_SETTLED = (
    update(cast(Table, InboxUpdate.__table__))
    .where(InboxUpdate.id == bindparam("number"), InboxUpdate.status == before)
    .values(status=after, body=None)
    for before, after in (
        (InboxStatus.STORED, InboxStatus.EFFECTED),
        (InboxStatus.EFFECTED, InboxStatus.SETTLED),
    )
)
"""Put together once: they run with every update."""


@dataclass(frozen=True, slots=True)
class StoredUpdate:
    """An update as it waits to be handled. `chat_id` orders it among its neighbours."""

    id: int
    chat_id: int | None
    kind: str
    body: str
    attempts: int = 0


def store(session: Session, updates: Iterable[StoredUpdate], *, now: datetime) -> list[int]:
    """Store what is new. Returns the numbers of those that had not been seen before."""
    return [update.id for update in updates if _insert(session, update, now)]


def _insert(session: Session, update: StoredUpdate, now: datetime) -> bool:
    values = {
        "id": update.id,
        "chat_id": update.chat_id,
        "kind": update.kind,
        "status": InboxStatus.STORED,
        "body": update.body,
        "attempts": 0,
        "error": "",
        "received_at": now,
    }
    return insert_once(session, InboxUpdate, values) is not None


def waiting(session: Session) -> list[StoredUpdate]:
    """What was stored and has had no effect yet, in order: after a crash it is handled again."""
    rows = session.scalars(
        select(InboxUpdate).where(OPEN, InboxUpdate.status == InboxStatus.STORED).order_by(InboxUpdate.id)
    )
    return [StoredUpdate(row.id, row.chat_id, row.kind, row.body or "", row.attempts) for row in rows]


def is_waiting(session: Session, update_id: int) -> bool:
    status = session.scalar(select(InboxUpdate.status).where(InboxUpdate.id == update_id))
    return status == InboxStatus.STORED


def mark_effected(session: Session, update_id: int) -> bool:
    """Called in the very transaction that does the work: erase the body and remember that it is done.

    Returns False when the update had taken effect before; the caller must then undo the transaction.
    """
    return session.connection().execute(_TO_EFFECTED, {"number": update_id}).rowcount == 1


def settle(session: Session, update_ids: Iterable[int]) -> None:
    """The people have been answered. What was laid aside stays laid aside."""
    numbers = [{"number": update_id} for update_id in update_ids]
    if numbers:
        session.connection().execute(_TO_SETTLED, numbers)


def interrupted(session: Session) -> list[tuple[int, int | None]]:
    """(update, chat) of those whose work is committed while the answer may not have arrived: only seen after
    a crash.
    """
    rows = session.execute(
        select(InboxUpdate.id, InboxUpdate.chat_id)
        .where(OPEN, InboxUpdate.status == InboxStatus.EFFECTED)
        .order_by(InboxUpdate.id)
    )
    return [(update_id, chat_id) for update_id, chat_id in rows]


def fail(session: Session, update_id: int, *, error: str, incident: str | None) -> None:
    """Handling raised. With an `incident` code it is given up: the body is erased, the kind of fault is
    kept.
    """
    values: dict[str, Any] = {"attempts": InboxUpdate.attempts + 1, "error": error[:200]}
    if incident is not None:
        values |= {"status": InboxStatus.DEAD, "incident": incident, "body": None}
    session.execute(update(InboxUpdate).where(InboxUpdate.id == update_id).values(**values))


def purge(session: Session, *, now: datetime) -> int:
    """Forget the numbers of old updates. Returns how many."""
    result: Any = session.execute(
        delete(InboxUpdate).where(
            InboxUpdate.received_at < now - KEPT_FOR,
            InboxUpdate.status.in_((InboxStatus.SETTLED, InboxStatus.DEAD)),
        )
    )
    return int(result.rowcount)
