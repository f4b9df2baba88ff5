"""Municipality and region: founding, giving a plan to the schools, the matrix, reminding, the spreadsheet."""

from __future__ import annotations

import io
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from sqlalchemy import create_engine, event, func, select
from sqlalchemy.orm import Session

from models import (
    AuditRecord,
    Base,
    Invitation,
    Membership,
    MembershipStatus,
    Notification,
    Occurrence,
    OccurrenceStatus,
    Organization,
    Roadmap,
    RoadmapItem,
    RoadmapStatus,
    Role,
)
from models.organization import OrganizationKind
from services import (
    access,
    acknowledgements,
    duties,
    duty_ticks,
    founding,
    indicators,
    local_acts,
    publication,
    territory,
)
from services.acknowledgements import Audience
from services.db import database
from services.errors import AnswerEmpty, AnswerTooLong, NoLongerCurrent, NotAllowed
from services.founding import NameTaken, ParentUnfit, ParentUnknown
from services.local_acts import NewAct
from services.publication import AlreadyPublished, NothingForSchools
from services.roadmaps import NewItem
from services.territory import CellState, NobodyAtSchool, NothingLate, SchoolsRemindedToday
from services.territory_sheet import MatrixWords, matrix_sheet
from tests.support.factories import NOW, actor_of, make_item, make_organization, make_person, make_plan

MUNICIPALITY, REGION = OrganizationKind.MUNICIPALITY, OrganizationKind.REGION
LATE_BY = timedelta(days=40)
"""From 7 September: past the 25th, before the end of the year."""


@pytest.fixture
def district(session: Session) -> Organization:
    return make_organization(session, name="Отдел образования", kind=MUNICIPALITY)


@pytest.fixture
def coordinator(session: Session, district: Organization) -> Membership:
    return make_person(session, Role.COORDINATOR, district, last="Зотова")


def make_school(
    session: Session, parent: Organization, name: str = "Школа № 1", *, peopled: bool = True
) -> Organization:
    school = make_organization(session, name=name, parent_id=parent.id)
    if peopled:
        make_person(session, Role.CURATOR, school, last="Орлова")
        make_person(session, Role.HEAD, school, last="Смирнов")
    return school


def the_member(session: Session, school: Organization, role: Role) -> Membership:
    query = select(Membership).where(Membership.organization_id == school.id, Membership.role == role)
    return session.scalars(query).one()


def row(
    phrase: str = "до 25.09.2026", activity: str = "Издать приказ", number: str = "1", **fields: Any
) -> NewItem:
    values = {"for_schools": True, "responsible_text": "Руководители ОО"} | fields
    return make_item(phrase, number=number, activity=activity, **values)


def district_plan(session: Session, district: Organization, *rows: NewItem, **fields: Any) -> Roadmap:
    return make_plan(session, district, *(rows or (row(),)), title="Муниципальный план", **fields)


def copies(session: Session, school: Organization, *, live: bool = True) -> list[Roadmap]:
    query = select(Roadmap).where(Roadmap.organization_id == school.id, Roadmap.origin_id.is_not(None))
    if live:
        query = query.where(Roadmap.status == RoadmapStatus.APPROVED)
    return list(session.scalars(query.order_by(Roadmap.id)))


def duties_at(session: Session, school: Organization) -> list[Occurrence]:
    query = select(Occurrence).join(RoadmapItem).join(Roadmap)
    live = (Roadmap.organization_id == school.id, Roadmap.status == RoadmapStatus.APPROVED)
    return list(session.scalars(query.where(*live).order_by(Occurrence.due_on)))


def told(session: Session, kind: str) -> set[int]:
    return {
        one or 0 for one in session.scalars(select(Notification.person_id).where(Notification.kind == kind))
    }


# ---- founding --------------------------------------------------------------------------------------------


def test_each_level_is_founded_with_links_for_those_who_run_it(session: Session) -> None:
    region = founding.found(session, "Край", REGION, timezone="Europe/Samara", now=NOW)
    district = founding.found(
        session, "Район", MUNICIPALITY, under=region.id, timezone="Europe/Samara", now=NOW
    )
    school = founding.found(
        session, "Школа", OrganizationKind.SCHOOL, under=district.id, timezone="Europe/Samara", now=NOW
    )
    assert (set(region.codes), set(district.codes)) == ({Role.OPERATOR}, {Role.COORDINATOR})
    assert set(school.codes) == {Role.CURATOR, Role.HEAD}
    assert [(one.name, one.depth) for one in founding.tree(session)] == [
        ("Край", 0),
        ("Район", 1),
        ("Школа", 2),
    ]
    for code in (*region.codes.values(), *district.codes.values(), *school.codes.values()):
        assert session.scalars(select(Invitation).where(Invitation.code == code)).one().places == 1


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (OrganizationKind.SCHOOL, OrganizationKind.SCHOOL),
        (OrganizationKind.SCHOOL, MUNICIPALITY),
        (MUNICIPALITY, MUNICIPALITY),
        (MUNICIPALITY, REGION),
        (REGION, REGION),
    ],
)
def test_nothing_stands_under_what_it_can_not_stand_under(
    session: Session, upper: OrganizationKind, lower: OrganizationKind
) -> None:
    parent = make_organization(session, kind=upper)
    with pytest.raises(ParentUnfit):
        founding.found(session, "Новая", lower, under=parent.id, timezone="Europe/Moscow", now=NOW)


def test_a_parent_that_is_not_there_is_named(session: Session) -> None:
    with pytest.raises(ParentUnknown) as refused:
        founding.found(
            session, "Новая", OrganizationKind.SCHOOL, under=404, timezone="Europe/Moscow", now=NOW
        )
    assert refused.value.fields == {"id": 404}


