"""Municipality and region in conversation: coming in, giving a plan to the schools, watching them."""

from __future__ import annotations

import io
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from handlers.territory.callbacks import (
    CellOpened,
    EvidenceOpened,
    FoundingStarted,
    ItemTicked,
    LinksShown,
    MatrixTaken,
    PlanItemsOpened,
    PlanPublished,
    SchoolNudged,
    TerritoryOpened,
)
from models import (
    AuditRecord,
    Evidence,
    Occurrence,
    Organization,
    Roadmap,
    RoadmapItem,
    RoadmapStatus,
    Role,
)
from models.organization import OrganizationKind
from sandbox.telegram import Person
from services import duties
from tests.support import factories
from tests.support.factories import make_item, make_plan
from tests.support.world import School, World, membership_of

PLAN = "Муниципальный план"
ACTIVITY = "Издать приказ о наставничестве"
LATE_DAY = date(2026, 9, 9)
MORNING_AFTER = datetime(2026, 9, 10, 6, 1, tzinfo=UTC)

Publish = Callable[..., Awaitable[int]]


@pytest.fixture
async def district(world: World) -> int:
    return await world.write(
        lambda session: (
            factories.make_organization(
                session, name="Отдел образования", kind=OrganizationKind.MUNICIPALITY
            ).id
        )
    )


@pytest.fixture
async def coordinator(world: World, district: int) -> Person:
    return await world.member(district, Role.COORDINATOR, last="Зотова", first="Нина", patronymic="Петровна")


@pytest.fixture
def plan(world: World, district: int) -> Publish:
    """An approved plan of the district, not published yet. Returns its id."""

    async def make(*rows: Any, **fields: Any) -> int:
        def store(session: Session) -> int:
            items = rows or (
                make_item(
                    "до 09.09.2026",
                    number="1",
                    activity=ACTIVITY,
                    responsible_text="Руководители ОО",
                    for_schools=True,
                ),
                make_item(
                    "до 20.12.2026",
                    number="2",
                    activity="Провести совещание",
                    responsible_text="Отдел образования",
                ),
            )
            district_ = session.get_one(Organization, district)
            now = world.clock.now()
            return make_plan(session, district_, *items, title=PLAN, now=now, **fields).id

        return await world.write(store)

    return make


async def publishes(coordinator: Person) -> None:
    await coordinator.sends("/menu")
    await coordinator.taps("Территория")
    await coordinator.taps(f"Опубликовать школам: {PLAN}")
    await coordinator.taps("📣 Опубликовать · школ")


async def watches(coordinator: Person) -> None:
    await coordinator.sends("/menu")
    await coordinator.taps("Территория")
    await coordinator.taps(f"🗺 {PLAN}")


def heard(person: Person, words: str) -> list[str]:
    return [sent.text for sent in person.from_bot if words in sent.text]


def codes_in(text: str) -> list[str]:
    return [word.partition("start=")[2] for word in text.split() if "start=" in word]


async def joins(world: World, code: str, name: str) -> Person:
    person = world.newcomer(name)
    await person.starts(code)
    await person.taps("Русский")
    await person.taps("Даю согласие")
    await person.sends(f"Иванова {name} Петровна")
    await person.taps("Отправить")
    return person


async def duty_of(world: World, school_id: int) -> int:
    def find(session: Session) -> int:
        query = select(Occurrence.id).join(RoadmapItem).join(Roadmap)
        live = (Roadmap.organization_id == school_id, Roadmap.status == RoadmapStatus.APPROVED)
        return session.scalars(query.where(*live).order_by(Occurrence.due_on)).first() or 0

    return await world.read(find)


async def completes(world: World, person: Person, school_id: int, comment: str) -> None:
    duty_id = await duty_of(world, school_id)

    def report(session: Session) -> None:
        actor = factories.actor_of(session, membership_of(session, person.id))
        duties.report(session, actor, duty_id, comment=comment, now=world.clock.now())

    await world.write(report)


# ---- each level invites the next -------------------------------------------------------------------------


