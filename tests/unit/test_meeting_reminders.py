"""When reminders come: by each person's choice, local clock and quiet hours; and what they owe anew."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    Lesson,
    LessonBell,
    LessonVisit,
    Meeting,
    MeetingAnswer,
    MeetingKind,
    MeetingStatus,
    Membership,
    Notification,
    NotificationStatus,
    Organization,
    Role,
)
from models.delivery import Urgency
from services import meeting_reminders
from services.meeting_reminders import CHOICES, DAY, LATEST_USE, USUAL, PlannedReminder, plan
from services.quiet_hours import LessonHours, QuietHours
from tests.support.factories import NOW, make_organization, make_pair, make_person

MOSCOW = QuietHours("Europe/Moscow")
BERLIN = QuietHours("Europe/Berlin")


def at(zone: str, *local: int) -> datetime:
    return datetime(*local, tzinfo=ZoneInfo(zone)).astimezone(UTC)  # type: ignore[arg-type,misc]


def due(planned: list[PlannedReminder]) -> dict[int, datetime]:
    return {one.minutes: one.due_at for one in planned}


@pytest.mark.requirement("N-1.4")
def test_every_choice_comes_so_long_before_the_start() -> None:
    start = at("Europe/Moscow", 2026, 10, 14, 15, 30)
    assert due(plan(start, CHOICES, MOSCOW, now=start - timedelta(days=30))) == {
        7 * DAY: start - timedelta(days=7),
        2 * DAY: start - timedelta(days=2),
        DAY: start - timedelta(days=1),
        180: start - timedelta(hours=3),
        60: start - timedelta(hours=1),
        15: start - timedelta(minutes=15),
    }


@pytest.mark.parametrize(("month", "day"), [(3, 29), (10, 25)])
def test_a_day_before_is_the_same_time_of_the_clock_over_a_change_and_an_hour_is_an_hour(
    month: int, day: int
) -> None:
    """Berlin: on 29 March the day has 23 hours, on 25 October 25."""
    start = at("Europe/Berlin", 2026, month, day, 15, 30)
    found = due(plan(start, (DAY, 180, 60), BERLIN, now=start - timedelta(days=5)))
    assert found[DAY] == at("Europe/Berlin", 2026, month, day - 1, 15, 30)
    assert start - found[DAY] != timedelta(days=1)
    assert (start - found[180], start - found[60]) == (timedelta(hours=3), timedelta(hours=1))


def test_a_day_before_in_a_gap_of_the_clock_is_the_first_time_after_it() -> None:
    never = QuietHours("Europe/Berlin", 0, 0)
    start = at("Europe/Berlin", 2026, 3, 30, 2, 30)
    found = due(plan(start, (DAY,), never, now=start - timedelta(days=5)))
    assert found[DAY] == at("Europe/Berlin", 2026, 3, 29, 3, 0)


def test_a_day_before_in_an_overlap_comes_once_at_the_first_of_both() -> None:
    never = QuietHours("Europe/Berlin", 0, 0)
    start = at("Europe/Berlin", 2026, 10, 26, 2, 30)
    (only,) = plan(start, (DAY,), never, now=start - timedelta(days=5))
    assert only.due_at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_what_is_past_is_left_out_of_a_late_confirmation() -> None:
    start = at("Europe/Moscow", 2026, 10, 14, 15, 30)
    late = plan(start, CHOICES, MOSCOW, now=start - timedelta(minutes=50))
    assert due(late) == {15: start - timedelta(minutes=15)}
    assert plan(start, CHOICES, MOSCOW, now=start - timedelta(minutes=15)) == []


def test_the_night_before_an_early_meeting_waits_and_several_at_one_moment_are_one() -> None:
    start = at("Europe/Moscow", 2026, 10, 14, 8, 30)
    found = plan(start, (DAY, 180, 60), MOSCOW, now=start - timedelta(days=3))
    assert due(found) == {
        DAY: at("Europe/Moscow", 2026, 10, 13, 8, 30),
        60: at("Europe/Moscow", 2026, 10, 14, 8, 0),
    }
    assert {one.urgency for one in found} == {Urgency.NORMAL}


def test_before_dawn_an_hour_before_is_urgent_and_a_day_before_is_left_out_when_useless() -> None:
    start = at("Europe/Moscow", 2026, 10, 14, 6, 0)
    found = plan(start, (DAY, 60), MOSCOW, now=start - timedelta(days=3))
    assert due(found) == {
        DAY: at("Europe/Moscow", 2026, 10, 13, 8, 0),
        60: at("Europe/Moscow", 2026, 10, 14, 5, 0),
    }
    assert found[-1].urgency == Urgency.URGENT


def test_in_the_evening_the_reminder_comes_before_the_quiet_hours_begin() -> None:
    start = at("Europe/Moscow", 2026, 10, 14, 21, 0)
    (only,) = plan(start, (60,), MOSCOW, now=start - timedelta(days=3))
    assert only.due_at == at("Europe/Moscow", 2026, 10, 14, 19, 59)
    assert only.urgency == Urgency.URGENT, "late, it must not wait for the morning after"


def test_before_quiet_hours_is_never_before_now() -> None:
    start = at("Europe/Moscow", 2026, 10, 14, 21, 0)
    now = at("Europe/Moscow", 2026, 10, 14, 19, 59)
    (only,) = plan(start, (60,), MOSCOW, now=now)
    assert only.due_at == at("Europe/Moscow", 2026, 10, 14, 20, 0)


def test_two_people_in_two_zones_are_reminded_by_their_own_clocks() -> None:
    start = at("Asia/Vladivostok", 2026, 10, 14, 16, 0)
    now = start - timedelta(days=3)
    east = due(plan(start, USUAL, QuietHours("Asia/Vladivostok"), now=now))
    west = plan(start, USUAL, QuietHours("Europe/Kaliningrad"), now=now)
    assert east == {DAY: start - timedelta(days=1), 60: start - timedelta(hours=1)}
    # 16:00 in Vladivostok is eight in the morning in Kaliningrad.
    assert due(west) == {DAY: at("Europe/Kaliningrad", 2026, 10, 13, 8, 0), 60: start - timedelta(hours=1)}
    assert west[-1].urgency == Urgency.URGENT


@given(
    zone=st.sampled_from(["Europe/Berlin", "Europe/Moscow", "Asia/Vladivostok", "Europe/Kaliningrad"]),
    start=st.integers(0, 60 * 24 * 700).map(lambda minutes: NOW + timedelta(minutes=minutes)),
    ahead=st.integers(0, 60 * 24 * 10),
    wished=st.sets(st.sampled_from(CHOICES)),
    night=st.tuples(st.integers(0, 23), st.integers(0, 23)),
)
def test_no_reminder_is_past_useless_or_disturbing(
    zone: str, start: datetime, ahead: int, wished: set[int], night: tuple[int, int]
) -> None:
    quiet, now = QuietHours(zone, *night), start - timedelta(minutes=ahead)
    planned = plan(start, wished, quiet, now=now)
    moments = [one.due_at for one in planned]
    assert moments == sorted(set(moments))
    assert {one.minutes for one in planned} <= wished
    for one in planned:
        assert now < one.due_at <= start - LATEST_USE
        if one.urgency == Urgency.NORMAL:
            assert not quiet.holds(one.due_at)


@pytest.mark.requirement("N-1.4")
def test_nobody_is_reminded_in_a_lesson_but_in_the_break_after_it_or_before_it() -> None:
    """Wednesday: lessons from 13:00 to 13:45 and from 13:55 to 15:20."""
    lessons = LessonHours("Europe/Moscow", ((2, 780, 825), (2, 835, 920)))
    quiet = QuietHours("Europe/Moscow", lessons=(lessons,))
    start = at("Europe/Moscow", 2026, 10, 14, 14, 30)
    assert due(plan(start, (60,), quiet, now=start - timedelta(days=1))) == {
        60: at("Europe/Moscow", 2026, 10, 14, 13, 45)
    }
    after_lessons = at("Europe/Moscow", 2026, 10, 14, 15, 25)
    (only,) = plan(after_lessons, (60,), quiet, now=after_lessons - timedelta(days=1))
    assert only.due_at == at("Europe/Moscow", 2026, 10, 14, 13, 54), "the last minute of the break before"


# ---- what is owed


@pytest.fixture
def school(session: Session) -> Organization:
    return make_organization(session)


def confirmed(
    session: Session, mentor: Membership, mentee: Membership, starts_at: datetime, *, pair_id: int = 0
) -> Meeting:
    number = pair_id or make_pair(session, mentor, mentee).id
    meeting = Meeting.propose(number, MeetingKind.REGULAR, starts_at, "Школа", mentor.person_id, now=NOW)
    meeting.confirm(NOW)
    meeting.answers = [MeetingAnswer(person_id=mentee.person_id, agrees=True, answered_at=NOW)]
    session.add(meeting)
    session.flush()
    return meeting


def pending(session: Session, person_id: int) -> list[tuple[int, datetime]]:
    query = (
        select(Notification)
        .where(
            Notification.person_id == person_id,
            Notification.kind == meeting_reminders.KIND,
            Notification.status == NotificationStatus.PENDING,
        )
        .order_by(Notification.due_at)
        .execution_options(populate_existing=True)
    )
    return [(one.payload["minutes"], one.due_at) for one in session.scalars(query)]


START = at("Europe/Moscow", 2026, 9, 16, 15, 30)


@pytest.fixture
def pair(session: Session, school: Organization) -> tuple[Membership, Membership]:
    return make_person(session, Role.MENTOR, school), make_person(session, Role.MENTEE, school)


def test_a_day_and_an_hour_are_owed_to_whoever_chose_nothing_and_once(
    session: Session, pair: tuple[Membership, Membership]
) -> None:
    mentor, mentee = pair
    meeting = confirmed(session, mentor, mentee, START)
    for _ in range(2):
        meeting_reminders.owe(session, meeting, mentee, NOW)
    assert [minutes for minutes, _ in pending(session, mentee.person_id)] == [DAY, 60]
    assert pending(session, mentor.person_id) == []


def test_a_changed_choice_replaces_what_is_owed_as_often_as_one_likes(
    session: Session, pair: tuple[Membership, Membership]
) -> None:
    mentor, mentee = pair
    meeting = confirmed(session, mentor, mentee, START)
    for one in pair:
        meeting_reminders.owe(session, meeting, one, NOW)
    for chosen in ([15], [], [DAY, 60], [15, 2 * DAY], None):
        mentee.person.reminder_minutes = chosen
        session.flush()
        meeting_reminders.renew(session, mentee.person_id, now=NOW)
        expected = sorted(USUAL if chosen is None else chosen, reverse=True)
        assert [minutes for minutes, _ in pending(session, mentee.person_id)] == expected
    assert [minutes for minutes, _ in pending(session, mentor.person_id)] == [DAY, 60], "the other's stay"


def test_what_was_sent_is_not_sent_again_when_the_choice_changes(
    session: Session, pair: tuple[Membership, Membership]
) -> None:
    mentor, mentee = pair
    meeting = confirmed(session, mentor, mentee, START)
    meeting_reminders.owe(session, meeting, mentee, NOW)
    day = session.scalars(select(Notification).where(Notification.kind == meeting_reminders.KIND)).first()
    assert day is not None and day.payload["minutes"] == DAY
    day.status = NotificationStatus.SENT
    session.flush()
    for chosen in ([], [DAY, 60]):
        mentee.person.reminder_minutes = chosen
        meeting_reminders.renew(session, mentee.person_id, now=NOW)
    assert [minutes for minutes, _ in pending(session, mentee.person_id)] == [60]


def test_whoever_does_not_take_part_is_owed_nothing_anew(
    session: Session, pair: tuple[Membership, Membership]
) -> None:
    mentor, mentee = pair
    meeting = confirmed(session, mentor, mentee, START)
    meeting.answers[0].agrees = False
    session.flush()
    for one in pair:
        meeting_reminders.renew(session, one.person_id, now=NOW)
    assert pending(session, mentee.person_id) == []
    assert [minutes for minutes, _ in pending(session, mentor.person_id)] == [DAY, 60]


@pytest.mark.parametrize("status", [one for one in MeetingStatus if one != MeetingStatus.CONFIRMED])
def test_only_what_is_confirmed_is_reminded_of(
    session: Session, pair: tuple[Membership, Membership], status: MeetingStatus
) -> None:
    mentor, mentee = pair
    confirmed(session, mentor, mentee, START).status = status
    session.flush()
    meeting_reminders.renew(session, mentee.person_id, now=NOW)
    assert pending(session, mentee.person_id) == []


def test_the_lessons_entered_at_the_school_are_kept_free(
    session: Session, school: Organization, pair: tuple[Membership, Membership]
) -> None:
    mentor, mentee = pair
    session.add(
        LessonBell(organization_id=school.id, number=6, from_minute=14 * 60, until_minute=14 * 60 + 45)
    )
    session.add(Lesson(membership_id=mentee.id, weekday=START.weekday(), number=6))
    session.flush()
    meeting = confirmed(session, mentor, mentee, START)
    for one in pair:
        meeting_reminders.owe(session, meeting, one, NOW)
    assert pending(session, mentor.person_id)[-1] == (60, START - timedelta(hours=1))
    assert pending(session, mentee.person_id)[-1] == (60, START - timedelta(minutes=45))


def test_a_mentor_of_two_pairs_is_reminded_of_both(session: Session, school: Organization) -> None:
    mentor = make_person(session, Role.MENTOR, school)
    for hours in (0, 2):
        mentee = make_person(session, Role.MENTEE, school)
        meeting = confirmed(session, mentor, mentee, START + timedelta(hours=hours))
        meeting_reminders.owe(session, meeting, mentor, NOW)
    mentor.person.reminder_minutes = [60]
    meeting_reminders.renew(session, mentor.person_id, now=NOW)
    assert [moment for _, moment in pending(session, mentor.person_id)] == [
        START - timedelta(hours=1),
        START + timedelta(hours=1),
    ]


def test_what_waits_for_the_end_of_quiet_time_is_not_lost_when_the_choice_changes(
    session: Session, pair: tuple[Membership, Membership]
) -> None:
    """The reminder of the day before fell into the night and waits for eight."""
    mentor, mentee = pair
    meeting = confirmed(session, mentor, mentee, at("Europe/Moscow", 2026, 9, 16, 22, 0))
    meeting_reminders.owe(session, meeting, mentee, NOW)
    morning = at("Europe/Moscow", 2026, 9, 16, 8, 0)
    assert pending(session, mentee.person_id)[0] == (DAY, morning)
    mentee.person.reminder_minutes = [DAY, 15]
    session.flush()
    night = at("Europe/Moscow", 2026, 9, 16, 7, 0)
    meeting_reminders.renew(session, mentee.person_id, now=night)
    assert pending(session, mentee.person_id)[0] == (DAY, morning)
    meeting_reminders.renew(session, mentee.person_id, now=morning + timedelta(minutes=1))
    assert [minutes for minutes, _ in pending(session, mentee.person_id)] == [15]


def test_a_visit_that_begins_with_a_talk_is_reminded_of_before_the_talk(
    session: Session, pair: tuple[Membership, Membership]
) -> None:
    """The break before the lesson may be hours earlier than the lesson itself."""
    mentor, mentee = pair
    meeting = confirmed(session, mentor, mentee, START)
    talk = START - timedelta(hours=3)
    meeting.kind = MeetingKind.LESSON_VISIT
    meeting.lesson_visit = LessonVisit(teacher_id=mentee.person_id, before_at=talk)
    session.flush()
    meeting_reminders.owe(session, meeting, mentee, NOW)
    assert [due for _, due in pending(session, mentee.person_id)] == [
        talk - timedelta(days=1),
        talk - timedelta(hours=1),
    ]
    late = talk + timedelta(minutes=5)
    meeting_reminders.renew(session, mentee.person_id, now=late)
    assert [due for _, due in pending(session, mentee.person_id)] == [START - timedelta(hours=1)]
