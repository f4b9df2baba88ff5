"""Planned results: plan beside fact, and a revision where the fact falls short."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Alert, AlertKind, AlertStatus, Indicator, Organization, Roadmap, RoadmapStatus, Role
from services import indicators
from services.access import Actor
from services.errors import AnswerEmpty, AnswerTooLong, NoLongerCurrent, NotAllowed, ServiceError
from services.indicators import MeasuredInFuture, NotAValue, TooManyIndicators
from tests.support.factories import NOW, actor_of, make_item, make_organization, make_person, make_plan

TODAY = date(2026, 9, 7)


@pytest.fixture
def school(session: Session) -> Organization:
    return make_organization(session)


@pytest.fixture
def curator(session: Session, school: Organization) -> Actor:
    return actor_of(session, make_person(session, Role.CURATOR, school))


@pytest.fixture
def plan(session: Session, school: Organization, curator: Actor) -> Roadmap:
    return make_plan(session, school, make_item("до 25.11.2026"))


def add(session: Session, curator: Actor, plan: Roadmap, planned: str = "85 %") -> int:
    found = indicators.add(session, curator, plan.id, "Доля довольных", planned, now=NOW)
    return found.indicators[-1].id


def raised(session: Session) -> list[Alert]:
    query = select(Alert).where(Alert.kind == AlertKind.REVISION_NEEDED).order_by(Alert.id)
    return list(session.scalars(query.execution_options(populate_existing=True)))


@pytest.mark.parametrize(
    ("typed", "value", "unit"),
    [
        ("85 %", 85.0, "%"),
        ("12 пар", 12.0, "пар"),
        ("1 200 участников", 1200.0, "участников"),
        ("12,5", 12.5, ""),
        ("0", 0.0, ""),
        ("−3 балла", -3.0, "балла"),
    ],
)
def test_a_number_is_read_with_its_unit(typed: str, value: float, unit: str) -> None:
    assert indicators.read_value(typed) == (value, unit)


@pytest.mark.parametrize("typed", ["", "много", "%", "9999999999999"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(NotAValue):
        indicators.read_value(typed)


@settings(max_examples=100, deadline=None)
@given(typed=st.text(max_size=300))
def test_no_typed_number_does_more_than_be_refused(typed: str) -> None:
    try:
        value, _ = indicators.read_value(typed)
    except ServiceError:
        return
    assert abs(value) <= indicators.LARGEST


@settings(max_examples=100, deadline=None)
@given(value=st.integers(-1_000_000, 1_000_000), unit=st.sampled_from(["", "%", "пар", "чел."]))
def test_a_written_number_is_read_as_it_was(value: int, unit: str) -> None:
    assert indicators.read_value(f"{value} {unit}") == (float(value), unit)


@pytest.mark.requirement("L-O-3b")
def test_plan_and_fact_stand_beside_one_another(session: Session, curator: Actor, plan: Roadmap) -> None:
    number = add(session, curator, plan)
    before = indicators.results(session, curator, plan.id).indicators[0]
    assert (before.planned, before.unit, before.actual, before.falls_short) == (85.0, "%", None, False)
    found = indicators.enter_actual(session, curator, number, "90", TODAY, now=NOW)
    assert (found.indicators[0].actual, found.indicators[0].measured_on, found.short) == (90.0, TODAY, 0)
    assert raised(session) == []


@pytest.mark.requirement("L-O-3b", "P-mon-bad")
def test_a_fact_below_the_plan_asks_for_a_revision(session: Session, curator: Actor, plan: Roadmap) -> None:
    number = add(session, curator, plan)
    found = indicators.enter_actual(session, curator, number, "60", TODAY, now=NOW)
    assert found.short == 1
    (alert,) = raised(session)
    assert alert.subject == {"indicator_id": number, "roadmap_id": plan.id}
    assert indicators.count_short(session, curator) == 1
    card = indicators.short_of(session, curator, number)
    assert card is not None
    assert card[0].actual == 60.0


def test_a_better_fact_settles_the_alert_and_a_worse_one_raises_another(
    session: Session, curator: Actor, plan: Roadmap
) -> None:
    number = add(session, curator, plan)
    indicators.enter_actual(session, curator, number, "60", TODAY, now=NOW)
    indicators.enter_actual(session, curator, number, "85", TODAY, now=NOW + timedelta(hours=1))
    assert [one.status for one in raised(session)] == [AlertStatus.RESOLVED]
    assert indicators.short_of(session, curator, number) is None
    indicators.enter_actual(session, curator, number, "84,9", TODAY, now=NOW + timedelta(hours=2))
    assert [one.status for one in raised(session)] == [AlertStatus.RESOLVED, AlertStatus.OPEN]


def test_a_removed_one_asks_for_nothing(session: Session, curator: Actor, plan: Roadmap) -> None:
    number = add(session, curator, plan)
    indicators.enter_actual(session, curator, number, "60", TODAY, now=NOW)
    assert indicators.remove(session, curator, number, now=NOW).indicators == ()
    assert raised(session)[0].status == AlertStatus.RESOLVED
    with pytest.raises(NoLongerCurrent):
        indicators.see(session, curator, number)


def test_what_does_not_fit_is_refused(session: Session, curator: Actor, plan: Roadmap) -> None:
    number = add(session, curator, plan)
    with pytest.raises(AnswerEmpty):
        indicators.add(session, curator, plan.id, " ", "85", now=NOW)
    with pytest.raises(AnswerTooLong):
        indicators.add(session, curator, plan.id, "д" * 501, "85", now=NOW)
    with pytest.raises(NotAValue):
        indicators.add(session, curator, plan.id, "Доля", "почти все", now=NOW)
    with pytest.raises(MeasuredInFuture):
        indicators.enter_actual(session, curator, number, "60", TODAY + timedelta(days=1), now=NOW)
    assert len(session.scalars(select(Indicator)).all()) == 1


def test_a_plan_has_so_many_and_no_more(
    session: Session, curator: Actor, plan: Roadmap, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indicators, "INDICATORS_LIMIT", 2)
    add(session, curator, plan)
    add(session, curator, plan)
    with pytest.raises(TooManyIndicators):
        add(session, curator, plan)


def test_nobody_else_sees_or_enters_them(session: Session, curator: Actor, plan: Roadmap) -> None:
    number = add(session, curator, plan)
    elsewhere = make_organization(session, name="Школа № 2")
    strangers = [
        make_person(session, Role.CURATOR, elsewhere),
        make_person(session, Role.MENTOR, plan.organization),
    ]
    for one in strangers:
        actor = actor_of(session, one)
        for call in (
            lambda actor=actor: indicators.results(session, actor, plan.id),
            lambda actor=actor: indicators.see(session, actor, number),
            lambda actor=actor: indicators.short_of(session, actor, number),
            lambda actor=actor: indicators.remove(session, actor, number, now=NOW),
            lambda actor=actor: indicators.enter_actual(session, actor, number, "1", TODAY, now=NOW),
            lambda actor=actor: indicators.add(session, actor, plan.id, "Доля", "85", now=NOW),
        ):
            with pytest.raises(NotAllowed):
                call()


def test_only_live_plans_have_planned_results(session: Session, curator: Actor, plan: Roadmap) -> None:
    number = add(session, curator, plan)
    assert [(one.id, one.indicators, one.short) for one in indicators.plans(session, curator)] == [
        (plan.id, 1, 0)
    ]
    plan.status = RoadmapStatus.ARCHIVED
    assert indicators.plans(session, curator) == ()
    with pytest.raises(NoLongerCurrent):
        indicators.enter_actual(session, curator, number, "60", TODAY, now=NOW)


def test_a_newer_version_takes_the_planned_results_over_and_settles_the_revision(
    session: Session, school: Organization, curator: Actor, plan: Roadmap
) -> None:
    number = add(session, curator, plan)
    indicators.enter_actual(session, curator, number, "60", TODAY, now=NOW)
    assert indicators.tick_follow(session, now=NOW) == 0
    second = make_plan(session, school, make_item("до 25.12.2026"), previous_id=plan.id)
    third = make_plan(session, school, make_item("до 26.12.2026"), previous_id=second.id)
    assert indicators.tick_follow(session, now=NOW) == 2
    assert indicators.tick_follow(session, now=NOW) == 1
    assert indicators.tick_follow(session, now=NOW) == 0
    assert [one.actual for one in indicators.results(session, curator, third.id).indicators] == [60.0]
    assert [one.status for one in raised(session)] == [AlertStatus.RESOLVED]


def test_the_plan_of_the_next_year_has_results_of_its_own(
    session: Session, school: Organization, curator: Actor, plan: Roadmap
) -> None:
    add(session, curator, plan)
    make_plan(session, school, make_item("до 25.12.2027"), previous_id=plan.id, school_year="2027-2028")
    plan.status = RoadmapStatus.ARCHIVED
    assert indicators.tick_follow(session, now=NOW) == 0
