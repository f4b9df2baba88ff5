"""A newer version of a plan beside the one that is live: which rows are the same, and what changed.

Rows are matched one to one by their words, a wrong match can be cut; what is linked keeps what was done
(`services.roadmaps.go_live`). Source of the rules: N-3.4-4.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from enum import StrEnum
from heapq import nsmallest

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from models import Roadmap, RoadmapItem, RoadmapStatus
from services import access, plan_desk
from services.access import Actor
from services.errors import NoLongerCurrent

COMPARED = 200
"""Characters of an activity that are compared: what differs later is the same row with another ending."""
CANDIDATES, CLAIMANTS = 2, 10
"""So many old rows are compared letter by letter with a new one, and so many new rows with an old one."""
ALIKE_BY_WORDS, ALIKE, ALIKE_WITH_NUMBER = 0.3, 0.72, 0.5
PAIRS_MOST = 40_000
"""More rows than 200 × 200 without an exact counterpart are not compared one by one."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Comparable:
    """What a row is recognised by."""

    id: int
    number: str
    activity: str


class Part(StrEnum):
    """What may differ in two versions of one row."""

    ACTIVITY = "activity"
    DEADLINE = "deadline"
    RESPONSIBLE = "responsible"
    RESULT = "result"
    CONTROLLER = "controller"


@dataclass(frozen=True, slots=True)
class Change:
    part: Part
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Added:
    id: int
    number: str
    activity: str
    phrase: str


@dataclass(frozen=True, slots=True)
class Changed:
    id: int
    number: str
    activity: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Gone:
    """A row that the newer version leaves out, and how many of its dated duties are settled."""

    id: int
    number: str
    activity: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Difference:
    """`may_edit`: links may still be cut by this person."""

    roadmap_id: int
    title: str
    added: tuple[Added, ...]
    changed: tuple[Changed, ...]
    gone: tuple[Gone, ...]
    unchanged: int
    may_edit: bool


# ---- which row is which: pure


def match(new: Sequence[Comparable], old: Sequence[Comparable]) -> dict[int, int]:
    """New row → old row, one to one: the same words first, then alike words, best first."""
    found = _same_words(new, old)
    taken = set(found.values())
    rest_new = [one for one in new if one.id not in found]
    rest_old = [one for one in old if one.id not in taken]
    if len(rest_new) * len(rest_old) <= PAIRS_MOST:
        found |= _best_first(_alike(rest_new, rest_old))
    return found


def _same_words(new: Sequence[Comparable], old: Sequence[Comparable]) -> dict[int, int]:
    """Rows with the same words; of several such rows those with the same number belong together."""
    found: dict[int, int] = {}
    for by_number in (True, False):
        free: dict[tuple[str, str], list[int]] = {}
        for one in reversed(old):
            if one.id not in found.values():
                free.setdefault(_key(one, by_number), []).append(one.id)
        for one in new:
            if one.id not in found and (waiting := free.get(_key(one, by_number))):
                found[one.id] = waiting.pop()
    return found


def _key(one: Comparable, by_number: bool) -> tuple[str, str]:
    return one.number if by_number else "", " ".join(_words(one.activity))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower().replace("ё", "е"))  # text-check: allow


def _alike(new: Sequence[Comparable], old: Sequence[Comparable]) -> Iterator[tuple[float, int, int]]:
    """(likeness, new id, old id) of the pairs that may be the same row."""
    for one, other in _closest(new, old):
        same_number = bool(one.number) and one.number == other.number
        needed = ALIKE_WITH_NUMBER if same_number else ALIKE
        likeness = _likeness(one.activity, other.activity, needed)
        if likeness >= needed:
            yield likeness + 0.1 * same_number, one.id, other.id


def _closest(new: Sequence[Comparable], old: Sequence[Comparable]) -> list[tuple[Comparable, Comparable]]:
    """The pairs worth reading letter by letter: to each row those that share most words with it. Which rows
    are many does not matter: each old one, too, is compared with a few new ones only.
    """
    words = {id(one): frozenset(_words(one.activity)) for one in (*new, *old)}
    overlaps = {
        (place, there): overlap
        for place, one in enumerate(new)
        for there, other in enumerate(old)
        if (overlap := _overlap(words[id(one)], words[id(other)])) >= ALIKE_BY_WORDS
    }
    best = _best_of(overlaps, 0, CANDIDATES) & _best_of(overlaps, 1, CLAIMANTS)
    return [(new[place], old[there]) for place, there in sorted(best)]


def _best_of(overlaps: dict[tuple[int, int], float], side: int, most: int) -> set[tuple[int, int]]:
    """The pairs with the largest overlap for each row of one side; of equal ones the first."""
    pairs: dict[int, list[tuple[float, int, int]]] = {}
    for (place, there), overlap in overlaps.items():
        pairs.setdefault((place, there)[side], []).append((-overlap, place, there))
    return {(place, there) for found in pairs.values() for _, place, there in nsmallest(most, found)}


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (len(one | other) or 1)


