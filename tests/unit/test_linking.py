"""A personal link makes two rows of one human being one, and loses nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from models import (
    Acknowledgement,
    Alert,
    AlertKind,
    AuditRecord,
    Base,
    Conclusion,
    Consent,
    ConsentKind,
    Feedback,
    Invitation,
    LocalAct,
    Meeting,
    MeetingKind,
    Membership,
    Organization,
    Partition,
    Person,
    Role,
)
from services import access, alerts, linking
from services.errors import InvitationExpired, InvitationSpent, NotAllowed
from services.linking import BothTakePart, LinkForSomebodyElse, ParentFirst
from services.representing import PersonHasTelegram
from tests.support.factories import NOW, actor_of, make_duty, make_organization, make_pair, make_person


@pytest.fixture
def school(session: Session) -> Organization:
    return make_organization(session)


@pytest.fixture
def curator(session: Session, school: Organization) -> Membership:
    return make_person(session, Role.CURATOR, school, last="Орлова", first="Мария")


def without_telegram(session: Session, school: Organization, role: Role = Role.MENTEE) -> Membership:
    member = make_person(session, role, school)
    member.person.chat_id = None
    session.flush()
    return member


def open_link(session: Session, curator: Membership, member: Membership) -> Invitation:
    code = linking.personal_link(session, actor_of(session, curator), member.id, now=NOW)
    return session.scalars(select(Invitation).where(Invitation.code == code)).one()


def rows_of(session: Session, person_id: int) -> dict[str, int]:
    """How many rows of each table point to the person, whatever the column."""
    found: dict[str, int] = {}
    for table in Base.metadata.sorted_tables:
        for key in table.foreign_keys:
            if key.column.table.name == "person":
                column = table.c[key.parent.name]
                count = session.scalar(select(func.count()).select_from(table).where(column == person_id))
                found[f"{table.name}.{column.name}"] = count or 0
    return {name: count for name, count in found.items() if count}


def test_everything_of_both_goes_to_the_one_who_stays(
    session: Session, school: Organization, curator: Membership
) -> None:
    member = without_telegram(session, school)
    mentor = make_person(session, Role.MENTOR, school, last="Лебедев", first="Олег")
    pair = make_pair(session, mentor, member)
    make_duty(session, member, due_on=NOW.date() + timedelta(days=5))
    meeting = Meeting(
        mentorship_id=pair.id,
        kind=MeetingKind.REGULAR,
        starts_at=NOW,
        place="",
        proposed_by_id=mentor.person_id,
        proposed_at=NOW,
    )
    session.add(meeting)
    session.flush()
    entered = member.person
    session.add(
        Feedback(
            meeting_id=meeting.id,
            pseudonym=entered.pseudonym,
            questionnaire="meeting-feedback",
            questionnaire_version=1,
            answers={},
            started_at=NOW,
        )
    )
    session.add(
        Conclusion(
            membership_id=member.id,
            source="attestation",
            ground="employment",
            text="Нужна помощь с планированием",
            entered_by_id=curator.person_id,
            entered_at=NOW,
        )
    )
    alerts.raise_alert(
        session,
        organization_id=school.id,
        kind=AlertKind.UNDELIVERED,
        cause="x",
        subject={"person_id": entered.id, "hidden_from": curator.person_id},
        since=NOW,
        now=NOW,
    )
    elsewhere = make_organization(session, name="Школа № 2")
    own = make_person(session, Role.MENTOR, elsewhere)
    chat_id, stays = own.person.chat_id, own.person
    invitation = open_link(session, curator, member)
    before = rows_of(session, entered.id)
    assert before

    linking.check_openable(session, chat_id or 0, invitation)
    result = linking.link(session, stays, invitation, now=NOW)

    assert (result.id, result.chat_id) == (stays.id, chat_id)
    assert rows_of(session, entered.id) == {}
    assert session.get_one(Membership, member.id).person_id == stays.id
    assert session.scalars(select(Feedback.pseudonym)).one() == stays.pseudonym
    subject = session.scalars(select(Alert.subject).where(Alert.cause == "x")).one()
    assert subject == {"person_id": stays.id, "hidden_from": curator.person_id}
    left = session.get_one(Person, entered.id)
    assert (left.full_name, left.chat_id) == ("", None)
    assert session.scalar(select(func.count()).select_from(Conclusion)) == 1


def test_a_stranger_becomes_the_entered_person(
    session: Session, school: Organization, curator: Membership
) -> None:
    member = without_telegram(session, school)
    stranger = Person(chat_id=777, language="tt", created_at=NOW)
    session.add(stranger)
    session.flush()
    invitation = open_link(session, curator, member)
    stays = linking.link(session, stranger, invitation, now=NOW)
    assert (stays.id, stays.chat_id, stays.language) == (member.person_id, 777, "ru")
    assert access.find_actor(session, 777) is not None
    told = session.scalars(select(AuditRecord.act).where(AuditRecord.act == "person.linked")).all()
    assert len(told) == 1


def test_what_one_of_the_two_has_read_is_read(
    session: Session, school: Organization, curator: Membership
) -> None:
    member = without_telegram(session, school, Role.MENTOR)
    own = make_person(session, Role.MENTEE, school)
    act = LocalAct(
        organization_id=school.id, kind="order", dated_on=NOW.date(), title="Приказ", created_at=NOW
    )
    session.add(act)
    session.flush()
    session.add(Acknowledgement(act_id=act.id, person_id=member.person_id, asked_at=NOW, acknowledged_at=NOW))
    session.add(Acknowledgement(act_id=act.id, person_id=own.person_id, asked_at=NOW))
    session.flush()
    linking.link(session, own.person, open_link(session, curator, member), now=NOW)
    (kept,) = session.scalars(select(Acknowledgement)).all()
    assert (kept.person_id, kept.acknowledged_at) == (own.person_id, NOW)


def test_a_link_is_refused_where_it_would_mix_two_people_up(
    session: Session, school: Organization, curator: Membership
) -> None:
    member = without_telegram(session, school)
    invitation = open_link(session, curator, member)
    other = make_person(session, Role.MENTOR, school, last="Иванова", first="Нина")
    with pytest.raises(LinkForSomebodyElse):
        linking.check_openable(session, other.person.chat_id or 0, invitation)
    same = make_person(session, Role.MENTEE, school)
    with pytest.raises(BothTakePart):
        linking.check_openable(session, same.person.chat_id or 0, invitation)
    with pytest.raises(InvitationExpired):
        linking.check_openable(session, 1, invitation, now=NOW + timedelta(days=31))
    invitation.used = 1
    with pytest.raises(InvitationSpent):
        linking.check_openable(session, 1, invitation)
    member.person.chat_id = 555
    with pytest.raises(PersonHasTelegram):
        linking.check_openable(session, 1, invitation)


def test_a_new_link_makes_the_earlier_one_worthless(
    session: Session, school: Organization, curator: Membership
) -> None:
    member, actor = without_telegram(session, school), actor_of(session, curator)
    first = linking.see_link(session, actor, member.id, now=NOW)
    assert linking.see_link(session, actor, member.id, now=NOW) == first
    second = linking.renew_link(session, actor, member.id, now=NOW)
    revoked = session.scalars(select(Invitation.revoked_at).where(Invitation.code == first.code)).one()
    assert revoked == NOW
    assert second.code != first.code


def test_links_are_made_by_the_school_itself_and_for_pupils_after_the_parent(
    session: Session, school: Organization, curator: Membership
) -> None:
    member = without_telegram(session, school)
    stranger = make_person(session, Role.CURATOR, make_organization(session, name="Школа № 2"))
    with pytest.raises(NotAllowed):
        linking.personal_link(session, actor_of(session, stranger), member.id, now=NOW)
    member.partition = Partition.PUPIL
    # The factory made an adult's consent.
    session.execute(delete(Consent).where(Consent.person_id == member.person_id))
    with pytest.raises(ParentFirst):
        linking.personal_link(session, actor_of(session, curator), member.id, now=NOW)


def test_a_parent_has_to_consent_at_this_school_and_a_grown_up_needs_no_parent(
    session: Session, school: Organization, curator: Membership
) -> None:
    pupil, actor = without_telegram(session, school), actor_of(session, curator)
    pupil.partition = Partition.PUPIL
    consent = session.scalars(select(Consent).where(Consent.person_id == pupil.person_id)).one()
    consent.kind = ConsentKind.PARENTAL
    consent.organization_id = make_organization(session, name="Школа № 2").id
    session.flush()
    with pytest.raises(ParentFirst):
        linking.personal_link(session, actor, pupil.id, now=NOW)
    consent.kind, consent.organization_id = ConsentKind.PERSONAL_DATA, school.id
    session.flush()
    assert linking.personal_link(session, actor, pupil.id, now=NOW)
