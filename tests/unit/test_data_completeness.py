"""Nothing that is stored of a person may be forgotten, neither when they ask for it nor when it is erased."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from bot.settings import ROOT
from handlers.common.translator import Texts
from handlers.privacy.sections import sections
from models import (
    Amendment,
    AmendmentKind,
    AmendmentStatus,
    Base,
    Conclusion,
    Consent,
    ConsentKind,
    ConsentStatus,
    Guardianship,
    Membership,
    MembershipStatus,
    Organization,
    Partition,
    Person,
    RequestKind,
    RightsRequest,
    Role,
    Shortlist,
    ShortlistEntry,
)
from services import content, erasure, personal_data, rights_requests
from services.content import LANGUAGES
from tests.support.factories import NOW, actor_of, make_organization, make_pair, make_person

TEXTS = Texts(ROOT / "locales", content.load(ROOT / "content"))
BY_ACTS = "an act of the person: shown among the records of the audit log"
SHOWN = {
    "acknowledgement.person_id",
    "application.membership_id",
    "amendment.proposed_by_id",
    "attendance_report.person_id",
    "audit_record.actor_id",
    "conclusion.membership_id",
    "consent.given_by_id",
    "consent.person_id",
    "evidence.author_id",
    "guardianship.child_id",
    "guardianship.parent_id",
    "membership.entered_by_id",
    "membership.person_id",
    "mentorship_member.membership_id",
    "notification.person_id",
    "occurrence.controller_id",
    "occurrence.done_by_id",
    "occurrence.reason_by_id",
    "occurrence_responsible.person_id",
    "responsible_match.person_id",
    "rights_request.by_id",
    "rights_request.person_id",
    "roadmap.returned_by_id",
    "roadmap_item_responsible.person_id",
    "shortlist_entry.membership_id",
}
"""What /mydata tells of, by the column that points to the person."""
EXEMPT = {
    "alert.resolved_by_id": BY_ACTS,
    "application.decided_by_id": BY_ACTS,
    "application.endorsed_by_id": BY_ACTS,
    "conclusion.entered_by_id": BY_ACTS,
    "consent.original_received_by_id": BY_ACTS,
    "erasure_case.by_id": BY_ACTS,
    "erasure_case.person_id": "made when nothing of the person is left; who comes back is another row",
    "invitation.child_id": "a link for a parent: a code of ours, no data of the person",
    "invitation.created_by_id": BY_ACTS,
    "invitation.person_id": "the personal link: a code of ours, no data of the person",
    "local_act.created_by_id": BY_ACTS,
    "meeting.proposed_by_id": "the meeting itself is shown with all that is stored of it",
    "mentorship.proposed_by_id": BY_ACTS,
    "registry_snapshot.taken_by_id": BY_ACTS,
    "rights_request.settled_by_id": BY_ACTS,
    "roadmap.approved_by_id": BY_ACTS,
    "roadmap.created_by_id": BY_ACTS,
    "shortlist.created_by_id": BY_ACTS,
}
"""What is not shown by itself, and why."""
MARKS = (
    "Заключение-метка",
    "Текст-запроса-метка",
    "Ответ-метка",
    "Причина-продления-метка",
    "Изменение-метка",
    "Причина-изменения-метка",
    "https://school.example/nastavniki",
    "Условие-метка",
)
"""Words of others and of the person; each must be shown, and be gone after the withdrawal."""


def test_every_column_that_points_to_a_person_is_shown_or_named_as_an_exemption() -> None:
    pointing = {
        f"{table.name}.{key.parent.name}"
        for table in Base.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table.name in ("person", "membership")
    }
    assert pointing - SHOWN - set(EXEMPT) == set(), "show it in services/personal_data.py, or say why not"
    assert (SHOWN | set(EXEMPT)) - pointing == set()
    assert not SHOWN & set(EXEMPT)


@pytest.fixture
def mentee(session: Session) -> Membership:
    """A pupil about whom every new table knows something."""
    school = make_organization(session)
    curator = make_person(session, Role.CURATOR, school, last="Иванова")
    mentor = make_person(session, Role.MENTOR, school, last="Орлова")
    made = make_person(
        session,
        Role.MENTEE,
        school,
        last="Гилязетдинова",
        first="Миляуша",
        partition=Partition.PUPIL,
        entered_by_id=curator.person_id,
        affiliation_id=make_organization(session, name="Завод-партнёр").id,
        refreshed_at=NOW,
        review_asked_at=NOW,
        paused_at=NOW,
    )
    made.person.born_on = NOW.date().replace(year=2012)
    parent = make_person(session, Role.PARENT, school, last="Гилязетдинов", first="Ильдар")
    pair = make_pair(session, mentor, made)
    session.add_all(_rows(made, curator, parent, pair.id, school))
    session.flush()
    return made


def _rows(
    made: Membership, curator: Membership, parent: Membership, pair_id: int, school: Organization
) -> list[Base]:
    common: dict[str, Any] = {"text_version": "1", "text_sha256": "0" * 64, "language": "ru"}
    return [
        Guardianship(
            parent_id=parent.person_id,
            child_id=made.person_id,
            organization_id=school.id,
            relation="father",
            since=NOW,
        ),
        Conclusion(
            membership_id=made.id,
            source="psychologist",
            ground="consent",
            text=MARKS[0],
            is_sensitive=True,
            entered_by_id=curator.person_id,
            entered_at=NOW,
        ),
        RightsRequest(
            kind=RequestKind.ERASURE,
            person_id=made.person_id,
            by_id=parent.person_id,
            organization_id=school.id,
            text=MARKS[1],
            answer=MARKS[2],
            reason=MARKS[3],
            opened_at=NOW,
            due_on=NOW.date(),
            settled_at=NOW,
        ),
        Amendment(
            mentorship_id=pair_id,
            kind=AmendmentKind.CONTENT,
            status=AmendmentStatus.AGREED,
            text=MARKS[4],
            reason=MARKS[5],
            proposed_by_id=made.person_id,
            proposed_at=NOW,
        ),
        Consent(
            person_id=made.person_id,
            given_by_id=parent.person_id,
            organization_id=school.id,
            kind=ConsentKind.PUBLICATION,
            status=ConsentStatus.GIVEN,
            details={"resources": [MARKS[6]], "data_items": ["name"], "conditions": MARKS[7]},
            valid_until=NOW.date() + timedelta(days=365),
            original_number="17-а",
            original_dated_on=NOW.date(),
            original_received_at=NOW,
            asked_at=NOW,
            answered_at=NOW,
            **common,
        ),
        Consent(
            person_id=made.person_id,
            given_by_id=parent.person_id,
            organization_id=school.id,
            kind=ConsentKind.PARENTAL,
            status=ConsentStatus.GIVEN,
            asked_at=NOW,
            answered_at=NOW,
            **common,
        ),
        Shortlist(
            organization_id=school.id,
            title="Подборка-метка",
            criteria={},
            created_at=NOW,
            entries=[ShortlistEntry(membership_id=made.id)],
        ),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_tables_of_joining_hold_is_shown_in_every_language(
    session: Session, mentee: Membership, language: str
) -> None:
    data = personal_data.my_data(session, actor_of(session, mentee), now=NOW)
    shown = "\n".join(
        line
        for one in sections(TEXTS.translator(language), data, "Europe/Moscow")
        for line in (one.title, *one.lines)
    )
    for word in (*MARKS, "Подборка-метка", "Завод-партнёр", "17-а", "07.09.2012", "Ильдар", "Анна"):
        assert word in shown, word
    assert "psychologist" not in shown


def test_a_withdrawal_leaves_nothing_of_it(session: Session, mentee: Membership) -> None:
    actor = actor_of(session, mentee)
    preview = erasure.preview(session, actor, now=NOW)
    erasure.withdraw(session, actor, preview.consent_id, now=NOW)
    session.flush()
    cells = [
        str(cell)
        for table in Base.metadata.sorted_tables
        for row in session.execute(text(f"SELECT * FROM {table.name}"))
        for cell in row
    ]
    left = "\n".join(one.encode().decode("unicode_escape") if "\\u" in one else one for one in cells)
    for word in (*MARKS, "Гилязетдинова", "Миляуша", "2012-09-07"):
        # The address stays until the page was taken down: that is the business of people.
        assert left.count(word) == (1 if word == MARKS[6] else 0), word
    (request,) = session.scalars(select(RightsRequest).where(RightsRequest.settled_at.is_(None))).all()
    assert (request.kind, request.text) == (RequestKind.STOP_PUBLICATION, MARKS[6])
    ended = session.scalars(select(Guardianship)).one()
    assert (ended.relation, ended.ended_at) == ("", NOW)
    assert session.scalars(select(ShortlistEntry)).all() == []
    assert session.get_one(Person, mentee.person_id).born_on is None
    assert mentee.status == MembershipStatus.LEFT


def test_the_address_of_a_page_is_forgotten_when_it_was_taken_down(
    session: Session, mentee: Membership
) -> None:
    actor = actor_of(session, mentee)
    erasure.withdraw(session, actor, erasure.preview(session, actor, now=NOW).consent_id, now=NOW)
    request = session.scalars(select(RightsRequest).where(RightsRequest.settled_at.is_(None))).one()
    curator = session.scalars(select(Membership).where(Membership.role == Role.CURATOR)).one()
    rights_requests.answer(session, actor_of(session, curator), request.id, "Снято", now=NOW)
    assert (request.text, request.answer, request.settled_at) == ("", "", NOW)
