"""The roadmap: dated duties, who answers for them, and how they were done."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, words
from models.organization import Organization


class OccurrenceStatus(StrEnum):
    """upcoming → open → done / overdue → done late / waived."""

    UPCOMING = "upcoming"
    OPEN = "open"
    DONE = "done"
    OVERDUE = "overdue"
    DONE_LATE = "done_late"
    WAIVED = "waived"


SETTLED = (OccurrenceStatus.DONE, OccurrenceStatus.DONE_LATE, OccurrenceStatus.WAIVED)


class Roadmap(Base):
    """A plan of an organisation for one school year («2026-2027»)."""

    __tablename__ = "roadmap"

    id: Mapped[int] = mapped_column(primary_key=True)
    organization_id: Mapped[int] = mapped_column(ForeignKey("organization.id"), index=True)
    title: Mapped[str] = mapped_column(String(500))
    school_year: Mapped[str] = mapped_column(String(9))
    approved_at: Mapped[datetime | None]
    created_at: Mapped[datetime]

    organization: Mapped[Organization] = relationship()
    items: Mapped[list[RoadmapItem]] = relationship(back_populates="roadmap", order_by="RoadmapItem.position")


class RoadmapItem(Base):
    """One row of the plan, with the deadline phrase as it stands in the document."""

    __tablename__ = "roadmap_item"

    id: Mapped[int] = mapped_column(primary_key=True)
    roadmap_id: Mapped[int] = mapped_column(ForeignKey("roadmap.id"), index=True)
    position: Mapped[int]
    number: Mapped[str] = mapped_column(String(16), default="")
    section: Mapped[str] = mapped_column(String(300), default="")
    activity: Mapped[str] = mapped_column(String(1000))
    deadline_phrase: Mapped[str] = mapped_column(String(300), default="")
    expected_result: Mapped[str] = mapped_column(String(1000), default="")

    roadmap: Mapped[Roadmap] = relationship(back_populates="items")


class Occurrence(Base):
    """One dated duty of one responsible person. `due_on` is a local calendar day of the organisation,
    inclusive.
    """

    __tablename__ = "occurrence"
    __table_args__ = (Index("ix_occurrence_status_due_on", "status", "due_on"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("roadmap_item.id"), index=True)
    organization_id: Mapped[int] = mapped_column(ForeignKey("organization.id"), index=True)
    responsible_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    status: Mapped[OccurrenceStatus] = mapped_column(
        words(OccurrenceStatus), default=OccurrenceStatus.UPCOMING
    )
    starts_on: Mapped[date | None]
    due_on: Mapped[date]
    done_at: Mapped[datetime | None]
    done_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    item: Mapped[RoadmapItem] = relationship()
    organization: Mapped[Organization] = relationship()
    evidence: Mapped[list[Evidence]] = relationship(back_populates="occurrence", order_by="Evidence.id")

    @property
    def is_settled(self) -> bool:
        return self.status in SETTLED

    def is_late(self, today: date) -> bool:
        return not self.is_settled and today > self.due_on

    def complete(self, done_by_id: int, today: date, now: datetime) -> None:
        self.status = OccurrenceStatus.DONE_LATE if today > self.due_on else OccurrenceStatus.DONE
        self.done_by_id, self.done_at = done_by_id, now


class Evidence(Base):
    """What shows that a duty was done: a comment, or a file that Telegram keeps and we know by its id."""

    __tablename__ = "evidence"

    id: Mapped[int] = mapped_column(primary_key=True)
    occurrence_id: Mapped[int] = mapped_column(ForeignKey("occurrence.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    comment: Mapped[str] = mapped_column(String(4000), default="")
    file_id: Mapped[str | None] = mapped_column(String(256))
    file_name: Mapped[str | None] = mapped_column(String(256))
    added_at: Mapped[datetime]

    occurrence: Mapped[Occurrence] = relationship(back_populates="evidence")
