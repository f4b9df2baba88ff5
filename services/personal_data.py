"""What is stored about a person, put together for that person (152-FZ art. 14).

Everything is read at the moment of asking. How it is worded, and what the keys of answers mean, is decided by
whoever shows it; what happens when a consent is withdrawn stands in services/erasure.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from models import (
    Acknowledgement,
    Amendment,
    AmendmentKind,
    AmendmentStatus,
    Application,
    ApplicationStatus,
    AttendanceReport,
    AuditRecord,
    Conclusion,
    Consent,
    ConsentChannel,
    ConsentKind,
    ConsentStatus,
    Evidence,
    Feedback,
    Guardianship,
    LocalAct,
    Meeting,
    MeetingKind,
    MeetingMode,
    MeetingStatus,
    Membership,
    MembershipStatus,
    Mentorship,
    MentorshipStatus,
    Notification,
    NotificationStatus,
    Occurrence,
    OccurrenceStatus,
    Organization,
    Person,
    RequestKind,
    ResponsibleMatch,
    RightsRequest,
    Roadmap,
    RoadmapItem,
    Role,
    Shortlist,
    ShortlistEntry,
)
from models.consent import ADMITTING
from services import meeting_data, minors
from services.access import Actor
from services.errors import NotAllowed
from services.meeting_data import MeetingData, own_pairs
from services.names import PersonName

LAST_ACTS = 50
"""The audit log grows without end; the person sees its newest records and how many there are."""


@dataclass(frozen=True, slots=True)
class StoredConsent:
    """`by_another`: a parent answers it. `original`: number and date of the signed paper, once received.

    `resources`, `data_items`, `conditions`: of a publication. `for_child`: the person gave it for a child.
    """

    id: int
    organization: str
    kind: ConsentKind
    role: Role | None
    channel: ConsentChannel
    by_another: bool
    for_child: bool
    status: ConsentStatus
    text_version: str
    language: str
    asked_at: datetime
    answered_at: datetime | None
    withdrawn_at: datetime | None
    valid_until: date | None
    original: tuple[str, date | None] | None
    resources: tuple[str, ...]
    data_items: tuple[str, ...]
    conditions: str


@dataclass(frozen=True, slots=True)
class StoredParticipation:
    """A role at an organisation. `profile` maps keys of questions to answers, `questionnaire` names where
    they come from. `affiliation`: where the person really works. `entered_by`: the curator who entered them.
    """

    organization: str
    role: Role
    code: str
    status: MembershipStatus
    capacity: int
    questionnaire: str
    profile: Mapping[str, Any]
    since: datetime
    approved_at: datetime | None
    affiliation: str | None
    entered_by: PersonName | None
    refreshed_at: datetime | None
    review_asked_at: datetime | None
    paused_at: datetime | None
    left_at: datetime | None


@dataclass(frozen=True, slots=True)
class StoredApplication:
    organization: str
    role: Role
    questionnaire: str
    status: ApplicationStatus
    answers: Mapping[str, Any]
    return_reason: str
    is_review: bool
    started_at: datetime
    submitted_at: datetime | None
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class StoredPair:
    """`partners` is empty for a pair that never began: its members are not told each other's names."""

    role: Role
    partners: tuple[PersonName, ...]
    status: MentorshipStatus
    proposed_at: datetime
    activated_at: datetime | None
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class StoredMeeting:
    """`place`: the room and the link. `said_held`: what the person reported afterwards, if anything."""

    kind: MeetingKind
    status: MeetingStatus
    starts_at: datetime
    mode: MeetingMode
    minutes: int
    place: str
    said_held: bool | None


@dataclass(frozen=True, slots=True)
class StoredFeedback:
    meeting_at: datetime
    questionnaire: str
    answers: Mapping[str, Any]
    completed_at: datetime | None


@dataclass(frozen=True, slots=True)
class StoredDuty:
    number: str
    activity: str
    due_on: date
    status: OccurrenceStatus


@dataclass(frozen=True, slots=True)
class StoredEvidence:
    activity: str
    comment: str
    file_name: str | None
    added_at: datetime


@dataclass(frozen=True, slots=True)
class StoredReason:
    """Words of the person: why a duty was moved or waived, or a whole plan was returned (`is_plan`)."""

    about: str
    reason: str
    is_plan: bool


@dataclass(frozen=True, slots=True)
class StoredNaming:
    """A row of a plan for which the person was named responsible, whatever its text says."""

    organization: str
    plan: str
    activity: str


@dataclass(frozen=True, slots=True)
class StoredMeaning:
    """Words of the organisation's plans by which the person is meant."""

    organization: str
    phrase: str


