"""The rules of the roadmap: when reminders go out, who may do what, what happens when the day has passed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import (
    Alert,
    AlertStatus,
    AuditRecord,
    Evidence,
    Membership,
    MembershipStatus,
    Notification,
    NotificationStatus,
    Occurrence,
    OccurrenceStatus,
    Organization,
    Role,
)
from services import alerts, duties, duty_views, roadmaps
from services.duties import AttachedFile
from services.errors import AnswerEmpty, AnswerTooLong, NoLongerCurrent, NotAllowed
from services.roadmaps import NewItem
from tests.support.factories import NOW, actor_of, make_organization, make_person

MOSCOW = ZoneInfo("Europe/Moscow")
DUE = date(2026, 11, 25)
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


def plan(
    session: Session,
    responsible: Membership,
    *,
    due_on: date = DUE,
    starts_on: date | None = None,
    now: datetime = NOW,
) -> Occurrence:
    item = NewItem(
        number="1.2",
        section="Подготовительный этап",
        activity="Составить базу наставников",
        deadline_phrase="до 25 ноября",
        expected_result="База",
        due_on=due_on,
        responsible_id=responsible.person_id,
        starts_on=starts_on,
    )
    roadmap_id = roadmaps.create_roadmap(
        session, responsible.organization_id, "Дорожная карта", "2026-2027", [item], now=now
    )
    query = select(Occurrence).where(Occurrence.item.has(roadmap_id=roadmap_id))
    return session.scalars(query).one()


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
    (*_, (days, last)) = roadmaps.reminder_moments(monday, "Europe/Moscow")
    assert (days, last.astimezone(MOSCOW).date()) == (1, date(2026, 11, 20))
    sunday = date(2026, 11, 29)
    moments = [
        moment.astimezone(MOSCOW).date() for _, moment in roadmaps.reminder_moments(sunday, "Europe/Moscow")
    ]
    assert moments == [date(2026, 11, 13), date(2026, 11, 20), date(2026, 11, 27)]


@given(
    due_on=st.dates(date(2020, 1, 1), date(2050, 1, 1)),
    zone=st.sampled_from(["Europe/Moscow", "Asia/Kamchatka"]),
)
def test_reminders_fall_on_working_mornings_before_the_due_day(due_on: date, zone: str) -> None:
    moments = [moment.astimezone(ZoneInfo(zone)) for _, moment in roadmaps.reminder_moments(due_on, zone)]
    assert all(moment.weekday() < 5 and (moment.hour, moment.minute) == (9, 0) for moment in moments)
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
    assert owed(session, "roadmap.reminder")[0].due_at == datetime(2026, 11, 10, 21, 0, tzinfo=UTC)


# ---- opening and being late ------------------------------------------------------------------------------


def test_a_duty_opens_14_days_before_or_when_it_starts(session: Session, mentor: Membership) -> None:
    plain = plan(session, mentor)
    early = plan(session, mentor, starts_on=date(2026, 10, 1))
    assert {plain.status, early.status} == {OccurrenceStatus.UPCOMING}
    assert roadmaps.tick_opening(session, now=datetime(2026, 9, 30, 20, 59, tzinfo=UTC)) == 0
    assert roadmaps.tick_opening(session, now=datetime(2026, 9, 30, 21, 0, tzinfo=UTC)) == 1
    assert (early.status, plain.status) == (OccurrenceStatus.OPEN, OccurrenceStatus.UPCOMING)
    assert roadmaps.tick_opening(session, now=datetime(2026, 11, 10, 21, 0, tzinfo=UTC)) == 1
    assert plain.status == OccurrenceStatus.OPEN


@pytest.mark.parametrize("before", [timedelta(hours=9, minutes=1), timedelta(minutes=1)])
def test_the_due_day_is_inclusive_and_the_night_after_it_is_quiet(
    session: Session, mentor: Membership, before: timedelta
) -> None:
    duty = plan(session, mentor)
    assert roadmaps.tick_overdue(session, now=MORNING_AFTER - before) == 0
    assert duty.status != OccurrenceStatus.OVERDUE


def test_what_is_late_is_told_to_the_curator_once(
    session: Session, mentor: Membership, curator: Membership
) -> None:
    duty = plan(session, mentor)
    assert roadmaps.tick_overdue(session, now=MORNING_AFTER) == 1
    assert roadmaps.tick_overdue(session, now=MORNING_AFTER + timedelta(minutes=1)) == 0
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
    roadmaps.tick_overdue(session, now=MORNING_AFTER)
    assert [row.person_id for row in owed(session, "alerts.raised")] == [curator.person_id, second.person_id]
    for one in (curator, second):
        page = duty_views.roadmap_page(session, actor_of(session, one), now=MORNING_AFTER)
        assert [line.id for line in page.lines] == [duty.id]
    duties.complete(session, actor_of(session, second), duty.id, now=MORNING_AFTER)
    assert the_alert(session).resolved_by_id == second.person_id


def test_an_unanswered_delay_climbs_to_the_head(
    session: Session, school: Organization, mentor: Membership, curator: Membership
) -> None:
    head = make_person(session, Role.HEAD, school, last="Директорова")
    plan(session, mentor)
    roadmaps.tick_overdue(session, now=MORNING_AFTER)
    assert alerts.wake(session, now=MORNING_AFTER + timedelta(days=3)) == 1
    assert the_alert(session).level == Role.HEAD
    assert head.person_id in {row.person_id for row in owed(session, "alerts.raised")}


def test_done_late_settles_the_alert_by_the_facts(
    session: Session, mentor: Membership, curator: Membership
) -> None:
    duty = plan(session, mentor)
    roadmaps.tick_overdue(session, now=MORNING_AFTER)
    card = duties.complete(session, actor_of(session, mentor), duty.id, now=MORNING_AFTER)
    assert card.status == OccurrenceStatus.DONE_LATE
    alert = the_alert(session)
    assert (alert.status, alert.resolved_by_id, alert.resolution) == (AlertStatus.RESOLVED, None, "done")
    assert owed(session, "roadmap.late") == []


def test_a_clock_that_jumps_back_reports_nothing_twice(
    session: Session, mentor: Membership, curator: Membership
) -> None:
    plan(session, mentor)
    roadmaps.tick_overdue(session, now=MORNING_AFTER)
    assert roadmaps.tick_overdue(session, now=MORNING_AFTER - timedelta(hours=2)) == 0
    assert roadmaps.tick_overdue(session, now=MORNING_AFTER + timedelta(hours=2)) == 0
    assert session.scalar(select(func.count()).select_from(Alert)) == 1


# ---- marking as done -------------------------------------------------------------------------------------


def test_done_in_time_takes_the_reminders_back(session: Session, mentor: Membership) -> None:
    duty = plan(session, mentor)
    card = duties.complete(session, actor_of(session, mentor), duty.id, now=NOW)
    assert (card.status, card.is_settled, card.done_by is not None) == (OccurrenceStatus.DONE, True, True)
    assert owed(session, "roadmap.reminder") == []
    assert len(owed(session, "roadmap.reminder", NotificationStatus.CANCELLED)) == 3


def test_the_evening_of_the_due_day_is_still_in_time(session: Session, mentor: Membership) -> None:
    duty = plan(session, mentor)
    evening = datetime(2026, 11, 25, 20, 59, tzinfo=UTC)
    assert (
        duties.complete(session, actor_of(session, mentor), duty.id, now=evening).status
        == OccurrenceStatus.DONE
    )


def test_a_second_tap_changes_nothing(session: Session, mentor: Membership) -> None:
    duty, actor = plan(session, mentor), actor_of(session, mentor)
    duties.complete(session, actor, duty.id, now=NOW)
    with pytest.raises(duties.DutyAlreadyDone):
        duties.complete(session, actor, duty.id, now=NOW + timedelta(seconds=1))
    assert duty.done_at == NOW
    assert session.scalar(select(func.count()).select_from(AuditRecord)) == 1


def test_a_comment_and_a_file_are_kept_as_evidence(
    session: Session, mentor: Membership, curator: Membership
) -> None:
    duty, actor = plan(session, mentor), actor_of(session, mentor)
    duties.report(session, actor, duty.id, comment="  Готово: <b>12</b> & 🎉 ", now=NOW)
    card = duties.report(session, actor, duty.id, file=AttachedFile("F1", "база.xlsx"), now=NOW)
    assert card.status == OccurrenceStatus.DONE
    assert [(one.comment, one.file_name) for one in card.evidence] == [
        ("Готово: <b>12</b> & 🎉", None),
        ("", "база.xlsx"),
    ]
    seen = duty_views.see(session, actor_of(session, curator), duty.id, now=NOW)
    assert seen.evidence == card.evidence


def test_what_was_typed_while_a_curator_marked_the_duty_is_not_lost(
    session: Session, mentor: Membership, curator: Membership
) -> None:
    duty = plan(session, mentor)
    duties.complete(session, actor_of(session, curator), duty.id, now=NOW)
    card = duties.report(session, actor_of(session, mentor), duty.id, comment="И отчёт сдан", now=NOW)
    assert [one.comment for one in card.evidence] == ["И отчёт сдан"]
    assert duty.done_by_id == curator.person_id


def test_an_empty_or_endless_comment_is_refused_with_its_length(session: Session, mentor: Membership) -> None:
    duty, actor = plan(session, mentor), actor_of(session, mentor)
    with pytest.raises(AnswerEmpty):
        duties.report(session, actor, duty.id, comment="   ", now=NOW)
    with pytest.raises(AnswerTooLong) as refused:
        duties.report(session, actor, duty.id, comment="🎉" * 501, now=NOW)
    assert refused.value.fields == {"limit": 1000, "length": 1002}
    assert not duty.is_settled


def test_a_duty_holds_no_more_than_eight_pieces_of_evidence(session: Session, mentor: Membership) -> None:
    duty, actor = plan(session, mentor), actor_of(session, mentor)
    for number in range(duties.EVIDENCE_LIMIT):
        duties.report(session, actor, duty.id, comment=str(number), now=NOW)
    with pytest.raises(duties.TooMuchEvidence):
        duties.report(session, actor, duty.id, comment="ещё", now=NOW)
    assert session.scalar(select(func.count()).select_from(Evidence)) == duties.EVIDENCE_LIMIT


def test_a_curator_marks_for_somebody_who_is_told(
    session: Session, mentor: Membership, curator: Membership
) -> None:
    duty = plan(session, mentor)
    duties.complete(session, actor_of(session, curator), duty.id, now=NOW)
    assert [row.person_id for row in owed(session, "roadmap.completed")] == [mentor.person_id]


# ---- who may ---------------------------------------------------------------------------------------------


def test_another_persons_duty_is_out_of_reach(
    session: Session, school: Organization, mentor: Membership
) -> None:
    duty = plan(session, mentor)
    stranger = make_person(session, Role.MENTOR, school)
    elsewhere = make_person(session, Role.CURATOR, make_organization(session, name="Школа № 2"))
    for one in (stranger, elsewhere):
        actor = actor_of(session, one)
        for attempt in (duty_views.see, duties.complete, duties.nudge, duties.take_over):
            with pytest.raises(NotAllowed):
                attempt(session, actor, duty.id, now=NOW)
        with pytest.raises(NotAllowed):
            duties.report(session, actor, duty.id, comment="x", now=NOW)
    with pytest.raises(NotAllowed):
        duty_views.roadmap_page(session, actor_of(session, stranger), now=NOW)


def test_who_has_left_the_school_may_not_touch_their_old_duties(session: Session, mentor: Membership) -> None:
    duty = plan(session, mentor)
    mentor.status = MembershipStatus.LEFT
    with pytest.raises(NotAllowed):
        duties.complete(session, actor_of(session, mentor), duty.id, now=NOW)


def test_the_responsible_person_may_neither_nudge_nor_take_over(session: Session, mentor: Membership) -> None:
    duty = plan(session, mentor)
    with pytest.raises(NotAllowed):
        duties.nudge(session, actor_of(session, mentor), duty.id, now=NOW)
    with pytest.raises(NotAllowed):
        duties.take_over(session, actor_of(session, mentor), duty.id, now=NOW)


def test_a_duty_that_does_not_exist_is_no_longer_current(session: Session, curator: Membership) -> None:
    with pytest.raises(NoLongerCurrent):
        duty_views.see(session, actor_of(session, curator), 10**9, now=NOW)


def test_a_file_is_given_to_those_who_may_see_it_and_leaves_a_trace(
    session: Session, school: Organization, mentor: Membership, curator: Membership
) -> None:
    duty = plan(session, mentor)
    duties.report(session, actor_of(session, mentor), duty.id, file=AttachedFile("F1", "a.pdf"), now=NOW)
    evidence_id = duty.evidence[0].id
    assert duties.open_file(session, actor_of(session, curator), evidence_id, now=NOW).file_id == "F1"
    query = select(AuditRecord.actor_id).where(AuditRecord.act == "duty.file_opened")
    assert session.scalars(query).all() == [curator.person_id]
    with pytest.raises(NotAllowed):
        duties.open_file(
            session, actor_of(session, make_person(session, Role.MENTOR, school)), evidence_id, now=NOW
        )


# ---- the curator's means ---------------------------------------------------------------------------------


def test_a_nudge_goes_out_once_a_day(session: Session, mentor: Membership, curator: Membership) -> None:
    duty, actor = plan(session, mentor), actor_of(session, curator)
    duties.nudge(session, actor, duty.id, now=NOW)
    with pytest.raises(duties.AlreadyNudged):
        duties.nudge(session, actor, duty.id, now=NOW + timedelta(hours=2))
    duties.nudge(session, actor, duty.id, now=NOW + timedelta(days=1))
    assert [row.person_id for row in owed(session, "roadmap.nudge")] == [mentor.person_id] * 2


def test_nobody_is_nudged_who_cannot_hear_it(
    session: Session, mentor: Membership, curator: Membership
) -> None:
    duty = plan(session, mentor)
    mentor.person.blocked_at = NOW
    with pytest.raises(duties.ResponsibleUnreachable):
        duties.nudge(session, actor_of(session, curator), duty.id, now=NOW)


def test_a_duty_taken_over_brings_its_reminders_along(
    session: Session, mentor: Membership, curator: Membership
) -> None:
    duty, actor = plan(session, mentor), actor_of(session, curator)
    card = duties.take_over(session, actor, duty.id, now=NOW)
    assert card.responsible_is_viewer
    assert {row.person_id for row in owed(session, "roadmap.reminder")} == {curator.person_id}
    assert len(owed(session, "roadmap.reminder")) == 3
    assert [row.person_id for row in owed(session, "roadmap.taken_over")] == [mentor.person_id]
    with pytest.raises(NoLongerCurrent):
        duties.take_over(session, actor, duty.id, now=NOW)


# ---- lists -----------------------------------------------------------------------------------------------


def test_my_duties_show_the_late_ones_first_and_nothing_done(session: Session, mentor: Membership) -> None:
    later = plan(session, mentor, due_on=date(2026, 9, 20))
    late = plan(session, mentor, due_on=date(2026, 9, 1))
    done = plan(session, mentor, due_on=date(2026, 9, 3))
    actor = actor_of(session, mentor)
    duties.complete(session, actor, done.id, now=NOW)
    page = duty_views.my_duties(session, actor, now=NOW)
    assert [(line.id, line.days_left, line.is_late) for line in page.lines] == [
        (late.id, -6, True),
        (later.id, 13, False),
    ]
    assert (page.total, page.late, page.pages) == (2, 1, 1)


def test_the_roadmap_is_paged_in_its_own_order_and_narrows_to_what_is_late(
    session: Session, mentor: Membership, curator: Membership
) -> None:
    duties = [plan(session, mentor, due_on=date(2026, 9, 30 - number)) for number in range(8)]
    actor = actor_of(session, curator)
    first = duty_views.roadmap_page(session, actor, now=NOW)
    beyond = duty_views.roadmap_page(session, actor, page=99, now=NOW)
    assert [line.id for line in (*first.lines, *beyond.lines)] == [duty.id for duty in duties]
    assert (first.pages, beyond.page, first.total) == (2, 1, 8)
    roadmaps.tick_overdue(session, now=datetime(2026, 9, 26, 6, 0, tzinfo=UTC))
    late = duty_views.roadmap_page(
        session, actor, late_only=True, now=datetime(2026, 9, 26, 6, 0, tzinfo=UTC)
    )
    assert [line.due_on.day for line in late.lines] == [23, 24, 25]
    assert duty_views.count_late(session, actor) == 3
    assert duty_views.count_current(session, actor_of(session, mentor)) == 3


@pytest.mark.requirement("N-3.3-4")
def test_the_head_approves_the_plan_once_and_nobody_else_does(
    session: Session, school: Organization, mentor: Membership, curator: Membership
) -> None:
    plan(session, mentor)
    head = actor_of(session, make_person(session, Role.HEAD, school, last="Директорова"))
    header = duty_views.roadmap_page(session, head, now=NOW).plan
    assert header is not None
    assert header.may_approve
    with pytest.raises(NotAllowed):
        roadmaps.approve(session, actor_of(session, curator), header.id, now=NOW)
    roadmaps.approve(session, head, header.id, now=NOW)
    with pytest.raises(NoLongerCurrent):
        roadmaps.approve(session, head, header.id, now=NOW)
    seen = duty_views.roadmap_page(session, actor_of(session, curator), now=NOW).plan
    assert seen is not None
    assert (seen.approved_at, seen.may_approve) == (NOW, False)
