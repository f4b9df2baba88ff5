"""Messages that may be owed again after they were taken back: each time under the next number.

A key of the outbox is used once. Whoever changes their mind twice must still be told.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import NotificationStatus
from models.delivery import Notification

GIVEN = (NotificationStatus.SENT, NotificationStatus.UNKNOWN)
"""The reader has it, or may have it."""


def history(session: Session, stem: str) -> list[tuple[NotificationStatus, bool]]:
    """What became of the messages of this stem, the oldest first, and whether each was sent before."""
    return list(_history(session, stem))


def _history(session: Session, stem: str) -> Iterator[tuple[NotificationStatus, bool]]:
    number = 0
    # One key after the other: the index of keys answers that in every database, and there are few.
    while (row := session.execute(_ROW.where(Notification.key == key(stem, number))).first()) is not None:
        yield row.status, row.is_repeat
        number += 1


_ROW = select(Notification.status, Notification.is_repeat)


def key(stem: str, number: int) -> str:
    return f"{stem}:{number}"


def was_given(session: Session, stem: str) -> bool:
    """Has the reader one of them already?"""
    return any(status in GIVEN or is_repeat for status, is_repeat in _history(session, stem))


def may_arrive(session: Session, stem: str) -> bool:
    """Has the reader one of them, or is one on its way that can't be taken back any more?"""
    return was_given(session, stem) or any(
        status == NotificationStatus.SENDING for status, _ in _history(session, stem)
    )
