"""«I have read the order»: to whom an act was sent, who has read it, who has not yet, and newcomers who get
it when they join. Source of the rules: N-O-5, L-O-5.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, Select, and_, exists, false, func, literal, or_, select
from sqlalchemy.orm import Session, joinedload

from models import (
    Acknowledgement,
    Alert,
    AlertKind,
    AlertStatus,
    LocalAct,
    Membership,
    MembershipStatus,
    Organization,
    Person,
    Role,
)
from models.organization import OrganizationKind
from services import access, alerts, local_acts, outbox
from services.access import Actor
from services.duty_reminders import (
    WORKING_MORNING,
)
from services.errors import NoLongerCurrent, NotAllowed, ServiceError
from services.insertion import insert_once
from services.local_acts import ActCard
from services.local_time import local_moment, today_in
from services.names import PersonName

PAGE_SIZE = 10
LATEST = timedelta(days=366)
BATCH = 200
"""So many newcomers are asked in one transaction."""


class Audience(StrEnum):
    """Who is to read an act. The last two are the people of all organisations below a municipality."""

    EVERYBODY = "everybody"
    MENTEES = "mentees"
    MENTORS = "mentors"
    CURATORS = "curators"
    HEADS = "heads"
    COORDINATORS = "coordinators"
    SCHOOL_HEADS = "school_heads"
    SCHOOL_CURATORS = "school_curators"


ROLES = {
    Audience.EVERYBODY: tuple(Role),
    Audience.MENTEES: (Role.MENTEE,),
    Audience.MENTORS: (Role.MENTOR,),
    Audience.CURATORS: (Role.CURATOR,),
    Audience.HEADS: (Role.HEAD,),
    Audience.COORDINATORS: (Role.COORDINATOR, Role.OPERATOR),
    Audience.SCHOOL_HEADS: (Role.HEAD,),
    Audience.SCHOOL_CURATORS: (Role.CURATOR,),
}
BELOW = (Audience.SCHOOL_HEADS, Audience.SCHOOL_CURATORS)
IN_SCHOOL = (
    Audience.EVERYBODY,
    Audience.MENTEES,
    Audience.MENTORS,
    Audience.CURATORS,
    Audience.HEADS,
)
IN_TERRITORY = (*BELOW, Audience.COORDINATORS)


class NobodyToAsk(ServiceError):
    """Everybody of this audience has been asked already, or there is nobody."""


class DayNotAhead(ServiceError):
    """The day by which an act is to be read is today or later, within a year."""


class EverybodyHasRead(ServiceError):
    """There is nobody to be reminded."""


class ReadersRemindedToday(ServiceError):
    """Those who have not read the act were reminded today; once a day is enough."""


class NotSentYet(ServiceError):
    """Nobody was asked to read the act."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who was asked. `organization` is named when several are concerned."""

    name: PersonName
    organization: str
    asked_at: datetime
    acknowledged_at: datetime | None


@dataclass(frozen=True, slots=True)
class ReadersPage:
    """Those who have not read it yet first. Counts are of all pages."""

    act: ActCard
    readers: tuple[Reader, ...]
    asked: int
    read: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class ReadersList:
    """Everybody who was asked, for a file. `full_names`: the file may show them in full."""

    act: ActCard
    readers: tuple[Reader, ...]
    full_names: bool
    made_at: datetime


def audiences(kind: OrganizationKind) -> tuple[Audience, ...]:
    """To whom an organisation of this kind may send its acts."""
    return IN_SCHOOL if kind.has_staff else IN_TERRITORY


def _meant(act: LocalAct, audience: Collection[Audience]) -> ColumnElement[bool]:
    """Memberships of those for whom the act is."""
    here = {role for one in audience if one not in BELOW for role in ROLES[one]}
    below = {role for one in audience if one in BELOW for role in ROLES[one]}
    schools = select(Organization.id).where(
        Organization.id.in_(access.below((act.organization_id,))),
        Organization.kind == OrganizationKind.SCHOOL,
    )
    return or_(
        and_(Membership.organization_id == act.organization_id, Membership.role.in_(here))
        if here
        else false(),
        and_(Membership.organization_id.in_(schools), Membership.role.in_(below)) if below else false(),
    )


