"""Meetings of a pair: proposed, confirmed or moved, held or not by both accounts, and the mentee's
feedback.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, words
from models.mentorship import Mentorship


class MeetingInThePast(Exception):
    """A meeting was proposed for a time that is over."""


class MeetingKind(StrEnum):
    """The order in which a pair goes through them (L-5-1…L-5-5)."""

    ORGANISATIONAL = "organisational"
    TRIAL = "trial"
    PLANNING = "planning"
    REGULAR = "regular"
    FINAL = "final"


class MeetingStatus(StrEnum):
    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    MOVED = "moved"
    HELD = "held"
    NOT_HELD = "not_held"
    DISPUTED = "disputed"


class Meeting(Base):
    """One meeting. A time offered back is a new row that points to the one it replaces, so that history
    stays.
    """

    __tablename__ = "meeting"
    __table_args__ = (Index("ix_meeting_status_starts_at", "status", "starts_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    mentorship_id: Mapped[int] = mapped_column(ForeignKey("mentorship.id"), index=True)
    kind: Mapped[MeetingKind] = mapped_column(words(MeetingKind))
    status: Mapped[MeetingStatus] = mapped_column(words(MeetingStatus), default=MeetingStatus.PROPOSED)
    starts_at: Mapped[datetime]
    place: Mapped[str] = mapped_column(String(500), default="")
    proposed_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"))
    proposed_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]

    mentorship: Mapped[Mentorship] = relationship()
    reports: Mapped[list[AttendanceReport]] = relationship(
        back_populates="meeting", order_by="AttendanceReport.id"
    )

    DURATION = timedelta(minutes=60)

    @classmethod
    def propose(
        cls,
        mentorship_id: int,
        kind: MeetingKind,
        starts_at: datetime,
        place: str,
        proposed_by_id: int,
        *,
        now: datetime,
    ) -> Meeting:
        if starts_at <= now:
            raise MeetingInThePast
        return cls(
            mentorship_id=mentorship_id,
            kind=kind,
            status=MeetingStatus.PROPOSED,
            starts_at=starts_at,
            place=place,
            proposed_by_id=proposed_by_id,
            proposed_at=now,
        )

    def confirm(self, now: datetime) -> None:
        if self.starts_at <= now:
            raise MeetingInThePast
        self.status, self.confirmed_at = MeetingStatus.CONFIRMED, now

    def has_started(self, now: datetime) -> bool:
        return now >= self.starts_at

    def settle_reports(self, expected: int, now: datetime) -> None:
        """When every side has said whether it took place, the meeting is held, not held or disputed."""
        if len(self.reports) < expected:
            return
        said = {report.held for report in self.reports}
        self.ended_at = now
        self.status = {
            frozenset({True}): MeetingStatus.HELD,
            frozenset({False}): MeetingStatus.NOT_HELD,
        }.get(frozenset(said), MeetingStatus.DISPUTED)


class AttendanceReport(Base):
    """What one side says: the meeting took place, or it did not."""

    __tablename__ = "attendance_report"
    __table_args__ = (UniqueConstraint("meeting_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    held: Mapped[bool]
    reported_at: Mapped[datetime]

    meeting: Mapped[Meeting] = relationship(back_populates="reports")


class Feedback(Base):
    """The mentee's answers after a meeting, kept under a pseudonym: the curator sees them, the mentor never
    does.
    """

    __tablename__ = "feedback"
    __table_args__ = (UniqueConstraint("meeting_id", "pseudonym"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    pseudonym: Mapped[str] = mapped_column(String(64), index=True)
    questionnaire: Mapped[str] = mapped_column(String(64))
    questionnaire_version: Mapped[int]
    answers: Mapped[dict[str, Any]] = mapped_column(default=dict)
    started_at: Mapped[datetime]
    completed_at: Mapped[datetime | None]

    def answer(self, key: str, value: Any) -> None:
        # A new object, because a change inside a JSON value is not seen by the session.
        self.answers = {**self.answers, key: value}
