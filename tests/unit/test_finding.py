"""Finding a school: names in any spelling, numbers as a whole, a bounded look, nothing about people."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from models import MembershipStatus, Organization, Role
from models.organization import OrganizationKind
from services import finding
from services.finding import NothingToFind
from tests.support.factories import make_organization, make_person


def make_school(session: Session, name: str, **fields: object) -> Organization:
    organization = make_organization(session, name=name, **fields)
    make_person(session, Role.CURATOR, organization)
    return organization


def names(session: Session, typed: str, page: int = 0) -> list[str]:
    return [one.name for one in finding.search(session, finding.query_of(typed), page=page).lines]


@pytest.mark.parametrize(
    "typed",
    [
        "гимназия 7",
        "ГИМНАЗИЯ № 7",
        "гимназия №7 Ёлкина",
        "елкина",
        "7",
        "№7",
        "n 7",
        "7 гимн",
        "«Гимназия» — 7!",
    ],
)
def test_a_name_is_found_in_any_spelling(session: Session, typed: str) -> None:
    make_school(session, "МБОУ «Гимназия №7 имени Елкина»")
    make_school(session, "Гимназия № 17")
    make_school(session, "Лицей № 71")
    assert names(session, typed) == ["МБОУ «Гимназия №7 имени Елкина»"]


def test_the_letter_with_a_breve_is_another_letter(session: Session) -> None:
    make_school(session, "Лицей № 1 города Зайска")
    assert names(session, "зайска") == ["Лицей № 1 города Зайска"]
    assert names(session, "заиска") == []


@pytest.mark.parametrize("typed", ["", "   ", "!!!", "№", "😀", "\u200b"])
def test_without_a_letter_or_a_digit_there_is_nothing_to_look_for(typed: str) -> None:
    with pytest.raises(NothingToFind):
        finding.query_of(typed)


@pytest.mark.parametrize("typed", ["я" * 500, "школа " * 100, "общеобразовательная " * 5 + "15", "😀1" * 90])
def test_what_is_looked_for_fits_into_a_button_and_looks_the_same_again(typed: str) -> None:
    query = finding.query_of(typed)
    assert 0 < len(query.encode()) <= finding.QUERY_BYTES
    assert finding.query_of(query) == query


def test_the_number_is_kept_of_a_long_name(session: Session) -> None:
    make_school(session, "Средняя школа № 15")
    make_school(session, "Средняя школа № 16")
    long = "Муниципальное бюджетное общеобразовательное учреждение средняя школа № 15"
    assert "15" in finding.query_of(long)


def test_only_places_where_somebody_decides_take_people_in(session: Session) -> None:
    school = make_organization(session, name="Школа № 1")
    make_person(session, Role.MENTOR, school)
    make_person(session, Role.CURATOR, school, status=MembershipStatus.LEFT)
    municipality = make_organization(session, name="Район 1", kind=OrganizationKind.MUNICIPALITY)
    make_person(session, Role.COORDINATOR, municipality)
    partner = make_school(session, "Колледж № 1", kind=OrganizationKind.PARTNER, parent_id=school.id)
    page = finding.search(session, "1")
    assert [(one.id, one.above) for one in page.lines] == [(partner.id, "Школа № 1")]
    assert [finding.is_open(session, one.id) for one in (school, municipality, partner)] == [
        False,
        False,
        True,
    ]
    assert not finding.is_open(session, 404)


def test_pages_stay_within_what_there_is(session: Session) -> None:
    for number in range(9):
        make_school(session, f"Школа имени {number}")
    assert len(names(session, "школа")) == finding.PAGE_SIZE
    assert len(names(session, "школа", page=1)) == 1
    assert names(session, "школа", page=99) == names(session, "школа", page=1)
    assert names(session, "школа", page=-5) == names(session, "школа")


def test_a_look_reads_no_more_rows_than_it_may(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "LOOKED_THROUGH", 3)
    for number in range(5):
        make_school(session, f"Школа имени {number}")
    assert finding.search(session, "школа").total == 3
