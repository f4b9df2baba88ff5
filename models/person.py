"""A person and their participation in the roles of organisations."""

from __future__ import annotations

import secrets
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, words
from models.organization import Organization


class Role(StrEnum):
    """Coordinators work for a municipality, operators for a region: they answer for the schools below.

    An editor keeps the school's site, and sees nothing but what may be published on it.
    """

    MENTEE = "mentee"
    MENTOR = "mentor"
    CURATOR = "curator"
    HEAD = "head"
    COUNCIL = "council"
    PSYCHOLOGIST = "psychologist"
    TUTOR = "tutor"
    PARENT = "parent"
    EDITOR = "editor"
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


class Partition(StrEnum):
    """The registries keep teachers and pupils apart (L-1-5, L-2-4)."""

    TEACHER = "teacher"
    PUPIL = "pupil"


def years_before(day: date, years: int) -> date:
    """The same day so many years earlier; for 29 February the 28th where there is none."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


AGE_OF_ASSENT = 14
"""From this age on a pupil agrees for themselves, beside the parent (domain: minors)."""
AGE_OF_MAJORITY = 18


class Person(Base):
    """One human being. Before consent only the chat's number, the language and the marks of delivery are
    known.

    Without a `chat_id` a person has no Telegram: a curator entered them and acts for them. `born_on` is kept
    of pupils only, because who consents depends on it. `shown_organization_id` and `shown_role` are the
    participation that a person with several chose to look at; both are None for all together.
    `reminder_minutes`: so long before a meeting the person wants to be reminded; None: a day and an hour.
    `calendar_files`: whether each confirmed meeting comes with a file for the calendar. `calendar_token`: the
    secret in the address of the person's calendar feed.
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
    born_on: Mapped[date | None]
    shown_organization_id: Mapped[int | None] = mapped_column(ForeignKey("organization.id"))
    shown_role: Mapped[Role | None] = mapped_column(words(Role))
    reminder_minutes: Mapped[list[int] | None]
    calendar_files: Mapped[bool] = mapped_column(default=True)
    calendar_token: Mapped[str | None] = mapped_column(String(64), unique=True)
    blocked_at: Mapped[datetime | None]
    frozen_at: Mapped[datetime | None]
    created_at: Mapped[datetime]

    memberships: Mapped[list[Membership]] = relationship(
        back_populates="person", order_by="Membership.id", foreign_keys="Membership.person_id"
    )

    @property
    def full_name(self) -> str:
        return " ".join(part for part in (self.last_name, self.first_name, self.patronymic) if part)

    @property
    def has_telegram(self) -> bool:
        return self.chat_id is not None

    def age(self, today: date) -> int | None:
        """Full years, or None of those whose birthday is not kept."""
        if self.born_on is None:
            return None
        had_birthday = (today.month, today.day) >= (self.born_on.month, self.born_on.day)
        return today.year - self.born_on.year - (not had_birthday)

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
        self.born_on = None
        self.shown_organization_id = self.shown_role = None
        self.reminder_minutes = self.calendar_token = None
        self.frozen_at = now


class Membership(Base):
    """A person in one role at one organisation, with the profile that an approved application became.

    `affiliation_id`: the organisation that the person really works at, when it is another one (a curator or a
    mentor of a social partner, N-1.2-3). `entered_by_id`: the curator who entered a person without Telegram.
    `refreshed_at`: when the profile was last confirmed or renewed (N-3.4-2); `review_asked_at`: when that
    was asked for and not answered yet.
    """

    __tablename__ = "membership"
    __table_args__ = (
        UniqueConstraint("person_id", "organization_id", "role"),
        Index("ix_membership_organization_role_status", "organization_id", "role", "status"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    organization_id: Mapped[int] = mapped_column(ForeignKey("organization.id"))
    role: Mapped[Role] = mapped_column(words(Role))
    partition: Mapped[Partition] = mapped_column(words(Partition), default=Partition.TEACHER)
    status: Mapped[MembershipStatus] = mapped_column(
        words(MembershipStatus), default=MembershipStatus.INVITED
    )
    affiliation_id: Mapped[int | None] = mapped_column(ForeignKey("organization.id"))
    entered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    profile: Mapped[dict[str, Any]] = mapped_column(default=dict)
    capacity: Mapped[int] = mapped_column(default=0)
    unpaired_since: Mapped[datetime | None]
    approved_at: Mapped[datetime | None]
    refreshed_at: Mapped[datetime | None]
    review_asked_at: Mapped[datetime | None]
    paused_at: Mapped[datetime | None]
    left_at: Mapped[datetime | None]
    created_at: Mapped[datetime]

    person: Mapped[Person] = relationship(back_populates="memberships", foreign_keys=[person_id])
    organization: Mapped[Organization] = relationship(foreign_keys=[organization_id])
    affiliation: Mapped[Organization | None] = relationship(foreign_keys=[affiliation_id])

    @property
    def is_active(self) -> bool:
        return self.status == MembershipStatus.ACTIVE

    @property
    def code(self) -> str:
        """The number behind a name that tells nothing («017» of «Н-017»), shown when names are off."""
        return f"{self.id:03d}"


class Guardianship(Base):
    """A parent or guardian who answers for a minor. `relation` is a key of the list `relation` in content/.

    It ends when the child comes of age, or when the parent's consent is withdrawn.
    """

    __tablename__ = "guardianship"
    __table_args__ = (UniqueConstraint("parent_id", "child_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    child_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    organization_id: Mapped[int] = mapped_column(ForeignKey("organization.id"))
    relation: Mapped[str] = mapped_column(String(64), default="")
    since: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    parent: Mapped[Person] = relationship(foreign_keys=[parent_id])
    child: Mapped[Person] = relationship(foreign_keys=[child_id])


UNPAIRED = Index(
    "ix_membership_unpaired",
    Membership.organization_id,
    Membership.unpaired_since,
    sqlite_where=text("unpaired_since IS NOT NULL"),
    postgresql_where=text("unpaired_since IS NOT NULL"),
)
