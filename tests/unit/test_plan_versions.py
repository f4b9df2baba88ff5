"""A newer version beside the live plan: which rows are the same, what changed, and what stays done."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    Notification,
    NotificationStatus,
    Occurrence,
    OccurrenceStatus,
    Organization,
    Roadmap,
    RoadmapStatus,
    Role,
)
from services import duties, duty_ticks, plan_desk, plan_drafts, plan_items, plan_versions
from services.access import Actor
from services.errors import NoLongerCurrent
from services.plan_versions import Comparable, Part, match
from services.roadmaps import NewItem
from tests.support.factories import NOW, actor_of, make_item, make_organization, make_person, make_plan
from tests.unit.test_plan_drafts import plan_of, row

OLD = (
    Comparable(1, "1.1", "Собрать анкеты наставляемых и согласия"),
    Comparable(2, "1.2", "Составить базу наставников"),
    Comparable(3, "2.1", "Провести конкурс наставнических пар"),
)


def renumbered(*rows: Comparable) -> list[Comparable]:
    return [replace(one, id=100 + place) for place, one in enumerate(rows)]


# ---- which row is which


def test_the_same_words_belong_together_whatever_the_order() -> None:
    assert match(renumbered(*reversed(OLD)), OLD) == {100: 3, 101: 2, 102: 1}


def test_a_number_that_moved_does_not_confuse_rows_with_the_same_words() -> None:
    new = renumbered(OLD[2], replace(OLD[0], number="1.2"))
    assert match(new, OLD) == {100: 3, 101: 1}


def test_a_few_rows_are_read_letter_by_letter_however_many_look_like_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pairs: list[tuple[str, str]] = []

    def likeness(one: str, other: str, needed: float) -> float:
        pairs.append((one, other))
        return 0.0

    monkeypatch.setattr(plan_versions, "_likeness", likeness)
    new = [Comparable(1_000 + one, "", f"Провести встречу наставников {one}") for one in range(500)]
    match(
        new,
        [replace(one, id=place) for place, one in enumerate(OLD)]
        + [Comparable(9, "", new[0].activity + " х")],
    )
    assert 0 < len(pairs) <= 4 * plan_versions.CLAIMANTS


def test_changed_words_are_recognised_by_likeness() -> None:
    new = [Comparable(100, "1.1", "Собрать анкеты и согласия всех наставляемых")]
    assert match(new, OLD) == {100: 1}


def test_a_number_helps_where_the_words_changed_much() -> None:
    new = "Собрать опросные листы и письменные согласия наставляемых"
    assert match([Comparable(100, "1.1", new)], OLD) == {100: 1}
    assert match([Comparable(100, "9", new)], OLD) == {}


def test_another_activity_under_an_old_number_is_a_new_row() -> None:
    assert match([Comparable(100, "1.1", "Обновить раздел сайта школы")], OLD) == {}


def test_equal_rows_are_told_apart_by_their_numbers() -> None:
    old = [Comparable(1, "1", "Отчёт"), Comparable(2, "2", "Отчёт"), Comparable(3, "3", "Отчёт")]
    new = [Comparable(10, "3", "Отчёт"), Comparable(11, "1", "Отчёт"), Comparable(12, "7", "Отчёт")]
    assert match(new, old) == {10: 3, 11: 1, 12: 2}


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["", "1", "1.1", "2"]),
        st.sampled_from(["Собрать базу", "Собрать базы", "Отчёт", "", "Провести встречу с базой", "я" * 400]),
    ),
    max_size=12,
)


@settings(max_examples=150, deadline=None)
@given(ROWS, ROWS)
def test_rows_are_matched_one_to_one_and_equal_ones_always(
    first: list[tuple[str, str]], second: list[tuple[str, str]]
) -> None:
    new = [Comparable(100 + place, *one) for place, one in enumerate(first)]
    old = [Comparable(place, *one) for place, one in enumerate(second)]
    found = match(new, old)
    assert len(set(found.values())) == len(found)
    assert set(found) <= {one.id for one in new}
    assert set(found.values()) <= {one.id for one in old}
    if sorted(first) == sorted(second):
        assert len(found) == len(new)


def test_two_thousand_rows_that_have_nothing_in_common_are_left_alone() -> None:
    new = [Comparable(place, "", f"слово{place} дело{place * 7}") for place in range(2000)]
    old = [Comparable(place, "", f"иное{place} прочее{place * 3}") for place in range(2000)]
    assert match(new, old) == {}


# ---- stored plans


@pytest.fixture
def school(session: Session) -> Organization:
    return make_organization(session)


@pytest.fixture
def curator(session: Session, school: Organization) -> Actor:
    return actor_of(session, make_person(session, Role.CURATOR, school, last="Орлова"))


@pytest.fixture
def head(session: Session, school: Organization) -> Actor:
    return actor_of(session, make_person(session, Role.HEAD, school, last="Смирнов"))


def item(number: str, activity: str, phrase: str) -> NewItem:
    return make_item(phrase, number=number, activity=activity, expected_result="", responsible_text="куратор")


@pytest.fixture
def live(session: Session, school: Organization, curator: Actor) -> Roadmap:
    assert curator.person_id
    return make_plan(
        session,
        school,
        item("1", "Собрать анкеты наставляемых", "до 1 октября"),
        item("2", "Составить базу наставников", "до 10 октября"),
        item("3", "Провести конкурс пар", "до 20 октября"),
        item("4", "Обновить сайт", "до 25 октября"),
    )


NEWER = plan_of(
    row("Собрать анкеты наставляемых", "до 1 октября", no="1"),
    row("Составить базу наставников школы", "до 15 октября", no="2"),
    row("Пригласить методиста", "ноябрь", no="3"),
    row("Обновить сайт", "до 25 октября", "директор", no="4"),
)


@pytest.fixture
def newer(session: Session, school: Organization, curator: Actor, live: Roadmap) -> int:
    assert live.id
    return plan_drafts.import_plan(session, curator, school.id, NEWER, "новый.docx", now=NOW).roadmap_id


def duty(session: Session, roadmap: Roadmap, number: str) -> Occurrence:
    (found,) = next(one.occurrences for one in roadmap.items if one.number == number)
    return found


def test_an_import_beside_a_live_plan_is_shown_with_its_difference(
    session: Session, curator: Actor, live: Roadmap, newer: int
) -> None:
    assert session.get_one(Roadmap, newer).previous_id == live.id
    duty(session, live, "3").complete(curator.person_id, NOW.date(), NOW)
    session.flush()
    found = plan_versions.difference(session, curator, newer)
    assert [one.activity for one in found.added] == ["Пригласить методиста"]
    assert [(one.number, [change.part for change in one.changes]) for one in found.changed] == [
        ("2", [Part.ACTIVITY, Part.DEADLINE]),
        ("4", [Part.RESPONSIBLE]),
    ]
    deadline = found.changed[0].changes[1]
    assert (deadline.old, deadline.new) == ("до 10 октября", "до 15 октября")
    assert [(one.activity, one.done, one.total) for one in found.gone] == [("Провести конкурс пар", 1, 1)]
    assert found.unchanged == 1


@pytest.mark.requirement("N-3.4-4")
def test_approval_of_a_newer_version_keeps_what_is_done(
    session: Session, curator: Actor, head: Actor, live: Roadmap, newer: int
) -> None:
    for number in ("1", "2", "4"):
        duty(session, live, number).complete(curator.person_id, NOW.date(), NOW)
    session.flush()
    plan_drafts.approve(session, head, newer, "77", date(2026, 9, 7), now=NOW)
    assert session.get_one(Roadmap, live.id).status == RoadmapStatus.ARCHIVED
    approved = session.get_one(Roadmap, newer)
    states = {
        one.number: sorted((duty.due_on, duty.status) for duty in one.occurrences) for one in approved.items
    }
    assert states["1"] == [(date(2026, 10, 1), OccurrenceStatus.DONE)]
    assert (date(2026, 10, 10), OccurrenceStatus.DONE) in states["2"]
    assert [status for _, status in states["3"]] == [OccurrenceStatus.UPCOMING]
    assert states["4"] == [(date(2026, 10, 25), OccurrenceStatus.DONE)]


def test_what_somebody_took_over_stays_theirs_in_a_newer_version(
    session: Session, curator: Actor, head: Actor, live: Roadmap, newer: int
) -> None:
    taken, other = duty(session, live, "1"), duty(session, live, "4")
    duties.take_over(session, head, taken.id, now=NOW)
    plan_drafts.approve(session, head, newer, "77", date(2026, 9, 7), now=NOW)
    approved = session.get_one(Roadmap, newer)
    assert duty(session, approved, "1").id == taken.id
    assert [one.id for one in taken.responsible] == [head.person_id]
    assert duty(session, approved, "4").id == other.id
    assert [one.id for one in other.responsible] == [head.person_id]
    assert not other.is_taken_over


def test_nobody_is_reminded_of_a_duty_that_a_newer_version_drops(
    session: Session, head: Actor, live: Roadmap, newer: int
) -> None:
    dropped = duty(session, live, "3").id
    at = datetime(2026, 10, 7, 7, 0, tzinfo=UTC)
    duty_ticks.tick_opening(session, now=at)
    waiting = (
        Notification.status == NotificationStatus.PENDING,
        Notification.payload["occurrence_id"].as_integer() == dropped,
    )
    assert set(session.scalars(select(Notification.kind).where(*waiting))) == {"roadmap.reminder"}
    plan_drafts.approve(session, head, newer, "77", date(2026, 10, 7), now=at)
    assert session.get(Occurrence, dropped) is None
    assert session.scalars(select(Notification.kind).where(*waiting)).all() == []


def test_a_link_that_was_cut_makes_a_new_row_whose_duty_is_not_done(
    session: Session, curator: Actor, head: Actor, live: Roadmap, newer: int
) -> None:
    duty(session, live, "1").complete(curator.person_id, NOW.date(), NOW)
    first = session.get_one(Roadmap, newer).items[0]
    assert plan_versions.cut_link(session, curator, first.id, now=NOW) == newer
    found = plan_versions.difference(session, curator, newer)
    assert "Собрать анкеты наставляемых" in [one.activity for one in found.added]
    assert "Собрать анкеты наставляемых" in [one.activity for one in found.gone]
    with pytest.raises(NoLongerCurrent):
        plan_versions.cut_link(session, curator, first.id, now=NOW)
    plan_drafts.approve(session, head, newer, "77", date(2026, 9, 7), now=NOW)
    assert duty(session, session.get_one(Roadmap, newer), "1").status != OccurrenceStatus.DONE


def test_of_two_drafts_the_second_to_be_approved_replaces_the_first(
    session: Session, school: Organization, curator: Actor, head: Actor, live: Roadmap, newer: int
) -> None:
    third = plan_of(row("Собрать анкеты наставляемых", "до 1 октября", no="1"))
    other = plan_drafts.import_plan(session, curator, school.id, third, "третий.docx", now=NOW).roadmap_id
    plan_drafts.approve(session, head, newer, "77", date(2026, 9, 7), now=NOW)
    duty(session, session.get_one(Roadmap, newer), "1").complete(curator.person_id, NOW.date(), NOW)
    session.flush()
    plan_drafts.approve(session, head, other, "78", date(2026, 9, 8), now=NOW)
    statuses = [session.get_one(Roadmap, one).status for one in (live.id, newer, other)]
    assert statuses == [RoadmapStatus.ARCHIVED, RoadmapStatus.ARCHIVED, RoadmapStatus.APPROVED]
    assert duty(session, session.get_one(Roadmap, other), "1").status == OccurrenceStatus.DONE


def test_a_draft_without_a_live_plan_of_its_year_has_no_difference(
    session: Session, school: Organization, curator: Actor
) -> None:
    made = plan_drafts.import_plan(session, curator, school.id, NEWER, "план.docx", now=NOW)
    with pytest.raises(NoLongerCurrent):
        plan_versions.difference(session, curator, made.roadmap_id)
    assert plan_desk.head_of(session, curator, made.roadmap_id, now=NOW).replaces is None


def test_a_plan_published_by_the_municipality_is_no_version_of_the_schools_own(
    session: Session, school: Organization, curator: Actor
) -> None:
    above = make_organization(session, name="Район")
    origin = make_plan(session, above, item("1", "Собрать анкеты наставляемых", "до 1 октября"))
    make_plan(session, school, item("1", "Собрать анкеты наставляемых", "до 1 октября"), origin_id=origin.id)
    made = plan_drafts.import_plan(session, curator, school.id, NEWER, "план.docx", now=NOW)
    assert session.get_one(Roadmap, made.roadmap_id).previous_id is None


def test_a_corrected_row_counts_with_its_corrected_deadline(
    session: Session, curator: Actor, newer: int
) -> None:
    second = session.get_one(Roadmap, newer).items[1]
    plan_items.correct_phrase(session, curator, second.id, "до 10 октября", now=NOW)
    (changed, _) = plan_versions.difference(session, curator, newer).changed
    assert [one.part for one in changed.changes] == [Part.ACTIVITY]
