"""Speed mentoring: one mentor, a queue of bookable slots, one meeting each (N-2.3-6)."""

from __future__ import annotations

import secrets
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, words
from models.meeting import MeetingMode
from models.person import Membership


class SpeedStatus(StrEnum):
    ANNOUNCED = "announced"
    CANCELLED = "cancelled"


class SpeedSession(Base):
    """So many slots of `slot_minutes` one after another, from `starts_at` on."""

    __tablename__ = "speed_session"
    __table_args__ = (Index("ix_speed_session_organization_starts_at", "organization_id", "starts_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organization_id: Mapped[int] = mapped_column(ForeignKey("organization.id"))
    mentor_id: Mapped[int] = mapped_column(ForeignKey("membership.id"), index=True)
    topic: Mapped[str] = mapped_column(String(300))
    starts_at: Mapped[datetime]
    slot_minutes: Mapped[int]
    mode: Mapped[MeetingMode] = mapped_column(words(MeetingMode), default=MeetingMode.IN_PERSON)
    place: Mapped[str] = mapped_column(String(500), default="")
    link: Mapped[str] = mapped_column(String(500), default="")
    status: Mapped[SpeedStatus] = mapped_column(words(SpeedStatus), default=SpeedStatus.ANNOUNCED)
    announced_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    announced_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    mentor: Mapped[Membership] = relationship()
    slots: Mapped[list[SpeedSlot]] = relationship(back_populates="session", order_by="SpeedSlot.number")
    queue: Mapped[list[SpeedQueueEntry]] = relationship(
        back_populates="session", order_by="SpeedQueueEntry.id"
    )


class SpeedSlot(Base):
    """One slot, free while nobody booked it. `held`: whether the meeting took place, by the mentor's word."""

    __tablename__ = "speed_slot"
    __table_args__ = (UniqueConstraint("session_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("speed_session.id"))
    number: Mapped[int]
    starts_at: Mapped[datetime]
    membership_id: Mapped[int | None] = mapped_column(ForeignKey("membership.id"), index=True)
    booked_at: Mapped[datetime | None]
    held: Mapped[bool | None]
    calendar_uid: Mapped[str] = mapped_column(String(64), default=lambda: secrets.token_hex(16))
    calendar_sequence: Mapped[int] = mapped_column(default=0)

    session: Mapped[SpeedSession] = relationship(back_populates="slots")
    membership: Mapped[Membership | None] = relationship()


class SpeedQueueEntry(Base):
    """Somebody who waits for a slot to become free, first come first served."""

    __tablename__ = "speed_queue_entry"
    __table_args__ = (UniqueConstraint("session_id", "membership_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("speed_session.id"))
    membership_id: Mapped[int] = mapped_column(ForeignKey("membership.id"), index=True)
    joined_at: Mapped[datetime]

    session: Mapped[SpeedSession] = relationship(back_populates="queue")
    membership: Mapped[Membership] = relationship()
