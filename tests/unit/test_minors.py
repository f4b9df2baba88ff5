"""Who has to consent at which age, who is whose parent, and what the parent's link is good for."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    Consent,
    ConsentKind,
    ConsentStatus,
    Guardianship,
    Invitation,
    Membership,
    MembershipStatus,
    MentorshipStatus,
    Notification,
    Person,
    RequestKind,
    RightsRequest,
    Role,
)
from services import erasure, families, linking, minors
from services.content import load
from services.errors import InvitationExpired, NoLongerCurrent, NotAllowed
from services.families import AgeOutOfRange, BirthdayUnclear, PlaceState
from services.rights_requests import ReceiptOutOfRange
from tests.support.factories import NOW, actor_of, make_organization, make_pair, make_person

CONTENT = load(Path("content"))
TODAY = NOW.date()
GROWN = date(2008, 9, 7)


@pytest.mark.parametrize(
    ("born_on", "kind"),
    [
        (None, ConsentKind.PERSONAL_DATA),
        (date(2008, 9, 7), ConsentKind.PERSONAL_DATA),
        (date(2008, 9, 8), ConsentKind.ASSENT),
        (date(2012, 9, 7), ConsentKind.ASSENT),
        (date(2012, 9, 8), None),
        (date(2016, 1, 1), None),
    ],
)
def test_who_consents_depends_on_the_birthday(born_on: date | None, kind: ConsentKind | None) -> None:
    assert minors.consent_needed(Person(born_on=born_on, created_at=NOW), TODAY) == kind


def test_who_is_born_on_the_29th_of_february_comes_of_age_on_the_first_of_march() -> None:
    person = Person(born_on=date(2012, 2, 29), created_at=NOW)
    assert person.age(date(2030, 2, 28)) == 17
    assert person.age(date(2030, 3, 1)) == 18


@pytest.mark.parametrize("typed", ["", "март", "31.02.2015", "12.03.15", "2015-03-12", "1.2.3.2015"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(BirthdayUnclear):
        families.read_day(typed)


@pytest.mark.parametrize("typed", ["12.03.2015", " 12-3-2015 ", "12/03/2015", "12 03 2015", "12, 3, 2015"])
def test_a_day_is_read_as_people_type_it(typed: str) -> None:
    assert families.read_day(typed) == date(2015, 3, 12)


@pytest.mark.parametrize("born_on", [date(2020, 9, 8), date(2008, 9, 7), date(2027, 1, 1), date(1980, 1, 1)])
def test_pupils_are_between_6_and_17(born_on: date) -> None:
    with pytest.raises(AgeOutOfRange):
        families.check_birthday(born_on, TODAY)


def test_the_youngest_and_the_oldest_pupil() -> None:
    assert families.check_birthday(date(2020, 9, 7), TODAY) == 6
    assert families.check_birthday(date(2008, 9, 8), TODAY) == 17


class Family:
    """A school, its curator, a pupil's place, and a parent who has come."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.school = make_organization(session)
        self.curator = make_person(session, Role.CURATOR, self.school, last="Иванова")
        curator = actor_of(session, self.curator)
        self.link = minors.invite_parent(session, curator, self.school.id, Role.MENTEE, now=NOW)
        self.pupil = session.get_one(Membership, self.link.membership_id)
        self.parent = make_person(session, Role.PARENT, self.school, last="Петрова", first="Ольга")
        self.invitation = session.scalars(select(Invitation)).one()

    def come(self, parent: Membership | None = None) -> None:
        minors.parent_came(self.session, (parent or self.parent).person, self.invitation, now=NOW)

    def consent(self, parent: Membership) -> Consent:
        made = Consent(
            person_id=self.pupil.person_id,
            given_by_id=parent.person_id,
            organization_id=self.school.id,
            kind=ConsentKind.PARENTAL,
            status=ConsentStatus.GIVEN,
            text_version="1",
            text_sha256="0" * 64,
            language="ru",
            asked_at=NOW,
            answered_at=NOW,
        )
        self.session.add(made)
        self.session.flush()
        return made


@pytest.fixture
def family(session: Session) -> Family:
    return Family(session)


def test_a_place_is_a_code_until_the_parent_consents(session: Session, family: Family) -> None:
    person = family.pupil.person
    assert (person.full_name, person.chat_id, person.born_on) == ("", None, None)
    assert family.invitation.is_personal
    assert (family.invitation.places, family.invitation.child_id) == (1, person.id)
    assert families.state_of(session, family.pupil, NOW) == PlaceState.PARENT
    family.come()
    assert families.state_of(session, family.pupil, NOW) == PlaceState.CONSENT
    assert minors.is_guardian(session, actor_of(session, family.parent), person.id)
    owed = select(Notification.id).where(Notification.person_id == person.id)
    assert session.scalars(owed).all() == []


