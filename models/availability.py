"""When people can meet: their convenient times, the bells and lessons of a school, its holidays."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base
from models.person import Membership


class ConvenientTime(Base):
    """A stretch of a weekday (0: Monday) that suits a person. Minutes after local midnight, end exclusive."""

    __tablename__ = "convenient_time"
    __table_args__ = (UniqueConstraint("person_id", "weekday", "from_minute"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    weekday: Mapped[int]
    from_minute: Mapped[int]
    until_minute: Mapped[int]
    set_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


class LessonBell(Base):
    """From when until when the lesson of this number lasts at a school, in minutes after local midnight."""

    __tablename__ = "lesson_bell"
    __table_args__ = (UniqueConstraint("organization_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organization_id: Mapped[int] = mapped_column(ForeignKey("organization.id"))
    number: Mapped[int]
    from_minute: Mapped[int]
    until_minute: Mapped[int]


class Lesson(Base):
    """Somebody teaches (or learns) during the lesson of this number on this weekday (0: Monday)."""

    __tablename__ = "lesson"
    __table_args__ = (UniqueConstraint("membership_id", "weekday", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    membership_id: Mapped[int] = mapped_column(ForeignKey("membership.id"))
    weekday: Mapped[int]
    number: Mapped[int]

    membership: Mapped[Membership] = relationship()


class SchoolBreak(Base):
    """Days without lessons, from the first to the last inclusive: holidays of a school."""

    __tablename__ = "school_break"

    id: Mapped[int] = mapped_column(primary_key=True)
    organization_id: Mapped[int] = mapped_column(ForeignKey("organization.id"), index=True)
    title: Mapped[str] = mapped_column(String(100))
    starts_on: Mapped[date]
    ends_on: Mapped[date]
