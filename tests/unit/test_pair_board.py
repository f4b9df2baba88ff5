"""The board of pairs: who may see it, in which order, what is hidden from whom, how much it costs."""

from __future__ import annotations

import io
from datetime import date, datetime, timedelta
from typing import Any

import openpyxl
import pytest
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from bot.settings import ROOT
from handlers.board import files, screens
from handlers.common.translator import Texts
from models import (
    AuditRecord,
    Feedback,
    Meeting,
    MeetingKind,
    MeetingStatus,
    MeetingTask,
    Membership,
    MembershipStatus,
    Mentorship,
    Notification,
    Organization,
    Role,
    SchoolBreak,
    TrialAnswer,
    TrialWord,
)
from services import content, duty_sheet, pair_board, pair_heat_map, pair_month, pair_reminders, pair_sheet
from services.content import LANGUAGES
from services.errors import NoLongerCurrent, NotAllowed
from services.pair_health import Part
from services.pair_month import DayState
from tests.support.factories import NOW, actor_of, make_organization, make_pair, make_person
from tests.unit.test_screens import check

DAY = timedelta(days=1)
TEXTS = Texts(ROOT / "locales", content.load(ROOT / "content"))


@pytest.fixture
def school(session: Session) -> Organization:
    return make_organization(session)


@pytest.fixture
def curator(session: Session, school: Organization) -> Membership:
    return make_person(session, Role.CURATOR, school, last="Орлова")


def a_pair(session: Session, school: Organization, last: str = "Зайцева") -> Mentorship:
    mentor = make_person(session, Role.MENTOR, school, last="Волков")
    return make_pair(session, mentor, make_person(session, Role.MENTEE, school, last=last))


def a_meeting(
    session: Session,
    pair: Mentorship,
    at: datetime,
    status: MeetingStatus = MeetingStatus.HELD,
    kind: MeetingKind = MeetingKind.REGULAR,
) -> Meeting:
    meeting = Meeting(
        mentorship_id=pair.id,
        kind=kind,
        status=status,
        starts_at=at,
        proposed_by_id=pair.mentor.membership.person_id,
        proposed_at=NOW,
    )
    session.add(meeting)
    session.flush()
    return meeting


def feedback(session: Session, pair: Mentorship, at: datetime, *marks: int) -> None:
    meeting = a_meeting(session, pair, at)
    answers: dict[str, Any] = {f"question{number}": mark for number, mark in enumerate(marks)}
    session.add(
        Feedback(
            meeting_id=meeting.id,
            pseudonym=pair.mentees[0].membership.person.pseudonym,
            questionnaire="meeting-feedback",
            questionnaire_version=1,
            answers=answers | {"another_mentor": "no"},
            started_at=at,
            completed_at=at,
        )
    )
    session.flush()


def trial(session: Session, pair: Mentorship, mentor: TrialWord, mentee: TrialWord) -> None:
    meeting = a_meeting(session, pair, NOW + DAY, kind=MeetingKind.TRIAL)
    people = (pair.mentor.membership.person_id, pair.mentees[0].membership.person_id)
    for person_id, word in zip(people, (mentor, mentee), strict=True):
        session.add(TrialAnswer(meeting_id=meeting.id, person_id=person_id, word=word, said_at=NOW + DAY))
    session.flush()


def board(session: Session, membership: Membership, now: datetime = NOW, **how: Any) -> pair_board.Board:
    return pair_board.board(session, actor_of(session, membership), now=now, **how)


def test_the_neediest_pair_comes_first_and_a_paused_one_last(
    session: Session, school: Organization, curator: Membership
) -> None:
    well, late, paused = (a_pair(session, school, last) for last in ("Белов", "Чернов", "Серов"))
    now = NOW + 30 * DAY
    a_meeting(session, well, now - DAY)
    a_meeting(session, well, now + DAY, MeetingStatus.CONFIRMED)
    a_meeting(session, late, NOW)
    paused.mentees[0].membership.status = MembershipStatus.PAUSED
    shown = board(session, curator, now)
    assert [line.mentorship_id for line in shown.lines] == [late.id, well.id, paused.id]
    assert [line.needs_attention for line in shown.lines] == [True, False, False]
    assert (shown.total, shown.attention) == (3, 1)
    only = board(session, curator, now, only_attention=True)
    assert [line.mentorship_id for line in only.lines] == [late.id]


