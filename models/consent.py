"""Consents: each kind its own text, its own record; and what follows when one is withdrawn."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, words

ERASURE_TERM = timedelta(days=30)
"""152-FZ art. 21 part 5: after a withdrawal the data are destroyed within 30 days."""


class ConsentKind(StrEnum):
    PERSONAL_DATA = "personal_data"


class ConsentStatus(StrEnum):
    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Consent(Base):
    """What was asked, in which words, and what the person answered. Stays after withdrawal as the proof of
    it.
    """

    __tablename__ = "consent"
    __table_args__ = (Index("ix_consent_person_kind", "person_id", "kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    organization_id: Mapped[int] = mapped_column(ForeignKey("organization.id"))
    invitation_id: Mapped[int | None] = mapped_column(ForeignKey("invitation.id"))
    kind: Mapped[ConsentKind] = mapped_column(words(ConsentKind))
    status: Mapped[ConsentStatus] = mapped_column(words(ConsentStatus), default=ConsentStatus.ASKED)
    text_version: Mapped[str] = mapped_column(String(32))
    text_sha256: Mapped[str] = mapped_column(String(64))
    language: Mapped[str] = mapped_column(String(8))
    asked_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]

    def give(self, now: datetime) -> None:
        self.status, self.answered_at = ConsentStatus.GIVEN, now

    def refuse(self, now: datetime) -> None:
        self.status, self.answered_at = ConsentStatus.REFUSED, now

    def withdraw(self, now: datetime) -> None:
        self.status, self.withdrawn_at = ConsentStatus.WITHDRAWN, now


class ErasureCase(Base):
    """A withdrawal on its legal clock: frozen at once, anonymised by the due date, kept as a record without
    data.
    """

    __tablename__ = "erasure_case"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    organization_id: Mapped[int] = mapped_column(ForeignKey("organization.id"))
    opened_at: Mapped[datetime]
    due_at: Mapped[datetime]
    anonymised_at: Mapped[datetime | None]
    erased: Mapped[str] = mapped_column(String(1000), default="")

    @classmethod
    def open(cls, person_id: int, organization_id: int, now: datetime) -> ErasureCase:
        return cls(
            person_id=person_id,
            organization_id=organization_id,
            opened_at=now,
            due_at=now + ERASURE_TERM,
            erased="",
        )
