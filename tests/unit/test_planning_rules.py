"""The rules around planning: what is offered when, where it would be, and whose clock and lessons count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    ConvenientTime,
    Lesson,
    LessonBell,
    Meeting,
    MeetingKind,
    MeetingMode,
    MeetingStatus,
    Membership,
    MembershipStatus,
    Mentorship,
    Notification,
    NotificationStatus,
    Rhythm,
    Role,
)
from services import (
    availability,
    claims,
    meeting_offers,
    meeting_planning,
    meeting_reminders,
    meeting_series,
    meeting_slots,
    meeting_views,
    meetings,
    organization_settings,
    outbox,
    series_views,
)
from services.access import Actor
from services.meetings import MeetingOverlaps, Plan
from services.member_times import Bell, quiet_hours_of
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
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@dataclass
class Pair:
    session: Session
    mentor: Actor
    mentee: Actor
    members: tuple[Membership, Membership]
    mentorship: Mentorship

    def proposed(
        self, at: datetime = START, mode: MeetingMode = MeetingMode.IN_PERSON, place: str = "Кабинет 12"
    ) -> int:
        plan = Plan(MeetingKind.REGULAR, at, mode=mode, place=place)
        return meetings.propose(self.session, self.mentor, self.mentorship.id, plan, now=NOW).id

    def offers(self, now: datetime) -> int:
        return meeting_offers.tick_offer(self.session, now=now)


@pytest.fixture
def pair(session: Session) -> Pair:
    school = make_organization(session)
    members = (make_person(session, Role.MENTOR, school), make_person(session, Role.MENTEE, school))
    actors = (actor_of(session, members[0]), actor_of(session, members[1]))
    return Pair(session, *actors, members, make_pair(session, *members))


class TestOffers:
    def test_wait_a_day_after_a_proposal_that_lapsed(self, pair: Pair) -> None:
        pair.proposed()
        assert meetings.tick_lapse_proposals(pair.session, now=START) == 1
        assert pair.offers(START) == 0, "the notice of the lapse says it already"
        assert pair.offers(START + DAY + HOUR) == 1

    def test_wait_a_day_after_a_no(self, pair: Pair) -> None:
        meeting_id = pair.proposed()
        meetings.decline(pair.session, pair.mentee, meeting_id, now=START - HOUR)
        assert pair.offers(START) == 0
        assert pair.offers(START + DAY) == 1

    def test_do_not_come_while_a_series_waits_for_an_answer(self, pair: Pair) -> None:
        meeting_id = pair.proposed()
        meetings.confirm(pair.session, pair.mentee, meeting_id, now=NOW)
        series = meeting_series.propose(
            pair.session, pair.mentor, meeting_id, Rhythm.WEEKLY, date(2026, 12, 31), now=NOW
        )
        meetings.cancel(pair.session, pair.mentor, meeting_id, now=NOW)
        assert pair.offers(NOW + 3 * DAY) == 0
        meeting_series.decline(pair.session, pair.mentee, series.id, now=NOW + 3 * DAY)
        assert pair.offers(NOW + 5 * DAY) == 1


class TestThePlace:
    def test_is_not_that_of_a_meeting_that_was_refused(self, pair: Pair) -> None:
        kept = pair.proposed()
        refused = pair.proposed(START + DAY, MeetingMode.ONLINE, "")
        meetings.decline(pair.session, pair.mentee, refused, now=NOW)
        where = meeting_planning.plan_view(pair.session, pair.mentor, pair.mentorship.id, now=NOW).where
        assert where is not None and where.place == "Кабинет 12"
        assert kept != refused


@pytest.mark.requirement("L-5-5")
class TestTheFinalMeeting:
    def kinds(self, pair: Pair, now: datetime) -> tuple[MeetingKind, ...]:
        return meeting_planning.plan_view(pair.session, pair.mentor, pair.mentorship.id, now=now).kinds

    def met(self, pair: Pair) -> None:
        for number, kind in enumerate(("organisational", "trial", "planning", "regular"), start=1):
            at = NOW + number * DAY
            make_confirmed_meeting(
                pair.session, pair.mentorship, at, MeetingKind(kind), status=MeetingStatus.HELD
            )

    def test_is_offered_when_the_term_of_the_pair_ends_soon(self, pair: Pair) -> None:
        self.met(pair)
        days = pair.members[0].organization.final_meeting_days
        pair.mentorship.ends_on = (NOW + timedelta(days=100)).date()
        pair.session.flush()
        early, late = timedelta(days=99 - days), timedelta(days=100 - days)
        assert self.kinds(pair, NOW + early)[0] == MeetingKind.REGULAR
        assert self.kinds(pair, NOW + late)[0] == MeetingKind.FINAL
        assert set(self.kinds(pair, NOW + late)) == set(MeetingKind)

    def test_is_not_offered_again_once_it_is_planned(self, pair: Pair) -> None:
        self.met(pair)
        pair.mentorship.ends_on = (NOW + timedelta(days=10)).date()
        make_confirmed_meeting(pair.session, pair.mentorship, NOW + 6 * DAY, MeetingKind.FINAL)
        assert self.kinds(pair, NOW + 5 * DAY)[0] == MeetingKind.REGULAR


class TestTheSameProposalAgain:
    def send(self, pair: Pair, place: str) -> int:
        plan = Plan(MeetingKind.REGULAR, START, place=place)
        return meeting_planning.send(pair.session, pair.mentor, pair.mentorship.id, plan, None, now=NOW).id

    def test_is_the_one_that_stands(self, pair: Pair) -> None:
        assert self.send(pair, "Кабинет 12") == self.send(pair, "Кабинет 12")

    def test_somewhere_else_is_refused_and_not_lost_in_silence(self, pair: Pair) -> None:
        self.send(pair, "Кабинет 12")
        with pytest.raises(MeetingOverlaps) as refused:
            self.send(pair, "Библиотека")
        assert refused.value.fields["whose"] == "asked"
        assert len(pair.session.scalars(select(Meeting)).all()) == 1


@pytest.mark.requirement("N-1.4")
class TestLessons:
    def bells(self, pair: Pair, membership: Membership) -> None:
        school = membership.organization_id
        pair.session.add(LessonBell(organization_id=school, number=1, from_minute=900, until_minute=940))
        pair.session.add(Lesson(membership_id=membership.id, weekday=2, number=1))
        pair.session.flush()

    def test_of_a_membership_that_is_not_active_do_not_count(self, pair: Pair) -> None:
        mentee = pair.members[1]
        self.bells(pair, mentee)
        in_lesson = START.replace(hour=12, minute=10)
        assert quiet_hours_of(pair.session, mentee).holds(in_lesson)
        mentee.status = MembershipStatus.PAUSED
        pair.session.flush()
        assert not quiet_hours_of(pair.session, mentee).holds(in_lesson)
        assert not claims_hold(pair, mentee, in_lesson)

    def test_are_none_of_the_times_offered_in_the_calendar(self, pair: Pair) -> None:
        self.bells(pair, pair.members[1])
        offered = meeting_views.times_on(
            pair.session, pair.mentor, pair.mentorship.id, date(2026, 9, 9), now=NOW
        )
        assert [at.isoformat("minutes") for at in offered][:4] == ["14:00", "14:30", "16:00", "16:30"]

    def test_that_change_move_what_reminds(self, pair: Pair) -> None:
        meeting_id = pair.proposed(START + HOUR)  # half past four in Moscow
        meetings.confirm(pair.session, pair.mentee, meeting_id, now=NOW)
        assert due(pair, pair.mentee) == [START + HOUR - DAY, START]
        school, mentee = pair.members[0].organization_id, pair.members[1]
        pair.session.add(LessonBell(organization_id=school, number=7, from_minute=920, until_minute=980))
        pair.session.flush()
        availability.set_lesson(pair.session, pair.mentee, mentee.id, 2, 7, on=True, now=NOW)
        assert due(pair, pair.mentee) == [START + HOUR - DAY, START - timedelta(minutes=11)]
        assert due(pair, pair.mentor) == [START + HOUR - DAY, START]
        availability.set_lesson(pair.session, pair.mentee, mentee.id, 2, 7, on=False, now=NOW)
        assert due(pair, pair.mentee) == [START + HOUR - DAY, START]

    def test_by_other_bells_move_what_reminds_everybody_who_has_them(
        self, pair: Pair, session: Session
    ) -> None:
        school, mentee = pair.members[0].organization, pair.members[1]
        curator = actor_of(session, make_person(session, Role.CURATOR, school, last="Юсупова"))
        meeting_id = pair.proposed(START + HOUR)
        meetings.confirm(pair.session, pair.mentee, meeting_id, now=NOW)
        availability.set_lesson(pair.session, pair.mentee, mentee.id, 2, 7, on=True, now=NOW)
        assert due(pair, pair.mentee) == [START + HOUR - DAY, START]
        availability.set_bell(session, curator, school.id, Bell(7, 920, 980), now=NOW)
        assert due(pair, pair.mentee) == [START + HOUR - DAY, START - timedelta(minutes=11)]


def due(pair: Pair, person: Actor) -> list[datetime]:
    query = select(Notification.due_at).where(
        Notification.kind == meeting_reminders.KIND,
        Notification.person_id == person.person_id,
        Notification.status == NotificationStatus.PENDING,
    )
    return sorted(pair.session.scalars(query))


def claims_hold(pair: Pair, membership: Membership, moment: datetime) -> bool:
    """Whether a message that is due then waits."""
    outbox.notify(
        pair.session,
        kind="some.kind",
        key=f"some:{moment.isoformat()}",
        person_id=membership.person_id,
        payload={},
        due_at=moment,
        now=moment,
    )
    return not claims.claim(pair.session, "worker", now=moment)


class TestTheClock:
    def test_of_another_school_moves_what_reminds(self, pair: Pair, session: Session) -> None:
        school = pair.members[0].organization
        head = actor_of(session, make_person(session, Role.HEAD, school, last="Юсупова"))
        # Half past eight in the morning in Moscow: the hour before is night, the reminder waits for eight.
        meeting_id = pair.proposed(START.replace(hour=5))
        meetings.confirm(pair.session, pair.mentee, meeting_id, now=NOW)
        assert due(pair, pair.mentee)[-1] == START.replace(hour=5, minute=0)
        organization_settings.change(session, head, school.id, "timezone", "Asia/Yekaterinburg", now=NOW)
        assert due(pair, pair.mentee)[-1] == START.replace(hour=4, minute=30)

    def test_of_other_quiet_hours_moves_what_reminds(self, pair: Pair, session: Session) -> None:
        school = pair.members[0].organization
        head = actor_of(session, make_person(session, Role.HEAD, school, last="Юсупова"))
        meeting_id = pair.proposed(START.replace(hour=5))
        meetings.confirm(pair.session, pair.mentee, meeting_id, now=NOW)
        organization_settings.change(session, head, school.id, "quiet_hours", "20-6", now=NOW)
        assert due(pair, pair.mentee)[-1] == START.replace(hour=4, minute=30)

    def test_of_a_message_is_the_one_by_which_its_buttons_are_read(self, session: Session) -> None:
        """A button carries a local time: it has to be shown by the clock by which it is read."""
        first = make_organization(session, timezone="Europe/Moscow")
        second = make_organization(session, name="Школа № 2", timezone="Asia/Vladivostok")
        mentor = make_person(session, Role.MENTOR, second)
        for status, clock in (
            (MembershipStatus.ACTIVE, "Asia/Vladivostok"),
            (MembershipStatus.LEFT, "Europe/Moscow"),
        ):
            mentor.status = status
            session.add(
                Membership(
                    person=mentor.person,
                    organization=first,
                    role=Role.CURATOR if status == MembershipStatus.ACTIVE else Role.HEAD,
                    status=MembershipStatus.ACTIVE,
                    created_at=NOW,
                    profile={},
                )
            )
            session.flush()
            outbox.notify(
                session,
                kind="some.kind",
                key=f"some:{status}",
                person_id=mentor.person_id,
                payload={},
                due_at=NOW - 3 * HOUR,
                now=NOW - 3 * HOUR,
            )
            (claimed,) = claims.claim(session, "worker", now=NOW - HOUR)
            assert claimed.timezone == actor_of(session, mentor).timezone == clock


class TestConvenientTimes:
    def test_that_are_set_belong_to_the_person(self, pair: Pair) -> None:
        view = availability.set_part(pair.session, pair.mentee, 0, 0, "morning", on=True, now=NOW)
        assert (0, "morning") in view.parts and not view.is_from_profile
        (row,) = pair.session.scalars(select(ConvenientTime))
        assert row.person_id == pair.mentee.person_id


def test_the_menu_counts_series_that_wait_for_an_answer(pair: Pair) -> None:
    meeting_id = pair.proposed()
    meetings.confirm(pair.session, pair.mentee, meeting_id, now=NOW)
    assert series_views.waiting_for_answer(pair.session, pair.mentee) == 0
    meeting_series.propose(pair.session, pair.mentor, meeting_id, Rhythm.WEEKLY, date(2026, 12, 31), now=NOW)
    assert series_views.waiting_for_answer(pair.session, pair.mentee) == 1
    assert series_views.waiting_for_answer(pair.session, pair.mentor) == 0


def test_no_time_is_offered_at_which_somebody_is_engaged(pair: Pair, session: Session) -> None:
    """Nor one for which the pair has a proposal already, whoever of them is asked."""

    def offered() -> list[datetime]:
        return [
            one.starts_at
            for one in meeting_slots.suggest(session, pair.mentor, pair.mentorship.id, now=NOW, count=6)
        ]

    before = offered()
    third = make_person(session, Role.MENTOR, pair.members[0].organization, last="Сафин")
    elsewhere = make_pair(session, third, pair.members[1])
    make_confirmed_meeting(session, elsewhere, before[0] - timedelta(minutes=30))
    pair.proposed(before[1])
    taken = (
        (before[0] - timedelta(minutes=30), before[0] + timedelta(minutes=30)),
        (before[1], before[1] + HOUR),
    )
    after = offered()
    assert len(after) == 6
    for start in after:
        assert all(start >= until or start + HOUR <= since for since, until in taken), start
