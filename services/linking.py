"""A personal link: somebody who was entered without Telegram comes to the bot, and nothing of theirs is lost.

Two rows of one human being become one: that of the chat which followed the link, and that which the curator
entered. Every table that points to a person is found in the schema itself, so that a new one can't be
forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Column, Table, UniqueConstraint, and_, delete, exists, select, update
from sqlalchemy.orm import Session

from models import (
    Acknowledgement,
    Alert,
    AuditRecord,
    Base,
    ConsentKind,
    Feedback,
    Guardianship,
    Invitation,
    Membership,
    MembershipStatus,
    Partition,
    Person,
    Role,
)
from models.person import AGE_OF_MAJORITY
from services import access, alerts, consent_records, outbox
from services.access import Actor
from services.colleagues import same_name
from services.errors import InvitationExpired, InvitationSpent, NoLongerCurrent, ServiceError
from services.local_time import today_in
from services.names import PersonName
from services.representing import PersonHasTelegram

LINKING = (Role.CURATOR, Role.HEAD)
LINK_TERM = timedelta(days=30)


class LinkForSomebodyElse(ServiceError):
    """This chat belongs to a person of another name."""


class BothTakePart(ServiceError):
    """The chat's own person has that very role there already: two histories can't be made one."""


class ParentFirst(ServiceError):
    """No pupil is written to before a parent has consented."""


@dataclass(frozen=True, slots=True)
class PersonalLink:
    """The link for one person, as its curator sees it."""

    membership_id: int
    name: PersonName
    code: str
    expires_at: datetime


def personal_link(session: Session, actor: Actor, membership_id: int, *, now: datetime) -> str:
    """The code of the current link for this person, or of a new one when there is none. For one use, thirty
    days.

    For curators and heads; for a pupil also the parent, and only once the parental consent is in force there,
    or the own one of a pupil who came of age.
    Raises NoLongerCurrent, NotAllowed, PersonHasTelegram, ParentFirst.
    """
    return see_link(session, actor, membership_id, now=now).code


def see_link(session: Session, actor: Actor, membership_id: int, *, now: datetime) -> PersonalLink:
    """The same with what is shown beside it. Raises as `personal_link` does."""
    membership = _linkable(session, actor, membership_id, now)
    invitation = _current(session, membership, now)
    if invitation is None:
        invitation = _new_link(session, membership, actor, now)
    return _link_view(membership, invitation)


def renew_link(session: Session, actor: Actor, membership_id: int, *, now: datetime) -> PersonalLink:
    """Another link; the one before leads nowhere any more. Raises as `personal_link` does."""
    membership = _linkable(session, actor, membership_id, now)
    return _link_view(membership, _new_link(session, membership, actor, now))


def _link_view(membership: Membership, invitation: Invitation) -> PersonalLink:
    return PersonalLink(membership.id, PersonName.of(membership), invitation.code, invitation.expires_at)


def _linkable(session: Session, actor: Actor, membership_id: int, now: datetime) -> Membership:
    membership = session.get(Membership, membership_id)
    if membership is None:
        raise NoLongerCurrent
    if not _is_parent(session, actor, membership):
        access.require_role(actor, membership.organization_id, *LINKING)
    if membership.person.is_frozen or membership.status == MembershipStatus.LEFT:
        raise NoLongerCurrent
    if membership.person.has_telegram:
        raise PersonHasTelegram
    today = today_in(membership.organization.timezone, now)
    if membership.partition == Partition.PUPIL and not _is_consented_to(session, membership, today):
        raise ParentFirst
    return membership


def _is_consented_to(session: Session, membership: Membership, today: date) -> bool:
    """Has a parent consented at this very school, or the pupil, who came of age, for themselves?"""
    age = membership.person.age(today)
    is_minor = age is not None and age < AGE_OF_MAJORITY
    kinds = (ConsentKind.PARENTAL,) if is_minor else (ConsentKind.PARENTAL, ConsentKind.PERSONAL_DATA)
    here = membership.organization_id
    return any(
        consent_records.effective(session, membership.person_id, kind, organization_id=here, today=today)
        for kind in kinds
    )


def _is_parent(session: Session, actor: Actor, membership: Membership) -> bool:
    guards = select(Guardianship.id).where(
        Guardianship.parent_id == actor.person_id,
        Guardianship.child_id == membership.person_id,
        Guardianship.organization_id == membership.organization_id,
        Guardianship.ended_at.is_(None),
    )
    return session.scalar(guards) is not None


def _links(session: Session, membership: Membership) -> Iterator[Invitation]:
    links = select(Invitation).where(
        Invitation.person_id == membership.person_id,
        Invitation.organization_id == membership.organization_id,
        Invitation.role == membership.role,
        Invitation.revoked_at.is_(None),
    )
    yield from session.scalars(links.order_by(Invitation.id.desc()))


def _current(session: Session, membership: Membership, now: datetime) -> Invitation | None:
    links = _links(session, membership)
    return next((one for one in links if not one.is_spent() and not one.is_expired(now)), None)


def _new_link(session: Session, membership: Membership, actor: Actor, now: datetime) -> Invitation:
    for earlier in _links(session, membership):
        earlier.revoked_at = now
    invitation = Invitation(
        code=Invitation.new_code(),
        organization_id=membership.organization_id,
        role=membership.role,
        partition=membership.partition,
        person_id=membership.person_id,
        places=1,
        used=0,
        expires_at=now + LINK_TERM,
        created_by_id=actor.person_id,
        created_at=now,
    )
    session.add(invitation)
    session.flush()
    _log(session, "person.link_made", membership, actor.person_id, now)
    return invitation


# ---- the two become one


def check_openable(
    session: Session, chat_id: int, invitation: Invitation, *, now: datetime | None = None
) -> None:
    """May this chat become the person whom the link is for?

    Raises NoLongerCurrent, PersonHasTelegram (the person has come already), InvitationSpent,
    InvitationExpired (when `now` is given), LinkForSomebodyElse, BothTakePart.
    """
    entered = invitation.person
    if entered is None or entered.is_frozen or not _still_takes_part(session, invitation):
        raise NoLongerCurrent
    if entered.has_telegram:
        raise PersonHasTelegram
    if invitation.is_spent():
        raise InvitationSpent
    if now is not None and invitation.is_expired(now):
        raise InvitationExpired
    stranger = session.scalars(select(Person).where(Person.chat_id == chat_id)).one_or_none()
    if stranger is not None:
        _refuse_others(session, stranger, entered)


def _still_takes_part(session: Session, invitation: Invitation) -> bool:
    """A link in the pocket of somebody who has left leads nowhere."""
    here = select(Membership.id).where(
        Membership.person_id == invitation.person_id,
        Membership.organization_id == invitation.organization_id,
        Membership.role == invitation.role,
        Membership.status != MembershipStatus.LEFT,
    )
    return session.scalar(here) is not None


def _refuse_others(session: Session, stranger: Person, entered: Person) -> None:
    """Raises LinkForSomebodyElse, BothTakePart."""
    if stranger.id == entered.id:
        return
    if stranger.first_name and _names(stranger) != _names(entered):
        # A link that was sent to the wrong colleague would make two people one, for good.
        raise LinkForSomebodyElse
    theirs = {(one.organization_id, one.role) for one in _memberships(session, stranger)}
    if theirs & {(one.organization_id, one.role) for one in _memberships(session, entered)}:
        raise BothTakePart


def _names(person: Person) -> tuple[str, ...]:
    """Without the patronymic, which some leave out."""
    return same_name(person.last_name, person.first_name, "")


def _memberships(session: Session, person: Person) -> list[Membership]:
    return list(session.scalars(select(Membership).where(Membership.person_id == person.id)))


def link(session: Session, stranger: Person, invitation: Invitation, *, now: datetime) -> Person:
    """The chat's person and the one whom the link is for become one; nothing of either is lost. Returns the
    person who stays: the entered one, or the chat's own when they take part elsewhere already.

    Called by the use case that has taken the consent and the link's place. Audit records stay as they were
    written. Raises as `check_openable` does.
    """
    entered = invitation.person
    if entered is None or entered.is_frozen:
        raise NoLongerCurrent
    if entered.id == stranger.id:
        return entered
    if entered.has_telegram:
        raise PersonHasTelegram
    _refuse_others(session, stranger, entered)
    has_history = bool(_memberships(session, stranger)) or _has_acted(session, stranger)
    stays, goes = (stranger, entered) if has_history else (entered, stranger)
    _merge(session, stays, goes, stranger.chat_id)
    for membership in _memberships(session, stays):
        if membership.organization_id == invitation.organization_id and membership.role == invitation.role:
            _log(session, "person.linked", membership, stays.id, now)
            _tell_curators(session, membership, now)
    return stays


def _has_acted(session: Session, person: Person) -> bool:
    acted = select(AuditRecord.id).where(AuditRecord.actor_id == person.id)
    return bool(person.first_name) and session.scalar(acted.limit(1)) is not None


def _merge(session: Session, stays: Person, goes: Person, chat_id: int | None) -> None:
    """Move every row that points to one person over to the other; what is left tells nothing."""
    session.flush()
    language, timezone = goes.language, goes.timezone
    if not stays.first_name:
        stays.last_name, stays.first_name, stays.patronymic = goes.last_name, goes.first_name, goes.patronymic
    stays.born_on = stays.born_on or goes.born_on
    stays.language, stays.timezone = stays.language or language, stays.timezone or timezone
    stays.frozen_at = None
    _move_rows(session, stays.id, goes.id)
    _move_words(session, stays, goes)
    goes.chat_id = goes.language = goes.timezone = goes.born_on = None
    goes.last_name = goes.first_name = goes.patronymic = ""
    session.flush()
    stays.chat_id, stays.blocked_at = chat_id, None
    session.flush()
    session.expire_all()


def _move_rows(session: Session, stays: int, goes: int) -> None:
    _keep_acknowledgements(session, stays, goes)
    for table, column in _pointing_to_people():
        for unique in _unique_with(table, column):
            _drop_twins(session, table, column, unique, stays, goes)
        session.execute(update(table).where(column == goes).values({column.name: stays}))


def _pointing_to_people() -> Iterator[tuple[Table, Column[Any]]]:
    """Every column that holds a person's number, but those of the audit log, which is only added to."""
    for table in Base.metadata.sorted_tables:
        if table.name == AuditRecord.__tablename__:
            continue
        for key in table.foreign_keys:
            if key.column.table.name == Person.__tablename__:
                yield table, table.c[key.parent.name]


