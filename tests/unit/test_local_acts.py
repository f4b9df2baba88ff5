"""Local acts: the register, what is mandatory, who has read them, newcomers, the alert after the day."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.settings import ROOT
from models import (
    Acknowledgement,
    Alert,
    AlertKind,
    AlertStatus,
    AuditRecord,
    Consent,
    ConsentKind,
    LocalAct,
    Membership,
    MembershipStatus,
    Notification,
    NotificationStatus,
    Organization,
    Role,
)
from models.organization import OrganizationKind
from services import acknowledgements, alerts, content, erasure, local_acts, personal_data
from services.access import Actor
from services.acknowledgements import (
    Audience,
    DayNotAhead,
    EverybodyHasRead,
    NobodyToAsk,
    NotSentYet,
    ReadersRemindedToday,
)
from services.errors import AnswerEmpty, AnswerTooLong, NoLongerCurrent, NotAllowed, ServiceError
from services.evidence import AttachedFile
from services.local_acts import (
    ActCard,
    ActInUse,
    ActKindUnknown,
    DateOutOfRange,
    NewAct,
    NotALink,
)
from services.territory_sheet import ActsWords, acts_sheet, list_sheet
from services.typed_dates import NotADate
from tests.support.factories import NOW, actor_of, make_organization, make_person

TODAY = date(2026, 9, 7)
BY = date(2026, 9, 14)
MORNING_AFTER = datetime(2026, 9, 15, 6, 0, tzinfo=UTC)
CONTENT = content.load(ROOT / "content")
KINDS = CONTENT.act_kinds()
MANDATORY = {kind: CONTENT.mandatory_acts(kind) for kind in OrganizationKind}


@pytest.fixture
def school(session: Session) -> Organization:
    return make_organization(session)


@pytest.fixture
def curator(session: Session, school: Organization) -> Actor:
    return actor_of(session, make_person(session, Role.CURATOR, school, last="Орлова"))


@pytest.fixture
def head(session: Session, school: Organization) -> Membership:
    return make_person(session, Role.HEAD, school, last="Смирнов", first="Павел", patronymic="Олегович")


@pytest.fixture
def mentor(session: Session, school: Organization) -> Membership:
    return make_person(session, Role.MENTOR, school, last="Петрова")


def new(kind: str = "regulation", **fields: object) -> NewAct:
    values: dict[str, object] = {"number": "12", "dated_on": date(2026, 9, 1), "title": "О наставничестве"}
    return NewAct(kind=kind, **(values | fields))  # type: ignore[arg-type]


@pytest.fixture
def act(session: Session, school: Organization, curator: Actor) -> ActCard:
    return local_acts.add(session, curator, school.id, new(), KINDS, now=NOW)


def send(
    session: Session,
    actor: Actor,
    act: ActCard,
    audience: Audience = Audience.EVERYBODY,
    by: date | None = BY,
) -> int:
    return acknowledgements.ask(session, actor, act.id, audience, by, now=NOW)[1]


def owed(session: Session, kind: str) -> list[int]:
    pending = Notification.status == NotificationStatus.PENDING
    query = select(Notification.person_id).where(Notification.kind == kind, pending)
    return sorted(one or 0 for one in session.scalars(query))


# ---- the register ----------------------------------------------------------------------------------------


@pytest.mark.requirement("N-3.3-2", "N-3.1")
def test_an_act_is_entered_with_number_date_file_and_link(
    session: Session, school: Organization, curator: Actor
) -> None:
    file = AttachedFile("FILE", "Положение.docx")
    made = new(number="№ 12-н", file=file, link="https://school.example/polozhenie")
    card = local_acts.add(session, curator, school.id, made, KINDS, now=NOW)
    assert (card.number, card.dated_on, card.file_name) == ("12-н", date(2026, 9, 1), "Положение.docx")
    assert local_acts.open_file(session, curator, card.id) == file
    register = local_acts.register(session, curator, None, MANDATORY)
    assert [one.title for one in register.lines] == ["О наставничестве"]
    assert "regulation" not in register.missing
    assert "programme" in register.missing
    assert session.scalars(select(AuditRecord.act)).all() == ["act.added"]


@pytest.mark.requirement("N-O-4.1–4.3", "P-doc-1", "G-1.1-1…4")
def test_the_checklist_tells_which_mandatory_acts_are_there(
    session: Session, school: Organization, curator: Actor
) -> None:
    assert {"regulation", "roadmap", "programme", "pairing_order", "curator_order", "incentives"} == set(
        MANDATORY[OrganizationKind.SCHOOL]
    )
    local_acts.add(session, curator, school.id, new("pairing_order"), KINDS, now=NOW)
    _, found = local_acts.checklist(session, curator, school.id, MANDATORY)
    present = {one.kind: one.act for one in found}
    assert present["pairing_order"] is not None
    assert [kind for kind, one in present.items() if one is None] == [
        "regulation",
        "roadmap",
        "programme",
        "curator_order",
        "incentives",
    ]


@pytest.mark.requirement("P-doc-2")
def test_a_programme_older_than_the_regulation_is_doubtful(
    session: Session, school: Organization, curator: Actor
) -> None:
    def enter(kind: str, day: date) -> None:
        made = new(kind, dated_on=day, number=str(day))
        local_acts.add(session, curator, school.id, made, KINDS, now=NOW)

    def doubt() -> list[str]:
        _, found = local_acts.checklist(session, curator, school.id, MANDATORY)
        return [one.kind for one in local_acts.doubtful_programme(found) or ()]

    enter("programme", date(2026, 8, 1))
    assert doubt() == []
    enter("regulation", date(2026, 8, 1))
    assert doubt() == []
    enter("regulation", date(2026, 8, 20))
    assert doubt() == ["programme", "regulation"]
    enter("programme", date(2026, 9, 1))
    assert doubt() == []


@pytest.mark.requirement("N-10.1")
def test_an_amendment_names_what_it_amends_and_both_tell_of_each_other(
    session: Session, school: Organization, curator: Actor, act: ActCard
) -> None:
    second = new(number="30", dated_on=date(2026, 9, 5), replaces_id=act.id)
    newer = local_acts.add(session, curator, school.id, second, KINDS, now=NOW)
    assert newer.replaces is not None
    assert newer.replaces.number == "12"
    old = local_acts.see(session, curator, act.id)
    assert old.replaced_by is not None
    assert old.replaced_by.id == newer.id
    with pytest.raises(ActInUse):
        local_acts.remove(session, curator, act.id, now=NOW)


def test_an_act_of_another_school_can_not_be_amended(
    session: Session, curator: Actor, school: Organization
) -> None:
    elsewhere = make_organization(session, name="Школа № 2")
    other = actor_of(session, make_person(session, Role.CURATOR, elsewhere))
    theirs = local_acts.add(session, other, elsewhere.id, new(), KINDS, now=NOW)
    with pytest.raises(NoLongerCurrent):
        local_acts.add(session, curator, school.id, new(replaces_id=theirs.id), KINDS, now=NOW)


@pytest.mark.requirement("L-O-4")
def test_the_mark_of_the_site_is_set_and_taken_back(session: Session, curator: Actor, act: ActCard) -> None:
    for _ in range(2):
        card = local_acts.mark_published(session, curator, act.id, published=True, now=NOW)
        assert card.published_at == NOW
    assert local_acts.mark_published(session, curator, act.id, published=False, now=NOW).published_at is None
    acts = session.scalars(select(AuditRecord.act).order_by(AuditRecord.id)).all()
    assert acts == ["act.added", "act.published", "act.unpublished"]


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"kind": "nonsense"}, ActKindUnknown),
        ({"title": " \u200b "}, AnswerEmpty),
        ({"title": "т" * 501}, AnswerTooLong),
        ({"number": "9" * 65}, AnswerTooLong),
        ({"link": "school.example"}, NotALink),
        ({"link": "javascript:alert(1)"}, NotALink),
        ({"dated_on": TODAY + timedelta(days=1)}, DateOutOfRange),
        ({"dated_on": date(1989, 12, 31)}, DateOutOfRange),
        ({"replaces_id": 404}, NoLongerCurrent),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_stored(
    session: Session,
    school: Organization,
    curator: Actor,
    wrong: dict[str, object],
    error: type[ServiceError],
) -> None:
    with pytest.raises(error):
        local_acts.add(session, curator, school.id, new(**wrong), KINDS, now=NOW)  # type: ignore[arg-type]
    assert session.scalars(select(LocalAct)).all() == []


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("01.09.2026", date(2026, 9, 1)),
        ("1 сентября 2026 г.", date(2026, 9, 1)),
        ("2026-09-01", date(2026, 9, 1)),
        ("от 31.08.2023", date(2023, 8, 31)),
    ],
)
def test_a_date_is_read_in_the_ways_people_write_it(typed: str, day: date) -> None:
    assert local_acts.dated(typed, "Europe/Moscow", now=NOW) == day


@pytest.mark.parametrize(
    "typed", ["", "вчера", "сентябрь 2026", "с 1 по 5 сентября 2026", "32.09.2026", "🎉"]
)
def test_what_is_no_single_day_is_refused(typed: str) -> None:
    with pytest.raises(NotADate):
        local_acts.dated(typed, "Europe/Moscow", now=NOW)


@settings(max_examples=100, deadline=None)
@given(typed=st.text(max_size=200))
def test_no_typed_date_does_more_than_be_refused(typed: str) -> None:
    try:
        found = local_acts.dated(typed, "Europe/Moscow", now=NOW)
    except ServiceError:
        return
    assert date(1990, 1, 1) <= found <= TODAY


def test_an_act_entered_by_mistake_is_removed_and_a_sent_one_is_not(
    session: Session, curator: Actor, mentor: Membership, school: Organization, act: ActCard
) -> None:
    spare = local_acts.add(session, curator, school.id, new("plan"), KINDS, now=NOW)
    assert local_acts.remove(session, curator, spare.id, now=NOW) == school.id
    send(session, curator, act)
    with pytest.raises(ActInUse):
        local_acts.remove(session, curator, act.id, now=NOW)


@pytest.mark.parametrize("role", [Role.MENTOR, Role.MENTEE])
def test_those_who_do_not_decide_neither_see_nor_change_the_register(
    session: Session, school: Organization, act: ActCard, role: Role
) -> None:
    actor = actor_of(session, make_person(session, role, school))
    for call in (
        lambda: local_acts.register(session, actor, None, MANDATORY),
        lambda: local_acts.register(session, actor, school.id, MANDATORY),
        lambda: local_acts.see(session, actor, act.id),
        lambda: local_acts.open_file(session, actor, act.id),
        lambda: local_acts.add(session, actor, school.id, new(), KINDS, now=NOW),
        lambda: local_acts.mark_published(session, actor, act.id, published=True, now=NOW),
        lambda: local_acts.remove(session, actor, act.id, now=NOW),
        lambda: local_acts.checklist(session, actor, school.id, MANDATORY),
        lambda: acknowledgements.ask(session, actor, act.id, Audience.EVERYBODY, None, now=NOW),
        lambda: acknowledgements.acknowledge(session, actor, act.id, now=NOW),
    ):
        with pytest.raises(NotAllowed):
            call()


def test_two_schools_of_one_municipality_see_nothing_of_each_other(session: Session, act: ActCard) -> None:
    district = make_organization(session, kind=OrganizationKind.MUNICIPALITY)
    session.get_one(Organization, act.organization_id).parent_id = district.id
    neighbour = make_organization(session, name="Школа № 2", parent_id=district.id)
    stranger = actor_of(session, make_person(session, Role.HEAD, neighbour))
    for call in (
        lambda: local_acts.see(session, stranger, act.id),
        lambda: local_acts.register(session, stranger, act.organization_id, MANDATORY),
        lambda: local_acts.checklist(session, stranger, act.organization_id, MANDATORY),
        lambda: local_acts.matrix(session, stranger, district.id, KINDS, now=NOW),
        lambda: acknowledgements.readers(session, stranger, act.id, now=NOW),
        lambda: acknowledgements.unread_card(session, stranger, act.id),
        lambda: acknowledgements.export(session, stranger, act.id, now=NOW),
        lambda: acknowledgements.nudge(session, stranger, act.id, now=NOW),
    ):
        with pytest.raises(NotAllowed):
            call()


@pytest.mark.requirement("N-RM-4.2", "G-4.2")
def test_the_coordinator_sees_which_school_lacks_which_act(
    session: Session, school: Organization, act: ActCard
) -> None:
    district = make_organization(session, name="Район", kind=OrganizationKind.MUNICIPALITY)
    school.parent_id = district.id
    make_organization(session, name="Пустая школа", parent_id=district.id)
    coordinator = actor_of(session, make_person(session, Role.COORDINATOR, district))
    kinds = MANDATORY[OrganizationKind.SCHOOL]
    matrix = local_acts.matrix(session, coordinator, district.id, kinds, now=NOW)
    assert [(one.name, sorted(one.acts)) for one in matrix.schools] == [
        ("Пустая школа", []),
        ("Школа № 1", ["regulation"]),
    ]
    assert (matrix.lacking("regulation"), matrix.lacking("programme")) == (1, 2)
    name, found = local_acts.checklist(session, coordinator, school.id, MANDATORY)
    assert (name, sum(one.act is not None for one in found)) == ("Школа № 1", 1)
    words = ActsWords(
        "Акты",
        "Акты",
        "Школа",
        "нет",
        "Нет",
        {kind: kind for kind in kinds},
        {(school.id, "regulation"): "12"},
    )
    sheet = load_workbook(io.BytesIO(acts_sheet(matrix, words))).worksheets[0]
    assert [cell.value for cell in sheet[4]][:3] == ["Пустая школа", "нет", "нет"]
    assert [cell.value for cell in sheet[5]][:3] == ["Школа № 1", "12", "нет"]


# ---- acknowledgement -------------------------------------------------------------------------------------


@pytest.mark.requirement("N-O-5", "L-O-5")
def test_everybody_is_asked_once_and_the_author_sees_who_has_read_it(
    session: Session, curator: Actor, head: Membership, mentor: Membership, act: ActCard
) -> None:
    assert send(session, curator, act) == 2
    assert owed(session, "acts.to_read") == sorted([head.person_id, mentor.person_id])
    with pytest.raises(NobodyToAsk):
        send(session, curator, act)
    card = acknowledgements.acknowledge(session, actor_of(session, mentor), act.id, now=NOW)
    assert card.acknowledged_at == NOW
    page = acknowledgements.readers(session, curator, act.id, now=NOW)
    assert [(one.name.last, one.acknowledged_at) for one in page.readers] == [
        ("Смирнов", None),
        ("Петрова", NOW),
    ], "who has not yet comes first"
    assert (page.read, page.asked) == (1, 2)
    assert acknowledgements.to_read(session, mentor.person_id, act.id) is None
    assert owed(session, "acts.to_read") == [head.person_id]


def test_the_first_moment_counts_when_it_is_tapped_twice(
    session: Session, curator: Actor, mentor: Membership, act: ActCard
) -> None:
    send(session, curator, act)
    reader = actor_of(session, mentor)
    acknowledgements.acknowledge(session, reader, act.id, now=NOW)
    later = acknowledgements.acknowledge(session, reader, act.id, now=NOW + timedelta(days=1))
    assert later.acknowledged_at == NOW


@pytest.mark.parametrize(
    ("audience", "asked"),
    [
        (Audience.MENTORS, ["Петрова"]),
        (Audience.HEADS, ["Смирнов"]),
        (Audience.EVERYBODY, ["Петрова", "Смирнов"]),
    ],
)
def test_a_role_can_be_asked_by_itself(
    session: Session,
    curator: Actor,
    head: Membership,
    mentor: Membership,
    act: ActCard,
    audience: Audience,
    asked: list[str],
) -> None:
    send(session, curator, act, audience)
    page = acknowledgements.readers(session, curator, act.id, now=NOW)
    assert sorted(one.name.last for one in page.readers) == asked


def test_a_school_sends_nothing_to_other_schools(session: Session, curator: Actor, act: ActCard) -> None:
    with pytest.raises(NoLongerCurrent):
        send(session, curator, act, Audience.SCHOOL_HEADS)


@pytest.mark.requirement("N-O-5")
def test_the_coordinator_sends_an_order_to_the_heads_of_all_schools(session: Session) -> None:
    district = make_organization(session, name="Район", kind=OrganizationKind.MUNICIPALITY)
    coordinator = actor_of(session, make_person(session, Role.COORDINATOR, district))
    schools = [make_organization(session, name=f"Школа {one}", parent_id=district.id) for one in "АБ"]
    heads = [make_person(session, Role.HEAD, one) for one in schools]
    make_person(session, Role.CURATOR, schools[0])
    make_person(session, Role.HEAD, make_organization(session, name="Чужая школа"))
    order = local_acts.add(session, coordinator, district.id, new("order"), KINDS, now=NOW)
    assert send(session, coordinator, order, Audience.SCHOOL_HEADS) == 2
    assert owed(session, "acts.to_read") == sorted(one.person_id for one in heads)
    page = acknowledgements.readers(session, coordinator, order.id, now=NOW)
    assert [one.organization for one in page.readers] == ["Школа А", "Школа Б"]
    assert not acknowledgements.export(session, coordinator, order.id, now=NOW).full_names


def test_a_day_that_is_past_or_too_far_is_refused(session: Session, curator: Actor, act: ActCard) -> None:
    for day in (TODAY - timedelta(days=1), TODAY + timedelta(days=400)):
        with pytest.raises(DayNotAhead):
            acknowledgements.ask(session, curator, act.id, Audience.EVERYBODY, day, now=NOW)


def test_those_who_have_not_read_it_are_reminded_once_a_day(
    session: Session, curator: Actor, head: Membership, mentor: Membership, act: ActCard
) -> None:
    with pytest.raises(NotSentYet):
        acknowledgements.nudge(session, curator, act.id, now=NOW)
    send(session, curator, act)
    acknowledgements.acknowledge(session, actor_of(session, mentor), act.id, now=NOW)
    assert acknowledgements.nudge(session, curator, act.id, now=NOW) == 1
    assert owed(session, "acts.reminder") == [head.person_id]
    with pytest.raises(ReadersRemindedToday):
        acknowledgements.nudge(session, curator, act.id, now=NOW + timedelta(hours=2))
    assert acknowledgements.nudge(session, curator, act.id, now=NOW + timedelta(days=1)) == 1
    acknowledgements.acknowledge(session, actor_of(session, head), act.id, now=NOW)
    with pytest.raises(EverybodyHasRead):
        acknowledgements.nudge(session, curator, act.id, now=NOW + timedelta(days=2))


@pytest.mark.requirement("N-O-5")
def test_the_list_goes_out_with_full_names_and_dates_and_leaves_a_trace(
    session: Session, curator: Actor, head: Membership, act: ActCard
) -> None:
    send(session, curator, act)
    acknowledgements.acknowledge(session, actor_of(session, head), act.id, now=NOW)
    found = acknowledgements.export(session, curator, act.id, now=NOW)
    assert found.full_names
    assert [(one.name.full, one.acknowledged_at) for one in found.readers] == [
        ("Смирнов Павел Олегович", NOW)
    ]
    assert "act.list_exported" in session.scalars(select(AuditRecord.act)).all()
    data = list_sheet("Лист", ["Приказ"], ["№", "Имя"], [["1", "=1+1"]], (5, 40))
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    assert (sheet["B4"].value, sheet["B4"].data_type) == ("=1+1", "s")


# ---- newcomers -------------------------------------------------------------------------------------------


@pytest.mark.requirement("L-O-5")
def test_whoever_joins_later_gets_what_is_open(
    session: Session, school: Organization, curator: Actor, mentor: Membership, act: ActCard
) -> None:
    send(session, curator, act, Audience.MENTORS)
    newcomer = make_person(session, Role.MENTOR, school, status=MembershipStatus.APPLIED)
    make_person(session, Role.MENTEE, school)
    assert acknowledgements.tick_newcomers(session, now=NOW) == 0
    newcomer.status = MembershipStatus.ACTIVE
    assert acknowledgements.tick_newcomers(session, now=NOW) == 1
    assert acknowledgements.tick_newcomers(session, now=NOW) == 0
    assert newcomer.person_id in owed(session, "acts.to_read")


def _past_its_day(_: Session, act: LocalAct) -> None:
    act.acknowledge_by = TODAY - timedelta(days=1)


def _a_year_old(_: Session, act: LocalAct) -> None:
    act.acknowledge_by, act.created_at = None, NOW - timedelta(days=400)


def _replaced(session: Session, act: LocalAct) -> None:
    newer = LocalAct(kind="regulation", dated_on=TODAY, title="Новая редакция", created_at=NOW)
    newer.organization_id, newer.replaces_id = act.organization_id, act.id
    session.add(newer)


@pytest.mark.parametrize("close", [_past_its_day, _a_year_old, _replaced])
def test_whoever_joins_later_is_not_asked_about_what_is_over(
    session: Session,
    school: Organization,
    curator: Actor,
    mentor: Membership,
    act: ActCard,
    close: Callable[[Session, LocalAct], None],
) -> None:
    send(session, curator, act)
    close(session, session.get_one(LocalAct, act.id))
    make_person(session, Role.MENTOR, school)
    assert acknowledgements.tick_newcomers(session, now=NOW) == 0


# ---- the day is over -------------------------------------------------------------------------------------


def raised(session: Session) -> list[Alert]:
    query = select(Alert).where(Alert.kind == AlertKind.ACT_UNREAD)
    return list(session.scalars(query.execution_options(populate_existing=True)))


@pytest.mark.requirement("N-O-5")
def test_after_the_day_the_curator_learns_once_who_has_not_read_it(
    session: Session, curator: Actor, mentor: Membership, act: ActCard
) -> None:
    send(session, curator, act)
    assert acknowledgements.tick_unread(session, now=MORNING_AFTER - timedelta(minutes=1)) == 0
    assert acknowledgements.tick_unread(session, now=MORNING_AFTER) == 1
    assert acknowledgements.tick_unread(session, now=MORNING_AFTER + timedelta(days=1)) == 0
    (alert,) = raised(session)
    assert alert.level == Role.CURATOR
    card = acknowledgements.unread_card(session, curator, act.id)
    assert card is not None
    assert card.asked - card.read == 1
    acknowledgements.acknowledge(session, actor_of(session, mentor), act.id, now=MORNING_AFTER)
    assert raised(session)[0].status == AlertStatus.RESOLVED
    assert acknowledgements.unread_card(session, curator, act.id) is None


def test_no_alert_when_everybody_has_read_it(
    session: Session, curator: Actor, mentor: Membership, act: ActCard
) -> None:
    send(session, curator, act)
    acknowledgements.acknowledge(session, actor_of(session, mentor), act.id, now=NOW)
    assert acknowledgements.tick_unread(session, now=MORNING_AFTER) == 0


def test_a_later_day_is_watched_anew(
    session: Session, school: Organization, curator: Actor, mentor: Membership, act: ActCard
) -> None:
    send(session, curator, act)
    acknowledgements.tick_unread(session, now=MORNING_AFTER)
    make_person(session, Role.MENTEE, school)
    acknowledgements.ask(session, curator, act.id, Audience.MENTEES, date(2026, 9, 20), now=MORNING_AFTER)
    assert raised(session)[0].status == AlertStatus.RESOLVED
    assert acknowledgements.tick_unread(session, now=MORNING_AFTER + timedelta(days=6)) == 1


def test_above_the_school_only_numbers_are_seen(
    session: Session, school: Organization, curator: Actor, mentor: Membership, act: ActCard
) -> None:
    district = make_organization(session, kind=OrganizationKind.MUNICIPALITY)
    school.parent_id = district.id
    coordinator = actor_of(session, make_person(session, Role.COORDINATOR, district))
    send(session, curator, act)
    acknowledgements.tick_unread(session, now=MORNING_AFTER)
    for day in range(1, 8):
        alerts.wake(session, now=MORNING_AFTER + timedelta(days=day))
    assert raised(session)[0].level == Role.COORDINATOR
    card = acknowledgements.unread_card(session, coordinator, act.id)
    assert card is not None
    assert (card.readers, card.asked) == ((), 1)


def test_who_withdrew_the_consent_or_left_is_not_waited_for(
    session: Session, curator: Actor, mentor: Membership, act: ActCard
) -> None:
    send(session, curator, act)
    mentor.person.frozen_at = NOW
    assert acknowledgements.tick_unread(session, now=MORNING_AFTER) == 0
    mentor.person.frozen_at = None
    mentor.status = MembershipStatus.LEFT
    assert acknowledgements.tick_unread(session, now=MORNING_AFTER) == 0


def test_the_alert_is_settled_when_nobody_is_waited_for_any_more(
    session: Session, curator: Actor, mentor: Membership, act: ActCard
) -> None:
    send(session, curator, act)
    acknowledgements.tick_unread(session, now=MORNING_AFTER)
    mentor.status = MembershipStatus.LEFT
    session.flush()
    assert acknowledgements.tick_unread(session, now=MORNING_AFTER) == 1
    assert raised(session)[0].status == AlertStatus.RESOLVED
    assert acknowledgements.tick_unread(session, now=MORNING_AFTER) == 0


def test_what_i_am_to_read_is_counted_until_i_have_read_it(
    session: Session, curator: Actor, mentor: Membership, act: ActCard
) -> None:
    reader = actor_of(session, mentor)
    assert acknowledgements.count_unread(session, reader) == 0
    send(session, curator, act)
    assert acknowledgements.count_unread(session, reader) == 1
    acknowledgements.acknowledge(session, reader, act.id, now=NOW)
    assert acknowledgements.own_unread(session, reader) == ()
    assert len(session.scalars(select(Acknowledgement)).all()) == 1


def test_all_that_i_am_to_read_is_counted_not_only_the_first_page(
    session: Session, school: Organization, curator: Actor, mentor: Membership
) -> None:
    for number in range(12):
        one = local_acts.add(session, curator, school.id, new("plan", number=str(number)), KINDS, now=NOW)
        send(session, curator, one)
    reader = actor_of(session, mentor)
    assert acknowledgements.count_unread(session, reader) == 12
    assert len(acknowledgements.own_unread(session, reader)) == 10


def test_the_person_sees_what_is_stored_about_the_reading_and_what_was_not_read_is_erased(
    session: Session, school: Organization, curator: Actor, mentor: Membership, act: ActCard
) -> None:
    other = local_acts.add(session, curator, school.id, new("plan", number="13"), KINDS, now=NOW)
    for one in (act, other):
        send(session, curator, one)
    reader = actor_of(session, mentor)
    acknowledgements.acknowledge(session, reader, act.id, now=NOW)
    stored = personal_data.my_data(session, reader, now=NOW).readings
    assert [(one.number, one.acknowledged_at) for one in stored] == [("12", NOW), ("13", None)]
    own = (Consent.person_id == mentor.person_id, Consent.kind == ConsentKind.PERSONAL_DATA)
    erasure.withdraw(session, reader, session.scalars(select(Consent.id).where(*own)).one(), now=NOW)
    assert [(one.act_id, one.acknowledged_at) for one in session.scalars(select(Acknowledgement))] == [
        (act.id, NOW)
    ]
