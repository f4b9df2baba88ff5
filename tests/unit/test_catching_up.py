"""What was due before the plan was approved is settled at once; what was late under it is not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from models import Occurrence, OccurrenceStatus, Organization, Roadmap, Role
from services import catching_up, duty_ticks, roadmaps
from services.access import Actor
from services.errors import NoLongerCurrent
from services.roadmaps import NewItem, NewPlan
from tests.support.factories import actor_of, make_organization, make_person

APPROVED = datetime(2026, 11, 10, 9, tzinfo=UTC)
PHRASES = ("до 15.09.2026", "до 20.10.2026", "до 20.11.2026", "еженедельно")


@dataclass
class School:
    session: Session
    organization_id: int
    curator: Actor
    head: Actor

    def plan(self, *phrases: str, now: datetime = APPROVED, previous: Roadmap | None = None) -> Roadmap:
        before = previous.items if previous else []
        items = tuple(
            NewItem(
                number=str(number),
                section="",
                activity=f"Мероприятие {number}",
                deadline_phrase=phrase,
                previous_item_id=before[number].id if before else None,
            )
            for number, phrase in enumerate(phrases)
        )
        plan = NewPlan("План", "2026-2027", items=items, previous_id=previous.id if previous else None)
        draft = roadmaps.create_draft(
            self.session, self.organization_id, plan, by_id=self.curator.person_id, now=now
        )
        return roadmaps.approve(self.session, self.head, draft.id, "5", now.date(), now=now)

    def duty(self, roadmap: Roadmap, number: int) -> Occurrence:
        return roadmap.items[number].occurrences[0]


@pytest.fixture
def school(session: Session) -> School:
    organization = make_organization(session)
    curator, head = (
        actor_of(session, make_person(session, role, organization)) for role in (Role.CURATOR, Role.HEAD)
    )
    return School(session, organization.id, curator, head)


def test_what_had_passed_is_late_silently_and_settled_at_once(school: School) -> None:
    roadmap = school.plan(*PHRASES)
    assert catching_up.passed_before_approval(school.session, school.curator) == 2
    count = catching_up.settle_passed(school.session, school.curator, now=APPROVED + timedelta(hours=1))
    assert count == 2
    states = [school.duty(roadmap, number).status for number in range(3)]
    assert states == [OccurrenceStatus.DONE, OccurrenceStatus.DONE, OccurrenceStatus.OPEN]
    assert school.duty(roadmap, 0).done_by_id == school.curator.person_id
    with pytest.raises(NoLongerCurrent):
        catching_up.settle_passed(school.session, school.curator, now=APPROVED + timedelta(hours=1))


def test_repeated_duties_of_past_weeks_are_not_even_made(school: School) -> None:
    roadmap = school.plan("еженедельно")
    assert min(one.due_on for one in roadmap.items[0].occurrences) >= APPROVED.date()


def test_what_was_late_under_an_earlier_version_stays_late(school: School) -> None:
    first = school.plan("до 20.11.2026")
    later = APPROVED + timedelta(days=15)
    duty_ticks.tick_opening(school.session, now=later)
    duty_ticks.tick_overdue(school.session, now=later)
    second = school.plan("до 20.11.2026", now=later, previous=first)
    assert school.duty(second, 0).status is OccurrenceStatus.OVERDUE
    assert catching_up.passed_before_approval(school.session, school.curator) == 0


def test_nobody_settles_the_duties_of_another_school(school: School) -> None:
    school.plan(*PHRASES)
    other = make_organization(school.session, name="Школа № 2")
    stranger = actor_of(school.session, make_person(school.session, Role.CURATOR, other))
    here = school.session.get_one(Organization, school.organization_id)
    mentor = actor_of(school.session, make_person(school.session, Role.MENTOR, here))
    for person in (stranger, mentor):
        assert catching_up.passed_before_approval(school.session, person) == 0
        with pytest.raises(NoLongerCurrent):
            catching_up.settle_passed(school.session, person, now=APPROVED)
