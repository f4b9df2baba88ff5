"""The program as a process: killed, terminated, joined by a second one. Rows 1–5 over the real HTTP front."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from models import Organization, Role
from sandbox.people import Person
from services import invitations, outbox
from tests.faults.process import Stage
from tests.faults.support import REPEATED

pytestmark = pytest.mark.slow


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with Stage(tmp_path) as made:
        yield made


def owe_incidents(stage: Stage, chat_id: int, *codes: str) -> None:
    """Messages to the operators: they go to a bare chat and break no quiet hours."""
    now = datetime.now(UTC)

    def add(session: Session) -> None:
        for code in codes:
            outbox.notify(
                session,
                kind="operator.incident",
                key=f"incident:{code}",
                chat_id=chat_id,
                payload={"code": code},
                due_at=now,
                now=now,
            )

    stage.write(add)


async def reader(stage: Stage) -> Person:
    """Somebody whose chat with the bot is open, while the program is not running yet."""
    person = stage.telegram.add_person("Оператор")
    await person.starts()
    stage.account.updates.clear()
    return person


def told(person: Person, code: str) -> list[str]:
    return [text for text in person.texts() if code in text]


async def test_row_01_kill_9_while_a_message_is_being_sent(stage: Stage) -> None:
    person = await reader(stage)
    await stage.start()
    hang = stage.telegram.faults.add("sendMessage", "hang", seconds=5)
    owe_incidents(stage, person.id, "ALPHA", "BETA")
    await stage.until(lambda: told(person, "ALPHA"))
    assert hang.taken == 1
    await stage.kill()
    assert stage.query("SELECT status FROM notification ORDER BY id") == [("sending",), ("claimed",)]
    await stage.start()
    await stage.until(lambda: told(person, "BETA") and len(told(person, "ALPHA")) == 2)
    once, again = told(person, "ALPHA")
    assert REPEATED not in once
    assert REPEATED in again
    assert [REPEATED in text for text in told(person, "BETA")] == [False], "row 3: claimed, sent once"
    assert (await stage.terminate())[0] == 0
    assert set(stage.query("SELECT status FROM notification")) == {("sent",)}


async def test_row_02_kill_9_while_an_update_is_handled(stage: Stage) -> None:
    await stage.start()
    code = stage.write(new_school)
    person = stage.telegram.add_person("Алсу")
    hang = stage.telegram.faults.add("*", "hang", seconds=5, effect=False, chat_id=person.id)
    await person.starts(code)
    await stage.until(lambda: hang.taken == 1)
    assert stage.query("SELECT count(*) FROM consent") == [(1,)]
    assert stage.query("SELECT status, body FROM inbox_update") == [("effected", None)]
    await stage.kill()
    await stage.start()
    await stage.until(lambda: person.from_bot and ["Русский"] in person.buttons)
    await person.taps("Русский")
    await stage.until(lambda: ["Даю согласие"] in person.buttons)
    await person.taps("Даю согласие")
    await stage.until(lambda: "Анкета: 1 из 7" in person.screen.text)
    await person.sends("Каримова Алсу Рустемовна")
    await stage.until(lambda: "Анкета: 2 из 7" in person.screen.text)
    assert stage.query("SELECT count(*) FROM consent") == [(1,)]
    assert (await stage.terminate())[0] == 0
    assert set(stage.query("SELECT status, body FROM inbox_update")) == {("settled", None)}


def new_school(session: Session) -> str:
    now = datetime.now(UTC)
    school = Organization(name="Школа № 1", created_at=now)
    session.add(school)
    session.flush()
    return invitations.create_invitation(session, school.id, Role.MENTEE, now=now).code


async def test_row_04_sigterm_during_a_broadcast_settles_what_is_in_flight(stage: Stage) -> None:
    person = await reader(stage)
    await stage.start()
    codes = [f"CODE{number:03d}" for number in range(200)]
    stage.telegram.latency = 0.02
    owe_incidents(stage, person.id, *codes)
    await stage.until(lambda: len(person.from_bot) >= 5)
    other = stage.telegram.add_person("Алсу")
    await other.sends("/help")
    await stage.until(lambda: stage.query("SELECT count(*) FROM inbox_update") == [(1,)])
    exit_code, seconds = await stage.terminate()
    assert exit_code == 0
    assert seconds < 5
    assert "Бот ведёт программу" in other.texts()[-1], "whoever waited for an answer got it"
    assert stage.query("SELECT status FROM inbox_update") == [("settled",)]
    counted = dict(stage.query("SELECT status, count(*) FROM notification GROUP BY status"))
    assert set(counted) == {"sent", "pending"}, "nothing in doubt, no lease left behind"
    assert counted["sent"] == len(person.from_bot) < 200
    texts = person.texts()
    assert len(texts) == len(set(texts)) == counted["sent"]


async def test_rows_18_21_and_43_a_failing_telegram_is_waited_for_and_a_revoked_token_ends_the_run(
    stage: Stage,
) -> None:
    person = await reader(stage)
    stage.telegram.faults.add("deleteWebhook", "html_502")
    stage.telegram.faults.add("deleteWebhook", "server_error")
    stage.telegram.faults.add("setMyCommands", "html_502")
    async with stage.server.refuse():
        await stage.start(until_polling=False)
        await stage.until(
            lambda: (stage.folder / "log.txt").exists() and "TelegramNetworkError" in stage.log()
        )
    await person.sends("/help")
    await stage.until(lambda: any("Бот ведёт программу" in text for text in person.texts()))
    stage.telegram.revoke_token(stage.account)
    stage.account.updates.wake()
    assert stage.process is not None
    assert await asyncio.wait_for(stage.process.wait(), 30) == 2
    assert "BOT_TOKEN: Telegram не принимает этот токен" in stage.log()