def test_the_same_school_is_not_made_twice_in_one_district(
    session: Session, district: Organization, coordinator: Membership
) -> None:
    actor = actor_of(session, coordinator)
    founding.found_below(session, actor, district.id, OrganizationKind.SCHOOL, "Школа № 7", now=NOW)
    with pytest.raises(NameTaken):
        founding.found_below(session, actor, district.id, OrganizationKind.SCHOOL, " школа  № 7 ", now=NOW)
    with pytest.raises(AnswerEmpty):
        founding.found_below(session, actor, district.id, OrganizationKind.SCHOOL, " \u200b ", now=NOW)
    with pytest.raises(AnswerTooLong):
        founding.found_below(session, actor, district.id, OrganizationKind.SCHOOL, "ш" * 301, now=NOW)


def test_a_coordinator_makes_schools_and_no_municipalities(
    session: Session, district: Organization, coordinator: Membership
) -> None:
    actor = actor_of(session, coordinator)
    made = founding.found_below(session, actor, district.id, OrganizationKind.SCHOOL, "Школа № 7", now=NOW)
    school = session.get_one(Organization, made.id)
    assert (school.parent_id, school.timezone) == (district.id, district.timezone)
    with pytest.raises(NotAllowed):
        founding.found_below(session, actor, district.id, MUNICIPALITY, "Другой район", now=NOW)
    acts = session.scalars(select(AuditRecord.act)).all()
    assert acts == ["organization.made"]


def test_links_are_given_again_to_those_above_and_to_nobody_else(
    session: Session, district: Organization, coordinator: Membership
) -> None:
    actor = actor_of(session, coordinator)
    made = founding.found_below(session, actor, district.id, OrganizationKind.SCHOOL, "Школа № 7", now=NOW)
    assert founding.links(session, actor, made.id, now=NOW).codes == made.codes
    later = NOW + timedelta(days=31)
    assert not set(founding.links(session, actor, made.id, now=later).codes.values()) & set(
        made.codes.values()
    )
    stranger = make_person(session, Role.COORDINATOR, make_organization(session, kind=MUNICIPALITY))
    with pytest.raises(NotAllowed):
        founding.links(session, actor_of(session, stranger), made.id, now=NOW)


def test_no_link_leads_to_a_role_that_somebody_has_already(
    session: Session, district: Organization, coordinator: Membership
) -> None:
    actor = actor_of(session, coordinator)
    school = make_school(session, district)
    assert founding.links(session, actor, school.id, now=NOW).codes == {}
    assert session.scalars(select(Invitation)).all() == []
    the_member(session, school, Role.HEAD).status = MembershipStatus.LEFT
    assert set(founding.links(session, actor, school.id, now=NOW).codes) == {Role.HEAD}
    the_member(session, school, Role.CURATOR).person.frozen_at = NOW
    assert set(founding.links(session, actor, school.id, now=NOW).codes) == {Role.CURATOR, Role.HEAD}


def test_who_has_only_applied_does_not_hold_a_role_yet(
    session: Session, district: Organization, coordinator: Membership
) -> None:
    school = make_school(session, district)
    the_member(session, school, Role.CURATOR).status = MembershipStatus.INVITED
    assert set(founding.links(session, actor_of(session, coordinator), school.id, now=NOW).codes) == {
        Role.CURATOR
    }


def test_the_list_below_counts_people_and_pages(
    session: Session, district: Organization, coordinator: Membership
) -> None:
    for number in range(10):
        make_school(session, district, f"Школа № {number}", peopled=number == 0)
    actor = actor_of(session, coordinator)
    first = founding.organizations_below(session, actor, district.id)
    assert (first.total, first.pages, len(first.lines), first.lines[0].people) == (10, 2, 8, 2)
    assert len(founding.organizations_below(session, actor, district.id, page=99).lines) == 2


# ---- giving a plan to the schools ------------------------------------------------------------------------


@pytest.mark.requirement("N-RM-1.2", "N-O-1.2")
def test_every_school_gets_the_ticked_items_as_a_live_plan(
    session: Session, district: Organization, coordinator: Membership
) -> None:
    schools = [make_school(session, district, name) for name in ("Школа № 1", "Школа № 2")]
    roadmap = district_plan(
        session, district, row(), row("до 20.10.2026", "Провести совещание", "2", for_schools=False)
    )
    roadmap.order_number, roadmap.order_date = "312-р", date(2026, 8, 30)
    outcome = publication.publish(session, actor_of(session, coordinator), roadmap.id, now=NOW)
    assert (outcome.items, outcome.schools, outcome.waiting) == (1, 2, 0)
    for school in schools:
        (copy,) = copies(session, school)
        assert (copy.order_number, copy.order_date) == ("312-р", date(2026, 8, 30))
        assert (copy.origin_id, copy.school_year) == (roadmap.id, "2026-2027")
        (duty,) = duties_at(session, school)
        assert duty.due_on == date(2026, 9, 25)
        assert [one.id for one in duty.responsible] == [the_member(session, school, Role.HEAD).person_id]
    (own,) = duties_at(session, district)
    assert own.item.activity == "Провести совещание"


