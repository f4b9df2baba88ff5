"""Once a year every mentee and mentor confirms or renews what the school knows of them (N-3.4-2).

In the month that the organisation chose, on its first working day, everybody is asked whose profile is older
than ninety days. «All is right» is written down; a renewal is an application like any other, while the
membership and the pairs go on. Who does not answer in two weeks, and who has no Telegram, is the curator's to
ask. Knows nothing of words or of Telegram.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from math import ceil
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session, joinedload

from models import (
    Alert,
    AlertKind,
    AlertStatus,
    Application,
    Guardianship,
    Membership,
    MembershipStatus,
    Organization,
    Partition,
    Person,
    Role,
)
from services import access, alerts, applications, approvals, outbox
from services.access import Actor
from services.alerts import AlertView
from services.application_views import ApplicationView
from services.content import Content
from services.errors import NoLongerCurrent, NotAllowed
from services.names import PersonName
from services.working_days import is_working_day

FRESH = timedelta(days=90)
"""A profile that was approved, confirmed or renewed within this time is not asked about."""
ANSWER_TERM = timedelta(days=14)
ASKED_AT = time(9)
BATCH = 50
PAGE_SIZE = 8
DECIDING = (Role.CURATOR, Role.HEAD)
OFFLINE, SILENT = "offline", "silent"


@dataclass(frozen=True, slots=True)
class ReviewView:
    """The profile that a person is asked to confirm. `version` is of the questionnaire it answers."""

    membership_id: int
    role: Role
    partition: Partition
    name: PersonName
    organization_name: str
    answers: dict[str, Any]
    questionnaire: str
    version: int
    is_own: bool = True


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """Somebody who was asked and has not answered. `is_at_curator`: a renewal waits for the decision."""

    membership_id: int
    name: PersonName
    is_reachable: bool
    is_at_curator: bool


@dataclass(frozen=True, slots=True)
class ReviewOverview:
    """How many of those who were asked have confirmed, and a page of the others."""

    organization_id: int
    organization_name: str
    confirmed: int
    total: int
    waiting: tuple[Unconfirmed, ...]
    page: int
    pages: int


# ---- when


def asking_day(year: int, month: int) -> date:
    """The first working day of the month."""
    day = date(year, month, 1)
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def _open_since(month: int, timezone: str, now: datetime) -> datetime | None:
    local = now.astimezone(ZoneInfo(timezone))
    if local.month != month:
        return None
    since = datetime.combine(asking_day(local.year, month), ASKED_AT, ZoneInfo(timezone)).astimezone(UTC)
    return since if since <= now else None


def _latest_season(organization: Organization, now: datetime) -> datetime:
    """When the question was asked last, this year or the year before."""
    zone = ZoneInfo(organization.timezone)
    for year in (now.year + 1, now.year, now.year - 1):
        day = asking_day(year, organization.review_month)
        since = datetime.combine(day, ASKED_AT, zone).astimezone(UTC)
        if since <= now:
            return since
    return now


# ---- asking


def tick(session: Session, *, now: datetime) -> int:
    """Ask those who are to be asked now; of those without Telegram the curators hear at once. Returns how
    many: a whole batch means that there may be more.
    """
    asked = 0
    for month, timezone in _calendars(session, now):
        since = _open_since(month, timezone, now)
        if since is None:
            continue
        for membership in session.scalars(_to_be_asked(month, timezone, since).limit(BATCH - asked)).all():
            _ask(session, membership, now)
            asked += 1
        if asked >= BATCH:
            break
    return asked


def _calendars(session: Session, now: datetime) -> Sequence[tuple[int, str]]:
    """The months and time zones of organisations that may ask now; near midnight two months are now."""
    months = {(now + timedelta(hours=hours)).month for hours in (-14, 0, 14)}
    query = select(Organization.review_month, Organization.timezone).distinct()
    found = session.execute(query.where(Organization.review_month.in_(months)))
    return [(row[0], row[1]) for row in found]


def _to_be_asked(month: int, timezone: str, since: datetime) -> Select[Membership]:
    """Active members of pairs' roles whose profile was old on the day of the question."""
    cutoff = since - FRESH
    is_old = [
        or_(moment.is_(None), moment < cutoff) for moment in (Membership.approved_at, Membership.refreshed_at)
    ]
    return (
        select(Membership)
        .join(Organization, Organization.id == Membership.organization_id)
        .join(Person, Person.id == Membership.person_id)
        .where(
            Organization.review_month == month,
            Organization.timezone == timezone,
            *_takes_part(),
            *is_old,
            Membership.created_at < cutoff,
            or_(Membership.review_asked_at.is_(None), Membership.review_asked_at < since),
        )
        .order_by(Membership.id)
    )


