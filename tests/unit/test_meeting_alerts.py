"""What the curator hears of by itself about pairs: once for each cause, settled by the facts, and cheap when
there is nothing to say.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from models import (
    Alert,
    AlertKind,
    AlertStatus,
    Invitation,
    LocalAct,
    Meeting,
    MeetingKind,
    MeetingStatus,
    MeetingTask,
    Membership,
    Mentorship,
    Organization,
    Role,
    SchoolBreak,
)
from services import alerts, linking, meeting_alerts, meeting_places, participation
from services.access import Actor
from services.errors import NoLongerCurrent, NotAllowed
from services.participation import Change
from tests.support.factories import NOW, actor_of, make_organization, make_pair, make_person

DAY = timedelta(days=1)
TICKS = (
    meeting_alerts.tick_first_meetings,
    meeting_alerts.tick_rhythm,
    meeting_alerts.tick_final_meetings,
    meeting_alerts.tick_tasks,
    meeting_alerts.tick_capacity,
    meeting_alerts.tick_never_opened,
)


@dataclass
class School:
    session: Session
    organization: Organization
    curator: Membership
    mentor: Membership
    mentee: Membership
    pair: Mentorship

    @property
    def actor(self) -> Actor:
        return actor_of(self.session, self.curator)

    def tick(self, now: datetime) -> int:
        return sum(tick(self.session, now=now) for tick in TICKS)

    def open(self, kind: AlertKind) -> list[Alert]:
        query = select(Alert).where(Alert.kind == kind, Alert.status == AlertStatus.OPEN)
        return list(self.session.scalars(query.order_by(Alert.id)))

    def every(self, kind: AlertKind) -> list[Alert]:
        return list(self.session.scalars(select(Alert).where(Alert.kind == kind)))

    def meeting(self, at: datetime, status: MeetingStatus = MeetingStatus.HELD, **fields: Any) -> Meeting:
        values = {"kind": MeetingKind.REGULAR, "confirmed_at": min(at, NOW), "proposed_at": NOW} | fields
        meeting = Meeting(
            mentorship_id=self.pair.id,
            status=status,
            starts_at=at,
            proposed_by_id=self.mentor.person_id,
            **values,
        )
        self.session.add(meeting)
        self.session.flush()
        return meeting

    def task(self, due_on: date) -> MeetingTask:
        task = MeetingTask(
            mentorship_id=self.pair.id,
            responsible_id=self.mentee.person_id,
            text="Показать план урока",
            due_on=due_on,
            created_by_id=self.mentor.person_id,
            created_at=NOW,
        )
        self.session.add(task)
        self.session.flush()
        return task


@pytest.fixture
def school(session: Session) -> School:
    organization = make_organization(session)
    curator = make_person(session, Role.CURATOR, organization, last="Орлова")
    mentor = make_person(session, Role.MENTOR, organization, last="Волков")
    mentee = make_person(session, Role.MENTEE, organization, last="Зайцева")
    pair = make_pair(session, mentor, mentee)
    return School(session, organization, curator, mentor, mentee, pair)


def queries_of(session: Session, work: Callable[[], object]) -> int:
    noted: list[str] = []

    def note(*args: Any) -> None:
        noted.append(args[2])

    session.flush()
    session.expunge_all()
    connection = session.connection()
    event.listen(connection, "before_cursor_execute", note)
    try:
        work()
    finally:
        event.remove(connection, "before_cursor_execute", note)
    return len(noted)


# ---- the first meeting


def test_without_an_order_the_first_meeting_is_late_ten_days_after_the_pair_began(school: School) -> None:
    kind = AlertKind.FIRST_MEETING_LATE
    assert school.tick(NOW + 10 * DAY) == 0
    assert school.tick(NOW + 10 * DAY + timedelta(minutes=1)) == 1
    (alert,) = school.open(kind)
    assert alert.subject == {
        "mentorship_id": school.pair.id,
        alerts.HIDDEN_FROM: school.mentor.person_id,
    }
    assert alert.since == NOW + 10 * DAY
    assert [school.tick(NOW + days * DAY) for days in (11, 12, 13)] == [0, 0, 0]


def test_an_order_counts_anew(school: School) -> None:
    order = LocalAct(
        organization_id=school.organization.id,
        kind="pairing_order",
        number="5",
        dated_on=date(2026, 9, 15),
        title="О паре",
        created_at=NOW,
    )
    school.session.add(order)
    school.session.flush()
    school.pair.order_id = order.id
    school.tick(NOW + 16 * DAY)
    assert not school.open(AlertKind.FIRST_MEETING_LATE)
    school.tick(NOW + 18 * DAY)
    assert len(school.open(AlertKind.FIRST_MEETING_LATE)) == 1


def test_a_meeting_that_was_held_settles_it(school: School) -> None:
    school.tick(NOW + 11 * DAY)
    school.meeting(NOW + 11 * DAY)
    assert school.tick(NOW + 12 * DAY) == 1
    assert not school.open(AlertKind.FIRST_MEETING_LATE)
    (alert,) = school.every(AlertKind.FIRST_MEETING_LATE)
    assert (alert.resolution, alert.resolved_by_id) == (meeting_alerts.SETTLED_BY_FACTS, None)


def test_an_agreed_meeting_settles_it_and_brings_it_back_when_nobody_came(school: School) -> None:
    school.tick(NOW + 11 * DAY)
    meeting = school.meeting(NOW + 13 * DAY, MeetingStatus.CONFIRMED, confirmed_at=NOW + 11 * DAY)
    school.tick(NOW + 11 * DAY + timedelta(hours=1))
    assert not school.open(AlertKind.FIRST_MEETING_LATE)
    meeting.status = MeetingStatus.NOT_HELD
    school.tick(NOW + 14 * DAY)
    assert len(school.open(AlertKind.FIRST_MEETING_LATE)) == 1
    assert len(school.every(AlertKind.FIRST_MEETING_LATE)) == 2


def test_an_agreed_meeting_that_was_called_off_brings_the_same_alert_back(school: School) -> None:
    school.tick(NOW + 11 * DAY)
    meeting = school.meeting(NOW + 13 * DAY, MeetingStatus.CONFIRMED)
    school.tick(NOW + 11 * DAY + timedelta(hours=1))
    meeting.status = MeetingStatus.CANCELLED
    assert school.tick(NOW + 12 * DAY) == 1
    (alert,) = school.every(AlertKind.FIRST_MEETING_LATE)
    assert alert.status == AlertStatus.OPEN
    assert alert.climbs_at is not None


def test_what_the_curator_took_note_of_does_not_come_back(school: School) -> None:
    school.tick(NOW + 11 * DAY)
    (alert,) = school.open(AlertKind.FIRST_MEETING_LATE)
    alerts.acknowledge(school.session, school.actor, alert.id, "acknowledged", now=NOW + 11 * DAY)
    assert school.tick(NOW + 12 * DAY) == 0
    assert not school.open(AlertKind.FIRST_MEETING_LATE)


def test_a_curator_who_is_the_mentor_is_not_asked_about_their_own_pair(school: School) -> None:
    own = Membership(
        person=school.curator.person,
        organization=school.organization,
        role=Role.MENTOR,
        status=school.mentor.status,
        capacity=2,
        profile={},
        created_at=NOW,
    )
    school.session.add(own)
    school.session.flush()
    mentee = make_person(school.session, Role.MENTEE, school.organization, last="Лисин")
    make_pair(school.session, own, mentee)
    school.tick(NOW + 11 * DAY)
    shown, total = alerts.open_alerts(school.session, school.actor)
    assert (len(shown), total) == (1, 1)
    assert shown[0].subject["mentorship_id"] == school.pair.id


# ---- the rhythm


def test_the_rhythm_is_broken_after_the_schools_days_or_the_pairs_own(school: School) -> None:
    school.meeting(NOW)
    school.tick(NOW + 14 * DAY)
    assert not school.open(AlertKind.RHYTHM_BROKEN)
    school.pair.rhythm_days = 7
    assert school.tick(NOW + 14 * DAY) == 1
    (alert,) = school.open(AlertKind.RHYTHM_BROKEN)
    assert alert.since == NOW + 7 * DAY
    school.pair.rhythm_days = None
    assert school.tick(NOW + 14 * DAY) == 1
    assert not school.open(AlertKind.RHYTHM_BROKEN)


def test_a_pair_that_meets_on_its_day_and_says_so_afterwards_is_never_late(school: School) -> None:
    for number in range(3):
        at = NOW + number * 14 * DAY
        school.tick(at + timedelta(minutes=5))
        school.tick(at + timedelta(hours=3))
        # Logged in the evening, as many do.
        school.meeting(at)
    assert not school.every(AlertKind.RHYTHM_BROKEN)
    school.tick(NOW + 43 * DAY)
    assert len(school.open(AlertKind.RHYTHM_BROKEN)) == 1


def test_each_gap_has_its_alert_and_only_one(school: School) -> None:
    school.meeting(NOW)
    for days in range(15, 30):
        school.tick(NOW + days * DAY)
    assert len(school.every(AlertKind.RHYTHM_BROKEN)) == 1
    school.meeting(NOW + 30 * DAY)
    school.tick(NOW + 31 * DAY)
    assert not school.open(AlertKind.RHYTHM_BROKEN)
    school.tick(NOW + 45 * DAY)
    assert len(school.open(AlertKind.RHYTHM_BROKEN)) == 1
    assert len(school.every(AlertKind.RHYTHM_BROKEN)) == 2


def test_a_pair_that_never_met_raises_one_alert_at_a_time(school: School) -> None:
    for days in range(1, 60):
        school.tick(NOW + days * DAY)
    assert len(school.open(AlertKind.FIRST_MEETING_LATE)) == 1
    assert not school.every(AlertKind.RHYTHM_BROKEN)


def test_after_the_first_alert_was_noted_the_rhythm_counts_from_its_day(school: School) -> None:
    school.tick(NOW + 11 * DAY)
    (alert,) = school.open(AlertKind.FIRST_MEETING_LATE)
    alerts.acknowledge(school.session, school.actor, alert.id, "acknowledged", now=NOW + 11 * DAY)
    school.tick(NOW + 24 * DAY)
    assert not school.open(AlertKind.RHYTHM_BROKEN)
    school.tick(NOW + 25 * DAY)
    assert len(school.open(AlertKind.RHYTHM_BROKEN)) == 1


@pytest.mark.parametrize(("days", "late"), [(7, False), (6, True)])
def test_only_a_break_of_a_week_does_not_count(school: School, days: int, late: bool) -> None:
    school.meeting(NOW)
    starts_on = (NOW + 3 * DAY).date()
    school.session.add(
        SchoolBreak(
            organization_id=school.organization.id,
            title="Каникулы",
            starts_on=starts_on,
            ends_on=starts_on + (days - 1) * DAY,
        )
    )
    school.session.flush()
    school.tick(NOW + 15 * DAY)
    assert bool(school.open(AlertKind.RHYTHM_BROKEN)) == late
    school.tick(NOW + 22 * DAY)
    assert len(school.open(AlertKind.RHYTHM_BROKEN)) == 1


def test_a_pause_counts_neither_while_it_lasts_nor_afterwards(school: School) -> None:
    school.meeting(NOW)
    actor = school.actor
    participation.change(school.session, actor, school.mentee.id, Change.PAUSE, now=NOW + 5 * DAY)
    school.tick(NOW + 40 * DAY)
    assert not school.every(AlertKind.RHYTHM_BROKEN)
    participation.change(school.session, actor, school.mentee.id, Change.RESUME, now=NOW + 40 * DAY)
    school.tick(NOW + 50 * DAY)
    assert not school.every(AlertKind.RHYTHM_BROKEN)
    school.tick(NOW + 55 * DAY)
    assert len(school.open(AlertKind.RHYTHM_BROKEN)) == 1


def test_the_end_of_a_pair_settles_everything_about_it(school: School) -> None:
    school.pair.ends_on = (NOW + 40 * DAY).date()
    school.meeting(NOW)
    school.task((NOW + DAY).date())
    school.tick(NOW + 20 * DAY)
    kinds = (AlertKind.RHYTHM_BROKEN, AlertKind.FINAL_MEETING_MISSING, AlertKind.TASK_OVERDUE)
    assert [len(school.open(kind)) for kind in kinds] == [1, 1, 1]
    school.pair.close(NOW + 21 * DAY)
    assert school.tick(NOW + 21 * DAY) == 3
    assert [len(school.open(kind)) for kind in kinds] == [0, 0, 0]


# ---- the final meeting, tasks, places, links


def test_a_final_meeting_is_missed_thirty_days_before_the_end(school: School) -> None:
    kind = AlertKind.FINAL_MEETING_MISSING
    school.pair.ends_on = date(2026, 11, 30)
    school.meeting(NOW)
    school.tick(datetime(2026, 10, 30, 20, 59, tzinfo=NOW.tzinfo))
    assert not school.open(kind)
    # Midnight in Moscow.
    school.tick(datetime(2026, 10, 30, 21, 1, tzinfo=NOW.tzinfo))
    assert len(school.open(kind)) == 1
    school.meeting(NOW + 70 * DAY, MeetingStatus.PROPOSED, kind=MeetingKind.FINAL, confirmed_at=None)
    school.tick(NOW + 60 * DAY)
    assert not school.open(kind)


def test_a_longer_term_settles_it_and_its_end_is_another_cause(school: School) -> None:
    kind = AlertKind.FINAL_MEETING_MISSING
    school.pair.ends_on = date(2026, 9, 30)
    school.tick(NOW + DAY)
    assert len(school.open(kind)) == 1
    school.pair.ends_on = date(2026, 12, 31)
    school.tick(NOW + DAY)
    assert not school.open(kind)
    school.tick(datetime(2026, 12, 5, 9, tzinfo=NOW.tzinfo))
    assert len(school.open(kind)) == 1
    assert len(school.every(kind)) == 2


def test_a_task_is_told_three_days_after_its_day_and_once(school: School) -> None:
    kind = AlertKind.TASK_OVERDUE
    tasks = [school.task(date(2026, 9, 10)), school.task(date(2026, 9, 10))]
    school.tick(datetime(2026, 9, 12, 20, 0, tzinfo=NOW.tzinfo))
    assert not school.open(kind)
    school.tick(datetime(2026, 9, 12, 22, 0, tzinfo=NOW.tzinfo))
    school.tick(datetime(2026, 9, 16, 22, 0, tzinfo=NOW.tzinfo))
    assert [one.subject["task_id"] for one in school.open(kind)] == [task.id for task in tasks]
    tasks[0].done_at = NOW + 9 * DAY
    school.tick(NOW + 10 * DAY)
    assert [one.subject["task_id"] for one in school.open(kind)] == [tasks[1].id]


def test_a_mentor_with_more_mentees_than_places_is_told_until_there_are_places(school: School) -> None:
    kind = AlertKind.MENTOR_OVER_CAPACITY
    for last in ("Лисин", "Медведев"):
        mentee = make_person(school.session, Role.MENTEE, school.organization, last=last)
        make_pair(school.session, school.mentor, mentee)
    school.tick(NOW)
    (alert,) = school.open(kind)
    assert alert.subject["membership_id"] == school.mentor.id
    school.mentor.capacity = 3
    school.tick(NOW)
    assert not school.open(kind)


def test_the_curator_gives_an_overloaded_mentor_as_many_places_as_mentees(school: School) -> None:
    for last in ("Лисин", "Медведев"):
        mentee = make_person(school.session, Role.MENTEE, school.organization, last=last)
        make_pair(school.session, school.mentor, mentee)
    school.tick(NOW)
    (alert,) = school.open(AlertKind.MENTOR_OVER_CAPACITY)
    mentor = actor_of(school.session, school.mentor)
    for actor, places, error in ((mentor, 3, NotAllowed), (school.actor, 4, NoLongerCurrent)):
        with pytest.raises(error):
            meeting_places.give(school.session, actor, school.mentor.id, places, now=NOW)
    assert school.mentor.capacity == 2
    meeting_places.give(school.session, school.actor, school.mentor.id, 3, now=NOW)
    assert school.mentor.capacity == 3
    assert (alert.status, alert.resolved_by_id) == (AlertStatus.RESOLVED, school.curator.person_id)
    assert meeting_places.told(school.session, mentor, school.mentor.id) == 3
    assert meeting_places.told(school.session, school.actor, school.mentor.id) is None
    with pytest.raises(NoLongerCurrent):
        meeting_places.give(school.session, school.actor, school.mentor.id, 3, now=NOW)
    assert school.tick(NOW) == 0


def test_a_link_that_nobody_follows_is_told_after_a_week_and_settled_by_a_new_one(school: School) -> None:
    kind = AlertKind.NEVER_OPENED
    offline = make_person(school.session, Role.MENTEE, school.organization, last="Тихая")
    offline.person.chat_id = None
    school.session.flush()
    linking.personal_link(school.session, school.actor, offline.id, now=NOW)
    meeting_alerts.tick_never_opened(school.session, now=NOW + 6 * DAY)
    assert not school.open(kind)
    assert meeting_alerts.tick_never_opened(school.session, now=NOW + 7 * DAY) == 1
    (alert,) = school.open(kind)
    assert alert.subject["membership_id"] == offline.id
    linking.renew_link(school.session, school.actor, offline.id, now=NOW + 8 * DAY)
    assert meeting_alerts.tick_never_opened(school.session, now=NOW + 8 * DAY) == 1
    assert not school.open(kind)
    assert meeting_alerts.tick_never_opened(school.session, now=NOW + 15 * DAY) == 1
    offline.person.chat_id = 5
    assert meeting_alerts.tick_never_opened(school.session, now=NOW + 16 * DAY) == 1
    assert not school.open(kind)


def test_an_open_invitation_for_many_is_nobodys_link(school: School) -> None:
    school.session.add(
        Invitation(
            code="x" * 24,
            organization_id=school.organization.id,
            role=Role.MENTEE,
            places=50,
            used=0,
            expires_at=NOW + 90 * DAY,
            created_at=NOW,
        )
    )
    school.session.flush()
    assert meeting_alerts.tick_never_opened(school.session, now=NOW + 30 * DAY) == 0


# ---- many


def many_pairs(school: School, count: int) -> None:
    for number in range(count):
        last = f"Человек {number}"
        mentor = make_person(school.session, Role.MENTOR, school.organization, last=last, consent=False)
        mentee = make_person(school.session, Role.MENTEE, school.organization, last=last, consent=False)
        make_pair(school.session, mentor, mentee, consents=False)


def test_an_idle_tick_asks_as_few_questions_of_two_hundred_pairs_as_of_two(school: School) -> None:
    many_pairs(school, 1)
    while school.tick(NOW + 11 * DAY):
        pass
    few = queries_of(school.session, lambda: school.tick(NOW + 11 * DAY))
    many_pairs(school, 198)
    while school.tick(NOW + 11 * DAY):
        pass
    assert len(school.open(AlertKind.FIRST_MEETING_LATE)) == 200
    many = queries_of(school.session, lambda: school.tick(NOW + 11 * DAY))
    assert many == few
    assert many <= 30


def test_a_tick_raises_no_more_than_a_batch_at_once(school: School) -> None:
    many_pairs(school, meeting_alerts.BATCH)
    now = NOW + 11 * DAY
    assert meeting_alerts.tick_first_meetings(school.session, now=now) == meeting_alerts.BATCH
    assert meeting_alerts.tick_first_meetings(school.session, now=now) == 1
    assert meeting_alerts.tick_first_meetings(school.session, now=now) == 0
