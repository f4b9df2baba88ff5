"""Rules about people: entering, conclusions, pausing and leaving, acting for somebody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from models import (
    Alert,
    AlertKind,
    Application,
    ApplicationStatus,
    AuditRecord,
    Consent,
    ConsentStatus,
    Invitation,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Membership,
    MembershipStatus,
    Mentorship,
    MentorshipMember,
    MentorshipStatus,
    Notification,
    NotificationStatus,
    Organization,
    Partition,
    Role,
)
from services import (
    colleagues,
    conclusions,
    invitations,
    linking,
    mentorships,
    minors,
    needs,
    on_behalf,
    participation,
    people,
    role_choice,
    transfers,
)
from services.colleagues import (
    CapacityWrong,
    ConsentDateWrong,
    FullNameNeeded,
    NewPerson,
    SamePersonKnown,
)
from services.conclusions import LooksLikeDocument, NewConclusion
from services.content import ConsentText, load
from services.errors import AnswerEmpty, NoLongerCurrent, NotAllowed
from services.on_behalf import Kind
from services.participation import Change, OwnConsentFirst
from services.representing import PersonHasTelegram
from tests.support.factories import NOW, actor_of, make_duty, make_organization, make_pair, make_person

CONTENT = load(Path("content"))
ENTRY = NewPerson(
    role=Role.MENTOR,
    last="Соколова",
    first="Вера",
    patronymic="Павловна",
    consent_number="12-ПД",
    consent_dated_on=date(2026, 9, 1),
    profile={"subject": "physics"},
    capacity=3,
)
NEW = NewConclusion("attestation", "employment", "Нужна помощь с планированием урока", is_sensitive=False)


@pytest.fixture
def school(session: Session) -> Organization:
    return make_organization(session)


@pytest.fixture
def curator(session: Session, school: Organization) -> Membership:
    return make_person(session, Role.CURATOR, school, last="Орлова", first="Мария")


@pytest.fixture
def text() -> ConsentText:
    return CONTENT.consent("personal_data")


def enter(session: Session, curator: Membership, text: ConsentText, **changes: object) -> Membership:
    entry = replace(ENTRY, **changes)  # type: ignore[arg-type]
    actor = actor_of(session, curator)
    number = people.enter(session, actor, curator.organization_id, entry, text, now=NOW)
    return session.get_one(Membership, number)


# --- entering ---


def test_an_entered_mentor_is_active_with_profile_and_paper(
    session: Session, curator: Membership, text: ConsentText
) -> None:
    mentor = enter(session, curator, text)
    assert (mentor.status, mentor.capacity, mentor.unpaired_since) == (MembershipStatus.ACTIVE, 3, None)
    assert mentor.profile == {"subject": "physics"}
    assert not mentor.person.has_telegram
    consent = session.scalars(select(Consent).where(Consent.person_id == mentor.person_id)).one()
    assert consent.is_effective(NOW.date())
    assert consent.text_sha256 == text.sha256("ru")
    assert "person.entered" in session.scalars(select(AuditRecord.act)).all()


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"first": " "}, FullNameNeeded),
        ({"last": "Ы" * 101}, FullNameNeeded),
        ({"consent_number": " "}, AnswerEmpty),
        ({"consent_dated_on": date(2026, 12, 31)}, ConsentDateWrong),
        ({"consent_dated_on": date(2001, 1, 1)}, ConsentDateWrong),
        ({"capacity": 0}, CapacityWrong),
        ({"capacity": 11}, CapacityWrong),
        ({"role": Role.CURATOR}, NoLongerCurrent),
    ],
)
def test_a_wrong_entry_is_refused(
    session: Session,
    curator: Membership,
    text: ConsentText,
    changes: dict[str, object],
    refusal: type[Exception],
) -> None:
    with pytest.raises(refusal):
        enter(session, curator, text, **changes)


def test_one_human_being_is_entered_once(session: Session, curator: Membership, text: ConsentText) -> None:
    first = enter(session, curator, text, last="Семёнова")
    for role in (Role.MENTOR, Role.MENTEE):
        with pytest.raises(SamePersonKnown):
            enter(session, curator, text, last="СЕМЕНОВА", role=role)
    first.status = MembershipStatus.LEFT
    enter(session, curator, text, last="Семёнова")


@pytest.mark.parametrize("role", [Role.CURATOR, Role.HEAD, Role.PSYCHOLOGIST])
def test_a_colleague_in_another_role_is_not_entered_as_a_second_person(
    session: Session, school: Organization, curator: Membership, text: ConsentText, role: Role
) -> None:
    make_person(session, role, school, last="Семёнова", first="Вера", patronymic="Павловна")
    with pytest.raises(SamePersonKnown):
        enter(session, curator, text, last="Семенова")


def test_only_the_schools_own_people_enter(session: Session, curator: Membership, text: ConsentText) -> None:
    other = make_person(session, Role.CURATOR, make_organization(session, name="Школа № 2"))
    mentor = make_person(session, Role.MENTOR, curator.organization)
    for stranger in (other, mentor):
        with pytest.raises(NotAllowed):
            people.enter(session, actor_of(session, stranger), curator.organization_id, ENTRY, text, now=NOW)


def test_a_profile_is_not_filled_in_by_another_school(
    session: Session, curator: Membership, text: ConsentText
) -> None:
    entered = enter(session, curator, text)
    stranger = make_person(session, Role.CURATOR, make_organization(session, name="Школа № 2"))
    with pytest.raises(NotAllowed):
        colleagues.fill_profile(
            session, actor_of(session, stranger), entered.id, {"subject": "music"}, now=NOW
        )
    assert entered.profile == ENTRY.profile


def test_a_profile_is_filled_only_for_who_has_no_telegram(
    session: Session, curator: Membership, text: ConsentText
) -> None:
    mentor, actor = enter(session, curator, text), actor_of(session, curator)
    colleagues.fill_profile(session, actor, mentor.id, {"strengths": ["parents"], "capacity": 2}, now=NOW)
    assert (mentor.profile["strengths"], mentor.profile["subject"], mentor.capacity) == (
        ["parents"],
        "physics",
        2,
    )
    with pytest.raises(CapacityWrong):
        colleagues.fill_profile(session, actor, mentor.id, {"capacity": 99}, now=NOW)
    online = make_person(session, Role.MENTOR, curator.organization, last="Лебедев")
    with pytest.raises(PersonHasTelegram):
        colleagues.fill_profile(session, actor, online.id, {"capacity": 1}, now=NOW)


# --- conclusions ---


@pytest.mark.parametrize(
    "typed",
    [
        "паспорт 9205 123456",
        "паспорт 92 05 № 123456",
        "СНИЛС 112-233-445 95",
        "карта 2200 1234 5678 9012",
        "звонить +7 (900) 123-45-67",
        "писать на mama@example.com",
    ],
)
def test_what_looks_like_a_document_is_refused(typed: str) -> None:
    with pytest.raises(LooksLikeDocument):
        conclusions.checked_text(typed)


@pytest.mark.parametrize(
    "typed", ["За 2025–2026 год провела 120 уроков", "С 01.09.2025 ведёт 5 класс, 25 учеников", "Кабинет 214"]
)
def test_ordinary_numbers_are_no_documents(typed: str) -> None:
    assert conclusions.checked_text(typed) == typed


@pytest.mark.requirement("L-1-3", "L-1-4")
def test_a_sensitive_conclusion_hides_its_text_and_each_look_is_logged(
    session: Session, school: Organization, curator: Membership
) -> None:
    mentee = make_person(session, Role.MENTEE, school)
    head = make_person(session, Role.HEAD, school, last="Смирнов")
    actor = actor_of(session, curator)
    conclusions.add(session, actor, mentee.id, NEW, now=NOW)
    hidden = conclusions.add(session, actor, mentee.id, replace(NEW, is_sensitive=True), now=NOW)
    shown = conclusions.listed(session, actor_of(session, head), mentee.id, now=NOW)
    assert [one.text for one in shown.lines] == ["", NEW.text]
    assert not shown.may_add
    with pytest.raises(NotAllowed):
        conclusions.open_one(session, actor_of(session, head), hidden.id, now=NOW)
    assert conclusions.open_one(session, actor, hidden.id, now=NOW).text == NEW.text
    assert "conclusion.seen" in session.scalars(select(AuditRecord.act)).all()


def test_nobody_reads_or_writes_conclusions_about_themselves(
    session: Session, school: Organization, curator: Membership
) -> None:
    own = Membership(
        person=curator.person,
        organization=school,
        role=Role.MENTOR,
        status=MembershipStatus.ACTIVE,
        profile={},
        created_at=NOW,
    )
    session.add(own)
    session.flush()
    with pytest.raises(NotAllowed):
        conclusions.listed(session, actor_of(session, curator), own.id, now=NOW)


# --- pausing, leaving, coming back ---


def test_a_mentee_leaves_a_group_and_the_pair_goes_on(
    session: Session, school: Organization, curator: Membership
) -> None:
    mentor = make_person(session, Role.MENTOR, school, last="Лебедев", approved_at=NOW)
    one = make_person(session, Role.MENTEE, school, last="Ким", approved_at=NOW)
    two = make_person(session, Role.MENTEE, school, last="Цой", approved_at=NOW)
    pair = make_pair(session, mentor, one)
    pair.members.append(MentorshipMember(membership=two, role=Role.MENTEE, accepted_at=NOW))
    session.flush()
    participation.change(session, actor_of(session, curator), two.id, Change.LEAVE, now=NOW)
    assert pair.ended_at is None
    participation.change(session, actor_of(session, curator), mentor.id, Change.LEAVE, now=NOW)
    assert pair.status == MentorshipStatus.CLOSED
    assert (one.unpaired_since, two.unpaired_since) == (NOW, None)


def test_leaving_withdraws_the_application_and_tells_what_is_left(
    session: Session, school: Organization, curator: Membership
) -> None:
    second = make_person(session, Role.CURATOR, school, last="Иванова")
    mentor = make_person(session, Role.MENTOR, school, last="Лебедев", approved_at=NOW)
    make_duty(session, mentor, due_on=NOW.date() + timedelta(days=3))
    review = Application(
        membership=mentor,
        questionnaire="mentor",
        questionnaire_version=1,
        is_review=True,
        answers={},
        started_at=NOW,
    )
    session.add(review)
    participation.change(session, actor_of(session, curator), mentor.id, Change.LEAVE, now=NOW)
    assert review.status == ApplicationStatus.WITHDRAWN
    leaver = participation.leaver(session, actor_of(session, second), mentor.id, [])
    assert leaver is not None
    assert (leaver.duties, leaver.waiting_again, leaver.has_returned) == (1, 0, False)
    alert = session.scalars(select(Alert).where(Alert.kind == AlertKind.PERSON_LEFT)).one()
    assert alert.subject["hidden_from"] == curator.person_id


def test_a_pause_ends_the_waiting_and_going_on_begins_it_anew(
    session: Session, school: Organization, curator: Membership
) -> None:
    mentee = make_person(session, Role.MENTEE, school, unpaired_since=NOW, approved_at=NOW)
    actor, later = actor_of(session, curator), NOW + timedelta(days=9)
    mentorships.tick_unpaired(session, now=later)
    participation.change(session, actor, mentee.id, Change.PAUSE, now=later)
    assert not people.open_card(session, actor, mentee.id, now=later).unpaired_since
    resolved = session.scalars(select(Alert).where(Alert.kind == AlertKind.MENTEE_UNPAIRED)).one()
    assert resolved.resolved_at == later
    participation.change(session, actor, mentee.id, Change.RESUME, now=later)
    again = session.get_one(Membership, mentee.id)
    assert (again.status, again.unpaired_since) == (MembershipStatus.ACTIVE, later)
    with pytest.raises(NoLongerCurrent):
        participation.see(session, actor, mentee.id, Change.RETURN)


def test_whoever_was_never_approved_comes_in_as_everybody_does(
    session: Session, school: Organization, curator: Membership
) -> None:
    applicant = make_person(session, Role.MENTEE, school, status=MembershipStatus.LEFT)
    with pytest.raises(NoLongerCurrent):
        participation.change(session, actor_of(session, curator), applicant.id, Change.RETURN, now=NOW)


def test_nobody_takes_themselves_back_by_a_forged_button(
    session: Session, school: Organization, curator: Membership
) -> None:
    mentee = make_person(session, Role.MENTEE, school, status=MembershipStatus.LEFT, approved_at=NOW)
    actor = actor_of(session, mentee)
    participation.change_own(session, actor, mentee.id, Change.RETURN, now=NOW)
    assert mentee.status == MembershipStatus.LEFT
    for later in (timedelta(hours=1), timedelta(days=2)):
        participation.change_own(session, actor, mentee.id, Change.RETURN, now=NOW + later)
    asked = select(Notification.id).where(Notification.kind == "people.asks_back")
    assert len(session.scalars(asked).all()) == 2
    with pytest.raises(NotAllowed):
        participation.change(session, actor, mentee.id, Change.RETURN, now=NOW)
    with pytest.raises(NotAllowed):
        participation.change_own(session, actor, curator.id, Change.LEAVE, now=NOW)


@pytest.mark.parametrize("status", [ConsentStatus.ASKED, ConsentStatus.REFUSED])
def test_whoever_came_of_age_goes_on_only_with_a_consent_of_their_own(
    session: Session, school: Organization, curator: Membership, status: ConsentStatus
) -> None:
    paused = MembershipStatus.PAUSED
    grown = make_person(
        session, Role.MENTEE, school, status=paused, approved_at=NOW, partition=Partition.PUPIL
    )
    grown.person.born_on = date(2008, 9, 7)
    consent = session.scalars(select(Consent).where(Consent.person_id == grown.person_id)).one()
    consent.status = status
    session.flush()
    with pytest.raises(OwnConsentFirst):
        participation.change(session, actor_of(session, curator), grown.id, Change.RESUME, now=NOW)
    with pytest.raises(OwnConsentFirst):
        participation.change_own(session, actor_of(session, grown), grown.id, Change.RESUME, now=NOW)
    assert grown.status == paused
    consent.status = ConsentStatus.GIVEN
    participation.change(session, actor_of(session, curator), grown.id, Change.RESUME, now=NOW)
    assert grown.is_active


def test_a_pupil_goes_on_the_day_before_the_eighteenth_birthday(
    session: Session, school: Organization, curator: Membership
) -> None:
    paused = MembershipStatus.PAUSED
    pupil = make_person(
        session, Role.MENTEE, school, status=paused, consent=False, approved_at=NOW, partition=Partition.PUPIL
    )
    pupil.person.born_on = date(2008, 9, 8)
    session.flush()
    participation.change(session, actor_of(session, curator), pupil.id, Change.RESUME, now=NOW)
    assert pupil.is_active


def test_the_links_of_somebody_who_has_left_lead_nowhere(
    session: Session, school: Organization, curator: Membership
) -> None:
    actor = actor_of(session, curator)
    silent = make_person(session, Role.MENTEE, school, approved_at=NOW)
    silent.person.chat_id = None
    session.flush()
    personal = linking.personal_link(session, actor, silent.id, now=NOW)
    parents = minors.invite_parent(session, actor, school.id, Role.MENTEE, now=NOW)
    usual = invitations.invite(session, actor, school.id, Role.MENTEE, now=NOW)
    for number in (silent.id, parents.membership_id):
        participation.change(session, actor, number, Change.LEAVE, now=NOW)
    revoked = select(Invitation.code).where(Invitation.revoked_at.is_not(None))
    assert set(session.scalars(revoked)) == {personal, parents.code}
    assert not invitations.find(session, usual.code).revoked_at


# --- changing schools ---


def test_nobody_moves_somebody_else_or_is_moved_from_another_school(
    session: Session, school: Organization, curator: Membership, text: ConsentText
) -> None:
    mentor = make_person(session, Role.MENTOR, school, approved_at=NOW)
    there = make_organization(session, name="Школа № 2")
    stranger = make_person(session, Role.CURATOR, there, last="Юнусова")
    for other in (curator, stranger):
        with pytest.raises(NotAllowed):
            transfers.ask(session, actor_of(session, other), mentor.id, there.id, text, now=NOW)
    with pytest.raises(NotAllowed):
        transfers.offer(session, actor_of(session, stranger), mentor.id, there.id, now=NOW)
    asked = transfers.ask(session, actor_of(session, mentor), mentor.id, there.id, text, now=NOW)
    assert asked.transfer.there.name == "Школа № 2"


def test_nobody_is_sent_to_a_school_where_nobody_decides(
    session: Session, school: Organization, curator: Membership
) -> None:
    mentor = make_person(session, Role.MENTOR, school, approved_at=NOW)
    empty = make_organization(session, name="Школа № 2")
    actor = actor_of(session, curator)
    assert not transfers.schools(session, actor, mentor.id).items
    with pytest.raises(NoLongerCurrent):
        transfers.offer(session, actor, mentor.id, empty.id, now=NOW)
    make_person(session, Role.CURATOR, empty, last="Юнусова")
    assert [one.name for one in transfers.schools(session, actor, mentor.id).items] == ["Школа № 2"]


@pytest.mark.parametrize(
    "status", [MembershipStatus.INVITED, MembershipStatus.APPLIED, MembershipStatus.RETURNED]
)
def test_whoever_is_not_approved_yet_has_nothing_to_take_to_another_school(
    session: Session, school: Organization, curator: Membership, status: MembershipStatus
) -> None:
    applicant = make_person(session, Role.MENTOR, school, status=status)
    make_person(session, Role.CURATOR, make_organization(session, name="Школа № 2"))
    actor = actor_of(session, curator)
    assert not people.open_card(session, actor, applicant.id, now=NOW).may_move
    with pytest.raises(NoLongerCurrent):
        transfers.schools(session, actor, applicant.id)


# --- acting for somebody ---


def test_who_has_telegram_answers_for_themselves(
    session: Session, school: Organization, curator: Membership
) -> None:
    mentor = make_person(session, Role.MENTOR, school, last="Лебедев")
    mentee = make_person(session, Role.MENTEE, school, last="Ким", unpaired_since=NOW)
    pair = make_pair(session, mentor, mentee, MentorshipStatus.PROPOSED)
    actor = actor_of(session, curator)
    with pytest.raises(PersonHasTelegram):
        on_behalf.answer(session, actor, Kind.PAIR, pair.id, mentee.id, yes=True, now=NOW)
    assert on_behalf.count_waiting(session, actor) == 0


@pytest.mark.requirement("N-1.3-7")
def test_an_answer_for_somebody_is_logged_as_the_curators_own(
    session: Session, school: Organization, curator: Membership
) -> None:
    mentor = make_person(session, Role.MENTOR, school, last="Лебедев")
    mentee = make_person(session, Role.MENTEE, school, last="Ким", unpaired_since=NOW)
    mentee.person.chat_id = None
    pair = make_pair(session, mentor, mentee, MentorshipStatus.PROPOSED)
    actor = actor_of(session, curator)
    assert on_behalf.count_waiting(session, actor) == 1
    for _ in range(2):
        on_behalf.answer(session, actor, Kind.PAIR, pair.id, mentee.id, yes=True, now=NOW)
    logged = session.execute(
        select(AuditRecord.act, AuditRecord.actor_id).where(
            AuditRecord.act.in_(("pair.accepted", "on_behalf.pair_accepted"))
        )
    ).all()
    assert [tuple(one) for one in logged] == [
        ("pair.accepted", curator.person_id),
        ("on_behalf.pair_accepted", curator.person_id),
    ]
    with pytest.raises(NoLongerCurrent):
        on_behalf.see(session, actor, Kind.PAIR, pair.id, mentee.id, now=NOW)


def test_the_figure_in_the_menu_costs_no_query_for_each_pair(
    session: Session, school: Organization, curator: Membership
) -> None:
    actor = actor_of(session, curator)

    def add_pairs(names: str) -> None:
        here = session.get_one(Organization, curator_place)
        for name in names:
            mentor = make_person(session, Role.MENTOR, here, last=f"Лебедев-{name}")
            mentee = make_person(session, Role.MENTEE, here, last=f"Ким-{name}")
            mentee.person.chat_id = None
            pair = make_pair(session, mentor, mentee)
            meeting = Meeting(
                mentorship_id=pair.id,
                status=MeetingStatus.CONFIRMED,
                kind=MeetingKind.REGULAR,
                starts_at=NOW,
                proposed_by_id=mentor.person_id,
                proposed_at=NOW,
            )
            session.add(meeting)
            session.flush()
            question = Notification(
                kind="meeting.ask",
                key=f"meeting:{meeting.id}:ask:{mentee.person_id}",
                person_id=mentee.person_id,
                status=NotificationStatus.DROPPED,
                due_at=NOW,
                created_at=NOW,
            )
            session.add(question)
        session.flush()

    def queries(waiting: int) -> int:
        noted: list[str] = []

        def note(*args: Any) -> None:
            noted.append(args[2])

        session.expunge_all()
        connection = session.connection()
        event.listen(connection, "before_cursor_execute", note)
        try:
            assert on_behalf.count_waiting(session, actor) == waiting
        finally:
            event.remove(connection, "before_cursor_execute", note)
        return len(noted)

    curator_place = curator.organization_id
    add_pairs("АБ")
    few = queries(2)
    add_pairs("ВГДЕЖ")
    assert queries(7) == few


def test_a_pair_of_another_school_is_not_answered_here(
    session: Session, school: Organization, curator: Membership
) -> None:
    other = make_organization(session, name="Школа № 2")
    mentee = make_person(session, Role.MENTEE, other, last="Ким")
    mentee.person.chat_id = None
    here = Membership(
        person=mentee.person,
        organization=school,
        role=Role.MENTOR,
        status=MembershipStatus.ACTIVE,
        profile={},
        created_at=NOW,
    )
    session.add(here)
    mentor = make_person(session, Role.MENTOR, other, last="Лебедев")
    pair = make_pair(session, mentor, mentee, MentorshipStatus.PROPOSED)
    with pytest.raises(NotAllowed):
        on_behalf.answer(session, actor_of(session, curator), Kind.PAIR, pair.id, here.id, yes=True, now=NOW)
    assert session.get_one(Mentorship, pair.id).status == MentorshipStatus.PROPOSED


# --- who sees whom ---


def test_roles_beside_the_curators_see_only_what_is_theirs(
    session: Session, school: Organization, curator: Membership
) -> None:
    psychologist = make_person(session, Role.PSYCHOLOGIST, school, last="Юсупова")
    profile = {"difficulties": ["discipline"]}
    make_person(session, Role.MENTEE, school, last="Ким", unpaired_since=NOW, profile=profile)
    make_person(session, Role.MENTEE, school, last="Цой")
    actor = actor_of(session, psychologist)
    found = needs.look(session, actor, Role.PSYCHOLOGIST, now=NOW)
    assert [one.name.last for one in found.items] == ["Ким"]
    with pytest.raises(NotAllowed):
        needs.look(session, actor, Role.TUTOR, now=NOW)
    with pytest.raises(NotAllowed):
        needs.look(session, actor_of(session, curator), Role.CURATOR, now=NOW)
    with pytest.raises(NotAllowed):
        people.open_card(session, actor, curator.id, now=NOW)
    assert people.people(session, actor, now=NOW).total == 0


def test_needs_are_shown_of_the_place_that_is_shown(session: Session, school: Organization) -> None:
    tutor = make_person(session, Role.TUTOR, school, last="Титова")
    second = make_organization(session, name="Школа № 2")
    there = Membership(
        person=tutor.person,
        organization=second,
        role=Role.TUTOR,
        status=MembershipStatus.ACTIVE,
        profile={},
        created_at=NOW,
    )
    session.add(there)
    for place in (school, second):
        make_person(session, Role.MENTEE, place)
    assert needs.look(session, actor_of(session, tutor), Role.TUTOR, now=NOW).total == 2
    role_choice.choose(session, actor_of(session, tutor), there.id)
    assert needs.look(session, actor_of(session, tutor), Role.TUTOR, now=NOW).total == 1


def test_the_head_counts_only_curators_who_take_part(session: Session, school: Organization) -> None:
    head = make_person(session, Role.HEAD, school, last="Громова")
    make_person(session, Role.CURATOR, school, last="Орлова")
    make_person(session, Role.CURATOR, school, last="Белова").person.frozen_at = NOW
    session.flush()
    assert people.load(session, actor_of(session, head)).curators == 1


def test_the_search_knows_small_and_capital_letters(
    session: Session, school: Organization, curator: Membership
) -> None:
    make_person(session, Role.MENTEE, school, last="Ёлкина", first="Ия")
    make_person(session, Role.MENTEE, make_organization(session, name="Школа № 2"), last="Ёлкин")
    actor = actor_of(session, curator)
    assert [one.name.last for one in people.search(session, actor, " ёЛК ", now=NOW).items] == ["Ёлкина"]
    assert people.search(session, actor, "е", now=NOW).total == 0
    assert session.scalars(select(AuditRecord.act)).all() == ["person.search_seen"]


@pytest.mark.requirement("N-1.2-2")
@pytest.mark.parametrize(
    ("profile", "category"),
    [
        ({"experience_years": 3}, "young"),
        ({"experience_years": 4}, ""),
        ({"experience_years": 1, "category": "changed_subject"}, "changed_subject"),
        ({}, ""),
    ],
)
def test_the_category_of_a_mentee_is_said_or_follows_from_the_years(
    session: Session, school: Organization, profile: dict[str, object], category: str
) -> None:
    mentee = make_person(session, Role.MENTEE, school, profile=profile)
    assert people.category_of(mentee) == category
