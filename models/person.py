"""A person and their participation in the roles of organisations."""

from __future__ import annotations

import secrets
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, words
from models.organization import Organization


class Role(StrEnum):
    """Coordinators work for a municipality, operators for a region: they answer for the schools below."""

    MENTEE = "mentee"
    MENTOR = "mentor"
    CURATOR = "curator"
    HEAD = "head"
    COORDINATOR = "coordinator"
    OPERATOR = "operator"


class MembershipStatus(StrEnum):
    """invited → consents → applied → approved (or returned) → active ⇄ paused → left."""

    INVITED = "invited"
    APPLIED = "applied"
    RETURNED = "returned"
    ACTIVE = "active"
    PAUSED = "paused"
    LEFT = "left"


class Person(Base):
    """One human being. Before consent only the chat's number, the language and the marks of delivery are
    known.
    """

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int | None] = mapped_column(unique=True)
    language: Mapped[str | None] = mapped_column(String(8))
    timezone: Mapped[str | None] = mapped_column(String(64))
    last_name: Mapped[str] = mapped_column(String(100), default="")
    first_name: Mapped[str] = mapped_column(String(100), default="")
    patronymic: Mapped[str] = mapped_column(String(100), default="")
    pseudonym: Mapped[str] = mapped_column(String(32), unique=True, default=lambda: secrets.token_hex(12))
    blocked_at: Mapped[datetime | None]
    frozen_at: Mapped[datetime | None]
    created_at: Mapped[datetime]

    memberships: Mapped[list[Membership]] = relationship(back_populates="person", order_by="Membership.id")

    @property
    def full_name(self) -> str:
        return " ".join(part for part in (self.last_name, self.first_name, self.patronymic) if part)

    @property
    def courteous_name(self) -> str:
        """How the bot addresses the person: name and patronymic."""
        return " ".join(part for part in (self.first_name, self.patronymic) if part)

    @property
    def is_frozen(self) -> bool:
        """Consent withdrawn: nothing about the person may be processed any more."""
        return self.frozen_at is not None

    def anonymise(self, now: datetime) -> None:
        """Take out everything that tells who it was; the row stays so that numbers add up."""
        self.last_name = self.first_name = self.patronymic = ""
        # Answers stay as numbers, and the thread from them back to the person is cut.
        self.pseudonym = secrets.token_hex(12)
        self.timezone = None
        self.frozen_at = now


class Membership(Base):
    """A person in one role at one organisation, with the profile that an approved application became."""

    __tablename__ = "membership"
    __table_args__ = (
        UniqueConstraint("person_id", "organization_id", "role"),
        Index("ix_membership_organization_role_status", "organization_id", "role", "status"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    organization_id: Mapped[int] = mapped_column(ForeignKey("organization.id"))
    role: Mapped[Role] = mapped_column(words(Role))
    status: Mapped[MembershipStatus] = mapped_column(
        words(MembershipStatus), default=MembershipStatus.INVITED
    )
    profile: Mapped[dict[str, Any]] = mapped_column(default=dict)
    capacity: Mapped[int] = mapped_column(default=0)
    unpaired_since: Mapped[datetime | None]
    approved_at: Mapped[datetime | None]
    created_at: Mapped[datetime]

    person: Mapped[Person] = relationship(back_populates="memberships")
    organization: Mapped[Organization] = relationship()

    @property
    def is_active(self) -> bool:
        return self.status == MembershipStatus.ACTIVE

    @property
    def code(self) -> str:
        """The number behind a name that tells nothing («017» of «Н-017»), shown when names are off."""
        return f"{self.id:03d}"


UNPAIRED = Index(
    "ix_membership_unpaired",
    Membership.organization_id,
    Membership.unpaired_since,
    sqlite_where=text("unpaired_since IS NOT NULL"),
    postgresql_where=text("unpaired_since IS NOT NULL"),
)
