"""The demonstration's municipality: what a visitor finds on any day of the year."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import demonstration_municipality as invented
from bot.demonstration import CURATOR, HEAD, acting, opening_moment
from bot.settings import ROOT
from models import Notification, NotificationStatus, Organization
from services import acknowledgements, alerts, content, territory


@pytest.mark.parametrize(
    "day",
    [datetime(2026, 9, 7, tzinfo=UTC), datetime(2027, 1, 2, tzinfo=UTC), datetime(2028, 2, 29, tzinfo=UTC)],
)
def test_the_second_school_is_late_and_an_order_waits_to_be_read(session: Session, day: datetime) -> None:
    now = opening_moment(day).astimezone(UTC)
    invented.build(session, content.load(ROOT / "content"), now=now)
    assert all(
        one.is_demonstration and "вымышлен" in one.name for one in session.scalars(select(Organization))
    )

    coordinator = acting(session, invented.COORDINATOR)
    home = territory.home(session, coordinator, now=now)
    assert (home.schools, home.empty, home.late_schools) == (2, 0, 1)
    schools = territory.by_school(session, coordinator, home.plans[0].id, now=now)
    assert [(one.name, one.counts.late, one.counts.done) for one in schools.lines] == [
        (invented.SECOND_SCHOOL, 1, 0),
        ("Демонстрационная школа (вымышленная)", 0, 1),
    ]
    assert alerts.count_open(session, acting(session, invented.SECOND_CURATOR)) == 1
    head = acting(session, HEAD)
    assert acknowledgements.count_unread(session, head) == 1
    assert acknowledgements.count_unread(session, acting(session, invented.SECOND_HEAD)) == 0
    pending = Notification.status == NotificationStatus.PENDING
    due = select(Notification.kind, Notification.person_id).where(pending, Notification.due_at <= now)
    curator = acting(session, CURATOR)
    assert {tuple(row) for row in session.execute(due)} == {
        ("alerts.raised", curator.person_id),
        ("acts.to_read", head.person_id),
    }, "what happened long ago is not told again"