def test_a_line_holds_what_the_curator_needs(
    session: Session, school: Organization, curator: Membership
) -> None:
    pair = a_pair(session, school)
    pair.rhythm_days = 7
    feedback(session, pair, NOW + 2 * DAY, 8, 10)
    feedback(session, pair, NOW + 3 * DAY, 4, 6)
    trial(session, pair, TrialWord.CONTINUE, TrialWord.NOT_SURE)
    a_meeting(session, pair, NOW + 9 * DAY, MeetingStatus.PROPOSED)
    for number, done_at in enumerate((NOW, None, None)):
        session.add(
            MeetingTask(
                mentorship_id=pair.id,
                responsible_id=pair.mentor.membership.person_id,
                text="=1+1",
                due_on=(NOW + 4 * number * DAY).date(),
                created_by_id=pair.mentor.membership.person_id,
                created_at=NOW,
                done_at=done_at,
            )
        )
    session.flush()
    (line,) = board(session, curator, NOW + 8 * DAY).lines
    assert (line.days, line.limit_days, line.rhythm_days) == (5, 7, 7)
    assert line.last is not None
    assert line.last.at == NOW + 3 * DAY
    assert line.next is not None
    assert line.next.status == MeetingStatus.PROPOSED
    assert line.mood == 7
    assert set(line.trial) == {TrialWord.CONTINUE, TrialWord.NOT_SURE}
    assert (line.tasks.done, line.tasks.total, line.tasks.overdue) == (1, 3, 1)


def test_confidential_words_and_the_figure_with_them_are_hidden_from_a_curator_of_the_pair(
    session: Session, school: Organization, curator: Membership
) -> None:
    own = Membership(
        person=curator.person,
        organization=school,
        role=Role.MENTOR,
        status=MembershipStatus.ACTIVE,
        capacity=2,
        profile={},
        created_at=NOW,
    )
    session.add(own)
    session.flush()
    pair = make_pair(session, own, make_person(session, Role.MENTEE, school, last="Лисин"))
    before = board(session, curator, NOW + 2 * DAY).lines[0]
    meeting_only = a_meeting(session, pair, NOW + DAY, kind=MeetingKind.TRIAL)
    without = board(session, curator, NOW + 3 * DAY).lines[0].health
    session.delete(meeting_only)
    trial(session, pair, TrialWord.CONTINUE, TrialWord.CHANGE)
    feedback(session, pair, NOW + DAY, 1, 1)
    line = board(session, curator, NOW + 3 * DAY).lines[0]
    assert before.is_own
    assert line.mood is None
    assert line.trial == ()
    assert line.health == without
    other = make_person(session, Role.CURATOR, school, last="Другая")
    seen = board(session, other, NOW + 3 * DAY).lines[0]
    assert seen.mood == 1
    assert {Part.MOOD, Part.TRIAL} <= {score.part for score in seen.health.scores}
    assert seen.needs_attention
    assert not line.needs_attention


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.CURATOR, Role.HEAD)])
def test_nobody_else_sees_the_board(session: Session, school: Organization, role: Role) -> None:
    pair = a_pair(session, school)
    actor = actor_of(session, make_person(session, role, school, last="Чужой"))
    for attempt in (
        lambda: pair_board.board(session, actor, now=NOW),
        lambda: pair_board.open_one(session, actor, pair.id, now=NOW),
        lambda: pair_board.set_rhythm(session, actor, pair.id, 7, now=NOW),
        lambda: pair_reminders.remind(session, actor, pair.id, now=NOW),
        lambda: pair_month.month(session, actor, 0, 0, now=NOW),
        lambda: pair_sheet.export(session, actor, now=NOW),
    ):
        with pytest.raises(NotAllowed):
            attempt()


def test_the_curator_of_another_school_sees_nothing_of_this_one(
    session: Session, school: Organization
) -> None:
    pair = a_pair(session, school)
    elsewhere = make_organization(session, name="Школа № 2")
    stranger = make_person(session, Role.CURATOR, elsewhere)
    assert board(session, stranger).total == 0
    with pytest.raises(NotAllowed):
        pair_board.open_one(session, actor_of(session, stranger), pair.id, now=NOW)


def test_looking_leaves_one_trace_a_day(session: Session, school: Organization, curator: Membership) -> None:
    pair = a_pair(session, school)
    actor = actor_of(session, curator)
    for _ in range(2):
        pair_board.board(session, actor, now=NOW)
        pair_board.open_one(session, actor, pair.id, now=NOW)
    acts = session.execute(select(AuditRecord.act, AuditRecord.subject_kind, AuditRecord.subject_id)).all()
    assert [tuple(one) for one in acts] == [
        ("pairs.board_seen", "organization", school.id),
        ("pair.health_seen", "mentorship", pair.id),
    ]


