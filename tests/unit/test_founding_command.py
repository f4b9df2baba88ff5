"""`python -m bot municipality`, `region`, `school --under` and `organizations`, in this process."""

from __future__ import annotations

import argparse
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import select

from bot import founding_command
from bot.settings import ROOT, Settings
from handlers.common.translator import Texts
from models import Invitation, Organization, Role
from models.organization import OrganizationKind
from sandbox.clock import MovableClock
from sandbox.server import SandboxServer
from sandbox.telegram import Telegram
from services import content
from services.db import database
from tests.support.factories import NOW

TOKEN = "42:TEST"
Types = Callable[..., Awaitable[int]]


@pytest.fixture
async def chosen(tmp_path: Path) -> AsyncIterator[Settings]:
    """The settings of an installation of its own: a database in a folder, a Telegram on loopback."""
    telegram = Telegram(MovableClock(NOW))
    telegram.add_bot(TOKEN, "mentoring_test_bot", "Bot")
    server = SandboxServer(telegram)
    await server.start()
    url = SecretStr(f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}")
    yield Settings(bot_token=SecretStr(TOKEN), bot_api_url=server.url, database_url=url)
    await server.stop()


@pytest.fixture
def types(chosen: Settings) -> Types:
    t = Texts(ROOT / "locales", content.load(ROOT / "content")).translator("ru")
    parser = argparse.ArgumentParser()
    founding_command.add_parsers(parser.add_subparsers(dest="command"), t)

    async def type_(*arguments: str) -> int:
        return await founding_command.run(parser.parse_args(arguments), chosen, t)

    return type_


async def test_a_tree_is_founded_level_by_level_and_listed(
    types: Types, chosen: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await types("organizations") == 0
    assert "python -m bot school" in capsys.readouterr().out
    assert await types("region", "Край (вымышленный)") == 0
    assert "Номер организации: 1" in capsys.readouterr().out
    assert await types("municipality", "Район", "--under", "1") == 0
    assert "Муниципалитет создан: Район" in capsys.readouterr().out
    assert await types("school", "Школа № 7", "--under", "2", "--address", "ул. Садовая, 1") == 0
    assert capsys.readouterr().out.count("https://t.me/mentoring_test_bot?start=") == 2
    assert await types("organizations") == 0
    assert capsys.readouterr().out.splitlines() == [
        "1  регион: Край (вымышленный) (участников: 0)",
        "  2  муниципалитет: Район (участников: 0)",
        "    3  школа: Школа № 7 (участников: 0)",
    ]
    db = database(chosen.database_url.get_secret_value())
    await db.open()
    try:
        kinds = await db.read(
            lambda session: list(session.scalars(select(Organization.kind).order_by(Organization.id)))
        )
        roles = await db.read(
            lambda session: list(session.scalars(select(Invitation.role).order_by(Invitation.id)))
        )
    finally:
        await db.close()
    assert kinds == [OrganizationKind.REGION, OrganizationKind.MUNICIPALITY, OrganizationKind.SCHOOL]
    assert roles == [Role.OPERATOR, Role.COORDINATOR, Role.CURATOR, Role.HEAD]


async def test_what_can_not_be_founded_is_refused_with_a_sentence(
    types: Types, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await types("school", "Школа № 7") == 0
    capsys.readouterr()
    for arguments, complaint in (
        (("municipality", "Район", "--under", "404"), "Организации с номером 404 нет"),
        (("municipality", "Район", "--under", "1"), "нельзя подчинить этой: Школа № 7"),
        (("region", "   "), "Нужно название"),
        (("region", "к" * 301), "не длиннее 300"),
    ):
        assert await types(*arguments) == founding_command.REFUSED
        said = capsys.readouterr()
        assert complaint in said.err
        assert said.out == ""
