"""Who was at a meeting: in a group each speaks for themselves, and what was taken back counts for nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    Alert,
    AlertKind,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Membership,
    Mentorship,
    MentorshipMember,
    Notification,
    Role,
)
from services import attendance, feedback, meeting_log, meeting_notes, trial
from services.access import Actor
from services.calendar_events import EventStatus
from services.calendar_items import standing
from services.errors import NoLongerCurrent
from tests.support.factories import (
    NOW,
    actor_of,
    make_confirmed_meeting,
    make_organization,
    make_pair,
    make_person,
)

AFTERNOON = datetime(2026, 9, 9, 12, 30, tzinfo=UTC)
LATER = AFTERNOON + timedelta(hours=2)
DAYS_LATER = AFTERNOON + timedelta(days=3)


@dataclass
class Group:
    """A mentor and two mentees of one school."""

    session: Session
    pair: Mentorship
    memberships: tuple[Membership, Membership, Membership]

    @property
    def mentor(self) -> Actor:
        return actor_of(self.session, self.memberships[0])

    @property
    def anna(self) -> Actor:
        return actor_of(self.session, self.memberships[1])

    @property
    def alsu(self) -> Actor:
        return actor_of(self.session, self.memberships[2])

    def logged(self, by: Actor) -> Meeting:
        noted = meeting_log.log(self.session, by, self.pair.id, AFTERNOON.date(), now=LATER)
        return self.session.get_one(Meeting, noted.meeting_id)

    def say(self, meeting: Meeting, held: bool, *people: Actor) -> None:
        for person in people:
            attendance.report(self.session, person, meeting.id, held, now=LATER)

    def asked(self, kind: str) -> set[int | None]:
        return set(self.session.scalars(select(Notification.person_id).where(Notification.kind == kind)))

    def alerts(self, kind: AlertKind) -> int:
        return len(self.session.scalars(select(Alert.id).where(Alert.kind == kind)).all())


@pytest.fixture
def group(session: Session) -> Group:
    school = make_organization(session)
    mentor = make_person(session, Role.MENTOR, school, last="Орлова", first="Вера")
    anna = make_person(session, Role.MENTEE, school)
    alsu = make_person(session, Role.MENTEE, school, last="Галиева", first="Алсу")
    pair = make_pair(session, mentor, anna)
    pair.members.append(MentorshipMember(membership=alsu, role=Role.MENTEE, accepted_at=NOW))
    session.flush()
    return Group(session, pair, (mentor, anna, alsu))


@pytest.mark.requirement("N-2.3-5")
@pytest.mark.parametrize("is_logged", [True, False])
def test_a_no_of_one_mentee_of_a_group_means_that_they_were_not_there(group: Group, is_logged: bool) -> None:
    meeting = (
        group.logged(group.mentor)
        if is_logged
        else make_confirmed_meeting(group.session, group.pair, AFTERNOON - timedelta(hours=1))
    )
    meeting.kind = MeetingKind.TRIAL
    group.say(meeting, True, group.mentor, group.anna)
    group.say(meeting, False, group.alsu)
    assert meeting.status == MeetingStatus.HELD
    assert group.alerts(AlertKind.MEETING_DISPUTED) == 0
    assert group.asked("feedback.offered") == {group.anna.person_id}
    assert group.asked("journal.trial") == {group.mentor.person_id, group.anna.person_id}
    assert not feedback.is_open(group.session, meeting, group.alsu.person_id)
    assert not trial.may_answer(meeting, group.alsu.person_id)
    assert standing(meeting, group.alsu.person_id) == EventStatus.CANCELLED
    assert standing(meeting, group.anna.person_id) == EventStatus.CONFIRMED


def test_whoever_noted_it_and_was_the_only_one_there_besides_the_mentor(group: Group) -> None:
    meeting = group.logged(group.anna)
    group.say(meeting, True, group.mentor)
    group.say(meeting, False, group.alsu)
    assert meeting.status == MeetingStatus.HELD
    assert standing(meeting, group.mentor.person_id) == EventStatus.CONFIRMED


def test_without_the_mentor_or_any_mentee_it_is_still_a_dispute(group: Group) -> None:
    first = group.logged(group.mentor)
    group.say(first, False, group.anna, group.alsu)
    assert first.status == MeetingStatus.DISPUTED
    second = make_confirmed_meeting(group.session, group.pair, AFTERNOON - timedelta(days=1))
    group.say(second, True, group.anna, group.alsu)
    group.say(second, False, group.mentor)
    assert second.status == MeetingStatus.DISPUTED
    assert group.alerts(AlertKind.MEETING_DISPUTED) == 2


def test_after_two_days_one_no_does_not_outweigh_the_mentor_and_a_mentee(group: Group) -> None:
    meeting = group.logged(group.mentor)
    group.say(meeting, False, group.alsu)
    assert meeting.status.value == "confirmed"
    assert attendance.tick_settle_attendance(group.session, now=DAYS_LATER) == 1
    assert meeting.status == MeetingStatus.DISPUTED, "nobody but the mentor has said yes"


def test_a_note_that_was_taken_back_is_no_meeting_to_write_or_answer_about(group: Group) -> None:
    meeting = group.logged(group.anna)
    assert feedback.is_open(group.session, meeting, group.anna.person_id)
    meeting_log.take_back(group.session, group.anna, meeting.id, now=LATER)
    assert not feedback.is_open(group.session, meeting, group.anna.person_id)
    with pytest.raises(NoLongerCurrent):
        meeting_notes.after(group.session, group.anna, meeting.id, now=LATER)


def test_schools_that_wait_long_do_not_hide_the_silence_at_others(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attendance, "BATCH", 2)
    for days, count, hours in ((30, 3, 0), (2, 1, 4)):
        school = make_organization(session, name=f"Школа {days}", silence_days=days)
        pair = make_pair(
            session, make_person(session, Role.MENTOR, school), make_person(session, Role.MENTEE, school)
        )
        for _ in range(count):
            make_confirmed_meeting(session, pair, AFTERNOON - timedelta(days=3) + timedelta(hours=hours))
    assert attendance.tick_silent(session, now=AFTERNOON) == 1
