"""What the program is measured against: the least that aiogram can do, with and without a database."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

from aiogram import Bot, Dispatcher
from aiogram.types import Message
from sqlalchemy import ForeignKey, event, select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from benchmarks.transport import TOKEN, NullSession

PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", "busy_timeout = 10000", "foreign_keys = ON")
"""The same as of the program's own connections."""


class Peer(Protocol):
    """Something that handles updates; when `handle` returns, the update is dealt with completely."""

    async def handle(self, update: dict[str, Any]) -> None: ...


class BareEcho:
    """(a) A handler that sends back what it got: no database, no state."""

    def __init__(self) -> None:
        self._bot = Bot(TOKEN, session=NullSession())
        self._dispatcher = Dispatcher()

        @self._dispatcher.message()
        async def echo(message: Message) -> None:
            await message.answer(message.text or "")

    async def handle(self, update: dict[str, Any]) -> None:
        await self._dispatcher.feed_raw_update(self._bot, update)


class Tables(DeclarativeBase):
    """The two tables of the minimal handler."""


class Writer(Tables):
    __tablename__ = "writer"

    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(unique=True)


class Answer(Tables):
    __tablename__ = "answer"

    id: Mapped[int] = mapped_column(primary_key=True)
    writer_id: Mapped[int] = mapped_column(ForeignKey("writer.id"))
    text: Mapped[str]


class MinimalDatabase:
    """(b) A handler with one SELECT and one INSERT in one `AsyncSession` on aiosqlite, as tutorials do."""

    def __init__(self, path: Path, connections: int) -> None:
        self._bot = Bot(TOKEN, session=NullSession())
        self._dispatcher = Dispatcher()
        url = f"sqlite+aiosqlite:///{path}"
        self.engine: AsyncEngine = create_async_engine(url, pool_size=connections, max_overflow=0)
        event.listen(self.engine.sync_engine, "connect", set_pragmas)
        make_session = async_sessionmaker(self.engine, expire_on_commit=False)

        @self._dispatcher.message()
        async def answer(message: Message) -> None:
            async with make_session() as session:
                await _remember(session, message)
            await message.answer(message.text or "")

    async def open(self, chats: list[int]) -> None:
        async with self.engine.begin() as connection:
            await connection.run_sync(Tables.metadata.create_all)
        async with AsyncSession(self.engine) as session, session.begin():
            session.add_all([Writer(chat_id=chat) for chat in chats])

    async def handle(self, update: dict[str, Any]) -> None:
        await self._dispatcher.feed_raw_update(self._bot, update)

    async def close(self) -> None:
        await self.engine.dispose()


async def _remember(session: AsyncSession, message: Message) -> None:
    writer = (await session.scalars(select(Writer).where(Writer.chat_id == message.chat.id))).one()
    session.add(Answer(writer_id=writer.id, text=message.text or ""))
    await session.commit()


def set_pragmas(connection: Any, _: Any) -> None:
    """For SQLAlchemy's event «connect»."""
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
