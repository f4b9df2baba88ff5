"""Registries in conversation: a staff taken in, given out in three grades, approved, mentors chosen."""

from __future__ import annotations

import hashlib
import io
from datetime import UTC, datetime, timedelta

import openpyxl
import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from handlers.registries.callbacks import (
    ImportConfirmed,
    ImportStarted,
    RegistryTaken,
    ShortlistOpened,
    SnapshotTaken,
    WrongRowsTaken,
)
from models import (
    AuditRecord,
    Base,
    Consent,
    ConsentChannel,
    ConsentKind,
    ConsentStatus,
    Invitation,
    LocalAct,
    Membership,
    MembershipStatus,
    Organization,
    Partition,
    Person,
    RegistrySnapshot,
    Role,
    Shortlist,
)
from models.organization import OrganizationKind
from sandbox.telegram import Person as Someone
from services.registry.columns import Grade
from tests.support import factories
from tests.support.staff_files import person, staff, staff_file, whole_text
from tests.support.world import School, World, membership_of


@pytest.fixture
async def school(world: World) -> School:
    return await world.school()


async def opens_desk(someone: Someone) -> None:
    await someone.taps_data("rg:0", someone.from_bot[-1])


async def sends_staff(curator: Someone, data: bytes, name: str = "список.xlsx") -> None:
    await opens_desk(curator)
    await curator.taps("Загрузить список")
    await curator.sends_document(name, data)


def heard(someone: Someone, words: str) -> list[str]:
    return [sent.text for sent in someone.from_bot if words in sent.text]


def file_under(someone: Someone, words: str) -> bytes:
    """The file that came with these words in its caption, the newest one."""
    found = [sent for sent in someone.from_bot if words in (sent.text or "")]
    return someone.downloads(found[-1])


async def people(world: World, organization_id: int) -> list[Membership]:
    def read(session: Session) -> list[Membership]:
        query = select(Membership).where(
            Membership.organization_id == organization_id,
            Membership.role.in_((Role.MENTEE, Role.MENTOR)),
        )
        found = list(session.scalars(query.order_by(Membership.id)))
        for one in found:
            _ = one.person.full_name
        return found

    return await world.read(read)


async def count(world: World, model: type) -> int:
    return await world.read(lambda session: session.scalar(select(func.count()).select_from(model)) or 0)


async def acts(world: World) -> list[str]:
    return await world.read(
        lambda session: list(session.scalars(select(AuditRecord.act).order_by(AuditRecord.id)))
    )


# ---- taking in


@pytest.mark.requirement("N-3.4-5")
async def test_a_staff_is_shown_first_and_then_entered_as_a_whole(world: World, school: School) -> None:
    curator = school.curator
    await sends_staff(curator, staff_file(*staff(20), person(20, number="", day=None)))
    assert "строк: 21" in curator.screen.text
    assert "наставляемых — 16, наставников — 4" in curator.screen.text
    assert "Без согласия: 1 человек" in curator.screen.text
    assert await people(world, school.id) == []
    await curator.taps("Внести: 21")
    assert "Внесено без Telegram: 20" in curator.screen.text
    entered = await people(world, school.id)
    assert len(entered) == 20
    assert {one.status for one in entered} == {MembershipStatus.ACTIVE}
    mentor, mentee = entered[0], entered[1]
    assert (mentor.role, mentor.capacity, mentor.profile["strengths"]) == (Role.MENTOR, 2, ["discipline"])
    assert (mentee.role, mentee.profile["subject"]) == (Role.MENTEE, "mathematics")
    assert mentee.unpaired_since is not None
    assert mentee.person.chat_id is None
    (consent,) = await world.read(
        lambda session: session.scalars(select(Consent).where(Consent.person_id == mentee.person_id)).all()
    )
    assert (consent.kind, consent.channel, consent.status, consent.original_number) == (
        ConsentKind.PERSONAL_DATA,
        ConsentChannel.PAPER,
        ConsentStatus.GIVEN,
        "1-пд",
    )
    assert "registry.imported" in await acts(world)


