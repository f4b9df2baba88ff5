"""The rules of series: one answer for all days, days left out, ended, moved from one day on, extended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from models import (
    AuditRecord,
    Meeting,
    MeetingKind,
    MeetingMode,
    MeetingSeries,
    MeetingStatus,
    Membership,
    MembershipStatus,
    MentorshipMember,
    Notification,
    NotificationStatus,
    Organization,
    Rhythm,
    Role,
    SchoolBreak,
    SeriesStatus,
)
from services import claims, meeting_series, meeting_views, meetings, on_behalf, series_views
from services.access import Actor
from services.errors import NoLongerCurrent, NotAllowed
from services.meeting_answers import comes
from services.meeting_series import SeriesAllTaken, SeriesEmpty, SeriesEndWrong
from services.meetings import Plan
from services.on_behalf import Kind
from services.series_views import SeriesAction, SeriesView
from tests.support.factories import (
    NOW,
    actor_of,
    make_confirmed_meeting,
    make_organization,
    make_pair,
    make_person,
)

START = datetime(2026, 9, 9, 12, 30, tzinfo=UTC)
"""Wednesday, half past three in Moscow, two days after NOW."""
WEEK = timedelta(weeks=1)
NEW_YEAR = date(2026, 12, 31)


@dataclass
class Pair:
    session: Session
    mentor: Actor
    mentees: tuple[Actor, ...]
    mentorship_id: int
    organization_id: int

    @property
    def mentee(self) -> Actor:
        return self.mentees[0]

    def meeting(self, at: datetime = START, *, confirmed: bool = True) -> int:
        plan = Plan(MeetingKind.REGULAR, at, 45, MeetingMode.ONLINE, link="https://meet.example/1")
        view = meetings.propose(self.session, self.mentor, self.mentorship_id, plan, now=NOW)
        if confirmed:
            meetings.confirm(self.session, self.mentee, view.id, now=NOW)
        return view.id

    def proposed(
        self,
        rhythm: Rhythm = Rhythm.WEEKLY,
        until: date = NEW_YEAR,
        skipped: Iterable[date] = (),
        *,
        confirmed: bool = True,
    ) -> SeriesView:
        meeting_id = self.meeting(confirmed=confirmed)
        return meeting_series.propose(
            self.session, self.mentor, meeting_id, rhythm, until, set(skipped), now=NOW
        )

    def running(self, rhythm: Rhythm = Rhythm.WEEKLY, until: date = NEW_YEAR) -> SeriesView:
        view = self.proposed(rhythm, until)
        return meeting_series.confirm(self.session, self.mentee, view.id, now=NOW)

    def rows(self, series_id: int, *statuses: MeetingStatus) -> list[Meeting]:
        query = select(Meeting).where(Meeting.series_id == series_id).order_by(Meeting.starts_at)
        found = self.session.scalars(query).all()
        return [one for one in found if one.status in (statuses or (MeetingStatus.CONFIRMED,))]

    def owed(self, kind: str, person: Actor) -> list[Notification]:
        query = select(Notification).where(
            Notification.kind == kind,
            Notification.person_id == person.person_id,
            Notification.status == NotificationStatus.PENDING,
        )
        return list(self.session.scalars(query))


def _pair(session: Session, mentees: int) -> Pair:
    school = make_organization(session)
    mentor = make_person(session, Role.MENTOR, school, last="Орлова")
    members = [make_person(session, Role.MENTEE, school, last=f"Ким{number}") for number in range(mentees)]
    mentorship = make_pair(session, mentor, members[0])
    for one in members[1:]:
        mentorship.members.append(MentorshipMember(membership=one, role=Role.MENTEE, accepted_at=NOW))
    session.flush()
    actors = tuple(actor_of(session, one) for one in members)
    return Pair(session, actor_of(session, mentor), actors, mentorship.id, school.id)


@pytest.fixture
def pair(session: Session) -> Pair:
    return _pair(session, 1)


@pytest.fixture
def group(session: Session) -> Pair:
    return _pair(session, 3)


@pytest.mark.requirement("L-5-4")
class TestProposing:
    def test_asks_the_other_once_and_makes_no_meeting_yet(self, pair: Pair) -> None:
        view = pair.proposed()
        assert len(pair.owed("series.proposed", pair.mentee)) == 1
        assert pair.rows(view.id) == []
        seen = series_views.see(pair.session, pair.mentee, view.id, now=NOW)
        assert seen.actions == {SeriesAction.CONFIRM, SeriesAction.DECLINE}
        assert view.actions == {SeriesAction.END}

    def test_leaves_out_days_off_holidays_and_what_was_struck_out_and_says_so(self, pair: Pair) -> None:
        autumn = (date(2026, 10, 26), date(2026, 11, 8))
        pair.session.add(
            SchoolBreak(
                organization_id=pair.organization_id, title="Осенние", starts_on=autumn[0], ends_on=autumn[1]
            )
        )
        pair.session.flush()
        view = pair.proposed(skipped=[date(2026, 9, 30)])
        left = {one.day: one.left for one in view.days if one.left}
        assert left[date(2026, 9, 30)] == "skipped"
        assert left[date(2026, 10, 28)] == left[date(2026, 11, 4)] == "break"
        assert left.keys() <= {date(2026, 9, 30), date(2026, 10, 28), date(2026, 11, 4), date(2026, 12, 31)}
        assert view.meetings[0].starts_at == START + WEEK

    def test_leaves_out_days_on_which_somebody_is_engaged(self, pair: Pair) -> None:
        pair.meeting(START + 2 * WEEK)
        view = pair.proposed()
        assert {one.day for one in view.days if one.left == "taken"} == {date(2026, 9, 23)}

    def test_is_refused_when_every_day_is_taken(self, pair: Pair) -> None:
        for number in (1, 2):
            pair.meeting(START + number * WEEK)
        with pytest.raises(SeriesAllTaken):
            pair.proposed(until=date(2026, 9, 23))

    @pytest.mark.parametrize("until", [date(2026, 9, 15), date(2027, 9, 11)])
    def test_with_an_end_that_makes_no_sense_is_refused(self, pair: Pair, until: date) -> None:
        with pytest.raises(SeriesEndWrong):
            pair.proposed(until=until)

    def test_with_every_day_struck_out_is_refused(self, pair: Pair) -> None:
        with pytest.raises(SeriesEmpty):
            pair.proposed(until=date(2026, 9, 16), skipped=[date(2026, 9, 16)])

    def test_is_refused_to_people_outside_the_pair(self, pair: Pair, session: Session) -> None:
        meeting_id = pair.meeting()
        stranger = _pair(session, 1).mentor
        with pytest.raises(NotAllowed):
            meeting_series.propose(session, stranger, meeting_id, Rhythm.WEEKLY, NEW_YEAR, now=NOW)

    def test_of_a_meeting_that_was_called_off_is_refused(self, pair: Pair) -> None:
        meeting_id = pair.meeting()
        meetings.cancel(pair.session, pair.mentor, meeting_id, now=NOW)
        with pytest.raises(NoLongerCurrent):
            meeting_series.propose(pair.session, pair.mentor, meeting_id, Rhythm.WEEKLY, NEW_YEAR, now=NOW)

    def test_twice_leaves_one_question(self, pair: Pair) -> None:
        first = pair.proposed()
        meeting_id = pair.session.scalars(select(Meeting.id)).one()
        meeting_series.propose(pair.session, pair.mentor, meeting_id, Rhythm.BIWEEKLY, NEW_YEAR, now=NOW)
        assert pair.session.get_one(MeetingSeries, first.id).status == SeriesStatus.ENDED
        assert len(pair.owed("series.proposed", pair.mentee)) == 1


@pytest.mark.requirement("L-5-4")
class TestAnswering:
    def test_one_yes_makes_the_meetings_of_sixty_days(self, pair: Pair) -> None:
        view = pair.running()
        rows = pair.rows(view.id)
        assert rows[0].starts_at == START, "the meeting that is repeated is the first"
        assert all(one.starts_at <= NOW + timedelta(days=61) for one in rows)
        assert [one.starts_at for one in rows[1:4]] == [START + number * WEEK for number in (1, 2, 3)]
        assert {(one.minutes, one.mode, one.link) for one in rows} == {
            (45, MeetingMode.ONLINE, "https://meet.example/1")
        }
        assert len({one.calendar_uid for one in rows}) == len(rows)
        assert len(pair.owed("meetings.ask_held", pair.mentee)) == len(rows)
        assert len(pair.owed("series.confirmed", pair.mentor)) == 1

    def test_confirms_the_meeting_that_is_repeated_with_it(self, pair: Pair) -> None:
        view = pair.proposed(confirmed=False)
        meeting_series.confirm(pair.session, pair.mentee, view.id, now=NOW)
        assert pair.rows(view.id)[0].starts_at == START

    def test_does_not_confirm_a_first_meeting_at_which_somebody_is_engaged_by_now(
        self, pair: Pair, session: Session
    ) -> None:
        series = pair.proposed(confirmed=False)
        first = session.scalars(select(Meeting)).one()
        school = session.get_one(Organization, pair.organization_id)
        other = make_person(session, Role.MENTOR, school, last="Сафин")
        mentee = session.scalars(
            select(Membership).where(Membership.person_id == pair.mentee.person_id)
        ).one()
        make_confirmed_meeting(session, make_pair(session, other, mentee), START)
        view = meeting_series.confirm(session, pair.mentee, series.id, now=NOW)
        assert first.status == MeetingStatus.PROPOSED, "nobody is at two places at once"
        assert view.status == SeriesStatus.CONFIRMED
        assert pair.rows(series.id), "the other days are not lost"

    def test_twice_is_once(self, pair: Pair) -> None:
        view = pair.running()
        before = len(pair.rows(view.id))
        again = meeting_series.confirm(pair.session, pair.mentee, view.id, now=NOW)
        assert (again.status, len(pair.rows(view.id))) == (SeriesStatus.CONFIRMED, before)

    def test_a_no_ends_the_proposal_and_leaves_the_meeting(self, pair: Pair) -> None:
        view = pair.proposed()
        for _ in range(2):
            meeting_series.decline(pair.session, pair.mentee, view.id, now=NOW)
        assert pair.session.get_one(MeetingSeries, view.id).status == SeriesStatus.DECLINED
        assert len(pair.owed("series.declined", pair.mentor)) == 1
        assert pair.session.scalars(select(Meeting)).one().status == MeetingStatus.CONFIRMED
        with pytest.raises(NoLongerCurrent):
            meeting_series.confirm(pair.session, pair.mentee, view.id, now=NOW)

    def test_is_not_for_the_one_who_proposed_it(self, pair: Pair) -> None:
        view = pair.proposed()
        for answer in (meeting_series.confirm, meeting_series.decline):
            with pytest.raises(NotAllowed):
                answer(pair.session, pair.mentor, view.id, now=NOW)

    def test_is_not_for_people_outside_the_pair(self, pair: Pair, session: Session) -> None:
        view = pair.proposed()
        stranger = _pair(session, 1).mentee
        for use_case in (meeting_series.confirm, meeting_series.decline, meeting_series.end):
            with pytest.raises(NotAllowed):
                use_case(session, stranger, view.id, now=NOW)
        with pytest.raises(NotAllowed):
            series_views.see(session, stranger, view.id, now=NOW)


@pytest.mark.requirement("L-5-4")
class TestRunning:
    def test_ending_calls_off_all_that_is_to_come_with_one_message(self, pair: Pair) -> None:
        view = pair.running()
        for _ in range(2):
            meeting_series.end(pair.session, pair.mentee, view.id, now=NOW)
        assert pair.rows(view.id) == []
        assert len(pair.owed("series.ended", pair.mentor)) == 1
        assert pair.owed("meetings.cancelled", pair.mentor) == []
        assert pair.owed("meetings.reminder", pair.mentor) == []

    def test_a_skipped_day_has_no_meeting_and_the_other_is_told(self, pair: Pair) -> None:
        view = pair.running()
        day = date(2026, 9, 23)
        for _ in range(2):
            view = meeting_series.skip_day(pair.session, pair.mentor, view.id, day, now=NOW)
        assert START + 2 * WEEK not in [one.starts_at for one in pair.rows(view.id)]
        assert next(one.left for one in view.days if one.day == day) == "skipped"
        assert len(pair.owed("series.skipped", pair.mentee)) == 1

    def test_a_day_not_made_yet_can_be_skipped_and_stays_free(self, pair: Pair) -> None:
        view = pair.running()
        day = date(2026, 12, 9)
        meeting_series.skip_day(pair.session, pair.mentor, view.id, day, now=NOW)
        meeting_series.tick_extend(pair.session, now=NOW + timedelta(days=60))
        assert day not in {one.starts_at.date() for one in pair.rows(view.id)}

    def test_a_meeting_that_was_moved_to_another_day_can_be_skipped_there(self, pair: Pair) -> None:
        series = pair.running()
        row = pair.rows(series.id)[1]
        plan = Plan(MeetingKind.REGULAR, row.starts_at + timedelta(days=1), 45)
        moved = meetings.move(pair.session, pair.mentor, row.id, plan, now=NOW)
        meetings.confirm(pair.session, pair.mentee, moved.id, now=NOW)
        view = series_views.see(pair.session, pair.mentor, series.id, now=NOW)
        day = (row.starts_at + timedelta(days=1)).date()
        assert day in [one.day for one in view.meetings], "the screen offers it"
        after = meeting_series.skip_day(pair.session, pair.mentor, series.id, day, now=NOW)
        assert day not in [one.day for one in after.meetings]
        assert pair.session.get_one(Meeting, moved.id).status == MeetingStatus.CANCELLED

    def test_a_day_that_is_none_of_the_series_is_refused(self, pair: Pair) -> None:
        view = pair.running()
        with pytest.raises(NoLongerCurrent):
            meeting_series.skip_day(pair.session, pair.mentor, view.id, date(2026, 9, 24), now=NOW)

    def test_the_tick_goes_on_making_meetings_and_none_twice(self, pair: Pair) -> None:
        view = pair.running()
        for days in range(0, 130, 5):
            meeting_series.tick_extend(pair.session, now=NOW + timedelta(days=days))
        rows = pair.rows(view.id)
        moments = [one.starts_at for one in rows]
        assert len(moments) == len(set(moments))
        assert moments[-1].date() <= NEW_YEAR
        assert moments[-1].date() >= date(2026, 12, 23)
        assert meeting_series.tick_extend(pair.session, now=NOW + timedelta(days=125)) == 0

    def test_the_tick_leaves_out_what_is_taken_and_says_so(self, pair: Pair) -> None:
        view = pair.running()
        later = NOW + timedelta(days=29)
        taken = START + 10 * WEEK
        plan = Plan(MeetingKind.REGULAR, taken)
        other = meetings.propose(pair.session, pair.mentor, pair.mentorship_id, plan, now=later)
        meetings.confirm(pair.session, pair.mentee, other.id, now=later)
        meeting_series.tick_extend(pair.session, now=later)
        assert taken not in [one.starts_at for one in pair.rows(view.id)]
        assert len(pair.owed("series.left_out", pair.mentee)) == 1

    def test_a_pause_stops_the_tick_until_they_go_on(self, pair: Pair) -> None:
        view = pair.running()
        member = pair.session.get_one(Meeting, pair.rows(view.id)[0].id).mentorship.mentees[0].membership
        before = len(pair.rows(view.id))
        member.status = MembershipStatus.PAUSED
        pair.session.flush()
        assert meeting_series.tick_extend(pair.session, now=NOW + timedelta(days=29)) == 0
        member.status = MembershipStatus.ACTIVE
        pair.session.flush()
        assert meeting_series.tick_extend(pair.session, now=NOW + timedelta(days=30)) == 1
        assert len(pair.rows(view.id)) > before

    def test_no_file_comes_every_week(self, pair: Pair) -> None:
        pair.running()
        moved = [meeting_series.tick_extend(pair.session, now=NOW + timedelta(days=day)) for day in range(57)]
        assert sum(moved) == 1

    def test_the_end_of_the_pair_ends_it(self, pair: Pair) -> None:
        view = pair.running()
        meetings.call_off_all(pair.session, pair.mentorship_id, now=NOW)
        assert pair.session.get_one(MeetingSeries, view.id).status == SeriesStatus.ENDED
        assert pair.rows(view.id) == []
        assert meeting_series.tick_extend(pair.session, now=NOW + timedelta(days=30)) == 0

    def test_moving_one_meeting_is_an_ordinary_move(self, pair: Pair) -> None:
        view = pair.running()
        second = pair.rows(view.id)[1]
        plan = Plan(MeetingKind.REGULAR, second.starts_at + timedelta(days=1))
        moved = meetings.move(pair.session, pair.mentor, second.id, plan, now=NOW)
        assert (moved.status, moved.series_id) == (MeetingStatus.PROPOSED, view.id)
        new, old = pair.session.get_one(Meeting, moved.id), second
        assert (new.calendar_uid, new.calendar_sequence) == (old.calendar_uid, old.calendar_sequence + 1)

    def test_moving_all_that_follow_ends_the_old_and_proposes_a_new_one(self, pair: Pair) -> None:
        view = pair.running()
        third = pair.rows(view.id)[2]
        thursday = third.starts_at + timedelta(days=1, hours=1)
        new = meeting_series.move_following(
            pair.session, pair.mentor, third.id, Plan(MeetingKind.REGULAR, thursday), now=NOW
        )
        assert [one.starts_at for one in pair.rows(view.id)] == [START, START + WEEK]
        assert pair.session.get_one(MeetingSeries, view.id).ends_on == date(2026, 9, 22)
        assert (new.status, new.replaces, new.ends_on) == (SeriesStatus.PROPOSED, True, NEW_YEAR)
        meeting_series.confirm(pair.session, pair.mentee, new.id, now=NOW)
        assert pair.rows(new.id)[0].starts_at == thursday
        assert {one.starts_at.weekday() for one in pair.rows(new.id)} == {3}
        for days in range(0, 130, 10):
            meeting_series.tick_extend(pair.session, now=NOW + timedelta(days=days))
        assert len(pair.rows(view.id)) == 2, "the old series does not grow again"

    def test_a_proposal_that_nobody_answers_is_over_with_its_last_day(self, pair: Pair) -> None:
        view = pair.proposed(until=date(2026, 9, 23))
        assert meeting_series.tick_over(pair.session, now=START + 2 * WEEK) == 0
        assert meeting_series.tick_over(pair.session, now=START + 2 * WEEK + timedelta(days=1)) == 1
        assert pair.session.get_one(MeetingSeries, view.id).status == SeriesStatus.ENDED
        assert len(pair.owed("series.lapsed", pair.mentor)) == 1


@pytest.mark.requirement("N-2.3-2")
class TestGroups:
    def test_the_first_yes_makes_it_run_and_later_ones_join(self, group: Pair) -> None:
        view = group.proposed()
        first, second, third = group.mentees
        meeting_series.confirm(group.session, first, view.id, now=NOW)
        row = group.rows(view.id)[1]
        assert len(meeting_views.participants(row)) == 2
        meeting_series.confirm(group.session, second, view.id, now=NOW)
        meeting_series.decline(group.session, third, view.id, now=NOW)
        said = {one.person_id: one.agrees for one in row.answers}
        assert said == {first.person_id: True, second.person_id: True, third.person_id: False}
        assert len(group.owed("series.joined", group.mentor)) == 1
        assert len(group.owed("series.left", group.mentor)) == 1
        assert group.owed("meetings.reminder", third) == []

    def test_it_is_declined_only_when_nobody_wants_it(self, group: Pair) -> None:
        view = group.proposed()
        for number, mentee in enumerate(group.mentees):
            seen = meeting_series.decline(group.session, mentee, view.id, now=NOW)
            expected = SeriesStatus.DECLINED if number == 2 else SeriesStatus.PROPOSED
            assert seen.status == expected

    def test_who_leaves_leaves_alone_and_the_last_one_ends_it(self, group: Pair) -> None:
        view = group.proposed()
        first, second, _ = group.mentees
        for one in (first, second):
            meeting_series.confirm(group.session, one, view.id, now=NOW)
        assert meeting_series.end(group.session, first, view.id, now=NOW).status == SeriesStatus.CONFIRMED
        assert len(group.rows(view.id)) > 3
        assert meeting_series.end(group.session, second, view.id, now=NOW).status == SeriesStatus.ENDED
        assert group.rows(view.id) == []

    def test_who_joins_later_is_not_at_two_places_at_once(self, group: Pair, session: Session) -> None:
        series = group.running()
        school = session.get_one(Organization, group.organization_id)
        other = make_person(session, Role.MENTOR, school, last="Сафин")
        late = group.mentees[1]
        member = session.scalars(select(Membership).where(Membership.person_id == late.person_id)).one()
        make_confirmed_meeting(session, make_pair(session, other, member), START + WEEK)
        meeting_series.confirm(session, late, series.id, now=NOW)
        joined = [one for one in group.rows(series.id) if comes(one, late.person_id)]
        assert [one.starts_at for one in group.rows(series.id) if one not in joined] == [START + WEEK]

    def test_the_mentor_hears_of_each_who_leaves_and_of_each_time(self, group: Pair) -> None:
        series = group.running()
        two, three = group.mentees[1:]
        for number, mentee in enumerate((two, three)):
            meeting_series.confirm(group.session, mentee, series.id, now=NOW + timedelta(minutes=number))
        group.session.execute(update(Notification).values(status=NotificationStatus.SENT))
        evening = NOW.replace(hour=19)
        meeting_series.end(group.session, two, series.id, now=evening)
        meeting_series.end(group.session, three, series.id, now=evening)
        morning = NOW.replace(hour=6) + timedelta(days=1)
        told = claims.claim(group.session, "worker", now=morning)
        left = [one.payload["about_id"] for one in told if one.kind == "series.left"]
        assert sorted(left) == sorted([two.person_id, three.person_id]), "both, though it was night"
        meeting_series.confirm(group.session, two, series.id, now=morning)
        meeting_series.end(group.session, two, series.id, now=morning + timedelta(minutes=5))
        assert [one.payload["about_id"] for one in group.owed("series.left", group.mentor)] == [two.person_id]

    def test_new_meetings_have_the_answers_of_the_series(self, group: Pair) -> None:
        view = group.proposed()
        first, _, third = group.mentees
        meeting_series.confirm(group.session, first, view.id, now=NOW)
        meeting_series.decline(group.session, third, view.id, now=NOW)
        meeting_series.tick_extend(group.session, now=NOW + timedelta(days=20))
        last = group.rows(view.id)[-1]
        assert {one.person_id: one.agrees for one in last.answers} == {
            first.person_id: True,
            third.person_id: False,
        }

    def test_only_the_mentor_skips_days_for_all(self, group: Pair) -> None:
        view = group.proposed()
        meeting_series.confirm(group.session, group.mentee, view.id, now=NOW)
        with pytest.raises(NotAllowed):
            meeting_series.skip_day(group.session, group.mentee, view.id, date(2026, 9, 23), now=NOW)


def test_the_curator_answers_for_somebody_without_telegram(session: Session) -> None:
    school = make_organization(session)
    mentor = make_person(session, Role.MENTOR, school, last="Орлова")
    silent = make_person(session, Role.MENTEE, school, last="Ким")
    silent.person.chat_id = None
    curator = actor_of(session, make_person(session, Role.CURATOR, school, last="Юсупова"))
    mentorship = make_pair(session, mentor, silent)
    plan = Plan(MeetingKind.REGULAR, START)
    meeting = meetings.propose(session, actor_of(session, mentor), mentorship.id, plan, now=NOW)
    view = meeting_series.propose(
        session, actor_of(session, mentor), meeting.id, Rhythm.WEEKLY, NEW_YEAR, now=NOW
    )
    waiting = on_behalf.waiting(session, curator).items
    assert {(one.kind, one.id) for one in waiting} == {(Kind.MEETING, meeting.id), (Kind.SERIES, view.id)}
    card = on_behalf.see(session, curator, Kind.SERIES, view.id, silent.id, now=NOW)
    assert (card.rhythm, card.ends_on) == (Rhythm.WEEKLY, NEW_YEAR)
    for _ in range(2):
        on_behalf.answer(session, curator, Kind.SERIES, view.id, silent.id, True, now=NOW)
    assert session.get_one(MeetingSeries, view.id).status == SeriesStatus.CONFIRMED
    acts = session.scalars(select(AuditRecord.act)).all()
    assert acts.count("on_behalf.series_confirmed") == 1
    assert on_behalf.waiting(session, curator).items == ()
