"""The way in, driven as people do it: from a link to the curator's decision."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    Application,
    ApplicationStatus,
    AuditRecord,
    Consent,
    Membership,
    MembershipStatus,
    Person,
    Role,
)
from sandbox.telegram import Person as Human
from tests.support.world import World, membership_of


async def begin(world: World, organization_id: int, name: str, role: Role = Role.MENTEE) -> Human:
    """Open the link, choose Russian, agree."""
    human = world.newcomer(name)
    await human.starts(await world.invitation(organization_id, role))
    await human.taps("Русский")
    await human.taps("Даю согласие")
    return human


async def answer_as_mentee(human: Human, name: str = "Соколова Вера Павловна") -> None:
    await human.sends(name)
    await human.taps("Математика")
    await human.sends("1")
    await human.taps("Молодой специалист")
    await human.taps("Дисциплина на уроке")
    await human.taps("Общение с родителями")
    await human.taps("Готово")
    await human.sends("Хочу спокойно вести урок")
    await human.taps("Этого достаточно")


@pytest.mark.requirement("L-1-1", "L-1-2", "N-3.3-3", "N-1.3-5")
async def test_a_mentee_goes_from_the_link_to_the_approval(world: World) -> None:
    school = await world.school()
    vera = world.newcomer("Вера")
    await vera.starts(await world.invitation(school.id, Role.MENTEE))
    assert "Выберите язык" in vera.screen.text

    await vera.taps("Русский")
    assert "Согласие на обработку персональных данных" in vera.screen.text
    assert "Школа № 1" in vera.screen.text

    await vera.taps("Даю согласие")
    assert "1 из 7" in vera.screen.text
    await answer_as_mentee(vera)
    assert "Проверьте анкету" in vera.screen.text
    assert "Дисциплина на уроке; Общение с родителями" in vera.screen.text

    await vera.taps("Отправить куратору")
    assert "отправлена" in vera.screen.text
    assert "Новая анкета: наставляемый" in school.curator.screen.text
    assert "Вера Павловна С." in school.curator.screen.text

    await school.curator.taps("Одобрить")
    assert "Одобрено" in school.curator.screen.text
    assert "анкета одобрена" in vera.screen.text
    membership = await world.read(membership_of, vera.id)
    assert membership.status == MembershipStatus.ACTIVE
    assert membership.profile["difficulties"] == ["discipline", "parents"]
    assert membership.unpaired_since == world.clock.now()


@pytest.mark.requirement("L-2-1", "L-2-2")
async def test_a_mentor_joins_with_strengths_places_and_times(world: World) -> None:
    school = await world.school()
    igor = await begin(world, school.id, "Игорь", Role.MENTOR)
    await igor.sends("Кузнецов Игорь Андреевич")
    await igor.sends("Астрономия")
    await igor.sends("12")
    await igor.taps("Планирование урока")
    await igor.taps("Готово")
    await igor.sends("2")
    await igor.taps("1–2 часа")
    await igor.taps("Суббота")
    await igor.taps("Готово")
    await igor.taps("Этого достаточно")
    await igor.taps("Отправить")
    await school.curator.taps("Одобрить")
    assert "Спасибо, что готовы помогать" in igor.screen.text
    membership = await world.read(membership_of, igor.id)
    assert (membership.capacity, membership.profile["subject"]) == (2, "Астрономия")


async def test_nothing_is_stored_before_the_consent(world: World) -> None:
    school = await world.school()
    human = world.telegram.add_person("Тайна", "Секретова", username="secretova")
    await human.starts(await world.invitation(school.id, Role.MENTEE))
    await human.taps("Русский")
    await human.sends("Меня зовут Тайна Секретова")
    await human.taps("Не даю согласия", human.from_bot[-2] if "Не даю" not in str(human.buttons) else None)

    def stored(session: Session) -> tuple[str, int]:
        person = session.scalars(select(Person).where(Person.chat_id == human.id)).one()
        memberships = session.scalars(select(Membership).where(Membership.person_id == person.id)).all()
        return person.full_name, len(memberships)

    assert await world.read(stored) == ("", 0)
    assert "на бумаге" in human.screen.text
    await human.taps("Прочитать ещё раз")
    await human.taps("Даю согласие")
    assert "1 из 7" in human.screen.text


@pytest.mark.requirement("N-1.3-7")
async def test_returned_with_a_reason_and_corrected_without_retyping(world: World) -> None:
    school = await world.school()
    vera = await begin(world, school.id, "Вера")
    await answer_as_mentee(vera)
    await vera.taps("Отправить")
    await school.curator.taps("Вернуть с причиной")
    await school.curator.sends("Напишите, <b>в каких</b> классах")
    assert "возвращена" in school.curator.screen.text
    assert "Напишите, <b>в каких</b> классах" in vera.screen.text

    await vera.taps("Исправить анкету")
    await vera.taps("✎ 3")
    await vera.sends("2")
    assert "Проверьте анкету" in vera.screen.text
    await vera.taps("Отправить")
    await school.curator.taps("Одобрить")

    def acts(session: Session) -> list[str]:
        return list(session.scalars(select(AuditRecord.act).order_by(AuditRecord.id)))

    assert [act for act in await world.read(acts) if act.startswith("application.")][-2:] == [
        "application.returned",
        "application.approved",
    ]


async def test_back_and_correction_keep_every_answer(world: World) -> None:
    school = await world.school()
    vera = await begin(world, school.id, "Вера")
    await vera.sends("Соколова Вера Павловна")
    await vera.taps("Физика")
    assert "3 из 7" in vera.screen.text
    await vera.taps("Назад")
    assert "● Физика" in str(vera.buttons)
    await vera.taps("Химия")
    await vera.sends("одиннадцать")
    assert "число от 0 до 60" in vera.screen.text
    await vera.sends("11")
    await vera.taps("Опытный педагог")
    await vera.taps("Готово")
    assert "хотя бы один" in vera.toasts[-1].text
    await vera.sends("Олимпиады по химии")
    assert "Олимпиады по химии" in vera.screen.text
    await vera.taps("Готово")
    await vera.taps("Пропустить")
    await vera.taps("Этого достаточно")
    assert "Химия" in vera.screen.text


async def test_a_half_finished_application_survives_a_restart_and_is_offered_again(world: World) -> None:
    school = await world.school()
    vera = await begin(world, school.id, "Вера")
    await vera.sends("Соколова Вера Павловна")
    await world.restart()
    await vera.sends("/menu")
    assert "незаконченная анкета" in vera.screen.text
    await vera.taps("Продолжить анкету")
    assert "2 из 7" in vera.screen.text
    await vera.taps("Математика")
    await world.restart()
    await vera.sends("3")
    assert "4 из 7" in vera.screen.text


async def test_a_curator_and_a_head_come_in_by_links_of_their_own(world: World) -> None:
    school = await world.school()
    second = await begin(world, school.id, "Нина", Role.CURATOR)
    await second.sends("Иванова Нина Петровна")
    await second.taps("Отправить")
    assert "роль — куратор" in second.screen.text
    await second.taps("Меню")
    assert "Входящие" in str(second.buttons)


@pytest.mark.requirement("L-O-3a")
async def test_two_curators_decide_at_once_and_one_decision_stands(world: World) -> None:
    school = await world.school()
    second = await world.member(school.id, Role.CURATOR, last="Иванова", first="Нина")
    vera = await begin(world, school.id, "Вера")
    await answer_as_mentee(vera)
    await vera.taps("Отправить")
    await school.curator.taps("Одобрить")
    before = len(vera.from_bot)
    await second.taps("Вернуть с причиной", second.from_bot[-1])
    await second.sends("Почему-то вернул")
    assert "Решение уже принято" in second.screen.text or "Решение уже принято" in str(second.toasts)
    assert len(vera.from_bot) == before
    application = await world.read(lambda session: session.scalars(select(Application)).one())
    assert application.status == ApplicationStatus.APPROVED


async def test_the_consent_is_recorded_with_its_words(world: World) -> None:
    school = await world.school()
    await begin(world, school.id, "Вера")
    consent = await world.read(
        lambda session: session.scalars(select(Consent).order_by(Consent.id.desc())).first()
    )
    assert consent is not None
    expected = world.app.content.consent("personal_data")
    assert (consent.text_version, consent.text_sha256) == (expected.version, expected.sha256("ru"))


async def test_the_curator_takes_and_revokes_a_link(world: World) -> None:
    school = await world.school()
    await school.curator.taps("Пригласить коллег")
    await school.curator.taps("Наставляемых")
    url = next(word for word in school.curator.screen.text.split() if word.startswith("https://t.me/"))
    vera = world.newcomer("Вера")
    await vera.starts(url.partition("start=")[2])
    assert "Выберите язык" in vera.screen.text
    await school.curator.taps("Отозвать ссылку")
    assert "Отозвать эту ссылку" in school.curator.screen.text
    await school.curator.taps("Отозвать ссылку")
    late = world.newcomer("Опоздавший")
    await late.starts(url.partition("start=")[2])
    assert "отозвали" in late.screen.text


async def test_a_head_invites_another_curator_by_a_link_for_one(world: World) -> None:
    school = await world.school()
    await school.curator.taps("Пригласить коллег")
    assert "Куратора" not in str(school.curator.buttons)
    await school.head.taps("Пригласить коллег")
    await school.head.taps("Куратора")
    code = school.head.screen.text.partition("start=")[2].split()[0]
    nina, late = world.newcomer("Нина"), world.newcomer("Опоздавший")
    await nina.starts(code)
    await nina.taps("Русский")
    await late.starts(code)
    await late.taps("Русский")
    await nina.taps("Даю согласие")
    await late.taps("Даю согласие")
    assert "уже вошли все" in late.toasts[-1].text
    await nina.sends("Иванова Нина Петровна")
    await nina.taps("Отправить")
    assert "роль — куратор" in nina.screen.text


async def test_an_application_that_waits_is_recalled_and_then_climbs_to_the_head(world: World) -> None:
    school = await world.school()
    vera = await begin(world, school.id, "Вера")
    await answer_as_mentee(vera)
    await vera.taps("Отправить")

    def asked(person: Human) -> int:
        return sum("Новая анкета" in message.text for message in person.from_bot)

    assert (asked(school.curator), asked(school.head)) == (1, 0)
    await world.advance(days=2, hours=2)
    assert (asked(school.curator), asked(school.head)) == (2, 0)
    await world.advance(days=1)
    assert (asked(school.curator), asked(school.head)) == (2, 1)
    assert "Передано руководителю" in school.head.screen.text
    await school.head.taps("Одобрить")
    assert "анкета одобрена" in vera.screen.text
    told = len(school.curator.from_bot), len(school.head.from_bot)
    await world.advance(days=4)
    assert (len(school.curator.from_bot), len(school.head.from_bot)) == told


async def test_put_off_it_comes_back_the_next_day(world: World) -> None:
    school = await world.school()
    vera = await begin(world, school.id, "Вера")
    await answer_as_mentee(vera)
    await vera.taps("Отправить")
    # It would leave the person without an answer.
    assert "Принято к сведению" not in str(school.curator.buttons)
    await school.curator.taps("Отложить на день")
    await world.advance(hours=20)
    before = len(school.curator.from_bot)
    await world.advance(hours=8)
    assert len(school.curator.from_bot) == before + 1
    assert "Новая анкета" in school.curator.screen.text