def _takes_part() -> tuple[ColumnElement[bool], ...]:
    return (
        Membership.role.in_(applications.PAIRED),
        Membership.status == MembershipStatus.ACTIVE,
        Person.frozen_at.is_(None),
    )


def _ask(session: Session, membership: Membership, now: datetime) -> None:
    membership.review_asked_at = now
    people = approvals.readers(session, membership)
    for person_id in people:
        _tell(session, membership, person_id, str(now.date()), now)
    if not people:
        _alert(session, membership.organization_id, OFFLINE, now, since=now)


def _tell(session: Session, membership: Membership, person_id: int, mark: str, now: datetime) -> bool:
    return outbox.notify(
        session,
        kind="review.asked",
        key=f"review.asked:{membership.id}:{person_id}:{mark}",
        person_id=person_id,
        payload={"membership_id": membership.id},
        topic=f"review:{membership.id}:{person_id}",
        due_at=now,
        now=now,
    )


def _alert(session: Session, organization_id: int, what: str, now: datetime, *, since: datetime) -> bool:
    season = _latest_season(session.get_one(Organization, organization_id), now)
    return alerts.raise_alert(
        session,
        organization_id=organization_id,
        kind=AlertKind.REVIEW_UNANSWERED,
        cause=f"review:{organization_id}:{season:%Y-%m}:{what}",
        subject={"organization_id": organization_id, "offline": what == OFFLINE},
        since=since,
        now=now,
    )


# ---- answering


def see(session: Session, membership_id: int, person_id: int, content: Content) -> ReviewView | None:
    """What the notice asks about, or None when it was answered, or is not the reader's."""
    membership = session.get(Membership, membership_id)
    if membership is None or membership.review_asked_at is None or not membership.is_active:
        return None
    if person_id not in approvals.readers(session, membership) or _at_curator(session, membership.id):
        return None
    return _view(session, membership, content, is_own=membership.person_id == person_id)


def open_one(
    session: Session, actor: Actor, membership_id: int, content: Content, *, now: datetime
) -> ReviewView:
    """The profile that is to be confirmed, for the person, a pupil's parent, or the curator of somebody
    without Telegram; a curator's look is written down. Raises NotAllowed, NoLongerCurrent.
    """
    membership = _answerable(session, actor, membership_id)
    if membership.review_asked_at is None:
        raise NoLongerCurrent
    is_own = applications.may_fill(session, actor, membership)
    if not is_own:
        _log(session, "person.seen", actor, membership, now)
    return _view(session, membership, content, is_own=membership.person_id == actor.person_id)


def confirm(
    session: Session, actor: Actor, membership_id: int, content: Content, *, now: datetime
) -> ReviewView:
    """«All is right.» Twice is once. Raises NotAllowed, NoLongerCurrent (nothing was asked, or a renewal is
    on its way).
    """
    membership = _answerable(session, actor, membership_id)
    is_own = membership.person_id == actor.person_id
    if membership.review_asked_at is None:
        if membership.refreshed_at is None or membership.refreshed_at + FRESH < now:
            raise NoLongerCurrent
        return _view(session, membership, content, is_own=is_own)
    if _at_curator(session, membership.id):
        raise NoLongerCurrent
    applications.drop_review(session, membership, now=now)
    membership.refreshed_at, membership.review_asked_at = now, None
    _log(session, "review.confirmed", actor, membership, now)
    return _view(session, membership, content, is_own=is_own)