def _unique_with(table: Table, column: Column[Any]) -> Iterator[tuple[Column[Any], ...]]:
    """The other columns of each rule that one person may have only one such row."""
    for rule in (table.primary_key, *table.constraints):
        is_rule = isinstance(rule, UniqueConstraint) or rule is table.primary_key
        columns = tuple(getattr(rule, "columns", ())) if is_rule else ()
        if any(one is column for one in columns) and len(columns) > 1:
            yield tuple(one for one in columns if one is not column)


def _drop_twins(
    session: Session,
    table: Table,
    column: Column[Any],
    others: tuple[Column[Any], ...],
    stays: int,
    goes: int,
) -> None:
    """Both have such a row: one is enough. Participations are never dropped: they were refused before."""
    twin = table.alias()
    same = and_(twin.c[column.name] == stays, *(twin.c[one.name] == one for one in others))
    session.execute(delete(table).where(column == goes, exists(select(1).select_from(twin).where(same))))


def _keep_acknowledgements(session: Session, stays: int, goes: int) -> None:
    """What one of the two has read, is read."""
    read = select(Acknowledgement).where(
        Acknowledgement.person_id == goes, Acknowledgement.acknowledged_at.is_not(None)
    )
    for one in session.scalars(read).all():
        unread = (
            Acknowledgement.act_id == one.act_id,
            Acknowledgement.person_id == stays,
            Acknowledgement.acknowledged_at.is_(None),
        )
        session.execute(update(Acknowledgement).where(*unread).values(acknowledged_at=one.acknowledged_at))


