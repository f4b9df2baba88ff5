"""The roadmap in time: approval, reminders, opening, being late, the terms, and the next school year."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event, func, select
from sqlalchemy.orm import Session

from models import (
    Alert,
    AlertKind,
    AlertStatus,
    Membership,
    Notification,
    NotificationStatus,
    Occurrence,
    OccurrenceStatus,
    Organization,
    Roadmap,
    RoadmapStatus,
    Role,
)
from services import alerts, duties, duty_reminders, duty_ticks, plan_views, roadmaps
from services.errors import NoLongerCurrent, NotAllowed
from services.local_time import local_moment
from services.working_days import is_working_day
from tests.support.factories import (
    NOW,
    actor_of,
    duties_of,
    make_duty,
    make_item,
    make_organization,
    make_person,
    make_plan,
)

MOSCOW = ZoneInfo("Europe/Moscow")
DUE = date(2026, 11, 25)
OPENING = datetime(2026, 11, 10, 21, 0, tzinfo=UTC)
"""Midnight of the 11th in Moscow."""
MORNING_AFTER = datetime(2026, 11, 26, 6, 0, tzinfo=UTC)


@pytest.fixture
def school(session: Session) -> Organization:
    return make_organization(session)


@pytest.fixture
def curator(session: Session, school: Organization) -> Membership:
    return make_person(session, Role.CURATOR, school, last="Иванова")


@pytest.fixture
def mentor(session: Session, school: Organization) -> Membership:
    return make_person(session, Role.MENTOR, school, last="Орлова")


def plan(session: Session, *responsible: Membership, due_on: date = DUE, **fields: Any) -> Occurrence:
    return make_duty(session, *responsible, due_on=due_on, **fields)


def owed(
    session: Session, kind: str, status: NotificationStatus = NotificationStatus.PENDING
) -> list[Notification]:
    query = select(Notification).where(Notification.kind == kind, Notification.status == status)
    return list(
        session.scalars(query.order_by(Notification.due_at).execution_options(populate_existing=True))
    )


def the_alert(session: Session) -> Alert:
    return session.scalars(select(Alert).execution_options(populate_existing=True)).one()


# ---- reminders -------------------------------------------------------------------------------------------


def test_the_responsible_person_is_reminded_14_7_and_1_days_before_at_nine_local(
    session: Session, mentor: Membership
) -> None:
    duty = plan(session, mentor)
    assert owed(session, "roadmap.reminder") == []
    duty_ticks.tick_opening(session, now=OPENING)
    rows = owed(session, "roadmap.reminder")
    assert [row.due_at.astimezone(MOSCOW).strftime("%d.%m %H:%M") for row in rows] == [
        "11.11 09:00",
        "18.11 09:00",
        "24.11 09:00",
    ]
    assert {row.person_id for row in rows} == {mentor.person_id}
    assert {row.topic for row in rows} == {f"duty:{duty.id}"}
    assert {row.expires_at for row in rows} == {datetime(2026, 11, 25, 21, 0, tzinfo=UTC)}


def test_a_reminder_that_falls_on_a_weekend_moves_to_the_friday_before() -> None:
    monday = date(2026, 11, 23)
    (*_, (days, last)) = duty_reminders.reminder_moments(monday, "Europe/Moscow")
    assert (days, last.astimezone(MOSCOW).date()) == (1, date(2026, 11, 20))
    sunday = date(2026, 11, 29)
    moments = [
        moment.astimezone(MOSCOW).date()
        for _, moment in duty_reminders.reminder_moments(sunday, "Europe/Moscow")
    ]
    assert moments == [date(2026, 11, 13), date(2026, 11, 20), date(2026, 11, 27)]


@settings(max_examples=200, deadline=None)
@given(
    due_on=st.dates(date(2020, 1, 1), date(2050, 1, 1)),
    zone=st.sampled_from(["Europe/Moscow", "Asia/Kamchatka"]),
)
def test_reminders_fall_on_working_mornings_before_the_due_day(due_on: date, zone: str) -> None:
    moments = [
        moment.astimezone(ZoneInfo(zone)) for _, moment in duty_reminders.reminder_moments(due_on, zone)
    ]
    assert all(is_working_day(moment.date()) and (moment.hour, moment.minute) == (9, 0) for moment in moments)
    assert all(moment.date() < due_on for moment in moments)
    assert moments == sorted(moments)


def test_reminders_whose_time_is_over_are_not_owed(session: Session, mentor: Membership) -> None:
    plan(session, mentor, now=datetime(2026, 11, 20, 12, 0, tzinfo=UTC))
    assert [row.due_at.astimezone(MOSCOW).date() for row in owed(session, "roadmap.reminder")] == [
        date(2026, 11, 24)
    ]


def test_the_zone_of_the_organisation_counts(session: Session) -> None:
    kamchatka = make_organization(session, name="Школа № 2", timezone="Asia/Kamchatka")
    plan(session, make_person(session, Role.MENTOR, kamchatka))
    assert duty_ticks.tick_opening(session, now=datetime(2026, 11, 10, 12, 0, tzinfo=UTC)) == 1
    assert owed(session, "roadmap.reminder")[0].due_at == datetime(2026, 11, 10, 21, 0, tzinfo=UTC)


@pytest.mark.parametrize("zone", ["Europe/Moscow", "Asia/Kamchatka"])
def test_every_reminder_comes_once_at_its_moment_when_the_tick_runs_every_few_hours(
    session: Session, zone: str
) -> None:
    mentor = make_person(session, Role.MENTOR, make_organization(session, timezone=zone))

    @settings(max_examples=40, deadline=None)
    @given(
        due_on=st.dates(date(2026, 9, 8), date(2028, 2, 1)),
        ahead=st.one_of(st.none(), st.integers(0, 40)),
        hours=st.integers(4, 8),
    )
    def check(due_on: date, ahead: int | None, hours: int) -> None:
        starts_on = due_on - timedelta(days=ahead) if ahead is not None else None
        duty = plan(session, mentor, due_on=due_on, starts_on=starts_on)
        moments = [moment for _, moment in duty_reminders.reminder_moments(due_on, zone)]
        now = max(NOW, moments[0] - timedelta(days=3))
        while now < local_moment(due_on, time(0), zone):
            duty_ticks.tick_opening(session, now=now)
            now += timedelta(hours=hours)
        rows = [row for row in owed(session, "roadmap.reminder") if row.topic == f"duty:{duty.id}"]
        assert [row.due_at for row in rows] == [moment for moment in moments if moment >= NOW]
        assert all(row.created_at <= row.due_at for row in rows)

    check()


def test_a_reminder_whose_morning_passed_while_nothing_ran_is_made_up_for(
    session: Session, mentor: Membership
) -> None:
    plan(session, mentor)
    duty_ticks.tick_opening(session, now=OPENING + timedelta(hours=20))
    assert [row.due_at.astimezone(MOSCOW).date().day for row in owed(session, "roadmap.reminder")] == [
        11,
        18,
        24,
    ]


def test_reminders_that_were_owed_a_year_ahead_are_not_owed_a_second_time(
    session: Session, mentor: Membership
) -> None:
    duty = plan(session, mentor)
    duty.status = OccurrenceStatus.OPEN
    duty_reminders.owe_reminders(session, duty, NOW)
    duty.status = OccurrenceStatus.UPCOMING
    session.flush()
    duty_ticks.tick_opening(session, now=OPENING)
    assert len(owed(session, "roadmap.reminder")) == 3


def test_the_approval_of_a_large_plan_takes_a_bounded_number_of_statements(
    session: Session, school: Organization
) -> None:
    for _ in range(10):
        make_person(session, Role.MENTOR, school)
    rows = [
        make_item("еженедельно" if place % 2 else "сентябрь-май", number=str(place), activity=f"Дело {place}")
        for place in range(60)
    ]
    items = [replace(row, responsible_text="наставники") for row in rows]
    draft = make_plan(session, school, *items, live=False)
    session.flush()
    session.expire_all()
    with statements(session) as seen:
        roadmaps.go_live(session, draft, now=NOW)
    made = duties_of(draft)
    assert len(made) > 1_000
    assert {len(one.responsible) for one in made} == {10}
    assert len(seen) < 60 + len(made) / 5


@contextlib.contextmanager
def statements(session: Session) -> Iterator[list[str]]:
    """What was sent to the database but for the rows of the duties, which come one by one."""
    seen: list[str] = []

    def note(*sent: Any) -> None:
        if not str(sent[2]).startswith("INSERT INTO occurrence ("):
            seen.append(str(sent[2]))

    engine = session.get_bind().engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", note)


# ---- opening and being late ------------------------------------------------------------------------------


def test_a_duty_opens_14_days_before_or_when_it_starts(session: Session, mentor: Membership) -> None:
    plain = plan(session, mentor)
    early = plan(session, mentor, starts_on=date(2026, 10, 1))
    assert {plain.status, early.status} == {OccurrenceStatus.UPCOMING}
    assert duty_ticks.tick_opening(session, now=datetime(2026, 9, 30, 20, 59, tzinfo=UTC)) == 0
    assert duty_ticks.tick_opening(session, now=datetime(2026, 9, 30, 21, 0, tzinfo=UTC)) == 1
    assert (early.status, plain.status) == (OccurrenceStatus.OPEN, OccurrenceStatus.UPCOMING)
    assert duty_ticks.tick_opening(session, now=datetime(2026, 11, 10, 21, 0, tzinfo=UTC)) == 1
    assert plain.status == OccurrenceStatus.OPEN


@pytest.mark.parametrize("before", [timedelta(hours=9, minutes=1), timedelta(minutes=1)])
def test_the_due_day_is_inclusive_and_the_night_after_it_is_quiet(
    session: Session, mentor: Membership, before: timedelta
) -> None:
    duty = plan(session, mentor)
    assert duty_ticks.tick_overdue(session, now=MORNING_AFTER - before) == 0
    assert duty.status != OccurrenceStatus.OVERDUE


def test_what_is_late_is_told_to_the_curator_once(
    session: Session, mentor: Membership, curator: Membership
) -> None:
    duty = plan(session, mentor)
    assert duty_ticks.tick_overdue(session, now=MORNING_AFTER) == 1
    assert duty_ticks.tick_overdue(session, now=MORNING_AFTER + timedelta(minutes=1)) == 0
    alert = the_alert(session)
    assert (alert.status, alert.level, alert.subject) == (
        AlertStatus.OPEN,
        Role.CURATOR,
        {"occurrence_id": duty.id},
    )
    assert alert.since == datetime(2026, 11, 25, 21, 0, tzinfo=UTC)
    assert [row.person_id for row in owed(session, "alerts.raised")] == [curator.person_id]
    assert [row.person_id for row in owed(session, "roadmap.late")] == [mentor.person_id]


@pytest.mark.requirement("L-O-3a")
def test_every_curator_of_the_school_answers_for_the_dates(
    session: Session, school: Organization, mentor: Membership, curator: Membership
) -> None:
    second = make_person(session, Role.CURATOR, school, last="Сидорова")
    duty = plan(session, mentor)
    duty_ticks.tick_overdue(session, now=MORNING_AFTER)
    assert [row.person_id for row in owed(session, "alerts.raised")] == [curator.person_id, second.person_id]
    for one in (curator, second):
        page = plan_views.late(session, actor_of(session, one), now=MORNING_AFTER)
        assert [line.id for line in page.lines] == [duty.id]
    duties.complete(session, actor_of(session, second), duty.id, now=MORNING_AFTER)
    assert the_alert(session).resolved_by_id == second.person_id


def test_an_unanswered_delay_climbs_to_the_head(
    session: Session, school: Organization, mentor: Membership, curator: Membership
) -> None:
    head = make_person(session, Role.HEAD, school, last="Директорова")
    plan(session, mentor)
    duty_ticks.tick_overdue(session, now=MORNING_AFTER)
    assert alerts.wake(session, now=MORNING_AFTER + timedelta(days=3)) == 1
    assert the_alert(session).level == Role.HEAD
    assert head.person_id in {row.person_id for row in owed(session, "alerts.raised")}


def test_done_late_settles_the_alert_by_the_facts(
    session: Session, mentor: Membership, curator: Membership
) -> None:
    duty = plan(session, mentor)
    duty_ticks.tick_overdue(session, now=MORNING_AFTER)
    card = duties.complete(session, actor_of(session, mentor), duty.id, now=MORNING_AFTER)
    assert card.status == OccurrenceStatus.DONE_LATE
    alert = the_alert(session)
    assert (alert.status, alert.resolved_by_id, alert.resolution) == (AlertStatus.RESOLVED, None, "done")
    assert owed(session, "roadmap.late") == []


def test_a_clock_that_jumps_back_reports_nothing_twice(
    session: Session, mentor: Membership, curator: Membership
) -> None:
    plan(session, mentor)
    duty_ticks.tick_overdue(session, now=MORNING_AFTER)
    assert duty_ticks.tick_overdue(session, now=MORNING_AFTER - timedelta(hours=2)) == 0
    assert duty_ticks.tick_overdue(session, now=MORNING_AFTER + timedelta(hours=2)) == 0
    assert session.scalar(select(func.count()).select_from(Alert)) == 1


# ---- approval --------------------------------------------------------------------------------------------


@pytest.mark.requirement("N-3.3-4", "L-O-2")
def test_the_head_approves_the_plan_by_an_order_once_and_nobody_else_does(
    session: Session, school: Organization, mentor: Membership, curator: Membership
) -> None:
    draft = make_plan(session, school, make_item("до 25.11.2026", mentor), live=False)
    head = actor_of(session, make_person(session, Role.HEAD, school, last="Директорова"))
    with pytest.raises(NotAllowed):
        roadmaps.approve(session, actor_of(session, curator), draft.id, "12", date(2026, 9, 1), now=NOW)
    assert owed(session, "roadmap.reminder") == []
    roadmaps.approve(session, head, draft.id, "12", date(2026, 9, 1), now=NOW)
    with pytest.raises(NoLongerCurrent):
        roadmaps.approve(session, head, draft.id, "13", date(2026, 9, 2), now=NOW)
    duty_ticks.tick_opening(session, now=OPENING)
    (seen,) = plan_views.overview(session, actor_of(session, curator), now=NOW).plans
    assert (seen.approved_at, seen.order_number, seen.order_date) == (NOW, "12", date(2026, 9, 1))
    assert len(owed(session, "roadmap.reminder")) == 3


# ---- several people, continuous work, near days ----------------------------------------------------------


def test_everybody_responsible_is_reminded_and_hears_of_the_delay(
    session: Session, mentor: Membership, curator: Membership, school: Organization
) -> None:
    second = make_person(session, Role.MENTOR, school, last="Сомова")
    plan(session, mentor, second)
    duty_ticks.tick_opening(session, now=OPENING)
    assert len(owed(session, "roadmap.reminder")) == 6
    duty_ticks.tick_overdue(session, now=MORNING_AFTER)
    told = {row.person_id for row in owed(session, "roadmap.late")}
    assert told == {mentor.person_id, second.person_id}
    assert the_alert(session).kind == AlertKind.DUTY_OVERDUE


def test_continuous_work_is_asked_about_once_a_term(
    session: Session, school: Organization, mentor: Membership
) -> None:
    roadmap = make_plan(session, school, make_item("постоянно", mentor))
    checks = duties_of(roadmap)
    assert len(checks) == 4
    assert all(one.is_check for one in checks)
    assert len(owed(session, "roadmap.check")) == 1
    for month in (date(2026, 12, 1), date(2027, 2, 20), date(2027, 5, 1)):
        now = local_moment(month, time(9), "Europe/Moscow")
        duty_ticks.tick_opening(session, now=now)
    rows = owed(session, "roadmap.check")
    assert [row.payload["occurrence_id"] for row in rows] == [one.id for one in checks]
    assert owed(session, "roadmap.reminder") == []


@pytest.mark.parametrize("by_tick", [False, True])
def test_a_question_whose_moment_has_passed_is_asked_at_once_while_its_day_is_ahead(
    session: Session, school: Organization, mentor: Membership, by_tick: bool
) -> None:
    now = datetime(2026, 10, 23, 7, 0, tzinfo=UTC)
    roadmap = make_plan(session, school, make_item("постоянно", mentor), now=NOW if by_tick else now)
    (first, *_) = duties_of(roadmap)
    if by_tick:
        duty_reminders.renew_reminders(session, first, now)
    (row,) = [one for one in owed(session, "roadmap.check") if one.topic == f"duty:{first.id}"]
    assert (row.due_at, first.due_on > now.date()) == (now, True)
    duty_reminders.renew_reminders(session, first, datetime(2026, 12, 1, 7, 0, tzinfo=UTC))
    assert [one for one in owed(session, "roadmap.check") if one.topic == f"duty:{first.id}"] == []


def test_what_is_undone_three_days_before_is_told_to_the_curators_once(
    session: Session, school: Organization, mentor: Membership, curator: Membership
) -> None:
    duty = plan(session, mentor)
    duty_ticks.tick_opening(session, now=datetime(2026, 11, 12, 6, 0, tzinfo=UTC))
    morning = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
    duty_ticks.tick_near(session, now=morning - timedelta(minutes=1))
    assert session.scalars(select(Alert)).all() == []
    duty_ticks.tick_near(session, now=morning)
    duty_ticks.tick_near(session, now=morning + timedelta(hours=1))
    near = the_alert(session)
    assert (near.kind, near.subject) == (AlertKind.DUTY_NEAR, {"occurrence_id": duty.id})
    duties.complete(session, actor_of(session, mentor), duty.id, now=morning + timedelta(hours=2))
    assert the_alert(session).status == AlertStatus.RESOLVED


def test_of_what_comes_every_week_the_curators_hear_only_when_it_is_late(
    session: Session, school: Organization, mentor: Membership, curator: Membership
) -> None:
    assert curator.person_id
    roadmap = make_plan(session, school, make_item("еженедельно", mentor))
    duty_ticks.tick_opening(session, now=NOW)
    for hours in range(0, 6 * 24, 24):
        duty_ticks.tick_near(session, now=NOW + timedelta(hours=hours))
    near = [one for one in duties_of(roadmap) if one.due_on <= NOW.date() + timedelta(days=7)]
    assert near
    assert all(one.status == OccurrenceStatus.OPEN for one in near)
    assert session.scalars(select(Alert)).all() == []


# ---- the next school year --------------------------------------------------------------------------------


def test_what_recurs_comes_again_in_the_next_school_year_and_the_rest_does_not(
    session: Session, school: Organization, mentor: Membership
) -> None:
    roadmap = make_plan(
        session,
        school,
        make_item("ежегодно до 10 ноября", mentor, activity="Мониторинг", number="1"),
        make_item("до 25.11.2026", mentor, activity="Один раз", number="2"),
    )
    assert [one.due_on for one in duties_of(roadmap)] == [date(2026, 11, 10), date(2026, 11, 25)]
    duty_ticks.tick_new_year(session, now=datetime(2027, 7, 31, 12, 0, tzinfo=UTC))
    assert len(duties_of(roadmap)) == 2
    autumn = datetime(2027, 8, 2, 12, 0, tzinfo=UTC)
    duty_ticks.tick_new_year(session, now=autumn)
    duty_ticks.tick_new_year(session, now=autumn + timedelta(days=1))
    session.expire_all()
    again = [one for one in duties_of(roadmap) if one.due_on.year == 2027]
    assert [(one.item.activity, one.due_on) for one in again] == [("Мониторинг", date(2027, 11, 10))]
    assert [one.id for one in again[0].responsible] == [mentor.person_id]


def test_a_plan_that_another_year_follows_goes_on_until_its_own_is_over_and_makes_nothing_more(
    session: Session, school: Organization, mentor: Membership
) -> None:
    old = make_plan(session, school, make_item("ежегодно до 10 ноября", mentor))
    make_plan(
        session,
        school,
        make_item("до 20.11.2027", mentor),
        school_year="2027-2028",
        previous_id=old.id,
        now=datetime(2027, 6, 1, 9, 0, tzinfo=UTC),
    )
    statuses = select(Roadmap.status).where(Roadmap.id == old.id)
    assert session.scalars(statuses).one() == RoadmapStatus.APPROVED
    for _ in range(2):
        duty_ticks.tick_new_year(session, now=datetime(2027, 8, 2, 12, 0, tzinfo=UTC))
    assert session.scalars(statuses).one() == RoadmapStatus.ARCHIVED
    ahead = select(Occurrence.due_on).where(Occurrence.due_on > date(2027, 8, 1))
    assert session.scalars(ahead).all() == [date(2027, 11, 20)]
