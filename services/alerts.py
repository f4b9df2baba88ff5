"""Alerts: one inbox of what needs a decision.

Raised once per cause, settled by an action or by the facts, climbing when nobody answers.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session, joinedload

from models import (
    Alert,
    AlertKind,
    AlertStatus,
    Membership,
    MembershipStatus,
    Mentorship,
    MentorshipStatus,
    Organization,
    Person,
    Role,
)
from models.delivery import Urgency
from services import access, outbox
from services.access import Actor
from services.errors import AlreadyDecided, NoLongerCurrent, NotAllowed
from services.insertion import insert_once
from services.local_time import local_moment
from services.names import PersonName

SNOOZE = timedelta(days=1)
BATCH = 50
"""So many are brought back or climb in one transaction: a thousand may have been raised on one morning."""
HOURS = 24
DIGEST_WINDOW = timedelta(days=1)
"""A digest that could not be made for longer than this is left out: the next one comes soon."""
ANSWERING_ROLES = (Role.CURATOR, Role.HEAD)
LADDER = (*ANSWERING_ROLES, Role.COORDINATOR, Role.OPERATOR)
"""Whom an alert climbs to when nobody answers: within the organisation, then to those above it."""
CLIMBS_TO_COORDINATOR = frozenset({AlertKind.DUTY_OVERDUE, AlertKind.ACT_UNREAD})
"""What a municipality and a region may hear of; what concerns people stays in their school."""
HIDDEN_FROM = "hidden_from"
RAISED_FOR = "raised_for"
"""In a subject: the role that was asked in the first place, where that is not the curator."""


@dataclass(frozen=True, slots=True)
class AlertView:
    """An alert as it is listed. `subject` holds the ids of what it is about, `about` names the person.

    `climbed`: it is with the head because the curator did not answer.
    """

    id: int
    organization_id: int
    kind: AlertKind
    status: AlertStatus
    level: Role
    subject: dict[str, Any]
    since: datetime
    urgent: bool
    resolution: str
    about: PersonName | None = None
    climbed: bool = False

    @classmethod
    def of(cls, alert: Alert, about: PersonName | None = None, *, climbed: bool = False) -> AlertView:
        return cls(
            alert.id,
            alert.organization_id,
            alert.kind,
            alert.status,
            alert.level,
            alert.subject,
            alert.since,
            alert.urgent,
            alert.resolution,
            about,
            climbed,
        )


@dataclass(frozen=True, slots=True)
class DigestLine:
    """How many open alerts of a kind there are, and since when the oldest of them waits."""

    kind: AlertKind
    count: int
    since: datetime


def raise_alert(
    session: Session,
    *,
    organization_id: int,
    kind: AlertKind,
    cause: str,
    subject: dict[str, Any],
    since: datetime,
    now: datetime,
    urgent: bool = False,
) -> bool:
    """Raise an alert and owe it to every curator of the organisation. False when the cause was raised before.

    `cause` is a key such as «application:17:1»: the same fact is never reported twice.
    `subject` holds ids, and perhaps `raised_for`: the role that is asked in place of the curators.
    `hidden_from` among the ids is the person who may neither see it nor act on it, whatever their role: a
    curator may be the very mentor whom it concerns.
    """
    organization = session.get_one(Organization, organization_id)
    values = {
        "organization_id": organization_id,
        "kind": kind,
        "cause": cause,
        "subject": subject,
        "urgent": urgent,
        "status": AlertStatus.OPEN,
        "level": _first_level(subject),
        "since": since,
        "raised_at": now,
        "climbs_at": now + timedelta(days=organization.alert_escalation_days),
        "resolution": "",
    }
    alert_id = insert_once(session, Alert, values)
    if alert_id is None:
        return False
    _tell(session, session.get_one(Alert, alert_id), now)
    return True


def _first_level(subject: dict[str, Any]) -> Role:
    return Role(subject.get(RAISED_FOR, Role.CURATOR))


def _tell(session: Session, alert: Alert, now: datetime) -> None:
    """Owe the alert to those who answer for it now. Without a curator that is the head at once."""
    people = _answering(session, alert)
    while not people and (higher := _next_level(session, alert)) is not None:
        alert.level = higher
        people = _answering(session, alert)
    # What was raised once more climbs once more: each time has its own messages.
    _owe(session, alert, people, f"{alert.level.value}:{alert.raised_at.isoformat()}", now)


def _next_level(session: Session, alert: Alert) -> Role | None:
    """The next step of the ladder, if this kind of alert may take it."""
    step = LADDER.index(alert.level) + 1
    if step == len(LADDER):
        return None
    leaves_school = LADDER[step] not in ANSWERING_ROLES
    organization = session.get_one(Organization, alert.organization_id)
    if leaves_school and organization.kind.has_staff and alert.kind not in CLIMBS_TO_COORDINATOR:
        return None
    return LADDER[step]


def tell_again(session: Session, alert: Alert, mark: str, *, now: datetime) -> int:
    """Owe the alert once more to those who answer for it. Once for each `mark`. Returns to how many."""
    return _owe(session, alert, _answering(session, alert), mark, now)


def _owe(session: Session, alert: Alert, people: Iterable[int], mark: str, now: datetime) -> int:
    return sum(
        outbox.notify(
            session,
            kind="alerts.raised",
            key=f"alert:{alert.id}:{mark}:{person_id}",
            person_id=person_id,
            payload={"alert_id": alert.id},
            topic=f"alert:{alert.id}",
            due_at=now,
            now=now,
            urgency=Urgency.URGENT if alert.urgent else Urgency.NORMAL,
        )
        for person_id in people
    )


def _answering(session: Session, alert: Alert) -> list[int]:
    """Those who answer for it now, without the one from whom it is hidden."""
    places: tuple[int, ...] = (alert.organization_id,)
    if alert.level not in ANSWERING_ROLES:
        places = access.above(session, alert.organization_id)
    people = [one for place in places for one in people_in_role(session, place, alert.level)]
    return [person_id for person_id in people if person_id != alert.subject.get(HIDDEN_FROM)]


def people_in_role(session: Session, organization_id: int, *roles: Role) -> list[int]:
    """Ids of the people who are active there in one of the roles and whose data may be processed."""
    query = (
        select(Membership.person_id)
        .join(Person, Person.id == Membership.person_id)
        .where(
            Membership.organization_id == organization_id,
            Membership.role.in_(roles),
            Membership.status == MembershipStatus.ACTIVE,
            Person.frozen_at.is_(None),
        )
        .order_by(Membership.person_id)
        .distinct()
    )
    return list(session.scalars(query))


def resolve_cause(session: Session, cause: str, resolution: str, *, by_id: int | None, now: datetime) -> None:
    """Settle the alert of this cause, if it is still open. `by_id=None`: the facts did it."""
    alert = session.scalars(select(Alert).where(Alert.cause == cause)).one_or_none()
    if alert is not None and alert.status != AlertStatus.RESOLVED:
        _resolve(session, alert, resolution, by_id, now)


def settle_ended_pairs(session: Session, kinds: Collection[AlertKind], *, now: datetime) -> int:
    """What was asked about a pair that goes on no longer needs no answer. Returns how many were settled."""
    query = (
        select(Alert)
        .join(Mentorship, Mentorship.id == Alert.subject["mentorship_id"].as_integer())
        .where(
            Alert.kind.in_(kinds),
            Alert.status != AlertStatus.RESOLVED,
            Mentorship.status != MentorshipStatus.ACTIVE,
        )
    )
    found = session.scalars(query).all()
    for alert in found:
        _resolve(session, alert, "pair_ended", None, now)
    return len(found)


def _resolve(session: Session, alert: Alert, resolution: str, by_id: int | None, now: datetime) -> None:
    alert.resolve(resolution, by_id, now)
    outbox.cancel_topic(session, f"alert:{alert.id}", now=now)


def reopen_cause(session: Session, cause: str, *, since: datetime, now: datetime) -> bool:
    """What the facts had settled is true again: the alert is as it was when it was raised, and is told once
    more to those who were asked first. False when there is none, or it is not settled.
    """
    alert = session.scalars(select(Alert).where(Alert.cause == cause)).one_or_none()
    if alert is None or alert.status != AlertStatus.RESOLVED:
        return False
    organization = session.get_one(Organization, alert.organization_id)
    alert.reopen(since, now, climbs_at=now + timedelta(days=organization.alert_escalation_days))
    alert.level = _first_level(alert.subject)
    _tell(session, alert, now)
    return True


def open_alerts(
    session: Session, actor: Actor, *, offset: int = 0, limit: int = 8
) -> tuple[list[AlertView], int]:
    """What waits for the actor's decision, urgent and then oldest first, and how many there are in all.

    A curator sees all that is open and was not put to the head in the first place; a head, a coordinator and
    an operator what has come up to them.
    """
    query = select(Alert).where(*_inbox(actor)).order_by(Alert.urgent.desc(), Alert.since, Alert.id)
    found = session.scalars(query.offset(offset).limit(limit)).all()
    names = _names(session, found)
    return [AlertView.of(alert, names.get(alert.id)) for alert in found], count_open(session, actor)


def count_open(session: Session, actor: Actor) -> int:
    """How many alerts wait for the actor's decision."""
    return session.scalar(select(func.count()).select_from(Alert).where(*_inbox(actor))) or 0


