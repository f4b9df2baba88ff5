"""Who decides about an application: the curator, or the head where the school set it so (N-3.3-3)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.settings import ROOT
from models import (
    Alert,
    AlertStatus,
    Application,
    ApplicationStatus,
    AuditRecord,
    Membership,
    MembershipStatus,
    Notification,
    Organization,
    Role,
)
from services import alerts, applications, approvals, content
from services.access import Actor
from services.application_views import Power
from services.approvals import HeadDecides
from services.errors import AlreadyDecided, NoLongerCurrent, NotAllowed
from tests.support.factories import NOW, actor_of, make_organization, make_person

CONTENT = content.load(ROOT / "content")
MENTEE = CONTENT.questionnaire("mentee")
TOTAL = len(MENTEE)
COMPLETE = {
    "name": "Соколова Вера Павловна",
    "subject": "physics",
    "experience_years": 3,
    "category": "young",
    "difficulties": ["discipline"],
    "hopes": "",
    "more": "enough",
}


class School:
    """A school that lets its head approve, with an application that was handed in."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.organization: Organization = make_organization(session, head_approves=True)
        self.curator_membership = make_person(session, Role.CURATOR, self.organization, last="Орлова")
        self.head_membership = make_person(session, Role.HEAD, self.organization, last="Смирнов")
        self.vera = make_person(session, Role.MENTEE, self.organization, status=MembershipStatus.INVITED)
        self.id = applications.begin(session, self.vera, MENTEE, now=NOW).id
        self.application.answers, self.application.position = dict(COMPLETE), TOTAL
        applications.submit(session, actor_of(session, self.vera), self.id, MENTEE, now=NOW)

    @property
    def application(self) -> Application:
        return self.session.get_one(Application, self.id)

    @property
    def curator(self) -> Actor:
        return actor_of(self.session, self.curator_membership)

    @property
    def head(self) -> Actor:
        return actor_of(self.session, self.head_membership)

    def approve(self, actor: Actor) -> None:
        approvals.approve(self.session, actor, self.id, TOTAL, now=NOW)

    def hand_up(self, actor: Actor) -> None:
        approvals.pass_to_head(self.session, actor, self.id, TOTAL, now=NOW)

    def give_back(self, actor: Actor) -> None:
        approvals.return_with_reason(self.session, actor, self.id, "Уточните", TOTAL, now=NOW)

    def powers(self, actor: Actor) -> frozenset[Power]:
        return approvals.see_to_decide(self.session, actor, self.id, TOTAL, now=NOW).powers

    def told(self, kind: str) -> list[int | None]:
        query = select(Notification.person_id).where(Notification.kind == kind)
        return list(self.session.scalars(query.order_by(Notification.id)))

    def waits_for(self, actor: Actor) -> int:
        return alerts.count_open(self.session, actor)


@pytest.fixture
def school(session: Session) -> School:
    return School(session)


@pytest.mark.requirement("N-3.3-3", "T-3.8-1…6")
def test_the_curator_speaks_for_the_person_and_the_head_approves(school: School) -> None:
    assert school.powers(school.curator) == {Power.HAND_UP, Power.RETURN}
    school.hand_up(school.curator)
    assert school.application.status == ApplicationStatus.WITH_HEAD
    assert (school.waits_for(school.curator), school.waits_for(school.head)) == (0, 1)
    assert school.powers(school.curator) == frozenset()
    school.approve(school.head)
    view = approvals.see_to_decide(school.session, school.curator, school.id, TOTAL, now=NOW)
    assert view.approval is not None
    assert view.approval.endorsed_by is not None
    assert view.approval.decided_by is not None
    assert (view.approval.endorsed_by.last, view.approval.decided_by.last) == ("Орлова", "Смирнов")
    assert (view.approval.decided_at, view.powers) == (NOW, frozenset())
    assert school.vera.status == MembershipStatus.ACTIVE
    assert approvals.latest(school.session, school.curator, school.vera.id) == school.id
    acts = school.session.scalars(select(AuditRecord.act).where(AuditRecord.act.like("application.%"))).all()
    assert [act for act in acts if act != "application.seen"] == [
        "application.endorsed",
        "application.approved",
    ]


def test_where_the_head_approves_a_curator_can_not(school: School) -> None:
    with pytest.raises(HeadDecides):
        school.approve(school.curator)
    school.hand_up(school.curator)
    for attempt in (school.approve, school.give_back):
        with pytest.raises(HeadDecides):
            attempt(school.curator)
    with pytest.raises(NoLongerCurrent):
        school.hand_up(school.curator)
    assert school.vera.status == MembershipStatus.APPLIED


def test_where_the_head_does_not_nothing_can_be_handed_up(school: School) -> None:
    school.organization.head_approves = False
    with pytest.raises(NoLongerCurrent):
        school.hand_up(school.curator)
    school.approve(school.curator)
    assert school.vera.status == MembershipStatus.ACTIVE


def test_the_head_may_approve_at_once(school: School) -> None:
    school.approve(school.head)
    assert school.application.endorsed_by_id is None
    assert school.told("joining.head_decided") == []


def test_without_an_active_head_the_curator_decides(school: School) -> None:
    school.head_membership.status = MembershipStatus.LEFT
    assert school.powers(school.curator) == {Power.APPROVE, Power.RETURN}
    school.approve(school.curator)
    assert school.vera.status == MembershipStatus.ACTIVE


