"""Every role's way in, with a link and without one; links that no longer work; administrators who make
organisations; one person in several roles.
"""

from __future__ import annotations

from io import BytesIO

import pytest
from aiogram.types import InlineKeyboardMarkup
from docx import Document
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import (
    AuditRecord,
    Consent,
    ConsentStatus,
    Form,
    Invitation,
    Membership,
    MembershipStatus,
    Organization,
    Person,
    Role,
)
from models.organization import OrganizationKind
from sandbox.telegram import Person as Human
from tests.scenarios.test_joining import answer_as_mentee
from tests.support import factories
from tests.support.world import ADMIN_ID, World, membership_of

PLURALS = {
    Role.COUNCIL: "В совет наставников",
    Role.PSYCHOLOGIST: "Психолога",
    Role.TUTOR: "Тьютора",
    Role.EDITOR: "Редактора сайта",
    Role.CURATOR: "Куратора",
    Role.COORDINATOR: "Координатора",
    Role.OPERATOR: "Оператора",
}


def code_on(human: Human) -> str:
    """The code of the link on the screen."""
    return human.screen.text.partition("start=")[2].split()[0]


def head_link_on(human: Human) -> str:
    return human.screen.text.partition("Для руководителя:")[2].partition("start=")[2].split()[0]


def found(human: Human) -> str:
    return "\n".join(str(one) for one in human.buttons)


def data_of(human: Human, label: str) -> str:
    """What the button of this label sends: to press it again when the screen has changed."""
    markup = human.screen.message.reply_markup
    assert isinstance(markup, InlineKeyboardMarkup)
    buttons = [one for row in markup.inline_keyboard for one in row]
    return next(one.callback_data or "" for one in buttons if label in one.text)


async def comes_in(human: Human, code: str, name: str = "Иванова Нина Петровна") -> None:
    """By a link that admits by itself: language, consent, name."""
    await human.starts(code)
    await human.taps("Русский")
    await human.taps("Даю согласие")
    await human.sends(name)
    await human.taps("Отправить")


async def organization(world: World, name: str, kind: OrganizationKind, parent: int | None = None) -> int:
    def make(session: Session) -> int:
        return factories.make_organization(session, name=name, kind=kind, parent_id=parent).id

    return await world.write(make)


def count(session: Session, kind: type) -> int:
    return session.scalar(select(func.count()).select_from(kind)) or 0


# -- by a link


@pytest.mark.requirement("N-1.2-3")
@pytest.mark.parametrize("role", [Role.COUNCIL, Role.PSYCHOLOGIST, Role.TUTOR, Role.EDITOR])
async def test_the_curator_invites_those_who_help_and_they_are_in_at_once(world: World, role: Role) -> None:
    school = await world.school()
    await school.curator.taps("Пригласить коллег")
    await school.curator.taps(PLURALS[role])
    code = code_on(school.curator)
    nina, late = world.newcomer("Нина"), world.newcomer("Опоздавший")
    await comes_in(nina, code)
    membership = await world.read(membership_of, nina.id)
    assert (membership.role, membership.status) == (role, MembershipStatus.ACTIVE)
    await nina.sends("/menu")
    assert "Здравствуйте, Нина Петровна" in nina.screen.text
    await nina.sends("/help")
    assert "Что вы можете сделать" in nina.screen.text
    await late.starts(code)
    assert "уже вошли все" in late.screen.text


async def test_a_head_invites_a_curator_and_a_curator_can_not(world: World) -> None:
    school = await world.school()
    await school.curator.taps("Пригласить коллег")
    assert "Куратора" not in found(school.curator)
    await school.head.taps("Пригласить коллег")
    await school.head.taps("Куратора")
    nina = world.newcomer("Нина")
    await comes_in(nina, code_on(school.head))
    assert "роль — куратор" in nina.screen.text


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        (Role.COORDINATOR, OrganizationKind.MUNICIPALITY),
        (Role.OPERATOR, OrganizationKind.REGION),
    ],
)
async def test_those_above_the_schools_invite_their_own_kind(
    world: World, role: Role, kind: OrganizationKind
) -> None:
    place = await organization(world, "Управление образования", kind)
    first = await world.member(place, role)
    await first.taps("Пригласить коллег")
    await first.taps(PLURALS[role])
    nina = world.newcomer("Нина")
    await comes_in(nina, code_on(first))
    await nina.sends("/menu")
    assert "Территория" in found(nina)