Places = Callable[..., tuple[int, ...]]


def _inbox(actor: Actor) -> tuple[ColumnElement[bool], ...]:
    """What is listed: of the participation that is shown, or of all when that one has no inbox; a notice may
    have led here.
    """
    return _open_for(actor, actor.organizations if actor.sees_as(*LADDER) else actor.places)


def _open_for(actor: Actor, places: Places) -> tuple[ColumnElement[bool], ...]:
    for_curators = Alert.subject[RAISED_FOR].as_string().is_(None)
    as_curator = and_(Alert.organization_id.in_(places(Role.CURATOR)), for_curators)
    risen = [
        and_(Alert.organization_id.in_(here), Alert.level.in_(LADDER[LADDER.index(role) :]))
        for role, here in _places_by_role(places)
    ]
    hidden_from = Alert.subject[HIDDEN_FROM].as_integer()
    not_hidden = or_(hidden_from.is_(None), hidden_from != actor.person_id)
    return Alert.status == AlertStatus.OPEN, or_(as_curator, *risen), not_hidden


def _places_by_role(places: Places) -> Iterator[tuple[Role, Select[tuple[int]] | tuple[int, ...]]]:
    """The organisations whose risen alerts reach the actor in each role."""
    yield Role.HEAD, places(Role.HEAD)
    for role in access.TERRITORY_ROLES:
        if here := places(role):
            yield role, here
            yield role, access.below(here)


