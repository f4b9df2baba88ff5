"""The way in: who may come by which link, and what is known about them before and after the consent."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.settings import ROOT
from models import (
    AuditRecord,
    Consent,
    ConsentKind,
    ConsentStatus,
    Invitation,
    Membership,
    MembershipStatus,
    Organization,
    Partition,
    Person,
    Role,
)
from services import consent_records, content, invitations, joining
from services.access import find_actor
from services.application_views import ApplicationView
from services.consent_records import Asking
from services.db import Database
from services.errors import (
    AlreadyMember,
    InvitationExpired,
    InvitationSpent,
    InvitationUnknown,
    NoLongerCurrent,
    NotAllowed,
)
from services.invitations import INVITATION_TERM, InvitationRevoked, NewInvitation
from services.joining import ConsentAsked
from tests.support.factories import NOW, actor_of, make_organization, make_person

CONTENT = content.load(ROOT / "content")
TEXT = CONTENT.consent("personal_data")
VERA = 700_000


@pytest.fixture
def school(session: Session) -> Organization:
    return make_organization(session)


def link(session: Session, school: Organization, role: Role = Role.MENTEE, places: int = 50) -> str:
    return invitations.create_invitation(session, school.id, role, places=places, now=NOW).code


def follow(session: Session, code: str, chat_id: int = VERA, after: timedelta = timedelta()) -> ConsentAsked:
    return joining.open_invitation(session, chat_id, code, CONTENT, now=NOW + after)


def agree(
    session: Session, asked: ConsentAsked, chat_id: int = VERA, after: timedelta = timedelta()
) -> ApplicationView:
    view = joining.give_consent(session, chat_id, asked.consent_id, "ru", CONTENT, now=NOW + after)
    assert view is not None
    return view


def count(session: Session, kind: type) -> int:
    return session.scalar(select(func.count()).select_from(kind)) or 0


# -- links


@pytest.mark.parametrize("code", ["", "nonsense", "' OR 1=1 --", "я" * 64, "\x00"])
def test_a_link_that_nobody_made_opens_nothing(session: Session, school: Organization, code: str) -> None:
    link(session, school)
    with pytest.raises(InvitationUnknown):
        follow(session, code)
    assert count(session, Person) == 0


def test_a_link_is_good_for_thirty_days(session: Session, school: Organization) -> None:
    code = link(session, school)
    follow(session, code, after=INVITATION_TERM - timedelta(seconds=1))
    with pytest.raises(InvitationExpired):
        follow(session, code, VERA + 1, after=INVITATION_TERM)


def test_a_link_that_expires_while_the_consent_is_read_lets_nobody_in(
    session: Session, school: Organization
) -> None:
    asked = follow(session, link(session, school))
    with pytest.raises(InvitationExpired):
        agree(session, asked, after=INVITATION_TERM)
    assert count(session, Membership) == 0


def test_reading_the_consent_takes_no_place_giving_it_does(session: Session, school: Organization) -> None:
    code = link(session, school, places=1)
    first, second = follow(session, code, 1), follow(session, code, 2)
    agree(session, second, 2)
    with pytest.raises(InvitationSpent):
        agree(session, first, 1)
    with pytest.raises(InvitationSpent):
        follow(session, code, 3)


async def test_of_two_who_take_the_last_place_at_once_one_gets_it(db: Database) -> None:
    def prepare(session: Session) -> list[ConsentAsked]:
        code = link(session, make_organization(session), places=1)
        return [follow(session, code, chat_id) for chat_id in (1, 2)]

    asked = await db.write(prepare)
    results = await asyncio.gather(
        *(db.write(agree, one, chat_id) for chat_id, one in enumerate(asked, 1)), return_exceptions=True
    )
    assert sorted(type(result).__name__ for result in results) == ["ApplicationView", "InvitationSpent"]
    used = await db.read(lambda session: session.scalars(select(Invitation.used)).one())
    assert (used, await db.read(count, Membership)) == (1, 1)


def test_a_revoked_link_lets_nobody_in_even_those_who_read_already(
    session: Session, school: Organization
) -> None:
    curator = actor_of(session, make_person(session, Role.CURATOR, school))
    shown = invitations.invite(session, curator, school.id, Role.MENTEE, now=NOW)
    asked = follow(session, shown.code)
    invitations.revoke(session, curator, shown.id, now=NOW)
    with pytest.raises(InvitationRevoked):
        agree(session, asked)
    with pytest.raises(InvitationRevoked):
        follow(session, shown.code, VERA + 1)
    with pytest.raises(NoLongerCurrent):
        invitations.revoke(session, curator, shown.id, now=NOW)


def test_asked_again_the_curator_gets_the_same_link_until_it_is_used_up(
    session: Session, school: Organization
) -> None:
    curator = actor_of(session, make_person(session, Role.CURATOR, school))
    two = NewInvitation(Role.MENTEE, places=2)
    first = invitations.invite_anew(session, curator, school.id, two, now=NOW)
    for chat_id in (VERA, VERA + 1):
        assert invitations.invite(session, curator, school.id, Role.MENTEE, now=NOW).code == first.code
        agree(session, follow(session, first.code, chat_id), chat_id)
    second = invitations.invite(session, curator, school.id, Role.MENTEE, now=NOW)
    assert second.code != first.code
    assert second.places_left == 50


@pytest.mark.parametrize("role", [Role.MENTEE, Role.MENTOR])
def test_those_who_do_not_manage_hand_out_no_links(
    session: Session, school: Organization, role: Role
) -> None:
    actor = actor_of(session, make_person(session, role, school))
    with pytest.raises(NotAllowed):
        invitations.invite(session, actor, school.id, Role.MENTEE, now=NOW)
    made = invitations.find(session, link(session, school))
    with pytest.raises(NotAllowed):
        invitations.revoke(session, actor, made.id, now=NOW)


def test_a_curator_invites_to_their_own_school_only_and_no_further_curators(
    session: Session, school: Organization
) -> None:
    curator = actor_of(session, make_person(session, Role.CURATOR, school))
    other = make_organization(session, name="Школа № 2")
    with pytest.raises(NotAllowed):
        invitations.invite(session, curator, other.id, Role.MENTEE, now=NOW)
    with pytest.raises(NotAllowed):
        invitations.invite(session, curator, school.id, Role.CURATOR, now=NOW)


def test_a_link_that_admits_by_itself_is_for_one_person(session: Session, school: Organization) -> None:
    head = actor_of(session, make_person(session, Role.HEAD, school))
    assert invitations.invite(session, head, school.id, Role.CURATOR, now=NOW).places_left == 1


# -- who is in already


def test_a_member_is_told_so(session: Session, school: Organization) -> None:
    agree(session, follow(session, link(session, school)))
    with pytest.raises(AlreadyMember):
        follow(session, link(session, school))


@pytest.mark.requirement("N-1.2-1")
@pytest.mark.parametrize(
    ("present", "invited"),
    [
        (Role.MENTEE, Role.MENTOR),
        (Role.MENTOR, Role.MENTEE),
        (Role.MENTEE, Role.CURATOR),
        (Role.MENTOR, Role.HEAD),
        (Role.CURATOR, Role.HEAD),
    ],
)
def test_one_person_may_have_several_roles_at_a_school(
    session: Session, school: Organization, present: Role, invited: Role
) -> None:
    make_person(session, present, school, chat_id=VERA)
    view = agree(session, follow(session, link(session, school, invited)))
    assert view.role == invited
    roles = session.scalars(select(Membership.role).order_by(Membership.id)).all()
    assert roles == [present, invited]


def test_a_curator_may_mentor_too(session: Session, school: Organization) -> None:
    make_person(session, Role.CURATOR, school, chat_id=VERA)
    view = agree(session, follow(session, link(session, school, Role.MENTOR)))
    assert view.role == Role.MENTOR


def test_a_mentor_of_one_school_may_be_a_mentee_of_another(session: Session, school: Organization) -> None:
    make_person(session, Role.MENTOR, school, chat_id=VERA)
    other = make_organization(session, name="Школа № 2")
    view = agree(session, follow(session, link(session, other)))
    assert (view.role, view.organization_id) == (Role.MENTEE, other.id)


def test_whoever_left_may_come_back(session: Session, school: Organization) -> None:
    membership = make_person(session, Role.MENTEE, school, chat_id=VERA, status=MembershipStatus.LEFT)
    agree(session, follow(session, link(session, school)))
    assert membership.status == MembershipStatus.INVITED
    assert count(session, Membership) == 1


# -- the consent


def test_before_the_consent_only_the_chat_and_the_question_are_known(
    session: Session, school: Organization
) -> None:
    asked = follow(session, link(session, school))
    joining.choose_language(session, VERA, "tt")
    person = session.scalars(select(Person)).one()
    assert (person.chat_id, person.language, person.full_name) == (VERA, None, "")
    consent = session.get_one(Consent, asked.consent_id)
    assert (consent.status, consent.language, consent.organization_id) == (
        ConsentStatus.ASKED,
        "tt",
        school.id,
    )
    assert (count(session, Membership), count(session, AuditRecord)) == (0, 0)
    actor = find_actor(session, VERA)
    assert actor is not None
    assert (actor.has_consented, actor.language) == (False, "tt")


def test_given_it_is_recorded_with_the_words_that_were_read(session: Session, school: Organization) -> None:
    asked = follow(session, link(session, school))
    view = joining.give_consent(session, VERA, asked.consent_id, "tt", CONTENT, now=NOW)
    assert view is not None
    consent = session.get_one(Consent, asked.consent_id)
    assert (consent.status, consent.answered_at, consent.language) == (ConsentStatus.GIVEN, NOW, "tt")
    assert (consent.text_version, consent.text_sha256) == (TEXT.version, TEXT.sha256("tt"))
    assert (view.position, view.role, view.organization_id) == (0, Role.MENTEE, school.id)
    assert session.scalars(select(AuditRecord.act)).all() == ["consent.given"]
    assert session.scalars(select(Person.language)).one() == "tt"


def test_refused_it_leaves_no_trace_and_can_be_given_later(session: Session, school: Organization) -> None:
    asked = follow(session, link(session, school))
    joining.refuse_consent(session, VERA, asked.consent_id, now=NOW)
    assert count(session, Membership) == 0
    again = joining.consent_asked(session, VERA)
    assert again is not None
    assert again.consent_id == asked.consent_id
    agree(session, again)
    assert session.get_one(Consent, asked.consent_id).status == ConsentStatus.GIVEN


def test_given_twice_it_takes_effect_once(session: Session, school: Organization) -> None:
    code = link(session, school)
    asked = follow(session, code)
    agree(session, asked)
    with pytest.raises(NoLongerCurrent):
        agree(session, asked)
    with pytest.raises(NoLongerCurrent):
        joining.refuse_consent(session, VERA, asked.consent_id, now=NOW)
    assert session.scalars(select(Invitation.used)).one() == 1


def test_nobody_consents_for_somebody_else(session: Session, school: Organization) -> None:
    code = link(session, school)
    asked = follow(session, code)
    follow(session, code, VERA + 1)
    for stranger in (VERA + 1, VERA + 2):
        with pytest.raises(NoLongerCurrent):
            agree(session, asked, stranger)
    with pytest.raises(NoLongerCurrent):
        joining.give_consent(session, VERA, 999_999, "ru", CONTENT, now=NOW)


def test_the_same_link_followed_again_asks_the_same_question(session: Session, school: Organization) -> None:
    code = link(session, school)
    first = follow(session, code)
    joining.choose_language(session, VERA, "en")
    second = follow(session, code, after=timedelta(hours=1))
    assert (second.consent_id, second.language) == (first.consent_id, "en")
    assert (count(session, Consent), count(session, Person)) == (1, 1)


def test_what_a_button_agrees_to_is_what_stood_above_it(session: Session, school: Organization) -> None:
    other = make_organization(session, name="Школа № 2")
    first = follow(session, link(session, school, Role.MENTOR))
    joining.choose_language(session, VERA, "ru")
    second = follow(session, link(session, other, Role.MENTEE), after=timedelta(minutes=1))
    assert second.language == "ru"
    view = agree(session, first)
    assert (view.organization_id, view.role) == (school.id, Role.MENTOR)
    assert session.get_one(Consent, second.consent_id).status == ConsentStatus.ASKED


def test_two_roles_asked_for_at_once_are_agreed_to_separately(session: Session, school: Organization) -> None:
    mentor = follow(session, link(session, school, Role.MENTOR))
    mentee = follow(session, link(session, school, Role.MENTEE), after=timedelta(minutes=1))
    agree(session, mentor)
    assert session.scalars(select(Membership.role)).all() == [Role.MENTOR]
    agree(session, mentee)
    assert session.scalars(select(Membership.role).order_by(Membership.id)).all() == [
        Role.MENTOR,
        Role.MENTEE,
    ]


def test_the_question_asked_last_is_the_one_that_is_repeated(session: Session, school: Organization) -> None:
    other = make_organization(session, name="Школа № 2")
    first_code = link(session, school)
    first = follow(session, first_code)
    second = follow(session, link(session, other), after=timedelta(minutes=1))
    assert joining.consent_asked(session, VERA) == second
    follow(session, first_code, after=timedelta(minutes=2))
    now_asked = joining.consent_asked(session, VERA)
    assert now_asked is not None
    assert now_asked.consent_id == first.consent_id


# -- the language


def test_a_language_chosen_by_a_stranger_is_not_kept(session: Session) -> None:
    assert joining.choose_language(session, VERA, "tt") is None
    assert count(session, Person) == 0


def test_who_has_consented_may_change_the_language(session: Session, school: Organization) -> None:
    agree(session, follow(session, link(session, school)))
    assert joining.choose_language(session, VERA, "tt") is None
    actor = find_actor(session, VERA)
    assert actor is not None
    assert actor.language == "tt"


# -- at one's own wish


def wish(
    session: Session, school: Organization, role: Role = Role.MENTEE, after: timedelta = timedelta()
) -> ConsentAsked:
    return joining.ask_to_join(session, VERA, school.id, role, CONTENT, now=NOW + after)


def test_without_a_link_one_asks_and_consents_in_the_same_way(session: Session, school: Organization) -> None:
    make_person(session, Role.CURATOR, school)
    asked = wish(session, school, Role.MENTOR)
    assert not asked.is_invited
    assert joining.consent_asked(session, VERA) == asked
    view = agree(session, asked)
    assert (view.role, view.organization_id) == (Role.MENTOR, school.id)
    with pytest.raises(AlreadyMember):
        wish(session, school, Role.MENTOR)


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.MENTEE, Role.MENTOR)])
def test_other_roles_are_not_asked_for(session: Session, school: Organization, role: Role) -> None:
    make_person(session, Role.CURATOR, school)
    with pytest.raises(NoLongerCurrent):
        wish(session, school, role)
    assert count(session, Consent) == 1, "the consent of the curator only"


def test_a_school_is_asked_only_while_somebody_decides_there(session: Session, school: Organization) -> None:
    with pytest.raises(NoLongerCurrent):
        wish(session, school)
    curator = make_person(session, Role.CURATOR, school)
    asked = wish(session, school)
    curator.status = MembershipStatus.LEFT
    with pytest.raises(NoLongerCurrent):
        agree(session, asked)
    assert count(session, Membership) == 1


def test_tapped_often_it_is_one_question_and_another_school_replaces_it(
    session: Session, school: Organization
) -> None:
    other = make_organization(session, name="Школа № 2")
    for one in (school, other):
        make_person(session, Role.CURATOR, one)
    before = count(session, Consent)
    first = [wish(session, school, after=timedelta(minutes=number)) for number in range(3)][-1]
    assert count(session, Consent) == before + 1
    second = wish(session, other, after=timedelta(minutes=5))
    assert second.consent_id != first.consent_id
    with pytest.raises(NoLongerCurrent):
        agree(session, first)
    agree(session, second)


def test_a_question_that_others_asked_is_not_answered_here(session: Session, school: Organization) -> None:
    person = make_person(session, Role.MENTEE, school, chat_id=VERA)
    asking = Asking(person.person_id, school.id, ConsentKind.PERSONAL_DATA, role=Role.MENTEE)
    again = consent_records.ask(session, asking, TEXT, "ru", now=NOW)
    assert joining.consent_asked(session, VERA) is None
    with pytest.raises(NoLongerCurrent):
        joining.give_consent(session, VERA, again.id, "ru", CONTENT, now=NOW)
    other = make_organization(session, name="Школа № 2")
    make_person(session, Role.CURATOR, other)
    wish(session, other)
    assert again.status == ConsentStatus.ASKED


# -- personal links


def make_pupil(session: Session, school: Organization, age: int) -> tuple[Membership, str]:
    """A pupil whose parent has consented, with their personal link."""
    pupil = make_person(
        session,
        Role.MENTEE,
        school,
        status=MembershipStatus.INVITED,
        consent=False,
        partition=Partition.PUPIL,
    )
    pupil.person.chat_id = None
    pupil.person.born_on = date(NOW.year - age, 1, 15)
    parental = Asking(pupil.person_id, school.id, ConsentKind.PARENTAL, role=Role.MENTEE)
    consent_records.ask(session, parental, TEXT, "ru", now=NOW).give(NOW)
    made = invitations.create_invitation(
        session, school.id, Role.MENTEE, person_id=pupil.person_id, partition=Partition.PUPIL, now=NOW
    )
    return pupil, made.code


@pytest.mark.parametrize(
    ("age", "kind"), [(12, None), (15, ConsentKind.ASSENT), (19, ConsentKind.PERSONAL_DATA)]
)
def test_by_a_personal_link_a_pupil_agrees_to_what_their_age_asks(
    session: Session, school: Organization, age: int, kind: ConsentKind | None
) -> None:
    pupil, code = make_pupil(session, school, age)
    asked = follow(session, code)
    assert asked.kind == kind
    view = agree(session, asked)
    assert view.questionnaire == "mentee-pupil"
    assert pupil.person.chat_id == VERA
    given = session.scalars(
        select(Consent.kind).where(
            Consent.person_id == pupil.person_id, Consent.status == ConsentStatus.GIVEN
        )
    ).all()
    assert set(given) == {ConsentKind.PARENTAL, *([kind] if kind else [])}
    with pytest.raises(NoLongerCurrent):
        agree(session, asked)


def test_refused_a_personal_link_leaves_everything_as_it_was(session: Session, school: Organization) -> None:
    pupil, code = make_pupil(session, school, 15)
    asked = follow(session, code)
    joining.refuse_consent(session, VERA, asked.consent_id, now=NOW)
    assert pupil.person.chat_id is None
    assert session.scalars(select(Invitation.used)).all() == [0]
    agree(session, asked)
    assert pupil.person.chat_id == VERA


def test_a_birthday_between_question_and_answer_asks_anew(session: Session, school: Organization) -> None:
    pupil, code = make_pupil(session, school, 13)
    asked = follow(session, code)
    pupil.person.born_on = date(NOW.year - 14, 1, 15)
    with pytest.raises(NoLongerCurrent):
        agree(session, asked)
    again = follow(session, code)
    assert again.kind == ConsentKind.ASSENT
    agree(session, again)


def test_the_entered_colleague_goes_on_where_they_stand(session: Session, school: Organization) -> None:
    entered = make_person(session, Role.MENTOR, school, consent=False)
    entered.person.chat_id = None
    made = invitations.create_invitation(
        session, school.id, Role.MENTOR, person_id=entered.person_id, now=NOW
    )
    asked = follow(session, made.code)
    assert joining.give_consent(session, VERA, asked.consent_id, "tt", CONTENT, now=NOW) is None
    linked = session.scalars(select(Person).where(Person.chat_id == VERA)).one()
    assert (linked.id, linked.language) == (entered.person_id, "tt")
    assert entered.status == MembershipStatus.ACTIVE