@pytest.mark.requirement("N-3.4-5")
async def test_of_a_hundred_rows_seven_are_wrong_each_for_another_reason(
    world: World, school: School
) -> None:
    rows = staff(100)
    rows[10] = person(10, last="")
    rows[20] = person(20, role="сторож")
    rows[30] = person(31)
    rows[40] = person(40, day="когда-нибудь")
    rows[50] = person(50, number="")
    rows[60] = person(60, role="наставник", capacity="много")
    rows[70] = person(70, experience="давно")
    curator = school.curator
    await sends_staff(curator, staff_file(*rows))
    text = curator.screen.text
    assert "С ошибками: 7" in text
    assert "Строка 12: нет имени" in text or "Строка 12: нужны фамилия и имя" in text
    assert "Строка 22: непонятная роль «сторож»" in text
    assert "Строка 33: этот человек уже есть в строке 32" in text
    assert "Строка 42: непонятная дата согласия «когда-нибудь»" in text
    assert "Строка 52: у согласия от «01.09.2026» нет номера" in text
    assert "Строка 62: число наставляемых «много»" in text
    assert "Строка 72: стаж «давно»" in text
    assert not any(name in text for name in ("Абрамова", "Белова", "овна"))
    await curator.taps("Все ошибки файлом")
    listed = whole_text(file_under(curator, "Исправьте их в своём файле"))
    assert listed.count("\n") >= 8
    assert "этот человек уже есть в строке 32" in listed
    await curator.taps("Внести: 93", curator.from_bot[-2])
    assert len(await people(world, school.id)) == 93


async def test_whoever_has_no_consent_is_not_stored_but_gets_a_link_of_their_own(
    world: World, school: School
) -> None:
    curator = school.curator
    before = await count(world, Person)
    await sends_staff(curator, staff_file(person(1, number="", day=None), person(5, number="", day=None)))
    await curator.taps("Внести: 2")
    assert await count(world, Person) == before
    assert "Абрамова" not in await world.read(everything)
    listed = whole_text(file_under(curator, "Личные ссылки: 2"))
    assert "Абрамова" in listed
    links = await world.read(lambda session: list(session.scalars(select(Invitation))))
    assert [(one.places, one.role) for one in links] == [(1, Role.MENTEE), (1, Role.MENTOR)]
    assert all(one.code in listed for one in links)
    newcomer = world.newcomer("Вера")
    await newcomer.starts(links[0].code)
    await newcomer.taps("Русский")
    assert "Школа № 1" in newcomer.screen.text
    assert "наставляемый" in newcomer.screen.text


async def test_a_file_with_other_heads_in_another_order_is_understood(world: World, school: School) -> None:
    heads = (
        "№ п/п",
        "Роль в программе",
        "Ф.И.О. педагога",
        "Номер телефона",
        "Какой предмет преподаёт",
        "Педагогический стаж (лет)",
        "Профессиональные дефициты",
        "Согласие на обработку ПДн (№ и дата)",
    )
    rows = (
        (
            1,
            "молодой специалист",
            "Волкова Вера Ивановна",
            "+7 900",
            "физика",
            "1 год",
            "Оценивание",
            "7 от 01.09.2026",
        ),
        (2, "Наставник", "ГУСЕВА ИННА ПЕТРОВНА", "+7 901", "Физика", 22, "", "8 от 2 сентября 2026 г."),
        ("Итого", 2),
    )
    curator = school.curator
    await sends_staff(curator, staff_file(*rows, heads=heads))
    assert "наставляемых — 1, наставников — 1" in curator.screen.text
    assert "«Номер телефона»" in curator.screen.text
    await curator.taps("Внести: 2")
    mentee, mentor = await people(world, school.id)
    assert mentee.person.full_name == "Волкова Вера Ивановна"
    assert mentor.person.full_name == "Гусева Инна Петровна"
    assert mentee.profile["difficulties"] == ["assessment"]
    assert (mentee.profile["experience_years"], mentor.profile["experience_years"]) == (1, 22)
    assert mentee.profile["subject"] == mentor.profile["subject"] == "physics"


