"""Links into the programme: who gives them out, how many people and days they are for, whose people."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import AuditRecord, Invitation, Organization, Partition, Role
from models.organization import OrganizationKind
from services import founding, invitations, partners
from services.access import Actor
from services.errors import AnswerNotANumber, NoLongerCurrent, NotAllowed
from services.invitations import INVITERS, InvitationRevoked, NewInvitation
from tests.support.factories import NOW, actor_of, make_organization, make_pair, make_person


@pytest.fixture
def school(session: Session) -> Organization:
    return make_organization(session)


@pytest.fixture
def head(session: Session, school: Organization) -> Actor:
    return actor_of(session, make_person(session, Role.HEAD, school))


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("invited", list(Role))
def test_who_invites_whom(session: Session, school: Organization, role: Role, invited: Role) -> None:
    actor = actor_of(session, make_person(session, role, school))
    if role in INVITERS.get(invited, ()):
        made = invitations.invite(session, actor, school.id, invited, now=NOW)
        assert made.places_left == (50 if invited in (Role.MENTEE, Role.MENTOR) else 1)
    else:
        with pytest.raises(NotAllowed):
            invitations.invite(session, actor, school.id, invited, now=NOW)
    assert Role.HEAD not in INVITERS
    assert Role.PARENT not in INVITERS


def test_places_and_days_are_as_wished(session: Session, school: Organization, head: Actor) -> None:
    made = invitations.invite_anew(session, head, school.id, NewInvitation(Role.MENTOR, 7, 90), now=NOW)
    assert (made.places_left, made.expires_at) == (7, NOW + timedelta(days=90))
    for_one = invitations.invite_anew(session, head, school.id, NewInvitation(Role.TUTOR, 50, 7), now=NOW)
    assert for_one.places_left == 1


@pytest.mark.parametrize("places", [0, -1, 1001])
def test_places_out_of_range_are_refused(
    session: Session, school: Organization, head: Actor, places: int
) -> None:
    with pytest.raises(AnswerNotANumber):
        invitations.invite_anew(session, head, school.id, NewInvitation(Role.MENTEE, places), now=NOW)


@pytest.mark.parametrize("days", [0, 1, 8, 100_000])
def test_a_term_that_was_not_offered_is_refused(
    session: Session, school: Organization, head: Actor, days: int
) -> None:
    with pytest.raises(NoLongerCurrent):
        invitations.invite_anew(session, head, school.id, NewInvitation(Role.MENTEE, 5, days), now=NOW)


@pytest.mark.parametrize("typed", ["", "пять", "5.5", "-3", "0", "1001", "99999999999", "٣"])
def test_what_is_no_number_of_places(typed: str) -> None:
    with pytest.raises(AnswerNotANumber):
        invitations.read_places(typed)


def test_the_same_wish_within_a_minute_is_one_link(
    session: Session, school: Organization, head: Actor
) -> None:
    wish = NewInvitation(Role.MENTEE, 10, 7)
    first = invitations.invite_anew(session, head, school.id, wish, now=NOW)
    assert invitations.invite_anew(session, head, school.id, wish, now=NOW).id == first.id
    other = invitations.invite_anew(session, head, school.id, NewInvitation(Role.MENTEE, 10, 30), now=NOW)
    later = invitations.invite_anew(session, head, school.id, wish, now=NOW + timedelta(minutes=2))
    assert len({first.id, other.id, later.id}) == 3
    acts = session.scalars(select(AuditRecord.act)).all()
    assert list(acts) == ["invitation.made"] * 3


@pytest.mark.requirement("N-1.2-3")
def test_a_partners_people_are_invited_where_the_partner_belongs(
    session: Session, school: Organization, head: Actor
) -> None:
    municipality = make_organization(session, name="Район", kind=OrganizationKind.MUNICIPALITY)
    school.parent_id = municipality.id
    partner = founding.found_below(session, head, school.id, OrganizationKind.PARTNER, "Колледж", now=NOW)
    wider = make_organization(session, name="Вуз", kind=OrganizationKind.PARTNER, parent_id=municipality.id)
    stranger = make_organization(session, name="Чужой", kind=OrganizationKind.PARTNER)
    offered = invitations.affiliations(session, head, school.id, Role.CURATOR)
    assert [name for _, name in offered] == ["Колледж", "Вуз"]
    assert invitations.affiliations(session, head, school.id, Role.MENTEE) == ()
    wish = NewInvitation(Role.CURATOR, affiliation_id=partner.id)
    made = invitations.invite_anew(session, head, school.id, wish, now=NOW)
    assert made.affiliation == "Колледж"
    for role, one in ((Role.MENTEE, partner.id), (Role.MENTOR, stranger.id), (Role.MENTOR, school.id)):
        with pytest.raises(NoLongerCurrent):
            wish = NewInvitation(role, affiliation_id=one)
            invitations.invite_anew(session, head, school.id, wish, now=NOW)
    wish = NewInvitation(Role.MENTOR, affiliation_id=wider.id)
    assert invitations.invite_anew(session, head, school.id, wish, now=NOW).affiliation == "Вуз"


def test_the_current_link_is_never_that_of_a_partner(
    session: Session, school: Organization, head: Actor
) -> None:
    partner = partners.make(session, head, school.id, "Колледж", now=NOW)
    wish = NewInvitation(Role.MENTOR, affiliation_id=partner.id)
    theirs = invitations.invite_anew(session, head, school.id, wish, now=NOW)
    ours = invitations.invite(session, head, school.id, Role.MENTOR, now=NOW)
    assert (theirs.affiliation, ours.affiliation) == ("Колледж", "")


def test_listed_are_the_links_that_are_good_and_not_the_personal_ones(
    session: Session, school: Organization, head: Actor
) -> None:
    pupil = make_person(session, Role.MENTEE, school)
    for fields in (
        {"places": 0},
        {"term": timedelta(seconds=-1)},
        {"person_id": pupil.person_id},
        {"child_id": pupil.person_id, "partition": Partition.PUPIL},
    ):
        invitations.create_invitation(session, school.id, Role.MENTEE, now=NOW, **fields)
    good = invitations.create_invitation(session, school.id, Role.MENTEE, now=NOW)
    curators = invitations.create_invitation(session, school.id, Role.CURATOR, now=NOW)
    listed = invitations.live(session, head, school.id, now=NOW)
    assert [one.id for one in listed.lines] == [curators.id, good.id]
    curator = actor_of(session, make_person(session, Role.CURATOR, school))
    listed = invitations.live(session, curator, school.id, now=NOW)
    assert [one.id for one in listed.lines] == [good.id]


def test_a_personal_link_is_not_shown_among_the_others(
    session: Session, school: Organization, head: Actor
) -> None:
    pupil = make_person(session, Role.MENTEE, school)
    made = invitations.create_invitation(session, school.id, Role.MENTEE, person_id=pupil.person_id, now=NOW)
    for use in (invitations.see, invitations.revoke):
        with pytest.raises(NoLongerCurrent):
            use(session, head, made.id, now=NOW)
    assert session.get_one(Invitation, made.id).revoked_at is None


@pytest.mark.requirement("T-3.9-0")
def test_the_load_of_a_curator_is_rounded_up(session: Session, school: Organization) -> None:
    assert invitations.load_of(session, school.id).each == 0
    mentor = make_person(session, Role.MENTOR, school)
    for _ in range(3):
        make_pair(session, mentor, make_person(session, Role.MENTEE, school))
    assert invitations.load_of(session, school.id).each == 3
    for _ in range(2):
        make_person(session, Role.CURATOR, school)
    load = invitations.load_of(session, school.id)
    assert (load.curators, load.pairs, load.each) == (2, 3, 2)


# -- founding


def test_a_head_makes_partners_of_the_own_school_only(
    session: Session, school: Organization, head: Actor
) -> None:
    other = make_organization(session, name="Школа № 2")
    with pytest.raises(NotAllowed):
        partners.make(session, head, other.id, "Колледж", now=NOW)
    with pytest.raises(NotAllowed):
        founding.found_below(session, head, school.id, OrganizationKind.SCHOOL, "Филиал", now=NOW)
    theirs = make_organization(session, name="К", kind=OrganizationKind.PARTNER, parent_id=other.id)
    for use in (partners.card, partners.form):
        with pytest.raises(NotAllowed):
            use(session, head, theirs.id)
    with pytest.raises(NotAllowed):
        founding.links(session, head, theirs.id, now=NOW)
    with pytest.raises(NotAllowed):
        founding.links(session, head, school.id, now=NOW)


def test_administrators_are_those_whom_the_settings_name(session: Session, school: Organization) -> None:
    with pytest.raises(NotAllowed):
        founding.links_as_admin(session, 1, {2}, school.id, now=NOW)
    with pytest.raises(NotAllowed):
        founding.tree_as_admin(session, 1, ())
    with pytest.raises(NotAllowed):
        founding.found_as_admin(
            session, 1, (), OrganizationKind.REGION, None, "Europe/Moscow", "Край", now=NOW
        )
    with pytest.raises(NoLongerCurrent):
        founding.found_as_admin(session, 1, {1}, OrganizationKind.REGION, None, "Mars/X", "Край", now=NOW)
    tree = founding.tree_as_admin(session, 1, {1}, above=OrganizationKind.MUNICIPALITY)
    assert tree.total == 0
    assert founding.tree_as_admin(session, 1, {1}, above=OrganizationKind.PARTNER).total == 1


def test_links_in_wrong_hands_are_replaced_and_what_a_school_gave_out_itself_stays(
    session: Session, school: Organization, head: Actor
) -> None:
    partner = partners.make(session, head, school.id, "Колледж", now=NOW)
    code = partner.codes[Role.CURATOR]
    staff = invitations.create_invitation(session, partner.id, Role.MENTOR, places=50, now=NOW)
    assert founding.links(session, head, partner.id, now=NOW).codes[Role.CURATOR] == code
    renewed = founding.links(session, head, partner.id, anew=True, now=NOW).codes[Role.CURATOR]
    assert renewed != code
    with pytest.raises(InvitationRevoked):
        invitations.check_good(invitations.find(session, code), NOW)
    for good in (renewed, staff.code):
        invitations.check_good(invitations.find(session, good), NOW)
    by_admin = founding.links_as_admin(session, 1, {1}, partner.id, anew=True, now=NOW)
    assert by_admin.codes[Role.CURATOR] != renewed
    with pytest.raises(NotAllowed):
        founding.links_as_admin(session, 1, {2}, partner.id, anew=True, now=NOW)
    somebody = actor_of(session, make_person(session, Role.CURATOR, make_organization(session, name="№ 2")))
    with pytest.raises(NotAllowed):
        founding.links(session, somebody, partner.id, anew=True, now=NOW)
    acts = session.scalars(select(AuditRecord.act).where(AuditRecord.act.like("organization.links%")))
    assert acts.all().count("organization.links_renewed") == 2