async def test_a_coordinator_makes_a_school_and_its_head_comes_in(world: World) -> None:
    place = await organization(world, "Район", OrganizationKind.MUNICIPALITY)
    coordinator = await world.member(place, Role.COORDINATOR)
    await coordinator.taps("Территория")
    await coordinator.taps("Школы и ссылки")
    await coordinator.taps("Добавить школу")
    await coordinator.sends("Школа № 12")
    spoilt = head_link_on(coordinator)
    await coordinator.taps("Отозвать и сделать новые")
    assert "больше не войти" in coordinator.screen.text
    head_code = head_link_on(coordinator)
    igor = world.newcomer("Игорь")
    await igor.starts(spoilt)
    assert "Эту ссылку отозвали" in igor.screen.text
    pavel = world.newcomer("Павел")
    await comes_in(pavel, head_code, "Смирнов Павел Олегович")
    membership = await world.read(membership_of, pavel.id)
    assert (membership.role, membership.status) == (Role.HEAD, MembershipStatus.ACTIVE)


@pytest.mark.requirement("N-1.2-3", "P-doc-3")
async def test_a_partner_gives_a_curator_and_the_agreement_stands_in_the_register(world: World) -> None:
    school = await world.school()
    head = school.head
    await head.taps("Настройки")
    await head.taps("Партнёры")
    await head.taps("Добавить партнёра")
    await head.sends("Педагогический колледж")
    assert "Партнёр добавлен" in head.screen.text
    own = code_on(head)
    await head.taps("Открыть карточку")
    assert "Соглашение ещё не записано" in head.screen.text
    await head.taps("Бланк соглашения")
    document = Document(BytesIO(head.downloads()))
    text = "\n".join(one.text for one in document.paragraphs)
    assert "Педагогический колледж" in text
    assert "Школа № 1" in text
    await head.taps("Назад")
    await head.taps("Записать подписанное соглашение")
    await head.sends("17-С")
    await world.restart()
    await head.sends("когда-нибудь")
    await head.sends("01.09.2026")
    assert "Соглашение № 17-С от 01.09.2026" in head.screen.text

    await head.sends("/menu")
    await head.taps("Локальные акты")
    assert "17-С" in head.screen.text
    await head.sends("/menu")
    await head.taps("Пригласить коллег")
    await head.taps("Куратора")
    await head.taps("Ещё одна ссылка")
    await head.taps("Педагогический колледж")
    await head.taps("7 дней")
    assert "Для сотрудников партнёра: Педагогический колледж" in head.screen.text
    nina, olga = world.newcomer("Нина"), world.newcomer("Ольга")
    await comes_in(nina, code_on(head))
    membership = await world.read(membership_of, nina.id)
    assert membership.role == Role.CURATOR
    assert membership.organization_id == school.id

    def affiliation(session: Session) -> str:
        row = session.get_one(Membership, membership.id)
        return row.affiliation.name if row.affiliation else ""

    assert await world.read(affiliation) == "Педагогический колледж"
    await comes_in(olga, own, "Лаптева Ольга Юрьевна")
    own_place = await world.read(membership_of, olga.id)
    assert own_place.organization_id != school.id
    assert own_place.role == Role.CURATOR


# -- the links of a curator


async def test_a_link_with_other_places_and_another_term(world: World) -> None:
    school = await world.school()
    curator = school.curator
    await curator.taps("Пригласить коллег")
    await curator.taps("Наставляемых")
    first = code_on(curator)
    await curator.taps("Ещё одна ссылка")
    assert "Сколько человек" in curator.screen.text
    await curator.sends("две тысячи")
    assert "число от 1 до 1" in curator.screen.text
    await curator.sends("2001")
    await world.restart()
    await curator.sends("3")
    assert "Сколько времени" in curator.screen.text
    asked = data_of(curator, "7 дней")
    await curator.taps("7 дней")
    assert "Осталось мест: 3" in curator.screen.text
    second = code_on(curator)
    await curator.taps_data(asked)
    assert code_on(curator) == second
    assert second != first
    await curator.taps("Назад")
    await curator.taps("Действующие ссылки · 2")
    assert "мест: 3" in found(curator)
    assert "мест: 50" in found(curator)