def test_curators_and_heads_hear_of_it_once(
    session: Session, district: Organization, coordinator: Membership
) -> None:
    school = make_school(session, district)
    make_person(session, Role.MENTOR, school)
    roadmap = district_plan(session, district)
    actor = actor_of(session, coordinator)
    publication.publish(session, actor, roadmap.id, now=NOW)
    people = {the_member(session, school, role).person_id for role in (Role.CURATOR, Role.HEAD)}
    assert told(session, "territory.published") == people
    (copy,) = copies(session, school)
    view = publication.brought(session, min(people), copy.id)
    assert view is not None
    assert (view.publisher, view.items, view.is_newer_version) == ("Отдел образования", 1, False)
    with pytest.raises(AlreadyPublished):
        publication.publish(session, actor, roadmap.id, now=NOW)
    assert len(copies(session, school, live=False)) == 1


def test_what_nobody_at_the_school_is_called_falls_to_its_curators(
    session: Session, district: Organization, coordinator: Membership
) -> None:
    school = make_school(session, district)
    roadmap = district_plan(session, district, row(responsible_text="Методисты ОО"))
    publication.publish(session, actor_of(session, coordinator), roadmap.id, now=NOW)
    (duty,) = duties_at(session, school)
    assert [one.id for one in duty.responsible] == [the_member(session, school, Role.CURATOR).person_id]


def test_a_plan_without_a_ticked_item_is_not_published(
    session: Session, district: Organization, coordinator: Membership
) -> None:
    make_school(session, district)
    roadmap = district_plan(session, district, row(for_schools=False))
    actor = actor_of(session, coordinator)
    with pytest.raises(NothingForSchools):
        publication.publish(session, actor, roadmap.id, now=NOW)
    assert publication.look(session, actor, roadmap.id).suggested == 1
    assert publication.tick_suggested(session, actor, roadmap.id) == 1
    assert publication.publish(session, actor, roadmap.id, now=NOW).schools == 1


def test_a_tick_after_the_publication_is_brought_by_publishing_again_and_keeps_what_is_done(
    session: Session, district: Organization, coordinator: Membership
) -> None:
    school = make_school(session, district)
    roadmap = district_plan(session, district, row(), row("до 01.12.2026", "Отчёт", "2", for_schools=False))
    actor = actor_of(session, coordinator)
    publication.publish(session, actor, roadmap.id, now=NOW)
    head = actor_of(session, the_member(session, school, Role.HEAD))
    duties.complete(session, head, duties_at(session, school)[0].id, now=NOW)
    publication.tick(session, actor, roadmap.items[1].id, wanted=True)
    publication.tick(session, actor, roadmap.items[1].id, wanted=True)
    assert not publication.look(session, actor, roadmap.id).is_current
    publication.publish(session, actor, roadmap.id, now=NOW + timedelta(hours=1))
    assert [one.status for one in duties_at(session, school)] == [
        OccurrenceStatus.DONE,
        OccurrenceStatus.UPCOMING,
    ]
    assert not duties_at(session, district), "what the schools do is no duty of the municipality"


def activities(session: Session, school: Organization) -> list[str]:
    return [one.item.activity for one in duties_at(session, school)]


def test_a_school_that_joins_after_a_tick_gets_what_was_published_and_the_tick_can_still_be_published(
    session: Session, district: Organization, coordinator: Membership
) -> None:
    early = make_school(session, district)
    roadmap = district_plan(session, district, row(), row("до 01.12.2026", "Отчёт", "2", for_schools=False))
    actor = actor_of(session, coordinator)
    publication.publish(session, actor, roadmap.id, now=NOW)
    publication.tick(session, actor, roadmap.items[1].id, wanted=True)
    late = make_school(session, district, "Новая школа")
    assert publication.tick_publications(session, now=NOW + timedelta(days=1)) == 1
    assert activities(session, late) == activities(session, early) == ["Издать приказ"]
    assert not publication.look(session, actor, roadmap.id).is_current
    outcome = publication.publish(session, actor, roadmap.id, now=NOW + timedelta(days=2))
    assert (outcome.items, outcome.schools) == (2, 2)
    assert activities(session, late) == activities(session, early) == ["Издать приказ", "Отчёт"]
    assert publication.look(session, actor, roadmap.id).is_current


def test_a_tick_taken_back_between_two_parts_changes_nothing_for_the_schools_that_still_wait(
    session: Session, district: Organization, coordinator: Membership, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publication, "BATCH", 1)
    schools = [make_school(session, district, f"Школа № {number}") for number in range(2)]
    roadmap = district_plan(session, district, row(), row("до 01.12.2026", "Отчёт", "2"))
    actor = actor_of(session, coordinator)
    publication.publish(session, actor, roadmap.id, now=NOW)
    publication.tick(session, actor, roadmap.items[1].id, wanted=False)
    assert publication.tick_publications(session, now=NOW + timedelta(minutes=1)) == 1
    assert [activities(session, one) for one in schools] == [["Издать приказ", "Отчёт"]] * 2
    publication.publish(session, actor, roadmap.id, now=NOW + timedelta(hours=1))
    assert publication.tick_publications(session, now=NOW + timedelta(hours=1)) == 1
    assert [activities(session, one) for one in schools] == [["Издать приказ"]] * 2


def test_a_tick_set_back_before_publishing_again_leaves_the_plan_as_it_was_published(
    session: Session, district: Organization, coordinator: Membership
) -> None:
    make_school(session, district)
    roadmap = district_plan(session, district, row(), row("до 01.12.2026", "Отчёт", "2", for_schools=False))
    actor = actor_of(session, coordinator)
    publication.publish(session, actor, roadmap.id, now=NOW)
    for wanted, is_current in ((True, False), (False, True)):
        publication.tick(session, actor, roadmap.items[1].id, wanted=wanted)
        assert publication.look(session, actor, roadmap.id).is_current is is_current
    with pytest.raises(AlreadyPublished):
        publication.publish(session, actor, roadmap.id, now=NOW + timedelta(days=1))


