"""The access log: who reads it, what stands in it, and that nobody can change it, on both databases."""

from __future__ import annotations

import io
from datetime import date, timedelta

import pytest
from openpyxl import load_workbook
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from bot.settings import ROOT
from handlers.common.act_words import act_words
from handlers.common.translator import Texts
from models import Acknowledgement, AuditRecord, LocalAct, Role
from services import (
    access,
    acknowledgements,
    audit_log,
    conclusions,
    content,
    duty_views,
    families,
    matching,
    mentorships,
    people,
    plan_views,
)
from services.audit_log import Part
from services.audit_sheet import AuditSheet, audit_sheet
from services.db import Database
from services.errors import NotAllowed
from tests.support.factories import NOW, actor_of, make_duty, make_organization, make_person

TEXTS = Texts(ROOT / "locales", content.load(ROOT / "content"))


def _write(session: Session) -> None:
    access.record(session, "person.seen", actor_id=None, now=NOW)


def _forge(session: Session) -> None:
    session.execute(update(AuditRecord).values(act="nothing.happened"))


def _erase(session: Session) -> None:
    session.execute(delete(AuditRecord))


def _forge_by_hand(session: Session) -> None:
    session.execute(text("UPDATE audit_record SET actor_id = NULL, act = 'x' WHERE id > 0"))


def _acts(session: Session) -> list[str]:
    return list(session.scalars(select(AuditRecord.act)))


@pytest.mark.requirement("N-1.3-7")
@pytest.mark.parametrize("tampering", [_forge, _erase, _forge_by_hand])
async def test_no_row_of_the_log_can_be_changed_or_deleted(db: Database, tampering: object) -> None:
    await db.write(_write)
    with pytest.raises(DBAPIError, match="only added to"):
        await db.write(tampering)  # type: ignore[arg-type]
    assert await db.read(_acts) == ["person.seen"]


def test_a_head_reads_their_own_school_and_its_refusals(session: Session) -> None:
    here, there = make_organization(session), make_organization(session, name="Школа № 2")
    head = make_person(session, Role.HEAD, here, last="Смирнов")
    curator = make_person(session, Role.CURATOR, here, last="Иванова")
    stranger = make_person(session, Role.CURATOR, there, last="Чужая")
    mentee = make_person(session, Role.MENTEE, here)
    for one, place in ((curator, here), (stranger, there)):
        access.record(
            session,
            "person.seen",
            actor_id=one.person_id,
            organization_id=place.id,
            subject_kind="membership",
            subject_id=mentee.id,
            now=NOW,
        )
    access.record_denial(session, actor_of(session, curator), "al_a", now=NOW)
    access.record_denial(session, actor_of(session, stranger), "al_a", now=NOW)
    page = audit_log.look(session, actor_of(session, head), here.id, now=NOW)
    assert [(one.act, one.is_denial) for one in page.lines] == [("al_a", True), ("person.seen", False)]
    assert [one.who.last for one in page.lines if one.who] == ["Иванова", "Иванова"]
    assert [one.code for one in page.lines[1].about] == [mentee.code]
    # That the head has looked counts among the looks.
    for part, total in ((Part.LOOKS, 2), (Part.DENIALS, 1), (Part.ALL, 3), (Part.DECISIONS, 0)):
        found = audit_log.look(session, actor_of(session, head), here.id, part=part, now=NOW)
        assert found.total == total, part


@pytest.mark.parametrize("role", [one for one in Role if one not in audit_log.READERS])
def test_others_do_not_read_it(session: Session, role: Role) -> None:
    here = make_organization(session)
    actor = actor_of(session, make_person(session, role, here))
    with pytest.raises(NotAllowed):
        audit_log.look(session, actor, here.id, now=NOW)
    with pytest.raises(NotAllowed):
        audit_log.people(session, actor, here.id)
    with pytest.raises(NotAllowed):
        audit_log.take(session, actor, here.id, None, now=NOW)


def test_reading_is_recorded_once_a_day(session: Session) -> None:
    here = make_organization(session)
    head = actor_of(session, make_person(session, Role.HEAD, here))
    for hours in (0, 1, 10, 14, 15):
        audit_log.look(session, head, here.id, now=NOW + timedelta(hours=hours))
    assert _acts(session) == [audit_log.LOOKED] * 2


def test_pages_hold_ten_and_a_page_beyond_the_last_is_the_last(session: Session) -> None:
    here = make_organization(session)
    head = make_person(session, Role.HEAD, here)
    for number in range(23):
        access.record(
            session,
            "person.seen",
            actor_id=head.person_id,
            organization_id=here.id,
            now=NOW - timedelta(minutes=number),
        )
    page = audit_log.look(session, actor_of(session, head), here.id, page=99, now=NOW)
    assert (page.page, page.pages, len(page.lines)) == (2, 3, 3)


