"""The rules of speed sessions: who announces, one slot each, the queue, and when people are reminded."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import MeetingMode, Membership, MembershipStatus, Notification, Organization, Role, SpeedSession
from models.delivery import Urgency
from services import speed_sessions, speed_views
from services.errors import NoLongerCurrent, NotAllowed
from services.speed_sessions import (
    NewSession,
    OneSlotEach,
    SpeedSlotTaken,
    SpeedTimePassed,
    SpeedTooFar,
)
from services.speed_views import SpeedView
from tests.support.factories import NOW, actor_of, make_organization, make_person

NEW = NewSession("Начало урока", NOW + timedelta(days=2), 15, 2, MeetingMode.IN_PERSON, "Кабинет 12", "")


class School:
    def __init__(self, session: Session) -> None:
        self.session = session
        self.place: Organization = make_organization(session)
        self.mentor = make_person(session, Role.MENTOR, self.place)
        self.mentees = [make_person(session, Role.MENTEE, self.place) for _ in range(4)]

    def announce(self, new: NewSession = NEW, by: Membership | None = None) -> SpeedView:
        actor = actor_of(self.session, by or self.mentor)
        return speed_sessions.announce(self.session, actor, self.mentor.id, new, now=NOW)

    def book(self, who: int, slot_id: int, now: datetime = NOW) -> SpeedView:
        actor = actor_of(self.session, self.mentees[who])
        return speed_sessions.book(self.session, actor, slot_id, now=now)

    def wait(self, who: int, number: int) -> SpeedView:
        actor = actor_of(self.session, self.mentees[who])
        return speed_sessions.join_queue(self.session, actor, number, now=NOW)

    def booked(self, number: int) -> list[int | None]:
        found = self.session.get_one(SpeedSession, number)
        return [slot.membership_id for slot in found.slots]

    def owed(self, kind: str) -> list[Notification]:
        query = select(Notification).where(Notification.kind == kind, Notification.status == "pending")
        return list(self.session.scalars(query.order_by(Notification.id)))


@pytest.fixture
def school(session: Session) -> School:
    return School(session)


def test_slots_follow_each_other_and_every_mentee_is_told_once(school: School) -> None:
    one = school.announce(replace(NEW, slots=12, slot_minutes=30))
    assert [slot.starts_at - NEW.starts_at for slot in one.slots] == [
        timedelta(minutes=30 * number) for number in range(12)
    ]
    assert [row.person_id for row in school.owed("speed.announced")] == [
        member.person_id for member in school.mentees
    ]


@pytest.mark.parametrize(
    ("new", "error"),
    [
        (replace(NEW, starts_at=NOW), SpeedTimePassed),
        (replace(NEW, starts_at=NOW + timedelta(days=100)), SpeedTooFar),
        (replace(NEW, slot_minutes=11), NoLongerCurrent),
        (replace(NEW, slots=1), NoLongerCurrent),
        (replace(NEW, slots=13), NoLongerCurrent),
    ],
)
def test_what_can_not_be_announced(school: School, new: NewSession, error: type[Exception]) -> None:
    with pytest.raises(error):
        school.announce(new)


def test_only_the_mentor_and_their_curator_announce(school: School) -> None:
    curator = make_person(school.session, Role.CURATOR, school.place)
    school.announce(by=curator)
    assert [row.person_id for row in school.owed("speed.announced_for_you")] == [school.mentor.person_id]
    far = make_person(school.session, Role.CURATOR, make_organization(school.session, name="Школа № 2"))
    for member in (far, school.mentees[0], make_person(school.session, Role.MENTOR, school.place)):
        with pytest.raises(NotAllowed):
            school.announce(by=member)
    school.mentor.status = MembershipStatus.PAUSED
    with pytest.raises(NoLongerCurrent):
        school.announce(by=curator)


@pytest.mark.requirement("N-2.3-6")
def test_one_slot_each_and_each_slot_for_one(school: School) -> None:
    first, second = school.announce().slots
    school.book(0, first.id)
    with pytest.raises(OneSlotEach):
        school.book(0, second.id)
    with pytest.raises(SpeedSlotTaken):
        school.book(1, first.id)
    with pytest.raises(SpeedTimePassed):
        school.book(1, second.id, NEW.ends_at)
    assert school.booked(1) == [school.mentees[0].id, None]


def test_a_freed_slot_passes_over_who_left_meanwhile(school: School) -> None:
    one = school.announce()
    for number in (0, 1):
        school.book(number, one.slots[number].id)
    school.wait(2, one.id)
    assert school.wait(3, one.id).place_in_queue == 2
    school.mentees[2].status = MembershipStatus.LEFT
    actor = actor_of(school.session, school.mentees[0])
    freed = speed_sessions.release(school.session, actor, one.slots[0].id, now=NOW)
    assert school.booked(one.id) == [school.mentees[3].id, school.mentees[1].id]
    assert freed.queue_length == 0
    assert [row.person_id for row in school.owed("speed.your_turn")] == [school.mentees[3].person_id]


DAWN = datetime.fromisoformat("2026-09-10T05:05:00+00:00")
"""Five past eight in Moscow: until eight o'clock nobody is written to."""
LATE = datetime.fromisoformat("2026-09-09T19:00:00+00:00")
"""Ten in the evening before."""