@pytest.mark.requirement("N-RM-1.2")
async def test_from_the_coordinators_link_to_the_plan_in_a_new_school(
    world: World, district: int, plan: Publish
) -> None:
    coordinator = await joins(world, await world.invitation(district, Role.COORDINATOR, places=1), "Нина")
    assert "роль — муниципальный координатор" in coordinator.screen.text
    await coordinator.sends("/help")
    assert "Муниципальному координатору" in coordinator.screen.text
    await plan()
    await publishes(coordinator)
    assert "Получили школ: 0" in coordinator.screen.text

    await coordinator.taps("‹ Территория")
    await coordinator.taps("Добавить школу")
    await coordinator.sends("Школа № 7 «Радуга»")
    assert "Создано: Школа № 7 «Радуга»" in coordinator.screen.text
    for_curator, for_head = codes_in(coordinator.screen.text)
    await coordinator.taps("‹ Территория")
    assert "никто не вошёл" in coordinator.screen.text

    curator = await joins(world, for_curator, "Вера")
    assert not heard(curator, "Новый план для вашей школы")
    await world.advance(minutes=2)
    assert heard(curator, "Новый план для вашей школы")
    head = await joins(world, for_head, "Ольга")
    assert "роль — руководитель" in head.screen.text
    await curator.sends("/menu")
    await curator.taps("Дорожная карта")
    assert ACTIVITY in curator.screen.text or PLAN in curator.screen.text


async def test_a_coordinator_invites_another_and_the_link_is_for_one(
    world: World, coordinator: Person
) -> None:
    await coordinator.sends("/menu")
    await coordinator.taps("Пригласить коллег")
    assert "Наставн" not in str(coordinator.buttons)
    await coordinator.taps("Координатора")
    (code,) = codes_in(coordinator.screen.text)
    second = await joins(world, code, "Лия")
    await second.taps("Меню")
    assert "Территория" in str(second.buttons)
    late = world.newcomer("Поздний")
    await late.starts(code)
    assert "уже вошли все" in late.screen.text


async def test_an_operator_makes_a_municipality_and_sees_the_schools_below_it(
    world: World, district: int
) -> None:
    def put_under_region(session: Session) -> int:
        region = factories.make_organization(session, name="Край", kind=OrganizationKind.REGION)
        session.get_one(Organization, district).parent_id = region.id
        return region.id

    region = await world.write(put_under_region)
    await world.school("Школа № 3", parent_id=district)
    operator = await world.member(region, Role.OPERATOR)
    await operator.sends("/menu")
    await operator.taps("Территория")
    assert "Школ: 1" in operator.screen.text
    await operator.taps("Добавить муниципалитет")
    await operator.sends("Соседний район")
    assert "Для муниципального координатора" in operator.screen.text
    await operator.taps("‹ Территория")
    await operator.taps("Школы и ссылки")
    assert "Соседний район" in operator.screen.text
    await operator.taps("Школа № 3")
    assert "Куратор уже есть" in operator.screen.text
    assert "Для куратора" not in operator.screen.text, "a running school takes people in by itself"
    await operator.taps("‹ Территория")
    await operator.taps("Школы и ссылки")
    await operator.taps("Соседний район")
    assert "Для муниципального координатора" in operator.screen.text


async def test_the_name_of_a_school_can_be_typed_after_a_restart(world: World, coordinator: Person) -> None:
    await coordinator.sends("/menu")
    await coordinator.taps("Территория")
    await coordinator.taps("Добавить школу")
    await coordinator.sends_sticker()
    assert "ответ текстом" in coordinator.screen.text
    await world.restart()
    await coordinator.sends("Школа № 8")
    assert "Создано: Школа № 8" in coordinator.screen.text
    await coordinator.sends("Школа № 9")
    assert "Не понял вас" in coordinator.screen.text


async def test_a_name_that_is_taken_is_asked_for_again(
    world: World, district: int, coordinator: Person
) -> None:
    await world.school("Школа № 3", parent_id=district)
    await coordinator.sends("/menu")
    await coordinator.taps("Территория")
    await coordinator.taps("Добавить школу")
    await coordinator.sends("школа № 3")
    assert "здесь уже есть" in coordinator.screen.text
    await coordinator.sends("Школа № 4")
    assert "Создано: Школа № 4" in coordinator.screen.text


# ---- from the plan to the matrix -------------------------------------------------------------------------


