"""What is stored, and what must always be true of it.

Entities know their own rules and nothing of sessions, of Telegram or of the clock on the wall: the time
comes in as an argument. Only SQLAlchemy and the standard library are imported here.
"""

from models.alert import Alert, AlertKind, AlertStatus
from models.application import Application, ApplicationStatus
from models.audit import AuditRecord
from models.base import Base, NaiveDatetime
from models.consent import Consent, ConsentKind, ConsentStatus, ErasureCase
from models.delivery import Notification, NotificationStatus, OutboxControl
from models.inbox import Form, InboxStatus, InboxUpdate
from models.invitation import Invitation
from models.local_act import Acknowledgement, LocalAct
from models.meeting import AttendanceReport, Feedback, Meeting, MeetingKind, MeetingStatus
from models.mentorship import Mentorship, MentorshipMember, MentorshipStatus
from models.organization import Organization
from models.person import Membership, MembershipStatus, Person, Role
from models.roadmap import (
    Evidence,
    EvidenceKind,
    Indicator,
    Occurrence,
    OccurrenceStatus,
    ResponsibleMatch,
    Roadmap,
    RoadmapItem,
    RoadmapStatus,
)

__all__ = [
    "Acknowledgement",
    "Alert",
    "AlertKind",
    "AlertStatus",
    "Application",
    "ApplicationStatus",
    "AttendanceReport",
    "AuditRecord",
    "Base",
    "Consent",
    "ConsentKind",
    "ConsentStatus",
    "ErasureCase",
    "Evidence",
    "EvidenceKind",
    "Feedback",
    "Form",
    "InboxStatus",
    "InboxUpdate",
    "Indicator",
    "Invitation",
    "LocalAct",
    "Meeting",
    "MeetingKind",
    "MeetingStatus",
    "Membership",
    "MembershipStatus",
    "Mentorship",
    "MentorshipMember",
    "MentorshipStatus",
    "NaiveDatetime",
    "Notification",
    "NotificationStatus",
    "Occurrence",
    "OccurrenceStatus",
    "Organization",
    "OutboxControl",
    "Person",
    "ResponsibleMatch",
    "Roadmap",
    "RoadmapItem",
    "RoadmapStatus",
    "Role",
]