def test_coming_twice_makes_one_guardianship(session: Session, family: Family) -> None:
    family.come()
    family.come()
    assert len(session.scalars(select(Guardianship)).all()) == 1


def test_the_link_of_a_child_who_came_of_age_or_withdrew_leads_nowhere(
    session: Session, family: Family
) -> None:
    family.pupil.person.born_on = TODAY.replace(year=2008)
    with pytest.raises(InvitationExpired):
        family.come()
    family.pupil.person.born_on = None
    family.pupil.person.frozen_at = NOW
    with pytest.raises(InvitationExpired):
        family.come()


def test_only_curators_and_the_parents_themselves_invite_a_parent(session: Session, family: Family) -> None:
    mentor = make_person(session, Role.MENTOR, family.school)
    other = make_person(session, Role.CURATOR, make_organization(session, name="Школа № 2"))
    for stranger in (mentor, other, family.parent):
        with pytest.raises(NotAllowed):
            minors.link_for_parent(session, actor_of(session, stranger), family.pupil.id, now=NOW)
    with pytest.raises(NotAllowed):
        minors.invite_parent(session, actor_of(session, mentor), family.school.id, Role.MENTEE, now=NOW)
    with pytest.raises(NoLongerCurrent):
        actor = actor_of(session, family.curator)
        minors.invite_parent(session, actor, family.school.id, Role.CURATOR, now=NOW)
    family.come()
    family.invitation.used = 1
    link = minors.link_for_parent(session, actor_of(session, family.parent), family.pupil.id, now=NOW)
    assert link.code != family.link.code


def test_a_teacher_s_place_has_no_parents(session: Session, family: Family) -> None:
    teacher = make_person(session, Role.MENTEE, family.school)
    with pytest.raises(NoLongerCurrent):
        minors.link_for_parent(session, actor_of(session, family.curator), teacher.id, now=NOW)


def test_a_child_stays_with_the_parent_who_has_consented_too(session: Session, family: Family) -> None:
    other = make_person(session, Role.PARENT, family.school, last="Петров")
    family.come()
    family.come(other)
    family.consent(family.parent)
    assert erasure.preview(session, actor_of(session, family.parent), now=NOW).children == 1
    family.consent(other)
    preview = erasure.preview(session, actor_of(session, family.parent), now=NOW)
    assert preview.children == 0
    erasure.withdraw(session, actor_of(session, family.parent), preview.consent_id, now=NOW)
    assert not family.pupil.person.is_frozen
    assert minors.guardians(session, family.pupil.person_id) == [other.person_id]
    assert minors.parental_consent(session, family.pupil.person_id, TODAY) is not None


def test_a_paper_withdrawal_runs_from_its_receipt(session: Session, family: Family) -> None:
    family.consent(family.parent)
    curator = actor_of(session, family.curator)
    with pytest.raises(ReceiptOutOfRange):
        erasure.withdraw_on_paper(session, curator, family.pupil.id, TODAY + timedelta(days=1), now=NOW)
    done = erasure.withdraw_on_paper(session, curator, family.pupil.id, TODAY - timedelta(days=3), now=NOW)
    assert done.due_at - NOW < timedelta(days=28)
    assert family.pupil.person.is_frozen
    with pytest.raises(erasure.NothingToWithdraw):
        erasure.withdraw_on_paper(session, curator, family.pupil.id, TODAY, now=NOW)


def test_a_curator_records_no_withdrawal_from_another_school_nor_their_own(
    session: Session, family: Family
) -> None:
    other_school = make_organization(session, name="Школа № 2")
    teacher = make_person(session, Role.MENTOR, other_school)
    session.add(
        Membership(
            person=teacher.person,
            organization=family.school,
            role=Role.MENTEE,
            created_at=NOW,
            profile={},
            capacity=0,
        )
    )
    session.flush()
    here = session.scalars(
        select(Membership).where(
            Membership.person_id == teacher.person_id, Membership.organization_id == family.school.id
        )
    ).one()
    curator = actor_of(session, family.curator)
    with pytest.raises(erasure.WithdrawalElsewhere):
        erasure.withdraw_on_paper(session, curator, here.id, TODAY, now=NOW)
    with pytest.raises(NotAllowed):
        erasure.withdraw_on_paper(session, curator, family.curator.id, TODAY, now=NOW)
    with pytest.raises(NotAllowed):
        erasure.withdraw_on_paper(session, curator, teacher.id, TODAY, now=NOW)


