"""The clocks of requests about data: working days, one extension, one answer."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    Alert,
    AlertStatus,
    AuditRecord,
    Membership,
    Notification,
    RequestKind,
    RightsRequest,
    Role,
)
from models.organization import OrganizationKind
from services import rights_requests
from services.errors import AlreadyDecided, AnswerEmpty, NoLongerCurrent, NotAllowed
from services.rights_requests import ReceiptOutOfRange, RequestNotExtendable
from tests.support.factories import NOW, actor_of, make_organization, make_person


@pytest.fixture
def mentee(session: Session) -> Membership:
    school = make_organization(session)
    make_person(session, Role.CURATOR, school, last="Иванова")
    return make_person(session, Role.MENTEE, school)


def opened(session: Session, mentee: Membership, kind: RequestKind, now: datetime = NOW) -> RightsRequest:
    number = rights_requests.open_request(
        session,
        kind=kind,
        person_id=mentee.person_id,
        organization_id=mentee.organization_id,
        text="Прошу",
        now=now,
    )
    return session.get_one(RightsRequest, number)


@pytest.mark.parametrize(
    ("kind", "on", "due"),
    [
        (RequestKind.ACCESS, datetime(2026, 9, 7, 7, tzinfo=UTC), date(2026, 9, 21)),
        (RequestKind.CORRECTION, datetime(2026, 9, 7, 7, tzinfo=UTC), date(2026, 9, 16)),
        (RequestKind.ERASURE, datetime(2026, 9, 7, 7, tzinfo=UTC), date(2026, 9, 21)),
        (RequestKind.STOP_PUBLICATION, datetime(2026, 9, 7, 7, tzinfo=UTC), date(2026, 9, 10)),
        # Friday evening in Moscow: the days begin on Monday.
        (RequestKind.STOP_PUBLICATION, datetime(2026, 9, 11, 15, tzinfo=UTC), date(2026, 9, 16)),
        # Late in UTC it is Saturday already where the school is.
        (RequestKind.STOP_PUBLICATION, datetime(2026, 9, 11, 22, tzinfo=UTC), date(2026, 9, 16)),
        # 4 November is a day off.
        (RequestKind.STOP_PUBLICATION, datetime(2026, 11, 2, 7, tzinfo=UTC), date(2026, 11, 6)),
    ],
)
def test_terms_are_counted_in_working_days(
    session: Session, mentee: Membership, kind: RequestKind, on: datetime, due: date
) -> None:
    assert opened(session, mentee, kind, on).due_on == due


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        (date(2026, 9, 7), date(2026, 9, 7), 0),
        (date(2026, 9, 11), date(2026, 9, 14), 1),
        (date(2026, 9, 7), date(2026, 9, 21), 10),
        (date(2026, 9, 15), date(2026, 9, 14), -1),
        (date(2026, 9, 13), date(2026, 9, 12), -1),
    ],
)
def test_working_days_that_are_left(first: date, last: date, days: int) -> None:
    assert rights_requests.working_days_between(first, last) == days


def test_an_extension_warns_again_before_the_new_end(session: Session, mentee: Membership) -> None:
    request = opened(session, mentee, RequestKind.ERASURE)
    curator = session.scalars(select(Membership).where(Membership.role == Role.CURATOR)).one()
    friday, monday = datetime(2026, 9, 18, 7, tzinfo=UTC), datetime(2026, 9, 28, 7, tzinfo=UTC)
    assert rights_requests.tick_terms(session, now=friday) == 1
    assert rights_requests.tick_terms(session, now=friday) == 0
    rights_requests.extend(session, actor_of(session, curator), request.id, "Ждём юриста", now=friday)
    assert request.due_on == date(2026, 9, 28)
    assert rights_requests.tick_terms(session, now=datetime(2026, 9, 21, 21, 30, tzinfo=UTC)) == 0
    assert rights_requests.tick_terms(session, now=monday) == 1
    assert rights_requests.tick_terms(session, now=datetime(2026, 9, 29, 7, tzinfo=UTC)) == 1
    with pytest.raises(RequestNotExtendable):
        rights_requests.extend(session, actor_of(session, curator), request.id, "Ещё", now=monday)
    late = session.scalars(select(Alert).where(Alert.cause.like("%:late:%"))).one()
    assert late.urgent
    rights_requests.answer(session, actor_of(session, curator), request.id, "Сделано", now=monday)
    unsettled = select(Alert.id).where(Alert.status != AlertStatus.RESOLVED)
    assert session.scalars(unsettled).all() == []
    with pytest.raises(AlreadyDecided):
        rights_requests.answer(session, actor_of(session, curator), request.id, "Сделано", now=monday)


@pytest.mark.parametrize("kind", [RequestKind.CORRECTION, RequestKind.STOP_PUBLICATION])
def test_what_the_law_does_not_let_wait_is_not_put_off(
    session: Session, mentee: Membership, kind: RequestKind
) -> None:
    request = opened(session, mentee, kind)
    curator = session.scalars(select(Membership).where(Membership.role == Role.CURATOR)).one()
    with pytest.raises(RequestNotExtendable):
        rights_requests.extend(session, actor_of(session, curator), request.id, "Некогда", now=NOW)


def test_a_late_request_is_not_put_off(session: Session, mentee: Membership) -> None:
    request = opened(session, mentee, RequestKind.ERASURE)
    curator = session.scalars(select(Membership).where(Membership.role == Role.CURATOR)).one()
    with pytest.raises(RequestNotExtendable):
        late = datetime(2026, 9, 22, 7, tzinfo=UTC)
        rights_requests.extend(session, actor_of(session, curator), request.id, "Некогда", now=late)


def test_an_answer_needs_words_and_a_right(session: Session, mentee: Membership) -> None:
    request = opened(session, mentee, RequestKind.CORRECTION)
    curator = session.scalars(select(Membership).where(Membership.role == Role.CURATOR)).one()
    with pytest.raises(AnswerEmpty):
        rights_requests.answer(session, actor_of(session, curator), request.id, " \u200d ", now=NOW)
    stranger = make_person(session, Role.CURATOR, make_organization(session, name="Школа № 2"))
    for actor in (mentee, stranger):
        with pytest.raises(NotAllowed):
            rights_requests.answer(session, actor_of(session, actor), request.id, "Нет", now=NOW)


def test_the_person_is_told_by_ids_only(session: Session, mentee: Membership) -> None:
    request = opened(session, mentee, RequestKind.CORRECTION)
    curator = session.scalars(select(Membership).where(Membership.role == Role.CURATOR)).one()
    rights_requests.answer(session, actor_of(session, curator), request.id, "Исправлено", now=NOW)
    owed = session.scalars(select(Notification).where(Notification.kind == "privacy.request_answered")).one()
    assert (owed.person_id, owed.payload) == (mentee.person_id, {"request_id": request.id})


# ---- brought on paper


def test_a_paper_request_runs_from_its_receipt_and_is_entered_once(
    session: Session, mentee: Membership
) -> None:
    curator = session.scalars(select(Membership).where(Membership.role == Role.CURATOR)).one()
    mentee.person.chat_id = None
    session.flush()
    actor, friday = actor_of(session, curator), date(2026, 9, 4)
    views = [
        rights_requests.enter(
            session, actor, mentee.id, RequestKind.CORRECTION, " Исправить фамилию ", friday, now=NOW
        )
        for _ in range(2)
    ]
    assert views[0].id == views[1].id
    assert (views[0].due_on, views[0].text, views[0].by_hand) == (
        date(2026, 9, 15),
        "Исправить фамилию",
        True,
    )
    assert session.scalars(select(AuditRecord.act)).all() == ["rights.entered"]
    assert session.scalars(select(AuditRecord.actor_id)).all() == [curator.person_id]
    rights_requests.answer(session, actor, views[0].id, "Исправлено", now=NOW)
    answered = select(Notification).where(Notification.kind == "privacy.request_answered")
    assert session.scalars(answered).all() == []


@pytest.mark.parametrize("day", [date(2026, 9, 8), date(2026, 8, 7), date(2025, 9, 7)])
def test_a_paper_was_received_within_the_last_thirty_days(
    session: Session, mentee: Membership, day: date
) -> None:
    curator = session.scalars(select(Membership).where(Membership.role == Role.CURATOR)).one()
    actor = actor_of(session, curator)
    with pytest.raises(ReceiptOutOfRange):
        rights_requests.enter(session, actor, mentee.id, RequestKind.ERASURE, "Прошу", day, now=NOW)


def test_only_those_of_the_school_enter_a_paper_and_not_their_own(
    session: Session, mentee: Membership
) -> None:
    curator = session.scalars(select(Membership).where(Membership.role == Role.CURATOR)).one()
    other = make_person(session, Role.CURATOR, make_organization(session, name="Школа № 2"))
    attempts = [(mentee, mentee), (other, mentee), (curator, curator)]
    for who, whose in attempts:
        actor = actor_of(session, who)
        with pytest.raises(NotAllowed):
            rights_requests.person_to_enter(session, actor, whose.id)
        with pytest.raises(NotAllowed):
            rights_requests.enter(session, actor, whose.id, RequestKind.ERASURE, "Прошу", NOW.date(), now=NOW)
    mentee.person.frozen_at = NOW
    with pytest.raises(NoLongerCurrent):
        rights_requests.person_to_enter(session, actor_of(session, curator), mentee.id)


def test_a_coordinator_s_request_is_answered_by_those_beside_or_above(session: Session) -> None:
    region = make_organization(session, name="Регион", kind=OrganizationKind.REGION)
    place = make_organization(session, name="Район", kind=OrganizationKind.MUNICIPALITY, parent_id=region.id)
    school = make_organization(session, parent_id=place.id)
    operator = actor_of(session, make_person(session, Role.OPERATOR, region))
    asker = make_person(session, Role.COORDINATOR, place)
    request = opened(session, asker, RequestKind.CORRECTION)
    with pytest.raises(NotAllowed):
        rights_requests.answer(session, actor_of(session, asker), request.id, "Да", now=NOW)
    beside = actor_of(session, make_person(session, Role.COORDINATOR, place, last="Вторая"))
    assert rights_requests.peek(session, beside, request.id, now=NOW)
    assert rights_requests.peek(session, operator, request.id, now=NOW)
    theirs = opened(session, make_person(session, Role.MENTEE, school), RequestKind.CORRECTION)
    for higher in (beside, operator):
        with pytest.raises(NotAllowed):
            rights_requests.see(session, higher, theirs.id, now=NOW)
