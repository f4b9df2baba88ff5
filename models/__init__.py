"""What is stored, and what must always be true of it.

Entities know their own rules and nothing of sessions, of Telegram or of the clock on the wall: the time
comes in as an argument. Only SQLAlchemy and the standard library are imported here.
"""

from models.alert import Alert, AlertKind, AlertStatus
from models.application import Application, ApplicationStatus
from models.audit import AuditRecord
from models.base import Base, NaiveDatetime
from models.consent import (
    Consent,
    ConsentChannel,
    ConsentKind,
    ConsentStatus,
    ErasureCase,
    RequestKind,
    RightsRequest,
)
from models.delivery import Notification, NotificationStatus, OutboxControl
from models.inbox import Form, InboxStatus, InboxUpdate
from models.invitation import Invitation
from models.local_act import Acknowledgement, LocalAct
from models.meeting import AttendanceReport, Feedback, Meeting, MeetingKind, MeetingStatus
from models.mentorship import (
    Amendment,
    AmendmentKind,
    AmendmentStatus,
    Mentorship,
    MentorshipMember,
    MentorshipStatus,
)
from models.organization import Organization
from models.person import Guardianship, Membership, MembershipStatus, Partition, Person, Role
from models.registry import Conclusion, RegistrySnapshot, Shortlist, ShortlistEntry
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
    "Amendment",
    "AmendmentKind",
    "AmendmentStatus",
    "Application",
    "ApplicationStatus",
    "AttendanceReport",
    "AuditRecord",
    "Base",
    "Conclusion",
    "Consent",
    "ConsentChannel",
    "ConsentKind",
    "ConsentStatus",
    "ErasureCase",
    "Evidence",
    "EvidenceKind",
    "Feedback",
    "Form",
    "Guardianship",
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
    "Partition",
    "Person",
    "RegistrySnapshot",
    "RequestKind",
    "ResponsibleMatch",
    "RightsRequest",
    "Roadmap",
    "RoadmapItem",
    "RoadmapStatus",
    "Role",
    "Shortlist",
    "ShortlistEntry",
]