def _names(session: Session, found: Sequence[Alert]) -> dict[int, PersonName]:
    """Whom each alert is about, by the id of the alert: the first membership that its subject names."""
    memberships = {one for alert in found for one in _membership_ids(alert)}
    people = {alert.subject["person_id"] for alert in found if "person_id" in alert.subject}
    if not memberships and not people:
        return {}
    named = or_(Membership.id.in_(memberships), Membership.person_id.in_(people))
    query = select(Membership).where(named).options(joinedload(Membership.person)).order_by(Membership.id)
    known = session.scalars(query).all()
    concerned = ((alert.id, _concerned(alert, known)) for alert in found)
    return {alert_id: PersonName.of(membership) for alert_id, membership in concerned if membership}


def _membership_ids(alert: Alert) -> list[int]:
    several = alert.subject.get("membership_ids", [])
    return [alert.subject["membership_id"], *several] if "membership_id" in alert.subject else several


def _concerned(alert: Alert, known: Sequence[Membership]) -> Membership | None:
    ids, person_id = _membership_ids(alert), alert.subject.get("person_id")
    here = (one for one in known if one.organization_id == alert.organization_id)
    return next((one for one in here if one.id in ids or one.person_id == person_id), None)


def see(session: Session, actor: Actor, alert_id: int) -> AlertView:
    """One alert. Raises NotAllowed for those who do not answer for it, NoLongerCurrent when it is gone."""
    alert = _answerable(session, actor, alert_id)
    return AlertView.of(alert, _names(session, [alert]).get(alert.id), climbed=_has_climbed(session, alert))


def open_one(session: Session, actor: Actor, alert_id: int, *, now: datetime) -> AlertView:
    """One alert; looking at it is written to the audit log. Raises NotAllowed, NoLongerCurrent."""
    shown = see(session, actor, alert_id)
    access.record(
        session,
        "alert.seen",
        actor_id=actor.person_id,
        organization_id=shown.organization_id,
        subject_kind="alert",
        subject_id=alert_id,
        now=now,
    )
    return shown


def _has_climbed(session: Session, alert: Alert) -> bool:
    if alert.subject.get(RAISED_FOR) == alert.level:
        return False
    # Where there is no curator, it went to the head at once and nobody has kept it waiting.
    hidden_from = alert.subject.get(HIDDEN_FROM)
    curators = people_in_role(session, alert.organization_id, Role.CURATOR)
    return alert.level != Role.CURATOR and any(one != hidden_from for one in curators)


def snooze(session: Session, actor: Actor, alert_id: int, *, now: datetime) -> AlertView:
    """Put it off for a day. Raises AlreadyDecided, NotAllowed, NoLongerCurrent."""
    alert = _undecided(session, actor, alert_id)
    alert.snooze(now + SNOOZE)
    return AlertView.of(alert)