def test_what_a_school_had_done_is_done_when_a_row_is_taken_away_and_comes_again(
    session: Session, district: Organization, coordinator: Membership
) -> None:
    school = make_school(session, district)
    roadmap = district_plan(
        session, district, row(), row("до 20.12.2026", "Отчёт", "2"), row("до 21.12.2026", "Совещание", "3")
    )
    actor = actor_of(session, coordinator)
    publication.publish(session, actor, roadmap.id, now=NOW)
    head = actor_of(session, the_member(session, school, Role.HEAD))
    done, _, spoken_of = duties_at(session, school)
    duties.report(session, head, done.id, comment="Приказ № 5", now=NOW)
    duties.report_trouble(
        session,
        actor_of(session, the_member(session, school, Role.HEAD)),
        spoken_of.id,
        comment="Мешает",
        now=NOW,
    )
    for days, wanted in ((1, False), (2, True)):
        for item in (roadmap.items[0], roadmap.items[2]):
            publication.tick(session, actor, item.id, wanted=wanted)
        publication.publish(session, actor, roadmap.id, now=NOW + timedelta(days=days))
        session.expire_all()
    assert [(one.item.activity, one.status, len(one.evidence)) for one in duties_at(session, school)] == [
        ("Издать приказ", OccurrenceStatus.DONE, 1),
        ("Отчёт", OccurrenceStatus.UPCOMING, 0),
        ("Совещание", OccurrenceStatus.UPCOMING, 0),
    ], "what was done stays done, what was dropped undone is to be done"


@pytest.mark.requirement("N-RM-1.2")
def test_a_newer_version_keeps_what_the_schools_have_done(
    session: Session, district: Organization, coordinator: Membership
) -> None:
    school = make_school(session, district)
    first = district_plan(
        session,
        district,
        row(),
        row("до 20.10.2026", "Собрать отчёты", "2"),
        row("до 01.11.2026", "Ушло", "3"),
    )
    actor = actor_of(session, coordinator)
    publication.publish(session, actor, first.id, now=NOW)
    head = actor_of(session, the_member(session, school, Role.HEAD))
    duties.complete(session, head, duties_at(session, school)[0].id, now=NOW)
    items = [
        row(previous_item_id=first.items[0].id),
        row("до 30.10.2026", "Собрать отчёты", "2", previous_item_id=first.items[1].id),
        row("до 15.12.2026", "Новое", "3"),
    ]
    second = district_plan(session, district, *items, previous_id=first.id)
    publication.publish(session, actor, second.id, now=NOW + timedelta(days=1))
    (copy,) = copies(session, school)
    assert copy.origin_id == second.id
    assert [(one.item.activity, one.status, one.due_on) for one in duties_at(session, school)] == [
        ("Издать приказ", OccurrenceStatus.DONE, date(2026, 9, 25)),
        ("Собрать отчёты", OccurrenceStatus.UPCOMING, date(2026, 10, 30)),
        ("Новое", OccurrenceStatus.UPCOMING, date(2026, 12, 15)),
    ]


def test_a_version_that_was_never_published_breaks_no_chain(
    session: Session, district: Organization, coordinator: Membership
) -> None:
    school = make_school(session, district)
    actor = actor_of(session, coordinator)
    first = district_plan(session, district)
    publication.publish(session, actor, first.id, now=NOW)
    head = actor_of(session, the_member(session, school, Role.HEAD))
    duties.complete(session, head, duties_at(session, school)[0].id, now=NOW)
    second = district_plan(session, district, row(previous_item_id=first.items[0].id), previous_id=first.id)
    third = district_plan(session, district, row(previous_item_id=second.items[0].id), previous_id=second.id)
    publication.publish(session, actor, third.id, now=NOW + timedelta(days=1))
    assert [one.status for one in duties_at(session, school)] == [OccurrenceStatus.DONE]
    assert len(copies(session, school)) == 1


def test_a_school_founded_later_gets_the_plan_when_somebody_answers_there(
    session: Session, district: Organization, coordinator: Membership
) -> None:
    roadmap = district_plan(session, district)
    outcome = publication.publish(session, actor_of(session, coordinator), roadmap.id, now=NOW)
    assert (outcome.schools, outcome.waiting) == (0, 0)
    late = make_school(session, district, "Новая школа", peopled=False)
    assert publication.tick_publications(session, now=NOW) == 0
    make_person(session, Role.MENTOR, late)
    assert publication.tick_publications(session, now=NOW) == 0
    curator = make_person(session, Role.CURATOR, late)
    assert publication.tick_publications(session, now=NOW) == 1
    assert publication.tick_publications(session, now=NOW) == 0
    assert [one.id for one in duties_at(session, late)[0].responsible] == [curator.person_id]


def test_many_schools_get_the_plan_in_parts(
    session: Session, district: Organization, coordinator: Membership, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publication, "BATCH", 2)
    for number in range(5):
        make_school(session, district, f"Школа № {number}")
    roadmap = district_plan(session, district)
    outcome = publication.publish(session, actor_of(session, coordinator), roadmap.id, now=NOW)
    assert (outcome.schools, outcome.waiting) == (2, 3)
    assert [publication.tick_publications(session, now=NOW) for _ in range(3)] == [2, 1, 0]


