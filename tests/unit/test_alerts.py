"""The curator's inbox: one alert per cause, urgent first, put off, noted, climbing; the Monday digest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    Alert,
    AlertKind,
    AlertStatus,
    AuditRecord,
    Membership,
    MembershipStatus,
    Notification,
    NotificationStatus,
    Role,
)
from models.delivery import Urgency
from services import alerts
from services.access import Actor
from services.errors import AlreadyDecided, NoLongerCurrent, NotAllowed
from tests.support.factories import NOW, actor_of, make_organization, make_person

DAY = timedelta(days=1)


@dataclass
class School:
    session: Session
    curator: Membership
    head: Membership
    mentee: Membership

    @property
    def actor(self) -> Actor:
        return actor_of(self.session, self.curator)

    @property
    def head_actor(self) -> Actor:
        return actor_of(self.session, self.head)

    def alert(self, cause: str, now: datetime = NOW, **fields: Any) -> Alert:
        values: dict[str, Any] = {"kind": AlertKind.MENTEE_UNPAIRED, "subject": {}, "since": now} | fields
        organization_id = self.curator.organization_id
        alerts.raise_alert(self.session, organization_id=organization_id, cause=cause, now=now, **values)
        return self.session.scalars(select(Alert).where(Alert.cause == cause)).one()

    def notices(self, kind: str) -> list[Notification]:
        query = select(Notification).where(Notification.kind == kind).order_by(Notification.id)
        return list(self.session.scalars(query))


@pytest.fixture
def school(session: Session) -> School:
    organization = make_organization(session)
    curator, head, mentee = (
        make_person(session, role, organization) for role in (Role.CURATOR, Role.HEAD, Role.MENTEE)
    )
    return School(session, curator, head, mentee)


def test_one_cause_is_raised_once(school: School) -> None:
    first = school.alert("same")
    assert school.alert("same").id == first.id
    assert alerts.count_open(school.session, school.actor) == 1
    assert [one.person_id for one in school.notices("alerts.raised")] == [school.curator.person_id]


def test_urgent_alerts_come_first_and_then_the_oldest(school: School) -> None:
    newer = school.alert("newer", since=NOW - DAY)
    older = school.alert("older", since=NOW - 3 * DAY)
    urgent = school.alert("urgent", since=NOW, urgent=True)
    listed, total = alerts.open_alerts(school.session, school.actor)
    assert [one.id for one in listed] == [urgent.id, older.id, newer.id]
    assert total == 3
    assert school.notices("alerts.raised")[2].urgency == Urgency.URGENT


def test_the_list_is_paged(school: School) -> None:
    for number in range(5):
        school.alert(f"cause {number}")
    listed, total = alerts.open_alerts(school.session, school.actor, offset=4, limit=4)
    assert (len(listed), total) == (1, 5)


def test_an_alert_names_whom_it_is_about(school: School) -> None:
    school.alert("a", subject={"membership_id": school.mentee.id})
    school.alert("b", subject={"person_id": school.mentee.person_id})
    school.alert("c", subject={"person_id": 9_999})
    listed, _ = alerts.open_alerts(school.session, school.actor)
    assert [one.about.role if one.about else None for one in listed] == [Role.MENTEE, Role.MENTEE, None]


def test_alerts_of_other_organisations_are_neither_listed_nor_shown(school: School) -> None:
    alert = school.alert("here")
    stranger = actor_of(
        school.session, make_person(school.session, Role.CURATOR, make_organization(school.session))
    )
    assert alerts.open_alerts(school.session, stranger) == ([], 0)
    with pytest.raises(NotAllowed):
        alerts.see(school.session, stranger, alert.id)
    with pytest.raises(NotAllowed):
        alerts.snooze(school.session, stranger, alert.id, now=NOW)
    with pytest.raises(NotAllowed):
        alerts.acknowledge(school.session, stranger, alert.id, "acknowledged", now=NOW)
    assert alert.status == AlertStatus.OPEN


def test_mentors_and_mentees_answer_for_no_alerts(school: School) -> None:
    alert = school.alert("here")
    mentee = actor_of(school.session, school.mentee)
    assert alerts.count_open(school.session, mentee) == 0
    with pytest.raises(NotAllowed):
        alerts.see(school.session, mentee, alert.id)


def test_an_alert_that_is_gone_is_not_current(school: School) -> None:
    with pytest.raises(NoLongerCurrent):
        alerts.see(school.session, school.actor, 9_999)


def test_an_alert_put_off_comes_back_after_a_day(school: School) -> None:
    alert = school.alert("later")
    alerts.snooze(school.session, school.actor, alert.id, now=NOW)
    assert alerts.count_open(school.session, school.actor) == 0
    assert alerts.wake(school.session, now=NOW + DAY - timedelta(minutes=1)) == 0
    assert alerts.wake(school.session, now=NOW + DAY) == 1
    assert alerts.count_open(school.session, school.actor) == 1
    assert len(school.notices("alerts.raised")) == 2


def test_taking_note_settles_the_alert_and_leaves_a_trace(school: School) -> None:
    alert = school.alert("seen")
    alerts.acknowledge(school.session, school.actor, alert.id, "acknowledged", now=NOW)
    assert (alert.status, alert.resolved_by_id) == (AlertStatus.RESOLVED, school.curator.person_id)
    assert school.notices("alerts.raised")[0].status == NotificationStatus.CANCELLED
    assert school.session.scalars(select(AuditRecord.act)).all() == ["alert.acknowledged"]


def test_of_two_curators_the_second_hears_that_it_is_settled(school: School) -> None:
    alert = school.alert("both")
    second = actor_of(school.session, make_person(school.session, Role.CURATOR, school.curator.organization))
    alerts.acknowledge(school.session, school.actor, alert.id, "acknowledged", now=NOW)
    with pytest.raises(AlreadyDecided):
        alerts.acknowledge(school.session, second, alert.id, "acknowledged", now=NOW)
    with pytest.raises(AlreadyDecided):
        alerts.snooze(school.session, second, alert.id, now=NOW)


def test_an_unanswered_alert_climbs_to_the_head_once(school: School) -> None:
    alert = school.alert("climbs")
    assert alerts.count_open(school.session, school.head_actor) == 0
    assert not alerts.see(school.session, school.head_actor, alert.id).climbed
    assert alerts.wake(school.session, now=NOW + 3 * DAY) == 1
    assert alerts.wake(school.session, now=NOW + 9 * DAY) == 0
    assert alerts.count_open(school.session, school.head_actor) == 1
    assert alerts.see(school.session, school.head_actor, alert.id).climbed
    people = [one.person_id for one in school.notices("alerts.raised")]
    assert people == [school.curator.person_id, school.head.person_id]


def test_without_a_curator_the_head_is_told_at_once_and_nobody_is_blamed(school: School) -> None:
    school.curator.status = MembershipStatus.LEFT
    alert = school.alert("no curator")
    assert [one.person_id for one in school.notices("alerts.raised")] == [school.head.person_id]
    assert not alerts.see(school.session, school.head_actor, alert.id).climbed


def test_the_digest_comes_on_monday_at_eight_in_the_curators_own_time(school: School) -> None:
    school.curator.person.timezone = "Asia/Yekaterinburg"
    school.alert("old", now=NOW - 3 * DAY)
    eight = datetime(2026, 9, 7, 3, 0, tzinfo=UTC)
    assert alerts.tick_digest(school.session, now=eight - timedelta(minutes=1)) == 0
    assert alerts.tick_digest(school.session, now=eight) == 1
    (notice,) = school.notices("alerts.digest")
    assert (notice.person_id, notice.due_at) == (school.curator.person_id, eight)


def test_a_week_has_one_digest_and_the_next_week_another(school: School) -> None:
    school.alert("old", now=NOW - 3 * DAY)
    eight = datetime(2026, 9, 7, 5, 0, tzinfo=UTC)
    moments = [eight, eight + timedelta(minutes=1), eight + timedelta(hours=20), eight + 7 * DAY]
    assert [alerts.tick_digest(school.session, now=moment) for moment in moments] == [1, 0, 0, 1]


def test_there_is_no_digest_without_open_alerts_or_long_after_its_time(school: School) -> None:
    eight = datetime(2026, 9, 7, 5, 0, tzinfo=UTC)
    assert alerts.tick_digest(school.session, now=eight) == 0
    school.alert("raised after eight", now=eight + timedelta(hours=1))
    assert alerts.tick_digest(school.session, now=eight + timedelta(hours=2)) == 0
    assert alerts.tick_digest(school.session, now=eight + 8 * DAY) == 0


def test_the_digest_counts_by_kind(school: School) -> None:
    school.alert("a", since=NOW - 2 * DAY)
    school.alert("b", since=NOW - 5 * DAY)
    school.alert("c", kind=AlertKind.PAIR_DECLINED)
    lines = alerts.digest(school.session, school.actor)
    assert [(line.kind, line.count, line.since) for line in lines] == [
        (AlertKind.MENTEE_UNPAIRED, 2, NOW - 5 * DAY),
        (AlertKind.PAIR_DECLINED, 1, NOW),
    ]


def test_who_blocks_the_bot_is_reported_and_who_returns_settles_it(school: School) -> None:
    person_id = school.mentee.person_id
    alerts.report_blocked(school.session, person_id, now=NOW)
    alerts.report_blocked(school.session, person_id, now=NOW)
    alert = school.session.scalars(select(Alert)).one()
    assert (alert.kind, alert.subject) == (AlertKind.BOT_BLOCKED, {"person_id": person_id})
    alerts.report_back(school.session, person_id, now=NOW + DAY)
    assert (alert.status, alert.resolved_by_id) == (AlertStatus.RESOLVED, None)


def test_the_digest_comes_on_the_day_and_at_the_hour_of_the_organisation(school: School) -> None:
    organization = school.curator.organization
    organization.digest_weekday, organization.digest_hour = 6, 23
    school.alert("before")
    # Sunday, eleven at night in Moscow; the bot was away and comes back on Monday.
    sunday = datetime(2026, 9, 13, 20, tzinfo=UTC)
    moments = (sunday - timedelta(minutes=1), sunday + timedelta(hours=9), sunday + timedelta(hours=10))
    assert [alerts.tick_digest(school.session, now=moment) for moment in moments] == [0, 1, 0]
    (notice,) = school.notices("alerts.digest")
    assert notice.due_at == sunday


def test_what_the_facts_settled_is_open_again_with_them_and_told_once_more(school: School) -> None:
    school.alert("gap:1")
    alerts.resolve_cause(school.session, "gap:1", "facts", by_id=None, now=NOW)
    assert alerts.reopen_cause(school.session, "gap:1", since=NOW, now=NOW + DAY)
    assert not alerts.reopen_cause(school.session, "gap:1", since=NOW, now=NOW + DAY)
    assert not alerts.reopen_cause(school.session, "unknown", since=NOW, now=NOW + DAY)
    assert alerts.count_open(school.session, school.actor) == 1