@pytest.mark.parametrize("language", ["ru", "tt", "en"])
async def test_the_template_that_is_offered_is_read_in_every_language(
    world: World, school: School, language: str
) -> None:
    curator = school.curator

    def speak(session: Session) -> None:
        membership_of(session, curator.id).person.language = language

    await world.write(speak)
    await opens_desk(curator)
    await curator.taps_data(ImportStarted(organization_id=school.id).pack(), curator.screen)
    await curator.taps_data(f"rg_t:{school.id}", curator.screen)
    book = openpyxl.load_workbook(io.BytesIO(curator.downloads(curator.from_bot[-1])))
    sheet = book.worksheets[0]
    assert len(sheet.data_validations.dataValidation) >= 5
    role = str(sheet.cell(2, 5).value)
    for at in (1, 2):
        row = ["", f"Козлов{'а' * at}", "Зоя", "", role, "", "", "", "", "", "", f"{at}", "01.09.2026"]
        for column, value in enumerate(row, 1):
            sheet.cell(at + 2, column, value)
    stream = io.BytesIO()
    book.save(stream)
    await curator.sends_document("шаблон.xlsx", stream.getvalue())
    await curator.taps_data(await _button(curator, "rg_ok"), curator.screen)
    assert len(await people(world, school.id)) == 2


async def _button(someone: Someone, prefix: str) -> str:
    """The data of the first button with this prefix in the newest message."""
    markup = someone.screen.message.reply_markup
    assert markup is not None
    data = [one.callback_data or "" for row in markup.inline_keyboard for one in row]
    return next(one for one in data if one.startswith(f"{prefix}:"))


async def test_a_second_tap_and_the_same_file_once_more_enter_nobody_twice(
    world: World, school: School
) -> None:
    curator = school.curator
    await sends_staff(curator, staff_file(*staff(5)))
    shown = curator.screen
    data = await _button(curator, "rg_ok")
    await curator.taps_data(data, shown)
    await curator.taps_data(data, shown)
    assert len(await people(world, school.id)) == 5
    await sends_staff(curator, staff_file(*staff(5)))
    assert "С ошибками: 5" in curator.screen.text
    assert "этот человек уже участвует в школе" in curator.screen.text
    assert "Вносить нечего" in curator.screen.text


def everything(session: Session) -> str:
    """All that is stored, as one text."""
    rows = [row for table in Base.metadata.sorted_tables for row in session.execute(select(table))]
    return "\n".join(str(list(row)) for row in rows)


async def test_a_restart_between_preview_and_confirmation_keeps_it_and_stores_no_row(
    world: World, school: School
) -> None:
    curator = school.curator
    await sends_staff(curator, staff_file(*staff(3), person(7, number="", day=None)))
    kept = await world.read(everything)
    assert "digest" in kept
    assert not any(word in kept for word in ("Абрамова", "Анна", "Галина", "список"))
    await world.restart()
    await curator.taps("Внести: 4")
    assert len(await people(world, school.id)) == 3


async def test_the_buttons_of_an_earlier_file_and_of_somebody_else_do_nothing(
    world: World, school: School
) -> None:
    curator, head = school.curator, school.head
    await sends_staff(curator, staff_file(*staff(3)))
    first, data = curator.screen, await _button(curator, "rg_ok")
    await curator.sends_document("другой.xlsx", staff_file(*staff(2)))
    await curator.taps_data(data, first)
    await head.taps_data(data, head.from_bot[-1])
    await head.taps_data(WrongRowsTaken(form=data.partition(":")[2]).pack(), head.from_bot[-1])
    assert await people(world, school.id) == []


async def test_only_curators_and_the_head_of_the_school_may_import(world: World, school: School) -> None:
    other = await world.school("Школа № 2")
    mentor = await world.member(school.id, Role.MENTOR)
    editor = await world.member(school.id, Role.EDITOR)
    for stranger in (other.curator, other.head, mentor, editor):
        await stranger.taps_data(ImportStarted(organization_id=school.id).pack(), stranger.from_bot[-1])
        await stranger.sends_document("список.xlsx", staff_file(*staff(2)))
        await stranger.taps_data(ImportConfirmed(form="abcdef").pack(), stranger.from_bot[-1])
    assert [one.person.chat_id for one in await people(world, school.id)] == [mentor.id]