def put_off(
    session: Session,
    actor: Actor,
    kinds: Collection[AlertKind],
    about: tuple[str, int],
    *,
    now: datetime,
) -> None:
    """Something was done about a subject, such as («task_id», 17): what is open about it and waits for the
    actor comes back in a day, if the facts have not settled it by then.
    """
    name, number = about
    found = select(Alert).where(
        *_open_for(actor, actor.places), Alert.kind.in_(kinds), Alert.subject[name].as_integer() == number
    )
    for alert in session.scalars(found).all():
        alert.snooze(now + SNOOZE)


def acknowledge(
    session: Session, actor: Actor, alert_id: int, resolution: str, *, now: datetime
) -> AlertView:
    """Settle it by hand («talked to them», «seen»). Raises AlreadyDecided, NotAllowed, NoLongerCurrent."""
    alert = _undecided(session, actor, alert_id)
    _resolve(session, alert, resolution, actor.person_id, now)
    access.record(
        session,
        f"alert.{resolution}"[:64],
        actor_id=actor.person_id,
        organization_id=alert.organization_id,
        subject_kind="alert",
        subject_id=alert.id,
        now=now,
    )
    return AlertView.of(alert)


def _answerable(session: Session, actor: Actor, alert_id: int) -> Alert:
    alert = session.get(Alert, alert_id)
    if alert is None:
        raise NoLongerCurrent
    if actor.participation(*ANSWERING_ROLES, organization_id=alert.organization_id) is None:
        _require_risen(session, actor, alert)
    if alert.subject.get(HIDDEN_FROM) == actor.person_id:
        raise NotAllowed
    return alert


def _require_risen(session: Session, actor: Actor, alert: Alert) -> None:
    """Raises NotAllowed unless the alert has come up to the actor's municipality or region."""
    if alert.level in ANSWERING_ROLES:
        raise NotAllowed
    places = access.above(session, alert.organization_id)
    reached = access.TERRITORY_ROLES[: access.TERRITORY_ROLES.index(alert.level) + 1]
    if not any(actor.participation(*reached, organization_id=place) for place in places):
        raise NotAllowed


def _undecided(session: Session, actor: Actor, alert_id: int) -> Alert:
    alert = _answerable(session, actor, alert_id)
    if alert.status == AlertStatus.RESOLVED:
        raise AlreadyDecided(outcome=alert.resolution)
    return alert


def wake(session: Session, *, now: datetime) -> int:
    """A tick: bring back what was put off, and let climb what nobody answered. Returns how many: a whole
    batch means that there may be more.
    """
    snoozed = select(Alert).where(Alert.status == AlertStatus.SNOOZED, Alert.snoozed_until <= now)
    woken = session.scalars(snoozed.order_by(Alert.snoozed_until, Alert.id).limit(BATCH)).all()
    for alert in woken:
        _wake_one(session, alert, now)
    unanswered = select(Alert).where(Alert.status == AlertStatus.OPEN, Alert.climbs_at <= now)
    oldest_first = unanswered.order_by(Alert.climbs_at, Alert.id)
    climbing = session.scalars(oldest_first.limit(BATCH - len(woken))).all()
    for alert in climbing:
        _climb(session, alert, now)
    return len(woken) + len(climbing)


def _climb(session: Session, alert: Alert, now: datetime) -> None:
    """One step up; it waits there as long as it waited here, if there is a step above."""
    alert.climbs_at = None
    higher = _next_level(session, alert)
    if higher is None:
        return
    before, alert.level = alert.level, higher
    if higher not in ANSWERING_ROLES and not _answering(session, alert):
        # Nobody stands above the school: it stays with the head.
        alert.level = before
        return
    _tell(session, alert, now)
    organization = session.get_one(Organization, alert.organization_id)
    if _next_level(session, alert) is not None:
        alert.climbs_at = now + timedelta(days=organization.alert_escalation_days)


def _wake_one(session: Session, alert: Alert, now: datetime) -> None:
    until = alert.snoozed_until or now
    alert.status, alert.snoozed_until = AlertStatus.OPEN, None
    organization = session.get_one(Organization, alert.organization_id)
    alert.climbs_at = now + timedelta(days=organization.alert_escalation_days)
    tell_again(session, alert, f"woken:{until.isoformat()}", now=now)


def report_blocked(session: Session, person_id: int, *, now: datetime) -> None:
    """The person blocked the bot: mark it, take back what waits for them, raise an alert (fault 22)."""
    person = session.get_one(Person, person_id)
    if person.blocked_at is not None:
        return
    person.blocked_at = now
    outbox.cancel_person(session, person_id, now=now)
    for organization_id in _organizations_of(session, person_id):
        raise_alert(
            session,
            organization_id=organization_id,
            kind=AlertKind.BOT_BLOCKED,
            cause=f"blocked:{person_id}:{organization_id}:{now.isoformat()}",
            subject={"person_id": person_id},
            since=now,
            now=now,
        )


