"""What is known of pairs, gathered for many at once in a constant number of queries.

Shared by the board, its files and its cards. Decides nothing: who may see which part is the business of
services/pair_board.py, what it means that of services/pair_health.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from models import (
    Feedback,
    LocalAct,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Mentorship,
    MentorshipMember,
    MentorshipStatus,
    Organization,
    TrialAnswer,
    TrialWord,
)
from models.person import Membership
from services import meeting_tasks, pair_rhythm
from services.names import PersonName
from services.pair_health import Facts

LOOKED_BACK = timedelta(days=400)
"""A school year and its summer: older resumptions and answers say nothing about today."""
MOOD_ANSWERS = 3
OUTCOMES = 5
SETTLED = (MeetingStatus.HELD, MeetingStatus.NOT_HELD, MeetingStatus.DISPUTED)
OPEN = (MeetingStatus.PROPOSED, MeetingStatus.CONFIRMED)


@dataclass(frozen=True, slots=True)
class Met:
    """One meeting as it stands on the board."""

    kind: MeetingKind
    status: MeetingStatus
    at: datetime


@dataclass(frozen=True, slots=True)
class Tasks:
    done: int = 0
    total: int = 0
    overdue: int = 0


@dataclass(frozen=True, slots=True)
class PairFacts:
    """A pair with all that is known of it. `rhythm_days` holds for it, `own_rhythm` is what was agreed on for
    this pair alone. `person_ids`: its members; `without_telegram`: those whom no message reaches.
    """

    mentorship_id: int
    organization_id: int
    organization_name: str
    timezone: str
    mentor: PersonName
    mentees: tuple[PersonName, ...]
    person_ids: frozenset[int]
    is_paused: bool
    rhythm_days: int
    own_rhythm: int | None
    ends_on: date | None
    days: int
    limit_days: int
    last: Met | None
    next: Met | None
    outcomes: tuple[MeetingStatus, ...]
    finished: bool
    tasks: Tasks
    mood: float | None
    trial: tuple[TrialWord, ...]

    @property
    def facts(self) -> Facts:
        return Facts(
            days=self.days,
            limit_days=self.limit_days,
            has_met=self.last is not None,
            next_status=self.next.status if self.next else None,
            finished=self.finished,
            tasks=self.tasks.total,
            tasks_overdue=self.tasks.overdue,
            mood=self.mood,
            trial=self.trial,
            outcomes=self.outcomes,
        )


@dataclass(slots=True)
class _Known:
    """What was found of one pair on the way."""

    held: list[Met] = field(default_factory=list)
    settled: list[Met] = field(default_factory=list)
    to_come: list[Met] = field(default_factory=list)
    mood: list[float] = field(default_factory=list)
    trial: dict[int, TrialWord] = field(default_factory=dict)


def active_pairs(session: Session, organization_ids: Collection[int]) -> Sequence[Mentorship]:
    """The active pairs of these organisations with their people, in three queries."""
    here = (
        Mentorship.organization_id.in_(organization_ids),
        Mentorship.status == MentorshipStatus.ACTIVE,
    )
    return session.scalars(select(Mentorship).where(*here).order_by(Mentorship.id).options(*LOADED)).all()


LOADED = (
    selectinload(Mentorship.members)
    .joinedload(MentorshipMember.membership)
    .options(joinedload(Membership.person), joinedload(Membership.organization)),
)


def gather(session: Session, pairs: Sequence[Mentorship], *, now: datetime) -> tuple[PairFacts, ...]:
    """All about these pairs, in their order. The number of queries does not depend on how many they are."""
    if not pairs:
        return ()
    ids = [pair.id for pair in pairs]
    known: dict[int, _Known] = defaultdict(_Known)
    _read_meetings(session, ids, known, now)
    tasks = meeting_tasks.progress(session, ids, now=now)
    _read_moods(session, ids, known, now)
    _read_trials(session, ids, known)
    places = _places(session, {pair.organization_id for pair in pairs})
    orders = _orders(session, pairs)
    calendar = pair_rhythm.calendar(session, places, ids, since=now - LOOKED_BACK)
    return tuple(
        _facts(
            pair,
            known[pair.id],
            Tasks(*tasks.get(pair.id, ())),
            places[pair.organization_id],
            orders,
            calendar,
            now,
        )
        for pair in pairs
    )


def _places(session: Session, organization_ids: Collection[int]) -> dict[int, Organization]:
    query = select(Organization).where(Organization.id.in_(organization_ids))
    return {one.id: one for one in session.scalars(query)}


def _orders(session: Session, pairs: Iterable[Mentorship]) -> dict[int, LocalAct]:
    ids = {pair.order_id for pair in pairs if pair.order_id is not None}
    return {one.id: one for one in session.scalars(select(LocalAct).where(LocalAct.id.in_(ids)))}


def _read_meetings(session: Session, ids: list[int], known: dict[int, _Known], now: datetime) -> None:
    query = (
        select(Meeting.mentorship_id, Meeting.kind, Meeting.status, Meeting.starts_at)
        .where(Meeting.mentorship_id.in_(ids), Meeting.status.in_((*SETTLED, *OPEN)))
        .order_by(Meeting.starts_at, Meeting.id)
    )
    for mentorship_id, kind, status, at in session.execute(query):
        one, met = known[mentorship_id], Met(kind, status, at)
        if status in SETTLED:
            one.settled.append(met)
        if status == MeetingStatus.HELD:
            one.held.append(met)
        if status in OPEN and at > now:
            one.to_come.append(met)


def _read_moods(session: Session, ids: list[int], known: dict[int, _Known], now: datetime) -> None:
    """The latest answers first. Numbers only: what was chosen among words is no mood."""
    query = (
        select(Meeting.mentorship_id, Feedback.answers)
        .join(Meeting, Meeting.id == Feedback.meeting_id)
        .where(
            Meeting.mentorship_id.in_(ids),
            Feedback.completed_at.is_not(None),
            Feedback.completed_at > now - LOOKED_BACK,
        )
        .order_by(Meeting.starts_at.desc(), Feedback.id.desc())
    )
    for mentorship_id, answers in session.execute(query):
        numbers = _numbers(answers)
        if numbers and len(known[mentorship_id].mood) < MOOD_ANSWERS:
            known[mentorship_id].mood.append(sum(numbers) / len(numbers))


def _numbers(answers: dict[str, Any]) -> list[int]:
    return [value for value in answers.values() if isinstance(value, int) and not isinstance(value, bool)]


def _read_trials(session: Session, ids: list[int], known: dict[int, _Known]) -> None:
    """Of each side the latest word."""
    query = (
        select(Meeting.mentorship_id, TrialAnswer.person_id, TrialAnswer.word)
        .join(Meeting, Meeting.id == TrialAnswer.meeting_id)
        .where(Meeting.mentorship_id.in_(ids))
        .order_by(TrialAnswer.said_at, TrialAnswer.id)
    )
    for mentorship_id, person_id, word in session.execute(query):
        known[mentorship_id].trial[person_id] = word


def _facts(
    pair: Mentorship,
    known: _Known,
    tasks: Tasks,
    place: Organization,
    orders: dict[int, LocalAct],
    calendar: pair_rhythm.Calendar,
    now: datetime,
) -> PairFacts:
    last = known.held[-1] if known.held else None
    ordered_on = orders[pair.order_id].dated_on if pair.order_id is not None else None
    since = last.at if last else _began(pair, ordered_on, place)
    rhythm = pair.rhythm_days or place.meeting_rhythm_days
    return PairFacts(
        mentorship_id=pair.id,
        organization_id=place.id,
        organization_name=place.name,
        timezone=place.timezone,
        mentor=PersonName.of(pair.mentor.membership),
        mentees=tuple(PersonName.of(one.membership) for one in pair.mentees),
        person_ids=frozenset(member.membership.person_id for member in pair.members),
        is_paused=is_paused(pair),
        rhythm_days=rhythm,
        own_rhythm=pair.rhythm_days,
        ends_on=pair.ends_on,
        days=calendar.passed(place.id, place.timezone, pair.id, since, now).days,
        limit_days=rhythm if last else place.first_meeting_days,
        last=last,
        next=known.to_come[0] if known.to_come else None,
        outcomes=tuple(one.status for one in known.settled[-OUTCOMES:]),
        finished=any(one.kind == MeetingKind.FINAL for one in known.held),
        tasks=tasks,
        mood=sum(known.mood) / len(known.mood) if known.mood else None,
        trial=tuple(known.trial.values()),
    )


def is_paused(pair: Mentorship) -> bool:
    """Somebody of the pair does not take part at the moment, or has withdrawn the consent."""
    return any(not one.membership.is_active or one.membership.person.is_frozen for one in pair.members)


def _began(pair: Mentorship, ordered_on: date | None, place: Organization) -> datetime:
    return pair_rhythm.began(pair.activated_at or pair.proposed_at, ordered_on, place.timezone)