def test_a_regional_plan_reaches_the_schools_through_the_municipalities(session: Session) -> None:
    region = make_organization(session, name="Край", kind=REGION)
    operator = make_person(session, Role.OPERATOR, region)
    districts = [make_organization(session, kind=MUNICIPALITY, parent_id=region.id) for _ in range(2)]
    schools = [make_school(session, one, f"Школа {one.id}") for one in districts]
    coordinator = make_person(session, Role.COORDINATOR, districts[0])
    roadmap = district_plan(session, region)
    assert publication.publish(session, actor_of(session, operator), roadmap.id, now=NOW).schools == 2
    assert all(copies(session, school) for school in schools)
    seen = territory.by_school(session, actor_of(session, coordinator), roadmap.id, now=NOW)
    assert [one.name for one in seen.lines] == [schools[0].name], "a coordinator sees the own schools"
    everything = territory.by_school(session, actor_of(session, operator), roadmap.id, now=NOW)
    assert len(everything.lines) == 2


def test_a_schools_own_plan_lives_beside_the_published_one(
    session: Session, district: Organization, coordinator: Membership
) -> None:
    school = make_school(session, district)
    curator = the_member(session, school, Role.CURATOR)
    own = make_plan(session, school, make_item("до 01.10.2026", curator))
    roadmap = district_plan(session, district)
    publication.publish(session, actor_of(session, coordinator), roadmap.id, now=NOW)
    assert own.status == RoadmapStatus.APPROVED
    assert len(duties_at(session, school)) == 2


def test_only_a_live_plan_of_ones_own_is_published(
    session: Session, district: Organization, coordinator: Membership
) -> None:
    draft = district_plan(session, district, live=False)
    actor = actor_of(session, coordinator)
    with pytest.raises(NoLongerCurrent):
        publication.publish(session, actor, draft.id, now=NOW)
    live = district_plan(session, district)
    stranger = make_person(session, Role.COORDINATOR, make_organization(session, kind=MUNICIPALITY))
    for call in (publication.look, publication.tick_suggested):
        with pytest.raises(NotAllowed):
            call(session, actor_of(session, stranger), live.id)
    with pytest.raises(NotAllowed):
        publication.tick(session, actor_of(session, stranger), live.items[0].id, wanted=False)
    with pytest.raises(NotAllowed):
        publication.publish(session, actor_of(session, stranger), live.id, now=NOW)


# ---- the matrix ------------------------------------------------------------------------------------------


@pytest.fixture
def published(session: Session, district: Organization, coordinator: Membership) -> Roadmap:
    """Two items in two schools, the first of which has done the first item; forty days later."""
    schools = [make_school(session, district, name) for name in ("Школа № 1", "Школа № 2")]
    roadmap = district_plan(session, district, row(), row("до 20.12.2026", "Собрать отчёты", "2"))
    publication.publish(session, actor_of(session, coordinator), roadmap.id, now=NOW)
    head = actor_of(session, the_member(session, schools[0], Role.HEAD))
    duties.report(session, head, duties_at(session, schools[0])[0].id, comment="Приказ № 5", now=NOW)
    return roadmap


def the_school(session: Session, name: str) -> Organization:
    return session.scalars(select(Organization).where(Organization.name == name)).one()


@pytest.mark.requirement("N-O-6")
def test_the_matrix_tells_done_late_and_not_yet(
    session: Session, coordinator: Membership, published: Roadmap
) -> None:
    now = NOW + LATE_BY
    actor = actor_of(session, coordinator)
    items = territory.by_item(session, actor, published.id, now=now)
    assert [(one.counts.done, one.counts.late, one.counts.not_yet) for one in items.lines] == [
        (1, 1, 0),
        (0, 0, 2),
    ]
    schools = territory.by_school(session, actor, published.id, now=now)
    assert [(one.name, one.counts.late, one.counts.done) for one in schools.lines] == [
        ("Школа № 2", 1, 0),
        ("Школа № 1", 0, 1),
    ], "the late ones first"
    cells = territory.item(session, actor, published.id, published.items[0].id, now=now)
    assert [(one.school_name, one.state) for one in cells.lines] == [
        ("Школа № 2", CellState.LATE),
        ("Школа № 1", CellState.DONE),
    ]
    of_school = territory.school(session, actor, published.id, the_school(session, "Школа № 2").id, now=now)
    assert [one.state for one in of_school.lines] == [CellState.LATE, CellState.NOT_YET]
    home = territory.home(session, actor, now=now)
    assert (home.schools, home.empty, home.late_schools) == (2, 0, 1)
    assert home.plans[0].counts == items.head.counts


def test_waived_and_undated_items_have_states_of_their_own(
    session: Session, district: Organization, coordinator: Membership
) -> None:
    school = make_school(session, district)
    roadmap = district_plan(session, district, row(), row("по мере необходимости", "Консультации", "2"))
    actor = actor_of(session, coordinator)
    publication.publish(session, actor, roadmap.id, now=NOW)
    duties_at(session, school)[0].waive(1, "Нет молодых педагогов", NOW)
    cells = territory.school(session, actor, roadmap.id, school.id, now=NOW + LATE_BY)
    assert [one.state for one in cells.lines] == [CellState.WAIVED, CellState.UNDATED]


def test_a_continuous_duty_is_never_late(
    session: Session, district: Organization, coordinator: Membership
) -> None:
    school = make_school(session, district)
    roadmap = district_plan(session, district, row("постоянно", "Вести раздел сайта"))
    actor = actor_of(session, coordinator)
    publication.publish(session, actor, roadmap.id, now=NOW)
    much_later = NOW + timedelta(days=200)
    duty_ticks.tick_overdue(session, now=much_later)
    cells = territory.school(session, actor, roadmap.id, school.id, now=much_later)
    assert [one.state for one in cells.lines] == [CellState.NOT_YET]
    assert territory.count_late(session, actor) == 0