def renew(
    session: Session, actor: Actor, membership_id: int, content: Content, *, now: datetime
) -> ApplicationView:
    """«Something has changed»: the renewal, on its summary, to be corrected and handed in. Possible at any
    time of the year. Raises NotAllowed, NoLongerCurrent (a renewal waits for a decision).
    """
    membership = _answerable(session, actor, membership_id)
    form = content.questionnaire(applications.form_key(membership.role, membership.partition))
    return applications.begin_review(session, membership, form, now=now)


def _answerable(session: Session, actor: Actor, membership_id: int) -> Membership:
    membership = session.get(Membership, membership_id)
    if membership is None or not membership.is_active or membership.role not in applications.PAIRED:
        raise NoLongerCurrent
    if not applications.may_renew(session, actor, membership):
        raise NotAllowed
    return membership


def _at_curator(session: Session, membership_id: int) -> bool:
    reviews = (Application.membership_id == membership_id, *_IS_WAITING_REVIEW)
    return session.scalar(select(Application.id).where(*reviews).limit(1)) is not None


_IS_WAITING_REVIEW = (Application.is_review.is_(True), Application.status.in_(applications.WAITING))


def _view(session: Session, membership: Membership, content: Content, *, is_own: bool) -> ReviewView:
    form = applications.profile_form(session, membership, content)
    return ReviewView(
        membership.id,
        membership.role,
        membership.partition,
        PersonName.of(membership),
        membership.organization.name,
        membership.profile | {"name": membership.person.full_name},
        form.key,
        form.version,
        is_own,
    )


# ---- who has not answered


def tick_unanswered(session: Session, *, now: datetime) -> int:
    """Tell the curators once a year that some have not answered for two weeks; take the alert back when
    everybody has. Returns how many alerts were raised or settled.
    """
    silent = select(Membership.organization_id, func.min(Membership.review_asked_at)).where(
        Membership.review_asked_at.between(now - 2 * ANSWER_TERM, now - ANSWER_TERM),
    )
    query = silent.join(Person, Person.id == Membership.person_id).where(*_unanswered(), _IS_REACHABLE)
    moved = 0
    for organization_id, since in session.execute(query.group_by(Membership.organization_id)).all():
        if not _was_raised(session, organization_id, now):
            moved += _alert(session, organization_id, SILENT, now, since=since or now)
    return moved + _settle_answered(session, now)


def _was_raised(session: Session, organization_id: int, now: datetime) -> bool:
    # Looked up first: a row that is there already would still be a write every minute.
    season = _latest_season(session.get_one(Organization, organization_id), now)
    cause = f"review:{organization_id}:{season:%Y-%m}:{SILENT}"
    return session.scalar(select(Alert.id).where(Alert.cause == cause)) is not None


def _settle_answered(session: Session, now: datetime) -> int:
    unsettled = (Alert.kind == AlertKind.REVIEW_UNANSWERED, Alert.status != AlertStatus.RESOLVED)
    settled = 0
    for alert in session.scalars(select(Alert).where(*unsettled)).all():
        if _count(session, alert.organization_id, bool(alert.subject.get("offline"))) == 0:
            alerts.resolve_cause(session, alert.cause, "answered", by_id=None, now=now)
            settled += 1
    return settled


_HAS_GUARDIAN_WITH_TELEGRAM = (
    select(Guardianship.id)
    .join(Person, Person.id == Guardianship.parent_id)
    .where(
        Guardianship.child_id == Membership.person_id,
        Guardianship.ended_at.is_(None),
        Person.chat_id.is_not(None),
    )
    .correlate(Membership)
    .exists()
)
_HAS_TELEGRAM = (
    select(Person.id)
    .where(Person.id == Membership.person_id, Person.chat_id.is_not(None))
    .correlate(Membership)
    .exists()
)
_IS_REACHABLE = or_(_HAS_TELEGRAM, and_(Membership.partition == Partition.PUPIL, _HAS_GUARDIAN_WITH_TELEGRAM))
_HAS_WAITING_REVIEW = (
    select(Application.id)
    .where(Application.membership_id == Membership.id, *_IS_WAITING_REVIEW)
    .correlate(Membership)
    .exists()
)


def _unanswered() -> tuple[ColumnElement[bool], ...]:
    """Asked, and neither confirmed nor handed a renewal in. Needs Person joined."""
    return (*_takes_part(), Membership.review_asked_at.is_not(None), ~_HAS_WAITING_REVIEW)