async def test_a_link_as_a_picture_and_as_a_sheet(world: World) -> None:
    school = await world.school()
    curator = school.curator
    await curator.taps("Пригласить коллег")
    await curator.taps("Наставников")
    shown, url = curator.screen, "https://t.me/mentoring_test_bot?start=" + code_on(curator)
    await curator.taps("QR-код")
    picture = curator.downloads()
    assert picture.startswith(b"\x89PNG")
    await curator.taps("Лист для учительской", shown)
    data = curator.downloads()
    document = Document(BytesIO(data))
    text = "\n".join(one.text for one in document.paragraphs)
    assert url in text
    assert "Школа № 1" in text
    assert "@mentoring_test_bot" in text
    assert len(document.inline_shapes) == 1
    await curator.taps("Назад")
    assert "Ссылка-приглашение" in curator.screen.text


@pytest.mark.requirement("T-3.9-0")
async def test_how_many_pairs_one_curator_has_is_shown_where_curators_are_invited(world: World) -> None:
    school = await world.school()
    mentor = await world.member(school.id, Role.MENTOR, first="Игорь", capacity=3)
    for name in ("Вера", "Анна", "Ольга"):
        await world.pair(mentor, await world.member(school.id, Role.MENTEE, first=name))
    await school.head.taps("Пригласить коллег")
    assert "Кураторов: 1. Действующих пар: 3, на одного куратора — до 3" in school.head.screen.text
    await world.member(school.id, Role.CURATOR, first="Нина")
    await school.head.sends("/menu")
    await school.head.taps("Пригласить коллег")
    assert "Кураторов: 2. Действующих пар: 3, на одного куратора — до 2" in school.head.screen.text


async def test_links_that_no_longer_work_say_why_and_what_to_do(world: World) -> None:
    school = await world.school()
    await school.curator.taps("Пригласить коллег")
    await school.curator.taps("Наставляемых")
    revoked = code_on(school.curator)
    await school.curator.taps("Отозвать ссылку")
    asked = data_of(school.curator, "Отозвать ссылку")
    await school.curator.taps("Отозвать ссылку")
    await school.curator.taps_data(asked)
    assert "уже неактуальна" in school.curator.toasts[-1].text
    old = await world.invitation(school.id, Role.MENTEE)
    spent = await world.invitation(school.id, Role.MENTEE, places=0)
    await world.advance(days=31)
    for code, words in (
        (revoked, "отозвали"),
        (old, "Срок этого приглашения истёк"),
        (spent, "уже вошли все"),
        ("nonsense", "Такого приглашения нет"),
        (old[:-1] + "_", "Такого приглашения нет"),
    ):
        human = world.newcomer("Гость")
        await human.starts(code)
        assert words in human.screen.text
        assert "/start" in human.screen.text
    assert await world.read(count, Person) == 2


async def test_two_people_with_one_link_at_once(world: World) -> None:
    school = await world.school()
    code = await world.invitation(school.id, Role.MENTOR, places=1)
    igor, oleg = world.newcomer("Игорь"), world.newcomer("Олег")
    for human in (igor, oleg):
        await human.starts(code)
        await human.taps("Русский")
    await igor.taps("Даю согласие")
    await oleg.taps("Даю согласие")
    assert "1 из" in igor.screen.text
    assert "уже вошли все" in oleg.toasts[-1].text
    again = igor.from_bot[-2]
    await igor.taps("Даю согласие", again)
    assert "уже неактуальна" in igor.toasts[-1].text
    memberships = await world.read(lambda session: session.scalars(select(Membership.person_id)).all())
    assert len(memberships) == 3


async def test_somebody_elses_links_are_not_shown_or_revoked(world: World) -> None:
    one, two = await world.school(), await world.school("Школа № 2")
    await one.curator.taps("Пригласить коллег")
    await one.curator.taps("Наставляемых")
    link = one.curator.screen
    number = (await world.read(lambda session: session.scalars(select(Invitation.id)).all()))[0]
    await two.curator.taps("Пригласить коллег")
    for data in (
        f"jn_one:{number}",
        f"jn_qr:{number}",
        f"jn_sht:{number}",
        f"jn_revk:{number}",
        f"jn_live:{one.id}:0",
    ):
        await two.curator.taps_data(data)
        assert "недоступно" in two.curator.toasts[-1].text
    await one.curator.taps("QR-код", link)
    assert one.curator.screen.message.photo


# -- without a link


