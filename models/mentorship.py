"""A mentoring pair: proposed, accepted by every member, active, closed."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, words
from models.person import Membership, Role


class MentorshipStatus(StrEnum):
    PROPOSED = "proposed"
    DECLINED = "declined"
    ACTIVE = "active"
    CLOSED = "closed"


class Mentorship(Base):
    """One mentor with one or more mentees. A pair begins only when every member has said yes (N-6.2).

    `order_id`: the order that fixes the pair, possible only when every written consent is there (N-3.3-5).
    `ends_on`: the last day of the pair's term, inclusive, where one was agreed. `rhythm_days`: the longest
    time between two meetings that the pair agreed on; None: the organisation's.
    """

    __tablename__ = "mentorship"
    __table_args__ = (Index("ix_mentorship_organization_status", "organization_id", "status"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organization_id: Mapped[int] = mapped_column(ForeignKey("organization.id"))
    status: Mapped[MentorshipStatus] = mapped_column(
        words(MentorshipStatus), default=MentorshipStatus.PROPOSED
    )
    form: Mapped[str] = mapped_column(String(64), default="teacher-teacher")
    proposed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    proposed_at: Mapped[datetime]
    activated_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    ends_on: Mapped[date | None]
    rhythm_days: Mapped[int | None]
    order_id: Mapped[int | None] = mapped_column(ForeignKey("local_act.id"), index=True)
    version: Mapped[int] = mapped_column(default=1)

    members: Mapped[list[MentorshipMember]] = relationship(
        back_populates="mentorship", order_by="MentorshipMember.id"
    )

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it as declared

    @property
    def mentor(self) -> MentorshipMember:
        return next(member for member in self.members if member.role == Role.MENTOR)

    @property
    def mentees(self) -> list[MentorshipMember]:
        return [member for member in self.members if member.role == Role.MENTEE]

    def member(self, person_id: int) -> MentorshipMember | None:
        return next((member for member in self.members if member.membership.person_id == person_id), None)

    def accepted_by_all(self) -> bool:
        return all(member.accepted_at is not None for member in self.members)

    def accept(self, member: MentorshipMember, now: datetime) -> bool:
        """Record a yes; the last one makes the pair active. Returns whether it did."""
        member.accepted_at = now
        if not self.accepted_by_all():
            return False
        self.status, self.activated_at = MentorshipStatus.ACTIVE, now
        return True

    def decline(self, member: MentorshipMember, now: datetime) -> None:
        """A decline needs no reason and ends the proposal."""
        member.declined_at = now
        self.status, self.ended_at = MentorshipStatus.DECLINED, now

    def close(self, now: datetime) -> None:
        self.status, self.ended_at = MentorshipStatus.CLOSED, now


class MentorshipMember(Base):
    """One side of a pair and what that side answered."""

    __tablename__ = "mentorship_member"
    __table_args__ = (UniqueConstraint("mentorship_id", "membership_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    mentorship_id: Mapped[int] = mapped_column(ForeignKey("mentorship.id"))
    membership_id: Mapped[int] = mapped_column(ForeignKey("membership.id"), index=True)
    role: Mapped[Role] = mapped_column(words(Role))
    accepted_at: Mapped[datetime | None]
    declined_at: Mapped[datetime | None]

    mentorship: Mapped[Mentorship] = relationship(back_populates="members")
    membership: Mapped[Membership] = relationship()


class AmendmentKind(StrEnum):
    """What is to change: the term, longer or shorter, or the content (N-7.2, T-4.10)."""

    EXTENSION = "extension"
    SHORTENING = "shortening"
    CONTENT = "content"


class AmendmentStatus(StrEnum):
    PROPOSED = "proposed"
    AGREED = "agreed"
    REFUSED = "refused"
    TAKEN_BACK = "taken_back"


class Amendment(Base):
    """A change of what a pair agreed on; it takes effect when every member has consented to it (N-7.2).

    `new_end`: of a change of the term, its new last day. `text`: of a change of the content, what changes.
    """

    __tablename__ = "amendment"

    id: Mapped[int] = mapped_column(primary_key=True)
    mentorship_id: Mapped[int] = mapped_column(ForeignKey("mentorship.id"), index=True)
    kind: Mapped[AmendmentKind] = mapped_column(words(AmendmentKind))
    status: Mapped[AmendmentStatus] = mapped_column(words(AmendmentStatus), default=AmendmentStatus.PROPOSED)
    old_end: Mapped[date | None]
    new_end: Mapped[date | None]
    text: Mapped[str] = mapped_column(String(1000), default="")
    reason: Mapped[str] = mapped_column(String(1000), default="")
    proposed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    proposed_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]

    mentorship: Mapped[Mentorship] = relationship()


ACTIVE = Index(
    "ix_mentorship_active",
    Mentorship.organization_id,
    sqlite_where=text("status = 'active'"),
    postgresql_where=text("status = 'active'"),
)