def test_the_cell_names_no_teacher_and_tells_the_kind_of_evidence(
    session: Session, coordinator: Membership, published: Roadmap
) -> None:
    school = the_school(session, "Школа № 1")
    card = territory.cell(session, actor_of(session, coordinator), school.id, published.items[0].id, now=NOW)
    assert [kind.value for kind in card.duties[0].evidence] == ["act"]
    assert "Смирнов" not in repr(card)
    assert "Анна" not in repr(card)


@pytest.mark.requirement("N-1.3-7")
def test_opening_evidence_leaves_a_trace(
    session: Session, coordinator: Membership, published: Roadmap
) -> None:
    school = the_school(session, "Школа № 1")
    duty = duties_at(session, school)[0]
    actor = actor_of(session, coordinator)
    (shown,) = territory.open_evidence(session, actor, duty.id, now=NOW)
    assert shown.text == "Приказ № 5"
    record = session.scalars(select(AuditRecord).where(AuditRecord.act == "territory.evidence_seen")).one()
    assert (record.actor_id, record.organization_id) == (coordinator.person_id, school.id)


def test_a_comment_stays_in_the_school(
    session: Session, district: Organization, coordinator: Membership
) -> None:
    school = make_school(session, district)
    roadmap = district_plan(session, district)
    actor = actor_of(session, coordinator)
    publication.publish(session, actor, roadmap.id, now=NOW)
    head = actor_of(session, the_member(session, school, Role.HEAD))
    duty = duties_at(session, school)[0]
    duties.report(session, head, duty.id, comment="Договорились с Петровой", now=NOW)
    (shown,) = territory.open_evidence(session, actor, duty.id, now=NOW)
    assert (shown.kind.value, shown.text) == ("comment", "")


@pytest.mark.requirement("N-1.3-7")
@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (
            "Петрова не справляется с классом, приказ № 5, см. https://school.example/a, пароль у Петровой",
            "https://school.example/a",
        ),
        (
            "http://школа.рф/1 (Петрова) и https://school.example/2.",
            "http://школа.рф/1 https://school.example/2",
        ),
        ("Петрова не справилась; приказ № 5", "приказ № 5"),
        (
            "Приказ о замене Петровой А. С. на время болезни № 12-р от 03.09.2026, болеет",
            "Приказ № 12-р от 03.09.2026",
        ),
        ("Положение о наставничестве, утв. приказом N 7 (Петрова)", "приказом N 7"),
        ("Протокол: выговор Петровой № 5-Петрова", "Протокол № 5"),
        ("Приказ №Петрова5", ""),
        ("№ 45/2 от 3 сентября, Петрова", "№ 45/2"),
    ],
)
def test_the_words_around_a_link_or_a_number_stay_in_the_school(
    session: Session, district: Organization, coordinator: Membership, typed: str, shown: str
) -> None:
    school = make_school(session, district)
    roadmap = district_plan(session, district)
    actor = actor_of(session, coordinator)
    publication.publish(session, actor, roadmap.id, now=NOW)
    head = actor_of(session, the_member(session, school, Role.HEAD))
    duty = duties_at(session, school)[0]
    duties.report(session, head, duty.id, comment=typed, now=NOW)
    (found,) = territory.open_evidence(session, actor, duty.id, now=NOW)
    assert found.text == shown


def test_the_number_of_queries_does_not_grow_with_schools_and_items(
    session: Session, district: Organization, coordinator: Membership
) -> None:
    actor = actor_of(session, coordinator)

    def queries(schools: int, items: int) -> list[int]:
        for number in range(schools):
            make_school(session, district, f"Школа {items}-{number}")
        rows = [row(activity=f"Дело {items}-{number}", number=str(number)) for number in range(items)]
        roadmap = district_plan(session, district, *rows)
        publication.publish(session, actor, roadmap.id, now=NOW)
        session.flush()
        first = roadmap.items[0].id
        return [
            counted(session, lambda: territory.home(session, actor, now=NOW)),
            counted(session, lambda: territory.by_item(session, actor, roadmap.id, now=NOW)),
            counted(session, lambda: territory.by_school(session, actor, roadmap.id, now=NOW)),
            counted(session, lambda: territory.item(session, actor, roadmap.id, first, now=NOW)),
            counted(session, lambda: territory.matrix(session, actor, roadmap.id, now=NOW)),
        ]

    few, many = queries(1, 1), queries(9, 7)
    assert max(few) <= 12
    assert few == many


def counted(session: Session, work: Any) -> int:
    session.expire_all()
    found = []
    connection = session.connection()

    def count(*_: Any) -> None:
        found.append(1)

    event.listen(connection, "before_cursor_execute", count)
    try:
        work()
    finally:
        event.remove(connection, "before_cursor_execute", count)
    return len(found)


@settings(max_examples=25, deadline=None)
@given(states=st.lists(st.sampled_from(list(OccurrenceStatus)), min_size=1, max_size=5))
def test_the_totals_are_the_sum_of_the_cells(states: list[OccurrenceStatus]) -> None:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        Base.metadata.create_all(connection)
        with Session(connection) as session:
            district = make_organization(session, kind=MUNICIPALITY)
            actor = actor_of(session, make_person(session, Role.COORDINATOR, district))
            schools = [make_school(session, district, f"Школа {number}") for number in range(len(states))]
            roadmap = district_plan(session, district)
            publication.publish(session, actor, roadmap.id, now=NOW)
            for school, state in zip(schools, states, strict=True):
                duties_at(session, school)[0].status = state
            session.flush()
            grid = territory.matrix(session, actor, roadmap.id, now=NOW)
            assert grid.head.counts.total == len(states)
            found = [cell.state for cell in grid.cells.values()]
            for one in CellState:
                assert found.count(one) == getattr(grid.head.counts, one.value)
            by_school = territory.by_school(session, actor, roadmap.id, now=NOW)
            assert by_school.head.counts == grid.head.counts
    engine.dispose()


