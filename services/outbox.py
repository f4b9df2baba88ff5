"""The outbox: what the programme owes to people, and the steps by which it is delivered.

A use case calls `notify` inside its own transaction. The delivery loop claims (`services.claims`), then for
every row `begin` (the intent), sends outside of any transaction, and records what happened. Each step is a
transaction of its own, so that after a crash at most the row in flight is in doubt. The faults meant are
those of docs/architecture.md: 1–4, 6, 13, 15–24.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import (
    ColumnElement,
    CursorResult,
    Table,
    TextClause,
    and_,
    bindparam,
    func,
    select,
    text,
    update,
)
from sqlalchemy.orm import Session

from models import Notification, NotificationStatus, OutboxControl, Person
from models.delivery import Urgency
from services.insertion import insert_many, insert_once

LEASE = timedelta(seconds=60)
BACKOFF_FIRST = timedelta(seconds=5)
BACKOFF_LONGEST = timedelta(minutes=30)
ATTEMPTS_MAXIMUM = 12
PENDING = text("notification.status = 'pending'")
"""Written out, because a bound parameter would keep SQLite from using the partial index."""
IN_FLIGHT = text("notification.status IN ('claimed', 'sending')")
"""The condition of the second partial index, word for word: SQLite does not conclude it from one of the two
statuses.
"""
TOPICS_AT_ONCE = 500
"""So many in one statement: SQLite takes no more than some thousand values."""
OWES_NOW = "outbox.owes_now"
"""In `session.info`: the transaction owes somebody a message at once, so that the delivery should wake."""


def notify(  # noqa: PLR0913 - a row has as many sides
    session: Session,
    *,
    kind: str,
    key: str,
    payload: dict[str, Any],
    due_at: datetime,
    now: datetime,
    person_id: int | None = None,
    chat_id: int | None = None,
    urgency: Urgency = Urgency.NORMAL,
    topic: str | None = None,
    expires_at: datetime | None = None,
) -> bool:
    """Owe a message to a person (or to a bare chat). Returns False when the same `key` was owed before.

    `payload` holds ids only; the words are found when it is sent. Times are aware.
    """
    values = _UNSENT | {
        "key": key,
        "kind": kind,
        "person_id": person_id,
        "chat_id": chat_id,
        "payload": payload,
        "topic": topic,
        "urgency": int(urgency),
        "due_at": due_at,
        "expires_at": expires_at,
        "created_at": now,
    }
    is_new = insert_once(session, Notification, values) is not None
    if is_new and due_at <= now:
        session.info[OWES_NOW] = True
    return is_new


@dataclass(frozen=True, slots=True)
class Owed:
    """A message to a person, as `notify` takes it: for a use case that owes thousands of them."""

    kind: str
    key: str
    person_id: int
    payload: dict[str, Any]
    topic: str
    due_at: datetime
    expires_at: datetime


def notify_many(session: Session, messages: Sequence[Owed], *, now: datetime) -> None:
    """Owe all of these in one statement. Those whose `key` was owed before stay as they were."""
    rows = [
        _UNSENT
        | {
            "key": one.key,
            "kind": one.kind,
            "person_id": one.person_id,
            "chat_id": None,
            "payload": one.payload,
            "topic": one.topic,
            "urgency": int(Urgency.NORMAL),
            "due_at": one.due_at,
            "expires_at": one.expires_at,
            "created_at": now,
        }
        for one in messages
    ]
    insert_many(session, Notification, rows)
    if any(one.due_at <= now for one in messages):
        session.info[OWES_NOW] = True


_UNSENT: dict[str, Any] = {
    "status": NotificationStatus.PENDING,
    "attempts": 0,
    "is_repeat": False,
    "error": "",
}


def cancel_topic(session: Session, topic: str, *, now: datetime) -> int:
    """Take back everything of a topic that still waits, leased or not. Returns how many rows."""
    return _cancel(session, Notification.topic == topic, now)


def cancel_topics(
    session: Session,
    topics: Sequence[str],
    kinds: Collection[str] = (),
    *,
    person_id: int | None = None,
    now: datetime,
) -> int:
    """Take back everything of these topics that waits, or of it only these kinds, or only what is owed to
    one person. Returns how many rows.
    """
    taken_back = 0
    for first in range(0, len(topics), TOPICS_AT_ONCE):
        condition: ColumnElement[bool] = Notification.topic.in_(topics[first : first + TOPICS_AT_ONCE])
        if kinds:
            condition = and_(condition, Notification.kind.in_(kinds))
        if person_id is not None:
            condition = and_(condition, Notification.person_id == person_id)
        taken_back += _cancel(session, condition, now)
    return taken_back


def cancel_person(session: Session, person_id: int, *, now: datetime) -> int:
    """Take back everything that waits for a person (blocked the bot, withdrew the consent)."""
    return _cancel(session, Notification.person_id == person_id, now)


def _cancel(session: Session, condition: ColumnElement[bool], now: datetime) -> int:
    """What is leased and not begun is taken back too: its worker finds that out when it begins."""
    values = {"status": NotificationStatus.CANCELLED, "settled_at": now}
    claimed = Notification.status == NotificationStatus.CLAIMED
    return _change(session, values, PENDING, condition) + _change(
        session, values, IN_FLIGHT, claimed, condition
    )


def _change(session: Session, values: dict[str, Any], *conditions: ColumnElement[bool] | TextClause) -> int:
    result = session.execute(
        update(Notification).where(*conditions).values(**values).execution_options(synchronize_session=False)
    )
    return _count(result)


def _count(result: Any) -> int:
    return result.rowcount if isinstance(result, CursorResult) else 0


def halted_reason(session: Session) -> str:
    """Why nothing is sent to anybody, or an empty string."""
    control = session.get(OutboxControl, 1)
    return control.halted_reason if control else ""


def may_send(session: Session, now: datetime) -> bool:
    control = session.get(OutboxControl, 1)
    return control is None or (
        not control.halted_reason and (control.paused_until is None or control.paused_until <= now)
    )


def begin(
    session: Session, notification_id: int, owner: str, *, now: datetime, lease: timedelta = LEASE
) -> bool:
    """Record the intent to send one claimed row. False when the lease was lost or the row taken back
    meanwhile.
    """
    return _fenced(
        session,
        notification_id,
        owner,
        NotificationStatus.CLAIMED,
        {
            "status": NotificationStatus.SENDING,
            "leased_until": now + lease,
            "attempts": Notification.attempts + 1,
        },
    )


def confirm(
    session: Session, notification_id: int, owner: str, message_id: int | None, *, now: datetime
) -> bool:
    """Telegram has it. False when a stale worker comes too late: another one took the row over (fault 6)."""
    return _settle(session, notification_id, owner, NotificationStatus.SENT, now, message_id=message_id)


def confirm_and_begin(
    session: Session,
    confirmed: tuple[int, int | None] | None,
    next_id: int | None,
    owner: str,
    *,
    now: datetime,
    lease: timedelta = LEASE,
) -> bool:
    """Settle the row just sent and record the intent of the next in one transaction. Returns whether to send
    the next.
    """
    if confirmed is not None:
        confirm(session, confirmed[0], owner, confirmed[1], now=now)
    return next_id is not None and begin(session, next_id, owner, now=now, lease=lease)


def drop(session: Session, notification_id: int, owner: str, *, now: datetime) -> bool:
    """The notice says that it is no longer true."""
    return _settle(session, notification_id, owner, NotificationStatus.DROPPED, now)


def bury(session: Session, notification_id: int, owner: str, reason: str, *, now: datetime) -> bool:
    """Telegram rejected it for good: a dead letter that the operator sees (fault 24)."""
    return _settle(session, notification_id, owner, NotificationStatus.DEAD, now, error=reason[:300])


def postpone(
    session: Session,
    notification_id: int,
    owner: str,
    until: datetime,
    *,
    burn_attempt: bool,
    error: str = "",
) -> bool:
    """Put the row back to wait. `burn_attempt=False`: the refusal was not about this message (faults 16, 17,
    21).
    """
    values: dict[str, Any] = {
        "status": NotificationStatus.PENDING,
        "due_at": until,
        "owner": None,
        "error": error[:300],
    }
    if not burn_attempt:
        values["attempts"] = Notification.attempts - 1
    return _fenced(session, notification_id, owner, NotificationStatus.SENDING, values)


def doubt(
    session: Session, notification_id: int, owner: str, error: str, *, resend: bool, now: datetime
) -> bool:
    """Nobody knows whether it arrived. `resend`: the kind of the message says to send it again, marked as a
    repeat.
    """
    if resend:
        values: dict[str, Any] = {
            "status": NotificationStatus.PENDING,
            "is_repeat": True,
            "owner": None,
            "due_at": now + BACKOFF_FIRST,
            "error": error[:300],
        }
        return _fenced(session, notification_id, owner, NotificationStatus.SENDING, values)
    return _settle(session, notification_id, owner, NotificationStatus.UNKNOWN, now, error=error[:300])


def backoff(attempts: int) -> timedelta:
    """The pause before the next attempt: 5 s, 10 s, 20 s … at most 30 minutes."""
    factor: int = 2 ** min(max(attempts - 1, 0), 16)
    return min(BACKOFF_FIRST * factor, BACKOFF_LONGEST)


def pause_everyone(session: Session, until: datetime) -> None:
    """Telegram asked for a pause: it holds for all messages."""
    control = _control(session)
    control.paused_until = max(until, control.paused_until or until)


def halt(session: Session, reason: str) -> None:
    """Send nothing until an operator says so: the token is revoked, or a backup was restored (faults 12,
    43).
    """
    _control(session).halted_reason = reason


def resume(session: Session) -> None:
    control = _control(session)
    control.halted_reason, control.paused_until = "", None


def resume_after(session: Session, reason: str) -> bool:
    """End a halt that had this very reason; a token that is still refused halts again at once."""
    control = session.get(OutboxControl, 1)
    if control is None or control.halted_reason != reason:
        return False
    control.halted_reason = ""
    return True


def _control(session: Session) -> OutboxControl:
    control = session.get(OutboxControl, 1)
    if control is None:
        control = OutboxControl(id=1, halted_reason="")
        session.add(control)
    return control


def release(session: Session, owner: str) -> int:
    """Give back what a stopping worker has leased but not begun (fault 4). Returns how many rows."""
    claimed = Notification.status == NotificationStatus.CLAIMED
    return _change(session, _WAITING_AGAIN, IN_FLIGHT, claimed, Notification.owner == owner)


_WAITING_AGAIN: dict[str, Any] = {"status": NotificationStatus.PENDING, "owner": None, "leased_until": None}


def recover(
    session: Session, resend_kinds: Collection[str], *, now: datetime, alive: Collection[int] = ()
) -> tuple[int, int]:
    """Take over what a dead worker left behind when its lease ends: (rows to be sent, rows in doubt).

    A claimed row was certainly not sent and goes back. A row whose sending had begun is unknown: kinds that
    may be said twice are sent again, marked as a repeat, the others are flagged for the operator. `alive`
    are rows that the asking worker is just sending: their leases seem to have ended when the clock was put
    forward (fault 13).
    """
    overdue = Notification.leased_until <= now
    claimed = Notification.status == NotificationStatus.CLAIMED
    waiting = _change(session, _WAITING_AGAIN, IN_FLIGHT, claimed, overdue)
    sending = Notification.status == NotificationStatus.SENDING
    in_doubt = session.scalars(
        select(Notification).where(IN_FLIGHT, sending, overdue, Notification.id.not_in(alive))
    ).all()
    for row in in_doubt:
        _doubt_interrupted(row, resend_kinds, now)
    return waiting, len(in_doubt)


def _doubt_interrupted(row: Notification, resend_kinds: Collection[str], now: datetime) -> None:
    row.owner, row.leased_until, row.error = None, None, "interrupted"
    if row.kind not in resend_kinds:
        row.status, row.settled_at = NotificationStatus.UNKNOWN, now
    elif row.attempts >= ATTEMPTS_MAXIMUM:
        # Whatever it is, the worker does not outlive it: the others must not wait behind it for ever.
        row.status, row.settled_at = NotificationStatus.DEAD, now
    else:
        row.status, row.is_repeat = NotificationStatus.PENDING, True


def next_due(session: Session) -> datetime | None:
    """When the next waiting row is due, or None."""
    return session.scalar(select(func.min(Notification.due_at)).where(PENDING))


def move_chat(session: Session, old_chat_id: int, new_chat_id: int) -> None:
    """A group became a supergroup: its number changes everywhere in one transaction (fault 23)."""
    session.execute(
        update(Notification).where(Notification.chat_id == old_chat_id).values(chat_id=new_chat_id)
    )
    session.execute(update(Person).where(Person.chat_id == old_chat_id).values(chat_id=new_chat_id))


def count_by_status(session: Session) -> dict[str, int]:
    """How many rows there are of each status: for the operator."""
    rows = session.execute(select(Notification.status, func.count()).group_by(Notification.status))
    return {status.value: count for status, count in rows}


def _settle(
    session: Session,
    notification_id: int,
    owner: str,
    status: NotificationStatus,
    now: datetime,
    **values: Any,
) -> bool:
    values |= {"status": status, "settled_at": now, "leased_until": None}
    return _fenced(session, notification_id, owner, NotificationStatus.SENDING, values)


def _fenced(
    session: Session, notification_id: int, owner: str, expected: NotificationStatus, values: dict[str, Any]
) -> bool:
    """Change a row only while this worker owns it. Past the ORM: it happens twice for every message."""
    session.flush()
    statement = _OWNED[expected].values(**values)
    result = session.connection().execute(statement, {"number": notification_id, "worker": owner})
    return result.rowcount == 1


_ROWS = cast(Table, Notification.__table__)
_OWNED = {
    status: update(_ROWS).where(
        _ROWS.c.id == bindparam("number"), _ROWS.c.owner == bindparam("worker"), _ROWS.c.status == status
    )
    for status in (NotificationStatus.CLAIMED, NotificationStatus.SENDING)
}