def _move_words(session: Session, stays: Person, goes: Person) -> None:
    """What names a person otherwise than by a foreign key: pseudonyms of feedback, subjects of alerts."""
    moved = update(Feedback).where(Feedback.pseudonym == goes.pseudonym).values(pseudonym=stays.pseudonym)
    session.execute(moved)
    places = select(Membership.organization_id).where(Membership.person_id == stays.id)
    for alert in session.scalars(select(Alert).where(Alert.organization_id.in_(places))).all():
        alert.subject = {
            key: stays.id if key in ("person_id", alerts.HIDDEN_FROM) and value == goes.id else value
            for key, value in alert.subject.items()
        }


def _tell_curators(session: Session, membership: Membership, now: datetime) -> None:
    curators = alerts.people_in_role(session, membership.organization_id, Role.CURATOR)
    for person_id in curators:
        if person_id == membership.person_id:
            continue
        outbox.notify(
            session,
            kind="people.linked",
            key=f"linked:{membership.id}:{person_id}",
            person_id=person_id,
            payload={"membership_id": membership.id},
            due_at=now,
            now=now,
        )


def linked(session: Session, person_id: int, membership_id: int) -> PersonName | None:
    """Who came to Telegram, for the message to a curator; None when it is not theirs to know any more."""
    membership = session.get(Membership, membership_id)
    if membership is None or membership.person.is_frozen or not membership.person.has_telegram:
        return None
    keepers = alerts.people_in_role(session, membership.organization_id, *LINKING)
    return PersonName.of(membership) if person_id in keepers else None


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
