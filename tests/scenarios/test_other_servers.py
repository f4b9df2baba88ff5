"""The same stories on PostgreSQL and with Redis: nothing but the settings is different."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram.fsm.storage.redis import RedisStorage
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Application, Form, InboxStatus, InboxUpdate, MembershipStatus, Role
from tests.scenarios.test_joining import answer_as_mentee, begin
from tests.support.servers import PostgresServer
from tests.support.world import World, membership_of

pytestmark = pytest.mark.slow


@pytest.fixture(params=["postgresql", "sqlite and redis", "postgresql and redis"])
async def world(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[World]:
    """The whole bot on other servers than it has by default."""
    postgres: PostgresServer | None = None
    if "postgresql" in request.param:
        postgres = request.getfixturevalue("postgres")
    redis_url: str | None = request.getfixturevalue("redis_url") if "redis" in request.param else None
    made = World(
        tmp_path / "world.db",
        database_url=postgres.url() if postgres else None,
        storage=(lambda: RedisStorage.from_url(redis_url)) if redis_url else None,
    )
    await made.open()
    try:
        yield made
    finally:
        await made.close()


def inbox(session: Session) -> set[tuple[InboxStatus, bool]]:
    """Which states updates are in, and whether anything that was said is still there."""
    return {(row.status, row.body is not None) for row in session.scalars(select(InboxUpdate))}


def forms(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Form)) or 0


def answered(session: Session) -> tuple[int, object]:
    application = session.scalars(select(Application)).one()
    return application.position, application.answers.get("subject")


async def test_from_the_link_through_a_restart_to_a_pair(world: World) -> None:
    school = await world.school()
    vera = await begin(world, school.id, "Вера")
    await vera.sends("Соколова Вера Павловна")
    await vera.taps("Математика")

    await world.restart()

    await vera.sends("1")
    assert "4 из 7" in vera.screen.text
    await vera.taps("Молодой специалист")
    await vera.taps("Дисциплина на уроке")
    await vera.taps("Готово")
    await vera.sends("Хочу спокойно вести урок")
    await vera.taps("Этого достаточно")
    await vera.taps("Отправить")
    await school.curator.taps("Одобрить")
    assert "анкета одобрена" in vera.screen.text
    membership = await world.read(membership_of, vera.id)
    assert membership.status == MembershipStatus.ACTIVE
    assert membership.profile["experience_years"] == 1
    assert await world.read(inbox) == {(InboxStatus.SETTLED, False)}


async def test_a_reason_that_is_being_typed_outlives_a_restart(world: World) -> None:
    """What the next typed text means is kept where the settings say: in the database, or in Redis only."""
    school = await world.school()
    vera = await begin(world, school.id, "Вера")
    await answer_as_mentee(vera)
    await vera.taps("Отправить")
    await school.curator.taps("Вернуть с причиной")
    assert (await world.read(forms) > 0) == (world.storage is None)

    await world.restart()

    await school.curator.sends("Напишите, в каких классах")
    assert "возвращена" in school.curator.screen.text
    assert "Напишите, в каких классах" in vera.screen.text


async def test_reminders_come_in_their_time(world: World) -> None:
    school = await world.school()
    vera = await begin(world, school.id, "Вера")
    await answer_as_mentee(vera)
    await vera.taps("Отправить")
    seen = len(school.curator.from_bot)
    await world.advance(days=2, hours=3)
    assert len(school.curator.from_bot) > seen


async def test_two_taps_at_once_are_one_answer(world: World) -> None:
    school = await world.school()
    vera = await begin(world, school.id, "Вера", Role.MENTEE)
    await vera.sends("Соколова Вера Павловна")
    world.telegram.after_action = None
    for _ in range(2):
        await vera.taps("Математика")
    world.telegram.after_action = world.settle
    await world.settle()
    assert await world.read(answered) == (2, "mathematics")
