"""Mentors chosen for a particular programme (L-3-1): what it needs, who fits and why, and the list that is
kept.

Whoever is paused, has left or withdrew the consent is never shown, not in an older list either.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from models import Membership, MembershipStatus, Partition, Person, Role, Shortlist, ShortlistEntry
from services import access, matching
from services.access import Actor
from services.errors import NoLongerCurrent, NothingChosen, ServiceError
from services.mentorship_views import (
    Match,
    MenteeProfile,
    MentorProfile,
    Page,
    free_places,
    mentor_profile,
)
from services.names import PersonName
from services.registry import exporting
from services.typed_text import checked_line

TITLE_LIMIT = 200
ENTRIES_LIMIT = 30
LISTS_LIMIT = 100
PAGE_SIZE = 6
PUPIL_FORM = "pupil_pupil"
"""The form of mentoring in which a pupil is the mentor; in all others it is an adult."""
PARTNER_FORMS = ("employer_pupil", "partner_pupil", "student_pupil")
"""Forms in which the mentor rather works elsewhere (N-1.2-3)."""
POINTS_PARTNER = 3


class TooManyShortlists(ServiceError):
    """Field `limit`: how many lists a school may keep."""


class TooManyChosen(ServiceError):
    """Field `limit`: how many mentors one list holds."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a programme needs: keys of `content/`; an empty one does not matter."""

    subject: str = ""
    difficulties: tuple[str, ...] = ()
    form: str = ""

    @property
    def partition(self) -> Partition:
        """Whose mentors are meant: a pupil is one only to another pupil."""
        return Partition.PUPIL if self.form == PUPIL_FORM else Partition.TEACHER

    @classmethod
    def of(cls, criteria: Mapping[str, Any]) -> Wish:
        several = criteria.get("difficulties", ())
        return cls(str(criteria.get("subject", "")), tuple(map(str, several)), str(criteria.get("form", "")))

    def as_criteria(self) -> dict[str, Any]:
        return {"subject": self.subject, "difficulties": list(self.difficulties), "form": self.form}


@dataclass(frozen=True, slots=True)
class Fitting:
    """A mentor and why they fit. `from_partner`: works at a partner, as the form wants it."""

    mentor: MentorProfile
    match: Match
    from_partner: bool

    @property
    def score(self) -> int:
        return self.match.score + POINTS_PARTNER * self.from_partner


@dataclass(frozen=True, slots=True)
class ShortlistLine:
    id: int
    title: str
    total: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class ShortlistView:
    """A list. `absent`: how many of it do not take part now, and are not shown."""

    id: int
    organization_id: int
    title: str
    wish: Wish
    mentors: tuple[Fitting, ...]
    absent: int
    created_at: datetime


