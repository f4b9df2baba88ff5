"""Who is meant by the words of a plan: names, roles, and what a curator answered once.

Words that nobody knows are asked about once and remembered; until then the curators answer for the duty.
Source of the rules: L-O-3a, N-O-6.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, insert, select
from sqlalchemy.orm import Session, joinedload, selectinload
from sqlalchemy.orm.attributes import set_committed_value

from models import (
    Membership,
    MembershipStatus,
    Occurrence,
    Person,
    ResponsibleMatch,
    Roadmap,
    RoadmapItem,
    RoadmapStatus,
    Role,
)
from models.roadmap import occurrence_responsible
from services import access
from services.access import DECIDING_ROLES, Actor
from services.duty_reminders import renew_many
from services.errors import NoLongerCurrent, NotAllowed
from services.names import PersonName
from services.responsible_words import key_of, name_in, phrases_in, role_of

GIVEN_AT_ONCE = 500
"""Duties in one statement: each may be that of dozens of people."""
FALLBACK = (Role.CURATOR, Role.HEAD, Role.COORDINATOR, Role.OPERATOR)
"""Who answers for what nobody was named for: the first of these that the organisation has."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """The people behind a text, and the words in it that nobody has explained yet."""

    people: tuple[int, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody of the organisation who may be named, with all roles there."""

    person_id: int
    name: PersonName
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Staff:
    """Everybody active at one organisation and what was remembered there: read once, asked for every row."""

    members: Sequence[Membership]
    matches: dict[str, tuple[ResponsibleMatch, ...]]

    def with_role(self, role: Role) -> list[int]:
        return [one.person_id for one in self.members if one.role == role]

    def resolve(self, text: str) -> Resolved:
        """Who is meant. Curators (or who stands in for them) when it names nobody who is here."""
        people: dict[int, None] = {}
        unknown: list[str] = []
        for phrase in phrases_in(text):
            found = self._people(phrase)
            if found is None:
                unknown.append(phrase)
            else:
                people.update(dict.fromkeys(found))
        return Resolved(tuple(people) or self.fallback(), tuple(unknown))

    def _people(self, phrase: str) -> list[int] | None:
        """None when nobody knows; an empty list when the answer was «nobody of us»."""
        remembered = self.matches.get(key_of(phrase))
        if remembered is not None:
            return [one for match in remembered for one in self._matched(match)]
        if (name := name_in(phrase)) is not None:
            return self._named(*name) or None
        role = role_of(phrase)
        return (self.with_role(role) or None) if role else None

    def _matched(self, match: ResponsibleMatch) -> list[int]:
        if match.role is not None:
            return self.with_role(match.role)
        here = {one.person_id for one in self.members}
        return [match.person_id] if match.person_id in here else []

    def _named(self, last: str, first: str, patronymic: str) -> list[int]:
        """People of this surname and these initials; a name that fits two stays a question."""
        fitting = {
            one.person_id
            for one in self.members
            if one.person.last_name.lower() == last.lower()
            and one.person.first_name.startswith(first)
            and one.person.patronymic.startswith(patronymic)
        }
        return list(fitting) if len(fitting) == 1 else []

    def fallback(self) -> tuple[int, ...]:
        return next((tuple(found) for role in FALLBACK if (found := self.with_role(role))), ())


def staff_of(session: Session, organization_id: int) -> Staff:
    """Read who is there, and what was remembered."""
    active = (
        Membership.organization_id == organization_id,
        Membership.status == MembershipStatus.ACTIVE,
        Person.frozen_at.is_(None),
    )
    query = select(Membership).join(Membership.person).where(*active).options(joinedload(Membership.person))
    members = session.scalars(query.order_by(Membership.id)).all()
    remembered = select(ResponsibleMatch).where(ResponsibleMatch.organization_id == organization_id)
    matches: dict[str, tuple[ResponsibleMatch, ...]] = {}
    for one in session.scalars(remembered.order_by(ResponsibleMatch.id)):
        matches[one.phrase] = (*matches.get(one.phrase, ()), one)
    return Staff(members, matches)


def resolve(session: Session, organization_id: int, text: str) -> Resolved:
    """Who is meant by a text at an organisation."""
    return staff_of(session, organization_id).resolve(text)


def responsible_for(item: RoadmapItem, staff: Staff) -> tuple[int, ...]:
    """The people who answer for an item: those named for it, else those its words mean."""
    here = {one.person_id for one in staff.members}
    named = tuple(person.id for person in item.named if person.id in here)
    return named or staff.resolve(item.responsible_text).people


def controller_of(item: RoadmapItem, staff: Staff) -> int | None:
    """Who controls it (N-O-6), when the plan says so and the words are understood."""
    understood = [staff._people(phrase) for phrase in phrases_in(item.controller_text)]
    return next((found[0] for found in understood if found), None)


def unknown_of(session: Session, roadmap: Roadmap) -> tuple[str, ...]:
    """The words of a plan that nobody has explained yet, each once, in the order of the plan. Rows for the
    schools name people of theirs, who are asked about there.
    """
    staff, is_school = staff_of(session, roadmap.organization_id), roadmap.organization.kind.has_staff
    own_items = (item for item in roadmap.items if is_school or not item.for_schools)
    open_items = (item for item in own_items if not item.named)
    unknown = (phrase for item in open_items for phrase in staff.resolve(item.responsible_text).unknown)
    return tuple({key_of(phrase): phrase for phrase in unknown}.values())


