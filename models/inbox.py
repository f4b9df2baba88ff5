"""The inbox: every update of Telegram is stored before it is acknowledged; and the state of half-typed
forms.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Index, SmallInteger, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, words


class InboxStatus(StrEnum):
    """stored → effected (its transaction is committed) → settled (the person has been answered); or dead."""

    STORED = "stored"
    EFFECTED = "effected"
    SETTLED = "settled"
    DEAD = "dead"


class InboxUpdate(Base):
    """One update. `body` is erased in the transaction that gives the update its effect; the number stays, so
    that the same
    update can't take effect twice."""

    __tablename__ = "inbox_update"
    __table_args__ = (
        Index(
            "ix_inbox_update_open",
            "id",
            sqlite_where=text("status IN ('stored', 'effected')"),
            postgresql_where=text("status IN ('stored', 'effected')"),
        ),
        Index("ix_inbox_update_received_at", "received_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    chat_id: Mapped[int | None]
    kind: Mapped[str] = mapped_column(String(32), default="")
    status: Mapped[InboxStatus] = mapped_column(words(InboxStatus), default=InboxStatus.STORED)
    body: Mapped[str | None] = mapped_column(Text)
    attempts: Mapped[int] = mapped_column(SmallInteger, default=0)
    incident: Mapped[str | None] = mapped_column(String(16))
    error: Mapped[str] = mapped_column(String(200), default="")
    received_at: Mapped[datetime]


class Form(Base):
    """What the next typed message of a chat means: the state and the data of aiogram's FSM."""

    __tablename__ = "form"

    key: Mapped[str] = mapped_column(String(120), primary_key=True)
    state: Mapped[str | None] = mapped_column(String(120))
    data: Mapped[dict[str, Any]] = mapped_column(default=dict)
