"""Pausing, leaving, coming back, changing schools: what becomes of a participation and of all that hangs on
it.

History stays with the organisation where it happened: a former member's pairs, meetings, duties and feedback
are not touched. Coming back brings the profile as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import and_, or_, select, update
from sqlalchemy.orm import Session

from models import (
    Alert,
    AlertKind,
    AlertStatus,
    Application,
    ConsentKind,
    Invitation,
    Membership,
    MembershipStatus,
    Occurrence,
    Person,
    Role,
)
from models.person import AGE_OF_MAJORITY
from models.roadmap import SETTLED
from services import access, alerts, applications, consent_records, meetings, mentorships, outbox
from services.access import Actor
from services.errors import NoLongerCurrent, NotAllowed, ServiceError
from services.local_time import today_in
from services.names import PersonName

KEEPERS = (Role.CURATOR, Role.HEAD)
SELF_SERVED = (Role.MENTEE, Role.MENTOR, Role.COUNCIL, Role.PSYCHOLOGIST, Role.TUTOR, Role.EDITOR)
"""Who pauses and leaves by their own hand. Curators speak with the head, heads with those above them, a
parent's part ends with the consent they gave.
"""
KEPT_BY = {Role.CURATOR: (Role.HEAD,)} | dict.fromkeys(SELF_SERVED, KEEPERS)


class OwnConsentFirst(ServiceError):
    """The person has come of age and has not consented for themselves."""


class Change(StrEnum):
    """What can be done with a participation."""

    PAUSE = "pause"
    RESUME = "resume"
    LEAVE = "leave"
    RETURN = "return"


OFFERED = {
    MembershipStatus.INVITED: (Change.LEAVE,),
    MembershipStatus.APPLIED: (Change.LEAVE,),
    MembershipStatus.RETURNED: (Change.LEAVE,),
    MembershipStatus.ACTIVE: (Change.PAUSE, Change.LEAVE),
    MembershipStatus.PAUSED: (Change.RESUME, Change.LEAVE),
    MembershipStatus.LEFT: (Change.RETURN,),
}
RESULT = {
    Change.PAUSE: MembershipStatus.PAUSED,
    Change.RESUME: MembershipStatus.ACTIVE,
    Change.LEAVE: MembershipStatus.LEFT,
    Change.RETURN: MembershipStatus.ACTIVE,
}


@dataclass(frozen=True, slots=True)
class ParticipationView:
    """A participation as it stands, since when, and what the reader may do about it."""

    membership_id: int
    organization_name: str
    name: PersonName
    role: Role
    status: MembershipStatus
    since: datetime | None
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Leaver:
    """Somebody who has left, for the alert: what now needs somebody's hand."""

    membership_id: int
    name: PersonName
    role: Role
    left_at: datetime
    has_returned: bool
    duties: int
    waiting_again: int


def changes_for(actor: Actor, membership: Membership) -> tuple[Change, ...]:
    """What a curator or head may do with this participation now. Nobody keeps their own."""
    if not _keeps(actor, membership):
        return ()
    return _possible(membership)


def _possible(membership: Membership) -> tuple[Change, ...]:
    if membership.status == MembershipStatus.LEFT and membership.approved_at is None:
        # Never approved: the way in is the same as for everybody.
        return ()
    return OFFERED[membership.status]


def _keeps(actor: Actor, membership: Membership) -> bool:
    roles = KEPT_BY.get(membership.role, ())
    is_own = membership.person_id == actor.person_id
    return not is_own and actor.participation(*roles, organization_id=membership.organization_id) is not None


def see(session: Session, actor: Actor, membership_id: int, change: Change) -> ParticipationView:
    """The participation that is about to be changed. Raises NotAllowed, NoLongerCurrent."""
    membership = _kept(session, actor, membership_id)
    if change not in _possible(membership):
        raise NoLongerCurrent
    return _view(membership, changes_for(actor, membership))


