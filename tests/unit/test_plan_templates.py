"""Templates of plans: understood in any year, complete, and taken as a draft."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from bot.settings import ROOT
from models import Roadmap, RoadmapStatus, Role
from models.organization import OrganizationKind
from services import content, deadlines, occurrences, plan_desk, plan_drafts, plan_templates
from services.content import Content, ContentError, RoadmapTemplate, TemplateLevel
from services.deadlines import Context
from services.errors import NoLongerCurrent, NotAllowed
from tests.support.factories import NOW, actor_of, make_organization, make_person
from tests.unit.test_content import complaint, line_of, root, spoil

__all__ = ["root"]

SCHOOL = "roadmaps/school.yaml"


@pytest.fixture(scope="module")
def loaded() -> Content:
    return content.load(ROOT / "content")


def template(loaded: Content, key: str) -> RoadmapTemplate:
    found = loaded.roadmap_template(key)
    assert found is not None
    return found


# ---- the files


@pytest.mark.requirement("T-4.1/4.5", "N-RM", "L-RM", "G-RM")
def test_the_templates_have_the_stages_of_real_plans_and_enough_rows(loaded: Content) -> None:
    school, municipal = template(loaded, "school"), template(loaded, "municipal")
    assert 25 <= len(school) <= 35
    assert 15 <= len(municipal) <= 20
    assert len(school.sections) == 9
    assert len(municipal.sections) == 4
    assert any(item.for_schools for section in municipal.sections for item in section.items)
    assert not any(item.for_schools for section in school.sections for item in section.items)


@pytest.mark.parametrize("key", ["school", "municipal"])
@pytest.mark.parametrize("year", [2025, 2026, 2027, 2030, 2035])
def test_every_deadline_of_a_template_falls_into_its_school_year(
    loaded: Content, key: str, year: int
) -> None:
    context = Context(today=date(year, 8, 25), school_year=year)
    for section in template(loaded, key).sections:
        for item in section.items:
            dated = occurrences.dates_of(deadlines.read(item.deadline, context), context)
            assert dated, item.deadline
            assert all(date(year, 8, 1) <= one.due_on <= date(year + 1, 8, 31) for one in dated), item


def test_nobody_has_to_be_asked_who_is_meant_in_a_template(session: Session, loaded: Content) -> None:
    school = make_organization(session)
    curator = actor_of(session, make_person(session, Role.CURATOR, school))
    for role in (Role.HEAD, Role.MENTOR, Role.MENTEE):
        make_person(session, role, school, last=role.value)
    made = plan_templates.take(session, curator, school.id, template(loaded, "school"), 2026, now=NOW)
    shown = plan_desk.head_of(session, curator, made.roadmap_id, now=NOW)
    assert (shown.doubtful, shown.undated, shown.unknown) == (0, 0, ())


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("deadline: до 5 сентября", "deadline: когда-нибудь потом", "deadline: когда-нибудь потом"),
        ("deadline: до 10 сентября", "deadline: до 10 сентября 2019", "deadline: до 10 сентября 2019"),
        ("activity: Обновить Положение", 'activity: ""  # Обновить Положение', 'activity: ""'),
        ("на {year} учебный год", "на учебный год", "title: План мероприятий"),
        ("level: school", "level: village", "level: village"),
    ],
)
def test_a_mistake_in_a_template_is_named_by_file_and_line(
    root: Path,
    old: str,
    new: str,
    words: str,
) -> None:
    spoil(root, SCHOOL, old, new)
    error = complaint(root)
    assert (error.file, error.line) == (SCHOOL, line_of(root, SCHOOL, words))


def test_the_program_does_not_start_without_its_templates(tmp_path: Path) -> None:
    copied = Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
    (copied / SCHOOL).unlink()
    with pytest.raises(ContentError, match="there is no file with the key «school»"):
        content.load(copied)


# ---- taken


@pytest.mark.requirement("N-3.4-4")
def test_a_template_becomes_a_draft_for_a_school_year(session: Session, loaded: Content) -> None:
    school = make_organization(session)
    curator = actor_of(session, make_person(session, Role.CURATOR, school))
    made = plan_templates.take(session, curator, school.id, template(loaded, "school"), 2027, now=NOW)
    draft = session.get_one(Roadmap, made.roadmap_id)
    assert (draft.status, draft.school_year) == (RoadmapStatus.DRAFT, "2027-2028")
    assert draft.title.endswith("на 2027-2028 учебный год")
    assert draft.items[0].number == "1.1"
    assert draft.items[-1].section == "Ежегодный мониторинг"
    assert len(draft.items) == len(template(loaded, "school"))


def test_a_second_tap_finds_the_draft_of_the_first(session: Session, loaded: Content) -> None:
    school = make_organization(session)
    curator = actor_of(session, make_person(session, Role.CURATOR, school))
    one = template(loaded, "school")
    first = plan_templates.take(session, curator, school.id, one, 2026, now=NOW)
    again = plan_templates.take(session, curator, school.id, one, 2026, now=NOW)
    assert (again.roadmap_id, again.is_new) == (first.roadmap_id, False)
    assert plan_templates.take(session, curator, school.id, one, 2027, now=NOW).is_new
    plan_drafts.delete(session, curator, first.roadmap_id, now=NOW)
    assert plan_templates.take(session, curator, school.id, one, 2026, now=NOW).is_new


def test_what_was_not_offered_cannot_be_taken(session: Session, loaded: Content) -> None:
    school = make_organization(session)
    curator = actor_of(session, make_person(session, Role.CURATOR, school))
    with pytest.raises(NoLongerCurrent):
        plan_templates.take(session, curator, school.id, template(loaded, "municipal"), 2026, now=NOW)
    with pytest.raises(NoLongerCurrent):
        plan_templates.take(session, curator, school.id, template(loaded, "school"), 1999, now=NOW)
    mentor = actor_of(session, make_person(session, Role.MENTOR, school))
    with pytest.raises(NotAllowed):
        plan_templates.take(session, mentor, school.id, template(loaded, "school"), 2026, now=NOW)


@pytest.mark.requirement("N-O-1.2", "N-RM-1.2")
def test_a_municipality_is_offered_its_own_template_with_rows_for_schools(
    session: Session, loaded: Content
) -> None:
    place = make_organization(session, name="Район", kind=OrganizationKind.MUNICIPALITY)
    coordinator = actor_of(session, make_person(session, Role.COORDINATOR, place))
    (offered,) = plan_templates.offered(session, coordinator, place.id, loaded)
    assert offered.level == TemplateLevel.MUNICIPALITY
    made = plan_templates.take(session, coordinator, place.id, offered, 2026, now=NOW)
    draft = session.get_one(Roadmap, made.roadmap_id)
    assert draft.title.endswith("на 2026-2027 учебный год")
    assert sum(one.for_schools for one in draft.items) == 7
    shown = plan_drafts.approve(session, coordinator, draft.id, "749-О", date(2026, 9, 1), now=NOW)
    assert shown.status == RoadmapStatus.APPROVED


@pytest.mark.parametrize(
    ("moment", "years"),
    [
        (datetime(2027, 5, 31, 20, 0, tzinfo=UTC), (2026, 2027)),
        (datetime(2027, 5, 31, 21, 30, tzinfo=UTC), (2027, 2028)),
        (datetime(2027, 8, 1, tzinfo=UTC), (2027, 2028)),
    ],
)
def test_from_june_on_the_coming_year_is_offered_first(
    session: Session, moment: datetime, years: tuple[int, int]
) -> None:
    school = make_organization(session)
    curator = actor_of(session, make_person(session, Role.CURATOR, school))
    assert plan_templates.years(session, curator, school.id, now=moment) == years