# ---- who may not -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", [Role.CURATOR, Role.HEAD, Role.MENTOR, Role.MENTEE])
def test_nobody_of_a_school_sees_the_territory(session: Session, published: Roadmap, role: Role) -> None:
    actor = actor_of(session, make_person(session, role, the_school(session, "Школа № 1")))
    with pytest.raises(NotAllowed):
        territory.home(session, actor, now=NOW)
    with pytest.raises(NotAllowed):
        territory.by_item(session, actor, published.id, now=NOW)
    assert territory.count_late(session, actor) == 0
    assert access.territory(session, actor) == ()


def test_the_coordinator_of_another_municipality_is_refused_everywhere(
    session: Session, published: Roadmap
) -> None:
    elsewhere = make_organization(session, name="Соседний район", kind=MUNICIPALITY)
    make_school(session, elsewhere, "Чужая школа")
    stranger = actor_of(session, make_person(session, Role.COORDINATOR, elsewhere))
    school, item = the_school(session, "Школа № 1"), published.items[0]
    duty = duties_at(session, school)[0]
    evidence_id = duty.evidence[0].id
    duty.evidence[0].file_id = "F1"
    for call in (
        lambda: territory.home(session, stranger, published.organization_id, now=NOW),
        lambda: territory.by_item(session, stranger, published.id, now=NOW),
        lambda: territory.by_school(session, stranger, published.id, now=NOW),
        lambda: territory.item(session, stranger, published.id, item.id, now=NOW),
        lambda: territory.school(session, stranger, published.id, school.id, now=NOW),
        lambda: territory.cell(session, stranger, school.id, item.id, now=NOW),
        lambda: territory.open_evidence(session, stranger, duty.id, now=NOW),
        lambda: territory.open_file(session, stranger, evidence_id, now=NOW),
        lambda: territory.matrix(session, stranger, published.id, now=NOW),
        lambda: territory.nudge_late(session, stranger, published.id, now=NOW),
        lambda: territory.nudge_school(session, stranger, school.id, now=NOW),
        lambda: founding.organizations_below(session, stranger, published.organization_id),
        lambda: founding.links(session, stranger, school.id, now=NOW),
    ):
        with pytest.raises(NotAllowed):
            call()
    assert territory.home(session, stranger, now=NOW).plans == ()


def test_what_is_gone_is_no_longer_current(session: Session, coordinator: Membership) -> None:
    actor = actor_of(session, coordinator)
    for call in (
        lambda: territory.by_item(session, actor, 404, now=NOW),
        lambda: territory.cell(session, actor, 404, 404, now=NOW),
        lambda: territory.open_evidence(session, actor, 404, now=NOW),
        lambda: territory.open_file(session, actor, 404, now=NOW),
        lambda: territory.nudge_school(session, actor, 404, now=NOW),
        lambda: publication.look(session, actor, 404),
        lambda: publication.tick(session, actor, 404, wanted=True),
        lambda: founding.links(session, actor, 404, now=NOW),
    ):
        with pytest.raises(NoLongerCurrent):
            call()


# ---- reminding -------------------------------------------------------------------------------------------


def test_those_who_are_late_are_reminded_once_a_day(
    session: Session, coordinator: Membership, published: Roadmap
) -> None:
    now, actor = NOW + LATE_BY, actor_of(session, coordinator)
    outcome = territory.nudge_late(session, actor, published.id, now=now)
    assert (outcome.schools, outcome.earlier, outcome.unreachable) == (1, 0, 0)
    late = the_school(session, "Школа № 2")
    people = {the_member(session, late, role).person_id for role in (Role.CURATOR, Role.HEAD)}
    assert told(session, "territory.nudge") == people
    with pytest.raises(SchoolsRemindedToday):
        territory.nudge_late(session, actor, published.id, now=now + timedelta(hours=1))
    with pytest.raises(SchoolsRemindedToday):
        territory.nudge_school(session, actor, late.id, now=now + timedelta(hours=1))
    assert territory.nudge_late(session, actor, published.id, now=now + timedelta(days=1)).schools == 1
    with pytest.raises(NothingLate):
        territory.nudge_school(session, actor, the_school(session, "Школа № 1").id, now=now)
    with pytest.raises(NothingLate):
        territory.nudge_late(session, actor, published.id, now=NOW)


def test_the_reminder_is_withdrawn_when_nothing_is_late_any_more(
    session: Session, coordinator: Membership, published: Roadmap
) -> None:
    now = NOW + LATE_BY
    late = the_school(session, "Школа № 2")
    head = the_member(session, late, Role.HEAD)
    told_of = territory.reminder(session, head.person_id, late.id, published.organization_id, now=now)
    assert told_of is not None
    assert (told_of.asked_by, told_of.total) == ("Отдел образования", 1)
    duties.complete(session, actor_of(session, head), duties_at(session, late)[0].id, now=now)
    assert territory.reminder(session, head.person_id, late.id, published.organization_id, now=now) is None


