"""Alerts climb: curator, head, and beyond the school only what a municipality may hear of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.ticks import BATCHED
from models import Alert, AlertKind, Membership, MembershipStatus, Notification, Organization, Role
from models.organization import OrganizationKind
from services import access, alerts
from services.errors import NotAllowed
from tests.support.factories import NOW, actor_of, make_organization, make_person

STEP = timedelta(days=3, hours=1)


@dataclass
class Territory:
    session: Session
    region: Organization
    municipality: Organization
    school: Organization
    curator: Membership
    head: Membership
    coordinator: Membership
    operator: Membership

    def raised(self, kind: AlertKind = AlertKind.DUTY_OVERDUE) -> Alert:
        alerts.raise_alert(
            self.session,
            organization_id=self.school.id,
            kind=kind,
            cause=f"cause:{kind}",
            subject={},
            since=NOW,
            now=NOW,
        )
        return self.session.scalars(select(Alert).where(Alert.cause == f"cause:{kind}")).one()

    def told(self) -> list[int]:
        query = select(Notification.person_id).where(Notification.kind == "alerts.raised")
        return list(self.session.scalars(query.order_by(Notification.id)))

    def waiting(self, member: Membership) -> int:
        return alerts.count_open(self.session, actor_of(self.session, member))


@pytest.fixture
def territory(session: Session) -> Territory:
    region = make_organization(session, name="Область", kind=OrganizationKind.REGION)
    municipality = make_organization(
        session, name="Район", kind=OrganizationKind.MUNICIPALITY, parent_id=region.id
    )
    school = make_organization(session, parent_id=municipality.id)
    return Territory(
        session,
        region,
        municipality,
        school,
        make_person(session, Role.CURATOR, school),
        make_person(session, Role.HEAD, school),
        make_person(session, Role.COORDINATOR, municipality),
        make_person(session, Role.OPERATOR, region),
    )


def climbed(territory: Territory, steps: int) -> datetime:
    now = NOW
    for _ in range(steps):
        now += STEP
        alerts.wake(territory.session, now=now)
    return now


def test_a_late_duty_climbs_to_the_head_the_coordinator_and_the_operator(territory: Territory) -> None:
    alert = territory.raised()
    for steps, who in enumerate(
        (territory.curator, territory.head, territory.coordinator, territory.operator)
    ):
        assert territory.told()[steps] == who.person_id
        assert territory.waiting(who) == 1
        climbed_at = NOW + STEP * (steps + 1)
        alerts.wake(territory.session, now=climbed_at)
    assert alert.level is Role.OPERATOR
    assert alert.climbs_at is None
    assert len(territory.told()) == 4


def test_what_climbs_on_one_morning_does_so_batch_by_batch(territory: Territory) -> None:
    for number in range(alerts.BATCH + 5):
        alerts.raise_alert(
            territory.session,
            organization_id=territory.school.id,
            kind=AlertKind.DUTY_OVERDUE,
            cause=f"late:{number}",
            subject={},
            since=NOW,
            now=NOW,
        )
    now = NOW + STEP
    assert [alerts.wake(territory.session, now=now) for _ in range(3)] == [alerts.BATCH, 5, 0]
    assert set(territory.session.scalars(select(Alert.level))) == {Role.HEAD}
    assert BATCHED["alerts.wake"] == alerts.BATCH


def test_before_its_time_nobody_above_sees_it(territory: Territory) -> None:
    alert = territory.raised()
    assert territory.waiting(territory.coordinator) == 0
    with pytest.raises(NotAllowed):
        alerts.see(territory.session, actor_of(territory.session, territory.coordinator), alert.id)
    climbed(territory, 2)
    assert alerts.see(territory.session, actor_of(territory.session, territory.coordinator), alert.id).climbed
    with pytest.raises(NotAllowed):
        alerts.see(territory.session, actor_of(territory.session, territory.operator), alert.id)


def test_what_concerns_people_never_leaves_the_school(territory: Territory) -> None:
    alert = territory.raised(AlertKind.ANOTHER_MENTOR_WANTED)
    climbed(territory, 4)
    assert alert.level is Role.HEAD
    assert territory.waiting(territory.coordinator) == territory.waiting(territory.operator) == 0


def test_a_school_that_stands_alone_keeps_it_with_the_head(territory: Territory) -> None:
    territory.school.parent_id = None
    territory.session.flush()
    alert = territory.raised()
    climbed(territory, 4)
    assert alert.level is Role.HEAD
    assert territory.told() == [territory.curator.person_id, territory.head.person_id]


def test_a_coordinator_of_another_municipality_sees_nothing(territory: Territory) -> None:
    other = make_organization(territory.session, name="Другой район", kind=OrganizationKind.MUNICIPALITY)
    stranger = make_person(territory.session, Role.COORDINATOR, other)
    alert = territory.raised()
    climbed(territory, 2)
    assert territory.waiting(stranger) == 0
    with pytest.raises(NotAllowed):
        alerts.see(territory.session, actor_of(territory.session, stranger), alert.id)


def test_what_is_late_at_the_municipality_itself_goes_to_its_coordinator(territory: Territory) -> None:
    alerts.raise_alert(
        territory.session,
        organization_id=territory.municipality.id,
        kind=AlertKind.PLAN_NEXT_YEAR,
        cause="own",
        subject={},
        since=NOW,
        now=NOW,
    )
    assert territory.told() == [territory.coordinator.person_id]
    assert territory.waiting(territory.coordinator) == 1
    assert territory.waiting(territory.curator) == 0


def test_the_territory_holds_everything_below_and_nothing_else(territory: Territory) -> None:
    operator = actor_of(territory.session, territory.operator)
    assert set(access.territory(territory.session, operator)) == {
        territory.municipality.id,
        territory.school.id,
    }
    assert access.territory(territory.session, actor_of(territory.session, territory.head)) == ()
    assert access.above(territory.session, territory.school.id) == (
        territory.school.id,
        territory.municipality.id,
        territory.region.id,
    )


def test_what_comes_back_is_the_curators_again_whoever_it_had_climbed_to(territory: Territory) -> None:
    alert = territory.raised(AlertKind.RHYTHM_BROKEN)
    now = climbed(territory, 1)
    assert alert.level is Role.HEAD
    alerts.resolve_cause(territory.session, alert.cause, "facts", by_id=None, now=now)
    assert alerts.reopen_cause(territory.session, alert.cause, since=now, now=now + STEP)
    assert territory.waiting(territory.head) == 0
    alerts.wake(territory.session, now=now + 3 * STEP)
    # The head is asked once more, too: it is another time that nobody answered.
    both = [territory.curator.person_id, territory.head.person_id]
    assert territory.told() == both * 2


def test_what_comes_back_where_nobody_is_curator_any_more_is_the_heads(territory: Territory) -> None:
    alert = territory.raised(AlertKind.RHYTHM_BROKEN)
    alerts.resolve_cause(territory.session, alert.cause, "facts", by_id=None, now=NOW)
    territory.curator.status = MembershipStatus.LEFT
    assert alerts.reopen_cause(territory.session, alert.cause, since=NOW, now=NOW + STEP)
    assert territory.told() == [territory.curator.person_id, territory.head.person_id]