async def test_a_school_that_keeps_files_out_of_the_chat_imports_on_the_server(world: World) -> None:
    school = await world.school(files_in_chat=False)
    curator = school.curator
    await opens_desk(curator)
    await curator.taps("Загрузить список")
    assert "python -m bot registry import" in curator.screen.text
    await curator.taps_data(ImportConfirmed(form="abcdef").pack(), curator.screen)
    full = RegistryTaken(
        organization_id=school.id, role=Role.MENTEE, partition=Partition.TEACHER, grade=Grade.FULL
    )
    await curator.taps_data(full.pack(), curator.from_bot[-1])
    assert not any(sent.message.document for sent in curator.from_bot)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("список.pdf", b"%PDF-1.7", "Нужен файл .xlsx"),
        ("список.xlsx", b"%PDF-1.7", "Нужен файл .xlsx"),
        ("список.xlsx", b"", "пустой"),
        ("список.xlsx", b"PK\x03\x04" + bytes(100), "повреждён"),
        ("список.xlsx", b"PK\x03\x04" + bytes(5 * 1024 * 1024 + 1), "больше 5 МБ"),
        ("список.xlsx", staff_file(("яблоки", 5), heads=("Товар", "Сколько")), "не видно столбца с именами"),
    ],
)
async def test_a_file_that_is_no_staff_is_refused_and_another_may_be_sent(
    world: World, school: School, name: str, data: bytes, said: str
) -> None:
    curator = school.curator
    if data:
        await sends_staff(curator, data, name)
        assert said in curator.screen.text
    else:
        await opens_desk(curator)
        await curator.taps("Загрузить список")
        await curator.sends("вот список")
        assert "Жду файл .xlsx" in curator.screen.text
    await curator.sends_document("верный.xlsx", staff_file(*staff(2)))
    await curator.taps("Внести: 2")
    assert len(await people(world, school.id)) == 2


async def test_a_long_file_says_how_far_it_has_been_read(world: World, school: School) -> None:
    curator = school.curator
    rows = [person(at, last=f"Абрамов{'абвгдежзик'[at // 100 % 10]}") for at in range(1_100)]
    await opens_desk(curator)
    await curator.taps("Загрузить список")
    before = len(curator.from_bot)
    await curator.sends_document("список.xlsx", staff_file(*rows))
    assert "строк: 1 100" in curator.screen.text.replace("\xa0", " ")
    assert len(curator.from_bot) == before + 1, "the message that told the progress becomes the preview"
    assert curator.screen.edits >= 3
    await curator.taps("Не вносить")
    assert await people(world, school.id) == []


# ---- giving out


async def members(world: World, organization_id: int, total: int = 6) -> None:
    """Mentees of one subject, one with a formula for a name and one without a consent, and a mentor."""

    def make(session: Session) -> None:
        organization = session.get_one(Organization, organization_id)
        profile = {"subject": "mathematics", "difficulties": ["discipline"], "experience_years": 1}
        mentees = [
            factories.make_person(
                session,
                Role.MENTEE,
                organization,
                last=f"Секретова{'абвгдежз'[at]}",
                first="Тайна",
                profile=dict(profile),
            )
            for at in range(total)
        ]
        mentees[0].person.last_name = '=HYPERLINK("http://evil.example","Нажми")'
        mentor = factories.make_person(
            session, Role.MENTOR, organization, last="Наставникова", profile={"subject": "physics"}
        )
        factories.make_pair(session, mentor, mentees[1])
        factories.make_person(session, Role.MENTEE, organization, last="Безсогласная", consent=False)
        frozen = factories.make_person(session, Role.MENTEE, organization, last="Отозвавшая")
        frozen.person.frozen_at = factories.NOW
        pupil = factories.make_person(
            session,
            Role.MENTEE,
            organization,
            last="Ученикова",
            consent=False,
            partition=Partition.PUPIL,
            profile={"grade": 9},
        )
        pupil.person.born_on = factories.NOW.date().replace(year=2012)
        for kind in (ConsentKind.PARENTAL, ConsentKind.ASSENT):
            session.add(
                Consent(
                    person_id=pupil.person_id,
                    organization_id=organization.id,
                    kind=kind,
                    status=ConsentStatus.GIVEN,
                    text_version="1",
                    text_sha256="0" * 64,
                    language="ru",
                    asked_at=factories.NOW,
                )
            )

    await world.write(make)


async def takes(someone: Someone, school_id: int, grade: Grade, role: Role = Role.MENTEE) -> str:
    """The file of teachers in this grade, as text."""
    wanted = RegistryTaken(organization_id=school_id, role=role, partition=Partition.TEACHER, grade=grade)
    await someone.taps_data(wanted.pack(), someone.from_bot[-1])
    return whole_text(someone.downloads(someone.from_bot[-1]))


