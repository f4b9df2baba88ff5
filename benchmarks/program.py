"""The program itself as a peer: its production wiring on the null transport, and people to talk to it."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, func, insert, select, update
from sqlalchemy.orm import Session

from benchmarks.transport import TOKEN, NullSession
from bot.app import Application, Options
from handlers.applications.states import Applying
from models import Application as Questions
from models import (
    ApplicationStatus,
    Base,
    Consent,
    ConsentKind,
    ConsentStatus,
    Form,
    Membership,
    MembershipStatus,
    Organization,
    Person,
    Role,
)
from services.clock import SystemClock
from services.db import Database, database

FIRST_CHAT = 1_000_000
QUESTIONS = ("name", "subject", "experience_years", "difficulties", "hopes")
BATCH = 10_000
SCHOOL_SIZE = 100


class Program:
    """`handle` returns when the update has been stored, handled and answered."""

    def __init__(self, application: Application, session: NullSession) -> None:
        self.application, self.session = application, session
        self._done: dict[int, asyncio.Future[None]] = {}
        self._arrived: list[dict[str, Any]] = []
        self._may_poll = asyncio.Event()
        self._tell_when_handled()

    def _tell_when_handled(self) -> None:
        worker = self.application.worker
        persist = worker._persist

        async def persist_and_tell(update: Any) -> None:
            try:
                await persist(update)
            finally:
                self._done.pop(update.id).set_result(None)

        worker._persist = persist_and_tell  # type: ignore[method-assign]

    async def handle(self, update: dict[str, Any]) -> None:
        """As it comes by polling: what arrives together is stored together."""
        done = self._done[update["update_id"]] = asyncio.get_running_loop().create_future()
        self._arrived.append(update)
        self._may_poll.set()
        await done

    async def poll(self) -> None:
        while True:
            await self._may_poll.wait()
            self._may_poll.clear()
            updates, self._arrived = self._arrived, []
            try:
                await self.application.worker.accept(updates)
            except Exception as error:
                for update in updates:
                    self._done.pop(update["update_id"]).set_exception(error)


@contextlib.asynccontextmanager
async def running(db: Database) -> AsyncIterator[Program]:
    """The program as `python -m bot` runs it, with its delivery loop and its ticks."""
    session = NullSession()
    application = Application(TOKEN, session, db, SystemClock(), Options())
    program = Program(application, session)
    async with application.running():
        polling = asyncio.create_task(program.poll())
        yield program
        polling.cancel()
        await asyncio.gather(polling, return_exceptions=True)


@contextlib.asynccontextmanager
async def opened(path: Path) -> AsyncIterator[Database]:
    """A new file with all tables, opened as in production: WAL, full durability."""
    engine = create_engine(f"sqlite:///{path}")
    Base.metadata.create_all(engine)
    engine.dispose()
    db = database(f"sqlite+aiosqlite:///{path}")
    await db.open()
    try:
        yield db
    finally:
        await db.close()


def school_of(person: int) -> int:
    """Schools have a hundred people each."""
    return (person - 1) // SCHOOL_SIZE + 1


def add_people(session: Session, count: int, role: Role, status: MembershipStatus) -> list[int]:
    """So many people with a consent and a membership. Returns their chats."""
    now = SystemClock().now()
    schools = range(1, school_of(count) + 1)
    session.execute(
        insert(Organization), [{"id": one, "name": f"Школа № {one}", "created_at": now} for one in schools]
    )
    for first in range(1, count + 1, BATCH):
        _insert_people(session, range(first, min(first + BATCH, count + 1)), role, status)
    return [FIRST_CHAT + number for number in range(1, count + 1)]


def _insert_people(session: Session, numbers: range, role: Role, status: MembershipStatus) -> None:
    now = SystemClock().now()
    person = {"last_name": "Соколова", "first_name": "Вера", "patronymic": "Павловна", "language": "ru"}
    consent = {
        "kind": ConsentKind.PERSONAL_DATA,
        "status": ConsentStatus.GIVEN,
        "text_version": "1",
        "text_sha256": "0" * 64,
        "language": "ru",
        "asked_at": now,
        "answered_at": now,
    }
    membership = {"role": role, "status": status, "profile": {}, "created_at": now}
    ids = [{"person_id": one, "organization_id": school_of(one)} for one in numbers]
    session.execute(
        insert(Person),
        [person | {"id": one, "chat_id": FIRST_CHAT + one, "created_at": now} for one in numbers],
    )
    session.execute(insert(Consent), [consent | one for one in ids])
    session.execute(insert(Membership), [membership | one | {"id": one["person_id"]} for one in ids])


def add_applications(session: Session, count: int) -> None:
    """A begun application for each of the people, at its first question."""
    started = {
        "questionnaire": "mentee",
        "questionnaire_version": 1,
        "status": ApplicationStatus.DRAFT,
        "started_at": SystemClock().now(),
    }
    numbers = range(1, count + 1)
    session.execute(insert(Questions), [started | {"id": one, "membership_id": one} for one in numbers])
    typing: dict[str, object] = {"state": Applying.answering.state, "data": {}}
    keys = [f"42:{FIRST_CHAT + one}:{FIRST_CHAT + one}" for one in numbers]
    session.execute(insert(Form), [typing | {"key": key} for key in keys])


def begin_anew(session: Session) -> int:
    """Back to the first question, for the next round. Returns how many had come to the end."""
    answered = select(func.count()).select_from(Questions).where(Questions.position == len(QUESTIONS))
    count = session.scalar(answered) or 0
    session.execute(update(Questions).values(position=0, answers={}, correcting=False))
    return count
