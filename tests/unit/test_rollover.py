"""The next year's plan out of the present one: what recurs stays, dates move, what is not done is marked."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import (
    Alert,
    AlertKind,
    AlertStatus,
    Occurrence,
    OccurrenceStatus,
    Organization,
    Roadmap,
    RoadmapStatus,
    Role,
)
from services import alerts, deadlines, duty_ticks, plan_desk, plan_drafts, rollover
from services.access import Actor
from services.deadlines import Context, Kind
from services.errors import NoLongerCurrent, NotAllowed
from services.rollover import next_phrase, shift_years
from tests.support.factories import NOW, actor_of, make_item, make_organization, make_person, make_plan

OLD = Context(today=date(2026, 9, 7), school_year=2026)
NEW = Context(today=date(2026, 9, 7), school_year=2027)
MAY = datetime(2027, 5, 3, 7, 0, tzinfo=UTC)


# ---- phrases


@pytest.mark.requirement("L-O-1")
@pytest.mark.parametrize(
    ("phrase", "following"),
    [
        ("Ежегодно сентябрь-май", "Ежегодно сентябрь-май"),
        ("до 10 ноября", "до 10 ноября"),
        ("в течение года", "в течение года"),
        ("каждый понедельник", "каждый понедельник"),
        ("постоянно", "постоянно"),
        ("по отдельному плану", "по отдельному плану"),
        ("27.01.2027, далее – ежегодно сентябрь", "ежегодно сентябрь"),
        ("31.01.2027, далее - постоянно", "постоянно"),
        ("До 15.02.2027, далее ежегодно – до 10 ноября", "ежегодно до 10.11"),
        ("до 10.11.2026", "до 10.11.2027"),
        ("27.01.27", "27.01.28"),
        ("Сентябрь 2026 г. – май 2027 г.", "Сентябрь 2027 г. – май 2028 г."),
        ("2026-2027 учебный год", "2027-2028 учебный год"),
        ("15.10.2026, 20.12.2026", "15.10.2027, 20.12.2027"),
        ("до конца февраля 2027", "до конца февраля 2028"),
        ("Ежегодно сентябрь 2026 – май 2027", "ежегодно сентябрь – май"),
    ],
)
def test_a_deadline_moves_on_by_a_year(phrase: str, following: str) -> None:
    assert next_phrase(phrase, OLD, NEW) == following


@pytest.mark.parametrize("phrase", ["", "когда-нибудь", "31 ноября", "=1+1", "2026", "x" * 5000])
def test_what_is_not_understood_is_left_to_a_person(phrase: str) -> None:
    if not deadlines.read(phrase, OLD).is_understood:
        assert next_phrase(phrase, OLD, NEW) == phrase


DAYS = st.dates(date(2026, 9, 1), date(2027, 5, 31))


@settings(max_examples=150, deadline=None)
@given(DAYS, DAYS, st.sampled_from(["{0:%d.%m.%Y}", "до {0:%d.%m.%Y}", "с {0:%d.%m.%Y} по {1:%d.%m.%Y}"]))
def test_a_dated_phrase_reads_a_year_later_to_the_day(one: date, other: date, shape: str) -> None:
    first, last = sorted((one, other))
    phrase = shape.format(first, last)
    before, after = deadlines.read(phrase, OLD), deadlines.read(next_phrase(phrase, OLD, NEW), NEW)
    assert after.kind == before.kind
    for then, now in ((before.start, after.start), (before.end, after.end)):
        assert now == (then.replace(year=then.year + 1) if then else None)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_whatever_stands_there_nothing_breaks(phrase: str) -> None:
    assert len(next_phrase(phrase, OLD, NEW)) <= max(len(phrase) + 60, 300)


def test_every_kind_of_year_in_a_title_moves_on() -> None:
    assert shift_years("План на 2026-2027 учебный год", 1) == "План на 2027-2028 учебный год"
    assert shift_years("План на 2026/27 уч. г.", 1) == "План на 2027/28 уч. г."
    assert shift_years("Дорожная карта школы № 2026197", 1) == "Дорожная карта школы № 2026197"
    assert shift_years("на 2023 – 2024 годы", 2) == "на 2025 – 2026 годы"


# ---- plans


@pytest.fixture
def school(session: Session) -> Organization:
    return make_organization(session)


@pytest.fixture
def curator(session: Session, school: Organization) -> Actor:
    return actor_of(session, make_person(session, Role.CURATOR, school, last="Орлова"))


@pytest.fixture
def head(session: Session, school: Organization) -> Actor:
    return actor_of(session, make_person(session, Role.HEAD, school, last="Смирнов"))


@pytest.fixture
def live(session: Session, school: Organization, curator: Actor) -> Roadmap:
    assert curator.person_id
    return make_plan(
        session,
        school,
        make_item("до 10.11.2026", number="1", activity="Собрать анкеты"),
        make_item("до 25.05.2027", number="2", activity="Подвести итоги"),
        make_item("ежегодно до 10 июня", number="3", activity="Провести самодиагностику"),
        make_item("март", number="4", activity="Провести ярмарку"),
        make_item("по мере необходимости", number="5", activity="Заключить соглашения"),
        title="Дорожная карта на 2026-2027 учебный год",
        order_number="48",
        order_date=date(2026, 9, 1),
    )


def duty(roadmap: Roadmap, number: str) -> Occurrence:
    (found,) = next(one.occurrences for one in roadmap.items if one.number == number)
    return found


def settled(session: Session, live: Roadmap, curator: Actor) -> None:
    """By May: the first is done, the fourth was waived."""
    duty(live, "1").complete(curator.person_id, date(2026, 11, 1), NOW)
    duty(live, "4").waive(curator.person_id, "Ярмарки не будет", NOW)
    session.flush()


@pytest.mark.requirement("L-O-1", "N-3.4-4")
def test_the_next_plan_has_what_recurs_and_moved_dates_and_no_order(
    session: Session, live: Roadmap, curator: Actor
) -> None:
    settled(session, live, curator)
    made = rollover.propose(session, curator, live.id, now=MAY)
    draft = session.get_one(Roadmap, made.roadmap_id)
    assert (draft.status, draft.school_year) == (RoadmapStatus.DRAFT, "2027-2028")
    assert draft.title == "Дорожная карта на 2027-2028 учебный год"
    assert (draft.order_number, draft.order_date, draft.previous_id) == ("", None, live.id)
    assert [(one.number, one.deadline_phrase) for one in draft.items] == [
        ("1", "до 10.11.2027"),
        ("2", "до 25.05.2028"),
        ("3", "ежегодно до 10 июня"),
        ("5", "по мере необходимости"),
    ]
    readings = [one.reading.end for one in plan_desk.read_rows(session, draft, now=MAY)]
    assert readings == [date(2027, 11, 10), date(2028, 5, 25), date(2028, 6, 10), None]


@pytest.mark.requirement("L-O-1")
def test_what_was_not_done_is_marked_and_stands_first(
    session: Session, live: Roadmap, curator: Actor
) -> None:
    settled(session, live, curator)
    made = rollover.propose(session, curator, live.id, now=MAY)
    shown = plan_desk.page(session, curator, made.roadmap_id, now=MAY)
    assert [(one.number, one.left_over) for one in shown.rows] == [
        ("2", True),
        ("3", True),
        ("5", False),
        ("1", False),
    ]
    assert (shown.head.left_over, shown.head.left_over_from) == (2, "2026-2027")
    duty(live, "2").complete(curator.person_id, date(2027, 5, 20), MAY)
    session.flush()
    assert plan_desk.head_of(session, curator, made.roadmap_id, now=MAY).left_over == 1


def test_a_second_tap_finds_the_draft_of_the_first(session: Session, live: Roadmap, curator: Actor) -> None:
    first = rollover.propose(session, curator, live.id, now=MAY)
    again = rollover.propose(session, curator, live.id, now=MAY)
    assert (again.roadmap_id, again.is_new) == (first.roadmap_id, False)
    plan_drafts.delete(session, curator, first.roadmap_id, now=MAY)
    assert rollover.propose(session, curator, live.id, now=MAY).is_new


def test_only_a_live_plan_of_ones_own_is_continued_and_only_by_those_who_decide(
    session: Session, school: Organization, live: Roadmap, curator: Actor
) -> None:
    draft = make_plan(session, school, make_item("май"), live=False)
    published = make_plan(session, school, make_item("май"), origin_id=live.id)
    for plan in (draft, published):
        with pytest.raises(NoLongerCurrent):
            rollover.propose(session, curator, plan.id, now=MAY)
    mentor = actor_of(session, make_person(session, Role.MENTOR, school))
    with pytest.raises(NotAllowed):
        rollover.propose(session, mentor, live.id, now=MAY)


def test_a_plan_of_two_calendar_years_is_followed_by_the_next_two(
    session: Session, school: Organization, curator: Actor
) -> None:
    live = make_plan(
        session,
        school,
        make_item("27.01.2026, далее – ежегодно сентябрь", number="1"),
        make_item("Март-май 2026", number="2"),
        title="План на 2026 – 2027 годы",
        by_calendar=True,
    )
    made = rollover.propose(session, curator, live.id, now=MAY)
    draft = session.get_one(Roadmap, made.roadmap_id)
    assert (draft.title, draft.school_year, draft.by_calendar) == (
        "План на 2028 – 2029 годы",
        "2028-2029",
        True,
    )
    assert [one.deadline_phrase for one in draft.items] == ["ежегодно сентябрь", "Март-май 2028"]


# ---- the old plan beside the new one


@pytest.mark.requirement("L-O-1")
def test_the_present_plan_goes_on_until_its_year_is_over(
    session: Session, live: Roadmap, curator: Actor, head: Actor
) -> None:
    settled(session, live, curator)
    made = rollover.propose(session, curator, live.id, now=MAY)
    plan_drafts.approve(session, head, made.roadmap_id, "51", date(2027, 5, 3), now=MAY)
    session.refresh(live)
    assert live.status == RoadmapStatus.APPROVED
    assert duty(live, "1").status == OccurrenceStatus.DONE
    assert duty(live, "2").due_on == date(2027, 5, 25)
    new = session.get_one(Roadmap, made.roadmap_id)
    assert duty(new, "1").due_on == date(2027, 11, 10)
    assert duty(new, "1").status == OccurrenceStatus.UPCOMING


@pytest.mark.requirement("L-O-1")
def test_in_august_the_plan_that_is_followed_is_archived_and_nothing_is_made_twice(
    session: Session, live: Roadmap, curator: Actor, head: Actor
) -> None:
    made = rollover.propose(session, curator, live.id, now=MAY)
    plan_drafts.approve(session, head, made.roadmap_id, "51", date(2027, 5, 3), now=MAY)
    august = datetime(2027, 8, 2, 7, 0, tzinfo=UTC)
    duty_ticks.tick_overdue(session, now=august)
    duty_ticks.tick_new_year(session, now=august)
    session.expire_all()
    assert session.get_one(Roadmap, live.id).status == RoadmapStatus.ARCHIVED
    diagnostics = select(func.count()).where(Occurrence.due_on == date(2028, 6, 10))
    assert session.scalar(diagnostics) == 1
    still_asked = select(func.count()).where(
        Alert.kind == AlertKind.DUTY_OVERDUE, Alert.status != AlertStatus.RESOLVED
    )
    assert session.scalar(still_asked) == 0


@pytest.mark.requirement("L-O-1")
def test_a_plan_approved_in_september_takes_over_what_recurs(
    session: Session, live: Roadmap, curator: Actor, head: Actor
) -> None:
    september = datetime(2027, 9, 6, 7, 0, tzinfo=UTC)
    duty_ticks.tick_new_year(session, now=datetime(2027, 8, 2, 7, 0, tzinfo=UTC))
    made = rollover.propose(session, curator, live.id, now=september)
    plan_drafts.approve(session, head, made.roadmap_id, "51", date(2027, 9, 6), now=september)
    session.expire_all()
    assert session.get_one(Roadmap, live.id).status == RoadmapStatus.ARCHIVED
    (only,) = session.scalars(select(Occurrence).where(Occurrence.due_on == date(2028, 6, 10)))
    assert only.item.roadmap_id == made.roadmap_id


# ---- the question


def asked(session: Session) -> list[Alert]:
    return list(session.scalars(select(Alert).where(Alert.kind == AlertKind.PLAN_NEXT_YEAR)))


@pytest.mark.requirement("L-O-1")
def test_thirty_days_before_the_year_ends_the_curators_are_asked_once(
    session: Session, live: Roadmap, curator: Actor
) -> None:
    assert rollover.tick_next_year(session, now=datetime(2027, 4, 30, 12, 0, tzinfo=UTC)) == 0
    first_of_may = datetime(2027, 4, 30, 21, 30, tzinfo=UTC)  # it is May in Moscow
    assert rollover.tick_next_year(session, now=first_of_may) == 1
    assert rollover.tick_next_year(session, now=first_of_may + timedelta(days=3)) == 0
    (alert,) = asked(session)
    assert alert.subject == {"roadmap_id": live.id}
    assert alerts.count_open(session, curator) == 1
    rollover.propose(session, curator, live.id, now=MAY)
    session.refresh(alert)
    assert alert.status == AlertStatus.RESOLVED


def test_nobody_is_asked_where_the_next_plan_is_drafted(
    session: Session, live: Roadmap, curator: Actor
) -> None:
    rollover.propose(session, curator, live.id, now=MAY)
    assert rollover.tick_next_year(session, now=MAY) == 0
    assert asked(session) == []


def test_a_school_that_ends_its_year_in_june_is_asked_later(session: Session) -> None:
    late = make_organization(session, name="Гимназия", year_end_month=6, year_end_day=30)
    make_person(session, Role.CURATOR, late)
    make_plan(session, late, make_item("май"))
    assert rollover.tick_next_year(session, now=MAY) == 0
    assert rollover.tick_next_year(session, now=datetime(2027, 5, 31, 12, 0, tzinfo=UTC)) == 1


def test_a_newer_version_of_the_same_year_is_not_asked_about_again(
    session: Session, school: Organization, live: Roadmap
) -> None:
    assert rollover.tick_next_year(session, now=MAY) == 1
    make_plan(session, school, make_item("май"), previous_id=live.id, now=MAY)
    assert rollover.tick_next_year(session, now=MAY + timedelta(days=1)) == 0


def test_a_published_plan_is_continued_by_those_who_published_it(
    session: Session, school: Organization, live: Roadmap
) -> None:
    other = make_organization(session, name="Школа № 2")
    make_person(session, Role.CURATOR, other)
    make_plan(session, other, make_item("май"), origin_id=live.id)
    assert rollover.tick_next_year(session, now=MAY) == 1
    assert [one.organization_id for one in asked(session)] == [school.id]


def test_kinds_that_recur_are_kept_apart_from_those_that_do_not() -> None:
    assert deadlines.read("ежегодно сентябрь", OLD).kind is Kind.YEARLY
    assert deadlines.read(next_phrase("сентябрь", OLD, NEW), NEW).start == date(2027, 9, 1)
