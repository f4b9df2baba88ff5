"""A plan in conversation: a file comes in, is corrected, goes to the head and back, and lives."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import (
    AuditRecord,
    Membership,
    MembershipStatus,
    Occurrence,
    OccurrenceStatus,
    Organization,
    Roadmap,
    RoadmapItem,
    RoadmapStatus,
    Role,
)
from models.organization import OrganizationKind
from sandbox.telegram import Person
from services.access import find_actor
from tests.support import factories
from tests.support.world import School, World

FILE = """Дорожная карта школы на 2026-2027 учебный год;;;;
№;Мероприятие;Срок;Ответственный;Ожидаемый результат
1;Собрать анкеты наставляемых;до 25 сентября;Куратор;Анкеты
2;Составить базу наставников;Май, 2026;Методист Лунина;База
3;Провести итоговую встречу;до 25 мая 2027;Куратор, директор;Протокол
4;Заключить соглашения;по мере необходимости;Директор;Соглашения
"""
NEWER = FILE.replace("до 25 мая 2027", "до 20 мая 2027").replace(
    "4;Заключить соглашения;по мере необходимости", "4;Обновить раздел сайта;октябрь"
)
WITHOUT_YEAR = "№;Мероприятие;Срок\n1;Собрать анкеты;до 15 ноября\n2;Подвести итоги;май\n"


@pytest.fixture
async def school(world: World) -> School:
    return await world.school()


@pytest.fixture
async def spring(tmp_path: Path) -> AsyncIterator[World]:
    """The whole bot at the end of April, a few days before anybody is asked about the next year."""
    made = World(tmp_path / "spring.db", start=datetime(2027, 4, 28, 7, 0, tzinfo=UTC))
    await made.open()
    try:
        yield made
    finally:
        await made.close()


async def upload(person: Person, text: str = FILE, name: str = "план.csv") -> None:
    """From the menu to the draft that was read."""
    await person.sends("/menu")
    await person.taps("Дорожная карта")
    await person.taps("Планы")
    await person.taps("Загрузить план")
    await person.sends_document(name, text.encode())


async def approve(person: Person, number: str = "48") -> None:
    """From the draft to the live plan."""
    await person.taps("✅ Утвердить")
    await person.sends(number)
    await person.taps("Сегодня")
    await person.taps("✅ Утвердить")


async def plans(world: World) -> list[Roadmap]:
    return await world.read(lambda session: list(session.scalars(select(Roadmap).order_by(Roadmap.id))))


async def items(world: World, roadmap_id: int = 1) -> list[RoadmapItem]:
    query = select(RoadmapItem).where(RoadmapItem.roadmap_id == roadmap_id).order_by(RoadmapItem.position)
    return await world.read(lambda session: list(session.scalars(query)))


async def duties(world: World) -> int:
    return await world.read(lambda session: session.scalar(select(func.count(Occurrence.id))) or 0)


def data_of(person: Person, label: str) -> str:
    """What a button of the screen carries."""
    keyboard = person.screen.markup.inline_keyboard if person.screen.markup else []
    found = next(one for row in keyboard for one in row if label in one.text)
    return found.callback_data or ""


# ---- from the file to the live plan


@pytest.mark.requirement("N-3.3-4", "N-3.4-4", "L-O-2")
async def test_a_plan_comes_in_is_corrected_returned_corrected_again_and_approved(
    world: World, school: School
) -> None:
    curator, head = school.curator, school.head
    await upload(curator)
    assert "Прочитано 4 пункта" in curator.screen.text
    assert "Пунктов: 4, с замечаниями: 2, без даты: 1" in curator.screen.text
    assert "Черновик видят кураторы и руководитель" in curator.screen.text
    await curator.taps("2. Составить базу")
    assert "Срок в документе: «Май, 2026»" in curator.screen.text
    await curator.taps("Принять: «май 2027»")
    assert "Исправлен на: «май 2027»" in curator.screen.text
    await curator.taps("Следующее замечание")
    assert "4. Заключить соглашения" in curator.screen.text
    await curator.taps("Оставить без даты")
    await curator.taps("К плану")
    assert "с замечаниями: 0, без даты: 1" in curator.screen.text
    await curator.taps("Передать руководителю")
    await curator.taps("Передать")
    assert "План передан руководителю" in curator.screen.text
    assert "План передан на утверждение" in head.screen.text
    await head.taps("Открыть план")
    await head.taps("Вернуть с причиной")
    await head.sends("Уточните срок <соглашений>")
    assert "План возвращён, кураторы узнают причину" in head.screen.text
    assert "Уточните срок <соглашений>" in curator.screen.text
    await curator.taps("Открыть план")
    assert "Возвращён: Уточните срок <соглашений>" in curator.screen.text
    await curator.taps("4. Заключить")
    await curator.taps("Исправить срок")
    await curator.sends("до 30 ноября")
    assert "«до 30 ноября» — понимаю так" in curator.screen.text
    assert (await items(world))[3].corrected_phrase is None
    await curator.taps("Сохранить")
    assert "Исправлен на: «до 30 ноября»" in curator.screen.text
    await curator.taps("К плану")
    await world.advance(hours=1)
    await curator.taps("Передать руководителю")
    await curator.taps("Передать")
    await head.taps("Открыть план")
    await head.taps("✅ Утвердить")
    await head.sends("№ 48-р")
    await head.sends("1 сентября")
    assert "Приказ № 48-р от: вторник, 1 сентября 2026 г." in head.screen.text
    assert await duties(world) == 0
    await head.taps("✅ Утвердить")
    assert "План утверждён и действует" in head.screen.text
    assert "План утверждён" in curator.screen.text
    (plan,) = await plans(world)
    assert (plan.status, plan.order_number, plan.order_date) == (
        RoadmapStatus.APPROVED,
        "48-р",
        date(2026, 9, 1),
    )
    assert await duties(world) == 4


async def test_the_head_may_upload_and_approve_without_a_curator(world: World, school: School) -> None:
    await upload(school.head)
    await school.head.taps("✅ Утвердить")
    await school.head.taps("Без номера")
    await school.head.taps("Вчера")
    assert "Приказ без номера от: воскресенье, 6 сентября" in school.head.screen.text
    await school.head.taps("Другой приказ")
    await school.head.sends("7")
    await school.head.sends("когда-нибудь")
    assert "Не понял дату" in school.head.screen.text
    await school.head.sends("2 сентября 1999")
    assert "Не понял дату" in school.head.screen.text
    await school.head.taps("Сегодня")
    await school.head.taps("✅ Утвердить")
    (plan,) = await plans(world)
    assert (plan.order_number, plan.order_date) == ("7", date(2026, 9, 7))


async def test_the_order_in_the_document_is_offered(world: World, school: School) -> None:
    await upload(school.head, "Приказ от 31.08.2026 № 348-р;;;;\n" + FILE)
    assert "приказ № 348-р от 31.08.2026" in school.head.screen.text
    await school.head.taps("✅ Утвердить")
    await school.head.taps("Как в документе")
    await school.head.taps("✅ Утвердить")
    (plan,) = await plans(world)
    assert (plan.status, plan.order_number) == (RoadmapStatus.APPROVED, "348-р")


async def test_every_part_of_a_row_is_edited_in_place_and_rows_come_and_go(
    world: World, school: School
) -> None:
    curator = school.curator
    await upload(curator)
    await curator.taps("1. Собрать анкеты")
    await curator.taps("Изменить")
    await curator.taps("Результат")
    assert "Сейчас: Анкеты" in curator.screen.text
    await curator.sends("Анкеты & согласия <всех>")
    assert "Результат: Анкеты & согласия <всех>" in curator.screen.text
    await curator.taps("Назначить людей")
    await curator.taps("Павел Олегович")
    assert "✅ Павел Олегович" in str(curator.buttons)
    await curator.taps("Готово")
    assert "Кто это: Павел Олегович С." in curator.screen.text
    await curator.taps("Удалить пункт")
    await curator.taps("Да, удалить")
    assert [one.number for one in await items(world)] == ["2", "3", "4"]
    await curator.taps("➕ Пункт")
    await curator.sends("Провести неделю наставничества")
    await curator.sends("с 8 по 12 февраля")
    assert "Кто отвечает" in curator.screen.text
    await curator.taps("Другой срок")
    await curator.sends("с 15 по 19 февраля")
    await curator.sends("куратор")
    assert "Пункт добавлен" in curator.screen.text
    added = (await items(world))[-1]
    assert (added.activity, added.deadline_phrase, added.responsible_text) == (
        "Провести неделю наставничества",
        "с 15 по 19 февраля",
        "куратор",
    )


async def test_words_that_nobody_knows_are_asked_about_once(world: World, school: School) -> None:
    curator = school.curator
    mentor = await world.member(school.id, Role.MENTOR, last="Котова", first="Вера")
    assert mentor.id
    await upload(curator)
    await curator.taps("Кто ответственный: не распознан 1")
    assert "Кого у вас называют «Методист Лунина»?" in curator.screen.text
    await curator.taps("Готово")
    assert "Выберите хотя бы один" in curator.toasts[-1].text
    await curator.taps("Вера")
    assert "✅ Вера" in str(curator.buttons)
    await curator.taps("Готово")
    assert "Все ответственные распознаны" in curator.screen.text
    await curator.taps("2. Составить базу")
    assert "Кто это: Вера Сергеевна К." in curator.screen.text
    await upload(curator, NEWER, "новый.csv")
    assert "не распознан" not in str(curator.buttons)


async def test_unknown_words_of_a_live_plan_wait_in_the_curators_inbox(world: World, school: School) -> None:
    await upload(school.head)
    await approve(school.head)
    (alert,) = [text for text in school.curator.texts() if "Не распознаны ответственные" in text]
    assert "«Методист Лунина»" in alert
    await school.curator.taps("Кто ответственный")
    await school.curator.taps("Никого из нас: ответит куратор")
    assert "Все ответственные распознаны" in school.curator.screen.text
    await school.curator.sends("/menu")
    await school.curator.taps("Входящие")
    assert "Входящих нет" in school.curator.screen.text


async def test_the_table_shows_phrases_and_readings_beside_one_another(world: World, school: School) -> None:
    await upload(school.curator)
    await school.curator.taps("Скачать .xlsx")
    page = openpyxl.load_workbook(BytesIO(school.curator.downloads())).worksheets[0]
    rows = [[cell.value or "" for cell in row] for row in page.iter_rows(min_row=2)]
    assert rows[0][:4] == ["№", "Раздел", "Мероприятие", "Срок в документе"]
    assert [row[3] for row in rows[1:]] == [
        "до 25 сентября",
        "Май, 2026",
        "до 25 мая 2027",
        "по мере необходимости",
    ]
    assert rows[2][6]
    assert rows[2][9] == "Методист Лунина"
    assert rows[3][8] == "Мария Ивановна О., Павел Олегович С."


# ---- files


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("план.pdf", b"%PDF-1.7", "Файлы .pdf я не читаю"),
        ("план.docx", b"not a zip", "Файл называется .docx"),
        ("план.csv", b"", "Файл пустой"),
        ("план.txt", "Просто письмо без таблицы.".encode(), "Плана не вижу"),
    ],
)
async def test_a_file_that_is_no_plan_is_refused_with_a_way_on(
    world: World, school: School, name: str, content: bytes, words: str
) -> None:
    curator = school.curator
    await curator.sends("/menu")
    await curator.taps("Дорожная карта")
    await curator.taps("Планы")
    await curator.taps("Загрузить план")
    await curator.sends_document(name, content)
    assert words in curator.screen.text
    assert "взять шаблон" in curator.screen.text
    assert await plans(world) == []
    await curator.sends_document("план.csv", FILE.encode())
    assert "Прочитано 4 пункта" in curator.screen.text


def as_xlsx(text: str) -> bytes:
    book = openpyxl.Workbook()
    for line in text.splitlines():
        book.worksheets[0].append(line.split(";"))
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def as_docx(text: str) -> bytes:
    title, *lines = (line.split(";") for line in text.splitlines())
    document = docx.Document()
    document.add_paragraph(title[0])
    table = document.add_table(rows=0, cols=len(lines[0]))
    for line in lines:
        for cell, words in zip(table.add_row().cells, line, strict=True):
            cell.text = words
    file = BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize(("name", "make"), [("план.docx", as_docx), ("план.xlsx", as_xlsx)])
async def test_a_plan_in_word_or_excel_is_read_like_any_other(
    world: World, school: School, name: str, make: Callable[[str], bytes]
) -> None:
    curator = school.curator
    await curator.sends("/menu")
    await curator.taps("Дорожная карта")
    await curator.taps("Планы")
    await curator.taps("Загрузить план")
    await curator.sends_document(name, make(FILE))
    assert "Прочитано 4 пункта" in curator.screen.text
    assert [(one.number, one.deadline_phrase) for one in await items(world)] == [
        ("1", "до 25 сентября"),
        ("2", "Май, 2026"),
        ("3", "до 25 мая 2027"),
        ("4", "по мере необходимости"),
    ]
    await upload(curator)
    assert "Этот файл уже загружен" in curator.screen.text


async def test_remarks_about_a_table_are_accepted_in_two_taps(world: World, school: School) -> None:
    text = (
        "Дорожная карта на 2026-2027 учебный год\n\n"
        "№\tМероприятие\tСрок\tОтветственный\n"
        "1.1\tПровести опрос\tОктябрь 2026 г.\tкураторы\n"
        "1.1\tСобрать согласия\tНоябрь 2026 г.\tкураторы\n"
        "1.1\tСоставить базу\tДекабрь 2026 г.\tкураторы\n"
        "1.2\tПодвести итоги года\tМай 2027 г.\tкураторы\n"
    )
    curator = school.curator
    await upload(curator, text, "план.txt")
    assert "Пунктов: 4, с замечаниями: 3" in curator.screen.text
    await curator.taps("Принять замечания к таблице · 3")
    await curator.taps("Да, принять все")
    assert "Пунктов: 4, с замечаниями: 0" in curator.screen.text
    assert "Принять замечания" not in str(curator.buttons)


async def test_a_file_of_six_megabytes_is_not_even_fetched(world: World, school: School) -> None:
    curator = school.curator
    await curator.sends("/menu")
    await curator.taps("Дорожная карта")
    await curator.taps("Планы")
    await curator.taps("Загрузить план")
    await curator.sends_document("план.docx", b"x" * (6 * 1024 * 1024))
    assert "слишком большой: 6 МБ" in curator.screen.text
    assert world.telegram.calls_of("getFile") == []
    assert await plans(world) == []


async def test_a_photo_a_sticker_and_words_are_answered_with_what_is_needed(
    world: World, school: School
) -> None:
    curator = school.curator
    await curator.sends("/menu")
    await curator.taps("Дорожная карта")
    await curator.taps("Планы")
    await curator.taps("Загрузить план")
    await curator.sends_photo()
    assert "Фотографию прочитать не получится" in curator.screen.text
    await curator.sends_sticker()
    assert "нужен файл с планом" in curator.screen.text
    await curator.sends("вот план")
    assert "нужен файл с планом" in curator.screen.text
    await curator.sends("/menu")
    assert "Дорожная карта" in str(curator.buttons)
    assert await plans(world) == []


async def test_the_same_file_again_leads_to_its_draft(world: World, school: School) -> None:
    await upload(school.curator)
    await upload(school.head, name="копия.csv")
    assert "Этот файл уже загружен" in school.head.screen.text
    assert len(await plans(world)) == 1


async def test_a_file_without_a_school_year_is_asked_about_even_after_a_restart(
    world: World, school: School
) -> None:
    curator = school.curator
    await upload(curator, WITHOUT_YEAR)
    assert "не указан учебный год" in curator.screen.text
    assert await plans(world) == []
    await curator.sends("на следующий")
    assert "выберите ответ кнопкой" in curator.screen.text
    await world.restart()
    await curator.taps("2027-2028 учебный год")
    (plan,) = await plans(world)
    assert plan.school_year == "2027-2028"
    assert "15 ноября" in curator.screen.text or "15.11.2027" in curator.screen.text


# ---- versions, templates, the next year


@pytest.mark.requirement("N-3.4-4")
async def test_a_newer_version_shows_its_difference_and_keeps_what_is_done(
    world: World, school: School
) -> None:
    curator, head = school.curator, school.head
    await upload(head)
    await approve(head)

    def finish(session: Session) -> None:
        first = session.scalars(select(Occurrence).order_by(Occurrence.due_on)).first()
        done = session.scalars(select(Occurrence).join(RoadmapItem).where(RoadmapItem.number == "1")).one()
        assert first is not None
        done.complete(done.responsible[0].id, world.clock.now().date(), world.clock.now())

    await world.write(finish)
    await upload(curator, NEWER, "новый.csv")
    await curator.taps("Что изменилось")
    assert "добавлено 1, изменено 1, убрано 1, без изменений 2" in curator.screen.text
    assert "срок: «до 25 мая 2027» → «до 20 мая 2027»" in curator.screen.text
    assert "➕ 4. Обновить раздел сайта" in curator.screen.text
    assert "➖ 4. Заключить соглашения — без даты" in curator.screen.text
    await curator.taps("К плану")
    await curator.taps("Передать руководителю")
    await curator.taps("Передать")
    await head.taps("Открыть план")
    await approve(head, "49")
    first, second = await plans(world)
    assert (first.status, second.status) == (RoadmapStatus.ARCHIVED, RoadmapStatus.APPROVED)

    def state(session: Session) -> tuple[OccurrenceStatus, int]:
        one = session.scalars(select(Occurrence).join(RoadmapItem).where(RoadmapItem.number == "1")).one()
        return one.status, one.item.roadmap_id

    assert await world.read(state) == (OccurrenceStatus.DONE, second.id)


async def test_a_wrong_link_between_versions_can_be_cut(world: World, school: School) -> None:
    await upload(school.head)
    await approve(school.head)
    await upload(school.curator, NEWER, "новый.csv")
    await school.curator.taps("Что изменилось")
    await school.curator.taps("Это другой пункт: 3.")
    assert "Связь разорвана" in school.curator.screen.text
    assert "добавлено 2, изменено 0, убрано 2" in school.curator.screen.text


@pytest.mark.requirement("T-4.1/4.5", "L-RM")
async def test_a_school_without_a_plan_begins_with_a_template(world: World, school: School) -> None:
    curator = school.curator
    await curator.sends("/menu")
    await curator.taps("Дорожная карта")
    await curator.taps("Планы")
    assert "Планов пока нет" in curator.screen.text
    await curator.taps("Взять шаблон")
    await curator.taps("План школы")
    assert "Формирование базы наставляемых — 4" in curator.screen.text
    await curator.taps("2026-2027 учебный год")
    assert "Черновик из шаблона готов" in curator.screen.text
    assert "Пунктов: 31, с замечаниями: 0, без даты: 0" in curator.screen.text
    await curator.sends("/menu")
    await curator.taps("Дорожная карта")
    await curator.taps("Планы")
    await curator.taps("Взять шаблон")
    await curator.taps("План школы")
    await curator.taps("2026-2027 учебный год")
    assert "Такой черновик уже есть" in curator.screen.text
    assert len(await plans(world)) == 1


@pytest.mark.requirement("N-O-1.2", "N-RM-1.2", "N-RM")
async def test_a_coordinator_approves_a_municipal_plan_for_one_school_year(world: World) -> None:
    def found(session: Session) -> int:
        place = factories.make_organization(session, name="Район", kind=OrganizationKind.MUNICIPALITY)
        return place.id

    place: int = await world.write(found)
    coordinator = await world.member(place, Role.COORDINATOR, last="Белова", first="Ольга")
    await coordinator.sends("/menu")
    await coordinator.taps("Дорожная карта")
    await coordinator.taps("Планы")
    await coordinator.taps("Взять шаблон")
    await coordinator.taps("План муниципалитета")
    await coordinator.taps("2026-2027 учебный год")
    await coordinator.taps("1.5. Собрать из школьных баз")
    await coordinator.taps("Передать школам")
    assert "Выполняют школы" in coordinator.screen.text
    await coordinator.taps("К плану")
    await approve(coordinator, "749-О")
    (plan,) = await plans(world)
    assert (plan.status, plan.school_year) == (RoadmapStatus.APPROVED, "2026-2027")
    assert sum(one.for_schools for one in await items(world, plan.id)) == 8


@pytest.mark.requirement("L-O-1")
async def test_before_the_year_ends_the_next_plan_is_proposed_from_this_one(spring: World) -> None:
    world, school = spring, await spring.school()
    curator, head = school.curator, school.head
    await upload(head)
    await approve(head)
    await world.advance_to(datetime(2027, 5, 3, 12, 0, tzinfo=UTC))
    await curator.sends("/menu")
    await curator.taps("Входящие")
    await curator.taps("следующий")
    assert "Год заканчивается" in curator.screen.text
    await curator.taps("План на следующий год")
    assert "Черновик на следующий год готов" in curator.screen.text
    assert "2027-2028 учебный год" in curator.screen.text
    assert "Не выполнено в 2026-2027: " in curator.screen.text
    _, draft = await plans(world)
    assert [one.deadline_phrase for one in await items(world, draft.id)] == [
        "до 25 сентября",
        "Май, 2027",
        "до 25 мая 2028",
        "по мере необходимости",
    ]
    await curator.sends("/menu")
    await curator.taps("Дорожная карта")
    await curator.taps("Планы")
    await curator.taps("План на следующий год")
    assert "Такой черновик уже есть" in curator.screen.text
    assert len(await plans(world)) == 2


# ---- taps twice, late, by others; restarts


async def test_a_double_tap_on_approve_makes_the_duties_once(world: World, school: School) -> None:
    head = school.head
    await upload(head)
    await head.taps("✅ Утвердить")
    await head.sends("48")
    await head.taps("Сегодня")
    screen, data = head.screen, data_of(head, "✅ Утвердить")
    await head.taps_data(data, screen)
    made = await duties(world)
    await head.taps_data(data, screen)
    assert "неактуальна" in head.toasts[-1].text
    assert await duties(world) == made == 3


async def test_buttons_of_a_deleted_draft_change_nothing(world: World, school: School) -> None:
    curator = school.curator
    await upload(curator)
    kept = [data_of(curator, label) for label in ("2. Составить", "Скачать", "Передать", "Удалить")]
    await curator.taps("Удалить черновик")
    await curator.taps("Да, удалить")
    assert "Черновик удалён" in curator.screen.text
    for data in kept:
        await curator.taps_data(data)
        assert "неактуальна" in curator.toasts[-1].text
    assert await plans(world) == []


async def test_a_confirmation_that_belongs_to_an_earlier_form_is_refused(
    world: World, school: School
) -> None:
    curator = school.curator
    await upload(curator)
    await curator.taps("1. Собрать анкеты")
    await curator.taps("Исправить срок")
    await curator.sends("до 1 октября")
    old = data_of(curator, "Сохранить")
    await curator.taps("Назад")
    await curator.taps("Исправить срок")
    await curator.sends("до 2 октября")
    await curator.taps_data(old)
    assert "неактуальна" in curator.toasts[-1].text
    assert (await items(world))[0].corrected_phrase is None


async def test_somebody_elses_buttons_are_refused_and_remembered(world: World, school: School) -> None:
    await upload(school.curator)
    screen = school.curator.screen
    stolen = [
        one.callback_data or ""
        for row in (screen.markup.inline_keyboard if screen.markup else [])
        for one in row
        if one.callback_data and one.callback_data.startswith("pl")
    ]
    mentor = await world.member(school.id, Role.MENTOR, last="Чужая")
    assert "Дорожная карта" not in str(mentor.buttons)
    other = await world.school("Школа № 2")
    for person in (mentor, other.curator):
        for data in stolen:
            await person.taps_data(data)
            assert "недоступно" in person.toasts[-1].text
    denied = select(func.count()).select_from(AuditRecord).where(AuditRecord.act.startswith("denied:"))
    assert await world.read(lambda session: session.scalar(denied)) == 2 * len(stolen)
    assert [one.status for one in await plans(world)] == [RoadmapStatus.DRAFT]


async def test_forged_buttons_are_answered_and_change_nothing(world: World, school: School) -> None:
    await upload(school.curator)
    for forged in (
        "pl_o:999999:0:0",
        "pl_i:" + "9" * 50,
        "pl_a:1:zz",
        "pl_s:1:00000000",
        "pl_f:1:password",
        "pl_p:1:999999:0",
        "pl_tt:1:nothing:2026",
        "pl_tt:1:school:1999",
        "pl_q:abc:ok",
        "pl_wt:abc:1",
        "pl_y:1:2027",
    ):
        before = len(school.curator.toasts)
        await school.curator.taps_data(forged)
        assert len(school.curator.toasts) > before, forged
        assert school.curator.toasts[-1].text, forged
    assert len(await items(world)) == 4
    assert (await plans(world))[0].school_year == "2026-2027"


async def test_a_restart_in_the_middle_of_every_form_loses_nothing(world: World, school: School) -> None:
    head = school.head
    await upload(head)
    await head.taps("➕ Пункт")
    await world.restart()
    await head.sends("Провести неделю наставничества")
    await world.restart()
    await head.sends("февраль")
    await world.restart()
    await head.taps("Пропустить")
    assert "Пункт добавлен" in head.screen.text
    await head.taps("К плану")
    await head.taps("✅ Утвердить")
    await world.restart()
    await head.sends("48")
    await world.restart()
    await head.taps("Сегодня")
    await world.restart()
    await head.taps("✅ Утвердить")
    (plan,) = await plans(world)
    assert (plan.status, plan.order_number) == (RoadmapStatus.APPROVED, "48")


async def test_a_text_too_long_or_empty_is_refused_and_the_question_stays(
    world: World, school: School
) -> None:
    curator = school.curator
    await upload(curator)
    await curator.taps("1. Собрать анкеты")
    await curator.taps("Исправить срок")
    await curator.sends("до " + "1" * 400)
    assert "Слишком длинно" in curator.screen.text
    await world.advance(minutes=1)
    await curator.sends_sticker()
    assert "нужен ответ текстом" in curator.screen.text
    await curator.sends("до 1 октября")
    await curator.taps("Сохранить")
    assert (await items(world))[0].corrected_phrase == "до 1 октября"


async def test_while_the_head_decides_the_curator_may_take_the_plan_back(
    world: World, school: School
) -> None:
    curator = school.curator
    await upload(curator)
    accept = data_of(curator, "2. Составить")
    await curator.taps("Передать руководителю")
    await curator.taps("Передать")
    await curator.taps_data(accept)
    assert "Исправить срок" not in str(curator.buttons)
    item_id = accept.partition(":")[2]
    await curator.taps_data(f"pl_ia:{item_id}:a")
    assert "заберите план на доработку" in curator.toasts[-1].text
    await curator.taps("К плану")
    await curator.taps("Забрать на доработку")
    assert "План снова у вас" in curator.screen.text
    await curator.taps("2. Составить")
    assert "Исправить срок" in str(curator.buttons)


async def test_somebody_of_two_schools_chooses_whose_plans(world: World, school: School) -> None:
    def join(session: Session) -> None:
        other = factories.make_organization(session, name="Гимназия")
        person = find_actor(session, school.curator.id)
        assert person is not None
        session.add(
            Membership(
                person_id=person.person_id,
                organization_id=other.id,
                role=Role.CURATOR,
                status=MembershipStatus.ACTIVE,
                created_at=world.clock.now(),
            )
        )

    await world.write(join)
    await school.curator.sends("/menu")
    await school.curator.taps("Дорожная карта")
    await school.curator.taps("Планы")
    assert "Планы какой организации" in school.curator.screen.text
    await school.curator.taps("Гимназия")
    assert "Планы · Гимназия" in school.curator.screen.text
    place = await world.read(lambda session: session.scalars(select(Organization.name)).all())
    assert len(place) == 2


async def test_the_screens_fit_a_message_whatever_stands_in_the_plan(world: World, school: School) -> None:
    long = "Очень длинное мероприятие с <разметкой> & знаками 🎉 " * 30
    cell: Callable[[str], str] = lambda text: '"' + text + '"'  # noqa: E731
    rows = "\n".join(
        f"{number};{cell(long)};{cell('до 31 ноября ' + str(number))};{cell(long[:480])};{cell(long)}"
        for number in range(1, 30)
    )
    head = "Дорожная карта на 2026-2027 учебный год;;;;\n№;Мероприятие;Срок;Ответственный;Результат\n"
    await upload(school.curator, head + rows)
    assert "Прочитано" in school.curator.screen.text
    await school.curator.taps("›")
    await school.curator.taps("Очень длинное")
    assert "Понимаю так" in school.curator.screen.text
    await school.curator.taps("Изменить")
    await school.curator.taps("Мероприятие")
    assert "Напишите новый текст" in school.curator.screen.text
