"""Local acts and planned results in conversation: entering, sending to be read, reminding, plan and fact."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from handlers.acts.callbacks import ActAct, ActActed, ActOpened, ActsMatrixOpened, AudienceChosen, KindChosen
from handlers.indicators.callbacks import ActualAsked, ResultsOpened
from models import Acknowledgement, LocalAct, Organization, Role
from models.organization import OrganizationKind
from sandbox.telegram import Person
from services.names import NamesInChat
from tests.support import factories
from tests.support.factories import make_item, make_plan
from tests.support.world import School, World

MORNING_AFTER = datetime(2026, 9, 11, 6, 1, tzinfo=UTC)
"""Three days from Monday 7 September are over then."""


@pytest.fixture
async def school(world: World) -> School:
    return await world.school()


async def opens_register(person: Person) -> None:
    await person.sends("/menu")
    await person.taps("Локальные акты")


async def enters(
    person: Person, kind: str = "Положение о наставничестве", *, number: str = "12", day: str = "01.09.2026"
) -> None:
    """From the menu to the card of a new act with a link, of which there is no earlier one."""
    await opens_register(person)
    await person.taps("Внести акт")
    await person.taps(kind)
    await person.sends(number)
    await person.sends(day)
    await person.taps(kind)
    await person.sends("https://school.example/act")


async def sends_to_all(person: Person) -> None:
    await person.taps("Направить на ознакомление")
    await person.taps("всем в организации")
    await person.taps("3 дня")


def heard(person: Person, words: str) -> list[str]:
    return [sent.text for sent in person.from_bot if words in sent.text]


async def stored(world: World) -> list[LocalAct]:
    return await world.read(lambda session: list(session.scalars(select(LocalAct).order_by(LocalAct.id))))


# ---- the register


@pytest.mark.requirement("N-3.3-2", "N-3.1", "P-doc-1")
async def test_an_act_is_entered_one_question_a_screen(world: World, school: School) -> None:
    curator = school.curator
    await opens_register(curator)
    assert "Нет обязательных: Положение о наставничестве" in curator.screen.text
    await curator.taps("Внести акт")
    await curator.taps("Приказ о закреплении пар")
    await curator.sends("№ 17-о")
    await curator.sends("1 сентября 2026 года")
    assert "1 сентября" in curator.screen.text
    await curator.sends("О закреплении <наставнических> пар & прочее")
    await curator.sends_document("приказ.docx", b"content")
    assert "Внесено в реестр" in curator.screen.text
    assert "№ 17-о от 01.09.2026" in curator.screen.text
    assert "О закреплении <наставнических> пар & прочее" in curator.screen.text
    (act,) = await stored(world)
    assert (act.kind, act.number, act.file_name) == ("pairing_order", "17-о", "приказ.docx")
    await curator.taps("📎 приказ.docx")
    assert curator.downloads() == b"content"
    await curator.taps("Реестр актов", curator.from_bot[-2])
    await curator.taps("Обязательные документы")
    assert "✅ Приказ о закреплении пар № 17-о" in curator.screen.text
    assert "❗ Программа наставничества — нет" in curator.screen.text


async def test_every_question_answers_what_it_does_not_understand_and_goes_on(
    world: World, school: School
) -> None:
    curator = school.curator
    await opens_register(curator)
    await curator.taps("Внести акт")
    await curator.taps("План работы")
    await curator.taps("Без номера")
    await curator.sends("когда-нибудь")
    assert "Не понял дату" in curator.screen.text
    await curator.sends("01.09.2126")
    assert "Дата документа должна быть" in curator.screen.text
    await curator.taps("Сегодня")
    await curator.sends("План на год")
    await curator.sends("просто текст")
    assert "Нужна ссылка" in curator.screen.text
    await curator.sends_photo()
    assert "Фотографии не принимаются" in curator.screen.text
    await curator.sends("/help")
    assert "Куратору" in curator.screen.text
    await curator.taps("Пропустить")
    assert "Внесено в реестр" in curator.screen.text
    (act,) = await stored(world)
    assert (act.number, act.link, act.file_id) == ("", "", None)


async def test_the_form_survives_a_restart_and_its_old_buttons_do_nothing(
    world: World, school: School
) -> None:
    curator = school.curator
    await opens_register(curator)
    await curator.taps("Внести акт")
    await curator.taps("План работы")
    asked_number = curator.screen
    await curator.sends("3")
    await world.restart()
    await curator.taps_data("ac_q:n", asked_number)
    assert "неактуальна" in curator.toasts[-1].text
    await curator.sends("01.09.2026")
    await world.restart()
    await curator.taps("План работы", curator.from_bot[-1])
    await curator.taps("Пропустить")
    assert "№ 3 от 01.09.2026" in curator.screen.text
    skipped = curator.screen
    await curator.taps_data("ac_q:f", skipped)
    assert "неактуальна" in curator.toasts[-1].text
    assert len(await stored(world)) == 1


@pytest.mark.requirement("N-10.1", "L-O-4")
async def test_an_amendment_is_linked_and_the_site_is_noted(world: World, school: School) -> None:
    head = school.head
    await enters(head)
    await enters(head, number="30", day="05.09.2026")
    assert "Меняет ли он прежний акт?" in head.screen.text
    await head.taps("№ 12 от 01.09.2026")
    assert "Вносит изменения в акт № 12 от 01.09.2026" in head.screen.text
    await head.taps("Отметить: размещён на сайте")
    assert "Размещён на сайте" in head.screen.text
    await opens_register(head)
    assert "№ 12 от 01.09.2026: Положение о наставничестве ↪️" in head.screen.text
    assert "№ 30 от 05.09.2026: Положение о наставничестве 🌐" in head.screen.text


async def test_an_entry_made_by_mistake_is_removed_after_a_question(world: World, school: School) -> None:
    await enters(school.curator)
    await school.curator.taps("Убрать запись")
    await school.curator.taps("Да, убрать")
    assert "убрана из реестра" in school.curator.screen.text
    assert await stored(world) == []


# ---- acknowledgement


@pytest.mark.requirement("N-O-5", "L-O-5")
async def test_an_act_is_read_by_all_and_the_author_sees_who_has_not_yet(
    world: World, school: School
) -> None:
    mentor = await world.member(school.id, Role.MENTOR)
    curator = school.curator
    await enters(curator)
    await sends_to_all(curator)
    assert "Направлено: 2 людям" in curator.screen.text
    assert "Ознакомлены: 0 из 2" in curator.screen.text
    for person in (mentor, school.head):
        assert "Документ на ознакомление" in person.screen.text
        assert "10 сентября" in person.screen.text
    await mentor.sends("/menu")
    assert "Ознакомиться с документами · 1" in str(mentor.buttons)
    await mentor.taps("Ознакомлен(а)")
    assert "Вы ознакомлены" in mentor.screen.text
    await mentor.sends("/menu")
    assert "Ознакомиться с документами" not in str(mentor.buttons)

    await curator.taps("Кто ознакомлен")
    assert "⏳ Павел Олегович С." in curator.screen.text
    assert "✅ Анна Сергеевна П. — 07.09.2026" in curator.screen.text
    await curator.taps("Напомнить, кто ещё не ознакомлен")
    assert "отправлено 1 человеку" in curator.toasts[-1].text
    await curator.taps("Напомнить, кто ещё не ознакомлен")
    assert "Сегодня уже напоминали" in curator.toasts[-1].text
    assert len(heard(school.head, "вы ещё не ознакомились")) == 1
    assert not heard(mentor, "вы ещё не ознакомились")

    await curator.taps("Лист ознакомления .xlsx")
    sheet = load_workbook(io.BytesIO(curator.downloads())).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    assert rows[0] == ["№", "Организация", "Имя", "Дата ознакомления"]
    assert rows[1][2] == "Петрова Анна Сергеевна"
    assert rows[1][3] == "07.09.2026"
    assert rows[2][2:] == ["Смирнов Павел Олегович", "ещё нет"]


async def test_a_second_tap_changes_nothing_and_the_first_moment_counts(world: World, school: School) -> None:
    mentor = await world.member(school.id, Role.MENTOR)
    await enters(school.curator)
    await sends_to_all(school.curator)
    notice = mentor.screen
    await mentor.taps("Ознакомлен(а)", notice)
    first = await world.read(_acknowledged)
    await world.advance(hours=1)
    (act,) = await stored(world)
    await mentor.taps_data(ActActed(act_id=act.id, act=ActAct.ACKNOWLEDGE).pack(), notice)
    assert await world.read(_acknowledged) == first


def _acknowledged(session: Session) -> list[datetime | None]:
    return list(session.scalars(select(Acknowledgement.acknowledged_at).order_by(Acknowledgement.id)))


@pytest.mark.requirement("L-O-5")
async def test_who_joins_later_gets_what_is_open(world: World, school: School) -> None:
    await enters(school.curator)
    await sends_to_all(school.curator)
    late = await world.member(school.id, Role.MENTOR, last="Новикова", first="Ольга")
    assert not heard(late, "Документ на ознакомление")
    await world.advance(minutes=2)
    assert len(heard(late, "Документ на ознакомление")) == 1
    await world.advance(days=4)
    too_late = await world.member(school.id, Role.MENTOR, last="Поздняя", first="Юлия")
    await world.advance(minutes=2)
    assert not heard(too_late, "Документ на ознакомление")


@pytest.mark.requirement("N-O-5")
async def test_after_the_day_the_curator_is_told_once_and_reminds_from_there(
    world: World, school: School
) -> None:
    mentor = await world.member(school.id, Role.MENTOR)
    await enters(school.curator)
    await sends_to_all(school.curator)
    await world.advance_to(MORNING_AFTER)
    (alert,) = heard(school.curator, "Срок ознакомления вышел")
    assert "2 человека из 2" in alert
    assert "Анна Сергеевна П." in alert
    await school.curator.taps("Напомнить, кто ещё не ознакомлен")
    assert len(heard(mentor, "вы ещё не ознакомились")) == 1
    for person in (mentor, school.head):
        await person.taps("Ознакомлен(а)")
    await school.curator.sends("/menu")
    await school.curator.taps("📥 Входящие")
    assert "Входящих нет" in school.curator.screen.text


async def test_a_day_can_be_typed(world: World, school: School) -> None:
    await world.member(school.id, Role.MENTOR)
    await enters(school.curator)
    await school.curator.taps("Направить на ознакомление")
    await school.curator.taps("наставникам")
    await school.curator.sends("вчера или завтра")
    assert "Не понял дату" in school.curator.screen.text
    await school.curator.sends("06.09.2026")
    assert "не раньше сегодняшнего" in school.curator.screen.text
    await school.curator.sends("до 15 сентября")
    assert "Ознакомиться до: вторник, 15 сентября" in school.curator.screen.text


@pytest.mark.requirement("N-O-5", "N-RM-4.2", "G-4.2")
async def test_the_coordinator_sends_an_order_to_the_heads_and_sees_whose_acts_lack(world: World) -> None:
    district = await world.write(
        lambda session: (
            factories.make_organization(
                session, name="Отдел образования", kind=OrganizationKind.MUNICIPALITY
            ).id
        )
    )
    coordinator = await world.member(district, Role.COORDINATOR, last="Зотова", first="Нина")
    first = await world.school("Школа № 1", parent_id=district)
    second = await world.school("Школа № 2", parent_id=district)
    await enters(first.curator)
    await enters(coordinator, "Другой приказ", number="312-р")
    await coordinator.taps("Направить на ознакомление")
    await coordinator.taps("руководителям всех школ")
    await coordinator.taps("Без срока")
    for school in (first, second):
        assert "Документ на ознакомление — Отдел образования" in school.head.screen.text
        assert not heard(school.curator, "Документ на ознакомление")
    await second.head.taps("Ознакомлен(а)")
    await coordinator.taps("Кто ознакомлен")
    assert "⏳ Школа № 1: Павел Олегович С." in coordinator.screen.text
    assert "✅ Школа № 2: Павел Олегович С." in coordinator.screen.text
    await coordinator.taps("Лист ознакомления .xlsx")
    sheet = load_workbook(io.BytesIO(coordinator.downloads())).worksheets[0]
    everything = str([[cell.value for cell in row] for row in sheet.iter_rows()])
    assert "Павел Олегович С." in everything
    assert "Смирнов Павел" not in everything

    await opens_register(coordinator)
    await coordinator.taps("Акты школ")
    assert "Положение о наставничестве: 1 из 2" in coordinator.screen.text
    assert "Школа № 2: нет — Положение о наставничестве" in coordinator.screen.text
    await coordinator.taps("Скачать таблицу .xlsx")
    sheet = load_workbook(io.BytesIO(coordinator.downloads())).worksheets[0]
    assert [cell.value for cell in sheet[4]][:2] == ["Школа № 1", "№ 12 от 01.09.2026"]
    assert [cell.value for cell in sheet[5]][:2] == ["Школа № 2", "нет"]
    await coordinator.taps("Школа № 1", coordinator.from_bot[-2])
    assert "✅ Положение о наставничестве № 12 от 01.09.2026" in coordinator.screen.text


async def test_somebody_elses_buttons_are_refused(world: World, school: School) -> None:
    await enters(school.curator)
    (act,) = await stored(world)
    other = await world.school("Школа № 2")
    mentor = await world.member(school.id, Role.MENTOR)
    for person in (other.curator, other.head, mentor):
        for button in (
            ActOpened(act_id=act.id),
            ActActed(act_id=act.id, act=ActAct.SEND_ASK),
            ActActed(act_id=act.id, act=ActAct.REMOVE),
            ActActed(act_id=act.id, act=ActAct.EXPORT),
            ActActed(act_id=act.id, act=ActAct.ACKNOWLEDGE),
            AudienceChosen(act_id=act.id, audience="everybody"),
            KindChosen(organization_id=school.id, kind="plan"),
            ActsMatrixOpened(organization_id=school.id),
        ):
            await person.taps_data(button.pack())
            assert "недоступно" in person.toasts[-1].text, button
    assert len(await stored(world)) == 1


@pytest.mark.parametrize("nonsense", ["everyone", "school_heads"])
async def test_an_audience_that_was_not_offered_is_refused(
    world: World, school: School, nonsense: str
) -> None:
    await enters(school.curator)
    (act,) = await stored(world)
    await school.curator.taps_data(AudienceChosen(act_id=act.id, audience=nonsense).pack())
    assert "неактуальна" in school.curator.toasts[-1].text


async def test_names_off_the_chat_shows_codes_and_the_curators_file_shows_names(tmp_path: Path) -> None:
    world = World(tmp_path / "codes.db", names=NamesInChat.CODE)
    await world.open()
    try:
        school = await world.school()
        mentor = await world.member(school.id, Role.MENTOR)
        await enters(school.curator)
        await sends_to_all(school.curator)
        await mentor.taps("Ознакомлен(а)")
        await school.curator.taps("Кто ознакомлен")
        assert "Анна" not in school.curator.screen.text
        assert "✅ Н-003" in school.curator.screen.text
        await school.curator.taps("Лист ознакомления .xlsx")
        sheet = load_workbook(io.BytesIO(school.curator.downloads())).worksheets[0]
        assert "Петрова Анна Сергеевна" in [cell.value for cell in sheet["C"]]
    finally:
        await world.close()


@pytest.mark.parametrize(("language", "menu"), [("tt", "Локаль актлар"), ("en", "Local acts")])
async def test_the_register_speaks_the_readers_language(
    world: World, school: School, language: str, menu: str
) -> None:
    await enters(school.curator)
    await sends_to_all(school.curator)
    assert "Документ на ознакомление" in school.head.screen.text
    await school.curator.sends("/language")
    await school.curator.taps({"tt": "Татарча", "en": "English"}[language])
    await school.curator.sends("/menu")
    await school.curator.taps(menu)
    shown = school.curator.screen.text
    assert {"tt": "Остазлык турында нигезләмә", "en": "Regulation on mentoring"}[language] in shown


# ---- planned results


@pytest.fixture
async def plan(world: World, school: School) -> int:
    def store(session: Session) -> int:
        organization = session.get_one(Organization, school.id)
        return make_plan(session, organization, make_item("до 25.11.2026"), now=world.clock.now()).id

    return await world.write(store)


@pytest.mark.requirement("L-O-3b", "P-mon-bad")
async def test_a_planned_result_that_is_not_reached_asks_for_a_revision(
    world: World, school: School, plan: int
) -> None:
    curator = school.curator
    await curator.sends("/menu")
    await curator.taps("Дорожная карта")
    await curator.taps("Показатели")
    await curator.taps("Дорожная карта")
    assert "Показателей пока нет" in curator.screen.text
    await curator.taps("Добавить показатель")
    await curator.sends("Доля довольных педагогов")
    await curator.sends("много")
    assert "Нужно число" in curator.screen.text
    await curator.sends("85 %")
    assert "план 85 %, факта ещё нет" in curator.screen.text
    await curator.taps("Доля довольных педагогов")
    await curator.taps("Внести факт")
    await world.restart()
    await curator.sends("60,5")
    await curator.taps("Сегодня")
    await world.settle()
    assert heard(curator, "план 85 %, факт 60,5 %")
    (alert,) = heard(curator, "Плановый показатель не достигнут")
    assert "план 85 %, факт 60,5 %" in alert
    message = next(one for one in curator.from_bot if "Плановый показатель не достигнут" in one.text)
    labels = str(message.buttons)
    assert "Новая версия плана" in labels
    assert "Принято к сведению" in labels
    await curator.taps("Новая версия плана", message)
    assert "Загрузить" in str(curator.buttons)
    await curator.sends("/menu")
    await curator.taps("Показатели · 1")


async def test_the_day_of_a_result_can_be_typed_and_is_not_ahead(
    world: World, school: School, plan: int
) -> None:
    curator = school.curator
    await curator.taps_data(ResultsOpened(roadmap_id=plan).pack())
    await curator.taps("Добавить показатель")
    await curator.sends("Пар")
    await curator.sends("12")
    await curator.taps("Пар")
    await curator.taps("Внести факт")
    await curator.sends("14")
    await curator.sends("15.09.2026")
    assert "ещё не наступил" in curator.screen.text
    await curator.sends("4 сентября 2026")
    assert "✅ Пар\nплан 12, факт 14 (04.09.2026)" in curator.screen.text
    assert not heard(curator, "не достигнут")


async def test_planned_results_of_another_school_are_refused(world: World, school: School, plan: int) -> None:
    await school.curator.taps_data(ResultsOpened(roadmap_id=plan).pack())
    await school.curator.taps("Добавить показатель")
    await school.curator.sends("Пар")
    await school.curator.sends("12")
    other = await world.school("Школа № 2")
    for button in (ResultsOpened(roadmap_id=plan), ActualAsked(indicator_id=1)):
        await other.curator.taps_data(button.pack())
        assert "недоступно" in other.curator.toasts[-1].text
    count = await world.read(lambda session: session.scalar(select(func.count()).select_from(LocalAct)) or 0)
    assert count == 0
