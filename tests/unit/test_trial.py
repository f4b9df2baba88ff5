"""After the trial meeting: who says what in confidence, who hears of it, and what the curator does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    Alert,
    AlertKind,
    AlertStatus,
    Meeting,
    MeetingKind,
    Membership,
    Mentorship,
    MentorshipStatus,
    Notification,
    NotificationStatus,
    Role,
    TrialWord,
)
from services import alerts, attendance, trial
from services.access import Actor
from services.errors import NoLongerCurrent, NotAllowed
from services.trial import TrialDecided
from tests.support.factories import (
    actor_of,
    make_confirmed_meeting,
    make_organization,
    make_pair,
    make_person,
)

AFTERNOON = datetime(2026, 9, 9, 12, 30, tzinfo=UTC)
LATER = AFTERNOON + timedelta(hours=2)
CONTINUE, NOT_SURE, CHANGE = TrialWord.CONTINUE, TrialWord.NOT_SURE, TrialWord.CHANGE


@dataclass
class Trial:
    """A pair whose trial meeting took place, and its curator."""

    session: Session
    pair: Mentorship
    meeting: Meeting
    memberships: dict[str, Membership]

    def who(self, key: str) -> Actor:
        return actor_of(self.session, self.memberships[key])

    def say(self, key: str, word: TrialWord, now: datetime = LATER) -> None:
        trial.say(self.session, self.who(key), self.meeting.id, word, now=now)

    def alerts(self) -> list[Alert]:
        query = select(Alert).where(Alert.kind == AlertKind.TRIAL_DOUBT).order_by(Alert.id)
        return list(self.session.scalars(query))

    def owed_to(self, key: str) -> list[str]:
        query = select(Notification.kind).where(
            Notification.person_id == self.memberships[key].person_id,
            Notification.status == NotificationStatus.PENDING,
        )
        return list(self.session.scalars(query.order_by(Notification.id)))


@pytest.fixture
def held(session: Session) -> Trial:
    school = make_organization(session)
    people = {
        "mentor": make_person(session, Role.MENTOR, school, last="Орлова", first="Вера"),
        "mentee": make_person(session, Role.MENTEE, school),
        "curator": make_person(session, Role.CURATOR, school, last="Юсупова"),
        "stranger": make_person(session, Role.MENTEE, school, last="Ким"),
    }
    pair = make_pair(session, people["mentor"], people["mentee"])
    made = Trial(session, pair, make_confirmed_meeting(session, pair, AFTERNOON, MeetingKind.TRIAL), people)
    for key in ("mentor", "mentee"):
        attendance.report(session, made.who(key), made.meeting.id, True, now=LATER)
    return made


def test_both_are_asked_and_only_after_a_trial_meeting(held: Trial) -> None:
    for key in ("mentor", "mentee"):
        assert held.owed_to(key).count("journal.trial") == 1
    other = make_confirmed_meeting(held.session, held.pair, AFTERNOON + timedelta(days=7))
    for key in ("mentor", "mentee"):
        attendance.report(held.session, held.who(key), other.id, True, now=LATER + timedelta(days=7))
        assert held.owed_to(key).count("journal.trial") == 1
    with pytest.raises(NoLongerCurrent):
        trial.see(held.session, held.who("mentor"), other.id, now=LATER + timedelta(days=7))


@pytest.mark.requirement("L-5-2")
def test_two_who_want_to_go_on_raise_nothing(held: Trial) -> None:
    held.say("mentor", CONTINUE)
    held.say("mentee", CONTINUE)
    assert held.alerts() == []
    for key in ("mentor", "mentee"):
        assert "journal.trial" not in held.owed_to(key)


@pytest.mark.requirement("L-5-2")
@pytest.mark.parametrize("word", [NOT_SURE, CHANGE])
@pytest.mark.parametrize("who", ["mentor", "mentee"])
def test_a_doubt_of_either_side_is_for_the_curator_alone(held: Trial, who: str, word: TrialWord) -> None:
    other = "mentee" if who == "mentor" else "mentor"
    before = held.owed_to(other)
    held.say(who, word)
    (alert,) = held.alerts()
    assert alert.subject[alerts.HIDDEN_FROM] == held.memberships["mentor"].person_id
    assert held.owed_to("curator") == ["alerts.raised"]
    assert held.owed_to(other) == before
    seen = trial.words(held.session, held.who("curator"), held.meeting.id)
    assert {name.role.value: said for name, said in seen.words} == {who: word, other: None}
    for person in (who, other, "stranger"):
        with pytest.raises(NotAllowed):
            trial.words(held.session, held.who(person), held.meeting.id)


def test_the_other_side_sees_only_its_own_word(held: Trial) -> None:
    held.say("mentee", CHANGE)
    assert trial.see(held.session, held.who("mentor"), held.meeting.id, now=LATER).word is None


def test_a_curator_who_is_the_mentor_of_the_pair_sees_nothing(held: Trial) -> None:
    mentor = held.memberships["mentor"]
    make_membership = Membership(
        person_id=mentor.person_id,
        organization_id=mentor.organization_id,
        role=Role.CURATOR,
        status=mentor.status,
        created_at=LATER,
        profile={},
        capacity=0,
    )
    held.session.add(make_membership)
    held.session.flush()
    held.say("mentee", CHANGE)
    (alert,) = held.alerts()
    actor = held.who("mentor")
    assert "alerts.raised" not in held.owed_to("mentor")
    assert alerts.open_alerts(held.session, actor)[0] == []
    for look in (
        lambda: trial.words(held.session, actor, held.meeting.id),
        lambda: trial.settle(held.session, actor, held.meeting.id, now=LATER),
        lambda: alerts.see(held.session, actor, alert.id),
    ):
        with pytest.raises(NotAllowed):
            look()


def test_a_word_may_be_changed_until_the_curator_acted(held: Trial) -> None:
    held.say("mentee", NOT_SURE)
    held.say("mentee", NOT_SURE)
    held.say("mentor", CHANGE)
    assert len(held.alerts()) == 1
    held.say("mentee", CONTINUE)
    assert held.alerts()[0].status == AlertStatus.OPEN
    held.say("mentor", CONTINUE)
    assert [(one.status, one.resolution) for one in held.alerts()] == [(AlertStatus.RESOLVED, "continue")]
    held.say("mentee", CHANGE)
    assert [one.status for one in held.alerts()] == [AlertStatus.RESOLVED, AlertStatus.OPEN]
    for _ in range(1):
        trial.settle(held.session, held.who("curator"), held.meeting.id, now=LATER)
    assert [one.status for one in held.alerts()] == [AlertStatus.RESOLVED, AlertStatus.RESOLVED]
    with pytest.raises(TrialDecided):
        held.say("mentee", CONTINUE)
    with pytest.raises(NoLongerCurrent):
        trial.settle(held.session, held.who("curator"), held.meeting.id, now=LATER)


def test_words_are_taken_for_two_weeks(held: Trial) -> None:
    with pytest.raises(TrialDecided):
        held.say("mentee", CHANGE, LATER + timedelta(days=15))


def test_strangers_are_not_asked(held: Trial) -> None:
    for key in ("stranger", "curator"):
        with pytest.raises(NotAllowed):
            held.say(key, CONTINUE)


@pytest.mark.requirement("L-5-2")
def test_the_curator_ends_the_pair_and_nobody_is_told_why(held: Trial) -> None:
    held.say("mentee", CHANGE)
    mentee = held.memberships["mentee"]
    with pytest.raises(NoLongerCurrent):
        trial.release(
            held.session, held.who("curator"), held.meeting.id, held.memberships["stranger"].id, now=LATER
        )
    trial.release(held.session, held.who("curator"), held.meeting.id, mentee.id, now=LATER)
    assert held.pair.status == MentorshipStatus.CLOSED and mentee.unpaired_since == LATER
    assert [one.resolution for one in held.alerts()] == ["another_mentor"]
    assert "pairing.ended" in held.owed_to("mentor")
    with pytest.raises(NoLongerCurrent):
        trial.release(held.session, held.who("curator"), held.meeting.id, mentee.id, now=LATER)


def test_a_doubt_is_settled_by_the_end_of_the_pair(held: Trial) -> None:
    held.say("mentor", NOT_SURE)
    held.pair.close(LATER)
    held.session.flush()
    assert trial.tick_ended(held.session, now=LATER) == 1
    assert held.alerts()[0].resolution == "pair_ended"