def _unasked(act: LocalAct, audience: Collection[Audience]) -> Select[int]:
    """The people of the audience who have not been asked. Its author has read it."""
    asked = exists().where(
        Acknowledgement.act_id == act.id, Acknowledgement.person_id == Membership.person_id
    )
    return (
        select(Membership.person_id)
        .join(Person, Person.id == Membership.person_id)
        .where(
            _meant(act, audience),
            Membership.status == MembershipStatus.ACTIVE,
            Membership.person_id != (act.created_by_id or 0),
            Person.frozen_at.is_(None),
            ~asked,
        )
        .distinct()
        .order_by(Membership.person_id)
    )


def check_day(act_by: date | None, timezone: str, *, now: datetime) -> None:
    """Raises DayNotAhead for a day that is past or more than a year away."""
    if act_by is None:
        return
    today = today_in(timezone, now)
    if not today <= act_by <= today + LATEST:
        raise DayNotAhead


def ask(
    session: Session,
    actor: Actor,
    act_id: int,
    audience: Audience,
    acknowledge_by: date | None,
    *,
    now: datetime,
) -> tuple[ActCard, int]:
    """Send an act to be read, by a day or without one. Returns its card and how many were asked now.

    Raises NobodyToAsk, DayNotAhead, NotAllowed, NoLongerCurrent.
    """
    act = local_acts.managed(session, actor, act_id)
    if audience not in audiences(act.organization.kind):
        raise NoLongerCurrent
    check_day(acknowledge_by, act.organization.timezone, now=now)
    people = [one for one in session.scalars(_unasked(act, (audience,))) if one != actor.person_id]
    if not people:
        raise NobodyToAsk
    before = _cause(act)
    act.audience = " ".join(dict.fromkeys((*act.audience.split(), audience.value)))
    act.acknowledge_by = acknowledge_by
    _ask_people(session, act, people, now)
    alerts.resolve_cause(session, before, "asked_again", by_id=actor.person_id, now=now)
    local_acts.record(session, actor, "act.sent", act, now)
    return local_acts.see(session, actor, act_id), len(people)


def _ask_people(session: Session, act: LocalAct, people: Iterable[int], now: datetime) -> int:
    asked = 0
    for person_id in people:
        row = {"act_id": act.id, "person_id": person_id, "asked_at": now}
        if insert_once(session, Acknowledgement, row) is None:
            continue
        asked += 1
        _owe(session, "acts.to_read", f"act:{act.id}:{person_id}", act, person_id, now)
    session.expire(act, ["acknowledgements"])
    return asked


def _owe(session: Session, kind: str, key: str, act: LocalAct, person_id: int, now: datetime) -> bool:
    return outbox.notify(
        session,
        kind=kind,
        key=key,
        person_id=person_id,
        payload={"act_id": act.id},
        topic=_topic(act.id, person_id),
        due_at=now,
        now=now,
    )


def _topic(act_id: int, person_id: int) -> str:
    return f"act:{act_id}:{person_id}"


def _cause(act: LocalAct) -> str:
    """Once for every day that was set: a later one may pass, too."""
    return f"act-unread:{act.id}:{act.acknowledge_by}"


def to_read(session: Session, person_id: int, act_id: int) -> ActCard | None:
    """The act for the notice to somebody asked; None when they have read it, or it is gone."""
    act = session.get(LocalAct, act_id)
    own = _own(session, person_id, act_id)
    if act is None or own is None or own.acknowledged_at is not None:
        return None
    return local_acts.card(session, act, own, manages=False)


def _own(session: Session, person_id: int, act_id: int) -> Acknowledgement | None:
    return session.scalars(
        select(Acknowledgement).where(
            Acknowledgement.act_id == act_id, Acknowledgement.person_id == person_id
        )
    ).one_or_none()