def change(
    session: Session, actor: Actor, membership_id: int, change: Change, *, now: datetime
) -> ParticipationView:
    """A curator or head pauses somebody, lets them go on, marks that they have left or come back; the person
    is told. A second tap changes nothing.

    Raises NotAllowed, NoLongerCurrent, OwnConsentFirst.
    """
    membership = _kept(session, actor, membership_id)
    if change in _possible(membership):
        _apply(session, membership, change, actor, now)
        _tell(session, membership, change, [membership.person_id], now)
    elif membership.status != RESULT[change]:
        raise NoLongerCurrent
    return _view(membership, changes_for(actor, membership))


def _kept(session: Session, actor: Actor, membership_id: int) -> Membership:
    membership = session.get(Membership, membership_id)
    if membership is None:
        raise NoLongerCurrent
    if not _keeps(actor, membership):
        raise NotAllowed
    if membership.person.is_frozen:
        raise NoLongerCurrent
    return membership


# ---- one's own


def own(session: Session, actor: Actor) -> tuple[ParticipationView, ...]:
    """Where the person takes part, rests, or has taken part, with what they may do about it."""
    query = (
        select(Membership)
        .where(Membership.person_id == actor.person_id, Membership.role.in_(SELF_SERVED))
        .order_by(Membership.id)
    )
    found = (one for one in session.scalars(query) if one.approved_at is not None or one.is_active)
    return tuple(_view(one, _possible(one)) for one in found)


def has_own(actor: Actor) -> bool:
    """Is there a participation that the person keeps themselves?"""
    states = (MembershipStatus.ACTIVE, MembershipStatus.PAUSED, MembershipStatus.LEFT)
    return any(one.role in SELF_SERVED and one.status in states for one in actor.participations)


def see_own(session: Session, actor: Actor, membership_id: int, change: Change) -> ParticipationView:
    """The own participation that is about to be changed. Raises NotAllowed, NoLongerCurrent."""
    membership = _own(session, actor, membership_id)
    if change not in _possible(membership):
        raise NoLongerCurrent
    return _view(membership, _possible(membership))


def change_own(
    session: Session, actor: Actor, membership_id: int, change: Change, *, now: datetime
) -> ParticipationView:
    """The person pauses, goes on or leaves; the curators are told. Who has left asks the curators to take
    them back: whether a former colleague works there again, is theirs to know.

    A second tap changes nothing. Raises NotAllowed, NoLongerCurrent, OwnConsentFirst.
    """
    membership = _own(session, actor, membership_id)
    if change in _possible(membership):
        if change == Change.RETURN:
            _ask_back(session, membership, now)
        else:
            _apply(session, membership, change, actor, now)
        if change in (Change.PAUSE, Change.RESUME):
            # Of leaving the curators hear by an alert.
            _tell(session, membership, change, _curators(session, membership), now)
    elif membership.status != RESULT[change]:
        raise NoLongerCurrent
    return _view(membership, _possible(membership))


def _own(session: Session, actor: Actor, membership_id: int) -> Membership:
    membership = session.get(Membership, membership_id)
    if membership is None:
        raise NoLongerCurrent
    if membership.person_id != actor.person_id or membership.role not in SELF_SERVED or actor.is_frozen:
        raise NotAllowed
    return membership


def _ask_back(session: Session, membership: Membership, now: datetime) -> None:
    left_at = membership.left_at.isoformat() if membership.left_at else ""
    for person_id in _curators(session, membership):
        outbox.notify(
            session,
            kind="people.asks_back",
            # Once a day: a question that was overlooked may be asked again.
            key=f"asks_back:{membership.id}:{left_at}:{now.date().isoformat()}:{person_id}",
            person_id=person_id,
            payload={"membership_id": membership.id},
            due_at=now,
            now=now,
        )


def _curators(session: Session, membership: Membership) -> list[int]:
    for role in KEEPERS:
        people = alerts.people_in_role(session, membership.organization_id, role)
        if others := [one for one in people if one != membership.person_id]:
            return others
    return []