def test_a_school_in_which_nobody_can_be_reached_is_told_of(
    session: Session, coordinator: Membership, published: Roadmap
) -> None:
    late = the_school(session, "Школа № 2")
    for role in (Role.CURATOR, Role.HEAD):
        the_member(session, late, role).status = MembershipStatus.LEFT
    now, actor = NOW + LATE_BY, actor_of(session, coordinator)
    outcome = territory.nudge_late(session, actor, published.id, now=now)
    assert (outcome.schools, outcome.earlier, outcome.unreachable) == (0, 0, 1)
    with pytest.raises(NobodyAtSchool) as refused:
        territory.nudge_school(session, actor, late.id, now=now)
    assert refused.value.fields == {"name": "Школа № 2"}


# ---- the spreadsheet -------------------------------------------------------------------------------------


def test_the_spreadsheet_holds_every_school_and_item_as_text(
    session: Session, district: Organization, coordinator: Membership, published: Roadmap
) -> None:
    make_school(session, district, "=HYPERLINK(1)", peopled=False)
    grid = territory.matrix(session, actor_of(session, coordinator), published.id, now=NOW + LATE_BY)
    words = MatrixWords(
        "Матрица",
        "План",
        "Школа",
        "Всего",
        {state: state.value for state in CellState},
        {key: cell.state.value for key, cell in grid.cells.items()},
    )
    sheet = load_workbook(io.BytesIO(matrix_sheet(grid, words))).worksheets[0]
    rows = [[cell.value for cell in line] for line in sheet.iter_rows(min_row=3, max_col=3)]
    assert rows[0] == ["Школа", "1 Издать приказ", "2 Собрать отчёты"]
    assert rows[1:4] == [
        ["=HYPERLINK(1)", "·", "·"],
        ["Школа № 1", "done", "not_yet"],
        ["Школа № 2", "late", "not_yet"],
    ]
    assert {cell.data_type for line in sheet.iter_rows() for cell in line if cell.value} == {"s"}
    late, done = sheet.cell(6, 2), sheet.cell(5, 2)
    assert late.fill.fgColor.rgb != done.fill.fgColor.rgb


def test_nothing_is_published_by_a_look(
    session: Session, coordinator: Membership, published: Roadmap
) -> None:
    before = session.scalar(select(func.count()).select_from(Roadmap))
    publication.look(session, actor_of(session, coordinator), published.id, page=99)
    territory.matrix(session, actor_of(session, coordinator), published.id, now=NOW)
    assert session.scalar(select(func.count()).select_from(Roadmap)) == before


# ---- both databases --------------------------------------------------------------------------------------


async def test_every_view_works_on_both_databases(database_url: str) -> None:
    """The grid is one statement with cases, sums and trees: each database reads it in its own way."""
    db = database(database_url)
    await db.open()
    try:
        ids = await db.write(_build_for_both)
        found = await db.read(_look_at_all, *ids)
    finally:
        await db.close()
    assert found == (1, 1, [CellState.LATE, CellState.DONE], 2, [CellState.DONE], date(2026, 9, 25))


def _build_for_both(session: Session) -> tuple[int, int]:
    region = make_organization(session, name="Край", kind=REGION)
    district = make_organization(session, name="Район", kind=MUNICIPALITY, parent_id=region.id)
    coordinator = make_person(session, Role.COORDINATOR, district)
    schools = [make_school(session, district, name) for name in ("Школа № 1", "Школа № 2")]
    roadmap = district_plan(session, district)
    publication.publish(session, actor_of(session, coordinator), roadmap.id, now=NOW)
    head = actor_of(session, the_member(session, schools[0], Role.HEAD))
    duties.report(session, head, duties_at(session, schools[0])[0].id, comment="Приказ № 5", now=NOW)
    order = NewAct("order", "7", date(2026, 9, 1), "Приказ")
    act = local_acts.add(session, actor_of(session, coordinator), district.id, order, ("order",), now=NOW)
    acknowledgements.ask(
        session, actor_of(session, coordinator), act.id, Audience.SCHOOL_HEADS, date(2026, 9, 10), now=NOW
    )
    make_person(session, Role.HEAD, schools[1])
    assert acknowledgements.tick_newcomers(session, now=NOW) == 1
    assert acknowledgements.tick_unread(session, now=NOW + timedelta(days=4)) == 1
    assert publication.tick_publications(session, now=NOW) == 0
    later = NOW + LATE_BY
    assert territory.nudge_late(session, actor_of(session, coordinator), roadmap.id, now=later).schools == 1
    assert founding.tree(session)[2].people == 2
    return coordinator.person.chat_id or 0, roadmap.id


def _look_at_all(session: Session, chat_id: int, roadmap_id: int) -> tuple[Any, ...]:
    actor, now = access.find_actor(session, chat_id), NOW + LATE_BY
    assert actor is not None
    home = territory.home(session, actor, now=now)
    items = territory.by_item(session, actor, roadmap_id, now=now)
    cells = territory.item(session, actor, roadmap_id, items.lines[0].id, now=now)
    grid = territory.matrix(session, actor, roadmap_id, now=now)
    first = cells.lines[1]
    of_school = territory.school(session, actor, roadmap_id, first.school_id, now=now)
    card = territory.cell(session, actor, first.school_id, first.item_id, now=now)
    local_acts.matrix(session, actor, home.organization_id, ("order",), now=now)
    founding.organizations_below(session, actor, home.organization_id)
    assert len(indicators.plans(session, actor)) == 1
    assert territory.count_late(session, actor) == 0, "no tick has told of it yet"
    return (
        home.late_schools,
        items.lines[0].counts.done,
        [one.state for one in cells.lines],
        len(grid.cells),
        [one.state for one in of_school.lines],
        card.duties[0].due_on,
    )