@pytest.mark.requirement("N-RM-1.2", "N-O-1.2", "N-O-6")
async def test_the_coordinator_publishes_and_watches_what_the_schools_do(
    world: World, district: int, coordinator: Person, plan: Publish
) -> None:
    first = await world.school("Школа № 1", parent_id=district)
    second = await world.school("Школа № 2", parent_id=district)
    await plan()
    await publishes(coordinator)
    assert "Получили школ: 2" in coordinator.screen.text
    for school in (first, second):
        for person in (school.curator, school.head):
            assert len(heard(person, "Новый план для вашей школы")) == 1
    await completes(world, first.head, first.id, "Приказ № 5 от 08.09.2026")
    await world.advance_to(MORNING_AFTER)

    await watches(coordinator)
    assert "✅ 1 · 🔴 1" in coordinator.screen.text
    assert "Провести совещание" not in coordinator.screen.text, "that one is the district's own"
    await coordinator.taps("По школам")
    assert coordinator.screen.text.index("Школа № 2") < coordinator.screen.text.index("Школа № 1")
    await coordinator.taps("По мероприятиям")
    await coordinator.taps(ACTIVITY)
    assert "🔴 Школа № 2 — до 09.09.2026" in coordinator.screen.text
    await coordinator.taps("Школа № 1")
    assert "номер акта" in coordinator.screen.text
    assert "Смирнов" not in coordinator.screen.text
    await coordinator.taps("📎 Подтверждение")
    assert "Приказ № 5 от 08.09.2026" in coordinator.screen.text

    def traces(session: Session) -> list[tuple[str, int | None]]:
        query = select(AuditRecord.act, AuditRecord.organization_id)
        found = session.execute(query.where(AuditRecord.act.like("territory.%")))
        return [(row.act, row.organization_id) for row in found]

    assert await world.read(traces) == [("territory.evidence_seen", first.id)]


async def test_those_who_are_late_are_reminded_with_one_tap_once_a_day(
    world: World, district: int, coordinator: Person, plan: Publish
) -> None:
    first = await world.school("Школа № 1", parent_id=district)
    second = await world.school("Школа № 2", parent_id=district)
    await plan()
    await publishes(coordinator)
    await completes(world, first.head, first.id, "Сделано")
    await world.advance_to(MORNING_AFTER)
    await watches(coordinator)
    await coordinator.taps("Напомнить всем, кто опаздывает")
    assert "отправлено 1 школе" in coordinator.toasts[-1].text
    await coordinator.taps("Напомнить всем, кто опаздывает")
    assert "Сегодня уже напоминали" in coordinator.toasts[-1].text
    for person in (second.curator, second.head):
        (told,) = heard(person, "просит обратить внимание")
        assert "Отдел образования" in told
        assert ACTIVITY in told
    assert not heard(first.head, "просит обратить внимание")
    assert not heard(first.curator, "просит обратить внимание")
    await world.advance(days=1)
    await coordinator.taps("По школам")
    await coordinator.taps("Школа № 2")
    await coordinator.taps("Напомнить школе")
    assert "Напоминание отправлено: Школа № 2" in coordinator.toasts[-1].text
    assert len(heard(second.head, "просит обратить внимание")) == 2


@pytest.mark.requirement("N-O-6")
async def test_the_matrix_comes_as_a_spreadsheet(
    world: World, district: int, coordinator: Person, plan: Publish
) -> None:
    first = await world.school("Школа № 1", parent_id=district)
    await world.school("Школа № 2", parent_id=district)
    await plan()
    await publishes(coordinator)
    await completes(world, first.head, first.id, "Сделано")
    await world.advance_to(MORNING_AFTER)
    await watches(coordinator)
    await coordinator.taps("Скачать таблицу .xlsx")
    sheet = load_workbook(io.BytesIO(coordinator.downloads())).worksheets[0]
    rows = [[cell.value for cell in row][:2] for row in sheet.iter_rows(min_row=3, max_row=5)]
    assert rows[0] == ["Школа", f"1 {ACTIVITY}"]
    assert rows[1][0] == "Школа № 1"
    assert str(rows[1][1]).startswith("сделано")
    assert rows[2] == ["Школа № 2", "просрочено: до 09.09.2026"]
    everything = str([[cell.value for cell in row] for row in sheet.iter_rows()])
    assert "Смирнов" not in everything
    assert "Орлова" not in everything