@dataclass(frozen=True, slots=True)
class StoredReading:
    """An act that the person was asked to read. `kind` is a key of the list `act_kind`."""

    organization: str
    kind: str
    number: str
    dated_on: date
    acknowledged_at: datetime | None


@dataclass(frozen=True, slots=True)
class StoredGuardianship:
    """Who answers for whom. `is_parent`: the person whose data this is answers for `other`; else `other`
    answers for them. `relation` is a key of the list `relation`.
    """

    is_parent: bool
    other: PersonName
    relation: str
    organization: str
    since: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class StoredConclusion:
    """What a third person added about the person's needs. `source` is a key of the list `conclusion_source`,
    `ground` of the list `legal_ground`.
    """

    source: str
    ground: str
    text: str
    is_sensitive: bool
    entered_at: datetime


@dataclass(frozen=True, slots=True)
class StoredShortlist:
    organization: str
    title: str


@dataclass(frozen=True, slots=True)
class StoredRequest:
    """A request about data. `reason`: why its term was put off."""

    kind: RequestKind
    organization: str
    text: str
    opened_at: datetime
    due_on: date
    reason: str
    settled_at: datetime | None
    answer: str


@dataclass(frozen=True, slots=True)
class StoredAmendment:
    """A change of a pair of the person's. `own`: they proposed it, and the words are theirs."""

    kind: AmendmentKind
    status: AmendmentStatus
    own: bool
    new_end: date | None
    text: str
    reason: str
    proposed_at: datetime


@dataclass(frozen=True, slots=True)
class StoredAct:
    """A record of the audit log. `own`: the person acted; otherwise somebody looked or decided."""

    act: str
    at: datetime
    own: bool


@dataclass(frozen=True, slots=True)
class PersonalData:
    """All that is stored about one person."""

    person_id: int
    full_name: str
    born_on: date | None
    chat_id: int | None
    language: str | None
    timezone: str | None
    known_since: datetime
    blocked_at: datetime | None
    participations: tuple[StoredParticipation, ...]
    consents: tuple[StoredConsent, ...]
    applications: tuple[StoredApplication, ...]
    pairs: tuple[StoredPair, ...]
    meetings: tuple[StoredMeeting, ...]
    feedback: tuple[StoredFeedback, ...]
    about_meetings: MeetingData
    duties: tuple[StoredDuty, ...]
    evidence: tuple[StoredEvidence, ...]
    reasons: tuple[StoredReason, ...]
    namings: tuple[StoredNaming, ...]
    meanings: tuple[StoredMeaning, ...]
    readings: tuple[StoredReading, ...]
    guardianships: tuple[StoredGuardianship, ...]
    conclusions: tuple[StoredConclusion, ...]
    shortlists: tuple[StoredShortlist, ...]
    requests: tuple[StoredRequest, ...]
    amendments: tuple[StoredAmendment, ...]
    acts: tuple[StoredAct, ...]
    acts_in_all: int
    notifications_in_all: int
    notifications_waiting: int
    made_at: datetime

    @property
    def may_withdraw(self) -> bool:
        return any(
            one.status == ConsentStatus.GIVEN and one.kind in ADMITTING and not one.for_child
            for one in self.consents
        )

    @property
    def has_children(self) -> bool:
        """Does the person answer for a child now?"""
        return any(one.is_parent and one.ended_at is None for one in self.guardianships)

    @property
    def next_meeting(self) -> StoredMeeting | None:
        coming = (
            one
            for one in self.meetings
            if one.status == MeetingStatus.CONFIRMED and one.starts_at > self.made_at
        )
        return min(coming, key=lambda one: one.starts_at, default=None)


def my_data(session: Session, actor: Actor, *, now: datetime) -> PersonalData:
    """Everything stored about the actor, and about nobody else (152-FZ art. 14 part 7)."""
    return _data_of(session, session.get_one(Person, actor.person_id), now)


def child_data(session: Session, actor: Actor, child_id: int, *, now: datetime) -> PersonalData:
    """Everything stored about a child, for a parent who answers for it; but the diary was promised to nobody
    but its author. Raises NotAllowed.
    """
    if not minors.is_guardian(session, actor, child_id):
        raise NotAllowed
    found = _data_of(session, session.get_one(Person, child_id), now)
    return replace(found, about_meetings=replace(found.about_meetings, diary=()))


