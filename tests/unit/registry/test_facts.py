"""What a registry holds: who may stand in it, what is known of them, what an import and an order do."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.settings import ROOT
from models import (
    Consent,
    ConsentKind,
    ConsentStatus,
    Invitation,
    LocalAct,
    Membership,
    MembershipStatus,
    MentorshipStatus,
    Notification,
    Organization,
    Partition,
    Person,
    RegistrySnapshot,
    Role,
    Shortlist,
)
from models.organization import OrganizationKind
from services import content, invitations, shortlists, snapshots
from services.errors import AnswerTooLong, NoLongerCurrent, NotAllowed, NothingChosen
from services.local_acts import NewAct
from services.registry import exporting, importing
from services.registry.columns import Column, Grade, columns_of
from services.registry.exporting import Registry
from services.registry.importing import NothingToImport
from services.registry.reading import Staff, Vocabulary, read_staff
from services.registry.refusals import RegistryChanged, RegistryOnServerOnly
from services.shortlists import TooManyShortlists, Wish
from tests.support.factories import NOW, actor_of, make_organization, make_pair, make_person
from tests.support.staff_files import person, staff, staff_file

CONTENT = content.load(ROOT / "content")
TODAY = date(2026, 9, 7)
TEXT = CONTENT.consent("personal_data")


@pytest.fixture
def school(session: Session) -> Organization:
    return make_organization(session, address="г. Пример, ул. Первая, 1")


@pytest.fixture
def curator(session: Session, school: Organization) -> Membership:
    return make_person(session, Role.CURATOR, school, last="Орлова")


def read(data: bytes) -> Staff:
    return read_staff(data, "staff.xlsx", Vocabulary.of(CONTENT), TODAY)


def full(
    session: Session,
    school: Organization,
    role: Role = Role.MENTEE,
    partition: Partition = Partition.TEACHER,
) -> Registry:
    return exporting.collect(session, school.id, role, partition, Grade.FULL, now=NOW)


def gives(session: Session, one: Membership, kind: ConsentKind, **fields: object) -> Consent:
    consent = Consent(
        **{
            "person_id": one.person_id,
            "organization_id": one.organization_id,
            "kind": kind,
            "status": ConsentStatus.GIVEN,
            "text_version": "1",
            "text_sha256": "0" * 64,
            "language": "ru",
            "asked_at": NOW,
        }
        | fields
    )
    session.add(consent)
    session.flush()
    return consent


# ---- who may stand in it


@pytest.mark.requirement("L-1-2")
@pytest.mark.parametrize(
    ("status", "fields", "stands"),
    [
        (ConsentStatus.GIVEN, {}, True),
        (ConsentStatus.GIVEN, {"valid_until": date(2026, 9, 7)}, True),
        (ConsentStatus.GIVEN, {"valid_until": date(2026, 9, 6)}, False),
        (ConsentStatus.ASKED, {}, False),
        (ConsentStatus.REFUSED, {}, False),
        (ConsentStatus.WITHDRAWN, {}, False),
        (ConsentStatus.SUPERSEDED, {}, False),
    ],
)
def test_nobody_stands_in_a_registry_without_a_consent_in_force(
    session: Session, school: Organization, status: ConsentStatus, fields: dict[str, object], stands: bool
) -> None:
    one = make_person(session, Role.MENTEE, school, consent=False)
    gives(session, one, ConsentKind.PERSONAL_DATA, status=status, **fields)
    assert (full(session, school).total == 1) == stands


def test_a_consent_to_another_school_does_not_count(session: Session, school: Organization) -> None:
    one = make_person(session, Role.MENTEE, school, consent=False)
    other = make_organization(session, name="Школа № 2")
    gives(session, one, ConsentKind.PERSONAL_DATA, organization_id=other.id)
    assert full(session, school).total == 0


@pytest.mark.requirement("L-1-2", "L-2-4")
@pytest.mark.parametrize(
    ("born_on", "kinds", "stands"),
    [
        (date(2014, 1, 1), (ConsentKind.PARENTAL,), True),
        (date(2014, 1, 1), (), False),
        (date(2014, 1, 1), (ConsentKind.ASSENT,), False),
        (date(2011, 1, 1), (ConsentKind.PARENTAL,), False),
        (date(2011, 1, 1), (ConsentKind.PARENTAL, ConsentKind.ASSENT), True),
        (date(2008, 9, 8), (ConsentKind.PARENTAL, ConsentKind.ASSENT), True),
        (date(2008, 9, 7), (ConsentKind.PARENTAL, ConsentKind.ASSENT), False),
        (date(2008, 9, 7), (ConsentKind.PERSONAL_DATA,), True),
    ],
)
@pytest.mark.parametrize("role", [Role.MENTEE, Role.MENTOR])
def test_a_pupil_stands_in_it_when_those_who_must_have_agreed(
    session: Session,
    school: Organization,
    role: Role,
    born_on: date,
    kinds: tuple[ConsentKind, ...],
    stands: bool,
) -> None:
    one = make_person(session, role, school, consent=False, partition=Partition.PUPIL)
    one.person.born_on = born_on
    for kind in kinds:
        gives(session, one, kind)
    assert (full(session, school, role, Partition.PUPIL).total == 1) == stands
    assert full(session, school, role, Partition.TEACHER).total == 0


def test_who_withdrew_or_is_not_admitted_yet_is_left_out_and_history_stays(
    session: Session, school: Organization
) -> None:
    for status in MembershipStatus:
        make_person(session, Role.MENTEE, school, status=status, last=status.value)
    make_person(session, Role.MENTEE, school, last="frozen").person.frozen_at = NOW
    assert {one.status for one in full(session, school).entries} == {
        MembershipStatus.ACTIVE,
        MembershipStatus.PAUSED,
        MembershipStatus.LEFT,
    }
    assert "frozen" not in str(full(session, school))


# ---- what is known of them


@pytest.mark.requirement("N-3.4-5", "L-1-5/6")
def test_an_entry_tells_the_facts_of_the_pairs(session: Session, school: Organization) -> None:
    mentee = make_person(session, Role.MENTEE, school, approved_at=NOW, unpaired_since=NOW)
    first = make_person(session, Role.MENTOR, school, last="Первая")
    second = make_person(session, Role.MENTOR, school, last="Вторая")
    ended, active = make_pair(session, first, mentee), make_pair(session, second, mentee)
    ended.close(NOW + timedelta(days=90))
    order = LocalAct(
        organization_id=school.id,
        kind="pairing_order",
        number="17",
        dated_on=TODAY,
        title="О закреплении",
        created_at=NOW,
    )
    session.add(order)
    session.flush()
    active.order_id = order.id
    gives(session, mentee, ConsentKind.EXTRA_DUTIES, original_number="44", original_received_at=NOW)
    gives(session, mentee, ConsentKind.EXTRA_DUTIES)
    session.flush()
    (entry,) = full(session, school).entries
    assert [(one.name.last, one.is_active, one.order) for one in entry.counterparts] == [
        ("Первая", False, None),
        ("Вторая", True, ("17", TODAY)),
    ]
    assert entry.counterparts[0].ended_on == date(2026, 12, 6)
    assert (entry.entered_on, entry.waits_since) == (TODAY, TODAY)
    kinds = [(one.kind, one.original) for one in entry.consents]
    assert (ConsentKind.PERSONAL_DATA, "") in kinds
    assert (ConsentKind.EXTRA_DUTIES, "44") in kinds
    assert (ConsentKind.EXTRA_DUTIES, "") not in kinds, "a tick is no written consent"


def test_a_partner_in_a_pair_who_withdrew_is_left_as_a_code(session: Session, school: Organization) -> None:
    mentee = make_person(session, Role.MENTEE, school)
    mentor = make_person(session, Role.MENTOR, school, last="Отозвавшая")
    make_pair(session, mentor, mentee)
    mentor.person.frozen_at = NOW
    session.flush()
    (entry,) = full(session, school).entries
    assert not entry.counterparts[0].name.is_known
    assert entry.counterparts[0].name.code == mentor.code


def test_a_proposal_is_no_fact_yet(session: Session, school: Organization) -> None:
    mentee, mentor = make_person(session, Role.MENTEE, school), make_person(session, Role.MENTOR, school)
    make_pair(session, mentor, mentee, MentorshipStatus.PROPOSED)
    assert full(session, school).entries[0].counterparts == ()


@pytest.mark.parametrize("role", [Role.MENTEE, Role.MENTOR])
@pytest.mark.parametrize("partition", list(Partition))
def test_what_names_somebody_stands_in_full_registries_only(role: Role, partition: Partition) -> None:
    shown = set(columns_of(role, partition, Grade.FULL))
    codes = set(columns_of(role, partition, Grade.ANONYMOUS))
    assert codes < shown
    assert not codes & {Column.NAME, Column.CONSENTS, Column.ORDER, Column.ACHIEVEMENTS, Column.WORKPLACE}
    assert (Column.CLASS in shown) == (partition == Partition.PUPIL)
    assert columns_of(role, partition, Grade.NUMBERS) == ()


@pytest.mark.parametrize("role", [Role.COUNCIL, Role.EDITOR])
def test_a_full_registry_is_for_those_who_decide_at_the_school(
    session: Session, school: Organization, curator: Membership, role: Role
) -> None:
    other = make_person(session, role, school)
    make_person(session, Role.MENTEE, school)
    asked = (school.id, Role.MENTEE, Partition.TEACHER)
    assert exporting.export(session, actor_of(session, curator), *asked, Grade.FULL, now=NOW).total == 1
    with pytest.raises(NotAllowed):
        exporting.export(session, actor_of(session, other), *asked, Grade.FULL, now=NOW)
    assert exporting.export(session, actor_of(session, other), *asked, Grade.ANONYMOUS, now=NOW).total == 1
    for role_ in (Role.MENTOR, Role.MENTEE, Role.TUTOR, Role.PSYCHOLOGIST):
        somebody = actor_of(session, make_person(session, role_, school))
        with pytest.raises(NotAllowed):
            exporting.export(session, somebody, *asked, Grade.NUMBERS, now=NOW)


def test_full_registries_stay_on_the_server_where_the_school_says_so(
    session: Session, school: Organization, curator: Membership
) -> None:
    school.files_in_chat = False
    actor = actor_of(session, curator)
    asked = (school.id, Role.MENTEE, Partition.TEACHER)
    with pytest.raises(RegistryOnServerOnly):
        exporting.export(session, actor, *asked, Grade.FULL, now=NOW)
    assert exporting.export(session, actor, *asked, Grade.NUMBERS, now=NOW).total == 0
    with pytest.raises(RegistryOnServerOnly):
        importing.preview(session, actor, school.id, read(staff_file(person(1))))


def test_a_full_registry_of_several_schools_is_made_for_nobody(session: Session) -> None:
    district = make_organization(session, name="Район", kind=OrganizationKind.MUNICIPALITY)
    make_person(session, Role.MENTEE, make_organization(session, parent_id=district.id))
    with pytest.raises(NotAllowed):
        full(session, district)
    codes = exporting.collect(session, district.id, Role.MENTEE, Partition.TEACHER, Grade.ANONYMOUS, now=NOW)
    assert (codes.total, codes.entries, codes.of_territory) == (1, (), True)


# ---- taking in


def test_a_preview_stores_nothing_and_knows_who_takes_part_already(
    session: Session, school: Organization, curator: Membership
) -> None:
    make_person(session, Role.MENTOR, school, last="Абрамова", first="Галина", patronymic="Аннаовна")
    before = len(session.scalars(select(Person)).all())
    seen = importing.preview(
        session,
        actor_of(session, curator),
        school.id,
        read(staff_file(*staff(6), person(6, number="", day=None))),
    )
    assert (seen.mentees, seen.mentors, seen.without_consent) == (3, 2, 1)
    assert [(one.number, one.flaws[0].code) for one in seen.wrong] == [(4, "known")]
    assert len(session.scalars(select(Person)).all()) == before
    assert session.scalars(select(Invitation)).all() == []


def test_the_schools_own_curator_in_the_file_is_not_entered_as_a_second_person(
    session: Session, school: Organization, curator: Membership
) -> None:
    for role in (Role.HEAD, Role.TUTOR):
        make_person(session, role, school, last="Абрамова", first="Галина", patronymic="Аннаовна")
    seen = importing.preview(session, actor_of(session, curator), school.id, read(staff_file(*staff(6))))
    assert [(one.number, one.flaws[0].code) for one in seen.wrong] == [(4, "known")]


def test_an_import_that_fails_half_way_leaves_nothing(
    session: Session, school: Organization, curator: Membership, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise RuntimeError("the machine stops here")

    monkeypatch.setattr("services.invitations.create_invitation", breaks)
    rows = [*staff(6), person(7, number="", day=None)]
    actor = actor_of(session, curator)
    with pytest.raises(RuntimeError), session.begin_nested():
        importing.store(session, actor, school.id, read(staff_file(*rows)), TEXT, now=NOW)
    assert session.scalars(select(Membership).where(Membership.role == Role.MENTEE)).all() == []
    assert len(session.scalars(select(Person)).all()) == 1


def test_a_file_whose_people_all_take_part_is_refused(
    session: Session, school: Organization, curator: Membership
) -> None:
    actor, read_ = actor_of(session, curator), read(staff_file(*staff(4)))
    done = importing.store(session, actor, school.id, read_, TEXT, now=NOW)
    assert (done.entered, done.links, done.wrong) == (4, (), ())
    with pytest.raises(NothingToImport):
        importing.store(session, actor, school.id, read_, TEXT, now=NOW)


def test_the_links_of_an_import_are_never_shown_as_the_schools_own(
    session: Session, school: Organization, curator: Membership
) -> None:
    actor = actor_of(session, curator)
    shared = invitations.invite(session, actor, school.id, Role.MENTEE, now=NOW)
    rows = read(staff_file(person(1, number="", day=None)))
    done = importing.store(session, actor, school.id, rows, TEXT, now=NOW)
    again = invitations.invite(session, actor, school.id, Role.MENTEE, now=NOW)
    assert again.code == shared.code != done.links[0].code


def test_somebody_elses_school_and_a_municipality_take_nobody_in(
    session: Session, school: Organization
) -> None:
    stranger = actor_of(session, make_person(session, Role.CURATOR, make_organization(session)))
    with pytest.raises(NotAllowed):
        importing.store(session, stranger, school.id, read(staff_file(person(1))), TEXT, now=NOW)
    district = make_organization(session, kind=OrganizationKind.MUNICIPALITY)
    coordinator = actor_of(session, make_person(session, Role.COORDINATOR, district))
    with pytest.raises(NoLongerCurrent):
        importing.store(session, coordinator, district.id, read(staff_file(person(1))), TEXT, now=NOW)


# ---- orders


def order(**fields: object) -> NewAct:
    values = {"kind": snapshots.ACT_KIND, "number": "7", "dated_on": TODAY, "title": "Об утверждении"}
    return NewAct(**(values | fields))  # type: ignore[arg-type]


@pytest.mark.requirement("G-2.1")
def test_a_registry_that_changed_since_it_was_shown_is_not_approved(
    session: Session, school: Organization, curator: Membership
) -> None:
    make_person(session, Role.MENTEE, school)
    actor = actor_of(session, curator)
    draft = snapshots.draft(session, actor, school.id, Role.MENTEE, Partition.TEACHER, now=NOW)
    make_person(session, Role.MENTEE, school, last="Новая")
    with pytest.raises(RegistryChanged):
        snapshots.approve(session, actor, draft, order(), CONTENT.act_kinds(), sha256="0" * 64, now=NOW)
    assert session.scalars(select(LocalAct)).all() == []
    fresh = snapshots.draft(session, actor, school.id, Role.MENTEE, Partition.TEACHER, now=NOW)
    made = snapshots.approve(session, actor, fresh, order(), CONTENT.act_kinds(), sha256="a" * 64, now=NOW)
    assert (made.total, made.order_number, made.sha256) == (2, "7", "a" * 64)


def test_only_those_who_decide_approve_and_others_only_look(
    session: Session, school: Organization, curator: Membership
) -> None:
    make_person(session, Role.MENTEE, school)
    editor = actor_of(session, make_person(session, Role.EDITOR, school))
    with pytest.raises(NotAllowed):
        snapshots.draft(session, editor, school.id, Role.MENTEE, Partition.TEACHER, now=NOW)
    actor = actor_of(session, curator)
    draft = snapshots.draft(session, actor, school.id, Role.MENTEE, Partition.TEACHER, now=NOW)
    made = snapshots.approve(session, actor, draft, order(), CONTENT.act_kinds(), sha256="a" * 64, now=NOW)
    _, shown = snapshots.take(session, editor, made.id, now=NOW)
    assert (shown.grade, len(shown.anonymous)) == (Grade.ANONYMOUS, 1)
    stranger = actor_of(session, make_person(session, Role.CURATOR, make_organization(session)))
    for look in (
        lambda: snapshots.see(session, stranger, made.id),
        lambda: snapshots.take(session, stranger, made.id, now=NOW),
        lambda: snapshots.lists(session, stranger, school.id),
    ):
        with pytest.raises(NotAllowed):
            look()
    with pytest.raises(NoLongerCurrent):
        snapshots.see(session, actor, made.id + 1)


@pytest.mark.requirement("G-2.1")
def test_the_reminder_of_september_is_told_once_a_year_to_each_curator(session: Session) -> None:
    school = make_organization(session, created_at=datetime(2025, 10, 1, tzinfo=UTC))
    make_person(session, Role.MENTEE, school)
    for _ in range(2):
        make_person(session, Role.CURATOR, school)
    august, october = NOW - timedelta(days=10), NOW + timedelta(days=30)
    assert snapshots.tick_yearly(session, now=august) == 0
    assert snapshots.tick_yearly(session, now=NOW) == 2
    assert snapshots.tick_yearly(session, now=NOW + timedelta(days=1)) == 0
    assert snapshots.tick_yearly(session, now=october) == 0
    assert snapshots.tick_yearly(session, now=NOW.replace(year=2027)) == 2
    assert len(session.scalars(select(Notification)).all()) == 4


def test_a_school_without_anybody_is_not_reminded(session: Session) -> None:
    school = make_organization(session, created_at=datetime(2025, 10, 1, tzinfo=UTC))
    curator = make_person(session, Role.CURATOR, school)
    assert snapshots.tick_yearly(session, now=NOW) == 0
    assert snapshots.still_due(session, curator.person_id, school.id, 2026) == school.name
    session.add(
        RegistrySnapshot(
            organization_id=school.id,
            role=Role.MENTOR,
            partition=Partition.TEACHER,
            rows=[],
            sha256="",
            taken_at=NOW,
        )
    )
    session.flush()
    assert snapshots.still_due(session, curator.person_id, school.id, 2026) is None


# ---- mentors for a programme


WISH = Wish("mathematics", ("discipline",), "teacher_teacher")


@pytest.mark.requirement("L-3-1")
def test_mentors_are_ranked_by_what_the_programme_needs(
    session: Session, school: Organization, curator: Membership
) -> None:
    partner = make_organization(session, name="Завод", kind=OrganizationKind.PARTNER)
    both = {"subject": "mathematics", "strengths": ["discipline"]}
    make_person(session, Role.MENTOR, school, last="None")
    make_person(session, Role.MENTOR, school, last="Subject", profile={"subject": "mathematics"})
    make_person(session, Role.MENTOR, school, last="Both", profile=both)
    make_person(session, Role.MENTOR, school, last="Partner", affiliation_id=partner.id)
    make_person(session, Role.MENTOR, school, last="Pupil", profile=both, partition=Partition.PUPIL)
    make_person(session, Role.MENTOR, school, last="Left", profile=both, status=MembershipStatus.LEFT)
    make_person(session, Role.MENTOR, school, last="Frozen", profile=both).person.frozen_at = NOW
    actor = actor_of(session, curator)

    def names(wish: Wish) -> list[str]:
        found = shortlists.fitting(session, actor, school.id, wish, now=NOW)
        return [one.mentor.name.last for one in found.items]

    assert names(WISH) == ["Both", "Subject", "None", "Partner"]
    assert names(Wish(form="partner_pupil")) == ["Partner", "None", "Subject", "Both"]
    assert names(Wish(form="pupil_pupil")) == ["Pupil"]
    assert len(names(Wish())) == 5


def test_a_list_is_checked_when_it_is_saved(
    session: Session, school: Organization, curator: Membership, monkeypatch: pytest.MonkeyPatch
) -> None:
    mentor = make_person(session, Role.MENTOR, school)
    elsewhere = make_person(session, Role.MENTOR, make_organization(session, name="Школа № 2"))
    actor = actor_of(session, curator)
    with pytest.raises(NothingChosen):
        shortlists.save(session, actor, school.id, WISH, [elsewhere.id], "Чужие", now=NOW)
    with pytest.raises(AnswerTooLong):
        shortlists.save(session, actor, school.id, WISH, [mentor.id], "я" * 201, now=NOW)
    made = shortlists.save(session, actor, school.id, WISH, [mentor.id, elsewhere.id], "Свои", now=NOW)
    assert [one.mentor.membership_id for one in made.mentors] == [mentor.id]
    assert made.wish == WISH
    monkeypatch.setattr(shortlists, "LISTS_LIMIT", 1)
    with pytest.raises(TooManyShortlists):
        shortlists.save(session, actor, school.id, WISH, [mentor.id], "Ещё", now=NOW)
    assert shortlists.remove(session, actor, made.id, now=NOW) == school.id
    assert session.scalars(select(Shortlist)).all() == []
    with pytest.raises(NoLongerCurrent):
        shortlists.remove(session, actor, made.id, now=NOW)