async def test_the_ticks_say_what_goes_to_the_schools_and_double_taps_change_nothing(
    world: World, district: int, coordinator: Person, plan: Publish
) -> None:
    school = await world.school("Школа № 1", parent_id=district)
    roadmap_id = await plan()
    await coordinator.sends("/menu")
    await coordinator.taps("Территория")
    await coordinator.taps(f"Опубликовать школам: {PLAN}")
    assert "Отмечено: 1 из 2" in coordinator.screen.text
    screen = coordinator.screen
    await coordinator.taps("☐ 2 Провести совещание")
    assert "Отмечено: 2 из 2" in coordinator.screen.text
    assert "☑ 2 Провести совещание" in str(coordinator.buttons)
    await coordinator.taps("☑ 1", screen)
    assert "Отмечено: 1 из 2" in coordinator.screen.text
    await coordinator.taps("📣 Опубликовать · школ: 1")
    await coordinator.taps_data(PlanPublished(roadmap_id=roadmap_id).pack())
    assert "публиковать нечего" in coordinator.toasts[-1].text

    def count(session: Session) -> int:
        copied = Roadmap.organization_id == school.id
        return session.scalar(select(func.count()).select_from(Roadmap).where(copied)) or 0

    assert await world.read(count) == 1
    assert len(heard(school.curator, "Новый план для вашей школы")) == 1


async def test_a_newer_version_reaches_the_schools_and_keeps_what_is_done(
    world: World, district: int, coordinator: Person, plan: Publish
) -> None:
    school = await world.school("Школа № 1", parent_id=district)
    first = await plan()
    await publishes(coordinator)
    await completes(world, school.head, school.id, "Сделано")
    item_id = await world.read(lambda session: session.get_one(Roadmap, first).items[0].id)
    same = make_item(
        "до 09.09.2026", number="1", activity=ACTIVITY, for_schools=True, previous_item_id=item_id
    )
    added = make_item("до 01.11.2026", number="2", activity="Представить отчёт", for_schools=True)
    await plan(same, added, previous_id=first)
    await publishes(coordinator)
    assert heard(school.curator, "План обновлён")
    await watches(coordinator)
    assert "Представить отчёт\n⏳ 1" in coordinator.screen.text
    await coordinator.taps("По школам")
    await coordinator.taps("Школа № 1")
    assert "сделано" in coordinator.screen.text
    assert "до 01.11.2026" in coordinator.screen.text


# ---- what nobody answers climbs to the coordinator -------------------------------------------------------


@pytest.mark.requirement("N-O-6", "L-O-3a")
async def test_what_is_late_climbs_from_the_curator_over_the_head_to_the_coordinator(
    world: World, district: int, coordinator: Person, plan: Publish
) -> None:
    school = await world.school("Школа № 1", parent_id=district)
    await plan()
    await publishes(coordinator)
    await world.advance_to(MORNING_AFTER)
    assert heard(school.curator, ACTIVITY)
    assert not heard(coordinator, "не выполнила мероприятие вовремя")
    await world.advance(days=8)
    (card,) = heard(coordinator, "не выполнила мероприятие вовремя")
    assert "Школа № 1" in card
    assert "в школе не ответили вовремя" in card
    assert "Смирнов" not in card
    await coordinator.taps("Напомнить школе")
    assert "Напоминание отправлено" in coordinator.toasts[-1].text
    await coordinator.sends("/menu")
    await coordinator.taps("📥 Входящие")
    await coordinator.taps("Просрочено по дорожной карте")
    assert "Школа № 1" in coordinator.screen.text
    await coordinator.taps("Открыть")
    assert "За мероприятия отвечает школа" in coordinator.screen.text
    await completes(world, school.head, school.id, "Сделано")
    await coordinator.sends("/menu")
    await coordinator.taps("📥 Входящие")
    assert "Просрочено по дорожной карте" not in str(coordinator.buttons)


# ---- who may not -----------------------------------------------------------------------------------------


