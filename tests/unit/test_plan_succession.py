"""One plan follows another: wherever the new one came from, no duty is asked for twice and no number is
given again.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    Alert,
    AlertKind,
    AlertStatus,
    Membership,
    Occurrence,
    Organization,
    Roadmap,
    RoadmapItem,
    RoadmapStatus,
    Role,
)
from services import duties, duty_ticks, plan_drafts, rollover
from services.errors import NoLongerCurrent
from tests.support.factories import actor_of, duties_of, make_item, make_organization, make_person, make_plan

RECURRING = ("Ежегодно сентябрь-май", "Мониторинг программы"), ("ежемесячно", "Встречи пар")
AUGUST = datetime(2027, 8, 2, 7, tzinfo=UTC)
TERM = date(2027, 9, 1)


@dataclass
class School:
    session: Session
    organization: Organization
    head: Membership
    curator: Membership

    def plan(self, year: str, *, live: bool, now: datetime) -> Roadmap:
        items = [make_item(phrase, self.curator, activity=activity) for phrase, activity in RECURRING]
        return make_plan(self.session, self.organization, *items, school_year=year, live=live, now=now)

    def approve(self, roadmap_id: int, now: datetime) -> None:
        head = actor_of(self.session, self.head)
        plan_drafts.approve(self.session, head, roadmap_id, "12", now.date(), now=now)

    def asked_for(self) -> Counter[tuple[str, date]]:
        """How often each duty of the next school year stands in live plans."""
        self.session.flush()
        query = (
            select(RoadmapItem.activity, Occurrence.due_on)
            .join(Occurrence, Occurrence.item_id == RoadmapItem.id)
            .join(Roadmap, Roadmap.id == RoadmapItem.roadmap_id)
            .where(Roadmap.status == RoadmapStatus.APPROVED, Occurrence.due_on >= TERM)
        )
        return Counter((activity, due) for activity, due in self.session.execute(query))


@pytest.fixture
def school(session: Session) -> School:
    organization = make_organization(session)
    head, curator = (make_person(session, role, organization) for role in (Role.HEAD, Role.CURATOR))
    return School(session, organization, head, curator)


@pytest.mark.requirement("L-O-1")
@pytest.mark.parametrize("month", [6, 8, 9])
def test_a_plan_from_a_file_follows_the_one_of_the_year_before(school: School, month: int) -> None:
    before = school.plan("2026-2027", live=True, now=datetime(2026, 9, 7, 7, tzinfo=UTC))
    approved = datetime(2027, month, 25, 7, tzinfo=UTC)
    if approved > AUGUST:
        duty_ticks.tick_new_year(school.session, now=AUGUST)
    draft = school.plan("2027-2028", live=False, now=approved)
    school.approve(draft.id, approved)
    duty_ticks.tick_new_year(school.session, now=max(approved, AUGUST))
    asked = school.asked_for()
    assert asked
    assert set(asked.values()) == {1}
    assert school.session.get_one(Roadmap, before.id).status is RoadmapStatus.ARCHIVED


@pytest.mark.requirement("L-O-1")
def test_a_proposal_follows_the_version_that_took_the_place_of_its_model(school: School) -> None:
    may = datetime(2027, 5, 3, 7, tzinfo=UTC)
    first = school.plan("2026-2027", live=True, now=datetime(2026, 9, 7, 7, tzinfo=UTC))
    proposed = rollover.propose(school.session, actor_of(school.session, school.curator), first.id, now=may)
    version = school.plan("2026-2027", live=False, now=may)
    school.approve(version.id, may)
    school.approve(proposed.roadmap_id, may)
    duty_ticks.tick_new_year(school.session, now=AUGUST)
    asked = school.asked_for()
    assert asked
    assert set(asked.values()) == {1}


def test_the_number_of_a_dropped_duty_is_given_to_no_other(school: School) -> None:
    session = school.session
    october = datetime(2026, 10, 12, 7, tzinfo=UTC)
    mentor = make_person(session, Role.MENTOR, school.organization)
    first = make_plan(session, school.organization, make_item("до 10.10.2026", mentor, activity="Отчёт"))
    dropped = duties_of(first)[0].id
    duty_ticks.tick_opening(session, now=october)
    duty_ticks.tick_overdue(session, now=october)
    item = make_item("до 20.12.2026", mentor, activity="Открытый урок", number="7")
    second = make_plan(session, school.organization, item, live=False, now=october)
    school.approve(second.id, october)
    made = duties_of(session.get_one(Roadmap, second.id))[0]
    assert made.id > dropped
    with pytest.raises(NoLongerCurrent):
        duties.complete(session, actor_of(session, mentor), dropped, now=october)

    late = datetime(2026, 12, 22, 7, tzinfo=UTC)
    duty_ticks.tick_opening(session, now=late)
    duty_ticks.tick_overdue(session, now=late)
    raised = session.scalars(select(Alert).where(Alert.kind == AlertKind.DUTY_OVERDUE)).all()
    assert [one.status for one in raised] == [AlertStatus.RESOLVED, AlertStatus.OPEN]
