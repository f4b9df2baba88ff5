"""Requests about data in conversation: each kind on its clock, the desk that answers, and the access log."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime

import pytest
from docx import Document
from openpyxl import load_workbook
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    Alert,
    AlertKind,
    AlertStatus,
    AuditRecord,
    Consent,
    ConsentStatus,
    ErasureCase,
    RightsRequest,
    Role,
)
from sandbox.telegram import Person
from tests.support.world import School, World, membership_of

WRONG = "Предмет записан неверно: я веду химию, а не <b>физику</b>"


@pytest.fixture
async def school(world: World) -> School:
    return await world.school()


@pytest.fixture
async def mentee(world: World, school: School) -> Person:
    return await world.member(school.id, Role.MENTEE, last="Гилязетдинова", first="Миляуша")


async def asks(person: Person, kind: str, text: str) -> None:
    await person.sends("/mydata")
    await person.taps("Запросы о данных")
    await person.taps(kind)
    await person.sends(text)


async def requests(world: World) -> list[RightsRequest]:
    query = select(RightsRequest).order_by(RightsRequest.id)
    return await world.read(lambda session: list(session.scalars(query)))


async def alert_causes(world: World) -> list[str]:
    query = select(Alert.cause).where(
        Alert.kind == AlertKind.RIGHTS_REQUEST, Alert.status != AlertStatus.RESOLVED
    )
    return await world.read(lambda session: sorted(session.scalars(query)))


async def test_what_is_stored_is_handed_over_at_once_and_counts_as_answered(
    world: World, school: School, mentee: Person
) -> None:
    for _ in range(2):
        await mentee.sends("/mydata")
        await mentee.taps("Запросы о данных")
        await mentee.taps("Узнать, что хранится")
        assert "Гилязетдинова" in mentee.downloads().decode("utf-8-sig")
    (request,) = await requests(world)
    assert request.settled_at == request.opened_at
    assert await alert_causes(world) == []


async def test_a_correction_is_asked_for_answered_and_read(
    world: World, school: School, mentee: Person
) -> None:
    await asks(mentee, "Исправить сведения", WRONG)
    assert "не позднее 16.09.2026" in mentee.screen.text
    assert WRONG in school.curator.screen.text
    await school.curator.taps("Ответить")
    await world.restart()
    await school.curator.sends("Исправлено: химия. Спасибо, что заметили.")
    assert "запрос закрыт" in school.curator.screen.text
    assert "Исправлено: химия" in mentee.screen.text
    assert await alert_causes(world) == []
    (request,) = await requests(world)
    assert request.settled_at == world.clock.now()
    await school.curator.taps_data(f"pv_ract:{request.id}:a")
    await school.curator.sends("И ещё раз")
    assert (await requests(world))[0].answer == "Исправлено: химия. Спасибо, что заметили."


@pytest.mark.parametrize(
    ("kind", "due", "near"),
    [
        ("Исправить сведения", date(2026, 9, 16), datetime(2026, 9, 15, 7, tzinfo=UTC)),
        ("Прекратить обработку или удалить", date(2026, 9, 21), datetime(2026, 9, 18, 7, tzinfo=UTC)),
        ("Прекратить публикацию", date(2026, 9, 10), datetime(2026, 9, 9, 7, tzinfo=UTC)),
    ],
)
async def test_each_kind_warns_a_working_day_before_its_end_and_climbs_when_late(
    world: World, school: School, mentee: Person, kind: str, due: date, near: datetime
) -> None:
    await asks(mentee, kind, "Прошу сделать это")
    (request,) = await requests(world)
    assert request.due_on == due
    await school.curator.taps("Принято к сведению")
    assert await alert_causes(world) == []
    await world.advance_to(near.replace(day=near.day - 1))
    assert await alert_causes(world) == []
    await world.advance_to(near)
    assert await alert_causes(world) == [f"rights:{request.id}:near:{due}"]
    before = len(school.head.texts())
    await world.advance_to(datetime(due.year, due.month, due.day, 20, 30, tzinfo=UTC))
    assert len(await alert_causes(world)) == 1
    await world.advance_to(datetime(due.year, due.month, due.day, 23, 0, tzinfo=UTC))
    await world.advance_to(datetime(due.year, due.month, due.day + 1, 7, 0, tzinfo=UTC))
    assert f"rights:{request.id}:late:{due}" in await alert_causes(world)
    assert any("Срок истёк" in text for text in school.head.texts()[before:])


async def test_stopping_the_processing_is_put_off_once_and_with_a_reason(
    world: World, school: School, mentee: Person
) -> None:
    await asks(mentee, "Прекратить обработку", "Перестаньте писать мне по вечерам")
    await school.curator.taps("Продлить на 5 рабочих дней")
    await school.curator.sends("Ждём ответа юриста")
    assert "28.09.2026" in school.curator.screen.text
    assert "Ждём ответа юриста" in mentee.screen.text
    (request,) = await requests(world)
    await school.curator.taps_data(f"pv_req:{request.id}")
    assert "Продлить" not in str(school.curator.buttons)
    await school.curator.taps_data(f"pv_ract:{request.id}:e")
    await school.curator.sends("Ещё")
    assert (await requests(world))[0].due_on == date(2026, 9, 28)


async def test_a_correction_can_not_be_put_off(world: World, school: School, mentee: Person) -> None:
    await asks(mentee, "Исправить", WRONG)
    assert "Продлить" not in str(school.curator.buttons)


async def test_the_same_request_is_not_made_twice(world: World, school: School, mentee: Person) -> None:
    await asks(mentee, "Исправить", WRONG)
    await asks(mentee, "Исправить", WRONG)
    assert len(await requests(world)) == 1


async def test_nobody_answers_their_own_request_and_no_stranger_reads_it(
    world: World, school: School, mentee: Person
) -> None:
    second = await world.member(school.id, Role.CURATOR, last="Вторая", first="Вера")
    await asks(school.curator, "Исправить", WRONG)
    (request,) = await requests(world)
    other = await world.school("Школа № 2")
    for stranger in (school.curator, mentee, other.curator):
        await stranger.taps_data(f"pv_req:{request.id}")
        await stranger.taps_data(f"pv_ract:{request.id}:a")
        await stranger.sends("Сам себе отвечаю")
    assert (await requests(world))[0].settled_at is None
    assert WRONG in second.screen.text


async def test_too_long_and_empty_words_are_asked_for_again(
    world: World, school: School, mentee: Person
) -> None:
    await asks(mentee, "Исправить", "я" * 900)
    assert await requests(world) == []
    await world.advance(minutes=1)
    await mentee.sends("Короче")
    assert [one.text for one in await requests(world)] == ["Короче"]


async def test_a_name_is_corrected_at_once(world: World, school: School, mentee: Person) -> None:
    await mentee.sends("/mydata")
    await mentee.taps("Исправить имя")
    await mentee.sends("Гилязетдинова")
    assert "фамилия и имя" in mentee.screen.text
    await mentee.sends("Гилязова Миляуша Рашитовна")
    person = await world.read(lambda session: membership_of(session, mentee.id).person.full_name)
    assert person == "Гилязова Миляуша Рашитовна"
    acts = await world.read(lambda session: list(session.scalars(select(AuditRecord.act))))
    assert "person.name_corrected" in acts


async def test_the_menu_counts_what_waits_and_hides_when_nothing_does(
    world: World, school: School, mentee: Person
) -> None:
    await school.curator.sends("/menu")
    assert "Запросы о данных" not in str(school.curator.buttons)
    await asks(mentee, "Исправить", WRONG)
    await school.curator.sends("/menu")
    await school.curator.taps("Запросы о данных")
    await school.curator.taps("Исправить сведения")
    assert WRONG in school.curator.screen.text


# ---- the act of destruction


async def test_the_act_of_destruction_names_nobody(world: World, school: School, mentee: Person) -> None:
    code = await world.read(lambda session: membership_of(session, mentee.id).code)
    await mentee.sends("/mydata")
    await mentee.taps("Отозвать согласие")
    await mentee.taps("Понятно, продолжить")
    await mentee.taps("Да, отозвать и стереть")
    await school.curator.taps("Акт об уничтожении данных")
    paper = Document(io.BytesIO(school.curator.downloads()))
    body = "\n".join(one.text for one in paper.paragraphs)
    rows = "\n".join(cell.text for table in paper.tables for row in table.rows for cell in row.cells)
    assert f"М-{code}" in body
    assert "Школа № 1" in body
    assert "Роскомнадзора от 28.10.2022 № 179" in body
    assert "07.09.2026" in body
    assert "Фамилия, имя, отчество" in rows
    assert "Гилязетдинова" not in body + rows
    assert "Руководитель" in body
    await mentee.taps_data("pv_doc:1")
    other = await world.school("Школа № 2")
    await other.curator.taps_data("pv_doc:1")
    assert "Акт" not in other.curator.screen.text


# ---- brought on paper


async def open_card(world: World, curator: Person, whose: Person) -> None:
    membership = await world.read(membership_of, whose.id)
    await curator.taps_data(f"pe_card:{membership.id}")


async def test_a_request_on_paper_is_entered_from_the_card_and_answered(
    world: World, school: School, mentee: Person
) -> None:
    curator = school.curator
    await open_card(world, curator, mentee)
    await curator.taps("Поступил запрос на бумаге")
    assert "О чём просят" in curator.screen.text
    await curator.taps("Исправить сведения")
    await curator.sends("Прошу исправить предмет")
    await world.restart()
    await curator.sends("31.12.2025")
    assert "Заявление могло поступить" in curator.screen.text
    await curator.sends("04.09.2026")
    entered = next(one for one in curator.texts() if "Запрос записан: № 1" in one)
    assert "Прошу исправить предмет" in entered
    await curator.taps_data("pv_ptd")
    (request,) = await requests(world)
    assert (request.due_on, request.by_id) == (date(2026, 9, 15), None)
    await curator.taps_data(f"pv_ract:{request.id}:a")
    await curator.sends("Исправлено")
    assert "Ответ отправлен" in curator.screen.text
    assert "Исправлено" in mentee.screen.text
    await mentee.taps_data("pv_pap:1")
    assert "О чём просят" not in mentee.screen.text


async def test_the_desk_is_reached_from_people_when_nothing_waits(world: World, school: School) -> None:
    await school.curator.sends("/menu")
    await school.curator.taps("Люди")
    await school.curator.taps("Запросы о данных, отзывы и акты")
    assert "Запросов о персональных данных не было" in school.curator.screen.text


async def test_who_has_telegram_withdraws_on_paper_too(world: World, school: School, mentee: Person) -> None:
    curator = school.curator
    await open_card(world, curator, mentee)
    await curator.taps("Поступил отзыв на бумаге")
    await curator.taps("Сегодня. Стереть данные")
    assert "Отзыв записан" in "".join(curator.texts())
    await curator.taps_data("fm_prt")
    await mentee.sends("/mydata")
    assert "Гилязетдинова" not in mentee.screen.text
    cases = await world.read(lambda session: session.scalars(select(ErasureCase)).all())
    assert len(cases) == 1


async def test_a_curator_erases_neither_the_head_nor_themselves(world: World, school: School) -> None:
    for one in (school.head, school.curator):
        membership = await world.read(membership_of, one.id)
        await school.curator.taps_data(f"pe_card:{membership.id}")
        shown = [label for row in school.curator.buttons for label in row]
        assert shown
        assert not any("отзыв на бумаге" in label for label in shown)
        await school.curator.taps_data(f"fm_pwq:{membership.id}")
        assert "Стереть" not in school.curator.screen.text


# ---- the access log


@pytest.mark.requirement("N-1.3-7")
async def test_the_head_reads_who_looked_and_who_was_refused(
    world: World, school: School, mentee: Person
) -> None:
    await asks(mentee, "Исправить", WRONG)
    (request,) = await requests(world)
    await school.curator.taps_data(f"pv_req:{request.id}")
    await mentee.taps_data(f"pv_req:{request.id}")
    head = school.head
    await head.sends("/menu")
    await head.taps("Журнал доступа")
    assert "просмотрен запрос о данных" in head.screen.text
    assert "Мария Ивановна О." in head.screen.text
    assert WRONG not in head.screen.text
    await head.taps("Отказы")
    assert "отказано (pv_req)" in head.screen.text
    await head.taps("Просмотры")
    assert "отказано" not in head.screen.text
    await head.taps("Один человек")
    await head.taps("Мария")
    assert "Только: Мария Ивановна О." in head.screen.text
    await head.taps("Показать всех")
    await head.taps("Скачать .xlsx")
    await head.taps("За месяц")
    sheet = load_workbook(io.BytesIO(head.downloads())).active
    assert sheet is not None
    cells = [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell]
    assert "просмотрен запрос о данных" in cells
    looks = select(AuditRecord.id).where(AuditRecord.act == "audit.seen")
    assert len(await world.read(lambda session: session.scalars(looks).all())) == 1


async def test_only_heads_and_coordinators_read_the_log_of_their_own_place(
    world: World, school: School, mentee: Person
) -> None:
    other = await world.school("Школа № 2")
    for stranger in (mentee, school.curator, other.head):
        await stranger.taps_data(f"au:{school.id}:a:0:0")
        await stranger.taps_data(f"au_file:{school.id}:31")
        await stranger.taps_data(f"au_who:{school.id}")
        assert "Журнал доступа: Школа № 1" not in stranger.screen.text
    await school.head.taps_data(f"au_file:{school.id}:7")
    taken = select(AuditRecord.id).where(AuditRecord.act == "audit.taken")
    assert await world.read(lambda session: session.scalars(taken).all()) == []


async def test_who_withdrew_keeps_no_words_of_a_request(world: World, school: School, mentee: Person) -> None:
    await asks(mentee, "Исправить", WRONG)
    await mentee.sends("/mydata")
    await mentee.taps("Отозвать согласие")
    await mentee.taps("Понятно, продолжить")
    await mentee.taps("Да, отозвать и стереть")
    (request,) = await requests(world)
    assert (request.text, request.settled_at) == ("", world.clock.now())
    assert await alert_causes(world) == []

    def given(session: Session) -> list[ConsentStatus]:
        query = select(Consent.status).where(Consent.person_id == request.person_id)
        return list(session.scalars(query))

    assert await world.read(given) == [ConsentStatus.WITHDRAWN]
