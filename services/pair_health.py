"""How well a pair is doing: one figure, and the parts that it is made of.

Every part is a number from 0 to 100 with a weight and a reason that can be said aloud; the figure is the
weighted mean of the parts that are known. Pure: knows no database, no names and no words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from models import MeetingStatus, TrialWord

BEST = 100
CALM = 60
"""A figure below this wants the curator's attention."""
ALARMING = 50
"""So does a single part below this, except that a next meeting may still be arranged."""
MOOD_WORST, MOOD_BEST = 1, 10
MOOD_GOOD = 7


class Part(StrEnum):
    RHYTHM = "rhythm"
    NEXT = "next"
    TASKS = "tasks"
    MOOD = "mood"
    TRIAL = "trial"
    OUTCOMES = "outcomes"


WEIGHTS = {
    Part.RHYTHM: 30,
    Part.NEXT: 15,
    Part.TASKS: 15,
    Part.MOOD: 20,
    Part.TRIAL: 10,
    Part.OUTCOMES: 10,
}
CONFIDENTIAL = frozenset({Part.MOOD, Part.TRIAL})
"""What nobody of the pair may conclude from the figure, whatever else they are at the school."""


class Reason(StrEnum):
    """Why a part stands where it stands."""

    KEPT = "kept"
    AWAITED = "awaited"
    BROKEN = "broken"
    NEVER_MET = "never-met"
    NEXT_CONFIRMED = "next-confirmed"
    NEXT_PROPOSED = "next-proposed"
    NEXT_NONE = "next-none"
    TASKS_ON_TIME = "tasks-on-time"
    TASKS_OVERDUE = "tasks-overdue"
    MOOD_GOOD = "mood-good"
    MOOD_MIXED = "mood-mixed"
    MOOD_LOW = "mood-low"
    TRIAL_CONTINUE = "trial-continue"
    TRIAL_NOT_SURE = "trial-not-sure"
    TRIAL_CHANGE = "trial-change"
    OUTCOMES_HELD = "outcomes-held"
    OUTCOMES_MISSED = "outcomes-missed"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a pair. `days` passed since the last meeting (since the beginning where there was
    none), days that do not count left out; `limit_days` may pass. `mood`: the mean of the mentee's last
    answers, from 1 to 10. `outcomes` of the last meetings. `finished`: the final meeting has taken place.
    """

    days: int
    limit_days: int
    has_met: bool
    next_status: MeetingStatus | None = None
    finished: bool = False
    tasks: int = 0
    tasks_overdue: int = 0
    mood: float | None = None
    trial: Sequence[TrialWord] = ()
    outcomes: Sequence[MeetingStatus] = ()
    hidden: frozenset[Part] = field(default=frozenset())


@dataclass(frozen=True, slots=True)
class Score:
    """One part: 0 to 100, how much it weighs, and why it is so."""

    part: Part
    value: int
    weight: int
    reason: Reason

    @property
    def is_alarming(self) -> bool:
        return self.part is not Part.NEXT and self.value < ALARMING


@dataclass(frozen=True, slots=True)
class Health:
    """`value` is None when nothing is known yet. `unknown`: the parts without a word so far."""

    value: int | None
    scores: tuple[Score, ...]
    unknown: tuple[Part, ...]

    @property
    def needs_attention(self) -> bool:
        is_low = self.value is not None and self.value < CALM
        return is_low or any(score.is_alarming for score in self.scores)


def assess(facts: Facts) -> Health:
    """The figure and its parts; what is hidden from the reader counts for neither."""
    made = {part: rate(facts) for part, rate in _RATES.items() if part not in facts.hidden}
    scores = tuple(score for score in made.values() if score is not None)
    unknown = tuple(part for part, score in made.items() if score is None)
    return Health(_mean(scores), scores, unknown)


def _mean(scores: Sequence[Score]) -> int | None:
    weight = sum(score.weight for score in scores)
    return round(sum(score.value * score.weight for score in scores) / weight) if weight else None


def _score(part: Part, value: float, reason: Reason) -> Score:
    return Score(part, min(max(round(value), 0), BEST), WEIGHTS[part], reason)


def _rhythm(facts: Facts) -> Score | None:
    """Full as long as the rhythm is kept, or the first meeting may still be awaited; from one half down to
    nothing at twice the time.
    """
    if facts.finished:
        return None
    over = facts.days - facts.limit_days
    if over <= 0:
        return _score(Part.RHYTHM, BEST, Reason.KEPT if facts.has_met else Reason.AWAITED)
    value = ALARMING * (1 - over / max(facts.limit_days, 1))
    return _score(Part.RHYTHM, min(value, ALARMING - 1), Reason.BROKEN if facts.has_met else Reason.NEVER_MET)


def _next(facts: Facts) -> Score | None:
    if facts.finished:
        return None
    if facts.next_status is MeetingStatus.CONFIRMED:
        return _score(Part.NEXT, BEST, Reason.NEXT_CONFIRMED)
    if facts.next_status is MeetingStatus.PROPOSED:
        return _score(Part.NEXT, BEST / 2, Reason.NEXT_PROPOSED)
    return _score(Part.NEXT, 0, Reason.NEXT_NONE)


def _tasks(facts: Facts) -> Score | None:
    if not facts.tasks:
        return None
    reason = Reason.TASKS_OVERDUE if facts.tasks_overdue else Reason.TASKS_ON_TIME
    return _score(Part.TASKS, BEST * (facts.tasks - facts.tasks_overdue) / facts.tasks, reason)


def _mood(facts: Facts) -> Score | None:
    if facts.mood is None:
        return None
    score = _score(Part.MOOD, BEST * (facts.mood - MOOD_WORST) / (MOOD_BEST - MOOD_WORST), Reason.MOOD_MIXED)
    if score.value < ALARMING:
        return _score(Part.MOOD, score.value, Reason.MOOD_LOW)
    return _score(Part.MOOD, score.value, Reason.MOOD_GOOD) if facts.mood >= MOOD_GOOD else score


_TRIAL = {
    TrialWord.CONTINUE: (BEST, Reason.TRIAL_CONTINUE),
    TrialWord.NOT_SURE: (BEST // 2, Reason.TRIAL_NOT_SURE),
    TrialWord.CHANGE: (0, Reason.TRIAL_CHANGE),
}


def _trial(facts: Facts) -> Score | None:
    """The most doubtful word counts: a pair is no better than its unhappier side."""
    if not facts.trial:
        return None
    value, reason = min((_TRIAL[word] for word in facts.trial), key=lambda one: one[0])
    return _score(Part.TRIAL, value, reason)


def _outcomes(facts: Facts) -> Score | None:
    if not facts.outcomes:
        return None
    held = sum(one is MeetingStatus.HELD for one in facts.outcomes)
    all_held = held == len(facts.outcomes)
    reason = Reason.OUTCOMES_HELD if all_held else Reason.OUTCOMES_MISSED
    return _score(Part.OUTCOMES, BEST * held / len(facts.outcomes), reason)


_RATES = {
    Part.RHYTHM: _rhythm,
    Part.NEXT: _next,
    Part.TASKS: _tasks,
    Part.MOOD: _mood,
    Part.TRIAL: _trial,
    Part.OUTCOMES: _outcomes,
}