@pytest.mark.requirement("N-3.4-5", "L-1-5/6", "L-1-2")
async def test_the_full_registry_has_the_facts_and_only_those_whose_consent_is_in_force(
    world: World, school: School
) -> None:
    await members(world, school.id)
    curator = school.curator
    await opens_desk(curator)
    assert "Наставляемые, педагоги · 6" in str(curator.buttons)
    assert "Наставляемые, ученики · 1" in str(curator.buttons)
    await curator.taps("Наставляемые, педагоги")
    await curator.taps("Полный .xlsx")
    text = whole_text(curator.downloads(curator.from_bot[-1]))
    assert '=HYPERLINK("http://evil.example","Нажми")' in text
    assert "Секретоваб Тайна" in text
    assert "Наставникова Анна Сергеевна" in text
    assert "обработка данных: №" in text
    assert "работает в паре" in text
    for absent in ("Безсогласная", "Отозвавшая", "Ученикова"):
        assert absent not in text
    assert "registry.full" in await acts(world)


@pytest.mark.requirement("L-1-5/6", "L-2-4")
async def test_pupils_stand_in_a_registry_of_their_own_with_a_class_and_no_birthday(
    world: World, school: School
) -> None:
    await members(world, school.id)
    curator = school.curator
    await opens_desk(curator)
    await curator.taps("Наставляемые, ученики")
    await curator.taps("Полный .xlsx")
    text = whole_text(curator.downloads(curator.from_bot[-1]))
    assert "Ученикова" in text
    assert "Класс" in text
    assert "| 9 |" in text
    assert "2012" not in text
    assert "Секретова" not in text


@pytest.mark.requirement("N-3.4-5")
@pytest.mark.parametrize("role", [Role.EDITOR, Role.COUNCIL])
async def test_editors_and_the_council_get_codes_and_numbers_and_no_names(
    world: World, school: School, role: Role
) -> None:
    await members(world, school.id)
    someone = await world.member(school.id, role, last="Сайтова")
    await someone.sends("/menu")
    await someone.taps("Реестры")
    assert "Загрузить" not in str(someone.buttons)
    assert "·" not in str(someone.buttons), "how many pupils there are may tell who they are"
    await someone.taps("Наставляемые, педагоги")
    assert "Полный" not in str(someone.buttons)
    for grade in (Grade.ANONYMOUS, Grade.NUMBERS):
        text = await takes(someone, school.id, grade)
        for secret in ("Секретов", "Тайна", "Наставников", "HYPERLINK"):
            assert secret not in text
        assert "Математика" in text
    sent = len(someone.from_bot)
    wanted = RegistryTaken(
        organization_id=school.id, role=Role.MENTEE, partition=Partition.TEACHER, grade=Grade.FULL
    )
    await someone.taps_data(wanted.pack(), someone.from_bot[-1])
    assert not any(one.message.document for one in someone.from_bot[sent:])


async def test_what_fewer_than_five_share_is_not_shown(world: World, school: School) -> None:
    await members(world, school.id, total=6)

    def stand_out(session: Session) -> None:
        one = session.scalars(
            select(Membership).join(Membership.person).where(Person.last_name == "Секретоваг")
        ).one()
        one.profile = {"subject": "chemistry", "difficulties": ["discipline"], "experience_years": 30}

    await world.write(stand_out)
    editor = await world.member(school.id, Role.EDITOR, last="Сайтова")
    rows = await takes(editor, school.id, Grade.ANONYMOUS)
    assert "Химия" not in rows
    assert "скрыто" in rows
    assert rows.count("Математика") == 5
    mentors = await takes(editor, school.id, Grade.ANONYMOUS, Role.MENTOR)
    assert "Физика" not in mentors
    numbers = await takes(editor, school.id, Grade.NUMBERS)
    assert "Химия | меньше 5" in numbers
    assert "Математика | 5" not in numbers, "the total would tell how many teach chemistry"
    few = await takes(editor, school.id, Grade.NUMBERS, Role.MENTOR)
    assert "Всего |  | меньше 5" in few


