"""The roadmap: dated duties of an organisation, reminders before the day, and what follows when it is over.

A due date is a local calendar day of the organisation, inclusive: due on the 25th means late on the 26th.
Source of the rules: N-3.3-4, L-O-2, L-O-3a, product §3–4. Knows nothing of how a duty is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session

from models import (
    AlertKind,
    Evidence,
    Membership,
    MembershipStatus,
    Occurrence,
    OccurrenceStatus,
    Organization,
    Person,
    Roadmap,
    RoadmapItem,
    Role,
)
from models.roadmap import SETTLED
from services import access, alerts, outbox
from services.access import DECIDING_ROLES, Actor
from services.errors import AnswerEmpty, AnswerTooLong, NoLongerCurrent, NotAllowed, ServiceError
from services.names import PersonName
from services.text_limits import clean, telegram_length

REMINDER_DAYS = (14, 7, 1)
OPENS_BEFORE = timedelta(days=14)
WORKING_MORNING = time(9)
COMMENT_LIMIT = 1000
EVIDENCE_LIMIT = 8
FILE_NAME_LIMIT = 120
PAGE_SIZE = 6
_SATURDAY = 5
_WESTERNMOST_AHEAD = timedelta(hours=14)
"""No place on Earth is further ahead of UTC: what is not due there is due nowhere."""


class DutyAlreadyDone(ServiceError):
    """The duty was marked as done before; nothing was changed."""


class AlreadyNudged(ServiceError):
    """The responsible person was reminded by hand today; once a day is enough."""


class ResponsibleUnreachable(ServiceError):
    """The responsible person gets no messages of the bot: they left, or blocked it."""


class TooMuchEvidence(ServiceError):
    """Field `limit`: how many comments and files a duty may have."""


@dataclass(frozen=True, slots=True)
class NewItem:
    """One row of a plan that is to be stored. `deadline_phrase` is kept as it stands in the document."""

    number: str
    section: str
    activity: str
    deadline_phrase: str
    expected_result: str
    due_on: date
    responsible_id: int
    starts_on: date | None = None


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file that Telegram keeps: we know its id there and its name."""

    file_id: str
    name: str


