"""An application as it is shown: to the person who fills it in, and to the curator who decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from models import Application, ApplicationStatus, Role
from services.names import PersonName


@dataclass(frozen=True, slots=True)
class ApplicationView:
    """Where an application stands. `position` counts from 0; equal to `total` it is the summary."""

    id: int
    role: Role
    status: ApplicationStatus
    questionnaire: str
    position: int
    total: int
    correcting: bool
    answers: dict[str, Any]
    return_reason: str
    name: PersonName
    organization_id: int
    organization_name: str
    submitted_at: datetime | None

    @property
    def is_summary(self) -> bool:
        return self.position >= self.total


def view_of(application: Application, total: int) -> ApplicationView:
    membership = application.membership
    return ApplicationView(
        application.id,
        membership.role,
        application.status,
        application.questionnaire,
        application.position,
        total,
        application.correcting,
        application.answers,
        application.return_reason,
        PersonName.of(membership),
        membership.organization_id,
        membership.organization.name,
        application.submitted_at,
    )