# ---- what changes


def _apply(session: Session, membership: Membership, change: Change, actor: Actor, now: datetime) -> None:
    match change:
        case Change.PAUSE:
            _pause(session, membership, now)
        case Change.RESUME | Change.RETURN:
            _require_own_consent(session, membership, now)
            _go_on(session, membership, now)
        case Change.LEAVE:
            leave(session, membership, actor.person_id, now=now)
    _log(session, f"participation.{change.value}", membership, actor.person_id, now)


def _pause(session: Session, membership: Membership, now: datetime) -> None:
    """Pairs are kept; what was only proposed is taken back, and nobody is proposed meanwhile."""
    mentorships.end_proposals(session, membership, now=now)
    if membership.unpaired_since is not None:
        mentorships.end_waiting(session, membership, now)
    membership.status, membership.paused_at = MembershipStatus.PAUSED, now
    session.flush()


def _require_own_consent(session: Session, membership: Membership, now: datetime) -> None:
    """What rests because a young person has not consented at 18 goes on by that consent alone. Raises
    OwnConsentFirst.
    """
    person, today = membership.person, today_in(membership.organization.timezone, now)
    age = person.age(today)
    if age is None or age < AGE_OF_MAJORITY:
        return
    if not consent_records.effective(session, person.id, ConsentKind.PERSONAL_DATA, today=today):
        raise OwnConsentFirst


def _go_on(session: Session, membership: Membership, now: datetime) -> None:
    """Active again with the profile as it was; a mentee without a pair waits from now on."""
    membership.status = MembershipStatus.ACTIVE
    membership.paused_at = membership.left_at = None
    if membership.role == Role.MENTEE and not mentorships.has_pair(session, membership):
        membership.unpaired_since = now
    _settle_alerts(session, membership, (AlertKind.PERSON_LEFT,), "came_back", now)


def leave(session: Session, membership: Membership, by_id: int, *, now: datetime) -> None:
    """End a participation: pairs and coming meetings end, the other side is told and a mentee of a leaving
    mentor waits again; the other curators or the head are alerted. Whoever calls has checked the right to it.
    """
    membership.status, membership.left_at, membership.paused_at = MembershipStatus.LEFT, now, None
    membership.review_asked_at = None
    ended = mentorships.release(session, membership, now=now)
    for pair in ended:
        meetings.call_off_all(session, pair.id, now=now)
    applications.close(session, membership, now=now)
    _settle_alerts(session, membership, None, "person_left", now)
    _revoke_links(session, membership, now)
    session.flush()
    alerts.raise_alert(
        session,
        organization_id=membership.organization_id,
        kind=AlertKind.PERSON_LEFT,
        cause=f"left:{membership.id}:{now.isoformat()}",
        subject={
            "membership_id": membership.id,
            "pairs": [pair.id for pair in ended],
            # Whoever marked it knows of it; what is left to do, the others may have to do.
            alerts.HIDDEN_FROM: by_id,
        },
        since=now,
        now=now,
    )


def _revoke_links(session: Session, membership: Membership, now: datetime) -> None:
    """Links for this very person, and of a pupil those for the parents, lead nowhere any more."""
    own = and_(Invitation.person_id == membership.person_id, Invitation.role == membership.role)
    good = (
        Invitation.organization_id == membership.organization_id,
        or_(own, Invitation.child_id == membership.person_id),
        Invitation.revoked_at.is_(None),
    )
    session.execute(update(Invitation).where(*good).values(revoked_at=now))


def _settle_alerts(
    session: Session,
    membership: Membership,
    kinds: Sequence[AlertKind] | None,
    resolution: str,
    now: datetime,
) -> None:
    """What needed a decision about this participation needs none any more."""
    unsettled = (
        Alert.organization_id == membership.organization_id,
        Alert.status != AlertStatus.RESOLVED,
    )
    applications = set(
        session.scalars(select(Application.id).where(Application.membership_id == membership.id))
    )
    for alert in session.scalars(select(Alert).where(*unsettled)).all():
        is_about = (
            alert.subject.get("membership_id") == membership.id
            or alert.subject.get("application_id") in applications
        )
        if is_about and (kinds is None or alert.kind in kinds):
            alerts.resolve_cause(session, alert.cause, resolution, by_id=None, now=now)