def _data_of(session: Session, person: Person, now: datetime) -> PersonalData:
    acts, acts_in_all = _acts(session, person)
    return PersonalData(
        person_id=person.id,
        full_name=person.full_name,
        born_on=person.born_on,
        chat_id=person.chat_id,
        language=person.language,
        timezone=person.timezone,
        known_since=person.created_at,
        blocked_at=person.blocked_at,
        participations=tuple(_participation(session, one) for one in person.memberships),
        consents=_consents(session, person),
        applications=_applications(session, person),
        pairs=_pairs(session, person),
        meetings=_meetings(session, person),
        feedback=_feedback(session, person),
        about_meetings=meeting_data.of(session, person),
        duties=_duties(session, person),
        evidence=_evidence(session, person),
        reasons=_reasons(session, person),
        namings=_namings(session, person),
        meanings=_meanings(session, person),
        readings=_readings(session, person),
        guardianships=_guardianships(session, person),
        conclusions=_conclusions(session, person),
        shortlists=_shortlists(session, person),
        requests=_requests(session, person),
        amendments=_amendments(session, person),
        acts=acts,
        acts_in_all=acts_in_all,
        notifications_in_all=_notifications(session, person),
        notifications_waiting=_notifications(session, person, NotificationStatus.PENDING),
        made_at=now,
    )


def _participation(session: Session, membership: Membership) -> StoredParticipation:
    entered_by = membership.entered_by_id
    return StoredParticipation(
        organization=membership.organization.name,
        role=membership.role,
        code=membership.code,
        status=membership.status,
        capacity=membership.capacity,
        questionnaire=_questionnaire_of(session, membership),
        profile=dict(membership.profile),
        since=membership.created_at,
        approved_at=membership.approved_at,
        affiliation=membership.affiliation.name if membership.affiliation else None,
        entered_by=_name(session, entered_by, membership.organization_id) if entered_by else None,
        refreshed_at=membership.refreshed_at,
        review_asked_at=membership.review_asked_at,
        paused_at=membership.paused_at,
        left_at=membership.left_at,
    )


def _questionnaire_of(session: Session, membership: Membership) -> str:
    """The questionnaire that the profile comes from: that of the last application."""
    query = select(Application.questionnaire).where(Application.membership_id == membership.id)
    return session.scalar(query.order_by(Application.id.desc()).limit(1)) or membership.role.value


def _name(session: Session, person_id: int, organization_id: int) -> PersonName | None:
    """Another person as they are named there, or anywhere."""
    here_first = (Membership.organization_id != organization_id, Membership.id)
    query = select(Membership).where(Membership.person_id == person_id).order_by(*here_first).limit(1)
    membership = session.scalars(query).one_or_none()
    return PersonName.of(membership) if membership else None


def _consents(session: Session, person: Person) -> tuple[StoredConsent, ...]:
    query = (
        select(Consent, Organization.name)
        .join(Organization, Organization.id == Consent.organization_id)
        .where(or_(Consent.person_id == person.id, Consent.given_by_id == person.id))
        .order_by(Consent.id)
    )
    return tuple(_consent(one, organization, person) for one, organization in session.execute(query))


def _consent(consent: Consent, organization: str, person: Person) -> StoredConsent:
    received = consent.original_received_at is not None
    return StoredConsent(
        id=consent.id,
        organization=organization,
        kind=consent.kind,
        role=consent.role,
        channel=consent.channel,
        by_another=consent.given_by_id not in (None, person.id),
        for_child=consent.person_id != person.id,
        status=consent.status,
        text_version=consent.text_version,
        language=consent.language,
        asked_at=consent.asked_at,
        answered_at=consent.answered_at,
        withdrawn_at=consent.withdrawn_at,
        valid_until=consent.valid_until,
        original=(consent.original_number, consent.original_dated_on) if received else None,
        resources=_words(consent.details.get("resources")),
        data_items=_words(consent.details.get("data_items")),
        conditions=str(consent.details.get("conditions") or ""),
    )


def _words(value: Any) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, list) else ()


def _applications(session: Session, person: Person) -> tuple[StoredApplication, ...]:
    query = (
        select(Application).join(Membership).where(Membership.person_id == person.id).order_by(Application.id)
    )
    return tuple(
        StoredApplication(
            organization=one.membership.organization.name,
            role=one.membership.role,
            questionnaire=one.questionnaire,
            status=one.status,
            answers=dict(one.answers),
            return_reason=one.return_reason,
            is_review=one.is_review,
            started_at=one.started_at,
            submitted_at=one.submitted_at,
            decided_at=one.decided_at,
        )
        for one in session.scalars(query)
    )


