"""The curator's board: every active pair of their schools, the one that needs them most first.

Curators and heads see it; what a mentee says in confidence is left out wherever the reader belongs to the
pair, from the figure and from the order of the list as well. Words and pictures are made elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from math import ceil

from sqlalchemy.orm import Session

from models import Mentorship, MentorshipStatus, Role, TrialWord
from services import access, outbox, pair_facts
from services.access import Actor
from services.errors import NoLongerCurrent, NotAllowed
from services.names import PersonName
from services.pair_facts import Met, PairFacts, Tasks
from services.pair_health import CONFIDENTIAL, Health, Part, assess

SEERS = (Role.CURATOR, Role.HEAD)
PAGE_SIZE = 5
RHYTHMS = (7, 14, 21, 30)
"""Days that are offered as a rhythm; 0 stands for that of the school."""
AS_THE_SCHOOL = 0


@dataclass(frozen=True, slots=True)
class BoardLine:
    """A pair as the reader may see it. `mood` from 1 to 10 and `trial` are empty when nobody said a word, and
    for readers who belong to the pair (`is_own`). `days` since the last meeting that count; `limit_days` may
    pass.
    """

    mentorship_id: int
    organization_id: int
    organization_name: str
    timezone: str
    mentor: PersonName
    mentees: tuple[PersonName, ...]
    is_own: bool
    is_paused: bool
    last: Met | None
    next: Met | None
    days: int
    limit_days: int
    rhythm_days: int
    own_rhythm: int | None
    ends_on: date | None
    tasks: Tasks
    mood: float | None
    trial: tuple[TrialWord, ...]
    health: Health

    @property
    def needs_attention(self) -> bool:
        return self.health.needs_attention and not self.is_paused


@dataclass(frozen=True, slots=True)
class Board:
    """A page of the board. `total` of all pairs, `attention` of those that need the curator. `several`: the
    reader has pairs at more than one school.
    """

    lines: tuple[BoardLine, ...]
    only_attention: bool
    page: int
    pages: int
    total: int
    attention: int
    several: bool


@dataclass(frozen=True, slots=True)
class RhythmTold:
    """What a member of a pair is told: whom to meet, and at least every how many days."""

    mentorship_id: int
    others: tuple[PersonName, ...]
    days: int


def places_of(actor: Actor) -> tuple[int, ...]:
    """The schools whose pairs the actor may see. Raises NotAllowed where there is none."""
    places = actor.within_reach(*SEERS)
    if not places:
        raise NotAllowed
    return places


def lines_of(session: Session, actor: Actor, places: Sequence[int], *, now: datetime) -> list[BoardLine]:
    """All active pairs of these schools, the neediest first. The look has to be recorded by the caller."""
    found = pair_facts.gather(session, pair_facts.active_pairs(session, places), now=now)
    return sorted((_line(facts, actor) for facts in found), key=_need)


def board(
    session: Session, actor: Actor, *, page: int = 0, only_attention: bool = False, now: datetime
) -> Board:
    """A page of the board; the look is written to the audit log, once a day. Raises NotAllowed."""
    places = places_of(actor)
    every = lines_of(session, actor, places, now=now)
    needy = [line for line in every if line.needs_attention]
    shown = needy if only_attention else every
    pages = max(1, ceil(len(shown) / PAGE_SIZE))
    page = min(max(page, 0), pages - 1)
    record_looks(session, actor, "pairs.board_seen", places, now=now)
    several = len({line.organization_id for line in every}) > 1
    part = tuple(shown[page * PAGE_SIZE : (page + 1) * PAGE_SIZE])
    return Board(part, only_attention, page, pages, len(every), len(needy), several)


def record_looks(session: Session, actor: Actor, act: str, places: Sequence[int], *, now: datetime) -> None:
    """Once a day and school: leafing through pages is one look."""
    for place in places:
        access.record_look(session, actor, act, place, now=now)


def _need(line: BoardLine) -> tuple[bool, int, int, int]:
    """Paused pairs last: nobody can do anything about them now."""
    value = 101 if line.health.value is None else line.health.value
    return line.is_paused, value, line.limit_days - line.days, line.mentorship_id


def _line(facts: PairFacts, actor: Actor) -> BoardLine:
    is_own = actor.person_id in facts.person_ids
    hidden: frozenset[Part] = CONFIDENTIAL if is_own else frozenset()
    return BoardLine(
        mentorship_id=facts.mentorship_id,
        organization_id=facts.organization_id,
        organization_name=facts.organization_name,
        timezone=facts.timezone,
        mentor=facts.mentor,
        mentees=facts.mentees,
        is_own=is_own,
        is_paused=facts.is_paused,
        last=facts.last,
        next=facts.next,
        days=facts.days,
        limit_days=facts.limit_days,
        rhythm_days=facts.rhythm_days,
        own_rhythm=facts.own_rhythm,
        ends_on=facts.ends_on,
        tasks=facts.tasks,
        mood=None if is_own else facts.mood,
        trial=() if is_own else facts.trial,
        health=assess(replace(facts.facts, hidden=hidden)),
    )


# ---- one pair


def see(session: Session, actor: Actor, mentorship_id: int, *, now: datetime) -> BoardLine:
    """One pair, for a card. Raises NotAllowed, NoLongerCurrent when it is not active any more."""
    pair = visible(session, actor, mentorship_id)
    (facts,) = pair_facts.gather(session, [pair], now=now)
    return _line(facts, actor)


def open_one(session: Session, actor: Actor, mentorship_id: int, *, now: datetime) -> BoardLine:
    """The same; the look is written to the audit log, once a day. Raises as `see` does."""
    line = see(session, actor, mentorship_id, now=now)
    access.record_look(
        session,
        actor,
        "pair.health_seen",
        line.organization_id,
        subject_kind="mentorship",
        subject_id=mentorship_id,
        now=now,
    )
    return line


def visible(session: Session, actor: Actor, mentorship_id: int) -> Mentorship:
    """The active pair, for a curator or head of its school. Raises NotAllowed, NoLongerCurrent."""
    pair = session.get(Mentorship, mentorship_id)
    if pair is None:
        raise NoLongerCurrent
    access.require_role(actor, pair.organization_id, *SEERS)
    if pair.status != MentorshipStatus.ACTIVE:
        raise NoLongerCurrent
    return pair


def set_rhythm(session: Session, actor: Actor, mentorship_id: int, days: int, *, now: datetime) -> BoardLine:
    """How many days may pass between two meetings of this pair; 0: as many as at the school. Those of the
    pair are told.

    Raises NotAllowed, NoLongerCurrent (also for a number that was not offered).
    """
    pair = visible(session, actor, mentorship_id)
    if days not in (*RHYTHMS, AS_THE_SCHOOL):
        raise NoLongerCurrent
    wanted = days or None
    if pair.rhythm_days != wanted:
        pair.rhythm_days = wanted
        record_act(session, "pair.rhythm_set", actor, pair, now)
        session.flush()
        _tell_rhythm(session, actor, pair, now)
    return see(session, actor, mentorship_id, now=now)


def _tell_rhythm(session: Session, actor: Actor, pair: Mentorship, now: datetime) -> None:
    topic = f"board-rhythm:{pair.id}"
    # Whoever tries one after another tells of the last one.
    outbox.cancel_topic(session, topic, now=now)
    for member in pair.members:
        person = member.membership.person
        if person.has_telegram and person.id != actor.person_id:
            outbox.notify(
                session,
                kind="board.rhythm",
                key=f"{topic}:{pair.rhythm_days or AS_THE_SCHOOL}:{person.id}:{now.isoformat()}",
                person_id=person.id,
                payload={"mentorship_id": pair.id},
                topic=topic,
                due_at=now,
                now=now,
            )


def rhythm_told(session: Session, actor: Actor, mentorship_id: int) -> RhythmTold | None:
    """How often the actor's own pair is to meet now; None when it is not theirs, or has ended."""
    pair = session.get(Mentorship, mentorship_id)
    if pair is None or pair.status != MentorshipStatus.ACTIVE or pair.member(actor.person_id) is None:
        return None
    others = (one.membership for one in pair.members if one.membership.person_id != actor.person_id)
    days = pair.rhythm_days or pair.mentor.membership.organization.meeting_rhythm_days
    return RhythmTold(pair.id, tuple(PersonName.of(one) for one in others), days)


def record_act(session: Session, act: str, actor: Actor, pair: Mentorship, now: datetime) -> None:
    """Write to the audit log what was done about the pair."""
    access.record(
        session,
        act,
        actor_id=actor.person_id,
        organization_id=pair.organization_id,
        subject_kind="mentorship",
        subject_id=pair.id,
        now=now,
    )
