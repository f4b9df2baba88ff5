"""What is stored, and what must always be true of it.

Entities know their own rules and nothing of sessions, of Telegram or of the clock on the wall: the time
comes in as an argument. Only SQLAlchemy and the standard library are imported here.
"""

from models.alert import Alert, AlertKind, AlertStatus
from models.application import Application, ApplicationStatus
from models.audit import AuditRecord
from models.availability import ConvenientTime, Lesson, LessonBell, SchoolBreak
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
from models.help import HelpAnswer, HelpRequest, HelpScope, HelpStatus
from models.inbox import Form, InboxStatus, InboxUpdate
from models.invitation import Invitation
from models.local_act import Acknowledgement, LocalAct
from models.meeting import (
    SEQUENCE,
    AttendanceReport,
    DiaryEntry,
    Feedback,
    LessonVisit,
    Meeting,
    MeetingAnswer,
    MeetingKind,
    MeetingMode,
    MeetingNote,
    MeetingSeries,
    MeetingStatus,
    MeetingTask,
    Rhythm,
    SeriesStatus,
    TrialAnswer,
    TrialWord,
)
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
from models.speed_session import SpeedQueueEntry, SpeedSession, SpeedSlot, SpeedStatus

__all__ = [
    "SEQUENCE",
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
    "ConvenientTime",
    "DiaryEntry",
    "ErasureCase",
    "Evidence",
    "EvidenceKind",
    "Feedback",
    "Form",
    "Guardianship",
    "HelpAnswer",
    "HelpRequest",
    "HelpScope",
    "HelpStatus",
    "InboxStatus",
    "InboxUpdate",
    "Indicator",
    "Invitation",
    "Lesson",
    "LessonBell",
    "LessonVisit",
    "LocalAct",
    "Meeting",
    "MeetingAnswer",
    "MeetingKind",
    "MeetingMode",
    "MeetingNote",
    "MeetingSeries",
    "MeetingStatus",
    "MeetingTask",
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
    "Rhythm",
    "RightsRequest",
    "Roadmap",
    "RoadmapItem",
    "RoadmapStatus",
    "Role",
    "SchoolBreak",
    "SeriesStatus",
    "Shortlist",
    "ShortlistEntry",
    "SpeedQueueEntry",
    "SpeedSession",
    "SpeedSlot",
    "SpeedStatus",
    "TrialAnswer",
    "TrialWord",
]