def candidates(session: Session, actor: Actor, organization_id: int) -> tuple[Candidate, ...]:
    """Everybody who may be named there. Raises NotAllowed."""
    access.require_role(actor, organization_id, *DECIDING_ROLES)
    people: dict[int, list[Membership]] = {}
    for member in staff_of(session, organization_id).members:
        people.setdefault(member.person_id, []).append(member)
    return tuple(
        Candidate(person_id, PersonName.of(theirs[0]), tuple(one.role for one in theirs))
        for person_id, theirs in people.items()
    )


def remember(
    session: Session,
    actor: Actor,
    organization_id: int,
    phrase: str,
    roles: Collection[Role],
    person_ids: Collection[int],
    *,
    now: datetime,
) -> int:
    """Keep for good who is meant by a phrase; neither roles nor people: nobody here, the curators answer.

    Duties of live plans go to them at once. Returns how many items of plans and drafts it explains. Raises
    NotAllowed; NoLongerCurrent when somebody named is not there any more.
    """
    access.require_role(actor, organization_id, *DECIDING_ROLES)
    here = {one.person_id for one in staff_of(session, organization_id).members}
    if not set(person_ids) <= here:
        raise NoLongerCurrent
    key = key_of(phrase)
    if not key:
        raise NotAllowed
    known = (ResponsibleMatch.organization_id == organization_id, ResponsibleMatch.phrase == key)
    session.execute(delete(ResponsibleMatch).where(*known))
    session.add_all(_matches(organization_id, key, roles, person_ids))
    session.flush()
    staff = staff_of(session, organization_id)
    explained = _items_with(session, organization_id, key)
    reassign(session, explained, staff, now=now)
    access.record(
        session,
        "responsible.remembered",
        actor_id=actor.person_id,
        organization_id=organization_id,
        now=now,
    )
    return len(explained)


def reassign(session: Session, items: Iterable[RoadmapItem], staff: Staff, *, now: datetime) -> None:
    """Give the unsettled duties of these items to the people who answer for them now, with new reminders.
    What somebody took over stays theirs while they are there.
    """
    changed = [occurrence for item in items for occurrence in _reassigned(session, item, staff)]
    session.flush()
    renew_many(session, changed, now)


def _reassigned(session: Session, item: RoadmapItem, staff: Staff) -> list[Occurrence]:
    """The duties that other people answer for now."""
    changed: list[Occurrence] = []
    people = [session.get_one(Person, one) for one in responsible_for(item, staff)]
    controller = controller_of(item, staff)
    for occurrence in item.occurrences:
        if occurrence.is_settled:
            continue
        occurrence.controller_id = controller
        if _is_kept(occurrence, staff):
            continue
        occurrence.is_taken_over = False
        if {one.id for one in occurrence.responsible} != {one.id for one in people}:
            occurrence.responsible = list(people)
            changed.append(occurrence)
    return changed


def _is_kept(occurrence: Occurrence, staff: Staff) -> bool:
    here = {one.person_id for one in staff.members}
    return occurrence.is_taken_over and any(one.id in here for one in occurrence.responsible)


def give(session: Session, given: Sequence[tuple[Occurrence, Sequence[Person]]]) -> None:
    """Make these people answer for new duties, that nobody answers for yet."""
    for first in range(0, len(given), GIVEN_AT_ONCE):
        some = given[first : first + GIVEN_AT_ONCE]
        rows = [
            {"occurrence_id": one.id, "person_id": person.id} for one, people in some for person in people
        ]
        if rows:
            session.connection().execute(insert(occurrence_responsible), rows)
    for one, people in given:
        set_committed_value(one, "responsible", list(people))


def load(session: Session, *conditions: ColumnElement[bool]) -> Sequence[RoadmapItem]:
    """These items in the order of their ids, with their people and their duties: a few queries for all."""
    duties = selectinload(RoadmapItem.occurrences)
    query = (
        select(RoadmapItem)
        .join(RoadmapItem.roadmap)
        .where(*conditions)
        .options(
            selectinload(RoadmapItem.named),
            duties.selectinload(Occurrence.responsible),
            duties.joinedload(Occurrence.organization),
        )
    )
    return session.scalars(query.order_by(RoadmapItem.id)).all()


def _matches(
    organization_id: int, key: str, roles: Iterable[Role], person_ids: Iterable[int]
) -> list[ResponsibleMatch]:
    by_role = [ResponsibleMatch(organization_id=organization_id, phrase=key, role=one) for one in roles]
    by_name = [
        ResponsibleMatch(organization_id=organization_id, phrase=key, person_id=one) for one in person_ids
    ]
    nobody = ResponsibleMatch(organization_id=organization_id, phrase=key)
    return [*by_role, *by_name] or [nobody]


def _items_with(session: Session, organization_id: int, key: str) -> Sequence[RoadmapItem]:
    theirs = (Roadmap.organization_id == organization_id, Roadmap.status != RoadmapStatus.ARCHIVED)
    texts = (RoadmapItem.id, RoadmapItem.responsible_text, RoadmapItem.controller_text)
    every = session.execute(select(*texts).join(RoadmapItem.roadmap).where(*theirs)).all()
    with_it = [
        number
        for number, *written in every
        if any(key_of(phrase) == key for text in written for phrase in phrases_in(text))
    ]
    return load(session, RoadmapItem.id.in_(with_it))