async def test_the_coordinator_of_another_municipality_is_refused_and_it_is_logged(
    world: World, district: int, coordinator: Person, plan: Publish
) -> None:
    school = await world.school("Школа № 1", parent_id=district)
    roadmap_id = await plan()
    await publishes(coordinator)
    await completes(world, school.head, school.id, "Приказ № 5")
    item_id = await world.read(lambda session: session.get_one(Roadmap, roadmap_id).items[0].id)
    duty_id = await duty_of(world, school.id)

    def elsewhere(session: Session) -> int:
        return factories.make_organization(
            session, name="Соседний район", kind=OrganizationKind.MUNICIPALITY
        ).id

    stranger = await world.member(await world.write(elsewhere), Role.COORDINATOR)
    forged = (
        TerritoryOpened(organization_id=district),
        PlanItemsOpened(plan_id=roadmap_id),
        CellOpened(school_id=school.id, item_id=item_id),
        EvidenceOpened(duty_id=duty_id),
        MatrixTaken(plan_id=roadmap_id),
        SchoolNudged(school_id=school.id),
        PlanPublished(roadmap_id=roadmap_id),
        ItemTicked(item_id=item_id, wanted=False),
        LinksShown(organization_id=school.id),
        FoundingStarted(organization_id=district, kind=OrganizationKind.SCHOOL),
    )
    await stranger.sends("/menu")
    shown = len(stranger.from_bot)
    for button in forged:
        await stranger.taps_data(button.pack())
        assert "недоступно" in stranger.toasts[-1].text, button
    assert len(stranger.from_bot) == shown

    def denials(session: Session) -> int:
        denied = AuditRecord.act.like("denied:%")
        return session.scalar(select(func.count()).select_from(AuditRecord).where(denied)) or 0

    assert await world.read(denials) == len(forged)
    for person in (school.curator, school.head):
        await person.taps_data(PlanItemsOpened(plan_id=roadmap_id).pack())
        assert "недоступно" in person.toasts[-1].text


async def test_two_schools_of_one_municipality_do_not_see_each_others_duties(
    world: World, district: int, coordinator: Person, plan: Publish
) -> None:
    first = await world.school("Школа № 1", parent_id=district)
    second = await world.school("Школа № 2", parent_id=district)
    await plan()
    await publishes(coordinator)
    await completes(world, first.head, first.id, "Тайное слово первой школы")
    for person in (second.curator, second.head):
        await person.sends("/menu")
        await person.taps("Дорожная карта")
        assert "Тайное слово" not in str(person.texts())
        await person.taps_data(f"rm_see:{await duty_of(world, first.id)}")
        assert "недоступно" in person.toasts[-1].text
    evidence = await world.read(lambda session: session.scalars(select(Evidence.comment)).all())
    assert evidence == ["Тайное слово первой школы"]


async def test_a_button_of_a_plan_that_is_gone_changes_nothing(world: World, coordinator: Person) -> None:
    await coordinator.sends("/menu")
    for button in (PlanItemsOpened(plan_id=404), PlanPublished(roadmap_id=404)):
        await coordinator.taps_data(button.pack())
        assert "неактуальна" in coordinator.toasts[-1].text


@pytest.mark.parametrize(
    ("language", "menu", "home"), [("tt", "Территория", "Мәктәпләр: 1"), ("en", "Territory", "Schools: 1")]
)
async def test_the_territory_speaks_the_readers_language(
    world: World, district: int, coordinator: Person, plan: Publish, language: str, menu: str, home: str
) -> None:
    await world.school("School", parent_id=district)
    await plan()
    await publishes(coordinator)
    await coordinator.sends("/language")
    await coordinator.taps({"tt": "Татарча", "en": "English"}[language])
    await coordinator.sends("/menu")
    await coordinator.taps(menu)
    assert home in coordinator.screen.text
    await coordinator.taps(f"🗺 {PLAN}")
    assert {"tt": "Билгеләр", "en": "Marks"}[language] in coordinator.screen.text


async def test_a_school_without_a_municipality_climbs_no_further_than_its_head(
    world: World, coordinator: Person, school: School
) -> None:
    def store(session: Session) -> None:
        organization = session.get_one(Organization, school.id)
        make_plan(session, organization, make_item("до 09.09.2026", activity=ACTIVITY), now=world.clock.now())

    await world.write(store)
    await world.advance_to(MORNING_AFTER)
    await world.advance(days=9)
    assert heard(school.head, ACTIVITY)
    assert not heard(coordinator, ACTIVITY)


@pytest.fixture
async def school(world: World) -> School:
    return await world.school("Отдельная школа")
