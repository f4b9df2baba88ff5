"""Colleagues without Telegram: entered, answered for, linked without losing anything; and conclusions about
needs.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import (
    AttendanceReport,
    AuditRecord,
    Conclusion,
    Consent,
    ConsentChannel,
    ConsentKind,
    Invitation,
    Meeting,
    MeetingStatus,
    Membership,
    MembershipStatus,
    Mentorship,
    MentorshipStatus,
    Occurrence,
    Role,
)
from models import Person as StoredPerson
from sandbox.telegram import Person
from tests.support import factories
from tests.support.world import World, membership_of

VERA = "Вера Павловна С. · без Telegram"
MENTOR = "Олег Ильич Л."


@dataclass
class Cast:
    school_id: int
    curator: Person
    head: Person
    mentor: Person


@pytest.fixture
async def cast(world: World) -> Cast:
    school = await world.school()
    mentor = await world.member(
        school.id,
        Role.MENTOR,
        last="Лебедев",
        first="Олег",
        patronymic="Ильич",
        approved_at=world.clock.now(),
    )
    return Cast(school.id, school.curator, school.head, mentor)


async def enter(curator: Person, role: str = "наставляемый", name: str = "Соколова Вера Павловна") -> None:
    await curator.sends("/menu")
    await curator.taps("Люди")
    await curator.taps("Добавить коллегу без Telegram")
    await curator.taps(role, curator.screen)
    await curator.sends(name)
    await curator.sends("12-ПД")
    await curator.sends("01.09.2026")
    await curator.taps("Сохранить")


async def entered(world: World) -> Membership:
    """The colleague who was entered last."""

    def newest(session: Session) -> Membership:
        query = select(Membership).where(Membership.entered_by_id.is_not(None)).order_by(Membership.id.desc())
        return session.scalars(query.limit(1)).one()

    return await world.read(newest)


async def open_card(curator: Person, name: str) -> None:
    await curator.sends("/menu")
    await curator.taps("Люди")
    await curator.taps(name)


async def link_of(curator: Person) -> str:
    """The code of the personal link, from the card in view."""
    await curator.taps("Личная ссылка")
    return code_on(curator)


def code_on(curator: Person) -> str:
    return curator.screen.text.partition("start=")[2].split()[0]


async def pair_up(world: World, cast: Cast) -> int:
    """Vera and the mentor, by way of the curator, who answers for Vera."""
    await cast.curator.sends("/menu")
    for label in (
        "Ждут наставника",
        "Вера Павловна С.",
        "Подобрать наставника",
        MENTOR,
        "Предложить эту пару",
    ):
        await cast.curator.taps(label)
    await cast.mentor.taps("Согласиться")
    await cast.curator.sends("/menu")
    await cast.curator.taps("За коллег без Telegram")
    await cast.curator.taps("пара?")
    await cast.curator.taps("Согласие", cast.curator.screen)
    return await world.read(lambda session: session.scalars(select(Mentorship.id)).one())


async def acts(world: World, prefix: str) -> list[str]:
    query = select(AuditRecord.act).where(AuditRecord.act.startswith(prefix)).order_by(AuditRecord.id)
    return await world.read(lambda session: list(session.scalars(query)))


async def propose_meeting(person: Person) -> None:
    await person.sends("/menu")
    await person.taps("Встречи")
    await person.taps("Предложить встречу")
    await person.sends("09.09.2026 в 15:30")
    await person.taps("Место")
    await person.sends("Кабинет 12")
    await person.taps("Отправить предложение")


def data_of(person: Person, label: str) -> str:
    markup = person.screen.markup
    assert markup is not None
    found = [one for row in markup.inline_keyboard for one in row if label in one.text]
    return str(found[0].callback_data)


@pytest.mark.requirement("L-1-1")
async def test_a_colleague_without_telegram_is_entered_with_the_paper(world: World, cast: Cast) -> None:
    await enter(cast.curator)
    assert "Коллега добавлен" in cast.curator.screen.text
    vera = await entered(world)
    assert (vera.status, vera.role) == (MembershipStatus.ACTIVE, Role.MENTEE)
    assert vera.unpaired_since == world.clock.now()
    consent = await world.read(
        lambda session: session.scalars(select(Consent).where(Consent.person_id == vera.person_id)).one()
    )
    assert (consent.channel, consent.kind) == (ConsentChannel.PAPER, ConsentKind.PERSONAL_DATA)
    assert (consent.original_number, str(consent.original_dated_on)) == ("12-ПД", "2026-09-01")
    await cast.curator.taps("К карточке")
    assert VERA in cast.curator.screen.text
    assert "Данные внёс куратор" in cast.curator.screen.text
    await cast.curator.taps("Заполнить анкету")
    await cast.curator.taps("Физика")
    await cast.curator.taps("Дисциплина на уроке")
    await cast.curator.sends("Олимпиады")
    await cast.curator.taps("Готово")
    await cast.curator.taps("Сохранить")
    await cast.curator.taps("К карточке")
    assert "Дисциплина на уроке, Олимпиады" in cast.curator.screen.text


async def test_a_form_survives_a_restart_and_a_stale_button_saves_nothing(world: World, cast: Cast) -> None:
    await cast.curator.sends("/menu")
    await cast.curator.taps("Люди")
    await cast.curator.taps("Добавить коллегу без Telegram")
    await cast.curator.taps("наставник", cast.curator.screen)
    await cast.curator.sends("Соколова")
    assert "Нужны фамилия и имя" in cast.curator.screen.text
    await cast.curator.sends("Соколова Вера Павловна")
    await world.restart()
    await cast.curator.sends("7")
    await cast.curator.sends("01.09.2030")
    assert "Дата согласия может быть" in cast.curator.screen.text
    await cast.curator.sends("позавчера, кажется")
    assert "Не понял дату" in cast.curator.screen.text
    await cast.curator.sends("01.09.2026")
    save, shown = data_of(cast.curator, "Сохранить"), cast.curator.screen
    await cast.curator.taps("Сохранить")
    await cast.curator.taps_data(save, shown)
    count = await world.read(
        lambda session: session.scalar(
            select(func.count()).select_from(Membership).where(Membership.entered_by_id.is_not(None))
        )
    )
    assert count == 1
    assert (await entered(world)).capacity == 1

    await cast.curator.sends("/menu")
    await cast.curator.taps("Люди")
    await cast.curator.taps("Добавить коллегу без Telegram")
    await cast.curator.taps("наставник", cast.curator.screen)
    await cast.curator.sends("соколова вера павловна")
    assert "здесь уже участвует" in cast.curator.screen.text


@pytest.mark.requirement("N-6.2", "N-1.3-7")
async def test_the_curator_answers_a_proposal_and_the_other_side_sees_it(world: World, cast: Cast) -> None:
    await enter(cast.curator)
    await cast.curator.sends("/menu")
    for label in ("Ждут наставника", VERA, "Подобрать наставника", MENTOR, "Предложить эту пару"):
        await cast.curator.taps(label)
    # One word to the curators, and the number in their menus.
    assert "Спросите коллегу, согласен ли он" in cast.curator.screen.text
    await cast.head.sends("/menu")
    assert "За коллег без Telegram · 1" in str(cast.head.buttons)
    await cast.mentor.taps("Согласиться")
    yes = data_of(cast.curator, "Согласие")
    shown = cast.curator.screen
    await cast.curator.taps("Согласие", shown)
    assert "Согласие отмечено" in shown.text or "Пара сложилась" in cast.curator.screen.text
    status = await world.read(lambda session: session.scalars(select(Mentorship.status)).one())
    assert status == MentorshipStatus.ACTIVE
    assert VERA in cast.mentor.screen.text
    assert "ответ отметил куратор" in cast.mentor.screen.text
    await cast.curator.taps_data(yes, shown)
    assert await acts(world, "on_behalf.pair") == ["on_behalf.pair_accepted"]
    await cast.head.sends("/menu")
    assert "За коллег" not in str(cast.head.buttons)


async def test_a_no_for_a_colleague_comes_back_to_the_curators(world: World, cast: Cast) -> None:
    await enter(cast.curator)
    await cast.curator.sends("/menu")
    for label in ("Ждут наставника", VERA, "Подобрать наставника", MENTOR, "Предложить эту пару"):
        await cast.curator.taps(label)
    await cast.curator.taps("Отказ", cast.curator.screen)
    status = await world.read(lambda session: session.scalars(select(Mentorship.status)).one())
    assert status == MentorshipStatus.DECLINED
    assert "не действует" in cast.mentor.screen.text
    assert (await entered(world)).unpaired_since is not None


@pytest.mark.requirement("L-5-1")
async def test_the_curator_confirms_a_meeting_and_says_that_it_took_place(world: World, cast: Cast) -> None:
    await enter(cast.curator)
    await pair_up(world, cast)
    await propose_meeting(cast.mentor)
    assert "Спросите коллегу, удобно ли ему" in cast.curator.screen.text
    await cast.curator.taps("Придёт")
    assert "Ваше предложение принято" in cast.mentor.screen.text
    assert "ответ отметил он" in cast.mentor.screen.text
    await cast.curator.sends("/menu")
    assert "За коллег" not in str(cast.curator.buttons)

    await world.advance(days=9)
    assert "состоялась ли она" in " ".join(cast.curator.texts(5))
    await cast.mentor.taps("Состоялась")
    await cast.curator.sends("/menu")
    await cast.curator.taps("За коллег без Telegram · 1")
    await cast.curator.taps("была ли встреча")
    held = data_of(cast.curator, "Состоялась")
    await cast.curator.taps("Состоялась", cast.curator.screen)
    assert "встреча состоялась" in cast.curator.screen.text
    await cast.curator.taps_data(held)

    def stored(session: Session) -> tuple[MeetingStatus, int]:
        reports = session.scalar(select(func.count()).select_from(AttendanceReport)) or 0
        return session.scalars(select(Meeting.status)).one(), reports

    assert await world.read(stored) == (MeetingStatus.HELD, 2)
    assert await acts(world, "on_behalf.meeting") == ["on_behalf.meeting_confirmed", "on_behalf.meeting_held"]


async def test_nobody_answers_for_the_other_side_of_their_own_pair(world: World, cast: Cast) -> None:
    await enter(cast.curator)
    vera = await entered(world)

    def also_mentor(session: Session) -> int:
        person = session.scalars(select(StoredPerson).where(StoredPerson.chat_id == cast.curator.id)).one()
        mentor = Membership(
            person=person,
            organization_id=cast.school_id,
            role=Role.MENTOR,
            status=MembershipStatus.ACTIVE,
            profile={},
            capacity=1,
            created_at=world.clock.now(),
        )
        session.add(mentor)
        mentee = session.get_one(Membership, vera.id)
        return factories.make_pair(session, mentor, mentee, MentorshipStatus.PROPOSED).id

    pair_id = await world.write(also_mentor)
    await cast.curator.sends("/menu")
    assert "За коллег" not in str(cast.curator.buttons)
    await cast.curator.taps_data(f"pe_fa:pair:{pair_id}:{vera.id}:1")
    assert "недоступно" in cast.curator.toasts[-1].text
    other = await world.school("Школа № 2")
    await other.curator.taps_data(f"pe_fa:pair:{pair_id}:{vera.id}:1")
    assert "недоступно" in other.curator.toasts[-1].text
    status = await world.read(lambda session: session.get_one(Mentorship, pair_id).status)
    assert status == MentorshipStatus.PROPOSED


async def test_by_the_personal_link_a_colleague_comes_and_loses_nothing(world: World, cast: Cast) -> None:
    await enter(cast.curator)
    pair_id = await pair_up(world, cast)
    await propose_meeting(cast.mentor)
    vera = await entered(world)

    def give_duty(session: Session) -> int:
        member = session.get_one(Membership, vera.id)
        return factories.make_duty(session, member, due_on=world.clock.now().date(), now=world.clock.now()).id

    duty_id = await world.write(give_duty)
    await open_card(cast.curator, VERA)
    first = await link_of(cast.curator)
    await cast.curator.taps("Заменить ссылку")
    code = code_on(cast.curator)
    assert code != first

    human = world.newcomer("Вера")
    await human.starts(first)
    assert "ссылку отозвали" in human.screen.text
    await human.starts(code)
    await human.taps("Русский")
    await human.taps("Не даю согласия")
    assert (await entered(world)).person_id == vera.person_id
    chat = await world.read(lambda session: session.get_one(StoredPerson, vera.person_id).chat_id)
    assert chat is None
    await human.taps("Прочитать ещё раз")
    await human.taps("Даю согласие")
    await human.sends("/menu")
    assert "Мои пары" in str(human.buttons)
    await human.taps("Мои пары")
    assert MENTOR in str(human.buttons)
    await human.sends("/menu")
    await human.taps("Встречи")
    await human.taps("09.09")
    await human.taps("Подтвердить")
    assert "Ваше предложение принято" in cast.mentor.screen.text
    assert "без Telegram" not in cast.mentor.screen.text
    assert "теперь в Telegram" in " ".join(cast.curator.texts(5))

    def whole(session: Session) -> tuple[int, int, MentorshipStatus, list[int | None]]:
        people = session.scalar(
            select(func.count()).select_from(StoredPerson).where(StoredPerson.first_name == "Вера")
        )
        own = membership_of(session, human.id)
        responsible = session.get_one(Occurrence, duty_id).responsible
        pair = session.get_one(Mentorship, pair_id)
        return people or 0, own.id, pair.status, [one.chat_id for one in responsible]

    assert await world.read(whole) == (1, vera.id, MentorshipStatus.ACTIVE, [human.id])
    late = world.newcomer("Чужой")
    await late.starts(code)
    assert "Выберите язык" not in late.screen.text
    await cast.curator.sends("/menu")
    await cast.curator.taps("Люди")
    assert "без Telegram" not in str(cast.curator.buttons[:3])


async def test_a_personal_link_is_not_for_somebody_of_another_name(world: World, cast: Cast) -> None:
    await enter(cast.curator)
    await open_card(cast.curator, VERA)
    code = await link_of(cast.curator)
    await cast.mentor.starts(code)
    assert "для другого человека" in cast.mentor.screen.text
    used = await world.read(
        lambda session: session.scalars(select(Invitation.used).where(Invitation.code == code)).one()
    )
    assert used == 0


async def test_a_member_of_another_school_is_linked_and_keeps_both(world: World, cast: Cast) -> None:
    other = await world.school("Школа № 2")
    vera = await world.member(other.id, Role.MENTOR, last="Соколова", first="Вера", patronymic="Павловна")
    elsewhere = (await world.read(membership_of, vera.id)).id
    await enter(cast.curator)
    here = (await entered(world)).id
    await open_card(cast.curator, VERA)
    code = await link_of(cast.curator)
    await vera.starts(code)
    await vera.taps("Даю согласие")

    def stored(session: Session) -> list[int]:
        person = session.scalars(select(StoredPerson).where(StoredPerson.chat_id == vera.id)).one()
        return [one.id for one in person.memberships]

    assert await world.read(stored) == [elsewhere, here]


@pytest.mark.requirement("L-1-3", "L-1-4")
async def test_a_sensitive_conclusion_is_read_only_by_a_curator_who_opens_it(
    world: World, cast: Cast
) -> None:
    await enter(cast.curator)
    await open_card(cast.curator, VERA)
    await cast.curator.taps("Заключения о потребностях")
    await cast.curator.taps("Добавить заключение")
    await cast.curator.taps("Педагог-психолог")
    await cast.curator.taps("Согласие самого участника")
    await cast.curator.taps("Да, скрыть")
    await cast.curator.sends("Паспорт 92 05 123456")
    assert "номер документа" in cast.curator.screen.text
    await world.restart()
    (typed,) = await cast.curator.sends("Тревожится перед открытыми уроками")
    assert typed.deleted
    assert "Тревожится" not in cast.curator.screen.text
    save, shown = data_of(cast.curator, "Сохранить"), cast.curator.screen
    await cast.curator.taps("Сохранить")
    await cast.curator.taps_data(save, shown)
    assert await world.read(lambda session: session.scalar(select(func.count()).select_from(Conclusion))) == 1

    await open_card(cast.curator, VERA)
    await cast.curator.taps("Заключения о потребностях")
    assert "Тревожится" not in cast.curator.screen.text
    assert "текст скрыт" in cast.curator.screen.text
    await cast.curator.taps("🔒 Педагог-психолог")
    assert "Тревожится" in cast.curator.screen.text
    looks = await acts(world, "conclusion.")
    assert [one for one in looks if one != "conclusion.list_seen"] == ["conclusion.added", "conclusion.seen"]
    assert "conclusion.list_seen" in looks

    number = await world.read(lambda session: session.scalars(select(Conclusion.id)).one())
    await cast.head.taps_data(f"pe_c1:{number}")
    assert "недоступно" in cast.head.toasts[-1].text
    other = await world.school("Школа № 2")
    for data in (f"pe_c1:{number}", f"pe_cgone:{number}"):
        await other.curator.taps_data(data)
        assert "недоступно" in other.curator.toasts[-1].text
    await cast.curator.taps("Удалить")
    await cast.curator.taps("Да, удалить")
    assert await world.read(lambda session: session.scalar(select(func.count()).select_from(Conclusion))) == 0


async def test_a_photo_of_a_document_is_refused_and_taken_out_of_the_chat(world: World, cast: Cast) -> None:
    await enter(cast.curator)
    await open_card(cast.curator, VERA)
    await cast.curator.taps("Заключения о потребностях")
    await cast.curator.taps("Добавить заключение")
    for label in ("Личное дело", "Трудовой договор", "Нет"):
        await cast.curator.taps(label, cast.curator.screen)
    sent = await cast.curator.sends_photo()
    assert "не хранятся" in cast.curator.screen.text
    assert sent.deleted