@dataclass(frozen=True, slots=True)
class EvidenceView:
    id: int
    author: PersonName
    comment: str
    file_name: str | None
    added_at: datetime


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A duty in a list. `days_left` is negative when the day has passed."""

    id: int
    number: str
    activity: str
    due_on: date
    status: OccurrenceStatus
    days_left: int

    @property
    def is_late(self) -> bool:
        return self.status not in SETTLED and self.days_left < 0


@dataclass(frozen=True, slots=True)
class PlanHeader:
    """What stands above the duties of a plan. `may_approve`: the viewer is its head and may still do so."""

    id: int
    title: str
    school_year: str
    approved_at: datetime | None
    timezone: str
    may_approve: bool


@dataclass(frozen=True, slots=True)
class DutyPage:
    """A page of duties, counted from 0. `late` counts the overdue ones of all pages."""

    lines: tuple[DutyLine, ...]
    page: int
    pages: int
    total: int
    late: int
    plan: PlanHeader | None = None


@dataclass(frozen=True, slots=True)
class DutyCard:
    """All about one duty, as one person may see it. `manages`: the viewer is a curator or head there."""

    id: int
    organization_id: int
    organization_name: str
    roadmap_title: str
    number: str
    section: str
    activity: str
    deadline_phrase: str
    expected_result: str
    starts_on: date | None
    due_on: date
    days_left: int
    status: OccurrenceStatus
    responsible: PersonName
    responsible_is_viewer: bool
    responsible_is_reachable: bool
    manages: bool
    done_at: datetime | None
    done_by: PersonName | None
    timezone: str
    evidence: tuple[EvidenceView, ...]

    @property
    def is_settled(self) -> bool:
        return self.status in SETTLED

    @property
    def is_late(self) -> bool:
        return not self.is_settled and self.days_left < 0


@dataclass(frozen=True, slots=True)
class _Viewer:
    person_id: int
    manages: bool


def create_roadmap(
    session: Session,
    organization_id: int,
    title: str,
    school_year: str,
    items: Sequence[NewItem],
    *,
    now: datetime,
) -> int:
    """Store a plan with a dated duty for every row, and owe its reminders (N-3.4-4). Returns its id."""
    organization = session.get_one(Organization, organization_id)
    roadmap = Roadmap(organization=organization, title=title, school_year=school_year, created_at=now)
    session.add(roadmap)
    for position, new in enumerate(items):
        _add_item(session, roadmap, position, new, now)
    session.flush()
    return roadmap.id


def _add_item(session: Session, roadmap: Roadmap, position: int, new: NewItem, now: datetime) -> None:
    item = RoadmapItem(
        roadmap=roadmap,
        position=position,
        number=new.number,
        section=new.section,
        activity=new.activity,
        deadline_phrase=new.deadline_phrase,
        expected_result=new.expected_result,
    )
    occurrence = Occurrence(
        item=item,
        organization=roadmap.organization,
        responsible_id=new.responsible_id,
        status=OccurrenceStatus.UPCOMING,
        starts_on=new.starts_on,
        due_on=new.due_on,
    )
    session.add(occurrence)
    session.flush()
    _open_if_time(occurrence, now)
    _owe_reminders(session, occurrence, now)


def approve(session: Session, actor: Actor, roadmap_id: int, *, now: datetime) -> None:
    """The head approves the plan (N-3.3-4). Raises NotAllowed, NoLongerCurrent."""
    roadmap = session.get(Roadmap, roadmap_id)
    if roadmap is None or roadmap.approved_at is not None:
        raise NoLongerCurrent
    access.require_role(actor, roadmap.organization_id, Role.HEAD)
    roadmap.approved_at = now
    access.record(
        session,
        "roadmap.approved",
        actor_id=actor.person_id,
        organization_id=roadmap.organization_id,
        subject_kind="roadmap",
        subject_id=roadmap.id,
        now=now,
    )


def reminder_moments(due_on: date, timezone: str) -> list[tuple[int, datetime]]:
    """(days before, moment in UTC) of each reminder: 09:00 local; instead of a weekend, the Friday before."""
    moments = []
    for days in REMINDER_DAYS:
        day = due_on - timedelta(days=days)
        day -= timedelta(days=max(day.weekday() - _SATURDAY + 1, 0))
        moments.append((days, _local(day, WORKING_MORNING, timezone)))
    return moments


def _owe_reminders(session: Session, occurrence: Occurrence, now: datetime) -> None:
    timezone = occurrence.organization.timezone
    for days, moment in reminder_moments(occurrence.due_on, timezone):
        if moment < now:
            continue
        outbox.notify(
            session,
            kind="roadmap.reminder",
            key=f"duty:{occurrence.id}:{days}:{occurrence.responsible_id}:{now.isoformat()}",
            person_id=occurrence.responsible_id,
            payload={"occurrence_id": occurrence.id},
            topic=_topic(occurrence.id),
            due_at=moment,
            expires_at=_end_of_due_day(occurrence),
            now=now,
        )


def _topic(occurrence_id: int) -> str:
    return f"duty:{occurrence_id}"


def _cause(occurrence_id: int) -> str:
    return f"duty-overdue:{occurrence_id}"


def _local(day: date, at: time, timezone: str) -> datetime:
    return datetime.combine(day, at, ZoneInfo(timezone)).astimezone(UTC)


def _end_of_due_day(occurrence: Occurrence) -> datetime:
    return _local(occurrence.due_on + timedelta(days=1), time(0), occurrence.organization.timezone)


def _today(timezone: str, now: datetime) -> date:
    return now.astimezone(ZoneInfo(timezone)).date()


def my_duties(session: Session, actor: Actor, *, page: int = 0, now: datetime) -> DutyPage:
    """What the person still has to do, what is late first."""
    places = actor.organizations(*Role)
    conditions = (
        Occurrence.responsible_id == actor.person_id,
        Occurrence.organization_id.in_(places),
        Occurrence.status.not_in(SETTLED),
    )
    query = _lines(*conditions).order_by(Occurrence.due_on, RoadmapItem.position, Occurrence.id)
    return _page(session, query, page, now)


def roadmap_page(
    session: Session, actor: Actor, *, page: int = 0, late_only: bool = False, now: datetime
) -> DutyPage:
    """The whole plan where the actor is curator or head, or only what is overdue. Raises NotAllowed."""
    places = actor.organizations(*DECIDING_ROLES)
    if not places:
        raise NotAllowed
    query = _lines(Occurrence.organization_id.in_(places))
    if late_only:
        query = query.where(Occurrence.status == OccurrenceStatus.OVERDUE).order_by(
            Occurrence.due_on, Occurrence.id
        )
    else:
        query = query.order_by(RoadmapItem.roadmap_id, RoadmapItem.position, Occurrence.due_on, Occurrence.id)
    return _page(session, query, page, now, plan=_plan(session, actor, places))


def count_late(session: Session, actor: Actor) -> int:
    """How many duties are overdue where the actor is curator or head."""
    places = actor.organizations(*DECIDING_ROLES)
    late = (Occurrence.organization_id.in_(places), Occurrence.status == OccurrenceStatus.OVERDUE)
    return session.scalar(select(func.count()).select_from(Occurrence).where(*late)) or 0


def count_current(session: Session, actor: Actor) -> int:
    """How many duties of the person are open or overdue."""
    current = (
        Occurrence.responsible_id == actor.person_id,
        Occurrence.organization_id.in_(actor.organizations(*Role)),
        Occurrence.status.in_((OccurrenceStatus.OPEN, OccurrenceStatus.OVERDUE)),
    )
    return session.scalar(select(func.count()).select_from(Occurrence).where(*current)) or 0


_Lines = Select[Occurrence, RoadmapItem, str]


def _lines(*conditions: ColumnElement[bool]) -> _Lines:
    return (
        select(Occurrence, RoadmapItem, Organization.timezone)
        .join(RoadmapItem, RoadmapItem.id == Occurrence.item_id)
        .join(Organization, Organization.id == Occurrence.organization_id)
        .where(*conditions)
    )


def _page(
    session: Session, query: _Lines, page: int, now: datetime, plan: PlanHeader | None = None
) -> DutyPage:
    every = [_line(duty, item, zone, now) for duty, item, zone in session.execute(query)]
    pages = max(1, -(-len(every) // PAGE_SIZE))
    page = min(max(page, 0), pages - 1)
    lines = tuple(every[page * PAGE_SIZE : (page + 1) * PAGE_SIZE])
    return DutyPage(lines, page, pages, len(every), sum(line.is_late for line in every), plan)


def _line(occurrence: Occurrence, item: RoadmapItem, timezone: str, now: datetime) -> DutyLine:
    days_left = (occurrence.due_on - _today(timezone, now)).days
    return DutyLine(
        occurrence.id, item.number, item.activity, occurrence.due_on, occurrence.status, days_left
    )


def _plan(session: Session, actor: Actor, organization_ids: Sequence[int]) -> PlanHeader | None:
    theirs = Roadmap.organization_id.in_(organization_ids)
    plans = session.scalars(select(Roadmap).where(theirs).order_by(Roadmap.id).limit(2)).all()
    if len(plans) != 1:
        return None
    plan = plans[0]
    is_head = actor.participation(Role.HEAD, organization_id=plan.organization_id) is not None
    may_approve = is_head and plan.approved_at is None
    zone = plan.organization.timezone
    return PlanHeader(plan.id, plan.title, plan.school_year, plan.approved_at, zone, may_approve)


def see(session: Session, actor: Actor, occurrence_id: int, *, now: datetime) -> DutyCard:
    """One duty, for its responsible person, the curators and the head. Raises NotAllowed, NoLongerCurrent."""
    occurrence, viewer = _visible(session, actor, occurrence_id)
    return _card(session, occurrence, viewer, now)


def as_seen_by(session: Session, person_id: int, occurrence_id: int, *, now: datetime) -> DutyCard | None:
    """The duty as a message to this person words it; None when there is no such duty."""
    occurrence = session.get(Occurrence, occurrence_id)
    if occurrence is None:
        return None
    manages = person_id in alerts.people_in_role(session, occurrence.organization_id, *DECIDING_ROLES)
    return _card(session, occurrence, _Viewer(person_id, manages), now)


def _visible(session: Session, actor: Actor, occurrence_id: int) -> tuple[Occurrence, _Viewer]:
    occurrence = session.get(Occurrence, occurrence_id)
    if occurrence is None:
        raise NoLongerCurrent
    manages = actor.participation(*DECIDING_ROLES, organization_id=occurrence.organization_id) is not None
    if not manages:
        access.require_role(actor, occurrence.organization_id, *Role)
        if occurrence.responsible_id != actor.person_id:
            raise NotAllowed
    return occurrence, _Viewer(actor.person_id, manages)


def _unsettled(session: Session, actor: Actor, occurrence_id: int) -> tuple[Occurrence, _Viewer]:
    occurrence, viewer = _visible(session, actor, occurrence_id)
    if occurrence.is_settled:
        raise DutyAlreadyDone
    return occurrence, viewer


def _managed(session: Session, actor: Actor, occurrence_id: int) -> tuple[Occurrence, _Viewer]:
    occurrence, viewer = _unsettled(session, actor, occurrence_id)
    if not viewer.manages:
        raise NotAllowed
    return occurrence, viewer


def _card(session: Session, occurrence: Occurrence, viewer: _Viewer, now: datetime) -> DutyCard:
    item, organization = occurrence.item, occurrence.organization
    responsible = session.get_one(Person, occurrence.responsible_id)
    return DutyCard(
        id=occurrence.id,
        organization_id=organization.id,
        organization_name=organization.name,
        roadmap_title=item.roadmap.title,
        number=item.number,
        section=item.section,
        activity=item.activity,
        deadline_phrase=item.deadline_phrase,
        expected_result=item.expected_result,
        starts_on=occurrence.starts_on,
        due_on=occurrence.due_on,
        days_left=(occurrence.due_on - _today(organization.timezone, now)).days,
        status=occurrence.status,
        responsible=_name(session, responsible.id, organization.id),
        responsible_is_viewer=responsible.id == viewer.person_id,
        responsible_is_reachable=_is_reachable(responsible),
        manages=viewer.manages,
        done_at=occurrence.done_at,
        done_by=_name(session, occurrence.done_by_id, organization.id) if occurrence.done_by_id else None,
        timezone=organization.timezone,
        evidence=tuple(
            _evidence_view(session, one, organization.id) for one in occurrence.evidence if _says(one)
        ),
    )


def _is_reachable(person: Person) -> bool:
    return person.chat_id is not None and person.blocked_at is None and not person.is_frozen


def _name(session: Session, person_id: int, organization_id: int) -> PersonName:
    """How the person is known at the organisation: by the first of the roles that they have or had there."""
    theirs = (Membership.person_id == person_id, Membership.organization_id == organization_id)
    left = Membership.status == MembershipStatus.LEFT
    membership = session.scalars(select(Membership).where(*theirs).order_by(left, Membership.id)).first()
    return (
        PersonName.of(membership) if membership else PersonName("", "", "", Role.CURATOR, f"{person_id:03d}")
    )


def _says(evidence: Evidence) -> bool:
    return bool(evidence.comment or evidence.file_id)


def _evidence_view(session: Session, one: Evidence, organization_id: int) -> EvidenceView:
    author = _name(session, one.author_id, organization_id)
    file_name = (one.file_name or "") if one.file_id else None
    return EvidenceView(one.id, author, one.comment, file_name, one.added_at)


def complete(session: Session, actor: Actor, occurrence_id: int, *, now: datetime) -> DutyCard:
    """Mark a duty as done without a word, for oneself or, as a curator or head, for somebody.

    Raises DutyAlreadyDone, NotAllowed, NoLongerCurrent.
    """
    occurrence, viewer = _unsettled(session, actor, occurrence_id)
    _complete(session, actor, occurrence, now)
    return _card(session, occurrence, viewer, now)


def report(
    session: Session,
    actor: Actor,
    occurrence_id: int,
    *,
    comment: str = "",
    file: AttachedFile | None = None,
    now: datetime,
) -> DutyCard:
    """Mark a duty as done with a comment or a file. When somebody has marked it meanwhile, what was typed is
    added to it and not lost.

    Raises AnswerEmpty, AnswerTooLong (in UTF-16 units, as Telegram counts), TooMuchEvidence, NotAllowed,
    NoLongerCurrent.
    """
    occurrence, viewer = _visible(session, actor, occurrence_id)
    _add_evidence(occurrence, actor, comment, file, now)
    if occurrence.is_settled:
        session.flush()
        _record(session, actor, "duty.evidence_added", occurrence, now)
    else:
        _complete(session, actor, occurrence, now)
    return _card(session, occurrence, viewer, now)


def _add_evidence(
    occurrence: Occurrence, actor: Actor, comment: str, file: AttachedFile | None, now: datetime
) -> None:
    comment = clean(comment)
    if not comment and file is None:
        raise AnswerEmpty
    length = telegram_length(comment)
    if length > COMMENT_LIMIT:
        raise AnswerTooLong(limit=COMMENT_LIMIT, length=length)
    if len(occurrence.evidence) >= EVIDENCE_LIMIT:
        raise TooMuchEvidence(limit=EVIDENCE_LIMIT)
    occurrence.evidence.append(
        Evidence(
            author_id=actor.person_id,
            comment=comment,
            file_id=file.file_id if file else None,
            file_name=" ".join(clean(file.name).split())[:FILE_NAME_LIMIT] if file else None,
            added_at=now,
        )
    )


def _complete(session: Session, actor: Actor, occurrence: Occurrence, now: datetime) -> None:
    occurrence.complete(actor.person_id, _today(occurrence.organization.timezone, now), now)
    session.flush()
    outbox.cancel_topic(session, _topic(occurrence.id), now=now)
    by_id = None if actor.person_id == occurrence.responsible_id else actor.person_id
    alerts.resolve_cause(session, _cause(occurrence.id), "done", by_id=by_id, now=now)
    _record(session, actor, "duty.completed", occurrence, now)
    if by_id is not None:
        _tell_responsible(session, occurrence, "roadmap.completed", f"duty:{occurrence.id}:completed", now)


def _record(session: Session, actor: Actor, act: str, occurrence: Occurrence, now: datetime) -> None:
    access.record(
        session,
        act,
        actor_id=actor.person_id,
        organization_id=occurrence.organization_id,
        subject_kind="occurrence",
        subject_id=occurrence.id,
        now=now,
    )


def _tell_responsible(
    session: Session, occurrence: Occurrence, kind: str, key: str, now: datetime, topic: str | None = None
) -> bool:
    return outbox.notify(
        session,
        kind=kind,
        key=key,
        person_id=occurrence.responsible_id,
        payload={"occurrence_id": occurrence.id},
        topic=topic,
        due_at=now,
        now=now,
    )


def nudge(session: Session, actor: Actor, occurrence_id: int, *, now: datetime) -> DutyCard:
    """A curator or head reminds the responsible person by hand, at most once in a local day.

    Raises AlreadyNudged, ResponsibleUnreachable, DutyAlreadyDone, NotAllowed, NoLongerCurrent.
    """
    occurrence, viewer = _managed(session, actor, occurrence_id)
    if not _is_reachable(session.get_one(Person, occurrence.responsible_id)):
        raise ResponsibleUnreachable
    today = _today(occurrence.organization.timezone, now)
    key = f"duty:{occurrence.id}:nudge:{occurrence.responsible_id}:{today.isoformat()}"
    if not _tell_responsible(session, occurrence, "roadmap.nudge", key, now, topic=_topic(occurrence.id)):
        raise AlreadyNudged
    _record(session, actor, "duty.nudged", occurrence, now)
    return _card(session, occurrence, viewer, now)


def take_over(session: Session, actor: Actor, occurrence_id: int, *, now: datetime) -> DutyCard:
    """A curator or head becomes responsible, for instance when the responsible person has left.

    Raises DutyAlreadyDone, NotAllowed; NoLongerCurrent when it is theirs already.
    """
    occurrence, viewer = _managed(session, actor, occurrence_id)
    if occurrence.responsible_id == actor.person_id:
        raise NoLongerCurrent
    outbox.cancel_topic(session, _topic(occurrence.id), now=now)
    key = f"duty:{occurrence.id}:taken:{occurrence.responsible_id}:{now.isoformat()}"
    if _is_reachable(session.get_one(Person, occurrence.responsible_id)):
        _tell_responsible(session, occurrence, "roadmap.taken_over", key, now)
    occurrence.responsible_id = actor.person_id
    session.flush()
    _owe_reminders(session, occurrence, now)
    _record(session, actor, "duty.taken_over", occurrence, now)
    return _card(session, occurrence, viewer, now)


def open_file(session: Session, actor: Actor, evidence_id: int, *, now: datetime) -> AttachedFile:
    """The file of a duty that the actor may see; the access leaves a trace (product §6).

    Raises NoLongerCurrent when the file is gone, NotAllowed.
    """
    evidence = session.get(Evidence, evidence_id)
    if evidence is None or evidence.file_id is None:
        raise NoLongerCurrent
    occurrence, _ = _visible(session, actor, evidence.occurrence_id)
    if evidence.author_id != actor.person_id:
        _record(session, actor, "duty.file_opened", occurrence, now)
    return AttachedFile(evidence.file_id, evidence.file_name or "")


def tick_opening(session: Session, *, now: datetime) -> int:
    """A tick: what begins, or is due within 14 days, is open now. Returns how many duties opened."""
    horizon = (now + _WESTERNMOST_AHEAD).date()
    query = select(Occurrence).where(
        Occurrence.status == OccurrenceStatus.UPCOMING,
        or_(Occurrence.due_on <= horizon + OPENS_BEFORE, Occurrence.starts_on <= horizon),
    )
    return sum(_open_if_time(occurrence, now) for occurrence in session.scalars(query).all())


def _open_if_time(occurrence: Occurrence, now: datetime) -> bool:
    today = _today(occurrence.organization.timezone, now)
    begins = min(occurrence.starts_on or date.max, occurrence.due_on - OPENS_BEFORE)
    if today < begins:
        return False
    occurrence.status = OccurrenceStatus.OPEN
    return True


def tick_overdue(session: Session, *, now: datetime) -> int:
    """A tick: on the morning after the due day, an undone duty is overdue and the curators learn of it.

    Unanswered, the alert climbs to the head (`services.alerts.wake`). Returns how many duties became overdue.
    """
    query = select(Occurrence).where(
        Occurrence.status.in_((OccurrenceStatus.UPCOMING, OccurrenceStatus.OPEN)),
        Occurrence.due_on < (now + _WESTERNMOST_AHEAD).date(),
    )
    overdue = [one for one in session.scalars(query).all() if now >= _reported_at(one)]
    for occurrence in overdue:
        _report_overdue(session, occurrence, now)
    return len(overdue)


def _reported_at(occurrence: Occurrence) -> datetime:
    return _local(occurrence.due_on + timedelta(days=1), WORKING_MORNING, occurrence.organization.timezone)


def _report_overdue(session: Session, occurrence: Occurrence, now: datetime) -> None:
    occurrence.status = OccurrenceStatus.OVERDUE
    session.flush()
    alerts.raise_alert(
        session,
        organization_id=occurrence.organization_id,
        kind=AlertKind.DUTY_OVERDUE,
        cause=_cause(occurrence.id),
        subject={"occurrence_id": occurrence.id},
        since=_end_of_due_day(occurrence),
        now=now,
    )
    curators = alerts.people_in_role(session, occurrence.organization_id, Role.CURATOR)
    if occurrence.responsible_id not in curators:
        key = f"duty:{occurrence.id}:late:{occurrence.responsible_id}"
        _tell_responsible(session, occurrence, "roadmap.late", key, now, topic=_topic(occurrence.id))
