"""Situational mentoring: a request for help at any time, and the answers to it (N-2.3-5)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, words
from models.mentorship import Mentorship
from models.person import Membership


class HelpScope(StrEnum):
    """Who is asked: one's own mentor, or every mentor of the organisation."""

    OWN_MENTOR = "own_mentor"
    ALL_MENTORS = "all_mentors"


class HelpStatus(StrEnum):
    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"
    TAKEN_BACK = "taken_back"


class HelpRequest(Base):
    """What a mentee asked. `topic` is a key of the list `difficulty`, or empty. `helped`: what the mentee
    said when it was closed.
    """

    __tablename__ = "help_request"
    __table_args__ = (Index("ix_help_request_organization_status", "organization_id", "status"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organization_id: Mapped[int] = mapped_column(ForeignKey("organization.id"))
    membership_id: Mapped[int] = mapped_column(ForeignKey("membership.id"), index=True)
    mentorship_id: Mapped[int | None] = mapped_column(ForeignKey("mentorship.id"))
    scope: Mapped[HelpScope] = mapped_column(words(HelpScope))
    status: Mapped[HelpStatus] = mapped_column(words(HelpStatus), default=HelpStatus.OPEN)
    topic: Mapped[str] = mapped_column(String(64), default="")
    text: Mapped[str] = mapped_column(String(1000))
    asked_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    helped: Mapped[bool | None]

    membership: Mapped[Membership] = relationship()
    mentorship: Mapped[Mentorship | None] = relationship()
    answers: Mapped[list[HelpAnswer]] = relationship(back_populates="request", order_by="HelpAnswer.id")


class HelpAnswer(Base):
    """One answer. `person_id` may also be the mentee, who asks further."""

    __tablename__ = "help_answer"

    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("help_request.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    text: Mapped[str] = mapped_column(String(1000))
    answered_at: Mapped[datetime]

    request: Mapped[HelpRequest] = relationship(back_populates="answers")
