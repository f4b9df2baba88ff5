"""An application as it is shown: to the person who fills it in, and to those who decide about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from models import Application, ApplicationStatus, Partition, Role
from services.names import PersonName


class Remark(StrEnum):
    """What the screen says of how the application came to be as it is."""

    NONE = ""
    RENEWED = "renewed"
    """Its version of the questionnaire is gone: it goes on with the newest."""
    PREFILLED = "prefilled"
    """Somebody came back: the answers are those of the time before."""


class Power(StrEnum):
    """What the reader may do with an application that waits."""

    APPROVE = "approve"
    HAND_UP = "hand_up"
    RETURN = "return"


BOTH = frozenset({Power.APPROVE, Power.RETURN})


@dataclass(frozen=True, slots=True)
class Approval:
    """Who passed the application on to the head, and who decided when (N-3.3-3). None: nobody yet, or nobody
    who is still here.
    """

    endorsed_by: PersonName | None
    decided_by: PersonName | None
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class ApplicationView:
    """Where an application stands. `position` counts from 0; equal to `total` it is the summary.

    `version`: of the questionnaire that the answers were given to, None for the newest. `is_review`: the
    yearly renewal of a profile. `is_own`: the reader is the applicant, and not a parent of theirs.
    """

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
    version: int | None = None
    partition: Partition = Partition.TEACHER
    is_review: bool = False
    is_own: bool = True
    remark: Remark = Remark.NONE
    powers: frozenset[Power] = BOTH
    approval: Approval | None = None

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
        version=application.questionnaire_version,
        partition=membership.partition,
        is_review=application.is_review,
    )