async def test_a_stranger_finds_the_school_and_the_curator_decides(world: World) -> None:
    municipality = await organization(world, "Район", OrganizationKind.MUNICIPALITY)
    school = await world.school("МБОУ «Гимназия №7 имени Ёлкина»", parent_id=municipality)
    await world.school("Гимназия № 17")
    vera = world.telegram.add_person("Вера", "Секретова", username="secretova")
    await vera.starts()
    await vera.taps("Найти школу")
    await vera.sends("гимназия 7 елкина")
    assert "найдено: 1" in vera.screen.text
    await vera.taps("Гимназия №7")
    assert await world.read(count, Person) == 4

    await vera.taps("Я ученик")
    assert "личной ссылке" in vera.screen.text
    assert await world.read(count, Person) == 4
    await vera.taps("Назад")
    await vera.taps("мне нужен наставник")
    await world.restart()
    await vera.taps("Русский")
    assert "Вы хотите участвовать" in vera.screen.text

    def stored(session: Session) -> tuple[str, str | None, int, list[str | None]]:
        person = session.scalars(select(Person).where(Person.chat_id == vera.id)).one()
        mine = select(Membership).where(Membership.person_id == person.id)
        forms = session.scalars(select(Form.state)).all()
        return person.full_name, person.language, len(session.scalars(mine).all()), list(forms)

    assert await world.read(stored) == ("", None, 0, [])
    await vera.taps("Даю согласие")
    await answer_as_mentee(vera)
    await vera.taps("Отправить")
    assert "Новая анкета" in school.curator.screen.text
    await school.curator.taps("Одобрить")
    membership = await world.read(membership_of, vera.id)
    assert (membership.organization_id, membership.status) == (school.id, MembershipStatus.ACTIVE)
    consent = await world.read(
        lambda session: session.scalars(select(Consent).order_by(Consent.id.desc())).first()
    )
    assert consent is not None
    assert (consent.invitation_id, consent.role, consent.status) == (None, Role.MENTEE, ConsentStatus.GIVEN)


async def test_many_schools_are_paged_and_nothing_typed_is_kept(world: World) -> None:
    for number in range(1, 12):
        await world.school(f"Школа № {number}")
    igor = world.newcomer("Игорь")
    await igor.starts()
    await igor.taps("Найти школу")
    await igor.sends("!!!")
    assert "буквами" in igor.screen.text
    await igor.sends("лицей")
    assert "ничего не нашлось" in igor.screen.text
    await igor.sends("школа")
    assert "найдено: 11" in igor.screen.text
    await igor.taps("‹")
    assert not igor.toasts[-1].text
    await igor.taps("›")
    assert "2 / 2" in found(igor)
    forms = await world.read(lambda session: session.scalars(select(Form.data)).all())
    assert all("школа" not in str(one) for one in forms)
    await igor.taps("Искать ещё раз")
    await igor.sends("1")
    assert "найдено: 1" in igor.screen.text


async def test_one_question_at_a_time_and_an_older_button_is_stale(world: World) -> None:
    await world.school()
    two = await world.school("Школа № 2")
    vera, older = world.newcomer("Вера"), ""
    for number in ("1", "2"):
        await vera.starts()
        if number == "2":
            await vera.taps("Не даю согласия")
            await vera.taps("Найти свою школу")
        else:
            await vera.taps("Найти школу")
        await vera.sends(number)
        await vera.taps(f"Школа № {number}")
        await vera.taps("мне нужен наставник")
        if number == "1":
            await vera.taps("Русский")
            older = data_of(vera, "Даю согласие")
    assert "Школа № 2" in vera.screen.text
    consents = await world.read(
        lambda session: session.scalars(
            select(Consent.organization_id).where(Consent.status == ConsentStatus.ASKED)
        ).all()
    )
    assert list(consents) == [two.id]
    # The language was chosen before: the document of the other school is shown at once.
    await vera.taps_data(older)
    assert "уже неактуальна" in vera.toasts[-1].text
    await vera.taps("Даю согласие")
    assert "1 из" in vera.screen.text


async def test_a_school_without_anybody_who_decides_is_not_found(world: World) -> None:
    await organization(world, "Школа № 5", OrganizationKind.SCHOOL)
    await organization(world, "Район № 5", OrganizationKind.MUNICIPALITY)
    vera = world.newcomer("Вера")
    await vera.starts()
    await vera.taps("Найти школу")
    await vera.sends("5")
    assert "ничего не нашлось" in vera.screen.text
    await vera.taps_data("jn_ask:1:mentee")
    assert "уже неактуальна" in vera.toasts[-1].text
    await vera.taps_data("jn_ask:1:head")
    assert await world.read(count, Person) == 0