def acknowledge(session: Session, actor: Actor, act_id: int, *, now: datetime) -> ActCard:
    """«I have read it.» A second tap changes nothing: the first moment counts. Raises NotAllowed."""
    own = _own(session, actor.person_id, act_id)
    if own is None:
        raise NotAllowed
    if own.acknowledged_at is None:
        own.acknowledged_at = now
        outbox.cancel_topic(session, _topic(act_id, actor.person_id), now=now)
        session.flush()
        local_acts.record(session, actor, "act.acknowledged", own.act, now)
        _settle_when_read(session, own.act, now)
    return local_acts.see(session, actor, act_id)


def _settle_when_read(session: Session, act: LocalAct, now: datetime) -> None:
    if not session.scalars(_pending(act.id)).first():
        alerts.resolve_cause(session, _cause(act), "read", by_id=None, now=now)


def _pending(act_id: int) -> Select[int]:
    """The people who were asked and have not read it, of those who still take part."""
    return (
        select(Acknowledgement.person_id)
        .join(Person, Person.id == Acknowledgement.person_id)
        .where(Acknowledgement.act_id == act_id, *_UNREAD)
        .order_by(Acknowledgement.person_id)
    )


_UNREAD = (
    Acknowledgement.acknowledged_at.is_(None),
    Person.frozen_at.is_(None),
    exists().where(
        Membership.person_id == Acknowledgement.person_id, Membership.status == MembershipStatus.ACTIVE
    ),
)
"""Not read, by somebody who still takes part."""


def own_unread(session: Session, actor: Actor) -> tuple[ActCard, ...]:
    """What the actor is to read and has not, the oldest first."""
    query = (
        select(Acknowledgement)
        .where(Acknowledgement.person_id == actor.person_id, Acknowledgement.acknowledged_at.is_(None))
        .options(joinedload(Acknowledgement.act))
        .order_by(Acknowledgement.id)
        .limit(PAGE_SIZE)
    )
    return tuple(local_acts.card(session, one.act, one, manages=False) for one in session.scalars(query))


# ---- who has, who has not


