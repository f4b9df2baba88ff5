"""The living plan as curators and heads see it: by month, stage and person, late, undated, in files."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from itertools import pairwise

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.settings import ROOT
from handlers.common.translator import Texts, Translator
from handlers.roadmap import files, plan_screens, screens
from handlers.roadmap.callbacks import View
from models import AuditRecord, Membership, OccurrenceStatus, Organization, Roadmap, Role
from sandbox.images import image_size
from services import content as content_files
from services import duties, duty_changes, duty_sheet, duty_ticks, duty_views, plan_chart, plan_views
from services.duty_sheet import Column, Row, Table
from services.errors import NoLongerCurrent, NotAllowed
from services.evidence import COMMENT_LIMIT, AttachedFile
from services.names import NamesInChat
from services.plan_chart import Chart, Line, Mark, State
from services.plan_views import Progress
from services.text_limits import MESSAGE_LIMIT, telegram_length
from tests.support.factories import (
    NOW,
    actor_of,
    duties_of,
    make_item,
    make_organization,
    make_person,
    make_plan,
)

FIRST, SECOND = "1. Подготовительный этап", "2. Основной этап"
AFTER = datetime(2026, 9, 16, 6, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts(ROOT / "locales", content_files.load(ROOT / "content"))


@pytest.fixture(params=["ru", "tt", "en"])
def t(request: pytest.FixtureRequest, texts: Texts) -> Translator:
    return texts.translator(request.param)


@pytest.fixture
def school(session: Session) -> Organization:
    return make_organization(session)


@pytest.fixture
def curator(session: Session, school: Organization) -> Membership:
    return make_person(session, Role.CURATOR, school, last="Иванова")


@pytest.fixture
def mentor(session: Session, school: Organization) -> Membership:
    return make_person(session, Role.MENTOR, school, last="Орлова")


@pytest.fixture
def plan(session: Session, school: Organization, mentor: Membership, curator: Membership) -> Roadmap:
    """Two stages: a late duty and one for later; a period, a yearly day, and an item without any day."""
    return make_plan(
        session,
        school,
        make_item("до 15.09.2026", mentor, number="1.1", activity="Приказ", section=FIRST),
        make_item("до 25.11.2026", mentor, number="1.2", activity="База", section=FIRST),
        make_item("октябрь 2026 – январь 2027", curator, number="2.1", activity="Пары", section=SECOND),
        make_item("ежегодно до 10 июня", mentor, curator, number="2.2", activity="Отчёт", section=SECOND),
        make_item("по отдельному плану", mentor, number="2.3", activity="Клуб", section=SECOND),
        order_number="12",
        order_date=date(2026, 9, 1),
    )


# ---- the first screen ------------------------------------------------------------------------------------


def test_the_overview_counts_items_and_not_their_days(
    session: Session, plan: Roadmap, mentor: Membership, curator: Membership
) -> None:
    actor = actor_of(session, curator)
    shown = plan_views.overview(session, actor, now=NOW)
    assert shown.progress == Progress(done=0, total=5, late=0, undated=1)
    assert (shown.late, shown.undated, shown.this_month) == (0, 1, 1)
    duties.complete(session, actor_of(session, mentor), duties_of(plan)[0].id, now=NOW)
    duty_changes.waive(session, actor, duties_of(plan)[1].id, "Не нужно", now=NOW)
    assert plan_views.overview(session, actor, now=NOW).progress == Progress(1, 4, 0, 1)


def test_what_is_late_is_counted_on_the_next_day(
    session: Session, plan: Roadmap, curator: Membership
) -> None:
    actor = actor_of(session, curator)
    assert plan_views.late(session, actor, now=datetime(2026, 9, 15, 20, 0, tzinfo=UTC)).total == 0
    late = plan_views.late(session, actor, now=AFTER)
    assert [(line.activity, line.days_left) for line in late.lines] == [("Приказ", -1)]
    assert plan_views.overview(session, actor, now=AFTER).progress.late == 1


def test_only_those_who_answer_for_the_plan_see_it(
    session: Session, plan: Roadmap, mentor: Membership
) -> None:
    elsewhere = make_person(session, Role.CURATOR, make_organization(session, name="Школа № 2"))
    for view in (
        plan_views.overview,
        plan_views.stages,
        plan_views.late,
        plan_views.people,
        plan_views.undated,
    ):
        with pytest.raises(NotAllowed):
            view(session, actor_of(session, mentor), now=NOW)
    assert plan_views.overview(session, actor_of(session, elsewhere), now=NOW).plans == ()
    with pytest.raises(NoLongerCurrent):
        plan_views.overview(session, actor_of(session, elsewhere), plan_id=plan.id, now=NOW)
    with pytest.raises(NoLongerCurrent):
        plan_views.item(session, actor_of(session, elsewhere), plan.items[0].id, now=NOW)
    with pytest.raises(NoLongerCurrent):
        plan_views.export(session, actor_of(session, elsewhere), "x", plan_id=plan.id, now=NOW)


def test_several_live_plans_stand_side_by_side_and_can_be_told_apart(
    session: Session, school: Organization, plan: Roadmap, curator: Membership, mentor: Membership
) -> None:
    published = make_plan(
        session, school, make_item("до 30.09.2026", mentor, activity="Из района"), title="План района"
    )
    actor = actor_of(session, curator)
    both = plan_views.overview(session, actor, now=NOW)
    assert [one.id for one in both.plans] == [plan.id, published.id]
    assert both.progress.total == 6
    one = plan_views.every_item(session, actor, plan_id=published.id, now=NOW)
    assert [line.activity for line in one.lines] == ["Из района"]


def test_a_draft_and_a_plan_that_was_replaced_are_not_shown(
    session: Session, school: Organization, plan: Roadmap, curator: Membership, mentor: Membership
) -> None:
    actor = actor_of(session, curator)
    make_plan(session, school, make_item("до 01.12.2026", mentor), live=False)
    newer = make_plan(session, school, make_item("до 02.12.2026", mentor), previous_id=plan.id)
    assert [one.id for one in plan_views.overview(session, actor, now=NOW).plans] == [newer.id]


# ---- views -----------------------------------------------------------------------------------------------


@pytest.mark.requirement("T-4.1/4.5", "L-RM", "G-RM", "N-RM")
def test_stages_are_what_the_plan_says_they_are_each_with_its_progress(
    session: Session, plan: Roadmap, curator: Membership, mentor: Membership
) -> None:
    actor = actor_of(session, curator)
    duties.complete(session, actor_of(session, mentor), duties_of(plan)[0].id, now=NOW)
    found = plan_views.stages(session, actor, now=NOW)
    assert [(one.title, one.progress) for one in found] == [
        (FIRST, Progress(1, 2, 0, 0)),
        (SECOND, Progress(0, 3, 0, 1)),
    ]
    second = plan_views.stage(session, actor, 1, now=NOW)
    assert [line.activity for line in second.lines] == ["Пары", "Отчёт", "Клуб"]
    assert second.lines[2].status is None
    with pytest.raises(NoLongerCurrent):
        plan_views.stage(session, actor, 2, now=NOW)


def test_a_month_holds_what_is_due_and_what_begins_in_it(
    session: Session, plan: Roadmap, curator: Membership
) -> None:
    actor = actor_of(session, curator)

    def of(year: int, month: int) -> list[str]:
        page = plan_views.month(session, actor, year, month, now=NOW)
        return [line.activity for line in page.duties.lines]

    assert of(2026, 9) == of(0, 0) == ["Приказ"]
    assert of(2026, 10) == ["Пары"]
    assert of(2026, 12) == []
    assert of(2027, 1) == ["Пары"]
    assert of(2027, 6) == ["Отчёт"]
    with pytest.raises(NoLongerCurrent):
        plan_views.month(session, actor, 2026, 13, now=NOW)


def test_people_stand_with_their_numbers_the_latest_first(
    session: Session, plan: Roadmap, curator: Membership, mentor: Membership
) -> None:
    actor = actor_of(session, curator)
    lines = plan_views.people(session, actor, now=AFTER).lines
    assert [(one.name.last, one.undone, one.late) for one in lines] == [("Орлова", 3, 1), ("Иванова", 2, 0)]
    one = plan_views.person(session, actor, mentor.person_id, now=AFTER)
    assert [line.activity for line in one.duties.lines] == ["Приказ", "База", "Отчёт"]
    with pytest.raises(NoLongerCurrent):
        plan_views.person(session, actor, 10**6, now=AFTER)


def test_an_item_with_many_days_opens_into_them(
    session: Session, school: Organization, mentor: Membership, curator: Membership
) -> None:
    roadmap = make_plan(session, school, make_item("ежемесячно", mentor, activity="Встреча клуба"))
    actor = actor_of(session, curator)
    (line,) = plan_views.every_item(session, actor, now=NOW).lines
    assert (line.next_id, line.total) == (None, len(duties_of(roadmap)))
    assert line.total >= 9
    seen = plan_views.item(session, actor, line.id, page=1, now=NOW)
    assert (seen.duties.page, seen.duties.total) == (1, line.total)


def test_in_the_next_school_year_the_progress_begins_anew(
    session: Session, plan: Roadmap, curator: Membership, mentor: Membership
) -> None:
    actor = actor_of(session, curator)
    for duty in duties_of(plan):
        duties.complete(session, actor, duty.id, now=NOW)
    assert plan_views.overview(session, actor, now=NOW).progress == Progress(4, 5, 0, 1)
    autumn = datetime(2027, 9, 2, 9, 0, tzinfo=UTC)
    duty_ticks.tick_new_year(session, now=autumn)
    session.expire_all()
    shown = plan_views.overview(session, actor, now=autumn)
    assert (shown.plans[0].school_year, shown.progress) == ("2027-2028", Progress(0, 2, 0, 1))


def test_a_plan_that_has_not_begun_shows_its_own_first_year(
    session: Session, school: Organization, curator: Membership
) -> None:
    make_plan(session, school, make_item("до 25.11.2027", curator), school_year="2027-2028")
    shown = plan_views.overview(session, actor_of(session, curator), now=NOW)
    assert (shown.plans[0].school_year, shown.progress.total) == ("2027-2028", 1)


# ---- what stands on the screens --------------------------------------------------------------------------


@given(done=st.integers(0, 40), more=st.integers(0, 40))
@settings(max_examples=200, deadline=None)
def test_the_bar_is_full_only_when_all_is_done_and_empty_only_when_nothing_is(done: int, more: int) -> None:
    drawn = plan_screens.bar(_russian(), Progress(done, done + more, 0))
    assert drawn.count("▓") + drawn.count("░") == plan_screens.BAR
    assert ("░" not in drawn) == (done > 0 and more == 0)
    assert ("▓" not in drawn) == (done == 0)


@cache
def _russian() -> Translator:
    return Texts(ROOT / "locales", content_files.load(ROOT / "content")).translator("ru")


def test_the_longest_screens_fit_into_a_message(
    session: Session, school: Organization, curator: Membership, t: Translator
) -> None:
    people = [
        make_person(session, Role.MENTOR, school, last="Ш" * 100, first="Щ" * 100, patronymic="Ж" * 100)
        for _ in range(6)
    ]
    long = {"section": "Р" * 300, "activity": "Д" * 2000, "expected_result": "И" * 2000}
    roadmap = make_plan(
        session,
        school,
        *(make_item("до 20.09.2026" + " " * 200, *people, number=f"{n}", **long) for n in range(8)),
        *(make_item("по согласованию " + "м" * 280, *people, number=f"9.{n}", **long) for n in range(8)),
        title="Н" * 500,
    )
    actor, duty = actor_of(session, curator), duties_of(roadmap)[0]
    duty_changes.move(session, actor, duty.id, date(2026, 9, 25), "п" * 500, now=NOW)
    for _ in range(7):
        duties.report(session, actor_of(session, people[0]), duty.id, comment="к" * COMMENT_LIMIT, now=NOW)
    card = duty_views.see(session, actor, duty.id, now=NOW)
    every = [
        screens.card(t, card),
        screens.ask(t, card),
        screens.overdue_card(t, card, []),
        screens.moved(t, card),
        plan_screens.overview(t, plan_views.overview(session, actor, now=AFTER)),
        plan_screens.stages(t, plan_views.stages(session, actor, now=AFTER), 0, 0),
        plan_screens.items(t, plan_views.every_item(session, actor, now=AFTER), 0, View.EVERYTHING),
        plan_screens.undated(t, plan_views.undated(session, actor, now=AFTER), 0),
        plan_screens.people(t, plan_views.people(session, actor, now=AFTER), 0),
        plan_screens.month(t, plan_views.month(session, actor, 0, 0, now=AFTER), 0),
        plan_screens.ask_item_date(
            t, duty_changes.undated_item(session, actor, roadmap.items[-1].id, now=NOW)
        ),
    ]
    for screen in every:
        shown = re.sub(r"</?[bi]>", "", screen.text)
        assert telegram_length(shown) <= MESSAGE_LIMIT
        assert "{" not in shown


# ---- files -----------------------------------------------------------------------------------------------


def test_the_table_holds_every_duty_as_text_with_filters_and_a_frozen_head(
    session: Session, plan: Roadmap, curator: Membership, mentor: Membership, texts: Texts
) -> None:
    actor, who = actor_of(session, curator), actor_of(session, mentor)
    first = duties_of(plan)[0]
    duties.report(session, who, first.id, comment="=HYPERLINK(1) приказ № 12", now=NOW)
    duties.report(session, who, first.id, file=AttachedFile("F", "отчёт.docx"), now=NOW)
    year = plan_views.export(session, actor, "roadmap.sheet_taken", now=NOW)
    written = duty_sheet.write(files.table(texts.translator("ru"), year))
    sheet = openpyxl.load_workbook(BytesIO(written)).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    heads, lines = rows[0], rows[1:]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s"}
    assert [line[1] for line in lines] == ["Приказ", "База", "Пары", "Отчёт", "Клуб"]
    done = dict(zip(heads, lines[0], strict=True))
    assert (done["Состояние"], done["Срок"], done["Выполнено"]) == ("выполнено", "15.09.2026", "07.09.2026")
    assert done["Ответственные"] == "Анна Сергеевна О."
    assert done["Подтверждение"] == "номер документа: =HYPERLINK(1) приказ № 12\nфайл: отчёт.docx"
    assert dict(zip(heads, lines[4], strict=True))["Состояние"] == "без срока"
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A3", "A2:N7")
    acts = session.scalars(select(AuditRecord.act)).all()
    assert "roadmap.sheet_taken" in acts


def test_names_in_the_table_obey_the_setting(
    session: Session, plan: Roadmap, curator: Membership, mentor: Membership
) -> None:
    year = plan_views.export(session, actor_of(session, curator), "x", now=NOW)
    coded = Texts(ROOT / "locales", content_files.load(ROOT / "content"), NamesInChat.CODE).translator("ru")
    cells = {cell for row in files.table(coded, year).rows for cell in row.cells}
    assert not any("Анна" in cell or "Орлова" in cell for cell in cells)
    assert any(mentor.code in cell for cell in cells)


@settings(max_examples=100, deadline=None)
@given(typed=st.text(max_size=200), name=st.text(max_size=60))
def test_any_text_can_stand_in_a_table(typed: str, name: str) -> None:
    table = Table(name, typed, (Column("h"),), (Row((typed,), "#D5EBDD"),))
    sheet = openpyxl.load_workbook(BytesIO(duty_sheet.write(table))).active
    assert sheet is not None
    assert sheet.cell(3, 1).data_type in ("s", "n", "inlineStr")


def test_the_picture_shows_every_item_in_its_section(
    session: Session, plan: Roadmap, curator: Membership, t: Translator
) -> None:
    year = plan_views.export(session, actor_of(session, curator), "x", now=AFTER)
    chart = files.chart(t, year)
    assert [line.label for line in chart.lines if line.is_head] == [FIRST, SECOND]
    rows = {line.label: line for line in chart.lines if not line.is_head}
    assert rows["1.1. Приказ"].marks == (Mark(date(2026, 9, 15), date(2026, 9, 15), State.LATE),)
    assert rows["2.1. Пары"].marks == (Mark(date(2026, 10, 1), date(2027, 1, 31), State.AHEAD),)
    assert (rows["2.3. Клуб"].marks, bool(rows["2.3. Клуб"].note)) == ((), True)
    assert (chart.first, chart.last, len(chart.months)) == (date(2026, 8, 1), date(2027, 7, 31), 12)
    (picture,) = plan_chart.draw(chart)
    assert image_size(picture)[0] == 1540


def test_what_lies_in_another_year_is_not_said_to_have_no_day(
    session: Session, school: Organization, curator: Membership, t: Translator
) -> None:
    make_plan(session, school, make_item("до 25.11.2028", curator), make_item("по согласованию", curator))
    year = plan_views.export(session, actor_of(session, curator), "x", now=NOW)
    other, without = [line.note for line in files.chart(t, year).lines if not line.is_head]
    assert (other, without) == (t.plain("roadmap-other-year"), t.plain("roadmap-no-day"))
    assert other != without


def test_a_long_plan_takes_several_pictures_and_repeats_the_head_of_its_section() -> None:
    lines = [Line("Раздел 🎉 $x$", None)] + [
        Line(f"{n}. Дело " + "ш" * 300, (Mark(date(2026, 9, 1), date(2026, 9, n % 29 + 1), State.OPEN),))
        for n in range(60)
    ]
    pages = list(plan_chart._pages(lines))
    assert [len(page) for page in pages] == [22, 22, 19]
    assert all(page[0].is_head for page in pages)
    assert sum(not line.is_head for page in pages for line in page) == 60
    months = tuple("абвгдежзийкл")
    chart = Chart(
        "План 🎉",
        date(2026, 8, 1),
        date(2027, 7, 31),
        date(2026, 9, 9),
        months,
        tuple(lines),
        ((State.OPEN, "a"),),
        "{0}/{1}",
    )
    drawn = plan_chart.draw(chart)
    assert len(drawn) == 3
    assert all(picture.startswith(b"\x89PNG") for picture in drawn)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(1, 40), max_size=12))
def test_no_row_is_lost_between_pictures_and_none_is_overfull(sections: list[int]) -> None:
    lines = [
        Line(f"{section}.{row}", () if row else None)
        for section, rows in enumerate(sections)
        for row in range(rows + 1)
    ]
    pages = list(plan_chart._pages(lines))
    assert all(0 < len(page) <= plan_chart.ROWS for page in pages)
    shown = [line for page in pages for line in page]
    kept = [line for number, line in enumerate(shown) if line not in shown[:number]]
    assert kept == lines
    assert all(not before[-1].is_head for before, _ in pairwise(pages))


def test_duties_done_are_marked_as_done_in_lists(
    session: Session, plan: Roadmap, curator: Membership, mentor: Membership
) -> None:
    duties.complete(session, actor_of(session, mentor), duties_of(plan)[0].id, now=NOW)
    lines = plan_views.every_item(session, actor_of(session, curator), now=NOW).lines
    assert [one.status for one in lines][:2] == [OccurrenceStatus.DONE, OccurrenceStatus.UPCOMING]
