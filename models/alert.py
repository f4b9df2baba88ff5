"""Alerts: what needs a curator's decision. One per cause, never the same twice."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, words
from models.person import Role


class AlertKind(StrEnum):
    APPLICATION_WAITING = "application_waiting"
    PAIR_DECLINED = "pair_declined"
    MENTEE_UNPAIRED = "mentee_unpaired"
    LOW_ANSWER = "low_answer"
    ANOTHER_MENTOR_WANTED = "another_mentor_wanted"
    MEETING_DISPUTED = "meeting_disputed"
    MEETING_SILENT = "meeting_silent"
    MEETINGS_MISSED = "meetings_missed"
    FIRST_MEETING_LATE = "first_meeting_late"
    RHYTHM_BROKEN = "rhythm_broken"
    FINAL_MEETING_MISSING = "final_meeting_missing"
    TRIAL_DOUBT = "trial_doubt"
    TASK_OVERDUE = "task_overdue"
    HELP_UNANSWERED = "help_unanswered"
    MENTOR_OVER_CAPACITY = "mentor_over_capacity"
    NEVER_OPENED = "never_opened"
    DUTY_OVERDUE = "duty_overdue"
    DUTY_NEAR = "duty_near"
    RESPONSIBLE_UNKNOWN = "responsible_unknown"
    PLAN_NEXT_YEAR = "plan_next_year"
    REVISION_NEEDED = "revision_needed"
    ACT_UNREAD = "act_unread"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    CONSENT_REFUSED = "consent_refused"
    CONSENT_UNANSWERED = "consent_unanswered"
    ORIGINAL_MISSING = "original_missing"
    RIGHTS_REQUEST = "rights_request"
    REVIEW_UNANSWERED = "review_unanswered"
    PERSON_LEFT = "person_left"
    AMENDMENT_SETTLED = "amendment_settled"
    BOT_BLOCKED = "bot_blocked"
    UNDELIVERED = "undelivered"


class AlertStatus(StrEnum):
    OPEN = "open"
    SNOOZED = "snoozed"
    RESOLVED = "resolved"


class Alert(Base):
    """One cause that waits for somebody. `cause` is unique, so the same fact can't be raised twice.

    `subject` holds ids only. `level` is the role that answers for it now; an unanswered alert climbs.
    """

    __tablename__ = "alert"
    __table_args__ = (
        Index("ix_alert_organization_status", "organization_id", "status"),
        Index("ix_alert_status_climbs_at", "status", "climbs_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    organization_id: Mapped[int] = mapped_column(ForeignKey("organization.id"))
    kind: Mapped[AlertKind] = mapped_column(words(AlertKind))
    cause: Mapped[str] = mapped_column(String(200), unique=True)
    subject: Mapped[dict[str, Any]] = mapped_column(default=dict)
    urgent: Mapped[bool] = mapped_column(default=False)
    status: Mapped[AlertStatus] = mapped_column(words(AlertStatus), default=AlertStatus.OPEN)
    level: Mapped[Role] = mapped_column(words(Role), default=Role.CURATOR)
    since: Mapped[datetime]
    raised_at: Mapped[datetime]
    climbs_at: Mapped[datetime | None]
    snoozed_until: Mapped[datetime | None]
    resolved_at: Mapped[datetime | None]
    resolved_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    resolution: Mapped[str] = mapped_column(String(64), default="")

    def resolve(self, resolution: str, resolved_by_id: int | None, now: datetime) -> None:
        """Settle it by a person's action, or by the facts when `resolved_by_id` is None."""
        self.status, self.resolution = AlertStatus.RESOLVED, resolution
        self.resolved_by_id, self.resolved_at, self.climbs_at = resolved_by_id, now, None

    def reopen(self, since: datetime, now: datetime, *, climbs_at: datetime) -> None:
        """What had settled it is no longer so."""
        self.status, self.resolution = AlertStatus.OPEN, ""
        self.resolved_by_id = self.resolved_at = None
        self.since, self.raised_at, self.climbs_at = since, now, climbs_at

    def snooze(self, until: datetime) -> None:
        self.status, self.snoozed_until, self.climbs_at = AlertStatus.SNOOZED, until, None
