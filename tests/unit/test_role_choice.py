"""One person in several roles: what is shown follows the choice, what they may do does not."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from models import AlertKind, Membership, MembershipStatus, Organization, Role
from models.organization import OrganizationKind
from services import alerts, matching, role_choice, territory
from services.access import Actor, find_actor
from services.errors import NoLongerCurrent
from tests.support.factories import NOW, make_organization, make_person

CHAT = 700_777


def add(session: Session, to: Membership, organization: Organization, role: Role) -> Membership:
    """One more participation of the same person."""
    made = Membership(
        person_id=to.person_id,
        organization_id=organization.id,
        role=role,
        status=MembershipStatus.ACTIVE,
        profile={},
        capacity=0,
        created_at=NOW,
    )
    session.add(made)
    session.flush()
    return made


def known(session: Session) -> Actor:
    actor = find_actor(session, CHAT)
    assert actor is not None
    return actor


@pytest.fixture
def curator(session: Session) -> Membership:
    return make_person(session, Role.CURATOR, make_organization(session), chat_id=CHAT)


def test_one_is_shown_until_all_are_again(session: Session, curator: Membership) -> None:
    mentor = add(session, curator, make_organization(session, name="Школа № 2"), Role.MENTOR)
    assert known(session).shown is None
    role_choice.choose(session, known(session), mentor.id)
    actor = known(session)
    assert actor.shown is not None
    assert (actor.shown.role, actor.sees_as(Role.CURATOR)) == (Role.MENTOR, False)
    assert actor.participation(Role.CURATOR) is not None
    role_choice.choose(session, actor, 0)
    assert known(session).sees_as(Role.CURATOR, Role.MENTOR)


def test_what_ended_is_not_shown_any_more(session: Session, curator: Membership) -> None:
    mentor = add(session, curator, curator.organization, Role.MENTOR)
    role_choice.choose(session, known(session), mentor.id)
    mentor.status = MembershipStatus.LEFT
    assert known(session).shown is None
    with pytest.raises(NoLongerCurrent):
        role_choice.choose(session, known(session), mentor.id)


def test_somebody_elses_participation_is_not_shown(session: Session, curator: Membership) -> None:
    other = make_person(session, Role.HEAD, curator.organization)
    with pytest.raises(NoLongerCurrent):
        role_choice.choose(session, known(session), other.id)


def raise_one(session: Session, organization: Organization) -> int:
    alerts.raise_alert(
        session,
        organization_id=organization.id,
        kind=AlertKind.MENTEE_UNPAIRED,
        cause=f"unpaired:{organization.id}",
        subject={},
        since=NOW,
        now=NOW,
    )
    return alerts.open_alerts(session, known(session))[0][-1].id


def test_the_inbox_follows_what_is_shown_and_the_digest_and_the_buttons_do_not(
    session: Session, curator: Membership
) -> None:
    two = make_organization(session, name="Школа № 2")
    theirs = add(session, curator, two, Role.CURATOR)
    first, second = raise_one(session, curator.organization), raise_one(session, two)
    assert alerts.count_open(session, known(session)) == 2
    role_choice.choose(session, known(session), theirs.id)
    actor = known(session)
    assert [one.id for one in alerts.open_alerts(session, actor)[0]] == [second]
    assert alerts.digest(session, actor)[0].count == 2
    assert alerts.see(session, actor, first).id == first


def test_opened_from_a_notice_the_inbox_is_there_whatever_is_shown(
    session: Session, curator: Membership
) -> None:
    mentor = add(session, curator, make_organization(session, name="Школа № 2"), Role.MENTOR)
    number = raise_one(session, curator.organization)
    role_choice.choose(session, known(session), mentor.id)
    assert [one.id for one in alerts.open_alerts(session, known(session))[0]] == [number]


def test_lists_show_the_chosen_school_alone(session: Session, curator: Membership) -> None:
    two = make_organization(session, name="Школа № 2")
    theirs = add(session, curator, two, Role.CURATOR)
    for organization in (curator.organization, two):
        make_person(session, Role.MENTEE, organization, unpaired_since=NOW)
    assert matching.waiting_for_mentor(session, known(session), now=NOW).total == 2
    role_choice.choose(session, known(session), theirs.id)
    assert matching.waiting_for_mentor(session, known(session), now=NOW).total == 1


def test_the_territory_of_a_coordinator_is_reached_whatever_is_shown(
    session: Session, curator: Membership
) -> None:
    place = make_organization(session, name="Район", kind=OrganizationKind.MUNICIPALITY)
    add(session, curator, place, Role.COORDINATOR)
    role_choice.choose(session, known(session), curator.id)
    assert territory.home(session, known(session), place.id, now=NOW).organization_id == place.id
    assert territory.home(session, known(session), now=NOW).organization_id == place.id
