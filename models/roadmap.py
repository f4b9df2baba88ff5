"""The roadmap: dated duties, who answers for them, and how they were done."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, ForeignKey, Index, String, Table, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, words
from models.organization import Organization
from models.person import Person, Role


class RoadmapStatus(StrEnum):
    """draft → submitted to the head → approved → archived, when a newer version or year takes its place."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    ARCHIVED = "archived"


class OccurrenceStatus(StrEnum):
    """upcoming → open → done / overdue → done late / waived."""

    UPCOMING = "upcoming"
    OPEN = "open"
    DONE = "done"
    OVERDUE = "overdue"
    DONE_LATE = "done_late"
    WAIVED = "waived"


SETTLED = (OccurrenceStatus.DONE, OccurrenceStatus.DONE_LATE, OccurrenceStatus.WAIVED)


class EvidenceKind(StrEnum):
    """What shows that a duty was done: words, a file, an address on the web, the number of a local act."""

    COMMENT = "comment"
    FILE = "file"
    LINK = "link"
    ACT = "act"


NEVER_AGAIN = {"sqlite_autoincrement": True}
"""The number of a deleted row is given to no other: buttons and alerts remember it."""

item_responsible = Table(
    "roadmap_item_responsible",
    Base.metadata,
    Column("item_id", ForeignKey("roadmap_item.id"), primary_key=True),
    Column("person_id", ForeignKey("person.id"), primary_key=True, index=True),
)
"""People whom a curator named for one item, whatever its text says."""

occurrence_responsible = Table(
    "occurrence_responsible",
    Base.metadata,
    Column("occurrence_id", ForeignKey("occurrence.id"), primary_key=True),
    Column("person_id", ForeignKey("person.id"), primary_key=True, index=True),
)