def test_the_board_costs_the_same_for_many_pairs(
    session: Session, school: Organization, curator: Membership
) -> None:
    def queries() -> int:
        noted: list[str] = []

        def note(*args: Any) -> None:
            noted.append(args[2])

        session.flush()
        session.expunge_all()
        connection = session.connection()
        event.listen(connection, "before_cursor_execute", note)
        try:
            pair_board.board(session, actor, now=NOW + 20 * DAY)
        finally:
            event.remove(connection, "before_cursor_execute", note)
        return len(noted)

    def add(count: int) -> None:
        here = session.get_one(Organization, school.id)
        for number in range(count):
            pair = a_pair(session, here, f"Имя {number}")
            a_meeting(session, pair, NOW + DAY)

    actor = actor_of(session, curator)
    add(2)
    queries()
    few = queries()
    add(60)
    assert queries() == few


# ---- acts


def test_only_offered_rhythms_are_taken_and_each_change_is_recorded_once(
    session: Session, school: Organization, curator: Membership
) -> None:
    pair, actor = a_pair(session, school), actor_of(session, curator)
    with pytest.raises(NoLongerCurrent):
        pair_board.set_rhythm(session, actor, pair.id, 8, now=NOW)
    for _ in range(2):
        assert pair_board.set_rhythm(session, actor, pair.id, 21, now=NOW).rhythm_days == 21
    assert pair_board.set_rhythm(session, actor, pair.id, 0, now=NOW).own_rhythm is None
    acts = session.scalars(select(AuditRecord.act)).all()
    assert acts == ["pair.rhythm_set", "pair.rhythm_set"]


def test_both_are_told_of_another_rhythm_and_only_of_the_one_that_holds(
    session: Session, school: Organization, curator: Membership
) -> None:
    pair, actor = a_pair(session, school), actor_of(session, curator)
    for days in (7, 7, 21):
        pair_board.set_rhythm(session, actor, pair.id, days, now=NOW)
    told = session.scalars(select(Notification).where(Notification.kind == "board.rhythm")).all()
    waiting = {one.person_id for one in told if one.status == "pending"}
    assert waiting == {one.membership.person_id for one in pair.members}
    assert len(told) == 2 * len(waiting)
    mentor = actor_of(session, pair.mentor.membership)
    said = pair_board.rhythm_told(session, mentor, pair.id)
    assert said is not None and said.days == 21 and [one.last for one in said.others] == ["Зайцева"]
    assert pair_board.rhythm_told(session, actor, pair.id) is None
    pair.close(NOW)
    assert pair_board.rhythm_told(session, mentor, pair.id) is None


def test_whoever_withdrew_the_consent_pauses_the_pair_on_the_board_as_well(
    session: Session, school: Organization, curator: Membership
) -> None:
    pair, actor = a_pair(session, school), actor_of(session, curator)
    pair.mentees[0].membership.person.frozen_at = NOW
    session.flush()
    seen = board(session, curator, NOW + 60 * DAY)
    assert seen.lines[0].is_paused
    assert seen.attention == 0
    with pytest.raises(pair_reminders.PairPaused):
        pair_reminders.remind(session, actor, pair.id, now=NOW)
    assert (
        pair_reminders.meeting_asked(
            session, actor_of(session, pair.mentor.membership), pair.id, False, now=NOW
        )
        is None
    )


def test_a_pair_is_reminded_once_a_day_and_those_without_telegram_are_named(
    session: Session, school: Organization, curator: Membership
) -> None:
    pair, actor = a_pair(session, school), actor_of(session, curator)
    pair.mentees[0].membership.person.chat_id = None
    session.flush()
    first = pair_reminders.remind(session, actor, pair.id, now=NOW)
    assert [one.last for one in first.told] == ["Волков"]
    assert [one.last for one in first.unreachable] == ["Зайцева"]
    assert not pair_reminders.remind(session, actor, pair.id, now=NOW + timedelta(hours=1)).told
    assert pair_reminders.remind(session, actor, pair.id, now=NOW + DAY).told
    assert len(session.scalars(select(Notification)).all()) == 2


def test_nobody_is_reminded_of_what_is_arranged_or_while_paused(
    session: Session, school: Organization, curator: Membership
) -> None:
    pair, actor = a_pair(session, school), actor_of(session, curator)
    a_meeting(session, pair, NOW + DAY, MeetingStatus.PROPOSED)
    with pytest.raises(pair_reminders.AlreadyPlanned):
        pair_reminders.remind(session, actor, pair.id, now=NOW)
    assert pair_reminders.remind(session, actor, pair.id, final=True, now=NOW).told
    pair.mentees[0].membership.status = MembershipStatus.PAUSED
    with pytest.raises(pair_reminders.PairPaused):
        pair_reminders.remind(session, actor, pair.id, final=True, now=NOW)
    pair.close(NOW)
    with pytest.raises(NoLongerCurrent):
        pair_reminders.remind(session, actor, pair.id, now=NOW)


# ---- files