@pytest.mark.requirement("N-1.4")
def test_a_slot_is_not_handed_to_whom_the_word_would_reach_too_late(school: School) -> None:
    one = school.announce(replace(NEW, starts_at=DAWN, slots=3))
    for number in range(3):
        school.book(number, one.slots[number].id)
    school.wait(3, one.id)
    first, _, third = one.slots
    actor = actor_of(school.session, school.mentees[0])
    freed = speed_sessions.release(school.session, actor, first.id, now=LATE)
    # The word would come at eight, five minutes before: nobody can plan with that.
    assert school.booked(one.id)[0] is None
    assert freed.queue_length == 1 and freed.free == 1
    actor = actor_of(school.session, school.mentees[2])
    speed_sessions.release(school.session, actor, third.id, now=LATE)
    assert school.booked(one.id)[2] == school.mentees[3].id
    assert [row.person_id for row in school.owed("speed.your_turn")] == [school.mentees[3].person_id]


@pytest.mark.requirement("N-1.4")
def test_nobody_comes_in_vain_because_the_word_waited_for_the_morning(school: School) -> None:
    dawn = school.announce(replace(NEW, starts_at=DAWN))
    school.book(0, dawn.slots[0].id)
    day = school.announce(replace(NEW, starts_at=DAWN + timedelta(hours=5)))
    school.book(0, day.slots[0].id)
    mentor = actor_of(school.session, school.mentor)
    for one in (dawn, day):
        speed_sessions.cancel(school.session, mentor, one.id, now=LATE)
    assert [(row.due_at, row.urgency) for row in school.owed("speed.cancelled")] == [
        (DAWN - timedelta(hours=1), int(Urgency.URGENT)),
        (LATE, int(Urgency.NORMAL)),
    ]


def test_after_its_beginning_a_slot_is_neither_released_nor_handed_on(school: School) -> None:
    one = school.announce()
    school.book(0, one.slots[0].id)
    actor = actor_of(school.session, school.mentees[0])
    with pytest.raises(SpeedTimePassed):
        speed_sessions.release(school.session, actor, one.slots[0].id, now=NEW.starts_at)


@pytest.mark.requirement("N-1.4")
def test_the_reminder_comes_an_hour_before_and_at_dawn_though_it_is_quiet(school: School) -> None:
    day = school.announce()
    school.book(0, day.slots[0].id)
    dawn = school.announce(replace(NEW, starts_at=datetime.fromisoformat("2026-09-10T05:05:00+00:00")))
    school.book(0, dawn.slots[0].id)
    mine = [row for row in school.owed("speed.reminder") if row.person_id == school.mentees[0].person_id]
    # Five past eight in Moscow: the end of the quiet hours would be too late.
    assert [(row.due_at, row.urgency) for row in mine] == [
        (NEW.starts_at - timedelta(hours=1), int(Urgency.NORMAL)),
        (datetime.fromisoformat("2026-09-10T04:05:00+00:00"), int(Urgency.URGENT)),
    ]


def test_the_mentor_is_asked_once_who_came_and_only_when_somebody_booked(school: School) -> None:
    empty, one = (
        school.announce(),
        school.announce(replace(NEW, starts_at=NEW.starts_at + timedelta(hours=3))),
    )
    school.book(0, one.slots[0].id)
    assert speed_sessions.tick_over(school.session, now=NEW.ends_at - timedelta(seconds=1)) == 0
    later = NEW.ends_at + timedelta(hours=3)
    assert speed_sessions.tick_over(school.session, now=later) == 2
    assert speed_sessions.tick_over(school.session, now=later) == 0
    assert [row.payload["session_id"] for row in school.owed("speed.ask_held")] == [one.id]
    mentor = actor_of(school.session, school.mentor)
    assert speed_views.count_untold(school.session, mentor) == 1
    with pytest.raises(NoLongerCurrent):
        speed_sessions.tell_held(school.session, mentor, empty.slots[0].id, held=True, now=later)
    speed_sessions.tell_held(school.session, mentor, one.slots[0].id, held=False, now=later)
    assert speed_views.count_untold(school.session, mentor) == 0
