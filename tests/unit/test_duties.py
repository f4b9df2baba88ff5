"""What may be done with a duty and by whom: done, asked, reminded of, taken over, moved, waived, dated."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import (
    Alert,
    AlertStatus,
    AuditRecord,
    Evidence,
    EvidenceKind,
    Membership,
    MembershipStatus,
    Notification,
    NotificationStatus,
    Occurrence,
    OccurrenceStatus,
    Organization,
    Role,
)
from models.organization import OrganizationKind
from services import duties, duty_changes, duty_ticks, duty_views, evidence, plan_views, responsibles
from services.errors import AnswerEmpty, AnswerTooLong, NoLongerCurrent, NotAllowed
from services.evidence import AttachedFile, kind_of
from tests.support.factories import (
    NOW,
    actor_of,
    duties_of,
    make_duty,
    make_item,
    make_organization,
    make_person,
    make_plan,
)

DUE = date(2026, 11, 25)
OPENING = datetime(2026, 11, 10, 21, 0, tzinfo=UTC)
"""Midnight of the 11th in Moscow, a fortnight before."""
MORNING_AFTER = datetime(2026, 11, 26, 6, 0, tzinfo=UTC)


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
def second(session: Session, school: Organization) -> Membership:
    return make_person(session, Role.MENTOR, school, last="Сомова")


def plan(session: Session, *responsible: Membership, due_on: date = DUE, **fields: Any) -> Occurrence:
    return make_duty(session, *responsible, due_on=due_on, **fields)


def owed(
    session: Session, kind: str, status: NotificationStatus = NotificationStatus.PENDING
) -> list[Notification]:
    query = select(Notification).where(Notification.kind == kind, Notification.status == status)
    return list(
        session.scalars(query.order_by(Notification.due_at).execution_options(populate_existing=True))
    )


def told(session: Session, kind: str) -> list[int]:
    return sorted(row.person_id or 0 for row in owed(session, kind))


def alerts_of(session: Session) -> list[Alert]:
    query = select(Alert).order_by(Alert.id).execution_options(populate_existing=True)
    return list(session.scalars(query))


# ---- marking as done -------------------------------------------------------------------------------------


def test_done_in_time_takes_the_reminders_back(session: Session, mentor: Membership) -> None:
    duty = plan(session, mentor)
    duty_ticks.tick_opening(session, now=OPENING)
    card = duties.complete(session, actor_of(session, mentor), duty.id, now=OPENING)
    assert (card.status, card.is_settled, card.done_by is not None) == (OccurrenceStatus.DONE, True, True)
    assert owed(session, "roadmap.reminder") == []
    assert len(owed(session, "roadmap.reminder", NotificationStatus.CANCELLED)) == 3


def test_the_evening_of_the_due_day_is_still_in_time(session: Session, mentor: Membership) -> None:
    duty = plan(session, mentor)
    evening = datetime(2026, 11, 25, 20, 59, tzinfo=UTC)
    assert (
        duties.complete(session, actor_of(session, mentor), duty.id, now=evening).status
        == OccurrenceStatus.DONE
    )


def test_a_second_tap_changes_nothing(session: Session, mentor: Membership) -> None:
    duty, actor = plan(session, mentor), actor_of(session, mentor)
    duties.complete(session, actor, duty.id, now=NOW)
    with pytest.raises(duties.DutyAlreadyDone):
        duties.complete(session, actor, duty.id, now=NOW + timedelta(seconds=1))
    assert duty.done_at == NOW
    assert session.scalar(select(func.count()).select_from(AuditRecord)) == 1


def test_a_comment_and_a_file_are_kept_as_evidence(
    session: Session, mentor: Membership, curator: Membership
) -> None:
    duty, actor = plan(session, mentor), actor_of(session, mentor)
    duties.report(session, actor, duty.id, comment="  Готово: <b>12</b> & 🎉 ", now=NOW)
    card = duties.report(session, actor, duty.id, file=AttachedFile("F1", "база.xlsx"), now=NOW)
    assert card.status == OccurrenceStatus.DONE
    assert [(one.comment, one.file_name) for one in card.evidence] == [
        ("Готово: <b>12</b> & 🎉", None),
        ("", "база.xlsx"),
    ]
    seen = duty_views.see(session, actor_of(session, curator), duty.id, now=NOW)
    assert seen.evidence == card.evidence


def test_what_was_typed_while_a_curator_marked_the_duty_is_not_lost(
    session: Session, mentor: Membership, curator: Membership
) -> None:
    duty = plan(session, mentor)
    duties.complete(session, actor_of(session, curator), duty.id, now=NOW)
    card = duties.report(session, actor_of(session, mentor), duty.id, comment="И отчёт сдан", now=NOW)
    assert [one.comment for one in card.evidence] == ["И отчёт сдан"]
    assert duty.done_by_id == curator.person_id


def test_an_empty_or_endless_comment_is_refused_with_its_length(session: Session, mentor: Membership) -> None:
    duty, actor = plan(session, mentor), actor_of(session, mentor)
    with pytest.raises(AnswerEmpty):
        duties.report(session, actor, duty.id, comment="   ", now=NOW)
    with pytest.raises(AnswerTooLong) as refused:
        duties.report(session, actor, duty.id, comment="🎉" * 501, now=NOW)
    assert refused.value.fields == {"limit": 1000, "length": 1002}
    assert not duty.is_settled


def test_a_duty_holds_no_more_than_eight_pieces_of_evidence(session: Session, mentor: Membership) -> None:
    duty, actor = plan(session, mentor), actor_of(session, mentor)
    for number in range(evidence.EVIDENCE_LIMIT):
        duties.report(session, actor, duty.id, comment=str(number), now=NOW)
    with pytest.raises(evidence.TooMuchEvidence):
        duties.report(session, actor, duty.id, comment="ещё", now=NOW)
    assert session.scalar(select(func.count()).select_from(Evidence)) == evidence.EVIDENCE_LIMIT


def test_a_curator_marks_for_somebody_who_is_told(
    session: Session, mentor: Membership, curator: Membership
) -> None:
    duty = plan(session, mentor)
    duties.complete(session, actor_of(session, curator), duty.id, now=NOW)
    assert told(session, "roadmap.completed") == [mentor.person_id]


# ---- who may ---------------------------------------------------------------------------------------------


def test_another_persons_duty_is_out_of_reach(
    session: Session, school: Organization, mentor: Membership
) -> None:
    duty = plan(session, mentor)
    stranger = make_person(session, Role.MENTOR, school)
    elsewhere = make_person(session, Role.CURATOR, make_organization(session, name="Школа № 2"))
    for one in (stranger, elsewhere):
        actor = actor_of(session, one)
        for attempt in (duty_views.see, duties.complete, duties.nudge, duties.take_over):
            with pytest.raises(NotAllowed):
                attempt(session, actor, duty.id, now=NOW)
        with pytest.raises(NotAllowed):
            duties.report(session, actor, duty.id, comment="x", now=NOW)
    with pytest.raises(NotAllowed):
        plan_views.overview(session, actor_of(session, stranger), now=NOW)


def test_who_has_left_the_school_may_not_touch_their_old_duties(session: Session, mentor: Membership) -> None:
    duty = plan(session, mentor)
    mentor.status = MembershipStatus.LEFT
    with pytest.raises(NotAllowed):
        duties.complete(session, actor_of(session, mentor), duty.id, now=NOW)


def test_the_responsible_person_may_neither_nudge_nor_take_over(session: Session, mentor: Membership) -> None:
    duty = plan(session, mentor)
    with pytest.raises(NotAllowed):
        duties.nudge(session, actor_of(session, mentor), duty.id, now=NOW)
    with pytest.raises(NotAllowed):
        duties.take_over(session, actor_of(session, mentor), duty.id, now=NOW)


def test_a_duty_that_does_not_exist_is_no_longer_current(session: Session, curator: Membership) -> None:
    with pytest.raises(NoLongerCurrent):
        duty_views.see(session, actor_of(session, curator), 10**9, now=NOW)


def test_a_file_is_given_to_those_who_may_see_it_and_leaves_a_trace(
    session: Session, school: Organization, mentor: Membership, curator: Membership
) -> None:
    duty = plan(session, mentor)
    duties.report(session, actor_of(session, mentor), duty.id, file=AttachedFile("F1", "a.pdf"), now=NOW)
    evidence_id = duty.evidence[0].id
    assert duties.open_file(session, actor_of(session, curator), evidence_id, now=NOW).file_id == "F1"
    query = select(AuditRecord.actor_id).where(AuditRecord.act == "duty.file_opened")
    assert session.scalars(query).all() == [curator.person_id]
    with pytest.raises(NotAllowed):
        duties.open_file(
            session, actor_of(session, make_person(session, Role.MENTOR, school)), evidence_id, now=NOW
        )


# ---- the curator's means ---------------------------------------------------------------------------------


def test_a_nudge_goes_out_once_a_day(session: Session, mentor: Membership, curator: Membership) -> None:
    duty, actor = plan(session, mentor), actor_of(session, curator)
    duties.nudge(session, actor, duty.id, now=NOW)
    with pytest.raises(duties.AlreadyNudged):
        duties.nudge(session, actor, duty.id, now=NOW + timedelta(hours=2))
    duties.nudge(session, actor, duty.id, now=NOW + timedelta(days=1))
    assert [row.person_id for row in owed(session, "roadmap.nudge")] == [mentor.person_id] * 2


def test_nobody_is_nudged_who_cannot_hear_it(
    session: Session, mentor: Membership, curator: Membership
) -> None:
    duty = plan(session, mentor)
    mentor.person.blocked_at = NOW
    with pytest.raises(duties.ResponsibleUnreachable):
        duties.nudge(session, actor_of(session, curator), duty.id, now=NOW)


def test_a_duty_taken_over_brings_its_reminders_along(
    session: Session, mentor: Membership, curator: Membership
) -> None:
    duty, actor = plan(session, mentor), actor_of(session, curator)
    duty_ticks.tick_opening(session, now=OPENING)
    card = duties.take_over(session, actor, duty.id, now=OPENING)
    assert card.responsible_is_viewer
    assert {row.person_id for row in owed(session, "roadmap.reminder")} == {curator.person_id}
    assert len(owed(session, "roadmap.reminder")) == 3
    assert [row.person_id for row in owed(session, "roadmap.taken_over")] == [mentor.person_id]
    with pytest.raises(NoLongerCurrent):
        duties.take_over(session, actor, duty.id, now=NOW)


# ---- several people --------------------------------------------------------------------------------------


def test_whoever_reports_does_it_for_all_and_the_others_hear_of_it(
    session: Session, mentor: Membership, second: Membership
) -> None:
    duty = plan(session, mentor, second)
    shown = duties.report(session, actor_of(session, second), duty.id, comment="Сдано", now=NOW)
    assert [one.person_id for one in shown.responsible] == [mentor.person_id, second.person_id]
    assert shown.done_by is not None
    assert shown.done_by.last == "Сомова"
    assert told(session, "roadmap.completed") == [mentor.person_id]
    assert owed(session, "roadmap.reminder") == []
    with pytest.raises(duties.DutyAlreadyDone):
        duties.complete(session, actor_of(session, mentor), duty.id, now=NOW)


def test_a_nudge_reaches_all_who_can_hear_it_each_once_a_day(
    session: Session, mentor: Membership, second: Membership, curator: Membership
) -> None:
    duty = plan(session, mentor, second)
    second.person.blocked_at = NOW
    actor = actor_of(session, curator)
    duties.nudge(session, actor, duty.id, now=NOW)
    assert told(session, "roadmap.nudge") == [mentor.person_id]
    second.person.blocked_at = None
    duties.nudge(session, actor, duty.id, now=NOW + timedelta(minutes=5))
    assert told(session, "roadmap.nudge") == [mentor.person_id, second.person_id]
    with pytest.raises(duties.AlreadyNudged):
        duties.nudge(session, actor, duty.id, now=NOW + timedelta(minutes=6))


def test_one_message_reminds_a_person_of_all_that_is_on_hand_once_a_day(
    session: Session, mentor: Membership, curator: Membership
) -> None:
    for day in (10, 12):
        plan(session, mentor, due_on=date(2026, 9, day))
    actor = actor_of(session, curator)
    assert duties.nudge_person(session, actor, mentor.person_id, now=NOW) == 2
    assert told(session, "roadmap.person_nudge") == [mentor.person_id]
    with pytest.raises(duties.AlreadyNudged):
        duties.nudge_person(session, actor, mentor.person_id, now=NOW + timedelta(hours=1))
    with pytest.raises(duties.NothingToNudge):
        duties.nudge_person(session, actor, curator.person_id, now=NOW)
    with pytest.raises(NotAllowed):
        duties.nudge_person(session, actor_of(session, mentor), mentor.person_id, now=NOW)


def test_taking_over_relieves_everybody_else(
    session: Session, mentor: Membership, second: Membership, curator: Membership
) -> None:
    duty = plan(session, mentor, second)
    shown = duties.take_over(session, actor_of(session, curator), duty.id, now=NOW)
    duty_ticks.tick_opening(session, now=OPENING)
    assert [one.person_id for one in shown.responsible] == [curator.person_id]
    assert told(session, "roadmap.taken_over") == [mentor.person_id, second.person_id]
    assert set(told(session, "roadmap.reminder")) == {curator.person_id}


def test_what_was_taken_over_stays_taken_whoever_is_meant_by_the_plan_later(
    session: Session, school: Organization, mentor: Membership, second: Membership, curator: Membership
) -> None:
    item = make_item("до 25.11.2026", activity="Собрать отчёты", responsible_text="заместитель по НМР")
    (duty,) = duties_of(make_plan(session, school, item))
    head = make_person(session, Role.HEAD, school, last="Смирнов")
    duties.take_over(session, actor_of(session, head), duty.id, now=NOW)
    remember_as(session, school, curator, mentor)
    assert [one.id for one in duty.responsible] == [head.person_id]
    head.status = MembershipStatus.LEFT
    session.flush()
    remember_as(session, school, curator, second)
    assert [one.id for one in duty.responsible] == [second.person_id]
    remember_as(session, school, curator, mentor)
    assert [one.id for one in duty.responsible] == [mentor.person_id]


def test_what_fell_to_the_curators_because_the_taker_left_is_taken_by_nobody(
    session: Session, school: Organization, mentor: Membership, curator: Membership
) -> None:
    item = make_item("до 25.11.2026", activity="Собрать отчёты", responsible_text="заместитель по НМР")
    (duty,) = duties_of(make_plan(session, school, item))
    head = make_person(session, Role.HEAD, school, last="Смирнов")
    duties.take_over(session, actor_of(session, head), duty.id, now=NOW)
    duties.release_person(session, head.person_id, [duty], now=NOW)
    assert [one.id for one in duty.responsible] == [curator.person_id]
    remember_as(session, school, curator, mentor)
    assert [one.id for one in duty.responsible] == [mentor.person_id]


def remember_as(session: Session, school: Organization, curator: Membership, meant: Membership) -> None:
    actor, phrase = actor_of(session, curator), "заместитель по НМР"
    responsibles.remember(session, actor, school.id, phrase, [], [meant.person_id], now=NOW)


@pytest.mark.requirement("N-O-6", "L-O-6")
def test_the_controller_sees_what_they_control_and_may_remind_but_not_mark(
    session: Session, school: Organization, mentor: Membership
) -> None:
    controller = make_person(
        session, Role.MENTOR, school, last="Надзорова", first="Нина", patronymic="Ивановна"
    )
    item = make_item("до 25.11.2026", mentor, controller_text="Надзорова Н.И.")
    (duty,) = duties_of(make_plan(session, school, item))
    assert duty.controller_id == controller.person_id
    actor = actor_of(session, controller)
    listed = duty_views.my_duties(session, actor, controlled=True, now=NOW)
    assert ([line.id for line in listed.duties.lines], listed.other) == ([duty.id], 0)
    own = duty_views.my_duties(session, actor, now=NOW)
    assert (own.duties.lines, own.other) == ((), 1)
    assert duties.nudge(session, actor, duty.id, now=NOW).controls
    for forbidden in (duties.complete, duties.take_over, duties.reportable):
        with pytest.raises(NotAllowed):
            forbidden(session, actor, duty.id, now=NOW)


def test_the_coordinator_above_sees_how_the_school_stands_without_names(
    session: Session, mentor: Membership, school: Organization
) -> None:
    district = make_organization(session, name="Район", kind=OrganizationKind.MUNICIPALITY)
    other = make_organization(session, name="Другой район", kind=OrganizationKind.MUNICIPALITY)
    school.parent_id = district.id
    coordinator = actor_of(session, make_person(session, Role.COORDINATOR, district))
    stranger = actor_of(session, make_person(session, Role.COORDINATOR, other))
    duty = plan(session, mentor)
    seen = duty_views.see(session, coordinator, duty.id, now=NOW)
    assert (seen.oversees, seen.manages) == (True, False)
    duties.nudge(session, coordinator, duty.id, now=NOW)
    assert told(session, "roadmap.nudge") == [mentor.person_id]
    for attempt in (duties.complete, duties.take_over, duties.reportable, duties.report_trouble):
        with pytest.raises(NotAllowed):
            attempt(session, coordinator, duty.id, now=NOW)
    duties.report(session, actor_of(session, mentor), duty.id, comment="Секретно", now=NOW)
    duty.reason = "Тайная причина"
    after = duty_views.see(session, coordinator, duty.id, now=NOW)
    assert [(one.kind, one.comment) for one in after.evidence] == [(EvidenceKind.COMMENT, "")]
    assert after.reason == ""
    own = duty_views.see(session, actor_of(session, mentor), duty.id, now=NOW)
    assert (own.reason, own.evidence[0].comment) == ("Тайная причина", "Секретно")
    person = mentor.person
    for one in (seen, after):
        assert not [name for name in (person.last_name, person.first_name, mentor.code) if name in repr(one)]
        assert [who.person_id for who in one.responsible] == [0]
    with pytest.raises(NotAllowed):
        duty_views.see(session, stranger, duty.id, now=NOW)


def test_a_file_of_the_schools_own_plan_is_closed_to_the_coordinator_above(
    session: Session, mentor: Membership, school: Organization
) -> None:
    district = make_organization(session, name="Район", kind=OrganizationKind.MUNICIPALITY)
    school.parent_id = district.id
    coordinator = actor_of(session, make_person(session, Role.COORDINATOR, district))
    duty = plan(session, mentor)
    own = actor_of(session, mentor)
    duties.report(session, own, duty.id, file=AttachedFile("F1", "Тайное.pdf"), now=NOW)
    (kept,) = duty.evidence
    assert [one.file_name for one in duty_views.see(session, own, duty.id, now=NOW).evidence] == [
        "Тайное.pdf"
    ]
    (seen,) = duty_views.see(session, coordinator, duty.id, now=NOW).evidence
    assert (seen.kind, seen.file_name) == (EvidenceKind.FILE, None), "a kind, and no button"
    with pytest.raises(NotAllowed):
        duties.open_file(session, coordinator, kept.id, now=NOW)
    published = make_plan(session, district, make_item("до 10.12.2026", for_schools=True))
    duty.item.origin_item_id = published.items[0].id
    (seen,) = duty_views.see(session, coordinator, duty.id, now=NOW).evidence
    assert seen.file_name == "", "there is a file; its name may tell whose it is"
    assert duties.open_file(session, coordinator, kept.id, now=NOW).file_id == "F1"


# ---- what shows that it was done -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("https://school.example/nastavnichestvo", EvidenceKind.LINK),
        ("Размещено: http://школа.рф/приказ №5", EvidenceKind.LINK),
        ("приказ № 12 от 01.09.2026", EvidenceKind.ACT),
        ("№ 12-р", EvidenceKind.ACT),
        ("№ 45/2 от 3 сентября", EvidenceKind.ACT),
        ("Протокол заседания совета №3", EvidenceKind.ACT),
        ("Положение о наставничестве, утв. приказом N 7", EvidenceKind.ACT),
        ("12 номерлы боерык № 12", EvidenceKind.ACT),
        ("Собрано 12 заявлений", EvidenceKind.COMMENT),
        ("приказ ещё готовится", EvidenceKind.COMMENT),
        ("https:// и больше ничего", EvidenceKind.COMMENT),
        ("Провели в кабинете № 214 и в зале", EvidenceKind.COMMENT),
    ],
)
def test_what_was_sent_is_recognised(typed: str, kind: EvidenceKind) -> None:
    assert kind_of(typed, None) == kind


def test_a_file_is_a_file_whatever_stands_below_it() -> None:
    assert kind_of("приказ № 12", AttachedFile("F1", "приказ.pdf")) == EvidenceKind.FILE


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_of_some_kind(typed: str) -> None:
    assert kind_of(typed, None) in EvidenceKind


@pytest.mark.requirement("N-O-4.4")
def test_a_dated_duty_of_an_order_is_done_by_the_number_of_an_act(
    session: Session, school: Organization, mentor: Membership
) -> None:
    item = make_item("не позднее 20.11.2026", mentor, activity="Обновить планы методической работы")
    (duty,) = duties_of(make_plan(session, school, item))
    assert duty.due_on == date(2026, 11, 20)
    shown = duties.report(
        session, actor_of(session, mentor), duty.id, comment="Приказ № 12 от 01.09.2026", now=NOW
    )
    assert (shown.status, shown.evidence[0].kind) == (OccurrenceStatus.DONE, EvidenceKind.ACT)


# ---- continuous work -------------------------------------------------------------------------------------


@pytest.fixture
def check(session: Session, school: Organization, mentor: Membership, curator: Membership) -> Occurrence:
    """The question of the first term about work that goes on all the time."""
    return duties_of(make_plan(session, school, make_item("постоянно", mentor)))[0]


def test_continuous_work_is_answered_with_one_tap_and_is_never_late(
    session: Session, mentor: Membership, check: Occurrence
) -> None:
    after_term = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
    assert not duty_views.see(session, actor_of(session, mentor), check.id, now=after_term).is_late
    assert duties.complete(session, actor_of(session, mentor), check.id, now=NOW).is_settled


def test_difficulties_reach_the_curator_and_leave_the_question_open(
    session: Session, mentor: Membership, curator: Membership, check: Occurrence
) -> None:
    shown = duties.report_trouble(
        session, actor_of(session, mentor), check.id, comment="Нет кабинета", now=NOW
    )
    assert (shown.is_settled, [one.comment for one in shown.evidence]) == (False, ["Нет кабинета"])
    (row,) = owed(session, "roadmap.trouble")
    assert row.person_id == curator.person_id
    assert row.payload["evidence_id"] == shown.evidence[0].id
    with pytest.raises(NotAllowed):
        duties.report_trouble(session, actor_of(session, curator), check.id, now=NOW)


# ---- moving ----------------------------------------------------------------------------------------------


def test_a_move_brings_new_reminders_and_is_told_with_its_history(
    session: Session, mentor: Membership, curator: Membership
) -> None:
    duty, actor = plan(session, mentor), actor_of(session, curator)
    at = NOW + timedelta(minutes=1)
    shown = duty_changes.move(session, actor, duty.id, date(2026, 12, 16), "Карантин", now=at)
    assert (shown.moved_from, shown.due_on, shown.reason) == (DUE, date(2026, 12, 16), "Карантин")
    duty_ticks.tick_opening(session, now=OPENING)
    assert owed(session, "roadmap.reminder") == []
    duty_ticks.tick_opening(session, now=datetime(2026, 12, 2, 5, 0, tzinfo=UTC))
    days = [row.due_at.date() for row in owed(session, "roadmap.reminder")]
    assert days == [date(2026, 12, 2), date(2026, 12, 9), date(2026, 12, 15)]
    assert told(session, "roadmap.moved") == [mentor.person_id]
    again = duty_changes.move(
        session, actor, duty.id, date(2026, 12, 20), "Снова", now=at + timedelta(minutes=1)
    )
    assert (again.moved_from, again.reason) == (DUE, "Снова")


def test_a_move_settles_the_alert_and_a_second_delay_raises_a_new_one(
    session: Session, mentor: Membership, curator: Membership
) -> None:
    duty, actor = plan(session, mentor), actor_of(session, curator)
    duty_ticks.tick_overdue(session, now=MORNING_AFTER)
    duty_changes.move(session, actor, duty.id, date(2026, 12, 1), "Не успели", now=MORNING_AFTER)
    assert [one.status for one in alerts_of(session)] == [AlertStatus.RESOLVED]
    assert duty.status == OccurrenceStatus.OPEN
    assert [row.due_at.date().day for row in owed(session, "roadmap.reminder")] == [30]
    duty_ticks.tick_overdue(session, now=datetime(2026, 12, 2, 6, 0, tzinfo=UTC))
    assert [one.status for one in alerts_of(session)] == [AlertStatus.RESOLVED, AlertStatus.OPEN]
    # Both delays were told to the mentor: the first message is taken back by the move.
    assert len(owed(session, "roadmap.late")) == 1


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("16.12.2026", date(2026, 12, 16)),
        ("до 16 декабря", date(2026, 12, 16)),
        ("не позднее 16.12", date(2026, 12, 16)),
        ("январь", date(2027, 1, 31)),
    ],
)
def test_a_day_is_read_in_any_form_by_the_year_of_the_plan(
    session: Session, mentor: Membership, curator: Membership, typed: str, day: date
) -> None:
    duty, actor = plan(session, mentor), actor_of(session, curator)
    assert duty_changes.read_day(session, actor, duty.id, typed, now=NOW) == day


def test_what_is_no_day_is_refused_and_so_are_days_that_make_no_sense(
    session: Session, mentor: Membership, curator: Membership
) -> None:
    duty, actor = plan(session, mentor), actor_of(session, curator)
    for typed in ("когда-нибудь", "", "по отдельному плану", "10.12.2026, 20.12.2026"):
        with pytest.raises(duty_changes.DayNotUnderstood):
            duty_changes.read_day(session, actor, duty.id, typed, now=NOW)
    with pytest.raises(duty_changes.DayPassed):
        duty_changes.move(session, actor, duty.id, date(2026, 9, 6), "x", now=NOW)
    with pytest.raises(duty_changes.DayTooFar):
        duty_changes.move(session, actor, duty.id, date(2029, 1, 1), "x", now=NOW)
    with pytest.raises(duty_changes.DayIsTheSame):
        duty_changes.move(session, actor, duty.id, DUE, "x", now=NOW)
    with pytest.raises(AnswerEmpty):
        duty_changes.move(session, actor, duty.id, date(2026, 12, 1), "  ", now=NOW)
    assert (duty.due_on, duty.moved_from) == (DUE, None)


# ---- waiving ---------------------------------------------------------------------------------------------


def test_a_waived_duty_reminds_of_nothing_and_cannot_be_done(
    session: Session, mentor: Membership, curator: Membership
) -> None:
    duty, actor = plan(session, mentor), actor_of(session, curator)
    duty_ticks.tick_overdue(session, now=MORNING_AFTER)
    shown = duty_changes.waive(session, actor, duty.id, "Отменено приказом", now=MORNING_AFTER)
    assert (shown.is_waived, shown.reason) == (True, "Отменено приказом")
    assert owed(session, "roadmap.reminder") == []
    assert [one.status for one in alerts_of(session)] == [AlertStatus.RESOLVED]
    assert told(session, "roadmap.waived") == [mentor.person_id]
    with pytest.raises(duties.DutyWaived):
        duties.complete(session, actor_of(session, mentor), duty.id, now=MORNING_AFTER)


def test_what_was_waived_can_be_taken_back_into_work_and_may_be_late_again(
    session: Session, mentor: Membership, curator: Membership
) -> None:
    duty, actor = plan(session, mentor), actor_of(session, curator)
    duty_ticks.tick_overdue(session, now=MORNING_AFTER)
    duty_changes.waive(session, actor, duty.id, "Ошибка", now=MORNING_AFTER)
    shown = duty_changes.resume(session, actor, duty.id, now=MORNING_AFTER + timedelta(hours=1))
    assert (shown.is_settled, shown.reason, shown.done_at) == (False, "", None)
    assert told(session, "roadmap.resumed") == [mentor.person_id]
    with pytest.raises(NoLongerCurrent):
        duty_changes.resume(session, actor, duty.id, now=MORNING_AFTER + timedelta(hours=2))
    duty_ticks.tick_overdue(session, now=MORNING_AFTER + timedelta(hours=2))
    assert [one.status for one in alerts_of(session)] == [AlertStatus.RESOLVED, AlertStatus.OPEN]


def test_only_curators_and_heads_move_waive_and_take_back(
    session: Session, school: Organization, mentor: Membership, curator: Membership
) -> None:
    duty = plan(session, mentor)
    actor = actor_of(session, mentor)
    with pytest.raises(NotAllowed):
        duty_changes.move(session, actor, duty.id, date(2026, 12, 1), "x", now=NOW)
    with pytest.raises(NotAllowed):
        duty_changes.waive(session, actor, duty.id, "x", now=NOW)
    with pytest.raises(NotAllowed):
        duty_changes.resume(session, actor, duty.id, now=NOW)
    head = actor_of(session, make_person(session, Role.HEAD, school))
    assert duty_changes.waive(session, head, duty.id, "Отменено", now=NOW).is_waived
    with pytest.raises(duties.DutyWaived):
        duty_changes.move(session, head, duty.id, date(2026, 12, 1), "x", now=NOW)


# ---- items without a day ---------------------------------------------------------------------------------


def test_an_item_without_a_day_gets_one_and_its_people_are_reminded(
    session: Session, school: Organization, mentor: Membership, curator: Membership
) -> None:
    roadmap = make_plan(session, school, make_item("по мере необходимости", mentor))
    assert duties_of(roadmap) == []
    actor, item = actor_of(session, curator), roadmap.items[0]
    assert [one.id for one in plan_views.undated(session, actor, now=NOW).lines] == [item.id]
    with pytest.raises(duty_changes.PhraseGivesNoDay):
        duty_changes.preview_date(session, actor, item.id, "когда получится", now=NOW)
    shown = duty_changes.preview_day(session, actor, item.id, date(2026, 11, 25), now=NOW)
    assert (shown.phrase, shown.days) == ("до 25.11.2026", (date(2026, 11, 25),))
    made = duty_changes.give_date(session, actor, item.id, shown.phrase, now=NOW)
    (duty,) = duties_of(roadmap)
    assert made == [duty.id]
    assert (item.deadline_phrase, item.corrected_phrase) == ("по мере необходимости", "до 25.11.2026")
    assert [one.id for one in duty.responsible] == [mentor.person_id]
    duty_ticks.tick_opening(session, now=OPENING)
    assert told(session, "roadmap.reminder") == [mentor.person_id] * 3
    with pytest.raises(NoLongerCurrent):
        duty_changes.give_date(session, actor, item.id, "до 26.11.2026", now=NOW)


def test_nobody_else_dates_an_item(session: Session, school: Organization, mentor: Membership) -> None:
    roadmap = make_plan(session, school, make_item("по мере необходимости", mentor))
    elsewhere = make_person(session, Role.CURATOR, make_organization(session, name="Школа № 2"))
    for one in (mentor, elsewhere):
        with pytest.raises(NotAllowed):
            duty_changes.give_date(
                session, actor_of(session, one), roadmap.items[0].id, "до 25.11.2026", now=NOW
            )


# ---- plans that are over ---------------------------------------------------------------------------------


def test_a_duty_of_a_plan_that_was_replaced_changes_no_more(
    session: Session, school: Organization, mentor: Membership, curator: Membership
) -> None:
    old = make_plan(session, school, make_item("до 25.11.2026", mentor))
    (duty,) = duties_of(old)
    duties.complete(session, actor_of(session, mentor), duty.id, now=NOW)
    make_plan(session, school, make_item("до 20.11.2026", mentor), previous_id=old.id)
    seen = duty_views.see(session, actor_of(session, curator), duty.id, now=NOW)
    assert (seen.is_live, seen.is_settled) == (False, True)
    assert duty_views.count_current(session, actor_of(session, mentor)) == 0


# ---- lists -----------------------------------------------------------------------------------------------


def test_my_duties_show_the_late_ones_first_and_nothing_done(session: Session, mentor: Membership) -> None:
    later = plan(session, mentor, due_on=date(2026, 9, 20))
    late = plan(session, mentor, due_on=date(2026, 9, 1))
    done = plan(session, mentor, due_on=date(2026, 9, 3))
    actor = actor_of(session, mentor)
    duties.complete(session, actor, done.id, now=NOW)
    page = duty_views.my_duties(session, actor, now=NOW).duties
    assert [(line.id, line.days_left, line.is_late) for line in page.lines] == [
        (late.id, -6, True),
        (later.id, 13, False),
    ]
    assert (page.total, page.late, page.pages) == (2, 1, 1)


def test_of_what_comes_every_week_only_the_next_one_is_on_hand(
    session: Session, school: Organization, mentor: Membership
) -> None:
    roadmap = make_plan(session, school, make_item("еженедельно", mentor))
    assert len(duties_of(roadmap)) > 30
    page = duty_views.my_duties(session, actor_of(session, mentor), now=NOW).duties
    upcoming = [line for line in page.lines if line.status == OccurrenceStatus.UPCOMING]
    assert len(upcoming) == 1
    assert page.total < 6


# ---- who leaves ------------------------------------------------------------------------------------------


def test_who_leaves_is_taken_off_and_what_is_nobodys_falls_to_the_curators(
    session: Session, mentor: Membership, second: Membership, curator: Membership
) -> None:
    shared, alone = plan(session, mentor, second), plan(session, mentor)
    duties.release_person(session, mentor.person_id, [shared, alone], now=NOW)
    assert [one.id for one in shared.responsible] == [second.person_id]
    assert [one.id for one in alone.responsible] == [curator.person_id]
    duty_ticks.tick_opening(session, now=OPENING)
    of_alone = [row.person_id for row in owed(session, "roadmap.reminder") if row.topic == f"duty:{alone.id}"]
    assert of_alone == [curator.person_id] * 3
