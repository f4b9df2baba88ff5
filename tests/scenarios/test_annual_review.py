"""The yearly review as people meet it: confirmed, renewed, forgotten, and answered for those without
Telegram.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session

from models import Membership, MembershipStatus, Mentorship, MentorshipStatus, Role
from sandbox.telegram import Person as Human
from tests.support.world import School, World, membership_of

LONG_AGO = datetime(2026, 1, 12, 9, tzinfo=UTC)
BEFORE = datetime(2026, 8, 31, 12, tzinfo=UTC)
ASKED = datetime(2026, 9, 1, 6, 5, tzinfo=UTC)
"""Five past nine in Moscow on the first working day of September."""
PROFILE = {
    "subject": "physics",
    "experience_years": 3,
    "category": "young",
    "difficulties": ["discipline"],
    "hopes": "",
    "more": "enough",
}


@pytest.fixture
async def summer(world: World) -> World:
    """The day before everybody is asked."""
    world.clock.jump(BEFORE - world.clock.now())
    return world


async def veteran(world: World, school: School, role: Role = Role.MENTEE, **fields: Any) -> Human:
    """Somebody who came in last winter."""
    values: dict[str, Any] = {
        "last": "Соколова",
        "first": "Вера",
        "patronymic": "Павловна",
        "created_at": LONG_AGO,
        "approved_at": LONG_AGO,
        "profile": dict(PROFILE),
        "unpaired_since": None,
    }
    return await world.member(school.id, role, **(values | fields))


def asked(person: Human) -> int:
    return sum("Проверьте свои данные" in text and "Раз в год" in text for text in person.texts())


@pytest.mark.requirement("N-3.4-2")
async def test_who_confirms_is_thanked_and_not_asked_again(summer: World) -> None:
    school = await summer.school()
    vera = await veteran(summer, school)
    await summer.advance_to(ASKED)
    assert asked(vera) == 1
    assert "Физика" in vera.screen.text
    notice = vera.screen
    await vera.taps("Всё верно")
    assert "Данные подтверждены" in vera.screen.text
    await vera.taps_data(f"jn_rev:{(await summer.read(membership_of, vera.id)).id}:1", notice)
    assert "Данные подтверждены" in vera.screen.text
    told = len(vera.from_bot)
    await summer.advance(days=30)
    assert asked(vera) == 0, "the question itself has become the answer"
    assert len(vera.from_bot) == told
    assert not any("не подтвердили" in text.lower() for text in school.curator.texts())


@pytest.mark.requirement("N-3.4-2")
async def test_a_renewal_goes_to_the_curator_while_the_pair_goes_on(summer: World) -> None:
    school = await summer.school()
    vera = await veteran(summer, school)
    igor = await veteran(
        summer, school, Role.MENTOR, last="Кузнецов", first="Игорь", approved_at=BEFORE, capacity=1
    )
    pair_id = await summer.pair(igor, vera)
    await summer.advance_to(ASKED)
    assert asked(igor) == 0
    await vera.taps("Обновить")
    assert "Проверьте свои данные" in vera.screen.text
    await vera.taps("✎ 3")
    await vera.sends("4")
    await summer.restart()
    await vera.taps("✎ 1")
    await vera.sends("Белова Вера Павловна")
    await vera.taps("Отправить куратору")
    assert "Обновление анкеты: наставляемый" in school.curator.screen.text
    assert "Вера Павловна С." in school.curator.screen.text
    await school.curator.taps("Вернуть с причиной")
    await school.curator.taps("Уточните")
    await vera.taps("Исправить анкету")
    await vera.taps("Отправить куратору")
    await school.curator.taps("Одобрить", school.curator.from_bot[-1])
    assert "Обновлённые данные приняты" in vera.screen.text

    def stored(session: Session) -> tuple[Membership, str, Mentorship]:
        membership = membership_of(session, vera.id)
        return membership, membership.person.last_name, session.get_one(Mentorship, pair_id)

    membership, last_name, pair = await summer.read(stored)
    assert (membership.status, last_name) == (MembershipStatus.ACTIVE, "Белова")
    assert membership.profile["experience_years"] == 4
    assert (membership.unpaired_since, pair.status) == (None, MentorshipStatus.ACTIVE)


async def test_after_two_weeks_the_curator_hears_who_keeps_silent_and_reminds_them(summer: World) -> None:
    school = await summer.school()
    vera = await veteran(summer, school)
    await veteran(summer, school, last="Белова", first="Ольга")
    await summer.advance_to(ASKED + timedelta(days=15))
    card = next(one for one in school.curator.from_bot if "Не подтвердили данные" in one.text)
    assert "Вера Павловна С." in card.text
    assert "Ольга Павловна Б." in card.text
    await school.curator.taps("Напомнить всем", card)
    assert "Напомнили: 2" in school.curator.screen.text
    assert "Подтвердили: 0 из 2" in school.curator.screen.text
    assert asked(vera) == 2
    await school.curator.taps("Напомнить всем", school.curator.screen)
    assert "Сегодня уже напоминали" in school.curator.screen.text
    assert asked(vera) == 2
    await vera.taps("Всё верно")
    await school.curator.taps_data(f"jn_rvs:{school.id}:0")
    assert "Подтвердили: 1 из 2" in school.curator.screen.text


async def test_for_a_colleague_without_telegram_the_curator_answers(summer: World) -> None:
    school = await summer.school()
    paper = await veteran(summer, school, last="Бумажная", first="Нина")

    def unplug(session: Session) -> int:
        membership = membership_of(session, paper.id)
        membership.person.chat_id = None
        return membership.id

    number = await summer.write(unplug)
    await summer.advance_to(ASKED)
    card = school.curator.from_bot[-1]
    assert "Без Telegram" in card.text
    assert "Нина Павловна Б." in card.text
    await school.curator.taps("Кто не подтвердил", card)
    await school.curator.taps("Ответить за: Нина Павловна Б.")
    assert "Это данные участника" in school.curator.screen.text
    await school.curator.taps("Всё верно")
    assert "Данные подтверждены: Нина Павловна Б." in school.curator.screen.text
    membership = await summer.read(lambda session: session.get_one(Membership, number))
    assert membership.refreshed_at == summer.clock.now()
    await summer.advance(minutes=2)
    await school.curator.sends("/menu")
    await school.curator.taps("Входящие")
    assert "Анкета не подтверждена" not in str(school.curator.buttons)


async def test_nobody_confirms_for_others_and_no_other_school_looks_in(summer: World) -> None:
    school, other = await summer.school(), await summer.school("Школа № 2")
    vera = await veteran(summer, school)
    olga = await veteran(summer, school, last="Белова", first="Ольга")
    await summer.advance_to(ASKED)
    number = (await summer.read(membership_of, vera.id)).id
    for person in (olga, other.curator, school.curator):
        for data in (f"jn_rev:{number}:1", f"jn_rev:{number}:0", f"jn_rvo:{number}"):
            before = len(person.from_bot)
            await person.taps_data(data)
            assert "Соколова" not in " ".join(person.texts()[before:])
    for person in (olga, other.curator):
        for data in (f"jn_rvs:{school.id}:0", f"jn_rvr:{school.id}"):
            before = len(person.from_bot)
            await person.taps_data(data)
            assert "Подтвердили" not in " ".join(person.texts()[before:])
    membership = await summer.read(membership_of, vera.id)
    assert (membership.refreshed_at, membership.review_asked_at is None) == (None, False)