async def test_nobody_asks_for_a_role_that_is_given_by_a_link_only(world: World) -> None:
    school = await world.school()
    vera = world.newcomer("Вера")
    await vera.starts()
    for role in ("curator", "head", "parent", "operator"):
        await vera.taps_data(f"jn_ask:{school.id}:{role}")
        assert "уже неактуальна" in vera.toasts[-1].text
    assert await world.read(count, Person) == 2


# -- several roles


@pytest.mark.requirement("N-1.2-1")
async def test_a_member_takes_one_more_role_and_switches_between_them(world: World) -> None:
    one, two = await world.school(), await world.school("Школа № 2")
    igor = await world.member(one.id, Role.MENTOR, last="Кузнецов", first="Игорь", patronymic="Андреевич")
    await igor.taps("Мои роли")
    assert "наставник — Школа № 1: участвует" in igor.screen.text
    await igor.taps("Ещё одна роль или школа")
    await igor.sends("школа 2")
    await igor.taps("Школа № 2")
    await igor.taps("мне нужен наставник")
    assert "Школа № 2" in igor.screen.text
    await igor.taps("Даю согласие")
    await answer_as_mentee(igor, "Кузнецов Игорь Андреевич")
    await igor.taps("Отправить")
    await two.curator.taps("Одобрить")
    await igor.sends("/menu")
    await igor.taps("Показывать: всё сразу")
    everything, somebody_elses = data_of(igor, "Всё сразу"), "rc_sh:1"
    await igor.taps("наставник · Школа № 1")
    assert "наставник, Школа № 1" in igor.screen.text
    await igor.sends("/help")
    assert "Наставнику." in igor.screen.text
    assert "Наставляемому." not in igor.screen.text
    await world.restart()
    await igor.sends("/menu")
    assert "Показывать: наставник" in found(igor)
    await igor.taps_data(everything)
    assert "Показывать: всё сразу" in found(igor)
    await igor.taps_data(somebody_elses)
    assert "уже неактуальна" in igor.toasts[-1].text


async def test_the_button_of_a_notice_works_whichever_role_is_shown(world: World) -> None:
    one, two = await world.school(), await world.school("Школа № 2")
    await world.write(lambda session: _also(session, one.curator.id, two.id, Role.MENTOR))
    await one.curator.sends("/menu")
    await one.curator.taps("Показывать: всё сразу")
    await one.curator.taps("наставник · Школа № 2")
    assert "Входящие" not in found(one.curator)
    vera = world.newcomer("Вера")
    await vera.starts(await world.invitation(one.id, Role.MENTEE))
    await vera.taps("Русский")
    await vera.taps("Даю согласие")
    await answer_as_mentee(vera)
    await vera.taps("Отправить")
    await one.curator.taps("Одобрить")
    assert "Одобрено" in one.curator.screen.text


def _also(session: Session, chat_id: int, organization_id: int, role: Role) -> None:
    person = session.scalars(select(Person).where(Person.chat_id == chat_id)).one()
    session.add(
        Membership(
            person_id=person.id,
            organization_id=organization_id,
            role=role,
            status=MembershipStatus.ACTIVE,
            profile={},
            capacity=1,
            created_at=factories.NOW,
        )
    )


# -- the administrators


def admin(world: World) -> Human:
    """Somebody named in the settings, who takes part in nothing."""
    return world.telegram.add_person("Админ", id=ADMIN_ID)


async def test_an_administrator_founds_a_tree_from_the_chat(world: World) -> None:
    human = admin(world)
    await human.sends("/found")
    await human.taps("Создать регион")
    await human.taps("Москва")
    await human.sends("Край (вымышленный)")
    assert "Создано: Край" in human.screen.text
    assert "Для регионального оператора" in human.screen.text
    operator_code = code_on(human)
    await human.sends("/found")
    await human.taps("Создать школу")
    assert "Кому она подчиняется" in human.screen.text
    await human.taps("Край")
    await human.taps("Екатеринбург")
    await world.restart()
    await human.sends("\u200b")
    assert "Ответ пустой" in human.screen.text
    await human.sends("Школа № 3")
    assert "Для руководителя" in human.screen.text

    def stored(session: Session) -> list[tuple[str, str, str, int | None]]:
        rows = session.scalars(select(Organization).order_by(Organization.id))
        return [(one.name, one.kind.value, one.timezone, one.parent_id) for one in rows]

    assert await world.read(stored) == [
        ("Край (вымышленный)", "region", "Europe/Moscow", None),
        ("Школа № 3", "school", "Asia/Yekaterinburg", 1),
    ]
    assert await world.read(count, Person) == 0
    nina = world.newcomer("Нина")
    await comes_in(nina, operator_code)
    assert "региональный оператор" in nina.screen.text
    acts = await world.read(lambda session: list(session.scalars(select(AuditRecord.act))))
    assert acts.count("organization.made") == 2


