"""Pairing: who fits and why, whose yes counts, what a no does, and what happens when several act at once."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    Alert,
    AlertKind,
    AlertStatus,
    AuditRecord,
    Base,
    Membership,
    MembershipStatus,
    Mentorship,
    MentorshipStatus,
    Notification,
    NotificationStatus,
    Role,
)
from services import matching, mentorships
from services.access import Actor
from services.db import database
from services.errors import NoLongerCurrent, NotAllowed, ServiceError
from services.matching import MenteeNotWaiting, NoFreePlace, NotACandidate
from services.mentorships import AlreadyProposed, PairAlreadyActive, ProposalEnded
from tests.support.factories import NOW, actor_of, make_organization, make_pair, make_person

LATER = NOW + timedelta(hours=1)


@dataclass
class School:
    """A curator, a mentee who waits, and a mentor who fits."""

    session: Session
    curator: Membership
    mentee: Membership
    mentor: Membership

    @property
    def actor(self) -> Actor:
        return actor_of(self.session, self.curator)

    def person(self, role: Role, **fields: Any) -> Membership:
        return make_person(self.session, role, self.curator.organization, **fields)

    def mentee_who_waits(self, **fields: Any) -> Membership:
        return self.person(Role.MENTEE, **{"unpaired_since": NOW} | fields)

    def propose(self, mentor: Membership | None = None) -> int:
        mentor = mentor or self.mentor
        return mentorships.propose(self.session, self.actor, self.mentee.id, mentor.id, now=NOW).id

    def found(self) -> list[int]:
        found = matching.candidates(self.session, self.actor, self.mentee.id, now=NOW).found
        return [candidate.mentor.membership_id for candidate in found.items]

    def notices(self, kind: str) -> list[Notification]:
        query = select(Notification).where(Notification.kind == kind).order_by(Notification.id)
        return list(self.session.scalars(query))

    def told(self, kind: str) -> set[int | None]:
        return {notice.person_id for notice in self.notices(kind)}

    def alerts(self, kind: AlertKind) -> list[Alert]:
        return list(self.session.scalars(select(Alert).where(Alert.kind == kind)))

    def deliver(self) -> None:
        """As if the outbox had sent everything that waits."""
        for notice in self.session.scalars(select(Notification)):
            notice.status = NotificationStatus.SENT
        self.session.flush()


def make_school(session: Session) -> School:
    organization = make_organization(session)
    curator = make_person(session, Role.CURATOR, organization, last="Иванова")
    mentee = make_person(
        session,
        Role.MENTEE,
        organization,
        unpaired_since=NOW,
        profile={"subject": "physics", "experience_years": 1, "difficulties": ["discipline", "parents"]},
    )
    mentor = make_person(
        session,
        Role.MENTOR,
        organization,
        profile={"subject": "physics", "strengths": ["discipline", "digital"], "times": ["saturday"]},
    )
    return School(session, curator, mentee, mentor)


@pytest.fixture
def school(session: Session) -> School:
    return make_school(session)


# --- who waits ---


def test_the_queue_shows_who_has_waited_longest_first(school: School) -> None:
    longest = school.mentee_who_waits(unpaired_since=NOW - timedelta(days=5))
    middle = school.mentee_who_waits(unpaired_since=NOW - timedelta(days=2))
    queue = matching.waiting_for_mentor(school.session, school.actor, now=NOW)
    assert [one.mentee.membership_id for one in queue.items] == [longest.id, middle.id, school.mentee.id]
    assert (queue.total, queue.pages) == (3, 1)


def test_the_queue_holds_only_active_unpaired_mentees_of_the_own_organisation(school: School) -> None:
    school.mentee_who_waits(status=MembershipStatus.PAUSED)
    school.person(Role.MENTEE)
    frozen = school.mentee_who_waits()
    frozen.person.frozen_at = NOW
    make_person(school.session, Role.MENTEE, make_organization(school.session), unpaired_since=NOW)
    assert matching.count_waiting(school.session, school.actor) == 1


def test_the_queue_is_empty_for_those_who_decide_nothing(school: School) -> None:
    assert (
        matching.waiting_for_mentor(school.session, actor_of(school.session, school.mentor), now=NOW).items
        == ()
    )


def test_a_page_that_no_longer_exists_becomes_the_last_one(school: School) -> None:
    for _ in range(7):
        school.mentee_who_waits()
    queue = matching.waiting_for_mentor(school.session, school.actor, page=9, now=NOW)
    assert (queue.page, queue.pages, len(queue.items)) == (1, 2, 2)


def test_looking_at_a_mentee_leaves_a_trace(school: School) -> None:
    matching.open_waiting(school.session, school.actor, school.mentee.id, now=NOW)
    trace = school.session.scalars(select(AuditRecord)).one()
    assert (trace.act, trace.actor_id, trace.subject_id) == (
        "mentee.seen",
        school.curator.person_id,
        school.mentee.id,
    )


def test_a_curator_of_another_school_may_not_look(school: School) -> None:
    stranger = make_person(school.session, Role.CURATOR, make_organization(school.session))
    with pytest.raises(NotAllowed):
        matching.open_waiting(school.session, actor_of(school.session, stranger), school.mentee.id, now=NOW)


# --- who fits ---


@pytest.mark.requirement("N-6.1-1", "L-4-1")
def test_the_reasons_of_a_match_are_named(school: School) -> None:
    (candidate,) = matching.candidates(school.session, school.actor, school.mentee.id, now=NOW).found.items
    assert candidate.match.same_subject
    assert candidate.match.helps_with == ("discipline",)
    assert candidate.match.free_places == 2
    assert candidate.match.score == 3 + 2 + 2


@pytest.mark.requirement("N-6.1-1")
def test_the_better_match_comes_first(school: School) -> None:
    neither = school.person(Role.MENTOR, profile={"subject": "sport", "strengths": []}, capacity=9)
    both = school.person(
        Role.MENTOR, profile={"subject": " Physics ", "strengths": ["discipline", "parents"]}, capacity=1
    )
    strengths = school.person(
        Role.MENTOR, profile={"subject": "sport", "strengths": ["discipline"]}, capacity=1
    )
    assert school.found() == [both.id, school.mentor.id, strengths.id, neither.id]


def test_a_mentor_with_several_subjects_matches_by_any_of_them(school: School) -> None:
    several = school.person(Role.MENTOR, profile={"subject": ["chemistry", "physics"], "strengths": []})
    found = matching.open_candidate(school.session, school.actor, school.mentee.id, several.id, now=NOW)
    assert found.match.same_subject


def test_places_taken_and_places_promised_are_not_free(school: School) -> None:
    make_pair(school.session, school.mentor, school.person(Role.MENTEE))
    assert school.found() == [school.mentor.id]
    make_pair(school.session, school.mentor, school.mentee_who_waits(), MentorshipStatus.PROPOSED)
    assert school.found() == []


def test_ended_pairs_give_their_places_back(school: School) -> None:
    for status in (MentorshipStatus.CLOSED, MentorshipStatus.DECLINED):
        make_pair(school.session, school.mentor, school.person(Role.MENTEE), status)
    (candidate,) = matching.candidates(school.session, school.actor, school.mentee.id, now=NOW).found.items
    assert candidate.mentor.free_places == 2


def test_nobody_is_a_candidate_for_themselves(school: School) -> None:
    second_self = Membership(
        person=school.mentee.person,
        organization=school.mentee.organization,
        role=Role.MENTOR,
        status=MembershipStatus.ACTIVE,
        capacity=3,
        profile={},
        created_at=NOW,
    )
    school.session.add(second_self)
    school.session.flush()
    assert school.found() == [school.mentor.id]
    with pytest.raises(NotACandidate):
        school.propose(second_self)


@pytest.mark.parametrize("status", [MembershipStatus.PAUSED, MembershipStatus.APPLIED, MembershipStatus.LEFT])
def test_only_active_mentors_are_candidates(school: School, status: MembershipStatus) -> None:
    school.mentor.status = status
    assert school.found() == []
    with pytest.raises(NotACandidate):
        school.propose()


def test_mentors_of_another_organisation_are_no_candidates(school: School) -> None:
    other = make_person(school.session, Role.MENTOR, make_organization(school.session))
    assert school.found() == [school.mentor.id]
    with pytest.raises(NotACandidate):
        school.propose(other)


def test_a_mentor_who_blocked_the_bot_comes_last(school: School) -> None:
    weaker = school.person(Role.MENTOR, profile={"subject": "sport", "strengths": []})
    school.mentor.person.blocked_at = NOW
    assert school.found() == [weaker.id, school.mentor.id]


# --- the proposal ---


@pytest.mark.requirement("N-6.2", "L-4-4")
def test_a_proposal_asks_both_and_starts_nothing_yet(school: School) -> None:
    pair_id = school.propose()
    assert school.told("pairing.proposed") == {school.mentor.person_id, school.mentee.person_id}
    assert school.session.get_one(Mentorship, pair_id).status == MentorshipStatus.PROPOSED
    assert school.mentee.unpaired_since is not None


def test_only_those_who_decide_there_may_propose(school: School) -> None:
    outsiders = [
        school.mentee,
        school.mentor,
        make_person(school.session, Role.CURATOR, make_organization(school.session)),
        school.person(Role.CURATOR, status=MembershipStatus.LEFT),
    ]
    for outsider in outsiders:
        with pytest.raises(NotAllowed):
            mentorships.propose(
                school.session,
                actor_of(school.session, outsider),
                school.mentee.id,
                school.mentor.id,
                now=NOW,
            )
    assert school.notices("pairing.proposed") == []


def test_the_mentor_is_told_a_subject_and_difficulties_and_no_name(school: School) -> None:
    pair_id = school.propose()
    seen = mentorships.see_proposal(school.session, actor_of(school.session, school.mentor), pair_id).other
    assert seen.name is None
    assert seen.subjects == ("physics",)
    assert seen.difficulties == ("discipline", "parents")


def test_the_mentee_is_told_the_mentors_name_subject_and_strengths(school: School) -> None:
    pair_id = school.propose()
    seen = mentorships.see_proposal(school.session, actor_of(school.session, school.mentee), pair_id).other
    assert seen.name is not None
    assert seen.name.last == "Петрова"
    assert seen.subjects == ("physics",)
    assert seen.strengths == ("discipline", "digital")
    assert seen.difficulties == ()


@pytest.mark.requirement("N-6.2")
def test_a_pair_begins_when_both_have_accepted(school: School) -> None:
    pair_id = school.propose()
    mentor, mentee = (actor_of(school.session, one) for one in (school.mentor, school.mentee))
    first = mentorships.accept(school.session, mentor, pair_id, now=NOW)
    assert first.status == MentorshipStatus.PROPOSED
    assert school.notices("pairing.active") == []
    second = mentorships.accept(school.session, mentee, pair_id, now=LATER)
    assert second.status == MentorshipStatus.ACTIVE
    assert school.mentee.unpaired_since is None
    assert school.told("pairing.active") == {school.mentor.person_id, school.mentee.person_id}
    assert school.told("pairing.formed") == {school.curator.person_id}
    assert matching.count_waiting(school.session, school.actor) == 0


def test_once_the_pair_is_active_the_mentor_sees_the_name(school: School) -> None:
    pair = make_pair(school.session, school.mentor, school.mentee)
    seen = mentorships.see_proposal(school.session, actor_of(school.session, school.mentor), pair.id)
    assert seen.other.name is not None


def test_accepting_twice_has_one_effect(school: School) -> None:
    pair_id = school.propose()
    mentor = actor_of(school.session, school.mentor)
    mentorships.accept(school.session, mentor, pair_id, now=NOW)
    mentorships.accept(school.session, mentor, pair_id, now=LATER)
    pair = school.session.get_one(Mentorship, pair_id)
    assert pair.status == MentorshipStatus.PROPOSED
    assert pair.mentor.accepted_at == NOW
    mentorships.accept(school.session, actor_of(school.session, school.mentee), pair_id, now=LATER)
    mentorships.accept(school.session, actor_of(school.session, school.mentee), pair_id, now=LATER)
    assert len(school.notices("pairing.active")) == 2
    assert pair.activated_at == LATER


def test_somebody_elses_answer_is_refused(school: School) -> None:
    pair_id = school.propose()
    for stranger in (school.curator, school.person(Role.MENTEE), school.person(Role.MENTOR)):
        for answer in (mentorships.accept, mentorships.decline):
            with pytest.raises(NotAllowed):
                answer(school.session, actor_of(school.session, stranger), pair_id, now=NOW)
    assert school.session.get_one(Mentorship, pair_id).status == MentorshipStatus.PROPOSED


def test_a_button_of_a_pair_that_never_was_is_not_current(school: School) -> None:
    with pytest.raises(NoLongerCurrent):
        mentorships.accept(school.session, actor_of(school.session, school.mentor), 9_999, now=NOW)


def test_nobody_can_accept_when_the_other_no_longer_takes_part(school: School) -> None:
    pair_id = school.propose()
    school.mentee.status = MembershipStatus.LEFT
    with pytest.raises(ProposalEnded):
        mentorships.accept(school.session, actor_of(school.session, school.mentor), pair_id, now=NOW)


# --- the no ---


@pytest.mark.requirement("N-1.3-5")
def test_a_decline_needs_no_reason_and_comes_back_to_the_curator(school: School) -> None:
    pair_id = school.propose()
    mentorships.decline(school.session, actor_of(school.session, school.mentor), pair_id, now=NOW)
    (alert,) = school.alerts(AlertKind.PAIR_DECLINED)
    assert alert.subject == {"mentorship_id": pair_id, "membership_id": school.mentee.id}
    assert school.told("alerts.raised") == {school.curator.person_id}
    assert mentorships.see_pair(school.session, school.actor, pair_id).declined_by == Role.MENTOR


def test_after_a_decline_the_mentee_waits_on_with_the_time_already_waited(school: School) -> None:
    pair_id = school.propose()
    mentorships.decline(school.session, actor_of(school.session, school.mentee), pair_id, now=LATER)
    assert school.mentee.unpaired_since == NOW
    assert matching.count_waiting(school.session, school.actor) == 1


def test_two_who_declined_each_other_are_not_brought_together_again(school: School) -> None:
    another = school.person(Role.MENTOR)
    pair_id = school.propose()
    mentorships.decline(school.session, actor_of(school.session, school.mentee), pair_id, now=NOW)
    assert school.found() == [another.id]
    with pytest.raises(NotACandidate):
        school.propose()


def test_a_mentor_declined_by_one_mentee_may_fit_another(school: School) -> None:
    pair_id = school.propose()
    mentorships.decline(school.session, actor_of(school.session, school.mentee), pair_id, now=NOW)
    other = school.mentee_who_waits()
    found = matching.candidates(school.session, school.actor, other.id, now=NOW).found.items
    assert [one.mentor.membership_id for one in found] == [school.mentor.id]


def test_the_other_side_hears_that_it_ended_when_they_had_been_asked(school: School) -> None:
    pair_id = school.propose()
    school.deliver()
    mentorships.decline(school.session, actor_of(school.session, school.mentor), pair_id, now=NOW)
    assert school.told("pairing.ended") == {school.mentee.person_id}


def test_a_question_that_was_not_yet_sent_is_taken_back_silently(school: School) -> None:
    pair_id = school.propose()
    mentorships.decline(school.session, actor_of(school.session, school.mentor), pair_id, now=NOW)
    assert school.notices("pairing.ended") == []
    statuses = {notice.status for notice in school.notices("pairing.proposed")}
    assert statuses == {NotificationStatus.CANCELLED}


def test_one_who_accepted_before_the_question_arrived_hears_of_the_end(school: School) -> None:
    pair_id = school.propose()
    mentorships.accept(school.session, actor_of(school.session, school.mentee), pair_id, now=NOW)
    mentorships.decline(school.session, actor_of(school.session, school.mentor), pair_id, now=NOW)
    assert school.told("pairing.ended") == {school.mentee.person_id}


def test_declining_twice_raises_one_alert(school: School) -> None:
    pair_id = school.propose()
    for _ in range(2):
        mentorships.decline(school.session, actor_of(school.session, school.mentor), pair_id, now=NOW)
    assert len(school.alerts(AlertKind.PAIR_DECLINED)) == 1


def test_a_yes_may_become_a_no_until_the_pair_begins(school: School) -> None:
    pair_id = school.propose()
    mentor = actor_of(school.session, school.mentor)
    mentorships.accept(school.session, mentor, pair_id, now=NOW)
    mentorships.decline(school.session, mentor, pair_id, now=NOW)
    assert school.session.get_one(Mentorship, pair_id).status == MentorshipStatus.DECLINED


def test_an_active_pair_cannot_be_declined_by_an_old_button(school: School) -> None:
    pair = make_pair(school.session, school.mentor, school.mentee)
    with pytest.raises(PairAlreadyActive):
        mentorships.decline(school.session, actor_of(school.session, school.mentee), pair.id, now=NOW)


def test_a_declined_proposal_cannot_be_accepted(school: School) -> None:
    pair_id = school.propose()
    mentorships.decline(school.session, actor_of(school.session, school.mentee), pair_id, now=NOW)
    with pytest.raises(ProposalEnded):
        mentorships.accept(school.session, actor_of(school.session, school.mentor), pair_id, now=NOW)


def test_proposing_another_mentor_settles_the_alert_about_the_refusal(school: School) -> None:
    pair_id = school.propose()
    mentorships.decline(school.session, actor_of(school.session, school.mentor), pair_id, now=NOW)
    school.propose(school.person(Role.MENTOR))
    (alert,) = school.alerts(AlertKind.PAIR_DECLINED)
    assert (alert.status, alert.resolution, alert.resolved_by_id) == (
        AlertStatus.RESOLVED,
        "proposed_another",
        school.curator.person_id,
    )


# --- taking back ---


def test_a_proposal_taken_back_can_no_longer_be_answered_and_frees_the_place(school: School) -> None:
    pair_id = school.propose()
    school.deliver()
    mentorships.take_back(school.session, school.actor, pair_id, now=NOW)
    for one in (school.mentor, school.mentee):
        with pytest.raises(ProposalEnded):
            mentorships.accept(school.session, actor_of(school.session, one), pair_id, now=NOW)
    assert school.found() == [school.mentor.id]
    assert school.told("pairing.ended") == {school.mentor.person_id, school.mentee.person_id}


def test_whoever_was_the_mentor_of_a_pair_that_ended_is_not_proposed_again(school: School) -> None:
    pair = make_pair(school.session, school.mentor, school.mentee)
    pair.close(NOW)
    school.session.flush()
    assert school.found() == []


def test_taking_back_twice_tells_nobody_twice(school: School) -> None:
    pair_id = school.propose()
    school.deliver()
    for _ in range(2):
        mentorships.take_back(school.session, school.actor, pair_id, now=NOW)
    assert len(school.notices("pairing.ended")) == 2


def test_an_active_pair_cannot_be_taken_back(school: School) -> None:
    pair = make_pair(school.session, school.mentor, school.mentee)
    with pytest.raises(PairAlreadyActive):
        mentorships.take_back(school.session, school.actor, pair.id, now=NOW)


def test_members_cannot_take_a_proposal_back(school: School) -> None:
    pair_id = school.propose()
    with pytest.raises(NotAllowed):
        mentorships.take_back(school.session, actor_of(school.session, school.mentor), pair_id, now=NOW)


# --- several at once ---


def test_a_second_proposal_for_the_same_mentee_is_refused(school: School) -> None:
    school.propose()
    with pytest.raises(AlreadyProposed):
        school.propose(school.person(Role.MENTOR))
    assert len(school.session.scalars(select(Mentorship)).all()) == 1


def test_a_mentor_who_became_full_meanwhile_is_refused(school: School) -> None:
    for _ in range(2):
        make_pair(school.session, school.mentor, school.mentee_who_waits(), MentorshipStatus.PROPOSED)
    with pytest.raises(NoFreePlace):
        school.propose()


def test_a_mentee_who_was_paired_meanwhile_is_refused(school: School) -> None:
    school.mentee.unpaired_since = None
    with pytest.raises(MenteeNotWaiting):
        school.propose()


async def test_of_two_curators_who_propose_at_once_one_succeeds(tmp_path: Path) -> None:
    database_ = database(f"sqlite:///{tmp_path / 'pairs.db'}", durable=False)
    await database_.open()
    try:
        await database_.write(lambda session: Base.metadata.create_all(session.connection()))
        actors, mentee_id, mentor_ids = await database_.write(_two_curators)
        tries = [
            database_.write(mentorships.propose, actor, mentee_id, mentor_id, now=NOW)
            for actor, mentor_id in zip(actors, mentor_ids, strict=True)
        ]
        outcomes = await asyncio.gather(*tries, return_exceptions=True)
        stored = await database_.read(lambda session: len(session.scalars(select(Mentorship)).all()))
    finally:
        await database_.close()
    refused = [outcome for outcome in outcomes if isinstance(outcome, ServiceError)]
    assert [type(one) for one in refused] == [AlreadyProposed]
    assert stored == 1


def _two_curators(session: Session) -> tuple[list[Actor], int, list[int]]:
    school = make_school(session)
    curators = [school.curator, school.person(Role.CURATOR)]
    mentors = [school.mentor, school.person(Role.MENTOR)]
    return [actor_of(session, one) for one in curators], school.mentee.id, [one.id for one in mentors]


# --- lists ---


def test_the_list_of_pairs_shows_proposals_first_and_no_ended_ones(school: School) -> None:
    active = make_pair(school.session, school.mentor, school.person(Role.MENTEE))
    make_pair(school.session, school.mentor, school.person(Role.MENTEE), MentorshipStatus.CLOSED)
    proposed = school.propose()
    head = school.person(Role.HEAD)
    for reader in (school.curator, head):
        listed = mentorships.pairs(school.session, actor_of(school.session, reader), now=NOW)
        assert [pair.id for pair in listed.items] == [proposed, active.id]
    assert mentorships.pairs(school.session, actor_of(school.session, school.mentor), now=NOW).items == ()


def test_a_members_own_list_begins_with_what_awaits_an_answer(school: School) -> None:
    active = make_pair(school.session, school.mentor, school.person(Role.MENTEE))
    proposed = school.propose()
    mentor = actor_of(school.session, school.mentor)
    assert [side.id for side in mentorships.mine(school.session, mentor)] == [proposed, active.id]
    assert mentorships.count_unanswered(school.session, mentor) == 1
    mentorships.accept(school.session, mentor, proposed, now=NOW)
    assert mentorships.count_unanswered(school.session, mentor) == 0


# --- waiting too long ---


def test_a_mentee_unpaired_for_too_long_is_reported_once(school: School) -> None:
    just_within = NOW + timedelta(days=7)
    assert mentorships.tick_unpaired(school.session, now=just_within) == 0
    over = just_within + timedelta(minutes=1)
    assert mentorships.tick_unpaired(school.session, now=over) == 1
    assert mentorships.tick_unpaired(school.session, now=over + timedelta(days=3)) == 0
    (alert,) = school.alerts(AlertKind.MENTEE_UNPAIRED)
    assert (alert.subject, alert.since) == ({"membership_id": school.mentee.id}, NOW)


def test_the_organisations_own_threshold_counts(school: School) -> None:
    school.curator.organization.unpaired_wait_days = 2
    assert mentorships.tick_unpaired(school.session, now=NOW + timedelta(days=2, minutes=1)) == 1


def test_the_alert_about_waiting_is_settled_by_the_pair(school: School) -> None:
    over = NOW + timedelta(days=8)
    mentorships.tick_unpaired(school.session, now=over)
    pair_id = school.propose()
    for one in (school.mentor, school.mentee):
        mentorships.accept(school.session, actor_of(school.session, one), pair_id, now=over)
    (alert,) = school.alerts(AlertKind.MENTEE_UNPAIRED)
    assert (alert.status, alert.resolution, alert.resolved_by_id) == (AlertStatus.RESOLVED, "paired", None)


def test_who_waits_anew_is_a_new_cause(school: School) -> None:
    mentorships.tick_unpaired(school.session, now=NOW + timedelta(days=8))
    school.mentee.unpaired_since = NOW + timedelta(days=10)
    assert mentorships.tick_unpaired(school.session, now=NOW + timedelta(days=18)) == 1


# --- somebody leaves ---


def test_when_a_mentor_leaves_the_mentee_returns_to_the_queue(school: School) -> None:
    pair = make_pair(school.session, school.mentor, school.mentee)
    school.mentee.unpaired_since = None
    assert mentorships.release_person(school.session, school.mentor.person_id, now=LATER) == 1
    assert pair.status == MentorshipStatus.CLOSED
    assert school.mentee.unpaired_since == LATER


def test_when_a_mentee_leaves_the_proposal_ends_and_their_alert_is_settled(school: School) -> None:
    pair_id = school.propose()
    school.deliver()
    mentorships.tick_unpaired(school.session, now=NOW + timedelta(days=8))
    mentorships.release_person(school.session, school.mentee.person_id, now=LATER)
    assert school.session.get_one(Mentorship, pair_id).status == MentorshipStatus.CLOSED
    assert school.mentee.unpaired_since is None
    assert school.told("pairing.ended") == {school.mentor.person_id}
    assert school.alerts(AlertKind.MENTEE_UNPAIRED)[0].status == AlertStatus.RESOLVED
