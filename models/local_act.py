"""Local acts of an organisation — orders, regulations, plans — and who has read them."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base
from models.organization import Organization


class LocalAct(Base):
    """One act with its number and date (N-3.3-2). `kind` is a key of the list `act_kind` in content/.

    `replaces_id`: the version that it amends (N-10.1). `published_at`: it was put on the site (L-O-4).
    `audience`: to whom it was sent to be read, words with spaces between them; newcomers among these get
    it, too. `partner_id`: with whom an agreement was made (P-doc-3).
    """

    __tablename__ = "local_act"

    id: Mapped[int] = mapped_column(primary_key=True)
    organization_id: Mapped[int] = mapped_column(ForeignKey("organization.id"), index=True)
    kind: Mapped[str] = mapped_column(String(64))
    number: Mapped[str] = mapped_column(String(64), default="")
    dated_on: Mapped[date]
    title: Mapped[str] = mapped_column(String(500))
    file_id: Mapped[str | None] = mapped_column(String(256))
    file_name: Mapped[str | None] = mapped_column(String(256))
    link: Mapped[str] = mapped_column(String(500), default="")
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("local_act.id"))
    published_at: Mapped[datetime | None]
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("organization.id"))
    audience: Mapped[str] = mapped_column(String(64), default="")
    acknowledge_by: Mapped[date | None]
    created_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    created_at: Mapped[datetime]

    organization: Mapped[Organization] = relationship(foreign_keys=[organization_id])
    acknowledgements: Mapped[list[Acknowledgement]] = relationship(
        back_populates="act", order_by="Acknowledgement.id", cascade="all, delete-orphan"
    )


class Acknowledgement(Base):
    """«I have read the order» of one person: asked for, and given or not yet (N-O-5)."""

    __tablename__ = "acknowledgement"
    __table_args__ = (UniqueConstraint("act_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    act_id: Mapped[int] = mapped_column(ForeignKey("local_act.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    asked_at: Mapped[datetime]
    acknowledged_at: Mapped[datetime | None]

    act: Mapped[LocalAct] = relationship(back_populates="acknowledgements")