async def test_an_administrator_replaces_a_head_who_stopped_coming(world: World) -> None:
    school = await world.school()
    human = admin(world)
    await human.sends("/found")
    await human.taps("Все организации")
    await human.taps("Школа № 1")
    spoilt = head_link_on(human)
    await human.taps("Отозвать и сделать новые")
    code = head_link_on(human)
    assert code != spoilt
    nina = world.newcomer("Нина")
    await comes_in(nina, code)
    heads = await world.read(
        lambda session: session.scalars(
            select(Membership.id).where(Membership.organization_id == school.id, Membership.role == Role.HEAD)
        ).all()
    )
    assert len(heads) == 2


async def test_found_is_for_administrators_only(world: World) -> None:
    school = await world.school()
    stranger = world.newcomer("Гость")
    await stranger.sends("/found")
    assert "школьной программы наставничества" in stranger.screen.text
    await school.head.sends("/found")
    assert "Не понял вас" in school.head.screen.text
    for data in ("fo", "fo_t:0", f"fo_l:{school.id}", f"fo_r:{school.id}", "fo_z:region:0:1"):
        await school.head.taps_data(data)
        assert "уже неактуальна" in school.head.toasts[-1].text
        await stranger.taps_data(data)
    await school.head.sends("Новая школа")
    assert await world.read(count, Organization) == 1


# -- the settings


async def test_the_head_changes_settings_and_every_change_leaves_a_trace(world: World) -> None:
    school = await world.school()
    head = school.head
    await head.taps("Настройки")
    await head.taps("ИНН")
    await head.sends("7707083894")
    assert "не похоже на ИНН" in head.screen.text
    await world.restart()
    await head.sends("7707083893")
    assert "Сохранено" in head.screen.text
    assert "7707083893" in head.screen.text
    await head.taps("Назад")
    await head.taps("утверждает руководитель")
    await head.taps("да")
    assert "Сейчас: да" in head.screen.text
    await head.taps("да")
    await head.taps("Назад")
    await head.taps("Тихие часы")
    await head.sends("22:00 – 6:00")
    assert "с 22:00 до 6:00" in head.screen.text
    await head.taps("Назад")
    await head.taps("›")
    await head.taps("›")
    await head.taps("Месяц обновления")
    await head.taps("октябрь")

    def stored(session: Session) -> tuple[str, bool, int, int, int]:
        one = session.get_one(Organization, school.id)
        return one.tax_number, one.head_approves, one.quiet_from_hour, one.quiet_until_hour, one.review_month

    assert await world.read(stored) == ("7707083893", True, 22, 6, 10)
    acts = await world.read(lambda session: list(session.scalars(select(AuditRecord.act))))
    assert [one for one in acts if one.startswith("setting.")] == [
        "setting.tax_number",
        "setting.head_approves",
        "setting.quiet_hours",
        "setting.review_month",
    ]


async def test_settings_are_changed_by_those_who_may_and_to_what_is_offered(world: World) -> None:
    school, other = await world.school(), await world.school("Школа № 2")
    mentor = await world.member(school.id, Role.MENTOR)
    await school.curator.taps_data(f"st_v:{school.id}:head_approves:1")
    assert "недоступно" in school.curator.toasts[-1].text
    for human in (mentor, other.head):
        await human.taps_data(f"st_v:{school.id}:files_in_chat:0")
        assert "недоступно" in human.toasts[-1].text
    for data in ("files_in_chat:2", "timezone:Mars", "review_month:13", "name:x"):
        await school.head.taps_data(f"st_v:{school.id}:{data}")
        assert "уже неактуальна" in school.head.toasts[-1].text
    place = await organization(world, "Район", OrganizationKind.MUNICIPALITY)
    coordinator = await world.member(place, Role.COORDINATOR)
    await coordinator.taps("Настройки")
    assert "утверждает руководитель" not in found(coordinator)
    await coordinator.taps("›")
    await coordinator.taps("Конец учебного года")
    await coordinator.sends("30.02")
    assert "день и месяц" in coordinator.screen.text
    await coordinator.taps("30.06", coordinator.from_bot[-2])
    assert "Сохранено" in coordinator.screen.text
