"""The application of a newcomer: answers given one at a time, handed in, approved or returned."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, words
from models.person import Membership


class ApplicationStatus(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    WITH_HEAD = "with_head"
    RETURNED = "returned"
    APPROVED = "approved"
    WITHDRAWN = "withdrawn"


class Application(Base):
    """A half-finished form is a row like any other: it survives a restart and is offered again.

    `is_review`: not a way in but the yearly renewal of a profile (N-3.4-2); the membership goes on meanwhile.
    `endorsed_by_id`: the curator who passed it on to the head, where the school set it so.

    `position` is the number of the question on the screen, counted from 0; equal to the number of questions
    it means the summary. `answers` maps a question's key to its answer, read with the version of the
    questionnaire it was given to.
    """

    __tablename__ = "application"
    __table_args__ = (Index("ix_application_status_submitted_at", "status", "submitted_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    membership_id: Mapped[int] = mapped_column(ForeignKey("membership.id"), index=True)
    questionnaire: Mapped[str] = mapped_column(String(64))
    questionnaire_version: Mapped[int]
    status: Mapped[ApplicationStatus] = mapped_column(
        words(ApplicationStatus), default=ApplicationStatus.DRAFT
    )
    position: Mapped[int] = mapped_column(default=0)
    correcting: Mapped[bool] = mapped_column(default=False)
    is_review: Mapped[bool] = mapped_column(default=False)
    answers: Mapped[dict[str, Any]] = mapped_column(default=dict)
    return_reason: Mapped[str] = mapped_column(String(1000), default="")
    endorsed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    submissions: Mapped[int] = mapped_column(default=0)
    started_at: Mapped[datetime]
    submitted_at: Mapped[datetime | None]
    decided_at: Mapped[datetime | None]

    membership: Mapped[Membership] = relationship()

    @property
    def is_open(self) -> bool:
        """May the person still change the answers?"""
        return self.status in (ApplicationStatus.DRAFT, ApplicationStatus.RETURNED)

    def answer(self, key: str, value: Any) -> None:
        # A new object, because a change inside a JSON value is not seen by the session.
        self.answers = {**self.answers, key: value}

    def submit(self, now: datetime) -> None:
        self.status, self.submitted_at = ApplicationStatus.SUBMITTED, now
        self.decided_at = self.decided_by_id = self.endorsed_by_id = None
        self.submissions += 1

    @property
    def awaits_decision(self) -> bool:
        return self.status in (ApplicationStatus.SUBMITTED, ApplicationStatus.WITH_HEAD)

    def pass_to_head(self, endorsed_by_id: int) -> None:
        self.status, self.endorsed_by_id = ApplicationStatus.WITH_HEAD, endorsed_by_id

    def approve(self, decided_by_id: int, now: datetime) -> None:
        self._decide(ApplicationStatus.APPROVED, decided_by_id, now)

    def return_with(self, reason: str, decided_by_id: int, now: datetime) -> None:
        self.return_reason = reason
        self._decide(ApplicationStatus.RETURNED, decided_by_id, now)

    def _decide(self, status: ApplicationStatus, decided_by_id: int, now: datetime) -> None:
        self.status, self.decided_by_id, self.decided_at = status, decided_by_id, now
