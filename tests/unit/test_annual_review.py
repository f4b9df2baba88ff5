"""Once a year everybody in a pair's role confirms or renews their profile (N-3.4-2): who is asked, when, and
what the curator hears of.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.settings import ROOT
from models import (
    Alert,
    AlertKind,
    AlertStatus,
    Application,
    ApplicationStatus,
    Guardianship,
    Membership,
    MembershipStatus,
    Notification,
    Organization,
    Partition,
    Role,
)
from services import alerts, annual_review, applications, approvals, content
from services.access import Actor
from services.annual_review import ANSWER_TERM, BATCH
from services.errors import NoLongerCurrent, NotAllowed
from tests.support.factories import actor_of, make_organization, make_person

CONTENT = content.load(ROOT / "content")
MENTEE = CONTENT.questionnaire("mentee")
LONG_AGO = datetime(2026, 1, 12, 9, tzinfo=UTC)
ASKED = datetime(2026, 9, 1, 6, tzinfo=UTC)
"""Tuesday, the first of September, nine in Moscow."""
PROFILE = {
    "subject": "physics",
    "experience_years": 3,
    "category": "young",
    "difficulties": ["discipline"],
    "hopes": "",
    "more": "enough",
    "curators_note": "x",
}


class School:
    def __init__(self, session: Session) -> None:
        self.session = session
        self.organization: Organization = make_organization(session, created_at=LONG_AGO)
        self.curator_membership = make_person(session, Role.CURATOR, self.organization, last="Орлова")
        self.vera = self.member(last="Соколова", first="Вера", patronymic="Павловна")

    def member(self, role: Role = Role.MENTEE, **fields: Any) -> Membership:
        values: dict[str, Any] = {"created_at": LONG_AGO, "approved_at": LONG_AGO, "profile": dict(PROFILE)}
        return make_person(self.session, role, self.organization, **(values | fields))

    def offline(self, **fields: Any) -> Membership:
        membership = self.member(last="Бумажная", **fields)
        membership.person.chat_id = None
        self.session.flush()
        return membership

    def actor(self, membership: Membership) -> Actor:
        return actor_of(self.session, membership)

    @property
    def curator(self) -> Actor:
        return self.actor(self.curator_membership)

    def told(self) -> list[int | None]:
        asked = select(Notification.person_id).where(Notification.kind == "review.asked")
        return list(self.session.scalars(asked.order_by(Notification.id)))

    def confirms(self, membership: Membership, now: datetime = ASKED, by: Actor | None = None) -> None:
        actor = by or self.actor(membership)
        annual_review.confirm(self.session, actor, membership.id, CONTENT, now=now)

    def alerts(self) -> list[Alert]:
        query = select(Alert).where(Alert.kind == AlertKind.REVIEW_UNANSWERED).order_by(Alert.id)
        return list(self.session.scalars(query))


@pytest.fixture
def school(session: Session) -> School:
    return School(session)


# -- when


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        (2026, 9, date(2026, 9, 1)),
        (2024, 9, date(2024, 9, 2)),
        (2026, 1, date(2026, 1, 12)),
        (2026, 5, date(2026, 5, 4)),
    ],
)
def test_the_question_comes_on_the_first_working_day_of_the_month(year: int, month: int, day: date) -> None:
    assert annual_review.asking_day(year, month) == day


@pytest.mark.parametrize(
    ("now", "asks"),
    [
        (ASKED - timedelta(minutes=1), 0),
        (ASKED, 1),
        (ASKED + timedelta(days=20), 1),
        (datetime(2026, 10, 1, 9, tzinfo=UTC), 0),
        (datetime(2026, 8, 31, 22, tzinfo=UTC), 0),
    ],
)
def test_everybody_is_asked_in_that_month_and_in_no_other(school: School, now: datetime, asks: int) -> None:
    assert annual_review.tick(school.session, now=now) == asks


def test_the_month_is_the_schools_own_choice(school: School) -> None:
    school.organization.review_month = 10
    assert annual_review.tick(school.session, now=ASKED) == 0
    assert annual_review.tick(school.session, now=datetime(2026, 10, 1, 6, tzinfo=UTC)) == 1


def test_nine_in_the_morning_is_nine_where_the_school_stands(school: School) -> None:
    school.organization.timezone = "Asia/Kamchatka"
    assert annual_review.tick(school.session, now=datetime(2026, 8, 31, 20, 59, tzinfo=UTC)) == 0
    assert annual_review.tick(school.session, now=datetime(2026, 8, 31, 21, tzinfo=UTC)) == 1


# -- who


@pytest.mark.requirement("N-3.4-2")
def test_each_is_asked_once_a_year(school: School) -> None:
    mentor = school.member(Role.MENTOR)
    for _ in range(3):
        annual_review.tick(school.session, now=ASKED)
    assert school.told() == [school.vera.person_id, mentor.person_id]
    school.confirms(school.vera)
    annual_review.tick(school.session, now=ASKED + timedelta(days=3))
    assert len(school.told()) == 2
    annual_review.tick(school.session, now=datetime(2027, 9, 1, 6, tzinfo=UTC))
    assert len(school.told()) == 4, "the next year both are asked again, whether they answered or not"


@pytest.mark.parametrize(
    "fields",
    [
        {"approved_at": ASKED - timedelta(days=89)},
        {"refreshed_at": ASKED - timedelta(days=89)},
        {"created_at": ASKED - timedelta(days=5), "approved_at": None},
        {"status": MembershipStatus.PAUSED},
        {"status": MembershipStatus.LEFT},
        {"status": MembershipStatus.APPLIED},
        {"role": Role.PSYCHOLOGIST},
    ],
)
def test_who_is_fresh_or_does_not_take_part_is_not_asked(school: School, fields: dict[str, Any]) -> None:
    other = school.member(**fields)
    assert annual_review.tick(school.session, now=ASKED) == 1
    assert other.person_id not in school.told()


def test_who_was_fresh_on_the_day_is_not_asked_later_in_the_month(school: School) -> None:
    fresh = school.member(approved_at=ASKED - timedelta(days=80))
    annual_review.tick(school.session, now=ASKED + timedelta(days=25))
    assert fresh.person_id not in school.told()


def test_whoever_withdrew_the_consent_is_not_asked(school: School) -> None:
    school.vera.person.frozen_at = LONG_AGO
    assert annual_review.tick(school.session, now=ASKED) == 0


def test_a_large_school_is_asked_batch_by_batch(school: School) -> None:
    for _ in range(BATCH + 4):
        school.member()
    assert [annual_review.tick(school.session, now=ASKED) for _ in range(3)] == [BATCH, 5, 0]


# -- answering


def test_all_is_right_is_written_down_and_twice_is_once(school: School) -> None:
    annual_review.tick(school.session, now=ASKED)
    for minutes in (1, 2):
        school.confirms(school.vera, ASKED + timedelta(minutes=minutes))
    assert school.vera.refreshed_at == ASKED + timedelta(minutes=1)
    assert school.vera.review_asked_at is None


def test_what_nobody_asked_can_not_be_confirmed(school: School) -> None:
    with pytest.raises(NoLongerCurrent):
        school.confirms(school.vera)


def test_nobody_answers_for_others(school: School) -> None:
    annual_review.tick(school.session, now=ASKED)
    elsewhere = make_person(school.session, Role.CURATOR, make_organization(school.session, name="№ 2"))
    for stranger in (school.member(), elsewhere, school.curator_membership):
        actor = school.actor(stranger)
        for attempt in (annual_review.confirm, annual_review.renew, annual_review.open_one):
            with pytest.raises(NotAllowed):
                attempt(school.session, actor, school.vera.id, CONTENT, now=ASKED)
    assert school.vera.refreshed_at is None


def renewed(school: School, **answers: Any) -> Application:
    """Vera corrects her answers and hands them in."""
    actor = school.actor(school.vera)
    view = annual_review.renew(school.session, actor, school.vera.id, CONTENT, now=ASKED)
    application = school.session.get_one(Application, view.id)
    application.answers = application.answers | answers
    applications.hand_in(school.session, actor, view.id, CONTENT, now=ASKED)
    return application


@pytest.mark.requirement("N-3.4-2")
def test_a_renewal_opens_on_the_summary_with_the_profile(school: School) -> None:
    annual_review.tick(school.session, now=ASKED)
    view = annual_review.renew(school.session, school.actor(school.vera), school.vera.id, CONTENT, now=ASKED)
    assert (view.is_summary, view.is_review, view.answers["subject"]) == (True, True, "physics")
    assert view.answers["name"] == "Соколова Вера Павловна"
    again = annual_review.renew(school.session, school.actor(school.vera), school.vera.id, CONTENT, now=ASKED)
    assert again.id == view.id


def test_approved_it_renews_the_profile_and_nothing_else(school: School) -> None:
    school.vera.unpaired_since = None
    annual_review.tick(school.session, now=ASKED)
    application = renewed(school, experience_years=4, name="Белова Вера Павловна")
    assert (school.vera.status, school.vera.person.last_name) == (MembershipStatus.ACTIVE, "Соколова")
    with pytest.raises(NoLongerCurrent):
        school.confirms(school.vera)
    approvals.approve(school.session, school.curator, application.id, len(MENTEE), now=ASKED)
    assert school.vera.profile == PROFILE | {"experience_years": 4}
    assert school.vera.person.last_name == "Белова"
    assert (school.vera.status, school.vera.unpaired_since) == (MembershipStatus.ACTIVE, None)
    assert (school.vera.refreshed_at, school.vera.review_asked_at) == (ASKED, None)
    assert school.vera.approved_at == LONG_AGO


def test_returned_or_taken_back_the_membership_goes_on_as_it_was(school: School) -> None:
    annual_review.tick(school.session, now=ASKED)
    application = renewed(school, experience_years=4)
    approvals.return_with_reason(
        school.session, school.curator, application.id, "Уточните", len(MENTEE), now=ASKED
    )
    assert (school.vera.status, school.vera.profile) == (MembershipStatus.ACTIVE, PROFILE)
    applications.withdraw(school.session, school.actor(school.vera), application.id, now=ASKED)
    assert (school.vera.status, school.vera.left_at) == (MembershipStatus.ACTIVE, None)
    assert school.vera.review_asked_at == ASKED
    school.confirms(school.vera)
    assert school.vera.profile == PROFILE


def test_a_profile_of_an_earlier_version_opens_in_the_newest(school: School) -> None:
    """Its answers are kept; what the newest asks beyond them must be answered first."""
    school.vera.profile = {
        key: PROFILE[key] for key in ("subject", "experience_years", "difficulties", "hopes")
    }
    annual_review.tick(school.session, now=ASKED)
    view = annual_review.renew(school.session, school.actor(school.vera), school.vera.id, CONTENT, now=ASKED)
    assert [one.key for one in applications.missing(MENTEE, view.answers)] == ["category", "more"]


# -- who does not answer


def test_after_two_weeks_the_curators_hear_once_of_all_who_keep_silent(school: School) -> None:
    school.member(last="Тихая")
    annual_review.tick(school.session, now=ASKED)
    before = ASKED + ANSWER_TERM - timedelta(minutes=1)
    assert annual_review.tick_unanswered(school.session, now=before) == 0
    later = ASKED + ANSWER_TERM
    assert annual_review.tick_unanswered(school.session, now=later) == 1
    assert annual_review.tick_unanswered(school.session, now=later + timedelta(days=1)) == 0
    (alert,) = school.alerts()
    view = alerts.see(school.session, school.curator, alert.id)
    named = annual_review.unanswered(school.session, school.curator, view)
    assert [one.last for one in named] == ["Соколова", "Тихая"]


def test_when_all_have_answered_the_alert_settles_by_itself(school: School) -> None:
    annual_review.tick(school.session, now=ASKED)
    later = ASKED + ANSWER_TERM
    annual_review.tick_unanswered(school.session, now=later)
    renewed(school, experience_years=5)
    assert annual_review.tick_unanswered(school.session, now=later) == 1
    assert [alert.status for alert in school.alerts()] == [AlertStatus.RESOLVED]


def test_of_those_without_telegram_the_curator_hears_at_once_and_answers_for_them(school: School) -> None:
    offline = school.offline()
    annual_review.tick(school.session, now=ASKED)
    (alert,) = school.alerts()
    view = alerts.see(school.session, school.curator, alert.id)
    assert [one.last for one in annual_review.unanswered(school.session, school.curator, view)] == [
        "Бумажная"
    ]
    shown = annual_review.open_one(school.session, school.curator, offline.id, CONTENT, now=ASKED)
    assert not shown.is_own
    school.confirms(offline, by=school.curator)
    assert offline.refreshed_at == ASKED
    assert annual_review.tick_unanswered(school.session, now=ASKED) == 1


def test_the_curator_renews_for_a_colleague_without_telegram(school: School) -> None:
    offline = school.offline()
    annual_review.tick(school.session, now=ASKED)
    view = annual_review.renew(school.session, school.curator, offline.id, CONTENT, now=ASKED)
    applications.correct(school.session, school.curator, view.id, "experience_years", MENTEE)
    applications.answer_typed(school.session, school.curator, view.id, "7", MENTEE)
    applications.hand_in(school.session, school.curator, view.id, CONTENT, now=ASKED)
    approvals.approve(school.session, school.curator, view.id, len(MENTEE), now=ASKED)
    assert (offline.profile["experience_years"], offline.refreshed_at) == (7, ASKED)


def test_for_a_pupil_without_telegram_the_parent_is_asked(school: School) -> None:
    pupil = school.offline(partition=Partition.PUPIL)
    parent = make_person(school.session, Role.PARENT, school.organization)
    school.session.add(
        Guardianship(
            parent_id=parent.person_id,
            child_id=pupil.person_id,
            organization_id=school.organization.id,
            since=LONG_AGO,
        )
    )
    school.session.flush()
    annual_review.tick(school.session, now=ASKED)
    assert parent.person_id in school.told()
    assert school.alerts() == []
    shown = annual_review.see(school.session, pupil.id, parent.person_id, CONTENT)
    assert shown is not None
    assert not shown.is_own
    school.confirms(pupil, by=school.actor(parent))
    assert pupil.refreshed_at == ASKED


def test_the_overview_counts_and_a_reminder_goes_once_a_day(school: School) -> None:
    silent, offline, done = school.member(last="Тихая"), school.offline(), school.member(last="Быстрая")
    annual_review.tick(school.session, now=ASKED)
    school.confirms(done)
    renewed(school, experience_years=4)
    tomorrow = ASKED + timedelta(days=1)
    here = school.organization.id
    view = annual_review.overview(school.session, school.curator, here, now=tomorrow)
    assert (view.confirmed, view.total) == (1, 4)
    found = {one.membership_id: (one.is_reachable, one.is_at_curator) for one in view.waiting}
    assert found == {
        silent.id: (True, False),
        offline.id: (False, False),
        school.vera.id: (True, True),
    }
    assert annual_review.remind(school.session, school.curator, here, now=tomorrow)[0] == 1
    assert annual_review.remind(school.session, school.curator, here, now=tomorrow)[0] == 0
    assert school.told()[-1] == silent.person_id


def test_the_overview_and_the_reminder_are_for_those_who_decide_there(school: School) -> None:
    elsewhere = make_person(school.session, Role.HEAD, make_organization(school.session, name="№ 2"))
    for stranger in (school.vera, elsewhere):
        actor = school.actor(stranger)
        with pytest.raises(NotAllowed):
            annual_review.overview(school.session, actor, school.organization.id, now=ASKED)
        with pytest.raises(NotAllowed):
            annual_review.remind(school.session, actor, school.organization.id, now=ASKED)


def test_the_notice_is_not_sent_when_it_was_answered_or_is_read_by_somebody_else(school: School) -> None:
    annual_review.tick(school.session, now=ASKED)
    vera, other = school.vera, school.member()
    assert annual_review.see(school.session, vera.id, vera.person_id, CONTENT) is not None
    assert annual_review.see(school.session, vera.id, other.person_id, CONTENT) is None
    application = renewed(school)
    assert application.status == ApplicationStatus.SUBMITTED
    assert annual_review.see(school.session, vera.id, vera.person_id, CONTENT) is None


def test_what_was_begun_is_dropped_when_all_is_right_after_all(school: School) -> None:
    annual_review.tick(school.session, now=ASKED)
    actor = school.actor(school.vera)
    begun = annual_review.renew(school.session, actor, school.vera.id, CONTENT, now=ASKED)
    assert applications.unfinished(school.session, actor) == begun.id
    school.confirms(school.vera)
    assert applications.unfinished(school.session, actor) is None
    school.vera.profile = school.vera.profile | {"experience_years": 9}
    later = annual_review.renew(school.session, actor, school.vera.id, CONTENT, now=ASKED + timedelta(days=9))
    assert later.answers["experience_years"] == 9