def test_the_month_knows_each_day_where_the_school_is(
    session: Session, school: Organization, curator: Membership
) -> None:
    pair = a_pair(session, school)
    # Half past one at night of 1 October in Moscow.
    a_meeting(session, pair, datetime(2026, 9, 30, 22, 30, tzinfo=NOW.tzinfo))
    for day, status in (
        (5, MeetingStatus.NOT_HELD),
        (5, MeetingStatus.HELD),
        (6, MeetingStatus.DISPUTED),
        (7, MeetingStatus.CONFIRMED),
        (20, MeetingStatus.CONFIRMED),
        (21, MeetingStatus.CANCELLED),
    ):
        a_meeting(session, pair, datetime(2026, 10, day, 9, tzinfo=NOW.tzinfo), status)
    days = (date(2026, 10, 26), date(2026, 11, 1))
    session.add(SchoolBreak(organization_id=school.id, title="Каникулы", starts_on=days[0], ends_on=days[1]))
    session.flush()
    now = datetime(2026, 10, 15, 9, tzinfo=NOW.tzinfo)
    month = pair_month.month(session, actor_of(session, curator), 2026, 10, now=now)
    assert {day.day: state for day, state in month.rows[0].days} == {
        1: DayState.HELD,
        5: DayState.MISSED,
        6: DayState.DISPUTED,
        7: DayState.UNTOLD,
        20: DayState.PLANNED,
    }
    assert {3, 4, 26, 27, 31} <= {day.day for day in month.days_off}
    assert 15 not in {day.day for day in month.days_off}
    assert (month.before, month.after) == (date(2026, 9, 1), date(2026, 11, 1))
    with pytest.raises(NoLongerCurrent):
        pair_month.month(session, actor_of(session, curator), 2026, 13, now=now)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_is_drawn_in_every_language_and_on_several_pages(
    session: Session, school: Organization, curator: Membership, language: str
) -> None:
    for number in range(pair_heat_map.ROWS + 1):
        a_meeting(session, a_pair(session, school, f"$x^2$ <b>😀 {number}"), NOW)
    month = pair_month.month(session, actor_of(session, curator), 0, 0, now=NOW)
    t = TEXTS.translator(language)
    drawn = pair_heat_map.draw(files.heat_map(t, month))
    assert len(drawn) == 2
    assert all(picture.startswith(b"\x89PNG") for picture in drawn)
    assert len(drawn[0]) > 20_000
    last = files.pictures(t, month, drawn)[-1]
    assert last.keyboard is not None
    assert len(last.text) <= 1024


def test_a_formula_in_the_sheet_stays_a_text(
    session: Session, school: Organization, curator: Membership
) -> None:
    pair = a_pair(session, school)
    person = pair.mentor.membership.person
    person.first_name, person.patronymic, person.last_name = "=HYPERLINK(1)", "", "@SUM(A1)"
    school.name = "+7"
    session.flush()
    made = pair_sheet.export(session, actor_of(session, curator), now=NOW)
    written = duty_sheet.write(files.table(TEXTS.translator("ru"), made))
    sheet = openpyxl.load_workbook(io.BytesIO(written)).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value]
    assert all(cell.data_type == "s" for cell in cells)
    assert any(str(cell.value).startswith("=HYPERLINK(1)") for cell in cells)
    assert "pairs.sheet_taken" in session.scalars(select(AuditRecord.act)).all()


def test_a_school_that_keeps_files_out_of_the_chat_sends_none(
    session: Session, school: Organization, curator: Membership
) -> None:
    a_pair(session, school)
    school.files_in_chat = False
    session.flush()
    with pytest.raises(pair_sheet.SheetKeptOutOfChat):
        pair_sheet.export(session, actor_of(session, curator), now=NOW)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_fits_in_every_language(
    session: Session, school: Organization, curator: Membership, language: str
) -> None:
    t = TEXTS.translator(language)
    school.name = "Школа <№ 1> & Ко " * 17
    for number in range(7):
        pair = a_pair(session, school, "Ы" * 100)
        for one in pair.members:
            one.membership.person.first_name, one.membership.person.patronymic = "<b>" * 33, "&" * 100
        feedback(session, pair, NOW + DAY, number + 1)
        trial(session, pair, TrialWord.CHANGE, TrialWord.NOT_SURE)
    curator_too = make_organization(session, name="Школа № 2")
    a_pair(session, curator_too)
    session.add(
        Membership(
            person=curator.person,
            organization=curator_too,
            role=Role.CURATOR,
            status=MembershipStatus.ACTIVE,
            profile={},
            capacity=0,
            created_at=NOW,
        )
    )
    session.flush()
    for how in ({}, {"page": 1}, {"only_attention": True}, {"page": 99}):
        view = board(session, curator, NOW + 30 * DAY, **how)
        check(screens.board(t, view, "Europe/Moscow"))
        for line in view.lines:
            check(screens.pair(t, line, "Europe/Moscow"))
            check(screens.ask_rhythm(t, line))
