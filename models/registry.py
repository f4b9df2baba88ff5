"""The registries of mentors and mentees: conclusions about needs, approved snapshots, shortlists."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, words
from models.local_act import LocalAct
from models.person import Membership, Partition, Role


class Conclusion(Base):
    """What a third person adds about a participant's needs, as a conclusion, never as a copy (L-1-3, L-1-4).

    `source` is a key of the list `conclusion_source` in content/, `ground` of the list `legal_ground`. A
    sensitive one is shown only to a curator who opens it by itself, and never in lists.
    """

    __tablename__ = "conclusion"

    id: Mapped[int] = mapped_column(primary_key=True)
    membership_id: Mapped[int] = mapped_column(ForeignKey("membership.id"), index=True)
    source: Mapped[str] = mapped_column(String(64))
    ground: Mapped[str] = mapped_column(String(64))
    text: Mapped[str] = mapped_column(String(1000))
    is_sensitive: Mapped[bool] = mapped_column(default=False)
    entered_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    entered_at: Mapped[datetime]

    membership: Mapped[Membership] = relationship()


class RegistrySnapshot(Base):
    """A registry as it stood when an order approved it (G-2.1). `rows` are anonymised: an erasure later need
    not touch them. `sha256` is the digest of the full file that the order is about.
    """

    __tablename__ = "registry_snapshot"

    id: Mapped[int] = mapped_column(primary_key=True)
    organization_id: Mapped[int] = mapped_column(ForeignKey("organization.id"), index=True)
    role: Mapped[Role] = mapped_column(words(Role))
    partition: Mapped[Partition] = mapped_column(words(Partition))
    rows: Mapped[list[Any]] = mapped_column(default=list)
    sha256: Mapped[str] = mapped_column(String(64))
    taken_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    taken_at: Mapped[datetime]
    act_id: Mapped[int | None] = mapped_column(ForeignKey("local_act.id"))

    act: Mapped[LocalAct | None] = relationship()


class Shortlist(Base):
    """Mentors chosen for a particular programme (L-3-1). `criteria` maps keys of questions to wished
    answers.
    """

    __tablename__ = "shortlist"

    id: Mapped[int] = mapped_column(primary_key=True)
    organization_id: Mapped[int] = mapped_column(ForeignKey("organization.id"), index=True)
    title: Mapped[str] = mapped_column(String(300))
    criteria: Mapped[dict[str, Any]] = mapped_column(default=dict)
    created_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    created_at: Mapped[datetime]

    entries: Mapped[list[ShortlistEntry]] = relationship(
        order_by="ShortlistEntry.id", cascade="all, delete-orphan"
    )


class ShortlistEntry(Base):
    """A mentor on a shortlist."""

    __tablename__ = "shortlist_entry"
    __table_args__ = (UniqueConstraint("shortlist_id", "membership_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    shortlist_id: Mapped[int] = mapped_column(ForeignKey("shortlist.id"))
    membership_id: Mapped[int] = mapped_column(ForeignKey("membership.id"), index=True)

    membership: Mapped[Membership] = relationship()