def report_back(session: Session, person_id: int, *, now: datetime) -> None:
    """The person opened the bot again: messages flow, and the alerts about the block are settled by that."""
    person = session.get_one(Person, person_id)
    if person.blocked_at is None:
        return
    person.blocked_at = None
    unsettled = (Alert.kind == AlertKind.BOT_BLOCKED, Alert.status != AlertStatus.RESOLVED)
    for alert in session.scalars(select(Alert).where(*unsettled)):
        if alert.subject.get("person_id") == person_id:
            _resolve(session, alert, "came_back", None, now)


def report_undelivered(session: Session, person_id: int, notification_id: int, *, now: datetime) -> None:
    """A message to this person was rejected for good."""
    for organization_id in _organizations_of(session, person_id):
        raise_alert(
            session,
            organization_id=organization_id,
            kind=AlertKind.UNDELIVERED,
            cause=f"undelivered:{notification_id}:{organization_id}",
            subject={"person_id": person_id, "notification_id": notification_id},
            since=now,
            now=now,
        )


def _organizations_of(session: Session, person_id: int) -> Collection[int]:
    return session.scalars(
        select(Membership.organization_id).where(Membership.person_id == person_id).distinct()
    ).all()


def tick_digest(session: Session, *, now: datetime) -> int:
    """A tick: on the weekday and at the local hour of the organisation (by default Monday 08:00) owe every
    curator a summary of what is open. Of several organisations the earliest in the week counts.
    """
    owed = 0
    for person_id, timezone, week_hour, oldest in _curators_with_open_alerts(session):
        due_at = _digest_moment(now, timezone, week_hour)
        if oldest < due_at <= now < due_at + DIGEST_WINDOW:
            owed += _owe_digest(session, person_id, due_at, timezone, now)
    return owed


def _curators_with_open_alerts(session: Session) -> list[tuple[int, str, int, datetime]]:
    """Person, time zone, the hour of the week, and when the oldest open alert was raised."""
    query = (
        select(
            Membership.person_id,
            func.coalesce(func.min(Person.timezone), func.min(Organization.timezone)),
            func.min(Organization.digest_weekday * HOURS + Organization.digest_hour),
            func.min(Alert.raised_at),
        )
        .join(Person, Person.id == Membership.person_id)
        .join(Organization, Organization.id == Membership.organization_id)
        .join(Alert, Alert.organization_id == Membership.organization_id)
        .where(
            Alert.status == AlertStatus.OPEN,
            Membership.role == Role.CURATOR,
            Membership.status == MembershipStatus.ACTIVE,
            Person.frozen_at.is_(None),
        )
        .group_by(Membership.person_id)
        .order_by(Membership.person_id)
    )
    return [(row[0], row[1] or "UTC", row[2], row[3]) for row in session.execute(query)]


def _digest_moment(now: datetime, timezone: str, week_hour: int) -> datetime:
    """The last moment up to `now` at which it was that hour of the local week, in UTC."""
    weekday, hour = divmod(week_hour, HOURS)
    local = now.astimezone(ZoneInfo(timezone))
    day = local.date() - timedelta(days=(local.weekday() - weekday) % 7)
    due_at = local_moment(day, time(hour), timezone)
    return due_at if due_at <= now else local_moment(day - timedelta(days=7), time(hour), timezone)


def _owe_digest(session: Session, person_id: int, due_at: datetime, timezone: str, now: datetime) -> bool:
    year, week, _ = due_at.astimezone(ZoneInfo(timezone)).isocalendar()
    return outbox.notify(
        session,
        kind="alerts.digest",
        key=f"alerts:digest:{person_id}:{year}-W{week:02d}",
        person_id=person_id,
        payload={},
        due_at=due_at,
        now=now,
        expires_at=due_at + DIGEST_WINDOW,
    )


def digest(session: Session, actor: Actor) -> tuple[DigestLine, ...]:
    """All open alerts of the actor by kind, the most frequent first, whichever participation is shown."""
    query = (
        select(Alert.kind, func.count(), func.min(Alert.since))
        .where(*_open_for(actor, actor.places))
        .group_by(Alert.kind)
        .order_by(func.count().desc(), Alert.kind)
    )
    return tuple(DigestLine(kind, count, since) for kind, count, since in session.execute(query))
