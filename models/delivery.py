"""The outbox: every message the programme owes to somebody, and what became of it."""

from __future__ import annotations

from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, SmallInteger, String, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, words


class NotificationStatus(StrEnum):
    """pending → claimed (leased to a worker) → sending (intent recorded) → sent.

    A row that was `sending` when its worker died, or whose sending ended in a time-out, is UNKNOWN: its kind
    says whether to send again. DROPPED is no longer true or too late, SUPERSEDED is told by a newer row of
    the same topic, CANCELLED is taken back, DEAD was rejected by Telegram for good.
    """

    PENDING = "pending"
    CLAIMED = "claimed"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    DROPPED = "dropped"
    SUPERSEDED = "superseded"
    CANCELLED = "cancelled"
    DEAD = "dead"


class Urgency(IntEnum):
    """Smaller goes first. Only URGENT breaks quiet hours."""

    URGENT = 0
    NORMAL = 1
    BULK = 2


class Notification(Base):
    """One message owed to one chat.

    `key` is unique: the same fact is never told twice. `kind` names the notice that words it at the moment
    of sending (`handlers/*/notices.py`); `payload` holds ids, never texts. `topic`: of several due rows of
    one topic only the latest is worth sending. `expires_at`: past it the message is pointless.
    """

    __tablename__ = "notification"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(200), unique=True)
    kind: Mapped[str] = mapped_column(String(64))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    chat_id: Mapped[int | None]
    payload: Mapped[dict[str, Any]] = mapped_column(default=dict)
    topic: Mapped[str | None] = mapped_column(String(100))
    urgency: Mapped[int] = mapped_column(SmallInteger, default=int(Urgency.NORMAL))
    status: Mapped[NotificationStatus] = mapped_column(
        words(NotificationStatus), default=NotificationStatus.PENDING
    )
    due_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    owner: Mapped[str | None] = mapped_column(String(36))
    leased_until: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(SmallInteger, default=0)
    is_repeat: Mapped[bool] = mapped_column(default=False)
    error: Mapped[str] = mapped_column(String(300), default="")
    message_id: Mapped[int | None]
    created_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]

    __table_args__ = (
        # Only what waits is indexed: a claim costs the same at ten thousand and at ten million rows.
        Index(
            "ix_notification_pending",
            "urgency",
            "due_at",
            sqlite_where=text("status = 'pending'"),
            postgresql_where=text("status = 'pending'"),
        ),
        Index(
            "ix_notification_in_flight",
            "leased_until",
            sqlite_where=text("status IN ('claimed', 'sending')"),
            postgresql_where=text("status IN ('claimed', 'sending')"),
        ),
        Index(
            "ix_notification_person_pending",
            "person_id",
            "topic",
            sqlite_where=text("status = 'pending'"),
            postgresql_where=text("status = 'pending'"),
        ),
        Index(
            "ix_notification_topic_pending",
            "topic",
            sqlite_where=text("status = 'pending'"),
            postgresql_where=text("status = 'pending'"),
        ),
        Index(
            "ix_notification_dead",
            "settled_at",
            sqlite_where=text("status = 'dead'"),
            postgresql_where=text("status = 'dead'"),
        ),
    )


class OutboxControl(Base):
    """One row: until when nothing is sent to anybody (Telegram asked for a pause), and whether sending is
    halted.
    """

    __tablename__ = "outbox_control"

    id: Mapped[int] = mapped_column(primary_key=True)
    paused_until: Mapped[datetime | None]
    halted_reason: Mapped[str] = mapped_column(String(100), default="")
