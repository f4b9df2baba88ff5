"""The whole bot on the sandbox, in one process and on a clock that stands still: what scenario tests
drive.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from aiogram.fsm.storage.base import BaseStorage
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.app import Application, Options
from bot.polling import GetRawUpdates
from bot.timelapse import STEP, pass_time
from models import Membership, MembershipStatus, Organization, Role
from models import Person as StoredPerson
from sandbox.clock import MovableClock
from sandbox.session import SandboxSession
from sandbox.telegram import Person, Telegram
from services import invitations
from services.db import Database, database
from services.names import NamesInChat
from tests.support import factories
from tests.support.empty_database import empty_database
from tests.support.factories import NOW

P = ParamSpec("P")
T = TypeVar("T")

TOKEN = "42:TEST"
ADMIN_ID = 900_001
ROUNDS = 200
"""More rounds than this without rest mean that the bot talks to itself."""


@dataclass(frozen=True, slots=True)
class School:
    """An organisation and its people, each with an open chat."""

    id: int
    curator: Person
    head: Person


class World:
    """`alice = world.newcomer("Алиса")`, `await alice.starts(code)`, `await world.advance(days=1)`."""

    def __init__(
        self,
        path: Path,
        *,
        start: datetime = NOW,
        names: NamesInChat = NamesInChat.PATRONYMIC,
        database_url: str | None = None,
        storage: Callable[[], BaseStorage] | None = None,
    ) -> None:
        """`database_url`: a database that has all tables already, in place of a file at `path`. `storage`
        makes the storage of forms, anew at every start.
        """
        self.clock = MovableClock(start, frozen=True)
        self.telegram = Telegram(self.clock)
        self.account = self.telegram.add_bot(TOKEN, "mentoring_test_bot", "Наставничество")
        self.telegram.after_action = self.settle
        self._url = database_url or f"sqlite+aiosqlite:///{path}"
        self.names = names
        self._offset: int | None = None
        self._make_storage = storage
        self.storage: BaseStorage | None = None
        if database_url is None:
            path.write_bytes(empty_database())

    async def open(self) -> None:
        self.db: Database = database(self._url, durable=False)
        await self.db.open()
        if self._make_storage is not None:
            self.storage = self._make_storage()
        options = Options(names=self.names, admin_ids=(ADMIN_ID,), storage=self.storage)
        self.app = Application(TOKEN, SandboxSession(self.telegram), self.db, self.clock, options)
        await self.app.worker.resume()

    async def close(self) -> None:
        await self.app.worker.stop(1)
        await self.app.close()
        if self.storage is not None:
            await self.storage.close()

    async def restart(self) -> None:
        """The program ends and starts again: only what is stored is still known."""
        await self.close()
        await self.open()
        await self.settle()

    async def settle(self) -> None:
        """Until the bot has nothing more to do at this moment."""
        for _ in range(ROUNDS):
            if not await self._round():
                return
        raise AssertionError("the bot does not come to rest")

    async def _round(self) -> bool:
        updates = await self.app.bot(GetRawUpdates(offset=self._offset, timeout=0))
        if updates:
            await self.app.worker.accept(updates)
            self._offset = max(update["update_id"] for update in updates) + 1
        await self.app.worker.idle()
        await self.app.worker.settle()
        delivered = await self.app.delivery.deliver_due()
        return bool(updates or delivered)

    async def advance(self, **delta: float) -> None:
        """`advance(days=1, hours=2)`: time passes, and everything due on the way comes due at its moment."""
        await pass_time(self.app, self.clock, timedelta(**delta), self.settle)

    async def advance_to(self, moment: datetime, step: timedelta = STEP) -> None:
        """`step`: so often time is looked at on the way, whatever is due."""
        await pass_time(self.app, self.clock, moment - self.clock.now(), self.settle, step)

    # -- people ----------------------------------------------------------------------------------------------

    def newcomer(self, first_name: str, language_code: str = "ru") -> Person:
        """Somebody in Telegram whom the bot has never seen."""
        return self.telegram.add_person(first_name, language_code=language_code)

    async def school(self, name: str = "Школа № 1", **fields: Any) -> School:
        """A school with a curator and a head who have joined."""
        organization_id: int = await self.write(
            lambda session: factories.make_organization(session, name=name, **fields).id
        )
        curator = await self.member(
            organization_id, Role.CURATOR, last="Орлова", first="Мария", patronymic="Ивановна"
        )
        head = await self.member(
            organization_id, Role.HEAD, last="Смирнов", first="Павел", patronymic="Олегович"
        )
        return School(organization_id, curator, head)

    async def member(
        self,
        organization_id: int,
        role: Role,
        *,
        last: str = "Петрова",
        first: str = "Анна",
        patronymic: str = "Сергеевна",
        status: MembershipStatus = MembershipStatus.ACTIVE,
        **fields: Any,
    ) -> Person:
        """Somebody who has joined in this role, with the chat open at the main menu."""
        person = self.telegram.add_person(first, last)
        if role == Role.MENTEE:
            fields = {"unpaired_since": self.clock.now()} | fields

        def join(session: Session) -> None:
            organization = session.get_one(Organization, organization_id)
            factories.make_person(
                session,
                role,
                organization,
                chat_id=person.id,
                last=last,
                first=first,
                patronymic=patronymic,
                status=status,
                **fields,
            )

        await self.write(join)
        await person.starts()
        return person

    async def pair(self, mentor: Person, mentee: Person) -> int:
        """An active pair of two members. Returns the mentorship's id."""

        def join(session: Session) -> int:
            one, two = (membership_of(session, person.id) for person in (mentor, mentee))
            two.unpaired_since = None
            return factories.make_pair(session, one, two).id

        return await self.write(join)

    async def invitation(self, organization_id: int, role: Role, *, places: int = 50) -> str:
        """The code of a fresh invitation."""

        def make(session: Session) -> str:
            return invitations.create_invitation(
                session, organization_id, role, places=places, now=self.clock.now()
            ).code

        return await self.write(make)

    # -- the database
    # ------------------------------------------------------------------------------------------

    async def write(self, work: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        return await self.db.write(work, *args, **kwargs)

    async def read(self, work: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        return await self.db.read(work, *args, **kwargs)


def membership_of(session: Session, chat_id: int) -> Membership:
    """The first membership of the person of this chat."""
    query = (
        select(Membership)
        .join(Membership.person)
        .where(StoredPerson.chat_id == chat_id)
        .order_by(Membership.id)
    )
    return session.scalars(query.limit(1)).one()