def _likeness(one: str, other: str, needed: float) -> float:
    """Between 0 and 1; 0 when a cheap look shows that it can't be as much as needed."""
    first, second = (" ".join(_words(text))[:COMPARED] for text in (one, other))
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= needed else 0.0


def _best_first(pairs: Iterable[tuple[float, int, int]]) -> dict[int, int]:
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, new_id, old_id in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if new_id not in found and old_id not in taken:
            found[new_id] = old_id
            taken.add(old_id)
    return found


# ---- links of stored plans


def live_of_year(session: Session, organization_id: int, school_year: str) -> Roadmap | None:
    """The live plan that the organisation made for itself for this year."""
    query = select(Roadmap).where(
        Roadmap.organization_id == organization_id,
        Roadmap.school_year == school_year,
        Roadmap.status == RoadmapStatus.APPROVED,
        Roadmap.origin_id.is_(None),
    )
    return session.scalars(query.order_by(Roadmap.id.desc()).limit(1)).one_or_none()


def live_of_earlier_year(session: Session, organization_id: int, school_year: str) -> Roadmap | None:
    """The live plan of its own that the organisation has for the latest year before this one."""
    query = select(Roadmap).where(
        Roadmap.organization_id == organization_id,
        Roadmap.school_year < school_year,
        Roadmap.status == RoadmapStatus.APPROVED,
        Roadmap.origin_id.is_(None),
    )
    query = query.order_by(Roadmap.school_year.desc(), Roadmap.id.desc())
    return session.scalars(query.limit(1)).one_or_none()


def link(session: Session, draft: Roadmap) -> None:
    """Make the draft a newer version of the live plan of its year, or what follows that of the year before:
    wherever it came from, two plans must not ask for the same work.

    A version that was replaced meanwhile gives way to the one that took its place.
    """
    place = (session, draft.organization_id, draft.school_year)
    live = live_of_year(*place) or live_of_earlier_year(*place)
    if live is None or live.id in (draft.id, draft.previous_id):
        return
    draft.previous_id = live.id
    successors = {one.previous_item_id: one.id for one in live.items if one.previous_item_id is not None}
    found = match(_comparable(draft.items), _comparable(live.items))
    for item in draft.items:
        followed = successors.get(item.previous_item_id) if item.previous_item_id is not None else None
        item.previous_item_id = followed or found.get(item.id)
    session.flush()


def _comparable(items: Iterable[RoadmapItem]) -> list[Comparable]:
    return [Comparable(one.id, one.number, one.activity) for one in items]


def difference(session: Session, actor: Actor, roadmap_id: int) -> Difference:
    """What a draft changes in the live plan of its year. Raises NotAllowed, NoLongerCurrent."""
    draft = plan_desk.managed(session, actor, roadmap_id)
    previous = session.get(Roadmap, draft.previous_id) if draft.previous_id else None
    if previous is None or not draft.is_draft or previous.school_year != draft.school_year:
        raise NoLongerCurrent
    query = select(RoadmapItem).where(RoadmapItem.roadmap_id == previous.id)
    old = {one.id: one for one in session.scalars(query.options(selectinload(RoadmapItem.occurrences)))}
    linked = [(one, old.get(one.previous_item_id or 0)) for one in draft.items]
    changed = [_changed(one, before) for one, before in linked if before is not None]
    kept = {before.id for _, before in linked if before is not None}
    return Difference(
        draft.id,
        draft.title,
        tuple(
            Added(one.id, one.number, one.activity, one.phrase) for one, before in linked if before is None
        ),
        tuple(one for one in changed if one.changes),
        tuple(_gone(one) for one in sorted(old.values(), key=lambda one: one.position) if one.id not in kept),
        sum(not one.changes for one in changed),
        plan_desk.may_edit(actor, draft),
    )


def _changed(new: RoadmapItem, old: RoadmapItem) -> Changed:
    pairs = (
        Change(Part.ACTIVITY, old.activity, new.activity),
        Change(Part.DEADLINE, old.phrase, new.phrase),
        Change(Part.RESPONSIBLE, old.responsible_text, new.responsible_text),
        Change(Part.RESULT, old.expected_result, new.expected_result),
        Change(Part.CONTROLLER, old.controller_text, new.controller_text),
    )
    differing = tuple(one for one in pairs if one.old.split() != one.new.split())
    return Changed(new.id, new.number, new.activity, differing)


def _gone(old: RoadmapItem) -> Gone:
    done = sum(one.is_settled for one in old.occurrences)
    return Gone(old.id, old.number, old.activity, done, len(old.occurrences))


def cut_link(session: Session, actor: Actor, item_id: int, *, now: datetime) -> int:
    """The row is a new one after all: what was done about the old row does not count for it.

    Returns the plan's id. Raises NotAllowed, NoLongerCurrent, PlanWithHead.
    """
    item = plan_desk.editable_item(session, actor, item_id)
    if item.previous_item_id is None:
        raise NoLongerCurrent
    item.previous_item_id = None
    access.record(
        session,
        "plan.link_cut",
        actor_id=actor.person_id,
        organization_id=item.roadmap.organization_id,
        subject_kind="roadmap_item",
        subject_id=item.id,
        now=now,
    )
    return item.roadmap_id