def test_a_parent_withdraws_only_for_their_own_child(session: Session, family: Family) -> None:
    consent = family.consent(family.parent)
    stranger = make_person(session, Role.PARENT, family.school, last="Чужая")
    with pytest.raises(NotAllowed):
        erasure.withdraw_child(session, actor_of(session, stranger), consent.id, now=NOW)
    with pytest.raises(NoLongerCurrent):
        erasure.withdraw_child(session, actor_of(session, stranger), 999_999, now=NOW)


# ---- coming of age


def own_consent(session: Session, person: Person, status: ConsentStatus, asked_at: datetime = NOW) -> Consent:
    consent = Consent(
        person_id=person.id,
        organization_id=person.memberships[0].organization_id,
        kind=ConsentKind.PERSONAL_DATA,
        role=Role.MENTEE,
        status=status,
        text_version="1",
        text_sha256="0" * 64,
        language="ru",
        asked_at=asked_at,
    )
    session.add(consent)
    session.flush()
    return consent


def test_nobody_becomes_the_parent_of_a_grown_up(session: Session, family: Family) -> None:
    family.come()
    family.consent(family.parent)
    person, curator = family.pupil.person, actor_of(session, family.curator)
    person.first_name, person.born_on, person.chat_id = "Илья", GROWN, 7
    second = minors.link_for_parent(session, curator, family.pupil.id, now=NOW - timedelta(days=1))
    minors.tick_majority(session, CONTENT, now=NOW)
    consent = session.scalars(
        select(Consent).where(Consent.kind == ConsentKind.PERSONAL_DATA).where(Consent.person_id == person.id)
    ).one()
    minors.answer_majority(session, actor_of(session, family.pupil), consent.id, True, CONTENT, now=NOW)
    assert session.scalar(select(Person.born_on).where(Person.id == person.id)) is None
    with pytest.raises(NoLongerCurrent):
        minors.link_for_parent(session, curator, family.pupil.id, now=NOW)
    late = make_person(session, Role.PARENT, family.school, last="Поздний")
    invitation = session.scalars(select(Invitation).where(Invitation.code == second.code)).one()
    with pytest.raises(InvitationExpired):
        minors.parent_came(session, late.person, invitation, now=NOW)
    with pytest.raises(InvitationExpired):
        family.come()
    assert minors.guardians(session, person.id) == []
    assert families.pupil(session, curator, family.pupil.id, now=NOW).is_adult


def test_what_a_chat_was_asked_before_it_was_a_pupil_s_is_no_question_at_18(
    session: Session, family: Family
) -> None:
    family.come()
    family.consent(family.parent)
    person = family.pupil.person
    person.first_name, person.born_on = "Илья", GROWN
    family.pupil.status = MembershipStatus.ACTIVE
    own_consent(session, person, ConsentStatus.ASKED, NOW - timedelta(days=200))
    month_before = NOW - timedelta(days=30)
    for _ in range(2):
        assert minors.tick_majority(session, CONTENT, now=month_before) == 0
        assert minors.tick_majority_unanswered(session, now=month_before) == 0
    assert family.pupil.status == MembershipStatus.ACTIVE
    assert minors.tick_majority(session, CONTENT, now=NOW) == 1
    assert minors.tick_majority(session, CONTENT, now=NOW) == 0
    assert minors.tick_majority_unanswered(session, now=NOW) == 0
    assert minors.guardians(session, person.id) == []


def test_who_consented_early_and_on_paper_has_no_parents_from_the_birthday_on(
    session: Session, family: Family
) -> None:
    family.come()
    family.consent(family.parent)
    person = family.pupil.person
    person.first_name, person.born_on = "Илья", GROWN
    own_consent(session, person, ConsentStatus.GIVEN, NOW - timedelta(days=3))
    minors.tick_majority_settled(session, now=NOW - timedelta(days=2))
    assert minors.guardians(session, person.id) == [family.parent.person_id]
    minors.tick_majority(session, CONTENT, now=NOW)
    minors.tick_majority_settled(session, now=NOW)
    assert minors.guardians(session, person.id) == []
    told = select(Notification).where(Notification.kind == "family.came_of_age")
    assert session.scalars(told).one().person_id == family.parent.person_id


def test_a_parent_who_withdraws_takes_nobody_along_who_came_of_age(session: Session, family: Family) -> None:
    family.come()
    family.consent(family.parent)
    person = family.pupil.person
    person.first_name, person.born_on = "Илья", GROWN
    minors.tick_majority(session, CONTENT, now=NOW)
    preview = erasure.preview(session, actor_of(session, family.parent), now=NOW)
    assert preview.children == 0
    erasure.withdraw(session, actor_of(session, family.parent), preview.consent_id, now=NOW)
    assert not person.is_frozen
    assert person.first_name == "Илья"