def _pairs(session: Session, person: Person) -> tuple[StoredPair, ...]:
    query = select(Mentorship).where(Mentorship.id.in_(own_pairs(person))).order_by(Mentorship.id)
    return tuple(_pair(pair, person) for pair in session.scalars(query))


def _pair(pair: Mentorship, person: Person) -> StoredPair:
    own = pair.member(person.id)
    others = [one for one in pair.members if one is not own] if pair.activated_at else []
    return StoredPair(
        role=own.role if own else Role.MENTEE,
        partners=tuple(PersonName.of(one.membership) for one in others),
        status=pair.status,
        proposed_at=pair.proposed_at,
        activated_at=pair.activated_at,
        ended_at=pair.ended_at,
    )


def _meetings(session: Session, person: Person) -> tuple[StoredMeeting, ...]:
    own_report = and_(AttendanceReport.meeting_id == Meeting.id, AttendanceReport.person_id == person.id)
    query = (
        select(Meeting, AttendanceReport.held)
        .outerjoin(AttendanceReport, own_report)
        .where(Meeting.mentorship_id.in_(own_pairs(person)))
        .order_by(Meeting.starts_at, Meeting.id)
    )
    return tuple(
        StoredMeeting(
            one.kind,
            one.status,
            one.starts_at,
            one.mode,
            one.minutes,
            ", ".join(part for part in (one.place, one.link) if part),
            held,
        )
        for one, held in session.execute(query)
    )


def _feedback(session: Session, person: Person) -> tuple[StoredFeedback, ...]:
    query = (
        select(Feedback, Meeting.starts_at)
        .join(Meeting, Meeting.id == Feedback.meeting_id)
        .where(Feedback.pseudonym == person.pseudonym)
        .order_by(Meeting.starts_at, Feedback.id)
    )
    return tuple(
        StoredFeedback(meeting_at, one.questionnaire, dict(one.answers), one.completed_at)
        for one, meeting_at in session.execute(query)
    )


def _duties(session: Session, person: Person) -> tuple[StoredDuty, ...]:
    query = (
        select(RoadmapItem.number, RoadmapItem.activity, Occurrence.due_on, Occurrence.status)
        .join(Occurrence, Occurrence.item_id == RoadmapItem.id)
        .where(
            or_(
                Occurrence.responsible.any(Person.id == person.id),
                Occurrence.controller_id == person.id,
                Occurrence.done_by_id == person.id,
            )
        )
        .order_by(Occurrence.due_on, Occurrence.id)
    )
    return tuple(StoredDuty(*row) for row in session.execute(query))


def _evidence(session: Session, person: Person) -> tuple[StoredEvidence, ...]:
    query = select(Evidence).where(Evidence.author_id == person.id).order_by(Evidence.id)
    return tuple(
        StoredEvidence(one.occurrence.item.activity, one.comment, one.file_name, one.added_at)
        for one in session.scalars(query)
    )


def _reasons(session: Session, person: Person) -> tuple[StoredReason, ...]:
    changed = (
        select(RoadmapItem.activity, Occurrence.reason)
        .join(Occurrence, Occurrence.item_id == RoadmapItem.id)
        .where(Occurrence.reason_by_id == person.id)
        .order_by(Occurrence.due_on, Occurrence.id)
    )
    returned = select(Roadmap.title, Roadmap.return_reason).where(Roadmap.returned_by_id == person.id)
    return (
        *(StoredReason(about, reason, is_plan=False) for about, reason in session.execute(changed)),
        *(
            StoredReason(about, reason, is_plan=True)
            for about, reason in session.execute(returned.order_by(Roadmap.id))
        ),
    )


def _namings(session: Session, person: Person) -> tuple[StoredNaming, ...]:
    query = (
        select(Organization.name, Roadmap.title, RoadmapItem.activity)
        .join(Roadmap, Roadmap.organization_id == Organization.id)
        .join(RoadmapItem, RoadmapItem.roadmap_id == Roadmap.id)
        .where(RoadmapItem.named.any(Person.id == person.id))
        .order_by(Roadmap.id, RoadmapItem.position)
    )
    return tuple(StoredNaming(*row) for row in session.execute(query))


def _meanings(session: Session, person: Person) -> tuple[StoredMeaning, ...]:
    query = (
        select(Organization.name, ResponsibleMatch.phrase)
        .join(ResponsibleMatch, ResponsibleMatch.organization_id == Organization.id)
        .where(ResponsibleMatch.person_id == person.id)
        .order_by(ResponsibleMatch.id)
    )
    return tuple(StoredMeaning(*row) for row in session.execute(query))


