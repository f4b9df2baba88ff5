"""The rules of meetings: times, reminders, answers, moving, attendance, and who may do what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    Alert,
    AlertKind,
    AlertStatus,
    AttendanceReport,
    AuditRecord,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Membership,
    MembershipStatus,
    Mentorship,
    MentorshipMember,
    MentorshipStatus,
    Notification,
    NotificationStatus,
    Role,
)
from models.delivery import Urgency
from services import attendance, claims, meeting_views, meetings, outbox
from services.access import Actor
from services.attendance import MeetingNotOver, MeetingSettled
from services.errors import AnswerEmpty, AnswerTooLong, NoLongerCurrent, NotAllowed
from services.meeting_times import parse_day, parse_time, resolve_local, usual_times
from services.meeting_views import MeetingAction, MeetingView, next_kinds
from services.meetings import LinkWrong, MeetingOverlaps, MeetingTimePassed, MeetingTooFar, Plan
from services.quiet_hours import QuietHours
from tests.support.factories import (
    NOW,
    actor_of,
    make_confirmed_meeting,
    make_organization,
    make_pair,
    make_person,
)

MOSCOW = QuietHours("Europe/Moscow")
AFTERNOON = datetime(2026, 9, 9, 12, 30, tzinfo=UTC)
"""Wednesday, half past three in Moscow, two days after NOW."""
HOUR = timedelta(hours=1)


def wanted(at: datetime, kind: MeetingKind = MeetingKind.TRIAL, place: str = "Кабинет 12") -> Plan:
    return Plan(kind, at, place=place)


@dataclass
class Pair:
    """A mentor and a mentee of one school, and shortcuts for what they do."""

    session: Session
    mentor_membership: Membership
    mentee_membership: Membership
    mentorship: Mentorship

    @property
    def mentor(self) -> Actor:
        return actor_of(self.session, self.mentor_membership)

    @property
    def mentee(self) -> Actor:
        return actor_of(self.session, self.mentee_membership)

    def proposed(
        self, at: datetime = AFTERNOON, kind: MeetingKind = MeetingKind.TRIAL, now: datetime = NOW
    ) -> MeetingView:
        """The mentor proposes."""
        return meetings.propose(
            self.session, self.mentor, self.mentorship.id, wanted(at, kind, "Кабинет 12"), now=now
        )

    def confirmed(self, at: datetime = AFTERNOON, now: datetime = NOW) -> MeetingView:
        return meetings.confirm(self.session, self.mentee, self.proposed(at, now=now).id, now=now)

    def told(self, actor: Actor, meeting_id: int, held: bool, after: timedelta = 2 * HOUR) -> MeetingView:
        return attendance.report(self.session, actor, meeting_id, held, now=AFTERNOON + after)

    def owed(
        self, kind: str, person: Actor, status: NotificationStatus = NotificationStatus.PENDING
    ) -> list[Notification]:
        query = select(Notification).where(
            Notification.kind == kind,
            Notification.person_id == person.person_id,
            Notification.status == status,
        )
        return list(self.session.scalars(query.order_by(Notification.due_at)))


@pytest.fixture
def pair(session: Session) -> Pair:
    school = make_organization(session)
    mentor = make_person(session, Role.MENTOR, school, last="Орлова", first="Вера")
    mentee = make_person(session, Role.MENTEE, school)
    return Pair(session, mentor, mentee, make_pair(session, mentor, mentee))


@pytest.fixture
def curator(session: Session, pair: Pair) -> Actor:
    school = pair.mentor_membership.organization
    return actor_of(session, make_person(session, Role.CURATOR, school, last="Юсупова"))


@pytest.fixture
def stranger(session: Session, pair: Pair) -> Actor:
    """A mentor of the same school who is not of this pair."""
    return actor_of(session, make_person(session, Role.MENTOR, pair.mentor_membership.organization))


class TestTypedTimes:
    @pytest.mark.parametrize(
        ("typed", "meant"),
        [
            ("15:30", time(15, 30)),
            ("15.30", time(15, 30)),
            ("15 30", time(15, 30)),
            ("1530", time(15, 30)),
            (" 9:05 ", time(9, 5)),
            ("930", time(9, 30)),
            ("15-30", time(15, 30)),
            ("15", time(15, 0)),
            ("0:00", time(0, 0)),
            ("23 : 59", time(23, 59)),
        ],
    )
    def test_are_read_as_people_write_them(self, typed: str, meant: time) -> None:
        assert parse_time(typed) == meant

    @pytest.mark.parametrize(
        "typed", ["24:00", "15:60", "9999", "", "завтра", "15:3", "1:2:3", "153000", "-5", "१५:३०"]
    )
    def test_are_refused_when_they_are_no_time(self, typed: str) -> None:
        assert parse_time(typed) is None

    @given(some.text(max_size=12))
    def test_are_never_a_crash(self, typed: str) -> None:
        parsed = parse_time(typed)
        assert parsed is None or parsed.second == 0

    @given(some.times())
    def test_come_back_as_they_were_written(self, at: time) -> None:
        assert parse_time(f"{at:%H:%M}") == time(at.hour, at.minute)

    def test_of_days_are_the_next_such_day(self) -> None:
        today = date(2026, 11, 21)
        assert parse_day("25.11", today) == date(2026, 11, 25)
        assert parse_day("3.1", today) == date(2027, 1, 3)
        assert parse_day("25.11.2027", today) == date(2027, 11, 25)
        assert parse_day("31.02", today) is None
        assert parse_day("в среду", today) is None


class TestLocalTime:
    def test_is_that_of_the_named_zone(self) -> None:
        assert resolve_local(date(2026, 9, 9), time(15, 30), "Europe/Moscow") == AFTERNOON
        assert resolve_local(date(2026, 9, 9), time(17, 30), "Asia/Yekaterinburg") == AFTERNOON

    def test_in_a_gap_is_the_first_that_exists_after_it(self) -> None:
        found = resolve_local(date(2026, 3, 29), time(2, 30), "Europe/Berlin")
        assert found == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)
        assert found.astimezone(ZoneInfo("Europe/Berlin")).time() == time(3, 0)

    def test_in_a_gap_of_half_an_hour_too(self) -> None:
        found = resolve_local(date(2026, 10, 4), time(2, 10), "Australia/Lord_Howe")
        assert found.astimezone(ZoneInfo("Australia/Lord_Howe")).time() == time(2, 30)

    def test_in_an_overlap_is_the_first_of_the_two(self) -> None:
        found = resolve_local(date(2026, 10, 25), time(2, 30), "Europe/Berlin")
        assert found == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)

    @pytest.mark.requirement("N-1.4")
    def test_is_offered_only_outside_everybodys_quiet_hours(self) -> None:
        nights = (MOSCOW, QuietHours("Asia/Yekaterinburg"))
        offered = usual_times(date(2026, 9, 9), "Europe/Moscow", nights, now=NOW)
        assert offered[0] == time(14, 0)
        assert offered[-1] == time(17, 30), "eight in the evening in Yekaterinburg is six in Moscow"

    def test_is_not_offered_when_it_is_over(self) -> None:
        now = datetime(2026, 9, 9, 12, 30, tzinfo=UTC)
        assert usual_times(date(2026, 9, 9), "Europe/Moscow", (MOSCOW,), now=now)[0] == time(16, 0)


@pytest.mark.requirement("L-5-1", "L-5-2", "L-5-3", "L-5-4", "L-5-5")
def test_the_kind_offered_first_follows_the_sequence() -> None:
    assert next_kinds(set())[0] == MeetingKind.ORGANISATIONAL
    assert next_kinds({MeetingKind.ORGANISATIONAL})[0] == MeetingKind.TRIAL
    assert next_kinds({MeetingKind.ORGANISATIONAL, MeetingKind.TRIAL})[0] == MeetingKind.PLANNING
    met = {MeetingKind.ORGANISATIONAL, MeetingKind.TRIAL, MeetingKind.PLANNING, MeetingKind.REGULAR}
    assert next_kinds(met)[:2] == (MeetingKind.REGULAR, MeetingKind.FINAL)
    assert set(next_kinds(met)) == set(MeetingKind)


class TestProposing:
    def test_asks_the_other_side_and_nobody_else(self, pair: Pair) -> None:
        view = pair.proposed()
        assert view.status == MeetingStatus.PROPOSED and view.is_proposer
        assert len(pair.owed("meetings.proposed", pair.mentee)) == 1
        assert pair.owed("meetings.proposed", pair.mentor) == []
        seen = meeting_views.see(pair.session, pair.mentee, view.id, now=NOW)
        assert {MeetingAction.CONFIRM, MeetingAction.DECLINE, MeetingAction.MOVE} <= seen.actions
        assert MeetingAction.CONFIRM not in view.actions

    def test_is_possible_for_the_mentee_too(self, pair: Pair) -> None:
        view = meetings.propose(
            pair.session,
            pair.mentee,
            pair.mentorship.id,
            wanted(AFTERNOON, MeetingKind.REGULAR, "Онлайн"),
            now=NOW,
        )
        assert len(pair.owed("meetings.proposed", pair.mentor)) == 1
        assert meetings.confirm(pair.session, pair.mentor, view.id, now=NOW).status == MeetingStatus.CONFIRMED

    def test_for_a_time_that_is_over_is_refused(self, pair: Pair) -> None:
        with pytest.raises(MeetingTimePassed):
            pair.proposed(at=NOW)

    def test_too_far_ahead_is_refused(self, pair: Pair) -> None:
        with pytest.raises(MeetingTooFar):
            pair.proposed(at=NOW + timedelta(days=92))

    def test_needs_a_place_of_a_length_that_telegram_would_count(self, pair: Pair) -> None:
        with pytest.raises(AnswerEmpty):
            meetings.clean_place("  \n ")
        with pytest.raises(AnswerTooLong) as refused:
            meetings.clean_place("😀" * 251)
        assert refused.value.fields == {"limit": 500, "length": 502}
        assert meetings.clean_place("😀" * 250) == "😀" * 250
        assert meetings.clean_place(" Кабинет\n 12 ") == "Кабинет 12"

    def test_is_refused_to_people_outside_the_pair(self, pair: Pair, stranger: Actor, curator: Actor) -> None:
        for actor in (stranger, curator):
            with pytest.raises(NotAllowed):
                meetings.propose(
                    pair.session,
                    actor,
                    pair.mentorship.id,
                    wanted(AFTERNOON, MeetingKind.TRIAL, "Школа"),
                    now=NOW,
                )

    def test_is_refused_when_the_pair_is_not_active(self, pair: Pair) -> None:
        pair.mentorship.close(NOW)
        with pytest.raises(NoLongerCurrent):
            pair.proposed()

    def test_for_a_pair_that_does_not_exist_is_refused(self, pair: Pair) -> None:
        with pytest.raises(NotAllowed):
            meetings.propose(
                pair.session, pair.mentor, 999, wanted(AFTERNOON, MeetingKind.TRIAL, "Школа"), now=NOW
            )

    def test_that_nobody_answers_in_time_lapses_and_is_told(self, pair: Pair) -> None:
        view = pair.proposed()
        assert meetings.tick_lapse_proposals(pair.session, now=AFTERNOON - HOUR) == 0
        assert meetings.tick_lapse_proposals(pair.session, now=AFTERNOON) == 1
        assert meetings.tick_lapse_proposals(pair.session, now=AFTERNOON) == 0
        assert pair.session.get_one(Meeting, view.id).status == MeetingStatus.CANCELLED
        assert len(pair.owed("meetings.lapsed", pair.mentor)) == 1
        assert pair.owed("meetings.proposed", pair.mentee) == []


class TestConfirming:
    @pytest.mark.requirement("N-1.4")
    def test_owes_both_their_reminders_and_the_question(self, pair: Pair) -> None:
        pair.confirmed()
        for person in (pair.mentor, pair.mentee):
            assert [row.due_at for row in pair.owed("meetings.reminder", person)] == [
                AFTERNOON - 24 * HOUR,
                AFTERNOON - HOUR,
            ]
            assert {row.expires_at for row in pair.owed("meetings.reminder", person)} == {AFTERNOON}
            assert [row.due_at for row in pair.owed("meetings.ask_held", person)] == [AFTERNOON + HOUR]
        assert len(pair.owed("meetings.confirmed", pair.mentor)) == 1

    @pytest.mark.requirement("N-1.4")
    def test_reminds_each_in_their_own_zone(self, pair: Pair) -> None:
        pair.mentee_membership.person.timezone = "Asia/Kamchatka"
        pair.confirmed()
        # Half past three in Moscow is half past midnight on Kamchatka; their night ends at eight, 20:00 UTC.
        morning = datetime(2026, 9, 8, 20, 0, tzinfo=UTC)
        day, hour = pair.owed("meetings.reminder", pair.mentee)
        assert (day.due_at, day.urgency) == (morning, Urgency.NORMAL)
        assert (hour.due_at, hour.urgency) == (AFTERNOON - HOUR, Urgency.URGENT)
        assert pair.owed("meetings.reminder", pair.mentor)[0].due_at == AFTERNOON - 24 * HOUR
        asked = pair.owed("meetings.ask_held", pair.mentee)[0]
        assert asked.due_at == morning + 24 * HOUR, "the question waits for their morning too"

    def test_twice_is_once(self, pair: Pair) -> None:
        view = pair.confirmed()
        before = pair.session.scalars(select(Notification.id)).all()
        assert meetings.confirm(pair.session, pair.mentee, view.id, now=NOW).status == MeetingStatus.CONFIRMED
        assert pair.session.scalars(select(Notification.id)).all() == before

    def test_is_not_for_the_one_who_proposed(self, pair: Pair) -> None:
        with pytest.raises(NotAllowed):
            meetings.confirm(pair.session, pair.mentor, pair.proposed().id, now=NOW)

    def test_is_not_for_strangers(self, pair: Pair, stranger: Actor) -> None:
        view = pair.proposed()
        for use_case in (meetings.confirm, meetings.decline, meetings.cancel, meeting_views.see):
            refused: Callable[..., MeetingView] = use_case
            with pytest.raises(NotAllowed):
                refused(pair.session, stranger, view.id, now=NOW)

    def test_after_the_time_is_refused(self, pair: Pair) -> None:
        with pytest.raises(MeetingTimePassed):
            meetings.confirm(pair.session, pair.mentee, pair.proposed().id, now=AFTERNOON)

    def test_of_what_was_taken_back_is_no_longer_current(self, pair: Pair) -> None:
        view = pair.proposed()
        meetings.cancel(pair.session, pair.mentor, view.id, now=NOW)
        with pytest.raises(NoLongerCurrent):
            meetings.confirm(pair.session, pair.mentee, view.id, now=NOW)


class TestOverlaps:
    def test_with_ones_own_meeting_are_refused_with_its_time(self, pair: Pair) -> None:
        pair.confirmed()
        with pytest.raises(MeetingOverlaps) as refused:
            pair.proposed(at=AFTERNOON + HOUR / 2)
        assert refused.value.fields == {"whose": "own", "at": "09.09, 15:30"}

    def test_with_the_other_sides_meeting_say_no_more_than_that(self, pair: Pair) -> None:
        pair.confirmed()
        school = pair.mentor_membership.organization
        other = make_person(pair.session, Role.MENTEE, school, last="Ким")
        second = make_pair(pair.session, pair.mentor_membership, other)
        with pytest.raises(MeetingOverlaps) as refused:
            meetings.propose(
                pair.session,
                actor_of(pair.session, other),
                second.id,
                wanted(AFTERNOON, MeetingKind.TRIAL, "Школа"),
                now=NOW,
            )
        assert refused.value.fields == {"whose": "other", "at": ""}

    def test_are_checked_again_when_the_other_confirms(self, pair: Pair) -> None:
        first, second = pair.proposed(), pair.proposed(at=AFTERNOON + HOUR / 2)
        meetings.confirm(pair.session, pair.mentee, first.id, now=NOW)
        with pytest.raises(MeetingOverlaps):
            meetings.confirm(pair.session, pair.mentee, second.id, now=NOW)

    def test_end_where_one_hour_meets_the_next(self, pair: Pair) -> None:
        pair.confirmed()
        for at in (AFTERNOON - HOUR, AFTERNOON + HOUR):
            assert pair.proposed(at=at).status == MeetingStatus.PROPOSED


class TestMoving:
    LATER = AFTERNOON + 24 * HOUR

    def move(self, pair: Pair, actor: Actor, meeting_id: int) -> MeetingView:
        return meetings.move(pair.session, actor, meeting_id, wanted(self.LATER, place="Онлайн"), now=NOW)

    def test_a_proposal_offers_it_back_and_keeps_history(self, pair: Pair) -> None:
        old = pair.proposed()
        new = self.move(pair, pair.mentee, old.id)
        assert pair.session.get_one(Meeting, old.id).status == MeetingStatus.MOVED
        assert pair.session.get_one(Meeting, new.id).replaces_id == old.id
        assert (new.kind, new.place, new.old_starts_at) == (old.kind, "Онлайн", AFTERNOON)
        assert len(pair.owed("meetings.proposed", pair.mentor)) == 1
        assert pair.owed("meetings.proposed", pair.mentee) == [], "the old question is taken back"

    def test_a_confirmed_meeting_takes_its_reminders_back(self, pair: Pair) -> None:
        old = pair.confirmed()
        new = self.move(pair, pair.mentor, old.id)
        for person in (pair.mentor, pair.mentee):
            assert pair.owed("meetings.reminder", person) == []
            assert pair.owed("meetings.ask_held", person) == []
        meetings.confirm(pair.session, pair.mentee, new.id, now=NOW)
        due = [row.due_at for row in pair.owed("meetings.reminder", pair.mentee)]
        assert due == [self.LATER - 24 * HOUR, self.LATER - HOUR]

    def test_leaves_the_old_buttons_without_effect(self, pair: Pair) -> None:
        old = pair.proposed()
        self.move(pair, pair.mentee, old.id)
        for use_case in (meetings.confirm, meetings.decline):
            with pytest.raises(NoLongerCurrent):
                use_case(pair.session, pair.mentee, old.id, now=NOW)
        with pytest.raises(NoLongerCurrent):
            self.move(pair, pair.mentee, old.id)

    def test_does_not_overlap_with_the_meeting_that_is_moved(self, pair: Pair) -> None:
        old = pair.confirmed()
        at = AFTERNOON + HOUR / 2
        meetings.check_time(pair.session, pair.mentor, pair.mentorship.id, at, 60, old.id, now=NOW)
        new = meetings.move(pair.session, pair.mentor, old.id, wanted(at, place="Онлайн"), now=NOW)
        assert new.status == MeetingStatus.PROPOSED

    def test_after_it_began_is_refused(self, pair: Pair) -> None:
        view = pair.confirmed()
        with pytest.raises(MeetingTimePassed):
            meetings.move(
                pair.session, pair.mentor, view.id, wanted(self.LATER, place="Онлайн"), now=AFTERNOON
            )


class TestCallingOff:
    @pytest.mark.parametrize("who", ["mentor", "mentee"])
    def test_is_open_to_both_sides(self, pair: Pair, who: str) -> None:
        view = pair.confirmed()
        actor, other = (pair.mentor, pair.mentee) if who == "mentor" else (pair.mentee, pair.mentor)
        assert meetings.cancel(pair.session, actor, view.id, now=NOW).status == MeetingStatus.CANCELLED
        assert len(pair.owed("meetings.cancelled", other)) == 1
        assert pair.owed("meetings.cancelled", actor) == []
        assert pair.owed("meetings.reminder", other) == pair.owed("meetings.ask_held", other) == []

    def test_twice_is_once(self, pair: Pair) -> None:
        view = pair.confirmed()
        for _ in range(2):
            meetings.cancel(pair.session, pair.mentor, view.id, now=NOW)
        assert len(pair.owed("meetings.cancelled", pair.mentee)) == 1

    def test_a_no_needs_no_reason_and_is_told(self, pair: Pair) -> None:
        view = pair.proposed()
        for _ in range(2):
            assert (
                meetings.decline(pair.session, pair.mentee, view.id, now=NOW).status == MeetingStatus.DECLINED
            )
        assert len(pair.owed("meetings.declined", pair.mentor)) == 1

    def test_during_the_meeting_is_refused(self, pair: Pair) -> None:
        view = pair.confirmed()
        with pytest.raises(MeetingTimePassed):
            meetings.cancel(pair.session, pair.mentor, view.id, now=AFTERNOON)


class TestAttendance:
    def test_is_held_when_both_say_so(self, pair: Pair) -> None:
        view = pair.confirmed()
        assert pair.told(pair.mentor, view.id, True).status == MeetingStatus.CONFIRMED
        assert pair.told(pair.mentee, view.id, True).status == MeetingStatus.HELD

    def test_is_not_held_when_both_say_so(self, pair: Pair) -> None:
        view = pair.confirmed()
        pair.told(pair.mentor, view.id, False)
        assert pair.told(pair.mentee, view.id, False).status == MeetingStatus.NOT_HELD
        assert pair.owed("feedback.offered", pair.mentee) == []

    def test_twice_is_one_record(self, pair: Pair) -> None:
        view = pair.confirmed()
        for _ in range(2):
            pair.told(pair.mentor, view.id, True)
        assert len(pair.session.scalars(select(AttendanceReport)).all()) == 1
        for _ in range(2):
            assert pair.told(pair.mentee, view.id, True).status == MeetingStatus.HELD
        assert len(pair.session.scalars(select(AttendanceReport)).all()) == 2

    def test_may_be_corrected_until_it_is_settled(self, pair: Pair) -> None:
        view = pair.confirmed()
        pair.told(pair.mentor, view.id, False)
        assert pair.told(pair.mentor, view.id, True).my_report is True
        pair.told(pair.mentee, view.id, True)
        with pytest.raises(MeetingSettled) as refused:
            pair.told(pair.mentor, view.id, False)
        assert refused.value.fields == {"outcome": "held"}

    def test_cannot_be_told_before_the_meeting(self, pair: Pair) -> None:
        with pytest.raises(MeetingNotOver):
            pair.told(pair.mentor, pair.confirmed().id, True, after=-HOUR)

    def test_cannot_be_told_of_a_meeting_that_was_called_off(self, pair: Pair) -> None:
        view = pair.confirmed()
        meetings.cancel(pair.session, pair.mentor, view.id, now=NOW)
        with pytest.raises(NoLongerCurrent):
            pair.told(pair.mentee, view.id, True)

    def test_takes_back_the_question_of_whoever_has_answered(self, pair: Pair) -> None:
        view = pair.confirmed()
        pair.told(pair.mentor, view.id, True, after=HOUR / 2)
        assert pair.owed("meetings.ask_held", pair.mentor) == []
        assert len(pair.owed("meetings.ask_held", pair.mentee)) == 1

    def test_of_one_side_counts_after_two_days(self, pair: Pair) -> None:
        view = pair.confirmed()
        pair.told(pair.mentor, view.id, True)
        end = AFTERNOON + HOUR
        assert attendance.tick_settle_attendance(pair.session, now=end + timedelta(hours=47)) == 0
        assert attendance.tick_settle_attendance(pair.session, now=end + timedelta(hours=48)) == 1
        assert attendance.tick_settle_attendance(pair.session, now=end + timedelta(hours=48)) == 0
        assert pair.session.get_one(Meeting, view.id).status == MeetingStatus.HELD
        assert pair.owed("feedback.offered", pair.mentee)[0].due_at == end + timedelta(hours=48)

    def test_of_nobody_is_not_guessed(self, pair: Pair) -> None:
        view = pair.confirmed()
        assert attendance.tick_settle_attendance(pair.session, now=AFTERNOON + timedelta(days=9)) == 0
        assert pair.session.get_one(Meeting, view.id).status == MeetingStatus.CONFIRMED


class TestDisputes:
    def disputed(self, pair: Pair) -> MeetingView:
        view = pair.confirmed()
        pair.told(pair.mentor, view.id, True)
        return pair.told(pair.mentee, view.id, False)

    def test_reach_the_curator_once(self, pair: Pair, curator: Actor) -> None:
        assert self.disputed(pair).status == MeetingStatus.DISPUTED
        alert = pair.session.scalars(select(Alert)).one()
        assert (alert.kind, alert.status) == (AlertKind.MEETING_DISPUTED, AlertStatus.OPEN)
        assert len(pair.owed("alerts.raised", curator)) == 1

    def test_show_the_curator_who_said_what(self, pair: Pair, curator: Actor) -> None:
        view = attendance.dispute(pair.session, curator, self.disputed(pair).id)
        assert {(name.role, held) for name, held in view.says} == {(Role.MENTOR, True), (Role.MENTEE, False)}

    @pytest.mark.parametrize(
        ("held", "status"), [(True, MeetingStatus.HELD), (False, MeetingStatus.NOT_HELD)]
    )
    def test_are_settled_by_the_curators_word(
        self, pair: Pair, curator: Actor, held: bool, status: MeetingStatus
    ) -> None:
        view = self.disputed(pair)
        now = AFTERNOON + 5 * HOUR
        for _ in range(2):
            assert attendance.settle_dispute(pair.session, curator, view.id, held, now=now).status == status
        alert = pair.session.scalars(select(Alert)).one()
        assert (alert.status, alert.resolution, alert.resolved_by_id) == (
            AlertStatus.RESOLVED,
            status.value,
            curator.person_id,
        )
        assert [row.act for row in pair.session.scalars(select(AuditRecord))] == [f"meeting.{status.value}"]
        for person in (pair.mentor, pair.mentee):
            assert len(pair.owed("meetings.settled", person)) == 1
        assert len(pair.owed("feedback.offered", pair.mentee)) == (1 if held else 0)

    def test_once_settled_stay_so(self, pair: Pair, curator: Actor) -> None:
        view = self.disputed(pair)
        attendance.settle_dispute(pair.session, curator, view.id, True, now=AFTERNOON + 5 * HOUR)
        with pytest.raises(MeetingSettled):
            attendance.settle_dispute(pair.session, curator, view.id, False, now=AFTERNOON + 6 * HOUR)

    def test_are_none_of_the_pairs_or_a_foreign_curators_business(self, pair: Pair) -> None:
        view = self.disputed(pair)
        foreign = make_person(
            pair.session, Role.CURATOR, make_organization(pair.session, name="Другая школа")
        )
        for actor in (pair.mentor, pair.mentee, actor_of(pair.session, foreign)):
            with pytest.raises(NotAllowed):
                attendance.dispute(pair.session, actor, view.id)
            with pytest.raises(NotAllowed):
                attendance.settle_dispute(pair.session, actor, view.id, True, now=AFTERNOON + 5 * HOUR)

    def test_are_not_judged_by_a_side_who_is_also_a_curator(self, pair: Pair, curator: Actor) -> None:
        both = Membership(
            person_id=pair.mentor.person_id,
            organization_id=pair.mentorship.organization_id,
            role=Role.CURATOR,
            status=MembershipStatus.ACTIVE,
            created_at=NOW,
        )
        pair.session.add(both)
        view = self.disputed(pair)
        assert len(pair.owed("alerts.raised", curator)) == 1
        assert pair.owed("alerts.raised", pair.mentor) == []
        with pytest.raises(NotAllowed):
            attendance.settle_dispute(pair.session, pair.mentor, view.id, True, now=AFTERNOON + 5 * HOUR)


class TestMyMeetings:
    def test_are_the_nearest_first_then_the_latest_and_paged(self, pair: Pair) -> None:
        for day in range(7):
            pair.proposed(at=AFTERNOON + timedelta(days=day))
        past = pair.session.scalars(select(Meeting).order_by(Meeting.id)).first()
        assert past is not None
        past.status, past.starts_at = MeetingStatus.HELD, NOW - timedelta(days=3)
        first = meeting_views.my_meetings(pair.session, pair.mentee, now=NOW)
        second = meeting_views.my_meetings(pair.session, pair.mentee, page=1, now=NOW)
        starts = [view.starts_at for view in (*first.meetings, *second.meetings)]
        assert starts == [*(AFTERNOON + timedelta(days=day) for day in range(1, 7)), past.starts_at]
        assert (first.pages, second.page, first.may_propose) == (2, 1, True)
        assert meeting_views.my_meetings(pair.session, pair.mentee, page=99, now=NOW).page == 1

    def test_leave_out_what_was_moved_and_what_is_others(self, pair: Pair, stranger: Actor) -> None:
        old = pair.proposed()
        new = meetings.move(
            pair.session, pair.mentee, old.id, wanted(AFTERNOON + 24 * HOUR, place="Онлайн"), now=NOW
        )
        assert [
            view.id for view in meeting_views.my_meetings(pair.session, pair.mentee, now=NOW).meetings
        ] == [new.id]
        assert meeting_views.my_meetings(pair.session, stranger, now=NOW).meetings == ()

    def test_count_what_waits_for_my_answer(self, pair: Pair) -> None:
        view = pair.proposed()
        assert meeting_views.waiting_for_answer(pair.session, pair.mentee) == 1
        assert meeting_views.waiting_for_answer(pair.session, pair.mentor) == 0
        meetings.confirm(pair.session, pair.mentee, view.id, now=NOW)
        assert meeting_views.waiting_for_answer(pair.session, pair.mentee) == 0

    def test_of_a_closed_pair_are_not_reminded_of(self, pair: Pair) -> None:
        view = pair.confirmed()
        pair.mentorship.close(NOW)
        seen = meeting_views.as_seen_by(pair.session, pair.mentee.person_id, view.id, now=NOW)
        assert seen is not None and MeetingAction.MOVE not in seen.actions


def test_a_group_meets_its_mentor_and_any_mentee_may_answer(pair: Pair) -> None:
    second = make_person(pair.session, Role.MENTEE, pair.mentor_membership.organization, last="Ким")
    pair.mentorship.members.append(MentorshipMember(membership=second, role=Role.MENTEE, accepted_at=NOW))
    pair.session.flush()
    view = pair.proposed()
    assert len(view.others) == 2
    confirmed = meetings.confirm(pair.session, actor_of(pair.session, second), view.id, now=NOW)
    assert confirmed.status == MeetingStatus.CONFIRMED
    assert [name.role for name in confirmed.others] == [Role.MENTOR]
    assert pair.owed("meetings.reminder", pair.mentee) == [], "who has not answered is not reminded"
    assert len(pair.owed("meetings.reminder", actor_of(pair.session, second))) == 2


@pytest.mark.requirement("N-1.4")
def test_a_reminder_due_in_the_night_is_held_by_the_outbox_and_an_urgent_one_is_not(pair: Pair) -> None:
    early = datetime(2026, 9, 9, 5, 10, tzinfo=UTC)  # ten past eight in Moscow
    pair.confirmed(at=early)
    outbox.cancel_topic(pair.session, "nothing", now=NOW)
    night = early - HOUR
    sent = [due for due in claims.claim(pair.session, "worker", now=night) if due.kind == "meetings.reminder"]
    assert {due.person_id for due in sent} == {pair.mentor.person_id, pair.mentee.person_id}
    assert all(due.payload["minutes"] == 60 for due in sent)


def test_meetings_of_a_pair_that_was_only_proposed_cannot_be_made(session: Session) -> None:
    school = make_organization(session)
    mentor, mentee = make_person(session, Role.MENTOR, school), make_person(session, Role.MENTEE, school)
    proposed = make_pair(session, mentor, mentee, status=MentorshipStatus.PROPOSED)
    assert meeting_views.pairs(session, actor_of(session, mentor)) == ()
    with pytest.raises(NoLongerCurrent):
        meeting_views.pair(session, actor_of(session, mentor), proposed.id)


@pytest.mark.requirement("N-2.3-2")
class TestGroups:
    """A mentor with three mentees."""

    @pytest.fixture
    def mentees(self, pair: Pair) -> list[Actor]:
        school = pair.mentor_membership.organization
        more = [make_person(pair.session, Role.MENTEE, school, last=name) for name in ("Ким", "Цой")]
        for one in more:
            member = MentorshipMember(membership=one, role=Role.MENTEE, accepted_at=NOW)
            pair.mentorship.members.append(member)
        pair.session.flush()
        return [pair.mentee, *(actor_of(pair.session, one) for one in more)]

    def test_every_no_but_one_leaves_the_proposal_open(self, pair: Pair, mentees: list[Actor]) -> None:
        view = pair.proposed()
        for mentee in mentees[:2]:
            said = meetings.decline(pair.session, mentee, view.id, now=NOW, reason="Уроки")
            assert said.status == MeetingStatus.PROPOSED
        said = meetings.decline(pair.session, mentees[2], view.id, now=NOW)
        assert said.status == MeetingStatus.DECLINED

    def test_the_no_of_the_mentor_is_enough(self, pair: Pair, mentees: list[Actor]) -> None:
        plan = wanted(AFTERNOON)
        view = meetings.propose(pair.session, mentees[0], pair.mentorship.id, plan, now=NOW)
        assert meetings.confirm(pair.session, mentees[1], view.id, now=NOW).status == MeetingStatus.PROPOSED
        assert meetings.decline(pair.session, pair.mentor, view.id, now=NOW).status == MeetingStatus.DECLINED

    def test_later_yeses_join_and_their_card_says_who_comes(self, pair: Pair, mentees: list[Actor]) -> None:
        view = pair.proposed()
        for mentee in (mentees[0], mentees[1], mentees[1]):
            meetings.confirm(pair.session, mentee, view.id, now=NOW)
        seen = meeting_views.see(pair.session, pair.mentor, view.id, now=NOW)
        assert [one.comes for one in seen.group] == [True, True, None]
        assert len(pair.owed("meetings.joined", pair.mentor)) == 1
        assert len(pair.owed("meetings.reminder", mentees[1])) == 2

    def test_who_drops_out_drops_out_alone_until_nobody_is_left(
        self, pair: Pair, mentees: list[Actor]
    ) -> None:
        view = pair.proposed()
        for mentee in mentees[:2]:
            meetings.confirm(pair.session, mentee, view.id, now=NOW)
        for _ in range(2):
            left = meetings.cancel(pair.session, mentees[0], view.id, now=NOW)
            assert left.status == MeetingStatus.CONFIRMED and not left.takes_part
        assert pair.owed("meetings.reminder", mentees[0]) == []
        assert len(pair.owed("meetings.absent", pair.mentor)) == 1
        assert meetings.cancel(pair.session, mentees[1], view.id, now=NOW).status == MeetingStatus.CANCELLED

    def test_without_its_mentor_it_is_off(self, pair: Pair, mentees: list[Actor]) -> None:
        view = pair.proposed()
        for mentee in mentees:
            meetings.confirm(pair.session, mentee, view.id, now=NOW)
        assert meetings.cancel(pair.session, pair.mentor, view.id, now=NOW).status == MeetingStatus.CANCELLED
        assert all(len(pair.owed("meetings.cancelled", mentee)) == 1 for mentee in mentees)

    def test_what_was_written_down_afterwards_is_no_business_of_the_tick(
        self, pair: Pair, mentees: list[Actor]
    ) -> None:
        meeting = make_confirmed_meeting(pair.session, pair.mentorship, AFTERNOON, is_after_the_fact=True)
        for one in meeting.answers:
            pair.session.delete(one)
        pair.session.flush()
        pair.session.expire(meeting)
        assert meetings.tick_lapse_proposals(pair.session, now=AFTERNOON + HOUR) == 0

    def test_who_never_answered_did_not_come_and_is_asked_no_more(
        self, pair: Pair, mentees: list[Actor]
    ) -> None:
        view = pair.proposed()
        meetings.confirm(pair.session, mentees[0], view.id, now=NOW)
        assert meeting_views.waiting_for_answer(pair.session, mentees[1]) == 1
        assert meetings.tick_lapse_proposals(pair.session, now=AFTERNOON) == 1
        assert meetings.tick_lapse_proposals(pair.session, now=AFTERNOON) == 0
        assert meeting_views.waiting_for_answer(pair.session, mentees[1]) == 0
        meeting = pair.session.get_one(Meeting, view.id)
        came = {one.membership.person_id for one in meeting_views.participants(meeting)}
        assert came == {pair.mentor.person_id, mentees[0].person_id}

    def test_only_the_mentor_moves_what_is_agreed(self, pair: Pair, mentees: list[Actor]) -> None:
        view = pair.proposed()
        meetings.confirm(pair.session, mentees[0], view.id, now=NOW)
        with pytest.raises(NotAllowed):
            meetings.move(pair.session, mentees[0], view.id, wanted(AFTERNOON + 2 * HOUR), now=NOW)
        assert MeetingAction.MOVE in meeting_views.see(pair.session, pair.mentor, view.id, now=NOW).actions


class TestTheEventOfTheCalendar:
    def test_keeps_its_number_over_moves_and_counts_up(self, pair: Pair) -> None:
        first = pair.session.get_one(Meeting, pair.confirmed().id)
        uid, sequence = first.calendar_uid, first.calendar_sequence
        moved = meetings.move(pair.session, pair.mentor, first.id, wanted(AFTERNOON + 24 * HOUR), now=NOW)
        second = pair.session.get_one(Meeting, moved.id)
        assert (second.calendar_uid, second.calendar_sequence) == (uid, sequence + 1)


class TestLinks:
    @pytest.mark.parametrize("link", ["", "https://meet.example/a?b=1", " http://x.ru "])
    def test_that_are_whole_or_none_are_kept(self, link: str) -> None:
        assert meetings.clean_link(link) == link.strip()

    @pytest.mark.parametrize("link", ["meet.example", "javascript:alert(1)", "https://", "http://a b"])
    def test_that_are_none_are_refused(self, link: str) -> None:
        with pytest.raises(LinkWrong):
            meetings.clean_link(link)