def test_a_grown_up_who_consented_on_paper_goes_on_to_the_application(
    session: Session, family: Family
) -> None:
    family.come()
    family.consent(family.parent)
    person, curator = family.pupil.person, actor_of(session, family.curator)
    person.first_name, person.born_on = "Илья", GROWN
    minors.tick_majority(session, CONTENT, now=NOW)
    own = select(Consent).where(Consent.kind == ConsentKind.PERSONAL_DATA, Consent.person_id == person.id)
    asked = session.scalars(own).one()
    families.record_own_paper(session, curator, asked.id, "18", TODAY, CONTENT, now=NOW)
    assert families.state_of(session, family.pupil, NOW) == PlaceState.APPLICATION
    assert linking.personal_link(session, curator, family.pupil.id, now=NOW)


def test_who_rests_without_a_consent_is_proposed_to_nobody(session: Session, family: Family) -> None:
    family.come()
    family.consent(family.parent)
    person = family.pupil.person
    person.first_name, person.born_on, person.chat_id = "Илья", GROWN, 7
    family.pupil.status, family.pupil.unpaired_since = MembershipStatus.ACTIVE, NOW
    pair = make_pair(
        session,
        make_person(session, Role.MENTOR, family.school),
        family.pupil,
        MentorshipStatus.PROPOSED,
    )
    minors.tick_majority(session, CONTENT, now=NOW)
    consent = session.scalars(
        select(Consent).where(Consent.kind == ConsentKind.PERSONAL_DATA).where(Consent.person_id == person.id)
    ).one()
    state = select(Membership.status, Membership.unpaired_since).where(Membership.id == family.pupil.id)
    minors.answer_majority(session, actor_of(session, family.pupil), consent.id, False, CONTENT, now=NOW)
    assert session.execute(state).one() == (MembershipStatus.PAUSED, None)
    assert pair.status != MentorshipStatus.PROPOSED
    minors.answer_majority(session, actor_of(session, family.pupil), consent.id, True, CONTENT, now=NOW)
    assert session.execute(state).one() == (MembershipStatus.ACTIVE, NOW)


# ---- what a family leaves behind


def test_pages_about_a_child_are_taken_down_when_the_parent_withdraws(
    session: Session, family: Family
) -> None:
    family.come()
    family.consent(family.parent)
    published = family.consent(family.parent)
    published.kind, published.details = ConsentKind.PUBLICATION, {"resources": ["https://school.example/a"]}
    session.flush()
    preview = erasure.preview(session, actor_of(session, family.parent), now=NOW)
    assert preview.children == 1
    erasure.withdraw(session, actor_of(session, family.parent), preview.consent_id, now=NOW)
    (request,) = session.scalars(select(RightsRequest)).all()
    assert (request.kind, request.person_id) == (RequestKind.STOP_PUBLICATION, family.pupil.person_id)
    assert "school.example" in request.text


def test_the_link_of_a_pupil_who_left_leads_nowhere(session: Session, family: Family) -> None:
    family.pupil.status = MembershipStatus.LEFT
    with pytest.raises(InvitationExpired):
        family.come()


def test_an_invitation_tapped_twice_makes_one_place(session: Session, family: Family) -> None:
    curator = actor_of(session, family.curator)
    newest = minors.newest_place(session, curator)
    links = [
        minors.invite_parent(session, curator, family.school.id, Role.MENTEE, after=newest, now=NOW)
        for _ in range(2)
    ]
    assert links[0].code == links[1].code != family.link.code
    assert minors.newest_place(session, curator) == links[0].membership_id
    other = minors.invite_parent(
        session, curator, family.school.id, Role.MENTEE, after=links[0].membership_id, now=NOW
    )
    assert other.code != links[0].code


def test_a_curator_records_no_withdrawal_of_those_who_decide_there(session: Session, family: Family) -> None:
    curator = actor_of(session, family.curator)
    head = make_person(session, Role.HEAD, family.school, last="Громова")
    second = make_person(session, Role.CURATOR, family.school, last="Орлова")
    for one in (head, second):
        with pytest.raises(NotAllowed):
            erasure.withdraw_on_paper(session, curator, one.id, TODAY, now=NOW)
    erasure.withdraw_on_paper(session, actor_of(session, head), second.id, TODAY, now=NOW)
    assert second.person.is_frozen


def test_a_withdrawal_on_paper_of_somebody_with_telegram(session: Session, family: Family) -> None:
    mentee = make_person(session, Role.MENTEE, family.school)
    assert mentee.person.has_telegram
    erasure.withdraw_on_paper(session, actor_of(session, family.curator), mentee.id, TODAY, now=NOW)
    assert (mentee.person.full_name, mentee.person.chat_id) == ("", None)
