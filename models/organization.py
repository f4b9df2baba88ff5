"""Schools, municipalities, regions and partners: a tree in which a school may stand alone."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, words


class OrganizationKind(StrEnum):
    SCHOOL = "school"
    MUNICIPALITY = "municipality"
    REGION = "region"
    PARTNER = "partner"

    @property
    def has_staff(self) -> bool:
        """Teachers work there; a municipality and a region leave part of their plans to others."""
        return self in (OrganizationKind.SCHOOL, OrganizationKind.PARTNER)


class Organization(Base):
    """An organisation with its thresholds. All of them are settings with defaults.

    `head_approves`: an application goes on from the curator to the head (N-3.3-3). `files_in_chat`: documents
    with full data may be sent through Telegram; otherwise they are made on the server. `tax_number` (ИНН) and
    `state_number` (ОГРН) stand in consents to publication. `review_month`: when everybody is asked to confirm
    or renew their profile. What raises an alert: `first_meeting_days` after the order, `meeting_rhythm_days`
    without a meeting, `silence_days` after a meeting of which nobody said a word, `missed_in_a_row` meetings,
    `help_wait_hours`, `final_meeting_days` before the end of a pair, `task_overdue_days`,
    `never_opened_days`. The digest of alerts comes on `digest_weekday` (0: Monday) at `digest_hour`.
    """

    __tablename__ = "organization"

    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("organization.id"), index=True)
    kind: Mapped[OrganizationKind] = mapped_column(words(OrganizationKind), default=OrganizationKind.SCHOOL)
    name: Mapped[str] = mapped_column(String(300))
    address: Mapped[str] = mapped_column(String(500), default="")
    tax_number: Mapped[str] = mapped_column(String(12), default="")
    state_number: Mapped[str] = mapped_column(String(15), default="")
    timezone: Mapped[str] = mapped_column(String(64), default="Europe/Moscow")
    is_demonstration: Mapped[bool] = mapped_column(default=False)
    quiet_from_hour: Mapped[int] = mapped_column(default=20)
    quiet_until_hour: Mapped[int] = mapped_column(default=8)
    application_wait_days: Mapped[int] = mapped_column(default=2)
    unpaired_wait_days: Mapped[int] = mapped_column(default=7)
    low_answer_threshold: Mapped[int] = mapped_column(default=4)
    alert_escalation_days: Mapped[int] = mapped_column(default=3)
    duty_near_days: Mapped[int] = mapped_column(default=3)
    year_end_month: Mapped[int] = mapped_column(default=5)
    year_end_day: Mapped[int] = mapped_column(default=31)
    head_approves: Mapped[bool] = mapped_column(default=False)
    files_in_chat: Mapped[bool] = mapped_column(default=True)
    original_wait_days: Mapped[int] = mapped_column(default=14)
    review_month: Mapped[int] = mapped_column(default=9)
    first_meeting_days: Mapped[int] = mapped_column(default=10)
    meeting_rhythm_days: Mapped[int] = mapped_column(default=14)
    silence_days: Mapped[int] = mapped_column(default=3)
    missed_in_a_row: Mapped[int] = mapped_column(default=2)
    help_wait_hours: Mapped[int] = mapped_column(default=24)
    final_meeting_days: Mapped[int] = mapped_column(default=30)
    task_overdue_days: Mapped[int] = mapped_column(default=3)
    never_opened_days: Mapped[int] = mapped_column(default=7)
    digest_weekday: Mapped[int] = mapped_column(default=0)
    digest_hour: Mapped[int] = mapped_column(default=8)
    created_at: Mapped[datetime]
