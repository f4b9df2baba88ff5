"""Invitations: deep links with a code that cannot be guessed."""

from __future__ import annotations

import secrets
from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, words
from models.organization import Organization
from models.person import Partition, Person, Role


class Invitation(Base):
    """A way into one role of one organisation, for a limited number of people and a limited time.

    `person_id`: the link is for this very person, whom a curator entered without Telegram, or for a pupil
    whose parent has consented. `child_id`: the link is for a parent of this pupil. `affiliation_id`: those
    who come by it work at this partner (N-1.2-3).
    """

    __tablename__ = "invitation"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(64), unique=True)
    organization_id: Mapped[int] = mapped_column(ForeignKey("organization.id"), index=True)
    role: Mapped[Role] = mapped_column(words(Role))
    partition: Mapped[Partition] = mapped_column(words(Partition), default=Partition.TEACHER)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    child_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    affiliation_id: Mapped[int | None] = mapped_column(ForeignKey("organization.id"))
    places: Mapped[int] = mapped_column(default=1)
    used: Mapped[int] = mapped_column(default=0)
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    created_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    created_at: Mapped[datetime]

    organization: Mapped[Organization] = relationship(foreign_keys=[organization_id])
    affiliation: Mapped[Organization | None] = relationship(foreign_keys=[affiliation_id])
    person: Mapped[Person | None] = relationship(foreign_keys=[person_id])
    child: Mapped[Person | None] = relationship(foreign_keys=[child_id])

    @property
    def is_personal(self) -> bool:
        """Meant for somebody in particular, not for whoever has it."""
        return self.person_id is not None or self.child_id is not None

    @staticmethod
    def new_code() -> str:
        """144 random bits: a link can't be guessed, and fits Telegram's 64 characters of a start
        parameter.
        """
        return secrets.token_urlsafe(18)

    def is_spent(self) -> bool:
        return self.used >= self.places

    def is_expired(self, now: datetime) -> bool:
        return self.revoked_at is not None or now >= self.expires_at