def readers(session: Session, actor: Actor, act_id: int, *, page: int = 0, now: datetime) -> ReadersPage:
    """Who has read the act and who has not yet; the look is recorded. Raises NotSentYet, NotAllowed,
    NoLongerCurrent.
    """
    act = local_acts.managed(session, actor, act_id)
    every = _all_readers(session, act)
    if not every:
        raise NotSentYet
    access.record_look(
        session,
        actor,
        "act.readers_seen",
        act.organization_id,
        subject_kind="act",
        subject_id=act_id,
        now=now,
    )
    pages = max(1, -(-len(every) // PAGE_SIZE))
    page = min(max(page, 0), pages - 1)
    return ReadersPage(
        local_acts.see(session, actor, act_id),
        tuple(every[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]),
        len(every),
        sum(one.acknowledged_at is not None for one in every),
        page,
        pages,
    )


def _all_readers(session: Session, act: LocalAct) -> list[Reader]:
    """Unread first, then by organisation and name; who withdrew the consent is left out."""
    query = (
        select(Acknowledgement, Membership)
        .join(Person, Person.id == Acknowledgement.person_id)
        .join(Membership, Membership.person_id == Person.id)
        .options(joinedload(Membership.person), joinedload(Membership.organization))
        .where(
            Acknowledgement.act_id == act.id,
            Person.frozen_at.is_(None),
            or_(
                Membership.organization_id == act.organization_id,
                Membership.organization_id.in_(access.below((act.organization_id,))),
            ),
        )
        .order_by(Membership.status == MembershipStatus.LEFT, Membership.id)
    )
    found: dict[int, Reader] = {}
    for one, membership in session.execute(query):
        if one.person_id not in found:
            found[one.person_id] = _reader(act, one, membership)
    return sorted(
        found.values(), key=lambda one: (one.acknowledged_at is not None, one.organization, one.name.full)
    )


def _reader(act: LocalAct, one: Acknowledgement, membership: Membership) -> Reader:
    elsewhere = membership.organization_id != act.organization_id
    organization = membership.organization.name if elsewhere else ""
    return Reader(PersonName.of(membership), organization, one.asked_at, one.acknowledged_at)


def export(session: Session, actor: Actor, act_id: int, *, now: datetime) -> ReadersList:
    """The acknowledgement list; taking it out leaves a trace. Curators and heads get full names, those above
    the schools the names as the chat shows them. Raises NotSentYet, NotAllowed, NoLongerCurrent.
    """
    act = local_acts.managed(session, actor, act_id)
    every = _all_readers(session, act)
    if not every:
        raise NotSentYet
    local_acts.record(session, actor, "act.list_exported", act, now)
    in_order = sorted(every, key=lambda one: (one.organization, one.name.full))
    return ReadersList(
        local_acts.see(session, actor, act_id), tuple(in_order), act.organization.kind.has_staff, now
    )


def nudge(session: Session, actor: Actor, act_id: int, *, now: datetime) -> int:
    """Remind everybody who has not read it, at most once a local day. Returns how many.

    Raises NotSentYet, EverybodyHasRead, ReadersRemindedToday, NotAllowed, NoLongerCurrent.
    """
    act = local_acts.managed(session, actor, act_id)
    if not act.audience:
        raise NotSentYet
    pending = session.scalars(_pending(act_id)).all()
    if not pending:
        raise EverybodyHasRead
    reminded = _remind(session, act, pending, now)
    if not reminded:
        raise ReadersRemindedToday
    local_acts.record(session, actor, "act.nudged", act, now)
    return reminded


def _remind(session: Session, act: LocalAct, people: Sequence[int], now: datetime) -> int:
    today = today_in(act.organization.timezone, now).isoformat()
    return sum(
        _owe(session, "acts.reminder", f"act:{act.id}:nudge:{today}:{one}", act, one, now) for one in people
    )


# ---- time


def tick_newcomers(session: Session, *, now: datetime) -> int:
    """A tick: whoever has joined since an act was sent gets it, too, while it is open: until its day is over,
    and without a day for a year. Returns how many were asked.
    """
    asked = 0
    for act in _open_acts(session, now):
        audience = [Audience(one) for one in act.audience.split() if one in set(Audience)]
        people = session.scalars(_unasked(act, audience).limit(BATCH - asked)).all()
        asked += _ask_people(session, act, people, now)
        if asked >= BATCH:
            break
    return asked


def _open_acts(session: Session, now: datetime) -> Sequence[LocalAct]:
    """Sent, not replaced by a newer one, and lacking somebody: of all the acts of all schools few are left,
    and only these are looked at one by one.
    """
    today = now.date() - timedelta(days=1)
    year_ago = now - timedelta(days=365)
    newer = select(LocalAct.replaces_id).where(LocalAct.replaces_id.is_not(None))
    query = select(LocalAct).where(
        LocalAct.audience != "",
        or_(
            LocalAct.acknowledge_by >= today,
            and_(LocalAct.acknowledge_by.is_(None), LocalAct.created_at > year_ago),
        ),
        LocalAct.id.not_in(newer),
        or_(_has_newcomers(), *(_sent_to(one) for one in BELOW)),
    )
    found = session.scalars(query.order_by(LocalAct.id)).all()
    return [one for one in found if _is_open(one, now)]


def _sent_to(audience: Audience) -> ColumnElement[bool]:
    """Among the words of an act's audience; some of them are the ends of others."""
    return (literal(" ") + LocalAct.audience + literal(" ")).contains(f" {audience.value} ")


def _has_newcomers() -> ColumnElement[bool]:
    """Is there somebody at the act's own organisation who is meant and was not asked?"""
    meant = [and_(_sent_to(one), Membership.role.in_(ROLES[one])) for one in Audience if one not in BELOW]
    asked = exists().where(
        Acknowledgement.act_id == LocalAct.id, Acknowledgement.person_id == Membership.person_id
    )
    return exists().where(
        Membership.organization_id == LocalAct.organization_id,
        Membership.status == MembershipStatus.ACTIVE,
        Membership.person_id != func.coalesce(LocalAct.created_by_id, 0),
        or_(*meant),
        ~asked,
    )


def _is_open(act: LocalAct, now: datetime) -> bool:
    return act.acknowledge_by is None or today_in(act.organization.timezone, now) <= act.acknowledge_by


def tick_unread(session: Session, *, now: datetime) -> int:
    """A tick: on the morning after the day, those who decide learn who has not read it. Once for each day
    that was set. What nobody is waited for any more is settled. Returns how many alerts it raised or settled.
    """
    settled = _settle_over(session, now)
    unread = exists().where(Acknowledgement.act_id == LocalAct.id, Acknowledgement.acknowledged_at.is_(None))
    recent = now.date() - timedelta(days=30)
    query = select(LocalAct).where(
        LocalAct.audience != "",
        LocalAct.acknowledge_by < now.date() + timedelta(days=1),
        # Whoever was silent for longer has been told of; the query stays short over the years.
        LocalAct.acknowledge_by >= recent,
        unread,
    )
    over = [one for one in session.scalars(query).all() if now >= _reported_at(one)]
    told = set(session.scalars(select(Alert.cause).where(Alert.kind == AlertKind.ACT_UNREAD))) if over else ()
    return settled + sum(_report(session, act, now) for act in over if _cause(act) not in told)


def _settle_over(session: Session, now: datetime) -> int:
    """Alerts about people who have left since, or withdrawn the consent."""
    waiting = (Alert.kind == AlertKind.ACT_UNREAD, Alert.status != AlertStatus.RESOLVED)
    found = session.scalars(select(Alert).where(*waiting)).all()
    acts = {int(alert.subject["act_id"]) for alert in found}
    unread = set(session.scalars(_waited_for(acts))) if acts else set()
    over = [alert for alert in found if int(alert.subject["act_id"]) not in unread]
    for alert in over:
        alerts.resolve_cause(session, alert.cause, "nobody_left", by_id=None, now=now)
    return len(over)


def _waited_for(act_ids: Collection[int]) -> Select[int]:
    """Those of the acts that somebody who still takes part has not read."""
    return (
        select(Acknowledgement.act_id)
        .join(Person, Person.id == Acknowledgement.person_id)
        .where(Acknowledgement.act_id.in_(act_ids), *_UNREAD)
        .distinct()
    )


def _reported_at(act: LocalAct) -> datetime:
    day = (act.acknowledge_by or date.max - timedelta(days=1)) + timedelta(days=1)
    return local_moment(day, WORKING_MORNING, act.organization.timezone)


def _report(session: Session, act: LocalAct, now: datetime) -> bool:
    if act.acknowledge_by is None or not session.scalars(_pending(act.id)).first():
        return False
    return alerts.raise_alert(
        session,
        organization_id=act.organization_id,
        kind=AlertKind.ACT_UNREAD,
        cause=_cause(act),
        subject={"act_id": act.id},
        since=local_moment(act.acknowledge_by + timedelta(days=1), time(0), act.organization.timezone),
        now=now,
    )


def unread_card(session: Session, actor: Actor, act_id: int) -> ReadersPage | None:
    """For the card of the alert: None when everybody has read it meanwhile. Those above a school see numbers
    only. Raises NotAllowed, NoLongerCurrent.
    """
    act = session.get(LocalAct, act_id)
    if act is None:
        raise NoLongerCurrent
    manages = actor.participation(*access.DECIDING_ROLES, organization_id=act.organization_id) is not None
    if not manages and act.organization_id not in access.territory(session, actor):
        raise NotAllowed
    if not session.scalars(_pending(act_id)).first():
        return None
    every = _all_readers(session, act)
    return ReadersPage(
        local_acts.card(session, act, None, manages=manages),
        tuple(every[:PAGE_SIZE]) if manages else (),
        len(every),
        sum(one.acknowledged_at is not None for one in every),
        0,
        1,
    )


def count_unread(session: Session, actor: Actor) -> int:
    """How many acts the actor is still to read."""
    query = select(func.count()).select_from(Acknowledgement)
    unread = (Acknowledgement.person_id == actor.person_id, Acknowledgement.acknowledged_at.is_(None))
    return session.scalar(query.where(*unread)) or 0


def offered(session: Session, actor: Actor, act_id: int) -> tuple[Audience, ...]:
    """To whom the actor may send an act. Raises NotAllowed, NoLongerCurrent."""
    act = local_acts.managed(session, actor, act_id)
    return audiences(act.organization.kind)
