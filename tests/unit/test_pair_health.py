"""The health of a pair: bounds, what makes it better and worse, and what is left out."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from models import MeetingStatus, TrialWord
from services.pair_health import CALM, CONFIDENTIAL, WEIGHTS, Facts, Part, Reason, assess

H, N, D = MeetingStatus.HELD, MeetingStatus.NOT_HELD, MeetingStatus.DISPUTED
NEXT = (None, MeetingStatus.PROPOSED, MeetingStatus.CONFIRMED)
TRIAL = (TrialWord.CHANGE, TrialWord.NOT_SURE, TrialWord.CONTINUE)


@st.composite
def facts(draw: st.DrawFn) -> Facts:
    tasks = draw(st.integers(0, 40))
    return Facts(
        days=draw(st.integers(0, 500)),
        limit_days=draw(st.integers(1, 120)),
        has_met=draw(st.booleans()),
        next_status=draw(st.sampled_from(NEXT)),
        finished=draw(st.booleans()),
        tasks=tasks,
        tasks_overdue=draw(st.integers(0, tasks)),
        mood=draw(st.none() | st.floats(1, 10)),
        trial=draw(st.lists(st.sampled_from(TRIAL), max_size=3)),
        outcomes=draw(st.lists(st.sampled_from((H, N, D)), max_size=5)),
    )


def value_of(known: Facts, part: Part) -> int | None:
    return next((score.value for score in assess(known).scores if score.part is part), None)


def worse(better: int | None, worse_one: int | None) -> bool:
    """Nothing that got worse may raise the figure; an unknown part says nothing."""
    return better is None or worse_one is None or worse_one <= better


@given(facts())
def test_every_figure_lies_between_nothing_and_a_hundred(known: Facts) -> None:
    health = assess(known)
    values = [score.value for score in health.scores]
    assert all(0 <= value <= 100 for value in values)
    assert {score.part for score in health.scores} | set(health.unknown) == set(Part)
    if health.value is None:
        assert not values
    else:
        assert min(values) <= health.value <= max(values)


@given(facts(), st.integers(0, 200))
def test_more_days_without_a_meeting_are_never_better(known: Facts, more: int) -> None:
    later = replace(known, days=known.days + more)
    assert worse(value_of(known, Part.RHYTHM), value_of(later, Part.RHYTHM))


@given(facts(), st.integers(0, 2), st.integers(0, 2))
def test_a_surer_next_meeting_is_never_worse(known: Facts, one: int, two: int) -> None:
    low, high = sorted((one, two))
    less, more = replace(known, next_status=NEXT[low]), replace(known, next_status=NEXT[high])
    assert worse(value_of(more, Part.NEXT), value_of(less, Part.NEXT))
    assert worse(assess(more).value, assess(less).value)


@given(facts(), st.data())
def test_more_overdue_tasks_are_never_better(known: Facts, data: st.DataObject) -> None:
    more = replace(known, tasks_overdue=data.draw(st.integers(known.tasks_overdue, known.tasks)))
    assert worse(assess(known).value, assess(more).value)


@given(facts(), st.floats(1, 10), st.floats(1, 10))
def test_a_better_mood_is_never_worse(known: Facts, one: float, two: float) -> None:
    low, high = sorted((one, two))
    assert worse(assess(replace(known, mood=high)).value, assess(replace(known, mood=low)).value)


@given(facts(), st.sampled_from(TRIAL), st.sampled_from(TRIAL))
def test_a_surer_word_after_the_trial_is_never_worse(known: Facts, one: TrialWord, two: TrialWord) -> None:
    low, high = sorted((one, two), key=TRIAL.index)
    surer, doubtful = replace(known, trial=[high]), replace(known, trial=[low])
    assert worse(assess(surer).value, assess(doubtful).value)


@given(facts(), st.integers(0, 4), st.sampled_from((N, D)))
def test_a_missed_or_disputed_meeting_is_never_better(known: Facts, place: int, bad: MeetingStatus) -> None:
    held = [H] * 5
    missed = [*held[:place], bad, *held[place + 1 :]]
    assert worse(assess(replace(known, outcomes=held)).value, assess(replace(known, outcomes=missed)).value)


@given(facts())
def test_what_is_hidden_changes_nothing_that_is_shown(known: Facts) -> None:
    hidden = assess(replace(known, hidden=CONFIDENTIAL))
    silent = assess(replace(known, mood=None, trial=(), hidden=CONFIDENTIAL))
    assert hidden == silent
    assert not {score.part for score in hidden.scores} & CONFIDENTIAL
    assert not set(hidden.unknown) & CONFIDENTIAL


def test_the_figure_is_the_weighted_mean_of_what_is_known() -> None:
    known = Facts(days=3, limit_days=14, has_met=True, mood=10.0)
    health = assess(known)
    weights = WEIGHTS[Part.RHYTHM] + WEIGHTS[Part.NEXT] + WEIGHTS[Part.MOOD]
    expected = 100 * (WEIGHTS[Part.RHYTHM] + WEIGHTS[Part.MOOD]) / weights
    assert health.value == round(expected)
    assert set(health.unknown) == {Part.TASKS, Part.TRIAL, Part.OUTCOMES}


def test_a_pair_that_keeps_its_rhythm_needs_nobody_and_a_broken_rhythm_does() -> None:
    kept = Facts(days=14, limit_days=14, has_met=True)
    assert not assess(kept).needs_attention
    broken = assess(replace(kept, days=15, next_status=MeetingStatus.CONFIRMED, mood=10.0))
    assert broken.value is not None
    assert broken.value >= CALM
    assert broken.needs_attention
    assert broken.scores[0].reason is Reason.BROKEN


def test_a_pair_that_has_just_begun_is_not_blamed_for_its_rhythm() -> None:
    begun = assess(Facts(days=2, limit_days=10, has_met=False, next_status=MeetingStatus.CONFIRMED))
    assert begun.value == 100
    assert begun.scores[0].reason is Reason.AWAITED
    assert not assess(Facts(days=2, limit_days=10, has_met=False)).needs_attention
    late = assess(Facts(days=11, limit_days=10, has_met=False))
    assert late.scores[0].reason is Reason.NEVER_MET


def test_the_unhappier_side_counts_after_the_trial() -> None:
    known = Facts(days=1, limit_days=14, has_met=True, trial=(TrialWord.CONTINUE, TrialWord.CHANGE))
    assert value_of(known, Part.TRIAL) == 0
    assert assess(known).needs_attention


def test_after_the_final_meeting_nobody_asks_for_the_next_one() -> None:
    health = assess(Facts(days=90, limit_days=14, has_met=True, finished=True))
    assert health.value is None
    assert not health.needs_attention