def test_the_file_holds_text_only(session: Session) -> None:
    words = AuditSheet("Журнал", "Школа", ("a", "b", "c", "d"), (("=1+1", "@x", "https://x.example", "-2"),))
    sheet = load_workbook(io.BytesIO(audit_sheet(words))).active
    assert sheet is not None
    assert [cell.value for cell in sheet[4]] == ["=1+1", "@x", "https://x.example", "-2"]
    assert [cell.data_type for cell in sheet[4]] == ["s"] * 4


def test_a_list_is_one_look_a_local_day(session: Session) -> None:
    here, there = make_organization(session), make_organization(session, name="Школа № 2")
    curator = make_person(session, Role.CURATOR, here)
    other = make_person(session, Role.CURATOR, here, last="Вторая")
    actor = actor_of(session, curator)
    # Ten in the morning in Moscow; midnight is fourteen hours later.
    for hours in (0, 1, 13.9, 14.1, 20):
        access.record_look(session, actor, "a.seen", here.id, now=NOW + timedelta(hours=hours))
    assert len(_acts(session)) == 2
    access.record_look(session, actor, "b.seen", here.id, now=NOW)
    access.record_look(session, actor, "a.seen", there.id, now=NOW)
    access.record_look(session, actor_of(session, other), "a.seen", here.id, now=NOW)
    for number in (1, 2, 2):
        access.record_look(
            session, actor, "a.seen", here.id, subject_kind="person", subject_id=number, now=NOW
        )
    assert len(_acts(session)) == 7


def test_every_list_about_people_leaves_a_look(session: Session) -> None:
    here = make_organization(session)
    curator = make_person(session, Role.CURATOR, here)
    mentor = make_person(session, Role.MENTOR, here, last="Орлова")
    mentee = make_person(session, Role.MENTEE, here, unpaired_since=NOW)
    duty = make_duty(session, mentor, due_on=date(2026, 9, 20))
    act = LocalAct(organization_id=here.id, kind="other", title="Приказ", dated_on=NOW.date(), created_at=NOW)
    session.add(act)
    session.flush()
    session.add(Acknowledgement(act_id=act.id, person_id=mentor.person_id, asked_at=NOW))
    session.flush()
    actor = actor_of(session, curator)
    for _ in range(2):
        plan_views.people(session, actor, now=NOW)
        plan_views.person(session, actor, mentor.person_id, now=NOW)
        duty_views.open_duty(session, actor, duty.id, now=NOW)
        acknowledgements.readers(session, actor, act.id, now=NOW)
        conclusions.listed(session, actor, mentee.id, now=NOW)
        mentorships.pairs(session, actor, now=NOW)
        matching.waiting_for_mentor(session, actor, now=NOW)
        matching.candidates(session, actor, mentee.id, now=NOW)
        people.people(session, actor, now=NOW)
        people.search(session, actor, "Орл", now=NOW)
        families.pupils(session, actor, 0, now=NOW)
    looks = [
        "duty.people_seen",
        "duty.person_seen",
        "duty.seen",
        "act.readers_seen",
        "conclusion.list_seen",
        "pair.list_seen",
        "mentee.queue_seen",
        "mentor.list_seen",
        "person.list_seen",
        "person.search_seen",
        "pupil.list_seen",
    ]
    assert _acts(session) == looks
    head = actor_of(session, make_person(session, Role.HEAD, here, last="Громова"))
    assert audit_log.look(session, head, here.id, part=Part.LOOKS, now=NOW).total == len(looks)
    t = TEXTS.translator("ru")
    assert [one for one in looks if act_words(t, one) == one] == []


def test_one_s_own_duty_and_list_are_no_look_at_another(session: Session) -> None:
    here = make_organization(session)
    curator = make_person(session, Role.CURATOR, here)
    duty = make_duty(session, curator, due_on=date(2026, 9, 20))
    actor = actor_of(session, curator)
    duty_views.open_duty(session, actor, duty.id, now=NOW)
    plan_views.person(session, actor, curator.person_id, now=NOW)
    assert _acts(session) == []


def test_an_act_without_words_is_shown_as_it_is() -> None:
    t = TEXTS.translator("ru")
    assert act_words(t, "person.seen") == "просмотрена карточка участника"
    assert act_words(t, "duty.person_nudged") == "напомнено человеку о деле"
    assert act_words(t, "something.new") == "something.new"
