"""Settings of an organisation: what they may hold, who changes them, what is written down."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import AuditRecord, Organization, Role
from models.organization import OrganizationKind
from services import organization_settings as settings
from services.access import Actor
from services.errors import AnswerEmpty, AnswerNotANumber, AnswerTooLong, NoLongerCurrent, NotAllowed
from services.organization_settings import (
    BY_KEY,
    SETTINGS,
    DayWrong,
    HoursWrong,
    Kind,
    StateNumberWrong,
    TaxNumberWrong,
)
from tests.support.factories import NOW, actor_of, make_organization, make_person


@pytest.fixture
def school(session: Session) -> Organization:
    return make_organization(session)


@pytest.fixture
def head(session: Session, school: Organization) -> Actor:
    return actor_of(session, make_person(session, Role.HEAD, school))


@pytest.mark.parametrize("digits", ["7707083893", "7830002293", "500100732259"])
def test_the_check_digits_of_a_taxpayer_are_right(digits: str) -> None:
    assert settings.is_tax_number(digits)
    assert not settings.is_tax_number(digits[:-1] + str((int(digits[-1]) + 1) % 10))


@pytest.mark.parametrize("digits", ["1027700132195", "1037739010891", "304500116000157"])
def test_the_check_digit_of_a_registration_is_right(digits: str) -> None:
    assert settings.is_state_number(digits)
    assert not settings.is_state_number(digits[:-1] + str((int(digits[-1]) + 1) % 10))


@pytest.mark.parametrize("typed", ["", "1", "77070838930", "abcdefghij", "٧٧٠٧٠٨٣٨٩٣", "7707083894"])
def test_other_digits_are_refused(session: Session, school: Organization, head: Actor, typed: str) -> None:
    with pytest.raises(TaxNumberWrong):
        settings.change(session, head, school.id, "tax_number", typed, now=NOW)
    with pytest.raises(StateNumberWrong):
        settings.change(session, head, school.id, "state_number", typed, now=NOW)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda one: one.key)
def test_everything_that_is_offered_can_be_chosen(
    session: Session, school: Organization, head: Actor, setting: settings.Setting
) -> None:
    for value in setting.offered:
        shown = settings.change(session, head, school.id, setting.key, value, now=NOW)
        assert shown.value.value == ("" if value == settings.EMPTY else value)


@pytest.mark.parametrize(
    ("key", "typed", "error"),
    [
        ("address", " \u200b", AnswerEmpty),
        ("address", "я" * 501, AnswerTooLong),
        ("application_wait_days", "0", AnswerNotANumber),
        ("application_wait_days", "61", AnswerNotANumber),
        ("low_answer_threshold", "пять", AnswerNotANumber),
        ("quiet_hours", "24-8", HoursWrong),
        ("quiet_hours", "20", HoursWrong),
        ("quiet_hours", "20:30-8", HoursWrong),
        ("year_end", "29.02", DayWrong),
        ("year_end", "31.6", DayWrong),
        ("year_end", "май", DayWrong),
        ("timezone", "Europe/Paris", NoLongerCurrent),
        ("review_month", "0", NoLongerCurrent),
        ("head_approves", "yes", NoLongerCurrent),
        ("name", "x", NoLongerCurrent),
        ("id", "7", NoLongerCurrent),
    ],
)
def test_what_a_setting_can_not_hold(
    session: Session, school: Organization, head: Actor, key: str, typed: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        settings.change(session, head, school.id, key, typed, now=NOW)
    assert not session.scalars(select(AuditRecord)).all()


@pytest.mark.parametrize("typed", ["20-8", "20:00-08:00", "20:00 — 8:00", " 20 – 08 "])
def test_hours_may_be_typed_as_people_do(
    session: Session, school: Organization, head: Actor, typed: str
) -> None:
    settings.change(session, head, school.id, "quiet_hours", "19-7", now=NOW)
    settings.change(session, head, school.id, "quiet_hours", typed, now=NOW)
    assert (school.quiet_from_hour, school.quiet_until_hour) == (20, 8)


def test_a_change_is_written_down_once_and_without_its_value(
    session: Session, school: Organization, head: Actor
) -> None:
    for _ in range(2):
        settings.change(session, head, school.id, "address", "ул.  Садовая, 1", now=NOW)
    assert school.address == "ул. Садовая, 1"
    (record,) = session.scalars(select(AuditRecord)).all()
    assert (record.act, record.actor_id, record.subject_id) == ("setting.address", head.person_id, school.id)


@pytest.mark.parametrize("role", list(Role))
def test_who_changes_settings(session: Session, school: Organization, role: Role) -> None:
    actor = actor_of(session, make_person(session, role, school))
    if role in (Role.CURATOR, Role.HEAD, Role.COORDINATOR, Role.OPERATOR):
        settings.change(session, actor, school.id, "files_in_chat", "0", now=NOW)
        assert not school.files_in_chat
    else:
        with pytest.raises(NotAllowed):
            settings.look(session, actor, school.id)
        with pytest.raises(NotAllowed):
            settings.change(session, actor, school.id, "files_in_chat", "0", now=NOW)
    if role != Role.HEAD:
        with pytest.raises(NotAllowed):
            settings.change(session, actor, school.id, "head_approves", "1", now=NOW)


def test_a_municipality_has_no_settings_about_teachers(session: Session) -> None:
    place = make_organization(session, kind=OrganizationKind.MUNICIPALITY)
    actor = actor_of(session, make_person(session, Role.COORDINATOR, place))
    keys = {
        one.setting.key for page in (0, 1) for one in settings.look(session, actor, place.id, page=page).lines
    }
    assert "unpaired_wait_days" not in keys
    assert {"address", "timezone", "year_end"} <= keys
    with pytest.raises(NoLongerCurrent):
        settings.change(session, actor, place.id, "unpaired_wait_days", "3", now=NOW)


def test_every_setting_is_a_column_of_its_kind() -> None:
    columns = Organization.__table__.columns
    for one in SETTINGS:
        if one.kind not in (Kind.HOURS, Kind.DAY):
            assert one.key in columns
    assert len(BY_KEY) == len(SETTINGS)