def fitting(
    session: Session, actor: Actor, organization_id: int, wish: Wish, *, page: int = 0, now: datetime
) -> Page[Fitting]:
    """The active mentors of a school, the best for this wish first. The look is recorded.

    Raises NotAllowed, NoLongerCurrent.
    """
    exporting.require_decider(session, actor, organization_id)
    ranked = _ranked(session, _mentors(session, organization_id, wish), wish)
    pages = max(1, -(-len(ranked) // PAGE_SIZE))
    page = min(max(page, 0), pages - 1)
    _record(session, actor, "mentors.ranked", organization_id, None, now)
    return Page(tuple(ranked[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]), page, pages, len(ranked))


def _mentors(
    session: Session, organization_id: int, wish: Wish, ids: Collection[int] | None = None
) -> Sequence[Membership]:
    query = (
        select(Membership)
        .join(Membership.person)
        .where(
            Membership.organization_id == organization_id,
            Membership.role == Role.MENTOR,
            Membership.status == MembershipStatus.ACTIVE,
            Person.frozen_at.is_(None),
        )
        .options(joinedload(Membership.person))
        .order_by(Membership.id)
    )
    if ids is not None:
        query = query.where(Membership.id.in_(ids))
    elif wish.form:
        query = query.where(Membership.partition == wish.partition)
    return session.scalars(query).all()


def _ranked(session: Session, mentors: Sequence[Membership], wish: Wish) -> list[Fitting]:
    free, wanted = free_places(session, mentors), _as_mentee(wish)
    found = [
        Fitting(
            profile := mentor_profile(one, free[one.id]),
            matching.match(wanted, profile),
            from_partner=wish.form in PARTNER_FORMS and one.affiliation_id is not None,
        )
        for one in mentors
    ]
    return sorted(found, key=lambda one: (not one.mentor.is_reachable, -one.score, one.mentor.membership_id))


def _as_mentee(wish: Wish) -> MenteeProfile:
    """A programme is matched as a mentee with its needs would be."""
    nobody = PersonName("", "", "", Role.MENTEE, "")
    subjects = (wish.subject,) if wish.subject else ()
    return MenteeProfile(0, 0, nobody, subjects, None, wish.difficulties, "", "", None, is_reachable=True)


# ---- the lists that are kept


def save(
    session: Session,
    actor: Actor,
    organization_id: int,
    wish: Wish,
    membership_ids: Collection[int],
    title: str,
    *,
    now: datetime,
) -> ShortlistView:
    """Keep the chosen mentors under a title. Those who left meanwhile are left out.

    Raises AnswerEmpty, AnswerTooLong, NothingChosen, TooManyChosen, TooManyShortlists, NotAllowed,
    NoLongerCurrent.
    """
    exporting.require_decider(session, actor, organization_id)
    title = checked_title(title)
    chosen = _mentors(session, organization_id, wish, ids=membership_ids)
    if not chosen:
        raise NothingChosen
    if len(chosen) > ENTRIES_LIMIT:
        raise TooManyChosen(limit=ENTRIES_LIMIT)
    if _count(session, organization_id) >= LISTS_LIMIT:
        raise TooManyShortlists(limit=LISTS_LIMIT)
    made = Shortlist(
        organization_id=organization_id,
        title=title,
        criteria=wish.as_criteria(),
        created_by_id=actor.person_id,
        created_at=now,
        entries=[ShortlistEntry(membership=one) for one in chosen],
    )
    session.add(made)
    session.flush()
    _record(session, actor, "shortlist.saved", organization_id, made.id, now)
    return _view(session, made)


def checked_title(typed: str) -> str:
    """Raises AnswerEmpty, AnswerTooLong."""
    return checked_line(typed, TITLE_LIMIT)


def lists(session: Session, actor: Actor, organization_id: int, *, page: int = 0) -> Page[ShortlistLine]:
    """The lists of a school, the newest first. Raises NotAllowed, NoLongerCurrent."""
    exporting.require_decider(session, actor, organization_id)
    total = _count(session, organization_id)
    pages = max(1, -(-total // PAGE_SIZE))
    page = min(max(page, 0), pages - 1)
    query = (
        select(Shortlist.id, Shortlist.title, func.count(ShortlistEntry.id), Shortlist.created_at)
        .outerjoin(ShortlistEntry, ShortlistEntry.shortlist_id == Shortlist.id)
        .where(Shortlist.organization_id == organization_id)
        .group_by(Shortlist.id)
        .order_by(Shortlist.id.desc())
    )
    rows = session.execute(query.offset(page * PAGE_SIZE).limit(PAGE_SIZE))
    return Page(tuple(ShortlistLine(*row) for row in rows), page, pages, total)


def _count(session: Session, organization_id: int) -> int:
    query = select(func.count()).select_from(Shortlist).where(Shortlist.organization_id == organization_id)
    return session.scalar(query) or 0


def see(session: Session, actor: Actor, shortlist_id: int, *, now: datetime) -> ShortlistView:
    """One list. The look is recorded. Raises NotAllowed, NoLongerCurrent."""
    found = _own(session, actor, shortlist_id)
    _record(session, actor, "shortlist.seen", found.organization_id, found.id, now)
    return _view(session, found)


def remove(session: Session, actor: Actor, shortlist_id: int, *, now: datetime) -> int:
    """Delete a list. Returns the organisation. Raises NotAllowed, NoLongerCurrent."""
    found = _own(session, actor, shortlist_id)
    organization_id = found.organization_id
    _record(session, actor, "shortlist.removed", organization_id, found.id, now)
    session.delete(found)
    session.flush()
    return organization_id


def _own(session: Session, actor: Actor, shortlist_id: int) -> Shortlist:
    found = session.get(Shortlist, shortlist_id)
    if found is None:
        raise NoLongerCurrent
    exporting.require_decider(session, actor, found.organization_id)
    return found


def _view(session: Session, found: Shortlist) -> ShortlistView:
    wish, ids = Wish.of(found.criteria), [entry.membership_id for entry in found.entries]
    mentors = _ranked(session, _mentors(session, found.organization_id, wish, ids=ids), wish)
    return ShortlistView(
        found.id,
        found.organization_id,
        found.title,
        wish,
        tuple(mentors),
        len(ids) - len(mentors),
        found.created_at,
    )


def _record(
    session: Session, actor: Actor, act: str, organization_id: int, shortlist_id: int | None, now: datetime
) -> None:
    access.record(
        session,
        act,
        actor_id=actor.person_id,
        organization_id=organization_id,
        subject_kind="shortlist",
        subject_id=shortlist_id,
        now=now,
    )