def _readings(session: Session, person: Person) -> tuple[StoredReading, ...]:
    query = (
        select(
            Organization.name,
            LocalAct.kind,
            LocalAct.number,
            LocalAct.dated_on,
            Acknowledgement.acknowledged_at,
        )
        .join(LocalAct, LocalAct.id == Acknowledgement.act_id)
        .join(Organization, Organization.id == LocalAct.organization_id)
        .where(Acknowledgement.person_id == person.id)
        .order_by(Acknowledgement.id)
    )
    return tuple(StoredReading(*row) for row in session.execute(query))


def _guardianships(session: Session, person: Person) -> tuple[StoredGuardianship, ...]:
    query = (
        select(Guardianship, Organization.name)
        .join(Organization, Organization.id == Guardianship.organization_id)
        .where(or_(Guardianship.parent_id == person.id, Guardianship.child_id == person.id))
        .order_by(Guardianship.id)
    )
    found = []
    for one, organization in session.execute(query):
        is_parent = one.parent_id == person.id
        other = _name(session, one.child_id if is_parent else one.parent_id, one.organization_id)
        if other is not None:
            found.append(
                StoredGuardianship(is_parent, other, one.relation, organization, one.since, one.ended_at)
            )
    return tuple(found)


def _conclusions(session: Session, person: Person) -> tuple[StoredConclusion, ...]:
    """Those marked as sensitive, too: they are the person's own data."""
    query = select(Conclusion).join(Membership).where(Membership.person_id == person.id)
    return tuple(
        StoredConclusion(one.source, one.ground, one.text, one.is_sensitive, one.entered_at)
        for one in session.scalars(query.order_by(Conclusion.id))
    )


def _shortlists(session: Session, person: Person) -> tuple[StoredShortlist, ...]:
    query = (
        select(Organization.name, Shortlist.title)
        .join(Shortlist, Shortlist.organization_id == Organization.id)
        .join(ShortlistEntry, ShortlistEntry.shortlist_id == Shortlist.id)
        .join(Membership, Membership.id == ShortlistEntry.membership_id)
        .where(Membership.person_id == person.id)
        .order_by(ShortlistEntry.id)
    )
    return tuple(StoredShortlist(*row) for row in session.execute(query))


def _requests(session: Session, person: Person) -> tuple[StoredRequest, ...]:
    query = (
        select(RightsRequest, Organization.name)
        .join(Organization, Organization.id == RightsRequest.organization_id)
        .where(or_(RightsRequest.person_id == person.id, RightsRequest.by_id == person.id))
        .order_by(RightsRequest.id)
    )
    return tuple(
        StoredRequest(
            one.kind,
            organization,
            one.text,
            one.opened_at,
            one.due_on,
            one.reason,
            one.settled_at,
            one.answer,
        )
        for one, organization in session.execute(query)
    )


def _amendments(session: Session, person: Person) -> tuple[StoredAmendment, ...]:
    query = select(Amendment).where(Amendment.mentorship_id.in_(own_pairs(person))).order_by(Amendment.id)
    return tuple(
        StoredAmendment(
            one.kind,
            one.status,
            one.proposed_by_id == person.id,
            one.new_end,
            one.text,
            one.reason,
            one.proposed_at,
        )
        for one in session.scalars(query)
    )


def _acts(session: Session, person: Person) -> tuple[tuple[StoredAct, ...], int]:
    memberships = [one.id for one in person.memberships]
    about = or_(
        AuditRecord.actor_id == person.id,
        and_(AuditRecord.subject_kind == "person", AuditRecord.subject_id == person.id),
        and_(AuditRecord.subject_kind == "membership", AuditRecord.subject_id.in_(memberships)),
        and_(
            AuditRecord.subject_kind == "application",
            AuditRecord.subject_id.in_(
                select(Application.id).where(Application.membership_id.in_(memberships))
            ),
        ),
        and_(AuditRecord.subject_kind == "mentorship", AuditRecord.subject_id.in_(own_pairs(person))),
    )
    newest = (
        select(AuditRecord)
        .where(about)
        .order_by(AuditRecord.at.desc(), AuditRecord.id.desc())
        .limit(LAST_ACTS)
    )
    total = session.scalar(select(func.count()).select_from(AuditRecord).where(about)) or 0
    return tuple(
        StoredAct(one.act, one.at, one.actor_id == person.id) for one in session.scalars(newest)
    ), total


def _notifications(session: Session, person: Person, status: NotificationStatus | None = None) -> int:
    query = select(func.count()).select_from(Notification).where(Notification.person_id == person.id)
    if status is not None:
        query = query.where(Notification.status == status)
    return session.scalar(query) or 0
