"""The rules of help: who may ask and read, when a request climbs, and how quickly answers come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    Alert,
    AlertStatus,
    HelpScope,
    HelpStatus,
    Membership,
    MembershipStatus,
    Mentorship,
    MentorshipStatus,
    Notification,
    Organization,
    Role,
)
from services import alerts, help_requests, help_views
from services.errors import NoLongerCurrent, NotAllowed
from services.help_requests import HelpTalkTooLong, HelpWithPrivateData, NoMentorToAsk, TooManyOpenRequests
from services.help_views import HelpAction, Part, Reason, RequestView
from tests.support.factories import NOW, actor_of, make_organization, make_pair, make_person

HOUR = timedelta(hours=1)


@dataclass
class School:
    session: Session
    place: Organization
    curator: Membership
    mentor: Membership
    other: Membership
    mentee: Membership
    pair: Mentorship

    def ask(self, *, of_all: bool = False, now: datetime = NOW, text: str = "Как быть?") -> RequestView:
        pair_id = 0 if of_all else self.pair.id
        actor = actor_of(self.session, self.mentee)
        return help_requests.ask(self.session, actor, self.mentee.id, pair_id, "", text, now=now)

    def answer(self, request_id: int, by: Membership, text: str = "Так", now: datetime = NOW) -> RequestView:
        return help_requests.answer(self.session, actor_of(self.session, by), request_id, text, now=now)

    def told(self, kind: str) -> list[int | None]:
        query = select(Notification.person_id).where(Notification.kind == kind).order_by(Notification.id)
        return list(self.session.scalars(query))

    def climbs(self) -> list[Alert]:
        return list(self.session.scalars(select(Alert).order_by(Alert.id)))

    def tick(self, now: datetime) -> int:
        return help_requests.tick_unanswered(self.session, now=now)


@pytest.fixture
def school(session: Session) -> School:
    place = make_organization(session)
    curator = make_person(session, Role.CURATOR, place)
    mentor, other = make_person(session, Role.MENTOR, place), make_person(session, Role.MENTOR, place)
    mentee = make_person(session, Role.MENTEE, place)
    return School(session, place, curator, mentor, other, mentee, make_pair(session, mentor, mentee))


def test_ones_own_mentor_is_asked_alone_and_all_mentors_together(school: School) -> None:
    school.ask()
    assert school.told("help.asked") == [school.mentor.person_id]
    school.ask(of_all=True)
    assert school.told("help.asked")[1:] == [school.mentor.person_id, school.other.person_id]
    assert school.told("help.without_mentor") == []


def test_nobody_asks_with_the_membership_or_in_the_pair_of_another(school: School) -> None:
    stranger = make_person(school.session, Role.MENTEE, school.place)
    actor = actor_of(school.session, stranger)
    with pytest.raises(NotAllowed):
        help_requests.ask(school.session, actor, school.mentee.id, school.pair.id, "", "?", now=NOW)
    with pytest.raises(NotAllowed):
        help_requests.ask(school.session, actor, stranger.id, school.pair.id, "", "?", now=NOW)
    school.pair.status = MentorshipStatus.CLOSED
    with pytest.raises(NoLongerCurrent):
        school.ask()


def test_without_any_mentor_there_is_nobody_to_ask(school: School) -> None:
    for one in (school.mentor, school.other):
        one.status = MembershipStatus.LEFT
    with pytest.raises(NoMentorToAsk):
        school.ask(of_all=True)


@pytest.mark.parametrize("typed", ["мой телефон 8 917 123-45-67", "паспорт 92 05 123456", "a@b.ru"])
def test_what_looks_like_private_data_is_not_kept(typed: str) -> None:
    with pytest.raises(HelpWithPrivateData):
        help_requests.checked_text(typed)


def test_the_time_to_the_first_answer_is_kept_whatever_follows(school: School) -> None:
    one = school.ask(of_all=True)
    school.answer(one.id, school.other, now=NOW + HOUR)
    again = school.answer(one.id, school.mentor, "И так", now=NOW + 2 * HOUR)
    assert again.answered_at == NOW + HOUR
    assert [answer.text for answer in again.answers] == ["Так", "И так"]
    assert school.told("help.answered") == [school.mentee.person_id] * 2


def test_the_same_answer_twice_is_one(school: School) -> None:
    one = school.ask()
    school.answer(one.id, school.mentor)
    assert len(school.answer(one.id, school.mentor).answers) == 1


def test_a_talk_without_end_is_stopped(school: School) -> None:
    one = school.ask()
    for number in range(help_requests.MOST_ANSWERS):
        school.answer(one.id, school.mentor, f"Совет {number}")
    with pytest.raises(HelpTalkTooLong):
        school.answer(one.id, school.mentor, "Ещё")


def test_five_open_requests_are_the_most_and_an_answer_makes_room(school: School) -> None:
    made = [school.ask() for _ in range(help_requests.OPEN_AT_ONCE)]
    with pytest.raises(TooManyOpenRequests):
        school.ask()
    school.answer(made[0].id, school.mentor)
    school.ask()


class TestClimbing:
    @pytest.mark.requirement("N-2.3-5")
    @pytest.mark.parametrize("hours", [1, 24, 72])
    def test_after_the_hours_that_the_school_has_set(self, school: School, hours: int) -> None:
        school.place.help_wait_hours = hours
        school.ask()
        assert school.tick(NOW + hours * HOUR - timedelta(seconds=1)) == 0
        assert school.tick(NOW + hours * HOUR) == 1
        assert school.tick(NOW + hours * HOUR) == 0
        (alert,) = school.climbs()
        assert alert.subject[alerts.HIDDEN_FROM] == school.mentor.person_id

    def test_an_answer_settles_it(self, school: School) -> None:
        one = school.ask()
        school.tick(NOW + 25 * HOUR)
        school.answer(one.id, school.mentor)
        (alert,) = school.climbs()
        assert (alert.status, alert.resolution) == (AlertStatus.RESOLVED, "answered")

    def test_taken_note_of_by_hand_it_does_not_come_back_until_more_is_asked(self, school: School) -> None:
        one = school.ask()
        school.tick(NOW + 25 * HOUR)
        curator = actor_of(school.session, school.curator)
        alerts.acknowledge(school.session, curator, school.climbs()[0].id, "seen", now=NOW + 26 * HOUR)
        assert school.tick(NOW + 90 * HOUR) == 0
        school.answer(one.id, school.mentor, now=NOW + 91 * HOUR)
        mentee = actor_of(school.session, school.mentee)
        help_requests.ask_more(school.session, mentee, one.id, "А ещё?", now=NOW + 92 * HOUR)
        assert school.tick(NOW + 115 * HOUR) == 0
        assert school.tick(NOW + 117 * HOUR) == 1

    def test_a_reminder_gives_the_mentor_as_much_time_again(self, school: School) -> None:
        one = school.ask()
        school.tick(NOW + 24 * HOUR)
        curator = actor_of(school.session, school.curator)
        help_requests.remind(school.session, curator, one.id, now=NOW + 30 * HOUR)
        assert school.told("help.asked") == [school.mentor.person_id] * 2
        with pytest.raises(NoLongerCurrent):
            help_requests.remind(school.session, curator, one.id, now=NOW + 30 * HOUR)
        assert school.tick(NOW + 53 * HOUR) == 0
        assert school.tick(NOW + 54 * HOUR) == 1

    def test_at_once_when_the_mentor_is_away_or_has_no_telegram(self, school: School) -> None:
        school.mentor.person.chat_id = None
        one = school.ask()
        assert len(school.climbs()) == 1
        curator = actor_of(school.session, school.curator)
        assert help_views.climbed(school.session, curator, one.id).reason == Reason.NO_TELEGRAM
        school.mentor.status = MembershipStatus.PAUSED
        assert help_views.climbed(school.session, curator, one.id).reason == Reason.AWAY
        passed = help_requests.ask_all(school.session, curator, one.id, now=NOW)
        assert passed.scope == HelpScope.ALL_MENTORS
        assert school.told("help.asked") == [school.other.person_id]
        assert school.told("help.passed_on") == [school.mentee.person_id]

    def test_of_who_left_nothing_climbs(self, school: School) -> None:
        school.ask()
        school.mentee.status = MembershipStatus.LEFT
        assert school.tick(NOW + 100 * HOUR) == 0


class TestWhoReads:
    def test_the_curator_only_what_climbed(self, school: School) -> None:
        one = school.ask()
        curator = actor_of(school.session, school.curator)
        with pytest.raises(NotAllowed):
            help_views.open_climbed(school.session, curator, one.id, now=NOW)
        school.tick(NOW + 25 * HOUR)
        opened = help_views.open_climbed(school.session, curator, one.id, now=NOW)
        assert (opened.part, opened.text) == (Part.CURATOR, "Как быть?")
        assert {HelpAction.ANSWER, HelpAction.REMIND, HelpAction.ASK_ALL} == opened.actions

    def test_a_mentor_of_a_pair_that_ended_no_longer(self, school: School) -> None:
        one = school.ask()
        school.pair.status = MentorshipStatus.CLOSED
        for member in (school.mentor, school.other):
            with pytest.raises(NotAllowed):
                help_views.see(school.session, actor_of(school.session, member), one.id, now=NOW)

    def test_a_mentor_who_is_a_curator_too_does_not_get_the_alert_about_themselves(
        self, school: School
    ) -> None:
        both = Membership(
            person=school.mentor.person,
            organization=school.place,
            role=Role.CURATOR,
            status=MembershipStatus.ACTIVE,
            created_at=NOW,
            profile={},
        )
        school.session.add(both)
        school.session.flush()
        one = school.ask()
        school.tick(NOW + 25 * HOUR)
        assert alerts.count_open(school.session, actor_of(school.session, school.mentor)) == 0
        assert alerts.count_open(school.session, actor_of(school.session, school.curator)) == 1
        seen = help_views.see(school.session, actor_of(school.session, school.mentor), one.id, now=NOW)
        assert seen.actions == {HelpAction.ANSWER}


def test_the_desk_counts_median_and_share(school: School) -> None:
    for hours in (1, 3, 30):
        one = school.ask(of_all=True)
        school.answer(one.id, school.other, now=NOW + hours * HOUR)
    school.ask(of_all=True)
    back = school.ask(of_all=True)
    mentee = actor_of(school.session, school.mentee)
    help_requests.take_back(school.session, mentee, back.id, now=NOW)
    curator = actor_of(school.session, school.curator)
    found = help_views.desk(school.session, curator, now=NOW + 31 * HOUR)
    assert (found.asked, found.answered, found.soon, found.open_count) == (4, 3, 2, 1)
    assert found.median_time == 3 * HOUR
    with pytest.raises(NotAllowed):
        help_views.desk(school.session, mentee, now=NOW)


def test_a_further_question_waits_for_those_who_answered(school: School) -> None:
    one = school.ask(of_all=True)
    school.answer(one.id, school.other)
    mentee = actor_of(school.session, school.mentee)
    more = help_requests.ask_more(school.session, mentee, one.id, "А как?", now=NOW + HOUR)
    assert more.status == HelpStatus.OPEN
    waits = {
        member.id: help_views.count_waiting(school.session, actor_of(school.session, member))
        for member in (school.mentor, school.other)
    }
    assert waits == {school.mentor.id: 0, school.other.id: 1}


def test_of_several_mentors_the_earliest_morning_counts(school: School) -> None:
    evening = NOW + 11 * HOUR
    school.mentor.person.timezone = "Asia/Yekaterinburg"
    one = school.ask(of_all=True, now=evening)
    assert one.reaches_at is not None
    # Eight o'clock in Yekaterinburg is six in Moscow.
    assert one.reaches_at == datetime.fromisoformat("2026-09-08T03:00:00+00:00")


@pytest.mark.parametrize("how", ["left", "frozen"])
def test_nobody_is_asked_about_a_request_whose_asker_is_gone(school: School, how: str) -> None:
    one = school.ask()
    assert school.tick(NOW + 49 * HOUR) == 1
    assert school.tick(NOW + 50 * HOUR) == 0
    if how == "left":
        school.mentee.status = MembershipStatus.LEFT
    else:
        school.mentee.person.frozen_at = NOW
    school.session.flush()
    assert school.tick(NOW + 51 * HOUR) == 1
    (alert,) = school.climbs()
    assert (alert.status, alert.resolved_by_id) == (AlertStatus.RESOLVED, None)
    assert school.tick(NOW + 52 * HOUR) == 0
    if how == "left":
        return
    # Who comes back waits again, and the curators hear of it once more.
    school.mentee.person.frozen_at = None
    school.session.flush()
    assert school.tick(NOW + 52 * HOUR) == 0
    assert school.tick(NOW + 101 * HOUR) == 1
    assert [each.status for each in school.climbs()] == [AlertStatus.RESOLVED, AlertStatus.OPEN]
    assert one.id == school.climbs()[1].subject["help_id"]