@pytest.mark.requirement("P-bank-1")
async def test_a_coordinator_gets_all_schools_below_in_one_file_without_names(world: World) -> None:
    def found(session: Session) -> int:
        return factories.make_organization(session, name="Район", kind=OrganizationKind.MUNICIPALITY).id

    municipality = await world.write(found)
    first = await world.school("Школа Альфа", parent_id=municipality)
    second = await world.school("Школа Бета", parent_id=municipality)
    apart = await world.school("Школа Чужая")
    for one in (first, second, apart):
        await members(world, one.id)
    coordinator = await world.member(municipality, Role.COORDINATOR, last="Главная")
    await coordinator.sends("/menu")
    await coordinator.taps("Реестры")
    assert "данные всех школ" in coordinator.screen.text
    rows = await takes(coordinator, municipality, Grade.ANONYMOUS)
    assert "Школа Альфа" in rows
    assert "Школа Бета" in rows
    assert "Чужая" not in rows
    assert "Секретов" not in rows
    numbers = await takes(coordinator, municipality, Grade.NUMBERS)
    assert "Всего |  | 12" in numbers
    sent = len(coordinator.from_bot)
    for place, grade in ((municipality, Grade.FULL), (first.id, Grade.FULL), (first.id, Grade.ANONYMOUS)):
        wanted = RegistryTaken(
            organization_id=place, role=Role.MENTEE, partition=Partition.TEACHER, grade=grade
        )
        await coordinator.taps_data(wanted.pack(), coordinator.from_bot[-1])
    assert not any(one.message.document for one in coordinator.from_bot[sent:])


# ---- an order


@pytest.mark.requirement("G-2.1")
async def test_a_registry_is_approved_by_an_order_and_stays_as_it_stood(world: World, school: School) -> None:
    await members(world, school.id)
    curator = school.curator
    await opens_desk(curator)
    await curator.taps("Наставляемые, педагоги")
    await curator.taps("Утвердить приказом")
    assert "В реестре 6 человек" in curator.screen.text
    await curator.sends("№ 44-о")
    await world.restart()
    await curator.sends("завтра или послезавтра")
    assert "Не понял дату" in curator.screen.text
    await curator.sends("01.09.2026")
    assert "Реестр утверждён" in curator.screen.text
    assert "приказом № 44-о от 01.09.2026" in curator.screen.text
    (snapshot,) = await world.read(lambda session: list(session.scalars(select(RegistrySnapshot))))
    (act,) = await world.read(lambda session: list(session.scalars(select(LocalAct))))
    assert (act.kind, act.number, act.id) == ("registry_order", "44-о", snapshot.act_id)
    full = file_under(curator, "Контрольная сумма файла")
    assert hashlib.sha256(full).hexdigest() == snapshot.sha256
    assert "Секретоваб Тайна" in whole_text(full)
    assert len(snapshot.rows) == 6
    assert "Секретов" not in str(snapshot.rows)
    assert "Тайна" not in str(snapshot.rows)
    await members(world, school.id, total=2)
    editor = await world.member(school.id, Role.EDITOR, last="Сайтова")
    await editor.sends("/menu")
    await editor.taps("Реестры")
    await editor.taps("Утверждённые реестры")
    await editor.taps("№ 44-о")
    await editor.taps("Обезличенный список")
    text = whole_text(editor.downloads(editor.from_bot[-1]))
    assert text.count("Математика") == 6
    assert "Секретов" not in text


async def test_an_approval_of_today_a_double_tap_and_a_strangers_snapshot(
    world: World, school: School
) -> None:
    other = await world.school("Школа № 2")
    await members(world, school.id)
    curator = school.curator
    await opens_desk(curator)
    await curator.taps("Наставники, педагоги")
    await curator.taps("Утвердить приказом")
    await curator.sends("7")
    shown, data = curator.screen, await _button(curator, "rg_ad")
    await curator.taps_data(data, shown)
    await curator.taps_data(data, shown)
    assert await count(world, RegistrySnapshot) == 1
    await other.curator.taps_data(SnapshotTaken(snapshot_id=1).pack(), other.curator.from_bot[-1])
    assert not any(one.message.document for one in other.curator.from_bot)


@pytest.mark.requirement("G-2.1")
async def test_in_september_a_school_that_was_there_before_is_reminded_once(world: World) -> None:
    long_ago = factories.NOW - timedelta(days=300)
    school = await world.school(created_at=long_ago)
    young = await world.school("Школа № 2")
    for one in (school, young):
        await members(world, one.id)
    await world.advance(days=3)
    assert len(heard(school.curator, "Сентябрь: реестры")) == 1
    assert heard(young.curator, "Сентябрь: реестры") == []
    await school.curator.taps(
        "Открыть реестры", next(sent for sent in school.curator.from_bot if "Сентябрь" in sent.text)
    )
    assert "Реестры" in school.curator.screen.text