def _tell(
    session: Session, membership: Membership, change: Change, people: Sequence[int], now: datetime
) -> None:
    for person_id in people:
        outbox.notify(
            session,
            kind="people.changed",
            key=f"participation:{membership.id}:{change.value}:{now.isoformat()}:{person_id}",
            person_id=person_id,
            payload={"membership_id": membership.id, "change": change.value},
            topic=f"participation:{membership.id}",
            due_at=now,
            now=now,
        )


def as_told(
    session: Session, person_id: int, membership_id: int, change: Change
) -> tuple[ParticipationView, bool] | None:
    """The participation for the message about a change, and whether it is the reader's own; None when it is
    not so any more, or not the reader's business.
    """
    membership = session.get(Membership, membership_id)
    if membership is None or membership.status != RESULT[change] or membership.person.is_frozen:
        return None
    is_own = membership.person_id == person_id
    keepers = alerts.people_in_role(session, membership.organization_id, *KEEPERS)
    if not is_own and person_id not in keepers:
        return None
    return _view(membership, ()), is_own


def asks_back(session: Session, person_id: int, membership_id: int) -> ParticipationView | None:
    """Who has asked to come back, for the message to a curator; None when they have by now."""
    membership = session.get(Membership, membership_id)
    if membership is None or membership.status != MembershipStatus.LEFT or membership.person.is_frozen:
        return None
    keepers = alerts.people_in_role(session, membership.organization_id, *KEEPERS)
    return _view(membership, ()) if person_id in keepers else None


def leaver(session: Session, actor: Actor, membership_id: int, pair_ids: Sequence[int]) -> Leaver | None:
    """What somebody who has left leaves behind: their open duties there, and mentees who wait again.

    None when their data are gone. Raises NotAllowed.
    """
    membership = session.get(Membership, membership_id)
    if membership is None or membership.person.is_frozen or membership.left_at is None:
        return None
    access.require_role(actor, membership.organization_id, *KEEPERS)
    return Leaver(
        membership.id,
        PersonName.of(membership),
        membership.role,
        membership.left_at,
        membership.status != MembershipStatus.LEFT,
        _open_duties(session, membership),
        _waiting_again(session, membership, pair_ids),
    )


def _open_duties(session: Session, membership: Membership) -> int:
    mine = select(Occurrence.id).where(
        Occurrence.organization_id == membership.organization_id,
        Occurrence.status.not_in(SETTLED),
        Occurrence.responsible.any(Person.id == membership.person_id),
    )
    return len(session.scalars(mine).all())


def _waiting_again(session: Session, membership: Membership, pair_ids: Sequence[int]) -> int:
    if membership.role != Role.MENTOR:
        return 0
    pairs = [mentorships.find(session, pair_id) for pair_id in pair_ids]
    mentees = {member.membership for pair in pairs if pair for member in pair.mentees}
    return sum(one.unpaired_since is not None and one.is_active for one in mentees)


def _view(membership: Membership, changes: tuple[Change, ...]) -> ParticipationView:
    since = {
        MembershipStatus.PAUSED: membership.paused_at,
        MembershipStatus.LEFT: membership.left_at,
    }.get(membership.status, membership.approved_at)
    return ParticipationView(
        membership.id,
        membership.organization.name,
        PersonName.of(membership),
        membership.role,
        membership.status,
        since,
        changes,
    )


def _log(session: Session, act: str, membership: Membership, by_id: int, now: datetime) -> None:
    access.record(
        session,
        act,
        actor_id=by_id,
        organization_id=membership.organization_id,
        subject_kind="membership",
        subject_id=membership.id,
        now=now,
    )