@pytest.mark.parametrize("act", ["approve", "give_back"])
def test_the_curator_hears_how_the_head_decided_and_the_person_hears_why(school: School, act: str) -> None:
    school.hand_up(school.curator)
    decide: Callable[[Actor], None] = getattr(school, act)
    decide(school.head)
    assert school.told("joining.head_decided") == [school.curator.person_id]
    kind = "joining.approved" if act == "approve" else "joining.returned"
    assert school.told(kind) == [school.vera.person_id]
    found = approvals.decided_by_head(school.session, school.id, school.curator.person_id)
    assert found is not None
    assert approvals.decided_by_head(school.session, school.id, school.head.person_id) is None
    assert school.waits_for(school.head) == 0


def test_handed_in_once_more_it_goes_the_whole_way_again(school: School) -> None:
    school.hand_up(school.curator)
    school.give_back(school.head)
    applications.submit(school.session, actor_of(school.session, school.vera), school.id, MENTEE, now=NOW)
    assert school.application.endorsed_by_id is None
    assert (school.waits_for(school.curator), school.waits_for(school.head)) == (1, 0)
    school.hand_up(school.curator)
    assert school.waits_for(school.head) == 1


def test_the_quicker_of_two_curators_hands_it_up(school: School) -> None:
    second = actor_of(school.session, make_person(school.session, Role.CURATOR, school.organization))
    school.hand_up(school.curator)
    with pytest.raises(NoLongerCurrent):
        school.hand_up(second)
    school.approve(school.head)
    with pytest.raises(AlreadyDecided):
        school.approve(school.head)
    causes = school.session.scalars(select(Alert.status)).all()
    assert causes == [AlertStatus.RESOLVED, AlertStatus.RESOLVED]


def test_curators_of_other_schools_and_other_roles_decide_nothing(school: School) -> None:
    elsewhere = make_organization(school.session, name="Школа № 2")
    strangers = [
        make_person(school.session, Role.CURATOR, elsewhere),
        make_person(school.session, Role.HEAD, elsewhere),
        make_person(school.session, Role.PSYCHOLOGIST, school.organization),
        make_person(school.session, Role.MENTOR, school.organization),
    ]
    for stranger in strangers:
        actor = actor_of(school.session, stranger)
        for attempt in (school.approve, school.hand_up, school.give_back, school.powers):
            with pytest.raises(NotAllowed):
                attempt(actor)
        assert approvals.peek(school.session, actor, school.id) is None
        with pytest.raises(NotAllowed):
            approvals.latest(school.session, actor, school.vera.id)


def test_who_has_left_meanwhile_is_not_let_in(school: School) -> None:
    school.vera.status = MembershipStatus.LEFT
    for attempt in (school.approve, school.hand_up, school.give_back):
        with pytest.raises(NoLongerCurrent):
            attempt(school.head if attempt != school.hand_up else school.curator)
    assert school.vera.status == MembershipStatus.LEFT


# -- by time


def test_the_head_is_reminded_as_a_curator_would_be(school: School) -> None:
    school.hand_up(school.curator)
    before = len(school.told("alerts.raised"))
    assert approvals.tick_waiting(school.session, now=NOW + timedelta(days=1)) == 0
    assert approvals.tick_waiting(school.session, now=NOW + timedelta(days=2)) == 1
    assert approvals.tick_waiting(school.session, now=NOW + timedelta(days=3)) == 0
    assert school.told("alerts.raised")[before:] == [school.head.person_id]


def test_what_waits_for_a_head_who_has_gone_comes_back_to_the_curators(school: School) -> None:
    school.hand_up(school.curator)
    school.head_membership.status = MembershipStatus.LEFT
    school.session.flush()
    assert approvals.tick_waiting(school.session, now=NOW) == 1
    assert approvals.tick_waiting(school.session, now=NOW) == 0
    assert school.application.status == ApplicationStatus.SUBMITTED
    assert school.waits_for(school.curator) == 1
    school.approve(school.curator)
    assert school.session.get_one(Membership, school.vera.id).status == MembershipStatus.ACTIVE
    assert school.waits_for(school.curator) == 0


def test_the_curator_decides_about_the_head(session: Session) -> None:
    """The head may apply as a mentor, too; then nobody else is above the curator."""
    school = School(session)
    school.head_membership.person_id = school.vera.person_id
    session.flush()
    session.expire_all()
    assert school.powers(school.curator) == {Power.APPROVE, Power.RETURN}
    assert school.powers(school.head) == frozenset()
    school.approve(school.curator)
    assert school.vera.status == MembershipStatus.ACTIVE


def test_what_was_handed_up_to_the_applicant_comes_back_to_the_curators(session: Session) -> None:
    school = School(session)
    school.hand_up(school.curator)
    school.head_membership.person_id = school.vera.person_id
    session.flush()
    session.expire_all()
    approvals.tick_waiting(session, now=NOW)
    assert school.application.status == ApplicationStatus.SUBMITTED
    assert school.waits_for(school.curator) == 1


def test_what_is_not_handed_in_yet_is_nobodys_to_read(school: School) -> None:
    anna = make_person(school.session, Role.MENTEE, school.organization, status=MembershipStatus.INVITED)
    begun = applications.begin(school.session, anna, MENTEE, now=NOW)
    with pytest.raises(NoLongerCurrent):
        approvals.see_to_decide(school.session, school.curator, begun.id, TOTAL, now=NOW)