async def test_whoever_has_approved_in_september_is_not_reminded(world: World) -> None:
    school = await world.school(created_at=datetime(2025, 10, 1, tzinfo=UTC))
    await members(world, school.id)

    def approve(session: Session) -> None:
        session.add(
            RegistrySnapshot(
                organization_id=school.id,
                role=Role.MENTOR,
                partition=Partition.TEACHER,
                rows=[],
                sha256="0" * 64,
                taken_at=factories.NOW,
            )
        )

    await world.write(approve)
    await world.advance(days=3)
    assert heard(school.curator, "Сентябрь: реестры") == []


# ---- mentors for a programme


async def mentors(world: World, organization_id: int) -> dict[str, int]:
    def make(session: Session) -> dict[str, int]:
        organization = session.get_one(Organization, organization_id)
        profiles = {
            "Подходящая": {"subject": "mathematics", "strengths": ["discipline", "assessment"]},
            "Половинная": {"subject": "physics", "strengths": ["discipline"]},
            "Далёкая": {"subject": "physics", "strengths": []},
        }
        made = {
            last: factories.make_person(session, Role.MENTOR, organization, last=last, profile=profile).id
            for last, profile in profiles.items()
        }
        factories.make_person(
            session, Role.MENTOR, organization, last="Уставшая", status=MembershipStatus.PAUSED
        )
        return made

    return await world.write(make)


async def ranks(curator: Someone) -> None:
    await opens_desk(curator)
    await curator.taps("Подбор под программу")
    await curator.taps("Подобрать наставников")
    await curator.taps("Учитель – учитель")
    await curator.taps("Математика")
    await curator.taps("Дисциплина на уроке")
    await curator.taps("Показать наставников")


@pytest.mark.requirement("L-3-1")
async def test_mentors_are_ranked_for_a_programme_and_kept_as_a_list(world: World, school: School) -> None:
    ids = await mentors(world, school.id)
    curator = school.curator
    await ranks(curator)
    text = curator.screen.text
    assert text.index("Анна Сергеевна П.") < text.index("Анна Сергеевна Д.")
    assert "нужный предмет: Математика" in text
    assert "может помочь: Дисциплина на уроке" in text
    assert "У." not in text
    await curator.taps("Анна Сергеевна П.")
    await curator.taps("▫️ Анна Сергеевна П.")
    await world.restart()
    await curator.taps("Сохранить список: 2")
    await curator.sends("Программа <адаптации>")
    assert "Список сохранён" in curator.screen.text
    assert "Программа <адаптации>" in curator.screen.text
    (kept,) = await world.read(lambda session: [one.id for one in session.scalars(select(Shortlist))])

    def pause(session: Session) -> None:
        session.get_one(Membership, ids["Подходящая"]).status = MembershipStatus.PAUSED

    await world.write(pause)
    await curator.taps_data(ShortlistOpened(shortlist_id=kept).pack(), curator.screen)
    assert "Сейчас не участвуют и не показаны: 1" in curator.screen.text
    assert "нужный предмет" not in curator.screen.text
    await curator.taps("Удалить список")
    await curator.taps("Да, удалить")
    assert "Список удалён" in curator.screen.text
    assert await count(world, Shortlist) == 0


async def test_a_list_of_mentors_is_for_those_who_decide_there(world: World, school: School) -> None:
    await mentors(world, school.id)
    curator = school.curator
    await ranks(curator)
    await curator.taps("Анна Сергеевна П.")
    await curator.taps("Сохранить список: 1")
    await curator.sends("Моя программа")
    other = await world.school("Школа № 2")
    editor = await world.member(school.id, Role.EDITOR)
    for stranger in (other.curator, editor):
        await stranger.taps_data(ShortlistOpened(shortlist_id=1).pack(), stranger.from_bot[-1])
        await stranger.taps_data("rg_lr:1", stranger.from_bot[-1])
        await stranger.taps_data(f"rg_l:{school.id}:0", stranger.from_bot[-1])
        assert heard(stranger, "Моя программа") == []
    assert await count(world, Shortlist) == 1


async def test_old_buttons_of_a_choice_change_nothing(world: World, school: School) -> None:
    await mentors(world, school.id)
    curator = school.curator
    await ranks(curator)
    stale, data = curator.screen, await _button(curator, "rg_nm")
    await opens_desk(curator)
    await curator.taps_data(data, stale)
    await curator.sends("Название без списка")
    assert await count(world, Shortlist) == 0