def _count(session: Session, organization_id: int, offline: bool) -> int:
    query = (
        select(func.count(Membership.id))
        .join(Person, Person.id == Membership.person_id)
        .where(*_unanswered(), Membership.organization_id == organization_id)
        .where(~_IS_REACHABLE if offline else _IS_REACHABLE)
    )
    return session.scalar(query) or 0


def unanswered(session: Session, actor: Actor, alert: AlertView) -> tuple[PersonName, ...]:
    """Whom an alert is about now: those without Telegram, or those who keep silent. Raises NotAllowed."""
    access.require_role(actor, alert.organization_id, *DECIDING)
    query = (
        select(Membership)
        .join(Membership.person)
        .where(*_unanswered(), Membership.organization_id == alert.organization_id)
        .where(~_IS_REACHABLE if alert.subject.get("offline") else _IS_REACHABLE)
        .options(joinedload(Membership.person))
        .order_by(Person.last_name, Membership.id)
    )
    return tuple(PersonName.of(membership) for membership in session.scalars(query))


def overview(
    session: Session, actor: Actor, organization_id: int, *, page: int = 0, now: datetime
) -> ReviewOverview:
    """For curators and heads: how many have confirmed, and who has not yet; the look is written down. Raises
    NotAllowed.
    """
    access.require_role(actor, organization_id, *DECIDING)
    organization = session.get_one(Organization, organization_id)
    access.record(
        session,
        "review.seen",
        actor_id=actor.person_id,
        organization_id=organization_id,
        subject_kind="registry",
        subject_id=organization_id,
        now=now,
    )
    return _overview(session, organization, page, now)


def _overview(session: Session, organization: Organization, page: int, now: datetime) -> ReviewOverview:
    here = (Membership.organization_id == organization.id, *_takes_part())
    season = _latest_season(organization, now)
    confirmed = session.scalar(
        select(func.count(Membership.id))
        .join(Person, Person.id == Membership.person_id)
        .where(*here, Membership.review_asked_at.is_(None), Membership.refreshed_at >= season)
    )
    open_ones = (
        select(Membership)
        .join(Membership.person)
        .where(*here, Membership.review_asked_at.is_not(None))
        .options(joinedload(Membership.person))
        .order_by(Person.last_name, Membership.id)
    )
    waiting = session.scalars(open_ones).all()
    pages = max(ceil(len(waiting) / PAGE_SIZE), 1)
    page = min(max(page, 0), pages - 1)
    shown = waiting[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    return ReviewOverview(
        organization.id,
        organization.name,
        confirmed or 0,
        (confirmed or 0) + len(waiting),
        tuple(_unconfirmed(session, one) for one in shown),
        page,
        pages,
    )


def _unconfirmed(session: Session, membership: Membership) -> Unconfirmed:
    return Unconfirmed(
        membership.id,
        PersonName.of(membership),
        bool(approvals.readers(session, membership)),
        _at_curator(session, membership.id),
    )


def remind(
    session: Session, actor: Actor, organization_id: int, *, now: datetime
) -> tuple[int, ReviewOverview]:
    """Ask once more all who have not answered; once a day. Returns how many people, and where matters stand.
    Raises NotAllowed.
    """
    access.require_role(actor, organization_id, *DECIDING)
    query = (
        select(Membership)
        .join(Membership.person)
        .where(*_unanswered(), Membership.organization_id == organization_id)
        .options(joinedload(Membership.person))
    )
    people = sum(_remind_one(session, membership, now) for membership in session.scalars(query).all())
    return people, _overview(session, session.get_one(Organization, organization_id), 0, now)


def _remind_one(session: Session, membership: Membership, now: datetime) -> bool:
    readers = approvals.readers(session, membership)
    told = [_tell(session, membership, person_id, str(now.date()), now) for person_id in readers]
    return any(told)


def _log(session: Session, act: str, actor: Actor, membership: Membership, now: datetime) -> None:
    access.record(
        session,
        act,
        actor_id=actor.person_id,
        organization_id=membership.organization_id,
        subject_kind="membership",
        subject_id=membership.id,
        now=now,
    )
