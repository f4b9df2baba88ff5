"""A draft: stored from a file, corrected row by row, handed to the head, returned, approved by an order."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO

import openpyxl
import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import (
    Alert,
    AlertKind,
    AlertStatus,
    AuditRecord,
    Membership,
    Notification,
    NotificationStatus,
    Occurrence,
    Organization,
    Roadmap,
    RoadmapItem,
    RoadmapStatus,
    Role,
)
from models.organization import OrganizationKind
from services import deadlines, plan_desk, plan_drafts, plan_items, plan_sheet, responsibles
from services.access import Actor
from services.deadlines import Context, Doubt
from services.errors import AnswerEmpty, AnswerTooLong, NoLongerCurrent, NotAllowed
from services.plan_desk import PlanWithHead, Row
from services.plan_drafts import NobodyApproves
from services.plan_items import Field, TooManyItems
from services.plan_sheet import Column
from services.plans import Plan, PlanRow, Problem
from services.roadmaps import PlanHasNoItems
from tests.support.factories import NOW, actor_of, make_item, make_organization, make_person, make_plan

CONTEXT = Context(today=NOW.date(), school_year=2026)


def row(activity: str, deadline: str, responsible: str = "куратор", **fields: str) -> PlanRow:
    reading = deadlines.read(deadline, CONTEXT)
    values = {"no": "", "section": "Этап", "result": "", "controller": ""} | fields
    return PlanRow(
        activity=activity,
        deadline=deadline,
        responsible=responsible,
        reading=reading,
        doubts=reading.doubts,
        source="1:2",
        **values,
    )


def plan_of(*rows: PlanRow, title: str = "Дорожная карта", problems: tuple[Problem, ...] = ()) -> Plan:
    return Plan(title, "2026-2027", None, "12-р", date(2026, 8, 31), CONTEXT, rows, problems)


PLAN = plan_of(
    row("Собрать анкеты", "до 15 сентября", no="1"),
    row("Подвести итоги", "май, 2026", no="2"),
    row("Вести сайт", "по мере необходимости", "методист Иванова", no="3"),
)


@pytest.fixture
def school(session: Session) -> Organization:
    return make_organization(session)


@pytest.fixture
def curator(session: Session, school: Organization) -> Actor:
    return actor_of(session, make_person(session, Role.CURATOR, school, last="Орлова", first="Мария"))


@pytest.fixture
def head(session: Session, school: Organization) -> Actor:
    return actor_of(session, make_person(session, Role.HEAD, school, last="Смирнов", first="Павел"))


@pytest.fixture
def draft_id(session: Session, school: Organization, curator: Actor) -> int:
    return plan_drafts.import_plan(session, curator, school.id, PLAN, "план.docx", now=NOW).roadmap_id


def rows_of(session: Session, roadmap_id: int) -> list[Row]:
    return list(plan_desk.read_rows(session, session.get_one(Roadmap, roadmap_id), now=NOW))


def told(session: Session, kind: str) -> list[int | None]:
    query = select(Notification.person_id).where(
        Notification.kind == kind, Notification.status == NotificationStatus.PENDING
    )
    return sorted(session.scalars(query), key=str)


# ---- stored from what was read


@pytest.mark.requirement("N-3.4-4")
def test_what_was_read_becomes_a_draft_that_reminds_of_nothing(session: Session, draft_id: int) -> None:
    draft = session.get_one(Roadmap, draft_id)
    assert draft.status == RoadmapStatus.DRAFT
    assert (draft.title, draft.school_year, draft.source_name) == ("Дорожная карта", "2026-2027", "план.docx")
    assert (draft.order_number, draft.order_date) == ("12-р", date(2026, 8, 31))
    assert [(one.number, one.activity, one.deadline_phrase) for one in draft.items] == [
        ("1", "Собрать анкеты", "до 15 сентября"),
        ("2", "Подвести итоги", "май, 2026"),
        ("3", "Вести сайт", "по мере необходимости"),
    ]
    assert session.scalar(select(func.count()).select_from(Occurrence)) == 0
    assert session.scalar(select(func.count()).select_from(Notification)) == 0


def test_the_same_file_again_is_recognised_and_makes_no_second_draft(
    session: Session, school: Organization, curator: Actor, draft_id: int
) -> None:
    again = plan_drafts.import_plan(session, curator, school.id, PLAN, "копия.docx", now=NOW)
    assert (again.roadmap_id, again.is_new) == (draft_id, False)
    other = plan_of(row("Собрать анкеты", "до 16 сентября", no="1"))
    assert plan_drafts.import_plan(session, curator, school.id, other, "план.docx", now=NOW).is_new


def test_the_same_file_of_another_school_is_another_draft(session: Session, draft_id: int) -> None:
    other = make_organization(session, name="Школа № 2")
    assert plan_drafts.store_import(session, other.id, PLAN, "план.docx", now=NOW) != draft_id


def test_remarks_about_the_row_and_the_file_are_kept_until_somebody_settles_them(
    session: Session, school: Organization, curator: Actor
) -> None:
    doubtful = row("Собрать анкеты", "до 15 сентября", no="1")
    repeated = Doubt("repeated-number", {"number": "1"})
    shared = Doubt("shared-deadline", {"count": 2})
    doubtful = PlanRow(
        **{name: getattr(doubtful, name) for name in doubtful.__slots__} | {"doubts": (repeated, shared)}
    )
    plan = plan_of(doubtful, problems=(Problem("rows-joined", {"count": 1}), Problem("rows-not-understood")))
    stored = plan_drafts.import_plan(session, curator, school.id, plan, "a.docx", now=NOW)
    shown = plan_desk.head_of(session, curator, stored.roadmap_id, now=NOW)
    assert [(one.code, dict(one.values)) for one in shown.problems] == [("rows-joined", {"count": 1})]
    (only,) = rows_of(session, stored.roadmap_id)
    assert [(one.code, dict(one.values)) for one in only.doubts] == [
        ("repeated-number", {"number": "1"}),
        ("shared-deadline", {"count": 2}),
    ]
    plan_items.correct_phrase(session, curator, only.id, "до 20 сентября", now=NOW)
    assert [one.code for one in rows_of(session, stored.roadmap_id)[0].doubts] == ["repeated-number"]
    plan_items.edit(session, curator, only.id, Field.NUMBER, "2", now=NOW)
    assert not rows_of(session, stored.roadmap_id)[0].is_doubtful


def test_a_day_below_the_heading_of_a_month_keeps_its_month(
    session: Session, school: Organization, curator: Actor
) -> None:
    one = row("Собрать анкеты", "до 15", no="1")
    one = PlanRow(
        **{name: getattr(one, name) for name in one.__slots__}
        | {"doubts": (Doubt("month-from-heading", {"month": "Октябрь"}),)}
    )
    stored = plan_drafts.import_plan(session, curator, school.id, plan_of(one), "a.docx", now=NOW)
    (read,) = rows_of(session, stored.roadmap_id)
    assert (read.original_phrase, read.reading.end) == ("до 15", date(2026, 10, 15))


def test_a_cell_longer_than_a_row_holds_is_cut_and_said_so(
    session: Session, school: Organization, curator: Actor
) -> None:
    long = plan_of(row("Очень длинно " * 300, "до 15 сентября", no="123456789012345678901234567890"))
    stored = plan_drafts.import_plan(session, curator, school.id, long, "a.docx", now=NOW)
    (only,) = rows_of(session, stored.roadmap_id)
    assert len(only.activity) <= plan_drafts.ACTIVITY_LIMIT
    assert [one.code for one in only.doubts] == ["cell-clipped"]


def test_rows_for_schools_are_known_by_who_is_named_in_a_municipal_plan(session: Session) -> None:
    place = make_organization(session, name="Район", kind=OrganizationKind.MUNICIPALITY)
    plan = plan_of(
        row("Принять акты", "до 1 октября", "Руководители ОО"), row("Собрать базу", "октябрь", "методист")
    )
    roadmap_id = plan_drafts.store_import(session, place.id, plan, "план.xlsx", now=NOW)
    assert [one.for_schools for one in rows_of(session, roadmap_id)] == [True, False]


def test_the_school_year_can_be_put_right_only_where_the_file_did_not_tell_it(
    session: Session, school: Organization, curator: Actor, draft_id: int
) -> None:
    with pytest.raises(NoLongerCurrent):
        plan_drafts.set_year(session, curator, draft_id, 2027, now=NOW)
    plan = plan_of(
        row("Собрать анкеты", "до 15 сентября"), problems=(Problem("year-of-order", {"year": "2026-2027"}),)
    )
    stored = plan_drafts.import_plan(session, curator, school.id, plan, "a.docx", now=NOW)
    shown = plan_drafts.set_year(session, curator, stored.roadmap_id, 2027, now=NOW)
    assert (shown.school_year, shown.problems, shown.is_year_guessed) == ("2027-2028", (), False)
    assert rows_of(session, stored.roadmap_id)[0].reading.end == date(2027, 9, 15)


# ---- rows


def test_what_is_doubtful_stands_first_and_then_the_order_of_the_document(
    session: Session, curator: Actor, draft_id: int
) -> None:
    shown = plan_desk.page(session, curator, draft_id, now=NOW)
    assert [one.number for one in shown.rows] == ["2", "3", "1"]
    assert (shown.head.items, shown.head.doubtful, shown.head.undated) == (3, 2, 1)
    only = plan_desk.page(session, curator, draft_id, doubts_only=True, now=NOW)
    assert [one.number for one in only.rows] == ["2", "3"]


def test_a_suggestion_takes_the_place_of_the_phrase_and_the_document_is_remembered(
    session: Session, curator: Actor, draft_id: int
) -> None:
    item_id = rows_of(session, draft_id)[1].id
    ((mark, phrase),) = plan_desk.card(session, curator, item_id, now=NOW).suggestions
    shown = plan_items.take_suggestion(session, curator, item_id, mark, now=NOW)
    assert (shown.row.original_phrase, shown.row.phrase) == ("май, 2026", phrase)
    assert (shown.row.reading.start, shown.row.is_doubtful) == (date(2027, 5, 1), False)
    with pytest.raises(NoLongerCurrent):
        plan_items.take_suggestion(session, curator, item_id, mark, now=NOW)


def test_a_suggestion_that_was_not_offered_is_refused(
    session: Session, curator: Actor, draft_id: int
) -> None:
    first, second, _ = rows_of(session, draft_id)
    ((mark, _),) = plan_desk.card(session, curator, second.id, now=NOW).suggestions
    with pytest.raises(NoLongerCurrent):
        plan_items.take_suggestion(session, curator, first.id, mark, now=NOW)


def test_accepted_doubts_are_not_shown_again_until_the_phrase_changes(
    session: Session, curator: Actor, draft_id: int
) -> None:
    item_id = rows_of(session, draft_id)[1].id
    assert not plan_items.accept(session, curator, item_id, now=NOW).row.is_doubtful
    assert plan_items.correct_phrase(session, curator, item_id, "июнь 2025", now=NOW).row.is_doubtful


def test_rows_of_which_only_the_table_was_doubtful_are_accepted_at_once(
    session: Session, school: Organization, curator: Actor
) -> None:
    shared = Doubt("shared-deadline", {"count": 3})
    rows = [row("Одно", "до 15 сентября"), row("Другое", "до 15 сентября"), row("Третье", "май, 2026")]
    doubtful = [
        PlanRow(**{name: getattr(one, name) for name in one.__slots__} | {"doubts": (*one.doubts, shared)})
        for one in rows
    ]
    plan = plan_of(*doubtful)
    plan_id = plan_drafts.import_plan(session, curator, school.id, plan, "a.docx", now=NOW).roadmap_id
    assert plan_desk.head_of(session, curator, plan_id, now=NOW).only_remarked == 2
    assert plan_items.accept_remarked(session, curator, plan_id, now=NOW) == 2
    assert [one.is_doubtful for one in rows_of(session, plan_id)] == [False, False, True]
    with pytest.raises(NoLongerCurrent):
        plan_items.accept_remarked(session, curator, plan_id, now=NOW)


def test_a_row_without_a_date_may_stay_without_one(session: Session, curator: Actor, draft_id: int) -> None:
    item_id = rows_of(session, draft_id)[2].id
    shown = plan_items.accept(session, curator, item_id, now=NOW)
    assert (shown.row.is_dated, shown.row.is_doubtful, shown.head.undated) == (False, False, 1)


def test_the_next_doubtful_row_is_found_from_anywhere(
    session: Session, curator: Actor, draft_id: int
) -> None:
    first, second, third = rows_of(session, draft_id)
    assert plan_desk.card(session, curator, second.id, now=NOW).next_doubtful == third.id
    assert plan_desk.card(session, curator, third.id, now=NOW).next_doubtful == second.id
    shown = plan_desk.card(session, curator, first.id, now=NOW)
    assert (shown.earlier, shown.later, shown.next_doubtful) == (third.id, None, second.id)


@pytest.mark.parametrize("field", list(Field))
def test_every_part_of_a_row_can_be_typed_anew(
    session: Session, curator: Actor, draft_id: int, field: Field
) -> None:
    item_id = rows_of(session, draft_id)[0].id
    shown = plan_items.edit(session, curator, item_id, field, "  5.1 ", now=NOW).row
    values = {
        Field.ACTIVITY: shown.activity,
        Field.NUMBER: shown.number,
        Field.SECTION: shown.section,
        Field.RESULT: shown.expected_result,
        Field.RESPONSIBLE: shown.responsible_text,
        Field.CONTROLLER: shown.controller_text,
    }
    assert values[field] == "5.1"
    with pytest.raises(AnswerTooLong):
        plan_items.edit(session, curator, item_id, field, "ж" * 2001, now=NOW)
    with pytest.raises(AnswerEmpty):
        plan_items.edit(session, curator, item_id, field, "\u200b ", now=NOW)


def test_named_people_answer_whatever_the_words_say(
    session: Session, school: Organization, curator: Actor, draft_id: int
) -> None:
    mentor = make_person(session, Role.MENTOR, school, last="Котова", first="Вера")
    item_id = rows_of(session, draft_id)[2].id
    assert rows_of(session, draft_id)[2].unknown == ("методист Иванова",)
    shown = plan_items.toggle_person(session, curator, item_id, mentor.person_id, now=NOW)
    assert ([one.last for one in shown.row.people], shown.row.unknown) == (["Котова"], ())
    shown = plan_items.toggle_person(session, curator, item_id, mentor.person_id, now=NOW)
    assert ([one.last for one in shown.row.people], shown.row.named_ids) == (["Орлова"], ())


def test_somebody_of_another_school_cannot_be_named(session: Session, curator: Actor, draft_id: int) -> None:
    stranger = make_person(session, Role.MENTOR, make_organization(session, name="Школа № 2"))
    item_id = rows_of(session, draft_id)[0].id
    with pytest.raises(NoLongerCurrent):
        plan_items.toggle_person(session, curator, item_id, stranger.person_id, now=NOW)


def test_a_row_is_added_at_the_end_and_taken_out_again(
    session: Session, curator: Actor, draft_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = plan_items.add(session, curator, draft_id, "Обойти классы", "раз в четверть", "куратор", now=NOW)
    assert (shown.row.section, shown.row.reading.rrule) == ("Этап", "FREQ=TERMLY")
    assert rows_of(session, draft_id)[-1].activity == "Обойти классы"
    assert plan_items.remove(session, curator, shown.row.id, now=NOW) == draft_id
    assert len(rows_of(session, draft_id)) == 3
    with pytest.raises(NoLongerCurrent):
        plan_items.remove(session, curator, shown.row.id, now=NOW)
    monkeypatch.setattr(plan_items, "ITEMS_MOST", 3)
    with pytest.raises(TooManyItems):
        plan_items.add(session, curator, draft_id, "Ещё", "май", now=NOW)


def test_only_a_municipal_row_can_be_handed_to_schools(
    session: Session, curator: Actor, draft_id: int
) -> None:
    with pytest.raises(NoLongerCurrent):
        plan_items.toggle_for_schools(session, curator, rows_of(session, draft_id)[0].id, now=NOW)
    place = make_organization(session, name="Район", kind=OrganizationKind.MUNICIPALITY)
    coordinator = actor_of(session, make_person(session, Role.COORDINATOR, place))
    plan_id = plan_drafts.store_import(session, place.id, PLAN, "план.docx", now=NOW)
    item_id = rows_of(session, plan_id)[0].id
    assert plan_items.toggle_for_schools(session, coordinator, item_id, now=NOW).row.for_schools


# ---- to the head and back


@pytest.mark.requirement("N-3.3-4", "N-3.4-4", "L-O-2")
def test_the_head_approves_by_an_order_and_the_plan_goes_live(
    session: Session, curator: Actor, head: Actor, draft_id: int
) -> None:
    plan_drafts.submit(session, curator, draft_id, now=NOW)
    assert told(session, "plans.submitted") == [head.person_id]
    shown = plan_drafts.approve(session, head, draft_id, "№ 48", date(2026, 9, 1), now=NOW)
    assert (shown.status, shown.order_number, shown.order_date) == (
        RoadmapStatus.APPROVED,
        "№ 48",
        date(2026, 9, 1),
    )
    assert told(session, "plans.submitted") == []
    assert told(session, "plans.approved") == [curator.person_id]
    assert session.scalar(select(func.count()).select_from(Occurrence)) == 2
    with pytest.raises(NoLongerCurrent):
        plan_drafts.approve(session, head, draft_id, "49", date(2026, 9, 1), now=NOW)


@pytest.mark.requirement("N-3.3-4")
def test_the_head_returns_a_plan_with_a_reason_that_the_curators_hear(
    session: Session, curator: Actor, head: Actor, draft_id: int
) -> None:
    plan_drafts.submit(session, curator, draft_id, now=NOW)
    with pytest.raises(AnswerEmpty):
        plan_drafts.send_back(session, head, draft_id, " ", now=NOW)
    shown = plan_drafts.send_back(session, head, draft_id, "Нет сроков по сайту", now=NOW)
    assert (shown.status, shown.return_reason) == (RoadmapStatus.DRAFT, "Нет сроков по сайту")
    assert told(session, "plans.returned") == [curator.person_id]
    later = NOW + timedelta(minutes=5)
    assert not plan_drafts.submit(session, curator, draft_id, now=later).return_reason


def test_while_the_head_decides_a_curator_changes_nothing_and_may_take_it_back(
    session: Session, curator: Actor, head: Actor, draft_id: int
) -> None:
    item_id = rows_of(session, draft_id)[0].id
    plan_drafts.submit(session, curator, draft_id, now=NOW)
    with pytest.raises(PlanWithHead):
        plan_items.accept(session, curator, item_id, now=NOW)
    with pytest.raises(PlanWithHead):
        plan_drafts.delete(session, curator, draft_id, now=NOW)
    assert plan_items.correct_phrase(session, head, item_id, "до 20 сентября", now=NOW).head.may_edit
    assert plan_drafts.withdraw(session, curator, draft_id, now=NOW).may_edit
    assert told(session, "plans.submitted") == []
    with pytest.raises(NoLongerCurrent):
        plan_drafts.withdraw(session, curator, draft_id, now=NOW)


def test_a_plan_that_nobody_can_approve_is_not_handed_over(
    session: Session, curator: Actor, draft_id: int
) -> None:
    with pytest.raises(NobodyApproves):
        plan_drafts.submit(session, curator, draft_id, now=NOW)
    assert session.get_one(Roadmap, draft_id).status == RoadmapStatus.DRAFT


def test_an_empty_plan_is_neither_handed_over_nor_approved(
    session: Session, school: Organization, curator: Actor, head: Actor
) -> None:
    empty = make_plan(session, school, live=False)
    with pytest.raises(PlanHasNoItems):
        plan_drafts.submit(session, curator, empty.id, now=NOW)
    with pytest.raises(PlanHasNoItems):
        plan_drafts.check_may_approve(session, head, empty.id, now=NOW)


def test_a_curator_cannot_approve_or_return(
    session: Session, curator: Actor, head: Actor, draft_id: int
) -> None:
    assert head.person_id != curator.person_id
    with pytest.raises(NotAllowed):
        plan_drafts.approve(session, curator, draft_id, "1", date(2026, 9, 1), now=NOW)
    plan_drafts.submit(session, curator, draft_id, now=NOW)
    with pytest.raises(NotAllowed):
        plan_drafts.send_back(session, curator, draft_id, "Не нравится", now=NOW)


@pytest.mark.parametrize("role", [Role.MENTOR, Role.MENTEE])
def test_mentors_and_mentees_see_no_drafts(
    session: Session, school: Organization, draft_id: int, role: Role
) -> None:
    actor = actor_of(session, make_person(session, role, school))
    item_id = rows_of(session, draft_id)[0].id
    with pytest.raises(NotAllowed):
        plan_desk.places(session, actor)
    with pytest.raises(NotAllowed):
        plan_desk.desk(session, actor, school.id)
    with pytest.raises(NotAllowed):
        plan_desk.page(session, actor, draft_id, now=NOW)
    with pytest.raises(NotAllowed):
        plan_desk.card(session, actor, item_id, now=NOW)
    with pytest.raises(NotAllowed):
        plan_items.accept(session, actor, item_id, now=NOW)
    with pytest.raises(NotAllowed):
        plan_drafts.import_plan(session, actor, school.id, PLAN, "a.docx", now=NOW)


def test_a_curator_of_another_school_gets_nowhere(session: Session, draft_id: int) -> None:
    other = make_organization(session, name="Школа № 2")
    stranger = actor_of(session, make_person(session, Role.CURATOR, other))
    item_id = rows_of(session, draft_id)[0].id
    for attempt in (
        lambda: plan_desk.page(session, stranger, draft_id, now=NOW),
        lambda: plan_drafts.submit(session, stranger, draft_id, now=NOW),
        lambda: plan_drafts.delete(session, stranger, draft_id, now=NOW),
        lambda: plan_items.remove(session, stranger, item_id, now=NOW),
        lambda: plan_drafts.explain(session, stranger, draft_id, "методист Иванова", [], [], now=NOW),
    ):
        with pytest.raises(NotAllowed):
            attempt()


def test_a_deleted_draft_is_gone_with_its_rows_and_a_live_plan_cannot_be_deleted(
    session: Session, school: Organization, curator: Actor, head: Actor, draft_id: int
) -> None:
    live = make_plan(session, school, make_item("до 15 октября"))
    for one in (curator, head):
        with pytest.raises(NoLongerCurrent):
            plan_drafts.delete(session, one, live.id, now=NOW)
    assert plan_drafts.delete(session, curator, draft_id, now=NOW) == school.id
    left = session.scalars(select(RoadmapItem.roadmap_id)).all()
    assert left == [live.id]
    with pytest.raises(NoLongerCurrent):
        plan_desk.page(session, curator, draft_id, now=NOW)


def test_what_is_done_with_a_plan_is_written_down(
    session: Session, curator: Actor, head: Actor, draft_id: int
) -> None:
    plan_drafts.submit(session, curator, draft_id, now=NOW)
    plan_drafts.approve(session, head, draft_id, "1", date(2026, 9, 1), now=NOW)
    acts = session.scalars(select(AuditRecord.act).where(AuditRecord.subject_id == draft_id)).all()
    assert acts[:3] == ["plan.imported", "plan.submitted", "roadmap.approved"]


# ---- whom words mean


def test_unknown_words_are_asked_about_once_and_remembered(
    session: Session, school: Organization, curator: Actor, draft_id: int
) -> None:
    mentor = make_person(session, Role.MENTOR, school, last="Котова")
    assert plan_desk.unknown_words(session, curator, draft_id) == (school.id, ("методист Иванова",))
    left = plan_drafts.explain(
        session, curator, draft_id, "методист Иванова", [], [mentor.person_id], now=NOW
    )
    assert left == ()
    assert [one.last for one in rows_of(session, draft_id)[2].people] == ["Котова"]
    with pytest.raises(NoLongerCurrent):
        plan_drafts.explain(session, curator, draft_id, "методист Иванова", [], [], now=NOW)
    other = plan_of(row("Другое", "май", "Методист Иванова"))
    stored = plan_drafts.import_plan(session, curator, school.id, other, "b.docx", now=NOW)
    assert plan_desk.unknown_words(session, curator, stored.roadmap_id)[1] == ()


def test_the_question_about_a_live_plan_is_settled_by_its_last_answer(
    session: Session, curator: Actor, head: Actor, draft_id: int
) -> None:
    plan_drafts.approve(session, head, draft_id, "1", date(2026, 9, 1), now=NOW)
    query = select(Alert).where(Alert.kind == AlertKind.RESPONSIBLE_UNKNOWN)
    assert session.scalars(query).one().status == AlertStatus.OPEN
    plan_drafts.explain(session, curator, draft_id, "методист Иванова", [Role.CURATOR], [], now=NOW)
    assert session.scalars(query).one().status == AlertStatus.RESOLVED


def test_nobody_of_us_is_an_answer_too(session: Session, curator: Actor, draft_id: int) -> None:
    plan_drafts.explain(session, curator, draft_id, "методист Иванова", [], [], now=NOW)
    shown = rows_of(session, draft_id)[2]
    assert (shown.unknown, [one.last for one in shown.people]) == ((), ["Орлова"])


# ---- the desk


def test_the_desk_lists_drafts_first_and_counts_what_is_done(
    session: Session, school: Organization, curator: Actor, draft_id: int
) -> None:
    live = make_plan(session, school, make_item("до 15 октября"), make_item("до 20 октября"))
    duty: Membership = make_person(session, Role.MENTOR, school)
    occurrence = live.items[0].occurrences[0]
    occurrence.complete(duty.person_id, NOW.date(), NOW)
    session.flush()
    shown = plan_desk.desk(session, curator, school.id)
    assert [(one.id, one.status) for one in shown.plans] == [
        (draft_id, RoadmapStatus.DRAFT),
        (live.id, RoadmapStatus.APPROVED),
    ]
    assert shown.continued == live.id


def test_the_head_sees_in_the_menu_how_many_plans_wait(
    session: Session, curator: Actor, head: Actor, draft_id: int
) -> None:
    assert plan_desk.count_waiting(session, head) == 0
    plan_drafts.submit(session, curator, draft_id, now=NOW)
    assert (plan_desk.count_waiting(session, head), plan_desk.count_waiting(session, curator)) == (1, 0)


def test_a_frozen_person_is_not_offered(session: Session, school: Organization, curator: Actor) -> None:
    gone = make_person(session, Role.MENTOR, school, last="Ушедшая")
    gone.person.frozen_at = NOW
    session.flush()
    found = responsibles.candidates(session, curator, school.id)
    assert "Ушедшая" not in [one.name.last for one in found]


# ---- the table


def test_the_table_holds_every_cell_as_text(session: Session) -> None:
    cells = ["1", "=1+1", "@SUM(A1)", "http://example.org", "до 15 сентября\nвторая строка"]
    made = plan_sheet.table(
        "План", "План", [Column("h", 10)] * 5, [cells, ["", "", "", "", ""]], [True, False]
    )
    page = openpyxl.load_workbook(BytesIO(made)).worksheets[0]
    assert [cell.value for cell in page[3]] == cells
    assert {cell.data_type for cell in page[3]} == {"s"}
    assert not page["D3"].hyperlink
    assert page.freeze_panes == "A3"


def test_a_table_of_an_empty_plan_can_be_opened() -> None:
    made = plan_sheet.table("План", "П" * 40, [Column("h", 10)], [], [])
    assert openpyxl.load_workbook(BytesIO(made)).worksheets[0].max_row == 2