class Roadmap(Base):
    """A plan of an organisation for one school year («2026-2027»), or for two calendar years («2026-2027»
    with `by_calendar`).

    `previous_id`: the version or the year that it continues. `origin_id`: the plan of the municipality or
    the region that was published to this organisation. `made_for`: the first calendar year of the latest
    school year for which its dated duties were made. `source_digest`: what was read from the file, to know
    the same file again; `problems`: what was remarked about it. `return_reason`: in the words of
    `returned_by_id`.
    """

    __tablename__ = "roadmap"
    __table_args__ = (
        Index("ix_roadmap_organization_id_status", "organization_id", "status"),
        Index("ix_roadmap_status_made_for", "status", "made_for"),
        NEVER_AGAIN,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    organization_id: Mapped[int] = mapped_column(ForeignKey("organization.id"), index=True)
    title: Mapped[str] = mapped_column(String(500))
    school_year: Mapped[str] = mapped_column(String(9))
    by_calendar: Mapped[bool] = mapped_column(default=False)
    status: Mapped[RoadmapStatus] = mapped_column(words(RoadmapStatus), default=RoadmapStatus.DRAFT)
    order_number: Mapped[str] = mapped_column(String(64), default="")
    order_date: Mapped[date | None]
    source_name: Mapped[str] = mapped_column(String(200), default="")
    source_digest: Mapped[str] = mapped_column(String(64), default="")
    problems: Mapped[list[Any]] = mapped_column(default=list)
    return_reason: Mapped[str] = mapped_column(String(1000), default="")
    returned_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    previous_id: Mapped[int | None] = mapped_column(ForeignKey("roadmap.id"))
    origin_id: Mapped[int | None] = mapped_column(ForeignKey("roadmap.id"), index=True)
    created_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    approved_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    submitted_at: Mapped[datetime | None]
    approved_at: Mapped[datetime | None]
    published_at: Mapped[datetime | None]
    made_for: Mapped[int | None]
    created_at: Mapped[datetime]

    organization: Mapped[Organization] = relationship()
    items: Mapped[list[RoadmapItem]] = relationship(
        back_populates="roadmap", order_by="RoadmapItem.position", cascade="all, delete-orphan"
    )

    @property
    def is_draft(self) -> bool:
        """It may still be corrected: the curator works on it, or the head looks at it."""
        return self.status in (RoadmapStatus.DRAFT, RoadmapStatus.SUBMITTED)

    @property
    def first_year(self) -> int:
        """The calendar year in which it begins."""
        return int(self.school_year[:4])

    @property
    def last_year(self) -> int:
        return int(self.school_year[-4:])


class RoadmapItem(Base):
    """One row of the plan. `deadline_phrase` stays as it stands in the document; `corrected_phrase` is what
    a person put in its place. `previous_item_id`: the same row in the version or the year before.
    `origin_item_id`: the row of the published plan. `remarks`: what was doubtful about the row in its file,
    beside its deadline. `for_schools`: a row of a municipal plan that the schools are to carry out;
    `published_at`: it was among those that they were given last.
    """

    __tablename__ = "roadmap_item"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(primary_key=True)
    roadmap_id: Mapped[int] = mapped_column(ForeignKey("roadmap.id"), index=True)
    position: Mapped[int]
    number: Mapped[str] = mapped_column(String(16), default="")
    section: Mapped[str] = mapped_column(String(300), default="")
    activity: Mapped[str] = mapped_column(String(2000))
    deadline_phrase: Mapped[str] = mapped_column(String(300), default="")
    corrected_phrase: Mapped[str | None] = mapped_column(String(300))
    expected_result: Mapped[str] = mapped_column(String(2000), default="")
    responsible_text: Mapped[str] = mapped_column(String(500), default="")
    controller_text: Mapped[str] = mapped_column(String(300), default="")
    remarks: Mapped[list[Any]] = mapped_column(default=list)
    doubts_accepted: Mapped[bool] = mapped_column(default=False)
    for_schools: Mapped[bool] = mapped_column(default=False)
    published_at: Mapped[datetime | None]
    previous_item_id: Mapped[int | None] = mapped_column(ForeignKey("roadmap_item.id"), index=True)
    origin_item_id: Mapped[int | None] = mapped_column(ForeignKey("roadmap_item.id"), index=True)

    roadmap: Mapped[Roadmap] = relationship(back_populates="items")
    named: Mapped[list[Person]] = relationship(secondary=item_responsible, order_by=Person.id)
    occurrences: Mapped[list[Occurrence]] = relationship(
        back_populates="item", order_by="Occurrence.due_on", cascade="all, delete-orphan"
    )

    @property
    def phrase(self) -> str:
        """The phrase that counts."""
        return self.deadline_phrase if self.corrected_phrase is None else self.corrected_phrase


class ResponsibleMatch(Base):
    """Who is meant by words of a plan («зам. директора по УВР») at one organisation, remembered for good.

    Several rows for several people; a `role` stands for all who have it; a row with neither: nobody here.
    """

    __tablename__ = "responsible_match"
    __table_args__ = (UniqueConstraint("organization_id", "phrase", "role", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organization_id: Mapped[int] = mapped_column(ForeignKey("organization.id"))
    phrase: Mapped[str] = mapped_column(String(300))
    role: Mapped[Role | None] = mapped_column(words(Role))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)


class Occurrence(Base):
    """One dated duty. `due_on` is a local calendar day of the organisation, inclusive. `key` tells the
    occurrences of one item apart («2026-11-10», «2026-w42»), so that none is made twice. `is_check`: a
    continuous duty is asked about, once a term. `reminds`: three reminders before the day; a weekly duty has
    only the last of them. `near_told`: the curators know that its day is near. `moved_from`: the
    day on which it stood first. `reason`: why it was moved or waived, in the words of `reason_by_id`.
    `is_taken_over`: somebody answers for it by their own will, whoever the plan means.
    """

    __tablename__ = "occurrence"
    __table_args__ = (
        UniqueConstraint("item_id", "key"),
        Index("ix_occurrence_status_due_on", "status", "due_on"),
        Index("ix_occurrence_status_starts_on", "status", "starts_on"),
        NEVER_AGAIN,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("roadmap_item.id"), index=True)
    organization_id: Mapped[int] = mapped_column(ForeignKey("organization.id"), index=True)
    key: Mapped[str] = mapped_column(String(40))
    status: Mapped[OccurrenceStatus] = mapped_column(
        words(OccurrenceStatus), default=OccurrenceStatus.UPCOMING
    )
    starts_on: Mapped[date | None]
    due_on: Mapped[date]
    is_check: Mapped[bool] = mapped_column(default=False)
    reminds: Mapped[bool] = mapped_column(default=True)
    near_told: Mapped[bool] = mapped_column(default=False)
    is_taken_over: Mapped[bool] = mapped_column(default=False)
    controller_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    moved_from: Mapped[date | None]
    reason: Mapped[str] = mapped_column(String(1000), default="")
    reason_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    done_at: Mapped[datetime | None]
    done_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    item: Mapped[RoadmapItem] = relationship(back_populates="occurrences")
    organization: Mapped[Organization] = relationship()
    responsible: Mapped[list[Person]] = relationship(secondary=occurrence_responsible, order_by=Person.id)
    evidence: Mapped[list[Evidence]] = relationship(
        back_populates="occurrence", order_by="Evidence.id", cascade="all, delete-orphan"
    )

    @property
    def is_settled(self) -> bool:
        return self.status in SETTLED

    def is_late(self, today: date) -> bool:
        return not self.is_settled and today > self.due_on

    def complete(self, done_by_id: int, today: date, now: datetime) -> None:
        self.status = OccurrenceStatus.DONE_LATE if today > self.due_on else OccurrenceStatus.DONE
        self.done_by_id, self.done_at = done_by_id, now

    def waive(self, waived_by_id: int, reason: str, now: datetime) -> None:
        self.status, self.reason, self.reason_by_id = OccurrenceStatus.WAIVED, reason, waived_by_id
        self.done_by_id, self.done_at = waived_by_id, now

    def move(self, moved_by_id: int, due_on: date, reason: str) -> None:
        """Another day; it is upcoming again until the ticks find that it has begun."""
        self.moved_from, self.due_on = self.moved_from or self.due_on, due_on
        self.reason, self.reason_by_id = reason, moved_by_id
        self.starts_on = min(self.starts_on, due_on) if self.starts_on else None
        self.status = OccurrenceStatus.UPCOMING


class Evidence(Base):
    """What shows that a duty was done: words, a link, the number of an act, or a file that Telegram keeps and
    we know by its id.
    """

    __tablename__ = "evidence"

    id: Mapped[int] = mapped_column(primary_key=True)
    occurrence_id: Mapped[int] = mapped_column(ForeignKey("occurrence.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[EvidenceKind] = mapped_column(words(EvidenceKind), default=EvidenceKind.COMMENT)
    comment: Mapped[str] = mapped_column(String(4000), default="")
    file_id: Mapped[str | None] = mapped_column(String(256))
    file_name: Mapped[str | None] = mapped_column(String(256))
    added_at: Mapped[datetime]

    occurrence: Mapped[Occurrence] = relationship(back_populates="evidence")


class Indicator(Base):
    """A planned result of a roadmap and what was reached (L-O-3b). `planned` and `actual` are in `unit`."""

    __tablename__ = "indicator"

    id: Mapped[int] = mapped_column(primary_key=True)
    roadmap_id: Mapped[int] = mapped_column(ForeignKey("roadmap.id"), index=True)
    position: Mapped[int]
    title: Mapped[str] = mapped_column(String(500))
    unit: Mapped[str] = mapped_column(String(32), default="")
    planned: Mapped[float]
    actual: Mapped[float | None]
    measured_on: Mapped[date | None]

    roadmap: Mapped[Roadmap] = relationship()

    @property
    def falls_short(self) -> bool:
        return self.actual is not None and self.actual < self.planned
