"""The rules of what comes after a meeting: whose word counts, what is noted, agreed and looked through."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import (
    Alert,
    AlertKind,
    AlertStatus,
    AuditRecord,
    LessonVisit,
    Meeting,
    MeetingAnswer,
    MeetingKind,
    MeetingStatus,
    MeetingTask,
    Membership,
    Mentorship,
    MentorshipMember,
    MentorshipStatus,
    Notification,
    NotificationStatus,
    Role,
)
from services import alerts, attendance, meeting_log, meeting_notes, meeting_tasks, pair_reminders
from services.access import Actor
from services.attendance import MeetingNotOver, MeetingSettled
from services.errors import AnswerEmpty, AnswerTooLong, NoLongerCurrent, NotAllowed
from services.meeting_log import LoggedInFuture, LoggedTooLongAgo, read_typed
from services.meeting_notes import AfterTalkAhead, NoteClosed
from services.meeting_tasks import TaskDayPassed, TaskDayTooFar
from services.typed_dates import NotADate
from tests.support.factories import (
    NOW,
    actor_of,
    make_confirmed_meeting,
    make_organization,
    make_pair,
    make_person,
)

AFTERNOON = datetime(2026, 9, 9, 12, 30, tzinfo=UTC)
"""Wednesday, half past three in Moscow."""
LATER = AFTERNOON + timedelta(hours=2)
DAY = timedelta(days=1)
TODAY = date(2026, 9, 9)
LIST = ("discipline", "assessment", "parents")


@dataclass
class Pair:
    """A mentor, a mentee, a curator and somebody else of the same school."""

    session: Session
    mentorship: Mentorship
    mentor_membership: Membership
    mentee_membership: Membership
    curator_membership: Membership
    stranger_membership: Membership

    @property
    def mentor(self) -> Actor:
        return actor_of(self.session, self.mentor_membership)

    @property
    def mentee(self) -> Actor:
        return actor_of(self.session, self.mentee_membership)

    @property
    def curator(self) -> Actor:
        return actor_of(self.session, self.curator_membership)

    @property
    def stranger(self) -> Actor:
        return actor_of(self.session, self.stranger_membership)

    def meeting(
        self, at: datetime = AFTERNOON, kind: MeetingKind = MeetingKind.REGULAR, **fields: object
    ) -> Meeting:
        return make_confirmed_meeting(self.session, self.mentorship, at, kind, **fields)

    def held(self, at: datetime = AFTERNOON, kind: MeetingKind = MeetingKind.REGULAR) -> Meeting:
        meeting = self.meeting(at, kind)
        self.told(meeting, True, self.mentor, self.mentee)
        return meeting

    def told(self, meeting: Meeting, held: bool, *people: Actor) -> None:
        for person in people:
            now = meeting.ends_at + timedelta(hours=1)
            attendance.report(self.session, person, meeting.id, held, now=now)

    def alerts(self, kind: AlertKind) -> list[Alert]:
        return list(self.session.scalars(select(Alert).where(Alert.kind == kind).order_by(Alert.id)))

    def owed(self, kind: str, person: Actor) -> list[Notification]:
        query = select(Notification).where(
            Notification.kind == kind,
            Notification.person_id == person.person_id,
            Notification.status == NotificationStatus.PENDING,
        )
        return list(self.session.scalars(query.order_by(Notification.due_at)))

    def count(self) -> int:
        return self.session.scalar(select(func.count()).select_from(Meeting)) or 0

    def acts(self) -> list[str]:
        return list(self.session.scalars(select(AuditRecord.act).order_by(AuditRecord.id)))


@pytest.fixture
def pair(session: Session) -> Pair:
    school = make_organization(session)
    mentor = make_person(session, Role.MENTOR, school, last="Орлова", first="Вера")
    mentee = make_person(session, Role.MENTEE, school, profile={"difficulties": ["parents"]})
    curator = make_person(session, Role.CURATOR, school, last="Юсупова")
    stranger = make_person(session, Role.MENTOR, school, last="Ким")
    return Pair(session, make_pair(session, mentor, mentee), mentor, mentee, curator, stranger)


def second_mentee(pair: Pair) -> Actor:
    """The pair becomes a group."""
    membership = make_person(
        pair.session, Role.MENTEE, pair.mentor_membership.organization, last="Галиева", first="Алсу"
    )
    pair.mentorship.members.append(MentorshipMember(membership=membership, role=Role.MENTEE, accepted_at=NOW))
    pair.session.flush()
    return actor_of(pair.session, membership)


class TestWhoseWordCounts:
    def test_only_those_who_were_to_come_are_awaited(self, pair: Pair) -> None:
        absent = second_mentee(pair)
        meeting = pair.meeting()
        for answer in meeting.answers:
            answer.agrees = answer.person_id != absent.person_id
        pair.session.flush()
        with pytest.raises(NotAllowed):
            attendance.report(pair.session, absent, meeting.id, True, now=LATER)
        pair.told(meeting, True, pair.mentor, pair.mentee)
        assert meeting.status == MeetingStatus.HELD
        assert len(pair.owed("feedback.offered", pair.mentee)) == 1
        assert pair.owed("feedback.offered", absent) == []

    def test_in_a_group_every_participant_is_awaited(self, pair: Pair) -> None:
        other = second_mentee(pair)
        meeting = pair.meeting()
        pair.told(meeting, True, pair.mentor, pair.mentee)
        assert meeting.status.value == "confirmed"
        pair.told(meeting, True, other)
        assert meeting.status.value == "held"

    def test_one_word_counts_two_days_after_the_end(self, pair: Pair) -> None:
        meeting = pair.meeting(minutes=120)
        pair.told(meeting, True, pair.mentor)
        ended = AFTERNOON + timedelta(hours=2)
        early = ended + 2 * DAY - timedelta(minutes=1)
        assert attendance.tick_settle_attendance(pair.session, now=early) == 0
        assert attendance.tick_settle_attendance(pair.session, now=ended + 2 * DAY) == 1
        assert meeting.status == MeetingStatus.HELD

    def test_a_different_word_is_a_dispute_for_the_curator(self, pair: Pair) -> None:
        meeting = pair.meeting()
        pair.told(meeting, True, pair.mentor)
        pair.told(meeting, False, pair.mentee)
        (alert,) = pair.alerts(AlertKind.MEETING_DISPUTED)
        assert alert.subject[alerts.HIDDEN_FROM] == pair.mentor.person_id
        attendance.settle_dispute(pair.session, pair.curator, meeting.id, True, now=LATER)
        assert (meeting.status, alert.status) == (MeetingStatus.HELD, AlertStatus.RESOLVED)


class TestSilence:
    def test_is_told_to_the_curator_after_the_days_of_the_school(self, pair: Pair) -> None:
        pair.mentor_membership.organization.silence_days = 3
        meeting = pair.meeting()
        early = meeting.ends_at + 3 * DAY - timedelta(minutes=1)
        assert attendance.tick_silent(pair.session, now=early) == 0
        due = meeting.ends_at + 3 * DAY
        assert attendance.tick_silent(pair.session, now=due) == 1
        assert attendance.tick_silent(pair.session, now=due + DAY) == 0
        (alert,) = pair.alerts(AlertKind.MEETING_SILENT)
        assert alert.subject["meeting_id"] == meeting.id

    def test_a_word_of_either_side_settles_the_alert(self, pair: Pair) -> None:
        meeting = pair.meeting()
        attendance.tick_silent(pair.session, now=meeting.ends_at + 3 * DAY)
        attendance.report(pair.session, pair.mentee, meeting.id, True, now=meeting.ends_at + 4 * DAY)
        (alert,) = pair.alerts(AlertKind.MEETING_SILENT)
        assert (alert.status, alert.resolved_by_id) == (AlertStatus.RESOLVED, None)
        with pytest.raises(NoLongerCurrent):
            attendance.settle_silence(pair.session, pair.curator, meeting.id, False, now=LATER + 5 * DAY)

    @pytest.mark.parametrize("held", [True, False])
    def test_the_curators_word_settles_the_meeting(self, pair: Pair, held: bool) -> None:
        meeting = pair.meeting()
        now = meeting.ends_at + 3 * DAY
        attendance.tick_silent(pair.session, now=now)
        for _ in range(2):
            attendance.settle_silence(pair.session, pair.curator, meeting.id, held, now=now)
        assert meeting.status == (MeetingStatus.HELD if held else MeetingStatus.NOT_HELD)
        assert [one.status for one in pair.alerts(AlertKind.MEETING_SILENT)] == [AlertStatus.RESOLVED]
        assert len(pair.owed("meetings.settled", pair.mentee)) == 1
        assert pair.acts().count(f"meeting.{meeting.status.value}") == 1
        with pytest.raises(MeetingSettled):
            attendance.settle_silence(pair.session, pair.curator, meeting.id, not held, now=now)

    def test_nobody_judges_their_own_meeting_or_one_to_come(self, pair: Pair) -> None:
        meeting = pair.meeting()
        for person in (pair.mentor, pair.mentee, pair.stranger):
            with pytest.raises(NotAllowed):
                attendance.settle_silence(pair.session, person, meeting.id, True, now=LATER)
        with pytest.raises(MeetingNotOver):
            attendance.settle_silence(pair.session, pair.curator, meeting.id, True, now=AFTERNOON)

    def test_both_are_asked_once_more_and_the_alert_waits(self, pair: Pair) -> None:
        meeting = pair.meeting()
        now = meeting.ends_at + 3 * DAY
        attendance.tick_silent(pair.session, now=now)
        for _ in range(2):
            attendance.remind_silent(pair.session, pair.curator, meeting.id, now=now)
        for person in (pair.mentor, pair.mentee):
            assert len(pair.owed("meetings.ask_held", person)) == 1
        (alert,) = pair.alerts(AlertKind.MEETING_SILENT)
        assert alert.status == AlertStatus.SNOOZED

    def test_the_end_of_the_pair_ends_the_question(self, pair: Pair) -> None:
        meeting = pair.meeting()
        attendance.tick_silent(pair.session, now=meeting.ends_at + 3 * DAY)
        pair.mentorship.close(LATER)
        pair.session.flush()
        attendance.tick_silent(pair.session, now=meeting.ends_at + 4 * DAY)
        (alert,) = pair.alerts(AlertKind.MEETING_SILENT)
        assert (alert.status, alert.resolution) == (AlertStatus.RESOLVED, "pair_ended")


class TestMisses:
    def missed(self, pair: Pair, number: int) -> Meeting:
        meeting = pair.meeting(AFTERNOON + number * 7 * DAY)
        pair.told(meeting, False, pair.mentor, pair.mentee)
        return meeting

    def test_two_in_a_row_raise_one_alert_and_a_third_no_other(self, pair: Pair) -> None:
        self.missed(pair, 0)
        assert pair.alerts(AlertKind.MEETINGS_MISSED) == []
        self.missed(pair, 1)
        self.missed(pair, 2)
        (alert,) = pair.alerts(AlertKind.MEETINGS_MISSED)
        assert alert.status == AlertStatus.OPEN
        seen = attendance.missed(pair.session, pair.curator, pair.mentorship.id)
        assert len(seen.missed) == 3
        with pytest.raises(NotAllowed):
            attendance.missed(pair.session, pair.mentor, pair.mentorship.id)

    def test_one_that_took_place_between_breaks_the_row(self, pair: Pair) -> None:
        self.missed(pair, 0)
        pair.held(AFTERNOON + 7 * DAY)
        self.missed(pair, 2)
        assert pair.alerts(AlertKind.MEETINGS_MISSED) == []

    def test_a_meeting_that_took_place_settles_the_alert_and_a_new_row_raises_another(
        self, pair: Pair
    ) -> None:
        for number in (0, 1):
            self.missed(pair, number)
        pair.held(AFTERNOON + 14 * DAY)
        (alert,) = pair.alerts(AlertKind.MEETINGS_MISSED)
        assert (alert.status, alert.resolution) == (AlertStatus.RESOLVED, "held")
        for number in (3, 4):
            self.missed(pair, number)
        assert [one.status for one in pair.alerts(AlertKind.MEETINGS_MISSED)] == [
            AlertStatus.RESOLVED,
            AlertStatus.OPEN,
        ]

    def test_the_curator_has_the_pair_reminded_to_plan(self, pair: Pair) -> None:
        for number in (0, 1):
            self.missed(pair, number)
        (alert,) = pair.alerts(AlertKind.MEETINGS_MISSED)
        now = AFTERNOON + 8 * DAY
        pair_reminders.remind(pair.session, pair.curator, pair.mentorship.id, now=now)
        assert alert.status == AlertStatus.SNOOZED
        for person in (pair.mentor, pair.mentee):
            assert len(pair.owed("board.remind", person)) == 1
        with pytest.raises(NotAllowed):
            pair_reminders.remind(pair.session, pair.mentor, pair.mentorship.id, now=now)


class TestLogging:
    def test_today_is_written_down_and_the_other_side_is_asked(self, pair: Pair) -> None:
        noted = meeting_log.log(pair.session, pair.mentor, pair.mentorship.id, TODAY, now=LATER)
        meeting = pair.session.get_one(Meeting, noted.meeting_id)
        assert noted.is_new and not noted.same_as and meeting.is_after_the_fact
        assert (meeting.kind, meeting.status) == (MeetingKind.ORGANISATIONAL, MeetingStatus.CONFIRMED)
        assert meeting.starts_at == LATER - timedelta(hours=1)
        assert len(pair.owed("meetings.ask_held", pair.mentee)) == 1
        assert pair.owed("meetings.ask_held", pair.mentor) == []
        attendance.report(pair.session, pair.mentee, meeting.id, True, now=LATER)
        assert meeting.status == MeetingStatus.HELD

    def test_a_no_of_the_other_side_is_a_dispute(self, pair: Pair) -> None:
        noted = meeting_log.log(pair.session, pair.mentee, pair.mentorship.id, TODAY, now=LATER)
        attendance.report(pair.session, pair.mentor, noted.meeting_id, False, now=LATER)
        assert len(pair.alerts(AlertKind.MEETING_DISPUTED)) == 1

    def test_a_second_tap_and_the_other_side_find_the_same_meeting(self, pair: Pair) -> None:
        first = meeting_log.log(pair.session, pair.mentor, pair.mentorship.id, TODAY, now=LATER)
        again = meeting_log.log(pair.session, pair.mentor, pair.mentorship.id, TODAY, now=LATER)
        assert (again.meeting_id, again.same_as, again.is_mine) == (first.meeting_id, True, True)
        theirs = meeting_log.log(pair.session, pair.mentee, pair.mentorship.id, TODAY, now=LATER)
        assert (theirs.meeting_id, theirs.same_as, theirs.is_mine) == (first.meeting_id, True, False)
        meeting_log.same(pair.session, pair.mentee, theirs.meeting_id, now=LATER)
        assert pair.session.get_one(Meeting, first.meeting_id).status == MeetingStatus.HELD
        assert pair.count() == 1

    def test_a_planned_meeting_of_that_day_is_offered_as_the_same(self, pair: Pair) -> None:
        planned = pair.meeting()
        noted = meeting_log.log(pair.session, pair.mentor, pair.mentorship.id, TODAY, now=LATER)
        assert (noted.meeting_id, noted.same_as) == (planned.id, True)
        assert pair.count() == 1

    def test_a_second_meeting_of_a_day_is_made_once(self, pair: Pair) -> None:
        pair.meeting()
        noted = meeting_log.log(pair.session, pair.mentor, pair.mentorship.id, TODAY, now=LATER)
        for _ in range(2):
            meeting_log.log_another(
                pair.session, pair.mentor, pair.mentorship.id, TODAY, noted.at_minutes, now=LATER
            )
        assert pair.count() == 2

    def test_what_is_to_come_or_long_past_is_refused(self, pair: Pair) -> None:
        arguments = (pair.session, pair.mentor, pair.mentorship.id)
        with pytest.raises(LoggedInFuture):
            meeting_log.log(*arguments, TODAY + DAY, now=LATER)
        with pytest.raises(LoggedInFuture):
            meeting_log.log(*arguments, TODAY, time(23), now=LATER)
        with pytest.raises(LoggedTooLongAgo):
            meeting_log.log(*arguments, TODAY - 61 * DAY, now=LATER)
        with pytest.raises(LoggedInFuture):
            meeting_log.log_another(*arguments, TODAY, 23 * 60, now=LATER)
        with pytest.raises(NoLongerCurrent):
            meeting_log.log_another(*arguments, TODAY, 24 * 60, now=LATER)
        assert pair.count() == 0

    def test_only_the_pair_may(self, pair: Pair) -> None:
        for person in (pair.stranger, pair.curator):
            with pytest.raises(NotAllowed):
                meeting_log.log(pair.session, person, pair.mentorship.id, TODAY, now=LATER)

    def test_a_slip_is_taken_back_while_nobody_else_has_answered(self, pair: Pair) -> None:
        noted = meeting_log.log(pair.session, pair.mentor, pair.mentorship.id, TODAY, now=LATER)
        with pytest.raises(NotAllowed):
            meeting_log.take_back(pair.session, pair.mentee, noted.meeting_id, now=LATER)
        for _ in range(2):
            meeting_log.take_back(pair.session, pair.mentor, noted.meeting_id, now=LATER)
        meeting = pair.session.get_one(Meeting, noted.meeting_id)
        assert meeting.status == MeetingStatus.CANCELLED
        assert pair.owed("meetings.ask_held", pair.mentee) == []
        other = meeting_log.log(pair.session, pair.mentor, pair.mentorship.id, TODAY, now=LATER)
        meeting_log.same(pair.session, pair.mentee, other.meeting_id, now=LATER)
        with pytest.raises(NoLongerCurrent):
            meeting_log.take_back(pair.session, pair.mentor, other.meeting_id, now=LATER)

    def test_its_kind_is_said_by_whoever_wrote_it_down(self, pair: Pair) -> None:
        noted = meeting_log.log(pair.session, pair.mentor, pair.mentorship.id, TODAY, now=LATER)
        meeting_log.rename(pair.session, pair.mentor, noted.meeting_id, MeetingKind.FINAL, now=LATER)
        assert pair.session.get_one(Meeting, noted.meeting_id).kind == MeetingKind.FINAL
        with pytest.raises(NoLongerCurrent):
            meeting_log.rename(pair.session, pair.mentee, noted.meeting_id, MeetingKind.TRIAL, now=LATER)
        late = LATER + timedelta(days=15)
        with pytest.raises(NoLongerCurrent):
            meeting_log.rename(pair.session, pair.mentor, noted.meeting_id, MeetingKind.TRIAL, now=late)

    def test_a_meeting_of_long_ago_gives_the_other_side_two_days(self, pair: Pair) -> None:
        noted = meeting_log.log(
            pair.session, pair.mentor, pair.mentorship.id, TODAY - timedelta(days=30), now=LATER
        )
        assert attendance.tick_settle_attendance(pair.session, now=LATER + DAY) == 0
        assert attendance.tick_settle_attendance(pair.session, now=LATER + 2 * DAY) == 1
        assert pair.session.get_one(Meeting, noted.meeting_id).status == MeetingStatus.HELD

    def test_the_list_shows_what_waits_for_my_word(self, pair: Pair) -> None:
        mine, told = pair.meeting(), pair.meeting(AFTERNOON - DAY)
        pair.meeting(AFTERNOON + DAY)
        pair.told(told, True, pair.mentor)
        seen = meeting_log.see(pair.session, pair.mentor, now=LATER)
        assert [one.meeting_id for one in seen.waiting] == [mine.id]
        assert [one.mentorship_id for one in seen.pairs] == [pair.mentorship.id]
        theirs = meeting_log.see(pair.session, pair.mentee, now=LATER)
        assert {one.meeting_id for one in theirs.waiting} == {mine.id, told.id}

    def test_a_mentor_of_many_pairs_finds_every_one_of_them(self, pair: Pair) -> None:
        school = pair.mentor_membership.organization
        for _ in range(6):
            make_pair(pair.session, pair.mentor_membership, make_person(pair.session, Role.MENTEE, school))
        found = [
            one.mentorship_id
            for number in (0, 1)
            for one in meeting_log.see(pair.session, pair.mentor, pairs_page=number, now=LATER).pairs
        ]
        assert len(found) == len(set(found)) == 7
        assert meeting_log.see(pair.session, pair.mentor, pairs_page=9, now=LATER).pairs_page == 1

    def test_the_conclusions_of_a_visit_are_asked_for_after_the_talk(self, pair: Pair) -> None:
        visit = pair.meeting(kind=MeetingKind.LESSON_VISIT)
        talk = visit.ends_at + timedelta(hours=3)
        visit.lesson_visit = LessonVisit(teacher_id=pair.mentee.person_id, after_at=talk)
        pair.told(visit, True, pair.mentee)
        assert pair.owed("journal.findings", pair.mentor) == []
        pair.told(visit, True, pair.mentor)
        (owed,) = pair.owed("journal.findings", pair.mentor)
        assert owed.due_at == talk
        assert pair.owed("journal.findings", pair.mentee) == []
        meeting_notes.find(pair.session, pair.mentor, visit.id, "Чаще опрос", now=talk)
        assert pair.owed("journal.findings", pair.mentor) == []


class TestTypedDays:
    @pytest.mark.parametrize(
        ("typed", "day", "at"),
        [
            ("сегодня", TODAY, None),
            ("Вчера", TODAY - DAY, None),
            ("вчера в 15:00", TODAY - DAY, time(15)),
            ("yesterday at 9:05", TODAY - DAY, time(9, 5)),
            ("кичә 15:00", TODAY - DAY, time(15)),
            ("07.09", date(2026, 9, 7), None),
            ("07.09.2026 14.30", date(2026, 9, 7), time(14, 30)),
            ("7 сентября, 14:30", date(2026, 9, 7), time(14, 30)),
            ("7 сентября в 14", date(2026, 9, 7), time(14)),
            ("понедельник", date(2026, 9, 7), None),
            ("в пятницу", date(2026, 9, 4), None),
            ("среда", TODAY, None),
            ("җомга", date(2026, 9, 4), None),
            ("12.11", date(2025, 11, 12), None),
            ("14:30", TODAY, time(14, 30)),
        ],
    )
    def test_are_read_as_days_that_were(self, typed: str, day: date, at: time | None) -> None:
        assert read_typed(typed, TODAY) == (day, at)

    @pytest.mark.parametrize("typed", ["", "потом", "в среду после обеда", "31.02", "99:99", "👍"])
    def test_what_is_no_day_is_refused(self, typed: str) -> None:
        with pytest.raises(NotADate):
            read_typed(typed, TODAY)

    @pytest.mark.parametrize("typed", ["12.11.2026", "12.11.26", "12 ноября 2026"])
    def test_a_day_to_come_is_refused(self, typed: str) -> None:
        with pytest.raises(LoggedInFuture):
            read_typed(typed, TODAY)


class TestNotes:
    @pytest.mark.requirement("L-5-1", "L-5-4")
    def test_the_mentor_writes_and_both_and_the_curator_read(self, pair: Pair) -> None:
        meeting = pair.held(kind=MeetingKind.ORGANISATIONAL)
        for text in ("Познакомились", "Познакомились и составили график"):
            meeting_notes.write(pair.session, pair.mentor, meeting.id, text, now=LATER)
        for person in (pair.mentor, pair.mentee, pair.curator):
            page = meeting_notes.history(pair.session, person, pair.mentorship.id, now=LATER)
            assert [one.done for one in page.lines] == ["Познакомились и составили график"]
        assert pair.acts().count("meeting.history_seen") == 1
        with pytest.raises(NotAllowed):
            meeting_notes.history(pair.session, pair.stranger, pair.mentorship.id, now=LATER)

    def test_nobody_else_writes_it(self, pair: Pair) -> None:
        meeting = pair.held()
        for person in (pair.mentee, pair.curator, pair.stranger):
            with pytest.raises(NotAllowed):
                meeting_notes.write(pair.session, person, meeting.id, "Слова", now=LATER)

    def test_is_open_for_two_weeks_and_only_of_what_took_place(self, pair: Pair) -> None:
        meeting = pair.held()
        with pytest.raises(NoteClosed):
            meeting_notes.write(
                pair.session, pair.mentor, meeting.id, "Поздно", now=LATER + timedelta(days=15)
            )
        fallen = pair.meeting(AFTERNOON - 7 * DAY)
        pair.told(fallen, False, pair.mentor, pair.mentee)
        with pytest.raises(NoLongerCurrent):
            meeting_notes.write(pair.session, pair.mentor, fallen.id, "Слова", now=LATER)

    def test_words_that_are_empty_or_too_long_are_refused(self, pair: Pair) -> None:
        meeting = pair.held()
        with pytest.raises(AnswerEmpty):
            meeting_notes.write(pair.session, pair.mentor, meeting.id, " \u200b ", now=LATER)
        with pytest.raises(AnswerTooLong):
            meeting_notes.write(pair.session, pair.mentor, meeting.id, "я" * 2001, now=LATER)

    def test_difficulties_are_ticked_those_of_the_mentee_first(self, pair: Pair) -> None:
        meeting = pair.held()
        shown = meeting_notes.difficulties(pair.session, pair.mentor, meeting.id, LIST, now=LATER)
        assert (shown.keys, shown.found) == (("parents", "discipline", "assessment"), 1)
        for _ in range(2):
            shown = meeting_notes.tick_difficulty(
                pair.session, pair.mentor, meeting.id, "parents", True, LIST, now=LATER
            )
        assert shown.chosen == {"parents"}
        shown = meeting_notes.tick_difficulty(
            pair.session, pair.mentor, meeting.id, "parents", False, LIST, now=LATER
        )
        assert shown.chosen == frozenset()
        with pytest.raises(NoLongerCurrent):
            meeting_notes.tick_difficulty(
                pair.session, pair.mentor, meeting.id, "invented", True, LIST, now=LATER
            )

    def test_findings_of_a_lesson_wait_for_the_talk_after_it(self, pair: Pair) -> None:
        meeting = pair.meeting(kind=MeetingKind.LESSON_VISIT)
        meeting.lesson_visit = LessonVisit(teacher_id=pair.mentee.person_id, after_at=LATER + DAY)
        pair.told(meeting, True, pair.mentor, pair.mentee)
        with pytest.raises(AfterTalkAhead):
            meeting_notes.find(pair.session, pair.mentor, meeting.id, "Темп", now=LATER)
        seen = meeting_notes.find(pair.session, pair.mentor, meeting.id, "Темп урока", now=LATER + DAY)
        assert seen.findings == "Темп урока"
        other = pair.held(AFTERNOON - DAY)
        with pytest.raises(NoLongerCurrent):
            meeting_notes.find(pair.session, pair.mentor, other.id, "Темп", now=LATER)


class TestTasks:
    def added(self, pair: Pair, actor: Actor, due: date = TODAY + 7 * DAY, person_id: int = 0) -> MeetingTask:
        (one,) = meeting_tasks.add(
            pair.session, actor, pair.mentorship.id, None, "Составить план", person_id, due, now=LATER
        )
        return pair.session.get_one(MeetingTask, one.id)

    @pytest.mark.requirement("N-2.3-3")
    def test_both_see_it_and_whoever_does_it_says_that_it_is_done(self, pair: Pair) -> None:
        task = self.added(pair, pair.mentor)
        assert task.responsible_id == pair.mentee.person_id
        for person in (pair.mentor, pair.mentee):
            page = meeting_tasks.mine(pair.session, person, now=LATER)
            assert [one.id for one in page.tasks] == [task.id]
        for _ in range(2):
            assert meeting_tasks.set_done(pair.session, pair.mentee, task.id, True, now=LATER).is_done
        assert meeting_tasks.mine(pair.session, pair.mentor, now=LATER).tasks == ()
        done = meeting_tasks.mine(pair.session, pair.mentor, is_open=False, now=LATER)
        assert [one.id for one in done.tasks] == [task.id]

    def test_whoever_does_it_is_told_and_reminded_on_two_mornings(self, pair: Pair) -> None:
        task = self.added(pair, pair.mentor)
        assert len(pair.owed("journal.task_set", pair.mentee)) == 1
        morning = datetime(2026, 9, 15, 6, 0, tzinfo=UTC)
        due = [one.due_at for one in pair.owed("journal.task_due", pair.mentee)]
        assert due == [morning, morning + DAY]
        meeting_tasks.set_done(pair.session, pair.mentor, task.id, True, now=LATER)
        assert pair.owed("journal.task_due", pair.mentee) == []
        meeting_tasks.set_done(pair.session, pair.mentee, task.id, False, now=LATER + DAY)
        assert len(pair.owed("journal.task_due", pair.mentee)) == 2

    def test_another_day_moves_the_reminders(self, pair: Pair) -> None:
        task = self.added(pair, pair.mentor)
        meeting_tasks.change_day(pair.session, pair.mentor, task.id, TODAY + DAY, now=LATER)
        due = [one.due_at for one in pair.owed("journal.task_due", pair.mentee)]
        assert due == [datetime(2026, 9, 10, 6, 0, tzinfo=UTC)]
        with pytest.raises(NotAllowed):
            meeting_tasks.change_day(pair.session, pair.mentee, task.id, TODAY + 2 * DAY, now=LATER)

    def test_one_task_is_made_of_a_double_tap(self, pair: Pair) -> None:
        assert self.added(pair, pair.mentor).id == self.added(pair, pair.mentor).id

    def test_in_a_group_everybody_has_a_task_of_their_own(self, pair: Pair) -> None:
        other = second_mentee(pair)
        made = meeting_tasks.add(
            pair.session, pair.mentor, pair.mentorship.id, None, "План", 0, TODAY, now=LATER
        )
        assert len(made) == 2
        with pytest.raises(NotAllowed):
            meeting_tasks.set_done(
                pair.session,
                other,
                next(one.id for one in made if one.responsible.first != "Алсу"),
                True,
                now=LATER,
            )

    def test_strangers_and_curators_do_not_touch_it(self, pair: Pair) -> None:
        task = self.added(pair, pair.mentor)
        for person in (pair.stranger, pair.curator):
            with pytest.raises(NotAllowed):
                meeting_tasks.see(pair.session, person, task.id, now=LATER)
            with pytest.raises(NotAllowed):
                meeting_tasks.set_done(pair.session, person, task.id, True, now=LATER)
            with pytest.raises(NotAllowed):
                self.added(pair, person)

    def test_days_that_are_over_or_far_away_and_strangers_are_refused(self, pair: Pair) -> None:
        with pytest.raises(TaskDayPassed):
            self.added(pair, pair.mentor, TODAY - DAY)
        with pytest.raises(TaskDayTooFar):
            self.added(pair, pair.mentor, TODAY + 400 * DAY)
        with pytest.raises(NoLongerCurrent):
            self.added(pair, pair.mentor, person_id=pair.stranger.person_id)

    def test_what_is_dropped_stays_and_does_not_count(self, pair: Pair) -> None:
        done, late, dropped = (self.added(pair, pair.mentor, TODAY + days * DAY) for days in (1, 2, 3))
        meeting_tasks.set_done(pair.session, pair.mentor, done.id, True, now=LATER)
        for _ in range(2):
            meeting_tasks.drop(pair.session, pair.mentor, dropped.id, now=LATER)
        later = LATER + 4 * DAY
        assert [one.id for one in pair.session.scalars(select(MeetingTask)) if one.is_open] == [late.id]
        counts = meeting_tasks.progress(pair.session, [pair.mentorship.id], now=later)
        assert counts == {pair.mentorship.id: (1, 2, 1)}
        with pytest.raises(NoLongerCurrent):
            meeting_tasks.set_done(pair.session, pair.mentor, dropped.id, True, now=later)

    def test_nothing_is_changed_once_the_pair_has_ended(self, pair: Pair) -> None:
        task = self.added(pair, pair.mentor)
        pair.mentorship.status = MentorshipStatus.CLOSED
        pair.session.flush()
        with pytest.raises(NoLongerCurrent):
            meeting_tasks.set_done(pair.session, pair.mentee, task.id, True, now=LATER)


def test_the_answers_of_a_group_are_kept_as_they_were(pair: Pair) -> None:
    """A meeting written down afterwards makes up nobody's answer."""
    second_mentee(pair)
    meeting_log.log(pair.session, pair.mentor, pair.mentorship.id, TODAY, now=LATER)
    assert pair.session.scalars(select(MeetingAnswer)).all() == []
    assert len(pair.owed("meetings.ask_held", pair.mentee)) == 1
