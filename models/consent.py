"""Consents: each kind its own text, its own record; what follows when one is withdrawn; and the requests that
people may make about their data.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, words
from models.person import Role

ERASURE_TERM = timedelta(days=30)
"""152-FZ art. 21 part 5: after a withdrawal the data are destroyed within 30 days."""


class ConsentKind(StrEnum):
    """Seven kinds and the minor's own assent, which stands beside the parent's consent."""

    PERSONAL_DATA = "personal_data"
    PARENTAL = "parental"
    ASSENT = "assent"
    MENTOR = "mentor"
    EXTRA_DUTIES = "extra_duties"
    HELPER = "helper"
    AMENDMENT = "amendment"
    PUBLICATION = "publication"


ADMITTING = (ConsentKind.PERSONAL_DATA, ConsentKind.PARENTAL, ConsentKind.ASSENT)
"""Without one of these nothing about the person may be stored."""
WRITTEN = (ConsentKind.MENTOR, ConsentKind.EXTRA_DUTIES)
"""Where the law wants writing (Labour Code art. 351.8; N-3.2, N-3.3-5): a tick is only the intention."""


class ConsentStatus(StrEnum):
    """`superseded`: the text changed substantially, and a newer record took its place."""

    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"


class ConsentChannel(StrEnum):
    """How it was confirmed: by a button, or on paper that a curator recorded."""

    BOT = "bot"
    PAPER = "paper"


class Consent(Base):
    """What was asked, in which words, and what was answered. Stays after withdrawal as the proof of it.

    `person_id` is whom it concerns; `given_by_id` who answers on their behalf (a parent), None for
    themselves. `role`: the role it was asked for. `mentorship_id`, `amendment_id`: what it is about, for the
    kinds of a pair. `details`: of a publication the addresses of the pages (`resources`), the items of data
    (`data_items`), the conditions (`conditions`), and the recipient; `valid_until` its term, inclusive.
    `original_*`: the signed paper, where there is one: number, date, when and by whom it was received.
    """

    __tablename__ = "consent"
    __table_args__ = (Index("ix_consent_person_kind", "person_id", "kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    given_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    organization_id: Mapped[int] = mapped_column(ForeignKey("organization.id"))
    invitation_id: Mapped[int | None] = mapped_column(ForeignKey("invitation.id"))
    mentorship_id: Mapped[int | None] = mapped_column(ForeignKey("mentorship.id"), index=True)
    amendment_id: Mapped[int | None] = mapped_column(ForeignKey("amendment.id"), index=True)
    kind: Mapped[ConsentKind] = mapped_column(words(ConsentKind))
    role: Mapped[Role | None] = mapped_column(words(Role))
    status: Mapped[ConsentStatus] = mapped_column(words(ConsentStatus), default=ConsentStatus.ASKED)
    channel: Mapped[ConsentChannel] = mapped_column(words(ConsentChannel), default=ConsentChannel.BOT)
    text_version: Mapped[str] = mapped_column(String(32))
    text_sha256: Mapped[str] = mapped_column(String(64))
    language: Mapped[str] = mapped_column(String(8))
    details: Mapped[dict[str, Any]] = mapped_column(default=dict)
    valid_until: Mapped[date | None]
    original_number: Mapped[str] = mapped_column(String(64), default="")
    original_dated_on: Mapped[date | None]
    original_received_at: Mapped[datetime | None]
    original_received_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]

    @property
    def is_open(self) -> bool:
        """May it still be answered? A refusal is not the last word."""
        return self.status in (ConsentStatus.ASKED, ConsentStatus.REFUSED)

    def is_effective(self, today: date) -> bool:
        """Does it count: given, not past its term, and, where the law wants writing, the paper received?"""
        is_in_term = self.valid_until is None or today <= self.valid_until
        has_form = self.kind not in WRITTEN or self.original_received_at is not None
        return self.status == ConsentStatus.GIVEN and is_in_term and has_form

    @property
    def awaits_original(self) -> bool:
        return (
            self.kind in WRITTEN and self.status == ConsentStatus.GIVEN and self.original_received_at is None
        )

    def give(self, now: datetime) -> None:
        self.status, self.answered_at = ConsentStatus.GIVEN, now

    def refuse(self, now: datetime) -> None:
        self.status, self.answered_at = ConsentStatus.REFUSED, now

    def withdraw(self, now: datetime) -> None:
        self.status, self.withdrawn_at = ConsentStatus.WITHDRAWN, now

    def receive_original(
        self, number: str, dated_on: date, received_by_id: int | None, now: datetime
    ) -> None:
        """The signed paper is in the curator's hands (N-3.2: a tick is no written consent). `received_by_id`
        is None where the operator entered it by the command line.
        """
        self.original_number, self.original_dated_on = number, dated_on
        self.original_received_at, self.original_received_by_id = now, received_by_id


class ErasureCase(Base):
    """A withdrawal on its legal clock: frozen at once, anonymised by the due date, kept as a record without
    data. `by_id`: who withdrew, when it was not the person themselves (a parent).
    """

    __tablename__ = "erasure_case"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    organization_id: Mapped[int] = mapped_column(ForeignKey("organization.id"))
    opened_at: Mapped[datetime]
    due_at: Mapped[datetime]
    anonymised_at: Mapped[datetime | None]
    erased: Mapped[str] = mapped_column(String(1000), default="")

    @classmethod
    def open(
        cls, person_id: int, organization_id: int, now: datetime, by_id: int | None = None
    ) -> ErasureCase:
        return cls(
            person_id=person_id,
            by_id=by_id,
            organization_id=organization_id,
            opened_at=now,
            due_at=now + ERASURE_TERM,
            erased="",
        )


class RequestKind(StrEnum):
    """What a person may ask about their data, each on its own clock (152-FZ art. 14, 20, 21, 10.1)."""

    ACCESS = "access"
    CORRECTION = "correction"
    ERASURE = "erasure"
    STOP_PUBLICATION = "stop_publication"


class RightsRequest(Base):
    """A request about personal data. `due_on` is its last day; `extended_on` when it was put off, once, with
    a `reason`. `by_id`: who asked (a parent for a child), None for the person themselves.
    """

    __tablename__ = "rights_request"
    __table_args__ = (Index("ix_rights_request_organization_settled", "organization_id", "settled_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[RequestKind] = mapped_column(words(RequestKind))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    organization_id: Mapped[int] = mapped_column(ForeignKey("organization.id"))
    text: Mapped[str] = mapped_column(String(1000), default="")
    opened_at: Mapped[datetime]
    due_on: Mapped[date]
    extended_on: Mapped[date | None]
    reason: Mapped[str] = mapped_column(String(1000), default="")
    settled_at: Mapped[datetime | None]
    settled_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    answer: Mapped[str] = mapped_column(String(1000), default="")

    @property
    def is_open(self) -> bool:
        return self.settled_at is None
