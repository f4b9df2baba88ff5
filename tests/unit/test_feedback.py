"""Three answers of the mentee: taken one by one, under a pseudonym; alarming ones reach the curator only."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    Alert,
    AlertKind,
    AlertStatus,
    Feedback,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Membership,
    MembershipStatus,
    Mentorship,
    Notification,
    NotificationStatus,
    Role,
)
from models.delivery import Urgency
from services import alerts, another_mentor, attendance, feedback, meeting_views, meetings
from services.access import Actor
from services.alerts import AlertView
from services.content import Content, Questionnaire, load
from services.db import Database
from services.errors import AlreadyDecided, NoLongerCurrent, NotAllowed
from services.feedback import FeedbackView
from services.meeting_views import MeetingAction
from tests.support.factories import NOW, actor_of, make_organization, make_pair, make_person

START = datetime(2026, 9, 9, 12, 30, tzinfo=UTC)
AFTER = START + timedelta(hours=2)


@pytest.fixture(scope="module")
def content() -> Content:
    return load(Path(__file__).parents[2] / "content")


@pytest.fixture(scope="module")
def questions(content: Content) -> Questionnaire:
    return content.questionnaire(feedback.QUESTIONNAIRE)


class School:
    """A pair after a confirmed meeting, and their curator."""

    def __init__(self, session: Session, questions: Questionnaire) -> None:
        self.session, self.questions = session, questions
        self.organization = make_organization(session)
        self.mentor_membership = make_person(session, Role.MENTOR, self.organization, last="Орлова")
        self.mentee_membership = make_person(session, Role.MENTEE, self.organization)
        self.curator_membership = make_person(session, Role.CURATOR, self.organization, last="Юсупова")
        self.pair: Mentorship = make_pair(session, self.mentor_membership, self.mentee_membership)
        plan = meetings.Plan(MeetingKind.TRIAL, START, place="Школа")
        proposed = meetings.propose(session, self.mentor, self.pair.id, plan, now=NOW)
        self.meeting_id = meetings.confirm(session, self.mentee, proposed.id, now=NOW).id

    @classmethod
    def again(cls, session: Session, made: School) -> School:
        """The same school in another transaction."""
        school = cls.__new__(cls)
        school.session, school.questions, school.meeting_id = session, made.questions, made.meeting_id
        for name in ("mentor_membership", "mentee_membership", "curator_membership"):
            setattr(school, name, session.get_one(Membership, getattr(made, name).id))
        return school

    @property
    def mentor(self) -> Actor:
        return actor_of(self.session, self.mentor_membership)

    @property
    def mentee(self) -> Actor:
        return actor_of(self.session, self.mentee_membership)

    @property
    def curator(self) -> Actor:
        return actor_of(self.session, self.curator_membership)

    def says_held(self, *actors: Actor) -> None:
        for actor in actors:
            attendance.report(self.session, actor, self.meeting_id, True, now=AFTER)

    def answers(self, *values: str, actor: Actor | None = None) -> FeedbackView:
        view = feedback.see(self.session, actor or self.mentee, self.meeting_id, self.questions)
        for value in values:
            key = self.questions.questions[view.number].key
            view = self.answer(key, value, actor)
        return view

    def answer(self, key: str, value: str, actor: Actor | None = None) -> FeedbackView:
        who = actor or self.mentee
        return feedback.answer(self.session, who, self.meeting_id, self.questions, key, value, now=AFTER)

    def alerts(self) -> list[Alert]:
        return list(self.session.scalars(select(Alert).order_by(Alert.id)))

    def owed(self, membership: Membership) -> list[Notification]:
        mine = (
            Notification.person_id == membership.person_id,
            Notification.status == NotificationStatus.PENDING,
        )
        return list(self.session.scalars(select(Notification).where(*mine)))


@pytest.fixture
def school(session: Session, questions: Questionnaire) -> School:
    return School(session, questions)


@pytest.fixture
def held(school: School) -> School:
    school.says_held(school.mentor, school.mentee)
    return school


class TestAnswering:
    def test_goes_question_by_question_and_ends_with_the_last(self, held: School) -> None:
        view = held.answers()
        assert (view.number, view.total, view.is_complete) == (0, 3, False)
        assert held.answers("8").number == 1
        assert held.answers("9").number == 2
        assert held.answers("no").is_complete
        assert held.alerts() == []

    def test_is_open_as_soon_as_the_mentee_says_held(self, school: School) -> None:
        with pytest.raises(NoLongerCurrent):
            school.answers()
        school.says_held(school.mentee)
        assert school.answers("8").number == 1

    def test_is_not_open_when_only_the_mentor_says_held(self, school: School) -> None:
        school.says_held(school.mentor)
        with pytest.raises(NoLongerCurrent):
            school.answers()

    def test_goes_on_where_it_stopped(self, held: School) -> None:
        held.answers("8")
        view = feedback.see(held.session, held.mentee, held.meeting_id, held.questions)
        assert (view.number, dict(view.answers)) == (1, {"usefulness": 8})

    def test_twice_is_one_answer(self, held: School) -> None:
        for _ in range(2):
            assert held.answer("usefulness", "3").number == 1
        held.answers("2")
        for _ in range(2):
            assert held.answer("another_mentor", "yes").is_complete
        assert len(held.session.scalars(select(Feedback)).all()) == 1
        assert len(held.alerts()) == 2

    def test_can_be_corrected_until_it_is_complete(self, held: School) -> None:
        held.answers("2", "9")
        again = feedback.see(held.session, held.mentee, held.meeting_id, held.questions, number=0)
        assert again.number == 0
        assert held.answer("usefulness", "7").number == 2
        assert held.answers("no").is_complete
        assert held.alerts() == []
        with pytest.raises(NoLongerCurrent):
            held.answer("usefulness", "1")

    @pytest.mark.parametrize(
        ("key", "value"),
        [
            ("usefulness", "0"),
            ("usefulness", "11"),
            ("usefulness", "9" * 40),
            ("usefulness", "-1"),
            ("usefulness", "٣"),
            ("usefulness", "yes"),
            ("another_mentor", "maybe"),
            ("another_mentor", "yes"),
            ("salary", "5"),
        ],
    )
    def test_takes_only_what_was_offered_and_reached(self, held: School, key: str, value: str) -> None:
        with pytest.raises(NoLongerCurrent):
            held.answer(key, value)

    def test_is_for_the_mentee_of_the_meeting_alone(self, held: School) -> None:
        other = actor_of(held.session, make_person(held.session, Role.MENTEE, held.organization))
        for actor in (held.mentor, held.curator, other):
            with pytest.raises(NotAllowed):
                held.answer("usefulness", "1", actor)
            with pytest.raises(NotAllowed):
                feedback.see(held.session, actor, held.meeting_id, held.questions)

    def test_is_kept_under_the_pseudonym(self, held: School) -> None:
        held.answers("8", "9", "no")
        row = held.session.scalars(select(Feedback)).one()
        assert row.pseudonym == held.mentee_membership.person.pseudonym
        assert (row.questionnaire, row.questionnaire_version) == ("meeting-feedback", held.questions.version)

    def test_takes_the_invitation_back(self, held: School) -> None:
        offered = [row for row in held.owed(held.mentee_membership) if row.kind == "feedback.offered"]
        assert [row.due_at for row in offered] == [AFTER + timedelta(days=1)]
        held.answers("8", "9", "no")
        assert [row for row in held.owed(held.mentee_membership) if row.kind == "feedback.offered"] == []


@pytest.mark.requirement("N-5.1-5")
class TestAlarmingAnswers:
    @pytest.mark.parametrize(("value", "alarming"), [("4", True), ("5", False), ("1", True), ("10", False)])
    def test_at_the_threshold_or_below_reach_the_curator(
        self, held: School, value: str, alarming: bool
    ) -> None:
        held.answers(value, "9", "no")
        assert bool(held.alerts()) is alarming

    def test_the_threshold_is_the_schools(self, held: School) -> None:
        held.organization.low_answer_threshold = 6
        held.answers("6", "7", "no")
        alert = held.alerts()[0]
        assert alert.subject["answers"] == {"usefulness": 6} and alert.subject["threshold"] == 6

    def test_two_low_answers_are_one_alert(self, held: School) -> None:
        held.answers("1", "2", "unsure")
        assert [alert.kind for alert in held.alerts()] == [AlertKind.LOW_ANSWER]
        assert held.alerts()[0].subject["answers"] == {"usefulness": 1, "trust": 2}

    def test_the_wish_for_another_mentor_is_urgent(self, held: School) -> None:
        held.answers("9", "9", "yes")
        alert = held.alerts()[0]
        assert (alert.kind, alert.urgent) == (AlertKind.ANOTHER_MENTOR_WANTED, True)
        told = [row for row in held.owed(held.curator_membership) if row.kind == "alerts.raised"]
        assert [row.urgency for row in told] == [Urgency.URGENT]

    def test_are_shown_to_the_curator_with_the_pair(self, held: School) -> None:
        held.answers("3", "9", "no")
        concern = feedback.concern(held.session, held.curator, AlertView.of(held.alerts()[0]))
        assert concern.mentee is not None and concern.mentee.last == "Петрова"
        assert (concern.mentor.last, dict(concern.answers), concern.threshold) == (
            "Орлова",
            {"usefulness": 3},
            4,
        )
        assert concern.mentee_membership_id == held.mentee_membership.id

    def test_are_shown_to_nobody_else(self, held: School) -> None:
        held.answers("3", "9", "yes")
        foreign = make_person(held.session, Role.CURATOR, make_organization(held.session, name="Другая"))
        for alert in held.alerts():
            for actor in (held.mentor, held.mentee, actor_of(held.session, foreign)):
                with pytest.raises(NotAllowed):
                    feedback.concern(held.session, actor, AlertView.of(alert))
                with pytest.raises(NotAllowed):
                    feedback.promise_talk(held.session, actor, alert.id, now=AFTER)

    def test_are_hidden_from_a_curator_who_is_the_mentor(self, held: School) -> None:
        both = Membership(
            person_id=held.mentor_membership.person_id,
            organization_id=held.organization.id,
            role=Role.CURATOR,
            status=MembershipStatus.ACTIVE,
            created_at=NOW,
        )
        held.session.add(both)
        held.session.flush()
        held.answers("3", "9", "no")
        with pytest.raises(NotAllowed):
            feedback.concern(held.session, held.mentor, AlertView.of(held.alerts()[0]))

    def test_leave_no_trace_in_what_the_mentor_sees_or_is_owed(self, held: School) -> None:
        def seen() -> tuple[object, ...]:
            view = meeting_views.see(held.session, held.mentor, held.meeting_id, now=AFTER)
            rows = [(row.kind, row.payload, row.due_at) for row in held.owed(held.mentor_membership)]
            listed = meeting_views.my_meetings(held.session, held.mentor, now=AFTER)
            return dataclasses.astuple(view), rows, listed

        before = seen()
        held.answers("1", "1", "yes")
        assert len(held.alerts()) == 2
        assert seen() == before
        assert (
            MeetingAction.FEEDBACK
            not in meeting_views.see(held.session, held.mentor, held.meeting_id, now=AFTER).actions
        )
        assert alerts.open_alerts(held.session, held.mentor)[1] == 0

    def test_are_settled_by_the_promise_to_talk_once(self, held: School) -> None:
        held.answers("3", "9", "no")
        alert = held.alerts()[0]
        feedback.promise_talk(held.session, held.curator, alert.id, now=AFTER)
        assert (alert.status, alert.resolution) == (AlertStatus.RESOLVED, "will_talk")
        with pytest.raises(AlreadyDecided):
            feedback.promise_talk(held.session, held.curator, alert.id, now=AFTER)

    def test_count_even_when_the_rest_was_never_answered(self, held: School) -> None:
        held.answers("2")
        assert feedback.tick_unfinished(held.session, now=AFTER + timedelta(hours=23)) == 0
        assert feedback.tick_unfinished(held.session, now=AFTER + timedelta(hours=24)) == 1
        assert feedback.tick_unfinished(held.session, now=AFTER + timedelta(hours=25)) == 0
        held.answers("2", "no")
        assert len(held.alerts()) == 1, "one alert per cause"

    def test_of_somebody_who_was_forgotten_name_nobody(self, held: School) -> None:
        held.answers("3", "9", "no")
        held.mentee_membership.person.anonymise(AFTER)
        concern = feedback.concern(held.session, held.curator, AlertView.of(held.alerts()[0]))
        assert concern.mentee is None and concern.mentee_membership_id is None


def test_a_meeting_that_was_not_held_asks_nothing(school: School) -> None:
    meeting = school.session.get_one(Meeting, school.meeting_id)
    meeting.status = MeetingStatus.NOT_HELD
    with pytest.raises(NoLongerCurrent):
        school.answers()


def test_every_question_has_a_short_name_for_the_curator(content: Content, questions: Questionnaire) -> None:
    for question in questions.questions:
        assert content.label("feedback_topic", question.key, "ru") != question.key


async def test_the_life_of_a_meeting_is_the_same_on_every_database(
    db: Database, questions: Questionnaire
) -> None:
    """From the proposal to the curator's decision in the real transactions of SQLite and PostgreSQL."""

    def make(session: Session) -> School:
        return School(session, questions)

    def answer(session: Session) -> None:
        school = School.again(session, made)
        school.says_held(school.mentor, school.mentee)
        school.answers("2", "9", "yes")
        own = Membership(
            person_id=school.mentor.person_id,
            organization_id=made.organization.id,
            role=Role.CURATOR,
            status=MembershipStatus.ACTIVE,
            created_at=NOW,
        )
        session.add(own)

    def decide(session: Session) -> tuple[int, int, int]:
        school = School.again(session, made)
        seen, hidden = alerts.count_open(session, school.curator), alerts.count_open(session, school.mentor)
        alert = alerts.open_alerts(session, school.curator)[0][0]
        another_mentor.release(session, school.curator, alert.id, now=AFTER)
        return seen, hidden, alerts.count_open(session, school.curator)

    made = await db.write(make)
    await db.write(answer)
    assert await db.write(decide) == (2, 0, 0)
    late = AFTER + timedelta(days=30)
    for tick in (
        attendance.tick_settle_attendance,
        meetings.tick_lapse_proposals,
        feedback.tick_unfinished,
    ):
        assert await db.write(tick, now=late) == 0
